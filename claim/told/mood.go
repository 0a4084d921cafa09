package told

import (
	"strings"

	"recoupe/lang"
)

// What the mood of a clause says of those counted in it: a subjunctive asserts nothing
// unless what governs it takes it for a fact.

// factive are verbs, adjectives and nouns whose clause in the subjunctive is a fact:
// "regrette que douze civils aient été tués". Those of denying keep it as what is
// denied.
var factive = lang.WordSet("regretter déplorer indigner féliciter réjouir étonner offusquer désoler plaindre souffrir triste heureux surprenant surpris choquant choqué scandaleux inadmissible inacceptable regrettable dommage honteux normal bien quoi encore malgré démentir nier contester réfuter dément démentent nie nient avant")

// wished reports whether the subjunctive at finite stands in a clause that is wished,
// feared, doubted or only thought of.
func (r *reader) wished(s lang.Sent, finite int32) bool {
	for i := finite - 1; i > s.First; i-- {
		t := &r.a.Tokens[i]
		if lang.FullForm(t.Norm) != "que" {
			if t.Norm == ";" || t.Norm == ":" {
				return false
			}
			continue
		}
		if p := &r.a.Tokens[i-1]; p.Norm == "avant" && !r.pastBefore(i-1, s) {
			return true // "La ville a agi avant que" tells of what came
		}
		if r.a.Tokens[i-1].Norm == "fait" && i-2 >= s.First && r.a.Tokens[i-2].Norm == "le" {
			return false // "le fait que"
		}
		for j := i - 1; j >= s.First && j > i-4; j-- {
			if p := &r.a.Tokens[j]; factive[p.Lemma] || factive[p.Norm] {
				return false
			}
		}
		return true
	}
	return false
}

// pastBefore reports whether a verb in the past stands before token i.
func (r *reader) pastBefore(i int32, s lang.Sent) bool {
	for j := s.First; j < i; j++ {
		t := &r.a.Tokens[j]
		if isHave(t) || t.Morph.Has(lang.Past) || t.Morph.Has(lang.Imp) {
			return true
		}
	}
	return false
}

// dreamt reports whether those counted stand behind a verb of dreaming or of having
// believed, behind "comme si", or between a noun and a verb that says what threatens:
// "sont menacés d'être expulsés".
func (r *reader) dreamt(f *finding, s lang.Sent) bool {
	for i := f.first - 1; i > s.First && i > f.first-8; i-- {
		t := &r.a.Tokens[i]
		if t.POS == lang.PUNCT {
			break
		}
		if t.Norm == "si" && r.a.Tokens[i-1].Norm == "comme" {
			return true
		}
		if lang.FullForm(t.Norm) != "que" {
			continue
		}
		switch p := &r.a.Tokens[i-1]; {
		case p.Lemma == "rêver", p.Lemma == "imaginer", p.Lemma == "croire" && strings.HasPrefix(p.Norm, "croy"):
			return true
		}
		break
	}
	if !f.has || f.p.left {
		return false
	}
	for i := f.npEnd + 1; i < f.p.verb; i++ {
		t := &r.a.Tokens[i]
		if t.POS == lang.PUNCT {
			return false
		}
		if fearWords[t.Norm] && t.POS != lang.NOUN && i+1 < s.End && (lang.FullForm(r.a.Tokens[i+1].Norm) == "de" || r.a.Tokens[i+1].Norm == "à") {
			return true
		}
	}
	return false
}
