package render

import (
	"slices"
	"strings"
	"unicode"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// credits returns the agencies that r names as its origin, in its credits and
// its byline, each once and in order: "Avec Reuters et AFP" gives Reuters, AFP.
func credits(r *claim.Report) []string {
	out := agenciesIn(r.Byline, nil)
	for _, p := range r.Parts {
		if p.Kind == text.Credit {
			out = agenciesIn(r.Text[p.Start:p.End], out)
		}
	}
	return out
}

// agenciesIn appends the agencies that words names. The longest run of words
// that names one wins: "RIA Novosti" is one agency.
func agenciesIn(words string, to []string) []string {
	list := strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/,;()[]©«»\"", r) })
	for i := 0; i < len(list); i++ {
		for n := min(4, len(list)-i); n > 0; n-- {
			name, ok := lang.AgencyOf(strings.Trim(strings.Join(list[i:i+n], " "), ".:-–—"))
			if !ok {
				continue
			}
			if !slices.Contains(to, name) {
				to = append(to, name)
			}
			i += n - 1
			break
		}
	}
	return to
}
