package text

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"

	"recoupe/edtf"
	"recoupe/source"
)

// A line of a JSON Lines file is one object with the keys
//
//	url, outlet, title, text, published, language, byline, modified
//
// of which text or title must be there. Exports of other tools name the same
// things otherwise; the names in lineKeys are taken for them.
var lineKeys = map[string]string{
	"url": "url", "link": "url", "uri": "url", "canonical_url": "url",
	"outlet": "outlet", "source": "outlet", "site_name": "outlet", "sitename": "outlet", "publisher": "outlet", "media": "outlet", "hostname": "outlet", "source_domain": "outlet",
	"title": "title", "headline": "title", "titre": "title",
	"text": "text", "body": "text", "content": "text", "maintext": "text", "article": "text", "raw_text": "text", "texte": "text",
	"published": "published", "published_at": "published", "publishedat": "published", "date": "published", "date_publish": "published", "publish_date": "published", "pub_date": "published", "datepublished": "published",
	"modified": "modified", "updated": "modified", "date_modify": "modified", "datemodified": "modified",
	"language": "language", "lang": "language",
	"byline": "byline", "author": "byline", "authors": "byline", "auteur": "byline",
}

// readLine reads one object.
func readLine(c *source.Capture, limit int) (*Document, *source.Trouble) {
	var obj map[string]json.RawMessage
	if err := json.Unmarshal(bytes.TrimPrefix(c.Body, []byte("\xef\xbb\xbf")), &obj); err != nil {
		return nil, trouble(c, "bad-line", "not a JSON object ("+jsonFault(err)+"); write one object a line")
	}
	got := lineFields(obj)
	d := &Document{URL: got["url"].str, Outlet: got["outlet"].str, Title: oneLine(got["title"].str), Byline: oneLine(got["byline"].str)}
	body := got["text"].str
	if d.Title == "" && strings.TrimSpace(body) == "" {
		return nil, trouble(c, "empty", "no text and no title in it; the keys are url, outlet, title, text, published, language")
	}
	if len(body) > limit {
		return nil, tooLong(c, limit)
	}
	if looksLikeHTML(body) {
		page, err := readPage(&source.Capture{Name: c.Name, URL: d.URL, Body: []byte(body)}, decoded{s: body})
		if err != nil {
			return nil, err
		}
		d = mergeLine(d, page)
	} else {
		text := strings.TrimLeft(body, " \t\r\n")
		if d.Title != "" && !strings.HasPrefix(text, d.Title) {
			text = strings.TrimSpace(d.Title + "\n\n" + text)
		}
		dec := decoded{s: text}
		dec.replaceBroken()
		d.Text, d.Warnings = dec.s, dec.warnings
		d.divide()
	}
	d.Language = strings.ToLower(firstOf(got["language"].str, d.Language))
	d.takeLineDate(&d.Published, got["published"], "published")
	d.takeLineDate(&d.Modified, got["modified"], "modified")
	return d, nil
}

// A field is a string or number under a key, as a string.
type field struct {
	str    string
	number bool
}

// lineFields returns the fields of obj under their first names. Where an object
// has a field under two names, the name of the contract wins, then the first in
// the order of the alphabet: the order of keys in a map must not decide.
func lineFields(obj map[string]json.RawMessage) map[string]field {
	got := map[string]field{}
	chosen := map[string]string{}
	for key, raw := range obj {
		lower := strings.ToLower(key)
		name := lineKeys[lower]
		if name == "" {
			continue
		}
		if old, ok := chosen[name]; ok && (old == name || lower != name && old <= lower) {
			continue
		}
		if f := readField(raw); f.str != "" {
			got[name], chosen[name] = f, lower
		}
	}
	return got
}

// readField takes strings, numbers, lists of strings (authors) and objects with
// a name ("source": {"name": …}).
func readField(raw json.RawMessage) field {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return field{str: strings.TrimSpace(s)}
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return field{str: n.String(), number: true}
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil {
		return field{str: strings.Join(list, ", ")}
	}
	var named struct{ Name, Title string }
	if json.Unmarshal(raw, &named) == nil {
		return field{str: firstOf(named.Name, named.Title)}
	}
	return field{}
}

// mergeLine gives the page found in a text what the line says of it.
func mergeLine(line, page *Document) *Document {
	page.URL = firstOf(line.URL, page.URL)
	page.Outlet = firstOf(line.Outlet, page.Outlet)
	page.Byline = firstOf(line.Byline, page.Byline)
	if line.Title != "" && page.Title == "" {
		page.Title = line.Title
		page.prepend(line.Title, Title)
	}
	return page
}

// takeLineDate reads the date under key into st. A date in the words of the text
// that does not agree stays unused, with a warning: the export may carry the day
// the report was collected.
func (d *Document) takeLineDate(st *Stated, f field, key string) {
	if f.str == "" {
		return
	}
	when, zone := edtf.Time{}, ""
	if f.number {
		when, zone = unixTime(f.str)
	} else if t, z, n := readDate(f.str); n > 0 && strings.TrimSpace(f.str[n:]) == "" {
		when, zone = t, z
	}
	if !when.Known() {
		d.Warnings = append(d.Warnings, Warning{Rule: "unreadable-date", Args: []string{key, f.str},
			Message: key + " " + strconv.Quote(short(f.str)) + " is no date recoupe can read; write it as 2031-03-02 or 2031-03-02T10:20:00+01:00"})
		return
	}
	if st.When.Known() && !st.When.Overlaps(when) {
		d.warnContradicted(key, when, *st)
	}
	if st.When.Known() && sharper(Stated{When: when}, *st).When == st.When {
		return // the words of the report are as exact, and can be shown
	}
	*st = Stated{When: when, Zone: zone, Written: f.str, Basis: "metadata", From: key}
}

func (d *Document) warnContradicted(key string, when edtf.Time, st Stated) {
	w := Warning{Rule: "stated-date-contradicted", Args: []string{key, when.String(), st.When.String()},
		Message: key + " says " + when.String() + " but the report says " + st.When.String() + "; check which of the two is the day it appeared"}
	if len(st.Because) > 0 {
		w.Span = st.Because[0]
	}
	d.Warnings = append(d.Warnings, w)
}

// unixTime reads seconds or milliseconds since 1970.
func unixTime(s string) (edtf.Time, string) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return edtf.Time{}, ""
	}
	if n > 1e11 {
		n /= 1000
	}
	if n < 1e8 || n > 1e10 {
		if t, _, m := readDate(s); m == len(s) { // 20310302, 2031
			return t, ""
		}
		return edtf.Time{}, ""
	}
	from := time.Unix(n, 0).UTC().Truncate(time.Minute)
	return edtf.Time{From: from, To: from.Add(time.Minute), Precision: edtf.Minute}, "Z"
}

func jsonFault(err error) string {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Error() + " at byte " + itoa(int(syntax.Offset))
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return "it is a " + kind.Value
	}
	return err.Error()
}

// oneLine joins the lines of s by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// short cuts s for a message, on a rune boundary.
func short(s string) string {
	if n := 40; len(s) > n {
		for i := range s {
			if i >= n {
				return s[:i] + "…"
			}
		}
	}
	return s
}
