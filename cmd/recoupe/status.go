package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"
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
