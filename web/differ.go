package web

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/text"
)

// Two versions of a page are compared sentence by sentence, and a sentence that
// was altered word by word. Only words count: a line broken elsewhere is no edit.

// A stretch is where two versions are alike or differ.
type stretch struct {
	Before, After *altered // either may be nil; both: one sentence put otherwise
	Same          int      // so many sentences alike, where neither is set
}

// An altered sentence stands in one version only, in whole or as it is put there.
type altered struct {
	R     *claim.Report
	At    text.Span
	Words []text.Span // those that the other version has not
}

// mostCells is how large a table two versions are compared in. Beyond it all of
// one is told as left and all of the other as new, which is true, if not short.
const mostCells = 4 << 20

// differ compares two versions.
func differ(a, b *claim.Report) []*stretch {
	x, y := sentencesOf(a), sentencesOf(b)
	var out []*stretch
	var left, came []*altered
	flush := func() {
		out = append(out, meet(left, came)...)
		left, came = nil, nil
	}
	for _, op := range align(x, y) {
		switch {
		case op.a >= 0 && op.b >= 0:
			flush()
			if n := len(out); n > 0 && out[n-1].Same > 0 {
				out[n-1].Same++
			} else {
				out = append(out, &stretch{Same: 1})
			}
		case op.a >= 0:
			left = append(left, x[op.a].whole())
		default:
			came = append(came, y[op.b].whole())
		}
	}
	flush()
	return out
}

// A piece is a sentence or a word, with what it is compared by.
type piece struct {
	r    *claim.Report
	at   text.Span
	even string
}

func (p piece) whole() *altered { return &altered{p.r, p.at, []text.Span{p.at}} }

func sentencesOf(r *claim.Report) []piece {
	var out []piece
	for _, s := range r.Sentences {
		if even := strings.Join(strings.Fields(r.Text[s.Start:s.End]), " "); even != "" {
			out = append(out, piece{r, r.Span(s.Start, s.End), even})
		}
	}
	return out
}

// wordsOf cuts a stretch into words; a sign between them is one too.
func wordsOf(r *claim.Report, at text.Span) []piece {
	var out []piece
	for i := at.Start; i < at.End; {
		c, n := utf8.DecodeRuneInString(r.Text[i:at.End])
		from := i
		i += n
		if unicode.IsSpace(c) {
			continue
		}
		for letter(c) && i < at.End {
			c, n = utf8.DecodeRuneInString(r.Text[i:at.End])
			if !letter(c) {
				break
			}
			i += n
		}
		out = append(out, piece{r, r.Span(from, i), r.Text[from:i]})
	}
	return out
}

func letter(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.Is(unicode.Mn, c)
}

// meet sets beside each other the sentences that left and those that came in
// their place: in order, those with the most words in common.
func meet(left, came []*altered) []*stretch {
	var out []*stretch
	next := 0
	for _, l := range left {
		best, most := -1, 0.5
		for k := next; k < len(came) && k < next+20; k++ {
			if n := alike(l, came[k]); n > most {
				best, most = k, n
			}
		}
		if best < 0 {
			out = append(out, &stretch{Before: l})
			continue
		}
		for ; next < best; next++ {
			out = append(out, &stretch{After: came[next]})
		}
		next++
		out = append(out, reword(l, came[best]))
	}
	for ; next < len(came); next++ {
		out = append(out, &stretch{After: came[next]})
	}
	return out
}

// alike returns which part of the words of two sentences both have.
func alike(a, b *altered) float64 {
	n := map[string]int{}
	x, y := wordsOf(a.R, a.At), wordsOf(b.R, b.At)
	for _, w := range x {
		n[w.even]++
	}
	both := 0
	for _, w := range y {
		if n[w.even] > 0 {
			n[w.even]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, len(x)+len(y)))
}

// reword marks the words in which one sentence differs from the other.
func reword(a, b *altered) *stretch {
	x, y := wordsOf(a.R, a.At), wordsOf(b.R, b.At)
	a.Words, b.Words = nil, nil
	for _, op := range align(x, y) {
		switch {
		case op.a >= 0 && op.b >= 0:
		case op.a >= 0:
			a.Words = append(a.Words, x[op.a].at)
		default:
			b.Words = append(b.Words, y[op.b].at)
		}
	}
	a.Words, b.Words = joined(a.R, a.Words), joined(b.R, b.Words)
	return &stretch{Before: a, After: b}
}

// joined makes one stretch of words that follow each other.
func joined(r *claim.Report, list []text.Span) []text.Span {
	var out []text.Span
	for _, w := range list {
		if n := len(out); n > 0 && strings.TrimSpace(r.Text[out[n-1].End:w.Start]) == "" {
			out[n-1].End = w.End
		} else {
			out = append(out, w)
		}
	}
	return out
}

// A pair says what stands beside what: -1 for nothing.
type pair struct{ a, b int }

// align finds the longest common sequence of two lists.
func align(x, y []piece) []pair {
	var head, tail []pair
	i, j, n, m := 0, 0, len(x), len(y)
	for i < n && j < m && x[i].even == y[j].even {
		head = append(head, pair{i, j})
		i, j = i+1, j+1
	}
	for n > i && m > j && x[n-1].even == y[m-1].even {
		n, m = n-1, m-1
		tail = append(tail, pair{n, m})
	}
	out := append(head, between(x, y, i, n, j, m)...)
	for k := len(tail) - 1; k >= 0; k-- {
		out = append(out, tail[k])
	}
	return out
}

func between(x, y []piece, i, n, j, m int) []pair {
	var out []pair
	w := m - j + 1
	var long []int32 // of the rest from here on
	if (n-i+1)*w <= mostCells {
		long = make([]int32, (n-i+1)*w)
		for a := n - 1; a >= i; a-- {
			for b := m - 1; b >= j; b-- {
				at := (a-i)*w + b - j
				if x[a].even == y[b].even {
					long[at] = long[at+w+1] + 1
				} else {
					long[at] = max(long[at+w], long[at+1])
				}
			}
		}
	}
	a, b := i, j
	for long != nil && a < n && b < m {
		at := (a-i)*w + b - j
		switch {
		case x[a].even == y[b].even:
			out = append(out, pair{a, b})
			a, b = a+1, b+1
		case long[at+w] >= long[at+1]:
			out = append(out, pair{a, -1})
			a++
		default:
			out = append(out, pair{-1, b})
			b++
		}
	}
	for ; a < n; a++ {
		out = append(out, pair{a, -1})
	}
	for ; b < m; b++ {
		out = append(out, pair{-1, b})
	}
	return out
}
