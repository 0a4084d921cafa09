package told

import "recoupe/lang"

// What is wanting, told later, or hard to come by.

// wanting reads "il manque encore les chiffres de deux provinces": the number itself
// is what is missing.
func (r *reader) wanting(i int32, s lang.Sent) (lack, bool) {
	t := &r.a.Tokens[i]
	if i <= s.First || !t.Morph.Has(lang.Fin) || r.a.Tokens[i-1].Norm != "il" {
		return lack{}, false
	}
	j := i + 1
	for j < s.End && (r.a.Tokens[j].POS == lang.ADV || r.a.Tokens[j].POS == lang.DET || r.a.Tokens[j].POS == lang.ADJ) {
		j++
	}
	if j >= s.End || r.thingAt(j) != tollThing {
		return lack{}, false
	}
	return lack{first: i - 1, last: r.phraseOf(j, s), topic: j, end: r.phraseOf(j, s)}, true
}

// closedOff reports whether the verb before j takes nothing: a mark stands there, a
// conjunction or an adverb.
func (r *reader) closedOff(j int32, s lang.Sent) bool {
	if j >= s.End {
		return true
	}
	switch r.a.Tokens[j].POS {
	case lang.PUNCT, lang.ADV, lang.CCONJ, lang.SCONJ:
		return true
	}
	return false
}

// longBefore reads "cela peut prendre des jours avant qu'un bilan puisse être dressé":
// the verb at v, of class k, is what only comes later.
func (r *reader) longBefore(v int32, k gapVerb, s lang.Sent) (lack, bool) {
	if k != knows && k != gives && k != confirms {
		return lack{}, false
	}
	first := v
	for first > s.First && (isBe(&r.a.Tokens[first-1]) || r.a.Tokens[first-1].Lemma == "pouvoir" || r.a.Tokens[first-1].POS == lang.ADV || isNot(r.a.Tokens[first-1].Norm)) {
		first--
	}
	h := r.subjectThing(v, first, k, s)
	if h < 0 || first == v {
		return lack{}, false
	}
	j := h - 1
	for j > s.First && r.a.Tokens[j].POS != lang.SCONJ && j > h-8 {
		j--
	}
	if j <= s.First || lang.FullForm(r.a.Tokens[j].Norm) != "que" || r.a.Tokens[j-1].Norm != "avant" {
		return lack{}, false
	}
	for i := j - 2; i >= s.First && i > j-12; i-- {
		switch t := &r.a.Tokens[i]; {
		case t.POS == lang.PUNCT, r.over(i, s):
			return lack{}, false
		case t.Lemma == "falloir", t.Lemma == "prendre", t.Lemma == "attendre", t.Lemma == "passer":
			return lack{first: r.clauseStart(i, s), last: v, topic: h, end: first - 1}, true
		}
	}
	return lack{}, false
}

// hardToReach reads "difficile d'arriver à un décompte précis".
func (r *reader) hardToReach(i int32, s lang.Sent) (lack, bool) {
	if i+4 >= s.End || lang.FullForm(r.a.Tokens[i+1].Norm) != "de" || r.a.Tokens[i+3].Norm != "à" {
		return lack{}, false
	}
	switch r.a.Tokens[i+2].Lemma {
	case "arriver", "parvenir", "aboutir":
	default:
		return lack{}, false
	}
	j := i + 4
	for j < s.End && (r.a.Tokens[j].POS == lang.DET || r.a.Tokens[j].POS == lang.ADJ) {
		j++
	}
	if j >= s.End || r.thingAt(j) != tollThing {
		return lack{}, false
	}
	return lack{first: r.clauseStart(i, s), last: r.phraseOf(j, s), topic: j, end: r.phraseOf(j, s)}, true
}

// untold are participles that "non" stands before: "dans des circonstances non précisées".
var untold = lang.WordSet("préciser communiquer dévoiler révéler divulguer déterminer établir élucider éclaircir spécifier")

// notTold reads "un nombre non précisé de blessés": "non" at i and the participle behind it
// are said of a thing. What is "non confirmé" was told, and is a report of its own.
func (r *reader) notTold(i int32, s lang.Sent) (lack, bool) {
	if i+1 >= s.End || !r.a.Tokens[i+1].Morph.Has(lang.Part_) || !untold[r.a.Tokens[i+1].Lemma] {
		return lack{}, false
	}
	j := i - 1
	for j > s.First && (r.a.Tokens[j].POS == lang.ADV || r.a.Tokens[j].POS == lang.ADJ) {
		j--
	}
	if j < s.First || r.thingAt(j) == noThing || r.thingAt(j) == newsThing {
		return lack{}, false
	}
	return lack{first: r.nounStart(j, s), last: r.nearEnd(i+1, s), topic: j, end: r.nearEnd(i+1, s)}, true
}

// adjectival reports whether the verb at j is an adjective the tagger missed: "aucune
// information précise n'était disponible".
func (r *reader) adjectival(j int32, s lang.Sent) bool {
	if j-2 < s.First || j+1 >= s.End || r.a.Tokens[j-1].POS != lang.NOUN || !isNot(r.a.Tokens[j+1].Norm) {
		return false
	}
	n := r.a.Tokens[j-2].Norm
	return n == "aucun" || n == "aucune"
}

// thisNot reports whether the noun before the verb group at first is "ce" something: "ces
// cas ne sont pas encore confirmés".
func (r *reader) thisNot(first int32, s lang.Sent) bool {
	j := first - 1
	for j > s.First && r.a.Tokens[j].POS == lang.ADJ {
		j--
	}
	if j <= s.First || r.a.Tokens[j].POS != lang.NOUN {
		return false
	}
	switch r.a.Tokens[j-1].Norm {
	case "ce", "cet", "cette", "ces":
		return true
	}
	return false
}

// whichClause is the "ce que" that the verb group at first stands behind, and that takes
// up all that was told before: "ce que nous ne pouvons vérifier"; -1 where none does.
func (r *reader) whichClause(first int32, s lang.Sent) int32 {
	for j := first - 1; j > s.First+1 && j > first-4; j-- {
		if lang.FullForm(r.a.Tokens[j].Norm) == "que" && r.a.Tokens[j-1].Norm == "ce" && r.a.Tokens[j-2].POS == lang.PUNCT {
			return j - 1
		}
	}
	return -1
}
