package lang

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// A timeClass is what a word can do in a time expression. The words of each
// class stand in data/*/time.txt.
type timeClass uint8

const (
	tOther timeClass = iota
	tPunct           // val is the character
	tNum             // digits; val is the number
	tMonth
	tWeekday
	tWeekdays
	tCard
	tDozen
	tOrd
	tUnit
	tTerm
	tPart
	tNoon
	tSeason
	tYesterday
	tToday
	tTomorrow
	tEve
	tMorrow
	tLe
	tLa
	tL
	tLes
	tDu
	tDes
	tAu
	tAux
	tDe
	tCe
	tCes
	tEn
	tIn
	tTo
	tAround
	tFor
	tSince
	tAsof
	tUntil
	tBefore
	tAfter
	tBetween
	tAnd
	tIlya
	tY
	tVoila
	tPlus
	tLess
	tLate
	tEarly
	tEarlier
	tHere
	tThere
	tSame
	tLast
	tPassed
	tNext
	tFollowing
	tPrevious
	tStart
	tMid
	tMidst
	tFinish
	tCourse
	tStarting
	tEvery
	tAll
	tPer
	tSome
	tH
	tZone
	tLocal
	tHalf
	tQuarter
	tTimes
	tNoun
	tHave // auxiliary; val 0 past, 1 conditional, 2 future
	tAge
	tFestival
	tNewYear
	tDaily
	tVague
	tEra
	tComing
	tGone
	tBeing
	tN
	tAgo
	tOn
	tAt
	tOf
	tThe
	tThis
	tMeridiem
	tLater
	tThat
	tOclock
	tThan
	tThese
	tTonight
	tPoss
	tSay  // participle of saying: the day behind it is that of the words, not of the deed
	tNear // "aux [alentours] de 21 heures"
	tJust // "il y a [juste] un an"
	tRow  // "trois jours [consécutifs]"
	tCame // participle of a verb that goes with être: "est [arrivé] dimanche"
	tTurn // "au [lever] du jour"; val is the part of the day
	classes
)

// timeClassNames are the names by which data/*/time.txt calls the classes.
var timeClassNames = map[string]timeClass{
	"month": tMonth, "weekday": tWeekday, "weekdays": tWeekdays, "card": tCard, "dozen": tDozen, "ord": tOrd,
	"unit": tUnit, "term": tTerm, "part": tPart, "noon": tNoon, "season": tSeason, "yesterday": tYesterday,
	"today": tToday, "tomorrow": tTomorrow, "eve": tEve, "morrow": tMorrow, "le": tLe, "la": tLa, "l": tL,
	"les": tLes, "du": tDu, "des": tDes, "au": tAu, "aux": tAux, "de": tDe, "ce": tCe, "ces": tCes, "en": tEn, "in": tIn,
	"to": tTo, "around": tAround, "for": tFor, "since": tSince, "asof": tAsof, "until": tUntil, "before": tBefore,
	"after": tAfter, "between": tBetween, "and": tAnd, "ilya": tIlya, "y": tY, "voila": tVoila, "plus": tPlus,
	"less": tLess, "late": tLate, "early": tEarly, "earlier": tEarlier, "here": tHere, "there": tThere,
	"same": tSame, "last": tLast, "passed": tPassed, "next": tNext, "following": tFollowing,
	"previous": tPrevious, "start": tStart, "mid": tMid, "midst": tMidst, "finish": tFinish, "course": tCourse,
	"starting": tStarting, "every": tEvery, "all": tAll, "per": tPer, "some": tSome, "h": tH, "zone": tZone,
	"localtime": tLocal, "half": tHalf, "quarter": tQuarter, "times": tTimes, "noun": tNoun, "have": tHave,
	"age": tAge, "festival": tFestival, "newyear": tNewYear, "daily": tDaily, "vague": tVague, "era": tEra,
	"coming": tComing, "gone": tGone, "being": tBeing, "n": tN, "ago": tAgo, "on": tOn, "at": tAt, "of": tOf,
	"the": tThe, "this": tThis, "meridiem": tMeridiem, "later": tLater, "that": tThat, "oclock": tOclock, "than": tThan, "these": tThese, "tonight": tTonight, "poss": tPoss,
	"say": tSay, "near": tNear, "just": tJust, "row": tRow, "turn": tTurn, "came": tCame,
}

// The bits of a noun's value.
const (
	nounLasting = 1 << iota // lasts the time that follows: "une période de dix ans"
	nounServed              // lasts the time before it: "cinq ans de prison"
	nounPerson              // is as old as the time that follows: "une fillette de six ans"
	nounPlace               // is named after a date: "place du 8-Mai"
	nounLaw                 // is cited by its date: "la loi du 24 juillet 2015"
	nounCounted             // a number before it is no year: "2000 personnes"
)

// A timeWord is one word, number or mark of a sentence.
type timeWord struct {
	start, end int32
	val        int32
	class      timeClass
	tight      bool // follows the word before it without space
	ordinal    bool // "1er", "19e", "3rd"
	upper      bool // begins with a capital
}

// A timeLexicon is the words of one language.
type timeLexicon struct {
	words    map[string]timeEntry
	compound map[string]bool // first parts of hyphenated words
	elides   bool            // "l'année": the apostrophe belongs to the word before it
}

type timeEntry struct {
	class timeClass
	val   int32
}

//go:embed data/fr/time.txt
var frTimeWords string

//go:embed data/en/time.txt
var enTimeWords string

var (
	frTimes = sync.OnceValue(func() *timeLexicon { return readTimeLexicon(frTimeWords, true) })
	enTimes = sync.OnceValue(func() *timeLexicon { return readTimeLexicon(enTimeWords, false) })
)

// readTimeLexicon reads "class word,word value" a line. A faulty line is left
// out; TestTimeLexicon fails for it.
func readTimeLexicon(data string, elides bool) *timeLexicon {
	lex := &timeLexicon{words: map[string]timeEntry{}, compound: map[string]bool{}, elides: elides}
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) != 3 || fields[0] == "#" {
			continue
		}
		class, ok := timeClassNames[fields[0]]
		val, err := strconv.Atoi(fields[2])
		if !ok || err != nil {
			continue
		}
		for _, w := range strings.Split(fields[1], ",") {
			e := timeEntry{class, int32(val)}
			if old, ok := lex.words[w]; ok {
				if old.class != tNoun || class != tNoun {
					continue // the first meaning of a word counts
				}
				e.val |= old.val
			}
			lex.words[w] = e
			if first, _, ok := strings.Cut(w, "-"); ok {
				lex.compound[first] = true
			}
		}
	}
	return lex
}

// scan cuts f.text[from:to] into words. It keeps offsets into f.text and
// allocates nothing once f.w has grown.
func (f *timeFinder) scan(from, to int) {
	s := f.text
	f.w = f.w[:0]
	last := -1
	for i := from; i < to; {
		c := s[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			i++
			continue
		case '0' <= c && c <= '9':
			j := f.number(i, to, last == i)
			i, last = j, j
			continue
		case isTimeLetter(c):
			j := f.word(i, to, last == i)
			i, last = j, j
			continue
		}
		n := 1
		v := rune(c)
		if c >= utf8.RuneSelf {
			v, n = utf8.DecodeRuneInString(s[i:to])
			if v == '\u00a0' || v == '\u202f' || v == '\u2009' {
				i += n
				continue
			}
		}
		f.w = append(f.w, timeWord{start: int32(i), end: int32(i + n), val: int32(v), class: tPunct, tight: last == i})
		i += n
		last = i
	}
}

// isTimeLetter reports whether c begins a letter. Lead bytes 0xC2 and 0xE2 are
// signs in every language read here: « » no-break space, ’ “ – €.
func isTimeLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0xC3 && c != 0xE2 && c != 0xEF
}

func (f *timeFinder) number(i, to int, tight bool) int {
	s, j, v := f.text, i, 0
	for j < to && '0' <= s[j] && s[j] <= '9' {
		if v < 1e8 {
			v = v*10 + int(s[j]-'0')
		}
		j++
	}
	w := timeWord{start: int32(i), val: int32(v), class: tNum, tight: tight}
	k := j
	for k < to && isTimeLetter(s[k]) {
		k++
		for k < to && s[k] >= 0x80 && s[k] < 0xC0 {
			k++
		}
	}
	switch s[j:k] {
	case "er", "re", "ère", "e", "è", "ème", "eme", "nd", "nde", "st", "th", "rd", "ᵉ":
		w.ordinal = true
		j = k
	}
	w.end = int32(j)
	f.w = append(f.w, w)
	return j
}

func (f *timeFinder) word(i, to int, tight bool) int {
	s := f.text
	j, n := f.fold(i, to, 0)
	w := timeWord{start: int32(i), class: tOther, tight: tight, upper: 'A' <= s[i] && s[i] <= 'Z' || s[i] == 0xC3 && i+1 < to && s[i+1] < 0xA0}
	a := apostrophe(s[j:to])
	switch {
	case a > 0 && f.lex.elides && n <= 7:
		if n < len(f.buf) {
			f.buf[n] = '\''
			n++
		}
		j += a
		if string(f.buf[:n]) == "aujourd'" {
			j, n = f.fold(j, to, n)
		}
	case a > 0 && f.folded(n) == "o":
		j, n = f.fold(j+a, to, n)
	case j+1 < to && s[j] == '-' && isTimeLetter(s[j+1]) && n <= len(f.buf) && f.lex.compound[string(f.buf[:n])]:
		j, n = f.compound(j, to, n)
	}
	w.end = int32(j)
	if f.lex.elides && s[i:j] == "A" { // "A Noël", with the accent left out
		w.class = tTo
	} else if n <= len(f.buf) {
		if e, ok := f.lex.words[string(f.buf[:n])]; ok {
			w.class, w.val = e.class, e.val
		}
	}
	f.w = append(f.w, w)
	return j
}

// folded is the word in f.buf; "" where it is too long to be of interest.
func (f *timeFinder) folded(n int) string {
	if n > len(f.buf) {
		return ""
	}
	return string(f.buf[:n])
}

// compound takes up the hyphenated rest of a word where the whole is in the
// lexicon ("après-midi"), the longest first, and else leaves the hyphen.
func (f *timeFinder) compound(j, to, n int) (int, int) {
	bestJ, bestN := j, n
	k, m := j, n
	for k+1 < to && f.text[k] == '-' && isTimeLetter(f.text[k+1]) && m < len(f.buf) {
		f.buf[m] = '-'
		k, m = f.fold(k+1, to, m+1)
		if m > len(f.buf) {
			break
		}
		if _, ok := f.lex.words[string(f.buf[:m])]; ok {
			bestJ, bestN = k, m
		}
	}
	return bestJ, bestN
}

// fold appends the letters from i to f.buf[n:] in lower case and returns where
// they end and how many bytes f.buf then holds; more than it can hold when the
// word is too long to be in the lexicon.
func (f *timeFinder) fold(i, to, n int) (int, int) {
	s := f.text
	for i < to {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z':
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xC3 && i+1 < to:
			d := s[i+1]
			if 0x80 <= d && d <= 0x9E {
				d += 0x20
			}
			if n+1 < len(f.buf) {
				f.buf[n], f.buf[n+1] = c, d
			}
			n += 2
			i += 2
			continue
		case c >= 0x80 && c < 0xC0 || isTimeLetter(c):
		default:
			return i, n
		}
		if n < len(f.buf) {
			f.buf[n] = c
		}
		n++
		i++
	}
	return i, n
}

// apostrophe returns the length of an apostrophe at the head of s, 0 if none.
func apostrophe(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == '\'':
		return 1
	case strings.HasPrefix(s, "’"):
		return len("’")
	}
	return 0
}
