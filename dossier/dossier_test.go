package dossier

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"recoupe/source"
)

var noon = time.Date(2031, 3, 2, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

func fresh(t testing.TB) *Dossier {
	t.Helper()
	d, err := Create(filepath.Join(t.TempDir(), "lisane"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func each(cs ...*source.Capture) iter.Seq2[*source.Capture, error] {
	return func(yield func(*source.Capture, error) bool) {
		for _, c := range cs {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func plain(name, words string) *source.Capture {
	return &source.Capture{Name: name, MediaType: "text/plain", Body: []byte(words)}
}

func keep(t testing.TB, d *Dossier, cs iter.Seq2[*source.Capture, error]) (kept, held int) {
	t.Helper()
	err := d.Keep(cs, clock, func(k Kept) {
		if k.Held {
			held++
		} else {
			kept++
		}
	}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	return kept, held
}

func sound(t testing.TB, d *Dossier) {
	t.Helper()
	r, err := Verify(d.Dir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Faults {
		t.Error(f)
	}
}

func TestFindLooksUpward(t *testing.T) {
	d := fresh(t)
	deep := filepath.Join(d.Dir(), "incoming") // any folder below
	got, err := Find(deep)
	if err != nil || got.Dir() != d.Dir() {
		t.Errorf("found %v, %v; want %s", got, err, d.Dir())
	}
	if _, err := Find(t.TempDir()); !errors.Is(err, ErrNone) {
		t.Errorf("found a dossier in an empty folder: %v", err)
	}
}

func TestKeepsEachOnce(t *testing.T) {
	d := fresh(t)
	a, b := plain("a.txt", "Au moins douze morts à Lisane."), plain("b.txt", "La digue a cédé.")
	if kept, held := keep(t, d, each(a, b, a)); kept != 2 || held != 1 {
		t.Errorf("kept %d, held %d; want 2, 1", kept, held)
	}
	// Another program opens it and adds the same and one edit.
	d, err := Open(d.Dir())
	if err != nil {
		t.Fatal(err)
	}
	if kept, held := keep(t, d, each(a, plain("b.txt", "La digue n'a pas cédé."), b)); kept != 1 || held != 2 {
		t.Errorf("kept %d, held %d; want 1, 2", kept, held)
	}
	var names []string
	for c, err := range d.Captures() {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, c.Name)
	}
	if !slices.Equal(names, []string{"a.txt", "b.txt", "b.txt"}) {
		t.Errorf("captures %v", names)
	}
	sound(t, d)
}

func found(t *testing.T, d *Dossier, words string) string {
	t.Helper()
	hits, err := d.Search(words, 10)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, h := range hits {
		names = append(names, h.Record.Name)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func TestSearch(t *testing.T) {
	d := fresh(t)
	keep(t, d, each(
		plain("a.txt", "Le préfet de Lisane annonce douze morts. Les ponts sont coupés."),
		plain("b.txt", "Les pontonniers cherchent des survivants à Lisane."),
		plain("c.txt", "Le maire dément. Aucun mort au nord, dit-il, douze blessés."),
	))
	for _, c := range []struct{ words, want string }{
		{"lisane", "a.txt b.txt"},
		{"PREFET", "a.txt"},
		{"pont*", "a.txt b.txt"},
		{"douze morts", "a.txt"},
		{`"douze blessés"`, "c.txt"},
		{`"blessés douze"`, ""},
		{`lisane OR NOT "`, ""},
		{"l'eau AND", ""},
	} {
		if got := found(t, d, c.words); got != c.want {
			t.Errorf("%s: found %q, want %q", c.words, got, c.want)
		}
	}
	if _, err := d.Search(" * ", 10); err == nil {
		t.Error("nothing to search for, and no error")
	}
	hits, _ := d.Search("ponts", 10)
	if len(hits) != 1 || hits[0].Sentence != "Les ponts sont coupés." {
		t.Errorf("shown: %+v", hits)
	}
	// What comes later is found too, and reading it again is not reading all again.
	keep(t, d, each(plain("d.txt", "Un second pont est tombé à Lisane.")))
	if got := found(t, d, "pont lisane"); got != "d.txt" {
		t.Errorf("found %q, want d.txt", got)
	}
	sound(t, d)
}

// An index that was changed is found and made again, never believed.
func TestTamperedIndex(t *testing.T) {
	d := fresh(t)
	keep(t, d, each(plain("a.txt", "Douze morts à Lisane."), plain("b.txt", "Trois blessés à Morvane.")))
	found(t, d, "lisane")
	for i := range 40 {
		files := indexFiles(filepath.Join(d.Dir(), indexDir))
		if len(files) != 1 {
			t.Fatalf("index files: %v", files)
		}
		b, _ := os.ReadFile(files[0].path)
		b[i*len(b)/40] ^= 0x20
		os.WriteFile(files[0].path, b, 0o666)
		r, err := Verify(d.Dir())
		if err != nil || len(r.Faults) != 1 || r.Faults[0].Name != "index/"+files[0].name() {
			t.Fatalf("byte %d: not found: %v %v", i*len(b)/40, r.Faults, err)
		}
		if got := found(t, d, "lisane"); got != "a.txt" {
			t.Fatalf("byte %d: found %q", i*len(b)/40, got)
		}
		sound(t, d)
	}
	// Removed altogether.
	os.RemoveAll(filepath.Join(d.Dir(), indexDir))
	sound(t, d)
	if got := found(t, d, "morvane"); got != "b.txt" {
		t.Errorf("found %q", got)
	}
	// Renamed to claim more than it holds.
	keep(t, d, each(plain("c.txt", "Le port de Morvane est fermé.")))
	f := indexFiles(filepath.Join(d.Dir(), indexDir))[0]
	os.Rename(f.path, filepath.Join(filepath.Dir(f.path), fmt.Sprintf("search-3-%s.sqlite", f.seal)))
	if got := found(t, d, "morvane"); got != "b.txt c.txt" {
		t.Errorf("found %q", got)
	}
}

// Without its key a dossier is searched with an index that nobody keeps.
func TestSearchWithoutKey(t *testing.T) {
	d := fresh(t)
	keep(t, d, each(plain("a.txt", "Douze morts à Lisane.")))
	os.Remove(filepath.Join(d.Dir(), "key"))
	d, err := Open(d.Dir())
	if err != nil {
		t.Fatal(err)
	}
	if got := found(t, d, "lisane"); got != "a.txt" {
		t.Errorf("found %q", got)
	}
	if _, err := os.Stat(filepath.Join(d.Dir(), indexDir)); err == nil {
		t.Error("an index without a seal was left behind")
	}
}
