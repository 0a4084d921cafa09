package lang

// frUnit reads "la semaine dernière", "cette année", "l'année 2001", "le mois
// de juin", "les années 90", "ce jour-là", "la journée de jeudi".
func (f *timeFinder) frUnit(i int, det timeClass) timeHit {
	u := Unit(f.v(i))
	j := i + 1
	switch {
	case u == Year && (det == tL || det == tCe || det == tLes || f.is(i-1, tDe, tDes, tEn, tAux)):
		if y := f.yearNumber(j); y > 0 {
			e := Expr{Form: ByCalendar, Year: y, Decade: det == tLes || f.is(i-1, tDes, tAux)}
			return timeHit{e, j + 1, "DATE", "fr-year"}
		}
		if y := f.v(j); f.digits(j) == 2 && y%10 == 0 && (det == tLes || f.is(i-1, tDes, tAux)) {
			return timeHit{Expr{Form: ByCalendar, Year: 1900 + y, Decade: true}, j + 1, "DATE", "fr-decade"}
		}
	case u == Month && (f.c(j) == tDe) && f.c(j+1) == tMonth:
		h := f.frMonth(j + 1)
		if h.end > 0 && det == tCe && h.e.Year == 0 {
			h.e.Deixis = This
		}
		return h
	}
	if u < Days || u == Quarter && det == classes {
		return timeHit{}
	}
	if u == Days && (det != classes || f.is(i-1, tDu, tDe, tAu)) {
		if h := f.frDayOf(i, det); h.end > 0 {
			return h
		}
	}
	e := Expr{Form: ByUnit, Unit: u}
	e.Deixis, j = f.frDeixis(j)
	if (det == tLes || det == tCes) && e.Deixis != NoDeixis {
		return timeHit{} // "les années suivantes": no stretch that can be named
	}
	if det == tCe && e.Deixis == NoDeixis {
		e.Deixis = This
		if f.p(j, '-') && f.c(j+1) == tThere {
			if f.v(j+1) == 0 {
				e.Deixis = Same
			}
			j += 2
		}
	}
	if e.Deixis == NoDeixis && u == Week || u == Weekend {
		if h := f.frWeekOf(i); h.end > 0 {
			return h
		}
	}
	switch {
	case e.Deixis == NoDeixis && u == Weekend && (det == tLe || f.is(i-1, tAu, tDu)):
		e.Deixis = This
	case e.Deixis == NoDeixis && f.c(j) == tSame:
		e.Deixis = Same
		j++
	case e.Deixis == NoDeixis:
		return timeHit{}
	}
	return timeHit{e, j, "DATE", "fr-unit"}
}

// frDayOf reads "le jour même", "ce jour-là", "la journée de jeudi",
// "dans la journée", "le jour de l'an", "le jour de Noël".
func (f *timeFinder) frDayOf(i int, det timeClass) timeHit {
	j := i + 1
	journey := f.w[i].end-f.w[i].start > 6 // journée
	if f.c(j) == tDe && f.c(j+1) == tL && f.c(j+2) == tUnit && f.v(j+2) == int(Year) && !f.is(j+3, tLast, tNext) {
		return timeHit{Expr{Form: ByCalendar, Holiday: "new-year"}, j + 3, "DATE", "fr-holiday"}
	}
	if f.is(j, tDe, tDu) {
		if h := f.frEndpoint(j + 1); h.end > 0 && (h.e.Day > 0 || h.e.Weekday > 0 || h.e.Form == ByOffset || h.e.Holiday != "") && h.e.Part == NoPart {
			if journey {
				h.typ = "DATE"
			}
			return h
		}
	}
	if journey && det == tLa && (f.c(i-2) == tIn || f.c(i-2) == tCourse || f.c(i-2) == tFor) && f.c(j) != tDe {
		if d, _ := f.frDeixis(j); d == NoDeixis {
			return timeHit{Expr{Form: ByClock, Part: Daytime, Anchor: Running}, j, "TIME", "fr-part"}
		}
	}
	return timeHit{}
}

// frWeekOf reads "la semaine du 3 janvier", "le week-end des 8 et 9 janvier".
func (f *timeFinder) frWeekOf(i int) timeHit {
	if k := i + 2; f.v(i) == int(Weekend) && f.c(i+1) == tDe {
		if f.is(k, tLa, tL) {
			k++
		}
		if f.c(k) == tFestival && f.upper(k) {
			e := Expr{Form: ByCalendar, Holiday: festivals[f.v(k)], Unit: Weekend, Year: f.yearNumber(k + 1)}
			if k++; e.Year > 0 {
				k++
			}
			return timeHit{e, k, "DATE", "fr-holiday"}
		}
	}
	if !f.is(i+1, tDu, tDes) {
		return timeHit{}
	}
	h := f.frDayMonth(i + 2)
	if h.end == 0 && f.c(i+1) == tDes && f.dayNumber(i+2) > 0 && f.c(i+3) == tAnd {
		h = f.frDayMonth(i + 4)
	}
	if h.end == 0 {
		return timeHit{}
	}
	h.e.Unit = Unit(f.v(i))
	h.rule, h.typ = "fr-week-of", "DATE"
	return h
}

// frPart reads a part of the day that is not behind its day: "ce matin",
// "cette nuit-là", "la nuit dernière", "le soir même", "dans la soirée de
// jeudi", "dans la nuit de mercredi à jeudi".
func (f *timeFinder) frPart(i int, det timeClass) timeHit {
	p := DayPart(f.v(i))
	e := Expr{Form: ByClock, Part: p, Anchor: Running}
	j := i + 1
	if det == tLes || det == tCes {
		return timeHit{}
	}
	if p == Morning && f.str(i-1) == "petit" {
		p, e.Part = Dawn, Dawn
	}
	if p == NightTime && f.str(j) == "tombée" {
		e.Part = Evening
		return timeHit{e, j + 1, "TIME", "fr-part"}
	}
	if p == NightTime {
		if h := f.frNight(i); h.end > 0 {
			return h
		}
	}
	if f.is(j, tDe, tDu) {
		if h := f.frEndpoint(j + 1); h.end > 0 && h.e.Part == NoPart && (h.e.Day > 0 || h.e.Weekday > 0 || h.e.Form == ByOffset) && !h.e.Clock {
			h.e.Part = p
			h.typ, h.rule = "TIME", "fr-part-of"
			return h
		}
	}
	if det == tCe {
		e.Anchor, e.Deixis = Publication, This
		if f.p(j, '-') && f.c(j+1) == tThere {
			e.Anchor, e.Deixis = Running, Same
			j += 2
		}
		return timeHit{e, j, "TIME", "fr-this-part"}
	}
	if d, k := f.frDeixis(j); d != NoDeixis {
		e.Deixis = d
		if d == Last {
			e.Anchor = Publication
		}
		return timeHit{e, k, "TIME", "fr-part"}
	}
	if f.c(j) == tSame {
		e.Deixis = Same
		return timeHit{e, j + 1, "TIME", "fr-part"}
	}
	if f.frPartStandsAlone(i, det) {
		return timeHit{e, j, "TIME", "fr-part"}
	}
	return timeHit{}
}

// frPartStandsAlone reports whether a bare part of the day means one day's:
// "dans la nuit", "pendant la soirée", "au petit matin", not "jour et nuit".
func (f *timeFinder) frPartStandsAlone(i int, det timeClass) bool {
	if f.tight(i+1) && f.p(i+1, '-') || f.upper(i) {
		return false // "Le Soir" is a newspaper
	}
	switch det {
	case tLa, tL, tLe:
		if f.c(i-2) == tDe && f.c(i-3) == tCourse || f.c(i-2) == tFor && f.v(i-2) == 0 || f.c(i-2) == tIn || f.c(i-2) == tSince {
			return true
		}
		if DayPart(f.v(i)) == Dawn && f.is(i-2, tAsof, tBefore, tUntil) || f.c(i+1) == tFollowing {
			return true
		}
		return f.c(i-2) == tTo && (DayPart(f.v(i)) == Dawn || DayPart(f.v(i)) == Midday) || f.p(i-2, ',') || i == 1
	}
	switch f.c(i - 1) {
	case tAu:
		return true
	case tEn:
		return DayPart(f.v(i)) != NightTime
	}
	return f.str(i-1) == "petit" && f.c(i-2) == tAu || f.str(i-1) == "pleine" && f.c(i-2) == tEn
}

// frNight reads "nuit de mercredi à jeudi", "nuit du 5 au 6 janvier", "nuit de
// jeudi", "nuit du 5 janvier". The expression holds the day of its morning
// where that is said, else that of its evening with Part.
func (f *timeFinder) frNight(i int) timeHit {
	if !f.is(i+1, tDe, tDu) {
		return timeHit{}
	}
	a := f.frEndpoint(i + 2)
	k := a.end
	bare := false
	if a.end == 0 {
		if f.c(i+2) == tLe { // "la nuit de le" does not occur; keeps the index honest
			return timeHit{}
		}
		if f.dayNumber(i+2) == 0 {
			return timeHit{}
		}
		k, bare = i+3, true
	}
	if f.is(k, tTo, tAu) {
		n := k + 1
		if f.c(n) == tLe {
			n++
		}
		if b := f.frEndpoint(n); b.end > 0 && (b.e.Day > 0 || b.e.Weekday > 0 || b.e.Form == ByOffset) {
			if b.e.Form == ByCalendar && b.e.Day > 0 && b.e.Month == 0 && a.e.Month > 0 {
				b.e.Month, b.e.Year = a.e.Month, a.e.Year
			}
			if b.e.Form == ByCalendar {
				b.e.Form = ByNight
			}
			b.e.Part = NightTime
			if b.e.Form == ByOffset {
				b.e.N--
				if b.e.N < 0 || b.e.Toward == 0 {
					b.e.N, b.e.Toward = 1, -1
				} else if b.e.Toward < 0 {
					b.e.N += 2
				}
			}
			b.typ, b.rule = "TIME", "fr-night"
			return b
		}
	}
	if bare || !(a.e.Day > 0 || a.e.Weekday > 0 || a.e.Form == ByOffset && a.e.Unit == Days) || a.e.Part != NoPart {
		return timeHit{}
	}
	a.e.Part = NightTime
	a.typ, a.rule = "TIME", "fr-night-of"
	return a
}

// frEve reads "la veille", "le lendemain matin", "au lendemain de l'attaque",
// "la veille de Noël".
func (f *timeFinder) frEve(i int, det timeClass) timeHit {
	if det == classes && !f.is(i-1, tAu, tDu, tTo, tDe, tAsof) || det == tLes || f.c(i-2) == tTomorrow {
		return timeHit{}
	}
	e := Expr{Form: ByOffset, N: float64(f.v(i)), Unit: Days, Toward: 1, Anchor: Running}
	if f.c(i) == tEve {
		e.Toward = -1
	}
	j := i + 1
	if f.is(j, tDe, tDu, tDes) {
		k := j + 1
		if f.is(k, tLa, tL) {
			k++
		}
		if h := f.frCore(k, f.c(k-1)); h.end > 0 && h.e.Form == ByCalendar && (h.e.Holiday != "" || h.e.Day > 0 || h.e.Weekday > 0) {
			h.e.N, h.e.Unit, h.e.Toward = e.N, Days, e.Toward
			h.rule = "fr-eve-of"
			return h
		}
		e.Anchor = EventDay
		return timeHit{e, j, "", "fr-eve"}
	}
	e.Part, j, e.Mod = f.frPartAfter(j)
	if e.Part == NoPart && f.c(j) == tSame { // "le lendemain même"
		j++
	}
	return timeHit{e, j, "", "fr-eve"}
}

// frPortion reads "début janvier", "la fin de l'année dernière", "mi-2021",
// "milieu de semaine dernière", "fin de matinée".
func (f *timeFinder) frPortion(i int) timeHit {
	mod := frMod(f.c(i))
	if f.c(i) == tCourse && f.v(i) == 1 {
		return timeHit{}
	}
	j := i + 1
	if f.c(i) == tFinish && f.is(i-1, tLa, tCe) && f.c(j) == tDe && f.c(j+1) == tUnit && f.v(j+1) == int(Week) {
		// "la fin de semaine dernière" is a week-end; "en fin de semaine" is not
		e := Expr{Form: ByUnit, Unit: Weekend}
		var k int
		if e.Deixis, k = f.frDeixis(j + 2); e.Deixis == NoDeixis && f.c(i-1) == tCe {
			e.Deixis = This
		}
		if e.Deixis != NoDeixis {
			return timeHit{e, k, "DATE", "fr-unit"}
		}
	}
	if f.c(i) == tMid {
		if !f.p(j, '-') {
			return timeHit{}
		}
		j++
	}
	det, j := f.frOf(j)
	if y := f.yearNumber(j); y > 0 {
		return timeHit{Expr{Form: ByCalendar, Year: y, Mod: mod}, j + 1, "DATE", "fr-portion"}
	}
	var h timeHit
	switch f.c(j) {
	case tMonth, tSeason, tPart:
		h = f.frCore(j, det)
	case tUnit:
		if h = f.frCore(j, det); h.end == 0 && f.v(j) >= int(Week) && f.v(j) != int(Fortnight) && (det != tLes) {
			// "en milieu de semaine", "au début de l'année": of this one
			h = timeHit{Expr{Form: ByUnit, Unit: Unit(f.v(j)), Deixis: This}, j + 1, "DATE", "fr-portion"}
			if f.v(j) == int(Year) && det != tL || f.v(j) > int(Year) {
				return timeHit{}
			}
		} else if h.end == 0 && f.v(j) == int(Days) && f.w[j].end-f.w[j].start > 6 && f.c(j-1) == tDe {
			h = timeHit{Expr{Form: ByClock, Part: Daytime, Anchor: Running}, j + 1, "TIME", "fr-portion"}
		}
	}
	if h.end == 0 && f.c(j) == tPart && (f.c(j-1) == tDe && (f.c(i-1) == tEn || f.c(i-1) == tAll && f.c(i-2) == tEn) || f.is(j-1, tLa, tL)) {
		h = timeHit{Expr{Form: ByClock, Part: DayPart(f.v(j)), Anchor: Running}, j + 1, "TIME", "fr-portion"}
		if f.c(j+1) == tDe {
			if k := f.frPart(j, classes); k.end > 0 {
				h = k
			}
		}
	}
	if h.end == 0 || h.e.Form == ByRepeat {
		return timeHit{}
	}
	h.e.Mod = mod
	return h
}

// frOf reads the "de", "de la", "du", "des" at word j and returns the determiner
// in it and the word after it.
func (f *timeFinder) frOf(j int) (timeClass, int) {
	det := classes
	switch f.c(j) {
	case tDe:
		j++
		if f.is(j, tLa, tL) {
			det = f.c(j)
			j++
		} else if f.c(j) == tCe {
			det = tCe
			j++
		}
	case tDu:
		det = tLe
		j++
	case tDes:
		det = tLes
		j++
	}
	return det, j
}

// frSame reads "le même jour", "la même semaine", "ce même lundi après-midi".
func (f *timeFinder) frSame(i int, det timeClass) timeHit {
	j := i + 1
	switch f.c(j) {
	case tWeekday:
		h := f.frWeekday(j, tCe)
		h.e.Deixis = Same
		return h
	case tUnit:
		if u := Unit(f.v(j)); u >= Days && det != tLes && !(u == Days && f.is(j+1, tDe, tDu)) {
			return timeHit{Expr{Form: ByUnit, Unit: u, Deixis: Same}, j + 1, "DATE", "fr-same"}
		}
	case tPart:
		return timeHit{Expr{Form: ByClock, Part: DayPart(f.v(j)), Anchor: Running, Deixis: Same}, j + 1, "TIME", "fr-same"}
	}
	return timeHit{}
}
