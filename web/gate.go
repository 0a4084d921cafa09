package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"
)

// A gate lets in who may come in, and tells browsers what a page may do.
type gate struct {
	hosts []string
	token string
	cross *http.CrossOriginProtection

	mu     sync.Mutex
	failed []time.Time // wrong tokens of the last minute
}

// policy lets a page use what this site serves and nothing else: no script in
// the page, nothing from elsewhere, no form to elsewhere, no frame around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

const tokenCookie = "recoupe-token"

func newGate(opt Options) *gate {
	return &gate{hosts: opt.Hosts, token: opt.Token, cross: http.NewCrossOriginProtection()}
}

func (g *gate) guard(next http.Handler) http.Handler {
	inner := g.cross.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "SAMEORIGIN")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if !g.knows(r.Host) {
			// A foreign name that leads to this machine is how a page elsewhere
			// would read what is served for this machine alone.
			http.Error(w, "this name is not served here", http.StatusMisdirectedRequest)
			return
		}
		open := r.URL.Path == "/healthz" || r.URL.Path == "/login" || strings.HasPrefix(r.URL.Path, "/static/")
		if g.token != "" && !open && !g.admits(r) {
			if strings.HasPrefix(r.URL.Path, "/api/") || r.URL.Path == "/openapi.json" || r.URL.Path == "/events" || r.Method != http.MethodGet {
				h.Set("WWW-Authenticate", `Bearer realm="recoupe"`)
				http.Error(w, "a token is needed", http.StatusUnauthorized)
				return
			}
			http.Redirect(w, r, "/login?to="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
		inner.ServeHTTP(w, r)
	})
}

// knows reports whether host is a name this site is served under.
func (g *gate) knows(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.Trim(host, "[]")
	}
	if ip := net.ParseIP(name); ip != nil && ip.IsLoopback() {
		return true
	}
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	return name == "localhost" || slices.ContainsFunc(g.hosts, func(h string) bool { return strings.EqualFold(h, name) })
}

// admits reports whether r shows the token: in its header, or as what the login
// page left in the browser, which is a hash of it.
func (g *gate) admits(r *http.Request) bool {
	if shown, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return equal(shown, g.token)
	}
	c, err := r.Cookie(tokenCookie)
	return err == nil && equal(c.Value, g.pass())
}

func (g *gate) pass() string {
	sum := sha256.Sum256([]byte("recoupe browser pass\x00" + g.token))
	return hex.EncodeToString(sum[:])
}

func equal(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// tired reports whether too many wrong tokens came in lately, and counts one
// more where wrong.
func (g *gate) tired(now time.Time, wrong bool) bool {
	const most = 10
	g.mu.Lock()
	defer g.mu.Unlock()
	g.failed = slices.DeleteFunc(g.failed, func(t time.Time) bool { return now.Sub(t) > time.Minute })
	if wrong {
		g.failed = append(g.failed, now)
	}
	return len(g.failed) > most
}

// A loginPage asks for the token.
type loginPage struct {
	To    string
	Wrong bool
}

func (s *Site) login(w http.ResponseWriter, r *http.Request) {
	p := s.page(w, r)
	p.path = "login"
	s.fill(w, p, "login", &loginPage{To: localPath(r.URL.Query().Get("to"))}, http.StatusOK)
}

func (s *Site) enter(w http.ResponseWriter, r *http.Request) {
	if s.gate.token == "" {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	to := localPath(r.PostFormValue("to"))
	if s.gate.tired(time.Now(), false) {
		http.Error(w, "too many wrong tokens; wait a minute", http.StatusTooManyRequests)
		return
	}
	if !equal(strings.TrimSpace(r.PostFormValue("token")), s.gate.token) {
		s.gate.tired(time.Now(), true)
		s.opt.Log.Warn("wrong token", "from", r.RemoteAddr)
		p := s.page(w, r)
		p.path = "login"
		s.fill(w, p, "login", &loginPage{to, true}, http.StatusForbidden)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: tokenCookie, Value: s.gate.pass(), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil})
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// localPath returns to where it is an address of this site, "/" for any other.
func localPath(to string) string {
	u, err := url.Parse(to)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") {
		return "/"
	}
	return to
}
