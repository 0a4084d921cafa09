package ledger

import (
	"cmp"
	"maps"
	"slices"

	"recoupe/claim"
	"recoupe/lang"
)

// A category error is a number put under a measure that includes another:
// "4.578 victimes" are 225 dead and 4.353 injured, no higher toll. It is found
// by arithmetic, so that no word list is needed.

// A ledger sheet lists the exact numbers of one measure and group.
type sheet struct {
	of     map[int64]*statement
	values []int64 // the numbers in of, rising
}

const sheetMost = 256 // different numbers looked at for one measure and group

func (d *desk) categories() {
	sheets := map[family]*sheet{}
	for _, a := range d.accounts {
		if a.Aside || a.Severity != "" || a.PartOf != nil {
			continue
		}
		k := family{measure: a.Measure, group: a.Group}
		if sheets[k] == nil {
			sheets[k] = &sheet{of: map[int64]*statement{}}
		}
		for _, s := range a.statements {
			if s.plain() && s.num.named && s.first().Figure.Quantity.Qualifier == lang.Exact && len(sheets[k].of) < sheetMost {
				if old := sheets[k].of[s.num.value]; old == nil || oldestFirst(s.first(), old.first()) < 0 {
					sheets[k].of[s.num.value] = s
				}
			}
		}
	}
	for _, sh := range sheets {
		sh.values = slices.Sorted(maps.Keys(sh.of))
	}
	none := &sheet{}
	for _, a := range d.accounts {
		if a.Aside || a.Severity != "" {
			continue
		}
		killed := cmp.Or(sheets[family{measure: claim.Killed, group: a.Group}], none)
		injured := cmp.Or(sheets[family{measure: claim.Injured, group: a.Group}], none)
		for _, s := range a.statements {
			if s.plain() && s.num.named {
				d.category(a, s, killed, injured)
			}
		}
	}
}

// category looks for the numbers that s adds up.
func (d *desk) category(a *account, s *statement, killed, injured *sheet) {
	v, q := s.num.value, s.first().Figure.Quantity.Qualifier
	switch a.Measure {
	case claim.Victims:
		if q == lang.Exact && v >= 3 {
			for _, of := range []*sheet{killed, injured} {
				if t := of.of[v]; t != nil && near(s, t) {
					d.sameNumber(s, t)
					return
				}
			}
		}
	case claim.Killed, claim.Injured:
		if v < 100 {
			return // two small numbers add up to a third by chance
		}
	default:
		return
	}
	if v < 10 {
		return
	}
	for _, k := range killed.values {
		i, rule := addend(v, k, q, injured)
		if rule == "" || a.Measure != claim.Victims && !oneReport(killed.of[k], injured.of[i]) || killed.of[k] == s || injured.of[i] == s || !near(s, killed.of[k]) || !near(s, injured.of[i]) {
			continue
		}
		if rule == RuleCategoryRounded && a.Measure != claim.Victims && holdsAnother(injured, i, v) {
			continue
		}
		s.category = a.Measure != claim.Victims
		ms := []*mention{s.first(), killed.of[k].first(), injured.of[i].first()}
		list := []string{wording(ms[0]), d.speaker(ms[0]), wording(ms[1]), wording(ms[2]), itoa(k + i)}
		msg := "%s (%s) counts %s killed and %s injured together: a category, not a higher toll"
		d.conflict(KindCategory, rule, fill(msg, list), list, ms...)
		return
	}
}

// oneReport reports whether one report gives both numbers. What one adds to the
// other's from another day is likely to be chance.
func oneReport(s, t *statement) bool {
	for _, m := range s.mentions {
		for _, n := range t.mentions {
			if m.Report == n.Report {
				return true
			}
		}
	}
	return false
}

// addend returns the injured that make v with k killed, and the rule: exact, or
// v is the sum cut down to a round number, "plus de 4.500" for 4.578.
func addend(v, k int64, q lang.Qualifier, injured *sheet) (int64, string) {
	if k <= 0 {
		return 0, ""
	}
	if i := v - k; q == lang.Exact {
		if i > 0 && injured.of[i] != nil {
			return i, RuleCategorySum
		}
		return 0, ""
	}
	unit := int64(100)
	if v < 1000 || v%unit != 0 || q != lang.MoreThan && q != lang.AtLeast && q != lang.Approx {
		return 0, ""
	}
	for _, i := range injured.values {
		if i < v && k+i > v && k+i < v+unit {
			return i, RuleCategoryRounded
		}
	}
	return 0, ""
}

// holdsAnother reports whether the round number v may speak of another count of
// the injured than i.
func holdsAnother(injured *sheet, i, v int64) bool {
	for n := range injured.of {
		if n != i && n >= v && n < v+v/10 {
			return true
		}
	}
	return false
}

func (d *desk) sameNumber(s, t *statement) {
	ms := []*mention{s.first(), t.first()}
	args := []string{wording(ms[0]), d.speaker(ms[0]), string(t.acct.Measure), d.speaker(ms[1])}
	d.conflict(KindCategory, RuleCategoryEqual, fill("%s victims (%s) is the number of those %s (%s): one count under two names", args), args, ms...)
}

// near reports whether two statements may be of one place.
func near(s, t *statement) bool { return placesMeet(s.acct.Place, t.acct.Place) }

func placesMeet(p, q *lang.Place) bool {
	return p == nil || q == nil || p.Contains(q) || q.Contains(p)
}
