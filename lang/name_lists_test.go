package lang

import (
	"fmt"
	"strings"
	"testing"
)

func TestAgencyOf(t *testing.T) {
	for words, want := range map[string]string{
		"AFP": "AFP", "l'AFP": "AFP", "Agence France-Presse": "AFP", "l’Agence France-Presse": "AFP", "France Presse": "AFP",
		"Reuters": "Reuters", "AP": "AP", "The Associated Press": "AP", "TASS": "TASS", "ТАСС": "TASS",
		"Interfax-Kazakhstan": "Interfax", "Интерфакс": "Interfax", "Xinhua": "Xinhua", "Chine nouvelle": "Xinhua",
		"Keystone-ATS": "ATS", "ATS": "ATS", "La Presse canadienne": "La Presse Canadienne", "PC": "La Presse Canadienne",
		"Tunis Afrique Presse": "TAP", "MAP": "MAP", "APS": "APS", "Belga": "Belga", "agence Belga": "Belga", "dpa": "dpa",
		"Ukrinform": "Ukrinform", "Ria Novosti": "RIA Novosti", "Anadolu": "Anadolu", "EFE": "EFE", "ANSA": "ANSA",
		"Le Monde": "", "police": "", "": "", "Almaty": "",
	} {
		if got, ok := AgencyOf(words); got != want && ok || ok != (want != "") {
			t.Errorf("%q: got %q %v, want %q", words, got, ok, want)
		}
	}
}

func TestFindAgencies(t *testing.T) {
	for words, want := range map[string]string{
		"Avec Reuters et AFP":   "[Reuters AFP]",
		"Par Le Monde avec AFP": "[AFP]",
		"(avec l’Agence France-Presse, Interfax-Kazakhstan et TASS)": "[AFP Interfax TASS]",
		"© AFP 2022":            "[AFP]",
		"La presse afpienne":    "[]",
		"ATS/AFP, Keystone-ATS": "[ATS AFP ATS]",
	} {
		var got []string
		for _, m := range FindAgencies(words) {
			got = append(got, m.Name)
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: got %v, want %s", words, got, want)
		}
	}
}

func TestDemonymOf(t *testing.T) {
	for _, c := range [][3]string{
		{"kazakh", "fr", "KZ"}, {"kazakhe", "fr", "KZ"}, {"kazakhes", "fr", "KZ"}, {"kazakhstanais", "fr", "KZ"}, {"kazakhstanaises", "fr", "KZ"},
		{"Kazakhs", "fr", "KZ"}, {"Kazakh", "en", "KZ"}, {"казахский", "ru", "KZ"}, {"казахстанской", "ru", "KZ"}, {"казахи", "ru", "KZ"},
		{"turque", "fr", "TR"}, {"grecques", "fr", "GR"}, {"israélienne", "fr", "IL"}, {"ghanéennes", "fr", "GH"}, {"lettonne", "fr", "LV"},
		{"afghane", "fr", "AF"}, {"allemande", "fr", "DE"}, {"German", "en", "DE"}, {"French", "en", "FR"}, {"российские", "ru", "RU"},
		{"sud-africaine", "fr", "ZA"}, {"kurde", "fr", "--"}, {"nigérian", "fr", "NG"}, {"nigérien", "fr", "NE"},
		{"guyanais", "fr", "GF"}, {"guyanienne", "fr", "GY"}, {"bissau-guinéenne", "fr", "GW"}, {"сент-люсийский", "ru", "LC"},
	} {
		if got, ok := DemonymOf(c[0], c[1]); !ok || got != c[2] {
			t.Errorf("%s: got %q %v, want %s", c[0], got, ok, c[2])
		}
	}
	for _, no := range []string{"table", "manifestant", "prison", ""} {
		if got, ok := DemonymOf(no, "fr"); ok {
			t.Errorf("%s is of %s", no, got)
		}
	}
}

func TestDemonymsHaveCountries(t *testing.T) {
	for language, forms := range knowledge().demonyms {
		for form, country := range forms {
			if country != "--" && countryPlaces()[country] == nil {
				t.Errorf("%s %s: no country %s", language, form, country)
			}
		}
	}
}

// TestDemonymsOfEveryState: every state has a word in French, English and Russian,
// save the Vatican, whose people nobody counts.
func TestDemonymsOfEveryState(t *testing.T) {
	k := knowledge()
	has := map[string]map[string]bool{}
	for language, forms := range k.demonyms {
		for _, country := range forms {
			if has[country] == nil {
				has[country] = map[string]bool{}
			}
			has[country][language] = true
		}
	}
	// ISO 3166-1, the members of the United Nations and its observers, with Kosovo and Taiwan.
	const states = "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO " +
		"CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN " +
		"IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU " +
		"MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN " +
		"SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VC VE VN VU WS XK YE ZA ZM ZW"
	for _, s := range strings.Fields(states) {
		for _, language := range []string{"fr", "en", "ru"} {
			if !has[s][language] {
				t.Errorf("%s has no demonym in %s", s, language)
			}
		}
	}
}

// No agency is missed for what it begins with, whatever stands before its name.
func TestMayBeginAgency(t *testing.T) {
	n := 0
	for form, k := range knowledge().known {
		if !k.agency {
			continue
		}
		for _, lead := range append([]string{""}, agencyLeads...) {
			words := lead + form
			if _, ok := AgencyOf(words); !ok {
				t.Fatalf("%q is no agency", words)
			}
			first := words[:len(words)-len(strings.TrimLeftFunc(words, func(r rune) bool { return r != ' ' && r != '-' }))]
			if !MayBeginAgency(first) && !strings.Contains(first, "'") {
				t.Errorf("%q is not asked for: it begins with %q", words, first)
			}
			n++
		}
	}
	if n < 500 {
		t.Errorf("%d forms", n)
	}
	for _, w := range []string{"Marseille", "Kosma", "Lundi", ""} {
		if MayBeginAgency(w) {
			t.Errorf("%q begins no agency", w)
		}
	}
}
