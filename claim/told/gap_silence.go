package told

import (
	"strings"

	"recoupe/lang"
)

// What is kept silent: questions dodged, people out of reach, riddles.

// waves reports whether "vague" or "vagues" at i is a noun, of the sea or of attacks:
// "la vague", "de vagues".
func (r *reader) waves(i int32, s lang.Sent) bool {
	t := &r.a.Tokens[i]
	if !strings.HasPrefix(t.Norm, "vague") || i == s.First {
		return false
	}
	before := r.a.Tokens[i-1].POS
	return before == lang.DET || before == lang.ADP && t.Norm == "vagues"
}

// silentAt reads the word at i as one of silence.
func (r *reader) silentAt(i int32, s lang.Sent) (lack, bool) {
	t := &r.a.Tokens[i]
	switch {
	case fogs[t.Norm] || mutes[t.Norm] && !r.waves(i, s):
		if x, ok := r.surrounds(i, s); ok {
			return x, true
		}
		if x, ok := r.silence(i, s); ok {
			return x, true
		}
		if x, ok := r.fogOver(i, s); ok {
			return x, true
		}
		return r.riddle(i, s)
	case t.Lemma == "taire" && t.POS == lang.VERB || t.Norm == "secret" && r.a.Tokens[max(i-1, s.First)].Lemma == "garder":
		return r.keptBack(i, s)
	case t.Lemma == "parler" && t.Morph.Has(lang.Inf):
		return r.earlyToTell(i, s)
	case t.Norm == "inconnue" || t.Norm == "inconnues":
		return r.unknownLeft(i, s)
	case dodges[t.Lemma] && t.POS == lang.VERB:
		return r.dodged(i, s)
	case t.Norm == "suspens" || t.Norm == "conjectures" || t.Norm == "conditionnel" || t.Norm == "réponse":
		return r.leftOpen(i, s)
	case strings.HasPrefix(t.Norm, "injoignable"):
		return r.outOfReach(i, s)
	case t.Norm == "abstenir" || strings.HasPrefix(t.Norm, "abstenu"):
		return r.refused(i, s)
	}
	return lack{}, false
}

// dodged reads "a éludé la question", "esquive les questions sur les pertes".
func (r *reader) dodged(i int32, s lang.Sent) (lack, bool) {
	for j := i + 1; j < s.End && j < i+5; j++ {
		t := &r.a.Tokens[j]
		if askers[t.Norm] {
			x := lack{first: r.clauseStart(i, s), last: j, topic: r.askedWithin(j+1, j+6, s), end: -1}
			if x.topic >= 0 {
				x.end = r.phraseOf(x.topic, s)
				x.last = x.end
			}
			return x, true
		}
		if t.POS == lang.PUNCT || t.POS == lang.NOUN || t.POS == lang.VERB {
			break
		}
	}
	return lack{}, false
}

// outOfReach reads "le ministère est resté injoignable".
func (r *reader) outOfReach(i int32, s lang.Sent) (lack, bool) {
	for j := i - 1; j >= s.First && j > i-6; j-- {
		switch t := &r.a.Tokens[j]; {
		case isNot(t.Norm):
			return lack{}, false
		case isBe(t) || t.Lemma == "rester" || t.Lemma == "demeurer":
			return lack{first: r.clauseStart(j, s), last: i, topic: -1, end: -1}, true
		case t.POS != lang.ADV && t.POS != lang.AUX && t.POS != lang.VERB:
			return lack{}, false
		}
	}
	return lack{}, false
}

// fogOver reads "les raisons du drame restent une énigme", "s'est murée dans le
// silence", "c'est le silence radio", and "Mystère." behind a question.
func (r *reader) fogOver(i int32, s lang.Sent) (lack, bool) {
	t := &r.a.Tokens[i]
	if t.Norm == "silence" {
		for j := i - 1; j >= s.First && j > i-4; j-- {
			if w := r.a.Tokens[j].Norm; strings.HasPrefix(w, "muré") || strings.HasPrefix(w, "mure") || strings.HasPrefix(w, "réfugi") {
				return lack{first: r.clauseStart(j, s), last: i, topic: -1, end: -1}, true
			}
		}
		if n := i + 1; n < s.End && (utter[r.a.Tokens[n].Norm] || i < s.First+3 && r.sideNamed(i, s)) {
			return lack{first: r.clauseStart(i, s), last: n, topic: -1, end: -1}, true // "observe un silence total"
		}
		if i+1 < s.End && r.a.Tokens[i+1].Norm == "radio" && (r.isBeNear(i, s) || r.closed(i+1, s) && i == s.First) {
			return lack{first: r.clauseStart(i, s), last: i + 1, topic: -1, end: -1}, true
		}
		return lack{}, false
	}
	if t.Norm != "mystère" && t.Norm != "énigme" {
		return lack{}, false
	}
	if i == s.First && r.closed(i, s) {
		x := lack{first: i, last: i}
		x.topic, x.end = r.askedJustBefore(s)
		return x, x.topic >= 0
	}
	for j := i - 1; j > s.First && j > i-5; j-- {
		if c := &r.a.Tokens[j]; isBe(c) || c.Lemma == "rester" || c.Lemma == "demeurer" {
			h := r.subjectThing(i, j, noVerb, s)
			if h < 0 {
				return lack{}, false
			}
			return lack{first: r.nounStart(h, s), last: i, topic: h, end: max(h, j-1)}, true
		}
	}
	return lack{}, false
}

// unknownLeft reads "Reste une inconnue : le sort des enfants".
func (r *reader) unknownLeft(i int32, s lang.Sent) (lack, bool) {
	left := false
	for j := i - 1; j >= s.First && j > i-4; j-- {
		left = left || r.a.Tokens[j].Lemma == "rester" || r.a.Tokens[j].Norm == "reste"
	}
	for j := i + 1; j < s.End && j < i+4; j++ {
		left = left || r.a.Tokens[j].Lemma == "demeurer" || r.a.Tokens[j].Lemma == "subsister" || r.a.Tokens[j].Lemma == "rester"
	}
	if !left || r.a.Tokens[max(i-1, s.First)].POS != lang.DET {
		return lack{}, false
	}
	x := lack{first: r.clauseStart(i, s), last: i, topic: r.askedWithin(i+1, i+7, s), end: -1}
	if x.topic >= 0 {
		x.end = r.phraseOf(x.topic, s)
		x.last = x.end
	}
	return x, true
}

// earlyToTell reads "trop tôt pour parler de cause".
func (r *reader) earlyToTell(i int32, s lang.Sent) (lack, bool) {
	c, ok := r.chainOf(i, s)
	if !ok || c.lead != early {
		return lack{}, false
	}
	o, open := r.objectOf(i, gives, s)
	if o < 0 || open {
		return lack{}, false
	}
	return r.lackOf(&c, i, o, s), true
}

// askedAbout is the thing that the sentence says, before i, somebody was asked about:
// "À la question du nombre de morts, il", "Interrogée sur le nombre de disparus, elle";
// ok is false where nothing was asked.
func (r *reader) askedAbout(i int32, s lang.Sent) (topic int32, ok bool) {
	for j := s.First; j < i; j++ {
		if t := &r.a.Tokens[j]; reached[t.Norm] || askers[t.Norm] && j < s.First+3 {
			return r.askedWithin(j+1, i, s), true
		}
	}
	return -1, false
}

// speaksOut reports whether the verb at v is one of speaking out by its reflexive
// pronoun, and "s'étendre" by what it is about.
func (r *reader) speaksOut(v int32, s lang.Sent) bool {
	if r.a.Tokens[v].Lemma == "étendre" && r.askedWithin(v+1, v+6, s) < 0 {
		return false // "le feu ne s'est pas étendu"
	}
	return r.a.WordBefore(v, s.First, 4, "s'") || r.a.WordBefore(v, s.First, 4, "se")
}

// keptBack reads "tait le nombre de morts", "garde secret le nom de la victime".
func (r *reader) keptBack(i int32, s lang.Sent) (lack, bool) {
	if r.a.WordBefore(i, s.First, 3, "se") || r.a.WordBefore(i, s.First, 3, "s'") || r.a.WordBefore(i, s.First, 3, "ne") {
		return lack{}, false // "se tait"
	}
	o, open := r.objectOf(i, gives, s)
	if o < 0 || open {
		return lack{}, false
	}
	return lack{first: i, last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
}

// isBeNear reports whether a form of être stands within three tokens before i.
func (r *reader) isBeNear(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-4; j-- {
		if isBe(&r.a.Tokens[j]) {
			return true
		}
	}
	return false
}

// utter are what a silence is that is kept on purpose.
var utter = lang.WordSet("total complet absolu assourdissant gêné")

// leftOpen reads "le sort de … demeure en suspens", "se perdent en conjectures", "le
// conditionnel reste de mise", "nos appels sont restés sans réponse".
func (r *reader) leftOpen(i int32, s lang.Sent) (lack, bool) {
	before := r.a.Tokens[max(i-1, s.First)].Norm
	switch n := r.a.Tokens[i].Norm; n {
	case "suspens":
		for j := i - 2; before == "en" && j > s.First && j > i-5; j-- {
			if !copulas[r.a.Tokens[j].Lemma] {
				continue
			}
			if h := r.subjectThing(i, j, noVerb, s); h >= 0 {
				return lack{first: r.nounStart(h, s), last: i, topic: h, end: max(h, j-1)}, true
			}
		}
	case "conjectures":
		return lack{first: r.clauseStart(i, s), last: i, topic: -1, end: -1}, before == "en" || before == "aux"
	case "conditionnel":
		for j := i + 1; j < s.End && j < i+5; j++ {
			if w := r.a.Tokens[j].Norm; w == "mise" || w == "impose" {
				x := lack{first: r.nounStart(i, s), last: j, topic: r.askedWithin(j+1, j+7, s), end: -1}
				if x.topic >= 0 {
					x.end = r.phraseOf(x.topic, s)
					x.last = x.end
				}
				return x, true
			}
		}
	case "réponse":
		for j := i - 2; before == "sans" && j >= s.First && j > i-14; j-- {
			if w := r.a.Tokens[j].Norm; w == "nos" || w == "notre" {
				return lack{first: j, last: i, topic: -1, end: -1}, true
			}
		}
	}
	return lack{}, false
}

// surrounds reads "le flou le plus total entoure le nombre de détenus".
func (r *reader) surrounds(i int32, s lang.Sent) (lack, bool) {
	for j := i + 1; j < s.End && j < i+7; j++ {
		switch r.a.Tokens[j].Lemma {
		case "entourer", "envelopper":
			o := r.askedWithin(j+1, j+6, s)
			if o < 0 {
				return lack{}, false
			}
			return lack{first: r.nounStart(i, s), last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
		}
	}
	return lack{}, false
}

// sideNamed reports whether "du côté de" stands within four tokens behind i: "Silence
// également du côté de la présidence".
func (r *reader) sideNamed(i int32, s lang.Sent) bool {
	for j := i + 1; j < s.End && j < i+5; j++ {
		if r.a.Tokens[j].Norm == "côté" {
			return true
		}
	}
	return false
}

// openQuestion reads "beaucoup de questions restent sans réponse", "des zones
// d'ombre subsistent".
func (r *reader) openQuestion(i int32, s lang.Sent) (lack, bool) {
	x := lack{first: r.clauseStart(i, s), last: i, topic: -1, end: -1}
	zones := r.a.Tokens[i].Norm == "zones"
	if zones && !r.followedBy(i, "ombre") {
		return x, false // "des incendies persistent dans deux zones"
	}
	for j := i - 1; zones && j >= s.First && j > i-5; j-- {
		switch r.a.Tokens[j].Lemma {
		case "rester", "demeurer", "subsister", "persister":
			return x, true // "restent de nombreuses zones d'ombre"
		}
	}
	for j := i + 1; j < s.End && j < i+14; j++ {
		switch n := r.a.Tokens[j].Norm; {
		case r.a.Tokens[j].POS == lang.PUNCT:
			return x, false
		case !zones && j == i+1 && (n == "demeure" || n == "demeurent" || n == "reste" || n == "subsiste") && j+1 < s.End && r.a.Tokens[j+1].Norm == ":":
			x.last = s.End - 1
			return x, true // "Une question demeure : qui a donné l'ordre ?"
		case !zones && j == i+1 && (n == "demeurent" || n == "subsistent" || n == "restent") && r.closed(j, s):
			x.last = j
			return x, true // "beaucoup de questions demeurent"
		case zones && (n == "subsistent" || n == "demeurent" || n == "restent" || n == "persistent"),
			!zones && (n == "réponse" || n == "réponses") && r.a.Tokens[j-1].Norm == "sans",
			!zones && n == "suspens" && r.a.Tokens[j-1].Norm == "en",
			!zones && (n == "posée" || n == "posées" || n == "entière" || n == "entières") && copulas[r.a.Tokens[j-1].Lemma] && r.a.Tokens[j-1].Lemma != "être":
			x.last = j
			return x, true
		}
	}
	return x, false
}

// clauseAsked is the "ce" that opens the clause before the copula, "ce qui s'est passé
// ensuite reste confus"; -1 where none does.
func (r *reader) clauseAsked(copula int32, s lang.Sent) int32 {
	for j := copula - 1; j > s.First && j > copula-10; j-- {
		switch t := &r.a.Tokens[j]; {
		case t.POS == lang.PUNCT:
			return -1
		case (t.Norm == "qui" || lang.FullForm(t.Norm) == "que") && r.a.Tokens[j-1].Norm == "ce":
			return j - 1
		}
	}
	return -1
}

// inVain reads "nos tentatives pour joindre l'armée n'ont pas abouti".
func (r *reader) inVain(i int32, s lang.Sent) (lack, bool) {
	tried, asked := int32(-1), false
	for j := s.First; j < i; j++ {
		switch t := &r.a.Tokens[j]; {
		case t.Norm == "tentatives" || t.Norm == "efforts" || t.Norm == "démarches":
			tried = j
		case tried >= 0 && (t.Lemma == "joindre" || t.Lemma == "contacter" || r.thingAt(j) == newsThing):
			asked = true
		}
	}
	if !asked || !r.a.WordBefore(i, s.First, 3, "pas") && !r.a.WordBefore(i, s.First, 4, "sont") {
		return lack{}, false
	}
	return lack{first: r.nounStart(tried, s), last: i, topic: -1, end: -1}, true
}
