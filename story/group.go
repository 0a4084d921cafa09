package story

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// Options say how to group. The zero value is right for most uses.
type Options struct {
	Decisions *Decisions // what a reader has decided by hand; nil: nothing
}

// A Grouping is how a run of reports falls into stories, and who copied whom.
type Grouping struct {
	Stories []*Story
	Copies  []Copy
	Edges   []Edge                      // all that ties a report to where its words come from
	Origins func(spans []text.Span) int // at most so many independent newsrooms stand behind these sentences

	// Newsrooms returns the most independent newsrooms a set of reports may come
	// from: a report that repeats another, or prints a wire, adds none.
	Newsrooms func(reports []*claim.Report) int

	Unmet []string // decisions that fit no report any more, in their own words
}

// Group sorts reports into stories. A report belongs to exactly one. The result
// does not depend on the order of reports: they are taken in order of stated
// time, then of identity, those without a date last.
func Group(reports []*claim.Report, opts ...Options) *Grouping {
	var opt Options
	if len(opts) > 0 {
		opt = opts[0]
	}
	reports = slices.Clone(reports)
	slices.SortFunc(reports, canonical)
	g := &Grouping{}
	said := opt.Decisions.resolve(reports, g)
	u := newReuse(reports, said)
	p := gather(reports, said)
	u.find(p)
	p.follow(u, said)
	sets := p.sets()
	u.translations(sets)
	for _, set := range sets {
		g.Stories = append(g.Stories, newStory(reports, set))
	}
	g.Copies, g.Edges = u.copies, u.edges()
	clear(u.tokens) // words are looked up again where an origin is asked for
	g.Origins, g.Newsrooms = u.origins, u.newsrooms
	return g
}

// canonical is the order of reports: stated time, then identity.
func canonical(a, b *claim.Report) int {
	return cmp.Or(a.Published.When.From.Compare(b.Published.When.From), strings.Compare(string(a.ID), string(b.ID)))
}
