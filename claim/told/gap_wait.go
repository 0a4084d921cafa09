package told

import "recoupe/lang"

// What is told in part, stays a riddle, or has to be waited for.

// little reads "peu d'informations ont filtré", "très peu de détails".
func (r *reader) little(i int32, s lang.Sent) (lack, bool) {
	if i+2 >= s.End || lang.FullForm(r.a.Tokens[i+1].Norm) != "de" {
		return lack{}, false
	}
	for j := i + 2; j < s.End && j < i+4; j++ {
		if r.a.Tokens[j].Norm == "choses" && i > s.First && (r.a.Tokens[i-1].Lemma == "savoir" || r.a.Tokens[i-1].Lemma == "connaître") {
			return lack{first: r.clauseStart(i, s), last: r.phraseOf(j, s), topic: -1, end: -1}, true // "on sait peu de choses"
		}
		if r.thingAt(j) == newsThing {
			return lack{first: r.clauseStart(i, s), last: r.phraseOf(j, s), topic: j, end: r.phraseOf(j, s)}, true
		}
		if r.a.Tokens[j].POS != lang.ADJ {
			break
		}
	}
	return lack{}, false
}

// riddle reads "le mystère reste entier".
func (r *reader) riddle(i int32, s lang.Sent) (lack, bool) {
	if n := r.a.Tokens[i].Norm; n != "mystère" && n != "énigme" {
		return lack{}, false
	}
	for j := i + 1; j < s.End && j < i+4; j++ {
		switch l := r.a.Tokens[j].Lemma; l {
		case "rester", "demeurer", "planer", "persister", "subsister":
			return lack{first: r.nounStart(i, s), last: r.phraseOf(j, s), topic: -1, end: -1}, true
		}
	}
	return lack{}, false
}

// mustWait reads "il faudra attendre plusieurs jours avant de connaître le bilan",
// "Pour un bilan définitif, il faudra attendre".
func (r *reader) mustWait(i int32, s lang.Sent) (lack, bool) {
	must := false
	for j := i - 1; j >= s.First && j > i-4; j-- {
		if r.over(j, s) {
			return lack{}, false
		}
		must = must || r.a.Tokens[j].Lemma == "falloir" || r.a.Tokens[j].Lemma == "devoir"
	}
	if !must {
		return lack{}, false
	}
	before := false
	for j := i + 1; j < s.End && j < i+16; j++ {
		before = before || r.a.Tokens[j].Norm == "avant" || r.a.Tokens[j].Norm == "pour"
		k := r.gapVerbAt(j)
		if !before || k != knows && k != gives && k != has && k != confirms {
			continue
		}
		if o, open := r.objectOf(j, k, s); o >= 0 && (open || r.thingAt(o) != noThing) {
			return lack{first: r.clauseStart(i, s), last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
		}
	}
	if r.a.Tokens[s.First].Norm == "pour" {
		if o := r.askedWithin(s.First+1, s.First+5, s); o >= 0 && r.thingAt(o) == tollThing {
			return lack{first: s.First, last: i, topic: o, end: r.phraseOf(o, s)}, true
		}
	}
	return lack{}, false
}
