package lang

import "testing"

func TestTwoGenders(t *testing.T) {
	for word, want := range map[string][2]bool{
		"bergers": {true, true}, "bergères": {true, true}, "alpiniste": {true, true}, "élagueurs": {true, true},
		"cousines": {true, true}, "éléphants": {true, true}, // beasts may have two
		"tableaux": {false, true}, "brebis": {false, true}, "marronniers": {false, true}, "vitrine": {false, true},
		"sapeur":   {false, true},  // nobody writes a feminine of it
		"rescapés": {false, false}, // an adjective too
		"zorglub":  {false, false}, "tuer": {false, false},
	} {
		if two, known := TwoGenders("fr", word); two != want[0] || known != want[1] {
			t.Errorf("%s: two %v, known %v", word, two, known)
		}
	}
	if two, known := TwoGenders("xx", "berger"); two || known {
		t.Error("a language that is not read has genders")
	}
}
