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
	words []Word
	tags  []uint8
	stack []int32
	front int // of the buffer; n is the root
	n     int

	Head []int32 // of word i; n for the root of the sentence
	Rel  []uint8

	l1, l2, r1, r2 []int32 // outermost and second outermost children, -1 if none
	nl, nr         []uint8 // how many children on either side

	score int64 // of the moves made
	past  int32 // the last of them, while learning
	beam  *beam // room for rivals; only in the state the caller holds
}

func (s *State) reset(words []Word, tags []uint8) {
	n := len(words)
	s.words, s.tags, s.n = words, tags, n
	s.stack, s.front, s.score, s.past = s.stack[:0], 0, 0, 0
	s.grow(n)
	for i := range n + 1 {
		s.Head[i], s.Rel[i] = -1, noRel
		s.l1[i], s.l2[i], s.r1[i], s.r2[i] = -1, -1, -1, -1
		s.nl[i], s.nr[i] = 0, 0
	}
}

// grow makes room for n words and the root.
func (s *State) grow(n int) {
	if cap(s.Head) < n+1 {
		c := n + n/2 + 64
		s.Head, s.l1, s.l2 = make([]int32, c), make([]int32, c), make([]int32, c)
		s.r1, s.r2 = make([]int32, c), make([]int32, c)
		s.Rel, s.nl, s.nr = make([]uint8, c), make([]uint8, c), make([]uint8, c)
		s.stack = make([]int32, 0, c)
	}
	k := n + 1
	s.Head, s.Rel = s.Head[:k], s.Rel[:k]
	s.l1, s.l2, s.r1, s.r2 = s.l1[:k], s.l2[:k], s.r1[:k], s.r2[:k]
	s.nl, s.nr = s.nl[:k], s.nr[:k]
}

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

// arc makes h the governor of d.
func (s *State) arc(h, d int32, rel uint8) {
	s.Head[d], s.Rel[d] = h, rel
	if d < h {
		s.l2[h], s.l1[h] = s.l1[h], d
		s.nl[h] = min(s.nl[h]+1, 5)
		return
	}
	s.r2[h], s.r1[h] = s.r1[h], d
	s.nr[h] = min(s.nr[h]+1, 5)
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
	s.arc(h, d, rel)
}

func (e *Engine) label(s *State, h, d int32) uint8 {
	if int(h) == s.n {
		return e.root
	}
	var f [labelFeatures]uint32
	return uint8(e.lab.best(s.featuresOfLabel(h, d, &f, &e.coarse)))
}

// oneRoot keeps the first of several roots and hangs the others on it: the
// transition system allows more than one, Universal Dependencies do not.
func (e *Engine) oneRoot(s *State) {
	root := int32(-1)
	for i := range s.n {
		if int(s.Head[i]) != s.n {
			continue
		}
		if root < 0 {
			root = int32(i)
			continue
		}
		s.Head[i], s.Rel[i] = root, e.parataxis
	}
}
