package claim

import (
	"strings"

	"recoupe/lang"
)

// verbAt reads the cue whose verb of saying is token v.
func (l *listener) verbAt(v int32) (cue, bool) {
	f, say, end, ok := l.sayVerbAt(v)
	if !ok {
		return cue{}, false
	}
	g := l.groupOf(v, f)
	if say, ok = l.reflexes(f.lemma, say, &g); !ok {
		return cue{}, false
	}
	g.end = max(g.end, end)
	c := cue{first: g.first, end: g.end, verb: v, lemma: f.lemma, say: say, neg: g.neg, cond: g.cond, past: g.past, from: g.first, until: g.end, rule: "verb"}
	_, limit := l.sentenceOver(v)
	verbal := l.verbal(v, f, &g, limit)
	switch {
	case g.finite && l.incised(&c, &g, limit):
		return c, true
	case !verbal && f.kind != partForm:
		return cue{}, false
	case g.be && !g.refl:
		return c, l.passiveCue(&c, &g, limit)
	case g.ger:
		c.place, c.rule = going, "participle"
		return c, l.goesOn(&c, limit)
	case g.inf && !g.finite:
		return c, l.infinitive(&c, &g, limit)
	case g.participial && l.followedByBy(v, limit):
		return c, l.countedBy(&c, &g, limit)
	case g.participial && l.sharesAuxiliary(v):
		c.past = true
	case g.participial || !g.finite:
		return cue{}, false
	}
	c.place = before
	if !l.subjectBefore(&c, &g) {
		return cue{}, false
	}
	l.citingBefore(&c, &g)
	l.noteNegation(&c, &g)
	return c, l.govern(&c, limit)
}

// sayVerbAt looks token v up among the verbs of saying; end is the token behind
// the verb and the word that belongs to it ("fait état").
func (l *listener) sayVerbAt(v int32) (sayForm, sayVerb, int32, bool) {
	t := &l.a.Tokens[v]
	if t.POS == lang.DET || t.POS == lang.ADP || t.POS == lang.PUNCT || t.POS == lang.PROPN && !t.Morph.Has(lang.Fin) && isCapital(l.word(v)) {
		return sayForm{}, sayVerb{}, 0, false
	}
	switch t.Lemma {
	case "appeler":
		if l.norm(v-1) == "en" {
			return sayForm{}, sayVerb{}, 0, false // "en appelle aux autorités"
		}
	case "faire", "laisser", "croire", "vouloir", "mettre", "donner":
		if t.POS != lang.VERB && t.POS != lang.AUX {
			break
		}
		for j := v + 1; j < l.end && j < v+4; j++ {
			w := l.norm(j)
			if w == "en" || groupAdverbs[w] || l.a.Tokens[j].POS == lang.ADV || len(l.a.Tokens[j].Norm) > 1 && l.a.Tokens[j].Norm[0] == '-' || w == "de" {
				continue
			}
			if s, ok := l.t.light[t.Lemma+" "+w]; ok {
				return sayForm{t.Lemma + " " + w, l.kindOf(v)}, s, j + 1, true
			}
			break
		}
	}
	f, ok := l.t.forms[t.Norm]
	if !ok {
		return f, sayVerb{}, 0, false
	}
	say := l.t.verbs[f.lemma]
	if f.kind == partForm && (t.Morph.Has(lang.Fin) && t.POS == lang.VERB) {
		f.kind = finiteForm
	}
	return f, say, v + 1, true
}

// verbal reports whether token v is a verb. The tagger takes many a form for a
// noun ("conteste", "redoute", "reproche"): one with no article before it and
// something to govern behind it is a verb all the same.
func (l *listener) verbal(v int32, f sayForm, g *group, limit int32) bool {
	t := &l.a.Tokens[v]
	if t.POS == lang.VERB || t.POS == lang.AUX {
		return true
	}
	if f.kind != finiteForm || v+1 >= limit || v == l.first || t.POS == lang.PROPN {
		return false
	}
	switch p := &l.a.Tokens[v-1]; p.POS {
	case lang.NOUN, lang.PROPN:
	case lang.ADJ, lang.PUNCT:
		if p.POS == lang.PUNCT && p.Norm != ")" && p.Norm != "," || l.startsSentence(v-1) {
			return false
		}
	default:
		return false
	}
	n := &l.a.Tokens[v+1]
	if n.Norm != "que" && n.Norm != "qu'" && n.POS != lang.DET && n.Norm != "à" && !l.inQuoteMark(v+1) {
		return false
	}
	first, _ := l.sentenceOver(v)
	if l.hasFinite(first, v) {
		return false
	}
	g.finite = true
	return true
}

// kindOf reads the form of a light verb from its tag.
func (l *listener) kindOf(v int32) formKind {
	m := l.a.Tokens[v].Morph
	switch {
	case m.Has(lang.Cnd):
		return condForm
	case m.Has(lang.Inf):
		return infForm
	case strings.HasSuffix(l.a.Tokens[v].Norm, "ant"):
		return gerForm
	case m.Has(lang.Fin):
		return finiteForm
	}
	return partForm
}

// reflexes settles which verb is meant, by whether se stands before it.
func (l *listener) reflexes(lemma string, say sayVerb, g *group) (sayVerb, bool) {
	if g.refl {
		v, ok := l.t.verbs["se "+lemma]
		return v, ok
	}
	return say, say.gov != 0
}

// sentenceOver is the sentence of token i, and what a cut behind a quotation
// left of it.
func (l *listener) sentenceOver(i int32) (first, end int32) {
	first, end = l.sentence(i)
	return max(first, l.first), min(end, l.end)
}

// noteNegation: "n'a pas confirmé" is unknown, "n'exclut pas" is said; nothing
// else is said where a verb of saying is negated.
func (l *listener) noteNegation(c *cue, g *group) {
	if g.refuses && c.lemma == "confirmer" {
		c.neg = true
	}
}

// incised reports whether the cue is an incise: it stands behind a comma or a
// quotation, and its subject behind it.
func (l *listener) incised(c *cue, g *group, limit int32) bool {
	if c.say.gov&(inserts|takesThat) == 0 {
		return false
	}
	p := g.first - 1
	afterQuote := p >= l.first && (l.closesSpeech(p) || p > l.first && l.a.Tokens[p].POS == lang.PUNCT && !l.inQuoteMark(p) && l.closesSpeech(p-1))
	if l.norm(p) == "comme" && l.asSaid(c, g, limit) {
		return true
	}
	stop := l.norm(p) == "," || l.norm(p) == "!" || l.norm(p) == "?" || l.norm(p) == "..." || l.norm(p) == "…"
	if p < l.first || !afterQuote && !stop {
		return false
	}
	plain := *c
	c.place, c.rule = incise, "inverted-verb"
	if g.inverted >= 0 && l.inverted(c, g, limit) || g.inverted < 0 && l.incisedNoun(c, g, limit, afterQuote) {
		return true
	}
	*c = plain
	return false
}

// asSaid reads "comme l'a indiqué la préfecture".
func (l *listener) asSaid(c *cue, g *group, limit int32) bool {
	plain := *c
	c.place, c.rule = incise, "as-said"
	if l.norm(g.first) == "le" && l.incisedNoun(c, g, limit, true) {
		c.from = g.first - 1
		return true
	}
	*c = plain
	return false
}

// incisedNoun reads an incise whose subject is no pronoun.
func (l *listener) incisedNoun(c *cue, g *group, limit int32, afterQuote bool) bool {
	if c.say.gov&insertsOnly != 0 && !afterQuote && !l.besideSpeech(g.first) {
		return false
	}
	if !afterQuote && !l.besideSpeech(g.first) && !l.complete(g.first) {
		return false
	}
	return l.subjectBehind(c, g.end, limit, afterQuote)
}

// closesSpeech reports whether token i is the mark that ends a quotation.
func (l *listener) closesSpeech(i int32) bool {
	if !l.inQuoteMark(i) {
		return false
	}
	s := l.speechOver(i)
	return s == nil || i >= s.out
}

// inverted reads "a-t-il dit", "indique-t-on au ministère", "a-t-on appris de
// source policière".
func (l *listener) inverted(c *cue, g *group, limit int32) bool {
	c.end = max(c.end, g.inverted+1)
	if l.norm(g.inverted) != "on" {
		c.who, c.known = phrase{first: g.inverted, end: g.inverted + 1, head: g.inverted, whole: g.inverted + 1}, true
		c.until = l.relays(c, c.end, limit)
		return true
	}
	for j := c.end; j < limit; {
		w := l.norm(j)
		if b, ok := l.besideAt(j); ok && b.rule == "source" {
			c.who, c.known, c.until = b.who, true, b.until
			return true
		}
		if w == "auprès" || w == "à" || w == "chez" || w == "dans" || w == "de" {
			k := j + 1
			if w == "auprès" && l.norm(k) == "de" {
				k++
			}
			if p, ok := l.phraseAt(k, limit); ok && (l.speaks(&p) || l.isSource(p.head)) {
				l.throughSource(&p, limit)
				c.who, c.known = p, true
				c.until = l.relays(c, p.whole, limit)
				return true
			}
		}
		n := l.circumstance(c, j, limit)
		if n <= j {
			return false
		}
		j = n
	}
	return false
}

// subjectBehind reads the inverted subject: "a indiqué mardi à l'AFP le préfet".
func (l *listener) subjectBehind(c *cue, j, limit int32, afterQuote bool) bool {
	for j < limit {
		if p, ok := l.phraseAt(j, limit); ok && !l.timeWord(p.head) && l.a.Tokens[j].POS != lang.ADP && bare(l.a.Tokens[j].Norm) != "de" {
			if !l.speaks(&p) && !afterQuote || l.a.Tokens[p.head].POS == lang.PRON && !afterQuote && l.norm(p.head) != "ce" && p.head == j {
				return false
			}
			if l.norm(p.head) == "qui" {
				return false
			}
			if l.verbGoesOn(&p, limit) {
				return false
			}
			l.setInverted(c, &p, limit)
			return true
		}
		if n := l.norm(j); n == "que" || n == "si" || n == ":" {
			return false
		}
		n := l.circumstance(c, j, limit)
		if n <= j {
			return false
		}
		j = n
	}
	return false
}

// verbGoesOn: in ", a annoncé le retrait qui" nothing follows; in ", affirme le
// maire vouloir" an infinitive shows the phrase to be no inverted subject.
func (l *listener) verbGoesOn(p *phrase, limit int32) bool {
	j := p.end
	if j >= limit {
		return false
	}
	t := &l.a.Tokens[j]
	return (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin)
}

// setInverted makes p the speaker, or for "a appris l'AFP auprès de la police"
// the relay.
func (l *listener) setInverted(c *cue, p *phrase, limit int32) {
	if c.lemma == "apprendre" {
		via := *p
		for j := p.end; j < min(limit, p.end+6); j++ {
			w := l.norm(j)
			if b, ok := l.besideAt(j); ok && b.rule == "source" {
				c.who, c.known, c.until = b.who, true, b.until
				c.via = append(c.via, via)
				return
			}
			if w != "de" && w != "auprès" {
				continue
			}
			if w == "auprès" {
				j++
			}
			if q, ok := l.phraseAt(j+1, limit); ok {
				c.who, c.known = q, true
				c.until = l.relays(c, q.whole, limit)
				c.via = append([]phrase{via}, c.via...)
				return
			}
		}
	}
	c.who, c.known = *p, true
	c.until = l.relays(c, p.whole, limit)
}

// complete reports whether the words before token i, back to the last clause
// that was credited, hold a finite verb of their own.
func (l *listener) complete(i int32) bool {
	first, _ := l.sentence(i)
	return l.hasFinite(max(first, l.first), i)
}

// besideSpeech reports whether a quotation of direct speech ends just before
// token i, or holds it.
func (l *listener) besideSpeech(i int32) bool {
	for k := range l.speeches {
		s := &l.speeches[k]
		if s.direct && (i >= s.first && i < s.end || i >= s.end && i <= s.end+2) {
			return true
		}
	}
	return false
}

// citingBefore reads "L'agence, citant les autorités, indique" and "Citant les
// autorités, l'agence indique".
func (l *listener) citingBefore(c *cue, g *group) {
	if j := c.who.end; j < g.first && relayParticiples[l.norm(j)] {
		l.citedBy(c, j, g.first) // "Un témoin interrogé par Le Monde a raconté"
		return
	}
	if j := c.who.end + 1; j < g.first && l.norm(j-1) == "," {
		if l.citedBy(c, j, g.first) == j {
			l.citing(c, j, g.first)
		}
		return
	}
	first, _ := l.sentenceOver(c.first)
	if l.norm(first) != "citant" {
		return
	}
	l.citing(c, first, c.who.first)
}

// sharesAuxiliary: "a décrété le deuil et promis ...".
func (l *listener) sharesAuxiliary(v int32) bool {
	t := &l.a.Tokens[v]
	if t.Rel != lang.Conj || t.Head >= v || l.norm(v-1) != "et" {
		return false
	}
	for j := t.Head - 1; j >= l.first && j >= t.Head-4; j-- {
		if haveForms[l.a.Tokens[j].Norm] {
			return true
		}
	}
	return false
}

// countedBy reads "les 47.000 manifestants comptabilisés par le cabinet": a
// number with whoever gives it.
func (l *listener) countedBy(c *cue, g *group, limit int32) bool {
	if c.say.gov&(takesToll|takesNoun) == 0 {
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
			c.content = phraseRange{s.first, s.end}
			c.until = l.relays(c, p.whole, limit)
			return ok && l.a.Tokens[s.head].POS != lang.PRON
		}
		if l.a.Tokens[j].POS == lang.PUNCT {
			return false
		}
	}
	return false
}

// skipCircumstances passes adverbs, times and places between a verb and what it
// governs; a pair of commas around them too.
func (l *listener) skipCircumstances(c *cue, j, limit int32) int32 {
	for j < limit {
		if n := l.norm(j); n == "que" || n == ":" {
			return j
		}
		if l.norm(j) == "," {
			k := l.skipOpen(c, j+1, limit)
			if k > j+1 && l.norm(k) == "," {
				j = k + 1
				continue
			}
			return j
		}
		n := l.skipOpen(c, j, limit)
		if n == j {
			return j
		}
		j = n
	}
	return j
}

// skipOpen passes circumstances that cannot be what the verb governs: "à" is
// passed only before a relay or where the verb takes no "à".
func (l *listener) skipOpen(c *cue, j, limit int32) int32 {
	for j < limit {
		t := &l.a.Tokens[j]
		w := bare(t.Norm)
		if l.inQuoteMark(j) || w == "que" {
			return j
		}
		if (w == "en" || w == "y") && j+1 < limit && l.a.Tokens[j+1].Morph.Has(lang.Inf) {
			return j // "prétend en avoir chassé"
		}
		if t.POS == lang.ADP {
			gov := c.say.gov
			if w == "à" && gov&(takesA|takesAInf|takesWhole) != 0 && !l.relayAhead(j, limit) || w == "sur" && gov&takesSur != 0 && !l.relayAhead(j, limit) || w == "de" && gov&(takesDe|takesDeInf|takesWhole|takesNoun|takesState) != 0 || w == "contre" || w == "par" && gov&takesNoun != 0 {
				return j
			}
		}
		if t.POS == lang.NUM || t.POS == lang.ADV && (quantityAdverbs[w] || c.say.gov&takesState != 0) {
			return j
		}
		n := l.circumstance(c, j, limit)
		if n <= j {
			return j
		}
		j = n
	}
	return j
}

var quantityAdverbs = wordSet("environ quelque près plus moins au presque beaucoup tant que ne jusqu'à")

// relayAhead reports whether a medium stands behind the preposition at j.
func (l *listener) relayAhead(j, limit int32) bool {
	p, ok := l.phraseAt(j+1, limit)
	if !ok {
		return false
	}
	_, m := l.mediaRole(&p)
	r := l.role(p.head)
	return m || r == Media || r == Agency || r == StateMedia
}
