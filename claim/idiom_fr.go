package claim

import (
	"strings"

	"recoupe/lang"
)

// Set phrases that say what happened, longer than a verb.

// An idiom is a phrase behind those counted, said of them.
type idiom struct {
	words   []string // norms; "*" is any one word, "_" an optional adverb or article
	measure Measure
	be      bool // wants être before it ("ont été placées en garde à vue") or stands bare
}

var frenchIdioms = []idiom{
	{[]string{"perdu", "la", "vie"}, Killed, false}, {[]string{"trouvé", "la", "mort"}, Killed, false}, {[]string{"laissé", "la", "vie"}, Killed, false},
	{[]string{"perdent", "la", "vie"}, Killed, false}, {[]string{"perdirent", "la", "vie"}, Killed, false}, {[]string{"trouvèrent", "la", "mort"}, Killed, false}, {[]string{"trouvent", "la", "mort"}, Killed, false},
	{[]string{"laissé", "leur", "vie"}, Killed, false}, {[]string{"perdu", "leur", "vie"}, Killed, false}, {[]string{"perdre", "la", "vie"}, Killed, false}, {[]string{"y", "ont", "laissé", "la", "vie"}, Killed, false},
	{[]string{"retrouvé+", "_", "mort+"}, Killed, true}, {[]string{"retrouvé+", "_", "sans", "vie"}, Killed, true}, {[]string{"découvert+", "_", "sans", "vie"}, Killed, true}, {[]string{"retrouvé+", "noyé+"}, Killed, true}, {[]string{"retrouvé+", "_", "pendu+"}, Killed, true},
	{[]string{"emporté+", "par"}, Killed, true}, {[]string{"mis+", "à", "mort"}, Killed, true}, {[]string{"passé+", "par", "les", "armes"}, Killed, true},
	{[]string{"mis+", "hors", "d'", "état", "de", "nuire"}, Killed, false}, {[]string{"battu+", "à", "mort"}, Killed, true}, {[]string{"brûlé+", "vif+"}, Killed, true}, {[]string{"brûlé+", "vives"}, Killed, true}, {[]string{"parmi", "les", "morts"}, Killed, false}, {[]string{"parmi", "les", "tués"}, Killed, false}, {[]string{"parmi", "les", "disparus"}, Missing, false},
	{[]string{"repris"}, Arrested, true}, {[]string{"reprises", "par"}, Arrested, true}, {[]string{"tombé+"}, Killed, true}, {[]string{"tombé+", "en"}, Killed, true}, {[]string{"tombé+", "au", "combat"}, Killed, true}, {[]string{"tombé+", "sous"}, Killed, true},
	{[]string{"sous", "les", "verrous"}, Arrested, false}, {[]string{"derrière", "les", "barreaux"}, Arrested, false}, {[]string{"touché+", "par", "des", "ricochets"}, Injured, true}, {[]string{"touché+", "par", "des", "éclats"}, Injured, true}, {[]string{"touché+", "par", "des", "tirs"}, Injured, true}, {[]string{"atteint+", "par", "des", "éclats"}, Injured, true}, {[]string{"tiennent"}, Deployed, false}, {[]string{"occupent"}, Deployed, false}, {[]string{"patrouillent"}, Deployed, false}, {[]string{"fouillent"}, Deployed, false}, {[]string{"fouillaient"}, Deployed, false}, {[]string{"ratissent"}, Deployed, false}, {[]string{"ratissaient"}, Deployed, false}, {[]string{"sillonnent"}, Deployed, false}, {[]string{"sillonnaient"}, Deployed, false}, {[]string{"patrouillaient"}, Deployed, false}, {[]string{"quadrillent"}, Deployed, false}, {[]string{"quadrillaient"}, Deployed, false},
	{[]string{"manquent", "toujours"}, Missing, false}, {[]string{"manquent", "encore"}, Missing, false}, {[]string{"captif+"}, Kidnapped, false}, {[]string{"recueilli+"}, Rescued, true}, {[]string{"remonté+"}, Rescued, true}, {[]string{"transporté+"}, Hospitalised, true}, {[]string{"mis+", "en", "sûreté"}, Evacuated, true}, {[]string{"souffrent", "de", "contusions"}, Injured, false},
	{[]string{"luttent"}, Deployed, false}, {[]string{"luttaient"}, Deployed, false}, {[]string{"combattent", "le"}, Deployed, false}, {[]string{"combattaient", "le"}, Deployed, false}, {[]string{"à", "l'", "oeuvre"}, Deployed, false}, {[]string{"arrivé+", "en", "renfort"}, Deployed, true}, {[]string{"quitté", "la"}, Displaced, false}, {[]string{"quitté", "le"}, Displaced, false}, {[]string{"quitté", "les"}, Displaced, false},

	{[]string{"se", "sont", "fait", "exploser"}, Killed, false}, {[]string{"s'", "est", "fait", "exploser"}, Killed, false}, {[]string{"s'", "étaient", "fait", "exploser"}, Killed, false}, {[]string{"s'", "était", "fait", "exploser"}, Killed, false},
	{[]string{"porté+", "_", "disparu+"}, Missing, true}, {[]string{"porté+", "manquant+"}, Missing, true}, {[]string{"manquent", "_", "à", "l'", "appel"}, Missing, false}, {[]string{"manquerait", "_", "à", "l'", "appel"}, Missing, false}, {[]string{"manqueraient", "_", "à", "l'", "appel"}, Missing, false}, {[]string{"manquait", "_", "à", "l'", "appel"}, Missing, false}, {[]string{"manquaient", "_", "à", "l'", "appel"}, Missing, false}, {[]string{"manque", "_", "à", "l'", "appel"}, Missing, false},
	{[]string{"introuvable+"}, Missing, true}, {[]string{"pas", "_", "été", "retrouvé+"}, Missing, false}, {[]string{"sans", "nouvelles"}, Missing, false}, {[]string{"donné+", "pour", "disparu+"}, Missing, true}, {[]string{"toujours", "recherché+"}, Missing, true},
	{[]string{"placé+", "en", "garde", "à", "vue"}, Arrested, true}, {[]string{"gardé+", "à", "vue"}, Arrested, true}, {[]string{"en", "garde", "à", "vue"}, Arrested, true}, {[]string{"placé+", "en", "détention"}, Arrested, true}, {[]string{"mis+", "en", "détention"}, Arrested, true}, {[]string{"placé+", "sous", "les", "verrous"}, Arrested, true}, {[]string{"jeté+", "en", "prison"}, Arrested, true}, {[]string{"placé+", "sous", "mandat", "de", "dépôt"}, Arrested, true},
	{[]string{"remis+", "en", "liberté"}, Released, true}, {[]string{"recouvré", "la", "liberté"}, Released, false}, {[]string{"retrouvé", "la", "liberté"}, Released, false},
	{[]string{"pris+", "en", "otage"}, Kidnapped, true}, {[]string{"pris+", "en", "otages"}, Kidnapped, true}, {[]string{"retenu+", "en", "otage"}, Kidnapped, true}, {[]string{"retenu+", "en", "otages"}, Kidnapped, true}, {[]string{"pris+", "otage+"}, Kidnapped, true}, {[]string{"tenu+", "en", "otage"}, Kidnapped, true}, {[]string{"retenu+", "otage+"}, Kidnapped, true},
	{[]string{"emmené+", "de", "force"}, Kidnapped, true}, {[]string{"aux", "mains", "de"}, Kidnapped, false}, {[]string{"emmené+", "par", "les", "assaillants"}, Kidnapped, true}, {[]string{"aux", "mains", "des"}, Kidnapped, false},
	{[]string{"admis+", "à", "l'", "hôpital"}, Hospitalised, true}, {[]string{"admis+", "dans"}, Hospitalised, true}, {[]string{"admis+", "en", "réanimation"}, Hospitalised, true}, {[]string{"transporté+", "_", "à", "l'", "hôpital"}, Hospitalised, true}, {[]string{"conduit+", "_", "à", "l'", "hôpital"}, Hospitalised, true}, {[]string{"transféré+", "_", "à", "l'", "hôpital"}, Hospitalised, true}, {[]string{"évacué+", "_", "vers", "l'", "hôpital"}, Hospitalised, true}, {[]string{"évacué+", "_", "vers", "des", "hôpitaux"}, Hospitalised, true}, {[]string{"pris+", "en", "charge"}, Hospitalised, true}, {[]string{"soigné+"}, Hospitalised, true}, {[]string{"transporté+", "vers"}, Hospitalised, true},
	{[]string{"mis+", "à", "l'", "abri"}, Evacuated, true}, {[]string{"mis+", "en", "sécurité"}, Evacuated, true},
	{[]string{"relogé+"}, Displaced, true}, {[]string{"hébergé+"}, Displaced, true}, {[]string{"sans", "abri"}, Displaced, false}, {[]string{"sans", "toit"}, Displaced, false}, {[]string{"à", "la", "rue"}, Displaced, false}, {[]string{"quitté", "leur+"}, Displaced, false}, {[]string{"quitter", "leur+"}, Displaced, false}, {[]string{"abandonné", "leur+"}, Displaced, false}, {[]string{"abandonner", "leur+"}, Displaced, false}, {[]string{"déserter", "leur+"}, Displaced, false}, {[]string{"se", "réfugier"}, Displaced, false}, {[]string{"évacuer", "leur+"}, Evacuated, false}, {[]string{"pris", "la", "fuite"}, Displaced, false}, {[]string{"trouvé", "refuge"}, Displaced, false}, {[]string{"chassé+", "de"}, Displaced, true}, {[]string{"jeté+", "sur", "les", "routes"}, Displaced, true}, {[]string{"sans", "foyer"}, Displaced, false}, {[]string{"sans", "toit"}, Displaced, false}, {[]string{"vivent", "_", "dans", "des", "abris"}, Displaced, false}, {[]string{"vivent", "_", "dans", "des", "camps"}, Displaced, false}, {[]string{"vivent", "_", "sous", "tente"}, Displaced, false}, {[]string{"vivent", "_", "sous", "des", "tentes"}, Displaced, false}, {[]string{"pris", "la", "route", "de", "l'", "exil"}, Displaced, false},
	{[]string{"sain+", "et", "sauf+"}, Rescued, false}, {[]string{"saine+", "et", "sauve+"}, Rescued, false}, {[]string{"retiré+", "_", "vivant+"}, Rescued, true}, {[]string{"extirpé+", "_", "vivant+"}, Rescued, true}, {[]string{"dégagé+", "_", "vivant+"}, Rescued, true}, {[]string{"retiré+", "_", "des", "décombres"}, Rescued, true}, {[]string{"extirpé+", "_", "des", "décombres"}, Rescued, true}, {[]string{"sorti+", "_", "vivant+"}, Rescued, true}, {[]string{"sorti+", "_", "indemne+"}, Rescued, true}, {[]string{"sorti+", "_", "des", "décombres"}, Rescued, true}, {[]string{"retrouvé+", "_", "vivant+"}, Rescued, true}, {[]string{"retrouvé+", "_", "en", "vie"}, Rescued, true}, {[]string{"récupéré+"}, Rescued, true}, {[]string{"tiré+", "vivant+"}, Rescued, true}, {[]string{"extrait+", "vivant+"}, Rescued, true}, {[]string{"extrait+", "_", "des", "décombres"}, Rescued, true}, {[]string{"dégagé+", "_", "des", "décombres"}, Rescued, true}, {[]string{"tiré+", "_", "des", "décombres"}, Rescued, true}, {[]string{"ramené+", "à", "terre"}, Rescued, true}, {[]string{"remonté+", "vivant+"}, Rescued, true}, {[]string{"treuillé+"}, Rescued, true}, {[]string{"récupéré+", "en", "mer"}, Rescued, true},
	{[]string{"descendu+", "dans", "la", "rue"}, Participants, true}, {[]string{"descendu+", "dans", "les", "rues"}, Participants, true}, {[]string{"pris", "part"}, Participants, false}, {[]string{"battu", "le", "pavé"}, Participants, false}, {[]string{"à", "battre", "le", "pavé"}, Participants, false}, {[]string{"dans", "la", "rue"}, Participants, false}, {[]string{"dans", "les", "rues"}, Participants, false}, {[]string{"dans", "le", "cortège"}, Participants, false}, {[]string{"cessé", "le", "travail"}, Participants, false}, {[]string{"fait", "grève"}, Participants, false}, {[]string{"en", "grève"}, Participants, false}, {[]string{"débrayé"}, Participants, false}, {[]string{"scandé"}, Participants, false},
	{[]string{"en", "renfort"}, Deployed, false}, {[]string{"à", "pied", "d'", "oeuvre"}, Deployed, false}, {[]string{"sur", "le", "pont"}, Deployed, false}, {[]string{"sur", "le", "terrain"}, Deployed, false}, {[]string{"sur", "place"}, Deployed, false}, {[]string{"envoyé+"}, Deployed, true}, {[]string{"engagé+"}, Deployed, true},
	{[]string{"parti+", "en", "fumée"}, Destroyed, false}, {[]string{"réduit+", "en", "cendres"}, Destroyed, true}, {[]string{"hors", "d'", "usage"}, Destroyed, false}, {[]string{"touché+", "par", "balle"}, Injured, true}, {[]string{"atteint+", "par", "balle"}, Injured, true}, {[]string{"atteint+", "par", "balles"}, Injured, true}, {[]string{"touché+", "par", "balles"}, Injured, true},
	{[]string{"dans", "un", "état", "grave"}, Injured, false}, {[]string{"dans", "un", "état", "critique"}, Injured, false}, {[]string{"dans", "un", "état", "sérieux"}, Injured, false}, {[]string{"dans", "un", "état", "désespéré"}, Injured, false}, {[]string{"dans", "un", "état", "préoccupant"}, Injured, false}, {[]string{"urgence", "absolue"}, Injured, false}, {[]string{"en", "soins", "intensifs"}, Hospitalised, false}, {[]string{"urgence", "relative"}, Injured, false}, {[]string{"pronostic", "vital"}, Injured, false}, {[]string{"entre", "la", "vie", "et", "la", "mort"}, Injured, false}, {[]string{"présentent", "des", "brûlures"}, Injured, false}, {[]string{"souffrent", "de"}, Injured, false},
}

// idiomIndex groups the idioms by their first word without its ending.
var idiomIndex = indexIdioms(append(amongIdioms(), frenchIdioms...))

// amongIdioms are the ways of saying that somebody is one of the dead: "figurent
// parmi les victimes", "faisaient aussi partie des blessés".
func amongIdioms() (list []idiom) {
	tolls := []struct {
		noun    string
		measure Measure
	}{{"morts", Killed}, {"tués", Killed}, {"victimes", Victims}, {"blessés", Injured}, {"disparus", Missing}}
	for _, t := range tolls {
		for _, verb := range strings.Fields("figure figurent figurait figuraient compte comptent comptaient trouve trouvent trouvait trouvaient") {
			list = append(list, idiom{[]string{verb, "_", "parmi", "les", t.noun}, t.measure, false},
				idiom{[]string{verb, "_", "parmi", "ces", t.noun}, t.measure, false},
				idiom{[]string{verb, "_", "parmi", "les", "*", t.noun}, t.measure, false})
		}
		for _, verb := range strings.Fields("fait font faisait faisaient") {
			list = append(list, idiom{[]string{verb, "_", "partie", "des", t.noun}, t.measure, false},
				idiom{[]string{verb, "_", "partie", "de", "ces", t.noun}, t.measure, false})
		}
		list = append(list, idiom{[]string{"au", "nombre", "des", t.noun}, t.measure, false})
	}
	return list
}

func indexIdioms(list []idiom) map[string][]idiom {
	m := map[string][]idiom{}
	for _, d := range list {
		w := d.words[0]
		if w[len(w)-1] == '+' {
			w = w[:len(w)-1]
			for _, e := range []string{"", "e", "s", "es"} {
				m[w+e] = append(m[w+e], d)
			}
			continue
		}
		m[w] = append(m[w], d)
	}
	return m
}

// idiomAt reads an idiom that starts at token i of w's walk; end is its last token.
func (r *reader) idiomAt(i int32, w *walk) (p predicate, end int32, ok bool) {
	for _, d := range idiomIndex[r.surface(i)] {
		if d.be && w.auxHave && !w.auxEtre {
			continue
		}
		if end, ok := r.matchWords(i, w.s.End, d.words); ok {
			if d.words[0] == "souffrent" && !r.hurtBehind(end, w.s) {
				continue
			}
			return predicate{measure: d.measure, only: personUnless(d.measure), verb: i, to: end, finite: w.finite, rule: "predicate-idiom"}, end, true
		}
	}
	return predicate{}, 0, false
}

// hurtBehind reports whether what is suffered from, behind token i, is a wound: no
// hunger and no illness.
func (r *reader) hurtBehind(i int32, s lang.Sent) bool {
	for j := i + 1; j < s.End && j < i+5; j++ {
		switch strings.TrimSuffix(r.a.Tokens[j].Norm, "s") {
		case "blessure", "brûlure", "fracture", "contusion", "traumatisme", "lésion", "plaie", "intoxication", "commotion", "coupure", "hématome", "ecchymose", "entorse", "respiratoire":
			return true
		}
	}
	return false
}

func personUnless(m Measure) argument {
	switch m {
	case Destroyed:
		return thingOnly
	case Deployed:
		return 0
	}
	return personOnly
}

// matchWords compares norms from token i on with the words of an idiom. A "+"
// takes any agreement of a participle, "_" at most two adverbs.
func (r *reader) matchWords(i, limit int32, words []string) (end int32, ok bool) {
	for k, want := range words {
		if want == "_" {
			for n := 0; n < 2 && i < limit && r.a.Tokens[i].POS == lang.ADV; n++ {
				i++
			}
			continue
		}
		for i < limit && r.a.Tokens[i].Joined && k > 0 {
			i++ // "aux" is one word of the phrase, two of the syntax
		}
		if i >= limit || !agrees(r.surface(i), want) {
			return 0, false
		}
		end = i
		i++
	}
	return end, true
}

// surface is the lower-case word as written, of which a Norm may be one part.
func (r *reader) surface(i int32) string {
	t := &r.a.Tokens[i]
	if i+1 < int32(len(r.a.Tokens)) && r.a.Tokens[i+1].Joined {
		switch t.Norm + "+" + r.a.Tokens[i+1].Norm {
		case "de+le":
			return "du"
		case "de+les":
			return "des"
		case "à+le":
			return "au"
		case "à+les":
			return "aux"
		}
	}
	return t.Norm
}

func agrees(got, want string) bool {
	if want == "" || want[len(want)-1] != '+' {
		return got == want
	}
	stem := want[:len(want)-1]
	if len(got) < len(stem) || got[:len(stem)] != stem {
		return false
	}
	switch got[len(stem):] {
	case "", "e", "s", "es":
		return true
	}
	return false
}

// idiomBefore reads phrases before those counted, that end at token i: "coûté
// la vie à", "entraîné dans la mort", "placé en garde à vue", "ôté la vie à".
func (r *reader) idiomBefore(i int32, s lang.Sent, to, of bool) (predicate, bool) {
	t := &r.a.Tokens[i]
	word := func(k int32) string {
		if k < s.First {
			return ""
		}
		return r.surface(k)
	}
	p := predicate{only: personOnly, rule: "idiom-before"}
	switch {
	case t.Norm == "vie" && to && word(i-1) == "la", t.Norm == "mort" && !of && !to && (word(i-1) == "la" && word(i-2) == "dans" || word(i-1) == "à"):
		p.measure = Killed
	case t.Norm == "secours" && to && (strings.HasPrefix(word(i-1), "port") || strings.HasPrefix(word(i-1), "prêt")):
		p.measure = Rescued // "a porté secours à 36 blessés"
	case t.Norm == "nouvelles" && of && word(i-1) == "sans":
		p.measure = Missing
	case t.Norm == "vue" && word(i-1) == "à" && word(i-2) == "garde":
		p.measure = Arrested
	case t.Norm == "vital" && of:
		p.measure = Injured
	case t.Norm == "détention" && word(i-1) == "en":
		p.measure = Arrested
	case t.Norm == "évacuation" && word(i-1) == "l'" && !of:
		p.measure = Evacuated
	case t.Norm == "routes" && word(i-2) == "sur":
		p.measure = Displaced
	case t.Norm == "otage" && word(i-1) == "en", t.Norm == "otages" && word(i-1) == "en":
		p.measure = Kidnapped
	case t.Norm == "otages" && of && word(i-1) == "d'" && (word(i-2) == "prise" || word(i-2) == "prises"):
		p.measure = Kidnapped
	case (t.Norm == "otage" || t.Norm == "otages") && (word(i-1) == "pris" || word(i-1) == "retient"):
		p.measure = Kidnapped
	case t.Norm == "abri" && word(i-1) == "l'":
		p.measure = Rescued
	case t.Norm == "rue" && word(i-1) == "la" && word(i-2) == "à":
		p.measure = Displaced
	case t.Norm == "rue" && word(i-1) == "la":
		p.measure = Participants
	case t.Norm == "liberté" && word(i-1) == "en":
		p.measure = Released
	case t.Lemma == "perdre" && !of && !to, t.Norm == "perdu" && !of && !to:
		p.measure, p.only = Killed, personOnly|knownOnly
	case (t.Lemma == "ensevelir" || t.Norm == "enseveli") && !of:
		p.measure = Missing
	default:
		return predicate{}, false
	}
	return p, true
}
