package ledger

import (
	"strings"
	"testing"

	reading "recoupe/claim/told"
	"recoupe/lang"
	"recoupe/text"
)

// TestThings: which of its group a figure counts, where the group is not enough.
func TestThings(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"La coulée a détruit 17 villages et 3.629 maisons.", "village, maison"},
		{"Le cyclone a détruit 240 habitations à Vornes.", "maison"},
		{"Le cyclone a détruit deux vieux ponts.", "pont"},
		{"La marine a envoyé trois frégates et deux hélicoptères.", "fregate, helicoptere"},
		{"L'effondrement d'un pont à Gênes, en Italie, a fait 43 morts, dont quatre Français et deux Albanais.", "FR, AL"},
		{"L'attaque a fait 29 morts à Nairobi, au Kenya. Deux Français et deux Suisses font partie des morts.", "FR, CH"},
		{"Douze étrangers ont été tués dans l'attentat de Nairobi, au Kenya.", ""},
		{"La crue a fait 41 morts et 12 disparus.", ""},
	} {
		r := reading.Read(lang.Analyze(text.Prose("aaaaaaaaaaaa", c.s, "fr")))
		var got []string
		for _, f := range r.Figures {
			if key, label := thingOf(r, f); key != "" {
				got = append(got, key)
				if label == "" {
					t.Errorf("%s: %s has no label", c.s, key)
				}
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %q, want %q", c.s, strings.Join(got, ", "), c.want)
		}
	}
}
