package told

import (
	"recoupe/claim"
	"recoupe/lang"
)

// Parts of a whole that has no number: "des blessés, dont huit enfants", "d'importants
// moyens ont été déployés, soit 60 pompiers et 12 ambulances".

// openWhole reads what happened to those counted off what is said of the many, told
// without a number, that they are counted out of.
func (r *reader) openWhole(c *counted, s lang.Sent) (predicate, bool) {
	if c.noun.measure != "" || c.single && c.head < 0 {
		return predicate{}, false
	}
	j := r.openCue(c, s) - 1
	if j > s.First && r.a.Tokens[j].Norm == "," {
		j--
	}
	if j <= s.First {
		return predicate{}, false
	}
	p := predicate{verb: j, from: j, to: j, left: true, finite: r.finiteOf(j, s), rule: "open-whole"}
	told := j
	for n := 0; n < 6 && told > s.First && !r.a.Tokens[told].Morph.Has(lang.Part_) && r.a.Tokens[told].POS != lang.PUNCT; n++ {
		told-- // "des renforts ont été envoyés au port, soit"
	}
	if v, ok := r.participleAt(told); ok && v.measure != claim.Participants && (v.arg&counts != 0 && r.passiveAt(told, s) || v.arg&doers != 0) && r.numberlessSubject(told, s) {
		p.verb, p.from, p.to, p.finite, p.measure, p.thing, p.only = told, told, told, r.finiteOf(told, s), v.measure, v.thing, v.arg&limits
		return p, true
	}
	for ; j > s.First && r.a.Tokens[j].POS == lang.ADJ; j-- {
	}
	n, ok := r.nounOf(j)
	if !ok || n.measure == "" || n.measure == claim.Participants || !r.a.Tokens[j].Morph.Has(lang.Plur) || !r.numberless(j, s) {
		return predicate{}, false
	}
	p.measure, p.only = n.measure, personOnly|knownOnly
	return p, true
}

// openCue is the word that leads from a whole to the list c stands in: "dont", "soit",
// a colon. It is 0 where there is none, or a verb stands between.
func (r *reader) openCue(c *counted, s lang.Sent) int32 {
	for i := c.first - 1; i > s.First+1 && i > c.first-24; i-- {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case "dont", "soit", ":":
			return i
		case "lesquels", "lesquelles":
			return i - 1
		case ";", "?", "!", "\"", "«", "qui", "que", "qu'":
			return 0
		}
		if (t.POS == lang.VERB || t.POS == lang.AUX) && !t.Morph.Has(lang.Part_) {
			return 0
		}
	}
	return 0
}

// numberless reports whether the plural noun at i is told without a number: "des
// blessés", "de nombreux renforts".
func (r *reader) numberless(i int32, s lang.Sent) bool {
	passed := false
	for i--; i >= s.First; i-- {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case "des", "les", "ces", "nombreux", "nombreuses", "multiples":
			return true
		case "de", "d'":
			return passed && (i == s.First || r.a.Tokens[i-1].POS != lang.NOUN && r.a.Tokens[i-1].POS != lang.NUM)
		}
		passed = true
		if t.POS != lang.ADJ {
			return false
		}
	}
	return false
}

// numberlessSubject reports whether the subject of the participle at v is many told
// without a number.
func (r *reader) numberlessSubject(v int32, s lang.Sent) bool {
	for i := s.First; i < v; i++ {
		if t := &r.a.Tokens[i]; t.Rel == lang.Nsubj && (t.Head == v || t.Head == r.a.Tokens[v].Head) && t.Morph.Has(lang.Plur) && t.POS == lang.NOUN {
			return r.numberless(i, s)
		}
	}
	return false
}
