package story

import (
	"testing"

	"recoupe/claim"
)

// TestTitleHasTheToll: of headlines that say much the same, the one with the toll that
// stands is the title.
func TestTitleHasTheToll(t *testing.T) {
	for _, c := range []struct {
		titles []string
		want   int
	}{
		{[]string{"Crue à Vornes : le bilan monte à 12 morts", "Crue à Vornes : le bilan monte à 41 morts", "Crue à Vornes : un bilan de 12 morts, selon la préfecture"}, 1},
	} {
		var reports []*claim.Report
		for _, s := range c.titles {
			reports = append(reports, titled(t, s))
		}
		if got := titleOf(reports); got != c.titles[c.want] {
			t.Errorf("%q, want %q", got, c.titles[c.want])
		}
	}
}
