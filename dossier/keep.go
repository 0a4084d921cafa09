package dossier

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"time"

	"recoupe/archive"
	"recoupe/source"
)

// A Kept is one thing that is safe on the disk.
type Kept struct {
	Record archive.Record
	Held   bool // it was there before: nothing was added
}

// A batch is as large as is worth one turn at the disk.
const (
	batchEntries = 512
	batchBytes   = 4 << 20
)

// Keep keeps captures. It calls kept for each once it is safe on the disk, in
// order, and failed for each [*source.Trouble] among them; an error of the disk
// ends it. A capture that is there already, with the same name, address, time
// and bytes, is not kept twice.
//
// now says when they were recorded.
func (d *Dossier) Keep(captures iter.Seq2[*source.Capture, error], now func() time.Time, kept func(Kept), failed func(error)) error {
	b := batch{d: d, kept: kept}
	for c, err := range captures {
		if err != nil {
			failed(err)
			continue
		}
		if err := b.add(archive.EntryOf(c, now())); err != nil {
			return err
		}
	}
	return b.flush()
}

// A batch gathers entries until it is worth writing them.
type batch struct {
	d       *Dossier
	kept    func(Kept)
	entries []archive.Entry
	held    []bool // for each of what: not written, for it is there already
	what    []archive.Record
	size    int
	now     map[[32]byte]bool // in this batch
}

func (b *batch) add(e archive.Entry) error {
	e.Record.Body, e.Record.Size = archive.Of(e.Bytes), int64(len(e.Bytes))
	if e.Bytes == nil {
		e.Record.Body = archive.ID{}
	}
	known, err := b.d.holds(&e.Record)
	if err != nil {
		return err
	}
	key := keyOf(&e.Record)
	known = known || b.now[key]
	if b.now == nil {
		b.now = map[[32]byte]bool{}
	}
	b.now[key] = true
	b.held, b.what = append(b.held, known), append(b.what, e.Record)
	if !known {
		b.entries = append(b.entries, e)
		b.size += len(e.Bytes)
	}
	if len(b.entries) >= batchEntries || b.size >= batchBytes || len(b.what) >= 4*batchEntries {
		return b.flush()
	}
	return nil
}

func (b *batch) flush() error {
	first, err := b.d.Commit(b.entries...)
	if err != nil {
		return err
	}
	for i := range b.what {
		if !b.held[i] {
			b.what[i].N = first
			first++
		}
		b.kept(Kept{b.what[i], b.held[i]})
	}
	*b = batch{d: b.d, kept: b.kept}
	return nil
}

// keyOf names what makes two captures the same event.
func keyOf(r *archive.Record) [32]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%d\x00%d\x00%s", r.Name, r.URL, r.Fetched.UnixNano(), r.Status, r.Body)
	return [32]byte(h.Sum(nil))
}

// holds reports whether the dossier has the capture r tells of, with its bytes
// whole.
func (d *Dossier) holds(r *archive.Record) (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.Len() > d.next {
		for old, err := range d.Records(d.next) {
			if err != nil {
				continue // a damaged pack holds nothing; what it held is kept again
			}
			if old.Kind == archive.Captured {
				d.held[keyOf(old)] = true
			}
			d.next = old.N + 1
		}
	}
	return d.held[keyOf(r)] && d.Has(r.Body), nil
}
