package main

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"recoupe"
	"recoupe/amend"
	"recoupe/claim"
	"recoupe/dossier"
	"recoupe/edtf"
	"recoupe/source"
)

// A reading is how reports come in, the same for every command that reads them.
type reading struct {
	outlet, published, url string
	maxReport, decisions   string
	workers                int
	in                     *place // the dossier that is read where nothing is named; nil: none is
}

func (g *reading) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&g.outlet, "outlet", "", "who published the reports that do not say so themselves")
	f.StringVar(&g.published, "published", "", "when they appeared, where they do not say so: 2022-01-06, 2022-01, 2022-01-05/2022-01-06")
	f.StringVar(&g.url, "url", "", "the address of the report, where only one is read")
	f.StringVar(&g.maxReport, "max-report", "", `most text in one report, such as 32MB (default "16MB")`)
	f.StringVar(&g.decisions, "decisions", "", "a file of decisions by hand (JSON Lines): corrected figures, which reports tell one story, whose words are whose")
	f.IntVar(&g.workers, "workers", 0, "reports read at once (default: one for each processor)")
}

// result reads what args name. The file called skip is passed over: an account
// written into the folder that it is made from is no report of it.
func (g *reading) result(t terminal, args []string, skip string) (*recoupe.Result, error) {
	kept, err := g.dossier(args)
	if err != nil {
		return nil, err
	}
	opt := recoupe.Options{Workers: g.workers}
	opt.Text.Outlet, opt.Text.URL = g.outlet, g.url
	if g.workers < 0 {
		return nil, usage("--workers %d: a number from 1 on, or 0 for one for each processor", g.workers)
	}
	if g.published != "" {
		when, err := edtf.Parse(g.published)
		if err != nil {
			return nil, usage("--published %s: write a day as 2022-01-06, a month as 2022-01, a stretch as 2022-01-05/2022-01-06", g.published)
		}
		opt.Text.Published = when
	}
	if g.maxReport != "" {
		size, ok := parseSize(g.maxReport)
		if !ok {
			return nil, usage("--max-report %s: write a size as 32MB or 900kB", g.maxReport)
		}
		opt.Text.MaxReport = size
	}
	var unmet []amend.Decision
	if g.decisions != "" {
		data, err := os.ReadFile(g.decisions)
		if err != nil {
			return nil, usage("--decisions %s: cannot be read; check the name", g.decisions)
		}
		book, err := amend.Parse(data)
		if err != nil {
			return nil, usage("--decisions %s: %v", g.decisions, err)
		}
		opt.Decisions = book.Stories()
		opt.Amend = func(reports []*claim.Report) (changed []*claim.Report) {
			changed, unmet = book.Apply(reports)
			return changed
		}
	}
	var told func()
	opt.Done, told = progress(t.err)
	captures := source.Files(args, t.in, source.Options{MaxReport: opt.Text.MaxReport})
	if kept != nil {
		captures, opt.Lives = kept.Captures(), kept.Lives()
		opt.Memory = kept.Memory()
		defer opt.Memory.Close() // what could not be remembered is read again, and nobody need know
	}
	if g.url != "" {
		var err error
		if captures, err = only(captures); err != nil {
			return nil, err
		}
	}
	res := recoupe.Read(without(captures, skip), opt)
	told()
	for i := range unmet {
		if line, err := unmet[i].Line(); err == nil {
			res.Unmet = append(res.Unmet, string(line))
		}
	}
	for _, d := range res.Unmet {
		fmt.Fprintf(t.err, "recoupe: a decision fits no report that was read: %s\n", d)
	}
	return res, nil
}

// dossier opens the dossier that is read where args name nothing; nil where
// they do.
func (g *reading) dossier(args []string) (*dossier.Dossier, error) {
	switch {
	case len(args) > 0 && g.in != nil && g.in.dir != "":
		return nil, usage("--dossier %s and reports named: read one or the other, or add the reports first", g.in.dir)
	case len(args) > 0:
		return nil, nil
	case g.in == nil:
		return nil, usage("%s", nothingToRead)
	case g.in.dir == "":
		d, err := dossier.Find(".")
		if errors.Is(err, dossier.ErrNone) {
			return nil, usage("%s", nothingToRead)
		}
		return d, err
	}
	return g.in.open(false)
}

const nothingToRead = "nothing to read; name files, folders or patterns, or - for standard input: recoupe read reports/"

// only passes captures on where there is but one: an address belongs to a
// single report. The first two are read to know, and standard input is read
// once, so they are kept.
func only(captures iter.Seq2[*source.Capture, error]) (iter.Seq2[*source.Capture, error], error) {
	var first *source.Capture
	var trouble error
	n := 0
	for c, err := range captures {
		if n++; n > 1 {
			return nil, usage("--url goes with a single report; name one file")
		}
		first, trouble = c, err
	}
	return func(yield func(*source.Capture, error) bool) {
		if n == 1 {
			yield(first, trouble)
		}
	}, nil
}

// without leaves out the capture of the file called name.
func without(captures iter.Seq2[*source.Capture, error], name string) iter.Seq2[*source.Capture, error] {
	st, err := os.Stat(name)
	if name == "" || err != nil {
		return captures
	}
	same := func(other string) bool {
		o, err := os.Stat(other)
		return err == nil && os.SameFile(st, o)
	}
	return func(yield func(*source.Capture, error) bool) {
		for c, err := range captures {
			var t *source.Trouble
			if c != nil && same(c.Name) || errors.As(err, &t) && same(t.Name) {
				continue
			}
			if !yield(c, err) {
				return
			}
		}
	}
}

// parseSize reads 32MB, 32M, 900kB, 5000000: powers of 1024, as reports of
// sizes are written in text.Options.
func parseSize(s string) (int, bool) {
	num := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(s)), "b"), "i"), " ")
	factor := 1.0
	for suffix, f := range map[string]float64{"k": 1 << 10, "m": 1 << 20, "g": 1 << 30} {
		if rest, ok := strings.CutSuffix(num, suffix); ok {
			num, factor = strings.TrimSpace(rest), f
			break
		}
	}
	n, err := strconv.ParseFloat(num, 64)
	if err != nil || math.IsNaN(n) || n*factor < 1 || n*factor > math.MaxInt32*512 {
		return 0, false
	}
	return int(n * factor), true
}

// complain says what could not be read, and returns the failure that makes the
// exit status. Where quiet, the account has already shown it.
func complain(w io.Writer, res *recoupe.Result, quiet bool) error {
	if len(res.Unread) == 0 {
		return nil
	}
	const most = 20
	for i, u := range res.Unread {
		if quiet {
			break
		}
		if i == most {
			fmt.Fprintf(w, "recoupe: and %d more could not be read\n", len(res.Unread)-most)
			break
		}
		fmt.Fprintf(w, "recoupe: %s\n", oneLine(strings.TrimPrefix(u.Name+": "+u.Message, ": ")))
	}
	return &failure{status: exitUnread}
}

// oneLine takes control characters out of the name of a file, which may hold any.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return '\ufffd'
		}
		return r
	}, s)
}
