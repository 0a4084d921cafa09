package voice

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// A phrase is a noun phrase that may name a speaker.
type phrase struct {
	first, end int32 // tokens, the phrase proper: "Lucette"
	head       int32 // its noun, name or pronoun
	whole      int32 // end of the appositions behind it: ", une bergère de 60 ans,"
	aside      phraseRange
	name       phraseRange // the run of proper names in it or in an apposition
	nameAside  bool        // the name stands in the apposition: "le maire, Paul Ferrandi"
}

type phraseRange struct{ first, end int32 }

func (r phraseRange) empty() bool { return r.end <= r.first }

// phraseAt reads the noun phrase that begins at token i and ends before limit.
func (l *listener) phraseAt(i, limit int32) (phrase, bool) {
	p := phrase{first: i, head: -1}
	j := l.skipPrenominal(i, limit)
	if j == i && j+1 < limit && l.norm(j) == "de" && l.norm(j+1) == "autres" && l.startsSentence(j) {
		p.head, p.end, p.whole = j+1, j+2, j+2
		return p, l.a.Tokens[min(j+2, limit-1)].POS != lang.NOUN // "D'autres affirment"
	}
	if j >= limit {
		return p, false
	}
	t := &l.a.Tokens[j]
	switch {
	case t.POS == lang.NOUN || t.POS == lang.PROPN || t.POS == lang.X && lang.IsCapital(l.word(j)):
		p.head = j
	case j > i && (t.POS == lang.ADJ || t.POS == lang.VERB || t.POS == lang.NUM || t.POS == lang.PRON):
		p.head = j // "des proches", "un rescapé", "ce dernier", "l'un", "les deux"
	case t.POS == lang.PRON && speakingPronouns[lang.FullForm(t.Norm)]:
		p.head = j
	case t.POS == lang.ADJ && lang.IsCapital(l.word(j)), t.POS == lang.VERB && lang.IsCapital(l.word(j)) && j == i && l.midSentence(j):
		p.head = j
	default:
		return p, false
	}
	p.end = l.postnominal(j+1, limit, p.head)
	p.name = l.nameIn(p.first, p.end)
	l.apposition(&p, limit)
	return p, true
}

// skipPrenominal passes articles, numerals and adjectives before a noun.
func (l *listener) skipPrenominal(i, limit int32) int32 {
	j := i
	for ; j < limit; j++ {
		t := &l.a.Tokens[j]
		switch t.POS {
		case lang.DET, lang.NUM:
			continue
		case lang.ADJ:
			if j > i && t.Norm != "jeune" && l.role(j) != noRole {
				return j // "un diplomate occidental", whatever the tagger says
			}
			if j+1 < limit && l.nominal(j+1) && !(strings.HasPrefix(t.Norm, "derni") && l.timeWord(j+1)) {
				continue
			}
		case lang.ADP:
			if t.Joined || j+1 < limit && l.a.Tokens[j+1].Joined && l.a.Tokens[j+1].Start == t.Start {
				continue // "des" of "des habitants" read as de + les
			}
			if j > i && lang.FullForm(t.Norm) == "de" && partitives[l.a.Tokens[j-1].Norm] {
				continue // "la plupart de", "plus de"
			}
		case lang.PRON, lang.ADV, lang.NOUN:
			if (t.Norm == "plus" || t.Norm == "moins") && j > i && l.a.Tokens[j-1].POS == lang.DET && j+1 < limit && l.a.Tokens[j+1].POS == lang.ADJ {
				continue // "le plus haut responsable de la province"
			}
			if partitives[t.Norm] && j+1 < limit && lang.FullForm(l.a.Tokens[j+1].Norm) == "de" {
				continue
			}
		}
		break
	}
	return j
}

// partitives stand before "de" and a noun that is meant: "la plupart des
// habitants", "plusieurs dizaines de".
var partitives = lang.WordSet("plupart plusieurs beaucoup nombre un une l'un l'une certains centaine centaines dizaine dizaines millier milliers groupe majorité partie quantité poignée bon")

var speakingPronouns = lang.WordSet("il elle ils elles lui eux celui-ci celle-ci ceux-ci celles-ci certains certaines d'autres tous toutes plusieurs l'un l'une beaucoup quelques-uns on qui un une autre autres celui celle ceux chacun celui-là aucun dernier")

// nominal reports whether token i is or may begin a noun: used to tell an
// adjective before its noun from a noun.
func (l *listener) nominal(i int32) bool {
	switch l.a.Tokens[i].POS {
	case lang.NOUN, lang.PROPN, lang.ADJ, lang.NUM:
		return true
	}
	return false
}

// postnominal returns the end of what follows a head noun: adjectives, names,
// complements with de, a second noun joined by et.
func (l *listener) postnominal(j, limit, head int32) int32 {
	for j < limit {
		t := &l.a.Tokens[j]
		switch {
		case l.inQuoteMark(j) && l.shortQuoteEnd(j, limit) > 0:
			j = l.shortQuoteEnd(j, limit) // l'ONG "Mer Vive"
			continue
		case t.POS == lang.ADJ || t.POS == lang.PROPN || t.POS == lang.NUM && j > head:
			if l.timeWord(j) || address[t.Norm] || t.POS == lang.NUM && (l.a.Tokens[head].POS == lang.PRON || l.countsNext(j, limit)) {
				return j // "a dit à la presse Mme Diallo"
			}
			j++
			continue
		case t.POS == lang.X && (lang.IsCapital(l.word(j)) || l.a.Tokens[j-1].POS == lang.PROPN), t.POS == lang.VERB && lang.IsCapital(l.word(j)) && lang.IsCapital(l.word(j-1)) && l.properName(j):
			j++ // "Jean-Marc Pelletant", whatever the tagger says
			continue
		case t.POS == lang.DET && lang.IsCapital(l.word(j)) && (l.a.Tokens[j-1].POS == lang.PROPN && j > head+1 || j == head+1 || j == head+2 && l.role(head) == claim.Media) && j+1 < limit && lang.IsCapital(l.word(j+1)):
			j += 2 // "le quotidien La Tribuna"
			continue
		case t.POS == lang.NOUN && (j == head+1 || lang.IsCapital(l.word(j))) && !l.timeWord(j) && !address[t.Norm]:
			j++ // "porte-parole adjoint", "Comité Santé"
			continue
		case t.POS == lang.NOUN && j > head+1 && lang.IsCapital(l.word(j-1)) && t.Head >= head && t.Head < j && l.role(j) == noRole && !l.timeWord(j) && !address[t.Norm]:
			j++ // "la TV Nord news": a name may end in small letters
			continue
		case t.POS == lang.VERB && l.participle(j) && j == head+1 && !l.sayToken(j) && !l.followedByBy(j, limit):
			j++ // "le suspect présumé", "la ministre déléguée"
			continue
		case t.POS == lang.VERB && strings.HasSuffix(t.Norm, "ant") && (orgNouns[l.norm(head)] || l.role(head) != noRole) && l.namedBehind(j):
			j = l.complement(j+1, limit) // "le président du syndicat représentant les gardiens, Paul Evrard,"
			continue
		case strings.HasPrefix(t.Norm, "sortant") && j+1 < limit && lang.FullForm(l.a.Tokens[j+1].Norm) == "de":
			j++ // "le ministre sortant de la Santé"
			continue
		case t.Norm == "(":
			if e := l.closeParen(j, limit); e > 0 {
				j = e
				continue
			}
		case t.POS == lang.ADP && lang.FullForm(t.Norm) == "de" && strings.HasPrefix(l.norm(j-1), "chargé") && j+1 < limit && l.a.Tokens[j+1].Morph.Has(lang.Inf):
			if e := l.toComma(j, limit); e > j && e+2 < limit && !l.hasFinite(j, e) && l.properName(e+1) && l.properName(e+2) {
				j = e // "un membre de l'armée chargé de coordonner les secours, Manzur Elami,"
				continue
			}
		case t.Norm == "par" && j+1 < limit && l.norm(j+1) == "intérim":
			j += 2 // "le ministre de la Défense par intérim"
			continue
		case t.POS == lang.ADP && l.bindsNoun(j, head):
			if e := l.complement(j+1, limit); e > j+1 {
				j = e
				continue
			}
		case t.POS == lang.CCONJ && (t.Norm == "et" || t.Norm == "ou"):
			if e := l.joined(j+1, limit, head); e > 0 {
				j = e
				continue
			}
		}
		return j
	}
	return j
}

// countsNext reports whether the numeral at j, written out, counts those named
// behind it: "a dit à Meridia deux bergers" tells of no "Meridia deux".
func (l *listener) countsNext(j, limit int32) bool {
	if c := l.word(j)[0]; c >= '0' && c <= '9' || lang.IsCapital(l.word(j)) || j+1 >= limit {
		return false
	}
	return l.a.Tokens[j+1].POS == lang.NOUN || l.a.Tokens[j+1].POS == lang.ADJ
}

// bindsNoun reports whether the preposition at j ties a complement to a noun.
// "à" does not ("a déclaré le maire à l'AFP"), save in a few offices.
func (l *listener) bindsNoun(j, head int32) bool {
	switch lang.FullForm(l.a.Tokens[j].Norm) {
	case "de":
		return !l.fixedAdverbial(j)
	case "à":
		k := j + 1
		if k+1 < int32(len(l.a.Tokens)) && (l.a.Tokens[k].Joined || l.a.Tokens[k].POS == lang.DET) {
			k++ // "aux Transports", "à la Défense"
		}
		if k >= int32(len(l.a.Tokens)) {
			return false
		}
		if l.subjectOpen && l.a.Tokens[head].POS == lang.PROPN && lang.IsCapital(l.word(k)) && l.mediumAt(j+1, l.end) == 0 {
			return true // "al-Qaïda au Maghreb islamique a revendiqué"
		}
		if l.norm(k) == "sein" {
			return true // "des sources au sein du groupe armé"
		}
		if l.subjectOpen && k == j+1 && lang.IsCapital(l.word(k)) && l.role(head) != noRole && l.norm(k+1) == "," && l.mediumAt(j, l.end) == 0 {
			return true // "Le responsable des secours à Morval, Paolo Riva,"
		}
		if k > j+1 && lang.IsCapital(l.word(k)) {
			switch l.norm(head) {
			case "secrétaire", "ministre", "vice-ministre", "haut-commissaire", "conseiller", "conseillère":
				return true // "le secrétaire d'Etat aux Transports"
			}
		}
		if k > j+1 && (l.norm(head) == "secrétaire" || l.norm(head) == "ministre") && l.namedBehind(j) {
			return true // "le secrétaire d'Etat aux affaires maritimes, Rami Cheldi"
		}
		if l.subjectOpen && l.role(head) != noRole && l.mediumAt(j+1, l.end) == 0 && l.namedBehind(j) {
			return true // "le commandant à la police fluviale, Ole Brandt, a dit"
		}
		return orgNouns[l.a.Tokens[j-1].Norm]
	case "pour", "contre", "sans", "aux", "en", "sur", "chez":
		if w := lang.FullForm(l.a.Tokens[j].Norm); (w == "pour" || w == "en" && l.subjectOpen) && l.role(head) != noRole && l.namedBehind(j) {
			return true // "Le responsable de l'ONU pour les secours d'urgence, Ole Brandt,"
		}
		return orgNouns[l.a.Tokens[j-1].Norm] || orgNouns[l.a.Tokens[head].Norm] && lang.FullForm(l.a.Tokens[j].Norm) != "à" && lang.FullForm(l.a.Tokens[j].Norm) != "sur" ||
			lang.FullForm(l.a.Tokens[j].Norm) == "en" && j+1 < int32(len(l.a.Tokens)) && (l.a.Tokens[j+1].Norm == "chef" || l.a.Tokens[j+1].Norm == "ligne") ||
			lang.FullForm(l.a.Tokens[j].Norm) == "sans" && lang.IsCapital(l.word(head))
	}
	return false
}

// namedBehind reports whether the complement of the preposition at j is followed by
// a comma and a name.
func (l *listener) namedBehind(j int32) bool {
	e := l.complement(j+1, l.end)
	if e <= j+1 || e+1 >= l.end || l.norm(e) != "," {
		return false
	}
	n := e + 1
	for n+1 < l.end && n < e+3 && (l.a.Tokens[n].POS == lang.DET || title(l.norm(n))) {
		n++ // ", le Dr Rameau,"
	}
	return l.properName(n)
}

// orgNouns take complements with pour, contre, aux: "Organisation mondiale pour
// les migrations", "ministre délégué aux Transports".
var orgNouns = lang.WordSet("organisation haut-commissariat comité agence bureau programme ligue office association centre fonds haut-commissaire coordinateur délégué déléguée conseiller conseillère ambassadeur candidat migrations observatoire internationale nations mondiale commission collectif syrien nationale européenne médecins commissaire français adjoint ministre")

// fixedAdverbial: "de son côté", "de source policière" are no complements.
func (l *listener) fixedAdverbial(j int32) bool {
	if j+1 >= int32(len(l.a.Tokens)) {
		return true
	}
	n := &l.a.Tokens[j+1]
	switch n.Norm {
	case "son", "leur", "source", "sources", "nouveau", "retour", "plus", "façon", "manière":
		return n.Norm != "son" && n.Norm != "leur" || j+2 < int32(len(l.a.Tokens)) && l.a.Tokens[j+2].Norm == "côté"
	}
	return n.POS == lang.VERB && n.Morph.Has(lang.Inf)
}

// complement reads the noun phrase behind "de" and returns its end.
func (l *listener) complement(j, limit int32) int32 {
	k := l.skipPrenominal(j, limit)
	if k >= limit {
		return 0
	}
	t := &l.a.Tokens[k]
	if t.POS != lang.NOUN && t.POS != lang.PROPN && !(k > j && (t.POS == lang.ADJ || t.POS == lang.PRON || t.POS == lang.NUM)) && !lang.IsCapital(l.word(k)) && t.POS != lang.X {
		if l.inQuoteMark(k) {
			return l.shortQuoteEnd(k, limit)
		}
		if t.POS == lang.NUM || k > j && l.a.Tokens[k-1].POS == lang.NUM {
			return k
		}
		if t.POS == lang.PRON && (lang.FullForm(t.Norm) == "lui" || t.Norm == "eux") {
			return k + 1
		}
		return 0
	}
	return l.postnominal(k+1, limit, k)
}

// joined reads what "et" joins to a noun phrase and returns its end, or 0 where
// it begins a clause of its own.
func (l *listener) joined(j, limit, head int32) int32 {
	if j >= limit {
		return 0
	}
	if l.inQuoteMark(j) {
		return l.shortQuoteEnd(j, limit)
	}
	if l.number(j) && j+1 < limit && (!l.nominal(j+1) || scales[l.norm(j+1)]) {
		return 0 // "18.000 selon la police et 14.000 selon ...", "et 3,5 millions d'après"
	}
	switch l.a.Tokens[j].POS {
	case lang.DET, lang.PROPN, lang.NOUN, lang.ADJ, lang.NUM:
	case lang.ADP:
		if lang.FullForm(l.a.Tokens[j].Norm) != "de" {
			return 0
		}
		j++
		if j >= limit {
			return 0
		}
	default:
		return 0
	}
	e := l.complement(j, limit)
	if e == 0 {
		if l.a.Tokens[j].POS == lang.ADJ {
			return j + 1 // "sanitaires et policières"
		}
		return 0
	}
	if l.a.Tokens[j-1].POS == lang.ADP && l.role(head) == claim.Ministry {
		return e // "le ministre de l'Énergie et des Mines": no subject begins there
	}
	for k := e; k < limit && k < e+4; k++ {
		t := &l.a.Tokens[k]
		if t.POS == lang.ADV || t.POS == lang.PRON {
			continue
		}
		if (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) {
			// "a dit le maire et les pompiers sont partis": A alone. "La Russie et
			// le Kazakhstan ont dit": both, for the verb is plural.
			if !l.subjectOpen || t.Morph.Has(lang.Sing) && !t.Morph.Has(lang.Plur) {
				return 0
			}
		}
		break
	}
	return e
}

// scales make a number of what stands before them.
var scales = lang.WordSet("mille million millions milliard milliards millier milliers cent cents")

// apposition reads what stands in apposition behind p: ", une bergère de
// 60 ans," or ", Idriss Coulibaly,".
func (l *listener) apposition(p *phrase, limit int32) {
	p.whole = p.end
	if p.end+1 >= limit || l.a.Tokens[p.end].Norm != "," {
		return
	}
	j := p.end + 1
	k := l.skipPrenominal(j, limit)
	if k >= limit {
		return
	}
	switch l.a.Tokens[k].POS {
	case lang.NOUN, lang.PROPN, lang.X:
	default:
		if !(lang.IsCapital(l.word(k)) && (l.a.Tokens[k].POS != lang.PRON || title(l.a.Tokens[k].Norm))) && !(k > j && l.a.Tokens[k].POS == lang.ADJ) {
			return
		}
	}
	if c := l.word(j)[0]; c >= '0' && c <= '9' || address[l.a.Tokens[j].Norm] && !p.name.empty() {
		return // ", 28.000 d'après la police", "avec Paul Evrard, M. Vidal a ajouté"
	}
	if l.role(k) == noRole && l.saidEarlier(k) {
		return // "Un choc a été ressenti, selon l'institut, un choc qui": the clause resumes
	}
	if l.timeWord(k) || l.a.Tokens[j].POS == lang.NUM && k > j && !strings.HasPrefix(l.a.Tokens[k].Norm, "an") {
		return
	}
	e := l.postnominal(k+1, limit, k)
	// What makes it an apposition is that it closes: a comma, a bracket, an end.
	if e < limit && l.a.Tokens[e].POS != lang.PUNCT {
		if l.a.Tokens[e].POS == lang.VERB && l.participle(e) || l.a.Tokens[e].POS == lang.PRON && (l.a.Tokens[e].Norm == "qui" || l.a.Tokens[e].Norm == "dont") ||
			l.a.Tokens[e].POS == lang.ADP || l.a.Tokens[e].POS == lang.VERB && l.a.Tokens[e].Morph.Has(lang.Ger) || strings.HasSuffix(l.a.Tokens[e].Norm, "ant") {
			end := l.toComma(e, limit)
			if end == e && l.a.Tokens[e].POS == lang.ADP {
				end = limit // no comma closes it
			}
			if l.a.Tokens[e].POS != lang.PRON && l.hasFinite(e+1, end) && !l.relativeIn(e, end) {
				return // "Selon X, l'incendie déclenché par l'attaque a été éteint": a clause
			}
			p.aside = phraseRange{j, e}
			p.whole = l.toComma(e, limit)
			l.nameAside(p)
		} else if w := lang.FullForm(l.a.Tokens[e].Norm); l.subjectOpen && (w == "ne" || w == "se" || l.a.Tokens[e].Morph.Has(lang.Fin)) {
			p.aside = phraseRange{j, e} // "Hugo Vidal, ex-capitaine n'y croit pas"
			p.whole = e
			l.nameAside(p)
		}
		return
	}
	if e < limit && l.a.Tokens[e].Norm == "," && e+1 < limit && l.a.Tokens[e+1].POS == lang.CCONJ && l.subjectOpen {
		return
	}
	if l.role(p.head) != noRole && placeNouns[singular(l.norm(k))] && k > j {
		if n, end := l.namePast(e, limit); end > 0 {
			j, e = n, end // "Le maire de Corvel, la capitale de l'île, Amin Souba,"
		}
	}
	p.aside = phraseRange{j, e}
	p.whole = e
	l.nameAside(p)
}

// namePast is the run of two names or more that stands between the comma at e and the
// next mark; 0 where something else does.
func (l *listener) namePast(e, limit int32) (first, end int32) {
	if e >= limit || l.norm(e) != "," {
		return 0, 0
	}
	k := e + 1
	for k < limit && l.properName(k) {
		k++
	}
	if k < e+3 || k < limit && l.a.Tokens[k].POS != lang.PUNCT {
		return 0, 0
	}
	return e + 1, k
}

// relativeIn reports whether a relative pronoun stands in [first, end).
func (l *listener) relativeIn(first, end int32) bool {
	for k := first; k < end; k++ {
		switch l.norm(k) {
		case "qui", "que", "dont", "où":
			return true
		}
	}
	return false
}

// saidEarlier reports whether the noun at k stood in its sentence before, in the
// clause that it takes up again.
func (l *listener) saidEarlier(k int32) bool {
	first, _ := l.sentence(k)
	if n := l.norm(k - 1); n != "un" && n != "une" && n != "des" {
		return false
	}
	for i := max(first, l.first); i < k-2; i++ {
		if l.a.Tokens[i].Norm == l.a.Tokens[k].Norm && l.a.Tokens[i].POS == lang.NOUN {
			return true
		}
	}
	return false
}

// nameAside takes the name from the apposition where the phrase has none.
func (l *listener) nameAside(p *phrase) {
	if !p.name.empty() && l.personal(p) && !(p.aside.end-p.aside.first >= 2 && l.ofAThing(p)) && !l.fullNameAside(p) {
		return
	}
	if n := l.nameIn(p.aside.first, p.aside.end); !n.empty() && (n.first == p.aside.first || n.first == p.aside.first+1 && title(l.a.Tokens[p.aside.first].Norm) || n.end == p.aside.end && n.end-n.first >= 2 && l.officesOnly(p.aside.first, n.first)) {
		p.name, p.nameAside = n, true
	}
}

// fullNameAside reports whether the apposition is a name of two words or more and
// nothing else, and the name in p itself belongs to a noun behind its head: "un employé
// de la morgue de l'hôpital Saint-Lin, Paul Idriss Kané".
func (l *listener) fullNameAside(p *phrase) bool {
	n := l.nameIn(p.aside.first, p.aside.end)
	return n.first == p.aside.first && n.end == p.aside.end && n.end-n.first >= 2 && p.name.first > p.head+1 && l.a.Tokens[p.head].POS == lang.NOUN
}

// ofAThing reports whether the name in p is that of a thing or body that the
// office is of: "le chef du service BC Wildfire".
func (l *listener) ofAThing(p *phrase) bool {
	k := p.name.first - 1
	for k > p.head && l.a.Tokens[k].POS == lang.ADJ {
		k-- // "le patron de la compagnie minière Sadorex, Oleg Kamine"
	}
	if k <= p.head || l.role(p.head) == noRole {
		return false
	}
	if r := l.role(k); r != noRole && !bodies[r] && !placeNouns[singular(l.norm(k))] {
		return false
	}
	return l.a.Tokens[k].POS == lang.NOUN && (!lang.IsCapital(l.word(k)) || bodies[l.role(k)])
}

// officesOnly reports whether nothing but an office or rank stands in [first, end):
// "le colonel magistrat".
func (l *listener) officesOnly(first, end int32) bool {
	office := false
	for k := first; k < end; k++ {
		switch t := &l.a.Tokens[k]; t.POS {
		case lang.DET, lang.ADJ:
		case lang.NOUN:
			office = office || l.role(k) != noRole || title(t.Norm)
		default:
			return false
		}
	}
	return office
}

// personal reports whether the name in p is that of a person: p begins with it,
// or it stands right behind the head noun.
func (l *listener) personal(p *phrase) bool {
	return p.name.first == p.first || p.name.first == p.head || p.name.first > p.head && l.a.Tokens[p.name.first-1].POS != lang.ADP && l.a.Tokens[p.name.first-1].POS != lang.DET
}

// toComma returns the index of the next comma, or i where none is near.
func (l *listener) toComma(i, limit int32) int32 {
	for j := i; j < limit && j < i+25; j++ {
		if l.a.Tokens[j].Norm == "," {
			return j
		}
	}
	return i
}
