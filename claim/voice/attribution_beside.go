package voice

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// besideAt reads a preposition that credits somebody: "selon", "d'après",
// "pour" before a speaker, "de source policière", "à en croire".
func (l *listener) besideAt(i int32) (cue, bool) {
	if c, ok := l.whoseWords(i); ok {
		return c, true
	}
	if c, ok := l.whatWasSaid(i); ok {
		return c, true
	}
	j, rule := l.besideWords(i)
	if j == 0 {
		return cue{}, false
	}
	c := cue{place: beside, first: i, end: j, verb: -1, from: i, rule: rule}
	_, limit := l.sentence(i)
	if rule == "own-information" {
		c.who, c.known = phrase{first: i + 1, end: j, head: j - 1, whole: j}, true
		c.until = j
		return c, true
	}
	if rule == "source" {
		return c, l.fromSource(&c, limit)
	}
	if rule == "for-whom" {
		return c, true
	}
	if k := l.skipArticle(j); k > j && k+1 < limit && l.inQuoteMark(k) && l.shortQuoteEnd(k, limit) == 0 {
		j = k + 1 // selon des « estimations préliminaires » annoncées par le préfet
	}
	p, ok := l.phraseAt(j, limit)
	if !ok {
		p, ok = l.quotedName(j, limit)
	}
	if !ok || !l.speaks(&p) && !l.isSource(p.head) || l.timeWord(p.head) && !l.titled(&p) {
		return cue{}, false // but "selon Le Matin"
	}
	if d := l.norm(p.first); (d == "son" || d == "sa" || d == "ses" || d == "leur" || d == "leurs") && tellings[singular(l.norm(p.head))] {
		return cue{}, false // "selon ses mots": whoever speaks already
	}
	if rule == "for-count" && l.roleOf(&p) == claim.Country && !capitals[l.norm(p.head)] {
		return cue{}, false // "15 en Belgique et 93 pour l'Allemagne": where, not who says so
	}
	if rule == "for-count" {
		r := l.roleOf(&p)
		if r == "" || r == claim.Witness || p.end < limit && l.a.Tokens[p.end].POS != lang.PUNCT && l.norm(p.end) != "et" {
			return cue{}, false
		}
	}
	if rule == "for" && !l.forSpeaker(&p, limit) {
		return cue{}, false
	}
	if p.whole > p.end && l.opensClause(i) && (p.whole >= limit || l.norm(p.whole) != "," || l.thingAside(&p)) {
		p.whole, p.aside = p.end, phraseRange{} // "Selon la gendarmerie, le car qui roulait": no apposition closes
		if p.nameAside {
			p.name, p.nameAside = phraseRange{}, false
		}
	}
	l.throughSource(&p, limit)
	c.who, c.known = p, true
	c.until = l.relays(&c, p.whole, limit)
	return c, true
}

// fromSource reads "de source policière", "de sources proches du dossier".
func (l *listener) fromSource(c *cue, limit int32) bool {
	i := c.first
	c.end = i + 1
	p := phrase{first: i + 1, head: i + 1}
	p.end = l.postnominal(i+2, limit, i+1)
	if p.end < limit && (l.norm(p.end) == "proche" || l.norm(p.end) == "proches") {
		p.end = l.complement(p.end+2, limit)
	}
	p.end = max(p.end, i+2)
	if !l.sourceSays(&p) {
		return false
	}
	p.whole, c.who, c.known = p.end, p, true
	c.until = l.relays(c, p.end, limit)
	return true
}

// quotedName reads the name of an outlet between marks at j: 'Selon "Tele 5", citant'.
func (l *listener) quotedName(j, limit int32) (phrase, bool) {
	if j >= limit || !l.inQuoteMark(j) {
		return phrase{}, false
	}
	e := l.shortQuoteEnd(j, limit)
	if e < j+3 || e >= limit || l.norm(e) != "," || !l.properName(j+1) {
		return phrase{}, false
	}
	return phrase{first: j + 1, end: e - 1, head: j + 1, whole: e, name: phraseRange{j + 1, e - 1}}, true
}

// whoseWords reads "les affirmations du Hamas selon lesquelles ...": whose they are
// says what follows.
func (l *listener) whoseWords(i int32) (cue, bool) {
	if l.norm(i) != "selon" {
		return cue{}, false
	}
	switch l.norm(i + 1) {
	case "lequel", "laquelle", "lesquels", "lesquelles":
	default:
		return cue{}, false
	}
	for j := i - 2; j > l.first && j > i-9; j-- {
		if l.norm(j) != "de" || !assertions[singular(l.norm(j-1))] {
			continue
		}
		p, ok := l.phraseAt(j+1, i)
		if !ok || p.end != i || !l.speaks(&p) {
			return cue{}, false
		}
		return cue{place: beside, first: i, end: i + 2, until: i + 2, verb: -1, from: i, rule: "whose-words", who: p, known: true}, true
	}
	return cue{}, false
}

// whatWasSaid reads "selon ce qu'a rapporté le commissaire".
func (l *listener) whatWasSaid(i int32) (cue, bool) {
	if l.norm(i) != "selon" || l.norm(i+1) != "ce" || l.norm(i+2) != "que" {
		return cue{}, false
	}
	_, limit := l.sentence(i)
	for v := i + 3; v < min(limit, i+7); v++ {
		if _, _, end, ok := l.sayVerbAt(v); ok {
			c := cue{place: beside, first: i, end: end, verb: -1, from: i, rule: "according-to"}
			return c, l.subjectBehind(&c, end, limit, false)
		}
	}
	return cue{}, false
}

// assertions are what somebody has said, told by a noun.
var assertions = lang.WordSet("affirmation déclaration allégation accusation information propo annonce estimation témoignage version thèse assertion")

// skipArticle is the token behind the article at j, j where none stands there.
func (l *listener) skipArticle(j int32) int32 {
	if j+1 < l.end && l.a.Tokens[j+1].Joined {
		return j + 2
	}
	if j < l.end && l.a.Tokens[j].POS == lang.DET {
		return j + 1
	}
	return j
}

// thingAside reports whether what stands behind p between commas begins the clause
// and is no apposition: "Selon l'OIM, le manque d'eau, surtout dans les camps, tue".
func (l *listener) thingAside(p *phrase) bool {
	first := p.aside.first
	if l.a.Tokens[first].POS == lang.PROPN && bodies[l.roleOf(&phrase{first: p.first, end: p.end, head: p.head})] {
		return true // "Selon la météo nationale, Freddy, qui faiblit, ira vers le nord"
	}
	if l.isSource(p.head) && l.countIn(p.aside) {
		return true // "D'après leurs déclarations, un minimum de 110 personnes, surtout des adultes,"
	}
	k := l.skipPrenominal(first, p.aside.end)
	if w := l.norm(first); w != "le" && w != "la" && w != "les" || k >= p.aside.end {
		return false
	}
	return l.a.Tokens[k].POS == lang.NOUN && l.role(k) == noRole && !p.nameAside
}

// besideWords returns the token behind the preposition at i, and its rule.
func (l *listener) besideWords(i int32) (int32, string) {
	switch l.norm(i) {
	case "selon":
		switch n := l.norm(i + 1); {
		case l.forWhom(i, i+1):
			return i + 2, "for-whom"
		case n == "que" || n == "toute" || n == "qui":
			return 0, ""
		case n == "," && int(i)+2 < len(l.a.Tokens) && l.properName(i+2), n == "toujours", n == "encore":
			return i + 2, "according-to" // "Selon, Paul Evrard," "selon toujours le maire"
		case (n == "nos" || n == "mes") && strings.HasPrefix(l.norm(i+2), "information"):
			return i + 3, "own-information"
		case (n == "nos" || n == "mes") && strings.HasPrefix(l.norm(i+2), "derni") && strings.HasPrefix(l.norm(i+3), "information"):
			return i + 4, "own-information" // "selon nos dernières informations"
		}
		return i + 1, "according-to"
	case "de":
		n := l.norm(i + 1)
		if n == "après" && l.a.Tokens[i].Norm == "d'" && l.a.Tokens[i].End == l.a.Tokens[i+1].Start {
			if l.forWhom(i, i+2) {
				return i + 3, "for-whom"
			}
			if i > l.first && int(i)+3 < len(l.a.Tokens) && (l.a.Tokens[i-1].POS == lang.NOUN || l.a.Tokens[i-1].POS == lang.PROPN) && l.a.Tokens[i+2].POS == lang.PROPN && l.mediumAt(i+2, l.end) == 0 && l.role(i+2) == noRole && !l.properName(i+3) {
				return 0, "" // "le premier carnaval d'après Covid"
			}
			return i + 2, "according-to"
		}
		if (n == "source" || n == "sources") && !l.nounBefore(i) {
			return i + 2, "source"
		}
		if n == "le" && l.norm(i+2) == "aveu" || n == "le" && l.norm(i+2) == "avis" {
			return l.ofWhom(i + 3), "according-to"
		}
	case "pour":
		if l.norm(i+1) == "qui" && l.norm(i-1) == "," && l.norm(i+2) != "" {
			return i + 2, "for-whom"
		}
		if l.startsClause(i) {
			return i + 1, "for"
		}
		if l.number(i - 1) {
			return i + 1, "for-count" // "15.000 selon la CGT, 6.000 pour la police"
		}
	case "à", "a":
		switch {
		case l.norm(i+1) == "en" && l.norm(i+2) == "croire":
			return i + 3, "according-to"
		case l.norm(i+2) == "dires" || l.norm(i+2) == "yeux" && l.startsClause(i) || l.norm(i+2) == "dire" && l.norm(i+3) == "de":
			return l.ofWhom(i + 3), "according-to"
		}
	case "sur":
		if l.norm(i+1) == "la" && l.norm(i+2) == "foi" {
			return l.ofWhom(i + 3), "according-to"
		}
	case "peut", "lit", "pouvait", "lisait":
		return l.readIn(i), "according-to"
	case "suivant":
		if k := l.skipArticle(i + 1); k > i+1 && k < l.end && sourceNouns[singular(l.norm(k))] {
			return i + 1, "according-to" // "suivant les chiffres fournis par la mairie"
		}
	case "dixit":
		return i + 1, "according-to"
	}
	return 0, ""
}

// readIn returns the token behind "peut-on lire dans", "lit-on dans" at i; 0
// where something else stands there.
func (l *listener) readIn(i int32) int32 {
	j := i + 1
	if l.norm(j) != "on" {
		return 0
	}
	if l.norm(j+1) == "lire" || l.norm(j+1) == "entendre" {
		j++
	}
	if w := l.norm(j + 1); w == "dans" || w == "sur" {
		return j + 2
	}
	return 0
}

// forWhom reports whether the preposition at i stands behind a comma and before a
// relative pronoun at k: "l'ONG, d'après qui".
func (l *listener) forWhom(i, k int32) bool {
	switch l.norm(k) {
	case "qui", "lequel", "laquelle", "lesquels", "lesquelles":
		return l.norm(i-1) == ","
	}
	return false
}

// afterDateline returns the token behind a dateline that opens at token i, "LIMA,
// 4 mai (Andina) -", or i where none does.
func (l *listener) afterDateline(i int32) int32 {
	if i >= l.end || l.a.Tokens[i].Sent != 0 && !l.startsSentence(i) || !lang.IsCapital(l.word(i)) {
		return i
	}
	if n := l.word(min(i+1, l.end-1)); (n == "-" || n == "–" || n == "—") && len(l.word(i)) > 3 && strings.ToUpper(l.word(i)) == l.word(i) {
		return i + 2 // "LIMA - "
	}
	for k := i; k < min(l.end-1, i+18); k++ {
		switch w := l.norm(k); {
		case w == ")":
			if n := l.word(k + 1); n == "-" || n == "–" || n == "—" || n == "." {
				return k + 2
			} else if n != "," {
				return i
			}
		case l.a.Tokens[k].POS == lang.VERB && l.a.Tokens[k].Morph.Has(lang.Fin):
			return i
		}
	}
	return i
}

// number reports whether token i is a number.
func (l *listener) number(i int32) bool {
	if i < l.first || int(i) >= len(l.a.Tokens) {
		return false
	}
	w := l.word(i)
	return l.a.Tokens[i].POS == lang.NUM || w[0] >= '0' && w[0] <= '9'
}

// ofWhom returns the token behind "de", "même de" at i; 0 if there is none.
func (l *listener) ofWhom(i int32) int32 {
	if l.norm(i) == "même" || l.norm(i) == "propre" {
		i++
	}
	if l.norm(i) != "de" {
		return 0
	}
	return i + 1
}

// nounBefore reports whether "de source" at i complements a noun.
func (l *listener) nounBefore(i int32) bool {
	return i > l.first && l.a.Tokens[i-1].POS == lang.NOUN && !l.timeWord(i-1)
}

// sourceSays: a source must be said to be of some kind, and "vérifié de source
// indépendante" credits nobody.
func (l *listener) sourceSays(p *phrase) bool {
	for j := p.first + 1; j < p.end; j++ {
		if strings.HasPrefix(l.norm(j), "indépendante") {
			return false
		}
	}
	return p.end > p.first+1
}

// forSpeaker: "Pour Moscou, ..." credits; "Pour les familles, l'attente est
// longue" does not, unless their words follow.
func (l *listener) forSpeaker(p *phrase, limit int32) bool {
	if p.whole >= limit || l.norm(p.whole) != "," {
		return false
	}
	if p.whole+1 < limit && l.inQuoteMark(p.whole+1) {
		return true
	}
	switch r := l.roleOf(p); {
	case l.a.Tokens[p.head].POS == lang.PRON:
		n := l.norm(p.head)
		return (n == "lui" || n == "elle" || n == "eux") && p.end == p.first+1
	case r == claim.Witness || r == claim.Media || r == claim.Agency:
		return false
	case r == "" && p.name.empty():
		return false
	}
	return l.hasFinite(p.whole+1, limit)
}

// throughSource goes from "un bilan de la préfecture" to the prefecture. A
// message, a video stay speakers of their own, for they are all that is known.
func (l *listener) throughSource(p *phrase, limit int32) {
	if !sourceNouns[singular(l.a.Tokens[p.head].Norm)] || l.norm(p.head) == "source" || l.norm(p.head) == "sources" {
		return
	}
	for j := p.head + 1; j < min(limit, p.end+5); j++ {
		if l.norm(j) == "," || l.norm(j) == "par" || l.a.Tokens[j].Morph.Has(lang.Fin) {
			break
		}
		if l.norm(j) != "de" {
			continue
		}
		k := j + 1
		q, ok := l.phraseAt(k, limit)
		if ok && l.speaks(&q) && !l.isSource(q.head) {
			*p = q
			return
		}
	}
	if j := p.end; j+2 < limit && l.norm(j) == "dont" && l.a.Tokens[j+1].Lemma == "disposer" {
		if q, ok := l.phraseAt(j+2, limit); ok && l.speaks(&q) {
			*p = q // "les informations dont dispose la gouverneure"
			return
		}
	}
	// "des chiffres communiqués dimanche par le ministère", "un décompte, publié
	// dimanche par la mairie,"
	from := p.end
	if from < limit && l.inQuoteMark(from) {
		from++
	}
	if from+1 < limit && l.norm(from) == "," && l.participle(from+1) {
		from++
	}
	for j := from; j < min(limit, from+8); j++ {
		if l.norm(j) == "," || l.a.Tokens[j].Morph.Has(lang.Fin) && j > from {
			break
		}
		if l.norm(j) == "par" {
			for k := p.head + 1; k < j && tellings[singular(l.norm(p.head))]; k++ {
				if collected[l.norm(k)] {
					return // "des récits recueillis par les gendarmes": the tellers are who speaks
				}
			}
			if q, ok := l.phraseAt(j+1, limit); ok && l.speaks(&q) {
				if _, medium := l.mediaRole(&q); !medium {
					*p = q
				}
			}
			return
		}
	}
}

// tellings are what somebody told whom the report does not name.
var tellings = lang.WordSet("témoignage récit propos mot dire terme expression")

// collected is said of what was told by others.
var collected = lang.WordSet("recueilli recueillis recueillie recueillies collecté collectés collectée collectées rassemblé rassemblés rassemblée rassemblées obtenu obtenus obtenue obtenues")

// isSource reports whether token h is a document that can be gone by.
func (l *listener) isSource(h int32) bool {
	w := singular(l.a.Tokens[h].Norm)
	return sourceNouns[w] || saidNouns[w] || w == "élément" || w == "constatation" || w == "conclusion"
}

func singular(w string) string {
	if len(w) > 3 {
		return strings.TrimSuffix(w, "s")
	}
	return w
}

// speaks reports whether a phrase can be a speaker: a name, a pronoun, a noun
// of person or body.
func (l *listener) speaks(p *phrase) bool {
	t := &l.a.Tokens[p.head]
	if t.POS == lang.PRON {
		return speakingPronouns[lang.FullForm(t.Norm)]
	}
	if l.timeWord(p.head) && !l.titled(p) {
		return false
	}
	if l.role(p.head) != noRole || t.POS == lang.PROPN {
		return true
	}
	w := singular(t.Norm)
	if saidNouns[w] || sourceNouns[w] {
		return true
	}
	if !p.name.empty() && (l.personal(p) || p.nameAside) {
		return true
	}
	if t.POS != lang.NOUN && p.head > p.first && (t.Norm == "dernier" || t.Norm == "dernière" || t.Norm == "derniers" || t.Norm == "dernières" || t.Norm == "premiers" || t.Norm == "proches" || t.Norm == "autres" || t.Norm == "autre" || t.Norm == "second" || t.Norm == "seconde" || t.Norm == "intéressé" || t.Norm == "un" || t.Norm == "une") {
		return true
	}
	return lang.IsCapital(l.word(p.head)) && l.midSentence(p.head)
}

// titled reports whether p is written as a title, article and all: "selon Le Matin".
func (l *listener) titled(p *phrase) bool {
	return p.head == p.first+1 && l.a.Tokens[p.first].POS == lang.DET && l.midSentence(p.first) && lang.IsCapital(l.word(p.head)) && lang.IsCapital(l.word(p.first))
}

// startsClause reports whether token i begins a sentence, or a clause behind a
// semicolon, a colon or a conjunction.
func (l *listener) startsClause(i int32) bool {
	if l.startsSentence(i) || i == l.first {
		return true
	}
	switch l.norm(i - 1) {
	case "•", "–", "—", "-", "*":
		return i-1 == l.first || l.startsSentence(i-1)
	case ";", ":", "mais", "car", "or":
		return true
	case ",":
		switch l.norm(i - 2) {
		case "mais", "et", "or", "toutefois", "cependant", "pourtant":
			return true
		}
	case "et":
		return l.norm(i-2) == "," || l.startsSentence(i-1)
	case "que":
		n := l.norm(i - 2)
		return n == "tandis" || n == "alors"
	}
	return l.inQuoteMark(i-1) && l.startsSentence(i-1)
}

// opensClause reports whether the preposition at i begins a clause, an adverb before
// it left out: "Toujours selon ce rapport, ...".
func (l *listener) opensClause(i int32) bool {
	n := l.norm(i - 1)
	return (n == "toujours" || n == "encore") && l.startsClause(i-1) || l.startsClause(i)
}

// hasFinite reports whether a finite verb stands in the tokens [i, j), relative
// clauses left out.
func (l *listener) hasFinite(i, j int32) bool {
	for k := i; k < j; k++ {
		t := &l.a.Tokens[k]
		if (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) && !l.inRelative(k, i) {
			return true
		}
	}
	return false
}

// inRelative reports whether the verb k stands right behind a relative pronoun.
func (l *listener) inRelative(k, floor int32) bool {
	for j := k - 1; j >= floor && j >= k-6; j-- {
		switch l.norm(j) {
		case "qui", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles":
			return true
		case ",", ";":
			return false
		}
		if t := &l.a.Tokens[j]; t.Norm == "que" && t.POS == lang.PRON || (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) {
			return t.Norm == "que"
		}
	}
	return false
}
