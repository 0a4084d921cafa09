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

// TestMendTag holds the tags that grammar rules out, and what is governed by the
// words that have them.
func TestMendTag(t *testing.T) {
	for _, c := range []struct {
		s, word string
		pos     POS
		rel     Rel
		of      string
	}{
		{"L'ONG Eau pour tous, qui affirme que des familles dorment dehors, a ouvert un point de distribution.", "tous", PRON, Nmod, "ONG"},
		{"Tous les ponts sont coupés.", "Tous", ADJ, Amod, "ponts"},
		{"Le président Omar Teklé a décrété trois jours de deuil et promis \"la reconstruction de chaque école\" avant l'hiver.", "promis", VERB, Conj, "décrété"},
		{"Le président Omar Teklé a décrété trois jours de deuil et promis \"la reconstruction de chaque école\" avant l'hiver.", "reconstruction", NOUN, Obj, "promis"},
		{"Les équipes ont déjà fouillé 60 immeubles sur les 210 effondrés.", "effondrés", NOUN, Obl, "fouillé"},
		{"Les équipes ont déjà fouillé 60 immeubles sur les 210 effondrés.", "210", NUM, Nummod, "effondrés"},
		{"D'importants moyens ont été mobilisés.", "importants", ADJ, Amod, "moyens"},
		{"D'importants moyens ont été mobilisés.", "moyens", NOUN, Nsubj, "mobilisés"},
		{"La mairie porte à 12 le nombre total de blessés.", "porte", VERB, Root, "porte"},
		{"Les deux ont été libérés.", "libérés", VERB, Root, "libérés"},
	} {
		a := Analyze(document(c.s, "fr"))
		k := &a.Tokens[a.TokenAt(strings.Index(c.s, c.word))]
		if of := a.Text(k.Head); k.POS != c.pos || k.Rel != c.rel || of != c.of {
			t.Errorf("%s: %q is %v, %v of %q, want %v, %v of %q", c.s, c.word, k.POS, k.Rel, of, c.pos, c.rel, c.of)
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
