package dossier

import (
	"net/http"
	"time"

	"recoupe/ledger"
)

// Lives tells of the pages that were edited or removed at their source; of the
// others there is nothing to tell.
func (d *Dossier) Lives() []ledger.Life { return d.lives(time.Time{}) }

// LivesUntil is [Dossier.Lives] as far as it was known at a time.
func (d *Dossier) LivesUntil(t time.Time) []ledger.Life { return d.lives(t) }

func (d *Dossier) lives(until time.Time) []ledger.Life {
	var out []ledger.Life
	for _, p := range d.Pages() {
		if p.Feed {
			continue
		}
		if l := p.life(until); len(l.Versions) > 1 || len(l.Versions) == 1 && !l.Gone.IsZero() {
			out = append(out, l)
		}
	}
	return out
}

// life sums up the visits of p. An error of the server says nothing about the
// page; an answer that there is none does.
func (p *Page) life(until time.Time) ledger.Life {
	l := ledger.Life{URL: p.URL}
	for _, r := range p.Visits {
		if !until.IsZero() && r.At.After(until) {
			continue
		}
		last := len(l.Versions) - 1
		switch {
		case r.Status == http.StatusNotFound || r.Status == http.StatusGone:
			if l.Gone.IsZero() {
				l.Gone, l.Status = r.Fetched, r.Status
			}
		case r.Status == http.StatusNotModified && last >= 0:
			l.Versions[last].Seen, l.Gone, l.Status = r.Fetched, time.Time{}, 0
		case !IsReport(r):
		case last >= 0 && l.Versions[last].Body == r.Body:
			l.Versions[last].Seen, l.Gone, l.Status = r.Fetched, time.Time{}, 0
		default:
			l.Versions = append(l.Versions, ledger.Version{Body: r.Body, First: r.Fetched, Seen: r.Fetched})
			l.Gone, l.Status = time.Time{}, 0
		}
	}
	return l
}
