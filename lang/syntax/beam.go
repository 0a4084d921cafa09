package syntax

import "slices"

// Most moves are plain; a few are guesses that only later words settle. The
// parser therefore keeps several states alive where their scores are close, and
// one where they are not (Zhang and Clark 2008; selective in the manner of Choi
// and McCallum 2013).

const (
	beamWidth = 4  // states alive at most
	beamLimit = 30 // how far behind the best one a state may be, in steps of weights
	noLimit   = 1 << 60
)

// A beam is the room for the states of one parse.
type beam struct {
	now, next []*State
	options   []option
	spare     []*State
	answers   []answer
}

// An option is a move one of the states could make.
type option struct {
	from  int32
	move  uint8
	score int64
}

// space returns a state that nothing points at.
func (b *beam) space() *State {
	if n := len(b.spare); n > 0 {
		s := b.spare[n-1]
		b.spare = b.spare[:n-1]
		return s
	}
	return &State{}
}

// choose keeps the best width options, best first, that are within limit of the
// best. Of two with one score the earlier comes first.
func (b *beam) choose(width int, limit int64) {
	o := b.options
	kept := 0
	for i := range o {
		x := o[i]
		j := min(kept, width-1)
		if kept == width && o[j].score >= x.score {
			continue
		}
		if kept < width {
			kept++
		}
		for j > 0 && o[j-1].score < x.score {
			o[j] = o[j-1]
			j--
		}
		o[j] = x
	}
	for kept > 1 && o[kept-1].score < o[0].score-limit {
		kept--
	}
	b.options = o[:kept]
}

// advance makes the chosen moves; label gives the relation of a new arc.
func (b *beam) advance(label func(s *State, h, d int32) uint8) {
	b.next = b.next[:0]
	for i, o := range b.options {
		s := b.now[o.from]
		last := true
		for _, p := range b.options[i+1:] {
			last = last && p.from != o.from
		}
		if !last {
			c := b.space()
			c.copyOf(s)
			s = c
		} else {
			b.now[o.from] = nil
		}
		rel := uint8(noRel)
		if o.move != shift {
			h, d := s.ends(int(o.move))
			rel = label(s, h, d)
		}
		s.do(int(o.move), rel)
		s.score = o.score
		b.next = append(b.next, s)
	}
	for _, s := range b.now {
		if s != nil {
			b.spare = append(b.spare, s)
		}
	}
	b.now, b.next = b.next, b.now
}

// Parse builds the tree of a sentence in s: s.Head and s.Rel of every word.
// There is exactly one root.
func (e *Engine) Parse(words []Word, tags []uint8, s *State) {
	if s.beam == nil {
		s.beam = &beam{}
	}
	b := s.beam
	s.room = e.toks(s.room, words, tags)
	first := b.space()
	first.begin(s.room)
	b.answers = slices.Grow(b.answers[:0], len(words))[:len(words)]
	for i := range b.answers {
		b.answers[i].to.h = -1 // nobody's
	}
	first.answers = b.answers
	b.now = append(b.now[:0], first)
	for !b.now[0].done() {
		b.options = b.options[:0]
		for i, st := range b.now {
			e.offer(b, int32(i), st)
		}
		b.choose(e.Width, e.Limit)
		b.advance(e.label)
	}
	e.finish(s, b.now[0])
	b.spare = append(b.spare, b.now...)
	b.now = b.now[:0]
}

// offer adds the moves st can make to the options.
func (e *Engine) offer(b *beam, i int32, st *State) {
	st.weighed = false
	if m, only := st.only(); only {
		b.options = append(b.options, option{i, uint8(m), st.score})
		return
	}
	for _, rival := range b.now[:i] {
		if rival.weighed && rival.sameView(st) {
			st.sums = rival.sums
			b.weigh(i, st)
			return
		}
	}
	var c scene
	var f [moveFirst]uint32
	var acc moveSum
	c.look(st)
	c.first(st, &f)
	e.act.sums(f[:], 0, &acc)
	if len(b.now) == 1 && e.SureMove > 0 {
		// Where there is no rival and will be none, scores compare with nothing.
		if m, sure := st.sure(&acc, e.SureMove); sure {
			b.options = append(b.options, option{i, uint8(m), st.score})
			return
		}
	}
	var g [moveSecond]uint32
	c.second(st, &g)
	e.act.sums(g[:], moveFirst, &acc)
	st.sums = acc
	b.weigh(i, st)
}

// weigh adds the moves that st can make, by what speaks for them.
func (b *beam) weigh(i int32, st *State) {
	st.weighed = true
	for m := range moves {
		if st.allowed(m) {
			b.options = append(b.options, option{i, uint8(m), st.score + int64(st.sums[m]) - moveBias*moveAll})
		}
	}
}

// sameView reports whether all that the next move depends on is the same in two
// states of one parse: rivals often differ only in what is settled.
func (s *State) sameView(t *State) bool {
	k, l := len(s.stack), len(t.stack)
	for i := 1; i <= 3; i++ {
		if k < i || l < i {
			if k >= i || l >= i {
				return false
			}
			break
		}
		if s.stack[k-i] != t.stack[l-i] {
			return false
		}
	}
	if s.front != t.front || !s.sameKids(t, s.stack[k-1]) || !s.sameKids(t, int32(s.front)) {
		return false
	}
	if k < 2 {
		return true
	}
	a, b := &s.kids[s.stack[k-2]+1], &t.kids[s.stack[k-2]+1]
	return a.nr == b.nr && s.relOf(a.r1) == t.relOf(b.r1)
}

// sameKids reports whether word i has the same outermost children by the same
// relations in two states.
func (s *State) sameKids(t *State, i int32) bool {
	a, b := &s.kids[i+1], &t.kids[i+1]
	return a.l1 == b.l1 && a.l2 == b.l2 && a.r1 == b.r1 && a.r2 == b.r2 && a.nr == b.nr &&
		s.relOf(a.l1) == t.relOf(b.l1) && s.relOf(a.l2) == t.relOf(b.l2) &&
		s.relOf(a.r1) == t.relOf(b.r1) && s.relOf(a.r2) == t.relOf(b.r2)
}

// sure returns the move that is ahead of all others by so much, if one is.
func (s *State) sure(acc *moveSum, by uint32) (int, bool) {
	best, next := 0, uint32(0)
	top := uint32(0)
	for m, v := range acc {
		if !s.allowed(m) {
			continue
		}
		if v > top {
			best, top, next = m, v, top
		} else if v > next {
			next = v
		}
	}
	return best, top-next >= by
}

// only returns the move of a state that has no choice.
func (s *State) only() (int, bool) {
	if len(s.stack) == 0 {
		return shift, true
	}
	return left, len(s.stack) == 1 && s.front >= s.n
}

// copyOf makes s what t is.
func (s *State) copyOf(t *State) {
	s.toks, s.n, s.front, s.score, s.past, s.answers = t.toks, t.n, t.front, t.score, t.past, t.answers
	s.stack = append(s.stack[:0], t.stack...)
	s.kids = append(s.kids[:0], t.kids...)
}
