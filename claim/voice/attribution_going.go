package voice

import "recoupe/lang"

// goesOn reads ", ajoutant que ...", ", en précisant que ...": the speaker is
// that of the cue before it.
func (l *listener) goesOn(c *cue, limit int32) bool {
	j := l.skipCircumstances(c, c.end, limit)
	n := l.norm(j)
	toDo := (n == "de" && c.say.gov&takesDeInf != 0 || n == "à" && c.say.gov&takesAInf != 0) && l.norm(c.first-1) == "," && l.infinitiveAhead(j+1, limit)
	switch c.lemma {
	case "qualifier":
		for k := j; k+1 < min(limit, j+9); k++ {
			toDo = toDo || l.norm(k) == "de" && l.inQuoteMark(k+1) && l.norm(c.first-1) == "," // ", qualifiant ce raid de « tragédie »"
		}
	case "appeler", "exhorter", "inviter":
		toDo = toDo || l.norm(c.first-1) == "," && j < limit && l.a.Tokens[j].POS == lang.DET && l.infAhead(j, limit) // ", appelant la population à prier"
	}
	if !toDo && n != "que" && c.lemma != "parler" && !(j < limit && l.inQuoteMark(j)) && !(c.say.gov&takesInf != 0 && j < limit && l.a.Tokens[j].Morph.Has(lang.Inf)) && n != "ne" && !(c.lemma == "accuser" || c.lemma == "faire état" || c.say.gov&takesNoun != 0 && c.say.strength == claiming || c.lemma == "évoquer") {
		return false
	}
	if s, ok := l.phraseWithRelays(c); ok {
		c.who, c.known = s, true // "..., des habitants interrogés par l'AFP parlant de"
	} else if k := len(l.cues) - 1; k >= 0 && l.cues[k].known && l.a.Tokens[l.cues[k].from].Sent == l.a.Tokens[c.first].Sent {
		c.who, c.known = l.cues[k].who, true
	} else if s, ok := l.sentenceSubject(c.first); ok {
		c.who, c.known = s, true
	} else if s, ok := l.phraseBefore(c.first - 1); ok && l.norm(c.first-1) == "," && l.speaks(&s) && s.end == c.first-1 {
		c.who, c.known = s, true // "la ministre Odile Rameau, affirmant que"
	} else {
		return false
	}
	return l.govern(c, limit)
}

// phraseWithRelays reads the phrase that ends right before a participle of
// saying, with no comma between.
func (l *listener) phraseWithRelays(c *cue) (phrase, bool) {
	floor, _ := l.sentenceOver(c.first)
	if c.first <= floor || l.norm(c.first-1) == "," || l.norm(c.first-1) == "en" || c.place == going && c.rule == "infinitive" {
		return phrase{}, false
	}
	best, ok := phrase{}, false
	var via []phrase
	for j := c.first - 1; j >= floor && j > c.first-16 && l.norm(j) != ","; j-- {
		if l.a.Tokens[j].POS != lang.DET && l.a.Tokens[j].POS != lang.PROPN {
			continue
		}
		p, got := l.phraseAt(j, c.first)
		if !got || !l.speaks(&p) || l.norm(j-1) == "de" || l.norm(j-1) == "par" {
			continue
		}
		probe := cue{place: going}
		if p.end == c.first || l.citedBy(&probe, p.end, c.first) == c.first {
			best, via, ok = p, probe.via, true
		}
	}
	c.via = append(c.via, via...)
	return best, ok
}

// infinitive reads "avant de promettre que", "Et le ministre de conclure : «".
func (l *listener) infinitive(c *cue, g *group, limit int32) bool {
	if l.norm(g.first-1) != "de" {
		if l.norm(g.first-1) == "pour" || l.norm(g.first-1) == "après" {
			c.place, c.rule = going, "infinitive"
			return l.goesOn(c, limit) && !l.number(c.who.first) // "900 personnes défilent pour dénoncer": what they march for
		}
		return false
	}
	if w := l.norm(g.first - 2); w == "avant" {
		c.place, c.rule = going, "infinitive"
		return l.goesOn(c, limit)
	}
	if l.norm(c.end) != ":" && !(c.end < limit && l.inQuoteMark(c.end)) {
		return false
	}
	for j := g.first - 3; j >= l.first && j > g.first-12; j-- {
		if p, ok := l.phraseAt(j, g.first-1); ok && p.end >= g.first-1 && l.speaks(&p) {
			for j > l.first && (l.a.Tokens[j-1].POS == lang.DET) {
				j--
			}
			p, ok = l.phraseAt(j, g.first-1)
			c.place, c.rule, c.who, c.known = before, "narrative-infinitive", p, ok
			c.from = j
			return ok && l.govern(c, limit)
		}
	}
	return false
}
