package dossier

import (
	"cmp"
	"net/http"
	"slices"
	"time"

	"recoupe/archive"
	"recoupe/fetch"
)

// A Page is what the dossier knows of one address over time.
type Page struct {
	URL     string
	Feed    bool      // it lists pages
	Visited bool      // recoupe itself fetched it; a page from a web archive is not visited
	Stopped bool      // no longer to be visited
	First   time.Time // when it first answered with a page; zero where it never did
	Changed time.Time // when its bytes last differed from those before
	Seen    time.Time // when it last answered with a page
	Last    time.Time // the last visit, whatever came of it
	Status  int       // of the last answer; 0 where the last visit came to nothing
	Fails   int       // visits in a row that came to nothing
	Known   fetch.Known
	Visits  []*archive.Record // in order of time; captures only

	failed []time.Time
}

// A book is what is known of pages, as far as the records have been gone
// through: a watcher asks after each of its visits.
type book struct {
	next  int64 // records from here on are not in it yet
	pages map[string]*Page
}

// Pages returns the pages of the web the dossier knows, sorted by address.
func (d *Dossier) Pages() []*Page {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.catchUp()
	out := make([]*Page, 0, len(d.book.pages))
	for _, p := range d.book.pages {
		out = append(out, p.copy())
	}
	slices.SortFunc(out, func(a, b *Page) int { return cmp.Compare(a.URL, b.URL) })
	return out
}

// Page returns what the dossier knows of one address; nil where that is nothing.
func (d *Dossier) Page(address string) *Page {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.catchUp()
	if p := d.book.pages[address]; p != nil {
		return p.copy()
	}
	return nil
}

// copy returns p as it is now; its records do not change.
func (p *Page) copy() *Page {
	c := *p
	c.Visits, c.failed = slices.Clip(p.Visits), slices.Clip(p.failed)
	return &c
}

// catchUp takes the records that have come since into the book.
func (d *Dossier) catchUp() {
	if d.book.pages == nil {
		d.book.pages = map[string]*Page{}
	}
	if d.Len() == d.book.next {
		return
	}
	touched := map[*Page]bool{}
	for r, err := range d.Records(d.book.next) {
		if err != nil {
			continue
		}
		d.book.next = r.N + 1
		if r.URL == "" {
			continue
		}
		p := d.book.pages[r.URL]
		if p == nil {
			p = &Page{URL: r.URL}
		}
		switch r.Kind {
		case archive.Watched:
			p.Visited, p.Stopped = true, r.Note == stopNote
		case archive.Failed:
			p.Visited = true
			p.failed = append(p.failed, r.At)
		case archive.Captured:
			p.Visits = append(slices.Clip(p.Visits), slim(r))
		default:
			continue
		}
		d.book.pages[r.URL] = p
		touched[p] = true
	}
	for p := range touched {
		slices.SortStableFunc(p.Visits, func(a, b *archive.Record) int { return a.Fetched.Compare(b.Fetched) })
		p.sum()
	}
}

// slim takes off r what nobody asks a page's visits for: there are many.
func slim(r *archive.Record) *archive.Record {
	r.Redirects, r.TLS = nil, nil
	known := map[string][]string{}
	for _, name := range []string{"Etag", "Last-Modified"} {
		if v := r.Header[name]; v != nil {
			known[name] = v
		}
	}
	r.Header = known
	return r
}

// sum fills in what the visits say together.
func (p *Page) sum() {
	p.Feed, p.First, p.Changed, p.Seen, p.Last = false, time.Time{}, time.Time{}, time.Time{}, time.Time{}
	p.Status, p.Fails, p.Known = 0, 0, fetch.Known{}
	var body archive.ID
	for _, r := range p.Visits {
		p.Visited = p.Visited || r.Visit
		if !r.Fetched.Before(p.Last) {
			p.Last, p.Status = r.Fetched, r.Status
		}
		switch {
		case r.Status == http.StatusNotModified && !p.First.IsZero():
			p.Seen = r.Fetched
		case r.Status/100 == 2:
			p.Feed = r.Note == feedNote
			p.Known = fetch.KnownFrom(r.Header)
			p.Seen = r.Fetched
			if p.First.IsZero() {
				p.First = r.Fetched
			}
			if r.Body != body {
				p.Changed, body = r.Fetched, r.Body
			}
		}
	}
	answered := p.Last
	for _, at := range p.failed {
		if at.After(answered) {
			p.Fails++
			p.Last, p.Status = at, 0
		}
	}
}

// stopNote ends the watching of an address.
const stopNote = "stop"

// Watch has the address visited from now on, or no longer.
func (d *Dossier) Watch(address string, stop bool, now time.Time) error {
	r := archive.Record{Kind: archive.Watched, At: now.UTC(), Name: address, URL: address}
	if stop {
		r.Note = stopNote
	}
	_, err := d.Commit(archive.Entry{Record: r})
	return err
}
