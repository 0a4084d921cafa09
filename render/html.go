package render

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"recoupe"
	"recoupe/claim"
	"recoupe/text"
)

//go:embed page
var pageFiles embed.FS

// HTML writes res as one page that needs nothing beside it: no script, no remote
// font or picture, works from a disk, prints. Every number opens on its words in
// the report, which stands on the page too.
//
// Words of reports are escaped wherever they stand, and the page forbids itself
// to load or run anything, so that a report with a script in it stays a report.
func HTML(w io.Writer, res *recoupe.Result, words *Words) error {
	if words == nil {
		words = In("en")
	}
	out := bufio.NewWriterSize(w, 64<<10)
	if err := pageTemplate().Execute(out, newPage(res, words)); err != nil {
		return err
	}
	return out.Flush()
}

var pageStyle = sync.OnceValue(func() string {
	data, err := pageFiles.ReadFile("page/account.css")
	if err != nil {
		panic("render: " + err.Error()) // embedded: cannot be missing from a program that was built
	}
	return string(data)
})

var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.ParseFS(pageFiles, "page/account.html", "page/*.tmpl"))
})

// A page is what the template is given.
type page struct {
	*Words
	x       *index
	Stories []*pageStory
	Unread  []recoupe.Unread
	lamps   map[text.DocID]*lamps
	notes   map[*claim.Figure]int
}

// A pageStory is a sheet with what only a page shows.
type pageStory struct {
	*sheet
	N     int // from 1
	Page  *page
	Notes []*note
}

// A note is the sentence behind a number, for a reader who has the page on paper.
type note struct {
	N int
	*line
}

func newPage(res *recoupe.Result, w *Words) *page {
	p := &page{Words: w, x: newIndex(res), lamps: map[text.DocID]*lamps{}, notes: map[*claim.Figure]int{}}
	for _, r := range res.Reports {
		p.lamps[r.ID] = newLamps(r)
	}
	for _, u := range res.Unread {
		p.Unread = append(p.Unread, recoupe.Unread{Name: clean(u.Name), Rule: u.Rule, Message: clean(u.Message)})
	}
	for i, t := range res.Stories {
		s := &pageStory{sheet: newSheet(p.x, t, w), N: i + 1, Page: p}
		p.Stories = append(p.Stories, s)
		p.lightFigures(s)
		s.number()
	}
	// Everything that the page opens on is lit before any of it is written.
	for _, r := range res.Reports {
		l := p.lamps[r.ID]
		for _, g := range r.Gaps {
			l.light(g.Span, "gap")
		}
		for _, c := range r.Claims {
			l.light(c.Content, "say")
			if c.By != nil {
				l.light(c.By.Span, "who")
			}
		}
		for _, t := range r.Lang.Times {
			l.light(r.Span(t.Start, t.End), "time")
		}
	}
	for _, s := range p.Stories {
		p.lightRest(s)
	}
	return p
}

func (p *page) lightFigures(s *pageStory) {
	for _, r := range s.story.Reports {
		for _, f := range r.Figures {
			n := p.lamps[r.ID].light(f.Span, "fig")
			l := s.lines[f]
			if n == nil || l == nil {
				continue
			}
			n.href = "#t-" + l.Figure.ID
			n.title = l.Amount + " " + s.counted(f) + " · " + s.who(f)
			if l.Verdict != "" {
				n.title += " · " + l.Verdict
			}
			if l.Entry.Status == "withdrawn" {
				n.class += " gone"
			}
		}
	}
}

// lightRest lights what statuses, checks, dates and the timeline rest on.
func (p *page) lightRest(s *pageStory) {
	for _, d := range s.Doubts {
		for _, b := range d.Because {
			p.Anchor(b)
		}
	}
	for _, m := range s.Timeline {
		for _, t := range m.Told {
			p.Anchor(t.Span)
		}
	}
	for _, c := range s.Checks {
		if c.Told != nil {
			p.Anchor(c.Told.Span)
		}
	}
	for _, o := range s.Reports {
		for _, b := range o.Because {
			p.Anchor(b)
		}
	}
}

// number gives every line a note, in the order of the tolls.
func (s *pageStory) number() {
	for _, t := range append(append([]*toll{}, s.Tolls...), s.Asides...) {
		for _, r := range t.Rows {
			for _, l := range append(append([]*line{}, r.Now...), r.Before...) {
				n := &note{len(s.Page.notes) + 1, l}
				s.Page.notes[l.Figure] = n.N
				s.Notes = append(s.Notes, n)
			}
		}
	}
}

// Anchor returns the name under which the words at span are lit.
func (p *page) Anchor(at text.Span) string {
	if l := p.lamps[at.Doc]; l != nil {
		if n := l.light(at, "cited"); n != nil {
			return n.id
		}
	}
	return "report-" + string(at.Doc)
}

// Say returns the words of key.
func (p *page) Say(key string, args ...string) string { return p.say(key, args...) }

// Count returns "3 reports" for "reports", 3.
func (p *page) Count(key string, n int) string { return p.count(key, n) }

// Join writes a list in words.
func (p *page) Join(list []string) string { return p.join(list) }

// Language is the language of the page.
func (p *page) Language() string { return p.tag }

// MadeBy names the program and its version.
func (p *page) MadeBy() string { return "recoupe " + recoupe.Version }

// Style is the style sheet; Policy lets the page use it and nothing else.
func (p *page) Style() template.CSS { return template.CSS(pageStyle()) }

// Policy is the content security policy of the page: its own style by its hash.
func (p *page) Policy() string {
	sum := sha256.Sum256([]byte(pageStyle()))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// Title is the title of the page.
func (p *page) Title() string {
	var names []string
	for _, s := range p.Stories {
		names = append(names, s.sheet.Title)
	}
	if len(names) == 0 {
		return p.say("head.none")
	}
	return strings.Join(names[:min(len(names), 3)], " · ")
}

// Quote returns the sentence around at as a quotation that opens on it. A long
// page has tens of thousands of them, so they are written here and not by the
// template; escapeTo is all that touches the words.
func (p *page) Quote(at text.Span, most int) template.HTML {
	r := p.x.reports[at.Doc]
	if r == nil {
		return ""
	}
	s, from, to := excerpt(r, at, most)
	if s == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString("<blockquote>")
	p.open(&b, r, at)
	escapeTo(&b, s[:from])
	b.WriteString("<b>")
	escapeTo(&b, s[from:to])
	b.WriteString("</b>")
	escapeTo(&b, s[to:])
	b.WriteString("</a></blockquote>")
	return template.HTML(b.String())
}

// Clause returns the words at span and no more, opening on themselves.
func (p *page) Clause(at text.Span) template.HTML {
	r := p.x.reports[at.Doc]
	if r == nil {
		return ""
	}
	var b strings.Builder
	p.open(&b, r, at)
	escapeTo(&b, firstWords(clean(p.x.quote(at)), 400))
	b.WriteString("</a>")
	return template.HTML(b.String())
}

// Part writes the words of a moment, opening on the sentence they stand in.
func (p *page) Part(t *telling) template.HTML {
	var b strings.Builder
	p.open(&b, t.Report, t.Span)
	escapeTo(&b, firstWords(t.Words(), 400))
	b.WriteString("</a>")
	return template.HTML(b.String())
}

// open begins a link to the words at span, in the language they are in.
func (p *page) open(b *strings.Builder, r *claim.Report, at text.Span) {
	b.WriteString(`<a href="#`)
	escapeTo(b, p.Anchor(at))
	b.WriteString(`" lang="`)
	escapeTo(b, r.Language)
	b.WriteString(`" dir="auto">`)
}

// Speaks names a speaker and her relays; the report itself where there is none.
func (p *page) Speaks(speaker string, via []string) template.HTML {
	var b strings.Builder
	if speaker == "" {
		b.WriteString(`<span class="by">`)
		escapeTo(&b, p.say("own.voice"))
		b.WriteString("</span>")
		return template.HTML(b.String())
	}
	escapeTo(&b, speaker)
	if len(via) > 0 {
		b.WriteString(` <span class="via">`)
		escapeTo(&b, p.say("via", strings.Join(via, ", ")))
		b.WriteString("</span>")
	}
	return template.HTML(b.String())
}

// By names a speaker where there is one, then the outlet and the date.
func (p *page) By(speaker string, via []string, outlet, date string) template.HTML {
	var b strings.Builder
	if speaker != "" {
		b.WriteString(string(p.Speaks(speaker, via)))
		b.WriteString(" · ")
	}
	b.WriteString("<cite>")
	escapeTo(&b, outlet)
	b.WriteString("</cite>, ")
	escapeTo(&b, date)
	return template.HTML(b.String())
}

// Chart draws t.
func (s *pageStory) Chart(t *toll) *chart {
	return s.sheet.chart(t, func(f *claim.Figure) string { return "#" + s.Page.Anchor(f.Span) })
}

// Lit is the whole text of a report with everything in it that the page opens on.
func (p *page) Lit(r *claim.Report) template.HTML {
	if l := p.lamps[r.ID]; l != nil {
		return l.html()
	}
	return ""
}

// Link returns the address of r where it is one of the web; "" for any other.
func (p *page) Link(r *claim.Report) string {
	if strings.HasPrefix(r.URL, "https://") || strings.HasPrefix(r.URL, "http://") {
		return r.URL
	}
	return ""
}

// Reports counts the reports of a story.
func (s *pageStory) Size() int { return len(s.story.Reports) }

// TollAnchor names the section of t.
func (s *pageStory) TollAnchor(t *toll) string {
	id := "toll-" + strconv.Itoa(s.N) + "-" + string(t.Measure)
	for _, a := range s.Asides {
		if a == t {
			id += "-aside"
		}
	}
	return id
}

// Hedged reports whether l is put with a hedge.
func (l *line) Hedged() bool { return l.Figure.Stance == claim.Hedged }

// Long reports whether the amount takes more room than a number does: "dozens (20–99)".
func (l *line) Long() bool { return utf8.RuneCountInString(l.Amount) > 9 }

// Class is the status of l as a class of the style sheet.
func (l *line) Class() string { return string(l.Entry.Status) }

// A tollView is a toll with its story, for the template.
type tollView struct {
	*toll
	Story *pageStory
}

// Of pairs t with its story.
func (s *pageStory) Of(t *toll) *tollView { return &tollView{t, s} }

// Page is the page it stands on.
func (v *tollView) Page() *page { return v.Story.Page }

// Anchor names its section.
func (v *tollView) Anchor() string { return v.Story.TollAnchor(v.toll) }

// Chart draws it.
func (v *tollView) Chart() *chart { return v.Story.Chart(v.toll) }

// A clashView is a clash with its page.
type clashView struct {
	*clash
	Page *page
}

// Clash pairs c with its page.
func (s *pageStory) Clash(c *clash) *clashView { return &clashView{c, s.Page} }

// OutletOf names the report that at stands in.
func (s *pageStory) OutletOf(at text.Span) string {
	if r := s.reports[at.Doc]; r != nil {
		return s.outlet(r) + ", " + s.w.date(s.dating(r).When, s.year)
	}
	return ""
}

// A pageDay is a stretch of the timeline told under one date.
type pageDay struct {
	When    string
	Moments []*moment
}

// Days groups the timeline by when things happened.
func (s *pageStory) Days() []*pageDay {
	var out []*pageDay
	for _, m := range s.Timeline {
		if n := len(out); n == 0 || out[n-1].When != m.When {
			out = append(out, &pageDay{When: m.When})
		}
		d := out[len(out)-1]
		d.Moments = append(d.Moments, m)
	}
	return out
}
