package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// What the noun of those counted and its predicate say together.

// ownMeasure is what the counted noun and its predicate say together.
func (r *reader) ownMeasure(f *finding) claim.Measure {
	var of claim.Measure
	if f.has {
		of = r.saidOf(f)
	}
	m := f.noun.measure
	switch {
	case m == "":
		return of
	case of == "" || of == m:
		return m
	case m == claim.Kidnapped && of == claim.Arrested:
		return m
	case m == claim.Participants && of == claim.Deployed:
		return m
	case m == claim.Kidnapped || m == claim.Displaced || m == claim.Participants:
		return of // "quatre otages ont été libérés"
	case m == claim.Victims && of == claim.Killed && f.p.rule == "action-noun":
		return claim.Killed // "le corps d'une victime"
	case m == claim.Victims && of == claim.Killed && !f.p.left:
		return claim.Killed // "une autre victime a succombé", "22 victimes tuées à la machette"
	case m == claim.Victims && of == claim.Injured && f.p.rule == "idiom-before":
		return claim.Injured // "le pronostic vital de l'une des victimes"
	case m == claim.Injured && of == claim.Killed && f.p.rule == "action-noun":
		return claim.Killed // "la mort d'un blessé grave"
	case (m == claim.Injured || m == claim.Missing || m == claim.Rescued) && of == claim.Killed && !f.p.left:
		return claim.Killed // "huit blessés ont succombé"
	}
	return m
}

// saidOf is what the predicate says of those counted, "" where it says nothing of
// people, or of such people or things.
func (r *reader) saidOf(f *finding) claim.Measure {
	of := f.p.fits(f.noun, f.known)
	if f.noun.group == claim.Equipment && r.a.Tokens[f.p.verb].Lemma == "participer" && r.inRescue(f.p.to) {
		return claim.Deployed // "deux avions participent aux recherches"
	}
	if !r.canBefall(f, of) {
		return ""
	}
	verb := &r.a.Tokens[f.p.verb]
	switch group := f.noun.group; of {
	case claim.Deployed:
		return r.deployed(f)
	case claim.Participants:
		return r.tookPart(f)
	case claim.Displaced:
		if r.underRoof(f) || r.leftRoom(f) || r.escaped(f) {
			return "" // "se sont réfugiés à l'étage", "ont quitté la salle", "deux complices ont fui"
		}
	case claim.Killed:
		if strings.HasPrefix(verb.Norm, "tomb") && group != claim.Soldiers && group != claim.SecurityForces && group != claim.Assailants {
			return "" // only those who fight fall
		}
	case claim.Destroyed:
		if group == claim.Equipment && verb.Lemma == "renverser" {
			return "" // a bus that is turned over need not be lost
		}
	case claim.Arrested:
		return r.arrestedAs(f)
	case claim.Hospitalised:
		switch {
		case f.head >= 0 && strings.HasPrefix(verb.Norm, "pris") && saved(f.noun, r.a.Tokens[f.head].Norm):
			return claim.Rescued
		case strings.HasPrefix(verb.Norm, "transport") && r.bodiesNear(f):
			return "" // "31 corps ont été transportés à la morgue"
		}
	}
	return of
}

// canBefall reports whether what the predicate says, of, can be said of what the
// noun names: no tree is killed, and a noun nobody knows must be one that people may
// have, or things where they are destroyed, or a make of gear that is sent.
func (r *reader) canBefall(f *finding, of claim.Measure) bool {
	if f.head < 0 {
		return true
	}
	t := &r.a.Tokens[f.head]
	switch {
	case notThings[t.Norm]:
		return false // "25.000 arbres abattus"
	case f.known, of == claim.Destroyed, of == claim.Deployed && lang.IsCapital(r.r.Document.Text[t.Start:t.End]):
		return true
	}
	return r.mayBePeople(f.head)
}

// tookPart is what coming or being brought together makes of those counted: a
// turn-out where the report is of marches and the like, a rescue force at a search,
// else nothing.
func (r *reader) tookPart(f *finding) claim.Measure {
	switch {
	case r.a.Tokens[f.p.verb].Lemma == "participer" && (r.inRescue(f.p.to) || f.noun.group == claim.Rescuers):
		return claim.Deployed
	case !r.protest && f.noun.group != claim.Protesters && (f.p.rule == "predicate-before" || f.p.rule == "action-noun" || r.a.Tokens[f.p.verb].Lemma == "participer"):
		return "" // "le festival avait attiré 5.000 spectateurs"
	case f.quantity.Qualifier == lang.Exact && f.quantity.Low < 10, f.quantity.Qualifier == lang.Vague && f.quantity.High < 10:
		return "" // "les cinq membres permanents se réunissent"
	}
	return claim.Participants
}

// underRoof reports whether those who "se sont réfugiés" did so in a part of a
// building, a hiding place or with what is at hand: they fled no home.
func (r *reader) underRoof(f *finding) bool {
	if !strings.HasPrefix(r.a.Tokens[f.p.verb].Norm, "réfugi") && r.a.Tokens[f.p.to].Lemma != "réfugier" {
		return false
	}
	s := r.a.Sents[f.sent]
	for i := f.p.to + 1; i < s.End && i < f.p.to+8; i++ {
		t := &r.a.Tokens[i]
		if t.POS == lang.NOUN {
			return roofs[t.Norm]
		}
		if t.POS == lang.VERB || t.POS == lang.PUNCT {
			return false
		}
	}
	return false
}

// roofs are where people shelter on the spot.
var roofs = lang.WordSet("étage étages toit toits grenier cave caves sous-sol sous-sols abri abris pièce chambre cabine cuisine placard vestiaires couloir parking balcon terrasse bâtiment immeuble magasin boutique restaurant bar théâtre église arbre arbres voiture véhicule mezzanine balcons réserve bureau bureaux salle")

// escaped reports whether those who flee do so from the law, after what they have
// done: nobody drove them out.
func (r *reader) escaped(f *finding) bool {
	if f.head >= 0 && wrongdoers[strings.TrimSuffix(r.a.Tokens[f.head].Norm, "s")] {
		return true
	}
	return f.noun.group == claim.Detainees || f.noun.group == claim.Assailants && !r.drivenOut(f)
}

// drivenOut reports whether the predicate of f is one of being driven out: fighters who
// leave their homes or are moved somewhere do not run from the law.
func (r *reader) drivenOut(f *finding) bool {
	switch w := r.a.Tokens[f.p.verb].Norm; {
	case strings.HasPrefix(w, "dépl"), strings.HasPrefix(w, "chass"), strings.HasPrefix(w, "relog"), strings.HasPrefix(w, "réfugi"):
		return true
	}
	return false
}

// wrongdoers are people by what they are held to have done.
var wrongdoers = lang.WordSet("suspect suspecte complice auteur auteure agresseur meurtrier voleur voleuse cambrioleur braqueur ravisseur chauffard fuyard fugitif coupable comparse")

// leftRoom reports whether what was "quitté" is no place where people live: a room,
// a table, a party.
func (r *reader) leftRoom(f *finding) bool {
	if r.a.Tokens[f.p.verb].Lemma != "quitter" {
		return false
	}
	s := r.a.Sents[f.sent]
	for i := f.p.verb + 1; i < s.End && i < f.p.verb+5; i++ {
		t := &r.a.Tokens[i]
		if t.Norm == "leur" || t.Norm == "leurs" {
			return false
		}
		if t.POS == lang.NOUN {
			return !homelands[t.Norm]
		}
	}
	return false
}

// homelands are where one lives, by common nouns.
var homelands = lang.WordSet("ville villes région régions zone zones pays lieux lieu camp camps village villages île îles quartier quartiers localité commune province vallée enclave capitale district territoire cité bande côte secteur maison maisons domicile domiciles foyer foyers logement logements habitation habitations terre terres périmètre site archipel plaine littoral département hameau hameaux rive berges appartement appartements immeuble campement nord sud est ouest centre centre-ville territoires régions")
