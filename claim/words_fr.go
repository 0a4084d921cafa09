package claim

import "strings"

// The French words that turn a number into a figure. They are general to
// crises of all kinds: quakes, floods, wars, attacks, wrecks, marches.

var french = frenchVocabulary()

func frenchVocabulary() *vocabulary {
	v := &vocabulary{
		nouns:       map[string]countNoun{},
		verbs:       map[string]countVerb{},
		participles: map[string]countVerb{},
		actions:     map[string]Measure{},
		employers:   map[string]Group{},
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
	v.nouns["réfugié"] = countNoun{measure: Displaced, group: Migrants}
	for w := range strings.FieldsSeq(frenchStaff) {
		v.nouns[w] = countNoun{group: Workers, worker: true}
	}
	for w := range strings.FieldsSeq(frenchVehicles) {
		v.nouns[w] = countNoun{group: Equipment, thing: true}
	}
	for w := range strings.FieldsSeq(frenchBuildings) {
		v.nouns[w] = countNoun{group: OtherGroup, thing: true}
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
var frenchOutcomes = map[Measure]string{
	Killed:       "mort tué décès cadavre corps dépouille noyé défunt décédé exécuté assassiné meurtre homicide assassinat féminicide noyade martyr",
	Injured:      "blessé brûlé intoxiqué contusionné mutilé commotionné éclopé",
	Missing:      "disparu disparition",
	Arrested:     "arrestation interpellation interpellé arrêté incarcération appréhendé incarcéré emprisonné",
	Displaced:    "déplacé sans-abri déraciné réfugié",
	Evacuated:    "évacué évacuation",
	Hospitalised: "hospitalisation hospitalisé",
	Rescued:      "secouru repêché",
	Kidnapped:    "otage enlèvement kidnapping kidnappé rapt enlevé captif",
	Released:     "libération",
	Victims:      "victime",
	Participants: "participant gréviste marcheur",
}

// frenchGroups are nouns of people by what they are.
var frenchGroups = map[Group]string{
	People: "personne homme individu opposant activiste militant passeur naufragé plaisancier promeneur sinistré estivant interprète preneur-de-son père grand-père coéquipier pratiquant curieux badaud expatriée ressortissante-locale  gens habitant riverain villageois citoyen résident âme humain vie adulte jeune frère cousin " +
		"voisin proche client spectateur automobiliste conducteur motard cycliste piéton passant randonneur alpiniste skieur vacancier campeur baigneur joueur convive invité occupant locataire " +
		"étudiant fidèle pèlerin supporter supporteur festivalier moine prêtre imam religieux religieuse chrétien musulman autochtone sportif athlète chasseur cavalier berger directeur chef responsable suspect patient touriste dirigeant syndicaliste avocat détaillant commerçant commercant restaurateur boulanger concierge serveur coiffeur comédien artiste chanteur musicien danseur écrivain pasteur évêque curé rabbin fêtard visiteur excursionniste surfeur snowboardeur snowboarder nageur plagiste kayakiste parapentiste guide sherpa " +
		"éleveur fermier viticulteur planteur chercheur scientifique architecte livreur coursier fugitif candidat partisan sympathisant convoyeur consommateur acheteur fan sœur soeur tante oncle cousine nièce neveu bachelier universitaire enseignant " +
		"vieillard octogénaire septuagénaire nonagénaire sexagénaire quinquagénaire quadragénaire trentenaire retraité couple",
	Civilians:      "civil non-combattant",
	Protesters:     "manifestant protestataire contestataire émeutier",
	SecurityForces: "garde-côte garde-côtes gardes-côtes policier gendarme crs garde-frontière douanier vigile garde sécuritaire carabinier surveillant gardien milicien-de-l'ordre fonctionnaire-de-police paramilitaire ranger",
	Soldiers:       "soldat militaire officier sous-officier parachutiste para légionnaire fantassin réserviste conscrit appelé mercenaire artilleur aviateur troupe recrue caporal sergent lieutenant capitaine colonel général gi marine adjudant adjudant-chef sergent-chef caporal-chef commandant lieutenant-colonel artificier démineur casque-bleu",
	Assailants: "assaillant terroriste djihadiste jihadiste rebelle insurgé combattant milicien bandit criminel agresseur ravisseur kamikaze extrémiste islamiste tireur insurgent guérillero taliban " +
		"pirate gangster malfaiteur braqueur pillard séparatiste kidnappeur geôlier forcené auteur attaquant trafiquant narcotrafiquant sicaire hooligan casseur",
	Detainees:      "détenu prisonnier codétenu mutin condamné évadé taulard",
	OfficialsGroup: "fonctionnaire élu inspecteur commissaire procureur sous-préfet ambassadeur consul adjoint maire ministre député sénateur magistrat juge diplomate gouverneur préfet conseiller",
	Children:       "enfant mineur nouveau-né bambin garçonnet bébé nourrisson adolescent adolescente fillette garçonnet écolier écolière élève collégien lycéen garçon fille gamin fils orphelin petit-enfant",
	Women:          "femme épouse mère grand-mère veuve fillette-adulte",
	Migrants:       "migrant exilé clandestin demandeur-d'asile sans-papiers candidat-à-l'exil",
	Passengers:     "passager voyageur croisiériste usager",
	Crew:           "marin patron matelot pêcheur chauffeur-livreur pilote copilote hôtesse steward équipier mousse navigant",
	Workers:        "ouvrier travailleur docker cheminot saisonnier orpailleur agriculteur paysan maçon artisan professeur instituteur routier camionneur chauffeur-routier contremaître creuseur manoeuvre électricien soudeur couvreur éboueur terrassier bûcheron intérimaire cuisinier vendeur",
	HealthWorkers:  "médecin infirmier soignant ambulancier aide-soignant chirurgien sage-femme brancardier urgentiste",
	AidWorkers:     "humanitaire bénévole volontaire",
	Rescuers:       "secouriste pompier sapeur-pompier sauveteur plongeur",
	MediaGroup:     "journaliste reporter cameraman photographe photojournaliste correspondant cadreur",
	Foreigners:     "étranger ressortissant expatrié",
}

// frenchStaff are people by their job, who belong to whoever employs them.
var frenchStaff = "technicien chauffeur agent employé collaborateur salarié ingénieur mécanicien stagiaire collègue camarade personnel"

var frenchVehicles = "véhicule voiture camion bus autobus autocar car blindé avion hélicoptère drone navire bateau embarcation pirogue char engin pièce moto missile roquette canadair ambulance appareil chasseur-bombardier " +
	"locomotive wagon train tank chalutier ferry fourgon canot lance-roquettes obusier équipement"

var frenchBuildings = "maison habitation logement bâtiment immeuble école hôpital église mosquée magasin commerce pont " +
	"toit tente abri ferme exploitation édifice foyer pylône entrepôt cabane structure infrastructure hangar mobil-home caravane camping château route ouvrage " +
	"villa boutique pharmacie dispensaire commissariat caserne usine serre bungalow chalet case poulailler classe salle appartement pavillon demeure site installation digue barrage"

// frenchVerbs are predicates of those counted. An irregular participle stands
// behind "=".
var frenchVerbs = []struct {
	verb   countVerb
	lemmas string
}{
	{countVerb{measure: Killed, arg: counts | personOnly}, "tuer assassiner massacrer faucher décimer éliminer neutraliser liquider carboniser foudroyer pleurer"},
	{countVerb{measure: Killed, arg: counts, thing: Destroyed}, "anéantir"},
	{countVerb{measure: Killed, arg: counts | manner, thing: Destroyed}, "abattre"},
	{countVerb{measure: Killed, arg: counts | personOnly | manner}, "exécuter égorger décapiter lyncher poignarder fusiller pendre électrocuter étouffer asphyxier piétiner"},
	{countVerb{measure: Killed, arg: doers | personOnly}, "mourir=mort périr décéder succomber"},
	{countVerb{measure: Killed, arg: doers | personOnly | manner}, "noyer"},
	{countVerb{measure: Injured, arg: counts | personOnly}, "blesser mutiler intoxiquer contusionner molester"},
	{countVerb{measure: Injured, arg: counts, thing: Destroyed}, "brûler"},
	{countVerb{measure: Missing, arg: doers | personOnly}, "disparaître=disparu"},
	{countVerb{measure: Arrested, arg: counts | personOnly}, "capturer"},
	{countVerb{measure: Arrested, arg: counts | personOnly}, "arrêter interpeller interpeler appréhender incarcérer emprisonner écrouer détenir=détenu embastiller"},
	{countVerb{measure: Displaced, arg: counts | doers | personOnly}, "déplacer fuir=fui déraciner reloger réfugier"},
	{countVerb{measure: Evacuated, arg: counts | personOnly}, "évacuer rapatrier"},
	{countVerb{measure: Hospitalised, arg: counts | personOnly}, "hospitaliser"},
	{countVerb{measure: Rescued, arg: counts | personOnly}, "secourir=secouru recueillir extraire=extrait sauver repêcher hélitreuiller désincarcérer désensabler"},
	{countVerb{measure: Rescued, arg: counts | personOnly | knownOnly}, "récupérer"},
	{countVerb{measure: Arrested, arg: counts | personOnly | knownOnly}, "reprendre=repris"},
	{countVerb{measure: Destroyed, arg: counts | thingOnly | knownOnly}, "renverser écrouler souffler"},
	{countVerb{measure: Kidnapped, arg: counts | personOnly}, "enlever kidnapper séquestrer"},
	{countVerb{measure: Released, arg: counts | personOnly}, "libérer relâcher gracier échanger"},
	{countVerb{measure: Participants, arg: doers | personOnly}, "manifester défiler marcher protester participer"},
	{countVerb{measure: Participants, arg: counts | doers | personOnly}, "rassembler réunir attirer"},
	{countVerb{measure: Deployed, arg: counts | doers}, "déployer mobiliser dépêcher masser prépositionner"},
	{countVerb{measure: Deployed, arg: counts}, "engager envoyer"},
	{countVerb{measure: Destroyed, arg: counts | thingOnly}, "détruire=détruit incendier raser emporter calciner démolir pulvériser effondrer engloutir ravager pilonner"},
}

// frenchActions are nouns of action that govern those counted with "de".
var frenchActions = map[Measure]string{
	Killed:       "mort décès assassinat meurtre exécution massacre vie élimination noyade perte",
	Arrested:     "arrestation interpellation détention incarcération capture",
	Missing:      "disparition",
	Displaced:    "déplacement exode fuite",
	Evacuated:    "évacuation relogement rapatriement",
	Hospitalised: "hospitalisation",
	Rescued:      "sauvetage secours",
	Kidnapped:    "enlèvement kidnapping rapt capture-d'otages",
	Released:     "libération relaxe élargissement",
	Deployed:     "présence déploiement envoi mobilisation renfort arrivée",
	Destroyed:    "destruction effondrement écroulement",
	Participants: "rassemblement participation cortège foule manifestation",
}

// frenchEmployers are bodies whose staff is counted by job.
var frenchEmployers = map[Group]string{
	MediaGroup:     "média chaîne télévision radio rédaction journal quotidien studio hebdomadaire",
	AidWorkers:     "ong croix-rouge croissant-rouge humanitaire unicef pam hcr unrwa msf onu",
	HealthWorkers:  "hôpital clinique dispensaire maternité ambulance",
	SecurityForces: "police sécurité gendarmerie",
}

var frenchBodies = []bodyWords{
	{"du feu", Rescuers}, {"d'otage", Assailants}, {"de santé", HealthWorkers}, {"pénitentiaire", SecurityForces}, {"du personnel", Workers}, {"de personnel", Workers},
	{"forces de sécurité", SecurityForces}, {"forces de l'ordre", SecurityForces}, {"services de sécurité", SecurityForces},
	{"la police", SecurityForces}, {"garde nationale", SecurityForces}, {"gendarmerie", SecurityForces}, {"forces spéciales", SecurityForces}, {"la sécurité", SecurityForces}, {"police nationale", SecurityForces},
	{"la garde", SecurityForces}, {"de garde", SecurityForces}, {"gardes", SecurityForces}, {"forces armées", Soldiers}, {"l'armée", Soldiers}, {"armée", Soldiers}, {"casques bleus", Soldiers}, {"casque bleu", Soldiers}, {"maintien de la paix", Soldiers},
	{"équipage", Crew}, {"personnel navigant", Crew},
	{"groupe armé", Assailants}, {"groupes armés", Assailants}, {"groupe terroriste", Assailants}, {"hommes armés", Assailants}, {"gang", Assailants}, {"homme armé", Assailants}, {"état islamique", Assailants},
	{"personnel soignant", HealthWorkers}, {"personnel médical", HealthWorkers}, {"équipes médicales", HealthWorkers},
	{"travailleurs humanitaires", AidWorkers}, {"travailleur humanitaire", AidWorkers}, {"croix-rouge", AidWorkers}, {"croissant-rouge", AidWorkers}, {"une ong", AidWorkers}, {"nations unies", AidWorkers},
	{"équipes de secours", Rescuers}, {"équipe de secours", Rescuers}, {"équipe de sauvetage", Rescuers}, {"équipes de sauvetage", Rescuers}, {"groupe islamiste", Assailants}, {"groupe jihadiste", Assailants}, {"groupe djihadiste", Assailants}, {"groupe rebelle", Assailants}, {"mouvement islamiste", Assailants}, {"mouvement rebelle", Assailants}, {"protection civile", Rescuers}, {"sapeurs-pompiers", Rescuers}, {"sécurité civile", Rescuers},
	{"forces de police", SecurityForces}, {"personnels de santé", HealthWorkers}, {"agents de santé", HealthWorkers}, {"agents pénitentiaires", SecurityForces}, {"gardiens de prison", SecurityForces}, {"surveillants", SecurityForces}, {"gardiens", SecurityForces},
	{"moins de 18 ans", Children}, {"demandeurs d'asile", Migrants}, {"population civile", Civilians}, {"les civils", Civilians}, {"manifestants", Protesters}, {"protestataires", Protesters}, {"la foule", Protesters}, {"journalistes", MediaGroup}, {"policiers", SecurityForces}, {"gendarmes", SecurityForces}, {"soldats", Soldiers}, {"militaires", Soldiers}, {"assaillants", Assailants}, {"insurgés", Assailants}, {"rebelles", Assailants}, {"jihadistes", Assailants}, {"djihadistes", Assailants}, {"touristes", Foreigners}, {"étrangers", Foreigners}, {"migrants", Migrants}, {"passagers", Passengers}, {"détenus", Detainees}, {"enfants", Children}, {"femmes", Women},
}
