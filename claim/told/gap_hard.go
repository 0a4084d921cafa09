package told

import "recoupe/lang"

// What cannot be checked, counted or traced, or is only part of the toll.

// uncheckable reads "un bilan encore plus lourd, invérifiable dans l'immédiat".
func (r *reader) uncheckable(i int32, s lang.Sent) (lack, bool) {
	for j := i - 1; j >= s.First && j > i-8; j-- {
		if r.thingAt(j) != noThing {
			return lack{first: r.nounStart(j, s), last: i, topic: j, end: j}, true
		}
		if t := &r.a.Tokens[j]; t.POS != lang.ADV && t.POS != lang.ADJ && t.Norm != "," {
			break
		}
	}
	return lack{}, false
}

// hardship reads "des difficultés à compter les morts", "son incapacité à donner un
// bilan".
func (r *reader) hardship(i int32, s lang.Sent) (lack, bool) {
	v := i + 2
	if v >= s.End || r.a.Tokens[i+1].Norm != "à" && lang.FullForm(r.a.Tokens[i+1].Norm) != "de" || !r.a.Tokens[v].Morph.Has(lang.Inf) {
		return lack{}, false
	}
	k := gapVerbs[r.a.Tokens[v].Lemma]
	if r.a.Tokens[v].Lemma == "compter" {
		k = knows
	}
	if k != knows && k != gives && k != confirms {
		return lack{}, false
	}
	o, open := r.objectOf(v, k, s)
	if o < 0 || !open && k == gives && r.thingAt(o) != tollThing {
		return lack{}, false
	}
	return lack{first: r.nounStart(i, s), last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
}

// wayUnknown reads "le parcours des autres reste inconnu": the state at i of something
// that is nobody, and to no one more than another.
func (r *reader) wayUnknown(i, copula int32, s lang.Sent) (lack, bool) {
	if i+1 < s.End && lang.FullForm(r.a.Tokens[i+1].Norm) == "de" {
		return lack{}, false // "inconnu de la police"
	}
	for j := s.First; j < copula; j++ {
		t := &r.a.Tokens[j]
		if t.Rel != lang.Nsubj || t.Head != i && t.Head != copula || t.POS != lang.NOUN {
			continue
		}
		if n, ok := r.nounOf(j); ok && !n.thing || r.mayBePeople(j) && !ok && lang.IsCapital(r.r.Document.Text[t.Start:t.End]) {
			return lack{}, false
		}
		return lack{first: r.nounStart(j, s), last: i, topic: -1, end: -1}, true
	}
	return lack{}, false
}

// lawSilent reports whether it is a law or treaty that is silent at i: it lacks a rule,
// and no news.
func (r *reader) lawSilent(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First; j-- {
		switch r.a.Tokens[j].Lemma {
		case "loi", "texte", "règlement", "code", "traité", "accord", "convention", "constitution":
			return true
		}
	}
	return false
}

// presented reads "Il s'agit encore de chiffres provisoires", "Ce n'est qu'un bilan
// partiel", "Ce n'est pas un bilan complet".
func (r *reader) presented(i int32, s lang.Sent) (lack, bool) {
	n := r.a.Tokens[i].Norm
	h := i - 1
	for h > s.First && r.a.Tokens[h].POS == lang.ADV {
		h--
	}
	if h <= s.First || !partialStates[n] && !wholeStates[n] || r.thingAt(h) != tollThing {
		return lack{}, false
	}
	denied := false
	for j := h - 1; j >= s.First && j > h-9; j-- {
		switch t := &r.a.Tokens[j]; {
		case t.Norm == "pas", t.Norm == "jamais":
			denied = true
		case t.Lemma == "agir" && r.a.WordBefore(j, s.First, 2, "s'"), isBe(t) && r.thatIs(j, s):
			return lack{first: r.clauseStart(j, s), last: i, topic: h, end: i}, denied == wholeStates[n]
		case t.POS != lang.ADV && t.POS != lang.ADP && t.POS != lang.DET && t.POS != lang.ADJ && lang.FullForm(t.Norm) != "que" && !adverbials[t.Norm]:
			return lack{}, false
		}
	}
	return lack{}, false
}

// thatIs reports whether the form of être at i has "ce" for its subject.
func (r *reader) thatIs(i int32, s lang.Sent) bool {
	return i > s.First && (lang.FullForm(r.a.Tokens[i-1].Norm) == "ce" || lang.FullForm(r.a.Tokens[i-1].Norm) == "ne" && i-1 > s.First && lang.FullForm(r.a.Tokens[i-2].Norm) == "ce")
}

// vagueWay reads "dans des circonstances encore floues", "pour des raisons obscures":
// how or why it happened is left open by the word beside.
func (r *reader) vagueWay(i int32, s lang.Sent) (lack, bool) {
	n := r.a.Tokens[i].Norm
	if scarce[n] || !gapStates[n] && !poorly[n] || i+1 < s.End && lang.FullForm(r.a.Tokens[i+1].Norm) == "de" {
		return lack{}, false
	}
	h := i - 1
	for h > s.First && h > i-4 && r.a.Tokens[h].POS == lang.ADV {
		h--
	}
	if h < s.First {
		return lack{}, false
	}
	switch r.a.Tokens[h].Norm {
	case "circonstances", "conditions", "raisons", "causes", "motifs":
	default:
		return lack{}, false
	}
	from := r.nounStart(h, s)
	if from-1 > s.First && r.a.Tokens[from-1].Norm == "de" && r.a.Tokens[from].Joined {
		from-- // "des"
	}
	if from <= s.First || r.a.Tokens[from-1].Norm != "dans" && r.a.Tokens[from-1].Norm != "pour" {
		return lack{}, false
	}
	return lack{first: from - 1, last: i, topic: h, end: h}, true
}

// takenUpBy is the thing that the relative pronoun "que" before the denial of c takes
// up, "un bilan, que l'agence n'était pas en mesure de vérifier"; -1 where none does.
func (r *reader) takenUpBy(c *verbChain, s lang.Sent) int32 {
	for j := c.first - 1; j > s.First && j > c.first-8; j-- {
		t := &r.a.Tokens[j]
		if t.POS == lang.PUNCT || t.POS == lang.VERB {
			return -1
		}
		if lang.FullForm(t.Norm) != "que" {
			continue
		}
		for k := j - 1; k >= s.First && k > j-8; k-- {
			if r.thingAt(k) == tollThing || r.thingAt(k) == newsThing {
				return k
			}
			if r.a.Tokens[k].POS == lang.VERB {
				return -1
			}
		}
		return -1
	}
	return -1
}

// goesOnAt is the token behind the "et" that stands between byte from and token i, with
// a subject of its own behind it; -1 where none does.
func (r *reader) goesOnAt(i int32, from int) int32 {
	for j := i - 1; j >= 0 && int(r.a.Tokens[j].Start) >= from; j-- {
		if t := &r.a.Tokens[j]; (t.Norm == "et" || t.Norm == "mais") && j+1 < i && (r.a.Tokens[j+1].POS == lang.PRON || r.a.Tokens[j+1].POS == lang.DET && r.thingAt(j+2) != noThing) {
			return j + 1
		}
	}
	return -1
}

// asserted is the "que" or "si" behind an impersonal passive at v: "il n'a pas été établi
// que le chauffeur était ivre"; -1 where none stands there.
func (r *reader) asserted(v int32, c *verbChain, s lang.Sent) int32 {
	if c.lead != denial || c.first <= s.First || r.a.Tokens[c.first-1].Norm != "il" {
		return -1
	}
	for j := v + 1; j < s.End && j < v+7; j++ {
		switch t := &r.a.Tokens[j]; {
		case lang.FullForm(t.Norm) == "que" && t.POS == lang.SCONJ:
			return j
		case t.POS == lang.PUNCT, t.POS == lang.VERB:
			return -1
		}
	}
	return -1
}
