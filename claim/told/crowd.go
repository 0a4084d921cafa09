package told

import (
	"recoupe/claim"
	"recoupe/lang"
)

// Persons counted with no verb of their own: crowds, and what somebody else puts
// against a toll told before.

// wordBefore is the token before the number of c and its bounds, the first of the
// sentence where nothing stands there.
func (r *reader) wordBefore(c *counted, s lang.Sent) int32 {
	i := max(s.First, c.first-1)
	for i > s.First && int(r.a.Tokens[i].Start) >= c.numStart {
		i--
	}
	return i
}

// persons reports whether f counts "personnes" of whom nothing is said.
func (r *reader) persons(f *finding) bool {
	return f.head >= 0 && !f.single && !f.has && plainPeople[r.a.Tokens[f.head].Norm] && f.npEnd == f.head
}

// lastTold is the figure told last, no more than near sentences before f, nil where
// there is none.
func (r *reader) lastTold(f *finding, near int) *claim.Figure {
	n := len(r.r.Figures)
	if n == 0 || int(f.sent)-r.r.Figures[n-1].Sent > near {
		return nil
	}
	return r.r.Figures[n-1]
}

// otherCount is the measure of persons that somebody else speaks of than the toll told
// right before: "La centrale parle de 50.000 personnes", "les autorités font état
// d'environ 80 personnes".
func (r *reader) otherCount(f *finding, s lang.Sent) claim.Measure {
	if !r.persons(f) {
		return ""
	}
	if e := f.npEnd + 1; e < s.End && r.a.Tokens[e].POS != lang.PUNCT && r.a.Tokens[e].POS != lang.ADP {
		return "" // "parle de 12 personnes armées"
	}
	i := r.wordBefore(&f.counted, s)
	for i > s.First && (r.a.Tokens[i].Norm == "," || lang.FullForm(r.a.Tokens[i].Norm) == "de" || r.a.Tokens[i].POS == lang.PRON || r.a.Tokens[i].Norm == "chiffre" || r.a.Tokens[i].POS == lang.DET) {
		i-- // "parle, lui, de 900 personnes", "avance le chiffre de"
	}
	switch r.a.Tokens[i].Lemma {
	case "parler", "évoquer", "avancer", "annoncer", "état", "État":
	default:
		return ""
	}
	g := r.lastTold(f, 1)
	if g == nil {
		return ""
	}
	switch g.Measure {
	case claim.Participants, claim.Killed, claim.Injured, claim.Arrested, claim.Missing, claim.Displaced, claim.Evacuated:
		return g.Measure
	}
	return ""
}

// thisNumber is the measure of a number that "ce chiffre" or a bare "le bilan" has come
// to: the one told last.
func (r *reader) thisNumber(f *finding, s lang.Sent) claim.Measure {
	i := r.wordBefore(&f.counted, s)
	if n := r.a.Tokens[i].Norm; f.single || n != "à" && n != "de" || f.head >= 0 && !r.persons(f) {
		return ""
	}
	verb := false
	for i--; i > s.First && i > f.first-14; i-- {
		switch t := &r.a.Tokens[i]; {
		case reaching[t.Lemma] || t.Lemma == "être" || t.Lemma == "établir" || t.Lemma == "alourdir":
			verb = true
		case t.Norm == ";" || t.Norm == ":" || t.POS == lang.VERB && t.Morph.Has(lang.Fin):
			return ""
		case t.Norm == "chiffre" || t.Norm == "bilan":
			this := r.a.Tokens[i-1].Norm == "ce" || t.Norm == "bilan" && r.bareToll(i, s)
			g := r.lastTold(f, 3)
			if !verb || !this || g == nil || t.Norm == "bilan" && g.Measure != claim.Killed {
				return ""
			}
			return g.Measure
		}
	}
	return ""
}

// bareToll reports whether the word behind "bilan" at i does not say that it is one of
// other things: "le bilan est passé", "le bilan provisoire", not "le bilan comptable".
func (r *reader) bareToll(i int32, s lang.Sent) bool {
	if i+1 >= s.End || r.a.Tokens[i+1].POS != lang.ADJ {
		return true
	}
	switch r.a.Tokens[i+1].Norm {
	case "humain", "provisoire", "officiel", "définitif", "total":
		return true
	}
	return false
}

// marches are what crowds come to.
var marches = lang.WordSet("manifestation manifestations cortège cortèges défilé défilés marche marches rassemblement rassemblements")

// theyCame reports whether those of f are marchers by the words around them: "ils
// étaient 5.000 personnes à Lavigne", "la manifestation, avec 50.000 personnes", "celui
// des postiers (5.500 personnes)".
func (r *reader) theyCame(f *finding, s lang.Sent) bool {
	if !r.persons(f) || max(f.quantity.Low, f.quantity.Value) < 50 {
		return false
	}
	i := r.wordBefore(&f.counted, s)
	switch t := &r.a.Tokens[i]; {
	case t.Norm == "avec":
		for j := i - 1; j >= s.First && j > i-14; j-- {
			if marches[r.a.Tokens[j].Norm] {
				return true
			}
		}
		return false
	case t.Norm == "(":
		g := r.lastTold(f, 0)
		return g != nil && g.Measure == claim.Participants && r.a.Tokens[min(f.npEnd+1, s.End-1)].Norm == ")"
	}
	for i > s.First && (r.a.Tokens[i].POS == lang.ADV || r.locution(i) >= 0 || r.locution(i+1) >= 0) {
		i--
	}
	g := r.lastTold(f, 1)
	return i > s.First && r.a.Tokens[i].Norm == "étaient" && (r.a.Tokens[i-1].Norm == "ils" || r.a.Tokens[i-1].Norm == "elles") && g != nil && g.Measure == claim.Participants && r.a.Tokens[min(f.npEnd+1, s.End-1)].POS == lang.ADP
}

// blocks reports whether the verb at i says what a crowd has done to be heard: "près de
// 300 personnes ont bloqué le pont".
func (w *walk) blocks(i int32) bool {
	switch w.r.a.Tokens[i].Lemma {
	case "bloquer", "envahir", "barrer":
	default:
		return false
	}
	switch w.c.noun.group {
	case claim.People, claim.Protesters, claim.Workers, claim.Women:
		return w.r.protest && w.auxHave && !w.auxEtre && !w.self && w.c.quantity.Low >= 20
	}
	return false
}
