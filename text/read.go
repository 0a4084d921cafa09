package text

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"recoupe/archive"
	"recoupe/edtf"
	"recoupe/source"
)

// Options are what the caller says of reports that do not say it themselves.
// The zero value says nothing.
type Options struct {
	Outlet    string    // who published them: "Radio Lagune"
	URL       string    // where the one report came from
	Published edtf.Time // when they appeared
	MaxReport int       // most bytes of text in one report; 0 means [source.MaxReport]
}

// Read turns a capture into a document: a page loses its menus, a line of JSON
// its keys, a plain text nothing. What could be read only with doubt stands in
// the Warnings of the document. A capture that cannot be read at all gives a
// [*source.Trouble] and no document; no other error is returned.
//
//	doc, err := text.Read(c, text.Options{Outlet: "Radio Lagune"})
func Read(c *source.Capture, opt Options) (*Document, error) {
	d, err := read(c, opt)
	if err != nil {
		return nil, err // err is a *source.Trouble; nil must not become a typed nil
	}
	return d, nil
}

func read(c *source.Capture, opt Options) (*Document, *source.Trouble) {
	limit := opt.MaxReport
	if limit <= 0 {
		limit = source.MaxReport
	}
	d, err := extract(c, limit)
	if err != nil {
		return nil, err
	}
	if len(d.Text) > limit {
		return nil, tooLong(c, limit)
	}
	d.Capture = archive.Of(c.Body)
	d.Files = []string{c.Name}
	if d.URL == "" {
		d.URL = firstOf(c.Final, c.URL, opt.URL)
	}
	if d.Outlet == "" {
		d.Outlet = opt.Outlet
	}
	if !d.Published.When.Known() && opt.Published.Known() {
		d.Published = Stated{When: opt.Published, Basis: "stated"}
	}
	if err := d.tellLanguage(c); err != nil {
		return nil, err
	}
	// They live as long as the report does, so they take no more room than they need.
	d.Parts = slices.Clone(d.Parts)
	d.Sentences = slices.Clone(Sentences(d.Text, d.Parts))
	d.sign()
	return d, nil
}

// extract dispatches on what the capture is, by its media type where it has
// one and by its first bytes where it has none.
func extract(c *source.Capture, limit int) (*Document, *source.Trouble) {
	kind, _, _ := strings.Cut(c.MediaType, ";")
	if strings.TrimSpace(kind) == source.MediaLine {
		return readLine(c, limit)
	}
	if c.Status >= 400 {
		return nil, trouble(c, "error-page", "the server answered with status "+itoa(c.Status)+"; there is no report in that")
	}
	dec, err := decode(c, declaredCharset(c))
	if err != nil {
		return nil, err
	}
	if looksLikeHTML(dec.s) {
		return readPage(c, dec)
	}
	if len(dec.s) > limit {
		return nil, tooLong(c, limit)
	}
	return plain(dec), nil
}

// tellLanguage sets the language from the words, and from what the page says
// only where the words do not tell: pages in Russian are served as lang="en"
// every day.
func (d *Document) tellLanguage(c *source.Capture) *source.Trouble {
	prose := d.prose()
	told := Language(prose)
	if c.MediaType == source.MediaLine && len(prose) < fewWords {
		// A headline in a record: the words are too few to overrule who made it.
		d.Language = firstOf(d.Language, told, "und")
		return nil
	}
	if told != "" && told != "und" {
		d.Language = told
		return nil
	}
	if d.Language != "" && d.Language != "und" {
		return nil
	}
	return trouble(c, "no-language", "no language could be recognised; if this is a report, give more of its text")
}

// fewWords is below how many bytes of text what is stated of the language weighs
// more than the words.
const fewWords = 240

// prose returns the words a reporter wrote, without the page around them.
func (d *Document) prose() string {
	var b strings.Builder
	for _, p := range d.Parts {
		if p.Kind == Title || p.Kind == Lead || p.Kind == Paragraph || p.Kind == Caption || p.Kind == Crosshead {
			b.WriteString(d.Text[p.Start:p.End])
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// sign gives d its ID and writes it into the spans made before it was known.
func (d *Document) sign() {
	h := sha256.New()
	h.Write([]byte(firstOf(d.URL, d.Outlet)))
	h.Write([]byte{0})
	h.Write([]byte(d.Text))
	d.ID = DocID(hex.EncodeToString(h.Sum(nil)[:6]))
	for i := range d.Warnings {
		d.Warnings[i].Span.Doc = d.ID
	}
	for _, st := range []*Stated{&d.Published, &d.Modified} {
		for i := range st.Because {
			st.Because[i].Doc = d.ID
		}
	}
}

func trouble(c *source.Capture, rule, message string) *source.Trouble {
	return &source.Trouble{Name: c.Name, Rule: rule, Message: message}
}

func tooLong(c *source.Capture, limit int) *source.Trouble {
	return trouble(c, "too-long", "too long for one report (over "+size(limit)+" of text); split it, or raise --max-report")
}

// size writes a number of bytes as a person would: "16 MB", "800 kB".
func size(n int) string {
	switch {
	case n >= 1<<20:
		return strconv.Itoa(n>>20) + " MB"
	case n >= 1<<10:
		return strconv.Itoa(n>>10) + " kB"
	}
	return count(n, "byte")
}

func itoa(n int) string { return strconv.Itoa(n) }

// count writes "1 byte", "2 bytes".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return itoa(n) + " " + noun + "s"
}

// firstOf returns the first of s that is not empty.
func firstOf(s ...string) string {
	for _, v := range s {
		if v != "" {
			return v
		}
	}
	return ""
}
