package story

import "math"

// likeEnough is the least likeness at which two groups of headlines go together: the
// average over their pairs, times leniency of the size of each.
const likeEnough = 0.24

// leniency is what the average likeness of a group of n headlines counts for. A story
// told in many lines is told from more sides than one told in two, and its lines are
// less alike on the average.
func leniency(n int) float64 {
	const most, power = 16, 0.05
	return math.Pow(float64(min(n, most)), power)
}

// A linkage joins headlines by average linkage: two groups go together while their
// headlines are alike on the average, so that no chain of chance words draws a
// whole month into one story.
type linkage struct {
	groups  [][]int           // nil where joined to another
	like    []map[int]float64 // from group to group: the sum over pairs, both ways
	size    []float64         // of the group, what the sum is divided by
	nearest []int             // the group it is likest to, -1 where it is like enough to none
	most    []float64         // how like
}

// linked returns the groups, each as indexes of near: the two groups that are likest
// are joined, over and over, until none are like enough; of equals the first.
func linked(near [][]neighbour) [][]int {
	n := len(near)
	l := &linkage{make([][]int, n), make([]map[int]float64, n), make([]float64, n), make([]int, n), make([]float64, n)}
	for i, list := range near {
		l.groups[i], l.size[i], l.like[i] = []int{i}, 1, make(map[int]float64, len(list))
		for _, o := range list {
			l.like[i][o.at] = o.like
		}
	}
	for i := range near {
		l.find(i)
	}
	for {
		best, most := -1, 0.0
		for i, v := range l.most {
			if v > most {
				best, most = i, v
			}
		}
		if best < 0 {
			break
		}
		l.join(min(best, l.nearest[best]), max(best, l.nearest[best]))
	}
	var out [][]int
	for _, g := range l.groups {
		if g != nil {
			out = append(out, g)
		}
	}
	return out
}

// find looks for the group that i is likest to: of equals the first.
func (l *linkage) find(i int) {
	l.nearest[i], l.most[i] = -1, 0
	for j := range l.like[i] {
		l.offer(i, j)
	}
}

// offer says that i may be likest to j.
func (l *linkage) offer(i, j int) {
	v := l.like[i][j] / (l.size[i] * l.size[j])
	if v < likeEnough || v < l.most[i] || v == l.most[i] && j > l.nearest[i] {
		return
	}
	l.nearest[i], l.most[i] = j, v
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
	l.size[a] = float64(len(l.groups[a])) / leniency(len(l.groups[a]))
	l.groups[b], l.like[b], l.nearest[b], l.most[b] = nil, nil, -1, 0
	l.find(a)
	for k := range l.like[a] {
		if l.nearest[k] == a || l.nearest[k] == b {
			l.find(k)
		} else {
			l.offer(k, a)
		}
	}
}
