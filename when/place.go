package when

import (
	"time"

	"recoupe/edtf"
	"recoupe/lang"
)

func date(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// valid reports whether there is a day d in the month m of y.
func valid(y, m, d int) bool { return d >= 1 && date(y, m, d).Day() == d }

// iso is the weekday of t, 1 Monday to 7 Sunday.
func iso(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// byCalendar places named parts of the calendar.
func (f *frame) byCalendar(i int) (edtf.Time, int) {
	e := &f.times[i].Expr
	switch {
	case e.Century:
		return modified(edtf.Time{From: date(e.Year, 1, 1), To: date(e.Year+100, 1, 1), Precision: edtf.Year}, e.Mod), -1
	case e.Decade:
		return modified(edtf.Time{From: date(e.Year, 1, 1), To: date(e.Year+10, 1, 1), Precision: edtf.Year}, e.Mod), -1
	case e.Holiday != "":
		return f.byHoliday(e), -1
	case e.Season > 0:
		return f.bySeason(e), -1
	case e.Nth != 0:
		return f.nthOfMonth(e), -1
	case e.Day > 0 || e.Weekday > 0:
		d, anchor := f.calendarDay(e, i)
		if d.IsZero() {
			return edtf.Time{}, -1
		}
		if e.N > 0 {
			d = d.AddDate(0, 0, int(e.N)*e.Toward)
		}
		if e.Unit == lang.Week || e.Unit == lang.Weekend {
			return unitOf(d, e.Unit), anchor
		}
		return partOf(d, e.Part, e.Mod), anchor
	case e.Month > 0:
		y := e.Year
		if y == 0 {
			if f.pub.IsZero() {
				return edtf.Time{}, -1
			}
			if y = f.yearOfMonth(e); e.Unit == lang.Year {
				y = f.pub.Year() + int(e.N)*e.Toward
			}
		}
		return modified(edtf.OfMonth(y, time.Month(e.Month)), e.Mod), -1
	case e.Year > 0:
		return modified(edtf.OfYear(e.Year), e.Mod), -1
	}
	return edtf.Time{}, -1
}

// yearOfMonth is the year of a month that has none: that which brings it
// nearest to the publication, the tense deciding where it is far on both sides.
func (f *frame) yearOfMonth(e *lang.Expr) int {
	y, m := f.pub.Year(), int(f.pub.Month())
	d := e.Month - m // months ahead in the same year
	switch e.Deixis {
	case lang.Last:
		if d >= 0 {
			return y - 1
		}
		return y
	case lang.Next:
		if d <= 0 {
			return y + 1
		}
		return y
	case lang.This:
		return y
	}
	switch {
	case d > 6 || d > 2 && e.Tense == lang.InPast:
		return y - 1
	case d < -6 && e.Tense != lang.InPast || d < -2 && e.Tense == lang.InFuture:
		return y + 1
	}
	return y
}

// calendarDay is the day of an expression that names a weekday or a day of the
// month; anchor as for place.
func (f *frame) calendarDay(e *lang.Expr, i int) (time.Time, int) {
	switch {
	case e.Day > 0 && e.Month > 0 && e.Year > 0:
		if !valid(e.Year, e.Month, e.Day) {
			return time.Time{}, -1
		}
		return date(e.Year, e.Month, e.Day), -1
	case f.pub.IsZero():
		return time.Time{}, -1
	case e.Day > 0 && e.Month > 0:
		return f.nearestDate(e), -1
	case e.Day > 0 && e.Weekday > 0:
		return f.weekdayOfMonth(e), -1
	case e.Day > 0:
		return f.bareDay(e, i)
	}
	return f.weekday(e, i)
}

// nearestDate gives a day and month their year.
func (f *frame) nearestDate(e *lang.Expr) time.Time {
	best, cost := time.Time{}, 1<<30
	for y := f.pub.Year() - 8; y <= f.pub.Year()+5; y++ {
		if !valid(y, e.Month, e.Day) {
			continue
		}
		d := date(y, e.Month, e.Day)
		if e.Deixis == lang.Last && d.After(f.pub) || e.Deixis == lang.Next && d.Before(f.pub) {
			continue
		}
		c := int(d.Sub(f.pub).Abs() / day)
		// the tense decides only where the date is far: "le 15 septembre",
		// written in May, is ahead unless the verb says otherwise
		if ahead := d.After(f.pub); c > 60 && (ahead && e.Tense == lang.InPast || !ahead && e.Tense == lang.InFuture) {
			c += 200
		}
		if e.Weekday > 0 && iso(d) != e.Weekday {
			c += 3000
		}
		if c < cost {
			best, cost = d, c
		}
	}
	return best
}

// weekdayOfMonth places "jeudi 6" on the nearest sixth that is a Thursday.
func (f *frame) weekdayOfMonth(e *lang.Expr) time.Time {
	for n := 0; n < 60; n++ {
		for _, d := range []time.Time{f.pub.AddDate(0, 0, -n), f.pub.AddDate(0, 0, n)} {
			if d.Day() == e.Day && iso(d) == e.Weekday {
				return d
			}
		}
	}
	// the day of the month and the weekday do not meet: the number is less often wrong
	for n := 0; n < 31; n++ {
		if d := f.pub.AddDate(0, 0, -n); d.Day() == e.Day {
			return d
		}
	}
	return time.Time{}
}

// nthOfMonth places "le premier lundi de mai", "le dernier week-end d'avril".
func (f *frame) nthOfMonth(e *lang.Expr) edtf.Time {
	y := e.Year
	if y == 0 {
		if f.pub.IsZero() {
			return edtf.Time{}
		}
		y = f.yearOfMonth(e)
	}
	want := e.Weekday
	if want == 0 {
		want = 6
	}
	d := date(y, e.Month, 1)
	d = d.AddDate(0, 0, (want-iso(d)+7)%7+7*(e.Nth-1))
	if e.Nth < 0 {
		last := date(y, e.Month+1, 0)
		d = last.AddDate(0, 0, -((iso(last) - want + 7) % 7))
	}
	if int(d.Month()) != e.Month {
		return edtf.Time{}
	}
	if e.Unit == lang.Weekend {
		return unitOf(d, lang.Weekend)
	}
	return edtf.OfDay(d)
}

// bareDay places "le 6" in the month spoken of last.
func (f *frame) bareDay(e *lang.Expr, i int) (time.Time, int) {
	ref, anchor := f.lean(i)
	if !valid(ref.Year(), int(ref.Month()), e.Day) {
		return time.Time{}, -1
	}
	return date(ref.Year(), int(ref.Month()), e.Day), anchor
}

// weekday places a bare weekday: on the six days before publication or the day
// itself, ahead where the words look ahead.
func (f *frame) weekday(e *lang.Expr, i int) (time.Time, int) {
	back := (iso(f.pub) - e.Weekday + 7) % 7
	ahead := (7 - back) % 7
	switch e.Deixis {
	case lang.Last:
		if back == 0 {
			back = 7
		}
		return f.pub.AddDate(0, 0, -back), -1
	case lang.Next:
		if ahead == 0 && e.N == 0 { // "lundi en huit", said on a Monday, is the next
			ahead = 7
		}
		return f.pub.AddDate(0, 0, ahead), -1
	case lang.Following, lang.Previous, lang.Same:
		ref, anchor := f.lean(i)
		b := (iso(ref) - e.Weekday + 7) % 7
		switch {
		case e.Deixis == lang.Same && b == 0:
			return ref, anchor
		case e.Deixis == lang.Following:
			return ref.AddDate(0, 0, 7-b), anchor
		case b == 0:
			b = 7
		}
		return ref.AddDate(0, 0, -b), anchor
	case lang.This:
		if back == 0 {
			return f.pub, -1
		}
		if e.Tense != lang.InPast && e.Weekday > iso(f.pub) { // "ce samedi", said on a Thursday
			return f.pub.AddDate(0, 0, ahead), -1
		}
	}
	if e.Tense == lang.InFuture || (e.Bound == lang.From || e.Bound == lang.Until) && e.Tense != lang.InPast {
		return f.pub.AddDate(0, 0, ahead), -1
	}
	return f.pub.AddDate(0, 0, -back), -1
}

// byOffset counts units from the publication or from the day spoken of.
func (f *frame) byOffset(i int) (edtf.Time, int) {
	e := &f.times[i].Expr
	ref, anchor := f.pub, -1
	switch e.Anchor {
	case lang.Running:
		ref, anchor = f.lean(i)
	case lang.EventDay:
		return edtf.Time{}, -1
	}
	if ref.IsZero() {
		return edtf.Time{}, -1
	}
	n := int(e.N) * e.Toward
	if m := months(e.Unit); e.Exact && m > 0 {
		return edtf.OfDay(ref.AddDate(0, n*m, 0)), anchor
	}
	if e.N == 0 && e.Toward != 0 {
		return someUnits(ref, e.Unit, e.Toward), anchor
	}
	switch e.Unit {
	case lang.Days:
		return partOf(ref.AddDate(0, 0, n), e.Part, e.Mod), anchor
	case lang.Week, lang.Weekend:
		return partOf(ref.AddDate(0, 0, 7*n), e.Part, lang.NoMod), anchor
	case lang.Fortnight:
		return edtf.OfDay(ref.AddDate(0, 0, 14*n)), anchor
	case lang.Month, lang.Quarter, lang.Semester:
		m := ref.AddDate(0, 0, 1-ref.Day()).AddDate(0, n*months(e.Unit), 0)
		return edtf.OfMonth(m.Year(), m.Month()), anchor
	case lang.Year:
		if e.N != float64(int(e.N)) { // "un an et demi"
			m := ref.AddDate(0, int(e.N*12)*e.Toward, 0)
			return edtf.OfMonth(m.Year(), m.Month()), anchor
		}
		return edtf.OfYear(ref.Year() + n), anchor
	case lang.Decade, lang.Century, lang.Millennium:
		t := edtf.OfYear(ref.Year() + int(e.N*float64(years(e.Unit)))*e.Toward)
		t.Approx = true
		return t, anchor
	}
	return f.bySmall(i, ref, anchor)
}

// bySmall counts hours and minutes: from a clock time where one is known, else
// it can only name the day, or the day and its neighbour.
func (f *frame) bySmall(i int, ref time.Time, anchor int) (edtf.Time, int) {
	e := &f.times[i].Expr
	d := time.Duration(e.N * float64(e.Toward) * float64(length(e.Unit)))
	if anchor < 0 && !f.clock.IsZero() {
		at := f.clock.Add(d)
		return edtf.Time{From: at, To: at.Add(time.Minute), Precision: edtf.Minute}, anchor
	}
	if anchor >= 0 {
		// the clock may stand beside the day: "peu après 21 heures lundi"
		for _, n := range []reference{f.near, f.clocked} {
			if at := n.at; n.ok && n.day.Equal(ref) && at.Precision >= edtf.Minute && f.times[i].Sent-f.times[n.index].Sent <= 1 {
				at.From, at.To = at.From.Add(d), at.To.Add(d)
				return at, n.index
			}
		}
	}
	n := int(d / day)
	return edtf.OfDay(ref.AddDate(0, 0, n)), anchor
}

// someUnits is "quelques jours plus tard", "il y a quelques mois": between two
// and nine of them.
func someUnits(ref time.Time, u lang.Unit, toward int) edtf.Time {
	var a, b time.Time
	p := edtf.Day
	switch {
	case u < lang.Days:
		return edtf.OfDay(ref)
	case u == lang.Days:
		a, b = ref.AddDate(0, 0, 2*toward), ref.AddDate(0, 0, 6*toward)
	case u == lang.Week || u == lang.Weekend || u == lang.Fortnight:
		a, b = ref.AddDate(0, 0, 14*toward), ref.AddDate(0, 0, 42*toward)
	case u <= lang.Semester:
		first := date(ref.Year(), int(ref.Month()), 1)
		a, b, p = first.AddDate(0, 2*toward, 0), first.AddDate(0, 9*toward, 0), edtf.Month
	case u == lang.Year:
		a, b, p = date(ref.Year()+2*toward, 1, 1), date(ref.Year()+9*toward, 1, 1), edtf.Year
	default:
		return edtf.Time{}
	}
	if toward < 0 {
		a, b = b, a
	}
	switch p {
	case edtf.Day:
		b = b.AddDate(0, 0, 1)
	case edtf.Month:
		b = b.AddDate(0, 1, 0)
	default:
		b = b.AddDate(1, 0, 0)
	}
	return edtf.Time{From: a, To: b, Precision: p, Approx: true}
}

// byLength is a length of time, which has a place only where it reaches to or
// from the publication: "depuis trois jours", "ces dernières 24 heures".
func (f *frame) byLength(e *lang.Expr) edtf.Time {
	if f.pub.IsZero() || e.Bound != lang.Since && e.Deixis == lang.NoDeixis {
		return edtf.Time{}
	}
	toward := -1
	if e.Deixis == lang.Next {
		toward = 1
	}
	n := e.N
	vague := n == 0
	if vague {
		n = 3
		if e.Unit == lang.Days {
			n = 6
		}
	}
	a, b := f.pub, f.pub.AddDate(0, 0, 1)
	p := edtf.Day
	switch d := time.Duration(n*float64(length(e.Unit))) * time.Duration(toward); {
	case e.Unit <= lang.Hour && toward < 0:
		a = f.pub.Add(d + day - 1).Truncate(day)
		if e.Unit == lang.Hour && n >= 12 {
			a = f.pub.Add(d).Truncate(day)
		}
	case e.Unit <= lang.Hour:
		b = f.pub.Add(d).Truncate(day).AddDate(0, 0, 1)
	case e.Unit <= lang.Fortnight && toward < 0:
		a = f.pub.Add(d)
	case e.Unit <= lang.Fortnight:
		b = b.Add(d)
	case toward < 0:
		a = f.pub.AddDate(0, -int(n*float64(months(e.Unit))), 0)
		if e.Bound == lang.Since { // "depuis trois mois": the month, not the day
			a = date(a.Year(), int(a.Month()), 1)
			p = edtf.Month
			b = a.AddDate(0, 1, 0)
			if e.Unit >= lang.Year {
				a, b, p = date(a.Year(), 1, 1), date(a.Year()+1, 1, 1), edtf.Year
			}
		}
	default:
		b = b.AddDate(0, int(n*float64(months(e.Unit))), 0)
	}
	return edtf.Time{From: a, To: b, Precision: p, Approx: vague && e.Unit > lang.Hour}
}
