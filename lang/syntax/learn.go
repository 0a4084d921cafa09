package syntax

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
)

// A Sentence is one sentence of a treebank.
type Sentence struct {
	Words  []Word
	Tags   []uint8
	Heads  []int32 // len(Words) for the root
	Rels   []uint8
	Family int                              // of licences: which weights file an update from it goes to
	Times  int                              // it comes in every round; 0 is once
	Fit    func(word int, tag uint8) uint32 // what [Word.Fit] is once the word is tagged; may be nil
	auto   []uint8                          // tags as a tagger that has not seen the sentence gives them
}

// A Plan says how to learn. Learning is deterministic: the same sentences and
// plan give the same weights, however many processors work on it.
type Plan struct {
	Tags, Rels  []string
	Families    int
	TagRounds   int
	ParseRounds int
	BeamRounds  int // more rounds for the moves, with the beam
	Folds       int // for the tags the parser learns on
	Runs        int // shuffles averaged
	TagRuns     int // of the tags; 0: as many
	TagBits     uint
	MoveBits    uint
	LabelBits   uint
	Seed        uint64
	Margin      [3]float32 // by which the right answer must win, else it is learned (tags, moves, labels)
}

// A learner is a perceptron being trained. Its averaged weights are kept by
// family: a weight is a sum of updates, each made on one sentence, and each is
// written under the family of that sentence. The sum of all families is the
// averaged perceptron.
type learner struct {
	mask    uint32
	classes int
	w       []float32
	avg     [][]float32
	margin  float32
	count   []uint16 // how often each weight was changed; nil: all steps are 1
	late    float32  // share of the training still to come, the weight of an update in the average
	family  int
}

func newLearner(bits uint, classes, families int) *learner {
	l := &learner{mask: 1<<bits - 1, classes: classes, w: make([]float32, classes<<bits)}
	for range families {
		l.avg = append(l.avg, make([]float32, classes<<bits))
	}
	return l
}

// scores sums the rows of features, eight classes at a time so that the sums stay
// in registers: half of all learning is spent here.
func (l *learner) scores(features []uint32, sc []float32) {
	n := l.classes
	if n == moves {
		l.scoreMoves(features, sc)
		return
	}
	c := 0
	for ; c+8 <= n; c += 8 {
		var a0, a1, a2, a3, a4, a5, a6, a7 float32
		for _, f := range features {
			w := (*[8]float32)(l.w[int(f&l.mask)*n+c:])
			a0 += w[0]
			a1 += w[1]
			a2 += w[2]
			a3 += w[3]
			a4 += w[4]
			a5 += w[5]
			a6 += w[6]
			a7 += w[7]
		}
		*(*[8]float32)(sc[c:]) = [8]float32{a0, a1, a2, a3, a4, a5, a6, a7}
	}
	for ; c < n; c++ {
		a := float32(0)
		for _, f := range features {
			a += l.w[int(f&l.mask)*n+c]
		}
		sc[c] = a
	}
}

func (l *learner) scoreMoves(features []uint32, sc []float32) {
	var a0, a1, a2 float32
	for _, f := range features {
		w := (*[moves]float32)(l.w[int(f&l.mask)*moves:])
		a0 += w[0]
		a1 += w[1]
		a2 += w[2]
	}
	*(*[moves]float32)(sc) = [moves]float32{a0, a1, a2}
}

func (l *learner) update(features []uint32, good, bad int) {
	avg := l.avg[l.family]
	for _, f := range features {
		i := int(f&l.mask) * l.classes
		g, b := i+good, i+bad
		up, down := l.step(g), l.step(b)
		l.w[g] += up
		l.w[b] -= down
		avg[g] += up * l.late
		avg[b] -= down * l.late
	}
}

// step is how far weight i moves: less each time, as AdaGrad has it (Duchi,
// Hazan and Singer 2011). What is rare keeps its say.
func (l *learner) step(i int) float32 {
	if l.count == nil {
		return 1
	}
	n := l.count[i]
	if int(n) >= len(steps) {
		return steps[len(steps)-1]
	}
	l.count[i]++
	return steps[n]
}

var steps = func() (s [4096]float32) {
	for i := range s {
		s[i] = float32(1 / math.Sqrt(float64(i)+1))
	}
	return s
}()

// rival returns the class with the highest score that is not good, and whether
// it comes within the margin.
func (l *learner) rival(sc []float32, good int) (int, bool) {
	b := -1
	for c, v := range sc {
		if c != good && (b < 0 || v > sc[b]) {
			b = c
		}
	}
	return b, b >= 0 && sc[b] > sc[good]-l.margin
}

func top(sc []float32) int {
	b := 0
	for c, v := range sc {
		if v > sc[b] {
			b = c
		}
	}
	return b
}

// pass goes over the sentences rounds times, each time in another order.
func pass(sents []*Sentence, rounds int, seed uint64, each func(s *Sentence, round int, late float32)) {
	r := rand.New(rand.NewPCG(seed, 0x7265636f757065))
	var order []int
	for i, s := range sents {
		for range max(s.Times, 1) {
			order = append(order, i)
		}
	}
	done, all := 0, rounds*len(order)
	for round := range rounds {
		r.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		for _, i := range order {
			each(sents[i], round, 1-float32(done)/float32(all))
			done++
		}
	}
}

func learnTags(sents []*Sentence, p *Plan, rounds int, seed uint64) *learner {
	l := newLearner(p.TagBits, len(p.Tags), p.Families)
	l.margin, l.count = p.Margin[0], make([]uint16, len(l.w))
	sc := make([]float32, len(p.Tags))
	var f [tagFeatures]uint32
	pass(sents, rounds, seed, func(s *Sentence, _ int, late float32) {
		l.late, l.family = late, s.Family
		t1, t2 := uint32(101), uint32(102)
		for i := range s.Words {
			fs := featuresOfTag(s.Words, i, t1, t2, &f)
			l.scores(fs, sc)
			b := top(sc)
			if c, near := l.rival(sc, int(s.Tags[i])); near {
				l.update(fs, int(s.Tags[i]), c)
			}
			t1, t2 = uint32(b)+firstTag, t1
		}
	})
	return l
}

// averaged returns the perceptron whose weights are the averages.
func (l *learner) averaged() *learner {
	out := &learner{mask: l.mask, classes: l.classes, w: make([]float32, len(l.w))}
	for _, a := range l.avg {
		for i, v := range a {
			out.w[i] += v
		}
	}
	return out
}

func (l *learner) tag(s *Sentence, tags []uint8) {
	sc := make([]float32, l.classes)
	var f [tagFeatures]uint32
	t1, t2 := uint32(101), uint32(102)
	for i := range s.Words {
		l.scores(featuresOfTag(s.Words, i, t1, t2, &f), sc)
		b := top(sc)
		tags[i] = uint8(b)
		t1, t2 = uint32(b)+firstTag, t1
	}
}

// plain is s without a style.
func (s *Sentence) plain() *Sentence {
	out := *s
	out.Words = slices.Clone(s.Words)
	for i := range out.Words {
		out.Words[i].Style = 0
	}
	return &out
}

// autoTags gives every sentence the tags of a tagger trained without it: the
// parser must learn on the mistakes it will meet. That tagger knows no styles, for
// a tree is the same in all of them.
func autoTags(sents []*Sentence, p *Plan) {
	parallel(p.Folds, func(k int) {
		var rest, held []*Sentence
		for i, s := range sents {
			if i%p.Folds == k {
				held = append(held, s)
			} else {
				rest = append(rest, s.plain())
			}
		}
		t := learnTags(rest, p, max(p.TagRounds/2, 4), p.Seed+uint64(k)).averaged()
		for _, s := range held {
			s.auto = make([]uint8, len(s.Words))
			t.tag(s.plain(), s.auto)
			for i := range s.Words {
				if s.Fit != nil {
					s.Words[i].Fit = s.Fit(i, s.auto[i])
				}
			}
		}
	})
}

// parallel runs do(0) … do(n-1), two at a time.
func parallel(n int, do func(k int)) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, 2)
	for k := range n {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wg.Done() }()
			do(k)
		}()
	}
	wg.Wait()
}

func learnTrees(sents []*Sentence, p *Plan, seed uint64) (act, lab *learner) {
	act = newLearner(p.MoveBits, moves, p.Families)
	lab = newLearner(p.LabelBits, len(p.Rels), p.Families)
	act.margin, lab.margin = p.Margin[1], p.Margin[2]
	e := &Engine{Tags: p.Tags, Rels: p.Rels}
	e.name()
	st := &State{}
	scores := make([]float32, len(p.Rels))
	var toks []tok
	pass(sents, p.ParseRounds, seed, func(s *Sentence, round int, late float32) {
		act.late, act.family = late, s.Family
		lab.late, lab.family = late, s.Family
		toks = e.toks(toks, s.Words, s.auto)
		st.begin(toks)
		for !st.done() {
			m := act.learnMove(st, s, round)
			rel := uint8(noRel)
			if m != shift {
				h, d := st.ends(m)
				rel = lab.learnLabel(e, st, s, h, d, scores)
			}
			st.do(m, rel)
		}
	})
	return act, lab
}

// moveRows lists the features of the next move, hashed.
func (s *State) moveRows(f *[moveAll]uint32) []uint32 {
	var c scene
	c.look(s)
	c.first(s, (*[moveFirst]uint32)(f[:]))
	c.second(s, (*[moveSecond]uint32)(f[moveFirst:]))
	for i, x := range f {
		f[i] = spread(x, i)
	}
	return f[:]
}

// labelRows lists the features of an arc.
func (s *State) labelRows(h, d int32, f *[labelAll]uint32) []uint32 {
	var c arc
	c.look(s, h, d)
	c.first(s, (*[labelFirst]uint32)(f[:]))
	c.second(s, h, (*[labelSecond]uint32)(f[labelFirst:]))
	return f[:]
}

// learnMove learns from one decision and returns the move to make. In the first
// round that is a right one; later it is the one the perceptron prefers, so
// that it sees the states its own mistakes lead to.
func (l *learner) learnMove(st *State, s *Sentence, round int) int {
	if len(st.stack) == 0 {
		return shift
	}
	var f [moveAll]uint32
	var sc [moves]float32
	var cost [moves]int
	fs := st.moveRows(&f)
	l.scores(fs, sc[:])
	st.costs(s.Heads, &cost)
	least := 1 << 30
	for m := range moves {
		if st.allowed(m) {
			least = min(least, cost[m])
		}
	}
	liked, right, wrong := -1, -1, -1
	for m := range moves {
		if !st.allowed(m) {
			continue
		}
		if liked < 0 || sc[m] > sc[liked] {
			liked = m
		}
		if cost[m] == least {
			if right < 0 || sc[m] > sc[right] {
				right = m
			}
		} else if wrong < 0 || sc[m] > sc[wrong] {
			wrong = m
		}
	}
	if wrong >= 0 && sc[wrong] >= sc[right]-l.margin {
		l.update(fs, right, wrong)
	}
	if round == 0 {
		return right
	}
	return liked
}

// learnLabel learns the relation of an arc that is right and returns the one
// the perceptron gives.
func (l *learner) learnLabel(e *Engine, st *State, s *Sentence, h, d int32, sc []float32) uint8 {
	if int(h) == st.n {
		return e.root
	}
	var f [labelAll]uint32
	fs := st.labelRows(h, d, &f)
	l.scores(fs, sc)
	b := top(sc)
	if s.Heads[d] == h {
		if c, near := l.rival(sc, int(s.Rels[d])); near {
			l.update(fs, int(s.Rels[d]), c)
		}
	}
	return uint8(b)
}
