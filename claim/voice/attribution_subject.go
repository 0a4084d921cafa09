package voice

import (
	"slices"
	"strings"

	"recoupe/lang"
)

// subjectBefore finds the subject of a cue that stands before its verb.
func (l *listener) subjectBefore(c *cue, g *group) bool {
	p, ok := l.subjectPhrase(c, g)
	if q, side := l.onTheSideOf(g); side {
		p, ok = q, true
	}
	if !ok {
		return false
	}
	if first, _ := l.sentenceOver(g.first); p.end <= l.afterDateline(first) {
		// "LIMA – Dans un message, le ministère a déploré": the town says nothing
		if p, ok = l.phraseBefore(g.first); !ok || p.first < l.afterDateline(first) || !l.speaks(&p) {
			return false
		}
	}
	l.putOutBy(c, &p, g.first)
	switch l.norm(p.head) {
	case "ce", "cela", "ça", "ceci", "rien", "personne", "nul", "aucun", "je", "tu", "nous", "vous", "on", "y", "en", "quoi", "que":
		if p.head == p.first || l.norm(p.head) != "personne" {
			return false // "cette personne" is somebody
		}
	}
	if l.a.Tokens[p.head].POS == lang.PRON && !speakingPronouns[l.norm(p.head)] {
		return false
	}
	if l.norm(p.head) == "monde" && p.head >= 2 && l.norm(p.head-2) == "tout" || l.norm(p.first) == "aucun" || l.norm(p.first) == "aucune" || l.norm(p.first) == "nul" {
		return false
	}
	if l.pluralVerb(g) && l.singlePhrase(&p) {
		return false // "Un homme est mort, ont indiqué des médecins"
	}
	if l.maySay(&p) {
		return false
	}
	c.who, c.known = p, true
	c.from = min(c.from, p.first)
	return true
}

// maySay reports whether p is whoever might say a thing: "si des voisins signalent".
func (l *listener) maySay(p *phrase) bool {
	j := p.first - 1
	if l.a.Tokens[p.first].Joined && j > l.first && l.a.Tokens[j].Start == l.a.Tokens[p.first].Start {
		j-- // "des", read as de + les
	}
	switch l.norm(p.first) {
	case "des", "certains", "certaines", "de", "les":
		return j > l.first && l.norm(j) == "si" && l.norm(j-1) != "même" && (l.norm(p.first) != "les" || j < p.first-1)
	}
	return false
}

// putOutBy goes from "un communiqué publié samedi par le ministère" to the ministry,
// which is no relay then.
func (l *listener) putOutBy(c *cue, p *phrase, limit int32) {
	if !p.name.empty() || p.end >= limit || !l.participle(p.end) {
		return
	}
	q := *p
	if l.throughSource(&q, limit); q.first == p.first {
		return
	}
	first := p.first
	*p = q
	c.from = min(c.from, first)
	c.via = slices.DeleteFunc(c.via, func(v phrase) bool { return v.first == q.first })
}

// onTheSideOf reads "Du côté de la police, on" before the verb group.
func (l *listener) onTheSideOf(g *group) (phrase, bool) {
	on := g.first - 1
	if l.norm(on) != "on" || l.norm(on-1) != "," {
		return phrase{}, false
	}
	first, _ := l.sentenceOver(on)
	for j := first; j < on && j < first+5; j++ {
		if l.norm(j) == "côté" && l.norm(j+1) == "de" {
			p, ok := l.phraseAt(j+2, on)
			return p, ok && l.speaks(&p) && p.whole >= on-1
		}
	}
	return phrase{}, false
}

// pluralVerb reports whether the auxiliary of the group is plural by its form.
func (l *listener) pluralVerb(g *group) bool {
	for j := g.first; j < g.end; j++ {
		switch l.a.Tokens[j].Norm {
		case "ont", "avaient", "auraient", "auront":
			return true
		}
	}
	return false
}

// singlePhrase reports whether p names one person or body by its article: not
// "la plupart des élus", "une dizaine", "le maire et le préfet".
func (l *listener) singlePhrase(p *phrase) bool {
	switch l.norm(p.first) {
	case "un", "une":
	default:
		return false
	}
	t := &l.a.Tokens[p.head]
	if t.POS != lang.NOUN || partitives[t.Norm] || t.Morph.Has(lang.Plur) {
		return false
	}
	for j := p.first; j < p.end; j++ {
		if l.a.Tokens[j].POS == lang.CCONJ || partitives[l.a.Tokens[j].Norm] && j > p.first {
			return false
		}
	}
	return true
}

// subjectPhrase finds the phrase that is the subject of the verb group: by the
// tree, and where it says nothing by the words before the group.
func (l *listener) subjectPhrase(c *cue, g *group) (phrase, bool) {
	l.subjectOpen = true
	defer func() { l.subjectOpen = false }()
	limit := g.first
	if w := l.norm(g.first); (w == "lui" || w == "eux") && l.startsSentence(g.first) {
		return l.phraseAt(g.first, g.first+1) // "Lui dit avoir marché"
	}
	for _, v := range [3]int32{c.verb, g.semi, g.first} {
		if v < 0 {
			continue
		}
		if s := l.nsubj(v); s >= 0 && s < limit && !l.timeWord(s) {
			if l.startsSentence(s) && relayParticiples[l.norm(s)] {
				continue // "Joint par Meridia, Paul Evrard, maire de Morval, indique"
			}
			if l.norm(s-1) == "," && l.norm(s+1) == "," && l.a.Tokens[s].POS == lang.PRON {
				return l.phraseBefore(s - 1) // "les familles, elles, parlent"
			}
			if l.a.Tokens[s].POS == lang.PRON && l.norm(s) != "qui" && l.hasFinite(s+1, limit) {
				continue // "Des résidents qui ont fui parce qu'ils craignaient ... ont déclaré"
			}
			p, ok := l.fromSubject(s, limit)
			if ok && !l.speaks(&p) {
				if q, joined := l.joinedSubject(s, limit); joined {
					return q, true
				}
			}
			if !ok || p.end >= limit || l.norm(s) == "qui" {
				return p, ok
			}
			// "le port a parlé de ... et la capitainerie a précisé": who stands
			// right before the verb is nearer than what another verb parts from it.
			if q, near := l.endingAt(limit, max(p.end, l.first)); near && l.speaks(&q) && l.opens(q.first, p.end, limit) {
				return q, true
			}
			if q, joined := l.joinedSubject(p.end, limit); joined && l.a.Tokens[c.verb].Rel == lang.Conj {
				return q, true // "ont péri dans la fusillade et des témoins affirment"
			}
			return p, ok
		}
	}
	if p, ok := l.phraseBefore(limit); ok && !l.timeWord(p.head) && l.speaks(&p) {
		return p, true
	}
	first, _ := l.sentenceOver(g.first)
	p, ok := l.phraseAt(first, limit)
	return p, ok && !l.timeWord(p.head) && l.speaks(&p)
}

// joinedSubject reads the phrase behind the last "et" before the verb, where the
// tree took it for a second part of something said: "a parlé de noyés et la
// capitainerie a précisé".
func (l *listener) joinedSubject(floor, limit int32) (phrase, bool) {
	for k := limit - 2; k > floor && k > limit-14; k-- {
		if l.a.Tokens[k].POS == lang.CCONJ {
			p, ok := l.phraseAt(k+1, limit)
			return p, ok && p.end == limit && l.speaks(&p)
		}
	}
	return phrase{}, false
}

// opens reports whether a phrase at token i, behind one that ends at e, begins
// a clause: a conjunction stands before it, or a finite verb between them.
func (l *listener) opens(i, e, limit int32) bool {
	if l.a.Tokens[i].Joined {
		i-- // "mais des familles", read as de + les
	}
	switch t := &l.a.Tokens[i-1]; {
	case t.POS == lang.CCONJ || t.POS == lang.SCONJ, t.Norm == "où" || t.Norm == "dont":
		return true
	case t.Norm == "par":
		return false
	}
	for k := e; k < i; k++ {
		if l.norm(k) == ":" {
			return true // "Emeutes au Kasir : 7 morts, le président déclare"
		}
	}
	return l.hasFinite(e, limit)
}

// nsubj returns the subject of verb v in the tree: its own, or that of the verb
// it is joined to.
func (l *listener) nsubj(v int32) int32 {
	for range 4 {
		for s := range l.a.Children(v) {
			t := &l.a.Tokens[s]
			if s >= v {
				break
			}
			if t.Rel == lang.Nsubj && (t.POS != lang.PRON || speakingPronouns[lang.FullForm(t.Norm)] || t.Norm == "qui") {
				return s
			}
		}
		t := &l.a.Tokens[v]
		if t.Head == v || t.Rel != lang.Conj && t.Rel != lang.Aux && t.Rel != lang.Cop && t.Rel != lang.Xcomp {
			return -1
		}
		v = t.Head
	}
	return -1
}

// fromSubject reads the phrase whose head the tree calls the subject.
func (l *listener) fromSubject(s, limit int32) (phrase, bool) {
	if w := l.norm(s); w == "qui" {
		return l.antecedent(s)
	}
	start := l.startOf(s)
	p, ok := l.phraseAt(start, limit)
	if !ok || p.end <= s {
		if p, ok = l.phraseAt(s, limit); !ok {
			return p, false
		}
	}
	return l.wholeSubject(p, limit)
}

// wholeSubject takes the phrase before ", Idriss Coulibaly," where the tree
// made the name the subject.
func (l *listener) wholeSubject(p phrase, limit int32) (phrase, bool) {
	if p.first-2 < l.first || l.norm(p.first-1) != "," || l.startsSentence(p.first) {
		return p, true
	}
	q, ok := l.phraseBefore(p.first - 1)
	if p.name.empty() {
		// "Lucette, une bergère de 60 ans, assure": the name before it.
		if ok && !q.name.empty() && l.personal(&q) && q.end == p.first-1 && l.sameSentence(q.first, p.first) && !l.timeWord(q.head) {
			return l.phraseAt(q.first, limit)
		}
		return p, true
	}
	if p.name.first != p.first {
		return p, true
	}
	if ok && q.end == p.first-1 && l.role(q.head) != noRole && (q.name.empty() || !l.personal(&q)) && l.a.Tokens[q.first].Sent == l.a.Tokens[p.first].Sent {
		if full, ok := l.phraseAt(q.first, limit); ok && full.nameAside {
			return full, true
		}
	}
	return p, true
}

// startOf goes from a head noun to the first word of its phrase.
func (l *listener) startOf(h int32) int32 {
	floor, _ := l.sentence(h)
	floor = max(floor, l.first)
	i := h
	for i > floor {
		t := &l.a.Tokens[i-1]
		switch {
		case t.POS == lang.DET || t.POS == lang.NUM || t.POS == lang.ADJ || t.POS == lang.PROPN && i == h && l.a.Tokens[h].POS == lang.PROPN:
			i--
			continue
		case partitives[t.Norm] || (lang.FullForm(t.Norm) == "de" && i-2 >= floor && partitives[l.a.Tokens[i-2].Norm]):
			i--
			continue
		case t.Joined || t.POS == lang.ADP && i < h && l.a.Tokens[i].Joined && l.a.Tokens[i].Start == t.Start:
			if t.POS == lang.ADP && lang.FullForm(t.Norm) == "de" && i-2 >= floor && (l.a.Tokens[i-2].POS == lang.NOUN) {
				return l.startOf(i - 2) // the tree took a complement for the subject
			}
			i--
			continue
		case lang.FullForm(t.Norm) == "de" && t.POS == lang.ADP && i-2 >= floor && l.a.Tokens[i-2].POS == lang.NOUN && l.role(i-2) != noRole:
			return l.startOf(i - 2)
		case t.POS == lang.NOUN && l.a.Tokens[i].POS == lang.PROPN && i == h:
			return l.startOf(i - 1) // "le président Omar Teklé"
		}
		break
	}
	return i
}

// antecedent reads what "qui" at token q refers to.
func (l *listener) antecedent(q int32) (phrase, bool) {
	floor, _ := l.sentence(q)
	end := q
	if l.norm(end-1) == "," {
		end--
	}
	end = l.beforeTime(end, max(floor, l.first))
	best, ok := phrase{}, false
	for j := end - 1; j >= max(floor, l.first) && j > end-16; j-- {
		if l.a.Tokens[j].POS == lang.PUNCT && j < end-1 && l.norm(j) != "(" && l.norm(j) != ")" && !lang.IsQuoteMark(l.word(j)) {
			break
		}
		if p, got := l.phraseAt(j, end); got && p.end == end {
			best, ok = p, true
			if l.a.Tokens[j].POS == lang.DET {
				// "le porte-parole de la police": go on to the left while it grows.
				if w := l.norm(j - 1); w != "de" {
					break
				}
			}
		}
	}
	if ok && best.first > max(floor, l.first)+2 && l.a.Tokens[best.first-1].POS == lang.ADP {
		if q, _ := l.endingAt(end, max(floor, l.first)); q.end == end && q.first < best.first && orgNouns[l.norm(q.head)] {
			best = q // "l'Organisation internationale pour les réfugiés, qui"
		}
	}
	if ok && best.first-2 >= max(floor, l.first) && l.norm(best.first-1) == "," && (best.name.empty() || l.role(best.head) != noRole && best.head == best.first) {
		// "Lucette, une bergère, qui": the name before the apposition.
		if p, got := l.phraseBefore(best.first - 1); got && !p.name.empty() && p.end == best.first-1 {
			return p, true
		}
	}
	return best, ok
}

// beforeTime is the end of what stands before an expression of time that ends at token
// end: "le journal local La Vigie ce mardi, qui"; end where none does.
func (l *listener) beforeTime(end, floor int32) int32 {
	k := end
	for k-1 > floor && (l.timeWord(k-1) || l.number(k-1) && k < end) {
		k--
	}
	if k == end {
		return end
	}
	for k-1 > floor && (l.a.Tokens[k-1].POS == lang.DET || l.norm(k-1) == "ce") {
		k--
	}
	if k-1 <= floor || l.a.Tokens[k-1].POS == lang.ADP {
		return end // "la nuit de mardi, qui"
	}
	return k
}

// phraseBefore reads the phrase that ends right before token end, a pair of
// commas with what they hold left out.
func (l *listener) phraseBefore(end int32) (phrase, bool) {
	if end <= l.first {
		return phrase{}, false
	}
	floor, _ := l.sentence(end - 1)
	floor = max(floor, l.first)
	e := end
	if e > floor && l.norm(e-1) == "," {
		for j := e - 2; j > floor; j-- {
			if l.norm(j) == "," {
				if p, ok := l.endingAt(j, floor); ok && !l.timeWord(p.head) && l.speaks(&p) {
					if full, ok := l.phraseAt(p.first, end); ok {
						return full, true
					}
					return p, true
				}
			}
		}
		e--
	}
	return l.endingAt(e, floor)
}

// endingAt reads the longest phrase that ends at token e.
func (l *listener) endingAt(e, floor int32) (phrase, bool) {
	best, ok := phrase{}, false
	for j := e - 1; j >= floor && j > e-14; j-- {
		t := &l.a.Tokens[j]
		if t.POS == lang.PUNCT && t.Norm != "(" && t.Norm != ")" || t.POS == lang.VERB && t.Morph.Has(lang.Fin) || t.POS == lang.AUX || t.POS == lang.SCONJ {
			break
		}
		if t.POS == lang.ADP {
			continue
		}
		if p, got := l.phraseAt(j, e); got && p.end == e {
			best, ok = p, true
		}
	}
	before := best.first - 1
	if ok && before > floor && strings.HasPrefix(l.norm(before), "tou") && len(l.norm(before)) <= 6 {
		before-- // "dans toute la Suède"
	}
	if ok && before >= floor && l.a.Tokens[before].POS == lang.ADP && !l.a.Tokens[best.first].Joined {
		if w := l.norm(before); w != "de" {
			return best, false // a circumstance: "à Paris, ..."
		}
	}
	return best, ok
}

// openingSubject reads the phrase a sentence begins with, where a finite verb
// follows it. It asks nothing of the tree.
func (l *listener) openingSubject(s lang.Sent) (phrase, bool) {
	j := l.afterDateline(max(s.First, l.first))
	for j < s.End && (l.connective(j) || l.a.Tokens[j].POS == lang.ADV || l.a.Tokens[j].POS == lang.PUNCT && !l.inQuoteMark(j)) {
		j++
	}
	if j+1 < s.End && (l.timeWord(j) || l.a.Tokens[j].POS == lang.DET && l.timeWord(j+1)) {
		if k := l.circumstance(&cue{}, j, s.End); k > j && k+1 < s.End && l.norm(k) == "," {
			j = k + 1 // "Ce jeudi, le gouverneur s'est rendu"
		}
	}
	l.subjectOpen = true
	p, ok := l.phraseAt(j, s.End)
	l.subjectOpen = false
	if !ok || l.timeWord(p.head) {
		return p, false
	}
	k := p.whole
	if k < s.End && l.norm(k) == "," {
		k++
	}
	for k < s.End {
		t := &l.a.Tokens[k]
		if w := lang.FullForm(t.Norm); w == "ne" || w == "se" || Clitics[w] && t.POS == lang.PRON || t.POS == lang.ADV {
			k++
			continue
		}
		return p, (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin)
	}
	return p, false
}

// sentenceSubject is the subject of the main verb of the sentence of token i.
func (l *listener) sentenceSubject(i int32) (phrase, bool) {
	s := l.a.Sents[l.a.Tokens[i].Sent]
	if p, ok := l.openingSubject(s); ok && p.end <= i {
		return p, l.speaks(&p)
	}
	if l.a.Tokens[s.Root].Sent != l.a.Tokens[i].Sent {
		return phrase{}, false
	}
	if n := l.a.Child(s.Root, lang.Nsubj); n >= 0 && n < i {
		l.subjectOpen = true
		p, ok := l.fromSubject(n, s.Root)
		l.subjectOpen = false
		return p, ok && l.speaks(&p)
	}
	// "Venu inspecter le chantier, le gouverneur s'en est tenu": behind the comma.
	for k := max(s.First, l.first) + 2; k < min(i, s.First+20); k++ {
		if l.a.Tokens[k].Morph.Has(lang.Fin) && l.a.Tokens[k].POS != lang.NOUN {
			break
		}
		if l.norm(k) == "," {
			p, ok := l.openingSubject(lang.Sent{First: k + 1, End: s.End})
			return p, ok && p.end <= i && l.speaks(&p)
		}
	}
	return phrase{}, false
}
