package web

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"recoupe"
	"recoupe/archive"
	"recoupe/claim"
	"recoupe/dossier"
)

// edited is one page in three versions, and another that went.
const edited = `{"url":"https://lagune.exemple/1","outlet":"La Lagune","published":"2031-03-12T08:00:00Z","language":"fr","text":"La digue de Lisane a cédé dans la nuit. Un message du gouvernement fait état de 164 morts à Lisane. Les secours cherchent encore dans les maisons du port."}
{"url":"https://lagune.exemple/1","outlet":"La Lagune","published":"2031-03-12T09:00:00Z","language":"fr","text":"La digue de Lisane a cédé dans la nuit. Le ministère fait état de 14 morts à Lisane. Les secours cherchent encore dans les maisons du port."}
{"url":"https://lagune.exemple/1","outlet":"La Lagune","published":"2031-03-12T10:00:00Z","language":"fr","text":"La digue de Lisane a cédé dans la nuit. Le ministère fait état de 14 morts à Lisane. Les secours cherchent encore dans les maisons du port. Les écoles restent fermées."}
{"url":"https://quai.exemple/7","outlet":"Le Quai","published":"2031-03-12T11:00:00Z","language":"fr","text":"À Lisane, la digue a cédé dans la nuit : 12 morts, selon la préfecture."}
`

func TestVersions(t *testing.T) {
	res := readTexts(t, edited)
	first, gone := res.Reports[0], res.Reports[3]
	at := func(h int) time.Time { return time.Date(2031, 3, 12, h, 0, 0, 0, time.UTC) }
	past := &Past{Pages: []*dossier.Page{{URL: gone.URL, Visits: []*archive.Record{
		{Kind: archive.Captured, Status: 200, Body: gone.Capture, Size: 1, Fetched: at(11)},
		{Kind: archive.Captured, Status: http.StatusGone, Fetched: at(14)},
	}}}}
	site := New(res, Options{Past: func(*recoupe.Result) *Past { return past }})
	c := &crawl{t: t, res: res, get: handlerGet(t, site, "en")}
	c.walk("/stories")
	if spans := c.check(); spans < 20 {
		t.Errorf("%d links to words", spans)
	}
	page := ask(site, "GET", "/versions/"+string(first.ID), nil).Body.String()
	for _, want := range []string{"<del>Un message du gouvernement</del>", "<ins>Le ministère</ins>", "<ins>Les écoles restent fermées.</ins>", "164", "3 versions", "3 sentences unchanged"} {
		if !strings.Contains(page, want) {
			t.Errorf("the versions do not show %q", want)
		}
	}
	if c.pages["/versions/"+string(first.ID)] == nil || c.pages["/versions/"+string(gone.ID)] == nil {
		t.Error("no way leads to the versions")
	}
	if page := ask(site, "GET", "/versions/"+string(gone.ID), nil).Body.String(); !strings.Contains(page, "gone at the source, found 12 Mar 2031, 14:00 UTC") {
		t.Error("a page that is gone is not told of")
	}
	story := ask(site, "GET", "/s/"+res.Stories[0].ID, nil).Body.String()
	if !strings.Contains(story, `id="edits"`) {
		t.Error("the account does not say what was edited")
	}
}

func TestDiffer(t *testing.T) {
	report := func(text string) *claim.Report {
		return readTexts(t, `{"url":"https://a.exemple/`+strings.Repeat("x", len(text))+`","language":"fr","text":"`+text+`"}`).Reports[0]
	}
	for _, k := range []struct{ a, b, want string }{
		{"Un. Deux. Trois.", "Un. Deux. Trois.", "3="},
		{"Il pleut sur la ville. Le vent souffle.", "Il neige sur la ville. Le vent souffle.", "-pleut +neige 1="},
		{"Le vent souffle.", "Il pleut. Le vent souffle. Les écoles ferment.", "+Il pleut. 1= +Les écoles ferment."},
		{"Il pleut. Le vent souffle.", "Le vent souffle.", "-Il pleut. 1="},
		{"Le vent  souffle.", "Le vent souffle.", "1="},
	} {
		var got []string
		for _, s := range differ(report(k.a), report(k.b)) {
			if s.Same > 0 {
				got = append(got, string(rune('0'+s.Same))+"=")
			}
			if a := s.Before; a != nil {
				for _, w := range a.Words {
					got = append(got, "-"+a.R.Slice(w))
				}
			}
			if a := s.After; a != nil {
				for _, w := range a.Words {
					got = append(got, "+"+a.R.Slice(w))
				}
			}
		}
		if s := strings.Join(got, " "); s != k.want {
			t.Errorf("%q, %q differ by %q, want %q", k.a, k.b, s, k.want)
		}
	}
}

// FuzzDiffer proves that what is alike and what differs make up both versions.
func FuzzDiffer(f *testing.F) {
	f.Add("Il pleut. Le vent souffle.", "Il neige. Le vent souffle. Fin.")
	f.Fuzz(func(t *testing.T, a, b string) {
		cut := func(s string) (out []piece) {
			for w := range strings.FieldsSeq(s) {
				out = append(out, piece{even: w})
			}
			return out
		}
		x, y := cut(a), cut(b)
		var left, right []int
		for _, p := range align(x, y) {
			if p.a >= 0 && p.b >= 0 && x[p.a].even != y[p.b].even {
				t.Fatalf("%q stands beside %q", x[p.a].even, y[p.b].even)
			}
			if p.a >= 0 {
				left = append(left, p.a)
			}
			if p.b >= 0 {
				right = append(right, p.b)
			}
		}
		if len(left) != len(x) || len(right) != len(y) || !slices.IsSorted(left) || !slices.IsSorted(right) {
			t.Fatalf("%v of %d, %v of %d", left, len(x), right, len(y))
		}
	})
}

// TestSinceLastLooked comes back after a while, with nothing but what a browser
// keeps.
func TestSinceLastLooked(t *testing.T) {
	res := readTexts(t, edited)
	old, late := time.Now().Add(-50*time.Hour), time.Now().Add(-2*time.Hour)
	past := &Past{Came: map[archive.ID]time.Time{}}
	for i, r := range res.Reports {
		past.Came[r.Capture] = old
		if i == 3 {
			past.Came[r.Capture] = late
		}
	}
	site := New(res, Options{Past: func(*recoupe.Result) *Past { return past }})
	look := func(jar []*http.Cookie) (string, []*http.Cookie) {
		w := ask(site, "GET", "/s/"+res.Stories[0].ID, func(r *http.Request) {
			for _, c := range jar {
				r.AddCookie(c)
			}
		})
		for _, c := range w.Result().Cookies() {
			if c.Name == visitCookie && (!c.HttpOnly || c.SameSite != http.SameSiteLaxMode) {
				t.Errorf("mark %v", c)
			}
		}
		return w.Body.String(), w.Result().Cookies()
	}
	page, jar := look(nil)
	if strings.Contains(page, "since you last looked") || len(jar) != 1 {
		t.Errorf("who was never here is told she was, or goes without a mark: %v", jar)
	}
	away := func(d time.Duration) []*http.Cookie {
		r := httptest.NewRequest("GET", "/", nil)
		w := httptest.NewRecorder()
		markVisit(w, r, time.Time{}, time.Now().Add(-d))
		return w.Result().Cookies()
	}
	if page, _ = look(away(24 * time.Hour)); !strings.Contains(page, "since you last looked") || !strings.Contains(page, "1 report has come in") || !strings.Contains(page, "12 dead") {
		t.Error("what came in since yesterday is not told")
	}
	if page, _ = look(away(time.Hour)); !strings.Contains(page, "Nothing has come in since you last looked") {
		t.Error("nothing came in within the hour, and something is told")
	}
	if page, _ = look(away(5 * time.Minute)); strings.Contains(page, "since you last looked") {
		t.Error("a look five minutes ago is the same visit")
	}
	if page, _ = look([]*http.Cookie{{Name: visitCookie, Value: "x.-9"}}); !strings.Contains(page, "</html>") {
		t.Error("a mark that is none ends the page")
	}
}
