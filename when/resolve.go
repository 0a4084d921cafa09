package when

import (
	"strings"
	"time"

	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// day is 24 hours; civil time knows no summer time.
const day = 24 * time.Hour

// A frame is what the times of one report are resolved against: the day it was
// published on, taken as known, and the days it has spoken of so far.
type frame struct {
	doc   *text.Document
	times []lang.Time
	pub   time.Time // midnight of the day of publication; zero if not known
	clock time.Time // the moment of publication where its time of day is known
	out   []Resolved
	event func(i int) (edtf.Time, text.Span)

	run     reference // the day spoken of last
	near    reference // likewise, far history included
	main    reference // likewise, what is told in the pluperfect left out
	plain   reference // likewise, days on which something was said and mere ends left out
	said    reference // the last day on which something was said
	past    reference // likewise, what is still to come left out
	fresh   reference // likewise, only days close to publication
	clocked reference // the clock time spoken of last
	english bool
}

// A reference is a day spoken of in the text, and where.
type reference struct {
	day   time.Time
	at    edtf.Time // the whole expression
	index int       // into times
	ok    bool
}

// resolve places the times of one report on the calendar, given the day of its
// publication; pub zero leaves what depends on it unknown.
// event, which may be nil, knows the days of events named.
func resolve(doc *text.Document, times []lang.Time, pub, clock time.Time, event func(int) (edtf.Time, text.Span)) []Resolved {
	f := frame{doc: doc, times: times, pub: pub, clock: clock, event: event, out: make([]Resolved, len(times))}
	f.english = len(doc.Language) >= 2 && doc.Language[:2] == "en"
	for i := 0; i < len(times); {
		f.heading(i)
		if e := &times[i].Expr; e.Form == lang.ByRange && i+int(e.Of[1]) < len(times) {
			f.resolveRange(i)
			i += int(e.Of[1]) + 1
			continue
		}
		f.one(i)
		i++
	}
	return f.out
}

// resolveRange resolves the members of the range at i from the last to the
// first, since "de lundi à jeudi" begins before it ends, and joins them.
func (f *frame) resolveRange(i int) {
	first, last := i+1, i+int(f.times[i].Expr.Of[1])
	for k := last; k >= first; k-- {
		f.one(k)
	}
	r := &f.out[i]
	r.Type, r.Rule = f.times[i].Type, f.times[i].Rule
	r.Because = []text.Span{f.doc.Span(f.times[i].Start, f.times[i].End)}
	if e := &f.times[last].Expr; e.Weekday > 0 && e.Day == 0 && e.Tense == lang.InFuture && !f.pub.IsZero() {
		for b := &f.out[last]; b.Time.Closed() && f.out[first].Time.Closed() && b.Time.From.Before(f.out[first].Time.From); {
			b.Time.From, b.Time.To = b.Time.From.Add(7*day), b.Time.To.Add(7*day)
			b.Value = f.value(&f.times[last], b.Time)
		}
	}
	if a, b := &f.out[first], &f.out[last]; f.times[last].Expr.Clock && a.Time.Closed() && b.Time.Closed() && b.Time.From.Before(a.Time.From) {
		// a curfew from 18 h to 5 h ends on the day after
		b.Time.From, b.Time.To = b.Time.From.Add(day), b.Time.To.Add(day)
		b.Value, b.Written = f.value(&f.times[last], b.Time), written(b.Time)
	}
	for k := last - 1; k >= first; k-- {
		f.orderEnds(&f.out[k], &f.times[k], f.out[k+1])
	}
	f.remember(last, f.out[last].Time) // "le lendemain" after a range follows its end
	a, b := f.out[first], f.out[last]
	if !a.Time.Known() || !b.Time.Known() {
		return
	}
	r.Implied = a.Implied || b.Implied
	r.Time = edtf.Time{From: a.Time.From, To: b.Time.To, Precision: max(a.Time.Precision, b.Time.Precision), Approx: a.Time.Approx && b.Time.Approx}
	if !r.Time.From.Before(r.Time.To) {
		r.Time = edtf.Time{}
	}
	r.Written = written(r.Time)
}

// orderEnds moves a weekday or clock time to before the end it leads to.
func (f *frame) orderEnds(a *Resolved, t *lang.Time, b Resolved) {
	if !a.Time.Closed() || !b.Time.Closed() || a.Time.From.Before(b.Time.From) {
		return
	}
	step := time.Duration(0)
	switch e := &t.Expr; {
	case e.Form == lang.ByCalendar && e.Weekday > 0 && e.Day == 0:
		step = 7 * day
		if e.Tense == lang.InFuture { // "de lundi à jeudi", said on a Thursday of what is to come
			return
		}
	case e.Form == lang.ByCalendar && e.Month > 0 && e.Year == 0:
		a.Time.From, a.Time.To = a.Time.From.AddDate(-1, 0, 0), a.Time.To.AddDate(-1, 0, 0)
		a.Value = f.value(t, a.Time)
		return
	}
	if step > 0 && a.Time.From.Add(-step).Before(b.Time.From) {
		a.Time.From, a.Time.To = a.Time.From.Add(-step), a.Time.To.Add(-step)
		a.Value = f.value(t, a.Time)
		a.Written = written(a.Time)
	}
}

// one resolves the time at i and remembers its day.
func (f *frame) one(i int) {
	t := &f.times[i]
	r := &f.out[i]
	r.Type, r.Rule = t.Type, t.Rule
	r.Because = []text.Span{f.doc.Span(t.Start, t.End)}
	at, anchor := f.place(i)
	if t.Expr.Form == lang.ByClock && f.ofSet(i) {
		r.Type = "SET"
	}
	if t.Expr.Anchor == lang.EventDay {
		if d, k := f.apposed(i); k >= 0 {
			at, anchor = d, k
		} else if d, span := f.eventSaid(i); d.Closed() {
			at = f.fromEvent(&t.Expr, d)
			r.Because = append(r.Because, span)
		} else if d, k := f.apposedBehind(i); k >= 0 {
			at, anchor = d, k
		} else if d, k := f.morrowToldOf(i); k >= 0 {
			at, anchor = d, k
		} else if d, span := f.eventKnown(i); d.Closed() {
			at = f.fromEvent(&t.Expr, d)
			if t.Expr.Tense != lang.InFuture && !f.pub.IsZero() && at.Closed() && at.FirstDay().After(f.pub.AddDate(0, 0, 1)) {
				at = edtf.Time{} // another event of that name: it would lead to what is still to come
			}
			r.Because = append(r.Because, span)
		} else if (strings.HasSuffix(t.Rule, "-nth-day") || t.Expr.Morrow()) && int(t.Sent) < leadSentences && t.Expr.Tense != lang.InPast && !f.pub.IsZero() {
			at = edtf.OfDay(f.pub) // "au cinquième jour du conflit", it opens
		}
	}
	if !onCalendar(at) {
		at, anchor = edtf.Time{}, -1 // "il y a 65 millions d'années"
	}
	r.Implied = implied(&t.Expr)
	if anchor >= 0 {
		r.Because = append(r.Because, f.doc.Span(f.times[anchor].Start, f.times[anchor].End))
	}
	r.Value = f.value(t, at)
	if f.english && t.Expr.Form == lang.ByOffset && at.Known() && t.Type == "DURATION" {
		r.Type = "DATE"
	}
	f.remember(i, at)
	r.Time = at
	if b := t.Expr.Bound; !t.Expr.Clock || b == lang.Since || b == lang.Until {
		r.Time = bounded(at, b, t.Expr.Mod, t.Expr.Form == lang.ByUnit) // "peu après 21 heures" is that day
	}
	if t.Expr.Mod == lang.About && t.Expr.Form != lang.ByLength && t.Expr.Part == lang.NoPart && !t.Expr.Clock {
		r.Time.Approx = r.Time.Known()
	}
	r.Written = written(r.Time)
}

// onCalendar reports whether t lies in years of four digits.
func onCalendar(t edtf.Time) bool {
	return (t.From.IsZero() || t.From.Year() >= 1) && (t.To.IsZero() || t.To.Year() <= 9999)
}

// place puts the expression at i on the calendar; anchor is the index of the
// time it leans on, -1 for none but the publication.
func (f *frame) place(i int) (at edtf.Time, anchor int) {
	e := &f.times[i].Expr
	if e.N > 1e5 {
		return edtf.Time{}, -1 // longer than a time.Duration can say
	}
	switch e.Form {
	case lang.ByCalendar:
		return f.byCalendar(i)
	case lang.ByOffset:
		return f.byOffset(i)
	case lang.ByUnit:
		return f.byUnit(i)
	case lang.ByClock:
		return f.byClock(i)
	case lang.ByNight:
		day, _ := f.calendarDay(e, i)
		if day.IsZero() {
			return edtf.Time{}, -1
		}
		return night(day.AddDate(0, 0, -1)), -1
	case lang.ByLength:
		return f.byLength(e), -1
	}
	return edtf.Time{}, -1
}

// implied reports whether some part of e comes from what stands around it.
func implied(e *lang.Expr) bool {
	switch e.Form {
	case lang.ByCalendar:
		return e.Year == 0 || e.TwoEnds || e.N > 0
	case lang.ByRepeat, lang.ByVague:
		return false
	case lang.ByLength:
		return e.Bound != lang.NoBound || e.Deixis != lang.NoDeixis
	}
	return true
}

// bounded turns the time of an end into the stretch that begins or ends there;
// calendar tells that it is a unit such as "ce mois", not a month by its name.
func bounded(t edtf.Time, b lang.Bound, m lang.Mod, calendar bool) edtf.Time {
	if !t.Closed() {
		return t
	}
	if m == lang.EndOf && (b == lang.Until || b == lang.Before) {
		// "d'ici à la fin de l'année", "avant la fin du mois": the end is exact
		b, t.Approx, t.Precision = lang.Until, false, edtf.Day
	}
	var zero time.Time
	if m == lang.StartOf && b == lang.Since && calendar {
		// "depuis le début du mois": the beginning is exact
		t.Approx, t.Precision = false, edtf.Day
	}
	switch b {
	case lang.Since:
		t.To = zero
	case lang.Until:
		if t.Precision == edtf.Minute && t.From.Equal(t.FirstDay()) {
			t.To = t.From // "jusqu'à minuit" ends the day before
		}
		t.From = zero
	case lang.Before:
		t.From, t.To = zero, t.From
	case lang.After:
		t.From, t.To = t.To, zero
	}
	return t
}

// written is t with its clock times; "" where whole days say all.
func written(t edtf.Time) string {
	if t.Precision < edtf.Hour {
		return ""
	}
	end := func(d time.Time) string {
		if d.IsZero() {
			return ".."
		}
		return d.Format("2006-01-02T15:04")
	}
	return end(t.From) + "/" + end(t.To)
}
