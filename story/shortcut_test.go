package story

import (
	"math/rand/v2"
	"testing"
)

// What two reports have in common in any order is never less than what they have
// in one order, so that a pair left out for it was no translation.
func TestInCommon(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	list := func() []anchor {
		a := make([]anchor, rng.IntN(40))
		for i := range a {
			a[i].h = uint64(rng.IntN(25))
		}
		return a
	}
	equal := 0
	for range 2000 {
		a, b := list(), list()
		least, most := len(common(a, b)), inCommon(hashes(a), hashes(b))
		if least > most {
			t.Fatalf("%v and %v: %d in order, %d in any", a, b, least, most)
		}
		if least == most {
			equal++
		}
		if n := inCommon(hashes(a), hashes(a)); n != len(a) {
			t.Fatalf("%v has %d of its own %d", a, n, len(a))
		}
	}
	if equal == 2000 {
		t.Error("order makes no difference: the test does not do its work")
	}
}
