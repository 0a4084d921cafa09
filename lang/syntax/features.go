package syntax

const (
	moveFeatures  = 100
	labelFeatures = 56
)

// view is a word of the state with everything the features ask of it.
type view struct {
	w, t, c    uint32 // word, tag, coarse tag
	suf, class uint32
	agree      uint32
}

var (
	none     = view{3, 3, 3, 1, 1, 1}
	rootView = view{5, 5, 5, 1, 1, 1}
)

func (s *State) view(i int32, coarse *[256]uint8, v *view) {
	switch {
	case i < 0:
		*v = none
	case int(i) >= s.n:
		*v = rootView
	default:
		w := &s.words[i]
		t := s.tags[i]
		*v = view{w.Low, uint32(t) + 17, uint32(coarse[t]) + 117, w.Suf3, w.Class, w.Agree}
	}
}

// tagOf is the tag of word i, small and never mistaken for none.
func (s *State) tagOf(i int32) uint32 {
	if i < 0 {
		return 3
	}
	if int(i) >= s.n {
		return 5
	}
	return uint32(s.tags[i]) + 17
}

func (s *State) lowOf(i int32) uint32 {
	if i < 0 {
		return 3
	}
	if int(i) >= s.n {
		return 5
	}
	return s.words[i].Low
}

func (s *State) relOf(i int32) uint32 {
	if i < 0 {
		return 300
	}
	return uint32(s.Rel[i])
}

func child(a []int32, i int32) int32 {
	if i < 0 {
		return -1
	}
	return a[i]
}

func count(a []uint8, i int32) uint32 {
	if i < 0 {
		return 9
	}
	return uint32(a[i])
}

// far puts the distance of two words into one of seven bins.
func far(d int32) uint32 {
	if d < 0 {
		d = -d
	}
	switch {
	case d < 5:
		return uint32(d)
	case d < 10:
		return 5
	}
	return 6
}

// featuresOfMove lists what speaks for the next move: the words around the
// gap between stack and buffer, their tags, and what already hangs on them.
func (s *State) featuresOfMove(f *[moveFeatures]uint32, coarse *[256]uint8) []uint32 {
	k := len(s.stack)
	i0, i1, i2 := s.stack[k-1], int32(-1), int32(-1)
	if k > 1 {
		i1 = s.stack[k-2]
	}
	if k > 2 {
		i2 = s.stack[k-3]
	}
	j0, j1, j2 := int32(s.front), int32(-1), int32(-1)
	if s.front+1 <= s.n {
		j1 = j0 + 1
	}
	if s.front+2 <= s.n {
		j2 = j0 + 2
	}
	var s0, s1, s2, b0, b1, b2 view
	s.view(i0, coarse, &s0)
	s.view(i1, coarse, &s1)
	s.view(i2, coarse, &s2)
	s.view(j0, coarse, &b0)
	s.view(j1, coarse, &b1)
	s.view(j2, coarse, &b2)
	d, d2 := far(j0-i0), uint32(0)
	if i1 >= 0 {
		d2 = far(i0 - i1)
	}
	n := words1(f, &s0, &s1, &s2, &b0, &b1, &b2)
	n = words2(f, n, &s0, &s1, &s2, &b0, &b1, &b2)
	n = s.around(f, n, i0, i1, j0, &s0, &s1, &s2, &b0)
	n = s.counted(f, n, i0, i1, j0, d, d2, &s0, &s1, &b0)
	for i := range n {
		h := f[i] + uint32(i)*0x9E3779B1
		h *= 0x85EBCA6B
		f[i] = h ^ h>>15
	}
	return f[:n]
}

// words1 takes the words one by one.
func words1(f *[moveFeatures]uint32, s0, s1, s2, b0, b1, b2 *view) int {
	f[0], f[1], f[2] = s0.w, s0.t, mix(s0.w, s0.t)
	f[3], f[4], f[5] = s1.w, s1.t, mix(s1.w, s1.t)
	f[6], f[7] = s2.t, s2.w
	f[8], f[9], f[10] = b0.w, b0.t, mix(b0.w, b0.t)
	f[11], f[12], f[13] = b1.w, b1.t, mix(b1.w, b1.t)
	f[14], f[15] = b2.t, b2.w
	f[16], f[17], f[18] = s0.suf, s1.suf, b0.suf
	return 19
}

// words2 takes them by twos, threes and fours.
func words2(f *[moveFeatures]uint32, n int, s0, s1, s2, b0, b1, b2 *view) int {
	g := f[n:]
	s0p, s1p, b0p := mix(s0.w, s0.t), mix(s1.w, s1.t), mix(b0.w, b0.t)
	g[0], g[1], g[2] = mix(s0p, b0p), mix(s0p, b0.w), mix(s0.w, b0p)
	g[3], g[4], g[5] = mix(s0p, b0.t), mix(s0.t, b0p), mix(s0.w, b0.w)
	st, bt := mix(s0.t, b0.t), mix(b0.t, b1.t)
	g[6], g[7], g[8] = st, bt, mix(s0.w, b1.t)
	g[9], g[10], g[11] = mix(s1p, s0p), mix(s1p, s0.t), mix(s1.t, s0p)
	ss := mix(s1.t, s0.t)
	g[12], g[13], g[14] = mix(s1.w, s0.w), ss, mix(s1.w, b0.w)
	g[15], g[16], g[17] = mix(s1.t, b0.t), mix(s1.w, b0.t), mix(s1.t, b0.w)
	g[18], g[19], g[20] = mix(s0.suf, b0.t), mix(s1.suf, s0.t), mix(b0.suf, s0.t)
	g[21], g[22], g[23] = mix(bt, b2.t), mix(st, b1.t), mix(ss, b0.t)
	sss := mix(s2.t, ss)
	g[24], g[25], g[26] = sss, mix(mix(ss, b0.t), b1.t), mix(sss, b0.t)
	g[27], g[28], g[29] = mix(mix(s1.t, s0.w), b0.t), mix(mix(s1.w, s0.t), b0.t), mix(ss, b0.w)
	g[30], g[31], g[32] = mix(s0.class, b0.t), mix(b0.class, s0.t), mix(s1.class, s0.t)
	g[33], g[34] = mix(s0.class, b0.class), mix(s1.class, s0.class)
	cs := mix(s0.c, b0.c)
	g[35] = mix(mix(s1.c, cs), mix(s0.agree, b0.agree))
	g[36] = mix(mix(s1.c, cs), mix(s0.agree, s1.agree))
	g[37] = mix(mix(cs, b1.c), b2.c)
	g[38] = mix(mix(mix(s2.c, s1.c), cs), b1.c)
	return n + 39
}

// around takes the words with what hangs on them.
func (s *State) around(f *[moveFeatures]uint32, n int, i0, i1, j0 int32, s0, s1, s2, b0 *view) int {
	s0l, s0r, s0l2, s0r2 := s.l1[i0], s.r1[i0], s.l2[i0], s.r2[i0]
	s1l, s1r, s1r2 := child(s.l1, i1), child(s.r1, i1), child(s.r2, i1)
	b0l, b0l2 := s.l1[j0], s.l2[j0]
	st, ss := mix(s0.t, b0.t), mix(s1.t, s0.t)
	s0lt, s0rt := s.tagOf(s0l), s.tagOf(s0r)
	g := f[n:]
	g[0], g[1] = mix(st, s0lt), mix(st, s0rt)
	g[2], g[3] = mix(ss, s.tagOf(s1r)), mix(ss, s.tagOf(s1l))
	g[4], g[5] = mix(ss, s0lt), mix(ss, s0rt)
	g[6] = mix(st, s.tagOf(b0l))
	g[7], g[8] = mix(mix(s0.w, s0rt), b0.t), mix(st, s.lowOf(s0r))
	g[9], g[10] = mix(ss, s.lowOf(s1r)), mix(st, s.lowOf(b0l))
	l, r := s.relOf(s0l), s.relOf(s0r)
	g[11], g[12], g[13] = mix(s0.t, mix(l, r)), mix(s0.w, l), mix(s0.w, r)
	r1 := s.relOf(s1r)
	g[14], g[15] = mix(s1.t, r1), mix(s1.w, r1)
	bl := s.relOf(b0l)
	g[16], g[17] = mix(b0.t, bl), mix(b0.w, bl)
	g[18] = mix(mix(s0.t, r), s.relOf(s0r2))
	g[19] = mix(mix(b0.t, bl), s.relOf(b0l2))
	g[20] = mix(mix(s1.t, r1), s.relOf(s1r2))
	g[21] = mix(mix(s0.t, s0lt), s.tagOf(s0l2))
	g[22] = mix(mix(s0.t, s0rt), s.tagOf(s0r2))
	g[23] = mix(mix(b0.t, s.tagOf(b0l)), s.tagOf(b0l2))
	g[24] = mix(ss, s.lowOf(s0l)) + 1
	g[25] = mix(mix(s1.w, s.lowOf(s0l)), s0.t) + 2
	g[26] = mix(mix(s0.c, s1.c), mix(s.lowOf(s0l), b0.c)) + 3
	g[27] = mix(mix(s0.w, s.lowOf(b0l)), b0.t) + 4
	_ = s2
	return n + 28
}

// counted takes distances and how many words hang on either side.
func (s *State) counted(f *[moveFeatures]uint32, n int, i0, i1, j0 int32, d, d2 uint32, s0, s1, b0 *view) int {
	g := f[n:]
	g[0], g[1] = mix(s0.w, d+77), mix(mix(s0.t, d), b0.t)
	g[2], g[3] = mix(b0.w, d+97), mix(mix(s1.t, d2), s0.t)
	g[4], g[5] = mix(s0.w, uint32(s.nl[i0])+40), mix(s0.t, uint32(s.nr[i0])+50)
	g[6], g[7] = mix(s0.w, uint32(s.nr[i0])+60), mix(s1.t, count(s.nr, i1)+70)
	g[8], g[9] = mix(b0.t, uint32(s.nl[j0])+80), mix(b0.w, uint32(s.nl[j0])+90)
	g[10] = mix(mix(s0.t, s1.t), mix(uint32(s.nr[i0])+50, count(s.nr, i1)))
	g[11] = mix(mix(s0.t, b0.t), mix(s1.t, mix(d, d2)))
	return n + 12
}

// featuresOfLabel lists what speaks for the relation of d to its governor h.
// By then everything below d is known.
func (s *State) featuresOfLabel(h, d int32, f *[labelFeatures]uint32, coarse *[256]uint8) []uint32 {
	var hv, dv view
	s.view(h, coarse, &hv)
	s.view(d, coarse, &dv)
	side := uint32(0x5bd1)
	if d > h {
		side = 0x1b873593
	}
	dl, dr, dl2 := s.l1[d], s.r1[d], s.l2[d]
	hl, hr := s.l1[h], s.r1[h]
	td := mix(hv.t, dv.t)
	f[0], f[1], f[2], f[3], f[4] = 77, hv.w, hv.t, dv.w, dv.t
	f[5], f[6], f[7] = mix(hv.w, hv.t), mix(dv.w, dv.t), mix(hv.w, dv.w)
	f[8], f[9], f[10] = td, mix(hv.w, dv.t), mix(hv.t, dv.w)
	f[11], f[12] = mix(dv.suf, hv.t), mix(hv.suf, dv.t)
	f[13], f[14] = mix(dv.suf, dv.t), mix(hv.suf, dv.suf)
	lw, lt, lr := s.lowOf(dl), s.tagOf(dl), s.relOf(dl)
	f[15], f[16] = mix(dv.t, lw), mix(td, lw)
	f[17], f[18], f[19] = mix(mix(hv.w, dv.t), lw), mix(td, lt), mix(td, lr)
	f[20], f[21] = mix(td, s.tagOf(dr)), mix(td, s.relOf(dr))
	f[22], f[23] = mix(mix(td, lr), s.relOf(dl2)), mix(dv.w, lw)
	f[24] = mix(td, s.lowOf(dl2))
	f[25], f[26] = mix(td, s.relOf(hl)), mix(td, s.relOf(hr))
	f[27], f[28] = mix(hv.w, s.relOf(hl)), mix(hv.w, s.relOf(hr))
	f[29] = mix(td, mix(s.relOf(hl), s.relOf(hr)))
	f[30] = mix(td, far(h-d))
	f[31], f[32] = mix(dv.t, far(h-d)), mix(hv.t, uint32(s.nl[h])+40)
	f[33], f[34] = mix(td, count(s.nl, h)+50), mix(td, count(s.nr, h)+60)
	p, q := s.tagOf(d-1), s.tagOf(min(d+1, int32(s.n)))
	f[35], f[36], f[37] = mix(td, p), mix(td, q), mix(mix(dv.t, p), q)
	f[38], f[39] = mix(td, s.lowOf(d-1)), mix(td, s.lowOf(min(d+1, int32(s.n))))
	f[40] = mix(mix(hv.c, dv.c), mix(hv.agree, dv.agree))
	f[41], f[42] = mix(dv.class, hv.t), mix(hv.class, dv.t)
	f[43] = mix(mix(hv.w, lw), s.relOf(hr))
	f[44] = mix(mix(hv.w, dv.w), lw)
	f[45] = mix(mix(hv.t, dv.w), lw)
	f[46] = mix(td, mix(s.lowOf(hl), 5))
	f[47] = mix(td, mix(s.lowOf(hr), 6))
	f[48] = mix(mix(hv.c, dv.c), mix(lr, s.relOf(hr)))
	f[49] = mix(mix(td, s.tagOf(hl)), s.tagOf(hr))
	f[50] = mix(td, s.tagOf(h-1))
	f[51] = mix(mix(hv.w, dv.c), far(h-d))
	const n = 52
	for i := range n {
		x := f[i] + uint32(i)*0x9E3779B1 + side
		x *= 0x85EBCA6B
		f[i] = x ^ x>>15
	}
	return f[:n]
}
