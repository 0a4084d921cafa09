package lang

import (
	"os"
	"strings"
	"testing"

	"recoupe/internal/shared"
	"recoupe/text"
)

// wordsOf reads the words of a treebank file, sentence by sentence.
func wordsOf(t *testing.T, file string) (out [][]string) {
	t.Helper()
	b, err := os.ReadFile(shared.Path(t, "..", "data", "ud", "fr", file))
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(b), "\n\n") {
		var words []string
		for line := range strings.Lines(block) {
			if c := strings.Split(line, "\t"); len(c) == 10 && !strings.ContainsAny(c[0], "-.") {
				words = append(words, c[1])
			}
		}
		if len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

// TestStyleOfTreebanks: the style of a text is guessed from its words, of a whole
// test file and of most stretches of it.
func TestStyleOfTreebanks(t *testing.T) {
	r := readerFor("fr")
	defer r.done()
	for _, c := range []struct {
		file  string
		style uint32
		least float64 // share of stretches of twenty sentences
	}{{"fr_gsd-test.conllu", 1, 0.9}, {"fr_sequoia-test.conllu", 2, 0.9}} {
		sentences := wordsOf(t, c.file)
		if r.given(sentences); r.style != c.style {
			t.Errorf("%s is read in style %d, not %d", c.file, r.style, c.style)
		}
		right, all := 0, 0
		for ; len(sentences) >= 20; sentences = sentences[20:] {
			if r.given(sentences[:20]); r.style == c.style {
				right++
			}
			all++
		}
		share := float64(right) / float64(all)
		t.Logf("%s: %d of %d stretches of twenty sentences in their style", c.file, right, all)
		if share < c.least {
			t.Errorf("%s: %.2f of the stretches are guessed, under %.2f", c.file, share, c.least)
		}
	}
}

// TestStylesOfPercent: what the two treebanks tag otherwise is tagged after the
// style of the text, the same word in both.
func TestStylesOfPercent(t *testing.T) {
	r := readerFor("fr")
	defer r.done()
	for style, want := range map[uint32]POS{1: SYM, 2: NOUN} {
		r.clear()
		for _, w := range strings.Fields("Le taux a baissé de 12 % en mars .") {
			r.met(piece{}, r.entry(w))
		}
		r.ends = append(r.ends, len(r.pieces))
		r.style = style
		a := &Analysis{}
		r.next(a, 0)
		if got := a.Tokens[6].POS; got != want {
			t.Errorf("style %d: %% is %v, not %v", style, got, want)
		}
	}
}

// TestSentencesOfSeveralLanguages stand in the order of the text, each read in its
// own language, and one no grammar is kept for is cut and no more.
func TestSentencesOfSeveralLanguages(t *testing.T) {
	var s strings.Builder
	d := &text.Document{Language: "fr"}
	for _, c := range []struct{ language, words string }{
		{"", "La crue a emporté un pont."}, {"en", "The bridge was old."}, {"", "Deux villages sont coupés."},
		{"kk", "Көпір құлады."}, {"en", "Nobody was hurt."}, {"fr", "L'eau redescend."},
	} {
		start := s.Len()
		s.WriteString(c.words)
		d.Sentences = append(d.Sentences, text.Sentence{Start: start, End: s.Len(), Language: c.language})
		s.WriteByte(' ')
	}
	d.Text = s.String()
	a := &Analysis{Doc: d}
	a.words()
	if len(a.Sents) != len(d.Sentences) {
		t.Fatalf("%d sentences, not %d", len(a.Sents), len(d.Sentences))
	}
	want := []string{"crue NOUN", "was AUX", "sont AUX", "көпір X", "was AUX", "redescend VERB"}
	for i, st := range a.Sents {
		first, last := a.Tokens[st.First], a.Tokens[st.End-1]
		if int(first.Start) != d.Sentences[i].Start || int(last.End) != d.Sentences[i].End {
			t.Errorf("sentence %d is %d-%d, not %d-%d", i, first.Start, last.End, d.Sentences[i].Start, d.Sentences[i].End)
		}
		word, pos, _ := strings.Cut(want[i], " ")
		found := false
		for _, k := range a.Words(st) {
			found = found || k.Norm == word && (pos == "X" || k.POS.String() == pos) && int(k.Sent) == i
		}
		if !found {
			t.Errorf("sentence %d has no %s", i, want[i])
		}
	}
}
