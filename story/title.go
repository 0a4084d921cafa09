package story

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// newStory makes a story of the reports with the numbers in set, which has no
// title yet.
func newStory(reports []*claim.Report, set []int) *Story {
	s := &Story{}
	for _, i := range set {
		s.Reports = append(s.Reports, reports[i])
	}
	// The identity is that of the first report that has a date: what comes in
	// later does not change it.
	first := s.Reports[0]
	for _, r := range s.Reports {
		if !r.Published.When.From.IsZero() {
			first = r
			break
		}
	}
	s.ID = "story-" + string(first.ID)
	return s
}

// titleOf returns the headline that says most of what the others say, rather not one
// with a toll that another has higher; where no report has one, the places named most:
// "Almaty, Kazakhstan".
func titleOf(reports []*claim.Report) string {
	maker := newLeafMaker()
	sums := map[string]*cluster{}
	leaves := make([]*leaf, len(reports))
	toll := 0
	for i, r := range reports {
		leaves[i] = maker.leaf(r)
		c := sums[r.Language]
		if c == nil {
			c = newCluster(0, r.Language)
			sums[r.Language] = c
		}
		c.members = append(c.members, i)
		c.add(leaves[i], 1)
		toll = max(toll, leaves[i].toll)
	}
	best, most := "", float32(-1)
	for i, r := range reports {
		t := headline(r)
		if t == "" {
			continue
		}
		c := sums[r.Language]
		inTitles, _ := c.against(&leaves[i].bags[inTitle], inTitle, undamped{})
		inLeads, _ := c.against(&leaves[i].bags[inTitle], inLead, undamped{})
		score := inTitles + inLeads
		score *= float32(len(c.members)) / float32(len(reports))
		if len(t) > 110 {
			score *= 0.8
		}
		if leaves[i].toll > 0 && leaves[i].toll < toll {
			score *= 0.7 // a toll that was told again, and higher
		}
		if score > most {
			best, most = t, score
		}
	}
	if best != "" {
		return best
	}
	return placesOf(reports)
}

// headline returns the title of r.
func headline(r *claim.Report) string {
	if r.Title != "" {
		return strings.TrimSpace(r.Title)
	}
	for _, p := range r.Parts {
		if p.Kind == text.Title {
			return strings.TrimSpace(r.Text[p.Start:p.End])
		}
	}
	return ""
}

// unsigned is the length of a headline without the outlet that a page puts behind
// it: "Crue à Vornes | Le Phare", and after a dash where it is the report's own.
func unsigned(title, outlet string) int {
	const words = 5
	if i := strings.LastIndex(title, " | "); i > 0 && len(strings.Fields(title[i:])) <= words+1 {
		return i
	}
	own := strings.ReplaceAll(lang.PlainName(outlet), " ", "")
	for _, dash := range []string{" - ", " – ", " — "} {
		i := strings.LastIndex(title, dash)
		if i <= 0 || own == "" {
			continue
		}
		name := strings.ReplaceAll(lang.PlainName(title[i+len(dash):]), " ", "")
		if len(name) > 2 && (strings.HasPrefix(own, name) || strings.HasPrefix(name, own)) {
			return i
		}
	}
	return len(title)
}

// placesOf names the country that the reports name most often, with the city there
// that they name most.
func placesOf(reports []*claim.Report) string {
	cities, countries, home := map[string]int{}, map[string]int{}, map[string]string{}
	for _, r := range reports {
		if r.Lang == nil {
			continue
		}
		for _, n := range r.Lang.Names {
			switch {
			case n.Place == nil:
			case n.Place.Precision == "country":
				countries[n.Place.Country]++
				if home[n.Place.Country] == "" && !n.Demonym {
					home[n.Place.Country] = n.Place.Name
				}
			default:
				cities[n.Place.Name+"\x00"+n.Place.Country]++
			}
		}
	}
	land := commonest(countries)
	for key := range cities {
		if _, in, _ := strings.Cut(key, "\x00"); land != "" && in != land {
			delete(cities, key) // the earthquake of Burma was felt in Bangkok
		}
	}
	city, in, _ := strings.Cut(commonest(cities), "\x00")
	if land == "" {
		land = in
	} else if cityRare*cities[city+"\x00"+in] < countries[land] {
		city = ""
	}
	var parts []string
	for _, s := range []string{city, home[land]} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// cityRare is how many times as often a country must be named as its first city for
// the matter to be the country's.
const cityRare = 5

func commonest(count map[string]int) string {
	keys := make([]string, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	if len(keys) == 0 {
		return ""
	}
	return slices.MinFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
}

// undamped counts every term in full.
type undamped struct{}

func (undamped) damp(uint64, uint64) float32 { return 1 }
