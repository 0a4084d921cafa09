package story

import "testing"

// TestTollIn: the number of a headline that counts the dead, and none that counts
// anything else.
func TestTollIn(t *testing.T) {
	for _, c := range []struct {
		title, language string
		want            int
	}{
		{"Crue à Vornes : le bilan passe à 41 morts", "fr", 41},
		{"Le bilan de la crue de Vornes atteint 1 240", "fr", 1240},
		{"Vornes : plus de 2.000 morts et 900 disparus", "fr", 2000},
		{"Naufrage au large de Kemor : 12 disparus, 3 corps repêchés", "fr", 0},
		{"Mort de Malik, 17 ans : 150 interpellations à Vornes", "fr", 0},
		{"Séisme de 2019 : les morts de Vornes n'ont toujours pas de stèle", "fr", 0},
		{"Vornes : 4 Belges tués dans l'effondrement", "fr", 0},
		{"Death toll from Vornes flood climbs to 130", "en", 130},
		{"Vornes names 2 victims; flood death toll raised to 106", "en", 106},
		{"At least 12 police officers dead in Kemor clashes", "en", 12},
		{"Kemor riots: 300 arrested, army deployed", "en", 0},
		{"Число погибших при паводке в Ворне выросло до 27", "ru", 27},
		{"В Кеморе погибли 40 человек", "ru", 40},
		{"В Ворне эвакуировали 300 человек", "ru", 0},
		{"Под Ворной погибли 3 тысячи человек", "ru", 3000},
	} {
		m := newLeafMaker()
		m.language, m.back = c.language, backgroundOf(c.language)
		if got := m.tollIn(c.title); got != c.want {
			t.Errorf("%q: %d, want %d", c.title, got, c.want)
		}
	}
}
