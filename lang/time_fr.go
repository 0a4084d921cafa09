package lang

// french tries every rule at word i and returns the word after the time it
// found there, or i.
func (f *timeFinder) french(i int) int {
	switch f.c(i) {
	case tDu, tDe, tBetween:
		return f.frRange(i)
	case tLes:
		if j := f.frList(i); j > i {
			return j
		}
		return f.frDetermined(i)
	case tLe:
		k := i + 1
		if f.c(k) == tWeekday {
			k++
		}
		if f.dayNumber(k) > 0 && (f.c(k+1) == tAnd || f.p(k+1, ',')) { // "le 5 et le 6 juin"
			if j := f.frList(i); j > i {
				return j
			}
		}
		return f.frDetermined(i)
	case tWeekday:
		if f.dayNumber(i+1) > 0 && (f.c(i+2) == tAnd || f.p(i+2, ',')) { // "samedi 5 et dimanche 6 juin"
			if j := f.frList(i - 1); j > i {
				return j
			}
		}
	case tUnit:
		if f.v(i) == int(Century) {
			return f.frCentury(i)
		}
	case tLa, tL, tCe, tCes:
		return f.frDetermined(i)
	case tIlya, tVoila:
		return f.frAgo(i)
	case tIn, tHere:
		return f.frAhead(i)
	case tEvery, tAll, tPer:
		if j := f.frEvery(i); j > i {
			return j
		}
		return f.frWhole(i)
	case tDes:
		if f.c(i+1) == tUnit && f.v(i+1) >= int(Minute) && f.is(i-1, tSince, tFor, tAfter) {
			h := timeHit{Expr{Form: ByLength, Unit: Unit(f.v(i + 1))}, i + 2, "DURATION", "fr-length"}
			return f.frEmit(i, h)
		}
		return i
	case tEarlier:
		return f.add(i, i+1, timeHit{e: Expr{Form: ByVague, Ref: "PAST_REF"}, typ: "DATE", rule: "fr-vague"})
	case tDaily, tVague:
		if f.c(i-1) == tSince && f.frAmount(i+1).end > 0 { // "depuis bientôt un an"
			return i
		}
		return f.frVague(i)
	}
	if j := f.frNameOfDate(i); j > i {
		return j
	}
	if h := f.frCore(i, classes); h.end > i {
		return f.frEmit(i, h)
	}
	return i
}

// frNameOfDate skips a date that names a street or cites a law.
func (f *timeFinder) frNameOfDate(i int) int {
	if f.dayNumber(i) == 0 {
		return i
	}
	j := i + 1
	if f.p(j, '-') && f.tight(j) {
		j++
	}
	if f.frMonthName(j) == 0 {
		return i
	}
	j++
	if f.p(j, '-') && f.tight(j) {
		j++
	}
	year, end, _ := f.yearAfterMonth(j)
	if f.frNamedAfterDate(i) || year > 0 && f.frCitedLaw(i) {
		return max(end, i+2)
	}
	return i
}

// frDetermined reads a time that begins with an article or demonstrative,
// which belongs to it.
func (f *timeFinder) frDetermined(i int) int {
	if h := f.frCore(i+1, f.c(i)); h.end > i+1 {
		return f.frEmit(i, h)
	}
	return i
}

// frEmit adds what stands before the time (depuis, avant, vers) and puts it
// into the result.
func (f *timeFinder) frEmit(i int, h timeHit) int {
	if h.e.Bound == NoBound {
		h.e.Bound = f.frBound(i)
	}
	if n := len(f.out); h.e.Clock && h.e.Bound == NoBound && n > 0 && f.out[n-1].Sent == f.sent {
		switch f.text[f.out[n-1].End:f.w[i].start] {
		case " ", " à ": // "jusqu'à vendredi 18 heures"
			h.e.Bound = f.out[n-1].Expr.Bound
		}
	}
	if h.e.Mod == NoMod && f.c(i-1) == tAround && f.v(i-1) < 2 {
		h.e.Mod = About
	}
	if h.typ == "" {
		h.typ = typeOf(h.e)
	}
	return f.add(i, h.end, h)
}

// frBound reads the preposition before word i.
func (f *timeFinder) frBound(i int) Bound {
	k := i - 1
	for f.c(k) == tAround {
		k--
	}
	switch f.c(k) {
	case tSince:
		return Since
	case tAsof:
		return From
	case tBefore, tAfter:
		if n := len(f.out); n > 0 && f.out[n-1].End == int(f.w[k].end) && f.out[n-1].Expr.Form == ByOffset {
			return NoBound // "deux jours avant Noël": the word belongs to the amount
		}
		if f.c(k) == tAfter {
			return After
		}
		return Before
	case tTo, tAu, tAux, tEn, tIn:
		if f.c(k-1) == tUntil {
			return Until
		}
		if f.c(k-1) == tHere {
			return Until
		}
	case tUntil, tHere:
		return Until
	case tDe, tDu:
		if f.c(k-1) == tStarting {
			return From
		}
	}
	return NoBound
}

// frCore reads the time that begins at word i, after determiner det (classes
// if there is none).
func (f *timeFinder) frCore(i int, det timeClass) timeHit {
	switch f.c(i) {
	case tWeekday:
		return f.frWeekday(i, det)
	case tWeekdays:
		if det == tLes {
			return timeHit{Expr{Form: ByRepeat, Weekday: f.v(i)}, i + 1, "SET", "fr-weekdays"}
		}
	case tNum, tOrd, tCard, tDozen, tAround, tSome:
		return f.frNumber(i, det)
	case tMonth:
		return f.frMonth(i)
	case tUnit:
		return f.frUnit(i, det)
	case tPart:
		return f.frPart(i, det)
	case tNoon:
		return f.frClock(i)
	case tYesterday, tToday, tTomorrow:
		return f.frToday(i)
	case tEve, tMorrow:
		return f.frEve(i, det)
	case tSeason:
		return f.frSeason(i, det)
	case tFestival, tNewYear:
		return f.frFestival(i, det)
	case tStart, tMid, tMidst, tFinish, tCourse:
		return f.frPortion(i)
	case tSame:
		return f.frSame(i, det)
	case tTurn:
		return f.frTurn(i)
	case tLast, tNext:
		return f.frSpan(i, det)
	case tTerm:
		return timeHit{Expr{Form: ByLength, N: float64(f.v(i)), Unit: Year}, i + 1, "DURATION", "fr-term"}
	}
	return timeHit{}
}

// frToday reads hier, aujourd'hui, demain and their parts of the day.
func (f *timeFinder) frToday(i int) timeHit {
	e := Expr{Form: ByOffset, Unit: Days, N: float64(f.v(i)), Toward: -1}
	switch f.c(i) {
	case tTomorrow:
		e.Toward = 1
	case tToday:
		e.Toward = 0
		if f.c(i+1) == tWeekday { // "aujourd'hui vendredi"
			e.Weekday = f.v(i + 1)
			return timeHit{e, i + 2, "", "fr-today"}
		}
	}
	p, j, mod := f.frPartAfter(i + 1)
	e.Part, e.Mod = p, mod
	return timeHit{e, j, "", "fr-today"}
}

// frDeixis reads dernier, prochain, suivant, "d'avant" after a noun.
func (f *timeFinder) frDeixis(i int) (Deixis, int) {
	switch f.c(i) {
	case tLast, tPassed:
		return Last, i + 1
	case tNext:
		return Next, i + 1
	case tFollowing:
		if f.is(i+1, tLe, tLa, tL, tLes, tCe) { // "la nuit suivant l'attentat"
			return NoDeixis, i
		}
		return Following, i + 1
	case tPrevious:
		return Previous, i + 1
	case tDe:
		if f.c(i+1) == tBefore && f.tight(i+1) {
			return Previous, i + 2
		}
		if f.c(i+1) == tAfter && f.tight(i+1) {
			return Following, i + 2
		}
	}
	return NoDeixis, i
}

// frWeekday reads "jeudi", "jeudi 6 janvier 2022", "jeudi dernier",
// "ce jeudi matin", "jeudi 6 au soir".
func (f *timeFinder) frWeekday(i int, det timeClass) timeHit {
	e := Expr{Form: ByCalendar, Weekday: f.v(i)}
	j := i + 1
	if h := f.frHolyDay(i); h.end > 0 {
		return h
	}
	if f.p(j, ',') {
		if h := f.frDayMonth(j + 1); h.end > 0 {
			j++
		} else if f.c(j+1) == tLe && f.frDayMonth(j+2).end > 0 {
			j += 2
		}
	} else if f.c(j) == tLe && f.frDayMonth(j+1).end > 0 {
		j++
	}
	if h := f.frDayMonth(j); h.end > 0 {
		h.e.Weekday = e.Weekday
		h.rule = "fr-weekday-day-month"
		return h
	}
	j = i + 1
	if d := f.dayNumber(j); d > 0 && f.c(j) == tNum && f.frAfterBareDay(j+1) && !f.partOfNumber(j) {
		e.Day = d
		j++
	}
	e.Deixis, j = f.frDeixis(j)
	if det == tCe && e.Deixis == NoDeixis {
		e.Deixis = This
		if f.p(j, '-') && f.c(j+1) == tThere && f.v(j+1) == 0 {
			e.Deixis = Same
			j += 2
		}
	}
	if n := f.v(j + 1); f.c(j) == tEn && f.c(j+1) == tCard && (n == 8 || n == 15) && !f.is(j+2, tUnit, tMonth) {
		// "mardi en huit" is a week after the next
		e.Deixis, e.N, e.Unit, e.Toward = Next, float64(n/7*7), Days, 1
		return timeHit{e, j + 2, "DATE", "fr-weekday"}
	}
	e.Part, j, e.Mod = f.frPartAfter(j)
	if det == tLe && e.Day == 0 && e.Deixis == NoDeixis {
		if e.Part != NoPart && f.tense(i-1, j) == InPast {
			return timeHit{e, j, "", "fr-weekday"}
		}
		e.Form = ByRepeat
		return timeHit{e, j, "SET", "fr-weekly"}
	}
	return timeHit{e, j, "", "fr-weekday"}
}

// frAfterBareDay reports whether a number before word i can be a day of the
// month: "jeudi 6," and "jeudi 6 au soir", not "jeudi 6 personnes".
func (f *timeFinder) frAfterBareDay(i int) bool {
	return f.is(i, classes, tAu, tEn, tIn, tAnd, tTo, tLast, tNext) || f.c(i) == tPunct && !f.p(i, '%') && !f.tight(i+1)
}

// frDayMonth reads "6 janvier", "1er mai 2002", "5 janvier dernier",
// "5 janvier au soir". Its end is 0 where nothing is found.
func (f *timeFinder) frDayMonth(i int) timeHit {
	d := f.dayNumber(i)
	if d == 0 && f.c(i) == tCard && f.v(i) >= 1 && f.v(i) < 31 {
		d = f.v(i)
	}
	j := i + 1
	if f.p(j, '-') && f.tight(j) && f.c(i) == tNum {
		j++
	}
	m := f.frMonthName(j)
	if d == 0 || m == 0 {
		return timeHit{}
	}
	if f.frNamedAfterDate(i) {
		return timeHit{}
	}
	e := Expr{Form: ByCalendar, Day: d, Month: m}
	if y := dayOfNote(d, m); y > 0 && (f.p(i+1, '-') || f.str(i-2) == "attentats" && y < 2020) {
		e.Year = y // "le 11-Septembre" and "les attentats du 11 septembre" have one year
		return timeHit{e, j + 1, "DATE", "fr-day-month"}
	}
	j++
	if f.p(j, '.') && f.tight(j) && (f.v(j-1) > 100 || f.c(j-1) == tCard) {
		j++
	}
	if f.p(j, '-') && f.tight(j) && f.yearNumber(j+1) > 0 {
		j++
	}
	e.Year, j, e.TwoEnds = f.yearAfterMonth(j)
	if e.Year > 0 && f.frCitedLaw(i) {
		return timeHit{}
	}
	e.Deixis, j = f.frDeixis(j)
	e.Part, j, e.Mod = f.frPartAfter(j)
	return timeHit{e, j, "", "fr-day-month"}
}

// dayOfNote is the year of a day that has become the name of what happened on
// it: "le 11-Septembre", "le 13-Novembre", "le 7-Octobre".
func dayOfNote(d, m int) int {
	switch {
	case d == 11 && m == 9:
		return 2001
	case d == 13 && m == 11:
		return 2015
	case d == 7 && m == 10:
		return 2023
	}
	return 0
}

// frMonthName is the month that word i names; abbreviations included, "mars"
// the planet left to the caller.
func (f *timeFinder) frMonthName(i int) int {
	switch f.c(i) {
	case tMonth:
		return f.v(i) % 100
	case tCard:
		if f.v(i) == 7 && (f.p(i+1, '.') && f.tight(i+1) && f.c(i+2) != classes || f.yearNumber(i+1) > 0) {
			return 9 // "12 sept. 2001"
		}
	}
	return 0
}

// frNamedAfterDate reports whether day number i names a street or a house.
func (f *timeFinder) frNamedAfterDate(i int) bool {
	return f.is(i-1, tDu, tLe, tDe) && f.noun(i-2, nounPlace) || f.noun(i-1, nounPlace)
}

// frCitedLaw reports whether the date at word i is that by which a law is
// cited: "la loi n° 2015-912 du 24 juillet 2015".
func (f *timeFinder) frCitedLaw(i int) bool {
	if f.c(i-1) != tDu {
		return false
	}
	for k := i - 2; k >= 0 && k > i-8; k-- {
		if f.noun(k, nounLaw) {
			return true
		}
		if c := f.c(k); c != tN && c != tNum && c != tPunct && f.str(k) != "o" {
			return false
		}
	}
	return false
}

// frPartAfter reads the part of the day after a day: "matin", "au soir",
// "dans la nuit", "en fin d'après-midi".
func (f *timeFinder) frPartAfter(i int) (DayPart, int, Mod) {
	switch f.c(i) {
	case tPart:
		return DayPart(f.v(i)), i + 1, NoMod
	case tNoon:
		if f.v(i) == 12 {
			return Midday, i + 1, NoMod
		}
	case tAu:
		if f.c(i+1) == tPart {
			return DayPart(f.v(i + 1)), i + 2, NoMod
		}
		if f.c(i+2) == tPart && f.str(i+1) == "petit" {
			return Dawn, i + 3, NoMod
		}
	case tTo, tIn:
		if f.is(i+1, tLa, tLe, tL) && f.c(i+2) == tPart {
			p := DayPart(f.v(i + 2))
			if p == NightTime && f.is(i+3, tDe, tDu) && f.frEndpoint(i+4).end > 0 {
				return NoPart, i, NoMod // "jeudi, dans la nuit de jeudi à vendredi" is two times
			}
			return p, i + 3, NoMod
		}
		if f.is(i+1, tLa) && f.c(i+2) == tUnit && f.v(i+2) == int(Days) && f.c(i) == tIn {
			return Daytime, i + 3, NoMod
		}
	case tEn:
		switch {
		case f.c(i+1) == tPart:
			return DayPart(f.v(i + 1)), i + 2, NoMod
		case f.is(i+1, tStart, tMidst, tFinish) && f.c(i+2) == tDe && f.c(i+3) == tPart:
			return DayPart(f.v(i + 3)), i + 4, frMod(f.c(i + 1))
		case f.is(i+1, tStart, tMidst, tFinish) && f.c(i+2) == tDe && f.c(i+3) == tUnit && f.v(i+3) == int(Days):
			return Daytime, i + 4, frMod(f.c(i + 1))
		}
	case tEarly, tLate:
		if f.c(i+1) == tLe && f.c(i+2) == tPart {
			return DayPart(f.v(i + 2)), i + 3, NoMod
		}
		if f.c(i+1) == tIn && f.c(i+2) == tLa && f.c(i+3) == tPart {
			return DayPart(f.v(i + 3)), i + 4, NoMod
		}
	}
	return NoPart, i, NoMod
}

func frMod(c timeClass) Mod {
	switch c {
	case tStart:
		return StartOf
	case tMid, tMidst:
		return MidOf
	case tFinish:
		return EndOf
	}
	return NoMod
}

// frMonth reads a month without a day: "janvier 2022", "juin prochain", "en
// mars". A month that is also a name or another word needs a word before it.
func (f *timeFinder) frMonth(i int) timeHit {
	m, abbreviated := f.v(i)%100, f.v(i) > 100
	e := Expr{Form: ByCalendar, Month: m}
	j := i + 1
	e.Year, j, e.TwoEnds = f.yearAfterMonth(j)
	if e.Year == 0 && m == 5 && f.v(j) == 68 {
		e.Year, j = 1968, j+1
	}
	e.Deixis, j = f.frDeixis(j)
	if e.Year == 0 && e.Deixis == NoDeixis {
		if abbreviated {
			return timeHit{}
		}
		led := f.is(i-1, tEn, tSince, tAsof, tStart, tMid, tFinish, tCourse, tBefore, tAfter, tUntil, tDe, tBetween) || f.p(i-1, '-') && f.c(i-2) == tMid
		if f.upper(i) && !(i == 0 && m != 3 && m != 4) || m == 3 && !led || !led && !f.is(i-1, tAnd, tTo, tPunct, tIn) {
			return timeHit{}
		}
	}
	return timeHit{e, j, "DATE", "fr-month"}
}

// frSeason reads "l'été dernier", "cet hiver", "en été", "au printemps 2020",
// never the participle of être.
func (f *timeFinder) frSeason(i int, det timeClass) timeHit {
	e := Expr{Form: ByCalendar, Season: f.v(i)}
	j := i + 1
	if y := f.yearNumber(j); y > 0 {
		e.Year = y
		j++
	}
	e.Deixis, j = f.frDeixis(j)
	if det == tCe {
		e.Deixis = This
	}
	if e.Season == 2 && det != tCe {
		led := det == tL && !f.is(i-2, tIlya, tNum) || f.is(i-1, tEn) || f.c(i-1) == tDe && !f.c2(i-2, tHave)
		if !led || f.is(i-2, tHave) || f.c(i+1) == tHave {
			return timeHit{}
		}
	}
	if det == classes && e.Year == 0 && e.Deixis == NoDeixis && !f.is(i-1, tEn, tAu, tTo, tDe, tSince, tFinish, tStart) {
		return timeHit{}
	}
	if f.c(i-1) == tDe && e.Year == 0 && e.Deixis == NoDeixis && !(f.c(i-2) == tUnit && Unit(f.v(i-2)) == Month) && !f.is(i-2, tStart, tFinish, tMidst) {
		return timeHit{} // "Jeux d'hiver", "soldes d'été"
	}
	if e.Season == 1 && f.upper(i) || f.c(j) == tOther && e.Season == 1 && f.str(j) == "arabe" {
		return timeHit{}
	}
	return timeHit{e, j, "DATE", "fr-season"}
}

func (f *timeFinder) c2(i int, c timeClass) bool { return f.c(i) == c }
