package story

// The bare headlines of a topic are sorted at once, not in a stream: six words are
// too few to say which of two stories they belong to, but all pairs of them
// together are not. Headlines are joined by average linkage:
// two groups go together while their headlines are alike on the average, so that
// no chain of chance words draws a whole month into one story.
//
// likeEnough is the least average likeness; mostHeadlines bounds the pairs that
// are looked at, 4 bytes each.
const (
	likeEnough    = 0.16
	mostHeadlines = 3000
)

// soundShare is what the sounds of names, places and events weigh beside the words.
const soundShare = 0.15

// headlines opens the clusters of the bare headlines of every topic.
func (s *stream) headlines(order []int, leaves []*leaf, home []*cluster) {
	of := map[uint64][]int{}
	var topics []uint64
	for _, i := range order {
		t := leaves[i].topic
		if !leaves[i].short {
			continue
		}
		if of[t] == nil {
			topics = append(topics, t)
		}
		of[t] = append(of[t], i)
	}
	for _, t := range topics {
		set := of[t]
		if len(set) < 2 || len(set) > mostHeadlines {
			continue
		}
		these := make([]*leaf, len(set))
		for k, i := range set {
			these[k] = leaves[i]
		}
		for _, group := range linked(these) {
			c := s.open(these[group[0]])
			c.settled = true
			for _, k := range group {
				s.join(c, set[k], these[k])
				home[set[k]] = c
			}
		}
	}
}

// likeness compares two headlines, 0 to 1.
func likeness(a, b *leaf) float32 {
	s := (1-soundShare)*cosine(&a.bags[inTitle], &b.bags[inTitle]) + soundShare*cosine(&a.bags[inAny], &b.bags[inAny])
	var f [features]float32
	setTimes(&f, a.from, a.to, b.from, b.to)
	return s * (1 - f[fFar])
}

// cosine is the cosine of two bags, whose terms stand in order.
func cosine(a, b *bag) float32 {
	var dot float32
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := &a.terms[i], &b.terms[j]; {
		case x.h < y.h:
			i++
		case x.h > y.h:
			j++
		default:
			dot += x.w * y.w
			i, j = i+1, j+1
		}
	}
	if dot == 0 {
		return 0
	}
	return dot / (a.norm * b.norm)
}

// linked returns the groups of leaves by average linkage, each as indexes in
// order: the nearest-neighbour chain of Benzécri and Juan, which for this linkage
// finds what joining the likest pair over and over would.
func linked(leaves []*leaf) [][]int {
	n := len(leaves)
	like := make([][]float32, n)
	size := make([]float32, n)
	groups := make([][]int, n)
	for i := range leaves {
		like[i], size[i], groups[i] = make([]float32, n), 1, []int{i}
		for j := range i {
			like[i][j] = likeness(leaves[i], leaves[j])
			like[j][i] = like[i][j]
		}
	}
	var chain []int
	for {
		if len(chain) == 0 {
			for i := range groups {
				if groups[i] != nil && size[i] > 0 {
					chain = append(chain, i)
					break
				}
			}
			if len(chain) == 0 {
				break
			}
		}
		last := chain[len(chain)-1]
		best, most := -1, float32(likeEnough)
		for j := range groups {
			if j != last && size[j] > 0 && (like[last][j] > most || like[last][j] == most && len(chain) > 1 && j == chain[len(chain)-2]) {
				best, most = j, like[last][j]
			}
		}
		switch {
		case best < 0:
			size[last] = 0 // done with: nothing is like enough
			chain = chain[:len(chain)-1]
		case len(chain) > 1 && best == chain[len(chain)-2]:
			chain = chain[:len(chain)-2]
			a, b := min(best, last), max(best, last)
			for j := range groups {
				like[a][j] = (like[a][j]*size[a] + like[b][j]*size[b]) / (size[a] + size[b])
				like[j][a] = like[a][j]
			}
			groups[a] = append(groups[a], groups[b]...)
			size[a], size[b], groups[b] = size[a]+size[b], 0, nil
		default:
			chain = append(chain, best)
		}
	}
	var out [][]int
	for _, g := range groups {
		if g != nil {
			out = append(out, g)
		}
	}
	return out
}
