package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"recoupe/dossier"
)

func newStatus(t terminal) *cobra.Command {
	var p place
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Say what the dossier holds",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			d, err := p.open(false)
			if err != nil {
				return err
			}
			s := d.Status()
			fmt.Fprintf(t.out, "dossier %s  log %s\n", d.Dir(), d.Public().Name())
			fmt.Fprintf(t.out, "%s of %s, %s; %s on the disk\n", count(s.Captures, "capture"), count(s.Pages, "page"), size(s.Bytes), size(s.Disk))
			if s.Edited > 0 {
				fmt.Fprintf(t.out, "%s with more than one version\n", count(s.Edited, "page"))
			}
			if s.Failed > 0 {
				fmt.Fprintf(t.out, "%s that came to nothing\n", count(s.Failed, "visit"))
			}
			if feeds, pages := watching(d); feeds+pages > 0 {
				fmt.Fprintf(t.out, "watching %s and %s\n", count(feeds, "feed"), count(pages, "page"))
			}
			if s.Records > 0 {
				fmt.Fprintf(t.out, "first %s, last %s\n", s.First.UTC().Format(time.RFC3339), s.Last.UTC().Format(time.RFC3339))
			}
			for _, err := range s.Damaged {
				fmt.Fprintf(t.err, "recoupe: %s\n", oneLine(err.Error()))
			}
			return nil
		},
	}
	p.flags(cmd)
	return cmd
}

// watching counts the addresses that recoupe watch visits.
func watching(d *dossier.Dossier) (feeds, pages int64) {
	for _, p := range d.Pages() {
		switch {
		case !p.Visited || p.Stopped:
		case p.Feed:
			feeds++
		default:
			pages++
		}
	}
	return feeds, pages
}
