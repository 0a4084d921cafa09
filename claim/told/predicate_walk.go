package told

import (
	"sort"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// The way right from those counted to what is said of them.

// A walk goes right from a noun phrase, looking for its predicate.
type walk struct {
	r        *reader
	c        *counted
	s        lang.Sent
	finite   int32
	auxEtre  bool // a form of être before the participle: passive, or "sont morts"
	auxHave  bool
	self     bool // se, s'
	parens   int  // comma asides passed
	asides   int  // other participles passed
	relative bool
	objects  bool // a noun of its own follows: what comes is no longer about c
}

// step looks at token i; it returns the next token to look at, or the predicate.
func (w *walk) step(i int32) (next int32, p predicate, done, ok bool) {
	r := w.r
	t := &r.a.Tokens[i]
	if p, end, hit := r.idiomAt(i, w); hit {
		p.to = end
		return i, p, true, w.finite < 0 || !w.another()
	}
	switch t.Norm {
	case "\"", "«", "»", "“", "”", "n'", "ne", "pas", "y", "en", "tous", "toutes", "et/ou":
		return i + 1, p, false, false
	case "se", "s'":
		w.self = true
		return i + 1, p, false, false
	case "(":
		return w.past(i, ")"), p, false, false
	case ")":
		return i, p, true, false // the number stands in the bracket, the verb outside
	case ",", "-", "–", "—":
		j, ok := w.aside(i)
		return j, p, !ok, false
	case "dont":
		if end := w.fateUnknown(i); end > i {
			return i, predicate{measure: claim.Missing, only: personOnly, verb: i, to: end, rule: "fate-unknown"}, true, true
		}
		// "Neuf marins dont deux mousses ont disparu"
		if j := w.verbAfter(i); j > 0 && w.finite < 0 {
			return j, p, false, false
		}
		return i, p, true, false
	case "selon", "d'":
		if j := w.pastSource(i); j > i {
			return j, p, false, false // "12.000 personnes selon la CGT, ont marché"
		}
		if t.Norm == "selon" {
			return i, p, true, false
		}
	case ";", ".", ":", "?", "!", "…", "que", "qu'", "où", "mais", "tandis", "lorsque", "quand", "si", "car", "puis", "contre", "après", "pour", "sans":
		return i, p, true, false
	case "qui":
		if w.objects {
			return i, p, true, false
		}
		w.relative = true
		return i + 1, p, false, false
	case "ainsi", "alors":
		if w.finite >= 0 && i+1 < w.s.End && r.a.Tokens[i+1].Norm != "que" && r.a.Tokens[i+1].Norm != "qu'" {
			return i + 1, p, false, false // "ont ainsi été tués", "avaient alors péri"
		}
		return i, p, true, false
	case "et", "ou", "ni":
		if v, hit := r.participleAt(min(i+1, w.s.End-1)); hit && w.auxEtre && r.a.Tokens[i-1].POS == lang.VERB && v.arg&counts != 0 {
			return i + 1, p, false, false // "ont été retrouvées et secourues"
		}
		if t.Norm == "et" && w.goesOn(i) {
			w.auxEtre, w.auxHave, w.self, w.finite = false, false, false, -1
			return i + 1, p, false, false // "ont été heurtés et sont morts"
		}
		if j := w.pastFellows(i); j > i {
			return j, p, false, false // "70 élèves et des enseignants ont été enlevés"
		}
		return i, p, true, false
	}
	if p, done, ok := w.said(i, t); done {
		return i, p, true, ok
	}
	return w.onward(i, t)
}

// said reads the participle or verb at i as one that says what befell those counted;
// done is set where it settles the matter either way.
func (w *walk) said(i int32, t *lang.Token) (p predicate, done, ok bool) {
	r := w.r
	if r.captives && strings.HasPrefix(t.Norm, "retenu") && t.POS != lang.NOUN && !w.auxHave && (w.finite >= 0 || w.agrees(t)) {
		return predicate{measure: claim.Kidnapped, only: personOnly, verb: i, to: i, rule: "predicate-behind"}, true, true
	}
	if hospitalVerbs[t.Lemma] && w.auxEtre && !t.Morph.Has(lang.Fin) && w.r.toHospital(i+1, w.s) {
		return predicate{measure: claim.Hospitalised, only: personOnly, verb: i, to: i, rule: "predicate-behind"}, true, true // "ont été emmenés à l'hôpital"
	}
	if w.self && w.surrender(i) {
		return predicate{measure: claim.Arrested, only: personOnly | knownOnly, verb: i, to: i, rule: "predicate-behind"}, true, true
	}
	if v, hit := r.participleAt(i); hit && (v.measure == claim.Destroyed || v.thing == claim.Destroyed && w.c.noun.thing) && w.orLess(i) {
		return p, true, false // "ont été incendiées ou endommagées"
	}
	if w.blocks(i) {
		return predicate{measure: claim.Participants, only: personOnly, verb: i, to: i, rule: "predicate-behind"}, true, true
	}
	if w.atWork(i) {
		return predicate{measure: claim.Deployed, only: knownOnly, verb: i, to: i, rule: "at-work"}, true, true
	}
	if w.c.noun.thing && w.auxHave && t.Norm == "brûlé" {
		return predicate{measure: claim.Destroyed, only: thingOnly, verb: i, to: i, rule: "predicate-behind"}, true, true
	}
	if v, hit := r.participleAt(i); hit && w.takes(v, t) && !w.tipsOver(t) && !r.otherSense(i, w.s) && (w.finite >= 0 && !w.another() || w.finite < 0 && w.agrees(t)) {
		return w.made(v, i), true, true
	}
	return p, false, false
}

// takes reports whether the participle or finite verb v, in the voice read so
// far, is said of those counted.
func (w *walk) takes(v countVerb, t *lang.Token) bool {
	switch {
	case w.self:
		return v.arg&doers != 0 || v.measure == claim.Deployed || v.measure == claim.Destroyed
	case w.auxEtre:
		return true // passive, or être as auxiliary of mourir
	case w.auxHave:
		return v.arg&doers != 0
	}
	// a bare participle is an adjective: "12 personnes tuées"
	return v.arg&counts != 0 || v.measure == claim.Killed || v.measure == claim.Missing
}

// tipsOver reports whether t says of a vehicle that it turned over, "s'est renversé":
// it need not be lost.
func (w *walk) tipsOver(t *lang.Token) bool { return w.self && t.Lemma == "renverser" }

func (w *walk) made(v countVerb, i int32) predicate {
	return predicate{measure: v.measure, thing: v.thing, only: v.arg & limits, verb: i, to: i,
		manner: v.arg&manner != 0, rule: "predicate-behind"}
}

// onward passes what may stand between a noun and its predicate.
func (w *walk) onward(i int32, t *lang.Token) (next int32, p predicate, done, ok bool) {
	if j := w.pastTime(i); j > i {
		return j, p, false, false // "les marins d'un cargo attendu depuis hier sont portés disparus"
	}
	switch {
	case isBe(t):
		w.auxEtre = true
		if t.Norm != "été" && w.finite < 0 {
			w.finite = i
		}
		return i + 1, p, false, false
	case t.Norm == "avoir" && w.finite < 0 && w.r.a.Tokens[i-1].Norm == "à" && w.r.theyAre(w.c) >= 0:
		w.auxHave, w.finite = true, w.r.theyAre(w.c)
		return i + 1, p, false, false // "ils sont 42 à avoir péri"
	case t.Norm == "avoir":
		// "soupçonné d'avoir allumé le feu": not its auxiliary, nor done to him
		for j := i + 1; j < w.s.End && j < i+14; j++ {
			if x := &w.r.a.Tokens[j]; x.POS == lang.VERB && x.Morph.Has(lang.Part_) {
				return j + 1, p, false, false
			}
		}
		return i + 1, p, false, false
	case isHave(t):
		w.auxHave = true
		if t.Norm != "eu" && w.finite < 0 {
			w.finite = i
		}
		return i + 1, p, false, false
	case w.auxHave && !w.auxEtre && saysSo[t.Lemma]:
		return i, p, true, false // "le préfet avait déclaré": no state
	case isSupport(t):
		if w.finite < 0 && t.Morph.Has(lang.Fin) {
			w.finite = i
		}
		if supportStates[t.Lemma] {
			w.auxEtre = true
		}
		return i + 1, p, false, false
	}
	if v, hit := w.r.v.verbs[t.Lemma]; hit && !w.tipsOver(t) && !w.r.otherSense(i, w.s) && (t.POS == lang.VERB || t.POS == lang.AUX) {
		if w.finite < 0 {
			w.finite = i
		}
		if v.arg&doers != 0 || w.auxEtre && !w.self {
			return i, w.made(v, i), true, true // but "sont parvenus à s'extraire": nobody did it to them
		}
		return i, p, true, false
	}
	switch t.POS {
	case lang.VERB:
		next, done = w.pastVerb(i, t)
		return next, p, done, false
	case lang.AUX:
		return i, p, true, false
	case lang.NOUN, lang.PROPN, lang.PRON:
		next, done = w.pastNoun(i, t)
		return next, p, done, false
	case lang.NUM:
		if j := w.pastMeasure(i); j > i {
			return j, p, false, false // "Une cycliste de 40 ans a péri"
		}
		return i, p, true, false
	}
	return i + 1, p, false, false
}

// pastVerb passes a verb that says nothing of those counted; done where it ends the way.
func (w *walk) pastVerb(i int32, t *lang.Token) (next int32, done bool) {
	// "un homme soupçonné d'avoir allumé le feu a été interpellé"
	if w.auxEtre && !t.Morph.Has(lang.Fin) && w.asides < 1 {
		w.asides++ // "ont été débarqués sains et saufs"
		return i + 1, false
	}
	if t.Morph.Has(lang.Fin) || w.finite >= 0 || w.auxHave || w.self {
		if j := w.mainVerb(i); j > i {
			return j, false // "vingt dockers qui chargeaient un navire ont disparu"
		}
		return i + 1, true
	}
	return i + 1, false
}

// pastNoun passes a noun or pronoun that stands before the predicate; done where it is
// the object of another verb.
func (w *walk) pastNoun(i int32, t *lang.Token) (next int32, done bool) {
	if n := t.Norm; n == "lui" || n == "elle" || n == "eux" || n == "elles" {
		return i + 1, false // "est lui aussi dans un état grave"
	}
	if w.finite < 0 || w.r.locution(i) >= 0 {
		return i + 1, false // "ont en effet été tués"
	}
	if j := w.mainVerb(i); j > i {
		return j, false // "vingt civils qui étaient aux champs ont disparu"
	}
	w.objects = true
	return i, true
}

// theyAre is the verb of "ils sont" right before those counted, -1 where none stands
// there.
func (r *reader) theyAre(c *counted) int32 {
	i := c.first - 1
	for i > 0 && (int(r.a.Tokens[i].Start) >= c.numStart || r.a.Tokens[i].POS == lang.ADV) {
		i--
	}
	if i <= 0 || !isBe(&r.a.Tokens[i]) || r.a.Tokens[i-1].Norm != "ils" && r.a.Tokens[i-1].Norm != "elles" {
		return -1
	}
	return i
}

// mainVerb leaves a relative clause that says nothing of those counted, read up to i, for
// the verb of the clause around it: the next finite one, with no mark and no other
// clause between. It returns i where there is none.
func (w *walk) mainVerb(i int32) int32 {
	if !w.relative || w.objects {
		return i
	}
	for j := i + 1; j < w.s.End && j < i+12; j++ {
		t := &w.r.a.Tokens[j]
		switch t.Norm {
		case "qui", "que", "qu'", "dont", "où", "et", "ou", "mais", "si", "quand", "lorsque":
			return i
		}
		if t.POS == lang.PUNCT || t.POS == lang.SCONJ {
			return i
		}
		if isHave(t) && t.Norm != "avoir" || isBe(t) && t.Norm != "été" && t.Norm != "être" || t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			if w.c.single == pluralForm(t.Norm) {
				return i // another's verb
			}
			w.finite, w.auxEtre, w.auxHave, w.self, w.relative = -1, false, false, false, false
			return j
		}
	}
	return i
}

// pastMeasure is the token behind the age or size that begins with the number at i,
// "8 à 13 ans"; i where it is none.
func (w *walk) pastMeasure(i int32) int32 {
	numbers := w.r.a.Numbers
	k := sort.Search(len(numbers), func(k int) bool { return numbers[k].First >= i })
	if k == len(numbers) || numbers[k].First != i {
		return i
	}
	if j := numbers[k].Last + 1; j < w.s.End && unitNouns[w.r.a.Tokens[j].Norm] {
		return j + 1
	}
	return i
}

// fateUnknown is the end of "dont le sort reste inconnu", "dont on est sans
// nouvelles", "dont on ignore le sort" at i; i where none stands there.
func (w *walk) fateUnknown(i int32) int32 {
	fate := false
	for j := i + 1; j < w.s.End && j < i+10; j++ {
		t := &w.r.a.Tokens[j]
		switch {
		case t.POS == lang.PUNCT:
			return i
		case t.Norm == "sort":
			if fate {
				return j // "ignore le sort"
			}
			fate = true
		case t.Lemma == "ignorer":
			fate = true
		case fate && gapStates[t.Norm], t.Norm == "nouvelles" && w.r.a.Tokens[j-1].Norm == "sans":
			return j
		}
	}
	return i
}

// verbAfter is the next finite verb behind i with no mark between, 0 if none.
func (w *walk) verbAfter(i int32) int32 {
	for j := i + 1; j < w.s.End && j < i+9; j++ {
		t := &w.r.a.Tokens[j]
		if t.POS == lang.PUNCT || t.Norm == "qui" {
			return 0 // "huit patients, dont une personne qui est décédée"
		}
		if isHave(t) || isBe(t) || (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) {
			return j
		}
	}
	return 0
}

// pastTime is the token behind the time expression that i stands in, i if none.
func (w *walk) pastTime(i int32) int32 {
	at := int(w.r.a.Tokens[i].Start)
	for k := range w.r.a.Times {
		x := &w.r.a.Times[k]
		if x.Start > at {
			break
		}
		if at < x.End {
			for i < w.s.End && int(w.r.a.Tokens[i].Start) < x.End {
				i++
			}
			return i
		}
	}
	return i
}

// aside passes what stands between two commas: ", dont 62 grièvement,".
func (w *walk) aside(i int32) (int32, bool) {
	if w.finite >= 0 {
		return i + 1, true // "ont, selon lui, été tuées"
	}
	if w.parens++; w.parens > 2 {
		return i, false
	}
	mark := w.r.a.Tokens[i].Norm
	if i+2 < w.s.End && w.c.oneOf() && w.r.a.Tokens[i+2].Norm == "été" && isHave(&w.r.a.Tokens[i+1]) {
		return i + 1, true // "L'un d'entre eux, aurait été arrêté": a comma too many
	}
	if j, ok := w.bothOf(i); ok {
		return j, true
	}
	if j := w.pastList(i); j > i {
		return j, true
	}
	if i+1 < w.s.End && w.r.a.Tokens[i+1].Norm == "dont" {
		if j := w.unclosed(i + 1); j > 0 {
			return j, true
		}
	}
	for j := i + 1; j < w.s.End && j < i+18; j++ {
		t := &w.r.a.Tokens[j]
		if t.Norm == mark && j+1 < w.s.End {
			if w.stateBehind(i, j+1) {
				return j + 1, true // "douze autres, dont le chauffeur, grièvement blessés"
			}
			if n := &w.r.a.Tokens[j+1]; isBe(n) || isHave(n) || n.POS == lang.VERB || n.POS == lang.AUX || n.Norm == "ne" || n.Norm == "n'" || n.Norm == "se" || n.Norm == "s'" {
				return j + 1, true
			}
			if mark == "," {
				continue // a list inside the aside
			}
			return i, false
		}
		if t.Norm == ";" || t.Norm == ":" {
			break
		}
	}
	if i+1 < w.s.End && w.r.a.Tokens[i+1].Norm == "qui" && !w.objects {
		return i + 1, true // "un gendarme, qui a succombé"
	}
	return i, false
}

// pastSource is the verb behind a source set between number and verb: "selon les
// syndicats, ont marché"; i where there is none.
func (w *walk) pastSource(i int32) int32 {
	if w.finite >= 0 || w.r.a.Tokens[i].Norm == "d'" && (i+1 >= w.s.End || w.r.a.Tokens[i+1].Norm != "après") {
		return i
	}
	for j := i + 1; j+1 < w.s.End && j < i+9; j++ {
		t := &w.r.a.Tokens[j]
		if t.Norm == "," {
			if n := &w.r.a.Tokens[j+1]; isBe(n) || isHave(n) || n.Norm == "se" || n.Norm == "s'" {
				return j + 1
			}
			return i
		}
		if t.POS == lang.PUNCT || t.POS == lang.VERB || t.POS == lang.AUX || t.POS == lang.NUM {
			return i
		}
	}
	return i
}

// unclosed is the verb of the whole behind a part that no comma closes: "25
// personnes, dont deux supplétifs ont été tuées". A bare number has the verb to
// itself ("dont deux ont été tués"), and so has a part that alone agrees with it.
func (w *walk) unclosed(i int32) int32 {
	if i+2 >= w.s.End || w.r.a.Tokens[i+1].POS != lang.NUM && w.r.a.Tokens[i+1].POS != lang.DET {
		return 0
	}
	if n := &w.r.a.Tokens[i+2]; n.POS != lang.NOUN && n.POS != lang.ADJ && n.POS != lang.PROPN {
		return 0
	}
	v := w.verbAfter(i)
	if v <= i+2 || w.c.head < 0 {
		return 0
	}
	if !w.r.a.Tokens[w.c.head].Morph.Has(lang.Fem) {
		return v
	}
	for j := v; j < w.s.End && j < v+5; j++ {
		if p, ok := w.r.participleAt(j); ok && p.arg&counts != 0 {
			if strings.HasSuffix(w.r.a.Tokens[j].Norm, "ées") || strings.HasSuffix(w.r.a.Tokens[j].Norm, "es") {
				return v
			}
			return 0
		}
	}
	return v
}

// surrender reports whether "se sont rendus" at i is said of fighters who give
// themselves up, and not of somebody who went somewhere.
func (w *walk) surrender(i int32) bool {
	if !strings.HasPrefix(w.r.a.Tokens[i].Norm, "rendu") {
		return false
	}
	switch w.c.noun.group {
	case claim.Soldiers, claim.Assailants:
	default:
		return false
	}
	if i+1 >= w.s.End {
		return true
	}
	switch t := &w.r.a.Tokens[i+1]; {
	case t.POS == lang.PUNCT, t.Norm == "depuis", t.Norm == "après", t.Norm == "sans", t.POS == lang.CCONJ:
		return true
	default:
		return w.pastTime(i+1) > i+1
	}
}

// orLess reports whether "ou" behind the participle at i puts something less beside
// it: not all of those counted were ruined.
func (w *walk) orLess(i int32) bool {
	if i+2 >= w.s.End || w.r.a.Tokens[i+1].Norm != "ou" {
		return false
	}
	t := &w.r.a.Tokens[i+2]
	if v, ok := w.r.v.participle(t.Norm); ok && (v.measure == claim.Destroyed || v.thing == claim.Destroyed) {
		return false
	}
	return t.POS == lang.VERB || t.POS == lang.ADJ || t.POS == lang.ADV
}

// past returns the token behind the next mark.
func (w *walk) past(i int32, mark string) int32 {
	for j := i + 1; j < w.s.End; j++ {
		if w.r.a.Tokens[j].Norm == mark {
			return j + 1
		}
	}
	return w.s.End
}

func (r *reader) participleAt(i int32) (countVerb, bool) {
	t := &r.a.Tokens[i]
	if t.POS == lang.DET || t.POS == lang.ADP || t.POS == lang.PUNCT || t.Morph.Has(lang.Fin) && t.POS == lang.VERB && !t.Morph.Has(lang.Past) {
		return countVerb{}, false
	}
	if strings.HasPrefix(t.Norm, "mort") && i > 0 && r.a.Tokens[i-1].Norm == "à" {
		return countVerb{}, false // "condamnés à mort"
	}
	if t.POS == lang.NOUN && i > 0 && !strings.HasPrefix(t.Norm, "décèd") {
		switch p := &r.a.Tokens[i-1]; p.POS {
		case lang.DET, lang.ADJ, lang.NUM, lang.ADP:
			return countVerb{}, false // "d'autres détenus": a noun
		}
	}
	return r.v.participle(t.Norm)
}

func isBe(t *lang.Token) bool {
	switch t.Norm {
	case "été", "est", "sont", "était", "étaient", "serait", "seraient", "être", "fut", "furent", "sera", "seront", "soit", "soient", "étant", "suis", "sommes", "fût":
		return t.POS != lang.NOUN || t.Norm == "été"
	}
	return false
}

func isHave(t *lang.Token) bool {
	switch t.Norm {
	case "a", "ont", "avait", "avaient", "aurait", "auraient", "ait", "aient", "avoir", "eut", "eurent", "aura", "auront", "ayant", "avons", "ai":
		return t.POS == lang.AUX || t.POS == lang.VERB || t.Norm != "a"
	}
	return false
}

// supportStates are verbs after which a participle says a state: "restent
// hospitalisées", "se retrouvent déplacées".
var supportStates = map[string]bool{
	"rester": true, "demeurer": true, "retrouver": true, "trouver": true, "porter": true, "déclarer": true, "laisser": true, "figurer": true, "donner": true, "signaler": true, "voir": true, "tenir": true,
}

// saysSo are support verbs that in the active say something of others.
var saysSo = lang.WordSet("déclarer signaler donner porter laisser voir tenir")

// isSupport reports whether t carries another verb: devoir, pouvoir, venir de.
func isSupport(t *lang.Token) bool {
	if t.POS != lang.VERB && t.POS != lang.AUX && t.POS != lang.ADJ {
		return false
	}
	if supportStates[t.Lemma] {
		return true
	}
	switch t.Lemma {
	case "devoir", "pouvoir", "venir", "continuer", "finir", "faire", "falloir", "commencer", "réussir", "parvenir":
		return true
	}
	return false
}

// gatherings hold those counted without being counted: "un groupe de sept
// randonneurs".
var gatherings = lang.WordSet("groupe groupes famille équipe équipes convoi bande commando équipage total ensemble effectif contingent renfort renforts")

// forceVerbs tell the strength of a force: "une mission qui compte 2 030 soldats".
var forceVerbs = lang.WordSet("compter comporter comprendre aligner regrouper rassembler réunir totaliser")
