package voice

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// relays reads from token j what stands behind a speaker or a verb of saying:
// relays ("cité par Meridia et Andine Presse", "à l'AFP"), places and times. It returns
// the token behind it all.
func (l *listener) relays(c *cue, j, limit int32) int32 {
	for j < limit {
		k := j
		if l.norm(k) == "," {
			k++
		}
		if n := l.citedBy(c, k, limit); n > k {
			j = n
			for e := n; e < min(limit, n+6); e++ {
				if l.norm(e) == "et" && strings.HasSuffix(l.norm(e+1), "ant") {
					j = l.toComma(e, limit) // "interrogé par Reuters depuis Corvel et parlant sous couvert d'anonymat"
				}
			}
			continue
		}
		if n := l.citing(c, k, limit); n > k {
			j = n
			continue
		}
		if k > j && k < limit {
			n := l.circumstance(c, k, limit)
			inserted := c.place == beside && l.norm(c.from-1) == "," && l.a.Tokens[k].POS == lang.ADP // "a cédé, selon le parquet, sous la neige"
			if n > k && (n >= limit || l.a.Tokens[n].POS == lang.PUNCT) && c.place != before && !inserted {
				j = n
				continue
			}
			return j
		}
		n := l.circumstance(c, k, limit)
		if n <= k {
			return j
		}
		j = n
	}
	return j
}

var relayParticiples = lang.WordSet("cité citée cités citées interrogé interrogée interrogés interrogées joint jointe joints relayé relayée relayés contacté contactée contactés consulté consultée consultés repris reprise rapporté rapportée rapportés rencontré rencontrée rencontrés sollicité sollicitée diffusé diffusée publié publiée obtenu recueilli recueillis recueillie recueillies")

// citedBy reads "cité sous couvert d'anonymat par Le Matin".
func (l *listener) citedBy(c *cue, k, limit int32) int32 {
	if !relayParticiples[l.norm(k)] {
		return k
	}
	for j := k + 1; j < min(limit, k+7); j++ {
		switch l.norm(j) {
		case "par", "auprès":
			if l.norm(j+1) == "téléphone" {
				continue
			}
			return l.relayList(c, j+1, limit)
		case ",":
			return k
		}
	}
	return k
}

// citing reads "citant une source militaire", "qui cite des sources": what was
// taken for the speaker is a relay.
func (l *listener) citing(c *cue, k, limit int32) int32 {
	at := k
	if l.norm(at) == "qui" {
		at++
	} else if l.norm(at) == "en" {
		at++
	}
	switch l.norm(at) {
	case "citant", "cite", "citent", "citait":
	default:
		return k
	}
	p, ok := l.phraseAt(at+1, limit)
	if !ok {
		return k
	}
	l.throughSource(&p, limit)
	if c.known && p.name.empty() && newsNouns[singular(l.norm(p.head))] {
		return p.whole // "a dit le président, citant les informations que": what he goes by speaks for nobody
	}
	if c.known {
		c.via = append([]phrase{c.who}, c.via...)
	}
	c.who, c.known = p, true
	return p.whole
}

// newsNouns are what somebody goes by and that speaks for nobody by itself.
var newsNouns = lang.WordSet("information chiffre donnée statistique nouvelle")

// relayList reads "les agences Meridia, Andine Presse et Sahel Info".
func (l *listener) relayList(c *cue, j, limit int32) int32 {
	p, ok := l.phraseAt(j, limit)
	if !ok {
		return j
	}
	p.end = l.listEnd(p.end, limit)
	l.addRelay(c, p)
	return p.end
}

// listEnd extends a phrase over ", Andine Presse et Sahel Info".
func (l *listener) listEnd(j, limit int32) int32 {
	for j+1 < limit && l.norm(j) == "," && l.properName(j+1) {
		k := j + 1
		for k < limit && l.properName(k) {
			k++
		}
		if k < limit && l.norm(k) != "," && l.norm(k) != "et" && l.a.Tokens[k].POS != lang.PUNCT {
			return j
		}
		j = k
		if l.norm(j) == "et" {
			if e := l.complement(j+1, limit); e > 0 {
				j = e
			}
		}
	}
	return j
}

// addRelay adds the relays named in p: every name of a list is one.
func (l *listener) addRelay(c *cue, p phrase) {
	n := 0
	for j := p.first; j < p.end; {
		if !l.properName(j) {
			j++
			continue
		}
		k := j + 1
		for k < p.end && l.properName(k) {
			k++
		}
		c.via = append(c.via, phrase{first: j, end: k, head: k - 1, whole: k, name: phraseRange{j, k}})
		n++
		j = k
	}
	// One name: the words around it say what it is ("la chaîne Télé Sud").
	if n <= 1 {
		c.via = c.via[:len(c.via)-n]
		c.via = append(c.via, p)
	}
}

// circumstance passes one adverb, time or prepositional phrase, and keeps a
// relay that stands in it: "à l'AFP", "sur Telegram", "à l'antenne de Canal 8".
func (l *listener) circumstance(c *cue, j, limit int32) int32 {
	if j >= limit {
		return j
	}
	t := &l.a.Tokens[j]
	if t.Norm == "auprès" || t.Norm == "lors" {
		return l.prepositional(c, j, limit)
	}
	if t.POS == lang.ADV && lang.FullForm(t.Norm) != "ne" && t.Norm != "que" || groupAdverbs[t.Norm] && t.POS != lang.DET && t.POS != lang.PRON && t.POS != lang.ADP {
		return j + 1
	}
	if l.timeWord(j) || t.POS == lang.DET && l.timeWord(j+1) || t.Norm == "ce" && l.timeWord(j+1) {
		return l.pastTime(j, limit)
	}
	if d := l.number(j); (d || t.POS == lang.DET || t.Norm == "ce") && j+2 < limit && (d && l.timeWord(j+1) || l.number(j+1) && l.timeWord(j+2)) {
		return l.pastTime(j+1, limit) // "le 4 mars", "4 mars"
	}
	if t.POS == lang.DET && l.norm(j+1) == "même" && j+2 < limit && l.timeWord(j+2) {
		return l.pastTime(j+2, limit) // "le même dimanche"
	}
	if e := l.dayAt(j, limit); e > j {
		return e // "ce 22 au soir"
	}
	if t.Norm == "(" {
		if e := l.closeParen(j, limit); e > 0 {
			return e
		}
	}
	if e := l.asOften(j, limit); e > j {
		return e
	}
	if n := l.norm(j + 1); t.Norm == "en" && (n == "fin" || n == "début" || n == "milieu" || n == "cours") && l.norm(j+2) == "de" && j+3 < limit && l.timeWord(j+3) {
		return l.pastTime(j+3, limit) // "en fin de journée"
	}
	if t.POS != lang.ADP && !circumstancePrepositions[lang.FullForm(t.Norm)] {
		return j
	}
	return l.prepositional(c, j, limit)
}

// dayAt returns the token after a day of the calendar that is told at token j; j
// where none is.
func (l *listener) dayAt(j, limit int32) int32 {
	start := int(l.a.Tokens[j].Start)
	k, ok := slices.BinarySearchFunc(l.a.Times, start, func(t lang.Time, at int) int { return cmp.Compare(t.Start, at) })
	if !ok || l.a.Times[k].Expr.Form != lang.ByCalendar || l.a.Times[k].Expr.Day == 0 {
		return j
	}
	for j < limit && int(l.a.Tokens[j].Start) < l.a.Times[k].End {
		j++
	}
	return j
}

var circumstancePrepositions = lang.WordSet("vers à sur dans lors auprès par devant pendant avant après depuis en avec sous via chez durant face de")

// prepositional reads a prepositional phrase at j.
func (l *listener) prepositional(c *cue, j, limit int32) int32 {
	w := lang.FullForm(l.a.Tokens[j].Norm)
	k := j + 1
	if k >= limit {
		return j // a report cut off behind a preposition
	}
	if n := l.norm(k); w == "par" && (n == "téléphone" || n == "courriel" || n == "mail" || n == "visioconférence") {
		return k + 1 // "a déclaré par téléphone Jonas Stahl"
	}
	switch w {
	case "de":
		if n := l.norm(k + 1); n == "voix" || n == "ton" || n == "air" { // "d'une voix blanche"
			return l.complement(k, limit)
		}
		if n := l.norm(k); n == "son" || n == "leur" || n == "sa" { // "de son côté"
			return k + 2
		}
		if n := l.norm(k); (n == "source" || n == "sources") && !c.known {
			if b, ok := l.besideAt(j); ok {
				c.who, c.known = b.who, true
				return b.until
			}
		}
		return j
	case "auprès", "lors":
		if l.norm(k) == "de" {
			k++
		}
	case "face", "grâce", "quant":
		if l.norm(k) != "à" {
			return j
		}
		k++
	case "vers":
		return l.pastHour(j, limit)
	case "à", "dans", "sur", "au", "en", "par", "depuis", "devant", "avec", "pendant", "sous", "via", "après", "avant", "chez", "durant":
		if l.a.Tokens[k].POS == lang.VERB && l.a.Tokens[k].Morph.Has(lang.Inf) || l.norm(k) == "ce" && l.norm(k+1) == "que" {
			return j
		}
	default:
		return j
	}
	if e := l.mediumAt(k, limit); e > 0 {
		for c.place == before && e < limit && l.properName(e) && l.a.Tokens[e].POS == lang.PROPN {
			e++ // "fustige sur Radio Cime Nord un ..."
		}
		// "confie à Radio 9 Lucette": the name of the medium ends where it ends.
		l.addRelay(c, phrase{first: k, end: e, head: e - 1, whole: e, name: phraseRange{l.skipPrenominal(k, e-1), e}})
		return e
	}
	p, ok := l.phraseAt(k, limit)
	if !ok {
		if e := l.complement(k, limit); e > k {
			return e
		}
		return j
	}
	if n := l.whoSpeaks(&p, limit); c.place == incise && !c.known && n > 0 {
		if q, ok := l.phraseAt(k, n); ok {
			p = q // "a dit à la presse David de Luna": he speaks
		}
	}
	l.relayIn(c, w, &p, limit)
	return p.end
}

// asOften passes "pour la cinquième année consécutive" at j; it returns j where nothing of
// the kind stands there.
func (l *listener) asOften(j, limit int32) int32 {
	if l.norm(j) != "pour" || j+2 >= limit || l.a.Tokens[j+1].POS != lang.DET {
		return j
	}
	for k := j + 2; k < min(limit, j+5); k++ {
		switch l.norm(k) {
		case "fois", "année", "jour", "mois", "semaine":
			if k+1 < limit && l.a.Tokens[k+1].POS == lang.ADJ {
				k++
			}
			return k + 1
		}
	}
	return j
}

// pastHour passes "vers 13h15" at j; it returns j where no hour stands there.
func (l *listener) pastHour(j, limit int32) int32 {
	if !l.number(j + 1) {
		return j
	}
	e := l.pastTime(j+1, limit)
	if e < limit && strings.HasPrefix(l.norm(e), "h") && len(l.norm(e)) <= 3 {
		e++
		if l.number(e) {
			e++
		}
	}
	return e
}

// whoSpeaks is where, in the phrase p that an inverted verb addresses, the name of
// the speaker begins: "à la presse David de Luna", "à la télévision nationale TVX
// Maria Lund". It is 0 where p holds no name but the medium's.
func (l *listener) whoSpeaks(p *phrase, limit int32) int32 {
	h := l.norm(p.head)
	if messages[h] && !p.nameAside && p.name.first == p.head+1 && p.name.end-p.name.first >= 2 {
		return p.name.first // "a déclaré dans un communiqué Jonas Stahl"
	}
	if p.name.empty() || p.nameAside || !addressed[h] && !ownNamed[h] {
		return 0
	}
	n := p.name.first
	j := p.head + 1
	if h == "agence" && l.norm(j) == "de" && l.norm(j+1) == "presse" {
		j += 2
	}
	for ; j < n; j++ {
		if l.a.Tokens[j].POS != lang.ADJ {
			return 0
		}
	}
	for n < p.name.end && len(l.word(n)) > 1 && strings.ToUpper(l.word(n)) == l.word(n) {
		n++
	}
	if n == p.name.first {
		if _, known := l.t.media[l.a.Tokens[n].Norm]; known || h == "agence" && p.name.end-n == 3 {
			n++ // "à l'agence Anadolu Armand Ossé"
		}
	}
	if own := n > p.name.first; n == p.name.end || !own && !addressed[h] || own && p.end < limit && l.a.Tokens[p.end].POS != lang.PUNCT {
		return 0
	}
	return n
}

// addressed are those to whom a speaker speaks and who bear no name.
var addressed = lang.WordSet("presse journalistes reporters médias télévision radio caméras")

// messages are what somebody speaks in.
var messages = lang.WordSet("communiqué message tweet discours vidéo")

// ownNamed are media that are called by a name, often in capitals.
var ownNamed = lang.WordSet("chaîne agence quotidien télévision radio station site")

// mediumAt returns the end of the known name of a medium that begins at token k,
// its article included; 0 if there is none.
func (l *listener) mediumAt(k, limit int32) int32 {
	i := k
	if i < limit && l.a.Tokens[i].POS == lang.DET && !lang.IsCapital(l.word(i)) {
		i++
	}
	for e := min(i+4, limit); e > i; e-- {
		if !lang.IsCapital(l.word(i)) {
			break
		}
		name := strings.ToLower(l.a.Slice(i, e-1))
		r, ok := l.t.media[name]
		if ok && (r == claim.Agency || l.norm(k-1) == "de" && l.norm(k-2) == "auprès") && e == i+1 && e+1 < limit && l.properName(e) && l.properName(e+1) {
			return e // "a déclaré à Reuters Jonas Stahl", "insiste auprès de Meridia Jonas Stahl"
		}
		if !ok && i > k {
			r, ok = l.t.media["le "+name] // "au Monde"
		}
		if ok && (r == "" || e >= limit || e > i+1 || !l.properName(e) || strings.ToUpper(l.word(i)) == l.word(i)) {
			return e
		}
	}
	return 0
}

// relayIn keeps the relay named in a prepositional phrase, if any.
func (l *listener) relayIn(c *cue, prep string, p *phrase, limit int32) {
	_, isMedia := l.mediaRole(p)
	h := singular(l.a.Tokens[p.head].Norm)
	switch {
	case isMedia && (prep == "à" || prep == "auprès" || prep == "sur" || prep == "dans" || prep == "via" || prep == "chez"):
		l.addRelay(c, *p)
		return
	case l.role(p.head) == claim.Media || l.role(p.head) == claim.Agency || l.role(p.head) == claim.StateMedia:
		if prep == "à" && (h == "presse" || strings.HasPrefix(h, "journaliste")) && p.name.empty() {
			return
		}
		l.addRelay(c, *p)
		return
	}
	switch h {
	case "antenne", "micro", "plateau", "compte", "chaîne", "réseau", "onde", "page", "colonne", "site", "entretien", "interview", "tribune", "message":
		for j := p.head + 1; j < limit && j < p.head+6; j++ {
			if q, ok := l.phraseAt(j, limit); ok && (l.properName(q.head) || !q.name.empty()) && l.norm(j) != "de" {
				l.addRelay(c, q)
				p.end = max(p.end, q.end)
				return
			}
		}
	}
	if lang.IsCapital(l.word(p.head)) && prep == "à" && l.a.Tokens[p.first].POS == lang.DET && lang.IsCapital(l.word(p.first)) {
		l.addRelay(c, *p)
	}
}

// pastTime passes an expression of time: "mardi soir", "ce lundi 3 mars".
func (l *listener) pastTime(j, limit int32) int32 {
	k := j + 1
	for k < limit {
		t := &l.a.Tokens[k]
		if l.timeWord(k) || t.POS == lang.NUM || frenchTimeTail[t.Norm] && t.POS != lang.VERB {
			k++
			continue
		}
		break
	}
	return k
}

var frenchTimeTail = lang.WordSet("dernier dernière prochain tôt tard soir matin après-midi midi passé")
