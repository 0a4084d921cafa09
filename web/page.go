package web

import (
	"embed"
	"html/template"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"recoupe"
	"recoupe/claim"
	"recoupe/dossier"
	"recoupe/edtf"
	"recoupe/render"
	"recoupe/text"
)

//go:embed page/*.html static/* words/*.txt
var files embed.FS

// wordsIn returns the catalogue of w with what only these pages say.
func wordsIn(w *render.Words) *render.Words { return allWords()[w.Tag()] }

var allWords = sync.OnceValue(func() map[string]*render.Words {
	all := map[string]*render.Words{}
	for _, tag := range render.Languages {
		data, err := files.ReadFile("words/" + tag + ".txt")
		if err != nil {
			panic("web: " + err.Error()) // embedded: cannot be missing from a program that was built
		}
		all[tag] = render.In(tag).With(string(data))
	}
	return all
})

var pageTemplates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").ParseFS(files, "page/*.html"))
})

// A page is one page being made: for a server, or for a folder to publish.
type page struct {
	e         *edition
	w         *render.Words
	path      string // "s/story-3f9a2c", "r/3f9a2c6d7e8f"; "" for the first
	static    bool
	query     url.Values
	Title     string
	Here      string                // which entry of the menu it is
	Split     bool                  // the account stands beside the texts
	Framed    bool                  // it stands beside the account, which has a menu
	Live      bool                  // new editions are announced
	Scene     string                // the template that fills it
	edit      bool                  // corrections are taken
	editor    string                // who made the last one here
	foot      map[*claim.Figure]int // the notes for paper
	looked    time.Time             // when the reader last looked; zero where she never did
	originals bool                  // what reports were read from is handed out
	find      func(words string, limit int) ([]dossier.Hit, error)
	Status    int
}

// root leads from the page to the first page, when it is published.
func (p *page) root() string {
	if !p.static {
		return "/"
	}
	return strings.Repeat("../", strings.Count(p.path, "/"))
}

// To returns the address of the page at path, "" for the first.
func (p *page) To(path string) string {
	if !p.static {
		return "/" + path
	}
	if path == "" {
		path = "index"
	}
	return p.root() + path + ".html"
}

// File returns the address of a style sheet, a picture or a script.
func (p *page) File(name string) string { return p.root() + "static/" + name }

// Report returns the address of a report.
func (p *page) Report(id text.DocID) string { return p.To("r/" + string(id)) }

// Span returns the address at which the words at span are lit.
func (p *page) Span(at text.Span) string {
	if a := p.e.anchor(at); a != "" {
		return p.Report(at.Doc) + "#" + a
	}
	return p.Report(at.Doc)
}

// Speaker returns the address of a speaker.
func (p *page) Speaker(id string) string { return p.To("p/" + speakerFile(id)) }

// Story returns the address of a story.
func (p *page) Story(id string) string { return p.To("s/" + id) }

// T returns the words of key.
func (p *page) T(key string, args ...string) string { return p.w.Say(key, args...) }

// N returns "3 reports" for "reports", 3.
func (p *page) N(key string, n int) string { return p.w.Count(key, n) }

// Number groups digits.
func (p *page) Number(n int) string { return p.w.Number(int64(n)) }

// Tag is the language of the page.
func (p *page) Tag() string { return p.w.Tag() }

// Static reports whether the page is published and not served.
func (p *page) Static() bool { return p.static }

// Edit reports whether corrections are taken.
func (p *page) Edit() bool { return p.edit }

// Edition is the number of the account that is served.
func (p *page) Edition() int { return p.e.number }

// MadeBy names the program and its version.
func (p *page) MadeBy() string { return "recoupe " + recoupe.Version }

// Other returns the address of this page in the other language, and its name.
func (p *page) Other() [2]string {
	tag, name := "en", "English"
	if p.Tag() == "en" {
		tag, name = "fr", "Français"
	}
	q := url.Values{}
	for k, v := range p.query {
		q[k] = v
	}
	q.Set("lang", tag)
	return [2]string{"/" + p.path + "?" + q.Encode(), name}
}

// OtherTag is the language that the page could be in as well.
func (p *page) OtherTag() string {
	if p.Tag() == "en" {
		return "fr"
	}
	return "en"
}

// A link is begun, its words escaped, and closed.
func (p *page) link(b *strings.Builder, class, href, lang, words string) {
	b.WriteString(`<a class="` + class + `" href="`)
	render.Escape(b, href)
	b.WriteByte('"')
	if lang != "" {
		b.WriteString(` lang="`)
		render.Escape(b, lang)
		b.WriteString(`" dir="auto"`)
	}
	if p.Split && strings.HasPrefix(href, p.root()+"r/") {
		b.WriteString(` target="text"`)
	}
	b.WriteByte('>')
	render.Escape(b, words)
	b.WriteString("</a>")
}

// Num writes the amount of f, which opens on its words.
func (p *page) Num(f *claim.Figure) template.HTML {
	var b strings.Builder
	amount, class := p.w.Amount(f.Quantity), "n"
	if utf8.RuneCountInString(amount) > 9 {
		class = "n long" // "dozens (20–99)"
	}
	p.link(&b, class, p.Span(f.Span), "", amount)
	p.hand(&b, f)
	return template.HTML(b.String())
}

// What writes words about f, which open on its words: "23 ≠ 6 dead".
func (p *page) What(f *claim.Figure, words string) template.HTML {
	var b strings.Builder
	p.link(&b, "n", p.Span(f.Span), "", words)
	p.hand(&b, f)
	return template.HTML(b.String())
}

// Opens writes words of this page that open on words of a report.
func (p *page) Opens(at text.Span, words string) template.HTML {
	var b strings.Builder
	p.link(&b, "on", p.Span(at), "", words)
	return template.HTML(b.String())
}

// Verdict writes what became of a figure; the numbers in it open on their words.
func (p *page) Verdict(l *render.Line) template.HTML {
	var b strings.Builder
	if len(l.By) == 0 {
		render.Escape(&b, l.Verdict)
		return template.HTML(b.String())
	}
	marks := make([]string, len(l.By))
	for i := range l.By {
		marks[i] = "\x00" + strconv.Itoa(i) + "\x00"
	}
	for i, part := range strings.Split(p.T("by.figure", l.Status, p.w.List(marks)), "\x00") {
		if n, err := strconv.Atoi(part); i%2 == 1 && err == nil && n < len(l.By) {
			p.link(&b, "n", p.Span(l.By[n].Span), "", p.w.Amount(l.By[n].Quantity))
		} else {
			render.Escape(&b, part)
		}
	}
	return template.HTML(b.String())
}

// Doubted writes the numbers that a doubt is about, each opening on its words:
// "23 ≠ 19 dead".
func (p *page) Doubted(s *render.Sheet, d *render.Doubt) template.HTML {
	var b strings.Builder
	seen := map[string]bool{d.Line.Amount: true}
	p.link(&b, "n", p.Span(d.Line.Figure.Span), "", d.Line.Amount)
	for _, l := range d.Against {
		if !seen[l.Amount] {
			seen[l.Amount] = true
			b.WriteString(" ≠ ")
			p.link(&b, "n", p.Span(l.Figure.Span), "", l.Amount)
		}
	}
	b.WriteByte(' ')
	render.Escape(&b, s.CountedBy(d.Line.Figure))
	p.hand(&b, d.Line.Figure)
	return template.HTML(b.String())
}

// Opposed writes who holds which side of a doubt: each name opens on itself.
func (p *page) Opposed(s *render.Sheet, d *render.Doubt) template.HTML {
	var b strings.Builder
	head, tail, _ := strings.Cut(p.T("doubt.contradicted", "\x00"), "\x00")
	render.Escape(&b, head)
	for i, l := range append([]*render.Line{d.Line}, d.Against...) {
		if i > 0 {
			b.WriteString(" / ")
		}
		if l.Figure.By != nil {
			name, _ := p.speaker(s, l.Figure.By)
			p.link(&b, "nm", p.Span(l.Figure.By.Span), p.langOf(l.Figure.By.Span.Doc), name)
		} else {
			p.link(&b, "nm", p.Report(l.Report.ID), "", l.Outlet)
		}
	}
	render.Escape(&b, tail)
	return template.HTML(b.String())
}

// Name writes who says something, each name opening on the words that name her;
// nothing where the report speaks for itself.
func (p *page) Name(s *render.Sheet, by *claim.Attribution) template.HTML {
	if by == nil {
		return ""
	}
	var b strings.Builder
	name, role := p.speaker(s, by)
	p.link(&b, "nm", p.Span(by.Span), p.langOf(by.Span.Doc), name)
	if role != "" {
		b.WriteString(` <span class="role">(`)
		render.Escape(&b, role)
		b.WriteString(")</span>")
	}
	if relays := render.RelaysOf(by); len(relays) > 0 {
		b.WriteString(` <span class="via">`)
		head, tail, _ := strings.Cut(p.T("via", "\x00"), "\x00")
		render.Escape(&b, head)
		for i, v := range relays {
			if i > 0 {
				b.WriteString(", ")
			}
			p.link(&b, "nm", p.Span(by.Via[i].Span), p.langOf(by.Via[i].Span.Doc), v)
		}
		render.Escape(&b, tail)
		b.WriteString("</span>")
	}
	return template.HTML(b.String())
}

// speaker returns the name of who says something, and apart her role.
func (p *page) speaker(s *render.Sheet, by *claim.Attribution) (name, role string) {
	name = s.SpeakerOf(by)
	if sp := p.e.res.Cast.Speaker(p.e.res.Cast.Of(by)); sp != nil && sp.Role != "" {
		said := p.T("role." + string(sp.Role))
		if cut, ok := strings.CutSuffix(name, " ("+said+")"); ok {
			return cut, said
		}
	}
	return name, ""
}

func (p *page) langOf(id text.DocID) string {
	if r := p.e.x.ReportWith(id); r != nil {
		return r.Language
	}
	return ""
}

// Who writes the speaker of f, or that the report speaks for itself.
func (p *page) Who(s *render.Sheet, by *claim.Attribution) template.HTML {
	if by == nil {
		return template.HTML(`<span class="own">` + template.HTMLEscapeString(p.T("own.voice")) + "</span>")
	}
	return p.Name(s, by)
}

// From writes the outlet of r and a day: the one f was said, where there is a
// figure, else the one the report appeared. Both open on what they rest on.
func (p *page) From(s *render.Sheet, r *claim.Report, f *claim.Figure) template.HTML {
	var b strings.Builder
	b.WriteString("<cite>")
	p.link(&b, "nm", p.Report(r.ID), "", s.OutletOf(r))
	b.WriteString("</cite>, ")
	b.WriteString(string(p.Day(s, r, f)))
	return template.HTML(b.String())
}

// Day writes the day f was said or r appeared; it opens on the words that say
// so, or on the report where none do.
func (p *page) Day(s *render.Sheet, r *claim.Report, f *claim.Figure) template.HTML {
	d := p.e.x.DatingOf(r)
	when, href := d.When, p.Report(r.ID)+"#dated"
	for _, at := range d.Because {
		if p.e.anchor(at) != "" {
			href = p.Span(at)
			break
		}
	}
	if f != nil {
		when, _ = p.e.x.TimesOf(f)
		if f.SaidAt >= 0 && f.SaidAt < len(r.Lang.Times) {
			t := r.Lang.Times[f.SaidAt]
			href = p.Span(r.Span(t.Start, t.End))
		}
	}
	return p.time(when, s.Year(), href)
}

func (p *page) time(when edtf.Time, year int, href string) template.HTML {
	var b strings.Builder
	b.WriteString(`<a class="dt" href="`)
	render.Escape(&b, href)
	b.WriteByte('"')
	if p.Split && strings.HasPrefix(href, p.root()+"r/") {
		b.WriteString(` target="text"`)
	}
	b.WriteByte('>')
	day := when.From.Format("2006-01-02")
	if when.OneDay() {
		b.WriteString(`<time datetime="` + day + `">`)
	}
	render.Escape(&b, p.w.Date(when, year))
	if when.OneDay() {
		b.WriteString("</time>")
	}
	b.WriteString("</a>")
	return template.HTML(b.String())
}

// By writes who, where and when of a figure.
func (p *page) By(s *render.Sheet, f *claim.Figure) template.HTML {
	r := p.e.x.ReportOf(f)
	return p.Name(s, f.By) + dot(f.By != nil) + p.From(s, r, f)
}

// Told writes who, where and when of words.
func (p *page) Told(s *render.Sheet, t *render.Telling) template.HTML {
	return p.Name(s, t.By) + dot(t.By != nil) + p.From(s, t.Report, nil)
}

func dot(is bool) template.HTML {
	if is {
		return " · "
	}
	return ""
}

// Quote writes the sentence around at as a quotation that opens on it.
func (p *page) Quote(at text.Span, most int) template.HTML {
	r := p.e.x.ReportWith(at.Doc)
	if r == nil {
		return ""
	}
	s, from, to := render.Excerpt(r, at, most)
	if s == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString("<blockquote>")
	p.begin(&b, r, at)
	render.Escape(&b, s[:from])
	b.WriteString("<b>")
	render.Escape(&b, s[from:to])
	b.WriteString("</b>")
	render.Escape(&b, s[to:])
	b.WriteString("</a></blockquote>")
	return template.HTML(b.String())
}

// Clause writes the words at span, cut to about 400 letters, opening on
// themselves.
func (p *page) Clause(at text.Span) template.HTML {
	r := p.e.x.ReportWith(at.Doc)
	words := render.Clean(p.e.x.QuoteAt(at))
	if r == nil || words == "" {
		return ""
	}
	if cut := 400; len(words) > cut {
		words = strings.ToValidUTF8(words[:cut], "") + " …"
	}
	var b strings.Builder
	p.begin(&b, r, at)
	render.Escape(&b, words)
	b.WriteString("</a>")
	return template.HTML(b.String())
}

// Part writes the words of a moment, opening on the sentence they stand in.
func (p *page) Part(t *render.Telling) template.HTML {
	var b strings.Builder
	p.begin(&b, t.Report, t.Span)
	render.Escape(&b, t.Words())
	b.WriteString("</a>")
	return template.HTML(b.String())
}

func (p *page) begin(b *strings.Builder, r *claim.Report, at text.Span) {
	b.WriteString(`<a class="q" href="`)
	render.Escape(b, p.Span(at))
	b.WriteString(`" lang="`)
	render.Escape(b, r.Language)
	b.WriteString(`" dir="auto"`)
	if p.Split {
		b.WriteString(` target="text"`)
	}
	b.WriteByte('>')
}

// Original returns the address of r where it is one of the web; "" for any other.
func (p *page) Original(r *claim.Report) string {
	if u, err := url.Parse(r.URL); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		return u.String()
	}
	return ""
}
