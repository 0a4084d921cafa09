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

// Pages returns the pages of the web the dossier knows, sorted by address.
func (d *Dossier) Pages() []*Page {
	pages := map[string]*Page{}
	of := func(address string) *Page {
		p := pages[address]
		if p == nil {
			p = &Page{URL: address}
			pages[address] = p
		}
		return p
	}
	for r, err := range d.Records(0) {
		if err != nil || r.URL == "" {
			continue
		}
		switch r.Kind {
		case archive.Watched:
			p := of(r.URL)
			p.Visited, p.Stopped = true, r.Note == stopNote
		case archive.Failed:
			p := of(r.URL)
			p.Visited = true
			p.failed = append(p.failed, r.At)
		case archive.Captured:
			of(r.URL).Visits = append(of(r.URL).Visits, r)
		}
	}
	out := make([]*Page, 0, len(pages))
	for _, p := range pages {
		slices.SortStableFunc(p.Visits, func(a, b *archive.Record) int { return a.Fetched.Compare(b.Fetched) })
		p.sum()
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *Page) int { return cmp.Compare(a.URL, b.URL) })
	return out
}

// sum fills in what the visits say together.
func (p *Page) sum() {
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
