package story

import "testing"

// TestStatedLanguageStands: a headline whose names or shared words look like another
// language stays in the one its record states.
func TestStatedLanguageStands(t *testing.T) {
	for _, title := range []string{
		"Tolmir Gunavesh sworn in as Tarlan's prime minister",
		"Tarlan declares UN envoy Perlier persona non grata",
	} {
		r := titled(t, title)
		r.Language = "en"
		if got := spokenIn(r); got != "en" {
			t.Errorf("%q: read as %s", title, got)
		}
	}
	r := titled(t, "Tarlan : des milliers de manifestants dans les rues de la capitale")
	r.Language = "en"
	if got := spokenIn(r); got != "fr" {
		t.Errorf("read as %s where every word is French", got)
	}
}
