package text

import (
	"os"
	"strings"
	"testing"

	"recoupe/source"
)

// BenchmarkPage reads a page of the usual weight: 5 kB of report in 120 kB of
// scripts, styles and menus.
func BenchmarkPage(b *testing.B) {
	raw, err := os.ReadFile("testdata/pages/graph.html")
	if err != nil {
		b.Fatal(err)
	}
	page := string(raw)
	menu := "<nav><ul>" + strings.Repeat(`<li class="item"><a href="/rubrique/article-12345.html">Une rubrique du site</a></li>`, 120) + "</ul></nav>"
	script := "<script>" + strings.Repeat(`window.queue.push({"slot":"a","size":[300,250]});`, 1800) + "</script>"
	para := "<p>" + strings.Repeat("Les secours cherchaient encore des survivants mercredi dans les rues basses de la ville. ", 5) + "</p>"
	page = strings.Replace(page, "</head>", script+"</head>", 1)
	page = strings.Replace(page, "<main>", menu+"<main>", 1)
	page = strings.Replace(page, "<h2>", strings.Repeat(para, 8)+"<h2>", 1)
	c := &source.Capture{Name: "page.html", MediaType: "text/html", Body: []byte(page)}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(c, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

// BenchmarkPlain reads a text of 5 kB.
func BenchmarkPlain(b *testing.B) {
	raw, err := os.ReadFile("testdata/plain/scraped.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(raw) + strings.Repeat("\n\n"+strings.Repeat("Les secours cherchaient encore des survivants mercredi dans les rues basses de la ville. ", 5), 9)
	c := &source.Capture{Name: "a.txt", MediaType: "text/plain", Body: []byte(text)}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(c, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}
