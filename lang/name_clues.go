package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A nameItem is one written word as the finder of names sees it. The two words
// of "du" are one item.
type nameItem struct {
	start, end int32
	tok        int32
	norm       string // lower case
	pos        POS
	word       *nameWord
	class      wordClass   // of the word and of its lemma here
	phrase     *namePhrase // what the lists know from this item on or around it
	inPhrase   uint8       // 0 outside, 1 first item of phrase, 2 a later one
	run        int32       // index of the first item of the run of capitals it is in, -1
	runEnd     int32
	initial    bool // the capital may be that of a sentence
	live       bool // may be part of a name
}

// A shape is what a word looks like.
type shape uint8

const (
	lowerShape shape = iota
	capShape         // "Almaty"
	allCaps          // "OTSC"
	oneCap           // "J"
	mixedCaps        // "BelTA", "McDonald", "Saint-Fleur", "N'Yaaqoub"
	capDash          // "Eun-kyung"
	digitShape
	otherShape // punctuation
)

// A nameWord is what can be said of a written word without its context.
type nameWord struct {
	norm   string // lower case
	shape  shape
	given  bool
	family bool
	people bool // a demonym
	common bool // its lower-case form is an ordinary word
	link   bool // may stand between the capitals of one name: "de", "ben", "of"
	class  wordClass
	hash   uint32
	suffix [3]uint32
	prefix uint32
}

// A namePhrase is what the lists know of one or several words.
type namePhrase struct {
	words int
	list  uint8 // 0 none, 1 agency, 2 body, 3 and on: kind of place + 3
	size  uint8 // of a place, in steps of a factor of 6
	exact bool
	known knownName
	plain string // the words with plain spaces and apostrophes
	hits  []placeHit
}

// A nameReader finds names in one language. What it has learned of a word it
// keeps for the next time the word comes.
type nameReader struct {
	language string
	salt     uint32 // mixed into clues that are words of the language
	lex      *sentenceReader
	words    map[string]*nameWord
	phrases  map[string]*namePhrase
	keys     map[string]string
	items    []nameItem
	clues    []uint32
	scores   [][nameLabels]int32
	back     [][nameLabels]uint8
	hits     []placeHit
}

func (r *nameReader) word(written string) *nameWord {
	if w := r.words[written]; w != nil {
		return w
	}
	if len(r.words) >= maxKnown {
		clear(r.words)
	}
	written = strings.Clone(written)
	// Nothing of the token is kept: what is remembered must not depend on the
	// sentence the word was first met in.
	norm := lower(Norm(written))
	w := &nameWord{norm: norm, shape: shapeOf(written), hash: clueHash(norm)}
	r.words[written] = w
	n := len(norm)
	for i := range w.suffix {
		w.suffix[i] = clueHash(norm[max(0, n-2-i):])
	}
	w.prefix = clueHash(norm[:min(3, n)])
	w.class = knowledge().classes[r.language][norm]
	w.link = nameLinks[norm]
	_, w.people = DemonymOf(norm, r.language)
	if w.shape != lowerShape && w.shape < digitShape {
		key := NameKey(written)
		for part := range strings.FieldsSeq(key) {
			w.given = w.given || isListed(givenNames, part)
		}
		w.family = isListed(familyNames, key)
	}
	w.common = r.ordinary(norm)
	return w
}

// ordinary reports whether norm is a word of the lexicon other than a name.
func (r *nameReader) ordinary(norm string) bool {
	if r.lex == nil || r.lex.lex == nil {
		return false
	}
	e := r.lex.entry(norm)
	if e.at < 0 {
		return false
	}
	for _, rd := range r.lex.lex.entries[e.at] {
		if p := r.lex.lex.pos[rd.tag]; p != PROPN && p != X {
			return true
		}
	}
	return false
}

// nameLinks may stand between the capitalised words of one name.
var nameLinks = WordSet("de d' du des la le les l' el al ben bin ibn abou abu ould van von der den dem di da dos do das del della dello degli y e et et-du sur en sous aux of the and for ter zu af av i ва и на -")

func shapeOf(s string) shape {
	var upper, lower, digits, letters int
	dash := false
	for i, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			lower++
			letters++
		case unicode.IsDigit(r):
			digits++
		case r == '-' || r == '‑' || r == '‐':
			dash = i > 0
		}
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case letters == 0 && digits > 0:
		return digitShape
	case letters == 0:
		return otherShape
	case upper == 0:
		return lowerShape
	case upper == 1 && letters == 1:
		return oneCap
	case lower == 0:
		return allCaps
	case upper == 1 && (unicode.IsUpper(first) || unicode.IsTitle(first)):
		if dash {
			return capDash
		}
		return capShape
	}
	return mixedCaps
}

func (w *nameWord) capital() bool { return w.shape > lowerShape && w.shape < digitShape }

// read fills r.items with the words of sentence s and what is known of them.
func (r *nameReader) read(a *Analysis, s Sent) {
	r.items = r.items[:0]
	classes := knowledge().classes[r.language]
	initial := true
	for i := s.First; i < s.End; i++ {
		t := &a.Tokens[i]
		if t.Joined && t.Start == a.Tokens[i-1].Start {
			continue
		}
		w := r.word(a.Doc.Text[t.Start:t.End])
		it := nameItem{start: t.Start, end: t.End, tok: i, norm: w.norm, pos: t.POS, word: w, class: w.class, run: -1, initial: initial}
		if t.Lemma != w.norm {
			it.class |= classes[t.Lemma]
		}
		// A capital after a quotation mark or a dash may be a sentence's too.
		initial = it.word.shape == otherShape && (initial || w.norm != "," && w.norm != ")" && w.norm != "(") || initial && it.word.shape == digitShape
		r.items = append(r.items, it)
	}
	r.findRuns()
	r.findPhrases(a)
	r.enliven()
}

// findRuns marks the runs of capitalised words, links between them included.
func (r *nameReader) findRuns() {
	n := int32(len(r.items))
	for i := int32(0); i < n; {
		if !r.items[i].word.capital() {
			i++
			continue
		}
		end := i + 1
		for j := end; j < n && j < end+3; j++ {
			w := r.items[j].word
			if w.capital() {
				end = j + 1
			} else if !w.link {
				break
			}
		}
		for j := i; j < end; j++ {
			r.items[j].run, r.items[j].runEnd = i, end
		}
		i = end
	}
}

// findPhrases marks the longest stretches that the lists know.
func (r *nameReader) findPhrases(a *Analysis) {
	text := a.Doc.Text
	for i := 0; i < len(r.items); {
		it := &r.items[i]
		if !it.word.capital() && it.class&(placeWord|orgWord|keptWord) == 0 {
			i++
			continue
		}
		best, words := (*namePhrase)(nil), 0
		for j := i; j < len(r.items) && j < i+7; j++ {
			w := r.items[j].word
			if w.shape >= digitShape && r.items[j].norm != "-" && r.items[j].norm != "." && (w.shape != digitShape || j == i) {
				break
			}
			if j > i && !w.capital() && !w.link && j-i > 3 {
				break
			}
			if w.link && !w.capital() || !it.word.capital() && j == i {
				continue
			}
			if p := r.phrase(text[it.start:r.items[j].end]); p.list != 0 {
				best, words = p, j-i+1
			}
		}
		if best == nil {
			i++
			continue
		}
		for j := range words {
			r.items[i+j].phrase = best
			r.items[i+j].inPhrase = uint8(min(j, 1) + 1)
		}
		i += words
	}
}

// phrase looks words up in every list.
func (r *nameReader) phrase(words string) *namePhrase {
	if p := r.phrases[words]; p != nil {
		return p
	}
	if len(r.phrases) >= maxKnown {
		clear(r.phrases)
	}
	words = strings.Clone(words)
	p := &namePhrase{}
	r.phrases[words] = p
	p.plain = strings.TrimSpace(plainSpaces(words))
	k, ok := knowledge().known[p.plain]
	if !ok && len(words) > 5 && strings.IndexByte(words, ' ') > 0 && words == strings.ToUpper(words) {
		k, ok = knowledge().known[capitalsOff(p.plain)] // "FRANCE 24"
	}
	if ok {
		p.known = k
		p.list = 2
		if k.agency {
			p.list = 1
		}
	}
	r.hits = places.find(words, r.hits[:0])
	if r.language == "ru" && len(r.hits) == 0 {
		r.hits = findInflected(words, r.hits)
	}
	if len(r.hits) == 0 {
		return p
	}
	p.hits = append([]placeHit(nil), r.hits...)
	top := mostKnown(p.hits)
	p.exact = top.exact
	p.size = uint8(places.size(top.place) / 8)
	if p.list == 0 && (p.exact || p.size >= 3) {
		p.list = 3 + places.kind(top.place)
	}
	return p
}

// capitalsOff writes a title in capitals as names are written: "France 24".
func capitalsOff(s string) string {
	begins := true
	return strings.Map(func(r rune) rune {
		was := begins
		begins = !unicode.IsLetter(r)
		if was {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}

// mostKnown returns the hit a reader thinks of first: a name as written before a
// name that only sounds alike, a country before a town, the larger town.
func mostKnown(hits []placeHit) placeHit {
	top, high := hits[0], -1
	for _, h := range hits {
		if v := renown(h); v > high {
			top, high = h, v
		}
	}
	return top
}

func renown(h placeHit) int {
	v := places.size(h.place)
	if h.exact {
		v += 64
	}
	switch places.kind(h.place) {
	case countryPlace:
		v += 32
	case regionPlace:
		v -= 16 // the town before the region called after it
	case areaPlace:
		v -= 4
	}
	return max(v, 0)
}

// findInflected looks for a Russian name in its cases: "Казахстане", "Москвы".
func findInflected(words string, hits []placeHit) []placeHit {
	for _, e := range russianEndings {
		stem, ok := strings.CutSuffix(words, e.from)
		if !ok || utf8.RuneCountInString(stem) < 3 {
			continue
		}
		if hits = places.find(stem+e.to, hits); len(hits) > 0 {
			return hits
		}
	}
	return hits
}

var russianEndings = []struct{ from, to string }{
	{"ской области", "ская область"}, {"ском крае", "ский край"}, {"ского края", "ский край"}, {"ской", "ская"},
	{"ске", "ск"}, {"ска", "ск"}, {"ском", "ск"}, {"ы", "а"}, {"е", "а"}, {"е", ""}, {"а", ""}, {"у", ""}, {"у", "а"}, {"ом", ""}, {"ой", "а"},
	{"и", "ия"}, {"и", "ь"}, {"ии", "ия"}, {"ию", "ия"}, {"ией", "ия"}, {"и", "а"}, {"ью", "ь"}, {"ем", "ь"}, {"я", "ь"}, {"ю", "ь"}, {"ах", "ы"}, {"ах", "и"}, {"ам", "ы"}, {"ов", "ы"},
}

// enliven marks the words that may belong to a name: those near a capital. The
// others cost no time.
func (r *nameReader) enliven() {
	for i := range r.items {
		it := &r.items[i]
		if !it.word.capital() && it.inPhrase == 0 {
			continue
		}
		from, to := i, i+1
		for from > 0 && i-from < 5 && r.items[from-1].word.shape == lowerShape {
			from--
		}
		reach := 3
		if it.word.common || it.class&orgWord != 0 {
			reach = 9 // "Mouvement pour la justice et l'égalité"
		}
		for to < len(r.items) && to-i <= reach && r.items[to].word.shape == lowerShape {
			to++
		}
		if to < len(r.items) && to-i < 3 {
			to++ // "St.", "A.F.P."
		}
		for j := from; j < to; j++ {
			r.items[j].live = true
		}
	}
}
