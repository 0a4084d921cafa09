package text

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"recoupe/edtf"
)

// months holds the names of the months and what papers shorten them to, in the
// languages reports are read in, in lower case and without the full stop.
var months = map[string]time.Month{
	"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
	"janv": 1, "févr": 2, "fév": 2, "fev": 2, "fevrier": 2, "avr": 4, "juil": 7, "aout": 8, "sept": 9, "déc": 12, "decembre": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8, "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
	"январь": 1, "февраль": 2, "март": 3, "апрель": 4, "май": 5, "июнь": 6, "июль": 7, "август": 8, "сентябрь": 9, "октябрь": 10, "ноябрь": 11, "декабрь": 12,
}

// weekdays may stand before a date and add nothing to it.
var weekdays = set("lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun lun mar mer jeu ven sam dim понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// A dateReader reads dates off the front of a string.
type dateReader struct {
	s string
	i int
}

// readDate reads the date that s begins with: "2022-01", "2022-01-06T10:20:00+01:00",
// "06/01/2022 à 10h20", "jeudi 6 janvier 2022", "January 6, 2022 10:20 am",
// "6 января 2022". It returns how far it reads, and 0 where s begins with none.
// Day and month in figures alone stand in that order, as nearly everywhere.
func readDate(s string) (when edtf.Time, zone string, n int) {
	r := &dateReader{s: s}
	if t, ok := r.isoDate(); ok {
		if t.Precision == edtf.Day {
			t, zone = r.clock(t)
		}
		return t, zone, r.i
	}
	r.i = 0
	r.weekday()
	t, ok := r.numericDate()
	if !ok {
		t, ok = r.wordDate()
	}
	if !ok { // "Mar" is Tuesday in French and March in English
		r.i = 0
		t, ok = r.wordDate()
	}
	if !ok {
		return edtf.Time{}, "", 0
	}
	if t.Precision == edtf.Day {
		t, zone = r.clock(t)
	}
	return t, zone, r.i
}

// isoDate reads 2022, 2022-01, 2022-01-06, 2022/01/06. A year alone is read
// only before something that is no letter or digit.
func (r *dateReader) isoDate() (edtf.Time, bool) {
	start := r.i
	y, w := r.digits()
	if w == 8 { // 20220106
		t, ok := day(y/10000, y/100%100, y%100)
		return t, ok
	}
	if w != 4 || y < 1800 || y > 2200 {
		r.i = start
		return edtf.Time{}, false
	}
	end := r.i
	if !r.anyOf("-/.") {
		if c, _ := utf8.DecodeRuneInString(r.s[r.i:]); unicode.IsLetter(c) || c == ':' {
			return edtf.Time{}, false
		}
		return edtf.OfYear(y), true
	}
	sep := r.s[r.i-1]
	m, w := r.digits()
	if w == 0 || w > 2 || m < 1 || m > 12 {
		r.i = end
		return edtf.OfYear(y), true
	}
	end = r.i
	if r.i < len(r.s) && r.s[r.i] == sep {
		r.i++
		d, w := r.digits()
		if t, ok := day(y, m, d); ok && w > 0 && w <= 2 {
			return t, true
		}
		r.i = end
	}
	return edtf.OfMonth(y, time.Month(m)), true
}

// numericDate reads 06/01/2022, 6.1.2022, 06-01-22.
func (r *dateReader) numericDate() (edtf.Time, bool) {
	start := r.i
	d, w := r.digits()
	if w == 1 || w == 2 {
		if r.anyOf("/.-") {
			sep := r.s[r.i-1]
			m, w := r.digits()
			if (w == 1 || w == 2) && r.i < len(r.s) && r.s[r.i] == sep {
				r.i++
				y, w := r.digits()
				if w == 2 {
					y += 2000
				}
				if m > 12 && d <= 12 {
					d, m = m, d // 01/26/2022 can only be month first
				}
				if t, ok := day(y, m, d); ok && (w == 2 || w == 4) {
					return t, true
				}
			}
		}
	}
	r.i = start
	return edtf.Time{}, false
}

// wordDate reads "6 janvier 2022", "1er janvier 2022", "January 6, 2022", "janvier 2022".
func (r *dateReader) wordDate() (edtf.Time, bool) {
	start := r.i
	d, w := r.digits()
	if w > 2 {
		r.i = start
		return edtf.Time{}, false
	}
	if w > 0 {
		for _, ord := range []string{"er", "st", "nd", "rd", "th"} {
			if strings.HasPrefix(r.s[r.i:], ord) {
				r.i += len(ord)
				break
			}
		}
		r.blank()
	}
	m, ok := months[strings.ToLower(r.word())]
	if !ok {
		r.i = start
		return edtf.Time{}, false
	}
	r.anyOf(".")
	r.blank()
	first, width := r.digits()
	if w == 0 && (width == 1 || width == 2) { // January 6, 2022
		d, w = first, width
		r.anyOf(",")
		r.blank()
		first, width = r.digits()
	}
	if width != 4 {
		r.i = start
		return edtf.Time{}, false
	}
	if w == 0 {
		return edtf.OfMonth(first, m), true
	}
	t, ok := day(first, int(m), d)
	if !ok {
		r.i = start
	}
	return t, ok
}

// clock reads the time of day after a date, and its zone: "T10:20:00+01:00",
// " à 10h20", " - 10:20", ", 10:20 am". Without one it returns the day.
func (r *dateReader) clock(on edtf.Time) (edtf.Time, string) {
	end := r.i
	r.blank()
	if !r.anyOf("T,-–|•·t") || r.s[r.i-1] == '\xa0' {
		r.i = max(r.i, end)
	}
	r.blank()
	for _, w := range []string{"à ", "a ", "at ", "в ", "à\u00a0"} {
		if strings.HasPrefix(r.s[r.i:], w) {
			r.i += len(w)
			break
		}
	}
	r.blank()
	h, w := r.digits()
	if w == 0 || w > 2 || h > 23 || !r.anyOf(":hH") {
		r.i = end
		return on, ""
	}
	letter := r.s[r.i-1] != ':'
	m, w := r.digits()
	if w != 2 && !(letter && w == 0) || m > 59 {
		r.i = end
		return on, ""
	}
	if r.i < len(r.s) && r.s[r.i] == ':' {
		r.i++
		r.digits()
		if r.i < len(r.s) && r.s[r.i] == '.' {
			r.i++
			r.digits()
		}
	}
	h = r.noon(h)
	zone := r.zone()
	from := on.From.Add(time.Duration(h)*time.Hour + time.Duration(m)*time.Minute)
	return edtf.Time{From: from, To: from.Add(time.Minute), Precision: edtf.Minute}, zone
}

// noon applies an "am" or "pm" that follows.
func (r *dateReader) noon(h int) int {
	end := r.i
	r.blank()
	switch w := strings.ToLower(r.word()); {
	case w == "am" && h == 12:
		return 0
	case w == "pm" && h < 12:
		return h + 12
	case w == "am" || w == "pm":
		return h
	}
	r.i = end
	return h
}

// zone reads "Z", "+01:00", "-0500", "GMT", "UTC" and returns it as "Z" or "+01:00".
func (r *dateReader) zone() string {
	end := r.i
	r.blank()
	switch {
	case r.i < len(r.s) && (r.s[r.i] == '+' || r.s[r.i] == '-'):
		sign := r.s[r.i]
		r.i++
		v, w := r.digits()
		if w <= 2 && w > 0 {
			v *= 100
			if r.anyOf(":") {
				m, _ := r.digits()
				v += m
			}
			w = 4
		}
		if w == 4 && v/100 <= 14 && v%100 < 60 {
			return string(sign) + two(v/100) + ":" + two(v%100)
		}
	default:
		switch r.word() {
		case "Z", "GMT", "UTC", "TU":
			return "Z"
		case "CET":
			return "+01:00"
		case "CEST":
			return "+02:00"
		}
	}
	r.i = end
	return ""
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

func (r *dateReader) weekday() {
	end := r.i
	if w := strings.ToLower(r.word()); weekdays[w] {
		r.anyOf(".")
		r.anyOf(",")
		r.blank()
		return
	}
	r.i = end
}

// digits reads up to eight ASCII digits.
func (r *dateReader) digits() (n, width int) {
	for r.i < len(r.s) && r.s[r.i] >= '0' && r.s[r.i] <= '9' && width < 9 {
		n = n*10 + int(r.s[r.i]-'0')
		r.i++
		width++
	}
	return n, width
}

func (r *dateReader) word() string {
	start := r.i
	for r.i < len(r.s) {
		c, n := utf8.DecodeRuneInString(r.s[r.i:])
		if !unicode.IsLetter(c) {
			break
		}
		r.i += n
	}
	return r.s[start:r.i]
}

func (r *dateReader) anyOf(chars string) bool {
	if r.i >= len(r.s) {
		return false
	}
	c, n := utf8.DecodeRuneInString(r.s[r.i:])
	if strings.ContainsRune(chars, c) {
		r.i += n
		return true
	}
	return false
}

// blank skips spaces within a line.
func (r *dateReader) blank() {
	for r.i < len(r.s) {
		c, n := utf8.DecodeRuneInString(r.s[r.i:])
		if c == '\n' || c == '\r' || !unicode.IsSpace(c) {
			return
		}
		r.i += n
	}
}

// day returns the day y-m-d where the calendar has it.
func day(y, m, d int) (edtf.Time, bool) {
	if y < 1800 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31 {
		return edtf.Time{}, false
	}
	t := edtf.Date(y, time.Month(m), d)
	return t, t.From.Day() == d
}
