package when

import (
	"math"
	"strings"

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
		if !writtenOut(full) || full.Weekday == 0 || full.Tense == lang.InFuture || full.Bound != lang.NoBound {
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

// glosses weighs by a day that is named twice side by side: "publié hier 30
// octobre", "aujourd'hui, mardi 6 mai". Both names are those of one day.
func (w *weigher) glosses() {
	times := w.r.Lang.Times
	for k := 0; k+1 < len(times); k++ {
		a, b := &times[k], &times[k+1]
		if !writtenOut(&a.Expr) {
			a, b = b, a
		}
		e := &b.Expr
		if !writtenOut(&a.Expr) || e.Form != lang.ByOffset || e.Anchor != lang.Publication || e.Unit != lang.Days || !w.adjoin(k) {
			continue
		}
		for n := range w.days {
			x, y := w.resolved[n][k].Time, w.resolved[n][k+1].Time
			if x.Closed() && y.Closed() && x.FirstDay().Equal(y.FirstDay()) {
				w.score[n] += math.Log(.97)
			} else {
				w.score[n] += math.Log(.01)
			}
		}
		w.spoke = true
		w.because(k)
		return
	}
}

// adjoin reports whether nothing but a comma or a bracket stands between the k-th
// time and the next.
func (w *weigher) adjoin(k int) bool {
	a, b := &w.r.Lang.Times[k], &w.r.Lang.Times[k+1]
	return b.Start >= a.End && strings.Trim(w.r.Text[a.End:b.Start], " \u00a0,(") == ""
}
