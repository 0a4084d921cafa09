package web

import (
	"slices"
	"strconv"
	"sync"
	"time"

	"recoupe"
	"recoupe/amend"
	"recoupe/archive"
	"recoupe/claim"
	"recoupe/render"
	"recoupe/text"
)

// An edition is one state of the account, with what its pages look up. It never
// changes once it is made, so that a page is of one piece.
type edition struct {
	number  int
	res     *recoupe.Result
	x       *render.Index
	stories map[string]*recoupe.Told
	figures map[string]*claim.Figure
	sayings map[string]*saying // by speaker
	voices  map[string]string  // speaker by the name of her page
	pairs   map[[2]text.DocID][][2]text.Span
	lights  map[text.DocID]light
	found   func() *finder
	book    *amend.Book
	made    map[text.DocID][]*correction // by hand, that hold, by report
	account func() *accountIndex

	came     map[archive.ID]time.Time // when bytes came in
	arrivals []time.Time              // of the reports, in order
	byBody   map[archive.ID]*claim.Report
	versions map[text.DocID]*lineage
	lines    []*lineage

	mu     sync.Mutex
	sheets map[sheetKey]*render.Sheet
	places map[sheetKey]map[*claim.Figure]string
	kept   map[string]*written
	making map[string]chan struct{} // pages under way; closed when they are made
}

type sheetKey struct{ tag, story string }

// A saying is all that one speaker says.
type saying struct {
	claims  []*claim.Claim
	figures []*claim.Figure
	by      []*claim.Attribution // wherever she is named, as a relay too
}

// A light is every stretch of a report that some page opens on.
type light map[[2]int]bool

func newEdition(res *recoupe.Result, number int) *edition {
	e := &edition{number: number, res: res, x: render.NewIndex(res), stories: map[string]*recoupe.Told{}, figures: map[string]*claim.Figure{},
		sayings: map[string]*saying{}, voices: map[string]string{}, pairs: map[[2]text.DocID][][2]text.Span{}, lights: map[text.DocID]light{},
		sheets: map[sheetKey]*render.Sheet{}, places: map[sheetKey]map[*claim.Figure]string{}, kept: map[string]*written{}, making: map[string]chan struct{}{}}
	e.found = sync.OnceValue(func() *finder { return newFinder(res.Reports) })
	e.account = sync.OnceValue(func() *accountIndex { return newAccountIndex(res) })
	for _, t := range res.Stories {
		e.stories[t.ID] = t
	}
	e.byBody = make(map[archive.ID]*claim.Report, len(res.Reports))
	for _, r := range res.Reports {
		e.lights[r.ID], e.byBody[r.Capture] = light{}, r
	}
	for _, r := range res.Reports {
		e.lightReport(r)
	}
	for id := range e.sayings {
		e.voices[speakerFile(id)] = id
	}
	for _, t := range res.Stories {
		e.lightStory(t)
	}
	for _, c := range res.Copies {
		e.pairs[[2]text.DocID{c.Report, c.Of}] = c.Passages
		for _, p := range c.Passages {
			e.lit(p[0])
			e.lit(p[1])
		}
	}
	return e
}

// lit notes that at is opened on.
func (e *edition) lit(at text.Span) {
	if r := e.x.ReportWith(at.Doc); r != nil && at.Start >= 0 && at.Start < at.End && at.End <= len(r.Text) {
		e.lights[at.Doc][[2]int{at.Start, at.End}] = true
	}
}

func (e *edition) lightReport(r *claim.Report) {
	for _, f := range r.Figures {
		e.figures[f.ID] = f
		for _, at := range []text.Span{f.Span, f.Number, f.LabelAt, f.ScopeAt, f.PlaceAt} {
			e.lit(at)
		}
		for _, b := range f.Because {
			e.lit(b.Span)
		}
		if f.By != nil {
			if s := e.said(f.By); s != nil {
				s.figures = append(s.figures, f)
			}
		}
	}
	for _, c := range r.Claims {
		e.lit(c.Content)
		if c.By != nil {
			if s := e.said(c.By); s != nil {
				s.claims = append(s.claims, c)
			}
		}
	}
	for _, g := range r.Gaps {
		e.lit(g.Span)
		e.said(g.By)
	}
	for _, m := range r.Remarks {
		e.lit(m.Span)
		e.said(m.By)
	}
	for _, t := range r.Lang.Times {
		e.lit(r.Span(t.Start, t.End))
	}
	for _, at := range r.Published.Because {
		e.lit(at)
	}
	for _, w := range slices.Concat(r.Warnings, r.Notes) {
		if w.Span.Doc == "" {
			w.Span.Doc = r.ID
		}
		e.lit(w.Span)
	}
}

// said lights the words that name by and those who relay her, and returns what
// she says; nil where the report speaks for itself.
func (e *edition) said(by *claim.Attribution) *saying {
	if by == nil {
		return nil
	}
	for _, at := range []text.Span{by.Span, by.Stands, by.CueSpan} {
		e.lit(at)
	}
	for i := range by.Via {
		e.said(&by.Via[i])
	}
	id := e.res.Cast.Of(by)
	if id == "" {
		return nil
	}
	s := e.sayings[id]
	if s == nil {
		s = &saying{}
		e.sayings[id] = s
	}
	if !slices.Contains(s.by[max(0, len(s.by)-4):], by) {
		s.by = append(s.by, by)
	}
	return s
}

func (e *edition) lightStory(t *recoupe.Told) {
	for _, r := range t.Reports {
		for _, at := range e.x.DatingOf(r).Because {
			e.lit(at)
		}
	}
	if t.Calendar != nil {
		for _, n := range t.Calendar.Notes {
			e.lit(n.Span)
		}
	}
	if t.Ledger == nil {
		return
	}
	for _, n := range t.Ledger.Warnings {
		e.lit(n.Span)
	}
	for _, m := range t.Ledger.Timeline {
		for _, at := range m.Spans {
			e.lit(at)
		}
	}
	for _, a := range t.Ledger.Accounts {
		for _, n := range a.Entries {
			for _, b := range n.Because {
				for _, at := range b.Spans {
					e.lit(at)
				}
			}
		}
	}
	for _, c := range t.Ledger.Conflicts {
		for _, b := range c.Because {
			for _, at := range b.Spans {
				e.lit(at)
			}
		}
	}
}

// sheet lays a story out in the language of w, once.
func (e *edition) sheet(t *recoupe.Told, w *render.Words) *render.Sheet {
	e.mu.Lock()
	defer e.mu.Unlock()
	k := sheetKey{w.Tag(), t.ID}
	if e.sheets[k] == nil {
		e.sheets[k] = e.x.Lay(t, w)
	}
	return e.sheets[k]
}

// anchor names the words at span on the page of their report; "" where nothing
// there is lit.
func (e *edition) anchor(at text.Span) string {
	if e.lights[at.Doc][[2]int{at.Start, at.End}] {
		return "s-" + strconv.Itoa(at.Start) + "-" + strconv.Itoa(at.End)
	}
	return ""
}
