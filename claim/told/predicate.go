package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// A predicate is what is said of those counted.
type predicate struct {
	measure  claim.Measure
	thing    claim.Measure // measure where things are counted
	only     argument
	verb     int32 // the word that says it
	finite   int32 // its finite verb, -1 if none: mood and tense stand there
	from, to int32 // tokens of the whole predicate
	left     bool  // it stands before the number
	manner   bool
	relative bool // it stands in a relative clause: "qui ont été tués"
	rule     string
}

// fits returns the measure p gives to what n names, "" if they do not go together.
func (p *predicate) fits(n countNoun, known bool) claim.Measure {
	if p.only&knownOnly != 0 && !known {
		return ""
	}
	if n.thing {
		switch {
		case p.thing != "":
			return p.thing
		case p.only&personOnly != 0:
			return ""
		}
		return p.measure
	}
	if p.only&thingOnly != 0 && known {
		return ""
	}
	return p.measure
}

// find looks for what is said of c: behind it first, then before it.
func (r *reader) find(c *counted, limit int32) (predicate, bool) {
	s := r.a.Sents[c.sent]
	p, ok := r.before(c, s)
	if ok && (p.rule == "action-noun" || p.rule == "idiom-before") {
		if q, hit := r.behind(c, s, limit); hit && p.measure == claim.Rescued && q.measure == claim.Injured && q.finite < 0 {
			return q, true // "porte secours à 357 manifestants blessés"
		}
		if p.measure == claim.Deployed {
			if q, hit := r.amongThem(c, s); hit {
				return q, true // "la présence de deux Belges parmi les victimes"
			}
		}
		return p, true
	}
	if q, hit := r.behind(c, s, limit); hit {
		if ok && q.finite < 0 && (!c.single || p.measure == claim.Killed) && p.rule == "predicate-before" && p.measure != claim.Participants && p.measure != claim.Deployed && p.measure != claim.Destroyed {
			return p, true // "ont libéré douze marins enlevés en mars"
		}
		if q.relative {
			// "les otages qui avaient été capturés ont été relâchés"
			if main, ok := r.governed(c, s); ok && main.verb != q.verb {
				return main, true
			}
		}
		return q, true
	}
	if q, hit := r.attribute(c, s); hit && !ok {
		return q, true
	}
	if q, hit := r.captiveAside(c, s); hit && !ok {
		return q, true
	}
	if q, hit := r.inDanger(c, s); hit && !ok {
		return q, true
	}
	if q, hit := r.apposed(c, s); hit && !ok {
		return q, true
	}
	if q, hit := r.amongThem(c, s); hit && !ok {
		return q, true
	}
	if !ok && (!c.single || c.known && (c.rule == "one" || c.oneOf()) && c.noun.measure == "") {
		if p, ok = r.governed(c, s); !ok {
			return r.openWhole(c, s)
		}
	}
	return p, ok
}

// attribute reads those whom the victims or the dead are said to be: "Les victimes sont
// un gardien et une visiteuse".
func (r *reader) attribute(c *counted, s lang.Sent) (predicate, bool) {
	if c.head < 0 || c.noun.measure != "" {
		return predicate{}, false
	}
	h := c.head
	for n := 0; n < 4 && r.a.Tokens[h].Rel == lang.Conj; n++ {
		h = r.a.Tokens[h].Head
	}
	for i := s.First; i < h; i++ {
		t := &r.a.Tokens[i]
		if t.Rel != lang.Nsubj || t.Head != h || !t.Morph.Has(lang.Plur) || t.POS != lang.NOUN {
			continue
		}
		if b := &r.a.Tokens[min(i+1, s.End-1)]; isBe(b) && b.Morph.Has(lang.Sing) {
			continue // "la plus jeune des victimes est un lycéen"
		}
		if n, ok := r.nounOf(i); ok && n.measure != "" && n.measure != claim.Participants && i+1 < s.End && (isBe(&r.a.Tokens[i+1]) || isBe(&r.a.Tokens[min(i+2, s.End-1)])) {
			return predicate{measure: n.measure, only: personOnly | knownOnly, verb: i, from: i, to: i, left: true, finite: -1, rule: "attribute"}, true
		}
	}
	return predicate{}, false
}

// governed asks the syntax where the words alone say nothing: the verb whose
// subject the counted noun is, however much stands between them.
func (r *reader) governed(c *counted, s lang.Sent) (predicate, bool) {
	if c.head < 0 {
		return predicate{}, false
	}
	h := c.head
	if c.oneOf() {
		h = c.last // "l'un des prisonniers qui …  est décédé": one of them is the subject
	}
	if x := r.a.Tokens[h].Head; x >= c.first && x <= c.last && r.a.Tokens[x].POS == lang.NOUN {
		h = x // "une dizaine de pompiers": the word of number is the subject
	}
	for n := 0; n < 4 && r.a.Tokens[h].Rel == lang.Conj; n++ {
		h = r.a.Tokens[h].Head
	}
	t := &r.a.Tokens[h]
	if t.Rel != lang.Nsubj || t.Head <= c.npEnd || t.Head == h {
		return predicate{}, false
	}
	verb := t.Head
	start := verb
	for j := verb - 1; j > c.npEnd && j > verb-6; j-- {
		if x := &r.a.Tokens[j]; x.Head == verb && (x.POS == lang.AUX || x.Rel == lang.Expl) {
			start = j
		}
	}
	d := *c
	d.npEnd = start - 1
	return r.behind(&d, s, min(s.End, verb+6))
}

// behind reads the predicate that follows: "12 personnes ont été tuées",
// "8 soldats tués", "3 000 manifestants, dont des femmes, ont défilé".
func (r *reader) behind(c *counted, s lang.Sent, limit int32) (predicate, bool) {
	w := walk{r: r, c: c, s: s, finite: -1, auxEtre: false}
	i := c.npEnd + 1
	for steps := 0; i < min(s.End, limit) && steps < 30; steps++ {
		next, p, done, ok := w.step(i)
		if ok {
			p.from = i
			if w.finite >= 0 {
				p.from = w.finite
			}
			p.finite = w.finite
			p.relative = w.relative
			if q, ok := r.mainBehind(c, p, s, limit); ok {
				return q, true
			}
			return p, true
		}
		if done {
			return predicate{}, false
		}
		i = next
	}
	return predicate{}, false
}

// apposed reads what befell those counted from a participle set behind them: "trois
// pompiers, tués lors du sauvetage".
func (r *reader) apposed(c *counted, s lang.Sent) (predicate, bool) {
	i := c.npEnd + 2
	if c.head < 0 || c.single || i+1 >= s.End || r.a.Tokens[i-1].Norm != "," || !strings.HasSuffix(r.a.Tokens[i].Norm, "s") {
		return predicate{}, false
	}
	v, ok := r.participleAt(i)
	if !ok || r.a.Tokens[i].POS == lang.NOUN || v.arg&counts == 0 || v.arg&thingOnly != 0 || r.a.Tokens[i+1].POS != lang.ADP && r.a.Tokens[i+1].POS != lang.ADV {
		return predicate{}, false
	}
	for j := c.first - 1; j >= s.First; j-- {
		if int(r.a.Tokens[j].Start) >= c.numStart {
			continue
		}
		if r.a.Tokens[j].Norm == "à" {
			return predicate{}, false // "le nombre de blessés s'élève à 1.500 personnes, touchées par": a toll told already
		}
		break
	}
	switch v.measure {
	case claim.Killed, claim.Injured, claim.Arrested, claim.Kidnapped:
		return predicate{measure: v.measure, only: personOnly | knownOnly, verb: i, from: i, to: i, finite: -1, rule: "apposed"}, true
	}
	return predicate{}, false
}
