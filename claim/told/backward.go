package told

import (
	"recoupe/claim"
	"recoupe/claim/voice"
	"recoupe/lang"
)

// The way left from a number to what is said of those counted.

// before reads the predicate that precedes: "a tué 12 personnes", "la mort de
// dix-sept personnes", "faisant 3 morts", "coûté la vie à 8 soldats".
func (r *reader) before(c *counted, s lang.Sent) (predicate, bool) {
	i := c.first - 1
	for i >= s.First && int(r.a.Tokens[i].Start) >= c.numStart {
		i--
	}
	w := backward{r: r, c: c, s: s}
	for steps := 0; i >= s.First && steps < 12; steps++ {
		next, p, ok, done := w.step(i)
		if done {
			return p, ok
		}
		i = next - 1
	}
	return predicate{}, false
}

// A backward walk goes left from a number, looking for its predicate.
type backward struct {
	r      *reader
	c      *counted
	s      lang.Sent
	of, to bool // "de", "à" were passed
}

// step looks at token i. It returns the last token to pass, or the predicate, and
// whether the walk is done.
func (w *backward) step(i int32) (next int32, p predicate, ok, done bool) {
	r, t := w.r, &w.r.a.Tokens[i]
	if p, ok := r.idiomBefore(i, w.s, w.to, w.of); ok {
		p.verb, p.from, p.to, p.left, p.finite = i, i, i, true, r.finiteOf(i, w.s)
		return i, p, true, true
	}
	if t.Norm == "selon" && voice.PersonPronoun(r.a.Tokens[i+1].Norm) {
		return i, p, false, false // "ayant tué, selon eux, douze soldats"
	}
	if p, ok := r.alongWith(i, w.s); ok && !w.of && !w.to {
		return i, p, true, true
	}
	if passed, stops := w.link(i); passed || stops {
		return i, p, false, stops
	}
	if w.of {
		return w.behindOf(i)
	}
	if p, ok, done := w.verb(i); done {
		return i, p, ok, true
	}
	return w.between(i)
}

// link passes the small words between a verb and its number, and stops at those that
// part them.
func (w *backward) link(i int32) (passed, stops bool) {
	r, t := w.r, &w.r.a.Tokens[i]
	switch t.Norm {
	case "de", "d'", "des", "du":
		// "en blessant des milliers": an article and no "de"
		w.of = w.of || !(w.c.quantity.Qualifier == lang.Vague && i >= w.c.first-2 && r.surface(i) == "des" && !r.nounBefore(i, w.s))
		return true, false
	case "à", "aux", "au":
		w.to = true
		return true, false
	case "que", "qu'":
		// "n'ont reçu que six blessés"
		passed = r.a.WordBefore(i, w.s.First, 7, "n'") || r.a.WordBefore(i, w.s.First, 7, "ne")
		return passed, !passed
	case "par", "pour", "avec", "dans", "sur", "entre", "contre", "selon", "après", ";", ":", ".", "qui", "et", "ou", "mais", "parmi", "dont":
		return false, true
	}
	return false, false
}

// behindOf reads what a number behind "de" hangs on: "la mort de 12 personnes".
func (w *backward) behindOf(i int32) (next int32, p predicate, ok, done bool) {
	r, t := w.r, &w.r.a.Tokens[i]
	if gatherings[t.Norm] {
		w.of = false
		return i, p, false, false
	}
	if thoseOf[t.Norm] {
		p, ok := r.deedTakenUp(i, w.s)
		return i, p, ok, true
	}
	if t.POS == lang.NOUN && i-1 > w.s.First {
		switch r.a.Tokens[i-1].Norm {
		case "sans":
			if t.Norm == "vie" {
				return i - 1, p, false, false // "le corps sans vie d'une retraitée"
			}
		case "par":
			if m, ok := r.actionAt(&r.a.Tokens[i-2]); ok && m == claim.Killed {
				return i - 1, p, false, false // "la mort par asphyxie de neuf détenus"
			}
		}
	}
	if t.POS == lang.NOUN || t.POS == lang.PROPN {
		if p, ok, done := r.actionOver(w.c, i, w.s); done {
			return i, p, ok, true
		}
	}
	if t.Morph.Has(lang.Part_) && i > w.s.First && r.a.Tokens[i-1].POS == lang.NOUN {
		if _, ok := r.actionAt(&r.a.Tokens[i-1]); ok {
			return i, p, false, false // "le déplacement forcé de 800.000 habitants"
		}
	}
	return w.between(i)
}

// verb reads the verb at i that has the number for object; done where it settles
// the matter, be it that the verb says nothing of the number.
func (w *backward) verb(i int32) (p predicate, ok, done bool) {
	r, s, t := w.r, w.s, &w.r.a.Tokens[i]
	p = predicate{verb: i, from: i, to: i, left: true}
	if g := w.c.noun.group; forceVerbs[t.Lemma] && (g == claim.Soldiers || g == claim.SecurityForces || g == claim.Equipment) && r.forceBefore(i, s) {
		p.measure, p.finite, p.rule = claim.Deployed, r.finiteOf(i, s), "strength-of-force"
		return p, true, true
	}
	if q, ok := r.takenIn(w.c, i, s); ok {
		return q, true, true
	}
	if t.Lemma == "falloir" && t.Morph.Has(lang.Past) {
		p.measure, p.only, p.finite, p.rule = claim.Deployed, knownOnly, r.finiteOf(i, s), "needed" // "il a fallu 300 gendarmes"
		return p, true, true
	}
	if m := r.aimedAt(i, s); m != "" {
		p.measure, p.only, p.finite, p.rule = m, personOnly|knownOnly, r.finiteOf(i, s), "aimed-at"
		return p, true, true
	}
	v, ok := r.activeVerb(i)
	if !ok {
		return predicate{}, false, false
	}
	if r.afterQuote(i, s) || r.passiveAt(i, s) && !r.inverted(i, w.c, s) || v.arg&counts == 0 {
		return predicate{}, false, true
	}
	if t.Lemma == "pleurer" && i > s.First && r.a.Tokens[i-1].POS == lang.PUNCT {
		return predicate{}, false, true // "« C'est mon fils », pleure une mère"
	}
	p.measure, p.thing, p.only, p.manner = v.measure, v.thing, v.arg&limits, v.arg&manner != 0
	p.finite, p.rule = r.finiteOf(i, s), "predicate-before"
	return p, true, true
}

// between passes what may stand between a verb and its number, and stops at a verb or
// a noun of its own.
func (w *backward) between(i int32) (next int32, p predicate, ok, done bool) {
	r, t := w.r, &w.r.a.Tokens[i]
	switch t.POS {
	case lang.VERB, lang.AUX:
		return i, p, false, true
	case lang.NOUN, lang.PROPN:
		if t.Norm == "occasion" && i-3 >= w.s.First && r.a.Tokens[i-3].Norm == "par" {
			return i - 3, p, false, false // "tue par la même occasion les 298 passagers"
		}
		if j := r.locution(i); j >= 0 {
			return j, p, false, false // "tuant d'abord plusieurs écoliers"
		}
		if j := r.takenOutOf(i, w.s); j > w.s.First {
			return j, p, false, false // "ont extrait des décombres 14 personnes"
		}
		if j := r.circumstanceStart(i, w.s); j > w.s.First {
			return j, p, false, false // "le décès en prison de deux opposants"
		}
		return i, p, false, !r.adverbial(i)
	}
	return i, p, false, false
}

// locution is the preposition of the adverb of two words that ends at i, "en effet",
// "d'abord"; -1 where none does.
func (r *reader) locution(i int32) int32 {
	if i > 0 && locutions[lang.FullForm(r.a.Tokens[i-1].Norm)+" "+r.a.Tokens[i].Norm] {
		return i - 1
	}
	return -1
}

// locutions are adverbs of a preposition and a noun: they say nothing of what befell
// anybody.
var locutions = map[string]bool{"en effet": true, "en fait": true, "de fait": true, "en outre": true, "en réalité": true, "de abord": true, "par ailleurs": true, "par contre": true, "en revanche": true, "de nouveau": true, "à nouveau": true, "en vain": true, "en conséquence": true, "par balles": true, "par balle": true, "par erreur": true, "par accident": true, "par surprise": true}

// takenOutOf is the "des" that leads from a verb of taking out to the noun at i, what
// people are taken out of; -1 where none stands there.
func (r *reader) takenOutOf(i int32, s lang.Sent) int32 {
	j := i - 1
	for j > s.First && (r.a.Tokens[j].Joined || r.a.Tokens[j].POS == lang.DET && r.a.Tokens[j].Norm != "des") {
		j--
	}
	if j <= s.First || lang.FullForm(r.a.Tokens[j].Norm) != "de" && r.a.Tokens[j].Norm != "des" {
		return -1
	}
	switch r.a.Tokens[j-1].Lemma {
	case "extraire", "sortir", "retirer", "dégager", "tirer", "évacuer", "extirper", "désincarcérer":
		return j
	}
	return -1
}

// deedTakenUp is the noun of action that "celui de" at i takes up: "le décès du maire et
// celui de six passants".
func (r *reader) deedTakenUp(i int32, s lang.Sent) (predicate, bool) {
	for j := i - 1; j >= s.First && j > i-12; j-- {
		t := &r.a.Tokens[j]
		if t.Norm == ";" || t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			break
		}
		if m, ok := r.actionAt(t); ok && t.POS == lang.NOUN && m != claim.Deployed && m != claim.Participants {
			return predicate{measure: m, only: actionOf(m), verb: j, from: j, to: j, left: true, finite: r.finiteOf(j, s), rule: "action-noun"}, true
		}
	}
	return predicate{}, false
}
