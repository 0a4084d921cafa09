package story

import (
	"cmp"
	"math"
	"slices"
)

// Bounds of the search for candidates.
const (
	storiesPerTerm = 48 // the last stories a rare term leads to
	candidates     = 12 // stories compared in full
)

// A stream sorts leaves into clusters, one after the other. The same leaves in
// the same order give the same clusters. Window is the days after which a
// cluster that got no report is closed and forgotten; 0 keeps all.
type stream struct {
	window   float64
	clusters []*cluster
	live     []*cluster // open, the longest silent first
	number   int
	posts    map[uint64][]int32 // rare term: numbers of clusters, latest last
	byNumber map[int32]*cluster
	swept    float64
	strict   float32 // added to all evidence
	votes    map[int32]int32
}

func newStream(window float64) *stream {
	return &stream{window: window, posts: map[uint64][]int32{}, byNumber: map[int32]*cluster{}, votes: map[int32]int32{}, strict: strictFirst}
}

// put sorts leaf i into the cluster it is likest to, or opens one.
func (s *stream) put(i int, l *leaf) *cluster {
	if s.window > 0 && l.from > s.swept+1 {
		s.sweep(l.from)
	}
	c, _ := s.best(l, nil)
	if c == nil {
		s.number++
		c = newCluster(s.number, l.language)
		s.byNumber[int32(c.number)] = c
		if s.window == 0 {
			s.clusters = append(s.clusters, c)
		}
	}
	s.join(c, i, l)
	return c
}

func (s *stream) join(c *cluster, i int, l *leaf) {
	c.members = append(c.members, i)
	c.add(l, 1)
	c.spanTime(l)
	for _, h := range l.rare {
		list := s.posts[h]
		if len(list) > 0 && list[len(list)-1] == int32(c.number) {
			continue
		}
		if k := slices.Index(list, int32(c.number)); k >= 0 {
			list = slices.Delete(list, k, k+1)
		} else if len(list) >= storiesPerTerm {
			list = slices.Delete(list, 0, 1)
		}
		s.posts[h] = append(list, int32(c.number))
	}
}

// best returns the cluster that l belongs to with the sum of its evidence, nil
// where none reaches zero. Where it is weighed against leaving, the sum for home
// is found as well.
func (s *stream) best(l *leaf, allowed func(*cluster) bool) (*cluster, float32) {
	clear(s.votes)
	for _, h := range l.rare {
		for _, n := range s.posts[h] {
			s.votes[n]++
		}
	}
	type voted struct {
		number, votes int32
	}
	var top [candidates]voted
	n := 0
	for num, v := range s.votes {
		x := voted{num, v}
		if n < candidates {
			top[n] = x
			n++
			continue
		}
		worst := 0
		for i := 1; i < n; i++ {
			if less(top[i].votes, top[i].number, top[worst].votes, top[worst].number) {
				worst = i
			}
		}
		if less(top[worst].votes, top[worst].number, x.votes, x.number) {
			top[worst] = x
		}
	}
	var found *cluster
	best := float32(math.Inf(-1))
	var f [features]float32
	for _, x := range top[:n] {
		c := s.byNumber[x.number]
		if c == nil || c.language != l.language || len(c.members) == 0 || allowed != nil && !allowed(c) {
			continue
		}
		c.compare(l, &f, s.damp)
		if v := weightsFor(&f).dot(&f) + s.strict; v > best || v == best && c.number < found.number {
			best, found = v, c
		}
	}
	if best <= 0 {
		return nil, best
	}
	return found, best
}

// damp is the [damping] by the stories a rare term leads to.
func (s *stream) damp(h uint64) float32 {
	n := len(s.posts[h])
	if n < 2 {
		return 1
	}
	return damps[n]
}

// less orders candidates: fewer votes, then the older story.
func less(av, an, bv, bn int32) bool { return av < bv || av == bv && an < bn }

// sweep closes the clusters that have been silent for longer than the window.
func (s *stream) sweep(now float64) {
	s.swept = now
	for n, c := range s.byNumber {
		if c.last+s.window < now {
			delete(s.byNumber, n)
		}
	}
	for h, list := range s.posts {
		list = slices.DeleteFunc(list, func(n int32) bool { return s.byNumber[n] == nil })
		if len(list) == 0 {
			delete(s.posts, h)
		} else {
			s.posts[h] = list
		}
	}
}

// settle goes over the leaves again, now that every cluster is known, and moves
// those that are likelier elsewhere. Fixed leaves stay.
func (s *stream) settle(leaves []*leaf, home []*cluster, rounds int) {
	s.strict = 0
	for range rounds {
		moved := false
		for i, l := range leaves {
			from := home[i]
			if len(from.members) == 1 {
				if c, _ := s.best(l, func(c *cluster) bool { return c != from }); c != nil {
					s.move(i, l, from, c)
					home[i], moved = c, true
				}
				continue
			}
			from.add(l, -1)
			c, _ := s.best(l, nil)
			from.add(l, 1)
			if c == nil || c == from {
				continue
			}
			s.move(i, l, from, c)
			home[i], moved = c, true
		}
		if !moved {
			return
		}
	}
}

func (s *stream) move(i int, l *leaf, from, to *cluster) {
	from.add(l, -1)
	from.members = slices.DeleteFunc(from.members, func(m int) bool { return m == i })
	s.join(to, i, l)
}

// inOrder returns the indexes of leaves in canonical order: stated time, then
// identity; those without a date last, because the others must be there first.
func inOrder(leaves []*leaf, id func(int) string) []int {
	order := make([]int, len(leaves))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		la, lb := leaves[a], leaves[b]
		if (la.from == 0) != (lb.from == 0) {
			if la.from == 0 {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(la.from, lb.from), cmp.Compare(la.to, lb.to), cmp.Compare(id(a), id(b)))
	})
	return order
}
