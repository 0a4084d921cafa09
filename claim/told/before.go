package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/claim/voice"
	"recoupe/lang"
)

// The predicate that stands before those counted: "a tué 12 personnes", "la mort
// de dix-sept personnes".

// afterQuote reports whether the verb at i opens the words behind a quotation, as one
// of saying does: « Il n'est pas rentré », pleure une voisine.
func (r *reader) afterQuote(i int32, s lang.Sent) bool {
	return i-2 >= s.First && r.a.Tokens[i-1].Norm == "," && lang.IsQuoteMark(r.a.Tokens[i-2].Norm)
}

// takenIn reads what is no verb of harm but one of care: "n'ont reçu que dix
// blessés" said of a hospital, "a pris en charge neuf naufragés", "mettre 240
// campeurs en sûreté".
func (r *reader) takenIn(c *counted, i int32, s lang.Sent) (predicate, bool) {
	t := &r.a.Tokens[i]
	p := predicate{only: personOnly | knownOnly, verb: i, from: i, to: i, left: true, finite: r.finiteOf(i, s), rule: "taken-in"}
	if m, ok := r.framed(c, i, s); ok {
		p.measure = m
		return p, true
	}
	switch {
	case r.held(c, i):
		p.measure = claim.Kidnapped
	case hospitalVerbs[t.Lemma] && r.toHospital(c.npEnd+1, s):
		p.measure = claim.Hospitalised
	case t.Lemma == "recevoir" && r.toMorgue(c.npEnd+1, s):
		p.measure = claim.Killed
	case t.POS == lang.VERB && voice.Treats(t.Lemma) && r.hospitalBefore(i, s):
		p.measure = claim.Hospitalised
	case t.Norm == "charge" && i-2 >= s.First && r.a.Tokens[i-1].Norm == "en" && r.a.Tokens[i-2].Lemma == "prendre" && saved(c.noun, r.a.Tokens[max(c.head, 0)].Norm):
		p.measure, p.verb, p.from = claim.Rescued, i-2, i-2
	case t.Norm == "sortir" && c.noun.group != "" && c.npEnd+1 < s.End && r.surface(c.npEnd+1) != "à" && strings.HasPrefix(r.a.Tokens[c.npEnd+1].Norm, "d"):
		p.measure = claim.Rescued // "ont réussi à sortir 50 personnes de leurs maisons"
	case (t.Lemma == "prendre" || t.Lemma == "placer" || t.Lemma == "mettre") && r.putInto(c, s) != "":
		p.measure = r.putInto(c, s)
	case t.Lemma == "mettre" && r.toSafety(c.npEnd+1, s):
		p.measure = claim.Evacuated
	default:
		return predicate{}, false
	}
	return p, true
}

// putInto is what those counted are put into by the words behind them, an aside
// between: "a placé neuf personnes, dont le patron, en garde à vue"; "" for neither
// custody nor captivity.
func (r *reader) putInto(c *counted, s lang.Sent) claim.Measure {
	i := c.npEnd + 1
	if i < s.End && r.a.Tokens[i].Norm == "," {
		for i++; i < s.End && i < c.npEnd+12 && r.a.Tokens[i].Norm != ","; i++ {
		}
		i++
	}
	if i+1 >= s.End {
		return ""
	}
	switch n := r.a.Tokens[i+1].Norm; {
	case r.a.Tokens[i].Norm == "en" && strings.HasPrefix(n, "otage"):
		return claim.Kidnapped
	case r.a.Tokens[i].Norm == "en" && (n == "garde" || n == "garde-à-vue" || n == "détention" || n == "prison"), r.a.Tokens[i].Norm == "sous" && (n == "mandat" || n == "écrou"):
		return claim.Arrested
	}
	return ""
}

// alongWith reads "avec" at i behind what befell somebody: "est mort avec deux de ses
// lieutenants", "a été enlevé mardi avec trois collaborateurs".
func (r *reader) alongWith(i int32, s lang.Sent) (predicate, bool) {
	if r.a.Tokens[i].Norm != "avec" {
		return predicate{}, false
	}
	j := i - 1
	for j > s.First && (r.a.Tokens[j].POS == lang.ADV || r.a.TimeAt(int(r.a.Tokens[j].Start)) != nil) {
		j--
	}
	if j <= s.First {
		return predicate{}, false
	}
	v, ok := r.participleAt(j)
	if !ok || !r.beBefore(j) || v.arg&thingOnly != 0 {
		return predicate{}, false
	}
	switch v.measure {
	case claim.Killed, claim.Injured, claim.Kidnapped, claim.Arrested, claim.Released, claim.Rescued, claim.Missing:
	default:
		return predicate{}, false
	}
	return predicate{measure: v.measure, only: personOnly | knownOnly, verb: j, from: j, to: j, left: true, finite: r.finiteOf(j, s), rule: "along-with"}, true
}

// aimedAt is the measure of the deed that the verb at i says whom it fell on: "une
// vague d'arrestations a visé huit ministres"; "" where it says no such thing.
func (r *reader) aimedAt(i int32, s lang.Sent) claim.Measure {
	switch r.a.Tokens[i].Lemma {
	case "viser", "toucher", "concerner", "frapper":
	default:
		return ""
	}
	for j := s.First; j < i; j++ {
		if t := &r.a.Tokens[j]; t.Rel == lang.Nsubj && t.Head == i {
			for k := j; k < min(i, j+4); k++ {
				if m, ok := r.actionAt(&r.a.Tokens[k]); ok && (k == j || r.a.Tokens[k].Head == j) && (m == claim.Arrested || m == claim.Kidnapped) {
					return m
				}
			}
		}
	}
	return ""
}

// hospitalVerbs bring people where "à l'hôpital" says.
var hospitalVerbs = lang.WordSet("envoyer transporter conduire transférer emmener acheminer évacuer admettre diriger")

// toHospital reports whether "à l'hôpital", "vers plusieurs cliniques" begins at i.
func (r *reader) toHospital(i int32, s lang.Sent) bool {
	if i >= s.End {
		return false
	}
	switch r.a.Tokens[i].Norm {
	case "à", "vers", "dans", "aux", "au":
	default:
		return false
	}
	for j := i + 1; j < s.End && j < i+5; j++ {
		switch r.a.Tokens[j].Norm {
		case "hôpital", "hôpitaux", "clinique", "cliniques", "urgences", "dispensaire":
			return true
		}
	}
	return false
}

// toMorgue reports whether "à la morgue" stands at i: "nous avons reçu douze enfants à
// la morgue".
func (r *reader) toMorgue(i int32, s lang.Sent) bool {
	return i+2 < s.End && (r.a.Tokens[i].Norm == "à" || r.a.Tokens[i].Norm == "dans") && strings.HasPrefix(r.a.Tokens[i+2].Norm, "morgue")
}

// saved reports whether those counted are out at sea: whoever takes charge of
// them saves them.
func saved(n countNoun, noun string) bool {
	return n.group == claim.Migrants || strings.HasPrefix(noun, "naufragé")
}

// toSafety reports whether "en sûreté", "en sécurité", "à l'abri" stands at i.
func (r *reader) toSafety(i int32, s lang.Sent) bool {
	if i+1 >= s.End {
		return false
	}
	switch r.a.Tokens[i].Norm {
	case "en":
		return r.a.Tokens[i+1].Norm == "sûreté" || r.a.Tokens[i+1].Norm == "sécurité"
	case "à":
		return i+2 < s.End && r.a.Tokens[i+2].Norm == "abri"
	}
	return false
}

// hospitalBefore reports whether the subject of the verb at i is a place or
// person of care.
func (r *reader) hospitalBefore(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-18; j-- {
		switch r.a.Tokens[j].Norm {
		case ";", ":", ".", "que", "qui":
			return false
		case "hôpital", "hôpitaux", "urgences", "clinique", "cliniques", "chu", "dispensaire", "chirurgien", "chirurgiens", "médecin", "médecins", "établissement", "établissements", "maternité":
			return true
		}
	}
	return false
}

// actionOf is what a noun of action may govern: only what stands is destroyed.
func actionOf(m claim.Measure) argument {
	switch m {
	case claim.Destroyed:
		return thingOnly | knownOnly
	case claim.Deployed:
		return knownOnly
	}
	return 0
}

// nounBefore reports whether "des" at i hangs on a noun: "la mort des milliers".
func (r *reader) nounBefore(i int32, s lang.Sent) bool {
	if i <= s.First {
		return false
	}
	if _, ok := r.activeVerb(i - 1); ok {
		return false
	}
	p := &r.a.Tokens[i-1]
	return p.POS == lang.NOUN || p.POS == lang.PROPN
}

// adverbial reports whether the noun at i stands in an expression of time or
// place between a verb and its object: "a tué mercredi 12 personnes".
func (r *reader) adverbial(i int32) bool {
	t := &r.a.Tokens[i]
	for k := range r.a.Times {
		if x := &r.a.Times[k]; x.Start <= int(t.Start) && int(t.End) <= x.End {
			return true
		}
	}
	return t.POS == lang.PROPN && i > 0 && r.a.Tokens[i-1].POS == lang.ADP
}

// circumstanceStart is the preposition of the phrase of place or manner that
// ends with the noun at i; 0 if there is none.
func (r *reader) circumstanceStart(i int32, s lang.Sent) int32 {
	for j := i - 1; j >= s.First && j >= i-3; j-- {
		switch t := &r.a.Tokens[j]; {
		case t.Norm == "un" || t.Norm == "une":
			return 0 // "dans une province de 3 millions d'habitants": its size
		case t.Norm == "à" || t.Norm == "en" || t.Norm == "dans" || t.Norm == "sur" || t.Norm == "sous" || t.Norm == "sans":
			return j
		case t.POS == lang.DET || t.Joined || t.POS == lang.ADJ:
		default:
			return 0
		}
	}
	return 0
}

func (r *reader) actionAt(t *lang.Token) (claim.Measure, bool) {
	if t.Norm == "morts" {
		return "", false // those who died, told of already
	}
	for _, w := range []string{t.Norm, t.Lemma} {
		if m, ok := r.v.actions[w]; ok {
			return m, true
		}
	}
	m, ok := anyForm(r.v.actions, t.Norm)
	if !ok && (t.Norm == "corps" || t.Norm == "dépouille" || t.Norm == "dépouilles" || t.Norm == "cadavre" || t.Norm == "cadavres") {
		return claim.Killed, true
	}
	return m, ok
}

// activeVerb reads the word at i as a verb that takes an object.
func (r *reader) activeVerb(i int32) (countVerb, bool) {
	t := &r.a.Tokens[i]
	if t.Norm == "tue" || t.Norm == "tuent" || t.Norm == "tuant" {
		return r.v.verbs["tuer"], true // taggers take "tue" for many things
	}
	if t.Norm == "blessant" {
		return r.v.verbs["blesser"], true // and "blessant" for an adjective
	}
	if t.POS != lang.VERB && t.POS != lang.AUX && !(t.POS == lang.ADJ || t.POS == lang.NOUN || t.POS == lang.X) {
		return countVerb{}, false
	}
	if v, ok := r.v.verbs[t.Lemma]; ok && (t.POS == lang.VERB || t.POS == lang.AUX) {
		// a bare past participle has no object: "des policiers déployés à trois sorties"
		return v, !t.Morph.Has(lang.Part_) || t.Morph.Has(lang.Fin) || strings.HasSuffix(t.Norm, "ant") || r.haveBefore(i) || r.beBefore(i) || r.haveNear(i)
	}
	if v, ok := r.v.participle(t.Norm); ok && i > 0 && r.haveBefore(i) {
		return v, true
	}
	return countVerb{}, false
}

// haveBefore reports whether a form of avoir stands before the participle i.
func (r *reader) haveBefore(i int32) bool {
	if t := &r.a.Tokens[i]; t.Rel == lang.Conj && t.Head < i && r.a.Tokens[t.Head].POS == lang.VERB && r.a.Tokens[t.Head].Rel != lang.Conj {
		return r.haveBefore(t.Head) || r.haveNear(t.Head) // "a saisi des armes et arrêté deux hommes"
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &r.a.Tokens[j]
		if isHave(t) {
			return true
		}
		if t.POS != lang.ADV && t.POS != lang.PRON && t.POS != lang.PUNCT && t.POS != lang.PART {
			return r.secondVerb(i, j)
		}
	}
	return false
}

// secondVerb reports whether the participle at i shares the avoir of an earlier
// one: "a tué onze villageois et blessé des dizaines d'autres"; j is the word
// before it, adverbs left out.
func (r *reader) secondVerb(i, j int32) bool {
	if n := r.a.Tokens[j].Norm; n != "et" && n != "puis" || int(i)+1 >= len(r.a.Tokens) {
		return false
	}
	switch n := &r.a.Tokens[i+1]; {
	case n.POS == lang.NUM, n.POS == lang.DET, n.Norm == "de", n.Norm == "au", n.Norm == "plus", n.Norm == "environ", n.Norm == "près", n.Norm == "plusieurs":
	default:
		return false
	}
	for k := j - 1; k > 0 && k > j-16; k-- {
		t := &r.a.Tokens[k]
		if t.Sent != r.a.Tokens[i].Sent || t.Norm == ";" || t.Norm == ":" {
			return false
		}
		if _, ok := r.v.participle(t.Norm); ok && isHave(&r.a.Tokens[k-1]) || t.POS == lang.VERB && t.Morph.Has(lang.Part_) && r.haveNear(k) {
			return true
		}
	}
	return false
}

// haveNear reports whether avoir stands before the participle i with a phrase of
// manner between: "ont en riposte tué".
func (r *reader) haveNear(i int32) bool {
	for j := i - 1; j >= 0 && j >= i-6 && r.a.Tokens[j].Sent == r.a.Tokens[i].Sent; j-- {
		t := &r.a.Tokens[j]
		if isHave(t) {
			return true
		}
		if t.POS == lang.PUNCT || t.POS == lang.VERB || t.POS == lang.SCONJ || t.Norm == "qui" {
			return false
		}
	}
	return false
}

// beBefore reports whether a form of être stands before the participle i.
func (r *reader) beBefore(i int32) bool {
	for j := i - 1; j >= 0 && j >= i-4 && r.a.Tokens[j].Sent == r.a.Tokens[i].Sent; j-- {
		if isBe(&r.a.Tokens[j]) {
			return true
		}
		if p := r.a.Tokens[j].POS; p != lang.ADV && p != lang.PRON && p != lang.AUX {
			return false
		}
	}
	return false
}

// passiveAt reports whether the participle at i is passive: "ont été tués par
// 12 soldats" says nothing of the 12.
func (r *reader) passiveAt(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j >= i-4; j-- {
		t := &r.a.Tokens[j]
		if isBe(t) {
			return true
		}
		if t.POS != lang.ADV && t.POS != lang.PRON {
			return false
		}
	}
	return false
}

// inverted reports whether the passive that ends at i has those counted behind it
// as its subject: "où ont été emportées dix maisons". The participle is in the
// plural and no noun stands before that could be the subject.
func (r *reader) inverted(i int32, c *counted, s lang.Sent) bool {
	if !strings.HasSuffix(r.a.Tokens[i].Norm, "s") || c.single {
		return false
	}
	j := i - 1
	for j >= s.First && (r.a.Tokens[j].POS == lang.AUX || r.a.Tokens[j].POS == lang.ADV || isBe(&r.a.Tokens[j]) || isHave(&r.a.Tokens[j])) {
		j--
	}
	if j < s.First || r.a.Tokens[j].Norm == "où" {
		return true
	}
	for ; j >= s.First; j-- {
		switch t := &r.a.Tokens[j]; t.POS {
		case lang.NOUN, lang.PROPN:
			// only a phrase of time or place may stand before: "À l'aube ont été arrêtés"
			k := j - 1
			for k >= s.First && (r.a.Tokens[k].POS == lang.DET || r.a.Tokens[k].Joined) {
				k--
			}
			return k == s.First && r.a.Tokens[k].POS == lang.ADP
		case lang.PRON, lang.VERB, lang.PUNCT:
			return false
		}
	}
	return true
}

// finiteOf returns the finite verb of the clause that i stands in, -1 if none
// is near: going left over participles and adverbs, else the governors of i.
func (r *reader) finiteOf(i int32, s lang.Sent) int32 {
	for j := i; j >= s.First && j >= i-5; j-- {
		t := &r.a.Tokens[j]
		if t.Morph.Has(lang.Fin) && (t.POS == lang.VERB || t.POS == lang.AUX) || isHave(t) || isBe(t) && t.Norm != "été" && t.Norm != "être" {
			return j
		}
		if t.POS == lang.PUNCT && t.Norm != "\"" && t.Norm != "«" {
			break
		}
	}
	for h, n := i, 0; n < 6; n++ {
		t := &r.a.Tokens[h]
		if t.Morph.Has(lang.Fin) {
			return h
		}
		if t.POS == lang.VERB {
			for j := h - 1; j >= s.First && j >= h-6; j-- {
				if x := &r.a.Tokens[j]; x.Head == h && x.POS == lang.AUX && x.Morph.Has(lang.Fin) {
					return j
				}
			}
		}
		if t.Head == h {
			break
		}
		h = t.Head
	}
	return -1
}

// forceBefore reports whether a force or mission stands before the verb at i.
func (r *reader) forceBefore(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-14; j-- {
		switch r.a.Tokens[j].Norm {
		case "mission", "force", "forces", "contingent", "opération", "dispositif", "détachement", "armée", "coalition", "effectifs", "déploiement", "renfort", "renforts", "brigade":
			return true
		}
	}
	return false
}
