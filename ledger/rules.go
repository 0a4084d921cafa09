package ledger

// How it is done, in the order of Balance: figures go into accounts (measure,
// severity, group, place, scope; a part has one of its own), and within an
// account into statements: one number on the word of one original speaker, with
// all who repeat it. Rules settle statements, the first that fits wins: withdrawn,
// superseded, contradicted; what none settles stands, and its later mentions
// repeat it.
//
// Where the words leave room, the account takes the reading that makes no false
// conflict. A place that only the surroundings name is not said; a toll with no
// scope said is not one of the last 24 hours; a town's dead are among the
// country's; the missing, who are found, may become fewer; participants are
// counted on their day; "un homme a été tué" is no toll; a lesser number beside a
// greater one by the same speaker in one report is no rival of anybody's.

// The rules, by their stable names. They stand in Reason.Rule, Conflict.Rule and
// text.Warning.Rule; pages in other languages go by them and by Args.
const (
	// Withdrawn.
	RuleTakenBack = "taken-back"           // its own speaker took it back, denied it or deleted it
	RuleToldOn    = "withdrawn-value-told" // a withdrawn number, told on without a speaker who vouches for it

	// Superseded.
	RuleLaterSame    = "later-same-speaker"
	RuleNewVersion   = "newer-version"     // the page that gave it gives another, on the same speaker's word
	RuleRevised      = "explicit-revision" // "porté à 18", "passé de 13 à 18"
	RulePrevious     = "previous-toll"     // "un précédent bilan faisait état de 12 morts"
	RuleHigherLater  = "later-higher-by-another"
	RuleCountedAgain = "later-count-by-another" // of the missing or the displaced, who may become fewer

	// Contradicted, and conflicts of kind figure.
	RuleDisjoint     = "disjoint-same-time"
	RuleOrderUnknown = "disjoint-order-unknown" // a date too coarse to tell which came first
	RuleLaterLower   = "disjoint-later-lower"
	RuleNoneFits     = "disjoint-none-fits-all" // of several figures, said in more than one order
	RulePartExceeds  = "part-exceeds-whole"
	RuleSlipDigit    = "slip-one-digit"
	RuleSlipSwap     = "slip-swapped-digits"

	// Repeats.
	RuleSaidAgain  = "same-speaker-same-quantity"
	RuleOwnHeading = "report-repeats-its-source" // the headline says what the body has from the police
	RuleSameOrigin = "same-origin"               // two outlets, one wire

	// Marks of what became of a page at its source.
	RuleLeftPage = "left-the-page" // the newest version of the page no longer gives it
	RulePageGone = "page-gone"     // the server says that there is no such page

	// Conflicts of the other kinds.
	RuleCategoryEqual   = "category-equal"
	RuleCategorySum     = "category-sum"
	RuleCategoryRounded = "category-rounded-sum"
	RuleNarrativeGroup  = "narrative-group"
	RuleNarrativeLabel  = "narrative-label"
	RuleDeniedFigure    = "denied-figure"
	RuleDeniedClaim     = "denied-claim"

	// Warnings alone.
	RuleFalls        = "toll-falls"
	RuleFallsSlip    = "toll-falls-by-a-slip"
	RuleJump         = "toll-jumps"
	RuleNotConfirmed = "unconfirmed" // a report says that somebody did not confirm it
)

// The marks of an entry.
const (
	MarkUnconfirmed  = "unconfirmed"       // somebody asked did not confirm it
	MarkCirculating  = "still_circulating" // told after it was withdrawn
	MarkFalls        = "falls"             // superseded by a lower one
	MarkByAnother    = "by_another"        // superseded by another speaker's figure
	MarkOrderUnknown = "order_unknown"     // the same speaker gave another figure, earlier or later is not known
	MarkSlip         = "slip"              // one digit away from another mention of the same statement
	MarkLeftPage     = "left_the_page"     // its page no longer gives it; see Entry.Left
	MarkPageGone     = "page_gone"         // its page is no longer there
	MarkDenied       = "denied"            // somebody else says it is not so, or the figure is itself a denial
)

// The kinds of conflict.
const (
	KindFigure    = "figure"
	KindCategory  = "category"
	KindNarrative = "narrative"
	KindDenial    = "denial"
)
