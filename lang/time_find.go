package lang

import "recoupe/text"

// A timeFinder reads the times of one document. It works on the words of one
// sentence at a time.
type timeFinder struct {
	text string
	lex  *timeLexicon
	w    []timeWord
	buf  [48]byte
	out  []Time
	sent int32
	prev Expr // the last whole date found, whose month a bare day may share
}

// A timeHit is an expression that stands in w up to, not including, end; end 0
// is no hit.
type timeHit struct {
	e    Expr
	end  int
	typ  string
	rule string
}

// FindTimes finds the times in the prose of a.Doc and appends them to a.Times.
// It needs the sentences and nothing of the syntax.
func FindTimes(a *Analysis) {
	d := a.Doc
	f := timeFinder{text: d.Text, out: a.Times}
	if f.out == nil && len(d.Text) > 0 {
		f.out = make([]Time, 0, 8+len(d.Text)/400)
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Part >= 0 && s.Part < len(d.Parts) {
			if k := d.Parts[s.Part].Kind; k == text.Header || k == text.Furniture {
				continue
			}
		}
		l := s.Language
		if l == "" || l == "und" {
			l = d.Language
		}
		f.sent = int32(i)
		f.sentence(s.Start, s.End, l)
	}
	a.Times = f.out
}

func (a *Analysis) findTimes() { FindTimes(a) }

// sentence reads one sentence in language l; one that is not read has no times.
func (f *timeFinder) sentence(start, end int, l string) {
	var match func(*timeFinder, int) int
	switch {
	case len(l) >= 2 && l[:2] == "fr":
		f.lex, match = frTimes(), (*timeFinder).french
	case len(l) >= 2 && l[:2] == "en":
		f.lex, match = enTimes(), (*timeFinder).english
	default:
		return
	}
	f.scan(start, end)
	for i := 0; i < len(f.w); {
		if c := f.w[i].class; c == tOther || c == tPunct {
			i++
			continue
		}
		if j := match(f, i); j > i {
			i = j
		} else {
			i++
		}
	}
}

// c is the class of word i, v its value; outside the sentence the class is
// classes, which no rule asks for.
func (f *timeFinder) c(i int) timeClass {
	if i < 0 || i >= len(f.w) {
		return classes
	}
	return f.w[i].class
}

func (f *timeFinder) v(i int) int {
	if i < 0 || i >= len(f.w) {
		return 0
	}
	return int(f.w[i].val)
}

func (f *timeFinder) is(i int, cs ...timeClass) bool {
	c := f.c(i)
	for _, x := range cs {
		if c == x {
			return true
		}
	}
	return false
}

// p reports whether word i is the mark r.
func (f *timeFinder) p(i int, r rune) bool { return f.c(i) == tPunct && f.w[i].val == r }

func (f *timeFinder) tight(i int) bool { return i >= 0 && i < len(f.w) && f.w[i].tight }

func (f *timeFinder) upper(i int) bool { return i >= 0 && i < len(f.w) && f.w[i].upper }

// str is word i as written.
func (f *timeFinder) str(i int) string {
	if i < 0 || i >= len(f.w) {
		return ""
	}
	return f.text[f.w[i].start:f.w[i].end]
}

// digits is how many digits number i has; 0 if it is none.
func (f *timeFinder) digits(i int) int {
	if f.c(i) != tNum || f.w[i].ordinal {
		return 0
	}
	return int(f.w[i].end - f.w[i].start)
}

// noun reports whether word i is a noun with one of bits.
func (f *timeFinder) noun(i, bits int) bool { return f.c(i) == tNoun && f.v(i)&bits != 0 }

// partOfNumber reports whether number i is the tail or head of a longer one:
// "2.000", "3,5", "2015-912", "12/2".
func (f *timeFinder) partOfNumber(i int) bool {
	joins := func(i int) bool {
		return f.c(i) == tPunct && f.tight(i) && (f.v(i) == ',' || f.v(i) == '.' || f.v(i) == '/' || f.v(i) == '-' || f.v(i) == ':')
	}
	if f.tight(i) && joins(i-1) && f.c(i-2) == tNum {
		return true
	}
	if joins(i+1) && f.c(i+2) == tNum && f.tight(i+2) {
		return true
	}
	if f.c(i-1) == tNum && f.digits(i) == 3 && f.digits(i-1) <= 3 {
		return true // "2 000"
	}
	return f.digits(i+1) == 3 && f.digits(i) <= 3
}

// dayNumber reads a day of the month written in digits or as "premier".
func (f *timeFinder) dayNumber(i int) int {
	switch f.c(i) {
	case tNum:
		if d := f.v(i); d >= 1 && d <= 31 && f.w[i].end-f.w[i].start <= 4 && !(f.tight(i) && f.c(i-1) == tPunct && f.c(i-2) == tNum && f.tight(i-1) && !f.p(i-1, '-')) {
			if f.w[i].ordinal && f.lex.elides && d != 1 {
				return 0
			}
			return d
		}
	case tOrd:
		if f.v(i) == 1 {
			return 1
		}
	}
	return 0
}

// yearNumber reads a year of four digits.
func (f *timeFinder) yearNumber(i int) int {
	if f.digits(i) != 4 {
		return 0
	}
	if y := f.v(i); y >= 1000 && y <= 2100 {
		return y
	}
	return 0
}

// yearAfterMonth reads the year that follows a month, of four or two digits.
func (f *timeFinder) yearAfterMonth(i int) (year int, end int, two bool) {
	if y := f.yearNumber(i); y > 0 && !(f.p(i+1, ',') && f.tight(i+2) && f.c(i+2) == tNum) {
		return y, i + 1, false
	}
	if f.p(i, '\'') || f.p(i, '’') {
		i++
	}
	// "octobre 98" and not "le 5 mars 40 personnes"
	if y := f.v(i); f.digits(i) == 2 && y >= 40 && !f.is(i+1, tOther, tNoun, tUnit, tCard, tNum, tH) && !f.partOfNumber(i) && !f.p(i+1, '%') {
		return 1900 + y, i + 1, true
	}
	return 0, i, false
}

// numericDate reads 06/01/2022, 2022-01-06, 6.1.2022. Day first: in French
// always, in English unless the numbers say otherwise.
func (f *timeFinder) numericDate(i int) timeHit {
	var n [3]int
	sep := rune(0)
	for k := range n {
		if f.c(i+2*k) != tNum || f.w[i+2*k].ordinal || k > 0 && !f.tight(i+2*k) {
			return timeHit{}
		}
		n[k] = f.v(i + 2*k)
		if k < 2 {
			s := rune(f.v(i + 2*k + 1))
			if f.c(i+2*k+1) != tPunct || !f.tight(i+2*k+1) || s != '/' && s != '-' && s != '.' || sep != 0 && s != sep {
				return timeHit{}
			}
			sep = s
		}
	}
	// a further part makes it an address, a version or a telephone number
	for _, k := range []int{i - 1, i + 5} {
		if f.c(k) == tPunct && (f.v(k) == '/' || f.v(k) == '-' || f.v(k) == '.') && f.c(k+1) == tNum && f.tight(k+1) && f.tight(k) {
			return timeHit{}
		}
	}
	e := Expr{Form: ByCalendar}
	switch {
	case f.digits(i) == 4 && f.digits(i+2) == 2 && f.digits(i+4) == 2:
		e.Year, e.Month, e.Day = n[0], n[1], n[2]
	case f.digits(i+4) == 4 && f.digits(i) <= 2 && f.digits(i+2) <= 2:
		e.Day, e.Month, e.Year = n[0], n[1], n[2]
	case f.digits(i+4) == 2 && f.digits(i) == 2 && f.digits(i+2) == 2 && (sep == '/' || sep == '.' && f.p(i-1, '(') && f.p(i+5, ')')):
		e.Day, e.Month, e.Year = n[0], n[1], 2000+n[2]
		if n[2] >= 60 {
			e.Year -= 100
		}
	default:
		return timeHit{}
	}
	if !f.lex.elides && e.Month > 12 && e.Day <= 12 {
		e.Day, e.Month = e.Month, e.Day
	}
	if e.Month < 1 || e.Month > 12 || e.Day < 1 || e.Day > 31 || e.Year < 1000 || e.Year > 2100 {
		return timeHit{}
	}
	return timeHit{e, i + 5, "DATE", "numeric-date"}
}

// add puts an expression from word i up to word j into the result.
func (f *timeFinder) add(i, j int, h timeHit) int {
	if h.e.Form == ByCalendar && h.e.Day > 0 && h.e.Month > 0 {
		f.prev = h.e
	}
	h.e.Tense = f.tense(i, j)
	if f.p(i-1, '[') { // "pas attendu [jeudi]": the desk's word for the speaker's "hier"
		h.e.Tense = NoTense
	}
	h.e.Aside = f.pluperfect()
	h.e.Said = f.said(i) || f.saidAside(i, j)
	if b := h.e.Bound; (b == Until || b == From) && h.e.Tense == InPast && i > 2 {
		// "reste fermé jusqu'à jeudi, a indiqué ...": the verb of the clause counts
		if x, n := f.cueFrom(i-1, -1); x != InPast || n > commaCost {
			h.e.Tense = NoTense
		}
	}
	f.out = append(f.out, Time{
		Start: int(f.w[i].start), End: int(f.w[j-1].end), Sent: f.sent,
		Type: h.typ, Rule: h.rule, Expr: h.e,
	})
	return j
}

// addRange puts a range and its two or more members into the result.
func (f *timeFinder) addRange(i, j int, typ, rule string, members []timeMember) int {
	f.add(i, j, timeHit{e: Expr{Form: ByRange, Of: [2]int32{1, int32(len(members))}}, typ: typ, rule: rule})
	for _, m := range members {
		f.add(m.start, m.end, timeHit{e: m.e, typ: typeOf(m.e), rule: rule})
		f.out[len(f.out)-1].Member = true
	}
	return j
}

// A timeMember is one end of a range or one day of a list.
type timeMember struct {
	start, end int
	e          Expr
}

// typeOf is DATE, or TIME for what is smaller than a day.
func typeOf(e Expr) string {
	if e.Clock || e.Part != NoPart {
		return "TIME"
	}
	return "DATE"
}

// share gives a the parts of b that its words leave to b: "les 5 et 6 janvier",
// "du 28 décembre au 3 janvier 2022", "de 18 à 20 heures".
func share(a, b *Expr) {
	if a.Day > 0 && a.Month == 0 {
		a.Month, a.Year = b.Month, b.Year
	} else if a.Month > 0 && a.Year == 0 && b.Year > 0 {
		a.Year = b.Year
		if a.Month > b.Month {
			a.Year--
		}
	}
	if a.Deixis == NoDeixis {
		a.Deixis = b.Deixis
	}
	if a.Clock && b.Clock && a.Zone == "" {
		a.Zone = b.Zone
	}
}

// tense looks for the verb or cue word nearest to the words from i to j, within
// the clause before all: a comma counts as several words, and nothing is looked
// for beyond a semicolon or colon.
func (f *timeFinder) tense(i, j int) Tense {
	back, nb := f.cueFrom(i-1, -1)
	ahead, na := f.cueFrom(j, 1)
	if back == NoTense || ahead != NoTense && na < nb {
		return ahead
	}
	return back
}

// pluperfect reports whether the first verb of the sentence is in it: "avait été
// incendié", "had been attacked".
func (f *timeFinder) pluperfect() bool {
	for k := range f.w {
		switch f.c(k) {
		case tHave:
			s := f.str(k)
			return s == "avait" || s == "avaient" || s == "had"
		case tGone, tBeing, tComing:
			return false
		}
	}
	return false
}

// said reports whether a verb of saying stands before word i in the same run of
// words: "a indiqué vendredi", "a déclaré le préfet à l'AFP mardi".
func (f *timeFinder) said(i int) bool {
	for k := i - 1; k >= 0 && k > i-9; k-- {
		switch f.c(k) {
		case tSay:
			return f.c(k-1) != tBeing // "le feu s'est déclaré mercredi"
		case tPunct, tThat:
			return false
		case tOther:
			switch f.str(k) {
			case "que", "qu'", "qu’":
				return false
			case "état", "part":
				if f.str(k-1) == "fait" {
					return true // "a fait état vendredi de 457 arrestations"
				}
			}
		}
	}
	return false
}

// saidAside reports whether the words from i to j stand between commas behind a verb
// of saying, with no more than the speaker between: "a annoncé, dimanche 10
// septembre, le ministère", "a déclaré le maire, mardi, lors d'une réunion".
func (f *timeFinder) saidAside(i, j int) bool {
	if !f.p(i-1, ',') || !f.p(j, ',') {
		return false
	}
	const speaker = 6 // words
	for k := i - 2; k >= 0 && k > i-2-speaker; k-- {
		switch f.c(k) {
		case tSay:
			return f.c(k-1) != tBeing
		case tPunct, tThat, tHave, tBeing, tGone:
			return false // "a dit avoir vu trois corps, lundi, dans le fleuve"
		}
		switch f.str(k) {
		case "que", "qu'", "qu’", "avoir", "être":
			return false
		}
	}
	return false
}

// commaCost is how many words a comma stands for.
const commaCost = 7

// cueFrom looks for a cue from word k on in steps of step, and returns how far
// it went.
func (f *timeFinder) cueFrom(k, step int) (Tense, int) {
	for n := 1; k >= 0 && k < len(f.w); k, n = k+step, n+1 {
		if f.p(k, ';') || f.p(k, ':') {
			break
		}
		if f.p(k, ',') {
			n += commaCost
		}
		if x := f.cue(k); x != NoTense {
			return x, n
		}
	}
	return NoTense, 0
}

// cue is what word k alone says of the tense.
func (f *timeFinder) cue(k int) Tense {
	switch w := f.w[k]; w.class {
	case tHave:
		if w.val == 2 {
			return InFuture
		}
		return InPast
	case tGone, tSay:
		switch {
		case f.lex.elides && w.class == tSay:
			return NoTense // "a annoncé": the auxiliary tells
		case !f.lex.elides && f.coming(k):
			return InFuture // "will be held"
		}
		return InPast
	case tComing:
		if w.val > 0 {
			return f.planned(k)
		}
		return InFuture
	case tBeing:
		if !f.lex.elides && f.c(k+1) == tTo { // "are to fly home"
			return InFuture
		}
		// "le convoi est arrivé", "la coulée s'est déclenchée"
		if f.lex.elides && (f.is(k+1, tCame) || f.is(k+2, tCame) && f.c(k+1) == tOther || f.str(k-1) == "s'" || f.str(k-1) == "s’" || f.str(k-1) == "se") {
			return InPast
		}
	case tOther:
		s := f.text[w.start:w.end]
		if len(s) < 5 || w.upper {
			return NoTense
		}
		if f.lex.elides {
			return frenchEnding(s)
		}
		if s[len(s)-2:] == "ed" {
			if f.coming(k) {
				return InFuture
			}
			return InPast
		}
	}
	return NoTense
}

// coming reports whether a word that looks ahead stands shortly before word k:
// "will not be restored".
func (f *timeFinder) coming(k int) bool {
	for m := k - 1; m >= 0 && m > k-4; m-- {
		if f.c(m) == tComing {
			return true
		}
	}
	return false
}

// planned is what a participle of planning says at word k: "prévu jeudi", "est
// organisée mercredi" look ahead; "a été organisée mercredi", "attendu depuis dix
// jours" do not.
func (f *timeFinder) planned(k int) Tense {
	for m := k - 1; m >= 0 && m > k-4; m-- {
		switch f.c(m) {
		case tHave:
			if f.v(m) == 0 {
				return InPast
			}
		case tBeing:
			return InFuture
		}
	}
	if f.v(k) == 2 || f.c(k+1) == tSince {
		return NoTense
	}
	return InFuture
}

// frenchEnding tells the tense of a French verb by its last letters, where
// these are hardly ever those of another word.
func frenchEnding(s string) Tense {
	n := len(s)
	switch {
	case s[n-3:] == "era" || s[n-3:] == "ira" || s[n-3:] == "dra" || s[n-3:] == "tra":
		if s == "opéra" || s == "caméra" || s == "extra" || s == "contra" || s == "ultra" {
			return NoTense
		}
		return InFuture
	case s[n-4:] == "ront":
		if s == "front" || s == "affront" {
			return NoTense
		}
		return InFuture
	case s[n-5:] == "aient":
		return InPast
	case s[n-3:] == "ait" && s != "trait" && s != "retrait" && s != "portrait" && s != "souhait" && s != "parfait":
		return InPast
	}
	return NoTense
}
