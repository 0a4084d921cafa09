// Package fetch brings one page in from the web, politely and safely.
//
// It is one way for reports to come in, beside the files of package source. It
// goes only to addresses of the open internet: what a name stands for is
// checked at the moment of connecting, and again for every redirect, so that a
// page or a feed cannot make it read what stands behind a firewall. It asks
// robots.txt, waits between two visits to one host, and takes no more than it
// was told to.
package fetch

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"code.dny.dev/ssrf"

	"recoupe/source"
)

// Options bound what is fetched. The zero value is right.
type Options struct {
	Agent        string         // how it presents itself; "" means "recoupe"
	Allow        []string       // hosts, or host:port, that may stand behind the firewall: "intranet.example:8080"
	Ports        []uint16       // other than 80 and 443
	Proxy        string         // "http://proxy.example:3128"; "" means none, whatever the environment says
	Timeout      time.Duration  // for one page with its redirects; 0 means a minute
	MaxBytes     int            // of one body, packed or not; 0 means four times [source.MaxReport]
	MaxRedirects int            // 0 means 10
	Delay        time.Duration  // between two visits to one host; 0 means two seconds, less than 0 none
	IgnoreRobots bool           // where the owner of the site has agreed
	Roots        *x509.CertPool // nil means those of the system
	Resolver     *net.Resolver  // nil means that of the system
}

// A Client fetches pages. It may be used from several goroutines; it visits one
// host by one at a time.
type Client struct {
	opt       Options
	guard     *ssrf.Guardian
	transport *http.Transport

	mu    sync.Mutex
	hosts map[string]*host
}

// New returns a client.
func New(opt Options) (*Client, error) {
	c := &Client{opt: opt, hosts: map[string]*host{}}
	if opt.Agent == "" {
		c.opt.Agent = "recoupe"
	}
	if opt.Timeout == 0 {
		c.opt.Timeout = time.Minute
	}
	if opt.MaxBytes <= 0 {
		c.opt.MaxBytes = 4 * source.MaxReport
	}
	if opt.MaxRedirects == 0 {
		c.opt.MaxRedirects = 10
	}
	if opt.Delay == 0 {
		c.opt.Delay = 2 * time.Second
	}
	c.guard = ssrf.New(ssrf.WithPorts(append([]uint16{80, 443}, opt.Ports...)...))
	c.transport = &http.Transport{
		DialContext:            c.dial,
		TLSHandshakeTimeout:    20 * time.Second,
		ResponseHeaderTimeout:  c.opt.Timeout,
		MaxResponseHeaderBytes: 256 << 10,
		MaxConnsPerHost:        1,
		IdleConnTimeout:        30 * time.Second,
		// What arrives is kept as it arrives, so it is asked for unpacked.
		DisableCompression: true,
	}
	if opt.Roots != nil {
		c.transport.TLSClientConfig = tlsWith(opt.Roots)
	}
	if opt.Proxy != "" {
		u, err := url.Parse(opt.Proxy)
		if err != nil || u.Host == "" {
			return nil, errors.New("not the address of a proxy: " + opt.Proxy)
		}
		c.transport.Proxy = http.ProxyURL(u)
		c.opt.Allow = append(slices.Clone(opt.Allow), u.Hostname())
	}
	return c, nil
}

// dial connects to what a name stands for, unless that is no address of the
// open internet. The check is made on the address that is connected to, so that
// a name cannot change its meaning in between.
func (c *Client) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: 20 * time.Second, Resolver: c.opt.Resolver}
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(c.opt.Allow, host) && !slices.Contains(c.opt.Allow, address) {
		d.Control = c.guard.Safe
	}
	return d.DialContext(ctx, network, address)
}

// literal refuses an address that names no host but a machine behind the
// firewall, where a proxy makes the connection and the check cannot be made
// while dialling. What a name stands for is the proxy's to know.
func (c *Client) literal(u *url.URL) error {
	if c.opt.Proxy == "" || slices.Contains(c.opt.Allow, u.Hostname()) || slices.Contains(c.opt.Allow, u.Host) {
		return nil
	}
	ip := net.ParseIP(u.Hostname())
	switch {
	case strings.EqualFold(strings.TrimSuffix(u.Hostname(), "."), "localhost"):
		return ssrf.ErrProhibitedIP
	case ip == nil:
		return nil
	}
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	network := "tcp6"
	if ip.To4() != nil && !strings.Contains(u.Hostname(), ":") {
		network = "tcp4"
	}
	return c.guard.Safe(network, net.JoinHostPort(u.Hostname(), port), nil)
}

// An Answer is what a server said.
type Answer struct {
	*source.Capture
	Hops         []Hop    // the redirects on the way
	Certificates [][]byte // in DER, the server's own first; nil without TLS
}

// A Hop is one redirect.
type Hop struct {
	URL    string
	Status int
}

// A Known is what is known of a page from the last visit: where it still holds,
// the server need not send the page again and answers 304.
type Known struct{ ETag, Modified string }

// KnownFrom returns what the header of an answer says for the next visit.
func KnownFrom(header map[string][]string) Known {
	h := http.Header(header)
	return Known{h.Get("Etag"), h.Get("Last-Modified")}
}

// Get fetches the page at address. An answer with any status is an answer; an
// error is a [*source.Trouble] with one line that says what stood in the way.
func (c *Client) Get(ctx context.Context, address string, known Known) (*Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	ans, err := c.get(ctx, address, known)
	if err != nil {
		return nil, c.trouble(address, err)
	}
	return ans, nil
}

func (c *Client) get(ctx context.Context, address string, known Known) (*Answer, error) {
	var hops []Hop
	for at := address; ; {
		u, err := parse(at)
		if err != nil {
			return nil, err
		}
		if err := c.literal(u); err != nil {
			return nil, err
		}
		if err := c.mayVisit(ctx, u); err != nil {
			return nil, err
		}
		resp, body, err := c.once(ctx, u, known, c.opt.MaxBytes)
		if err != nil {
			return nil, err
		}
		next := resp.Header.Get("Location")
		if resp.StatusCode/100 == 3 && resp.StatusCode != http.StatusNotModified && next != "" {
			to, err := u.Parse(next)
			if err != nil {
				return nil, errAddress
			}
			hops = append(hops, Hop{u.String(), resp.StatusCode})
			if len(hops) > c.opt.MaxRedirects {
				return nil, errRedirects
			}
			at = to.String()
			continue
		}
		return answer(address, u.String(), resp, body, hops, c.opt.MaxBytes)
	}
}

// once asks for one address and reads what it answers, up to limit bytes.
func (c *Client) once(ctx context.Context, u *url.URL, known Known, limit int) (*http.Response, []byte, error) {
	h := c.host(u)
	if err := h.turn(ctx); err != nil {
		return nil, nil, err
	}
	defer h.done(c.opt.Delay)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, nil, errAddress
	}
	req.Header.Set("User-Agent", c.opt.Agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,text/plain;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Encoding", "identity")
	if known.ETag != "" {
		req.Header.Set("If-None-Match", known.ETag)
	}
	if known.Modified != "" {
		req.Header.Set("If-Modified-Since", known.Modified)
	}
	resp, err := c.transport.RoundTrip(req)
	if err != nil {
		return nil, nil, err
	}
	defer resp.Body.Close()
	h.answered(resp)
	body, err := io.ReadAll(io.LimitReader(resp.Body, int64(limit)+1))
	if err != nil {
		return nil, nil, err
	}
	if len(body) > limit {
		return nil, nil, source.ErrTooLong
	}
	return resp, body, nil
}

func answer(asked, final string, resp *http.Response, body []byte, hops []Hop, limit int) (*Answer, error) {
	now := time.Now().UTC()
	header := map[string][]string(resp.Header.Clone())
	// Some servers pack what was asked for unpacked.
	if enc := resp.Header.Get("Content-Encoding"); enc != "" {
		out, err := source.Decode(body, enc, limit)
		if err != nil {
			return nil, err
		}
		body = out
		header["X-Archive-Orig-Content-Encoding"] = header["Content-Encoding"]
		delete(header, "Content-Encoding")
	}
	media, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	a := &Answer{Hops: hops, Capture: &source.Capture{Name: asked, URL: asked, Final: final, Fetched: now,
		Status: resp.StatusCode, MediaType: media, Header: header, Body: body}}
	if resp.TLS != nil {
		for _, cert := range resp.TLS.PeerCertificates {
			a.Certificates = append(a.Certificates, cert.Raw)
		}
	}
	return a, nil
}

// Post sends a request to address, which the user named, and returns the body of
// what it answers. It is for authorities of time, not for pages.
func (c *Client) Post(ctx context.Context, address, media string, request []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	u, err := parse(address)
	if err != nil {
		return nil, c.trouble(address, err)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, u.String(), strings.NewReader(string(request)))
	if err != nil {
		return nil, c.trouble(address, errAddress)
	}
	req.Header.Set("User-Agent", c.opt.Agent)
	req.Header.Set("Content-Type", media)
	resp, err := c.transport.RoundTrip(req)
	if err != nil {
		return nil, c.trouble(address, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, &source.Trouble{Name: address, Rule: "refused", Message: "answered " + strconv.Itoa(resp.StatusCode)}
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err != nil {
		return nil, c.trouble(address, err)
	}
	return body, nil
}

// parse reads an address of the web.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Hostname() == "" {
		return nil, errAddress
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, errScheme
	}
	u.Fragment, u.User = "", nil
	return u, nil
}
