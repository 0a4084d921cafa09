package ledger

import (
	"recoupe/claim"
	"recoupe/lang"
)

// bounds are the numbers a figure allows, both inclusive.
type bounds struct{ lo, hi int64 }

// disjoint reports whether no number lies in both.
func (b bounds) disjoint(c bounds) bool { return b.lo > c.hi || c.lo > b.hi }

// covers reports whether every number of c lies in b.
func (b bounds) covers(c bounds) bool { return b.lo <= c.lo && c.hi <= b.hi }

// widen returns the smallest bounds that hold both.
func (b bounds) widen(c bounds) bounds { return bounds{min(b.lo, c.lo), max(b.hi, c.hi)} }

// compared returns the bounds that q stands for beside other figures. A vague
// word is a floor only: "des dizaines" contradicts 12, never 225.
func compared(q lang.Quantity) bounds {
	b := tight(q)
	if q.Qualifier == lang.Vague {
		b.hi = lang.Unbounded
	}
	return b
}

// tight returns the bounds of q as its words put them; "des dizaines" is 20 to 99.
func tight(q lang.Quantity) bounds {
	v := q.Value
	if !q.Named {
		v = q.Low
	}
	v = min(max(v, 0), lang.Unbounded)
	switch q.Qualifier {
	case lang.Exact:
		return bounds{v, v}
	case lang.AtLeast:
		return bounds{v, lang.Unbounded}
	case lang.MoreThan:
		return bounds{min(v+1, lang.Unbounded), lang.Unbounded}
	case lang.AtMost:
		return bounds{0, upper(q)}
	case lang.LessThan:
		if q.Named {
			return bounds{0, max(v-1, 0)}
		}
		return bounds{0, upper(q)}
	case lang.Approx:
		if q.Named {
			// Ten per cent either way, outward: "une dizaine" is 9 to 11.
			tenth := v/10 + min(v%10, 1)
			return bounds{v - tenth, min(v, lang.Unbounded-tenth) + tenth}
		}
	}
	b := bounds{max(q.Low, 0), q.High}
	if b.hi < b.lo {
		b.hi = lang.Unbounded
	}
	return b
}

func upper(q lang.Quantity) int64 {
	if q.Named {
		return max(q.Value, 0)
	}
	return max(q.High, 0)
}

// A number tells quantities apart that are the same number: "au moins 26" and
// "26" by one speaker are one statement, "des dizaines" and "20 à 99" are not
// looked at more closely than their bounds.
type number struct {
	named bool
	value int64
	span  bounds
}

func numberOf(q lang.Quantity) number {
	if q.Named && q.Qualifier != lang.Range && q.Qualifier != lang.Vague {
		return number{named: true, value: q.Value}
	}
	return number{span: tight(q)}
}

// accumulates reports whether a count of m over a crisis only grows as more is
// known. The missing are found, people go home, soldiers leave: those counts
// fall by nature, and a lower one is no contradiction.
func accumulates(m claim.Measure) bool {
	switch m {
	case claim.Missing, claim.Hospitalised, claim.Displaced, claim.Kidnapped, claim.Deployed, claim.Participants:
		return false
	}
	return true
}

// momentary reports whether a count of m is of the moment it was made, so that
// two of different days are two countings and not one that moved.
func momentary(m claim.Measure) bool { return m == claim.Participants }

// slip names the rule by which a and b may be one number miscopied; "" if none
// does. Numbers of two digits are too easily one digit apart.
func slip(a, b int64) string {
	if a == b || a < 100 || b < 100 {
		return ""
	}
	var x, y [20]byte
	n, m := digits(a, &x), digits(b, &y)
	if n != m {
		return ""
	}
	var at [3]int
	k := 0
	for i := range n {
		if x[i] != y[i] {
			if k == 2 {
				return ""
			}
			at[k] = i
			k++
		}
	}
	switch {
	case k == 1:
		return RuleSlipDigit
	case k == 2 && at[1] == at[0]+1 && x[at[0]] == y[at[1]] && x[at[1]] == y[at[0]]:
		return RuleSlipSwap
	}
	return ""
}

func digits(v int64, d *[20]byte) int {
	n := 0
	for ; v > 0; v /= 10 {
		d[n] = byte(v % 10)
		n++
	}
	return n
}
