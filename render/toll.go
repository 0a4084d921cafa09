package render

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/amend"
	"recoupe/claim"
	"recoupe/ledger"
)

// tolls lays the accounts out by measure, parts below their wholes.
func (s *sheet) tolls() {
	parts := map[*ledger.Account][]*ledger.Account{}
	var roots []*ledger.Account
	for _, a := range s.story.Ledger.Accounts {
		if len(a.Entries) == 0 {
			continue
		}
		if w := a.PartOf; w != nil && w != a && w.Measure == a.Measure && w.Aside == a.Aside && w.PartOf != a {
			parts[w] = append(parts[w], a)
		} else {
			roots = append(roots, a)
		}
	}
	main := s.mainPlace()
	s.main = main
	for _, a := range s.sorted(roots) {
		list := &s.Tolls
		if a.Aside {
			list = &s.Asides
		}
		if n := len(*list); n == 0 || (*list)[n-1].Measure != a.Measure {
			*list = append(*list, &toll{Measure: a.Measure, Heading: s.w.say("measure." + string(a.Measure))})
		}
		t := (*list)[len(*list)-1]
		s.rows(t, a, 0, main, parts)
	}
	for _, t := range slices.Concat(s.Tolls, s.Asides) {
		for _, r := range t.Rows {
			for _, l := range slices.Concat(r.Now, r.Before) {
				if d := s.left(l); d != nil {
					l.Tags = append(l.Tags, s.w.departure(d, s.year))
				}
			}
			r.sort()
		}
	}
}

// left says how the number of l left the last of the pages that gave it; nil
// where one of them gives it still, as far as is known.
func (s *sheet) left(l *line) *ledger.Departure {
	last := l.Entry.Left
	for _, m := range l.Also {
		e := s.entries[m.Figure]
		if last == nil || e == nil || e.Left == nil {
			return nil
		}
		if e.Left.Found.After(last.Found) {
			last = e.Left
		}
	}
	return last
}

// rows adds the row of a and those of its parts.
func (s *sheet) rows(t *toll, a *ledger.Account, depth int, main string, parts map[*ledger.Account][]*ledger.Account) {
	r := s.row(a, depth, main)
	if i := slices.IndexFunc(t.Rows, func(o *row) bool { return o.Head == r.Head && o.Depth == 0 }); i >= 0 && depth == 0 {
		s.merge(t.Rows[i], r) // of another place or scope, which its head does not show
	} else {
		t.Rows = append(t.Rows, r)
	}
	if depth > 8 {
		return // a part of a part of a part: nobody counts deeper
	}
	for _, p := range s.sorted(parts[a]) {
		s.rows(t, p, depth+1, main, parts)
	}
}

func (s *sheet) sorted(list []*ledger.Account) []*ledger.Account {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b *ledger.Account) int {
		return cmp.Or(cmp.Compare(rank(measureOrder, a.Measure), rank(measureOrder, b.Measure)), strings.Compare(string(a.Measure), string(b.Measure)),
			cmp.Compare(rank(groupOrder, a.Group), rank(groupOrder, b.Group)), cmp.Compare(len(b.Entries), len(a.Entries)))
	})
	return out
}

// mainPlace returns the place that more than half of the figures with a place are
// told of, which needs no saying in every row; "" where there is none.
func (s *sheet) mainPlace() string {
	n := map[string]int{}
	for _, a := range s.story.Ledger.Accounts {
		if a.Place != nil && !a.Aside {
			n[a.Place.Name] += len(a.Entries)
		}
	}
	all := 0
	for _, k := range n {
		all += k
	}
	for name, k := range n {
		if 2*k > all {
			return name
		}
	}
	return ""
}

// row lays one account out: repeats folded into the figure they repeat.
func (s *sheet) row(a *ledger.Account, depth int, main string) *row {
	r := &row{Head: s.rowHead(a, depth, main), Depth: depth, Account: a}
	for _, e := range a.Entries {
		if s.of[e.Figure] == nil || leader(e) != e.Figure {
			continue
		}
		s.add(r, e)
	}
	for _, e := range a.Entries {
		switch l := s.lines[leader(e)]; {
		case s.of[e.Figure] == nil || leader(e) == e.Figure:
		case l == nil: // it repeats a figure of another account
			s.add(r, e)
		default:
			m := s.mention(e.Figure)
			l.Also = append(l.Also, &m)
			s.lines[e.Figure] = l
			s.tag(l, e)
		}
	}
	return r
}

// sort puts first what is told on somebody's word, then what most newsrooms tell
// independently, then the latest; and behind all of it what was taken back. A
// figure that is contradicted stands beside what contradicts it: that it is says
// nothing about which of them is right.
func (r *row) sort() {
	slices.SortStableFunc(r.Now, func(a, b *line) int {
		return cmp.Or(cmp.Compare(takenBack(a), takenBack(b)), cmp.Compare(unsaid(a), unsaid(b)), cmp.Compare(b.Entry.Origins, a.Entry.Origins), latestFirst(a, b))
	})
	r.Now = opposedFirst(r.Now)
	slices.SortStableFunc(r.Before, latestFirst)
}

// add makes a line of e.
func (s *sheet) add(r *row, e *ledger.Entry) {
	l := s.line(e)
	l.Row = r
	s.lines[e.Figure] = l
	if e.Status == ledger.Superseded {
		r.Before = append(r.Before, l)
	} else {
		r.Now = append(r.Now, l)
	}
}

// merge puts the lines of r into the row to. What one speaker says there too, and
// what became of it, is one line.
func (s *sheet) merge(to, r *row) {
	if to.held == nil {
		to.held = map[same]*line{}
		for _, l := range slices.Concat(to.Now, to.Before) {
			to.held[l.same()] = l
		}
	}
	add := func(list []*line, l *line) []*line {
		o := to.held[l.same()]
		if o == nil || l.Entry.Speaker == "" {
			l.Row = to
			to.held[l.same()] = l
			return append(list, l)
		}
		o.Also = append(append(o.Also, &l.mention), l.Also...)
		s.lines[l.Figure] = o
		for _, m := range l.Also {
			s.lines[m.Figure] = o
		}
		s.tag(o, l.Entry)
		return list
	}
	for _, l := range r.Now {
		to.Now = add(to.Now, l)
	}
	for _, l := range r.Before {
		to.Before = add(to.Before, l)
	}
}

// same is what two lines of a row share that say one thing.
type same struct{ amount, speaker, verdict string }

func (l *line) same() same { return same{l.Amount, l.Entry.Speaker, l.Verdict} }

// opposedFirst puts beside the first line, where it is contradicted, the others
// that are: one without the other would be half of what is held.
func opposedFirst(list []*line) []*line {
	if len(list) == 0 || list[0].Entry.Status != ledger.Contradicted {
		return list
	}
	aside := func(l *line) int {
		if l.Entry.Status == ledger.Contradicted {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b *line) int { return cmp.Compare(aside(a), aside(b)) })
	return list
}

func takenBack(l *line) int {
	if l.Entry.Status == ledger.Withdrawn {
		return 1
	}
	return 0
}

// unsaid is 1 where a figure stands on nobody's word.
func unsaid(l *line) int {
	if l.Speaker == "" {
		return 1
	}
	return 0
}

// repeatRules say that a figure is told again, not told anew.
var repeatRules = []string{ledger.RuleSaidAgain, ledger.RuleOwnHeading, ledger.RuleSameOrigin}

// leader returns the figure that e repeats; its own where it repeats none.
func leader(e *ledger.Entry) *claim.Figure {
	for _, b := range e.Because {
		if slices.Contains(repeatRules, b.Rule) && len(b.Figures) > 0 {
			return b.Figures[0]
		}
	}
	return e.Figure
}

func (s *sheet) rowHead(a *ledger.Account, depth int, main string) string {
	h := s.w.say("group." + string(a.Group))
	switch label := s.w.quote(clean(a.Label)); {
	case a.Label == "":
	case a.Group == claim.OtherGroup:
		h = label
	default:
		h = s.w.say("head.label", h, label)
	}
	if depth > 0 {
		if a.Severity != "" && a.Group == claim.People {
			h = s.w.say("severity." + string(a.Severity))
		}
		h = s.partHead(a, h)
	} else if a.Severity != "" {
		h = s.w.say("head.place", h, s.w.say("severity."+string(a.Severity)))
	}
	if a.Scope == claim.Period || a.Scope == claim.Incident {
		h = s.w.say("head.place", h, s.w.say("scope."+string(a.Scope)))
	}
	if a.Elsewhere {
		h = s.w.say("head.place", h, s.w.say("head.elsewhere"))
	}
	if a.Place != nil && a.Place.Name != main {
		h = s.w.say("head.place", h, clean(a.Place.Name))
	}
	return h
}

// partHead heads a part: "of whom security forces"; where the whole is not all
// people, it says of whom: "of these security forces, seriously".
func (s *sheet) partHead(a *ledger.Account, h string) string {
	w := a.PartOf
	if w == nil || w.Group == claim.People || w.Group == "" {
		return s.w.say("head.part", h)
	}
	whole := s.w.say("group." + string(w.Group))
	if a.Group != w.Group {
		return s.w.say("head.partof", whole, h)
	}
	// One group within itself: what sets the part apart is what it is called.
	for _, e := range a.Entries {
		label := clean(e.Figure.Label)
		same := slices.ContainsFunc(w.Entries, func(o *ledger.Entry) bool { return strings.EqualFold(clean(o.Figure.Label), label) })
		if label != "" && !same {
			return s.w.say("head.partof", whole, s.w.quote(label))
		}
	}
	return s.w.say("head.some", whole)
}

func (s *sheet) line(e *ledger.Entry) *line {
	l := &line{mention: s.mention(e.Figure), Entry: e, Amount: s.amount(e.Figure), Speaker: s.speaker(e.Figure.By), Via: wing(e.Figure.By)}
	l.Verdict, l.Reason, l.By = s.verdict(e)
	l.Status = l.Verdict
	if len(l.By) > 0 {
		l.Status = s.w.say("status." + string(e.Status))
	}
	if e.Figure.Stance != claim.Asserted && e.Figure.Stance != "" {
		l.Tags = append(l.Tags, s.w.say("stance."+string(e.Figure.Stance)))
	}
	s.tag(l, e)
	return l
}

// tag adds the marks of e that l has not got yet.
func (s *sheet) tag(l *line, e *ledger.Entry) {
	for _, m := range e.Marks {
		switch m {
		case ledger.MarkByAnother:
			continue // the reason says so already
		case ledger.MarkLeftPage, ledger.MarkPageGone:
			continue // another page may give it still; see left
		}
		if t := s.w.say("mark." + m); !slices.Contains(l.Tags, t) {
			l.Tags = append(l.Tags, t)
		}
	}
}

// byHand reports whether a reader has corrected f.
func byHand(f *claim.Figure) bool {
	return slices.ContainsFunc(f.Because, func(r claim.Reason) bool { return r.Rule == amend.Rule })
}

// amount writes the bounds of f; a number that its speaker denies is no number
// to be read at a glance.
func (s *sheet) amount(f *claim.Figure) string { return s.w.amount(f.Quantity) }

// verdict says what became of e, and why; and names the figures that did it.
func (s *sheet) verdict(e *ledger.Entry) (verdict, reason string, of []*claim.Figure) {
	switch e.Status {
	case ledger.Stands:
		if e.Speakers > 1 {
			return s.w.say("agree.many", s.w.number(int64(e.Speakers))), "", nil
		}
		return "", "", nil
	case ledger.Repeats:
		return s.w.say("status.repeats"), "", nil
	}
	verdict = s.w.say("status." + string(e.Status))
	var by []string
	for _, b := range e.Because {
		if slices.Contains(repeatRules, b.Rule) {
			continue
		}
		if reason == "" {
			reason = s.w.say("rule." + b.Rule)
		}
		for _, f := range b.Figures {
			if a := s.amount(f); !slices.Contains(by, a) && len(by) < 3 && s.of[f] != nil {
				by, of = append(by, a), append(of, f)
			}
		}
	}
	if len(by) == 0 || e.Status == ledger.Withdrawn {
		return verdict, reason, nil
	}
	return s.w.say("by.figure", verdict, s.w.join(by)), reason, of
}
