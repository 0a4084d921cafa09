package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Whom a noun that no list of ours has may name.

// mayBePeople reports whether an unknown noun may name people: units of measure,
// blows and periods may not, nor a noun of one gender only.
func (r *reader) mayBePeople(h int32) bool {
	t := &r.a.Tokens[h]
	if notPeople[t.Norm] || notPeople[t.Lemma] || abstractEnding(t.Norm) {
		return false
	}
	if t.POS == lang.NOUN {
		two, known := lang.TwoGenders("fr", t.Norm)
		return two || !known // "quatre routards", but not "quatre tableaux", "quatre brebis"
	}
	return t.POS == lang.PROPN || t.POS == lang.ADJ
}

// abstractEnding reports whether a noun that no list knows ends as words for
// deeds, states and places do: "opération", "lotissement", "violence".
func abstractEnding(w string) bool {
	w = strings.TrimSuffix(w, "s")
	for _, e := range []string{"tion", "sion", "xion", "ment", "age", "té", "ence", "ance", "ude", "isme", "erie", "ure", "eau"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+2 {
			return true
		}
	}
	return false
}

// notThings are beasts and units that no verb of destroying makes a figure of.
var notThings = lang.WordSet("galerie galeries pan pans mur murs toit toits toiture toitures plafond plafonds falaise falaises talus chien chiens vache vaches mouton moutons bête bêtes animal animaux tête têtes cheval chevaux porc porcs chèvre chèvres bovins volailles poules hectare hectares km kilomètre kilomètres mètre mètres tonnes tonne arbres arbre an ans jours euros dollars")

var notPeople = lang.WordSet("an ans année années jour jours heure heures minute minutes seconde secondes mois semaine semaines siècle décennie décennies nuit nuits week-end " +
	"km kilomètre kilomètres mètre mètres hectare hectares mile miles cm centimètres degré degrés tonne tonnes kilo kilos kg litre litres watt mégawatts " +
	"euro euros dollar dollars franc francs livre livres yuan roupie roupies rouble roubles tenge fois pour-cent point points but buts match set page pages " +
	"coup coups tir tirs balle balles bombe bombes obus missile missiles roquette roquettes frappe frappes raid raids attaque attaques explosion explosions détonation séisme séismes secousse secousses réplique répliques attentat attentats incident incidents accident accidents départ feux feu foyers incendie incendies " +
	"syndicat syndicats organisation organisations cortège cortèges défilé défilés manifestation manifestations rassemblement rassemblements marche marches parti partis association associations ong fédération fédérations entreprise entreprises compagnie compagnies groupe groupes équipe équipes gang gangs centrale centrales intersyndicale collectif collectifs famille familles ménages foyers " +
	"voix siège sièges vote votes cas contamination contaminations dose doses pays province provinces région régions département départements commune communes ville villes quartier quartiers village villages district districts chef-lieu chefs-lieux bourg bourgs bourgade bourgades rue rues îlot îlots zone zones secteur secteurs plage plages " +
	"nation nations état états étage étages pièce chien chiens vache vaches mouton moutons bête bêtes animal animaux tête têtes cheval chevaux porc porcs chèvre chèvres hameau hameaux vague vagues série séries instant instants moment moments témoin témoins fonds camps camp chance chances trou trous arbre arbres " +
	"logiciel logiciels doudou doudous chat chats lion lions tigre tigres ours loup loups lapin lapins âne ânes buffle buffles bovins agneau agneaux éléphant éléphants renard renards dauphin dauphins tortue tortues pigeon pigeons rat rats poulet poulets poussin poussins faisan faisans paon paons canard canards singe singes chameau chameaux " +
	"moteur moteurs réacteur réacteurs ordinateur ordinateurs compteur compteurs chargeur chargeurs satellite satellites poste postes porte portes borne bornes courrier courriers cloche cloches panier paniers manche manches tour tours tours avenue avenues cartouche cartouches plant plants " +
	"nombre question questions raison raisons mesure mesures étape étapes phase phases loi lois texte article articles plainte plaintes enquête enquêtes procédure procédures vol vols trajet appel appels message messages")

// decree reports whether "arrêté" at i is what a prefect or a mayor signs, and no one
// under arrest.
func (r *reader) decree(i int32) bool {
	s := r.a.Sents[r.a.Tokens[i].Sent]
	if i+1 < s.End {
		switch n := &r.a.Tokens[i+1]; {
		case lang.FullForm(n.Norm) == "de", strings.HasPrefix(n.Norm, "municip"), strings.HasPrefix(n.Norm, "préfector"), strings.HasPrefix(n.Norm, "ministér"), isHave(n), isBe(n):
			return true // "trois arrêtés ont été pris"
		}
	}
	for j := i - 1; j >= s.First && j > i-5; j-- {
		switch r.a.Tokens[j].Lemma {
		case "prendre", "signer", "publier", "annuler", "suspendre", "abroger", "édicter", "contester":
			return true
		}
	}
	return false
}

// menLost makes "hommes" who were lost the soldiers of whoever lost them: "Les
// casques bleus ont perdu quatre hommes", "Nous avons perdu six hommes", says an
// officer.
func (r *reader) menLost(f *finding, fig *claim.Figure) {
	if fig.Group != claim.People && fig.Group != claim.Workers || f.head < 0 || !f.has || !f.p.left || !strings.HasPrefix(r.a.Tokens[f.p.verb].Norm, "perd") {
		return
	}
	w := r.a.Tokens[f.head].Norm
	if fellow := strings.HasPrefix(w, "collègue") || strings.HasPrefix(w, "camarade"); !fellow && w != "hommes" && w != "nôtres" && w != "siens" {
		return
	}
	if fig.By != nil && fig.By.Role == claim.Army {
		fig.Group = claim.Soldiers
	}
	j := r.a.Child(f.p.verb, lang.Nsubj)
	if j < 0 || j >= f.p.verb {
		return
	}
	if r.a.Tokens[j].Norm == "qui" {
		j = r.a.Tokens[f.p.verb].Head // "Les pompiers, qui ont perdu deux collègues"
	}
	if n, ok := r.nounOf(j); ok && n.measure == "" {
		switch n.group {
		case claim.Soldiers, claim.SecurityForces, claim.Assailants, claim.Rescuers:
			fig.Group = n.group
		}
	}
}

// shutIn reports whether those of f are shut in by a fall of rock or a fire and not
// by a court: "en a emprisonné cinq autres à 300 mètres".
func (r *reader) shutIn(f *finding) bool {
	s := r.a.Sents[f.sent]
	for i := f.npEnd + 1; i < s.End && i < f.npEnd+7; i++ {
		switch r.a.Tokens[i].Norm {
		case "mètres", "fond", "galerie", "galeries", "décombres", "sous", "gravats", "puits":
			return true
		}
	}
	return false
}

// strikeBefore reports whether it is a strike or a march that the verb at i says
// mobilises people.
func (r *reader) strikeBefore(i int32) bool {
	for j := i - 1; j >= 0 && j > i-12 && r.a.Tokens[j].Sent == r.a.Tokens[i].Sent; j-- {
		switch r.a.Tokens[j].Lemma {
		case "grève", "mouvement", "syndicat", "manifestation", "marche", "journée", "débrayage", "protestation", "intersyndical", "intersyndicale", "centrale", "cortège", "défilé":
			return true
		}
	}
	return false
}

// givenUp are the words by which fighters surrender.
var givenUp = lang.WordSet("rendu constitué déposé reddition capitulation")

// arrestedAs is what a verb of arrest says of those counted.
func (r *reader) arrestedAs(f *finding) claim.Measure {
	switch lemma := r.a.Tokens[f.p.verb].Lemma; {
	case lemma == "emprisonner" && r.shutIn(f):
		return ""
	case f.p.left && r.gaol(r.doer(f.p.verb)):
		return "" // "la prison détient 4.000 hommes": its inmates
	case r.byAssailants(f):
		return claim.Kidnapped // "détenus par les hommes armés"
	case lemma == "reprendre" && f.noun.group != claim.Detainees:
		return "" // fugitives are taken again; a firm takes over staff
	case f.noun.group == claim.Soldiers && givenUp[strings.TrimSuffix(r.a.Tokens[f.p.verb].Norm, "s")]:
		return claim.Kidnapped // "800 soldats se sont rendus"
	case lemma == "capturer" && (f.noun.group == claim.Soldiers || f.noun.group == claim.Children):
		return claim.Kidnapped
	}
	return claim.Arrested
}

// lifeTaken reports whether "la vie de" at i hangs on a verb of taking it.
func (r *reader) lifeTaken(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-6; j-- {
		t := &r.a.Tokens[j]
		if t.POS != lang.VERB && t.POS != lang.NOUN {
			continue
		}
		switch t.Lemma {
		case "coûter", "ôter", "prendre", "emporter", "arracher", "faucher", "enlever", "perdre", "voler", "perte":
			return true
		}
		return strings.HasPrefix(t.Norm, "coût")
	}
	return false
}

// lifeSaved reads "a sauvé la vie de douze policiers".
func (r *reader) lifeSaved(c *counted, i int32, s lang.Sent) (predicate, bool) {
	for j := i - 1; j >= s.First && j > i-4; j-- {
		if r.a.Tokens[j].Lemma == "sauver" {
			return predicate{measure: claim.Rescued, only: personOnly, verb: j, from: j, to: i, left: true, finite: r.finiteOf(j, s), rule: "life-saved"}, true
		}
	}
	return predicate{}, false
}

// mobilised is what "mobiliser" says of people who are no force: sent where it is for
// a search or they are staff, marching where it is a strike or against something, else
// nothing: "a mobilisé 6.000 donateurs".
func (r *reader) mobilised(f *finding) claim.Measure {
	s := r.a.Sents[f.sent]
	against, search := false, false
	for i := f.p.verb + 1; i < s.End && i < max(f.p.verb, f.npEnd)+7; i++ {
		switch t := &r.a.Tokens[i]; {
		case t.Norm == "contre":
			against = true
		case t.Lemma == "rechercher" || t.Lemma == "secourir" || t.Lemma == "recherche" || t.Lemma == "secours" || t.Lemma == "retrouver" || t.Lemma == "sauvetage":
			search = true
		}
	}
	switch {
	case search || f.p.left && r.searchBefore(f.p.verb):
		return claim.Deployed // "d'importantes recherches mobilisant plus de 120 personnes"
	case f.p.left && f.noun.worker && !r.strikeBefore(f.p.verb):
		return claim.Deployed // "Le préfet a mobilisé 900 agents"
	case against, f.p.left && (r.protest || r.strikeBefore(f.p.verb)):
		return claim.Participants
	case !f.p.left && (r.a.Tokens[f.head].Norm == "hommes" || f.noun.worker || !f.known):
		return claim.Deployed
	}
	return ""
}
