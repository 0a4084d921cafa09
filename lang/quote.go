package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/text"
)

// What stands in this file finds quotations by their marks. A report in the
// wild leaves marks open, closes them twice, nests them and runs them over
// paragraphs; one stray mark must not cost more than its own paragraph.

// A quoteMark is one quotation mark, or what may be one.
type quoteMark struct {
	at, size    int
	kind        byte // 'g' « », 'c' “ ”, 's' ", 'a' '
	open, close bool // what it can be where it stands
}

// findQuotes fills a.Quotes with the outermost quotations of every part of the
// document, in order.
func (a *Analysis) findQuotes() {
	d := a.Doc
	if d == nil || !strings.ContainsAny(d.Text, "\"«»“”'‘’„") {
		return
	}
	parts := d.Parts
	if parts == nil {
		parts = []text.Part{{Start: 0, End: len(d.Text)}}
	}
	left := -1 // the part in which a quotation was left open by a mark that has a direction
	var marks []quoteMark
	for pi, p := range parts {
		marks = quoteMarks(marks[:0], d.Text, p.Start, p.End)
		if left >= 0 && pi-left < 6 && len(marks) > 0 && !marks[0].open && marks[0].kind != 's' {
			// « ... ¶ ... ¶ ... »: the paragraphs between, and this one up to the mark.
			for _, between := range parts[left+1 : pi] {
				a.addQuote(between.Start, between.Start, between.End, between.End)
			}
			a.addQuote(p.Start, p.Start, marks[0].at, marks[0].at+marks[0].size)
			marks = marks[1:]
			left = -1
		}
		if len(marks) == 0 {
			continue
		}
		if left = -1; a.pairQuotes(marks, p) {
			left = pi
		}
	}
}

// pairQuotes adds the quotations of one part and reports whether a mark with a
// direction was left open at its end.
func (a *Analysis) pairQuotes(marks []quoteMark, p text.Part) bool {
	var stack []quoteMark
	for i, m := range marks {
		if at := lastOfKind(stack, m.kind); at >= 0 && m.close && !(m.open && nestsAt(marks[i:], m.kind)) {
			first := stack[0]
			if stack = stack[:at]; at == 0 {
				a.addQuote(first.at, first.at+first.size, m.at, m.at+m.size)
			}
			continue
		}
		if !m.open {
			continue // a stray closing mark
		}
		if at := lastOfKind(stack, m.kind); at == 0 && !nestsAt(marks[i:], m.kind) {
			// The one before was never closed: it ends with the sentence before this mark.
			end := sentenceEndBefore(a.Doc.Text, stack[0].at, m.at)
			a.addQuote(stack[0].at, stack[0].at+stack[0].size, end, end)
			stack = stack[:0]
		}
		stack = append(stack, m)
	}
	if len(stack) == 0 {
		return false
	}
	a.addQuote(stack[0].at, stack[0].at+stack[0].size, p.End, p.End)
	return stack[0].kind != 's' && stack[0].kind != 'a'
}

func lastOfKind(stack []quoteMark, kind byte) int {
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i].kind == kind {
			return i
		}
	}
	return -1
}

// nestsAt reports whether the marks from here on close a mark opened here and
// the one around it too: both quotations are then meant.
func nestsAt(marks []quoteMark, kind byte) bool {
	depth := 2
	for _, m := range marks[1:] {
		switch {
		case m.kind != kind:
		case m.close && !m.open:
			if depth--; depth == 0 {
				return true
			}
		case m.open && !m.close:
			depth++
		case m.kind == 's':
			return false // a mark that can be either tells nothing
		}
	}
	return false
}

// sentenceEndBefore returns the end of the last sentence that ends between
// start and end, or end without its spaces.
func sentenceEndBefore(s string, start, end int) int {
	for i := end - 1; i > start; i-- {
		if c := s[i]; c == '.' || c == '!' || c == '?' {
			return i + 1
		}
	}
	return skipSpaceBack(s, start, end)
}

// addQuote adds the quotation whose marks are s[start:inner] and s[innerEnd:end];
// where both stand at one place the quotation has no mark there.
func (a *Analysis) addQuote(start, inner, innerEnd, end int) {
	s := a.Doc.Text
	q := Quote{Start: start, End: end, Closed: end > innerEnd}
	q.InnerEnd = skipSpaceBack(s, inner, innerEnd)
	if q.InnerStart = skipSpace(s, inner); q.InnerStart >= q.InnerEnd {
		return
	}
	if !q.Closed {
		q.End = q.InnerEnd
	}
	q.Scare = isScare(s, q)
	a.Quotes = append(a.Quotes, q)
}

// isScare reports whether q is a few words taken into a sentence of the
// reporter's, or a name so written: "dizaines", « casques blancs ».
func isScare(s string, q Quote) bool {
	if !q.Closed || q.InnerEnd-q.InnerStart > 60 {
		return false
	}
	inner := s[q.InnerStart:q.InnerEnd]
	if strings.Count(inner, " ") > 4 || strings.ContainsAny(inner, ".!?:;") {
		return false
	}
	at := skipSpaceBack(s, 0, q.Start)
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return at > 0 && s[at-1] != '\n' && (isLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' || r == ')' || r == '(')
}

// quoteMarks appends the marks of s[start:end] to out.
func quoteMarks(out []quoteMark, s string, start, end int) []quoteMark {
	prev := ' '
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:end])
		m := quoteMark{at: i, size: n}
		switch r {
		case '«':
			m.kind, m.open = 'g', true
		case '»':
			m.kind, m.close = 'g', true
		case '“', '„':
			m.kind, m.open = 'c', true
		case '”':
			m.kind, m.close = 'c', true
		case '"':
			m.kind = 's'
			m.open, m.close = straight(prev, s[i+n:end])
		case '\'', '‘', '’':
			if m.open, m.close = single(r, prev, s[i+n:end]); m.open || m.close {
				m.kind = 'a'
			}
		}
		if m.kind != 0 {
			out = append(out, m)
		}
		prev = r
		i += n
	}
	return closeSingles(out)
}

// straight tells what a " can be between prev and rest.
func straight(prev rune, rest string) (open, close bool) {
	next, _ := utf8.DecodeRuneInString(rest)
	spaceBefore := isSpace(prev) || strings.ContainsRune("([{«“'’-–—/", prev)
	spaceAfter := rest == "" || isSpace(next) || strings.ContainsRune(".,;:!?)]}»”…", next)
	switch {
	case spaceBefore && !spaceAfter:
		return true, prev == '\'' || prev == '’' || prev == '-'
	case spaceAfter && !spaceBefore:
		return false, true
	}
	return true, true
}

// single tells what an apostrophe can be. One within a word is an elision; one
// that closes stands after a letter or stop and before no letter.
func single(r, prev rune, rest string) (open, close bool) {
	next, _ := utf8.DecodeRuneInString(rest)
	if rest == "" {
		next = ' '
	}
	before := isSpace(prev) || prev == '('
	if before && unicode.IsLetter(next) && r != '’' {
		return true, false
	}
	if !before && (isSpace(next) || strings.ContainsRune(".,;:!?)", next)) {
		return false, true
	}
	return false, false
}

// closeSingles drops every ' that opens and never closes, or the reverse.
func closeSingles(marks []quoteMark) []quoteMark {
	out, open := marks[:0], -1
	for _, m := range marks {
		switch {
		case m.kind != 'a':
		case m.open && open >= 0:
			out = append(out[:open], out[open+1:]...)
			open = len(out)
		case m.open:
			open = len(out)
		case open < 0:
			continue
		default:
			open = -1
		}
		out = append(out, m)
	}
	if open >= 0 {
		out = append(out[:open], out[open+1:]...)
	}
	return out
}
