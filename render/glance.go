package render

import (
	"cmp"
	"strings"

	"recoupe/ledger"
)

// A glance is one measure as the head of a page shows it: what is told of all
// people, or of whom there are.
type glance struct {
	Heading string
	Toll    *toll
	Lines   []*line
	More    int
	Gone    *line // what was taken back: seen, and seen to be no more
}

// Glances lists the first most measures at a glance.
func (s *sheet) Glances(most int) []*glance {
	var out []*glance
	for _, t := range s.Tolls[:min(most, len(s.Tolls))] {
		heading, _, _ := strings.Cut(t.Heading, " (")
		g := &glance{Heading: heading, Toll: t}
		for _, r := range t.Rows {
			if r.Depth == 0 && r.Account != nil && len(g.Lines) == 0 {
				g.look(r)
			}
		}
		if len(g.Lines) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// look takes the first lines of r, each number once.
func (g *glance) look(r *row) {
	const most = 3
	seen := map[string]bool{}
	for _, l := range r.Now {
		switch {
		case seen[l.Amount]:
		case l.Entry.Status == ledger.Withdrawn:
			g.Gone = cmp.Or(g.Gone, l)
		case len(g.Lines) < most:
			g.Lines = append(g.Lines, l)
		default:
			g.More++
		}
		seen[l.Amount] = true
	}
}
