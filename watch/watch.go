package watch

import (
	"context"
	"slices"
	"time"

	"recoupe/dossier"
	"recoupe/feed"
	"recoupe/fetch"
)

// A Watcher visits the pages and feeds of a dossier as they fall due.
type Watcher struct {
	dossier.Adder
	Tell func(Finding) // told of what happened to a page, once the visit is kept
}

// Round visits what is due and returns when the next visit is: the zero time
// where nothing is watched. What answered before an error stays kept.
func (w *Watcher) Round(ctx context.Context) (next time.Time, err error) {
	if err := w.Refresh(); err != nil {
		return next, err
	}
	for _, p := range w.due() {
		if err := w.visit(ctx, p); err != nil {
			return next, err
		}
	}
	for _, p := range w.Pages() {
		if at := Next(p); watched(p) && (next.IsZero() || at.Before(next)) {
			next = at
		}
	}
	return next, nil
}

func watched(p *dossier.Page) bool { return p.Visited && !p.Stopped }

// due returns the pages to be visited now, those that have waited longest first.
func (w *Watcher) due() []*dossier.Page {
	now := w.Now()
	var out []*dossier.Page
	for _, p := range w.Pages() {
		if watched(p) && !Next(p).After(now) {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b *dossier.Page) int { return Next(a).Compare(Next(b)) })
	return out
}

// visit goes to one page, and where it is a feed to the new pages in it.
func (w *Watcher) visit(ctx context.Context, p *dossier.Page) error {
	w.Known = map[string]fetch.Known{p.URL: p.Known}
	k, ans, err := w.Visit(ctx, p.URL, "")
	if err != nil || ans == nil {
		return err
	}
	w.Kept(k)
	if feed.Is(ans.Body) {
		f, err := feed.Parse(ans.Capture)
		if err != nil {
			w.Failed(err)
			return nil
		}
		return w.Items(ctx, f, p.URL)
	}
	if now := w.Page(p.URL); now != nil {
		for _, f := range ofPage(w.Dossier, now) {
			if f.Record == k.Record.N {
				w.Tell(f)
			}
		}
	}
	return nil
}

// Run makes rounds until ctx ends. after is called behind each round that kept
// something new.
func (w *Watcher) Run(ctx context.Context, after func() error) error {
	for {
		before := w.Len()
		next, err := w.Round(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if w.Len() != before {
			if err := after(); err != nil {
				return err
			}
		}
		// Another program may add something to watch at any time.
		wait := time.Minute
		if !next.IsZero() {
			wait = min(wait, max(next.Sub(w.Now()), time.Second))
		}
		t := time.NewTimer(wait)
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return nil
		}
	}
}
