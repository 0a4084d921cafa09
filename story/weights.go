package story

import "math"

// The features two sides are compared by: a report and a story, or two stories.
const (
	fTitle    = iota // cosine of the headlines
	fLead            // cosine of the leads
	fCover           // cosine of the headline with the other's lead
	fNames           // cosine of the names
	fMass            // how much the shared names weigh, up to 1
	fNumbers         // how much the shared numbers weigh, up to 1
	fAny             // cosine of what depends on no language
	fAnyMass         // how much of that is shared, up to 1
	fNear            // closeness in time, 1 for the same day; 0 where a date is unknown
	fFar             // 1 for weeks apart; 0 where a date is unknown
	fShort           // 1 where one side is a headline and no more
	fOverlong        // how long the story has run, in spans of 30 days up to 1
	fBias
	features
)

// Weights say how much each feature counts. Two sides go together where the sum
// of features times weights is above zero. They were found by trying on
// the headlines and the generated stream of package eval, and are kept to two
// digits, to be read and argued with.
type Weights [features]float32

// alike are the weights within one language, brief those where one side is a
// headline and no more, foreign those between two languages.
var (
	alike = Weights{
		fTitle: 0.5, fLead: 0.6, fNames: 3.2, fMass: 2.2, fNumbers: 0.9, fAny: 0.9,
		fNear: 0.4, fFar: -3.0, fOverlong: -0.2, fBias: -3.9,
	}
	brief = Weights{
		fTitle: 2.7, fCover: 2.3, fNumbers: 1.2, fAnyMass: 0.6,
		fFar: -3.0, fOverlong: -0.2, fBias: -2.33,
	}
	foreign = Weights{
		fAny: 3.1, fAnyMass: 1.8, fNear: 0.4, fFar: -3.0, fOverlong: -0.2, fBias: -3.95,
	}
)

// weightsFor returns the weights for two sides of one language.
func weightsFor(f *[features]float32) *Weights {
	if f[fShort] == 1 {
		return &brief
	}
	return &alike
}

// damps holds what a shared term counts that leads to so many stories.
var damps = dampTable(dampRate)

const dampRate = 0.5

func dampTable(rate float64) (d [storiesPerTerm + 1]float32) {
	for n := range d {
		d[n] = float32(1 / (1 + rate*math.Log(float64(max(n, 1)))))
	}
	return d
}

// Strictness is added to the sum of evidence: a report opens a story of its own
// rather than join a doubtful one on the first pass, because a story once mixed
// draws in more; and stories merge only where much speaks for it.
var (
	strictFirst float32 = -0.2
	strictMerge float32 = 1.2
)

// The Gaussian in time: a story that has been silent for this many days is half
// forgotten. Crises are told of daily, then weekly.
const timeSigma = 4.0

// closeness is the Gaussian of the days between two sides.
func closeness(gap float64) float32 {
	return float32(math.Exp(-gap * gap / (2 * timeSigma * timeSigma)))
}

// dot is the sum of the features times their weights.
func (w *Weights) dot(f *[features]float32) float32 {
	var s float32
	for i, v := range f {
		s += v * w[i]
	}
	return s
}
