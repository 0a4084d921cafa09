package lang

// A Qualifier says how a quantity is bounded by its words.
type Qualifier string

// The qualifiers, with French and English wordings.
const (
	Exact    Qualifier = "exact"     // "225", "treize", "un technicien"
	Approx   Qualifier = "approx"    // "environ 2.000", "une dizaine", "about 300": ±10 %
	AtLeast  Qualifier = "at_least"  // "au moins 26"
	MoreThan Qualifier = "more_than" // "plus d'un millier", "more than 40"
	AtMost   Qualifier = "at_most"   // "au plus 12", "jusqu'à 12"
	LessThan Qualifier = "less_than" // "moins de 100"
	Range    Qualifier = "range"     // "entre 20 et 30", "12 à 13.000"
	Vague    Qualifier = "vague"     // "des dizaines" 20–99, "plusieurs" 2–9
)

// Unbounded is the High of a quantity with no upper bound.
const Unbounded = int64(1)<<62 - 1

// A Quantity keeps the bounds its words allow, both inclusive, in whole things
// (persons, vehicles).
type Quantity struct {
	Qualifier Qualifier
	Value     int64 // the number named; meaningful where Named
	Named     bool
	Low, High int64 // High is Unbounded where there is no upper bound
}

// A Number is a numeral with its qualifying words: "environ 2.000",
// "plus d'un millier", "\"dizaines\"", "au moins 26", "entre 20 et 30".
type Number struct {
	Start, End  int   // bytes, qualifier included
	First, Last int32 // token indexes, Last included
	Sent        int32
	Quantity    Quantity
	Ordinal     bool   // "deuxième", "1er": never a quantity
	Rule        string // stable name of the rule that read it, for explanations
}
