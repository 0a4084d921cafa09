package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/claim/voice"
	"recoupe/lang"
)

// What is feared, planned, asked for or imagined is no figure.

// unreal reports whether the finding tells of something that has not happened
// or is not said to have.
func (r *reader) unreal(f *finding, s lang.Sent) bool {
	if r.notSo(f, s) || r.inGeneral(f, s) || r.onlyPossible(f, s) || f.single && r.unknownWhether(f, s) || r.fearedAbove(f) || r.feared(f, s) || r.fictional(s) || r.hypothetical(s) || r.askedFor(f, s) || r.rated(f, s) || r.onlyNamed(f, s) || r.broughtAbout(f, s) || r.roomFor(f, s) || r.unmadeDeed(f, s) || r.overMark(f, s) || r.habitual(f, s) || r.unproved(f, s) || r.dreamt(f, s) || r.anyOne(f, s) {
		return true
	}
	if !f.has {
		return r.outcomeUnreal(f, s)
	}
	if f.p.rule == "predicate-idiom" && r.a.Tokens[f.p.verb].Lemma == "emporter" && r.unknownWhether(f, s) {
		return true // "savoir si les deux hommes avaient été emportés par la coulée"
	}
	v := &r.a.Tokens[f.p.verb]
	if f.p.finite >= 0 && r.unrealVerb(f.p.finite, f.p.verb, f.measure, s) {
		return true
	}
	if v.POS == lang.VERB && v.Morph.Has(lang.Inf) && !v.Morph.Has(lang.Fin) {
		return !r.accomplished(f.p.verb, s)
	}
	if f.p.left && f.noun.measure == "" && f.p.finite < 0 && v.POS == lang.VERB && v.Morph.Has(lang.Inf) {
		return true
	}
	return r.outcomeUnreal(f, s)
}

// onlyPossible reports whether an adjective makes those counted possible ones: "40
// victimes possibles".
func (r *reader) onlyPossible(f *finding, s lang.Sent) bool {
	for i := f.last + 1; i < s.End && i <= f.npEnd+1; i++ {
		switch r.a.Tokens[i].Norm {
		case "possible", "possibles", "potentiels", "potentielles", "éventuels", "éventuelles", "hypothétiques":
			return true
		}
	}
	return false
}

// onlyNamed reports whether victims are counted by what is known of them and not
// by what befell them: "l'identité d'une seule victime".
func (r *reader) onlyNamed(f *finding, s lang.Sent) bool {
	if f.has || f.noun.measure != claim.Victims {
		return false
	}
	i := f.first - 1
	for i > s.First && r.a.Tokens[i].POS != lang.NOUN && r.a.Tokens[i].POS != lang.VERB {
		i--
	}
	return i >= s.First && r.a.Tokens[i].Lemma == "identité"
}

// unrealVerb reports whether a finite verb puts what follows in the future or
// the merely possible. "auraient été tuées" does not: that is hearsay.
func (r *reader) unrealVerb(finite, verb int32, m claim.Measure, s lang.Sent) bool {
	t := &r.a.Tokens[finite]
	switch t.Lemma {
	case "pouvoir", "devoir", "risquer", "menacer", "vouloir", "souhaiter", "aller", "falloir":
		if t.Morph.Has(lang.Cnd) || t.Lemma == "risquer" || t.Lemma == "menacer" || t.Lemma == "vouloir" || t.Lemma == "souhaiter" {
			return true
		}
		if r.ifBefore(s, finite) {
			return true
		}
		if t.Morph.Has(lang.Fut) || t.Morph.Has(lang.Pres) && !t.Morph.Has(lang.Past) {
			return t.Lemma != "devoir" || m != claim.Evacuated && m != claim.Displaced || finite+1 < s.End && r.a.Tokens[finite+1].Norm == "être"
		}
		return false
	}
	if t.Morph.Has(lang.Fut) || futureForm(t.Norm) {
		return true
	}
	if t.Morph.Has(lang.Sub) && !t.Morph.Has(lang.Ind) && r.wished(s, finite) {
		return true
	}
	if t.Morph.Has(lang.Cnd) && (t.Lemma == "faire" || t.Lemma == "causer" || t.Lemma == "provoquer" || t.Lemma == "tuer") {
		return true // "un tel séisme ferait 30.000 morts"
	}
	if t.Morph.Has(lang.Cnd) && (r.averted(s) || r.couldHaveBefore(finite, s)) {
		return true // "Sans l'alerte, il y aurait eu des centaines de morts"
	}
	if t.Morph.Has(lang.Cnd) || t.Norm == "serait" || t.Norm == "seraient" {
		if r.ifBefore(s, finite) {
			return true
		}
		// "a annoncé que 3.000 soldats seraient déployés": a future in the past
		return (m == claim.Deployed || m == claim.Released || m == claim.Evacuated) && (t.Norm == "serait" || t.Norm == "seraient") && r.pastSayingBefore(s, finite)
	}
	return false
}

func futureForm(n string) bool {
	switch n {
	case "sera", "seront", "aura", "auront", "va", "vont", "pourra", "pourront", "devra", "devront", "fera", "feront":
		return true
	}
	return false
}

func (r *reader) ifBefore(s lang.Sent, at int32) bool {
	for i := s.First; i < s.End; i++ {
		t := &r.a.Tokens[i]
		if t.Norm == "si" && (t.POS == lang.SCONJ || i == s.First) || t.Norm == "s'" && i+1 < s.End && (r.a.Tokens[i+1].Norm == "il" || r.a.Tokens[i+1].Norm == "ils") {
			return true
		}
	}
	return false
}

func (r *reader) pastSayingBefore(s lang.Sent, at int32) bool {
	for i := at - 1; i > s.First; i-- {
		if n := r.a.Tokens[i].Norm; n == "que" || n == "qu'" {
			return r.a.Tokens[i-1].POS == lang.VERB || r.a.Tokens[i-1].POS == lang.ADV
		}
	}
	return false
}

// accomplished reports whether an infinitive tells of what was done: "a permis
// d'évacuer", "affirme avoir tué", "ont dû fuir".
func (r *reader) accomplished(verb int32, s lang.Sent) bool {
	if t := &r.a.Tokens[verb]; t.Rel == lang.Xcomp && lasting[t.Lemma] && r.says(t.Head) {
		return true // "dit détenir dix-neuf otages"
	}
	if r.theyWere(verb, s) {
		return true
	}
	for i := verb - 1; i >= s.First && i >= verb-14; i-- {
		t := &r.a.Tokens[i]
		if i < verb-7 && !compelled[t.Norm] {
			continue // only "contraint plus de 1,5 million de personnes à fuir" reaches that far
		}
		if t.Norm == "plus" && i > s.First && r.a.Tokens[i-1].Norm == "en" {
			return true // "a tué deux personnes, en plus de faire six blessés"
		}
		if t.Norm == "fait" && i > s.First && r.a.Tokens[i-1].Norm == "le" {
			return false // "punit le fait d'enlever un mineur"
		}
		if (t.Norm == "pu" || t.Norm == "dû") && i > s.First && r.couldHave(i-1, s) {
			return false // "aurait pu faire 12 morts"
		}
		if compels(t) {
			return true // "forçant 3.000 habitants à quitter leurs maisons"
		}
		switch t.Norm {
		case "avoir", "vu", "laissé", "dû", "pu", "permis", "réussi", "fallu", "contraint", "contrainte", "contraints", "contraintes", "poussé", "forcé", "forcés", "parvenus", "parvenu", "fait", "fini", "vient", "viennent", "venait", "obligé", "obligés", "procédé":
			return true
		case "pour", "afin", "projet", "objectif", "veut", "va", "vont", "doit", "doivent", "prévoit", "compte", "comptent":
			return false
		}
		if t.POS == lang.PUNCT && t.Norm != "\"" && t.Norm != "«" {
			return false
		}
	}
	return false
}

// compels reports whether t says that somebody is or was made to do something, and not
// that they may be.
func compels(t *lang.Token) bool {
	switch t.Lemma {
	case "forcer", "contraindre", "pousser", "obliger":
		return t.POS == lang.VERB && !t.Morph.Has(lang.Inf) && !t.Morph.Has(lang.Cnd) && !t.Morph.Has(lang.Fut) && !t.Morph.Has(lang.Sub)
	}
	return false
}

// theyWere reports whether the infinitive at verb says what those counted before it
// did: "ils étaient 12.300 à défiler".
func (r *reader) theyWere(verb int32, s lang.Sent) bool {
	if verb-3 < s.First || r.a.Tokens[verb-1].Norm != "à" {
		return false
	}
	for i := verb - 2; i > s.First && i > verb-14; i-- {
		switch r.a.Tokens[i].Norm {
		case "étaient", "sont", "furent":
			n := r.a.Tokens[i-1].Norm
			return n == "ils" || n == "elles"
		}
	}
	return false
}

// lasting are verbs of a state, which who says it is in, is in: "affirme détenir".
var lasting = lang.WordSet("détenir retenir compter dénombrer déplorer recenser")

// compelled are forms of verbs that make others do what follows.
var compelled = lang.WordSet("contraint contrainte contraints contraintes poussé poussée forcé forcée forcés forcées obligé obligés")

// fearWords open what is feared, planned or imagined, up to the next clause.
var fearWords = lang.WordSet("craindre craint craignent craignons redoutons espérons craignait craindrait craignant crainte craintes redouter redoute redoutent redoutait redoutant risque risquent risquait risqueraient risquerait menacé menacée menacées menacés menacées menace menacent susceptible susceptibles " +
	"prévoir prévoit prévoient prévoyait prévoyaient prévu prévue prévus prévues envisager envisage envisagent envisagé promettre promet promettent promis projet projette projeté planifie planifié objectif objectifs scénario scénarios hypothèse projection projections éventuel éventuelle éventuels éventuelles " +
	"imagine imaginent prépare préparent préparait western thriller maquette feuilleton téléfilm modèles prévisions simulations redoutée redoutées envisageait prévoyant annonciateur potentiel potentielle potentiels potentielles potentiellement capable capables capacité espérer espère espèrent espérait espéraient espérant souhaitait souhaitaient ordonner ordonne réclamer réclame réclament exiger exige exigent souhaiter souhaite attendre attend attendu attendue attendus attendues attendent attendait attendaient excluent visait visaient visent exclut pourrait pourraient devrait devraient exercice simulation fiction film roman série imaginer imaginons supposons s'attendre " +
	"suffit suffirait suffisait appelle appellent épargner épargné épargne épargnée éviter évité évite évitée empêcher empêché")

// fictions are what a sentence that opens with "dans le …" only tells of.
var fictions = lang.WordSet("roman film série fiction exercice simulation scénario hypothèse jeu téléfilm")

// fictional reports whether the sentence opens with a work or an exercise: "Dans
// le roman, douze soldats meurent".
func (r *reader) fictional(s lang.Sent) bool {
	if n := r.a.Tokens[s.First].Norm; n != "dans" && n != "lors" && n != "selon" {
		return r.novelFirst(s)
	}
	for i := s.First + 1; i < s.End && i < s.First+9 && r.a.Tokens[i].Norm != ","; i++ {
		if fictions[r.a.Tokens[i].Norm] && r.a.Tokens[i].POS == lang.NOUN {
			return true
		}
	}
	return false
}

// feared looks left of the number, within its clause.
func (r *reader) feared(f *finding, s lang.Sent) bool {
	further := false // a clause of its own begins between: "n'est attendu et que le bilan est de 50 morts"
	for i := f.first - 1; i >= s.First && i >= f.first-14; i-- {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case "que", "qu'":
			further = further || i > s.First && r.a.Tokens[i-1].Norm == "et"
		case ";", ":", ".", "mais", "alors", "tandis", "\"", "«":
			return false
		case ",":
			switch r.a.Tokens[min(i+1, s.End-1)].Norm {
			case "que", "peut-être", "soit", "voire": // "redoute un bilan à deux chiffres, peut-être vingt morts"
			default:
				return false
			}
		}
		if fearWords[t.Norm] && further && !r.governsBehind(i) {
			return false
		}
		if fearWords[t.Norm] {
			return !(t.Norm == "menace" && t.POS == lang.NOUN) && !(t.Norm == "attendu" && t.POS == lang.NOUN) && t.POS != lang.PROPN
		}
	}
	// "200 morts sont à craindre", "pourrait atteindre" behind it
	for i := f.last + 1; i < s.End && i <= f.last+9; i++ {
		switch r.a.Tokens[i].Norm {
		case "craindre", "redouter", "redoutés", "redoutées", "craints", "craintes":
			return true
		case ",", ";", ".", "selon":
			return false
		}
	}
	return false
}

// fearedAbove reports whether the clause of f is what somebody fears, however far the
// word for it stands: "craignent que l'assaut d'une ville … n'entraîne la mort de".
func (r *reader) fearedAbove(f *finding) bool {
	i := f.first
	for range 10 {
		t := &r.a.Tokens[i]
		if t.Rel == lang.Ccomp {
			h := &r.a.Tokens[t.Head]
			return h.Lemma == "craindre" || h.Lemma == "redouter"
		}
		if t.Head == i {
			return false
		}
		i = t.Head
	}
	return false
}

// governsBehind reports whether what is feared or planned stands right behind the
// word at i: "craint que … et que …".
func (r *reader) governsBehind(i int32) bool {
	if int(i)+1 >= len(r.a.Tokens) {
		return false
	}
	switch r.a.Tokens[i+1].Norm {
	case "que", "qu'", "de", "d'", "à":
		return true
	}
	return false
}

// hypothetical reports whether the sentence supposes: "S'ils étaient un million
// dans la rue, le pouvoir tomberait".
func (r *reader) hypothetical(s lang.Sent) bool {
	if !r.ifBefore(s, s.First) {
		return false
	}
	for i := s.First; i < s.End; i++ {
		if t := &r.a.Tokens[i]; (t.Morph.Has(lang.Cnd) || t.Morph.Has(lang.Fut) && r.a.Tokens[s.First].Norm == "si") && t.POS != lang.NOUN {
			return true
		}
	}
	return false
}

// deniable reports whether "n'ont pas été …" denies a toll; "n'ont pas encore été
// libérés" tells of people still held.
func deniable(m claim.Measure) bool {
	switch m {
	case claim.Killed, claim.Arrested, claim.Kidnapped:
		return true
	}
	return false
}

// notYet reports whether the negation is one of time: "pas encore", "toujours pas".
func (r *reader) notYet(f *finding, s lang.Sent) bool {
	for i := max(s.First, f.p.finite-2); i < s.End && i <= f.p.finite+4; i++ {
		switch r.a.Tokens[i].Norm {
		case "encore", "toujours":
			return true
		}
	}
	return false
}

// bargained are words of asking and hoping before a release, a rescue or a
// sending that has not come about: "négocier la libération de trente marins".
var bargained = lang.WordSet("négocier négocie négocient négociation négociations négocié pourparlers tractations demander demande demandent demandé réclame réclament exige exigent espère espèrent espérer espérant espoir souhaite souhaitent contre échange obtenir plaide plaident appelle appellent promet promettent attend attendent attendant attente vue faveur condition conditions discussions discute discutent tente tentent tenter cherche cherchent recommander recommande recommandent recommandé préconise préconisent préconisé suggère suggéré envisage envisagent envisagé prévoit prévoient prévu planifie planifié prône prôné")

// asked reports whether a noun of action behind the finding is only asked for.
func (r *reader) askedFor(f *finding, s lang.Sent) bool {
	switch f.measure {
	case claim.Released, claim.Rescued, claim.Evacuated, claim.Deployed:
	default:
		return false
	}
	if f.p.rule != "action-noun" && f.p.rule != "predicate-before" {
		return false
	}
	for i := f.p.verb - 1; i >= s.First && i >= f.p.verb-8; i-- {
		t := &r.a.Tokens[i]
		if bargained[t.Norm] {
			return true
		}
		if t.Norm == ";" || t.Norm == ":" || t.Norm == "." || t.Norm == "pour" {
			return t.Norm == "pour" && f.p.rule == "action-noun"
		}
	}
	return false
}

// rated reports whether the number is a rate: "deux ou trois morts par famille",
// "chaque jour, douze blessés".
func (r *reader) rated(f *finding, s lang.Sent) bool {
	for i := f.npEnd + 1; i+1 < s.End && i <= f.npEnd+4; i++ {
		t := &r.a.Tokens[i]
		if t.Norm == "pour" && r.a.Tokens[i+1].POS == lang.NUM && f.noun.measure != "" && !f.has {
			return true // "deux morts pour cent cas"
		}
		if t.Norm == "par" {
			switch strings.TrimSuffix(r.a.Tokens[i+1].Norm, "s") {
			case "famille", "foyer", "ménage", "maison", "jour", "semaine", "moi", "mois", "an", "habitant", "village", "heure", "nuit", "personne", "véhicule", "cellule", "lit", "chambre", "minute", "quartier", "rue":
				return true
			}
		}
		if t.POS == lang.PUNCT || t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			break
		}
	}
	for i := f.npEnd + 1; i+2 < s.End && i <= max(f.npEnd, f.p.to)+6; i++ {
		if r.a.Tokens[i].Norm == "temps" && r.a.Tokens[i+1].Norm == "normal" || r.a.Tokens[i].Norm == "habitude" || r.a.Tokens[i].Norm == "ordinaire" && lang.FullForm(r.a.Tokens[i-1].Norm) == "de" {
			return true // "mobilise 10.000 militaires en temps normal"
		}
	}
	for i := f.npEnd + 1; i+1 < s.End && i <= max(f.npEnd, f.p.to)+4; i++ {
		n := r.a.Tokens[i+1].Norm
		if t := &r.a.Tokens[i]; t.Norm == "chaque" && timeUnits[n] || t.Norm == "tous" && n == "les" && i+2 < s.End && timeUnits[r.a.Tokens[i+2].Norm] || t.Norm == "par" && (n == "an" || n == "jour") {
			return true // "des dizaines de personnes meurent chaque année"
		} else if t.Norm == "," || t.Norm == ";" || t.POS == lang.NUM {
			break
		}
	}
	end := f.npEnd
	if f.saidAlone() {
		end = f.p.to
	}
	if i := end + 1; i+2 < s.End && (r.a.Tokens[i].Norm == "en" && r.a.Tokens[i+1].Norm == "moyenne" || r.a.Tokens[i].Norm == "pour" && r.a.Tokens[i+1].POS == lang.NUM) {
		return true // "douze morts pour mille habitants"
	}
	for i := f.first - 1; i >= s.First && i > f.first-9; i-- {
		switch r.a.Tokens[i].Norm {
		case "tous", "toutes":
			if timeUnits[r.a.Tokens[min(i+2, s.End-1)].Norm] || timeUnits[r.a.Tokens[min(i+3, s.End-1)].Norm] {
				return true // "Tous les ans, on compte"
			}
		case "moyenne":
			if i > s.First && r.a.Tokens[i-1].Norm == "en" {
				return true
			}
		case "chaque":
			return true
		case ";", ":", ".":
			return false
		}
	}
	return false
}

// negated reports whether the figure's own predicate is denied by the report
// itself: "n'a fait aucun mort", "n'ont pas été tués", "ni morts".
func (r *reader) negated(f *finding, s lang.Sent) bool {
	if r.notSoMany(f, s) || r.deniedOver(f, s) {
		return true
	}
	if f.p.finite < 0 || !f.has {
		return false
	}
	ne, pas := false, false
	for i := max(s.First, f.p.finite-2); i < s.End && i <= f.p.finite+3; i++ {
		switch t := &r.a.Tokens[i]; t.Norm {
		case "ne", "n'":
			ne = true
		case "pas", "jamais", "aucunement", "plus":
			pas = true
		default:
			pas = pas || ne && t.Lemma == "pouvoir" && f.measure == claim.Rescued // "n'ont pu être sauvés"
		}
	}
	return ne && pas && f.measure != claim.Missing && r.a.Tokens[f.p.verb].Norm != "pas" // "n'ont pas survécu" tells of dead
}

// notSoMany reports whether the number itself is denied: "il n'y a pas 200 morts",
// "quelques dizaines et non des centaines". "Pas moins de" is a bound.
func (r *reader) notSoMany(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].POS == lang.DET || r.a.Tokens[i].Norm == "de") {
		i--
	}
	if i < s.First {
		return false
	}
	switch r.a.Tokens[i].Norm {
	case "non":
		return i > s.First && (r.a.Tokens[i-1].Norm == "et" || r.a.Tokens[i-1].Norm == "," || r.a.Tokens[i-1].Norm == "mais")
	case "pas":
		if i == s.First || r.a.Tokens[i-1].POS == lang.PUNCT {
			return r.a.Tokens[i+1].Norm != "moins" && (f.noun.measure != "" || f.saidAlone()) // "Pas de 12 morts cette fois"
		}
		for j := i - 1; j >= s.First && j >= i-4; j-- {
			if n := r.a.Tokens[j].Norm; n == "n'" || n == "ne" {
				return true
			}
		}
	}
	return false
}

// sayBehind reports whether an infinitive of saying stands right behind the verb
// at i: what one is able to say is said.
func (r *reader) sayBehind(i, limit int32) bool {
	for j := i + 1; j < limit && j < i+4; j++ {
		if t := &r.a.Tokens[j]; t.Morph.Has(lang.Inf) {
			return r.says(j)
		}
	}
	return false
}

// says reports whether the token at i is a form of a verb of saying.
func (r *reader) says(i int32) bool {
	return voice.IsSaying(r.a.Tokens[i].Norm)
}

// outcomeUnreal reads the verb that an outcome noun depends on: "pourrait faire
// 200 morts", "ferait 12 morts" with si.
func (r *reader) outcomeUnreal(f *finding, s lang.Sent) bool {
	for i := f.first - 1; i >= s.First && i >= f.first-8; i-- {
		t := &r.a.Tokens[i]
		if t.Norm == "," || t.Norm == ";" || t.Norm == ":" || t.Norm == "." {
			return false
		}
		if t.POS == lang.VERB || t.POS == lang.AUX {
			if t.Lemma == "pouvoir" && r.sayBehind(i, f.first) {
				continue // "je peux confirmer que 17 personnes sont mortes"
			}
			if r.unrealVerb(i, i, f.measure, s) {
				return true
			}
			if t.Morph.Has(lang.Inf) && f.noun.measure != "" && !f.has && (t.Lemma == "faire" || t.Lemma == "causer" || t.Lemma == "provoquer" || voice.Treats(t.Lemma)) {
				return !r.accomplished(i, s)
			}
		}
	}
	if i := f.npEnd + 1; !f.has && f.noun.measure == claim.Victims && i < s.End && r.a.Tokens[i].Lemma == "pouvoir" && r.a.Tokens[i].Morph.Has(lang.Cnd) {
		return true // "plusieurs victimes pourraient ne jamais être retrouvées"
	}
	return strings.HasSuffix(strings.TrimRight(r.sentenceText(f.sent), "»\" \n"), "?") && f.quantity.Qualifier == lang.Vague
}

func (r *reader) sentenceText(si int32) string {
	x := r.r.Document.Sentences[si]
	return r.r.Document.Text[x.Start:x.End]
}
