package text

import "testing"

// TestBrokenParagraphAmongWholeOnes reads a text of which one paragraph was broken
// into lines and the others were not.
func TestBrokenParagraphAmongWholeOnes(t *testing.T) {
	s := "Trois passagers du paquebot qui s'est échoué vendredi\nsoir près de l'île manquent encore, selon la capitainerie.\n" +
		"Les recherches, suspendues pendant la nuit à cause de la houle, ont repris dimanche à l'aube avec l'aide de deux hélicoptères et de plongeurs.\n" +
		"Au programme :\nvisite du port\nmesse"
	d := plain(decoded{s: s})
	var got []string
	for _, p := range d.Parts {
		got = append(got, d.Text[p.Start:p.End])
	}
	want := []string{
		"Trois passagers du paquebot qui s'est échoué vendredi\nsoir près de l'île manquent encore, selon la capitainerie.",
		"Les recherches, suspendues pendant la nuit à cause de la houle, ont repris dimanche à l'aube avec l'aide de deux hélicoptères et de plongeurs.",
		"Au programme :", "visite du port", "messe",
	}
	if len(got) != len(want) {
		t.Fatalf("parts %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("part %d: %q, want %q", i, got[i], want[i])
		}
	}
}
