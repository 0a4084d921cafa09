//go:build unix

package lang_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"recoupe/eval"
	"recoupe/internal/marked"
	"recoupe/lang"
)

// BenchmarkSide reads the sentences that doc/bench/side gives to other programs:
// tokens, tags, trees, lemmas, names, places, numbers, times, quotations. Words are
// what stands between spaces.
func BenchmarkSide(b *testing.B) {
	for _, c := range []struct{ language, files string }{
		{"fr", "testdata/fr/names-apart*.txt"}, {"en", "../claim/testdata/en/*.txt"},
	} {
		b.Run(c.language, func(b *testing.B) {
			files, _ := filepath.Glob(c.files)
			var all strings.Builder
			for _, f := range files {
				lines, err := eval.Lines(f)
				if err != nil {
					b.Fatal(err)
				}
				for _, l := range lines {
					plain, _, _ := marked.Parse(l)
					all.WriteString(plain + "\n")
				}
			}
			d := eval.PlainDocument(all.String(), c.language)
			words := len(strings.Fields(all.String()))
			lang.Analyze(d) // the models are loaded
			begun := processorTime()
			for b.Loop() {
				lang.Analyze(d)
			}
			b.ReportMetric(float64(words)*float64(b.N)/(processorTime()-begun).Seconds(), "words/cpu-s")
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// processorTime is what the process has had of its processors: on a machine that
// others share it says more than the clock on the wall.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
