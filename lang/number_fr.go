package lang

import "strings"

// French numerals: digits with any separator, words to the milliards in the
// French, Belgian and Swiss ways, collectives in -aine, vague plurals.

var frenchUnits = map[string]int64{
	"zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
	"huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
	"seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
	"septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000,
}

var frenchMagnitudes = map[string]int64{
	"million": 1_000_000, "millions": 1_000_000, "milliard": 1_000_000_000, "milliards": 1_000_000_000,
}

// frenchCollectives give a round number; the plural is vague unless counted.
var frenchCollectives = map[string]int64{
	"huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
	"quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "septantaine": 70, "nonantaine": 90,
	"centaine": 100, "millier": 1000,
	"demi-douzaine": 6, "demi-million": 500_000, "demi-millier": 500, "demi-centaine": 50,
}

// frenchVague is the reach of a plural with no count: "des dizaines" 20–99.
var frenchVague = map[string][2]int64{
	"dizaines": {20, 99}, "douzaines": {24, 99}, "vingtaines": {40, 99}, "trentaines": {60, 99},
	"centaines": {200, 999}, "milliers": {2000, 9999},
	"millions": {2_000_000, 9_999_999}, "milliards": {2_000_000_000, 9_999_999_999},
}

var frenchNumbers = &numberGrammar{
	starts:   frenchStarts(),
	mayStart: frenchMayStart,
	numeral:  frenchNumeral,
	before: append(append(exceeding(), nearing()...), []qualifierWords{
		{"au moins", AtLeast}, {"au minimum", AtLeast}, {"au bas mot", AtLeast}, {"au bas mot,", AtLeast},
		{"pas moins de", AtLeast}, {"pas moins d'", AtLeast}, {"non moins de", AtLeast}, {"un minimum de", AtLeast}, {"a minima", AtLeast}, {"à tout le moins", AtLeast}, {"minimum", AtLeast},
		{"ne dépassant pas", AtMost}, {"ne dépasse pas", AtMost}, {"ne dépasserait pas", AtMost},
		{"jusqu'à", AtMost}, {"jusqu'aux", AtMost}, {"tout au plus", AtMost}, {"au plus", AtMost}, {"au maximum", AtMost}, {"un maximum de", AtMost}, {"maximum", AtMost},
		{"plus ou moins", Approx}, {"pas plus de", AtMost}, {"pas plus d'", AtMost}, {"pas moins de", AtLeast}, {"pas moins d'", AtLeast},
		{"un peu plus de", MoreThan}, {"un peu plus d'", MoreThan}, {"bien plus de", MoreThan}, {"bien plus d'", MoreThan}, {"nettement plus de", MoreThan}, {"largement plus de", MoreThan}, {"beaucoup plus de", MoreThan},
		{"un peu moins de", LessThan}, {"un peu moins d'", LessThan}, {"nettement moins de", LessThan},
		{"excède", MoreThan}, {"excèdent", MoreThan}, {"excédait", MoreThan}, {"excédant", MoreThan}, {"excédé", MoreThan}, {"excède les", MoreThan},
		{"avoisine", Approx}, {"avoisinent", Approx}, {"avoisinait", Approx}, {"avoisinant", Approx}, {"avoisinerait", Approx}, {"avoisine les", Approx}, {"avoisinent les", Approx}, {"avoisinait les", Approx},
		{"plus de", MoreThan}, {"plus d'", MoreThan}, {"davantage que", MoreThan}, {"plus que", MoreThan},
		{"supérieur à", MoreThan}, {"supérieure à", MoreThan}, {"au-delà de", MoreThan}, {"au-delà des", MoreThan}, {"au-dessus de", MoreThan}, {"au-dessus des", MoreThan},
		{"barre des", MoreThan}, {"cap des", MoreThan}, {"seuil des", MoreThan}, {"barre de", MoreThan},
		{"moins de", LessThan}, {"moins d'", LessThan}, {"inférieur à", LessThan}, {"inférieure à", LessThan},
		{"les quelque", Approx}, {"ces quelque", Approx}, {"ses quelque", Approx}, {"leurs quelque", Approx}, {"environ", Approx}, {"près de", Approx}, {"près d'", Approx}, {"quelque", Approx}, {"quelques", Approx},
		{"autour de", Approx}, {"autour d'", Approx}, {"aux alentours de", Approx}, {"aux alentours d'", Approx},
		{"aux environs de", Approx}, {"aux environs d'", Approx}, {"de l'ordre de", Approx}, {"de l'ordre d'", Approx},
		{"presque", Approx}, {"quasi", Approx}, {"quasiment", Approx}, {"à peu près", Approx}, {"approximativement", Approx},
		{"grosso modo", Approx}, {"dans les", Approx}, {"à peu de choses près", Approx}, {"pratiquement", Approx}, {"peut-être", Approx},
	}...),
	after: []qualifierWords{
		{"environ", Approx}, {"à peu près", Approx}, {"approximativement", Approx}, {"peut-être", Approx},
		{"au moins", AtLeast}, {"au minimum", AtLeast}, {"minimum", AtLeast}, {"au bas mot", AtLeast}, {"ou plus", AtLeast}, {"et plus", AtLeast}, {"voire plus", AtLeast}, {"voire davantage", AtLeast},
		{"au plus", AtMost}, {"au maximum", AtMost}, {"tout au plus", AtMost}, {"maximum", AtMost},
	},
	ranges: []rangeWords{
		{"entre", " et "}, {"comprise entre", " et "}, {"de", " à "}, {"d'", " à "}, {"", " à "}, {"", " ou "}, {"", "-"}, {"", "–"}, {"", " voire "}, {"", ", voire "}, {"", ", peut-être "}, {"", " et peut-être "}, {"", " et même "}, {"", " si ce n'est "}, {"", ", si ce n'est "}, {"", ", sinon "}, {"", " - "},
	},
	stepVerbs: []string{"passé", "passée", "passe", "passer", "passant", "passait", "passerait", "porté", "monté", "grimpé", "bondi", "augmenté", "revu", "ramené", "révisé", "descendu", "tombé", "chuté", "réduit", "relevé", "abaissé", "corrigé", "portant", "porte", "porter", "faisant passer", "grimpant", "montant"},
}

// nearing lists the forms of the verbs of coming close before a number: "approche
// désormais les 400 morts".
func nearing() []qualifierWords {
	var out []qualifierWords
	for _, article := range []string{" les", " des"} {
		for _, adverb := range []string{" désormais", " maintenant", " déjà", ""} {
			for _, verb := range []string{"approche", "approchent", "approchait", "approchant", "frôle", "frôlent", "frôlait", "frôlant"} {
				out = append(out, qualifierWords{verb + adverb + article, Approx})
			}
		}
	}
	return out
}

// exceeding lists the forms of "dépasser" before a number, with the adverbs and the
// article that may stand between: "dépassant désormais les 3.300 morts".
func exceeding() []qualifierWords {
	var out []qualifierWords
	for _, article := range []string{" les", ""} {
		for _, adverb := range []string{" désormais", " maintenant", " déjà", " largement", " à présent", " aujourd'hui", " encore", ""} {
			for _, verb := range []string{"dépasse", "dépassent", "dépassait", "dépassaient", "dépassant", "dépassé", "dépasserait", "dépasseraient"} {
				out = append(out, qualifierWords{verb + adverb + article, MoreThan})
			}
		}
	}
	return out
}

func frenchStarts() map[string]bool {
	m := map[string]bool{"plusieurs": true, "quelques": true, "des": true, "premier": true, "première": true, "premiers": true, "premières": true, "second": true, "seconde": true}
	for w := range frenchUnits {
		m[w] = true
	}
	for w := range frenchCollectives {
		m[w] = true
	}
	for w := range frenchVague {
		m[w] = true
	}
	for w := range frenchMagnitudes {
		m[w] = true
	}
	delete(m, "cents") // money, unless a count stands before it
	return m
}

// frenchMayStart catches compounds that the tokeniser leaves whole
// ("vingt-deux", "soixante-dix-sept") and ordinals.
func frenchMayStart(norm string) bool {
	if i := strings.IndexByte(norm, '-'); i > 0 {
		_, ok := frenchUnits[norm[:i]]
		return ok || strings.HasPrefix(norm, "demi-")
	}
	if isOrdinalWord(norm) {
		return true
	}
	// "xixe": told without writing it in capitals, for every word comes by here.
	stem := norm[:max(0, len(norm)-1)]
	return len(stem) > 1 && strings.Trim(stem, "ivx") == ""
}

func isOrdinalWord(w string) bool {
	return strings.HasSuffix(w, "ième") || strings.HasSuffix(w, "ièmes")
}

// isRomanOrdinal reports whether w is like "XIXe".
func isRomanOrdinal(w string) bool {
	stem, ok := strings.CutSuffix(w, "e")
	return ok && len(stem) > 1 && strings.Trim(stem, "IVX") == ""
}

func frenchNumeral(s string, at, floor int) (numeral, bool) {
	if s[at] >= '0' && s[at] <= '9' {
		return frenchDigits(s, at, floor)
	}
	w, end := wordAt(s, at)
	lw := lowerWord(w)
	switch lw {
	case "plusieurs", "quelques", "des":
		return frenchPlural(s, at, end, lw)
	case "premier", "première", "premiers", "premières", "second", "seconde":
		return numeral{start: at, end: end, ordinal: true, rule: "number-ordinal"}, true
	}
	if isOrdinalWord(lw) || isRomanOrdinal(w) {
		return numeral{start: at, end: end, ordinal: true, rule: "number-ordinal"}, true
	}
	if _, ok := frenchVague[lw]; ok {
		return frenchCollectiveAt(s, at, at, 0)
	}
	if _, ok := frenchCollectives[lw]; ok {
		return frenchBareCollective(s, at, floor)
	}
	return frenchWords(s, at)
}

// frenchPlural reads "plusieurs", "quelques" and "des" with what follows:
// "plusieurs dizaines de milliers", "quelques 200", "plusieurs" alone.
func frenchPlural(s string, at, end int, word string) (numeral, bool) {
	next := skipSpace(s, end)
	if next < len(s) && s[next] == '"' || strings.HasPrefix(s[next:], "«") {
		next = skipSpace(s, next+len(firstRune(s[next:])))
	}
	nw, _ := wordAt(s, next)
	if _, ok := frenchVague[lowerWord(nw)]; ok {
		return frenchCollectiveAt(s, at, next, 0)
	}
	if word == "des" || word == "quelques" && next < len(s) && s[next] >= '0' && s[next] <= '9' {
		return numeral{}, false
	}
	if _, ok := frenchUnits[lowerWord(nw)]; ok && word == "quelques" {
		return numeral{}, false
	}
	return numeral{start: at, end: end, vague: true, low: 2, high: 9, rule: "number-several"}, true
}

// pointMagnitude reads a decimal written with a point before a magnitude: "1.2
// million", as some outlets write it.
func pointMagnitude(s string, d digits) (value int64, end int, ok bool) {
	if d.fracDigits > 0 || d.end+1 >= len(s) || s[d.end] != '.' {
		return 0, 0, false
	}
	at, frac, scale := d.end+1, int64(0), int64(1)
	for at < len(s) && s[at] >= '0' && s[at] <= '9' && scale < 1000 {
		frac, scale, at = frac*10+int64(s[at]-'0'), scale*10, at+1
	}
	pos := skipSpace(s, at)
	if scale == 1 || pos == at {
		return 0, 0, false
	}
	w, end := wordAt(s, pos)
	m := frenchMagnitudes[lowerWord(w)]
	return d.whole*m + frac*m/scale, end, m > 0
}

// frenchBareCollective reads "dizaine" with no article before it: only after
// "la", "cette", "demi" is it a count.
func frenchBareCollective(s string, at, floor int) (numeral, bool) {
	// une "trentaine de morts": the article stands outside the quotation
	if i := len(strings.TrimRight(s[floor:at], "\"«“ \u00a0\u202f")) + floor; i < at && strings.ContainsAny(s[i:at], "\"«“") {
		if _, ok := endsWith(s, floor, i, "une"); ok {
			return frenchCollectiveAt(s, at, at, 1)
		}
		if _, ok := endsWith(s, floor, i, "un"); ok {
			return frenchCollectiveAt(s, at, at, 1)
		}
	}
	for _, det := range []string{"la", "cette", "ce", "l'", "quelque", "sa", "leur"} {
		start, ok := endsWith(s, floor, skipSpaceBack(s, floor, at), det)
		if !ok {
			continue
		}
		n, ok := frenchCollectiveAt(s, start, at, 1)
		if det == "la" && comesTo(s, floor, start) {
			return n, ok // "le nombre de morts dépasse la trentaine"
		}
		if _, of := skipWords(s, n.end, " de "); !of && !strings.HasPrefix(strings.ReplaceAll(s[n.end:min(len(s), n.end+5)], "’", "'"), " d'") {
			return numeral{}, false // "la quarantaine imposée au navire", "la cinquantaine"
		}
		return n, ok
	}
	return numeral{}, false
}

// comesTo reports whether a verb by which a count comes to a number ends before
// byte end.
func comesTo(s string, floor, end int) bool {
	end = skipSpaceBack(s, floor, end)
	for _, verb := range []string{"dépasse", "dépassent", "dépassait", "dépassaient", "dépassant", "dépassé", "dépasserait", "avoisine", "avoisinait", "avoisinerait", "approche", "approchait", "frôle", "frôlait", "atteint", "atteignait"} {
		if _, ok := endsWith(s, floor, end, verb); ok {
			return true
		}
	}
	return false
}

// frenchCollectiveAt reads a collective at pos, counted by times (0: a vague
// plural), and a second one it multiplies: "centaines de milliers".
func frenchCollectiveAt(s string, start, pos int, times int64) (numeral, bool) {
	w, end := wordAt(s, pos)
	lw := lowerWord(w)
	if strings.HasPrefix(s[end:], "-") {
		if w2, end2 := wordAt(s, end+1); lw == "demi" {
			lw, end = "demi-"+lowerWord(w2), end2
		}
	}
	n := numeral{start: start, end: end}
	base, one := frenchCollectives[lw]
	reach, many := frenchVague[lw]
	switch {
	case times == 0 && many:
		n.vague, n.low, n.high, n.rule = true, reach[0], reach[1], "number-vague-plural"
	case times > 0 && (one || many):
		if !one {
			base = reach[0] / 2
			if lw == "millions" || lw == "milliards" {
				base = frenchMagnitudes[lw]
			}
		}
		n.value, n.collective, n.unit, n.rule = times*base, true, base, "number-collective"
	case times == 0 && one:
		n.value, n.collective, n.rule = base, true, "number-collective"
	default:
		return numeral{}, false
	}
	for _, de := range []string{" de ", "\" de ", " » de ", "» de "} {
		at, ok := skipWords(s, end, de)
		if !ok {
			continue
		}
		w2, end2 := wordAt(s, at)
		mult := int64(0)
		switch lowerWord(w2) {
		case "milliers":
			mult = 1000
		case "millions":
			mult = 1_000_000
		case "milliards":
			mult = 1_000_000_000
		}
		if mult == 0 {
			break
		}
		n.end = end2
		n.value *= mult
		if n.vague {
			n.low *= mult
			n.high = (n.high+1)*mult - 1
		}
		break
	}
	return n, true
}

// frenchWords reads a numeral in words and a magnitude or collective after it:
// "deux mille trois cents", "quatre-vingt-dix-sept", "un million et demi",
// "une dizaine", "trois douzaines".
func frenchWords(s string, at int) (numeral, bool) {
	var total, cur int64
	var lastUnit int64 = -1
	end, pos, pieces := at, at, 0
	var first string
	for {
		w, e := wordAt(s, pos)
		lw := lowerWord(w)
		if lw == "et" && pieces > 0 && cur%100 >= 20 && cur%10 == 0 {
			p := skipJoin(s, e)
			w2, e2 := wordAt(s, p)
			if u := lowerWord(w2); p > e && (u == "un" || u == "une" || u == "onze") {
				w, lw, e = w2, u, e2
			}
		}
		u, ok := frenchUnits[lw]
		if !ok || !combines(cur, lastUnit, u) {
			break
		}
		if pieces == 0 {
			first = lw
		}
		switch {
		case u == 1000:
			total += max(cur, 1) * 1000
			cur = 0
		case u == 100:
			cur = cur - cur%100 + max(cur%100, 1)*100
		case u == 20 && cur%100 == 4:
			cur += 76
		default:
			cur += u
		}
		lastUnit, end, pieces = u, e, pieces+1
		pos = skipJoin(s, e)
		if pos == e {
			break
		}
	}
	if pieces == 0 {
		if w, _ := wordAt(s, at); frenchMagnitudes[lowerWord(w)] > 0 {
			return frenchCollectiveAt(s, at, at, 0)
		}
		return numeral{}, false
	}
	if w, e := wordAt(s, pos); pos > end && isOrdinalWord(lowerWord(w)) {
		return numeral{start: at, end: e, ordinal: true, rule: "number-ordinal"}, true // "quatre-vingt-dixième"
	} else if e, ok := skipWords(s, pos, "et unième"); ok {
		return numeral{start: at, end: e, ordinal: true, rule: "number-ordinal"}, true
	} else if l := lowerWord(w); l == "quart" || l == "quarts" || l == "tiers" || l == "cinquièmes" {
		return numeral{}, false
	} else if pos > end && s[pos-1] == '-' && w != "" && w != l {
		return numeral{}, false // "rue des Quatre-Vents"
	}
	n := numeral{start: at, end: end, value: total + cur, rule: "number-words"}
	return frenchMagnitude(s, n, pieces == 1 && (first == "un" || first == "une"))
}

// combines reports whether the unit u may follow what was read so far.
func combines(cur, last, u int64) bool {
	if last < 0 {
		return true
	}
	rest := cur % 100
	switch {
	case u == 1000:
		return last != 1000 && last != 0
	case u == 100:
		return rest < 20 && last != 100
	case u == 20 && rest == 4 && last == 4:
		return true
	case u >= 20:
		return rest == 0 && last >= 100
	case u >= 10:
		return rest == 0 && last >= 100 || (rest == 60 || rest == 80) && last >= 20
	case rest == 10 || rest == 70 || rest == 90:
		return last == 10 && u >= 7 || last >= 70 && u > 0 // dix-sept, soixante-dix-neuf, septante-deux
	}
	return u > 0 && (rest == 0 && last >= 100 || rest >= 20 && rest%10 == 0 && last >= 20)
}

// frenchMagnitude reads "millions", "dizaines", "et demi" behind n. A lone "un"
// is a numeral only with one of them: alone it is an article.
func frenchMagnitude(s string, n numeral, lone bool) (numeral, bool) {
	pos := skipJoin(s, n.end)
	if lone && pos > n.end {
		for _, next := range []string{"à deux", "à trois", "ou deux", "ou trois"} {
			if _, ok := skipWords(s, pos, next); ok {
				return n, true // "une à deux personnes"
			}
		}
		for _, only := range []string{"seul", "seule"} {
			if e, ok := skipWords(s, pos, only); ok {
				n.end, n.rule = e, "number-only-one"
				return n, true
			}
		}
	}
	if lone {
		for _, adj := range []string{"bonne ", "bon ", "petite ", "petit ", "grosse ", "gros ", "toute petite ", "demi-", "demie "} {
			if p, ok := skipWords(s, pos, strings.TrimRight(adj, " -")); ok && adj != "demi-" {
				pos = skipSpace(s, p)
			}
		}
	}
	if pos == n.end {
		return n, !lone
	}
	w, end := wordAt(s, pos)
	lw := lowerWord(w)
	if m := frenchMagnitudes[lw]; m > 0 {
		n.value *= m
		n.end = end
		if e, ok := skipWords(s, end, " et demi"); ok {
			n.value += m / 2
			n.end = e
			return n, true
		}
		// "deux millions cinq cent mille"
		if p := skipJoin(s, end); p > end {
			if rest, ok := frenchWords(s, p); ok && !rest.collective && !rest.vague && !rest.ordinal && rest.value < m {
				n.value += rest.value
				n.end = rest.end
			}
		}
		return n, true
	}
	_, coll := frenchCollectives[lw]
	_, many := frenchVague[lw]
	if coll || many || lw == "demi" {
		if c, ok := frenchCollectiveAt(s, n.start, pos, n.value); ok {
			return c, true
		}
	}
	return n, !lone
}

func frenchDigits(s string, at, floor int) (numeral, bool) {
	d, ok := readDigits(s, at, floor, ',')
	if !ok {
		return numeral{}, false
	}
	n := numeral{start: at, end: d.end, value: d.whole, rule: "number-digits"}
	for _, suffix := range []string{"er", "ère", "ere", "e", "ème", "eme", "nd", "nde", "es", "èmes"} {
		if e, ok := skipWords(s, d.end, suffix); ok {
			n.end, n.ordinal, n.rule = e, true, "number-ordinal"
			return n, true
		}
	}
	if d.end < len(s) && isLetter([]rune(firstRune(s[d.end:]))[0]) {
		return numeral{}, false // "20h", "5G"
	}
	if v, e, ok := pointMagnitude(s, d); ok {
		n.value, n.end, n.rule = v, e, "number-digits-magnitude"
		return n, true
	}
	pos := skipSpace(s, d.end)
	if pos > d.end {
		w, end := wordAt(s, pos)
		lw := lowerWord(w)
		m := frenchMagnitudes[lw]
		if lw == "mille" {
			m = 1000
		}
		if m > 0 {
			n.value = d.scaled(m)
			n.end = end
			n.rule = "number-digits-magnitude"
			if e, ok := skipWords(s, end, " et demi"); ok {
				n.value += m / 2
				n.end = e
			}
			return n, true
		}
		if _, ok := frenchVague[lw]; ok && d.frac == 0 {
			if c, ok := frenchCollectiveAt(s, at, pos, d.whole); ok {
				return c, true
			}
		}
	}
	if d.fracDigits > 0 { // 7,8: a magnitude, a share, a price; or "entre 1,5 et 2 millions"
		n.scale = d
		return n, true
	}
	return n, true
}
