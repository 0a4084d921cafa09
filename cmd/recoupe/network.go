package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"recoupe"
	"recoupe/fetch"
	"recoupe/source"
)

// A network is how pages are fetched, the same for every command that does.
type network struct {
	allow        []string
	proxy        string
	timeout      time.Duration
	delay        time.Duration
	ignoreRobots bool
}

func (n *network) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&n.allow, "allow", nil, "fetch from this HOST or HOST:PORT although it is not on the open internet")
	f.StringVar(&n.proxy, "proxy", "", "fetch through this proxy: http://proxy.example:3128 (default: none)")
	f.DurationVar(&n.timeout, "timeout", 0, "most time for one page (default 1m)")
	f.DurationVar(&n.delay, "delay", 0, "least time between two visits to one host (default 2s)")
	f.BoolVar(&n.ignoreRobots, "ignore-robots", false, "fetch what robots.txt asks not to, where the owner of the site has agreed")
}

func (n *network) client(opt source.Options) (*fetch.Client, error) {
	if n.timeout < 0 {
		return nil, usage("--timeout %v: a time such as 30s", n.timeout)
	}
	c, err := fetch.New(fetch.Options{Agent: "recoupe/" + recoupe.Version, Allow: n.allow, Proxy: n.proxy, Timeout: n.timeout,
		Delay: n.delay, IgnoreRobots: n.ignoreRobots, MaxBytes: 4 * opt.MaxReport})
	if err != nil {
		return nil, usage("--proxy: %w", err)
	}
	return c, nil
}

// progressOf returns a function that shows how much of a large file has been
// read, and one that wipes it away; both do nothing unless w is a terminal.
func progressOf(w io.Writer) (told func(name string, read, size int64), wipe func()) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil, func() {}
	}
	last, shown := time.Now().Add(400*time.Millisecond), false
	told = func(name string, read, total int64) {
		if now := time.Now(); now.After(last) {
			last, shown = now.Add(100*time.Millisecond), true
			fmt.Fprintf(f, "\r\x1b[K%s: %s of %s", oneLine(name), size(read), size(total))
		}
	}
	return told, func() {
		if shown {
			shown = false
			fmt.Fprint(f, "\r\x1b[K")
		}
	}
}
