package lang

// enEndpoint reads one end of a range, without its preposition.
func (f *timeFinder) enEndpoint(i int) timeHit {
	if f.c(i) == tThe {
		i++
	}
	switch f.c(i) {
	case tWeekday:
		return f.enWeekday(i, classes)
	case tMonth:
		if h := f.enDate(i); h.end > 0 {
			return h
		}
		if f.upper(i) && f.v(i) < 100 {
			e := Expr{Form: ByCalendar, Month: f.v(i)}
			j := i + 1
			if y := f.yearNumber(j); y > 0 {
				e.Year, j = y, j+1
			}
			return timeHit{e, j, "DATE", "en-month"}
		}
	case tNum:
		if h := f.enDate(i); h.end > 0 {
			return h
		}
		if h := f.numericDate(i); h.end > 0 {
			return h
		}
		if h := f.enClock(i); h.end > 0 {
			return h
		}
		if y := f.yearNumber(i); y > 0 && !f.noun(i+1, nounCounted|nounPerson) && !f.is(i+1, tUnit, tCard, tNum) && !f.p(i+1, '%') && !f.partOfNumber(i) {
			return timeHit{Expr{Form: ByCalendar, Year: y}, i + 1, "DATE", "en-year"}
		}
	case tNoon:
		return f.enCore(i, classes)
	case tYesterday, tToday, tTomorrow:
		return f.enToday(i)
	}
	return timeHit{}
}

// enEnd is enEndpoint that takes a bare number too.
func (f *timeFinder) enEnd(i int) timeHit {
	if h := f.enEndpoint(i); h.end > 0 {
		return h
	}
	if f.c(i) == tNum && f.dayNumber(i) > 0 && (!f.partOfNumber(i) || f.tight(i) && f.p(i-1, '-') && f.c(i+1) != tPunct || f.tight(i) && f.p(i-1, '-') && f.p(i+1, ',') && f.c(i+2) != tNum || f.p(i-1, '-') && f.p(i+1, '.')) {
		return timeHit{Expr{Form: ByCalendar, Day: f.dayNumber(i)}, i + 1, "DATE", "en-bare-day"}
	}
	return timeHit{}
}

// enRange reads "from Monday to Thursday", "between 5 and 7 January".
func (f *timeFinder) enRange(i int) int {
	a := f.enEnd(i + 1)
	if a.end == 0 {
		return i
	}
	k := a.end
	switch {
	case f.c(i) == tBetween && f.c(k) == tAnd:
	case f.c(i) == tStarting && f.is(k, tTo, tUntil):
	default:
		return i
	}
	b := f.enEnd(k + 1)
	if b.end == 0 {
		return i
	}
	ms := []timeMember{{i + 1, a.end, a.e}, {k + 1, b.end, b.e}}
	return max(i, f.enJoin(i, ms, "en-range"))
}

// enJoin puts a range into the result where its ends fit together; 0 if not.
func (f *timeFinder) enJoin(i int, ms []timeMember, rule string) int {
	a, b := &ms[0].e, &ms[1].e
	if a.Day > 0 && a.Month > 0 && b.Day > 0 && b.Month == 0 { // "January 5 to 7"
		b.Month, b.Year = a.Month, a.Year
	}
	if !joinable(a, b) || b.Form == ByCalendar && b.Day > 0 && b.Month == 0 {
		return 0
	}
	share(a, b)
	return f.addRange(i, ms[1].end, typeOf(*b), rule, ms)
}

// enPair reads the second half of "January 5-7", "5-7 January", "January 5 and
// 6", "1989-2019" where h is the first.
func (f *timeFinder) enPair(i int, h timeHit) int {
	e := &h.e
	if e.Form != ByCalendar || e.Part != NoPart || e.Deixis != NoDeixis || e.Holiday != "" {
		return 0
	}
	k := h.end
	dash := (f.p(k, '-') || f.p(k, '–') || f.p(k, '—')) && f.tight(k) && f.tight(k+1)
	switch {
	case dash, f.c(k) == tAnd && e.Day > 0 && e.Year == 0, f.c(k) == tTo && (e.Day > 0 && e.Year == 0):
	default:
		return 0
	}
	b := f.enEnd(k + 1)
	if b.end == 0 || b.e.Clock || b.e.Form != ByCalendar {
		return 0
	}
	bare := b.e.Day > 0 && b.e.Month == 0 && b.e.Weekday == 0
	if bare && (e.Day == 0 || f.is(b.end, tOther, tNoun, tUnit, tCard) && !dash || b.e.Day <= e.Day) {
		return 0
	}
	if e.Weekday > 0 && e.Day == 0 || e.Month > 0 && e.Day == 0 || e.Day > 0 && b.e.Day == 0 {
		return 0
	}
	return f.enJoin(i, []timeMember{{i, h.end, h.e}, {k + 1, b.end, b.e}}, "en-range")
}

// enEvery reads "every day", "each Friday", "every two weeks".
func (f *timeFinder) enEvery(i int) int {
	j := i + 1
	e := Expr{Form: ByRepeat, N: 1}
	if n, k := f.frCardinal(j); k > 0 {
		e.N, j = n, k
	}
	switch f.c(j) {
	case tUnit:
		e.Unit = Unit(f.v(j))
	case tWeekday:
		e.Weekday = f.v(j)
	case tPart:
		e.Part = DayPart(f.v(j))
	default:
		return i
	}
	return f.add(i, j+1, timeHit{e: e, typ: "SET", rule: "en-every"})
}

// enDays reads "5-7 January", "5 and 6 January 2022".
func (f *timeFinder) enDays(i int) int {
	if f.c(i) != tNum || f.dayNumber(i) == 0 || !(f.c(i+1) == tAnd || f.c(i+1) == tTo || f.p(i+1, '-') || f.p(i+1, '–')) || f.c(i+2) != tNum {
		return i
	}
	b := f.enDate(i + 2)
	if b.end == 0 || b.e.Day <= f.dayNumber(i) {
		return i
	}
	a := Expr{Form: ByCalendar, Day: f.dayNumber(i)}
	return max(i, f.enJoin(i, []timeMember{{i, i + 1, a}, {i + 2, b.end, b.e}}, "en-range"))
}
