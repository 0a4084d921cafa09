package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"recoupe/lang"
	"recoupe/lang/syntax"
)

// A recipe says what one language is built from.
type recipe struct {
	lang     string
	families []family
	speakers int            // one sentence in so many comes a second time, with a speaker
	limit    int            // of the beam; 0: the usual one
	times    map[string]int // how often the sentences of a file count, if not once
	styles   map[string]int // of the files that are in one, see [syntax.Style]
	dev      []string       // left out of the training when trying things
	lexicon  func(b *builder) (dictionary, error)
	plan     syntax.Plan
	cut      syntax.Cut
}

// A family is the treebanks under one licence; its weights are a file of their
// own.
type family struct {
	name    string // of the file: "cc-by-sa"
	licence string
	files   []string
	sources []string // as the header and NOTICE name them
}

// file is where a file of the language stands, from the module's root.
func (r recipe) file(name string) string { return filepath.Join("lang/data", r.lang, name) }

type builder struct {
	banks, packages, out string
	dev                  bool
	runs                 int
	held                 []string // files left out
}

func (b *builder) build(r recipe) error {
	start := time.Now()
	if b.dev {
		b.held = r.dev
	}
	lex, err := b.buildLexicon(r)
	if err != nil {
		return err
	}
	if err := b.buildLemmas(r, lex); err != nil {
		return err
	}
	sents, plan, err := b.sentences(r, lex)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d sentences, %d tags, %d relations\n", r.lang, len(sents), len(plan.Tags), len(plan.Rels))
	w := syntax.Learn(sents, plan)
	fmt.Printf("%s: learned in %s\n", r.lang, time.Since(start).Round(time.Second))
	if b.dev {
		return b.tryCuts(r, w, plan)
	}
	return b.keep(r, w, plan)
}

// keep writes the weights, with what they score in their headers.
func (b *builder) keep(r recipe, w *syntax.Weights, plan syntax.Plan) error {
	files, err := weightsFiles(r, w, r.cut, plan, "")
	if err != nil {
		return err
	}
	scores, err := b.score(r, files, testFiles[r.lang])
	if err != nil {
		return err
	}
	files, err = weightsFiles(r, w, r.cut, plan, strings.Join(scores, "; "))
	if err != nil {
		return err
	}
	return b.writeWeights(r, files)
}

func (b *builder) writeWeights(r recipe, files [][]byte) error {
	for f, data := range files {
		if err := b.write(r.file("syntax."+r.families[f].name+".bin"), data); err != nil {
			return err
		}
	}
	return nil
}

// score writes weights files and reads treebank files with them, as recoupe will
// before its rules.
func (b *builder) score(r recipe, weights [][]byte, files []string) (lines []string, err error) {
	if err := b.writeWeights(r, weights); err != nil {
		return nil, err
	}
	read := lang.WordReader(os.DirFS(filepath.Join(b.out, "lang")), r.lang)
	for _, file := range files {
		trees, err := readTrees(filepath.Join(b.banks, r.lang, file))
		if err != nil {
			return nil, err
		}
		sc, _ := scoreWords(read, trees, 0)
		lines = append(lines, fmt.Sprintf("%s %s", file, sc))
		fmt.Printf("%s: %s\n", r.lang, lines[len(lines)-1])
	}
	return lines, nil
}

// weightsFiles makes one file for each family.
func weightsFiles(r recipe, w *syntax.Weights, cut syntax.Cut, plan syntax.Plan, scores string) ([][]byte, error) {
	var files [][]byte
	cells := w.Cells(cut)
	for f := range r.families {
		head := weightsHead(r, f)
		if r.limit > 0 {
			head += fmt.Sprintf("\nlimit: %d", r.limit)
		}
		if scores != "" {
			head += "\nscores: " + scores
		}
		data, err := syntax.Write(head, plan.Tags, plan.Rels, cells[f], w.Styles[f])
		if err != nil {
			return nil, err
		}
		files = append(files, data)
	}
	return files, nil
}

// vocabulary lists the words of treebanks, in lower case.
func (b *builder) vocabulary(language string, files ...string) (map[string]bool, error) {
	out := map[string]bool{}
	for _, file := range files {
		if slices.Contains(b.held, file) {
			continue
		}
		trees, err := readTrees(filepath.Join(b.banks, language, file))
		if err != nil {
			return nil, err
		}
		for _, t := range trees {
			for _, w := range t.words {
				out[strings.ToLower(lang.Norm(w.form))] = true
			}
		}
	}
	return out, nil
}

// tryCuts shows what smaller files cost, on the development files.
func (b *builder) tryCuts(r recipe, w *syntax.Weights, plan syntax.Plan) error {
	for _, least := range [][3]float64{{3, 1.5, 2}, {1.5, 1, 1}, r.cut.Least} {
		cut := r.cut
		cut.Least = least
		files, err := weightsFiles(r, w, cut, plan, "")
		if err != nil {
			return err
		}
		size := 0
		for _, data := range files {
			size += len(data)
		}
		fmt.Printf("%s: least %v %d bytes\n", r.lang, least, size)
		if _, err := b.score(r, files, r.dev); err != nil {
			return err
		}
	}
	return nil
}

// buildLexicon returns nil, which every caller reads as an empty lexicon, for a
// language without one.
func (b *builder) buildLexicon(r recipe) (*lang.Lexicon, error) {
	if r.lexicon == nil {
		return nil, nil
	}
	d, err := r.lexicon(b)
	if err != nil {
		return nil, err
	}
	data, err := compileLexicon(d)
	if err != nil {
		return nil, err
	}
	fmt.Printf("%s: lexicon %d forms %d bytes\n", r.lang, len(d.forms), len(data))
	if err := b.write(r.file("lexicon.bin"), data); err != nil {
		return nil, err
	}
	return lang.OpenLexicon(data, func(pos, feats string) string { return lang.FineTag(r.lang, pos, feats) })
}

func (b *builder) sentences(r recipe, lex *lang.Lexicon) ([]*syntax.Sentence, syntax.Plan, error) {
	p := r.plan
	p.Families = len(r.families)
	if b.runs > 0 {
		p.Runs, p.TagRuns = b.runs, b.runs
	}
	tags, rels := &list{}, &list{}
	tags.index("X")
	rels.index("dep")
	var banks [][]*tree
	for _, fam := range r.families {
		for _, file := range fam.files {
			trees, err := readTrees(filepath.Join(b.banks, r.lang, file))
			if err != nil {
				return nil, p, err
			}
			if slices.Contains(b.held, file) {
				trees = nil
			}
			banks = append(banks, trees)
		}
	}
	m := &maker{language: r.lang, lex: lex, tags: tags, rels: rels, rare: rareTags(r.lang, banks)}
	var sents []*syntax.Sentence
	random := rand.New(rand.NewPCG(p.Seed, 1))
	for fi, fam := range r.families {
		for _, file := range fam.files {
			trees := banks[0]
			banks = banks[1:]
			for i, t := range trees {
				sents = append(sents, m.sentence(t, fi, r.times[file], r.styles[file]))
				if r.speakers > 0 && !strings.Contains(file, "rhapsodie") && !strings.Contains(file, "paris") && i%r.speakers == 0 {
					if w := t.withSpeaker(random); w != nil {
						sents = append(sents, m.sentence(w, fi, 1, r.styles[file]))
					}
				}
			}
		}
	}
	p.Tags, p.Rels = tags.all, rels.all
	return sents, p, nil
}

// rareTags lists the fine tags too rare to be learned: their words are learned
// by their part of speech alone.
func rareTags(language string, banks [][]*tree) map[string]bool {
	const least = 8
	seen := map[string]int{}
	for _, trees := range banks {
		for _, t := range trees {
			for _, w := range t.words {
				seen[lang.FineTag(language, w.pos, w.feats)]++
			}
		}
	}
	rare := map[string]bool{}
	for tag, n := range seen {
		if n < least {
			rare[tag] = true
		}
	}
	return rare
}

// A maker turns trees into what is learned from.
type maker struct {
	language   string
	lex        *lang.Lexicon
	tags, rels *list
	rare       map[string]bool
}

func (m *maker) sentence(t *tree, family, times, style int) *syntax.Sentence {
	s := &syntax.Sentence{Family: family, Times: times}
	entries := make([]int, len(t.words))
	for i, w := range t.words {
		entries[i] = m.lex.Entry(lang.Norm(w.form))
		word := m.lex.Word(w.form)
		word.Style = uint32(style)
		s.Words = append(s.Words, word)
		tag := lang.FineTag(m.language, w.pos, w.feats)
		if m.rare[tag] {
			tag = w.pos
		}
		s.Tags = append(s.Tags, uint8(m.tags.index(tag)))
		s.Rels = append(s.Rels, uint8(m.rels.index(w.rel)))
		h := int32(w.head)
		if h < 0 {
			h = int32(len(t.words))
		}
		s.Heads = append(s.Heads, h)
	}
	s.Fit = func(word int, tag uint8) uint32 { return m.lex.Fit(entries[word], m.tags.all[tag]) }
	return s
}

func weightsHead(r recipe, f int) string {
	fam := r.families[f]
	return fmt.Sprintf("language: %s\nlicence: %s\nsources: %s\nnote: %s", r.lang, fam.licence, strings.Join(fam.sources, "; "), fam.note(r))
}

func (fam family) note(r recipe) string {
	note := "averaged perceptron weights"
	if len(r.families) > 1 {
		note += "; this file holds the updates made on sentences of these sources, to be summed with the language's other files"
	}
	if r.speakers > 0 {
		note += "; a share of the sentences was learned a second time with an ending, written for recoupe, that names a speaker"
	}
	return note
}
