package story

import (
	"slices"

	"recoupe/claim"
	"recoupe/text"
)

// An anchor is something in a report that survives translation, in its place.
type anchor struct {
	h          uint64
	start, end int
}

// anchorsOf lists the names, numbers and events of the prose of r, in order.
func (m *leafMaker) anchorsOf(r *claim.Report) []anchor {
	m.language, m.back = r.Language, backgroundOf(r.Language)
	var out []anchor
	for _, s := range proseOf(r) {
		for w := newScanner(r.Text, s.Start, s.End); w.next(); {
			if h := m.anchorOf(w); h != 0 {
				out = append(out, anchor{h, w.start, w.end})
			}
		}
	}
	return out
}

func (m *leafMaker) anchorOf(w *wordScanner) uint64 {
	if w.digits {
		return hash64(numberSeed, w.buf)
	}
	if len(w.buf) < 3 {
		return 0
	}
	h := hash64(m.back.seed, Stem(w.buf, m.languageOf(w)))
	known := m.back.of(h)
	if e := eventOf(known); e != 0 && (!w.capital || w.first) {
		return e + 1<<40
	}
	if w.capital && m.isName(known, w.first) {
		return m.sound(w)
	}
	return 0
}

// Least evidence of translation: so many anchors in the same order, so large a
// share of both reports.
const (
	leastAnchors = 7
	leastOrder   = 0.5
	mostAnchors  = 300 // compared of one report
)

// A presumed is a report of a story that is presumed to translate another one,
// both by their place in it: the stretches that tell the same.
type presumed struct {
	Report, Of          int
	Containment, Covers float64
	Start, End          int
	OfStart, OfEnd      int
}

// translations finds the reports of a story that tell in another language the
// same things in the same order. They are presumed, no more.
func (u *reuse) translations(set []int) []presumed {
	m := newLeafMaker()
	list := make([][]anchor, len(set))
	met := make([][]uint64, len(set))
	for k, i := range set {
		list[k] = m.anchorsOf(u.reports[i])
		met[k] = hashes(list[k])
	}
	var out []presumed
	known := make([]bool, len(set))
	for k, i := range set {
		for n, j := range set[:k] {
			if known[k] || u.reports[i].Language == u.reports[j].Language || u.isCut(i, j) || u.isCut(j, i) {
				continue
			}
			if !tellsAlike(list[k], list[n], inCommon(met[k], met[n])) {
				continue
			}
			if p, ok := u.presume(set, k, n, list); ok && !known[p.Report] {
				known[p.Report] = true
				out = append(out, p)
			}
		}
	}
	return out
}

// tellsAlike reports whether n anchors in common are evidence of translation.
func tellsAlike(a, b []anchor, n int) bool {
	return n >= leastAnchors && len(a) <= 3*len(b) && len(b) <= 3*len(a) && float64(2*n)/float64(len(a)+len(b)) >= leastOrder
}

// hashes returns those of the anchors that are compared, sorted.
func hashes(a []anchor) []uint64 {
	out := make([]uint64, 0, len(a))
	for _, x := range a[:min(len(a), mostAnchors)] {
		out = append(out, x.h)
	}
	slices.Sort(out)
	return out
}

// inCommon counts what two sorted lists share, in whatever order it stood: no
// fewer than [common] finds, for a hundredth of its work.
func inCommon(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			i, j, n = i+1, j+1, n+1
		}
	}
	return n
}

// presume says that report k of a story is a translation of its report n, or n of
// k where that credits more; ok is false where their anchors do not run alike.
func (u *reuse) presume(set []int, k, n int, list [][]anchor) (p presumed, ok bool) {
	a, b := list[k], list[n]
	pairs := common(a, b)
	if !tellsAlike(a, b, len(pairs)) {
		return p, false
	}
	first, last := pairs[0], pairs[len(pairs)-1]
	p = presumed{k, n, float64(len(pairs)) / float64(len(a)), float64(len(pairs)) / float64(len(b)), a[first[0]].start, a[last[0]].end, b[first[1]].start, b[last[1]].end}
	i, j := set[k], set[n]
	if len(u.full[j])+len(u.partly[j]) > len(u.full[i])+len(u.partly[i]) && !u.reports[j].Published.When.Before(u.reports[i].Published.When) {
		p = presumed{n, k, p.Covers, p.Containment, p.OfStart, p.OfEnd, p.Start, p.End}
	}
	return p, true
}

// translated records what is presumed of the reports of a story.
func (u *reuse) translated(set []int, all []presumed) {
	for _, p := range all {
		i, j := set[p.Report], set[p.Of]
		a, b := u.reports[i], u.reports[j]
		u.copies = append(u.copies, Copy{Report: a.ID, Of: b.ID, Presumed: true, Containment: p.Containment, Covers: p.Covers,
			Passages: [][2]text.Span{{a.Span(p.Start, p.End), b.Span(p.OfStart, p.OfEnd)}}})
		u.links[i] = append(u.links[i], link{stretch: stretch{Start: p.Start, End: p.End}, of: j, presumed: true})
	}
}

// common returns the longest common subsequence of two lists of anchors, as
// pairs of indexes.
func common(a, b []anchor) [][2]int {
	a, b = a[:min(len(a), mostAnchors)], b[:min(len(b), mostAnchors)]
	n := len(b) + 1
	t := make([]int16, (len(a)+1)*n)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].h == b[j].h {
				t[i*n+j] = t[(i+1)*n+j+1] + 1
			} else {
				t[i*n+j] = max(t[(i+1)*n+j], t[i*n+j+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].h == b[j].h:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case t[(i+1)*n+j] >= t[i*n+j+1]:
			i++
		default:
			j++
		}
	}
	return slices.Clip(out)
}
