package syntax

// A step is one move of a derivation, with the one before it.
type step struct {
	before int32 // index of the step before, -1 at the start
	move   uint8
}

// derive finds the moves that build the gold tree, or what of it can be built.
func derive(s *Sentence, toks []tok, st *State, label func(st *State, h, d int32) uint8) []uint8 {
	var out []uint8
	var cost [moves]int
	st.begin(toks)
	for !st.done() {
		st.costs(s.Heads, &cost)
		best := -1
		for _, m := range [moves]int{left, right, shift} {
			if st.allowed(m) && (best < 0 || cost[m] < cost[best]) {
				best = m
			}
		}
		rel := uint8(noRel)
		if best != shift {
			h, d := st.ends(best)
			rel = label(st, h, d)
		}
		st.do(best, rel)
		out = append(out, uint8(best))
	}
	return out
}

// tune goes on training the moves with the beam in the loop: not each move has
// to win, but the whole derivation. Where it does not, the weights change up to
// the point where it was furthest behind (Huang, Fayong and Guo 2012).
func tune(sents []*Sentence, act, lab *learner, p *Plan, seed uint64) {
	labels := lab.averaged()
	e := &Engine{Tags: p.Tags, Rels: p.Rels}
	e.name()
	scores := make([]float32, len(p.Rels))
	label := func(st *State, h, d int32) uint8 {
		if int(h) == st.n {
			return e.root
		}
		var f [labelAll]uint32
		labels.scores(st.labelRows(h, d, &f), scores)
		return uint8(top(scores))
	}
	act.w = act.averaged().w
	t := &tuner{act: act, e: e, label: label, gold: &State{}, replayed: &State{}}
	pass(sents, p.BeamRounds, seed, func(s *Sentence, _ int, late float32) {
		act.late, act.family = late, s.Family
		t.sentence(s)
	})
}

type tuner struct {
	act            *learner
	e              *Engine
	label          func(st *State, h, d int32) uint8
	b              beam
	gold, replayed *State
	steps          []step
	toks           []tok // of the sentence
}

// learnWidth is wider than beamWidth: rivals are what is learned from.
const learnWidth = 6

const fixed = 1 << 12 // scores are kept as whole numbers of 1/4096

func (t *tuner) scoresOf(st *State) (sc [moves]float32) {
	var f [moveAll]uint32
	t.act.scores(st.moveRows(&f), sc[:])
	return sc
}

func (t *tuner) sentence(s *Sentence) {
	t.toks = t.e.toks(t.toks, s.Words, s.auto)
	right := derive(s, t.toks, t.gold, t.label)
	t.gold.begin(t.toks)
	t.steps = t.steps[:0]
	first := t.b.space()
	first.begin(t.toks)
	first.past = -1
	t.b.now = append(t.b.now[:0], first)
	worst, at, end := int64(0), -1, int32(-1)
	goldScore := int64(0)
	for k, m := range right {
		if _, only := t.gold.only(); !only {
			goldScore += int64(t.scoresOf(t.gold)[m] * fixed)
		}
		t.move(t.gold, int(m))
		t.grow()
		best := t.b.now[0]
		if behind := best.score - goldScore; behind >= worst && !t.same(best.past, right[:k+1]) {
			worst, at, end = behind, k, best.past
		}
	}
	t.b.spare = append(t.b.spare, t.b.now...)
	if at >= 0 {
		t.update(right[:at+1], end)
	}
}

func (t *tuner) move(st *State, m int) {
	rel := uint8(noRel)
	if m != shift {
		h, d := st.ends(m)
		rel = t.label(st, h, d)
	}
	st.do(m, rel)
}

// grow makes one move with every state of the beam.
func (t *tuner) grow() {
	b := &t.b
	b.options = b.options[:0]
	for i, st := range b.now {
		if m, only := st.only(); only {
			b.options = append(b.options, option{int32(i), uint8(m), st.score})
			continue
		}
		sc := t.scoresOf(st)
		for m := range moves {
			if st.allowed(m) {
				b.options = append(b.options, option{int32(i), uint8(m), st.score + int64(sc[m]*fixed)})
			}
		}
	}
	b.choose(learnWidth, noLimit)
	past := make([]int32, len(b.options))
	for i, o := range b.options {
		t.steps = append(t.steps, step{b.now[o.from].past, o.move})
		past[i] = int32(len(t.steps) - 1)
	}
	b.advance(t.label)
	for i, st := range b.now {
		st.past = past[i]
	}
}

// same reports whether the derivation that ends with step last is moves.
func (t *tuner) same(last int32, want []uint8) bool {
	for k := len(want) - 1; k >= 0; k-- {
		if t.steps[last].move != want[k] {
			return false
		}
		last = t.steps[last].before
	}
	return true
}

// update learns the moves of right and unlearns those that end with step last.
func (t *tuner) update(right []uint8, last int32) {
	wrong := make([]uint8, len(right))
	for k := len(wrong) - 1; k >= 0; k-- {
		wrong[k] = t.steps[last].move
		last = t.steps[last].before
	}
	from := 0
	for right[from] == wrong[from] {
		from++
	}
	t.replay(right, from, 1)
	t.replay(wrong, from, -1)
}

// replay adds v to the weights of every move from the one at from.
func (t *tuner) replay(derivation []uint8, from int, v float32) {
	st := t.replayed
	st.begin(t.toks)
	avg := t.act.avg[t.act.family]
	for k, m := range derivation {
		if _, only := st.only(); k >= from && !only {
			var f [moveAll]uint32
			for _, h := range st.moveRows(&f) {
				i := int(h&t.act.mask)*t.act.classes + int(m)
				t.act.w[i] += v
				avg[i] += v * t.act.late
			}
		}
		t.move(st, int(m))
	}
}
