package story

import (
	"math"
	"slices"
)

// A cluster is a story in the making: the sum of its leaves, in one language.
type cluster struct {
	number   int
	language string
	members  []int
	sums     [bags]map[uint64]float32
	square   [bags]float64 // of the length of sums
	from, to float64       // days its dated reports span; 0 where none is dated
	coarse   bool          // from and to rest on dates of a month or more only
	bodies   int           // members that are more than a headline
	last     float64       // the day of the last report, for the window
	closed   bool
}

func newCluster(number int, language string) *cluster {
	c := &cluster{number: number, language: language}
	for i := range c.sums {
		c.sums[i] = make(map[uint64]float32, bagSizes[i])
	}
	return c
}

// add adds the leaf of report i; sign is -1 to take it out again.
func (c *cluster) add(l *leaf, sign float32) {
	for b := range l.bags {
		if l.bags[b].norm == 0 {
			continue
		}
		scale := sign / l.bags[b].norm
		for _, t := range l.bags[b].terms {
			old := c.sums[b][t.h]
			now := old + t.w*scale
			if math.Abs(float64(now)) < 1e-5 {
				delete(c.sums[b], t.h)
				now = 0
			} else {
				c.sums[b][t.h] = now
			}
			c.square[b] += float64(now)*float64(now) - float64(old)*float64(old)
		}
	}
	if !l.short {
		c.bodies += int(sign)
	}
}

// spanTime widens the days of c by those of l.
func (c *cluster) spanTime(l *leaf) {
	if l.from == 0 {
		return
	}
	coarse := l.to-l.from > 8
	switch {
	case c.from == 0 || c.coarse && !coarse:
		c.from, c.to, c.coarse = l.from, l.to, coarse
	case coarse && !c.coarse:
	default:
		c.from, c.to = min(c.from, l.from), max(c.to, l.to)
	}
	c.last = max(c.last, l.from)
}

// A damping lessens what a shared term tells by the number of stories it is at
// home in: in a month of reports on one country, the country's name tells no
// story from another. Only reports that hold the term have a say in it.
type damping func(h uint64) float32

// cosine of a bag with a sum.
func (c *cluster) cosine(b *bag, in int, damp damping) float32 {
	if b.norm == 0 || c.square[in] <= 0 {
		return 0
	}
	var s float32
	sums := c.sums[in]
	for _, t := range b.terms {
		if v := sums[t.h]; v != 0 {
			s += t.w * v * damp(t.h)
		}
	}
	return s / (b.norm * float32(math.Sqrt(c.square[in])))
}

// close is the cosine of a bag with a sum where damped terms weigh less on all
// sides: what is left of a headline when the country everybody names is taken out.
func (c *cluster) close(b *bag, in int, damp damping) float32 {
	var dot, own float32
	sums := c.sums[in]
	for _, t := range b.terms {
		d := damp(t.h)
		own += t.w * t.w * d * d
		dot += t.w * sums[t.h] * d * d
	}
	if dot == 0 {
		return 0
	}
	return dot / float32(math.Sqrt(float64(own)*c.dampedSquare(in, damp)))
}

// dampedSquare is the square of the length of a sum, damped. The sum of a map is
// taken in whole steps, so that its order does not matter.
func (c *cluster) dampedSquare(in int, damp damping) float64 {
	var square int64
	for h, v := range c.sums[in] {
		x := float64(v * damp(h))
		square += int64(x * x * (1 << 32))
	}
	return float64(square) / (1 << 32)
}

// shared is how much the terms weigh that a bag and a sum share.
func (c *cluster) shared(b *bag, in int, damp damping) float32 {
	var s float32
	for _, t := range b.terms {
		if _, ok := c.sums[in][t.h]; ok {
			s += t.w * damp(t.h)
		}
	}
	return s
}

// Masses from which more evidence adds nothing: three rare names, two numbers.
const (
	nameMass   = 26
	numberMass = 12
	anyMass    = 30
)

// compare fills the features of a leaf against c.
func (c *cluster) compare(l *leaf, f *[features]float32, damp damping) {
	*f = [features]float32{fBias: 1}
	if l.language == c.language {
		f[fTitle] = c.cosine(&l.bags[inTitle], inTitle, damp)
		f[fLead] = c.cosine(&l.bags[inLead], inLead, damp)
		f[fCover] = c.cosine(&l.bags[inTitle], inLead, damp)
		f[fNames] = c.cosine(&l.bags[inNames], inNames, damp)
		f[fMass] = min(1, c.shared(&l.bags[inNames], inNames, damp)/nameMass)
	}
	if l.short || c.bodies == 0 {
		f[fShort] = 1
		f[fTitle] = 0
		if l.language == c.language {
			f[fTitle] = c.close(&l.bags[inTitle], inTitle, damp)
		}
	}
	f[fNumbers] = min(1, c.shared(&l.bags[inNumbers], inNumbers, damp)/numberMass)
	f[fAny] = c.cosine(&l.bags[inAny], inAny, damp)
	f[fAnyMass] = min(1, c.shared(&l.bags[inAny], inAny, damp)/anyMass)
	setTimes(f, l.from, l.to, c.from, c.to)
	if c.from != 0 && !c.coarse {
		f[fOverlong] = float32(min(1, (c.to-c.from)/30))
	}
}

func setTimes(f *[features]float32, from, to, cfrom, cto float64) {
	if from == 0 || cfrom == 0 {
		return
	}
	near := closeness(max(0, from-cto, cfrom-to))
	f[fNear], f[fFar] = near, 1-near
	if wide := max(to-from, cto-cfrom); wide > 8 {
		f[fNear] = 0 // a month in common is no sign of one event
	}
}

// compareClusters fills the features of two stories.
func compareClusters(a, b *cluster, f *[features]float32, damp damping) {
	*f = [features]float32{fBias: 1}
	if a.language == b.language {
		f[fTitle] = sumCosine(a, b, inTitle, inTitle, damp)
		f[fLead] = sumCosine(a, b, inLead, inLead, damp)
		f[fCover] = (sumCosine(a, b, inTitle, inLead, damp) + sumCosine(a, b, inLead, inTitle, damp)) / 2
		f[fNames] = sumCosine(a, b, inNames, inNames, damp)
		f[fMass] = min(1, sumShared(a, b, inNames, damp)/nameMass)
	}
	if (a.bodies == 0 || b.bodies == 0) && a.language == b.language {
		f[fTitle] = sumClose(a, b, inTitle, damp)
	}
	f[fNumbers] = min(1, sumShared(a, b, inNumbers, damp)/numberMass)
	f[fAny] = sumCosine(a, b, inAny, inAny, damp)
	f[fAnyMass] = min(1, sumShared(a, b, inAny, damp)/anyMass)
	setTimes(f, a.from, a.to, b.from, b.to)
	if a.bodies == 0 || b.bodies == 0 {
		f[fShort] = 1
	}
	if a.from != 0 && b.from != 0 && !a.coarse && !b.coarse {
		f[fOverlong] = float32(min(1, (max(a.to, b.to)-min(a.from, b.from))/30))
	}
}

func sumCosine(a, b *cluster, in, of int, damp damping) float32 {
	if a.square[in] <= 0 || b.square[of] <= 0 {
		return 0
	}
	// Floating sums depend on their order, and a map has none.
	var parts []float32
	small, large := a.sums[in], b.sums[of]
	if len(small) > len(large) {
		small, large = large, small
	}
	for h, v := range small {
		if u, ok := large[h]; ok {
			parts = append(parts, u*v*damp(h))
		}
	}
	slices.Sort(parts)
	var s float32
	for _, p := range parts {
		s += p
	}
	return s / float32(math.Sqrt(a.square[in]*b.square[of]))
}

// sumClose is [cluster.close] for two sums.
func sumClose(a, b *cluster, in int, damp damping) float32 {
	var dot int64
	for h, v := range a.sums[in] {
		if u := b.sums[in][h]; u != 0 {
			d := damp(h)
			dot += int64(float64(v*u*d*d) * (1 << 32))
		}
	}
	if dot == 0 {
		return 0
	}
	return float32(float64(dot) / (1 << 32) / math.Sqrt(a.dampedSquare(in, damp)*b.dampedSquare(in, damp)))
}

// sumShared weighs the terms two stories share, as an average report of the
// smaller one has them.
func sumShared(a, b *cluster, in int, damp damping) float32 {
	small, large := a, b
	if len(a.sums[in]) > len(b.sums[in]) {
		small, large = b, a
	}
	var parts []float32
	for h := range small.sums[in] {
		if _, ok := large.sums[in][h]; ok {
			parts = append(parts, damp(h))
		}
	}
	slices.Sort(parts)
	var n float32
	for _, d := range parts {
		n += d
	}
	const usual = 7 // what a rare term weighs
	return n * usual
}
