package render

import (
	"cmp"
	"slices"
	"strings"

	"recoupe"
	"recoupe/claim"
	"recoupe/ledger"
	"recoupe/text"
)

// told writes the words of a report as a quotation, those that matter strong,
// and where they stand.
func (p *printer) told(indent int, r *claim.Report, at text.Span, after string) {
	s, from, to := excerpt(r, at, max(2*p.width-2*indent-20, 100))
	if s == "" {
		return
	}
	open, shut, _ := strings.Cut(p.quote("\x00"), "\x00")
	p.flow(indent, indent+2, piece{open + s[:from], plainly}, piece{s[from:to], strong}, piece{s[to:] + shut, plainly}, piece{" " + after, faint})
}

// doubts lists what may not be printed as fact, with the words that say so.
func (p *printer) doubts(s *sheet) {
	if len(s.Doubts) == 0 {
		return
	}
	p.heading(p.say("section.doubts"))
	n := p.limit(len(s.Doubts), 10)
	for _, d := range s.Doubts[:n] {
		l := d.Line
		st := amber
		if rank(measureOrder, l.Figure.Measure) >= 0 && len(d.Because) > 0 {
			st = alarm
		}
		p.flow(2, 4, append([]piece{{d.What, strong}, {p.say("colon"), plainly}, {strings.Join(d.Why, "; "), st}, {" · ", faint}},
			append(p.saidBy(l.Speaker, l.Via, l.Outlet, l.Date), piece{" ", plainly}, piece{"[" + p.ids.of(l.Figure) + "]", faint})...)...)
		at := d.Because
		if len(at) == 0 {
			at = []text.Span{l.Figure.Span}
		}
		for _, b := range at[:min(len(at), 1)] {
			if t := s.telling(b, nil); t != nil {
				p.told(6, t.Report, b, t.Outlet+", "+t.Date)
			}
		}
	}
	p.folded(2, len(s.Doubts)-n)
}

// clashes lists conflicts, or names for one set of people, side under side.
func (p *printer) clashes(title string, list []*clash) {
	if len(list) == 0 {
		return
	}
	p.heading(title)
	n := p.limit(len(list), 8)
	for _, c := range list[:n] {
		p.clash(c)
	}
	p.folded(2, len(list)-n)
}

func (p *printer) clash(c *clash) {
	p.flow(2, 4, piece{c.Lead, amber})
	for i, d := range c.Sides {
		mark := "≠ "
		switch {
		case c.Kind == ledger.KindNarrative || c.Kind == ledger.KindCategory:
			mark = "= "
		case i == 0:
			mark = "  "
		}
		p.side(d, mark)
	}
}

func (p *printer) side(d *side, mark string) {
	out := []piece{{mark, faint}}
	id := ""
	switch {
	case d.Figure != nil:
		out = append(out, piece{d.Amount + " ", strong})
		if d.Label != "" {
			out = append(out, piece{p.quote(d.Label), strong})
		} else {
			out = append(out, piece{d.Counted, strong})
		}
		id = p.ids.of(d.Figure)
	case d.Claim != nil:
		s, _, _ := excerpt(d.Report, d.Quote, 2*p.width)
		out = append(out, piece{p.quote(s), strong})
	}
	out = append(out, piece{" · ", faint})
	out = append(out, p.saidBy(d.Speaker, d.Via, d.Outlet, d.Date)...)
	if id != "" {
		out = append(out, piece{" [" + id + "]", faint})
	}
	p.flow(4, 8, out...)
}

func (p *printer) gaps(s *sheet) {
	if len(s.Gaps) == 0 {
		return
	}
	p.heading(p.say("section.gaps"))
	for _, g := range s.Gaps {
		p.flow(2, 4, piece{g.What, strong})
		n := p.limit(len(g.Told), 3)
		for _, t := range g.Told[:n] {
			where := t.Outlet + ", " + t.Date
			if t.Says != "" {
				where = t.Says + " · " + where
			}
			p.told(4, t.Report, t.Span, where)
		}
		p.folded(4, len(g.Told)-n)
	}
}

func (p *printer) checks(s *sheet) {
	if len(s.Checks) == 0 {
		return
	}
	p.heading(p.say("section.checks"))
	n := p.limit(len(s.Checks), 6)
	for _, c := range s.Checks[:n] {
		p.flow(2, 4, piece{c.Message, plainly})
		if c.Told != nil {
			p.told(6, c.Told.Report, c.Told.Span, c.Told.Outlet+", "+c.Told.Date)
		}
	}
	p.folded(2, len(s.Checks)-n)
}

// timeline writes what happened and, beside it, when it was said. Where there is
// much, the moments that most reports tell of are kept, in their order.
func (p *printer) timeline(s *sheet) {
	if len(s.Timeline) == 0 {
		return
	}
	p.heading(p.say("section.timeline"))
	list := s.Timeline
	n := p.limit(len(list), 14)
	if n < len(list) {
		byWeight := slices.Clone(list)
		slices.SortStableFunc(byWeight, func(a, b *moment) int { return cmp.Compare(len(b.Told), len(a.Told)) })
		kept := map[*moment]bool{}
		for _, m := range byWeight[:n] {
			kept[m] = true
		}
		list = slices.DeleteFunc(slices.Clone(list), func(m *moment) bool { return !kept[m] })
	}
	when := 0
	for _, m := range list {
		when = max(when, cells.StringWidth(m.When))
	}
	when = min(when, p.width/4)
	last := ""
	for _, m := range list {
		day := m.When
		if day == last {
			day = "″"
		}
		last = m.When
		if p.raw("  "); cells.StringWidth(day) <= when {
			p.cell(day, when+2, calm)
		} else {
			p.run(2, 4, piece{day, calm})
			p.raw(strings.Repeat(" ", when+4))
		}
		p.moment(m, when+4)
	}
	p.folded(2, len(s.Timeline)-n)
}

func (p *printer) moment(m *moment, at int) {
	t := m.Told[0]
	words := firstWords(t.Words(), max(2*(p.width-at)-30, 60))
	out := []piece{{words, plainly}}
	if t.Says != "" {
		out = append(out, piece{" · " + t.Says, plainly})
	}
	out = append(out, piece{" · " + t.Outlet, faint})
	if m.Said != "" {
		out = append(out, piece{", " + p.say("moment.said", m.Said), faint})
	}
	if m.Origins > 1 {
		out = append(out, piece{" · " + p.count("newsrooms", m.Origins), faint})
	}
	p.run(at, at, out...)
}

// cast lists who is heard most, and by which spellings.
func (p *printer) cast(s *sheet) {
	if len(s.Cast) == 0 {
		return
	}
	p.heading(p.say("section.speakers"))
	n := p.limit(len(s.Cast), 8)
	for _, v := range s.Cast[:n] {
		out := []piece{{v.Name, strong}}
		if v.Role != "" && !strings.EqualFold(v.Role, v.Name) {
			out = append(out, piece{" (" + v.Role + ")", plainly})
		}
		if c := len(v.Claims); c > 0 {
			out = append(out, piece{" · " + p.count("claims", c), plainly})
		}
		if f := len(v.Figures); f > 0 {
			out = append(out, piece{" · " + p.count("figures", f), plainly})
		}
		if len(v.Spellings) > 0 {
			out = append(out, piece{" · " + p.say("spelt", strings.Join(v.Spellings[:p.limit(len(v.Spellings), 4)], ", ")), faint})
		}
		p.flow(2, 4, out...)
	}
	p.folded(2, len(s.Cast)-n)
}

func (p *printer) sources(s *sheet) {
	p.heading(p.say("section.sources"))
	if from := s.TakenFrom(); from != "" {
		p.flow(2, 4, piece{from, amber})
	}
	n := p.limit(len(s.Reports), 20)
	when := 0
	for _, o := range s.Reports[:n] {
		when = max(when, cells.StringWidth(o.Date))
	}
	for _, o := range s.Reports[:n] {
		p.raw("  ")
		p.cell(o.Date, when, calm)
		out := []piece{{o.Outlet, strong}}
		if o.Basis != "" {
			out = append(out, piece{" · " + o.Basis, faint})
		}
		for _, c := range o.CopyOf {
			out = append(out, piece{" · " + c, amber})
		}
		if len(o.Credits) > 0 {
			out = append(out, piece{" · " + p.say("source.credits", p.join(o.Credits)), plainly})
		}
		if f := len(o.Report.Figures); f > 0 {
			out = append(out, piece{" · " + p.count("figures", f), faint})
		}
		if len(o.Files) > 0 {
			out = append(out, piece{" · " + strings.Join(o.Files, ", "), faint})
		}
		p.raw("  ")
		p.run(when+4, when+6, out...)
		for _, w := range o.Warnings {
			p.flow(when+4, when+6, piece{"! " + w, amber})
		}
	}
	p.folded(2, len(s.Reports)-n)
}

func (p *printer) unread(res *recoupe.Result) {
	if len(res.Unread) == 0 {
		return
	}
	p.heading(p.say("section.unread"))
	n := p.limit(len(res.Unread), 20)
	for _, u := range res.Unread[:n] {
		p.flow(2, 4, piece{clean(u.Name), strong}, piece{p.say("colon") + clean(u.Message), plainly})
	}
	p.folded(2, len(res.Unread)-n)
}
