// Package dossier is the folder of everything on one matter: what came in, what
// was decided, what is being watched.
//
// It stands behind the pipeline: archive keeps the bytes, and dossier knows
// which files, pages, feeds and web archives they come from, what is new about
// a page since it was last seen, and where a word stands.
package dossier

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"sync"
	"time"

	"recoupe/archive"
	"recoupe/source"
)

// A Dossier is an open dossier. Its methods may be called from several
// goroutines, and other programs may have it open.
type Dossier struct {
	*archive.Store

	mu   sync.Mutex
	held map[[32]byte]bool // what is kept already, by keyOf
	next int64             // records from here on are not in held yet
	book book              // what is known of pages
}

// ErrNone is returned by [Find] where there is no dossier.
var ErrNone = errors.New("no dossier here or in a folder above")

// Find opens the dossier that dir is or stands in, looked for upward as git
// looks for its folder.
//
//	d, err := dossier.Find(".")
func Find(dir string) (*Dossier, error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	for {
		if _, err := os.Stat(filepath.Join(at, archive.Marker)); err == nil {
			return Open(at)
		}
		up := filepath.Dir(at)
		if up == at {
			return nil, ErrNone
		}
		at = up
	}
}

// Open opens the dossier in dir.
func Open(dir string) (*Dossier, error) { return open(archive.Open, dir, archive.Options{}) }

// OpenWith opens the dossier in dir with options of its archive.
func OpenWith(dir string, opt archive.Options) (*Dossier, error) { return open(archive.Open, dir, opt) }

// Create makes dir a dossier and opens it. The folder may be there already.
func Create(dir string) (*Dossier, error) { return open(archive.Create, dir, archive.Options{}) }

// OpenOrCreate opens the dossier in dir, and makes it one if it is none.
func OpenOrCreate(dir string) (*Dossier, error) {
	if _, err := os.Stat(filepath.Join(dir, archive.Marker)); err == nil {
		return Open(dir)
	}
	if st, err := os.Stat(dir); err == nil && !st.IsDir() {
		return nil, fmt.Errorf("%s: a file, so it can be no dossier; name a folder, old or new", dir)
	}
	return Create(dir)
}

func open(how func(string, archive.Options) (*archive.Store, error), dir string, opt archive.Options) (*Dossier, error) {
	s, err := how(dir, opt)
	if err != nil {
		return nil, err
	}
	return &Dossier{Store: s, held: map[[32]byte]bool{}}, nil
}

// Captures yields every report the dossier holds, in the order they came in:
// files, and pages that answered with something, each version once. What is
// damaged is yielded as a nil capture and a [*source.Trouble], so that one bad
// pack costs no other report.
//
//	res := recoupe.Read(d.Captures(), opt)
func (d *Dossier) Captures() iter.Seq2[*source.Capture, error] { return d.captures(nil) }

// CapturesUntil yields the reports the dossier held at a time.
func (d *Dossier) CapturesUntil(t time.Time) iter.Seq2[*source.Capture, error] {
	return d.captures(func(r *archive.Record) bool { return !r.At.After(t) })
}

// captures yields the captures that want lets through; nil lets all through.
func (d *Dossier) captures(want func(*archive.Record) bool) iter.Seq2[*source.Capture, error] {
	return func(yield func(*source.Capture, error) bool) {
		type version struct {
			page string
			body archive.ID
		}
		seen := map[version]bool{}
		for r, err := range d.Records(0) {
			if err != nil {
				if !yield(nil, trouble(err)) {
					return
				}
				continue
			}
			v := version{page(r), r.Body}
			if !IsReport(r) || seen[v] || want != nil && !want(r) {
				continue
			}
			seen[v] = true
			c, err := d.Capture(r)
			if err != nil {
				c, err = nil, &source.Trouble{Name: page(r), Rule: "damaged", Message: "damaged since it was kept; recoupe verify says more", Err: err}
			}
			if !yield(c, err) {
				return
			}
		}
	}
}

// IsReport reports whether r is a capture that may hold a report: a file, or an
// answer that is no error and not empty.
func IsReport(r *archive.Record) bool {
	return r.Kind == archive.Captured && !r.Body.IsZero() && r.Size > 0 && (r.Status == 0 || r.Status/100 == 2) && r.Note != feedNote
}

// feedNote marks the capture of a feed: kept as evidence, read for its
// addresses, and no report itself.
const feedNote = "feed"

// page returns what stays the same over the versions of one report.
func page(r *archive.Record) string {
	if r.URL != "" {
		return r.URL
	}
	return r.Name
}

func trouble(err error) error {
	var t *source.Trouble
	if errors.As(err, &t) {
		return t
	}
	return &source.Trouble{Name: "dossier", Rule: "damaged", Message: fmt.Sprint(err), Err: err}
}
