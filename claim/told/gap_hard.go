package told

import "recoupe/lang"

// What cannot be checked, counted or traced.

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
