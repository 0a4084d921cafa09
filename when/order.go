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

// beginning is the first day of which a report other than k tells something that
// it does not tell as long past; zero if there is none.
func (ev *evidence) beginning(k int) time.Time {
	var first time.Time
	for i := range ev.facts {
		f := &ev.facts[i]
		if f.before || f.report == k || !f.at.OneDay() {
			continue
		}
		if x := f.at.FirstDay(); first.IsZero() || x.Before(first) {
			first = x
		}
	}
	return first
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
