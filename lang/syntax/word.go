// Package syntax tags words with their part of speech and joins them into
// dependency trees. It knows numbers only: what a word looks like has been
// hashed into a [Word], tags and relations are indexes into the lists of the
// [Engine]. Package lang gives it words and gives its answers names.
//
// The method is old and small: averaged perceptrons (Collins 2002) for a greedy
// tagger and an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011)
// trained with a dynamic oracle (Goldberg and Nivre 2013). What makes it fast
// is the shape of its tables: every distinct word is hashed once, ten weights of
// 6 bits share one machine word, no row lies across two lines of the cache, and
// a decision that is plain after its first features is not given the others.
package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is what the engine sees of a word form, whatever its context. It is
// computed once for each distinct form of a text.
type Word struct {
	Form  uint32 // as written
	Low   uint32 // lower case; numbers by their length alone
	Suf4  uint32
	Suf3  uint32
	Suf2  uint32
	Pre3  uint32
	Shape uint32 // capitals, digits, signs
	Class uint32 // what the lexicon allows it to be, 0 if it does not know it
	Agree uint32 // number and gender by the lexicon, 0 if unknown
	Fit   uint32 // number and gender once it is tagged, as bits: Numbers, Genders
	Style uint32 // of the text it stands in; 0 is none, see [Engine.Style]
	sure  bool   // it has one tag whatever the context; see [Engine.Know]
	tag   uint8  // that tag
	own   []sum  // what speaks for each tag whatever the context; likewise
}

// NewWord hashes form, in which ’ is ' and œ is oe already. Class and agree come
// from the lexicon.
func NewWord(form string, class, agree uint32) Word {
	low := strings.ToLower(form)
	w := Word{Form: hash(form), Low: hash(low), Shape: shape(form), Class: class, Agree: agree}
	if isNumber(low) {
		w.Low = uint32(len(low)) + 1000
	}
	w.Suf4 = hash(lastRunes(low, 4))
	w.Suf3 = hash(lastRunes(low, 3))
	w.Suf2 = hash(lastRunes(low, 2))
	w.Pre3 = hash(firstRunes(low, 3))
	return w
}

// Numbers and Genders are the bits of [Word.Fit].
const (
	Numbers = 0x3
	Genders = 0x1c
)

// fits says whether two words may agree: for number and for gender 0 where one
// of them is not known, 1 where they may be the same, 2 where they are not.
func fits(a, b uint32) uint32 {
	return fit(a&Numbers, b&Numbers)*3 + fit(a&Genders, b&Genders)
}

func fit(a, b uint32) uint32 {
	switch {
	case a == 0 || b == 0:
		return 0
	case a&b != 0:
		return 1
	}
	return 2
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, k := utf8.DecodeLastRuneInString(s[:i])
		i -= k
	}
	return s[i:]
}

func firstRunes(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, k := utf8.DecodeRuneInString(s[i:])
		i += k
	}
	return s[:i]
}

// hash is FNV-1a: the tables were filled with it, so it never changes.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Hash is the hash the tables use of a string.
func Hash(s string) uint32 { return hash(s) }

func isNumber(s string) bool {
	digits := false
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits = true
		case c == '.' || c == ',' || c == ' ' || c == 0xA0 || c == 0x202F:
		default:
			return false
		}
	}
	return digits
}

func shape(s string) uint32 {
	var buf [8]byte
	b := buf[:0]
	last := byte(0)
	for _, c := range s {
		k := byte(c)
		switch {
		case c >= '0' && c <= '9':
			k = 'd'
		case unicode.IsUpper(c):
			k = 'X'
		case unicode.IsLetter(c):
			k = 'x'
		}
		if k != last || len(b) < 2 {
			b = append(b, k)
		}
		last = k
		if len(b) > 6 {
			break
		}
	}
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// mix joins two hashes.
func mix(a, b uint32) uint32 {
	h := (a ^ (b * 0x9E3779B1)) * 0x85EBCA6B
	return h ^ h>>15
}
