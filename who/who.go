// Package who joins the spellings and roles of one speaker into one person or body.
//
// It is the eighth stage: within a story, after times, before the ledger.
package who

import "recoupe/claim"

// A Speaker is a person or a body in whose name something is said.
type Speaker struct {
	ID        string // readable and stable: "kassym-jomart-tokaiev", "police-kz"
	Name      string // the fullest form met
	Role      claim.Role
	Spellings []string // every form met, sorted
}

// A Cast is every speaker of a run.
type Cast struct {
	Speakers []Speaker // sorted by ID
	of       map[*claim.Attribution]string
}

// Of returns the speaker ID of by; "" for nil: the report speaks for itself.
func (c *Cast) Of(by *claim.Attribution) string {
	if by == nil || c == nil {
		return ""
	}
	return c.of[by]
}
