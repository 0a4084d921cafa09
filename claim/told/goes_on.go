package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Numbers that go on from a figure told before them: parts with "dont", numbers
// without a noun, "en" and "ils étaient".

// elliptical reports whether the finding leaves out what it counts and what
// happened to it: "quatre à Trans-en-Provence", "62 grièvement", "onze autres".
func (r *reader) elliptical(f *finding) bool { return f.head < 0 && f.measure == "" }

// inherit gives a part or an elliptical number the measure of the figure told
// before it.
func (r *reader) inherit(fs []finding, k int, s lang.Sent) {
	f := &fs[k]
	if f.p.rule == "open-whole" {
		return // counted out of many without a number
	}
	if f.other && f.head < 0 && !f.part && !f.has && r.ownVerb(f) {
		return // "… et plus de 400 autres restaient coincés au fond"
	}
	if f.measure == "" && r.gotAway(f, s) || r.height(f, s) {
		return
	}
	if r.sizeOf(f, s) || f.other && f.head < 0 && f.has && !f.shared && f.measure == "" {
		return // "… et en a emprisonné cinq autres": another thing is said of them
	}
	want := f.noun.measure
	if r.ofThem(&f.counted, s) {
		want = "" // "1.100 d'entre eux ont été relâchés": out of those arrested
	}
	if m := r.ofParmi(f.first, s); m != "" && f.part {
		want = r.amongVictims(m, f)
	}
	if want == "" && f.measure != "" && f.ownPredicate() && !r.ofThem(&f.counted, s) {
		want = f.measure
	}
	whole := r.wholeBefore(fs, k, want, s)
	if whole == nil {
		if f.part && f.measure == "" && f.head >= 0 {
			f.measure = r.ofParmi(f.first, s)
		}
		return
	}
	if whole.Sent != int(f.sent) && r.amongOthers(f, whole, s) {
		return
	}
	if !f.part && !r.followsOn(fs, k, s) || r.survivors(whole, f, s) || r.saidOtherwise(f, s) || f.measure == "" && r.ownState(f, whole.Measure) {
		return
	}
	if f.measure == "" && f.head >= 0 && !f.known && whole.Group != claim.Equipment && whole.Group != claim.OtherGroup && lang.FullForm(r.a.Tokens[f.last+1].Norm) != "de" && r.a.Tokens[f.last+1].Norm != "des" && !r.mayBePeople(f.head) {
		return // "26 étrangers de 14 nationalités"
	}
	if sev, at := r.severity(f, s); sev != "" && f.measure == "" {
		if sev == claim.Fatal {
			f.measure = claim.Killed
		} else if whole.Measure == claim.Injured || whole.Measure == claim.Victims {
			f.measure = claim.Injured
		}
		f.because = append(f.because, claim.Reason{Rule: "severity", Span: at})
	}
	if f.part && whole.Measure == claim.Hospitalised && f.measure == claim.Injured && f.head < 0 && f.p.rule == "predicate-idiom" {
		f.measure = "" // "hospitalisées, dont quatre dans un état sérieux"
	}
	if f.measure == "" {
		f.measure = whole.Measure
		f.because = append(f.because, claim.Reason{Rule: "measure-of-whole", Span: whole.Span})
	}
	if f.part {
		f.whole = whole
		f.because = append(f.because, claim.Reason{Rule: "part-of", Span: whole.Span})
	}
}

// amongOthers reports whether "parmi" names other people than the whole counts, of
// whom nothing is told: "Parmi les passagers, on comptait 169 Indiens".
func (r *reader) amongOthers(f *finding, whole *claim.Figure, s lang.Sent) bool {
	for j := f.first - 1; j >= s.First && j > f.first-14; j-- {
		if r.a.Tokens[j].Norm != "parmi" {
			continue
		}
		for k := j + 1; k < f.first && k < j+4; k++ {
			if n, ok := r.nounOf(k); ok && (n.measure != "" || n.group != "") {
				if t := &r.a.Tokens[k+1]; n.measure == "" && t.Morph.Has(lang.Part_) {
					v, _ := r.v.participle(t.Norm)
					return v.measure != whole.Measure // "Parmi les personnes interrogées"
				}
				return n.measure == "" && n.group != whole.Group
			}
		}
	}
	return false
}

// gotAway reports whether another thing is said of "d'entre eux" than what befell the
// others: "130 d'entre eux auraient réussi à passer", "plusieurs d'entre eux risquent
// la mort".
func (r *reader) gotAway(f *finding, s lang.Sent) bool {
	if !r.ofThem(&f.counted, s) {
		return false
	}
	for i := f.npEnd + 1; i < s.End && i < f.npEnd+10; i++ {
		t := &r.a.Tokens[i]
		if t.POS == lang.PUNCT || t.Norm == "qui" {
			return false
		}
		if t.POS == lang.VERB {
			return !describes[t.Lemma] && (t.Lemma != "trouver" || r.wordIn(lang.Sent{First: i, End: min(s.End, i+5)}, "bord"))
		}
	}
	return false
}

// describes holds the verbs that only say who some of those counted are, or how they
// fare, and leave them what they are.
var describes = lang.WordSet("être avoir venir provenir appartenir figurer compter faire porter travailler vivre habiter résider étudier rester demeurer souffrir présenter sembler naître exercer servir détenir posséder voir recevoir consulter")

// height reports whether a bare number is how high something went that is no toll:
// "des rafales qui ont atteint jusqu'à 165".
func (r *reader) height(f *finding, s lang.Sent) bool {
	if f.head >= 0 {
		return false
	}
	for i := f.first - 1; i >= s.First && i > f.first-6; i-- {
		t := &r.a.Tokens[i]
		if t.POS != lang.VERB {
			continue
		}
		if t.Lemma != "atteindre" && t.Lemma != "dépasser" && t.Lemma != "souffler" && t.Lemma != "avoisiner" {
			return false
		}
		h := r.a.Child(i, lang.Nsubj)
		if h >= 0 && r.a.Tokens[h].Norm == "qui" {
			h = t.Head
		}
		if h < 0 || r.a.Tokens[h].POS != lang.NOUN || r.thingAt(h) == tollThing {
			return false
		}
		n, known := r.nounOf(h)
		return !known || n.measure == "" && n.group == ""
	}
	return false
}

// sizeOf reports whether a bare number only says how large something is: "qui
// faisaient partie d'un groupe de quatorze".
func (r *reader) sizeOf(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if f.head >= 0 || i-1 <= s.First || lang.FullForm(r.a.Tokens[i].Norm) != "de" || r.a.Tokens[i-1].POS != lang.NOUN {
		return false
	}
	of := r.a.Tokens[i-1].Norm
	det := r.a.Tokens[i-2].Norm
	return (det == "un" || det == "une") && r.thingAt(i-1) != tollThing && of != "total" && of != "foule" && of != "cortège"
}

// amongVictims is the measure of the whole of "parmi les victimes": the dead, where
// a toll of dead and none of injured was told right before.
func (r *reader) amongVictims(m claim.Measure, f *finding) claim.Measure {
	if m != claim.Victims {
		return m
	}
	killed := false
	for j := len(r.r.Figures) - 1; j >= 0 && int(f.sent)-r.r.Figures[j].Sent <= 2; j-- {
		switch r.r.Figures[j].Measure {
		case claim.Killed:
			killed = true
		case claim.Injured, claim.Hospitalised, claim.Victims:
			return m
		}
	}
	if killed {
		return claim.Killed
	}
	return m
}

// followsOn reports whether an elliptical number goes on from the one before:
// it is linked to it, or severity or a place follows.
func (r *reader) followsOn(fs []finding, k int, s lang.Sent) bool {
	if k == 0 {
		return fs[k].other || r.ofThem(&fs[k].counted, s) || r.takesUp(&fs[k].counted, s) || r.marchGoesOn(&fs[k].counted, s) || r.answered(&fs[k].counted, s)
	}
	told := false
	for j := range k {
		told = told || fs[j].figure != nil
	}
	if !told {
		return r.backward(fs, k, s)
	}
	if r.linked(&fs[k-1].counted, &fs[k].counted) || r.kindOf(&fs[k], s) >= 0 && r.kindOf(&fs[k-1], s) >= 0 || fs[k].other && !r.verbBetween(fs[k-1].npEnd+1, fs[k].first) {
		return true
	}
	return r.standsAlone(&fs[k].counted, s)
}

// survivors reports whether those alive are spoken of between the whole and f:
// what follows breaks them down, not the dead.
func (r *reader) survivors(whole *claim.Figure, f *finding, s lang.Sent) bool {
	if whole.Measure == claim.Rescued {
		return false
	}
	for i := s.First; i < s.End && i < f.npEnd+3; i++ {
		t := &r.a.Tokens[i]
		if int(t.Start) < whole.Span.Start {
			continue
		}
		for _, w := range []string{"rescapé", "surviv", "survécu", "indemne", "miraculé", "sauf"} {
			if strings.HasPrefix(t.Norm, w) {
				return true
			}
		}
	}
	return false
}

// saidOtherwise reports whether "plusieurs" is only told to be in some state:
// "parmi lesquels plusieurs semblaient épuisés".
func (r *reader) saidOtherwise(f *finding, s lang.Sent) bool {
	i := f.last + 1
	if f.head >= 0 || f.quantity.Qualifier != lang.Vague || i >= s.End {
		return false
	}
	t := &r.a.Tokens[i]
	_, said := r.v.verbs[t.Lemma]
	return t.POS == lang.VERB && t.Morph.Has(lang.Fin) && t.Lemma != "être" && !isHave(t) && !said
}

// ownState reports whether a participle or adjective right behind f says of those
// counted another thing than m, the measure told before them: "37.000 maisons
// détruites, 47.000 autres endommagées", "cinq morts et cinq inconscients".
func (r *reader) ownState(f *finding, m claim.Measure) bool {
	i := f.npEnd + 1
	if f.head < 0 {
		i = f.last + 1
	}
	if i < int32(len(r.a.Tokens)) && r.a.Tokens[i].Norm == "autres" {
		i++
	}
	end := r.a.Sents[f.sent].End
	for i < end && r.a.Tokens[i].POS == lang.ADV {
		i++
	}
	if f.head >= 0 && livingStates[singularState(r.a.Tokens[f.head].Norm)] {
		return m == claim.Killed
	}
	if i >= end {
		return false
	}
	t := &r.a.Tokens[i]
	if m == claim.Killed && livingStates[singularState(t.Norm)] {
		return true
	}
	if f.part || m != claim.Destroyed || t.POS != lang.VERB && t.POS != lang.ADJ || !strings.HasSuffix(t.Norm, "s") {
		return false
	}
	v, ok := r.v.participle(t.Norm)
	return t.Morph.Has(lang.Part_) && (!ok || v.measure != claim.Destroyed && v.thing != claim.Destroyed)
}

// livingStates are said of nobody who is dead.
var livingStates = lang.WordSet("inconscient conscient vivant choqué commotionné intoxiqué incommodé traumatisé")

// singularState is the masculine singular of a regular adjective.
func singularState(w string) string {
	w = strings.TrimSuffix(w, "s")
	if strings.HasSuffix(w, "ée") || strings.HasSuffix(w, "nte") {
		w = strings.TrimSuffix(w, "e")
	}
	return w
}

// takesUp reports whether "en" before its verb makes a bare number one of what
// was told before: "La présidence en a annoncé 905", "la police n'en
// reconnaissait que neuf".
func (r *reader) takesUp(c *counted, s lang.Sent) bool {
	if c.head >= 0 || !r.standsAlone(c, s) {
		return false
	}
	for i := c.first - 1; i >= s.First && i > c.first-9; i-- {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case "ils", "elles":
			n := len(r.r.Figures)
			return i+1 < s.End && isBe(&r.a.Tokens[i+1]) && n > 0 && r.r.Figures[n-1].Measure == claim.Participants
		case "en":
			return i+1 < s.End && (r.a.Tokens[i+1].POS == lang.VERB || r.a.Tokens[i+1].POS == lang.AUX)
		case ",", ";", ":", "que":
			if t.Norm != "que" {
				return false
			}
		}
	}
	return false
}

// answered reports whether a bare number is what somebody else puts against the
// toll of the sentence before: "La Croix-Rouge, elle, parle d'une trentaine".
func (r *reader) answered(c *counted, s lang.Sent) bool {
	if c.head >= 0 || c.single || !r.standsAlone(c, s) {
		return false
	}
	i := c.first - 1
	for i > s.First && (int(r.a.Tokens[i].Start) >= c.numStart || r.a.Tokens[i].Norm == "de" || r.a.Tokens[i].Norm == "d'") {
		i--
	}
	switch r.a.Tokens[i].Lemma {
	case "parler", "évoquer", "avancer", "annoncer", "dénombrer", "recenser", "compter", "état", "État":
		return i > s.First
	}
	return false
}

// backward reports whether a bare number may go on from the sentence before:
// nothing else is counted before it in its own.
func (r *reader) backward(fs []finding, k int, s lang.Sent) bool {
	for j := range k {
		if fs[j].figure == nil && fs[j].head < 0 && r.takenFrom(&fs[j], s) {
			continue // "Sur ces 19, onze étaient des femmes"
		}
		if !fs[j].single {
			// "900 à Gap, 400 à Digne": the first of the row went on
			return fs[j].figure != nil && r.marchGoesOn(&fs[k].counted, s)
		}
	}
	return r.takesUp(&fs[k].counted, s) || fs[k].part || r.answered(&fs[k].counted, s)
}

// marchGoesOn reports whether a bare number with a place behind it goes on from
// a turn-out told in the sentence before: "Et, d'après la mairie, 900 à Gap".
func (r *reader) marchGoesOn(c *counted, s lang.Sent) bool {
	n := len(r.r.Figures)
	if c.head >= 0 || n == 0 || !r.standsAlone(c, s) || r.r.Figures[n-1].Measure != claim.Participants {
		return false
	}
	return int(c.sent)-r.r.Figures[n-1].Sent <= 1 && c.quantity.Low >= 20
}

// nestedIn reports whether the part at fs[k] is counted in the part before it and
// not beside it: no "et" stands between, and it does not name another place.
func (r *reader) nestedIn(fs []finding, k int) bool {
	for i := fs[k-1].npEnd + 1; i < fs[k].first; i++ {
		if n := r.a.Tokens[i].Norm; n == "et" || n == "puis" || n == "ainsi" {
			return false
		}
	}
	return fs[k].head < 0 || fs[k-1].head < 0 || fs[k].first-fs[k-1].npEnd <= 2
}

func (r *reader) verbBetween(from, to int32) bool {
	for i := from; i < to; i++ {
		if t := &r.a.Tokens[i]; t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			return true
		}
	}
	return false
}

// standsAlone reports whether an elliptical number is a figure of its own by
// what follows it: "trois à Villegailhenc", "30.000 selon la CGT", "l'hôpital,
// une soixantaine".
func (r *reader) standsAlone(c *counted, s lang.Sent) bool {
	i := c.last + 1
	for i < s.End && int(r.a.Tokens[i].Start) < c.numEnd {
		i++
	}
	if i >= s.End || c.first > s.First && r.a.Tokens[c.first-1].Norm == "contre" {
		return true
	}
	switch r.a.Tokens[i].Norm {
	case "côté", "légers", "légères", "graves":
		return true
	case "durant", "pendant":
		return true // "on en avait compté 31 durant l'hiver"
	case "grièvement", "légèrement", "gravement", "mortellement", "sérieusement":
		return true
	case "(":
		return i+3 < s.End && (r.a.Tokens[i+2].Norm == ")" || r.a.Tokens[i+3].Norm == ")")
	case ".", ";", ",", ")", "»", "\"", "selon", "d'après", "!", "…":
		return true
	case "à", "au", "aux", "en", "dans", "chez", "sur", "depuis", "pour":
		return i+1 < s.End && r.a.Tokens[i+1].POS != lang.NUM
	case "d'":
		return i+1 < s.End && r.a.Tokens[i+1].Norm == "après"
	}
	return false
}

// wholeBefore is the figure that a part at fs[k] is counted in: the nearest
// before it in the sentence that is no part itself, with the measure wanted;
// failing that, the last of the sentence before.
func (r *reader) wholeBefore(fs []finding, k int, want claim.Measure, s lang.Sent) *claim.Figure {
	if k > 0 && fs[k].taken && !fs[k-1].taken && fs[k-1].figure != nil {
		return fs[k-1].figure
	}
	if k > 0 && fs[k-1].part && fs[k-1].figure != nil && fs[k-1].quantity.Low > fs[k].quantity.Low && r.partCue(&fs[k].counted, s) && !r.ofThem(&fs[k].counted, s) && r.nestedIn(fs, k) {
		return fs[k-1].figure // "huit dans un état grave, dont quatre critiques"
	}
	if fs[k].head < 0 && fs[k].noun.measure == "" {
		for j := k - 1; j >= 0 && (fs[j].part || fs[j].figure == nil); j-- { // "40 noyés, dont vingt à A où deux ponts ont cédé, huit à B"
			if fs[j].part && fs[j].head < 0 && fs[j].figure != nil && fs[j].whole != nil {
				fs[k].part = true
				return fs[j].whole
			}
		}
	}
	for j := k - 1; j >= 0; j-- {
		g := fs[j].figure
		if g == nil && fs[j].first > s.First && r.a.Tokens[fs[j].first-1].POS == lang.ADP && lang.FullForm(r.a.Tokens[fs[j].first-1].Norm) != "de" {
			continue // "enterrés dans trois fosses, dont vingt enfants"
		}
		if fs[k].part && g == nil && !fs[j].single && !fs[j].part && fs[j].head >= 0 && !unitNouns[r.a.Tokens[fs[j].head].Norm] && want == "" {
			return nil // "huit rescapés, dont deux femmes": part of what is no figure
		}
		if g == nil || fs[j].part && fs[k].part {
			continue
		}
		if want == "" || g.Measure == want || g.Measure == claim.Victims || g.Measure == claim.Hospitalised && want == claim.Injured || fs[k].noun.measure == "" && fs[k].part && j == k-1 {
			return g
		}
	}
	if k > 0 && (r.presents(s) || r.amongThose(s)) && fs[k].part && fs[k-1].part && fs[k-1].whole != nil && r.linked(&fs[k-1].counted, &fs[k].counted) {
		return fs[k-1].whole
	}
	near := 2
	if m := r.ofParmi(fs[k].first, s); m != "" && fs[k].part && (k == 0 || r.backward(fs, k, s)) {
		want = r.amongVictims(m, &fs[k])
		near = 5 // "Parmi les morts" names them, whatever was told between
	} else if k > 0 && !r.backward(fs, k, s) || m != "" {
		return nil
	}
	for j := len(r.r.Figures) - 1; j >= 0; j-- {
		g := r.r.Figures[j]
		if int(fs[k].sent)-g.Sent > near || g.Sent == int(fs[k].sent) {
			if g.Sent == int(fs[k].sent) {
				continue
			}
			break
		}
		if g.PartOf == nil && (want == "" || g.Measure == want || g.Measure == claim.Victims || g.Measure == claim.Participants) {
			return g
		}
	}
	return nil
}

// kindGoesOn reports whether the k-th number goes on telling of what kind those of the
// toll before it are, the verb left out: "30 des morts sont des femmes et 12 des
// enfants".
func (r *reader) kindGoesOn(fs []finding, k int, s lang.Sent) bool {
	f, g := &fs[k], &fs[k-1]
	if f.head < 0 || f.single || f.has || g.figure == nil || !r.ofThose(&g.counted) || r.nounBehindBe(g.npEnd+1, s) < 0 {
		return false
	}
	i := f.last + 1
	if i < s.End && r.a.Tokens[i].Norm == "autres" {
		i++
	}
	return i < f.head && (r.surface(i) == "des" || r.a.Tokens[i].Norm == "de") && f.head <= i+2
}

// setAgainst reports whether the bare k-th number is counted of what the one before it
// only foresaw: "On redoutait 500 morts ; on en compte 38".
func (r *reader) setAgainst(fs []finding, k int, s lang.Sent) bool {
	f, g := &fs[k], &fs[k-1]
	return f.head < 0 && !f.single && g.figure == nil && g.noun.measure != "" && g.measure != "" && r.takesUp(&f.counted, s) && r.unreal(g, s)
}
