package voice

import (
	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// keepsOn gives words quoted within a sentence that credits nobody to whoever
// spoke in the sentence right before: « Nous avons tenu », a-t-il dit. Cela « ne
// veut pas dire que tout est fini ». A title between marks has no finite verb,
// and a sentence about somebody else is not the speaker's.
func (l *listener) keepsOn(s *speech) {
	if l.partBefore(s) {
		return
	}
	if !s.closed || l.words(s) < 4 || !l.hasFinite(s.in, s.out) || l.nameOfThing(s) {
		return
	}
	sent := l.a.Tokens[s.first].Sent
	first := l.a.Sents[sent].First
	if first <= l.first || l.otherSpeaks(s, first) {
		return
	}
	var by *claim.Attribution
	at := int32(-1)
	for i := range l.cues {
		c := &l.cues[i]
		switch {
		case l.a.Tokens[c.first].Sent == sent:
			return
		case c.by != nil && c.used && l.a.Tokens[c.first].Sent == sent-1 && c.from > at:
			by, at = c.by, c.from
		}
	}
	if by == nil || by.Role == claim.Media || by.Role == claim.Agency {
		return
	}
	kept := *by
	kept.Cue, kept.CueSpan, kept.Via, kept.Rule = "", text.Span{}, nil, "continued"
	if kept.Stands.IsZero() {
		kept.Stands = kept.Span
	}
	content := l.inner(s, nil)
	s.claim = l.add(content, content, claim.Mixed, &kept, claim.Asserted)
}

// partBefore gives words quoted right before an incise that took another
// quotation of its sentence to the same speaker: « Le nombre est de 30 », tous
// « enfouis sous la neige », a dit la guide.
func (l *listener) partBefore(s *speech) bool {
	for i := range l.cues {
		c := &l.cues[i]
		if c.place != incise || !c.used || c.by == nil || c.from < s.end || c.from > s.end+1 || !l.onlyMarks(s.end, c.from) || l.words(s) < 2 {
			continue
		}
		by := *c.by
		s.claim = l.add(l.inner(s, nil), l.span(c.from, max(c.until, c.from+1)), claim.Mixed, &by, claim.Asserted)
		return true
	}
	return false
}

// otherSpeaks reports whether somebody who could have said the quoted words is
// named in the sentence before them; a pronoun is whoever spoke.
func (l *listener) otherSpeaks(s *speech, first int32) bool {
	for j := first; j < s.first; j++ {
		t := &l.a.Tokens[j]
		if t.POS != lang.NOUN && t.POS != lang.PROPN {
			continue
		}
		if t.POS == lang.PROPN || l.role(j) != noRole {
			return true
		}
	}
	return false
}

// saysItself reports whether p, the subject of words quoted from their verb on,
// is who said them: la mairie « appelle au calme ». In « un patient "sortait du
// bloc" » another tells of him, and where a cue follows in the sentence it says
// who.
func (l *listener) saysItself(p *phrase, s *speech) bool {
	for i := range l.cues {
		if c := &l.cues[i]; c.place == beside && c.from >= s.end && l.sameSentence(c.from, s.first) && !l.startsClause(c.from) {
			return false
		}
	}
	if l.sayToken(s.in) || l.sayToken(s.in+1) {
		return l.norm(p.head) != "qui"
	}
	if t := &l.a.Tokens[p.head]; t.POS == lang.PRON {
		return PersonPronoun(l.norm(p.head))
	}
	r := l.roleOf(p)
	return p.name.empty() == false || r != claim.Witness && r != ""
}
