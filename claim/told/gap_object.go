package told

import (
	"recoupe/claim/voice"
	"recoupe/lang"
)

// What a denied verb takes, or is said of: the thing that lacks.

// objectOf is the thing the verb at v takes, or the word of the question it
// leaves open (then open is set); -1 where it takes something else.
func (r *reader) objectOf(v int32, k gapVerb, s lang.Sent) (o int32, open bool) {
	skipped := false // within a phrase that "à", "dans", "par" brought in
	for j := v + 1; j < s.End && j < v+16; j++ {
		t := &r.a.Tokens[j]
		switch {
		case t.Norm == "quoi" && j+1 < s.End && r.a.Tokens[j+1].Morph.Has(lang.Inf):
			return -1, false
		case openWords[t.Norm] && t.Norm != "qui" && !(t.Norm == "si" && r.howMuch(j, s)) || t.Norm == "qui" && (j == v+1 || r.a.Tokens[j-1].POS == lang.ADV || r.surely(j-1) || r.adverbial(j-1)) || t.Norm == "s'" && t.POS == lang.SCONJ:
			return j, true
		case t.Norm == "ce" && j+1 < s.End && (r.a.Tokens[j+1].Norm == "qui" || lang.FullForm(r.a.Tokens[j+1].Norm) == "que"):
			return j, true
		case lang.FullForm(t.Norm) == "que" && (k == confirms && j <= v+2 || j == v+1 && r.permitted(v, s)):
			return j, true
		case lang.FullForm(t.Norm) == "que" && t.POS == lang.SCONJ:
			return -1, false
		case t.POS == lang.PUNCT && !lang.IsQuoteMark(t.Norm):
			if t.Norm != "," || !r.adverbialBefore(j, s) {
				return -1, false
			}
		case t.Norm == "état" && j == v+1 && r.a.Tokens[v].Lemma == "faire": // "ne fait état d'aucun chiffre"
		case r.surely(j):
			skipped = false
		case r.thingAt(j) != noThing && !skipped:
			return j, false
		case t.POS == lang.ADP:
			switch n := lang.FullForm(t.Norm); {
			case n == "de" || n == "sur":
				skipped = skipped && n == "de"
			default:
				skipped = true
			}
		case adverbials[t.Norm] || voice.TimeWords[t.Norm] || t.Norm == "idée" || t.Norm == "pas" || t.Norm == "suite" && r.a.WordBefore(j, s.First, 3, "tout"):
			skipped = false
		case t.POS == lang.NOUN || t.POS == lang.PROPN:
			if !skipped {
				return r.objectNoun(j, k), false
			}
		case t.POS == lang.DET && skipped && r.a.Tokens[j-1].POS == lang.NOUN && !t.Joined:
			skipped = false // "déterminer avec certitude les causes": the object, behind the manner
		case t.POS == lang.DET && (t.Norm == "aucun" || t.Norm == "aucune") || t.Norm == "rien":
			skipped = false
		case t.POS == lang.VERB && t.Morph.Has(lang.Fin), t.POS == lang.CCONJ && t.Norm != "ni" && t.Norm != "ou":
			return -1, false
		}
	}
	return -1, false
}

// surely reports whether the noun at j ends "avec certitude", "avec précision".
func (r *reader) surely(j int32) bool {
	switch r.a.Tokens[j].Norm {
	case "certitude", "précision", "exactitude":
		return j > 0 && r.a.Tokens[j-1].Norm == "avec"
	}
	return false
}

// permitted reports whether the infinitive at v hangs on "permettre": "rien ne
// permet d'établir que".
func (r *reader) permitted(v int32, s lang.Sent) bool {
	for j := v - 1; j >= s.First && j > v-4; j-- {
		if r.a.Tokens[j].Lemma == "permettre" {
			return true
		}
	}
	return false
}

// objectNoun is j where the noun at j, no thing by itself, can lack as the
// object of a verb of class k: a death confirmed, damage assessed.
func (r *reader) objectNoun(j int32, k gapVerb) int32 {
	n, ok := r.nounOf(j)
	if ok && (k == confirms && n.measure != "" || k == knows && (n.measure != "" || n.group != "")) {
		return j
	}
	return -1
}

// takes reports whether a verb of class k can lack the object at o.
func (r *reader) takes(v int32, k gapVerb, o int32, open bool, c *verbChain, s lang.Sent) bool {
	t, kind := &r.a.Tokens[v], r.thingAt(o)
	if c.lead == demand && kind != tollThing && !(open && (r.a.Tokens[o].Norm == "combien" || r.a.Tokens[o].Norm == "où" && t.Lemma == "savoir")) {
		return false
	}
	if open && o+1 < s.End && r.a.Tokens[o+1].Morph.Has(lang.Inf) && r.a.Tokens[o].Norm != "combien" {
		return false // "ne savent pas où aller"
	}
	if open {
		if n := r.a.Tokens[min(o+1, s.End-1)].Norm; c.lead == privation && c.first == v-1 && t.Lemma == "savoir" && (n == "ils" || n == "elles" || n == "elle") {
			return false // "ils attendaient sans savoir s'ils seraient secourus"
		}
		if t.Lemma == "savoir" && r.a.WordBefore(o, s.First, 2, "jamais") && r.a.Tokens[o].Norm != "combien" {
			return false // "on ne sait jamais ce qui peut arriver"
		}
		return k == gives && t.Lemma != "donner" && t.Lemma != "faire" || k == knows || k == confirms
	}
	det := r.a.Tokens[max(o-1, v)].Norm
	switch {
	case selfNaming[r.a.Tokens[o].Norm] && (det == "son" || det == "sa" || det == "leur"):
		return false // who speaks without a name is no gap
	case k == gives && (det == "ce" || det == "ces" || det == "cette") && r.a.WordBefore(o, s.First, 6, "jamais"):
		return false // "n'a jamais donné ce chiffre" disowns it
	case (t.Lemma == "faire" || t.Norm == "fait") && v+1 < s.End && r.a.Tokens[v+1].Norm == "état":
		return kind == tollThing || kind == newsThing
	case (t.Lemma == "faire" || t.Norm == "fait") && kind == tollThing:
		return det == "le" || det == "l'" // "n'ont pas fait le compte des morts"
	case t.Lemma == "faire" || t.Norm == "fait":
		switch r.a.Tokens[o].Norm {
		case "commentaire", "commentaires", "annonce", "annonces", "déclaration", "mention":
			return true
		}
		return false
	case t.Lemma == "dire" || t.Lemma == "rendre":
		return t.Lemma == "rendre" || kind != newsThing
	case t.Lemma == "avoir" && t.POS == lang.AUX && r.participleBehind(v, s):
		return false
	case k == has:
		return kind == tollThing || kind == newsThing && r.a.Tokens[o].Norm != "réaction" && r.a.Tokens[o].Norm != "élément"
	case t.Lemma == "tirer":
		return kind == newsThing && c.lead == early
	case k == knows && kind == noThing:
		return t.Lemma == "chiffrer" || t.Lemma == "évaluer" || t.Lemma == "quantifier" || t.Lemma == "dénombrer" || t.Lemma == "estimer" || t.Lemma == "mesurer"
	}
	return true
}

// participleBehind reports whether the auxiliary at v has its verb behind it.
func (r *reader) participleBehind(v int32, s lang.Sent) bool {
	for j := v + 1; j < s.End && j < v+5; j++ {
		switch t := &r.a.Tokens[j]; {
		case t.POS == lang.VERB || t.POS == lang.AUX:
			return true
		case t.POS == lang.DET || t.POS == lang.NOUN:
			return false
		}
	}
	return false
}

// subjectThing is the thing that is the subject of the verb at v, whose group
// begins at first; -1 where something else is.
func (r *reader) subjectThing(v, first int32, k gapVerb, s lang.Sent) int32 {
	best := int32(-1)
	shared := first > s.First && r.a.Tokens[first-1].Norm == "et"
	for j := first - 1; j >= s.First && j > first-34; j-- {
		t := &r.a.Tokens[j]
		switch {
		case t.Norm == ";" || t.Norm == ":" || t.Norm == "(" || t.Norm == "mais" || t.POS == lang.SCONJ && r.a.Tokens[max(j-1, s.First)].Norm != "ainsi":
			return best
		case t.Norm == "," && best >= 0:
			return best
		case t.POS == lang.VERB && t.Morph.Has(lang.Fin):
			switch q := r.relativeBefore(j, s); {
			case r.adjectival(j, s):
			case q >= 0:
				j = q
			case shared:
				shared = false // "varie selon les sources et reste incertain"
			default:
				return best
			}
		case r.thingAt(j) != noThing:
			if n := r.a.Tokens[max(j-1, s.First)].Norm; n != "sur" {
				best = j
			}
		case k == confirms && best < 0 || k == knows && best < 0 && r.assesses(v):
			if n, ok := r.nounOf(j); ok && n.measure != "" && t.POS == lang.NOUN {
				best = j
			}
		}
	}
	return best
}

func (r *reader) assesses(v int32) bool {
	switch r.a.Tokens[v].Lemma {
	case "chiffrer", "évaluer", "quantifier", "estimer":
		return true
	}
	return false
}

// relativeBefore is the relative pronoun whose clause the verb at j stands in,
// -1 if none is near.
func (r *reader) relativeBefore(j int32, s lang.Sent) int32 {
	for k := j - 1; k >= s.First && k > j-8; k-- {
		switch t := &r.a.Tokens[k]; t.Norm {
		case "qui", "que", "qu'", "où", "dont":
			return k
		case ",", ";":
			return -1
		}
	}
	return -1
}

// howMuch reports whether "si" at j says how much, "si vite", and asks nothing.
func (r *reader) howMuch(j int32, s lang.Sent) bool {
	if r.a.Tokens[j].POS != lang.ADV || j+1 >= s.End {
		return false
	}
	p := r.a.Tokens[j+1].POS
	return p == lang.ADJ || p == lang.ADV
}
