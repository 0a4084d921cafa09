package story

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/text"
)

// reportOf5kB makes a report of about size bytes on matter number m: words drawn
// from a small language of its own, so that reports of one matter share names.
func madeReport(rng *rand.Rand, id, matter, size int, day int) *claim.Report {
	var b strings.Builder
	for b.Len() < size {
		fmt.Fprintf(&b, "La ville de M%s a vu %d personnes %s devant le %s, a dit N%s. ",
			syllables(matter*7+rng.Intn(3)), rng.Intn(900), syllables(rng.Intn(4000)), syllables(rng.Intn(4000)), syllables(matter*7+3+rng.Intn(3)))
		for range 8 {
			b.WriteString(syllables(rng.Intn(9000)))
			b.WriteByte(' ')
		}
		b.WriteString(".\n\n")
	}
	title := fmt.Sprintf("M%s : N%s %s", syllables(matter*7), syllables(matter*7+3), syllables(rng.Intn(4000)))
	body := title + "\n\n" + b.String()
	d := &text.Document{ID: text.DocID(fmt.Sprintf("%012x", id)), Language: "fr", Text: body, Title: title}
	d.Parts = []text.Part{{Start: 0, End: len(title), Kind: text.Title}, {Start: len(title) + 2, End: len(body), Kind: text.Paragraph}}
	d.Published.When = edtf.OfDay(time.Date(2031, 1, 1+day, 0, 0, 0, 0, time.UTC))
	return &claim.Report{Document: d}
}

func syllables(n int) string {
	const list = "ba de ki lo mu na pe ri so tu va ze fi go ha je"
	out := ""
	for i := 0; i < 4; i++ {
		k := n % 16 * 3
		out += list[k : k+2]
		n /= 16
	}
	return out
}

func madeReports(n, size int) []*claim.Report {
	rng := rand.New(rand.NewSource(1))
	out := make([]*claim.Report, n)
	for i := range out {
		day := i * 30 / n
		out[i] = madeReport(rng, i, day*20+rng.Intn(40), size, day)
	}
	return out
}

// BenchmarkFingerprints: clean text of 5 kB to its fingerprints, one core.
func BenchmarkFingerprints(b *testing.B) {
	reports := madeReports(200, 5000)
	var w winnower
	prints, bytes := 0, 0
	b.ResetTimer()
	for i := range b.N {
		r := reports[i%len(reports)]
		prints += len(w.fingerprints(r))
		bytes += len(r.Text)
	}
	b.SetBytes(int64(bytes / b.N))
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(prints)/float64(b.N), "prints/report")
}

// BenchmarkLeaves: clean text of 5 kB to the bags it is clustered by.
func BenchmarkLeaves(b *testing.B) {
	reports := madeReports(200, 5000)
	m := newLeafMaker()
	b.ResetTimer()
	for i := range b.N {
		m.leaf(reports[i%len(reports)])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkClustering: bags to stories, in a stream with a window of 14 days.
func BenchmarkClustering(b *testing.B) {
	reports := madeReports(20000, 900)
	m := newLeafMaker()
	leaves := make([]*leaf, len(reports))
	for i, r := range reports {
		leaves[i] = m.leaf(r)
	}
	b.ResetTimer()
	var s *stream
	for i := range b.N {
		if i%len(leaves) == 0 {
			s = newStream(14)
		}
		s.put(i, leaves[i%len(leaves)])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}

// TestMemory prints how memory grows over as many generated reports as
// RECOUPE_REPORTS says, in a window of 14 days: doc/bench/story.txt keeps the table.
func TestMemory(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("RECOUPE_REPORTS"))
	if err != nil {
		t.Skip("RECOUPE_REPORTS says how many reports; a million takes some minutes")
	}
	const perDay = 10000
	rng := rand.New(rand.NewSource(1))
	s, x, m := newStream(14), newIndex(14), newLeafMaker()
	var w winnower
	start := time.Now()
	for i := range n {
		day := i / perDay
		r := madeReport(rng, i, day*20+rng.Intn(400), 2000, day)
		s.put(i, m.leaf(r))
		x.add(i, float64(r.Published.When.From.Unix())/86400, w.fingerprints(r))
		if (i+1)%(n/20) == 0 {
			runtime.GC()
			var st runtime.MemStats
			runtime.ReadMemStats(&st)
			t.Logf("%8d reports, day %3d: %6.1f MB in use, %6d stories open, %8d postings, %5.0f s",
				i+1, day, float64(st.HeapAlloc)/1e6, len(s.clusters), len(x.posts), time.Since(start).Seconds())
		}
	}
}
