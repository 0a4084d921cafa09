// Package voice finds who says what in one report: statements in quotation or in
// the reporter's words, the speakers they are credited to, and who gives a bare
// number. It knows nothing of figures.
package voice

import (
	"fmt"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// What stands in the files attribution*.go, speaker*.go, say*.go and
// quotation*.go finds who says what. A cue is looked for first: a verb of
// saying, a preposition ("selon"), an adverb ("officiellement"). The cue gives
// the speaker, its place in the sentence gives the content. Quotations are then
// given to the cue beside them, or go on from the one before.

// Find returns what a reports on somebody's word, in text order.
func Find(a *lang.Analysis) []*claim.Claim {
	if a == nil || a.Doc == nil || len(a.Tokens) == 0 {
		return nil
	}
	l := &listener{a: a, t: frenchTongue}
	for first := 0; first < len(a.Sents); {
		end := first + 1
		// A part of many thousand words is no paragraph: it is read in pieces.
		for end < len(a.Sents) && a.Doc.Sentences[end].Part == a.Doc.Sentences[first].Part && a.Sents[end].End-a.Sents[first].First < 2000 && a.Sents[end].End-a.Sents[end].First <= 600 {
			end++
		}
		if a.Sents[first].End-a.Sents[first].First > 600 {
			first++ // no sentence, whatever it is; to look for a speaker in it costs its square
			continue
		}
		if l.heard(first) {
			l.readPart(a.Sents[first].First, a.Sents[end-1].End)
		}
		first = end
	}
	l.settlePending(nil)
	slices.SortStableFunc(l.out, func(x, y *claim.Claim) int {
		if x.Content.Start != y.Content.Start {
			return x.Content.Start - y.Content.Start
		}
		return y.Content.End - x.Content.End
	})
	l.out = slices.DeleteFunc(l.out, l.saidWithin)
	l.sign()
	l.tollSpeakers()
	return l.out
}

// A listener finds the claims of one report.
type listener struct {
	a           *lang.Analysis
	t           *tongue
	out         []*claim.Claim
	cast        []member // persons and bodies met so far
	speeches    []speech // quotations of the part being read
	cues        []cue    // of the part being read
	nextQuote   int
	first, end  int32 // tokens of the part being read
	subjectOpen bool  // a subject before its verb is being read
	last        *claim.Claim
	lastPart    int
	part        int
	pending     []pendingSpeech // quotations of whole paragraphs whose speaker is named later
}

// heard reports whether the part of sentence si is prose in a language read.
func (l *listener) heard(si int) bool {
	d := l.a.Doc
	s := d.Sentences[si]
	lang := s.Language
	if lang == "" {
		lang = d.Language
	}
	if lang != "" && lang != "fr" {
		return false
	}
	l.part = s.Part
	if s.Part < len(d.Parts) {
		switch d.Parts[s.Part].Kind {
		case text.Paragraph, text.Title, text.Lead, text.Caption:
		default:
			return false
		}
	}
	return true
}

// readPart reads the tokens of one paragraph.
func (l *listener) readPart(first, end int32) {
	l.first, l.end = first, end
	l.findSpeeches()
	l.meet()
	l.findCues()
	before := len(l.out)
	l.creditSpeeches()
	l.creditRest()
	l.creditUncued()
	if len(l.out) == before {
		return
	}
	latest := l.out[before]
	for _, c := range l.out[before:] {
		if c.Span.End > latest.Span.End {
			latest = c
		}
	}
	l.last, l.lastPart = latest, l.part
}

// saidWithin reports whether c is what somebody says of herself within what she
// says: "Elle a déclaré qu'elle considérait le site comme perdu" is one claim.
func (l *listener) saidWithin(c *claim.Claim) bool {
	if c.Kind == claim.Direct || c.By.Stands == c.By.Span {
		return false
	}
	return slices.ContainsFunc(l.out, func(o *claim.Claim) bool {
		return o != c && o.Kind != claim.Direct && o.By.Speaker == c.By.Speaker && o.Content.Contains(c.Content) && o.Content.Contains(c.By.Span) && o.Content != c.Content
	})
}

// add makes a claim of the tokens [first, end) on the word of by.
func (l *listener) add(content text.Span, whole text.Span, kind claim.Kind, by *claim.Attribution, stance claim.Stance) *claim.Claim {
	for _, c := range l.out[max(0, len(l.out)-50):] {
		if c.Content == content {
			if c.By.Name == "" && c.By.Role == "" && by.Role != "" {
				c.By = by // "Selon le dernier bilan, ..., a fait savoir le ministre"
			}
			return c // a second cue to the same words
		}
	}
	c := &claim.Claim{Content: content, Span: content.Cover(whole), Kind: kind, By: by, Stance: stance}
	l.out = append(l.out, c)
	return c
}

// sign gives the claims their IDs.
func (l *listener) sign() {
	id := string(l.a.Doc.ID)
	var at int
	for i, c := range l.out {
		c.ID = fmt.Sprintf("%s-c%d", id, c.Content.Start)
		if i > 0 && l.out[i-1].Content.Start == c.Content.Start {
			at++
			c.ID += string(rune('a' + at))
		} else {
			at = 0
		}
	}
}

// word returns token i as written; behind the last one stands a full stop.
func (l *listener) word(i int32) string {
	if int(i) >= len(l.a.Tokens) {
		return "."
	}
	t := &l.a.Tokens[i]
	return l.a.Doc.Text[t.Start:t.End]
}

// norm returns the norm of token i, hyphens and elisions taken off; "" outside.
func (l *listener) norm(i int32) string {
	if i < l.first || i >= l.end {
		return ""
	}
	return lang.FullForm(l.a.Tokens[i].Norm)
}

// midSentence reports whether token i stands neither first in a sentence nor
// first in a quotation, so that a capital means a name.
func (l *listener) midSentence(i int32) bool {
	if i <= l.first || l.a.Sents[l.a.Tokens[i].Sent].First == i {
		return false
	}
	w := l.word(i - 1)
	return !lang.IsQuoteMark(w) && w != ":" && w != "." && w != "-"
}

// sentence returns the tokens of the sentence of token i, within the part.
func (l *listener) sentence(i int32) (first, end int32) {
	i = min(i, int32(len(l.a.Tokens)-1)) // a report cut off behind a cue
	s := l.a.Sents[l.a.Tokens[i].Sent]
	return max(s.First, i-300), min(s.End, i+500) // no sentence of a report is as long
}

// timeWord reports whether token i begins an expression of time: "mardi",
// "hier", "lundi matin".
func (l *listener) timeWord(i int32) bool {
	w := l.norm(i)
	return TimeWords[w] || TimeWords[strings.TrimSuffix(w, "s")]
}

// TimeWords name days, parts of the day, months and stretches of time, in the singular.
var TimeWords = lang.WordSet("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain matin soir après-midi midi janvier février mars avril mai juin juillet août septembre octobre novembre décembre matinée soirée nuit semaine journée heure an année mois minute veille lendemain week-end")

// participle reports whether token i can be a past participle.
func (l *listener) participle(i int32) bool {
	t := &l.a.Tokens[i]
	return t.Morph.Has(lang.Part_) && !strings.HasSuffix(t.Norm, "ant") || t.POS == lang.VERB && !t.Morph.Has(lang.Fin|lang.Inf|lang.Ger) && !strings.HasSuffix(t.Norm, "ant")
}

// sayToken reports whether token i is a form of a verb of saying.
func (l *listener) sayToken(i int32) bool {
	_, ok := l.t.forms[l.a.Tokens[i].Norm]
	return ok
}

// followedByBy reports whether "par" stands right behind token i.
func (l *listener) followedByBy(i, limit int32) bool {
	return i+1 < limit && l.a.Tokens[i+1].Norm == "par"
}

// inQuoteMark reports whether token i is a quotation mark.
func (l *listener) inQuoteMark(i int32) bool { return lang.IsQuoteMark(l.word(i)) }

// shortQuoteEnd returns the end of a short quotation that begins at token i,
// or 0: the name of a body may be put between marks.
func (l *listener) shortQuoteEnd(i, limit int32) int32 {
	for j := i + 2; j < limit && j < i+7; j++ {
		if l.inQuoteMark(j) && lang.IsCapital(l.word(i+1)) {
			return j + 1
		}
	}
	return 0
}

// closeParen returns the index behind the bracket that closes the one at i.
func (l *listener) closeParen(i, limit int32) int32 {
	for j := i + 1; j < limit && j < i+16; j++ {
		if l.a.Tokens[j].Norm == ")" {
			return j + 1
		}
	}
	return 0
}
