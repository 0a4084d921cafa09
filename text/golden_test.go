package text

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"recoupe/edtf"
	"recoupe/source"
)

var updateGolden = flag.Bool("update-pages", false, "accept what the reader makes of testdata/pages and testdata/plain")

// TestGolden reads each page and text of testdata and compares what comes out
// with the .golden beside it.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/p*/*.*")
	n := 0
	for _, file := range files {
		if filepath.Ext(file) == ".golden" {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			body, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d, err := Read(&source.Capture{Name: filepath.Base(file), Body: body}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			check(t, d)
			got := picture(d)
			if *updateGolden {
				if err := os.WriteFile(file+".golden", []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file + ".golden")
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("read otherwise (-update-pages accepts):\ngot\n%s\nwant\n%s", got, want)
			}
		})
	}
	if n < 15 {
		t.Errorf("only %d samples found", n)
	}
}

var kindNames = []string{"paragraph", "title", "lead", "crosshead", "caption", "header", "furniture", "credit"}

// picture writes d for comparison, without its ID, which is a hash of the rest.
func picture(d *Document) string {
	var b strings.Builder
	for _, f := range [][2]string{{"url", d.URL}, {"outlet", d.Outlet}, {"byline", d.Byline}, {"title", d.Title}, {"language", d.Language}, {"published", stated(d, d.Published)}, {"modified", stated(d, d.Modified)}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	for _, w := range d.Warnings {
		fmt.Fprintf(&b, "warning: %s %q\n", w.Rule, d.Text[w.Span.Start:w.Span.End])
	}
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "\n[%s] %s\n", kindNames[p.Kind], d.Text[p.Start:p.End])
	}
	return b.String()
}

func stated(d *Document, st Stated) string {
	if !st.When.Known() {
		return ""
	}
	s := st.When.String()
	if st.When.Precision >= edtf.Hour {
		s = st.When.From.Format("2006-01-02T15:04") + st.Zone
	}
	s += " (" + strings.TrimSpace(st.Basis+" "+st.From) + ")"
	for _, sp := range st.Because {
		s += fmt.Sprintf(" %q", d.Slice(sp))
	}
	return s
}

// check fails where d breaks a promise of its types.
func check(t testing.TB, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Error("text is not UTF-8")
	}
	at := func(what string, start, end int) {
		t.Helper()
		if start < 0 || start > end || end > len(d.Text) {
			t.Fatalf("%s %d-%d outside a text of %d bytes", what, start, end, len(d.Text))
		}
		for _, i := range []int{start, end} {
			if i < len(d.Text) && !utf8.RuneStart(d.Text[i]) {
				t.Fatalf("%s %d-%d cuts a rune", what, start, end)
			}
		}
	}
	last := 0
	for _, p := range d.Parts {
		at("part", p.Start, p.End)
		if p.Start < last || p.Start == p.End {
			t.Fatalf("part %d-%d is empty or overlaps the one before, which ends at %d", p.Start, p.End, last)
		}
		last = p.End
	}
	for _, s := range d.Sentences {
		at("sentence", s.Start, s.End)
		if s.Part < 0 || s.Part >= len(d.Parts) || s.Start < d.Parts[s.Part].Start || s.End > d.Parts[s.Part].End {
			t.Fatalf("sentence %d-%d is not in its part", s.Start, s.End)
		}
	}
	for _, w := range d.Warnings {
		at("warning", w.Span.Start, w.Span.End)
		if w.Rule == "" || w.Message == "" || strings.Contains(w.Message, "\n") {
			t.Errorf("warning without rule or in several lines: %+v", w)
		}
	}
	for _, st := range []Stated{d.Published, d.Modified} {
		if st.When.Known() && st.Basis == "" {
			t.Errorf("date without basis: %+v", st)
		}
		for _, s := range st.Because {
			at("date", s.Start, s.End)
			if s.Doc != d.ID {
				t.Errorf("span of %s in %s", s.Doc, d.ID)
			}
		}
	}
	if len(d.ID) != 12 {
		t.Errorf("ID %q", d.ID)
	}
}

// TestLines holds the kind of single lines, in testdata/lines.txt.
func TestLines(t *testing.T) {
	raw, err := os.ReadFile("testdata/lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, line := range strings.Split(string(raw), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		want, words, _ := strings.Cut(line, "\t")
		if got := kindNames[lineKind(words)]; got != want {
			t.Errorf("%s, want %s: %s", got, want, words)
		}
	}
	if n < 50 {
		t.Errorf("only %d lines found", n)
	}
}
