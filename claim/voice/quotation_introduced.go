package voice

import (
	"recoupe/claim"
	"recoupe/lang"
)

// Quotations without a cue: the sentence beside them says whose they are.

// introduced returns the person whom the sentence before the quotation, or the
// one behind it, is about: "Le colonel n'y croit pas. « ... »".
func (l *listener) introduced(s *speech) (*claim.Attribution, string) {
	if by := l.colonAbove(s); by != nil {
		return by, "colon"
	}
	if !l.sentenceLike(s) && l.norm(s.first-1) != ":" {
		return nil, ""
	}
	if l.norm(s.first-1) == ":" {
		for k := len(l.cues) - 1; k >= 0; k-- {
			if c := &l.cues[k]; c.by != nil && c.first < s.first && l.sameSentence(c.first, s.first-1) && c.place == incise {
				by := *c.by
				return &by, "colon" // "..., dit le guide, puis, tout bas : « ... »"
			}
		}
		if p, ok := l.subjectOfSentence(s.first - 1); ok {
			return l.name(&p), "colon"
		}
		return nil, ""
	}
	if s.first > l.first {
		for i := s.first - 1; i >= l.first; i-- {
			if l.a.Tokens[i].POS != lang.PUNCT {
				if l.speechOver(i) != nil || l.creditedSentence(i) {
					return nil, ""
				}
				p, ok := l.subjectOfSentence(i)
				if !ok || !l.human(&p) {
					return nil, ""
				}
				return l.name(&p), "introduced"
			}
		}
	}
	if s.end < l.end && (s.first == l.first || l.startsSentence(s.first)) && l.speakerBefore(s) == nil {
		i := s.end
		for i < l.end && l.a.Tokens[i].POS == lang.PUNCT {
			i++
		}
		if l.norm(i-1) == ":" {
			if p, ok := l.phraseAt(l.toWhoseWord(i), l.end); ok && l.speaks(&p) {
				return l.name(&p), "colon-behind"
			}
		}
		if i < l.end && l.speechOver(i) == nil && !l.creditedSentence(i) {
			_, e := l.sentence(i)
			if p, ok := l.subjectOfSentence(e - 1); ok && l.human(&p) && p.first <= i+2 {
				return l.name(&p), "introduced-behind"
			}
		}
	}
	return nil, ""
}

// toWhoseWord passes "tel est le message de", "c'est ainsi que" at token i.
func (l *listener) toWhoseWord(i int32) int32 {
	switch {
	case (l.norm(i) == "tel" || l.norm(i) == "telle") && l.norm(i+1) == "est":
		for k := i + 2; k < min(l.end, i+7); k++ {
			if l.norm(k) == "de" {
				return k + 1
			}
		}
	case l.norm(i+1) == "est" && l.norm(i+2) == "ainsi" && l.norm(i+3) == "que":
		return i + 4
	}
	return i
}

// colonAbove is whom the paragraph above ends with a colon for: "Le maire a
// témoigné devant la presse :", and a quotation opens the next one.
func (l *listener) colonAbove(s *speech) *claim.Attribution {
	above := s.first - 1
	if s.first != l.first || above < 0 || l.a.Tokens[above].Norm != ":" {
		return nil
	}
	if l.last != nil && l.part-l.lastPart <= 1 && l.a.Doc.Sentences[l.a.Tokens[above].Sent].Start <= l.last.Span.Start {
		by := *l.last.By
		return &by
	}
	keep := l.first
	l.first = l.a.Sents[l.a.Tokens[above].Sent].First
	p, ok := l.subjectOfSentence(above)
	ok = ok && l.human(&p)
	var by *claim.Attribution
	if ok {
		by = l.name(&p)
	}
	l.first = keep
	return by
}

// creditedSentence reports whether a cue stands in the sentence of token i.
func (l *listener) creditedSentence(i int32) bool {
	for k := range l.cues {
		if l.cues[k].known && l.sameSentence(l.cues[k].first, i) {
			return true
		}
	}
	return false
}

// subjectOfSentence returns the subject of the sentence that token i ends.
func (l *listener) subjectOfSentence(i int32) (phrase, bool) {
	return l.sentenceSubject(i)
}

// human reports whether a phrase names a person, rather than a body.
func (l *listener) human(p *phrase) bool {
	if l.a.Tokens[p.head].POS == lang.PRON {
		w := l.norm(p.head)
		return w == "il" || w == "elle"
	}
	if !p.name.empty() && l.role(p.head) == noRole {
		return !l.country(p) && p.name.end-p.name.first >= 2 || p.nameAside
	}
	return l.role(p.head) != noRole && !p.name.empty() || l.role(p.head) == claim.Witness || anaphors[l.norm(p.head)]
}
