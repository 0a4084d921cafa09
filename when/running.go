package when

import (
	"strings"
	"time"

	"recoupe/edtf"
	"recoupe/lang"
)

// heading takes a line that is nothing but a day ("JEUDI 23 MARS") in a report
// that goes back in time, as live reports do, for the day on which what follows
// it was written.
func (f *frame) heading(i int) {
	t := &f.times[i]
	e := &t.Expr
	if e.Form != lang.ByCalendar || e.Day == 0 || e.Month == 0 || f.pub.IsZero() || int(t.Sent) >= len(f.doc.Sentences) || t.Sent == 0 {
		return
	}
	s := f.doc.Sentences[t.Sent]
	if t.Start-s.Start > 3 || s.End-t.End > 3 || i+1 >= len(f.times) || !f.times[i+1].Expr.Clock || f.times[i+1].Sent != t.Sent+1 {
		return
	}
	if at, _ := f.place(i); at.OneDay() && at.FirstDay().Before(f.pub) && f.pub.Sub(at.FirstDay()) < 31*day {
		f.pub, f.clock = at.FirstDay(), time.Time{}
	}
}

// remember keeps the day of at as the one that "la veille", "ce jour-là" and a
// clock time after it lean on.
func (f *frame) remember(i int, at edtf.Time) {
	e := &f.times[i].Expr
	if !at.Closed() || at.Precision < edtf.Day {
		return
	}
	first := at.FirstDay()
	if e.Anchor == lang.EventDay && first.Equal(f.pub) {
		return // "trente heures après la catastrophe": now
	}
	if !at.OneDay() && e.Part != lang.NightTime && e.Form != lang.ByNight {
		return
	}
	if f.restated(i) {
		return
	}
	r := reference{first, at, i, true}
	if e.Clock {
		f.clocked = r
	}
	f.near = r
	if !e.Aside {
		f.main = r
	}
	if e.Said {
		f.said = r
	}
	if !e.Said && (e.Bound == lang.NoBound || e.Bound == lang.From) {
		f.plain = r
	}
	if e.Tense != lang.InFuture && !first.After(f.pub) {
		f.past = r
	}
	if first.Sub(f.pub).Abs() < 20*day {
		f.fresh = r
	}
	// a date years back is told in passing and is not what the report goes on with
	if f.pub.IsZero() || first.Sub(f.pub).Abs() < 200*day {
		f.run = r
	}
}

// lean returns the day that the time at i leans on, and the index of its words:
// one before it in the same or the last sentence whatever its age, else the
// last of the report's own days, else the day of publication.
func (f *frame) lean(i int) (time.Time, int) {
	t := &f.times[i]
	if n := f.near; n.ok && f.times[n.index].Expr.Aside && !t.Expr.Aside && t.Sent != f.times[n.index].Sent {
		if m := f.main; m.ok && t.Sent-f.times[m.index].Sent <= 4 {
			return m.day, m.index
		}
	}
	if n := f.told(i, false); n.ok && t.Sent-f.times[n.index].Sent <= 1 {
		return n.day, n.index
	}
	if n := f.told(i, false); n.ok && n.index == f.past.index && t.Sent-f.times[n.index].Sent <= 3 {
		return n.day, n.index
	}
	if f.run.ok {
		return f.run.day, f.run.index
	}
	return f.pub, -1
}

// leanClose is lean for clock times and parts of the day, which soon go back to
// the day of the report.
func (f *frame) leanClose(i int) (time.Time, int) {
	t := &f.times[i]
	if f.earlierThatDay(i) {
		// "plus tôt dans la journée": before the news it stands beside
		switch n, s := f.near, f.said; {
		case n.ok && t.Sent == f.times[n.index].Sent:
			return n.day, n.index
		case s.ok && t.Sent-f.times[s.index].Sent <= 4:
			return s.day, s.index
		}
		return f.pub, -1
	}
	if s := f.said; t.Expr.Said && s.ok && t.Sent-f.times[s.index].Sent <= 1 {
		return s.day, s.index // "ont indiqué dimanche les garde-côtes. ..., dit leur communiqué publié en fin de matinée"
	}
	// "Vers 0 h 40, jeudi": the day stands right behind
	for k := i + 1; k < len(f.times) && k <= i+1; k++ {
		// "6 p.m. Sunday" may be cut after the point
		apart := f.times[k].Start - t.End
		if (f.times[k].Sent == t.Sent && apart <= 4 || apart == 1) && !f.times[k].Expr.Clock {
			if at, _ := f.place(k); at.OneDay() {
				return at.FirstDay(), k
			}
		}
	}
	if f.near.ok && t.Expr.Tense == lang.InFuture && f.near.day.Before(f.pub) && t.Sent != f.times[f.near.index].Sent {
		return f.pub, -1 // "les recherches se poursuivront toute la nuit"
	}
	if n := f.near; n.ok && t.Sent != f.times[n.index].Sent && t.Expr.Clock && t.Expr.Tense == lang.NoTense && i > 0 && f.times[i-1].Expr.Form == lang.ByRange || n.ok && f.times[i].Member && t.Expr.Tense == lang.NoTense && t.Sent != f.times[n.index].Sent {
		return f.pub, -1 // "un couvre-feu est en vigueur de 21 heures à 5 heures"
	}
	if n := f.near; n.ok && f.times[n.index].Expr.Aside && n.index > 0 && t.Sent != f.times[n.index].Sent && !f.times[i].Expr.Aside {
		// "Le 30 mai, un autre avait été visé. Dans la soirée, ...": back to the day before that
		if m := f.main; m.ok && t.Sent-f.times[m.index].Sent <= 4 {
			return m.day, m.index
		}
	}
	n := f.told(i, true)
	if f.near.ok && !n.ok {
		return f.pub, -1
	}
	if n.ok && (t.Sent-f.times[n.index].Sent <= 1 || n.index != f.near.index || f.samePart(t.Sent, f.times[n.index].Sent)) {
		// a clock time in a new paragraph is hardly ever of months ago
		if far := !f.pub.IsZero() && n.day.Sub(f.pub).Abs() > 30*day; !far || t.Sent == f.times[n.index].Sent || f.samePart(t.Sent, f.times[n.index].Sent) {
			return n.day, n.index
		}
		if m := f.fresh; m.ok {
			return m.day, m.index
		}
		return f.pub, -1
	}
	if n := f.run; n.ok && t.Sent-f.times[n.index].Sent <= 4 {
		return n.day, n.index
	}
	return f.pub, -1
}

// earlierThatDay reports whether the part of the day at i is told as "plus tôt dans
// la journée", "earlier in the day".
func (f *frame) earlierThatDay(i int) bool {
	t := &f.times[i]
	words := strings.ToLower(f.doc.Text[max(0, t.Start-16):t.End])
	return strings.Contains(words, "plus tôt dans l") || strings.Contains(words, "earlier in the")
}

// told is the day spoken of last that the time at i can go on from. What is
// told as past does not go on from what is still to come, nor a deed from the
// day on which it was made known: "a chaviré mercredi, ont dit jeudi les
// garde-côtes. Vers 23 h, ...". A clock time (close) does not go on from a mere
// end either: "La ville est coupée depuis lundi".
func (f *frame) told(i int, close bool) reference {
	n, t := f.near, &f.times[i]
	if !n.ok {
		return n
	}
	e := &f.times[n.index].Expr
	within := func(r reference, most int32) bool { return r.ok && t.Sent-f.times[r.index].Sent <= most }
	if t.Expr.Tense == lang.InPast && (e.Tense == lang.InFuture || n.day.After(f.pub)) && !f.pub.IsZero() && within(f.past, 4) && t.Sent != f.times[n.index].Sent {
		return f.past
	}
	if e.Said && (within(f.plain, 1) || close && within(f.plain, 2)) {
		return f.plain
	}
	if e.Bound != lang.NoBound && e.Bound != lang.From && close && within(f.plain, 2) {
		n = f.plain
	}
	if close && t.Expr.Deixis != lang.Same && n.day.After(f.pub) && t.Expr.Tense == lang.InPast && t.Sent != f.times[n.index].Sent && !f.pub.IsZero() {
		return reference{}
	}
	return n
}

func (f *frame) samePart(a, b int32) bool {
	s := f.doc.Sentences
	return int(a) < len(s) && int(b) < len(s) && s[a].Part == s[b].Part
}
