package web

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"recoupe"
	"recoupe/claim"
	"recoupe/ledger"
	"recoupe/render"
)

// What a story page shows of each section before it folds the rest onto a page
// of its own, so that it opens at once however many reports there are.
const (
	mostRows, mostLines = 14, 5
	mostCards           = 8
	mostDays, mostHeard = 10, 6
	mostVoices          = 24
	mostSources         = 40
	perPage             = 120
)

// A storyPage is the account of one story.
type storyPage struct {
	S        *render.Sheet
	ID       string
	Size     int
	Glances  []*render.Glance
	Changes  *changes
	Edits    []*lineage
	Tolls    []*tollView
	Asides   []*tollView
	Days     []*dayView
	Density  *density
	Section  string // the one section shown; "" for all
	At, Last int    // page of the section, from 1
	Kinds    map[string]int
}

// story opens a story, or one section of it: "s/<id>", "s/<id>/timeline/2",
// "s/<id>/toll-killed", "s/<id>/since/2022-01-06", "s/<id>/split".
func (p *page) story(seg []string) (string, any) {
	t := p.e.stories[seg[0]]
	if t == nil {
		return "", nil
	}
	s := p.e.sheet(t, p.w)
	v := &storyPage{S: s, ID: t.ID, Size: len(t.Reports), At: 1, Last: 1}
	p.Title, p.Here = s.Title, "story"
	var since time.Time
	switch rest := seg[1:]; {
	case len(rest) == 0:
	case len(rest) == 1 && rest[0] == "split":
		p.Split = true
	case len(rest) == 2 && rest[0] == "since":
		d, err := time.Parse("2006-01-02", rest[1])
		if err != nil {
			return "", nil
		}
		since = d
	default:
		return p.section(v, t, rest)
	}
	v.Glances = s.Glances(6)
	v.Changes = p.changes(t, s, since)
	v.Edits = p.e.edits(t)
	v.Edits = v.Edits[:min(len(v.Edits), mostSources)]
	for i, list := range [][]*render.Toll{s.Tolls, s.Asides} {
		for _, x := range list {
			tv := p.toll(t, s, x, i == 1)
			tv.fold(mostRows, mostLines)
			if i == 0 {
				v.Tolls = append(v.Tolls, tv)
			} else {
				v.Asides = append(v.Asides, tv)
			}
		}
	}
	p.foot = v.foots()
	v.Days = days(s.Timeline, mostHeard)
	v.Density = p.density(v.ID, v.Days)
	return "story", v
}

// section opens one section in full, page by page.
func (p *page) section(v *storyPage, t *recoupe.Told, rest []string) (string, any) {
	if len(rest) == 2 {
		n, err := strconv.Atoi(rest[1])
		if err != nil || n < 2 {
			return "", nil
		}
		v.At = n
	}
	if len(rest) > 2 {
		return "", nil
	}
	v.Section = rest[0]
	total := 0
	switch v.Section {
	case "doubts":
		total = len(v.S.Doubts)
	case "conflicts":
		total = len(v.S.Conflicts)
	case "names":
		total = len(v.S.Names)
	case "gaps":
		total = len(v.S.Gaps)
	case "checks":
		total = len(v.S.Checks)
	case "timeline":
		total = len(v.S.Timeline)
	case "cast":
		total = len(v.S.Cast)
	case "sources":
		total = len(v.S.Reports)
	default:
		x, aside := tollCalled(v.S, v.Section)
		if x == nil {
			return "", nil
		}
		tv := p.toll(t, v.S, x, aside)
		total = tv.size()
		tv.Alone = true
		tv.window((v.At-1)*perPage, v.At*perPage)
		v.Tolls = []*tollView{tv}
	}
	v.Last = max(1, (total+perPage-1)/perPage)
	if v.At > v.Last || total == 0 {
		return "", nil
	}
	if v.Section == "timeline" {
		lo, hi := v.window(total)
		v.Days = days(v.S.Timeline[lo:hi], perPage)
	}
	return "section", v
}

func (v *storyPage) window(total int) (lo, hi int) {
	return (v.At - 1) * perPage, min(v.At*perPage, total)
}

// Part is what of list is shown: the first most of it, or one page of it.
func part[T any](v *storyPage, list []T, most int) []T {
	if v.Section == "" {
		return list[:min(most, len(list))]
	}
	lo, hi := v.window(len(list))
	return list[min(lo, len(list)):min(hi, len(list))]
}

// Doubts, Conflicts and the others are what is shown of each section.
func (v *storyPage) Doubts() []*render.Doubt    { return part(v, v.S.Doubts, mostCards) }
func (v *storyPage) Conflicts() []*render.Clash { return part(v, v.S.Conflicts, mostCards) }
func (v *storyPage) Names() []*render.Clash     { return part(v, v.S.Names, mostCards) }
func (v *storyPage) Gaps() []*render.Gap        { return part(v, v.S.Gaps, mostCards) }
func (v *storyPage) Checks() []*render.Check    { return part(v, v.S.Checks, mostCards) }
func (v *storyPage) Cast() []*render.Voice      { return part(v, v.S.Cast, mostVoices) }
func (v *storyPage) Sources() []*render.Origin  { return part(v, v.S.Reports, mostSources) }

// FirstDays is what the story page shows of the timeline.
func (v *storyPage) FirstDays() []*dayView {
	if v.Section != "" {
		return v.Days
	}
	return v.Days[:min(mostDays, len(v.Days))]
}

// Pages lists the pages of a section.
func (v *storyPage) Pages() []int {
	var out []int
	for i := 1; i <= v.Last; i++ {
		out = append(out, i)
	}
	return out
}

// Path returns the path of a page of a section of the story.
func (v *storyPage) Path(section string, n int) string {
	path := "s/" + v.ID + "/" + section
	if n > 1 {
		path += "/" + strconv.Itoa(n)
	}
	return path
}

func tollName(t *render.Toll, aside bool) string {
	if aside {
		return "aside-" + string(t.Measure)
	}
	return "toll-" + string(t.Measure)
}

// tollCalled returns the toll with this name; nil for none.
func tollCalled(s *render.Sheet, name string) (*render.Toll, bool) {
	for i, list := range [][]*render.Toll{s.Tolls, s.Asides} {
		for _, t := range list {
			if tollName(t, i == 1) == name {
				return t, i == 1
			}
		}
	}
	return nil, false
}

// A tollView is one measure: its drawing and its rows.
type tollView struct {
	*render.Toll
	S     *render.Sheet
	ID    string // of the story
	Name  string
	Chart *render.Chart
	Shown []*rowView
	More  int  // lines that stand on its own page only
	All   int  // how many lines there are
	Alone bool // on a page of its own
	Page  *page
}

// A rowView is an account with the lines of it that are shown.
type rowView struct {
	*render.Row
	Lines []*render.Line
	More  int // lines of this row that are folded
}

// Now are the lines that are shown of what is told still, or was taken back.
func (r *rowView) Now() []*render.Line { return r.only(false) }

// Before are those of what another figure took the place of.
func (r *rowView) Before() []*render.Line { return r.only(true) }

func (r *rowView) only(superseded bool) []*render.Line {
	var out []*render.Line
	for _, l := range r.Lines {
		if (l.Entry.Status == ledger.Superseded) == superseded {
			out = append(out, l)
		}
	}
	return out
}

// Rows is how many rows of the table the head stands beside.
func (r *rowView) Rows() int {
	n := len(r.Now())
	if n < len(r.Lines) {
		n++
	}
	return n
}

// Earlier lists the numbers that were told before, the latest first.
func (r *rowView) Earlier() string {
	const most = 8
	var out []string
	for _, l := range r.Before() {
		if len(out) == most {
			out = append(out, "…")
			break
		}
		out = append(out, l.Amount)
	}
	return strings.Join(out, ", ")
}

func (p *page) toll(t *recoupe.Told, s *render.Sheet, x *render.Toll, aside bool) *tollView {
	v := &tollView{Toll: x, S: s, ID: t.ID, Name: tollName(x, aside), Page: p}
	v.Chart = s.Draw(x, func(f *claim.Figure) string { return p.Span(f.Span) })
	v.Shown = rowViews(x)
	v.All = v.size()
	return v
}

func (v *tollView) size() int {
	n := 0
	for _, r := range v.Shown {
		n += max(1, len(r.Lines))
	}
	return n
}

// fold leaves the first rows, and the first lines of each, with whatever was
// withdrawn: that it was is what a reader must not miss. A toll that is short
// anyway is not folded.
func (v *tollView) fold(rows, lines int) {
	const short = 40
	if v.size() <= short {
		return
	}
	for i, r := range v.Shown {
		if i >= rows {
			v.More += max(1, len(r.Lines))
			continue
		}
		if len(r.Lines) > lines+1 { // a fold that saves one line saves nothing
			r.More = len(r.Lines) - lines
			v.More += r.More
			r.Lines = foldLines(r.Lines, lines)
			v.More -= len(r.Lines) - lines
			r.More -= len(r.Lines) - lines
		}
	}
	v.Shown = v.Shown[:min(rows, len(v.Shown))]
}

func foldLines(list []*render.Line, most int) []*render.Line {
	out := slices.Clone(list[:most])
	for _, l := range list[most:] {
		if l.Entry.Status == ledger.Withdrawn && len(out) < 2*most {
			out = append(out, l)
		}
	}
	return out
}

// window leaves the lines from lo to hi, counted over all rows.
func (v *tollView) window(lo, hi int) {
	var out []*rowView
	at := 0
	for _, r := range v.Shown {
		n := max(1, len(r.Lines))
		if a, b := max(lo-at, 0), min(hi-at, n); a < b {
			if len(r.Lines) > 0 {
				r.Lines = r.Lines[a:b]
			}
			out = append(out, r)
		}
		at += n
	}
	v.Shown = out
}

// places says on which page the line of every figure stands: the story's, or
// where it is folded there, one of its measure's own.
func (p *page) places(t *recoupe.Told, s *render.Sheet) map[*claim.Figure]string {
	p.e.mu.Lock()
	defer p.e.mu.Unlock()
	k := sheetKey{p.w.Tag(), t.ID}
	if out := p.e.places[k]; out != nil {
		return out
	}
	out := map[*claim.Figure]string{}
	for i, list := range [][]*render.Toll{s.Tolls, s.Asides} {
		for _, x := range list {
			at := 0
			for _, r := range x.Rows {
				lines := slices.Concat(r.Now, r.Before)
				for k, l := range lines {
					path := "s/" + t.ID + "/" + tollName(x, i == 1)
					if n := (at+k)/perPage + 1; n > 1 {
						path += "/" + strconv.Itoa(n)
					}
					out[l.Figure] = path
				}
				at += max(1, len(lines))
			}
			v := &tollView{Shown: rowViews(x)}
			v.fold(mostRows, mostLines)
			for _, r := range v.Shown {
				for _, l := range r.Lines {
					out[l.Figure] = "s/" + t.ID
				}
			}
		}
	}
	p.e.places[k] = out
	return out
}

// InAccount returns the address of a line in the account.
func (p *page) InAccount(s *render.Sheet, l *render.Line) string {
	if l == nil {
		return p.Story(s.Told().ID)
	}
	path := p.places(s.Told(), s)[l.Figure]
	if path == "" {
		return p.Story(s.Told().ID)
	}
	return p.To(path) + "#t-" + l.Figure.ID
}

func rowViews(x *render.Toll) []*rowView {
	var out []*rowView
	for _, r := range x.Rows {
		out = append(out, &rowView{Row: r, Lines: slices.Concat(r.Now, r.Before)})
	}
	return out
}
