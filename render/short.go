package render

import (
	"slices"
	"strings"

	"recoupe"
	"recoupe/claim"
	"recoupe/text"
)

// leastDigits is how many digits of a report's identity are always written.
const leastDigits = 6

// shorts says how many digits of a report's identity tell it from all others of
// a result, where six are not enough. Identities in JSON and CSV are never cut:
// there they must stay the same when another report comes in.
type shorts map[text.DocID]int

func shortIDs(res *recoupe.Result) shorts {
	ids := make([]string, 0, len(res.Reports))
	for _, r := range res.Reports {
		ids = append(ids, string(r.ID))
	}
	slices.Sort(ids)
	out := shorts{}
	for i := 1; i < len(ids); i++ {
		a, b := ids[i-1], ids[i]
		n := 0
		for n < len(a) && n < len(b) && a[n] == b[n] {
			n++
		}
		for _, id := range []string{a, b} {
			if n+1 > max(leastDigits, out[text.DocID(id)]) {
				out[text.DocID(id)] = n + 1
			}
		}
	}
	return out
}

// of returns the identity of f as it is written on a screen: "3f9a2c-120".
func (s shorts) of(f *claim.Figure) string {
	doc, at, ok := strings.Cut(f.ID, "-")
	n := max(leastDigits, s[text.DocID(doc)])
	if !ok || len(doc) <= n {
		return f.ID
	}
	return doc[:n] + "-" + at
}
