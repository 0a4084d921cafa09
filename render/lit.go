package render

import (
	"cmp"
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/text"
)

// A lamp is a stretch of a report that something on the page opens on.
type lamp struct {
	start, end int
	class      string // "fig", "say", "time", ...; several may meet
	title      string // what a pointer held over it reads
	href       string // back to the account; figures only
	id         string
}

// lamps are the stretches of one report to be lit, each once.
type lamps struct {
	report *claim.Report
	at     map[[2]int]*lamp
	byID   map[string]bool
}

func newLamps(r *claim.Report) *lamps {
	return &lamps{r, map[[2]int]*lamp{}, map[string]bool{}}
}

// light adds a stretch and returns its anchor: "r-3f9a2c6d7e8f-120", where the
// report and the first byte are all one needs to name it; the end is added where
// something else begins there too. Figures are lit first, so that theirs are the
// short ones.
func (l *lamps) light(at text.Span, class string) *lamp {
	if at.Doc != l.report.ID || at.Start < 0 || at.Start >= at.End || at.End > len(l.report.Text) {
		return nil
	}
	k := [2]int{at.Start, at.End}
	if old := l.at[k]; old != nil {
		if class != "" && !slices.Contains(strings.Fields(old.class), class) {
			old.class = strings.TrimSpace(old.class + " " + class)
		}
		return old
	}
	id := "r-" + string(at.Doc) + "-" + strconv.Itoa(at.Start)
	if l.byID[id] {
		id += "-" + strconv.Itoa(at.End)
	}
	l.byID[id] = true
	n := &lamp{start: at.Start, end: at.End, class: class, id: id}
	l.at[k] = n
	return n
}

// html writes the text of the report by paragraphs, with every lamp lit. Lamps
// nest where they can; one that reaches over the end of another is cut there and
// goes on behind it, so that the page stays a tree.
func (l *lamps) html() template.HTML {
	all := make([]*lamp, 0, len(l.at)+len(l.report.Sentences))
	for _, s := range l.report.Sentences {
		all = append(all, &lamp{start: s.Start, end: s.End, class: "sen"})
	}
	for _, n := range l.at {
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b *lamp) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(sentenceFirst(a), sentenceFirst(b)), strings.Compare(a.id, b.id))
	})
	w := &litWriter{text: l.report.Text}
	i := 0
	for _, p := range blocks(l.report) {
		from := i
		for i < len(all) && all[i].start < p.End {
			i++
		}
		w.block(p, all[from:i])
	}
	return template.HTML(w.b.String())
}

func sentenceFirst(n *lamp) int {
	if n.class == "sen" {
		return 0
	}
	return 1
}

// blocks returns the parts of r with what stands between them left out; all of
// the text where it has no parts.
func blocks(r *claim.Report) []text.Part {
	if len(r.Parts) == 0 {
		return []text.Part{{Start: 0, End: len(r.Text)}}
	}
	return r.Parts
}

// A litWriter writes one report.
type litWriter struct {
	b    strings.Builder
	text string
	at   int
	open []*lamp // what is open here, outermost first
	over []*lamp // what reaches into the next part
}

var blockTags = map[text.PartKind][2]string{
	text.Paragraph: {"<p>", "</p>\n"},
	text.Lead:      {`<p class="lead">`, "</p>\n"},
	text.Title:     {`<p class="title">`, "</p>\n"},
	text.Crosshead: {`<p class="cross">`, "</p>\n"},
	text.Caption:   {`<p class="caption">`, "</p>\n"},
	text.Header:    {`<p class="rim">`, "</p>\n"},
	text.Furniture: {`<p class="rim">`, "</p>\n"},
	text.Credit:    {`<p class="rim">`, "</p>\n"},
}

// block writes one part with the lamps that begin in it.
func (w *litWriter) block(p text.Part, list []*lamp) {
	tags := blockTags[p.Kind]
	if tags[0] == "" {
		tags = blockTags[text.Paragraph]
	}
	w.b.WriteString(tags[0])
	w.at = p.Start
	var pending []*lamp // rests of lamps that were cut
	for _, n := range w.over {
		pending = append(pending, &lamp{p.Start, n.end, n.class, n.title, n.href, ""})
	}
	w.over = nil
	for len(list) > 0 || len(pending) > 0 {
		n := (*lamp)(nil)
		if len(pending) > 0 && (len(list) == 0 || pending[0].start <= list[0].start) {
			n, pending = pending[0], pending[1:]
		} else {
			n, list = list[0], list[1:]
		}
		if n.start < p.Start {
			n = &lamp{p.Start, n.end, n.class, n.title, n.href, n.id}
		}
		end := min(n.end, p.End)
		if n.end > p.End && n.class != "sen" {
			w.over = append(w.over, n)
		}
		w.closeUpTo(n.start)
		if k := len(w.open); k > 0 && w.open[k-1].end < end {
			cut := w.open[k-1].end
			rest := &lamp{cut, end, n.class, n.title, n.href, ""}
			at, _ := slices.BinarySearchFunc(pending, rest, func(a, b *lamp) int { return cmp.Compare(a.start, b.start) })
			pending = slices.Insert(pending, at, rest)
			end = cut
		}
		if end > n.start {
			w.to(n.start)
			w.begin(&lamp{n.start, end, n.class, n.title, n.href, n.id})
		}
	}
	w.closeUpTo(p.End)
	w.to(p.End)
	w.b.WriteString(tags[1])
}

// closeUpTo ends what ends before or at pos.
func (w *litWriter) closeUpTo(pos int) {
	for k := len(w.open); k > 0 && w.open[k-1].end <= pos; k = len(w.open) {
		w.to(w.open[k-1].end)
		w.b.WriteString(closing(w.open[k-1]))
		w.open = w.open[:k-1]
	}
}

// to writes the text up to pos.
func (w *litWriter) to(pos int) {
	if pos > w.at {
		escapeTo(&w.b, w.text[w.at:pos])
		w.at = pos
	}
}

func (w *litWriter) begin(n *lamp) {
	inFigure := slices.ContainsFunc(w.open, func(o *lamp) bool { return o.href != "" })
	if n.href != "" && inFigure {
		n.href = "" // a link may not stand in a link
	}
	switch {
	case n.class == "sen":
		w.b.WriteString(`<span class="sen"`)
	case n.href != "":
		w.b.WriteString(`<a class="` + n.class + `" href="` + html.EscapeString(n.href) + `"`)
	case strings.Contains(n.class, "fig"):
		w.b.WriteString(`<mark class="` + n.class + `"`)
	default:
		w.b.WriteString(`<span class="` + n.class + `"`)
	}
	if n.id != "" {
		w.b.WriteString(` id="` + n.id + `"`)
	}
	if n.title != "" {
		w.b.WriteString(` title="` + html.EscapeString(n.title) + `"`)
	}
	w.b.WriteByte('>')
	w.open = append(w.open, n)
}

func closing(n *lamp) string {
	switch {
	case n.href != "":
		return "</a>"
	case n.class != "sen" && strings.Contains(n.class, "fig"):
		return "</mark>"
	}
	return "</span>"
}

// escapeTo writes s for a page. Line ends stay, so that a poem looks like one;
// other control characters, and those that turn the direction of a line without
// turning it back, are shown as a sign that something stood there.
func escapeTo(b *strings.Builder, s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&#34;")
		case r == '\'':
			b.WriteString("&#39;")
		case r == '\n' || r == '\t':
			b.WriteByte(byte(r))
		case r == '\r':
		case unicode.IsControl(r) || turnsLine(r) || r == utf8.RuneError:
			b.WriteString("\ufffd")
		default:
			b.WriteString(s[i : i+n])
		}
		i += n
	}
}
