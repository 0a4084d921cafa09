package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A piece is one paragraph taken from a page.
type piece struct {
	words string
	kind  PartKind
}

// A gatherer walks a page and collects its pieces.
type gatherer struct {
	title  string
	out    []piece
	line   strings.Builder
	linked int // bytes of line within links
	kind   PartKind
	inLink bool
	item   bool // inside a list
}

// pieces returns the paragraphs below n, in order. A paragraph that repeats the
// title or the one before it, or only leads elsewhere, is left out.
func pieces(n *html.Node, title string) []piece {
	g := gatherer{title: title}
	g.walk(n, 0)
	g.flush()
	return g.out
}

// blocks are elements that begin and end a paragraph.
var blockElements = atoms(atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
	atom.Blockquote, atom.Pre, atom.Table, atom.Tr, atom.Thead, atom.Tbody, atom.Caption, atom.Figure, atom.Figcaption, atom.Form, atom.Fieldset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hr, atom.Address, atom.Details, atom.Summary, atom.Body, atom.Html, atom.Center)

func (g *gatherer) walk(n *html.Node, depth int) {
	switch n.Type {
	case html.TextNode:
		g.text(n.Data)
		return
	case html.ElementNode:
	default:
		g.children(n, depth)
		return
	}
	a := atomOf(n)
	if dropped[a] || a == atom.Title || depth > 1000 {
		return
	}
	if a == atom.Br {
		g.line.WriteByte('\n')
		return
	}
	if a == atom.A {
		before := g.inLink
		g.inLink = true
		g.children(n, depth)
		g.inLink = before
		return
	}
	if a == atom.Td || a == atom.Th {
		if strings.TrimSpace(g.line.String()) != "" {
			g.line.WriteString(" | ")
		}
		g.children(n, depth)
		return
	}
	if !blockElements[a] {
		g.children(n, depth)
		return
	}
	g.flush()
	kind, item := g.kind, g.item
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		g.kind = Crosshead
	case atom.Figcaption, atom.Figure:
		g.kind = Caption // some pages put the words of a picture beside it without a tag of their own
	case atom.Li:
		g.item = true
	}
	g.children(n, depth)
	g.flush()
	g.kind, g.item = kind, item
}

// atomOf returns the kind of n, also of the paragraphs that the library for the
// main text puts in for double line breaks and that have a name only.
func atomOf(n *html.Node) atom.Atom {
	if n.DataAtom == 0 {
		return atom.Lookup([]byte(n.Data))
	}
	return n.DataAtom
}

func (g *gatherer) children(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		g.walk(c, depth+1)
	}
}

// text adds words of a text node: spaces and line ends of the source are one
// space, marks that only tell where a word may break are left out.
func (g *gatherer) text(s string) {
	before := g.line.Len()
	space := false
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			space = true
			continue
		case '\u00ad', '\u200b', '\ufeff', '\u2060':
			continue
		case 0:
			r = '\ufffd'
		}
		if space {
			g.space()
			space = false
		}
		g.line.WriteRune(r)
	}
	if space {
		g.space()
	}
	if g.inLink {
		g.linked += g.line.Len() - before
	}
}

func (g *gatherer) space() {
	if s := g.line.String(); s != "" && s[len(s)-1] != ' ' && s[len(s)-1] != '\n' {
		g.line.WriteByte(' ')
	}
}

// flush ends the paragraph under way.
func (g *gatherer) flush() {
	whole, linked := g.line.String(), g.linked
	g.line.Reset()
	g.linked = 0
	total := len(strings.TrimSpace(whole))
	if total == 0 {
		return
	}
	for _, words := range breakLines(whole) {
		if g.leadsElsewhere(words, linked, total) {
			continue
		}
		kind := g.kind
		if kind == Crosshead && (len(words) > 250 || endsSentence(words) && len(words) > 120) {
			kind = Paragraph
		}
		if n := len(g.out); n > 0 && g.out[n-1].words == words {
			continue
		}
		g.out = append(g.out, piece{words, kind})
	}
}

// breakLines divides a paragraph at <br> where the page uses them between
// paragraphs: twice, or after a full stop.
func breakLines(s string) []string {
	if strings.IndexByte(s, '\n') < 0 {
		return []string{strings.TrimSpace(s)}
	}
	var out []string
	cur, blank := "", false
	for _, l := range strings.Split(s, "\n") {
		l = strings.TrimSpace(l)
		switch {
		case l == "":
			blank = true
		case cur == "" || blank || endsSentence(cur):
			if cur != "" {
				out = append(out, cur)
			}
			cur, blank = l, false
		default:
			cur += "\n" + l
		}
	}
	if cur != "" {
		out = append(out, cur)
	}
	return out
}

// leadsElsewhere reports whether words are a button, the title again, or a link
// to another report: nearly all of it linked and no full stop at its end.
func (g *gatherer) leadsElsewhere(words string, linked, total int) bool {
	if words == "" || words == g.title {
		return true
	}
	if linked*10 > total*8 && (g.item || len(words) < 200) && !endsSentence(words) {
		return true
	}
	return lineKind(words) == Furniture
}

// compose writes the pieces into the text of d, an empty line between them, and
// tells its parts.
func (d *Document) compose(body []piece) {
	var b strings.Builder
	for i, p := range body {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p.words)
	}
	d.Text = strings.ToValidUTF8(b.String(), "\ufffd")
	at := 0
	for i, p := range body {
		blk := block{at, at + len(p.words), true}
		at = blk.end + len("\n\n")
		if p.kind == Paragraph && i < 8 {
			if ph, ok := readDatePhrase(p.words, blk.start); ok && headOnly(p.words, ph.end, false) {
				d.takeDates(ph)
				d.Parts = append(d.Parts, Part{blk.start, blk.end, Header})
				continue
			}
			if ph, byline, ok := segmentDate(p.words, blk.start); ok {
				d.takeDates(ph)
				d.Byline = firstOf(d.Byline, byline)
				d.Parts = append(d.Parts, Part{blk.start, blk.end, Header})
				continue
			}
			d.readDateline(blk)
		}
		if p.kind != Paragraph {
			d.Parts = append(d.Parts, Part{blk.start, blk.end, p.kind})
			continue
		}
		d.addBlock(blk)
	}
	d.nameShortLines()
}

// prepend puts words before the text of d.
func (d *Document) prepend(words string, kind PartKind) {
	n := len(words) + len("\n\n")
	d.Text = words + "\n\n" + d.Text
	for i := range d.Parts {
		d.Parts[i].Start += n
		d.Parts[i].End += n
	}
	for _, st := range []*Stated{&d.Published, &d.Modified} {
		for i := range st.Because {
			st.Because[i].Start += n
			st.Because[i].End += n
		}
	}
	d.Parts = append([]Part{{0, len(words), kind}}, d.Parts...)
}

// linesOf makes pieces of a text without tags.
func linesOf(s string) []piece {
	var out []piece
	for _, b := range splitLines(s) {
		if words := oneLine(s[b.start:b.end]); lineKind(words) != Furniture {
			out = append(out, piece{words, Paragraph})
		}
	}
	return out
}
