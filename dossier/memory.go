package dossier

import (
	"path/filepath"

	"recoupe/recall"
)

// Memory opens what earlier runs of this program have read of the reports of d and
// made of them; it stands in index/, under the seal of the dossier. It is nil, and
// everything is read, where the dossier has no key to tell what is its own.
//
//	memory := d.Memory()
//	defer memory.Close()
//	res := recoupe.Read(d.Captures(), recoupe.Options{Memory: memory})
func (d *Dossier) Memory() *recall.Memory {
	code, err := recall.Program()
	if err != nil || d.Key() == nil {
		return nil
	}
	return recall.Open(filepath.Join(d.Dir(), indexDir), code, d.Key().Seal)
}
