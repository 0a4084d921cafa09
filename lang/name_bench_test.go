package lang_test

import (
	"strings"
	"testing"

	"recoupe/eval"
	"recoupe/internal/marked"
	"recoupe/lang"
)

// BenchmarkNames measures the names stage alone, on news sentences.
func BenchmarkNames(b *testing.B) {
	lines, err := eval.Lines("testdata/fr/names-guerres.txt")
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for _, l := range lines {
		plain, _, _ := marked.Parse(l)
		all.WriteString(plain + "\n")
	}
	a := lang.Analyze(eval.PlainDocument(all.String(), "fr"))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		a.Names = a.Names[:0]
		a.FindNamesAgain()
	}
	b.ReportMetric(float64(len(a.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
