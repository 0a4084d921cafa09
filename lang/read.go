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

// A sentenceReader reads the sentences of a text that are in one language: it cuts
// them all, since only the whole text tells what style to read them in, then reads
// them one at a time. What it has learned of a word it keeps for the next time the
// word comes.
type sentenceReader struct {
	*grammar
	lex    *Lexicon
	known  map[string]*entry
	low    lowered
	room   []piece  // of the sentence that is being cut
	pieces []piece  // of all sentences
	read   []*entry // likewise
	ends   []int    // of each sentence, where its pieces end
	at     int      // the sentence to be read next
	lean   syntax.Lean
	style  uint32
	words  []syntax.Word
	tags   []uint8
	state  syntax.State
}

// An entry is all that can be said of a written word without its context.
type entry struct {
	form  string // Norm of what is written
	norm  string // in lower case
	word  syntax.Word
	lean  syntax.Lean
	known [2]syntax.Word // word in a style, once it came in a text of that style
	at    int            // its entry in the lexicon, or one like it; -1 is none
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
		e.lean = r.engine.Lean(&e.word)
	}
	r.known[written] = e
	return e
}

// in returns the word in a style, and all that can be said of it by itself.
func (e *entry) in(style uint32, engine *syntax.Engine) *syntax.Word {
	w := &e.known[style%uint32(len(e.known))]
	if w.Form == 0 {
		*w = e.word
		w.Style = style
		engine.Know(w)
	}
	return w
}

// begin cuts the sentences of a that are in the language of r, and guesses the
// style of them all.
func (r *sentenceReader) begin(a *Analysis) {
	r.clear()
	for i := range a.Doc.Sentences {
		if a.writtenIn(i) == r.language {
			r.cut(a.Doc.Text, a.Doc.Sentences[i].Start, a.Doc.Sentences[i].End)
		}
	}
	r.guess()
}

func (r *sentenceReader) clear() {
	r.pieces, r.read, r.ends, r.at, r.lean = r.pieces[:0], r.read[:0], r.ends[:0], 0, 0
}

// cut cuts one sentence of s.
func (r *sentenceReader) cut(s string, from, to int) {
	r.room = cut(s, from, to, r.language, r.lex, r.low, r.room[:0])
	if r.language == "fr" {
		r.room = r.articles(s, r.room)
	}
	for _, p := range r.room {
		w := p.word
		if w == "" {
			w = s[p.start:p.end]
		}
		r.met(p, r.entry(w))
	}
	r.ends = append(r.ends, len(r.pieces))
}

// met adds a word to the sentence that is being cut.
func (r *sentenceReader) met(p piece, e *entry) {
	r.pieces, r.read = append(r.pieces, p), append(r.read, e)
	r.lean += e.lean
}

// guess settles the style, once all sentences are cut.
func (r *sentenceReader) guess() {
	if r.engine != nil {
		r.style = r.engine.Style(r.lean)
	}
}

// next reads the next sentence and appends its tokens to a.
func (r *sentenceReader) next(a *Analysis, si int32) {
	from, to := 0, r.ends[r.at]
	if r.at > 0 {
		from = r.ends[r.at-1]
	}
	r.at++
	r.parse(a, r.pieces[from:to], r.read[from:to], si)
}

// parse reads the words of one sentence and appends their tokens.
func (r *sentenceReader) parse(a *Analysis, pieces []piece, read []*entry, si int32) {
	if r.engine == nil || len(read) == 0 {
		a.flat(pieces, read, si)
		return
	}
	r.words = r.words[:0]
	for _, e := range read {
		r.words = append(r.words, *e.in(r.style, r.engine))
	}
	r.tags = slices.Grow(r.tags[:0], len(r.words))[:len(r.words)]
	r.engine.Tag(r.words, r.tags)
	for i := range r.words {
		r.words[i].Fit = r.take(read[i], r.tags[i]).fit
	}
	r.engine.Parse(r.words, r.tags, &r.state)
	first := int32(len(a.Tokens))
	root := first
	for i, p := range pieces {
		t := r.take(read[i], r.tags[i])
		h := r.state.Head[i]
		if int(h) == len(r.words) {
			h = int32(i)
			root = first + h
		}
		a.Tokens = append(a.Tokens, Token{Start: p.start, End: p.end, Norm: read[i].norm, Lemma: t.lemma,
			POS: r.tagPOS[r.tags[i]], Rel: r.rels[r.state.Rel[i]], Joined: p.joined, Sent: si, Head: first + h, Morph: t.morph})
	}
	a.Sents = append(a.Sents, Sent{first, int32(len(a.Tokens)), root})
	if !r.bare {
		r.mend(a, first)
	}
}

// ReadWords reads the sentences of one text that are cut into syntactic words
// already, as treebanks give them. The tokens have no place in a text; those of
// the sentences follow on each other.
func ReadWords(language string, sentences [][]string) []Token {
	r := readerFor(language)
	if r == nil {
		return nil
	}
	defer r.done()
	return r.given(sentences)
}

// WordReader is [ReadWords] with models that are being made: below files they
// stand as they do below this package. What rules put right behind the parser is
// left out, so that what a model scores is its own.
func WordReader(files fs.FS, language string) func(sentences [][]string) []Token {
	return (&grammar{language: language, files: files, bare: true}).reader().given
}

func (r *sentenceReader) given(sentences [][]string) []Token {
	r.clear()
	for _, words := range sentences {
		for _, w := range words {
			r.met(piece{}, r.entry(w))
		}
		r.ends = append(r.ends, len(r.pieces))
	}
	r.guess()
	a := &Analysis{}
	for i := range sentences {
		r.next(a, int32(i))
	}
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
