package dossier

import (
	"errors"
	"fmt"
	"time"

	"recoupe/archive"
	"recoupe/custody"
	"recoupe/source"
)

// ErrNothingNew is returned by [Dossier.Stamp] where the authority has vouched
// for all there is.
var ErrNothingNew = errors.New("nothing was kept since its last token")

// Stamp has a time-stamping authority put the time on the newest checkpoint and
// keeps what it answers. ask sends the request (TimeStampReq, DER) to the
// authority and returns its answer.
func (d *Dossier) Stamp(authority string, now time.Time, ask func(request []byte) ([]byte, error)) (custody.Stamp, error) {
	if err := d.Refresh(); err != nil {
		return custody.Stamp{}, err
	}
	all, err := d.Log()
	if err != nil {
		return custody.Stamp{}, err
	}
	size := all.Size()
	if size == 0 || d.onlyTokensSince(authority) {
		return custody.Stamp{}, ErrNothingNew
	}
	checkpoint := all.Checkpoints[size]
	request, err := custody.AskToken(checkpoint)
	if err != nil {
		return custody.Stamp{}, err
	}
	token, err := ask(request)
	var t *source.Trouble
	if errors.As(err, &t) {
		return custody.Stamp{}, err // it names the authority already
	}
	if err != nil {
		return custody.Stamp{}, fmt.Errorf("%s: %w", authority, err)
	}
	// A token that says something else is not kept: it would vouch for nothing.
	stamp, err := custody.OpenToken(token, checkpoint, nil)
	if err != nil {
		return stamp, fmt.Errorf("%s: %w", authority, err)
	}
	e := archive.Entry{Bytes: token, Record: archive.Record{Kind: archive.Stamped, At: now.UTC(), URL: authority,
		MediaType: "application/timestamp-reply", Log: size}}
	_, err = d.Commit(e)
	return stamp, err
}

// onlyTokensSince reports whether nothing but tokens was kept since authority's last.
func (d *Dossier) onlyTokensSince(authority string) bool {
	stamped := false
	for r, err := range d.Records(0) {
		switch {
		case err != nil:
			return false
		case r.Kind != archive.Stamped:
			stamped = false
		case r.URL == authority:
			stamped = true
		}
	}
	return stamped
}
