package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"recoupe/claim"
)

// nasty is a report in which every part that a page shows tries to be more than
// words.
func nasty(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	for _, evil := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</textarea><script>alert(1)</script>`,
		`javascript:alert(1)`, `{{.}}`, "\u202egnp.exe", "]]><!--", "&lt;b&gt;", `</svg><style>*{display:none}</style>`, "=HYPERLINK(\"x\")", "a\x00b",
	} {
		for _, addr := range []string{"javascript:alert(1)//" + evil, "https://exemple.test/" + evil, "data:text/html," + evil} {
			line, err := json.Marshal(map[string]string{
				"url": addr, "outlet": "Le Quai " + evil, "title": "Crue : 12 morts " + evil, "published": "2031-03-12", "language": "fr",
				"text": "La crue de la Sorbe a fait au moins 12 morts et 30 blessés, selon le préfet " + evil + " Dubreuil. « Nous comptons " + evil + " 40 disparus », a déclaré mardi Anne " + evil + " Morel, porte-parole des pompiers. On ignore combien de personnes ont été évacuées " + evil + ".",
			})
			if err != nil {
				t.Fatal(err)
			}
			out.Write(line)
			out.WriteByte('\n')
		}
	}
	return out.String()
}

func TestHostileWordsStayWords(t *testing.T) {
	res := readTexts(t, nasty(t))
	figures := 0
	for _, r := range res.Reports {
		figures += len(r.Figures)
	}
	if len(res.Reports) < 10 || figures < 10 {
		t.Fatalf("%d reports, %d figures: nothing to attack with", len(res.Reports), figures)
	}
	site := New(res, Options{})
	get := handlerGet(t, site, "fr")
	c := &crawl{t: t, get: get, res: res}
	c.walk("/stories")
	c.check()
	if len(c.pages) < 20 {
		t.Errorf("only %d pages", len(c.pages))
	}
	for _, q := range []string{`"><script>alert(1)</script>`, "{{.}}", "x\x00", "morts"} {
		at := "/search?q=" + url.QueryEscape(q)
		body, _ := get(at)
		doc, err := html.Parse(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		c.pages[at] = doc
	}
	for at, doc := range c.pages {
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "script" && (attr(n, "src") != "/static/site.js" || textOf(n) != "") || n.Data == "img" || n.Data == "style" {
				t.Errorf("%s: <%s %v>", at, n.Data, n.Attr)
			}
			for _, a := range n.Attr {
				low := strings.ToLower(strings.TrimSpace(a.Val))
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || (a.Key == "href" || a.Key == "src" || a.Key == "action") && (strings.HasPrefix(low, "javascript:") || strings.HasPrefix(low, "data:")) {
					t.Errorf("%s: %s=%q", at, a.Key, a.Val)
				}
			}
		}
		if body := textOf(doc); strings.Contains(body, "\u202e") {
			t.Errorf("%s: a sign that turns the line was let through", at)
		}
	}
}

func ask(h http.Handler, method, addr string, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, addr, nil)
	r.Host = "127.0.0.1:8017"
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestGate(t *testing.T) {
	site := New(example(), Options{Hosts: []string{"desk.exemple"}})
	for host, want := range map[string]int{"localhost:8017": 200, "127.0.0.1": 200, "[::1]:8017": 200, "desk.exemple": 200, "DESK.exemple:80": 200,
		"evil.exemple": 421, "127.0.0.1.evil.exemple": 421, "": 421, "10.0.0.7:8017": 421} {
		if w := ask(site, "GET", "/stories", func(r *http.Request) { r.Host = host }); w.Code != want {
			t.Errorf("host %q: %d, want %d", host, w.Code, want)
		}
	}
	w := ask(site, "POST", "/login", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
	if w.Code != http.StatusForbidden {
		t.Errorf("a form on another site: %d, want 403", w.Code)
	}
	for _, addr := range []string{"/static/../web.go", "/static/nothing", "/r/", "/r/zzz", "/s/zzz", "/s/zzz/split", "/p/zzz", "/compare/a/b", "/s/" + example().Stories[0].ID + "/since/never", "/s/" + example().Stories[0].ID + "/timeline/99", "/s/" + example().Stories[0].ID + "/timeline/1"} {
		if w := ask(site, "GET", addr, nil); w.Code != 404 && w.Code != 301 && w.Code != 307 {
			t.Errorf("%s: %d, want 404", addr, w.Code)
		}
	}
}

func TestToken(t *testing.T) {
	const token = "a long enough token"
	site := New(example(), Options{Token: token})
	if w := ask(site, "GET", "/stories", nil); w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/login") {
		t.Errorf("without a token: %d to %q", w.Code, w.Header().Get("Location"))
	}
	if w := ask(site, "GET", "/stories", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }); w.Code != 200 {
		t.Errorf("with the token: %d", w.Code)
	}
	if w := ask(site, "GET", "/stories", func(r *http.Request) { r.Header.Set("Authorization", "Bearer ") }); w.Code == 200 {
		t.Error("an empty token is let in")
	}
	enter := func(shown, to string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("POST", "/login", strings.NewReader(url.Values{"token": {shown}, "to": {to}}.Encode()))
		r.Host = "localhost"
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		site.ServeHTTP(w, r)
		return w
	}
	w := enter(token, "//evil.exemple/")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/" {
		t.Errorf("led to %q after the login", w.Header().Get("Location"))
	}
	cookies := w.Result().Cookies()
	if len(cookies) != 1 || !cookies[0].HttpOnly || cookies[0].SameSite != http.SameSiteStrictMode || strings.Contains(cookies[0].Value, token) {
		t.Fatalf("cookies %v", cookies)
	}
	if w := ask(site, "GET", "/stories", func(r *http.Request) { r.AddCookie(cookies[0]) }); w.Code != 200 {
		t.Errorf("after the login: %d", w.Code)
	}
	codes := []int{}
	for range 12 {
		codes = append(codes, enter("guess", "/").Code)
	}
	if codes[0] != 403 || !slices.Contains(codes, 429) {
		t.Errorf("guessing: %v", codes)
	}
}

func TestUnchangedPagesAreNotSentAgain(t *testing.T) {
	site := New(example(), Options{})
	first := ask(site, "GET", "/stories", nil)
	etag := first.Header().Get("ETag")
	if w := ask(site, "GET", "/stories", func(r *http.Request) { r.Header.Set("If-None-Match", etag) }); w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("%d with %d bytes, want 304", w.Code, w.Body.Len())
	}
	w := ask(site, "GET", "/stories", func(r *http.Request) { r.Header.Set("Accept-Encoding", "gzip") })
	if w.Header().Get("Content-Encoding") != "gzip" || w.Body.Len() >= first.Body.Len() {
		t.Errorf("not packed: %d bytes of %d", w.Body.Len(), first.Body.Len())
	}
}

func TestNews(t *testing.T) {
	site := New(example(), Options{})
	srv := httptest.NewServer(site)
	defer srv.Close()
	resp, err := http.Get(srv.URL + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	buf := make([]byte, 4096)
	n, _ := resp.Body.Read(buf)
	if !strings.Contains(string(buf[:n]), "data: 1") {
		t.Fatalf("first news %q", buf[:n])
	}
	site.Replace(example())
	for got := ""; !strings.Contains(got, "data: 2"); {
		n, err := resp.Body.Read(buf)
		if err != nil {
			t.Fatalf("%q: %v", got, err)
		}
		got += string(buf[:n])
	}
}

// TestOriginalsAreSavedAndNotShown asks for the bytes of a hostile page.
func TestOriginalsAreSavedAndNotShown(t *testing.T) {
	const evil = "<html><script>alert(1)</script>"
	site := New(example(), Options{Original: func(*claim.Report) ([]byte, error) { return []byte(evil), nil }})
	r := example().Reports[0]
	w := ask(site, "GET", "/original/"+string(r.ID), nil)
	h := w.Header()
	if w.Code != 200 || w.Body.String() != evil {
		t.Errorf("%d %q", w.Code, w.Body)
	}
	if h.Get("Content-Security-Policy") != "default-src 'none'; sandbox" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") ||
		h.Get("Content-Type") != "application/octet-stream" || h.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("handed out with %v", h)
	}
	if page := ask(site, "GET", "/r/"+string(r.ID), nil).Body.String(); !strings.Contains(page, "/original/"+string(r.ID)) {
		t.Error("no way leads to the original")
	}
	for addr, site := range map[string]*Site{"/original/zzz": site, "/original/" + string(r.ID): New(example(), Options{})} {
		if w := ask(site, "GET", addr, nil); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", addr, w.Code)
		}
	}
}
