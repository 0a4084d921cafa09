package lang

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/vellum"

	"recoupe/lang/syntax"
)

// A Lexicon lists the forms of a language with what each may be: "tués" is a
// participle of tuer, "morts" a noun or a participle. It is kept as a finite
// state transducer that is read where it lies: opening it costs nothing.
//
// A lexicon file is a few readable lines ("recoupe lexicon 1", then key: value
// for language, licence and sources), an empty line, and, with every number a
// uvarint: the length of the tables; the tables, namely the tags ("NOUN
// Gender=Fem|Number=Plur"), the endings and the entries, each list with its
// count first; then the transducer, which takes a lower-case form to the index
// of its entry; so it does the ends of words, after a zero byte, by which words
// it does not have are guessed. An entry is a list of (tag, bytes to cut, ending to add): what
// turns the form into its lemma.
type Lexicon struct {
	tags    []string
	pos     []POS
	morph   []Morph
	endings []string
	entries [][]reading
	class   []uint32 // of each entry: the same number for the same possibilities
	agree   []uint32
	fine    []uint32 // of each tag, the hash of the tagger's
	fst     *vellum.FST
	reader  *vellum.Reader
	guesses bool // it has endings, too
}

// A reading is one thing a form may be.
type reading struct {
	tag    uint16
	cut    uint8
	ending uint16
}

const lexiconMagic = "recoupe lexicon 1\n"

// OpenLexicon reads a lexicon file. fine turns a tag of the lexicon into the
// tag the tagger uses; forms that may be the same tags are of one class.
func OpenLexicon(data []byte, fine func(pos, feats string) string) (*Lexicon, error) {
	_, body, ok := bytes.Cut(data, []byte("\n\n"))
	if !ok || !bytes.HasPrefix(data, []byte(lexiconMagic)) {
		return nil, errors.New("not a lexicon file")
	}
	r := &tables{b: body}
	n := r.uvarint()
	if n > len(r.b) {
		return nil, errors.New("lexicon: file cut short")
	}
	fst := r.b[n:]
	r.b = r.b[:n]
	l := &Lexicon{tags: r.strings(), endings: r.strings()}
	for range r.uvarint() {
		e := make([]reading, r.uvarint()&0xff)
		for i := range e {
			e[i] = reading{uint16(r.uvarint()), uint8(r.uvarint()), uint16(r.uvarint())}
			if int(e[i].tag) >= len(l.tags) || int(e[i].ending) >= len(l.endings) {
				return nil, errors.New("lexicon: an entry that cannot be")
			}
		}
		l.entries = append(l.entries, e)
	}
	if r.bad {
		return nil, errors.New("lexicon: file cut short")
	}
	l.classify(fine)
	var err error
	if l.fst, err = vellum.Load(fst); err != nil {
		return nil, err
	}
	if l.reader, err = l.fst.Reader(); err != nil {
		return nil, err
	}
	if key, err := l.fst.GetMinKey(); err == nil {
		l.guesses = bytes.HasPrefix(key, []byte(ending))
	}
	return l, nil
}

// classify gives every entry the number of its possibilities.
func (l *Lexicon) classify(fine func(pos, feats string) string) {
	hashes := make([]uint32, len(l.tags))
	l.fine = hashes
	l.pos = make([]POS, len(l.tags))
	l.morph = make([]Morph, len(l.tags))
	for i, t := range l.tags {
		pos, feats, _ := strings.Cut(t, " ")
		hashes[i] = syntax.Hash(fine(pos, feats))
		l.pos[i], l.morph[i] = ParsePOS(pos), ParseMorph(feats)
	}
	l.class = make([]uint32, len(l.entries))
	l.agree = make([]uint32, len(l.entries))
	for i, e := range l.entries {
		class, agree := uint32(0), Morph(0)
		for j, r := range e {
			if !seen(hashes, e[:j], r) {
				class += hashes[r.tag] * 0x9E3779B1
			}
			agree |= l.morph[r.tag] & (Sing | Plur | Masc | Fem | Neut)
		}
		l.class[i], l.agree[i] = class|1, uint32(agree)+1
	}
}

func seen(hashes []uint32, e []reading, r reading) bool {
	for _, q := range e {
		if hashes[q.tag] == hashes[r.tag] {
			return true
		}
	}
	return false
}

// find returns the entry of a form in lower case, -1 if the lexicon has none.
func (l *Lexicon) find(form []byte) int {
	if l == nil {
		return -1
	}
	v, ok, err := l.reader.Get(form)
	if err != nil || !ok || v >= uint64(len(l.entries)) {
		return -1
	}
	return int(v)
}

// Share returns the same lexicon for another goroutine.
func (l *Lexicon) Share() (*Lexicon, error) {
	if l == nil {
		return nil, nil
	}
	c := *l
	var err error
	c.reader, err = c.fst.Reader()
	return &c, err
}

// has reports whether the lexicon knows a form in lower case.
func (l *Lexicon) has(form string) bool { return l.find([]byte(form)) >= 0 }

// verb reports whether a form in lower case may be a verb.
func (l *Lexicon) verb(form string) bool {
	i := l.find([]byte(form))
	if i < 0 {
		return false
	}
	for _, r := range l.entries[i] {
		if p := l.pos[r.tag]; p == VERB || p == AUX {
			return true
		}
	}
	return false
}

type tables struct {
	b   []byte
	bad bool
}

func (t *tables) uvarint() int {
	v, n := binary.Uvarint(t.b)
	if n <= 0 || v > 1<<28 {
		t.bad = true
		return 0
	}
	t.b = t.b[n:]
	return int(v)
}

func (t *tables) strings() []string {
	var out []string
	for range t.uvarint() {
		n := t.uvarint()
		if t.bad || n > len(t.b) {
			t.bad = true
			return nil
		}
		out = append(out, string(t.b[:n]))
		t.b = t.b[n:]
	}
	return out
}

// Fit returns number and gender of entry at, as [syntax.Word.Fit] has them, once
// the tagger has given it a tag: of the readings with that tag, or of all of them
// where there is none.
func (l *Lexicon) Fit(at int, tag string) uint32 {
	if at < 0 {
		return 0
	}
	want := syntax.Hash(tag)
	all, some := Morph(0), Morph(0)
	for _, r := range l.entries[at] {
		m := l.morph[r.tag] & (Sing | Plur | Masc | Fem | Neut)
		all |= m
		if l.fine[r.tag] == want {
			some |= m
		}
	}
	if some != 0 {
		return uint32(some)
	}
	return uint32(all)
}

// ending is put before the endings by which words are guessed: it begins no word.
const ending = "\x00"

// The endings guessed by, in letters.
const (
	ShortEnding = 3
	LongEnding  = 6
)

// Entry returns the entry of a form, written as [Norm] writes it; where the
// lexicon does not have it, that of the longest ending it has, if two letters
// stand before it. Capitals are mostly names, whose endings say little. -1 is
// none.
func (l *Lexicon) Entry(form string) int {
	low := strings.ToLower(form)
	at := l.find([]byte(low))
	if at >= 0 || l == nil || !l.guesses || low != form {
		return at
	}
	for n := LongEnding; n >= ShortEnding; n-- {
		if e, ok := EndingOf(form, n); ok {
			if at := l.find([]byte(ending + e)); at >= 0 {
				return at
			}
		}
	}
	return -1
}

// EndingOf returns the last n letters of form where two or more stand before.
func EndingOf(form string, n int) (string, bool) {
	i := len(form)
	for range n {
		_, k := utf8.DecodeLastRuneInString(form[:i])
		i -= k
	}
	return form[i:], utf8.RuneCountInString(form[:i]) >= 2
}

// Word is what the engine sees of a written word.
func (l *Lexicon) Word(form string) syntax.Word {
	form = Norm(form)
	return l.word(form, l.Entry(form))
}

func (l *Lexicon) word(form string, at int) syntax.Word {
	if at < 0 {
		return syntax.NewWord(form, 0, 0)
	}
	return syntax.NewWord(form, l.class[at], l.agree[at])
}
