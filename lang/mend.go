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
		a.some(i)
		a.saidBy(first, i)
		r.inverted(a, first, i)
		a.aside(first, i)
		a.headless(first, i)
		a.oneSubject(first, i)
	}
}

// timeNouns may stand without a preposition and be no subject: "ce matin, le
// maire a indiqué".
var timeNouns = map[string]bool{"matin": true, "soir": true, "après-midi": true, "nuit": true, "midi": true,
	"lundi": true, "mardi": true, "mercredi": true, "jeudi": true, "vendredi": true, "samedi": true,
	"dimanche": true, "semaine": true, "week-end": true, "jour": true, "veille": true, "lendemain": true}

// oneSubject: of two subjects of a verb, one that is a time is none, nor is an
// adjective or a participle: "sollicitée, la préfecture répond".
func (a *Analysis) oneSubject(first, i int32) {
	t := &a.Tokens[i]
	rel := Obl
	if t.POS == ADJ || t.POS == VERB {
		rel = Advcl
	} else if !timeNouns[t.Norm] {
		return
	}
	for j := first; j < int32(len(a.Tokens)) && t.Rel == Nsubj; j++ {
		u := &a.Tokens[j]
		if j != i && u.Rel == Nsubj && u.Head == t.Head && u.POS != ADJ && u.POS != VERB {
			t.Rel = rel
		}
	}
}

// inverted: the noun after a verb that has no subject is its subject, not that of
// a participle after it: "estime un médecin joint par téléphone".
func (r *sentenceReader) inverted(a *Analysis, first, i int32) {
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
	for j := first; j < int32(len(a.Tokens)); j++ {
		if u := &a.Tokens[j]; u.Head == v && u.Rel == Nsubj {
			return
		}
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
	for j := first; j < int32(len(a.Tokens)); j++ {
		if u := &a.Tokens[j]; u.Head == v && j != v && (u.Rel == Nsubj || u.Rel == Aux || u.Rel == Cop) {
			return
		}
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

// participle reports whether a form in lower case may be a past participle.
func (l *Lexicon) participle(form string) bool {
	i := l.find([]byte(form))
	if i < 0 {
		return false
	}
	for _, r := range l.entries[i] {
		if m := l.morph[r.tag]; l.pos[r.tag] == VERB && m.Has(Part_) && m.Has(Past) {
			return true
		}
	}
	return false
}
