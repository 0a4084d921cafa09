package voice

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// What the words behind a noun make of its role: an office is held in a body, a body
// is of some kind.

// headRole is the role of a head noun; "porte-parole de la police" is the
// police speaking, "médias d'Etat" are no free press.
func (l *listener) headRole(h, end int32) claim.Role {
	if k := l.pressDesk(h, end); k > h {
		return l.headRole(k, end)
	}
	r := l.role(h)
	if (r == claim.NGO || r == claim.Opposition || r == "") && l.takesArms(h, end) {
		return claim.ArmedGroup
	}
	switch w := singular(l.norm(h)); r {
	case claim.HeadOfState:
		if x, ok := l.presided(h, end); ok {
			return x // "la présidente du syndicat" presides over no state
		}
	case claim.Ministry:
		if w == "premier" {
			return claim.Government
		}
	case claim.Government:
		if w == "cabinet" && l.consults(h, end) {
			return claim.Company // "le cabinet d'études", "le cabinet indépendant Occurrence"
		}
	case claim.Company:
		if w == "direction" {
			return l.directed(h, end) // "la direction générale de la protection civile"
		}
	case claim.Agency:
		return l.agency(h, end)
	case "", claim.Officials, claim.Spokesman:
		return l.spokenFor(r, h, end)
	default:
		return l.bodyOf(r, h, end)
	}
	return r
}

// bodyOf is what the words behind a body of role r at h make of it: "médias d'Etat",
// "l'organisation mondiale", "Fédération internationale des sociétés de la
// Croix-Rouge", "le haut-commissariat de la République".
func (l *listener) bodyOf(r claim.Role, h, end int32) claim.Role {
	for j := h + 1; j < end; j++ {
		w, x := l.norm(j), l.role(j)
		switch {
		case r == claim.Media && ofTheState[foldAccent(w)]:
			return claim.StateMedia
		case r == claim.NGO && (w == "mondiale" || w == "internationale" && l.norm(h) == "organisation" || x == claim.IntlBody):
			return claim.IntlBody
		case r == claim.Union && (x == claim.Rescue || x == claim.NGO || x == claim.IntlBody):
			return x
		case r == claim.IntlBody && w == "république" && strings.HasPrefix(l.norm(h), "haut-commissa"):
			return claim.LocalAuth
		}
	}
	return r
}

// ofTheState are said of media that are not free.
var ofTheState = lang.WordSet("etat publique public officielle nationale publics officiels")

// agency tells the agency of news at h from the one of a state: "l'agence nationale
// de santé" are officials.
func (l *listener) agency(h, end int32) claim.Role {
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
}

// spokenFor is the role of whoever somebody of role r at h speaks for: "porte-parole
// de la police" is the police speaking.
func (l *listener) spokenFor(r claim.Role, h, end int32) claim.Role {
	for j := h + 1; j < end && j < h+8; j++ {
		if x := l.role(j); x != noRole && x != "" && l.a.Tokens[j].POS != lang.ADJ && (r != claim.Officials || x != claim.Country) {
			return x
		}
		if x := sourceAdjectives[l.a.Tokens[j].Norm]; x != "" && r != claim.Officials {
			return x
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
