package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Which participle is said of those counted, and which of another noun, where
// several stand behind a number.

// agrees reports whether a bare participle may be said of those counted: one in
// the singular is another noun's ("plusieurs familles de la rue inondée"), and
// one in the plural says nothing of a single person.
func (w *walk) agrees(t *lang.Token) bool {
	if t.Morph.Has(lang.Fin) || !strings.ContainsAny(t.Norm, "éiuts") {
		return true
	}
	plural := strings.HasSuffix(t.Norm, "s")
	if w.c.single {
		return !plural || strings.HasSuffix(t.Norm, "is") || w.c.quantity.Low > 1 || w.andOne()
	}
	if plural || w.c.quantity.Low < 2 && w.c.quantity.Qualifier == lang.Exact {
		return true
	}
	if w.c.quantity.Qualifier == lang.Approx && t.Morph.Has(lang.Fem) {
		return true // "une trentaine de personnes, blessée": agrees with the word of number
	}
	_, verb := w.r.v.participle(t.Norm)
	return !verb || strings.HasPrefix(t.Norm, "décèd")
}

// stateBehind reports whether the aside that opens at the comma names some of those
// counted and a bare participle at i says of all of them what happened: "vingt autres,
// dont des enfants, grièvement blessées".
func (w *walk) stateBehind(comma, i int32) bool {
	switch w.r.a.Tokens[comma+1].Norm {
	case "dont", "parmi", "y", "notamment":
	default:
		return false
	}
	for i < w.s.End && w.r.a.Tokens[i].POS == lang.ADV {
		i++
	}
	if i >= w.s.End || !strings.HasSuffix(w.r.a.Tokens[i].Norm, "s") || w.c.single || w.r.a.Tokens[comma+2].POS == lang.NUM && w.r.a.Tokens[comma+3].POS == lang.PUNCT {
		return false
	}
	v, ok := w.r.participleAt(i)
	return ok && v.arg&counts != 0 && w.agrees(&w.r.a.Tokens[i])
}

// andOne reports whether the one person counted stands last in a row: "sept élèves et
// un gardien tués" says it of all.
func (w *walk) andOne() bool {
	i := w.c.first - 1
	if i > w.s.First && lang.FullForm(w.r.a.Tokens[i].Norm) == "de" {
		i--
	}
	return i > w.s.First && w.r.a.Tokens[i].Norm == "et"
}

// another reports whether the finite verb passed is in the singular where many
// are counted by an exact number: "un groupe de trois surfeurs a été emporté" is
// said of the group.
func (w *walk) another() bool {
	if w.c.single || w.c.quantity.Qualifier != lang.Exact || w.c.quantity.Low < 2 || w.c.head < 0 {
		return false
	}
	switch w.r.a.Tokens[w.finite].Norm {
	case "a", "est", "était", "avait", "fut", "aurait", "serait":
		return w.c.noun.measure == "" && !gathered(w)
	}
	return false
}

// gathered reports whether a word for a group stands before those counted.
func gathered(w *walk) bool {
	for i := w.c.first - 1; i >= w.s.First && i > w.c.first-5; i-- {
		if gatherings[w.r.a.Tokens[i].Norm] {
			return w.parens == 0
		}
	}
	return false
}

// replaced are the states that a later verb of the sentence puts an end to.
var replaced = map[claim.Measure]bool{claim.Kidnapped: true, claim.Arrested: true, claim.Injured: true, claim.Missing: true, claim.Evacuated: true, claim.Displaced: true, claim.Deployed: true, claim.Rescued: true}

// mainBehind looks behind a bare participle for the verb of the sentence: "neuf
// collégiens enlevés en mars ont été relâchés", "trente personnes intoxiquées ont
// été hospitalisées".
func (r *reader) mainBehind(c *counted, p predicate, s lang.Sent, limit int32) (predicate, bool) {
	if p.finite >= 0 || p.left || !replaced[p.measure] && (p.rule != "predicate-idiom" || p.measure == claim.Killed) || p.relative {
		return predicate{}, false
	}
	end := min(s.End, limit)
	for i := p.to + 1; i < end && i < p.to+26; i++ {
		t := &r.a.Tokens[i]
		if q, to, hit := r.idiomAt(i, &walk{r: r, c: c, s: s, finite: i, auxEtre: true}); hit && (t.Norm == "font" || t.POS == lang.VERB && t.Morph.Has(lang.Fin)) {
			q.to, q.from = to, i
			return q, true
		}
		switch {
		case t.Norm == "a" && r.a.Tokens[i-1].Norm == "y":
		case isBe(t) && t.Norm != "été" && t.Norm != "être" || isHave(t) && t.Norm != "avoir" && t.POS != lang.NOUN:
			if !pluralForm(t.Norm) && c.quantity.Low > 1 {
				return predicate{}, false // another's verb
			}
			d := *c
			d.npEnd = i - 1
			q, ok := r.behind(&d, s, limit)
			if ok && q.finite >= 0 && !q.relative {
				return q, true
			}
			return predicate{}, false
		case t.Norm == "," && i+1 < end && (isBe(&r.a.Tokens[i+1]) || isHave(&r.a.Tokens[i+1]) || r.a.Tokens[i+1].POS == lang.ADP):
		case t.Norm == ";" || t.Norm == ":" || t.Norm == "," || t.Norm == "qui" || t.Norm == "que" || t.Norm == "qu'" || t.Norm == "dont" || t.Norm == "et" || t.Norm == "mais" || t.Norm == "(" || t.Norm == ")":
			return predicate{}, false
		case t.POS == lang.VERB && t.Morph.Has(lang.Fin):
			return predicate{}, false
		}
	}
	return predicate{}, false
}

// pastList is the token behind ", femmes et adolescents": others counted with those
// of the number; i where no such list stands there.
func (w *walk) pastList(i int32) int32 {
	j := i + 1
	for ; j+1 < w.s.End && j < i+8; j++ {
		if t := &w.r.a.Tokens[j]; t.Norm == "," || t.Norm == "et" {
			continue
		}
		if n, ok := w.r.nounOf(j); !ok || n.group == "" || n.thing {
			break
		}
	}
	if j < i+4 || w.r.a.Tokens[j].Norm != "qui" && !isBe(&w.r.a.Tokens[j]) && !isHave(&w.r.a.Tokens[j]) {
		return i
	}
	return j
}

// bothOf reports whether the aside behind the comma at i says something of the two
// or three just told of: ", tous deux belges, sont morts".
func (w *walk) bothOf(i int32) (int32, bool) {
	if i+2 >= w.s.End || !strings.HasPrefix(w.r.a.Tokens[i+1].Norm, "tou") {
		return i, false
	}
	for j := i + 2; j+1 < w.s.End && j < i+12; j++ {
		if w.r.a.Tokens[j].Norm == "," {
			n := &w.r.a.Tokens[j+1]
			return j + 1, isBe(n) || isHave(n)
		}
	}
	return i, false
}

// pastFellows is the verb behind others told of without a number, who share it:
// "70 élèves et des enseignants ont été enlevés"; i where there are none.
func (w *walk) pastFellows(i int32) int32 {
	if w.finite >= 0 || w.c.head < 0 {
		return i
	}
	j := i + 1
	for j < w.s.End && (w.r.a.Tokens[j].POS == lang.DET || w.r.a.Tokens[j].Norm == "de" || w.r.a.Tokens[j].Joined) {
		j++
	}
	if j == i+1 || j+1 >= w.s.End {
		return i
	}
	n, ok := w.r.nounOf(j)
	if !ok || n.group == "" || n.thing {
		return i
	}
	if j++; w.r.a.Tokens[j].POS == lang.ADJ && j+1 < w.s.End {
		j++
	}
	if t := &w.r.a.Tokens[j]; isBe(t) || isHave(t) {
		return j
	}
	return i
}
