package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/dossier"
)

// exitFaulty says that recoupe verify found something that is not as it was kept.
const exitFaulty = 3

// A place is where the dossier is.
type place struct{ dir string }

func (p *place) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.dir, "dossier", "", "folder of the dossier (default: this folder or the nearest above it that is one)")
}

// open opens the dossier. Where create is set, the folder named with --dossier
// becomes one.
func (p *place) open(create bool) (*dossier.Dossier, error) {
	switch {
	case p.dir == "":
		d, err := dossier.Find(".")
		if errors.Is(err, dossier.ErrNone) {
			return nil, usage("no dossier here or in a folder above; to begin one: recoupe add --dossier NAME FILE...")
		}
		return d, err
	case create:
		return dossier.OpenOrCreate(p.dir)
	}
	return dossier.Open(p.dir)
}

// size writes a number of bytes for people: 900 B, 12.3 kB, 4.5 MB.
func size(n int64) string {
	const units = "kMGT"
	if n < 1000 {
		return strconv.FormatInt(n, 10) + " B"
	}
	f, u := float64(n)/1000, 0
	for f >= 999.95 && u < len(units)-1 {
		f, u = f/1000, u+1
	}
	return strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0") + " " + units[u:u+1] + "B"
}

// count writes a number with what is counted: "1 report", "3 reports".
func count(n int64, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.FormatInt(n, 10) + " " + one + "s"
}
