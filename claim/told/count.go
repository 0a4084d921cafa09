package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// A counted is a number with the thing it counts, before anything is known of
// what happened to them.
type counted struct {
	sent        int32
	quantity    lang.Quantity
	numStart    int   // bytes of the numeral, qualifier included
	numEnd      int   //
	first, last int32 // tokens of the numeral
	head        int32 // the counted noun; -1 where it is left out: "dont 62 grièvement"
	npEnd       int32 // last token of the noun phrase; last where there is no noun
	noun        countNoun
	known       bool // noun stands in the vocabulary
	single      bool // "un technicien": no number but the article
	rule        string
}

// A reader reads the figures of one document.
type reader struct {
	a        *lang.Analysis
	v        *vocabulary
	r        *claim.Report
	mine     bool       // "mineurs" are miners here, not minors
	captives bool       // people are held here: "retenus" are captives
	armed    bool       // "militants" are fighters here
	protest  bool       // crowds march or protest here
	main     *mainPlace // where the report is set, once asked for
}

// counteds finds what is counted in sentence si, in text order.
func (r *reader) counteds(si int32, numbers []lang.Number) []counted {
	var out []counted
	s := r.a.Sents[si]
	n := 0
	for i := s.First; i < s.End; i++ {
		for n < len(numbers) && numbers[n].Last < i {
			n++
		}
		if n < len(numbers) && numbers[n].First == i {
			num := &numbers[n]
			if c, ok := r.countedBy(num, s); ok && !(c.head < 0 && (n > 0 && r.sameUnit(&numbers[n-1], num, s) || r.nextUnit(numbers[n:], s))) {
				out = append(out, c)
			} else if num.Ordinal && (r.nextOne(i, s) || r.a.Tokens[i].Norm == "un" || r.a.Tokens[i].Norm == "une") {
				if c, ok := r.single(i, s); ok {
					out = append(out, c)
				}
			}
			i = num.Last
			continue
		}
		if c, ok := r.single(i, s); ok {
			out = append(out, c)
			i = max(i, c.head)
		}
	}
	return out
}

// unitNouns measure time, space, weight, money: what they count is no person.
var unitNouns = lang.WordSet("an ans année années jour jours heure heures minute minutes seconde secondes mois semaine semaines siècle siècles décennie décennies nuits " +
	"km kilomètre kilomètres mètre mètres hectare hectares ha m2 acre acres miles cm centimètres degré degrés tonne tonnes kilo kilos kg litre litres watt mégawatts m² km² " +
	"euro euros dollar dollars franc francs livres yuan yuans roupie roupies rouble roubles tenge couronnes shekels dinars dirhams fcfa pesos fois pour-cent points buts matchs sets étages")

// timeUnits are the units of time, after which people may well be counted: "en 24
// heures, douze tués".
var timeUnits = lang.WordSet("an ans année années jour jours heure heures minute minutes seconde secondes mois semaine semaines siècle siècles décennie décennies nuits fois")

// countedBy reads what num counts.
func (r *reader) countedBy(num *lang.Number, s lang.Sent) (counted, bool) {
	if num.Ordinal || num.Quantity.High == 0 || yearPair(num) || r.namesThing(num, s) || r.timed(num) || r.named(num) || r.inTable(num, s) {
		return counted{}, false
	}
	c := counted{sent: num.Sent, quantity: num.Quantity, numStart: num.Start, numEnd: num.End,
		first: num.First, last: num.Last, head: -1, rule: num.Rule}
	r.twiceWritten(&c, s)
	c.head = r.headAfter(r.pastNumberOf(c.last+1, s), s)
	if r.namesSomething(c.first, s) || !strings.HasPrefix(num.Rule, "number-collective") && r.afterName(&c, s) {
		return counted{}, false
	}
	c.npEnd = c.last
	for c.npEnd+1 < s.End && int(r.a.Tokens[c.npEnd+1].End) <= c.numEnd {
		c.npEnd++
	}
	if c.head >= 0 && r.a.Tokens[c.head].POS == lang.ADJ && c.first > s.First && r.a.Tokens[c.first-1].Norm == "dont" {
		if _, known := r.nounOf(c.head); !known {
			c.head = -1 // "douze femmes dont trois enceintes"
		}
	}
	if c.head >= 0 && (unitNouns[r.a.Tokens[c.head].Norm] || months[r.a.Tokens[c.head].Norm]) {
		return counted{}, false // "une fillette de neuf ans": an age, a length, a price
	}
	if c.head < 0 {
		if n, at := r.labelled(&c, s); at >= 0 {
			c.noun, c.known = n, true
			c.rule += "+label"
		}
	}
	if c.head >= 0 {
		c.noun, c.known = r.nounOf(c.head)
		c.npEnd = r.phraseEnd(c.head, s)
		if n := r.a.Tokens[c.head-1].Norm; n == "(" || n == "[" {
			c.npEnd = c.head + 1 // the bracket that gives the noun
		}
		r.memberOf(&c)
		r.exactBehind(&c, s)
		r.boundBehind(&c, s)
	}
	return c, true
}

// twiceWritten takes in the bracket that repeats the numeral of c in figures or in
// words: "sept (7) femmes".
func (r *reader) twiceWritten(c *counted, s lang.Sent) {
	i := c.last + 1
	if i+2 >= s.End || r.a.Tokens[i].Norm != "(" || r.a.Tokens[i+2].Norm != ")" {
		return
	}
	for k := range r.a.Numbers {
		if n := &r.a.Numbers[k]; n.First == i+1 && n.Last == i+1 && n.Quantity.Value == c.quantity.Value {
			c.last, c.numEnd = i+2, int(r.a.Tokens[i+2].End)
		}
	}
}

// labelled reads a number that stands behind its label in a list: "Morts : 48",
// "Nombre de blessés : 312". at is the label's token, -1 where there is none.
func (r *reader) labelled(c *counted, s lang.Sent) (n countNoun, at int32) {
	i := c.first - 1
	for i > s.First && int(r.a.Tokens[i].Start) >= c.numStart {
		i--
	}
	if i <= s.First || r.a.Tokens[i].Norm != ":" {
		return n, -1
	}
	n, ok := r.nounOf(i - 1)
	if !ok || n.measure == "" {
		return n, -1
	}
	first := i - 1
	for first > s.First && (r.a.Tokens[first-1].Norm == "de" || r.a.Tokens[first-1].Norm == "nombre" || r.a.Tokens[first-1].Norm == "d'") {
		first--
	}
	if first > s.First && r.a.Tokens[first-1].POS != lang.PUNCT {
		return n, -1 // only a label that opens its line
	}
	return n, i - 1
}

// yearPair reports whether num is a season or term: "2014-2015".
func yearPair(num *lang.Number) bool {
	q := num.Quantity
	return q.Qualifier == lang.Range && q.Low >= 1900 && q.High <= 2100 && q.High-q.Low < 10
}

// namesThing reports whether num is the year or the number a noun right before it goes
// by: "le rapport 2018", "la route nationale 1", "le réacteur 4". Nothing is counted
// behind it.
func (r *reader) namesThing(num *lang.Number, s lang.Sent) bool {
	if num.Quantity.Low != num.Quantity.High || num.Quantity.Low > 2100 || num.First <= s.First || num.Last > num.First || num.Rule != "number-digits" {
		return false
	}
	p := &r.a.Tokens[num.First-1]
	switch {
	case p.Morph.Has(lang.Plur) || p.Morph.Has(lang.Part_) || r.haveBefore(num.First-1) || timeUnits[p.Norm] || r.a.TimeAt(int(p.Start)) != nil:
		return false // "la présidence en a annoncé 905", "en a compté ce jour 905"
	case p.POS == lang.ADJ && (num.First < s.First+2 || r.a.Tokens[num.First-2].POS != lang.NOUN):
		return false
	case p.POS != lang.NOUN && p.POS != lang.PROPN && p.POS != lang.ADJ:
		return false
	}
	if year := num.Quantity.Low >= 1900 && num.End-num.Start == 4; !year {
		if n, ok := r.nounOf(num.First - 1); p.POS == lang.PROPN || ok && (n.measure != "" || n.group != "") {
			return false
		}
	}
	n := num.Last + 1
	return n >= s.End || r.a.Tokens[n].POS != lang.NOUN && r.a.Tokens[n].POS != lang.ADJ && r.a.Tokens[n].Norm != "de"
}

// inTable reports whether num stands in a bracket that holds numbers alone: "au
// Nord (1716, 18)", "une victoire (3-1)".
func (r *reader) inTable(num *lang.Number, s lang.Sent) bool {
	i, j := num.First-1, num.Last+1
	for ; i > s.First && (r.a.Tokens[i].Norm == "," || r.a.Tokens[i].Norm == ";" || r.a.Tokens[i].POS == lang.NUM); i-- {
	}
	for ; j < s.End && (r.a.Tokens[j].Norm == "," || r.a.Tokens[j].Norm == ";" || r.a.Tokens[j].POS == lang.NUM); j++ {
	}
	if i < s.First || j >= s.End {
		return false
	}
	open, shut := r.a.Tokens[i].Norm, r.a.Tokens[j].Norm
	return open == "(" && shut == ")" || open == "[" && shut == "]" // "[2]": a note
}

// sameUnit reports whether num goes on from a length, an area or a sum: "600
// hectares brûlés, 500 menacés".
func (r *reader) sameUnit(before, num *lang.Number, s lang.Sent) bool {
	if before.Sent != num.Sent || num.First-before.Last > 7 {
		return false
	}
	h := r.headAfter(before.Last+1, s)
	if h < 0 || h >= num.First || !unitNouns[r.a.Tokens[h].Norm] || timeUnits[r.a.Tokens[h].Norm] {
		return false
	}
	for i := h + 1; i < num.First; i++ {
		if t := &r.a.Tokens[i]; t.POS == lang.VERB && t.Morph.Has(lang.Fin) || t.Norm == ";" {
			return false
		}
	}
	return true
}

// nextUnit reports whether the first of numbers shares the unit of one it is
// coordinated with: "de quatre et cinq étages", "âgés de 3, 5 et 9 ans".
func (r *reader) nextUnit(numbers []lang.Number, s lang.Sent) bool {
	for n := 1; n < len(numbers) && numbers[n].First == numbers[n-1].Last+2; n++ {
		switch r.a.Tokens[numbers[n-1].Last+1].Norm {
		case "et", "ou", ",":
		default:
			return false
		}
		if h := r.headAfter(numbers[n].Last+1, s); h >= 0 {
			return unitNouns[r.a.Tokens[h].Norm] && !timeUnits[r.a.Tokens[h].Norm] || r.a.Tokens[max(numbers[0].First-1, s.First)].Norm == "de" && timeUnits[r.a.Tokens[h].Norm]
		}
	}
	return false
}

// named reports whether num is part of a name: "France 24", "Caldérie 1".
func (r *reader) named(num *lang.Number) bool {
	for i := range r.a.Names {
		n := &r.a.Names[i]
		if n.Sent != num.Sent {
			continue
		}
		if n.Start < num.Start && num.End <= n.End && !strings.HasPrefix(r.r.Document.Text[n.Start:], "X. ") {
			return true // but "sur X. Six personnes …" ends a sentence
		}
	}
	return false
}

// timed reports whether num is part of a time expression: a date, a duration.
func (r *reader) timed(num *lang.Number) bool {
	for i := range r.a.Times {
		t := &r.a.Times[i]
		// "en 24 heures 12 morts": only a number inside the expression is its own
		if t.Start <= num.Start && num.End <= t.End {
			return true
		}
		if t.Start >= num.End {
			break
		}
	}
	return false
}

// namesSomething reports whether the number is the number of something: "France
// 2", "le vol 370", "article 49", "n° 12".
func (r *reader) namesSomething(first int32, s lang.Sent) bool {
	if first <= s.First {
		return false
	}
	p := &r.a.Tokens[first-1]
	if int(p.End) == int(r.a.Tokens[first].Start) && p.POS != lang.PUNCT && p.POS != lang.DET && p.POS != lang.ADP && !strings.HasSuffix(p.Norm, "'") {
		return true
	}
	switch p.Norm {
	case "tous", "toutes", "article", "articles", "n°", "numéro", "no", "vol", "vols", "route", "rn", "loi", "résolution", "chapitre", "groupe", "chaîne", "boeing", "airbus", "page", "ligne", "porte", "bâtiment", "puits", "réacteur", "unité", "km", "kilomètre", "phase", "niveau", "catégorie", "magnitude", "force", "degré", "division", "brigade", "secteur", "zone", "bloc", "tour":
		return true
	}
	w := r.r.Document.Text[r.a.Tokens[first].Start:r.a.Tokens[first].End]
	if c := w[0]; c >= 'A' && c <= 'Z' && first > s.First && p.POS == lang.DET {
		return true // "les Vingt-Sept"
	}
	return false
}

// afterName reports whether the number belongs to the name before it: "France
// 2", but not "la Syrie 760 morts".
func (r *reader) afterName(c *counted, s lang.Sent) bool {
	if c.first <= s.First {
		return false
	}
	p := &r.a.Tokens[c.first-1]
	if p.POS != lang.PROPN || p.Joined || int(p.Start) >= c.numStart {
		return false
	}
	if c.head < 0 {
		return true
	}
	n, ok := r.nounOf(c.head)
	return (!ok || n.measure == "") && !(r.a.Tokens[c.head].POS == lang.NOUN && r.placeEnds(c.first))
}

// placeEnds reports whether a place that a preposition leads to ends before token
// i: behind "ont interpellé à Calais" a number may well be one of people.
func (r *reader) placeEnds(i int32) bool {
	n := r.a.NameAt(int(r.a.Tokens[i-1].Start))
	if n == nil || n.Last != i-1 || n.First == 0 {
		return false
	}
	lead := &r.a.Tokens[n.First-1]
	return lead.Norm == "à" || lead.POS == lang.ADP && n.Kind == lang.Location
}

// headAfter finds the counted noun behind a numeral whose last token stands
// before i: "dizaines" de marcheurs, 12 autres civils, 3 jeunes femmes.
// It returns -1 where a verb, a participle that is no noun, or a mark follows.
func (r *reader) headAfter(i int32, s lang.Sent) int32 {
	if i+1 < s.End && r.a.Tokens[i].Norm == "de" && strings.HasPrefix(r.a.Tokens[i+1].Norm, "balle") {
		return -1 // "dont neuf de balles": how they died
	}
	for steps := 0; i < s.End && steps < 7; i, steps = i+1, steps+1 {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case "(", "[":
			if n, ok := r.nounOf(min(i+1, s.End-1)); ok && n.measure != "" && i+2 < s.End && (r.a.Tokens[i+2].Norm == ")" || r.a.Tokens[i+2].Norm == "]") {
				return i + 1 // "22 (corps) ont été remontés": what the speaker left out
			}
		case "de", "d'", "\"", "«", "»", "“", "”", "'", "environ", "au", "moins", "peut-être", "des", "du":
			continue
		case "le", "la", "les", "l'", "un", "une", "leurs", "ses", "nos", "ces":
			if r.a.Tokens[max(i-1, s.First)].Norm == "de" || t.Joined {
				continue
			}
			return -1
		case "porté", "portés", "portée", "portées":
			if i+1 < s.End && (strings.HasPrefix(r.a.Tokens[i+1].Norm, "disparu") || strings.HasPrefix(r.a.Tokens[i+1].Norm, "manquant")) {
				return -1 // "douze autres portés disparus"
			}
		case "légers", "légères", "graves", "côté", "enceintes":
			return -1 // "neuf blessés graves et 17 légers", "soixante côté allemand"
		case "à", "plus", "entre", "eux", "elles":
			if t.Norm == "plus" && i > s.First && r.a.Tokens[i-1].Norm == "au" {
				continue
			}
			return -1
		}
		if t.Norm == "cas" && i+2 < s.End && (r.a.Tokens[i+1].Norm == "de" || r.a.Tokens[i+1].Norm == "d'") {
			if n, ok := r.nounOf(i + 2); ok && n.measure != "" {
				return i + 2 // "31 cas de décès"
			}
		}
		if skippedAdjective[t.Norm] {
			if strings.HasPrefix(t.Norm, "jeune") && (i+1 >= s.End || r.a.Tokens[i+1].POS != lang.NOUN && r.a.Tokens[i+1].POS != lang.ADJ && r.a.Tokens[i+1].POS != lang.PROPN) {
				return i // "à deux jeunes, tués par balle"
			}
			continue
		}
		n, known := r.nounOf(i)
		if known && (t.POS == lang.NOUN || t.POS == lang.PROPN || n.measure != "" && t.POS != lang.AUX || t.POS == lang.ADJ || t.POS == lang.X || t.POS == lang.VERB && n.group != "" && !t.Morph.Has(lang.Fin)) {
			return i
		}
		if t.POS == lang.NUM && steps == 2 && r.a.Tokens[i-1].Norm == "les" && r.a.Tokens[i-2].Norm == "de" {
			continue // "134 des 150 corps": 134 bodies
		}
		switch t.POS {
		case lang.NOUN, lang.PROPN, lang.SYM:
			if _, ok := r.v.participle(t.Norm); ok && !known {
				return -1 // "dont onze décapités"
			}
			return i
		case lang.ADJ:
			// "200 membres présumés": an adjective before its noun goes on, behind it ends
			if i+1 < s.End {
				switch r.a.Tokens[i+1].POS {
				case lang.NOUN, lang.ADJ, lang.PROPN:
					continue
				}
				if _, ok := r.nounOf(i + 1); ok {
					continue
				}
			}
			if _, ok := r.v.participle(t.Norm); ok {
				return -1
			}
			return i
		}
		return -1
	}
	return -1
}

var skippedAdjective = map[string]bool{
	"autres": true, "autre": true, "nouveaux": true, "nouvelles": true, "nouveau": true, "nouvel": true, "nouvelle": true, "jeunes": true, "jeune": true, "premiers": true, "premières": true,
	"derniers": true, "dernières": true, "seuls": true, "seules": true, "seul": true, "seule": true, "vieilles": true, "vieux": true, "petits": true, "petites": true, "grands": true, "grandes": true, "grand": true, "grande": true, "petite": true, "petit": true, "bonne": true, "bon": true, "gros": true,
	"pauvres": true, "malheureux": true, "malheureuses": true, "bons": true, "bonnes": true, "présumés": true, "prétendus": true, "simples": true, "ex": true, "anciens": true, "anciennes": true, "hauts": true,
	"demi": true, "mêmes": true, "principaux": true, "proches": true,
}

// phraseEnd is the last token of the noun phrase headed by h: its adjectives
// and what hangs on it with "de", up to a verb, a comma or a place.
func (r *reader) phraseEnd(h int32, s lang.Sent) int32 {
	end := h
	for i := h + 1; i < s.End; i++ {
		t := &r.a.Tokens[i]
		switch {
		case t.Norm == "de" || t.Norm == "d'" || t.Norm == "des" || t.Norm == "du":
			if !r.continuesPhrase(i, s) {
				return end
			}
		case t.Joined, t.Norm == "la" || t.Norm == "l'" || t.Norm == "le" || t.Norm == "les" || t.Norm == "un" || t.Norm == "une":
			if i == h+1 || !r.afterOf(i) {
				return end
			}
		case t.POS == lang.ADJ || t.POS == lang.NOUN || t.POS == lang.PROPN:
			if _, ok := r.v.participle(t.Norm); ok && !r.afterOf(i) {
				return end // "deux passagers disparus": said of them, not their name
			}
			if t.POS != lang.ADJ && !r.afterOf(i) && t.POS == lang.NOUN && i > h+1 && r.a.Tokens[i-1].POS != lang.ADJ {
				return end
			}
			end = i
		case i == end+1 && strings.HasPrefix(t.Norm, "armé") && t.Morph.Has(lang.Part_):
			end = i // "membres des forces armées", "hommes armés"
		case (t.Norm == "et" || t.Norm == "ou") && i+1 < s.End && i <= end+1:
			if w := r.a.Tokens[i+1].Norm; (w == "de" || w == "d'") && i+2 < s.End && r.a.Tokens[i+2].POS == lang.NOUN {
				i++ // "une quarantaine de civils et de soldats"
			}
			if w := r.a.Tokens[i+1].Norm; w == "membres" && i+2 < s.End && lang.FullForm(r.a.Tokens[i+2].Norm) == "de" {
				end = i + 1 // "patients et membres du personnel"
				i++
				continue
			}
			n, ok := r.nounOf(i + 1)
			if !ok || n.measure != "" || r.a.Tokens[i+1].POS != lang.NOUN && r.a.Tokens[i+1].POS != lang.ADJ {
				return end
			}
			end = i + 1
			i++
		case t.Norm == "\"" || t.Norm == "«" || t.Norm == "»":
			if t.Norm == "»" || t.Norm == "\"" && i == h+1 {
				end = i
			}
		default:
			return end
		}
	}
	return end
}

// afterOf reports whether a preposition "de" leads to token i.
func (r *reader) afterOf(i int32) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch t := &r.a.Tokens[j]; {
		case t.Norm == "de" || t.Norm == "d'" || t.Norm == "des" || t.Norm == "du":
			return true
		case t.POS == lang.DET || t.Norm == "la" || t.Norm == "l'" || t.Norm == "le" || t.Norm == "les" || t.Joined || t.POS == lang.ADJ:
			continue
		default:
			return false
		}
	}
	return false
}

// continuesPhrase reports whether "de" at i leads to a complement that says who
// is counted (members of a body), and not to another number or a verb.
func (r *reader) continuesPhrase(i int32, s lang.Sent) bool {
	for j := i + 1; j < s.End && j <= i+2; j++ {
		t := &r.a.Tokens[j]
		switch {
		case t.Joined || t.POS == lang.DET || t.Norm == "l'" || t.Norm == "la":
			continue
		case t.POS == lang.NUM:
			return false
		case t.POS == lang.NOUN || t.POS == lang.PROPN || t.POS == lang.ADJ:
			return true
		default:
			return false
		}
	}
	return false
}

// boundBehind reads a bound that stands behind the noun: "12 morts au moins",
// "500 manifestants au plus".
func (r *reader) boundBehind(c *counted, s lang.Sent) {
	if c.quantity.Qualifier != lang.Exact {
		return
	}
	if i := c.first - 1; i-3 > s.First && int(r.a.Tokens[i].Start) < c.numStart && r.a.Tokens[i].POS == lang.VERB && r.a.Tokens[i-1].Norm == "moins" && isHave(&r.a.Tokens[i-4]) && r.surface(i-3) == "au" {
		c.quantity = lang.Qualify(lang.AtLeast, c.quantity.Value) // "ont au moins fait 19 morts"
		c.rule += "+" + string(lang.AtLeast)
		return
	}
	word := func(i int32) string {
		if i < s.End {
			return r.surface(i)
		}
		return ""
	}
	i := c.npEnd + 1
	q := lang.Qualifier("")
	if (word(i) == "ou" || word(i) == "et" || word(i) == "voire") && (word(i+1) == "plus" || word(i+1) == "davantage") && (i+2 >= s.End || r.a.Tokens[i+2].POS == lang.PUNCT) {
		c.quantity, c.npEnd = lang.Qualify(lang.AtLeast, c.quantity.Value), i+1 // "30 morts ou plus"
		c.rule += "+" + string(lang.AtLeast)
		return
	}
	if word(i) == "," && (word(i+1) == "au" || word(i+1) == "à") {
		i++ // "40 personnes, au bas mot,"
	}
	switch word(i) {
	case "au":
		k := i + 1
		for k < s.End && r.a.Tokens[k].Joined {
			k++
		}
		switch word(k) {
		case "moins", "minimum", "bas":
			q = lang.AtLeast
		case "plus", "maximum":
			q = lang.AtMost
		}
		i = k
	case "environ":
		q = lang.Approx
	}
	if q != "" {
		c.quantity, c.npEnd = lang.Qualify(q, c.quantity.Value), i
		c.rule += "+" + string(q)
	}
}
