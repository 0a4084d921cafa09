package story

import (
	"cmp"
	"slices"
)

// A pairing is two clusters that may be one story.
type pairing struct {
	a, b  int
	score float32
}

// mergeClusters joins the clusters of one matter: first in one language, where
// they share two rare anchors, then between languages by what depends on none.
// It returns, for each cluster, the cluster it is part of.
func mergeClusters(cs []*cluster, d damping) []int {
	root := make([]int, len(cs))
	for i := range root {
		root[i] = i
	}
	const rounds = 4
	for range rounds {
		used, any := map[int]bool{}, false
		for _, p := range pairings(cs, false, d) {
			if used[p.a] || used[p.b] {
				continue
			}
			used[p.a], used[p.b], any = true, true, true
			absorb(cs[p.a], cs[p.b])
			for i := range root {
				if root[i] == p.b {
					root[i] = p.a
				}
			}
		}
		if !any {
			break
		}
	}
	for _, p := range pairings(cs, true, d) {
		if a, b := root[p.a], root[p.b]; a != b {
			for i := range root {
				if root[i] == b {
					root[i] = a
				}
			}
		}
	}
	return root
}

// pairings lists the pairs of clusters that belong together, the surest first.
func pairings(cs []*cluster, across bool, d damping) []pairing {
	posts := map[uint64][]int{}
	for i, c := range cs {
		if len(c.members) == 0 {
			continue
		}
		for _, in := range []int{inTitle, inNames, inAny} {
			for _, h := range anchors(c, in, 12) {
				if list := posts[h]; len(list) == 0 || list[len(list)-1] != i {
					posts[h] = append(list, i)
				}
			}
		}
	}
	votes := map[[2]int]int{}
	for _, list := range posts {
		if len(list) > 200 {
			continue // a country in every story leads nowhere
		}
		for i, a := range list {
			for _, b := range list[i+1:] {
				votes[[2]int{a, b}]++
			}
		}
	}
	var out []pairing
	var f [features]float32
	for p, n := range votes {
		if n < 2 {
			continue
		}
		a, b := cs[p[0]], cs[p[1]]
		if (a.language != b.language) != across || !across && (a.topic != b.topic || a.settled && b.settled) {
			continue
		}
		compareClusters(a, b, &f, d)
		w := weightsFor(&f)
		if across {
			w = &foreign
		}
		if v := w.dot(&f) + strictMerge; v > 0 {
			out = append(out, pairing{p[0], p[1], v})
		}
	}
	slices.SortFunc(out, func(x, y pairing) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return out
}

// anchors returns the n weightiest terms of a sum.
func anchors(c *cluster, in, n int) []uint64 {
	terms := make([]term, 0, c.sums[in].n)
	c.sums[in].all(func(h uint64, w float32) { terms = append(terms, term{h, w}) })
	slices.SortFunc(terms, heavier)
	out := make([]uint64, 0, n)
	for _, t := range terms[:min(n, len(terms))] {
		out = append(out, t.h)
	}
	return out
}

// absorb puts all of b, which is of the same language, into a.
func absorb(a, b *cluster) {
	a.members = append(a.members, b.members...)
	b.members = nil
	for in := range a.sums {
		var terms []term
		b.sums[in].all(func(h uint64, w float32) { terms = append(terms, term{h, w}) })
		slices.SortFunc(terms, heavier)
		for _, t := range terms {
			old, now := a.sums[in].add(t.h, t.w)
			a.square[in] += float64(now)*float64(now) - float64(old)*float64(old)
		}
	}
	a.bodies += b.bodies
	if b.from != 0 {
		if a.from == 0 || a.coarse && !b.coarse {
			a.from, a.to, a.coarse = b.from, b.to, b.coarse
		} else if a.coarse == b.coarse {
			a.from, a.to = min(a.from, b.from), max(a.to, b.to)
		}
	}
}
