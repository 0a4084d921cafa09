package amend_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe"
	"recoupe/amend"
	"recoupe/claim"
	"recoupe/source"
)

const report = `{"url":"https://quai.exemple/1","outlet":"Le Quai","published":"2031-05-03","language":"fr","text":"La crue a fait 12 morts à Vernoise, selon la préfecture. Quelque 30 manifestants ont été blessés, d'après les pompiers."}
{"url":"https://rive.exemple/1","outlet":"La Rive","published":"2031-05-03","language":"fr","text":"Le préfet Armand Tessier a fait état de 14 morts. M. Tessierre a démenti mardi toute évacuation."}
`

func read(t *testing.T, b *amend.Book) (*recoupe.Result, []amend.Decision) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "reports.jsonl")
	if err := os.WriteFile(name, []byte(report), 0o666); err != nil {
		t.Fatal(err)
	}
	var unmet []amend.Decision
	res := recoupe.Read(source.Files([]string{name}, nil, source.Options{}), recoupe.Options{Amend: func(rs []*claim.Report) (changed []*claim.Report) {
		changed, unmet = b.Apply(rs)
		return changed
	}})
	return res, unmet
}

func figure(res *recoupe.Result, quote string) *claim.Figure {
	for _, r := range res.Reports {
		for _, f := range r.Figures {
			if strings.Contains(r.Slice(f.Span), quote) {
				return f
			}
		}
	}
	return nil
}

func book(t *testing.T, lines ...string) *amend.Book {
	t.Helper()
	b, err := amend.Parse([]byte("# by hand\n\n" + strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestApply(t *testing.T) {
	plain, _ := read(t, nil)
	dead, hurt := figure(plain, "12 morts"), figure(plain, "30 manifestants")
	if dead == nil || hurt == nil {
		t.Fatal("the figures to correct are not read")
	}
	quote := func(f *claim.Figure) string {
		for _, r := range plain.Reports {
			if r.ID == f.Span.Doc {
				return r.Slice(f.Span)
			}
		}
		return ""
	}
	gone := `{"do":"not-a-figure","reports":[{"report":"` + string(dead.Span.Doc) + `","quote":"` + quote(dead) + `"}],"by":"Anne","at":"2031-05-03T10:00:00Z"}`
	moved := `{"do":"figure","reports":[{"report":"000000000000","quote":"` + quote(hurt) + `"}],"set":{"group":"civilians","measure":"hospitalised","place":"Mirval","speaker":"Le préfet Armand Tessier"}}`
	res, unmet := read(t, book(t, gone, moved))
	if f := figure(res, "12 morts"); f != nil {
		t.Error("what is no figure is still one")
	}
	f := figure(res, "30 manifestants")
	if f.Group != claim.Civilians || f.Measure != claim.Hospitalised || f.Place == nil || f.Place.Name != "Mirval" || f.By == nil || f.By.Name == "" {
		t.Errorf("corrected to %s %s %v %v", f.Measure, f.Group, f.Place, f.By)
	}
	if f.Because[len(f.Because)-1].Rule != amend.Rule {
		t.Error("it is not said that it was corrected")
	}
	if len(unmet) > 0 {
		t.Errorf("unmet: %v", unmet)
	}

	b := book(t, gone, moved)
	b = book(t, gone, moved, `{"do":"undo","of":"`+b.List[0].ID+`"}`)
	if res, _ = read(t, b); figure(res, "12 morts") == nil {
		t.Error("an undone correction still holds")
	}
	b = book(t, gone, moved, `{"do":"undo","of":"`+b.List[0].ID+`"}`, `{"do":"undo","of":"`+b.List[2].ID+`"}`)
	if res, _ = read(t, b); figure(res, "12 morts") != nil {
		t.Error("a correction whose undoing was undone does not hold")
	}

	if _, unmet = read(t, book(t, `{"do":"not-a-figure","reports":[{"report":"000000000000","quote":"99 morts"}]}`)); len(unmet) != 1 {
		t.Error("a correction of words that are nowhere is not told of")
	}
}

func TestSamePerson(t *testing.T) {
	plain, _ := read(t, nil)
	res, unmet := read(t, book(t, `{"do":"same","names":["Armand Tessier","Tessierre"]}`))
	if len(unmet) > 0 || len(res.Cast.Speakers) != len(plain.Cast.Speakers)-1 {
		t.Errorf("%d speakers, before %d; unmet %v", len(res.Cast.Speakers), len(plain.Cast.Speakers), unmet)
	}
}

func TestParseErrors(t *testing.T) {
	for _, line := range []string{`{`, `{"do":"nothing"}`, `{"do":"figure","reports":[{"report":"a","quote":"b"}]}`, `{"do":"not-a-figure"}`, `{"do":"same","names":["x"]}`, `{"do":"undo"}`, `{"do":"pin","reports":[{"report":"a"}]}`} {
		if _, err := amend.Parse([]byte("#\n" + line)); err == nil || !strings.HasPrefix(err.Error(), "line 2: ") {
			t.Errorf("%s: %v", line, err)
		}
	}
	b := book(t, `{"do":"split","reports":[{"report":"a"}]}`)
	if len(b.Stories().List) != 1 {
		t.Error("a decision about stories is not passed on")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"do":"undo","of":"x"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := amend.Parse(data)
		if err != nil {
			return
		}
		for _, d := range b.List {
			if _, err := d.Line(); err != nil {
				t.Errorf("%v is read and not written: %v", d, err)
			}
		}
		b.Apply(nil)
	})
}
