package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An AgencyMention is a stretch of words that names a news agency.
type AgencyMention struct {
	Start, End int    // bytes
	Name       string // "AFP", "Interfax"
	// Sure is false for forms that are other things as well ("AP", "Sana", "PC"):
	// they count where the words around them are those of a credit.
	Sure bool
}

// FindAgencies returns the agencies named in words, in order. It needs no
// analysis: for credits and bylines, which are no sentences ("Avec Reuters et
// AFP", "Par Le Monde avec AFP").
func FindAgencies(words string) []AgencyMention {
	var found []AgencyMention
	k := knowledge()
	for i := 0; i < len(words); {
		r, size := utf8.DecodeRuneInString(words[i:])
		if !isNameRune(r) || i > 0 && boundInside(words, i) {
			i += size
			continue
		}
		m, ok := k.agencyAt(words, i)
		if !ok {
			i += size
			continue
		}
		found = append(found, m)
		i = m.End
	}
	return found
}

// agencyAt returns the longest agency's name that begins at i.
func (k *nameKnowledge) agencyAt(words string, i int) (AgencyMention, bool) {
	var best AgencyMention
	for end, count := i, 0; end < len(words) && count < 5; count++ {
		for end < len(words) && !isNameRune(runeAt(words[end:])) {
			end++
		}
		for end < len(words) {
			r, size := utf8.DecodeRuneInString(words[end:])
			if !isNameRune(r) {
				break
			}
			end += size
		}
		form := plainSpaces(words[i:end])
		if n, ok := k.known[form]; ok && n.agency {
			sure := len(form) >= 3 && (len(places.find(form, nil)) == 0 || strings.ContainsAny(form, " -"))
			best = AgencyMention{i, end, n.canonical, sure}
		}
	}
	return best, best.End > 0
}

func runeAt(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func isNameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-'
}

// boundInside reports whether offset i is in the middle of a word.
func boundInside(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isNameRune(r)
}
