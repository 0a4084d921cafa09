package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// What a noun says of those it counts.

// nounOf looks the word at i up: by its form, then its lemma.
func (r *reader) nounOf(i int32) (countNoun, bool) {
	t := &r.a.Tokens[i]
	if (t.Norm == "gardes" || t.Norm == "garde") && i+2 < int32(len(r.a.Tokens)) && r.a.Tokens[i+1].Norm == "à" && r.a.Tokens[i+2].Norm == "vue" {
		return countNoun{measure: claim.Arrested}, true
	}
	if t.Norm == "gardes-à-vue" || t.Norm == "garde-à-vue" {
		return countNoun{measure: claim.Arrested}, true
	}
	if t.Norm == "pertes" && i+2 < int32(len(r.a.Tokens)) && (r.a.Tokens[i+1].Norm == "humaines" || r.a.Tokens[i+1].Norm == "en" && r.a.Tokens[i+2].Norm == "vies" || r.a.Tokens[i+1].Norm == "de" && (r.a.Tokens[i+2].Norm == "vie" || r.a.Tokens[i+2].Norm == "vies")) {
		return countNoun{measure: claim.Killed}, true
	}
	if strings.HasPrefix(t.Norm, "brûlé") && i+1 < int32(len(r.a.Tokens)) && (strings.HasPrefix(r.a.Tokens[i+1].Norm, "vif") || strings.HasPrefix(r.a.Tokens[i+1].Norm, "vive")) {
		return countNoun{measure: claim.Killed}, true
	}
	if t.Norm == "sans" && int(i)+1 < len(r.a.Tokens) && (strings.HasPrefix(r.a.Tokens[i+1].Norm, "abri") || r.a.Tokens[i+1].Norm == "logis") {
		return countNoun{measure: claim.Displaced}, true
	}
	if t.Norm == "corps" && (r.followedBy(i, "métier") || r.followedBy(i, "métiers") || r.followedBy(i, "armée") || r.followedBy(i, "ferme") || r.followedBy(i, "garde") || r.followedBy(i, "intermédiaires")) {
		return countNoun{}, false
	}
	if (t.Norm == "gilets" || t.Norm == "gilet") && r.followedBy(i, "jaunes") {
		return countNoun{group: claim.Protesters}, true
	}
	if (t.Norm == "casques" || t.Norm == "casque") && r.followedBy(i, "bleus") {
		return countNoun{group: claim.Soldiers}, true
	}
	if strings.HasPrefix(t.Norm, "arrêté") && r.decree(i) {
		return countNoun{}, false
	}
	n, ok := r.v.noun(t.Norm)
	if !ok && t.Lemma != "" && t.Lemma != t.Norm {
		n, ok = r.v.noun(t.Lemma)
	}
	if !ok {
		n, ok = r.twoTrades(t.Norm)
	}
	if !ok && r.demonym(i) {
		return countNoun{group: claim.People}, true
	}
	if ok && n.measure == "" && !n.thing {
		n = r.tradeBehind(i, n)
	}
	if ok && r.armed && (t.Norm == "militants" || t.Norm == "militant") {
		n.group = claim.Assailants
	}
	if ok && r.mine && (t.Norm == "mineurs" || t.Norm == "mineur") {
		n.group = claim.Workers
	}
	return n, ok
}

// twoTrades reads a compound of two nouns that agree, each of people: a
// "marin-pompier" is what the second says, "les maîtres-chiens" are neither.
func (r *reader) twoTrades(w string) (countNoun, bool) {
	first, second, ok := strings.Cut(w, "-")
	if !ok || strings.Contains(second, "-") || strings.HasSuffix(first, "s") != strings.HasSuffix(second, "s") {
		return countNoun{}, false
	}
	a, one := r.v.noun(first)
	b, two := r.v.noun(second)
	switch {
	case one && a.thing && len(second) > 3:
		return a, true // "camion-citerne"
	case one && two && a.measure == "" && b.measure == "" && a.group != "" && b.group != "" && !b.thing:
		if b.group == claim.People {
			return a, true
		}
		return b, true
	}
	return countNoun{}, false
}

// tradeBehind is what the noun at i says with another noun of people set right
// behind it, which narrows it: "des marins pompiers", "douze migrants mineurs".
func (r *reader) tradeBehind(i int32, n countNoun) countNoun {
	if int(i)+1 >= len(r.a.Tokens) || r.a.Tokens[i+1].Sent != r.a.Tokens[i].Sent {
		return n
	}
	t, own := &r.a.Tokens[i+1], r.a.Tokens[i].Norm
	if t.POS != lang.NOUN && t.POS != lang.ADJ || strings.HasSuffix(own, "s") != strings.HasSuffix(t.Norm, "s") {
		return n
	}
	m, ok := r.v.noun(t.Norm)
	if !ok || m.measure != "" || m.thing {
		return n
	}
	switch m.group {
	case claim.Rescuers, claim.HealthWorkers, claim.Children:
		m.severity = n.severity
		return m
	}
	return n
}

// pastNumberOf is the token behind "le nombre de" at i, else i: "estime à 9.400
// le nombre de morts" counts the dead.
func (r *reader) pastNumberOf(i int32, s lang.Sent) int32 {
	from := i
	if i+1 < s.End && r.a.Tokens[i].Norm == "de" && r.a.Tokens[i+1].Joined {
		i++ // "une hausse à 17 du nombre de morts"
	}
	if i+3 >= s.End || r.a.Tokens[i].Norm != "le" || r.a.Tokens[i+1].Norm != "nombre" && r.a.Tokens[i+1].Norm != "total" {
		return from
	}
	j := i + 2
	if r.a.Tokens[j].POS == lang.ADJ {
		j++ // "porte à 49 le nombre total de morts"
	}
	if j+1 < s.End && (r.a.Tokens[j].Norm == "de" || r.a.Tokens[j].Norm == "d'") {
		return j + 1
	}
	return from
}
