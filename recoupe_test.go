package recoupe

import (
	"strings"
	"testing"

	"recoupe/source"
	"recoupe/text"
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

// TestFault: a report that brings out a fault of recoupe is named, and the
// others are read.
func TestFault(t *testing.T) {
	bad := &text.Document{ID: "bad", Files: []string{"bad.txt"}, Language: "fr", Text: "Neuf morts.", Sentences: []text.Sentence{{Start: 5, End: 90}}}
	good, err := text.Read(&source.Capture{Name: "good.txt", MediaType: "text/plain", Body: []byte("Onze pêcheurs ont péri dans le naufrage, selon la préfecture du golfe.\n")}, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reports, unread := analyze([]*incoming{{doc: bad, name: "bad.txt"}, {doc: good, name: "good.txt"}}, Options{})
	if len(reports) != 1 || len(reports[0].Figures) != 1 || len(unread) != 1 || unread[0].Name != "bad.txt" || unread[0].Rule != "fault" {
		t.Errorf("%d reports, unread %v", len(reports), unread)
	}
}

// TestNoFault: texts that once brought out a fault.
func TestNoFault(t *testing.T) {
	for _, s := range []string{
		"Bilan de blessés, dont l'un",
		"Le car transportait des touristes. Trente-",
		"Ils étaient blessés. Le bilan du personnel est lourd : des gens sont hospitalisés, dont un témoin",
	} {
		d, err := text.Read(&source.Capture{Name: "note.txt", MediaType: "text/plain", Body: []byte(s)}, text.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, unread := analyze([]*incoming{{doc: d, name: "note.txt"}}, Options{}); len(unread) > 0 {
			t.Errorf("%q: %v", s, unread)
		}
	}
}
