package story

import (
	"math"
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
	up := make([]int, len(leaves))
	for i := range up {
		up[i] = i
	}
	find := func(i int) int {
		for up[i] != i {
			up[i] = up[up[i]]
			i = up[i]
		}
		return i
	}
	first := map[uint64]int{}
	tie := func(i int, key uint64) {
		if j, ok := first[key]; ok {
			up[find(i)] = find(j)
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
		l.topic = hash64(topicSeed, []byte{byte(find(i)), byte(find(i) >> 8), byte(find(i) >> 16), byte(find(i) >> 24)})
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
	n := map[uint64]float64{}
	type word struct {
		topic, h uint64
		bag      int
	}
	in := map[word]float64{}
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
		part := min(1, (all-fewHeadlines)/(manyHeadlines-fewHeadlines))
		for _, b := range headlineBags {
			terms := l.bags[b].terms
			for i, t := range terms {
				tells := math.Log(all/in[word{l.topic, t.h, b}]) / math.Log(all/2)
				terms[i].w *= float32(max(leastTold, 1-part+part*min(1, tells)))
			}
			l.bags[b].measure()
		}
		l.rare = rarest(l, 8)
	}
}

// leastTold is what is left of a word that every headline has.
const leastTold = 0.05

var headlineBags = [...]int{inTitle, inLead, inNames, inAny}
