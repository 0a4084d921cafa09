package lang

import (
	"strings"

	"recoupe/text"
)

// A Qualifier says how a quantity is bounded by its words.
type Qualifier string

// The qualifiers, with French and English wordings.
const (
	Exact    Qualifier = "exact"     // "225", "treize", "un technicien"
	Approx   Qualifier = "approx"    // "environ 2.000", "une dizaine", "about 300": ±10 %
	AtLeast  Qualifier = "at_least"  // "au moins 26"
	MoreThan Qualifier = "more_than" // "plus d'un millier", "more than 40"
	AtMost   Qualifier = "at_most"   // "au plus 12", "jusqu'à 12"
	LessThan Qualifier = "less_than" // "moins de 100"
	Range    Qualifier = "range"     // "entre 20 et 30", "12 à 13.000"
	Vague    Qualifier = "vague"     // "des dizaines" 20–99, "plusieurs" 2–9
)

// Unbounded is the High of a quantity with no upper bound.
const Unbounded = int64(1)<<62 - 1

// A Quantity keeps the bounds its words allow, both inclusive, in whole things
// (persons, vehicles).
type Quantity struct {
	Qualifier Qualifier
	Value     int64 // the number named; meaningful where Named
	Named     bool
	Low, High int64 // High is Unbounded where there is no upper bound
}

// ExactQuantity returns the quantity of n things and no other number.
func ExactQuantity(n int64) Quantity {
	return Quantity{Qualifier: Exact, Value: n, Named: true, Low: n, High: n}
}

// Qualify returns the quantity that n has under q, which is neither Range nor
// Vague: Qualify(AtLeast, 26) is 26 and up.
func Qualify(q Qualifier, n int64) Quantity {
	out := ExactQuantity(n)
	out.Qualifier = q
	switch q {
	case Approx:
		out.Low, out.High = n-n/10, n+n/10
	case AtLeast:
		out.High = Unbounded
	case MoreThan:
		out.Low, out.High = n+1, Unbounded
	case AtMost:
		out.Low = 0
	case LessThan:
		out.Low, out.High = 0, max(n-1, 0)
	}
	return out
}

// A Number is a numeral with its qualifying words: "environ 2.000",
// "plus d'un millier", "\"dizaines\"", "au moins 26", "entre 20 et 30".
type Number struct {
	Start, End  int   // bytes, qualifier included
	First, Last int32 // tokens of the numeral itself, Last included
	Sent        int32
	Quantity    Quantity
	Ordinal     bool   // "deuxième", "1er": never a quantity
	Rule        string // stable name of the rule that read it, for explanations
}

// A numeral is a number word or digit group before its qualifiers are read.
type numeral struct {
	start, end int
	value      int64
	low, high  int64 // set where vague
	vague      bool
	collective bool // "une dizaine": approximate by itself
	ordinal    bool
	plural     bool  // "dizaines", not yet counted: wants "des", "plusieurs" or a count before it
	unit       int64 // of a counted collective: 10 in "deux dizaines"; 0 for others
	rule       string
	scale      digits // set for a decimal that waits for "millions" behind a range
}

// findNumbers fills a.Numbers, sentence by sentence.
func (a *Analysis) findNumbers() {
	for si := range a.Sents {
		g := grammarOf(a.languageOf(si))
		if g == nil {
			continue
		}
		a.numbersOf(int32(si), g)
	}
}

// languageOf returns the language of sentence i: its own, else the document's.
func (a *Analysis) languageOf(i int) string {
	if i < len(a.Doc.Sentences) && a.Doc.Sentences[i].Language != "" {
		switch l := a.Doc.Sentences[i].Language; l {
		case "fr", "en", "ru":
			return l
		}
	}
	return a.Doc.Language
}

func (a *Analysis) numbersOf(si int32, g *numberGrammar) {
	s := a.Sents[si]
	sent := a.Doc.Sentences[si]
	for i := s.First; i < s.End; {
		t := &a.Tokens[i]
		if t.Norm == "cent" && i > s.First+1 && a.Tokens[i-1].Norm == "pour" && a.Tokens[i-2].POS == NUM {
			i++ // "70 pour cent"
			continue
		}
		c := a.Doc.Text[t.Start]
		if !(c >= '0' && c <= '9') && !g.starts[t.Norm] {
			if !g.mayStart(t.Norm) {
				i++
				continue
			}
		}
		n, ok := g.numeral(a.Doc.Text[:sent.End], int(t.Start), sent.Start)
		if !ok || n.end <= int(t.Start) || a.newNotNine(i, s) {
			i++
			continue
		}
		last := i
		for last+1 < s.End && int(a.Tokens[last+1].Start) < n.end {
			last++
		}
		num := Number{First: i, Last: last, Sent: si, Ordinal: n.ordinal, Rule: n.rule}
		g.qualify(a.Doc, sent, n, &num)
		if n.scale.fracDigits > 0 && num.Quantity.Qualifier != Range {
			i = last + 1
			continue
		}
		inMarks(a.Doc.Text, sent, &num)
		next := last + 1
		for next < s.End && int(a.Tokens[next].Start) < num.End {
			next++
		}
		num.Last = next - 1 // a range ends on its second numeral
		a.Numbers = append(a.Numbers, num)
		i = next
	}
}

// newNotNine reports whether the word at i is "neuf", new: "un véhicule neuf".
func (a *Analysis) newNotNine(i int32, s Sent) bool {
	if a.Tokens[i].Norm != "neuf" {
		return false
	}
	if a.Tokens[i].POS == ADJ {
		return true
	}
	return i > s.First && a.Tokens[i-1].POS == NOUN && (i+1 == s.End || a.Tokens[i+1].POS != NOUN && a.Tokens[i+1].POS != ADJ && a.Tokens[i+1].POS != NUM)
}

// A numberGrammar reads the numerals of one language.
type numberGrammar struct {
	starts    map[string]bool // words a numeral may start with
	mayStart  func(norm string) bool
	numeral   func(s string, at, floor int) (numeral, bool)
	before    []qualifierWords // longest first
	after     []qualifierWords
	ranges    []rangeWords
	stepVerbs []string // verbs that make "de 13 à 18" a revision and no range
}

// qualifierWords are words beside a numeral and what they make of it.
type qualifierWords struct {
	words string
	q     Qualifier
}

// rangeWords join two numerals: open before the first ("entre"), between them.
type rangeWords struct {
	open, between string
}

// qualify reads the words around n: bounds and ranges.
func (g *numberGrammar) qualify(d *text.Document, sent text.Sentence, n numeral, out *Number) {
	out.Start, out.End = n.start, n.end
	out.Quantity = n.quantity()
	if n.ordinal {
		return
	}
	s := d.Text
	if m, open, ok := g.rangeAfter(s[:sent.End], sent.Start, n); ok {
		out.Start, out.End = open, m.end
		lo, hi := n.bounds(), m.bounds()
		if n.scale.fracDigits > 0 {
			unit := int64(1_000_000)
			if m.value >= 1_000_000_000 {
				unit = 1_000_000_000
			}
			lo[0] = n.scale.scaled(unit)
		}
		out.Quantity = spread(lo[0], hi[1], n, m)
		out.Rule = "number-range"
		return
	}
	q := Qualifier("")
	if w, ok := matchBefore(s, sent.Start, n.start, g.before); ok {
		q, out.Start = w.q, w.at
		// "au moins une trentaine": the article already belongs to the numeral
	} else if w, ok := matchAfter(s, sent.End, n.end, g.after); ok {
		q, out.End = w.q, w.at
	}
	if q == "" {
		return
	}
	out.Rule += "+" + string(q)
	if n.vague {
		switch q { // "plus de plusieurs dizaines" keeps its floor
		case AtLeast, MoreThan:
			out.Quantity.High = Unbounded
		}
		return
	}
	out.Quantity = Qualify(q, n.value)
}

// inMarks takes the marks around a numeral that stands in quotation marks alone
// into its words: des "dizaines" de morts.
func inMarks(s string, sent text.Sentence, n *Number) {
	before := skipSpaceBack(s, sent.Start, n.Start)
	after := skipSpace(s[:sent.End], n.End)
	for _, q := range [][2]string{{"\"", "\""}, {"«", "»"}, {"“", "”"}} {
		if strings.HasSuffix(s[sent.Start:before], q[0]) && strings.HasPrefix(s[after:sent.End], q[1]) {
			n.Start, n.End = before-len(q[0]), after+len(q[1])
			return
		}
	}
}

func (n numeral) bounds() [2]int64 {
	if n.vague {
		return [2]int64{n.low, n.high}
	}
	return [2]int64{n.value, n.value}
}

// spread is the quantity from lo to hi; "12 à 13.000" means 12.000 to 13.000.
func spread(lo, hi int64, n, m numeral) Quantity {
	if m.unit > 0 && !n.vague && !n.collective && lo < m.value/m.unit {
		lo *= m.unit // "une à deux dizaines"
	}
	for _, unit := range []int64{1_000_000_000, 1_000_000, 1_000, 100} {
		if unit == 100 && m.rule != "number-words" {
			break // "deux à trois cents", never "12 à 300"
		}
		if m.value >= unit && m.value%unit == 0 && lo < m.value/unit && lo*unit >= unit && lo < 1000 && !n.vague {
			lo *= unit
			break
		}
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	return Quantity{Qualifier: Range, Low: lo, High: hi}
}

func (n numeral) quantity() Quantity {
	switch {
	case n.vague:
		return Quantity{Qualifier: Vague, Low: n.low, High: n.high}
	case n.collective:
		return Qualify(Approx, n.value)
	}
	return ExactQuantity(n.value)
}

// rangeAfter reads "… et B", "… à B" behind the numeral n, with "entre", "de"
// before it where the words ask for it.
func (g *numberGrammar) rangeAfter(s string, floor int, n numeral) (m numeral, open int, ok bool) {
	for _, r := range g.ranges {
		at, found := skipWords(s, n.end, r.between)
		if !found || at == len(s) {
			continue // "trente-", where the text is cut off
		}
		open := n.start
		if r.open != "" {
			w, hit := matchBefore(s, floor, n.start, []qualifierWords{{words: r.open}})
			if !hit {
				continue
			}
			open = w.at
		}
		m, good := g.numeral(s, at, floor)
		if !good || m.ordinal || m.plural && !m.vague || m.value <= 0 && !m.vague {
			continue
		}
		if hi := m.bounds()[1]; hi <= n.bounds()[0] && hi >= 1000 == (n.value >= 1000) {
			continue // "de 13 à 8" falls: not a range
		}
		if r.between == " et " && r.open == "" {
			continue
		}
		if r.between == " à " && g.stepsFrom(s, floor, n.start) {
			continue
		}
		return m, open, true
	}
	return numeral{}, 0, false
}

// stepsFrom reports whether a verb like "passé" stands before "de" at the numeral.
func (g *numberGrammar) stepsFrom(s string, floor, at int) bool {
	w, hit := matchBefore(s, floor, at, []qualifierWords{{words: "de"}})
	if !hit {
		return false
	}
	for _, v := range g.stepVerbs {
		if _, ok := matchBefore(s, floor, w.at, []qualifierWords{{words: v}}); ok {
			return true
		}
	}
	// "portant le total des noyés de 30 à 34"
	low := strings.ToLower(s[max(floor, w.at-60):w.at])
	if i := strings.LastIndexAny(low, ";:,("); i >= 0 {
		low = low[i+1:]
	}
	for _, v := range g.stepVerbs {
		if i := strings.Index(low, v+" "); i >= 0 && (i == 0 || low[i-1] == ' ') {
			return strings.Contains(low, "nombre") || strings.Contains(low, "bilan") || strings.Contains(low, "total")
		}
	}
	return false
}

type matched struct {
	q  Qualifier
	at int // where the words start (before) or end (after)
}

// matchBefore looks for one of the phrases ending right before at. Phrases are
// lower case with plain apostrophes and single spaces; the text may have ’, a
// no-break space or capitals in their place.
func matchBefore(s string, floor, at int, list []qualifierWords) (matched, bool) {
	end := skipSpaceBack(s, floor, at)
	for _, mark := range []string{"«", "“", "\""} { // au moins « douze morts »
		if strings.HasSuffix(s[floor:end], mark) {
			end = skipSpaceBack(s, floor, end-len(mark))
			break
		}
	}
	for i := range list {
		if start, ok := endsWith(s, floor, end, list[i].words); ok {
			return matched{list[i].q, start}, true
		}
	}
	return matched{}, false
}

func matchAfter(s string, ceil, at int, list []qualifierWords) (matched, bool) {
	for i := range list {
		end, ok := skipWords(s[:ceil], at, " "+list[i].words)
		if !ok {
			end, ok = skipWords(s[:ceil], at, ", "+list[i].words)
		}
		if ok {
			return matched{list[i].q, end}, true
		}
	}
	return matched{}, false
}
