package story

import (
	"recoupe/claim"
	"recoupe/text"
)

// A Grouping is how a run of reports falls into stories, and who copied whom.
type Grouping struct {
	Stories []*Story
	Copies  []Copy
	Origins func(spans []text.Span) int // at most so many independent newsrooms stand behind these sentences
}

// Group sorts reports, in canonical order, into stories. A report belongs to
// exactly one.
func Group(reports []*claim.Report) *Grouping {
	g := &Grouping{}
	if len(reports) > 0 {
		g.Stories = []*Story{{ID: "story-1", Reports: reports}}
	}
	return g
}
