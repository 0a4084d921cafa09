package when

import (
	"math"
	"slices"
	"strings"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// How many days before publication the weekday lies that a report names. The
// numbers are shares of agency and web reports: backSaid of the one on which
// somebody is quoted as having said something, backLead of the one in its
// first sentences where days go by weekday throughout, backAny of the newest
// anywhere, backNight of one in the first sentences that is told as an evening,
// backDaily where the report says "hier" for the day before.
var (
	backAny   = [7]float64{.55, .21, .09, .06, .04, .03, .02}
	backSaid  = [7]float64{.91, .06, .01, .005, .005, .005, .005}
	backLead  = [7]float64{.84, .10, .02, .01, .01, .01, .01}
	backDaily = [7]float64{.06, .10, .24, .20, .16, .13, .11}
	backNight = [7]float64{.55, .30, .05, .03, .03, .02, .02}
	backEven  = [7]float64{1. / 7, 1. / 7, 1. / 7, 1. / 7, 1. / 7, 1. / 7, 1. / 7}
)

// mix is halfway between two tables.
func mix(a, b *[7]float64) *[7]float64 {
	var c [7]float64
	for i := range c {
		c[i] = (a[i] + b[i]) / 2
	}
	return &c
}

// leadSentences is how many sentences the beginning of a report has.
const leadSentences = 3

// openingSentences is how many a report may take to say how long ago its matter
// was: captions and a headline may stand before.
const openingSentences = 6

// A weigher weighs the days one report could have been published on.
type weigher struct {
	d        *dater
	i        int
	r        *claim.Report
	days     []time.Time
	resolved [][]Resolved // for each day
	score    []float64    // logarithms of likelihood
	why      []text.Span
	copied   int  // the report whose words it shares most, where one is known
	spoke    bool // something told the days apart
}

// weekdays weighs by the bare weekdays: that of the first sentences is mostly
// the day itself.
func (w *weigher) weekdays() {
	table, lead, daily, said := &backAny, -1, false, -1
	for k := range w.r.Lang.Times {
		e := &w.r.Lang.Times[k].Expr
		if e.Form == lang.ByOffset && e.Anchor == lang.Publication && e.Unit == lang.Days && e.N <= 1 && e.Toward <= 0 {
			daily = true
		}
		if said < 0 && e.Said && bareWeekday(e) && e.Tense != lang.InFuture {
			said = k
		}
		if lead < 0 && bareWeekday(e) && e.Tense != lang.InFuture && int(w.r.Lang.Times[k].Sent) < leadSentences {
			lead = k
			for w.listed(lead) {
				lead++ // "tués jeudi et vendredi": the last of them is the newest
			}
		}
	}
	own := w.today()
	switch habit, ok := w.d.habit(w.i); {
	case own, w.opensInFull(lead):
		lead = -1 // the others may be any day of the week before
	case daily:
		table, lead = &backDaily, -1
	case said >= 0 && !w.saidDiffer(said) && (lead < 0 || follows(&w.r.Lang.Times[lead].Expr, &w.r.Lang.Times[said].Expr)):
		table, lead = &backSaid, said
	case lead >= 0 && ok:
		table = &habit
	case lead >= 0 && w.r.Lang.Times[lead].Sent == 0:
		table = &backLead
	case lead >= 0:
		table = mix(&backLead, &backAny)
	default:
		table = mix(&backAny, &backEven)
	}
	if lead >= 0 && lead != said && w.several(lead) {
		return
	}
	if lead >= 0 && lead != said && w.r.Lang.Times[lead].Expr.Part >= lang.Evening && w.r.Lang.Times[lead].Expr.Part <= lang.NightTime {
		table = &backNight
	}
	for n, pub := range w.days {
		newest, at := 7, -1
		for k := range w.r.Lang.Times {
			e, x := &w.r.Lang.Times[k].Expr, w.resolved[n][k].Time
			if !bareWeekday(e) || e.Tense == lang.InFuture || !x.Closed() || lead >= 0 && k != lead {
				continue
			}
			if back := int(pub.Sub(x.FirstDay()) / day); back >= 0 && back < newest {
				newest, at = back, k
			}
		}
		if at >= 0 {
			w.score[n] += math.Log(table[newest])
			w.spoke = true
			w.because(at)
		}
	}
}

// opensInFull reports whether the report opens with what was said on a day it writes
// out, before the bare weekday of its k-th time: "a annoncé, dimanche 10 septembre,
// le ministère. Un premier bilan, samedi, ...". The day in full is that of the news.
func (w *weigher) opensInFull(k int) bool {
	for i := range w.r.Lang.Times {
		t := &w.r.Lang.Times[i]
		if int(t.Sent) >= leadSentences || i == k {
			return false
		}
		if e := &t.Expr; e.Said && writtenOut(e) && e.Tense != lang.InFuture && !e.Aside && e.Bound == lang.NoBound {
			return true
		}
	}
	return false
}

// several weighs by the weekdays of the sentence in which the k-th time stands,
// where it names more than one: "le séisme de vendredi a fait 2.122 morts, selon
// un bilan arrêté dimanche". All lie shortly back, mostly in the order in which
// they are told. It reports whether there are several.
func (w *weigher) several(k int) bool {
	times := w.r.Lang.Times
	var named []int
	for i := range times {
		e := &times[i].Expr
		if times[i].Sent == times[k].Sent && bareWeekday(e) && e.Tense != lang.InFuture && !slices.ContainsFunc(named, func(j int) bool { return times[j].Expr.Weekday == e.Weekday }) {
			named = append(named, i)
		}
	}
	if len(named) < 2 {
		return false
	}
	for n, pub := range w.days {
		last := -1
		for _, i := range named {
			x := w.resolved[n][i].Time
			if !x.Closed() {
				continue
			}
			back := int(pub.Sub(x.FirstDay()) / day)
			if back < 0 || back > 6 {
				w.score[n] += math.Log(.02)
				continue
			}
			w.score[n] += math.Log(backAny[back])
			if last >= 0 && back > last {
				w.score[n] += math.Log(.4)
			}
			last = back
		}
	}
	w.spoke = true
	w.because(k)
	return true
}

// listed reports whether another bare weekday follows the k-th in a list.
func (w *weigher) listed(k int) bool {
	times := w.r.Lang.Times
	if k+1 >= len(times) || times[k+1].Sent != times[k].Sent || !bareWeekday(&times[k+1].Expr) || times[k+1].Start < times[k].End {
		return false
	}
	switch strings.TrimSpace(w.r.Text[times[k].End:times[k+1].Start]) {
	case "et", ",", "puis", "and", "then", "et à nouveau":
		return true
	}
	return false
}

// follows reports whether the weekday of said is that of lead or one of the next
// three: "a coulé mercredi, ont indiqué jeudi les garde-côtes" appeared on the
// later day.
func follows(lead, said *lang.Expr) bool { return (said.Weekday-lead.Weekday+7)%7 <= 3 }

// saidDiffer reports whether the report names two days on which something was
// said, of which the first tells nothing.
func (w *weigher) saidDiffer(first int) bool {
	for k := range w.r.Lang.Times {
		if e := &w.r.Lang.Times[k].Expr; e.Said && bareWeekday(e) && e.Tense != lang.InFuture && e.Weekday != w.r.Lang.Times[first].Expr.Weekday {
			return true
		}
	}
	return false
}

// because remembers the sentence of the k-th time as a reason.
func (w *weigher) because(k int) {
	w.why = append(w.why, sentenceOf(w.r.Document, &w.r.Lang.Times[k]))
}

// dates weighs by the dates the report names: the newest is fresh, none that is
// told as past lies ahead, each falls on its weekday.
func (w *weigher) dates() {
	for n, pub := range w.days {
		newest, at, ahead := math.MaxInt, -1, false
		for k := range w.r.Lang.Times {
			e, x := &w.r.Lang.Times[k].Expr, w.resolved[n][k].Time
			if !writtenOut(e) {
				continue
			}
			if e.Bound == lang.Since && !x.From.IsZero() && pub.Before(x.From) {
				w.score[n] += math.Log(.02) // nothing lasts from a day to come
			}
			if !x.Closed() {
				continue
			}
			if e.Weekday > 0 && iso(x.LastDay()) != e.Weekday {
				w.score[n] += math.Log(.02)
			}
			back := int(pub.Sub(x.LastDay()) / day)
			w.score[n] += tenseFits(e, back)
			if e.Deixis == lang.Last && back < 2 {
				w.score[n] += math.Log(.05) // nobody calls today "le 4 août dernier"
			}
			ahead = ahead || e.Tense != lang.InFuture && back < 0
			if e.Tense != lang.InFuture && back >= 0 && back < newest && e.Bound == lang.NoBound {
				newest, at = back, k
			}
		}
		if at >= 0 {
			w.score[n] += math.Log(w.dateAge(n, newest))
			w.spoke = true
			if n == 0 || n == len(w.days)-1 {
				w.because(at)
			}
		} else if ahead {
			w.score[n] += math.Log(.05) // only days to come, and none told as to come
		}
	}
}

// writtenOut reports whether e writes out a day, or the night before it: "dans la nuit du
// 14 au 15 mai".
func writtenOut(e *lang.Expr) bool {
	return (e.Form == lang.ByCalendar || e.Form == lang.ByNight) && e.Day > 0 && e.Month > 0
}

// dateAge is how likely the newest date written out lies so many days before the
// n-th day. Where the report names fresher days by their weekday or as "hier",
// that date need not be fresh; it is rather older than a week.
func (w *weigher) dateAge(n, back int) float64 {
	b := float64(back)
	for k := range w.r.Lang.Times {
		e, x := &w.r.Lang.Times[k].Expr, w.resolved[n][k].Time
		fresh := bareWeekday(e) || e.Form == lang.ByOffset && e.Anchor == lang.Publication && e.Unit == lang.Days
		if fresh && e.Tense != lang.InFuture && x.Closed() && int(w.days[n].Sub(x.FirstDay())/day) < back {
			if back < 6 {
				return .04
			}
			return .06*math.Exp(-(b-6)/12) + .004
		}
	}
	return .3*math.Exp(-b/2) + .1*math.Exp(-b/10) + .002
}

// twins weighs by a weekday that the report names once in full and once bare
// ("à partir du jeudi 13 janvier", "a débuté jeudi"): mostly one day, and hardly
// ever two where both sentences speak of the same thing.
func (w *weigher) twins() {
	for a := range w.r.Lang.Times {
		full := &w.r.Lang.Times[a].Expr
		if !writtenOut(full) || full.Weekday == 0 {
			continue
		}
		for b := range w.r.Lang.Times {
			e := &w.r.Lang.Times[b].Expr
			own := e.Form == lang.ByCalendar && e.Day == 0 && e.Deixis == lang.This // "ce mercredi"
			if !bareWeekday(e) && !own || e.Weekday != full.Weekday {
				continue
			}
			same, other := .65, .25
			if w.alike(a, b) {
				same, other = .95, .015
			}
			for n := range w.days {
				if w.resolved[n][a].Time.LastDay().Equal(w.resolved[n][b].Time.LastDay()) {
					w.score[n] += math.Log(same)
				} else {
					w.score[n] += math.Log(other)
				}
			}
			w.spoke = true
			w.because(a)
			w.because(b)
			return
		}
	}
}

// alike reports whether the sentences of two times share words that carry
// meaning.
func (w *weigher) alike(a, b int) bool {
	x, y := int(w.r.Lang.Times[a].Sent), int(w.r.Lang.Times[b].Sent)
	if x >= len(w.r.Sentences) || y >= len(w.r.Sentences) || x == y {
		return false
	}
	words, shared := contentWords(w.r, x), 0
	for _, s := range contentWords(w.r, y) {
		if _, ok := slices.BinarySearch(words, s); ok {
			shared++
		}
	}
	return shared >= 2
}

// bareWeekday reports whether e is a weekday with nothing that says which.
func bareWeekday(e *lang.Expr) bool {
	return e.Form == lang.ByCalendar && e.Weekday > 0 && e.Day == 0 && e.Deixis == lang.NoDeixis && e.Bound != lang.From && e.Bound != lang.Until
}

// tenseFits weighs a date so many days back against the tense it is told in.
func tenseFits(e *lang.Expr, back int) float64 {
	switch {
	case e.Bound != lang.NoBound:
		return 0
	case e.Tense == lang.InPast && back < 0:
		return math.Log(.05)
	case e.Tense != lang.InFuture && back < 0:
		return math.Log(.2)
	case e.Tense == lang.InFuture && back > 0:
		return math.Log(.12)
	}
	return 0
}

func sentenceOf(doc *text.Document, t *lang.Time) text.Span {
	if int(t.Sent) < len(doc.Sentences) {
		s := doc.Sentences[t.Sent]
		return doc.Span(s.Start, s.End)
	}
	return doc.Span(t.Start, t.End)
}

// align weighs by how well what the report tells falls on the days on which the
// rest of the story tells it.
func (w *weigher) align() {
	seen := map[[2]int64]bool{}
	for k := range w.r.Lang.Times {
		t := &w.r.Lang.Times[k]
		if t.Member || !movable(w.resolved, k) || int(t.Sent) >= len(w.r.Sentences) {
			continue
		}
		// the same weekday named twice in one sentence weighs once
		key := [2]int64{int64(t.Sent), int64(t.Expr.Weekday)}
		if seen[key] {
			continue
		}
		seen[key] = true
		told := w.d.told(w.i, contentWords(w.r, int(t.Sent)))
		if told.total == 0 {
			continue
		}
		like := told.like
		if looksBack(&t.Expr) {
			// what a report calls last week's is what the story is about
			like = max(like, .95)
		}
		for n := range w.days {
			p := 0.0
			for _, x := range daysOf(w.resolved[n][k].Time, 10) {
				p += told.by[x]
			}
			w.score[n] += math.Log((1-like)*.05 + like*p/told.total + 1e-3)
		}
		w.spoke = true
		if like > .3 {
			w.because(k)
			if told.best >= 0 {
				w.why = append(w.why, w.d.ev.facts[told.best].span)
			}
		}
	}
}

// looksBack reports whether e counts back from publication to something told
// before: "la semaine dernière", "mercredi dernier", "il y a dix jours".
func looksBack(e *lang.Expr) bool {
	switch e.Form {
	case lang.ByUnit:
		return e.Deixis == lang.Last && (e.Unit == lang.Week || e.Unit == lang.Weekend)
	case lang.ByCalendar:
		return e.Deixis == lang.Last && e.Weekday > 0
	case lang.ByOffset:
		return e.Anchor == lang.Publication && e.Toward < 0 && (e.Unit == lang.Week || e.Unit == lang.Days && e.N > 2)
	}
	return false
}

// after weighs by "une semaine après la répression" where the report opens with
// it or says it twice: its own day is about that long after the event.
func (w *weigher) after() {
	for k := range w.r.Lang.Times {
		t := &w.r.Lang.Times[k]
		e := &t.Expr
		if e.Form != lang.ByOffset || e.Anchor != lang.EventDay || e.Toward < 0 || e.N == 0 || e.Unit < lang.Days || e.Unit > lang.Month || int(t.Sent) >= openingSentences {
			continue
		}
		told := w.d.told(w.i, eventWords(w.r, t))
		if told.total == 0 {
			continue
		}
		span := e.N * float64(length(e.Unit)/day)
		if e.Unit == lang.Month {
			span = 30 * e.N
		}
		slack, floor := 1+span/8, w.moreThan(k)
		for n, pub := range w.days {
			p := 0.0
			for x, share := range told.by {
				off := float64(pub.Sub(x)/day) - span
				s := slack
				if floor && off < 0 {
					s = .3 // "plus d'une semaine après" is no day less
				}
				p += share / told.total * math.Exp(-math.Abs(off)/s)
			}
			w.score[n] += math.Log(p + .02)
		}
		w.spoke = true
		w.because(k)
		return
	}
}

// movable reports whether the k-th time moves with the day of publication and
// names few enough days to say something.
func movable(resolved [][]Resolved, k int) bool {
	first, last := resolved[0][k].Time, resolved[len(resolved)-1][k].Time
	if first == last {
		return false
	}
	return daysOf(first, 10) != nil && daysOf(last, 10) != nil
}

// A telling is on which days the story tells something.
type telling struct {
	by    map[time.Time]float64 // the weight of each day
	total float64
	like  float64 // how sure it is that it is the same thing, 0 to 1
	best  int32   // the fact most like it; -1 for none
}

// told finds on which days the other reports, and this one's own full dates,
// tell what a sentence with these words tells.
func (d *dater) told(i int, words []uint32) telling {
	t := telling{by: map[time.Time]float64{}, best: -1}
	for n, m := range d.ev.find(words, i, true) {
		f := &d.ev.facts[m.fact]
		if n == 0 {
			t.like, t.best = m.like, m.fact
		}
		t.add(f.at, m.like*m.like)
	}
	// what the whole story tells most often stands behind, weakly
	sum := 0.0
	for _, w := range d.ev.days {
		sum += w
	}
	if sum > 0 {
		share := t.total*.25 + .002
		for x, w := range d.ev.days {
			t.by[x] += share * w / sum
		}
		t.total += share
	}
	t.like = min(.9, max(.15, 3*t.like))
	return t
}

func (t *telling) add(at edtf.Time, weight float64) {
	days := daysOf(at, longest)
	for _, x := range days {
		t.by[x] += weight / float64(len(days))
	}
	t.total += weight
}
