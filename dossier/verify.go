package dossier

import (
	"recoupe/archive"
	"recoupe/custody"
)

// Verify checks every byte of the dossier in dir; see [archive.Verify]. The
// index, where there is one, must be the one that was made, and each token must
// speak of the checkpoint it was asked for.
func Verify(dir string) (*archive.Report, error) {
	r, err := archive.Verify(dir, indexDir)
	if err != nil {
		return nil, err
	}
	for _, t := range r.Tokens {
		if t.Signed == nil {
			continue // said already
		}
		if _, err := custody.OpenToken(t.Bytes, t.Signed, nil); err != nil {
			r.Faults = append(r.Faults, archive.Fault{Name: t.Record.String(), Rule: "changed", Message: err.Error()})
		}
	}
	if d, err := Open(dir); err == nil && d.Key() != nil {
		r.Faults = append(r.Faults, d.verifyIndex()...)
	}
	return r, nil
}
