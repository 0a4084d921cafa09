package syntax

// costs counts, for every move, the gold arcs that can no longer be built once
// it is made (Goldberg and Nivre 2013, for the arc-hybrid system). A move of
// cost 0 is right, whatever went wrong before.
func (s *State) costs(heads []int32, c *[moves]int) {
	*c = [moves]int{}
	k, b, n := len(s.stack), int32(s.front), int32(s.n)
	if k > 0 {
		top := s.stack[k-1]
		lost := 0
		for j := b; j < n; j++ {
			if heads[j] == top {
				lost++
			}
		}
		c[left], c[right] = lost, lost
		h := heads[top]
		if h > b || k > 1 && h == s.stack[k-2] {
			c[left]++
		}
		if h >= b {
			c[right]++
		}
	}
	if b >= n {
		return
	}
	for i, w := range s.stack {
		if heads[w] == b {
			c[shift]++
		}
		if i < k-1 && heads[b] == w {
			c[shift]++
		}
	}
}
