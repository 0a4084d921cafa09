package when

import (
	"math"

	"recoupe/lang"
)

// followsSoon is how many days after a date written out a bare weekday told behind
// it is still the next thing that happened.
const followsSoon = 3

// sequence weighs by the bare weekday told behind a date written out: "Jeudi 26
// août, deux attaques ont frappé la foule. Vendredi matin, des habitants cherchent
// leurs proches". What is told next happened next, not six days before.
func (w *weigher) sequence() {
	times := w.r.Lang.Times
	for a := range times {
		full := &times[a].Expr
		if full.Form != lang.ByCalendar || full.Day == 0 || full.Month == 0 || full.Weekday == 0 || full.Tense == lang.InFuture || full.Bound != lang.NoBound {
			continue
		}
		for b := a + 1; b < len(times) && times[b].Sent <= times[a].Sent+1; b++ {
			if e := &times[b].Expr; !bareWeekday(e) || e.Tense == lang.InFuture || e.Weekday == full.Weekday || times[b].Sent == times[a].Sent {
				continue
			}
			w.tellsNext(a, b)
			return
		}
		return // only the first date begins a tale
	}
}

// tellsNext weighs by how soon after the a-th time the b-th falls.
func (w *weigher) tellsNext(a, b int) {
	for n := range w.days {
		from, to := w.resolved[n][a].Time, w.resolved[n][b].Time
		if !from.Closed() || !to.Closed() {
			continue
		}
		switch d := int(to.FirstDay().Sub(from.FirstDay()) / day); {
		case d > 0 && d <= followsSoon:
			w.score[n] += math.Log(.75)
		case d < 0:
			w.score[n] += math.Log(.1)
		default:
			w.score[n] += math.Log(.4)
		}
	}
	w.spoke = true
	w.because(b)
}
