package main

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"recoupe/lang"
)

// buildLemmas lists, family by family, the lemmas the lexicon and its rules get
// wrong.
func (b *builder) buildLemmas(r recipe, lex *lang.Lexicon) error {
	for f, fam := range r.families {
		counts := map[string]map[string]int{} // norm and part of speech → lemma
		rule := map[string]string{}
		for _, file := range fam.files {
			if slices.Contains(b.held, file) {
				continue
			}
			trees, err := readTrees(filepath.Join(b.banks, r.lang, file))
			if err != nil {
				return err
			}
			for _, t := range trees {
				for _, w := range t.words {
					countLemma(counts, rule, w, r.lang, lex)
				}
			}
		}
		var out strings.Builder
		fmt.Fprintf(&out, "recoupe lemmas 1\n%s\n\n", lemmasHead(r, f))
		for _, k := range slices.Sorted(maps.Keys(counts)) {
			if lemma, n := most(counts[k]); lemma != rule[k] && (n > 1 || !strings.HasSuffix(k, "PROPN")) {
				fmt.Fprintf(&out, "%s\t%s\n", k, lemma)
			}
		}
		if err := b.write(r.file("lemmas."+fam.name+".tsv"), []byte(out.String())); err != nil {
			return err
		}
	}
	return nil
}

func countLemma(counts map[string]map[string]int, rule map[string]string, w node, language string, lex *lang.Lexicon) {
	form := lang.Norm(w.form)
	pos := lang.ParsePOS(w.pos)
	k := strings.ToLower(form) + "\t" + w.pos
	if counts[k] == nil {
		counts[k] = map[string]int{}
		_, feats, _ := strings.Cut(lang.FineTag(language, w.pos, w.feats), " ")
		rule[k], _ = lex.Lemma(form, pos, lang.ParseMorph(feats))
	}
	counts[k][w.lemma]++
}

// most returns the commonest lemma; of two as common, the first in order.
func most(counts map[string]int) (string, int) {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
	})
	return keys[0], counts[keys[0]]
}

func lemmasHead(r recipe, f int) string {
	fam := r.families[f]
	return fmt.Sprintf("language: %s\nlicence: %s\nsources: %s", r.lang, fam.licence, strings.Join(fam.sources, "; "))
}
