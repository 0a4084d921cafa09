package amend

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/story"
	"recoupe/text"
)

// Apply changes reports as the book says, and returns those it changed and the
// decisions that fit no report any more. It is the Amend of recoupe.Options.
func (b *Book) Apply(reports []*claim.Report) (changed []*claim.Report, unmet []Decision) {
	byID := map[text.DocID]*claim.Report{}
	for _, r := range reports {
		byID[r.ID] = r
	}
	for _, d := range b.Standing() {
		ok := true
		switch d.Do {
		case NotAFigure:
			r, f := find(d.Reports[0], reports, byID)
			if ok = f != nil; ok {
				remove(r, f)
				changed = append(changed, r)
			}
		case Figure:
			r, f := find(d.Reports[0], reports, byID)
			if ok = f != nil; ok {
				change(r, f, *d.Set, reports)
				changed = append(changed, r)
			}
		case Same:
			joined := join(d.Names[0], d.Names[1], reports)
			ok, changed = len(joined) > 0, append(changed, joined...)
		}
		if !ok {
			unmet = append(unmet, d)
		}
	}
	return changed, unmet
}

// find returns the figure that an anchor holds on to: the one at these words, in
// the report named or, where that was edited, in the one that holds the quote.
func find(a story.Anchor, reports []*claim.Report, byID map[text.DocID]*claim.Report) (*claim.Report, *claim.Figure) {
	if r := byID[a.Report]; r != nil {
		for _, f := range r.Figures {
			if f.Span.Start == a.Start && f.Span.End == a.End && r.Text[a.Start:a.End] == a.Quote {
				return r, f
			}
		}
		if f := quoted(r, a.Quote); f != nil {
			return r, f
		}
		return nil, nil
	}
	for _, r := range reports {
		if f := quoted(r, a.Quote); f != nil {
			return r, f
		}
	}
	return nil, nil
}

// quoted returns the one figure of r with these words; nil for none or several.
func quoted(r *claim.Report, quote string) *claim.Figure {
	var found *claim.Figure
	for _, f := range r.Figures {
		if r.Slice(f.Span) == quote {
			if found != nil {
				return nil
			}
			found = f
		}
	}
	return found
}

// remove takes f out of r, and every thread that leads to it.
func remove(r *claim.Report, f *claim.Figure) {
	r.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(o *claim.Figure) bool { return o == f })
	for _, o := range r.Figures {
		if o.PartOf == f {
			o.PartOf = nil
		}
	}
	r.Remarks = slices.DeleteFunc(slices.Clone(r.Remarks), func(m *claim.Remark) bool { return m.Of == f && m.To == nil })
	for _, m := range r.Remarks {
		if m.Of == f {
			m.Of = nil
		}
		if m.To == f {
			m.To = nil
		}
	}
}

// change makes f what a reader says it is.
func change(r *claim.Report, f *claim.Figure, c Change, reports []*claim.Report) {
	f.Because = append(slices.Clone(f.Because), claim.Reason{Rule: Rule, Span: f.Span})
	if c.Measure != "" {
		f.Measure = c.Measure
	}
	if c.Group != "" {
		f.Group = c.Group
	}
	if c.Place != "" {
		f.Place, f.PlaceAt = placeCalled(c.Place, reports), text.Span{}
	}
	switch c.Speaker {
	case "":
	case "-":
		f.By, f.Claim = nil, nil
	default:
		f.By = speakerCalled(r, f, c.Speaker, reports)
	}
}

// placeCalled returns the place of this name that some report names, else one
// known by its name alone.
func placeCalled(name string, reports []*claim.Report) *lang.Place {
	for _, r := range reports {
		for _, n := range r.Lang.Names {
			if n.Place != nil && strings.EqualFold(n.Place.Name, name) {
				return n.Place
			}
		}
	}
	return &lang.Place{Name: name}
}

// speakerCalled returns an attribution to the speaker of this name: with the
// words that name her in r, where there are some.
func speakerCalled(r *claim.Report, f *claim.Figure, name string, reports []*claim.Report) *claim.Attribution {
	by := &claim.Attribution{Speaker: name, Span: f.Span, Stands: f.Span, Rule: Rule}
	if i := strings.Index(r.Text, name); i >= 0 {
		by.Span = r.Span(i, i+len(name))
		by.Stands = by.Span
	}
	for _, o := range attributions(reports) {
		if strings.EqualFold(o.Speaker, name) || o.Name != "" && strings.EqualFold(o.Name, name) {
			by.Speaker, by.Name, by.Role = o.Speaker, o.Name, o.Role
			break
		}
	}
	return by
}

// join gives whoever is called b the name a, and returns the reports that call
// her so.
func join(a, b string, reports []*claim.Report) (changed []*claim.Report) {
	var as *claim.Attribution
	for _, o := range attributions(reports) {
		if called(o, a) && (as == nil || as.Name == "" && o.Name != "") {
			as = o
		}
	}
	if as == nil {
		return nil
	}
	for _, r := range reports {
		n := 0
		for _, o := range attributions([]*claim.Report{r}) {
			if o != as && called(o, b) {
				o.Speaker, o.Name, o.Role = as.Speaker, as.Name, as.Role
				n++
			}
		}
		if n > 0 {
			changed = append(changed, r)
		}
	}
	return changed
}

func called(by *claim.Attribution, name string) bool {
	return strings.EqualFold(by.Speaker, name) || by.Name != "" && strings.EqualFold(by.Name, name)
}

// attributions lists every attribution of reports, each once.
func attributions(reports []*claim.Report) []*claim.Attribution {
	var out []*claim.Attribution
	seen := map[*claim.Attribution]bool{}
	var add func(by *claim.Attribution)
	add = func(by *claim.Attribution) {
		if by == nil || seen[by] {
			return
		}
		seen[by] = true
		out = append(out, by)
		for i := range by.Via {
			add(&by.Via[i])
		}
	}
	for _, r := range reports {
		for _, c := range r.Claims {
			add(c.By)
		}
		for _, f := range r.Figures {
			add(f.By)
		}
		for _, g := range r.Gaps {
			add(g.By)
		}
		for _, m := range r.Remarks {
			add(m.By)
		}
	}
	return out
}
