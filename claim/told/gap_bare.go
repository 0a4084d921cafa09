package told

import (
	"strings"

	"recoupe/lang"
)

// Verbs of giving and knowing that are denied with nothing named behind them.

// bareLack reads a denied verb whose thing is a pronoun, "rien", or was told before.
func (r *reader) bareLack(v int32, k gapVerb, c *verbChain, s lang.Sent) (lack, bool) {
	if x, ok := r.wordless(v, k, c, s); ok {
		return x, true
	}
	if n := min(v+1, s.End-1); r.a.WordBefore(v, s.First, 2, "en") && r.a.Tokens[v].Lemma == "dire" && (r.a.Tokens[n].Norm == "davantage" || r.a.Tokens[n].Norm == "plus") {
		return r.lackOf(c, v, -1, s), true // "n'a pas souhaité en dire davantage"
	}
	if lemma := r.a.Tokens[v].Lemma; c.lead == privation && c.clitic && (lemma == "chiffrer" || lemma == "préciser" || lemma == "détailler" || k == confirms) {
		return r.lackOf(c, v, -1, s), true // "sans les chiffrer"
	}
	if n := v + 2; k == confirms && c.lead != coming && c.lead != demand && n < s.End && r.a.Tokens[n].POS == lang.NOUN {
		switch r.a.Tokens[v+1].Norm {
		case "ces", "cette", "ce", "cet":
			x := r.lackOf(c, v, -1, s)
			x.last = n
			return x, true // "aucun moyen de vérifier ces dires"
		}
	}
	if (c.lead == denial || c.lead == privation) && k == confirms && r.norDenied(v, s) {
		return r.lackOf(c, v, -1, s), true // "n'ont ni confirmé ni démenti l'attaque"
	}
	if c.lead == denial && r.a.Tokens[v].Lemma == "expliquer" && r.a.WordBefore(v, s.First, 4, "s'") {
		return r.lackOf(c, v, -1, s), true // "ne s'expliquent pas la présence du camion"
	}
	if h := r.takenUpBy(c, s); h >= 0 && c.lead == denial && (k == confirms || r.a.Tokens[v].Lemma == "recouper" || r.a.Tokens[v].Lemma == "authentifier") {
		x := r.lackOf(c, v, -1, s)
		x.topic, x.end, x.back = h, h, true
		return x, true // "un bilan plus lourd, que l'agence n'a pas pu vérifier"
	}
	if c.lead == early && c.clitic && k != has {
		return r.lackOf(c, v, -1, s), true // "il est impossible de le savoir"
	}
	if c.lead == refusal && k == confirms {
		return r.lackOf(c, v, -1, s), true // "a refusé de confirmer"
	}
	if t := &r.a.Tokens[v]; c.lead == denial && (k == confirms || t.Lemma == "savoir") && r.nothing(c.first, v, s) {
		return r.lackOf(c, v, -1, s), true // "nous ne pouvons rien confirmer", "on ne sait rien"
	}
	if c.lead == denial && c.clitic && c.can && k == confirms {
		return r.lackOf(c, v, -1, s), true // "nous ne pouvons pas les confirmer"
	}
	if topic, ok := r.askedAbout(c.first, s); ok && topic >= 0 && c.lead == denial && r.a.Tokens[v].Lemma == "savoir" {
		x := r.lackOf(c, v, -1, s)
		x.topic, x.end = topic, r.phraseOf(topic, s)
		return x, true // "Interrogée sur le nombre de disparus, elle a dit ne pas savoir"
	}
	if c.lead == denial && c.clitic && (k == knows || k == gives) {
		for j := c.first - 1; j >= s.First; j-- {
			if r.thingAt(j) == tollThing {
				x := r.lackOf(c, v, j, s)
				x.first, x.last = r.clauseStart(c.first, s), v
				return x, true // "Interrogé sur le nombre de morts, il a dit ne pas le connaître"
			}
		}
		if n := &r.a.Tokens[c.first-1+boolInt(c.first == s.First)]; n.Norm == "personne" || n.Norm == "nul" {
			x := r.lackOf(c, v, -1, s)
			x.topic, x.end = r.askedJustBefore(s)
			return x, true // "Combien de morts ? Personne ne nous le dit"
		}
		if topic, end := r.askedJustBefore(s); topic >= 0 {
			x := r.lackOf(c, v, -1, s)
			x.topic, x.end = topic, end
			return x, true // "Combien étaient-ils ? La compagnie ne le dit pas"
		}
	}
	return lack{}, false
}

// wordless reads a denied verb that takes nothing at all, or all that was told before.
func (r *reader) wordless(v int32, k gapVerb, c *verbChain, s lang.Sent) (lack, bool) {
	if (c.lead == denial || c.lead == refusal) && !c.passive && r.saysNothing(v, s) {
		return r.lackOf(c, v, -1, s), true // "n'ont pas communiqué sur l'accident", "ne veut pas s'avancer"
	}
	if at := r.whichClause(c.first, s); c.lead == denial && c.can && at >= 0 && k == confirms {
		x := r.lackOf(c, v, -1, s)
		x.first = at
		return x, true // "…, ce que nous ne pouvons vérifier"
	}
	return lack{}, false
}

// saysNothing reports whether the verb at v, denied, is one of speaking out that takes no
// object: "communiqué sur l'accident", "s'avancer".
func (r *reader) saysNothing(v int32, s lang.Sent) bool {
	j := v + 1
	for j < s.End && (r.a.Tokens[j].POS == lang.ADV || notWords[r.a.Tokens[j].Norm]) {
		j++
	}
	switch r.a.Tokens[v].Lemma {
	case "communiquer":
		return j < s.End && r.a.Tokens[j].Norm == "sur"
	case "avancer":
		switch r.a.Tokens[max(v-1, s.First)].Norm {
		case "s'", "se", "m'", "me", "nous":
			return r.closedOff(j, s)
		}
	}
	return false
}

// norDenied reports whether "ni démenti", "ni exclu" goes with the verb at v.
func (r *reader) norDenied(v int32, s lang.Sent) bool {
	for j := v + 1; j+1 < s.End && j < v+5; j++ {
		if l := r.a.Tokens[j+1].Lemma; r.a.Tokens[j].Norm == "ni" && (l == "démentir" || l == "infirmer" || l == "exclure" || l == "nier" || r.a.Tokens[j+1].Norm == "démenti") {
			return true
		}
	}
	return false
}

// askedJustBefore is the "combien" of the sentence before s, and the end of what
// hangs on it; -1 if there is none.
func (r *reader) askedJustBefore(s lang.Sent) (topic, end int32) {
	if s.First == 0 {
		return -1, -1
	}
	p := r.a.Sents[r.a.Tokens[s.First-1].Sent]
	for j := p.First; j < p.End; j++ {
		if r.a.Tokens[j].Norm == "combien" {
			return j, r.phraseOf(j, p)
		}
	}
	return -1, -1
}

// nothing reports whether "rien" stands in the verb group from ne on.
func (r *reader) nothing(ne, v int32, s lang.Sent) bool {
	for j := ne; j < min(v+2, s.End); j++ {
		if r.a.Tokens[j].Norm == "rien" {
			return true
		}
	}
	return ne > s.First && r.a.Tokens[ne-1].Norm == "rien"
}

// longUntil reads "Il faudra des semaines avant de connaître le bilan", "attendre
// l'autopsie pour établir": what is known only later.
func (r *reader) longUntil(c *verbChain, v int32, s lang.Sent) bool {
	j := v - 1
	for j > s.First && (r.a.Tokens[j].Lemma == "pouvoir" || r.a.Tokens[j].POS == lang.ADV) {
		j--
	}
	if j <= s.First || !r.a.Tokens[v].Morph.Has(lang.Inf) {
		return false
	}
	switch n := lang.FullForm(r.a.Tokens[j].Norm); {
	case n == "de" && r.a.Tokens[j-1].Norm == "avant":
		j--
	case n != "pour":
		return false
	}
	for i := j - 1; i >= s.First && i > j-14; i-- {
		switch t := &r.a.Tokens[i]; {
		case t.Norm == ";" || t.Norm == ":", r.over(i, s) || i > s.First && r.over(i-1, s):
			return false
		case t.Lemma == "falloir", t.Lemma == "attendre", t.Lemma == "patienter", strings.HasPrefix(t.Norm, "nécessaire"):
			*c = verbChain{first: i, lead: early}
			return true
		}
	}
	return false
}

// over reports whether the waiting told of at i is past, and what was waited for came:
// "il a fallu attendre lundi pour connaître le bilan".
func (r *reader) over(i int32, s lang.Sent) bool {
	switch n := r.a.Tokens[i].Norm; n {
	case "fallu", "attendu", "patienté":
	default:
		return false
	}
	for j := i - 1; j >= s.First && j > i-4; j-- {
		if isHave(&r.a.Tokens[j]) {
			return true
		}
	}
	return false
}

// unableFor reads "ne peuvent se rendre sur les lieux pour confirmer": what
// somebody cannot go and do.
func (r *reader) unableFor(c *verbChain, v int32, k gapVerb, s lang.Sent) bool {
	if v <= s.First || r.a.Tokens[v-1].Norm != "pour" || k != confirms && r.a.Tokens[v].Lemma != "évaluer" {
		return false
	}
	for j := v - 2; j > s.First && j > v-14; j-- {
		t := &r.a.Tokens[j]
		if t.POS == lang.PUNCT {
			return false
		}
		if ne := j - 1; t.Lemma == "pouvoir" {
			if isHave(&r.a.Tokens[ne]) && ne > s.First {
				ne-- // "n'a pu se rendre sur place"
			}
			if isNot(r.a.Tokens[ne].Norm) {
				*c = verbChain{first: ne, lead: denial, can: true}
				return true
			}
		}
	}
	return false
}
