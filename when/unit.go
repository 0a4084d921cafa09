package when

import (
	"time"

	"recoupe/edtf"
	"recoupe/lang"
)

// length is how long one unit lasts, as far as that is fixed.
func length(u lang.Unit) time.Duration {
	switch u {
	case lang.Second:
		return time.Second
	case lang.Minute:
		return time.Minute
	case lang.Hour:
		return time.Hour
	case lang.Week, lang.Weekend:
		return 7 * day
	case lang.Fortnight:
		return 14 * day
	}
	return day
}

// months is how many months a unit has; 0 for those smaller than a month.
func months(u lang.Unit) int {
	switch u {
	case lang.Month:
		return 1
	case lang.Quarter:
		return 3
	case lang.Semester:
		return 6
	}
	return 12 * years(u)
}

// years is how many years a unit has.
func years(u lang.Unit) int {
	switch u {
	case lang.Year:
		return 1
	case lang.Decade:
		return 10
	case lang.Century:
		return 100
	case lang.Millennium:
		return 1000
	}
	return 0
}

// unitOf is the unit of the calendar that d lies in.
func unitOf(d time.Time, u lang.Unit) edtf.Time {
	monday := d.AddDate(0, 0, 1-iso(d))
	y, m := d.Year(), int(d.Month())
	switch u {
	case lang.Days:
		return edtf.OfDay(d)
	case lang.Week:
		return edtf.Time{From: monday, To: monday.AddDate(0, 0, 7), Precision: edtf.Week}
	case lang.Weekend:
		return edtf.Time{From: monday.AddDate(0, 0, 5), To: monday.AddDate(0, 0, 7), Precision: edtf.Day}
	case lang.Fortnight:
		return edtf.Time{From: monday.AddDate(0, 0, -7), To: monday.AddDate(0, 0, 7), Precision: edtf.Week}
	case lang.Month:
		return edtf.OfMonth(y, time.Month(m))
	case lang.Quarter:
		a := date(y, (m-1)/3*3+1, 1)
		return edtf.Time{From: a, To: a.AddDate(0, 3, 0), Precision: edtf.Month}
	case lang.Semester:
		a := date(y, (m-1)/6*6+1, 1)
		return edtf.Time{From: a, To: a.AddDate(0, 6, 0), Precision: edtf.Month}
	case lang.Year:
		return edtf.OfYear(y)
	case lang.Decade:
		a := date(y/10*10, 1, 1)
		return edtf.Time{From: a, To: a.AddDate(10, 0, 0), Precision: edtf.Year}
	case lang.Century:
		a := date((y-1)/100*100+1, 1, 1)
		return edtf.Time{From: a, To: a.AddDate(100, 0, 0), Precision: edtf.Year}
	}
	return edtf.Time{}
}

// step moves d by n units.
func step(d time.Time, u lang.Unit, n int) time.Time {
	if m := months(u); m > 0 {
		first := date(d.Year(), int(d.Month()), 1)
		return first.AddDate(0, n*m, 0)
	}
	if u == lang.Days {
		return d.AddDate(0, 0, n)
	}
	return d.AddDate(0, 0, n*int(length(u)/day))
}

// byUnit places "la semaine dernière", "ce week-end", "cette année-là".
func (f *frame) byUnit(i int) (edtf.Time, int) {
	e := &f.times[i].Expr
	ref, anchor := f.pub, -1
	if n := int(e.N); n > 0 { // "troisième trimestre 2001"
		if e.Year > 0 {
			ref = date(e.Year, 1, 1)
		}
		if ref.IsZero() {
			return edtf.Time{}, -1
		}
		return unitOf(date(ref.Year(), (n-1)*months(e.Unit)+1, 1), e.Unit), -1
	}
	switch e.Deixis {
	case lang.Same, lang.Previous, lang.Following:
		ref, anchor = f.lean(i)
		if e.Unit >= lang.Year && f.near.ok && f.near.index == i-1 {
			ref = f.near.day
		}
	}
	if ref.IsZero() {
		return edtf.Time{}, -1
	}
	n := 0
	switch e.Deixis {
	case lang.Last, lang.Previous:
		n = -1
	case lang.Next, lang.Following:
		n = 1
	}
	if e.Unit == lang.Weekend {
		n = weekendSteps(ref, e, n)
	}
	return modified(unitOf(step(ref, e.Unit, n), e.Unit), e.Mod), anchor
}

// weekendSteps counts weeks from ref to the week-end meant. "Ce week-end" is
// that of the week, the last one where the tense is past and it is still ahead.
func weekendSteps(ref time.Time, e *lang.Expr, n int) int {
	atWeekend := iso(ref) >= 6
	switch {
	case n > 0 && !atWeekend && e.Deixis == lang.Next:
		return 0
	case n < 0 && e.Deixis == lang.Last:
		return -1
	case n == 0 && e.Deixis == lang.This && !atWeekend && e.Tense != lang.InFuture && (e.Tense == lang.InPast || iso(ref) <= 2):
		return -1
	}
	return n
}

// modified narrows t to its beginning, middle or end: thirds of a month, and of
// a week what people call so. A year's quarter is only about right.
func modified(t edtf.Time, m lang.Mod) edtf.Time {
	if m == lang.NoMod || m == lang.About || !t.Closed() {
		return t
	}
	a, b := t.From, t.To
	pick := func(x, y, z, w time.Time) {
		switch m {
		case lang.StartOf:
			b = y
		case lang.MidOf:
			a, b = x, z
		default:
			a = w
		}
	}
	switch t.Precision {
	case edtf.Week: // Monday–Tuesday, Tuesday–Thursday, Friday–Sunday
		pick(a.AddDate(0, 0, 1), a.AddDate(0, 0, 2), a.AddDate(0, 0, 4), a.AddDate(0, 0, 4))
		return edtf.Time{From: a, To: b, Precision: edtf.Day}
	case edtf.Month:
		switch mid := a.AddDate(0, 0, 15); m {
		case lang.FirstHalf:
			return edtf.Time{From: a, To: mid, Precision: edtf.Day}
		case lang.SecondHalf:
			return edtf.Time{From: mid, To: b, Precision: edtf.Day}
		}
		if t.To.Sub(t.From) < 32*day {
			pick(a.AddDate(0, 0, 10), a.AddDate(0, 0, 10), a.AddDate(0, 0, 20), a.AddDate(0, 0, 20))
			return edtf.Time{From: a, To: b, Precision: edtf.Day, Approx: true}
		}
	case edtf.Year:
		if t.To.Sub(t.From) < 367*day {
			pick(a.AddDate(0, 4, 0), a.AddDate(0, 3, 0), a.AddDate(0, 8, 0), a.AddDate(0, 9, 0))
			return edtf.Time{From: a, To: b, Precision: edtf.Month, Approx: true}
		}
		n := t.To.Year() - t.From.Year()
		pick(a.AddDate(n*3/10, 0, 0), a.AddDate(n*3/10, 0, 0), a.AddDate(n*7/10, 0, 0), a.AddDate(n*7/10, 0, 0))
		return edtf.Time{From: a, To: b, Precision: edtf.Year, Approx: true}
	}
	return t
}

// hours are the beginnings and ends of the parts of the day.
var hours = [...][2]int{
	lang.NoPart: {0, 24}, lang.Dawn: {4, 8}, lang.Morning: {6, 12}, lang.Midday: {11, 14},
	lang.Afternoon: {12, 18}, lang.Evening: {18, 24}, lang.NightTime: {20, 32}, lang.Daytime: {8, 20},
}

// partOf is a part of the day d; the night is the one that begins on it.
func partOf(d time.Time, p lang.DayPart, m lang.Mod) edtf.Time {
	if p == lang.NoPart {
		return edtf.OfDay(d)
	}
	a, b := hours[p][0], hours[p][1]
	third := (b - a) / 3
	switch m {
	case lang.StartOf:
		b = a + third
	case lang.MidOf:
		a, b = a+third, b-third
	case lang.EndOf:
		a = b - third
	}
	h := func(n int) time.Time { return d.Add(time.Duration(n) * time.Hour) }
	return edtf.Time{From: h(a), To: h(b), Precision: edtf.Hour}
}

// night is the night that begins on the evening of d.
func night(d time.Time) edtf.Time { return partOf(d, lang.NightTime, lang.NoMod) }

// byClock places a clock time or part of the day.
func (f *frame) byClock(i int) (edtf.Time, int) {
	e := &f.times[i].Expr
	if f.restated(i) {
		return restate(f.out[i-1].Time.From, e), i - 1
	}
	ref, anchor := f.pub, -1
	if e.Anchor == lang.Running {
		ref, anchor = f.leanClose(i)
	}
	if ref.IsZero() || f.ofSet(i) {
		return edtf.Time{}, -1
	}
	switch e.Deixis {
	case lang.Following, lang.Next:
		ref = ref.AddDate(0, 0, 1)
	case lang.Previous, lang.Last:
		ref = ref.AddDate(0, 0, -1)
	case lang.This:
		// "cette nuit", told in the past, began on the evening before
		if e.Part == lang.NightTime && e.Tense != lang.InFuture {
			ref = ref.AddDate(0, 0, -1)
		}
	}
	if e.Part == lang.NightTime && e.Deixis == lang.NoDeixis && e.Tense != lang.InFuture && ref.Equal(f.pub) {
		ref = ref.AddDate(0, 0, -1) // a night told of on the day after it
	}
	if f.nextMorning(i, anchor) {
		ref = ref.AddDate(0, 0, 1)
	}
	if anchor >= 0 && e.Deixis == lang.NoDeixis && e.Part >= lang.Dawn && e.Part <= lang.Afternoon && f.times[anchor].Expr.Form == lang.ByNight {
		ref = ref.AddDate(0, 0, 1) // "dans la nuit de mercredi à jeudi ... En fin de matinée"
	}
	if !e.Clock {
		return partOf(ref, e.Part, e.Mod), anchor
	}
	if e.Hour == 24 && anchor >= 0 && f.near.index == anchor && f.times[anchor].Expr.Form == lang.ByNight {
		return edtf.Time{From: ref.AddDate(0, 0, 1), To: ref.AddDate(0, 0, 1).Add(time.Minute), Precision: edtf.Minute}, anchor
	}
	if e.Hour == 24 && e.Tense == lang.InPast && ref.Equal(f.pub) {
		ref = ref.AddDate(0, 0, -1) // told on the day after
	}
	// after midnight in a night spoken of: "dans la nuit de mercredi à jeudi, vers 2 h"
	if anchor >= 0 && e.Hour < 18 && f.times[anchor].Expr.Form == lang.ByNight {
		ref = ref.AddDate(0, 0, 1)
	}
	at := ref.Add(time.Duration(e.Hour)*time.Hour + time.Duration(e.Min)*time.Minute)
	return edtf.Time{From: at, To: at.Add(time.Minute), Precision: edtf.Minute}, anchor
}

// ofSet reports whether the clock time at i belongs to the days that return
// before it: "chaque mardi à 17 heures".
func (f *frame) ofSet(i int) bool {
	if i == 0 || f.times[i-1].Type != "SET" || f.times[i-1].Sent != f.times[i].Sent {
		return false
	}
	switch f.doc.Text[f.times[i-1].End:f.times[i].Start] {
	case " ", " à ", ", à ", " at ", " dès ", " vers ":
		return true
	}
	return false
}

// nextMorning reports whether the time at i, of the small hours, goes on from
// the evening or night before: "mercredi soir ... Au petit matin".
func (f *frame) nextMorning(i, anchor int) bool {
	e := &f.times[i].Expr
	if anchor < 0 || e.Deixis != lang.NoDeixis || e.Bound == lang.Since || e.Part != lang.Dawn && !(e.Clock && e.Hour < 6) {
		return false
	}
	a := &f.times[anchor].Expr
	late := a.Part >= lang.Afternoon && a.Part <= lang.Daytime && a.Form != lang.ByNight || a.Clock && a.Hour >= 12 && a.Hour < 24
	at := f.out[anchor].Time
	if c := f.clocked; c.ok && at.Closed() && c.day.Equal(at.FirstDay()) && f.times[i].Sent-f.times[c.index].Sent <= 2 && f.times[c.index].Expr.Hour >= 12 {
		late = true
	}
	return late && at.Closed() && at.FirstDay().Before(f.pub) && f.times[i].Sent-f.times[anchor].Sent <= 2 && anchor < i
}
