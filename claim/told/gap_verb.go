package told

import (
	"strings"

	"recoupe/claim/voice"
	"recoupe/lang"
)

// A lead says what makes a verb of giving or knowing one of lack.
type lead uint8

const (
	noLead    lead = iota
	denial         // "n'a pas communiqué"
	privation      // "sans préciser"
	refusal        // "a refusé de dire"
	early          // "trop tôt pour dresser", "impossible de savoir"
	demand         // "exige de connaître"
	coming         // "devait être communiqué", "sera publié"
)

// A verbChain is the words that lead to a verb: "n'étaient pas encore en mesure
// de".
type verbChain struct {
	first   int32 // the first of them: "ne", "sans", "refuse"
	lead    lead
	passive bool
	can     bool // a verb of ability stands in it: "n'a pu établir"
	clitic  bool // "ne le connaît pas"
	wish    bool // "n'a pas souhaité réagir"
}

// chainOf reads back from the verb at v to what denies it.
func (r *reader) chainOf(v int32, s lang.Sent) (c verbChain, ok bool) {
	if f := r.spokenNot(v, s); f >= 0 {
		return verbChain{first: f, lead: denial}, true
	}
	nearest := true
	for j := v - 1; j >= s.First && j > v-16; j-- {
		t := &r.a.Tokens[j]
		switch {
		case isNot(t.Norm):
			future := c.lead == coming && c.passive
			c.first, c.lead = j, denial
			if !r.hasNot(&c, v, s) && future {
				c.lead = coming // "ne sera connu qu'après la décrue"
				return c, true
			}
			return c, r.hasNot(&c, v, s)
		case t.Norm == "sans":
			c.first, c.lead = j, privation
			return c, true
		case refusals[t.Lemma] || t.Norm == "refusé" || t.Norm == "refusée" || t.Norm == "refusés":
			if l := t.Lemma; (l == "garder" || l == "abstenir") && !r.a.WordBefore(j, s.First, 3, "s'") && !r.a.WordBefore(j, s.First, 3, "se") {
				return c, false
			}
			if l := t.Lemma; (l == "peiner" || l == "tarder") && (r.a.WordBefore(j, s.First, 2, "ne") || r.a.WordBefore(j, s.First, 2, "n'")) {
				return c, false // "ne tardera pas à confirmer"
			}
			c.first, c.lead = j, refusal
			if t.Lemma == "peiner" || t.Lemma == "tarder" {
				c.lead = early // they would, and cannot yet
			}
			return c, true
		case t.Norm == "tôt" && (r.a.WordBefore(j, s.First, 2, "trop") || r.a.WordBefore(j, s.First, 2, "encore")), t.Norm == "prématuré", t.Norm == "impossible", strings.HasPrefix(t.Norm, "incapable") && !isNot(r.a.Tokens[max(j-2, s.First)].Norm), t.Norm == "difficile", t.Norm == "délicat":
			c.first, c.lead = j, early
			return c, r.a.Tokens[j+1].Norm != "à" || r.a.Tokens[j+2].POS != lang.VERB
		case demands[t.Lemma] && t.POS == lang.VERB:
			c.first, c.lead = j, demand
			return c, true
		case t.POS == lang.AUX || t.Lemma == "être" || t.Lemma == "avoir":
			if nearest && t.Lemma == "être" {
				c.passive = true
			}
			nearest = false
			if t.Morph.Has(lang.Fut) && t.Lemma == "être" {
				c.first, c.lead = j, coming
			}
		case between[t.Lemma] || between[t.Norm]:
			c.can = c.can || t.Lemma == "pouvoir" || t.Norm == "pu"
			c.wish = c.wish || t.Lemma == "vouloir" || t.Lemma == "souhaiter" || t.Lemma == "désirer" || t.Norm == "souhaité" || t.Norm == "voulu"
			if t.Lemma == "devoir" {
				c.first, c.lead = j, coming
			}
		case t.POS == lang.ADV || t.POS == lang.PRON && voice.Clitics[lang.FullForm(t.Norm)]:
			c.passive = c.passive && t.Norm != "s'" && t.Norm != "se" // "ne s'est pas expliqué"
			c.clitic = c.clitic || t.POS == lang.PRON && (t.Norm == "le" || t.Norm == "l'" || t.Norm == "la" || t.Norm == "les" || t.Norm == "en")
		case t.Norm == "l'" && j == v-1, t.Norm == "le" && j == v-1, t.Norm == "la" && j == v-1:
			c.clitic = true
		case t.POS == lang.ADP || t.POS == lang.DET || t.Norm == "," && r.adverbialBefore(j, s) || adverbials[t.Norm] || voice.TimeWords[t.Norm] || notWords[t.Norm]:
		case t.Norm == "il", lang.FullForm(t.Norm) == "que" && j > s.First && r.a.Tokens[j-1].Norm == "sans": // "sans qu'il soit possible de savoir"
		case t.POS == lang.NOUN && j-2 >= s.First && r.a.Tokens[j-2].Norm == "pour":
			j -= 2 // "impossible pour les enquêteurs de savoir"
		default:
			return c, c.lead == coming && c.passive || r.askedTo(&c, v, s)
		}
	}
	return c, c.lead == coming && c.passive || r.askedTo(&c, v, s)
}

// spokenNot is the finite verb of the chain of v where it is denied with no "ne", as
// people speak: "On sait pas combien ils sont", "on a aucune idée"; -1 if it is not.
func (r *reader) spokenNot(v int32, s lang.Sent) int32 {
	for f := v; f > s.First && f > v-4; f-- {
		t := &r.a.Tokens[f]
		if !t.Morph.Has(lang.Fin) || f+1 >= s.End {
			continue
		}
		switch r.a.Tokens[f-1].Norm {
		case "on", "je", "j'", "nous", "ils":
			if n := r.a.Tokens[f+1].Norm; n == "pas" || n == "aucune" || n == "aucun" || n == "rien" {
				return f
			}
		}
		return -1
	}
	return -1
}

// askedTo reads "demande aux autorités de publier": the verb at v is what
// somebody is asked to do.
func (r *reader) askedTo(c *verbChain, v int32, s lang.Sent) bool {
	if v <= s.First || !r.a.Tokens[v].Morph.Has(lang.Inf) {
		return false
	}
	if n := lang.FullForm(r.a.Tokens[v-1].Norm); n != "de" && n != "à" {
		return false
	}
	for j := v - 2; j >= s.First && j > v-10; j-- {
		t := &r.a.Tokens[j]
		if demands[t.Lemma] || urges[t.Lemma] {
			c.first, c.lead = j, demand
			return true
		}
		if t.POS == lang.PUNCT || t.POS == lang.VERB {
			return false
		}
	}
	return false
}

// adverbialBefore reports whether the comma at j closes or opens a set phrase
// of time within the verb group: "n'a, à ce stade, pas donné".
func (r *reader) adverbialBefore(j int32, s lang.Sent) bool {
	if j > s.First && r.a.Tokens[j-1].POS == lang.ADV || j+1 < s.End && r.a.Tokens[j+1].POS == lang.ADV {
		return true // ", donc,"
	}
	for k := j - 1; k >= s.First && k > j-5; k-- {
		if n := r.a.Tokens[k].Norm; adverbials[n] || voice.TimeWords[n] {
			return true
		}
	}
	for k := j + 1; k < s.End && k < j+5; k++ {
		if n := r.a.Tokens[k].Norm; adverbials[n] || voice.TimeWords[n] {
			return true
		}
	}
	return false
}

// hasNot reports whether a word of negation goes with the "ne" of c: not "ne
// donne que".
func (r *reader) hasNot(c *verbChain, v int32, s lang.Sent) bool {
	if c.can && !r.onlySo(v, s) || r.a.Tokens[v].Lemma == "savoir" && v+1 < s.End && (openWords[r.a.Tokens[v+1].Norm] || r.a.Tokens[v+1].Norm == "trop") {
		return true // "on ne sait comment", "on ne sait trop"
	}
	for j := c.first + 1; j < s.End && j < max(v+7, c.first+4); j++ {
		t := &r.a.Tokens[j]
		if notWords[t.Norm] {
			return true
		}
		if j > v && (t.POS == lang.PUNCT && !r.adverbialBefore(j, s) || t.Norm == "que" && j == v+1) {
			break
		}
	}
	for j := c.first - 1; j >= s.First && j > c.first-14; j-- {
		switch t := &r.a.Tokens[j]; {
		case t.Norm == "aucun" || t.Norm == "aucune" || t.Norm == "nul" || t.Norm == "nulle" || t.Norm == "personne" && t.POS != lang.NOUN || t.Norm == "personne" && j == c.first-1 || t.Norm == "rien" || t.Norm == "ni":
			return true
		case r.adjectival(j, s):
		case t.Norm == ";" || t.POS == lang.VERB && t.Morph.Has(lang.Fin):
			return false
		}
	}
	return false
}

// onlySo reports whether "que" and a number behind the verb at v say how far it goes:
// "n'a pu confirmer que cinq décès".
func (r *reader) onlySo(v int32, s lang.Sent) bool {
	if v+2 >= s.End || lang.FullForm(r.a.Tokens[v+1].Norm) != "que" || !r.numeralAt(v+2) {
		return false
	}
	for j := v + 3; j < s.End; j++ {
		switch t := &r.a.Tokens[j]; {
		case t.POS == lang.PUNCT, t.Norm == "qui", t.Norm == "dont":
			return true
		case (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin):
			return false // "n'a pu confirmer que douze marins étaient morts"
		}
	}
	return true
}

// denied reads the lack that the verb at v tells of, of class k.
func (r *reader) denied(v int32, k gapVerb, s lang.Sent) (lack, bool) {
	c, ok := r.chainOf(v, s)
	if !ok || c.lead == noLead {
		if r.unableFor(&c, v, k, s) {
			if x, ok := r.notGiven(v, k, &c, s); ok || k != confirms {
				return x, ok
			}
			return r.lackOf(&c, v, -1, s), true // "n'a pu se rendre sur place pour vérifier"
		}
		if x, ok := r.longBefore(v, k, s); ok {
			return x, true
		}
		if !r.longUntil(&c, v, s) {
			return lack{}, false
		}
	}
	switch k {
	case answers:
		return r.unanswered(v, &c, s)
	case comments:
		plain := r.a.Tokens[v].Lemma == "commenter" || r.a.Tokens[v].Lemma == "spéculer"
		if c.lead == denial || c.lead == refusal || c.lead == privation && plain {
			return r.lackOf(&c, v, -1, s), plain || r.speaksOut(v, s)
		}
		return lack{}, false
	case owns:
		return r.lackOf(&c, v, -1, s), c.lead == denial
	case named:
		return r.unnamed(v, &c, s)
	case vouches:
		if l := r.a.Tokens[v].Lemma; c.lead == denial && (l == "affirmer" || l == "certifier" || l == "conclure") && (c.can || r.a.WordBefore(v, s.First, 3, "possible") || r.permitted(v, s)) && v+1 < s.End && lang.FullForm(r.a.Tokens[v+1].Norm) == "que" {
			return r.lackOf(&c, v, v+1, s), true // "il n'est pas possible d'affirmer que"
		}
		return r.lackOf(&c, v, -1, s), c.lead == denial && c.clitic && c.can
	}
	return r.notGiven(v, k, &c, s)
}

// notGiven reads a denied verb of giving, knowing or having with its thing.
func (r *reader) notGiven(v int32, k gapVerb, c *verbChain, s lang.Sent) (lack, bool) {
	if k == has && c.lead != denial || c.lead == coming && k != gives && r.a.Tokens[v].Lemma != "connaître" || (c.lead == demand || c.lead == coming) && k == confirms {
		return lack{}, false
	}
	if k == has && v+3 < s.End && r.a.Tokens[v+2].Norm == "idée" && notWords[r.a.Tokens[v+1].Norm] {
		if o, _ := r.objectOf(v+2, knows, s); o >= 0 {
			return r.lackOf(c, v, o, s), true // "n'ont aucune idée de ce qui s'est passé"
		}
	}
	o, open := r.objectOf(v, k, s)
	if o >= 0 && !r.takes(v, k, o, open, c, s) {
		o = -1
	}
	if o < 0 && (k == knows || k == gives) {
		if x, ok := r.attributeLack(v, c, s); ok {
			return x, true
		}
	}
	if o >= 0 && c.lead != coming {
		x := r.lackOf(c, v, o, s)
		x.back = k == confirms
		return x, true
	}
	if c.passive && !r.a.Tokens[v].Morph.Has(lang.Inf) || r.a.Tokens[v].POS == lang.ADJ || r.a.Tokens[v].Norm == "disponible" || r.a.Tokens[v].Lemma == "filtrer" || r.a.Tokens[v].Lemma == "exister" || r.a.Tokens[v].Lemma == "parvenir" {
		h := r.subjectThing(v, c.first, k, s)
		if h < 0 && r.a.Tokens[v].Lemma == "filtrer" && r.nothing(c.first, v, s) {
			return r.lackOf(c, v, -1, s), true // "rien n'a filtré"
		}
		if at := r.asserted(v, c, s); h < 0 && k == knows && at >= 0 {
			x := r.lackOf(c, v, at, s)
			x.end = at
			return x, true
		}
		if h < 0 && k == confirms && (r.a.WordBefore(v, s.First, 1, "ni") || r.nothing(c.first, v, s) || r.thisNot(c.first, s)) {
			return r.lackOf(c, v, -1, s), true // "n'est ni confirmée ni exclue", "rien n'est confirmé"
		}
		if h >= 0 && settled[r.a.Tokens[v].Lemma] && r.thingAt(h) != tollThing {
			return lack{}, false // "l'auteur n'a pas été arrêté"
		}
		if h < 0 || c.lead == coming && things[r.a.Tokens[h].Norm] != tollThing {
			return lack{}, false
		}
		x := lack{first: r.nounStart(h, s), last: max(v, h), topic: h, end: max(h, c.first-1)}
		if n := r.a.Tokens[x.first].Norm; x.first > s.First && (n == "aucun" || n == "aucune") && r.a.Tokens[x.first-1].Norm == "," {
			x.first = r.clauseStart(x.first, s)
		}
		return x, true
	}
	return r.bareLack(v, k, c, s)
}

func boolInt(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// lackOf makes the lack of the verb at v and its thing at o, -1 if not named.
func (r *reader) lackOf(c *verbChain, v, o int32, s lang.Sent) lack {
	x := lack{first: c.first, last: v, topic: o, end: o}
	if c.lead == denial || c.lead == early {
		x.first = r.clauseStart(c.first, s)
	}
	if o > v {
		x.end = r.phraseOf(o, s)
		x.last = x.end
	} else if o >= 0 {
		x.end = r.phraseOf(o, s)
	}
	return x
}

// openWords begin what is asked: "combien de", "si", "pourquoi".
var openWords = lang.WordSet("combien si pourquoi comment où qui quand quel quelle quels quelles lequel laquelle lesquels")

// unnamed reads "le pilote n'a pas été identifié", "n'a pas identifié l'auteur".
func (r *reader) unnamed(v int32, c *verbChain, s lang.Sent) (lack, bool) {
	if c.lead != denial || r.mayNever(c, v) {
		return lack{}, false
	}
	x := r.lackOf(c, v, -1, s)
	if c.passive {
		if x.first == c.first && x.first > s.First && x.first-s.First < 24 {
			x.first = s.First // "Les ravisseurs, qui étaient masqués, n'ont"
		}
		x.topic, x.end = x.first, max(x.first, c.first-1)
		return x, x.first < c.first
	}
	for j := v + 1; j < s.End && j < v+7; j++ {
		if r.a.Tokens[j].POS == lang.NOUN && !adverbials[r.a.Tokens[j].Norm] && !voice.TimeWords[r.a.Tokens[j].Norm] {
			x.topic, x.end, x.last = j, r.phraseOf(j, s), r.phraseOf(j, s)
			return x, true
		}
	}
	return x, false
}

// mayNever reports whether the verb at v is denied of what may come to pass:
// "certaines victimes pourraient ne jamais être identifiées".
func (r *reader) mayNever(c *verbChain, v int32) bool {
	for j := max(c.first-3, 0); j < v; j++ {
		if t := &r.a.Tokens[j]; t.Lemma == "pouvoir" && t.Morph.Has(lang.Cnd) {
			return true
		}
	}
	return false
}

// unanswered reads "n'a pas répondu à nos questions", "Contacté, il n'a pas
// réagi"; shots and calls from the tower go unanswered too, and are no gap.
func (r *reader) unanswered(v int32, c *verbChain, s lang.Sent) (lack, bool) {
	x := r.lackOf(c, v, -1, s)
	if c.lead == coming || c.lead == demand || c.lead == privation {
		return x, false
	}
	if topic, ok := r.askedAbout(c.first, s); ok && x.topic < 0 && topic >= 0 {
		x.topic, x.end = topic, r.phraseOf(topic, s)
		return x, true
	}
	for j := v + 1; j < s.End && j < v+9; j++ {
		n := r.a.Tokens[j].Norm
		if n == "." || n == ";" {
			break
		}
		if askers[n] || n == "appels" && (r.a.Tokens[j-1].Norm == "nos" || r.a.Tokens[j-1].Norm == "ses") || n == "appel" && r.a.Tokens[j-1].Norm == "notre" {
			x.last = j
			if x.topic = r.tollBehind(j, s); x.topic >= 0 {
				x.end = r.phraseOf(x.topic, s)
			}
			return x, true
		}
	}
	if r.a.Tokens[v].Norm == "joignable" || r.a.Tokens[v].Norm == "joignables" {
		return x, true
	}
	if r.a.Tokens[v].Lemma == "décrocher" {
		return x, r.a.Child(v, lang.Obj) < 0 && r.a.WordBefore(c.first, s.First, 2, "personne")
	}
	return x, r.wasReached(s, v) || r.atOnce(v, s) || c.wish && r.a.Tokens[v].Lemma == "réagir"
}

// wasReached reports whether the sentence says before i that a newsroom asked.
func (r *reader) wasReached(s lang.Sent, i int32) bool {
	for j := s.First; j < i; j++ {
		if reached[r.a.Tokens[j].Norm] {
			return true
		}
	}
	return false
}

// atOnce reports whether the verb at v is said to wait: "dans l'immédiat".
func (r *reader) atOnce(v int32, s lang.Sent) bool {
	for j := max(s.First, v-6); j < s.End && j < v+6; j++ {
		switch r.a.Tokens[j].Norm {
		case "immédiat", "immédiatement", "publiquement", "officiellement":
			return true
		case "heure", "instant", "moment", "stade":
			if j > s.First+1 {
				if n := r.a.Tokens[j-2].Norm; n == "pour" || n == "à" {
					return true
				}
			}
		}
	}
	return false
}

// tollBehind is the number a question is about: "aux questions sur le nombre
// de morts"; -1 if none.
func (r *reader) tollBehind(j int32, s lang.Sent) int32 {
	for k := j + 1; k < s.End && k < j+8; k++ {
		if r.a.Tokens[k].POS == lang.PUNCT {
			break
		}
		if r.thingAt(k) == tollThing {
			return k
		}
	}
	return -1
}

// noReply reads "n'a pas donné suite à nos sollicitations".
func (r *reader) noReply(i int32, s lang.Sent) (lack, bool) {
	v := i - 1
	if v < s.First || r.a.Tokens[v].Lemma != "donner" && r.a.Tokens[v].Norm != "donné" {
		return lack{}, false
	}
	c, ok := r.chainOf(v, s)
	if !ok || c.lead != denial {
		return lack{}, false
	}
	x, ok := r.unanswered(v, &c, s)
	x.last = max(x.last, i)
	return x, ok
}
