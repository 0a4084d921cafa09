package dossier

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"recoupe/archive"
	"recoupe/internal/npm"
	"recoupe/source"
)

// everything gathers the words of a page, of what is hidden in its elements and
// of the frames in it: the replayed page stands several deep.
const everything = `(function () {
  const out = [];
  const walk = (root) => {
    if (root.body) out.push(root.body.innerText);
    for (const e of root.querySelectorAll("*")) {
      if (e.shadowRoot) walk(e.shadowRoot);
      if (e.tagName === "IFRAME") { try { if (e.contentDocument) walk(e.contentDocument); } catch (_) {} }
    }
  };
  walk(document);
  return out.join("\n");
})()`

// TestReplayWeb: ReplayWeb.page, which shows web archives in a browser, opens an
// export and shows the page as it was kept, its accents and redirects with it.
func TestReplayWeb(t *testing.T) {
	if testing.Short() {
		t.Skip("browsers are not for -short")
	}
	bin, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not here: no export replayed in it")
	}
	player := npm.Pack(t, "replaywebpage", "2.4.6")
	d := filled(t)
	moved := webpage(40)
	e := archiveEntry(moved)
	e.Redirects = redirects("https://lagune.example/court")
	if _, err := d.Commit(e); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(exportedFile(t, d, Selection{}))
	if err != nil {
		t.Fatal(err)
	}
	serve := func(name string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, filepath.Join(player, name)) }
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/ui.js", serve("ui.js"))
	mux.HandleFunc("/replay/ui.js", serve("ui.js"))
	mux.HandleFunc("/replay/sw.js", serve("sw.js"))
	mux.HandleFunc("/lisane.wacz", func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "lisane.wacz", time.Time{}, strings.NewReader(string(file)))
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write([]byte(`<!doctype html><script src="/ui.js"></script><replay-web-page embed="replayonly" replayBase="/replay/" source="/lisane.wacz" url="` + r.URL.Query().Get("url") + `"></replay-web-page>`))
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(bin), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	alloc, stop := chromedp.NewExecAllocator(t.Context(), opts...)
	defer stop()
	tab, end := chromedp.NewContext(alloc)
	defer end()
	if err := chromedp.Do(tab); err != nil { // the browser lives as long as the context it is first used with
		t.Fatalf("starting Chromium: %v", err)
	}
	tab, cancel := context.WithTimeout(tab, 4*time.Minute)
	defer cancel()
	for url, want := range map[string]string{
		"https://lagune.example/3":     "Au moins 3 morts à Lisane, selon la préfecture",
		"https://lagune.example/court": "Au moins 40 morts à Lisane, selon la préfecture",
	} {
		var words string
		for i := 0; i < 400 && !strings.Contains(words, want); i++ {
			if i%50 == 0 { // once its worker is there, the player opens the page it is asked for
				if err := chromedp.Do(tab, chromedp.Navigate(srv.URL+"/?url="+url)); err != nil {
					t.Fatal(err)
				}
			}
			time.Sleep(200 * time.Millisecond)
			if words, err = chromedp.Run(tab, chromedp.Evaluate[string](everything)); err != nil {
				t.Fatal(err)
			}
		}
		if !strings.Contains(words, want) {
			t.Errorf("%s is not replayed; the player shows\n%.2000s", url, words)
		}
	}
}

func archiveEntry(c *source.Capture) archive.Entry { return archive.EntryOf(c, noon) }

func redirects(from string) []archive.Hop { return []archive.Hop{{URL: from, Status: 301}} }
