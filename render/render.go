// Package render writes an account down: for a terminal, as JSON, CSV or one
// HTML page.
//
// It is the tenth stage. It decides nothing: every line it writes is one that
// an earlier stage settled, with the words that line rests on. JSON and CSV never
// depend on the language of the reader; the screen and the page do.
package render

import (
	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/ledger"
	"recoupe/text"
	"recoupe/when"
)

// An index finds what belongs to what in one result, so that no printer
// searches for it again for every line.
type index struct {
	res     *recoupe.Result
	reports map[text.DocID]*claim.Report
	told    map[text.DocID]*recoupe.Told // the story a report is in
	entries map[*claim.Figure]*ledger.Entry
	of      map[*claim.Figure]*claim.Report
	files   map[text.DocID]string   // what reports without an outlet are called by
	rooms   map[text.DocID][]string // the agencies a report names as an origin, by its credits and by decisions
	wires   map[text.DocID][]string // those it was taken from as a whole
}

func newIndex(res *recoupe.Result) *index {
	x := &index{res, map[text.DocID]*claim.Report{}, map[text.DocID]*recoupe.Told{}, map[*claim.Figure]*ledger.Entry{}, map[*claim.Figure]*claim.Report{}, fileNames(res.Reports), map[text.DocID][]string{}, map[text.DocID][]string{}}
	for _, r := range res.Reports {
		x.reports[r.ID] = r
		for _, f := range r.Figures {
			x.of[f] = r
		}
	}
	for _, t := range res.Stories {
		for _, r := range t.Reports {
			x.told[r.ID] = t
		}
		if t.Ledger == nil {
			continue
		}
		for _, a := range t.Ledger.Accounts {
			for _, e := range a.Entries {
				x.entries[e.Figure] = e
			}
		}
	}
	x.creditRooms()
	return x
}

// quote returns the words at s; "" where s points at no report of the result.
func (x *index) quote(s text.Span) string {
	r := x.reports[s.Doc]
	if r == nil || s.Start < 0 || s.Start >= s.End || s.End > len(r.Text) {
		return ""
	}
	return r.Text[s.Start:s.End]
}

// dating returns when r was published, as far as its story could tell, else as
// its page states it.
func (x *index) dating(r *claim.Report) when.Dating {
	if t := x.told[r.ID]; t != nil && t.Calendar != nil {
		if d := t.Calendar.Reports[r.ID]; d.When.Known() {
			return d
		}
	}
	return when.Dating{When: r.Published.When, Basis: r.Published.Basis, Because: r.Published.Because}
}

// times of a figure: when it was said, and what it covers.
func (x *index) times(r *claim.Report, f *claim.Figure) (said, covers edtf.Time) {
	if e := x.entries[f]; e != nil {
		return e.Said, e.Covers
	}
	return x.dating(r).When, edtf.Time{}
}

// resolved returns the i-th time of r as its story placed it.
func (x *index) resolved(r *claim.Report, i int) when.Resolved {
	if t := x.told[r.ID]; t != nil && t.Calendar != nil {
		return t.Calendar.Of(r.ID, i)
	}
	return when.Resolved{}
}

// warnings lists everything that was read with doubt, report by report, then
// what the stories' calendars and ledgers noticed.
func (x *index) warnings() []text.Warning {
	var out []text.Warning
	for _, r := range x.res.Reports {
		out = append(out, r.Warnings...)
		for _, w := range r.Notes {
			if w.Span.Doc == "" {
				w.Span.Doc = r.ID
			}
			out = append(out, w)
		}
	}
	for _, t := range x.res.Stories {
		if t.Calendar != nil {
			out = append(out, t.Calendar.Notes...)
		}
		if t.Ledger != nil {
			out = append(out, t.Ledger.Warnings...)
		}
	}
	return out
}
