package syntax

const (
	wordFeatures  = 9  // of the word alone
	styleFeatures = 2  // of the word alone in a text of a style
	plainFeatures = 28 // of one tagging decision, whatever the style
	tagFeatures   = plainFeatures + styleFeatures
)

var outside = [2]Word{{Low: 11, Suf3: 11, Shape: 11, Class: 11}, {Low: 13, Suf3: 13, Shape: 13, Class: 13}}

func wordAt(ws []Word, i int) *Word {
	switch {
	case i < 0:
		return &outside[0]
	case i >= len(ws):
		return &outside[1]
	}
	return &ws[i]
}

// alone lists what the word says by itself.
func (w *Word) alone(f *[wordFeatures]uint32) {
	f[0], f[1], f[2] = mix(w.Form, 1), mix(w.Low, 2), mix(w.Suf3, 3)
	f[3], f[4], f[5] = mix(w.Suf2, 4), mix(w.Pre3, 5), mix(w.Shape, 6)
	f[6], f[7], f[8] = mix(w.Class, 22), mix(w.Suf4, 26), mix(mix(w.Class, w.Shape), 32)
}

// styled lists what the word says by itself in its style; nothing without one.
func (w *Word) styled(f *[styleFeatures]uint32) []uint32 {
	if w.Style == 0 {
		return nil
	}
	f[0], f[1] = mix(mix(w.Low, w.Style), 102), mix(mix(mix(w.Class, w.Shape), w.Style), 108)
	return f[:]
}

// featuresOfTag lists what speaks for the tag of word i, when t1 and t2 are the
// tags before it.
func featuresOfTag(ws []Word, i int, t1, t2 uint32, f *[tagFeatures]uint32) []uint32 {
	ws[i].alone((*[wordFeatures]uint32)(f[:]))
	around(ws, i, t1, t2, f)
	return f[:plainFeatures+len(ws[i].styled((*[styleFeatures]uint32)(f[plainFeatures:])))]
}

// around lists, from wordFeatures to plainFeatures, what the context says of word i.
func around(ws []Word, i int, t1, t2 uint32, f *[tagFeatures]uint32) {
	w, p := &ws[i], wordAt(ws, i-1)
	n, nn := wordAt(ws, i+1), wordAt(ws, i+2)
	ct, tt := mix(w.Class, t1), mix(t1, t2)
	f[9], f[10], f[11] = mix(t1, 7), mix(tt, 8), mix(p.Low, 9)
	f[12], f[13], f[14] = mix(n.Low, 11), mix(nn.Low, 12), mix(n.Suf3, 13)
	f[15], f[16] = mix(p.Suf3, 14), mix(mix(t1, w.Low), 15)
	f[17], f[18] = mix(mix(w.Shape, t1), 17), mix(mix(t1, w.Suf3), 21)
	f[19], f[20] = mix(mix(w.Class, n.Class), 23), mix(ct, 24)
	f[21], f[22] = mix(mix(ct, n.Class), 25), mix(mix(w.Class, tt), 27)
	f[23], f[24] = mix(mix(w.Class, p.Low), 28), mix(mix(w.Class, n.Low), 29)
	f[25], f[26] = mix(mix(w.Class, mix(n.Class, nn.Class)), 30), mix(mix(w.Agree, mix(p.Agree, n.Agree)), 31)
	f[27] = mix(mix(w.Shape, n.Shape), 18)
}

// firstTag is added to tag indexes so that they differ from other small hashes.
const firstTag = 200

// Know writes into w what its tag rests on whatever the context, and the tag it
// has in every context, if there is one. Without it both are worked out at every
// mention.
func (e *Engine) Know(w *Word) {
	var f [wordFeatures]uint32
	var s [styleFeatures]uint32
	w.alone(&f)
	styled := w.styled(&s)
	w.own = make([]sum, e.tag.width/sumWords)
	var p pick
	for k := range w.own {
		e.tag.sums(f[:], k*sumWords, &w.own[k])
		e.tag.sums(styled, k*sumWords, &w.own[k])
		w.own[k].choose(k*sumWords*perWord, &p)
	}
	if p.top-p.next >= e.SureTag {
		w.sure, w.tag = true, uint8(p.class)
	}
}

// Tag writes the tag of every word into tags, which is as long as words.
func (e *Engine) Tag(words []Word, tags []uint8) {
	t1, t2 := uint32(101), uint32(102)
	var f [tagFeatures]uint32
	for i := range words {
		w := &words[i]
		b := int(w.tag)
		switch {
		case w.sure:
		case w.own != nil:
			around(words, i, t1, t2, &f)
			b = e.tag.best(f[wordFeatures:plainFeatures], w.own)
		default:
			b = e.tag.best(featuresOfTag(words, i, t1, t2, &f), nil)
		}
		tags[i] = uint8(b)
		t1, t2 = uint32(b)+firstTag, t1
	}
}
