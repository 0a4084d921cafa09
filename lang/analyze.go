package lang

import (
	"slices"

	"recoupe/text"
)

// Analyze reads the words of d: tokens, tags, lemmas and syntax of every
// sentence, then names, numbers, times and quotations. A sentence in a language
// recoupe does not read ("kk", "und") has tokens and nothing else.
func Analyze(d *text.Document) *Analysis {
	a := &Analysis{Doc: d}
	a.Tokens = make([]Token, 0, len(d.Text)/5+16)
	a.Sents = make([]Sent, 0, len(d.Sentences))
	a.words()
	a.findTimes()
	a.findNames()
	a.findQuotes()
	a.findNumbers()
	return a
}

// words fills a.Tokens and a.Sents.
func (a *Analysis) words() {
	readers := make(map[string]*sentenceReader, len(grammars))
	for i := range a.Doc.Sentences {
		language := a.writtenIn(i)
		if grammars[language] == nil {
			a.unread(a.Doc.Sentences[i], int32(i))
			continue
		}
		r := readers[language]
		if r == nil {
			r = readerFor(language)
			r.begin(a)
			readers[language] = r
		}
		r.next(a, int32(i))
	}
	for _, r := range readers {
		r.done()
	}
}

// writtenIn returns the language sentence i is in, be it read or not.
func (a *Analysis) writtenIn(i int) string {
	if l := a.Doc.Sentences[i].Language; l != "" {
		return l
	}
	return a.Doc.Language
}

// unread cuts a sentence in a language without a grammar.
func (a *Analysis) unread(s text.Sentence, si int32) {
	first := int32(len(a.Tokens))
	for _, p := range cut(a.Doc.Text, s.Start, s.End, s.Language, nil, nil, nil) {
		norm := lower(Norm(a.Doc.Text[p.start:p.end]))
		rel := Dep
		if int32(len(a.Tokens)) == first {
			rel = Root
		}
		a.Tokens = append(a.Tokens, Token{Start: p.start, End: p.end, Norm: norm, Lemma: norm, Rel: rel, Sent: si, Head: first})
	}
	a.Sents = append(a.Sents, Sent{first, int32(len(a.Tokens)), first})
}

// Forget lets go of the words of a report, once the rules on them have run:
// names, times and what else was found stay, in no more room than they take. Of a
// day's reports the words would be most of the memory.
func (a *Analysis) Forget() {
	a.Tokens, a.Sents, a.Numbers, a.Quotes = nil, nil, nil, nil
	a.Names, a.Times = slices.Clone(a.Names), slices.Clone(a.Times)
}
