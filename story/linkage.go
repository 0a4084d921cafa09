package story

// likeEnough is the least average likeness at which two groups of headlines go
// together.
const likeEnough = 0.22

// A linkage joins headlines by average linkage: two groups go together while their
// headlines are alike on the average, so that no chain of chance words draws a
// whole month into one story.
type linkage struct {
	groups [][]int           // nil where joined to another
	like   []map[int]float64 // from group to group: the sum over pairs, both ways
	done   []bool            // nothing is like enough
}

// linked returns the groups, each as indexes of near: the nearest-neighbour chain
// of Benzécri and Juan, which for this linkage finds what joining the likest pair
// over and over would.
func linked(near [][]neighbour) [][]int {
	l := &linkage{groups: make([][]int, len(near)), like: make([]map[int]float64, len(near)), done: make([]bool, len(near))}
	for i, list := range near {
		l.groups[i], l.like[i] = []int{i}, map[int]float64{}
		for _, n := range list {
			l.like[i][n.at] = n.like
		}
	}
	var chain []int
	for next := 0; ; {
		if len(chain) == 0 {
			for next < len(near) && (l.groups[next] == nil || l.done[next]) {
				next++
			}
			if next == len(near) {
				break
			}
			chain = append(chain, next)
		}
		last, before := chain[len(chain)-1], -1
		if len(chain) > 1 {
			before = chain[len(chain)-2]
		}
		switch best := l.nearest(last, before); {
		case best < 0:
			l.done[last] = true
			chain = chain[:len(chain)-1]
		case best == before:
			chain = chain[:len(chain)-2]
			l.join(min(best, last), max(best, last))
		default:
			chain = append(chain, best)
		}
	}
	var out [][]int
	for _, g := range l.groups {
		if g != nil {
			out = append(out, g)
		}
	}
	return out
}

// nearest returns the group that i is likest to, -1 where it is like enough to
// none: of equals the one before it in the chain, then the first.
func (l *linkage) nearest(i, before int) int {
	best, most := -1, 0.0
	for j, sum := range l.like[i] {
		v := sum / float64(len(l.groups[i])*len(l.groups[j]))
		if l.done[j] || v < likeEnough || v < most {
			continue
		}
		if v > most || j == before || best != before && j < best {
			best, most = j, v
		}
	}
	return best
}

// join puts group b into group a.
func (l *linkage) join(a, b int) {
	for k, sum := range l.like[b] {
		delete(l.like[k], b)
		if k != a {
			l.like[a][k] += sum
			l.like[k][a] = l.like[a][k]
		}
	}
	l.groups[a] = append(l.groups[a], l.groups[b]...)
	l.groups[b], l.like[b] = nil, nil
}
