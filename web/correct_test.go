package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
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
			recoupe.Options{Decisions: book.Stories(), Amend: func(rs []*claim.Report) []*claim.Report { changed, _ := book.Apply(rs); return changed }}), nil
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

// TestEveryCorrection makes every kind of correction as its form does, sees what
// it changes, and takes it back.
func TestEveryCorrection(t *testing.T) {
	site, file := editable(t)
	res := func() *recoupe.Result { return site.now.Load().res }
	first := res().Reports[len(res().Reports)/2]
	f := first.Figures[slices.IndexFunc(first.Figures, func(f *claim.Figure) bool { return f.By != nil })]
	at := strconv.Itoa(f.Span.Start) + "-" + strconv.Itoa(f.Span.End)
	figure := func() *claim.Figure { return site.now.Load().figures[f.ID] }
	report := string(first.ID)
	stories := func() int { return len(res().Stories) }
	alone := stories()
	edges := func() string {
		var out []string
		for _, e := range res().Edges {
			out = append(out, fmt.Sprint(e))
		}
		return strings.Join(out, "\n")
	}
	was := edges()
	var copied, of string
	for _, c := range res().Copies {
		copied, of = string(c.Report), string(c.Of)
	}
	for _, k := range []struct {
		what string
		form url.Values
		done func() bool
	}{
		{"another measure", url.Values{"report": {report}, "at": {at}, "do": {"figure"}, "measure": {"missing"}}, func() bool { return figure().Measure == claim.Missing }},
		{"another group", url.Values{"report": {report}, "at": {at}, "do": {"figure"}, "group": {"children"}}, func() bool { return figure().Group == claim.Children }},
		{"another place", url.Values{"report": {report}, "at": {at}, "do": {"figure"}, "place": {"Vernoise"}}, func() bool { return figure().Place != nil && figure().Place.Name == "Vernoise" }},
		{"another speaker", url.Values{"report": {report}, "at": {at}, "do": {"figure"}, "speaker": {"Mira Doskova"}}, func() bool {
			return figure().By != nil && strings.Contains(figure().By.Speaker+figure().By.Name, "Doskova")
		}},
		{"no speaker", url.Values{"report": {report}, "at": {at}, "do": {"figure"}, "speaker": {"-"}}, func() bool { return figure().By == nil }},
		{"not a figure", url.Values{"report": {report}, "at": {at}, "do": {"not-a-figure"}}, func() bool { return figure() == nil }},
		{"a note", url.Values{"report": {report}, "at": {at}, "do": {"note"}, "note": {"rappelé la préfecture"}}, func() bool {
			return strings.Contains(ask(site, "GET", "/r/"+report, nil).Body.String(), "rappelé la préfecture")
		}},
		{"a story of its own", url.Values{"report": {report}, "do": {"split"}}, func() bool { return stories() > alone }},
		{"from an agency", url.Values{"report": {report}, "do": {"add"}, "agency": {"Caldinform"}}, func() bool { return edges() != was }},
		{"not from there", url.Values{"report": {copied}, "do": {"cut"}, "to": {of}}, func() bool { return edges() != was }},
	} {
		k.form.Set("by", "Anne")
		if k.done() {
			t.Errorf("%s: it is so already", k.what)
		}
		if w := post(site, "/correct", k.form); w.Code != http.StatusSeeOther {
			t.Errorf("%s: %d %s", k.what, w.Code, w.Body)
			continue
		}
		if !k.done() {
			t.Errorf("%s: nothing changed", k.what)
		}
		if len(res().Unmet) > 0 {
			t.Errorf("%s: unmet %v", k.what, res().Unmet)
		}
		book := site.now.Load().book
		last := book.List[len(book.List)-1]
		if last.By != "Anne" || last.At == "" || last.Reports[0].Report == "" {
			t.Errorf("%s: written as %+v", k.what, last)
		}
		if w := post(site, "/undo", url.Values{"of": {last.ID}, "by": {"Bruno"}}); w.Code != http.StatusSeeOther || k.done() {
			t.Errorf("%s: undone with %d, and it still holds", k.what, w.Code)
		}
	}
	// Another story: there are two once one report is split off.
	split := url.Values{"report": {report}, "do": {"split"}, "by": {"Anne"}}
	if w := post(site, "/correct", split); w.Code != http.StatusSeeOther || stories() != alone+1 {
		t.Fatalf("split: %d, %d stories", w.Code, stories())
	}
	var other string
	for _, r := range res().Stories[0].Reports {
		if r.ID != first.ID {
			other = string(r.ID)
		}
	}
	if other == "" {
		other = string(res().Stories[1].Reports[0].ID)
	}
	if page := ask(site, "GET", "/r/"+report, nil).Body.String(); !strings.Contains(page, `value="pin"`) {
		t.Error("no other story can be chosen")
	}
	if w := post(site, "/correct", url.Values{"report": {report}, "do": {"pin"}, "to": {other}, "by": {"Anne"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("pin: %d %s", w.Code, w.Body)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if list := ask(site, "GET", "/corrections", nil).Body.String(); strings.Count(list, "<li>") < 12 || !strings.Contains(list, "Bruno") {
		t.Errorf("%d corrections are listed of %d lines", strings.Count(list, "<li>"), strings.Count(string(data), "\n"))
	}
}
