package lang

// A lemmaTable holds the lemmas the lexicon does not give.
type lemmaTable struct{}

// take says what entry e is once it has tag: its lemma and features.
func (r *sentenceReader) take(e *entry, tag uint8) taken {
	for _, t := range e.taken {
		if t.tag == tag {
			return t
		}
	}
	t := taken{tag: tag, lemma: e.norm, morph: r.tagMorph[tag]}
	pos := r.tagPOS[tag]
	if pos == PROPN {
		t.lemma = e.form
	} else if e.at >= 0 {
		r.fromLexicon(e, pos, &t)
	}
	e.taken = append(e.taken, t)
	return t
}

// fromLexicon takes lemma and features from the readings that agree with the
// tag; where several do, their features are united.
func (r *sentenceReader) fromLexicon(e *entry, pos POS, t *taken) {
	best := -1
	var morph Morph
	readings := r.lex.entries[e.at]
	for i, rd := range readings {
		if q := r.lex.pos[rd.tag]; q != pos && !(pos == AUX && q == VERB) {
			continue
		}
		if m := r.lex.morph[rd.tag]; m&t.morph == t.morph {
			if best < 0 {
				best = i
			}
			morph |= m
		}
	}
	if best < 0 {
		return
	}
	rd := readings[best]
	if cut := len(e.norm) - int(rd.cut); cut >= 0 {
		t.lemma = e.norm[:cut] + r.lex.endings[rd.ending]
	}
	t.morph |= morph
}
