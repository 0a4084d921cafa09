package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences divides s into sentences: stretches of prose that end in a full
// stop or its equivalent, closing quotation marks included. A quotation of
// several sentences is several sentences. None runs over a part; where parts is
// nil every line is one. The Language of a sentence is its own where it can be
// told, else that of s.
func Sentences(s string, parts []Part) []Sentence {
	if parts == nil {
		for _, b := range splitLines(s) {
			parts = append(parts, Part{Start: b.start, End: b.end})
		}
	}
	whole := Language(s)
	var out []Sentence
	for i, p := range parts {
		d := divider{s: s, start: p.Start, end: p.End, language: whole}
		d.language = foreign(s[p.Start:p.End], whole)
		d.divide(func(from, to int) {
			out = append(out, Sentence{Start: from, End: to, Part: i, Language: foreign(s[from:to], d.language)})
		})
	}
	return out
}

// A divider finds the ends of the sentences of one part.
type divider struct {
	s          string
	start, end int
	language   string
	inQuote    bool // a straight quotation is open
}

func (d *divider) divide(emit func(from, to int)) {
	from, _ := trim(d.s, d.start, d.end)
	for i := from; i < d.end; {
		c := d.s[i]
		if c < utf8.RuneSelf && c != '.' && c != '!' && c != '?' {
			if c == '"' {
				d.inQuote = d.opens(i)
			}
			if isGapSpace(c) && d.gapEnds(from, i) {
				emit(from, i)
				from, _ = trim(d.s, i, d.end)
				i = from
				continue
			}
			i++
			if c == ';' && d.spaceAt(i) && d.startsClause(i) {
				emit(from, i)
				from, _ = trim(d.s, i, d.end)
				i = from
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(d.s[i:d.end])
		if !endsWith(r) {
			i += n
			continue
		}
		stop := d.run(i)
		to, quote := d.closers(stop)
		if d.ends(from, i, stop, to) {
			if a, b := trim(d.s, from, to); a < b {
				emit(a, b)
			}
			d.inQuote = quote
			from, _ = trim(d.s, to, d.end)
			i = from
			continue
		}
		i = stop
	}
	if a, b := trim(d.s, from, d.end); a < b {
		emit(a, b)
	}
}

// opens reports whether a quotation is open after the straight mark at byte i.
// The spaces beside it tell; where they do not, every second mark closes. One
// stray mark must not turn all that follow around.
func (d *divider) opens(i int) bool {
	before, _ := utf8.DecodeLastRuneInString(d.s[d.start:i])
	left := i == d.start || unicode.IsSpace(before)
	if right := d.spaceAt(i + 1); left != right {
		return left
	}
	return !d.inQuote
}

func endsWith(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '‽':
		return true
	}
	return false
}

// run returns the end of the stops at i: "...", "?!".
// French sets ! and ? off by a space: "fini... !".
func (d *divider) run(i int) int {
	end := i
	for i < d.end {
		r, n := utf8.DecodeRuneInString(d.s[i:d.end])
		switch {
		case r == '!' || r == '?' || endsWith(r) && end == i:
			end = i + n
		case unicode.IsSpace(r) || r == '\u202f':
		default:
			return end
		}
		i += n
	}
	return end
}

// startsClause reports whether what follows a semicolon is a sentence of its
// own: it begins with a capital, and not with a name.
func (d *divider) startsClause(i int) bool {
	r, glued := d.next(i)
	return !glued && unicode.IsUpper(r) && d.startsSentence(i)
}

// closers returns the end of the closing marks after a stop, and whether a
// straight quotation is still open there. « . » may stand off by a space.
func (d *divider) closers(i int) (end int, quote bool) {
	quote = d.inQuote
	end = i
	for i < d.end {
		r, n := utf8.DecodeRuneInString(d.s[i:d.end])
		switch {
		case r == '»' || r == '”' || r == ')' || r == ']' || r == '›':
			end = i + n
		case r == '’' && end == i:
			end = i + n
		case r == '"' && (d.spaceAt(i+n) && (quote || end == i || d.quoteOpensAt(i+n)) || quote && end == i):
			quote = false
			end = i + n
		case r == '[' && i == end: // "[1]", a reference
			k := strings.IndexByte(d.s[i:d.end], ']')
			if k < 2 || k > 4 || !allDigits(d.s[i+1:i+k]) {
				return end, quote
			}
			n = k + 1
			end = i + n
		case endsWith(r) && end == i: // "fini !»."
			end = i + n
		case unicode.IsSpace(r) || r == '\u202f':
		default:
			return end, quote
		}
		i += n
	}
	return end, quote
}

// quoteOpensAt reports whether the next word after byte i begins with a quotation
// mark: the mark before it closed another.
func (d *divider) quoteOpensAt(i int) bool {
	i = skipGap(d.s, i, d.end)
	return i+1 < d.end && (d.s[i] == '"' && !d.spaceAt(i+1) || strings.HasPrefix(d.s[i:d.end], "«"))
}

func (d *divider) spaceAt(i int) bool {
	if i >= d.end {
		return true
	}
	r, _ := utf8.DecodeRuneInString(d.s[i:d.end])
	return unicode.IsSpace(r)
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// ends reports whether the stops from at to stop, with closing marks up to to,
// end the sentence that began at from.
func (d *divider) ends(from, at, stop, to int) bool {
	if to >= d.end {
		return true
	}
	next, glued := d.next(to)
	if next == 0 {
		return true
	}
	if stop == to && glued {
		return d.missingSpace(at, stop, next)
	}
	r, _ := utf8.DecodeRuneInString(d.s[at:])
	if r > '…' {
		return true // 。 and its like stand nowhere else
	}
	if unicode.IsLower(next) && d.s[at] == '.' && stop == at+1 && stop == to && (d.plainWord(at) || d.listMark(skipGap(d.s, to, d.end), d.end)) {
		return true // careless writing: "c'est fini. je pars"
	}
	if unicode.IsLower(next) || strings.ContainsRune(",;:.)", next) {
		return false
	}
	if d.s[at] == '.' && stop == at+1 && stop == to {
		return d.dotEnds(from, at, to, next)
	}
	return true
}

// next returns the first character of the words after to, opening marks left
// out, and whether nothing stands between.
func (d *divider) next(to int) (r rune, glued bool) {
	glued = true
	for i := to; i < d.end; {
		r, n := utf8.DecodeRuneInString(d.s[i:d.end])
		switch {
		case unicode.IsSpace(r) || r == '\u202f' || r == '\u200b':
			glued = false
		case strings.ContainsRune("\"«“‘'(-–—•*[¿¡", r):
		default:
			return r, glued
		}
		i += n
	}
	return 0, glued
}

// missingSpace reports whether a full stop that stands against the next word
// ends its sentence all the same: "terminée.Elle", not "lemonde.fr" or "U.S.A".
func (d *divider) missingSpace(at, stop int, next rune) bool {
	if r, _ := utf8.DecodeRuneInString(d.s[at:]); r > '…' {
		return true
	}
	before := d.wordBefore(at)
	closed := before == "" && d.closedBefore(at) // "tribunal\".La"
	first, _ := utf8.DecodeRuneInString(before)
	letters := isOneOf(freshWords[d.language], d.s, stop, d.end) && unicode.IsUpper(first) && !strings.Contains(before, ".") // "sur RTL.Une", "en Basse-Lisane.Selon"
	if !unicode.IsUpper(next) || !closed && utf8.RuneCountInString(before) < 3 {
		return false
	}
	for _, r := range before {
		if !unicode.IsLower(r) && !letters {
			return false
		}
	}
	_, n := utf8.DecodeRuneInString(d.s[stop:d.end])
	after, _ := utf8.DecodeRuneInString(d.s[min(stop+n, d.end):d.end])
	return unicode.IsLower(after) || after == '\'' || after == '’'
}

// closedBefore reports whether a quotation or a bracket closes right before byte at.
func (d *divider) closedBefore(at int) bool {
	r, n := utf8.DecodeLastRuneInString(d.s[d.start:at])
	if r == '"' {
		before, _ := utf8.DecodeLastRuneInString(d.s[d.start : at-n])
		return unicode.IsLetter(before) || unicode.IsDigit(before)
	}
	return r == '»' || r == '”' || r == ')'
}

// wordBefore returns the word that ends at byte at, dots and hyphens inside it
// included.
func (d *divider) wordBefore(at int) string {
	i := at
	for i > d.start {
		r, n := utf8.DecodeLastRuneInString(d.s[d.start:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-' && r != '°' {
			break
		}
		i -= n
	}
	return d.s[i:at]
}

// dotEnds decides for one dot between a word and a word that may begin a
// sentence.
func (d *divider) dotEnds(from, at, to int, next rune) bool {
	w := d.wordBefore(at)
	if w == "" {
		return true
	}
	start := at - len(w)
	low := strings.ToLower(w)
	if start == from && (allDigits(w) && len(w) < 4 || len(w) == 1) {
		return false // "1. Bilan", "A. Les faits": an item of a list
	}
	kind := stopWords[d.language][low]
	if kind == 0 && d.language != "fr" && d.language != "ru" {
		kind = stopWords["en"][low]
	}
	switch kind {
	case title:
		return false
	case numbered:
		return !unicode.IsDigit(next) && (len(low) > 4 || d.startsSentence(to))
	case closing:
		return unicode.IsUpper(next) && d.startsSentence(to) || kind == closing && low == "etc"
	case unit:
		return unicode.IsUpper(next) && d.digitBefore(start)
	}
	if strings.Contains(w, ".") && utf8.RuneCountInString(w) <= 8 {
		return d.startsSentence(to) // "U.S.", "av. J.-C."
	}
	if r, n := utf8.DecodeRuneInString(w); n == len(w) && unicode.IsUpper(r) {
		if w == "X" && d.network(start) {
			return unicode.IsUpper(next) // "a-t-il écrit sur X. Six personnes"
		}
		return d.startsSentence(to) && !d.initialBefore(start) // "J. Dupont", but "la vitamine C. Elle"
	}
	return true
}

// plainWord reports whether what stands before the dot at byte at is surely no
// abbreviation: those are short and end in a consonant.
func (d *divider) plainWord(at int) bool {
	w := d.wordBefore(at)
	if len(w) > 1 && !strings.Contains(w, ".") && strings.ToUpper(w) == w && strings.ToLower(w) != w {
		return stopWords[d.language][strings.ToLower(w)] == 0 // "à l'OTAN. nous verrons"
	}
	for i, r := range w {
		if !unicode.IsLower(r) && (i > 0 || !unicode.IsUpper(r)) {
			return false
		}
	}
	n := utf8.RuneCountInString(w)
	last, _ := utf8.DecodeLastRuneInString(w)
	return stopWords[d.language][strings.ToLower(w)] == 0 && (n >= 7 || n >= 3 && strings.ContainsRune("aeiouyéèêàsxz", last))
}

// digitBefore reports whether a number stands before byte i: "2012 г.".
func (d *divider) digitBefore(i int) bool {
	t := strings.TrimRightFunc(d.s[d.start:i], unicode.IsSpace)
	return t != "" && t[len(t)-1] >= '0' && t[len(t)-1] <= '9'
}

// network reports whether the X at byte i is the one where people post: "sur X".
func (d *divider) network(i int) bool {
	before := strings.ToLower(strings.TrimRightFunc(d.s[d.start:i], unicode.IsSpace))
	for _, w := range []string{" sur", " on", " via", " réseau", " network"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// initialBefore reports whether another initial stands before byte i.
func (d *divider) initialBefore(i int) bool {
	return strings.HasSuffix(strings.TrimRightFunc(d.s[d.start:i], unicode.IsSpace), ".")
}

// startsSentence reports whether the word after to is one that begins sentences
// and no names.
func (d *divider) startsSentence(to int) bool {
	return isOneOf(starters[d.language], d.s, to, d.end)
}
