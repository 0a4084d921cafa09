package render

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/ledger"
	"recoupe/text"
)

// A clash is figures or statements that do not go together, side by side.
type clash struct {
	Kind, Rule string
	Lead       string // why they do not
	Sides      []*side
}

// A side is one of them.
type side struct {
	mention
	Claim   *claim.Claim
	Amount  string // of a figure
	Label   string // as the report calls those counted
	Speaker string
	Via     []string
	Quote   text.Span // the words, short enough to read
	Counted string    // "dead, security forces"
}

// clashes lists the conflicts; two names for one set of people stand apart.
func (s *sheet) clashes() {
	for _, c := range s.story.Ledger.Conflicts {
		k := &clash{Kind: c.Kind, Rule: c.Rule, Lead: s.w.say("rule." + c.Rule)}
		for _, m := range c.Members {
			switch {
			case m.Figure != nil && s.of[m.Figure] != nil:
				k.Sides = append(k.Sides, s.sideOf(m.Figure))
			case m.Claim != nil:
				if r := s.reports[m.Claim.Span.Doc]; r != nil {
					k.Sides = append(k.Sides, &side{mention: mention{Report: r, Outlet: s.outlet(r), Date: s.w.date(s.dating(r).When, s.year)},
						Claim: m.Claim, Speaker: s.speaker(m.Claim.By), Via: wing(m.Claim.By), Quote: m.Claim.Content})
				}
			}
		}
		if c.Kind == ledger.KindNarrative {
			s.Names = append(s.Names, k)
		} else {
			s.Conflicts = append(s.Conflicts, k)
		}
	}
}

func (s *sheet) sideOf(f *claim.Figure) *side {
	return &side{mention: s.mention(f), Amount: s.amount(f), Label: clean(cmp.Or(f.Label, "")), Speaker: s.speaker(f.By), Via: wing(f.By), Quote: f.Span, Counted: s.counted(f)}
}

// counted says what was counted: "dead, security forces", "dead, Ouarzazate".
func (s *sheet) counted(f *claim.Figure) string {
	words := s.w.say("counted." + string(f.Measure))
	if f.Severity != "" {
		words += " (" + s.w.say("severity."+string(f.Severity)) + ")"
	}
	if f.Group != claim.People && f.Group != "" {
		words += ", " + s.w.say("group."+string(f.Group))
	}
	if f.Elsewhere {
		words += ", " + s.w.say("head.elsewhere")
	}
	// Of a province, that it is one: 30 dead there and 31 are not 30 dead in all.
	if l := s.lines[f]; l != nil && l.Row != nil && l.Row.Account != nil && l.Row.Account.Place != nil && l.Row.Account.Place.Name != s.main {
		words += ", " + clean(l.Row.Account.Place.Name)
	}
	return words
}

// A doubt is a figure that may not be printed as fact, and why.
type doubt struct {
	Line    *line
	What    string // "58 dead"
	Why     []string
	Besides []string    // Why, without what speaks against it, which Against names
	Against []*line     // what speaks against it
	Because []text.Span // the words that take it back or deny it
}

// doubts gathers what a desk may not print as fact: taken back, unconfirmed,
// denied, contradicted, put with a hedge by everybody who tells it, or no longer
// on any of the pages that gave it.
func (s *sheet) doubts() {
	firm := s.firm()
	seen := map[*line]bool{}
	against := map[*line]bool{} // told already, as the other side of a doubt
	taken := map[string]*doubt{}
	for _, a := range s.story.Ledger.Accounts {
		for _, e := range a.Entries {
			l := s.lines[e.Figure]
			if l == nil || a.Aside || seen[l] {
				continue
			}
			seen[l] = true
			d := s.doubt(l, firm)
			if len(d.Why) == 0 || against[l] && len(d.Why) == 1 && len(d.Against) > 0 {
				continue
			}
			for _, o := range d.Against {
				against[o] = true
			}
			if first := taken[d.What]; first != nil && e.Status == ledger.Withdrawn {
				first.join(d) // one number taken back, told by several
				continue
			}
			if e.Status == ledger.Withdrawn {
				taken[d.What] = d
			}
			s.Doubts = append(s.Doubts, d)
		}
	}
	weight := func(d *doubt) int {
		return rank([]ledger.Status{ledger.Withdrawn, ledger.Contradicted}, d.Line.Entry.Status)
	}
	slices.SortStableFunc(s.Doubts, func(a, b *doubt) int {
		return cmp.Or(cmp.Compare(weight(a), weight(b)), cmp.Compare(rank(measureOrder, a.Line.Figure.Measure), rank(measureOrder, b.Line.Figure.Measure)))
	})
}

// join adds to d what other says of the same number.
func (d *doubt) join(other *doubt) {
	for _, why := range other.Why {
		if !slices.Contains(d.Why, why) {
			d.Why = append(d.Why, why)
		}
	}
	for _, at := range other.Because {
		if !slices.Contains(d.Because, at) {
			d.Because = append(d.Because, at)
		}
	}
	if len(d.Against) == 0 {
		d.Besides = d.Why
	}
}

// A tally tells one number under one measure and group.
type tally struct {
	measure claim.Measure
	group   claim.Group
	amount  string
}

// firm finds the numbers that somebody puts without a hedge.
func (s *sheet) firm() map[tally]bool {
	out := map[tally]bool{}
	for _, a := range s.story.Ledger.Accounts {
		for _, e := range a.Entries {
			if e.Figure.Stance == claim.Asserted && e.Status != ledger.Withdrawn {
				out[tally{a.Measure, a.Group, s.amount(e.Figure)}] = true
			}
		}
	}
	return out
}

func (s *sheet) doubt(l *line, firm map[tally]bool) *doubt {
	e, f := l.Entry, l.Figure
	d := &doubt{Line: l, What: l.Amount + " " + s.counted(f)}
	told := map[string]bool{}
	for _, m := range s.marks(l) {
		told[m] = true
	}
	switch {
	case e.Status == ledger.Withdrawn && told[ledger.MarkCirculating]:
		d.Why = append(d.Why, s.w.say("doubt.circulating"))
	case e.Status == ledger.Withdrawn:
		d.Why = append(d.Why, s.w.say("doubt.withdrawn"))
	case e.Status == ledger.Contradicted:
		s.contradictedBy(d, e)
	case e.Status == ledger.Superseded:
		return d // nobody holds it any more: it stands among what was told before
	}
	if told[ledger.MarkUnconfirmed] {
		d.Why = append(d.Why, s.w.say("mark.unconfirmed"))
		d.Because = s.notConfirmed(l)
	}
	if told[ledger.MarkDenied] {
		d.Why = append(d.Why, s.w.say("doubt.denied"))
	}
	if f.Stance == claim.Hedged && !firm[tally{f.Measure, f.Group, l.Amount}] {
		d.Why = append(d.Why, s.w.say("doubt.hedged"))
	}
	if left := s.left(l); left != nil {
		d.Why = append(d.Why, s.w.departure(left, s.year))
	}
	d.Why = slices.Compact(d.Why)
	d.Besides = d.Why
	if len(d.Against) > 0 {
		d.Besides = d.Why[1:] // told first, by contradictedBy
	}
	for _, b := range e.Because {
		if e.Status == ledger.Withdrawn || b.Rule == ledger.RuleDeniedFigure {
			d.Because = append(d.Because, b.Spans...)
		}
	}
	return d
}

// notConfirmed returns the words by which somebody did not confirm the number of
// l, and remembers that they were shown.
func (s *sheet) notConfirmed(l *line) []text.Span {
	var out []text.Span
	words := clean(strings.Trim(s.quote(l.Figure.Number), "\"«» \u00a0\u202f"))
	for _, n := range s.story.Ledger.Warnings {
		if n.Rule == ledger.RuleNotConfirmed && len(n.Args) > 0 && clean(n.Args[0]) == words {
			out = append(out, n.Span)
			s.shown[n.Span] = true
		}
	}
	return out
}

// contradictedBy names the figures that speak against e; where only a part that
// exceeds its whole does, the conflict is told among the conflicts alone.
func (s *sheet) contradictedBy(d *doubt, e *ledger.Entry) {
	what := []string{d.Line.Amount}
	for _, b := range e.Because {
		if b.Rule == ledger.RulePartExceeds || b.Rule == ledger.RuleDeniedFigure || slices.Contains(repeatRules, b.Rule) {
			continue
		}
		for _, f := range b.Figures {
			o := s.lines[f]
			if o == nil || o == d.Line || slices.Contains(d.Against, o) || len(d.Against) == 3 {
				continue
			}
			d.Against = append(d.Against, o)
			if !slices.Contains(what, o.Amount) {
				what = append(what, o.Amount)
			}
		}
	}
	if len(d.Against) == 0 {
		return
	}
	d.What = strings.Join(what, " ≠ ") + " " + s.counted(d.Line.Figure)
	by := []string{s.who(d.Line.Figure)}
	for _, o := range d.Against {
		by = append(by, s.who(o.Figure))
	}
	d.Why = append(d.Why, s.w.say("doubt.contradicted", strings.Join(by, " / ")))
}

// who names the speaker of f, else the outlet.
func (s *sheet) who(f *claim.Figure) string {
	if name := s.speaker(f.By); name != "" {
		return name
	}
	return s.outlet(s.of[f])
}

// marks returns the marks of all mentions of l.
func (s *sheet) marks(l *line) []string {
	out := slices.Clone(l.Entry.Marks)
	for _, m := range l.Also {
		if e := s.entries[m.Figure]; e != nil {
			out = append(out, e.Marks...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
