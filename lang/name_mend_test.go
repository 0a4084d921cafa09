package lang

import (
	"strings"
	"testing"

	"recoupe/text"
)

// TestHolders: the place of an office is no part of the name of whoever holds it,
// and both last names of one person are.
func TestHolders(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"Le préfet de Mayotte Hugo Sorel a annoncé un couvre-feu.", "Mayotte=place Hugo Sorel=person"},
		{"Le gouverneur de Marrakech Ahmed Benjelloun s'est rendu sur place.", "Marrakech=place Ahmed Benjelloun=person"},
		{"Le maire de Paris Nord a fait appel.", "Paris Nord=place"},
		{"« Nous n'avons plus rien », dit Jordi Serra i Mas.", "Jordi Serra i Mas=person"},
		{"Le juge a entendu Ana Ruiz y Soto.", "Ana Ruiz y Soto=person"},
		{"Madrid a peur ; Marta Roca i Vidal demande la démission du ministre.", "Madrid=place Marta Roca i Vidal=person"},
		{"Le maire Paul Evrard y voit un signe.", "Paul Evrard=person"},
	} {
		d := &text.Document{ID: "t", Language: "fr", Text: c.s, Parts: []text.Part{{Start: 0, End: len(c.s)}}}
		d.Sentences = []text.Sentence{{Start: 0, End: len(c.s), Language: "fr"}}
		var got []string
		for _, n := range Analyze(d).Names {
			kind := map[Kind]string{Person: "person", Location: "place", Organization: "body"}[n.Kind]
			got = append(got, c.s[n.Start:n.End]+"="+kind)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.s, got, c.want)
		}
	}
}
