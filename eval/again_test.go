package eval

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"recoupe"
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
