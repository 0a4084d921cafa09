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
	sums     [bags]*sums
	square   [bags]float64 // of the length of sums
	from, to float64       // days its dated reports span; 0 where none is dated
	coarse   bool          // from and to rest on dates of a month or more only
	bodies   int           // members that are more than a headline
	topic    uint64        // of its first report
	settled  bool          // all of one topic were looked at together: nothing moves any more
	last     float64       // the day of the last report, for the window
}

func newCluster(number int, language string) *cluster {
	c := &cluster{number: number, language: language}
	for i := range c.sums {
		c.sums[i] = newSums(bagSizes[i])
	}
	return c
}

// add adds a leaf; sign is -1 to take it out again.
func (c *cluster) add(l *leaf, sign float32) {
	for b := range l.bags {
		if l.bags[b].norm == 0 {
			continue
		}
		scale := sign / l.bags[b].norm
		for _, t := range l.bags[b].terms {
			old, now := c.sums[b].add(t.h, t.w*scale)
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

// A damping lessens what a shared term tells by the number of stories of one
// topic it is at home in: in a month of reports on one country, the country's
// name tells no story from another. Only reports of the topic that hold the term
// have a say in it, so that what else a folder holds changes nothing.
type damping interface {
	damp(h, topic uint64) float32
}

// against compares a bag with a sum: their cosine, and how much the terms weigh
// that they share.
func (c *cluster) against(b *bag, in int, d damping) (cosine, shared float32) {
	if b.norm == 0 || c.square[in] <= 0 {
		return 0, 0
	}
	for _, t := range b.terms {
		if v := c.sums[in].get(t.h); v != 0 {
			w := t.w * d.damp(t.h, c.topic)
			cosine += w * v
			shared += w
		}
	}
	return cosine / (b.norm * float32(math.Sqrt(c.square[in]))), shared
}

// close is the cosine of a bag with a sum where damped terms weigh less on all
// sides: what is left of a headline when the country everybody names is taken out.
func (c *cluster) close(b *bag, in int, d damping) float32 {
	var dot, own float32
	for _, t := range b.terms {
		w := d.damp(t.h, c.topic)
		own += t.w * t.w * w * w
		dot += t.w * c.sums[in].get(t.h) * w * w
	}
	if dot == 0 {
		return 0
	}
	return dot / float32(math.Sqrt(float64(own)*c.dampedSquare(in, d)))
}

// whole turns a product into a number whose sums do not depend on their order.
func whole(x float64) int64 { return int64(x * (1 << 32)) }

// dampedSquare is the square of the length of a sum, damped.
func (c *cluster) dampedSquare(in int, d damping) float64 {
	var square int64
	c.sums[in].all(func(h uint64, v float32) {
		x := float64(v * d.damp(h, c.topic))
		square += whole(x * x)
	})
	return float64(square) / (1 << 32)
}

// Masses from which more evidence adds nothing: three rare names, two numbers.
const (
	nameMass   = 26
	numberMass = 12
	anyMass    = 30
)

// compare weighs a leaf against c. It gives up, with no more than atLeast, as
// soon as what is left to look at cannot bring the sum above atLeast.
func (c *cluster) compare(l *leaf, d damping, atLeast float32) float32 {
	var f [features]float32
	f[fBias] = 1
	if l.short || c.bodies == 0 {
		f[fShort] = 1
	}
	if c.from != 0 && !c.coarse {
		f[fOverlong] = float32(min(1, (c.to-c.from)/30))
	}
	setTimes(&f, l.from, l.to, c.from, c.to)
	w := weightsFor(&f)
	if f[fShort] == 0 {
		cosine, shared := c.against(&l.bags[inNames], inNames, d)
		f[fNames], f[fMass] = cosine, min(1, shared/nameMass)
		if most := w.dot(&f) + w[fTitle] + w[fLead] + w[fCover] + w[fNumbers] + w[fAny] + w[fAnyMass]; most <= atLeast {
			return most
		}
		f[fLead], _ = c.against(&l.bags[inLead], inLead, d)
		f[fTitle], _ = c.against(&l.bags[inTitle], inTitle, d)
	} else {
		f[fTitle] = c.close(&l.bags[inTitle], inTitle, d)
	}
	if w[fCover] != 0 {
		f[fCover], _ = c.against(&l.bags[inTitle], inLead, d)
	}
	_, shared := c.against(&l.bags[inNumbers], inNumbers, d)
	f[fNumbers] = min(1, shared/numberMass)
	cosine, shared := c.against(&l.bags[inAny], inAny, d)
	f[fAny], f[fAnyMass] = cosine, min(1, shared/anyMass)
	return w.dot(&f)
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
func compareClusters(a, b *cluster, f *[features]float32, d damping) {
	*f = [features]float32{fBias: 1}
	if a.bodies == 0 || b.bodies == 0 {
		f[fShort] = 1
	}
	if a.language == b.language {
		f[fTitle] = sumCosine(a, b, inTitle, inTitle, d)
		f[fLead] = sumCosine(a, b, inLead, inLead, d)
		f[fCover] = (sumCosine(a, b, inTitle, inLead, d) + sumCosine(a, b, inLead, inTitle, d)) / 2
		f[fNames] = sumCosine(a, b, inNames, inNames, d)
		f[fMass] = min(1, sumShared(a, b, inNames, d)/nameMass)
		if f[fShort] == 1 {
			f[fTitle] = sumClose(a, b, inTitle, d)
		}
	}
	f[fNumbers] = min(1, sumShared(a, b, inNumbers, d)/numberMass)
	f[fAny] = sumCosine(a, b, inAny, inAny, d)
	f[fAnyMass] = min(1, sumShared(a, b, inAny, d)/anyMass)
	setTimes(f, a.from, a.to, b.from, b.to)
	if a.from != 0 && b.from != 0 && !a.coarse && !b.coarse {
		f[fOverlong] = float32(min(1, (max(a.to, b.to)-min(a.from, b.from))/30))
	}
}

func sumCosine(a, b *cluster, in, of int, d damping) float32 {
	if a.square[in] <= 0 || b.square[of] <= 0 {
		return 0
	}
	var dot int64
	both(a.sums[in], b.sums[of], func(h uint64, u, v float32) {
		dot += whole(float64(u * v * d.damp(h, a.topic)))
	})
	return float32(float64(dot) / (1 << 32) / math.Sqrt(a.square[in]*b.square[of]))
}

// sumClose is [cluster.close] for two sums.
func sumClose(a, b *cluster, in int, d damping) float32 {
	var dot int64
	both(a.sums[in], b.sums[in], func(h uint64, u, v float32) {
		w := d.damp(h, a.topic)
		dot += whole(float64(v * u * w * w))
	})
	if dot == 0 {
		return 0
	}
	return float32(float64(dot) / (1 << 32) / math.Sqrt(a.dampedSquare(in, d)*b.dampedSquare(in, d)))
}

// sumShared weighs the terms two stories share.
func sumShared(a, b *cluster, in int, d damping) float32 {
	var parts []float32
	both(a.sums[in], b.sums[in], func(h uint64, _, _ float32) {
		parts = append(parts, d.damp(h, a.topic))
	})
	slices.Sort(parts)
	var n float32
	for _, p := range parts {
		n += p
	}
	const usual = 7 // what a rare term weighs
	return n * usual
}
