package main

import (
	"path/filepath"

	"recoupe/lang/syntax"
)

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
		speakers: 3,
		limit:    50,
		times:    map[string]int{"fr_gsd-dev.conllu": 2},
		styles:   map[string]int{"fr_gsd-dev.conllu": 1, "fr_sequoia-train.conllu": 2, "fr_sequoia-dev.conllu": 2},
		dev:      []string{"fr_sequoia-dev.conllu"},
		lexicon: func(b *builder) (dictionary, error) {
			f, err := readFrench(filepath.Join(b.packages, "usr/share/hunspell"))
			return dictionary{f, nil, "language: fr\nlicence: MPL-2.0\nsources: hunspell-fr-classical 7.0 (Dicollecte contributors)"}, err
		},
		plan: averaged(learning, 8),
		cut:  syntax.Cut{Scale: [3]float64{0.85, 0.47, 0.61}, Least: [3]float64{1.5, 1, 1}},
	},
	{
		lang: "en",
		families: []family{
			{"cc-by-sa", "CC BY-SA 4.0", []string{"en_ewt-train.conllu", "en_ewt-dev.conllu"}, []string{"UD English EWT (train, dev)"}},
		},
		limit: 60,
		dev:   []string{"en_ewt-dev.conllu"},
		lexicon: func(b *builder) (dictionary, error) {
			f, err := readEnglish(filepath.Join(b.packages, "usr/share/wordnet"))
			return dictionary{f, nil, "language: en\nlicence: WordNet 3.0 licence (Princeton University)\nsources: WordNet 3.0 lemmas and irregular forms; regular forms by rule"}, err
		},
		plan: learning,
		cut:  syntax.Cut{Scale: [3]float64{0.85, 0.47, 0.61}, Least: [3]float64{1.2, 0.8, 1}},
	},
	{
		lang: "ru",
		families: []family{
			{"cc-by-sa", "CC BY-SA 4.0", []string{"ru_gsd-dev.conllu", "ru_taiga-train-old.conllu", "ru_taiga-dev.conllu"},
				[]string{"UD Russian GSD (dev)", "UD Russian Taiga (train, dev)"}},
		},
		dev: []string{"ru_gsd-dev.conllu"},
		lexicon: func(b *builder) (dictionary, error) {
			wanted, err := b.vocabulary("ru", "ru_gsd-dev.conllu", "ru_taiga-train-old.conllu", "ru_taiga-dev.conllu")
			if err != nil {
				return dictionary{}, err
			}
			f, others, err := readRussian(filepath.Join(b.packages, "node_modules/az/dicts"), wanted)
			return dictionary{f, others, "language: ru\nlicence: CC BY-SA 3.0\nsources: OpenCorpora dictionary 0.92 revision 394551 (opencorpora.org), through npm az 0.2.3; lexemes met in its annotated texts, and the endings of the others"}, err
		},
		plan:  learning,
		cut:   syntax.Cut{Scale: [3]float64{0.85, 0.47, 0.61}, Least: [3]float64{1.5, 1, 1}},
		limit: 32,
		times: map[string]int{"ru_gsd-dev.conllu": 3},
	},
}

// testFiles are never learned from.
var testFiles = map[string][]string{
	"fr": {"fr_sequoia-test.conllu", "fr_gsd-test.conllu"},
	"en": {"en_ewt-test.conllu"},
	"ru": {"ru_gsd-test.conllu", "ru_taiga-test.conllu"},
}

// averaged is a plan whose tagger is averaged over so many shuffles.
func averaged(p syntax.Plan, runs int) syntax.Plan {
	p.TagRuns = runs
	return p
}

// learning is how the weights of every language are learned.
var learning = syntax.Plan{TagRounds: 8, ParseRounds: 12, Folds: 4, Runs: 3, TagBits: 18, MoveBits: 20, LabelBits: 17, Seed: 1, BeamRounds: 8, Margin: [3]float32{30, 10, 10}}
