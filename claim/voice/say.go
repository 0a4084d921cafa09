package voice

import (
	"recoupe/claim"
)

// A government says what may follow a verb of saying, and where the verb may
// stand.
type government uint32

const (
	takesThat   government = 1 << iota // "indique que ..."
	takesNoun                          // "annonce le retrait de ..."
	takesToll                          // a noun phrase only where it holds a number or names a toll: "publie un bilan de ..."
	takesWords                         // a noun phrase only where it is quoted: "condamne un « acte lâche »"
	takesInf                           // a bare infinitive: "affirme avoir ..."
	takesDeInf                         // "promet de ...", "menace d'..."
	takesAInf                          // "appelle à ..."
	takesDe                            // "fait état de ...", "parle de ..."
	takesSur                           // "alerte sur ..."
	takesContre                        // "met en garde contre ..."
	takesA                             // "évalue à ...", "appelle à la retenue"
	takesState                         // "se disent soulagés", "juge le scrutin truqué"
	takesWhole                         // object and what is said of it are one content: "accuse X de Y"
	inserts                            // may stand in an incise: « ... », glisse X
	insertsOnly                        // is a verb of saying nowhere else
	reflexive                          // only with se: "se réjouit"
)

// Strength is what a verb of saying does to what it governs.
type strength uint8

const (
	neutral  strength = iota // déclarer, indiquer
	claiming                 // affirmer, accuser
	denying                  // démentir, nier
	agreeing                 // confirmer, reconnaître
	asking                   // appeler à, demander
)

// A sayVerb is a verb of saying.
type sayVerb struct {
	gov      government
	strength strength
}

// A tongue holds the words of one language by which speech is credited.
type tongue struct {
	forms map[string]sayForm    // by form: what verb of saying it may be
	verbs map[string]sayVerb    // by lemma; "se réjouir" for those that are so only with se
	light map[string]sayVerb    // "faire état": a light verb and the word behind it
	heads map[string]bool       // first words of the roles of several words
	roles map[string]claim.Role // by singular noun; "" for a person of no public role
	media map[string]claim.Role // names of agencies, platforms and broadcasters, lower case
}

// add puts v under lemma. A verb in several lists has what all of them say,
// and the strength of the first.
func (t *tongue) add(lemma string, v sayVerb) {
	old, ok := t.verbs[lemma]
	if !ok {
		t.verbs[lemma] = v
		return
	}
	gov := old.gov | v.gov
	if old.gov&v.gov&insertsOnly == 0 {
		gov &^= insertsOnly
	}
	t.verbs[lemma] = sayVerb{gov, old.strength}
}

// A sayForm is a form of a verb of saying.
type sayForm struct {
	lemma string
	kind  formKind
}

// A formKind says what form of a verb it is.
type formKind uint8

const (
	finiteForm formKind = iota
	condForm
	partForm
	gerForm
	infForm
)
