package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"recoupe/dossier"
)

func newSearch(t terminal) *cobra.Command {
	var p place
	limit := 20
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find the reports of the dossier that hold these words",
		Long: `Find the reports of the dossier that hold all of these words. Case and accents do
not matter; "words in quotation marks" stand together; pont* finds ponts.`,
		Example: `  recoupe search morts lisane
  recoupe search '"aucun bilan" préfecture'`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("nothing to search for; name some words: recoupe search morts préfecture")
			}
			if limit < 1 {
				return usage("--limit %d: a number from 1 on", limit)
			}
			d, err := p.open(false)
			if err != nil {
				return err
			}
			hits, err := d.Search(strings.Join(args, " "), limit)
			if errors.Is(err, dossier.ErrNoWord) {
				return usage("%w; name some words: recoupe search morts préfecture", err)
			}
			if err != nil {
				return err
			}
			for _, h := range hits {
				printHit(t, h)
			}
			if len(hits) == 0 {
				fmt.Fprintln(t.err, "recoupe: no report holds all of these words")
			}
			return nil
		},
	}
	p.flags(cmd)
	cmd.Flags().IntVar(&limit, "limit", limit, "most reports to show")
	return cmd
}

func printHit(t terminal, h dossier.Hit) {
	r := h.Record
	name, at := r.URL, r.Fetched
	if name == "" {
		name = r.Name
	}
	if at.IsZero() {
		at = r.At
	}
	fmt.Fprintf(t.out, "%d  %s  %s\n", r.N, at.UTC().Format(time.DateTime), oneLine(name))
	if h.Title != "" {
		fmt.Fprintf(t.out, "    %s\n", oneLine(h.Title))
	}
	if h.Sentence != "" && h.Sentence != h.Title {
		fmt.Fprintf(t.out, "    … %s\n", oneLine(h.Sentence))
	}
}
