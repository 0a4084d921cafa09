package lang

import (
	"math"
	"testing"
)

// best returns the most populous place called words exactly, nil if there is none.
func best(words, lang string) *Place {
	var buf [32]placeHit
	var top *placeHit
	rank := func(i int32) int {
		if places.kind(i) == regionPlace {
			return places.size(i) - 20 // the town before its region
		}
		return places.size(i)
	}
	hits := places.find(words, buf[:0])
	for i, h := range hits {
		if h.exact && (top == nil || rank(h.place) > rank(top.place)) {
			top = &hits[i]
		}
	}
	if top == nil {
		return nil
	}
	return places.at(top.place, lang)
}

func TestGazetteer(t *testing.T) {
	for _, c := range []struct {
		words, lang, name, precision, country, region string
		lat, lon                                      float64
	}{
		{"Almaty", "fr", "Almaty", "city", "KZ", "Almaty", 43.25, 76.93},
		{"Алматы", "fr", "Almaty", "city", "KZ", "Almaty", 43.25, 76.93},
		{"Alma-Ata", "ru", "Алматы", "city", "KZ", "Алматы", 43.25, 76.93},
		{"Kazakhstan", "fr", "Kazakhstan", "country", "KZ", "", 0, 0},
		{"Казахстан", "fr", "Kazakhstan", "country", "KZ", "", 0, 0},
		{"RDC", "fr", "République démocratique du Congo", "country", "CD", "", 0, 0},
		{"Londres", "ru", "Лондон", "city", "GB", "Англия", 51.5, -0.12},
		{"Nour-Soultan", "fr", "", "city", "KZ", "", 51.18, 71.45},
		{"BEYROUTH", "fr", "Beyrouth", "city", "LB", "", 33.9, 35.5},
		{"St. Petersburg", "en", "Saint Petersburg", "city", "RU", "", 59.94, 30.31},
		{"Gironde", "fr", "Gironde", "region", "FR", "", 44.8, -0.6},
		{"Cisjordanie", "en", "West Bank", "region", "PS", "", 32, 35.3},
		{"mer Noire", "fr", "mer Noire", "region", "", "", 43.4, 34},
		{"Zaporijjia", "fr", "", "city", "UA", "", 47.8, 35.2},
	} {
		p := best(c.words, c.lang)
		if p == nil {
			t.Errorf("%s: not found", c.words)
			continue
		}
		if c.name != "" && p.Name != c.name || p.Precision != c.precision || p.Country != c.country || c.region != "" && p.Region != c.region {
			t.Errorf("%s: got %+v", c.words, *p)
		}
		if c.lat != 0 && (math.Abs(p.Lat-c.lat) > 0.3 || math.Abs(p.Lon-c.lon) > 0.3) {
			t.Errorf("%s: lies at %v %v, want %v %v", c.words, p.Lat, p.Lon, c.lat, c.lon)
		}
	}
	for _, nowhere := range []string{"", "x", "manifestants", "Tokaïev", "\xff"} {
		if p := best(nowhere, "fr"); p != nil {
			t.Errorf("%q is found: %+v", nowhere, *p)
		}
	}
}

// TestGazetteerSorted fails where the name key was changed and the gazetteer
// was not built anew: binary search would miss names.
func TestGazetteerSorted(t *testing.T) {
	if places.count < 100_000 {
		t.Fatalf("the gazetteer holds %d names", places.count)
	}
	prev, at := "", 0
	var name []byte
	for i := range places.count {
		if i%gazetteerBlock == 0 {
			name = name[:0]
		}
		name, _, at = places.next(at, name)
		key := string(appendNameKey(nil, string(name), false))
		if key < prev {
			t.Fatalf("%q stands after %q: build the gazetteer anew", name, prev)
		}
		prev = key
	}
}

func TestGazetteerFindsWithoutAllocating(t *testing.T) {
	hits := make([]placeHit, 0, 512)
	n := testing.AllocsPerRun(100, func() { hits = places.find("Saint-Étienne", hits[:0]) })
	if n != 0 || len(hits) == 0 {
		t.Errorf("%v allocations, %d places", n, len(hits))
	}
}

func BenchmarkGazetteer(b *testing.B) {
	b.ReportAllocs()
	hits := make([]placeHit, 0, 512)
	words := []string{"Almaty", "Saint-Étienne", "Tokaïev", "Reuters", "San Francisco"}
	for i := 0; b.Loop(); i++ {
		hits = places.find(words[i%len(words)], hits[:0])
	}
}
