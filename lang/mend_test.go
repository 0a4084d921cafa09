package lang

import (
	"strings"
	"testing"
)

// TestMend holds what grammar puts right behind the parser: who is the subject of
// which verb.
func TestMend(t *testing.T) {
	for _, c := range []struct{ s, verb, subject string }{
		{"Quatre jours après le passage du cyclone, l'armée malgache dénombre 174 morts.", "dénombre", "armée"},
		{"La digue a cédé, estime un ingénieur joint par téléphone.", "estime", "ingénieur"},
		{"Lors d'un entretien avec le directeur, Omar Seddik, Mme Lorne a ajouté que la route était coupée.", "ajouté", "Mme"},
		{"La porte-parole de la police, Anna Keller a confirmé la mort de trois personnes.", "confirmé", "porte-parole"},
		{"Ce matin, le maire a indiqué que le pont était fermé.", "indiqué", "maire"},
		{"Sollicitée, la préfecture répond que le bilan est provisoire.", "répond", "préfecture"},
	} {
		a := Analyze(document(c.s, "fr"))
		v := a.TokenAt(strings.Index(c.s, c.verb))
		s := a.Child(v, Nsubj)
		if s < 0 {
			t.Errorf("%s: %q has no subject", c.s, c.verb)
			continue
		}
		if got := c.s[a.Tokens[s].Start:a.Tokens[s].End]; got != c.subject {
			t.Errorf("%s: the subject of %q is %q, want %q", c.s, c.verb, got, c.subject)
		}
	}
}
