package web

import (
	"cmp"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"time"

	"recoupe"
	"recoupe/archive"
	"recoupe/claim"
	"recoupe/dossier"
	"recoupe/edtf"
	"recoupe/render"
	"recoupe/text"
)

// A lineage is one address and all the versions of the report that stood there,
// the first first.
type lineage struct {
	URL   string
	List  []*version
	Steps []*step
	Gone  time.Time // when the page was first found gone, and it is gone still; zero where it answers
}

// A version is what the address answered for a while.
type version struct {
	R           *claim.Report
	Seen, Last  time.Time // when it answered so first and last; zero where nobody visited it
	N, Of       int
	Left, Came  []*claim.Figure
	Interrupted time.Time // when the page was found gone after it; zero where it was not
}

// A step is what changed from one version to the next.
type step struct {
	From, To   *version
	List       []*stretch
	Left, Came []*claim.Figure // figures by their words: those that no longer stand in the page, and new ones
}

// lineages finds the pages with more than one version, or whose report is gone.
func (e *edition) lineages(pages []*dossier.Page) {
	e.versions = map[text.DocID]*lineage{}
	for _, p := range pages {
		if !p.Feed {
			e.trace(visited(p, e.byBody))
		}
	}
	byURL := map[string]*lineage{}
	var order []string
	for _, r := range e.res.Reports {
		if r.URL == "" || e.versions[r.ID] != nil {
			continue
		}
		l := byURL[r.URL]
		if l == nil {
			l = &lineage{URL: r.URL}
			byURL[r.URL] = l
			order = append(order, r.URL)
		}
		l.List = append(l.List, &version{R: r})
	}
	for _, u := range order {
		l := byURL[u]
		slices.SortStableFunc(l.List, func(a, b *version) int { return stated(a.R).Compare(stated(b.R)) })
		e.trace(l)
	}
}

// stated returns the day a report says it was last worked on.
func stated(r *claim.Report) time.Time {
	if at := r.Modified.When.From; !at.IsZero() {
		return at
	}
	return r.Published.When.From
}

// visited reads the versions of a page off its visits.
func visited(p *dossier.Page, byBody map[archive.ID]*claim.Report) *lineage {
	l := &lineage{URL: p.URL}
	for _, v := range p.Visits {
		var last *version
		if n := len(l.List); n > 0 {
			last = l.List[n-1]
		}
		switch r := byBody[v.Body]; {
		case v.Status == http.StatusNotFound || v.Status == http.StatusGone:
			if l.Gone.IsZero() && last != nil {
				l.Gone, last.Interrupted = v.Fetched, v.Fetched
			}
		case v.Status == http.StatusNotModified && last != nil, dossier.IsReport(v) && last != nil && r == last.R:
			last.Last, l.Gone = v.Fetched, time.Time{}
		case dossier.IsReport(v) && r != nil:
			l.List, l.Gone = append(l.List, &version{R: r, Seen: v.Fetched, Last: v.Fetched}), time.Time{}
		}
	}
	return l
}

// trace compares the versions of l and lights what differs.
func (e *edition) trace(l *lineage) {
	if len(l.List) < 2 && l.Gone.IsZero() || len(l.List) == 0 {
		return
	}
	for i, v := range l.List {
		v.N, v.Of = i+1, len(l.List)
		if e.versions[v.R.ID] == nil {
			e.versions[v.R.ID] = l
		}
		if i == 0 {
			continue
		}
		s := &step{From: l.List[i-1], To: v}
		s.List = differ(s.From.R, s.To.R)
		s.Left, s.Came = notIn(s.From.R, s.To.R), notIn(s.To.R, s.From.R)
		for _, x := range s.List {
			for _, a := range []*altered{x.Before, x.After} {
				if a != nil {
					e.lit(a.At)
				}
			}
		}
		l.Steps = append(l.Steps, s)
	}
	e.lines = append(e.lines, l)
}

// notIn lists the figures of r whose words o does not have as a figure.
func notIn(r, o *claim.Report) []*claim.Figure {
	words := func(r *claim.Report, f *claim.Figure) string {
		return strings.Join(strings.Fields(r.Slice(f.Span)), " ")
	}
	there := map[string]bool{}
	for _, f := range o.Figures {
		there[words(o, f)] = true
	}
	var out []*claim.Figure
	for _, f := range r.Figures {
		if w := words(r, f); !there[w] {
			there[w] = true
			out = append(out, f)
		}
	}
	return out
}

// A versionsPage shows every version of one address and what changed.
type versionsPage struct {
	S *render.Sheet
	L *lineage
}

func versionsPath(l *lineage) string { return "versions/" + string(l.List[0].R.ID) }

func (p *page) versions(id string) (string, any) {
	l := p.e.versions[text.DocID(id)]
	if l == nil {
		return "", nil
	}
	s, _ := p.seat(l.List[len(l.List)-1].R.ID)
	if s == nil {
		return "", nil
	}
	p.Title, p.Here = p.T("web.versions")+" — "+s.OutletOf(l.List[0].R), "versions"
	return "versions", &versionsPage{s, l}
}

// Edits are the pages of a story that were edited or are gone, the last first.
func (e *edition) edits(t *recoupe.Told) []*lineage {
	var out []*lineage
	for _, l := range e.lines {
		if e.x.StoryOf(l.List[len(l.List)-1].R.ID) == t {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b *lineage) int { return b.last().Compare(a.last()) })
	return out
}

// last returns when l last changed.
func (l *lineage) last() time.Time {
	if !l.Gone.IsZero() {
		return l.Gone
	}
	v := l.List[len(l.List)-1]
	return cmp.Or(v.Seen, stated(v.R))
}

// Now is the last version.
func (l *lineage) Now() *version { return l.List[len(l.List)-1] }

// Left and Came are the figures that left the page or came over all versions.
func (l *lineage) Left() (out []*claim.Figure) {
	for _, s := range l.Steps {
		out = append(out, s.Left...)
	}
	return out[:min(len(out), 6)]
}

// Came lists the figures that came.
func (l *lineage) Came() (out []*claim.Figure) {
	for _, s := range l.Steps {
		out = append(out, s.Came...)
	}
	return out[:min(len(out), 6)]
}

// Versions returns the address of the versions of a report; "" where it has one.
func (p *page) Versions(id text.DocID) string {
	if l := p.e.versions[id]; l != nil {
		return p.To(versionsPath(l))
	}
	return ""
}

// LineageOf returns the versions that a report is one of; nil for none.
func (p *page) LineageOf(id text.DocID) *lineage { return p.e.versions[id] }

// NthOf says which of the versions of its page r is; nil where it is the only one.
func (p *page) NthOf(id text.DocID) *version {
	l := p.e.versions[id]
	if l == nil || len(l.List) < 2 {
		return nil
	}
	i := slices.IndexFunc(l.List, func(v *version) bool { return v.R.ID == id })
	return l.List[i]
}

// Clock writes an instant as this site does everywhere: in UTC, which it says.
func (p *page) Clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.UTC()
	return p.w.Date(edtf.OfDay(t), 0) + ", " + t.Format("15:04") + " UTC"
}

// Altered writes a sentence of one version: what the other has not is marked,
// and its figures open on their words.
func (p *page) Altered(a *altered, tag string) template.HTML {
	var b strings.Builder
	cuts := []int{a.At.Start, a.At.End}
	for _, w := range a.Words {
		cuts = append(cuts, w.Start, w.End)
	}
	for _, f := range a.R.Figures {
		if f.Span.Start >= a.At.Start && f.Span.End <= a.At.End {
			cuts = append(cuts, f.Span.Start, f.Span.End)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var open *claim.Figure
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		f := figureAt(a.R, a.At, from)
		if open != nil && open != f {
			b.WriteString("</a>")
		}
		if f != nil && f != open {
			b.WriteString(`<a class="n" href="`)
			render.Escape(&b, p.Span(f.Span))
			b.WriteString(`">`)
		}
		open = f
		marked := slices.ContainsFunc(a.Words, func(w text.Span) bool { return w.Start <= from && to <= w.End })
		if marked {
			b.WriteString("<" + tag + ">")
		}
		render.Escape(&b, a.R.Text[from:to])
		if marked {
			b.WriteString("</" + tag + ">")
		}
	}
	if open != nil {
		b.WriteString("</a>")
	}
	return template.HTML(b.String())
}

// figureAt returns the first figure of r that reaches over i and stands within at.
func figureAt(r *claim.Report, at text.Span, i int) *claim.Figure {
	for _, f := range r.Figures {
		if f.Span.Start <= i && i < f.Span.End && f.Span.Start >= at.Start && f.Span.End <= at.End {
			return f
		}
	}
	return nil
}
