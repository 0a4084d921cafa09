package render

import (
	"bufio"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
)

// A style is how words look on a terminal that shows colours. Without colours
// every style looks the same: nothing may be said by colour alone.
type style uint8

const (
	plainly style = iota
	strong
	faint
	alarm // withdrawn, not to be printed
	amber // in conflict, hedged
	calm  // headings, dates
)

var codes = [...]string{plainly: "", strong: "1", faint: "2", alarm: "1;31", amber: "33", calm: "36"}

// cells measures words as Western terminals show them: a letter with its accents
// is one cell, a Chinese sign two.
var cells = &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}

// A piece is words in one style.
type piece struct {
	words string
	style style
}

// paper is a screen of a certain width, written line by line.
type paper struct {
	w      *bufio.Writer
	width  int
	colour bool
	err    error
}

func newPaper(w io.Writer, width int, colour bool) *paper {
	if width < 20 {
		width = 80
	}
	return &paper{w: bufio.NewWriterSize(w, 32<<10), width: width, colour: colour}
}

func (p *paper) raw(s string) {
	if p.err == nil {
		_, p.err = p.w.WriteString(s)
	}
}

func (p *paper) put(s string, st style) {
	if !p.colour || codes[st] == "" || s == "" {
		p.raw(s)
		return
	}
	p.raw("\x1b[" + codes[st] + "m" + s + "\x1b[0m")
}

func (p *paper) blank() { p.raw("\n") }

// heading writes the title of a section.
func (p *paper) heading(s string) {
	p.blank()
	p.flow(0, 0, piece{strings.ToUpper(s), strong})
}

// flow writes pieces as one paragraph: its first line from column first, the
// others from column hang, broken at spaces. A word longer than the line is
// broken where the line ends.
func (p *paper) flow(first, hang int, pieces ...piece) {
	p.raw(strings.Repeat(" ", first))
	p.run(first, hang, pieces...)
}

// run goes on from column col and ends the line.
func (p *paper) run(col, hang int, pieces ...piece) {
	if hang > p.width-12 {
		hang = 2
	}
	start := true // nothing stands on this line yet
	for _, word := range splitWords(pieces) {
		n := 0
		for _, a := range word {
			n += cells.StringWidth(a.words)
		}
		gap := 1
		if start {
			gap = 0
		}
		if !start && col+gap+n > p.width {
			p.newLine(hang)
			col, gap = hang, 0
		}
		if gap == 1 {
			p.raw(" ")
		}
		col += gap
		for _, a := range word {
			col = p.atom(a, col, hang)
		}
		start = false
	}
	p.blank()
}

func (p *paper) newLine(indent int) { p.raw("\n" + strings.Repeat(" ", indent)) }

// atom writes one unbroken run of letters, and breaks it only where it is longer
// than a line. It returns the column it ends in.
func (p *paper) atom(a piece, col, hang int) int {
	n := cells.StringWidth(a.words)
	if col+n <= p.width {
		p.put(a.words, a.style)
		return col + n
	}
	from := 0
	for i, r := range a.words {
		w := cells.RuneWidth(r)
		if col+w > p.width && i > from {
			p.put(a.words[from:i], a.style)
			p.newLine(hang)
			from, col = i, hang
		}
		col += w
	}
	p.put(a.words[from:], a.style)
	return col
}

// splitWords cuts pieces at their spaces. A word may be made of several pieces:
// "(" and the number in it belong together.
func splitWords(pieces []piece) [][]piece {
	var out [][]piece
	var word []piece
	end := func() {
		if len(word) > 0 {
			out = append(out, word)
			word = nil
		}
	}
	for _, pc := range pieces {
		for i, part := range strings.Split(pc.words, " ") {
			if i > 0 {
				end()
			}
			if part != "" {
				word = append(word, piece{part, pc.style})
			}
		}
	}
	end()
	return out
}

// cell writes s padded to width columns.
func (p *paper) cell(s string, width int, st style) {
	p.put(s, st)
	if n := cells.StringWidth(s); n < width {
		p.raw(strings.Repeat(" ", width-n))
	}
}
