package story

import (
	"slices"
	"testing"

	"recoupe/text"
)

// TestStatedLanguageStands: a headline whose names or shared words look like another
// language stays in the one its record states.
func TestStatedLanguageStands(t *testing.T) {
	for _, title := range []string{
		"Tolmir Gunavesh sworn in as Tarlan's prime minister",
		"Tarlan declares UN envoy Perlier persona non grata",
	} {
		r := titled(t, title)
		r.Language = "en"
		if got := spokenIn(r); got != "en" {
			t.Errorf("%q: read as %s", title, got)
		}
	}
	r := titled(t, "Tarlan : des milliers de manifestants dans les rues de la capitale")
	r.Language = "en"
	if got := spokenIn(r); got != "fr" {
		t.Errorf("read as %s where every word is French", got)
	}
}

// TestMonthIsNoDay: two headlines that state only a month are no likelier of one
// story than two without a date; on one day they are.
func TestMonthIsNoDay(t *testing.T) {
	a := titled(t, "Tarlan : la mairie de Kemor prise d'assaut par les manifestants")
	b := titled(t, "Kemor : le maire s'enfuit devant les manifestants")
	like := func(from, to float64) float64 {
		m := newLeafMaker()
		x, y := m.leaf(a), m.leaf(b)
		x.from, x.to, y.from, y.to = from, to, from, to
		near := likenesses(kinship([]*leaf{x, y}), []*leaf{x, y})
		if len(near[0]) == 0 {
			t.Fatal("nothing in common")
		}
		return near[0][0].like
	}
	undated, month, day := like(0, 0), like(20000, 20031), like(20000, 20001)
	if month != undated || day <= undated {
		t.Errorf("undated %.3f, of a month %.3f, of a day %.3f", undated, month, day)
	}
}

// TestUnsigned: the outlet behind a headline is no word of it.
func TestUnsigned(t *testing.T) {
	for _, c := range []struct{ title, outlet, want string }{
		{"Crue à Vornes : douze morts | Le Phare de Vornes", "", "Crue à Vornes : douze morts"},
		{"Crue à Vornes : douze morts - Le Phare", "Le Phare", "Crue à Vornes : douze morts"},
		{"Vornes flood kills twelve – Delta News", "delta", "Vornes flood kills twelve"},
		{"Паводок в Ворне — Дельта", "Дельта", "Паводок в Ворне"},
		{"Crue à Vornes - douze morts", "Le Phare", "Crue à Vornes - douze morts"},
		{"Match Vornes - Kemor", "", "Match Vornes - Kemor"},
	} {
		if got := c.title[:unsigned(c.title, c.outlet)]; got != c.want {
			t.Errorf("%q of %q: %q, want %q", c.title, c.outlet, got, c.want)
		}
	}
}

// TestAnotherYearHasNoSay: headlines of one town two years apart are no kin, a week
// apart they are.
func TestAnotherYearHasNoSay(t *testing.T) {
	a, b := titled(t, "Sanderbad : la mairie prise d'assaut"), titled(t, "À Sanderbad, le marathon attire la foule")
	m := newLeafMaker()
	x, y := m.leaf(a), m.leaf(b)
	x.from, x.to, y.from, y.to = 20000, 20001, 20007, 20008
	if k := kinship([]*leaf{x, y}); !k.company(0, 1) {
		t.Error("a week apart: no kin")
	}
	y.from, y.to = 20700, 20701
	if k := kinship([]*leaf{x, y}); k.size[0] != 1 {
		t.Error("two years apart: kin")
	}
}

// TestOtherLanguageKnowsNoBetter: headlines in English on the same crisis join the
// French stories, but make no two of them one.
func TestOtherLanguageKnowsNoBetter(t *testing.T) {
	reports := manyTitles(t)
	known := map[text.DocID]bool{}
	for _, r := range reports {
		known[r.ID] = true
	}
	want := restricted(Group(reports), known)
	all := slices.Clone(reports)
	for _, title := range []string{
		"Marouzie: 17 dead as police fire on protesters at Kersal bridge",
		"Kersal: 23 dead, opposition says",
		"Prime minister Aldo Renkar resigns in Marouzie",
		"Marouzie: 400 inmates escape in Tulmar prison riot",
		"Tulmar prison: special forces storm building and free hostages",
		"French journalist Claire Aubanel arrested in Sanderbad",
		"Claire Aubanel freed after nine days in Marouzie prison",
		"Explosion at Port-Amal refinery kills 5 in Marouzie",
		"Opposition leader Salim Okhtar arrested in Marouzie",
		"Internet cut across Marouzie",
		"Marouzie: curfew in Sanderbad, state of emergency extended",
		"Marouzie president Varden calls election in March",
	} {
		r := titled(t, title)
		r.Language = "en"
		all = append(all, r)
	}
	g := Group(all)
	if got := restricted(g, known); got != want {
		t.Errorf("English headlines changed the French stories:\n%s", firstDifference(got, want))
	}
	both := 0
	for _, s := range g.Stories {
		languages := map[string]bool{}
		for _, r := range s.Reports {
			languages[r.Language] = true
		}
		if len(languages) > 1 {
			both++
		}
	}
	if both < 3 {
		t.Errorf("only %d stories told in both", both)
	}
}

// TestUnstatedLanguage: where no language is stated, a headline is of the one that
// has most of its words, those of events among them.
func TestUnstatedLanguage(t *testing.T) {
	for title, want := range map[string]string{
		"Huge explosion rocks port of Vornes": "en",
		"Vornes blast death toll passes 100":  "en",
		"Une énorme explosion secoue Vornes":  "fr",
		"Взрыв в порту Ворне":                 "ru",
	} {
		r := titled(t, title)
		r.Language = "und"
		if got := spokenIn(r); got != want {
			t.Errorf("%q: read as %s", title, got)
		}
	}
}
