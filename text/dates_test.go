package text

import (
	"testing"

	"recoupe/source"
)

// TestPageDates reads the date of pages as publishing systems really write them:
// what was modified never passes for what was published.
func TestPageDates(t *testing.T) {
	body := "<p>La digue de Vauriac a cédé sous la poussée du fleuve, emportant trois maisons du quai.</p><p>Les secours cherchaient encore quatre disparus, a indiqué la préfecture de la région.</p>"
	page := func(head, top string) string {
		return "<html lang=fr><head><title>La digue a cédé</title>" + head + "</head><body><article><h1>La digue a cédé</h1>" + top + body + "</article></body></html>"
	}
	for _, c := range []struct{ name, url, page, published, modified string }{
		{"graph", "", page(`<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"WebPage","datePublished":"2019-01-01T00:00:00+00:00"},{"@type":"NewsArticle","headline":"La digue a cédé","datePublished":"2031-01-06T14:32:00+01:00","dateModified":"2031-01-08T10:00:00+01:00"}]}</script>`, ""), "2031-01-06", "2031-01-08"},
		{"array of types", "", page(`<script type="application/ld+json">[{"@type":["NewsArticle","Article"],"datePublished":"2031-01-06"}]</script>`, ""), "2031-01-06", ""},
		{"meta", "", page(`<meta property="article:published_time" content="2031-01-06T14:32:00Z"><meta property="article:modified_time" content="2031-01-09T08:00:00Z">`, ""), "2031-01-06", "2031-01-09"},
		{"only modified", "", page(`<meta property="article:modified_time" content="2031-01-09T08:00:00Z">`, ""), "", "2031-01-09"},
		{"time tag", "", page("", `<time datetime="2031-01-06T14:32">6 janv. 2031</time>`), "2031-01-06", ""},
		{"time tags, updated first", "", page("", `<p>Mis à jour le <time class="updated" datetime="2031-01-09">9 janvier 2031</time>, publié le <time class="published" datetime="2031-01-06">6 janvier 2031</time></p>`), "2031-01-06", "2031-01-09"},
		{"publié, modifié", "", page("", `<p>Publié le 6 janvier 2031 à 14h32 – Modifié le 9 janvier 2031 à 8h00</p>`), "2031-01-06", "2031-01-09"},
		{"mis à jour alone", "", page("", `<p>Mis à jour le 9 janvier 2031 à 8h00</p>`), "", "2031-01-09"},
		{"numeric", "", page("", `<p>Publié le : 06/01/2031 - 14:32</p>`), "2031-01-06", ""},
		{"numeric, both", "", page("", `<p>Publié le : 06/01/2031 - 14:32 Modifié le : 07/01/2031 - 09:10</p>`), "2031-01-06", "2031-01-07"},
		{"short month", "", page("", `<p>Publié le 6 janv. 2031 à 14:32</p>`), "2031-01-06", ""},
		{"address", "https://example.org/monde/2031/01/06/la-digue-a-cede", page("", ""), "2031-01-06", ""},
		{"dateline", "", page("", `<p>VAURIAC, 6 janvier 2031 (Estafette) – La digue de Vauriac a cédé dans la nuit, a indiqué la préfecture.</p>`), "2031-01-06", ""},
		{"le at the head", "", page("", `<p>Vauriac, le 6 janv. 2031 – La digue de Vauriac a cédé dans la nuit, a indiqué la préfecture.</p>`), "2031-01-06", ""},
		{"màj", "", page("", `<p>Publié le 06.01.2031 à 14h32, màj le 07.01.2031 à 9h10</p>`), "2031-01-06", "2031-01-07"},
	} {
		d, err := Read(&source.Capture{Name: "a.html", URL: c.url, Final: c.url, MediaType: "text/html", Body: []byte(c.page)}, Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		day := func(s Stated) string {
			w := s.When.String()
			return w
		}
		if got := day(d.Published); got != c.published {
			t.Errorf("%s: published %q, want %q", c.name, got, c.published)
		}
		if got := day(d.Modified); got != c.modified {
			t.Errorf("%s: modified %q, want %q", c.name, got, c.modified)
		}
	}
}
