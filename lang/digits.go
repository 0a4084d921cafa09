package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// digits is a number in figures: whole part, decimals, and where it ends.
type digits struct {
	whole, frac int64
	fracDigits  int
	end         int
}

// scaled returns the number times m: 2,2 × 1,000,000.
func (d digits) scaled(m int64) int64 {
	pow := int64(1)
	for range d.fracDigits {
		pow *= 10
	}
	return d.whole*m + d.frac*(m/pow)
}

// readDigits reads a number in figures at at: "2030", "2 030" with any space,
// "2.030", "2'030", and decimals after the mark the language uses. It refuses
// what is a part of something else: a date, a clock time, a share, a code.
func readDigits(s string, at, floor int, decimal byte) (digits, bool) {
	if at > floor {
		r, _ := utf8.DecodeLastRuneInString(s[:at])
		if isLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".,:/-–+$€£#°", r) && partOfCode(s, at, floor, r) {
			return digits{}, false
		}
	}
	var d digits
	i, n := at, 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		if n++; n > 15 {
			return digits{}, false
		}
		d.whole = d.whole*10 + int64(s[i]-'0')
		i++
	}
	if n <= 3 && d.whole > 0 {
		i = readGroups(s, i, &d, decimal)
	}
	if i+1 < len(s) && s[i] == decimal && isDigit(s[i+1]) {
		j := i + 1
		for j < len(s) && isDigit(s[j]) && d.fracDigits < 9 {
			d.frac = d.frac*10 + int64(s[j]-'0')
			d.fracDigits++
			j++
		}
		i = j
	}
	d.end = i
	return d, !followedByUnit(s, i)
}

// partOfCode reports whether the sign r before a digit makes it part of
// something longer: "12/03", "3-0", "+33", "$40". A dash that opens a list or a
// clause, with a space before it, does not.
func partOfCode(s string, at, floor int, r rune) bool {
	before := at - utf8.RuneLen(r)
	if before <= floor {
		return strings.ContainsRune("+$€£#", r)
	}
	p, _ := utf8.DecodeLastRuneInString(s[:before])
	switch r {
	case '$', '€', '£', '#', '+', '°':
		return true
	case '-', '–':
		return isLetter(p) // "A-10", "Covid-19"; "20-30" is a range, read from its first number
	}
	return unicode.IsDigit(p)
}

func readGroups(s string, i int, d *digits, decimal byte) int {
	sep := ""
	for {
		r := firstRune(s[i:])
		switch r {
		case " ", "\u00a0", "\u202f", "\u2009", "'", "’", ".", ",":
		default:
			return i
		}
		j := i + len(r)
		if sep != "" && r != sep || j+3 > len(s) || !isDigit(s[j]) || !isDigit(s[j+1]) || !isDigit(s[j+2]) {
			return i
		}
		if j+3 < len(s) && isDigit(s[j+3]) {
			return i
		}
		if r == string(decimal) && beforeMagnitude(s, j+3) {
			return i // "2,125 millions"
		}
		sep = r
		d.whole = d.whole*1000 + int64(s[j]-'0')*100 + int64(s[j+1]-'0')*10 + int64(s[j+2]-'0')
		i = j + 3
	}
}

func beforeMagnitude(s string, at int) bool {
	w, _ := wordAt(s, skipSpace(s, at))
	w = lowerWord(w)
	return strings.HasPrefix(w, "mill") || strings.HasPrefix(w, "billion") || strings.HasPrefix(w, "млн") || strings.HasPrefix(w, "миллион")
}

// followedByUnit reports whether what stands right behind a number shows that
// it counts no things: a share, a clock time, a date, a price, a degree.
func followedByUnit(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r := firstRune(s[i:])
	switch r {
	case "%", "‰", "°", "€", "$", "£", "²", "³", "º":
		return true
	case ":", "/":
		return i+1 < len(s) && isDigit(s[i+1])
	}
	if j := skipSpace(s, i); j > i && j < len(s) {
		switch firstRune(s[j:]) {
		case "%", "‰", "€", "$", "£", "°":
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// firstRune returns the first rune of s as a string of it, "" for "".
func firstRune(s string) string {
	if s == "" {
		return ""
	}
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}

// lowerWord lowers w, without allocation where it is lower already.
func lowerWord(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return strings.ToLower(w)
		}
	}
	return w
}

// skipJoin passes the hyphen or the space between two number words.
func skipJoin(s string, at int) int {
	if at < len(s) && s[at] == '-' {
		return at + 1
	}
	if strings.HasPrefix(s[at:], "\u2011") {
		return at + 3
	}
	return skipSpace(s, at)
}

// grammarOf returns the number grammar of a language, nil if it has none.
func grammarOf(language string) *numberGrammar {
	switch language {
	case "fr":
		return frenchNumbers
	}
	return nil
}
