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

// TestGuessesByEnding: words the Russian lexicon does not have are read as what
// most words that end so are; names are not.
func TestGuessesByEnding(t *testing.T) {
	r := readerFor("ru")
	defer r.done()
	for _, c := range []struct {
		form string
		pos  POS
		want Morph
	}{
		{"недоэвакуированных", VERB, Part_ | Plur},
		{"кибердружинами", NOUN, Plur},
		{"перезатопляют", VERB, Fin | Plur | P3},
	} {
		if r.lex.has(c.form) {
			t.Fatalf("the lexicon has %s: choose another", c.form)
		}
		at, found := r.lex.Entry(c.form), false
		if at < 0 {
			t.Errorf("%s is not guessed", c.form)
			continue
		}
		for _, rd := range r.lex.entries[at] {
			found = found || r.lex.pos[rd.tag] == c.pos && r.lex.morph[rd.tag]&c.want == c.want
		}
		if !found {
			t.Errorf("%s is not guessed to be a %s with %s", c.form, c.pos, c.want)
		}
	}
	for _, form := range []string{"Орвенновых", "кхэ", "xyzzy"} {
		if at := r.lex.Entry(form); at >= 0 {
			t.Errorf("%s is guessed to be like entry %d", form, at)
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
