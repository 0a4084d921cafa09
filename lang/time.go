package lang

// A Time is a time expression as detected, not yet placed on the calendar.
//
// The span holds the words of the time with their article and without the
// preposition: "depuis [mercredi dernier]", "au soir du [5 janvier]",
// "dans [la nuit de mercredi à jeudi]". A range has a Time of its own with the
// words from end to end ("du 5 au 7 janvier"), followed by one for each end.
type Time struct {
	Start, End int // bytes
	Sent       int32
	Type       string // TIMEX3 type as far as the words tell: DATE, TIME, DURATION, SET
	Expr       Expr
	Member     bool   // an end of the range or list that stands before it in Times
	Rule       string // stable name of the rule that read it
}

// An Expr is what the words of a time expression say, unresolved. A field that
// is zero was not said. Which fields speak depends on Form.
type Expr struct {
	Form    Form
	Year    int // of our era; 0 not said
	Month   int // 1–12
	Day     int // of the month
	Weekday int // 1 Monday – 7 Sunday
	Season  int // 1 spring – 4 winter
	Holiday string
	Decade  bool // Year is the first of ten ("les années 1990"); with Century, of a hundred
	Century bool
	TwoEnds bool // a year given by its last two digits

	Clock     bool // Hour and Minute are said
	Hour, Min int
	Zone      string // "GMT", "local", "Paris"; "" not said
	Part      DayPart

	N      float64 // how many units; 0 with Unit set: not said how many ("quelques jours")
	Unit   Unit
	Toward int // -1 before the anchor, +1 after it
	Anchor Anchor

	Deixis Deixis
	Mod    Mod
	Bound  Bound
	Tense  Tense
	Said   bool   // the day on which something was said: "a indiqué vendredi la police"
	Nth    int    // of a month: its first, second … Weekday or Weekend; -1 the last
	Exact  bool   // "il y a un an, jour pour jour"
	Aside  bool   // told in the pluperfect, before what the report goes on with
	Ref    string // PAST_REF, PRESENT_REF, FUTURE_REF of a vague time

	Of [2]int32 // of a range: first and last member, relative to its own index in Times
}

// Morrow reports whether e is the day after something that is named: "au
// lendemain de l'attaque", "a day after the attack".
func (e *Expr) Morrow() bool {
	return e.Form == ByOffset && e.Anchor == EventDay && e.Unit == Days && e.N == 1 && e.Toward == 1
}

// A Form says how an expression is put together.
type Form uint8

// The forms.
const (
	NoForm     Form = iota
	ByCalendar      // named parts of the calendar: "jeudi 6 janvier", "mars 2021", "1989", "Noël", "l'été dernier"
	ByOffset        // so many units from an anchor: "hier", "la veille", "il y a trois ans", "une semaine après"
	ByUnit          // a unit of the calendar picked out: "la semaine dernière", "cette année", "ce week-end"
	ByClock         // a clock time or part of day whose day stands elsewhere: "vers 21 h 45", "dans la soirée"
	ByNight         // "dans la nuit de mercredi à jeudi"; the fields give its morning
	ByLength        // "pendant dix jours"
	ByRepeat        // "chaque jour", "le mercredi"
	ByVague         // "désormais", "récemment"
	ByRange         // from one member to the other
)

// A DayPart is a part of the day.
type DayPart uint8

// The parts of the day.
const (
	NoPart DayPart = iota
	Dawn
	Morning
	Midday
	Afternoon
	Evening
	NightTime
	Daytime
)

// A Unit is a unit of the calendar or clock.
type Unit uint8

// The units, small to large.
const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Days
	Weekend
	Week
	Fortnight
	Month
	Quarter
	Semester
	Year
	Decade
	Century
	Millennium
)

// An Anchor is what an offset is counted from.
type Anchor uint8

// The anchors. Running is the day spoken of last; EventDay is that of the event
// named after the expression: "une semaine après la répression".
const (
	Publication Anchor = iota
	Running
	EventDay
)

// A Deixis points from the anchor: "ce", "dernier", "prochain".
type Deixis uint8

// The ways of pointing. Previous and Following count from the running day.
const (
	NoDeixis Deixis = iota
	This
	Last
	Next
	Previous
	Following
	Same  // "le même jour", "ce jour-là"
	Every // "tous les jeudis"
)

// A Mod narrows or blurs: "début", "mi-", "environ".
type Mod uint8

// The modifiers, named as in TIMEX3.
const (
	NoMod Mod = iota
	StartOf
	MidOf
	EndOf
	About
	FirstHalf  // "la première quinzaine de juin"
	SecondHalf // of a month alone
)

// A Bound says that the time is only where something begins or ends.
type Bound uint8

// The bounds: "depuis mercredi", "à partir du 13", "jusqu'au 2 juin",
// "avant le 9 janvier", "après le 9 janvier".
const (
	NoBound Bound = iota
	Since
	From
	Until
	Before
	After
)

// A Tense is what the verb and cue words near the expression say.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	InPast
	InPresent
	InFuture
)
