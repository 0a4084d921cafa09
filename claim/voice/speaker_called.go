package voice

import (
	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// What a speaker is called where somebody is credited: the words, the proper name, the
// office.

// properNameOf returns the proper name in p, "" if it names no person or body.
func (l *listener) properNameOf(p *phrase) string {
	if p.name.empty() || !p.nameAside && !l.personal(p) {
		return ""
	}
	if p.name.first == p.head && p.name.end == p.head+1 && p.end > p.name.end && orgNouns[l.norm(p.head)] {
		return l.a.Slice(p.head, p.end-1) // "le Centre de crise du ministère" is not called Centre
	}
	return l.a.Slice(p.name.first, p.name.end-1)
}

// speakerWords returns the words that name the speaker and where they stand: a
// name in apposition is taken in where the phrase has none.
func (l *listener) speakerWords(p *phrase) (string, text.Span) {
	end := p.end
	if p.nameAside && p.name.first == p.aside.first {
		end = p.name.end
	}
	first := p.first
	for first+1 < end && l.a.Tokens[first].POS == lang.ADP && l.a.Tokens[first+1].Start == l.a.Tokens[first].Start {
		first += 2 // "du ministre": the article cannot be had without the preposition
	}
	for first+1 < end && l.a.Tokens[first].Joined {
		first++
	}
	s := l.span(first, end)
	return l.a.Doc.Text[s.Start:s.End], s
}

// name makes the attribution of a phrase, resolved where it is a pronoun or a
// role noun that takes up a person.
func (l *listener) name(p *phrase) *claim.Attribution {
	words, span := l.speakerWords(p)
	if n := len(words) - len(lang.FullForm(words)); n > 0 && words[0] == '-' {
		words, span.Start = words[n:], span.Start+n // "-t-il"
	}
	by := &claim.Attribution{Speaker: words, Span: span, Stands: span}
	if last := l.sameAgain(p); last != nil {
		by.Speaker, by.Stands, by.Name, by.Role = last.Speaker, last.Stands, last.Name, last.Role
		return by
	}
	if m := l.ownerOf(p); m != nil {
		by.Speaker, by.Stands, by.Name, by.Role = m.words, m.span, m.name, m.role
		return by
	}
	if m := l.resolve(p); m != nil {
		m.place = m.place && l.a.Tokens[p.head].POS == lang.PRON
		by.Speaker, by.Stands, by.Name, by.Role = m.words, m.span, m.name, m.role
		m.seen(p.first, l.part)
		if l.a.Tokens[p.head].POS != lang.PRON {
			l.callIt(m, p)
		}
		return by
	}
	if l.a.Tokens[p.head].POS == lang.PRON && PersonPronoun(l.norm(p.head)) && p.end == p.first+1 {
		return by // a pronoun that leads nowhere stays as written
	}
	by.Office = l.officeAside(p)
	m := l.remember(p, p.first)
	m.place = false
	by.Name, by.Role = l.properNameOf(p), l.roleOf(p)
	if by.Name != "" && m.name != "" && by.Role == "" {
		by.Role = m.role
	}
	return by
}

// sameAgain is whoever spoke last, where p is "la même source", "cette source"; nil
// where it is somebody.
func (l *listener) sameAgain(p *phrase) *claim.Attribution {
	if singular(l.norm(p.head)) != "source" || p.end > p.head+1 && l.norm(p.head+1) != "ajoute" {
		return nil
	}
	if d := l.norm(p.first); l.norm(p.head-1) != "même" && l.norm(p.head-1) != "mêmes" && d != "cette" && d != "ces" && !(d == "la" && p.end == p.head+1) {
		return nil
	}
	for k := len(l.cues) - 1; k >= 0; k-- {
		if c := &l.cues[k]; c.by != nil && c.from < p.first {
			return c.by
		}
	}
	if l.last != nil && l.part-l.lastPart <= 2 {
		return l.last.By
	}
	return nil
}

// officeAside returns the words in apposition to p that say what she is: "porte-
// parole de la police" of "La commandante Sola, porte-parole de la police".
func (l *listener) officeAside(p *phrase) string {
	if p.nameAside || p.aside.empty() || !l.roleAside(p) {
		return ""
	}
	return l.a.Slice(p.aside.first, p.aside.end-1)
}

func PersonPronoun(w string) bool {
	switch w {
	case "il", "elle", "ils", "elles", "lui", "eux", "celui-ci", "celle-ci", "ceux-ci", "celles-ci":
		return true
	}
	return false
}
