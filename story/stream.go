package story

import (
	"cmp"
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
	clusters []*cluster // open ones by number, from base+1; nil where forgotten
	base     int
	posts    map[uint64][]int32 // rare term and topic: numbers of clusters, latest last
	swept    float64
	strict   float32 // added to all evidence
	votes    []uint8 // by number, from base+1
	voted    []int32
	top      []int32
}

func newStream(window float64) *stream {
	return &stream{window: window, posts: map[uint64][]int32{}, strict: strictFirst}
}

// put sorts leaf i into the cluster it is likest to, or opens one.
func (s *stream) put(i int, l *leaf) *cluster {
	if s.window > 0 && l.from > s.swept+1 {
		s.sweep(l.from)
	}
	c := s.best(l, nil)
	if c == nil {
		c = s.open(l)
	}
	s.join(c, i, l)
	return c
}

// open opens a cluster for l.
func (s *stream) open(l *leaf) *cluster {
	c := newCluster(s.base+len(s.clusters)+1, l.language)
	c.topic = l.topic
	s.clusters = append(s.clusters, c)
	s.votes = append(s.votes, 0)
	return c
}

func (s *stream) join(c *cluster, i int, l *leaf) {
	if s.window == 0 {
		c.members = append(c.members, i)
	}
	c.add(l, 1)
	c.spanTime(l)
	for _, h := range l.rare {
		h ^= c.topic
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

// best returns the cluster that l belongs to, nil where the evidence for none
// reaches zero. Not is left out.
func (s *stream) best(l *leaf, not *cluster) *cluster {
	var found *cluster
	best := -s.strict
	for _, n := range s.candidates(l) {
		c := s.clusters[int(n)-s.base-1]
		if c == nil || c == not || c.language != l.language || c.square[inLead] < 1e-3 {
			continue
		}
		if v := c.compare(l, s, best); v > best || v == best && found != nil && c.number < found.number {
			best, found = v, c
		}
	}
	return found
}

// candidates returns the numbers of the stories that share most rare terms with l.
func (s *stream) candidates(l *leaf) []int32 {
	for i, h := range l.rare {
		vote := uint8(1)
		if i < l.named {
			vote = 2
		}
		for _, n := range s.posts[h^l.topic] {
			k := int(n) - s.base - 1
			if k < 0 {
				continue
			}
			if s.votes[k] == 0 {
				s.voted = append(s.voted, n)
			}
			s.votes[k] += vote
		}
	}
	top := s.top[:0]
	for _, n := range s.voted {
		if len(top) == candidates && !s.ahead(n, top[candidates-1]) {
			continue
		}
		if len(top) < candidates {
			top = append(top, n)
		}
		k := len(top) - 1
		for top[k] = n; k > 0 && s.ahead(n, top[k-1]); k-- {
			top[k], top[k-1] = top[k-1], n
		}
	}
	s.top = top
	for _, n := range s.voted {
		s.votes[int(n)-s.base-1] = 0
	}
	s.voted = s.voted[:0]
	return top
}

// ahead orders candidates: more votes, then the younger story.
func (s *stream) ahead(a, b int32) bool {
	va, vb := s.votes[int(a)-s.base-1], s.votes[int(b)-s.base-1]
	return va > vb || va == vb && a > b
}

// damp is the [damping] by the stories of a topic that a rare term leads to.
func (s *stream) damp(h, topic uint64) float32 { return damps[len(s.posts[h^topic])] }

// sweep closes the clusters that have been silent for longer than the window.
func (s *stream) sweep(now float64) {
	s.swept = now
	for i, c := range s.clusters {
		if c != nil && c.last+s.window < now {
			s.clusters[i] = nil
		}
	}
	gone := 0
	for gone < len(s.clusters) && s.clusters[gone] == nil {
		gone++
	}
	s.base += gone
	s.clusters = append([]*cluster(nil), s.clusters[gone:]...)
	s.votes = make([]uint8, len(s.clusters))
	for h, list := range s.posts {
		list = slices.DeleteFunc(list, func(n int32) bool { return int(n) <= s.base || s.clusters[int(n)-s.base-1] == nil })
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
			if from.settled {
				continue
			}
			if len(from.members) == 1 {
				if c := s.best(l, from); c != nil {
					s.move(i, l, from, c)
					home[i], moved = c, true
				}
				continue
			}
			from.add(l, -1)
			c := s.best(l, nil)
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
