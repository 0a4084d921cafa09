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

// translations finds, in every story, the reports that tell in another language
// the same things in the same order. They are presumed, no more.
func (u *reuse) translations(sets [][]int) {
	m := newLeafMaker()
	for _, set := range sets {
		const most = 400 // a story beyond that is compared with its first reports only
		set = set[:min(len(set), most)]
		list := make([][]anchor, len(set))
		met := make([][]uint64, len(set))
		for k, i := range set {
			list[k] = m.anchorsOf(u.reports[i])
			met[k] = hashes(list[k])
		}
		for k, i := range set {
			for n := range k {
				j := set[n]
				if u.reports[i].Language == u.reports[j].Language || u.isCut(i, j) || u.isCut(j, i) || u.translationOf(i) != nil {
					continue
				}
				if tellsAlike(list[k], list[n], inCommon(met[k], met[n])) {
					u.presume(i, j, list[k], list[n])
				}
			}
		}
	}
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

// presume records that i is a translation of j, where their anchors run alike.
func (u *reuse) presume(i, j int, a, b []anchor) {
	pairs := common(a, b)
	if !tellsAlike(a, b, len(pairs)) {
		return
	}
	if len(u.full[j])+len(u.partly[j]) > len(u.full[i])+len(u.partly[i]) && !u.reports[j].Published.When.Before(u.reports[i].Published.When) {
		i, j, a, b = j, i, b, a
		for k := range pairs {
			pairs[k][0], pairs[k][1] = pairs[k][1], pairs[k][0]
		}
		if u.translationOf(i) != nil {
			return
		}
	}
	first, last := pairs[0], pairs[len(pairs)-1]
	c := Copy{Report: u.reports[i].ID, Of: u.reports[j].ID, Presumed: true,
		Containment: float64(len(pairs)) / float64(len(a)), Covers: float64(len(pairs)) / float64(len(b)),
		Passages: [][2]text.Span{{u.reports[i].Span(a[first[0]].start, a[last[0]].end), u.reports[j].Span(b[first[1]].start, b[last[1]].end)}}}
	u.copies = append(u.copies, c)
	u.links[i] = append(u.links[i], link{start: c.Passages[0][0].Start, end: c.Passages[0][0].End, of: j, presumed: true})
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
