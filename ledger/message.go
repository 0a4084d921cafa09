package ledger

import (
	"strings"

	"recoupe/claim"
)

// Messages are written once, in English; pages in other languages make their own
// from the rule and the arguments.

// fill puts args into the places marked %s.
func fill(format string, args []string) string {
	for _, a := range args {
		format = strings.Replace(format, "%s", a, 1)
	}
	return format
}

// wording returns the number of m as it was put: "environ 2.000", "des dizaines".
func wording(m *mention) string {
	f, r := m.Figure, m.Report
	for _, s := range []struct{ start, end int }{{f.Number.Start, f.Number.End}, {f.Span.Start, f.Span.End}} {
		if f.Span.Doc == r.ID && s.start >= 0 && s.start < s.end && s.end <= len(r.Text) {
			return strings.Trim(r.Text[s.start:s.end], "\"«» \u00a0\u202f")
		}
	}
	return itoa(f.Quantity.Value)
}

// speaker returns who says m, as a reader knows her: the speaker as written, or
// the outlet.
func (d *desk) speaker(m *mention) string {
	if m.Figure.By != nil {
		return d.naming(m.Figure.By)
	}
	if m.Report.Outlet != "" {
		return m.Report.Outlet
	}
	return "a report"
}

func (d *desk) naming(by *claim.Attribution) string {
	if by == nil {
		return ""
	}
	return by.Speaker
}

// sides writes mentions side by side: `13 (télévision publique, 2022-01-06)
// against 8 (a report, 2022-01-06)`, and the same as arguments, three a side.
func (d *desk) sides(ms []*mention) (string, []string) {
	var list, args []string
	for _, m := range ms[:min(len(ms), listed)] {
		when := m.Said.String()
		args = append(args, wording(m), d.speaker(m), when)
		if when == "" {
			when = "no date"
		}
		list = append(list, wording(m)+" ("+d.speaker(m)+", "+when+")")
	}
	s := strings.Join(list, " against ")
	if more := len(ms) - listed; more > 0 {
		s += " and " + itoa(int64(more)) + " more"
	}
	return s, args
}
