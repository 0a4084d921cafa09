package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// single reads one person told of with no number: "une passante a été renversée",
// "l'un de ses gardiens", "son épouse". Whether it is a figure is settled by
// what is said of them.
func (r *reader) single(i int32, s lang.Sent) (counted, bool) {
	t := &r.a.Tokens[i]
	c := counted{sent: t.Sent, quantity: lang.ExactQuantity(1), numStart: int(t.Start), numEnd: int(t.End), first: i, last: i, head: -1, single: true, rule: "one"}
	j := i + 1
	switch t.Norm {
	case "un", "une":
		var whole bool
		if r.oneMore(i, s) || r.nextOne(i, s) {
			c.rule, c.npEnd = "one-more", i
			if r.nextOne(i, s) {
				c.npEnd, c.last, c.numEnd = i+1, i+1, int(r.a.Tokens[i+1].End)
			}
			return c, true
		}
		if j, whole = r.oneOf(&c, i, s); whole && c.first > s.First && (r.a.Tokens[c.first-1].Norm == "selon" || r.a.Tokens[c.first-1].Norm == "après") {
			return c, false // "selon l'un d'entre eux"
		}
		if j < s.End && (r.a.Tokens[j].Norm == "plus" || r.a.Tokens[j].Norm == "moins" || r.a.Tokens[j].Norm == "pires" || r.a.Tokens[j].Norm == "meilleurs") {
			return c, false // "il s'agit d'un des plus graves accidents"
		}
		if whole {
			r.boundBefore(&c, s)
			return c, true
		}
	case "son", "sa", "leur":
		c.rule = "one-possessed"
	case "le", "la", "l'":
		if t.Joined || t.POS != lang.DET {
			return c, false
		}
		c.rule = "one-definite"
	default:
		return c, false
	}
	if c.first > s.First {
		switch r.a.Tokens[c.first-1].Norm {
		case "selon", "après", "par", "comme", "pas":
			return c, false // "selon un nouveau décompte"
		}
	}
	r.boundBefore(&c, s)
	for j < s.End && (skippedAdjective[r.a.Tokens[j].Norm] || strings.HasSuffix(r.a.Tokens[j].Norm, "ième") || strings.HasPrefix(r.a.Tokens[j].Norm, "premi") || r.a.Tokens[j].Norm == "second" || r.a.Tokens[j].Norm == "seconde" || r.a.Tokens[j].Norm == "\"" || r.a.Tokens[j].Norm == "«") {
		j++
	}
	if j >= s.End || r.a.Tokens[j-1].Norm == "\"" && r.numeralAt(j) {
		return c, false // une « trentaine de morts »
	}
	return c, r.person(&c, i, j, s)
}

// boundBefore reads a bound before one person: "au moins une personne".
func (r *reader) boundBefore(c *counted, s lang.Sent) {
	if c.quantity.Qualifier != lang.Exact {
		return
	}
	i := c.first - 1
	if i-1 < s.First || r.a.Tokens[i].Norm != "moins" || r.a.Tokens[i-1].Norm != "le" && r.a.Tokens[i-1].Norm != "au" {
		return
	}
	for i--; i > s.First && r.a.Tokens[i].Joined; i-- {
	}
	if r.surface(i) != "au" {
		return
	}
	c.quantity, c.numStart = lang.Qualify(lang.AtLeast, c.quantity.Value), int(r.a.Tokens[i].Start)
	c.rule += "+" + string(lang.AtLeast)
}

// oneMore reports whether a bare "une" goes on from a number before it: "21
// victimes dans la capitale et une dans le port".
func (r *reader) oneMore(i int32, s lang.Sent) bool {
	if i <= s.First || i+1 >= s.End || r.a.Tokens[i-1].Norm != "et" && r.a.Tokens[i-1].Norm != "," {
		return false
	}
	switch n := &r.a.Tokens[i+1]; {
	case n.Norm == "à" || n.Norm == "en" || n.Norm == "dans" || n.Norm == "au":
	case r.diedOrHurt(i+1, s): // "douze ont été blessés et un est mort"
	default:
		return false
	}
	for j := i - 2; j >= s.First; j-- {
		if r.a.Tokens[j].POS == lang.NUM {
			return i+2 < s.End && r.a.Tokens[i+2].Norm != "un" && r.a.Tokens[i+2].Norm != "une"
		}
	}
	return false
}

// diedOrHurt reports whether "est mort", "a été blessée" stands at i.
func (r *reader) diedOrHurt(i int32, s lang.Sent) bool {
	if !isBe(&r.a.Tokens[i]) && !isHave(&r.a.Tokens[i]) {
		return false
	}
	for j := i + 1; j < s.End && j < i+4; j++ {
		if v, ok := r.participleAt(j); ok {
			return v.measure == claim.Killed || v.measure == claim.Injured
		}
		if !isBe(&r.a.Tokens[j]) && r.a.Tokens[j].POS != lang.ADV {
			return false
		}
	}
	return false
}

// nextOne reports whether "un septième", "une autre" at i is told of with a verb: one
// more of those counted before.
func (r *reader) nextOne(i int32, s lang.Sent) bool {
	if i+2 >= s.End {
		return false
	}
	n := &r.a.Tokens[i+2]
	if strings.HasSuffix(r.a.Tokens[i+1].Norm, "ième") {
		return isBe(n) || isHave(n)
	}
	if r.a.Tokens[i+1].Norm != "autre" {
		return false
	}
	_, harmed := r.participleAt(i + 2)
	return isBe(n) || isHave(n) || n.Norm == "se" || harmed || n.POS == lang.PUNCT && r.harms(i-1, s)
}

// harms reports whether the word at i, or the one before it where i is an adverb, is a
// verb of harm that takes an object: "blessant grièvement un autre".
func (r *reader) harms(i int32, s lang.Sent) bool {
	if i > s.First && r.a.Tokens[i].POS == lang.ADV {
		i--
	}
	if i < s.First {
		return false
	}
	v, ok := r.activeVerb(i)
	return ok && v.arg&counts != 0 && (v.measure == claim.Killed || v.measure == claim.Injured)
}

// oneOf reads "l'un", "un de ses"; it returns where the noun is looked for, and
// whether no noun follows: "l'un d'eux", "l'un est entre la vie et la mort".
func (r *reader) oneOf(c *counted, i int32, s lang.Sent) (j int32, whole bool) {
	j = i + 1
	if i > s.First && r.a.Tokens[i-1].Norm == "l'" {
		c.first, c.numStart = i-1, int(r.a.Tokens[i-1].Start)
	}
	if j+1 >= s.End || r.a.Tokens[j].Norm != "de" && r.a.Tokens[j].Norm != "des" && r.a.Tokens[j].Norm != "d'" {
		c.npEnd = i
		return j, c.first < i
	}
	c.rule = "one-of"
	for j++; j < s.End && (r.a.Tokens[j].Joined || r.a.Tokens[j].POS == lang.DET || r.a.Tokens[j].Norm == "ses" || r.a.Tokens[j].Norm == "leurs"); j++ {
	}
	if j < s.End && (r.a.Tokens[j].Norm == "eux" || r.a.Tokens[j].Norm == "elles" || r.a.Tokens[j].Norm == "entre") {
		c.npEnd = min(j+1, s.End-1)
		return j, true
	}
	return j, false
}

// person reads the noun at j behind the article at i as one person.
func (r *reader) person(c *counted, i, j int32, s lang.Sent) bool {
	article, noun := r.a.Tokens[i].Norm, &r.a.Tokens[j]
	indefinite := article == "un" || article == "une"
	n, ok := r.nounOf(j)
	if indefinite && r.partCue(c, s) && (!ok && noun.POS != lang.NOUN || ok && n.measure != "" && noun.POS != lang.NOUN) {
		c.npEnd = i
		return true // "dont un grave", "dont une en réanimation"
	}
	if !ok && noun.POS == lang.NOUN && indefinite && r.mayBePeople(j) && !gatherings[noun.Norm] {
		c.rule, ok = "one-unknown", true
		if two, _ := lang.TwoGenders("fr", noun.Norm); two {
			c.rule = "one-likely" // "un pyromane", "une alpiniste"
		}
	}
	switch w := noun.Norm; {
	case !ok, n.thing && n.group != claim.Equipment, noun.POS == lang.VERB && n.measure == "", n.measure != "" && r.numberFollows(j+1):
		return false
	case c.rule == "one-definite" && (n.measure != "" || n.thing):
		return false
	case !c.oneOf() && len(w) > 3 && w[len(w)-1] == 's' && w != "corps" && w != "décès" && w != "fils" && w != "gars" && w != "sans-papiers" && !r.demonym(j):
		return false // "un manifestants" is no word; a plural has another article
	case c.rule == "one-possessed" && (n.measure != "" || !kin[w] && !n.worker && n.group != claim.Crew):
		return false
	case w == "couple":
		c.quantity = lang.ExactQuantity(2)
	case article == "une" && n.group == claim.People && !r.demonym(j) && w != "personne" && w != "vie" && w != "âme":
		n.group = claim.Women // "une septuagénaire", "une passante"
	}
	c.head, c.noun, c.known = j, n, c.rule != "one-unknown"
	c.npEnd = r.phraseEnd(j, s)
	return true
}

// oneOf reports whether c is one out of many: "l'un des gardiens".
func (c *counted) oneOf() bool { return c.single && strings.HasPrefix(c.rule, "one-of") }

// numberFollows reports whether "de" at i leads to a number: "une interpellation
// d'environ 130 personnes" counts 130.
func (r *reader) numberFollows(i int32) bool {
	if int(i) >= len(r.a.Tokens) || r.a.Tokens[i].Norm != "de" && r.a.Tokens[i].Norm != "d'" {
		return false
	}
	for k := range r.a.Numbers {
		if n := &r.a.Numbers[k]; n.First > i {
			return n.First <= i+3 && n.Start <= int(r.a.Tokens[i].End)+1
		}
	}
	return false
}

// numeralAt reports whether a numeral starts at token j.
func (r *reader) numeralAt(j int32) bool {
	for k := range r.a.Numbers {
		if n := &r.a.Numbers[k]; n.First >= j {
			return n.First == j
		}
	}
	return false
}

// kin are those told of by whose they are, in the same breath as a figure.
var kin = lang.WordSet("épouse époux femme mari fils fille enfant bébé père mère frère soeur compagne compagnon chauffeur garde interprète passager conjoint conjointe cousin neveu nièce grand-mère grand-père fiancée")

// singleHolds reports whether one person told of with an article is a figure:
// something grave was done to them, and the predicate stands in their clause.
func (r *reader) singleHolds(f *finding) bool {
	if i := f.npEnd + 1; int(i)+1 < len(r.a.Tokens) && r.a.Tokens[i].Norm == "sur" && r.a.Tokens[i+1].POS == lang.NUM {
		return false // "tue une personne sur dix"
	}
	if f.rule == "one-more" {
		return f.measure != claim.Destroyed && f.measure != claim.Participants
	}
	if r.oneOfTheMost(f) {
		return false
	}
	switch f.measure {
	case claim.Killed, claim.Injured, claim.Missing, claim.Arrested, claim.Kidnapped, claim.Hospitalised, claim.Released, claim.Rescued:
		if f.noun.thing {
			return false
		}
	case claim.Victims:
		return f.has && (f.p.rule == "attribute" || f.p.rule == "predicate-idiom" && !r.namedAside(f) && !(f.rule == "one-definite" && r.bearsName(f)))
	case claim.Destroyed:
		return f.noun.thing && f.has
	case claim.Deployed:
		return f.joined && f.rule == "one" && f.known && !f.noun.thing // "quatre géologues et un médecin"
	default:
		return false
	}
	if f.p.finite >= 0 && !f.p.left && !f.shared && !f.joined && pluralForm(r.a.Tokens[f.p.finite].Norm) {
		return false // "une organisation humanitaire ont été tués" is another's verb
	}
	switch f.rule {
	case "one-unknown":
		return f.has && !f.shared && f.p.finite >= 0 && f.p.only&personOnly != 0 && (f.measure == claim.Killed || f.measure == claim.Injured || f.measure == claim.Kidnapped || f.measure == claim.Hospitalised)
	case "one-likely":
		return f.has && !f.shared && f.p.finite >= 0 && f.p.only&personOnly != 0 && f.measure != claim.Missing
	case "one-definite":
		if r.bearsName(f) {
			return false // "Parmi les victimes, la policière Ada Sorel": told by name, not counted
		}
		if i := f.first - 1; i >= 0 && r.a.Tokens[i].POS == lang.ADP && !f.p.left {
			return false // "la Ligue des droits de l'Homme, 120 personnes ont péri"
		}
		if f.p.relative && f.npEnd+1 < f.p.verb && r.a.Tokens[f.npEnd+1].Norm == "qui" {
			return false // "le gardien qui a été tué avait deux filles": which one is meant, told before
		}
		if f.part && (!f.has || f.shared) && r.a.Tokens[max(f.first-1, 0)].Norm == "dont" && r.ownVerb(f) {
			return false // "un bébé dont la mère appelait": whose mother, no part
		}
		return f.part && (r.partCue(&f.counted, r.a.Sents[f.sent]) || f.first > 0 && r.a.Tokens[f.first-1].Norm == "et") || f.shared || f.has && f.p.finite >= 0 && !f.p.left && f.measure == claim.Killed && f.noun.group != claim.People && f.noun.group != claim.OfficialsGroup
	}
	if f.rule == "one-possessed" {
		return f.has
	}
	if f.rule == "one-of" && f.noun.measure != "" && !f.has && !f.part {
		sev, _ := r.severity(f, r.a.Sents[f.sent])
		return sev != "" // "le père d'une des captives", "l'une des enlevées raconte"
	}
	if f.noun.measure != "" {
		return r.outcomeTold(f)
	}
	return f.has || f.part
}

// oneOfTheMost reports whether f is a deed among its like: "l'un des enlèvements les
// plus importants de ces dernières années" counts nobody.
func (r *reader) oneOfTheMost(f *finding) bool {
	if f.head < 0 || r.a.Tokens[f.head].Morph.Has(lang.Sing) {
		return false
	}
	s := r.a.Sents[f.sent]
	for i := f.head + 1; i+1 < min(s.End, f.head+8); i++ {
		switch n := r.a.Tokens[i].Norm; {
		case n == "les" && r.a.Tokens[i+1].Norm == "plus":
			return true
		case n == "," || n == ";":
			return false
		}
	}
	return false
}

// bearsName reports whether the name of a person stands behind the noun of f: "la
// policière Ada Sorel", "le ministre du Travail Ada Sorel".
func (r *reader) bearsName(f *finding) bool {
	i := f.head + 1
	for j := i; f.head >= 0 && int(j) < len(r.a.Tokens) && j <= f.npEnd+1 && r.a.Tokens[j].POS != lang.PUNCT; j++ {
		if n := r.a.NameAt(int(r.a.Tokens[j].Start)); n != nil && n.Kind == lang.Person {
			return true
		}
	}
	return f.head >= 0 && int(i) < len(r.a.Tokens) && r.a.Tokens[i].POS == lang.PROPN && r.a.Tokens[i].Sent == f.sent
}

// namedAside reports whether a name stands between commas before what is said of f: "une
// bergère, Ada Sorel, figure parmi les victimes".
func (r *reader) namedAside(f *finding) bool {
	for i := f.npEnd + 1; i > 0 && i+1 < f.p.verb; i++ {
		if r.a.Tokens[i].Norm == "," && r.a.Tokens[i+1].POS == lang.PROPN {
			return true
		}
	}
	return false
}

// outcomeTold reports whether "un mort", "une victime" is counted: beside
// another figure, after a verb of toll, or a headline; not "une victime raconte".
func (r *reader) outcomeTold(f *finding) bool {
	if s := r.a.Sents[f.sent]; f.first == s.First+1 && r.a.Tokens[s.First].Norm == "pour" {
		return false // "Pour un mort officiel, combien de cachés ?"
	}
	if f.head < 0 {
		return f.has // counted under the noun of another figure
	}
	switch w := r.a.Tokens[f.head].Norm; {
	case w == "mort" && r.a.Tokens[f.first].Norm == "une" && r.numberFollows(f.npEnd+1):
		return false // "une mort atroce de douze mineurs"
	case w == "mort" && r.a.Tokens[f.first].Norm == "une" && !f.has:
		return r.tollVerbBefore(f.first) // "voués à une mort certaine": a death, not one who died
	case deeds[w] && f.has && f.p.rule == "action-noun":
		return false // "d'un enlèvement à l'autre": no one's enlèvement
	case deeds[w], w == "garde", w == "victime", w == "otage", w == "corps", w == "cadavre", w == "réfugié", w == "décès":
		return f.has || r.tollVerbBefore(f.first) || r.found(f)
	}
	return true
}

// found reports whether the body told of was found: "un corps a été découvert".
func (r *reader) found(f *finding) bool {
	s := r.a.Sents[f.sent]
	for i := f.npEnd + 1; i < s.End && i < f.npEnd+6; i++ {
		switch t := &r.a.Tokens[i]; {
		case t.POS == lang.PUNCT:
			return false
		case foundBodies[t.Lemma]:
			return r.beBefore(i) && bodies[r.a.Tokens[f.head].Norm]
		}
	}
	return false
}

// foundBodies are what is done with bodies that come to light.
var foundBodies = lang.WordSet("découvrir retrouver repêcher extraire remonter localiser")

// deeds are outcome nouns that name what was done and nobody it was done to: one of
// them counts somebody only where a verb of tolls tells it.
var deeds = lang.WordSet("enlèvement kidnapping rapt assassinat meurtre homicide féminicide disparition libération arrestation interpellation incarcération évacuation hospitalisation noyade")

func pluralForm(norm string) bool { return strings.HasSuffix(norm, "nt") }

func (r *reader) tollVerbBefore(i int32) bool {
	s := r.a.Sents[r.a.Tokens[i].Sent]
	for j := i - 1; j >= s.First && j > i-6; j-- {
		switch r.a.Tokens[j].Lemma {
		case "faire", "causer", "déplorer", "compter", "recenser", "dénombrer", "provoquer", "signaler", "enregistrer", "notifier", "rapporter", "entraîner", "retrouver", "découvrir", "procéder", "opérer", "effectuer", "annoncer", "confirmer":
			return true
		}
	}
	return false
}
