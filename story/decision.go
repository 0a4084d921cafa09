package story

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// Decisions are what a reader has decided by hand about stories and origins. A
// nil or zero value decides nothing. A re-run respects them.
//
// They are kept as JSON Lines, one decision a line; empty lines and lines that
// begin with # are skipped:
//
//	{"do":"merge","reports":[ANCHOR,ANCHOR]}      their stories are one
//	{"do":"split","reports":[ANCHOR,…]}           these reports are a story of their own
//	{"do":"pin","reports":[ANCHOR],"to":ANCHOR}   these reports belong with that one
//	{"do":"cut","reports":[ANCHOR],"to":ANCHOR}   these words are not from there; "agency":"AFP" instead of "to"
//	{"do":"add","reports":[ANCHOR],"agency":"AFP"} these words are from there; or "to"
//
// An ANCHOR is {"report":"1b56cf2fb713","start":0,"end":44,"quote":"the exact words"}.
// Where the report has changed, the one that holds the quote is meant. Start and
// end may be left out; without a quote the whole report is meant.
type Decisions struct {
	List []Decision
}

// A Decision is one line of a decisions file.
type Decision struct {
	Do      string   `json:"do"` // merge, split, pin, cut, add
	Reports []Anchor `json:"reports"`
	To      *Anchor  `json:"to,omitempty"`
	Agency  string   `json:"agency,omitempty"`
	By      string   `json:"by,omitempty"`   // who decided
	At      string   `json:"at,omitempty"`   // when
	Note    string   `json:"note,omitempty"` // why
}

// An Anchor holds on to words of a report, whatever becomes of its identity.
type Anchor struct {
	Report text.DocID `json:"report"`
	Start  int        `json:"start,omitempty"`
	End    int        `json:"end,omitempty"`
	Quote  string     `json:"quote,omitempty"`
}

// ParseDecisions reads a decisions file. The error names the first line that is
// no decision.
func ParseDecisions(data []byte) (*Decisions, error) {
	d := &Decisions{}
	for n, line := range bytes.Split(data, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		var x Decision
		if err := json.Unmarshal(line, &x); err != nil {
			return nil, fmt.Errorf("line %d: no decision: %w", n+1, err)
		}
		if err := x.check(); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		d.List = append(d.List, x)
	}
	return d, nil
}

func (x *Decision) check() error {
	need := 1
	switch x.Do {
	case "merge":
		need = 2
	case "split":
	case "pin":
		if x.To == nil {
			return fmt.Errorf(`"pin" says in "to" with which report`)
		}
	case "cut", "add":
		if x.To == nil && x.Agency == "" {
			return fmt.Errorf(`%q says in "to" or "agency" where the words come from`, x.Do)
		}
	default:
		return fmt.Errorf("do %q: merge, split, pin, cut or add", x.Do)
	}
	if len(x.Reports) < need {
		return fmt.Errorf("%q wants %d reports or more", x.Do, need)
	}
	return nil
}

// decided is a decision with the reports it is about, by their number.
type decided struct {
	Decision
	at     []int // of Reports
	spans  []text.Span
	to     int // -1 where it leads to an agency
	toSpan text.Span
}

// resolve finds the reports decisions are about. What fits none is unmet.
func (d *Decisions) resolve(reports []*claim.Report, g *Grouping) []decided {
	if d == nil {
		return nil
	}
	byID := map[text.DocID]int{}
	for i, r := range reports {
		byID[r.ID] = i
	}
	var out []decided
	for _, x := range d.List {
		y := decided{Decision: x, to: -1}
		ok := true
		for _, a := range x.Reports {
			i, s := a.find(reports, byID)
			ok = ok && i >= 0
			y.at, y.spans = append(y.at, i), append(y.spans, s)
		}
		if x.To != nil {
			y.to, y.toSpan = x.To.find(reports, byID)
			ok = ok && y.to >= 0
		}
		if !ok {
			b, _ := json.Marshal(x)
			g.Unmet = append(g.Unmet, string(b))
			continue
		}
		out = append(out, y)
	}
	return out
}

// find returns the report an anchor holds on to and the words, -1 for none.
func (a *Anchor) find(reports []*claim.Report, byID map[text.DocID]int) (int, text.Span) {
	if i, ok := byID[a.Report]; ok {
		r := reports[i]
		if a.Quote == "" {
			return i, r.Span(0, len(r.Text))
		}
		if a.Start >= 0 && a.Start < a.End && a.End <= len(r.Text) && r.Text[a.Start:a.End] == a.Quote {
			return i, r.Span(a.Start, a.End)
		}
		if at := strings.Index(r.Text, a.Quote); at >= 0 {
			return i, r.Span(at, at+len(a.Quote))
		}
	}
	if a.Quote == "" {
		return -1, text.Span{}
	}
	for i, r := range reports {
		if at := strings.Index(r.Text, a.Quote); at >= 0 {
			return i, r.Span(at, at+len(a.Quote))
		}
	}
	return -1, text.Span{}
}

// apart reports whether a split keeps two reports apart.
func apart(said []decided, i, j int) bool {
	for _, d := range said {
		if d.Do == "split" && slices.Contains(d.at, i) != slices.Contains(d.at, j) {
			return true
		}
	}
	return false
}

// cutsIn names the edges that a reader has cut between the reports of a set, by
// their places in it.
func (u *reuse) cutsIn(set []int) string {
	var b strings.Builder
	for _, d := range u.said {
		to := slices.Index(set, d.to)
		if d.Do != "cut" || to < 0 {
			continue
		}
		for _, i := range d.at {
			if from := slices.Index(set, i); from >= 0 {
				fmt.Fprintf(&b, "%d-%d ", from, to)
			}
		}
	}
	return b.String()
}
