package watch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"io"
	"strings"
	"time"
)

// News is one entry of the dossier's Atom feed.
type News struct {
	At    time.Time
	Line  string
	URL   string   // the page it is about; may be ""
	Title string   // of that page; may be ""
	Lines []string // the difference, a sentence a line: "- …" removed, "+ …" new
}

// NewsOf returns the entry that tells f; line says it in a reader's language.
func NewsOf(f Finding, line string) News {
	n := News{At: f.Found, Line: line, URL: f.URL, Title: f.Title}
	for _, s := range f.Removed {
		n.Lines = append(n.Lines, "- "+s)
	}
	for _, s := range f.Added {
		n.Lines = append(n.Lines, "+ "+s)
	}
	return n
}

// Atom writes news, the newest last, as an Atom feed (RFC 4287) of the dossier
// whose log is called name.
func Atom(w io.Writer, name string, news []News) error {
	type link struct {
		Href string `xml:"href,attr"`
	}
	type entry struct {
		ID      string `xml:"id"`
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Link    *link  `xml:"link,omitempty"`
		Content string `xml:"content,omitempty"`
	}
	type author struct {
		Name string `xml:"name"`
	}
	feed := struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  author   `xml:"author"`
		Entries []entry  `xml:"entry"`
	}{ID: "urn:" + strings.ReplaceAll(name, "/", ":"), Title: name, Author: author{"recoupe"}, Updated: time.Unix(0, 0).UTC().Format(time.RFC3339)}
	for i := len(news) - 1; i >= 0; i-- {
		n := news[i]
		at := n.At.UTC().Format(time.RFC3339)
		feed.Updated = max(feed.Updated, at)
		sum := sha256.Sum256([]byte(name + at + n.URL + n.Line))
		e := entry{ID: feed.ID + ":" + hex.EncodeToString(sum[:8]), Title: strings.TrimPrefix(n.Title+": "+n.Line, ": "), Updated: at, Content: strings.Join(n.Lines, "\n")}
		if n.URL != "" {
			e.Link = &link{n.URL}
		}
		feed.Entries = append(feed.Entries, e)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(feed); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
