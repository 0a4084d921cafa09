package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// The group a number without one has from its neighbours, and what the report calls
// those counted.

// whoBefore gives an elliptical figure the group of the one it goes on from:
// "Onze douaniers ont péri et 40 blessés".
func (r *reader) whoBefore(fs []finding, k int, fig *claim.Figure) {
	f := &fs[k]
	if f.other && f.head >= 0 && f.noun.measure == claim.Killed && bodies[r.a.Tokens[f.head].Norm] && f.whole == nil {
		return // "sept policiers ont été tués, cinq autres corps retrouvés": nobody says whose
	}
	if f.whole != nil && f.noun.measure == "" || f.whole != nil && f.whole.Measure == fig.Measure {
		fig.Group, fig.Label, fig.LabelAt = f.whole.Group, f.whole.Label, f.whole.LabelAt
		return
	}
	if k > 0 {
		g := &fs[k-1]
		if g.figure == nil || g.part && !f.part {
			for j := k - 2; j >= 0 && (g.figure == nil || g.part); j-- {
				g = &fs[j]
			}
		}
		if g.figure == nil {
			return
		}
		if f.head >= 0 && (fig.Measure == claim.Arrested || fig.Measure == claim.Participants || fig.Measure == claim.Displaced) && g.figure.Measure != fig.Measure {
			return // those hurt are not those arrested
		}
		if fig.Measure != claim.Destroyed && fig.Measure != claim.Deployed && (g.figure.Group == claim.OtherGroup || g.figure.Group == claim.Equipment) {
			return // "six maisons effondrées, des dizaines de disparus"
		}
		// "12 policiers tués et 41 blessés", never "12 morts et 41 blessés"
		if r.amongLine(g, f) {
			g.figure.PartOf = fig
			return // "quarante enfants figurent parmi les 112 morts"
		}
		if f.head < 0 && r.carriedTo(f) {
			return // "trois sauveteurs retrouvés morts, portant le bilan à 14": all the dead
		}
		if g.noun.measure == "" && g.figure.Group != claim.Equipment && g.figure.Group != claim.OtherGroup && (r.linked(&g.counted, &f.counted) || r.onlyPredicate(fs[k-1].npEnd, f)) || f.head < 0 || f.other {
			fig.Group, fig.Label, fig.LabelAt = g.figure.Group, g.figure.Label, g.figure.LabelAt
			fig.Because = append(fig.Because, claim.Reason{Rule: "group-of-neighbour", Span: g.figure.Span})
		}
		return
	}
	if f.other && f.noun.measure != claim.Kidnapped && len(r.r.Figures) > 0 {
		g := r.r.Figures[len(r.r.Figures)-1]
		if g.PartOf != nil {
			g = g.PartOf
		}
		if int(f.sent)-g.Sent <= 1 && g.Measure != claim.Destroyed {
			fig.Group, fig.Label, fig.LabelAt = g.Group, g.Label, g.LabelAt
		}
	}
}

// bodies are the dead found, whoever they were.
var bodies = lang.WordSet("corps cadavre cadavres")

// amongLine reports whether those of g are said to be among f: the one is a part of
// the other, and need not be of the same people.
func (r *reader) amongLine(g, f *finding) bool {
	if g.figure == nil || g.figure.Measure != f.measure || f.noun.measure == "" || g.figure.Quantity.Low >= f.quantity.High && f.quantity.High > 0 {
		return false
	}
	for i := f.first - 1; i > g.npEnd && i > f.first-5; i-- {
		if r.a.Tokens[i].Norm == "parmi" {
			return true
		}
	}
	return false
}

// carriedTo reports whether f is what a toll is brought to: "portant à 14 le nombre
// de morts".
func (r *reader) carriedTo(f *finding) bool {
	s := r.a.Sents[f.sent]
	for i := f.first - 1; i >= s.First && i > f.first-12; i-- {
		switch t := &r.a.Tokens[i]; {
		case t.Lemma == "porter" || t.Norm == "portant":
			return true
		case t.POS == lang.PUNCT, t.POS == lang.VERB:
			return false
		}
	}
	return false
}

// onlyPredicate reports whether between token end, where others counted or a part of
// them end, and f stands only what is said of them: "Neuf pompiers, dont deux
// femmes, ont été brûlés et 20 intoxiqués".
func (r *reader) onlyPredicate(end int32, f *finding) bool {
	for i := end + 1; i < f.first; i++ {
		if int(r.a.Tokens[i].Start) >= f.numStart {
			break // its own qualifier
		}
		switch t := &r.a.Tokens[i]; t.POS {
		case lang.AUX, lang.ADV, lang.CCONJ, lang.ADJ:
		case lang.VERB, lang.NOUN:
			if _, ok := r.v.participle(t.Norm); !ok {
				return false
			}
		default:
			if t.Norm != "," && t.Norm != "\"" && t.Norm != "»" {
				return false
			}
		}
	}
	return true
}

func (r *reader) label(fig *claim.Figure, start, end int) {
	s := r.r.Document.Text[start:end]
	trimmed := strings.TrimRight(s, "»\" ")
	end -= len(s) - len(trimmed)
	if end <= start {
		return
	}
	fig.LabelAt = r.span(start, end)
	fig.Label = strings.Join(strings.Fields(labelMarks.Replace(r.r.Document.Text[start:end])), " ")
}

// labelMarks writes a label without quotation marks and with one apostrophe.
var labelMarks = strings.NewReplacer("’", "'", "\"", "", "«", "", "»", "")
