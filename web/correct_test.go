package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe"
	"recoupe/amend"
	"recoupe/claim"
	"recoupe/source"
)

// editable returns a site of the example whose corrections go to a new file.
func editable(t testing.TB) (*Site, string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "decisions.jsonl")
	reread := func() (*recoupe.Result, error) {
		book, err := readBook(file)
		if err != nil {
			return nil, err
		}
		return recoupe.Read(source.Files([]string{"../testdata/port-lisane"}, nil, source.Options{}),
			recoupe.Options{Decisions: book.Stories(), Amend: func(rs []*claim.Report) { book.Apply(rs) }}), nil
	}
	res, err := reread()
	if err != nil {
		t.Fatal(err)
	}
	return New(res, Options{Decisions: file, Reread: reread}), file
}

func post(h http.Handler, addr string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", addr, strings.NewReader(form.Encode()))
	r.Host = "localhost"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestCorrectAndUndo(t *testing.T) {
	site, file := editable(t)
	var f *claim.Figure
	var r *claim.Report
	for _, r = range site.now.Load().res.Reports {
		if len(r.Figures) > 2 {
			f = r.Figures[1]
			break
		}
	}
	page := func() string { return ask(site, "GET", "/r/"+string(r.ID), nil).Body.String() }
	was := page()
	at := strings.TrimPrefix(noteID("s", f.Span), "s-")
	form := url.Values{"report": {string(r.ID)}, "at": {at}, "do": {"figure"}, "group": {"children"}, "by": {"Anne <b>Desk</b>"}, "note": {"relu"}}
	w := post(site, "/correct", form)
	if w.Code != http.StatusSeeOther || !strings.HasSuffix(w.Header().Get("Location"), "#s-"+at) {
		t.Fatalf("correcting: %d to %q: %s", w.Code, w.Header().Get("Location"), w.Body)
	}
	e := site.now.Load()
	got := e.figures[f.ID]
	if got == nil || got.Group != claim.Children {
		t.Fatalf("the figure is %v", got)
	}
	now := page()
	if now == was || !strings.Contains(now, `class="hand"`) || !strings.Contains(now, "Anne &lt;b&gt;Desk") {
		t.Error("the page does not say that it was corrected, and by whom")
	}
	if story := ask(site, "GET", "/s/"+e.x.StoryOf(r.ID).ID, nil).Body.String(); !strings.Contains(story, `class="hand"`) {
		t.Error("the story does not say so")
	}

	form.Set("do", "not-a-figure")
	if w := post(site, "/correct", form); w.Code != http.StatusSeeOther {
		t.Fatalf("not a figure: %d", w.Code)
	}
	if e = site.now.Load(); e.figures[f.ID] != nil {
		t.Error("what is no figure still is one")
	}
	if !strings.Contains(page(), "removed") {
		t.Error("what was taken out is not struck through")
	}
	list := ask(site, "GET", "/corrections", nil).Body.String()
	if strings.Count(list, "/undo") != 2 {
		t.Errorf("%d corrections listed, want 2", strings.Count(list, "/undo"))
	}
	for _, d := range e.book.Standing() {
		if w := post(site, "/undo", url.Values{"of": {d.ID}, "by": {"Anne"}, "back": {"/corrections"}}); w.Code != http.StatusSeeOther {
			t.Fatalf("undoing: %d %s", w.Code, w.Body)
		}
	}
	if got := site.now.Load().figures[f.ID]; got == nil || got.Group != f.Group {
		t.Errorf("after undoing both: %v", got)
	}
	data, err := os.ReadFile(file)
	if err != nil || strings.Count(string(data), "\n") != 4 {
		t.Errorf("the file does not hold all four lines: %q %v", data, err)
	}
	if list := ask(site, "GET", "/corrections", nil).Body.String(); strings.Count(list, "<s>") != 2 {
		t.Error("what was undone is no longer listed")
	}
}

func TestCorrectionsRefused(t *testing.T) {
	site, file := editable(t)
	r := site.now.Load().res.Reports[0]
	good := url.Values{"report": {string(r.ID)}, "at": {"0-4"}, "do": {"note"}, "note": {"x"}, "by": {"Anne"}}
	for what, change := range map[string][2]string{"nobody": {"by", ""}, "no report": {"report", "zzz"}, "no words": {"at", "0-99999999"}, "no such thing": {"do", "erase"}, "no change": {"do", "figure"}, "no goal": {"do", "pin"}, "no group": {"do", "figure"}} {
		form := url.Values{}
		for k, v := range good {
			form[k] = v
		}
		form.Set(change[0], change[1])
		if what == "no group" {
			form.Set("group", "martians")
		}
		if w := post(site, "/correct", form); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d, want 400", what, w.Code)
		}
	}
	if w := post(site, "/undo", url.Values{"of": {"nothing"}, "by": {"Anne"}}); w.Code != http.StatusBadRequest {
		t.Errorf("undoing nothing: %d", w.Code)
	}
	if data, _ := os.ReadFile(file); len(data) > 0 {
		t.Errorf("refused and written: %q", data)
	}
	if w := post(New(example(), Options{}), "/correct", good); w.Code != http.StatusMethodNotAllowed && w.Code != http.StatusNotFound {
		t.Errorf("a site that only reads answers %d", w.Code)
	}
}

func TestSpeakersJoinedByHand(t *testing.T) {
	site, _ := editable(t)
	before := len(site.now.Load().res.Cast.Speakers)
	if w := post(site, "/correct", url.Values{"do": {amend.Same}, "name": {"Mira Doskova"}, "other": {"Mira Doskeva"}, "by": {"Anne"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if after := len(site.now.Load().res.Cast.Speakers); after > before {
		t.Errorf("%d speakers, before %d", after, before)
	}
}

func TestLinesNeverMeet(t *testing.T) {
	name := filepath.Join(t.TempDir(), "d.jsonl")
	if err := os.WriteFile(name, []byte("# mine, and no line feed"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := appendLine(name, []byte(`{"do":"undo","of":"x"}`)); err != nil {
		t.Fatal(err)
	}
	if b, err := readBook(name); err != nil || len(b.List) != 1 {
		t.Errorf("%v %v", b, err)
	}
}
