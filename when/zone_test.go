package when

import (
	"strings"
	"testing"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

func city(country string, lat, lon float64) *lang.Place {
	return &lang.Place{ID: 1, Precision: "city", Country: country, Lat: lat, Lon: lon}
}

// TestZoneOf: what counts is the time that clocks show, not the name of the zone.
func TestZoneOf(t *testing.T) {
	july := time.Date(2025, 7, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		p      *lang.Place
		offset string
	}{
		{"Paris", city("FR", 48.9, 2.3), "+02:00"}, {"Almaty", city("KZ", 43.2, 76.9), "+05:00"}, {"Aktaou", city("KZ", 43.6, 51.2), "+05:00"},
		{"Kazan", city("RU", 55.8, 49.1), "+03:00"}, {"Makhatchkala", city("RU", 43.0, 47.5), "+03:00"}, {"Oufa", city("RU", 54.7, 56.0), "+05:00"}, {"Vladivostok", city("RU", 43.1, 131.9), "+10:00"},
		{"Kherson", city("UA", 46.6, 32.6), "+03:00"}, {"Goma", city("CD", -1.7, 29.2), "+02:00"}, {"Kinshasa", city("CD", -4.3, 15.3), "+01:00"},
		{"Dakar", city("SN", 14.7, -17.4), "+00:00"}, {"Saint-Denis", city("RE", -20.9, 55.4), "+04:00"}, {"Nouméa", city("NC", -22.3, 166.4), "+11:00"},
		{"Ürümqi", city("CN", 43.8, 87.6), "+08:00"}, {"Houston", city("US", 29.8, -95.4), "-05:00"}, {"El Paso", city("US", 31.8, -106.5), "-06:00"}, {"Honolulu", city("US", 21.3, -157.9), "-10:00"},
		{"Sept-Îles", city("CA", 50.2, -66.4), "-04:00"}, {"Denpasar", city("ID", -8.7, 115.2), "+08:00"}, {"Katmandou", city("NP", 27.7, 85.3), "+05:45"}, {"Manaus", city("BR", -3.1, -60.0), "-04:00"},
		{"Turquie", &lang.Place{Precision: "country", Country: "TR", Lat: 39, Lon: 35}, "+03:00"},
	} {
		l := zoneOf(c.p)
		if l == nil {
			t.Errorf("%s: no zone", c.name)
			continue
		}
		if got := july.In(l).Format("-07:00"); got != c.offset {
			t.Errorf("%s is at %s by %s, should be %s", c.name, got, l, c.offset)
		}
	}
	for _, p := range []*lang.Place{nil, {}, {Precision: "country", Country: "RU", Lat: 60, Lon: 90}, {Precision: "country", Country: "US"}} {
		if l := zoneOf(p); l != nil {
			t.Errorf("%+v has the zone %s; it has many or none", p, l)
		}
	}
}

// set makes a report in which each of names is a place.
func set(t *testing.T, s, published string, names map[string]*lang.Place) *claim.Report {
	r := report(t, "a", s, published, "fr")
	for i, x := range r.Sentences {
		for word, p := range names {
			if at := strings.Index(s[x.Start:x.End], word); at >= 0 {
				r.Lang.Names = append(r.Lang.Names, lang.Name{Start: x.Start + at, End: x.Start + at + len(word), Sent: int32(i), Kind: lang.Location, Place: p})
			}
		}
	}
	return r
}

func TestZones(t *testing.T) {
	almaty, paris, tokyo, tofino := city("KZ", 43.2, 76.9), city("FR", 48.9, 2.3), city("JP", 35.7, 139.7), city("CA", 49.2, -125.9)
	for _, c := range []struct {
		published, s string
		places       map[string]*lang.Place
		want         string // zone and first instant of each clock time
	}{
		// the place of the report, with the rules of the day: Almaty was at +06:00 in 2022
		{"2022-01-06", "À Almaty, des tirs ont éclaté mercredi vers 20 h 15.", map[string]*lang.Place{"Almaty": almaty}, "Asia/Almaty 2022-01-05T14:15Z"},
		{"2022-07-06", "À Paris, un incendie s'est déclaré mardi à 20h.", map[string]*lang.Place{"Paris": paris}, "Europe/Paris 2022-07-05T18:00Z"},
		// said: universal time, the time of a city
		{"2022-01-06", "À Almaty, des tirs ont éclaté mercredi à 20h15 GMT.", map[string]*lang.Place{"Almaty": almaty}, "UTC 2022-01-05T20:15Z"},
		{"2022-01-06", "À Almaty, il s'exprimera à 18 h, heure de Paris.", map[string]*lang.Place{"Almaty": almaty, "Paris": paris}, "Europe/Paris 2022-01-06T17:00Z"},
		// a place beside the clock
		{"2022-01-06", "À Almaty, le calme est revenu. La réunion débutera à 11h00 à Paris.", map[string]*lang.Place{"Almaty": almaty, "Paris": paris}, "Europe/Paris 2022-01-06T10:00Z"},
		// one moment said twice: both name it, on two days
		{"2024-10-02", "À Tokyo, la terre a tremblé mardi à 03H15 (18H15 GMT).", map[string]*lang.Place{"Tokyo": tokyo}, "Asia/Tokyo 2024-09-30T18:15Z|UTC 2024-09-30T18:15Z"},
		// the report's own words hold against the map, and do without one
		{"2024-10-02", "À Tokyo, la terre a tremblé mardi à 02H15 (18H15 GMT).", map[string]*lang.Place{"Tokyo": tokyo}, "+08:00 2024-09-30T18:15Z|UTC 2024-09-30T18:15Z"},
		{"2024-10-02", "La terre a tremblé mardi à 22h07 (21h07 GMT).", nil, "+01:00 2024-10-01T21:07Z|UTC 2024-10-01T21:07Z"},
		{"2024-10-02", "À Tofino, la terre a tremblé mardi à 22h40 locales (05h40 GMT).", map[string]*lang.Place{"Tofino": tofino}, "America/Vancouver 2024-10-02T05:40Z|UTC 2024-10-02T05:40Z"},
		// no place, no zone
		{"2022-01-06", "Des tirs ont éclaté mercredi à 20h15.", nil, ""},
	} {
		r := set(t, c.s, c.published, c.places)
		cal := Date([]*claim.Report{r})
		var got []string
		for i := range r.Lang.Times {
			if x := cal.Of("a", i); x.Zone != "" {
				got = append(got, x.Zone+" "+x.Begin.Format("2006-01-02T15:04Z"))
			}
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.s, g, c.want)
		}
	}
}

// TestWeekTurnsByZone: a report of which a machine gives the moment in universal
// time was written on the day it then was where it is set, if it calls that day
// by its name.
func TestWeekTurnsByZone(t *testing.T) {
	almaty, montreal := city("KZ", 43.2, 76.9), city("CA", 45.5, -73.6)
	for _, c := range []struct {
		moment, zone, s string
		place           *lang.Place
		want            string
	}{
		// Sunday evening in London is Monday in Almaty
		{"2031-03-16T20:30", "Z", "À Almaty, trois personnes ont été tuées lundi. Cette semaine, neuf autres.", almaty, "lundi=2031-03-17|Cette semaine=2031-03-17/2031-03-23"},
		{"2031-03-16T20:30", "Z", "À Almaty, trois personnes ont été tuées dimanche. Cette semaine, neuf autres.", almaty, "dimanche=2031-03-16|Cette semaine=2031-03-10/2031-03-16"},
		// Monday morning in London is Sunday evening in Montreal
		{"2031-03-17T03:30", "Z", "À Montréal, trois personnes ont été tuées dimanche. Cette semaine, neuf autres ; hier, deux.", montreal, "dimanche=2031-03-16|Cette semaine=2031-03-10/2031-03-16|hier=2031-03-15"},
		// ten past midnight, by clocks of its own place
		{"2031-03-17T00:10", "+05:00", "À Almaty, trois personnes ont été tuées lundi. Hier, deux.", almaty, "lundi=2031-03-17|Hier=2031-03-16"},
		{"2031-03-17T00:10", "+05:00", "À Almaty, trois personnes ont été tuées dimanche. Hier, deux.", almaty, "dimanche=2031-03-16|Hier=2031-03-15"},
	} {
		r := set(t, c.s, c.moment, map[string]*lang.Place{"Almaty": c.place, "Montréal": c.place})
		r.Published.Zone = c.zone
		cal := Date([]*claim.Report{r})
		var got []string
		for i, x := range r.Lang.Times {
			got = append(got, r.Text[x.Start:x.End]+"="+cal.Of("a", i).Time.String())
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("at %s%s: %s\n got %s\nwant %s", c.moment, c.zone, c.s, g, c.want)
		}
	}
}

// TestSettingHasNoZone keeps reports without places from being given one.
func TestSettingHasNoZone(t *testing.T) {
	r := report(t, "a", "Hier à 8h.", "2031-03-14", "fr")
	if _, ok := localDay(r, text.Stated{When: edtf.Date(2031, 3, 14), Zone: "Z"}); ok {
		t.Error("a day without a moment, and no place, cannot be told in another zone")
	}
}
