//go:build unix

package recoupe

import (
	"syscall"
	"testing"
	"time"

	"recoupe/claim/told"
	"recoupe/lang"
	"recoupe/text"
)

// processorTime is what the process has had of its processors: on a machine that
// others share it says more than the clock on the wall.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkClaims measures the reading of clean text in one: from a document's
// words and sentences to its claims and figures, on one processor.
func BenchmarkClaims(b *testing.B) {
	var docs []*text.Document
	size, tokens := 0, 0
	for c := range many(exampleTexts(b), 50) {
		d, err := text.Read(c, text.Options{})
		if err != nil {
			b.Fatal(err)
		}
		docs, size, tokens = append(docs, d), size+len(d.Text), tokens+len(lang.Analyze(d).Tokens)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	begun := processorTime()
	for b.Loop() {
		for _, d := range docs {
			told.Read(lang.Analyze(d))
		}
	}
	b.ReportMetric(float64(b.N)*float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(b.N)*float64(tokens)/(processorTime()-begun).Seconds(), "tokens/cpu-s")
}
