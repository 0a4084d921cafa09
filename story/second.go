package story

import (
	"math"
	"slices"
)

// Two headlines that are like the same others are likelier to tell one story than
// their own few words say: "Rabat décline l'aide de Paris" and "Pourquoi l'offre
// française reste sans réponse" share little but the headlines between them.
//
// sameCompany weighs what the words of two headlines say and how far they are like
// the same others. Learned after oneStory, from the same headlines.
var sameCompany = struct{ words, others, bias float64 }{0.55, 2.59, -1.68}

// mostLike is the likeness above which words say no more.
const mostLike = 0.97

// The more headlines a topic has, the more stories they tell, and the less it says
// that two of them share a little: above the size that most topics had from which the
// weights were learned, that counts against all pairs, by the logarithm of the size.
const (
	crowd       = 32
	crowdWeight = 1.0
)

// crowds returns, for each headline, how many bear the name in it that most bear: the
// size of its topic, rounded so that one headline more changes nothing most times. One
// that bears but the name, and no second word with any kin, tells of something else.
func (k *kin) crowds(leaves []*leaf) []int {
	bear := map[uint64]int{}
	for i, l := range leaves {
		if !slices.ContainsFunc(k.twice[i], func(b uint64) bool { return b != 0 }) {
			continue
		}
		for _, t := range l.bags[inNames].terms {
			bear[t.h]++
		}
	}
	out := make([]int, len(leaves))
	for i, l := range leaves {
		for _, t := range l.bags[inNames].terms {
			out[i] = max(out[i], about(bear[t.h]))
		}
	}
	return out
}

// crowded is what the sizes of the topics of two headlines count against them.
func crowded(a, b int) float64 {
	return crowdWeight * math.Log(float64(max(a, b, crowd))/crowd)
}

// seconded returns the likenesses, each weighed anew by how far the two headlines
// are like the same others, and by the sizes of their topics.
func seconded(near [][]neighbour, crowds []int) [][]neighbour {
	length := make([]float64, len(near))
	for i, list := range near {
		sum := 1.0 // a headline is like itself
		for _, n := range list {
			sum += n.like * n.like
		}
		length[i] = math.Sqrt(sum)
	}
	out := make([][]neighbour, len(near))
	for i, list := range near {
		out[i] = make([]neighbour, len(list))
		for k, n := range list {
			others := (2*n.like + bothLike(list, near[n.at])) / (length[i] * length[n.at])
			p := min(n.like, mostLike)
			sum := sameCompany.words*math.Log(p/(1-p)) + sameCompany.others*others + sameCompany.bias - crowded(crowds[i], crowds[n.at])
			out[i][k] = neighbour{n.at, 1 / (1 + math.Exp(-sum))}
		}
	}
	return out
}

// bothLike is the sum over the headlines that two others are both like, both lists in
// order, of how like the two are to it.
func bothLike(a, b []neighbour) float64 {
	var sum float64
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].at < b[j].at:
			i++
		case a[i].at > b[j].at:
			j++
		default:
			sum += a[i].like * b[j].like
			i, j = i+1, j+1
		}
	}
	return sum
}
