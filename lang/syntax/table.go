package syntax

// A Table is a set of weights, one row for each hashed feature, one lane of 16
// bits for each class. The lanes of a row stand in uint64 words, so that
// adding two words adds four weights. A lane holds weight+bias, never less
// than 0, and the sum over all features of a decision stays below 65536: no
// carry ever runs into the next lane.
type Table struct {
	mask    uint32
	lanes   int // uint64 words in a row
	classes int
	rows    []uint64
}

const (
	bias     = 256 // of every lane
	maxStep  = 255 // largest weight, all files together
	perWord  = 4   // lanes in one uint64
	laneBits = 16
)

// NewTable returns a table of 1<<bits rows without any weight.
func NewTable(bits uint, classes int) *Table {
	k := (classes + perWord - 1) / perWord
	return &Table{mask: 1<<bits - 1, lanes: k, classes: classes, rows: make([]uint64, k<<bits)}
}

// add adds a weight; what is 0 in a row stands for the bias, which best adds
// once for all features.
func (t *Table) add(row uint32, class int, w int) {
	i := int(row)*t.lanes + class/perWord
	t.rows[i] += uint64(int64(w)) << (laneBits * uint(class%perWord))
}

// seal shifts every lane by the bias.
func (t *Table) seal() {
	const all = bias | bias<<16 | bias<<32 | bias<<48
	for i := range t.rows {
		t.rows[i] += all
	}
}

// maxLanes bounds the classes of any table: 24*4.
const maxLanes = 24

// scores sums the rows of features into acc.
func (t *Table) scores(features []uint32, acc *[maxLanes]uint64) {
	k := t.lanes
	if k == 9 || k == 10 {
		t.sums(features, acc)
		return
	}
	a := acc[:k]
	clear(a)
	for _, f := range features {
		i := int(f&t.mask) * k
		row := t.rows[i : i+k : i+k]
		for j, v := range row {
			a[j] += v
		}
	}
}

// sums is scores for the shapes that matter, 33 to 40 classes: the sums stay in
// registers.
func (t *Table) sums(features []uint32, acc *[maxLanes]uint64) {
	var a0, a1, a2, a3, a4, a5, a6, a7, a8 uint64
	rows, k, mask := t.rows, t.lanes, t.mask
	for _, f := range features {
		i := int(f&mask) * k
		r := (*[9]uint64)(rows[i:])
		a0 += r[0]
		a1 += r[1]
		a2 += r[2]
		a3 += r[3]
		a4 += r[4]
		a5 += r[5]
		a6 += r[6]
		a7 += r[7]
		a8 += r[8]
	}
	acc[0], acc[1], acc[2], acc[3], acc[4] = a0, a1, a2, a3, a4
	acc[5], acc[6], acc[7], acc[8] = a5, a6, a7, a8
	if k == 10 {
		a0 = 0
		for _, f := range features {
			a0 += rows[int(f&mask)*10+9]
		}
		acc[9] = a0
	}
}

// lane returns the score of class c.
func lane(acc *[maxLanes]uint64, c int) uint32 {
	return uint32(acc[c/perWord]>>(laneBits*uint(c%perWord))) & 0xffff
}

// best returns the class with the highest sum; the lowest index wins a draw.
func (t *Table) best(features []uint32) int {
	var acc [maxLanes]uint64
	t.scores(features, &acc)
	b, top := 0, uint32(0)
	for j := range t.lanes {
		v := acc[j]
		for c := j * perWord; c < min((j+1)*perWord, t.classes); c++ {
			if s := uint32(v) & 0xffff; s > top {
				b, top = c, s
			}
			v >>= laneBits
		}
	}
	return b
}
