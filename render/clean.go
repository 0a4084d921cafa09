package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/text"
)

// clean makes words of a report fit to stand on one line of a screen: white
// space becomes one space, and what would move the cursor, colour the screen or
// turn the direction of the line is shown as a sign that something stood there.
// A headline is somebody else's; it must not write to the reader's terminal.
func clean(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := true // so that none comes first
	for _, r := range s {
		switch {
		case r == '\u00a0' || r == '\u202f':
			b.WriteRune(r)
			space = false
			continue
		case unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		case invisible(r):
			continue
		case unicode.IsControl(r) || r == utf8.RuneError || turnsLine(r) || r >= 0xe0000 && r <= 0xe007f:
			r = '\ufffd'
		}
		b.WriteRune(r)
		space = false
	}
	return strings.TrimRight(b.String(), " ")
}

// plain reports whether s is ASCII that clean would not change.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// turnsLine reports whether r turns the direction of what follows.
func turnsLine(r rune) bool { return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 }

// invisible reports whether r takes no room and says nothing: soft hyphens,
// zero-width spaces, marks of byte order.
func invisible(r rune) bool {
	return r == 0xad || r == 0x200b || r == 0x2060 || r == 0xfeff || r == 0x200e || r == 0x200f || r == 0x061c
}

// excerpt returns the sentence that at stands in, cut to about most runes around
// it, and where in the result the words of at begin and end.
func excerpt(r *claim.Report, at text.Span, most int) (s string, from, to int) {
	start, end := at.Start, at.End
	if at.Doc != r.ID || start < 0 || end > len(r.Text) || start >= end {
		return "", 0, 0
	}
	for _, sen := range r.Sentences {
		if sen.Start <= start && start < sen.End {
			start, end = sen.Start, max(end, sen.End)
			break
		}
	}
	head, body, tail := clean(" "+r.Text[start:at.Start]+"|"), clean(r.Text[at.Start:at.End]), clean("|"+r.Text[at.End:end])
	head, tail = strings.TrimSuffix(head, "|"), strings.TrimPrefix(tail, "|")
	room := max(most-utf8.RuneCountInString(body), 0)
	if n := utf8.RuneCountInString(head) + utf8.RuneCountInString(tail); n > room {
		left := min(utf8.RuneCountInString(head), room/2)
		right := min(utf8.RuneCountInString(tail), room-left)
		left = min(utf8.RuneCountInString(head), room-right)
		head, tail = lastWords(head, left), firstWords(tail, right)
	}
	body = firstWords(body, max(most, 20))
	return head + body + tail, len(head), len(head) + len(body)
}

// firstWords cuts s to n runes at a space and says so.
func firstWords(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	cut := 0
	for i := range s {
		if n == 0 {
			break
		}
		n--
		cut = i
	}
	if sp := strings.LastIndexByte(s[:cut], ' '); sp > cut/2 {
		cut = sp
	}
	return strings.TrimRight(s[:cut], " ,;") + " …"
}

// lastWords keeps the last n runes of s from a space on.
func lastWords(s string, n int) string {
	k := utf8.RuneCountInString(s)
	if k <= n {
		return s
	}
	skip := k - n
	cut := len(s)
	for i := range s {
		if skip == 0 {
			cut = i
			break
		}
		skip--
	}
	if sp := strings.IndexByte(s[cut:], ' '); sp >= 0 && sp < len(s[cut:])/2+1 {
		cut += sp
	}
	return "… " + strings.TrimLeft(s[cut:], " ")
}
