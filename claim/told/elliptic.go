package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Numbers whose noun stands elsewhere in the sentence.

// turnouts are words for how many came.
var turnouts = lang.WordSet("participation affluence assistance")

// numberOf gives a bare number the measure of "le nombre de morts est passé de
// 250 à 267", "le total des arrestations atteint 4.820".
func (r *reader) numberOf(f *finding, s lang.Sent) {
	reach := int32(22)
	if f.first > s.First+1 && (r.a.Tokens[f.first-1].Norm == ":" || r.a.Tokens[f.first-1].Norm == "à" && r.a.Tokens[f.first-2].POS == lang.VERB) {
		reach = 45
	}
	for i := f.first - 1; i >= s.First && i > f.first-reach; i-- {
		switch r.a.Tokens[i].Norm {
		case ";":
			return
		case "participation", "affluence", "assistance":
			f.measure = claim.Participants
			f.because = append(f.because, claim.Reason{Rule: "number-of", Span: r.span(r.a.Surface(i, i))})
			return
		case "nombre", "total", "bilan", "chiffre", "décompte", "celui", "celle":
		default:
			continue
		}
		for j := i + 1; j < min(f.first, i+7); j++ {
			t := &r.a.Tokens[j]
			if t.Norm == "," || t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
				break
			}
			if strings.HasPrefix(t.Norm, "manqu") && r.followedBy(j, "appel") {
				f.measure = claim.Missing // "le nombre de personnes manquant à l'appel"
				f.because = append(f.because, claim.Reason{Rule: "number-of", Span: r.span(r.a.Surface(i, j))})
				return
			}
			n, ok := r.nounOf(j)
			if ok && n.measure != "" {
				f.measure, f.noun, f.known = n.measure, n, true
				r.whoseOutcome(f, j)
				f.because = append(f.because, claim.Reason{Rule: "number-of", Span: r.span(r.a.Surface(i, j))})
				return
			}
			if v, hit := r.v.participle(t.Norm); hit && t.POS != lang.NOUN && v.arg&thingOnly == 0 {
				f.measure = v.measure
				r.whoseOutcome(f, j)
				f.because = append(f.because, claim.Reason{Rule: "number-of", Span: r.span(r.a.Surface(i, j))})
				return
			}
		}
	}
}

// outcomeReaches is the measure of a bare number that an outcome has come to, "les
// décès restant à 31", or that stands before its own words, "porte à cinq, dont
// deux gendarmes, le nombre de morts"; "" where it is neither.
func (r *reader) outcomeReaches(f *finding, s lang.Sent) claim.Measure {
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if i-2 < s.First || r.a.Tokens[i].Norm != "à" {
		return ""
	}
	if n, ok := r.nounOf(i - 2); ok && reaching[r.a.Tokens[i-1].Lemma] && r.a.Tokens[i-2].POS == lang.NOUN {
		return n.measure
	}
	if e := f.last + 1; e >= s.End || r.a.Tokens[e].Norm != "," {
		return ""
	}
	for j := f.last + 2; j+2 < s.End && j < f.last+14; j++ {
		t := &r.a.Tokens[j]
		if (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) {
			return ""
		}
		if h := r.pastNumberOf(j, s); h > j && r.a.Tokens[j-1].Norm == "," {
			n, _ := r.nounOf(h)
			return n.measure
		}
	}
	return ""
}

// numberBetween reports whether "le nombre de" opens a toll of its own in (from, to):
// "12 morts, et que le nombre de disparus est de 30".
func (r *reader) numberBetween(from, to int32) bool {
	for i := from + 1; i+1 < to; i++ {
		t := &r.a.Tokens[i]
		if lang.FullForm(r.a.Tokens[i+1].Norm) != "de" {
			continue
		}
		if (t.Norm == "nombre" || t.Norm == "total") && t.POS == lang.NOUN || t.Norm == "celui" || t.Norm == "celle" {
			return true // "12 morts, … le nombre de disparus", "et celui des blessés à 130"
		}
	}
	return false
}

// reaching are verbs by which a toll comes to a number.
var reaching = lang.WordSet("rester passer monter grimper élever chiffrer bondir stagner descendre")

// turnout reports whether persons counted at a place are the marchers that the
// report has just told of: "les autorités ont recensé 6.000 personnes à Brest".
func (r *reader) turnout(f *finding, s lang.Sent) bool {
	if f.head < 0 && !f.single && r.theyMarched(f, s) {
		return true
	}
	if f.head < 0 || f.single || f.has || !plainPeople[r.a.Tokens[f.head].Norm] || f.quantity.Low < 50 {
		return false
	}
	if r.afterMarch(f, s) {
		return true
	}
	switch r.a.Tokens[min(f.npEnd+1, s.End-1)].Norm {
	case "à", "au", "dans", "en":
	default:
		return false
	}
	counted := false
	for i := f.first - 1; i >= s.First && i > f.first-6; i-- {
		switch r.a.Tokens[i].Lemma {
		case "recenser", "dénombrer", "compter", "comptabiliser":
			counted = true
		}
	}
	if !counted {
		return false
	}
	for j := len(r.r.Figures) - 1; j >= 0 && int(f.sent)-r.r.Figures[j].Sent <= 3; j-- {
		if r.r.Figures[j].Measure == claim.Participants {
			return true
		}
	}
	return false
}

// theyMarched reports whether "ils étaient" stands before the number and what they did
// somewhere behind it: "Ils étaient 60.000, selon la police, … à manifester".
func (r *reader) theyMarched(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if i <= s.First || r.a.Tokens[i].Norm != "étaient" || r.a.Tokens[i-1].Norm != "ils" && r.a.Tokens[i-1].Norm != "elles" {
		return false
	}
	for j := f.npEnd + 1; j+1 < s.End && j < f.npEnd+18; j++ {
		if v := r.v.verbs[r.a.Tokens[j+1].Lemma]; r.a.Tokens[j].Norm == "à" && r.a.Tokens[j+1].Morph.Has(lang.Inf) && v.measure == claim.Participants {
			return true
		}
	}
	return false
}

// afterMarch reports whether the number stands behind "Manifestation : ".
func (r *reader) afterMarch(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if i <= s.First || r.a.Tokens[i].Norm != ":" {
		return false
	}
	for ; i >= s.First; i-- {
		switch r.a.Tokens[i].Norm {
		case "manifestation", "manifestations", "cortège", "défilé", "marche", "rassemblement":
			return true
		}
	}
	return false
}

// reaches reports whether a number of persons is what a toll has come to: "le
// nombre de morts est monté à neuf personnes".
func (r *reader) reaches(f *finding, s lang.Sent) bool {
	if f.head < 0 || f.single || !plainPeople[r.a.Tokens[f.head].Norm] {
		return false
	}
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if i > s.First && r.a.Tokens[i].Norm == "à" && turnouts[r.a.Tokens[i-1].Norm] {
		return true // "estiment la participation à plus de 150.000 personnes"
	}
	return i > s.First && (r.a.Tokens[i].Norm == "à" || r.a.Tokens[i].Norm == "de") && (r.a.Tokens[i-1].POS == lang.VERB || r.a.Tokens[i-1].POS == lang.AUX || r.a.Tokens[i-1].POS == lang.ADV)
}

// baseOnly reports whether a number is only what another is taken from: "Des
// 160 passagers, 154 ont été secourus", "sur 147 personnes à bord".
func (r *reader) baseOnly(f *finding, fs []finding, k int, s lang.Sent) bool {
	i := f.first - 1
	for i >= s.First && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].Joined || r.a.Tokens[i].Norm == "les") {
		i--
	}
	if i < s.First || f.saidAlone() {
		return false
	}
	if i-2 >= s.First && r.a.Tokens[i].Norm == "de" && r.a.Tokens[i-1].Norm == "total" && (r.a.Tokens[i-2].Norm == "sur" || i-3 >= s.First && r.a.Tokens[i-3].Norm == "sur") {
		return true // "sur un total de 681 participants"
	}
	switch n := r.a.Tokens[i].Norm; {
	case n == "sur" && (f.has && !f.p.left || !f.has), n == "de" && i == s.First, n == "des" && i == s.First:
	default:
		return false
	}
	return f.npEnd+1 < s.End && r.a.Tokens[f.npEnd+1].Norm == "," || k+1 < len(fs) && fs[k+1].first-f.npEnd < 6
}

// agent reports whether "par" leads to those counted: "ravagé par 13 tornades, 18
// personnes sont mortes" says nothing of the tornadoes.
func (r *reader) agent(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	return i > s.First && r.a.Tokens[i].Norm == "par" && f.head >= 0
}

// saidAlone reports whether a bare participle beside the noun says what happened:
// "les onze personnes décédées".
func (f *finding) saidAlone() bool {
	return f.has && !f.p.left && f.p.finite < 0 && f.p.verb <= f.npEnd+2
}

// difference reports whether a bare number is how many more or fewer than another
// time: "43 morts, soit trois de plus que la normale".
func (r *reader) difference(f *finding, s lang.Sent) bool {
	i := f.last + 1
	for i < s.End && int(r.a.Tokens[i].Start) < f.numEnd {
		i++
	}
	if i+1 >= s.End || r.a.Tokens[i].Norm != "de" || r.a.Tokens[i+1].Norm != "plus" && r.a.Tokens[i+1].Norm != "moins" {
		return false
	}
	return i+2 >= s.End || r.a.Tokens[i+2].POS == lang.PUNCT || r.a.Tokens[i+2].Norm == "que" || r.a.Tokens[i+2].Norm == "qu'"
}

// someOfThose reports whether some of those just told of are spoken of, of whom
// nothing more is said that counts: "plusieurs de ces décès ont été constatés".
func (r *reader) someOfThose(f *finding) bool {
	return f.quantity.Qualifier == lang.Vague && f.quantity.High < 10 && !f.has && r.ofThose(&f.counted)
}

// headcount reports whether a bare number only says how many there were: "ils étaient
// trente-trois", and not how many marched or are held.
func (r *reader) headcount(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].POS == lang.ADV) {
		i--
	}
	if i <= s.First || !isBe(&r.a.Tokens[i]) || f.measure == claim.Participants || f.measure == claim.Kidnapped || f.has && !f.p.left && !f.shared {
		return false
	}
	switch r.a.Tokens[i-1].Norm {
	case "ils", "elles", "nous", "on":
		return true
	}
	return false
}

// aboard reports whether a bare number only says how many there were: "29 morts
// sur les 72 à bord".
func (r *reader) aboard(f *finding, s lang.Sent) bool {
	i := f.npEnd + 1
	return i+1 < s.End && r.a.Tokens[i].Norm == "à" && r.a.Tokens[i+1].Norm == "bord"
}

// multiplied reports whether a bare number is a factor: "a été multiplié par
// trois".
func (r *reader) multiplied(f *finding, s lang.Sent) bool {
	i := f.first - 1
	if i > s.First && r.a.Tokens[i].Norm == "sur" {
		return true // "une personne sur dix"
	}
	return i > s.First && r.a.Tokens[i].Norm == "par" && (strings.HasPrefix(r.a.Tokens[i-1].Norm, "multipli") || strings.HasPrefix(r.a.Tokens[i-1].Norm, "divis"))
}

// whoseOutcome gives f the group of the noun that the outcome at j is said of: "le
// nombre de policiers blessés".
func (r *reader) whoseOutcome(f *finding, j int32) {
	if n, ok := r.nounOf(j - 1); ok && n.group != "" && !n.thing {
		f.noun.group = n.group
	}
}

// exactBehind takes the exact number that a bracket gives behind a vague one:
// "plusieurs détenus blessés (43)".
func (r *reader) exactBehind(c *counted, s lang.Sent) {
	i := c.npEnd + 1
	for i < s.End && i < c.npEnd+3 && r.a.Tokens[i].Norm != "(" {
		if _, ok := r.v.participle(r.a.Tokens[i].Norm); !ok {
			return
		}
		i++
	}
	if c.quantity.Qualifier != lang.Vague || i+2 >= s.End || r.a.Tokens[i].Norm != "(" || r.a.Tokens[i+2].Norm != ")" {
		return
	}
	for k := range r.a.Numbers {
		if n := &r.a.Numbers[k]; n.First == i+1 && n.Last == i+1 && !n.Ordinal {
			c.quantity = n.Quantity
			c.rule += "+bracket"
		}
	}
}

// shareOf reports whether a share of those counted is spoken of: "la moitié des
// 300 détenus ont été tués" gives no number of dead.
func (r *reader) shareOf(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].Joined || r.a.Tokens[i].Norm == "les" || r.a.Tokens[i].Norm == "ces") {
		i--
	}
	if i <= s.First || r.a.Tokens[i].Norm != "de" && r.a.Tokens[i].Norm != "d'" {
		return false
	}
	if r.outOf(f, s) {
		return true // "douze des 60 passagers"
	}
	switch r.a.Tokens[i-1].Norm {
	case "aucun", "aucune", "chacun", "chacune", "certains", "certaines", "plusieurs", "un", "une":
		return true // "aucune des 12 personnes"
	case "moitié", "tiers", "quart", "quarts", "majorité", "plupart", "partie", "dixième", "cinquième", "%", "cent":
		return true
	}
	return false
}

// outOf reports whether a number right before takes its share out of f: "26 des 28
// morts ont été identifiés" counts 26.
func (r *reader) outOf(f *finding, s lang.Sent) bool {
	i := f.first - 1
	for i > s.First && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].Joined || r.a.Tokens[i].Norm == "les") {
		i--
	}
	if i > s.First+1 && (r.a.Tokens[i].Norm == "leurs" || r.a.Tokens[i].Norm == "ses" || r.a.Tokens[i].Norm == "ces") {
		return r.a.Tokens[i-1].Norm == "de" && r.a.Tokens[i-2].POS == lang.NUM // "cinq de leurs six chefs"
	}
	return i > s.First && r.a.Tokens[i].Norm == "de" && r.a.Tokens[i-1].POS == lang.NUM && r.a.Tokens[i+1].Joined
}

// outOfAll reports whether "sur" leads to a number of people of whom nothing more is
// told: all those that others before them are taken from.
func (r *reader) outOfAll(f *finding) bool {
	i := f.first - 1
	for i > 0 && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].Norm == "les") {
		i--
	}
	return i > 0 && r.a.Tokens[i].Norm == "sur" && f.head >= 0 && f.noun.measure == "" && !f.noun.thing && !(f.has && !f.p.left)
}

// takenFrom reports whether c is what the next number is taken from: "Sur les
// 88 blessés, dix-neuf …".
func (r *reader) takenFrom(c *finding, s lang.Sent) bool {
	end := c.npEnd
	if c.saidAlone() {
		end = c.p.to
	}
	i := c.first - 1
	for i >= s.First && (int(r.a.Tokens[i].Start) >= c.numStart || r.a.Tokens[i].Norm == "les" || r.a.Tokens[i].Norm == "ces") {
		i--
	}
	return i >= s.First && (r.a.Tokens[i].Norm == "sur" || r.a.Tokens[i].Norm == "parmi") && end+1 < s.End && (r.a.Tokens[end+1].Norm == "," || r.a.Tokens[end+1].Norm == "qui" || lang.FullForm(r.a.Tokens[end+1].Norm) == "que")
}

// nextTaken reports whether a bare number goes on taking from the base of the one
// before it: "… et trois ont succombé", ", les deux autres".
func (r *reader) nextTaken(f *finding, s lang.Sent) bool {
	if f.head >= 0 || f.first <= s.First {
		return false
	}
	i := f.first - 1
	if r.a.Tokens[i].Norm == "les" && i > s.First {
		i--
	}
	return r.a.Tokens[i].Norm == "et" || r.a.Tokens[i].Norm == ","
}

// ofParmi is the measure of "parmi les morts figurent …", where the words stand
// before token i of s; "" where they do not.
func (r *reader) ofParmi(i int32, s lang.Sent) claim.Measure {
	told := false // a verb that goes on from the list, or tells of something else
	for j := i - 1; j >= s.First && j > i-40 && (j > i-14 || !told); j-- {
		t := &r.a.Tokens[j]
		told = told || t.POS == lang.VERB && t.Morph.Has(lang.Fin) && t.Lemma != "figurer" && t.Lemma != "trouver" && t.Lemma != "compter"
		if t.Norm != "parmi" {
			continue
		}
		for k := j + 1; k < i && k < j+5; k++ {
			if n, ok := r.nounOf(k); ok && n.measure != "" {
				return n.measure
			} else if ok && k+1 < i && r.a.Tokens[k+1].Morph.Has(lang.Part_) {
				v, _ := r.v.participle(r.a.Tokens[k+1].Norm)
				return v.measure // "parmi les personnes décédées"
			}
		}
		if strings.HasPrefix(r.a.Tokens[j+1].Norm, "lesquel") {
			for k := j - 1; k >= s.First && k > j-6; k-- { // "la nationalité des morts, parmi lesquels"
				if n, ok := r.nounOf(k); ok && n.measure != "" && r.a.Tokens[k].POS == lang.NOUN {
					return n.measure
				}
			}
		}
	}
	return ""
}
