package voice

import (
	"strings"

	"recoupe/claim"
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
	c.neg = c.neg && !l.onlySo(g.end, limit)
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
	case g.participial && l.byBehind(g.end, limit) > 0:
		return c, l.countedBy(&c, &g, limit) || l.saidBy(&c, &g, limit)
	case g.participial && l.sharesAuxiliary(v):
		c.past = true
	case g.participial || !g.finite:
		return cue{}, false
	}
	if l.norm(g.first-1) == "que" && l.norm(g.first-2) == "ce" {
		return cue{}, false // ", ce que contestent les syndicats"
	}
	c.place = before
	if !l.subjectBefore(&c, &g) {
		return cue{}, false
	}
	l.citingBefore(&c, &g)
	l.noteNegation(&c, &g)
	if l.saidOfIt(&c, &g, limit) {
		return c, true
	}
	return c, l.govern(&c, limit)
}

// saidOfIt reads "Le préfet l'a annoncé lundi.", "C'est ce que les mutins ont annoncé.":
// the sentence before it is what was said.
func (l *listener) saidOfIt(c *cue, g *group, limit int32) bool {
	first, _ := l.sentenceOver(c.first)
	if c.neg || c.cond || !g.finite || c.say.gov&takesThat == 0 || c.say.strength == asking || c.say.strength == denying || hopes[c.lemma] {
		return false
	}
	subject := l.afterDateline(first)
	if n := l.norm(c.who.first - 1); n == "que" && l.norm(c.who.first-2) == "ce" && l.norm(c.who.first-3) == "est" {
		subject = first + 4
	} else if l.norm(g.first) != "le" {
		return false
	}
	if c.who.first != subject {
		return false
	}
	if k := c.end; l.norm(g.first) == "le" && k+2 < limit && (l.norm(k) == "," || l.norm(k) == ":") && l.a.Tokens[k+1].POS != lang.PRON && l.hasFinite(k+1, limit) && c.lemma == "confirmer" {
		c.content = phraseRange{k + 1, l.trim(k+1, limit)}
		c.until = c.content.end
		return true // "Le directeur le confirme, le niveau d'alerte reste à deux"
	}
	for j := c.end; j < limit; j++ {
		if n := l.norm(j); n == "que" || n == ":" || n == "comme" || l.inQuoteMark(j) || l.a.Tokens[j].Morph.Has(lang.Inf) {
			return false
		}
	}
	c.place, c.rule, c.from = incise, "said-before", first
	return true
}

// onlySo reports whether "que" at j and a number behind it say how far something goes:
// "n'a pu confirmer que cinq décès".
func (l *listener) onlySo(j, limit int32) bool {
	if l.norm(j) != "que" || !l.number(j+1) {
		return false
	}
	e := l.toComma(j+1, limit)
	if e == j+1 {
		e = limit
	}
	return !l.hasFinite(j+1, e)
}

// sayVerbAt looks token v up among the verbs of saying; end is the token behind
// the verb and the word that belongs to it ("fait état").
func (l *listener) sayVerbAt(v int32) (sayForm, sayVerb, int32, bool) {
	t := &l.a.Tokens[v]
	if t.POS == lang.DET || t.POS == lang.ADP || t.POS == lang.PUNCT || t.POS == lang.PROPN && !t.Morph.Has(lang.Fin) && lang.IsCapital(l.word(v)) {
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
	if !ok && l.rareIncise(v) {
		return sayForm{t.Lemma, partForm}, sayVerb{inserts | insertsOnly, neutral}, v + 1, true
	}
	if !ok {
		return f, sayVerb{}, 0, false
	}
	say := l.t.verbs[f.lemma]
	if f.kind == partForm && (t.Morph.Has(lang.Fin) && t.POS == lang.VERB) {
		f.kind = finiteForm
	}
	return f, say, v + 1, true
}

// rareIncise reports whether the participle at v, no verb of saying by itself, stands
// as one within a quotation, its auxiliary behind a comma and somebody by name behind
// it: « La tour s'est écrasée, a imagé M. Burnet. »
func (l *listener) rareIncise(v int32) bool {
	if !haveForms[l.norm(v-1)] || l.norm(v-2) != "," || !l.participle(v) || v+1 >= l.end || !title(l.norm(v+1)) && !l.properName(v+1) {
		return false
	}
	s := l.speechOver(v)
	if s == nil || !s.direct {
		return false
	}
	p, ok := l.phraseAt(v+1, l.end)
	return ok && (p.end >= l.end || l.a.Tokens[p.end].POS == lang.PUNCT)
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
	if say := l.t.verbs[f.lemma]; say.gov&inserts != 0 && l.behindSpeech(v) && t.POS != lang.DET && t.POS != lang.ADP {
		g.finite = true // « On garde espoir », estime, depuis le port, le capitaine
		return true
	}
	switch p := &l.a.Tokens[v-1]; p.POS {
	case lang.NOUN, lang.PROPN:
	case lang.CCONJ:
		if l.norm(v+1) != "que" {
			return false
		}
		g.finite = true
		return true // "ne reconnaît pas le scrutin et estime que"
	case lang.ADJ, lang.PUNCT:
		if p.POS == lang.PUNCT && p.Norm != ")" && p.Norm != "," || l.startsSentence(v-1) {
			return false
		}
	default:
		return false
	}
	k := v + 1
	for k+1 < limit && l.a.Tokens[k].POS == lang.ADV {
		k++ // "précise néanmoins que"
	}
	n := &l.a.Tokens[k]
	if n.Norm != "que" && n.Norm != "qu'" && n.POS != lang.DET && n.Norm != "à" && !l.inQuoteMark(k) {
		return false
	}
	first, _ := l.sentenceOver(v)
	if l.hasFinite(first, v) && !(l.norm(v-1) == "," && n.POS == lang.DET && l.besideSpeech(v)) {
		return false // but « Il faudra des semaines, relève le porte-parole »
	}
	g.finite = true
	return true
}

// behindSpeech reports whether nothing but a comma stands between the end of a
// quotation and token i.
func (l *listener) behindSpeech(i int32) bool {
	if i > l.first && l.norm(i-1) == "," {
		i--
	}
	return i > l.first && l.closesSpeech(i-1)
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

// citingBefore reads "L'agence, citant les autorités, indique" and "Citant les
// autorités, l'agence indique".
func (l *listener) citingBefore(c *cue, g *group) {
	if j := c.who.end; j < g.first && relayParticiples[l.norm(j)] {
		l.citedBy(c, j, g.first) // "Un berger joint par Le Phare a assuré"
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
		if l.norm(j) == "été" {
			return false // "a été arrêté et accusé d'avoir"
		}
		if haveForms[l.a.Tokens[j].Norm] {
			return true
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
		if l.norm(j) == "," && themToo[l.norm(j+1)] && l.norm(j+2) == "," {
			j += 3 // "la police parle, elle, de 13.000 personnes"
			continue
		}
		if j == c.end && (l.norm(j) == "eux" || l.norm(j) == "elles") {
			j++ // "ils évoquent eux un bilan"
			continue
		}
		if l.norm(j) == "," {
			k := l.skipOpen(c, j+1, limit)
			if k > j+1 && l.norm(k) == "," {
				j = k + 1
				continue
			}
			if c.say.gov&takesNoun != 0 && j > c.end && (l.timeWord(j-1) || l.number(j-1)) && j+1 < limit && l.a.Tokens[j+1].POS == lang.DET && !l.hasFinite(j+1, limit) {
				return j + 1 // "a annoncé vendredi 23 mars, le décès de"
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
		w := lang.FullForm(t.Norm)
		if l.inQuoteMark(j) || w == "que" {
			return j
		}
		if (w == "en" || w == "y") && j+1 < limit && l.a.Tokens[j+1].Morph.Has(lang.Inf) {
			return j // "prétend en avoir chassé"
		}
		if n := l.soonerOrLater(j); n > j {
			j = n
			continue
		}
		if n := l.norm(j + 1); w == "en" && (n == "outre" || n == "effet" || n == "revanche" || n == "particulier") {
			j += 2
			continue
		}
		if n := l.norm(j + 1); w == "pour" && (n == "sa" || n == "leur") && l.norm(j+2) == "part" {
			j += 3
			continue
		}
		if n := l.norm(j + 1); w == "de" && (n == "son" || n == "leur") && l.norm(j+2) == "côté" {
			j += 3
			continue
		}
		if t.POS == lang.ADP {
			gov := c.say.gov
			if w == "à" && c.lemma == "estimer" && l.number(j+1) {
				return j // "estime à 300 le nombre de sans-abri"
			}
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

// soonerOrLater is the token behind "plus tard", "un peu plus tôt" at j, j where none
// stands there.
func (l *listener) soonerOrLater(j int32) int32 {
	k := j
	if l.norm(k) == "un" && l.norm(k+1) == "peu" {
		k += 2
	}
	if l.norm(k) == "plus" && (l.norm(k+1) == "tard" || l.norm(k+1) == "tôt") {
		return k + 2
	}
	return j
}

var quantityAdverbs = lang.WordSet("environ quelque près plus moins au presque beaucoup tant que ne jusqu'à")

// relayAhead reports whether a medium stands behind the preposition at j.
func (l *listener) relayAhead(j, limit int32) bool {
	p, ok := l.phraseAt(j+1, limit)
	if !ok {
		return false
	}
	_, m := l.mediaRole(&p)
	r := l.role(p.head)
	return m || r == claim.Media || r == claim.Agency || r == claim.StateMedia
}
