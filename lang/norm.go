package lang

import "strings"

// Norm writes a word with the letters the models were trained on: ’ is ', œ is
// oe, no-break spaces are spaces, soft hyphens and stress marks are left out. Capitals stay.
// It returns s itself, without allocating, where nothing is to change.
func Norm(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return normLetters.Replace(s)
		}
	}
	return s
}

var normLetters = strings.NewReplacer("’", "'", "ʼ", "'", "‘", "'", "œ", "oe", "Œ", "Oe", "æ", "ae", "Æ", "Ae",
	"\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u00ad", "", "\u0301", "", "\u2010", "-", "\u2011", "-",
	"ё", "е", "Ё", "Е", "“", "\"", "”", "\"", "«", "\"", "»", "\"", "„", "\"", "–", "-", "—", "-", "…", "...")

// fineTag turns a part of speech and features of a treebank or lexicon into the
// tag the tagger learns: the part of speech with what changes how a word is
// governed. lang is "fr", "en" or "ru".
func fineTag(lang, pos, feats string) string {
	keep := fineFeats[lang][pos]
	if keep == nil {
		return pos
	}
	var b strings.Builder
	b.WriteString(pos)
	sep := byte(' ')
	for f := range strings.SplitSeq(feats, "|") {
		name, val, _ := strings.Cut(f, "=")
		want, ok := keep[name]
		if !ok || want != "" && !strings.Contains(want, val) {
			continue
		}
		b.WriteByte(sep)
		b.WriteString(f)
		sep = '|'
	}
	return b.String()
}

// FineTag is fineTag for those who train.
func FineTag(lang, pos, feats string) string { return fineTag(lang, pos, feats) }

// fineFeats lists, by language and part of speech, the features of a fine tag,
// with the values that count; "" is any.
var fineFeats = map[string]map[string]map[string]string{
	"fr": {
		"VERB": {"VerbForm": "", "Mood": "", "Tense": "Past Pres"},
		"AUX":  {"VerbForm": "", "Mood": "Cnd Sub Imp"},
		"PRON": {"PronType": "Rel Int"},
	},
	"en": {
		"VERB": {"VerbForm": "", "Tense": "", "Mood": "Imp"},
		"AUX":  {"VerbForm": "", "Tense": ""},
		"NOUN": {"Number": "Plur"},
		"PRON": {"PronType": "Rel Int", "Case": "", "Poss": ""},
		"DET":  {"PronType": "Art"},
		"ADJ":  {"Degree": "Cmp Sup"},
	},
	"ru": {
		"VERB":  {"VerbForm": "", "Case": "", "Variant": "", "Voice": "Pass"},
		"NOUN":  {"Case": ""},
		"PROPN": {"Case": ""},
		"PRON":  {"Case": "", "PronType": "Rel"},
		"ADJ":   {"Case": "", "Variant": ""},
		"DET":   {"Case": ""},
		"NUM":   {"Case": ""},
	},
}

// lower is strings.ToLower; a name of our own because a word that is lower
// case already must not cost an allocation, and that is where it is measured.
func lower(s string) string { return strings.ToLower(s) }
