package told

import (
	"testing"

	"recoupe/lang"
	"recoupe/text"
)

// TestPlaces: where the last figure of a report is told of; "" for no one place.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"Le séisme qui a ravagé Haïti a déjà tué 1.941 personnes, notamment dans les départements du Sud et des Nippes.", "Haïti"},
		{"Le séisme a frappé Haïti. Le bilan est de 227 morts, dont 158 dans le Sud du pays.", "Haïti"},
		{"En Haïti, aux Cayes, plus de 200 personnes sont mortes.", "Les Cayes"},
		{"Au Havre, vingt dockers ont été blessés.", "Le Havre"},
		{"La police a interpellé à Calais quatre passeurs qui avaient organisé des passages vers l'Angleterre.", "Calais"},
		{"Douze migrants qui voulaient rejoindre l'Angleterre se sont noyés au large de Calais.", "Calais"},
		{"Le bilan des crues est de 110 morts, dont 15 en Belgique et 93 pour l'Allemagne.", "Allemagne"},
		{"Le bilan des crues dans l'ouest de l'Allemagne et en Belgique s'élève à 125 morts.", ""},
		{"Les crues ont ravagé la Rhénanie-Palatinat. Soixante personnes sont mortes dans cette région.", "Rhénanie-Palatinat"},
		{"À Paris, 250.000 personnes ont défilé entre la gare de l'Est et Nation.", "Paris"},
		{"À Paris, 65.000 personnes ont marché. D'après la CGT, 806.000 personnes ont défilé dans tout le pays.", "France"},
		{"Une grève a touché la France, de Lille à Paris. En France, on a marché. D'après la CGT, 250.000 personnes ont défilé dans la capitale.", "Paris"},
		{"À Paris, on a marché. D'après la CGT, 806.000 personnes ont défilé sur tout le territoire, dont 65.000 entre Nation et République.", "Paris"},
		{"L'Allemagne paie le plus lourd tribut, avec au moins 103 morts.", "Allemagne"},
		{"La Belgique, avec au moins 23 morts, et les Pays-Bas ont été touchés.", "Belgique"},
		{"La Belgique est le second pays le plus touché, avec 27 morts.", "Belgique"},
		{"Le cyclone a ravagé le Mozambique. La province de Nampula, où il a touché terre, est la plus endeuillée avec 94 morts.", "Nampula"},
		{"Le cyclone a ravagé le Mozambique. La province de Nampula a été durement frappée, avec 94 morts.", "Nampula"},
		{"Le cyclone qui a frappé la province de Nampula au Mozambique a fait 94 morts.", "Mozambique"},
		{"Au Mozambique, la province de Nampula est la plus touchée. Le cyclone a fait 94 morts dans le pays.", "Mozambique"},
		{"La tempête a ravagé la Tunisie, notamment dans la région de Nabeul. Le bilan est de 7 morts.", "Tunisie"},
		{"Après avoir balayé la Sicile, la tempête a touché la Tunisie. Le bilan est de 7 morts.", "Tunisie"},
		{"Un corps a été retrouvé à Nabeul, un autre à Sousse, un à Gabès, un dernier à Sfax. À Nabeul, le pont a cédé. Les crues ont fait sept morts en tout.", "Tunisie"},
		{"Un corps a été retrouvé à Nabeul, un autre à Sousse. À Nabeul, le pont a cédé. Les crues ont fait sept morts en tout.", "Nabeul"},
		{"La Belgique, avec 23 sauveteurs, a envoyé des renforts. Douze personnes ont été sauvées.", ""},
	} {
		r := Read(lang.Analyze(text.Prose("aaaaaaaaaaaa", c.s, "fr")))
		got := "no figure"
		if n := len(r.Figures); n > 0 {
			if got = ""; r.Figures[n-1].Place != nil {
				got = r.Figures[n-1].Place.Name
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.s, got, c.want)
		}
	}
}
