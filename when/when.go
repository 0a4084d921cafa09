// Package when dates reports from each other and resolves the times in them,
// once it is known which reports belong together.
//
// It is the seventh stage.
package when

import (
	"time"

	"recoupe/edtf"
	"recoupe/text"
)

// A Dating is when a report was published, as far as can be told.
type Dating struct {
	When    edtf.Time
	Basis   string      // "stated", "metadata", "inferred"; "" if unknown
	Because []text.Span // the sentences that led there
}

// A Resolved is one time expression, placed on the calendar.
type Resolved struct {
	Time    edtf.Time
	Implied bool        // some part comes from context, not from the words
	Rule    string      // stable name of the rule
	Because []text.Span // the words it rests on, its own first
	Type    string      // TIMEX3: DATE, TIME, DURATION, SET
	Value   string      // TIMEX3 value: "2022-01-05TNI", "P1W"
	Zone    string      // of a clock time: "Asia/Almaty", "UTC"; "" where not known
	Begin   time.Time   // with Zone, the instants that Time names, in universal time
	End     time.Time
	Written string // with clock times, "2022-01-05T20:00/2022-01-06T08:00"; "" where whole days say it all
}

// A Calendar is what is known of time in one story.
type Calendar struct {
	Reports map[text.DocID]Dating
	Times   map[text.DocID][]Resolved // parallel to lang.Analysis.Times; a zero Time where unresolved
	Notes   []text.Warning
}

// Of returns the i-th time of doc; the zero Resolved for i < 0.
func (c *Calendar) Of(doc text.DocID, i int) Resolved {
	if ts := c.Times[doc]; i >= 0 && i < len(ts) {
		return ts[i]
	}
	return Resolved{}
}
