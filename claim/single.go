package claim

import (
	"strings"

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
		if i > s.First && r.a.Tokens[i-1].Norm == "l'" {
			c.first, c.numStart = i-1, int(r.a.Tokens[i-1].Start)
		}
		if j+1 < s.End && (r.a.Tokens[j].Norm == "de" || r.a.Tokens[j].Norm == "des" || r.a.Tokens[j].Norm == "d'") {
			c.rule = "one-of"
			for j++; j < s.End && (r.a.Tokens[j].Joined || r.a.Tokens[j].POS == lang.DET || r.a.Tokens[j].Norm == "ses" || r.a.Tokens[j].Norm == "leurs"); j++ {
			}
			if j < s.End && (r.a.Tokens[j].Norm == "eux" || r.a.Tokens[j].Norm == "entre") {
				c.npEnd = min(j+1, s.End-1)
				return c, true
			}
		} else if c.first < i {
			c.npEnd = i // "dont l'un est entre la vie et la mort"
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
		case "selon", "après", "par", "comme":
			return c, false // "selon un nouveau décompte"
		}
	}
	for j < s.End && (skippedAdjective[r.a.Tokens[j].Norm] || strings.HasSuffix(r.a.Tokens[j].Norm, "ième") || r.a.Tokens[j].Norm == "\"" || r.a.Tokens[j].Norm == "«") {
		j++
	}
	if j >= s.End {
		return c, false
	}
	n, ok := r.nounOf(j)
	if (t.Norm == "un" || t.Norm == "une") && r.partCue(&c, s) && (!ok || n.measure != "" && r.a.Tokens[j].POS != lang.NOUN) {
		c.npEnd = i
		return c, true // "dont un grave", "dont une en réanimation"
	}
	if !ok && r.a.Tokens[j].POS == lang.NOUN && (t.Norm == "un" || t.Norm == "une") && r.mayBePeople(j) && !gatherings[r.a.Tokens[j].Norm] {
		c.rule, ok = "one-unknown", true
	}
	if !ok || n.thing && n.group != Equipment || r.a.Tokens[j].POS == lang.VERB && n.measure == "" {
		return c, false
	}
	if c.rule == "one-definite" && (n.measure != "" || n.thing) {
		return c, false
	}
	if r.a.Tokens[j].Norm == "couple" {
		c.quantity = lang.ExactQuantity(2)
	}
	if t.Norm == "une" && n.group == People && r.a.Tokens[j].Norm != "personne" && r.a.Tokens[j].Norm != "vie" && r.a.Tokens[j].Norm != "âme" {
		n.group = Women // "une septuagénaire", "une passante"
	}
	if w := r.a.Tokens[j].Norm; c.rule != "one-of" && len(w) > 3 && w[len(w)-1] == 's' && w != "corps" && w != "gars" && w != "sans-papiers" && w != "demandeurs" {
		return c, false // "un manifestants" is no word; a plural has another article
	}
	if t.Norm == "son" || t.Norm == "sa" || t.Norm == "leur" {
		if n.measure != "" || !kin[r.a.Tokens[j].Norm] && !n.worker && n.group != Crew {
			return c, false
		}
	}
	c.head, c.noun, c.known = j, n, c.rule != "one-unknown"
	c.npEnd = r.phraseEnd(j, s)
	return c, true
}

// kin are those told of by whose they are, in the same breath as a figure.
var kin = wordSet("épouse époux femme mari fils fille enfant bébé père mère frère soeur compagne compagnon chauffeur garde interprète passager conjoint conjointe cousin neveu nièce grand-mère grand-père fiancée")

// singleHolds reports whether one person told of with an article is a figure:
// something grave was done to them, and the predicate stands in their clause.
func (r *reader) singleHolds(f *finding) bool {
	switch f.measure {
	case Killed, Injured, Missing, Arrested, Kidnapped, Hospitalised, Released, Rescued:
		if f.noun.thing {
			return false
		}
	case Destroyed:
		return f.noun.thing && f.has
	default:
		return false
	}
	if f.p.finite >= 0 && !f.p.left && !f.shared && !f.joined && pluralForm(r.a.Tokens[f.p.finite].Norm) {
		return false // "une organisation humanitaire ont été tués" is another's verb
	}
	switch f.rule {
	case "one-unknown":
		return f.has && f.p.finite >= 0 && f.p.only&personOnly != 0 && (f.measure == Killed || f.measure == Injured || f.measure == Kidnapped || f.measure == Hospitalised)
	case "one-definite":
		return f.part || f.shared || f.has && f.p.finite >= 0 && !f.p.left && f.measure == Killed && f.noun.group != People && f.noun.group != OfficialsGroup
	}
	if f.rule == "one-possessed" {
		return f.has
	}
	if f.noun.measure != "" {
		return r.outcomeTold(f)
	}
	return f.has || f.part
}

// outcomeTold reports whether "un mort", "une victime" is counted: beside
// another figure, after a verb of toll, or a headline; not "une victime raconte".
func (r *reader) outcomeTold(f *finding) bool {
	w := r.a.Tokens[f.head].Norm
	if w == "garde" || w == "victime" || w == "otage" || w == "corps" || w == "cadavre" || w == "réfugié" || w == "disparition" || w == "enlèvement" || w == "assassinat" || w == "meurtre" || w == "décès" || w == "libération" {
		if f.has {
			return true
		}
		return r.tollVerbBefore(f.first)
	}
	return true
}

func pluralForm(norm string) bool { return strings.HasSuffix(norm, "nt") }

func (r *reader) tollVerbBefore(i int32) bool {
	s := r.a.Sents[r.a.Tokens[i].Sent]
	for j := i - 1; j >= s.First && j > i-6; j-- {
		switch r.a.Tokens[j].Lemma {
		case "faire", "causer", "déplorer", "compter", "recenser", "dénombrer", "provoquer", "signaler", "enregistrer", "entraîner", "retrouver", "découvrir":
			return true
		}
	}
	return false
}
