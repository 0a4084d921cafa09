package when

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"recoupe/edtf"
	"recoupe/lang"
)

var partCodes = [...]string{lang.NoPart: "", lang.Dawn: "DA", lang.Morning: "MO", lang.Midday: "MI",
	lang.Afternoon: "AF", lang.Evening: "EV", lang.NightTime: "NI", lang.Daytime: "DT"}

var seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}

// value writes the TIMEX3 value of a time: at before its bound is applied.
func (f *frame) value(t *lang.Time, at edtf.Time) string {
	e := &t.Expr
	switch e.Form {
	case lang.ByLength:
		return duration(e)
	case lang.ByRepeat:
		return repeat(e)
	case lang.ByVague:
		return e.Ref
	case lang.ByOffset:
		// French annotation marks the amount in "il y a trois ans", English
		// the date it leads to
		if t.Type == "DURATION" && !(f.english && at.Known()) {
			return duration(e)
		}
	case lang.ByRange:
		return ""
	}
	if !at.Closed() {
		return unplaced(e)
	}
	return placed(e, at)
}

// placed writes the value of a time with a place on the calendar.
func placed(e *lang.Expr, at edtf.Time) string {
	d := at.From
	day := d.Format("2006-01-02")
	switch {
	case e.Clock:
		return d.Format("2006-01-02T15:04")
	case e.Nth != 0:
		if e.Unit == lang.Weekend {
			return unitValue(lang.Weekend, at)
		}
		return day
	case e.Part != lang.NoPart:
		return day + "T" + partCodes[e.Part]
	case e.Season > 0:
		return fmt.Sprintf("%04d-%s", d.Year(), seasonCodes[e.Season])
	case e.Century:
		return fmt.Sprintf("%02d", d.Year()/100)
	case e.Decade:
		return fmt.Sprintf("%03d", d.Year()/10)
	case e.Form == lang.ByCalendar && e.Month == 0 && e.Year > 0 && e.Day == 0 && e.Holiday == "":
		return fmt.Sprintf("%04d", e.Year)
	case e.Form == lang.ByCalendar && e.Month > 0 && e.Day == 0 && e.Holiday == "":
		return d.Format("2006-01")
	case e.Form == lang.ByUnit || e.Unit == lang.Week && e.Form == lang.ByCalendar:
		return unitValue(e.Unit, at)
	case at.Precision == edtf.Year && e.Form == lang.ByOffset:
		return fmt.Sprintf("%04d", d.Year())
	case at.Precision == edtf.Month && e.Form == lang.ByOffset:
		return d.Format("2006-01")
	}
	return day
}

func unitValue(u lang.Unit, at edtf.Time) string {
	d := at.From
	y, w := d.ISOWeek()
	switch u {
	case lang.Week, lang.Fortnight:
		return fmt.Sprintf("%04d-W%02d", y, w)
	case lang.Weekend:
		return fmt.Sprintf("%04d-W%02d-WE", y, w)
	case lang.Month:
		return d.Format("2006-01")
	case lang.Quarter:
		return fmt.Sprintf("%04d-Q%d", d.Year(), (int(d.Month())-1)/3+1)
	case lang.Semester:
		return fmt.Sprintf("%04d-H%d", d.Year(), (int(d.Month())-1)/6+1)
	case lang.Year:
		return fmt.Sprintf("%04d", d.Year())
	case lang.Decade:
		return fmt.Sprintf("%03d", d.Year()/10)
	case lang.Century:
		return fmt.Sprintf("%02d", d.Year()/100)
	}
	return d.Format("2006-01-02")
}

// unplaced writes what the words alone say, X where they are silent.
func unplaced(e *lang.Expr) string {
	part := partCodes[e.Part]
	switch {
	case e.Clock:
		return fmt.Sprintf("XXXX-XX-XXT%02d:%02d", e.Hour, e.Min)
	case e.Season > 0:
		return "XXXX-" + seasonCodes[e.Season]
	case e.Day > 0 && e.Month > 0:
		return fmt.Sprintf("XXXX-%02d-%02d", e.Month, e.Day)
	case e.Month > 0:
		return fmt.Sprintf("XXXX-%02d", e.Month)
	case e.Weekday > 0 && part != "":
		return fmt.Sprintf("XXXX-WXX-%dT%s", e.Weekday, part)
	case e.Weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d", e.Weekday)
	case part != "":
		return "XXXX-XX-XXT" + part
	case e.Form == lang.ByUnit && e.Unit == lang.Week:
		return "XXXX-WXX"
	case e.Form == lang.ByUnit && e.Unit == lang.Month:
		return "XXXX-XX"
	case e.Form == lang.ByUnit && e.Unit >= lang.Year:
		return "XXXX"
	}
	return "XXXX-XX-XX"
}

// duration writes an amount of time: P10D, PT30.4S, PXM.
func duration(e *lang.Expr) string {
	n := "X"
	amount := e.N
	letter, t := "D", ""
	switch e.Unit {
	case lang.Second:
		letter, t = "S", "T"
	case lang.Minute:
		letter, t = "M", "T"
	case lang.Hour:
		letter, t = "H", "T"
	case lang.Week:
		letter = "W"
	case lang.Weekend:
		letter = "WE"
	case lang.Fortnight:
		letter, amount = "W", 2*amount
	case lang.Month:
		letter = "M"
	case lang.Quarter:
		letter = "M"
		amount *= 3
	case lang.Semester:
		letter = "M"
		amount *= 6
	case lang.Year:
		letter = "Y"
		if amount == 0.5 {
			letter, amount = "M", 6
		}
	case lang.Decade:
		letter = "DE"
	case lang.Century:
		letter = "CE"
		if amount != math.Trunc(amount) {
			letter, amount = "Y", 100*amount
		}
	case lang.Millennium:
		letter = "Y"
		amount *= 1000
	}
	if e.Unit == lang.Hour && amount > 0 && amount != math.Trunc(amount) {
		letter, amount = "M", amount*60
	}
	if amount > 0 {
		n = strings.TrimSuffix(strconv.FormatFloat(amount, 'f', -1, 64), ".0")
	}
	return "P" + t + n + letter
}

// repeat writes a set: P1D for every day, XXXX-WXX-4 for Thursdays.
func repeat(e *lang.Expr) string {
	switch {
	case e.Weekday > 0 && e.Part != lang.NoPart:
		return fmt.Sprintf("XXXX-WXX-%dT%s", e.Weekday, partCodes[e.Part])
	case e.Weekday > 0:
		return fmt.Sprintf("XXXX-WXX-%d", e.Weekday)
	case e.Part != lang.NoPart:
		return "XXXX-XX-XXT" + partCodes[e.Part]
	case e.Month > 0:
		return fmt.Sprintf("XXXX-%02d", e.Month)
	case e.Season > 0:
		return "XXXX-" + seasonCodes[e.Season]
	}
	return duration(e)
}
