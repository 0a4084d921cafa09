package told

import (
	"strings"

	"recoupe/claim"
)

// A countNoun is what a counted noun says by itself: "blessés" names a measure,
// "policiers" a group, "manifestants" both at need.
type countNoun struct {
	measure  claim.Measure  // "" where only a predicate can tell
	group    claim.Group    // "" where the noun does not say who
	thing    bool           // a vehicle, a house: destroyed or deployed, never killed
	worker   bool           // takes its group from the employer named nearby, else workers
	severity claim.Severity // "brûlés graves"
}

// An argument says which side of a verb is counted.
type argument uint8

const (
	counts    argument = 1 << iota // its object, or its subject in the passive: tuer
	doers                          // its subject: périr, manifester
	thingOnly                      // only vehicles and buildings: incendier
	personOnly
	knownOnly // only nouns of the vocabulary: "récupérer" people, never paintings
	manner    // a manner of dying: such a figure is a part of the dead told before it
)

// limits are the arguments that narrow what a verb may be said of.
const limits = personOnly | thingOnly | knownOnly

// A countVerb is what a verb says of those counted.
type countVerb struct {
	measure claim.Measure
	arg     argument
	thing   claim.Measure // the measure when things are counted, if another
}

// A vocabulary holds the words of one language that turn a number into a figure.
type vocabulary struct {
	nouns       map[string]countNoun     // by singular
	verbs       map[string]countVerb     // by lemma
	participles map[string]countVerb     // by masculine singular
	actions     map[string]claim.Measure // nouns of action: "la mort de", "l'arrestation de"
	employers   map[string]claim.Group   // "média", "hôpital": whose staff is counted
	bodies      []bodyWords              // "forces de l'ordre": behind "membres des"
}

// bodyWords name those counted by the body they belong to.
type bodyWords struct {
	words string
	group claim.Group
}

// noun looks w up as singular, plural, masculine or feminine.
// Only people have a feminine: "une buse" is no bus.
func (v *vocabulary) noun(w string) (countNoun, bool) {
	var got countNoun
	_, ok := eachForm(w, func(f string) bool {
		n, hit := v.nouns[f]
		if hit && n.thing && f != w && f != strings.TrimRight(w, "sx") && !strings.HasSuffix(w, "aux") {
			return false
		}
		if hit {
			got = n
		}
		return hit
	})
	return got, ok
}

// participle looks w up in all its agreements: "tuées" is "tué".
func (v *vocabulary) participle(w string) (countVerb, bool) { return anyForm(v.participles, w) }

// anyForm looks up the forms that w may come from, the first that m knows.
func anyForm[T any](m map[string]T, w string) (T, bool) {
	var got T
	_, ok := eachForm(w, func(f string) bool {
		x, hit := m[f]
		if hit {
			got = x
		}
		return hit
	})
	return got, ok
}

// eachForm tries the French singular and masculine forms that w may come from.
func eachForm(w string, try func(string) bool) (string, bool) {
	if try(w) {
		return w, true
	}
	s := w
	if len(s) > 3 && (strings.HasSuffix(s, "s") || strings.HasSuffix(s, "x")) {
		s = s[:len(s)-1]
		if try(s) {
			return s, true
		}
	}
	if strings.HasSuffix(w, "aux") {
		if f := w[:len(w)-3] + "al"; try(f) {
			return f, true
		}
	}
	for _, e := range feminines {
		if stem, ok := strings.CutSuffix(s, e[0]); ok && len(stem) > 1 {
			if f := stem + e[1]; try(f) {
				return f, true
			}
		}
	}
	return "", false
}

var feminines = [][2]string{
	{"ère", "er"}, {"euse", "eur"}, {"trice", "teur"}, {"enne", "en"}, {"onne", "on"}, {"elle", "el"}, {"ive", "if"}, {"ise", "is"}, {"e", ""},
}
