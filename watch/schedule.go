// Package watch goes on collecting while a crisis unfolds: it visits feeds and
// pages again, on a schedule that slows down as a page ages, and tells what was
// edited, removed, or newly said.
//
// It stands behind the dossier, which keeps what the visits bring. What it tells
// of a page is made from the kept versions alone, so it can be told again at any
// time; nothing of it is stored.
package watch

import (
	"time"

	"recoupe/dossier"
)

// Next returns when p should be visited next: at once where it never was, every
// ten minutes while it is new or changing, once a week when it has been still
// for a month. A page that fails or is gone is left alone for longer and longer.
func Next(p *dossier.Page) time.Time {
	if p.Last.IsZero() {
		return p.Last
	}
	return p.Last.Add(interval(p))
}

func interval(p *dossier.Page) time.Duration {
	still := p.Last.Sub(p.Changed) // how long it has not changed
	if p.Changed.IsZero() {
		still = 0
	}
	wait := 7 * 24 * time.Hour
	for _, s := range []struct{ still, wait time.Duration }{
		{2 * time.Hour, 10 * time.Minute},
		{12 * time.Hour, 30 * time.Minute},
		{48 * time.Hour, 2 * time.Hour},
		{7 * 24 * time.Hour, 8 * time.Hour},
		{30 * 24 * time.Hour, 24 * time.Hour},
	} {
		if still < s.still {
			wait = s.wait
			break
		}
	}
	if p.Feed {
		wait = min(wait, time.Hour) // what is new in it is not in its age
	}
	if p.Status >= 400 {
		wait = max(wait, time.Hour)
	}
	for range min(p.Fails, 8) {
		wait = min(2*wait, 7*24*time.Hour)
	}
	return wait
}
