package story

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/text"
)

// townLife is what else is told of a town in the news for a crisis: nothing of it
// has to do with one.
var townLife = []string{
	"À %s, le marathon attire la foule",
	"%s : le musée des tramways rouvre ses portes",
	"Un chef étoilé quitte %s pour la Bretagne",
	"Le tennis de table a son champion : un lycéen de %s",
	"%s inaugure sa patinoire",
	"Les abeilles reviennent sur les toits de %s",
	"À %s, un orgue du XVIIIe siècle retrouve sa voix",
	"Le carnaval de %s mise sur les géants d'osier",
	"%s : la bibliothèque prête aussi des graines",
	"Une recette : le gâteau aux noix de %s",
	"Le zoo de %s accueille deux loutres",
	"%s vue par ses poètes, une anthologie",
	"La brocante de %s bat son plein",
	"Échecs : le tournoi de %s revient à une Islandaise",
	"À %s, la plus vieille horloge du pays donne encore l'heure",
	"Jardins : %s fête ses tulipes",
}

// TestTopicNameChangesNothing: headlines that bear the name the whole topic bears,
// and tell of nothing else in it, move none of its headlines.
func TestTopicNameChangesNothing(t *testing.T) {
	var reports []*claim.Report
	known := map[text.DocID]bool{}
	const town = "Sanderbad"
	for _, r := range manyTitles(t) {
		title := r.Title
		if !strings.Contains(title, town) {
			title = town + " : " + title
		}
		r = titled(t, title)
		if !known[r.ID] {
			reports = append(reports, r)
		}
		known[r.ID] = true
	}
	want := restricted(Group(reports), known)
	for seed := range int64(12) {
		rng := rand.New(rand.NewSource(seed))
		with := slices.Clone(reports)
		for _, i := range rng.Perm(len(townLife))[:1+int(seed)*len(townLife)/12] {
			with = append(with, titled(t, fmt.Sprintf(townLife[i], town)))
		}
		if got := restricted(Group(with), known); got != want {
			t.Errorf("%d headlines on the life of %s changed the grouping:\n%s", len(with)-len(reports), town, firstDifference(got, want))
		}
	}
}

// TestNamed: the words of one name count as one name, from whichever of them it is
// looked at.
func TestNamed(t *testing.T) {
	for _, c := range []struct {
		s, word string
		want    int
	}{
		{"Attaque au Vornes City Hall : le bilan", "City", 3},
		{"Attaque au Vornes City Hall : le bilan", "Hall", 3},
		{"En Haute-Marouzie, le calme", "Haute", 2},
		{"Теракт в «Ворне Сити Холле»", "Сити", 3},
		{"À Kersal, Aldo Renkar démissionne", "Renkar", 2},
		{"À Kersal, Aldo Renkar démissionne", "Kersal", 1},
		{"le port de Kersal", "Kersal", 1},
	} {
		w := newScanner(c.s, 0, len(c.s))
		for w.next() {
			if c.s[w.start:w.end] == c.word {
				if got := w.named(0); got != c.want {
					t.Errorf("%q in %q: %d words, want %d", c.word, c.s, got, c.want)
				}
			}
		}
	}
}

// TestAcronymIsCommon: "ONU" is the United Nations in the middle of a headline as
// well, which "Nobel" in a street's name is not.
func TestAcronymIsCommon(t *testing.T) {
	kinds := func(title string) (n int) {
		for _, x := range newLeafMaker().leaf(titled(t, title)).bags[inTitle].terms {
			if x.isKind() {
				n++
			}
		}
		return n
	}
	if kinds("Kersal : voilà donc ce que veut dire l'ONU") != 1 {
		t.Error("ONU is of no kind")
	}
	if kinds("Kersal : voilà donc ce que veut dire Nobel") != 0 {
		t.Error("Nobel, a name, is of a kind")
	}
}
