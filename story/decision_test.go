package story

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/text"
)

func anchorJSON(r *claim.Report, quote string) string {
	at := strings.Index(r.Text, quote)
	b, _ := json.Marshal(Anchor{Report: r.ID, Start: max(at, 0), End: max(at, 0) + len(quote), Quote: quote})
	return string(b)
}

func decisions(t *testing.T, lines ...string) *Decisions {
	t.Helper()
	d, err := ParseDecisions([]byte(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func storyOf(g *Grouping, id text.DocID) string {
	for _, s := range g.Stories {
		for _, r := range s.Reports {
			if r.ID == id {
				return s.ID
			}
		}
	}
	return ""
}

func TestDecideStories(t *testing.T) {
	all := example(t)
	other := report(t, "Le glacier de Hvitavatn a perdu neuf mètres en un an, mesurent des géologues islandais.")
	all = append(all, other)
	one, four, five := named(t, all[:len(all)-1], "01"), named(t, all[:len(all)-1], "04"), named(t, all[:len(all)-1], "05")
	quote := func(r *claim.Report) string { return anchorJSON(r, r.Text[r.Sentences[1].Start:r.Sentences[1].End]) }

	g := Group(all, Options{Decisions: decisions(t, fmt.Sprintf(`{"do":"split","reports":[%s,%s]}`, quote(four), quote(five)))})
	if storyOf(g, four.ID) == storyOf(g, one.ID) || storyOf(g, four.ID) != storyOf(g, five.ID) || len(g.Stories) != 3 {
		t.Errorf("split: 04 in %s, 05 in %s, 01 in %s", storyOf(g, four.ID), storyOf(g, five.ID), storyOf(g, one.ID))
	}
	g = Group(all, Options{Decisions: decisions(t, fmt.Sprintf(`{"do":"merge","reports":[%s,%s]}`, quote(four), anchorJSON(other, "Hvitavatn")))})
	if len(g.Stories) != 1 {
		t.Errorf("merge: %d stories", len(g.Stories))
	}
	g = Group(all, Options{Decisions: decisions(t, fmt.Sprintf(`{"do":"pin","reports":[%s],"to":%s}`, quote(one), anchorJSON(other, "Hvitavatn")))})
	if storyOf(g, one.ID) != storyOf(g, other.ID) || storyOf(g, four.ID) == storyOf(g, one.ID) {
		t.Errorf("pin: 01 in %s, the other in %s, 04 in %s", storyOf(g, one.ID), storyOf(g, other.ID), storyOf(g, four.ID))
	}
	// The report has been edited: its identity is another, the quote still stands.
	gone := strings.Replace(quote(four), string(four.ID), "000000000000", 1)
	g = Group(all, Options{Decisions: decisions(t, `{"do":"split","reports":[`+gone+`]}`)})
	if storyOf(g, four.ID) == storyOf(g, one.ID) || len(g.Unmet) != 0 {
		t.Errorf("an edited report is not found by its quote: %v", g.Unmet)
	}
	g = Group(all, Options{Decisions: decisions(t, `{"do":"split","reports":[{"report":"000000000000","quote":"words nobody wrote"}]}`)})
	if len(g.Unmet) != 1 {
		t.Errorf("a decision that fits nothing is not told of: %v", g.Unmet)
	}
}

func TestDecideOrigins(t *testing.T) {
	all := example(t)
	one, two, four := named(t, all, "01"), named(t, all, "02"), named(t, all, "04")
	spans := func(words string, rs ...*claim.Report) []text.Span {
		var out []text.Span
		for _, r := range rs {
			i := strings.Index(r.Text, words)
			if i < 0 {
				t.Fatalf("%s lacks %q", r.Files, words)
			}
			out = append(out, r.Span(i, i+len(words)))
		}
		return out
	}
	dead := spans("Neuf manifestants sont morts", one, two)
	if n := Group(all).Origins(dead); n != 1 {
		t.Fatalf("%d origins of a wire and its copy", n)
	}
	g := Group(all, Options{Decisions: decisions(t, fmt.Sprintf(`{"do":"cut","reports":[%s],"to":%s}`, anchorJSON(two, ""), anchorJSON(one, "")),
		fmt.Sprintf(`{"do":"cut","reports":[%s],"agency":"Estafette"}`, anchorJSON(two, "")))})
	if n := g.Origins(dead); n != 2 {
		t.Errorf("%d origins after the edges were cut, want 2", n)
	}
	both := append(spans("Quatorze personnes ont perdu la vie", four), dead[0])
	if n := Group(all).Origins(both); n != 2 {
		t.Fatalf("%d origins of two outlets", n)
	}
	g = Group(all, Options{Decisions: decisions(t, fmt.Sprintf(`{"do":"add","reports":[%s],"agency":"Estafette"}`, anchorJSON(four, "Quatorze personnes ont perdu la vie")))})
	if n := g.Origins(both); n != 1 {
		t.Errorf("%d origins after an edge was added, want 1", n)
	}
	found := false
	for _, e := range g.Edges {
		found = found || e.Kind == DecidedEdge && e.To == "newsroom:estafette"
	}
	if !found {
		t.Error("the added edge is not shown")
	}
}

func TestParseDecisions(t *testing.T) {
	for in, want := range map[string]string{
		`{"do":"merge","reports":[{"report":"a"}]}`:  "2 reports",
		`{"do":"move","reports":[{"report":"a"}]}`:   "merge, split, pin",
		`{"do":"pin","reports":[{"report":"a"}]}`:    `"to"`,
		`{"do":"cut","reports":[{"report":"a"}]}`:    "agency",
		"# fine\n\n" + `{"do":"split","reports":[]}`: "line 3",
		`not json`: "line 1",
		`{"do":"add","reports":[],"agency":"AFP"}` + "\n{}": "line 1",
	} {
		if _, err := ParseDecisions([]byte(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", in, err, want)
		}
	}
}

func FuzzParseDecisions(f *testing.F) {
	f.Add([]byte(`{"do":"split","reports":[{"report":"a","start":-4,"end":9,"quote":"x"}]}`))
	f.Add([]byte("{\"do\":\"add\",\"reports\":[{\"report\":\"b\",\"quote\":\"\"}],\"agency\":\"\\u0000\"}\n#"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := ParseDecisions(data)
		if err != nil {
			return
		}
		r := report(t, "La digue a cédé mardi à Vornes. Douze familles ont fui, a déclaré le maire à l'AFP.")
		g := Group([]*claim.Report{r}, Options{Decisions: d})
		if len(g.Stories) != 1 {
			t.Errorf("%d stories of one report", len(g.Stories))
		}
		for _, e := range g.Edges {
			if e.Span.Start < 0 || e.Span.End > len(r.Text) {
				t.Errorf("edge points outside the text: %v", e)
			}
		}
	})
}
