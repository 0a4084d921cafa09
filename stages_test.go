package recoupe

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/source"
	"recoupe/text"
)

var update = flag.Bool("update", false, "accept what the stages make of the example")

// TestStages holds what every stage makes of the bundled example, one file a
// stage in testdata/stages: a change shows where in the flow it begins.
func TestStages(t *testing.T) {
	res := Read(source.Files([]string{"testdata/port-lisane"}, strings.NewReader(""), source.Options{}), Options{})
	if len(res.Stories) != 1 {
		t.Fatalf("%d stories", len(res.Stories))
	}
	out := map[string]*strings.Builder{}
	say := func(stage, format string, args ...any) {
		if out[stage] == nil {
			out[stage] = &strings.Builder{}
		}
		fmt.Fprintf(out[stage], format+"\n", args...)
	}
	for _, r := range res.Reports {
		tellReport(say, r)
	}
	told := res.Stories[0]
	for _, r := range told.Reports {
		d := told.Calendar.Reports[r.ID]
		say("when", "%s %s %s", r.Files[0], d.When, d.Basis)
		for i, x := range told.Calendar.Times[r.ID] {
			at := r.Lang.Times[i]
			say("when", "\t%s = %s %s", r.Text[at.Start:at.End], x.Time, x.Rule)
		}
	}
	for _, c := range res.Copies {
		say("story", "%s of %s: %.2f, %d passages", c.Report, c.Of, c.Containment, len(c.Passages))
	}
	for _, e := range res.Edges {
		say("story", "%s %s -> %s", e.Kind, e.From, e.To)
	}
	say("story", "at most %d newsrooms", res.Newsrooms(told.Reports))
	for _, s := range res.Cast.Speakers {
		say("who", "%s | %s | %s | %s", s.ID, s.Name, s.Role, strings.Join(s.Spellings, "; "))
	}
	for _, a := range told.Ledger.Accounts {
		say("ledger", "%s %s %s", a.Measure, a.Group, a.Scope)
		for _, e := range a.Entries {
			say("ledger", "\t%s %s %s %s %s", e.Said, e.Report.Slice(e.Figure.Number), e.Speaker, e.Status, strings.Join(e.Marks, " "))
		}
	}
	for _, c := range told.Ledger.Conflicts {
		say("ledger", "%s %s: %s", c.Kind, c.Rule, c.Message)
	}
	for _, stage := range []string{"source", "text", "lang", "claim", "story", "when", "who", "ledger"} {
		golden(t, stage, out[stage].String())
	}
}

// tellReport writes what the first stages made of one report.
func tellReport(say func(stage, format string, args ...any), r *claim.Report) {
	name := r.Files[0]
	say("source", "%s %s", name, r.Capture)
	say("text", "%s | outlet %s | language %s | published %s %s | %d parts, %d sentences", name, r.Outlet, r.Language, r.Published.When, r.Published.Basis, len(r.Parts), len(r.Sentences))
	for _, s := range r.Sentences {
		say("text", "\t%s", r.Text[s.Start:s.End])
	}
	a := lang.Analyze(&text.Document{ID: r.ID, Text: r.Text, Language: r.Language, Parts: r.Parts, Sentences: r.Sentences})
	say("lang", "%s", name)
	for i := range a.Sents {
		var words []string
		for _, w := range a.Words(a.Sents[i]) {
			words = append(words, w.Norm+"/"+w.POS.String())
		}
		say("lang", "\t%s", strings.Join(words, " "))
	}
	for _, n := range r.Lang.Names {
		say("lang", "\t%s: %s", n.Kind.Label(), r.Text[n.Start:n.End])
	}
	say("claim", "%s", name)
	for _, c := range r.Claims {
		say("claim", "\t%s %s %s: %s", c.By.Speaker, c.Kind, c.Stance, r.Slice(c.Content))
	}
	for _, f := range r.Figures {
		by := ""
		if f.By != nil {
			by = f.By.Speaker
		}
		say("claim", "\t%s %s %s [%s] %s: %s", f.Measure, f.Group, f.Severity, by, f.Stance, r.Slice(f.Span))
	}
	for _, g := range r.Gaps {
		say("claim", "\tgap %s %s: %s", g.Measure, g.Group, r.Slice(g.Span))
	}
	for _, m := range r.Remarks {
		say("claim", "\tremark %s: %s", m.Kind, r.Slice(m.Span))
	}
}

func golden(t *testing.T, stage, got string) {
	t.Helper()
	file := filepath.Join("testdata", "stages", stage+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		if i >= len(w) || i >= len(g) || w[i] != g[i] {
			t.Errorf("%s, line %d: got %q, want %q; if this is as it should be: go test . -update", file, i+1, at(g, i), at(w, i))
			return
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
