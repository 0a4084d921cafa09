package story

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// What two headlines of one kin are compared by.
const (
	hCosine = iota // root of the cosine of their words, as they are worth within the kin
	hAny           // cosine of what depends on no language
	hMost          // what the weightiest word they share is worth
	hNames         // what they share is worth, by what it is, up to three rare words
	hWords
	hEvents
	hKinds
	hNumbers
	hTolls   // how near the numbers of dead they tell of
	hDays    // how close in time, a day and a half apart counting a half
	hUndated // 1 where one has no date, or only a month
	hBias
	headlineFeatures
)

// oneStory weighs the features: the logistic function of their sum is how likely
// two headlines tell of one story. Learned from all pairs of the headlines of
// forty-four gatherings, 3,000 headlines in three languages, labelled by hand, with
// their days and without, each gathering counting the same, then moved a little for
// the B³ of the stories they give; kept to two digits, to be read and argued with.
var oneStory = [headlineFeatures]float64{
	hCosine: 1.48, hAny: 1.13, hMost: 1.69,
	hNames: 0.91, hWords: 1.08, hEvents: 2.03, hKinds: 0.44, hNumbers: 2.20, hTolls: 2.58,
	hDays: 2.00, hUndated: 1.08, hBias: -5.36,
}

// What two headlines must share to be compared, by the background of the language:
// least weight of the two weightiest words, and of one where they are of no company.
// Less likeness than faint is none.
const (
	leastShared = 4
	rareShared  = 6
	faint       = 0.05
)

// A sight is a headline as its kin see it: the name that stands in all of them
// tells nothing.
type sight struct {
	*leaf
	title, any bag
	kinds      []uint8 // of the terms of title: the feature they count for
}

// A neighbour is a headline that is like another.
type neighbour struct {
	at   int
	like float64 // 0 to 1
}

// likenesses compares headlines, of which k says who is kin, with each other: for each,
// those that are more than faintly like it, in order. Two that are of no company must
// share a rare word: the dead and injured of one crisis are not those of another.
func likenesses(k *kin, leaves []*leaf) [][]neighbour {
	seen := k.sights(leaves)
	near := make([][]neighbour, len(seen))
	for i := range seen {
		for j := range i {
			one, two := leaves[i].shares(leaves[j])
			if one+two < leastShared {
				continue
			}
			if one < rareShared && !(k.company(i, j) && k.company(j, i)) {
				continue
			}
			if l := seen[i].likeness(&seen[j]); l >= faint {
				near[i] = append(near[i], neighbour{j, l})
				near[j] = append(near[j], neighbour{i, l})
			}
		}
	}
	for i := range near {
		slices.SortFunc(near[i], func(a, b neighbour) int { return cmp.Compare(a.at, b.at) })
	}
	return near
}

// sights weighs the words of headlines by how many of their kin have each.
func (k *kin) sights(leaves []*leaf) []sight {
	out := make([]sight, len(leaves))
	for i, l := range leaves {
		titles := newCensus(&l.bags[inTitle], func(t term) bool { return l.featureOf(t) == hNames })
		all := newCensus(&l.bags[inAny], func(t term) bool { return l.featureOf(t) == hWords }) // a sound, a place
		for j, other := range leaves {
			if i == j || k.company(i, j) {
				says := i == j || k.says(i, j)
				titles.count(&other.bags[inTitle], says)
				all.count(&other.bags[inAny], says)
			}
		}
		s := sight{leaf: l, title: titles.weighed(), any: all.weighed()}
		for _, t := range s.title.terms {
			s.kinds = append(s.kinds, uint8(l.featureOf(t)))
		}
		out[i] = s
	}
	return out
}

// A census counts the headlines that have a say in what the terms of a bag are
// worth, and for each term those that have it. One without a say in the others
// counts for the names it has itself.
type census struct {
	*bag
	name        []bool
	all         int
	have, alone []int
}

func newCensus(b *bag, name func(term) bool) *census {
	c := &census{bag: b, name: make([]bool, len(b.terms)), have: make([]int, len(b.terms)), alone: make([]int, len(b.terms))}
	for i, t := range b.terms {
		c.name[i] = name(t)
	}
	return c
}

func (c *census) count(other *bag, says bool) {
	if says {
		c.all++
	}
	c.shared(other, func(x, _ int) {
		if says || c.name[x] {
			c.have[x]++
		}
		if !says && c.name[x] {
			c.alone[x]++
		}
	})
}

// weighed returns a bag whose terms weigh less the more of all headlines have them.
func (c *census) weighed() bag {
	out := bag{terms: slices.Clone(c.terms)}
	for i := range out.terms {
		out.terms[i].w *= kept(c.all+c.alone[i], c.have[i], kinFew, kinMany)
	}
	out.measure()
	return out
}

// A kin says which headlines are kindred.
type kin struct {
	rows, twice relation // twice: over a second word as well
	size        []int
}

// A relation is a row of bits for each headline.
type relation [][]uint64

func newRelation(n int) relation {
	r := make(relation, n)
	for i := range r {
		r[i] = make([]uint64, (n+63)/64)
	}
	return r
}

func (r relation) set(i, j int) {
	r[i][j/64] |= 1 << (j % 64)
	r[j][i/64] |= 1 << (i % 64)
}

func kinship(leaves []*leaf) *kin {
	k := &kin{newRelation(len(leaves)), newRelation(len(leaves)), make([]int, len(leaves))}
	for i, a := range leaves {
		k.rows.set(i, i)
		for j, b := range leaves[:i] {
			one, two := a.shares(b)
			if one+two < kinWeight || a.gap(b) > kinDays {
				continue
			}
			k.rows.set(i, j)
			if two >= kinEvent {
				k.twice.set(i, j)
			}
		}
	}
	for i, row := range k.rows {
		for _, b := range row {
			k.size[i] += bits.OnesCount64(b)
		}
	}
	return k
}

// kinDays is how many days apart headlines may be and still be kin: the crisis of
// another year has no say.
const kinDays = 60

// gap is how many days lie between two headlines, 0 where one has no date.
func (l *leaf) gap(o *leaf) float64 {
	if l.from == 0 || o.from == 0 {
		return 0
	}
	return max(0, l.from-o.to, o.from-l.to)
}

// says reports whether j, which is of company with i, has a say in what all words of
// i are worth: whether it shares a second word with some kin of i. A headline that
// bears but the name all of them bear tells of something else under that name.
func (k *kin) says(i, j int) bool {
	for n, b := range k.rows[i] {
		if b&k.twice[j][n] != 0 {
			return true
		}
	}
	return false
}

// company reports whether enough of the kin of i are kin of j. A headline of another
// matter that shares a rare word by chance is of none.
func (k *kin) company(i, j int) bool {
	both := 0
	for n, b := range k.rows[i] {
		both += bits.OnesCount64(b & k.rows[j][n])
	}
	return float64(both) >= ownCompany*float64(k.size[i])
}

// ownCompany is the least share of kin in common.
const ownCompany = 0.1

// shares returns what the two weightiest words that two headlines share weigh, by
// the background.
func (l *leaf) shares(o *leaf) (one, two float32) {
	l.bags[inTitle].shared(&o.bags[inTitle], func(i, _ int) {
		if w := l.kinWeight(l.bags[inTitle].terms[i]); w > one {
			one, two = w, one
		} else if w > two {
			two = w
		}
	})
	return one, two
}

// Headlines of one kin from which its own words are told from those of its events.
const (
	kinFew  = 3
	kinMany = 15
)

// featureOf returns the feature that a term of the headline counts for.
func (l *leaf) featureOf(t term) int {
	same := func(u term) bool { return u.h == t.h }
	switch {
	case t.isKind():
		return hKinds
	case t.isEvent():
		return hEvents
	case slices.ContainsFunc(l.bags[inNames].terms, same):
		return hNames
	case slices.ContainsFunc(l.bags[inNumbers].terms, same):
		return hNumbers
	}
	return hWords
}

// likeness is how likely two headlines tell of one story, 0 to 1.
func (s *sight) likeness(o *sight) float64 {
	var sum float64
	for k, f := range s.features(o) {
		sum += oneStory[k] * f
	}
	return 1 / (1 + math.Exp(-sum))
}

// features returns what speaks for two headlines telling of one story.
func (s *sight) features(o *sight) [headlineFeatures]float64 {
	const rareWord = 8 // what a rare word weighs
	f := [headlineFeatures]float64{hBias: 1}
	var dot, most float64
	s.title.shared(&o.title, func(i, j int) {
		w := float64(s.title.terms[i].w) * float64(o.title.terms[j].w)
		dot += w
		w = math.Sqrt(w)
		most = max(most, w)
		kind := s.kinds[i]
		if o.kinds[j] == hNames {
			kind = hNames // at the head of a headline a name may look like any word
		}
		f[kind] += w / rareWord
	})
	f[hCosine] = math.Sqrt(dot / float64(s.title.norm*o.title.norm))
	f[hTolls] = tollLikeness(s.toll, o.toll)
	f[hAny] = float64(cosine(&s.any, &o.any))
	f[hMost] = most / rareWord
	for _, k := range []int{hNames, hWords, hEvents, hKinds, hNumbers} {
		f[k] = min(f[k], 3)
	}
	const days = 3
	if s.from == 0 || o.from == 0 || s.to-s.from > days || o.to-o.from > days {
		f[hUndated] = 1 // to share a month is no sign of one event
	} else {
		f[hDays] = math.Exp(-s.gap(o.leaf) / 2)
	}
	return f
}
