package syntax

import (
	"errors"
	"math"
)

// Treebanks of one language do not tag alike: what one calls a symbol another
// calls a noun, a title is a name here and its words there. A style is the way of
// one of them. Its words and shapes have weights of their own beside those that
// all treebanks share (Daumé 2007), and which style a text is read in is guessed
// from its words (Stymne et al. 2018), since none comes with a note of it.

// A Style is one way of tagging, as a weights file brings it: how often the texts
// tagged so use each word and each shape.
type Style struct {
	Number int     // as [Word.Style] has it; 0 is no style
	Rows   []uint8 // of hashed words and shapes, in eighths of the natural logarithm; a power of two of them
}

const (
	styleRows = 1 << 12
	rarely    = 2e-5 // share of the words that is as good as none
	perNat    = 8    // steps of a natural logarithm
)

// rowsOfStyle are the rows that tell what style the text of w is in.
func (w *Word) rowsOfStyle() [2]uint32 { return [2]uint32{mix(w.Low, 33), mix(w.Shape, 34)} }

// styleOf counts the words of a family of sentences that are in a style, one for
// the whole family.
func styleOf(sents []*Sentence, family int) Style {
	counts := make([]int, styleRows)
	all, number := 0, 0
	for _, s := range sents {
		for i := range s.Words {
			w := &s.Words[i]
			if s.Family != family || w.Style == 0 {
				continue
			}
			number = int(w.Style)
			for _, h := range w.rowsOfStyle() {
				counts[h%styleRows]++
			}
			all++
		}
	}
	out := Style{number, make([]uint8, styleRows)}
	for i, n := range counts {
		out.Rows[i] = uint8(math.Round(perNat * math.Log1p(float64(n)/float64(max(all, 1))/rarely)))
	}
	return out
}

// maxStyles is how many styles a language may have.
const maxStyles = 2

// A Lean adds up what words say of the style of their text. The zero value has
// seen none.
type Lean int32

// Lean returns what w says: more than 0 for the first style of the language,
// less for the second, 0 where it has no styles.
func (e *Engine) Lean(w *Word) Lean {
	if e.lean == nil {
		return 0
	}
	h := w.rowsOfStyle()
	m := uint32(len(e.lean) - 1)
	return Lean(e.lean[h[0]&m]) + Lean(e.lean[h[1]&m])
}

// Style returns the style of a text whose words add up to l: the usual one where
// they leave it open, 0 where the language has none.
func (e *Engine) Style(l Lean) uint32 {
	switch {
	case e.lean == nil:
		return 0
	case l > plainly:
		return 1
	case l < -plainly:
		return 2
	}
	return usualStyle
}

// plainly is how far words must lean that the style of their text is no longer
// open: e^5 to one.
const plainly = 5 * perNat

const usualStyle = 1

// style reads what a weights file says of a style, if it does.
func (e *Engine) style(r *reader) error {
	if len(r.b) == 0 {
		return nil
	}
	number, n := r.uvarint(), r.uvarint()
	rows := r.take(n)
	if r.bad || number < 1 || number > maxStyles || n == 0 || n&(n-1) != 0 || e.lean != nil && n != len(e.lean) {
		return errors.New("weights: a style that cannot be")
	}
	if e.lean == nil {
		e.lean = make([]int16, n)
	}
	for i, v := range rows {
		if number == 1 {
			e.lean[i] += int16(v)
		} else {
			e.lean[i] -= int16(v)
		}
	}
	return nil
}
