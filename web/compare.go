package web

import (
	"html/template"
	"slices"
	"strconv"

	"recoupe/claim"
	"recoupe/render"
	"recoupe/text"
)

// A comparePage sets two reports side by side.
type comparePage struct {
	S        *render.Sheet
	A, B     *compared
	Passages int
}

// A compared report is one of the two.
type compared struct {
	R    *claim.Report
	Lit  template.HTML
	Only []*claim.Figure // figures that the other does not give
	Same int
}

func comparePath(a, b text.DocID) string { return "compare/" + string(a) + "/" + string(b) }

func (p *page) compare(a, b string) (string, any) {
	ra, rb := p.e.x.ReportWith(text.DocID(a)), p.e.x.ReportWith(text.DocID(b))
	if ra == nil || rb == nil || ra == rb || p.e.x.StoryOf(ra.ID) == nil || p.e.x.StoryOf(rb.ID) == nil {
		return "", nil
	}
	s := p.e.sheet(p.e.x.StoryOf(ra.ID), p.w)
	p.Title, p.Here = s.OutletOf(ra)+" / "+s.OutletOf(rb), "compare"
	passages, swapped := p.e.pairs[[2]text.DocID{ra.ID, rb.ID}], false
	if passages == nil {
		passages, swapped = p.e.pairs[[2]text.DocID{rb.ID, ra.ID}], true
	}
	v := &comparePage{S: s, Passages: len(passages)}
	side := func(r, other *claim.Report, mine, theirs string, own int) *compared {
		c := &compared{R: r}
		var lamps []render.Lamp
		for i, x := range passages {
			if swapped {
				x[0], x[1] = x[1], x[0]
			}
			at := x[own]
			n := strconv.Itoa(i + 1)
			lamps = append(lamps, render.Lamp{Start: at.Start, End: at.End, Class: "shared", Href: "#" + theirs + n, ID: mine + n, Title: p.T("web.passage", n)})
		}
		for _, f := range r.Figures {
			class := "fig"
			if slices.ContainsFunc(other.Figures, func(o *claim.Figure) bool { return sameToll(f, o) }) {
				c.Same++
			} else {
				c.Only = append(c.Only, f)
				class = "fig only"
			}
			lamps = append(lamps, render.Lamp{Start: f.Span.Start, End: f.Span.End, Class: class, Href: p.Span(f.Span), ID: mine + "f" + strconv.Itoa(f.Span.Start)})
		}
		c.Lit = render.Lit(r, lamps)
		return c
	}
	v.A, v.B = side(ra, rb, "a-", "b-", 0), side(rb, ra, "b-", "a-", 1)
	return "compare", v
}

// sameToll reports whether two figures count the same and come to the same.
func sameToll(f, o *claim.Figure) bool {
	return f.Measure == o.Measure && f.Group == o.Group && f.Severity == o.Severity && f.Quantity.Low == o.Quantity.Low && f.Quantity.High == o.Quantity.High
}
