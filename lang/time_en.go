package lang

// english tries every rule at word i and returns the word after the time it
// found there, or i.
func (f *timeFinder) english(i int) int {
	switch f.c(i) {
	case tStarting, tBetween:
		if j := f.enRange(i); j > i {
			return j
		}
		return i
	case tThe, tThis, tThat, tThese:
		return f.enDetermined(i)
	case tEvery:
		return f.enEvery(i)
	case tPer:
		if f.c(i+1) == tUnit && f.v(i+1) >= int(Days) {
			return f.add(i+1, i+2, timeHit{e: Expr{Form: ByRepeat, N: 1, Unit: Unit(f.v(i + 1))}, typ: "SET", rule: "en-every"})
		}
		return i
	case tDaily:
		return f.add(i, i+1, timeHit{e: Expr{Form: ByRepeat, N: 1, Unit: Unit(f.v(i))}, typ: "SET", rule: "en-daily"})
	case tVague:
		ref := [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[f.v(i)]
		return f.add(i, i+1, timeHit{e: Expr{Form: ByVague, Ref: ref}, typ: "DATE", rule: "en-vague"})
	}
	if j := f.enDays(i); j > i {
		return j
	}
	if h := f.enCore(i, classes); h.end > i {
		return f.enEmit(i, h)
	}
	return i
}

func (f *timeFinder) enDetermined(i int) int {
	if h := f.enCore(i+1, f.c(i)); h.end > i+1 {
		return f.enEmit(i, h)
	}
	return i
}

// enEmit adds what stands before the time (since, until, about), and a range's
// second end behind it, and puts it into the result.
func (f *timeFinder) enEmit(i int, h timeHit) int {
	if j := f.enPair(i, h); j > 0 {
		return j
	}
	if h.e.Bound == NoBound {
		h.e.Bound = f.enBound(i)
	}
	if h.e.Mod == NoMod && f.c(i-1) == tAround {
		h.e.Mod = About
	}
	if h.typ == "" {
		h.typ = typeOf(h.e)
	}
	return f.add(i, h.end, h)
}

// enBound reads the preposition before word i.
func (f *timeFinder) enBound(i int) Bound {
	k := i - 1
	for f.is(k, tAround, tLate, tEarly) {
		k--
	}
	switch f.c(k) {
	case tSince:
		return Since
	case tStarting:
		return From
	case tUntil:
		return Until
	case tTo:
		if f.v(k) == 1 {
			return Until
		}
	case tBefore:
		return Before
	case tAfter:
		return After
	}
	return NoBound
}

// enCore reads the time that begins at word i, after determiner det.
func (f *timeFinder) enCore(i int, det timeClass) timeHit {
	switch f.c(i) {
	case tWeekday:
		return f.enWeekday(i, det)
	case tWeekdays:
		if f.upper(i) {
			return timeHit{Expr{Form: ByRepeat, Weekday: f.v(i)}, i + 1, "SET", "en-weekdays"}
		}
	case tMonth:
		return f.enMonth(i)
	case tNum, tCard, tDozen, tSome, tOrd, tAround:
		return f.enNumber(i, det)
	case tYesterday, tToday, tTomorrow, tTonight:
		return f.enToday(i)
	case tPart:
		return f.enPart(i, det)
	case tNoon:
		e := Expr{Form: ByClock, Clock: true, Hour: f.v(i), Anchor: Running}
		if e.Hour == 0 {
			e.Hour = 24 // midnight ends the day spoken of
		}
		return timeHit{e, i + 1, "TIME", "en-clock"}
	case tUnit:
		if h := f.enUnit(i, det); h.end > 0 || det != classes {
			return h
		}
		if f.text[f.w[i].end-1] == 's' && f.v(i) >= int(Minute) && f.is(i+1, tEarlier, tLater, tAgo, tBefore, tAfter) {
			return f.enOffset(i, timeAmount{unit: Unit(f.v(i)), end: i + 1}) // "hours later"
		}
		return timeHit{}
	case tLast, tNext, tPassed, tPrevious, tFollowing, tSame:
		return f.enPointed(i, det)
	case tStart, tFinish, tMidst, tMid, tEarly, tLate:
		return f.enPortion(i)
	case tSeason:
		return f.enSeason(i, det)
	case tFestival, tNewYear:
		return f.enFestival(i)
	}
	return timeHit{}
}

// enPartAfter reads "morning", "night", "at dawn" behind a day.
func (f *timeFinder) enPartAfter(i int) (DayPart, int) {
	if f.c(i) == tPart {
		return DayPart(f.v(i)), i + 1
	}
	if f.c(i) == tAt && f.c(i+1) == tPart {
		return DayPart(f.v(i + 1)), i + 2
	}
	if f.c(i) == tIn && f.c(i+1) == tThe && f.c(i+2) == tPart {
		return DayPart(f.v(i + 2)), i + 3
	}
	return NoPart, i
}

// enWeekday reads "Thursday", "Thursday, January 6, 2022", "Thursday morning".
func (f *timeFinder) enWeekday(i int, det timeClass) timeHit {
	if !f.upper(i) {
		return timeHit{}
	}
	e := Expr{Form: ByCalendar, Weekday: f.v(i)}
	j := i + 1
	if f.p(j, ',') {
		j++
	}
	if f.c(j) == tThe {
		j++
	}
	if h := f.enDate(j); h.end > 0 {
		h.e.Weekday = e.Weekday
		h.rule = "en-weekday-date"
		return h
	}
	e.Part, j = f.enPartAfter(i + 1)
	switch {
	case det == tThis:
		e.Deixis = This
	case det == tThat:
		e.Deixis = Same
	case f.c(j) == tLast:
		e.Deixis = Last
		j++
	}
	return timeHit{e, j, "", "en-weekday"}
}

// enDate reads "January 6, 2022", "6 January", "the 6th of January", "Jan. 6".
func (f *timeFinder) enDate(i int) timeHit {
	e := Expr{Form: ByCalendar}
	j := i
	switch {
	case f.c(i) == tMonth && f.upper(i):
		e.Month = f.v(i) % 100
		j++
		if f.p(j, '.') && f.tight(j) {
			j++
		}
		d := f.dayNumber(j)
		if d == 0 || f.c(j) == tOrd || f.digits(j) > 2 || f.partOfNumber(j) && !f.p(j+1, '-') && !f.p(j+1, ',') || f.c(j+1) == tMeridiem {
			return timeHit{}
		}
		e.Day = d
		j++
		if f.p(j, ',') && f.yearNumber(j+1) > 0 {
			j++
		}
	case f.dayNumber(i) > 0 && f.c(i) == tNum:
		e.Day = f.dayNumber(i)
		j++
		if f.c(j) == tOf {
			j++
		}
		if f.c(j) != tMonth || !f.upper(j) {
			return timeHit{}
		}
		e.Month = f.v(j) % 100
		j++
		if f.p(j, '.') && f.tight(j) && f.w[j-1].end-f.w[j-1].start <= 4 {
			j++
		}
		if f.p(j, ',') && f.yearNumber(j+1) > 0 {
			j++
		}
	default:
		return timeHit{}
	}
	if y := f.yearNumber(j); y > 0 {
		e.Year = y
		j++
	}
	if f.c(j) == tLast && (f.c(j+1) == tUnit) && f.v(j+1) == int(Year) {
		e.Deixis = Last
	}
	e.Part, j = f.enPartAfter(j)
	return timeHit{e, j, "", "en-date"}
}

// enMonth reads a date that begins with its month, or the month alone.
func (f *timeFinder) enMonth(i int) timeHit {
	if !f.upper(i) {
		return timeHit{}
	}
	if h := f.enDate(i); h.end > 0 {
		return h
	}
	m := f.v(i) % 100
	e := Expr{Form: ByCalendar, Month: m}
	j := i + 1
	short := f.w[i].end-f.w[i].start <= 3 && m != 5
	if f.p(j, '.') && f.tight(j) && short {
		j++
	}
	if f.p(j, ',') && f.yearNumber(j+1) > 0 {
		j++
	}
	if y := f.yearNumber(j); y > 0 {
		e.Year = y
		return timeHit{e, j + 1, "DATE", "en-month"}
	}
	if f.c(j) == tOf && f.c(j+1) == tLast && f.c(j+2) == tUnit && f.v(j+2) == int(Year) {
		e.N, e.Unit, e.Toward = 1, Year, -1 // "in January of last year"
		return timeHit{e, j + 3, "DATE", "en-month"}
	}
	led := f.is(i-1, tIn, tSince, tUntil, tBefore, tAfter, tOf, tStarting, tBetween, tAnd, tTo, tFor, tThis, tEarly, tLate, tMid) || f.p(i-1, '-')
	if short || !led && (i == 0 || m == 3 || m == 4 || m == 5 || m == 6 || m == 8 || f.upper(i+1)) {
		return timeHit{}
	}
	return timeHit{e, i + 1, "DATE", "en-month"}
}

// enToday reads today, yesterday, tonight and their parts of the day.
func (f *timeFinder) enToday(i int) timeHit {
	e := Expr{Form: ByOffset, Unit: Days, N: float64(f.v(i))}
	j := i + 1
	switch f.c(i) {
	case tYesterday:
		e.Toward = -1
	case tTomorrow:
		e.Toward = 1
	case tTonight:
		e.Part = Evening
		return timeHit{e, j, "TIME", "en-today"}
	}
	e.Part, j = f.enPartAfter(j)
	return timeHit{e, j, "", "en-today"}
}

// enPart reads "this morning", "that night", "overnight", "at dawn", "the
// night of January 5", "the morning".
func (f *timeFinder) enPart(i int, det timeClass) timeHit {
	p := DayPart(f.v(i))
	e := Expr{Form: ByClock, Part: p, Anchor: Running}
	j := i + 1
	switch det {
	case tThis:
		e.Anchor, e.Deixis = Publication, This
		return timeHit{e, j, "TIME", "en-this-part"}
	case tThat:
		e.Deixis = Same
		return timeHit{e, j, "TIME", "en-part"}
	case tThese:
		return timeHit{}
	}
	if f.is(j, tOf, tOn) {
		k := j + 1
		if h := f.enEndpoint(k); h.end > 0 && h.e.Part == NoPart && (h.e.Day > 0 || h.e.Weekday > 0) {
			h.e.Part = p
			h.typ, h.rule = "TIME", "en-part-of"
			return h
		}
	}
	if det == tThe && f.c(j) == tBefore {
		e.Deixis = Previous
		return timeHit{e, j + 1, "TIME", "en-part"}
	}
	if det == tThe && f.c(j) == tAfter && f.c(j+1) == tPunct {
		e.Deixis = Following
		return timeHit{e, j + 1, "TIME", "en-part"}
	}
	if f.w[i].end-f.w[i].start == int32(len("overnight")) {
		e.Anchor, e.Deixis = Publication, This
		if k := f.enPartAnchor(j); k.end > 0 {
			return k
		}
		return timeHit{e, j, "TIME", "en-overnight"}
	}
	if det == tThe && f.is(i-2, tIn, tFor, tUntil) || det == classes && (f.is(i-1, tAt, tBefore, tAfter, tUntil) && p != NightTime || f.c(i-1) == tAt && p == NightTime) {
		return timeHit{e, j, "TIME", "en-part"}
	}
	return timeHit{}
}

// enPartAnchor reads the day behind "overnight": "overnight Wednesday",
// "overnight on Wednesday", "overnight from Wednesday to Thursday".
func (f *timeFinder) enPartAnchor(j int) timeHit {
	if f.is(j, tOn, tFor, tStarting) {
		j++
	}
	a := f.enEndpoint(j)
	if a.end == 0 || a.e.Weekday == 0 && a.e.Day == 0 || a.e.Part != NoPart {
		return timeHit{}
	}
	if f.c(a.end) == tTo {
		if b := f.enEndpoint(a.end + 1); b.end > 0 && b.e.Form == ByCalendar {
			b.e.Form, b.e.Part = ByNight, NightTime
			b.typ, b.rule = "TIME", "en-night"
			return b
		}
	}
	a.e.Part = NightTime
	a.typ, a.rule = "TIME", "en-night-of"
	return a
}

// enUnit reads "this week", "that day", "the day before", "the day after
// tomorrow", "the year 2001", "the week of January 3".
func (f *timeFinder) enUnit(i int, det timeClass) timeHit {
	u := Unit(f.v(i))
	j := i + 1
	if u < Days {
		return timeHit{}
	}
	switch det {
	case tThis:
		return timeHit{Expr{Form: ByUnit, Unit: u, Deixis: This}, j, "DATE", "en-unit"}
	case tThat:
		return timeHit{Expr{Form: ByUnit, Unit: u, Deixis: Same}, j, "DATE", "en-unit"}
	case tThe:
	default:
		return timeHit{}
	}
	toward := 0
	switch f.c(j) {
	case tBefore:
		toward = -1
	case tAfter:
		toward = 1
	case tOf:
		if h := f.enDate(j + 1); h.end > 0 && u != Days {
			h.e.Unit, h.typ, h.rule = u, "DATE", "en-week-of"
			return h
		}
		return timeHit{}
	}
	if y := f.yearNumber(j); u == Year && y > 0 {
		return timeHit{Expr{Form: ByCalendar, Year: y}, j + 1, "DATE", "en-year"}
	}
	if u == Weekend && (f.c(i-2) == tOn || f.is(i-2, tFor)) {
		return timeHit{Expr{Form: ByUnit, Unit: u, Deixis: This}, j, "DATE", "en-unit"}
	}
	if toward == 0 {
		return timeHit{}
	}
	e := Expr{Form: ByOffset, N: 1, Unit: u, Toward: toward, Anchor: Running}
	if u > Days && !f.is(j+1, tThe, tOther, tNoun, tThat, tThis, tLast, tNext) && !f.upper(j+1) {
		d := Previous
		if toward > 0 {
			d = Following
		}
		return timeHit{Expr{Form: ByUnit, Unit: u, Deixis: d}, j + 1, "DATE", "en-unit"}
	}
	switch {
	case f.c(j+1) == tYesterday || f.c(j+1) == tTomorrow:
		e.N, e.Anchor = 2, Publication
		return timeHit{e, j + 2, "DATE", "en-eve"}
	case f.is(j+1, tThe, tOther, tNoun, tThat, tThis) || f.upper(j+1):
		e.Anchor = EventDay
	}
	return timeHit{e, j + 1, "DATE", "en-eve"}
}

// enPointed reads "last Thursday", "next week", "the previous day", "the same
// evening", "the past three days", "last night".
func (f *timeFinder) enPointed(i int, det timeClass) timeHit {
	d := map[timeClass]Deixis{tLast: Last, tPassed: Last, tNext: Next, tPrevious: Previous, tFollowing: Following, tSame: Same}[f.c(i)]
	j := i + 1
	if det == tThe && d == Next && f.c(j) == tUnit && f.v(j) == int(Days) {
		d = Following // "the next day"
	}
	switch f.c(j) {
	case tWeekday:
		if h := f.enWeekday(j, classes); h.end > 0 && f.c(i) != tPassed {
			h.e.Deixis = d
			return h
		}
	case tMonth:
		if f.upper(j) && f.c(i) != tPassed && f.enDate(j).end == 0 {
			return timeHit{Expr{Form: ByCalendar, Month: f.v(j) % 100, Deixis: d}, j + 1, "DATE", "en-month"}
		}
	case tSeason:
		return timeHit{Expr{Form: ByCalendar, Season: f.v(j), Deixis: d}, j + 1, "DATE", "en-season"}
	case tFestival:
		return timeHit{Expr{Form: ByCalendar, Holiday: festivals[f.v(j)], Deixis: d}, j + 1, "DATE", "en-holiday"}
	case tPart:
		e := Expr{Form: ByClock, Part: DayPart(f.v(j)), Anchor: Running, Deixis: d}
		if d == Last {
			e.Anchor = Publication
		}
		return timeHit{e, j + 1, "TIME", "en-part"}
	case tUnit:
		u := Unit(f.v(j))
		plural := f.text[f.w[j].end-1] == 's'
		switch {
		case plural || u < Days || f.c(i) == tPassed && det == tThe:
			if d == Last || d == Next {
				e := Expr{Form: ByLength, Unit: u, Deixis: d}
				if !plural {
					e.N = 1
				}
				return timeHit{e, j + 1, "DURATION", "en-span"}
			}
			return timeHit{}
		case u == Days && (d == Previous || d == Following):
			e := Expr{Form: ByOffset, N: 1, Unit: Days, Toward: 1, Anchor: Running}
			if d == Previous {
				e.Toward = -1
			}
			return timeHit{e, j + 1, "DATE", "en-eve"}
		case f.c(i) == tPassed || u == Days && d != Same:
			return timeHit{}
		}
		return timeHit{Expr{Form: ByUnit, Unit: u, Deixis: d}, j + 1, "DATE", "en-unit"}
	default:
		if a := f.enAmount(j); a.end > 0 && (d == Last || d == Next) {
			return timeHit{Expr{Form: ByLength, N: a.n, Unit: a.unit, Deixis: d}, a.end, "DURATION", "en-span"}
		}
	}
	return timeHit{}
}
