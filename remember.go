package recoupe

import (
	"recoupe/claim"
	"recoupe/recall"
	"recoupe/text"
	"recoupe/when"
)

// A past knows what was made of the same reports by an earlier run. Where nothing
// is remembered it makes everything.
type past struct {
	memory *recall.Memory
	sums   map[*claim.Report]recall.Key // what was read, with what a reader has changed in it
}

// newPast names the reports that were read of docs by their keys.
func newPast(docs []*incoming, memory *recall.Memory) *past {
	p := &past{memory: memory, sums: map[*claim.Report]recall.Key{}}
	for _, in := range docs {
		if memory != nil && in.read != nil {
			p.sums[in.read] = in.key
		}
	}
	return p
}

// Once is the memory of package story.
func (p *past) Once(kind string, of []*claim.Report, also string, value any, make func()) {
	if p.memory == nil {
		make()
		return
	}
	sums := []recall.Key(nil)
	for _, r := range of {
		sums = append(sums, p.sums[r])
	}
	p.memory.Once(kind, recall.KeyOfSet(kind, sums, also), value, make)
}

// amended notes that reports are no longer what was read of them.
func (p *past) amended(reports []*claim.Report) {
	if p.memory == nil {
		return
	}
	for _, r := range reports {
		p.sums[r] = recall.KeyOfReport(r)
	}
}

// A dated is a calendar as it is written down: by the place of its reports.
type dated struct {
	Reports []*when.Dating
	Times   [][]when.Resolved
	Notes   []text.Warning
}

// date dates the reports of a story.
func (p *past) date(reports []*claim.Report) *when.Calendar {
	var cal *when.Calendar
	var d dated
	p.Once("calendar", reports, "", &d, func() {
		cal = when.Date(reports)
		d = dated{Notes: cal.Notes}
		for _, r := range reports {
			var at *when.Dating
			if x, ok := cal.Reports[r.ID]; ok {
				at = &x
			}
			d.Reports, d.Times = append(d.Reports, at), append(d.Times, cal.Times[r.ID])
		}
	})
	if cal != nil {
		return cal
	}
	cal = &when.Calendar{Reports: map[text.DocID]when.Dating{}, Times: map[text.DocID][]when.Resolved{}, Notes: d.Notes}
	for i, r := range reports {
		if d.Reports[i] != nil {
			cal.Reports[r.ID] = *d.Reports[i]
		}
		cal.Times[r.ID] = d.Times[i]
	}
	return cal
}
