package voice

import (
	"strings"

	"recoupe/lang"
)

// Whom a pronoun or "ce dernier" means: who was met last and agrees.

// latest returns the member last met before token i that agrees.
func (l *listener) latest(i int32, g lang.Morph, plural, personOnly bool) *member {
	var best, thing *member
	var latest int32
	inverted := int(i) < len(l.a.Tokens) && strings.HasPrefix(l.a.Tokens[i].Norm, "-")
	for k := range l.cast {
		m := &l.cast[k]
		at := m.narrated(i)
		if at < 0 || m.toll || m.plural != plural || personOnly && !m.person || l.part-m.part > 6 {
			continue
		}
		if m.gender != 0 && g != 0 && m.gender&g == 0 {
			continue
		}
		if inverted && !m.person && l.a.Tokens[at].Sent == l.a.Tokens[i].Sent {
			thing = m // "Le site « n'avait aucun plan », a-t-il ajouté": hardly the site
			continue
		}
		if best == nil || best.place && !m.place || best.place == m.place && l.likelier(m, best, at, latest) {
			best, latest = m, at
		}
	}
	if best == nil {
		return thing
	}
	return best
}

// likelier reports whether a pronoun rather means m, met at token at, than who
// was met at token latest: the later of the two, but of a sentence a person
// before a body.
func (l *listener) likelier(m, best *member, at, latest int32) bool {
	if m.person != best.person && l.a.Tokens[at].Sent == l.a.Tokens[latest].Sent {
		return m.person
	}
	return at >= latest
}

// latestMention is for "ce dernier": the noun phrase named last, whatever its
// place in the sentence before.
func (l *listener) latestMention(i int32, g, number lang.Morph) *member {
	for j := i - 1; j >= l.first && j > i-40; j-- {
		t := &l.a.Tokens[j]
		if t.POS != lang.NOUN && t.POS != lang.PROPN || t.Morph.Has(lang.Plur|lang.Sing) && !t.Morph.Has(number) {
			continue
		}
		if r := l.role(j); r == noRole || t.Morph.Has(lang.Masc|lang.Fem) && !t.Morph.Has(g) {
			continue
		}
		if p, ok := l.phraseAt(l.startOf(j), i); ok {
			return l.remember(&p, p.first)
		}
	}
	return l.latest(i, g, number == lang.Plur, false)
}
