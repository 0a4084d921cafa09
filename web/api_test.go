package web

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

type portionRead struct {
	Items []struct {
		ID, Measure, Stance string
		Span                struct{ Report, Quote string }
	}
	Total int
	Next  *string
}

func TestAPI(t *testing.T) {
	site := New(example(), Options{})
	read := func(addr string, want int) (p portionRead) {
		t.Helper()
		w := ask(site, "GET", addr, nil)
		if w.Code != want {
			t.Fatalf("%s: %d %s, want %d", addr, w.Code, w.Body, want)
		}
		if want == 200 {
			if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
				t.Fatalf("%s: %v", addr, err)
			}
		}
		return p
	}
	figures := 0
	for _, r := range example().Reports {
		figures += len(r.Figures)
	}
	seen := map[string]bool{}
	for addr, n := "/api/figures?limit=7", 0; ; n++ {
		p := read(addr, 200)
		if p.Total != figures || n > figures {
			t.Fatalf("total %d, want %d", p.Total, figures)
		}
		for _, f := range p.Items {
			if seen[f.ID] || f.Span.Quote == "" {
				t.Errorf("figure %s again, or without words", f.ID)
			}
			seen[f.ID] = true
		}
		if p.Next == nil {
			break
		}
		addr = "/api/figures?limit=7&cursor=" + *p.Next
	}
	if len(seen) != figures {
		t.Errorf("%d figures in portions, want %d", len(seen), figures)
	}
	apiFilters(t, site, read, figures)
}

// apiFilters narrows the lists and asks for what is not there.
func apiFilters(t *testing.T, site *Site, read func(string, int) portionRead, figures int) {
	t.Helper()
	for _, f := range read("/api/figures?measure=killed&status=withdrawn", 200).Items {
		if f.Measure != "killed" {
			t.Errorf("filtered by killed: %s", f.Measure)
		}
	}
	if p := read("/api/figures?status=withdrawn", 200); p.Total == 0 || p.Total == figures {
		t.Errorf("%d withdrawn of %d", p.Total, figures)
	}
	read("/api/figures?cursor=nothing", 400)
	read("/api/figures?status=true", 422)
	read("/api/figures/nothing", 404)
	for _, list := range []string{"stories", "reports", "speakers", "claims", "gaps"} {
		p := read("/api/"+list, 200)
		if len(p.Items) == 0 {
			t.Errorf("no %s", list)
			continue
		}
		read("/api/"+list+"/"+p.Items[0].ID, 200)
	}
	etag := ask(site, "GET", "/api/figures", nil).Header().Get("ETag")
	for _, addr := range []string{"/api/figures", "/api/account", "/api/stories/" + example().Stories[0].ID} {
		w := ask(site, "GET", addr, func(r *http.Request) { r.Header.Set("If-None-Match", etag) })
		if etag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
			t.Errorf("%s: %d with %d bytes, want 304", addr, w.Code, w.Body.Len())
		}
	}
	if w := ask(site, "POST", "/api/figures", nil); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("writing: %d", w.Code)
	}
	if w := ask(site, "GET", "/healthz", nil); w.Code != 200 {
		t.Errorf("/healthz: %d", w.Code)
	}
}

func TestOpenAPI(t *testing.T) {
	w := ask(New(example(), Options{}), "GET", "/openapi.json", nil)
	var doc struct {
		OpenAPI string
		Paths   map[string]any
	}
	if err := json.Unmarshal(w.Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.1") || len(doc.Paths) < 10 {
		t.Errorf("OpenAPI %s with %d paths", doc.OpenAPI, len(doc.Paths))
	}
}
