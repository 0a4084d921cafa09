package ledger

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"time"

	"recoupe/claim"
	"recoupe/text"
)

// sameTime reports whether two statements may cover the same time.
func sameTime(s, t *statement) bool { return s.first().cover.Overlaps(t.first().cover) }

// supersede settles the statements that a later figure took the place of.
func (d *desk) supersede() {
	for _, a := range d.accounts {
		if a.Aside {
			continue
		}
		d.bySpeaker(a)
		d.byVersion(a)
		d.byAnother(a, a)
		if !a.hasVague() {
			continue
		}
		for _, outer := range d.kin[a.kin()] {
			// A vague word for a part of the country is done with once a number
			// for the whole is there: nobody holds "des dizaines" beside 225.
			if a.Scope == outer.Scope && inside(a.Place, outer.Place) {
				d.byAnother(a, outer)
			}
		}
	}
}

func (a *account) hasVague() bool {
	return slices.ContainsFunc(a.statements, func(s *statement) bool { return vague(s.first().Figure.Quantity) })
}

// bySpeaker lets a speaker's later figure take the place of her earlier one.
func (d *desk) bySpeaker(a *account) {
	byVoice := map[string][]*statement{}
	for _, s := range a.statements {
		if s.plain() && !s.category {
			byVoice[s.voice] = append(byVoice[s.voice], s)
		}
	}
	for _, s := range a.statements {
		if !s.live() || !s.plain() {
			continue
		}
		mine := byVoice[s.voice]
		// They stand oldest first; the next one that differs is the successor.
		if s.said().To.IsZero() {
			continue
		}
		from := sort.Search(len(mine), func(i int) bool { return !startsBefore(mine[i], s.said().To) })
		for _, t := range mine[from:] {
			if t == s || t.status == Withdrawn || !s.said().Before(t.said()) || !sameTime(s, t) || !differs(s, t) {
				continue
			}
			if own := s.partial(); own != "" && t.voice != s.voice && own != t.partial() {
				continue // a hospital's own patients are no earlier toll of the town
			}
			s.status = Superseded
			s.because = append(s.because, because(RuleLaterSame, []*mention{t.first()}))
			if t.b.hi < s.b.lo && accumulates(a.Measure) {
				d.falls(s, t)
			}
			break
		}
	}
}

// startsBefore reports whether s was said from before t on; an unknown beginning
// is none, and such statements stand last.
func startsBefore(s *statement, t time.Time) bool {
	from := s.said().From
	return !from.IsZero() && from.Before(t)
}

// differs reports whether t says something else than s, and not only the same
// more loosely: "plus de 200" after 225 takes nothing back.
func differs(s, t *statement) bool {
	if s.num == t.num {
		return false
	}
	q := t.first().Figure.Quantity
	return !(t.b.covers(s.b) && t.b != s.b) && !(vague(q) && t.b.lo <= s.b.lo)
}

// falls marks a toll that its own speaker followed with a lower one.
func (d *desk) falls(s, t *statement) {
	s.first().mark(MarkFalls)
	rule := RuleFalls
	msg := "the toll falls from %s to %s, both by %s"
	if s.num.named && t.num.named && slip(s.num.value, t.num.value) != "" {
		rule = RuleFallsSlip
		msg = "the toll falls from %s to %s, both by %s, one digit away: one may be a slip"
	}
	d.warn(rule, msg, t.first().Figure.Span, wording(s.first()), wording(t.first()), d.speaker(s.first()))
}

// byAnother lets a strictly later total with a higher floor, by anybody, take
// the place of a statement in a. Among the missing or the displaced a later
// count does so whichever way it goes.
func (d *desk) byAnother(a, by *account) {
	// Two speakers who count soldiers sent need not count the same soldiers.
	if a.Scope == claim.Period || momentary(a.Measure) || a.Measure == claim.Deployed {
		return
	}
	grows := accumulates(a.Measure)
	var later []*statement // oldest first
	for _, t := range by.statements {
		if t.plain() && t.status != Withdrawn && !t.category && !t.said().From.IsZero() && !t.first().Figure.Previous {
			later = append(later, t)
		}
	}
	highest := make([]int64, len(later)+1) // the highest floor from i on
	highest[len(later)] = -1
	for i := len(later) - 1; i >= 0; i-- {
		highest[i] = max(highest[i+1], later[i].b.lo)
	}
	for _, s := range a.statements {
		// Who counts only what lies before him has not been outnumbered.
		if !s.live() || !s.plain() || s.partial() != "" || s.said().To.IsZero() || by != a && !vague(s.first().Figure.Quantity) {
			continue
		}
		from := sort.Search(len(later), func(i int) bool { return !startsBefore(later[i], s.said().To) })
		for i := from; i < len(later) && (!grows || highest[i] > s.b.lo); i++ {
			t := later[i]
			higher := t.b.lo > s.b.lo
			other := !grows && t.b.disjoint(s.b)
			if t == s || t.voice == s.voice && by == a || !higher && !other || !sameTime(s, t) || !differs(s, t) || d.disputes(s, t) {
				continue
			}
			s.status = Superseded
			rule := RuleHigherLater
			if !grows {
				rule = RuleCountedAgain
			}
			s.because = append(s.because, because(rule, []*mention{t.first()}))
			if t.voice != s.voice {
				s.first().mark(MarkByAnother)
			}
			break
		}
	}
}

// disputes reports whether a report sets s against a number as high as t's, told by
// another and not as past: "entre 10 et 50 morts", says a source where the ministry
// counts 471. Neither the ministry's number told again the day after nor a third
// between the two is news that takes the place of it.
func (d *desk) disputes(s, t *statement) bool {
	if !accumulates(s.acct.Measure) {
		return false
	}
	for _, m := range s.mentions[:min(len(s.mentions), listed)] {
		if m.Figure.Previous {
			continue
		}
		for _, f := range m.Report.Figures {
			v := d.of[f]
			if v != nil && v.st.b.lo > s.b.hi && v.st.b.lo >= t.b.lo && v.voice != s.voice && !f.Previous && v.acct == s.acct && v.Said.Overlaps(m.Said) {
				return true
			}
		}
	}
	return false
}

// What is listed against one statement is bounded: a reader who has seen eight
// figures that contradict one needs no ninth.
const (
	listed  = 8    // reasons and sides written out
	paired  = 64   // pairs joined into one conflict
	visited = 4096 // statements looked at
)

// contradict finds, among what still stands, different speakers whose bounds
// share no number.
func (d *desk) contradict() {
	d.besides()
	for _, a := range d.accounts {
		if a.Aside {
			continue
		}
		live := slices.DeleteFunc(slices.Clone(a.statements), func(s *statement) bool { return !s.live() || !s.plain() || s.category || s.beside })
		var pairs [][2]*statement
		byFloor := slices.Clone(live)
		slices.SortStableFunc(byFloor, func(s, t *statement) int { return cmp.Compare(s.b.lo, t.b.lo) })
		for _, s := range live {
			from := sort.Search(len(byFloor), func(i int) bool { return byFloor[i].b.lo > s.b.hi })
			found := 0
			for _, t := range byFloor[from:min(len(byFloor), from+visited)] {
				if found == paired {
					break
				}
				if s.voice == t.voice {
					d.unordered(s, t)
					continue
				}
				if d.against(s, t) {
					pairs = append(pairs, [2]*statement{s, t})
					found++
				}
			}
		}
		d.conflicts(pairs)
	}
}

// partial returns the role of whoever says s where he counts only what lies
// before him, "" where he does not. A hospital may give the toll of a town as
// well: it counts its own where it speaks of patients, or of those brought in.
func (s *statement) partial() claim.Role {
	m := s.first()
	switch by := m.Figure.By; {
	case by == nil:
	case by.Role == claim.Witness:
		return claim.Witness
	case by.Role == claim.Hospital && ownWard(m):
		return claim.Hospital
	}
	return ""
}

// wardWords are those by which a hospital speaks of its own.
var wardWords = []string{"patient", "reçu", "accueilli", "soigné", "traité", "admis", "nous avons", "notre", "chez nous", "morgue", "service"}

func ownWard(m *mention) bool {
	r, f := m.Report, m.Figure
	if f.Sent < 0 || f.Sent >= len(r.Sentences) {
		return false
	}
	s := r.Sentences[f.Sent]
	low := strings.ToLower(r.Text[s.Start:s.End])
	for _, w := range wardWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// against reports whether low and high, whose bounds are disjoint, contradict
// each other: said at one time, or the later one the lower.
//
// Who counts only what lies before him contradicts nobody who counts something
// else: a hospital its own patients, a witness the dead of his street.
func (d *desk) against(low, high *statement) bool {
	if a, b := low.partial(), high.partial(); a != "" && a != b || a == claim.Hospital {
		return false
	}
	if !sameTime(low, high) || longerStretch(low, high) {
		return false
	}
	if high.said().Before(low.said()) {
		return accumulates(high.acct.Measure)
	}
	return low.said().Overlaps(high.said())
}

// longerStretch reports whether the greater number counts from well before the
// lesser one does: 600 dead since January and 12 in Sunday's attack hold both.
func longerStretch(low, high *statement) bool {
	h, l := high.first(), low.first()
	if h.Figure.Scope != claim.Cumulative || h.Covers.From.IsZero() {
		return false
	}
	from := h.Covers.FirstDay()
	switch {
	case !l.Covers.From.IsZero():
		return l.Covers.FirstDay().After(from.AddDate(0, 0, 7))
	case l.Figure.Scope == claim.Cumulative:
		return false // since when, it does not say
	}
	return l.Said.Closed() && l.Said.FirstDay().After(from.AddDate(0, 1, 0))
}

// unordered marks two figures of one speaker of which it is not known which
// came first, so that neither supersedes the other.
func (d *desk) unordered(s, t *statement) {
	if s.num.named && t.num.named && slip(s.num.value, t.num.value) != "" {
		return // told as a slip
	}
	if sameTime(s, t) && s.said().Overlaps(t.said()) {
		s.first().mark(MarkOrderUnknown)
		t.first().mark(MarkOrderUnknown)
	}
}

// conflicts settles the pairs as contradicted and lists one conflict for each
// set of statements that hang together.
func (d *desk) conflicts(pairs [][2]*statement) {
	up := map[*statement]*statement{}
	var find func(s *statement) *statement
	find = func(s *statement) *statement {
		for up[s] != nil {
			s = up[s]
		}
		return s
	}
	rules := map[*statement]string{}
	var order []*statement
	seen := map[*statement]bool{}
	for _, p := range pairs {
		low, high := p[0], p[1]
		rule := RuleDisjoint
		switch {
		case high.said().Before(low.said()):
			rule = RuleLaterLower
		case coarse(low.said()) || coarse(high.said()):
			rule = RuleOrderUnknown
		}
		for i, s := range p {
			if !seen[s] {
				seen[s] = true
				order = append(order, s)
			}
			s.status = Contradicted
			if len(s.because) < listed {
				s.because = append(s.because, because(rule, []*mention{p[1-i].first()}))
			}
		}
		a, b := find(low), find(high)
		if a != b {
			if oldestFirst(b.first(), a.first()) < 0 {
				a, b = b, a
			}
			up[b] = a
		}
		rules[low] = forBoth(rules[low], rule)
	}
	groups := map[*statement][]*statement{}
	var roots []*statement
	slices.SortFunc(order, func(s, t *statement) int { return oldestFirst(s.first(), t.first()) })
	for _, s := range order {
		r := find(s)
		if groups[r] == nil {
			roots = append(roots, r)
		}
		groups[r] = append(groups[r], s)
	}
	for _, r := range roots {
		d.figureConflict(groups[r], rules)
	}
}

// forBoth is the rule that holds where both do, "" standing for none. Where some
// figures were said at one time and others were not, no more is true of all than
// that no number fits.
func forBoth(a, b string) string {
	if a == "" || b == "" || a == b {
		return cmp.Or(a, b)
	}
	return RuleNoneFits
}

// figureConflict lists statements that cannot all hold.
func (d *desk) figureConflict(ss []*statement, rules map[*statement]string) {
	rule := ""
	for _, s := range ss {
		rule = forBoth(rule, rules[s])
	}
	ms := make([]*mention, len(ss))
	for i, s := range ss {
		ms[i] = s.first()
	}
	list, args := d.sides(ms)
	msg := "these cannot all hold: " + list
	if len(ms) == 2 {
		msg = "these cannot both hold: " + list
	}
	switch rule {
	case RuleOrderUnknown:
		msg += "; which was said first is not known"
	case RuleLaterLower:
		msg += "; the later one is the lower"
	}
	d.conflict(KindFigure, rule, msg, args, ms...)
}

// conflict lists one conflict between figures.
func (d *desk) conflict(kind, rule, msg string, args []string, ms ...*mention) {
	c := &Conflict{Kind: kind, Rule: rule, Message: msg, Args: args, Because: []Reason{because(rule, ms)}}
	for _, m := range ms {
		c.Members = append(c.Members, Member{Figure: m.Figure})
	}
	d.led.Conflicts = append(d.led.Conflicts, c)
}

// settle writes the fate of every statement into its entries, and how many tell
// of each number.
func (d *desk) settle() {
	for _, a := range d.accounts {
		type telling struct {
			num   number
			plain bool // a denial tells nobody's count
		}
		told := map[telling][]*mention{}
		voices := map[telling]map[string]bool{}
		for _, s := range a.statements {
			for _, m := range s.mentions {
				k := telling{m.num, s.plain()}
				told[k] = append(told[k], m)
				if voices[k] == nil {
					voices[k] = map[string]bool{}
				}
				voices[k][s.voice] = true
			}
		}
		origins := map[telling]int{}
		for k, ms := range told {
			origins[k] = d.count(ms)
		}
		for _, s := range a.statements {
			repeats := map[string][]Reason{} // ten thousand copies have one reason, not one each
			for i, m := range s.mentions {
				k := telling{m.num, s.plain()}
				m.Origins, m.Speakers = origins[k], len(voices[k])
				m.Status = cmp.Or(s.status, Stands)
				if i == 0 {
					m.Because = append(m.Because, s.because...)
					continue
				}
				if s.status == "" {
					m.Status = Repeats
				}
				rule := repeatRule(s, m)
				if repeats[rule] == nil {
					repeats[rule] = slices.Clip(append(slices.Clone(s.because), because(rule, []*mention{s.first()})))
				}
				if m.Because == nil {
					m.Because = repeats[rule]
				} else {
					m.Because = append(m.Because, repeats[rule]...)
				}
				for _, k := range s.first().Marks {
					if k != MarkCirculating {
						m.mark(k)
					}
				}
			}
		}
	}
}

func repeatRule(s *statement, m *mention) string {
	switch {
	case m.voice == s.voice:
		return RuleSaidAgain
	case m.own && !s.first().own:
		return RuleOwnHeading
	}
	return RuleSameOrigin
}

// warn lists a warning at the words it is about.
func (d *desk) warn(rule, format string, at text.Span, args ...string) {
	d.led.Warnings = append(d.led.Warnings, text.Warning{Span: at, Rule: rule, Message: fill(format, args), Args: args})
}
