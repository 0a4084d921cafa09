package dossier

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"recoupe/source"
	"recoupe/warc"
)

// TestLarge measures a dossier of many reports, taken from a web archive:
//
//	RECOUPE_LARGE=100000 go test ./dossier -run Large -v -timeout 30m
//
// It prints what doc/bench/archive.txt records, and fails where a bound is broken.
func TestLarge(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("RECOUPE_LARGE"))
	if n == 0 {
		t.Skip("RECOUPE_LARGE is not set: how many reports to measure with")
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "large.warc.gz")
	plainBytes := writeLarge(t, name, n)
	st, _ := os.Stat(name)
	t.Logf("web archive: %d reports, %s of bodies, %s packed", n, megabytes(plainBytes), megabytes(st.Size()))

	d, err := Create(filepath.Join(dir, "lisane"))
	if err != nil {
		t.Fatal(err)
	}
	kept := 0
	a := Adder{Dossier: d, Now: time.Now, Kept: func(Kept) { kept++ }, Failed: func(err error) { t.Error(err) }}
	start, busy := time.Now(), processor()
	if err := a.Add(t.Context(), []string{name}); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	t.Logf("add: %v (%v of processors), %.0f reports/s; on the disk %s, %.0f bytes a report", took.Round(time.Millisecond), processor()-busy, float64(kept)/took.Seconds(), megabytes(d.DiskSize()), float64(d.DiskSize())/float64(kept))
	if kept != n {
		t.Errorf("kept %d of %d", kept, n)
	}
	t.Logf("memory in use: %s", heap())

	start = time.Now()
	if d, err = Open(d.Dir()); err != nil {
		t.Fatal(err)
	}
	t.Logf("open: %v", time.Since(start).Round(time.Millisecond))
	start = time.Now()
	sound(t, d)
	t.Logf("verify: %v", time.Since(start).Round(time.Millisecond))
	searchLarge(t, d)
}

func searchLarge(t *testing.T, d *Dossier) {
	start, busy := time.Now(), processor()
	x, err := d.Index()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("making the index: %v (%v of processors)", time.Since(start).Round(time.Millisecond), processor()-busy)
	x.Close()
	start = time.Now()
	if x, err = d.Index(); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	t.Logf("opening the index, its seal checked: %v", time.Since(start).Round(time.Millisecond))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var times []time.Duration
	for i := range 60 {
		words := []string{"digue", "morts préfet", "lisane", `"ville basse"`, made(uint64(i * 37)), "pont* renforts"}[i%6]
		start := time.Now()
		if _, err := x.Search(words, 20); err != nil {
			t.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	t.Logf("search, one processor, 20 hits shown: median %v, slowest %v", times[30].Round(100*time.Microsecond), times[59].Round(100*time.Microsecond))
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }

func heap() string {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return megabytes(int64(m.HeapAlloc)) + " live, " + megabytes(int64(m.Sys)) + " from the system at most"
}

// writeLarge writes reports of 5 kB, no two the same, and returns their size.
func writeLarge(t testing.TB, name string, n int) (size int64) {
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := warc.NewWriter(f)
	for i := range n {
		c := &source.Capture{URL: fmt.Sprintf("https://lagune.example/%d", i), Fetched: noon.Add(time.Duration(i) * time.Second), Status: 200,
			Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}}, Body: longReport(i)}
		size += int64(len(c.Body))
		if _, err := w.Capture(fmt.Sprint("urn:uuid:", i), c, noon); err != nil {
			t.Fatal(err)
		}
	}
	return size
}

// words make sentences that differ from report to report.
var words = [][]string{
	{"Le préfet", "La mairie", "Un médecin", "La police", "Le ministère", "Une habitante", "Le port", "L'armée", "Un pêcheur", "La Croix-Bleue"},
	{"annonce", "dément", "craint", "confirme", "attend", "compte", "signale", "redoute", "évacue", "cherche"},
	{"douze morts", "des dizaines de blessés", "trois disparus", "une digue rompue", "deux ponts coupés", "mille sinistrés", "un nouvel orage", "des renforts", "le retour du courant", "cent sauveteurs"},
	{"dans la ville basse", "au nord du port", "près de la gare", "sur l'île", "au marché couvert", "le long du fleuve", "dans les faubourgs", "à l'hôpital", "au lycée", "sur la route de Morvane"},
}

// longReport returns a page of 5 kB: two sentences of the above, and words of
// which, as in any language, a few are everywhere and most are rare.
func longReport(i int) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<html lang=\"fr\"><head><title>Lisane, dépêche %d</title></head><body><article>", i)
	rng := rand.New(rand.NewPCG(uint64(i), 5))
	zipf := rand.NewZipf(rng, 1.1, 4, 40_000)
	for s := 0; b.Len() < 4900; s++ {
		b.WriteString("<p>")
		if s == 1 || s == 6 {
			for _, w := range words {
				b.WriteString(w[rng.IntN(10)] + " ")
			}
		}
		fmt.Fprintf(&b, "Le %d mars, ", 1+rng.IntN(31))
		for range 16 {
			b.WriteString(made(zipf.Uint64()) + " ")
		}
		b.WriteString("dans la ville.</p>")
	}
	b.WriteString("</article></body></html>")
	return b.Bytes()
}

// made makes the nth word of a language.
func made(n uint64) string {
	syllables := []string{"la", "mi", "ro", "te", "su", "van", "por", "lin", "cha", "gre", "do", "ni", "bel", "tou", "fra", "ques"}
	w := ""
	for n += 16; n > 0; n /= 16 {
		w += syllables[n%16]
	}
	return w
}

// TestGigabyte adds a web archive as large as news crawls make them, and looks
// at what memory it took and what was told of the progress:
//
//	RECOUPE_GIGABYTE=1 go test ./dossier -run Gigabyte -v -timeout 30m
//
// RECOUPE_GIGABYTE_FILE names where the archive is left, to be added by hand.
func TestGigabyte(t *testing.T) {
	if os.Getenv("RECOUPE_GIGABYTE") == "" {
		t.Skip("RECOUPE_GIGABYTE is not set")
	}
	name := os.Getenv("RECOUPE_GIGABYTE_FILE")
	if name == "" {
		name = filepath.Join(t.TempDir(), "news.warc.gz")
	}
	n, plain := writeGigabyte(t, name)
	st, _ := os.Stat(name)
	t.Logf("web archive: %s, %d pages, %s unpacked", megabytes(st.Size()), n, megabytes(plain))
	d, err := Create(filepath.Join(t.TempDir(), "lisane"))
	if err != nil {
		t.Fatal(err)
	}
	kept, told, last := 0, 0, int64(0)
	a := Adder{Dossier: d, Now: time.Now, Kept: func(Kept) { kept++ }, Failed: func(err error) { t.Error(err) },
		Progress: func(_ string, read, size int64) {
			if read < last || read > size || size != st.Size() {
				t.Errorf("progress from %d to %d of %d", last, read, size)
			}
			told, last = told+1, read
		}}
	start := time.Now()
	if err := a.Add(t.Context(), []string{name}); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	t.Logf("add: %v, %.0f pages/s, %.1f MB/s of the archive; on the disk %s", took.Round(time.Millisecond), float64(kept)/took.Seconds(), float64(st.Size())/1e6/took.Seconds(), megabytes(d.DiskSize()))
	t.Logf("memory: %s; %s", heap(), highWater())
	t.Logf("progress was told %d times, the last at %s", told, megabytes(last))
	if kept != n || told < 100 || last < st.Size()*99/100 {
		t.Errorf("kept %d of %d, progress told %d times up to %d of %d", kept, n, told, last, st.Size())
	}
}

// processor returns the time that processors have worked for this process, where
// the system says so: other work on the machine does not count.
func processor() time.Duration {
	b, _ := os.ReadFile("/proc/self/stat")
	f := strings.Fields(string(b[bytes.LastIndexByte(b, ')')+1:]))
	if len(f) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// highWater returns the most memory this process has had resident.
func highWater() string {
	b, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "VmHWM") {
			return strings.Join(strings.Fields(line), " ")
		}
	}
	return ""
}

// writeGigabyte writes pages as news sites serve them, forty times as much page
// as article, until the file has a gigabyte.
func writeGigabyte(t *testing.T, name string) (n int, plain int64) {
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := warc.NewWriter(f)
	rng := rand.New(rand.NewPCG(9, 9))
	for size := int64(0); size < 1<<30; n++ {
		var b bytes.Buffer
		article := longReport(n)
		b.Write(article[:len(article)-len("</body></html>")])
		for b.Len() < 80_000 {
			fmt.Fprintf(&b, "<div class=\"card-%x\" data-id=\"%x%x\"><a href=\"/%x\">%s</a></div>", rng.Uint32(), rng.Uint64(), rng.Uint64(), rng.Uint64(), made(rng.Uint64N(40_000)))
		}
		b.WriteString("</body></html>")
		plain += int64(b.Len())
		at, err := w.Capture(fmt.Sprint("urn:uuid:", n), &source.Capture{URL: fmt.Sprintf("https://lagune.example/%d", n), Fetched: noon.Add(time.Duration(n) * time.Second), Status: 200,
			Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}}, Body: b.Bytes()}, noon)
		if err != nil {
			t.Fatal(err)
		}
		size = at.Offset + at.Length
	}
	return n, plain
}
