package story

import (
	"encoding/json"
	"testing"

	"recoupe/claim"
	"recoupe/claim/told"
	"recoupe/lang"
	"recoupe/source"
	"recoupe/text"
)

// on is a report of one day.
func on(t *testing.T, day, body string) *claim.Report {
	t.Helper()
	line, err := json.Marshal(map[string]string{"text": body, "language": "fr", "published": day})
	if err != nil {
		t.Fatal(err)
	}
	d, err := text.Read(&source.Capture{Name: day, MediaType: source.MediaLine, Body: line}, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return told.Read(lang.Analyze(d))
}

// TestMatters: a disaster is one matter by kind, place and time, however few words
// its reports share.
func TestMatters(t *testing.T) {
	const (
		toll   = "Les crues ont fait 62 morts dans la région de Valence, selon les secours espagnols.\n\nLes inondations ont coupé les routes et les lignes électriques, et des renforts sont attendus dans la soirée.\n\nLe gouvernement se réunit dans la matinée, et le roi a dit sa tristesse aux familles qui attendent des nouvelles."
		family = "Carmen cherche son fils depuis la nuit, une photographie à la main, entre des voitures empilées.\n\nA Valence, en Espagne, les inondations ont emporté son garage, sa boutique et la maison de sa mère, raconte-t-elle ; les crues, dit-elle, personne ne les avait annoncées.\n\nSa voisine a passé la nuit sur un toit, avec deux enfants qui ne sont pas les siens et un chien qui s'est échappé au matin."
		strike = "Les dockers du port de Valence ont cessé le travail, réclamant des embauches et un treizième mois.\n\nLa direction parle d'une grève illégale et saisit le tribunal, qui doit se prononcer lundi.\n\nDans les cafés du front de mer, on compte les navires qui attendent au large et les camions qui repartent à vide."
		other  = "Les crues ont emporté un pont à Séville, et les inondations menacent le quartier bas.\n\nLa mairie a ouvert deux gymnases aux familles, qui attendent la décrue du fleuve.\n\nLes arènes sont fermées, les écoles aussi, et les barques des pêcheurs servent de taxis dans les rues basses."
	)
	for _, c := range []struct {
		what     string
		a, b     *claim.Report
		together bool
	}{
		{"one flood, few words in common", on(t, "2024-10-31", toll), on(t, "2024-11-03", family), true},
		{"a year between", on(t, "2024-10-31", toll), on(t, "2025-10-31", family), false},
		{"one town, another matter", on(t, "2024-10-31", toll), on(t, "2024-11-11", strike), false},
		{"one kind, another town", on(t, "2024-10-31", family), on(t, "2024-10-31", other), false},
	} {
		if got := len(Group([]*claim.Report{c.a, c.b}).Stories) == 1; got != c.together {
			t.Errorf("%s: in one story: %v, want %v", c.what, got, c.together)
		}
	}
}
