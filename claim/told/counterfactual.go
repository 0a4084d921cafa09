package told

import (
	"strings"

	"recoupe/lang"
)

// What did not happen, told in the conditional past; what there is room for; who any
// one would be.

// couldHave reports whether the auxiliary at i makes "aurait pu", "auraient dû
// être": what did not come about.
func (r *reader) couldHave(i int32, s lang.Sent) bool {
	if !isHave(&r.a.Tokens[i]) || !r.a.Tokens[i].Morph.Has(lang.Cnd) {
		return false
	}
	for j := i + 1; j+1 < s.End && j < i+5; j++ {
		switch t := &r.a.Tokens[j]; {
		case t.Norm == "pu" || t.Norm == "pus" || t.Norm == "fallu":
			return true
		case t.Norm == "dû":
			return isBe(&r.a.Tokens[j+1]) // "auraient dû fuir" may be hearsay
		case t.POS != lang.ADV && t.POS != lang.PRON && t.Norm != "être":
			return false
		}
	}
	return false
}

// averted reports whether the sentence says what kept a thing from happening: "à une
// heure près", "sans l'alerte", "sinon".
func (r *reader) averted(s lang.Sent) bool {
	for i := s.First; i < s.End; i++ {
		switch r.a.Tokens[i].Norm {
		case "sinon", "autrement":
			if i == s.First || r.a.Tokens[i-1].POS == lang.PUNCT || r.a.Tokens[i-1].Norm == "car" {
				return true
			}
		case "sans":
			if i+2 < s.End && (r.a.Tokens[i+1].POS == lang.DET || i == s.First) && r.a.Tokens[i+1].Norm != "aucun" && r.a.Tokens[i+1].Norm != "aucune" {
				return true
			}
		case "près":
			for j := i - 1; j >= s.First && j > i-5; j-- {
				if r.a.Tokens[j].Norm == "à" && i+1 < s.End && r.a.Tokens[i+1].Norm != "de" && r.a.Tokens[i+1].Norm != "d'" {
					return true
				}
			}
		}
	}
	return false
}

// broughtAbout reports whether those counted are only what a cause would bring: "le
// nombre de morts qu'entraînerait une rupture".
func (r *reader) broughtAbout(f *finding, s lang.Sent) bool {
	i := f.npEnd + 1
	if i+1 >= s.End || r.a.Tokens[i].Norm != "que" && r.a.Tokens[i].Norm != "qu'" {
		return false
	}
	t := &r.a.Tokens[i+1]
	return t.Morph.Has(lang.Cnd) && !isHave(t)
}

// anyOne reports whether "un", "une" is said of whoever it may be: "Quiconque tue un
// policier", "Un soldat blessé, c'est deux hommes de moins", "n'est déclarée morte
// qu'au bout de dix ans".
func (r *reader) anyOne(f *finding, s lang.Sent) bool {
	if !f.single || f.rule != "one" {
		return false
	}
	if w := r.a.Tokens[s.First].Norm; w == "quiconque" || w == "celui" && s.First+1 < s.End && r.a.Tokens[s.First+1].Norm == "qui" && f.has && f.p.left && r.a.Tokens[f.p.verb].Morph.Has(lang.Pres) {
		return true
	}
	end := max(f.npEnd, f.p.to)
	if f.p.left {
		end = f.npEnd
	}
	if i := end + 1; f.first == s.First && f.saidAlone() {
		for ; i < s.End && i < end+4; i++ {
			if l := r.a.Tokens[i].Lemma; (l == "coûter" || l == "valoir" || l == "représenter") && r.a.Tokens[i].Morph.Has(lang.Pres) {
				return true // "Une personne tuée par balle coûte 400.000 dollars"
			}
		}
	}
	if f.first == s.First {
		for i := end + 1; i+2 < s.End && i < end+5; i++ {
			if w := r.a.Tokens[i+1].Norm; r.a.Tokens[i].Norm == "," && (w == "c'" || w == "ce") && isBe(&r.a.Tokens[i+2]) {
				return true
			}
		}
	}
	if f.has && !f.p.left && f.p.finite > s.First && r.a.Tokens[f.p.finite].Morph.Has(lang.Pres) && lang.FullForm(r.a.Tokens[f.p.finite-1].Norm) == "ne" {
		for i := f.p.finite + 1; i < s.End && i < f.p.to+3; i++ {
			if lang.FullForm(r.a.Tokens[i].Norm) == "que" {
				return true
			}
		}
	}
	return false
}

// roomFor reports whether a place is only built for so many: "conçu pour 5.000
// réfugiés".
func (r *reader) roomFor(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if i <= s.First || r.a.Tokens[i].Norm != "pour" {
		return false
	}
	w := strings.TrimSuffix(strings.TrimSuffix(r.a.Tokens[i-1].Norm, "s"), "e")
	return builtFor[w]
}

var builtFor = lang.WordSet("conçu prévu dimensionné équipé aménagé construit bâti calibré")

// unproved reports whether those counted stand in what nothing shows: "rien ne permet
// de dire que les trois alpinistes sont morts".
func (r *reader) unproved(f *finding, s lang.Sent) bool {
	for i := f.first - 1; i > s.First && i > f.first-10; i-- {
		switch t := &r.a.Tokens[i]; {
		case t.POS == lang.PUNCT:
			return false
		case lang.FullForm(t.Norm) == "que":
			return r.nothingShows(i, s)
		}
	}
	return false
}

// nothingShows reports whether "que" at i hangs on a verb of showing that is denied.
func (r *reader) nothingShows(i int32, s lang.Sent) bool {
	shows := false
	for j := i - 1; j >= s.First && j > i-8; j-- {
		switch t := &r.a.Tokens[j]; {
		case t.POS == lang.PUNCT:
			return false
		case t.Lemma == "permettre", t.Lemma == "prouver", t.Lemma == "indiquer", t.Lemma == "démontrer", t.Lemma == "attester", t.Lemma == "établir":
			shows = true
		case shows && isNot(t.Norm):
			return true
		case isNot(t.Norm) && j > s.First && (r.a.Tokens[j-1].Norm == "personne" || r.a.Tokens[j-1].Norm == "nul" || r.a.Tokens[j-1].Norm == "rien"):
			return true // "personne ne dit que"
		case t.Norm == "impossible" && j+3 > i-3:
			return true // "impossible d'affirmer que"
		}
	}
	return false
}

// couldHaveBefore reports whether the auxiliary at i, or one before it, tells of what
// did not come about: "aurait dû être évacuée, ce qui aurait sauvé les huit ouvriers".
func (r *reader) couldHaveBefore(i int32, s lang.Sent) bool {
	for j := s.First; j <= i; j++ {
		if r.couldHave(j, s) {
			return true
		}
	}
	return false
}

// novelFirst reports whether the sentence is about an invented story: "Son premier
// roman, sur une avalanche qui tue onze skieurs".
func (r *reader) novelFirst(s lang.Sent) bool {
	for i := s.First + 1; i < s.End && i < s.First+4; i++ {
		switch t := &r.a.Tokens[i]; {
		case invented[t.Norm] && t.POS == lang.NOUN:
			return true
		case t.POS != lang.ADJ && t.POS != lang.DET && t.POS != lang.NUM:
			return false
		}
	}
	return false
}

// invented are works that tell of nothing that happened.
var invented = lang.WordSet("roman fiction téléfilm thriller western feuilleton sitcom dystopie")
