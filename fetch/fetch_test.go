package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"recoupe/source"
)

// Everything here stays on the loopback interface: a server that behaves as
// badly as one can, and a name server that says what suits the case.

// A site is a server under the name good.example, which the client may visit,
// and bad.example, which stands for the same place and may not be.
type site struct {
	*httptest.Server
	port   string
	hits   atomic.Int64 // visits under the forbidden name
	client *Client
	close  chan struct{}
}

func newSite(t *testing.T, opt Options) *site {
	t.Helper()
	s := &site{close: make(chan struct{})}
	mux := http.NewServeMux()
	s.routes(mux)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.Host, "good.example") {
			s.hits.Add(1)
		}
		mux.ServeHTTP(w, r)
	}))
	u, _ := url.Parse(s.URL)
	s.port = u.Port()
	n, _ := strconv.Atoi(s.port)
	opt.Ports = []uint16{uint16(n)}
	opt.Allow = append(opt.Allow, "good.example:"+s.port)
	opt.Resolver = names(t)
	if opt.Delay == 0 {
		opt.Delay = -1
	}
	var err error
	if s.client, err = New(opt); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		close(s.close)
		s.client.transport.CloseIdleConnections()
		s.CloseClientConnections()
		s.Close()
	})
	return s
}

func (s *site) at(path string) string { return "http://good.example:" + s.port + path }

func (s *site) routes(mux *http.ServeMux) {
	s.fair(mux)
	s.foul(mux)
	mux.HandleFunc("/raw/", raw)
}

// fair are the pages that behave.
func (s *site) fair(mux *http.ServeMux) {
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "User-agent: *\nDisallow: /secret\n")
	})
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, "<p>Douze morts à Lisane.</p>")
	})
	mux.HandleFunc("/to", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", r.URL.Query().Get("u"))
		w.WriteHeader(http.StatusFound)
	})
	mux.HandleFunc("/packed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		io.WriteString(z, "<p>Packed all the same.</p>")
		z.Close()
	})
	mux.HandleFunc("/busy", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	mux.HandleFunc("/secret/page", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "secret") })
}

// foul are those that do not.
func (s *site) foul(mux *http.ServeMux) {
	mux.HandleFunc("/round/", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Path+"x", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/drip", func(w http.ResponseWriter, r *http.Request) {
		for {
			w.Write([]byte("x"))
			w.(http.Flusher).Flush()
			select {
			case <-r.Context().Done():
				return
			case <-s.close:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	})
	mux.HandleFunc("/silent", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-s.close:
		}
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "10000000000")
		block := bytes.Repeat([]byte("x"), 64<<10)
		for {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		io.CopyN(z, zeros{}, 64<<20)
		z.Close()
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "1000")
		io.WriteString(w, "cut")
	})
}

// raw speaks no proper HTTP.
func raw(w http.ResponseWriter, r *http.Request) {
	c, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer c.Close()
	switch r.URL.Path {
	case "/raw/length":
		io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello")
	case "/raw/head":
		io.WriteString(c, "HTTP/1.1 200 OK\r\n")
		for range 1000 {
			if _, err := fmt.Fprintf(c, "X-Much: %s\r\n", strings.Repeat("x", 1000)); err != nil {
				return
			}
		}
	case "/raw/chunks":
		io.WriteString(c, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n")
	case "/raw/junk":
		io.WriteString(c, "\x00\x01\x02\r\n\r\n")
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// names returns a resolver that asks a name server of our own: good.example and
// bad.example are the loopback address, flip.example another one each time.
func names(t *testing.T) *net.Resolver {
	t.Helper()
	pc, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pc.Close() })
	flips := [][4]byte{{10, 0, 0, 1}, {127, 0, 0, 1}, {169, 254, 169, 254}, {100, 64, 0, 1}}
	go func() {
		buf := make([]byte, 1500)
		for n := 0; ; {
			size, from, err := pc.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:size]) != nil || len(m.Questions) == 0 {
				continue
			}
			q := m.Questions[0]
			m.Response, m.Authoritative, m.Additionals = true, true, nil
			ip := [4]byte{127, 0, 0, 1}
			if strings.HasPrefix(q.Name.String(), "flip.") && q.Type == dnsmessage.TypeA {
				ip = flips[n%len(flips)]
				n++
			}
			if strings.HasPrefix(q.Name.String(), "none.") {
				m.RCode = dnsmessage.RCodeNameError
			} else if q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: ip}}}
			}
			out, _ := m.Pack()
			pc.WriteTo(out, from)
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", pc.LocalAddr().String())
	}}
}

func rule(err error) string {
	var t *source.Trouble
	if errors.As(err, &t) {
		return t.Rule
	}
	return fmt.Sprint(err)
}

func TestGet(t *testing.T) {
	s := newSite(t, Options{})
	a, err := s.client.Get(t.Context(), s.at("/to?u=/page"), Known{})
	if err != nil {
		t.Fatal(err)
	}
	if a.Status != 200 || string(a.Body) != "<p>Douze morts à Lisane.</p>" || a.MediaType != "text/html" ||
		a.Final != s.at("/page") || a.URL != s.at("/to?u=/page") || len(a.Hops) != 1 || a.Hops[0].Status != 302 {
		t.Errorf("%+v %+v", a.Capture, a.Hops)
	}
	if a, err = s.client.Get(t.Context(), s.at("/page"), KnownFrom(a.Header)); err != nil || a.Status != 304 || len(a.Body) != 0 {
		t.Errorf("asked again: %+v %v", a, err)
	}
	if a, err = s.client.Get(t.Context(), s.at("/packed"), Known{}); err != nil || string(a.Body) != "<p>Packed all the same.</p>" {
		t.Errorf("packed: %+v %v", a, err)
	}
	if a, err = s.client.Get(t.Context(), s.at("/nothing"), Known{}); err != nil || a.Status != 404 {
		t.Errorf("a page that is not there: %+v %v", a, err)
	}
}

// Each way of going wrong is refused or bounded, and said in a word.
func TestHostile(t *testing.T) {
	s := newSite(t, Options{Timeout: 20 * time.Second, MaxBytes: 1 << 20})
	// What never ends is waited for only so long; the rest may take its time on
	// a busy machine.
	hasty := newSite(t, Options{Timeout: 400 * time.Millisecond, IgnoreRobots: true})
	to := func(u string) string { return s.at("/to?u=" + url.QueryEscape(u)) }
	for _, c := range []struct{ address, rule string }{
		{"ftp://good.example/", "bad-address"},
		{"file:///etc/passwd", "bad-address"},
		{"http://", "bad-address"},
		{"http://[::1", "bad-address"},
		{to("file:///etc/passwd"), "bad-address"},
		{"http://bad.example:" + s.port + "/page", "refused-address"},
		{to("http://bad.example:" + s.port + "/page"), "refused-address"},
		{to("http://127.0.0.1:" + s.port + "/page"), "refused-address"},
		{to("http://[::1]:" + s.port + "/page"), "refused-address"},
		{to("http://[::ffff:127.0.0.1]:" + s.port + "/page"), "refused-address"},
		{to("http://[64:ff9b::7f00:1]/"), "refused-address"},
		{to("http://169.254.169.254/latest/meta-data/"), "refused-address"},
		{to("http://10.0.0.1/"), "refused-address"},
		{to("http://192.168.1.1/"), "refused-address"},
		{to("http://100.64.0.1/"), "refused-address"},
		{to("http://0.0.0.0/"), "refused-address"},
		{to("http://[fd00::1]/"), "refused-address"},
		{to("http://good.example:22/"), "refused-address"},
		{"http://none.example/", "no-such-host"},
		{s.at("/round/"), "redirects"},
		{hasty.at("/drip"), "timeout"},
		{hasty.at("/silent"), "timeout"},
		{s.at("/endless"), "too-long"},
		{s.at("/bomb"), "too-long"},
		{s.at("/short"), "cut-short"},
		{s.at("/raw/length"), "unreachable"},
		{s.at("/raw/head"), "unreachable"},
		{s.at("/raw/chunks"), "unreachable"},
		{s.at("/raw/junk"), "unreachable"},
		{s.at("/secret/page"), "robots"},
		{"https://good.example:" + s.port + "/page", "tls"},
	} {
		client := s.client
		if c.rule == "timeout" {
			client = hasty.client
		}
		a, err := client.Get(t.Context(), c.address, Known{})
		if got := rule(err); got != c.rule {
			t.Errorf("%s: %s (%v, %v); want %s", c.address, got, err, a, c.rule)
		}
		if err != nil && (strings.ContainsAny(err.Error(), "\n\r") || len(err.Error()) > 400) {
			t.Errorf("%s: not one clear line: %q", c.address, err)
		}
	}
	if n := s.hits.Load(); n != 0 {
		t.Errorf("%d visits reached the server under a forbidden name", n)
	}
}

// A name that means another address each time it is asked for is refused each
// time: what is checked is what is connected to.
func TestNameThatFlips(t *testing.T) {
	s := newSite(t, Options{Timeout: 20 * time.Second, IgnoreRobots: true})
	for range 8 {
		_, err := s.client.Get(t.Context(), "http://flip.example:"+s.port+"/page", Known{})
		if rule(err) != "refused-address" {
			t.Errorf("%v", err)
		}
	}
	if n := s.hits.Load(); n != 0 {
		t.Errorf("%d visits got through", n)
	}
}

// The guard lets the open internet through and nothing else.
func TestGuard(t *testing.T) {
	c, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []string{"93.184.215.14:443", "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:80"} {
		network := "tcp4"
		if a[0] == '[' {
			network = "tcp6"
		}
		if err := c.guard.Safe(network, a, nil); err != nil {
			t.Errorf("%s: %v", a, err)
		}
	}
	for _, a := range []string{"127.0.0.1:80", "10.1.2.3:80", "172.16.0.1:80", "192.168.0.1:80", "169.254.169.254:80", "100.100.100.200:80", "0.0.0.0:80",
		"224.0.0.1:80", "255.255.255.255:80", "192.0.2.1:80", "198.18.0.1:80", "93.184.215.14:22", "93.184.215.14:6379",
		"[::1]:80", "[::ffff:10.0.0.1]:80", "[64:ff9b::a00:1]:80", "[fe80::1]:80", "[fc00::1]:80", "[2002:7f00:1::]:80", "[2001:db8::1]:80", "[ff02::1]:80"} {
		network := "tcp4"
		if a[0] == '[' {
			network = "tcp6"
		}
		if c.guard.Safe(network, a, nil) == nil {
			t.Errorf("%s gets through", a)
		}
	}
}

// A certificate nobody vouches for is refused; one that is vouched for is kept.
func TestTLS(t *testing.T) {
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "<p>ok</p>") }))
	srv.Config.ErrorLog = log.New(io.Discard, "", 0) // it complains of being distrusted
	srv.StartTLS()
	defer srv.Close()
	u, _ := url.Parse(srv.URL)
	address := "https://example.com:" + u.Port() + "/" // the name in the test certificate
	resolver := names(t)
	c, _ := New(Options{Allow: []string{"example.com"}, Resolver: resolver, Delay: -1, IgnoreRobots: true})
	if _, err := c.Get(t.Context(), address, Known{}); rule(err) != "tls" {
		t.Errorf("a certificate nobody vouches for: %v", err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(srv.Certificate())
	c, _ = New(Options{Allow: []string{"example.com"}, Resolver: resolver, Delay: -1, IgnoreRobots: true, Roots: pool})
	a, err := c.Get(t.Context(), address, Known{})
	if err != nil || len(a.Certificates) == 0 || !bytes.Equal(a.Certificates[0], srv.Certificate().Raw) {
		t.Errorf("%+v %v", a, err)
	}
}

// A server that asks to be left alone is left alone.
func TestBackOff(t *testing.T) {
	s := newSite(t, Options{Timeout: 20 * time.Second, IgnoreRobots: true})
	if a, err := s.client.Get(t.Context(), s.at("/busy"), Known{}); err != nil || a.Status != 429 {
		t.Fatalf("%v %v", a, err)
	}
	if _, err := s.client.Get(t.Context(), s.at("/page"), Known{}); rule(err) != "back-off" {
		t.Errorf("%v", err)
	}
}

// Through a proxy, too, nothing behind the firewall is asked for by its number.
func TestProxy(t *testing.T) {
	asked := make(chan string, 99)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked <- r.URL.String()
		if r.URL.Path == "/away" {
			http.Redirect(w, r, "http://169.254.169.254/latest/", http.StatusFound)
			return
		}
		io.WriteString(w, "<p>ok</p>")
	}))
	defer proxy.Close()
	c, err := New(Options{Proxy: proxy.URL, Delay: -1, IgnoreRobots: true})
	if err != nil {
		t.Fatal(err)
	}
	if a, err := c.Get(t.Context(), "http://lagune.example/page", Known{}); err != nil || string(a.Body) != "<p>ok</p>" {
		t.Fatalf("%v %v", a, err)
	}
	for _, address := range []string{"http://10.0.0.1/", "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://lagune.example/away", "http://93.184.215.14:22/"} {
		if _, err := c.Get(t.Context(), address, Known{}); rule(err) != "refused-address" {
			t.Errorf("%s: %v", address, err)
		}
	}
	close(asked)
	for u := range asked {
		if !strings.HasPrefix(u, "http://lagune.example/") {
			t.Errorf("the proxy was asked for %s", u)
		}
	}
}
