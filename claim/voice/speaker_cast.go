package voice

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// A member is a person or body the report has named, to whom a pronoun or a
// role noun may lead back.
type member struct {
	words  string // as first named: "Idriss Coulibaly", "le ministre de l'Intérieur"
	span   text.Span
	name   string
	role   claim.Role
	nouns  []string // what it has been called: "ministre", "manifestante"
	gender lang.Morph
	plural bool
	person bool
	place  bool    // a building, ship or land that has not spoken yet
	toll   bool    // a count, which is no "il" that adds a word
	at     []int32 // tokens of its mentions, in no order
	quoted []int32 // those of them that stand in what somebody else says
	part   int
}

// before returns the last mention of m before token i, -1 if there is none.
func (m *member) before(i int32) int32 {
	last := int32(-1)
	for _, at := range m.at {
		if at < i {
			last = max(last, at)
		}
	}
	return last
}

// narrated returns the last mention of m before token i in the report's own words,
// -1 if there is none: whom a quotation tells of does not speak behind it.
func (m *member) narrated(i int32) int32 {
	last := int32(-1)
	for _, at := range m.at {
		if at < i && !slices.Contains(m.quoted, at) {
			last = max(last, at)
		}
	}
	return last
}

// note adds p to the cast, or to the mentions of whom it takes up.
func (l *listener) note(p *phrase) {
	m := l.resolve(p)
	if m != nil {
		m.seen(p.first, l.part)
	} else {
		m = l.remember(p, p.first)
	}
	if s := l.speechOver(p.first); s != nil && s.direct && s.closed {
		m.quoted = append(m.quoted[max(0, len(m.quoted)-32):], p.first)
	}
}

// seen notes a mention. Of many, the late ones do.
func (m *member) seen(at int32, part int) {
	if len(m.at) >= 64 {
		m.at = append(m.at[:0], m.at[32:]...)
	}
	m.at, m.part = append(m.at, at), part
}

// meet adds the subjects of the part's sentences to the cast: somebody may be
// introduced in one sentence and speak as "elle" in the next.
func (l *listener) meet() {
	if l.first >= l.end {
		return
	}
	for si := l.a.Tokens[l.first].Sent; si <= l.a.Tokens[l.end-1].Sent; si++ {
		s := l.a.Sents[si]
		from := s.First
		if p, ok := l.openingSubject(s); ok && l.a.Tokens[p.head].POS != lang.PRON && l.entersCast(&p, true) {
			l.note(&p)
			from = max(from, p.whole)
		}
		for j := from; j < s.End; j++ {
			t := &l.a.Tokens[j]
			named := t.POS == lang.PROPN && (j == s.First || l.a.Tokens[j-1].POS != lang.PROPN)
			if t.Rel != lang.Nsubj && !named {
				continue
			}
			start := l.startOf(j)
			if t.Rel != lang.Nsubj {
				start = l.titleStart(j)
				if start > l.first+2 && l.norm(start-1) == "," && l.properName(start-2) && (l.a.Tokens[start].POS == lang.DET || l.role(start) != noRole) {
					if p, ok := l.phraseAt(start, s.End); ok && (p.end >= s.End || l.a.Tokens[p.end].POS == lang.PUNCT) {
						continue // "Ole Brandt, le gérant du lycée Bertin": one and the same
					}
				}
			}
			if e := l.mediumAt(start, s.End); e > 0 && e < s.End && l.properName(e) {
				start = e // "raconte à l'AFP Jérôme Vignes"
			} else if e > 0 && e < s.End && l.norm(e) == "," && t.Rel != lang.Nsubj {
				j = max(j, e-1) // "sur RTL, le maire": where it was said
				continue
			}
			p, ok := l.phraseAt(start, s.End)
			if !ok || l.a.Tokens[p.head].POS == lang.PRON {
				continue
			}
			if named {
				p, _ = l.wholeSubject(p, s.End) // "l'unique survivant, Aldo Ferri"
			}
			if t.Rel != lang.Nsubj && p.name.end-p.name.first == 1 && p.name.first == p.first && l.norm(start-1) == "de" {
				continue // "le ministère de la Santé du Front"
			}
			if l.entersCast(&p, t.Rel == lang.Nsubj && (l.a.IsRoot(t.Head) || p.name.end-p.name.first >= 2) || l.leadsClause(&p, s)) {
				l.note(&p)
				j = max(j, p.end-1)
			}
		}
	}
}

// titleStart goes from a name to the first word of the office before it: "chef
// de l'opposition Aldo Ferri", and not on to whose partisans are spoken of.
func (l *listener) titleStart(j int32) int32 {
	floor, _ := l.sentenceOver(j)
	k := j - 1
	for k > floor && l.a.Tokens[k].POS == lang.ADJ {
		k--
	}
	if k < floor || l.a.Tokens[k].POS != lang.NOUN {
		return l.startOf(j)
	}
	for !anaphors[l.norm(k)] && !title(l.a.Tokens[k].Norm) {
		i := k - 1
		for i > floor && (l.a.Tokens[i].POS == lang.DET || l.a.Tokens[i].POS == lang.ADJ) {
			i--
		}
		if i-1 < floor || l.norm(i) != "de" || l.a.Tokens[i-1].POS != lang.NOUN {
			break
		}
		k = i - 1
	}
	if k > floor && l.a.Tokens[k-1].POS == lang.DET && !l.a.Tokens[k-1].Joined {
		k--
	}
	return k
}

// leadsClause reports whether p stands behind a comma or at the start of its
// sentence and a finite verb follows.
func (l *listener) leadsClause(p *phrase, s lang.Sent) bool {
	return (p.first == s.First || l.norm(p.first-1) == ",") && p.end < s.End && l.a.Tokens[p.end].Morph.Has(lang.Fin)
}

// entersCast reports whether a phrase that does not speak can be taken up by a
// pronoun later: a person by name, or a subject that could speak.
func (l *listener) entersCast(p *phrase, subject bool) bool {
	r := l.role(p.head)
	if w := l.norm(p.first); w == "aucun" || w == "aucune" || w == "nul" {
		return false
	}
	if r == noRole {
		if l.a.Tokens[p.head].POS == lang.PROPN && p.head > p.first && l.a.Tokens[p.head-1].POS == lang.DET && p.aside.empty() {
			return false // "Le Costa Azul transportait": a ship, a paper
		}
		aside := !p.aside.empty() && l.roleAside(p)
		long := p.name.end-p.name.first >= 2
		apart := long && l.norm(p.first-1) == "," && p.end < l.end && l.a.Tokens[p.end].POS == lang.PUNCT
		return !p.name.empty() && (aside || subject && long || apart && p.name == (phraseRange{p.first, p.end}) && l.mediumAt(p.first, l.end) == 0 && strings.ToUpper(l.word(p.first)) != l.word(p.first))
	}
	if !p.name.empty() && (l.personal(p) || p.nameAside) {
		return !bodies[r] || p.nameAside || subject
	}
	return subject && r != "" && l.a.Tokens[p.first].Norm != "son" && l.a.Tokens[p.first].Norm != "sa" && l.a.Tokens[p.first].Norm != "ses"
}

// bodies are the roles of those that speak as a whole: "elle" after "la mairie"
// is more often a person.
var bodies = map[claim.Role]bool{claim.IntlBody: true, claim.Agency: true, claim.Media: true, claim.StateMedia: true, claim.Union: true, claim.Company: true, claim.NGO: true, claim.ArmedGroup: true, claim.Country: true}

func (l *listener) roleAside(p *phrase) bool {
	k := l.skipPrenominal(p.aside.first, p.aside.end)
	return k < p.aside.end && l.role(k) != noRole
}

// remember adds p to the cast, or notes that it is named again.
func (l *listener) remember(p *phrase, at int32) *member {
	name := l.properNameOf(p)
	words, span := l.speakerWords(p)
	for i := range l.cast {
		m := &l.cast[i]
		if name != "" && m.name != "" && (lastWord(m.name) == lastWord(name)) || name == "" && m.words == words {
			m.seen(at, l.part)
			l.callIt(m, p)
			if strings.Count(name, " ") > strings.Count(m.name, " ") {
				m.name, m.words, m.span = name, words, span
			}
			return m
		}
	}
	m := member{words: words, span: span, name: name, role: l.roleOf(p), at: []int32{at}, part: l.part}
	m.person = l.isPerson(p, name)
	m.place = !m.person && placeNouns[singular(l.norm(p.head))]
	m.toll = name == "" && tollWords[l.norm(p.head)]
	l.callIt(&m, p)
	if len(l.cast) >= 400 {
		l.cast = append(l.cast[:0], l.cast[200:]...) // nobody is "il" after so many others
	}
	l.cast = append(l.cast, m)
	return &l.cast[len(l.cast)-1]
}

// isPerson reports whether a phrase names one person.
func (l *listener) isPerson(p *phrase, name string) bool {
	h := l.norm(p.head)
	switch {
	case anaphors[h], title(h), l.role(p.head) == claim.Witness:
		return true
	case name == "", placeNouns[h] && l.a.Tokens[p.head].POS == lang.NOUN:
		return false
	case p.nameAside:
		return l.role(p.head) != noRole || l.fullNameAside(p)
	case l.a.Tokens[p.head].POS == lang.NOUN && p.head < p.name.first:
		return l.role(p.head) == "" || l.role(p.head) == claim.Army || l.role(p.head) == claim.Expert || l.role(p.head) == claim.Hospital
	}
	return strings.Contains(name, " ") && strings.ToUpper(name) != name && !bodies[l.roleOf(p)]
}

// callIt notes the nouns by which a member is called, its gender and number.
func (l *listener) callIt(m *member, p *phrase) {
	note := func(first, end int32) {
		for j := first; j < end; j++ {
			t := &l.a.Tokens[j]
			if t.POS == lang.ADP {
				break
			}
			if l.role(j) != noRole || t.POS == lang.NOUN {
				m.nouns = append(m.nouns, singular(t.Norm))
				if t.POS == lang.NOUN && !ofEitherSex[singular(t.Norm)] && (j <= p.head || first > p.head) && (m.gender == 0 && m.name == "" || t.Morph.Has(lang.Fem)) {
					m.gender |= t.Morph & (lang.Masc | lang.Fem)
				}
			}
		}
	}
	note(p.first, p.end)
	note(p.aside.first, p.aside.end)
	for j := p.first; j < p.end && j <= p.head; j++ {
		switch l.a.Tokens[j].Norm {
		case "la", "une":
			m.gender = lang.Fem
		case "le", "un":
			if m.name == "" || !bothGenders[l.norm(p.head)] {
				m.gender = lang.Masc
			}
		case "les", "des", "plusieurs", "deux", "trois", "ces", "leurs":
			m.plural = true
		case "mme":
			m.gender = lang.Fem
		case "m":
			m.gender = lang.Masc
		}
	}
	if l.a.Tokens[p.head].Morph.Has(lang.Plur) && l.a.Tokens[p.head].POS == lang.NOUN {
		m.plural = true
	}
	if w := l.norm(p.first); (w == "un" || w == "une") && l.norm(p.first+1) == "de" {
		m.plural = false // "un de ses fils"
	}
	for j := p.first; j+1 < p.end; j++ {
		if l.a.Tokens[j].Norm == "et" && (m.name == "" || l.joinsAnother(j+1, p.end)) {
			m.plural = true
		}
	}
}

// ofEitherSex are feminine nouns that are said of men as well.
var ofEitherSex = lang.WordSet("victime personne figure vedette star recrue sentinelle connaissance")

// bothGenders are titles of women too, whatever their article: "le docteur Nadia
// Orvel".
var bothGenders = lang.WordSet("docteur médecin professeur procureur")

// joinsAnother reports whether the words from j on name somebody beside the first of
// p: "le maire Paul Ferrand et la préfète Odile Rameau", and no second field of an
// office.
func (l *listener) joinsAnother(j, end int32) bool {
	if l.norm(j) == "de" {
		return false
	}
	if t := &l.a.Tokens[j]; t.POS == lang.NOUN && !lang.IsCapital(l.word(j)) && !title(t.Norm) {
		return false // "le vice-Premier ministre et ministre de l'Intérieur"
	}
	q, ok := l.phraseAt(j, end)
	return ok && q.end == end && l.speaks(&q)
}

func lastWord(s string) string {
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		s = s[i+1:]
	}
	return s
}
