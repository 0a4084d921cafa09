package story

import "slices"

// The bare headlines of a matter are sorted at once, not in a stream: six words are
// too few to say which of two stories they belong to, but all pairs of them
// together are not.
//
// Two headlines are kin where they share a rare word, or two that are rare between
// them. What a word of a headline is worth, its kin say, each headline by itself:
// there is no edge of a topic over which a report of another matter could reach.
// Least weight of such words, by the background of the language, and what an event
// counts among them.
const (
	kinWeight     float32 = 8
	kinEvent      float32 = 4
	kinName       float32 = 1
	mostHeadlines         = 8000 // compared at once; more are sorted in the stream
)

// headlines opens the clusters of the bare headlines: groups are indexes of leaves.
func (s *stream) headlines(groups [][]int, leaves []*leaf, home []*cluster) {
	for _, group := range groups {
		c := s.open(leaves[group[0]])
		c.topic, c.settled = topicOf(group, leaves), true
		for _, i := range group {
			s.join(c, i, leaves[i])
			home[i] = c
		}
	}
}

// topicOf returns the topic that most leaves of a group have, the first such.
func topicOf(group []int, leaves []*leaf) uint64 {
	n := map[uint64]int{}
	best := leaves[group[0]].topic
	for _, i := range group {
		t := leaves[i].topic
		if n[t]++; n[t] > n[best] {
			best = t
		}
	}
	return best
}

// headlineGroups sorts the bare headlines among leaves, taken in order. Those that
// share words with no other are in no group.
func headlineGroups(order []int, leaves []*leaf) [][]int {
	var short []int
	for _, i := range order {
		if leaves[i].short {
			short = append(short, i)
		}
	}
	var out [][]int
	for _, set := range comparable(short, leaves) {
		these := make([]*leaf, len(set))
		for k, i := range set {
			these[k] = leaves[i]
		}
		k := kinship(these)
		for _, group := range linked(seconded(likenesses(k, these), k.crowds(these))) {
			for k := range group {
				group[k] = set[group[k]]
			}
			out = append(out, group)
		}
	}
	return out
}

// comparable parts headlines into sets that need not be compared with each other,
// of no more than mostHeadlines. Where too many hang together over common words,
// only rarer ones hold them.
func comparable(short []int, leaves []*leaf) [][]int {
	var out [][]int
	for _, set := range tied(short, leaves, leastShared) {
		if len(set) <= mostHeadlines {
			out = append(out, set)
			continue
		}
		for _, set := range tied(set, leaves, kinWeight) {
			if len(set) <= mostHeadlines {
				out = append(out, set)
			}
		}
	}
	return out
}

// tied parts headlines into sets of two or more that hang together over one or two
// words of at least so much weight.
func tied(short []int, leaves []*leaf, least float32) [][]int {
	up := newForest(len(short))
	first := map[uint64]int{}
	tie := func(k int, key uint64) {
		key ^= languageSeed(leaves[short[k]].language) // events and numbers are the same in all
		if j, ok := first[key]; ok {
			up.join(j, k)
		} else {
			first[key] = k
		}
	}
	for k, i := range short {
		terms := leaves[i].bags[inTitle].terms
		for n, t := range terms {
			w := leaves[i].kinWeight(t)
			if w >= least {
				tie(k, t.h)
			}
			for _, u := range terms[:n] {
				if v := leaves[i].kinWeight(u); w > 0 && v > 0 && w+v >= least {
					tie(k, t.h*fnvPrime^u.h)
				}
			}
		}
	}
	sets := setsOf(len(short), up.find)
	for _, set := range sets {
		for n, k := range set {
			set[n] = short[k]
		}
	}
	return slices.DeleteFunc(sets, func(s []int) bool { return len(s) < 2 })
}

// kinWeight is what a term does to make two headlines kindred: a name more than
// another word, a kind of word nothing.
func (l *leaf) kinWeight(t term) float32 {
	switch {
	case t.isKind():
		return 0
	case t.isEvent():
		return kinEvent
	case slices.ContainsFunc(l.bags[inNames].terms, func(u term) bool { return u.h == t.h }):
		return t.w + kinName
	}
	return t.w
}

// A forest says which of n things hang together.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

// find returns the thing that stands for all that hang together with i.
func (f forest) find(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(i, j int) { f[f.find(j)] = f.find(i) }
