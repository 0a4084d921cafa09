package eval

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"recoupe"
	archived "recoupe/dossier"
	"recoupe/recall"
	"recoupe/render"
	"recoupe/source"
)

// streamed returns n reports of made-up crises as they come in: lines of JSON,
// plain texts and pages; among them the same words twice, and what is no report.
func streamed(t testing.TB, n, size int, seed int64) []*source.Capture {
	s := NewStream(read(t, "stream.txt"), seed)
	var out []*source.Capture
	for day := 0; len(out) < n; day++ {
		told := s.Story(2+day%31, day%300)
		for i, x := range told {
			text := x.Text
			for k := 1; len(text) < size && k < len(told); k++ {
				if o := told[(i+k)%len(told)]; o.Language == x.Language {
					text += "\n\n" + o.Text
				}
			}
			out = append(out, arrived(x.Line, text, len(out)))
		}
	}
	return out[:n]
}

func arrived(l Line, text string, i int) *source.Capture {
	switch i % 23 {
	case 7: // the same bytes at another address
		return &source.Capture{Name: fmt.Sprint("mur-", i), URL: fmt.Sprint("https://mur.example/", i), Status: 200, MediaType: "text/html",
			Body: []byte("<html lang=fr><title>Vos choix</title><p>Nous et nos partenaires respectons votre vie privée, et vous demandons votre accord pour mesurer l'audience de nos pages.</p></html>")}
	case 11:
		return &source.Capture{Name: fmt.Sprint(i, ".txt"), MediaType: "text/plain", Body: []byte("date " + l.Published + "\n\n" + text + "\n")}
	case 13:
		return &source.Capture{Name: l.URL, URL: l.URL, Final: l.URL, Status: 200, Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}},
			Body: []byte("<html><head><title>" + l.Title + "</title></head><body><article><p>" + strings.ReplaceAll(text, "\n\n", "</p><p>") + "</p></article></body></html>")}
	case 17:
		return &source.Capture{Name: fmt.Sprint(i, ".txt"), MediaType: "text/plain", Body: []byte{0, 1, 2, byte(i)}}
	}
	l.Text = text
	b, _ := json.Marshal(l)
	return &source.Capture{Name: fmt.Sprint("a.jsonl:", i), MediaType: source.MediaLine, Body: b}
}

func each(cs []*source.Capture) iter.Seq2[*source.Capture, error] {
	return func(yield func(*source.Capture, error) bool) {
		for _, c := range cs {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func account(t testing.TB, cs []*source.Capture, m *recall.Memory, workers int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, recoupe.Read(each(cs), recoupe.Options{Memory: m, Workers: workers})); err != nil {
		t.Fatal(err)
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestReadAgain: whatever was read before, in whatever order and company, the
// account is the same to the byte as when nothing was.
func TestReadAgain(t *testing.T) {
	files := source.Files([]string{"../testdata/port-lisane"}, strings.NewReader(""), source.Options{})
	var all []*source.Capture
	for c, err := range files {
		if err == nil {
			all = append(all, c)
		}
	}
	all = append(all, streamed(t, 130, 0, 3)...)
	dir := t.TempDir()
	seal := func(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }
	code := [32]byte{1}
	rng := rand.New(rand.NewPCG(6, 8))
	for round := range 14 {
		if round == 9 {
			code[0]++ // another build reads everything anew
		}
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		some := all[:1+rng.IntN(len(all))]
		want := account(t, some, nil, 2)
		got := account(t, some, recall.Open(dir, code, seal), 1+rng.IntN(3))
		if !bytes.Equal(got, want) {
			t.Fatalf("round %d: other bytes%s", round, firstDifference(want, got))
		}
	}
	m := recall.Open(dir, code, seal)
	known := 0
	for _, c := range all {
		if m.Find(recall.KeyOf(c, recoupe.Options{}.Text)) != nil {
			known++
		}
	}
	if known < len(all)/2 {
		t.Errorf("%d of %d remembered: the test does not do its work", known, len(all))
	}
	m.Close()
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) > 6 {
		t.Errorf("%d files are left: %v", len(names), names)
	}
}

// TestTenMore measures what ten new reports cost a dossier of many:
//
//	RECOUPE_AGAIN=5000 go test ./eval -run TenMore -v -timeout 30m
func TestTenMore(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("RECOUPE_AGAIN"))
	if n == 0 {
		t.Skip("RECOUPE_AGAIN is not set: how many reports to measure with")
	}
	size := 5000
	all := streamed(t, n+10, size, 5)
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
		start := time.Now()
		res := recoupe.Read(d.Captures(), recoupe.Options{Memory: m})
		read := time.Since(start)
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		closed := time.Since(start)
		var b bytes.Buffer
		if err := render.JSON(&b, res); err != nil {
			t.Fatal(err)
		}
		t.Logf("%-28s %7.2f s, remembering %.2f s, %d reports, %d stories, account of %.1f MB", what, read.Seconds(), (closed - read).Seconds(), len(res.Reports), len(res.Stories), float64(b.Len())/1e6)
		return b.Bytes()
	}
	keep(all[:n])
	run(nil, "without a memory")
	run(d.Memory(), "the first time")
	keep(all[n:])
	got := run(d.Memory(), "ten more")
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
