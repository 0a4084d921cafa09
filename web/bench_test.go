package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"recoupe"
	"recoupe/source"
)

// crisis is a made-up crisis told in n reports, each with two figures or more: a
// toll that rises by the hour, towns, speakers that do not agree.
func crisis(n int) string {
	towns := []string{"Vernoise", "Port-Alban", "Sainte-Orle", "Mirval", "Brèches", "Haut-Serin", "Lormont", "Cassavel"}
	voices := []string{"selon la préfecture", "d'après les pompiers", "a indiqué le ministère de l'Intérieur", "selon le maire Paul Tessandier", "d'après l'hôpital de la Croix", "a déclaré la porte-parole Lise Mornand", "selon la Croix-Rouge"}
	start := time.Date(2031, 5, 3, 6, 0, 0, 0, time.UTC)
	var b strings.Builder
	for i := range n {
		at := start.Add(time.Duration(i) * 11 * time.Minute)
		town, voice, other := towns[i%len(towns)], voices[i%len(voices)], voices[(i*5+3)%len(voices)]
		text := fmt.Sprintf("Les inondations ont fait au moins %d morts à %s, %s. Quelque %d personnes ont été blessées dans la vallée, %s. Le dépêche numéro %d décrit la rue %d de la commune, où l'eau a baissé de la hauteur d'une marche depuis l'aube.", 3+i/9, town, voice, 20+i/2, other, i, i*7%311)
		if i%17 == 0 {
			text += " On ignore toujours le nombre de disparus."
		}
		fmt.Fprintf(&b, "{\"url\":%q,\"outlet\":%q,\"title\":%q,\"published\":%q,\"language\":\"fr\",\"text\":%q}\n",
			fmt.Sprintf("https://journal%d.exemple/%d", i%40, i), fmt.Sprintf("Journal %d", i%40), fmt.Sprintf("Inondations : la vallée de %s sous les eaux, jour %d", town, i/130+1), at.Format(time.RFC3339), text)
	}
	return b.String()
}

var large = sync.OnceValue(func() *recoupe.Result {
	dir, err := os.MkdirTemp("", "crisis")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "crisis.jsonl")
	if err := os.WriteFile(name, []byte(crisis(1000)), 0o666); err != nil {
		panic(err)
	}
	return recoupe.Read(source.Files([]string{name}, nil, source.Options{}), recoupe.Options{})
})

// largest returns the story with the most reports.
func largest(res *recoupe.Result) *recoupe.Told {
	best := res.Stories[0]
	for _, t := range res.Stories {
		if len(t.Reports) > len(best.Reports) {
			best = t
		}
	}
	return best
}

func TestLargeStoryIsSmallOnTheWire(t *testing.T) {
	if testing.Short() {
		t.Skip("a thousand reports are not for -short")
	}
	res := large()
	story := largest(res)
	figures := 0
	for _, r := range story.Reports {
		figures += len(r.Figures)
	}
	t.Logf("%d stories; the largest has %d reports and %d figures", len(res.Stories), len(story.Reports), figures)
	site := New(res, Options{})
	w := ask(site, "GET", "/s/"+story.ID, func(r *http.Request) { r.Header.Set("Accept-Encoding", "gzip") })
	if w.Code != 200 || w.Body.Len() > 100_000 {
		t.Errorf("status %d, %d bytes packed, want less than 100,000", w.Code, w.Body.Len())
	}
	t.Logf("%d bytes packed", w.Body.Len())
	if len(story.Reports) < 900 {
		t.Errorf("the made-up crisis fell into %d stories", len(res.Stories))
	}
	// What is folded can be reached: every line stands on the page that the
	// texts lead to.
	p := site.page(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	pages := map[string]string{}
	for f, path := range p.places(story, p.e.sheet(story, p.w)) {
		if pages[path] == "" {
			pages[path] = ask(site, "GET", "/"+path, nil).Body.String()
		}
		if !strings.Contains(pages[path], `id="t-`+f.ID+`"`) {
			t.Errorf("%s is not on %s", f.ID, path)
		}
	}
	if len(pages) < 3 {
		t.Errorf("%d pages of figures: nothing is folded", len(pages))
	}
}

// TestReadersWhileReplaced has many read while the account is replaced.
func TestReadersWhileReplaced(t *testing.T) {
	site := New(example(), Options{})
	story := "/s/" + example().Stories[0].ID
	addrs := []string{story, "/stories", story + "/timeline", "/r/" + string(example().Reports[0].ID), "/search?q=morts", "/api/figures?limit=5", story + "/since/2031-03-14"}
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			for k := range 10 {
				if w := ask(site, "GET", addrs[(i+k)%len(addrs)], nil); w.Code != http.StatusOK {
					t.Errorf("%s: %d", addrs[(i+k)%len(addrs)], w.Code)
				}
			}
		})
	}
	for range 5 {
		site.Replace(example())
	}
	wg.Wait()
}

func BenchmarkStoryPage(b *testing.B) {
	res := large()
	story := largest(res)
	get := func(site *Site) {
		r := httptest.NewRequest("GET", "/s/"+story.ID, nil)
		r.Host = "localhost"
		r.Header.Set("Accept-Encoding", "gzip")
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		if w.Code != 200 {
			b.Fatal(w.Code)
		}
		b.ReportMetric(float64(w.Body.Len()), "bytes/page")
	}
	b.Run("first", func(b *testing.B) { // the account laid out, the page made
		for b.Loop() {
			b.StopTimer()
			site := New(res, Options{})
			b.StartTimer()
			get(site)
		}
	})
	b.Run("made", func(b *testing.B) { // laid out before, the page made anew
		site := New(res, Options{})
		get(site)
		for b.Loop() {
			clear(site.now.Load().kept)
			get(site)
		}
	})
	b.Run("kept", func(b *testing.B) {
		site := New(res, Options{})
		get(site)
		for b.Loop() {
			get(site)
		}
	})
	b.Run("edition", func(b *testing.B) {
		for b.Loop() {
			newEdition(res, 1)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	f := newFinder(large().Reports)
	b.ResetTimer()
	for b.Loop() {
		f.find("ministere interieur bless")
	}
}
