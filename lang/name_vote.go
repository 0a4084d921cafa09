package lang

import (
	"iter"
	"strings"
)

// NameVotes count what each name is taken for, so that mentions agree: within
// one report always, and within a story where the caller adds its reports.
// The zero value is empty and ready.
//
//	var v lang.NameVotes
//	for _, a := range analyses { v.Add(a) }
//	for _, a := range analyses { v.Settle(a) }
type NameVotes struct {
	kinds map[string]*[4]int // by key
	full  map[string]bool    // keys of the last names of persons named in full
	long  map[string]bool    // keys of the first words of companies named in full
}

// Add counts the names of a.
func (v *NameVotes) Add(a *Analysis) {
	for i := range a.Names {
		v.add(&a.Names[i], 2)
	}
}

func (v *NameVotes) add(n *Name, weight int) {
	if n.Demonym {
		return
	}
	if v.kinds == nil {
		v.kinds, v.full, v.long = map[string]*[4]int{}, map[string]bool{}, map[string]bool{}
	}
	k := v.kinds[n.Key]
	if k == nil {
		k = new([4]int)
		v.kinds[n.Key] = k
	}
	k[n.Kind] += weight
	if at := strings.LastIndexByte(n.Key, ' '); at > 0 && n.Kind == Person {
		v.full[n.Key[at+1:]] = true
	} else if at > 0 && n.Kind == Organization && companyWords[lower(n.Canonical[strings.LastIndexByte(n.Canonical, ' ')+1:])] {
		first, _, _ := strings.Cut(n.Key, " ")
		v.long[first] = true
	}
}

// Settle gives every name of a the kind that most mentions have: a surname alone
// is the person named in full elsewhere, and what is a person nine times is no
// body the tenth. Places of the gazetteer stay where the votes are even.
func (v *NameVotes) Settle(a *Analysis) {
	for i := range a.Names {
		n := &a.Names[i]
		if n.Demonym {
			continue
		}
		n.Kind = v.kind(n, n.Place != nil && n.Place.Number != 0)
		if n.Kind != Location {
			n.Place = nil
		}
	}
}

// kind returns the kind of n by the votes; sure if what stands before it, or the
// gazetteer, says that it is a place.
func (v *NameVotes) kind(n *Name, sure bool) Kind {
	k := v.kinds[n.Key]
	if k == nil {
		return n.Kind
	}
	votes := *k
	switch {
	case sure:
	case v.full[n.Key]:
		votes[Person] += 100
	case v.long[n.Key]:
		votes[Organization] += 100
	}
	best := n.Kind
	for _, kind := range []Kind{Person, Organization, Location} {
		if votes[kind] > votes[best] {
			best = kind
		}
	}
	return best
}

// agree lets the mentions of one report agree.
func (f *nameFinder) agree() {
	var v NameVotes
	for i := range f.a.Names {
		n := &f.a.Names[i]
		weight := 2
		switch {
		case f.cues[i] == titleCue:
			weight = 8 // "M. Sarr"
		case f.cues[i].leads() && n.Kind == Location:
			weight = 4 // "à Martin": what stands before it says that it is a place
		}
		v.add(n, weight)
	}
	for i := range f.a.Names {
		if n := &f.a.Names[i]; !n.Demonym {
			n.Kind = v.kind(n, f.cues[i].leads() || wellKnown(f.hits[i]))
		}
	}
}

// wellKnown reports whether a name is that of a place of its own, spelt so and of
// some size, not of a village that sounds like somebody's last name.
func wellKnown(hits []placeHit) bool {
	if len(hits) == 0 {
		return false
	}
	top := mostKnown(hits)
	return top.exact && (places.kind(top.place) == countryPlace || places.size(top.place) >= 20)
}

// Agencies yields the mentions of news agencies: "l'AFP", "Interfax-Kazakhstan",
// whose Canonical is "Interfax".
func (a *Analysis) Agencies() iter.Seq[*Name] {
	return func(yield func(*Name) bool) {
		for i := range a.Names {
			if a.Names[i].Agency && !yield(&a.Names[i]) {
				return
			}
		}
	}
}
