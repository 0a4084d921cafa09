// Package story sorts reports into stories and finds who copied whom, so that
// five outlets with one wire count as one.
//
// It is the sixth stage.
package story

import (
	"recoupe/claim"
	"recoupe/text"
)

// A Story is a set of reports on one unfolding crisis, in canonical order
// (stated time of publication, then identity).
type Story struct {
	ID      string
	Title   string
	Reports []*claim.Report
}

// A Copy says that one report repeats another.
type Copy struct {
	Report, Of  text.DocID
	Containment float64 // share of Report's words that stand in Of, 0 to 1
	Covers      float64 // share of Of's words that stand in Report, 0 to 1
	Presumed    bool    // not shown by shared words: a translation
	Version     bool    // both stand at one address: an edit, no copy by another
	Passages    [][2]text.Span
}
