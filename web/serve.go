package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"recoupe/render"
)

// A written page is kept while its edition is served.
type written struct {
	plain, packed []byte
	etag          string
	found         bool
}

// mostKept is how many pages of an edition are kept written.
const mostKept = 256

// page begins a page in the language of the reader: the one the address asks
// for, else the one she chose before, else the one her browser asks for.
func (s *Site) page(w http.ResponseWriter, r *http.Request) *page {
	words := s.opt.Words
	q := r.URL.Query()
	if tag := q.Get("lang"); tag == "fr" || tag == "en" {
		words = render.In(tag)
		http.SetCookie(w, &http.Cookie{Name: "lang", Value: tag, Path: "/", MaxAge: 365 * 24 * 3600, SameSite: http.SameSiteLaxMode, HttpOnly: true})
	} else if c, err := r.Cookie("lang"); err == nil && (c.Value == "fr" || c.Value == "en") {
		words = render.In(c.Value)
	} else if tag := preferred(r.Header.Get("Accept-Language")); tag != "" {
		words = render.In(tag)
	}
	w.Header().Set("Vary", "Accept-Language, Cookie, Accept-Encoding, Sec-Fetch-Dest")
	p := &page{e: s.now.Load(), w: wordsIn(words), path: strings.Trim(r.URL.Path, "/"), query: q, Live: true, edit: s.edits(), find: s.opt.Find, originals: s.opt.Original != nil, Framed: r.Header.Get("Sec-Fetch-Dest") == "iframe"}
	if c, err := r.Cookie("by"); err == nil {
		p.editor, _ = url.QueryUnescape(c.Value)
	}
	return p
}

// preferred returns the first language of an Accept-Language that recoupe
// speaks; "" for none.
func preferred(header string) string {
	best, most := "", 0.0
	for part := range strings.SplitSeq(header, ",") {
		tag, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		q := 1.0
		if v, ok := strings.CutPrefix(strings.TrimSpace(params), "q="); ok {
			q, _ = strconv.ParseFloat(v, 64)
		}
		tag, _, _ = strings.Cut(strings.ToLower(tag), "-")
		if (tag == "fr" || tag == "en") && q > most {
			best, most = tag, q
		}
	}
	return best
}

func (s *Site) serve(w http.ResponseWriter, r *http.Request) {
	p := s.page(w, r)
	p.looked = visit(w, r, time.Now())
	if p.path == "" && len(p.e.res.Stories) == 1 {
		http.Redirect(w, r, p.Story(p.e.res.Stories[0].ID), http.StatusFound)
		return
	}
	// A day chosen in a form becomes an address.
	if since := p.query.Get("since"); since != "" && strings.HasPrefix(p.path, "s/") {
		if d, err := time.Parse("2006-01-02", since); err == nil {
			http.Redirect(w, r, "/"+strings.Join(strings.Split(p.path, "/")[:2], "/")+"/since/"+d.Format("2006-01-02"), http.StatusFound)
			return
		}
	}
	kept, err := s.kept(p)
	if err != nil {
		s.opt.Log.Error("page", "path", r.URL.Path, "error", err)
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	status := http.StatusOK
	if !kept.found {
		status = http.StatusNotFound
	}
	send(w, r, kept, "text/html; charset=utf-8", status)
}

// kept returns the page written, from memory where it was written before.
func (s *Site) kept(p *page) (k *written, err error) {
	key := p.Tag() + " " + p.path
	if !p.looked.IsZero() && strings.HasPrefix(p.path, "s/") {
		key += " " + strconv.Itoa(p.e.heldAt(p.looked))
	}
	if plain := len(p.query) == 0 && !p.Framed && p.editor == ""; !plain { // her name stands in the forms
		return p.made()
	}
	e := p.e
	e.mu.Lock()
	for e.making[key] != nil { // a new account is asked for by many at once, and made once
		wait := e.making[key]
		e.mu.Unlock()
		<-wait
		e.mu.Lock()
	}
	if k := e.kept[key]; k != nil {
		e.mu.Unlock()
		return k, nil
	}
	done := make(chan struct{})
	e.making[key] = done
	e.mu.Unlock()
	defer func() { // whatever comes of it, nobody waits for ever
		e.mu.Lock()
		defer e.mu.Unlock()
		delete(e.making, key)
		close(done)
		if k != nil && k.found {
			if len(e.kept) >= mostKept {
				clear(e.kept)
			}
			e.kept[key] = k
		}
	}()
	return p.made()
}

// made writes the page.
func (p *page) made() (*written, error) {
	var b bytes.Buffer
	found, err := p.write(&b)
	if err != nil {
		return nil, err
	}
	k := pack(b.Bytes())
	k.found = found
	return k, nil
}

func pack(plain []byte) *written {
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed+4) // the level is one it knows
	z.Write(plain)
	z.Close()
	sum := sha256.Sum256(plain)
	return &written{plain: plain, packed: b.Bytes(), etag: `"` + hex.EncodeToString(sum[:12]) + `"`}
}

// send writes a page, packed where the browser takes it so, or says that the
// browser has it already.
func send(w http.ResponseWriter, r *http.Request, k *written, kind string, status int) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("ETag", k.etag)
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "private, no-cache")
	}
	if status == http.StatusOK && has(r.Header.Get("If-None-Match"), k.etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := k.plain
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = k.packed
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

func has(header, etag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		if part = strings.TrimSpace(part); part == "*" || strings.TrimPrefix(part, "W/") == etag {
			return true
		}
	}
	return false
}

// fill writes one scene that is not kept.
func (s *Site) fill(w http.ResponseWriter, p *page, name string, data any, status int) {
	p.Scene = name
	if p.Title == "" {
		p.Title = p.T("web." + name)
	}
	var b bytes.Buffer
	for _, part := range []string{"head", name, "foot"} {
		if err := pageTemplates().ExecuteTemplate(&b, part, scene{p, data}); err != nil {
			s.opt.Log.Error("page", "scene", name, "error", err)
			http.Error(w, "the page could not be made", http.StatusInternalServerError)
			return
		}
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

var kinds = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

// staticFile returns a file that the pages use; nil for none.
func staticFile(name string) []byte {
	if name == "account.css" {
		return []byte(render.Style())
	}
	data, err := files.ReadFile("static/" + path.Base(name))
	if err != nil {
		return nil
	}
	return data
}

func (s *Site) static(w http.ResponseWriter, r *http.Request) {
	data := staticFile(r.PathValue("file"))
	kind := kinds[path.Ext(r.PathValue("file"))]
	if data == nil || kind == "" {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Vary", "Accept-Encoding")
	send(w, r, pack(data), kind, http.StatusOK)
}

// events tells a browser that a newer account is served. It is one line an
// edition; the browser asks for the page when its reader does.
func (s *Site) events(w http.ResponseWriter, r *http.Request) {
	c := make(chan int, 1)
	s.mu.Lock()
	const most = 500
	full := len(s.listeners) >= most
	if !full {
		s.listeners[c] = true
	}
	s.mu.Unlock()
	if full {
		http.Error(w, "too many are listening", http.StatusServiceUnavailable)
		return
	}
	defer func() {
		s.mu.Lock()
		delete(s.listeners, c)
		s.mu.Unlock()
	}()
	rc := http.NewResponseController(w)
	rc.SetWriteDeadline(time.Time{}) // it stays open; a reader who is gone ends it
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprintf(w, "retry: 5000\nid: %d\ndata: %d\n\n", s.now.Load().number, s.now.Load().number)
	rc.Flush()
	beat := time.NewTicker(25 * time.Second)
	defer beat.Stop()
	for {
		select {
		case n := <-c:
			fmt.Fprintf(w, "id: %d\nevent: edition\ndata: %d\n\n", n, n)
		case <-beat.C:
			fmt.Fprint(w, ": still here\n\n")
		case <-r.Context().Done():
			return
		}
		if rc.Flush() != nil {
			return
		}
	}
}
