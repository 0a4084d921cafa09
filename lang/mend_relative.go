package lang

// relatives begin a clause about the noun before them.
var relatives = map[string]bool{"qui": true, "que": true, "qu'": true, "dont": true, "où": true}

// relative: a noun is no subject of the clause that tells of it: "les insurgés, qui
// tiennent le nord, ont démenti" says that the insurgents deny. Where the parser
// gave one verb the noun and a subject within the clause, the noun goes to the verb
// after the clause, and where there is none, stands in the place of the verb it had.
func (a *Analysis) relative(first, i int32) {
	n := &a.Tokens[i]
	v := n.Head
	if n.Rel != Nsubj || n.POS != NOUN && n.POS != PROPN || v <= i || a.Tokens[v].POS != VERB || !a.subjectFrom(i+1, v) {
		return
	}
	_, end := a.Subtree(i)
	r := end + 1
	if r < v && a.Tokens[r].Norm == "," {
		r++
	}
	if r >= v || a.Tokens[r].POS != PRON || !relatives[a.Tokens[r].Norm] || !a.subjectFrom(r, v) {
		return
	}
	if w := a.mainVerb(i, r, v); w >= 0 {
		a.handOver(first, i, v, w)
	} else {
		a.handOver(first, i, v, i)
	}
}

// subjectFrom reports whether v has a subject from r on.
func (a *Analysis) subjectFrom(r, v int32) bool {
	for j := r; j < v; j++ {
		if t := &a.Tokens[j]; t.Head == v && t.Rel == Nsubj {
			return true
		}
	}
	return false
}

// mainVerb returns the verb that noun n is the subject of, where v was taken for it
// and r begins the clause of v; -1 if there is none: the finite verb without a
// subject that v governs or is governed by, behind a comma if r is.
func (a *Analysis) mainVerb(n, r, v int32) int32 {
	fits := func(w int32) bool {
		t := &a.Tokens[w]
		if t.POS != VERB || w <= v || a.Child(w, Nsubj) >= 0 || a.Child(w, Cc) >= 0 || !a.finite(w) {
			return false
		}
		begin := a.begin(w)
		if begin <= v { // w governs v
			begin = w
			for begin-1 > v && (a.Tokens[begin-1].POS == AUX || a.Tokens[begin-1].POS == PRON || a.Tokens[begin-1].POS == ADV) {
				begin--
			}
		}
		return a.Tokens[r-1].Norm != "," || a.Tokens[begin-1].Norm == ","
	}
	if w := a.Tokens[v].Head; w > v && fits(w) {
		return w
	}
	for w := range a.Children(v) {
		if rel := a.Tokens[w].Rel; (rel == Parataxis || rel == Conj || rel == Ccomp) && fits(w) {
			return w
		}
	}
	return -1
}

// handOver puts w, the verb of noun n or n itself, in the place of v, and v under n.
func (a *Analysis) handOver(first, n, v, w int32) {
	up, rel := a.Tokens[v].Head, a.Tokens[v].Rel
	begin := a.begin(n)
	for j := first; j < int32(len(a.Tokens)); j++ {
		if t := &a.Tokens[j]; t.Head == v && j != v && j != n && j != w && (j < begin || w > v && j > w) {
			t.Head = w
		}
	}
	a.Tokens[v].Head, a.Tokens[v].Rel = n, Acl
	if w != n {
		a.Tokens[n].Head, a.Tokens[n].Rel = w, Nsubj
	}
	switch {
	case up == w: // w had its place already
	case up == v:
		a.Tokens[w].Head, a.Tokens[w].Rel = w, Root
		a.Sents[len(a.Sents)-1].Root = w
	default:
		a.Tokens[w].Head, a.Tokens[w].Rel = up, rel
		if w == n && rel == Ccomp { // a verb of saying does not say a noun
			a.apposed(first, n)
		}
	}
}

// begin returns the first token of what i covers, a comma that opens it left out.
func (a *Analysis) begin(i int32) int32 {
	first, _ := a.Subtree(i)
	if first < i && a.Tokens[first].POS == PUNCT {
		first++
	}
	return first
}

// finite reports whether verb i has a person and a tense, in itself or by its
// auxiliary.
func (a *Analysis) finite(i int32) bool { return a.Tokens[i].Morph.Has(Fin) || a.Child(i, Aux) >= 0 }

// verbless: a noun that leads a sentence, and whose clause governs the finite verb
// behind the comma that ends it, is the subject of that verb.
func (a *Analysis) verbless(i int32) {
	n := &a.Tokens[i]
	if !a.IsRoot(i) || n.POS != NOUN && n.POS != PROPN {
		return
	}
	for v := range a.Children(i) {
		if a.Tokens[v].Rel != Acl || v < i || a.Tokens[v].POS != VERB {
			continue
		}
		r := i + 1
		for r < v && !relatives[a.Tokens[r].Norm] {
			r++
		}
		if r == v || !a.Under(r, v) {
			continue
		}
		if x := a.Tokens[r].Head; x < v && a.Tokens[r].Rel == Nsubj && a.Tokens[x].POS == VERB && a.Child(v, Nsubj) < 0 && a.finite(v) && a.Child(v, Mark) < 0 {
			// the relative clause was hung on the verb behind it
			a.lead(v, i)
			n.Head, n.Rel = v, Nsubj
			a.Tokens[x].Head, a.Tokens[x].Rel = i, Acl
			return
		}
		w := a.mainVerb(i, r, v)
		if w <= v || a.Tokens[w].Head != v {
			w = a.unledVerb(i, v)
		}
		if w < 0 {
			w = a.disagreeing(i, v)
		}
		if w > v {
			a.lead(w, i)
			n.Head, n.Rel = w, Nsubj
			return
		}
	}
}

// unledVerb returns the finite verb under noun n, behind the verb v of its relative
// clause, that nothing leads: no subject, no pronoun of its own, no conjunction. A
// clause has one or the other, so that this is the verb of the sentence: "Douze
// marins qui rentraient au port se sont noyés". It returns -1 if there is none.
func (a *Analysis) unledVerb(n, v int32) int32 {
	_, end := a.Subtree(n)
	for w := v + 1; w <= end; w++ {
		t := &a.Tokens[w]
		if t.POS != VERB || t.Rel != Acl || a.Child(w, Aux) < 0 || a.Child(w, Nsubj) >= 0 || a.Child(w, Mark) >= 0 || a.Child(w, Cc) >= 0 {
			continue
		}
		begin := a.begin(w)
		if begin <= v || relatives[a.Tokens[begin].Norm] || a.Tokens[begin].POS == ADP || a.Tokens[begin-1].Norm == "et" {
			continue
		}
		if aux := a.Child(w, Aux); a.Tokens[aux].Norm == "été" || a.Tokens[aux].Morph.Has(Inf) {
			continue
		}
		return w
	}
	return -1
}

// disagreeing returns the verb in the plural, behind the verb v of the relative clause
// of the plural noun n, that was given the singular noun right before it for subject:
// "Douze migrants qui voulaient rejoindre l'Angleterre se sont noyés". That noun is
// the object of the infinitive before it. It returns -1 if there is none.
func (a *Analysis) disagreeing(n, v int32) int32 {
	if !a.Tokens[n].Morph.Has(Plur) {
		return -1
	}
	_, end := a.Subtree(n)
	for w := v + 1; w <= end; w++ {
		aux, x := a.Child(w, Aux), a.Child(w, Nsubj)
		if a.Tokens[w].POS != VERB || aux < 0 || x <= v || x > aux || !pluralAux[a.Tokens[aux].Norm] {
			continue
		}
		det := a.Child(x, Det)
		if det < 1 || !singularArticles[a.Tokens[det].Norm] || !a.Tokens[det-1].Morph.Has(Inf) {
			continue
		}
		a.Tokens[x].Head, a.Tokens[x].Rel = det-1, Obj
		return w
	}
	return -1
}

var (
	pluralAux        = WordSet("sont ont étaient avaient seront auront seraient auraient furent eurent")
	singularArticles = WordSet("le la l' un une cette ce cet son sa leur")
)

// opening: a participle that opens a sentence leads it only where nothing else does:
// "interrogé par l'agence, le gouverneur a affirmé" says that the governor affirmed.
func (a *Analysis) opening(first, i int32) {
	p := &a.Tokens[i]
	if !a.IsRoot(i) || p.POS != VERB || !p.Morph.Has(Part_) || !p.Morph.Has(Past) || i > first+1 || i > first && a.Tokens[first].POS != ADV ||
		a.Child(i, Aux) >= 0 || a.Child(i, Nsubj) >= 0 {
		return
	}
	noun := int32(-1)
	for w := range a.Children(i) {
		switch t := &a.Tokens[w]; {
		case w < i:
		case (t.POS == NOUN || t.POS == PROPN) && noun < 0 && a.Child(w, Case) < 0 && a.Tokens[a.begin(w)-1].Norm == ",":
			noun = w
		case t.POS == VERB && (t.Rel == Parataxis || t.Rel == Conj || t.Rel == Ccomp) && a.finite(w) && a.Child(w, Cc) < 0:
			own := a.Child(w, Nsubj)
			if noun < 0 && (own < 0 || own > w) {
				return
			}
			a.lead(w, i)
			if own < 0 {
				a.Tokens[noun].Head, a.Tokens[noun].Rel = w, Nsubj
			}
			p.Head, p.Rel = w, Advcl
			return
		}
	}
}

// lead makes verb w the root in the place of old, with what old governs from there on.
func (a *Analysis) lead(w, old int32) {
	begin := a.begin(w)
	for j := begin; j < int32(len(a.Tokens)); j++ {
		if t := &a.Tokens[j]; t.Head == old && j != old {
			t.Head = w
		}
	}
	a.Tokens[w].Head, a.Tokens[w].Rel = w, Root
	a.Sents[len(a.Sents)-1].Root = w
}

// apposed: a noun behind a comma that follows a subject of the same verb says who
// that is: "raconte Lina Maret, une institutrice"; before the verb, where a comma
// closes it as well.
func (a *Analysis) apposed(first, i int32) {
	v := a.Tokens[i].Head
	begin := a.begin(i)
	_, end := a.Subtree(i)
	if begin < first+2 || a.Tokens[begin-1].Norm != "," || i < v && a.Tokens[end].Norm != "," && a.Tokens[end+1].Norm != "," {
		return
	}
	from := first
	if i > v {
		from = v + 1
	}
	for j := from; j < begin-1; j++ {
		if u := &a.Tokens[j]; u.Head == v && u.Rel == Nsubj && (u.POS == NOUN || u.POS == PROPN) && (j == begin-2 || a.Under(begin-2, j)) {
			a.Tokens[i].Rel, a.Tokens[i].Head = Appos, j
			return
		}
	}
}
