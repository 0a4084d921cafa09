package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands in this file cuts a sentence into words as Universal Dependencies
// count them. Every piece keeps its place in the text; whatever the bytes are,
// pieces come in order, do not overlap and begin and end between characters.

// A piece is one word of a text before it has been read.
type piece struct {
	start, end int32
	word       string // the word where it is not what is written: "de" and "le" of "du"
	joined     bool
}

// A cutter cuts the text of one sentence.
type cutter struct {
	s        string // the whole text
	at, end  int    // what is left of the sentence
	language string
	lex      *Lexicon
	low      lowered
	out      []piece
}

// lowered remembers words in lower case, so that a capital costs memory once.
type lowered map[string]string

// of returns w in lower case; w itself where that would change its length, for
// places in the one are taken for places in the other.
func (l lowered) of(w string) string {
	plain := true
	for i := range len(w) {
		if c := w[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	if s, ok := l[w]; ok {
		return s
	}
	s := strings.ToLower(w)
	if len(s) != len(w) {
		s = w
	}
	if l != nil {
		if len(l) >= maxKnown {
			clear(l)
		}
		l[strings.Clone(w)] = strings.Clone(s)
	}
	return s
}

// cut appends the pieces of s[from:to] to out.
func cut(s string, from, to int, language string, lex *Lexicon, low lowered, out []piece) []piece {
	c := cutter{s: s, at: from, end: to, language: language, lex: lex, low: low, out: out}
	for c.at < c.end {
		r, n := c.rune(c.at)
		switch {
		case isSpace(r) || unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r < ' ':
			c.at += n
		case r >= '0' && r <= '9':
			c.number()
		case isWordRune(r):
			c.word()
		case (r == '#' || r == '@') && c.letterAt(c.at+n):
			c.take(c.run(c.at+n, isHandleRune))
		default:
			c.sign(r, n)
		}
	}
	return c.out
}

// rune decodes the character at i, which may not run over the sentence's end.
func (c *cutter) rune(i int) (rune, int) { return utf8.DecodeRuneInString(c.s[i:c.end]) }

func (c *cutter) letterAt(i int) bool {
	if i >= c.end {
		return false
	}
	r, _ := c.rune(i)
	return unicode.IsLetter(r)
}

func (c *cutter) digitAt(i int) bool { return i < c.end && c.s[i] >= '0' && c.s[i] <= '9' }

// take makes one piece of what stands before byte to.
func (c *cutter) take(to int) {
	c.out = append(c.out, piece{start: int32(c.at), end: int32(to)})
	c.at = to
}

// run returns the end of the characters from i that are in.
func (c *cutter) run(i int, in func(rune) bool) int {
	for i < c.end {
		r, n := c.rune(i)
		if !in(r) {
			break
		}
		i += n
	}
	return i
}

func isWordRune(r rune) bool {
	return r < utf8.RuneSelf && (r|32 >= 'a' && r|32 <= 'z') ||
		r >= utf8.RuneSelf && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)) || r == '_'
}

func isHandleRune(r rune) bool { return isWordRune(r) || r >= '0' && r <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// sign takes punctuation: dots, exclamation marks and hyphens in runs, all else
// one by one. Whatever modifies a sign (an accent, the parts of an emoji) stays
// with it.
func (c *cutter) sign(r rune, n int) {
	to := c.at + n
	switch r {
	case '.', '!', '?', '*', '=', '_', '~':
		to = c.run(to, func(q rune) bool { return q == r || r == '!' && q == '?' || r == '?' && q == '!' })
	case '-':
		if c.digitAt(to) && (c.at == 0 || !isDigitByte(c.s[c.at-1])) && c.spaceBefore() {
			c.at = to // a negative number: the sign goes with it
			c.number()
			c.out[len(c.out)-1].start--
			return
		}
		to = c.run(to, func(q rune) bool { return q == '-' })
		if c.language == "fr" && to == c.at+1 && c.letterAt(to) && !c.spaceBefore() {
			to = c.run(to, isWordRune) // a clitic left behind by a cut: "-t", "-il"
		}
	}
	for to < c.end {
		q, k := c.rune(to)
		if !unicode.IsMark(q) && q != 0x200D && !(q >= 0x1F3FB && q <= 0x1F3FF) {
			if to > c.at && joiner(c.s[:to]) && q > 0x2190 {
				to += k
				continue
			}
			break
		}
		to += k
	}
	c.take(to)
}

// joiner reports whether s ends in the sign that joins two emoji.
func joiner(s string) bool { return strings.HasSuffix(s, "\u200d") }

func isDigitByte(b byte) bool { return b >= '0' && b <= '9' }

func (c *cutter) spaceBefore() bool {
	if len(c.out) == 0 || c.at == 0 {
		return true
	}
	return int(c.out[len(c.out)-1].end) < c.at
}

// number takes digits with their separators ("8.000", "2 030", "12,5", "03:06",
// "2004-2005", "1er", "20h30", "3D").
func (c *cutter) number() {
	i := c.digits(c.at)
	for i < c.end {
		r, n := c.rune(i)
		switch {
		case r == '.' || r == ',' || r == ':' || r == '/' || r == '\'':
			if !c.digitAt(i + n) {
				c.take(i)
				return
			}
			i = c.digits(i + n)
		case isHyphen(r) || r == '–':
			if !c.digitAt(i+n) && !(isHyphen(r) && c.letterAt(i+n)) || c.language == "ru" && r == '–' {
				c.take(i)
				return
			}
			i = c.run(i+n, isHandleRune)
		case isSpace(r) && c.groups(i+n, c.at):
			i += n + 3
		case isWordRune(r):
			to := c.run(i, isHandleRune)
			if c.language == "fr" && !c.joinsNumber(c.s[i:to]) {
				c.take(i) // "160km", "20h30"
				if unit := c.run(i, isWordRune); unit < to {
					c.take(unit)
				}
				return
			}
			i = to
		default:
			c.take(i)
			return
		}
	}
	c.take(i)
}

func (c *cutter) digits(i int) int {
	for c.digitAt(i) {
		i++
	}
	return i
}

// groups reports whether the three digits at i go on a number whose thousands
// are set apart by spaces: "2 030", not "en 2022 130 personnes".
func (c *cutter) groups(i, start int) bool {
	if c.language == "en" || i+3 > c.end || c.digitAt(i+3) || i+3 < c.end && c.letterAt(i+3) {
		return false
	}
	for k := i; k < i+3; k++ {
		if !c.digitAt(k) {
			return false
		}
	}
	lead := 0
	for k := start; c.digitAt(k); k++ {
		lead++
	}
	return lead <= 3 && c.s[start] != '0'
}

// word takes a word with what belongs inside it, then lets the language cut it.
func (c *cutter) word() {
	if to := c.address(); to > 0 {
		c.take(to)
		return
	}
	i := c.run(c.at, isHandleRune)
	for i < c.end {
		r, n := c.rune(i)
		next := i + n
		switch {
		case isApostrophe(r):
			if c.elides(i) {
				c.elided(next)
				return
			}
			if !c.letterAt(next) {
				c.finish(i)
				return
			}
			i = c.run(next, isHandleRune)
		case isHyphen(r):
			if !c.letterAt(next) && !c.digitAt(next) || c.language == "en" && !c.hyphenJoins(i) {
				c.finish(i)
				return
			}
			i = c.run(next, isHandleRune)
		case r == '.' && c.dotJoins(i):
			i = c.run(next, isHandleRune)
		case (r == '/' || r == '&') && (c.letterAt(next) || c.digitAt(next)) && i-c.at <= 2:
			i = c.run(next, isHandleRune)
		case r == '·' && c.letterAt(next):
			i = c.run(next, isHandleRune)
		case r == '.' && c.keepsDot(i):
			c.take(next)
			return
		case r == '°':
			c.finish(next)
			return
		default:
			c.finish(i)
			return
		}
	}
	c.finish(i)
}

// address returns the end of a web or mail address that begins here, 0 if none
// does.
func (c *cutter) address() int {
	rest := c.s[c.at:c.end]
	web := strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "www.")
	if !web {
		i := c.run(c.at, isHandleRune)
		for i < c.end && (c.s[i] == '.' || c.s[i] == '-' || c.s[i] == '_') && c.run(i+1, isHandleRune) > i+1 {
			i = c.run(i+1, isHandleRune)
		}
		if i >= c.end || c.s[i] != '@' || !c.letterAt(i+1) {
			return 0
		}
	}
	to := c.run(c.at, func(r rune) bool {
		return !isSpace(r) && !unicode.IsSpace(r) && r != utf8.RuneError && !strings.ContainsRune("\"«»<>“”()", r)
	})
	for to > c.at+1 && strings.IndexByte(".,;:!?'", c.s[to-1]) >= 0 {
		to--
	}
	return to
}

// dotJoins reports whether the dot at i stands inside a word: "lemonde.fr",
// "U.S", "J.A", not the missing space of "terminée.Elle".
func (c *cutter) dotJoins(i int) bool {
	if !c.letterAt(i+1) && !c.digitAt(i+1) {
		return false
	}
	prev, _ := utf8.DecodeLastRuneInString(c.s[c.at:i])
	next, _ := c.rune(i + 1)
	if unicode.IsLower(prev) && unicode.IsUpper(next) {
		return i-c.at <= 2 // "St.John"
	}
	return true
}

// keepsDot reports whether the dot at i belongs to the word before it: an
// initial or an abbreviation. A dot that ends the sentence is its full stop,
// save after "etc." and its like.
func (c *cutter) keepsDot(i int) bool {
	w := c.s[c.at:i]
	last := c.run(i+1, func(r rune) bool { return isSpace(r) || strings.ContainsRune("\"»”)", r) }) >= c.end
	if strings.Contains(w, ".") && len(w) <= 8 {
		return true // "U.S.", "J.-C.", "c.-à-d."
	}
	if last {
		return c.isFinalAbbreviation(w)
	}
	if utf8.RuneCountInString(w) == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) || c.isAbbreviation(w)
	}
	if _, after, ok := strings.Cut(w, "-"); ok && utf8.RuneCountInString(after) == 1 {
		return true // "J.-C."
	}
	return c.isAbbreviation(w)
}

// finish takes the word that ends at to, cut as its language cuts.
func (c *cutter) finish(to int) {
	switch c.language {
	case "fr":
		c.finishFrench(to)
	case "en":
		c.finishEnglish(to)
	default:
		c.take(to)
	}
}
