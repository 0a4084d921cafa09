package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"recoupe"
	"recoupe/render"
	"recoupe/web"
)

// A readCommand reads reports and writes the account.
type readCommand struct {
	reading
	reader
	place
	format, output string
	since          string
	all            bool
}

func newRead(t terminal) *cobra.Command {
	c := new(readCommand)
	cmd := &cobra.Command{
		Use:   "read [FILE|FOLDER|PATTERN|-...]",
		Short: "Read reports and write the account",
		Long: `Read reports and write the account: on the screen, as JSON, as CSV, as one page of
HTML that needs nothing beside it, or, where -o names a folder, as the pages that
recoupe serve shows, to publish. Where nothing is named, the dossier is read.

Exit status: 0 all was read; 2 the command line was wrong; 4 some or all reports
could not be read (the others were); 1 the program failed.`,
		Example: `  recoupe read reports/
  recoupe read --format html -o account.html 'reports/*.txt'
  recoupe read --format html -o account/ reports/
  recoupe read --format csv reports/ > figures.csv
  recoupe read --since 24h
  cat wire.txt | recoupe read --outlet "Radio Lagune" --published 2031-03-12 -`,
		RunE: func(_ *cobra.Command, args []string) error { return c.run(t, args) },
	}
	f := cmd.Flags()
	f.StringVarP(&c.format, "format", "f", "", `text, json, csv or html (default "text", or what the name after -o ends in)`)
	f.StringVarP(&c.output, "output", "o", "", "write the account to this file; it appears whole or not at all")
	f.StringVar(&c.since, "since", "", "say what changed in the dossier since this time instead: 2022-01-06, 2022-01-06T10:00, 90m, 24h")
	f.BoolVar(&c.all, "all", false, "text: write out what the screen folds")
	c.reading.flags(cmd)
	c.reader.flags(cmd)
	c.place.flags(cmd)
	c.reading.in = &c.place
	return cmd
}

func (c *readCommand) run(t terminal, args []string) error {
	if c.since != "" {
		return c.changes(t, args)
	}
	format, err := c.chosen()
	if err != nil {
		return err
	}
	scr, err := c.screen(t.out)
	if err != nil {
		return err
	}
	scr.All, scr.Args = c.all, typed(args)
	if c.output != "" && c.output != "-" && c.colour != "always" {
		scr.Colour = false
	}
	if c.folder() && format == "html" {
		return c.publish(t, args, scr.Words)
	}
	if c.folder() {
		return usage("-o %s: a folder; name a file in it", c.output)
	}
	res, err := c.result(t, args, c.output)
	if err != nil {
		return err
	}
	if err := writeTo(c.output, t.out, func(w io.Writer) error { return c.write(w, format, scr, res) }); err != nil {
		return err
	}
	return complain(t.err, res, format == "text" && c.output == "")
}

// folder reports whether the account goes to a folder: one that is there, or a
// name that ends as folders' names do.
func (c *readCommand) folder() bool {
	if c.output == "" || c.output == "-" {
		return false
	}
	st, err := os.Stat(c.output)
	return err == nil && st.IsDir() || os.IsPathSeparator(c.output[len(c.output)-1])
}

// publish writes the pages of the account to a folder.
func (c *readCommand) publish(t terminal, args []string, words *render.Words) error {
	if words == nil {
		words = render.In("en")
	}
	res, err := c.result(t, args, "")
	if err != nil {
		return err
	}
	var past *web.Past
	if d, err := c.dossier(args); err == nil && d != nil {
		past = web.PastOf(d)
	}
	if err := web.Publish(c.output, res, words, past); err != nil {
		return err
	}
	return complain(t.err, res, false)
}

// chosen returns the format asked for, else the one that the name after -o ends in.
func (c *readCommand) chosen() (string, error) {
	format := strings.ToLower(c.format)
	if format == "" {
		switch strings.ToLower(filepath.Ext(c.output)) {
		case ".json":
			return "json", nil
		case ".csv":
			return "csv", nil
		case ".html", ".htm":
			return "html", nil
		}
		return "text", nil
	}
	switch format {
	case "text", "json", "csv", "html":
		return format, nil
	}
	return "", usage("--format %s: text, json, csv or html", c.format)
}

func (c *readCommand) write(w io.Writer, format string, scr render.Screen, res *recoupe.Result) error {
	switch format {
	case "json":
		return render.JSON(w, res)
	case "csv":
		return render.CSV(w, res)
	case "html":
		return render.HTML(w, res, scr.Words)
	}
	return render.Text(w, res, scr)
}

// typed writes args as a person would type them again.
func typed(args []string) string {
	var out []string
	for i, a := range args {
		if i == 3 && len(args) > 4 {
			return strings.Join(append(out, "…"), " ")
		}
		if strings.ContainsAny(a, " \t\n\"'$&|;<>()*?[]{}~`\\") {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		out = append(out, a)
	}
	return strings.Join(out, " ")
}
