package web

import (
	"cmp"
	"slices"
	"time"

	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/ledger"
	"recoupe/render"
	"recoupe/text"
)

// What changed is told by when the reports came in since the reader last looked;
// for a reader who is here for the first time, or who chooses a day, by the days
// the reports appeared on: from the first moment of a day on, against all that
// stood before it.

// Changes are what is new in a story since a day.
type changes struct {
	Since   edtf.Time
	Visit   bool       // since the reader last looked; Since is zero then
	Days    []sinceDay // from which a reader may choose
	Reports []*render.Origin
	List    []*change
	More    int
	All     int
}

// A sinceDay is a day from which changes can be told.
type sinceDay struct {
	Day, Words string
	Chosen     bool
}

// A change is one thing that is new.
type change struct {
	Kind   string // "withdrawn", "edited", "conflict", "revised", "new", "gap"
	Line   *render.Line
	Was    []*claim.Figure // what it takes the place of
	Clash  *render.Clash
	Gap    *render.Gap
	Edit   *lineage
	Span   text.Span // the words that make it so
	Report *claim.Report
	at     time.Time
}

var changeOrder = []string{"withdrawn", "edited", "conflict", "revised", "new", "gap"}

// changes finds what is new since a day. Where none is given, it is what came in
// since the reader last looked; where she never did, what the last day brought.
func (p *page) changes(t *recoupe.Told, s *render.Sheet, since time.Time) *changes {
	days := publishedDays(p.e, t)
	c := &changes{Visit: since.IsZero() && !p.looked.IsZero() && len(p.e.arrivals) > 0}
	switch {
	case c.Visit:
	case len(days) == 0:
		return nil
	case since.IsZero():
		since = days[len(days)-1]
		fallthrough
	default:
		c.Since = edtf.OfDay(since)
	}
	const most = 10
	for _, d := range days[max(0, len(days)-most):] {
		c.Days = append(c.Days, sinceDay{d.Format("2006-01-02"), p.w.Date(edtf.OfDay(d), s.Year()), d.Equal(since)})
	}
	w := &watch{p: p, s: s, t: t, since: since, visit: c.Visit, taken: map[string]bool{}}
	for _, o := range s.Reports {
		if w.fresh(o.Report) {
			c.Reports = append(c.Reports, o)
		}
	}
	if t.Ledger != nil {
		w.figures()
		w.conflicts()
		w.gaps()
	}
	w.edits()
	slices.SortStableFunc(w.list, func(a, b *change) int {
		return cmp.Or(cmp.Compare(slices.Index(changeOrder, a.Kind), slices.Index(changeOrder, b.Kind)), b.at.Compare(a.at))
	})
	c.All = len(w.list)
	c.List = w.list[:min(len(w.list), 12)]
	c.More = c.All - len(c.List)
	return c
}

// publishedDays lists the days on which reports appeared, as far as they are known.
func publishedDays(e *edition, t *recoupe.Told) []time.Time {
	var out []time.Time
	for _, r := range t.Reports {
		if d := e.x.DatingOf(r).When; d.Closed() && d.To.Sub(d.From) <= 7*24*time.Hour {
			out = append(out, d.LastDay())
		}
	}
	slices.SortFunc(out, time.Time.Compare)
	return slices.CompactFunc(out, time.Time.Equal)
}

// A watch gathers the changes of one story.
type watch struct {
	p     *page
	s     *render.Sheet
	t     *recoupe.Told
	since time.Time
	visit bool            // since the reader last looked, and not since a day
	taken map[string]bool // numbers taken back that are told already
	list  []*change
}

// fresh reports whether r came in or appeared since, as far as can be told: one
// that is known to a month only is not called new.
func (w *watch) fresh(r *claim.Report) bool {
	if w.visit {
		return r != nil && w.p.e.cameIn(r).After(w.p.looked)
	}
	d := w.p.e.x.DatingOf(r).When
	return r != nil && d.Closed() && d.To.Sub(d.From) <= 7*24*time.Hour && !d.LastDay().Before(w.since)
}

func (w *watch) figures() {
	for _, a := range w.t.Ledger.Accounts {
		if a.Aside {
			continue
		}
		replaced := map[*claim.Figure][]*claim.Figure{}
		for _, e := range a.Entries {
			if e.Status != ledger.Superseded {
				continue
			}
			for _, b := range e.Because {
				for _, f := range b.Figures {
					told := slices.ContainsFunc(replaced[f], func(o *claim.Figure) bool { return o.Quantity == e.Figure.Quantity })
					if !told && len(replaced[f]) < 3 {
						replaced[f] = append(replaced[f], e.Figure)
					}
				}
			}
		}
		for _, e := range a.Entries {
			w.figure(e, replaced)
		}
	}
}

func (w *watch) figure(e *ledger.Entry, replaced map[*claim.Figure][]*claim.Figure) {
	l := w.s.LineOf(e.Figure)
	if l == nil || l.Figure != e.Figure {
		return // told again: the line it is told in speaks for it
	}
	if e.Status == ledger.Withdrawn {
		for _, b := range e.Because {
			for _, at := range b.Spans {
				if r := w.p.e.x.ReportWith(at.Doc); r != nil && w.fresh(r) {
					if what := l.Amount + " " + w.s.CountedBy(l.Figure); w.taken[what] {
						return // one number taken back, told by several
					} else {
						w.taken[what] = true
					}
					w.list = append(w.list, &change{Kind: "withdrawn", Line: l, Span: at, Report: r, at: e.Published.From})
					return
				}
			}
		}
		return
	}
	if !w.fresh(e.Report) || e.Status == ledger.Superseded {
		return
	}
	c := &change{Kind: "new", Line: l, Span: e.Figure.Span, Report: e.Report, at: e.Published.From}
	if was := replaced[e.Figure]; len(was) > 0 {
		c.Kind, c.Was = "revised", was
	}
	w.list = append(w.list, c)
}

func (w *watch) conflicts() {
	for _, k := range w.s.Conflicts {
		for _, d := range k.Sides {
			if d.Report != nil && w.fresh(d.Report) {
				w.list = append(w.list, &change{Kind: "conflict", Clash: k, Report: d.Report, Span: d.Quote})
				break
			}
		}
	}
}

func (w *watch) gaps() {
	for _, g := range w.s.Gaps {
		for _, t := range g.Told {
			if w.fresh(t.Report) {
				w.list = append(w.list, &change{Kind: "gap", Gap: g, Span: t.Span, Report: t.Report})
				break
			}
		}
	}
}

// edits tells of pages that were edited or went.
func (w *watch) edits() {
	for _, l := range w.p.e.edits(w.t) {
		since := w.since
		if w.visit {
			since = w.p.looked
		}
		now := l.Now()
		switch {
		case len(l.Steps) > 0 && w.fresh(now.R), !l.Gone.IsZero() && !l.Gone.Before(since):
			w.list = append(w.list, &change{Kind: "edited", Edit: l, Report: now.R, at: l.last()})
		}
	}
}
