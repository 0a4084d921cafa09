package text

import (
	"fmt"
	"strings"
)

// A Span is a stretch of one document's text: the bytes from Start up to,
// not including, End. It is the only way a later stage refers to evidence.
//
// Offsets count bytes of [Document.Text], whatever the language, and stand on
// rune boundaries. Package web converts them where a browser wants something else.
type Span struct {
	Doc        DocID
	Start, End int
}

// IsZero reports whether s points at nothing.
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool {
	return s.Doc == t.Doc && s.Start <= t.Start && t.End <= s.End
}

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool {
	return s.Doc == t.Doc && s.Start < t.End && t.Start < s.End
}

// Cover returns the smallest span that contains s and t, which are of one document.
func (s Span) Cover(t Span) Span {
	if s.IsZero() {
		return t
	}
	if t.IsZero() {
		return s
	}
	return Span{s.Doc, min(s.Start, t.Start), max(s.End, t.End)}
}

// String returns the form used in addresses and ledgers: "3f9a2c#120-144".
func (s Span) String() string { return fmt.Sprintf("%s#%d-%d", s.Doc, s.Start, s.End) }

// ParseSpan parses the form that [Span.String] writes.
func ParseSpan(str string) (Span, error) {
	doc, rng, ok := strings.Cut(str, "#")
	s := Span{Doc: DocID(doc)}
	if _, err := fmt.Sscanf(rng, "%d-%d", &s.Start, &s.End); err != nil || !ok || s.Start < 0 || s.Start >= s.End {
		return Span{}, fmt.Errorf("malformed span %q", str)
	}
	return s, nil
}
