package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain makes a document of a plain text. The text stays as it is; only its
// parts are told.
func plain(dec decoded) *Document {
	d := &Document{Text: dec.s, Warnings: dec.warnings}
	d.divide()
	return d
}

// Prose makes a document of s as it stands: every line is a paragraph of prose
// in language, nothing is taken for a title, a head or a date.
func Prose(id DocID, s, language string) *Document {
	d := &Document{ID: id, Text: s, Language: language}
	for at := 0; at < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			end = at + n
		}
		if end > at {
			d.Parts = append(d.Parts, Part{Start: at, End: end})
		}
		at = end + 1
	}
	d.Sentences = Sentences(s, d.Parts)
	for i := range d.Sentences {
		d.Sentences[i].Language = language
	}
	return d
}

// divide tells the parts of the text of d.
func (d *Document) divide() {
	blocks := unwrap(d.Text, splitLines(d.Text))
	blocks = d.readHead(blocks)
	for i, b := range blocks {
		if i == 0 && d.Title != "" && d.Text[b.start:b.end] == d.Title {
			d.Parts = append(d.Parts, Part{b.start, b.end, Title}) // whatever it looks like
			continue
		}
		d.addBlock(b)
	}
	// The head is read before the prose, though a title may stand above it.
	slices.SortFunc(d.Parts, func(a, b Part) int { return a.Start - b.Start })
	d.nameShortLines()
	d.readSignature()
	d.warnCut()
}

// cutWords stand where a report goes on for subscribers only.
var cutWords = phrases(`réservé aux abonné | réservée aux abonné | de cet article à lire | continuer la lecture | poursuivre votre lecture | pour lire la suite | for subscribers only | to continue reading`)

// warnCut warns where one of the last lines says that the rest is not free.
func (d *Document) warnCut() {
	for _, p := range d.Parts[max(0, len(d.Parts)-4):] {
		line := strings.ToLower(d.Text[p.Start:p.End])
		if p.Kind == Furniture && len(line) < 250 && contains(line, cutWords) > 0 {
			d.Warnings = append(d.Warnings, Warning{Span: Span{Start: p.Start, End: p.End}, Rule: "behind-paywall", Message: behindPaywall})
			return
		}
	}
}

const behindPaywall = "only the free beginning of the report is here; save it again while logged in"

// A block is a line, or a paragraph that was broken into lines of one width.
type block struct {
	start, end int
	after      bool // an empty line stands before it
}

// splitLines returns the lines of s that are not empty, without the spaces
// around them. A carriage return alone ends a line, as on old machines.
func splitLines(s string) []block {
	var out []block
	after := false
	for start := 0; start <= len(s); {
		end := len(s)
		if i := strings.IndexAny(s[start:], "\n\r\f\u2028\u2029"); i >= 0 {
			end = start + i
		}
		a, b := trim(s, start, end)
		if a < b {
			out = append(out, block{a, b, after})
			after = false
		} else if end > start || end < len(s) && s[end] == '\n' {
			after = true
		}
		if end == len(s) {
			break
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		if strings.HasPrefix(s[end:], "\r\n") {
			n = 2
		}
		start = end + n
	}
	return out
}

// trim narrows start and end to what is neither space nor a mark of direction.
func trim(s string, start, end int) (int, int) {
	t := strings.TrimLeftFunc(s[start:end], blankRune)
	start = end - len(t)
	return start, start + len(strings.TrimRightFunc(t, blankRune))
}

func blankRune(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\u2060'
}

// widest is the longest line that can still come from a text broken at a fixed
// width; lines of a text that is not broken are whole paragraphs.
const widest = 100

// unwrap joins the lines of paragraphs that were broken at a fixed width. A
// break is taken for one of width where the next word would not have fitted.
func unwrap(s string, in []block) []block {
	width := 0
	for _, b := range in {
		width = max(width, utf8.RuneCountInString(s[b.start:b.end]))
	}
	if width > widest || len(in) < 3 {
		return unwrapSmall(s, in)
	}
	var out []block
	length := 0 // of the last line of the last block
	for i, b := range in {
		line := s[b.start:b.end]
		if i > 0 && !b.after && length+1+firstWord(line) > width && length*2 > width &&
			(!endsSentence(s[out[len(out)-1].start:out[len(out)-1].end]) || startsLower(line)) {
			out[len(out)-1].end = b.end
		} else {
			out = append(out, b)
		}
		length = utf8.RuneCountInString(line)
	}
	return out
}

// unwrapSmall joins the lines of a text of which only some paragraphs were broken: a
// long line that ends no sentence and the one below that begins with a small letter.
func unwrapSmall(s string, in []block) []block {
	var out []block
	for _, b := range in {
		if n := len(out) - 1; n >= 0 && !b.after && startsLower(s[b.start:b.end]) {
			above := s[out[n].start:out[n].end]
			if utf8.RuneCountInString(above) >= widest/2 && !endsSentence(above) && !strings.HasSuffix(above, ":") && !strings.HasSuffix(above, ";") {
				out[n].end = b.end
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

func firstWord(line string) int {
	if i := strings.IndexByte(line, ' '); i >= 0 {
		line = line[:i]
	}
	return utf8.RuneCountInString(line)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"«“'‘( \u00a0\u202f"))
	return unicode.IsLower(r)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"«“'‘(-–— \u00a0\u202f"))
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// endsSentence reports whether s ends as a sentence of prose does, behind
// closing quotation marks and brackets.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"»”'’)] \u00a0\u202f")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// readHead takes the lines that a text says of itself off its front, up to the
// first prose, and the lines with dates among the short lines that follow.
func (d *Document) readHead(blocks []block) []block {
	const headLines = 10
	var rest []block
	inKeys := true
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		line := d.Text[b.start:b.end]
		if i >= headLines {
			return append(rest, blocks[i:]...)
		}
		if p, ok := readDatePhrase(line, b.start); ok && headOnly(line, p.end, len(rest) == 0) {
			d.takeDates(p)
			d.Parts = append(d.Parts, Part{b.start, b.start + p.end, Header})
			if s, e := trim(d.Text, b.start+p.end, b.end); s < e && strings.Trim(d.Text[s:e], " -–—|,;•·()/:") != "" {
				blocks[i] = block{s, e, false}
				i--
			}
			inKeys = len(rest) == 0
			continue
		}
		if p, byline, ok := segmentDate(line, b.start); ok {
			d.takeDates(p)
			d.Byline = firstOf(d.Byline, byline)
			d.Parts = append(d.Parts, Part{b.start, b.end, Header})
			continue
		}
		if inKeys && len(line) < 300 && d.takeHeader(b) {
			continue
		}
		if len(rest) == 0 && frontMatterRule(line) {
			d.Parts = append(d.Parts, Part{b.start, b.end, Header})
			continue
		}
		if len(rest) < 3 { // a title and a lead may stand above it
			d.readDateline(b)
		}
		inKeys = false
		rest = append(rest, b)
	}
	return rest
}

func frontMatterRule(line string) bool { return line == "---" || line == "+++" }

// headOnly reports whether a line that begins with a date phrase of n bytes is
// about the report and not prose: "Publié le 6 janvier 2022 dans une revue, le
// rapport …" is prose.
func headOnly(line string, n int, first bool) bool {
	rest := strings.Trim(line[n:], " \u00a0-–—|,;•·()/:.")
	if rest == "" {
		return true
	}
	if _, ok := foldPrefix(line, "date"); ok && first {
		return true
	}
	if !first {
		return len(rest) < 40 && !endsSentence(line)
	}
	return startsUpper(rest)
}

// readDateline takes the publication from "PARIS, 6 jan 2031 (AFP) -", which
// stays prose. Only a whole date will do; "PARIS, 6 jan" is left to the stage
// that dates reports from each other.
func (d *Document) readDateline(b block) {
	line := d.Text[b.start:min(b.end, b.start+120)]
	comma := strings.IndexByte(line, ',')
	if comma < 3 || comma > 60 {
		return
	}
	// "Paris, le 6 janv. 2031 –" needs no capitals: its "le" sets it apart
	letter := comma <= 30 && startsUpper(line) && strings.HasPrefix(strings.TrimLeft(line[comma+1:], " \u00a0"), "le ")
	if !letter && !allCaps(line[:comma]) {
		return
	}
	at := comma + 1 + len(line[comma+1:]) - len(strings.TrimLeft(line[comma+1:], " \u00a0"))
	if n, ok := foldPrefix(line[at:], "le "); ok {
		at += n
	}
	when, zone, n := readDate(line[at:])
	rest := strings.TrimLeft(line[at+n:], " \u00a0")
	if n == 0 || !when.OneDay() || !strings.HasPrefix(rest, "(") && !strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "—") && !strings.HasPrefix(rest, "/") {
		return
	}
	d.takeDates(datePhrase{published: Stated{When: when, Zone: zone, Written: line[at : at+n], Basis: "stated",
		Because: []Span{{Start: b.start + at, End: b.start + at + n}}}})
}

// allCaps reports whether the letters of s are capitals, three at least.
func allCaps(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 3
}

// addBlock appends the parts of b: mostly one paragraph, with the button or the
// credit that the page glued to its end apart.
func (d *Document) addBlock(b block) {
	line := d.Text[b.start:b.end]
	switch kind := lineKind(line); kind {
	case Paragraph:
	case Credit:
		if isByline(line) {
			d.Byline = firstOf(d.Byline, line)
		}
		fallthrough
	default:
		d.Parts = append(d.Parts, Part{b.start, b.end, kind})
		return
	}
	if a, b2 := inlineCrosshead(line); a > 0 {
		// The dispatch lost its line breaks; what stands before and after is prose.
		d.addBlock(trimmed(d.Text, b.start, b.start+a))
		d.Parts = append(d.Parts, Part{b.start + a, b.start + b2, Crosshead})
		d.addBlock(trimmed(d.Text, b.start+b2, b.end))
		return
	}
	if n := gluedHead(line); n > 0 {
		s, _ := trim(d.Text, b.start+n, b.end)
		d.Parts = append(d.Parts, Part{b.start, b.start + n, Furniture})
		b.start = s
		line = d.Text[b.start:b.end]
	}
	cut, kind := gluedTail(line)
	if cut <= 0 || cut >= len(line) {
		d.Parts = append(d.Parts, Part{b.start, b.end, Paragraph})
		return
	}
	_, e := trim(d.Text, b.start, b.start+cut)
	s, _ := trim(d.Text, b.start+cut, b.end)
	prose := Paragraph
	if tail := d.Text[s:b.end]; kind == Credit && (strings.ContainsRune(tail, '©') || signedByAgency(tail) || signed(tail)) {
		prose = Caption // a sentence signed by a photographer describes a picture
	}
	d.Parts = append(d.Parts, Part{b.start, e, prose}, Part{s, b.end, kind})
}

func trimmed(s string, start, end int) block {
	start, end = trim(s, start, end)
	return block{start, end, false}
}

// inlineCrosshead finds the first "- Troupes déployées -" between two sentences
// of one line and returns where it begins and ends; 0 where there is none.
func inlineCrosshead(line string) (start, end int) {
	if len(line) < 100 {
		return 0, 0
	}
	for i := 1; ; {
		n := strings.Index(line[i:], " - ")
		if n < 0 {
			return 0, 0
		}
		start = i + n + 1
		i = start + 1
		m := strings.Index(line[i:], " - ")
		if m < 3 || m > 80 {
			continue
		}
		end = i + m + len(" -")
		inner := line[start+len("- ") : end-len(" -")]
		if endsSentence(line[:start]) && endsSentenceBefore(line[end:]) && startsUpper(inner) && !strings.ContainsAny(inner, ".;") && startsUpper(line[end:]) {
			return start, end
		}
	}
}

// endsSentenceBefore reports whether rest holds a whole sentence.
func endsSentenceBefore(rest string) bool {
	return len(rest) > 40 && strings.ContainsAny(rest, ".!?…")
}
