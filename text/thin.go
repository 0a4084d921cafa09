package text

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A page is what one pass over the tags of an HTML page gives: what the page
// says of itself, and the page without what never holds a report.
type page struct {
	lang      string
	title     string // of <title>
	canonical string
	metas     []meta
	ld        []string // the bodies of JSON-LD scripts
	times     []timeTag
	visible   datePhrase // "Publié le …" in its words, wherever it stands
	password  bool       // it asks for one
	scripts   int
	opened    bool // <html> or <body> was there
	closed    bool // and ended
	thin      []byte
}

type meta struct{ key, value string }

// A timeTag is one <time>, or another tag with a machine-readable date.
type timeTag struct {
	datetime, words string
	itemprop, class string
	afterH1         bool
}

// Bounds on what is handed to the parser. A page made by people nests about
// thirty deep; a parser takes time and memory by the square of it.
const (
	deepest = 100 // elements that have to be closed
	bold    = 12  // <b>, <font> …: the parser opens these anew in each paragraph
)

// dropped are elements that hold no words of the report, with all in them.
var dropped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Svg: true, atom.Iframe: true, atom.Noscript: true, atom.Template: true,
	atom.Canvas: true, atom.Object: true, atom.Select: true, atom.Textarea: true, atom.Nav: true, atom.Button: true, atom.Dialog: true,
	atom.Video: true, atom.Audio: true, atom.Math: true,
}

// implied are elements that the next of their kind closes, so that they do not
// nest by themselves; void are those that hold nothing.
var (
	implied = atoms(atom.P, atom.Li, atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot, atom.Dt, atom.Dd, atom.Option, atom.Optgroup, atom.Html, atom.Head, atom.Body, atom.Colgroup, atom.Caption, atom.Rt, atom.Rp)
	void    = atoms(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr)
	format  = atoms(atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U)
)

func atoms(list ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range list {
		m[a] = true
	}
	return m
}

// scanPage reads the tags of s.
func scanPage(s string) *page {
	p, whole := thinPage(s, true)
	if !whole {
		// An element that is dropped was never closed: its rest may be the report.
		p, _ = thinPage(s, false)
	}
	return p
}

// A thinner holds what is open while the tags go by.
type thinner struct {
	p       *page
	out     bytes.Buffer
	depth   int
	formats int
	cut     []atom.Atom // elements left out for being too deep, to leave out their ends
	skip    atom.Atom   // the dropped element under way
	nested  int         // how often skip is open
	h1      bool
	inTitle bool
	ld      bool
	time    *timeTag
}

func thinPage(s string, drop bool) (p *page, whole bool) {
	t := thinner{p: &page{}}
	t.out.Grow(len(s) / 3)
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			t.p.thin = t.out.Bytes()
			return t.p, t.skip == 0
		case html.TextToken:
			t.text(z)
		case html.StartTagToken, html.SelfClosingTagToken:
			t.start(z, drop)
		case html.EndTagToken:
			t.end(z)
		}
	}
}

func (t *thinner) text(z *html.Tokenizer) {
	if t.skip == atom.Script && t.ld {
		t.p.ld = append(t.p.ld, string(z.Raw()))
		return
	}
	if t.skip != 0 {
		return
	}
	if t.inTitle && t.p.title == "" {
		t.p.title = oneLine(html.UnescapeString(string(z.Raw())))
	}
	raw := z.Raw()
	if t.time != nil && len(t.time.words) < 100 {
		t.time.words += html.UnescapeString(string(raw))
	}
	t.out.Write(raw)
	if len(raw) < 400 && !t.p.visible.published.When.Known() {
		line := strings.TrimSpace(html.UnescapeString(string(raw)))
		if p, ok := readDatePhrase(line, 0); ok && headOnly(line, p.end, false) {
			t.p.visible = p
		}
	}
}

func (t *thinner) start(z *html.Tokenizer, drop bool) {
	raw := append([]byte(nil), z.Raw()...) // reading attributes changes the bytes
	name, more := z.TagName()
	a := atom.Lookup(name)
	if t.skip != 0 {
		if a == t.skip {
			t.nested++
		}
		return
	}
	var attr map[string]string
	if more && wantsAttr(a) {
		attr = attributes(z)
	}
	t.note(a, attr)
	if dropped[a] && (drop || a == atom.Script || a == atom.Style) {
		if a != atom.Svg || !bytes.HasSuffix(raw, []byte("/>")) {
			t.skip, t.nested = a, 1
		}
		t.out.WriteByte(' ')
		return
	}
	switch {
	case dropped[a]:
		return // its words stay: it may never have been closed
	case void[a], implied[a]:
	case format[a]:
		if t.formats >= bold {
			t.cut = append(t.cut, a)
			return
		}
		t.formats++
	case t.depth >= deepest:
		t.cut = append(t.cut, a)
		t.out.WriteByte(' ')
		return
	default:
		t.depth++
	}
	if a != atom.Meta && a != atom.Link {
		t.out.Write(raw)
	}
}

func (t *thinner) end(z *html.Tokenizer) {
	raw := append([]byte(nil), z.Raw()...)
	name, _ := z.TagName()
	a := atom.Lookup(name)
	if t.skip != 0 {
		if a == t.skip {
			if t.nested--; t.nested == 0 {
				t.skip, t.ld = 0, false
			}
		}
		return
	}
	switch a {
	case atom.Title:
		t.inTitle = false
	case atom.Html, atom.Body:
		t.p.closed = true
	case atom.Time:
		t.endTime()
	}
	if n := len(t.cut); n > 0 && t.cut[n-1] == a {
		t.cut = t.cut[:n-1]
		t.out.WriteByte(' ')
		return
	}
	switch {
	case dropped[a]:
		return
	case implied[a], void[a]:
	case format[a]:
		t.formats = max(0, t.formats-1)
	default:
		t.depth = max(0, t.depth-1)
	}
	t.out.Write(raw)
}

func (t *thinner) endTime() {
	if t.time != nil {
		t.p.times = append(t.p.times, *t.time)
		t.time = nil
	}
}

// wantsAttr reports whether note looks at the attributes of a.
func wantsAttr(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Meta, atom.Link, atom.Time, atom.Input, atom.Script, atom.Span:
		return true
	}
	return false
}

func attributes(z *html.Tokenizer) map[string]string {
	m := map[string]string{}
	for {
		k, v, more := z.TagAttr()
		if key := string(k); m[key] == "" {
			m[key] = strings.TrimSpace(string(v))
		}
		if !more {
			return m
		}
	}
}

// note keeps what a tag says of the page.
func (t *thinner) note(a atom.Atom, attr map[string]string) {
	switch a {
	case atom.Html:
		t.p.opened = true
		t.p.lang = firstOf(t.p.lang, attr["lang"], attr["xml:lang"])
	case atom.Body:
		t.p.opened = true
	case atom.Title:
		t.inTitle = true
	case atom.H1:
		t.h1 = true
	case atom.Script:
		t.p.scripts++
		t.ld = strings.HasPrefix(strings.ToLower(attr["type"]), "application/ld+json")
	case atom.Input:
		t.p.password = t.p.password || strings.EqualFold(attr["type"], "password")
	case atom.Link:
		if strings.EqualFold(attr["rel"], "canonical") {
			t.p.canonical = firstOf(t.p.canonical, attr["href"])
		}
	case atom.Meta:
		t.noteMeta(attr)
	case atom.Time:
		t.endTime() // one that was never closed
		t.time = &timeTag{datetime: attr["datetime"], itemprop: strings.ToLower(attr["itemprop"]), class: strings.ToLower(attr["class"]), afterH1: t.h1}
		if _, ok := attr["pubdate"]; ok {
			t.time.itemprop = "datepublished"
		}
	case atom.Span:
		if prop := strings.ToLower(attr["itemprop"]); prop == "datepublished" || prop == "datemodified" {
			t.p.times = append(t.p.times, timeTag{datetime: firstOf(attr["content"], attr["datetime"]), itemprop: prop, afterH1: t.h1})
		}
	}
}

func (t *thinner) noteMeta(attr map[string]string) {
	value := attr["content"]
	if value == "" || len(value) > 2000 {
		return
	}
	for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
		if key := strings.ToLower(attr[k]); key != "" {
			t.p.metas = append(t.p.metas, meta{key, value})
		}
	}
}

// meta returns the value of the first of keys that the page has.
func (p *page) meta(keys ...string) string {
	_, v := p.metaKey(keys...)
	return v
}

// metaKey returns it with its key.
func (p *page) metaKey(keys ...string) (key, value string) {
	for _, k := range keys {
		for _, m := range p.metas {
			if m.key == k {
				return k, m.value
			}
		}
	}
	return "", ""
}
