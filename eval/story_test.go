package eval

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/story"
	"recoupe/text"
)

func read(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/story/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func lineReport(t testing.TB, l Line) *claim.Report {
	t.Helper()
	r, err := l.Report()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func storyPairs(t testing.TB) []Pair {
	var furniture []string
	for l := range strings.Lines(read(t, "furniture.txt")) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			furniture = append(furniture, l)
		}
	}
	bases := Bases(read(t, "bases.txt"))
	if len(bases) < 40 {
		t.Fatalf("only %d base texts", len(bases))
	}
	pairs := append(MadePairs(bases, furniture, rand.New(rand.NewSource(1))), ToldPairs(read(t, "told.txt"))...)
	if len(pairs) < 150 {
		t.Fatalf("only %d pairs", len(pairs))
	}
	return pairs
}

// wordsBetween counts the words of s between two bytes, signed.
func wordsBetween(s string, a, b int) int {
	if a > b {
		a, b = b, a
	}
	return len(strings.Fields(s[a:b]))
}

// TestReuse scores copies on the pairs: recall at least .97 and no false link but
// between translations, of which at least .6 are found and all are marked
// presumed; passages within ten words of where the copied words begin and end.
func TestReuse(t *testing.T) {
	type tally struct{ all, linked, near int }
	by := map[string]*tally{}
	var kinds []string
	copied, found, near, links := 0, 0, 0, 0
	for _, p := range storyPairs(t) {
		c := by[p.Kind]
		if c == nil {
			c = new(tally)
			by[p.Kind] = c
			kinds = append(kinds, p.Kind)
		}
		a, b := lineReport(t, p.First), lineReport(t, p.Second)
		g := story.Group([]*claim.Report{a, b})
		c.all++
		linked := len(g.Copies) > 0
		if linked {
			c.linked++
		}
		if linked && !p.Copied && !p.Translated {
			t.Errorf("%s %s: a link where there is none: %v", p.Kind, p.Name, quoteOf(g, a, b))
		}
		if linked && g.Copies[0].Presumed != p.Translated {
			t.Errorf("%s %s: presumed %v", p.Kind, p.Name, g.Copies[0].Presumed)
		}
		if !p.Copied {
			continue
		}
		copied++
		if !linked {
			t.Logf("%s %s: no link", p.Kind, p.Name)
			continue
		}
		found++
		links++
		if nearCopied(g.Copies[0], b, p, 10) {
			near++
			c.near++
		}
	}
	for _, k := range kinds {
		t.Logf("%-12s %3d pairs, %3d linked, %3d within ten words", k, by[k].all, by[k].linked, by[k].near)
	}
	atLeast(t, "recall of copies", found, copied, 0.97)
	atLeast(t, "passages within ten words", near, links, 1)
	atLeast(t, "recall of translations", by["translated"].linked, by["translated"].all, 0.6)
}

func atLeast(t *testing.T, what string, n, of int, least float64) {
	t.Helper()
	got := float64(n) / float64(max(of, 1))
	t.Logf("%s: %d of %d, %.3f", what, n, of, got)
	if got < least {
		t.Errorf("%s: %.3f, below %.2f", what, got, least)
	}
}

// nearCopied reports whether the passages begin and end near the copied words.
func nearCopied(c story.Copy, second *claim.Report, p Pair, words int) bool {
	side := 0
	if c.Report != second.ID {
		side = 1
	}
	from, to := -1, -1
	for _, x := range c.Passages {
		if from < 0 || x[side].Start < from {
			from = x[side].Start
		}
		to = max(to, x[side].End)
	}
	body := second.Text[len(second.Text)-len(p.Second.Text):]
	if !strings.HasSuffix(second.Text, p.Second.Text) {
		body = second.Text
	}
	at := len(second.Text) - len(body)
	gotFrom := wordsBetween(body, 0, max(0, from-at))
	gotTo := wordsBetween(body, 0, max(0, to-at))
	return abs(gotFrom-p.From) <= words && abs(gotTo-p.To) <= words
}

func abs(n int) int { return max(n, -n) }

func quoteOf(g *story.Grouping, a, b *claim.Report) string {
	of := map[text.DocID]*claim.Report{a.ID: a, b.ID: b}
	var out []string
	for _, c := range g.Copies {
		for _, p := range c.Passages {
			out = append(out, fmt.Sprintf("%q", of[p[0].Doc].Slice(p[0])))
		}
	}
	return strings.Join(out, " ")
}

// TestHeadlines scores stories told apart by their headlines alone, one topic a
// file. The floors are below what is reached; they only move up.
func TestHeadlines(t *testing.T) {
	for _, c := range []struct {
		file, language string
		floor          float64
	}{
		{"fr", "fr", 0.875}, {"en", "en", 0.905}, {"en-crisis", "en", 0.84}, {"ru", "ru", 0.92}, {"ru-crisis", "ru", 0.84},
	} {
		data, err := os.ReadFile("testdata/headlines/" + c.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		lines, want := Headlines(data, c.language)
		var reports []*claim.Report
		at := map[text.DocID]int{}
		for i, l := range lines {
			r := lineReport(t, l)
			at[r.ID] = i
			reports = append(reports, r)
		}
		got := make([]string, len(lines))
		for _, s := range story.Group(reports).Stories {
			for _, r := range s.Reports {
				got[at[r.ID]] = s.ID
			}
		}
		score := BCubed(got, want)
		t.Logf("%-9s %3d headlines: %s", c.file, len(lines), score)
		if score.F1 < c.floor {
			t.Errorf("%s: B³ %.3f, below %.2f", c.file, score.F1, c.floor)
		}
	}
}

// TestStream scores stories and origins on a generated stream of a thousand
// reports: many crises of one kind at a time, in three languages.
func TestStream(t *testing.T) {
	s := NewStream(read(t, "stream.txt"), 7)
	var all []Streamed
	for day := 0; len(all) < 1000; day++ {
		n := 1
		switch day % 3 {
		case 1:
			n = 2 + day%9
		case 2:
			n = 10 + day%31
		}
		all = append(all, s.Story(n, day)...)
	}
	var reports []*claim.Report
	var want []string
	at := map[text.DocID]int{}
	for _, x := range all {
		r := lineReport(t, x.Line)
		at[r.ID] = len(reports)
		reports, want = append(reports, r), append(want, x.Story)
	}
	g := story.Group(reports)
	got := make([]string, len(reports))
	wrong, known := 0, 0
	for _, st := range g.Stories {
		rooms := map[string]bool{}
		for _, r := range st.Reports {
			got[at[r.ID]] = st.ID
			rooms[all[at[r.ID]].Room] = true
		}
		known += len(rooms)
		wrong += abs(g.Newsrooms(st.Reports) - len(rooms))
	}
	score := BCubed(got, want)
	err := float64(wrong) / float64(known)
	t.Logf("%d reports, %d stories found: %s; newsrooms wrong by %.3f of all", len(reports), len(g.Stories), score, err)
	if score.F1 < 0.95 {
		t.Errorf("B³ %.3f, below .95", score.F1)
	}
	if err > 0.10 {
		t.Errorf("newsrooms wrong by %.3f, above .10", err)
	}
}

// TestMattersApart: forty texts on forty matters, many of one kind, are hardly
// ever one story.
func TestMattersApart(t *testing.T) {
	var reports []*claim.Report
	for _, b := range Bases(read(t, "bases.txt")) {
		reports = append(reports, lineReport(t, Line{Outlet: "Fil " + b.Name, Text: strings.Join(b.Paras, "\n\n"), Language: "fr", URL: "https://fil.example/" + b.Name}))
	}
	g := story.Group(reports)
	t.Logf("%d matters, %d stories", len(reports), len(g.Stories))
	if len(g.Stories) < len(reports)-3 {
		t.Errorf("%d stories of %d matters", len(g.Stories), len(reports))
	}
}
