package told

import (
	"strings"

	"recoupe/claim/voice"
	"recoupe/lang"
)

// unknownState reads the state at i: "le nombre de morts reste inconnu", "un
// nombre indéterminé de victimes", "Bilan inconnu".
func (r *reader) unknownState(i int32, s lang.Sent) (lack, bool) {
	if x, ok := r.besideThing(i, s); ok {
		return x, true
	}
	copula := int32(-1)
	for j := i - 1; j >= s.First && j > i-9; j-- {
		t := &r.a.Tokens[j]
		if t.POS == lang.PUNCT && t.Norm != "," && !(j == i-1 && lang.IsQuoteMark(t.Norm)) || t.POS == lang.SCONJ && !r.a.WordBefore(j, s.First, 3, "n'") && !r.a.WordBefore(j, s.First, 3, "ne") {
			break // but "n'est que partiel"
		}
		switch t.Lemma {
		case "laisser":
			if o := r.askedWithin(j+1, i, s); o >= 0 {
				return lack{first: j, last: i, topic: o, end: max(o, i-1)}, true // "laissant le sort de douze hommes inconnu"
			}
		case "rester", "être", "demeurer", "tenir", "avérer", "sembler", "paraître", "garder":
			copula = j
		case "reste":
			if t.Norm == "reste" && j > s.First && r.a.Tokens[j-1].Norm == "qui" {
				copula = j // "ce chiffre qui reste provisoire", read as a noun
			}
		}
		if copula >= 0 {
			break
		}
		if t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			break
		}
	}
	if copula < 0 {
		return r.headlineState(i, s)
	}
	return r.stateOf(i, copula, s)
}

// headlineState reads "Les causes de l'explosion toujours inconnues": a line with
// no verb that begins with what is unknown.
func (r *reader) headlineState(i int32, s lang.Sent) (lack, bool) {
	still := r.closed(i, s) && (r.a.WordBefore(i, s.First, 2, "encore") || r.a.WordBefore(i, s.First, 2, "toujours"))
	if t := &r.a.Tokens[i]; plainlyUnknown[t.Norm] || i > s.First && r.a.Tokens[i-1].Lemma == "tenir" && strings.HasPrefix(t.Norm, "secr") {
		still = false // any thing may be
	} else if !still {
		return lack{}, false
	}
	for j := s.First; j < s.End; j++ {
		if t := &r.a.Tokens[j]; (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) {
			return lack{}, false
		}
	}
	for j := s.First; j < i && j < s.First+3; j++ {
		if k := r.thingAt(j); k != noThing && (!still || k == tollThing) {
			return lack{first: s.First, last: i, topic: j, end: r.phraseOf(j, s)}, true
		}
	}
	return lack{}, false
}

// besideThing reads "un nombre indéterminé de victimes", "pour une raison
// inconnue".
func (r *reader) besideThing(i int32, s lang.Sent) (lack, bool) {
	t := &r.a.Tokens[i]
	if strings.HasPrefix(t.Norm, "invérifiable") {
		if x, ok := r.uncheckable(i, s); ok {
			return x, true
		}
	}
	if !plainlyUnknown[t.Norm] {
		if x, ok := r.vagueWay(i, s); ok {
			return x, true
		}
		return r.presented(i, s)
	}
	for j := i - 1; j >= s.First && j > i-4; j-- {
		if k := r.thingAt(j); k != noThing {
			return lack{first: r.nounStart(j, s), last: max(i, r.nearEnd(i, s)), topic: j, end: r.phraseOf(j, s)}, true
		}
		if r.a.Tokens[j].POS != lang.ADV && r.a.Tokens[j].POS != lang.ADJ {
			break
		}
	}
	return lack{}, false
}

// nearEnd is the end of "de victimes" behind "un nombre indéterminé".
func (r *reader) nearEnd(i int32, s lang.Sent) int32 {
	for j := i + 1; j < s.End && j < i+5; j++ {
		if t := &r.a.Tokens[j]; t.POS == lang.NOUN {
			return j
		} else if t.POS != lang.ADP && t.POS != lang.DET {
			break
		}
	}
	return i
}

// stateOf reads the state at i of the subject before the copula.
func (r *reader) stateOf(i, copula int32, s lang.Sent) (lack, bool) {
	for j := copula + 1; j < i; j++ {
		if n := r.a.Tokens[j].Norm; n == "pas" || n == "plus" || n == "jamais" {
			return lack{}, false
		}
	}
	if r.ofAnother(i, copula) {
		return lack{}, false
	}
	h := r.subjectThing(i, copula, noVerb, s)
	n := r.a.Tokens[i].Norm
	if h < 0 && (plainlyUnknown[n] || strings.HasPrefix(n, "secr")) {
		h = r.attributeSubject(copula, s) // "la position du navire reste inconnue"
	}
	if c := r.clauseAsked(copula, s); h < 0 && c >= 0 {
		return lack{first: c, last: i, topic: c, end: copula - 1}, true
	}
	if h < 0 && partialStates[n] {
		return r.takenUpState(i, copula, s)
	}
	if h < 0 && plainlyUnknown[n] && (r.a.Tokens[copula].Lemma == "rester" || r.a.Tokens[copula].Lemma == "demeurer") {
		return r.wayUnknown(i, copula, s)
	}
	if h < 0 {
		return lack{}, false
	}
	if k := r.thingAt(h); partialStates[n] && k != tollThing && (k != newsThing || n == "provisoire" || n == "provisoires") || scarce[n] && k != newsThing {
		return lack{}, false
	}
	return lack{first: r.nounStart(h, s), last: i, topic: h, end: max(h, copula-1)}, true
}

// ofAnother reports whether the state at i is that of a noun behind the copula, and not
// of the subject: "l'auteur est un ouvrier inconnu de la police".
func (r *reader) ofAnother(i, copula int32) bool {
	j := copula + 1
	for j < i && r.a.Tokens[j].POS == lang.ADV {
		j++
	}
	switch r.a.Tokens[j].Norm {
	case "un", "une", "des":
		return j+1 < i && r.a.Tokens[i-1].POS != lang.ADV
	}
	return false
}

// takenUpState reads "… et que celui-ci n'était que provisoire": the state at i of
// the toll that a pronoun before the copula takes up.
func (r *reader) takenUpState(i, copula int32, s lang.Sent) (lack, bool) {
	p := copula - 1
	if p < s.First {
		return lack{}, false
	}
	for p > s.First && (r.a.Tokens[p].POS == lang.ADV || isNot(r.a.Tokens[p].Norm) || r.a.Tokens[p].Norm == "ci") {
		p--
	}
	switch w := lang.FullForm(r.a.Tokens[p].Norm); w {
	case "celui-ci", "celui", "il", "ceux-ci", "ils", "celle-ci", "elle":
	default:
		return lack{}, false
	}
	for j := p - 1; j >= s.First; j-- {
		if r.thingAt(j) == tollThing {
			return lack{first: p, last: i, topic: j, end: j}, true
		}
	}
	return lack{}, false
}

// ignored reads "on ignore combien", "les causes sont ignorées".
func (r *reader) ignored(i int32, s lang.Sent) (lack, bool) {
	for j := i - 1; j >= s.First && j > i-3; j-- {
		if isNot(r.a.Tokens[j].Norm) {
			return lack{}, false // "nul n'ignore"
		}
	}
	if i+2 < s.End && r.a.Tokens[i+1].Norm == "tout" && lang.FullForm(r.a.Tokens[i+2].Norm) == "de" {
		end := r.phraseOf(i+2, s)
		return lack{first: r.clauseStart(i, s), last: end, topic: end, end: end}, end > i+2 // "on ignore tout des ravisseurs"
	}
	o, open := r.objectOf(i, knows, s)
	if o < 0 && (r.anybody(i, s) || r.a.Tokens[i].Morph.Has(lang.Inf)) {
		o = r.attributeObject(i, s) // "on ignore la position du navire"
		open = o >= 0
	}
	if o < 0 || !open && r.thingAt(o) == noThing {
		return lack{}, false
	}
	return lack{first: r.clauseStart(i, s), last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
}

// remains reads "les causes restent à déterminer", "Reste à savoir pourquoi".
func (r *reader) remains(i int32, s lang.Sent) (lack, bool) {
	if i+2 >= s.End || r.a.Tokens[i+1].Norm != "à" {
		return lack{}, false
	}
	v := i + 2
	for v < s.End && v < i+4 && (r.a.Tokens[v].Norm == "être" || r.a.Tokens[v].POS == lang.ADV) {
		v++
	}
	k := gapVerbs[r.a.Tokens[min(v, s.End-1)].Lemma]
	if v >= s.End || k != knows && k != confirms && k != gives && k != named && r.a.Tokens[v].Lemma != "comprendre" {
		return lack{}, false
	}
	if k == named {
		for j := i - 1; j >= s.First && j > i-6; j-- { // "Plusieurs corps restent à identifier"
			if n, ok := r.nounOf(j); ok && r.a.Tokens[j].POS == lang.NOUN && (n.measure != "" || n.group != "" && !n.thing) {
				return lack{first: r.nounStart(j, s), last: v, topic: j, end: j}, true
			}
		}
	}
	h := r.subjectThing(v, i, knows, s)
	if h < 0 && k != comments {
		h = r.attributeSubject(i, s)
	}
	if h >= 0 {
		return lack{first: r.nounStart(h, s), last: v, topic: h, end: max(h, i-1)}, true
	}
	o, open := r.objectOf(v, knows, s)
	if o < 0 || !open && r.thingAt(o) == noThing {
		return lack{}, false
	}
	return lack{first: i, last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
}

// hardTo reads "le bilan est difficile à établir"; "difficile d'établir un
// bilan" is read from its verb.
func (r *reader) hardTo(i int32, s lang.Sent) (lack, bool) {
	if x, ok := r.hardToReach(i, s); ok {
		return x, true
	}
	if i+2 >= s.End || r.a.Tokens[i+1].Norm != "à" {
		return lack{}, false
	}
	if k := gapVerbs[r.a.Tokens[i+2].Lemma]; k != knows && k != confirms && k != gives {
		return lack{}, false
	}
	copula := i
	for copula > s.First && (r.a.Tokens[copula-1].POS == lang.ADV || lang.IsQuoteMark(r.a.Tokens[copula-1].Norm) || r.a.Tokens[copula-1].Lemma == "rester" || r.a.Tokens[copula-1].Lemma == "demeurer" || isBe(&r.a.Tokens[copula-1])) {
		copula-- // "reste très difficile à évaluer"
	}
	h := r.subjectThing(i+2, copula, knows, s)
	for j := i - 1; h < 0 && j >= s.First && j > i-5; j-- {
		if r.a.Tokens[j].Norm == "situation" {
			h = j
		}
	}
	if h < 0 {
		return lack{}, false
	}
	return lack{first: r.nounStart(h, s), last: i + 2, topic: h, end: max(h, i-1)}, true
}

// copulas join a subject to what it is.
var copulas = lang.WordSet("être rester demeurer sembler paraître avérer")

// silence reads "garde le silence sur", "reste muet sur", "le flou demeure
// sur": what stands behind "sur" is not told.
func (r *reader) silence(i int32, s lang.Sent) (lack, bool) {
	for j := i + 1; j < s.End && j < i+9; j++ {
		t := &r.a.Tokens[j]
		if t.POS == lang.PUNCT {
			break
		}
		if t.Norm != "sur" && t.Norm != "autour" && t.Norm != "quant" && t.Norm != "concernant" && t.Norm != "niveau" {
			continue
		}
		o := r.askedWithin(j+1, j+6, s)
		if o < 0 && mutes[r.a.Tokens[i].Norm] && !r.lawSilent(i, s) {
			for k := j + 1; k < min(s.End, j+4); k++ {
				switch r.a.Tokens[k].Norm {
				case "question", "point", "sujet":
					return lack{first: r.clauseStart(i, s), last: k, topic: -1, end: -1}, true // "reste muet sur cette question"
				}
			}
		}
		if o < 0 {
			break
		}
		return lack{first: r.clauseStart(i, s), last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
	}
	return lack{}, false
}

// without reads "sans nouvelles de", "sans plus de précisions".
func (r *reader) without(i int32, s lang.Sent) (lack, bool) {
	if i+1 >= s.End {
		return lack{}, false
	}
	if n := r.a.Tokens[i+1].Norm; n == "nouvelles" || n == "nouvelle" {
		return lack{first: r.clauseStart(i, s), last: r.phraseOf(i+1, s), topic: i + 1, end: r.phraseOf(i+1, s)}, true
	}
	for k := i + 2; k < s.End && k < i+4; k++ {
		if n := r.a.Tokens[k-1].Norm; !strings.HasPrefix(r.a.Tokens[k].Norm, "nouvelle") || n != "aucune" && n != "moindre" {
			continue
		}
		if end := r.phraseOf(k, s); lang.FullForm(r.a.Tokens[min(k+1, s.End-1)].Norm) == "de" && end > k {
			return lack{first: i, last: end, topic: k, end: end}, true // "sans aucune nouvelle de neuf plaisanciers"
		}
		return lack{first: i, last: k, topic: -1, end: -1}, true // "sans la moindre nouvelle"
	}
	if lang.FullForm(r.a.Tokens[i+1].Norm) == "que" {
		return r.withoutThat(i, s)
	}
	for j := i + 1; j < s.End && j < i+5; j++ {
		switch k := r.thingAt(j); {
		case k == newsThing && j == i+1 && j+1 < s.End && (r.a.Tokens[j+1].Norm == "sur" || r.a.Tokens[j+1].Norm == "quant" || r.a.Tokens[j+1].Norm == "concernant"),
			k == newsThing && j == i+1 && r.closed(j, s) && (strings.HasPrefix(r.a.Tokens[j].Norm, "précision") || strings.HasPrefix(r.a.Tokens[j].Norm, "détail")),
			k == newsThing && j > i+1:
			return lack{first: i, last: r.phraseOf(j, s), topic: j, end: r.phraseOf(j, s)}, true
		case k != noThing || r.a.Tokens[j].POS == lang.VERB || r.a.Tokens[j].POS == lang.PUNCT:
			return lack{}, false
		}
	}
	return lack{}, false
}

// withoutThat reads "sans que l'ampleur des dégâts soit connue".
func (r *reader) withoutThat(i int32, s lang.Sent) (lack, bool) {
	topic := int32(-1)
	for j := i + 2; j < s.End && j < i+16; j++ {
		t := &r.a.Tokens[j]
		switch {
		case t.POS == lang.PUNCT:
			return lack{}, false
		case topic < 0 && voice.Clitics[t.Norm] && j+1 < s.End && (r.gapVerbAt(j+1) == confirms || r.gapVerbAt(j+1) == knows):
			return lack{first: i, last: j + 1, topic: -1, end: -1}, true // "sans que nous puissions les vérifier"
		case topic < 0 && t.Morph.Has(lang.Inf) && r.gapVerbAt(j) != noVerb:
			k := r.gapVerbAt(j)
			if o, open := r.objectOf(j, k, s); o >= 0 && (open || r.thingAt(o) != noThing) && (k == knows || k == gives || k == confirms) {
				return lack{first: i, last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true // "sans que les témoins soient en mesure de dire comment"
			}
		case topic < 0 && r.thingAt(j) != noThing:
			topic = j
		case topic >= 0 && (r.participleToken(t) || t.POS == lang.ADJ):
			switch r.gapVerbAt(j) {
			case knows, gives, confirms, named:
				return lack{first: i, last: j, topic: topic, end: r.verbAfter(topic, j) - 1}, true
			}
		}
	}
	return lack{}, false
}

// closed reports whether nothing but a mark follows token j.
func (r *reader) closed(j int32, s lang.Sent) bool {
	return j+1 >= s.End || r.a.Tokens[j+1].POS == lang.PUNCT
}

// verbless reads "Pas de bilan officiel pour l'heure", "Aucune information sur
// les victimes", where no verb says it.
func (r *reader) verbless(i int32, s lang.Sent) (lack, bool) {
	if i > s.First && r.a.Tokens[i-1].POS != lang.ADV && !lang.IsQuoteMark(r.a.Tokens[i-1].Norm) && r.a.Tokens[i-1].Norm != ":" && r.a.Tokens[i-1].Norm != "," {
		return lack{}, false
	}
	j, fact := i+1, r.a.Tokens[i].Norm == "rien"
	if fact {
		if j+2 >= s.End || r.a.Tokens[j].Norm != "sur" {
			return lack{}, false
		}
		i, j = r.nounStart(i, s), j+1
	}
	if n := lang.FullForm(r.a.Tokens[min(j, s.End-1)].Norm); r.a.Tokens[i].Norm == "pas" && n != "de" && n != "encore" {
		return lack{}, false // "un début, pas une réponse"
	}
	for j < s.End && j < i+4 && (r.a.Tokens[j].POS == lang.ADP || r.a.Tokens[j].POS == lang.ADV || r.a.Tokens[j].POS == lang.ADJ || r.a.Tokens[j].POS == lang.DET) {
		j++
	}
	if j+2 < s.End && r.a.Tokens[j].Norm == "idée" && lang.FullForm(r.a.Tokens[j+1].Norm) == "de" && (r.a.Tokens[j+2].Norm == "ce" || r.thingAt(j+3) != noThing) {
		return lack{first: i, last: r.phraseOf(j+2, s), topic: j + 2, end: r.phraseOf(j+2, s)}, true // "aucune idée de ce qui s'est passé"
	}
	if j >= s.End || r.thingAt(j) != tollThing && r.thingAt(j) != newsThing && (!fact || r.thingAt(j) == noThing) {
		return lack{}, false
	}
	for k := j + 1; k < s.End; k++ {
		t := &r.a.Tokens[k]
		if t.Norm == "," || t.Norm == "." || lang.IsQuoteMark(t.Norm) || t.Norm == ":" {
			break
		}
		if t.POS == lang.VERB && t.Morph.Has(lang.Fin) || isNot(t.Norm) {
			return lack{}, false
		}
	}
	return lack{first: i, last: r.phraseOf(j, s), topic: j, end: r.phraseOf(j, s)}, true
}

// stillTo reads "dans des circonstances encore à préciser".
func (r *reader) stillTo(i int32, s lang.Sent) (lack, bool) {
	switch k := gapVerbs[r.a.Tokens[i+1].Lemma]; k {
	case knows, confirms, gives:
	default:
		return lack{}, false
	}
	for j := i - 1; j >= s.First && j > i-4; j-- {
		if k := r.thingAt(j); k != noThing {
			return lack{first: r.nounStart(j, s), last: i + 1, topic: j, end: j}, true
		}
		if isBe(&r.a.Tokens[j]) {
			h := r.subjectThing(i+1, j, knows, s) // "les causes sont encore à éclaircir"
			return lack{first: r.nounStart(max(h, s.First), s), last: i + 1, topic: h, end: max(h, j-1)}, h >= 0
		}
		if r.a.Tokens[j].POS != lang.ADV && r.a.Tokens[j].POS != lang.ADJ {
			break
		}
	}
	return lack{}, false
}

// nobody reads "il n'y a personne qui le sache".
func (r *reader) nobody(i int32, s lang.Sent) (lack, bool) {
	if !r.a.WordBefore(i, s.First, 4, "n'") && !r.a.WordBefore(i, s.First, 4, "ne") {
		return lack{}, false
	}
	for v := i + 2; v < s.End && v < i+5; v++ {
		if l := r.a.Tokens[v].Lemma; l == "savoir" || l == "connaître" || r.a.Tokens[v].Norm == "sache" {
			x := lack{first: r.clauseStart(i, s), last: v}
			x.topic, x.end = r.askedJustBefore(s)
			return x, true
		}
	}
	return lack{}, false
}

// refused reads "s'est refusé à tout commentaire", "a refusé tout commentaire".
func (r *reader) refused(i int32, s lang.Sent) (lack, bool) {
	for j := i + 1; j < s.End && j < i+5; j++ {
		t := &r.a.Tokens[j]
		if n := t.Norm; n == "commentaire" || n == "commentaires" || n == "déclaration" || n == "précision" || n == "hypothèse" || n == "pronostic" || n == "spéculation" {
			return lack{first: r.clauseStart(i, s), last: j, topic: -1, end: -1}, true
		}
		if t.POS == lang.NOUN || t.POS == lang.VERB || t.POS == lang.PUNCT {
			break
		}
	}
	return lack{}, false
}

// demanded reads "réclame un bilan", "exige la publication du nombre de morts",
// "demande que la lumière soit faite sur".
func (r *reader) demanded(i int32, s lang.Sent) (lack, bool) {
	if r.a.Tokens[i].POS == lang.NOUN {
		return lack{}, false
	}
	published := false
	for j := i + 1; j < s.End && j < i+14; j++ { // "demande que la liste soit rendue publique"
		published = published || lang.FullForm(r.a.Tokens[i+1].Norm) == "que" && (strings.HasPrefix(r.a.Tokens[j].Norm, "publi") || strings.HasPrefix(r.a.Tokens[j].Norm, "communiqu"))
	}
	for j := i + 1; j < s.End && j < i+12; j++ {
		t := &r.a.Tokens[j]
		switch {
		case t.POS == lang.PUNCT:
			return lack{}, false
		case t.Norm == "lumière" || t.Norm == "publication" || t.Norm == "vérité" || t.Norm == "communication":
			published = true
		case r.thingAt(j) == tollThing && (published || j < i+4 && r.a.Tokens[i].Lemma != "demander"), r.thingAt(j) == factThing && published:
			return lack{first: i, last: r.phraseOf(j, s), topic: j, end: r.phraseOf(j, s)}, true
		case t.POS == lang.NOUN && !published:
			return lack{}, false
		}
	}
	return lack{}, false
}

// awaited reads "un bilan définitif est attendu", "attendent des nouvelles".
func (r *reader) awaited(i int32, s lang.Sent) (lack, bool) {
	t := &r.a.Tokens[i]
	if r.over(i, s) || i > s.First && r.over(i-1, s) {
		return lack{}, false
	}
	if x, ok := r.mustWait(i, s); ok {
		return x, true
	}
	if r.participleToken(t) {
		copula := i - 1
		for copula > s.First && copula > i-5 && (r.a.Tokens[copula].POS == lang.ADV || notWords[r.a.Tokens[copula].Norm]) {
			copula--
		}
		if copula < s.First || r.a.Tokens[copula].Lemma != "être" {
			return lack{}, false
		}
		h := r.subjectThing(i, copula, knows, s)
		if h < 0 || r.thingAt(h) != tollThing && r.a.Tokens[h].Norm != "résultats" && r.a.Tokens[h].Norm != "identification" {
			return lack{}, false
		}
		return lack{first: r.nounStart(h, s), last: i, topic: h, end: max(h, copula-1)}, true
	}
	if i-2 >= s.First && t.Morph.Has(lang.Inf) && r.a.Tokens[i-1].Lemma == "faire" && lang.FullForm(r.a.Tokens[i-2].Norm) == "se" {
		h := r.subjectThing(i, i-2, knows, s)
		if h < 0 || r.thingAt(h) != tollThing && r.a.Tokens[h].Norm != "explications" && r.a.Tokens[h].Norm != "résultats" {
			return lack{}, false
		}
		return lack{first: r.nounStart(h, s), last: i, topic: h, end: max(h, i-3)}, true // "les chiffres se font attendre"
	}
	if i > s.First && lang.FullForm(r.a.Tokens[i-1].Norm) == "se" {
		return lack{}, false // "s'attend à un nombre plus élevé" foresees it
	}
	for j := i + 1; j < s.End && j < i+6; j++ {
		switch n := &r.a.Tokens[j]; {
		case n.Norm == "nouvelles" || r.thingAt(j) == tollThing || n.Norm == "résultats":
			return lack{first: r.clauseStart(i, s), last: r.phraseOf(j, s), topic: j, end: r.phraseOf(j, s)}, true
		case n.POS == lang.NOUN || n.POS == lang.PUNCT || n.POS == lang.VERB:
			return lack{}, false
		}
	}
	return lack{}, false
}

func (r *reader) participleToken(t *lang.Token) bool {
	return t.Morph.Has(lang.Part_) && !t.Morph.Has(lang.Fin) || t.Norm == "attendu" || t.Norm == "attendue" || t.Norm == "attendus" || t.Norm == "attendues"
}
