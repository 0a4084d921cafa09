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

// headRole is the role of a head noun; "porte-parole de la police" is the
// police speaking, "médias d'Etat" are no free press.
func (l *listener) headRole(h, end int32) claim.Role {
	r := l.role(h)
	if k := l.pressDesk(h, end); k > h {
		return l.headRole(k, end)
	}
	if (r == claim.NGO || r == claim.Opposition || r == "") && l.takesArms(h, end) {
		return claim.ArmedGroup
	}
	switch r {
	case claim.HeadOfState: // "la présidente du syndicat" presides over no state
		if x, ok := l.presided(h, end); ok {
			return x
		}
	case claim.IntlBody: // "le haut-commissariat de la République"
		for j := h + 1; j < end; j++ {
			if l.norm(j) == "république" && strings.HasPrefix(l.norm(h), "haut-commissa") {
				return claim.LocalAuth
			}
		}
	case claim.Government: // "le cabinet d'études", "le cabinet indépendant Occurrence"
		if w := l.norm(h); (w == "cabinet" || w == "cabinets") && l.consults(h, end) {
			return claim.Company
		}
	case claim.Company: // "la direction générale de la protection civile"
		if l.norm(h) == "direction" || l.norm(h) == "directions" {
			return l.directed(h, end)
		}
	case claim.Media:
		for j := h + 1; j < end; j++ {
			switch foldAccent(l.a.Tokens[j].Norm) {
			case "etat", "publique", "public", "officielle", "nationale", "publics", "officiels":
				return claim.StateMedia
			}
		}
	case claim.Ministry:
		if l.a.Tokens[h].Norm == "premier" {
			return claim.Government
		}
	case claim.NGO:
		for j := h + 1; j < end; j++ {
			if w := l.norm(j); w == "mondiale" || w == "internationale" && l.norm(h) == "organisation" || l.role(j) == claim.IntlBody {
				return claim.IntlBody
			}
		}
	case claim.Union: // "Fédération internationale des sociétés de la Croix-Rouge"
		for j := h + 1; j < end; j++ {
			if x := l.role(j); x == claim.Rescue || x == claim.NGO || x == claim.IntlBody {
				return x
			}
		}
	case claim.Agency:
		for j := h + 1; j < end; j++ {
			switch w := l.norm(j); {
			case w == "presse" || w == "information" || l.properName(j):
				return claim.Agency
			case w == "officielle" || foldAccent(w) == "etat":
				return claim.StateMedia
			case w == "de" || w == "nationale" || w == "régionale":
				if n := l.norm(j + 1); n != "presse" && n != "information" {
					return claim.Officials
				}
			}
		}
		return claim.Agency
	case "", claim.Officials, claim.Spokesman: // "porte-parole de la police" is the police speaking
		for j := h + 1; j < end && j < h+8; j++ {
			if x := l.role(j); x != noRole && x != "" && l.a.Tokens[j].POS != lang.ADJ {
				if r != claim.Officials || x != claim.Country {
					return x
				}
			}
			if sourceAdjectives[l.a.Tokens[j].Norm] != "" && r != claim.Officials {
				return sourceAdjectives[l.a.Tokens[j].Norm]
			}
		}
	}
	return r
}

// consults reports whether the words behind the "cabinet" at h make it one of lawyers,
// auditors or pollsters, and no minister's.
func (l *listener) consults(h, end int32) bool {
	for j := h + 1; j < end; j++ {
		switch singular(l.norm(j)) {
		case "indépendant", "privé", "spécialisé", "étude", "audit", "conseil", "avocat", "expertise", "expert", "architecte", "comptage", "sondage":
			return true
		}
	}
	return h+1 < end && l.properName(h+1) // "le cabinet Occurrence"
}

// presided returns the role of the body that the words behind the office at h name
// ("le président du conseil départemental", "de Médecins sans frontières"); false
// where they name a country or nothing.
func (l *listener) presided(h, end int32) (claim.Role, bool) {
	if h+1 >= end || l.norm(h+1) != "de" || !strings.HasPrefix(l.norm(h), "présiden") {
		return "", false
	}
	for j := h + 2; j < end; j++ {
		switch x := l.role(j); {
		case l.a.Tokens[j].POS == lang.DET:
		case x == claim.HeadOfState || l.norm(j) == "république" || l.norm(j) == "etat":
			return "", false
		case x != noRole && l.a.Tokens[j].POS != lang.ADJ:
			return x, true
		case l.a.Tokens[j].POS == lang.NOUN:
			return "", true // "la présidente de la région", "du groupe"
		case l.a.Tokens[j].POS == lang.PROPN:
			n := l.a.NameAt(int(l.a.Tokens[j].Start))
			return "", n != nil && n.Kind == lang.Organization
		}
	}
	return "", false
}

// directed is the role of a "direction": that of the service it is of, officials
// where it is one of a country or region, else a company's.
func (l *listener) directed(h, end int32) claim.Role {
	r := claim.Company
	for j := h + 1; j < end; j++ {
		if w := singular(l.norm(j)); w == "général" || w == "générale" {
			continue
		}
		switch x := l.role(j); x {
		case claim.Rescue, claim.Police, claim.Army, claim.Hospital, claim.Justice, claim.Ministry, claim.LocalAuth, claim.Government:
			return x
		}
		switch l.norm(j) {
		case "nationale", "régionale", "départementale", "interrégionale", "provinciale", "santé", "éducation", "douanes", "renseignement":
			r = claim.Officials
		}
	}
	return r
}

// takesArms reports whether an adjective says of the body at h that it fights:
// "l'organisation terroriste".
func (l *listener) takesArms(h, end int32) bool {
	for j := h + 1; j < end && l.a.Tokens[j].POS != lang.ADP && l.a.Tokens[j].POS != lang.PUNCT; j++ {
		if armedAdjectives[singular(l.norm(j))] {
			return true
		}
	}
	return false
}

var armedAdjectives = lang.WordSet("terroriste djihadiste jihadiste islamiste rebelle armé armée paramilitaire criminel criminelle séparatiste insurgé insurgée clandestin clandestine combattant combattante mafieux mafieuse")

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
