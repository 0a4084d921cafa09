package when

import (
	"math"
	"slices"
	"strings"
	"time"

	"recoupe/lang"
)

// What must come before what: a matter before those who report it, what happened
// before what is said of it.

// saidLater weighs by the weekdays on which something was said: what somebody says
// on a "samedi" of a report about "vendredi 28 mars" is said on the 29th, and not
// on the Saturday before.
func (w *weigher) saidLater() {
	for n, pub := range w.days {
		var newest time.Time
		for k := range w.r.Lang.Times {
			e, x := &w.r.Lang.Times[k].Expr, w.resolved[n][k].Time
			if e.Form == lang.ByCalendar && e.Day > 0 && e.Month > 0 && e.Tense != lang.InFuture && e.Bound == lang.NoBound && !e.Said && !e.Aside && x.OneDay() && !x.FirstDay().After(pub) && x.FirstDay().After(newest) {
				newest = x.FirstDay()
			}
		}
		for k := range w.r.Lang.Times {
			e, x := &w.r.Lang.Times[k].Expr, w.resolved[n][k].Time
			if !e.Said || !bareWeekday(e) || e.Tense == lang.InFuture || e.Aside || !x.OneDay() {
				continue
			}
			p := 1.0
			switch {
			case w.beforeItsMatter(n, k):
				p = .01
			case x.FirstDay().Before(newest):
				p = .1
			}
			if p < 1 {
				w.score[n] += math.Log(p)
				w.spoke = true
				break
			}
		}
	}
}

// beforeItsMatter reports whether the k-th time, on which something was said, falls
// before another weekday of its sentence: "a fait état vendredi de 441 blessés
// jeudi".
func (w *weigher) beforeItsMatter(n, k int) bool {
	said := w.resolved[n][k].Time.FirstDay()
	for i := range w.r.Lang.Times {
		t := &w.r.Lang.Times[i]
		e, x := &t.Expr, w.resolved[n][i].Time
		if i != k && t.Sent == w.r.Lang.Times[k].Sent && bareWeekday(e) && !e.Said && e.Tense != lang.InFuture && e.Bound == lang.NoBound && x.OneDay() && x.FirstDay().After(said) && !x.FirstDay().After(w.days[n]) {
			return true
		}
	}
	return false
}

// begins weighs by the day on which the matter began, the first that another report
// tells of: none that knows a higher toll than some other appeared before.
func (w *weigher) begins() {
	mine := w.d.siblings[w.i].toll
	if !slices.ContainsFunc(w.d.tolls(), func(p tollPoint) bool { return p.toll < mine }) {
		return // it may be the first of all
	}
	first := w.d.ev.beginning(w.i)
	if first.IsZero() {
		return
	}
	for n, pub := range w.days {
		if pub.Before(first) {
			w.score[n] += math.Log(.03)
			w.spoke = true
		}
	}
}

// A firstDay is a day and the report that tells of it.
type firstDay struct {
	day    time.Time
	report int
}

// begin notes the first day that a report tells something of which it does not
// tell as long past, and the first that another report does.
func (ev *evidence) begin(f *fact) {
	if f.before || !f.at.OneDay() {
		return
	}
	x := firstDay{f.at.FirstDay(), f.report}
	switch {
	case ev.first.day.IsZero() || x.day.Before(ev.first.day):
		if ev.first.report != x.report {
			ev.second = ev.first
		}
		ev.first = x
	case x.report != ev.first.report && (ev.second.day.IsZero() || x.day.Before(ev.second.day)):
		ev.second = x
	}
}

// beginning is the first day of which a report other than k tells something that
// it does not tell as long past; zero if there is none.
func (ev *evidence) beginning(k int) time.Time {
	if ev.first.report == k {
		return ev.second.day
	}
	return ev.first.day
}

// moreThan reports whether the k-th time is only a floor: "plus d'une semaine
// après la tragédie".
func (w *weigher) moreThan(k int) bool {
	before := strings.ToLower(w.r.Text[max(0, w.r.Lang.Times[k].Start-12):w.r.Lang.Times[k].Start])
	for _, s := range []string{"plus d'", "plus d’", "plus de ", "more than ", "over "} {
		if strings.HasSuffix(before, s) {
			return true
		}
	}
	return false
}
