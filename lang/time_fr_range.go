package lang

// frEndpoint reads one end of a range, without its preposition: "le 5 janvier",
// "mercredi", "1989", "18 h". A bare day or hour is left to the caller, who
// knows the other end.
func (f *timeFinder) frEndpoint(i int) timeHit {
	det := classes
	if f.is(i, tLe, tL, tLa, tCe) {
		det = f.c(i)
		i++
	}
	switch f.c(i) {
	case tWeekday:
		if h := f.frWeekday(i, det); h.e.Form != ByRepeat || det != tLe {
			return h
		}
		return f.frWeekday(i, classes)
	case tNum, tOrd:
		if h := f.frDayMonth(i); h.end > 0 {
			return h
		}
		if f.c(i) == tNum {
			if h := f.numericDate(i); h.end > 0 {
				return h
			}
			if h := f.clockAt(i); h.end > 0 {
				return h
			}
			if y := f.yearNumber(i); y > 0 && !f.noun(i+1, nounCounted|nounPerson) && !f.is(i+1, tUnit, tCard, tNum) && !f.p(i+1, '%') && !f.partOfNumber(i) {
				return timeHit{Expr{Form: ByCalendar, Year: y}, i + 1, "DATE", "fr-year"}
			}
		}
	case tMonth:
		if f.v(i) < 100 && !f.upper(i) {
			e := Expr{Form: ByCalendar, Month: f.v(i)}
			j := i + 1
			e.Year, j, e.TwoEnds = f.yearAfterMonth(j)
			e.Deixis, j = f.frDeixis(j)
			return timeHit{e, j, "DATE", "fr-month"}
		}
	case tNoon:
		return f.frClock(i)
	case tYesterday, tToday, tTomorrow:
		return f.frToday(i)
	case tFestival, tNewYear:
		return f.frFestival(i, tLe)
	case tEve, tMorrow:
		if det != classes {
			return f.frEve(i, det)
		}
	}
	return timeHit{}
}

// frRange reads "du 5 au 7 janvier", "de 1989 à 2019", "entre le 15 juillet et
// le 15 août", "de lundi à jeudi", "de 18 h à 23 h". Where there is no second
// end it leaves the first to the other rules.
func (f *timeFinder) frRange(i int) int {
	a := f.frEnd(i + 1)
	if a.end == 0 {
		return i
	}
	k := a.end
	switch {
	case f.c(i) == tBetween && f.c(k) == tAnd:
	case f.c(i) != tBetween && f.is(k, tTo, tAu):
	default:
		return i
	}
	b := f.frEnd(k + 1)
	if b.end == 0 || b.e.Day > 0 && b.e.Month == 0 && b.e.Weekday == 0 {
		return i
	}
	if !joinable(&a.e, &b.e) {
		return i
	}
	if f.c(i) == tDu && f.c(k) == tAu && barely(&a.e) && barely(&b.e) && f.tense(i, b.end) == NoTense {
		// "du lundi au vendredi" is what "de lundi à vendredi" is not: every week
		return f.add(i, b.end, timeHit{e: Expr{Form: ByRepeat, Weekday: a.e.Weekday}, typ: "SET", rule: "fr-weekdays"})
	}
	return f.frEmitRange(i, b.end, "fr-range", []timeMember{{i + 1, a.end, a.e}, {k + 1, b.end, b.e}})
}

// barely reports whether e is a weekday and nothing else.
func barely(e *Expr) bool {
	return e.Weekday > 0 && e.Day == 0 && e.Deixis == NoDeixis && e.Part == NoPart
}

// frEmitRange puts a range into the result; each member reads on from its right
// neighbour.
func (f *timeFinder) frEmitRange(i, j int, rule string, ms []timeMember) int {
	for k := len(ms) - 2; k >= 0; k-- {
		share(&ms[k].e, &ms[k+1].e)
	}
	for k := 1; k < len(ms); k++ { // "du 28 décembre 2021 au 3"
		if ms[k].e.Day > 0 && ms[k].e.Month == 0 {
			ms[k].e.Month, ms[k].e.Year = ms[k-1].e.Month, ms[k-1].e.Year
		}
	}
	return f.addRange(i, j, typeOf(ms[len(ms)-1].e), rule, ms)
}

// frEnd is frEndpoint that takes a bare number too: "du 5", "entre 18".
func (f *timeFinder) frEnd(i int) timeHit {
	if h := f.frEndpoint(i); h.end > 0 {
		return h
	}
	if f.is(i, tLe, tLa) {
		i++
	}
	if d := f.dayNumber(i); d > 0 && !f.partOfNumber(i) {
		return timeHit{Expr{Form: ByCalendar, Day: d}, i + 1, "DATE", "fr-bare-day"}
	}
	return timeHit{}
}

// joinable reports whether a and b are ends of one range, and makes a bare
// number of a what b is: a day of the month or an hour.
func joinable(a, b *Expr) bool {
	bare := func(e *Expr) bool { return e.Day > 0 && e.Month == 0 && e.Weekday == 0 }
	switch {
	case bare(a) && b.Clock:
		*a = Expr{Form: ByClock, Clock: true, Hour: a.Day, Anchor: Running, Zone: b.Zone}
		return a.Hour < 25
	case bare(a):
		return b.Month > 0 && b.Day > 0
	case a.Clock != b.Clock:
		return false
	case a.Clock:
		return true
	case a.Weekday > 0 && a.Day == 0:
		return b.Weekday > 0 || b.Day > 0 || b.Form == ByOffset
	case a.Day > 0:
		return b.Day > 0 || b.Form == ByOffset
	case a.Month > 0:
		return b.Month > 0 && b.Day == 0
	case a.Year > 0:
		return b.Year > 0 && b.Month == 0 && (b.Year > a.Year)
	}
	return a.Form == ByOffset || a.Holiday != ""
}

// frList reads "les 5 et 6 janvier", "les 3, 4 et 5 mars 2021", "les samedi 8
// et dimanche 9 janvier".
func (f *timeFinder) frList(i int) int {
	if f.c(i+1) == tOrd && f.c(i+2) == tAnd && f.c(i+3) == tOrd && f.is(i+4, tWeekday, tWeekdays) {
		e := Expr{Form: ByRepeat, Weekday: f.v(i + 4)} // "les deuxième et quatrième jeudis"
		return f.add(i, i+5, timeHit{e: e, typ: "SET", rule: "fr-weekly"})
	}
	var ms []timeMember
	start := i
	if !f.is(i, tLe, tLes) {
		start++
	}
	for k := i + 1; ; {
		h := f.frEnd(k)
		if h.end == 0 || h.e.Year > 0 && h.e.Month == 0 || h.e.Clock {
			return i
		}
		ms = append(ms, timeMember{start, h.end, h.e})
		start = h.end + 1
		if f.p(h.end, ',') || f.c(h.end) == tAnd || f.p(h.end, '-') && f.tight(h.end) {
			if n := f.frEnd(h.end + 1); n.end > 0 && n.e.Form == ByCalendar && !n.e.Clock {
				k = h.end + 1
				continue
			}
		}
		break
	}
	last := ms[len(ms)-1]
	if len(ms) < 2 || last.e.Month == 0 && last.e.Weekday == 0 {
		return i
	}
	return f.frEmitRange(ms[0].start, last.end, "fr-list", ms)
}

// frSpan reads "ces derniers jours", "les prochaines heures", "les dernières
// 24 heures", "la dernière semaine".
func (f *timeFinder) frSpan(i int, det timeClass) timeHit {
	if h := f.frNthWeekday(i); h.end > 0 && f.c(i) == tLast {
		return h
	}
	d := Last
	if f.c(i) == tNext {
		d = Next
	}
	if u := Unit(f.v(i + 1)); det == tLa && d == Last && f.c(i+1) == tUnit && u >= Hour && f.is(i-2, tFor, tIn, tDe) && !f.is(i+2, tDe, tDu) {
		return timeHit{Expr{Form: ByLength, N: 1, Unit: u, Deixis: d}, i + 2, "DURATION", "fr-span"} // "au cours de la dernière décennie"
	}
	if det != tCes && det != tLes && !f.is(i-1, tAux, tDes) {
		return timeHit{}
	}
	if a := f.frAmount(i + 1); a.end > 0 {
		return timeHit{Expr{Form: ByLength, N: a.n, Unit: a.unit, Deixis: d}, a.end, "DURATION", "fr-span"}
	}
	if f.c(i+1) == tUnit && f.v(i+1) >= int(Minute) {
		return timeHit{Expr{Form: ByLength, Unit: Unit(f.v(i + 1)), Deixis: d}, i + 2, "DURATION", "fr-span"}
	}
	return timeHit{}
}

// frClock reads a clock time after a word that asks for one.
func (f *timeFinder) frClock(i int) timeHit {
	h := f.clockAt(i)
	if h.end == 0 || f.c(i) == tNoon {
		if f.c(i) == tNoon && (f.v(i) == 12 && f.upper(i) && i > 0 || f.c(i-1) == tDu) { // "le Midi", "repas du midi"
			return timeHit{}
		}
		return h
	}
	if f.c(i+1) == tUnit { // "17 heures" is a length unless something says otherwise
		led := f.is(i-1, tTo, tAround, tAsof, tBefore, tAfter, tUntil, tSince, tWeekday, tTomorrow, tYesterday, tToday) || f.p(i-1, '(') && h.e.Zone != "" || f.c(i-1) == tDe && f.c(i-2) == tNear
		if !led || f.is(h.end, tDe) && !f.is(h.end+1, tPart) && !f.is(h.end+1, tL) && h.e.Zone == "" && f.c(i-1) != tTo {
			return timeHit{}
		}
		if f.c(i-1) == tSince && h.end == i+2 && h.e.Zone == "" {
			return timeHit{} // "depuis 12 heures"
		}
	}
	if f.p(i+1, ':') { // "03:06" alone may be a score or the length of a film
		if !f.is(i-1, tTo, tAround, tAsof, tBefore, tAfter, tUntil, tSince, tDe, tBetween, tAnd) && h.e.Zone == "" {
			return timeHit{}
		}
	}
	return h
}

// clockAt reads "20h30", "20 h 30", "17 heures 15", "21:45", "midi" with the
// part of the day and the zone behind it, whatever stands before.
func (f *timeFinder) clockAt(i int) timeHit {
	e := Expr{Form: ByClock, Clock: true, Anchor: Running}
	j := i + 1
	minute := func() {
		if f.c(j) == tNum && f.digits(j) <= 2 && f.v(j) < 60 && !f.w[j].ordinal && !(f.digits(j) == 1 && !f.tight(j)) && (f.tight(j) || f.c(j+1) != tUnit) && f.frMonthName(j+1) == 0 && !(f.p(j+1, ',') && f.tight(j+2)) {
			e.Min = f.v(j)
			j++
		}
	}
	n, k := 0, 0
	switch {
	case f.c(i) == tNoon:
		e.Hour = f.v(i)
		if e.Hour == 0 {
			e.Hour = 24 // "minuit" ends the day spoken of
		}
	case f.c(i) == tNum && !f.w[i].ordinal && f.digits(i) <= 2 && f.v(i) <= 24:
		if f.partOfNumber(i) && !f.p(i+1, ':') || f.p(i-1, ',') && f.tight(i) || f.p(i-1, '.') && f.tight(i) {
			return timeHit{}
		}
		e.Hour = f.v(i)
		switch {
		case f.c(j) == tH && (!f.upper(j) || f.tight(j) || f.digits(j+1) == 2):
			j++
			minute()
			if e.Hour == 24 && j == i+2 {
				return timeHit{} // "24h" is a length
			}
		case f.p(j, ':') && f.tight(j) && f.digits(j+1) == 2 && f.tight(j+1) && f.v(j+1) < 60:
			e.Min = f.v(j + 1)
			j += 2
			if f.p(j, ':') && f.tight(j) && f.digits(j+1) == 2 {
				j += 2
			}
		case f.c(j) == tUnit && f.v(j) == int(Hour):
			j++
			minute()
		default:
			return timeHit{}
		}
	case f.c(i) == tCard:
		var x float64
		if x, k = f.frCardinal(i); k == 0 || x > 24 || f.c(k) != tUnit || f.v(k) != int(Hour) {
			return timeHit{}
		}
		n, j = int(x), k+1
		e.Hour = n
		// in words only where something else says that it is the clock
		led := f.c(i-1) == tAround && f.v(i-1) == 0 || f.c(i-1) == tTo && !f.is(j, tDe, tDu)
		if !led && !f.is(j, tLocal, tZone) && !(f.c(j) == tDu && f.is(j+1, tPart)) && !(f.c(j) == tAnd && f.is(j+1, tHalf, tQuarter)) && !(f.c(j) == tDe && f.c(j+1) == tL && f.c(j+2) == tPart) {
			return timeHit{}
		}
	default:
		return timeHit{}
	}
	if f.c(j) == tAnd && f.is(j+1, tHalf) && f.c(i) != tNum {
		e.Min = 30
		j += 2
	}
	j = f.frClockTail(&e, j)
	if e.Hour == 24 && f.c(i) != tNoon {
		e.Hour = 0
	}
	return timeHit{e, j, "TIME", "fr-clock"}
}

// frClockTail reads "du matin", "GMT", "heure locale", "locales", "heure de
// Paris" behind a clock time.
func (f *timeFinder) frClockTail(e *Expr, j int) int {
	switch {
	case f.c(j) == tDu && f.c(j+1) == tPart:
		if f.v(j+1) >= int(Evening) && e.Hour < 12 {
			e.Hour += 12
		}
		j += 2
	case f.c(j) == tDe && f.c(j+1) == tL && f.c(j+2) == tPart && f.v(j+2) == int(Afternoon):
		if e.Hour < 12 {
			e.Hour += 12
		}
		j += 3
	}
	k := j
	if f.p(k, ',') || f.p(k, '(') {
		k++
	}
	switch {
	case f.c(j) == tZone:
		e.Zone = "GMT"
		return j + 1
	case f.c(j) == tLocal:
		e.Zone = "local"
		return j + 1
	case f.c(k) == tUnit && f.v(k) == int(Hour) && f.c(k+1) == tLocal:
		e.Zone = "local"
		return k + 2
	case f.c(k) == tUnit && f.v(k) == int(Hour) && f.c(k+1) == tDe && f.upper(k+2):
		e.Zone = f.str(k + 2)
		return k + 3
	}
	return j
}
