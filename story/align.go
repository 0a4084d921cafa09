package story

import (
	"slices"

	"recoupe/claim"
	"recoupe/text"
)

// A token is one word of prose, for comparing two reports word by word.
type token struct {
	h          uint64
	start, end int32
	quoted     bool
}

// tokens returns the words of the prose of r.
func tokens(r *claim.Report) []token {
	var out []token
	for _, s := range proseOf(r) {
		out = appendTokens(out, r.Text, s.Start, s.End)
	}
	return out
}

// appendTokens cuts t[from:to] as [winnower.stretch] does.
func appendTokens(out []token, t string, from, to int) []token {
	s := t[:to]
	quoted := false
	h, start := uint64(fnvBasis), -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, token{h, int32(start), int32(end), quoted})
			h, start = fnvBasis, -1
		}
	}
	for i := from; i < to; i++ {
		c := s[i]
		switch byteClass[c] {
		case isWord:
			if start < 0 {
				start = i
			}
			h = (h ^ uint64(c|0x20)) * fnvPrime
		case isWide:
			c, n := wideLetter(s, i)
			if c != 0 {
				if start < 0 {
					start = i
				}
				h = (h ^ uint64(c) ^ uint64(s[i]|1)<<8) * fnvPrime
			} else {
				flush(i)
				quoted = quoteState(s, i, quoted)
			}
			i += n - 1
		default:
			flush(i)
			if c == '"' {
				quoted = !quoted
			} else if c == '\n' && i+1 < to && s[i+1] == '\n' {
				quoted = false
			}
		}
	}
	flush(to)
	return out
}

// A passage is a stretch of words of one report that stands in another:
// a[a0:a1] and b[b0:b1]. Same counts the words that are the same, own those of
// them that stand in no quotation.
type passage struct {
	a0, a1, b0, b1 int
	same, own      int
}

const (
	seedWords = 4  // words in a row from which a passage grows
	gapWords  = 14 // edited words a passage may run across
	leastSame = 7  // words in common below which a passage is chance
)

// align returns the passages of a that stand in b, in order of a.
func align(a, b []token) []passage {
	seeds := map[uint64][]int32{}
	for j := 0; j+seedWords <= len(b); j++ {
		k := seedHash(b[j:])
		if len(seeds[k]) < 8 {
			seeds[k] = append(seeds[k], int32(j))
		}
	}
	var out []passage
	for i := 0; i+seedWords <= len(a); {
		best := passage{}
		for _, j := range seeds[seedHash(a[i:])] {
			n := run(a[i:], b[j:])
			if n < seedWords {
				continue
			}
			p := passage{a0: i, a1: i + n, b0: int(j), b1: int(j) + n}
			// A run that goes on where the last passage ended is the likelier one.
			if n > best.a1-best.a0 || len(out) > 0 && follows(out[len(out)-1], p) && !follows(out[len(out)-1], best) {
				best = p
			}
		}
		if best.a1 == 0 {
			i++
			continue
		}
		out = extend(out, best, a, b)
		i = best.a1
	}
	for i := range out {
		out[i].count(a, b)
	}
	return slices.DeleteFunc(out, func(p passage) bool { return p.same < leastSame || p.same*5 < (p.a1-p.a0)*2 })
}

func seedHash(t []token) uint64 {
	h := uint64(fnvBasis)
	for _, x := range t[:seedWords] {
		h = (h ^ x.h) * fnvPrime
		h ^= h >> 31
	}
	return h
}

// run is how many words a and b begin with alike.
func run(a, b []token) int {
	n := 0
	for n < len(a) && n < len(b) && a[n].h == b[n].h {
		n++
	}
	return n
}

// follows reports whether q goes on where p ended, a few edited words apart.
func follows(p, q passage) bool {
	return q.a1 > 0 && q.a0-p.a1 <= gapWords && q.b0 >= p.b1-2 && q.b0-p.b1 <= gapWords
}

// extend adds a run to the last passage, or begins one.
func extend(out []passage, p passage, a, b []token) []passage {
	if n := len(out); n > 0 && follows(out[n-1], p) {
		out[n-1].a1, out[n-1].b1 = p.a1, max(p.b1, out[n-1].b1)
		return out
	}
	// Backwards, over words the editor changed next to the seed.
	for steps := 0; steps < 3 && p.a0 > 1 && p.b0 > 1; steps++ {
		if a[p.a0-2].h != b[p.b0-2].h && a[p.a0-1].h != b[p.b0-1].h {
			break
		}
		p.a0, p.b0 = p.a0-1, p.b0-1
	}
	for n := len(out); n > 0 && p.a0 < out[n-1].a1; {
		p.a0, p.b0 = p.a0+1, p.b0+1
	}
	return append(out, p)
}

// count counts the words of p that are the same in both, in their order.
func (p *passage) count(a, b []token) {
	j := p.b0
	for i := p.a0; i < p.a1; i++ {
		for k := j; k < min(p.b1, j+gapWords); k++ {
			if a[i].h == b[k].h {
				p.same++
				if !a[i].quoted && !b[k].quoted {
					p.own++
				}
				j = k + 1
				break
			}
		}
	}
}

// spans returns the two stretches of p.
func (p passage) spans(ra, rb *claim.Report, a, b []token) [2]text.Span {
	return [2]text.Span{
		ra.Span(int(a[p.a0].start), int(a[p.a1-1].end)),
		rb.Span(int(b[p.b0].start), int(b[p.b1-1].end)),
	}
}
