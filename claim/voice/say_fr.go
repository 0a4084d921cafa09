package voice

import (
	"maps"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// frenchTongue are the French words of saying. General lists: what the press
// uses, whatever the crisis.
var frenchTongue = newFrenchTongue()

func newFrenchTongue() *tongue {
	t := &tongue{verbs: map[string]sayVerb{}, light: map[string]sayVerb{}, roles: map[string]claim.Role{}, heads: map[string]bool{}, media: map[string]claim.Role{}}
	for _, l := range frenchSaying {
		for _, w := range strings.Split(l.words, ", ") {
			v := sayVerb{l.gov, l.strength}
			if strings.Contains(w, "+") {
				t.light[strings.Replace(w, "+", " ", 1)] = v
				continue
			}
			if strings.HasPrefix(w, "se ") {
				v.gov |= reflexive
			}
			t.add(w, v)
		}
	}
	for role, words := range frenchRoles {
		for _, w := range strings.Fields(words) {
			w = strings.ReplaceAll(w, "_", " ")
			if head, _, many := strings.Cut(w, " "); many {
				t.heads[head] = true
			}
			t.roles[w] = role
		}
	}
	for role, words := range newsNames {
		for _, w := range strings.Split(words, ", ") {
			t.media[w] = role
		}
	}
	t.forms = frenchForms(t.verbs)
	return t
}

// frenchForms lists the forms by which speech is credited: third person of
// present, past and conditional, participles, infinitive. They are made here
// and not taken from the tagger, which takes "souffle Yanis" for a noun.
func frenchForms(verbs map[string]sayVerb) map[string]sayForm {
	forms := map[string]sayForm{}
	for _, lemma := range slices.Sorted(maps.Keys(verbs)) {
		v := strings.TrimPrefix(lemma, "se ")
		if stem, ok := strings.CutSuffix(v, "er"); ok {
			mute := muteStem(stem)
			for form, kind := range map[string]formKind{
				mute + "e": finiteForm, mute + "ent": finiteForm, soft(stem) + "ait": finiteForm, soft(stem) + "aient": finiteForm, soft(stem) + "a": finiteForm, stem + "èrent": finiteForm,
				mute + "era": finiteForm, mute + "erait": condForm, mute + "eraient": condForm, stem + "erait": condForm,
				stem + "é": partForm, stem + "és": partForm, stem + "ée": partForm, stem + "ées": partForm, v: infForm, soft(stem) + "ant": gerForm,
			} {
				forms[form] = sayForm{v, kind}
			}
		}
	}
	for _, line := range frenchIrregular {
		f := strings.Fields(line)
		for i, list := range f[1:] {
			for _, form := range strings.Split(list, ",") {
				forms[form] = sayForm{f[0], formKind(i)}
			}
		}
		forms[f[0]] = sayForm{f[0], infForm}
	}
	return forms
}

// muteStem gives a stem before a mute e: répèt-e, rappell-e, emploi-e.
func muteStem(stem string) string {
	for _, w := range []string{"appel", "rappel", "rejet"} {
		if stem == w {
			return stem + stem[len(stem)-1:]
		}
	}
	at := strings.LastIndex(stem, "é")
	if at >= 0 && !strings.ContainsAny(stem[at+2:], "aeiouy") {
		return stem[:at] + "è" + stem[at+2:]
	}
	return stem
}

// soft gives a stem before a or o: annonç-ait, nuanc-er, exige-ait.
func soft(stem string) string {
	if s, ok := strings.CutSuffix(stem, "c"); ok {
		return s + "ç"
	}
	if strings.HasSuffix(stem, "g") {
		return stem + "e"
	}
	return stem
}

// frenchIrregular: lemma, then finite forms, conditionals, participles, and
// gerunds.
var frenchIrregular = []string{
	"dire dit,disent,disait,disaient,dira,diront dirait,diraient dit,dite,dits,dites disant",
	"écrire écrit,écrivent,écrivait,écrivaient,écrivit écrirait écrit,écrite,écrits,écrites écrivant",
	"décrire décrit,décrivent,décrivait,décrivaient décrirait décrit,décrite,décrits,décrites décrivant",
	"prédire prédit,prédisent,prédisait prédirait prédit,prédite prédisant",
	"prévoir prévoit,prévoient,prévoyait prévoirait prévu prévoyant",
	"prévenir prévient,préviennent,prévenait,prévenaient préviendrait prévenu,prévenue,prévenus prévenant",
	"convenir convient,conviennent,convenait conviendrait convenu,convenue convenant",
	"prétendre prétend,prétendent,prétendait,prétendaient prétendrait prétendu prétendant",
	"soutenir soutient,soutiennent,soutenait,soutenaient soutiendrait soutenu,soutenue soutenant",
	"maintenir maintient,maintiennent,maintenait maintiendrait maintenu,maintenue maintenant_",
	"admettre admet,admettent,admettait,admettaient admettrait admis,admise admettant",
	"promettre promet,promettent,promettait,promettaient promettrait promis,promise promettant",
	"reconnaître reconnaît,reconnait,reconnaissent,reconnaissait,reconnaissaient reconnaîtrait reconnu,reconnue,reconnus reconnaissant",
	"avertir avertit,avertissent,avertissait,avertissaient avertirait averti,avertie,avertis avertissant",
	"réagir réagit,réagissent,réagissait réagirait réagi réagissant",
	"renchérir renchérit,renchérissait renchérirait renchéri renchérissant",
	"garantir garantit,garantissent,garantissait garantirait garanti,garantie garantissant",
	"répondre répond,répondent,répondait,répondaient répondrait répondu répondant",
	"conclure conclut,concluent,concluait conclurait conclu concluant",
	"exclure exclut,excluent,excluait,excluaient exclurait exclu,exclue,exclus excluant",
	"poursuivre poursuit,poursuivent,poursuivait poursuivrait poursuivi poursuivant",
	"reprendre reprend,reprennent,reprenait reprendrait repris reprenant",
	"apprendre apprend,apprennent,apprenait apprendrait appris,apprise apprenant",
	"souvenir souvient,souviennent,souvenait,souvenaient souviendrait souvenu,souvenue,souvenus souvenant",
	"plaindre plaint,plaignent,plaignait,plaignaient plaindrait plaint,plainte plaignant",
	"attendre attend,attendent,attendait,attendaient attendrait attendu,attendue,attendus,attendues attendant",
	"craindre craint,craignent,craignait,craignaient craindrait craint craignant",
	"croire croit,croient,croyait,croyaient croirait cru croyant",
	"démentir dément,démentent,démentait,démentaient démentirait démenti,démentie,démentis démentant",
	"défendre défend,défendent,défendait,défendaient défendrait défendu,défendue,défendus défendant",
	"enjoindre enjoint,enjoignent,enjoignait enjoindrait enjoint enjoignant",
	"réjouir réjouit,réjouissent,réjouissait,réjouissaient réjouirait réjoui,réjouie,réjouis réjouissant",
	"émouvoir émeut,émeuvent,émouvait émouvrait ému,émue émouvant_",
	"gémir gémit,gémissait,gémissent gémirait gémi gémissant",
	"rugir rugit,rugissait,rugissent rugirait rugi rugissant",
	"dépeindre dépeint,dépeignent,dépeignait dépeindrait dépeint,dépeinte,dépeints dépeignant",
	"sourire sourit,souriait,sourient sourirait souri souriant",
	"rire rit,riait,rient rirait ri riant",
	"interrompre interrompt interromprait interrompu interrompant",
	"approfondir approfondit approfondirait approfondi approfondissant",
	"insister insiste,insistent,insistait,insistaient insisterait insisté insistant",
	"interroger interroge,interrogent,interrogeait,interrogeaient interrogerait interrogé,interrogée,interrogés interrogeant",
	"récrier récrie,récrient récrierait récrié récriant",
}

// frenchSaying lists lemmas by what they govern. "faire+état" is a light verb
// with the word behind it.
var frenchSaying = []struct {
	gov      government
	strength strength
	words    string
}{
	{takesThat | takesInf | takesNoun | inserts, neutral, "annoncer, indiquer, signaler, révéler, dévoiler, rapporter, mentionner, détailler, décrire, relater, raconter, expliquer"},
	{takesThat | takesToll | takesWords | inserts, neutral, "préciser, souligner, rappeler, relever, commenter, exposer, communiquer, publier, avancer, recenser, dénombrer, comptabiliser, décompter, enregistrer, lister, donner, estimer, pointer, évoquer, diffuser"},
	{takesNoun | takesThat | takesInf | inserts, neutral, "évoquer"},
	{takesNoun, neutral, "souligner"},
	{takesInf, neutral, "préciser, ajouter, répéter, répondre, croire, considérer, confier, certifier, redire"},
	{takesThat | inserts | takesWords, neutral, "ajouter, noter, constater, observer, répéter, conclure, résumer, répondre, écrire, tweeter, twitter, poster, informer, renseigner, confier, affirmer, insister, marteler, prévoir, prédire, pronostiquer, avertir, prévenir, apprendre, arguer, argumenter, objecter, rétorquer, répliquer, justifier, plaider, espérer, craindre, redouter, penser, croire, considérer, supposer, suspecter, anticiper, rassurer, alerter, nuancer, tempérer, analyser, diagnostiquer, certifier, garantir, théoriser, deviner, imaginer, réagir, compléter, enchaîner, poursuivre, continuer, reprendre, renchérir, abonder, temporiser, relativiser, trancher, ironiser, plaisanter, riposter, concéder, convenir"},
	{takesThat | takesInf | inserts | takesWords, neutral, "dire, déclarer"},
	{takesThat | takesInf | inserts | takesDe | takesNoun, neutral, "témoigner"},
	{takesThat | takesInf | inserts | takesWords, claiming, "affirmer, assurer, prétendre, soutenir, maintenir, jurer, clamer"},
	{takesThat | takesInf | inserts | takesWords | takesToll, neutral, "raconter, estimer, penser, espérer"},
	{takesThat | takesInf | takesNoun | inserts, agreeing, "confirmer, reconnaître, admettre, avouer"},
	{takesThat | takesNoun | inserts, claiming, "dénoncer, déplorer"},
	{takesThat | takesWords | inserts, claiming, "regretter, saluer, condamner, fustiger, critiquer, stigmatiser"},
	{takesThat, neutral, "trouver"},
	{takesA, neutral, "conclure"},
	{takesA | takesAInf, neutral, "se attendre"},
	{takesSur, neutral, "tabler"},
	{takesNoun, neutral, "redouter, craindre"},
	{takesNoun, claiming, "invoquer, alléguer, mettre+cause"},
	{takesToll, neutral, "privilégier, dresser"},
	{takesDeInf, neutral, "se souvenir, se rappeler"},
	{takesNoun, claiming, "revendiquer"},
	{takesNoun | takesWhole, claiming, "imputer, attribuer"},
	{takesWhole, claiming, "accuser, soupçonner, reprocher, qualifier, dépeindre, traiter"},
	{takesThat | takesWhole | inserts, claiming, "juger"},
	{takesThat | takesInf | takesNoun | inserts, denying, "démentir, nier, réfuter, contester"},
	{takesThat | takesWords | takesToll, denying, "rejeter, récuser, exclure, écarter"},
	{takesThat | takesNoun | takesDeInf | inserts, asking, "exiger, réclamer"},
	{takesThat | takesNoun | takesDeInf | takesAInf | inserts, asking, "demander"},
	{takesThat | takesDeInf | takesNoun | inserts, asking, "promettre"},
	{takesDeInf | inserts, asking, "menacer, ordonner"},
	{takesThat | takesDeInf | takesWords | inserts, asking, "suggérer, recommander, conseiller, proposer"},
	{takesA | takesAInf | takesWhole, asking, "appeler, exhorter, inviter, enjoindre"},
	{takesWhole | takesDeInf, asking, "sommer, prier, presser, conjurer, supplier, implorer"},
	{takesDe, neutral, "parler"},
	{takesSur | takesThat | inserts, neutral, "alerter, insister"},
	{takesContre | inserts, neutral, "prévenir"},
	{takesA | takesToll | takesNoun, neutral, "chiffrer, évaluer"},
	{inserts | insertsOnly | takesWords, neutral, "lancer, lâcher, glisser, souffler, soupirer, crier, hurler, scander, chanter, tonner, pester, tempêter, fulminer, sangloter, pleurer, murmurer, chuchoter, balbutier, bredouiller, réaliser, accuser, supplier, ordonner, interroger, livrer, philosopher, vitupérer, s'époumoner, gronder, rugir, énumérer, décrypter, synthétiser, développer, approuver, acquiescer, protester, tranquilliser, appeler, exhorter, inviter, implorer, sourire, rire, grommeler, marmonner, articuler, asséner, entonner, reconnaître, juger, redouter, craindre, remercier, rapporter, titrer, retracer, questionner, menacer, témoigner, attaquer, gémir, râler, grogner, s'esclaffer, relayer, proclamer, vanter, contester, réclamer"},
	{takesThat | takesDe | takesDeInf | inserts, neutral, "se réjouir, se féliciter, se plaindre, se vanter, se targuer, se désoler, se étonner, se indigner, se inquiéter, se alarmer, se offusquer"},
	{inserts | insertsOnly, neutral, "se souvenir, se rappeler, se lamenter, se interroger, se emporter, se défendre, se exclamer, se insurger, se remémorer, se excuser, se justifier, se agacer, se émouvoir, se énerver, se écrier, se amuser, se attrister, se impatienter, se navrer, se enthousiasmer, se enorgueillir, se rassurer, se inquiéter, se demander, se époumoner, se récrier, se épancher, se scandaliser"},
	{takesState | takesInf, neutral, "se dire, se déclarer, se montrer"},
	{takesThat | inserts, neutral, "calculer, protester"},
	{inserts, neutral, "tonner, pester, tempêter, fulminer, soupirer, sangloter, se insurger, se emporter, se agacer, se émouvoir, se lamenter, se scandaliser, se impatienter, se exclamer, se écrier"},
	{takesDeInf | takesDe, claiming, "se accuser"},
	{takesAInf, asking, "se engager"},
	{takesDe | takesThat, neutral, "faire+état, faire+part, faire+mention, donner+état"},
	{takesThat | inserts, neutral, "faire+savoir, faire+valoir, faire+remarquer, faire+observer, faire+noter, laisser+entendre, croire+savoir, vouloir+croire, laisser+savoir, tenir+savoir"},
	{takesThat | takesContre | inserts, neutral, "mettre+garde"},
	{takesA | takesAInf, asking, "en appeler"},
}

// sourceNouns stand for their complement: "selon un bilan de la préfecture".
var sourceNouns = lang.WordSet("bilan décompte compte comptage recensement estimation chiffre donnée total rapport communiqué chiffrage évaluation information déclaration affirmation témoignage récit propos mot calcul relevé document dire aveu ordre version source point note explication terme renseignement indication annonce")

// saidNouns are documents that can be the subject of a verb of saying.
var saidNouns = lang.WordSet("rapport communiqué enquête étude document article journal bulletin message texte note dépêche lettre tweet expertise vidéo témoignage télégramme résolution déclaration bilan sondage analyse audit autopsie source témoin image photo séquence enregistrement cliché photographie")

// tollNouns make a noun phrase a content where the verb alone does not.
var tollNouns = lang.WordSet("bilan mort décès blessé disparu victime chiffre interpellation arrestation manifestant participant corps dépouille déplacé tué cas nombre total perte dégât incident personne fermeture retrait ouverture identité hypothèse piste implication accusation allégation thèse")

// anaphors are nouns that take up a person named before: "l'opposant".
var anaphors = lang.WordSet("officiel officielle opposant opposante élu élue édile intéressé intéressée responsable dirigeant dirigeante militant militante homme femme trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire adolescent adolescente rescapé rescapée survivant survivante magistrat magistrate avocat avocate pénaliste officier gradé praticien praticienne médecin infirmière soignant diplomate syndicaliste député députée sénateur sénatrice ministre maire président présidente préfet préfète gouverneur gouverneure général colonel commandant capitaine procureur procureure porte-parole directeur directrice chef cheffe patron manifestante manifestant habitant habitante retraité retraitée étudiant étudiante chercheur chercheuse professeur expert experte spécialiste ex-président candidat candidate leader numéro journaliste reporter sociologue politologue économiste secouriste pompier pilote témoin père mère veuve fille fils frère soeur évêque pasteur imam prêtre roi monarque chancelier chancelière Premier premier première ex-ministre conseiller conseillère élus")

// synonyms of offices, by which a role noun finds its person.
var officeOf = map[string]string{
	"chef de l'etat": "président", "cheffe de l'etat": "président", "locataire de l'elysée": "président",
	"chef du gouvernement": "premier ministre", "cheffe du gouvernement": "premier ministre",
	"première ministre": "premier ministre", "présidente": "président", "dirigeant": "président",
	"édile": "maire", "élue": "maire", "élu": "maire", "premier magistrat": "maire",
	"médecin": "docteur", "praticien": "docteur", "avocate": "avocat", "pénaliste": "avocat",
	"magistrat": "procureur", "magistrate": "procureur", "procureure": "procureur",
	"ministre": "ministre", "directrice": "directeur", "préfète": "préfet", "sénatrice": "sénateur",
	"députée": "député", "gouverneure": "gouverneur", "chancelière": "chancelier",
}

// IsSaying reports whether norm is a form of a French verb of saying.
func IsSaying(norm string) bool {
	_, ok := frenchTongue.forms[norm]
	return ok
}
