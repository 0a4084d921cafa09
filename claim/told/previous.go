package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Tolls that were told before the one that counts now.

// previousCues call a toll an earlier one.
var previousCues = []string{"précédent bilan", "bilan précédent", "premier bilan", "bilan antérieur", "dernier bilan faisait", "précédemment", "bilan initial", "première estimation", "décompte précédent", "précédent décompte", "jusqu'alors de", "jusque-là de"}

// earlierCues say that what somebody had said, others said later otherwise.
var earlierCues = []string{"plus tôt", "auparavant", "dans un premier temps", "d'abord", "initialement", "au départ", "un peu avant", "quelques heures avant", "la veille"}

// saidBefore marks the figures that somebody "avait annoncé" before the report told
// another number of the same people: French tells in the pluperfect what was said
// earlier, and in the perfect what holds. A crowd is left out: two sides count it,
// and whoever spoke first was not corrected by the other.
func (r *reader) saidBefore() {
	for _, f := range r.r.Figures {
		if f.Previous || f.Aside || f.PartOf != nil || f.Stance == claim.Denied || f.Measure == claim.Participants || !r.pluperfectCue(f) {
			continue
		}
		if g := r.toldSince(f); g != nil {
			f.Previous = true
			r.r.Remarks = append(r.r.Remarks, &claim.Remark{Kind: claim.PreviousTold, Span: f.Span, By: f.By, Of: f, To: g, Rule: "said-before"})
		}
	}
}

// pluperfectCue reports whether the verb of saying that gives f stands in the
// pluperfect: "avait fait état de".
func (r *reader) pluperfectCue(f *claim.Figure) bool {
	if f.By == nil || f.By.CueSpan.IsZero() {
		return false
	}
	i := r.a.TokenAt(f.By.CueSpan.Start)
	if int(i) >= len(r.a.Tokens) {
		return false
	}
	for j := i; j >= 0 && j >= i-3 && r.a.Tokens[j].Sent == r.a.Tokens[i].Sent; j-- {
		switch t := &r.a.Tokens[j]; {
		case t.Norm == "avait" || t.Norm == "avaient":
			return true
		case j < i && t.POS != lang.ADV && t.POS != lang.AUX && t.POS != lang.PRON:
			return false
		}
	}
	return false
}

// toldSince is the figure of the same people, with a number that cannot be that of
// f, which the report tells as what holds; nil if it tells none. One that was itself
// said in the pluperfect holds only where f is said to be the earlier of the two.
func (r *reader) toldSince(f *claim.Figure) *claim.Figure {
	s := r.r.Document.Sentences[f.Sent]
	low := strings.ToLower(strings.ReplaceAll(r.r.Document.Text[s.Start:s.End], "’", "'"))
	earlier := false
	for _, cue := range earlierCues {
		earlier = earlier || strings.Contains(low, cue)
	}
	var best *claim.Figure
	for _, g := range r.r.Figures {
		if g == f || g.Measure != f.Measure || g.Previous || g.Aside || g.PartOf != nil || g.Stance != claim.Asserted || !sameCount(f, g) {
			continue
		}
		if r.pluperfectCue(g) && !(earlier && g.Sent >= f.Sent-1 && g.Sent <= f.Sent+1) {
			continue
		}
		if best == nil || abs(g.Sent-f.Sent) < abs(best.Sent-f.Sent) {
			best = g
		}
	}
	return best
}

// sameCount reports whether f and g may be two counts of the same people, and
// cannot both hold.
func sameCount(f, g *claim.Figure) bool {
	if f.Group != g.Group && f.Group != claim.People && g.Group != claim.People {
		return false
	}
	if f.Quantity.Low <= g.Quantity.High && g.Quantity.Low <= f.Quantity.High {
		return false
	}
	p, q := f.Place, g.Place
	return f.Scope == g.Scope && f.Elsewhere == g.Elsewhere && (p == nil || q == nil || p.Name == q.Name || p.Precision != q.Precision)
}

func abs(n int) int { return max(n, -n) }
