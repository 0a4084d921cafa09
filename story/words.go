package story

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"recoupe/lang"
)

// A wordScanner cuts text into words in small Latin letters without marks, so
// that Алматы and Almaty meet. It is made for speed: a report passes through it
// whole, and again in part.
type wordScanner struct {
	s       string
	at, to  int
	fold    *foldTable
	buf     []byte
	start   int  // of the word found, in bytes of s
	end     int  // behind it
	capital bool // begins with a capital
	first   bool // begins a sentence or line
	digits  bool // a number; buf holds its digits without separators
	cyr     bool
	stop    bool // a full stop, colon or line end stood before
}

// A foldTable holds the plain letters of every rune below U+0530, and whether it
// is a letter or digit and a capital.
type foldTable struct {
	plain   [0x530]string
	letter  [0x530]bool
	capital [0x530]bool
}

var foldOf = sync.OnceValue(func() *foldTable {
	t := new(foldTable)
	for r := range rune(len(t.plain)) {
		t.letter[r] = unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		t.capital[r] = unicode.IsUpper(r)
		if t.letter[r] {
			t.plain[r] = lang.PlainName(string(r))
		}
	}
	return t
})

func newScanner(s string, from, to int) *wordScanner {
	return &wordScanner{s: s, at: from, to: to, fold: foldOf(), buf: make([]byte, 0, 64), stop: true}
}

// next finds the next word; false at the end.
func (w *wordScanner) next() bool {
	for w.at < w.to {
		c := w.s[w.at]
		if c < 0x80 {
			if w.fold.letter[c] {
				w.word()
				return true
			}
			if c == '.' || c == ':' || c == '\n' || c == '!' || c == '?' || c == '"' {
				w.stop = true
			}
			w.at++
			continue
		}
		r, n := utf8.DecodeRuneInString(w.s[w.at:w.to])
		if w.isLetter(r) {
			w.word()
			return true
		}
		if r == '«' || r == '“' || r == '…' || r == '—' {
			w.stop = true
		}
		w.at += n
	}
	return false
}

func (w *wordScanner) isLetter(r rune) bool {
	if r < 0x530 {
		return w.fold.letter[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func (w *wordScanner) word() {
	w.start, w.buf, w.cyr = w.at, w.buf[:0], false
	w.first, w.stop = w.stop, false
	c := w.s[w.at]
	w.digits = '0' <= c && c <= '9'
	first := true
	for w.at < w.to {
		c := w.s[w.at]
		if c < 0x80 {
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				w.buf = append(w.buf, c)
				if first {
					w.capital = false
				}
				w.digits = w.digits && c <= '9'
			case 'A' <= c && c <= 'Z':
				w.buf = append(w.buf, c|0x20)
				if first {
					w.capital = true
				}
				w.digits = false
			default:
				if w.digits && w.thousands(1) {
					w.at++
					continue
				}
				w.end = w.at
				return
			}
			first = false
			w.at++
			continue
		}
		r, n := utf8.DecodeRuneInString(w.s[w.at:w.to])
		if !w.isLetter(r) {
			if w.digits && (r == 0xa0 || r == 0x202f || r == 0x2009) && w.thousands(n) {
				w.at += n
				continue
			}
			break
		}
		if first {
			w.capital = r < 0x530 && w.fold.capital[r]
			first = false
		}
		w.digits = false
		if r < 0x530 {
			w.buf = append(w.buf, w.fold.plain[r]...)
			w.cyr = w.cyr || r >= 0x400
		} else {
			w.buf = utf8.AppendRune(w.buf, unicode.ToLower(r))
		}
		w.at += n
	}
	w.end = w.at
}

// acronym reports whether all letters of the word found are capitals: "UN", "ОДКБ".
// Its capital does not tell that it is no common word.
func (w *wordScanner) acronym() bool {
	return !strings.ContainsFunc(w.s[w.start:w.end], func(r rune) bool { return !unicode.IsUpper(r) })
}

// named is how many words with a capital stand in a row around the word found,
// parted by a space or a hyphen, and not before from: three in "Port Lisane Arena".
func (w *wordScanner) named(from int) int {
	n := 1
	for rest := w.s[w.end:w.to]; rest != "" && joinsName(rest[0]); n++ {
		tail := strings.TrimLeftFunc(rest[1:], unicode.IsLetter)
		if !capitalised(rest[1 : len(rest)-len(tail)]) {
			break
		}
		rest = tail
	}
	for rest := w.s[from:w.start]; rest != "" && joinsName(rest[len(rest)-1]); n++ {
		head := strings.TrimRightFunc(rest[:len(rest)-1], unicode.IsLetter)
		word := rest[len(head) : len(rest)-1]
		if !capitalised(word) || head == "" && utf8.RuneCountInString(word) < 4 {
			break // "À Kersal", "The Hague"
		}
		rest = head
	}
	return n
}

func joinsName(c byte) bool { return c == ' ' || c == '-' }

func capitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// thousands reports whether the n bytes at w.at part thousands: "2 000",
// "2.000", "2,000".
func (w *wordScanner) thousands(n int) bool {
	switch w.s[w.at] {
	case ' ', '.', ',', 0xc2, 0xe2:
	default:
		return false
	}
	if len(w.buf) > 3 && w.at-w.start == len(w.buf) {
		return false // "2022 350"
	}
	i := w.at + n
	for k := range 4 {
		digit := i+k < w.to && '0' <= w.s[i+k] && w.s[i+k] <= '9'
		if digit != (k < 3) {
			return false
		}
	}
	return true
}

// Stem returns the part of a plain word that its forms share: "manif" and
// "manifestants" are two stems, "manifestants" and "manifestation" one. It is
// crude on purpose; a headline has six words, and a missed match costs more than
// a false one that the other words outvote.
func Stem(word []byte, language string) []byte {
	n := len(word)
	switch language {
	case "ru", "uk", "kk", "bg", "be", "ky":
		return stemRussian(word)
	case "en":
		switch {
		case n > 6 && ends(word, "ing"):
			n -= 3
		case n > 5 && ends(word, "ies"), n > 6 && ends(word, "ers"):
			n -= 3
		case n > 5 && (ends(word, "ed") || ends(word, "es") || ends(word, "er")):
			n -= 2
		case n > 3 && ends(word, "s") && !ends(word, "ss"):
			n--
		}
		if n > 4 && word[n-1] == 'e' {
			n--
		}
	default:
		if n > 3 && (word[n-1] == 's' || word[n-1] == 'x') {
			n--
		}
		if n > 4 && (ends(word[:n], "ee") || ends(word[:n], "er") || ends(word[:n], "ez")) {
			n--
		}
		if n > 4 && word[n-1] == 'e' {
			n--
		}
	}
	return word[:min(n, 6)]
}

func ends(w []byte, s string) bool { return len(w) >= len(s) && string(w[len(w)-len(s):]) == s }

var russianEndings = [...]string{"yami", "iyami", "ami", "ogo", "ego", "omu", "emu", "ymi", "imi", "yakh", "akh", "ykh", "ikh", "iyu", "iya", "aya", "uyu", "oye", "ie", "yi", "oi", "ei", "ov", "ev", "om", "em", "ym", "im", "am", "yam", "yu", "ya", "yut", "ut", "at", "it", "et", "ili", "ila", "ilo", "il", "ali", "ala", "alo", "al", "a", "o", "u", "e", "i", "y"}

func stemRussian(word []byte) []byte {
	best := 0
	for _, e := range russianEndings {
		if len(e) > best && len(word)-len(e) >= 4 && ends(word, e) {
			best = len(e)
		}
	}
	return word[:min(len(word)-best, 7)]
}

// skeleton appends the sounds of a plain word that survive its way through
// scripts and cases: the first letter and the consonants of its name key, without
// the ending of a Russian case. It is "" for a word too short to tell.
func skeleton(dst, plain []byte, cyrillic bool) []byte {
	if cyrillic {
		plain = stemRussian(plain)
	}
	from := len(dst)
	var last byte
	for i, c := range []byte(lang.NameKey(string(plain))) {
		if c == 'v' || c == 'u' && i == 0 {
			c = 'v'
		}
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'h', ' ':
			if i > 0 {
				continue
			}
			if c == 'e' || c == 'i' {
				c = 'i'
			}
		}
		if c == last {
			continue
		}
		last = c
		dst = append(dst, c)
	}
	if len(dst)-from < 3 {
		return dst[:from]
	}
	return dst[:min(len(dst), from+6)]
}

const (
	fnvBasis = 14695981039346656037
	fnvPrime = 1099511628211
)

// hash64 is FNV-1a from a seed that keeps languages and kinds apart.
func hash64(seed uint64, b []byte) uint64 {
	h := fnvBasis ^ seed*0x9e3779b97f4a7c15
	for _, c := range b {
		h = (h ^ uint64(c)) * fnvPrime
	}
	h ^= h >> 32
	return h
}
