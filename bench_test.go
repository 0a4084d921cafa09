package recoupe

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe/claim/told"
	"recoupe/lang"
	"recoupe/source"
	"recoupe/text"
)

// exampleTexts are the plain reports of the bundled example.
func exampleTexts(tb testing.TB) []string {
	tb.Helper()
	files, _ := filepath.Glob("testdata/port-lisane/*.txt")
	if len(files) == 0 {
		tb.Fatal("no example")
	}
	var out []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, string(b))
	}
	return out
}

// many yields n reports made of the example's, each with a line of its own.
func many(texts []string, n int) iter.Seq2[*source.Capture, error] {
	return func(yield func(*source.Capture, error) bool) {
		for i := range n {
			var b strings.Builder
			for k := 0; b.Len() < 5000; k++ {
				b.WriteString(texts[(i+k)%len(texts)])
				b.WriteString("\n\n")
			}
			fmt.Fprintf(&b, "Dépêche numéro %d.\n", i)
			name := fmt.Sprintf("%06d.txt", i)
			if !yield(&source.Capture{Name: name, MediaType: "text/plain", Body: []byte(b.String())}, nil) {
				return
			}
		}
	}
}

// BenchmarkRead measures the whole pipeline from bytes to ledger on one
// processor: reports of 5 kB.
func BenchmarkRead(b *testing.B) {
	texts := exampleTexts(b)
	const n = 200
	tokens := 0
	for c := range many(texts, n) {
		d, err := text.Read(c, text.Options{})
		if err != nil {
			b.Fatal(err)
		}
		tokens += len(lang.Analyze(d).Tokens)
	}
	for b.Loop() {
		Read(many(texts, n), Options{Workers: 1})
	}
	b.ReportMetric(float64(b.N)*n/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(b.N)*float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkStages measures text, lang and claim one by one on the example.
func BenchmarkStages(b *testing.B) {
	var docs []*text.Document
	size := 0
	captures := []*source.Capture{}
	for c := range many(exampleTexts(b), 50) {
		d, err := text.Read(c, text.Options{})
		if err != nil {
			b.Fatal(err)
		}
		docs, captures, size = append(docs, d), append(captures, c), size+len(d.Text)
	}
	b.Run("text", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			for _, c := range captures {
				text.Read(c, text.Options{})
			}
		}
	})
	var as []*lang.Analysis
	tokens := 0
	b.Run("lang", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			as, tokens = as[:0], 0
			for _, d := range docs {
				a := lang.Analyze(d)
				as, tokens = append(as, a), tokens+len(a.Tokens)
			}
		}
		b.ReportMetric(float64(b.N)*float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	})
	b.Run("claim", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			for _, a := range as {
				told.Read(a)
			}
		}
		b.ReportMetric(float64(b.N)*float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	})
}
