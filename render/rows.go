package render

import (
	"html/template"
	"strconv"
	"strings"
)

// What a page has thousands of is written here and not by the template, which
// takes ten times as long. Every word goes through escapeTo, in text and in
// attributes alike.

// A markup writes tags, which are ours, and words, which need not be.
type markup struct{ strings.Builder }

func (m *markup) words(s string) { escapeTo(&m.Builder, s) }

// in writes words in one element: in(`b`, s), in(`span class="tag"`, s).
func (m *markup) in(tag, s string) {
	m.WriteString("<" + tag + ">")
	m.words(s)
	name, _, _ := strings.Cut(tag, " ")
	m.WriteString("</" + name + ">")
}

// link writes a link to an anchor of the page.
func (m *markup) link(anchor, s string) {
	m.WriteString(`<a href="#`)
	m.words(anchor)
	m.WriteString(`">`)
	m.words(s)
	m.WriteString("</a>")
}

func (m *markup) html() template.HTML { return template.HTML(m.String()) }

// Row writes the i-th line of r as a row of its table; the first one bears the
// head of all.
func (p *page) Row(r *row, i int, l *line) template.HTML {
	m := new(markup)
	m.WriteString(`<tr class="`)
	m.words(l.Class())
	m.WriteString(`" id="t-`)
	m.words(l.Figure.ID)
	m.WriteString(`">`)
	if i == 0 {
		m.in(`th scope="rowgroup" rowspan="`+strconv.Itoa(len(r.Now)+min(len(r.Before), 1))+`"`, r.Head)
	}
	m.WriteString(`<td class="n">`)
	m.link(p.Anchor(l.Figure.Span), l.Amount)
	m.in(`sup class="fn"`, strconv.Itoa(p.notes[l.Figure]))
	m.WriteString(`</td><td class="status">`)
	if l.Verdict == "" {
		m.in(`span class="by"`, p.say("status.stands"))
	} else {
		m.in("b", l.Verdict)
		if l.Reason != "" {
			m.in(`span class="by"`, l.Reason)
		}
	}
	for _, t := range l.Tags {
		m.WriteByte(' ')
		m.in(`span class="tag"`, t)
	}
	if byHand(l.Figure) {
		m.WriteByte(' ')
		m.in(`span class="tag"`, p.say("by.hand"))
	}
	m.WriteString("</td><td>")
	m.WriteString(string(p.Speaks(l.Speaker, l.Via)))
	m.WriteString(`<br><span class="by">`)
	m.in("cite", l.Outlet)
	m.WriteString(", ")
	m.words(l.Date)
	m.WriteString("</span>")
	p.again(m, l)
	m.WriteString(`</td><td class="words">`)
	m.WriteString(string(p.Quote(l.Figure.Span, 140)))
	m.WriteString("</td></tr>\n")
	return m.html()
}

// Earlier writes what another figure took the place of as one row, folded: it is
// what was told before, and not what is held.
func (p *page) Earlier(r *row) template.HTML {
	if len(r.Before) == 0 {
		return ""
	}
	m := new(markup)
	m.WriteString(`<tr class="earlier">`)
	if len(r.Now) == 0 {
		m.in(`th scope="rowgroup"`, r.Head)
	}
	m.WriteString(`<td colspan="4"><details><summary>`)
	const most = 8
	var told []string
	for i, l := range r.Before {
		if i == most {
			told = append(told, "…")
			break
		}
		told = append(told, l.Amount)
	}
	m.words(p.say("earlier") + p.say("colon") + strings.Join(told, ", "))
	m.WriteString("</summary><ul>")
	for _, l := range r.Before {
		m.WriteString(`<li class="superseded" id="t-`)
		m.words(l.Figure.ID)
		m.WriteString(`">`)
		m.link(p.Anchor(l.Figure.Span), l.Amount)
		m.in(`sup class="fn"`, strconv.Itoa(p.notes[l.Figure]))
		m.WriteString(` <span class="by">`)
		m.WriteString(string(p.By(l.Speaker, l.Via, l.Outlet, l.Date)))
		m.words(" · " + l.Verdict)
		if l.Reason != "" {
			m.words(", " + l.Reason)
		}
		for _, t := range l.Tags {
			m.WriteByte(' ')
			m.in(`span class="tag"`, t)
		}
		m.WriteString("</span>")
		p.again(m, l)
		m.WriteString(string(p.Quote(l.Figure.Span, 140)))
		m.WriteString("</li>")
	}
	m.WriteString("</ul></details></td></tr>\n")
	return m.html()
}

// again lists where else a figure is told, folded.
func (p *page) again(m *markup, l *line) {
	if len(l.Also) == 0 {
		return
	}
	m.WriteString(`<details class="by">`)
	m.in("summary", p.count("page.mentions", len(l.Also)))
	for i, o := range l.Also {
		if i > 0 {
			m.WriteString(", ")
		}
		m.link(p.Anchor(o.Figure.Span), o.Outlet)
	}
	m.WriteString("</details>")
}

// Moment writes one moment of the timeline as an item of its day.
func (p *page) Moment(k *moment) template.HTML {
	m := new(markup)
	first := k.Told[0]
	m.WriteString("<li>")
	m.WriteString(string(p.Part(first)))
	m.WriteString(`<span class="by">`)
	if first.Says != "" {
		m.words(first.Says + " · ")
	}
	m.in("cite", first.Outlet)
	if k.Said != "" {
		m.words(", " + p.say("moment.said", k.Said))
	}
	if k.Origins > 1 {
		m.words(" · " + p.count("newsrooms", k.Origins))
	}
	m.WriteString("</span>")
	if len(k.Told) > 1 {
		m.WriteString("<details>")
		m.in("summary", p.count("page.mentions", len(k.Told)))
		for _, t := range k.Told[1:] {
			m.WriteString("<blockquote>")
			m.WriteString(string(p.Clause(t.Span)))
			m.WriteString(`</blockquote><p class="by">`)
			m.WriteString(string(p.By("", nil, t.Outlet, t.Date)))
			m.WriteString("</p>")
		}
		m.WriteString("</details>")
	}
	m.WriteString("</li>\n")
	return m.html()
}

// Footnote writes the sentence behind a number, for paper.
func (p *page) Footnote(n *note) template.HTML {
	m := new(markup)
	m.WriteString(`<li value="` + strconv.Itoa(n.N) + `">`)
	m.WriteString(string(p.Quote(n.Figure.Span, 240)))
	m.words(" " + n.Outlet + ", " + n.Date)
	if at := p.Link(n.Report); at != "" {
		m.words(", " + clean(at))
	}
	m.words(" [" + n.Figure.ID + "]")
	m.WriteString("</li>\n")
	return m.html()
}
