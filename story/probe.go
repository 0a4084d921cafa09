package story

import "recoupe/claim"

// Probe reads r by itself as [Group] will beside others, and keeps nothing: a fault that
// r brings out is found where it can be laid to r and costs the others nothing.
func Probe(r *claim.Report) {
	Credits(r)
	new(winnower).fingerprints(r)
	newLeafMaker().leaf(r)
	headline(r)
}
