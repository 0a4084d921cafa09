package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"recoupe"
	"recoupe/render"
	"recoupe/source"
)

// example is the account of the bundled crisis, read once.
var example = sync.OnceValue(func() *recoupe.Result {
	return recoupe.Read(source.Files([]string{"../testdata/port-lisane"}, nil, source.Options{}), recoupe.Options{})
})

// readTexts makes an account of reports given as JSON Lines.
func readTexts(t *testing.T, lines string) *recoupe.Result {
	t.Helper()
	name := filepath.Join(t.TempDir(), "reports.jsonl")
	if err := os.WriteFile(name, []byte(lines), 0o666); err != nil {
		t.Fatal(err)
	}
	return recoupe.Read(source.Files([]string{name}, nil, source.Options{}), recoupe.Options{})
}

// A crawl walks every page that links lead to.
type crawl struct {
	t   *testing.T
	get func(addr string) (body string, ok bool) // addr without its fragment
	res *recoupe.Result

	pages map[string]*html.Node
	ids   map[string]map[string]*html.Node
	uses  []use
}

// A use is a link that stands on a page.
type use struct {
	on, to, fragment string
	a                *html.Node
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func (c *crawl) walk(start string) {
	c.pages, c.ids = map[string]*html.Node{}, map[string]map[string]*html.Node{}
	queue := []string{start}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if c.pages[at] != nil {
			continue
		}
		body, ok := c.get(at)
		if !ok {
			c.t.Errorf("%s: nothing there", at)
			c.pages[at] = &html.Node{}
			continue
		}
		doc, err := html.Parse(strings.NewReader(body))
		if err != nil {
			c.t.Fatal(err)
		}
		c.pages[at] = doc
		ids := map[string]*html.Node{}
		c.ids[at] = ids
		here, _ := url.Parse(at)
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if id := attr(n, "id"); id != "" {
				if ids[id] != nil {
					c.t.Errorf("%s: id %q stands twice", at, id)
				}
				ids[id] = n
			}
			href := attr(n, "href")
			if n.Data == "iframe" {
				href = attr(n, "src")
			}
			if href == "" || n.Data == "link" {
				continue
			}
			u, err := here.Parse(href)
			if err != nil {
				c.t.Errorf("%s: %q is no address", at, href)
				continue
			}
			if u.Host != here.Host {
				if attr(n, "rel") == "" {
					c.t.Errorf("%s: %s leads away and does not say so", at, href)
				}
				continue
			}
			fragment := u.Fragment
			u.Fragment = ""
			if strings.HasPrefix(u.Path, "/search") || u.Query().Has("lang") || strings.HasPrefix(u.Path, "/static") {
				continue
			}
			c.uses = append(c.uses, use{at, u.String(), fragment, n})
			queue = append(queue, u.String())
		}
	}
}

var spanID = regexp.MustCompile(`^s-(\d+)-(\d+)$`)

// check proves that every fragment is there, and that every number, name and day
// opens on the very words it rests on, in their language.
func (c *crawl) check() (spans int) {
	reports := map[string]string{}
	langs := map[string]string{}
	for _, r := range c.res.Reports {
		reports[string(r.ID)], langs[string(r.ID)] = r.Text, r.Language
	}
	for _, u := range c.uses {
		if u.fragment != "" && c.ids[u.to] != nil && c.ids[u.to][u.fragment] == nil {
			c.t.Errorf("%s: %s#%s (%.60q) leads to nothing on that page", u.on, u.to, u.fragment, textOf(u.a))
			continue
		}
		class := strings.Fields(attr(u.a, "class"))
		id := strings.TrimSuffix(path.Base(u.to), ".html")
		m := spanID.FindStringSubmatch(u.fragment)
		if m == nil || reports[id] == "" {
			if slices.Contains(class, "n") {
				c.t.Errorf("%s: the number %q opens on no words", u.on, textOf(u.a))
			}
			continue
		}
		spans++
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		want, got := bare(reports[id][from:to]), bare(textOf(c.ids[u.to][u.fragment]))
		// What reaches over the end of another stretch is cut there, and its
		// beginning is what the address names.
		if got == "" || !strings.HasPrefix(want, got) {
			c.t.Errorf("%s: %s#%s is %q, want %q", u.on, u.to, u.fragment, got, want)
		}
		if (slices.Contains(class, "nm") || slices.Contains(class, "q")) && attr(u.a, "lang") != langs[id] {
			c.t.Errorf("%s: %q has lang %q, want %q", u.on, textOf(u.a), attr(u.a, "lang"), langs[id])
		}
	}
	return spans
}

// bare leaves the letters of s: white space is not the same on a page, and what
// would turn the line is shown as a sign that it stood there.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\n' || r == '\r' || r == '\t' || r == '\u00a0' || r == '\u202f':
			return -1
		case r < ' ' || r == '\u202e':
			return '\ufffd'
		}
		return r
	}, s)
}

// numbers proves that no number stands in an account unless it opens on its
// words: whatever says how many is in a link.
func (c *crawl) numbers() {
	for at, doc := range c.pages {
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "td" && slices.Contains(strings.Fields(attr(n, "class")), "n") && strings.ContainsAny(textOf(n), "0123456789") {
				found := false
				for d := range n.Descendants() {
					found = found || d.Type == html.ElementNode && d.Data == "a" && strings.ContainsAny(textOf(d), "0123456789")
				}
				if !found {
					c.t.Errorf("%s: %q opens on nothing", at, textOf(n))
				}
			}
		}
	}
}

// aside are the parts of a page that are no statement of the account: forms, the
// text of a report itself, names of files, what only machines read.
var aside = []string{"title", "h1", "option", "textarea", "script", "style", "code", "label", "datalist", "summary", "caption"}

// opens reports whether n stands in a link, or in a part that is no statement.
func opens(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "a" || slices.Contains(aside, p.Data) || p.Data == "article" || attr(p, "aria-hidden") == "true" {
			return true
		}
	}
	return false
}

// within returns the nearest class among those named that n stands in.
func within(n *html.Node, classes ...string) string {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, c := range strings.Fields(attr(p, "class")) {
			if slices.Contains(classes, c) {
				return c
			}
		}
	}
	return ""
}

var counted = regexp.MustCompile(`\d+ (speakers agree|sources concordent)`)

// names proves that no name of a person stands in an account unless it opens on
// words that name her, that numbers in verdicts and reasons do, and days too.
func (c *crawl) names() (found int) {
	var people []string
	for _, sp := range c.res.Cast.Speakers {
		if sp.Person && strings.Contains(sp.Name, " ") {
			people = append(people, sp.Name)
		}
	}
	for at, doc := range c.pages {
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "time" && !opens(n) {
				c.t.Errorf("%s: the day %q opens on nothing", at, textOf(n))
			}
			if n.Type == html.ElementNode && (n.Data == "h2" || n.Data == "h3") && attr(n, "class") == "day" && !slices.ContainsFunc(slices.Collect(n.Descendants()), func(d *html.Node) bool { return d.Data == "a" }) && strings.HasSuffix(at, "/timeline") {
				c.t.Errorf("%s: the day %q opens on nothing", at, textOf(n))
			}
			if n.Type != html.TextNode {
				continue
			}
			for _, name := range people {
				if strings.Contains(n.Data, name) {
					found++
					if !opens(n) {
						c.t.Errorf("%s: the name in %q opens on nothing", at, n.Data)
					}
				}
			}
			if in := within(n, "what", "verdict", "why", "was", "status"); in != "" && !opens(n) && strings.ContainsAny(counted.ReplaceAllString(n.Data, ""), "0123456789") {
				c.t.Errorf("%s: a number in %q (%s) opens on nothing", at, n.Data, in)
			}
		}
	}
	return found
}

func handlerGet(t *testing.T, h http.Handler, lang string) func(string) (string, bool) {
	return func(addr string) (string, bool) {
		r := httptest.NewRequest("GET", addr, nil)
		r.Host = "localhost"
		r.Header.Set("Accept-Language", lang)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if to := w.Header().Get("Location"); w.Code == http.StatusFound && to != "" {
			return handlerGet(t, h, lang)(to)
		}
		if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "script-src 'self'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", addr, csp)
		}
		body, _ := io.ReadAll(w.Body)
		return string(body), w.Code == http.StatusOK
	}
}

func TestEveryLinkLeadsToItsWords(t *testing.T) {
	for _, lang := range []string{"fr", "en"} {
		t.Run(lang, func(t *testing.T) {
			site := New(example(), Options{})
			c := &crawl{t: t, get: handlerGet(t, site, lang), res: example()}
			c.walk("/")
			spans := c.check()
			c.numbers()
			if n := c.names(); n < 100 {
				t.Errorf("%d names of persons on all pages", n)
			}
			if len(c.pages) < 50 || spans < 1000 {
				t.Errorf("%d pages, %d links to words: the site is not all there", len(c.pages), spans)
			}
			told := map[string]bool{}
			for _, u := range c.uses {
				if slices.Contains(strings.Fields(attr(u.a, "class")), "n") {
					told[path.Base(u.to)+"#"+u.fragment] = true
				}
			}
			for _, r := range example().Reports {
				for _, f := range r.Figures {
					if key := string(r.ID) + "#s-" + strconv.Itoa(f.Span.Start) + "-" + strconv.Itoa(f.Span.End); !told[key] {
						t.Errorf("no number on any page opens on %s", key)
					}
				}
			}
			for at, doc := range c.pages {
				for n := range doc.Descendants() {
					if n.Type == html.ElementNode && n.Data == "html" && attr(n, "lang") != lang {
						t.Errorf("%s: lang %q, want %q", at, attr(n, "lang"), lang)
					}
				}
			}
		})
	}
}

func TestPublicationNeedsNothingElse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "account")
	if err := Publish(dir, example(), render.In("fr"), nil); err != nil {
		t.Fatal(err)
	}
	c := &crawl{t: t, res: example(), get: func(addr string) (string, bool) {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(addr, "/"))))
		return string(data), err == nil
	}}
	c.walk("/index.html")
	if spans := c.check(); len(c.pages) < 50 || spans < 1000 {
		t.Errorf("%d pages, %d links to words", len(c.pages), spans)
	}
	for at, doc := range c.pages {
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "script" {
				t.Errorf("%s: a script in a publication", at)
			}
			for _, a := range n.Attr {
				if (a.Key == "href" || a.Key == "src") && strings.HasPrefix(a.Val, "/") {
					t.Errorf("%s: %s does not work from a disk", at, a.Val)
				}
			}
			if n.Type == html.ElementNode && n.Data == "link" {
				file := filepath.Join(dir, filepath.FromSlash(path.Join(path.Dir(at), attr(n, "href"))))
				if _, err := os.Stat(file); err != nil {
					t.Errorf("%s: %v", at, err)
				}
			}
		}
	}
	t.Run("again", func(t *testing.T) {
		if err := Publish(dir, example(), render.In("fr"), nil); err != nil {
			t.Errorf("a publication is not replaced: %v", err)
		}
	})
	t.Run("beside", func(t *testing.T) {
		other := t.TempDir()
		if err := os.WriteFile(filepath.Join(other, "notes.txt"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := Publish(other, example(), render.In("fr"), nil); err == nil {
			t.Error("a folder with other files in it was replaced")
		}
	})
}

func TestFinder(t *testing.T) {
	res := example()
	f := newFinder(res.Reports)
	for query, want := range map[string]bool{"ministere sante": true, "MINISTÈRE de la Santé": true, "minist": true, "": false, "zzz": false, "docks zzz": false} {
		if got := len(f.find(query)) > 0; got != want {
			t.Errorf("find(%q): %v, want %v", query, got, want)
		}
	}
	for _, at := range f.find("ministere sante") {
		r := res.Reports[at.report]
		s := r.Sentences[at.sentence]
		words := foldedWords(r.Text[s.Start:s.End])
		if !slices.Contains(words, "ministere") {
			t.Errorf("%q has no ministry", r.Text[s.Start:s.End])
		}
	}
}

func TestParseRange(t *testing.T) {
	for s, want := range map[string]bool{"0-4": true, "2,5": true, "5-2": false, "0-99": false, "-1-3": false, "a-b": false, "": false, "4": false} {
		if _, ok := parseRange(s, 10); ok != want {
			t.Errorf("parseRange(%q): %v, want %v", s, ok, want)
		}
	}
	if onRunes("é", [2]int{1, 2}) {
		t.Error("a letter was cut apart")
	}
}
