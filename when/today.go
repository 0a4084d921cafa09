package when

import (
	"math"
	"strings"

	"recoupe/lang"
)

// today weighs by the day that a report calls its own: "ce lundi", "ce dimanche 4
// juin 2031", "aujourd'hui, mardi 6". Papers that write so mean the day they
// appear on, seldom the day before.
// It reports whether there is one.
func (w *weigher) today() bool {
	for k := range w.r.Lang.Times {
		e := &w.r.Lang.Times[k].Expr
		if e.Form != lang.ByCalendar || e.Weekday == 0 || e.Deixis != lang.This && !w.this(k) || e.Tense == lang.InFuture || e.Bound != lang.NoBound {
			continue
		}
		full := e.Day > 0 && e.Month > 0
		for n, pub := range w.days {
			back := 0
			if full {
				x := w.resolved[n][k].Time
				if !x.Closed() {
					return false
				}
				back = int(pub.Sub(x.FirstDay()) / day)
			} else if back = iso(pub) - e.Weekday; back < 0 {
				back += 7
			}
			p := .01
			switch back {
			case 0:
				p = .85
			case 1:
				p = .1
			}
			w.score[n] += math.Log(p)
		}
		w.spoke = true
		w.because(k)
		return true
	}
	return false
}

// this reports whether the k-th time is pointed at, date and all: "ce dimanche 4
// juin 2031".
func (w *weigher) this(k int) bool {
	t := &w.r.Lang.Times[k]
	words := strings.ToLower(w.r.Text[t.Start:t.End])
	return strings.HasPrefix(words, "ce ") || strings.HasPrefix(words, "this ")
}
