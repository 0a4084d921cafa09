package render

import (
	"testing"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

func TestClause(t *testing.T) {
	for _, k := range []struct{ sentence, when, want string }{
		{"Huguette, une retraitée de 71 ans qui a demandé à garder l'anonymat, raconte que des détonations ont retenti mardi près de la gare entre les entrepôts et la rivière.", "mardi",
			"… des détonations ont retenti mardi près de la gare entre les entrepôts et la rivière."},
		{"La ville entière reste sous le choc, longtemps après le passage des secours, d'un incendie qui a éclaté jeudi dans la halle aux grains.", "jeudi",
			"… un incendie qui a éclaté jeudi dans la halle aux grains."},
		{"Les pompiers ont évacué lundi la maison de retraite tandis que les familles, prévenues par téléphone, attendaient sous la pluie depuis des heures.", "lundi",
			"Les pompiers ont évacué lundi la maison de retraite …"},
		// What is only denied keeps its denial, and what is quoted its words.
		{"Le ministère de la Défense a de son côté démenti que ses hommes aient ouvert le feu mercredi sur la foule réunie devant la préfecture de la province.", "mercredi", ""},
		{"\"Nous avons tout perdu, les maisons, les bêtes et les récoltes de la vallée entière\", a déclaré dimanche la maire de la commune devant les caméras.", "dimanche", ""},
		{"Le préfet a annoncé samedi que les écoles de la vallée resteraient fermées jusqu'à la fin de la semaine prochaine dans toutes les communes.", "samedi", ""},
		{"Le pont a cédé mardi.", "mardi", ""},
	} {
		d := &text.Document{ID: "d", Language: "fr", Text: k.sentence, Sentences: []text.Sentence{{Start: 0, End: len(k.sentence)}}}
		r := &claim.Report{Document: d, Lang: lang.Analyze(d)}
		whole := d.Span(0, len(k.sentence))
		at := -1
		for i, tm := range r.Lang.Times {
			if k.sentence[tm.Start:tm.End] == k.when {
				at = i
			}
		}
		if at < 0 {
			t.Errorf("%q is not read as a time of %q", k.when, k.sentence)
			continue
		}
		want := k.want
		if want == "" {
			want = k.sentence
		}
		if got := clipped(r, whole, clause(r, whole, at)); got != want {
			t.Errorf("%s\n  told as %s\n  want    %s", k.sentence, got, want)
		}
	}
}

func TestShortName(t *testing.T) {
	for name, want := range map[string]string{
		"000_1b56cf2fb7133b76": "000_1b56…", "depeche-12": "depeche-12", "2031-03-12": "2031-03-12", "facade": "facade", "decade-effaced": "decade-effaced",
		"2031-03-12-caldérie-des-dizaines-de-manifestants-tués": "2031-03-12-caldérie-des…", "d41d8cd98f00b204e9800998ecf8427e": "d41d…",
	} {
		if got := shortName(name); got != want {
			t.Errorf("%s is called %s, want %s", name, got, want)
		}
	}
	two := []*claim.Report{{Document: &text.Document{ID: "a", Files: []string{"x/000_1b56cf2fb7133b76.txt"}}}, {Document: &text.Document{ID: "b", Files: []string{"y/000_1b56ffffb7133b76.txt"}}}}
	if names := fileNames(two); names["a"] == names["b"] {
		t.Errorf("two reports are called %s", names["a"])
	}
}
