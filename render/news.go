package render

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/ledger"
	"recoupe/watch"
)

// Finding says in one line what happened to a page at its source:
//
//	le chiffre « 164 morts » a disparu entre 10 h 02 et 10 h 31 UTC le 12 mars 2031; 1 phrase retirée, 1 nouvelle
func (w *Words) Finding(f watch.Finding) string {
	when := w.betweenTimes(f.Seen, f.Found, 0)
	var parts []string
	switch f.Kind {
	case "gone":
		parts = append(parts, w.say("news.gone", strconv.Itoa(f.Status), when))
		if len(f.Left) > 0 {
			parts = append(parts, w.say("news.gone.with", w.quotes(f.Left)))
		}
		return strings.Join(parts, "; ")
	case "back":
		return w.say("news.back", when)
	}
	switch len(f.Left) {
	case 0:
		parts = append(parts, w.say("news.edited", when))
	case 1:
		parts = append(parts, w.say("news.left.one", w.quotes(f.Left), when))
	default:
		parts = append(parts, w.say("news.left.many", w.quotes(f.Left), when))
	}
	if len(f.Came) > 0 {
		parts = append(parts, w.say("news.came", w.quotes(f.Came)))
	}
	parts = append(parts, w.count("news.removed", len(f.Removed))+", "+w.count("news.added", len(f.Added)))
	return strings.Join(parts, "; ")
}

func (w *Words) quotes(list []string) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = w.quote(clean(s))
	}
	return w.join(out)
}

// clock writes the time of day of t: "10:02", "10 h 02"; finely, to the second.
func (w *Words) clock(t time.Time, finely bool) string {
	switch {
	case w.tag == "fr" && finely:
		return fmt.Sprintf("%d\u00a0h\u00a0%02d\u00a0min\u00a0%02d\u00a0s", t.Hour(), t.Minute(), t.Second())
	case w.tag == "fr":
		return fmt.Sprintf("%d\u00a0h\u00a0%02d", t.Hour(), t.Minute())
	case finely:
		return t.Format("15:04:05")
	}
	return t.Format("15:04")
}

// betweenTimes writes the stretch in which something happened that was seen only
// afterwards, in UTC. The year is left out where it is year.
func (w *Words) betweenTimes(seen, found time.Time, year int) string {
	seen, found = seen.UTC(), found.UTC()
	finely := found.Sub(seen) < time.Minute
	day := func(t time.Time) string { return w.date(edtf.OfDay(t), year) }
	switch {
	case seen.Year() < 2:
		return w.say("news.before", day(found), w.clock(found, finely))
	case seen.Format(time.DateOnly) == found.Format(time.DateOnly):
		return w.say("news.between", w.clock(seen, finely), w.clock(found, finely), day(found))
	}
	return w.say("news.between.days", day(seen), w.clock(seen, finely), day(found), w.clock(found, finely))
}

// departure says how a figure left its page.
func (w *Words) departure(d *ledger.Departure, year int) string {
	if d.Now == "" {
		return w.say("left.gone", strconv.Itoa(d.Status), w.betweenTimes(d.Seen, d.Found, year))
	}
	return w.say("left.page", w.betweenTimes(d.Seen, d.Found, year))
}

// Change says in one line what an account says now that it did not say before.
// after is the account.
func (w *Words) Change(after *recoupe.Result, c watch.Change) string {
	s := &sheet{index: newIndex(after), w: w, story: &recoupe.Told{}}
	switch c.Kind {
	case "report":
		title := cmp.Or(clean(c.Report.Title), s.outlet(c.Report))
		if o := s.outlet(c.Report); o != title {
			title += " · " + o
		}
		return w.say("news.report", title)
	case "conflict":
		return w.say("news.conflict", w.say("rule."+c.Conflict.Rule), s.members(c.Conflict))
	case "status":
		return w.say("news.status", s.subject(c), w.say("status."+string(c.Entry.Status)), w.say("status."+string(c.From)), s.whose(c.Entry.Figure))
	}
	line := w.say("news.figure", s.subject(c), s.whose(c.Entry.Figure))
	if c.Entry.Status != ledger.Stands {
		line += " · " + w.say("status."+string(c.Entry.Status))
	}
	return line
}

// subject says what was counted, how many and where: "225 dead, Lisane".
func (s *sheet) subject(c watch.Change) string {
	out := s.amount(c.Entry.Figure) + " " + s.counted(c.Entry.Figure)
	if p := c.Account.Place; p != nil {
		out = s.w.say("head.place", out, clean(p.Name))
	}
	return out
}

// whose says on whose word a figure stands, and in which report.
func (s *sheet) whose(f *claim.Figure) string {
	outlet := s.outlet(s.of[f])
	if by := s.who(f); by != outlet {
		return by + " · " + outlet
	}
	return outlet
}

// members writes the sides of a conflict on one line.
func (s *sheet) members(c *ledger.Conflict) string {
	sign := " ≠ "
	if c.Kind == ledger.KindNarrative || c.Kind == ledger.KindCategory {
		sign = " = "
	}
	var sides []string
	for _, m := range c.Members {
		switch {
		case m.Figure != nil && s.of[m.Figure] != nil:
			what := s.counted(m.Figure)
			if label := clean(m.Figure.Label); label != "" && c.Kind == ledger.KindNarrative {
				what = s.w.quote(label)
			}
			sides = append(sides, s.amount(m.Figure)+" "+what+" ("+s.whose(m.Figure)+")")
		case m.Claim != nil && s.reports[m.Claim.Span.Doc] != nil:
			r := s.reports[m.Claim.Span.Doc]
			words, _, _ := excerpt(r, m.Claim.Content, 160)
			sides = append(sides, s.w.quote(words)+" ("+s.outlet(r)+")")
		}
	}
	return strings.Join(sides, sign)
}
