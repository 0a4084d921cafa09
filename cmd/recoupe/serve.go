package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"recoupe"
	"recoupe/archive"
	"recoupe/claim"
	"recoupe/dossier"
	"recoupe/web"
)

// A serveCommand serves the account to a browser.
type serveCommand struct {
	reading
	reader
	place
	addr, tokenFile string
	hosts           []string
}

func newServe(t terminal) *cobra.Command {
	c := new(serveCommand)
	cmd := &cobra.Command{
		Use:   "serve [FILE|FOLDER|PATTERN|-...]",
		Short: "Show the account in a browser",
		Long: `Show the account in a browser: of the reports named, or of the dossier where none
is. It listens on this machine alone. Where --addr says otherwise, --token-file
names a file with the words that a reader must give; there is no default.

With --decisions, figures, speakers, stories and origins can be corrected on the
pages. Each correction is a line of that file, with who made it and when.`,
		Example: `  recoupe serve reports/
  recoupe serve --addr 127.0.0.1:9000 'reports/*.txt'
  recoupe serve --decisions decisions.jsonl reports/
  recoupe serve --addr :8017 --host desk.example --token-file token.txt`,
		RunE: func(cmd *cobra.Command, args []string) error { return c.run(cmd.Context(), t, args) },
	}
	f := cmd.Flags()
	f.StringVar(&c.addr, "addr", "127.0.0.1:8017", "address to listen on; port 0 takes a free one")
	f.StringVar(&c.tokenFile, "token-file", "", "file with the token that readers must give; needed beyond this machine")
	f.StringSliceVar(&c.hosts, "host", nil, "name that readers call this machine by, where it is not this machine alone")
	c.reading.flags(cmd)
	c.reader.flags(cmd)
	c.place.flags(cmd)
	c.in = &c.place
	return cmd
}

func (c *serveCommand) run(ctx context.Context, t terminal, args []string) error {
	if ctx == nil {
		ctx = context.Background()
	}
	words, err := c.words()
	if err != nil {
		return err
	}
	opt := web.Options{Words: words, Hosts: c.hosts, Log: slog.New(slog.NewTextHandler(t.err, &slog.HandlerOptions{Level: slog.LevelWarn}))}
	if opt.Token, err = c.token(); err != nil {
		return err
	}
	host, err := c.allowed(opt.Token)
	if err != nil {
		return err
	}
	opt.Hosts = append(opt.Hosts, host...)
	load, kept, err := c.loader(t, args)
	if err != nil {
		return err
	}
	if c.decisions != "" {
		if slices.Contains(args, "-") {
			return usage("--decisions: what comes in on standard input cannot be read again after a correction")
		}
		if err := begin(c.decisions); err != nil {
			return err
		}
		opt.Decisions, opt.Reread = c.decisions, load
	}
	res, err := load()
	if err != nil {
		return err
	}
	defer c.keeping(&opt, kept)()
	site := web.New(res, opt)
	complain(t.err, res, false)
	ln, err := net.Listen("tcp", c.addr)
	if err != nil {
		return fmt.Errorf("cannot listen: %w", err)
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprintf(t.err, "recoupe: %s at http://%s/ (ctrl-c ends it)\n", count(int64(len(res.Reports)), "report"), ln.Addr())
	if kept != nil {
		go follow(ctx, kept, load, site, opt.Log)
	}
	return listen(ctx, ln, site)
}

// keeping says where pages learn when reports came in and what is kept: from the
// dossier, nil where there is none. The function it returns lets go of it.
func (c *serveCommand) keeping(opt *web.Options, kept *dossier.Dossier) (done func()) {
	if kept == nil {
		opt.Past = arrivals
		return func() {}
	}
	words := &finder{kept: kept}
	opt.Past = func(*recoupe.Result) *web.Past { return web.PastOf(kept) }
	opt.Find = words.find
	opt.Original = func(r *claim.Report) ([]byte, error) { return kept.Body(r.Capture) }
	return words.close
}

// arrivals tells when reports came in that stand in files: when those were
// written last.
func arrivals(res *recoupe.Result) *web.Past {
	past := &web.Past{Came: map[archive.ID]time.Time{}}
	for _, r := range res.Reports {
		for _, name := range r.Files {
			st, err := os.Stat(name)
			if i := strings.LastIndexByte(name, ':'); err != nil && i > 0 {
				st, err = os.Stat(name[:i]) // a line of a file: "reports.jsonl:12"
			}
			if err == nil {
				past.Came[r.Capture] = st.ModTime()
				break
			}
		}
	}
	return past
}

// A finder looks for words in the index of the dossier, and opens the next one
// once there is more in the dossier.
type finder struct {
	kept *dossier.Dossier
	mu   sync.Mutex
	open *dossier.Index
	at   int64 // how many records it holds
	made time.Time
	busy sync.WaitGroup // those who read it
}

// find returns the reports that hold the words.
func (f *finder) find(words string, limit int) ([]dossier.Hit, error) {
	x, done, err := f.index()
	if err != nil {
		return nil, err
	}
	defer done()
	return x.Search(words, limit)
}

// index returns the index of all there is, to be let go when it was read.
func (f *finder) index() (x *dossier.Index, done func(), err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	// While a watch writes, an index for every page it brings would be one too many.
	const least = 20 * time.Second
	if n := f.kept.Len(); f.open == nil || n != f.at && time.Since(f.made) > least {
		next, err := f.kept.Index()
		if err != nil {
			return nil, nil, err
		}
		f.busy.Wait()
		if f.open != nil {
			f.open.Close()
		}
		f.open, f.at, f.made = next, n, time.Now()
	}
	f.busy.Add(1)
	return f.open, f.busy.Done, nil
}

func (f *finder) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.busy.Wait()
	if f.open != nil {
		f.open.Close()
		f.open = nil
	}
}

// begin makes an empty decisions file where there is none.
func begin(name string) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return usage("--decisions %s: cannot be written", name)
	}
	return f.Close()
}

// listen serves until ctx is done, then lets the pages under way be finished.
func listen(ctx context.Context, ln net.Listener, site http.Handler) error {
	pages, end := context.WithCancel(context.Background())
	defer end()
	srv := &http.Server{
		Handler:           site,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       90 * time.Second,
		MaxHeaderBytes:    32 << 10,
		BaseContext:       func(net.Listener) context.Context { return pages },
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(ln) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end() // who only listens for news would never be finished
	last, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(last); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// loader returns what reads the account, and the dossier where it is one.
func (c *serveCommand) loader(t terminal, args []string) (load func() (*recoupe.Result, error), kept *dossier.Dossier, err error) {
	load = func() (*recoupe.Result, error) { return c.result(t, args, "") }
	if len(args) > 0 {
		return load, nil, nil
	}
	kept, err = c.reading.dossier(nil)
	return load, kept, err
}

// follow reads the dossier again when it has grown.
func follow(ctx context.Context, d *dossier.Dossier, load func() (*recoupe.Result, error), site *web.Site, log *slog.Logger) {
	const pause = 3 * time.Second
	seen := d.Len()
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if err := d.Refresh(); err != nil {
			log.Warn("looking for new reports", "error", err)
			continue
		}
		if n := d.Len(); n != seen {
			seen = n
			res, err := load()
			if err != nil {
				log.Error("reading the dossier again", "error", err)
				continue
			}
			site.Replace(res)
		}
	}
}

// token reads the token; "" where none is set.
func (c *serveCommand) token() (string, error) {
	if c.tokenFile == "" {
		return "", nil
	}
	data, err := os.ReadFile(c.tokenFile)
	if err != nil {
		return "", usage("--token-file: %w", err)
	}
	const least = 16
	token := strings.TrimSpace(string(data))
	if len(token) < least {
		return "", usage("--token-file %s: %d letters or more, such as openssl rand -hex 16 gives", c.tokenFile, least)
	}
	return token, nil
}

// allowed says whether c.addr may be listened on, and which names it gives.
func (c *serveCommand) allowed(token string) ([]string, error) {
	host, _, err := net.SplitHostPort(c.addr)
	if err != nil {
		return nil, usage("--addr %s: write an address and a port, as 127.0.0.1:8017", c.addr)
	}
	ip := net.ParseIP(host)
	if host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil, nil
	}
	if token == "" {
		return nil, usage("--addr %s is open to other machines: set a token with --token-file", c.addr)
	}
	if host != "" && (ip == nil || !ip.IsUnspecified()) {
		return []string{host}, nil
	}
	if len(c.hosts) == 0 {
		return nil, usage("--addr %s: say with --host by which name readers call this machine", c.addr)
	}
	return nil, nil
}
