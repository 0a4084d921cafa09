package main

import (
	"fmt"
	"time"

	"recoupe"
	"recoupe/watch"
)

// changes prints what changed in the dossier since a time: what was edited or
// removed at the source, and what the account says now that it did not say then.
func (c *readCommand) changes(t terminal, args []string) error {
	if len(args) > 0 || c.output != "" || c.format != "" && c.format != "text" {
		return usage("--since says what changed in the dossier, on the screen: recoupe read --since %s", c.since)
	}
	since, err := parseSince(c.since, time.Now())
	if err != nil {
		return err
	}
	words, err := c.words()
	if err != nil {
		return err
	}
	d, err := c.open(false)
	if err != nil {
		return err
	}
	n := 0
	for _, f := range watch.Findings(d) {
		if f.Found.Before(since) {
			continue
		}
		n++
		news := watch.NewsOf(f, words.Finding(f))
		fmt.Fprintf(t.out, "%s  %s\n", oneLine(news.URL), oneLine(news.Line))
		for _, l := range news.Lines {
			fmt.Fprintf(t.out, "    %s\n", oneLine(l))
		}
	}
	opt := recoupe.Options{Workers: c.workers, Memory: d.Memory()}
	defer opt.Memory.Close()
	opt.Lives = d.LivesUntil(since)
	before := recoupe.Read(d.CapturesUntil(since), opt)
	opt.Lives = d.Lives()
	after := recoupe.Read(d.Captures(), opt)
	for _, ch := range watch.Changes(before, after) {
		n++
		fmt.Fprintln(t.out, oneLine(words.Change(after, ch)))
	}
	if n == 0 {
		fmt.Fprintf(t.err, "recoupe: nothing changed since %s\n", since.Format("2006-01-02 15:04 MST"))
	}
	return nil
}

// parseSince reads a moment: a day or a time of this place's clock, an instant,
// or how long ago.
func parseSince(s string, now time.Time) (time.Time, error) {
	if ago, err := time.ParseDuration(s); err == nil && ago >= 0 {
		return now.Add(-ago), nil
	}
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		return at, nil
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02T15:04:05", "2006-01-02 15:04:05"} {
		if at, err := time.ParseInLocation(layout, s, now.Location()); err == nil {
			return at, nil
		}
	}
	return now, usage("--since %s: write a day as 2022-01-06, a time as 2022-01-06T10:00, or how long ago as 90m or 24h", s)
}
