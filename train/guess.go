package main

import (
	"maps"
	"slices"
	"strings"

	"recoupe/lang"
)

// guesses finds, for the ends of words, the entry that most words so ending have:
// what a word no list has is taken for. Longer ends are kept where they say
// something else than the shorter.
func guesses(d dictionary, tags, endings, entries *list) map[string]int {
	if len(d.others) == 0 {
		return nil
	}
	groups, keys := byForm(append(slices.Clone(d.forms), d.others...))
	counts := map[string]map[int]int{} // of an end: entry → words
	own := &list{}                     // entries, numbered apart: most will not be kept
	for _, k := range keys {
		e := own.index(entryOf(k, groups[k], tags, endings))
		for n := lang.ShortEnding; n <= lang.LongEnding; n++ {
			if end, ok := lang.EndingOf(k, n); ok {
				if counts[end] == nil {
					counts[end] = map[int]int{}
				}
				counts[end][e]++
			}
		}
	}
	out, kept := map[string]int{}, map[string]int{}
	ends := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(a, b)
	})
	for _, end := range ends {
		e, ok := commonest(counts[end])
		if !ok || says(kept, end) == e {
			continue
		}
		kept[end] = e
		out[end] = entries.index(own.all[e])
	}
	return out
}

// says is the entry that a kept end shorter than end gives, -1 if there is none.
func says(kept map[string]int, end string) int {
	r := []rune(end)
	for i := 1; i < len(r); i++ {
		if e, ok := kept[string(r[i:])]; ok {
			return e
		}
	}
	return -1
}

// commonest returns the entry most words have, if there are enough of them.
func commonest(counts map[int]int) (int, bool) {
	const fewest, share = 12, 0.35
	best, all := -1, 0
	for _, e := range slices.Sorted(maps.Keys(counts)) {
		all += counts[e]
		if best < 0 || counts[e] > counts[best] {
			best = e
		}
	}
	return best, all >= fewest && float64(counts[best]) >= share*float64(all)
}
