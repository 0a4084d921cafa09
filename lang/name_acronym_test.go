package lang_test

import (
	"strings"
	"testing"

	"recoupe/eval"
	"recoupe/lang"
)

// TestAcronyms: letters and their long form, either way round, are one body.
func TestAcronyms(t *testing.T) {
	for s, want := range map[string]string{
		"L'Organisation du traité de sécurité collective (OTSC) se réunit. La CSTO a parlé.":             "OTSC OTSC OTSC",
		"Le FRAC (Front pour le renouveau et l'alternance au Congo) a tiré. Le FRAC nie.":                "FRAC FRAC FRAC",
		"Le Front pour le renouveau et l'alternance au Congo (FRAC) a tiré.":                             "FRAC FRAC",
		"Le NDMC (Conseil national de gestion des catastrophes) compte neuf morts.":                      "NDMC NDMC",
		"L'Agence des Nations unies pour les réfugiés de Palestine (Unrwa) s'alarme.":                    "UNRWA UNRWA",
		"La Coordination des associations pour la paix au Kivu (CAPK) accuse. La Coordination s'alarme.": "CAPK CAPK",
	} {
		var got []string
		for _, n := range lang.Analyze(eval.PlainDocument(s, "fr")).Names {
			if n.Kind == lang.Organization && len(n.Canonical) <= 5 {
				got = append(got, n.Canonical)
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: %s, want %s", s, g, want)
		}
	}
}

// TestNoAcronyms: what stands in a bracket is no long form for that.
func TestNoAcronyms(t *testing.T) {
	for _, s := range []string{
		"Le maire d'Aden (PS) a parlé à Taëz.",
		"La CGT (majoritaire, selon la direction) appelle à la grève.",
		"L'AFP (notre partenaire) l'a écrit depuis Rome.",
	} {
		for _, n := range lang.Analyze(eval.PlainDocument(s, "fr")).Names {
			if w := s[n.Start:n.End]; strings.Contains(w, "(") || strings.Contains(w, "direction") || strings.Contains(w, "partenaire") {
				t.Errorf("%s: %s", s, w)
			}
		}
	}
}
