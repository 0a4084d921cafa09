package eval

import (
	"slices"
	"strings"
	"testing"
)

// The cases in claim/testdata/fr/apart and lang/testdata/fr/names-apart.txt were
// written apart from the rules and are looked at by nobody who writes rules.
// Their scores are the honest ones; what is read wrongly there is never printed.

const apart = "../claim/testdata/fr/apart/"

// apartLines are the cases of a file, report headings left out.
func apartLines(t *testing.T, name string) []string {
	return slices.DeleteFunc(caseLines(t, apart+name), func(s string) bool { return strings.HasPrefix(s, "%%") })
}

func TestApartFigures(t *testing.T) {
	var all Tally
	traps := 0
	for _, name := range []string{"figures.txt", "reports-figures.txt"} {
		for _, line := range apartLines(t, name) {
			got, _ := FigureCase(line, "fr")
			all.Add(got)
			if !strings.Contains(line, "{") {
				traps++
			}
		}
	}
	t.Logf("%d figures, %d lines without any, %d of them with one found", all.Right+all.Missed, traps, all.Traps)
	floor(t, "apart.figures.f1", all.F1())
	floor(t, "apart.figures.full_f1", all.FullF1())
	floor(t, "apart.gaps.recall", float64(all.Gaps)/float64(max(all.GapsAll, 1)))
	t.Logf("gaps: %d of %d, %d unmarked", all.Gaps, all.GapsAll, all.GapsExtra)
	floor(t, "apart.traps.avoided", 1-float64(all.Traps)/float64(max(traps, 1)))
}

func TestApartClaims(t *testing.T) {
	lines := append(apartLines(t, "attribution.txt"), apartLines(t, "reports-claims.txt")...)
	all := AttributionLines(lines, "fr")
	t.Log(all)
	floor(t, "apart.claims.precision", share(all.Found, all.Got))
	floor(t, "apart.claims.recall", share(all.Found, all.Want))
	floor(t, "apart.claims.speaker", share(all.Speaker, all.Found))
}
