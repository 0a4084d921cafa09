package ledger

import (
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
)

// compareTimes orders by beginning, then by end; an unknown end comes last.
func compareTimes(a, b edtf.Time) int {
	end := func(x, y time.Time) int {
		switch {
		case x.IsZero() && y.IsZero():
			return 0
		case x.IsZero():
			return 1
		case y.IsZero():
			return -1
		}
		return x.Compare(y)
	}
	if c := end(a.From, b.From); c != 0 {
		return c
	}
	return end(a.To, b.To)
}

// coverOf returns the time m covers. A demonstration is counted on its day, and
// "26 en 24 heures" are of the day they were told; a total since the beginning
// covers all there is to tell of, whatever day stands near it.
func coverOf(m *mention) edtf.Time {
	f := m.Figure
	switch {
	case f.Scope == claim.Cumulative:
		return edtf.Time{}
	case m.Covers.Known():
		return m.Covers
	case momentary(f.Measure) || f.Scope == claim.Period:
		if m.Said.Closed() {
			return edtf.Time{From: m.Said.FirstDay(), To: m.Said.LastDay().AddDate(0, 0, 1), Precision: edtf.Day}
		}
	}
	return edtf.Time{}
}

// counted is the stretch a figure counts over, as far as it is told. A count
// "since Monday" goes as far as the day it was said; one "in 24 hours" reaches
// back that long from it.
func (d *desk) counted(r *claim.Report, f *claim.Figure, covers, said edtf.Time) edtf.Time {
	if !said.Closed() {
		return covers
	}
	if !covers.From.IsZero() && covers.To.IsZero() && covers.From.Before(said.To) {
		covers.To = said.LastDay().AddDate(0, 0, 1)
		covers.Precision = edtf.Day
		return covers
	}
	if covers.Known() || f.Scope != claim.Period || r.Lang == nil {
		return covers
	}
	for i := range r.Lang.Times {
		t := &r.Lang.Times[i]
		if t.Start >= f.ScopeAt.End || t.End <= f.ScopeAt.Start || t.Expr.Form != lang.ByLength || t.Expr.N == 0 {
			continue
		}
		days := t.Expr.N
		switch t.Expr.Unit {
		case lang.Hour:
			days = max(1, days/24)
		case lang.Days:
			days-- // "en trois jours": the day itself and two before it
		case lang.Week:
			days *= 7
		default:
			continue
		}
		return edtf.Time{From: said.FirstDay().AddDate(0, 0, -int(days)), To: said.LastDay().AddDate(0, 0, 1), Precision: edtf.Day}
	}
	return covers
}

// coarse reports whether t is too wide to tell which of two figures came first
// where both are of a day.
func coarse(t edtf.Time) bool { return !t.Closed() || !t.OneDay() }

func vague(q lang.Quantity) bool { return q.Qualifier == lang.Vague }
