package web

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"recoupe/amend"
	"recoupe/claim"
	"recoupe/render"
	"recoupe/text"
)

// A reportPage is the preserved text of one report with everything lit that
// was read in it, and beside it what each lit stretch is.
type reportPage struct {
	R       *claim.Report
	S       *render.Sheet
	StoryID string
	Origin  *render.Origin
	Lit     template.HTML
	Notes   []*note
	Copies  []*related
	Made    []*correction // by hand
}

// A related report shares words with this one.
type related struct {
	Report *claim.Report
	Words  string // how
	Path   string // of the two side by side
}

// A note explains one lit stretch.
type note struct {
	ID, Kind   string // "fig", "say", "gap", "time"
	At         text.Span
	F          *claim.Figure
	C          *claim.Claim
	G          *claim.Gap
	Line       *render.Line
	Facts      []fact
	Reasons    []reason
	Prev, Next string // the mentions before and after, in the order of the account
	Clashes    []*render.Clash
}

// A fact is one thing known of it, and the words it rests on.
type fact struct {
	Name  string
	Words template.HTML
}

// A reason is a rule of the cross-check with what it compared.
type reason struct {
	Words   string
	Rule    string
	Figures []*claim.Figure
	Spans   []text.Span
}

func (p *page) report(id string) (string, any) {
	r := p.e.x.ReportWith(text.DocID(id))
	if r == nil {
		return "", nil
	}
	t := p.e.x.StoryOf(r.ID)
	if t == nil {
		return "", nil
	}
	s := p.e.sheet(t, p.w)
	v := &reportPage{R: r, S: s, StoryID: t.ID}
	for _, o := range s.Reports {
		if o.Report == r {
			v.Origin = o
		}
	}
	p.Title, p.Here = s.OutletOf(r)+", "+v.Origin.Date, "report"
	v.Notes, v.Made = p.notes(r, s), p.e.made[r.ID]
	v.Lit = render.Lit(r, p.lamps(r, s, v.Notes))
	for _, c := range p.e.res.Copies {
		switch r.ID {
		case c.Report:
			if o := p.e.x.ReportWith(c.Of); o != nil && p.e.x.StoryOf(o.ID) != nil {
				v.Copies = append(v.Copies, &related{o, p.T("web.copied.from", percent(c.Containment)), comparePath(c.Report, c.Of)})
			}
		case c.Of:
			if o := p.e.x.ReportWith(c.Report); o != nil && p.e.x.StoryOf(o.ID) != nil {
				v.Copies = append(v.Copies, &related{o, p.T("web.copied.by", percent(c.Containment)), comparePath(c.Report, c.Of)})
			}
		}
	}
	return "report", v
}

func percent(part float64) string { return strconv.Itoa(int(part*100)) + "\u00a0%" }

func noteID(kind string, at text.Span) string {
	return kind + "-" + strconv.Itoa(at.Start) + "-" + strconv.Itoa(at.End)
}

// notes explains what was read in r, in the order of the text.
func (p *page) notes(r *claim.Report, s *render.Sheet) []*note {
	var out []*note
	seen := map[string]bool{}
	add := func(n *note) {
		if n.At.Start < n.At.End && n.At.Doc == r.ID && !seen[n.ID] {
			seen[n.ID] = true
			out = append(out, n)
		}
	}
	for _, f := range r.Figures {
		add(p.figureNote(r, s, f))
	}
	for _, c := range r.Claims {
		n := &note{ID: noteID("say", c.Content), Kind: "say", At: c.Content, C: c}
		n.fact(p.T("web.kind"), p.T("kind."+string(c.Kind)))
		n.fact(p.T("web.stance"), p.T("stance."+string(c.Stance)))
		if c.By != nil && c.By.Cue != "" {
			n.Facts = append(n.Facts, fact{p.T("web.cue"), p.Clause(c.By.CueSpan)})
		}
		add(n)
	}
	for _, g := range r.Gaps {
		add(&note{ID: noteID("gap", g.Span), Kind: "gap", At: g.Span, G: g})
	}
	for i, t := range r.Lang.Times {
		at := r.Span(t.Start, t.End)
		z := p.e.x.ResolvedTime(r, i)
		n := &note{ID: noteID("time", at), Kind: "time", At: at}
		if z.Time.Known() {
			n.fact(p.T("web.when"), p.w.Date(z.Time, 0))
			n.fact("EDTF", z.Time.String())
			if z.Implied {
				n.fact(p.T("web.implied"), p.T("web.implied.yes"))
			}
			for _, b := range z.Because {
				if b != at {
					n.Facts = append(n.Facts, fact{p.T("web.rests"), p.Clause(b)})
				}
			}
		} else {
			n.fact(p.T("web.when"), p.T("web.unresolved"))
		}
		add(n)
	}
	slices.SortStableFunc(out, func(a, b *note) int { return cmp.Compare(a.At.Start, b.At.Start) })
	return out
}

func (n *note) fact(name, words string) {
	if words != "" {
		n.Facts = append(n.Facts, fact{name, template.HTML(template.HTMLEscapeString(words))})
	}
}

// figureNote explains f: how it was read, on whose word it stands, and what its
// status rests on.
func (p *page) figureNote(r *claim.Report, s *render.Sheet, f *claim.Figure) *note {
	n := &note{ID: noteID("fig", f.Span), Kind: "fig", At: f.Span, F: f, Line: s.LineOf(f), Clashes: s.ClashesOf(f)}
	n.fact(p.T("web.number"), p.w.Amount(f.Quantity)+" ("+p.T("qualifier."+string(f.Quantity.Qualifier))+")")
	if f.Label != "" {
		n.Facts = append(n.Facts, fact{p.T("web.called"), p.Clause(f.LabelAt)})
	}
	n.fact(p.T("web.stance"), p.T("stance."+string(f.Stance)))
	if f.By != nil && f.By.Cue != "" && f.By.CueSpan.End > f.By.CueSpan.Start {
		n.Facts = append(n.Facts, fact{p.T("web.cue"), p.Clause(f.By.CueSpan)})
	}
	if f.Place != nil {
		n.place(p, f)
	}
	if f.Scope != "" {
		n.fact(p.T("web.scope"), p.T("scope."+string(f.Scope)))
	}
	if _, covers := p.e.x.TimesOf(f); covers.Known() && f.Covers >= 0 && f.Covers < len(r.Lang.Times) {
		t := r.Lang.Times[f.Covers]
		n.Facts = append(n.Facts, fact{p.T("web.covers"), p.time(covers, 0, p.Span(r.Span(t.Start, t.End)))})
	}
	if w := f.PartOf; w != nil && p.e.x.ReportOf(w) != nil {
		n.Facts = append(n.Facts, fact{p.T("web.partof"), p.Num(w) + " " + template.HTML(template.HTMLEscapeString(s.CountedBy(w)))})
	}
	e := p.e.x.EntryOf(f)
	if e == nil {
		return n
	}
	if e.Origins > 0 {
		n.fact(p.T("web.origins"), p.N("newsrooms", e.Origins)+", "+p.N("story.speakers", e.Speakers))
	}
	for _, b := range e.Because {
		k := reason{Words: p.T("rule." + b.Rule), Rule: b.Rule}
		for _, o := range b.Figures[:min(len(b.Figures), 6)] {
			if o != f && p.e.x.ReportOf(o) != nil {
				k.Figures = append(k.Figures, o)
			}
		}
		for _, at := range b.Spans[:min(len(b.Spans), 4)] {
			if !slices.ContainsFunc(b.Figures, func(o *claim.Figure) bool { return o.Span == at }) {
				k.Spans = append(k.Spans, at)
			}
		}
		n.Reasons = append(n.Reasons, k)
	}
	n.Prev, n.Next = p.beside(s, f)
	return n
}

func (n *note) place(p *page, f *claim.Figure) {
	words := template.HTML(template.HTMLEscapeString(render.Clean(f.Place.Name)))
	if p.e.anchor(f.PlaceAt) != "" {
		words = p.Clause(f.PlaceAt)
	}
	n.Facts = append(n.Facts, fact{p.T("web.place"), words})
}

// beside returns the addresses of the mentions before and after f in its account.
func (p *page) beside(s *render.Sheet, f *claim.Figure) (prev, next string) {
	l := s.LineOf(f)
	if l == nil || l.Row == nil || l.Row.Account == nil {
		return "", ""
	}
	list := l.Row.Account.Entries
	for i, e := range list {
		if e.Figure != f {
			continue
		}
		if i > 0 {
			prev = p.Span(list[i-1].Figure.Span)
		}
		if i+1 < len(list) {
			next = p.Span(list[i+1].Figure.Span)
		}
	}
	return prev, next
}

// lamps lights everything that some page opens on; what is explained beside the
// text leads there.
func (p *page) lamps(r *claim.Report, s *render.Sheet, notes []*note) []render.Lamp {
	class, title, href := map[[2]int]string{}, map[[2]int]string{}, map[[2]int]string{}
	mark := func(at text.Span, c string) {
		k := [2]int{at.Start, at.End}
		if at.Doc == r.ID && !slices.Contains(strings.Fields(class[k]), c) {
			class[k] = strings.TrimSpace(class[k] + " " + c)
		}
	}
	for _, n := range notes {
		k := [2]int{n.At.Start, n.At.End}
		mark(n.At, n.Kind)
		if n.Kind == "fig" || n.Kind == "time" || n.Kind == "gap" {
			href[k] = cmp.Or(href[k], "#"+n.ID)
		}
		switch {
		case n.F != nil:
			title[k] = p.w.Amount(n.F.Quantity) + " " + s.CountedBy(n.F)
			if n.Line != nil && n.Line.Verdict != "" {
				title[k] += " · " + n.Line.Verdict
				if n.Line.Class() == "withdrawn" {
					mark(n.At, "gone")
				}
			}
			if n.F.Stance == claim.Hedged {
				mark(n.At, "hedged")
			}
		case n.C != nil && n.C.By != nil:
			mark(n.C.By.Span, "who")
			href[[2]int{n.C.By.Span.Start, n.C.By.Span.End}] = "#" + n.ID
		}
	}
	for _, f := range r.Figures {
		if f.By != nil {
			mark(f.By.Span, "who")
			k := [2]int{f.By.Span.Start, f.By.Span.End}
			href[k] = cmp.Or(href[k], "#"+noteID("fig", f.Span))
		}
	}
	for _, c := range p.e.made[r.ID] {
		if c.D.Do == amend.NotAFigure {
			mark(c.At, "removed")
		}
	}
	spans := p.e.lights[r.ID]
	if c, ok := parseRange(p.query.Get("c"), len(r.Text)); ok && !p.static {
		spans = cloneWith(spans, c)
		mark(r.Span(c[0], c[1]), "cited")
	}
	out := make([]render.Lamp, 0, len(spans))
	for k := range spans {
		if !onRunes(r.Text, k) {
			continue
		}
		out = append(out, render.Lamp{Start: k[0], End: k[1], Class: cmp.Or(class[k], "at"), Title: title[k], Href: href[k], ID: noteID("s", r.Span(k[0], k[1]))})
	}
	return out
}

// parseRange reads "1203,1287" and "1203-1287": bytes of a text of n bytes.
func parseRange(s string, n int) (k [2]int, ok bool) {
	a, b, ok := strings.Cut(strings.ReplaceAll(s, ",", "-"), "-")
	if !ok {
		return k, false
	}
	x, err1 := strconv.Atoi(a)
	y, err2 := strconv.Atoi(b)
	if err1 != nil || err2 != nil || x < 0 || x >= y || y > n {
		return k, false
	}
	return [2]int{x, y}, true
}

func cloneWith(l light, k [2]int) light {
	out := make(light, len(l)+1)
	for s := range l {
		out[s] = true
	}
	out[k] = true
	return out
}

// onRunes reports whether k cuts no letter of s apart: an address may hold any
// two numbers.
func onRunes(s string, k [2]int) bool {
	whole := func(i int) bool { return i >= len(s) || s[i]&0xc0 != 0x80 }
	return whole(k[0]) && whole(k[1])
}
