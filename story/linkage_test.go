package story

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// What the linkage finds by keeping each group's nearest is what comparing all pairs
// of groups anew before every join finds.
func TestLinkedJoinsTheLikest(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		near := someNeighbours(r, 4+r.IntN(40))
		if got, want := linked(near), linkedPlainly(near); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("seed %d: %v, plainly %v", seed, got, want)
		}
	}
}

// Headlines that are like none of a set leave it as it is, wherever they stand.
func TestLinkedKeepsOthersApart(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		a, b := someNeighbours(r, 30), someNeighbours(r, 30)
		both := slices.Clone(a)
		for _, list := range b {
			list = slices.Clone(list)
			for k := range list {
				list[k].at += len(a)
			}
			both = append(both, list)
		}
		want := linked(a)
		for _, g := range linked(b) {
			for k := range g {
				g[k] += len(a)
			}
			want = append(want, g)
		}
		if got := linked(both); !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("seed %d: %v, apart %v", seed, got, want)
		}
	}
}

// Many lines that are a little alike are one story where two such lines are two.
func TestLargerStoriesAreLooser(t *testing.T) {
	halves := func(n int) [][]neighbour {
		near := make([][]neighbour, n)
		for i := range near {
			for j := range near {
				if like := map[bool]float64{true: 0.5, false: 0.21}[i < n/2 == (j < n/2)]; i != j {
					near[i] = append(near[i], neighbour{j, like})
				}
			}
		}
		return near
	}
	if got := len(linked(halves(2))); got != 2 {
		t.Errorf("two lines: %d stories, want 2", got)
	}
	if got := len(linked(halves(16))); got != 1 {
		t.Errorf("sixteen lines: %d stories, want 1", got)
	}
}

func someNeighbours(r *rand.Rand, n int) [][]neighbour {
	near := make([][]neighbour, n)
	for i := range near {
		for j := range i {
			if r.IntN(3) > 0 {
				like := r.Float64()
				near[i] = append(near[i], neighbour{j, like})
				near[j] = append(near[j], neighbour{i, like})
			}
		}
	}
	return near
}

func linkedPlainly(near [][]neighbour) [][]int {
	var groups [][]int
	like := make([][]float64, len(near))
	for i := range near {
		groups = append(groups, []int{i})
		like[i] = make([]float64, len(near))
		for _, o := range near[i] {
			like[i][o.at] = o.like
		}
	}
	for {
		a, b, most := -1, -1, likeEnough
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				v := 0.0
				for _, x := range groups[i] {
					for _, y := range groups[j] {
						v += like[x][y]
					}
				}
				n, m := len(groups[i]), len(groups[j])
				if v *= leniency(n) * leniency(m) / float64(n*m); v > most {
					a, b, most = i, j, v
				}
			}
		}
		if a < 0 {
			return groups
		}
		groups[a] = append(groups[a], groups[b]...)
		groups = slices.Delete(groups, b, b+1)
	}
}
