package ledger

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/edtf"
)

// An occurrence is one telling of an event.
type occurrence struct {
	r     *claim.Report
	e     *claim.Event
	when  edtf.Time
	said  edtf.Time
	words []int32 // numbers of its stems
	from  string  // the newsroom that tells it
	order int
}

// timeline lists what happened, by when it happened, then by when it was said.
// Tellings of one event on one day are one moment; what is only known to a month
// stays at the month.
func (d *desk) timeline() {
	var all []*occurrence
	stems := numbering{}
	for _, r := range d.reports {
		for _, e := range r.Events {
			if e == nil {
				continue
			}
			o := &occurrence{r: r, e: e, when: d.time(r, e.Time), said: d.time(r, e.Said), order: len(all)}
			if !o.when.Known() {
				continue
			}
			if !o.said.Known() {
				o.said = d.published(r)
			}
			o.words = stems.of(contentStems(r, e.Span))
			o.from = cmp.Or(d.printed[folded(r, e.Span)], d.newsroom(r))
			all = append(all, o)
		}
	}
	groups := oneEvent(all)
	for _, g := range groups {
		d.led.Timeline = append(d.led.Timeline, d.moment(g))
	}
	slices.SortStableFunc(d.led.Timeline, func(a, b *Moment) int {
		return cmp.Or(compareTimes(a.When, b.When), compareTimes(a.Said, b.Said))
	})
}

// A numbering gives words numbers: ten thousand reports tell of their events in
// a few thousand words.
type numbering map[string]int32

func (n numbering) of(words []string) []int32 {
	out := make([]int32, len(words))
	for i, w := range words {
		k, ok := n[w]
		if !ok {
			k = int32(len(n))
			n[strings.Clone(w)] = k
		}
		out[i] = k
	}
	return out
}

// oneEvent puts the tellings of one event together.
func oneEvent(all []*occurrence) [][]*occurrence {
	// Only tellings of the same day, or the same month where no day is known,
	// may be one: a month joined to a day would claim a day nobody named.
	slices.SortStableFunc(all, func(a, b *occurrence) int {
		return cmp.Or(compareTimes(a.when, b.when), compareTimes(a.said, b.said), cmp.Compare(a.order, b.order))
	})
	type bucket struct {
		when string
		word int32
	}
	at := map[bucket][]int{}
	var groups [][]*occurrence
	for _, o := range all {
		g, when := -1, o.when.String()
		shared := map[int]int{}
		for _, w := range o.words {
			for _, i := range at[bucket{when, w}] {
				shared[i]++
			}
		}
		for i, n := range shared {
			if n >= 2 && n*2 >= min(len(o.words), len(groups[i][0].words)) && (g < 0 || n > shared[g] || n == shared[g] && i < g) {
				g = i
			}
		}
		if g < 0 {
			g = len(groups)
			groups = append(groups, nil)
			for _, w := range o.words {
				b := bucket{when, w}
				if len(at[b]) < paired {
					at[b] = append(at[b], g)
				}
			}
		}
		groups[g] = append(groups[g], o)
	}
	return groups
}

// moment makes one moment of the tellings of one event.
func (d *desk) moment(os []*occurrence) *Moment {
	m := &Moment{When: os[0].when, Said: os[0].said}
	from := map[string]bool{}
	for _, o := range os {
		if compareTimes(o.said, m.Said) < 0 {
			m.Said = o.said
		}
		m.Spans = append(m.Spans, o.e.Span)
		if o.e.Claim != nil && !slices.Contains(m.Claims, o.e.Claim) {
			m.Claims = append(m.Claims, o.e.Claim)
		}
		from[o.from] = true
	}
	m.Origins = len(from)
	if d.origins != nil {
		m.Origins = d.origins(m.Spans)
	}
	return m
}
