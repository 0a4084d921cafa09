package text

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// heading returns the words of the first <h1> that has any.
func heading(n *html.Node) string {
	if n.Type == html.ElementNode && n.DataAtom == atom.H1 {
		return oneLine(wordsOf(n))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if h := heading(c); h != "" {
			return h
		}
	}
	return ""
}

// wordsOf returns the words below n in one line.
func wordsOf(n *html.Node) string {
	var b strings.Builder
	for _, p := range pieces(n, "") {
		b.WriteString(p.words)
		b.WriteByte(' ')
	}
	return oneLine(b.String())
}

func attrOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// unseen reports whether the page hides n from its readers.
func unseen(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			return a.Val == "true"
		case "style":
			return strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none")
		}
	}
	return false
}

// leadNames are parts of the class of the paragraph that opens a report in
// larger type.
var leadNames = set(`chapo chapeau standfirst lead lede accroche intro desc subtitle deck dek soustitre summary-text`)

// leadOf returns the words of the page's lead. It stands between the heading
// and the main text, where a search for the main text misses it.
func leadOf(doc *html.Node) string {
	found, h1 := "", false
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.ElementNode {
			switch n.DataAtom {
			case atom.Aside, atom.Footer, atom.Nav:
				return
			case atom.H1:
				h1 = true
			case atom.P, atom.Div, atom.H2, atom.Span, atom.Section:
				if h1 && leadClass(n) {
					if w := wordsOf(n); len(w) >= 40 && len(w) < 1200 && lineKind(w) == Paragraph {
						found = w
						return
					}
				}
			}
		}
		for c := n.FirstChild; c != nil && found == ""; c = c.NextSibling {
			visit(c)
		}
	}
	visit(doc)
	return found
}

func leadClass(n *html.Node) bool {
	class := attrOf(n, "class")
	if class == "" || len(class) > 300 {
		return false
	}
	for _, part := range strings.FieldsFunc(strings.ToLower(class), func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '\n' }) {
		if leadNames[part] {
			return true
		}
	}
	return false
}

// kin reports whether a lead belongs to the report: its longer words come back
// there. The lead of another report on the page shares few of them.
func kin(lead string, body []piece) bool {
	have := map[string]bool{}
	for _, p := range body {
		for _, w := range words(strings.ToLower(p.words)) {
			have[w] = true
		}
	}
	shared, all := 0, 0
	for _, w := range words(strings.ToLower(lead)) {
		if len(w) >= 6 {
			all++
			if have[w] {
				shared++
			}
		}
	}
	return shared >= 2 && shared*3 >= all
}

// commentNames are whole classes and identities of what readers wrote below.
var commentNames = set(`comments comment commentaires comments-area comment-list commentlist comments-section disqus_thread fb-comments respond reactions`)

// dropComments takes the readers' comments off the page. On a short report they
// are most of the text, and full of figures that nobody vouches for.
func dropComments(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && isComment(c) {
			n.RemoveChild(c)
		} else {
			dropComments(c)
		}
		c = next
	}
}

func isComment(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false // "has-comments" and the like stand here
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for _, c := range strings.Fields(strings.ToLower(a.Val)) {
			if commentNames[c] {
				return true
			}
		}
	}
	return false
}

// aloof are words in a class or id that say: not the report.
var aloof = phrases(`comment | related | sidebar | footer | cookie | newsletter | share | social | breadcrumb | menu | promo | banner | advert | recommend | most-read | also-read | lire-aussi | popup | modal | subscribe | paywall | login | tags | author-bio`)

// collectBody is the simple way to the report: the element the page marks as
// its article, else the whole body, without what is named as something else.
func collectBody(doc *html.Node, title string) []piece {
	root := markedBody(doc)
	if root == nil {
		root = doc
	}
	g := gatherer{title: title}
	collect(&g, root, 0)
	g.flush()
	// Without a library to weigh them, headings over nothing are menus.
	var out []piece
	for i, p := range g.out {
		if p.kind == Crosshead && (i+1 == len(g.out) || g.out[i+1].kind == Crosshead) {
			continue
		}
		if p.kind == Paragraph && !endsSentence(p.words) && len(p.words) < 40 {
			continue
		}
		out = append(out, p)
	}
	return out
}

// markedBody returns the element that says it holds the article: by
// itemprop="articleBody", or the one with most words among <article>, <main>.
func markedBody(doc *html.Node) *html.Node {
	var body, best *html.Node
	most := 0
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.ElementNode {
			if strings.EqualFold(attrOf(n, "itemprop"), "articleBody") && body == nil {
				body = n
				return
			}
			if n.DataAtom == atom.Article || n.DataAtom == atom.Main || attrOf(n, "role") == "main" {
				if size := proseSize(pieces(n, "")); size > most {
					best, most = n, size
				}
				if n.DataAtom == atom.Article {
					return
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(doc)
	if body != nil {
		return body
	}
	return best
}

// collect walks like gatherer.walk and passes over what is aloof.
func collect(g *gatherer, n *html.Node, depth int) {
	if n.Type == html.ElementNode && depth > 0 {
		if unseen(n) {
			return
		}
		switch n.DataAtom {
		case atom.Aside, atom.Nav, atom.Footer:
			return // lists of other reports
		case atom.Div, atom.Section, atom.Ul, atom.Form, atom.P:
			name := strings.ToLower(attrOf(n, "class") + " " + attrOf(n, "id"))
			for _, w := range aloof {
				if strings.Contains(name, w) {
					return
				}
			}
		}
	}
	switch {
	case n.Type == html.ElementNode && (n.DataAtom == atom.Div || n.DataAtom == atom.Section || n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Article || n.DataAtom == atom.Main || n.DataAtom == atom.Form || n.DataAtom == atom.Header || n.DataAtom == atom.Center),
		n.Type == html.DocumentNode:
		g.flush()
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			collect(g, c, depth+1)
		}
		g.flush()
	default:
		g.walk(n, depth)
	}
}
