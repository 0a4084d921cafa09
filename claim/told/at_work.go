package told

import (
	"recoupe/claim"
	"recoupe/lang"
)

// Forces told of at their work.

// searchWork is what rescuers do where they are sent, guardWork what police and troops
// do there. Neither harms anybody.
var (
	searchWork = lang.WordSet("fouiller chercher rechercher activer affairer intervenir travailler creuser déblayer sonder ratisser sillonner lutter combattre batailler maîtriser circonscrire oeuvrer œuvrer opérer tenter essayer démener relayer")
	guardWork  = lang.WordSet("encercler cerner boucler quadriller ratisser sillonner patrouiller fouiller sécuriser intervenir veiller surveiller barrer filtrer")
	workNouns  = lang.WordSet("recherche recherches fouille fouilles opération opérations sauvetage secours déblaiement patrouille patrouilles ronde rondes battue battues")
	goOnWith   = lang.WordSet("continuer poursuivre mener reprendre effectuer conduire")
)

// atWork reports whether the verb at i says that those counted, a force sent somewhere,
// do what they were sent for: "200 secouristes ont fouillé les décombres", "des
// centaines de policiers encerclaient la place".
func (w *walk) atWork(i int32) bool {
	t := &w.r.a.Tokens[i]
	if w.c.head < 0 || w.c.single || w.c.quantity.Low < 5 || t.POS != lang.VERB || w.auxEtre && !w.self {
		return false
	}
	work := searchWork
	switch w.c.noun.group {
	case claim.Rescuers:
	case claim.SecurityForces, claim.Soldiers:
		work = guardWork
	default:
		return false
	}
	if !t.Morph.Has(lang.Fin) && !w.auxHave && !w.self || t.Morph.Has(lang.Inf) {
		return false // "cent policiers fouillés à l'entrée"
	}
	if work[t.Lemma] {
		return true
	}
	if !goOnWith[t.Lemma] && !(w.self && (t.Lemma == "mettre" || t.Lemma == "remettre")) {
		return false
	}
	for j := i + 1; j < w.s.End && j < i+5; j++ {
		switch n := &w.r.a.Tokens[j]; {
		case n.POS == lang.NOUN:
			return workNouns[n.Norm]
		case n.POS == lang.VERB:
			return work[n.Lemma] && n.Morph.Has(lang.Inf) // "continuent de fouiller", "se remettent à creuser"
		}
	}
	return false
}
