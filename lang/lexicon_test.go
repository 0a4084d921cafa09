package lang

import "testing"

func TestFrenchLexicon(t *testing.T) {
	r := readerFor("fr")
	defer r.done()
	for _, c := range []struct {
		form, lemma string
		pos         POS
		tag, want   Morph
	}{
		{"tués", "tuer", VERB, Part_ | Past, Masc | Plur},
		{"auraient", "avoir", AUX, Cnd | Fin, Plur | P3},
		{"indiqué", "indiquer", VERB, Part_ | Past, Masc | Sing},
		{"dizaines", "dizaine", NOUN, 0, Fem | Plur},
		{"cours", "cours", NOUN, 0, Masc},
		{"grièvement", "grièvement", ADV, 0, 0},
		{"oeufs", "oeuf", NOUN, 0, Plur},
		{"Orvenne", "Orvenne", PROPN, 0, 0},
	} {
		lemma, morph := r.lex.Lemma(c.form, c.pos, c.tag)
		if lemma != c.lemma || morph&c.want != c.want {
			t.Errorf("%s %s is %s %s, not %s with %s", c.form, c.pos, lemma, morph, c.lemma, c.want)
		}
	}
}

func TestOpenLexiconRefusesWhatIsBroken(t *testing.T) {
	fine := func(pos, _ string) string { return pos }
	for _, bad := range []string{"", "recoupe lexicon 1\n\n", "recoupe lexicon 1\n\n\xff\xff\x01", "recoupe lexicon 1\nx: y\n\n\x03\x01\x01N"} {
		if _, err := OpenLexicon([]byte(bad), fine); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func TestMorphNames(t *testing.T) {
	const s = "Number=Plur|Gender=Fem|VerbForm=Part|Tense=Past"
	if m := ParseMorph("Gender=Fem|Number=Plur|Tense=Past|VerbForm=Part|Typo=Yes"); m.String() != s {
		t.Errorf("%s, not %s", m, s)
	}
	for p := X; p <= VERB; p++ {
		if ParsePOS(p.String()) != p {
			t.Errorf("%s is read as %s", p, ParsePOS(p.String()))
		}
	}
	for r := Dep; r <= Xcomp; r++ {
		if ParseRel(r.String()+":x") != r {
			t.Errorf("%s is read as %s", r, ParseRel(r.String()))
		}
	}
}
