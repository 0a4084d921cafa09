package recoupe

import (
	"strings"
	"testing"

	"recoupe/source"
)

// TestOneBadReport: an unclosed quotation is a warning with its span, a broken
// file an entry of unread, and the report beside them is read all the same.
func TestOneBadReport(t *testing.T) {
	captures := func(yield func(*source.Capture, error) bool) {
		body := func(s string) *source.Capture {
			return &source.Capture{Name: s[:4] + ".txt", MediaType: "text/plain", Body: []byte(s)}
		}
		_ = yield(body("Le maire l'a dit : « La digue a cédé, neuf personnes sont mortes.\n"), nil) &&
			yield(nil, &source.Trouble{Name: "b.txt", Rule: "empty", Message: "empty; nothing to read"}) &&
			yield(body("Onze pêcheurs ont péri dans le naufrage, selon la préfecture du golfe.\n"), nil)
	}
	res := Read(captures, Options{})
	if len(res.Reports) != 2 || len(res.Unread) != 1 || res.Unread[0].Name != "b.txt" {
		t.Fatalf("%d reports, unread %v", len(res.Reports), res.Unread)
	}
	warned, figures := 0, 0
	for _, r := range res.Reports {
		figures += len(r.Figures)
		for _, n := range r.Notes {
			if n.Rule == "unclosed-quotation" && strings.HasPrefix(r.Slice(n.Span), "« La digue") {
				warned++
			}
		}
	}
	if warned != 1 || figures != 2 {
		t.Errorf("%d warnings, %d figures; want 1 and 2", warned, figures)
	}
}
