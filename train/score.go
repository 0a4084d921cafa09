package main

import (
	"flag"
	"fmt"
	"slices"

	"recoupe/lang"
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

func (s score) plus(t score) score {
	return score{s.words + t.words, s.pos + t.pos, s.uas + t.uas, s.las + t.las}
}

// scoreCommand scores the embedded models on CoNLL-U files.
func scoreCommand(args []string) error {
	f := flag.NewFlagSet("score", flag.ContinueOnError)
	language := f.String("lang", "fr", "fr, en or ru")
	raw := f.Bool("raw", false, "from raw text: cut sentences and words too")
	text := f.Int("text", 0, "so many sentences are one text, whose style is guessed; 0: the whole file is one")
	misses := f.Int("misses", 0, "show so many differences")
	// The file may stand before the flags or between them.
	var files []string
	for len(args) > 0 {
		if err := f.Parse(args); err != nil {
			return err
		}
		if args = f.Args(); len(args) > 0 {
			files = append(files, args[0])
			args = args[1:]
		}
	}
	if len(files) != 1 {
		return errNoFile
	}
	trees, err := readTrees(files[0])
	if err != nil {
		return err
	}
	if *raw {
		showCuts(*language, trees, *misses)
		fmt.Println(scoreRaw(*language, trees))
		return nil
	}
	read := func(sentences [][]string) []lang.Token { return lang.ReadWords(*language, sentences) }
	var sc score
	lemmas := 0
	if *text == 0 {
		*text = len(trees)
	}
	for part := range slices.Chunk(trees, max(*text, 1)) {
		s, n := scoreWords(read, part, *misses)
		sc, lemmas = sc.plus(s), lemmas+n
	}
	fmt.Printf("words %d, lemmas %.2f %%\n%s\n", sc.words, 100*float64(lemmas)/float64(max(sc.words, 1)), sc)
	return nil
}

// scoreWords scores what reads words that are given, all of one text.
func scoreWords(read func(sentences [][]string) []lang.Token, trees []*tree, misses int) (sc score, lemmas int) {
	forms := make([][]string, len(trees))
	for i, t := range trees {
		for _, w := range t.words {
			forms[i] = append(forms[i], w.form)
		}
	}
	tokens := read(forms)
	for _, t := range trees {
		found := tokens[:len(t.words)]
		tokens = tokens[len(t.words):]
		first := sc.words
		for i, k := range found {
			w := t.words[i]
			sc.words++
			if k.POS.String() == w.pos {
				sc.pos++
			}
			if k.Lemma == w.lemma {
				lemmas++
			} else if misses > 0 {
				misses--
				fmt.Printf("lemma of %s %s: %s, not %s\n", w.form, w.pos, w.lemma, k.Lemma)
			}
			h := int(k.Head) - first
			if h == i {
				h = -1
			}
			if h == w.head {
				sc.uas++
				if k.Rel.String() == w.rel {
					sc.las++
				}
			}
		}
	}
	return sc, lemmas
}
