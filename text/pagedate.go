package text

import (
	"strings"
	"time"

	"recoupe/edtf"
)

// The keys under which pages give the time they appeared, the surest first.
var (
	publishedKeys = []string{"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publishdate", "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date.published", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "article:published", "published_time", "date"}
	modifiedKeys  = []string{"article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "article.updated"}
)

// datePage gives d the time it was published by what the page says of itself:
// JSON-LD, then meta, then <time>, then the words on the page, then the address.
// Nothing is guessed here.
func (d *Document) datePage(p *page, ld article) {
	inText := d.Published // "Publié le …" among the paragraphs
	var found []Stated
	add := func(value, from string) {
		if st, ok := machineDate(value, from); ok {
			found = append(found, st)
		}
	}
	if ld.kind != "webpage" && ld.kind != "itempage" {
		add(ld.published, "json-ld")
	}
	for _, k := range publishedKeys {
		if key, v := p.metaKey(k); v != "" {
			add(v, "meta "+key)
		}
	}
	add(ld.published, "json-ld")
	for _, t := range p.publishTimes() {
		add(firstOf(t.datetime, oneLine(t.words)), "time")
	}
	if inText.When.Known() {
		found = append(found, inText)
	} else if p.visible.published.When.Known() {
		st := p.visible.published
		st.Because, st.Basis, st.From = nil, "metadata", "words on the page"
		found = append(found, st)
	}
	if st, ok := addressDate(d.URL); ok {
		found = append(found, st)
	}
	if len(found) > 0 {
		d.Published = sharpen(found)
	}
	for _, v := range []struct{ value, from string }{{ld.modified, "json-ld"}, {p.meta(modifiedKeys...), "meta"}} {
		if st, ok := machineDate(v.value, v.from); ok && !d.Modified.When.Known() {
			d.Modified = st
		}
	}
	if !d.Modified.When.Known() && p.visible.modified.When.Known() {
		d.Modified = p.visible.modified
		d.Modified.Because, d.Modified.Basis, d.Modified.From = nil, "metadata", "words on the page"
	}
}

// sharpen takes the first of found, and of those that name the same day the
// first with a time of day: JSON-LD of some pages carries the day alone.
func sharpen(found []Stated) Stated {
	best := found[0]
	if best.When.Precision >= edtf.Hour {
		return best
	}
	for _, st := range found[1:] {
		if st.When.Precision > best.When.Precision && !st.When.From.Before(best.When.From) && !st.When.To.After(best.When.To) {
			return st
		}
	}
	return best
}

// publishTimes returns the <time> tags that can stand for the publication: those
// that say so, else the first behind the heading. Lists of other reports carry
// times as well, before and after.
func (p *page) publishTimes() []timeTag {
	var said, first []timeTag
	for _, t := range p.times {
		switch {
		case t.itemprop == "datepublished", strings.Contains(t.class, "publi"), strings.Contains(t.class, "entry-date"):
			said = append(said, t)
		case t.itemprop == "" && !strings.Contains(t.class, "updat") && !strings.Contains(t.class, "modif") && t.afterH1 && len(first) == 0:
			first = append(first, t)
		}
	}
	if len(said) > 0 {
		return said[:1]
	}
	return first
}

// machineDate reads a date written for machines, or, where the publishing
// system left it so, for people.
func machineDate(value, from string) (Stated, bool) {
	value = strings.TrimSpace(value)
	when, zone, n := readDate(value)
	if n == 0 && len(value) >= 10 && len(value) <= 13 {
		if t, z := unixTime(value); t.Known() {
			when, zone, n = t, z, len(value)
		}
	}
	// 0001-01-01 and 1970-01-01 are empty fields.
	if n == 0 || when.From.Year() <= 1970 || when.From.Year() > 2199 {
		return Stated{}, false
	}
	return Stated{When: when, Zone: zone, Written: value, Basis: "metadata", From: from}, true
}

// addressDate reads the day, or the month, that stands in the path of an
// address: /2031/03/02/, /2031-03-02-, /20310302/, /2031/03/.
func addressDate(address string) (Stated, bool) {
	_, path, _ := strings.Cut(address, "://")
	slash := strings.IndexByte(path, '/')
	if slash < 0 {
		return Stated{}, false
	}
	path, _, _ = strings.Cut(path[slash:], "?")
	var month Stated
	for i := 0; i+5 < len(path); i++ {
		if isDigit(path[i]) && (i == 0 || !isDigit(path[i-1])) {
			t, n := pathDate(path[i:])
			if n == 0 || i+n < len(path) && isDigit(path[i+n]) || t.From.Year() < 1990 || t.From.Year() > 2100 {
				continue
			}
			st := Stated{When: t, Written: path[i : i+n], Basis: "metadata", From: "address"}
			if t.Precision == edtf.Day {
				return st, true
			}
			if !month.When.Known() && t.Precision == edtf.Month {
				month = st
			}
		}
	}
	return month, month.When.Known()
}

// pathDate reads only forms with all their noughts, since an article's number
// would otherwise pass for a date.
func pathDate(s string) (edtf.Time, int) {
	digits := 0
	for digits < len(s) && isDigit(s[digits]) {
		digits++
	}
	switch {
	case digits == 8:
		r := dateReader{s: s[:8]}
		if t, ok := r.isoDate(); ok {
			return t, 8
		}
	case digits == 4 && len(s) >= 10 && (s[4] == '/' || s[4] == '-') && s[7] == s[4] && isDigit(s[8]) && isDigit(s[9]):
		r := dateReader{s: s[:10]}
		if t, ok := r.isoDate(); ok && t.Precision == edtf.Day {
			return t, 10
		}
	case digits == 4 && len(s) >= 7 && s[4] == '/' && isDigit(s[5]) && isDigit(s[6]) && (len(s) == 7 || s[7] == '/'):
		r := dateReader{s: s[:7]}
		if t, ok := r.isoDate(); ok && t.Precision == edtf.Month {
			return t, 7
		}
	}
	return edtf.Time{}, 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// Instant returns the moment st names, where it names a time of day and a zone.
// The civil time of When is that of the zone; the instant is the same for all.
func (st Stated) Instant() (t time.Time, ok bool) {
	if st.When.Precision < edtf.Hour || st.Zone == "" {
		return time.Time{}, false
	}
	if st.Zone == "Z" {
		return st.When.From, true
	}
	z, err := time.Parse("-07:00", st.Zone)
	if err != nil {
		return time.Time{}, false
	}
	_, offset := z.Zone()
	return st.When.From.Add(-time.Duration(offset) * time.Second), true
}
