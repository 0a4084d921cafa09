package render

import (
	"math"
	"strings"
	"unicode/utf8"

	"recoupe/ledger"
)

// A number beside its point is read at once; one that covers another is not. So
// as many points as can are labelled, those that are still held first.

// A place for a label: where its text begins or ends, and what it covers.
type placed struct {
	anchor         string // "start", "end", "middle"
	x, y           float64
	x1, y1, x2, y2 float64
}

func (a placed) covers(b placed) bool {
	return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
}

// mostLabels is how many numbers a chart bears before it is nothing but numbers.
const mostLabels = 40

// labels finds where the numbers of dots can stand.
func (d *drawing) labels(dots []*dot) map[*dot]placed {
	var taken []placed
	for _, k := range dots {
		x, y := d.x(d.mid(k)), d.y(k.middle())
		taken = append(taken, placed{x1: x - 6, y1: y - 6, x2: x + 6, y2: y + 6})
	}
	out := map[*dot]placed{}
	told := map[string][]float64{}
	for _, superseded := range []bool{false, true} {
		for _, k := range dots {
			s := k.words()
			x := d.x(d.mid(k))
			if len(out) == mostLabels || (k.line.Entry.Status == ledger.Superseded) != superseded || near(told[s], x) {
				continue
			}
			if p, ok := d.room(k, s, taken); ok {
				out[k] = p
				taken = append(taken, p)
				told[s] = append(told[s], x)
			}
		}
	}
	return out
}

// near reports whether the number stands at x, or close by, already.
func near(list []float64, x float64) bool {
	for _, o := range list {
		if math.Abs(o-x) < 60 {
			return true
		}
	}
	return false
}

// room returns a place beside k where its number covers nothing.
func (d *drawing) room(k *dot, s string, taken []placed) (placed, bool) {
	const letter, height = 6.4, 12.0 // of the type the labels are set in
	x, y := d.x(d.mid(k)), d.y(k.middle())
	w := letter * float64(utf8.RuneCountInString(s))
	off := 9.0
	if k.line.Entry.Status == ledger.Withdrawn {
		off = 13 // beside the cross that strikes it
	}
	for _, p := range []placed{
		{"start", x + off, y + 4, x + 8, y - 7, x + off + w, y - 7 + height},
		{"end", x - off, y + 4, x - off - w, y - 7, x - 8, y - 7 + height},
		{"middle", x, y - 10, x - w/2, y - 21, x + w/2, y - 21 + height},
		{"middle", x, y + 18, x - w/2, y + 8, x + w/2, y + 8 + height},
	} {
		free := p.x1 >= chartLeft && p.x2 <= chartWidth && p.y1 >= 0 && p.y2 <= chartHeight-chartBottom+2
		for _, o := range taken {
			free = free && !p.covers(o)
		}
		if free {
			return p, true
		}
	}
	return placed{}, false
}

// words are the number as a label bears it: "dozens", where the table says how
// many those are.
func (k *dot) words() string {
	s, _, _ := strings.Cut(k.line.Amount, " (")
	return s
}
