package text

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"codeberg.org/readeck/go-readability"

	"recoupe/source"
)

// enough is how many bytes of text make a page a report for sure. Below it, what
// else the page shows decides: a field for a password, a wall of cookies.
const enough = 600

// locked is how many bytes a page that calls itself not free has when it still
// gives the whole report; pages call themselves so for whoever saved them.
const locked = 1500

// looksLikeHTML reports whether s is a page or a piece of one.
func looksLikeHTML(s string) bool {
	head := strings.ToLower(strings.TrimLeft(s[:min(len(s), 1024)], " \t\r\n\ufeff"))
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<h1", "<section", "<main", "<meta", "<title", "<b>", "<strong>"} {
		if strings.HasPrefix(head, p) {
			return true
		}
	}
	if strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!--") {
		return strings.Contains(head, "<html")
	}
	// A text field of an export often keeps its paragraphs as tags.
	return strings.Contains(s, "</p>") && strings.Contains(s, "<p")
}

// declaredCharset returns the charset that the response or the page names.
func declaredCharset(c *source.Capture) string {
	for k, v := range c.Header {
		if strings.EqualFold(k, "Content-Type") && len(v) > 0 {
			if cs := charsetIn(v[0]); cs != "" {
				return cs
			}
		}
	}
	if cs := charsetIn(c.MediaType); cs != "" {
		return cs
	}
	return charsetIn(string(c.Body[:min(len(c.Body), 4096)]))
}

// charsetIn returns what follows "charset=" or the encoding of an XML heading.
func charsetIn(s string) string {
	lower := strings.ToLower(s)
	for _, key := range []string{"charset=", "encoding="} {
		if key == "encoding=" && !strings.HasPrefix(strings.TrimSpace(lower), "<?xml") {
			continue
		}
		if _, rest, ok := strings.Cut(lower, key); ok {
			rest = strings.TrimLeft(rest, "\"' ")
			if i := strings.IndexAny(rest, "\"'; >/?\r\n"); i >= 0 {
				rest = rest[:i]
			}
			return rest
		}
	}
	return ""
}

// readPage takes the report out of a page.
func readPage(c *source.Capture, dec decoded) (*Document, *source.Trouble) {
	p := scanPage(dec.s)
	ld, _ := readLinked(p.ld, firstOf(p.meta("og:title"), p.title))
	d := &Document{Warnings: pageWarnings(dec, p)}
	d.URL = pageURL(p, ld, c)
	d.Byline = firstOf(ld.author, p.meta("author", "article:author", "byl", "dc.creator", "parsely-author"))
	if strings.HasPrefix(d.Byline, "http") {
		d.Byline = ""
	}
	d.Language = pageLanguage(p, ld)
	d.Outlet = firstOf(ld.publisher, p.meta("og:site_name", "application-name", "twitter:app:name:iphone", "dc.publisher", "copyright"))
	doc, err := html.Parse(bytes.NewReader(p.thin))
	var body []piece
	h1 := ""
	if err == nil {
		h1 = heading(doc)
		d.Title = pageTitle(p, ld, h1)
		var byline string
		body, byline = mainText(doc, d.URL, d.Title)
		d.Byline = firstOf(d.Byline, byline)
	}
	if size := proseSize(body); size < enough/2 && len(ld.body) > 2*size {
		body = linesOf(ld.body) // the page builds its text by script, and carries it
	}
	if why := wall(p, body, d.Title, dec.s); why != nil {
		why.Name = c.Name
		return nil, why
	}
	d.compose(body)
	if d.Outlet == "" && d.URL != "" {
		d.Outlet = host(d.URL)
	}
	d.datePage(p, ld)
	if ld.locked && len(d.Text) < locked || strings.Contains(dec.s, "de cet article à lire") {
		d.Warnings = append(d.Warnings, Warning{Rule: "behind-paywall", Message: behindPaywall})
	}
	return d, nil
}

// pageWarnings keeps what was doubtful in the bytes. The places are places in
// the page, not in the text taken from it, so the whole report is meant.
func pageWarnings(dec decoded, p *page) []Warning {
	var out []Warning
	for _, w := range dec.warnings {
		w.Span = Span{}
		out = append(out, w)
	}
	if p.opened && !p.closed {
		out = append(out, Warning{Rule: "truncated-page", Message: "the page breaks off before its end; save it again to be sure that nothing is missing"})
	}
	return out
}

// pageURL returns the address of a page: where it was fetched from, else what
// it gives as its own.
func pageURL(p *page, ld article, c *source.Capture) string {
	for _, u := range []string{c.Final, c.URL, p.canonical, p.meta("og:url"), ld.url} {
		if v, err := url.Parse(u); err == nil && v.Host != "" && (v.Scheme == "http" || v.Scheme == "https") {
			return u
		}
	}
	return ""
}

func host(u string) string {
	v, err := url.Parse(u)
	if err != nil {
		return ""
	}
	h := strings.ToLower(v.Hostname())
	for _, sub := range []string{"www.", "m.", "amp.", "mobile."} {
		h = strings.TrimPrefix(h, sub)
	}
	return h
}

func pageLanguage(p *page, ld article) string {
	l := firstOf(p.lang, ld.language, p.meta("og:locale", "content-language", "language", "dc.language"))
	l, _, _ = strings.Cut(strings.ToLower(l), "-")
	l, _, _ = strings.Cut(l, "_")
	if len(l) == 2 || len(l) == 3 {
		return l
	}
	return ""
}

// pageTitle chooses the title. What the page prints as its heading comes first;
// <title> carries the name of the outlet behind a bar.
func pageTitle(p *page, ld article, h1 string) string {
	site := p.meta("og:site_name")
	head := oneLine(p.title)
	for _, bar := range []string{" | ", " - ", " – ", " — ", " · ", " :: ", " » "} {
		if i := strings.LastIndex(head, bar); i > 20 && (len(head)-i < 40 || strings.HasSuffix(head, site)) {
			head = head[:i]
			break
		}
	}
	og := oneLine(p.meta("og:title", "twitter:title", "dc.title"))
	if h1 != "" && len(h1) < 400 && !strings.EqualFold(h1, site) && !strings.EqualFold(h1, ld.publisher) && lineKind(h1) == Paragraph {
		return h1
	}
	if ld.kind != "webpage" && ld.headline != "" {
		return ld.headline
	}
	if site != "" {
		for _, bar := range []string{" | ", " - ", " – ", " — "} {
			og = strings.TrimSuffix(og, bar+site)
		}
	}
	return firstOf(og, head)
}

// mainText returns the pieces of the report itself. The page has been made
// shallow; what goes wrong inside the library on a strange page is a reason for
// the simpler way, not for the program to stop.
func mainText(doc *html.Node, address, title string) (got []piece, byline string) {
	dropComments(doc)
	lead := leadOf(doc)
	spare := collectBody(doc, title) // before the library rearranges the page
	func() {
		defer func() {
			if recover() != nil {
				got = nil
			}
		}()
		base, _ := url.Parse(firstOf(address, "http://localhost/"))
		parser := readability.NewParser()
		parser.DisableJSONLD = true
		parser.KeepClasses = true
		parser.MaxElemsToParse = 30_000 // of reports three thousand; its time grows faster than the page
		if a, err := parser.ParseAndMutate(doc, base); err == nil && a.Node != nil {
			got = pieces(a.Node, title)
			byline = oneLine(a.Byline)
		}
	}()
	// The library wants long paragraphs and drops a report of three lines, or
	// takes the one long comment under it.
	if proseSize(spare) > 2*proseSize(got) || proseSize(got) < enough/2 && proseSize(spare) > proseSize(got) {
		got = spare
	}
	if lead != "" && !holds(got, lead) && kin(lead, append(got, piece{title, Title})) {
		got = append([]piece{{lead, Lead}}, got...)
	}
	if title != "" {
		got = append([]piece{{title, Title}}, got...)
	}
	if len(byline) > 100 {
		byline = ""
	}
	return got, byline
}

func proseSize(list []piece) int {
	n := 0
	for _, p := range list {
		if p.kind == Paragraph {
			n += len(p.words)
		}
	}
	return n
}

// holds reports whether the words of lead stand in one of list.
func holds(list []piece, lead string) bool {
	for _, p := range list {
		if strings.Contains(p.words, lead) || len(p.words) > 40 && strings.Contains(lead, p.words) {
			return true
		}
	}
	return false
}
