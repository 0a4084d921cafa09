package main

import (
	"fmt"
	"strings"

	"recoupe/lang"
	"recoupe/lang/syntax"
)

// A score counts words that are right.
type score struct {
	words, pos, uas, las int
}

// String is the line a score ends with: percentages with two decimals.
func (s score) String() string {
	f := func(n int) float64 { return 100 * float64(n) / float64(max(s.words, 1)) }
	return fmt.Sprintf("UPOS=%.2f UAS=%.2f LAS=%.2f", f(s.pos), f(s.uas), f(s.las))
}

// scoreGold reads sentences whose words are given.
func scoreGold(e *syntax.Engine, lex *lang.Lexicon, language string, trees []*tree) score {
	var sc score
	st := &syntax.State{}
	for _, t := range trees {
		words := make([]syntax.Word, len(t.words))
		tags := make([]uint8, len(words))
		for i, w := range t.words {
			words[i] = lex.Word(w.form)
		}
		e.Tag(words, tags)
		e.Parse(words, tags, st)
		for i, w := range t.words {
			sc.words++
			if pos, _, _ := strings.Cut(e.Tags[tags[i]], " "); pos == w.pos {
				sc.pos++
			}
			h := int(st.Head[i])
			if h == len(words) {
				h = -1
			}
			if h == w.head {
				sc.uas++
				if e.Rels[st.Rel[i]] == w.rel {
					sc.las++
				}
			}
		}
	}
	return sc
}

func scoreCommand(args []string) error { return errNoFile }
