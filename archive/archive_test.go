package archive

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"recoupe/source"
)

var noon = time.Date(2031, 3, 2, 12, 0, 0, 0, time.UTC)

func page(i int) Entry {
	return EntryOf(&source.Capture{
		Name: fmt.Sprintf("https://lagune.example/%d", i), URL: fmt.Sprintf("https://lagune.example/%d", i),
		Fetched: noon, Status: 200, Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}},
		Body: fmt.Appendf(nil, "<p>Le port de Lisane compte ses morts : au moins %d, selon la préfecture. %s</p>", i, strings.Repeat("La digue a cédé dans la nuit. ", i%7)),
	}, noon)
}

// fresh makes a dossier with commits of the given numbers of pages.
func fresh(t testing.TB, commits ...int) (*Store, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "d")
	s, err := Create(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, c := range commits {
		var entries []Entry
		for range c {
			entries = append(entries, page(n))
			n++
		}
		if _, err := s.Commit(entries...); err != nil {
			t.Fatal(err)
		}
	}
	return s, dir
}

func sound(t testing.TB, dir string) *Report {
	t.Helper()
	r, err := Verify(dir, "index")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Faults {
		t.Errorf("%v", f)
	}
	return r
}

func TestKeepsWhatCameIn(t *testing.T) {
	_, dir := fresh(t, 1, 5, 3)
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for r, err := range s.Records(0) {
		if err != nil {
			t.Fatal(err)
		}
		want := page(n)
		c, err := s.Capture(r)
		if err != nil {
			t.Fatal(err)
		}
		if r.N != int64(n) || c.URL != want.URL || !bytes.Equal(c.Body, want.Bytes) || !c.Fetched.Equal(noon) || c.Header["Content-Type"] == nil {
			t.Errorf("record %d: got %+v", n, c)
		}
		n++
	}
	if n != 9 || s.Len() != 9 {
		t.Errorf("%d records, Len %d; want 9", n, s.Len())
	}
	if r := sound(t, dir); r.Captures != 9 || r.Bodies != 9 {
		t.Errorf("verified %d captures, %d bodies; want 9", r.Captures, r.Bodies)
	}
}

func TestEmptyDossierVerifies(t *testing.T) {
	_, dir := fresh(t)
	sound(t, dir)
}

// The same bytes are kept once, whoever brought them.
func TestSameBytesOnce(t *testing.T) {
	s, dir := fresh(t)
	e := page(3)
	e.Bytes = bytes.Repeat([]byte{1, 7, 3, 250, 9}, 20000)
	for i := range 3 {
		e.URL = fmt.Sprint("https://copie.example/", i)
		if _, err := s.Commit(e, e); err != nil {
			t.Fatal(err)
		}
	}
	if r := sound(t, dir); r.Captures != 6 || r.Bodies != 1 {
		t.Errorf("%d captures of %d bodies; want 6 of 1", r.Captures, r.Bodies)
	}
}

// A body whose only copy is damaged is kept again, not taken for held.
func TestDamagedBodyIsKeptAgain(t *testing.T) {
	_, dir := fresh(t, 1, 1)
	name := filepath.Join(dir, "packs", packName(0))
	file, _ := os.ReadFile(name)
	pre, _ := parsePrefix(file)
	file[prefixSize+pre.head+pre.blocks/2] ^= 0x40
	os.WriteFile(name, file, 0o666)
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	e := page(0)
	if s.Has(Of(e.Bytes)) {
		t.Fatal("a damaged body is said to be held")
	}
	if _, err := s.Commit(e); err != nil {
		t.Fatal(err)
	}
	if b, err := s.Body(Of(e.Bytes)); err != nil || !bytes.Equal(b, e.Bytes) {
		t.Errorf("not kept again: %v", err)
	}
}

// Two stores on one dossier, as two programs have them, take turns.
func TestTwoWriters(t *testing.T) {
	a, dir := fresh(t)
	b, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for w, s := range []*Store{a, b} {
		wg.Go(func() {
			for i := range 10 {
				if _, err := s.Commit(page(100*w + i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if r := sound(t, dir); r.Captures != 20 {
		t.Errorf("%d captures; want 20", r.Captures)
	}
}

// Nothing is acknowledged before the file, its name and its folder are synced.
func TestOrderOfWrites(t *testing.T) {
	var ops []string
	s, _ := fresh(t)
	s.step = func(op, name string) error {
		ops = append(ops, op+" "+filepath.Base(name))
		return nil
	}
	if _, err := s.Commit(page(1)); err != nil {
		t.Fatal(err)
	}
	pack := packName(0)
	want := []string{"create " + pack, "write " + pack, "sync " + pack, "rename " + pack, "sync packs",
		"create checkpoint", "write checkpoint", "sync checkpoint", "rename checkpoint", "sync " + filepath.Base(s.dir)}
	if strings.Join(ops, ",") != strings.Join(want, ",") {
		t.Errorf("got  %v\nwant %v", ops, want)
	}
}

var errFull = errors.New("no space left on device")

// Whatever write the disk refuses, nothing acknowledged is lost and the next
// commit goes on.
func TestDiskRefuses(t *testing.T) {
	for at := range 10 {
		t.Run(fmt.Sprint(at), func(t *testing.T) {
			s, dir := fresh(t, 2)
			n := 0
			s.step = func(op, name string) error {
				if n++; n-1 == at {
					return errFull
				}
				return nil
			}
			_, err := s.Commit(page(7))
			if at < 5 && !errors.Is(err, errFull) {
				t.Errorf("commit on a full disk: %v", err)
			}
			if at >= 5 && err != nil {
				t.Errorf("the pack was safe, and yet: %v", err)
			}
			want := int64(3)
			if at < 4 {
				want = 2
			}
			if r := sound(t, dir); r.Captures != want {
				t.Errorf("%d captures; want %d", r.Captures, want)
			}
			if _, err := s.Commit(page(8)); err != nil {
				t.Errorf("next commit: %v", err)
			}
			if r := sound(t, dir); len(r.Remarks) > 0 {
				t.Errorf("left behind: %v", r.Remarks)
			}
		})
	}
}

// A dossier whose last records were removed takes nothing new: that would hide it.
func TestTruncatedDossierTakesNothing(t *testing.T) {
	_, dir := fresh(t, 2, 2)
	os.Remove(filepath.Join(dir, "packs", packName(2)))
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(page(9)); err == nil || !strings.Contains(err.Error(), "records 2 to 3 are missing") {
		t.Errorf("commit: %v", err)
	}
}

// A dossier whose key is damaged or gone is read as before; nothing is added.
func TestWithoutKey(t *testing.T) {
	_, dir := fresh(t, 3)
	for _, key := range []string{"damaged\n", ""} {
		if err := os.WriteFile(filepath.Join(dir, "key"), []byte(key), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(dir, Options{})
		if err != nil || s.Len() != 3 || s.Key() != nil {
			t.Fatalf("opened: %v", err)
		}
		if _, err := s.Commit(page(4)); err == nil || !strings.Contains(err.Error(), "without its key") {
			t.Errorf("commit: %v", err)
		}
	}
}

// Verify finds nothing while another program adds.
func TestVerifyWhileAdding(t *testing.T) {
	s, dir := fresh(t, 1)
	done := make(chan error)
	go func() {
		for i := range 15 {
			if _, err := s.Commit(page(100 + i)); err != nil {
				done <- err
				return
			}
		}
		done <- nil
	}()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
			return
		default:
			sound(t, dir)
		}
	}
}

func FuzzHead(f *testing.F) {
	f.Add([]byte("pack 1 1\nedge AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nblock 3 4\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if p, err := parseHead("x", 10, text); err == nil {
			for i := range p.blocks {
				p.offset(i)
			}
		}
	})
}
