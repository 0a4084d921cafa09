package voice

import (
	"strings"

	"recoupe/lang"
)

// govern finds what the cue governs behind it and sets c.content. It reports
// false where the verb governs nothing that could be said: "accuse un retard".
func (l *listener) govern(c *cue, limit int32) bool {
	if c.neg && !l.negatedSays(c) {
		return false
	}
	j := l.skipCircumstances(c, c.end, limit)
	if j >= limit {
		return false
	}
	if l.norm(c.first) == "ne" && l.onlySo(j, limit) {
		j++
	}
	start, ok := l.governed(c, j, limit)
	if !ok && l.norm(j) == "," && l.norm(j+1) == "outre" && c.say.gov&(takesNoun|takesToll|takesDe) != 0 {
		if k := l.toComma(j+1, limit); k > j+1 && l.countIn(phraseRange{j + 1, k}) {
			c.content = phraseRange{j + 1, l.clauseEnd(c, k+1, limit)}
			c.until = max(c.until, c.content.end)
			return true // "évoquait, outre les trois chalutiers perdus, onze canots éventrés"
		}
	}
	if !ok {
		if start, ok = l.thatAhead(c, j, limit); !ok {
			return false
		}
	}
	if start < 0 { // a quotation behind a colon
		c.content = phraseRange{}
		c.until = j
		return true
	}
	end := l.clauseEnd(c, start, limit)
	if end+1 < limit && l.norm(start-1) == "que" && l.norm(end) == "," && !l.hasFinite(start, end) {
		end = l.clauseEnd(c, end+1, limit) // "que 90 soldats, dont six officiers, avaient été tués"
	}
	if c.neg && c.lemma == "confirmer" {
		start = c.first
	}
	if end <= start {
		return false
	}
	if k := l.toComma(start, end); c.place == going && k > start && l.norm(start-1) != "que" && !l.hasFinite(start, k) && l.hasFinite(k, end) && !l.relativeIn(k, k+2) {
		end = l.trim(start, k) // "des médias évoquant une centaine de noyés, les familles ont afflué"
	}
	if c.say.gov&takesWhole != 0 {
		end = l.pastAsideOf(start, end, limit)
	}
	c.content = phraseRange{start, end}
	c.until = max(c.until, end)
	return l.contentCounts(c)
}

// pastAsideOf goes on behind words between commas to the charge itself: "accuse les
// partisans, soutenus par des inconnus, de piller".
func (l *listener) pastAsideOf(start, end, limit int32) int32 {
	if end+1 >= limit || l.norm(end) != "," || !l.participle(end+1) {
		return end
	}
	k := l.toComma(end+1, limit)
	if k+2 < limit && l.norm(k+1) == "de" && (l.a.Tokens[k+2].Morph.Has(lang.Inf) || l.norm(k+2) == "se") && k > end+1 {
		return l.trim(start, limit)
	}
	return end
}

// thatAhead finds a "que" further on, past what could not be read: "a déclaré
// au terme d'une longue réunion des maires de la vallée que ...".
func (l *listener) thatAhead(c *cue, j, limit int32) (int32, bool) {
	switch c.lemma {
	case "trouver", "continuer", "poursuivre", "reprendre":
		return 0, false // "ont trouvé la mort, … ainsi que", "continuent d'arroser pour éviter que"
	}
	if c.say.gov&takesThat == 0 {
		return 0, false
	}
	for k := j; k < min(limit-1, j+30); k++ {
		t := &l.a.Tokens[k]
		if lang.FullForm(t.Norm) == "que" && t.POS == lang.SCONJ && !noSaying[l.norm(k-1)] {
			return k + 1, true
		}
		if t.Norm == ";" || t.Norm == ":" || (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) || l.inQuoteMark(k) {
			break
		}
	}
	return 0, false
}

// noSaying are words before "que" that make it no clause of what is said.
var noSaying = lang.WordSet("plus moins alors tandis ainsi pendant dès sans avant après afin bien tant")

// negatedSays: what is said with a negation.
func (l *listener) negatedSays(c *cue) bool {
	switch c.lemma {
	case "confirmer", "exclure", "écarter":
		return true
	}
	return c.say.strength == denying && c.lemma != "démentir"
}

// governed returns the first token of the content that begins at or behind j,
// or -1 where a quotation opens there.
func (l *listener) governed(c *cue, j, limit int32) (int32, bool) {
	gov := c.say.gov
	t := &l.a.Tokens[j]
	w := lang.FullForm(t.Norm)
	if gov&takesThat != 0 && (tellers[c.lemma] || c.lemma == "assurer" || c.lemma == "rassurer") && (t.POS == lang.DET || t.POS == lang.PROPN) {
		if p, ok := l.phraseAt(j, limit); ok && p.end+1 < limit && lang.FullForm(l.norm(p.end)) == "que" {
			return p.end + 1, true // "a assuré les familles qu'il reviendrait"
		}
	}
	switch {
	case w == "que" && t.POS != lang.DET:
		return j + 1, gov&takesThat != 0 && j+1 < limit
	case w == "ce" && l.norm(j+1) == "que" && gov&takesAInf != 0:
		return j + 2, true
	case w == "à" && l.norm(j+1) == "ce" && l.norm(j+2) == "que":
		return j + 3, gov&takesAInf != 0
	case w == ":":
		if j+1 < limit && l.inQuoteMark(j+1) {
			return -1, true
		}
		return j + 1, gov&takesThat != 0 && j+1 < limit
	case w == ",":
		return 0, false
	case l.inQuoteMark(j):
		if l.speechAt(j) {
			return -1, true
		}
		return j, gov&(takesWords|takesNoun|takesToll|takesState|takesWhole|takesThat) != 0
	case w == "de" && t.POS == lang.ADP || w == "de":
		return l.governedByDe(c, j, limit)
	case w == "à" || w == "aux" || w == "au":
		if inf := j+1 < limit && (l.a.Tokens[j+1].Morph.Has(lang.Inf) || l.inQuoteMark(j+1) && j+2 < limit && l.a.Tokens[j+2].Morph.Has(lang.Inf)); inf {
			return j, gov&takesAInf != 0
		}
		return j, c.lemma == "estimer" && l.number(j+1) || gov&(takesA|takesWhole) != 0 || gov&takesAInf != 0 && l.infAhead(j, limit)
	case w == "sur":
		return j, gov&takesSur != 0
	case w == "contre":
		return j, gov&takesContre != 0
	case t.POS == lang.VERB && t.Morph.Has(lang.Inf) || t.POS == lang.AUX && t.Morph.Has(lang.Inf) || w == "ne" || (w == "se" || Clitics[w] && t.POS == lang.PRON || w == "en" && l.infinitiveAhead(j, limit)):
		return j, gov&takesInf != 0 && l.infinitiveAhead(j, limit)
	case gov&takesState != 0:
		return j, t.POS == lang.ADJ || t.POS == lang.VERB && l.participle(j) || t.POS == lang.ADV || t.POS == lang.NOUN || w == "à"
	case t.POS == lang.DET || t.POS == lang.NUM || t.POS == lang.NOUN || t.POS == lang.PROPN || t.POS == lang.ADJ || t.POS == lang.ADV || t.POS == lang.PRON && (w == "un" || w == "une" || w == "plusieurs" || w == "aucun" || w == "aucune"):
		if t.POS == lang.ADV && !quantityAdverbs[w] {
			return 0, false
		}
		return j, gov&(takesNoun|takesToll|takesWords|takesWhole) != 0
	}
	return 0, false
}

// governedByDe: "fait état de X", "promet de X", "dénonce des X".
func (l *listener) governedByDe(c *cue, j, limit int32) (int32, bool) {
	gov := c.say.gov
	k := j + 1
	for k < limit && (Clitics[l.norm(k)] || l.norm(k) == "tout" || l.norm(k) == "rien" || l.norm(k) == "bien" || l.norm(k) == "ne" || l.norm(k) == "pas" || l.norm(k) == "plus" || l.norm(k) == "se") && l.a.Tokens[k].POS != lang.DET {
		k++
	}
	if k < limit && l.a.Tokens[k].Morph.Has(lang.Inf) || k < limit && l.inQuoteMark(k) && k+1 < limit && l.a.Tokens[k+1].Morph.Has(lang.Inf) {
		return j, gov&(takesDeInf|takesWhole) != 0 || c.neg && (c.lemma == "exclure" || c.lemma == "écarter")
	}
	if k < limit && l.norm(k) == "ce" && l.norm(k+1) == "que" {
		return k + 2, gov&(takesDe|takesThat) != 0
	}
	if gov&takesDe != 0 || gov&takesState != 0 {
		if l.a.Tokens[j].POS == lang.ADP && l.a.Tokens[j].Start != l.a.Tokens[min(j+1, limit-1)].Start {
			return j + 1, j+1 < limit
		}
		return j, true
	}
	partitive := l.a.Tokens[j].POS == lang.DET || j+1 < limit && l.a.Tokens[j+1].Joined && l.a.Tokens[j+1].Start == l.a.Tokens[j].Start || l.inQuoteMark(min(j+1, limit-1))
	return j, partitive && gov&(takesNoun|takesToll|takesWords|takesWhole) != 0 || gov&takesWhole != 0
}

// infAhead reports whether an infinitive with "de" or "à" follows a person
// named at j: "demande à l'armée de tirer".
func (l *listener) infAhead(j, limit int32) bool {
	for k := j + 1; k+1 < min(limit, j+20); k++ {
		if n := l.norm(k); (n == "de" || n == "à") && (l.a.Tokens[k+1].Morph.Has(lang.Inf) || l.inQuoteMark(k+1) && k+2 < limit && l.a.Tokens[k+2].Morph.Has(lang.Inf) || l.norm(k+1) == "ne" || l.norm(k+1) == "se" || Clitics[l.norm(k+1)] && k+2 < limit && l.a.Tokens[k+2].Morph.Has(lang.Inf)) {
			return true
		}
	}
	return false
}

// infinitiveAhead reports whether an infinitive stands at j or behind its Clitics.
func (l *listener) infinitiveAhead(j, limit int32) bool {
	for k := j; k < min(limit, j+5); k++ {
		t := &l.a.Tokens[k]
		if t.Morph.Has(lang.Inf) {
			return true
		}
		if !Clitics[l.norm(k)] && !groupAdverbs[l.norm(k)] && l.norm(k) != "ne" && l.norm(k) != "se" && t.POS != lang.ADV && !l.inQuoteMark(k) {
			return false
		}
	}
	return false
}

// contentCounts sorts out noun phrases that are said from those that are not:
// "a publié un bilan", not "a publié un décret"; "dénonce un coup d'Etat", not
// "le ciel annonce la pluie".
func (l *listener) contentCounts(c *cue) bool {
	p := c.content
	gov := c.say.gov
	that := l.norm(p.first-1) == "que" || l.norm(p.first-1) == ":"
	if c.lemma == "demander" && l.anonymity(p) {
		return false
	}
	if that {
		return !thingsSay[c.lemma] || l.speaks(&c.who)
	}
	if p.end == p.first+1 && l.a.Tokens[p.first].Morph.Has(lang.Inf) {
		return false // "que les rebelles disaient tenir"
	}
	if gov&takesInf != 0 && l.perfectInfinitive(p.first, p.end) {
		return true // who reports having done something can speak, whatever the noun
	}
	if c.known && !l.speaks(&c.who) || c.lemma == "annoncer" && l.norm(p.first+1) == "couleur" {
		return false
	}
	first := &l.a.Tokens[p.first]
	if gov&takesInf != 0 && l.infinitiveAhead(p.first, p.end) || first.Morph.Has(lang.Inf) || l.norm(p.first) == "de" && l.infinitiveAhead(p.first+1, p.end) || l.norm(p.first) == "à" && l.infinitiveAhead(p.first+1, p.end) {
		return true
	}
	quoted := l.quoteIn(p)
	switch {
	case c.neg && c.lemma == "confirmer":
		return true
	case gov&takesWhole != 0:
		return l.wholeCounts(c, quoted)
	case gov&(takesState|takesSur|takesContre) != 0:
		if w := l.norm(p.first); c.lemma == "alerter" && !quoted && w != "sur" {
			return false // "avait alerté la mairie"
		}
		return gov&takesState == 0 || quoted || first.POS == lang.ADJ || first.POS == lang.VERB || first.POS == lang.ADV || l.norm(p.first) == "en" || l.norm(p.first) == "à" || first.POS == lang.NOUN
	case gov&takesDe != 0 && c.lemma == "parler":
		return quoted || l.countIn(p) || l.norm(p.first) == "un" || l.norm(p.first) == "une" || c.who.head > 0 && l.a.Tokens[p.first].POS == lang.NOUN && l.a.Tokens[p.first].Morph.Has(lang.Plur) && l.role(c.who.head) != noRole && l.role(p.first) == noRole || l.a.Tokens[p.first-1].Joined && l.norm(p.first-1) == "les"
	case c.say.strength == asking && gov&takesNoun != 0 && !quoted && l.norm(p.first) != "que" && l.tolled(&c.who):
		return false // "les 1.500 blessés réclamaient des soins"
	case c.lemma == "craindre" && !l.a.IsRoot(c.verb):
		return false // "qui ont fui parce qu'ils craignaient le pire"
	case gov&(takesDe|takesNoun|takesA) != 0:
		return first.POS != lang.PRON && !l.personObject(p)
	case c.neg && (c.lemma == "exclure" || c.lemma == "écarter"):
		return first.POS != lang.PRON
	case c.lemma == "donner" && !quoted && !l.tollHead(p):
		return false // "a donné l'alerte vers deux heures"
	case gov&takesToll != 0 && shown[singular(l.norm(l.skipPrenominal(p.first, p.end)))] && !quoted:
		return false // "a diffusé une vidéo montrant vingt otages"
	case gov&takesToll != 0:
		if hadVerbs[c.lemma] && c.known && l.isPlace(&c.who) {
			return false // "la vallée a enregistré 85 morts"
		}
		if l.bareToll(c) && !l.listBehind(c) {
			return false // "a publié un bilan actualisé": that it did is no statement
		}
		return quoted && gov&takesWords != 0 || l.tollIn(c.content)
	case gov&takesWords != 0:
		return quoted
	}
	return gov&takesInf != 0 && l.infinitiveAhead(p.first, p.end)
}

// shown are things that are put out and say nothing by that.
var shown = lang.WordSet("vidéo image photo photographie enregistrement séquence cliché film portrait")

// tolled reports whether p is a count of people hurt, who need and do not speak.
func (l *listener) tolled(p *phrase) bool {
	return l.number(p.first) && tollNouns[singular(l.norm(p.head))]
}

// anonymity reports whether what is asked for in p is that no name be given: "a
// demandé à ne pas être nommée".
func (l *listener) anonymity(p phraseRange) bool {
	for k := p.first; k < min(p.end, p.first+8); k++ {
		switch w := l.norm(k); {
		case w == "anonymat":
			return true
		case strings.HasPrefix(w, "nommé") || strings.HasPrefix(w, "cité") || strings.HasPrefix(w, "identifié"):
			return l.norm(k-1) == "être" || l.norm(k-1) == "soit"
		}
	}
	return false
}

// thingsSay are verbs that things govern too: "sa trajectoire indique que".
var thingsSay = lang.WordSet("indiquer confirmer suggérer annoncer rappeler souligner signaler révéler prédire prévoir garantir certifier")

// wholeCounts: "accuse X de Y", "qualifie X de Y", "appelle à la retenue"; not
// "accuse le coup", "appelle les secours".
func (l *listener) wholeCounts(c *cue, quoted bool) bool {
	if quoted {
		return true
	}
	p := c.content
	want := "de"
	switch c.lemma {
	case "imputer", "attribuer":
		if l.norm(p.first) == "à" {
			return false // "l'attaque, que l'armée attribue aux rebelles"
		}
		want = "à"
	case "appeler", "exhorter", "inviter", "enjoindre":
		want = "à"
	case "dépeindre":
		want = "comme"
	case "reprocher":
		return l.norm(p.first) == "à" || l.infAhead(p.first, p.end)
	case "traiter":
		return false
	case "juger":
		return l.role(p.first+1) == noRole
	}
	for k := p.first; k < p.end; k++ {
		if l.norm(k) == want && (k == p.first || want != "de" || k > p.first+1) {
			return true
		}
		if want == "de" && c.lemma == "qualifier" && l.norm(k) == "de" {
			return true
		}
		if (l.norm(k) == "à" || l.norm(k) == "de") && k+1 < p.end && l.a.Tokens[k+1].Morph.Has(lang.Inf) {
			return true
		}
	}
	return false
}

// personObject: "a signalé un homme" and "évoque son père" are no statements,
// but "dénonce" and "revendique" take anything.
func (l *listener) personObject(p phraseRange) bool {
	n := l.norm(p.first)
	return p.end-p.first <= 2 && (n == "son" || n == "sa" || n == "ses")
}

// quoteIn reports whether quoted words stand in p.
func (l *listener) quoteIn(p phraseRange) bool {
	for _, s := range l.speeches {
		if s.first < p.end && s.end > p.first {
			return true
		}
	}
	return false
}

// countIn reports whether a number stands in p.
func (l *listener) countIn(p phraseRange) bool {
	for k := p.first; k < p.end; k++ {
		t := &l.a.Tokens[k]
		if t.POS == lang.NUM || partitives[t.Norm] && t.Norm != "un" && t.Norm != "une" && t.POS != lang.PRON && (k+1 < p.end && lang.FullForm(l.a.Tokens[k+1].Norm) == "de" || t.Norm == "plusieurs") {
			return true
		}
	}
	return false
}

// bareToll reports whether the content of c is a toll that gives no number.
func (l *listener) bareToll(c *cue) bool {
	p := c.content
	k := l.skipPrenominal(p.first, p.end)
	return k < p.end && tollWords[l.norm(k)] && !l.countedIn(phraseRange{p.first, min(p.end, k+7)}) && !l.quoteIn(p)
}

// countedIn reports whether a number that is no time stands in p.
func (l *listener) countedIn(p phraseRange) bool {
	if !l.countIn(p) {
		return false
	}
	for k := p.first; k < p.end; k++ {
		if t := &l.a.Tokens[k]; l.number(k) || partitives[t.Norm] {
			inTime := false
			for i := range l.a.Times {
				inTime = inTime || l.a.Times[i].Start <= int(t.Start) && int(t.End) <= l.a.Times[i].End
			}
			if !inTime && l.countIn(phraseRange{k, p.end}) {
				return true
			}
		}
	}
	return false
}

// listBehind moves the content of c to what a colon behind it lists: "a donné un
// bilan différent : trois morts et deux disparus".
func (l *listener) listBehind(c *cue) bool {
	_, limit := l.sentenceOver(c.first)
	for k := c.content.first; k+1 < limit; k++ {
		switch {
		case l.a.Tokens[k].Morph.Has(lang.Fin) && (l.a.Tokens[k].POS == lang.VERB || l.a.Tokens[k].POS == lang.AUX):
			return false
		case l.norm(k) == ":":
			p := phraseRange{k + 1, l.trim(k+1, limit)}
			if !l.countIn(p) {
				return false
			}
			c.content, c.until = p, max(c.until, p.end)
			return true
		}
	}
	return false
}

// tollIn reports whether p holds a number or a noun of tolls.
func (l *listener) tollIn(p phraseRange) bool {
	if l.countIn(p) {
		return true
	}
	for k := p.first; k < min(p.end, p.first+5); k++ {
		if tollNouns[singular(l.a.Tokens[k].Norm)] && l.a.Tokens[k].POS == lang.NOUN {
			return true
		}
	}
	return false
}
