package told

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"recoupe/internal/marked"
	"recoupe/lang"
	"recoupe/text"
)

// TestCutAnywhere reads the marked sentences cut off after every word, and begun at
// every word: reports end in the middle of a phrase where a page was truncated, and
// begin there where it was cut wrongly. Whatever is read, its spans lie within the
// text, on the bounds of letters.
func TestCutAnywhere(t *testing.T) {
	files, err := filepath.Glob("../testdata/fr/attribution-*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	gaps, _ := filepath.Glob("../testdata/fr/gaps*.txt")
	figures, _ := filepath.Glob("../testdata/fr/figures-*.txt")
	for _, name := range slices.Concat(files, gaps, figures) {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		sc := bufio.NewScanner(f)
		for sc.Scan() {
			if strings.HasPrefix(sc.Text(), "#") {
				continue
			}
			plain, _, err := marked.Parse(sc.Text())
			if err != nil {
				t.Fatal(err)
			}
			for i := range plain {
				if plain[i] == ' ' {
					readCut(t, strings.ReplaceAll(plain[:i], " ¶ ", "\n\n"))
					readCut(t, strings.ReplaceAll(plain[i+1:], " ¶ ", "\n\n"))
				}
			}
		}
		f.Close()
	}
}

// readCut reads s and checks the spans of what it says.
func readCut(t *testing.T, s string) {
	t.Helper()
	defer func() {
		if e := recover(); e != nil {
			t.Fatalf("%q: %v", s, e)
		}
	}()
	r := Read(lang.Analyze(text.Prose("abcdef012345", s, "fr")))
	for _, c := range r.Claims {
		for _, sp := range []struct{ from, to int }{{c.Content.Start, c.Content.End}, {c.By.Span.Start, c.By.Span.End}} {
			if sp.from < 0 || sp.to > len(s) || sp.from > sp.to || !utf8.ValidString(s[sp.from:sp.to]) {
				t.Fatalf("%q: span %v", s, sp)
			}
		}
	}
	for _, g := range r.Gaps {
		if g.Span.End > len(s) || !utf8.ValidString(s[g.Span.Start:g.Span.End]) {
			t.Fatalf("%q: gap %v", s, g.Span)
		}
	}
}
