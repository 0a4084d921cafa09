package voice

import "recoupe/lang"

// Passives and participles of saying: whoever stands behind "par" says it.

// byBehind returns the token "par" behind a participle that ends at token j,
// circumstances between them passed: "annoncée lundi à l'aube par"; 0 if none.
func (l *listener) byBehind(j, limit int32) int32 {
	probe := cue{place: going}
	for e := min(limit, j+12); j < e; {
		if l.norm(j) == "par" {
			return j
		}
		n := l.circumstance(&probe, j, limit)
		if n <= j {
			break
		}
		j = n
	}
	return 0
}

// saidBy reads "la fermeture du port, annoncée lundi par le ministre" and "des
// tirs attribués par les habitants à une milice": a thing told by its noun.
func (l *listener) saidBy(c *cue, g *group, limit int32) bool {
	by := l.byBehind(g.end, limit)
	blamed := c.lemma == "attribuer" || c.lemma == "imputer"
	e := c.first
	if l.norm(e-1) == "," {
		e--
	}
	// "les mesures annoncées par le gouvernement" are its acts and no news; with
	// a comma or a time it is told that and when they were said.
	if !blamed && (!byParticiples[c.lemma] || e == c.first && by == g.end) {
		return false
	}
	p, ok := l.phraseAt(by+1, limit)
	if !ok || !l.speaks(&p) || l.isSource(p.head) {
		return false
	}
	floor, _ := l.sentenceOver(c.first)
	s, _ := l.endingAt(e, floor)
	if s.end != e || e == 0 || l.a.Tokens[s.head].POS != lang.NOUN || l.role(s.head) != noRole || l.timeWord(s.head) || l.isSource(s.head) || !s.name.empty() && l.personal(&s) {
		return false
	}
	c.place, c.rule, c.who, c.known, c.end = passive, "participle-by", p, true, by+1
	c.content = phraseRange{s.first, e}
	c.until = l.relays(c, p.whole, limit)
	if blamed && l.norm(p.end) == "à" {
		k := p.end + 1
		if k < limit && quantityAdverbs[l.norm(k)] {
			k++
		}
		if q, ok := l.phraseAt(k, limit); ok {
			c.content.end, c.until = q.end, q.end
		}
	}
	return true
}

// byParticiples are the verbs whose participle with "par" says who gave news.
var byParticiples = lang.WordSet("annoncer confirmer révéler rapporter signaler évoquer démentir revendiquer dénoncer constater")

// countedBy reads "les 47.000 manifestants comptabilisés par le cabinet": a
// number with whoever gives it.
func (l *listener) countedBy(c *cue, g *group, limit int32) bool {
	if c.say.gov&(takesToll|takesNoun) == 0 || l.norm(g.end) != "par" {
		return false
	}
	p, ok := l.phraseAt(g.end+1, limit)
	if !ok || !l.speaks(&p) {
		return false
	}
	floor, _ := l.sentenceOver(c.first)
	for j := c.first - 1; j >= floor && j > c.first-6; j-- {
		t := &l.a.Tokens[j]
		if t.POS == lang.NUM || t.Norm[0] >= '0' && t.Norm[0] <= '9' {
			c.place, c.rule, c.who, c.known, c.end = passive, "counted-by", p, true, g.end+1
			c.content = phraseRange{j, c.first}
			c.until = p.end
			return true
		}
		if t.POS == lang.VERB || t.POS == lang.PUNCT {
			break
		}
	}
	return false
}

// passiveCue reads "a été confirmé par la préfecture".
func (l *listener) passiveCue(c *cue, g *group, limit int32) bool {
	if tellers[c.lemma] && !g.neg {
		return l.toldBy(c, g, limit)
	}
	if c.say.gov&(takesNoun|takesToll) == 0 || g.neg {
		return false
	}
	for j := g.end; j < min(limit, g.end+6); j++ {
		if l.norm(j) == "par" {
			p, ok := l.phraseAt(j+1, limit)
			if !ok || !l.speaks(&p) {
				return false
			}
			c.place, c.rule, c.who, c.known, c.end = passive, "passive", p, true, j+1
			s, ok := l.subjectPhrase(c, g)
			if q, near := l.endingAt(g.first, l.first); ok && near && s.end < q.first && l.durations(s.head) && l.number(q.first) {
				for k := s.end; k < q.first; k++ {
					if l.norm(k) == "," {
						q.first = k + 1 // "35 morts et 200 blessés"
					}
				}
				s = q // "Six jours après la crue, 35 morts y ont été dénombrés par"
			}
			c.content = phraseRange{s.first, s.end}
			if first, _ := l.sentenceOver(c.first); ok && s.first > first+2 && l.norm(s.first-1) == "et" && l.pluralVerb(g) && !l.hasFinite(first, s.first) {
				c.content.first = first // "Le raid, imputé aux rebelles, et son bilan ont été confirmés"
			}
			if ok && s.end < g.first && !l.hasFinite(s.end, g.first) && l.pluralVerb(g) && !l.a.Tokens[s.head].Morph.Has(lang.Plur) {
				c.content.end = l.trim(s.first, g.first)
			}
			c.until = l.relays(c, p.whole, limit)
			if w := l.norm(g.first - 1); (w == "il" || l.norm(g.first) == "il") && l.norm(c.until) == "que" && c.say.gov&takesThat != 0 {
				c.content = phraseRange{c.until + 1, l.clauseEnd(c, c.until+1, limit)}
				c.until = c.content.end // "Il a été annoncé par la mairie que"
				return c.content.end > c.content.first
			}
			return ok && l.a.Tokens[s.head].POS != lang.PRON
		}
		if l.a.Tokens[j].POS == lang.PUNCT {
			return false
		}
	}
	return false
}

// durations reports whether token h is a stretch of time.
func (l *listener) durations(h int32) bool {
	switch singular(l.norm(h)) {
	case "jour", "heure", "semaine", "mois", "an", "ans", "année", "minute":
		return true
	}
	return l.timeWord(h)
}

// tellers are the verbs whose object is who is told.
var tellers = lang.WordSet("avertir prévenir informer alerter renseigner")

// toldBy reads "a été averti par un employé que": whoever stands behind "par" says
// what "que" leads to.
func (l *listener) toldBy(c *cue, g *group, limit int32) bool {
	by := l.byBehind(g.end, limit)
	if by == 0 {
		return false
	}
	p, ok := l.phraseAt(by+1, limit)
	if !ok || !l.speaks(&p) {
		return false
	}
	c.place, c.rule, c.who, c.known, c.end = passive, "passive", p, true, by+1
	c.until = l.relays(c, p.whole, limit)
	if l.norm(c.until) != "que" {
		return false
	}
	c.content = phraseRange{c.until + 1, l.clauseEnd(c, c.until+1, limit)}
	c.until = c.content.end
	return c.content.end > c.content.first
}

// tollHead reports whether the content p begins with a number or a noun of
// tolls: what "donner" gives that is said.
func (l *listener) tollHead(p phraseRange) bool {
	for k := p.first; k < min(p.end, p.first+4); k++ {
		switch t := &l.a.Tokens[k]; {
		case l.number(k), tollNouns[singular(t.Norm)], sourceNouns[singular(t.Norm)]:
			return true
		case t.POS == lang.NOUN && !partitives[t.Norm]:
			return partitives[singular(t.Norm)]
		}
	}
	return false
}

// perfectInfinitive reports whether [i, end) begins with "avoir reçu", "n'avoir
// rien vu", "être arrivés".
func (l *listener) perfectInfinitive(i, end int32) bool {
	for k := i; k < min(end, i+4); k++ {
		if n := l.norm(k); n == "avoir" || n == "être" {
			for m := k + 1; m < min(end, k+5); m++ {
				if l.participle(m) {
					return true
				}
			}
			return false
		}
	}
	return false
}
