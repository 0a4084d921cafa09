package eval

import (
	"path/filepath"
	"strings"
	"testing"

	"recoupe/internal/marked"
)

// TestAttributionCases scores who says what over the marked sentences, those
// still read wrongly among them, through the whole reading of a report.
func TestAttributionCases(t *testing.T) {
	files, _ := filepath.Glob("../claim/testdata/fr/attribution-*.txt")
	if len(files) < 10 {
		t.Fatalf("only %d files of cases", len(files))
	}
	var all marked.SaidScore
	for _, f := range files {
		for _, line := range caseLines(t, f) {
			s, wrong := AttributionCase(line, "fr")
			all.Add(s)
			if len(wrong) > 0 && !strings.HasSuffix(f, ".miss.txt") {
				t.Logf("%s: %s\n\t%s", filepath.Base(f), line, strings.Join(wrong, "\n\t"))
			}
		}
	}
	t.Log(all)
	floor(t, "claims.precision", share(all.Found, all.Got))
	floor(t, "claims.recall", share(all.Found, all.Want))
	floor(t, "claims.speaker", share(all.Speaker, all.Found))
}

func share(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
