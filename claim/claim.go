// Package claim holds what one report says, and on whose word: figures,
// statements, what it says is not known, and what it takes back.
//
// It is the fifth stage. Its folder voice finds who says what, its folder told
// what is told: figures, gaps, remarks, events. Both look at one report at a
// time and rest on what lang found there; they refer to times and names and
// resolve none of them.
package claim

import (
	"recoupe/lang"
	"recoupe/text"
)

// A Report is what one report says.
type Report struct {
	*text.Document
	Lang    *lang.Analysis
	Claims  []*Claim  // on somebody's word, in text order
	Figures []*Figure // every mention of a figure, in text order
	Gaps    []*Gap
	Remarks []*Remark
	Events  []*Event
	Notes   []text.Warning
}

// A Claim is one thing a report says on somebody's word.
type Claim struct {
	ID      string    // "3f9a2c-c120": six digits of the document, the offset of Content
	Span    text.Span // the clause or sentence that says it, its attribution included
	Content text.Span // what is said; for direct speech the words between the marks
	Kind    Kind
	By      *Attribution // never nil
	Stance  Stance
}

// Innermost returns the claim with the shortest content that covers s, or
// failing one the shortest claim whose span does and whose content lies in no
// quotation; nil where the report speaks for itself.
func Innermost(claims []*Claim, s text.Span) *Claim {
	var best *Claim
	for _, c := range claims {
		if c.Content.Contains(s) && (best == nil || c.Content.End-c.Content.Start < best.Content.End-best.Content.Start) {
			best = c
		}
	}
	if best != nil {
		return best
	}
	for _, c := range claims {
		// "fait état de {quatre} morts": the figure may begin a word before the content.
		if c.Content.Overlaps(s) && c.Span.Contains(s) && (best == nil || c.Content.End-c.Content.Start < best.Content.End-best.Content.Start) {
			best = c
		}
	}
	return best
}

// A Kind says whether the words are the speaker's own.
type Kind string

// The kinds of claim.
const (
	Direct   Kind = "direct"   // « On a tout perdu », souffle une épicière
	Indirect Kind = "indirect" // Le ministère indique que ...
	Mixed    Kind = "mixed"    // le préfet parle de "plusieurs" victimes
)

// Stance is how firmly a thing is put.
type Stance string

// The stances.
const (
	Asserted Stance = "asserted"
	Hedged   Stance = "hedged"  // "seraient blessés", "reportedly"
	Denied   Stance = "denied"  // "a démenti que"; belongs to the denier
	NotKnown Stance = "unknown" // "on ignore si"
)

// An Attribution says on whose word something rests.
// A nil Attribution means that the report speaks for itself.
type Attribution struct {
	Speaker string        // as written; a pronoun is resolved to the name or role noun it stands for
	Name    string        // the proper name in it, titles and roles left out; "" if there is none
	Role    Role          // "" if it cannot be told
	Span    text.Span     // the words that name the speaker here, be they a pronoun
	Stands  text.Span     // where the words of Speaker stand, when Span is a pronoun or a role noun; else Span
	Office  string        // what stands in apposition to the speaker: "porte-parole de la police"; "" if nothing does
	Cue     string        // "a fait état", "selon", "officiellement"; "" when a quotation goes on
	CueSpan text.Span     // zero when there is no cue
	Via     []Attribution // relays, the one nearest to the speaker first
	Own     bool          // own reporting: the agency or outlet is the witness
	Rule    string        // stable name of the rule that found it, for explanations
}

// A Role says what sort of source a speaker is.
type Role string

// The roles.
const (
	HeadOfState Role = "head_of_state"
	Government  Role = "government"
	Ministry    Role = "ministry"
	Police      Role = "police"
	Army        Role = "army"
	Justice     Role = "justice" // prosecutors, courts
	Rescue      Role = "rescue"  // fire brigade, civil protection
	Hospital    Role = "hospital"
	LocalAuth   Role = "local_authority"
	Officials   Role = "officials" // "les autorités", "officiellement"
	StateMedia  Role = "state_media"
	Media       Role = "media"
	Agency      Role = "agency"
	NGO         Role = "ngo"
	IntlBody    Role = "international_body" // UN, OTSC, EU
	Opposition  Role = "opposition"
	ArmedGroup  Role = "armed_group"
	Union       Role = "union"
	Company     Role = "company"
	Expert      Role = "expert"
	Witness     Role = "witness" // residents, survivors, passers-by, protesters
	Spokesman   Role = "spokesperson"
	Country     Role = "country" // "Ankara", "le Chili et le Pérou"
	OwnReport   Role = "own_reporters"
)

// A Figure is one mention of a quantity of people or things.
type Figure struct {
	ID       string       // "3f9a2c-120": six digits of the document and the offset of Span; "3f9a2c-120b" for a second at one place
	Span     text.Span    // the exact words: numeral and what is counted, with its predicate where that names the measure
	Number   text.Span    // the numeral with its qualifier
	Sent     int          // index into Document.Sentences
	Claim    *Claim       // the claim it stands in; nil where the report speaks for itself
	By       *Attribution // nil where the report speaks for itself
	Quantity lang.Quantity
	Measure  Measure
	Severity Severity
	Group    Group
	Label    string    // as the report calls those counted: "assaillants", "bandits"; "" if it does not
	LabelAt  text.Span // zero if Label is ""
	PartOf   *Figure   // the figure it is counted in
	Scope    Scope
	ScopeAt  text.Span // the words that give the scope; zero if none
	Place    *lang.Place
	PlaceAt  text.Span // the words that name the place; may stand in another sentence
	Covers   int       // index into Lang.Times of the time covered, -1 if none is near
	SaidAt   int       // index into Lang.Times of when the speaker said it, -1 if not said
	Stance   Stance
	Aside    bool // a toll of another, earlier crisis told in passing
	Previous bool // called a previous toll: "le bilan précédent était de 12 morts"
	// Elsewhere: of other places than the ones told of so far, "65 morts dans
	// d'autres villes"; Place is then only the wider one that is named with them.
	Elsewhere bool
	Because   []Reason // the rules that read it, for recoupe why
}

// A Reason is a rule with the words it rests on.
type Reason struct {
	Rule string // stable name
	Span text.Span
}

// A Measure says what happened to those counted.
type Measure string

// The measures. Victims: killed or harmed, not said which.
const (
	Killed       Measure = "killed"
	Injured      Measure = "injured"
	Missing      Measure = "missing"
	Arrested     Measure = "arrested"
	Displaced    Measure = "displaced"
	Evacuated    Measure = "evacuated"
	Hospitalised Measure = "hospitalised"
	Rescued      Measure = "rescued"
	Kidnapped    Measure = "kidnapped"
	Released     Measure = "released"
	Participants Measure = "participants"
	Deployed     Measure = "deployed"
	Destroyed    Measure = "destroyed"
	Victims      Measure = "victims"
)

// Severity is how badly people are hurt, where the report says so.
type Severity string

// The severities.
const (
	Critical Severity = "critical" // "pronostic vital engagé", "entre la vie et la mort"
	Serious  Severity = "serious"  // "grièvement"
	Slight   Severity = "slight"   // "légèrement"

	// Fatal is used while reading only: "dont six mortellement" counts dead.
	Fatal Severity = "fatal"
)

// A Group says who was counted; the most specific wins.
type Group string

// The groups.
const (
	People         Group = "people"
	Civilians      Group = "civilians"
	Protesters     Group = "protesters"
	SecurityForces Group = "security_forces"
	Soldiers       Group = "soldiers"
	Assailants     Group = "assailants"
	Detainees      Group = "detainees"
	OfficialsGroup Group = "officials"
	Children       Group = "children"
	Women          Group = "women"
	Migrants       Group = "migrants"
	Passengers     Group = "passengers"
	Crew           Group = "crew"
	Workers        Group = "workers"
	HealthWorkers  Group = "health_workers"
	AidWorkers     Group = "aid_workers"
	Rescuers       Group = "rescuers"
	MediaGroup     Group = "media"
	Foreigners     Group = "foreigners"
	Equipment      Group = "equipment"
	OtherGroup     Group = "other"
)

// Scope is what stretch a figure counts over.
type Scope string

// The scopes; "" is not said.
const (
	Cumulative Scope = "cumulative" // "depuis le début"
	Period     Scope = "period"     // "en 24 heures", "26 nouveaux"
	Incident   Scope = "incident"   // one attack, one crash
)

// A Gap is something that a report says is not known, not given or not confirmed.
type Gap struct {
	ID      string // "3f9a2c-g120"
	Span    text.Span
	Measure Measure // "" if not said
	Group   Group   // "" if not said
	By      *Attribution
}

// A RemarkKind says what a remark does to a figure.
type RemarkKind string

// The kinds of remark.
const (
	Withdrawal   RemarkKind = "withdrawn"   // deleted, retracted, called an error
	Denial       RemarkKind = "denied"      // "la préfecture dément"
	NoConfirm    RemarkKind = "unconfirmed" // "n'a pas souhaité confirmer"
	Confirmation RemarkKind = "confirmed"
	RevisionMade RemarkKind = "revised"  // "porté à 18", "passé de 13 à 18", "revu à la baisse"
	PreviousTold RemarkKind = "previous" // "le bilan précédent était de 12 morts"
)

// A Remark is what a report says about a figure, its own or another's.
type Remark struct {
	Kind     RemarkKind
	Span     text.Span      // the words of the remark
	By       *Attribution   // who takes back, denies, does not confirm; nil: the report says so
	Of       *Figure        // the figure spoken of, where it stands in this report
	Quantity *lang.Quantity // its quantity, where only the number is spoken of
	To       *Figure        // the figure that takes its place, for a revision
	Rule     string
}

// An Event is a dated clause that tells of something that happened.
type Event struct {
	Span  text.Span // the clause
	Time  int       // index into Lang.Times
	Said  int       // index into Lang.Times of when it was said, -1 if not said
	Claim *Claim    // nil where the report speaks for itself
}
