package lang

import (
	"strings"
	"sync"
)

// A placeCue is what the words before a place say of its kind.
type placeCue uint8

const (
	anyPlace   placeCue = iota
	townCue             // "la ville de", "le village de"
	regionCue           // "la province de", "dans l'oblast de"
	locative            // "à", "en", "near": a place, of whatever kind
	waterCue            // "le lac", "la vallée de": never a town
	titleCue            // "M.": a person
	areaCue             // "au", "en", "le": a country or region rather than a town
	pointCue            // "à": a town rather than the region called after it
	articleCue          // "le": the same as areaCue, of what may be no place at all
)

// leads reports whether the words before a name say that it is a place.
func (c placeCue) leads() bool { return c != anyPlace && c != titleCue && c != articleCue }

// cueWords are the nouns and prepositions that tell it, in every language: no
// word of one is a word of the other kind in another.
var cueWords = func() map[string]placeCue {
	m := map[string]placeCue{}
	for words, cue := range map[string]placeCue{
		"ville village localité bourg bourgade commune hameau cité quartier faubourg municipalité chef-lieu banlieue agglomération port aéroport gare hôpital maire mairie city town village hamlet neighborhood neighbourhood mayor airport suburb город городе города село селе села деревня деревне посёлок посёлке аул мэр": townCue,
		"région province département oblast district comté canton wilaya gouvernorat préfecture état territoire raïon gouverneur préfet region province state county district governorate governor prefecture область области край крае район районе провинция провинции штат штате губернатор":                                 regionCue,
		"au aux en dans": areaCue,
		"à":              pointCue,
		"mer océan golfe baie détroit lac fleuve rivière vallée vallon massif mont montagne col île archipel péninsule presqu'île désert forêt canal delta plaine plateau sea ocean gulf bay strait lake river valley mount island peninsula desert forest море озеро река долина остров залив пролив гора": waterCue,
		"près vers depuis jusque jusqu'à jusqu' sur in at near from to outside inside across around в во под из около близ до":                                                                                                                                                                              locative,
	} {
		for w := range strings.FieldsSeq(words) {
			m[Norm(w)] = cue
		}
	}
	return m
}()

// placeCue looks left from item i, over articles, "de" and adjectives of people.
func (r *nameReader) placeCue(i int) placeCue {
	if before := r.at(i - 1); civil[before.norm] && before.word.capital() {
		return titleCue
	}
	// "au", "aux" and "du" are prepositions with an article: one item.
	if r.language == "fr" && i > 0 && articles[r.items[i-1].norm] && (i < 2 || cueWords[r.items[i-2].norm] == anyPlace) {
		return articleCue // "le Québec", "du Luxembourg"
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		it := &r.items[j]
		if cue, ok := cueWords[it.norm]; ok {
			return cue
		}
		if !it.word.link && !it.word.people && it.pos != DET && it.pos != ADP {
			break
		}
	}
	return anyPlace
}

// articles stand before countries and regions, and before few towns.
var articles = WordSet("le la l' du")

// countryPlaces are the countries of the gazetteer by their codes.
var countryPlaces = sync.OnceValue(func() map[string]*Place {
	m := map[string]*Place{}
	for i := range int32(len(places.places) / 10) {
		if places.kind(i) == countryPlace {
			p := places.at(i, "fr")
			m[p.Country] = p
		}
	}
	return m
})

// CountryPlace returns the country with this ISO 3166-1 alpha-2 code, nil if there is none.
func CountryPlace(code string) *Place { return countryPlaces()[code] }

// locate decides which place of the gazetteer each location is. Countries named
// and meant by demonyms draw towns of their own: in a report from Ohio, Athens is
// there. Names the gazetteer does not have become places learned from the text.
func (f *nameFinder) locate() {
	v := f.votes()
	f.settle(v)
	f.learn(v.countries)
}

// placeVotes say how much a document speaks of each country and region.
type placeVotes struct {
	countries map[string]int
	regions   map[int]int
	own       map[string]map[string]int // key of a name: what it voted for
}

func (f *nameFinder) votes() *placeVotes {
	v := &placeVotes{map[string]int{}, map[int]int{}, map[string]map[string]int{}}
	for i := range f.a.Names {
		n := &f.a.Names[i]
		switch {
		case n.Demonym:
			v.countries[n.Place.Country] += 2
		case n.Kind == Location && len(f.hits[i]) > 0:
			top := mostKnown(f.hits[i])
			switch kind := places.kind(top.place); {
			case kind == countryPlace:
				v.add(n.Key, places.country(top.place), 3)
			case kind == regionPlace || kind == areaPlace:
				v.add(n.Key, places.country(top.place), 2)
				v.regions[places.regionOf(top.place)]++
			case len(f.hits[i]) == 1 && top.exact, places.size(top.place) >= 26:
				v.add(n.Key, places.country(top.place), 1)
			default:
				// Of several small places none is sure; a country that comes back
				// with many of them is.
				for _, h := range f.hits[i] {
					if h.exact {
						v.add(n.Key, places.country(h.place), 1)
					}
				}
			}
		}
	}
	return v
}

func (v *placeVotes) add(key, country string, n int) {
	v.countries[country] += n
	if v.own[key] == nil {
		v.own[key] = map[string]int{}
	}
	v.own[key][country] += n
}

func (f *nameFinder) settle(v *placeVotes) {
	type choice struct {
		key string
		cue placeCue
	}
	chosen := map[choice]*Place{}
	keys := map[*Place]string{}
	shared := map[int32]*Place{}
	for i := range f.a.Names {
		n := &f.a.Names[i]
		if n.Kind != Location || n.Demonym || len(f.hits[i]) == 0 || f.sideOf(i) {
			continue
		}
		c := choice{n.Key, f.cues[i]}
		if c.cue == locative {
			c.cue = anyPlace
		}
		p, ok := chosen[c]
		if !ok {
			if at, ok := v.pick(f.hits[i], n.Key, c.cue); ok {
				if p = shared[at]; p == nil {
					p = places.at(at, "fr")
					shared[at] = p
					keys[p] = NameKey(p.Name)
				}
			}
			chosen[c] = p
		}
		if p != nil {
			n.Place, n.Canonical, n.Key = p, p.Name, keys[p]
		}
	}
}

// pick chooses among the places of one name by what the rest of the document
// speaks of; ok is false where none is likely.
func (v *placeVotes) pick(hits []placeHit, key string, cue placeCue) (int32, bool) {
	best, high := int32(-1), 0
	for _, h := range hits {
		kind, country := places.kind(h.place), places.country(h.place)
		votes := v.countries[country] - v.own[key][country]
		if votes == 0 && kind != countryPlace && (!h.exact || sides[key]) && v.elsewhere(key, country) {
			continue // in a report on Haiti "le Sud" is not the one of Malawi
		}
		if !h.exact && (places.size(h.place) < 14 && votes == 0 || places.size(h.place) < 6) {
			continue // a small place abroad that only sounds alike
		}
		score := renown(h) + 5*min(votes, 8) + 45*min(v.regions[places.regionOf(h.place)], 1)
		switch {
		case cue == regionCue && (kind == regionPlace || kind == areaPlace):
			score += 40
		case cue == townCue && kind == cityPlace:
			score += 30
		case (cue == areaCue || cue == articleCue) && kind == cityPlace:
			score -= 30
		case cue == pointCue && kind == cityPlace:
			score += 12
		case cue == waterCue && kind == cityPlace && !h.exact:
			score -= 40
		}
		if score > high {
			best, high = h.place, score
		}
	}
	return best, best >= 0
}

// sideOf reports whether the i-th name is only the side of what is named behind it,
// or of a station: "l'Ouest de l'Europe", "gare de l'Est".
func (f *nameFinder) sideOf(i int) bool {
	n := &f.a.Names[i]
	if !sides[n.Key] {
		return false
	}
	if j := int(n.Last) + 1; j < len(f.a.Tokens) && FullForm(f.a.Tokens[j].Norm) == "de" && f.cues[i] != regionCue {
		return true
	}
	for j := n.First - 1; j >= 0 && j >= n.First-3; j-- {
		if f.a.Tokens[j].Norm == "gare" || f.a.Tokens[j].Norm == "station" {
			return true
		}
	}
	return false
}

// sides are keys of names that many a country has a region of.
var sides = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("Nord Sud Est Ouest Centre Nord-Est Nord-Ouest Sud-Est Sud-Ouest Littoral Plateaux North South East West Central Север Юг Восток Запад") {
		m[NameKey(w)] = true
	}
	return m
}()

// elsewhere reports whether the document speaks of countries other than this one,
// the name itself left out.
func (v *placeVotes) elsewhere(key, country string) bool {
	for c, n := range v.countries {
		if c != country && n-v.own[key][c] >= 3 {
			return true
		}
	}
	return false
}

// learn makes places of the locations the gazetteer does not have. They lie in
// the country of the nearest place of the sentence, else in the country the
// document speaks of most, where one leads clearly.
func (f *nameFinder) learn(weights map[string]int) {
	main, first, second := "", 0, 0
	for c, w := range weights {
		if w > first || w == first && c < main {
			main, first, second = c, w, max(first, second)
		} else {
			second = max(second, w)
		}
	}
	if first < 2*second {
		main = ""
	}
	learned := map[string]*Place{}
	for i := range f.a.Names {
		n := &f.a.Names[i]
		if n.Kind != Location || n.Place != nil || sides[n.Key] && f.cues[i] != regionCue {
			continue // "gare de l'Est", "dans l'Ouest de l'Europe"
		}
		p := learned[n.Key]
		if p == nil {
			p = &Place{Name: n.Canonical, Precision: "city", Country: main}
			if f.cues[i] == regionCue || isWater(n.Canonical) {
				p.Precision = "region"
			}
			if near := f.nearest(i); near != nil {
				p.Country = near.Country
				if p.Precision == "city" {
					p.Region = near.Region
				}
			}
			learned[n.Key] = p
		}
		n.Place = p
	}
}

// isWater reports whether a name begins with the word for a water, a mountain or
// an island: no town, "mer de Marmara".
func isWater(name string) bool {
	word, _, ok := strings.Cut(lower(name), " ")
	return ok && cueWords[word] == waterCue
}

// nearest returns the known place of the same sentence nearest to name i, a
// country or region that stands after it first: "à Tazarine, dans la province d'Azilal".
func (f *nameFinder) nearest(i int) *Place {
	names := f.a.Names
	var best *Place
	far := 1 << 30
	for j := range names {
		if j == i || names[j].Sent != names[i].Sent || names[j].Demonym || names[j].Place == nil || names[j].Place.Country == "" || names[j].Place.Number == 0 {
			continue
		}
		d := names[j].Start - names[i].End
		if d < 0 {
			d = 2 * (names[i].Start - names[j].End)
		}
		if d < far {
			best, far = names[j].Place, d
		}
	}
	return best
}
