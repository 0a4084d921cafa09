package story

import (
	"slices"

	"recoupe/claim"
)

// A partition says which story each report is in.
type partition struct {
	root []int
}

// gather sorts reports into stories by their words, then as decided by hand.
func gather(reports []*claim.Report, said []decided) *partition {
	maker := newLeafMaker()
	leaves := make([]*leaf, len(reports))
	for i, r := range reports {
		leaves[i] = maker.leaf(r)
	}
	topics(leaves)
	order := inOrder(leaves, func(i int) string { return string(reports[i].ID) })
	groups := headlineGroups(order, leaves)
	weigh(leaves)
	s := newStream(0)
	home := make([]*cluster, len(reports))
	s.headlines(groups, leaves, home)
	for _, i := range order {
		if home[i] == nil {
			home[i] = s.put(i, leaves[i])
		}
	}
	s.settle(leaves, home, 3)
	merged := mergeClusters(s.clusters, s)
	p := &partition{root: make([]int, len(reports))}
	first := map[int]int{} // cluster: its first report
	for i := range reports {
		c := merged[home[i].number-1]
		if _, ok := first[c]; !ok {
			first[c] = i
		}
		p.root[i] = first[c]
	}
	p.matters(reports, leaves)
	p.decide(said)
	return p
}

// decide does what a reader has decided, in the order it was decided in.
func (p *partition) decide(said []decided) {
	for _, d := range said {
		switch d.Do {
		case "merge":
			for _, i := range d.at[1:] {
				p.union(d.at[0], i)
			}
		case "split":
			p.leave(d.at)
		case "pin":
			for _, i := range d.at {
				p.pin(i, d.to)
			}
		}
	}
}

// union makes one story of those of i and j.
func (p *partition) union(i, j int) {
	from, to := p.root[j], p.root[i]
	for k := range p.root {
		if p.root[k] == from {
			p.root[k] = to
		}
	}
}

// leave takes a set of reports out of their stories into one of their own.
func (p *partition) leave(set []int) {
	at := slices.Min(set)
	out, left := map[int]bool{}, map[int]int{} // story: a report left behind, by which it is known from now on
	for _, i := range set {
		out[i] = true
		left[p.root[i]] = -1
	}
	for k, r := range p.root {
		if first, ok := left[r]; ok && first < 0 && !out[k] {
			left[r] = k
		}
	}
	for k, r := range p.root {
		if out[k] {
			p.root[k] = at
		} else if first, ok := left[r]; ok {
			p.root[k] = first
		}
	}
}

// pin puts report i into the story of report j.
func (p *partition) pin(i, j int) {
	if i == j || p.root[i] == p.root[j] {
		return
	}
	p.leave([]int{i})
	p.root[i] = p.root[j]
}

// sets returns the stories as lists of reports, each in order.
func (p *partition) sets() [][]int {
	return setsOf(len(p.root), func(i int) int { return p.root[i] })
}

// setsOf gathers 0 to n-1 by their root, each set in order, the sets by their first.
func setsOf(n int, root func(i int) int) [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range n {
		r := root(i)
		k, ok := at[r]
		if !ok {
			k = len(out)
			at[r] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// follow puts a report that repeats most of another, or stands at its address,
// into the other's story, whatever its headline says, and then decides again.
func (p *partition) follow(u *reuse, said []decided) {
	moved := false
	for _, c := range u.copies {
		i, j := u.number[c.Report], u.number[c.Of]
		if p.root[i] != p.root[j] && (c.Version || c.Containment >= mostCopied && c.Covers >= 0.5 && !c.Presumed) && !apart(said, i, j) {
			p.pin(i, j)
			moved = true
		}
	}
	if moved {
		p.decide(said)
	}
}
