// Package ledger sets the claims of a story side by side: which stand, repeat,
// supersede, contradict or are withdrawn, and why it says so.
//
// It is the ninth stage. It does no input or output and knows no clock: the
// same story always gives the same ledger. It is never the arbiter of truth.
package ledger

import (
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
	"recoupe/who"
)

// A Ledger is the account of one story. Every statement in it leads to the
// spans it rests on.
type Ledger struct {
	Accounts  []*Account
	Timeline  []*Moment
	Conflicts []*Conflict
	Gaps      []*claim.Gap
	Warnings  []text.Warning
}

// An Account is the history of one quantity, oldest entry first.
type Account struct {
	Measure   claim.Measure
	Severity  claim.Severity
	Group     claim.Group
	Label     string // which of the group, as it is first called, where it holds what cannot be counted together: "maisons", "Français"
	Place     *lang.Place
	Scope     claim.Scope
	PartOf    *Account // for a figure counted in another
	Aside     bool     // of an earlier crisis: listed apart
	Elsewhere bool     // of other places than the ones the reports are about: compared among themselves
	Entries   []*Entry
}

// An Entry is one figure in an account and what the cross-check made of it.
type Entry struct {
	Figure    *claim.Figure
	Report    *claim.Report
	Speaker   string    // who.Speaker ID; "" where the report speaks for itself
	Said      edtf.Time // when it was said: by the speaker, else the report's publication
	Published edtf.Time
	Covers    edtf.Time
	Status    Status
	Marks     []string   // "unconfirmed", "still_circulating", "falls", "by_another", ...: the Mark constants, sorted
	Because   []Reason   // empty only for Stands without a mark
	Left      *Departure // nil where its page gives it still, as far as is known
	Origins   int        // at most so many independent newsrooms give this quantity
	Speakers  int        // so many original speakers
}

// A Reason is a rule, the figures it compared and the words it rests on.
type Reason struct {
	Rule    string
	Figures []*claim.Figure
	Spans   []text.Span
}

// Status is the outcome of the cross-check for one figure.
type Status string

// The statuses.
const (
	Stands       Status = "stands"
	Repeats      Status = "repeats"
	Superseded   Status = "superseded"
	Contradicted Status = "contradicted"
	Withdrawn    Status = "withdrawn"
)

// A Moment is one point of the timeline: when it happened, when it was said.
type Moment struct {
	When    edtf.Time
	Said    edtf.Time
	Spans   []text.Span    // the clauses that tell of it
	Claims  []*claim.Claim // those of them on somebody's word
	Origins int
}

// A Conflict is two or more claims that cannot both hold as put.
type Conflict struct {
	Kind    string // "figure", "category", "narrative", "denial"
	Members []Member
	Rule    string
	Message string // one line in English; pages in other languages go by Rule and Args
	Args    []string
	Because []Reason // what it rests on: the members' words, and those of a remark that denies one
}

// A Member is one side of a conflict; exactly one of its fields is set.
type Member struct {
	Figure *claim.Figure
	Claim  *claim.Claim
}

// Origins returns the greatest number of independent newsrooms that the words at
// spans may come from: 1 for five outlets with one wire. A nil Origins counts
// outlets and, where a sentence is credited to one, agencies; outlets that print
// one and the same sentence count once.
type Origins func(spans []text.Span) int

// Balance sets the figures, remarks, denials, events and gaps of s side by side.
// Times are as cal resolved them, speakers as cast joined them. The order of
// s.Reports does not matter. A nil story gives an empty ledger; a nil cal knows
// no time, a nil cast joins nobody. lives are pages of which more than one version
// is known, each version with the report that was read of it.
//
// Of cast it asks who is one with whom ([who.Cast.Known]) and nothing else: IDs
// order nothing and stand in no words but Entry.Speaker, so that a ledger can be
// remembered while other stories rename its speakers.
func Balance(s *story.Story, cal *when.Calendar, cast *who.Cast, o Origins, lives ...Life) *Ledger {
	d := newDesk(s, cal, cast, o)
	d.versions(lives)
	d.gather()
	d.state()
	d.remark()
	d.categories()
	d.withdraw()
	d.revise()
	d.supersede()
	d.stale()
	d.contradict()
	d.exceed()
	d.slips()
	d.jumps()
	d.narratives()
	d.denials()
	d.settle()
	d.finish()
	d.timeline()
	return d.led
}
