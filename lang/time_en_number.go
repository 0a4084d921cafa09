package lang

// enNumber reads what begins with a number: a date, a clock time, a year, an
// amount of time.
func (f *timeFinder) enNumber(i int, det timeClass) timeHit {
	if h := f.enDate(i); h.end > 0 {
		return h
	}
	if f.c(i) == tNum {
		if h := f.numericDate(i); h.end > 0 {
			return h
		}
		if h := f.enClock(i); h.end > 0 {
			return h
		}
		if h := f.enYear(i, det); h.end > 0 {
			return h
		}
	}
	if u := Unit(f.v(i + 1)); det == tThe && f.is(i, tOrd, tNum) && (f.c(i) == tOrd || f.w[i].ordinal) && f.c(i+1) == tUnit && u >= Days && u <= Month && f.c(i+2) == tOf {
		e := Expr{Form: ByOffset, N: float64(f.v(i) - 1), Unit: u, Toward: 1, Anchor: EventDay}
		if e.N == 0 {
			e.Toward = 0
		}
		return timeHit{e, i + 2, "DATE", "en-nth-day"}
	}
	if k := i - 1; f.c(i) == tOrd && f.is(i+1, tUnit, tPart) && f.v(i+1) != int(Second) {
		if f.is(k, tThe, tCard) {
			k--
		}
		if u := Unit(f.v(i + 1)); f.c(k) == tFor && (f.c(i+1) == tPart || u >= Days) {
			if f.c(i+1) == tPart {
				u = Days
			}
			return timeHit{Expr{Form: ByLength, N: float64(f.v(i)), Unit: u, Deixis: Last}, i + 2, "DURATION", "en-in-a-row"} // "for a third day"
		}
	}
	if det == tThe || det == tThis || det == tThat {
		return timeHit{}
	}
	return f.enAmountAt(i)
}

// enYear reads a bare year after a word that asks for one, and "the 1990s".
func (f *timeFinder) enYear(i int, det timeClass) timeHit {
	y := f.yearNumber(i)
	if y == 0 || f.is(i+1, tUnit, tCard, tNum, tZone) || f.noun(i+1, nounCounted|nounPerson) || f.p(i+1, '%') {
		return timeHit{}
	}
	e := Expr{Form: ByCalendar, Year: y}
	if f.tight(i+1) && f.c(i+1) == tOther && f.str(i+1) == "s" {
		if y%10 == 0 {
			e.Decade = true
			return timeHit{e, i + 2, "DATE", "en-decade"}
		}
		return timeHit{}
	}
	if det == tThe || f.partOfNumber(i) || f.tight(i) && f.c(i-1) == tPunct && !f.p(i-1, '(') {
		return timeHit{}
	}
	switch f.c(i - 1) {
	case tIn, tSince, tUntil, tBefore, tAfter, tStarting, tEarly, tLate, tFor:
		return timeHit{e, i + 1, "DATE", "en-year"}
	case tOf, tTo, tAnd:
		if y >= 1800 && f.c(i+1) != tOther && f.c(i+1) != tNoun {
			return timeHit{e, i + 1, "DATE", "en-year"}
		}
	case tPunct:
		if f.p(i-1, '(') && (f.p(i+1, ')') || f.p(i+1, '-') || f.p(i+1, '–')) && y >= 1800 {
			return timeHit{e, i + 1, "DATE", "en-year"}
		}
	case tThe:
	default:
		// "the 2014 war", "a 1979 revolution": a year before a noun
		if det == classes && f.is(i-1, tCard) && f.c(i+1) == tOther && y >= 1900 && y <= 2100 {
			return timeHit{e, i + 1, "DATE", "en-year"}
		}
	}
	return timeHit{}
}

// enClock reads "3 p.m.", "3:30 pm", "15:30", "0600 GMT", "9 o'clock".
func (f *timeFinder) enClock(i int) timeHit {
	e := Expr{Form: ByClock, Clock: true, Anchor: Running}
	if f.w[i].ordinal || f.tight(i) && f.c(i-1) == tPunct && !f.p(i-1, '(') && !f.p(i-1, '-') && !f.p(i-1, '–') {
		return timeHit{}
	}
	j := i + 1
	sure := false
	switch {
	case f.digits(i) == 4 && f.c(j) == tZone && f.v(i)/100 < 25 && f.v(i)%100 < 60:
		e.Hour, e.Min = f.v(i)/100, f.v(i)%100
	case f.digits(i) <= 2 && f.digits(i) > 0 && f.v(i) <= 24:
		e.Hour = f.v(i)
		if (f.p(j, ':') || f.p(j, '.')) && f.tight(j) && f.digits(j+1) == 2 && f.tight(j+1) && f.v(j+1) < 60 {
			e.Min = f.v(j + 1)
			sure = f.p(j, ':') && f.is(i-1, tAt, tAround, tUntil, tBefore, tAfter, tBetween, tAnd, tStarting, tTo, tSince)
			j += 2
		}
	default:
		return timeHit{}
	}
	pm := -1
	switch {
	case f.c(j) == tMeridiem:
		pm, j = f.v(j), j+1
	case (f.str(j) == "a" || f.str(j) == "p" || f.str(j) == "A" || f.str(j) == "P") && f.p(j+1, '.') && f.tight(j+1) && (f.str(j+2) == "m" || f.str(j+2) == "M") && f.tight(j+2):
		pm = 0
		if c := f.str(j); c == "p" || c == "P" {
			pm = 12
		}
		j += 3
		if f.p(j, '.') && f.tight(j) {
			j++
		}
	case f.c(j) == tOclock:
		sure = true
		j++
	}
	if pm >= 0 {
		sure = e.Hour <= 12
		e.Hour = e.Hour%12 + pm
	}
	if f.c(j) == tZone {
		sure = true
		e.Zone = "GMT"
		j++
	} else if f.c(j) == tLocal && f.str(j+1) == "time" {
		sure = true
		e.Zone = "local"
		j += 2
	}
	if !sure {
		return timeHit{}
	}
	return timeHit{e, j, "TIME", "en-clock"}
}

// enAmount reads "three days", "about two months", "a couple of hours", "half
// an hour", "several weeks", "a dozen years".
func (f *timeFinder) enAmount(i int) timeAmount {
	var a timeAmount
	j := i
	if f.c(j) == tAround {
		a.mod = About
		j++
	}
	switch f.c(j) {
	case tSome:
		j++
	case tHalf:
		if f.c(j+1) != tCard || f.c(j+2) != tUnit {
			return timeAmount{}
		}
		return timeAmount{n: .5, unit: Unit(f.v(j + 2)), mod: a.mod, end: j + 3}
	case tNum, tCard, tDozen:
		n, k := f.frCardinal(j)
		if f.c(j) == tDozen {
			n, k = float64(f.v(j)), j+1
		}
		if k == 0 {
			return timeAmount{}
		}
		if n == 1 && f.c(j) == tCard {
			switch {
			case f.c(k) == tSome:
				n, k = 0, k+1 // "a few days"
			case f.c(k) == tDozen:
				n, k = float64(f.v(k)), k+1
				if f.c(k) == tOf {
					k++
				}
			case f.c(k) == tHalf:
				n, k = .5, k+1
			}
		}
		if f.c(k) == tAnd && f.c(k+1) == tCard && f.c(k+2) == tHalf && f.c(k+3) == tUnit {
			n, k = n+.5, k+3
		}
		if f.p(k, '-') && f.tight(k) && f.tight(k+1) { // "a two-day curfew"
			if f.c(k+1) != tUnit || f.p(k+2, '-') {
				return timeAmount{}
			}
			k++
		}
		a.n, j = n, k
	default:
		return timeAmount{}
	}
	if f.is(j, tLast, tNext, tPassed, tRow) && f.c(j+1) == tUnit {
		j++
	}
	if f.c(j) == tOrd && f.v(j) == 2 && f.text[f.w[j].end-1] == 'd' {
		return timeAmount{}
	}
	if f.c(j) != tUnit || f.p(j+1, '-') && f.tight(j+1) {
		return timeAmount{}
	}
	a.unit, a.end = Unit(f.v(j)), j+1
	return a
}

// enAmountAt reads an amount of time and what stands behind it.
func (f *timeFinder) enAmountAt(i int) timeHit {
	a := f.enAmount(i)
	if a.end == 0 || f.tight(i) && f.c(i-1) == tPunct && !f.p(i-1, '(') {
		return timeHit{}
	}
	return f.enOffset(i, a)
}

// enOffset reads what an amount of time counts from: "ago", "later", "after the
// attack"; without it the amount is a length.
func (f *timeFinder) enOffset(i int, a timeAmount) timeHit {
	e := Expr{Form: ByOffset, N: a.n, Unit: a.unit, Mod: a.mod, Anchor: Running}
	j := a.end
	switch f.c(j) {
	case tAgo:
		e.Toward, e.Anchor = -1, Publication
		return timeHit{e, j + 1, "DURATION", "en-ago"}
	case tLater:
		e.Toward = 1
		return timeHit{e, j + 1, "DURATION", "en-later"}
	case tEarlier, tPrevious:
		e.Toward = -1
		return timeHit{e, j + 1, "DURATION", "en-earlier"}
	case tBefore, tAfter:
		e.Toward = 1
		if f.c(j) == tBefore {
			e.Toward = -1
		}
		if f.is(j+1, tThe, tThis, tThat, tOther, tNoun) || f.upper(j+1) {
			e.Anchor = EventDay
		}
		return timeHit{e, j + 1, "DURATION", "en-after"}
	}
	return f.enLength(i, a)
}

// enLength reads an amount of time that is no more than that, where the words
// around it show that it is no age, price or distance.
func (f *timeFinder) enLength(i int, a timeAmount) timeHit {
	e := Expr{Form: ByLength, N: a.n, Unit: a.unit, Mod: a.mod}
	hit := timeHit{e, a.end, "DURATION", "en-length"}
	k := i - 1
	for f.is(k, tPlus, tThan, tAround) {
		k--
	}
	switch {
	case f.c(k) == tSince:
		hit.e.Bound = Since
	case f.is(k, tAge), f.is(a.end, tAge), f.p(k, '/'):
		return timeHit{}
	case f.c(k) == tIn && a.unit >= Hour && f.tense(i, a.end) == InFuture:
		hit.e.Form, hit.e.Toward, hit.e.Anchor = ByOffset, 1, Publication
		hit.rule = "en-ahead"
	case f.is(k, tFor, tIn, tAfter, tUntil, tBefore), f.noun(a.end, nounServed), f.c(a.end) == tOf:
	case a.unit == Year && f.c(i) != tSome && !f.p(a.end-2, '-'), a.n == 1 && a.unit >= Days:
		return timeHit{}
	}
	return hit
}

// enPortion reads "early January", "mid-2021", "the end of the year", "late on
// Monday", "early Thursday morning", "late last year".
func (f *timeFinder) enPortion(i int) timeHit {
	mod := map[timeClass]Mod{tStart: StartOf, tEarly: StartOf, tMid: MidOf, tMidst: MidOf, tFinish: EndOf, tLate: EndOf}[f.c(i)]
	j := i + 1
	switch f.c(i) {
	case tMid:
		if !f.p(j, '-') {
			return timeHit{}
		}
		j++
	case tStart, tFinish, tMidst:
		if f.c(j) != tOf {
			return timeHit{}
		}
		j++
	case tEarly, tLate:
		if f.is(j, tOn, tIn) {
			j++
		}
	}
	det := classes
	if f.is(j, tThe, tThis) {
		det = f.c(j)
		j++
	}
	if y := f.yearNumber(j); y > 0 && det == classes {
		e := Expr{Form: ByCalendar, Year: y, Mod: mod, Decade: f.str(j+1) == "s" && f.tight(j+1)}
		if e.Decade {
			j++
		}
		return timeHit{e, j + 1, "DATE", "en-portion"}
	}
	var h timeHit
	switch f.c(j) {
	case tMonth, tSeason, tWeekday, tLast, tNext, tYesterday:
		h = f.enCore(j, det)
		if f.c(j) == tWeekday || f.c(j) == tYesterday {
			if h.end == 0 {
				return h
			}
			if h.e.Part == NoPart { // "late on Monday"
				h.e.Part, h.typ = Evening, "TIME"
				if mod == StartOf {
					h.e.Part = Morning
				}
			} else {
				h.e.Mod = mod
			}
			return h
		}
	case tUnit:
		if u := Unit(f.v(j)); u >= Week && (det == tThis || det == tThe && f.c(j+1) != tOf) {
			h = timeHit{Expr{Form: ByUnit, Unit: u, Deixis: This}, j + 1, "DATE", "en-portion"}
		}
	case tPart:
		if f.is(i, tEarly, tLate) && (det == tThis || f.is(i-1, tIn, tThe)) {
			h = timeHit{Expr{Form: ByClock, Part: DayPart(f.v(j)), Anchor: Running}, j + 1, "TIME", "en-portion"}
		}
	}
	if h.end > 0 {
		h.e.Mod = mod
	}
	return h
}

// enSeason reads "last summer", "this winter", "in the spring of 2020",
// "summer 2021".
func (f *timeFinder) enSeason(i int, det timeClass) timeHit {
	e := Expr{Form: ByCalendar, Season: f.v(i)}
	j := i + 1
	if f.c(j) == tOf && f.yearNumber(j+1) > 0 {
		j++
	}
	if y := f.yearNumber(j); y > 0 {
		e.Year = y
		return timeHit{e, j + 1, "DATE", "en-season"}
	}
	if det == tThis {
		e.Deixis = This
		return timeHit{e, j, "DATE", "en-season"}
	}
	return timeHit{}
}

// enFestival reads "Christmas", "New Year's Eve", "Easter Sunday".
func (f *timeFinder) enFestival(i int) timeHit {
	if !f.upper(i) {
		return timeHit{}
	}
	e := Expr{Form: ByCalendar}
	j := i + 1
	if f.c(i) == tNewYear {
		if f.c(j) != tUnit || f.v(j) != int(Year) || !f.upper(j) {
			return timeHit{}
		}
		e.Holiday = "new-year"
		j++
		for f.c(j) == tPunct && f.tight(j) && (f.p(j, '\'') || f.p(j, '’')) || f.str(j) == "s" && f.tight(j) {
			j++
		}
	} else {
		e.Holiday = festivals[f.v(i)]
	}
	switch {
	case f.c(j) == tEve:
		e.N, e.Unit, e.Toward = 1, Days, -1
		j++
	case f.c(j) == tUnit && f.v(j) == int(Days):
		j++
	case f.c(j) == tWeekday && e.Holiday == "easter":
		if f.v(j) == 1 {
			e.N, e.Unit, e.Toward = 1, Days, 1
		}
		j++
	case f.c(i-1) == tPunct || !f.is(i-1, tOn, tAt, tSince, tUntil, tBefore, tAfter, tFor, tIn, tThis, tThe) || f.upper(j):
		return timeHit{}
	}
	if y := f.yearNumber(j); y > 0 {
		e.Year = y
		j++
	}
	return timeHit{e, j, "DATE", "en-holiday"}
}
