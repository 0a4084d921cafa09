package voice

import (
	"slices"
	"strings"
	"unicode"

	"recoupe/claim"
	"recoupe/lang"
)

// Whom a pronoun or a role noun takes up: "il", "le préfet", "l'organisation".

// resolve returns the member of the cast that p takes up, nil if none.
func (l *listener) resolve(p *phrase) *member {
	w := l.norm(p.head)
	t := &l.a.Tokens[p.head]
	if t.POS == lang.PRON || w == "lui" || w == "elle" {
		if !PersonPronoun(w) {
			return nil
		}
		g := lang.Masc
		if strings.HasPrefix(w, "elle") || strings.HasPrefix(w, "celle") {
			g = lang.Fem
		}
		plural := strings.HasPrefix(w, "ils") || strings.HasPrefix(w, "elles") || w == "eux" || strings.HasPrefix(w, "ceux") || strings.HasPrefix(w, "celles")
		return l.latest(p.first, g, plural, false)
	}
	d := l.norm(p.first)
	if strings.HasPrefix(w, "derni") && (d == "ce" || d == "cette" || d == "ces") {
		g, n := lang.Masc, lang.Sing
		if strings.HasPrefix(w, "dernière") {
			g = lang.Fem
		}
		if d == "ces" {
			n = lang.Plur
		}
		return l.latestMention(p.first, g, n)
	}
	if !p.name.empty() && (l.personal(p) || p.nameAside) || d != "le" && d != "la" && d != "cette" && d != "ce" && d != "cet" {
		return nil
	}
	return l.takenUp(p)
}

// takenUp finds the person a definite role noun stands for: one who was called
// so, one who holds the office, else the last speaker if the noun is one that
// takes up.
func (l *listener) takenUp(p *phrase) *member {
	noun := l.norm(p.head)
	office := officeOf[foldOffice(l.a.Slice(p.head, p.end-1))]
	if office == "" {
		office = officeOf[noun]
	}
	complement := p.end > p.head+1
	for i := len(l.cast) - 1; i >= 0 && !bodyAnaphors[noun]; i-- {
		m := &l.cast[i]
		if m.before(p.first) < 0 && (m.name == "" || m.before(p.first+1) < 0) || m.plural || m.name == "" && (m.words == "" || complement) {
			continue
		}
		if complement && l.otherField(p, m) {
			continue // "le ministre de la Justice" is not that of the Interior
		}
		if m.called(office) || !complement && m.called(noun) {
			return m
		}
	}
	if office != "" && complement {
		for i := len(l.cast) - 1; i >= 0; i-- {
			if m := &l.cast[i]; m.before(p.first) >= 0 && l.holds(m, office) && !l.otherField(p, m) {
				return m
			}
		}
	}
	switch armed := l.takesArms(p.head, p.end); {
	case (bodyAnaphors[noun] || armedAnaphors[noun]) && armed:
		return l.latestBody(p.first, claim.ArmedGroup)
	case bodyAnaphors[noun] && !complement:
		return l.latestBody(p.first, claim.NGO, claim.IntlBody)
	case armedAnaphors[noun] && !complement:
		return l.latestBody(p.first, claim.ArmedGroup)
	}
	adjectiveOnly := complement && (p.end == p.head+2 && l.a.Tokens[p.head+1].POS == lang.ADJ || l.norm(p.end-1) == "ans" && l.norm(p.head+1) == "de")
	if complement && !adjectiveOnly || !anaphors[noun] && (noun != "femme" && noun != "homme") {
		return nil
	}
	g := l.a.Tokens[p.head].Morph & (lang.Masc | lang.Fem)
	switch l.norm(p.first) {
	case "la", "cette":
		g = lang.Fem
	case "le", "ce", "cet":
		if l.a.Tokens[p.first].Norm != "l'" {
			g = lang.Masc
		}
	}
	if m := l.latest(p.first, g, false, true); m != nil && (m.name != "" || m.role == claim.Witness) {
		if m.holdsAnother(noun) {
			return nil // "le gouverneur" is not the commander named before
		}
		r := l.role(p.head)
		if m.name == "" && r != "" && r != noRole && r != claim.Witness {
			return nil // "le préfet" is not "un passager"
		}
		if r == claim.Witness && m.role != "" && m.role != claim.Witness {
			return nil // "ce témoin" is not the spokesman named before
		}
		return m
	}
	return nil
}

// bodyAnaphors take up a body named before: "l'organisation", "l'ONG".
var bodyAnaphors = lang.WordSet("ong organisation association institution fondation collectif")

// armedAnaphors take up a body that fights.
var armedAnaphors = lang.WordSet("groupe mouvement milice faction formation guérilla")

// latestBody returns the named body of one of these roles met last before i.
func (l *listener) latestBody(i int32, roles ...claim.Role) *member {
	var best *member
	var latest int32
	for k := range l.cast {
		m := &l.cast[k]
		if at := m.before(i); at >= 0 && m.named() && !m.person && l.part-m.part <= 4 && slices.Contains(roles, m.role) && (best == nil || at >= latest) {
			best, latest = m, at
		}
	}
	return best
}

// named reports whether m has a name of its own, be it one that begins with a
// common noun: "l'Etat islamique".
func (m *member) named() bool {
	if m.name != "" {
		return true
	}
	i := strings.IndexAny(m.words, " '’")
	return i >= 0 && strings.IndexFunc(m.words[i:], unicode.IsUpper) >= 0
}

// holds reports whether m was named by an office, or by another word for it.
func (l *listener) holds(m *member, office string) bool {
	w := foldOffice(m.words)
	for _, article := range []string{"le ", "la ", "l'"} {
		w = strings.TrimPrefix(w, article)
	}
	return w == office || officeOf[w] == office || strings.HasPrefix(w, office+" ")
}

func foldOffice(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return officeAccents.Replace(s)
}

// officeAccents writes offices as the tables do.
var officeAccents = strings.NewReplacer("état", "etat", "élysée", "elysée")

// otherField reports whether p and m are named by what their office is of, and it is
// not the same.
func (l *listener) otherField(p *phrase, m *member) bool {
	if l.norm(p.head+1) != "de" {
		return false
	}
	noun := l.norm(p.head) + " d"
	at := strings.Index(foldOffice(m.words), noun)
	if at < 0 {
		return false
	}
	for j := p.head + 2; j < p.end; j++ {
		if t := &l.a.Tokens[j]; t.POS == lang.NOUN || t.POS == lang.PROPN || lang.IsCapital(l.word(j)) {
			return !strings.Contains(strings.ToLower(m.words), t.Norm)
		}
	}
	return false
}

// holdsAnother reports whether m has been called by offices and none of them is the
// one that noun names.
func (m *member) holdsAnother(noun string) bool {
	want, others := officeClass(noun), false
	for _, n := range m.nouns {
		switch c := officeClass(n); {
		case c == "":
		case c == want:
			return false
		default:
			others = true
		}
	}
	return want != "" && others
}

// officeClass is the office that a noun names, one for all ranks; "" for none.
func officeClass(noun string) string {
	if ranks[noun] || noun == "gradé" {
		return "rank"
	}
	if o := officeOf[noun]; o != "" && o != "docteur" && o != "avocat" {
		return o
	}
	switch noun {
	case "maire", "président", "préfet", "gouverneur", "procureur", "député", "sénateur", "roi", "évêque", "ambassadeur", "chancelier":
		return noun
	}
	return ""
}

func (m *member) called(noun string) bool {
	if noun == "" {
		return false
	}
	for _, n := range m.nouns {
		if n == noun {
			return true
		}
	}
	return false
}

// placeNouns name what speaks ("l'hôpital a indiqué") and as often is only
// spoken of: one that has not spoken is no "il" where somebody else can be.
var placeNouns = lang.WordSet("hôpital clinique école lycée université prison usine port aéroport musée église cité campus banque bureau club chambre camp capitale pays etat état ville commune village région province programme compagnie entreprise société")
