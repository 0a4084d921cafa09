package feed

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"recoupe/source"
)

func capture(body string) *source.Capture {
	return &source.Capture{Name: "https://lagune.example/fil", URL: "https://lagune.example/fil", Final: "https://lagune.example/fil", Body: []byte(body)}
}

const want = "https://lagune.example/1 2031-03-02T09:00:00Z Douze morts à Lisane|https://lagune.example/2 2031-03-02T10:30:00Z La digue cède"

var forms = map[string]string{
	"RSS": `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Lagune</title>
<item><title>Douze morts à Lisane</title><link>/1#top</link><pubDate>Sun, 02 Mar 2031 10:00:00 +0100</pubDate></item>
<item><title>La digue cède</title><guid>https://lagune.example/2</guid><pubDate>Sun, 02 Mar 2031 10:30:00 GMT</pubDate></item>
<item><title>Encore</title><link>https://lagune.example/1</link></item>
<item><title>Sans adresse</title></item><item><title>Mail</title><link>mailto:x@lagune.example</link></item></channel></rss>`,
	"Atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lagune</title>
<entry><title>Douze morts à Lisane</title><link rel="alternate" href="https://lagune.example/1"/><published>2031-03-02T10:00:00+01:00</published></entry>
<entry><title>La digue cède</title><link href="/2"/><updated>2031-03-02T10:30:00Z</updated></entry></feed>`,
	"JSON Feed": `{"version":"https://jsonfeed.org/version/1.1","title":"Lagune","items":[
{"id":"1","url":"https://lagune.example/1","title":"Douze morts à Lisane","date_published":"2031-03-02T09:00:00Z"},
{"id":"2","url":"/2","title":"La digue cède","date_published":"2031-03-02T10:30:00Z"}]}`,
	"news sitemap": `<?xml version="1.0"?><!-- une liste --><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://lagune.example/1 </loc><news:news><news:publication><news:name>Lagune</news:name></news:publication><news:publication_date>2031-03-02T10:00+01:00</news:publication_date><news:title>Douze morts à Lisane</news:title></news:news></url>
<url><loc>https://lagune.example/2</loc><lastmod>2031-03-02T10:30:00Z</lastmod><news:news><news:title>La digue cède</news:title></news:news></url></urlset>`,
}

func TestForms(t *testing.T) {
	for name, body := range forms {
		f, err := Parse(capture(body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, it := range f.Items {
			got = append(got, fmt.Sprintf("%s %s %s", it.URL, it.Published.Format("2006-01-02T15:04:05Z07:00"), it.Title))
		}
		if strings.Join(got, "|") != want || f.Title != "Lagune" {
			t.Errorf("%s: %q\ngot  %s\nwant %s", name, f.Title, strings.Join(got, "|"), want)
		}
	}
}

func TestSitemapOfSitemaps(t *testing.T) {
	f, err := Parse(capture(`<sitemapindex><sitemap><loc>https://lagune.example/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>`))
	if err != nil || len(f.Maps) != 2 || f.Maps[1].URL != "https://lagune.example/b.xml" {
		t.Errorf("%+v %v", f, err)
	}
}

// What is no feed, or a broken one, gives one line.
func TestBroken(t *testing.T) {
	for _, c := range []struct{ body, rule string }{
		{`<!DOCTYPE html><html><body><form action="/login"><input type="password"></form></body></html>`, "not-a-feed"},
		{``, "not-a-feed"},
		{"\x00\x01", "not-a-feed"},
		{`{"a": 1}`, "not-a-feed"},
		{forms["RSS"][:200], "broken-feed"},
		{forms["news sitemap"][:300], "broken-feed"},
		{forms["JSON Feed"][:100], "broken-feed"},
	} {
		_, err := Parse(capture(c.body))
		var tr *source.Trouble
		if !errors.As(err, &tr) || tr.Rule != c.rule || strings.Contains(tr.Message, "\n") {
			t.Errorf("%.40q: %v; want %s", c.body, err, c.rule)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, body := range forms {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if got, err := Parse(capture(string(b))); err == nil {
			for _, it := range got.Items {
				if !strings.HasPrefix(it.URL, "http") {
					t.Errorf("address %q", it.URL)
				}
			}
		}
	})
}
