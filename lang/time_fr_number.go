package lang

// A timeAmount is a number of units: "dix jours", "environ deux mois".
type timeAmount struct {
	n    float64 // 0: not said how many
	unit Unit
	mod  Mod
	end  int
}

// frNumber reads what begins with a number: a date, a clock time, a year, an
// amount of time.
func (f *timeFinder) frNumber(i int, det timeClass) timeHit {
	if h := f.frDayMonth(i); h.end > 0 {
		return h
	}
	if f.c(i) == tNum {
		if h := f.numericDate(i); h.end > 0 {
			return h
		}
	}
	if h := f.frClock(i); h.end > 0 {
		return h
	}
	if h := f.frQuarter(i); h.end > 0 {
		return h
	}
	if h := f.frNth(i, det); h.end > 0 {
		return h
	}
	if h := f.frOneIn(i); h.end > 0 {
		return h
	}
	if f.c(i) == tNum {
		if h := f.frYear(i); h.end > 0 {
			return h
		}
		// "ce 6 au soir"; "le 6, ..." after a date with a month
		if p, _, _ := f.frPartAfter(i + 1); (det == tLe || det == tCe) && f.digits(i) > 0 && f.dayNumber(i) > 0 && !f.partOfNumber(i) && (p != NoPart && f.c(i+1) == tAu || f.frAfterBareDay(i+1) && f.prev.Month > 0 || f.p(i+1, ',') && f.c(i+2) == tAu && f.is(i+3, tEve, tMorrow)) {
			e := Expr{Form: ByCalendar, Day: f.v(i)}
			j := i + 1
			e.Part, j, e.Mod = f.frPartAfter(j)
			return timeHit{e, j, "", "fr-bare-day"}
		}
	}
	return f.frAmountAt(i, det)
}

// frCentury reads "XIXe siècle" at its second word, since the first is no word
// of time by itself.
func (f *timeFinder) frCentury(i int) int {
	n := roman(f.str(i - 1))
	if n == 0 && f.c(i-1) == tNum && f.w[i-1].ordinal {
		n = f.v(i - 1)
	}
	if n == 0 || n > 21 {
		if h := f.frUnit(i, classes); h.end > i {
			return f.frEmit(i, h)
		}
		return i
	}
	from := i - 1
	if f.is(from-1, tLe) {
		from--
	}
	e := Expr{Form: ByCalendar, Year: (n-1)*100 + 1, Century: true}
	if f.c(from-1) == tDu && f.is(from-2, tStart, tMidst, tFinish) { // "la fin du XIXe siècle"
		e.Mod = frMod(f.c(from - 2))
		if from -= 2; f.is(from-1, tLa, tLe) {
			from--
		}
	}
	return f.frEmit(from, timeHit{e: e, end: i + 1, typ: "DATE", rule: "fr-century"})
}

// roman reads a Roman ordinal: "XIXe", "XXème"; 0 where s is none.
func roman(s string) int {
	n, last, i := 0, 0, 0
	for ; i < len(s); i++ {
		v := 0
		switch s[i] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		}
		if v == 0 {
			break
		}
		if v > last {
			n -= 2 * last
		}
		n += v
		last = v
	}
	switch s[i:] {
	case "e", "è", "ème", "eme", "er", "ᵉ":
		if i > 0 {
			return n
		}
	}
	return 0
}

// frQuarter reads "troisième trimestre 2001", "2e semestre".
func (f *timeFinder) frQuarter(i int) timeHit {
	u := Unit(f.v(i + 1))
	if f.c(i+1) != tUnit || u != Quarter && u != Semester || f.c(i) == tNum && !f.w[i].ordinal || f.v(i) > 4 {
		return timeHit{}
	}
	e := Expr{Form: ByUnit, Unit: u, N: float64(f.v(i)), Deixis: This}
	j := i + 2
	if f.c(j) == tDe {
		j++
	}
	if y := f.yearNumber(j); y > 0 {
		e.Year = y
		return timeHit{e, j + 1, "DATE", "fr-quarter"}
	}
	return timeHit{e, i + 2, "DATE", "fr-quarter"}
}

// frYear reads a bare year after a word that asks for one.
func (f *timeFinder) frYear(i int) timeHit {
	y := f.yearNumber(i)
	if y == 0 || f.is(i+1, tUnit, tH, tCard, tNum) || f.noun(i+1, nounCounted|nounPerson) || f.p(i+1, '%') || f.p(i+1, '€') || f.p(i+1, '$') {
		return timeHit{}
	}
	e := Expr{Form: ByCalendar, Year: y}
	hit := timeHit{e, i + 1, "DATE", "fr-year"}
	if (f.p(i+1, '/') || f.p(i+1, '-')) && f.tight(i+1) && f.yearNumber(i+2) == y+1 && f.tight(i+2) && !f.p(i+3, '-') && !f.tight(i) {
		return hit // "la saison 2002/2003"
	}
	if f.tight(i) && f.is(i-1, tPunct) {
		if (f.p(i-1, '/') || f.p(i-1, '-') || f.p(i-1, '–')) && f.yearNumber(i-2) > 0 && f.v(i-2) < y && y-f.v(i-2) < 60 {
			return hit // "2002/2003"
		}
		if !f.p(i-1, '(') {
			return timeHit{}
		}
	}
	if f.tight(i+1) && f.c(i+1) == tPunct && f.c(i+2) == tNum && f.tight(i+2) && f.digits(i+2) != 4 {
		return timeHit{}
	}
	switch f.c(i - 1) {
	case tEn, tSince, tAsof, tUntil, tStart, tFinish, tBefore, tAfter, tHere:
		return hit
	case tPunct:
		if f.p(i-1, '(') && (f.p(i+1, ')') || f.p(i+1, '-') || f.p(i+1, '–') || f.p(i+1, ',')) && y >= 1800 {
			return hit
		}
	case tDe, tTo, tAnd:
		if f.c(i-1) == tAnd && !(len(f.out) > 0 && f.out[len(f.out)-1].Expr.Year > 0 && f.out[len(f.out)-1].End+4 >= int(f.w[i-1].start)) {
			break
		}
		if y >= 1800 && (f.c(i+1) != tOther && f.c(i+1) != tNoun || f.upper(i+1)) {
			return hit
		}
	}
	return timeHit{}
}

// frCardinal reads a number in digits or words and where it ends; end 0 if none.
func (f *timeFinder) frCardinal(i int) (float64, int) {
	if f.c(i) == tNum && !f.w[i].ordinal {
		n, j := float64(f.v(i)), i+1
		if f.p(j, ',') && f.tight(j) && f.tight(j+1) && f.digits(j+1) > 0 && f.digits(j+1) < 3 {
			d := float64(f.v(j + 1))
			for k := 0; k < f.digits(j+1); k++ {
				d /= 10
			}
			return n + d, j + 2
		}
		for f.digits(j) == 3 && f.digits(i) <= 3 || f.p(j, '.') && f.tight(j) && f.tight(j+1) && f.digits(j+1) == 3 {
			if f.p(j, '.') {
				j++
			}
			n = n*1000 + float64(f.v(j))
			j++
		}
		return n, j
	}
	if f.c(i) != tCard {
		return 0, 0
	}
	total, last := f.v(i), f.v(i)
	j := i + 1
	for {
		k := j
		if f.p(k, '-') && f.tight(k) {
			k++
		}
		if f.c(k) == tAnd && f.v(k) == 0 && f.is(k+1, tCard) && (f.v(k+1) == 1 || f.v(k+1) == 11) && last >= 20 {
			k++
		}
		if f.p(k, '-') && f.tight(k) {
			k++
		}
		if f.c(k) != tCard {
			return float64(total), j
		}
		switch v := f.v(k); {
		case v == 20 && last == 4:
			total += 76
		case v >= 100 && last < v:
			total = total * v
		case v < last:
			total += v
		default:
			return float64(total), j
		}
		last = f.v(k)
		j = k + 1
	}
}

// frAmount reads "dix jours", "environ deux mois", "une dizaine de jours",
// "plusieurs années", "un quart de siècle", "une demi-heure", "un an et demi".
func (f *timeFinder) frAmount(i int) timeAmount {
	var a timeAmount
	j := i
	if f.c(j) == tAround && f.v(j) > 0 {
		a.mod = About
		j++
		if f.c(j) == tDe {
			j++
		}
	}
	switch f.c(j) {
	case tSome:
		j++
	case tNum, tCard:
		n, k := f.frCardinal(j)
		if k == 0 {
			return timeAmount{}
		}
		switch {
		case f.c(k) == tQuarter && f.c(k+1) == tDe && f.c(k+2) == tUnit:
			n, k = n/4, k+2
		case f.c(k) == tHalf && f.c(k+1) == tUnit:
			n, k = n/2, k+1
		case f.c(k) == tHalf && f.p(k+1, '-') && f.c(k+2) == tUnit:
			n, k = n/2, k+2
		case f.c(k) == tTo || f.c(k) == tAnd && f.v(k) == 1: // "deux à trois jours": the outer bound
			if m, l := f.frCardinal(k + 1); l > 0 && m > n && f.c(l) == tUnit {
				a.mod = About
				n, k = m, l
			}
		case f.c(k) == tDozen && f.c(k+1) == tDe:
			a.mod = About
			n, k = float64(f.v(k)), k+2
		case f.c(k) == tUnit && Unit(f.v(k)) == Fortnight && f.c(k+1) == tDe && f.c(k+2) == tUnit:
			n, k = 15, k+2
			a.mod = About
		}
		a.n, j = n, k
	default:
		return timeAmount{}
	}
	if f.c(j) == tH && f.tight(j) && a.n >= 24 { // "en 24h"
		a.unit, a.end = Hour, j+1
		return a
	}
	if f.is(j, tLast, tNext, tPassed) && f.c(j+1) == tUnit { // "les 24 dernières heures"
		j++
	}
	if f.c(j) != tUnit || f.p(j+1, '-') && f.tight(j+1) && f.tight(j+2) && f.c(j+2) == tOther {
		return timeAmount{}
	}
	if f.upper(j) && !f.shouted(j) { // "20 Minutes" is a newspaper
		return timeAmount{}
	}
	a.unit, a.end = Unit(f.v(j)), j+1
	if f.c(j+1) == tAnd && f.is(j+2, tHalf) {
		a.n += 0.5
		a.end = j + 3
	}
	return a
}

// frAmountAt reads an amount of time and what stands behind it: "deux jours
// plus tard", "une semaine après la répression", else a length of time.
func (f *timeFinder) frAmountAt(i int, det timeClass) timeHit {
	if det != classes && det != tLes && det != tCes && det != tL && det != tLa {
		return timeHit{}
	}
	a := f.frAmount(i)
	if a.end == 0 || f.c(i-1) == tN || f.tight(i) && f.is(i-1, tPunct) && (f.p(i-1, ',') || f.p(i-1, '.')) {
		return timeHit{}
	}
	e := Expr{Form: ByOffset, N: a.n, Unit: a.unit, Mod: a.mod, Anchor: Running}
	j := a.end
	switch {
	case f.c(j) == tPlus && f.c(j+1) == tLate:
		e.Toward = 1
		return timeHit{e, j + 2, "DURATION", "fr-later"}
	case f.c(j) == tPlus && f.c(j+1) == tEarly:
		e.Toward = -1
		return timeHit{e, j + 2, "DURATION", "fr-earlier"}
	case f.c(j) == tEarlier:
		e.Toward = -1
		return timeHit{e, j + 1, "DURATION", "fr-earlier"}
	case f.is(j, tAfter, tBefore):
		e.Toward = 1
		if f.c(j) == tBefore {
			e.Toward = -1
		}
		if f.is(j+1, tLe, tLa, tL, tLes, tCe, tCes, tOther, tNoun, tAux, tUntil, tDe) && !f.p(j+1, ',') || f.upper(j+1) {
			e.Anchor = EventDay
		}
		return timeHit{e, j + 1, "DURATION", "fr-after"}
	}
	return f.frLength(i, det, a)
}

// frLength reads an amount of time that is no more than that, where the words
// around it show that it is not an age, a price or a distance.
func (f *timeFinder) frLength(i int, det timeClass, a timeAmount) timeHit {
	e := Expr{Form: ByLength, N: a.n, Unit: a.unit, Mod: a.mod}
	hit := timeHit{e, a.end, "DURATION", "fr-length"}
	k := i - 1
	if det != classes {
		k--
	}
	deictic := f.is(a.end-2, tLast, tNext, tPassed) || f.is(i, tLast, tNext)
	if d, j := f.frDeixis(a.end); d == Last || d == Next {
		hit.end, hit.e.Deixis = j, d
		return hit
	}
	if deictic {
		hit.e.Deixis = Last
		if f.is(a.end-2, tNext) {
			hit.e.Deixis = Next
		}
		return hit
	}
	if det == tLa || det == tL || det == tLes {
		return timeHit{}
	}
	for f.is(k, tPlus, tLess, tAround, tDe, tVague) && !(f.c(k) == tDe && !f.is(k-1, tPlus, tLess, tAround)) {
		k--
	}
	if f.c(k) == tSince {
		hit.e.Bound = Since
		return hit
	}
	if f.c(k) == tHere || f.c(k) == tTo && f.c(k-1) == tHere { // "d'ici à dix jours"
		hit.e.Form, hit.e.Toward, hit.e.Anchor, hit.e.Bound = ByOffset, 1, Publication, Until
		return hit
	}
	if f.is(k, tFor, tEn, tIn, tAfter, tUntil, tBefore) || f.str(k) == "fait" && a.end < len(f.w) && (f.str(a.end) == "que" || f.str(a.end) == "qu'" || f.str(a.end) == "qu’") {
		return hit // the last: "cela fait dix ans que"
	}
	if f.is(k, tAge) || f.c(k) == tTo && f.c(k-1) == tAge || f.c(k) == tDe && (f.is(k-1, tAge) || a.unit >= Week && (f.noun(k-1, nounPerson) || f.upper(k-1))) {
		return timeHit{}
	}
	if f.is(a.end, tDe) && f.noun(a.end+1, nounServed) || f.c(k) == tDe && f.noun(k-1, nounLasting) {
		return hit
	}
	switch {
	case f.c(k) == tTo && a.unit >= Days && f.is(a.end, tDe, tDu, tDes) && !f.noun(a.end+1, nounServed) && f.c(a.end+1) != tOther:
		return hit // "à six jours de Noël", not "à deux jours de marche"
	case f.c(k) == tTo && a.unit >= Days && f.is(a.end, tDu, tDes) || f.c(k) == tTo && a.unit >= Days && f.c(a.end) == tDe && f.is(a.end+1, tL, tLa):
		return hit // "à trois jours du scrutin"
	case a.unit == Year && f.c(i) != tSome, f.c(k) == tTo, f.p(k, ',') && f.c(a.end) == tPunct && a.unit >= Month:
		return timeHit{} // "Untel, 58 ans", "à dix minutes de la ville"
	case a.n == 1 && a.unit >= Days, a.n == 1 && a.unit <= Minute:
		return timeHit{} // "un jour", "une année": hardly ever measured
	case f.c(k) == tPer || f.p(k, '/'):
		return timeHit{}
	}
	return hit
}

// frAgo reads "il y a trois ans", "voilà une semaine".
func (f *timeFinder) frAgo(i int) int {
	j := i + 1
	if f.c(i) == tIlya {
		if f.c(j) != tY || f.c(j+1) != tHave || f.str(j+1) != "a" {
			return i
		}
		j += 2
	}
	from := j
	for f.is(j, tPlus, tLess, tEarly, tJust, tVague) || f.c(j) == tDe && f.is(j-1, tPlus, tLess, tEarly) || f.c(j) == tAll && f.c(j+1) == tJust || f.str(j) == "déjà" || f.str(j) == "encore" || f.str(j) == "seulement" {
		j++
	}
	e := Expr{Form: ByOffset, Toward: -1, Anchor: Publication}
	a := f.frAmount(j)
	end := a.end
	switch {
	case a.end > 0 && f.c(a.end) != tDe:
	case f.is(j, tUnit) && f.v(j) >= int(Minute): // "il y a des années" is read below
		return i
	case f.c(j) == tDes && f.c(j+1) == tUnit:
		a.unit, end = Unit(f.v(j+1)), j+2
	default:
		return i
	}
	if f.c(i) == tVoila && f.c(end) == tOther {
		// "voilà trois ans que ..." is as good as "il y a"
		end = a.end
	}
	if end == 0 {
		return i
	}
	e.N, e.Unit, e.Mod = a.n, a.unit, a.mod
	if f.is(from, tPlus, tLess) && e.Mod == NoMod {
		e.Mod = About
	}
	k := end
	if f.p(k, ',') {
		k++
	}
	if f.c(k) == tUnit && f.c(k+1) == tFor && f.c(k+2) == tUnit { // "jour pour jour"
		e.Exact = true
	}
	return f.add(i, end, timeHit{e: e, typ: "DURATION", rule: "fr-ago"})
}

// frAhead reads "dans trois jours", "d'ici dix ans", "d'ici à demain".
func (f *timeFinder) frAhead(i int) int {
	if f.c(i) == tHere {
		return i
	}
	a := f.frAmount(i + 1)
	if a.end == 0 || a.unit < Minute {
		return i
	}
	e := Expr{Form: ByOffset, N: a.n, Unit: a.unit, Mod: a.mod, Toward: 1, Anchor: Publication}
	return f.add(i+1, a.end, timeHit{e: e, typ: "DURATION", rule: "fr-ahead"})
}

// frVague reads "désormais", "récemment", "quotidien".
func (f *timeFinder) frVague(i int) int {
	if f.c(i) == tDaily {
		if f.is(i-1, tLe, tDu, tAu, tUnit) || f.upper(i) { // "le quotidien Le Monde"
			return i
		}
		return f.add(i, i+1, timeHit{e: Expr{Form: ByRepeat, N: 1, Unit: Unit(f.v(i))}, typ: "SET", rule: "fr-daily"})
	}
	ref := [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[f.v(i)]
	return f.add(i, i+1, timeHit{e: Expr{Form: ByVague, Ref: ref}, typ: "DATE", rule: "fr-vague"})
}
