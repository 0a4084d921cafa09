package told

import (
	"recoupe/claim"
	"recoupe/claim/voice"
	"recoupe/lang"
)

// tollBy finds who gives the number of f; nil where nobody is named. g is the
// finding before it in the sentence, nil for the first.
func (r *reader) tollBy(f, g *finding, s lang.Sent) *claim.Attribution {
	giver := voice.GiverIn(r.a, s)
	at := r.placeOf(f, s)
	if by := giver.Behind(at); by != nil {
		return by
	}
	if g != nil && g.figure != nil {
		if by, head := giver.Beside(at, g.npEnd); by != nil && !r.demonym(head) {
			return by
		}
		if !(f.has && f.p.finite >= 0 && !f.p.left) && r.linked(&g.counted, &f.counted) && g.figure.By != nil && g.figure.By.Rule == "toll-counted" {
			return g.figure.By
		}
	}
	if by := giver.Counting(at, r.haveBefore); by != nil {
		return by
	}
	return giver.DrawnUp(at)
}

// placeOf is where the number of f and its noun stand.
func (r *reader) placeOf(f *finding, s lang.Sent) voice.Place {
	at := voice.Place{First: f.first, PhraseEnd: f.npEnd, Last: f.last}
	for at.First > s.First && int(r.a.Tokens[at.First-1].Start) >= f.numStart {
		at.First--
	}
	return at
}

// bracketBy is who a bracket right behind the number of f names, nil where none does.
func (r *reader) bracketBy(f *finding, s lang.Sent) *claim.Attribution {
	i := f.npEnd + 1
	if i+2 >= s.End || r.a.Tokens[i].Norm != "(" || r.a.Tokens[i+2].Norm != ")" {
		return nil
	}
	return voice.GiverIn(r.a, s).Behind(r.placeOf(f, s))
}

// nameRightBefore reports whether a proper name stands right before the number:
// "la Syrie 760 morts".
func (r *reader) nameRightBefore(f *finding) bool {
	return f.first > 0 && r.a.Tokens[f.first-1].POS == lang.PROPN && r.a.Tokens[f.first-1].Sent == f.sent
}

// afterIncise reports whether f goes on behind the incise that gave g its
// speaker, with no verb of its own: "est monté à 57 morts, a fait savoir le
// ministère, après la découverte de six corps".
func (r *reader) afterIncise(g, f *finding) bool {
	c := g.figure.Claim
	if c == nil || g.figure.By.CueSpan.Start < c.Content.End || f.has && f.p.finite >= 0 && !f.shared {
		return false
	}
	s := r.a.Sents[f.sent]
	for i := s.First; i < f.first; i++ {
		t := &r.a.Tokens[i]
		if int(t.Start) > g.figure.By.CueSpan.End && (t.Norm == ";" || t.Norm == "." || t.POS == lang.VERB && t.Morph.Has(lang.Fin)) {
			return false
		}
	}
	return true
}

// toldBy sets who gives the figure where no claim says it, and adds the claim.
func (r *reader) toldBy(fs []finding, k int, fig *claim.Figure, s lang.Sent) {
	f := &fs[k]
	if by := r.bracketBy(f, s); by != nil && (fig.By == nil || fig.By.Speaker != by.Speaker) {
		r.say(fig, by) // "de 70 (mairie) à 240 (syndicats)", whoever spoke before
		return
	}
	var g *finding
	for j := k - 1; j >= 0 && g == nil; j-- {
		if fs[j].figure != nil {
			g = &fs[j]
		}
	}
	if fig.By == nil && g != nil && g.figure.By != nil && (r.colonBetween(&g.counted, &f.counted) || r.afterIncise(g, f)) {
		fig.By, fig.Claim = g.figure.By, g.figure.Claim
		return
	}
	contrast := fig.Claim != nil && g != nil && g.figure.Claim == fig.Claim && (!r.linked(&g.counted, &f.counted) || r.nameRightBefore(f))
	if fig.Claim != nil && !contrast {
		return
	}
	by := r.tollBy(f, g, s)
	if by != nil && voice.IsToll(by) {
		by = voice.GiverOf(r.a, by)
	}
	if by == nil {
		if g != nil && fig.By == nil && (f.whole == g.figure || r.inRowOf(g, f)) {
			fig.By, fig.Claim = g.figure.By, g.figure.Claim
		}
		return
	}
	if contrast && fig.By != nil && by.Speaker == fig.By.Speaker {
		return // "onze morts et une trentaine blessées, d'après la police": all hers
	}
	if contrast && by.Rule != "toll-contrast" && by.Rule != "toll-beside" {
		return
	}
	if g != nil && g.figure.By == by {
		fig.By, fig.Claim = by, g.figure.Claim
		return
	}
	r.say(fig, by)
}

// inRowOf reports whether f goes on a row of numbers that somebody named before them
// gives: "Le rapport compte 12 morts, dont neuf femmes, trois enfants et un vieillard".
func (r *reader) inRowOf(g, f *finding) bool {
	by := g.figure.By
	return by != nil && by.CueSpan.Start < g.numStart && by.CueSpan.Start >= r.r.Document.Sentences[f.sent].Start && r.linked(&g.counted, &f.counted)
}

// say puts fig on the word of by, as a claim of its own.
func (r *reader) say(fig *claim.Figure, by *claim.Attribution) {
	c := &claim.Claim{ID: claimID(r.r.Document, fig.Span.Start), Content: fig.Span, Span: fig.Span.Cover(by.Span), Kind: claim.Indirect, By: by, Stance: claim.Asserted}
	r.r.Claims = append(r.r.Claims, c)
	fig.By, fig.Claim = by, c
}

// respective gives the k-th figure its own speaker where two speakers and two numbers
// stand in the same order: "La police et l'hôpital ont annoncé respectivement 12 et 15
// morts".
func (r *reader) respective(fs []finding, k int, fig *claim.Figure, s lang.Sent) {
	n := -1
	switch {
	case fig.By == nil:
	case k+1 < len(fs) && r.paired(&fs[k], &fs[k+1]):
		n = 0
	case k > 0 && r.paired(&fs[k-1], &fs[k]):
		n = 1
	}
	if n < 0 || !r.wordIn(s, "respectivement") {
		return
	}
	by := voice.GiverIn(r.a, s).Each(fig.By, n)
	if by == nil {
		return
	}
	r.say(fig, by)
}

// paired reports whether nothing but "et" stands between two counted things.
func (r *reader) paired(f, g *finding) bool {
	return g.first == f.npEnd+2 && r.a.Tokens[f.npEnd+1].Norm == "et"
}

func (r *reader) wordIn(s lang.Sent, word string) bool {
	for i := s.First; i < s.End; i++ {
		if r.a.Tokens[i].Norm == word {
			return true
		}
	}
	return false
}
