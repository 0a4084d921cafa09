package voice

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// credit makes the attribution of a cue; nil where its speaker cannot be told.
func (l *listener) credit(c *cue) *claim.Attribution {
	if c.by != nil {
		return c.by
	}
	switch {
	case c.place == adverb:
		s := l.span(c.first, c.end)
		c.by = &claim.Attribution{Speaker: l.a.Doc.Text[s.Start:s.End], Role: claim.Officials, Span: s, Stands: s}
	case c.known:
		c.by = l.name(&c.who)
	default:
		return nil
	}
	c.by.Rule = c.rule
	c.by.CueSpan = l.span(c.first, c.end)
	c.by.Cue = l.a.Doc.Text[c.by.CueSpan.Start:c.by.CueSpan.End]
	for i := range c.via {
		l.addVia(c.by, &c.via[i])
	}
	l.ownReport(c)
	return c.by
}

// addVia adds a relay once.
func (l *listener) addVia(by *claim.Attribution, p *phrase) {
	words, span := l.speakerWords(p)
	for i := range by.Via {
		if by.Via[i].Span == span {
			return
		}
	}
	if span == by.Span {
		return
	}
	role := l.roleOf(p)
	if role == "" {
		role = claim.Media
	}
	by.Via = append(by.Via, claim.Attribution{Speaker: words, Name: l.properNameOf(p), Role: role, Span: span, Stands: span})
}

// ownReport marks what an outlet or agency saw itself.
func (l *listener) ownReport(c *cue) {
	by := c.by
	if c.rule == "own-information" {
		by.Own, by.Role = true, claim.OwnReport
		return
	}
	if c.place == adverb || !c.known {
		return
	}
	reporter := false
	switch singular(l.norm(c.who.head)) {
	case "journaliste", "correspondant", "correspondante", "reporter", "photographe", "envoyé", "équipe":
		reporter = !c.who.name.empty()
	}
	saw := c.lemma == "constater" || c.lemma == "observer"
	if reporter && (saw || c.place == beside) || saw && (by.Role == claim.Agency || by.Role == claim.Media) {
		by.Own, by.Role = true, claim.OwnReport
	} else if c.place == beside && by.Role == claim.Agency {
		by.Own = true
	}
}

// creditRest makes the claims of the cues that no quotation took.
func (l *listener) creditRest() {
	free := l.first // the first token of the sentence no claim has taken
	var sent int32 = -1
	for i := range l.cues {
		c := &l.cues[i]
		if s := l.a.Tokens[c.first].Sent; s != sent {
			sent, free = s, max(l.a.Sents[s].First, l.first)
		}
		if c.used {
			free = max(free, c.until)
			continue
		}
		if l.relaysCue(c, i) {
			continue
		}
		content, ok := l.contentOf(c, i, free)
		if !ok {
			continue
		}
		by := l.credit(c)
		if by == nil {
			continue
		}
		c.used = true
		span, kind := l.span(content.first, content.end), l.kindOfContent(content)
		if s := l.speechOver(content.first); s != nil && (c.place == beside || c.place == adverb) && s.first == content.first && s.end >= content.end && l.words(s) >= 4 {
			span, kind = l.inner(s, c), claim.Direct // Pour Ahmed, « ... »
			for k := i + 1; k < len(l.cues) && l.cues[k].first < s.out; k++ {
				l.cues[k].used = true
			}
			s.claim = l.add(span, l.span(c.from, max(c.until, c.from+1)), kind, by, claim.Asserted)
		}
		c.claimed = l.add(span, l.span(c.from, max(c.until, c.from+1)), kind, by, l.stanceOf(c, content))
		if c.place != before || c.until > free {
			free = max(free, c.until)
		}
	}
}

// relaysCue: "Le front a reconnu le raid, selon la cellule Veille": who stands
// right behind what another says is a relay of it.
func (l *listener) relaysCue(c *cue, i int) bool {
	if c.place != beside && c.place != incise || i == 0 || !c.known || c.rule == "for-count" || l.relativeBefore(c.from) || l.a.Tokens[c.who.head].POS == lang.PRON {
		return false
	}
	p := &l.cues[i-1]
	if p.place != before && p.place != passive && !(p.place == incise && c.place == incise) || p.by == nil || !p.used || p.claimed == nil || !l.sameSentence(p.first, c.first) || c.from > p.until+1 || c.from < p.until {
		return false
	}
	if by := l.credit(c); c.place == incise && by.Role != claim.Media && by.Role != claim.Agency && by.Role != claim.StateMedia {
		return false
	}
	l.addVia(p.by, &c.who)
	p.claimed.Span = p.claimed.Span.Cover(l.span(c.from, c.until))
	c.used = true
	return true
}

// contentOf returns the tokens that rest on the cue.
func (l *listener) contentOf(c *cue, i int, free int32) (phraseRange, bool) {
	switch c.place {
	case before, going, passive:
		return c.content, !c.empty()
	case adverb:
		_, limit := l.sentence(c.first)
		return l.behind(c, c.end, limit)
	}
	_, limit := l.sentenceOver(c.first)
	if c.rule == "said-before" {
		if c.from <= l.first || i > 0 && l.cues[i-1].used && l.a.Tokens[l.cues[i-1].first].Sent+1 == l.a.Tokens[c.first].Sent {
			return phraseRange{}, false
		}
		first, end := l.sentenceOver(c.from - 1)
		if s := l.speechOver(c.from - 2); s != nil && s.first < first {
			first, _ = l.sentenceOver(s.first) // it was cut within the quotation
		}
		return phraseRange{first, l.trim(first, end)}, true
	}
	if c.rule == "for-whom" {
		if i == 0 || !l.cues[i-1].known {
			return phraseRange{}, false
		}
		c.who, c.known = l.cues[i-1].who, true
		return l.behind(c, c.end, limit)
	}
	if c.rule == "whose-words" {
		return l.behind(c, c.end, limit)
	}
	if c.place == beside {
		if l.opensClause(c.from) || c.from == free || l.relativeBefore(c.from) {
			return l.behind(c, c.until, limit)
		}
	}
	if c.rule == "as-said" && l.startsSentence(c.from) {
		return l.behind(c, c.until, limit)
	}
	if c.place == incise && i > 0 && l.cues[i-1].place == before && l.cues[i-1].content.end < c.from && l.onlyMarks(l.cues[i-1].content.end, c.from) && l.sameSentence(l.cues[i-1].first, c.first) {
		free, _ = l.sentenceOver(c.first) // "les faits suggèrent que ..., a ajouté l'ONG"
	}
	if c.place == incise && i > 0 && l.bareCount(&l.cues[i-1]) && l.sameSentence(l.cues[i-1].first, c.first) {
		free, _ = l.sentenceOver(c.first) // "..., selon un bilan provisoire, ont annoncé les autorités"
	}
	return l.ahead(c, free, limit)
}

// bareCount reports whether c goes by a toll that is said to be nobody's.
func (l *listener) bareCount(c *cue) bool {
	return c.place == beside && c.known && tollWords[l.norm(c.who.head)] && c.who.name.empty()
}

func (c *cue) empty() bool { return c.content.end <= c.content.first }

// relativeBefore: "qui, selon lui, comptait".
func (l *listener) relativeBefore(i int32) bool {
	j := i - 1
	if l.norm(j) == "," {
		j--
	}
	switch l.norm(j) {
	case "qui", "que", "dont", "où", "lequel", "laquelle":
		return true
	}
	return false
}

// behind is the clause that follows a cue: "Selon la police, {...}".
func (l *listener) behind(c *cue, j, limit int32) (phraseRange, bool) {
	for j < limit && l.a.Tokens[j].POS == lang.PUNCT && !l.inQuoteMark(j) {
		if w := l.norm(j); w == "." || w == ";" {
			return phraseRange{}, false
		}
		j++
	}
	if j >= limit {
		return phraseRange{}, false
	}
	end, relative := limit, l.relativeBefore(c.from)
	for k := j; k < limit; k++ {
		if l.norm(k) == "," && k+1 < limit && relative && l.a.Tokens[k+1].Morph.Has(lang.Fin) && l.a.Tokens[k+1].POS != lang.NOUN {
			end = k // the main clause resumes
			break
		}
		if l.norm(k) == "," && l.incisedAt(k+1) {
			end = k
			break
		}
		if s := l.speechOver(k); s != nil && k > s.first && k < s.end-1 {
			continue
		}
		n := l.norm(k)
		if n == ";" || n == "," && k+1 < limit && l.contrast(k+1, limit) || l.cueFrom(k, c) {
			end = k
			break
		}
	}
	if w := l.norm(j); w == "que" || w == "qui" || w == "dont" || relayParticiples[w] || c.place == beside && c.known && l.isSource(c.who.head) && l.participle(j) && l.norm(j-1) == "," {
		if k := l.toComma(j, end); k > j { // "le rapport, que le journal a pu lire, {...}"
			return l.behind(c, k, limit)
		}
	}
	end = l.trim(j, end)
	return phraseRange{j, end}, end > j+1 || end > j && l.a.Tokens[j].POS == lang.VERB
}

// incisedAt reports whether an incise begins at token k.
func (l *listener) incisedAt(k int32) bool {
	for i := range l.cues {
		if l.cues[i].place == incise && l.cues[i].from == k {
			return true
		}
	}
	return false
}

// cueFrom reports whether another cue that takes what stands before it begins
// at token k.
func (l *listener) cueFrom(k int32, c *cue) bool {
	for i := range l.cues {
		x := &l.cues[i]
		if x != c && x.from == k && (x.place == beside && l.norm(k-1) == "," || x.place == going) {
			return true
		}
	}
	return false
}

// contrast reports whether another's word begins behind the comma: "mais les
// familles affirment", "tandis que l'armée parle".
func (l *listener) contrast(k, limit int32) bool {
	switch l.norm(k) {
	case "mais", "tandis", "alors", "quand", "or":
	default:
		return false
	}
	for i := range l.cues {
		if x := &l.cues[i]; x.from > k && x.from < min(limit, k+8) {
			return true
		}
	}
	return false
}

// ahead is the clause before a cue: "{...}, a indiqué la police". Where the cue
// stands within it, it goes on behind.
func (l *listener) ahead(c *cue, free, limit int32) (phraseRange, bool) {
	j := min(l.afterDateline(free), c.from)
	for j < c.from && (l.a.Tokens[j].POS == lang.PUNCT && !l.inQuoteMark(j) || l.connective(j)) {
		j++
	}
	end := l.trim(j, c.from)
	if end > j && l.norm(end-1) == "toujours" {
		end = l.trim(j, end-1)
	}
	if l.norm(j-1) == "(" && j > free {
		if e := l.closeParen(j-1, c.from); e > 0 {
			j = e // "(Belga) Le choléra a tué ..."
		}
	}
	if s := l.speechOver(j); s != nil && s.first < j && j < s.end {
		j, _ = l.sentenceOver(s.first) // the sentence was cut within the quotation
	}
	if end <= j {
		return phraseRange{}, false
	}
	if c.until < limit && l.norm(c.until) == "," && (wantsObject[l.norm(end-1)] || l.carriesOn(c, end, limit)) {
		return phraseRange{j, l.rest(c, limit)}, true // "qui a fait, selon les secours, 26 morts"
	}
	for k := end - 1; k > j; k-- {
		if l.norm(k) == ":" && c.place == beside && l.speechOver(k) == nil && !l.hasFinite(k+1, end) {
			j = k + 1 // "a moins mobilisé : 15.000 manifestants selon elle"
			break
		}
	}
	if !l.hasFinite(j, end) && c.until < limit {
		if rest := l.rest(c, limit); rest > c.until && l.hasFinite(c.until, rest) {
			return phraseRange{j, rest}, true // "Le feu, selon lui, couvait"
		}
	}
	if n := l.norm(c.until + 1); c.until+2 < limit && l.norm(c.until) == "," && (n == "dont" || n == "parmi") {
		return phraseRange{j, l.rest(c, limit)}, true
	}
	return phraseRange{j, end}, true
}

// carriesOn reports whether the clause that ends at token end with a verb goes on
// behind the cue and its comma: "On compte, d'après la mairie, trois cents
// maisons inondées".
func (l *listener) carriesOn(c *cue, end, limit int32) bool {
	j := c.until + 1
	if l.norm(c.from-1) != "," || j+1 >= limit {
		return false
	}
	if t := &l.a.Tokens[end-1]; t.POS != lang.VERB && t.POS != lang.AUX && t.Norm != "eu" || t.Morph.Has(lang.Inf) {
		return false
	}
	switch t := &l.a.Tokens[j]; t.POS {
	case lang.DET, lang.NUM:
		p, ok := l.phraseAt(j, limit)
		return ok && !l.isSource(p.head) && !l.newSubject(j, limit)
	case lang.ADP:
		return !strings.HasSuffix(l.a.Tokens[j+1].Norm, "ant")
	case lang.ADV:
		return quantityAdverbs[t.Norm]
	case lang.VERB:
		return l.participle(j) && (haveForms[l.a.Tokens[end-1].Norm] || beForms[l.a.Tokens[end-1].Norm])
	}
	return false
}

// wantsObject are forms that leave a clause open until their object comes.
var wantsObject = lang.WordSet("fait faisait font faisaient tué blessé causé provoqué entraîné coûté compte comptait comptent comptaient détruit ravagé emporté mobilisé concerne touche touché vise visé fera ferait")

// rest is the end of what goes on behind an incise.
func (l *listener) rest(c *cue, limit int32) int32 {
	for k := c.until; k < limit; k++ {
		if l.cueFrom(k, c) || l.norm(k) == ";" {
			return l.trim(c.until, k)
		}
	}
	return l.trim(c.until, limit)
}

func (l *listener) connective(j int32) bool {
	switch l.norm(j) {
	case "et", "mais", "or", "car", "puis", "toutefois", "cependant":
		return true
	case "tandis", "alors":
		return l.norm(j+1) == "que"
	case "que":
		n := l.norm(j - 1)
		return n == "tandis" || n == "alors"
	}
	return false
}

// kindOfContent tells indirect speech from speech with quoted words in it.
func (l *listener) kindOfContent(p phraseRange) claim.Kind {
	for i := range l.speeches {
		if s := &l.speeches[i]; s.first < p.end && s.in < p.end && s.out > p.first && s.closed && !l.nameOfThing(s) {
			return claim.Mixed
		}
	}
	return claim.Indirect
}

// nameOfThing: l'ONG "Mer Vive": a name between marks quotes nobody.
func (l *listener) nameOfThing(s *speech) bool {
	if s.first == 0 || !lang.IsCapital(l.word(s.in)) || s.out-s.in > 4 {
		return false
	}
	t := &l.a.Tokens[s.first-1]
	return t.POS == lang.NOUN || t.Norm == "baptisée" || t.Norm == "dit" || t.Norm == "dite"
}

// stanceOf is the stance of what rests on a cue.
func (l *listener) stanceOf(c *cue, content phraseRange) claim.Stance {
	switch {
	case c.neg && (c.lemma == "confirmer"):
		return claim.NotKnown
	case c.neg:
		return claim.Asserted
	case c.say.strength == denying && c.place != incise, c.say.strength == denying && c.lemma == "démentir":
		return claim.Denied
	case c.cond:
		return claim.Hedged
	}
	first := true
	for k := content.first; k < content.end; k++ {
		if s := l.speechOver(k); s != nil && s.direct && s.closed {
			continue
		}
		t := &l.a.Tokens[k]
		if !t.Morph.Has(lang.Fin) {
			continue
		}
		if t.Morph.Has(lang.Cnd) && first && (!l.inRelative(k, content.first) || l.norm(content.first+2) == "qui") {
			if ConditionalHearsay(l.a, k, l.cueAttribution(c)) {
				return claim.Hedged
			}
		}
		first = first && l.inRelative(k, content.first)
	}
	return claim.Asserted
}

// cueAttribution is the attribution of c with what ConditionalHearsay looks at.
func (l *listener) cueAttribution(c *cue) *claim.Attribution {
	by := c.by
	if by == nil {
		s := l.span(c.first, c.end)
		by = &claim.Attribution{Rule: c.rule, CueSpan: s, Cue: l.a.Doc.Text[s.Start:s.End]}
	}
	return by
}

// ConditionalHearsay reports whether the conditional at token verb (the finite
// verb or auxiliary, or the verb it belongs to) marks hearsay: "auraient été
// tuées". It does not where there is a "si", where the verb is one of ability
// or wish ("devrait", "pourrait"), and where a verb of saying in the past
// governs it, which makes it a future: "a dit que l'opération prendrait fin".
// By is the attribution it stands under, nil where the report speaks for itself.
func ConditionalHearsay(a *lang.Analysis, verb int32, by *claim.Attribution) bool {
	if verb < 0 || int(verb) >= len(a.Tokens) {
		return false
	}
	cond := verb
	if !a.Tokens[verb].Morph.Has(lang.Cnd) {
		cond = -1
		for j := range a.Children(verb) {
			if t := &a.Tokens[j]; (t.Rel == lang.Aux || t.Rel == lang.Cop) && t.Morph.Has(lang.Cnd) {
				cond = j
			}
		}
		if cond < 0 {
			return false
		}
	}
	switch a.Tokens[cond].Lemma {
	case "devoir", "pouvoir", "vouloir", "souhaiter", "aimer", "falloir", "savoir", "préférer", "valoir":
		return false
	}
	if hypothetical(a, cond) {
		return false
	}
	return by == nil || !governedInPast(a, cond, by)
}

// hypothetical reports whether a "si" or "sans" makes the conditional at i one
// of hypothesis.
func hypothetical(a *lang.Analysis, i int32) bool {
	s := a.Sents[a.Tokens[i].Sent]
	for j := s.First; j < s.End; j++ {
		switch t := &a.Tokens[j]; t.Norm {
		case "si", "s'":
			if t.POS == lang.SCONJ || t.Norm == "si" && t.Rel == lang.Mark {
				return true
			}
		case "comme":
			if j+1 < s.End && a.Tokens[j+1].Norm == "si" {
				return true
			}
		}
	}
	return false
}

// governedInPast reports whether the cue is a verb of saying in a past tense
// that stands before the conditional and governs it with "que".
func governedInPast(a *lang.Analysis, cond int32, by *claim.Attribution) bool {
	if by.CueSpan.IsZero() || by.CueSpan.Start > int(a.Tokens[cond].Start) {
		return false
	}
	first := a.TokenAt(by.CueSpan.Start)
	end := a.TokenAt(by.CueSpan.End - 1)
	if by.CueSpan == (text.Span{}) || int(end) >= len(a.Tokens) {
		return false
	}
	for j := first; j <= end; j++ {
		t := &a.Tokens[j]
		if haveForms[t.Norm] || t.Morph.Has(lang.Imperf) || t.POS == lang.VERB && hasPastEnding(t.Norm) || t.Norm == "est" || t.Norm == "sont" {
			return true
		}
	}
	return false
}
