package when

import (
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/text"
)

// Date dates the reports of one story, each from what it states of itself or
// else from the others, and places their times on the calendar. One report may
// stand alone.
func Date(reports []*claim.Report) *Calendar {
	c := &Calendar{Reports: map[text.DocID]Dating{}, Times: map[text.DocID][]Resolved{}}
	for _, r := range reports {
		p := r.Published
		c.Reports[r.ID] = Dating{When: p.When, Basis: p.Basis, Because: p.Because}
		c.Times[r.ID] = resolveAmong(r, c.Reports[r.ID].When)
	}
	return c
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
func resolveAmong(r *claim.Report, pub edtf.Time) []Resolved {
	if r.Lang == nil {
		return nil
	}
	days := daysOf(pub, 62)
	var clock time.Time
	if len(days) == 1 && pub.Precision >= edtf.Hour {
		clock = pub.From
	}
	if days == nil {
		days = []time.Time{{}}
	}
	out := resolve(r.Document, r.Lang.Times, days[0], clock)
	for _, d := range days[1:] {
		for i, x := range resolve(r.Document, r.Lang.Times, d, clock) {
			merge(&out[i], x)
		}
	}
	return out
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
