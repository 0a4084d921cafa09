package lang

// What the French parser gets wrong and grammar rules out is put right here,
// after the tree is built. Each rule is one that holds whatever the report is of.

// mend mends the sentence whose first token is first.
func (r *sentenceReader) mend(a *Analysis, first int32) {
	if r.language != "fr" {
		return
	}
	for i := first; i < int32(len(a.Tokens)); i++ {
		r.participle(a, first, i)
		r.second(a, first, i)
		r.counted(a, first, i)
		r.swapped(a, first, i)
		r.copulaless(a, first, i)
		a.some(i)
		a.everybody(i)
		a.saidBy(first, i)
		r.inverted(a, i)
		a.aside(first, i)
		a.headless(first, i)
		a.opener(first, i)
		a.relative(first, i)
		a.verbless(i)
		a.opening(first, i)
		a.oneSubject(first, i)
		a.elapsed(first, i)
		r.attributive(a, first, i)
		a.orphan(first, i)
	}
}

// timeNouns may stand without a preposition and be no subject: "ce matin, le
// maire a indiqué".
var timeNouns = map[string]bool{"matin": true, "soir": true, "après-midi": true, "nuit": true, "midi": true,
	"lundi": true, "mardi": true, "mercredi": true, "jeudi": true, "vendredi": true, "samedi": true,
	"dimanche": true, "semaine": true, "week-end": true, "jour": true, "veille": true, "lendemain": true}

// oneSubject: of two subjects of a verb, one that is a time is none, nor is an
// adverb, an adjective or a participle: "sollicitée, la préfecture répond".
func (a *Analysis) oneSubject(first, i int32) {
	t := &a.Tokens[i]
	rel := Obl
	switch {
	case t.Rel != Nsubj:
		return
	case t.POS == ADJ || t.POS == VERB:
		rel = Advcl
	case t.POS == ADV:
		rel = Advmod
	case timeNouns[t.Norm]:
	case t.POS == PROPN:
		a.named(first, i)
		a.apposed(first, i)
		return
	case t.POS == NOUN:
		a.apposed(first, i)
		return
	default:
		return
	}
	for j := first; j < int32(len(a.Tokens)) && t.Rel == Nsubj; j++ {
		u := &a.Tokens[j]
		if j != i && u.Rel == Nsubj && u.Head == t.Head && u.POS != ADJ && u.POS != VERB {
			t.Rel = rel
		}
	}
}

// named: a name behind a comma that follows the other subject of its verb names
// that subject: "la porte-parole de la police, Anna Keller a confirmé".
func (a *Analysis) named(first, i int32) {
	t := &a.Tokens[i]
	if i < first+2 || a.Tokens[i-1].Norm != "," {
		return
	}
	for j := first; j < i-1; j++ {
		if u := &a.Tokens[j]; u.Rel == Nsubj && u.Head == t.Head && u.POS == NOUN && (j == i-2 || a.Under(i-2, j)) {
			t.Rel, t.Head = Appos, j
			return
		}
	}
}

// opener: "par ailleurs," and its like open a sentence and lead no noun: what they
// were taken to lead is the subject where it has none but its own name.
func (a *Analysis) opener(first, i int32) {
	t := &a.Tokens[i]
	n := t.Head
	if i != first || t.Rel != Case || n <= i+2 || int(i+2) >= len(a.Tokens) || a.Tokens[i+1].Rel != Fixed || a.Tokens[i+2].Norm != "," {
		return
	}
	s := &a.Tokens[n]
	v := s.Head
	if s.Rel != Obl || s.POS != NOUN || v <= n {
		return
	}
	t.Rel, t.Head = Advmod, v
	for j := n + 1; j < v; j++ {
		switch u := &a.Tokens[j]; {
		case u.Rel == Nsubj && u.Head == v && u.POS == PROPN && a.Tokens[j-1].Norm == ",":
			u.Rel, u.Head = Appos, n
		case u.Rel == Nsubj && u.Head == v:
			return
		}
	}
	s.Rel = Nsubj
}

// elapsed: a length of time before a comma is no subject where another noun stands
// right before the verb: "Quatre jours après le passage du typhon, l'armée dénombre".
func (a *Analysis) elapsed(first, i int32) {
	t := &a.Tokens[i]
	v := t.Head
	if t.Rel != Nsubj || t.POS != NOUN || i == first || a.Tokens[i-1].POS != NUM || !lengths[t.Lemma] || v <= i {
		return
	}
	n := v - 1
	for n > i && a.Tokens[n].POS == ADJ {
		n--
	}
	s := &a.Tokens[n]
	if s.POS != NOUN && s.POS != PROPN || s.Rel != Conj && s.Rel != Appos && s.Rel != Nmod {
		return
	}
	for j := n - 1; j > i; j-- {
		switch u := &a.Tokens[j]; {
		case u.Norm == ",":
			t.Rel = Obl
			s.Head, s.Rel = v, Nsubj
			return
		case u.POS != DET && u.POS != ADJ:
			return
		}
	}
}

var lengths = map[string]bool{"seconde": true, "minute": true, "heure": true, "jour": true, "journée": true, "semaine": true, "mois": true, "an": true, "année": true}

// orphan: of a finite verb without a subject, the noun right before it is the
// subject, where a comma opens it and none closes it: "lors d'un entretien avec le
// directeur, Rick Brennan, M. Hassan a ajouté".
func (a *Analysis) orphan(first, i int32) {
	t := &a.Tokens[i]
	if t.POS != VERB || i == first {
		return
	}
	finite := t.Morph.Has(Fin)
	start := i
	for j := first; j < int32(len(a.Tokens)); j++ {
		u := &a.Tokens[j]
		if u.Head != i || j == i {
			continue
		}
		switch u.Rel {
		case Nsubj, Csubj, Expl, Mark:
			return
		case Aux:
			finite = true
		}
		if j < start && (u.POS == AUX || u.POS == PRON || u.Norm == "ne" || u.Norm == "n'") {
			start = j
		}
	}
	n := start - 1
	if !finite || n <= first || a.Tokens[n].POS != PROPN && a.Tokens[n].POS != NOUN {
		return
	}
	h := n
	for a.Tokens[h].Head < h && (a.Tokens[h].Rel == Flat || a.Tokens[h].Rel == Nmod) && !a.comma(a.Tokens[h].Head, h) {
		h = a.Tokens[h].Head
	}
	before := h - 1
	for before > first && (a.Tokens[before].POS == DET || a.Tokens[before].POS == ADJ) && a.Tokens[before].Head == h {
		before--
	}
	if s := &a.Tokens[h]; before > first && a.Tokens[before].Norm == "," && (s.Rel == Appos || s.Rel == Conj) && !a.Under(i, h) {
		s.Head, s.Rel = i, Nsubj
	}
}

// comma reports whether a comma stands between tokens i and j.
func (a *Analysis) comma(i, j int32) bool {
	for k := i + 1; k < j; k++ {
		if a.Tokens[k].Norm == "," {
			return true
		}
	}
	return false
}

// attributive: a verb that hangs on the noun right before it like an adjective is a
// participle, whatever else its form may be: "un médecin joint par téléphone".
func (r *sentenceReader) attributive(a *Analysis, first, i int32) {
	t := &a.Tokens[i]
	if t.POS != VERB || t.Rel != Amod || i == first || t.Head != i-1 || !t.Morph.Has(Fin) || !r.lex.participle(t.Norm) {
		return
	}
	t.Lemma, t.Morph = r.lex.Lemma(t.Norm, VERB, Part_|Past)
}

// inverted: the noun after a verb that has no subject is its subject, not that of
// a participle after it: "estime un médecin joint par téléphone".
func (r *sentenceReader) inverted(a *Analysis, i int32) {
	t := &a.Tokens[i]
	if t.Rel != Nsubj || t.POS != NOUN && t.POS != PROPN || t.Head != i+1 || !r.lex.participle(a.Tokens[i+1].Norm) {
		return
	}
	p := &a.Tokens[i+1]
	v := p.Head
	if v >= i || p.Rel != Ccomp && p.Rel != Xcomp || a.Tokens[v].POS != VERB {
		return
	}
	for j := v + 1; j < i; j++ {
		if a.Tokens[j].Head != i {
			return // something else stands between
		}
	}
	if a.Child(v, Nsubj) >= 0 {
		return
	}
	t.Head, p.Head, p.Rel = v, i, Acl
}

// aside: of a verb put in after a comma the noun that follows is the subject:
// "la digue a cédé, estime un médecin".
func (a *Analysis) aside(first, i int32) {
	t := &a.Tokens[i]
	v := t.Head
	if t.Rel != Obj || t.POS != NOUN && t.POS != PROPN || v >= i || v == first {
		return
	}
	if u := &a.Tokens[v]; u.Rel != Parataxis || u.POS != VERB || u.Head >= v || a.Tokens[v-1].POS != PUNCT {
		return
	}
	if a.Child(v, Nsubj) >= 0 || a.Child(v, Aux) >= 0 || a.Child(v, Cop) >= 0 {
		return
	}
	t.Rel = Nsubj
}

// headless: an adjective after a noun is no subject of the verb that hangs on
// that noun; the noun is, and the verb is what the sentence says: "Médecins du
// Monde libre dit".
func (a *Analysis) headless(first, i int32) {
	t := &a.Tokens[i]
	if t.POS != ADJ || t.Rel != Nsubj || i == first || t.Head <= i {
		return
	}
	before, verb := i-1, t.Head
	root := a.Tokens[verb].Head
	if p := a.Tokens[before].POS; p != NOUN && p != PROPN || !a.IsRoot(root) || root >= i || a.Tokens[root].POS != NOUN && a.Tokens[root].POS != PROPN {
		return
	}
	t.Head, t.Rel = before, Amod
	a.Tokens[root].Head, a.Tokens[root].Rel = verb, Nsubj
	a.Tokens[verb].Head, a.Tokens[verb].Rel = verb, Root
	a.Sents[len(a.Sents)-1].Root = verb
}

// saidBy: after a comma "selon les autorités" belongs to what is said, not to the
// noun before the comma.
func (a *Analysis) saidBy(first, i int32) {
	t := &a.Tokens[i]
	if t.Norm != "selon" || t.Rel != Case || i == first || a.Tokens[i-1].Norm != "," {
		return
	}
	n := &a.Tokens[t.Head]
	if t.Head < i || n.Rel != Conj && n.Rel != Nmod && n.Rel != Appos {
		return
	}
	v := n.Head
	for !a.IsRoot(v) && a.Tokens[v].POS != VERB && a.Tokens[v].POS != AUX {
		v = a.Tokens[v].Head
	}
	n.Head, n.Rel = v, Obl
}

// some: "quelque" before a number is an adverb: "quelque 4.000 grévistes".
func (a *Analysis) some(i int32) {
	t := &a.Tokens[i]
	if t.Norm != "quelque" || t.POS == ADV || i+1 >= int32(len(a.Tokens)) || a.Tokens[i+1].POS != NUM || a.IsRoot(i) || a.Under(i+1, i) {
		return
	}
	t.POS, t.Rel, t.Head, t.Morph = ADV, Advmod, i+1, 0
}

// participle: a noun without determiner, followed by "par", that may be a
// participle is one: "un décompte, communiqué jeudi par la préfecture".
func (r *sentenceReader) participle(a *Analysis, first, i int32) {
	t := &a.Tokens[i]
	if t.POS != NOUN || i == first || a.Tokens[i-1].POS != PUNCT && a.Tokens[i-1].POS != NOUN {
		return
	}
	k := i + 1
	if k < int32(len(a.Tokens)) && timeNouns[a.Tokens[k].Norm] {
		k++
	}
	if k >= int32(len(a.Tokens)) || a.Tokens[k].Norm != "par" || !r.lex.participle(t.Norm) {
		return
	}
	agent := a.Tokens[k].Head
	if agent <= k || a.Under(i, agent) {
		return
	}
	lemma, morph := r.lex.Lemma(t.Norm, VERB, Part_|Past)
	t.POS, t.Lemma, t.Morph = VERB, lemma, morph
	if t.Rel == Appos || t.Rel == Nmod {
		t.Rel = Acl
	}
	a.Tokens[agent].Head, a.Tokens[agent].Rel = i, Obl
}
