package eval

import (
	"strings"
	"testing"

	"recoupe"
	"recoupe/source"
)

// TestCovers holds which days a figure counts over, and when it was said: one
// incident's its day, a count since a day up to the day it was told, one "in 24
// hours" so far back from it, an earlier matter's its own.
func TestCovers(t *testing.T) {
	report := strings.Join([]string{
		"date 2031-03-13",
		"Les inondations ont fait 26 morts depuis lundi dans la vallée, a indiqué jeudi la préfecture.",
		"Douze personnes sont mortes en 24 heures à Vauriac, selon les secours.",
		"Trois pompiers ont été tués mercredi soir dans l'effondrement d'une digue.",
		"Mardi, un glissement de terrain avait fait cinq morts.",
		"La police a recensé 40 blessés dans la nuit de mercredi à jeudi.",
		"Au total, 310 personnes ont été hospitalisées depuis le début de la crue.",
		"Ces dernières 48 heures, 8 personnes ont été arrêtées pour pillage.",
		"Entre le 10 et le 12 mars, 1.200 habitants ont été évacués.",
	}, "\n\n")
	want := map[string]string{
		"26 morts": "2031-03-10/2031-03-13", "Douze personnes sont mortes": "2031-03-12/2031-03-13", "Trois pompiers ont été tués": "2031-03-12",
		"cinq morts": "2031-03-11", "40 blessés": "2031-03-12/2031-03-13", "310 personnes ont été hospitalisées": "",
		"8 personnes ont été arrêtées": "2031-03-11/2031-03-13", "1.200 habitants ont été évacués": "2031-03-10/2031-03-12",
	}
	captures := func(yield func(*source.Capture, error) bool) {
		yield(&source.Capture{Name: "a.txt", MediaType: "text/plain", Body: []byte(report)}, nil)
	}
	res := recoupe.Read(captures, recoupe.Options{})
	seen := 0
	for _, s := range res.Stories {
		for _, a := range s.Ledger.Accounts {
			for _, e := range a.Entries {
				words := e.Report.Text[e.Figure.Span.Start:e.Figure.Span.End]
				days, ok := want[words]
				if !ok {
					t.Errorf("%q is counted; it should not be", words)
					continue
				}
				seen++
				if got := e.Covers.String(); got != days {
					t.Errorf("%q covers %q, want %q", words, got, days)
				}
				if got := e.Said.String(); got != "2031-03-13" {
					t.Errorf("%q was said %q", words, got)
				}
			}
		}
	}
	if seen != len(want) {
		t.Errorf("%d figures of %d", seen, len(want))
	}
}
