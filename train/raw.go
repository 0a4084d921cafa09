package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"recoupe/lang"
	"recoupe/text"
)

// What stands here scores words found in raw text, as the evaluation of the
// CoNLL 2018 shared task does: by their place among the characters that are no
// spaces. The words of a contraction that both sides see are matched by form.

// An f1 compares what was found with what there is.
type f1 struct {
	gold, found, both int
}

func (f f1) value() float64 {
	if f.gold+f.found == 0 {
		return 0
	}
	return 200 * float64(f.both) / float64(f.gold+f.found)
}

// A placed word is a syntactic word with the place of its token.
type placed struct {
	from, to              int // in characters that are no spaces
	form, lemma, pos, rel string
	head                  int // index in the list; -1 for a root
	part                  int // which word of its token
	parts                 int
}

type side struct {
	tokens, sentences map[[2]int]bool
	words             []placed
}

func newSide() *side {
	return &side{tokens: map[[2]int]bool{}, sentences: map[[2]int]bool{}}
}

// goldSide places the words of treebank sentences.
func goldSide(trees []*tree) (*side, string) {
	s := newSide()
	var raw strings.Builder
	at := 0
	for _, t := range trees {
		if raw.Len() > 0 {
			if t.apart {
				raw.WriteString("\n\n")
			} else {
				raw.WriteByte(' ')
			}
		}
		raw.WriteString(t.text)
		start, base := at, len(s.words)
		for _, tok := range t.tokens {
			from := at
			at += letters(tok.form)
			s.tokens[[2]int{from, at}] = true
			for i := tok.first; i <= tok.last; i++ {
				w := t.words[i]
				h := -1
				if w.head >= 0 {
					h = base + w.head
				}
				s.words = append(s.words, placed{from, at, strings.ToLower(w.form), w.lemma, w.pos, w.rel, h, i - tok.first, tok.last - tok.first + 1})
			}
		}
		s.sentences[[2]int{start, at}] = true
	}
	return s, raw.String()
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// foundSide reads raw text.
func foundSide(raw, language string) *side {
	d := &text.Document{Text: raw, Language: language}
	d.Sentences = text.Sentences(raw, nil)
	for i := range d.Sentences {
		d.Sentences[i].Language = language // the file says what it is
	}
	a := lang.Analyze(d)
	place := make([]int, len(raw)+1)
	n := 0
	for i, r := range raw {
		place[i] = n
		if !unicode.IsSpace(r) {
			n++
		}
	}
	place[len(raw)] = n
	s := newSide()
	for _, st := range a.Sents {
		for i := st.First; i < st.End; i++ {
			t := a.Tokens[i]
			from, to := place[t.Start], place[t.End]
			s.tokens[[2]int{from, to}] = true
			h := int(t.Head)
			if t.Head == i {
				h = -1
			}
			p := placed{from, to, t.Norm, t.Lemma, t.POS.String(), t.Rel.String(), h, 0, 1}
			if k := len(s.words); t.Joined && k > 0 {
				p.part = s.words[k-1].part + 1
			}
			s.words = append(s.words, p)
		}
		if st.First < st.End {
			s.sentences[[2]int{place[a.Tokens[st.First].Start], place[a.Tokens[st.End-1].End]}] = true
		}
	}
	return s
}

func overlap(gold, found map[[2]int]bool) f1 {
	f := f1{gold: len(gold), found: len(found)}
	for k := range found {
		if gold[k] {
			f.both++
		}
	}
	return f
}

// align pairs words: by place and, in contractions, by form.
func align(gold, found []placed) (pairs [][2]int, toGold map[int]int) {
	type key struct {
		from, to int
		form     string
	}
	at := map[key]int{}
	for i, w := range gold {
		k := key{w.from, w.to, ""}
		if w.parts > 1 {
			k.form = w.form
		}
		at[k] = i
	}
	toGold = map[int]int{}
	for i, w := range found {
		for _, form := range []string{"", w.form} {
			if g, ok := at[key{w.from, w.to, form}]; ok {
				pairs = append(pairs, [2]int{g, i})
				toGold[i] = g
				delete(at, key{w.from, w.to, form})
				break
			}
		}
	}
	return pairs, toGold
}

// scoreRaw scores the whole way from text to trees.
func scoreRaw(language string, trees []*tree) string {
	gold, raw := goldSide(trees)
	found := foundSide(raw, language)
	pairs, toGold := align(gold.words, found.words)
	w := f1{len(gold.words), len(found.words), len(pairs)}
	pos, uas, las, lemma := w, w, w, w
	pos.both, uas.both, las.both, lemma.both = 0, 0, 0, 0
	for _, p := range pairs {
		g, f := gold.words[p[0]], found.words[p[1]]
		if g.pos == f.pos {
			pos.both++
		}
		if g.lemma == f.lemma {
			lemma.both++
		}
		h := -1
		if f.head >= 0 {
			var ok bool
			if h, ok = toGold[f.head]; !ok {
				continue
			}
		}
		if h == g.head {
			uas.both++
			if g.rel == f.rel {
				las.both++
			}
		}
	}
	return fmt.Sprintf("Tokens=%.2f Words=%.2f Sentences=%.2f Lemmas=%.2f UPOS=%.2f UAS=%.2f LAS=%.2f",
		overlap(gold.tokens, found.tokens).value(), w.value(), overlap(gold.sentences, found.sentences).value(),
		lemma.value(), pos.value(), uas.value(), las.value())
}

// showCuts prints tokens that differ, in the order of the text.
func showCuts(language string, trees []*tree, n int) {
	if n == 0 {
		return
	}
	gold, raw := goldSide(trees)
	found := foundSide(raw, language)
	chars := []rune(strings.Join(strings.Fields(raw), ""))
	show := func(what string, in, out map[[2]int]bool) {
		left := n
		for _, k := range slices.SortedFunc(maps.Keys(in), func(a, b [2]int) int { return a[0] - b[0] }) {
			if !out[k] && left > 0 && k[1] <= len(chars) {
				left--
				lo, hi := max(k[0], k[1]-60), min(k[1]+15, len(chars))
				fmt.Printf("%s: %s|%s\n", what, string(chars[lo:k[1]]), string(chars[k[1]:hi]))
			}
		}
	}
	show("token not found", gold.tokens, found.tokens)
	show("sentence not found", gold.sentences, found.sentences)
	show("sentence not there", found.sentences, gold.sentences)
}
