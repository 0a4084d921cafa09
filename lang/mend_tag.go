package lang

// Tags that grammar rules out are put right here, with what hangs on them.

// everybody: "tous" behind a preposition and before a sign leads no noun: it is
// one itself, "l'ONG Eau pour tous, qui affirme".
func (a *Analysis) everybody(i int32) {
	t := &a.Tokens[i]
	if t.Norm != "tous" && t.Norm != "toutes" || t.POS != ADJ && t.POS != DET || i+1 >= int32(len(a.Tokens)) {
		return
	}
	if i > 0 && a.Tokens[i-1].POS == ADP && a.Tokens[i-1].Sent == t.Sent && a.Tokens[i+1].POS == PUNCT {
		t.POS = PRON
	}
}

// second: what may be a participle and stands between "et" and a noun with its
// determiner is no noun but the second verb of the auxiliary before: "a décrété
// trois jours de deuil et promis la reconstruction".
func (r *sentenceReader) second(a *Analysis, first, i int32) {
	t := &a.Tokens[i]
	end := int32(len(a.Tokens))
	if t.POS != NOUN || i < first+2 || a.Tokens[i-1].POS != CCONJ || t.Rel != Conj {
		return
	}
	d := i + 1
	if d < end && IsQuoteMark(a.Tokens[d].Norm) {
		d++
	}
	if d >= end || a.Tokens[d].POS != DET || !r.lex.participle(t.Norm) {
		return
	}
	v := i - 2
	for v >= first && (a.Tokens[v].POS != VERB || a.Child(v, Aux) < 0 || !r.lex.participle(a.Tokens[v].Norm)) {
		v--
	}
	object := a.Tokens[d].Head
	if v < first || object <= d || a.Under(v, i) {
		return
	}
	t.Lemma, t.Morph = r.lex.Lemma(t.Norm, VERB, Part_|Past)
	t.POS, t.Head = VERB, v
	if o := &a.Tokens[object]; o.Head <= i && !a.Under(i, object) {
		o.Head, o.Rel = i, Obj
	}
}

// counted: a participle right behind an article and a number, without an auxiliary,
// is the noun they go with: "sur les 210 effondrés".
func (r *sentenceReader) counted(a *Analysis, first, i int32) {
	t := &a.Tokens[i]
	n := i - 1
	if t.POS != VERB || n < first+1 || a.Tokens[n].POS != NUM || a.Tokens[n-1].POS != DET || a.Tokens[n-1].Head != n {
		return
	}
	if a.Tokens[n].Rel == Nummod || a.Tokens[n].Head == n || a.Child(i, Aux) >= 0 || !t.Morph.Has(Part_) || !t.Morph.Has(Past) || a.Under(n, i) && a.Tokens[n].Head != i {
		return
	}
	num := &a.Tokens[n]
	if num.Head != i {
		t.Head, t.Rel = num.Head, num.Rel
	}
	num.Head, num.Rel = i, Nummod
	t.Lemma, t.Morph = r.lex.Lemma(t.Norm, NOUN, 0)
	t.POS = NOUN
	for j := first; j < n; j++ {
		if a.Tokens[j].Head == n {
			a.Tokens[j].Head = i
		}
	}
}

// swapped: the article "d'" or "de" stands before an adjective alone, so that of a
// noun and an adjective behind it each is the other: "d'importants moyens".
func (r *sentenceReader) swapped(a *Analysis, first, i int32) {
	n := i + 1
	if i+2 >= int32(len(a.Tokens)) || a.Tokens[i].POS != DET || FullForm(a.Tokens[i].Norm) != "de" {
		return
	}
	adj, noun := &a.Tokens[n], &a.Tokens[n+1]
	if adj.POS != NOUN || noun.POS != ADJ || noun.Head != n || !r.lex.may(adj.Norm, ADJ, 0) || !r.lex.may(noun.Norm, NOUN, 0) {
		return
	}
	head, rel := adj.Head, adj.Rel
	for j := first; j < int32(len(a.Tokens)); j++ {
		if a.Tokens[j].Head == n {
			a.Tokens[j].Head = n + 1
		}
	}
	noun.Head, noun.Rel = head, rel
	if head == n {
		noun.Head = n + 1
		a.Sents[len(a.Sents)-1].Root = n + 1
	}
	adj.Head, adj.Rel = n+1, Amod
	adj.POS, noun.POS = ADJ, NOUN
	adj.Lemma, adj.Morph = r.lex.Lemma(adj.Norm, ADJ, 0)
	noun.Lemma, noun.Morph = r.lex.Lemma(noun.Norm, NOUN, 0)
}

// copulaless: what has a subject and no copula is no adjective where it may be a
// verb: "la mairie porte à 12 le nombre de blessés".
func (r *sentenceReader) copulaless(a *Analysis, first, i int32) {
	t := &a.Tokens[i]
	if t.POS != ADJ || t.Rel != Root {
		return
	}
	s := a.Child(i, Nsubj)
	if s < first || s != i-1 || a.Child(i, Cop) >= 0 || a.Child(i, Aux) >= 0 || !r.lex.may(t.Norm, VERB, Fin) {
		return
	}
	t.POS = VERB
	t.Lemma, t.Morph = r.lex.Lemma(t.Norm, VERB, Fin|Ind|Pres)
}

// participle reports whether a form in lower case may be a past participle.
func (l *Lexicon) participle(form string) bool { return l.may(form, VERB, Part_|Past) }

// may reports whether a form in lower case may be of a part of speech, with all of
// some features.
func (l *Lexicon) may(form string, pos POS, with Morph) bool {
	i := l.find([]byte(form))
	if i < 0 {
		return false
	}
	for _, r := range l.entries[i] {
		if l.pos[r.tag] == pos && l.morph[r.tag]&with == with {
			return true
		}
	}
	return false
}
