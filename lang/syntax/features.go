package syntax

// Features come in two parts: first what tags and relations say, whose weights
// are few and at hand in the cache; then what words say. Where the first part
// leaves no doubt, the second is not asked.
const (
	moveFirst  = 34
	moveSecond = 26
	moveAll    = moveFirst + moveSecond

	labelFirst  = 15
	labelSecond = 21
	labelAll    = labelFirst + labelSecond
)

// A tok is a word of the sentence with everything the features ask of it. It is
// made once for all the states of a parse.
type tok struct {
	w, t, p    uint32 // word, tag, both
	c          uint32 // coarse tag
	suf, class uint32
	fit, agree uint32
}

// toks lays out a sentence: a tok that stands for no word, the words, the root.
func (e *Engine) toks(room []tok, words []Word, tags []uint8) []tok {
	room = append(room[:0], tok{w: 3, t: 3, p: mix(3, 3), c: 3, suf: 1, class: 1})
	for i := range words {
		w, t := &words[i], uint32(tags[i])+17
		room = append(room, tok{w: w.Low, t: t, p: mix(w.Low, t), c: uint32(e.coarse[tags[i]]) + 117,
			suf: w.Suf3, class: w.Class, fit: w.Fit, agree: w.Agree})
	}
	return append(room, tok{w: 5, t: 5, p: mix(5, 5), c: 5, suf: 1, class: 1})
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

// A scene is what a move is decided on: the top of the stack, the front of the
// buffer, and what hangs on them.
type scene struct {
	s0, s1, s2, b0, b1, b2 *tok
	k0, k1, kb             *kid
	s0l, s0r, b0l          *tok
	r, bl, r1              uint32 // relations of the outermost children
	st, ss, sss            uint32
	d, d2                  uint32
}

// look fills c from s. Which features to take was found by leaving out, one
// after the other, those that were missed least.
func (c *scene) look(s *State) {
	k, toks := len(s.stack), s.toks
	i0, i1, i2 := s.stack[k-1], int32(-1), int32(-1)
	c.d2 = 0
	if k > 1 {
		i1 = s.stack[k-2]
		c.d2 = far(i0 - i1)
	}
	if k > 2 {
		i2 = s.stack[k-3]
	}
	j0 := int32(s.front)
	c.d = far(j0 - i0)
	c.s0, c.s1, c.s2, c.b0 = &toks[i0+1], &toks[i1+1], &toks[i2+1], &toks[j0+1]
	c.b1, c.b2 = &toks[0], &toks[0]
	if int(j0)+2 < len(toks) {
		c.b1 = &toks[j0+2]
	}
	if int(j0)+3 < len(toks) {
		c.b2 = &toks[j0+3]
	}
	c.k0, c.k1, c.kb = &s.kids[i0+1], &s.kids[i1+1], &s.kids[j0+1]
	c.s0l, c.s0r, c.b0l = &toks[c.k0.l1+1], &toks[c.k0.r1+1], &toks[c.kb.l1+1]
	c.r, c.bl, c.r1 = s.relOf(c.k0.r1), s.relOf(c.kb.l1), s.relOf(c.k1.r1)
	c.st, c.ss = mix(c.s0.t, c.b0.t), mix(c.s1.t, c.s0.t)
	c.sss = mix(c.s2.t, c.ss)
}

// first lists what tags and relations say of the next move; [spread] hashes it.
func (c *scene) first(s *State, g *[moveFirst]uint32) {
	s0, s1, b0, b1, st, ss := c.s0, c.s1, c.b0, c.b1, c.st, c.ss
	ssb, bt := mix(ss, b0.t), mix(b0.t, b1.t)
	g[0], g[1], g[2], g[3], g[4] = s0.t, s1.t, c.s2.t, b0.t, b1.t
	g[5], g[6], g[7], g[8] = st, bt, mix(s1.t, b0.t), mix(st, b1.t)
	g[9], g[10], g[11], g[12] = c.sss, mix(ssb, b1.t), mix(c.sss, b0.t), mix(bt, c.b2.t)
	g[13], g[14] = mix(b0.class, s0.t), mix(s1.class, s0.t)
	cs := mix(s1.c, mix(s0.c, b0.c))
	g[15], g[16] = mix(cs, fits(s0.fit, b0.fit)), mix(cs, fits(s0.fit, s1.fit))
	g[17], g[18], g[19] = mix(st, c.s0l.t), mix(ss, c.s0l.t), mix(st, c.b0l.t)
	g[20] = mix(s0.t, mix(s.relOf(c.k0.l1), c.r))
	g[21], g[22] = mix(s1.t, c.r1), mix(b0.t, c.bl)
	g[23], g[24] = mix(mix(s0.t, c.r), s.relOf(c.k0.r2)), mix(mix(b0.t, c.bl), s.relOf(c.kb.l2))
	g[25] = mix(mix(s0.t, c.s0l.t), s.toks[c.k0.l2+1].t)
	g[26] = mix(mix(s0.t, c.s0r.t), s.toks[c.k0.r2+1].t)
	g[27] = mix(mix(b0.t, c.b0l.t), s.toks[c.kb.l2+1].t)
	g[28], g[29] = mix(mix(s1.t, c.d2), s0.t), mix(mix(s0.t, c.d), b0.t)
	g[30], g[31] = mix(s0.t, uint32(c.k0.nr)+50), mix(s1.t, uint32(c.k1.nr)+70)
	g[32], g[33] = mix(cs, mix(s0.agree, b0.agree)), mix(cs, mix(s0.agree, s1.agree))
}

// second lists what words say.
func (c *scene) second(s *State, g *[moveSecond]uint32) {
	s0, s1, b0, b1, st, ss := c.s0, c.s1, c.b0, c.b1, c.st, c.ss
	g[0], g[1], g[2] = s0.w, s1.p, mix(s0.p, b0.p)
	g[3], g[4], g[5] = mix(s0.t, b0.p), mix(s0.w, b0.w), mix(s0.w, b1.t)
	g[6], g[7], g[8] = mix(s1.p, s0.p), mix(s1.t, b0.w), mix(s0.suf, b0.t)
	g[9], g[10], g[11] = mix(b0.suf, s0.t), mix(ss, b0.w), mix(s0.class, b0.class)
	g[12], g[13], g[14] = mix(s1.class, s0.class), mix(mix(s1.t, s0.w), b0.t), mix(s1.w, s0.w)
	g[15], g[16], g[17] = mix(s1.w, b0.w), mix(mix(s0.w, c.s0r.t), b0.t), mix(st, c.s0r.w)
	g[18], g[19], g[20] = mix(st, c.b0l.w), mix(s0.w, s.relOf(c.k0.l1)), mix(s1.w, c.r1)
	g[21], g[22] = mix(b0.w, c.bl), mix(mix(s0.c, s1.c), mix(c.s0l.w, b0.c))
	g[23], g[24] = mix(mix(s0.w, c.b0l.w), b0.t), mix(s0.w, uint32(c.k0.nr)+60)
	g[25] = mix(mix(s1.w, c.s0l.w), s0.t)
}

// An arc is what its relation is decided on. By then everything below the
// governed word is known.
type arc struct {
	h, d           *tok
	hk, dk         *kid
	dl             *tok
	before, after  *tok // beside the governed word
	lr, hl, hr, td uint32
	far, side      uint32
}

func (c *arc) look(s *State, h, d int32) {
	c.h, c.d, c.hk, c.dk = &s.toks[h+1], &s.toks[d+1], &s.kids[h+1], &s.kids[d+1]
	c.side = 0x5bd1
	if d > h {
		c.side = 0x1b873593
	}
	c.far = far(h - d)
	c.dl, c.before, c.after = &s.toks[c.dk.l1+1], &s.toks[d], &s.toks[d+2]
	c.lr, c.hl, c.hr = s.relOf(c.dk.l1), s.relOf(c.hk.l1), s.relOf(c.hk.r1)
	c.td = mix(c.h.t, c.d.t)
}

// first lists what tags and relations say, and the governed word itself.
func (c *arc) first(s *State, f *[labelFirst]uint32) {
	h, d, td := c.h, c.d, c.td
	f[0], f[1], f[2], f[3], f[4] = 77, h.t, d.w, d.t, td
	f[5], f[6], f[7] = mix(td, c.dl.t), mix(td, s.toks[c.dk.r1+1].t), mix(td, s.relOf(c.dk.r1))
	f[8], f[9], f[10] = mix(mix(td, c.lr), s.relOf(c.dk.l2)), mix(td, c.before.t), mix(td, c.after.t)
	f[11], f[12], f[13] = mix(d.t, c.far), mix(d.class, h.t), mix(mix(h.c, d.c), mix(c.lr, c.hr))
	f[14] = mix(h.t, d.w)
	for i := range f {
		f[i] = spread(f[i]+c.side, i)
	}
}

// second lists what words say, and what is rarer.
func (c *arc) second(s *State, h int32, f *[labelSecond]uint32) {
	hv, dv, td, lw := c.h, c.d, c.td, c.dl.w
	f[0], f[1], f[2] = hv.p, mix(hv.w, dv.w), mix(hv.w, dv.t)
	f[3], f[4], f[5] = mix(hv.suf, dv.t), mix(dv.suf, dv.t), mix(dv.t, lw)
	f[6], f[7], f[8] = mix(dv.w, lw), mix(td, s.toks[c.dk.l2+1].w), mix(hv.w, c.hl)
	f[9], f[10] = mix(hv.t, uint32(c.hk.nl)+40), mix(mix(dv.t, c.before.t), c.after.t)
	f[11], f[12] = mix(td, c.before.w), mix(td, c.after.w)
	f[13] = mix(mix(hv.c, dv.c), fits(hv.fit, dv.fit))
	f[14], f[15] = mix(mix(hv.w, lw), c.hr), mix(mix(hv.t, dv.w), lw)
	f[16], f[17] = mix(td, mix(s.toks[c.hk.l1+1].w, 5)), mix(td, mix(s.toks[c.hk.r1+1].w, 6))
	f[18], f[19] = mix(td, s.toks[max(h, 0)].t), mix(mix(hv.w, dv.c), c.far)
	f[20] = mix(mix(hv.c, dv.c), mix(hv.agree, dv.agree))
	for i := range f {
		f[i] = spread(f[i]+c.side, labelFirst+i)
	}
}
