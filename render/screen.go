package render

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"recoupe"
	"recoupe/claim"
	"recoupe/ledger"
)

// A Screen says how the account is written on a terminal. The zero value writes
// English, eighty columns wide, without colours.
type Screen struct {
	Words  *Words
	Width  int    // columns; 0 for 80
	Colour bool   // only ever beside the words, never instead
	All    bool   // write out what is folded to keep the first screen short
	Args   string // what was read, as typed, for the hint at the end
}

// Text writes res for a person at a terminal: what is held, from whom, what not
// to print as fact, what nobody knows; then the timeline and the sources.
// Control characters of the reports never reach the terminal.
//
//	err := render.Text(os.Stdout, res, render.Screen{Words: render.In("fr"), Width: 100})
func Text(w io.Writer, res *recoupe.Result, scr Screen) error {
	if scr.Words == nil {
		scr.Words = In("en")
	}
	p := &printer{newPaper(w, scr.Width, scr.Colour), scr.Words, scr, shortIDs(res)}
	x := newIndex(res)
	if len(res.Stories) == 0 {
		p.flow(0, 0, piece{p.say("head.none"), strong})
	}
	var first *claim.Figure
	stories, rest := p.foremost(res.Stories)
	for i, t := range stories {
		if i > 0 {
			p.blank()
			p.put(strings.Repeat("─", p.width), faint)
			p.blank()
		}
		s := newSheet(x, t, scr.Words)
		p.story(s)
		if first == nil {
			first = s.telltale()
		}
	}
	p.others(x, rest)
	p.unread(res)
	if first != nil {
		p.blank()
		p.flow(0, 2, piece{p.say("why.hint", p.ids.of(first), clean(scr.Args)), faint})
	}
	if p.err == nil {
		p.err = p.w.Flush()
	}
	return p.err
}

// foremost returns the stories to be written out, all unless there are many: then
// those that most reports tell, in their order, and the rest for a list.
func (p *printer) foremost(all []*recoupe.Told) (stories, rest []*recoupe.Told) {
	n := p.limit(len(all), 5)
	if n == len(all) {
		return all, nil
	}
	byWeight := slices.Clone(all)
	slices.SortStableFunc(byWeight, func(a, b *recoupe.Told) int { return cmp.Compare(len(b.Reports), len(a.Reports)) })
	kept := map[*recoupe.Told]bool{}
	for _, t := range byWeight[:n] {
		kept[t] = true
	}
	for _, t := range all {
		if kept[t] {
			stories = append(stories, t)
		} else {
			rest = append(rest, t)
		}
	}
	return stories, rest
}

// others lists stories by their heads alone.
func (p *printer) others(x *index, list []*recoupe.Told) {
	if len(list) == 0 {
		return
	}
	p.heading(p.say("section.others"))
	n := p.limit(len(list), 20)
	for _, t := range list[:n] {
		s := &sheet{index: x, w: p.Words, story: t}
		s.head()
		p.flow(2, 4, piece{s.Title, strong}, piece{" · " + s.Dates, calm}, piece{" · " + s.Volume, plainly})
	}
	p.folded(2, len(list)-n)
}

// A printer writes sheets on paper.
type printer struct {
	*paper
	*Words
	scr Screen
	ids shorts
}

// telltale returns a figure that a reader would ask about first.
func (s *sheet) telltale() *claim.Figure {
	if len(s.Doubts) > 0 {
		return s.Doubts[0].Line.Figure
	}
	for _, t := range s.Tolls {
		for _, r := range t.Rows {
			for _, l := range append(r.Now, r.Before...) {
				return l.Figure
			}
		}
	}
	return nil
}

// limit is how many of n are shown before the rest is folded.
func (p *printer) limit(n, most int) int {
	if p.scr.All || n <= most+1 {
		return n
	}
	return most
}

// folded says how many were left out.
func (p *printer) folded(indent, n int) {
	if n > 0 {
		p.flow(indent, indent, piece{"… " + p.say("more.lines", p.number(int64(n))), faint})
	}
}

func (p *printer) story(s *sheet) {
	head := []piece{{s.Title, strong}}
	if s.Dates != "" {
		head = append(head, piece{" · " + s.Dates, plainly})
	}
	head = append(head, piece{" · " + s.Volume + ", " + p.count("story.newsrooms", s.Newsrooms), plainly})
	if s.Sources > 0 {
		head = append(head, piece{", " + p.count("story.speakers", s.Sources), plainly})
	}
	p.flow(0, 2, head...)
	if len(s.Tolls)+len(s.Asides) == 0 {
		p.blank()
		p.flow(0, 0, piece{p.say("no.figures"), plainly})
	}
	for _, t := range s.Tolls {
		p.heading(t.Heading)
		p.toll(t)
	}
	p.doubts(s)
	p.clashes(p.say("section.conflicts"), s.Conflicts)
	p.clashes(p.say("section.names"), s.Names)
	p.gaps(s)
	p.checks(s)
	if len(s.Asides) > 0 {
		p.heading(p.say("section.aside"))
		for _, t := range s.Asides {
			p.flow(2, 2, piece{t.Heading, calm})
			p.toll(t)
		}
	}
	p.timeline(s)
	p.cast(s)
	p.sources(s)
}

// toll writes the rows of one measure in columns: whom, how many, the rest.
func (p *printer) toll(t *toll) {
	head, amount := 0, 0
	for _, r := range t.Rows {
		head = max(head, cells.StringWidth(r.Head)+2*r.Depth)
		for _, l := range append(append([]*line{}, r.Now...), r.Before...) {
			amount = max(amount, cells.StringWidth(l.Amount))
		}
	}
	head, amount = min(head, p.width/4), min(amount, max(p.width/5, 6))
	for _, r := range t.Rows {
		p.row(r, 2+head+2, amount)
	}
}

func (p *printer) row(r *row, at, amount int) {
	indent := 2 + 2*r.Depth
	p.raw(strings.Repeat(" ", indent))
	if cells.StringWidth(r.Head) <= at-indent-2 {
		p.cell(r.Head, at-indent, plainly)
	} else {
		p.run(indent, indent+2, piece{r.Head, plainly})
		p.raw(strings.Repeat(" ", at))
	}
	if r.Gap != nil {
		told := []piece{{p.say("no.tolls.yet"), amber}}
		for _, t := range r.Gap.Told[:p.limit(len(r.Gap.Told), 3)] {
			told = append(told, piece{" · " + t.Outlet + ", " + t.Date, faint})
		}
		p.run(at, at+2, told...)
		return
	}
	n := p.limit(len(r.Now), 6)
	for i, l := range r.Now[:n] {
		if i > 0 {
			p.raw(strings.Repeat(" ", at))
		}
		p.line(l, at, amount)
	}
	p.folded(at, len(r.Now)-n)
	if p.scr.All {
		for i, l := range r.Before {
			if i > 0 || n > 0 {
				p.raw(strings.Repeat(" ", at))
			}
			p.line(l, at, amount)
		}
		return
	}
	if len(r.Before) > 0 {
		if n > 0 {
			p.raw(strings.Repeat(" ", at))
		}
		p.run(at, at+2, p.before(r.Before)...)
	}
}

// line writes a figure: how many, what became of it, who says so, where, and the
// identity to ask recoupe why with.
func (p *printer) line(l *line, at, amount int) {
	hang := at + amount + 2
	if cells.StringWidth(l.Amount) <= amount {
		p.cell(l.Amount, amount+2, strong)
		p.run(hang, hang, p.rest(l)...)
		return
	}
	p.run(at, hang, append([]piece{{l.Amount, strong}, {"  ", plainly}}, p.rest(l)...)...)
}

func (p *printer) rest(l *line) []piece {
	var out []piece
	dot := func() {
		if len(out) > 0 {
			out = append(out, piece{" · ", faint})
		}
	}
	switch l.Entry.Status {
	case ledger.Withdrawn:
		out = append(out, piece{shout(l.Verdict + p.say("colon") + l.Reason), alarm})
	case ledger.Contradicted:
		out = append(out, piece{shout(l.Verdict), amber})
	default:
		if l.Verdict != "" {
			out = append(out, piece{l.Verdict, faint})
		}
	}
	for _, t := range l.Tags {
		dot()
		out = append(out, piece{t, amber})
	}
	if byHand(l.Figure) {
		dot()
		out = append(out, piece{p.say("by.hand"), amber})
	}
	dot()
	out = append(out, p.saidBy(l.Speaker, l.Via, l.Outlet, l.Date)...)
	if also := p.also(l); also != "" {
		out = append(out, piece{"; " + p.say("said.again", also), faint})
	}
	return append(out, piece{" ", plainly}, piece{"[" + p.ids.of(l.Figure) + "]", faint})
}

// shout puts the verdict's first word in capitals, so that a withdrawn figure
// is seen without colours: "WITHDRAWN: taken back by its own source".
func shout(s string) string {
	i := strings.IndexAny(s, " :,")
	if i < 0 {
		i = len(s)
	}
	return strings.ToUpper(s[:i]) + s[i:]
}

// saidBy writes a speaker, her relays, and the outlet with the date.
func (p *printer) saidBy(speaker string, via []string, outlet, date string) []piece {
	if speaker == "" {
		return []piece{{p.say("own.voice"), calm}, {" · ", faint}, {outlet + ", ", plainly}, {date, calm}}
	}
	if len(via) > 0 {
		speaker += ", " + p.say("via", p.join(via))
	}
	return []piece{{speaker, plainly}, {" · ", faint}, {outlet + ", ", plainly}, {date, calm}}
}

// also lists where else a figure is told, each outlet once: "AFP, France 24 (×2)".
func (p *printer) also(l *line) string {
	var order []string
	n := map[string]int{}
	for _, m := range l.Also {
		if n[m.Outlet]++; n[m.Outlet] == 1 && m.Outlet != l.Outlet {
			order = append(order, m.Outlet)
		}
	}
	if again := n[l.Outlet]; again > 0 && len(order) == 0 {
		return p.count("also.same", again)
	}
	most := p.limit(len(order), 4)
	for i, o := range order[:most] {
		if n[o] > 1 {
			order[i] = o + " (×" + strconv.Itoa(n[o]) + ")"
		}
	}
	out := strings.Join(order[:most], ", ")
	if most < len(order) {
		out += " " + p.say("also.more", strconv.Itoa(len(order)-most))
	}
	return out
}

// before folds superseded figures into one paragraph.
func (p *printer) before(lines []*line) []piece {
	out := []piece{{p.say("earlier") + strings.TrimRight(p.say("colon"), " "), faint}}
	n := p.limit(len(lines), 5)
	for i, l := range lines[:n] {
		sep := " "
		if i > 0 {
			sep = "; "
		}
		who := l.Speaker
		if who == "" {
			who = l.Outlet
		}
		out = append(out, piece{sep, faint}, piece{l.Amount, plainly}, piece{" " + who + ", " + l.Date, faint})
		for _, t := range l.Tags {
			out = append(out, piece{", " + t, faint})
		}
		out = append(out, piece{" [" + p.ids.of(l.Figure) + "]", faint})
	}
	if n < len(lines) {
		out = append(out, piece{"; … " + p.say("more.lines", strconv.Itoa(len(lines)-n)), faint})
	}
	return out
}
