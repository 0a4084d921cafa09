package main

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/dossier"
)

func newExport(t terminal) *cobra.Command {
	var p place
	var format, output string
	cmd := &cobra.Command{
		Use:   "export -o FILE [NUMBER|ADDRESS...]",
		Short: "Write the captures as a web archive, with proofs that they are unchanged",
		Long: `Write the captures of the dossier, or those named by number or address, as a web
archive: WACZ with the proofs of the log inside, or bare WARC. Nothing of what is
not named goes along. The file appears whole or not at all.`,
		Example: `  recoupe export -o lisane.wacz
  recoupe export -o page.wacz https://lagune.example/12
  recoupe export --format warc -o lisane.warc.gz`,
		RunE: func(_ *cobra.Command, args []string) error {
			if format == "" {
				format = "wacz"
				if strings.HasSuffix(output, ".warc.gz") {
					format = "warc"
				}
			}
			if format != "wacz" && format != "warc" {
				return usage("--format %s: wacz or warc", format)
			}
			if output == "" {
				return usage("name the file to write: recoupe export -o dossier.%s", format)
			}
			d, err := p.open(false)
			if err != nil {
				return err
			}
			write := d.ExportWACZ
			if format == "warc" {
				write = d.ExportWARC
			}
			sel := selection(args)
			err = writeTo(output, t.out, func(w io.Writer) error { return write(w, sel) })
			if errors.Is(err, dossier.ErrNothing) {
				return usage("%w", err)
			}
			return err
		},
	}
	p.flags(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "", `wacz or warc (default "wacz", or what the name after -o ends in)`)
	cmd.Flags().StringVarP(&output, "output", "o", "", `the file to write; "-" for standard output`)
	return cmd
}

// selection reads numbers of records and addresses.
func selection(args []string) (s dossier.Selection) {
	for _, a := range args {
		if n, err := strconv.ParseInt(a, 10, 64); err == nil {
			s.Records = append(s.Records, n)
		} else {
			s.Pages = append(s.Pages, a)
		}
	}
	return s
}
