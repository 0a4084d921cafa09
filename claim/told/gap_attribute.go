package told

import "recoupe/lang"

// What lacks by the way it is said, whatever its noun: "la position du navire n'est
// pas connue", "n'a pas précisé le montant de la rançon".

// tells are verbs that take nothing but what is told.
var tells = lang.WordSet("préciser dévoiler révéler divulguer spécifier élucider clarifier détailler")

// attributeAt reports whether the noun at j names something of somebody or something:
// it has a definite article, stands in the singular, and "de" follows. People, their
// bodies and orders have none that lacks.
func (r *reader) attributeAt(j int32, s lang.Sent) bool {
	t := &r.a.Tokens[j]
	if t.POS != lang.NOUN || j <= s.First || j+1 >= s.End || t.Morph.Has(lang.Plur) && !t.Morph.Has(lang.Sing) {
		return false
	}
	switch r.a.Tokens[j-1].Norm {
	case "le", "la", "l'":
	default:
		return false
	}
	if n, ok := r.nounOf(j); ok && (n.group != "" || n.thing || n.measure != "") {
		return false
	}
	i := j + 1
	for i < s.End && r.a.Tokens[i].POS == lang.ADJ {
		i++
	}
	return i < s.End && lang.FullForm(r.a.Tokens[i].Norm) == "de" && !deedNouns[t.Norm]
}

// deedNouns may be given, known or ignored without being what is told.
var deedNouns = lang.WordSet("ordre feu signal alerte accord autorisation permission existence avis droit chance peine goût air temps début fin moitié suite main parole moyen mode danger règle loi consigne code chemin reste")

// attributeObject is the attribute that the verb at v takes: right behind it, or past
// an adverb or a set phrase of time; -1 where there is none.
func (r *reader) attributeObject(v int32, s lang.Sent) int32 {
	for j := v + 1; j < s.End && j < v+7; j++ {
		t := &r.a.Tokens[j]
		switch {
		case t.POS == lang.NOUN:
			if r.attributeAt(j, s) {
				return j
			}
			return -1
		case t.POS == lang.DET, t.POS == lang.ADV, t.POS == lang.ADJ, notWords[t.Norm]:
		default:
			return -1
		}
	}
	return -1
}

// attributeSubject is the attribute that is the subject of the verb group that begins
// at first; -1 where something else is.
func (r *reader) attributeSubject(first int32, s lang.Sent) int32 {
	best := int32(-1)
	for j := first - 1; j >= s.First && j > first-12; j-- {
		t := &r.a.Tokens[j]
		switch {
		case t.POS == lang.VERB && t.Morph.Has(lang.Fin), t.POS == lang.PUNCT, t.POS == lang.SCONJ:
			return best
		case r.attributeAt(j, s):
			best = j
		}
	}
	return best
}

// attributeLack reads a denied verb at v with an attribute: "n'a pas précisé le montant
// de la rançon", "On ne connaît pas la position du navire", "La position du navire
// n'est pas connue".
func (r *reader) attributeLack(v int32, c *verbChain, s lang.Sent) (lack, bool) {
	if c.lead != denial && c.lead != refusal && c.lead != privation && c.lead != early {
		return lack{}, false
	}
	lemma := r.a.Tokens[v].Lemma
	known := lemma == "connaître" || r.a.Tokens[v].Norm == "connu" || r.a.Tokens[v].Norm == "connue"
	if c.passive {
		if !known && !tells[lemma] && lemma != "communiquer" && lemma != "établir" && lemma != "déterminer" {
			return lack{}, false
		}
		h := r.attributeSubject(c.first, s)
		if r.subjectThing(v, c.first, knows, s) >= 0 {
			return lack{}, false // "le nombre de morts dans la région de Lam n'est pas connu": no place lacks
		}
		if h < 0 || v+1 < s.End && known && (lang.FullForm(r.a.Tokens[v+1].Norm) == "de" || r.a.Tokens[v+1].Norm == "des" || r.a.Tokens[v+1].Norm == "pour") {
			return lack{}, false // "l'entrée de la grotte n'est pas connue des touristes"
		}
		return lack{first: r.nounStart(h, s), last: v, topic: h, end: max(h, c.first-1)}, true
	}
	if !tells[lemma] && !(known && r.anybody(c.first, s)) {
		return lack{}, false
	}
	if o := r.attributeObject(v, s); o >= 0 {
		return r.lackOf(c, v, o, s), true
	}
	return lack{}, false
}

// anybody reports whether the subject before the verb group at first is "on", "nul",
// "personne", "nous", or what comes "impossible de".
func (r *reader) anybody(first int32, s lang.Sent) bool {
	if first > s.First {
		switch r.a.Tokens[first-1].Norm {
		case "on", "nul", "personne", "nous", "l'on":
			return true
		}
	}
	n := r.a.Tokens[first].Norm
	return n == "impossible" || n == "difficile" || n == "tôt" || n == "prématuré"
}
