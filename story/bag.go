package story

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// A term is one thing that reports of a story have in common: a stem, a name, a
// number, an event, a place. Its hash keeps languages and kinds apart.
type term struct {
	h uint64
	w float32
}

// A bag is a set of terms in order of their hashes, with its length.
type bag struct {
	terms []term
	norm  float32
}

// The bags of a report.
const (
	inTitle   = iota // stems of the headline; of the first sentence where there is none
	inLead           // stems of the headline and what follows it
	inNames          // names in the headline and the lead
	inNumbers        // numbers
	inAny            // what does not depend on the language: sounds of names, places, events, numbers
	bags
)

// Seeds of the hashes that belong to no language.
const (
	soundSeed  = 1
	placeSeed  = 2
	eventSeed  = 3
	numberSeed = 4
	topicSeed  = 5
)

// The most terms kept in each bag, the weightiest: what a report says after its
// first paragraphs is background.
var bagSizes = [bags]int{14, 32, 16, 8, 24}

// A leaf is what a report is compared by.
type leaf struct {
	language string
	bags     [bags]bag
	rare     []uint64 // the rarest terms, names first: what candidates are found by
	named    int      // how many of rare are names
	from, to float64  // days since 1970 it may have appeared in; equal and 0 where unknown
	short    bool     // a headline and no more
	event    int      // the disaster it tells of most, 0 for none; see matter.go
	once     bool     // one word says so, and it is not in the headline
	toll     int      // how many dead the headline tells of, 0 for none; see toll.go
	topic    uint64   // what names it hangs together with other reports by, over however many; 0 where nobody asked
}

// eventWeight is what a word for an event weighs: less than a rare stem, more
// than a common one.
var eventWeight float32 = 5.5

// kindWeight is what a kind of word weighs in a headline, beside the word itself.
var kindWeight float32 = 4

// leadBytes is how much of the prose is read for the bags.
const leadBytes = 900

// A leafMaker reads reports into leaves and keeps its tables between them.
type leafMaker struct {
	language string
	back     *background
	sounds   map[uint64]uint64 // of words met: the hash of their sound
	got      [bags]pot
	told     map[int]int // disasters met in this report; twice for one in the headline
	buf      []byte
}

func newLeafMaker() *leafMaker {
	return &leafMaker{sounds: map[uint64]uint64{}, told: map[int]int{}}
}

// leaf reads r.
func (m *leafMaker) leaf(r *claim.Report) *leaf {
	l := &leaf{language: spokenIn(r)}
	m.language, m.back = l.language, backgroundOf(l.language)
	m.prose(r, l)
	m.places(r)
	for i := range m.got {
		l.bags[i] = m.got[i].take(bagSizes[i])
	}
	l.event, l.once = m.disaster()
	l.rare = rarest(l, 8)
	l.from, l.to = daysOf(r)
	return l
}

// headlineBytes is the length up to which a report's own language is not taken on
// trust: six words with three names in them look like any language.
const headlineBytes = 250

// spokenIn returns the language of r; for a headline, the one whose words it has
// most of, so that it is compared with its like.
func spokenIn(r *claim.Report) string {
	if len(r.Text) > headlineBytes {
		return r.Language
	}
	hits := map[string]int{}
	stated := backgrounds()[r.Language] != nil
	all := 0
	for w := newScanner(r.Text, 0, len(r.Text)); w.next(); {
		if w.digits {
			continue
		}
		all++
		for _, l := range []string{"fr", "en", "ru"} {
			b := backgroundOf(l)
			h := hash64(b.seed, Stem(w.buf, l))
			if s := b.of(h); s != nil && (s.idf >= 0 || !stated && s.event+s.kind != 0) && w.cyr == (l == "ru") && !s.name {
				hits[l]++
			}
		}
	}
	best := r.Language
	for _, l := range []string{"fr", "en", "ru"} {
		if hits[l] > hits[best] && hits[l]*3 >= all {
			best = l
		}
	}
	if stated && hits[best] < 2*hits[r.Language]+2 {
		return r.Language // as stated: no word more or less overrules it
	}
	return best
}

// prose reads the headline and as much of the prose as counts.
func (m *leafMaker) prose(r *claim.Report, l *leaf) {
	titled, left := false, leadBytes
	for i, p := range r.Parts {
		switch {
		case p.Kind == text.Title:
			titled = true
			end := p.Start + unsigned(r.Text[p.Start:p.End], r.Outlet)
			m.read(r.Text, p.Start, end, true)
			l.toll = m.tollIn(r.Text[p.Start:end])
		case (p.Kind == text.Lead || p.Kind == text.Paragraph) && left > 0:
			from, end := p.Start, min(p.End, p.Start+left)
			if !titled && r.Title == "" {
				titled = true
				from = firstSentence(r, i, p)
				m.read(r.Text, p.Start, from, true)
				l.short = l.short || p.End-p.Start < 160 && len(r.Parts) < 3
			}
			if from < end {
				m.read(r.Text, from, end, false)
			}
			left -= p.End - p.Start
		}
	}
	if !titled && r.Title != "" {
		title := r.Title[:unsigned(r.Title, r.Outlet)]
		m.read(title, 0, len(title), true)
		l.toll = m.tollIn(title)
	}
	l.short = l.short || left == leadBytes
}

// firstSentence is the end of the first sentence of part i.
func firstSentence(r *claim.Report, i int, p text.Part) int {
	for _, s := range r.Sentences {
		if s.Part == i {
			return min(s.End, p.Start+240)
		}
	}
	return min(p.End, p.Start+240)
}

// read puts the words of s[from:to] into the bags.
func (m *leafMaker) read(s string, from, to int, title bool) {
	w := newScanner(s, from, to)
	allCapitals := title && titleCase(s[from:to])
	for w.next() {
		if w.digits {
			m.number(w.buf, title)
			continue
		}
		if len(w.buf) < 3 && !(w.capital && len(w.buf) == 2) {
			continue
		}
		stem := Stem(w.buf, m.languageOf(w))
		h := hash64(m.back.seed, stem)
		known := m.back.of(h)
		common := !w.capital || w.first || allCapitals || w.acronym()
		if e := eventOf(known); e != 0 && common {
			m.event(e, title)
			continue
		}
		weight := m.back.weight(known, len(w.buf))
		if weight == 0 {
			continue
		}
		m.add(inLead, h, weight, 0.4)
		if title {
			if w.capital && !w.first && !allCapitals {
				m.add(inTitle, h, weight*shareOfName(w.named(from)), 1)
			} else {
				m.add(inTitle, h, weight, 1)
			}
			if known != nil && known.kind != 0 && common {
				m.add(inTitle, firstKind+uint64(known.kind), kindWeight, 0)
			}
		}
		if w.capital && m.isName(known, w.first || allCapitals) {
			m.add(inNames, h, weight, 0.3)
			if sound := m.sound(w); sound != 0 {
				m.add(inAny, sound, weight, 0.3)
			}
		}
	}
}

// event adds a word for an event, which stands for itself in all languages.
func (m *leafMaker) event(e uint64, title bool) {
	m.add(inAny, firstEvent+e, 4, 1)
	if events().disasters[int(e)] {
		m.told[int(e)]++
		if title {
			m.told[int(e)]++
		}
	}
	m.add(inLead, firstEvent+e, eventWeight, 0.5)
	if title {
		m.add(inTitle, firstEvent+e, eventWeight, 1)
	}
}

// shareOfName is what each word of a name of so many words keeps of its weight in a
// headline: one name of three words is no three names.
func shareOfName(words int) float32 { return float32(math.Pow(float64(words), -0.3)) }

// languageOf is the language a word is stemmed in: Cyrillic of any other
// language loses its endings as Russian does.
func (m *leafMaker) languageOf(w *wordScanner) string {
	if m.back.stems == nil && w.cyr {
		return "ru"
	}
	return m.language
}

// isName tells a name from a common word at the head of a sentence: by the
// background, where the word mostly has its capital, or is not known at all.
func (m *leafMaker) isName(known *stem, doubtful bool) bool {
	if known == nil || known.idf < 0 {
		return !doubtful || m.back.stems != nil
	}
	return !doubtful || known.name
}

// sound returns the hash of how a name sounds, 0 for one too short.
func (m *leafMaker) sound(w *wordScanner) uint64 {
	h := hash64(m.back.seed, w.buf) // not of its stem: whichever form came first would speak for all
	if v, ok := m.sounds[h]; ok {
		return v
	}
	m.buf = skeleton(m.buf[:0], w.buf, w.cyr)
	var v uint64
	if len(m.buf) > 0 {
		v = hash64(soundSeed, m.buf)
	}
	if len(m.sounds) > 1<<16 {
		clear(m.sounds)
	}
	m.sounds[h] = v
	return v
}

// number weighs a number: 164 tells much, 3 little, a year next to nothing.
func (m *leafMaker) number(digits []byte, title bool) {
	var weight float32
	switch n := len(digits); {
	case n == 1:
		weight = 1
	case n == 4 && (string(digits[:2]) == "20" || string(digits[:2]) == "19"):
		weight = 0.5
	case n == 2:
		weight = 3
	case n > 9:
		return
	default:
		weight = 6
	}
	if n := len(digits); n > 1 && strings.Trim(string(digits[1:]), "0") == "" {
		weight /= 2 // 20, 300, 2000
	}
	h := hash64(numberSeed, digits)
	m.add(inNumbers, h, weight, 0.2)
	m.add(inAny, h, weight, 0.2)
	if title {
		m.add(inTitle, h, weight, 0.2)
		m.add(inLead, h, weight, 0.2)
	}
}

// places adds the places lang has found: Kazakhstan, kazakh and Казахстан are one.
func (m *leafMaker) places(r *claim.Report) {
	if r.Lang == nil {
		return
	}
	for _, n := range r.Lang.Names {
		if n.Start > leadBytes+200 {
			break
		}
		if n.Place == nil {
			continue
		}
		name := n.Place.Name
		weight := float32(6)
		if n.Place.Precision == "country" {
			name, weight = n.Place.Country, 4
		}
		m.add(inAny, hash64(placeSeed, []byte(name)), weight, 0.3)
	}
}

// add counts a term: its weight the first time, more for a second mention.
func (m *leafMaker) add(b int, h uint64, weight, again float32) { m.got[b].add(h, weight, again) }

// A pot gathers the terms of one bag: an open table, emptied by going over what
// was put in. It has room for the words of a lead; what does not fit is left out.
type pot struct {
	terms [512]term // h 0: free
	used  []int16
}

func (p *pot) add(h uint64, weight, again float32) {
	i := int(h*0x9e3779b97f4a7c15>>55) % len(p.terms)
	for p.terms[i].h != 0 && p.terms[i].h != h {
		i = (i + 1) % len(p.terms)
	}
	if t := &p.terms[i]; t.h == h {
		t.w = min(t.w+weight*again, weight*2)
	} else if len(p.used) < len(p.terms)*3/4 {
		*t = term{h, weight}
		p.used = append(p.used, int16(i))
	}
}

// take returns the n weightiest terms and empties the pot.
func (p *pot) take(n int) bag {
	b := bag{terms: make([]term, len(p.used))}
	for k, i := range p.used {
		b.terms[k] = p.terms[i]
		p.terms[i] = term{}
	}
	p.used = p.used[:0]
	if len(b.terms) > n {
		b.terms = slices.Clone(heaviest(b.terms, n))
	}
	slices.SortFunc(b.terms, func(x, y term) int { return cmp.Compare(x.h, y.h) })
	b.measure()
	return b
}

// heaviest moves the n weightiest of list to its front, in any order, and returns
// them: a sort of all costs more than the words themselves.
func heaviest(list []term, n int) []term {
	for lo, hi := 0, len(list)-1; lo < hi; {
		pivot := list[(lo+hi)/2]
		i, j := lo, hi
		for i <= j {
			for heavier(list[i], pivot) < 0 {
				i++
			}
			for heavier(pivot, list[j]) < 0 {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case n <= j:
			hi = j
		case n >= i:
			lo = i
		default:
			return list[:n]
		}
	}
	return list[:n]
}

func heavier(x, y term) int {
	switch {
	case x.w > y.w:
		return -1
	case x.w < y.w:
		return 1
	case x.h < y.h:
		return -1
	}
	return 1
}

// shared calls each with the places of the terms that two bags share, in order.
func (b *bag) shared(c *bag, each func(i, j int)) {
	for i, j := 0, 0; i < len(b.terms) && j < len(c.terms); {
		switch x, y := b.terms[i].h, c.terms[j].h; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			each(i, j)
			i, j = i+1, j+1
		}
	}
}

// cosine is the cosine of two bags.
func cosine(a, b *bag) float32 {
	var dot float32
	a.shared(b, func(i, j int) { dot += a.terms[i].w * b.terms[j].w })
	if dot == 0 {
		return 0
	}
	return dot / (a.norm * b.norm)
}

func (b *bag) measure() {
	var sum float64
	for _, t := range b.terms {
		sum += float64(t.w) * float64(t.w)
	}
	b.norm = float32(math.Sqrt(sum))
}

// rarest returns the hashes of the terms that lead to candidates: the weightiest
// names, then the weightiest of the rest, up to n in all.
func rarest(l *leaf, n int) []uint64 {
	out := make([]uint64, 0, n)
	var room [64]term
	for k := range 2 {
		most, list := n-3, append(room[:0], l.bags[inNames].terms...)
		if k == 1 {
			most, list = n, append(append(room[:0], l.bags[inTitle].terms...), l.bags[inLead].terms...)
		}
		// What stands in both bags is there twice, and the names may be among them.
		list = heaviest(list, min(len(list), 3*n))
		slices.SortFunc(list, heavier)
		for _, t := range list {
			if len(out) == most {
				break
			}
			if !slices.Contains(out, t.h) {
				out = append(out, t.h)
			}
		}
		if k == 0 {
			l.named = len(out)
		}
	}
	return out
}

// titleCase reports whether most words of a headline begin with a capital, as
// English ones do: then a capital tells nothing.
func titleCase(s string) bool {
	capital, all := 0, 0
	for w := newScanner(s, 0, len(s)); w.next(); {
		if len(w.buf) > 3 && !w.digits {
			all++
			if w.capital {
				capital++
			}
		}
	}
	return all >= 3 && capital*3 >= all*2
}

// daysOf returns the days in which r says it appeared.
func daysOf(r *claim.Report) (from, to float64) {
	when := r.Published.When
	if when.From.IsZero() {
		return 0, 0
	}
	from = float64(when.From.Unix()) / 86400
	to = from
	if !when.To.IsZero() {
		to = float64(when.To.Unix()) / 86400
	}
	return from, max(to, from+1.0/1440)
}
