package web

import (
	"html/template"
	"strconv"
	"strings"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/render"
	"recoupe/text"
)

// What the templates ask for and no section is about.

// A fold says how much of a section stands on a page of its own.
type fold struct {
	Left        int
	Href, Words string
}

// Fold is the way to the rest of a section.
func (v *storyPage) Fold(p *page, section string, shown, total int) fold {
	return fold{total - shown, p.To(v.Path(section, 1)), p.T("web.all", p.Number(total))}
}

// A clashView is a clash on a page.
type clashView struct {
	*render.Clash
	Page *page
	S    *render.Sheet
}

// On puts a clash on a page.
func (v *storyPage) On(p *page, c *render.Clash) clashView { return clashView{c, p, v.S} }

// LaterMoments reports whether moments are folded.
func (v *storyPage) LaterMoments() bool { return len(v.Days) > mostDays }

// FirstReport is the report that is open beside the account at first.
func (v *storyPage) FirstReport() text.DocID {
	if len(v.S.Reports) == 0 {
		return ""
	}
	return v.S.Reports[0].Report.ID
}

// Heading names the section that is shown.
func (v *storyPage) Heading(p *page) string {
	switch v.Section {
	case "cast":
		return p.T("section.speakers")
	case "gaps":
		return p.T("web.open")
	}
	if len(v.Tolls) > 0 {
		return v.Tolls[0].Heading
	}
	return p.T("section." + v.Section)
}

// Class is the class of the section that is shown.
func (v *storyPage) Class() string {
	if len(v.Tolls) > 0 {
		return "tolls"
	}
	return v.Section
}

// Date writes t as the dates of the story are written.
func (v *storyPage) Date(p *page, t edtf.Time) string { return p.w.Date(t, v.S.Year()) }

// List writes up to eight of list in words.
func (v *storyPage) List(p *page, list []string) string {
	const most = 8
	if len(list) > most {
		list = append(append([]string{}, list[:most]...), "…")
	}
	return p.w.List(list)
}

// Lines are the figures of the tolls that are shown, for a reader on paper.
func (v *storyPage) Lines() []*render.Line {
	const most = 60
	var out []*render.Line
	for _, t := range v.Tolls {
		for _, r := range t.Shown {
			out = append(out, r.Lines...)
		}
	}
	return out[:min(most, len(out))]
}

// Size is how many lines the toll has in all.
func (v *tollView) Size() int { return v.All }

// Both are the two reports.
func (v *comparePage) Both() []*compared { return []*compared{v.A, v.B} }

// Short writes the beginning of the words at span, opening on them.
func (p *page) Short(at text.Span) template.HTML {
	r := p.e.x.ReportWith(at.Doc)
	words := p.Plain(at, 140)
	if r == nil || words == "" {
		return ""
	}
	var b strings.Builder
	p.begin(&b, r, at)
	render.Escape(&b, words)
	b.WriteString("</a>")
	return template.HTML(b.String())
}

// Plain returns the words at span, cut to about most letters.
func (p *page) Plain(at text.Span, most int) string {
	words := []rune(render.Clean(p.e.x.QuoteAt(at)))
	if len(words) <= most {
		return string(words)
	}
	cut := most
	for cut > most/2 && words[cut] != ' ' {
		cut--
	}
	return strings.TrimRight(string(words[:cut]), " ,;:") + " …"
}

// Amount writes the bounds of f.
func (p *page) Amount(f *claim.Figure) string { return p.w.Amount(f.Quantity) }

// VoiceLink returns the address of all that a speaker says; "" for nobody.
func (p *page) VoiceLink(by *claim.Attribution) string {
	id := p.e.res.Cast.Of(by)
	if id == "" || p.e.sayings[id] == nil {
		return ""
	}
	return p.Speaker(id)
}

// LangOf returns the language of a report.
func (p *page) LangOf(id text.DocID) string { return p.langOf(id) }

// A take is one note in forms to be copied.
type take struct {
	Page                     *page
	R                        *claim.Report
	N                        *note
	Quotation, Markdown, CSV string
}

// Take writes a note in forms to be copied: as a quotation with its source, for
// Markdown, as a row of a table.
func (v *reportPage) Take(p *page, n *note) take {
	t := take{Page: p, R: v.R, N: n}
	if p.static {
		return t
	}
	quote, _, _ := render.Excerpt(v.R, n.At, 600)
	var by *claim.Attribution
	switch {
	case n.F != nil:
		by = n.F.By
	case n.C != nil:
		by = n.C.By
	case n.G != nil:
		by = n.G.By
	}
	who := v.S.OutletOf(v.R)
	if by != nil {
		who = v.S.SpeakerOf(by) + ", " + who
	}
	who += ", " + v.Origin.Date
	source := p.Original(v.R)
	t.Quotation = p.w.Quoted(quote) + " — " + who
	t.Markdown = "> " + markdown(quote) + "\n>\n> — " + markdown(who)
	if source != "" {
		t.Quotation += ", " + source
		t.Markdown += ", <" + source + ">"
	}
	if f := n.F; f != nil {
		row := []string{f.ID, strconv.FormatInt(f.Quantity.Low, 10), "", strconv.FormatInt(f.Quantity.High, 10), string(f.Measure), string(f.Group), "", v.S.OutletOf(v.R), v.Origin.Date, p.e.x.QuoteAt(f.Span)}
		if f.Quantity.Named {
			row[2] = strconv.FormatInt(f.Quantity.Value, 10)
		}
		if f.Quantity.High >= lang.Unbounded {
			row[3] = ""
		}
		if by != nil {
			row[6] = v.S.SpeakerOf(by)
		}
		t.CSV = csvRow(row)
	}
	return t
}

// csvRow writes a row. What a spreadsheet would take for a formula is marked as
// words.
func csvRow(fields []string) string {
	for i, s := range fields {
		s = render.Clean(s)
		if s != "" && strings.ContainsRune("=+-@", rune(s[0])) {
			s = "'" + s
		}
		fields[i] = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return strings.Join(fields, ",")
}

// markdown marks the signs of s that Markdown would take for its own.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>#|!", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// An editView is a page that was edited, in an account.
type editView struct {
	*lineage
	Page *page
	S    *render.Sheet
}

// Edited puts an edited page into the account.
func (v *storyPage) Edited(p *page, l *lineage) editView { return editView{l, p, v.S} }

// Looked reports whether the reader was here before this visit.
func (p *page) Looked() bool { return !p.looked.IsZero() }

// Before is the number before i.
func (p *page) Before(i int) int { return i - 1 }

// Address writes an address as words.
func (p *page) Address(s string) string { return render.Clean(s) }

// Toll names the section of a toll.
func (v *storyPage) Toll(t *render.Toll) string { return tollName(t, false) }

// foots numbers the figures that have a note for readers on paper.
func (v *storyPage) foots() map[*claim.Figure]int {
	out := map[*claim.Figure]int{}
	for i, l := range v.Lines() {
		out[l.Figure] = i + 1
	}
	return out
}

// Foot writes the number of the note of f; nothing where it has none.
func (p *page) Foot(f *claim.Figure) template.HTML {
	n := p.foot[f]
	if n == 0 {
		return ""
	}
	return template.HTML(`<sup class="fn" aria-hidden="true">` + strconv.Itoa(n) + `</sup>`)
}

// Sentenced returns the sentence that at stands in, cut to a note's length.
func (p *page) Sentenced(at text.Span) string {
	r := p.e.x.ReportWith(at.Doc)
	if r == nil {
		return ""
	}
	s, _, _ := render.Excerpt(r, at, 240)
	return s
}
