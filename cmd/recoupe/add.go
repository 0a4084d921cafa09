package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"recoupe/dossier"
	"recoupe/source"
)

// An addCommand keeps reports in the dossier.
type addCommand struct {
	place
	network
	maxReport    string
	unread, kept int64
}

func newAdd(t terminal) *cobra.Command {
	c := new(addCommand)
	cmd := &cobra.Command{
		Use:   "add FILE|FOLDER|ADDRESS|FEED|WARC|LIST.txt...",
		Short: "Keep reports in the dossier",
		Long: `Keep reports in the dossier, byte for byte as they come. Each is printed with its
number in the log once it is safe on the disk, and not before. What the dossier
holds already is not kept twice. An address is fetched; a feed or a sitemap brings
in the pages it names; so does a file that lists addresses, one a line.

Exit status: 0 all is kept; 4 some of it could not be brought in (the rest is
kept); 2 the command line was wrong; 1 the program failed.`,
		Example: `  recoupe add --dossier lisane reports/
  recoupe add *.html https://lagune.example/12 news.warc.gz
  recoupe add https://lagune.example/rss.xml addresses.txt`,
		RunE: func(_ *cobra.Command, args []string) error { return c.run(t, args) },
	}
	c.place.flags(cmd)
	c.network.flags(cmd)
	cmd.Flags().StringVar(&c.maxReport, "max-report", "", `most text in one report, such as 32MB (default "16MB")`)
	return cmd
}

func (c *addCommand) run(t terminal, args []string) error {
	if len(args) == 0 {
		return usage("nothing to add; name files, folders or patterns: recoupe add reports/")
	}
	var opt source.Options
	if c.maxReport != "" {
		n, ok := parseSize(c.maxReport)
		if !ok {
			return usage("--max-report %s: write a size as 32MB or 900kB", c.maxReport)
		}
		opt.MaxReport = n
	}
	client, err := c.client(opt)
	if err != nil {
		return err
	}
	d, err := c.open(true)
	if err != nil {
		return err
	}
	ctx, stop := interrupted()
	defer stop()
	told, wipe := progressOf(t.err)
	defer wipe()
	a := dossier.Adder{Dossier: d, Now: time.Now, Stdin: t.in, Files: opt, Client: client, Progress: told,
		Kept:   func(k dossier.Kept) { wipe(); c.printKept(t, k) },
		Failed: func(err error) { wipe(); c.unread++; fmt.Fprintf(t.err, "recoupe: %s\n", oneLine(err.Error())) },
	}
	if err := a.Add(ctx, args); err != nil {
		return err
	}
	if c.unread > 0 {
		return &failure{status: exitUnread}
	}
	return nil
}

func (c *addCommand) printKept(t terminal, k dossier.Kept) {
	name := k.Record.URL
	if name == "" {
		name = k.Record.Name
	}
	if k.Held {
		fmt.Fprintf(t.out, "held      %s\n", oneLine(name))
		return
	}
	c.kept++
	if k.Record.Status == http.StatusNotModified {
		fmt.Fprintf(t.out, "same %-4d %s\n", k.Record.N, oneLine(name))
		return
	}
	fmt.Fprintf(t.out, "kept %-4d %s  %s\n", k.Record.N, oneLine(name), size(k.Record.Size))
}

// interrupted returns a context that ends when the program is told to stop.
func interrupted() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}
