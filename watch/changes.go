package watch

import (
	"cmp"
	"slices"

	"recoupe"
	"recoupe/claim"
	"recoupe/ledger"
)

// A Change is one difference between two accounts of the same dossier.
type Change struct {
	Kind     string           // "report", "figure", "status", "conflict"
	Report   *claim.Report    // the new report; the one the figure stands in
	Account  *ledger.Account  // of a figure
	Entry    *ledger.Entry    // the figure as it stands now
	From     ledger.Status    // of a status: what it was
	Conflict *ledger.Conflict // the new conflict
}

// Changes tells what after holds that before did not: new reports, new figures
// that do not merely repeat, figures that stand otherwise now, and conflicts.
func Changes(before, after *recoupe.Result) []Change {
	var out []Change
	known := map[string]bool{}
	for _, r := range before.Reports {
		known[string(r.ID)] = true
	}
	for _, r := range after.Reports {
		if !known[string(r.ID)] {
			out = append(out, Change{Kind: "report", Report: r})
		}
	}
	was := map[string]ledger.Status{}
	had := map[string]bool{}
	for _, s := range before.Stories {
		for _, a := range s.Ledger.Accounts {
			for _, e := range a.Entries {
				was[e.Figure.ID] = e.Status
			}
		}
		for _, c := range s.Ledger.Conflicts {
			had[c.Message] = true
		}
	}
	var clashes []Change
	for _, s := range after.Stories {
		for _, a := range s.Ledger.Accounts {
			for _, e := range a.Entries {
				c := Change{Kind: "figure", Report: e.Report, Account: a, Entry: e}
				old, there := was[e.Figure.ID]
				switch {
				case e.Status == ledger.Repeats:
				case !there:
					out = append(out, c)
				case old != e.Status:
					c.Kind, c.From = "status", old
					out = append(out, c)
				}
			}
		}
		for _, c := range s.Ledger.Conflicts {
			if !had[c.Message] {
				had[c.Message] = true
				clashes = append(clashes, Change{Kind: "conflict", Conflict: c})
			}
		}
	}
	slices.SortStableFunc(clashes, func(a, b Change) int { return cmp.Compare(a.Conflict.Message, b.Conflict.Message) })
	return append(out, clashes...)
}
