package when

import (
	"strings"
	"time"

	"recoupe/edtf"
	"recoupe/lang"
)

// fixed are the feasts with a fixed day: month and day.
var fixed = map[string][2]int{
	"christmas": {12, 25}, "christmas-eve": {12, 24}, "new-year": {1, 1}, "new-year-eve": {12, 31},
	"all-saints": {11, 1}, "assumption": {8, 15}, "epiphany": {1, 6}, "valentine": {2, 14},
	"armistice": {11, 11}, "halloween": {10, 31}, "candlemas": {2, 2}, "nowruz": {3, 21},
	"independence-us": {7, 4}, "labour-day": {5, 1}, "orthodox-christmas": {1, 7},
}

// afterEaster are the feasts that move with Easter, in days after it.
var afterEaster = map[string]int{"easter": 0, "good-friday": -2, "ascension": 39, "pentecost": 49, "ash-wednesday": -46, "palm-sunday": -7}

// lunar are the feasts of the Islamic calendar: month and day.
var lunar = map[string][2]int{"ramadan": {9, 1}, "eid-al-fitr": {10, 1}, "eid-al-adha": {12, 10}, "ashura": {1, 10}, "mawlid": {3, 12}}

// feast is the day of a feast in the year y; zero where it is not known.
func feast(name string, y int) time.Time {
	if md, ok := fixed[name]; ok {
		return date(y, md[0], md[1])
	}
	if n, ok := afterEaster[name]; ok {
		return easter(y).AddDate(0, 0, n)
	}
	if n, ok := afterEaster[strings.TrimPrefix(name, "orthodox-")]; ok {
		return orthodoxEaster(y).AddDate(0, 0, n)
	}
	switch name {
	case "thanksgiving": // the fourth Thursday of November
		first := date(y, 11, 1)
		return first.AddDate(0, 0, (4-iso(first)+7)%7+21)
	}
	return time.Time{}
}

// easter is Easter Sunday of the Gregorian year y (Meeus, Jones, Butcher).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date(y, n/31, n%31+1)
}

// orthodoxEaster is Easter Sunday as the churches of the East keep it, which
// count by the Julian calendar (Meeus), on the Gregorian date.
func orthodoxEaster(y int) time.Time {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return date(y, n/31, n%31+1).AddDate(0, 0, y/100-y/400-2)
}

// islamic is the first day in the Gregorian year y of a day of the tabular
// Islamic calendar; sighting of the moon may move it by one day. A year may
// hold two, which asking for both of its halves finds.
func islamic(from time.Time, month, dayOfMonth int) time.Time {
	epoch := date(622, 7, 19)
	for k := (from.Year()-622)*33/32 - 2; ; k++ {
		days := (k-1)*354 + (3+11*k)/30 + (month-1)*29 + month/2 + dayOfMonth - 1
		if d := epoch.AddDate(0, 0, days); !d.Before(from) {
			return d
		}
	}
}

// feasts are the days of a feast from the year a to the year b.
func feasts(name string, a, b int) []time.Time {
	var out []time.Time
	if md, ok := lunar[name]; ok {
		for d := islamic(date(a, 1, 1), md[0], md[1]); d.Year() <= b; d = islamic(d.AddDate(0, 0, 1), md[0], md[1]) {
			out = append(out, d)
		}
		return out
	}
	for y := a; y <= b; y++ {
		if d := feast(name, y); !d.IsZero() {
			out = append(out, d)
		}
	}
	return out
}

// byHoliday places a feast: in its year, or that which brings it nearest.
func (f *frame) byHoliday(e *lang.Expr) edtf.Time {
	if e.Year == 0 && f.pub.IsZero() {
		return edtf.Time{}
	}
	best := time.Time{}
	if e.Year > 0 {
		if all := feasts(e.Holiday, e.Year, e.Year); len(all) > 0 {
			best = all[0]
		}
	} else {
		for _, d := range feasts(e.Holiday, f.pub.Year()-1, f.pub.Year()+1) {
			past := d.Before(f.pub)
			if (e.Deixis == lang.Last) && !past || e.Deixis == lang.Next && past {
				continue
			}
			if best.IsZero() || d.Sub(f.pub).Abs() < best.Sub(f.pub).Abs() {
				best = d
			}
		}
	}
	if best.IsZero() {
		return edtf.Time{}
	}
	if e.N > 0 {
		best = best.AddDate(0, 0, int(e.N)*e.Toward)
	}
	if e.Unit == lang.Weekend && e.N == 0 {
		return holidayWeekend(best)
	}
	t := partOf(best, e.Part, e.Mod)
	if e.Holiday == "ramadan" && e.N == 0 {
		t.To = best.AddDate(0, 0, 30)
	}
	_, t.Approx = lunar[e.Holiday] // the sighting of the moon may move it by a day
	return t
}

// holidayWeekend is the free days around a feast: from the Saturday to the
// Monday of Easter, from the Thursday of the Ascension to the Sunday.
func holidayWeekend(d time.Time) edtf.Time {
	saturday := d.AddDate(0, 0, 6-iso(d))
	from, to := saturday, saturday.AddDate(0, 0, 2)
	if d.Before(from) {
		from = d
	}
	if iso(d) == 7 {
		to = to.AddDate(0, 0, 1)
	}
	return edtf.Time{From: from, To: to, Precision: edtf.Day}
}

// season is the s-th season that begins in the year y.
func season(y, s int) edtf.Time {
	a := [...]time.Time{date(y, 3, 20), date(y, 6, 21), date(y, 9, 22), date(y, 12, 21)}[s-1]
	b := [...]time.Time{date(y, 6, 21), date(y, 9, 22), date(y, 12, 21), date(y+1, 3, 20)}[s-1]
	return edtf.Time{From: a, To: b, Precision: edtf.Day, Approx: true}
}

// bySeason places "l'été dernier", "cet hiver", "l'automne 2019".
func (f *frame) bySeason(e *lang.Expr) edtf.Time {
	if e.Year > 0 {
		return season(e.Year, e.Season)
	}
	if f.pub.IsZero() || e.Deixis == lang.NoDeixis && e.Tense != lang.InPast && e.Tense != lang.InFuture {
		return edtf.Time{} // "en été" may be every summer
	}
	best, cost := edtf.Time{}, time.Duration(1<<62)
	for y := f.pub.Year() - 2; y <= f.pub.Year()+1; y++ {
		t := season(y, e.Season)
		if (e.Deixis == lang.Last || e.Deixis == lang.Previous) && t.To.After(f.pub) || (e.Deixis == lang.Next || e.Deixis == lang.Following) && t.From.Before(f.pub) {
			continue
		}
		c := t.From.Add(45 * day).Sub(f.pub).Abs()
		if e.Tense == lang.InPast && t.From.After(f.pub) || e.Tense == lang.InFuture && t.To.Before(f.pub) {
			c += 300 * day
		}
		if c < cost {
			best, cost = t, c
		}
	}
	return best
}
