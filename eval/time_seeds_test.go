package eval

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/internal/shared"
	"recoupe/text"
	"recoupe/when"
)

// TestFoundingTimes scores the dates and times of the founding reports.
func TestFoundingTimes(t *testing.T) {
	data, err := os.ReadFile(shared.Path(t, "..", "gold", "seeds.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold map[string]struct {
		Published string
		Times     []struct {
			Anchor string
			EDTF   any
		}
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	reports := foundingReports(t, slices.Sorted(maps.Keys(gold)))
	c := when.Date(reports)
	right, all, dates := 0, 0, 0
	for _, r := range reports {
		g := gold[string(r.ID)]
		from, to, _ := strings.Cut(g.Published, "/")
		if to == "" {
			to = from
		}
		a, b, _ := strings.Cut(c.Reports[r.ID].When.String(), "/")
		if b == "" {
			b = a
		}
		if len(a) == 10 && from <= a && b <= to {
			dates++
		} else {
			t.Logf("%s: published %v, want %s", r.ID, c.Reports[r.ID].When, g.Published)
		}
		for _, x := range g.Times {
			all++
			at := strings.Index(r.Text, x.Anchor)
			ok, got := false, []string{}
			for i, lt := range r.Lang.Times {
				if lt.Start < at+len(x.Anchor) && at < lt.End {
					e := c.Of(r.ID, i).Time.String()
					got = append(got, e)
					ok = ok || wanted(x.EDTF, e)
				}
			}
			if ok {
				right++
			} else {
				t.Logf("%s: %q is %v, got %q", r.ID, x.Anchor, x.EDTF, got)
			}
		}
	}
	t.Logf("dates %d of %d, times %d of %d", dates, len(reports), right, all)
	if dates < len(reports) || float64(right) < .97*float64(all) {
		t.Errorf("below the bar: dates %d of %d, times %d of %d", dates, len(reports), right, all)
	}
}

// foundingReports reads the founding reports of these names; a first line that
// states the month is taken as said and left out of the prose.
func foundingReports(t *testing.T, names []string) []*claim.Report {
	var reports []*claim.Report
	for _, name := range names {
		b, err := os.ReadFile(shared.Path(t, "..", "seeds", name))
		if err != nil {
			t.Fatal(err)
		}
		r := reportOf(t, string(b), "", "fr")
		r.Document.ID = text.DocID(filepath.Base(name))
		if strings.HasPrefix(r.Text, " date 2022-01") {
			r.Published = text.Stated{When: edtf.OfMonth(2022, 1), Basis: "stated"}
			r.Sentences[0].Start = min(r.Sentences[0].End, r.Sentences[0].Start+len(" date 2022-01 "))
			r.Lang = reportLang(r.Document)
		}
		reports = append(reports, r)
	}
	return reports
}

// wanted reports whether got is the gold value or one of its alternatives.
func wanted(gold any, got string) bool {
	if list, ok := gold.([]any); ok {
		for _, g := range list {
			if g == got {
				return true
			}
		}
		return false
	}
	return gold == got
}
