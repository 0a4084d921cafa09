package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A credit names where words or pictures come from: "Avec Reuters et AFP",
// "© AFP", "Par Jeanne Aubrac, avec AFP". It is no prose: the agency in it says
// nothing in this report.

// agencies are words that name a news agency by themselves. "AP" and "ATS" are
// taken in capitals only.
var agencies = set(`afp reuters efe ansa dpa belga tass interfax novosti xinhua anadolu upi kyodo bloomberg sputnik lusa pap
AP ATS APS MAP TAP AA RIA PA ANP NTB TT STT PTI ANI IRNA SANA WAFA ITAR CP АП ТАСС РИА рейтер интерфакс тасс`)

// creditWords stand in credits beside the names of agencies.
var creditWords = set(`avec et and with à par by from source sources crédit crédits credit credits photo photos image images via c agence news agency presse press la the le les l de du associated france france-presse ria keystone canadienne canadian chine nouvelle media getty archives archive illustration texte dépêche с по материалам и агентств`)

// isCredit reports whether line is a credit and nothing else.
func isCredit(line string) bool {
	if len(line) > 120 || len(line) < 2 {
		return false
	}
	if initials(line) {
		return true
	}
	agency, with, names := false, false, 0
	for _, w := range words(line) {
		lower := strings.ToLower(w)
		switch {
		case agencies[w] || agencies[lower] && !isLowerWord(w):
			agency = true
		case lower == "avec" || lower == "with":
			with = true
		case creditWords[lower], strings.Trim(w, "0123456789") == "", months[lower] != 0:
		case !with && !isLowerWord(w):
			names++ // "Le Phare avec AFP"
		case lower == "agences" || lower == "agencies":
			agency = agency || with // "avec agences"; "les agences" alone is prose
		default:
			return signed(line) || signedByAgency(line)
		}
	}
	if names > 0 && (!with || names > 4 || endsSentence(line)) {
		return signed(line) || signedByAgency(line)
	}
	return agency
}

// signedByAgency reports whether line is a signature in brackets or behind a
// dash, or in capitals, with an agency at its end: "(PAUL RICOUX / AFP)", "—
// PAUL RICOUX AFP", "PAUL RICOUX / AP |".
func signedByAgency(line string) bool {
	if len(line) > 90 {
		return false
	}
	marked := line[0] == '(' || line[0] == '/' || strings.HasPrefix(line, "—") || strings.HasPrefix(line, "–")
	if !(marked && strings.Contains(line, "/")) && !strings.HasPrefix(line, "—") && !(strings.Contains(line, " / ") && len(line) < 60 && allCaps(line)) {
		return false
	}
	list := words(line)
	if len(list) == 0 {
		return false
	}
	last := list[len(list)-1]
	return (agencies[last] || agencies[strings.ToLower(last)] || strings.EqualFold(last, "images") || strings.EqualFold(last, "agency")) && mostlyNames(line)
}

func isLowerWord(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}

// signed reports whether line is a picture's signature: "© Paul Ricoux / AFP",
// "Photo : Paul Ricoux".
func signed(line string) bool {
	bare := strings.TrimLeft(line, "([ -–—|")
	for _, p := range []string{"©", "(c) ", "photo ", "photos ", "photo:", "photo :", "crédit ", "crédits ", "crédit:", "crédit photo", "credit:", "image :", "фото:"} {
		if n, ok := foldPrefix(bare, p); ok {
			rest := bare[n:]
			return len(rest) < 80 && mostlyNames(rest) && !strings.HasSuffix(strings.TrimRight(line, " )]"), ".")
		}
	}
	return false
}

// isByline reports whether line names who wrote the report: "Par Jeanne Aubrac,
// avec AFP", "De notre correspondant à Dakar".
func isByline(line string) bool {
	if len(line) > 140 || endsSentence(line) {
		return false
	}
	for _, p := range []string{"de notre correspondant", "de notre envoyé", "de nos envoyés", "de notre bureau", "notre correspondant", "propos recueillis par", "edited by", "édité par"} {
		if _, ok := foldPrefix(line, p); ok {
			return true
		}
	}
	for _, p := range []string{"par ", "texte par", "texte :", "by ", "text by", "автор:", "автор "} {
		n, ok := foldPrefix(line, p)
		if !ok {
			continue
		}
		rest := strings.TrimLeft(line[n:], " :\u00a0")
		r, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsUpper(r) && mostlyNames(rest)
	}
	return false
}

// mostlyNames reports whether at least half of the words of s begin with a
// capital and none is a figure of more than four digits.
func mostlyNames(s string) bool {
	upper, all := 0, 0
	for _, w := range words(s) {
		if creditWords[strings.ToLower(w)] {
			continue
		}
		all++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			upper++
		}
	}
	return all > 0 && all <= 10 && upper*2 >= all
}

// words returns the runs of letters, digits and inner hyphens of s.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// initials reports whether line is the signatures agency desks put under a
// dispatch: "bur-abc/def/gh".
func initials(line string) bool {
	groups, run := 0, 0
	for _, r := range line {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			run++
		case r == '/' || r == '-':
			if run < 2 || run > 6 {
				return false
			}
			groups, run = groups+1, 0
		default:
			return false
		}
	}
	return groups >= 1 && run >= 2 && run <= 6 && strings.Contains(line, "/") && line != "et/ou" && line != "and/or"
}
