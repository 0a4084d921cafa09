package story

import (
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// Fingerprints, after Schleimer, Wilkerson and Aiken, "Winnowing" (2003): every
// run of five words is hashed to 64 bits, and of every eight hashes in a row the
// smallest is kept, so that any copy of twelve words shares at least one.
const (
	shingleWords = 5
	windowSize   = 8
)

// A fingerprint is a kept hash; its lowest bit is set where words of it stand
// between quotation marks. What was said before many microphones is no evidence
// of copying.
type fingerprint uint64

func (f fingerprint) quoted() bool { return f&1 == 1 }
func (f fingerprint) key() uint64  { return uint64(f) >> 1 }

// A winnower makes fingerprints. It keeps its buffers between reports.
type winnower struct {
	out  []fingerprint
	last [shingleWords]uint64 // the words of the run, by their number
	roll uint64               // their hash
	said uint8                // a bit a word, set inside quotation marks
	ring [windowSize]fingerprint
	n    int // words in the stretch
	kept int // the shingle last kept, so as not to keep it twice
}

// fingerprints returns those of the prose of r. The result is valid until the
// next call.
func (w *winnower) fingerprints(r *claim.Report) []fingerprint {
	w.out = w.out[:0]
	for _, s := range proseOf(r) {
		w.stretch(r.Text[s.Start:s.End])
	}
	return w.out
}

// stretch adds the fingerprints of one stretch of prose.
func (w *winnower) stretch(s string) {
	w.n, w.kept, w.roll, w.said = 0, -1, 0, 0
	w.last = [shingleWords]uint64{}
	quoted := uint8(0)
	h := uint64(fnvBasis)
	for i := 0; i < len(s); {
		if c := smallByte[s[i]]; c != 0 {
			h = (h ^ uint64(c)) * fnvPrime
			i++
			continue
		}
		n := 1
		if s[i] >= 0x80 {
			var c byte
			if c, n = wideLetter(s, i); c != 0 {
				h = (h ^ uint64(c) ^ uint64(s[i]|1)<<8) * fnvPrime
				i += n
				continue
			}
		}
		if h != fnvBasis {
			w.word(h, quoted)
			h = fnvBasis
		}
		switch c := s[i]; {
		case c >= 0x80:
			quoted = quoteState(s, i, quoted)
		case c == '"':
			quoted = opensQuote(s, i)
		case c == '\n' && i+1 < len(s) && s[i+1] == '\n':
			quoted = 0 // a quotation ends with its paragraph, closed or not
		}
		i += n
	}
	if h != fnvBasis {
		w.word(h, quoted)
	}
	w.flush()
}

// word takes the next word. Quoted is 1 inside quotation marks.
func (w *winnower) word(h uint64, quoted uint8) {
	at := w.n % shingleWords
	w.roll = (w.roll-w.last[at]*rollOut)*rollBy + h
	w.last[at] = h
	w.said = (w.said<<1 | quoted) & (1<<shingleWords - 1)
	w.n++
	if w.n < shingleWords {
		return
	}
	x := w.roll
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 32
	f := fingerprint(x &^ 1)
	if w.said != 0 {
		f |= 1
	}
	first := w.n - shingleWords
	w.ring[first%windowSize] = f
	if first >= windowSize-1 {
		w.keep(first-windowSize+1, first)
	}
}

// flush keeps one fingerprint of a stretch too short to fill a window.
func (w *winnower) flush() {
	if at := w.n - shingleWords; at >= 0 && at < windowSize-1 {
		w.keep(0, at)
	}
}

// keep keeps the smallest of the shingles from..to, the last of equals.
func (w *winnower) keep(from, to int) {
	if w.kept >= from && w.ring[to%windowSize].key() > w.ring[w.kept%windowSize].key() {
		return
	}
	best := to
	for i := to - 1; i >= from; i-- {
		if w.ring[i%windowSize].key() < w.ring[best%windowSize].key() {
			best = i
		}
	}
	if best != w.kept {
		w.kept = best
		w.out = append(w.out, w.ring[best%windowSize])
	}
}

// The shingle's hash is a polynomial of its words: the word that leaves the run
// is taken out, the rest moves up.
const rollBy uint64 = 0x9e3779b97f4a7c15

// rollOut is the factor of the oldest of five words, rollBy to the fourth.
var rollOut = func() uint64 {
	square := rollBy
	square *= square
	return square * square
}()

// smallByte is the small form of ASCII letters and digits, 0 for all else.
var smallByte = func() (t [256]uint8) {
	for c := range 0x80 {
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z':
			t[c] = uint8(c) | 0x20
		case c >= 'A' && c <= 'Z':
			t[c] = uint8(c) | 0x20
		}
	}
	return t
}()

// Classes of bytes.
const (
	isOther = iota
	isWord  // an ASCII letter or digit
	isWide  // the first byte of a longer character
)

var byteClass = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 0x80:
			t[c] = isWide
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			t[c] = isWord
		}
	}
	return t
}()

// wideLetter returns a byte that stands for the letter at s[i], in small form,
// and the letter's length; 0 where no letter stands there.
func wideLetter(s string, i int) (byte, int) {
	n := 2
	switch c := s[i]; {
	case c >= 0xf0:
		n = 4
	case c >= 0xe0:
		n = 3
	}
	if i+n > len(s) {
		return 0, len(s) - i
	}
	d := s[i+1]
	switch c := s[i]; c {
	case 0xc2:
		return 0, n // marks and spaces
	case 0xc3:
		if d < 0xa0 && d != 0x97 {
			d += 0x20 // À to à
		}
		return d, n
	case 0xd0:
		switch {
		case d >= 0x90 && d <= 0x9f:
			return d + 0x20, n // А to а
		case d >= 0xa0 && d <= 0xaf:
			return d + 0x50, n // Р, the first half of whose small forms is written D1
		}
		return d, n
	case 0xd1:
		if d < 0x90 {
			return d + 0x70, n
		}
		return d, n
	case 0xe2, 0xe3:
		return 0, n // quotation marks, dashes, thin spaces
	}
	if n == 3 {
		d ^= s[i+2]
	}
	return d | 1, n
}

// opensQuote tells an opening straight mark by the space before it: counting
// them would turn the rest of a text inside out where an editor dropped one.
func opensQuote(s string, i int) uint8 {
	if i == 0 || s[i-1] == ' ' || s[i-1] == '\n' || s[i-1] == '(' || s[i-1] == '\'' || s[i-1] == 0x99 || s[i-1] == 0xa0 {
		return 1
	}
	return 0
}

// quoteState is 1 where words behind the mark at s[i] are quoted.
func quoteState(s string, i int, quoted uint8) uint8 {
	switch {
	case strings.HasPrefix(s[i:], "«"), strings.HasPrefix(s[i:], "“"), strings.HasPrefix(s[i:], "„"):
		return 1
	case strings.HasPrefix(s[i:], "»"), strings.HasPrefix(s[i:], "”"):
		return 0
	}
	return quoted
}

// proseOf returns the stretches of r that may be evidence of copying: the
// reporter's paragraphs, without headlines, captions and what pages repeat.
func proseOf(r *claim.Report) []text.Span {
	var out []text.Span
	for _, p := range r.Parts {
		if !isProse(r, p) {
			continue
		}
		if n := len(out); n > 0 && p.Start-out[n-1].End <= 4 {
			out[n-1].End = p.End // words run on from paragraph to paragraph
			continue
		}
		out = append(out, r.Span(p.Start, p.End))
	}
	return out
}

// isProse reports whether p is the reporter's, and no invitation of the page.
func isProse(r *claim.Report, p text.Part) bool {
	switch p.Kind {
	case text.Paragraph, text.Lead, text.Crosshead:
		return !invites(r.Text[p.Start:p.End])
	}
	return false
}

// invitations are word stems of what pages say of themselves. Two of them in a
// paragraph make it one that many pages have.
var invitations = []string{"abonn", "newsletter", "cookie", "droits réservés", "rights reserved", "inscri", "notre site", "notre application", "téléchargez",
	"cliquez", "suivez-nous", "réseaux sociaux", "subscrib", "sign up", "our app", "click here", "follow us", "données personnelles", "partenaires",
	"votre adresse", "e-mail", "gratuit", "rédaction", "lettre d'information", "podcast", "подпис", "редакци", "телеграм", "материалы сайта", "lecteurs", "readers", "privacy"}

func invites(s string) bool {
	if len(s) > 700 || !mayInvite(s) {
		return false
	}
	low := strings.ToLower(s)
	n := 0
	for _, w := range invitations {
		if strings.Contains(low, w) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}

// mayInvite looks for the first four bytes of two invitations at the head of
// words: most paragraphs have none, and every paragraph is asked.
func mayInvite(s string) bool {
	n := 0
	for i := 0; i+4 <= len(s); i++ {
		if (i == 0 || s[i-1] <= ' ' || s[i-1] == '\'' || s[i-1] == 0x99) && invitationHeads[headOf(s[i:])] {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}

// headOf hashes the first four bytes of s in small form.
func headOf(s string) uint16 {
	x := uint32(s[0]|0x20)<<24 | uint32(s[1]|0x20)<<16 | uint32(s[2]|0x20)<<8 | uint32(s[3]|0x20)
	return uint16(x * 0x9e3779b1 >> 16)
}

var invitationHeads = func() (t [1 << 16]bool) {
	for _, w := range invitations {
		t[headOf(w)] = true
	}
	return t
}()
