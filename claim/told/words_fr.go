package told

import (
	"strings"

	"recoupe/claim"
)

// The French words that turn a number into a figure. They are general to
// crises of all kinds: quakes, floods, wars, attacks, wrecks, marches.

var french = frenchVocabulary()

func frenchVocabulary() *vocabulary {
	v := &vocabulary{
		nouns:       map[string]countNoun{},
		verbs:       map[string]countVerb{},
		participles: map[string]countVerb{},
		actions:     map[string]claim.Measure{},
		employers:   map[string]claim.Group{},
		bodies:      frenchBodies,
	}
	for measure, words := range frenchOutcomes {
		for w := range strings.FieldsSeq(words) {
			v.nouns[w] = countNoun{measure: measure}
		}
	}
	for group, words := range frenchGroups {
		for w := range strings.FieldsSeq(words) {
			v.nouns[w] = countNoun{group: group}
		}
	}
	v.nouns["réfugié"] = countNoun{measure: claim.Displaced, group: claim.Migrants}
	for w := range strings.FieldsSeq(frenchStaff) {
		v.nouns[w] = countNoun{group: claim.Workers, worker: true}
	}
	for w := range strings.FieldsSeq(frenchVehicles) {
		v.nouns[w] = countNoun{group: claim.Equipment, thing: true}
	}
	for w := range strings.FieldsSeq(frenchBuildings) {
		v.nouns[w] = countNoun{group: claim.OtherGroup, thing: true}
	}
	for _, row := range frenchVerbs {
		for w := range strings.FieldsSeq(row.lemmas) {
			lemma, part, _ := strings.Cut(w, "=")
			if part == "" {
				part = frenchParticiple(lemma)
			}
			v.verbs[lemma] = row.verb
			v.participles[part] = row.verb
		}
	}
	for w := range strings.FieldsSeq("décède décèdent décéda décédèrent") {
		v.participles[w] = v.verbs["décéder"] // forms that no lexicon here knows
	}
	delete(v.participles, "repris") // "à deux reprises"; the idioms read it in the passive
	for measure, words := range frenchActions {
		for w := range strings.FieldsSeq(words) {
			v.actions[w] = measure
		}
	}
	for group, words := range frenchEmployers {
		for w := range strings.FieldsSeq(words) {
			v.employers[w] = group
		}
	}
	return v
}

// frenchParticiple forms the past participle of a regular verb.
func frenchParticiple(lemma string) string {
	if stem, ok := strings.CutSuffix(lemma, "er"); ok {
		return stem + "é"
	}
	if stem, ok := strings.CutSuffix(lemma, "ir"); ok {
		return stem + "i"
	}
	return strings.TrimSuffix(lemma, "re") + "u"
}

// frenchOutcomes are nouns that name what happened to those counted.
var frenchOutcomes = map[claim.Measure]string{
	claim.Killed:       "mort tué décès cadavre corps dépouille noyé défunt décédé exécuté exécution assassiné meurtre homicide assassinat féminicide noyade martyr",
	claim.Injured:      "blessé brûlé intoxiqué contusionné mutilé commotionné éclopé",
	claim.Missing:      "disparu disparition",
	claim.Arrested:     "arrestation interpellation interpellé arrêté incarcération appréhendé incarcéré emprisonné",
	claim.Displaced:    "déplacé sans-abri déraciné réfugié",
	claim.Evacuated:    "évacué évacuation",
	claim.Hospitalised: "hospitalisation hospitalisé",
	claim.Rescued:      "secouru repêché",
	claim.Kidnapped:    "otage enlèvement kidnapping kidnappé rapt enlevé captif",
	claim.Released:     "libération",
	claim.Victims:      "victime",
	claim.Participants: "participant gréviste marcheur",
}

// frenchGroups are nouns of people by what they are.
var frenchGroups = map[claim.Group]string{
	claim.People: "personne homme individu opposant activiste militant passeur naufragé plaisancier promeneur sinistré estivant interprète preneur-de-son père grand-père coéquipier pratiquant curieux badaud expatriée ressortissante-locale  gens habitant riverain villageois citoyen résident âme humain vie adulte jeune frère cousin " +
		"voisin proche client spectateur automobiliste conducteur motard cycliste piéton passant randonneur alpiniste skieur vacancier campeur baigneur joueur convive invité occupant locataire " +
		"étudiant fidèle pèlerin supporter supporteur festivalier moine prêtre imam religieux religieuse chrétien musulman autochtone sportif athlète chasseur cavalier berger directeur chef responsable suspect patient touriste dirigeant syndicaliste avocat détaillant commerçant commercant restaurateur boulanger concierge serveur coiffeur comédien artiste chanteur musicien danseur écrivain pasteur évêque curé rabbin fêtard visiteur excursionniste surfeur snowboardeur snowboarder nageur plagiste kayakiste parapentiste guide sherpa " +
		"prélat nonne muezzin marabout mec gars nôtre sien muletier caravanier taximan mari conjoint compagnon compagne fiancé beau-frère belle-sœur beau-père belle-mère beau-fils belle-fille aïeul gendre bru nounou bonze " +
		"éleveur fermier viticulteur planteur chercheur scientifique architecte livreur coursier fugitif candidat partisan sympathisant convoyeur consommateur acheteur fan sœur soeur tante oncle cousine nièce neveu bachelier universitaire enseignant " +
		"vieillard octogénaire septuagénaire nonagénaire sexagénaire quinquagénaire quadragénaire trentenaire retraité couple",
	claim.Civilians:      "civil non-combattant",
	claim.Protesters:     "manifestant protestataire contestataire émeutier",
	claim.SecurityForces: "garde-côte garde-côtes gardes-côtes policier gendarme crs garde-frontière douanier vigile garde sécuritaire carabinier surveillant gardien milicien-de-l'ordre fonctionnaire-de-police paramilitaire ranger",
	claim.Soldiers:       "soldat militaire officier sous-officier parachutiste para légionnaire fantassin réserviste conscrit appelé mercenaire artilleur aviateur troupe recrue caporal sergent lieutenant capitaine colonel général gi marine adjudant adjudant-chef sergent-chef caporal-chef commandant lieutenant-colonel artificier démineur casque-bleu sentinelle tirailleur spahi commando",
	claim.Assailants: "assaillant terroriste djihadiste jihadiste rebelle insurgé combattant milicien bandit criminel agresseur ravisseur kamikaze extrémiste islamiste tireur insurgent guérillero taliban " +
		"pirate gangster malfaiteur braqueur pillard séparatiste kidnappeur geôlier forcené auteur attaquant trafiquant narcotrafiquant sicaire hooligan casseur brigand escroc malfrat caïd voyou dealer",
	claim.Detainees:      "détenu prisonnier codétenu mutin condamné évadé taulard forçat bagnard",
	claim.OfficialsGroup: "fonctionnaire élu inspecteur commissaire procureur sous-préfet ambassadeur consul adjoint maire ministre député sénateur magistrat juge diplomate gouverneur préfet conseiller",
	claim.Children:       "enfant mineur nouveau-né bambin garçonnet bébé nourrisson adolescent adolescente fillette garçonnet écolier écolière élève collégien lycéen garçon fille gamin fils orphelin petit-enfant",
	claim.Women:          "femme épouse mère grand-mère veuve fillette-adulte",
	claim.Migrants:       "migrant exilé clandestin demandeur-d'asile sans-papiers candidat-à-l'exil",
	claim.Passengers:     "passager voyageur croisiériste usager",
	claim.Crew:           "marin patron matelot pêcheur chauffeur-livreur pilote copilote hôtesse steward équipier mousse navigant",
	claim.Workers:        "ouvrier travailleur docker cheminot saisonnier orpailleur agriculteur paysan maçon artisan professeur instituteur routier camionneur chauffeur-routier contremaître creuseur manoeuvre électricien soudeur couvreur éboueur terrassier bûcheron intérimaire cuisinier vendeur",
	claim.HealthWorkers:  "médecin infirmier soignant ambulancier aide-soignant chirurgien sage-femme sages-femmes brancardier urgentiste",
	claim.AidWorkers:     "humanitaire bénévole volontaire",
	claim.Rescuers:       "secouriste pompier sapeur-pompier sapeur sauveteur maître-nageur maîtres-nageurs maître-chien maîtres-chiens plongeur",
	claim.MediaGroup:     "journaliste reporter cameraman photographe photojournaliste correspondant cadreur",
	claim.Foreigners:     "étranger ressortissant expatrié",
}

// frenchStaff are people by their job, who belong to whoever employs them.
var frenchStaff = "technicien chauffeur agent employé collaborateur salarié ingénieur mécanicien stagiaire collègue camarade personnel"

var frenchVehicles = "véhicule voiture camion bus autobus autocar car blindé avion hélicoptère drone frégate corvette destroyer croiseur sous-marin porte-avions patrouilleur cargo paquebot voilier tracteur remorqueur pétrolier barge pelleteuse navire bateau embarcation pirogue char engin pièce moto missile roquette canadair ambulance appareil chasseur-bombardier " +
	"locomotive wagon train tank sous-marin porte-avions porte-hélicoptères porte-conteneurs frégate croiseur destroyer corvette cargo vraquier bulldozer tractopelle chalutier ferry fourgon canot lance-roquettes obusier équipement"

var frenchBuildings = "maison habitation logement bâtiment immeuble école hôpital église mosquée magasin commerce pont " +
	"toit tente abri ferme exploitation édifice foyer pylône entrepôt cabane structure infrastructure hangar mobil-home caravane camping château route ouvrage " +
	"villa boutique pharmacie dispensaire commissariat caserne usine serre bungalow chalet case poulailler classe salle appartement pavillon demeure site installation digue barrage"

// frenchVerbs are predicates of those counted. An irregular participle stands
// behind "=".
var frenchVerbs = []struct {
	verb   countVerb
	lemmas string
}{
	{countVerb{measure: claim.Killed, arg: counts | personOnly}, "tuer assassiner massacrer faucher décimer éliminer neutraliser liquider carboniser foudroyer pleurer"},
	{countVerb{measure: claim.Killed, arg: counts, thing: claim.Destroyed}, "anéantir"},
	{countVerb{measure: claim.Killed, arg: counts | manner, thing: claim.Destroyed}, "abattre"},
	{countVerb{measure: claim.Killed, arg: counts | personOnly | manner}, "exécuter égorger décapiter lyncher poignarder fusiller pendre électrocuter étouffer asphyxier piétiner"},
	{countVerb{measure: claim.Killed, arg: doers | personOnly}, "mourir=mort périr décéder succomber"},
	{countVerb{measure: claim.Killed, arg: doers | personOnly | manner}, "noyer suicider"},
	{countVerb{measure: claim.Injured, arg: counts | personOnly}, "blesser mutiler intoxiquer contusionner molester irradier"},
	{countVerb{measure: claim.Injured, arg: counts, thing: claim.Destroyed}, "brûler"},
	{countVerb{measure: claim.Missing, arg: doers | personOnly}, "disparaître=disparu"},
	{countVerb{measure: claim.Arrested, arg: counts | personOnly}, "capturer"},
	{countVerb{measure: claim.Arrested, arg: counts | personOnly}, "arrêter interpeller interpeler appréhender incarcérer emprisonner écrouer détenir=détenu embastiller"},
	{countVerb{measure: claim.Displaced, arg: counts | doers | personOnly}, "déplacer fuir=fui déraciner reloger réfugier"},
	{countVerb{measure: claim.Evacuated, arg: counts | personOnly}, "évacuer rapatrier"},
	{countVerb{measure: claim.Hospitalised, arg: counts | personOnly}, "hospitaliser"},
	{countVerb{measure: claim.Rescued, arg: counts | personOnly}, "secourir=secouru recueillir extraire=extrait sauver repêcher hélitreuiller désincarcérer désensabler"},
	{countVerb{measure: claim.Rescued, arg: counts | personOnly | knownOnly}, "récupérer"},
	{countVerb{measure: claim.Arrested, arg: counts | personOnly | knownOnly}, "reprendre=repris"},
	{countVerb{measure: claim.Destroyed, arg: counts | thingOnly | knownOnly}, "renverser écrouler souffler balayer emporter"},
	{countVerb{measure: claim.Kidnapped, arg: counts | personOnly}, "enlever kidnapper séquestrer"},
	{countVerb{measure: claim.Released, arg: counts | personOnly}, "libérer relâcher gracier échanger relaxer"},
	{countVerb{measure: claim.Participants, arg: doers | personOnly}, "manifester défiler marcher protester participer"},
	{countVerb{measure: claim.Participants, arg: counts | doers | personOnly}, "rassembler réunir attirer"},
	{countVerb{measure: claim.Deployed, arg: counts | doers}, "déployer mobiliser dépêcher masser prépositionner"},
	{countVerb{measure: claim.Deployed, arg: counts}, "engager envoyer"},
	{countVerb{measure: claim.Destroyed, arg: counts | thingOnly}, "détruire=détruit incendier raser calciner démolir pulvériser effondrer engloutir dévorer ravager pilonner"},
}

// frenchActions are nouns of action that govern those counted with "de".
var frenchActions = map[claim.Measure]string{
	claim.Killed:       "mort décès assassinat meurtre exécution massacre vie élimination neutralisation noyade perte",
	claim.Arrested:     "arrestation interpellation détention incarcération capture reddition capitulation",
	claim.Missing:      "disparition",
	claim.Displaced:    "déplacement exode fuite",
	claim.Evacuated:    "évacuation relogement rapatriement",
	claim.Hospitalised: "hospitalisation",
	claim.Rescued:      "sauvetage secours",
	claim.Kidnapped:    "enlèvement kidnapping rapt capture-d'otages",
	claim.Released:     "libération relaxe élargissement",
	claim.Deployed:     "présence déploiement envoi mobilisation renfort arrivée",
	claim.Destroyed:    "destruction effondrement écroulement",
	claim.Participants: "rassemblement participation cortège foule manifestation",
}

// frenchEmployers are bodies whose staff is counted by job.
var frenchEmployers = map[claim.Group]string{
	claim.MediaGroup:     "média chaîne télévision radio rédaction journal quotidien studio hebdomadaire",
	claim.AidWorkers:     "ong croix-rouge croissant-rouge humanitaire unicef pam hcr unrwa msf onu",
	claim.HealthWorkers:  "hôpital clinique dispensaire maternité ambulance",
	claim.SecurityForces: "police sécurité gendarmerie",
}

var frenchBodies = []bodyWords{
	{"du feu", claim.Rescuers}, {"d'otage", claim.Assailants}, {"de santé", claim.HealthWorkers}, {"pénitentiaire", claim.SecurityForces}, {"du personnel", claim.Workers}, {"de personnel", claim.Workers},
	{"forces de sécurité", claim.SecurityForces}, {"forces de l'ordre", claim.SecurityForces}, {"services de sécurité", claim.SecurityForces},
	{"la police", claim.SecurityForces}, {"de police", claim.SecurityForces}, {"garde nationale", claim.SecurityForces}, {"gendarmerie", claim.SecurityForces}, {"forces spéciales", claim.SecurityForces}, {"la sécurité", claim.SecurityForces}, {"police nationale", claim.SecurityForces},
	{"la garde", claim.SecurityForces}, {"de garde", claim.SecurityForces}, {"gardes", claim.SecurityForces}, {"forces armées", claim.Soldiers}, {"services armés", claim.Soldiers}, {"l'armée", claim.Soldiers}, {"armée", claim.Soldiers}, {"casques bleus", claim.Soldiers}, {"casque bleu", claim.Soldiers}, {"maintien de la paix", claim.Soldiers},
	{"équipage", claim.Crew}, {"personnel navigant", claim.Crew}, {"marine marchande", claim.Crew}, {"la marine", claim.Soldiers},
	{"groupe armé", claim.Assailants}, {"groupes armés", claim.Assailants}, {"groupe terroriste", claim.Assailants}, {"hommes armés", claim.Assailants}, {"gang", claim.Assailants}, {"homme armé", claim.Assailants}, {"état islamique", claim.Assailants},
	{"personnel soignant", claim.HealthWorkers}, {"personnel médical", claim.HealthWorkers}, {"équipes médicales", claim.HealthWorkers},
	{"travailleurs humanitaires", claim.AidWorkers}, {"travailleur humanitaire", claim.AidWorkers}, {"croix-rouge", claim.AidWorkers}, {"croissant-rouge", claim.AidWorkers}, {"une ong", claim.AidWorkers}, {"nations unies", claim.AidWorkers},
	{"équipes de secours", claim.Rescuers}, {"équipe de secours", claim.Rescuers}, {"équipe de sauvetage", claim.Rescuers}, {"équipes de sauvetage", claim.Rescuers}, {"groupe islamiste", claim.Assailants}, {"groupe jihadiste", claim.Assailants}, {"groupe djihadiste", claim.Assailants}, {"groupe rebelle", claim.Assailants}, {"mouvement islamiste", claim.Assailants}, {"mouvement rebelle", claim.Assailants}, {"protection civile", claim.Rescuers}, {"sapeurs-pompiers", claim.Rescuers}, {"sécurité civile", claim.Rescuers},
	{"forces de police", claim.SecurityForces}, {"forces de défense", claim.SecurityForces}, {"personnels de santé", claim.HealthWorkers}, {"agents de santé", claim.HealthWorkers}, {"agents pénitentiaires", claim.SecurityForces}, {"gardiens de prison", claim.SecurityForces}, {"surveillants", claim.SecurityForces}, {"gardiens", claim.SecurityForces},
	{"moins de 18 ans", claim.Children}, {"demandeurs d'asile", claim.Migrants}, {"population civile", claim.Civilians}, {"les civils", claim.Civilians}, {"manifestants", claim.Protesters}, {"protestataires", claim.Protesters}, {"la foule", claim.Protesters}, {"journalistes", claim.MediaGroup}, {"policiers", claim.SecurityForces}, {"gendarmes", claim.SecurityForces}, {"soldats", claim.Soldiers}, {"militaires", claim.Soldiers}, {"assaillants", claim.Assailants}, {"insurgés", claim.Assailants}, {"rebelles", claim.Assailants}, {"jihadistes", claim.Assailants}, {"djihadistes", claim.Assailants}, {"touristes", claim.Foreigners}, {"étrangers", claim.Foreigners}, {"migrants", claim.Migrants}, {"passagers", claim.Passengers}, {"détenus", claim.Detainees}, {"enfants", claim.Children}, {"femmes", claim.Women},
}
