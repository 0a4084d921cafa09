package watch

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"recoupe"
	"recoupe/dossier"
	"recoupe/feed"
	"recoupe/fetch"
	"recoupe/source"
)

// A press is a site on the loopback interface whose pages change.
type press struct {
	*httptest.Server
	mu     sync.Mutex
	pages  map[string]string // body, by path; absent: 410
	visits map[string]int
}

func newPress(t *testing.T) *press {
	p := &press{pages: map[string]string{}, visits: map[string]int{}}
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		p.visits[r.URL.Path]++
		body, ok := p.pages[r.URL.Path]
		if !ok {
			w.WriteHeader(http.StatusGone)
			return
		}
		tag := fmt.Sprintf(`"%d"`, len(body))
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if feed.Is([]byte(body)) {
			w.Header().Set("Content-Type", "application/rss+xml")
		}
		w.Write([]byte(body))
	}))
	t.Cleanup(p.Close)
	return p
}

func (p *press) set(path, body string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pages[path] = body; body == "" {
		delete(p.pages, path)
	}
}

func report(figures ...string) string {
	return "<html lang=\"fr\"><head><title>Lisane : le bilan</title></head><body><article><h1>Lisane : le bilan</h1><p>La digue de Lisane a cédé dans la nuit de samedi à dimanche, et l'eau a envahi la ville basse.</p><p>" +
		strings.Join(figures, "</p><p>") + "</p><p>Les secours cherchent encore dans les maisons du port, où le courant reste coupé.</p></article></body></html>"
}

func rss(p *press, paths ...string) string {
	s := `<rss version="2.0"><channel><title>Lagune</title>`
	for _, path := range paths {
		s += "<item><link>" + p.URL + path + "</link></item>"
	}
	return s + "</channel></rss>"
}

// A desk watches the press with a clock of its own.
type desk struct {
	*Watcher
	ahead    time.Duration
	kept     []dossier.Kept
	findings []Finding
	failed   []string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d, err := dossier.Create(filepath.Join(t.TempDir(), "lisane"))
	if err != nil {
		t.Fatal(err)
	}
	client, err := fetch.New(fetch.Options{Allow: []string{"127.0.0.1"}, Delay: -1})
	if err != nil {
		t.Fatal(err)
	}
	k := new(desk)
	k.Watcher = &Watcher{Adder: dossier.Adder{Dossier: d, Client: client, Now: func() time.Time { return time.Now().Add(k.ahead) },
		Kept:   func(x dossier.Kept) { k.kept = append(k.kept, x) },
		Failed: func(err error) { k.failed = append(k.failed, err.Error()) }},
		Tell: func(f Finding) { k.findings = append(k.findings, f) }}
	return k
}

func (k *desk) round(t *testing.T, later time.Duration) {
	t.Helper()
	k.ahead += later
	if _, err := k.Round(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func (k *desk) sound(t *testing.T) {
	t.Helper()
	r, err := dossier.Verify(k.Dir())
	if err != nil || len(r.Faults) > 0 {
		t.Errorf("%v %v", r, err)
	}
}

func TestWatchesAFeed(t *testing.T) {
	p, k := newPress(t), newDesk(t)
	p.set("/fil", rss(p, "/1"))
	p.set("/1", report("Un message du gouvernement fait état de 164 morts."))
	if err := k.Watch(p.URL+"/fil", false, k.Now()); err != nil {
		t.Fatal(err)
	}
	k.round(t, 0)
	if len(k.kept) != 2 || len(k.failed) != 0 {
		t.Fatalf("kept %d, failed %v; want the feed and one page", len(k.kept), k.failed)
	}
	// Nothing is due a moment later.
	k.round(t, time.Second)
	if p.visits["/1"] != 1 {
		t.Errorf("visited %d times at once", p.visits["/1"])
	}
	// The figure goes, another report comes.
	p.set("/fil", rss(p, "/2", "/1"))
	p.set("/1", report("Le gouvernement ne donne plus de bilan."))
	p.set("/2", report("Au moins douze personnes ont été tuées, selon la préfecture."))
	k.round(t, 15*time.Minute)
	if len(k.findings) != 1 || k.findings[0].Kind != "edited" || !slices.Contains(k.findings[0].Left, "164 morts") {
		t.Fatalf("findings %+v", k.findings)
	}
	f := k.findings[0]
	if len(f.Removed) != 1 || f.Removed[0] != "Un message du gouvernement fait état de 164 morts." || len(f.Added) != 1 {
		t.Errorf("difference %q %q", f.Removed, f.Added)
	}
	if got := left(k.Dossier); !slices.Equal(got, []string{"164 left_the_page"}) {
		t.Errorf("in the account: %v", got)
	}
	// The page goes, and comes back. An error of the server says nothing.
	p.set("/1", "")
	k.round(t, 2*time.Hour)
	if got := left(k.Dossier); !slices.Equal(got, []string{"164 left_the_page"}) {
		t.Errorf("in the account, once the page is gone: %v", got)
	}
	p.set("/2", "")
	k.round(t, 2*time.Hour)
	if got := left(k.Dossier); !slices.Equal(got, []string{"164 left_the_page", "Au moins douze page_gone"}) {
		t.Errorf("in the account, once the other is gone too: %v", got)
	}
	k.findings = k.findings[:2]
	p.set("/1", report("Le gouvernement ne donne plus de bilan."))
	k.round(t, 48*time.Hour)
	var kinds []string
	for _, f := range k.findings {
		kinds = append(kinds, f.Kind)
	}
	if !slices.Equal(kinds, []string{"edited", "gone", "back"}) {
		t.Errorf("findings %v", kinds)
	}
	// All of it can be told again from what was kept.
	if again := Findings(k.Dossier); len(again) != 4 || !slices.Equal(again[0].Left, k.findings[0].Left) {
		t.Errorf("told again: %+v", again)
	}
	k.sound(t)
}

// left lists the figures that left their pages, as the account has them.
func left(d *dossier.Dossier) []string {
	var out []string
	for _, s := range recoupe.Read(d.Captures(), recoupe.Options{Lives: d.Lives()}).Stories {
		for _, a := range s.Ledger.Accounts {
			for _, e := range a.Entries {
				if e.Left != nil {
					out = append(out, e.Report.Slice(e.Figure.Number)+" "+strings.Join(e.Marks, " "))
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// A page that is the same is asked for with its tag and brings nothing twice.
func TestUnchangedPageBringsNothing(t *testing.T) {
	p, k := newPress(t), newDesk(t)
	p.set("/1", report("Douze morts."))
	k.Watch(p.URL+"/1", false, k.Now())
	for range 4 {
		k.round(t, time.Hour)
	}
	if n := len(k.kept); n != 4 || p.visits["/1"] != 4 || k.kept[3].Record.Status != 304 {
		t.Errorf("kept %d, visited %d", n, p.visits["/1"])
	}
	if len(k.findings) != 0 {
		t.Errorf("findings %v", k.findings)
	}
	n := 0
	for range k.Captures() {
		n++
	}
	if n != 1 {
		t.Errorf("%d reports, want 1", n)
	}
	k.Watch(p.URL+"/1", true, k.Now())
	k.round(t, 100*time.Hour)
	if p.visits["/1"] != 4 {
		t.Error("visited after it was stopped")
	}
}

// A site that is down is left alone for longer and longer, and costs no other.
func TestSiteDown(t *testing.T) {
	p, k := newPress(t), newDesk(t)
	p.set("/1", report("Douze morts."))
	down := httptest.NewServer(nil)
	down.Close()
	k.Watch(down.URL+"/x", false, k.Now())
	k.Watch(p.URL+"/1", false, k.Now())
	k.round(t, 0)
	if len(k.kept) != 1 || len(k.failed) != 1 {
		t.Fatalf("kept %d, failed %v", len(k.kept), k.failed)
	}
	k.round(t, 15*time.Minute)
	if len(k.failed) != 1 {
		t.Errorf("asked again after a quarter of an hour: %v", k.failed)
	}
	k.sound(t)
}

func TestSchedule(t *testing.T) {
	start := time.Date(2031, 3, 2, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		p    dossier.Page
		want time.Duration
	}{
		{"new", dossier.Page{Changed: start, Last: start}, 10 * time.Minute},
		{"an evening old", dossier.Page{Changed: start, Last: start.Add(6 * time.Hour)}, 30 * time.Minute},
		{"yesterday's", dossier.Page{Changed: start, Last: start.Add(30 * time.Hour)}, 2 * time.Hour},
		{"last month's", dossier.Page{Changed: start, Last: start.Add(40 * 24 * time.Hour)}, 7 * 24 * time.Hour},
		{"last month's, edited", dossier.Page{Changed: start.Add(40 * 24 * time.Hour), Last: start.Add(40 * 24 * time.Hour)}, 10 * time.Minute},
		{"an old feed", dossier.Page{Feed: true, Changed: start, Last: start.Add(40 * 24 * time.Hour)}, time.Hour},
		{"gone", dossier.Page{Changed: start, Last: start, Status: 410}, time.Hour},
		{"failing", dossier.Page{Changed: start, Last: start, Fails: 3}, 80 * time.Minute},
		{"failing for long", dossier.Page{Changed: start, Last: start, Fails: 1000}, 2560 * time.Minute},
	} {
		if got := Next(&c.p).Sub(c.p.Last); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if !Next(&dossier.Page{}).IsZero() {
		t.Error("a page never visited has to wait")
	}
}

func TestChanges(t *testing.T) {
	read := func(words ...string) *recoupe.Result {
		return recoupe.Read(func(yield func(*source.Capture, error) bool) {
			for i, w := range words {
				yield(&source.Capture{Name: fmt.Sprintf("%d.txt", i), MediaType: "text/plain", Body: []byte(w)}, nil)
			}
		}, recoupe.Options{})
	}
	one := "date 2031-03-02\n\nAu moins douze personnes ont été tuées à Lisane, selon la préfecture.\n"
	two := "date 2031-03-03\n\nLe bilan des inondations de Lisane s'élève à 31 morts, selon la préfecture.\n"
	if got := Changes(read(one), read(one)); len(got) != 0 {
		t.Errorf("the same account changed: %v", got)
	}
	var kinds []string
	for _, c := range Changes(read(one), read(one, two)) {
		kinds = append(kinds, c.Kind)
	}
	if !slices.Contains(kinds, "report") || !slices.Contains(kinds, "figure") {
		t.Errorf("changes %v", kinds)
	}
}

func TestAtom(t *testing.T) {
	at := time.Date(2031, 3, 2, 12, 0, 0, 0, time.UTC)
	var b bytes.Buffer
	err := Atom(&b, "recoupe/0a1b", []News{{At: at, Line: "« 164 morts » a disparu & plus", URL: "https://lagune.example/1?a=1&b=2", Lines: []string{"- Il y a <164> morts."}},
		{At: at.Add(time.Hour), Line: "conflit"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(b.Bytes(), new(struct{ XMLName xml.Name })); err != nil {
		t.Fatal(err)
	}
	f, err := feed.Parse(&source.Capture{Name: "x", Body: b.Bytes()})
	if err != nil || len(f.Items) != 1 || f.Items[0].URL != "https://lagune.example/1?a=1&b=2" || !f.Items[0].Published.Equal(at) {
		t.Errorf("our own reader: %+v %v\n%s", f, err, b.String())
	}
}
