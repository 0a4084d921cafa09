package eval

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"recoupe"
	"recoupe/amend"
	"recoupe/archive"
	"recoupe/claim"
	"recoupe/ledger"
	"recoupe/recall"
	"recoupe/render"
	"recoupe/source"
	"recoupe/story"
	"recoupe/text"
)

func againSeal(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }

// again reads cs with what dir remembers and holds the account against one read
// without a memory. It returns the result and what had to be made.
func again(t *testing.T, dir string, cs []*source.Capture, opt recoupe.Options) (*recoupe.Result, map[string]int) {
	t.Helper()
	write := func(res *recoupe.Result) []byte {
		var b bytes.Buffer
		if err := render.JSON(&b, res); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	want := write(recoupe.Read(each(cs), opt))
	opt.Memory = recall.Open(dir, [32]byte{1}, againSeal)
	res := recoupe.Read(each(cs), opt)
	got, made := write(res), opt.Memory.Made()
	if err := opt.Memory.Close(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Fatalf("other bytes%s", firstDifference(want, got))
	}
	return res, made
}

// sets names the stories of res by the reports in them.
func sets(res *recoupe.Result) map[string]bool {
	out := map[string]bool{}
	for _, s := range res.Stories {
		var ids []string
		for _, r := range s.Reports {
			ids = append(ids, string(r.ID))
		}
		out[strings.Join(ids, " ")] = true
	}
	return out
}

// fresh counts the stories of now that were not of the same reports before.
func fresh(before, now map[string]bool) int {
	n := 0
	for s := range now {
		if !before[s] {
			n++
		}
	}
	return n
}

// TestTenMoreCounts counts the work that ten new reports make: they are read, laid
// beside what may be their source, and the stories they come into are told and
// settled anew. Nothing else is.
func TestTenMoreCounts(t *testing.T) {
	all := streamed(t, 400, 0, 3)
	dir := t.TempDir()
	first, made := again(t, dir, all[:390], recoupe.Options{})
	if made["report"] != len(first.Reports) || made["title"] != len(first.Stories) || made["calendar"] != len(first.Stories) || made["cast"] != len(first.Stories) || made["ledger"] != len(first.Stories) || made["copies"] < 50 {
		t.Errorf("at first %v, of %d reports in %d stories", made, len(first.Reports), len(first.Stories))
	}
	second, more := again(t, dir, all, recoupe.Options{})
	touched := fresh(sets(first), sets(second))
	if touched > 10 || len(second.Stories) < 10*touched {
		t.Fatalf("%d of %d stories touched: the test does not do its work", touched, len(second.Stories))
	}
	if n := len(second.Reports) - len(first.Reports); more["report"] != n || more["credits"] != n || more["copies"] > 2*n || more["title"] != touched || more["calendar"] != touched || more["translations"] > touched || more["cast"] != touched || more["ledger"] != touched {
		t.Errorf("%d more reports in %d stories: %v", n, touched, more)
	}
	if _, nothing := again(t, dir, all, recoupe.Options{}); len(nothing) > 0 {
		t.Errorf("nothing new: %v", nothing)
	}
	mixed := slices.Clone(all)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	if _, nothing := again(t, dir, mixed, recoupe.Options{}); nothing["title"]+nothing["calendar"]+nothing["ledger"]+nothing["copies"] > 2 {
		t.Errorf("in another order: %v", nothing) // of one report that came twice another copy may be read
	}
	third, less := again(t, dir, slices.Concat(all[:120], all[121:]), recoupe.Options{})
	if touched := fresh(sets(second), sets(third)); less["report"] > 0 || less["title"] != touched || less["calendar"] != touched || touched > 1 {
		t.Errorf("a report taken out of %d stories: %v", touched, less)
	}
}

// TestDecidedAgain: what a reader decides is not overlooked for what is remembered,
// and only the stories it is about are made anew.
func TestDecidedAgain(t *testing.T) {
	var all []*source.Capture
	for c, err := range source.Files([]string{"../testdata/port-lisane"}, strings.NewReader(""), source.Options{}) {
		if err == nil {
			all = append(all, c)
		}
	}
	all = append(all, streamed(t, 80, 0, 3)...)
	dir := t.TempDir()
	plain, _ := again(t, dir, all, recoupe.Options{})
	rng := rand.New(rand.NewPCG(6, 9))
	anchor := func(ids ...text.DocID) (out []story.Anchor) {
		for _, id := range ids {
			out = append(out, story.Anchor{Report: id})
		}
		return out
	}
	any := func() text.DocID { return plain.Reports[rng.IntN(len(plain.Reports))].ID }
	for round := range 12 {
		c := plain.Copies[rng.IntN(len(plain.Copies))]
		d := [...]story.Decision{
			{Do: "merge", Reports: anchor(any(), any())},
			{Do: "split", Reports: anchor(any())},
			{Do: "pin", Reports: anchor(any()), To: &anchor(any())[0]},
			{Do: "cut", Reports: anchor(c.Report), To: &anchor(c.Of)[0]},
			{Do: "add", Reports: anchor(any()), To: &anchor(any())[0]},
			{Do: "add", Reports: anchor(any()), Agency: "Estafette"},
		}[round%6]
		res, made := again(t, dir, all, recoupe.Options{Decisions: &story.Decisions{List: []story.Decision{d}}})
		if most := fresh(sets(plain), sets(res)) + 2; made["report"] > 0 || made["title"] > most || made["calendar"] > most || made["ledger"] > most+2 {
			t.Errorf("%s: %v", d.Do, made)
		}
	}
	if _, nothing := again(t, dir, all, recoupe.Options{}); nothing["report"] > 0 {
		t.Errorf("nothing decided any more: %v", nothing)
	}
	var figure *claim.Figure
	for _, r := range plain.Reports {
		if len(r.Figures) > 2 {
			figure = r.Figures[1]
		}
	}
	at := fmt.Sprintf(`[{"report":%q,"start":%d,"end":%d,"quote":%q}]`, figure.Span.Doc, figure.Span.Start, figure.Span.End, quote(plain, figure.Span))
	for _, line := range []string{`{"do":"not-a-figure","reports":` + at + `}`, `{"do":"figure","reports":` + at + `,"set":{"group":"civilians","measure":"missing"}}`,
		`{"do":"same","names":["Kosma","Pavel Orsk"]}`, `{"do":"figure","reports":` + at + `,"set":{"speaker":"Kosma"}}`} {
		changed := 0
		amended := func(rs []*claim.Report) []*claim.Report {
			book, err := amend.Parse([]byte(line)) // one for each reading
			if err != nil {
				t.Fatal(err)
			}
			these, unmet := book.Apply(rs)
			if len(unmet) > 0 || len(these) == 0 {
				t.Fatalf("%s fits nothing", line)
			}
			changed = len(these)
			return these
		}
		if _, made := again(t, dir, all, recoupe.Options{Amend: amended}); made["report"] > 0 || made["calendar"] == 0 || made["calendar"] > changed {
			t.Errorf("%s, in %d reports: %v", line, changed, made)
		}
	}
}

// TestLivesAgain: what visits show of versions of a page is not overlooked for what
// is remembered.
func TestLivesAgain(t *testing.T) {
	var all []*source.Capture
	for c, err := range source.Files([]string{"../testdata/port-lisane"}, strings.NewReader(""), source.Options{}) {
		if err == nil {
			all = append(all, c)
		}
	}
	dir := t.TempDir()
	again(t, dir, all, recoupe.Options{})
	made := 0
	for i := 1; i < len(all); i++ {
		day := func(n int) time.Time { return time.Date(2031, 3, 12+n, 9, 0, 0, 0, time.UTC) }
		life := ledger.Life{URL: "https://lisane.example/", Versions: []ledger.Version{
			{Body: archive.Of(all[i-1].Body), First: day(0), Seen: day(1)}, {Body: archive.Of(all[i].Body), First: day(2), Seen: day(3)}}}
		_, m := again(t, dir, all, recoupe.Options{Lives: []ledger.Life{life}})
		made += m["ledger"]
		life.Versions[1].Seen = day(5) // a visit more, which changes no version
		if _, m := again(t, dir, all, recoupe.Options{Lives: []ledger.Life{life}}); len(m) > 0 {
			t.Errorf("another visit: %v", m)
		}
	}
	if made == 0 {
		t.Error("no ledger was made again")
	}
}

func quote(res *recoupe.Result, s text.Span) string {
	for _, r := range res.Reports {
		if r.ID == s.Doc {
			return r.Slice(s)
		}
	}
	return ""
}

// TestAlteredSets: what was altered or cut off in the memory is made again, and the
// account is what it is without one.
func TestAlteredSets(t *testing.T) {
	all := streamed(t, 60, 0, 3)
	dir := t.TempDir()
	rng := rand.New(rand.NewPCG(2, 4))
	for range 12 {
		again(t, dir, all, recoupe.Options{})
		names, _ := filepath.Glob(filepath.Join(dir, "made-*"))
		if len(names) == 0 {
			t.Fatal("nothing is remembered of sets")
		}
		name := names[rng.IntN(len(names))]
		b, _ := os.ReadFile(name)
		if rng.IntN(4) == 0 {
			b = b[:rng.IntN(len(b))]
		} else {
			b[rng.IntN(len(b))] ^= 1 << rng.IntN(8)
		}
		os.WriteFile(name, b, 0o666)
		if _, made := again(t, dir, all, recoupe.Options{}); made["title"]+made["copies"]+made["calendar"] == 0 {
			t.Error("an altered file is believed")
		}
	}
}

// TestMemoryStaysSmall: what belonged to the stories of last week is forgotten.
func TestMemoryStaysSmall(t *testing.T) {
	all := streamed(t, 260, 0, 3)
	dir := t.TempDir()
	size := func(dir string) (n int64) {
		names, _ := filepath.Glob(filepath.Join(dir, "made-*"))
		for _, name := range names {
			st, _ := os.Stat(name)
			n += st.Size()
		}
		return n
	}
	for n := 20; n <= len(all); n += 4 {
		m := recall.Open(dir, [32]byte{1}, againSeal)
		recoupe.Read(each(all[:n]), recoupe.Options{Memory: m})
		m.Close()
	}
	alone := t.TempDir()
	again(t, alone, all, recoupe.Options{})
	again(t, dir, all, recoupe.Options{})
	if got, once := size(dir), size(alone); got > 3*once {
		t.Errorf("%d bytes of sets; read at once they take %d", got, once)
	}
}
