package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"recoupe/dossier"
	"recoupe/fetch"
	"recoupe/source"
	"recoupe/watch"
	"recoupe/web"
)

var loadFor = flag.Duration("load", 0, "how long TestReaders has 200 people read while a watch writes; 0: a few of them for a moment")

// A newsroom is a site whose feed grows by a report a second and whose first
// report is edited again and again.
type newsroom struct {
	*httptest.Server
	begun time.Time
}

func newNewsroom(t *testing.T) *newsroom {
	n := &newsroom{begun: time.Now()}
	n.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		told := int(time.Since(n.begun).Seconds()) + 1
		switch r.URL.Path {
		case "/robots.txt":
			http.NotFound(w, r)
		case "/fil":
			w.Header().Set("Content-Type", "application/rss+xml")
			fmt.Fprint(w, `<rss version="2.0"><channel><title>Lagune</title>`)
			for i := range told {
				fmt.Fprintf(w, "<item><link>%s/%d</link></item>", n.URL, i)
			}
			fmt.Fprint(w, "</channel></rss>")
		default:
			i := 0
			fmt.Sscanf(r.URL.Path, "/%d", &i)
			if i == 0 {
				i = told // edited at the source
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, `<html lang="fr"><head><title>Caldérie : le point à Port-Lisane</title><meta property="article:published_time" content="2031-03-18T08:%02d:00Z"></head><body><article><h1>Caldérie : le point à Port-Lisane</h1><p>À Port-Lisane, le calme est revenu sur les docks, où la garde portuaire patrouille depuis l'aube.</p><p>Au moins %d personnes ont été tuées depuis le début des troubles, selon le ministère de la Santé.</p></article></body></html>`, i%60, 20+i)
		}
	}))
	t.Cleanup(n.Close)
	return n
}

// TestReaders has people read a dossier over the network while a watch keeps
// writing to it: nobody may meet an error, and those who listen hear the news.
//
//	go test ./cmd/recoupe -run TestReaders -load 1m -v
func TestReaders(t *testing.T) {
	readers, last := 20, 6*time.Second
	if *loadFor > 0 {
		readers, last = 200, *loadFor
	}
	dir := filepath.Join(t.TempDir(), "lisane")
	base := serveDossier(t, dir)
	ctx, end := context.WithTimeout(t.Context(), last)
	defer end()
	heard := listenFor(ctx, t, base)
	rounds := watchAlong(ctx, t, dir, newNewsroom(t).URL)
	addrs := addresses(t, base)
	var mu sync.Mutex
	var took []time.Duration
	var all sync.WaitGroup
	for i := range readers {
		all.Go(func() {
			mine, err := read(ctx, base, addrs, uint64(i))
			mu.Lock()
			defer mu.Unlock()
			took = append(took, mine...)
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if len(took) == 0 {
		t.Fatal("nobody read anything")
	}
	slices.Sort(took)
	part := func(p float64) time.Duration { return took[int(p*float64(len(took)-1))].Round(100 * time.Microsecond) }
	t.Logf("%d readers for %v: %d pages, %.0f a second; median %v, 90 %% %v, 99 %% %v, longest %v; the watch made %d rounds, %d new accounts were announced",
		readers, last, len(took), float64(len(took))/last.Seconds(), part(.5), part(.9), part(.99), part(1), rounds.Load(), heard.Load())
	if rounds.Load() == 0 || heard.Load() == 0 {
		t.Errorf("the watch made %d rounds, and %d new accounts were announced", rounds.Load(), heard.Load())
	}
}

// serveDossier makes a dossier of the bundled example and serves it as recoupe
// serve does.
func serveDossier(t *testing.T, dir string) (base string) {
	t.Helper()
	d, err := dossier.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	err = d.Keep(source.Files([]string{"../../testdata/port-lisane"}, nil, source.Options{}), time.Now, func(dossier.Kept) {}, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	c := &serveCommand{place: place{dir: dir}}
	c.in = &c.place
	load, kept, err := c.loader(terminal{out: io.Discard, err: io.Discard}, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := load()
	if err != nil {
		t.Fatal(err)
	}
	opt := web.Options{Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))}
	t.Cleanup(c.keeping(&opt, kept))
	site := web.New(res, opt)
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- listen(ctx, ln, site) }()
	var followed sync.WaitGroup
	followed.Go(func() { follow(ctx, kept, load, site, opt.Log) })
	t.Cleanup(func() {
		stop()
		followed.Wait()
		if err := <-served; err != nil {
			t.Errorf("ended with %v", err)
		}
	})
	return "http://" + ln.Addr().String()
}

// watchAlong visits a feed and its pages until ctx is done, as another program
// would, with a clock that runs ahead so that pages are due again at once.
func watchAlong(ctx context.Context, t *testing.T, dir, site string) *atomic.Int64 {
	t.Helper()
	d, err := dossier.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	client, err := fetch.New(fetch.Options{Allow: []string{"127.0.0.1"}, Delay: -1})
	if err != nil {
		t.Fatal(err)
	}
	var ahead atomic.Int64
	w := &watch.Watcher{Adder: dossier.Adder{Dossier: d, Client: client, Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) },
		Kept: func(dossier.Kept) {}, Failed: func(err error) {
			if ctx.Err() == nil {
				t.Error(err)
			}
		}}, Tell: func(watch.Finding) {}}
	if err := d.Watch(site+"/fil", false, time.Now()); err != nil {
		t.Fatal(err)
	}
	rounds := new(atomic.Int64)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			if _, err := w.Round(ctx); err != nil && ctx.Err() == nil {
				t.Error(err)
				return
			}
			rounds.Add(1)
			ahead.Add(int64(time.Hour))
			select {
			case <-ctx.Done():
			case <-time.After(time.Second):
			}
		}
	}()
	t.Cleanup(func() { <-done })
	return rounds
}

// listenFor counts the new accounts that a browser is told of.
func listenFor(ctx context.Context, t *testing.T, base string) *atomic.Int64 {
	t.Helper()
	heard := new(atomic.Int64)
	req, err := http.NewRequestWithContext(ctx, "GET", base+"/events", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer resp.Body.Close()
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			if strings.HasPrefix(lines.Text(), "event: edition") {
				heard.Add(1)
			}
		}
	}()
	t.Cleanup(func() { <-done })
	return heard
}

var linkTo = regexp.MustCompile(`href="(/(?:s|r|p|versions|compare)/[^"#?]*)`)

// addresses lists what the first pages lead to: what readers read.
func addresses(t *testing.T, base string) []string {
	t.Helper()
	out := []string{"/", "/stories", "/search?q=morts", "/search?q=garde+portuaire", "/api/figures?limit=20", "/openapi.json", "/static/site.css"}
	resp, err := http.Get(base + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	page, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range linkTo.FindAllStringSubmatch(string(page), -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	if len(out) < 20 {
		t.Fatalf("the first page leads to %d addresses", len(out))
	}
	return out
}

// read is one reader: a page, a look at it, the next one. The browser she has
// remembers who she is.
func read(ctx context.Context, base string, addrs []string, seed uint64) (took []time.Duration, err error) {
	dice := rand.New(rand.NewPCG(seed, 7))
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 1}}
	defer client.CloseIdleConnections()
	for ctx.Err() == nil {
		addr := addrs[dice.IntN(len(addrs))]
		if dice.IntN(3) == 0 {
			addr = addrs[0]
		}
		req, err := http.NewRequest("GET", base+addr, nil)
		if err != nil {
			return took, err
		}
		req.AddCookie(&http.Cookie{Name: "recoupe-visit", Value: fmt.Sprintf("%d.%d", time.Now().Add(-time.Duration(dice.IntN(60))*time.Second).Unix(), time.Now().Unix())})
		begun := time.Now()
		resp, err := client.Do(req)
		if err != nil {
			return took, fmt.Errorf("%s: %w", addr, err)
		}
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != http.StatusOK {
			return took, fmt.Errorf("%s: %s %v", addr, resp.Status, err)
		}
		took = append(took, time.Since(begun))
		select {
		case <-ctx.Done():
		case <-time.After(time.Duration(200+dice.IntN(1600)) * time.Millisecond):
		}
	}
	return took, nil
}
