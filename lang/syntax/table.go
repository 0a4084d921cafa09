package syntax

// A Table is a set of weights, one row for each hashed feature, one lane of 6
// bits for each class: ten lanes in a uint64, four words in a row or a multiple
// of four, so that no row lies across two lines of the cache. A lane holds
// weight+bias, never less than 1. Sums are taken in lanes of 12 bits: a decision
// has at most 65 features, and no carry ever runs into the next lane.
type Table struct {
	mask    uint32
	width   int // uint64 words in a row
	classes int
	rows    []uint64
}

const (
	perWord  = 10 // lanes in one uint64
	laneBits = 6
	bias     = 32 // of every lane
	maxStep  = 31 // largest weight, all files together
	sumWords = 4  // summed at a time
	evenMask = 0x3f | 0x3f<<12 | 0x3f<<24 | 0x3f<<36 | 0x3f<<48
)

// maxClasses bounds the classes of any table.
const maxClasses = 3 * sumWords * perWord

// NewTable returns a table of 1<<bits rows without any weight.
func NewTable(bits uint, classes int) *Table {
	k := (classes + perWord - 1) / perWord
	k = (k + sumWords - 1) / sumWords * sumWords
	return &Table{mask: 1<<bits - 1, width: k, classes: classes, rows: make([]uint64, k<<bits)}
}

// add adds a weight. Lanes borrow from each other until the table is sealed.
func (t *Table) add(row uint32, class int, w int) {
	i := int(row)*t.width + class/perWord
	t.rows[i] += uint64(int64(w)) << (laneBits * uint(class%perWord))
}

// seal shifts the lane of every class by the bias. Lanes without a class stay 0,
// less than any other.
func (t *Table) seal() {
	shift := make([]uint64, t.width)
	for c := range t.classes {
		shift[c/perWord] += bias << (laneBits * uint(c%perWord))
	}
	for i := 0; i < len(t.rows); i += sumWords {
		r, s := t.rows[i:i+sumWords:i+sumWords], shift[i%t.width:][:sumWords:sumWords]
		r[0] += s[0]
		r[1] += s[1]
		r[2] += s[2]
		r[3] += s[3]
	}
}

// A sum holds the sums of forty classes. The lanes of word j with even numbers
// are in [2*j], the others in [2*j+1].
type sum [2 * sumWords]uint64

// sums adds the rows of features, from word from on, to acc.
func (t *Table) sums(features []uint32, from int, acc *sum) {
	a0, b0, a1, b1, a2, b2, a3, b3 := acc[0], acc[1], acc[2], acc[3], acc[4], acc[5], acc[6], acc[7]
	rows, k, mask := t.rows, t.width, t.mask
	for _, f := range features {
		r := (*[sumWords]uint64)(rows[int(f&mask)*k+from:])
		v := r[0]
		a0 += v & evenMask
		b0 += v >> laneBits & evenMask
		v = r[1]
		a1 += v & evenMask
		b1 += v >> laneBits & evenMask
		v = r[2]
		a2 += v & evenMask
		b2 += v >> laneBits & evenMask
		v = r[3]
		a3 += v & evenMask
		b3 += v >> laneBits & evenMask
	}
	*acc = sum{a0, b0, a1, b1, a2, b2, a3, b3}
}

// A pick is the class with the highest sum so far, and the sum of the next best.
type pick struct {
	class     int
	top, next uint64
}

// choose goes on with p, from class first on. The lowest index wins a draw.
func (acc *sum) choose(first int, p *pick) {
	b, top, next := p.class, p.top, p.next
	for j := range sumWords {
		even, odd := acc[2*j], acc[2*j+1]
		for c := first + j*perWord; even|odd != 0; c += 2 {
			if s := even & 0xfff; s > next {
				if s > top {
					b, top, next = c, s, top
				} else {
					next = s
				}
			}
			if s := odd & 0xfff; s > next {
				if s > top {
					b, top, next = c+1, s, top
				} else {
					next = s
				}
			}
			even >>= 12
			odd >>= 12
		}
	}
	p.class, p.top, p.next = b, top, next
}

// best returns the class with the highest sum; own, if not nil, is summed already.
func (t *Table) best(features []uint32, own []sum) int {
	var p pick
	for from := 0; from < t.width; from += sumWords {
		var acc sum
		if own != nil {
			acc = own[from/sumWords]
		}
		t.sums(features, from, &acc)
		acc.choose(from*perWord, &p)
	}
	return p.class
}

// Moves is the table of the three moves: a row is 16 bits, five for each move.
type Moves struct {
	mask uint32
	rows []uint16
}

const (
	moveBits = 5
	moveBias = 16
	maxMove  = 15 // largest weight
)

// NewMoves returns a table of 1<<bits rows without any weight.
func NewMoves(bits uint) *Moves {
	return &Moves{1<<bits - 1, make([]uint16, 1<<bits)}
}

func (t *Moves) add(row uint32, move, w int) { t.rows[row] += uint16(w) << (moveBits * uint(move)) }

func (t *Moves) seal() {
	for i := range t.rows {
		t.rows[i] += moveBias | moveBias<<moveBits | moveBias<<(2*moveBits)
	}
}

// A moveSum holds the sums of the three moves.
type moveSum [moves]uint32

// sums adds the rows of features from number first on, not hashed yet.
func (t *Moves) sums(f []uint32, first int, acc *moveSum) {
	const lane = 1<<moveBits - 1
	a, b, c := acc[0], acc[1], acc[2]
	rows, mask := t.rows, t.mask
	for i, x := range f {
		v := uint32(rows[spread(x, first+i)&mask])
		a += v & lane
		b += v >> moveBits & lane
		c += v >> (2 * moveBits)
	}
	acc[0], acc[1], acc[2] = a, b, c
}

// spread hashes feature i of a list.
func spread(x uint32, i int) uint32 {
	x += uint32(i) * 0x9E3779B1
	x *= 0x85EBCA6B
	return x ^ x>>15
}
