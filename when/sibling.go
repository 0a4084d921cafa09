package when

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"time"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/story"
)

// A sibling is what a report tells of its day beside its times: whose words it
// shares, and how high its toll stands.
type sibling struct {
	sentences []uint64 // hashes of its longer sentences, sorted
	credits   []string // whom it names as the origin of its words, in lower case
	toll      int64    // the highest number of dead it tells of; 0 if none
}

// longSentence is how many bytes a sentence has that two newsrooms do not write
// alike by chance.
const longSentence = 40

func siblingOf(r *claim.Report) sibling {
	var s sibling
	for _, x := range r.Sentences {
		if w := strings.TrimSpace(r.Text[x.Start:x.End]); len(w) >= longSentence {
			h := fnv.New64a()
			h.Write([]byte(w))
			s.sentences = append(s.sentences, h.Sum64())
		}
	}
	for _, c := range story.Credits(r) {
		if !c.Kind.Whole() {
			continue
		}
		s.credits = append(s.credits, strings.ToLower(c.Agency))
	}
	slices.Sort(s.sentences)
	s.sentences = slices.Compact(s.sentences)
	for _, f := range r.Figures {
		if f.Measure == claim.Killed && !f.Aside && !f.Previous && f.PartOf == nil && f.Stance != claim.Denied && f.Quantity.Value > s.toll && f.Quantity.Value >= 3 {
			s.toll = f.Quantity.Value
		}
	}
	return s
}

// leadBack is how many days before its publication, taken as known, the day lies
// that r opens with; -1 where it opens with none.
func leadBack(r *claim.Report, times []Resolved, pub time.Time) int {
	for i := range times {
		e := &r.Lang.Times[i].Expr
		if int(r.Lang.Times[i].Sent) >= leadSentences {
			break
		}
		if x := times[i].Time; x.OneDay() && e.Tense != lang.InFuture && !e.Aside && e.Bound == lang.NoBound {
			if back := int(pub.Sub(x.FirstDay()) / day); back >= 0 && back < 7 {
				return back
			}
		}
	}
	return -1
}

// habit is backLead for an outlet of which the story holds other reports known to
// the day: a daily opens with what happened the day before. ok is false where
// nothing is known of it.
func (d *dater) habit(i int) (table [7]float64, ok bool) {
	outlet := d.reports[i].Outlet
	if outlet == "" {
		return table, false
	}
	const prior = 3
	seen := 0.0
	for j, r := range d.reports {
		// only what is stated: an outlet is not learned from what was inferred
		if j == i || r.Outlet != outlet || r.Lang == nil || !r.Published.When.OneDay() {
			continue
		}
		if back := leadBack(r, d.cal.Times[r.ID], d.known[j].FirstDay()); back >= 0 {
			table[back]++
			seen++
		}
	}
	for k := range table {
		table[k] = (table[k] + prior*backLead[k]) / (seen + prior)
	}
	return table, seen > 0
}

// printings says in which reports a sentence stands, by the hash of the sentence.
type printings map[uint64][]int32

func printingsOf(siblings []sibling) printings {
	p := printings{}
	for i := range siblings {
		for _, h := range siblings[i].sentences {
			p[h] = append(p[h], int32(i))
		}
	}
	return p
}

// shared is how many of sentences each report has, for those that have one.
func (p printings) shared(sentences []uint64) map[int32]int {
	n := map[int32]int{}
	for _, h := range sentences {
		for _, i := range p[h] {
			n[i]++
		}
	}
	return n
}

// copied are shares of pairs of reports with the same words, by the days from
// the known one to the other; printed by one that credits the first.
func copied(after int, credits bool) float64 {
	switch {
	case after == 0:
		return .76
	case after == 1:
		return .16
	case after < 0 && credits:
		return .004 // nobody prints a wire before it is sent
	case after == -1:
		return .06
	case after == 2:
		return .03
	}
	return .004
}

// copies weighs by the report of a known day that shares most of its words: the
// same words appear on the same day or the next.
func (w *weigher) copies() {
	mine := w.d.siblings[w.i].sentences
	best, most := -1, 0
	for x, n := range w.d.printed.shared(mine) {
		j := int(x)
		if n < most || n == most && j > best || n < 3 && 3*n < len(mine) || j == w.i || !w.d.done[j] || !w.d.known[j].OneDay() {
			continue
		}
		best, most = j, n
	}
	if best < 0 {
		return
	}
	known := w.d.known[best].FirstDay()
	a, b := &w.d.siblings[w.i], &w.d.siblings[best]
	credits, credited := a.credit(w.d.reports[best]), b.credit(w.r)
	for n, pub := range w.days {
		after := int(pub.Sub(known) / day)
		p := copied(after, credits)
		if credited && !credits {
			p = copied(-after, true)
		}
		w.score[n] += math.Log(p)
	}
	w.spoke = true
	w.copied = best
	r := w.d.reports[best]
	w.why = append(w.why, r.Span(0, min(len(r.Text), r.Sentences[0].End)))
}

// credit reports whether s names the outlet of o as the origin of its words.
func (s *sibling) credit(o *claim.Report) bool {
	outlet := strings.ToLower(o.Outlet)
	return outlet != "" && slices.ContainsFunc(s.credits, func(c string) bool {
		return strings.Contains(outlet, c) || strings.Contains(c, outlet)
	})
}

// A tollPoint is a toll given on a known day, and by how many reports.
type tollPoint struct {
	day     time.Time
	toll    int64
	reports float64
}

// tolls are the tolls of the reports known to the day, oldest first.
func (d *dater) tolls() []tollPoint {
	if d.points != nil {
		return d.points
	}
	type point struct {
		day  time.Time
		toll int64
	}
	given := map[point]int{}
	for j := range d.reports {
		if d.done[j] && d.known[j].OneDay() && d.siblings[j].toll > 0 {
			given[point{d.known[j].FirstDay(), d.siblings[j].toll}]++
		}
	}
	d.points = []tollPoint{}
	for p, n := range given {
		d.points = append(d.points, tollPoint{p.day, p.toll, float64(n)})
	}
	slices.SortFunc(d.points, func(a, b tollPoint) int {
		return cmp.Or(a.day.Compare(b.day), cmp.Compare(a.toll, b.toll))
	})
	return d.points
}

// cluster weighs by how far a day lies from those the story speaks of: reports of
// one story stand close together.
func (w *weigher) cluster() {
	for n, pub := range w.days {
		least := 10.0
		for x := range w.d.ev.days {
			least = min(least, math.Abs(float64(pub.Sub(x)/day)))
		}
		w.score[n] -= least / 8
	}
}

// rises weighs by the toll: one that grows from day to day tells a report from
// those before and after it. Other speakers count otherwise, so it is no more
// than a hint.
func (w *weigher) rises() {
	mine := w.d.siblings[w.i].toll
	known := w.d.tolls()
	if mine == 0 || len(known) == 0 {
		return
	}
	days := beside(known, mine)
	for n, pub := range w.days {
		sum, all := 0.0, 0.0
		for _, k := range days {
			gap := int(pub.Sub(k.day) / day)
			far := math.Abs(float64(gap))
			wrong, p := k.more, against(gap)
			same := max(.3, .8-.12*far) // the same toll on another day: it may have stood still
			switch {
			case gap < 0:
				wrong = k.less
			case gap == 0:
				wrong, p, same = k.less+k.more, .35, 1
			}
			weight := 1 / (1 + far) // those of the days around it say most
			sum += weight * (wrong*math.Log(p) + k.same*math.Log(same))
			all += weight * (k.less + k.same + k.more)
		}
		w.score[n] += sum / all
	}
	w.spoke = true
}

// A tollDay is how many reports of one day give a lesser toll than another, the
// same, and a greater one.
type tollDay struct {
	day              time.Time
	less, same, more float64
}

// beside sets the tolls of every day beside mine.
func beside(known []tollPoint, mine int64) []tollDay {
	var days []tollDay
	for _, k := range known {
		if len(days) == 0 || !days[len(days)-1].day.Equal(k.day) {
			days = append(days, tollDay{day: k.day})
		}
		switch d := &days[len(days)-1]; {
		case k.toll < mine:
			d.less += k.reports
		case k.toll == mine:
			d.same += k.reports
		default:
			d.more += k.reports
		}
	}
	return days
}

// against is how likely a toll is that lies so many days on the wrong side of
// another: a day is often the time that news takes.
func against(gap int) float64 {
	if gap == 1 || gap == -1 {
		return .3
	}
	return .12
}
