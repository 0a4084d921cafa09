package lang

// frWeekday reads "jeudi", "jeudi 6 janvier 2022", "jeudi dernier",
// "ce jeudi matin", "jeudi 6 au soir".
func (f *timeFinder) frWeekday(i int, det timeClass) timeHit {
	e := Expr{Form: ByCalendar, Weekday: f.v(i)}
	j := i + 1
	if f.named(i) && f.frDayMonth(j).end == 0 {
		return timeHit{}
	}
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

// named reports whether word i is part of a name: in French a day has no capital
// in the middle of a sentence ("l'inspecteur Samedi", "M. Lundi"), except where
// everything has.
func (f *timeFinder) named(i int) bool {
	if i == 0 || !f.upper(i) || f.shouted(i) {
		return false
	}
	if f.p(i-1, '.') && f.tight(i-1) && f.upper(i-2) && f.w[i-2].end-f.w[i-2].start <= 3 {
		return true
	}
	return f.is(i-1, tOther, tNoun) && !f.shouted(i-1)
}

// shouted reports whether word i is in capitals throughout.
func (f *timeFinder) shouted(i int) bool {
	s := f.str(i)
	return len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z'
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
