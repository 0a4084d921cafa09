package story

// A sums table adds up the terms of many reports: an open table of weights by
// hash. A term taken out again stays with the weight 0.
type sums struct {
	keys []uint64 // 0 is no key
	vals []float32
	n    int
}

func newSums(size int) *sums {
	n := 16
	for n < size*2 {
		n *= 2
	}
	return &sums{keys: make([]uint64, n), vals: make([]float32, n)}
}

// slot is where h stands or would stand.
func (t *sums) slot(h uint64) int {
	mask := len(t.keys) - 1
	i := int(h*0x9e3779b97f4a7c15>>40) & mask
	for t.keys[i] != h && t.keys[i] != 0 {
		i = (i + 1) & mask
	}
	return i
}

// get returns the weight of h, 0 where it has none.
func (t *sums) get(h uint64) float32 {
	i := t.slot(h)
	if t.keys[i] == 0 {
		return 0
	}
	return t.vals[i]
}

// add adds v to the weight of h and returns the old weight and the new.
func (t *sums) add(h uint64, v float32) (old, now float32) {
	i := t.slot(h)
	if t.keys[i] == 0 {
		if t.n*4 >= len(t.keys)*3 {
			t.grow()
			i = t.slot(h)
		}
		t.keys[i] = h
		t.n++
	}
	old = t.vals[i]
	now = old + v
	if now < 1e-5 {
		now = 0
	}
	t.vals[i] = now
	return old, now
}

func (t *sums) grow() {
	old := *t
	t.keys, t.vals, t.n = make([]uint64, len(old.keys)*2), make([]float32, len(old.keys)*2), 0
	for i, k := range old.keys {
		if k != 0 && old.vals[i] != 0 {
			j := t.slot(k)
			t.keys[j], t.vals[j] = k, old.vals[i]
			t.n++
		}
	}
}

// all calls do for every term that has a weight, in no order to rely on.
func (t *sums) all(do func(h uint64, v float32)) {
	for i, k := range t.keys {
		if k != 0 && t.vals[i] != 0 {
			do(k, t.vals[i])
		}
	}
}

// both calls do for every term that a and b have, with its two weights, in no
// order to rely on.
func both(a, b *sums, do func(h uint64, u, v float32)) {
	if len(a.keys) > len(b.keys) {
		a, b = b, a
	}
	a.all(func(h uint64, u float32) {
		if v := b.get(h); v != 0 {
			do(h, u, v)
		}
	})
}
