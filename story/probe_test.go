package story

import (
	"testing"

	"recoupe/claim"
	"recoupe/text"
)

// TestProbeFindsFaults: a report whose parts lie outside its text brings out its fault
// here, before it stands beside others.
func TestProbeFindsFaults(t *testing.T) {
	Probe(report(t, "La crue a fait 12 morts à Vornes, selon Estafette."))
	defer func() {
		if recover() == nil {
			t.Error("a part beyond the text brought out nothing")
		}
	}()
	Probe(&claim.Report{Document: &text.Document{ID: "bad", Language: "fr", Text: "Neuf morts.", Parts: []text.Part{{Kind: text.Title, Start: 5, End: 90}}}})
}
