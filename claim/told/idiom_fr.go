package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Set phrases that say what happened, longer than a verb.

// An idiom is a phrase behind those counted, said of them.
type idiom struct {
	words   []string // norms; "*" is any one word, "_" an optional adverb or article
	measure claim.Measure
	be      bool // wants être before it ("ont été placées en garde à vue") or stands bare
}

var frenchIdioms = []idiom{
	{[]string{"perdu", "la", "vie"}, claim.Killed, false}, {[]string{"trouvé", "la", "mort"}, claim.Killed, false}, {[]string{"donné+", "la", "mort"}, claim.Killed, true}, {[]string{"laissé", "la", "vie"}, claim.Killed, false},
	{[]string{"perdent", "la", "vie"}, claim.Killed, false}, {[]string{"perdirent", "la", "vie"}, claim.Killed, false}, {[]string{"trouvèrent", "la", "mort"}, claim.Killed, false}, {[]string{"trouvent", "la", "mort"}, claim.Killed, false},
	{[]string{"laissé", "leur", "vie"}, claim.Killed, false}, {[]string{"perdu", "leur", "vie"}, claim.Killed, false}, {[]string{"perdre", "la", "vie"}, claim.Killed, false}, {[]string{"y", "ont", "laissé", "la", "vie"}, claim.Killed, false},
	{[]string{"retrouvé+", "_", "mort+"}, claim.Killed, true}, {[]string{"retrouvé+", "_", "sans", "vie"}, claim.Killed, true}, {[]string{"découvert+", "_", "sans", "vie"}, claim.Killed, true}, {[]string{"retrouvé+", "noyé+"}, claim.Killed, true}, {[]string{"retrouvé+", "_", "pendu+"}, claim.Killed, true},
	{[]string{"emporté+", "par"}, claim.Killed, true}, {[]string{"mis+", "à", "mort"}, claim.Killed, true}, {[]string{"passé+", "par", "les", "armes"}, claim.Killed, true},
	{[]string{"mis+", "hors", "d'", "état", "de", "nuire"}, claim.Killed, false}, {[]string{"battu+", "à", "mort"}, claim.Killed, true}, {[]string{"brûlé+", "vif+"}, claim.Killed, true}, {[]string{"brûlé+", "vives"}, claim.Killed, true}, {[]string{"parmi", "les", "morts"}, claim.Killed, false}, {[]string{"parmi", "les", "tués"}, claim.Killed, false}, {[]string{"parmi", "les", "disparus"}, claim.Missing, false},
	{[]string{"repris"}, claim.Arrested, true}, {[]string{"reprises", "par"}, claim.Arrested, true}, {[]string{"tombé+"}, claim.Killed, true}, {[]string{"tombé+", "en"}, claim.Killed, true}, {[]string{"tombé+", "au", "combat"}, claim.Killed, true}, {[]string{"tombé+", "sous"}, claim.Killed, true},
	{[]string{"sous", "les", "verrous"}, claim.Arrested, false}, {[]string{"derrière", "les", "barreaux"}, claim.Arrested, false}, {[]string{"touché+", "par", "des", "ricochets"}, claim.Injured, true}, {[]string{"touché+", "par", "des", "éclats"}, claim.Injured, true}, {[]string{"touché+", "par", "des", "tirs"}, claim.Injured, true}, {[]string{"atteint+", "par", "des", "éclats"}, claim.Injured, true}, {[]string{"tiennent"}, claim.Deployed, false}, {[]string{"occupent"}, claim.Deployed, false}, {[]string{"patrouillent"}, claim.Deployed, false}, {[]string{"fouillent"}, claim.Deployed, false}, {[]string{"fouillaient"}, claim.Deployed, false}, {[]string{"ratissent"}, claim.Deployed, false}, {[]string{"ratissaient"}, claim.Deployed, false}, {[]string{"sillonnent"}, claim.Deployed, false}, {[]string{"sillonnaient"}, claim.Deployed, false}, {[]string{"patrouillaient"}, claim.Deployed, false}, {[]string{"quadrillent"}, claim.Deployed, false}, {[]string{"quadrillaient"}, claim.Deployed, false},
	{[]string{"manquent", "toujours"}, claim.Missing, false}, {[]string{"manquent", "encore"}, claim.Missing, false}, {[]string{"captif+"}, claim.Kidnapped, false}, {[]string{"recueilli+"}, claim.Rescued, true}, {[]string{"remonté+"}, claim.Rescued, true}, {[]string{"transporté+"}, claim.Hospitalised, true}, {[]string{"mis+", "en", "sûreté"}, claim.Evacuated, true}, {[]string{"souffrent", "de", "contusions"}, claim.Injured, false},
	{[]string{"luttent"}, claim.Deployed, false}, {[]string{"luttaient"}, claim.Deployed, false}, {[]string{"combattent", "le"}, claim.Deployed, false}, {[]string{"combattaient", "le"}, claim.Deployed, false}, {[]string{"à", "l'", "oeuvre"}, claim.Deployed, false}, {[]string{"arrivé+", "en", "renfort"}, claim.Deployed, true}, {[]string{"quitté", "la"}, claim.Displaced, false}, {[]string{"quitté", "le"}, claim.Displaced, false}, {[]string{"quitté", "les"}, claim.Displaced, false},

	{[]string{"pas", "survécu"}, claim.Killed, false}, {[]string{"mortellement", "blessé+"}, claim.Killed, true}, {[]string{"mortellement", "touché+"}, claim.Killed, true}, {[]string{"mortellement", "atteint+"}, claim.Killed, true}, {[]string{"mortellement", "frappé+"}, claim.Killed, true}, {[]string{"touché+", "mortellement"}, claim.Killed, true}, {[]string{"atteint+", "mortellement"}, claim.Killed, true}, {[]string{"subi", "des", "blessures"}, claim.Injured, false}, {[]string{"reçu", "une", "balle"}, claim.Injured, false}, {[]string{"légèrement", "touché+"}, claim.Injured, true}, {[]string{"grièvement", "touché+"}, claim.Injured, true},
	{[]string{"manquant+"}, claim.Missing, true}, {[]string{"perdu", "leur", "maison"}, claim.Displaced, false}, {[]string{"perdu", "leur", "logement"}, claim.Displaced, false}, {[]string{"perdu", "leur", "toit"}, claim.Displaced, false}, {[]string{"perdu", "leur", "foyer"}, claim.Displaced, false}, {[]string{"en", "captivité"}, claim.Kidnapped, false}, {[]string{"en", "réanimation"}, claim.Hospitalised, false},
	{[]string{"se", "sont", "fait", "exploser"}, claim.Killed, false}, {[]string{"s'", "est", "fait", "exploser"}, claim.Killed, false}, {[]string{"s'", "étaient", "fait", "exploser"}, claim.Killed, false}, {[]string{"s'", "était", "fait", "exploser"}, claim.Killed, false},
	{[]string{"porté+", "_", "disparu+"}, claim.Missing, true}, {[]string{"porté+", "manquant+"}, claim.Missing, true}, {[]string{"manquent", "_", "à", "l'", "appel"}, claim.Missing, false}, {[]string{"manquerait", "_", "à", "l'", "appel"}, claim.Missing, false}, {[]string{"manqueraient", "_", "à", "l'", "appel"}, claim.Missing, false}, {[]string{"manquait", "_", "à", "l'", "appel"}, claim.Missing, false}, {[]string{"manquaient", "_", "à", "l'", "appel"}, claim.Missing, false}, {[]string{"manque", "_", "à", "l'", "appel"}, claim.Missing, false},
	{[]string{"introuvable+"}, claim.Missing, true}, {[]string{"pas", "_", "été", "retrouvé+"}, claim.Missing, false}, {[]string{"sans", "nouvelles"}, claim.Missing, false}, {[]string{"donné+", "pour", "disparu+"}, claim.Missing, true}, {[]string{"toujours", "recherché+"}, claim.Missing, true},
	{[]string{"placé+", "en", "garde", "à", "vue"}, claim.Arrested, true}, {[]string{"gardé+", "à", "vue"}, claim.Arrested, true}, {[]string{"passé", "la", "nuit", "en", "garde", "à", "vue"}, claim.Arrested, false}, {[]string{"en", "garde", "à", "vue"}, claim.Arrested, true}, {[]string{"en", "garde-à-vue"}, claim.Arrested, true}, {[]string{"en", "état", "d'", "arrestation"}, claim.Arrested, false}, {[]string{"constitué+", "prisonnier+"}, claim.Arrested, false}, {[]string{"rendu", "les", "armes"}, claim.Arrested, false}, {[]string{"déposé", "les", "armes"}, claim.Arrested, false}, {[]string{"placé+", "en", "détention"}, claim.Arrested, true}, {[]string{"mis+", "en", "détention"}, claim.Arrested, true}, {[]string{"placé+", "sous", "les", "verrous"}, claim.Arrested, true}, {[]string{"jeté+", "en", "prison"}, claim.Arrested, true}, {[]string{"placé+", "sous", "mandat", "de", "dépôt"}, claim.Arrested, true},
	{[]string{"remis+", "en", "liberté"}, claim.Released, true}, {[]string{"recouvré", "la", "liberté"}, claim.Released, false}, {[]string{"recouvrent", "la", "liberté"}, claim.Released, false}, {[]string{"retrouvent", "la", "liberté"}, claim.Released, false}, {[]string{"libre+"}, claim.Released, true}, {[]string{"rendu+", "à", "leurs", "familles"}, claim.Released, true}, {[]string{"rendu+", "à", "leur", "famille"}, claim.Released, true}, {[]string{"rendu+", "à", "sa", "famille"}, claim.Released, true}, {[]string{"retrouvé", "la", "liberté"}, claim.Released, false}, {[]string{"pu", "retrouver", "la", "liberté"}, claim.Released, false}, {[]string{"pu", "recouvrer", "la", "liberté"}, claim.Released, false},
	{[]string{"fait+", "prisonnier+"}, claim.Kidnapped, true}, {[]string{"pris+", "en", "otage"}, claim.Kidnapped, true}, {[]string{"pris+", "en", "otages"}, claim.Kidnapped, true}, {[]string{"retenu+", "en", "otage"}, claim.Kidnapped, true}, {[]string{"retenu+", "en", "otages"}, claim.Kidnapped, true}, {[]string{"pris+", "otage+"}, claim.Kidnapped, true}, {[]string{"tenu+", "en", "otage"}, claim.Kidnapped, true}, {[]string{"retenu+", "otage+"}, claim.Kidnapped, true},
	{[]string{"emmené+", "de", "force"}, claim.Kidnapped, true}, {[]string{"aux", "mains", "de"}, claim.Kidnapped, false}, {[]string{"emmené+", "par", "les", "assaillants"}, claim.Kidnapped, true}, {[]string{"aux", "mains", "des"}, claim.Kidnapped, false},
	{[]string{"admis+", "à", "l'", "hôpital"}, claim.Hospitalised, true}, {[]string{"admis+", "dans"}, claim.Hospitalised, true}, {[]string{"admis+", "en", "réanimation"}, claim.Hospitalised, true}, {[]string{"transporté+", "_", "à", "l'", "hôpital"}, claim.Hospitalised, true}, {[]string{"conduit+", "_", "à", "l'", "hôpital"}, claim.Hospitalised, true}, {[]string{"transféré+", "_", "à", "l'", "hôpital"}, claim.Hospitalised, true}, {[]string{"évacué+", "_", "vers", "l'", "hôpital"}, claim.Hospitalised, true}, {[]string{"évacué+", "_", "vers", "des", "hôpitaux"}, claim.Hospitalised, true}, {[]string{"pris+", "en", "charge"}, claim.Hospitalised, true}, {[]string{"soigné+"}, claim.Hospitalised, true}, {[]string{"transporté+", "vers"}, claim.Hospitalised, true},
	{[]string{"mis+", "à", "l'", "abri"}, claim.Evacuated, true}, {[]string{"mis+", "en", "sécurité"}, claim.Evacuated, true},
	{[]string{"relogé+"}, claim.Displaced, true}, {[]string{"hébergé+"}, claim.Displaced, true}, {[]string{"sans", "abri"}, claim.Displaced, false}, {[]string{"sans", "toit"}, claim.Displaced, false}, {[]string{"à", "la", "rue"}, claim.Displaced, false}, {[]string{"quitté", "leur+"}, claim.Displaced, false}, {[]string{"quitter", "leur+"}, claim.Displaced, false}, {[]string{"forcé+", "de", "quitter"}, claim.Displaced, true}, {[]string{"contraint+", "de", "quitter"}, claim.Displaced, true}, {[]string{"obligé+", "de", "quitter"}, claim.Displaced, true}, {[]string{"forcé+", "à", "quitter"}, claim.Displaced, true}, {[]string{"contraint+", "à", "quitter"}, claim.Displaced, true}, {[]string{"abandonné", "leur+"}, claim.Displaced, false}, {[]string{"abandonner", "leur+"}, claim.Displaced, false}, {[]string{"déserter", "leur+"}, claim.Displaced, false}, {[]string{"se", "réfugier"}, claim.Displaced, false}, {[]string{"évacuer", "leur+"}, claim.Evacuated, false}, {[]string{"pris", "la", "fuite"}, claim.Displaced, false}, {[]string{"trouvé", "refuge"}, claim.Displaced, false}, {[]string{"chassé+", "de"}, claim.Displaced, true}, {[]string{"jeté+", "sur", "les", "routes"}, claim.Displaced, true}, {[]string{"sans", "foyer"}, claim.Displaced, false}, {[]string{"sans", "toit"}, claim.Displaced, false}, {[]string{"vivent", "_", "dans", "des", "abris"}, claim.Displaced, false}, {[]string{"vivent", "_", "dans", "des", "camps"}, claim.Displaced, false}, {[]string{"vivent", "_", "sous", "tente"}, claim.Displaced, false}, {[]string{"vivent", "_", "sous", "des", "tentes"}, claim.Displaced, false}, {[]string{"pris", "la", "route", "de", "l'", "exil"}, claim.Displaced, false},
	{[]string{"sain+", "et", "sauf+"}, claim.Rescued, false}, {[]string{"saine+", "et", "sauve+"}, claim.Rescued, false}, {[]string{"retiré+", "_", "vivant+"}, claim.Rescued, true}, {[]string{"extirpé+", "_", "vivant+"}, claim.Rescued, true}, {[]string{"dégagé+", "_", "vivant+"}, claim.Rescued, true}, {[]string{"retiré+", "_", "des", "décombres"}, claim.Rescued, true}, {[]string{"extirpé+", "_", "des", "décombres"}, claim.Rescued, true}, {[]string{"sorti+", "_", "vivant+"}, claim.Rescued, true}, {[]string{"sorti+", "_", "indemne+"}, claim.Rescued, true}, {[]string{"sorti+", "_", "des", "décombres"}, claim.Rescued, true}, {[]string{"retrouvé+", "_", "vivant+"}, claim.Rescued, true}, {[]string{"retrouvé+", "_", "en", "vie"}, claim.Rescued, true}, {[]string{"récupéré+"}, claim.Rescued, true}, {[]string{"tiré+", "vivant+"}, claim.Rescued, true}, {[]string{"extrait+", "vivant+"}, claim.Rescued, true}, {[]string{"extrait+", "_", "des", "décombres"}, claim.Rescued, true}, {[]string{"dégagé+", "_", "des", "décombres"}, claim.Rescued, true}, {[]string{"tiré+", "_", "des", "décombres"}, claim.Rescued, true}, {[]string{"ramené+", "à", "terre"}, claim.Rescued, true}, {[]string{"remonté+", "vivant+"}, claim.Rescued, true}, {[]string{"treuillé+"}, claim.Rescued, true}, {[]string{"récupéré+", "en", "mer"}, claim.Rescued, true},
	{[]string{"descendu+", "dans", "la", "rue"}, claim.Participants, true}, {[]string{"descendu+", "dans", "les", "rues"}, claim.Participants, true}, {[]string{"pris", "part"}, claim.Participants, false}, {[]string{"battu", "le", "pavé"}, claim.Participants, false}, {[]string{"à", "battre", "le", "pavé"}, claim.Participants, false}, {[]string{"dans", "la", "rue"}, claim.Participants, false}, {[]string{"dans", "les", "rues"}, claim.Participants, false}, {[]string{"dans", "le", "cortège"}, claim.Participants, false}, {[]string{"dans", "la", "manifestation"}, claim.Participants, false}, {[]string{"dans", "le", "défilé"}, claim.Participants, false}, {[]string{"cessé", "le", "travail"}, claim.Participants, false}, {[]string{"fait", "grève"}, claim.Participants, false}, {[]string{"en", "grève"}, claim.Participants, false}, {[]string{"débrayé"}, claim.Participants, false}, {[]string{"scandé"}, claim.Participants, false},
	{[]string{"en", "renfort"}, claim.Deployed, false}, {[]string{"à", "pied", "d'", "oeuvre"}, claim.Deployed, false}, {[]string{"sur", "le", "pont"}, claim.Deployed, false}, {[]string{"sur", "le", "terrain"}, claim.Deployed, false}, {[]string{"sur", "place"}, claim.Deployed, false}, {[]string{"envoyé+"}, claim.Deployed, true}, {[]string{"engagé+"}, claim.Deployed, true},
	{[]string{"parti+", "en", "fumée"}, claim.Destroyed, false}, {[]string{"réduit+", "en", "cendres"}, claim.Destroyed, true}, {[]string{"hors", "d'", "usage"}, claim.Destroyed, false}, {[]string{"touché+", "par", "balle"}, claim.Injured, true}, {[]string{"atteint+", "par", "balle"}, claim.Injured, true}, {[]string{"atteint+", "par", "balles"}, claim.Injured, true}, {[]string{"touché+", "par", "balles"}, claim.Injured, true},
	{[]string{"dans", "un", "état", "grave"}, claim.Injured, false}, {[]string{"dans", "un", "état", "critique"}, claim.Injured, false}, {[]string{"dans", "un", "état", "sérieux"}, claim.Injured, false}, {[]string{"dans", "un", "état", "désespéré"}, claim.Injured, false}, {[]string{"dans", "un", "état", "préoccupant"}, claim.Injured, false}, {[]string{"urgence", "absolue"}, claim.Injured, false}, {[]string{"en", "soins", "intensifs"}, claim.Hospitalised, false}, {[]string{"urgence", "relative"}, claim.Injured, false}, {[]string{"pronostic", "vital"}, claim.Injured, false}, {[]string{"entre", "la", "vie", "et", "la", "mort"}, claim.Injured, false}, {[]string{"présentent", "des", "brûlures"}, claim.Injured, false}, {[]string{"souffrent", "de"}, claim.Injured, false}, {[]string{"souffrant", "de"}, claim.Injured, false}, {[]string{"souffrant", "d'"}, claim.Injured, false}, {[]string{"souffrent", "d'"}, claim.Injured, false}, {[]string{"souffraient", "de"}, claim.Injured, false},
}

// idiomIndex groups the idioms by their first word without its ending.
var idiomIndex = indexIdioms(append(amongIdioms(), frenchIdioms...))

// amongIdioms are the ways of saying that somebody is one of the dead: "figurent
// parmi les victimes", "faisaient aussi partie des blessés".
func amongIdioms() (list []idiom) {
	tolls := []struct {
		noun    string
		measure claim.Measure
	}{{"morts", claim.Killed}, {"tués", claim.Killed}, {"victimes", claim.Victims}, {"blessés", claim.Injured}, {"disparus", claim.Missing}}
	for _, t := range tolls {
		for _, verb := range strings.Fields("figure figurent figurait figuraient figurerait figureraient compte comptent comptaient trouve trouvent trouvait trouvaient") {
			list = append(list, idiom{[]string{verb, "_", "parmi", "les", t.noun}, t.measure, false},
				idiom{[]string{verb, "_", "parmi", "ces", t.noun}, t.measure, false},
				idiom{[]string{verb, "_", "parmi", "les", "*", t.noun}, t.measure, false})
		}
		for _, verb := range strings.Fields("fait font faisait faisaient ferait feraient") {
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
			if strings.HasPrefix(d.words[0], "sain") && !r.broughtIn(w.c.npEnd+1, i) {
				continue // "les 25 marins sont sains et saufs": nobody brought them out
			}
			if d.words[0] == "libre+" && !w.auxEtre {
				continue // "des hommes libres"
			}
			if d.words[0] == "tombé+" && !r.fallen(i, end, w.s) {
				continue
			}
			if strings.HasPrefix(d.words[0], "souffr") && !r.hurtBehind(end, w.s) || d.words[len(d.words)-1] == "recherché+" && r.wanted(end+1, w.s) {
				continue
			}
			return predicate{measure: d.measure, only: personUnless(d.measure), verb: i, to: end, finite: w.finite, rule: "predicate-idiom"}, end, true
		}
	}
	return predicate{}, 0, false
}

// fallen reports whether "tombés" at i, whose phrase ends at end, is said of those
// who die in a fight, and not "tombés malades", "en panne", "dans un trou".
func (r *reader) fallen(i, end int32, s lang.Sent) bool {
	if end+1 >= s.End {
		return true
	}
	if end == i && r.a.Tokens[i+1].Norm == "en" && i+2 < s.End {
		end++
	}
	n := &r.a.Tokens[end+1]
	if end > i && r.a.Tokens[end].Norm == "en" {
		switch n.Norm {
		case "combat", "mission", "opération", "service", "héros", "martyrs":
			return true
		}
		return n.POS == lang.PROPN || strings.HasSuffix(n.Norm, "ant") && n.POS == lang.VERB
	}
	switch n.Norm {
	case "à", "de", "d'", "malade", "malades", "amoureux", "enceinte", "enceintes":
		return false
	}
	if n.Norm == "dans" && end+2 < s.End {
		w := r.a.Tokens[end+2].Norm
		return w != "un" && w != "une"
	}
	return n.POS != lang.ADJ
}

// wanted reports whether "par" at i names who looks for those counted, and no rescue
// team does: "sont toujours recherchés par la police" are not missing.
func (r *reader) wanted(i int32, s lang.Sent) bool {
	if i+1 >= s.End || r.a.Tokens[i].Norm != "par" {
		return false
	}
	for j := i + 1; j < s.End && j < i+5 && r.a.Tokens[j].POS != lang.PUNCT; j++ {
		if n, ok := r.nounOf(j); ok && (n.group == claim.Rescuers || n.thing) {
			return false
		}
		switch r.a.Tokens[j].Lemma {
		case "secours", "sauveteur", "proche", "famille", "plongeur", "équipe":
			return false
		}
	}
	return true
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

// broughtIn reports whether a verb in [from, to) says that somebody was found or brought
// in.
func (r *reader) broughtIn(from, to int32) bool {
	for i := from; i < to; i++ {
		switch r.a.Tokens[i].Lemma {
		case "retrouver", "ramener", "récupérer", "sortir", "débarquer", "évacuer", "extraire", "tirer", "libérer", "recueillir", "repêcher", "secourir", "remonter", "découvrir", "sauver", "rentrer", "regagner", "arriver", "revenir", "rejoindre", "localiser":
			return true
		}
	}
	return false
}

func personUnless(m claim.Measure) argument {
	switch m {
	case claim.Destroyed:
		return thingOnly
	case claim.Deployed:
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
		for i < limit && k > 0 && (r.a.Tokens[i].Joined || lang.IsQuoteMark(r.a.Tokens[i].Norm)) {
			i++ // "aux" is one word of the phrase, two of the syntax; "dans un « état grave »"
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
	if want == "*" {
		return true
	}
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
	case t.Norm == "vie" && to && word(i-1) == "la", t.Norm == "mort" && !of && !to && (word(i-1) == "la" && word(i-2) == "dans" || word(i-1) == "à" && !strings.HasPrefix(word(i-2), "condamn")):
		p.measure = claim.Killed
	case t.Norm == "mort" && to && word(i-1) == "la" && r.brings(i-2, s):
		p.measure = claim.Killed // "a causé la mort à 12 marins"
	case t.Norm == "secours" && to && (strings.HasPrefix(word(i-1), "port") || strings.HasPrefix(word(i-1), "prêt")):
		p.measure = claim.Rescued // "a porté secours à 36 blessés"
	case t.Norm == "nouvelles" && of && word(i-1) == "sans", t.Norm == "nouvelle" && of && word(i-1) == "aucune" && word(i-2) == "sans":
		p.measure = claim.Missing
	case t.Norm == "sort" && of && r.fateOpen(i, s):
		p.measure = claim.Missing
	case t.Norm == "garde-à-vue" && !of, t.Norm == "vue" && word(i-1) == "à" && word(i-2) == "garde":
		p.measure = claim.Arrested
	case t.Norm == "vital" && of:
		p.measure = claim.Injured
	case t.Norm == "détention" && word(i-1) == "en":
		p.measure = claim.Arrested
	case t.Norm == "évacuation" && word(i-1) == "l'" && !of:
		p.measure = claim.Evacuated
	case t.Norm == "routes" && word(i-2) == "sur":
		p.measure = claim.Displaced
	case t.Norm == "otage" && word(i-1) == "en", t.Norm == "otages" && word(i-1) == "en":
		p.measure = claim.Kidnapped
	case t.Norm == "otages" && of && word(i-1) == "d'" && (word(i-2) == "prise" || word(i-2) == "prises"):
		p.measure = claim.Kidnapped
	case (t.Norm == "otage" || t.Norm == "otages") && (word(i-1) == "pris" || word(i-1) == "retient"):
		p.measure = claim.Kidnapped
	case t.Norm == "abri" && word(i-1) == "l'":
		p.measure = claim.Rescued
	case (t.Norm == "sécurité" || t.Norm == "sûreté") && word(i-1) == "en" && !of && i-2 >= s.First && (r.a.Tokens[i-2].Lemma == "mettre" || strings.HasPrefix(word(i-2), "mis")):
		p.measure = claim.Evacuated // "a mis en sécurité quatorze visiteurs"
	case t.Norm == "rue" && word(i-1) == "la" && word(i-2) == "à":
		p.measure = claim.Displaced
	case t.Norm == "rue" && word(i-1) == "la":
		p.measure = claim.Participants
	case t.Norm == "liberté" && word(i-1) == "en":
		p.measure = claim.Released
	case t.Lemma == "perdre" && !of && !to, t.Norm == "perdu" && !of && !to:
		p.measure, p.only = claim.Killed, personOnly|knownOnly
	case (t.Lemma == "ensevelir" || t.Norm == "enseveli") && !of:
		p.measure = claim.Missing
	default:
		return predicate{}, false
	}
	return p, true
}

// brings reports whether the word at i is a verb of causing.
func (r *reader) brings(i int32, s lang.Sent) bool {
	if i < s.First {
		return false
	}
	switch r.a.Tokens[i].Lemma {
	case "causer", "donner", "provoquer", "occasionner", "entraîner":
		return true
	}
	return false
}
