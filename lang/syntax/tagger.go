package syntax

// tagFeatures is the number of features of one tagging decision.
const tagFeatures = 32

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

// featuresOfTag lists what speaks for the tag of word i, when t1 and t2 are the
// tags before it.
func featuresOfTag(ws []Word, i int, t1, t2 uint32, f *[tagFeatures]uint32) []uint32 {
	w := &ws[i]
	p, pp := wordAt(ws, i-1), wordAt(ws, i-2)
	n, nn := wordAt(ws, i+1), wordAt(ws, i+2)
	f[0] = mix(w.Form, 1)
	f[1] = mix(w.Low, 2)
	f[2] = mix(w.Suf3, 3)
	f[3] = mix(w.Suf2, 4)
	f[4] = mix(w.Pre3, 5)
	f[5] = mix(w.Shape, 6)
	f[6] = mix(t1, 7)
	f[7] = mix(mix(t1, t2), 8)
	f[8] = mix(p.Low, 9)
	f[9] = mix(pp.Low, 10)
	f[10] = mix(n.Low, 11)
	f[11] = mix(nn.Low, 12)
	f[12] = mix(n.Suf3, 13)
	f[13] = mix(p.Suf3, 14)
	f[14] = mix(mix(t1, w.Low), 15)
	f[15] = mix(mix(n.Suf3, w.Suf3), 16)
	f[16] = mix(mix(w.Shape, p.Shape), 17)
	f[17] = mix(mix(w.Shape, n.Shape), 18)
	f[18] = mix(mix(p.Low, w.Low), 19)
	f[19] = mix(mix(w.Low, n.Low), 20)
	f[20] = mix(mix(t1, w.Suf3), 21)
	f[21] = mix(w.Class, 22)
	f[22] = mix(mix(w.Class, n.Class), 23)
	f[23] = mix(mix(w.Class, t1), 24)
	f[24] = mix(mix(w.Class, mix(t1, n.Class)), 25)
	f[25] = mix(w.Suf4, 26)
	f[26] = mix(mix(w.Class, mix(t1, t2)), 27)
	f[27] = mix(mix(w.Class, p.Low), 28)
	f[28] = mix(mix(w.Class, n.Low), 29)
	f[29] = mix(mix(w.Class, mix(n.Class, nn.Class)), 30)
	f[30] = mix(mix(w.Agree, mix(p.Agree, n.Agree)), 31)
	f[31] = mix(mix(w.Class, w.Shape), 32)
	return f[:]
}

// firstTag is added to tag indexes so that they differ from other small hashes.
const firstTag = 200

// Tag writes the tag of every word into tags, which is as long as words.
func (e *Engine) Tag(words []Word, tags []uint8) {
	t1, t2 := uint32(101), uint32(102)
	var f [tagFeatures]uint32
	for i := range words {
		b := e.tag.best(featuresOfTag(words, i, t1, t2, &f))
		tags[i] = uint8(b)
		t1, t2 = uint32(b)+firstTag, t1
	}
}
