package render

import (
	"recoupe/claim"
	"recoupe/story"
)

// credits returns the agencies that r names as its origin, each once: "Avec
// Reuters et AFP" gives Reuters, AFP.
func credits(r *claim.Report) []string { return story.Agencies(r) }
