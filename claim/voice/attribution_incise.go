package voice

import (
	"recoupe/claim"
	"recoupe/lang"
)

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
	if l.norm(p) == "que" && l.norm(p-1) == "ce" && l.norm(p-2) == "est" && l.saidBefore(c, g, limit) {
		return true
	}
	stop := l.norm(p) == "," || l.norm(p) == "!" || l.norm(p) == "?" || l.norm(p) == "..." || l.norm(p) == "…"
	if p < l.first || !afterQuote && !stop && !l.unmarked(c, g, limit) {
		return false
	}
	if !afterQuote && l.alias(c, g, limit) {
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

// alias reports whether "dit" behind a comma gives a name and no speech: "le viaduc, dit
// pont Sorel", "Paul Rey, dit Grand Paul, a été arrêté". A noun with no article speaks
// for nobody, and what stands behind a name is that of its bearer.
func (l *listener) alias(c *cue, g *group, limit int32) bool {
	switch l.norm(c.verb) {
	case "dit", "dite", "dits", "dites":
	default:
		return false
	}
	p := g.first - 1
	if l.norm(p) != "," || p <= l.first || g.end+1 >= limit || g.first != c.verb {
		return false
	}
	next := &l.a.Tokens[g.end]
	if next.POS == lang.NOUN && !lang.IsCapital(l.word(g.end)) && l.role(g.end) == noRole {
		return l.a.Tokens[g.end+1].POS != lang.DET // "dit dimanche la ministre"
	}
	first, _ := l.sentenceOver(c.first)
	return (next.POS == lang.PROPN || lang.IsCapital(l.word(g.end))) && l.a.Tokens[p-1].POS == lang.PROPN && !l.hasFinite(first, g.first)
}

// unmarked reports whether an incise stands at the end of its sentence with no comma
// before it: "Douze personnes sont mortes de la peste indique le bureau d'hygiène".
// The verb has no subject before it, and somebody in office behind it.
func (l *listener) unmarked(c *cue, g *group, limit int32) bool {
	t := &l.a.Tokens[c.verb]
	if g.inverted >= 0 || g.neg || c.say.gov&inserts == 0 {
		return false
	}
	if p, ok := l.phraseAt(g.end, limit); ok && p.whole >= limit-1 && l.complete(g.first) {
		if r := l.roleOf(&p); r == claim.Media || r == claim.Agency {
			return true // "Le pont a cédé rapporte le quotidien Le Phare"
		}
	}
	if t.Rel != lang.Parataxis && t.Rel != lang.Advcl {
		return false
	}
	first, _ := l.sentenceOver(c.first)
	switch l.a.Tokens[g.first-1].POS {
	case lang.NOUN, lang.PROPN, lang.ADJ, lang.VERB, lang.NUM:
	default:
		return false
	}
	for j := first; j < g.first; j++ {
		if x := &l.a.Tokens[j]; x.Head == c.verb && (x.Rel == lang.Nsubj || x.Rel == lang.Mark || x.Rel == lang.Cc) {
			return false
		}
	}
	p, ok := l.phraseAt(g.end, limit)
	return ok && l.hasFinite(first, g.first) && l.speaks(&p) && l.roleOf(&p) != noRole && (p.whole >= limit || l.a.Tokens[p.whole].POS == lang.PUNCT)
}

// asSaid reads "comme l'a indiqué la préfecture".
func (l *listener) asSaid(c *cue, g *group, limit int32) bool {
	for j := g.first - 2; j > l.first && j > g.first-6; j-- {
		if l.norm(j) == "non" && l.norm(j-1) == "et" {
			return false // "quatre morts, et non cinq comme l'a dit la mairie"
		}
	}
	plain := *c
	c.place, c.rule = incise, "as-said"
	if l.norm(g.first) == "le" && l.incisedNoun(c, g, limit, true) {
		c.from = g.first - 1
		return true
	}
	*c = plain
	return false
}

// saidBefore reads "C'est ce qu'a déclaré dimanche le ministre": the sentence
// before it is what he said.
func (l *listener) saidBefore(c *cue, g *group, limit int32) bool {
	first, _ := l.sentenceOver(c.first)
	if first != g.first-4 || c.say.strength == asking || hopes[c.lemma] {
		return false
	}
	plain := *c
	c.place, c.rule = incise, "said-before"
	if l.subjectBehind(c, g.end, limit, true) {
		c.from = first
		return true
	}
	*c = plain
	return false
}

// hopes are verbs of which "C'est ce que ..." tells a wish and no words.
var hopes = lang.WordSet("espérer craindre redouter croire penser imaginer supposer demander exiger réclamer dénoncer")

// incisedNoun reads an incise whose subject is no pronoun.
func (l *listener) incisedNoun(c *cue, g *group, limit int32, afterQuote bool) bool {
	beside := afterQuote || l.besideSpeech(g.first)
	if c.say.gov&insertsOnly != 0 && !beside || !l.subjectBehind(c, g.end, limit, afterQuote) {
		return false
	}
	return beside || l.complete(g.first) || l.nominalSaid(c, g.first, limit)
}

// nominalSaid reports whether words with no finite verb before the incise at i
// are what is said: "Un total encore provisoire, préviennent les secours". They
// are not where they could be who does what the verb says.
func (l *listener) nominalSaid(c *cue, i, limit int32) bool {
	if c.until < limit && l.a.Tokens[c.until].POS != lang.PUNCT {
		return false
	}
	if l.norm(c.until) == "," && l.resumes(c.until+1, limit) {
		return true // "Le pont, assure l'armée, a tenu"
	}
	j, _ := l.sentenceOver(i)
	j = l.afterDateline(j)
	for k := range l.cues {
		if x := &l.cues[k]; x.until > j && x.until < i {
			j = x.until
		}
	}
	for j < i && (l.a.Tokens[j].POS == lang.PUNCT && !l.inQuoteMark(j) || l.connective(j)) {
		j++
	}
	if i-1-j < 2 || l.a.Tokens[j].POS == lang.PRON && l.norm(j) != "rien" {
		return false
	}
	p, ok := l.phraseAt(j, i-1)
	return !ok || l.role(p.head) == noRole && l.a.Tokens[p.head].POS == lang.NOUN && (p.name.empty() || !l.personal(&p))
}

// inciseAhead reports whether a verb of saying with its subject behind it begins
// at token j.
func (l *listener) inciseAhead(j, limit int32) bool {
	for v := j; v < min(limit, j+4); v++ {
		f, say, end, ok := l.sayVerbAt(v)
		if !ok || say.gov&inserts == 0 {
			continue
		}
		g := l.groupOf(v, f)
		if g.first != j || !g.finite {
			continue
		}
		if g.inverted >= 0 {
			return true
		}
		probe := cue{place: incise, first: g.first, end: max(g.end, end), verb: v, lemma: f.lemma, say: say, from: g.first}
		return l.subjectBehind(&probe, probe.end, limit, false) && (probe.until >= limit || l.a.Tokens[probe.until].POS == lang.PUNCT)
	}
	return false
}

// resumes reports whether a finite verb, its Clitics passed, stands at token j.
func (l *listener) resumes(j, limit int32) bool {
	for j < limit && (l.norm(j) == "ne" || l.norm(j) == "se" || Clitics[l.norm(j)] && l.a.Tokens[j].POS == lang.PRON) {
		j++
	}
	return j < limit && (l.a.Tokens[j].POS == lang.VERB || l.a.Tokens[j].POS == lang.AUX) && l.a.Tokens[j].Morph.Has(lang.Fin)
}

// betweenCommas passes circumstances that a pair of commas holds, between a verb
// and its inverted subject: "a déclaré, devant la mine, le préfet". It returns j
// where something else stands there.
func (l *listener) betweenCommas(c *cue, j, limit int32) int32 {
	via := c.via
	for k := j + 1; k < limit; {
		if l.norm(k) == "," {
			if k == j+1 {
				break
			}
			return k + 1
		}
		n := l.circumstance(c, k, limit)
		if n <= k && (l.a.Tokens[k].POS == lang.ADJ || l.participle(k)) {
			n = k + 1 // "visiblement ému"
		}
		if n <= k && k > j+1 && l.a.Tokens[k-1].POS == lang.ADV && l.norm(k+1) == "," {
			n = k + 1 // "très ému", whatever the tagger says
		}
		if n <= k && l.a.Tokens[k].POS == lang.DET {
			if p, ok := l.phraseAt(k, limit); ok && p.name.empty() && l.role(p.head) == noRole {
				n = p.end // "les yeux rougis"
			}
		}
		if n <= k {
			break
		}
		k = n
	}
	c.via = via
	return j
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
	if l.norm(g.inverted) == "il" && l.norm(g.inverted+1) == "été" {
		return l.sameSource(c) // "a-t-il été précisé"
	}
	if l.norm(g.inverted) == "il" && (l.norm(g.inverted-1) == "est" || l.norm(g.inverted-1) == "était") && c.verb == g.inverted+1 && l.norm(c.verb) != "été" {
		return l.writtenIn(c, limit)
	}
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
			return l.sameSource(c)
		}
		j = n
	}
	return l.sameSource(c)
}

// writtenIn reads "est-il écrit dans un communiqué de la mairie".
func (l *listener) writtenIn(c *cue, limit int32) bool {
	for j := c.end; j < min(limit, c.end+6); j++ {
		if w := l.norm(j); w != "dans" && w != "sur" && w != "par" {
			continue
		}
		p, ok := l.phraseAt(j+1, limit)
		if !ok || !l.speaks(&p) && !l.isSource(p.head) {
			return false
		}
		l.throughSource(&p, limit)
		c.who, c.known = p, true
		c.until = l.relays(c, p.whole, limit)
		return true
	}
	return false
}

// sameSource gives a bare "a-t-on précisé" to the source that spoke right before
// it: « ... », a déclaré une source. « ... », a-t-on ajouté.
func (l *listener) sameSource(c *cue) bool {
	if len(l.cues) == 0 || c.lemma == "apprendre" {
		return false
	}
	k := &l.cues[len(l.cues)-1]
	if !k.known || l.a.Tokens[c.first].Sent-l.a.Tokens[k.first].Sent > 2 {
		return false
	}
	c.who, c.known, c.until = k.who, true, c.end
	return true
}

// subjectBehind reads the inverted subject: "a indiqué mardi à l'AFP le préfet".
func (l *listener) subjectBehind(c *cue, j, limit int32, afterQuote bool) bool {
	for from := j; j < limit; {
		if l.norm(j) == "de" && l.norm(j+1) == "autres" {
			j++ // "ont rapporté d'autres sources"
		}
		if n := l.soonerOrLater(j); n > j {
			j = n
			continue
		}
		some := j > from && j+1 < limit && l.a.Tokens[j+1].Joined && l.a.Tokens[j+1].Start == l.a.Tokens[j].Start && (l.timeWord(j-1) || l.number(j-1)) // "ont annoncé le 4 mai des officiers"
		facing := l.norm(j) == "face" && lang.FullForm(l.a.Tokens[min(j+1, limit-1)].Norm) == "à"
		if p, ok := l.phraseAt(j, limit); ok && !facing && !l.timeWord(p.head) && (some || l.a.Tokens[j].POS != lang.ADP && lang.FullForm(l.a.Tokens[j].Norm) != "de") {
			if !l.speaks(&p) && !afterQuote || l.a.Tokens[p.head].POS == lang.PRON && !afterQuote && l.norm(p.head) != "ce" && p.head == j {
				return false
			}
			if w := l.norm(p.head); w == "qui" || w == "chiffre" && l.number(p.head+2) {
				return false // "le syndicat, organisateur du défilé, annonçait le chiffre de 900"
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
		if l.norm(j) == "," {
			n := l.betweenCommas(c, j, limit)
			if n == j && j > from && l.timeWord(j+1) {
				n = j + 1 // "ont rapporté à Meridia, mercredi un maire et un berger"
			}
			if n == j && j == from && afterQuote && j+1 < limit && (l.properName(j+1) || l.officeAt(j+1, limit)) {
				n = j + 1 // "a déclaré, Brice Merja, membre du gouvernement": a comma too many
			}
			if n == j && j > from && afterQuote && j+2 < limit && l.properName(j+1) && l.properName(j+2) {
				n = j + 1 // "a déclaré jeudi à l'AFP, Awa Kamba la directrice"
			}
			if n == j && j > from && (afterQuote || l.timeWord(j-1)) && l.officeAt(j+1, limit) {
				n = j + 1 // "a déclaré à l'AFP par téléphone, le maire de la ville"
			}
			if n == j {
				return false
			}
			j = n
			continue
		}
		n := l.circumstance(c, j, limit)
		if n <= j {
			return false
		}
		j = n
	}
	return false
}

// officeAt reports whether somebody named by an office stands at token j, with no
// verb of his own behind.
func (l *listener) officeAt(j, limit int32) bool {
	if j >= limit || l.a.Tokens[j].POS != lang.DET {
		return false
	}
	p, ok := l.phraseAt(j, limit)
	return ok && l.speaks(&p) && l.role(p.head) != noRole && !l.verbGoesOn(&p, limit)
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
