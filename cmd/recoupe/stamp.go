package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"recoupe/dossier"
	"recoupe/source"
)

func newStamp(t terminal) *cobra.Command {
	var p place
	var n network
	cmd := &cobra.Command{
		Use:   "stamp AUTHORITY...",
		Short: "Have time-stamping authorities put the time on the log",
		Long: `Ask time-stamping authorities (RFC 3161) to put the time on the newest state of the
log, and keep their tokens in the dossier. They learn a hash and nothing else. Two
authorities are better than one. The tokens go into every export, and openssl ts
-verify reads them.`,
		Example: `  recoupe stamp https://time.example/tsr https://stamp.example/`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("name an authority: recoupe stamp https://time.example/tsr")
			}
			client, err := n.client(source.Options{})
			if err != nil {
				return err
			}
			d, err := p.open(false)
			if err != nil {
				return err
			}
			ctx, stop := interrupted()
			defer stop()
			var failed []error
			for _, a := range args {
				s, err := d.Stamp(a, time.Now(), func(request []byte) ([]byte, error) {
					return client.Post(ctx, a, "application/timestamp-query", request)
				})
				switch {
				case errors.Is(err, dossier.ErrNothingNew):
					fmt.Fprintf(t.out, "%s: %v\n", a, err)
				case err != nil:
					failed = append(failed, err)
				default:
					fmt.Fprintf(t.out, "%s  %s\n", s.Time.Format(time.RFC3339), oneLine(s.Authority))
				}
			}
			return errors.Join(failed...)
		},
	}
	p.flags(cmd)
	n.flags(cmd)
	return cmd
}
