// Package who joins the spellings and roles of one speaker into one person or body.
//
// It is the eighth stage: within a story, after times, before the ledger.
//
// Two speakers taken for one is worse than one taken for two: the first hides a
// conflict, the second only counts a speaker too many. So what is not shown by
// the words stays apart: a bare "le président" of one report is not the
// president of another, two witnesses called Ahmed are two.
package who

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// A Speaker is a person or a body in whose name something is said.
type Speaker struct {
	ID        string // readable and stable: "kassym-jomart-tokaiev", "police-kz"
	Name      string // the fullest form met
	Role      claim.Role
	Spellings []string // every spelling of her name met, titles and offices left out, sorted; where she has none, every form met
	Person    bool     // a human being, named or not; false for a body
	known     bool     // by a name of her own, and not of one report alone
	Voice     string   // ID of the body she speaks for: "police" for its spokesperson; "" if none
}

// A Cast is every speaker of a run.
// A nil Cast knows nobody.
type Cast struct {
	Speakers []Speaker // sorted by ID
	of       map[*claim.Attribution]string
	voices   map[string]string // speaker ID → body ID
	named    map[string]string // key of a spelling → speaker ID; "" where two speakers share it
}

// Of returns the speaker ID of by; "" for nil: the report speaks for itself.
func (c *Cast) Of(by *claim.Attribution) string {
	if by == nil || c == nil {
		return ""
	}
	return c.of[by]
}

// Body returns the ID of the body in whose name speaker talks: "police" for the
// spokesperson of the police, and for the police itself. A toll given by the
// spokesperson and one given by "la police" come from one original speaker: the
// later supersedes the earlier, and the two are no confirmation of each other.
func (c *Cast) Body(speaker string) string {
	if c != nil {
		if b := c.voices[speaker]; b != "" {
			return b
		}
	}
	return speaker
}

// Named returns the ID of the one speaker called name: "afp" for "AFP". It is
// "" where nobody is, or where two are.
func (c *Cast) Named(name string) string {
	if c == nil {
		return ""
	}
	return c.named[lang.NameKey(name)]
}

// Speaker returns the speaker with this ID; nil if there is none.
func (c *Cast) Speaker(id string) *Speaker {
	if c == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(c.Speakers, id, func(s Speaker, id string) int { return strings.Compare(s.ID, id) })
	if !ok {
		return nil
	}
	return &c.Speakers[i]
}

// Join finds the speakers of reports, which are those of one story. The order
// of the reports does not matter. Join of nothing is an empty cast.
func Join(reports []*claim.Report) *Cast {
	j := newJoiner(reports)
	j.persons()
	j.bodies()
	j.roleNouns()
	j.acronyms()
	j.relays()
	return j.cast()
}

// JoinStories finds the speakers of several stories in one cast. Each story is
// joined by itself, so that another story changes nothing in it: "la police" of
// two stories is two bodies. Only who is known by name is one in all of them.
// A nil memory knows of nothing that was joined before.
func JoinStories(stories [][]*claim.Report, memory Memory) *Cast {
	all := &Cast{of: map[*claim.Attribution]string{}, voices: map[string]string{}, named: map[string]string{}}
	at := map[string]int{} // ID → index into all.Speakers
	for _, reports := range stories {
		c := joined(reports, memory)
		ids := make(map[string]string, len(c.Speakers)) // in the story → in the cast
		for _, s := range c.Speakers {
			old, id := s.ID, s.ID
			i, taken := at[id]
			switch {
			case taken && s.known && all.Speakers[i].known && s.Person == all.Speakers[i].Person:
				all.Speakers[i].Spellings = merge(all.Speakers[i].Spellings, s.Spellings)
			default:
				for n := 2; taken; n++ {
					id = old + "-" + strconv.Itoa(n)
					_, taken = at[id]
				}
				s.ID = id
				at[id] = len(all.Speakers)
				all.Speakers = append(all.Speakers, s)
			}
			ids[old] = id
		}
		for by, id := range c.of {
			all.of[by] = ids[id]
		}
		for speaker, body := range c.voices {
			if all.voices[ids[speaker]] == "" {
				all.voices[ids[speaker]] = cmp.Or(ids[body], body)
			}
		}
	}
	for i, s := range all.Speakers {
		all.Speakers[i].Voice = all.voices[s.ID]
		all.call(s.Name, s.ID)
		for _, form := range s.Spellings {
			all.call(form, s.ID)
		}
	}
	slices.SortFunc(all.Speakers, func(a, b Speaker) int { return strings.Compare(a.ID, b.ID) })
	return all
}

func merge(a, b []string) []string {
	both := append(slices.Clone(a), b...)
	slices.Sort(both)
	return slices.Compact(both)
}
