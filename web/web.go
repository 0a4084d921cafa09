// Package web serves accounts to a browser.
//
// It is the eleventh stage. It settles nothing: every line of its pages is one
// that an earlier stage settled, and opens on the words it rests on. The pages
// need no script, load nothing from elsewhere, and are the same when they are
// written to a folder to publish.
package web

import (
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"

	"recoupe"
	"recoupe/claim"
	"recoupe/dossier"
	"recoupe/render"
)

// Options say how to serve. The zero value serves this machine alone, reads
// only, and speaks the language that the browser asks for.
type Options struct {
	Words *render.Words // the language where the browser asks for none; nil: English
	Token string        // what a reader must show; "" for nothing, which is for loopback alone
	Hosts []string      // names it may be called by, beside those of the loopback
	Log   *slog.Logger  // nil: silent

	// Decisions is the file that corrections by hand are written to, and Reread
	// makes the account anew with what stands in it. Without both, pages only read.
	Decisions string
	Reread    func() (*recoupe.Result, error)

	// Past tells of each account what its reports' words do not; Find looks for
	// words in everything that is kept. Without them, what changed is told by the
	// days that reports state, and the reports read are searched.
	Past func(*recoupe.Result) *Past
	Find func(words string, limit int) ([]dossier.Hit, error)

	// Original returns the bytes a report was read from, to be saved and never
	// shown; nil: they are not handed out.
	Original func(*claim.Report) ([]byte, error)
}

// A Site serves one account, and the next one when there is a next.
type Site struct {
	opt  Options
	now  atomic.Pointer[edition]
	mux  http.Handler
	gate *gate

	mu        sync.Mutex
	listeners map[chan int]bool // told of new editions
	replacing sync.Mutex
	writing   sync.Mutex // of the decisions file
}

// New returns a site that serves res.
func New(res *recoupe.Result, opt Options) *Site {
	if opt.Words == nil {
		opt.Words = render.In("en")
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	s := &Site{opt: opt, listeners: map[chan int]bool{}}
	s.now.Store(s.edition(res, 1))
	s.gate = newGate(opt)
	s.mux = s.routes()
	return s
}

// Replace makes res what is served from now on, and tells the browsers that are
// open. Pages under way are finished from what they were begun with.
func (s *Site) Replace(res *recoupe.Result) {
	s.replacing.Lock()
	defer s.replacing.Unlock()
	e := s.edition(res, s.now.Load().number+1)
	s.now.Store(e)
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.listeners {
		select {
		case c <- e.number:
		default: // it has not heard of the one before yet, and will see this one too
		}
	}
}

func (s *Site) edits() bool { return s.opt.Decisions != "" && s.opt.Reread != nil }

func (s *Site) edition(res *recoupe.Result, number int) *edition {
	e := newEdition(res, number)
	var past *Past
	if s.opt.Past != nil {
		past = s.opt.Past(res)
	}
	e.takePast(past)
	if s.edits() {
		book, err := readBook(s.opt.Decisions)
		if err != nil {
			s.opt.Log.Error("decisions", "file", s.opt.Decisions, "error", err)
		}
		e.takeBook(book)
	}
	return e
}

// ServeHTTP answers one request.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.gate.guard(s.mux).ServeHTTP(w, r) }

func (s *Site) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /static/{file}", s.static)
	mux.HandleFunc("GET /healthz", s.health)
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("GET /login", s.login)
	mux.HandleFunc("POST /login", s.enter)
	mux.HandleFunc("POST /seen", s.seen)
	mux.HandleFunc("GET /original/{id}", s.original)
	if s.edits() {
		mux.HandleFunc("POST /correct", s.correct)
		mux.HandleFunc("POST /undo", s.undo)
	}
	s.api(mux)
	mux.HandleFunc("GET /", s.serve)
	return mux
}

func (s *Site) health(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Write([]byte("ok\n"))
}
