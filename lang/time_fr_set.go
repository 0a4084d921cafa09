package lang

// frEvery reads "chaque jour", "tous les jeudis", "toutes les deux semaines",
// "par semaine".
func (f *timeFinder) frEvery(i int) int {
	j := i + 1
	e := Expr{Form: ByRepeat, N: 1}
	if f.c(i) == tAll {
		if !f.is(j, tLes) {
			return i
		}
		j++
		if n, k := f.frCardinal(j); k > 0 {
			e.N, j = n, k
		}
	}
	if f.c(i) == tPer && (f.c(j) != tUnit || f.v(j) < int(Days)) {
		return i
	}
	if f.c(i) == tEvery && f.c(j) == tOrd && f.c(j+1) == tWeekday { // "chaque premier dimanche du mois"
		e.Weekday = f.v(j + 1)
		k := j + 2
		if f.c(k) == tDu && f.c(k+1) == tUnit && f.v(k+1) == int(Month) {
			k += 2
		}
		return f.add(i, k, timeHit{e: e, typ: "SET", rule: "fr-every"})
	}
	switch f.c(j) {
	case tUnit:
		e.Unit = Unit(f.v(j))
		if f.c(i) == tPer {
			return f.add(j, j+1, timeHit{e: e, typ: "SET", rule: "fr-every"})
		}
	case tWeekday, tWeekdays:
		e.Weekday = f.v(j)
		j0 := j
		e.Part, j, e.Mod = f.frPartAfter(j + 1)
		if j == j0+1 {
			j = j0
		} else {
			j--
		}
	case tPart:
		e.Part = DayPart(f.v(j))
	case tSeason:
		e.Season = f.v(j)
	default:
		return i
	}
	return f.add(i, j+1, timeHit{e: e, typ: "SET", rule: "fr-every"})
}

// frWhole reads "toute la nuit", "tout le week-end", "toute la journée de
// jeudi".
func (f *timeFinder) frWhole(i int) int {
	if f.c(i) != tAll || !f.is(i+1, tLe, tLa, tL) {
		return i
	}
	h := f.frCore(i+2, f.c(i+1))
	if h.end == 0 {
		e := Expr{Form: ByClock, Anchor: Running}
		switch u := Unit(f.v(i + 2)); {
		case f.c(i+2) == tPart:
			e.Part = DayPart(f.v(i + 2))
		case f.c(i+2) != tUnit || u < Days || u > Year || u == Quarter || u == Semester:
			return i
		case u == Days:
			e.Part = Daytime
		default:
			e = Expr{Form: ByUnit, Unit: u, Deixis: This}
		}
		h = timeHit{e: e, end: i + 3, typ: "DATE", rule: "fr-whole"}
		if e.Part != NoPart {
			h.typ = "TIME"
		}
	}
	return f.frEmit(i, h)
}

// frTurn reads "au lever du jour", "à la tombée de la nuit", "au coucher du
// soleil".
func (f *timeFinder) frTurn(i int) timeHit {
	j := i + 1
	switch {
	case f.c(j) == tDe && f.c(j+1) == tLa && f.c(j+2) == tPart:
		j += 3
	case f.c(j) == tDu && (f.c(j+1) == tUnit && f.v(j+1) == int(Days) || f.str(j+1) == "soleil"):
		j += 2
	default:
		return timeHit{}
	}
	return timeHit{Expr{Form: ByClock, Part: DayPart(f.v(i)), Anchor: Running}, j, "TIME", "fr-turn"}
}

// frNth reads "au cinquième jour du conflit", which counts from an event, and
// "la troisième nuit consécutive", which is a length.
func (f *timeFinder) frNth(i int, det timeClass) timeHit {
	if f.c(i) != tOrd && !(f.c(i) == tNum && f.w[i].ordinal) {
		return timeHit{}
	}
	if h := f.frNthWeekday(i); h.end > 0 {
		return h
	}
	n, j := f.v(i), i+2
	u := Unit(f.v(i + 1))
	switch {
	case f.c(i+1) == tPart:
		u = Days
	case f.c(i+1) != tUnit || u < Days || u > Year || u == Quarter || u == Semester:
		return timeHit{}
	}
	if u == Fortnight {
		return f.frHalfMonth(i)
	}
	if f.c(j) == tRow || f.c(j) == tDe && (f.c(j+1) == tRow || f.str(j+1) == "suite" || f.str(j+1) == "rang") {
		if f.c(j) == tDe {
			j++
		}
		return timeHit{Expr{Form: ByLength, N: float64(n), Unit: u, Deixis: Last}, j + 1, "DURATION", "fr-in-a-row"}
	}
	// "la deuxième journée du championnat" is a round of matches
	if !f.is(j, tDe, tDu, tDes) || f.c(i+1) == tPart || u == Days && f.str(i+1) != "jour" || det != tLe && det != tLa && f.c(i-1) != tAu {
		return timeHit{}
	}
	e := Expr{Form: ByOffset, N: float64(n - 1), Unit: u, Toward: 1, Anchor: EventDay}
	if n == 1 {
		e.Toward = 0
	}
	return timeHit{e, j, "DATE", "fr-nth-day"}
}

// frHalfMonth reads "première quinzaine de juin".
func (f *timeFinder) frHalfMonth(i int) timeHit {
	if f.c(i+2) != tDe || f.c(i+3) != tMonth || f.v(i) > 2 {
		return timeHit{}
	}
	h := f.frMonth(i + 3)
	h.e.Mod = FirstHalf
	if f.v(i) == 2 {
		h.e.Mod = SecondHalf
	}
	return h
}

// frNthWeekday reads "premier lundi de mai", "dernier week-end d'avril 2030".
func (f *timeFinder) frNthWeekday(i int) timeHit {
	e := Expr{Form: ByCalendar, Nth: f.v(i)}
	if f.c(i) == tLast {
		e.Nth = -1
	}
	switch {
	case f.c(i+1) == tWeekday:
		e.Weekday = f.v(i + 1)
	case f.c(i+1) == tUnit && f.v(i+1) == int(Weekend):
		e.Unit = Weekend
	default:
		return timeHit{}
	}
	if f.c(i+2) != tDe || f.frMonthName(i+3) == 0 || e.Nth > 5 {
		return timeHit{}
	}
	e.Month = f.frMonthName(i + 3)
	j := i + 4
	e.Year, j, e.TwoEnds = f.yearAfterMonth(j)
	e.Deixis, j = f.frDeixis(j)
	return timeHit{e, j, "DATE", "fr-nth-weekday"}
}

// frOneIn reads "un jeudi sur deux", "sept jours sur sept", "24 heures sur 24".
func (f *timeFinder) frOneIn(i int) timeHit {
	n, k := f.frCardinal(i)
	if k == 0 || !f.is(k, tUnit, tWeekday, tPart) || f.c(k+1) != tFor || f.str(k+1) != "sur" {
		return timeHit{}
	}
	m, end := f.frCardinal(k + 2)
	if end == 0 || m < n {
		return timeHit{}
	}
	e := Expr{Form: ByRepeat, N: max(1, m-n+1)}
	switch f.c(k) {
	case tUnit:
		e.Unit = Unit(f.v(k))
	case tWeekday:
		e.Weekday = f.v(k)
	case tPart:
		e.Part = DayPart(f.v(k))
	}
	if n > 1 {
		e.N = 1
	}
	return timeHit{e, end, "SET", "fr-one-in"}
}

// frEra reads what names no stretch that could be placed: "en ce moment", "à
// l'époque", "pour l'instant", "à l'avenir".
func (f *timeFinder) frEra(i int) int {
	refs := [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}
	from := i
	switch {
	case f.is(i-1, tL, tLe) && (f.c(i-2) == tTo && f.v(i) != 1 || f.c(i-2) == tFor && f.str(i-2) == "pour" && f.v(i) == 1):
		from = i - 1
		if f.is(i+1, tDe, tDu, tDes) || f.p(i+1, '-') || f.str(i+1) == "où" {
			return i // "à l'époque des faits", "pour le moment où"
		}
	case f.c(i-1) == tCe && f.c(i-2) == tEn && f.v(i) == 1:
		from = i - 1
	case f.c(i-1) == tTo && f.v(i) == 1 && !f.is(i+1, tDe, tDu, tDes, tOther, tNoun):
	default:
		return i
	}
	return f.add(from, i+1, timeHit{e: Expr{Form: ByVague, Ref: refs[f.v(i)]}, typ: "DATE", rule: "fr-vague"})
}
