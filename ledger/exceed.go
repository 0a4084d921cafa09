package ledger

import (
	"slices"

	"recoupe/claim"
	"recoupe/lang"
)

// exceed finds parts that are greater than their whole: a part of a figure, a
// town beside its country, the last day beside the total.
func (d *desk) exceed() {
	told := map[[2]*statement]bool{} // copies repeat it
	for _, r := range d.reports {
		for _, f := range r.Figures {
			if f == nil || f.PartOf == nil {
				continue
			}
			part, whole := d.of[f], d.of[f.PartOf]
			if part == nil || whole == nil || part == whole || part.acct.Aside {
				continue
			}
			if pair := [2]*statement{part.st, whole.st}; compared(f.Quantity).lo > compared(f.PartOf.Quantity).hi && part.st.plain() && !told[pair] {
				told[pair] = true
				d.exceeds(part, whole)
			}
		}
	}
	for _, outer := range d.accounts {
		if outer.Aside || outer.part {
			continue // what is a part of one whole holds no other part
		}
		ceiling := outer.lowestCeiling()
		for _, inner := range d.kin[outer.kin()] {
			if inner == outer || inner.highestFloor() <= ceiling || !partOf(inner, outer) {
				continue
			}
			d.exceedsAround(inner, outer)
		}
	}
}

// partOf reports whether all that inner counts is counted in outer too.
func partOf(inner, outer *account) bool {
	if momentary(inner.Measure) {
		return false
	}
	switch {
	case inside(inner.Place, outer.Place):
		return inner.Scope == outer.Scope || inner.Scope == claim.Period && outer.Scope != claim.Incident
	case samePlace(inner.Place, outer.Place):
		return inner.Scope == claim.Period && outer.Scope != claim.Period && accumulates(inner.Measure)
	}
	return false
}

func samePlace(p, q *lang.Place) bool {
	return p == q || p != nil && q != nil && p.Name == q.Name && p.Country == q.Country && p.Precision == q.Precision
}

// held reports whether s may still be set against others.
func (s *statement) held() bool {
	return (s.status == "" || s.status == Contradicted) && s.plain() && !s.category
}

func (a *account) lowestCeiling() int64 {
	c := lang.Unbounded
	for _, s := range a.statements {
		if s.held() {
			c = min(c, s.b.hi)
		}
	}
	return c
}

func (a *account) highestFloor() int64 {
	f := int64(-1)
	for _, s := range a.statements {
		if s.held() {
			f = max(f, s.b.lo)
		}
	}
	return f
}

// exceedsAround looks for the parts that a whole said no earlier cannot hold.
func (d *desk) exceedsAround(inner, outer *account) {
	for _, in := range inner.statements {
		if !in.held() {
			continue
		}
		found := 0
		for _, out := range outer.statements[:min(len(outer.statements), visited)] {
			// A total of the day before is outdated, not wrong.
			if !out.held() || out.beside || in.b.lo <= out.b.hi || out.said().Before(in.said()) {
				continue
			}
			if inner.exceeding++; inner.exceeding <= listed {
				d.exceeds(in.first(), out.first())
			}
			if in.voice != out.voice {
				in.contradicted(RulePartExceeds, out)
				out.contradicted(RulePartExceeds, in)
			}
			if found++; found == listed {
				break
			}
		}
	}
}

func (s *statement) contradicted(rule string, by *statement) {
	s.status = Contradicted
	if len(s.because) < listed {
		s.because = append(s.because, because(rule, []*mention{by.first()}))
	}
}

func (d *desk) exceeds(part, whole *mention) {
	args := []string{wording(part), d.speaker(part), wording(whole), d.speaker(whole)}
	d.conflict(KindFigure, RulePartExceeds, fill("the part is greater than its whole: %s (%s) of %s (%s)", args), args, part, whole)
}

// slips finds two mentions of one statement that differ by one digit or by two
// swapped ones: 7.939 in one outlet, 7.989 in another, from one communiqué.
func (d *desk) slips() {
	for _, a := range d.accounts {
		if a.Aside {
			continue
		}
		masked := map[slipKey][]*statement{}
		for _, s := range a.statements {
			if !s.plain() || !s.num.named || s.num.value < 100 || s.status == Withdrawn {
				continue
			}
			told := map[*statement]bool{}
			for _, k := range slipKeys(s) {
				for _, t := range masked[k] {
					if told[t] || !sameTime(s, t) || !s.said().Overlaps(t.said()) {
						continue
					}
					if rule := slip(s.num.value, t.num.value); rule != "" {
						told[t] = true
						d.slip(rule, t, s)
					}
				}
				if len(masked[k]) < listed {
					masked[k] = append(masked[k], s)
				}
			}
		}
	}
}

// A slipKey is what the numbers of one speaker that may be slips of each other
// share: a number with one digit blotted out, or its digits in any order.
type slipKey struct {
	voice string
	at    int // the digit blotted out; -1 for any order
	rest  [20]byte
}

func slipKeys(s *statement) []slipKey {
	var x [20]byte
	n := digits(s.num.value, &x)
	keys := make([]slipKey, 0, n+1)
	for i := range n {
		k := slipKey{s.voice, i, x}
		k.rest[i] = 0xff
		keys = append(keys, k)
	}
	sorted := x
	slices.Sort(sorted[:n])
	return append(keys, slipKey{s.voice, -1, sorted})
}

func (d *desk) slip(rule string, s, t *statement) {
	a, b := s.first(), t.first()
	a.mark(MarkSlip)
	b.mark(MarkSlip)
	list, args := d.sides([]*mention{a, b})
	d.conflict(KindFigure, rule, "one may be a slip: "+list, args, a, b)
}

// jumps warns of exact tolls that grow fivefold at once: a figure too many, a
// total of something else, or worse news than before. The reader looks.
func (d *desk) jumps() {
	const times, least = 5, 100
	warned := map[*statement]bool{}
	for _, a := range d.accounts {
		for _, s := range a.statements {
			if s.beside || s.status != Superseded || len(s.because) == 0 || len(s.because[0].Figures) == 0 || !s.num.named || s.b.lo != s.b.hi {
				continue // "une caissière a été blessée" is no toll that jumps
			}
			m := d.of[s.because[0].Figures[0]]
			if m == nil || warned[m.st] || m.acct != a || !m.st.num.named {
				continue
			}
			was, is := s.num.value, m.st.num.value
			if was > 0 && is/times >= was && is-was >= least {
				warned[m.st] = true
				d.warn(RuleJump, "the toll jumps from %s (%s) to %s (%s)", m.Figure.Span, wording(s.first()), d.speaker(s.first()), wording(m), d.speaker(m))
			}
		}
	}
}
