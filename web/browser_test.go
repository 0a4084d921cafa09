package web

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"recoupe/ledger"
	"recoupe/render"
)

// axeVersion is the accessibility checker the pages are held to. It is fetched
// where npm can, and never kept here: its licence is its own.
const axeVersion = "4.10.3"

var axe = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "axe")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "npm", "pack", "--silent", "axe-core@"+axeVersion)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm pack: %v: %.200s", err, out)
	}
	f, err := os.Open(filepath.Join(dir, "axe-core-"+axeVersion+".tgz"))
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err != nil {
			return "", err
		}
		if h.Name == "package/axe.min.js" {
			data, err := io.ReadAll(r)
			return string(data), err
		}
	}
})

// How long a browser may take for one step and for all of a test. Steps wait for
// what they need and for nothing else, so that only a machine that is stuck ever
// comes to these limits.
const oneStep, wholeTest = 2 * time.Minute, 8 * time.Minute

// A browser is a Chromium with the site open before it.
type browser struct {
	t    *testing.T
	ctx  context.Context
	base string
}

func openBrowser(t *testing.T, site *Site) *browser {
	t.Helper()
	var bin string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			bin = p
			break
		}
	}
	if bin == "" {
		t.Skip("no Chromium on this machine (Debian: apt-get install chromium)")
	}
	if testing.Short() {
		t.Skip("browsers are not for -short")
	}
	srv := httptest.NewServer(site)
	t.Cleanup(srv.Close)
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(bin), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WSURLReadTimeout(oneStep),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("lang", "en"),
		chromedp.Flag("force-prefers-reduced-motion", true)) // a page that still glides is clicked beside
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, late := context.WithTimeout(ctx, wholeTest)
	t.Cleanup(late)
	// The browser lives as long as the context it is first used with.
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	return &browser{t, ctx, srv.URL}
}

func (b *browser) do(what string, steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, oneStep)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
}

// seek returns what an action finds.
func seek[T any](b *browser, what string, a chromedp.Action[T]) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, oneStep)
	defer cancel()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
	return v
}

// js returns what an expression comes to.
func js[T any](b *browser, expr string, opts ...chromedp.EvaluateOption) T {
	b.t.Helper()
	return seek(b, expr[:min(len(expr), 80)], chromedp.Evaluate[T](expr, opts...))
}

// call sends the browser a command.
func call[P, R any](b *browser, cmd cdp.Command[P, R], params P) {
	b.t.Helper()
	b.do(cmd.Method, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Call(ctx, cmd, params)
		return err
	}))
}

// ready waits until what a selector names is on the page.
func ready(sel string) chromedp.Action[chromedp.Void] { return chromedp.WaitReady(chromedp.CSS(sel)) }

func click(sel string) chromedp.Action[chromedp.Void] { return chromedp.Click(chromedp.CSS(sel)) }

func (b *browser) open(path string) {
	b.t.Helper()
	b.do("opening "+path, chromedp.Navigate(b.base+path), ready("main"))
}

func (b *browser) size(w, h int64) {
	b.t.Helper()
	b.do("size", chromedp.EmulateViewport(w, h))
}

func (b *browser) shot(name string) {
	b.t.Helper()
	seek(b, "laid out", chromedp.Poll[bool](`document.readyState === "complete" && document.documentElement.scrollWidth > 0`))
	png := seek(b, "screenshot", chromedp.FullScreenshot(100))
	if err := os.WriteFile(filepath.Join(b.t.ArtifactDir(), name+".png"), png, 0o666); err != nil {
		b.t.Fatal(err)
	}
}

// axe fails for everything the checker finds on the page.
func (b *browser) axe(where string) {
	b.t.Helper()
	src, err := axe()
	if err != nil {
		b.t.Logf("not checked with axe: %v", err)
		return
	}
	js[int](b, src+";0")
	found := js[string](b, `axe.run(document, {runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then(r => JSON.stringify(r.violations.map(v => ({id: v.id, n: v.nodes.length, html: v.nodes.slice(0,3).map(n => n.html.slice(0,200)+" "+n.failureSummary.slice(0,300))}))))`, chromedp.EvalAwaitPromise)
	var list []struct {
		ID   string
		N    int
		HTML []string
	}
	if err := json.Unmarshal([]byte(found), &list); err != nil {
		b.t.Fatal(err)
	}
	for _, v := range list {
		b.t.Errorf("%s: axe %s ×%d: %s", where, v.ID, v.N, strings.Join(v.HTML, "\n   "))
	}
}

func pagesToSee() map[string]string {
	res := example()
	e := newEdition(res, 1)
	story := res.Stories[0].ID
	out := map[string]string{"story": "/s/" + story, "stories": "/stories", "help": "/help", "timeline": "/s/" + story + "/timeline", "since": "/s/" + story + "/since/2031-03-14",
		"report": "/r/" + string(res.Reports[len(res.Reports)/2].ID), "search": "/search?q=morts", "missing": "/nothing", "split": "/s/" + story + "/split", "login": "/login"}
	for _, c := range res.Copies {
		out["compare"] = "/" + comparePath(c.Report, c.Of)
	}
	for _, sp := range res.Cast.Speakers {
		if s := e.sayings[sp.ID]; s != nil && len(s.figures) > 2 {
			out["speaker"] = "/p/" + speakerFile(sp.ID)
		}
	}
	return out
}

func TestBrowserPages(t *testing.T) {
	b := openBrowser(t, New(example(), Options{Words: render.In("fr")}))
	for name, path := range pagesToSee() {
		for _, w := range []int64{1440, 360} {
			b.size(w, 900)
			b.open(path)
			wide := js[int](b, "document.documentElement.scrollWidth")
			if int64(wide) > w {
				b.t.Errorf("%s: %d wide on a screen of %d", name, wide, w)
			}
			b.shot(fmt.Sprintf("%s-%d", name, w))
			if w == 1440 || name == "story" || name == "report" {
				b.axe(fmt.Sprintf("%s at %d", name, w))
			}
		}
	}
}

func TestBrowserDarkAndPrint(t *testing.T) {
	b := openBrowser(t, New(example(), Options{Words: render.In("fr")}))
	pages := pagesToSee()
	b.size(1440, 900)
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	for _, name := range []string{"story", "report", "compare", "speaker", "search", "help"} {
		b.open(pages[name])
		b.shot(name + "-dark")
		b.axe(name + ", dark")
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	b.open(pages["story"])
	shown := js[bool](b, `getComputedStyle(document.querySelector(".notes")).display !== "none" && getComputedStyle(document.querySelector(".bar")).display === "none"`)
	if !shown {
		t.Error("on paper there are no notes, or there is a menu")
	}
	pdf := seek(b, "paper", chromedp.PrintToPDF())
	if err := os.WriteFile(filepath.Join(t.ArtifactDir(), "story.pdf"), pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	b.shot("story-print")
}

// TestBrowserWayToTheSentence goes as a new user would: from the address to the
// withdrawn toll, who said it, and its sentence.
func TestBrowserWayToTheSentence(t *testing.T) {
	for _, script := range []bool{true, false} {
		t.Run(map[bool]string{true: "script", false: "no-script"}[script], func(t *testing.T) {
			b := openBrowser(t, New(example(), Options{Words: render.In("fr")}))
			b.size(1440, 900)
			call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script})
			b.open("/") // the only story opens at once
			want := ""
			for _, a := range example().Stories[0].Ledger.Accounts {
				for _, e := range a.Entries {
					if e.Status == ledger.Withdrawn && want == "" {
						want = e.Report.Slice(e.Figure.Span)
					}
				}
			}
			const first = ".doubts .cards li:first-child"
			card := seek(b, "the first doubt", chromedp.Text(chromedp.CSS(first)))
			if !strings.Contains(card, "retiré") || !strings.Contains(card, "58") {
				t.Errorf("the first thing not to print is %q", card)
			}
			b.do("click", click(first+" a.n"), ready("article.lit"))
			lit, where := seek(b, "the sentence", chromedp.Text(chromedp.CSS(":target"))), seek(b, "where", chromedp.Location())
			if !strings.Contains(where, "/r/") || lit != want {
				t.Errorf("at %s %q is lit, want %q", where, lit, want)
			}
			b.shot("sentence")
			if script {
				b.do("the script", ready("body[data-keys]"))
				seen := js[bool](b, `(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(":target").getBoundingClientRect())`)
				if !seen {
					t.Error("the lit sentence is not in sight")
				}
				if !js[bool](b, `document.querySelector("details.note[open]") !== null`) {
					t.Error("the lit words are not explained")
				}
			}
		})
	}
}

func TestBrowserKeys(t *testing.T) {
	b := openBrowser(t, New(example(), Options{Words: render.In("fr")}))
	b.size(1440, 900)
	pages := pagesToSee()
	b.open(pages["story"])
	keys := ready("body[data-keys]") // the script is there
	b.do("j j k", keys, chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent("k"))
	id := js[string](b, `document.querySelector(".item.here").id + " " + (document.activeElement.className)`)
	if !strings.HasPrefix(id, "t-") || !strings.HasSuffix(id, " n") {
		t.Errorf("after j j k at %q", id)
	}
	b.do("o", chromedp.KeyEvent("o"), ready("article.lit"), keys)
	where := seek(b, "where", chromedp.Location())
	if !strings.Contains(where, "/r/") || !strings.Contains(where, "#s-") {
		t.Errorf("o opened %s", where)
	}
	b.do("/", chromedp.KeyEvent("/"))
	if focus := js[string](b, "document.activeElement.type"); focus != "search" {
		t.Errorf("/ went to %q", focus)
	}
	b.do("words", chromedp.KeyEvent("morts\r"), ready(".hits li"), keys)
	js[int](b, "document.activeElement.blur(), 0")
	b.do("?", chromedp.KeyEvent("?"), click("#keys-off"), ready("#keys-off:checked"))
	b.open(pages["story"])
	b.do("j", ready(`body[data-keys="off"]`), chromedp.KeyEvent("j"))
	if js[bool](b, `document.querySelector(".item.here") !== null`) {
		t.Error("keys were switched off and still do something")
	}
}

func TestBrowserLive(t *testing.T) {
	site := New(example(), Options{Words: render.In("fr")})
	b := openBrowser(t, site)
	b.open(pagesToSee()["story"])
	listening := func() bool {
		site.mu.Lock()
		defer site.mu.Unlock()
		return len(site.listeners) > 0
	}
	for tick := time.NewTicker(20 * time.Millisecond); !listening(); { // the browser connects when it likes
		select {
		case <-tick.C:
		case <-b.ctx.Done():
			t.Fatal("the browser does not listen for news")
		}
	}
	site.Replace(example())
	b.do("the news", chromedp.WaitVisible(chromedp.CSS(".news")))
}

// TestBrowserAddress opens any stretch of a report by its address.
func TestBrowserAddress(t *testing.T) {
	b := openBrowser(t, New(example(), Options{Words: render.In("fr")}))
	r := example().Reports[0]
	s := r.Sentences[1]
	b.do("an address", chromedp.Navigate(fmt.Sprintf("%s/r/%s#c=%d,%d", b.base, r.ID, s.Start, s.End)), ready(":target"))
	lit := js[string](b, `document.querySelector(":target").textContent`)
	if bare(lit) == "" || !strings.HasPrefix(bare(r.Text[s.Start:s.End]), bare(lit)) {
		t.Errorf("lit %q, want %q", lit, r.Text[s.Start:s.End])
	}
}

// TestBrowserPublication opens a publication from a disk.
func TestBrowserPublication(t *testing.T) {
	b := openBrowser(t, New(example(), Options{}))
	dir := filepath.Join(t.TempDir(), "account")
	if err := Publish(dir, example(), render.In("fr"), nil); err != nil {
		t.Fatal(err)
	}
	b.size(1440, 900)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.do("from a disk", chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/index.html"), ready("main"))
	b.shot("disk")
	b.do("click", click(".doubts .cards li:first-child a.n"), ready("article.lit"))
	lit, where := seek(b, "the sentence", chromedp.Text(chromedp.CSS(":target"))), seek(b, "where", chromedp.Location())
	if !strings.HasPrefix(where, "file://") || !strings.Contains(lit, "58") {
		t.Errorf("at %s %q is lit", where, lit)
	}
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	if width := js[string](b, `getComputedStyle(document.querySelector(".beside")).display`); width != "grid" {
		t.Errorf("the style is not applied: %s", width)
	}
}

// TestBrowserCorrection corrects a figure in place and takes it back, with and
// without a script.
func TestBrowserCorrection(t *testing.T) {
	site, _ := editable(t)
	b := openBrowser(t, site)
	b.size(1440, 900)
	r := site.now.Load().res.Reports[len(site.now.Load().res.Reports)/2]
	f := r.Figures[0]
	id := noteID("fig", f.Span)
	b.open("/r/" + string(r.ID) + "#" + noteID("s", f.Span))
	b.do("open the form", click("#"+id+" details.amend summary"))
	b.axe("the form")
	b.do("fill it in", chromedp.SendKeys(chromedp.CSS("#"+id+" input[name=by]"), "Anne"), click("#"+id+" button[value=not-a-figure]"), ready(".made"))
	b.shot("corrected")
	if n := js[int](b, `document.querySelectorAll("#`+id+`").length`); n != 0 {
		t.Error("what is no figure is still explained as one")
	}
	b.open("/corrections")
	b.axe("corrections")
	b.shot("corrections")
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.do("undo", click(".undo button"), chromedp.WaitNotPresent(chromedp.CSS(".undo")))
	b.open("/r/" + string(r.ID))
	b.do("it is back", ready("#"+id))
}

// TestBrowserVersions looks at what was edited at the source.
func TestBrowserVersions(t *testing.T) {
	res := readTexts(t, edited)
	b := openBrowser(t, New(res, Options{Words: render.In("fr")}))
	for _, w := range []int64{1440, 360} {
		b.size(w, 900)
		b.open("/versions/" + string(res.Reports[0].ID))
		if wide := js[int](b, "document.documentElement.scrollWidth"); int64(wide) > w {
			t.Errorf("%d wide on a screen of %d", wide, w)
		}
		b.shot(fmt.Sprintf("versions-%d", w))
		b.axe(fmt.Sprintf("versions at %d", w))
	}
	b.do("click", click(".diff .newer a.n"), ready(":target"))
	if lit := seek(b, "the words", chromedp.Text(chromedp.CSS(":target"))); !strings.Contains(lit, "14 morts") {
		t.Errorf("%q is lit", lit)
	}
}
