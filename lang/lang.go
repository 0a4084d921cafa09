// Package lang reads language: tokens, morphology, syntax, names, numbers,
// times and quotations, in every language recoupe knows.
//
// It is the fourth stage. What is common to languages is code, one file for
// each construction (number.go, time.go, quote.go, ...). What differs between
// them is data, one folder for each language (data/fr, data/en, data/ru). lang
// finds; what depends on more than one report is resolved later (when, who).
package lang

import "recoupe/text"

// An Analysis is what lang found in one document.
// It points into the document's text and never copies or alters it.
type Analysis struct {
	Doc     *text.Document
	Tokens  []Token  // syntactic words of all sentences, in order
	Sents   []Sent   // one for each Doc.Sentences
	Numbers []Number // in order
	Times   []Time
	Names   []Name
	Quotes  []Quote
}

// A Sent is the range of tokens of one sentence: Tokens[First:End].
type Sent struct {
	First, End int32
	Root       int32 // token index of the root
}

// A Token is a syntactic word in the sense of Universal Dependencies. "du" is
// two of them, de and le, both with the span of "du" and the second marked
// Joined; "l'homme" is two with spans of their own.
type Token struct {
	Start, End int32  // bytes of Doc.Text
	Norm       string // lower case, ’ as ', œ as oe, the word of a contraction ("de", "le")
	Lemma      string
	POS        POS
	Rel        Rel
	Joined     bool  // second or later word of one surface token
	Sent       int32 // index into Sents
	Head       int32 // token index of the governor; its own index for the root
	Morph      Morph
}

// A POS is a universal part of speech.
type POS uint8

// The universal parts of speech, in the order of the UD documentation.
const (
	X POS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

// A Rel is a universal dependency relation without its subtype.
type Rel uint8

// The universal dependency relations.
const (
	Dep Rel = iota
	Root
	Acl
	Advcl
	Advmod
	Amod
	Appos
	Aux
	Case
	Cc
	Ccomp
	Clf
	Compound
	Conj
	Cop
	Csubj
	Det
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	Nsubj
	Nummod
	Obj
	Obl
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
)

// A Morph is a set of morphological features, 0 where nothing is known.
// Several values of one feature may be set where a form is ambiguous.
type Morph uint32

// The features, named as in Universal Dependencies.
const (
	Sing Morph = 1 << iota
	Plur
	Masc
	Fem
	Neut
	Ind
	Cnd // Mood=Cnd: "auraient", "serait"
	Sub
	Imp // Mood=Imp
	Fin // VerbForm=Fin
	Inf
	Part_ // VerbForm=Part
	Ger
	Past // Tense=Past (and French Tense=Past participles)
	Imperf
	Pres
	Fut
	P1
	P2
	P3
	Pass // Voice=Pass, where the form alone says so
	Neg  // Polarity=Neg
)

// Has reports whether any of f is set.
func (m Morph) Has(f Morph) bool { return m&f != 0 }

// A Quote is a stretch between quotation marks, marks included. An unclosed
// quotation ends with its paragraph and has Closed false.
type Quote struct {
	Start, End           int // bytes, marks included
	InnerStart, InnerEnd int // bytes, marks and spaces left out
	Closed               bool
	Scare                bool // one or few words inside a clause of the reporter: "dizaines"
}
