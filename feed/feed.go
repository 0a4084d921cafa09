// Package feed reads lists of pages that a site offers: RSS, Atom, JSON Feed,
// and the sitemaps in which it names its news.
//
// It stands beside fetch, which brings the list in: here are only its bytes and
// the addresses in them.
package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"recoupe/source"
)

// A Feed is a list of pages.
type Feed struct {
	Title string
	Items []Item // as the list has them, mostly the newest first; each address once
	Maps  []Item // a sitemap of sitemaps: further lists to be fetched
}

// An Item is one page of a list.
type Item struct {
	URL       string
	Title     string
	Published time.Time // zero where the list does not say
}

// MaxItems is the most pages taken from one list: what exceeds it is an archive
// of the whole site and no list of news.
const MaxItems = 10_000

// Is reports whether body looks like a list of pages rather than a page.
func Is(body []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(body[:min(len(body), 4096)], []byte("\xef\xbb\xbf")), " \t\r\n")
	if bytes.HasPrefix(head, []byte("{")) {
		return bytes.Contains(head, []byte("jsonfeed.org/version"))
	}
	switch root(head) {
	case "rss", "feed", "RDF", "urlset", "sitemapindex":
		return true
	}
	return false
}

// root returns the name of the outermost element, "" where head is no XML.
func root(head []byte) string {
	d := xml.NewDecoder(bytes.NewReader(head))
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		switch t := t.(type) {
		case xml.StartElement:
			return t.Name.Local
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				return ""
			}
		}
	}
}

// Parse reads the list in c. What is no list, such as a login page that came in
// its place, gives a [*source.Trouble].
func Parse(c *source.Capture) (*Feed, error) {
	if !Is(c.Body) {
		return nil, &source.Trouble{Name: c.Name, Rule: "not-a-feed", Message: "a page where a feed should be; perhaps it asks for a login"}
	}
	base := c.Final
	if base == "" {
		base = c.URL
	}
	var f *Feed
	var err error
	switch root(c.Body) {
	case "urlset", "sitemapindex":
		f, err = parseSitemap(c.Body)
	default:
		f, err = parseFeed(c.Body)
	}
	if err != nil {
		return nil, &source.Trouble{Name: c.Name, Rule: "broken-feed", Message: "a feed that cannot be read: " + strings.Join(strings.Fields(err.Error()), " "), Err: err}
	}
	f.Items, f.Maps = resolve(base, f.Items), resolve(base, f.Maps)
	return f, nil
}

func parseFeed(body []byte) (f *Feed, err error) {
	defer func() {
		// A feed is foreign bytes and its reader is not ours: no feed may end the program.
		if recover() != nil {
			f, err = nil, errors.New("its form is broken")
		}
	}()
	if b := bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))); len(b) > 0 && b[0] == '{' && !json.Valid(b) {
		return nil, errors.New("its JSON is broken")
	}
	got, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	f = &Feed{Title: strings.TrimSpace(got.Title)}
	for _, it := range got.Items {
		item := Item{URL: it.Link, Title: strings.TrimSpace(it.Title)}
		if item.URL == "" && strings.HasPrefix(it.GUID, "http") {
			item.URL = it.GUID
		}
		if it.PublishedParsed != nil {
			item.Published = it.PublishedParsed.UTC()
		} else if it.UpdatedParsed != nil {
			item.Published = it.UpdatedParsed.UTC()
		}
		f.Items = append(f.Items, item)
	}
	return f, nil
}

// parseSitemap reads a sitemap (sitemaps.org) with the news of Google's form:
//
//	<urlset><url><loc>…</loc><lastmod>…</lastmod><news:news>
//	  <news:publication><news:name>…</news:name></news:publication>
//	  <news:publication_date>…</news:publication_date><news:title>…</news:title>
//	</news:news></url></urlset>
//	<sitemapindex><sitemap><loc>…</loc><lastmod>…</lastmod></sitemap></sitemapindex>
func parseSitemap(body []byte) (*Feed, error) {
	var doc struct {
		URLs []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
			News    struct {
				Date  string `xml:"publication_date"`
				Title string `xml:"title"`
				Name  string `xml:"publication>name"`
			} `xml:"news"`
		} `xml:"url"`
		Maps []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"sitemap"`
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // addresses are ASCII
	if err := d.Decode(&doc); err != nil {
		return nil, err
	}
	f := new(Feed)
	for _, u := range doc.URLs {
		when := u.News.Date
		if when == "" {
			when = u.LastMod
		}
		if f.Title == "" {
			f.Title = strings.TrimSpace(u.News.Name)
		}
		f.Items = append(f.Items, Item{u.Loc, strings.TrimSpace(u.News.Title), date(when)})
	}
	for _, m := range doc.Maps {
		f.Maps = append(f.Maps, Item{URL: m.Loc, Published: date(m.LastMod)})
	}
	return f, nil
}

// date reads the forms of W3C's profile of ISO 8601.
func date(s string) time.Time {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02"} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// resolve makes addresses whole and drops what is none and what was there.
func resolve(base string, items []Item) []Item {
	from, err := url.Parse(base)
	if err != nil {
		from = new(url.URL)
	}
	seen := map[string]bool{}
	var out []Item
	for _, it := range items {
		u, err := from.Parse(strings.TrimSpace(it.URL))
		if err != nil || it.URL == "" || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			continue
		}
		u.Fragment = ""
		if it.URL = u.String(); seen[it.URL] || len(out) >= MaxItems {
			continue
		}
		seen[it.URL] = true
		out = append(out, it)
	}
	return out
}
