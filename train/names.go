package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recoupe/eval"
	"recoupe/internal/marked"
	"recoupe/internal/shared"
	"recoupe/lang"
)

// A nameCase is one marked line read for training.
type nameCase struct {
	file  string // "" for what is never scored
	marks []marked.Mark
	words []lang.NameWord
	gold  []uint8
	// Where sentences begin, as indexes into words.
	starts []int
}

// namesCommand learns the name model from marked sentences and from the names
// of UD English EWT, and with --cross scores it on each file in turn, learnt
// from the others.
func namesCommand(args []string) error {
	f := flag.NewFlagSet("names", flag.ContinueOnError)
	dir := f.String("marked", "lang/testdata/fr", "folder of the marked sentences")
	cross := f.Bool("cross", false, "score each file by a model of the others; write nothing")
	wrong := f.Bool("wrong", false, "with --cross, print the lines read wrong")
	copies := f.Int("copies", 4, "how often each line is learnt again with other names")
	epochs := f.Int("epochs", 12, "passes over the sentences")
	tagged := f.String("score", "", "score the model there is on an English file of words and BIO tags, and end")
	runs := f.Int("runs", 12, "shuffles averaged")
	bits := f.Int("bits", 17, "size of the table")
	englishToo := f.Bool("english", true, "learn from UNER English EWT too")
	drop := f.Float64("drop", 0.4, "share of clues left out at each step")
	out := f.String("out", ".", "root of the module the model goes to")
	if err := f.Parse(args); err != nil {
		return err
	}
	if *tagged != "" {
		return scoreTagged(*tagged)
	}
	files, err := filepath.Glob(filepath.Join(*dir, "names-*.txt"))
	if err != nil {
		return err
	}
	lines := map[string][]string{}
	for _, name := range files {
		// names-apart*.txt are scored and never learnt from, names-titles.txt is read
		// by rule (last names alone would teach that one word is a person); misses
		// are repeats.
		if base := filepath.Base(name); strings.HasPrefix(base, "names-apart") || base == "names-titles.txt" || strings.HasSuffix(base, ".miss.txt") {
			continue
		}
		if lines[name], err = eval.Lines(name); err != nil {
			return err
		}
	}
	names := slices.Sorted(keysOf(lines))
	english, err := readTagged(filepath.Join(shared.Dir, "data/ner/uner_en-train.tsv"))
	if err != nil {
		return err
	}
	if !*englishToo {
		english = nil
	}
	l := &nameLearner{bits: *bits, epochs: *epochs, runs: *runs, drop: *drop}
	if *cross {
		return l.cross(lines, english, *copies, *wrong)
	}
	var rest []string
	for _, n := range names {
		rest = append(rest, lines[n]...)
	}
	m, err := l.learn(rest, english, *copies)
	if err != nil {
		return err
	}
	head := fmt.Sprintf("Learnt from %d French sentences written for recoupe and %d English ones of UNER English EWT (CC BY-SA 4.0).", len(rest), len(english))
	if head, err = scoredHead(head, m.pack(head), *dir); err != nil {
		return err
	}
	model := m.pack(head)
	fmt.Printf("names.bin: %d bytes\n%s\n", len(model), head)
	return (&builder{out: *out}).write("lang/data/names.bin", model)
}

// readNameCase reads a marked line.
func readNameCase(line, language string) (*nameCase, error) {
	plain, marks, err := marked.Parse(line)
	if err != nil {
		return nil, err
	}
	c := &nameCase{}
	for _, m := range marks {
		if lang.ParseKind(m.Label) != lang.Unknown {
			c.marks = append(c.marks, m)
		}
	}
	a := lang.Analyze(eval.PlainDocument(plain, language))
	for s := range a.Sents {
		c.starts = append(c.starts, len(c.words))
		c.words = append(c.words, a.NameWords(s)...)
	}
	c.gold = labelsOf(c.words, c.marks)
	return c, nil
}

func labelsOf(words []lang.NameWord, marks []marked.Mark) []uint8 {
	gold := make([]uint8, len(words))
	for i, w := range words {
		for _, m := range marks {
			if m.Start <= w.Start && w.End <= m.End {
				gold[i] = 2 * uint8(lang.ParseKind(m.Label))
				if i == 0 || words[i-1].Start < m.Start {
					gold[i]--
				}
			}
		}
	}
	return gold
}

// readTagged reads a file of words and BIO tags, as marked lines.
func readTagged(file string) ([]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var lines []string
	var line strings.Builder
	open := ""
	shut := func() {
		if open != "" {
			line.WriteString("|" + open + "}")
			open = ""
		}
	}
	for _, row := range strings.Split(string(b)+"\n", "\n") {
		word, tag, ok := strings.Cut(strings.TrimSpace(row), "\t")
		if !ok {
			shut()
			if line.Len() > 0 {
				lines = append(lines, line.String())
			}
			line.Reset()
			continue
		}
		word = strings.NewReplacer("{", "(", "}", ")", "|", "/").Replace(word)
		begin, kind, _ := strings.Cut(tag, "-")
		if begin != "I" {
			shut()
		}
		if line.Len() > 0 && !strings.Contains(".,;:!?)'s", word) {
			line.WriteByte(' ')
		}
		if begin == "B" {
			line.WriteByte('{')
			open = kind
		}
		line.WriteString(word)
	}
	return lines, nil
}

// swapNames returns line with each name changed for another one of its kind
// that stands after the same word: the model is to learn what stands around a
// name, not the names of one year.
func swapNames(line string, pool map[string][]string, random *rand.Rand) string {
	plain, marks, err := marked.Parse(line)
	if err != nil {
		return line
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(plain[at:m.Start])
		words := plain[m.Start:m.End]
		if others := pool[slot(plain, m)]; len(others) > 1 && random.IntN(5) > 0 {
			words = others[random.IntN(len(others))]
		}
		fmt.Fprintf(&b, "{%s|%s}", words, m.Label)
		at = m.End
	}
	b.WriteString(plain[at:])
	return b.String()
}

// slot names the place a mark stands in: its kind and the word before it.
func slot(plain string, m marked.Mark) string {
	before := strings.ToLower(plain[:m.Start])
	before = before[strings.LastIndexAny(strings.TrimRight(before, " "), " '’(«\"")+1:]
	if strings.HasSuffix(before, "'") || strings.HasSuffix(before, "’") {
		return m.Label + "'"
	}
	if m.Label == "PER" {
		return m.Label
	}
	return m.Label + strings.TrimSpace(before)
}

// A nameLearner learns by the averaged structured perceptron.
type nameLearner struct {
	bits, epochs, runs int
	drop               float64
}

type nameWeights struct {
	bits  int
	rows  [][lang.NameLabels]int32
	moves [lang.NameLabels][lang.NameLabels]int32
}

func (l *nameLearner) learn(lines, english []string, copies int) (*nameWeights, error) {
	random := rand.New(rand.NewPCG(7, 11))
	pool := map[string][]string{}
	for _, line := range lines {
		plain, marks, err := marked.Parse(line)
		if err != nil {
			return nil, err
		}
		for _, m := range marks {
			s := slot(plain, m)
			pool[s] = append(pool[s], plain[m.Start:m.End])
		}
	}
	var cases []*nameCase
	read := func(line, language string) error {
		c, err := readNameCase(line, language)
		if err == nil {
			cases = append(cases, c)
		}
		return err
	}
	for _, line := range lines {
		if err := read(line, "fr"); err != nil {
			return nil, err
		}
		for range copies {
			if err := read(swapNames(line, pool, random), "fr"); err != nil {
				return nil, err
			}
		}
	}
	for _, line := range english {
		if err := read(line, "en"); err != nil {
			return nil, err
		}
	}
	sum := l.perceive(cases, random)
	for range l.runs - 1 {
		m := l.perceive(cases, random)
		for i := range m.rows {
			for k := range m.rows[i] {
				sum.rows[i][k] += m.rows[i][k]
			}
		}
		for i := range m.moves {
			for k := range m.moves[i] {
				sum.moves[i][k] += m.moves[i][k]
			}
		}
	}
	return sum, nil
}

func (l *nameLearner) perceive(cases []*nameCase, random *rand.Rand) *nameWeights {
	m := &nameWeights{bits: l.bits, rows: make([][lang.NameLabels]int32, 1<<l.bits)}
	// sums hold step × change, from which the average over all steps is taken.
	sums := make([][lang.NameLabels]int64, 1<<l.bits)
	var moveSums [lang.NameLabels][lang.NameLabels]int64
	step := int64(1)
	shift := uint(32 - l.bits)
	for range l.epochs {
		random.Shuffle(len(cases), func(i, j int) { cases[i], cases[j] = cases[j], cases[i] })
		for _, c := range cases {
			if l.drop > 0 {
				c = c.dropped(l.drop, random)
			}
			got := m.label(c)
			for i, g := range c.gold {
				change := func(label uint8, by int32) {
					for _, f := range c.words[i].Clues {
						m.rows[f>>shift][label] += by
						sums[f>>shift][label] += step * int64(by)
					}
				}
				if g != got[i] {
					change(g, 1)
					change(got[i], -1)
				}
				pg, pp := uint8(0), uint8(0)
				if i > 0 && !slices.Contains(c.starts, i) {
					pg, pp = c.gold[i-1], got[i-1]
				}
				if len(c.words[i].Clues) > 0 && (g != got[i] || pg != pp) {
					m.moves[pg][g]++
					moveSums[pg][g] += step
					m.moves[pp][got[i]]--
					moveSums[pp][got[i]] -= step
				}
			}
			step++
		}
	}
	// Weights are kept a hundredfold so that the average is not lost in rounding.
	for i := range m.rows {
		for k := range m.rows[i] {
			m.rows[i][k] = int32((int64(m.rows[i][k])*step - sums[i][k]) * 100 / step)
		}
	}
	for i := range m.moves {
		for k := range m.moves[i] {
			m.moves[i][k] = int32((int64(m.moves[i][k])*step - moveSums[i][k]) * 100 / step)
		}
	}
	return m
}

// dropped returns c with some clues left out, so that no clue is leant on alone:
// a word that always stood by a name in the sentences learnt from need not elsewhere.
func (c *nameCase) dropped(share float64, random *rand.Rand) *nameCase {
	thin := *c
	thin.words = make([]lang.NameWord, len(c.words))
	for i, w := range c.words {
		thin.words[i] = lang.NameWord{Start: w.Start, End: w.End}
		for _, f := range w.Clues {
			if random.Float64() >= share {
				thin.words[i].Clues = append(thin.words[i].Clues, f)
			}
		}
	}
	return &thin
}

// label finds the best labels of a case; the search of package lang, over
// weights that are still being learnt.
func (m *nameWeights) label(c *nameCase) []uint8 {
	const n = lang.NameLabels
	labels := make([]uint8, len(c.words))
	back := make([][n]uint8, len(c.words))
	var prev [n]int32
	shift := uint(32 - m.bits)
	flush := func(end int) {
		best := 0
		for l := range n {
			if prev[l] > prev[best] {
				best = l
			}
		}
		for i, l := end-1, uint8(best); i >= 0 && len(c.words[i].Clues) > 0; i-- {
			labels[i] = l
			if l = back[i][l]; l == n {
				break
			}
		}
	}
	inside := false
	for i, w := range c.words {
		if inside && (len(w.Clues) == 0 || slices.Contains(c.starts, i)) {
			flush(i)
			inside = false
		}
		if len(w.Clues) == 0 {
			continue
		}
		var sum [n]int32
		for _, f := range w.Clues {
			row := &m.rows[f>>shift]
			for l := range sum {
				sum[l] += row[l]
			}
		}
		prev, back[i] = m.step(sum, prev, inside)
		inside = true
	}
	if inside {
		flush(len(c.words))
	}
	return labels
}

// step adds to the scores of one word those of the best way to each label, and
// says from which label it came; lang.NameLabels where the word is the first.
func (m *nameWeights) step(sum, prev [lang.NameLabels]int32, inside bool) (next [lang.NameLabels]int32, back [lang.NameLabels]uint8) {
	for l := range sum {
		best, from := int32(-1<<30), uint8(lang.NameLabels)
		if !inside {
			best = m.moves[0][l]
			if l != 0 && l&1 == 0 {
				best = -1 << 20
			}
		}
		for p := range sum {
			if !inside || l != 0 && l&1 == 0 && p != l && p != l-1 {
				continue
			}
			if v := prev[p] + m.moves[p][l]; v > best {
				best, from = v, uint8(p)
			}
		}
		next[l], back[l] = sum[l]+best, from
	}
	return next, back
}

// pack writes the model as lang/name_tag.go reads it.
func (m *nameWeights) pack(head string) []byte {
	// The few largest weights are cut to the largest a byte holds.
	var sizes []int32
	for i := range m.rows {
		for _, w := range m.rows[i] {
			if w != 0 {
				sizes = append(sizes, max(w, -w))
			}
		}
	}
	slices.Sort(sizes)
	peak := max(1, sizes[len(sizes)-1-len(sizes)/2000])
	scale := func(w int32) int32 { return int32(int64(w) * 127 / int64(peak)) }
	var b bytes.Buffer
	fmt.Fprintf(&b, "recoupe names 1\nMade by go run ./train.\n%s\n\n", head)
	b.WriteByte(byte(m.bits))
	for i := range m.moves {
		for _, w := range m.moves[i] {
			b.Write(binary.LittleEndian.AppendUint16(nil, uint16(int16(scale(w)))))
		}
	}
	var rows []byte
	count, last := uint64(0), 0
	for i := range m.rows {
		var mask byte
		var weights []byte
		for l, w := range m.rows[i] {
			if q := max(-127, min(127, scale(w))); q > 1 || q < -1 {
				mask |= 1 << l
				weights = append(weights, byte(int8(q)))
			}
		}
		if mask != 0 {
			rows = binary.AppendUvarint(rows, uint64(i-last))
			rows = append(append(rows, mask), weights...)
			last = i
			count++
		}
	}
	b.Write(binary.AppendUvarint(nil, count))
	b.Write(rows)
	return b.Bytes()
}
