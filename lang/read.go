package lang

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"recoupe/lang/syntax"
)

//go:embed data/*/*.bin data/*/lemmas.*.tsv
var models embed.FS

// A grammar is what one language is read with. It is loaded when the language
// is first met.
type grammar struct {
	language string
	files    fs.FS // holds data/<language>
	bare     bool  // trees are left as the parser builds them
	once     sync.Once
	engine   *syntax.Engine
	lex      *Lexicon
	lemmas   lemmaExceptions
	tagPOS   []POS
	tagMorph []Morph
	rels     []Rel
	readers  sync.Pool
}

var grammars = map[string]*grammar{
	"fr": {language: "fr", files: models}, "en": {language: "en", files: models}, "ru": {language: "ru", files: models},
}

// load opens the language's files. A language whose files are missing or broken
// is a language not read: its words are cut, and nothing else.
func (g *grammar) load() {
	dir := "data/" + g.language
	names, _ := fs.Glob(g.files, dir+"/syntax.*.bin")
	var files [][]byte
	for _, n := range names {
		b, err := fs.ReadFile(g.files, n)
		if err != nil {
			return
		}
		files = append(files, b)
	}
	if b, err := fs.ReadFile(g.files, dir+"/lexicon.bin"); err == nil {
		g.lex, _ = OpenLexicon(b, func(pos, feats string) string { return fineTag(g.language, pos, feats) })
	}
	g.lemmas = lemmaExceptions{}
	names, _ = fs.Glob(g.files, dir+"/lemmas.*.tsv")
	for _, n := range names {
		if b, err := fs.ReadFile(g.files, n); err == nil {
			g.lemmas.read(string(b))
		}
	}
	if len(files) == 0 {
		return
	}
	e, err := syntax.Read(files...)
	if err != nil {
		return
	}
	for _, t := range e.Tags {
		pos, feats, _ := strings.Cut(t, " ")
		g.tagPOS = append(g.tagPOS, ParsePOS(pos))
		g.tagMorph = append(g.tagMorph, ParseMorph(feats))
	}
	for _, r := range e.Rels {
		g.rels = append(g.rels, ParseRel(r))
	}
	g.engine = e
}

// A sentenceReader reads the sentences of one language, one at a time. What it has
// learned of a word it keeps for the next time the word comes.
type sentenceReader struct {
	*grammar
	lex    *Lexicon
	known  map[string]*entry
	low    lowered
	pieces []piece
	read   []*entry
	words  []syntax.Word
	tags   []uint8
	state  syntax.State
}

// An entry is all that can be said of a written word without its context.
type entry struct {
	form  string // Norm of what is written
	norm  string // in lower case
	word  syntax.Word
	at    int // its entry in the lexicon, or one like it; -1 is none
	taken []taken
}

// taken is what a word is once it is tagged.
type taken struct {
	tag   uint8
	lemma string
	morph Morph
	fit   uint32 // for the parser
}

// readerFor returns a reader of a language; nil for one recoupe does not read.
// Give it back with done.
func readerFor(language string) *sentenceReader {
	g := grammars[language]
	if g == nil {
		return nil
	}
	return g.reader()
}

func (g *grammar) reader() *sentenceReader {
	g.once.Do(g.load)
	if r, ok := g.readers.Get().(*sentenceReader); ok {
		return r
	}
	lex, err := g.lex.Share()
	if err != nil {
		lex = nil
	}
	return &sentenceReader{grammar: g, lex: lex, known: map[string]*entry{}, low: lowered{}}
}

func (r *sentenceReader) done() { r.readers.Put(r) }

// maxKnown bounds what a reader remembers: the words of some hundred reports.
const maxKnown = 1 << 16

func (r *sentenceReader) entry(written string) *entry {
	if e := r.known[written]; e != nil {
		return e
	}
	if len(r.known) >= maxKnown {
		clear(r.known)
	}
	written = strings.Clone(written) // or the map would hold the whole report
	e := &entry{form: Norm(written)}
	e.norm = strings.ToLower(e.form)
	e.at = r.lex.Entry(e.form)
	e.word = r.lex.word(e.form, e.at)
	if r.engine != nil {
		r.engine.Know(&e.word)
	}
	r.known[written] = e
	return e
}

// sentence reads one sentence of a and appends its tokens.
func (r *sentenceReader) sentence(a *Analysis, from, to int, si int32) {
	s := a.Doc.Text
	r.pieces = cut(s, from, to, r.language, r.lex, r.low, r.pieces[:0])
	if r.language == "fr" {
		r.articles(s)
	}
	r.read, r.words = r.read[:0], r.words[:0]
	for _, p := range r.pieces {
		w := p.word
		if w == "" {
			w = s[p.start:p.end]
		}
		e := r.entry(w)
		r.read = append(r.read, e)
		r.words = append(r.words, e.word)
	}
	r.parse(a, si)
}

// parse reads r.read, the words of one sentence, and appends their tokens.
func (r *sentenceReader) parse(a *Analysis, si int32) {
	if r.engine == nil || len(r.words) == 0 {
		a.flat(r.pieces, r.read, si)
		return
	}
	r.tags = slices.Grow(r.tags[:0], len(r.words))[:len(r.words)]
	r.engine.Tag(r.words, r.tags)
	for i := range r.words {
		r.words[i].Fit = r.take(r.read[i], r.tags[i]).fit
	}
	r.engine.Parse(r.words, r.tags, &r.state)
	first := int32(len(a.Tokens))
	root := first
	for i, p := range r.pieces {
		t := r.take(r.read[i], r.tags[i])
		h := r.state.Head[i]
		if int(h) == len(r.words) {
			h = int32(i)
			root = first + h
		}
		a.Tokens = append(a.Tokens, Token{Start: p.start, End: p.end, Norm: r.read[i].norm, Lemma: t.lemma,
			POS: r.tagPOS[r.tags[i]], Rel: r.rels[r.state.Rel[i]], Joined: p.joined, Sent: si, Head: first + h, Morph: t.morph})
	}
	a.Sents = append(a.Sents, Sent{first, int32(len(a.Tokens)), root})
	if !r.bare {
		r.mend(a, first)
	}
}

// ReadWords reads one sentence that is cut into syntactic words already, as
// treebanks give it. The tokens have no place in a text.
func ReadWords(language string, words []string) []Token {
	r := readerFor(language)
	if r == nil {
		return nil
	}
	defer r.done()
	return r.given(words)
}

// WordReader is [ReadWords] with models that are being made: below files they
// stand as they do below this package. What rules put right behind the parser is
// left out, so that what a model scores is its own.
func WordReader(files fs.FS, language string) func(words []string) []Token {
	return (&grammar{language: language, files: files, bare: true}).reader().given
}

func (r *sentenceReader) given(words []string) []Token {
	r.pieces, r.read, r.words = r.pieces[:0], r.read[:0], r.words[:0]
	for _, w := range words {
		e := r.entry(w)
		r.pieces = append(r.pieces, piece{})
		r.read = append(r.read, e)
		r.words = append(r.words, e.word)
	}
	a := &Analysis{}
	r.parse(a, 0)
	return a.Tokens
}

// flat appends words that are cut and no more: a chain under the first.
func (a *Analysis) flat(pieces []piece, read []*entry, si int32) {
	first := int32(len(a.Tokens))
	for i, p := range pieces {
		rel := Dep
		if i == 0 {
			rel = Root
		}
		a.Tokens = append(a.Tokens, Token{Start: p.start, End: p.end, Norm: read[i].norm, Lemma: read[i].norm,
			Rel: rel, Joined: p.joined, Sent: si, Head: first})
	}
	a.Sents = append(a.Sents, Sent{first, int32(len(a.Tokens)), first})
}
