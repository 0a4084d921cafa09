package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Verbs whose sense for those counted hangs on their subject or on what stands
// behind them.

// framed reads the verb at i, left of those counted, by its subject and complement:
// "les secours recherchent onze marins", "les rebelles détiennent", "a chassé 300
// habitants de leurs foyers", "ont mis en sécurité".
func (r *reader) framed(c *counted, i int32, s lang.Sent) (claim.Measure, bool) {
	t := &r.a.Tokens[i]
	behind := func(n int32) string {
		if c.npEnd+n < s.End {
			return lang.FullForm(r.a.Tokens[c.npEnd+n].Norm)
		}
		return ""
	}
	switch {
	case t.Lemma == "rechercher", t.Norm == "recherche" && i-2 >= s.First && r.a.Tokens[i-1].Norm == "la" && r.a.Tokens[i-2].Norm == "à":
		return claim.Missing, r.rescueBefore(i, s)
	case (t.Lemma == "mourir" || t.Lemma == "périr") && t.Morph.Has(lang.Inf) && i > s.First:
		switch r.a.Tokens[i-1].Lemma {
		case "voir", "laisser", "faire":
			return claim.Killed, true // "j'ai vu mourir onze personnes"
		}
		return "", false
	case t.Lemma == "retenir" || t.Lemma == "détenir":
		return claim.Kidnapped, r.heldBy(i, s)
	case t.Lemma == "chasser":
		return claim.Displaced, behind(1) == "de" && (strings.HasPrefix(behind(2), "leur") || behind(2) == "chez")
	case t.Lemma == "forcer" || t.Lemma == "contraindre" || t.Lemma == "pousser" || t.Lemma == "obliger":
		if behind(1) == "sur" {
			return claim.Displaced, behind(3) == "routes"
		}
		return claim.Displaced, (behind(1) == "à" || behind(1) == "de") && (leaving[behind(2)] || behind(2) == "se" && leaving[behind(3)] || behind(2) == "s'" && leaving[behind(3)])
	case t.Lemma == "jeter":
		return claim.Displaced, behind(1) == "sur" && behind(3) == "routes" || behind(1) == "à" && behind(3) == "rue"
	case (t.Norm == "sécurité" || t.Norm == "sûreté") && i-2 >= s.First && r.a.Tokens[i-1].Norm == "en":
		return claim.Evacuated, r.a.Tokens[i-2].Lemma == "mettre" || r.a.Tokens[i-2].Norm == "mis"
	}
	return "", false
}

// leaving is what people are forced to who lose their homes.
var leaving = lang.WordSet("fuir quitter abandonner partir enfuir réfugier déplacer déserter exiler")

// rescueBefore reports whether the subject before the verb at i is one that looks for
// the missing.
func (r *reader) rescueBefore(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-14; j-- {
		t := &r.a.Tokens[j]
		if n, ok := r.nounOf(j); ok && n.group == claim.Rescuers && t.POS == lang.NOUN {
			return true
		}
		switch t.Lemma {
		case "secours", "sauveteur", "plongeur", "hélicoptère", "garde-côte", "marine", "bénévole", "riverain", "habitant", "navire", "vedette":
			return true
		}
	}
	return false
}

// heldBy reports whether the subject before the verb at i are captors.
func (r *reader) heldBy(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-12; j-- {
		t := &r.a.Tokens[j]
		if t.POS == lang.PUNCT || lang.FullForm(t.Norm) == "que" {
			return false
		}
		if n, ok := r.nounOf(j); ok && t.POS == lang.NOUN {
			return n.group == claim.Assailants
		}
	}
	return false
}

// goesOn reports whether "et" at i leads to a second verb of the same subject: "ont
// été heurtés et sont morts".
func (w *walk) goesOn(i int32) bool {
	if i+1 >= w.s.End || w.finite < 0 {
		return false
	}
	n := &w.r.a.Tokens[i+1]
	return (isBe(n) || isHave(n)) && n.Morph.Has(lang.Fin)
}

// actionOver reads the noun at i, behind which "de" leads to those counted, as one of
// action: "la mort de", "à la recherche de", "sauvé la vie de". done is set where it
// settles the matter either way.
func (r *reader) actionOver(c *counted, i int32, s lang.Sent) (p predicate, ok, done bool) {
	t := &r.a.Tokens[i]
	p = predicate{verb: i, from: i, to: i, left: true}
	if m, ok := r.framed(c, i, s); ok {
		p.measure, p.only, p.finite, p.rule = m, personOnly|knownOnly, r.finiteOf(i, s), "framed"
		return p, true, true
	}
	if t.Norm == "vie" && !r.lifeTaken(i, s) {
		p, ok = r.lifeSaved(c, i, s)
		return p, ok, true
	}
	m, ok := r.actionAt(t)
	if !ok {
		return p, false, false
	}
	if n := &r.a.Tokens[min(i+1, s.End-1)]; t.Norm == "corps" && n.POS == lang.ADJ && !n.Morph.Has(lang.Part_) && c.single {
		return predicate{}, false, true // "le corps calleux d'un individu"
	}
	if t.Norm == "mort" && i-2 >= s.First && r.a.Tokens[i-1].Norm == "de" && r.a.Tokens[i-2].POS == lang.NOUN {
		return predicate{}, false, true // "la peine de mort de trois condamnés"
	}
	p.measure, p.only, p.finite, p.rule = m, actionOf(m), r.finiteOf(i, s), "action-noun"
	return p, true, true
}
