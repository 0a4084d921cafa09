package syntax

import (
	"math"
	"slices"
)

// Weights are what was learned, before they are made small.
type Weights struct {
	plan   Plan
	tables [3][]*learner // tags, moves, labels: one learner for each run
	Styles []Style       // of each family
}

// Learn trains a tagger and a parser.
func Learn(sents []*Sentence, p Plan) *Weights {
	w := &Weights{plan: p}
	for f := range p.Families {
		w.Styles = append(w.Styles, styleOf(sents, f))
	}
	autoTags(sents, &p)
	if p.TagRuns == 0 {
		p.TagRuns = p.Runs
	}
	for i, runs := range [3]int{p.TagRuns, p.Runs, p.Runs} {
		w.tables[i] = make([]*learner, runs)
	}
	parallel(p.TagRuns, func(k int) {
		w.tables[0][k] = learnTags(sents, &p, p.TagRounds, p.seed(k)).done()
	})
	parallel(p.Runs, func(k int) {
		act, lab := learnTrees(sents, &p, p.seed(k)+1)
		if p.BeamRounds > 0 {
			tune(sents, act, lab, &p, p.seed(k)+2)
		}
		w.tables[1][k], w.tables[2][k] = act.done(), lab.done()
	})
	return w
}

func (p *Plan) seed(run int) uint64 { return p.Seed + 1000*uint64(run+1) }

// done lets go of all but the averages, which count once all is learned.
func (l *learner) done() *learner {
	l.w, l.count = nil, nil
	return l
}

// A Cut says how small the weights are made.
type Cut struct {
	Scale [3]float64 // the weight that becomes the largest step, as a share of the largest
	Least [3]float64 // cells smaller than this, in steps, are left out
}

// Cells rounds the weights of every family to whole steps. Families share one
// scale, so that they can be summed, and no sum leaves the lanes of its table.
func (w *Weights) Cells(c Cut) [][3]Cells {
	out := make([][3]Cells, w.plan.Families)
	bits := [3]uint{w.plan.TagBits, w.plan.MoveBits, w.plan.LabelBits}
	for t, runs := range w.tables {
		sums := make([][]float32, w.plan.Families)
		for f := range sums {
			sums[f] = slices.Clone(runs[0].avg[f])
			for _, r := range runs[1:] {
				for i, v := range r.avg[f] {
					sums[f][i] += v
				}
			}
		}
		steps := maxStep
		if t == 1 {
			steps = maxMove
		}
		step := largest(sums) * c.Scale[t] / float64(steps)
		for f := range sums {
			out[f][t] = cellsOf(sums, f, step, c.Least[t], steps)
			out[f][t].Bits, out[f][t].Classes = int(bits[t]), runs[0].classes
		}
	}
	return out
}

func largest(sums [][]float32) float64 {
	top := 0.0
	for i := range sums[0] {
		v := 0.0
		for f := range sums {
			v += float64(sums[f][i])
		}
		top = max(top, math.Abs(v))
	}
	return top
}

// cellsOf keeps a cell of family f where the sum over families is worth it.
func cellsOf(sums [][]float32, f int, step, least float64, steps int) Cells {
	var c Cells
	for i := range sums[f] {
		all := 0.0
		for g := range sums {
			all += float64(sums[g][i])
		}
		if math.Abs(all)/step < least {
			continue
		}
		if q := share(sums, f, i, step, all, steps); q != 0 {
			c.Index = append(c.Index, uint32(i))
			c.Value = append(c.Value, int32(q))
		}
	}
	return c
}

// share is the part of family f in cell i: its own weight, and for the last
// family whatever makes the sum right to the step.
func share(sums [][]float32, f, i int, step, all float64, steps int) int {
	if f < len(sums)-1 {
		return int(math.Round(float64(sums[f][i]) / step))
	}
	total := min(max(int(math.Round(all/step)), -steps), steps)
	for g := range f {
		total -= int(math.Round(float64(sums[g][i]) / step))
	}
	return total
}
