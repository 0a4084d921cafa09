package lang

import (
	"unicode"
	"unicode/utf8"
)

// What stands in this file compares phrases with raw text, so that the offsets
// stay those of the text: a phrase is lower case, with ' and single spaces; the
// text may have ’, no-break and thin spaces, or capitals in their place.

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', 0xA0, 0x202F, 0x2009, 0x2007, 0x3000:
		return true
	}
	return false
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || r == '\u0301' }

func fold(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if r >= 'A' && r <= 'Z' {
			return r + 32
		}
		return r
	case r == '’' || r == 'ʼ' || r == '‘':
		return '\''
	}
	return unicode.ToLower(r)
}

// skipSpaceBack returns the end of the text before at, spaces left out.
func skipSpaceBack(s string, floor, at int) int {
	for at > floor {
		r, n := utf8.DecodeLastRuneInString(s[floor:at])
		if !isSpace(r) {
			break
		}
		at -= n
	}
	return at
}

// endsWith reports whether phrase, as a whole word, ends at end, and where it
// starts.
func endsWith(s string, floor, end int, phrase string) (start int, ok bool) {
	at := end
	for p := len(phrase); p > 0; {
		want, n := utf8.DecodeLastRuneInString(phrase[:p])
		p -= n
		if at <= floor {
			return 0, false
		}
		got, m := utf8.DecodeLastRuneInString(s[floor:at])
		if want == ' ' {
			if !isSpace(got) {
				return 0, false
			}
			at = skipSpaceBack(s, floor, at)
			continue
		}
		if fold(got) != want {
			return 0, false
		}
		at -= m
	}
	if at > floor {
		if r, _ := utf8.DecodeLastRuneInString(s[floor:at]); isLetter(r) || r >= '0' && r <= '9' {
			return 0, false
		}
	}
	return at, true
}

// skipWords reports whether phrase starts at at, ends on a whole word, and
// where it ends. A space in the phrase takes any run of spaces.
func skipWords(s string, at int, phrase string) (end int, ok bool) {
	last := rune(0)
	for _, want := range phrase {
		if at >= len(s) {
			return 0, false
		}
		got, m := utf8.DecodeRuneInString(s[at:])
		if want == ' ' {
			if !isSpace(got) {
				return 0, false
			}
			for at < len(s) {
				got, m = utf8.DecodeRuneInString(s[at:])
				if !isSpace(got) {
					break
				}
				at += m
			}
			last = want
			continue
		}
		if fold(got) != want {
			return 0, false
		}
		at += m
		last = want
	}
	if isLetter(last) && at < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[at:]); isLetter(r) {
			return 0, false
		}
	}
	return at, true
}

// skipSpace returns the first position from at on that is no space.
func skipSpace(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !isSpace(r) {
			break
		}
		at += n
	}
	return at
}

// wordAt returns the run of letters that starts at at, and its end.
func wordAt(s string, at int) (string, int) {
	end := at
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !isLetter(r) {
			break
		}
		end += n
	}
	return s[at:end], end
}
