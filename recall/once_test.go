package recall

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What is made of a set comes back, and is forgotten when it takes more room than
// what is still asked for.
func TestOnce(t *testing.T) {
	type made struct {
		Words []string
		At    *int
	}
	dir := t.TempDir()
	run := func(from, to int) (n int) {
		m := Open(dir, [32]byte{7}, seal)
		for i := from; i < to; i++ {
			var got made
			m.Once("count", KeyOfSet("count", []Key{{byte(i), byte(i >> 8)}}, ""), &got, func() {
				got = made{[]string{"a", "b", string(make([]byte, 100+i))}, &i}
				n++
			})
			if len(got.Words) != 3 || len(got.Words[2]) != 100+i || *got.At != i {
				t.Fatalf("%d comes back as %v", i, got)
			}
		}
		if m.Made()["count"] != n {
			t.Errorf("%v made, not %d", m.Made(), n)
		}
		if err := m.Close(); err != nil {
			t.Fatal(err)
		}
		return n
	}
	held := func() int {
		m := Open(dir, [32]byte{7}, seal)
		defer m.Close()
		return len(m.sets.held)
	}
	for i, step := range []struct{ from, to, made, held int }{
		{0, 300, 300, 300},
		{0, 300, 0, 300},
		{10, 310, 10, 310}, // ten are idle, and stay
		{0, 10, 0, 310},    // nothing is made, nothing written
		{290, 400, 90, 110},
		{0, 100, 100, 100},
	} {
		if n := run(step.from, step.to); n != step.made || held() != step.held {
			t.Errorf("step %d: %d made, %d held", i, n, held())
		}
	}
}

// A file that is called by the other sort is not believed.
func TestSortOfFile(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, readings(t))
	name := names(dir, readPrefix)[0]
	other := madePrefix + name[len(readPrefix):]
	if err := os.Rename(filepath.Join(dir, name), filepath.Join(dir, other)); err != nil {
		t.Fatal(err)
	}
	if err := Check(filepath.Join(dir, other), seal); !errors.Is(err, errAltered) {
		t.Errorf("%v", err)
	}
}

// What another depends on is part of its key.
func TestKeyOfSet(t *testing.T) {
	a, b := Key{1}, Key{2}
	seen := map[Key]bool{}
	for _, k := range []Key{
		KeyOfSet("x", []Key{a, b}, ""), KeyOfSet("x", []Key{b, a}, ""), KeyOfSet("x", []Key{a}, ""), KeyOfSet("y", []Key{a, b}, ""),
		KeyOfSet("x", []Key{a, b}, "0-1 "), KeyOfSet("x0", []Key{a, b}, "-1 "), KeyOfSet("", nil, "x"),
	} {
		if seen[k] {
			t.Error("one key for two sets")
		}
		seen[k] = true
	}
	for _, e := range readings(t) {
		was := KeyOfReport(e.Report)
		if len(e.Report.Figures) == 0 {
			continue
		}
		e.Report.Figures[0].Quantity.Low++
		if KeyOfReport(e.Report) == was {
			t.Error("a changed report has its old key")
		}
		e.Report.Figures[0].Quantity.Low--
		if KeyOfReport(e.Report) != was {
			t.Error("the same report has another key")
		}
	}
}
