package lang

import "strings"

// lemmaExceptions holds lemmas by norm and part of speech, joined by a tab,
// where neither the lexicon nor the rules give the lemma of the treebanks.
type lemmaExceptions map[string]string

// read adds the lines of a file: norm, part of speech and lemma with tabs
// between, after a header that ends with an empty line.
func (x lemmaExceptions) read(data string) {
	_, body, _ := strings.Cut(data, "\n\n")
	for line := range strings.Lines(body) {
		line = strings.TrimSuffix(line, "\n")
		if i := strings.LastIndexByte(line, '\t'); i > 0 {
			if _, ok := x[line[:i]]; !ok {
				x[line[:i]] = line[i+1:]
			}
		}
	}
}

// take says what entry e is once it has tag: its lemma and features.
func (r *sentenceReader) take(e *entry, tag uint8) *taken {
	for i := range e.taken {
		if e.taken[i].tag == tag {
			return &e.taken[i]
		}
	}
	t := taken{tag: tag, morph: r.tagMorph[tag]}
	pos := r.tagPOS[tag]
	t.lemma, t.morph = r.lex.Lemma(e.form, pos, t.morph)
	if l, ok := r.lemmas[e.norm+"\t"+pos.String()]; ok {
		t.lemma = l
	}
	t.fit = r.lex.Fit(e.at, r.engine.Tags[tag])
	e.taken = append(e.taken, t)
	return &e.taken[len(e.taken)-1]
}

// Lemma returns the lemma of a form, already written as [Norm] writes it, and
// its features, when it has been tagged as pos with morph. Features of several
// readings that agree with the tag are united.
func (l *Lexicon) Lemma(form string, pos POS, morph Morph) (string, Morph) {
	norm := strings.ToLower(form)
	if pos == PROPN {
		return form, morph
	}
	best, lemma, all := -1, norm, morph
	i := l.Entry(form)
	if i < 0 {
		return unknownLemma(norm, pos), morph
	}
	want := morph
	if pos == VERB && morph == Ger && strings.HasSuffix(norm, "ing") {
		want = Part_ | Pres // English gerunds are listed as participles
	}
	for _, rd := range l.entries[i] {
		m := l.morph[rd.tag]
		if q := l.pos[rd.tag]; m&want != want || q != pos && !(pos == AUX && q == VERB) {
			continue
		}
		all |= m &^ want
		// "cours" is cours, not cour: a form that is its own lemma comes first.
		if w := l.lemmaOf(norm, rd); best < 0 || w == norm {
			best, lemma = int(rd.tag), w
		}
	}
	if best < 0 && (pos == ADJ || pos == NOUN) {
		return l.deverbal(norm, i, pos, morph)
	}
	return lemma, all
}

func (l *Lexicon) lemmaOf(norm string, rd reading) string {
	if cut := len(norm) - int(rd.cut); cut >= 0 {
		return norm[:cut] + l.endings[rd.ending]
	}
	return norm
}

// deverbal is for participles and adjectives used as nouns, and the other way
// round: "usagés" is usagé, with the features it has as what it is in the
// lexicon.
func (l *Lexicon) deverbal(norm string, entry int, pos POS, morph Morph) (string, Morph) {
	for _, rd := range l.entries[entry] {
		m := l.morph[rd.tag]
		switch q := l.pos[rd.tag]; {
		case q == VERB && m.Has(Part_):
			return mascSing(norm, m), morph | m&(Sing|Plur|Masc|Fem)
		case (q == ADJ || q == NOUN) && q != pos:
			return l.lemmaOf(norm, rd), morph | m&(Sing|Plur|Masc|Fem)
		}
	}
	return unknownLemma(norm, pos), morph
}

// mascSing takes the endings of gender and number off a participle.
func mascSing(norm string, m Morph) string {
	if m.Has(Plur) && !m.Has(Sing) {
		norm = strings.TrimSuffix(norm, "s")
	}
	if m.Has(Fem) && !m.Has(Masc) {
		norm = strings.TrimSuffix(norm, "e")
	}
	return norm
}

// unknownLemma guesses the lemma of a word no list has.
func unknownLemma(norm string, pos POS) string {
	if (pos == NOUN || pos == ADJ) && len(norm) > 3 && norm[len(norm)-1] == 's' && norm[len(norm)-2] != 's' {
		return norm[:len(norm)-1]
	}
	return norm
}
