// Package edtf writes and compares moments known only to a precision, in the
// form of ISO 8601-2 level 1 (Extended Date/Time Format):
//
//	2022            the year
//	2022-01         the month
//	2022-01-06      the day
//	2022-01-05/2022-01-06   from the one to the other, both included
//	2022-01-05/..   since the 5th; ../2022-01-05 until the 5th
//	2022-01~        about January 2022; 2022-01? uncertain
//
// It stands before all stages, because every one of them speaks of time.
package edtf

import (
	"fmt"
	"strings"
	"time"
)

// A Precision is the size of the smallest part that is named.
type Precision uint8

// The precisions, coarse to fine. Unknown is the zero value: nothing is known.
const (
	Unknown Precision = iota
	Year
	Month
	Week
	Day
	Hour
	Minute
)

// A Time is a stretch of civil time, half-open: [From, To). Civil means as on
// the calendar of the place spoken of; it is carried as UTC and never shifted.
// A zero From is an open or unknown beginning, a zero To an open or unknown end.
// The zero Time is wholly unknown.
type Time struct {
	From, To  time.Time
	Precision Precision
	Approx    bool // "vers le 5", "début 2021": written with ~
	Uncertain bool // written with ?
}

// Date returns the one day y-m-d.
func Date(y int, m time.Month, d int) Time {
	from := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return Time{From: from, To: from.AddDate(0, 0, 1), Precision: Day}
}

// OfDay returns the civil day of t, as t's own location counts days.
func OfDay(t time.Time) Time { return Date(t.Year(), t.Month(), t.Day()) }

// OfMonth returns the month y-m.
func OfMonth(y int, m time.Month) Time {
	from := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	return Time{From: from, To: from.AddDate(0, 1, 0), Precision: Month}
}

// OfYear returns the year y.
func OfYear(y int) Time {
	from := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
	return Time{From: from, To: from.AddDate(1, 0, 0), Precision: Year}
}

// Known reports whether at least one end of t is known.
func (t Time) Known() bool { return !t.From.IsZero() || !t.To.IsZero() }

// Closed reports whether both ends of t are known.
func (t Time) Closed() bool { return !t.From.IsZero() && !t.To.IsZero() }

// OneDay reports whether t lies within one civil day.
func (t Time) OneDay() bool {
	return t.Closed() && t.LastDay().Equal(t.FirstDay())
}

// FirstDay is midnight of the first day of t; zero where the beginning is open.
func (t Time) FirstDay() time.Time {
	if t.From.IsZero() {
		return t.From
	}
	return t.From.Truncate(24 * time.Hour)
}

// LastDay is midnight of the last day that t touches; zero where the end is open.
func (t Time) LastDay() time.Time {
	if t.To.IsZero() {
		return t.To
	}
	return t.To.Add(-time.Nanosecond).Truncate(24 * time.Hour)
}

// Overlaps reports whether t and u share an instant. An open end reaches for
// ever; an unknown time overlaps everything.
func (t Time) Overlaps(u Time) bool { return !t.Before(u) && !u.Before(t) }

// Before reports whether all of t lies strictly before all of u.
func (t Time) Before(u Time) bool {
	return !t.To.IsZero() && !u.From.IsZero() && !t.To.After(u.From)
}

// String writes t in EDTF, in whole days, months or years; "" when unknown.
func (t Time) String() string {
	if !t.Known() {
		return ""
	}
	mark := ""
	if t.Approx {
		mark = "~"
	} else if t.Uncertain {
		mark = "?"
	}
	if t.Closed() {
		switch y, m, d := t.From.Date(); {
		case m == 1 && d == 1 && t.To.Equal(t.From.AddDate(1, 0, 0)) && t.Precision <= Year:
			return fmt.Sprintf("%04d%s", y, mark)
		case d == 1 && t.To.Equal(t.From.AddDate(0, 1, 0)) && t.Precision <= Month:
			return fmt.Sprintf("%04d-%02d%s", y, m, mark)
		case d == 1 && m == 1 && t.To.Month() == 1 && t.To.Day() == 1 && t.Precision == Year:
			return fmt.Sprintf("%04d%s/%04d%s", y, mark, t.To.Year()-1, mark)
		}
		if t.OneDay() {
			return t.FirstDay().Format("2006-01-02") + mark
		}
	}
	return t.end(t.FirstDay(), true, mark) + "/" + t.end(t.LastDay(), false, mark)
}

// end writes one end of an interval, as coarse as t is known where that loses
// nothing: "depuis 1997" is 1997/.. and not 1997-01-01/..
func (t Time) end(d time.Time, first bool, mark string) string {
	if d.IsZero() {
		return ".."
	}
	edge := d
	if !first {
		edge = d.AddDate(0, 0, 1)
	}
	switch {
	case t.Precision == Year && edge.Day() == 1 && edge.Month() == 1:
		return d.Format("2006") + mark
	case t.Precision == Month && edge.Day() == 1:
		return d.Format("2006-01") + mark
	}
	return d.Format("2006-01-02") + mark
}

// Parse reads what String writes. It errs on anything else.
func Parse(s string) (Time, error) {
	if a, b, ok := strings.Cut(s, "/"); ok {
		var t Time
		var p Precision
		for i, part := range []string{a, b} {
			if part == ".." {
				continue
			}
			if strings.Contains(part, "/") {
				return Time{}, fmt.Errorf("not an EDTF interval: %q", s)
			}
			u, err := Parse(part)
			if err != nil {
				return Time{}, fmt.Errorf("not an EDTF interval: %q", s)
			}
			t.Approx, t.Uncertain = t.Approx || u.Approx, t.Uncertain || u.Uncertain
			p = max(p, u.Precision)
			if i == 0 {
				t.From = u.From
			} else {
				t.To = u.To
			}
		}
		t.Precision = p
		if !t.Known() || t.Closed() && !t.From.Before(t.To) {
			return Time{}, fmt.Errorf("not an EDTF interval: %q", s)
		}
		return t, nil
	}
	base := strings.TrimRight(s, "~?")
	var t Time
	switch len(base) {
	case 4:
		if d, err := time.Parse("2006", base); err == nil {
			t = OfYear(d.Year())
		}
	case 7:
		if d, err := time.Parse("2006-01", base); err == nil {
			t = OfMonth(d.Year(), d.Month())
		}
	case 10:
		if d, err := time.Parse("2006-01-02", base); err == nil {
			t = OfDay(d)
		}
	}
	if !t.Known() || len(s)-len(base) > 1 {
		return Time{}, fmt.Errorf("not an EDTF date: %q", s)
	}
	t.Approx, t.Uncertain = strings.HasSuffix(s, "~"), strings.HasSuffix(s, "?")
	return t, nil
}
