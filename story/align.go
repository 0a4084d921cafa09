package story

import (
	"math"
	"slices"

	"recoupe/claim"
)

// A token is one word of prose, for comparing two reports word by word.
type token struct {
	h      uint64
	start  int32
	length uint16
	quoted bool
}

// end is the byte behind the word.
func (t token) end() int { return int(t.start) + int(t.length) }

// tokens returns the words of the prose of r.
func tokens(r *claim.Report) []token {
	out := make([]token, 0, len(r.Text)/6+16)
	for _, s := range proseOf(r) {
		out = appendTokens(out, r.Text, s.Start, s.End)
	}
	return out
}

// wordsAt appends the words of the prose of r from byte start to end.
func wordsAt(out []token, r *claim.Report, start, end int) []token {
	for _, p := range r.Parts {
		if from, to := max(p.Start, start), min(p.End, end); from < to && isProse(r, p) {
			out = appendTokens(out, r.Text, from, to)
		}
	}
	return out
}

// appendTokens cuts t[from:to] as [winnower.stretch] does.
func appendTokens(out []token, t string, from, to int) []token {
	s := t[:to]
	quoted := uint8(0)
	h, start := uint64(fnvBasis), -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, token{h, int32(start), uint16(min(end-start, math.MaxUint16)), quoted == 1})
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
			h = (h ^ uint64(smallByte[c])) * fnvPrime
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
				quoted = opensQuote(s, i)
			} else if c == '\n' && i+1 < to && s[i+1] == '\n' {
				quoted = 0
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
	// Seeds of b by hash: a table of 1-based positions, chained where they meet.
	size := 16
	for size < 2*len(b) {
		size *= 2
	}
	heads, next := make([]int32, size), make([]int32, len(b))
	for j := len(b) - seedWords; j >= 0; j-- {
		k := seedHash(b[j:]) & uint64(size-1)
		next[j], heads[k] = heads[k], int32(j)+1
	}
	var out []passage
	for i := 0; i+seedWords <= len(a); {
		best := passage{}
		chain := 0
		for at := heads[seedHash(a[i:])&uint64(size-1)]; at != 0 && chain < 24; at, chain = next[at-1], chain+1 {
			j := at - 1
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
	out = slices.DeleteFunc(out, func(p passage) bool { return p.same < leastSame || p.same*5 < (p.a1-p.a0)*2 })
	for k := range out {
		from, to := 0, len(a)
		if k > 0 {
			from = out[k-1].a1
		}
		if k+1 < len(out) {
			to = out[k+1].a0
		}
		out[k].reach(a[:to], b, from)
	}
	return out
}

// What a passage may still reach over at its ends: so many edited words, to two
// words in a row that are the same. An editor who changes one word in five leaves
// hardly four in a row, and where the copy ends would be missed by a sentence.
const (
	reachWords = 8
	reachRun   = 2
	reachSlack = 3 // words that one side has more: "3.000" put in is two
)

// reach widens p at both ends, not below a[from] and not beyond a and b.
func (p *passage) reach(a, b []token, from int) {
	for again := true; again; {
		again = false
	ahead:
		for da := range reachWords + 1 {
			for db := max(0, da-reachSlack); db <= min(reachWords, da+reachSlack); db++ {
				i, j := p.a1+da, p.b1+db
				if i >= len(a) || j >= len(b) {
					continue
				}
				if n := run(a[i:], b[j:]); n >= reachRun {
					p.count(a, b, i, i+n, j)
					p.a1, p.b1, again = i+n, j+n, true
					break ahead
				}
			}
		}
	}
	for again := true; again; {
		again = false
	back:
		for da := range reachWords + 1 {
			for db := max(0, da-reachSlack); db <= min(reachWords, da+reachSlack); db++ {
				i, j, n := p.a0-da, p.b0-db, 0
				for i-n > from && j-n > 0 && a[i-n-1].h == b[j-n-1].h {
					n++
				}
				if n >= reachRun {
					p.count(a, b, i-n, i, j-n)
					p.a0, p.b0, again = i-n, j-n, true
					break back
				}
			}
		}
	}
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
	p.count(a, b, p.a0, p.a1, p.b0)
	if n := len(out); n > 0 && follows(out[n-1], p) {
		q := &out[n-1]
		q.gap(a, b, p.a0, p.b0)
		q.same, q.own = q.same+p.same, q.own+p.own
		q.a1, q.b1 = p.a1, max(p.b1, q.b1)
		return out
	}
	// Backwards, over single words the editor changed before the seed.
	for steps := 0; steps < 3 && p.a0 > 1 && p.b0 > 1 && (len(out) == 0 || p.a0-2 >= out[len(out)-1].a1) && a[p.a0-2].h == b[p.b0-2].h; steps++ {
		p.a0, p.b0 = p.a0-2, p.b0-2
		p.count(a, b, p.a0, p.a0+1, p.b0)
	}
	return append(out, p)
}

// count counts words known to be the same: a[from:to] and those of b from at.
func (p *passage) count(a, b []token, from, to, at int) {
	for i := from; i < to; i++ {
		p.same++
		if !a[i].quoted && !b[at+i-from].quoted {
			p.own++
		}
	}
}

// gap counts the words that are the same, in order, between the end of p and a
// run that begins at a[a0], b[b0].
func (p *passage) gap(a, b []token, a0, b0 int) {
	j := p.b1
	for i := p.a1; i < a0; i++ {
		for k := j; k < b0; k++ {
			if a[i].h == b[k].h && k-j <= a0-p.a1 {
				p.count(a, b, i, i+1, k)
				j = k + 1
				break
			}
		}
	}
}
