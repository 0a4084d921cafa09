package when

import (
	"math"
	"slices"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// Sure is how likely one day must be, against all others that could be, before
// a report is dated to it. Below it the date is a stretch of days.
const Sure = 0.7

// unlikely is how many times less likely than the likeliest a day must be to
// fall out of that stretch.
const unlikely = 10

// A dater dates the reports of one story.
type dater struct {
	reports []*claim.Report
	known   []edtf.Time // publication as known so far
	done    []bool
	ev      *evidence
	cal     *Calendar

	siblings []sibling   // what each report tells of its day beside its times; nil where no day is asked for
	printed  printings   // their sentences
	points   []tollPoint // their tolls, as far as their days are known; nil: to be gathered anew
}

// Date dates the reports of one story, each from what it states of itself or
// else from the others, and places their times on the calendar. One report may
// stand alone. Reports are dated one after the other, the surest first, and a
// later one leans on earlier ones only, so that none is ever its own witness.
func Date(reports []*claim.Report) *Calendar {
	d := dater{
		reports: reports, known: make([]edtf.Time, len(reports)), done: make([]bool, len(reports)),
		ev:  newEvidence(),
		cal: &Calendar{Reports: map[text.DocID]Dating{}, Times: map[text.DocID][]Resolved{}},
	}
	open := d.stated()
	d.infer(open)
	for i, r := range reports {
		if d.cal.Times[r.ID] == nil || namesEvent(r) {
			at := d.known[i]
			if g, ok := d.cal.Reports[r.ID]; ok {
				at = g.When
			}
			d.cal.Times[r.ID] = resolveAmong(r, at, d.ev)
		}
	}
	d.contradictions()
	return d.cal
}

// asks reports whether anything in the story has to be found in the words of
// other reports: a day of publication, or that of an event.
func (d *dater) asks() bool {
	for _, r := range d.reports {
		if r.Lang == nil {
			continue
		}
		if !r.Published.When.OneDay() {
			return true
		}
		if namesEvent(r) {
			return true
		}
	}
	return false
}

// namesEvent reports whether r counts a time from an event: "deux jours après
// l'attaque".
func namesEvent(r *claim.Report) bool {
	if r.Lang == nil {
		return false
	}
	for i := range r.Lang.Times {
		if r.Lang.Times[i].Expr.Anchor == lang.EventDay {
			return true
		}
	}
	return false
}

// stated takes what the reports state of themselves, lets those known to the
// day bear witness, and returns the others.
func (d *dater) stated() (open []int) {
	asks := d.asks()
	if asks {
		d.siblings = make([]sibling, len(d.reports))
		for i, r := range d.reports {
			if r.Lang != nil {
				d.siblings[i] = siblingOf(r)
			}
		}
		d.printed = printingsOf(d.siblings)
	}
	for i, r := range d.reports {
		d.known[i] = r.Published.When
		if b := r.Published.Basis; b != "" {
			d.cal.Reports[r.ID] = Dating{When: r.Published.When, Basis: b, Because: r.Published.Because}
		}
		if r.Lang == nil {
			d.done[i] = true
			continue
		}
		if asks {
			d.ev.learnWords(r)
		}
	}
	for i, r := range d.reports {
		if d.done[i] {
			continue
		}
		if d.known[i].OneDay() {
			d.done[i] = true
			d.cal.Times[r.ID] = resolveAmong(r, d.known[i], nil)
			if asks {
				d.ev.add(i, r, d.cal.Times[r.ID])
			}
			continue
		}
		// what is written out in full needs no day of publication
		d.ev.add(i, r, resolveAmong(r, d.known[i], nil))
		open = append(open, i)
	}
	return open
}

// A guess is how likely each day is for one report.
type guess struct {
	report int
	days   []time.Time
	p      []float64
	top    int
	from   int // the stretch of likely days: days[from:to]
	to     int
	why    []text.Span
}

// rounds bounds how often the open reports are looked at again.
const rounds = 6

// infer dates the open reports. In every round those that can be dated to the
// day bear witness for the rest.
func (d *dater) infer(open []int) {
	for n := 0; n < rounds && len(open) > 0; n++ {
		var rest []int
		var sure, unsure []guess
		for _, i := range open {
			g, ok := d.guess(i)
			switch {
			case !ok:
				rest = append(rest, i)
			case g.p[g.top] >= Sure:
				sure = append(sure, g)
			default:
				unsure = append(unsure, g)
			}
		}
		if len(sure) == 0 || n == rounds-1 {
			// none is known to the day: the best known go first, and may help the rest
			slices.SortStableFunc(unsure, func(a, b guess) int { return (a.to - a.from) - (b.to - b.from) })
			k := 1 + len(unsure)/3
			if n == rounds-1 {
				k = len(unsure)
			}
			k = min(k, len(unsure))
			for _, g := range unsure[:k] {
				d.settle(g, edtf.Time{From: g.days[g.from], To: g.days[g.to-1].AddDate(0, 0, 1), Precision: edtf.Day})
			}
			unsure = unsure[k:]
		}
		for _, g := range sure {
			d.settle(g, edtf.OfDay(g.days[g.top]))
		}
		for _, g := range unsure {
			rest = append(rest, g.report)
		}
		slices.Sort(rest)
		open = rest
	}
}

// settle dates a report and lets it bear witness.
func (d *dater) settle(g guess, at edtf.Time) {
	r := d.reports[g.report]
	stated := r.Published
	if stated.When.Known() && !narrower(at, stated.When) {
		at = stated.When
	}
	d.known[g.report], d.done[g.report], d.points = at, true, nil
	basis, because := "inferred", append(slices.Clone(stated.Because), g.why...)
	if at == stated.When {
		basis, because = stated.Basis, stated.Because
	}
	d.cal.Reports[r.ID] = Dating{When: at, Basis: basis, Because: because}
	d.cal.Times[r.ID] = resolveAmong(r, at, d.ev)
	d.ev.add(g.report, r, d.cal.Times[r.ID])
}

// narrower reports whether a is a stretch so much shorter than b that it says
// more than what was stated: "5 to 31 March" says no more than "March".
func narrower(a, b edtf.Time) bool {
	return a.Closed() && (!b.Closed() || 4*a.To.Sub(a.From) < 3*b.To.Sub(b.From))
}

// stretch finds the stretch from the first to the last day that is not far less
// likely than the likeliest.
func (g *guess) stretch() {
	g.from, g.to = -1, 0
	for k, p := range g.p {
		if p*unlikely >= g.p[g.top] {
			if g.from < 0 {
				g.from = k
			}
			g.to = k + 1
		}
	}
}

// guess weighs every day that report i could have been published on.
func (d *dater) guess(i int) (guess, bool) {
	r := d.reports[i]
	g := guess{report: i, days: d.candidates(i)}
	if len(g.days) == 0 {
		return g, false
	}
	resolved := make([][]Resolved, len(g.days))
	for k, day := range g.days {
		resolved[k] = resolve(r.Document, r.Lang.Times, day, time.Time{}, nil)
	}
	w := weigher{d: d, i: i, r: r, days: g.days, resolved: resolved, score: make([]float64, len(g.days))}
	w.weekdays()
	w.dates()
	w.twins()
	w.sequence()
	w.glosses()
	w.align()
	w.after()
	w.copies()
	w.rises()
	w.cluster()
	w.saidLater()
	w.begins()
	if !w.spoke {
		return g, false
	}
	score := w.score
	most := slices.Max(score)
	sum := 0.0
	g.p = make([]float64, len(score))
	for k, s := range score {
		g.p[k] = math.Exp(s - most)
		sum += g.p[k]
	}
	for k := range g.p {
		g.p[k] /= sum
		if g.p[k] > g.p[g.top] {
			g.top = k
		}
	}
	g.stretch()
	g.why = compactSpans(w.why)
	return g, true
}

// storyDays is how far from the other reports of a story a day lies that one of
// them still tells as its own matter.
const storyDays = 45

// written returns the days that report i writes out near the stretch from from to
// to, in the year that stretch is of.
func (d *dater) written(i int, from, to time.Time) []time.Time {
	var out []time.Time
	for k := range d.reports[i].Lang.Times {
		e := &d.reports[i].Lang.Times[k].Expr
		if !writtenOut(e) || e.Tense == lang.InFuture || e.Aside || e.Bound != lang.NoBound {
			continue
		}
		for year := from.Year(); year <= to.Year(); year++ {
			x := time.Date(year, time.Month(e.Month), e.Day, 0, 0, 0, 0, time.UTC)
			if (e.Year == 0 || e.Year == year) && x.After(from.AddDate(0, 0, -storyDays)) && x.Before(to.AddDate(0, 0, storyDays)) {
				out = append(out, x)
			}
		}
	}
	return out
}

// candidates are the days report i could have been published on: those stated,
// else those around what the story and the report itself speak of.
func (d *dater) candidates(i int) []time.Time {
	stated := d.reports[i].Published.When
	if days := daysOf(stated, 62); days != nil {
		return days
	}
	var from, to time.Time
	widen := func(a, b time.Time) {
		if from.IsZero() || a.Before(from) {
			from = a
		}
		if b.After(to) {
			to = b
		}
	}
	for k, t := range d.known {
		if k != i && t.Closed() && t.To.Sub(t.From) <= 62*day {
			widen(t.FirstDay().AddDate(0, 0, -3), t.LastDay().AddDate(0, 0, 21))
		}
	}
	if from.IsZero() { // nothing but the dates that stand in the reports
		for _, f := range d.ev.facts {
			if f.report == i && !f.before {
				widen(f.at.FirstDay(), f.at.LastDay().AddDate(0, 0, 21))
			}
		}
	} else {
		for _, x := range d.written(i, from, to) {
			widen(x, x.AddDate(0, 0, 21))
		}
	}
	if from.IsZero() || to.Sub(from) > 400*day {
		return nil
	}
	if stated.Closed() {
		if stated.From.After(from) {
			from = stated.FirstDay()
		}
		if last := stated.LastDay(); last.Before(to) {
			to = last
		}
	}
	var out []time.Time
	for t := from; !t.After(to); t = t.AddDate(0, 0, 1) {
		out = append(out, t)
	}
	return out
}

// compactSpans drops repeats and keeps the first few.
func compactSpans(s []text.Span) []text.Span {
	var out []text.Span
	for _, x := range s {
		if !slices.Contains(out, x) && len(out) < 6 {
			out = append(out, x)
		}
	}
	return out
}

// daysOf lists the days of t; nil where it is open or longer than most.
func daysOf(t edtf.Time, most int) []time.Time {
	if !t.Closed() {
		return nil
	}
	var out []time.Time
	for d := t.FirstDay(); !d.After(t.LastDay()); d = d.AddDate(0, 0, 1) {
		if len(out) == most {
			return nil
		}
		out = append(out, d)
	}
	return out
}

// resolveAmong resolves the times of r where its publication is known only to
// lie in pub: what comes out the same for every day of pub is certain, the rest
// is known to lie between the outermost.
func resolveAmong(r *claim.Report, pub edtf.Time, ev *evidence) []Resolved {
	if r.Lang == nil {
		return nil
	}
	days := daysOf(pub, 62)
	var clock time.Time
	if len(days) == 1 && pub.Precision >= edtf.Hour {
		clock = pub.From
		days[0] = writingDay(r, days[0], clock)
	}
	if days == nil {
		days = []time.Time{{}}
	}
	event := func(i int) (edtf.Time, text.Span) { return edtf.Time{}, text.Span{} }
	if ev != nil {
		event = func(i int) (edtf.Time, text.Span) { return ev.event(r, i) }
	}
	out := resolve(r.Document, r.Lang.Times, days[0], clock, event)
	for _, d := range days[1:] {
		for i, x := range resolve(r.Document, r.Lang.Times, d, clock, event) {
			merge(&out[i], x)
		}
	}
	setZones(r, out)
	return out
}

// writingDay is the day a report was written on. One that appears just after
// midnight and calls the day before by its bare name was written on that day:
// its "cette semaine" and "hier" count from there. So was one whose moment,
// given in another zone, falls on the day it names where it is set.
func writingDay(r *claim.Report, pub, clock time.Time) time.Time {
	before := pub.AddDate(0, 0, -1)
	if there, ok := localDay(r, r.Published); ok && !there.Equal(pub) {
		before = there
	} else if clock.Hour() >= 3 {
		return pub
	}
	found := false
	for i := range r.Lang.Times {
		e := &r.Lang.Times[i].Expr
		if e.Form != lang.ByCalendar || e.Weekday == 0 || e.Day > 0 || e.Deixis != lang.NoDeixis {
			continue
		}
		switch e.Weekday {
		case iso(pub):
			return pub
		case iso(before):
			found = true
		}
	}
	if found {
		return before
	}
	return pub
}

// merge widens a so that it holds b too.
func merge(a *Resolved, b Resolved) {
	if a.Time == b.Time {
		return
	}
	if a.Value != b.Value {
		a.Value = ""
	}
	if a.Time.Closed() && b.Time.Closed() {
		if b.Time.From.Before(a.Time.From) {
			a.Time.From = b.Time.From
		}
		if b.Time.To.After(a.Time.To) {
			a.Time.To = b.Time.To
		}
		a.Time.Uncertain = true
		a.Written = ""
		a.Time.Precision = min(a.Time.Precision, b.Time.Precision)
		return
	}
	a.Time, a.Written = edtf.Time{}, ""
}
