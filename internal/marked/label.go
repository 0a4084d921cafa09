package marked

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Quantity is what a label says of a number. Its qualifier is one of exact,
// approx, at_least, more_than, at_most, less_than, range, vague.
type Quantity struct {
	Qualifier string
	Value     int64 // the number named; 0 for range and vague
	Low, High int64 // set for range and vague only: bounds of the others follow from Value
}

// String writes q in the notation of labels: "12", "~2000", ">=12", ">1000",
// "<=12", "<100", "20..30", "v20..99". A test compares these strings.
func (q Quantity) String() string {
	switch q.Qualifier {
	case "range":
		return fmt.Sprintf("%d..%d", q.Low, q.High)
	case "vague":
		return fmt.Sprintf("v%d..%d", q.Low, q.High)
	}
	for _, s := range signs {
		if s.qualifier == q.Qualifier {
			return s.sign + strconv.FormatInt(q.Value, 10)
		}
	}
	return strconv.FormatInt(q.Value, 10)
}

// signs stand before the value; the longer of two that begin alike comes first.
var signs = []struct{ sign, qualifier string }{
	{"~", "approx"}, {">=", "at_least"}, {">", "more_than"}, {"<=", "at_most"}, {"<", "less_than"},
}

// A NumberLabel is the label of a numeral: a quantity, or "ordinal".
type NumberLabel struct {
	Quantity
	Ordinal bool
}

// ParseNumber reads the label of a numeral: "~2000", "20..30", "ordinal".
func ParseNumber(label string) (NumberLabel, error) {
	if label == "ordinal" {
		return NumberLabel{Ordinal: true}, nil
	}
	q, err := parseQuantity(label)
	return NumberLabel{Quantity: q}, err
}

func parseQuantity(s string) (Quantity, error) {
	if low, high, ok := strings.Cut(s, ".."); ok {
		q := Quantity{Qualifier: "range"}
		if rest, ok := strings.CutPrefix(low, "v"); ok {
			q.Qualifier, low = "vague", rest
		}
		var err, err2 error
		q.Low, err = parseCount(low)
		q.High, err2 = parseCount(high)
		if err != nil || err2 != nil || q.Low >= q.High {
			return Quantity{}, fmt.Errorf("bad bounds %q", s)
		}
		return q, nil
	}
	q, digits := Quantity{Qualifier: "exact"}, s
	for _, c := range signs {
		if rest, ok := strings.CutPrefix(s, c.sign); ok {
			q.Qualifier, digits = c.qualifier, rest
			break
		}
	}
	v, err := parseCount(digits)
	if err != nil {
		return Quantity{}, fmt.Errorf("bad quantity %q", s)
	}
	q.Value = v
	return q, nil
}

// parseCount takes digits alone: no sign, no space, as labels are meant for one spelling.
func parseCount(s string) (int64, error) {
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, fmt.Errorf("bad number %q", s)
		}
	}
	return strconv.ParseInt(s, 10, 64)
}

// A FigureLabel is the label of a figure: "killed security_forces 13 by=la_télévision".
// Where a list has several values, any of them is right, the first the best.
type FigureLabel struct {
	Measures  []string
	Groups    []string
	Quantity  Quantity
	Stance    string   // asserted, hedged, denied, unknown
	By        []string // words that name the speaker; empty or "-": the report itself
	Via       []string // relays, nearest to the speaker first, all of them
	Part      int      // the figure of the line it is counted in, from 1; 0 if none
	Severity  string
	Scope     string
	Called    string // label=: those counted, as the report calls them
	Place     string
	Aside     bool // of another, earlier crisis
	Elsewhere bool // of other places than those told of
	Previous  bool // called a previous toll
}

// Own reports whether the report may speak for itself here.
func (f FigureLabel) Own() bool { return len(f.By) == 0 || slices.Contains(f.By, "-") }

// ParseFigure reads the label of a figure: measure, group, quantity, options.
// "a/b" gives alternatives of measure, group and by=; "a+b" the relays of via=;
// "_" in a value stands for a space.
func ParseFigure(label string) (FigureLabel, error) {
	words := strings.Fields(label)
	if len(words) < 3 {
		return FigureLabel{}, fmt.Errorf("figure label %q lacks measure, group or quantity", label)
	}
	f := FigureLabel{
		Measures: strings.Split(words[0], "/"),
		Groups:   strings.Split(words[1], "/"),
		Stance:   "asserted",
	}
	if err := among("measure", f.Measures, measures); err != nil {
		return FigureLabel{}, err
	}
	if err := among("group", f.Groups, groups); err != nil {
		return FigureLabel{}, err
	}
	var err error
	if f.Quantity, err = parseQuantity(words[2]); err != nil {
		return FigureLabel{}, err
	}
	for _, w := range words[3:] {
		if err := f.option(w); err != nil {
			return FigureLabel{}, err
		}
	}
	return f, nil
}

func (f *FigureLabel) option(w string) error {
	switch w {
	case "hedged", "denied", "unknown":
		f.Stance = w
		return nil
	case "aside":
		f.Aside = true
		return nil
	case "elsewhere":
		f.Elsewhere = true
		return nil
	case "prev":
		f.Previous = true
		return nil
	}
	key, value, ok := strings.Cut(w, "=")
	if !ok || value == "" {
		return fmt.Errorf("unknown option %q", w)
	}
	said := strings.ReplaceAll(value, "_", " ")
	switch key {
	case "by":
		f.By = strings.Split(said, "/")
	case "via":
		f.Via = strings.Split(said, "+")
	case "part":
		n, err := parseCount(value)
		if err != nil || n < 1 {
			return fmt.Errorf("bad part %q", w)
		}
		f.Part = int(n)
	case "sev":
		f.Severity = value
		return among("severity", []string{value}, severities)
	case "scope":
		f.Scope = value
		return among("scope", []string{value}, scopes)
	case "label":
		f.Called = said
	case "place":
		f.Place = said
	default:
		return fmt.Errorf("unknown option %q", w)
	}
	return nil
}

// A GapLabel is the label of a gap: "gap killed civilians". "-" among the
// alternatives says that naming none is right too.
type GapLabel struct {
	Measures []string
	Groups   []string
}

// ParseGap reads the label of a gap.
func ParseGap(label string) (GapLabel, error) {
	words := strings.Fields(label)
	if len(words) != 3 || words[0] != "gap" {
		return GapLabel{}, fmt.Errorf("bad gap label %q", label)
	}
	g := GapLabel{strings.Split(words[1], "/"), strings.Split(words[2], "/")}
	if err := among("measure", g.Measures, append([]string{"-"}, measures...)); err != nil {
		return GapLabel{}, err
	}
	return g, among("group", g.Groups, append([]string{"-"}, groups...))
}

// IsRemark reports whether label is that of a remark on a figure: "withdrawn".
func IsRemark(label string) bool { return slices.Contains(remarks, label) }

// The words that labels may use: those of package claim, which comes after this one.
var (
	measures = strings.Fields(`killed injured missing arrested displaced evacuated hospitalised
		rescued kidnapped released participants deployed destroyed victims`)
	groups = strings.Fields(`people civilians protesters security_forces soldiers assailants detainees
		officials children women migrants passengers crew workers health_workers aid_workers
		rescuers media foreigners equipment other`)
	severities = strings.Fields(`critical serious slight`)
	scopes     = strings.Fields(`cumulative period incident`)
	remarks    = strings.Fields(`withdrawn denied unconfirmed confirmed revised previous`)
)

func among(what string, have, allowed []string) error {
	for _, h := range have {
		if !slices.Contains(allowed, h) {
			return fmt.Errorf("unknown %s %q", what, h)
		}
	}
	return nil
}
