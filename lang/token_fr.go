package lang

import (
	"strings"
	"unicode/utf8"
)

// elisions are what stands before an apostrophe and is a word of its own.
var elisions = map[string]bool{"l": true, "d": true, "n": true, "s": true, "c": true, "j": true, "m": true, "t": true,
	"y": true, "qu": true, "jusqu": true, "lorsqu": true, "puisqu": true, "quoiqu": true, "ç": true, "parce qu": true, "tandis qu": true}

// elides reports whether the apostrophe at i ends an elided word: l'homme, not
// aujourd'hui, quelqu'un, presqu'île.
func (c *cutter) elides(i int) bool {
	if c.language != "fr" {
		return false
	}
	w := c.low.of(c.s[c.at:i])
	if w == "c" { // "c'est-à-dire" is one word
		rest := strings.TrimLeft(c.s[i:c.end], "'’")
		if strings.HasPrefix(rest, "est-à-dire") {
			return false
		}
	}
	if !elisions[w] {
		if k := strings.LastIndexByte(w, '-'); k < 0 || w[k+1:] != "t" {
			return false
		}
		return true // "va-t'en": the hyphen's clitic is cut in finishFrench
	}
	if w == "l" { // "l'on" is one pronoun
		rest := c.s[min(i+1, c.end):c.end]
		rest = strings.TrimPrefix(rest, "\x80\x99") // what is left of ’ after its first byte
		if len(rest) >= 2 && strings.EqualFold(rest[:2], "on") {
			r, _ := utf8.DecodeRuneInString(rest[2:])
			return isWordRune(r) || isHyphen(r)
		}
	}
	return true
}

// elided takes an elided word whose apostrophe ends at to.
func (c *cutter) elided(to int) {
	c.finish(to)
}

// clitics are the pronouns that follow their verb after a hyphen.
var clitics = map[string]bool{"il": true, "elle": true, "ils": true, "elles": true, "on": true, "je": true, "tu": true,
	"nous": true, "vous": true, "ce": true, "moi": true, "toi": true, "lui": true, "leur": true, "le": true, "la": true,
	"les": true, "y": true, "en": true, "t'": true, "m'": true, "là": true, "t-il": true, "t-elle": true, "t-ils": true,
	"t-elles": true, "t-on": true}

// finishFrench cuts clitics off ("a-t-il" is "a" and "-t-il") and opens
// contractions ("aux" is "à" and "les").
func (c *cutter) finishFrench(to int) {
	w := c.s[c.at:to]
	if k := c.cliticCut(w); k > 0 {
		rest := c.at + k
		c.take(rest)
		for c.at < to { // "donne-le-moi"
			next := to
			if inner := strings.IndexByte(c.s[c.at+1:to], '-'); inner > 0 && !strings.HasPrefix(c.s[c.at:], "-t-") && !strings.HasPrefix(c.s[c.at:], "-T-") {
				next = c.at + 1 + inner
			}
			c.take(next)
		}
		return
	}
	if len(w) <= 11 {
		if words, ok := contractions[c.low.of(w)]; ok && !isAllCaps(w) {
			c.out = append(c.out, piece{start: int32(c.at), end: int32(to), word: words[0]},
				piece{start: int32(c.at), end: int32(to), word: words[1], joined: true})
			c.at = to
			return
		}
	}
	c.take(to)
}

// isAllCaps reports whether w is an acronym and no contraction: "AUX" in a
// headline is one all the same.
func isAllCaps(w string) bool {
	if last := w[len(w)-1]; last < 'A' || last > 'Z' {
		return false
	}
	return len(w) > 1 && strings.ToUpper(w) == w && w != "DU" && w != "DES" && w != "AU" && w != "AUX"
}

// contractions lists the words written as one. "des" and "du" are here too;
// whether they are articles is decided once the words around them are known.
var contractions = map[string][2]string{
	"du": {"de", "le"}, "des": {"de", "les"}, "au": {"à", "le"}, "aux": {"à", "les"},
	"auquel": {"à", "lequel"}, "auxquels": {"à", "lesquels"}, "auxquelles": {"à", "lesquelles"},
	"duquel": {"de", "lequel"}, "desquels": {"de", "lesquels"}, "desquelles": {"de", "lesquelles"},
	"dudit": {"de", "ledit"}, "audit": {"à", "ledit"}, "ès": {"en", "les"},
}

// cliticCut returns where the clitics of w begin, 0 where it has none.
func (c *cutter) cliticCut(w string) int {
	k := strings.IndexByte(w, '-')
	if k <= 0 {
		return 0
	}
	low := c.low.of(w)
	for ; k > 0; k = nextHyphen(low, k) {
		if !allClitics(low[k+1:]) {
			continue
		}
		base := low[:k]
		if low[k+1:] == "là" {
			if strings.HasPrefix(base, "ce") && len(base) <= 6 || base == "jusque" || base == "au" || base == "de" || base == "par" {
				return 0
			}
			return k
		}
		if strings.HasPrefix(low[k+1:], "t-") || low[k+1:] == "je" || low[k+1:] == "ils" || low[k+1:] == "il" {
			return k
		}
		if c.lex == nil || c.lex.verb(base) && !c.lex.has(low) {
			return k
		}
		return 0
	}
	return 0
}

func nextHyphen(s string, k int) int {
	n := strings.IndexByte(s[k+1:], '-')
	if n < 0 {
		return 0
	}
	return k + 1 + n
}

func allClitics(s string) bool {
	for !clitics[s] {
		first, rest, ok := strings.Cut(s, "-")
		if !ok || !clitics[first] {
			return false
		}
		s = rest
	}
	return true
}

// joinsNumber reports whether letters that stand against a number make one word
// with it: "1er", "3e", "3D", not "20h30", "160km".
func (c *cutter) joinsNumber(w string) bool {
	switch c.low.of(w) {
	case "er", "ers", "ère", "ères", "re", "e", "es", "ème", "èmes", "ième", "nd", "nde", "d", "g":
		return true
	}
	return w[0] >= 'A' && w[0] <= 'Z' && w[0] != 'H'
}
