package main

import "recoupe/lang/syntax"

var recipes = []recipe{
	{
		lang: "fr",
		families: []family{
			{"lgpl-lr", "LGPL-LR", []string{"fr_sequoia-train.conllu", "fr_sequoia-dev.conllu"},
				[]string{"UD French Sequoia (train, dev)"}},
			{"cc-by-sa", "CC BY-SA 4.0", []string{"fr_gsd-dev.conllu", "fr_rhapsodie-train.conllu", "fr_rhapsodie-dev.conllu",
				"fr_parisstories-train.conllu", "fr_parisstories-dev.conllu"},
				[]string{"UD French GSD (dev)", "UD French Rhapsodie (train, dev)", "UD French ParisStories (train, dev)"}},
		},
		dev: []string{"fr_sequoia-dev.conllu"},
		lexicon: func(b *builder) ([]form, string, error) {
			f, err := readFrench(b.hunspell)
			return f, "language: fr\nlicence: MPL-2.0\nsources: hunspell-fr-classical 7.0 (Dicollecte contributors)", err
		},
		plan: syntax.Plan{TagRounds: 8, ParseRounds: 12, Folds: 5, Runs: 1, TagBits: 18, MoveBits: 22, LabelBits: 19, Seed: 1},
		cut:  syntax.Cut{Scale: [3]float64{1, 1, 1}, Least: [3]int{1, 1, 1}},
	},
}

// testFiles are never learned from.
var testFiles = map[string][]string{
	"fr": {"fr_sequoia-test.conllu", "fr_gsd-test.conllu"},
	"en": {"en_ewt-test.conllu"},
	"ru": {"ru_gsd-test.conllu", "ru_taiga-test.conllu"},
}
