package syntax

// The moves of the arc-hybrid system. The stack holds words that still want a
// governor; the buffer holds what is not yet read, the root last.
const (
	shift = iota // push the front of the buffer
	left         // the front of the buffer governs the top of the stack
	right        // the second of the stack governs the top
	moves
)

// A State is the parse of one sentence so far. Reuse it: its slices grow to the
// longest sentence met and stay.
type State struct {
	Head []int32 // of word i; n for the root of the sentence
	Rel  []uint8

	toks  []tok // shared by the states of one parse; word i is toks[i+1]
	kids  []kid // likewise
	stack []int32
	front int // of the buffer; n is the root
	n     int

	score int64 // of the moves made
	past  int32 // the last of them, while learning
	beam  *beam // room for rivals; only in the state the caller holds
	room  []tok // likewise

	answers []answer // of every word; shared by the states of one parse
	sums    moveSum  // what speaks for each move,
	weighed bool     // where it was asked
}

// A kid is a word in the tree as it grows.
type kid struct {
	l1, l2, r1, r2 int32 // outermost and second outermost children, -1 if none
	head           int32
	rel            uint16
	nl, nr         uint8 // how many children on either side
}

var (
	alone  = kid{l1: -1, l2: -1, r1: -1, r2: -1, head: -1, rel: noRel}
	nobody = kid{l1: -1, l2: -1, r1: -1, r2: -1, head: -1, rel: 300, nl: 9, nr: 9}
)

// begin starts the parse of a sentence laid out by [Engine.toks].
func (s *State) begin(toks []tok) {
	s.toks, s.n = toks, len(toks)-2
	s.stack, s.front, s.score, s.past = s.stack[:0], 0, 0, 0
	s.kids = append(s.kids[:0], nobody)
	for range s.n + 1 {
		s.kids = append(s.kids, alone)
	}
}

// relOf is the relation of word i to its governor.
func (s *State) relOf(i int32) uint32 { return uint32(s.kids[i+1].rel) }

const noRel = 255

func (s *State) done() bool { return s.front >= s.n && len(s.stack) == 0 }

func (s *State) allowed(move int) bool {
	switch move {
	case shift:
		return s.front < s.n
	case left:
		return len(s.stack) > 0
	}
	return len(s.stack) > 1
}

// hang makes h the governor of d.
func (s *State) hang(h, d int32, rel uint8) {
	k := &s.kids[d+1]
	k.head, k.rel = h, uint16(rel)
	k = &s.kids[h+1]
	if d < h {
		k.l2, k.l1 = k.l1, d
		k.nl = min(k.nl+1, 5)
		return
	}
	k.r2, k.r1 = k.r1, d
	k.nr = min(k.nr+1, 5)
}

// ends returns the governor and the governed word of a left or right move.
func (s *State) ends(move int) (h, d int32) {
	k := len(s.stack)
	d = s.stack[k-1]
	if move == left {
		return int32(s.front), d
	}
	return s.stack[k-2], d
}

func (s *State) do(move int, rel uint8) {
	if move == shift {
		s.stack = append(s.stack, int32(s.front))
		s.front++
		return
	}
	h, d := s.ends(move)
	s.stack = s.stack[:len(s.stack)-1]
	s.hang(h, d, rel)
}

// A question is all that the relation of an arc to a word depends on, beside the
// sentence.
type question struct {
	h, l1, r1, dl1, dl2, dr1 int32
	rels                     [5]uint16
	nl                       uint8
}

// An answer is the relation last found for a word.
type answer struct {
	to  question
	rel uint8
}

// label returns the relation of a new arc. Rivals mostly build the same arcs in
// the same surroundings, and are given the answer the first of them got.
func (e *Engine) label(s *State, h, d int32) uint8 {
	if int(h) == s.n {
		return e.root
	}
	hk, dk := &s.kids[h+1], &s.kids[d+1]
	q := question{h, hk.l1, hk.r1, dk.l1, dk.l2, dk.r1, [5]uint16{s.kids[hk.l1+1].rel, s.kids[hk.r1+1].rel,
		s.kids[dk.l1+1].rel, s.kids[dk.l2+1].rel, s.kids[dk.r1+1].rel}, hk.nl}
	a := &s.answers[d]
	if a.to != q {
		*a = answer{q, e.relation(s, h, d)}
	}
	return a.rel
}

// relation works out the relation of an arc.
func (e *Engine) relation(s *State, h, d int32) uint8 {
	var c arc
	var f [labelFirst]uint32
	var acc sum
	c.look(s, h, d)
	c.first(s, &f)
	e.lab.sums(f[:], 0, &acc)
	if e.SureLabel > 0 {
		var p pick
		acc.choose(0, &p)
		if p.top-p.next >= e.SureLabel {
			return uint8(p.class)
		}
	}
	var g [labelSecond]uint32
	c.second(s, h, &g)
	e.lab.sums(g[:], 0, &acc)
	var p pick
	acc.choose(0, &p)
	return uint8(p.class)
}

// finish writes the tree of t into s. The first of several roots stays and the
// others hang on it: the transition system allows more than one, Universal
// Dependencies do not.
func (e *Engine) finish(s, t *State) {
	s.Head, s.Rel = s.Head[:0], s.Rel[:0]
	root := int32(-1)
	for i := range t.n {
		k := &t.kids[i+1]
		h, rel := k.head, uint8(k.rel)
		if int(h) == t.n {
			if root < 0 {
				root = int32(i)
			} else {
				h, rel = root, e.parataxis
			}
		}
		s.Head, s.Rel = append(s.Head, h), append(s.Rel, rel)
	}
}
