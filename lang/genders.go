package lang

import "strings"

// TwoGenders reports whether a noun of language, in lower case, goes in both
// genders: "berger" with "bergère", "un artiste" with "une artiste". Nouns of
// persons mostly do, and of beasts some; nouns of things and deeds have one gender.
// known is false where the lexicon does not have the word as a noun, or where it is
// an adjective too, whose two genders say nothing of the noun.
func TwoGenders(language, norm string) (two, known bool) {
	r := readerFor(language)
	if r == nil {
		return false, false
	}
	defer r.done()
	return r.lex.twoGenders(norm)
}

func (l *Lexicon) twoGenders(norm string) (two, known bool) {
	i := l.find([]byte(norm))
	if i < 0 {
		return false, false
	}
	for _, rd := range l.entries[i] {
		switch l.pos[rd.tag] {
		case ADJ:
			return false, false
		case NOUN:
			known = true
			m := l.morph[rd.tag]
			lemma := l.lemmaOf(norm, rd)
			switch {
			case !m.Has(Masc | Fem):
				two = true // "un ou une otage"
			case m.Has(Fem):
				two = two || l.gendered(lemma, lemma, Masc)
			default:
				two = two || l.feminine(lemma)
			}
		}
	}
	return two, known
}

// feminine reports whether a noun has a feminine of its own: a form made as
// feminines are made, whose lemma the noun is.
func (l *Lexicon) feminine(lemma string) bool {
	for _, e := range feminineEndings {
		if stem, ok := strings.CutSuffix(lemma, e.masculine); ok && l.gendered(stem+e.feminine, lemma, Fem) {
			return true
		}
	}
	return false
}

// gendered reports whether form is a noun of that gender and lemma.
func (l *Lexicon) gendered(form, lemma string, gender Morph) bool {
	i := l.find([]byte(form))
	if i < 0 {
		return false
	}
	for _, rd := range l.entries[i] {
		if l.pos[rd.tag] == NOUN && l.morph[rd.tag].Has(gender) && l.lemmaOf(form, rd) == lemma {
			return true
		}
	}
	return false
}

// feminineEndings are how French nouns of persons make their feminine.
var feminineEndings = []struct{ masculine, feminine string }{
	{"er", "ère"}, {"eur", "euse"}, {"teur", "trice"}, {"eur", "eresse"}, {"en", "enne"}, {"on", "onne"}, {"an", "anne"},
	{"f", "ve"}, {"x", "se"}, {"l", "lle"}, {"t", "tte"}, {"eau", "elle"}, {"c", "que"}, {"c", "cque"}, {"e", "esse"}, {"", "e"}, {"", "sse"},
}
