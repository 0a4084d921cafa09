package lang_test

import (
	"reflect"
	"testing"

	"recoupe/eval"
	"recoupe/internal/marked"
	"recoupe/lang"
)

// TestNamesDoNotDependOnTheOrder reads sentences forwards and backwards: what a
// reader remembers of a word must not carry a sentence into the next.
func TestNamesDoNotDependOnTheOrder(t *testing.T) {
	lines, err := eval.Lines("testdata/fr/names-attaques.txt")
	if err != nil {
		t.Fatal(err)
	}
	read := func(line string) []lang.Name {
		plain, _, _ := marked.Parse(line)
		return lang.Analyze(eval.PlainDocument(plain, "fr")).Names
	}
	first := make([][]lang.Name, len(lines))
	for i := range lines {
		first[i] = read(lines[i])
	}
	for i := len(lines) - 1; i >= 0; i-- {
		if again := read(lines[i]); !reflect.DeepEqual(first[i], again) {
			t.Errorf("%s: %+v, then %+v", lines[i], first[i], again)
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add("M. Tokaïev a parlé à l'AFP à Almaty.", "fr")
	f.Add("President Tokayev told Reuters in Almaty (Kazakhstan).", "en")
	f.Add("Президент Казахстана Токаев сообщил ТАСС.", "ru")
	f.Add("\xff\u0301 L' Le (AB) — d'\u00a0O", "fr")
	f.Fuzz(func(t *testing.T, s, language string) {
		d := eval.PlainDocument(s, language)
		a := lang.Analyze(d)
		end := 0
		for _, n := range a.Names {
			if n.Start < end || n.End <= n.Start || n.End > len(s) {
				t.Fatalf("%q: name at %d-%d after %d", s, n.Start, n.End, end)
			}
			end = n.End
		}
		a.PlaceAt(len(s) / 2)
		lang.FindAgencies(s)
	})
}
