package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"recoupe/story"
)

// wordSources are the treebanks that the word statistics of package story rest
// on: how many sentences hold a stem. The test files are left out.
var wordSources = []struct{ lang, licence, files string }{
	{"fr", "LGPL-LR (Sequoia), CC BY-SA 4.0 (GSD, Rhapsodie, ParisStories)", "fr_sequoia-train fr_sequoia-dev fr_gsd-dev fr_rhapsodie-train fr_rhapsodie-dev fr_parisstories-train fr_parisstories-dev"},
	{"en", "CC BY-SA 4.0 (EWT)", "en_ewt-train en_ewt-dev"},
	{"ru", "CC BY-SA 4.0 (GSD, Taiga)", "ru_gsd-dev ru_taiga-train-old ru_taiga-dev"},
}

// words writes story/data/words.fr.txt and its like: a line a stem, with
// the sentences it stands in and a ^ where it is mostly written with a capital;
// those in one sentence only are left out.
func (b *builder) words() error {
	for _, src := range wordSources {
		df, capital, small, all := map[string]int{}, map[string]int{}, map[string]int{}, 0
		for _, f := range strings.Fields(src.files) {
			trees, err := readTrees(filepath.Join(b.banks, src.lang, f+".conllu"))
			if err != nil {
				return err
			}
			for _, t := range trees {
				all++
				seen := map[string]bool{}
				for _, stem := range story.Stems(t.text, src.lang) {
					bare := strings.TrimLeft(stem, "^?")
					if !seen[bare] {
						df[bare]++
						seen[bare] = true
					}
					switch stem[0] {
					case '^':
						capital[bare]++
					case '?':
					default:
						small[bare]++
					}
				}
			}
		}
		var out strings.Builder
		fmt.Fprintf(&out, "# Stems of %s and the sentences they stand in, of %d sentences of Universal Dependencies treebanks\n# %s\n# %s\nsentences %d\n",
			src.lang, all, src.files, src.licence, all)
		stems := make([]string, 0, len(df))
		for s, n := range df {
			if n > 1 {
				stems = append(stems, s)
			}
		}
		slices.Sort(stems)
		for _, s := range stems {
			mark := ""
			if capital[s] > small[s] {
				mark = " ^"
			}
			fmt.Fprintf(&out, "%s %d%s\n", s, df[s], mark)
		}
		name := "story/data/words." + src.lang + ".txt"
		if err := b.write(name, []byte(out.String())); err != nil {
			return err
		}
		fmt.Printf("%s: %d stems of %d sentences\n", name, len(stems), all)
	}
	return nil
}
