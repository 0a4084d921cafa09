package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"recoupe"
	"recoupe/dossier"
	"recoupe/render"
	"recoupe/source"
	"recoupe/watch"
)

// A watchCommand goes on collecting.
type watchCommand struct {
	place
	network
	reader
	once, stop bool
	atom       string
	news       []watch.News
	last       *recoupe.Result
	err        io.Writer
}

func newWatch(t terminal) *cobra.Command {
	c := &watchCommand{err: t.err}
	cmd := &cobra.Command{
		Use:   "watch [ADDRESS|FEED...]",
		Short: "Visit feeds and pages again, and tell what changed",
		Long: `Visit the feeds and pages of the dossier again, more and more seldom as a page
ages, and keep every version. What was edited or removed at the source, a toll
that changes, a new conflict, a withdrawal: each gives a line here and an entry in
the Atom feed. Addresses named are watched from now on; so is whatever was added
by its address. It goes on until it is stopped.`,
		Example: `  recoupe watch https://lagune.example/rss.xml
  recoupe watch --atom ../lisane.atom
  recoupe watch --stop https://lagune.example/12`,
		RunE: func(_ *cobra.Command, args []string) error { return c.run(t, args) },
	}
	c.place.flags(cmd)
	c.network.flags(cmd)
	c.reader.flags(cmd)
	f := cmd.Flags()
	f.BoolVar(&c.once, "once", false, "visit what is due now, and end")
	f.BoolVar(&c.stop, "stop", false, "no longer visit the addresses named, and end")
	f.StringVar(&c.atom, "atom", "", "write an Atom feed of what happened to this file, outside the dossier")
	return cmd
}

func (c *watchCommand) run(t terminal, args []string) error {
	if c.stop && len(args) == 0 {
		return usage("--stop: name the addresses")
	}
	for _, a := range args {
		if !dossier.IsAddress(a) {
			return usage("%s: not an address of the web; only pages and feeds are watched, as https://lagune.example/rss.xml", a)
		}
	}
	client, err := c.client(source.Options{})
	if err != nil {
		return err
	}
	words, err := c.words()
	if err != nil {
		return err
	}
	d, err := c.open(len(args) > 0 && !c.stop)
	if err != nil {
		return err
	}
	if c.stop {
		if err := watched(d, args); err != nil {
			return err
		}
	}
	for _, a := range args {
		if err := d.Watch(a, c.stop, time.Now()); err != nil {
			return err
		}
	}
	if c.stop {
		return nil
	}
	for _, f := range watch.Findings(d) {
		c.news = append(c.news, watch.NewsOf(f, words.Finding(f)))
	}
	c.last = account(d)
	ctx, cancel := interrupted()
	defer cancel()
	w := &watch.Watcher{Adder: dossier.Adder{Dossier: d, Now: time.Now, Client: client,
		Kept:   func(k dossier.Kept) { (&addCommand{}).printKept(t, k) },
		Failed: func(err error) { fmt.Fprintf(t.err, "recoupe: %s\n", oneLine(err.Error())) }},
		Tell: func(f watch.Finding) { c.tell(t, watch.NewsOf(f, words.Finding(f))) }}
	after := func() error { return c.after(t, d, words) }
	if c.once {
		return c.round(ctx, w, after)
	}
	return w.Run(ctx, after)
}

// account reads the dossier; what it has read before it remembers.
func account(d *dossier.Dossier) *recoupe.Result {
	memory := d.Memory()
	defer memory.Close()
	return recoupe.Read(d.Captures(), recoupe.Options{Memory: memory, Lives: d.Lives()})
}

func (c *watchCommand) round(ctx context.Context, w *watch.Watcher, after func() error) error {
	before := w.Len()
	next, err := w.Round(ctx)
	if err != nil && ctx.Err() == nil {
		return err
	}
	if next.IsZero() {
		return usage("nothing to watch; name a page or a feed: recoupe watch https://…")
	}
	if w.Len() == before {
		fmt.Fprintf(c.err, "recoupe: nothing is due; the next visit is at %s\n", next.UTC().Format("2006-01-02 15:04 MST"))
	}
	return after()
}

// watched fails where an address to be left alone is not one that is visited.
func watched(d *dossier.Dossier, addresses []string) error {
	known := map[string]bool{}
	for _, p := range d.Pages() {
		known[p.URL] = p.Visited && !p.Stopped
	}
	for _, a := range addresses {
		if !known[a] {
			return usage("--stop: %s is not watched; name the address as it was added", a)
		}
	}
	return nil
}

// tell prints one thing that happened and remembers it for the Atom feed.
func (c *watchCommand) tell(t terminal, n watch.News) {
	c.news = append(c.news, n)
	fmt.Fprintf(t.out, "%s  %s  %s\n", n.At.UTC().Format(time.DateTime), oneLine(n.URL), oneLine(n.Line))
	for _, l := range n.Lines {
		fmt.Fprintf(t.out, "    %s\n", oneLine(l))
	}
}

// after tells what a round changed in the account.
func (c *watchCommand) after(t terminal, d *dossier.Dossier, words *render.Words) error {
	now := account(d)
	for _, ch := range watch.Changes(c.last, now) {
		if ch.Kind != "report" { // its line was printed when it was kept
			c.tell(t, watch.News{At: time.Now(), Line: words.Change(now, ch)})
		}
	}
	c.last = now
	if c.atom == "" {
		return nil
	}
	return writeTo(c.atom, t.out, func(w io.Writer) error { return watch.Atom(w, d.Public().Name(), c.news) })
}
