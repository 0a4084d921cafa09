package story

import (
	"math"
	"math/bits"
	"slices"
)

// Two reports are of one topic where they share two names that are rare by
// themselves, or one that stands in both headlines, or hang together over others
// that do: a month of headlines on one country is a topic, and so is any one
// crisis. What lies in no topic with a report has no say in how its words are
// weighed, and is not compared with it.
//
// Least weight, by the background of the language, of what ties reports: names;
// for a headline alone any word.
const (
	topicName float32 = 6
	topicWord float32 = 7.5
)

// topics sets the topic of every leaf: a number that depends on the leaves of the
// topic alone.
func topics(leaves []*leaf) {
	up := newForest(len(leaves))
	first := map[uint64]int{}
	tie := func(i int, key uint64) {
		if j, ok := first[key]; ok {
			up.join(j, i)
		} else {
			first[key] = i
		}
	}
	for i, l := range leaves {
		names := l.names(topicName)
		for k, h := range names {
			for _, g := range names[:k] {
				tie(i, h*fnvPrime^g)
			}
		}
		for _, t := range l.bags[inTitle].terms {
			if t.w >= topicName && slices.Contains(names, t.h) || l.short && t.w >= topicWord {
				tie(i, t.h)
			}
		}
	}
	for i, l := range leaves {
		r := up.find(i)
		l.topic = hash64(topicSeed, []byte{byte(r), byte(r >> 8), byte(r >> 16), byte(r >> 24)})
	}
}

// names returns the hashes of the weightiest names of l, of at least so much
// weight, in order.
func (l *leaf) names(least float32) []uint64 {
	const most = 8
	list := slices.Clone(l.bags[inNames].terms)
	slices.SortFunc(list, heavier)
	var out []uint64
	for _, t := range list[:min(most, len(list))] {
		if t.w >= least {
			out = append(out, t.h)
		}
	}
	slices.Sort(out)
	return out
}

// Headlines of a topic from which its own words are told from those of its
// events, wholly from the second number on. Fewer may all tell of one event.
const (
	fewHeadlines  = 10.0
	manyHeadlines = 40.0
)

// weigh lessens the words of headlines that many headlines of the topic have: in
// a month of headlines on one country, its name tells no event from another. It
// counts headlines, not stories, so that it needs no story to be known.
func weigh(leaves []*leaf) {
	n := map[uint64]int{}
	type word struct {
		topic, h uint64
		bag      int
	}
	in := map[word]int{}
	for _, l := range leaves {
		if !l.short {
			continue
		}
		n[l.topic]++
		for _, b := range headlineBags {
			for _, t := range l.bags[b].terms {
				in[word{l.topic, t.h, b}]++
			}
		}
	}
	for _, l := range leaves {
		all := n[l.topic]
		if !l.short || all <= fewHeadlines {
			continue
		}
		for _, b := range headlineBags {
			terms := l.bags[b].terms
			for i, t := range terms {
				terms[i].w *= kept(all, in[word{l.topic, t.h, b}], fewHeadlines, manyHeadlines)
			}
			l.bags[b].measure()
		}
		l.rare = rarest(l, 8)
	}
}

// kept is the share of its weight that a word keeps which so many of all headlines
// have: all of it where there are no more than few, a part up to many.
func kept(all, have int, few, many float64) float32 {
	n := float64(about(all))
	if n <= few {
		return 1
	}
	part := min(1, (n-few)/(many-few))
	tells := math.Log(n/min(n, float64(about(have)))) / math.Log(max(2, n/2))
	return float32(max(leastTold, 1-part+part*min(1, tells)))
}

// leastTold is what is left of a word that every headline has.
const leastTold = 0.05

var headlineBags = [...]int{inTitle, inLead, inNames, inAny}

// about rounds a number of headlines down to 1, 2, 3, 4, 6, 8, 12, 16, 24 and so on:
// one more changes nothing, most times.
func about(n int) int {
	if n < 4 {
		return n
	}
	p := 1 << (bits.Len(uint(n)) - 1)
	if n >= p+p/2 {
		return p + p/2
	}
	return p
}
