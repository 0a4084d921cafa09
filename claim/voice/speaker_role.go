package voice

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// noRole is what roleNoun gives for a noun of no speaker.
const noRole = claim.Role("?")

// role returns the role a noun names, "" for a person of none, noRole where
// the noun names nobody who speaks.
func (l *listener) role(j int32) claim.Role {
	if int(j) >= len(l.a.Tokens) {
		return noRole
	}
	t := &l.a.Tokens[j]
	if j+2 < int32(len(l.a.Tokens)) {
		if r, ok := l.rolePhrase(j); ok {
			return r
		}
	}
	for _, w := range [2]string{t.Lemma, t.Norm} {
		if r, ok := l.t.roles[w]; ok {
			return r
		}
	}
	w := t.Norm
	if s, ok := strings.CutSuffix(w, "s"); ok {
		if r, ok := l.t.roles[s]; ok {
			return r
		}
		w = s
	}
	if s, ok := strings.CutSuffix(w, "aux"); ok {
		if r, ok := l.t.roles[s+"al"]; ok {
			return r
		}
	}
	if h, ok := strings.CutPrefix(w, "ex-"); ok {
		if r, ok := l.t.roles[h]; ok {
			return r
		}
	}
	if _, after, ok := strings.Cut(w, "-"); ok {
		if r, ok := l.t.roles[after]; ok && w != "après-midi" {
			return r
		}
	}
	if t.POS == lang.NOUN && personEnding(w) {
		return ""
	}
	return noRole
}

// rolePhrase looks for a role of several words that begins at j: "protection
// civile", "chef de l'Etat", "forces de l'ordre".
func (l *listener) rolePhrase(j int32) (claim.Role, bool) {
	w := l.a.Tokens[j].Norm
	if n := &l.a.Tokens[j+1]; w == "forces" && n.POS == lang.ADJ {
		if _, ok := lang.DemonymOf(n.Norm, "fr"); ok {
			return claim.Army, true // "les forces kurdes"
		}
	}
	if !l.t.heads[w] && !l.t.heads[strings.TrimSuffix(w, "s")] {
		return "", false
	}
	var b strings.Builder
	b.WriteString(strings.TrimSuffix(w, "s"))
	first := b.Len()
	for k := j + 1; k < j+5 && k < int32(len(l.a.Tokens)); k++ {
		t := &l.a.Tokens[k]
		if t.Sent != l.a.Tokens[j].Sent || t.POS == lang.PUNCT {
			break
		}
		s := b.String()
		if !strings.HasSuffix(s, "'") {
			b.WriteByte(' ')
		}
		b.WriteString(foldAccent(t.Norm))
		if r, ok := l.t.roles[b.String()]; ok {
			return r, true
		}
		if r, ok := l.t.roles[l.a.Tokens[j].Norm+b.String()[first:]]; ok {
			return r, true
		}
	}
	return "", false
}

// foldAccent writes "état" as the tables do: capital E bears no accent in half
// of the press.
func foldAccent(w string) string {
	switch w {
	case "état":
		return "etat"
	case "élysée":
		return "elysée"
	}
	return w
}

// personEnding reports whether a noun ends as those of persons do.
func personEnding(w string) bool {
	if len(w) < 7 {
		return false
	}
	for _, e := range []string{"iste", "logue", "trice", "ateur", "cien", "cienne", "euse", "iteur", "teur"} {
		if strings.HasSuffix(w, e) {
			return !thingsInTeur[w]
		}
	}
	return false
}

var thingsInTeur = lang.WordSet("secteur moteur facteur hauteur réacteur ordinateur capteur vecteur indicateur détonateur ventilateur projecteur détecteur tracteur radiateur quartier générateur catalogue dialogue épilogue prologue piste liste lenteur hélicoptère porteur ascenseur mitrailleuse perceuse tondeuse pelleteuse accélérateur transformateur aspirateur extincteur incubateur respirateur équateur contrefacteur senteur puanteur")

// roleOf tells the role of a phrase from its head, what complements it, and
// its apposition.
func (l *listener) roleOf(p *phrase) claim.Role {
	if r, ok := l.mediaRole(p); ok {
		return r
	}
	r := l.headRole(p.head, p.end)
	if r != noRole && r != "" && !(r == claim.Army && ranks[l.norm(p.head)]) {
		return r
	}
	if r == claim.Army {
		for j := p.head + 1; j < p.end; j++ { // "le commandant des pompiers"
			if x := l.role(j); x == claim.Police || x == claim.Rescue {
				return x
			}
		}
	}
	if !p.aside.empty() {
		if k := l.skipPrenominal(p.aside.first, p.aside.end); k < p.aside.end {
			if ra := l.headRole(k, p.aside.end); ra != noRole && ra != "" {
				return ra
			}
		}
	}
	if r == noRole {
		first := noRole
		for j := p.first; j < p.end; j++ {
			x := l.role(j)
			if x == claim.IntlBody {
				return x // "affaires humanitaires des Nations unies"
			}
			if first == noRole && x != "" && (l.a.Tokens[j].POS == lang.NOUN || lang.IsCapital(l.word(j))) {
				first = x
			}
		}
		if first != noRole {
			return first
		}
		if t := &l.a.Tokens[p.head]; t.POS == lang.PROPN && l.country(p) {
			return claim.Country
		}
		return ""
	}
	return r
}

// ranks say how high somebody stands, not whose they are: "la commandante Sola,
// porte-parole de la police".
var ranks = lang.WordSet("général générale colonel colonelle lieutenant-colonel lieutenante-colonelle commandant commandante capitaine lieutenant lieutenante major majore sergent sergente adjudant adjudante brigadier brigadière caporal amiral vice-amiral contre-amiral inspecteur inspectrice commissaire officier")

// pressDesk returns the head of the body behind "service de presse de", h where no
// such desk stands at h.
func (l *listener) pressDesk(h, end int32) int32 {
	switch l.norm(h) {
	case "service", "bureau", "centre", "direction", "cellule":
	default:
		return h
	}
	press := false
	for j := h + 1; j < end; j++ {
		switch l.norm(j) {
		case "presse", "communication", "relations", "publiques", "information":
			press = true
		case "de", "d'", "des", "du", "la", "l'", "les", "le":
		default:
			if press {
				return j
			}
			return h
		}
	}
	return h
}

// sourceAdjectives tell what a source is: "de source hospitalière".
var sourceAdjectives = map[string]claim.Role{
	"policière": claim.Police, "policières": claim.Police, "médicale": claim.Hospital, "médicales": claim.Hospital, "hospitalière": claim.Hospital, "hospitalières": claim.Hospital,
	"militaire": claim.Army, "militaires": claim.Army, "sécuritaire": claim.Officials, "sécuritaires": claim.Officials, "judiciaire": claim.Justice, "judiciaires": claim.Justice,
	"officielle": claim.Officials, "officielles": claim.Officials, "gouvernementale": claim.Government, "gouvernementales": claim.Government,
	"syndicale": claim.Union, "syndicales": claim.Union, "diplomatique": claim.Country, "diplomatiques": claim.Country, "portuaire": claim.Officials, "aéroportuaire": claim.Officials,
	"préfectorale": claim.LocalAuth, "locale": claim.LocalAuth, "locales": claim.LocalAuth, "humanitaire": claim.NGO, "humanitaires": claim.NGO, "ministérielle": claim.Ministry,
	"médicaux": claim.Hospital, "médical": claim.Hospital, "soignants": claim.Hospital, "soignant": claim.Hospital, "hospitaliers": claim.Hospital, "hospitalier": claim.Hospital,
	"communaux": claim.LocalAuth, "municipaux": claim.LocalAuth, "policiers": claim.Police,
	"sanitaires": claim.Hospital, "sanitaire": claim.Hospital,
}

// mediaRole tells an agency, broadcaster or network by its name or its noun.
func (l *listener) mediaRole(p *phrase) (claim.Role, bool) {
	if !p.name.empty() && !p.nameAside {
		s := strings.ToLower(l.a.Slice(p.name.first, p.name.end-1))
		if r, ok := l.t.media[s]; ok {
			return r, true
		}
		first := l.a.Tokens[p.name.first].Norm
		switch first {
		case "radio", "tv", "télé", "canal", "france", "rtv":
			if p.name.end > p.name.first+1 {
				return claim.Media, true
			}
		}
	}
	s := strings.ToLower(l.a.Slice(p.head, p.end-1))
	if r, ok := l.t.media[s]; ok {
		return r, true
	}
	if (l.a.Tokens[p.first].Norm == "le" || l.a.Tokens[p.first].Norm == "la" || l.a.Tokens[p.first].Norm == "l'") && lang.IsCapital(l.word(p.first)) && l.midSentence(p.first) && p.end > p.first+1 && lang.IsCapital(l.word(p.first+1)) {
		return claim.Media, true // Le Courrier, La Voix de l'Est
	}
	return "", false
}

// country reports whether the phrase is nothing but a name of a land or its
// capital: "Moscou", "la Russie".
func (l *listener) country(p *phrase) bool {
	if p.name.empty() || p.end-p.first > 4 {
		return false
	}
	s := l.a.Tokens[p.name.first].Norm
	return capitals[s] || p.first < p.name.first && l.a.Tokens[p.first].POS == lang.DET && strings.HasSuffix(s, "ie") || p.first < p.name.first && l.a.Tokens[p.first].POS == lang.DET && !p.nameAside && p.end == p.name.end && l.a.Tokens[p.head].POS == lang.PROPN && p.end-p.name.first == 1 && countryEnding(s)
}

func countryEnding(s string) bool {
	for _, e := range []string{"stan", "ine", "ique", "agne", "gal", "ne", "ce", "de", "an", "ak", "li", "ad"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

var capitals = lang.WordSet("moscou kiev kyiv paris londres washington berlin rome madrid pékin tokyo ankara athènes téhéran bagdad damas riyad tel-aviv jérusalem le-caire varsovie budapest minsk bakou erevan tbilissi rabat alger tunis tripoli bamako niamey ouagadougou dakar abuja kinshasa kigali nairobi addis-abeba khartoum mogadiscio pretoria new-delhi islamabad kaboul dacca colombo bangkok hanoï séoul pyongyang jakarta manille canberra ottawa mexico bogota caracas lima santiago brasilia la-havane port-au-prince vienne berne oslo stockholm helsinki copenhague belgrade sofia bucarest chisinau astana almaty bichkek tachkent lisbonne dublin amman beyrouth doha sanaa naypyidaw bruxelles israël")
