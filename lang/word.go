package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// WordSet is the set of the words in words, which are parted by spaces.
func WordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// IsCapital reports whether w begins with a capital letter.
func IsCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// IsQuoteMark reports whether w is a quotation mark of any shape.
func IsQuoteMark(w string) bool {
	switch w {
	case "\"", "«", "»", "“", "”", "'", "‘", "’", "„":
		return true
	}
	return false
}

// FullForm writes out a French word that lost its vowel or its verb: "d'" is
// "de", "-t-il" is "il". Other words come back as they are.
func FullForm(w string) string {
	if strings.HasPrefix(w, "-") {
		w = strings.TrimPrefix(strings.TrimPrefix(w, "-t"), "-")
	}
	switch w {
	case "d'":
		return "de"
	case "qu'":
		return "que"
	case "s'":
		return "se"
	case "n'":
		return "ne"
	case "l'":
		return "le"
	case "j'":
		return "je"
	case "m'":
		return "me"
	}
	return w
}

// WordBefore reports whether one of the n tokens before token i, not before
// token first, is word in its normal form.
func (a *Analysis) WordBefore(i, first, n int32, word string) bool {
	for j := i - 1; j >= first && j >= i-n; j-- {
		if a.Tokens[j].Norm == word {
			return true
		}
	}
	return false
}
