package ledger

import (
	"slices"

	"recoupe/claim"
	"recoupe/lang"
)

// widen joins the account of a place to that of a wider one where the reports
// tell of one toll: "78 morts au large du Péloponnèse" here, "79 morts en Grèce"
// there. It does so where the numbers are near each other and no report sets the
// two side by side; one that gives both means a part and its whole.
func (d *desk) widen() {
	whole := func(a *account) bool { return a.Place != nil && !a.Aside && !a.part && !momentary(a.Measure) }
	kin := map[family][]*account{}
	for _, a := range d.accounts {
		if whole(a) {
			kin[a.kin()] = append(kin[a.kin()], a)
		}
	}
	gone := map[*account]bool{}
	for _, a := range d.accounts {
		if !whole(a) {
			continue
		}
		var outer *account
		for _, b := range kin[a.kin()] {
			if gone[b] || b.Scope != a.Scope || !inside(a.Place, b.Place) && !quarter(a.Place, b.Place) || !sameToll(a, b) {
				continue
			}
			if outer == nil || inside(b.Place, outer.Place) {
				outer = b
			}
		}
		if outer == nil {
			continue
		}
		gone[a] = true
		for _, m := range a.mentions {
			m.acct = outer
		}
		outer.mentions = append(outer.mentions, a.mentions...)
	}
	d.accounts = slices.DeleteFunc(d.accounts, func(a *account) bool { return gone[a] })
}

// quarter reports whether p, which no map has, may be a quarter of the city q: nothing
// says that it lies elsewhere. It is joined only where their tolls are one.
func quarter(p, q *lang.Place) bool {
	return p != nil && q != nil && !p.Known() && q.Known() && p.Precision == "city" && q.Precision == "city" &&
		(p.Country == "" || p.Country == q.Country) && (p.Region == "" || p.Region == q.Region)
}

// sameToll reports whether the numbers of a are all near one of b's, and no report
// has different ones in the two.
func sameToll(a, b *account) bool {
	wide := map[*claim.Report][]*mention{}
	values := map[int64]bool{}
	for _, m := range b.mentions {
		if m.counted() {
			wide[m.Report] = append(wide[m.Report], m)
			values[m.num.value] = true
		}
	}
	counted := false
	for _, m := range a.mentions {
		if !m.counted() {
			continue
		}
		counted = true
		for _, w := range wide[m.Report] {
			if w.num != m.num {
				return false
			}
		}
		near := false
		for v := range values {
			near = near || nearly(m.num.value, v)
		}
		if !near {
			return false
		}
	}
	return counted
}

// counted reports whether m gives a number that its report holds to.
func (m *mention) counted() bool {
	f := m.Figure
	return m.num.named && !f.Previous && !identified(m) && f.Stance != claim.Denied && f.Stance != claim.NotKnown
}

// nearly reports whether v and w differ by no more than a fifth of the greater.
func nearly(v, w int64) bool { return max(v, w)-min(v, w) <= max(v, w)/5 }
