package recoupe

import (
	"fmt"
	"strings"

	"recoupe/claim"
	"recoupe/ledger"
	"recoupe/recall"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
	"recoupe/who"
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

// Once is the memory of packages story and who.
func (p *past) Once(kind string, of []*claim.Report, also string, value any, make func()) {
	if p.memory == nil {
		make()
		return
	}
	p.memory.Once(kind, p.key(kind, of, also), value, make)
}

func (p *past) key(kind string, of []*claim.Report, also string) recall.Key {
	sums := make([]recall.Key, 0, len(of))
	for _, r := range of {
		sum, ok := p.sums[r]
		if !ok {
			sum = recall.KeyOfReport(r)
			p.sums[r] = sum
		}
		sums = append(sums, sum)
	}
	return recall.KeyOfSet(kind, sums, also)
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

// balance sets the claims of a story side by side. What it goes by beside the
// reports is what is known of their speakers, where their words come from, and
// which of them are versions of one page.
func (p *past) balance(s *story.Story, cal *when.Calendar, cast *who.Cast, g *story.Grouping, lives []ledger.Life) *ledger.Ledger {
	if p.memory == nil {
		return ledger.Balance(s, cal, cast, g.Origins, lives...)
	}
	of, ties := g.Ties(s.Reports)
	known, pages := cast.Known(s.Reports), versions(s.Reports, lives)
	also := fmt.Sprintf("%d %d %d\n%s%s%s", len(s.Reports), len(known), len(ties), known, ties, pages)
	var led *ledger.Ledger
	p.memory.Once("ledger", p.key("ledger", of, also), &led, func() { led = ledger.Balance(s, cal, cast, g.Origins, lives...) }, pointers(s.Reports)...)
	for _, a := range led.Accounts {
		for _, e := range a.Entries {
			e.Speaker = cast.Of(e.Figure.By) // another story may have taken the ID she had
		}
	}
	return led
}

// versions names the lives that hold one of reports.
func versions(reports []*claim.Report, lives []ledger.Life) string {
	if len(lives) == 0 {
		return ""
	}
	here := map[text.DocID]bool{}
	for _, r := range reports {
		here[r.ID] = true
	}
	var b strings.Builder
	for _, l := range lives {
		var line []string
		told := false
		for _, v := range l.Versions {
			line = append(line, string(v.Report))
			told = told || here[v.Report]
		}
		if told && len(line) > 1 {
			fmt.Fprintln(&b, strings.Join(line, " "))
		}
	}
	return b.String()
}

// pointers lists what a ledger points at in reports.
func pointers(reports []*claim.Report) []any {
	var out []any
	for _, r := range reports {
		out = append(out, r)
		for _, f := range r.Figures {
			out = append(out, f)
		}
		for _, c := range r.Claims {
			out = append(out, c)
		}
		for _, g := range r.Gaps {
			out = append(out, g)
		}
	}
	return out
}
