package story

import (
	"math"
	"testing"
)

// TestSecondedByOthers: two pairs of headlines are equally like each other; the pair
// that is like the same third headline is likelier one story.
func TestSecondedByOthers(t *testing.T) {
	near := [][]neighbour{
		{{1, 0.4}, {2, 0.8}}, {{0, 0.4}, {2, 0.8}}, {{0, 0.8}, {1, 0.8}}, // a third between them
		{{4, 0.4}, {5, 0.8}}, {{3, 0.4}, {6, 0.8}}, {{3, 0.8}}, {{4, 0.8}}, // each with its own
	}
	got := seconded(near, make([]int, len(near)))
	if one, other := got[0][0].like, got[3][0].like; one <= other {
		t.Errorf("like the same third %.3f, like others %.3f", one, other)
	}
	for i, list := range got {
		for _, n := range list {
			for _, back := range got[n.at] {
				if back.at == i && back.like != n.like {
					t.Errorf("%d to %d %v, back %v", i, n.at, n.like, back.like)
				}
			}
		}
	}
}

// TestLikenessHasNoOrder: how like two headlines are does not depend on which is
// asked first, though a word may look like a name in one of them only.
func TestLikenessHasNoOrder(t *testing.T) {
	titles := []string{
		"Relief convoy reaches Vornes after dam failure", "Missing Relief crew found near Vornes", "RELIEF crew missing in Vornes flood",
		"Vornes dam: mayor Kemor resigns", "Kemor quits after dam failure", "Flood kills 12 in Vornes", "Vornes flood toll rises to 14",
	}
	m := newLeafMaker()
	var leaves []*leaf
	for _, s := range titles {
		leaves = append(leaves, m.leaf(titled(t, s)))
	}
	seen := kinship(leaves).sights(leaves)
	for i := range seen {
		for j := range i {
			if a, b := seen[i].likeness(&seen[j]), seen[j].likeness(&seen[i]); math.Abs(a-b) > 1e-12 {
				t.Errorf("%q, %q: %v one way, %v the other", titles[i], titles[j], a, b)
			}
		}
	}
}

// TestCrowdIsStricter: what joins two headlines of a small topic does not join them in
// a large one; one headline more makes no difference, nor does one that bears but the
// name the topic bears.
func TestCrowdIsStricter(t *testing.T) {
	near := [][]neighbour{{{1, 0.3}}, {{0, 0.3}}}
	small, large := seconded(near, []int{crowd, crowd}), seconded(near, []int{128, 8})
	if s, l := small[0][0].like, large[0][0].like; s <= l {
		t.Errorf("of a small topic %.3f, of a large one %.3f", s, l)
	}
	titles := []string{"Vornes : la crue fait 12 morts", "Vornes : la crue fait 14 morts", "Crue à Vornes : le maire démissionne", "Crue à Vornes : le maire accusé"}
	size := func(titles []string) int {
		m := newLeafMaker()
		var leaves []*leaf
		for _, s := range titles {
			leaves = append(leaves, m.leaf(titled(t, s)))
		}
		return kinship(leaves).crowds(leaves)[0]
	}
	if n := size(titles); n != 4 {
		t.Errorf("%d headlines bear the name, want 4", n)
	}
	if n := size(append(titles, "Un cuisinier de Vornes ouvre une table bistronomique", "Rugby : Vornes battu")); n != 4 {
		t.Errorf("with two that tell of something else %d bear the name, want 4", n)
	}
}
