package ledger

import "strings"

// identified reports whether m counts only those of the dead whose names are
// known: "les corps de 84 personnes ont été identifiés" is no toll.
func identified(m *mention) bool {
	r, f := m.Report, m.Figure
	if f.Sent < 0 || f.Sent >= len(r.Sentences) || f.Span.Doc != r.ID {
		return false
	}
	s := r.Sentences[f.Sent]
	behind := r.Text[f.Number.End:min(s.End, f.Number.End+60)]
	if i := strings.IndexAny(behind, ",;"); i >= 0 {
		behind = behind[:i]
	}
	before := strings.TrimRight(r.Text[max(s.Start, f.Number.Start-24):f.Number.Start], " ")
	if i := strings.LastIndexByte(before, ' '); i >= 0 {
		before = before[i+1:] // "ont pu identifier 62 corps"
	}
	return strings.Contains(behind, "identifi") || strings.HasPrefix(before, "identifi")
}
