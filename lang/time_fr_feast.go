package lang

// festivals names the feasts by the values of data/*/time.txt; when places
// them on the calendar.
var festivals = [...]string{"", "christmas", "easter", "ascension", "pentecost", "all-saints", "assumption", "epiphany",
	"new-year", "new-year-eve", "valentine", "ramadan", "armistice", "halloween", "candlemas", "eid-al-fitr",
	"eid-al-adha", "nowruz", "thanksgiving", "christmas-eve", "palm-sunday", "ashura", "mawlid"}

// frFestival reads "à Noël", "le lundi de Pâques", "le Nouvel An", "Pâques
// 2021". A feast that is also a name or a common word needs its article or
// preposition.
func (f *timeFinder) frFestival(i int, det timeClass) timeHit {
	e := Expr{Form: ByCalendar}
	j := i + 1
	if f.c(i) == tNewYear {
		if f.c(j) != tUnit || f.v(j) != int(Year) {
			return timeHit{}
		}
		e.Holiday = "new-year"
		j++
	} else {
		e.Holiday = festivals[f.v(i)]
		if name, k := f.frEid(i); k > 0 {
			e.Holiday, j = name, k
		}
	}
	if f.str(j) == "orthodoxe" || f.str(j) == "orthodoxes" {
		switch e.Holiday {
		case "christmas", "easter", "pentecost", "palm-sunday":
			e.Holiday = "orthodox-" + e.Holiday
			j++
		}
	}
	if !f.upper(i) && f.c(i) != tNewYear && f.v(i) != 11 && f.v(i) < 13 {
		return timeHit{}
	}
	y := f.yearNumber(j)
	if y > 0 {
		e.Year = y
		j++
	}
	e.Deixis, j = f.frDeixis(j)
	if y == 0 && e.Deixis == NoDeixis {
		switch e.Holiday {
		case "christmas":
			// "marché de Noël" and "Noël Dupont" are no days
			if f.upper(i+1) || !(det == tLe || f.is(i-1, tTo, tSince, tBefore, tAfter, tUntil, tFor, tAsof) || f.c(i-1) == tDe && (f.is(i-2, tUnit, tEve, tMorrow, tPart, tFinish))) {
				return timeHit{}
			}
		case "ramadan":
			if f.namesPerson(i) {
				return timeHit{}
			}
		case "new-year", "eid-al-fitr", "eid-al-adha", "nowruz", "ashura", "mawlid", "orthodox-christmas", "orthodox-easter", "orthodox-pentecost":
		case "easter", "pentecost":
			if !f.is(i-1, tTo, tDe, tSince, tBefore, tAfter, tUntil, tFor, tLa) || f.c(i-1) == tDe && !f.is(i-2, tWeekday, tUnit, tEve, tMorrow) {
				return timeHit{}
			}
		default:
			if det != tL && det != tLa || f.c(i-2) != tTo && f.c(i-2) != tDe && f.c(i-2) != tSince && f.c(i-2) != tFor {
				return timeHit{}
			}
		}
	}
	return timeHit{e, j, "DATE", "fr-holiday"}
}

// namesPerson reports whether the feast at i is part of somebody's name: "Tamer
// Ramadan", "Ramadan Abdallah".
func (f *timeFinder) namesPerson(i int) bool {
	return f.upper(i) && (f.upper(i+1) || i > 1 && f.upper(i-1) && f.c(i-1) == tOther)
}

// frHolyDay reads "lundi de Pâques", "jeudi de l'Ascension", "vendredi saint".
func (f *timeFinder) frHolyDay(i int) timeHit {
	e := Expr{Form: ByCalendar}
	j := i + 1
	switch {
	case (f.str(j) == "saint" || f.str(j) == "Saint") && f.v(i) < 7:
		e.Holiday = "easter" // "jeudi saint"; its N counts back to the day
		e.N, e.Unit, e.Toward = float64(7-f.v(i)), Days, -1
		j++
	case f.v(i) == 2 && (f.str(j) == "gras" || f.str(j) == "Gras"):
		e.Holiday = "easter"
		e.N, e.Unit, e.Toward = 47, Days, -1
		j++
	case f.v(i) == 3 && f.c(j) == tDes && (f.str(j+1) == "Cendres" || f.str(j+1) == "cendres"):
		e.Holiday = "ash-wednesday"
		j += 2
	case f.v(i) == 7 && f.c(j) == tDes && f.c(j+1) == tFestival:
		e.Holiday = festivals[f.v(j+1)]
		j += 2
	case f.c(j) == tDe:
		j++
		if f.is(j, tLa, tL) {
			j++
		}
		if f.c(j) != tFestival || f.v(j) < 2 || f.v(j) > 4 {
			return timeHit{}
		}
		e.Holiday = festivals[f.v(j)]
		j++
		if f.v(i) == 1 {
			e.N, e.Unit, e.Toward = 1, Days, 1
		}
	default:
		return timeHit{}
	}
	if y := f.yearNumber(j); y > 0 {
		e.Year = y
		j++
	}
	e.Deixis, j = f.frDeixis(j)
	return timeHit{e, j, "DATE", "fr-holiday"}
}

// frEid reads the two feasts called "Aïd" by the words behind: "Aïd el-Kébir",
// "Aïd al Fitr".
func (f *timeFinder) frEid(i int) (name string, end int) {
	if festivals[f.v(i)] != "eid-al-fitr" {
		return "", 0
	}
	j := i + 1
	if f.p(j, '-') {
		j++
	}
	switch f.str(j) {
	case "al", "el", "Al", "El", "ul":
	default:
		return "", 0
	}
	if j++; f.p(j, '-') {
		j++
	}
	switch f.str(j) {
	case "Adha", "adha", "Kebir", "Kébir", "kebir", "kébir", "Kabir":
		return "eid-al-adha", j + 1
	case "Fitr", "fitr", "Fitir":
		return "eid-al-fitr", j + 1
	}
	return "", 0
}
