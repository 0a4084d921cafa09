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
		if f.dayNumber(i+1) > 0 { // "lors des marchés des 27 et 28 avril"
			return f.frList(i)
		}
		if f.c(i+1) == tUnit && f.v(i+1) >= int(Minute) && f.is(i-1, tSince, tFor, tAfter) {
			h := timeHit{Expr{Form: ByLength, Unit: Unit(f.v(i + 1))}, i + 2, "DURATION", "fr-length"}
			return f.frEmit(i, h)
		}
		return i
	case tEra:
		return f.frEra(i)
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
		if f.is(k-1, tOther, tNoun) && f.is(k-2, tLe, tLa, tL) && f.c(k-3) == tSince {
			return Since // "depuis le cessez-le-feu du 9 mars"
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
			e := Expr{Form: ByRepeat, Weekday: f.v(i)}
			p, j, _ := f.frPartAfter(i + 1)
			e.Part = p
			return timeHit{e, j, "SET", "fr-weekdays"}
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
		h := f.frClock(i)
		if h.end > 0 && det == tCe { // "ce midi"
			h.e.Anchor, h.e.Deixis = Publication, This
		}
		return h
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
	if f.c(i) == tTomorrow && f.c(i+1) == tLa && f.c(i+2) == tEve {
		return timeHit{} // "ce n'est pas demain la veille"
	}
	e := Expr{Form: ByOffset, Unit: Days, N: float64(f.v(i)), Toward: -1}
	switch f.c(i) {
	case tTomorrow:
		e.Toward = 1
	case tToday:
		e.Toward = 0
	}
	if f.c(i+1) == tWeekday && f.v(i) < 2 { // "aujourd'hui vendredi", "demain samedi"
		e.Weekday = f.v(i + 1)
		p, j, mod := f.frPartAfter(i + 2)
		e.Part, e.Mod = p, mod
		return timeHit{e, j, "", "fr-today"}
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
	if e.Year == 0 && e.Deixis == NoDeixis && f.c(j) == tDe && f.c(j+1) == tL && f.c(j+2) == tUnit && f.v(j+2) == int(Year) && f.is(j+3, tLast, tPassed) {
		e.N, e.Unit, e.Toward = 1, Year, -1 // "en mars de l'année dernière"
		return timeHit{e, j + 4, "DATE", "fr-month"}
	}
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
