package story

import (
	"cmp"
	"slices"

	"recoupe/claim"
	"recoupe/lang"
)

// Two reports of one disaster may share few words: one counts the dead of a
// flood, another follows a family through the mud. A flood, an earthquake or a
// shipwreck seldom strikes one place twice in a fortnight, though, so that the
// kind of event, the place and the time tell the matter where the words do not.
// Attacks, strikes and arrests come back within days, and are not told so.

// onceInAPlace are the events, by their names in data/events.txt, that are one
// matter where they come within a fortnight at one place.
var onceInAPlace = map[string]bool{"quake": true, "flood": true, "storm": true, "explosion": true, "crash": true, "plane": true, "ship": true, "train": true, "mine": true, "dam": true, "collapse": true, "bridge": true}

// fortnight is how many days may lie between two reports of one matter.
const fortnight = 14

// A scene is a place at which a report tells of such an event.
type scene struct {
	event int
	place string // a city or a region, with its country
}

// A sighting is one report at a scene. Around is set where the report names a
// place within it only: two towns of one region are not one scene by that.
type sighting struct {
	report   int
	around   bool
	once     bool // one word tells of the event: joins those that tell of it plainly
	from, to float64
}

// matters joins the stories of reports that plainly tell of one disaster.
func (p *partition) matters(reports []*claim.Report, leaves []*leaf) {
	scenes := map[scene][]sighting{}
	var order []scene
	for i, r := range reports {
		l := leaves[i]
		if l.event == 0 || l.short || r.Lang == nil {
			continue
		}
		seen := map[scene]bool{}
		put := func(place string, around bool) {
			s := scene{l.event, place}
			if seen[s] {
				return
			}
			seen[s] = true
			if scenes[s] == nil {
				order = append(order, s)
			}
			scenes[s] = append(scenes[s], sighting{i, around, l.once, l.from, l.to})
		}
		for _, of := range []bool{false, true} { // the places named first, then those around them
			for _, n := range r.Lang.Names {
				if n.Start > leadBytes {
					break
				}
				switch q := n.Place; {
				case q == nil || n.Demonym || q.Precision == "country" || q.Country == "" || !sure(r, &n):
				case !of:
					put(q.Country+"/"+q.Name, false)
				case q.Region != "" && q.Region != q.Name:
					put(q.Country+"/"+q.Region, true)
				}
			}
		}
	}
	for _, s := range order {
		p.oneMatter(scenes[s])
	}
}

// sure reports whether the place n is no word that only sounds like one: "Une" at
// the head of a headline is not Ünye.
func sure(r *claim.Report, n *lang.Name) bool {
	const letters = 4
	if n.End-n.Start < letters {
		return false
	}
	return n.Place.Precision != "city" || lang.PlainName(r.Text[n.Start:n.End]) == lang.PlainName(n.Place.In(r.Language))
}

// oneMatter joins the reports of one scene that come close together. Those of no
// known day join where all the others are one matter.
func (p *partition) oneMatter(at []sighting) {
	var dated, undated []sighting
	for _, s := range at {
		if s.from == 0 {
			undated = append(undated, s)
		} else {
			dated = append(dated, s)
		}
	}
	slices.SortStableFunc(dated, func(a, b sighting) int { return cmp.Compare(a.from, b.from) })
	one := true
	for k := 1; k < len(dated); k++ {
		if dated[k].from-dated[k-1].to > fortnight {
			one = false
			continue
		}
		p.meet(dated[k-1], dated[k])
	}
	all := append(dated, undated...)
	for k := max(1, len(dated)); one && k < len(all); k++ {
		p.meet(all[0], all[k])
	}
}

// meet joins the stories of two sightings, one of which must be of the very place
// and one tell plainly of the event.
func (p *partition) meet(a, b sighting) {
	if a.around && b.around || a.once && b.once || p.root[a.report] == p.root[b.report] {
		return
	}
	p.union(a.report, b.report)
}

// disaster returns the disaster the report tells of most, and forgets what was
// met: which it is, and whether one word alone says so. One word of it beside
// those of others is no matter.
func (m *leafMaker) disaster() (event int, once bool) {
	best, most := 0, 0
	for e, n := range m.told {
		if n > most || n == most && e < best {
			best, most = e, n
		}
	}
	if most == 1 && len(m.told) > 1 {
		best = 0
	}
	clear(m.told)
	return best, most == 1
}
