package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"recoupe/source"
)

var (
	errAddress      = errors.New("not an address of the web")
	errScheme       = errors.New("neither http nor https")
	errRedirects    = errors.New("redirects without end")
	errRobots       = errors.New("robots.txt does not allow it")
	errRobotsUnread = errors.New("robots.txt cannot be read")
	errBackOff      = errors.New("the server asked to be left alone for a while")
)

// trouble words what stood in the way for the reader of the account.
func (c *Client) trouble(address string, err error) *source.Trouble {
	t := &source.Trouble{Name: address, Err: err}
	var dns *net.DNSError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var unknown x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var name x509.HostnameError
	var timeout interface{ Timeout() bool }
	switch {
	case errors.Is(err, errAddress):
		t.Rule, t.Message = "bad-address", "not an address of the web; check it"
	case errors.Is(err, errScheme):
		t.Rule, t.Message = "bad-address", "only addresses with http and https are fetched"
	case errors.Is(err, errRedirects):
		t.Rule, t.Message = "redirects", "sends from one address to the next without end"
	case errors.Is(err, errRobots):
		t.Rule, t.Message = "robots", "the site's robots.txt does not allow it; save the page by hand and add the file"
	case errors.Is(err, errRobotsUnread):
		t.Rule, t.Message = "robots", "the site's robots.txt cannot be read, so the page is left alone; try later"
	case errors.Is(err, errBackOff):
		t.Rule, t.Message = "back-off", "the server asked to be left alone for a while; try later"
	case errors.Is(err, ssrf.ErrProhibitedPort):
		t.Rule, t.Message = "refused-address", "not fetched: its port is not one of the web; --allow HOST:PORT lets it through"
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork), errors.Is(err, ssrf.ErrInvalidHostPort):
		t.Rule, t.Message = "refused-address", "not fetched: it leads to an address that is not on the open internet; --allow HOST lets it through"
	case errors.Is(err, source.ErrTooLong):
		t.Rule, t.Message = "too-long", "larger than one page may be"
	case errors.As(err, &dns):
		t.Rule, t.Message = "no-such-host", "no such host, or no way to ask; check the address and the connection"
	case errors.As(err, &record), errors.As(err, &alert), errors.As(err, &unknown), errors.As(err, &invalid), errors.As(err, &name),
		strings.Contains(err.Error(), "tls: "), strings.Contains(err.Error(), "x509: "):
		t.Rule, t.Message = "tls", "the secure connection cannot be trusted: "+last(err)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		t.Rule, t.Message = "timeout", "no whole answer within "+c.opt.Timeout.Round(time.Millisecond).String()
	case errors.Is(err, context.Canceled):
		t.Rule, t.Message = "stopped", "not fetched: stopped"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		t.Rule, t.Message = "cut-short", "the answer is cut short"
	default:
		t.Rule, t.Message = "unreachable", "cannot be fetched: "+last(err)
	}
	return t
}

// last returns the innermost words of err: the address stands before them already.
func last(err error) string {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return strings.Join(strings.Fields(err.Error()), " ")
		}
		err = next
	}
}

func tlsWith(roots *x509.CertPool) *tls.Config { return &tls.Config{RootCAs: roots} }
