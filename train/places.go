package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"recoupe/internal/shared"
	"recoupe/lang"
)

// places writes lang/data/places.bin, the gazetteer. The populated places of
// Natural Earth come from the shared data, all else from packages.
func (b *builder) places() error {
	src, err := readSources(b.packages, filepath.Join(shared.Dir, "data/geo/ne_populated_places.tsv"))
	if err != nil {
		return err
	}
	areas, err := os.ReadFile("train/places_areas.txt")
	if err != nil {
		return err
	}
	for _, line := range strings.Split(string(areas), "\n") {
		if line != "" && line[0] != '#' {
			src.areas = append(src.areas, strings.Split(line, ";"))
		}
	}
	a := &atlas{src: src, regions: map[string]*spot{}, countries: map[string]*spot{}, cities: map[string]*spot{}}
	a.addCountries()
	a.addRegions()
	a.addCities()
	a.addSubdivisions()
	if err := a.addAreas(); err != nil {
		return err
	}
	out := a.pack()
	fmt.Printf("places.bin: %d places, %d bytes\n", len(a.spots), len(out))
	return b.write("lang/data/places.bin", out)
}

// The kinds of spot, as package lang numbers them.
const (
	cityKind = iota
	regionKind
	countryKind
	areaKind
)

// A spot is one place of the gazetteer being built.
type spot struct {
	kind, id   int
	country    string
	region     *spot // nil: unknown
	lat, lon   float64
	population float64
	capital    bool
	main       string
	in         map[string]string // language to name, where it differs from main
	others     []string          // more names to find it by

	sumLat, sumLon, weight float64 // of the cities in it
	number                 int
}

type atlas struct {
	src                        *sources
	spots                      []*spot
	countries, regions, cities map[string]*spot // by "KZ", "KZ.02", "KZ almati" (name key; the most populous)
}

func (a *atlas) add(s *spot, fr, en, ru string) *spot {
	if s.main == "" {
		s.main = en
	}
	s.in = map[string]string{}
	for l, name := range map[string]string{"fr": fr, "ru": ru} {
		if name != "" && name != s.main {
			s.in[l] = name
		}
	}
	if en != s.main {
		s.others = append(s.others, en)
	}
	a.spots = append(a.spots, s)
	return s
}

func (a *atlas) addCountries() {
	codes := slices.Sorted(func(yield func(string) bool) {
		for c := range a.src.territories["en"] {
			if !yield(c) {
				return
			}
		}
	})
	for _, code := range codes {
		s := &spot{kind: countryKind, country: code}
		shortest := func(l string) string {
			names := a.src.territories[l][code]
			s.others = append(s.others, names...)
			best := a.src.geonames[l][code]
			for _, n := range names {
				// "Hong Kong", not the name of the special administrative region;
				// "Bosnie-Herzégovine", not "Royaume-Uni" cut to "R.-U.".
				if best == "" || len(n) < len(best) && len([]rune(n)) > 3 && !strings.Contains(n, ".") {
					best = n
				}
			}
			if best != "" {
				s.others = append(s.others, a.src.geonames[l][code])
			}
			return best
		}
		a.countries[code] = a.add(s, shortest("fr"), shortest("en"), shortest("ru"))
	}
}

func (a *atlas) addRegions() {
	for _, code := range slices.Sorted(keysOf(a.src.geonames["en"])) {
		country, _, ok := strings.Cut(code, ".")
		if !ok || a.countries[country] == nil {
			continue
		}
		s := &spot{kind: regionKind, country: country}
		s.region = s
		a.regions[code] = a.add(s, shortRegion(a.src.geonames["fr"][code]), a.src.geonames["en"][code], a.src.geonames["ru"][code])
	}
}

func keysOf[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// smallest is how many people a place must have to be kept: villages of
// countries that the readers' press writes about in detail stay.
func smallest(c city) int {
	switch {
	case c.feature == "PPLX":
		return 20000
	case strings.HasPrefix(c.feature, "PPLA") && c.feature != "PPLA4" && c.feature != "PPLA5":
		return 500
	case strings.Contains("US DE", c.country):
		return 2500
	}
	return 1000
}

func (a *atlas) addCities() {
	for _, c := range a.src.cities {
		country := a.countries[c.country]
		if country == nil || c.population < smallest(c) || strings.HasSuffix(c.feature, "H") {
			continue
		}
		id := strconv.Itoa(c.id)
		mark := a.src.landmarks[c.id]
		en := first(a.src.geonames["en"][id], c.name)
		fr := first(a.src.geonames["fr"][id], townOnly(mark.fr))
		ru := first(a.src.geonames["ru"][id], townOnly(mark.ru))
		if strings.ContainsAny(fr, "âîûôāīūō") && lang.PlainName(fr) == lang.PlainName(en) && c.country != "FR" && c.country != "CH" && c.country != "BE" && c.country != "CA" {
			fr = plainLetters(en) // "Kandahar" as the press writes it, not "Kandahâr"
		}
		s := &spot{kind: cityKind, id: c.id, country: c.country, region: a.regions[c.country+"."+c.admin],
			lat: c.lat, lon: c.lon, population: float64(c.population), capital: c.feature == "PPLC",
			others: append(strings.Split(mark.alt, "|"), c.name, mark.fr, mark.ru, mark.en)}
		a.add(s, fr, en, ru)
		for _, n := range []string{en, c.name, fr, mark.en} {
			key := c.country + " " + lang.NameKey(n)
			if old := a.cities[key]; old == nil || old.population < s.population {
				a.cities[key] = s
			}
		}
		for _, of := range []*spot{country, s.region} {
			if of != nil {
				w := s.population
				of.sumLat, of.sumLon, of.weight = of.sumLat+w*s.lat, of.sumLon+w*s.lon, of.weight+w
			}
		}
	}
	for _, of := range a.spots {
		if of.weight > 0 {
			of.lat, of.lon, of.population = of.sumLat/of.weight, of.sumLon/of.weight, of.weight
		}
	}
}

func plainLetters(s string) string {
	return strings.NewReplacer("â", "a", "î", "i", "û", "u", "ô", "o", "ā", "a", "ī", "i", "ū", "u", "ō", "o").Replace(s)
}

// shortRegion leaves out what sort of region it is, as reports do: "Karaganda",
// not "Oblys de Karaganda"; but "Province de l'Est".
func shortRegion(name string) string {
	short := bare(name)
	switch strings.Fields(short + " ?")[0] {
	case "Nord", "Sud", "Est", "Ouest", "Centre", "l'Est", "l'Ouest", "Nord-Est", "Nord-Ouest", "Sud-Est", "Sud-Ouest", "Capitale", "Nationale", "?":
		return name
	}
	if r := []rune(short); len(r) < 3 || !unicode.IsUpper(r[0]) {
		return name
	}
	return short
}

func first(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}

// townOnly drops names that Natural Earth gives of the district round a town.
func townOnly(name string) string {
	low := strings.ToLower(name)
	for _, w := range []string{"district", "raïon", "район", "comté", "округ", "aéroport", "("} {
		if strings.Contains(low, w) {
			return ""
		}
	}
	return name
}

// addSubdivisions brings in the names of subdivisions that CLDR has: to the
// regions they are, and as areas where they are smaller than a region (a French
// département, an Italian province).
func (a *atlas) addSubdivisions() {
	byKey := map[string]*spot{}
	for _, s := range a.spots {
		if s.kind == regionKind {
			for _, n := range []string{s.main, s.in["fr"], s.in["ru"]} {
				if n != "" { // a name that is not known is no name to meet by
					byKey[s.country+" "+lang.NameKey(bare(n))] = s
				}
			}
		}
	}
	departments := a.departments()
	for _, code := range slices.Sorted(keysOf(a.src.subdivisions["en"])) {
		country, part := strings.ToUpper(code[:2]), strings.ToUpper(code[2:])
		if a.countries[country] == nil {
			continue
		}
		fr, en, ru := a.src.subdivisions["fr"][code], a.src.subdivisions["en"][code], a.src.subdivisions["ru"][code]
		var is *spot
		for _, n := range []string{en, fr, ru} {
			if n == "" {
				continue
			}
			if is = byKey[country+" "+lang.NameKey(bare(n))]; is != nil {
				break
			}
		}
		if is == nil && country == "US" {
			is = a.regions["US."+part]
		}
		if is != nil {
			for l, n := range map[string]string{"fr": fr, "ru": ru} {
				if l == "fr" {
					if n = shortRegion(n); lang.PlainName(n) == lang.PlainName(bare(is.main)) && country != "FR" {
						n = plainLetters(n)
					}
				}
				if old := is.in[l]; n != "" && (old == "" || l == "ru" && !cyrillicOnly(old)) {
					is.in[l] = n
				}
			}
			is.others = append(is.others, fr, en, ru)
			continue
		}
		s := &spot{kind: areaKind, country: country}
		if m := departments[country+"."+part]; m != nil {
			s.region, s.lat, s.lon, s.population = m.region, m.sumLat/m.weight, m.sumLon/m.weight, m.weight
		} else if town := a.cities[country+" "+lang.NameKey(bare(en))]; town != nil {
			s.lat, s.lon, s.population, s.region = town.lat, town.lon, town.population, town.region
		} else {
			s.population = 20000
		}
		s.others = append(s.others, fr)
		a.add(s, shortRegion(fr), en, ru)
	}
}

// departments sums up the communes of each French département.
func (a *atlas) departments() map[string]*spot {
	m := map[string]*spot{}
	for _, c := range a.src.cities {
		if c.country == "FR" && len(c.commune) == 5 && c.population > 0 {
			of := m["FR."+c.commune[:2]]
			if of == nil {
				of = &spot{region: a.regions["FR."+c.admin]}
				m["FR."+c.commune[:2]] = of
			}
			w := float64(c.population)
			of.sumLat, of.sumLon, of.weight = of.sumLat+w*c.lat, of.sumLon+w*c.lon, of.weight+w
		}
	}
	return m
}

func cyrillicOnly(s string) bool {
	return !strings.ContainsAny(s, "abcdefghijklmnopqrstuvwxyz")
}

// generic are the words that say what sort of subdivision a name is of.
var generic = strings.Fields("region oblast province state governorate district county prefecture department republic krai kray autonomous division municipality parish city emirate canton voivodeship " +
	"région province gouvernorat wilaya état etat département comté préfecture république oblys oblast kraï raïon cercle canton voïvodie émirat collectivité municipalité de du des d' la le " +
	"provincia departamento estado provinsi oblysy область край район провинция штат департамент округ республика губерния мухафаза регион область of the")

// bare strips them: "Karaganda Region", "Oblys de Karaganda".
func bare(name string) string {
	name = strings.NewReplacer("d’", "", "d'", "", "D’", "", "’", "'").Replace(name)
	var kept []string
	for _, w := range strings.Fields(name) {
		if !slices.Contains(generic, strings.ToLower(w)) {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return name
	}
	return strings.Join(kept, " ")
}

func (a *atlas) addAreas() error {
	for _, f := range a.src.areas {
		head := strings.Fields(f[0])
		names := func(field string) []string {
			var all []string
			for _, n := range strings.Split(field, "|") {
				all = append(all, strings.TrimSpace(n))
			}
			return all
		}
		switch head[0] {
		case "country":
			s := a.countries[head[1]]
			if s == nil {
				return fmt.Errorf("places_areas.txt: no country %s", head[1])
			}
			s.others = append(s.others, names(f[1])...)
			s.in["fr"] = names(f[1])[0]
		case "city":
			name := strings.Join(head[2:], " ")
			s := a.cities[head[1]+" "+lang.NameKey(name)]
			if s == nil {
				fmt.Printf("places_areas.txt: no city %s in %s\n", name, head[1])
				continue
			}
			s.others = append(s.others, names(f[1])...)
			if s.in["fr"] == "" {
				s.in["fr"] = names(f[1])[0]
			}
		case "area":
			s := &spot{kind: areaKind, country: head[1], population: 4e6}
			s.lat, _ = strconv.ParseFloat(head[2], 64)
			s.lon, _ = strconv.ParseFloat(head[3], 64)
			fr, en, ru := names(f[1]), names(f[2]), []string{""}
			if len(f) > 3 {
				ru = names(f[3])
			}
			s.others = slices.Concat(fr, en, ru)
			if head[1] != "--" {
				s.population = 3e5
			}
			a.add(s, fr[0], en[0], ru[0])
		default:
			return fmt.Errorf("places_areas.txt: unknown kind %q", head[0])
		}
	}
	return nil
}
