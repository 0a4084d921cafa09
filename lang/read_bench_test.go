package lang

import (
	"os"
	"strings"
	"testing"

	"recoupe/internal/shared"
	"recoupe/text"
)

// benchText is the raw text of a treebank's test file.
func benchText(tb testing.TB, language, file string) *text.Document {
	b, err := os.ReadFile(shared.Path(tb, "..", "data", "ud", language, file))
	if err != nil {
		tb.Fatal(err)
	}
	var s strings.Builder
	for line := range strings.Lines(string(b)) {
		if t, ok := strings.CutPrefix(line, "# text = "); ok {
			s.WriteString(t)
		}
	}
	return document(s.String(), language)
}

func benchmarkWords(b *testing.B, language, file string) {
	d := benchText(b, language, file)
	a := &Analysis{Doc: d}
	a.words() // the models are loaded, the words have been met
	n := len(a.Tokens)
	b.ReportAllocs()
	for b.Loop() {
		a.Tokens, a.Sents = a.Tokens[:0], a.Sents[:0]
		a.words()
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkWordsFrench(b *testing.B)  { benchmarkWords(b, "fr", "fr_gsd-test.conllu") }
func BenchmarkWordsEnglish(b *testing.B) { benchmarkWords(b, "en", "en_ewt-test.conllu") }
func BenchmarkWordsRussian(b *testing.B) { benchmarkWords(b, "ru", "ru_gsd-test.conllu") }

// BenchmarkFirstWords is a text whose words are all new to the reader.
func BenchmarkFirstWords(b *testing.B) {
	d := benchText(b, "fr", "fr_gsd-test.conllu")
	a := &Analysis{Doc: d}
	a.words()
	n := len(a.Tokens)
	r := readerFor("fr")
	defer r.done()
	for b.Loop() {
		clear(r.known)
		a.Tokens, a.Sents = a.Tokens[:0], a.Sents[:0]
		r.begin(a)
		for i := range d.Sentences {
			r.next(a, int32(i))
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoad(b *testing.B) {
	for _, language := range []string{"fr", "en", "ru"} {
		b.Run(language, func(b *testing.B) {
			for b.Loop() {
				(&grammar{language: language, files: models}).load()
			}
		})
	}
}

// TestWordsAllocateNothing: words met before cost no memory.
func TestWordsAllocateNothing(t *testing.T) {
	d := document(strings.Repeat("L'eau a emporté les ponts d'Orvenne, ont indiqué des témoins. ", 20), "fr")
	r := readerFor("fr")
	a := &Analysis{Doc: d}
	read := func() {
		a.Tokens, a.Sents = a.Tokens[:0], a.Sents[:0]
		r.begin(a)
		for i := range d.Sentences {
			r.next(a, int32(i))
		}
	}
	read()
	if n := testing.AllocsPerRun(20, read); n > 0 {
		t.Errorf("%v allocations for %d tokens", n, len(a.Tokens))
	}
}
