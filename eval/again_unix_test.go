//go:build unix

package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"recoupe"
	archived "recoupe/dossier"
	"recoupe/recall"
	"recoupe/render"
	"recoupe/source"
)

// TestTenMore measures what ten new reports cost a dossier of many:
//
//	RECOUPE_AGAIN=5000 go test ./eval -run 'TenMore$' -v -timeout 30m
func TestTenMore(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("RECOUPE_AGAIN"))
	if n == 0 {
		t.Skip("RECOUPE_AGAIN is not set: how many reports to measure with")
	}
	size := 5000
	all, latest := setApart(t, streamed(t, n+20, size, 5))
	d, err := archived.Create(filepath.Join(t.TempDir(), "lisane"))
	if err != nil {
		t.Fatal(err)
	}
	keep := func(cs []*source.Capture) {
		if err := d.Keep(each(cs), time.Now, func(archived.Kept) {}, func(err error) { t.Error(err) }); err != nil {
			t.Fatal(err)
		}
	}
	run := func(m *recall.Memory, what string) []byte {
		start, busy := time.Now(), processor()
		res := recoupe.Read(d.Captures(), recoupe.Options{Memory: m})
		read, took := time.Since(start), processor()-busy
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		closed := time.Since(start)
		var b bytes.Buffer
		if err := render.JSON(&b, res); err != nil {
			t.Fatal(err)
		}
		t.Logf("%-22s %6.1f s of processors, %6.1f s by the clock, remembering %.2f s, %d reports, %d stories, account of %.1f MB, made %v", what, took.Seconds(), read.Seconds(), (closed - read).Seconds(), len(res.Reports), len(res.Stories), float64(b.Len())/1e6, m.Made())
		return b.Bytes()
	}
	keep(all[:n])
	run(nil, "without a memory")
	run(d.Memory(), "the first time")
	keep(all[n:])
	run(d.Memory(), "ten more")
	keep(latest)
	got := run(d.Memory(), "the ten latest")
	again := run(d.Memory(), "nothing new")
	if want := run(nil, "all, without a memory"); !bytes.Equal(got, want) || !bytes.Equal(again, want) {
		t.Error("the account is not the same")
	}
	onDisk := int64(0)
	names, _ := filepath.Glob(filepath.Join(d.Dir(), "index", "*"))
	for _, name := range names {
		st, _ := os.Stat(name)
		onDisk += st.Size()
	}
	t.Logf("on the disk: archive %.1f MB, memory %.1f MB in %d files", float64(d.DiskSize())/1e6, float64(onDisk)/1e6, len(slices.Compact(names)))
}

// TestTenMoreOfOne measures what ten new reports cost where all tell of one crisis,
// so that the story they come into is the only one.
func TestTenMoreOfOne(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("RECOUPE_AGAIN"))
	if n == 0 {
		t.Skip("RECOUPE_AGAIN is not set: how many reports to measure with")
	}
	told := NewStream(read(t, "stream.txt"), 5).Story(n+10, 3)
	var all []*source.Capture
	for i, x := range told {
		all = append(all, arrived(x.Line, x.Text+"\n\n"+told[(7*i+3)%len(told)].Text, i))
	}
	all, latest := setApart(t, all)
	dir := t.TempDir()
	run := func(what string, cs []*source.Capture) {
		m := recall.Open(dir, [32]byte{1}, againSeal)
		busy := processor()
		res := recoupe.Read(each(cs), recoupe.Options{Memory: m})
		t.Logf("%-15s %5.2f s of processors, %d reports, %d stories, made %v", what, (processor() - busy).Seconds(), len(res.Reports), len(res.Stories), m.Made())
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
	}
	run("the first time", all)
	run("the ten latest", append(all, latest...))
	run("nothing new", append(all, latest...))
}

// setApart takes the ten latest lines out of cs, those a dossier gets last.
func setApart(t *testing.T, cs []*source.Capture) (others, latest []*source.Capture) {
	published := func(c *source.Capture) string {
		var l Line
		if c.MediaType == source.MediaLine {
			if err := json.Unmarshal(c.Body, &l); err != nil {
				t.Fatal(err)
			}
		}
		return l.Published
	}
	byDay := slices.SortedStableFunc(slices.Values(cs), func(a, b *source.Capture) int { return strings.Compare(published(a), published(b)) })
	latest = byDay[len(cs)-10:]
	for _, c := range cs {
		if !slices.Contains(latest, c) {
			others = append(others, c)
		}
	}
	return others, latest
}

// processor returns the time that processors have worked for this process: other
// work on the machine does not count.
func processor() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
