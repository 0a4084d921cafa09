package lang

// The tree of a sentence, for those who write rules on it. Everything here is
// a view of [Analysis.Tokens]: nothing is copied and nothing allocated.

import "iter"

// Words returns the tokens of s. Token indexes are those of a.Tokens: the i-th
// word of the slice is token s.First+i.
func (a *Analysis) Words(s Sent) []Token { return a.Tokens[s.First:s.End] }

// Children yields the tokens governed by token i, in the order of the text.
func (a *Analysis) Children(i int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		s := a.Sents[a.Tokens[i].Sent]
		for j := s.First; j < s.End; j++ {
			if a.Tokens[j].Head == i && j != i && !yield(j) {
				return
			}
		}
	}
}

// Child returns the first token governed by i with relation r, or -1.
// In "la mairie a parlé de dizaines de blessés" the Nsubj child of "parlé" is
// "mairie".
func (a *Analysis) Child(i int32, r Rel) int32 {
	s := a.Sents[a.Tokens[i].Sent]
	for j := s.First; j < s.End; j++ {
		if t := &a.Tokens[j]; t.Head == i && j != i && t.Rel == r {
			return j
		}
	}
	return -1
}

// Subtree returns the first and last token (included) of the stretch covered
// by i and everything below it. The trees recoupe builds are projective, so
// the stretch has no holes.
func (a *Analysis) Subtree(i int32) (first, last int32) {
	s := a.Sents[a.Tokens[i].Sent]
	first, last = i, i
	for first > s.First && a.Under(first-1, i) {
		first--
	}
	for last+1 < s.End && a.Under(last+1, i) {
		last++
	}
	return first, last
}

// Under reports whether token i is h or lies below it.
func (a *Analysis) Under(i, h int32) bool {
	for range len(a.Tokens) { // a bound, should a tree ever hold a loop
		if i == h {
			return true
		}
		up := a.Tokens[i].Head
		if up == i {
			return false
		}
		i = up
	}
	return false
}

// IsRoot reports whether token i is the root of its sentence.
func (a *Analysis) IsRoot(i int32) bool { return a.Tokens[i].Head == i }

// Surface returns the bytes from the start of token first to the end of token
// last, both included.
func (a *Analysis) Surface(first, last int32) (start, end int) {
	return int(a.Tokens[first].Start), int(a.Tokens[last].End)
}

// Slice returns the text from token first to token last, both included.
func (a *Analysis) Slice(first, last int32) string {
	start, end := a.Surface(first, last)
	return a.Doc.Text[start:end]
}

// Text returns the written form of token i: for both words of "du", "du".
func (a *Analysis) Text(i int32) string {
	return a.Doc.Text[a.Tokens[i].Start:a.Tokens[i].End]
}

// NameAt returns the name that byte off lies in, nil if none.
func (a *Analysis) NameAt(off int) *Name {
	for i := range a.Names {
		if n := &a.Names[i]; n.Start <= off && off < n.End {
			return n
		}
	}
	return nil
}

// TimeAt returns the time that byte off lies in, nil if none.
func (a *Analysis) TimeAt(off int) *Time {
	for i := range a.Times {
		if t := &a.Times[i]; t.Start <= off && off < t.End {
			return t
		}
	}
	return nil
}

// TokenAt returns the index of the first token that ends after byte off, or
// len(a.Tokens) where none does.
func (a *Analysis) TokenAt(off int) int32 {
	lo, hi := 0, len(a.Tokens)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if int(a.Tokens[mid].End) <= off {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return int32(lo)
}

var posNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN",
	"NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

// String returns the UD name: "NOUN".
func (p POS) String() string {
	if int(p) < len(posNames) {
		return posNames[p]
	}
	return "X"
}

// ParsePOS returns the part of speech of that name, X if there is none.
func ParsePOS(name string) POS {
	for i, n := range posNames {
		if n == name {
			return POS(i)
		}
	}
	return X
}

var relNames = [...]string{"dep", "root", "acl", "advcl", "advmod", "amod", "appos", "aux", "case",
	"cc", "ccomp", "clf", "compound", "conj", "cop", "csubj", "det", "discourse", "dislocated",
	"expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj",
	"obl", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"}

// String returns the UD name: "nsubj".
func (r Rel) String() string {
	if int(r) < len(relNames) {
		return relNames[r]
	}
	return "dep"
}

// ParseRel returns the relation of that name, subtype left out; Dep if there is
// none.
func ParseRel(name string) Rel {
	for i := range name {
		if name[i] == ':' {
			name = name[:i]
			break
		}
	}
	for i, n := range relNames {
		if n == name {
			return Rel(i)
		}
	}
	return Dep
}

// morphNames are the features in the order of their bits.
var morphNames = [...]string{"Number=Sing", "Number=Plur", "Gender=Masc", "Gender=Fem", "Gender=Neut",
	"Mood=Ind", "Mood=Cnd", "Mood=Sub", "Mood=Imp", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part",
	"VerbForm=Ger", "Tense=Past", "Tense=Imp", "Tense=Pres", "Tense=Fut", "Person=1", "Person=2",
	"Person=3", "Voice=Pass", "Polarity=Neg"}

// ParseMorph reads features as CoNLL-U writes them: "Gender=Fem|Number=Plur".
// Features recoupe does not use are passed over.
func ParseMorph(feats string) Morph {
	var m Morph
	for len(feats) > 0 {
		f := feats
		feats = ""
		for i := range f {
			if f[i] == '|' {
				f, feats = f[:i], f[i+1:]
				break
			}
		}
		if f == "VerbForm=Conv" {
			f = "VerbForm=Ger"
		}
		for i, n := range morphNames {
			if n == f {
				m |= 1 << i
			}
		}
	}
	return m
}

// String writes the features as CoNLL-U does, in the order of their bits.
func (m Morph) String() string {
	if m == 0 {
		return "_"
	}
	var b []byte
	for i, n := range morphNames {
		if m&(1<<i) != 0 {
			if len(b) > 0 {
				b = append(b, '|')
			}
			b = append(b, n...)
		}
	}
	return string(b)
}
