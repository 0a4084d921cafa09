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

// A merger joins clusters. It keeps what it has found of clusters and pairs that
// have not changed since.
type merger struct {
	cs      []*cluster
	d       damping
	anchors [][]uint64 // of each cluster, each once; nil where not asked for yet
	turns   []int      // how often each cluster has changed
	scores  map[[2]int]scored
}

type scored struct {
	score float32
	turns [2]int // of the two clusters
}

// mergeClusters joins the clusters of one matter: first in one language, where
// they share two rare anchors, then between languages by what depends on none.
// It returns, for each cluster, the cluster it is part of.
func mergeClusters(cs []*cluster, d damping) []int {
	m := merger{cs, d, make([][]uint64, len(cs)), make([]int, len(cs)), map[[2]int]scored{}}
	root := make([]int, len(cs))
	for i := range root {
		root[i] = i
	}
	const rounds = 4
	for range rounds {
		used, any := map[int]bool{}, false
		for _, p := range m.pairings(false) {
			if used[p.a] || used[p.b] {
				continue
			}
			used[p.a], used[p.b], any = true, true, true
			absorb(cs[p.a], cs[p.b])
			m.anchors[p.a], m.turns[p.a] = nil, m.turns[p.a]+1
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
	headlines := headlineLanguages(cs, root)
	for _, p := range m.pairings(true) {
		if a, b := root[p.a], root[p.b]; a != b && !oneLanguage(headlines[a], headlines[b]) {
			headlines[a] = slices.Concat(headlines[a], headlines[b])
			for i := range root {
				if root[i] == b {
					root[i] = a
				}
			}
		}
	}
	return root
}

// headlineLanguages returns, by root, the languages of the stories of headlines.
func headlineLanguages(cs []*cluster, root []int) map[int][]string {
	out := map[int][]string{}
	for i, c := range cs {
		if c.settled && root[i] == i {
			out[i] = []string{c.language}
		}
	}
	return out
}

// oneLanguage reports whether two stories hold headlines of one language: those were told
// apart with all of them in view, and another language does not know better.
func oneLanguage(a, b []string) bool {
	return slices.ContainsFunc(a, func(l string) bool { return slices.Contains(b, l) })
}

// pairings lists the pairs of clusters that belong together, the surest first.
func (m *merger) pairings(across bool) []pairing {
	posts := map[uint64][]int{}
	for i, c := range m.cs {
		if len(c.members) == 0 {
			continue
		}
		if m.anchors[i] == nil {
			m.anchors[i] = c.anchors()
		}
		for _, h := range m.anchors[i] {
			posts[h] = append(posts[h], i)
		}
	}
	votes := map[[2]int]int{}
	for _, list := range posts {
		if len(list) > 200 {
			continue // a country in every story leads nowhere
		}
		for i, a := range list {
			for _, b := range list[i+1:] {
				if m.may(a, b, across) {
					votes[[2]int{a, b}]++
				}
			}
		}
	}
	var out []pairing
	for p, n := range votes {
		if n < 2 {
			continue
		}
		if v := m.score(p, across); v > 0 {
			out = append(out, pairing{p[0], p[1], v})
		}
	}
	slices.SortFunc(out, func(x, y pairing) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return out
}

// may reports whether two clusters may be one story, by what is known without
// looking at their words.
func (m *merger) may(i, j int, across bool) bool {
	a, b := m.cs[i], m.cs[j]
	if across {
		return a.language != b.language
	}
	return a.language == b.language && a.topic == b.topic && !(a.settled && b.settled)
}

// score is the evidence that a pair is one story.
func (m *merger) score(p [2]int, across bool) float32 {
	turns := [2]int{m.turns[p[0]], m.turns[p[1]]}
	if s, ok := m.scores[p]; ok && s.turns == turns {
		return s.score
	}
	var f [features]float32
	compareClusters(m.cs[p[0]], m.cs[p[1]], &f, m.d)
	w := weightsFor(&f)
	if across {
		w = &foreign
	}
	v := w.dot(&f) + strictMerge
	m.scores[p] = scored{v, turns}
	return v
}

// anchors returns the weightiest terms of c, those a story is found by.
func (c *cluster) anchors() []uint64 {
	out := []uint64{}
	for _, in := range []int{inTitle, inNames, inAny} {
		for _, h := range anchors(c, in, 12) {
			if !slices.Contains(out, h) {
				out = append(out, h)
			}
		}
	}
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
