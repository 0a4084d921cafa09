package render

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"recoupe"
	"recoupe/claim"
	"recoupe/ledger"
	"recoupe/text"
)

// Find returns the figures of res whose identity is id. Any digits that the
// report's identity begins with will do before the offset, and the offset may be
// left out or begun: "3f9a2c-120", "3f9a2c-", "3f9a". Where there is none, near
// holds up to five identities that come closest, the closest first.
func Find(res *recoupe.Result, id string) (found []*claim.Figure, near []string) {
	id = strings.Trim(strings.TrimSpace(id), "[]")
	doc, at, _ := strings.Cut(id, "-")
	ids := shortIDs(res)
	var begins []*claim.Figure
	type far struct {
		id string
		n  int
	}
	var all []far
	for _, r := range res.Reports {
		for _, f := range r.Figures {
			report, offset, _ := strings.Cut(f.ID, "-")
			switch {
			case id == "" || !strings.HasPrefix(report, doc) || !strings.HasPrefix(offset, at):
			case offset == at:
				found = append(found, f)
			default:
				begins = append(begins, f)
			}
			all = append(all, far{ids.of(f), distance(ids.of(f), id)})
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	if len(begins) > 0 {
		return begins, nil
	}
	slices.SortStableFunc(all, func(a, b far) int { return cmp.Or(cmp.Compare(a.n, b.n), strings.Compare(a.id, b.id)) })
	for _, f := range all[:min(len(all), 5)] {
		near = append(near, f.id)
	}
	return nil, near
}

// distance is how many letters must be changed, added or left out to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// Why explains figures of res to a reader: the words of each, the rules that read
// them, on whose word they stand, and what their status rests on.
func Why(w io.Writer, res *recoupe.Result, figures []*claim.Figure, scr Screen) error {
	if scr.Words == nil {
		scr.Words = In("en")
	}
	p := &printer{newPaper(w, scr.Width, scr.Colour), scr.Words, scr, shortIDs(res)}
	x := newIndex(res)
	sheets := map[*recoupe.Told]*sheet{}
	for i, f := range figures {
		r := x.of[f]
		if r == nil {
			continue
		}
		if i > 0 {
			p.blank()
			p.put(strings.Repeat("─", p.width), faint)
			p.blank()
		}
		t := x.told[r.ID]
		if t == nil {
			continue
		}
		if sheets[t] == nil {
			sheets[t] = newSheet(x, t, scr.Words)
		}
		p.why(sheets[t], f)
	}
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

func (p *printer) why(s *sheet, f *claim.Figure) {
	r := s.of[f]
	m := s.mention(f)
	p.flow(0, 2, piece{s.amount(f) + " " + s.counted(f), strong}, piece{" · " + m.Outlet + ", " + m.Date, plainly}, piece{" [" + p.ids.of(f) + "]", faint})
	p.heading(p.say("why.words"))
	place := string(r.ID)
	if len(r.Files) > 0 {
		place = clean(r.Files[0])
	}
	p.told(2, r, f.Span, place+" "+p.say("why.bytes", p.plainNumber(f.Span.Start), p.plainNumber(f.Span.End)))
	p.whyRead(s, f)
	p.whySaid(s, f)
	p.whyStands(s, f)
}

// fact writes one thing known of a figure and the words it rests on.
func (p *printer) fact(s *sheet, what string, at text.Span) {
	out := []piece{{what, plainly}}
	if q := clean(s.quote(at)); q != "" {
		out = append(out, piece{p.say("colon"), plainly}, piece{p.quote(firstWords(q, 2*p.width)), calm})
	}
	p.flow(2, 4, out...)
}

func (p *printer) whyRead(s *sheet, f *claim.Figure) {
	p.heading(p.say("why.reads"))
	r := s.of[f]
	p.fact(s, p.say("why.number")+" "+s.amount(f)+" ("+strings.ReplaceAll(string(f.Quantity.Qualifier), "_", " ")+")", f.Number)
	if f.Label != "" {
		p.fact(s, p.say("group."+string(f.Group)), f.LabelAt)
	}
	for _, b := range f.Because {
		p.fact(s, p.say("why.rule")+" "+b.Rule, b.Span)
	}
	if f.Place != nil {
		p.fact(s, p.say("why.place", clean(f.Place.Name)), f.PlaceAt)
	}
	if f.Scope != "" {
		p.fact(s, p.say("scope."+string(f.Scope)), f.ScopeAt)
	}
	said, covers := s.times(r, f)
	if covers.Known() {
		p.fact(s, p.say("why.covers", p.date(covers, 0)), timeSpan(r, f.Covers))
	}
	p.fact(s, p.say("why.said", p.date(said, 0)), timeSpan(r, f.SaidAt))
	if f.PartOf != nil && s.of[f.PartOf] != nil {
		p.fact(s, p.say("why.partof", s.amount(f.PartOf)+" "+s.counted(f.PartOf)+" ["+p.ids.of(f.PartOf)+"]"), f.PartOf.Span)
	}
	p.fact(s, p.say("why.stance", p.say("stance."+string(f.Stance))), text.Span{})
}

func timeSpan(r *claim.Report, i int) text.Span {
	if i < 0 || i >= len(r.Lang.Times) {
		return text.Span{}
	}
	return r.Span(r.Lang.Times[i].Start, r.Lang.Times[i].End)
}

// whySaid writes the chain from the speaker to the page.
func (p *printer) whySaid(s *sheet, f *claim.Figure) {
	p.heading(p.say("why.from"))
	if by := f.By; by == nil {
		p.flow(2, 4, piece{p.say("why.own"), plainly})
	} else {
		p.speaks(s, by)
		for i := range by.Via {
			p.flow(4, 6, piece{"→ " + p.say("why.relay", clean(by.Via[i].Speaker)), plainly})
			if by.Via[i].Cue != "" {
				p.fact(s, "    "+p.say("why.cue", ""), by.Via[i].CueSpan)
			}
		}
	}
	p.flow(4, 6, piece{"→ " + p.say("why.printed", s.outlet(s.of[f])), plainly})
}

func (p *printer) speaks(s *sheet, by *claim.Attribution) {
	who := []piece{{s.speaker(by), strong}}
	if sp := s.res.Cast.Speaker(s.res.Cast.Of(by)); sp != nil && sp.Role != "" && !sp.Person {
		who = append(who, piece{" (" + p.say("role."+string(sp.Role)) + ")", plainly})
	}
	if by.Own {
		who = append(who, piece{", " + p.say("why.ownreport"), plainly})
	}
	p.flow(2, 4, who...)
	if at := clean(s.quote(by.Span)); at != "" && !strings.EqualFold(at, clean(by.Speaker)) {
		p.flow(4, 6, piece{p.say("why.pronoun", p.quote(at), p.quote(clean(by.Speaker))), plainly})
	}
	if by.Cue == "" {
		p.flow(4, 6, piece{p.say("why.nocue"), faint})
	} else {
		p.flow(4, 6, piece{p.say("why.cue", p.quote(clean(by.Cue))), plainly})
	}
	if by.Rule != "" {
		p.flow(4, 6, piece{p.say("why.rule") + " " + by.Rule, faint})
	}
}

func (p *printer) whyStands(s *sheet, f *claim.Figure) {
	p.heading(p.say("why.stands"))
	e := s.entries[f]
	if e == nil {
		p.flow(2, 4, piece{p.say("why.alone"), plainly})
		return
	}
	p.flow(2, 4, piece{p.say("status.sentence." + string(e.Status)), strong})
	for _, m := range e.Marks {
		if m != ledger.MarkLeftPage && m != ledger.MarkPageGone {
			p.flow(2, 4, piece{p.say("mark." + m), amber})
		}
	}
	if e.Left != nil {
		p.flow(2, 4, piece{p.departure(e.Left, 0), amber}, piece{" · " + clean(e.Left.URL), faint})
	}
	for _, b := range e.Because {
		p.reason(s, b)
	}
	if e.Origins > 0 || e.Speakers > 0 {
		p.flow(2, 4, piece{p.say("why.origins", p.count("newsrooms", e.Origins), p.count("story.speakers", e.Speakers)), plainly})
	}
	p.whyFrom(s, f)
	for _, c := range append(slices.Clone(s.Conflicts), s.Names...) {
		if slices.ContainsFunc(c.Sides, func(d *side) bool { return d.Figure == f }) {
			p.heading(p.say("why.conflict"))
			p.clash(c)
		}
	}
}

// reason writes a rule of the ledger with the figures and words it rests on.
func (p *printer) reason(s *sheet, b ledger.Reason) {
	p.flow(2, 4, piece{p.say("rule." + b.Rule), plainly}, piece{" (" + b.Rule + ")", faint})
	for _, o := range b.Figures {
		if s.of[o] != nil {
			m := s.mention(o)
			p.flow(4, 6, append([]piece{{s.amount(o) + " " + s.counted(o), strong}, {" · ", faint}}, append(p.saidBy(s.speaker(o.By), wing(o.By), m.Outlet, m.Date), piece{" [" + p.ids.of(o) + "]", faint})...)...)
		}
	}
	for _, at := range b.Spans {
		if t := s.telling(at, nil); t != nil && !slices.ContainsFunc(b.Figures, func(o *claim.Figure) bool { return o.Span == at }) {
			p.told(4, t.Report, at, t.Outlet+", "+t.Date)
		}
	}
}
