package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Deeds told by a noun that did not come about, and numbers that only set a mark.

// unmade are verbs by which a deed is planned, asked for, feared or fails: "la
// libération de trente otages est demandée", "a échoué".
var unmade = lang.WordSet("prévoir attendre demander réclamer exiger espérer envisager exclure échouer tarder redouter craindre négocier discuter souhaiter promettre planifier programmer reporter suspendre annuler bloquer compromettre refuser étudier recommander préconiser ordonner")

// notYetSo are adjectives of what may come.
var notYetSo = lang.WordSet("possible probable imminent imminente éventuel éventuelle nécessaire impossible improbable inévitable prévisible incertain incertaine")

// unmadeDeed reports whether the noun of action that governs those counted is the
// subject of a verb that leaves the deed undone.
func (r *reader) unmadeDeed(f *finding, s lang.Sent) bool {
	at := r.governor(f, s)
	if f.has && f.p.rule == "action-noun" && f.measure != claim.Killed {
		at = f.p.verb
	} else if f.has && !f.saidAlone() || at < 0 || r.thingAt(at) != tollThing {
		return false
	}
	h := &r.a.Tokens[at]
	v := h.Head
	if h.Rel != lang.Nsubj || v <= f.npEnd || v >= s.End {
		return false
	}
	if t := &r.a.Tokens[v]; unmade[t.Lemma] || notYetSo[t.Norm] || v+1 < s.End && notYetSo[r.a.Tokens[v+1].Norm] {
		return true
	}
	not := false
	for i := f.npEnd + 1; i <= min(v+1, s.End-1); i++ {
		t := &r.a.Tokens[i]
		not = not || isNot(t.Norm)
		if t.Head == v && t.POS == lang.AUX && t.Morph.Has(lang.Fut) || not && (t.Norm == "pas" || t.Norm == "jamais") {
			return true
		}
	}
	return r.a.Tokens[v].Morph.Has(lang.Fut) || at != f.p.verb && r.wouldBe(v, s)
}

// governor is the noun on which "de" hangs an outcome that is counted: "un bilan de 12
// morts"; -1 where none does.
func (r *reader) governor(f *finding, s lang.Sent) int32 {
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if f.noun.measure == "" && !f.saidAlone() || i <= s.First || lang.FullForm(r.a.Tokens[i].Norm) != "de" || r.a.Tokens[i-1].POS != lang.NOUN {
		return -1
	}
	return i - 1
}

// wouldBe reports whether the verb or noun at v is said in the conditional: "serait un
// miracle".
func (r *reader) wouldBe(v int32, s lang.Sent) bool {
	if r.a.Tokens[v].Morph.Has(lang.Cnd) {
		return true
	}
	c := r.a.Child(v, lang.Cop)
	return c >= 0 && r.a.Tokens[c].Morph.Has(lang.Cnd) && r.a.Tokens[v].POS == lang.NOUN
}

// onlyThought are nouns of what may come, right before those counted: "la menace de
// douze morts", "l'éventualité de".
var onlyThought = lang.WordSet("menace probabilité éventualité perspective possibilité idée quota")

// habitual reports whether a clause of time tells of any such case: "Quand il y a douze
// morts, on se tait", "Chaque fois qu'il y a".
func (r *reader) habitual(f *finding, s lang.Sent) bool {
	w := r.a.Tokens[s.First].Norm
	if w != "quand" && w != "lorsque" && w != "lorsqu'" && w != "dès" && w != "chaque" {
		return false
	}
	for i := s.First + 1; i+1 < f.first && i < s.First+6; i++ {
		if n := r.a.Tokens[i+1].Norm; r.a.Tokens[i].Norm == "y" && n == "a" || r.a.Tokens[i].Norm == "on" && n == "a" {
			return f.first <= i+4
		}
	}
	return false
}

// overMark reports whether a number only says from where on something holds: "en cas
// de 12 morts", "à partir de dix blessés", "le seuil de cent victimes". A mark that is
// passed is a toll: "a franchi le seuil des 1.000 morts".
func (r *reader) overMark(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].POS == lang.DET) {
		i--
	}
	if i-1 <= s.First-1 || lang.FullForm(r.a.Tokens[i].Norm) != "de" || i == s.First {
		return false
	}
	if onlyThought[r.a.Tokens[i-1].Norm] {
		return true
	}
	switch r.a.Tokens[i-1].Norm {
	case "delà", "au-delà", "dessous", "partir", "équivalent":
		return true
	case "cas":
		return i-2 >= s.First && r.a.Tokens[i-2].Norm == "en"
	case "seuil", "limite", "plafond":
		for j := s.First; j < s.End; j++ {
			switch l := r.a.Tokens[j].Lemma; {
			case l == "dépasser", l == "franchir", l == "passer", l == "atteindre", l == "approcher", l == "frôler", strings.HasPrefix(r.a.Tokens[j].Norm, "franchi"):
				return false
			}
		}
		return true
	}
	return false
}

// deniedOver reports whether the verb over an outcome is denied: "l'attaque n'a pas
// fait 12 morts". "N'a pas fait moins de 12 morts" is a bound.
func (r *reader) deniedOver(f *finding, s lang.Sent) bool {
	if f.has || f.noun.measure == "" {
		return false
	}
	v := r.verbOver(f, s)
	if v < 0 {
		return false
	}
	ne, pas := false, false
	for i := max(s.First, v-2); i < f.first && i <= v+5; i++ {
		switch t := &r.a.Tokens[i]; {
		case isNot(t.Norm):
			ne = true
		case t.Norm == "pas" || t.Norm == "jamais":
			pas = ne
		case lang.FullForm(t.Norm) == "que" || t.Norm == "moins" || t.POS == lang.PUNCT:
			return false
		}
	}
	return pas
}

// otherSense reports whether a participle at i, said of people, has its other sense:
// "sont tombés malades", "sont morts de rire", "ont défilé à la barre", "ont manifesté
// leur joie", "ont participé au tournoi".
func (r *reader) otherSense(i int32, s lang.Sent) bool {
	t := &r.a.Tokens[i]
	next := func(n int32) string {
		if i+n < s.End {
			return r.a.Tokens[i+n].Norm
		}
		return ""
	}
	switch {
	case strings.HasPrefix(t.Norm, "mort"):
		return lang.FullForm(next(1)) == "de" && laughedTo[next(2)]
	case strings.HasPrefix(t.Norm, "défil"):
		return next(1) == "à" && next(3) == "barre"
	case t.Lemma == "manifester":
		return r.showsFeeling(i, s)
	case t.Lemma == "participer":
		return r.inNoProtest(i, s)
	}
	return false
}

var laughedTo = lang.WordSet("rire rires peur trouille honte fatigue jalousie chaud soif")

// showsFeeling reports whether "manifester" at i has an object that is no protest:
// joy, interest.
func (r *reader) showsFeeling(i int32, s lang.Sent) bool {
	o := r.a.Child(i, lang.Obj)
	if o < i || o > i+4 || r.a.Tokens[o].POS != lang.NOUN {
		return false
	}
	switch r.a.Tokens[o].Lemma {
	case "colère", "soutien", "opposition", "mécontentement", "solidarité", "refus", "ras-le-bol", "désaccord", "indignation", "fois":
		return false
	}
	return !timeUnits[r.a.Tokens[o].Norm]
}

// inNoProtest reports whether what is taken part in is neither march nor strike nor
// search: a tournament, a vote.
func (r *reader) inNoProtest(i int32, s lang.Sent) bool {
	for j := i + 1; j < s.End && j < i+7; j++ {
		t := &r.a.Tokens[j]
		if t.POS == lang.PUNCT || t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			return false
		}
		if t.POS == lang.NOUN {
			return pastimes[t.Lemma]
		}
	}
	return false
}

var pastimes = lang.WordSet("tournoi vote scrutin élection course marathon concours jeu match championnat festival réunion débat formation atelier collecte tombola loto enquête étude sondage sommet conférence colloque séance cours stage exercice simulation vaccination essai programme")
