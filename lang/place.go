package lang

import "recoupe/text"

// PlaceAt returns the place that a figure at byte pos is told of, with the first
// byte and the end of the words that say so. It looks for words of place ("à
// Almaty", "dans la région de Mangystau", "in Kazakhstan") governed by the figure or in
// its clause, then in the sentence, then in the sentences before it in the same
// part and in the title; and takes at last what the report first says of place,
// dateline included. The place is nil where nothing says; where two countries are
// named together ("en Allemagne et en Belgique") it is nil as well, and the bytes are
// those that name them.
//
//	"Au moins 12 personnes ont été tuées à Taldyk, selon la police d'Almaty."  Taldyk
func (a *Analysis) PlaceAt(pos int) (*Place, int, int) {
	si := a.sentAt(pos)
	if si < 0 {
		return nil, 0, 0
	}
	if n := a.placeInSentence(si, pos); n != nil {
		if end := a.severalCountries(si, n); end > 0 {
			return nil, n.Start, end
		}
		if of, end := a.oneOfSeveral(si, n); of != nil {
			return of, n.Start, end
		}
		return n.Place, n.Start, n.End
	}
	part := a.Doc.Sentences[si].Part
	for back := si - 1; back >= 0 && back >= si-3 && a.Doc.Sentences[back].Part >= part-1; back-- {
		if n := a.placeOfSentence(back); n != nil {
			return n.Place, n.Start, n.End
		}
	}
	for i, s := range a.Doc.Sentences {
		if i < si && s.Part < len(a.Doc.Parts) && a.Doc.Parts[s.Part].Kind == text.Title {
			if n := a.placeOfSentence(i); n != nil {
				return n.Place, n.Start, n.End
			}
		}
	}
	for i := range a.Sents[:si] {
		if n := a.placeOfSentence(i); n != nil {
			return n.Place, n.Start, n.End
		}
	}
	return nil, 0, 0
}

// sentAt returns the index of the sentence that holds byte pos, -1 if none.
func (a *Analysis) sentAt(pos int) int {
	for i, s := range a.Doc.Sentences {
		if i < len(a.Sents) && s.Start <= pos && pos < s.End {
			return i
		}
	}
	return -1
}

// namesOf returns the names of sentence si.
func (a *Analysis) namesOf(si int) []Name {
	from := 0
	for from < len(a.Names) && int(a.Names[from].Sent) < si {
		from++
	}
	to := from
	for to < len(a.Names) && int(a.Names[to].Sent) == si {
		to++
	}
	return a.Names[from:to]
}

// placeInSentence returns the location of sentence si that a figure at pos is
// told of; nil if the sentence says of no place.
func (a *Analysis) placeInSentence(si, pos int) *Name {
	fig := a.tokenAt(si, pos)
	if fig < 0 {
		return a.placeOfSentence(si)
	}
	clause := a.clauseOf(fig)
	names := a.namesOf(si)
	var best, bearing *Name
	high := 0
	for i := range names {
		n := &names[i]
		v := a.placeWeight(n)
		if v == 0 || a.ofPart(fig, n) {
			continue
		}
		shared := a.sharedOut(fig, n)
		if !shared && (v == bearingWeight || i > 0 && a.holds(n, &names[i-1])) {
			bearing = n // where another place lies: taken where there is none
			continue
		}
		top := a.topOf(n)
		at := a.clauseOf(top)
		switch {
		case a.Under(top, a.Tokens[fig].Head) && a.Tokens[fig].Head != a.Tokens[a.Tokens[fig].Head].Head:
			v += 60 // "trois morts à Taldyk": the figure's own
		case at == clause:
			v += 50
		case a.saying(at):
			continue // "a indiqué à Genève le HCR": where it was said
		case a.Under(clause, at):
			v += 25
		default:
			v += 10
		}
		if shared || a.whereOf(fig, n) {
			v += 80 // "trois morts à Taldyk, deux dans la province de Kara"
		} else if a.numberBetween(fig, top) || a.numberBetween(top, fig) {
			v -= 15
		}
		// The nearer; of two places one of which holds the other, the smaller.
		v -= min(abs(int(fig-top)), 20)
		if best != nil && best.Place.Contains(n.Place) != n.Place.Contains(best.Place) {
			if best.Place.Contains(n.Place) {
				v += 12
			} else {
				v -= 12
			}
		}
		if v > high {
			best, high = n, v
		}
	}
	if best == nil {
		return bearing
	}
	return best
}

// severalCountries returns the end of the words that name the country n together with
// another one: a toll "en Allemagne et en Belgique" is of neither. It returns 0
// where n stands alone.
func (a *Analysis) severalCountries(si int, n *Name) int {
	names := a.namesOf(si)
	for i := range names {
		m := &names[i]
		if m.Place == nil || m.Demonym || m.Place.Country == "" || m.Place.Country == n.Place.Country {
			continue
		}
		if a.coordinated(n.Last, m.First) {
			return m.End
		}
		if a.coordinated(m.Last, n.First) {
			return n.End
		}
	}
	return 0
}

// coordinated reports whether nothing but "et", a preposition and an article stands
// between the names that end with token i and begin with token j.
func (a *Analysis) coordinated(i, j int32) bool {
	if j <= i+1 || j > i+4 || a.Tokens[i+1].POS != CCONJ {
		return false
	}
	for k := i + 2; k < j; k++ {
		if p := a.Tokens[k].POS; p != ADP && p != DET {
			return false
		}
	}
	return true
}

// takenUp are the nouns by which a place just named is taken up, by the precision
// of the places they may stand for.
var takenUp = map[string]string{"région": "region", "province": "region", "département": "region", "état": "region", "gouvernorat": "region", "district": "region", "île": "region",
	"ville": "city", "commune": "city", "localité": "city", "village": "city", "cité": "city", "bourgade": "city", "pays": "country"}

// PlaceTakenUp returns the place that "dans cette région", "dans ce village" behind
// the figure at byte pos takes up: the one of that kind named last before, in its
// sentence or the two before it. It returns nil where nothing is taken up.
func (a *Analysis) PlaceTakenUp(pos int) *Name {
	si := a.sentAt(pos)
	if si < 0 || a.sentenceLanguage(si) != "fr" {
		return nil
	}
	fig := a.tokenAt(si, pos)
	if fig < 0 {
		return nil
	}
	end := min(a.Sents[si].End, fig+16)
	for i := fig + 1; i+2 < end; i++ {
		if a.Tokens[i].POS == NUM {
			return nil // of another number
		}
		kind := takenUp[a.Tokens[i+2].Norm]
		if kind == "" || a.Tokens[i].Norm != "dans" || a.Tokens[i+1].Norm != "cette" && a.Tokens[i+1].Norm != "ce" && a.Tokens[i+1].Norm != "cet" {
			continue
		}
		for back := si; back >= 0 && back >= si-2; back-- {
			names := a.namesOf(back)
			for k := len(names) - 1; k >= 0; k-- {
				if n := &names[k]; n.First < i && n.Kind == Location && !n.Demonym && n.Place != nil && n.Place.Precision == kind {
					return n
				}
			}
		}
		return nil
	}
	return nil
}

// oneOfSeveral returns the country of a town that is told of together with other
// places, and the end of the words that do: a toll "à Dakar et à Ziguinchor", "à
// Dakar et dans le sud du pays" is of neither town. It returns nil where n stands
// alone.
func (a *Analysis) oneOfSeveral(si int, n *Name) (*Place, int) {
	if n.Place.Precision == "country" || n.Place.Country == "" {
		return nil, 0
	}
	s := a.Sents[si]
	i := n.Last + 1
	if i >= s.End || a.Tokens[i].POS != CCONJ {
		return nil, 0
	}
	if i++; i < s.End && locativeWords[a.Tokens[i].Norm] {
		i++
	}
	for i < s.End && (a.Tokens[i].POS == DET || a.Tokens[i].POS == ADP) {
		i++
	}
	country := countryPlaces()[n.Place.Country]
	for _, m := range a.namesOf(si) {
		if m.First == i && m.Kind == Location && m.Place != nil && m.Place.Precision != "country" && m.Place.Country == n.Place.Country {
			return country, m.End
		}
	}
	if i < s.End && locativeWords[a.Tokens[n.Last+2].Norm] && partWords[a.Tokens[i].Lemma] {
		return country, int(a.Tokens[i].End)
	}
	return nil, 0
}

// holds reports whether n only says where the place just before it lies: "le
// village de Sidi Ouaddou, dans la province d'Al Haouz".
func (a *Analysis) holds(n, before *Name) bool {
	if before.Kind != Location || before.Place == nil || before.Place.Precision != "city" || n.Place.Precision == "city" {
		return false
	}
	mark := before.Last + 1
	if mark >= n.First || a.Tokens[mark].Norm != "," && a.Tokens[mark].Norm != "(" {
		return false
	}
	for i := mark + 1; i < n.First; i++ {
		switch a.Tokens[i].POS {
		case DET, ADJ, NOUN, ADP:
		default:
			return false
		}
	}
	return n.First-mark <= 6
}

// sharedOut reports whether words of place lead from the number at fig straight
// to n, as where a toll is told place by place: "492 morts dans la province de
// Taldyk, 17 à Kara".
func (a *Analysis) sharedOut(fig int32, n *Name) bool {
	lead := n.First - 1
	for lead > fig && n.First-lead <= 6 && !a.leadsToPlace(lead) {
		switch t := &a.Tokens[lead]; t.POS {
		case DET, ADJ, NOUN, ADP, PROPN:
		default:
			return false
		}
		lead--
	}
	if lead <= fig || lead > fig+4 || !a.leadsToPlace(lead) || a.numberBetween(fig, n.First) {
		return false
	}
	for i := fig + 1; i < lead; i++ {
		switch t := &a.Tokens[i]; t.POS {
		case VERB, PUNCT, CCONJ, SCONJ:
			if t.POS != VERB || t.Morph.Has(Fin) || t.Morph.Has(Inf) {
				return false
			}
		}
	}
	return true
}

// ofPart reports whether n is only the place of a part of the number at fig: "227
// morts, dont 158 dans le Sud", "a tué 1.900 personnes, notamment aux Cayes".
func (a *Analysis) ofPart(fig int32, n *Name) bool {
	for i := fig + 1; i < n.First; i++ {
		switch a.Tokens[i].Norm {
		case "notamment", "surtout", "principalement", "particulièrement", "majoritairement", "notably", "mostly", "mainly":
			return true
		case "dont", "lesquels", "lesquelles":
			return a.numberBetween(i, n.First)
		}
	}
	return false
}

// leadsToPlace reports whether token i leads to a place that shares a toll: "15 en
// Belgique et 93 pour l'Allemagne".
func (a *Analysis) leadsToPlace(i int32) bool {
	n := a.Tokens[i].Norm
	return locativeWords[n] || n == "pour"
}

// whereOf reports whether the number at fig is told in a clause that "où" ties to
// n: "à Kara, où entre 12 et 15 personnes ont été blessées, et à Taldyk".
func (a *Analysis) whereOf(fig int32, n *Name) bool {
	i := n.Last + 1
	for i < fig && a.Tokens[i].POS == PUNCT {
		i++
	}
	if i >= fig || a.Tokens[i].Norm != "où" && a.Tokens[i].Norm != "where" && a.Tokens[i].Norm != "где" {
		return false
	}
	for i++; i < fig; i++ {
		if t := &a.Tokens[i]; t.POS == PROPN || t.POS == NUM && i < fig-2 || t.Norm == "où" {
			return false
		}
	}
	return true
}

// numberBetween reports whether a number stands after token i and before j.
func (a *Analysis) numberBetween(i, j int32) bool {
	for k := i + 1; k < j; k++ {
		if a.Tokens[k].POS == NUM {
			return true
		}
	}
	return false
}

// placeOfSentence returns the first location of sentence si that words of place
// lead to, else its first location.
func (a *Analysis) placeOfSentence(si int) *Name {
	names := a.namesOf(si)
	var best *Name
	high := 0
	for i := range names {
		if v := a.placeWeight(&names[i]); v > high {
			best, high = &names[i], v
		}
	}
	return best
}

// bearingWeight is the weight of a place that only says where another lies.
const bearingWeight = 9

// placeWeight says how well a name tells where something happened: 0 not at all.
func (a *Analysis) placeWeight(n *Name) int {
	if n.Place == nil || n.Demonym || n.Kind != Location {
		return 0
	}
	top := a.topOf(n)
	t := &a.Tokens[top]
	head := &a.Tokens[t.Head]
	classes := knowledge().classes[a.sentenceLanguage(int(n.Sent))]
	prep := a.prepositionOf(n)
	switch {
	case n.First == a.Sents[n.Sent].First && n.Sent == 0 && a.dateline(n):
		return 30
	case placeOrigins[head.Lemma] || placeOrigins[prep], placeGoals[prep] || (prep != "" || t.Rel == Obj) && placeGoals[head.Lemma]:
		return 0
	case locativeWords[prep], prep == "pour" && n.Place.Precision == "country":
		return 30
	case prep == "de" || prep == "d'" || prep == "of" || prep == "":
		// "la région de Tizi", "la prison de Kara": a place as well; "le maire de
		// Paris", "la police de Kara": the place of a speaker.
		c := classes[head.Lemma]
		switch {
		case prep != "" && c&(roleWord|titleWord|orgWord|sayWord) != 0 && c&placeWord == 0:
			return 6
		case prep != "" && bearings[head.Lemma]:
			return bearingWeight // "la région de Tizi, au sud-ouest de Kara"
		case prep != "" && c&placeWord != 0:
			if g := &a.Tokens[head.Head]; head.Rel == Nmod && classes[g.Lemma]&(roleWord|titleWord) != 0 {
				return 6 // "le gouverneur de la région de Tizi"
			}
			return 28
		case prep != "":
			return 16
		case t.Rel == Nsubj, t.Rel == Appos:
			return 12
		}
		return 10
	}
	return 8
}

var (
	locativeWords = WordSet("à au aux en dans près sur sous chez entre hors autour devant derrière depuis in at near on around outside inside across off within into throughout в во на под из около близ у возле")
	bearings      = WordSet("nord sud est ouest nord-est nord-ouest sud-est sud-ouest kilomètre km mètre mile lieue heure north south east west northeast northwest southeast southwest kilometre kilometer север юг восток запад километр км")
	partWords     = WordSet("nord sud est ouest centre nord-est nord-ouest sud-est sud-ouest reste région province intérieur environ banlieue alentour ville village localité campagne")
	placeGoals    = WordSet("vers direction destination partance rejoindre gagner regagner rallier toward towards reach")
	placeOrigins  = WordSet("originaire natif venir partir provenir venu ressortissant exporter originally")
)

// dateline reports whether n opens the report before a dash or a date in
// brackets: "ALMATY, 6 janvier (AFP) -".
func (a *Analysis) dateline(n *Name) bool {
	words := a.Words(a.Sents[n.Sent])
	for i, t := range words {
		if i > 12 {
			break
		}
		if int(t.Start) >= n.End && (t.Norm == "-" || t.Norm == "--" || t.Norm == "(") {
			return true
		}
	}
	return false
}

// prepositionOf returns the preposition that leads to n, over articles and
// adjectives, "" if none does.
func (a *Analysis) prepositionOf(n *Name) string {
	s := a.Sents[n.Sent]
	for i := n.First - 1; i >= s.First && i >= n.First-4; i-- {
		switch t := &a.Tokens[i]; {
		case i == n.First-1 && t.Norm == "a" && a.Doc.Text[t.Start:t.End] == "A" && (i == s.First || a.Tokens[i-1].POS == PUNCT):
			return "à" // capitals bear no accent in half of the press: "A Toulouse, ..."
		case t.POS == ADP:
			return t.Norm
		case t.POS == PUNCT, t.POS == VERB, t.POS == CCONJ:
			return ""
		}
	}
	return ""
}

// topOf returns the token of n that a token outside n governs.
func (a *Analysis) topOf(n *Name) int32 {
	i := n.First
	for range 16 {
		h := a.Tokens[i].Head
		if h == i || h < n.First || h > n.Last {
			break
		}
		i = h
	}
	return i
}

// clauseOf returns the head of the clause that token i is in.
func (a *Analysis) clauseOf(i int32) int32 {
	for range 64 {
		t := &a.Tokens[i]
		switch t.Rel {
		case Root, Acl, Advcl, Ccomp, Csubj, Parataxis:
			return i
		case Conj:
			if t.POS == VERB {
				return i
			}
		}
		if t.Head == i {
			return i
		}
		i = t.Head
	}
	return i
}

// saying reports whether token i is a verb of saying.
func (a *Analysis) saying(i int32) bool {
	language := a.sentenceLanguage(int(a.Tokens[i].Sent))
	return knowledge().classes[language][a.Tokens[i].Lemma]&sayWord != 0
}

// tokenAt returns the token of sentence si that begins at or after byte pos, -1
// if none does.
func (a *Analysis) tokenAt(si, pos int) int32 {
	s := a.Sents[si]
	for i := s.First; i < s.End; i++ {
		if int(a.Tokens[i].End) > pos {
			return i
		}
	}
	return -1
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
