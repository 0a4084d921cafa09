package syntax

import "testing"

// styledToy is two treebanks that tag "pc" each in its own way, and write of other
// things.
func styledToy() []*Sentence {
	var out []*Sentence
	for k, c := range []struct {
		words []string
		tags  []uint8
	}{
		{[]string{"le", "pc", "gagne", "hier"}, []uint8{0, 1, 2, 1}},
		{[]string{"le", "pc", "tire", "ici"}, []uint8{0, 4, 2, 1}},
	} {
		for range 4 {
			s := &Sentence{Tags: c.tags, Family: k, Heads: []int32{1, 2, 4, 2}, Rels: []uint8{1, 2, 0, 3}}
			for _, w := range c.words {
				word := NewWord(w, 0, 0)
				word.Style = uint32(k + 1)
				s.Words = append(s.Words, word)
			}
			out = append(out, s)
		}
	}
	return out
}

func styledFiles(t *testing.T) [][]byte {
	t.Helper()
	w := Learn(styledToy(), toyPlan)
	var files [][]byte
	for f, cells := range w.Cells(Cut{Scale: [3]float64{1, 1, 1}, Least: [3]float64{1, 1, 1}}) {
		b, err := Write("language: xx", toyPlan.Tags, toyPlan.Rels, cells, w.Styles[f])
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, b)
	}
	return files
}

// TestStyles: a word that two treebanks tag each in its own way is tagged in the
// way of the style it is read in, whether it is known by itself or not, and a
// text's own words tell its style.
func TestStyles(t *testing.T) {
	e, err := Read(styledFiles(t)...)
	if err != nil {
		t.Fatal(err)
	}
	e.SureTag = 1 << 20
	for k, c := range []struct {
		words []string
		want  uint8
	}{{[]string{"le", "pc", "part"}, 1}, {[]string{"le", "pc", "part"}, 4}} {
		words := make([]Word, len(c.words))
		tags := make([]uint8, len(words))
		for _, know := range []bool{false, true} {
			for i, w := range c.words {
				words[i] = NewWord(w, 0, 0)
				words[i].Style = uint32(k + 1)
				if know {
					e.Know(&words[i])
				}
			}
			if e.Tag(words, tags); tags[1] != c.want {
				t.Errorf("style %d, known %v: tag %d, not %d", k+1, know, tags[1], c.want)
			}
		}
	}
	for _, c := range []struct {
		words []string
		want  uint32
	}{
		{[]string{"pc", "gagne", "hier", "gagne"}, 1},
		{[]string{"pc", "tire", "ici", "tire"}, 2},
		{[]string{"pc", "tire", "ici", "gagne", "hier", "gagne", "hier"}, 1},
		{[]string{"le", "pc"}, usualStyle},
		{nil, usualStyle},
	} {
		l := Lean(0)
		for _, s := range c.words {
			w := NewWord(s, 0, 0)
			l += e.Lean(&w)
		}
		if got := e.Style(l); got != c.want {
			t.Errorf("%v: style %d, not %d (leans %d)", c.words, got, c.want, l)
		}
	}
}

// TestNoStyles: weights learned without styles know none.
func TestNoStyles(t *testing.T) {
	e, err := Read(toyFiles(t)...)
	if err != nil {
		t.Fatal(err)
	}
	w := NewWord("police", 0, 0)
	if l := e.Lean(&w); l != 0 || e.Style(l) != 0 || e.Style(1000) != 0 {
		t.Errorf("leans %d, style %d", l, e.Style(l))
	}
}

// TestReadRefusesStyles that cannot be: a number there is none of, rows that no
// hash finds, as many rows as the other file does not have.
func TestReadRefusesStyles(t *testing.T) {
	cells := Learn(toySentences(), toyPlan).Cells(Cut{Scale: [3]float64{1, 1, 1}, Least: [3]float64{1, 1, 1}})
	good := Style{1, make([]uint8, 8)}
	for _, bad := range []Style{{maxStyles + 1, make([]uint8, 8)}, {1, make([]uint8, 6)}, {1, nil}, {2, make([]uint8, 16)}} {
		var files [][]byte
		for f, s := range []Style{good, bad} {
			b, err := Write("language: xx", toyPlan.Tags, toyPlan.Rels, cells[f], s)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, b)
		}
		if _, err := Read(files[0]); err != nil {
			t.Errorf("a style that can be: %v", err)
		}
		if _, err := Read(files...); err == nil {
			t.Errorf("style %d of %d rows is read", bad.Number, len(bad.Rows))
		}
	}
}
