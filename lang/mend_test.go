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
		{"Les insurgés, qui contrôlent une partie du nord du pays depuis 2029, ont démenti toute implication dans cette attaque, la plus meurtrière depuis le début de l'année.", "démenti", "insurgés"},
		{"Les autorités, qui avaient d'abord évoqué 12 morts, ont revu ce chiffre à la hausse jeudi matin.", "revu", "autorités"},
		{"Interrogé par l'AFP, le gouverneur de la province, Idris Kamel, a affirmé que « tout était sous contrôle ».", "affirmé", "gouverneur"},
		{"Douze pêcheurs qui rentraient au port se sont noyés.", "noyés", "pêcheurs"},
		{"Douze migrants qui voulaient rejoindre l'Angleterre se sont noyés au large.", "noyés", "migrants"},
		{"Trois randonneurs qui tentaient de rejoindre le refuge se sont perdus dans la brume.", "perdus", "randonneurs"},
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

// TestMendApposed: who follows behind a comma is who was named before it.
func TestMendApposed(t *testing.T) {
	for _, c := range []struct{ s, noun, of string }{
		{"« C'était l'enfer », raconte Lina Maret, 34 ans, une institutrice qui a tout perdu.", "institutrice", "Lina"},
		{"\"On n'a rien vu venir\", soupire Omar, un pêcheur de 52 ans dont la maison a été emportée.", "pêcheur", "Omar"},
	} {
		a := Analyze(document(c.s, "fr"))
		n := &a.Tokens[a.TokenAt(strings.Index(c.s, c.noun))]
		if of := a.Text(n.Head); n.Rel != Appos || of != c.of {
			t.Errorf("%s: %q is %v of %q, want an apposition to %q", c.s, c.noun, n.Rel, of, c.of)
		}
	}
}
