package lang

// A Time is a time expression as detected, not yet placed on the calendar.
type Time struct {
	Start, End int // bytes
	Sent       int32
	Type       string // TIMEX3 type as far as the words tell: DATE, TIME, DURATION, SET
	Expr       Expr
}

// An Expr is what the words of a time expression say, unresolved.
type Expr struct{}
