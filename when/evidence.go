package when

import (
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// A fact is a sentence with a time in it that is known to the day, or nearly.
type fact struct {
	report int // index into the story
	at     edtf.Time
	span   text.Span // the sentence
	weight float64   // of all words of the sentence
	before bool      // of something long before, told in passing: no report is dated from it
}

// evidence is what the story knows of its days: the facts, found by the words
// of their sentences.
type evidence struct {
	facts []fact
	by    map[uint32][]int32 // word to facts
	n     int                // sentences seen, for the weight of words
	count map[uint32]int     // sentences that hold a word
	days  map[time.Time]float64

	first, second firstDay // where the story begins: see begin
}

func newEvidence() *evidence {
	return &evidence{by: map[uint32][]int32{}, count: map[uint32]int{}, days: map[time.Time]float64{}}
}

// learnWords counts the words of r's sentences, so that rare ones weigh more.
func (ev *evidence) learnWords(r *claim.Report) {
	for i := range r.Sentences {
		ev.n++
		for _, w := range contentWords(r, i) {
			ev.count[w]++
		}
	}
}

// weight is how much a word that two sentences share says.
func (ev *evidence) weight(w uint32) float64 {
	return math.Log(float64(ev.n+2) / float64(ev.count[w]+1))
}

// longest is the longest stretch, in days, that counts as knowing the day.
const longest = 4

// add puts the times of report k that are known to the day among the facts.
func (ev *evidence) add(k int, r *claim.Report, times []Resolved) {
	for i, x := range times {
		t := &r.Lang.Times[i]
		if t.Member || x.Time.Uncertain || x.Time.Approx || t.Expr.Bound != lang.NoBound && t.Expr.Bound != lang.From {
			continue
		}
		days := daysOf(x.Time, longest)
		if days == nil || int(t.Sent) >= len(r.Sentences) {
			continue
		}
		s := r.Sentences[t.Sent]
		f := fact{report: k, at: x.Time, span: r.Span(s.Start, s.End), before: t.Expr.Aside || longBefore(r.Text[s.Start:s.End])}
		id := int32(len(ev.facts))
		for _, w := range contentWords(r, int(t.Sent)) {
			f.weight += ev.weight(w)
			ev.by[w] = append(ev.by[w], id)
		}
		ev.facts = append(ev.facts, f)
		ev.begin(&f)
		for _, d := range days {
			ev.days[d] += 1 / float64(len(days))
		}
	}
}

// longBefore reports whether a sentence tells of an earlier matter in passing:
// "le plus meurtrier depuis celui du 3 mars 1985, qui avait fait mille morts".
// It speaks in the past of the past.
func longBefore(s string) bool {
	for _, had := range []string{" avait ", " avaient ", " had "} {
		if strings.Contains(s, had) {
			return true
		}
	}
	return false
}

// common is in how many facts a word may stand and still tell them apart.
const common = 300

// A match is a fact and how like its sentence is to the one asked for, 0 to 1.
type match struct {
	fact int32
	like float64
}

// find returns the facts of other reports than k (own says whether k's own
// count too) whose sentences share words with words, the most like first.
func (ev *evidence) find(words []uint32, k int, own bool) []match {
	shared := map[int32]float64{}
	total := 0.0
	for _, w := range words {
		x := ev.weight(w)
		total += x
		if len(ev.by[w]) > common {
			continue
		}
		for _, id := range ev.by[w] {
			if own || ev.facts[id].report != k {
				shared[id] += x
			}
		}
	}
	var out []match
	for id, x := range shared {
		if d := total + ev.facts[id].weight - x; d > 0 {
			out = append(out, match{id, x / d})
		}
	}
	slices.SortFunc(out, func(a, b match) int {
		switch {
		case a.like > b.like:
			return -1
		case a.like < b.like:
			return 1
		}
		return int(a.fact - b.fact)
	})
	return out[:min(len(out), 40)]
}

// contentWords are the stems of the words of sentence i that carry meaning,
// times left out, sorted and without repeats.
func contentWords(r *claim.Report, i int) []uint32 {
	s := r.Sentences[i]
	var out []uint32
	times := r.Lang.Times
	k, _ := slices.BinarySearchFunc(times, s.Start, func(t lang.Time, at int) int { return t.End - at })
	for at := s.Start; at < s.End; {
		for k < len(times) && times[k].End <= at {
			k++
		}
		if k < len(times) && times[k].Start <= at {
			at = times[k].End
			continue
		}
		w, n := stem(r.Text[at:s.End])
		if w != 0 {
			out = append(out, w)
		}
		at += n
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stem hashes the first six letters of the word at the head of s, in lower case
// and without accents, and returns its length in bytes; 0 for a short word.
func stem(s string) (uint32, int) {
	h, letters, n := uint32(2166136261), 0, 0
	for n < len(s) {
		c, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(c) {
			break
		}
		n += size
		letters++
		if letters <= 6 {
			h = (h ^ uint32(plain(unicode.ToLower(c)))) * 16777619
		}
	}
	if n == 0 {
		_, size := utf8.DecodeRuneInString(s)
		return 0, max(size, 1)
	}
	if letters < 4 {
		return 0, n
	}
	return h, n
}

// plain takes the accent off c.
func plain(c rune) rune {
	switch c {
	case 'é', 'è', 'ê', 'ë':
		return 'e'
	case 'à', 'â', 'ä':
		return 'a'
	case 'î', 'ï':
		return 'i'
	case 'ô', 'ö':
		return 'o'
	case 'û', 'ù', 'ü':
		return 'u'
	case 'ç':
		return 'c'
	}
	return c
}
