package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"recoupe/dossier"
	"recoupe/render"
)

// A whyCommand explains one figure.
type whyCommand struct {
	reading
	reader
	place
}

func newWhy(t terminal) *cobra.Command {
	c := new(whyCommand)
	cmd := &cobra.Command{
		Use:   "why FIGURE-ID [FILE|FOLDER|PATTERN|-...]",
		Short: "Explain one figure: its words, who says so, what its status rests on",
		Long: `Explain one figure: its words in their sentence, the rules that read it, on whose
word it stands and through whom, and what its status rests on.

The identity stands in brackets behind every figure of the account. Of the digits
before the hyphen as many as you like will do, and the offset behind it may be left
out; what several figures share explains them all. Name the
same reports as for the account, for a status rests on all of them; where none is
named, the dossier is read.`,
		Example: `  recoupe why 3f9a2c-120 reports/
  recoupe why 3f9a2c reports/*.txt`,
		RunE: func(_ *cobra.Command, args []string) error { return c.run(t, args) },
	}
	c.reading.flags(cmd)
	c.reader.flags(cmd)
	c.place.flags(cmd)
	c.reading.in = &c.place
	return cmd
}

func (c *whyCommand) run(t terminal, args []string) error {
	switch len(args) {
	case 0:
		return usage("name a figure and the reports: recoupe why 3f9a2c-120 reports/")
	case 1:
		if d, err := dossier.Find("."); c.dir != "" || err == nil && d != nil {
			break // those of the dossier
		}
		return usage("name the reports too, as for the account: recoupe why %s reports/", args[0])
	}
	scr, err := c.screen(t.out)
	if err != nil {
		return err
	}
	res, err := c.result(t, args[1:], "")
	if err != nil {
		return err
	}
	found, near := render.Find(res, args[0])
	if len(found) == 0 {
		unread := complain(t.err, res, false)
		if len(near) == 0 {
			if unread != nil {
				return unread
			}
			return usage("no figure %s: these reports hold none", args[0])
		}
		return usage("no figure %s in these reports; the closest are %s", args[0], strings.Join(near, ", "))
	}
	if err := writeTo("", t.out, func(w io.Writer) error { return render.Why(w, res, found, scr) }); err != nil {
		return err
	}
	return complain(t.err, res, false)
}
