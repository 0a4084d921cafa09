package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language names the language s is written in, as a BCP 47 tag: "fr", "en",
// "ru", another language that its script or its commonest words give away
// ("es", "de", "kk", "uk", "ar"), or "und" where none can be recognised.
func Language(s string) string {
	if l := languageOf(s); l != "" {
		return l
	}
	return guess(s)
}

// A tally counts what speaks for each language.
type tally struct {
	words int
	score [len(languages)]int
	latin int // letters by script
	cyr   int
	other map[string]int
}

// languageOf tells the language of s where its words leave no doubt, "" where
// they do. A headline of three names is in no language for itself.
func languageOf(s string) string {
	var t tally
	t.read(s, false)
	if l := t.script(); l != "" {
		return l
	}
	if l := t.certain(); l != "" || t.words > 12 {
		return l
	}
	t = tally{} // a short line: its endings may tell what its words do not
	t.read(s, true)
	return t.certain()
}

// certain is the language whose words are many and more than those of the next;
// "" if none is.
func (t *tally) certain() string {
	best, second := t.best()
	if top := t.score[best]; top >= 2*sure && top >= second+sure && top*6 >= t.words {
		return languages[best]
	}
	return ""
}

// foreign tells the language of a sentence of a text in another, where its words
// leave no doubt that it is not in that one too: a Dutch name is no Dutch sentence.
// It returns language where they do.
func foreign(s, language string) string {
	var t tally
	t.read(s, false)
	if l := t.script(); l != "" {
		return l
	}
	best, second := t.best()
	top := t.score[best]
	own := 0
	for i, l := range languages {
		if l == language && cyrillic[i] == (t.cyr > t.latin) {
			own = t.score[i]
		}
	}
	if top >= 2*sure && top >= second+sure && top >= own+2*sure && top*5 >= t.words {
		return languages[best]
	}
	if own == 0 {
		if l := languageOf(s); l != "" {
			return l
		}
	}
	return language
}

// guess takes the likeliest language, however little speaks for it.
func guess(s string) string {
	var t tally
	t.read(s, true)
	best, second := t.best()
	if t.score[best] > second && t.score[best]*12 >= t.words {
		return languages[best]
	}
	if t.cyr > t.latin && t.score[index("ru")] == t.score[best] {
		return "ru"
	}
	return "und"
}

// sure is what one plain word of a language counts.
const sure = 2

// best returns the language most speaks for among those in the script of most
// letters, and the score of the next.
func (t *tally) best() (best, second int) {
	best = -1
	for i, v := range t.score {
		if cyrillic[i] != (t.cyr > t.latin) {
			continue
		}
		switch {
		case best < 0:
			best = i
		case v > t.score[best]:
			best, second = i, t.score[best]
		default:
			second = max(second, v)
		}
	}
	return best, second
}

// oneParagraph is longer than most; a longer text may begin in one language and
// go on in another, and is read to the end.
const oneParagraph = 1000

// maxRead is how much of a text is enough to know its language.
const maxRead = 1 << 13

// read counts the words of s, with their endings if asked. It stops where one
// language is so far ahead that the rest cannot matter.
func (t *tally) read(s string, endings bool) {
	if len(s) > maxRead {
		s = s[:maxRead]
	}
	var buf [24]byte
	w := buf[:0]
	for i := 0; i <= len(s); {
		r, n := rune(' '), 1
		if i < len(s) {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		switch {
		case r < utf8.RuneSelf:
			if r|32 >= 'a' && r|32 <= 'z' {
				t.latin++
				w = grow(w, r|32)
				continue
			}
			if r == '\'' && len(w) > 0 && len(w) < 6 {
				w = grow(w, r)
			}
		case r == '’' && len(w) > 0 && len(w) < 6:
			w = grow(w, '\'')
		case unicode.IsLetter(r):
			r = unicode.ToLower(r)
			t.letter(r)
			w = grow(w, r)
			continue
		}
		if len(w) > 0 {
			t.word(w, endings)
			w = buf[:0]
			if t.words&7 == 0 && len(s) < oneParagraph {
				if best, second := t.best(); t.score[best] >= 5*sure && t.score[best] >= second+4*sure && t.score[best]*4 >= t.words && len(t.other) == 0 {
					return
				}
			}
		}
	}
}

// grow appends r, and lets words that are longer than any listed run out of
// room.
func grow(w []byte, r rune) []byte {
	if len(w)+utf8.RuneLen(r) >= cap(w) {
		return w
	}
	return utf8.AppendRune(w, r)
}

func (t *tally) word(w []byte, withEndings bool) {
	t.words++
	if votes, ok := commonWords[string(w)]; ok {
		for _, v := range votes {
			t.score[v.language] += int(v.weight)
		}
		return
	}
	if !withEndings {
		return
	}
	for n := min(8, len(w)-2); n >= 2; n-- {
		if l, ok := endings[string(w[len(w)-n:])]; ok {
			t.score[l]++
			return
		}
	}
}

// letter counts a letter beyond ASCII for its script and for the languages it
// gives away.
func (t *tally) letter(r rune) {
	switch {
	case r < 0x250:
		t.latin++
	case r >= 0x400 && r < 0x530:
		t.cyr++
	default:
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				if t.other == nil {
					t.other = map[string]int{}
				}
				t.other[s.language]++
				break
			}
		}
	}
	if v, ok := tellingLetters[r]; ok {
		for _, l := range v {
			t.score[l]++
		}
	}
}

// script tells the languages that are alone, or nearly, in their script.
func (t *tally) script() string {
	best, top := "", t.latin+t.cyr
	for _, s := range scripts { // in a fixed order: a draw is always the same
		if n := t.other[s.language]; n > top {
			best, top = s.language, n
		}
	}
	switch {
	case best == "zh" && t.other["ja"]*8 > top:
		return "ja"
	case best == "ar" && t.score[index("fa")] > t.score[index("ar")]:
		return "fa"
	}
	return best
}

func index(language string) int {
	for i, l := range languages {
		if l == language {
			return i
		}
	}
	return 0
}

var scripts = []struct {
	table    *unicode.RangeTable
	language string
}{
	{unicode.Arabic, "ar"}, {unicode.Hebrew, "he"}, {unicode.Greek, "el"}, {unicode.Hiragana, "ja"},
	{unicode.Katakana, "ja"}, {unicode.Hangul, "ko"}, {unicode.Han, "zh"}, {unicode.Thai, "th"},
	{unicode.Devanagari, "hi"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"}, {unicode.Armenian, "hy"},
	{unicode.Georgian, "ka"}, {unicode.Ethiopic, "am"}, {unicode.Khmer, "km"}, {unicode.Myanmar, "my"},
	{unicode.Telugu, "te"}, {unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Sinhala, "si"},
}

// A vote is what a word counts for a language.
type vote struct {
	language uint8
	weight   uint8
}

// commonWords is made from commonLists: a word of one language counts more than
// a word of several.
var commonWords = func() map[string][]vote {
	out := map[string][]vote{}
	for i, l := range languages {
		for w := range strings.FieldsSeq(commonLists[l]) {
			out[w] = append(out[w], vote{uint8(i), 1})
		}
	}
	for _, v := range out {
		if len(v) == 1 {
			v[0].weight = sure
		}
	}
	return out
}()

// cyrillic tells which languages are written in Cyrillic letters.
var cyrillic = func() (out [len(languages)]bool) {
	for i, l := range languages {
		r, _ := utf8.DecodeRuneInString(commonLists[l])
		out[i] = unicode.Is(unicode.Cyrillic, r)
	}
	return out
}()

// endings are endings of words that speak for one language, of two letters or
// more.
var endings = func() map[string]int {
	out := map[string]int{}
	for i, l := range languages {
		for w := range strings.FieldsSeq(endingLists[l]) {
			if _, ok := out[w]; !ok { // the languages that are read stand first
				out[w] = i
			}
		}
	}
	return out
}()

// tellingLetters are letters that few of the languages have.
var tellingLetters = func() map[rune][]int {
	out := map[rune][]int{}
	for i, l := range languages {
		for _, r := range letterLists[l] {
			out[r] = append(out[r], i)
		}
	}
	return out
}()
