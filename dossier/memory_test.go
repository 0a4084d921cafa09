package dossier

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe"
)

func account(t *testing.T, d *Dossier, remember bool) string {
	t.Helper()
	opt := recoupe.Options{}
	if remember {
		opt.Memory = d.Memory()
	}
	var b strings.Builder
	res := recoupe.Read(d.Captures(), opt)
	for _, r := range res.Reports {
		fmt.Fprintln(&b, *r.Document, r.Lang.Times, len(r.Claims))
	}
	for _, s := range res.Stories {
		for _, a := range s.Ledger.Accounts {
			for _, e := range a.Entries {
				fmt.Fprintln(&b, a.Measure, a.Group, e.Figure.ID, e.Status, e.Marks, e.Origins, e.Speakers)
			}
		}
	}
	fmt.Fprintln(&b, res.Unread)
	if err := opt.Memory.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What was read before is found again under the seal of the dossier; altered, it
// is named, not believed, and made again. A search leaves it alone.
func TestMemoryOfADossier(t *testing.T) {
	d := filled(t)
	want := account(t, d, false)
	memory := func() []string {
		names, _ := filepath.Glob(filepath.Join(d.Dir(), indexDir, "read-*"))
		return names
	}
	if got := account(t, d, true); got != want || len(memory()) != 1 {
		t.Fatalf("remembering changes the account, or %v", memory())
	}
	first := memory()[0]
	if got := account(t, d, true); got != want || len(memory()) != 1 || memory()[0] != first {
		t.Errorf("what is remembered changes the account, or was made again: %v", memory())
	}
	if _, err := d.Search("morts", 3); err != nil || len(memory()) != 1 {
		t.Errorf("a search: %v, %v", err, memory())
	}
	sound(t, d)
	keep(t, d, each(webpage(50)))
	if account(t, d, true) != account(t, d, false) {
		t.Error("one report more: another account")
	}
	for round := range 3 {
		for _, name := range memory() {
			b, _ := os.ReadFile(name)
			b[len(b)*(round+1)/5] ^= 1
			os.WriteFile(name, b, 0o666)
			if r, err := Verify(d.Dir()); err != nil || len(r.Faults) != 1 || r.Faults[0].Name != "index/"+filepath.Base(name) {
				t.Errorf("altered: %v %v", r, err)
			}
			if account(t, d, true) != account(t, d, false) {
				t.Error("an altered memory is believed")
			}
			sound(t, d)
		}
	}
	os.RemoveAll(filepath.Join(d.Dir(), indexDir))
	if account(t, d, true) != account(t, d, false) {
		t.Error("without its index: another account")
	}
	os.WriteFile(filepath.Join(d.Dir(), "index", fmt.Sprintf("read-3-%064d.zst", 7)), []byte("x"), 0o666)
	if r, _ := Verify(d.Dir()); len(r.Faults) != 1 {
		t.Errorf("a foreign file in the index: %v", r.Faults)
	}
}
