package lang

import "strings"

// beforeArticle are words after which "des" is an article though they are nouns
// or adverbs: "ont indiqué jeudi des témoins", "et notamment des enfants".
var beforeArticle = dottedWords(`lundi mardi mercredi jeudi vendredi samedi dimanche hier aussi encore également
	notamment parfois souvent toujours déjà ainsi surtout même jamais ensuite puis désormais matin soir que qu' comme dont où qui`)

// articles decides which "des" are articles ("il y a des morts") and which are
// de with an article ("la mort des otages").
func (r *sentenceReader) articles(s string, pieces []piece) []piece {
	out := pieces[:0]
	for i := 0; i < len(pieces); i++ {
		p := pieces[i]
		if p.word == "de" && i+1 < len(pieces) && pieces[i+1].word == "les" && r.article(s, out) {
			out = append(out, piece{start: p.start, end: p.end})
			i++
			continue
		}
		out = append(out, p)
	}
	return out
}

// article reports whether "des" after the pieces before is an article.
func (r *sentenceReader) article(s string, before []piece) bool {
	n := len(before)
	if n == 0 {
		return true
	}
	written := func(i int) string {
		if n-i < 0 {
			return ""
		}
		return s[before[n-i].start:before[n-i].end]
	}
	last := written(1)
	e := r.entry(last)
	first := e.norm[0]
	if e.norm == "et" || e.norm == "ou" || e.norm == "ni" {
		return likeTheLast(s, before)
	}
	if beforeArticle[e.norm] || strings.HasSuffix(e.norm, "ment") && r.only(e, ADV) {
		return true
	}
	if c := last[0]; c >= 'A' && c <= 'Z' && (written(2) == "à" || strings.HasPrefix(written(2), "l") && written(3) == "à") {
		return true // "ont rapporté à Interfax des sources", "ont dit à l'AFP des habitants"
	}
	if e.at < 0 {
		return !isWordRune(rune(first)) && first < 0x80 && !isDigitByte(first)
	}
	nominal, other := false, false
	for _, rd := range r.lex.entries[e.at] {
		switch r.lex.pos[rd.tag] {
		case NOUN, ADJ, PROPN, ADV, NUM, PRON:
			nominal = true
		default:
			other = true
		}
	}
	return other && !nominal
}

// only reports whether the lexicon knows e as nothing but pos.
func (r *sentenceReader) only(e *entry, pos POS) bool {
	if e.at < 0 {
		return false
	}
	for _, rd := range r.lex.entries[e.at] {
		if r.lex.pos[rd.tag] != pos {
			return false
		}
	}
	return true
}

// likeTheLast reports whether the "des" before this one was an article, for the
// second of "des morts et des blessés" is what the first is.
func likeTheLast(s string, before []piece) bool {
	for i := len(before) - 1; i >= max(0, len(before)-10); i-- {
		p := before[i]
		if w := s[p.start:p.end]; w == "des" || w == "Des" || w == "du" || w == "de" {
			return !p.joined && p.word == "" && w != "de"
		}
	}
	return true
}
