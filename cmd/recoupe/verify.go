package main

import (
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"recoupe/archive"
	"recoupe/custody"
	"recoupe/dossier"
)

func newVerify(t terminal) *cobra.Command {
	var p place
	cmd := &cobra.Command{
		Use:   "verify [DOSSIER|FILE.wacz]",
		Short: "Check that nothing changed since it was kept",
		Long: `Check every byte of a dossier, or of an export of one, against its signed log, and
name what is missing, changed, added, reordered or truncated. It needs no network and no index, and
writes nothing. What it shows is that nothing changed since capture; it cannot
show that a page was genuine when it was captured.

Exit status: 0 all is as it was kept; 3 something is not; 1 it could not be checked.`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("one dossier or one export at a time: recoupe verify %s", args[0])
			}
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
	check := dossier.Verify
	if st, err := os.Stat(p.dir); err == nil && st.Mode().IsRegular() {
		check = dossier.VerifyExport
	}
	r, err := check(p.dir)
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
	for _, tok := range r.Tokens {
		if s, err := custody.OpenToken(tok.Bytes, tok.Signed, nil); err == nil {
			fmt.Fprintf(t.out, "the first %s were there at %s, says %s\n", count(tok.Record.Log, "record"), s.Time.Format(time.RFC3339), oneLine(s.Authority))
		}
	}
}
