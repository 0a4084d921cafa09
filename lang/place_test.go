package lang_test

import (
	"strings"
	"testing"

	"recoupe/eval"
	"recoupe/internal/marked"
	"recoupe/lang"
)

func TestPlaces(t *testing.T) {
	for _, file := range []string{"testdata/fr/places.txt", "testdata/fr/places-monde.txt"} {
		testPlaces(t, file)
	}
}

func testPlaces(t *testing.T, file string) {
	lines, err := eval.Lines(file)
	if err != nil {
		t.Fatal(err)
	}
	cases, right := 0, 0
	for _, line := range lines {
		plain, marks, err := marked.Parse(line)
		if err != nil {
			t.Fatal(err)
		}
		a := lang.Analyze(eval.PlainDocument(plain, "fr"))
		for _, m := range marks {
			cases++
			got := ""
			what, want, _ := strings.Cut(m.Label, " ")
			switch what {
			case "at":
				got = "-"
				if p, _, _ := a.PlaceAt(m.Start); p != nil {
					got = p.Name
				}
			case "is":
				for _, n := range a.Names {
					if n.Start == m.Start && n.End == m.End && n.Place != nil {
						got = n.Place.Name + " " + n.Place.Country
					}
				}
			}
			if got == want {
				right++
			} else {
				t.Logf("%s: got %q, want %q", line, got, want)
			}
		}
	}
	t.Logf("%s: %d of %d", file, right, cases)
	if right < cases*19/20 {
		t.Errorf("%s: %d of %d right", file, right, cases)
	}
}
