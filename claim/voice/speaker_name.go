package voice

import (
	"strings"

	"recoupe/lang"
	"recoupe/text"
)

// The proper name in a phrase, and the words it is written with.

// nameIn returns the best run of proper names in [first, end): the last one
// that no "de" ties to another noun, else the first.
func (l *listener) nameIn(first, end int32) phraseRange {
	var best phraseRange
	for j := first; j < end; {
		if !l.properName(j) {
			j++
			continue
		}
		if l.ofTheState(j, end) {
			j++ // "le haut-commissaire de la République Jean Vidal"
			continue
		}
		k := j + 1
		for k < end && (l.properName(k) || k+1 < end && nameParticles[lang.FullForm(l.a.Tokens[k].Norm)] && l.a.Tokens[k].POS != lang.ADP && l.properName(k+1)) {
			k++
		}
		tied := j > first && (l.a.Tokens[j-1].POS == lang.ADP || l.a.Tokens[j-1].POS == lang.DET)
		if !tied || best.empty() {
			best = phraseRange{j, k}
		}
		j = k
	}
	return best
}

// ofTheState reports whether the capital at j is that of a common noun an office
// is of, with the name of the person right behind it.
func (l *listener) ofTheState(j, end int32) bool {
	return j > 1 && j+2 < end && l.a.Tokens[j].POS == lang.NOUN && l.a.Tokens[j-1].POS == lang.DET && lang.FullForm(l.a.Tokens[j-2].Norm) == "de" &&
		(l.a.Tokens[j+1].POS == lang.PROPN || lang.IsCapital(l.word(j+1))) && lang.IsCapital(l.word(j+2))
}

var nameParticles = lang.WordSet("al el ben bin abou ibn von van der den di da dos le la -")

func (l *listener) properName(j int32) bool {
	t := &l.a.Tokens[j]
	if t.POS == lang.PUNCT || t.POS == lang.DET && j+1 < int32(len(l.a.Tokens)) {
		return false
	}
	w := l.word(j)
	if !lang.IsCapital(w) || title(t.Norm) {
		return false
	}
	if t.Norm == "pdg" || t.Norm == "p-dg" {
		return false // an office, though in capitals
	}
	if t.POS == lang.PROPN || t.POS == lang.X {
		return true
	}
	if t.POS == lang.NOUN && l.startsSentence(j) && l.norm(j+1) == "," && int(j)+2 < len(l.a.Tokens) && l.role(j) == noRole {
		return l.norm(j+2) == "un" || l.norm(j+2) == "une" || l.a.Tokens[j+2].POS == lang.NUM // "Lucette, une bergère"
	}
	return (t.POS == lang.NOUN || t.POS == lang.ADJ || t.POS == lang.VERB) && l.midSentence(j) && l.role(j) == noRole
}

// title reports whether w is a form of address: "M. Vidal" is named Vidal.
func title(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "m", "mme", "mm", "mlle", "mmes", "me", "dr", "pr", "docteur", "général", "colonel", "monsieur", "madame", "premier", "mgr":
		return true
	}
	return false
}

var address = lang.WordSet("m m. mme mm. mmes me dr pr mlle")

// ownerOf is whoever the source p is said to be of, "selon ses informations", "d'après
// leurs déclarations"; nil where p names no such source, or nobody it could be of.
func (l *listener) ownerOf(p *phrase) *member {
	d := l.norm(p.first)
	if p.head == p.first || !p.name.empty() || !l.isSource(p.head) && !newsNouns[singular(l.norm(p.head))] && !assertions[singular(l.norm(p.head))] {
		return nil
	}
	switch d {
	case "son", "sa", "ses":
		return l.latest(p.first, 0, false, false)
	case "leur", "leurs":
		if m := l.latest(p.first, 0, true, false); m != nil {
			return m
		}
		if m := l.latest(p.first, 0, false, false); m != nil && !m.person {
			return m // "Le Réseau ... D'après leurs déclarations"
		}
	}
	return nil
}

// span returns the words of the tokens [first, end).
func (l *listener) span(first, end int32) text.Span {
	for end > first+1 && l.a.Tokens[end-1].POS == lang.PUNCT && l.a.Tokens[end-1].Norm != ")" && !lang.IsQuoteMark(l.word(end-1)) {
		end--
	}
	a, b := l.a.Surface(first, end-1)
	return l.a.Doc.Span(a, b)
}
