package web

import (
	"slices"
	"time"

	"recoupe/archive"
	"recoupe/claim"
	"recoupe/dossier"
)

// A Past is what is known of reports beside their words: when they came in, and
// how their pages answered. A nil Past knows nothing.
type Past struct {
	Came  map[archive.ID]time.Time // when bytes first came in
	Pages []*dossier.Page          // pages of the web, with every visit
}

// PastOf gathers what a dossier knows.
func PastOf(d *dossier.Dossier) *Past {
	past := &Past{Came: map[archive.ID]time.Time{}, Pages: d.Pages()}
	for r, err := range d.Records(0) {
		if err != nil || r.Kind != archive.Captured || r.Body.IsZero() {
			continue
		}
		if _, ok := past.Came[r.Body]; !ok {
			past.Came[r.Body] = r.At
		}
	}
	return past
}

// takePast notes when reports came in and which of them are versions of one page.
func (e *edition) takePast(past *Past) {
	if past == nil {
		past = &Past{}
	}
	e.came = past.Came
	for _, r := range e.res.Reports {
		if at := e.cameIn(r); !at.IsZero() {
			e.arrivals = append(e.arrivals, at)
		}
	}
	slices.SortFunc(e.arrivals, time.Time.Compare)
	e.lineages(past.Pages)
}

// cameIn returns when r came in; zero where nobody noted it.
func (e *edition) cameIn(r *claim.Report) time.Time { return e.came[r.Capture] }

// heldAt returns how many reports had come in at a time. It stands for the time
// where a page differs by nothing else.
func (e *edition) heldAt(at time.Time) int {
	n, _ := slices.BinarySearchFunc(e.arrivals, at, func(a, b time.Time) int {
		if a.After(b) {
			return 1
		}
		return -1
	})
	return n
}
