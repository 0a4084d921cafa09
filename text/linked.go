package text

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
)

// JSON-LD: pages say in a script of type application/ld+json what they are, in
// the words of schema.org:
//
//	{"@type": "NewsArticle", "headline": "…", "datePublished": "2031-03-02T10:20:00+01:00",
//	 "dateModified": "…", "publisher": {"@type": "Organization", "name": "Radio Lagune"}, "author": [{"name": "…"}]}
//
// alone, in an array, under "@graph", or broken in ways that browsers forgive.

// An article is what JSON-LD says of one article.
type article struct {
	kind, headline, published, modified string
	publisher, author, language, body   string
	url                                 string
	locked                              bool // "isAccessibleForFree": false
}

// articleKinds are the types that stand for a report, best first. A WebPage
// carries dates too, of the template as often as of the text.
var articleKinds = []string{"newsarticle", "reportagenewsarticle", "liveblogposting", "backgroundnewsarticle", "analysisnewsarticle", "article", "report", "blogposting", "socialmediaposting", "opinionnewsarticle", "techarticle", "videoobject", "webpage", "itempage"}

// readLinked returns the article that the scripts of a page speak of; ok is
// false where they speak of none.
func readLinked(scripts []string, title string) (best article, ok bool) {
	l := linked{names: map[string]string{}}
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(tidyJSON(s)), &v) != nil {
			if a, ok := salvage(s); ok {
				l.found = append(l.found, a)
			}
			continue
		}
		l.nameAll(v, 0)
		l.walk(v, 0)
	}
	bestRank := -1
	for _, a := range l.found {
		rank := 0
		for i, k := range articleKinds {
			if k == a.kind {
				rank = 100 - i
			}
		}
		if a.headline != "" && title != "" && (strings.Contains(title, a.headline) || strings.Contains(a.headline, title)) {
			rank += 50 // a page of a section lists other articles too
		}
		if a.published != "" {
			rank += 20
		}
		if rank > bestRank {
			best, bestRank, ok = a, rank, true
		}
	}
	return best, ok
}

type linked struct {
	names map[string]string // of the things with an @id
	found []article
}

// deepestLD bounds the walk; JSON-LD of pages nests five or six deep.
const deepestLD = 16

// nameAll keeps the name of each thing with an identity, since a publisher is
// often only referred to.
func (l *linked) nameAll(v any, depth int) {
	if depth > deepestLD {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.nameAll(e, depth+1)
		}
	case map[string]any:
		if id, name := str(v["@id"]), str(v["name"]); id != "" && name != "" {
			l.names[id] = name
		}
		for _, e := range v {
			l.nameAll(e, depth+1)
		}
	}
}

func (l *linked) walk(v any, depth int) {
	if depth > deepestLD {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.walk(e, depth+1)
		}
	case map[string]any:
		if kind := articleKind(v["@type"]); kind != "" {
			l.found = append(l.found, l.article(kind, v))
		}
		// The entries of a live page are no reports of their own, so only
		// these keys lead on.
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"} {
			if k == "hasPart" && articleKind(v["@type"]) != "" {
				continue
			}
			l.walk(v[k], depth+1)
		}
	}
}

func articleKind(v any) string {
	types := []any{v}
	if list, ok := v.([]any); ok {
		types = list
	}
	for _, t := range types {
		name := strings.ToLower(str(t))
		name = name[strings.LastIndexAny(name, "/:#")+1:]
		for _, k := range articleKinds {
			if name == k {
				return k
			}
		}
	}
	return ""
}

func (l *linked) article(kind string, v map[string]any) article {
	a := article{
		kind: kind, headline: oneLine(firstOf(str(v["headline"]), str(v["name"]))),
		published: firstOf(str(v["datePublished"]), str(v["uploadDate"]), str(v["coverageStartTime"]), str(v["dateCreated"])),
		modified:  str(v["dateModified"]), publisher: l.name(v["publisher"]), author: l.name(v["author"]),
		language: str(v["inLanguage"]), body: str(v["articleBody"]), url: str(v["url"]),
	}
	if a.publisher == "" {
		a.publisher = l.name(v["sourceOrganization"])
	}
	free, ok := v["isAccessibleForFree"]
	a.locked = ok && (free == false || strings.EqualFold(str(free), "false"))
	return a
}

// name returns the name of a person or body: a string, an object, a reference,
// or several of these.
func (l *linked) name(v any) string {
	switch v := v.(type) {
	case string:
		if strings.HasPrefix(v, "http") {
			return l.names[v]
		}
		return oneLine(html.UnescapeString(v))
	case []any:
		var all []string
		for _, e := range v {
			if n := l.name(e); n != "" {
				all = append(all, n)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		if n := l.name(v["name"]); n != "" {
			return n
		}
		return l.names[str(v["@id"])]
	}
	return ""
}

// str returns the string v is, or "". Publishing systems escape for HTML what
// stands in a script, where nothing unescapes it.
func str(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(html.UnescapeString(s))
}

// tidyJSON takes off what pages wrap around JSON-LD and escapes the line breaks
// they leave in its strings.
func tidyJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, w := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, w))
	}
	for _, w := range []string{"-->", "//]]>", "/*]]>*/", "]]>", "//", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, w))
	}
	var b strings.Builder
	inString, escaped := false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case escaped:
			escaped = false
		case inString && c == '\\':
			escaped = true
		case c == '"':
			inString = !inString
		case inString && c < 0x20:
			b.WriteByte(' ')
			continue
		case !inString && c == ',':
			if rest := strings.TrimLeft(s[i+1:], " \t\r\n"); rest != "" && (rest[0] == '}' || rest[0] == ']') {
				continue // a comma before the end
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// salvage takes the dates and names out of JSON-LD too broken to parse.
func salvage(s string) (article, bool) {
	a := article{kind: "article", published: keyString(s, "datePublished"), modified: keyString(s, "dateModified"), headline: keyString(s, "headline")}
	return a, a.published != ""
}

// keyString returns the string after the first "key": in s.
func keyString(s, key string) string {
	_, rest, ok := strings.Cut(s, `"`+key+`"`)
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n:")
	if !strings.HasPrefix(rest, `"`) {
		return ""
	}
	value, _, ok := strings.Cut(rest[1:], `"`)
	if !ok || len(value) > 300 {
		return ""
	}
	return value
}
