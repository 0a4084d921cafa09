package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"recoupe/archive"
	"recoupe/dossier"
)

func newVerify(t terminal) *cobra.Command {
	var p place
	cmd := &cobra.Command{
		Use:   "verify [DOSSIER]",
		Short: "Check that nothing changed since it was kept",
		Long: `Check every byte of a dossier against its signed log, and name what is missing,
changed, added, reordered or truncated. It needs no network and no index, and
writes nothing. What it shows is that nothing changed since capture; it cannot
show that a page was genuine when it was captured.

Exit status: 0 all is as it was kept; 3 something is not; 1 it could not be checked.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				p.dir = args[0]
			}
			return verify(t, p)
		},
	}
	p.flags(cmd)
	return cmd
}

func verify(t terminal, p place) error {
	if p.dir == "" {
		d, err := p.open(false)
		if err != nil {
			return err
		}
		p.dir = d.Dir()
	}
	r, err := dossier.Verify(p.dir)
	if err != nil {
		return err
	}
	for _, f := range r.Faults {
		fmt.Fprintln(t.out, oneLine(f.String()))
	}
	for _, f := range r.Remarks {
		fmt.Fprintln(t.out, "no harm: "+oneLine(f.String()))
	}
	printVerified(t, r)
	if len(r.Faults) > 0 {
		return &failure{exitFaulty, fmt.Errorf("%s: %s", p.dir, count(int64(len(r.Faults)), "fault"))}
	}
	return nil
}

func printVerified(t terminal, r *archive.Report) {
	if len(r.Faults) == 0 {
		fmt.Fprintf(t.out, "unchanged since it was kept: %s, %s, %s of bytes\n", count(r.Size, "record"), count(r.Captures, "capture"), size(r.Bytes))
	}
	if r.Name != "" {
		fmt.Fprintf(t.out, "log %s  size %d  root %s\n", r.Name, r.Size, r.Root)
	}
}
