package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// An agencyName is a stretch of text that names an agency.
type agencyName struct {
	agency     string
	start, end int
	loose      bool // a name that people and things bear too
}

// agencyNames returns the agencies named in t[from:to]. In credits every form
// counts; in prose a loose one ("Sana", "Beta") is marked.
func agencyNames(t string, from, to int, credit bool) []agencyName {
	var out []agencyName
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(t[i:to])
		if !isLetter(r) {
			i += n
			continue
		}
		end := wordEnd(t, i, to)
		if !unicode.IsUpper(r) && r != 'd' && !strings.HasPrefix(t[i:end], "agence") {
			i = end
			continue
		}
		m, ok := agencyAt(t, i, end, to, credit)
		if !ok {
			i = end
			continue
		}
		out = append(out, m)
		i = m.end
	}
	return out
}

// agencyAt tries the longest run of up to five words from start.
func agencyAt(t string, start, end, to int, credit bool) (agencyName, bool) {
	if !lang.MayBeginAgency(t[start:end]) {
		return agencyName{}, false
	}
	ends := [5]int{end}
	n := 1
	for n < len(ends) {
		next := ends[n-1]
		r, size := utf8.DecodeRuneInString(t[next:to])
		if r != ' ' && r != '-' && r != '\u00a0' {
			break
		}
		e := wordEnd(t, next+size, to)
		if e == next+size {
			break
		}
		ends[n] = e
		n++
	}
	for n--; n >= 0; n-- {
		words := t[start:ends[n]]
		if a, ok := lang.AgencyOf(words); ok {
			return agencyName{a, start, ends[n], !credit && n == 0 && looseAgencies[words]}, true
		}
	}
	return agencyName{}, false
}

// agencyWord reports whether a lower-cased word can be part of an agency's name.
func agencyWord(w string) bool {
	if _, ok := lang.AgencyOf(strings.ToUpper(w)); ok {
		return true
	}
	r, n := utf8.DecodeRuneInString(w)
	_, ok := lang.AgencyOf(string(unicode.ToUpper(r)) + w[n:])
	return ok
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd is the end of the run of letters, digits and inner dots from i.
func wordEnd(t string, i, to int) int {
	for i < to {
		if c := t[i] | 0x20; c >= 'a' && c <= 'z' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(t[i:to])
		if !isLetter(r) && !(r == '.' && i+1 < to && isUpperByte(t[i+1])) {
			break
		}
		i += n
	}
	return i
}

func isUpperByte(b byte) bool { return 'A' <= b && b <= 'Z' }

// lastWords returns the last n words of s in small letters, an elided article
// as a word of its own.
func lastWords(s string, n int) []string {
	if cut := len(s) - 40*n; cut > 0 {
		for cut < len(s) && !utf8.RuneStart(s[cut]) {
			cut++
		}
		s = s[cut:]
	}
	words := splitWords(s)
	return words[max(0, len(words)-n):]
}

// firstWords returns the first n words of s in small letters.
func firstWords(s string, n int) []string {
	if cut := 30 * n; cut < len(s) {
		for cut < len(s) && !utf8.RuneStart(s[cut]) {
			cut++
		}
		s = s[:cut]
	}
	words := splitWords(s)
	return words[:min(len(words), n)]
}

func splitWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isLetter(r) })
}

// signature returns the outlet that signs the last line of r, with the line's
// place: "Le Courrier de Tamberg (Estafette)" is signed by Le Courrier de
// Tamberg. The name is "" and end 0 where the last line is no signature.
func signature(r *claim.Report) (outlet string, start, end int) {
	for i := len(r.Parts) - 1; i >= 0; i-- {
		p := r.Parts[i]
		if p.Kind == text.Furniture {
			continue
		}
		line := r.Text[p.Start:p.End]
		trimmed := strings.TrimSpace(line)
		if i == 0 || len(trimmed) > 70 || p.Kind != text.Paragraph && p.Kind != text.Credit && p.Kind != text.Crosshead {
			return "", 0, 0
		}
		start = p.Start + strings.Index(line, trimmed)
		name := trimmed
		if j := strings.IndexAny(name, "(,"); j > 0 {
			name = strings.TrimSpace(name[:j])
		}
		if strings.HasPrefix(strings.ToLower(name), "avec ") || !namelike(name) {
			return "", 0, 0
		}
		return name, start, start + len(trimmed)
	}
	return "", 0, 0
}

// namelike reports whether s can be the name of an outlet or agency: few words,
// the first and most of the others with a capital, no full stop.
func namelike(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '’' })
	if len(words) == 0 || len(words) > 7 {
		return false
	}
	capital := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			capital++
		} else if !smallWords[w] {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return capital > 0 && unicode.IsUpper(first) && isLetter(last)
}

// pictureLine: "© Paul Ricoux / AFP", "Photo : AFP". "© AFP" alone credits the text.
func pictureLine(line string) bool {
	low := strings.ToLower(line)
	for _, w := range []string{"photo", "image", "illustration", "фото"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return strings.Contains(line, "©") && strings.ContainsAny(line, "/|") || strings.Contains(low, "getty")
}
