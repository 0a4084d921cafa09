package lang

import (
	"fmt"
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
