package told

import (
	"strings"

	"recoupe/lang"
)

// The French words by which a report says that something is not known.

// A thing is what a report may say it lacks.
type thing uint8

const (
	noThing   thing = iota
	tollThing       // a number: "bilan", "chiffre", "nombre"
	newsThing       // words: "information", "précision", "commentaire"
	factThing       // a fact: "cause", "identité", "sort"
)

var things = thingWords(map[thing]string{
	tollThing: "bilan bilans chiffre chiffres nombre estimation estimations décompte décomptes comptage comptages recensement statistique statistiques données donnée taux total liste listes évaluation évaluations inventaire compte ventilation",
	newsThing: "information informations précision précisions détail détails indication indications explication explications commentaire commentaires élément éléments nouvelle nouvelles réponse réponses confirmation conclusion conclusions réaction renseignement renseignements vérification vérifications contact contacts preuve preuves témoignage témoignages récit récits rapport rapports accusation accusations rumeur rumeurs annonce annonces déclaration mention",
	factThing: "conséquence conséquences identité identités nationalité nationalités sort cause causes raison raisons origine origines motif motifs mobile mobiles motivation motivations circonstances ampleur étendue gravité nature toxicité auteur auteurs responsabilité scénario déroulé déroulement dégât dégâts perte pertes âge lieu emplacement provenance résultats revendication existence hypothèse hypothèses piste état localisation composition volume quantité contenu conditions effectif effectifs profil affirmation affirmations allégations allégation déclarations vidéo vidéos image images authenticité version versions identification caractère véracité réalité bien-fondé teneur implication lien liens chronologie événement déclencheur mécanisme facteur nom noms date dates commanditaire commanditaires montant position trajet trajectoire itinéraire destination manière façon",
})

func thingWords(m map[thing]string) map[string]thing {
	out := map[string]thing{}
	for t, words := range m {
		for w := range lang.WordSet(words) {
			out[w] = t
		}
	}
	return out
}

// causal are facts that concern nobody: who was counted is not asked.
var causal = lang.WordSet("vérification vérifications contact contacts preuve preuves témoignage témoignages récit récits rapport rapports accusation accusations rumeur rumeurs date dates montant position trajet trajectoire itinéraire destination résultats conséquence conséquences cause causes raison raisons origine origines motif motifs mobile mobiles motivation motivations circonstances nature toxicité scénario déroulé déroulement dégât dégâts lieu emplacement provenance revendication hypothèse hypothèses piste conditions volume quantité composition contenu affirmation affirmations allégations allégation déclarations vidéo vidéos image images authenticité version versions responsabilité ampleur étendue caractère véracité réalité bien-fondé teneur lien liens chronologie événement déclencheur mécanisme facteur manière façon")

// A gapVerb says how a verb, denied, tells of a lack.
type gapVerb uint8

const (
	noVerb   gapVerb = iota
	gives            // "n'a pas communiqué de bilan"
	knows            // "ne connaît pas la cause", "n'a pu être vérifié"
	confirms         // as knows, of whatever has happened
	has              // "n'a aucune information"
	answers          // "n'a pas répondu à nos questions"
	comments         // "n'a pas souhaité commenter"
	owns             // "n'a pas été revendiqué"
	named            // "n'a pas été identifié"
	vouches          // "je ne peux pas l'assurer"
)

var gapVerbs = gapVerbWords(map[gapVerb]string{
	gives:    "donner communiquer fournir publier avancer rendre dévoiler révéler livrer diffuser divulguer produire détailler indiquer annoncer transmettre partager préciser dire spécifier mentionner apporter délivrer filtrer émettre faire formuler enregistrer désigner nommer évoquer",
	knows:    "connaître savoir établir déterminer évaluer chiffrer élucider éclaircir expliquer recouper estimer quantifier dresser définir mesurer dénombrer comptabiliser authentifier prononcer tirer disponible clair percer cerner terminer achever arrêter figer stabiliser consolider trancher possible connu finaliser définitif définitive",
	confirms: "confirmer vérifier infirmer corroborer",
	has:      "avoir disposer recevoir posséder exister obtenir parvenir détenir",
	answers:  "répondre réagir décrocher joignable",
	comments: "commenter exprimer étendre épancher spéculer",
	owns:     "revendiquer",
	named:    "identifier",
	vouches:  "assurer garantir affirmer certifier",
})

func gapVerbWords(m map[gapVerb]string) map[string]gapVerb {
	out := map[string]gapVerb{}
	for v, words := range m {
		for w := range lang.WordSet(words) {
			out[w] = v
		}
	}
	return out
}

// gapForms are the agreeing forms of the same: "communiquée", "disponibles".
var gapForms = gapAgreements()

func gapAgreements() map[string]gapVerb {
	out := map[string]gapVerb{}
	for w, v := range gapVerbs {
		stem := w
		if s, ok := strings.CutSuffix(w, "er"); ok {
			stem = s + "é"
		}
		for _, end := range [4]string{"", "e", "s", "es"} {
			out[stem+end] = v
		}
	}
	return out
}

// gapStates say by themselves that their subject is not known.
var gapStates = lang.WordSet("inexpliqué inexpliquée inexpliqués inexpliquées inconnu inconnue inconnus inconnues indéterminé indéterminée indéterminés indéterminées incertain incertaine incertains incertaines ignoré ignorée ignorés ignorées flou floue flous floues obscur obscure obscurs obscures mystérieux mystérieuse mystérieuses secret secrète secrets secrètes confus confuse confuses imprécis imprécise imprécises provisoire provisoires invérifiable invérifiables opaque opaques parcellaire parcellaires lacunaire lacunaires incomplet incomplète incomplets incomplètes partiel partielle partiels partielles fragmentaire fragmentaires rare rares maigre maigres")

// scarce are what news is of which little comes out.
var scarce = lang.WordSet("rare rares maigre maigres")

// partialStates are of numbers only: "le bilan est provisoire", not an accord.
var partialStates = lang.WordSet("provisoire provisoires confus incomplet incomplète incomplets incomplètes partiel partielle partiels partielles fragmentaire fragmentaires parcellaire parcellaires lacunaire lacunaires")

// wholeStates are what a toll in part is said not to be: "pas un bilan complet".
var wholeStates = lang.WordSet("complet complète complets complètes définitif définitive définitifs définitives exhaustif exhaustive exhaustifs exhaustives final finale")

// plainlyUnknown may stand right beside its noun: "un nombre inconnu de".
var plainlyUnknown = lang.WordSet("inexpliquée inexpliquées inconnu inconnue inconnus inconnues indéterminé indéterminée indéterminés indéterminées")

// dodges are verbs by which a question is not answered.
var dodges = lang.WordSet("éluder esquiver")

// fogs are nouns that hang over what is not known: "le flou règne sur".
var fogs = lang.WordSet("flou confusion énigme mystère doute incertitude incertitudes opacité silence mutisme ombre omerta")

// mutes are what those are who say nothing "sur" something.
var mutes = lang.WordSet("silence muet muette muets muettes silencieux silencieuse silencieuses vague vagues évasives mutisme discret discrète discrets discrètes évasif évasive évasifs")

// hardships are nouns of what one does not manage to do.
var hardships = lang.WordSet("difficulté difficultés incapacité impossibilité")

// refusals are verbs that put off what is asked.
var refusals = lang.WordSet("refuser éviter garder abstenir rechigner peiner tarder")

// demands are verbs of asking for what is not given.
var demands = lang.WordSet("réclamer exiger demander")

// urges are verbs of asking somebody to do a thing.
var urges = lang.WordSet("appeler exhorter presser sommer enjoindre inviter conjurer prier")

// between are verbs and adjectives that may stand between "ne" and the verb:
// "n'a pas souhaité communiquer", "n'était pas en mesure de donner".
var between = lang.WordSet("pouvoir vouloir souhaiter désirer devoir falloir parvenir réussir arriver permettre être avoir aller oser accepter tenir daigner venir possible mesure capable capables position juger encore")

// adverbials are the nouns of set phrases of time that may stand anywhere:
// "pour l'heure", "à ce stade", "dans l'immédiat".
var adverbials = lang.WordSet("heure heures instant moment immédiat stade présent jour jours matin soir soirée matinée nuit journée semaine semaines fois temps mesure manière façon source côté part moyen moyens conditions")

// askers are nouns of what a newsroom puts to somebody.
var askers = lang.WordSet("question questions sollicitation sollicitations demande demandes requête requêtes interrogations courriel courriels")

// reached say that somebody was asked.
var reached = lang.WordSet("contacté contactée contactés contactées sollicité sollicitée sollicités sollicitées interrogé interrogée interrogés interrogées joint jointe joints jointes questionné questionnée questionnés relancé relancée")

// selfNaming are the words by which a source withholds its own name, which is
// nothing the report lacks.
var selfNaming = lang.WordSet("nom identité prénom patronyme")

// notWords complete "ne".
var notWords = lang.WordSet("pas plus point jamais aucun aucune rien personne nul nulle ni guère nullement")

// settled say of a toll that it will move no more.
var settled = lang.WordSet("arrêter figer stabiliser consolider")

// poorly known are what "mal" or "peu" stands before: "mal connues", "peu claires".
var poorly = lang.WordSet("connu connue connus connues compris comprise comprises élucidé élucidée élucidés élucidées clair claire clairs claires établi établie établis établies documenté documentée documentés documentées")

// otherBalance are what a "bilan" is of that counts nobody.
var otherBalance = lang.WordSet("carbone comptable financier sportif énergétique médical commercial économique")
