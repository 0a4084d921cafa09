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
	Memory    Memory     // what was made of the same reports before; nil: nothing
}

// A Memory knows what was made of a set of reports before. Once sets what value
// points at to what make made of the same reports, in the same order, with also,
// which names whatever else it depends on; where that is not known, make makes it.
// The value is of exported fields throughout.
type Memory interface {
	Once(kind string, of []*claim.Report, also string, value any, make func())
}

type forgetful struct{}

func (forgetful) Once(_ string, _ []*claim.Report, _ string, _ any, make func()) { make() }

// A Grouping is how a run of reports falls into stories, and who copied whom.
type Grouping struct {
	Stories []*Story
	Copies  []Copy
	Edges   []Edge                      // all that ties a report to where its words come from
	Origins func(spans []text.Span) int // at most so many independent newsrooms stand behind these sentences

	// Ties names all that Origins goes by for the words of reports, which is more
	// than they: a set of reports, and words for the rest.
	Ties func(reports []*claim.Report) (of []*claim.Report, also string)

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
	if opt.Memory == nil {
		opt.Memory = forgetful{}
	}
	said := opt.Decisions.resolve(reports, g)
	u := newReuse(reports, said, opt.Memory)
	p := gather(reports, said)
	u.find(p)
	p.follow(u, said)
	for _, set := range p.sets() {
		g.Stories = append(g.Stories, u.tell(set))
	}
	g.Copies, g.Edges = u.copies, u.edges()
	clear(u.tokens) // words are looked up again where an origin is asked for
	g.Origins, g.Newsrooms, g.Ties = u.origins, u.newsrooms, u.ties
	return g
}

// tell makes a story of the reports with the numbers in set, and finds what in it
// is translated: among its first reports, so that those that come later, of one
// crisis with many, cost no more than a title.
func (u *reuse) tell(set []int) *Story {
	s := newStory(u.reports, set)
	u.memory.Once("title", s.Reports, "", &s.Title, func() { s.Title = titleOf(s.Reports) })
	const most = 400
	if first := set[:min(len(set), most)]; len(first) > 1 {
		var found []presumed
		u.memory.Once("translations", s.Reports[:len(first)], u.cutsIn(first), &found, func() { found = u.translations(first) })
		u.translated(first, found)
	}
	return s
}

// canonical is the order of reports: stated time, then identity.
func canonical(a, b *claim.Report) int {
	return cmp.Or(a.Published.When.From.Compare(b.Published.When.From), strings.Compare(string(a.ID), string(b.ID)))
}
