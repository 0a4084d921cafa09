package lang

import (
	"strings"
	"sync"
)

// nameReaders are the readers not in use, by language.
var nameReaders = map[string]*sync.Pool{"fr": {}, "en": {}, "ru": {}}

// nameReaderFor returns a reader of a language, nil for one recoupe does not
// read. Give it back with done.
func nameReaderFor(language string) *nameReader {
	pool := nameReaders[language]
	if pool == nil {
		return nil
	}
	r, ok := pool.Get().(*nameReader)
	if !ok {
		r = &nameReader{language: language, salt: clueHash(language), words: map[string]*nameWord{}, phrases: map[string]*namePhrase{}, keys: map[string]string{}}
	}
	r.lex = readerFor(language)
	return r
}

func (r *nameReader) done() {
	if r.lex != nil {
		r.lex.done()
		r.lex = nil
	}
	nameReaders[r.language].Put(r)
}

func (a *Analysis) sentenceLanguage(s int) string {
	if l := a.Doc.Sentences[s].Language; l != "" {
		return l
	}
	return a.Doc.Language
}

// findNames fills a.Names: what the model finds, one sentence after the other,
// then what the whole document tells: spellings of one kind, letters and their
// long forms, places by the places around them.
func (a *Analysis) findNames() {
	if m := nameWeights(); m != nil {
		a.findNamesWith(m)
	}
}

// FindNames finds a.Names anew with the model of a names.bin; for those who make
// one. It reports whether model is one.
func (a *Analysis) FindNames(model []byte) bool {
	m := readNameModel(string(model))
	if m == nil {
		return false
	}
	a.Names = nil
	a.findNamesWith(m)
	return true
}

func (a *Analysis) findNamesWith(m *nameModel) {
	f := nameFinder{a: a}
	var r *nameReader
	for i, s := range a.Sents {
		if l := a.sentenceLanguage(i); r == nil || r.language != l {
			if r != nil {
				r.done()
			}
			r = nameReaderFor(l)
		}
		if r == nil {
			continue
		}
		r.read(a, s)
		f.labels = r.label(a, m, f.labels)
		r.mend(f.labels)
		f.addNames(r, int32(i))
	}
	if r != nil {
		r.done()
	}
	f.agree()
	f.findAcronyms()
	f.locate()
}

// A nameFinder holds what is known of a document's names while they are found.
type nameFinder struct {
	a      *Analysis
	labels []uint8
	hits   [][]placeHit // of a.Names[i], nil if no place
	cues   []placeCue
}

// addNames makes names of the labelled words of one sentence, and of its demonyms.
func (f *nameFinder) addNames(r *nameReader, sent int32) {
	for i := 0; i < len(f.labels); {
		l := f.labels[i]
		it := &r.items[i]
		switch {
		case l != outside:
			end := i + 1
			for end < len(f.labels) && f.labels[end] == l+l&1 {
				end++
			}
			f.addName(r, i, end, Kind((l+1)/2), sent)
			i = end
			continue
		case it.word.people && it.pos != VERB && it.pos != AUX && it.pos != ADV:
			f.addDemonym(r, it, sent)
		}
		i++
	}
}

func (f *nameFinder) addName(r *nameReader, from, to int, kind Kind, sent int32) {
	first, last := &r.items[from], &r.items[to-1]
	n := Name{Start: int(first.start), End: int(last.end), First: first.tok, Last: last.tok, Sent: sent, Kind: kind}
	words := f.a.Doc.Text[n.Start:n.End]
	p := r.phrase(words)
	var hits []placeHit
	switch {
	case kind == Organization && p.known.canonical != "":
		n.Canonical, n.Agency = p.known.canonical, p.known.agency
	case kind == Location && len(p.hits) > 0:
		hits = p.hits
	}
	if n.Canonical == "" {
		n.Canonical = p.plain
	}
	n.Key = r.key(n.Canonical)
	f.a.Names = append(f.a.Names, n)
	cue := r.placeCue(from)
	if kind == Location {
		if town := r.townWithArticle(from, words); len(town) > 0 {
			hits, cue = append(town, hits...), pointCue
		}
	}
	f.hits = append(f.hits, hits)
	f.cues = append(f.cues, cue)
}

// fusedArticles are the articles that lie in French prepositions.
var fusedArticles = map[string]string{"au": "Le ", "du": "Le ", "aux": "Les ", "des": "Les "}

// townWithArticle returns the towns whose name begins with the article that lies
// in the preposition before item i: "aux Cayes" is in Les Cayes, "du Havre" is of
// Le Havre. It returns nil where there is none.
func (r *nameReader) townWithArticle(i int, words string) []placeHit {
	if r.language != "fr" || i == 0 {
		return nil
	}
	article, ok := fusedArticles[r.items[i-1].norm]
	if !ok || r.items[i-1].word.capital() && i > 1 {
		return nil
	}
	var towns []placeHit
	for _, h := range r.phrase(article + words).hits {
		if h.exact && places.kind(h.place) == cityPlace {
			towns = append(towns, h)
		}
	}
	return towns
}

// addDemonym adds "kazakh", "Kazakhs": the country is known without a search.
func (f *nameFinder) addDemonym(r *nameReader, it *nameItem, sent int32) {
	country, ok := DemonymOf(it.norm, r.language)
	if !ok || country == "--" {
		return
	}
	p := countryPlaces()[country]
	if p == nil {
		return
	}
	f.a.Names = append(f.a.Names, Name{Start: int(it.start), End: int(it.end), First: it.tok, Last: it.tok, Sent: sent,
		Kind: Location, Canonical: p.Name, Key: r.key(p.Name), Place: p, Demonym: true})
	f.hits = append(f.hits, nil)
	f.cues = append(f.cues, anyPlace)
}

// key is NameKey, remembered.
func (r *nameReader) key(name string) string {
	if k, ok := r.keys[name]; ok {
		return k
	}
	if len(r.keys) >= maxKnown {
		clear(r.keys)
	}
	k := NameKey(name)
	r.keys[strings.Clone(name)] = k
	return k
}
