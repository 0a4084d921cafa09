package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/internal/shared"
	"recoupe/lang"
	"recoupe/text"
	"recoupe/when"
)

// A timex is one TIMEX3 of a gold document; offsets in bytes.
type timex struct {
	start, end int
	typ, value string
	text       string
}

// times reads s as one report published on pub and returns its TIMEX3s.
func times(t testing.TB, s, pub, language string) (*claim.Report, *when.Calendar, []timex) {
	t.Helper()
	r := reportOf(t, s, pub, language)
	c := when.Date([]*claim.Report{r})
	var out []timex
	for i, x := range r.Lang.Times {
		res := c.Of(r.ID, i)
		if res.Value == "" {
			continue
		}
		out = append(out, timex{x.Start, x.End, res.Type, res.Value, s[x.Start:x.End]})
	}
	return r, c, out
}

// reportOf makes a report of plain text.
func reportOf(t testing.TB, s, pub, language string) *claim.Report {
	d := text.Prose("t", s, language)
	if pub != "" {
		p, err := edtf.Parse(pub)
		if err != nil {
			t.Fatal(err)
		}
		d.Published = text.Stated{When: p, Basis: "stated"}
	}
	return &claim.Report{Document: d, Lang: reportLang(d)}
}

// reportLang finds the times of d and nothing else.
func reportLang(d *text.Document) *lang.Analysis {
	a := &lang.Analysis{Doc: d}
	lang.FindTimes(a)
	return a
}

// A tally counts what TempEval-3 counts.
type tally struct{ gold, found, strict, relaxed, typed, valued, spurious int }

func f1(hit, found, gold int) float64 {
	if found+gold == 0 {
		return 0
	}
	return 2 * float64(hit) / float64(found+gold)
}

func (n tally) String() string {
	return fmt.Sprintf("gold %d found %d strict %.3f relaxed %.3f type %.3f value %.3f", n.gold, n.found,
		f1(n.strict, n.found, n.gold), f1(n.relaxed, n.found, n.gold), f1(n.typed, n.found, n.gold), f1(n.valued, n.found, n.gold))
}

// score adds one document, each gold time matched to the first free one that
// overlaps it, and reports misses.
func (n *tally) score(gold, found []timex, miss func(string, ...any)) {
	used := make([]bool, len(found))
	n.gold += len(gold)
	n.found += len(found)
	for _, g := range gold {
		at := -1
		for i, x := range found {
			if !used[i] && x.start < g.end && g.start < x.end {
				at = i
				break
			}
		}
		if at < 0 {
			miss("missing  %q %s %s", g.text, g.typ, g.value)
			continue
		}
		x := found[at]
		used[at] = true
		n.relaxed++
		if x.start == g.start && x.end == g.end {
			n.strict++
		} else if os.Getenv("STRICT") != "" {
			miss("span %q for %q", x.text, g.text)
		}
		if x.typ == g.typ {
			n.typed++
		}
		if x.value == g.value {
			n.valued++
		} else {
			miss("value %q (%q) %s, want %s", x.text, g.text, x.value, g.value)
		}
	}
	for i, x := range found {
		if !used[i] {
			miss("spurious %q %s %s", x.text, x.typ, x.value)
		}
	}
}

// A bankDoc is one document of French TimeBank, its times in bytes.
type bankDoc struct {
	id, published, text string
	gold                []timex
}

// timeBank reads the half of French TimeBank that development may see.
func timeBank(t *testing.T) []bankDoc {
	t.Helper()
	data, err := os.ReadFile(shared.Path(t, "..", "data", "time", "fr_timebank_dev.json"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []struct {
		ID, DCT, Text string
		Gold          []struct {
			S, E              int
			Type, Value, Text string
		}
	}
	if err := json.Unmarshal(data, &docs); err != nil {
		t.Fatal(err)
	}
	var out []bankDoc
	for _, d := range docs {
		doc := bankDoc{id: strings.TrimSuffix(d.ID, ".tml"), published: d.DCT, text: d.Text}
		runes := []rune(d.Text)
		for _, g := range d.Gold {
			doc.gold = append(doc.gold, timex{len(string(runes[:g.S])), len(string(runes[:g.E])), g.Type, g.Value, g.Text})
		}
		out = append(out, doc)
	}
	return out
}

func TestFrenchTimeBank(t *testing.T) {
	var n tally
	for _, d := range timeBank(t) {
		_, _, found := times(t, d.text, d.published, "fr")
		n.score(d.gold, found, func(f string, a ...any) {
			if testing.Verbose() {
				t.Log(d.id + ": " + fmt.Sprintf(f, a...))
			}
		})
	}
	t.Log(n)
	if r, v := f1(n.relaxed, n.found, n.gold), f1(n.valued, n.found, n.gold); r < .93 || v < .85 {
		t.Errorf("below the floor: relaxed %.3f value %.3f", r, v)
	}
}
