package fetch

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/temoto/robotstxt"

	"recoupe/source"
)

// A host is visited by one at a time, with a pause between two visits.
type host struct {
	busy   chan struct{} // holds one value while nobody is there
	next   time.Time     // not before
	pause  time.Duration // that its robots.txt asks for
	robots *robotstxt.Group
	asked  time.Time // when its robots.txt was read
}

const (
	robotsFor  = 12 * time.Hour  // how long a robots.txt holds
	maxRobots  = 512 << 10       // what RFC 9309 asks for at least
	maxPause   = 2 * time.Minute // a robots.txt that asks for more gets this
	maxBackOff = time.Hour       // a server that asks for more gets this
	backOff    = 5 * time.Minute // where it only says that it is too much
)

func (c *Client) host(u *url.URL) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	h := c.hosts[key]
	if h == nil {
		h = &host{busy: make(chan struct{}, 1)}
		h.busy <- struct{}{}
		c.hosts[key] = h
	}
	return h
}

// turn waits until the host may be visited.
func (h *host) turn(ctx context.Context) error {
	select {
	case <-h.busy:
	case <-ctx.Done():
		return ctx.Err()
	}
	wait := time.Until(h.next)
	if deadline, ok := ctx.Deadline(); ok && wait > time.Until(deadline) {
		h.busy <- struct{}{}
		return errBackOff
	}
	if wait > 0 {
		t := time.NewTimer(wait)
		defer t.Stop()
		select {
		case <-t.C:
		case <-ctx.Done():
			h.busy <- struct{}{}
			return ctx.Err()
		}
	}
	return nil
}

// done ends a visit.
func (h *host) done(delay time.Duration) {
	if delay >= 0 {
		if at := time.Now().Add(max(delay, h.pause)); at.After(h.next) {
			h.next = at
		}
	}
	h.busy <- struct{}{}
}

// answered stays away for a while where the server asks for it.
func (h *host) answered(resp *http.Response) {
	if resp.StatusCode != http.StatusTooManyRequests && resp.StatusCode != http.StatusServiceUnavailable {
		return
	}
	wait := backOff
	if s := resp.Header.Get("Retry-After"); s != "" {
		if n, err := strconv.Atoi(s); err == nil && n >= 0 {
			wait = time.Duration(min(n, int(maxBackOff/time.Second))) * time.Second
		} else if at, err := http.ParseTime(s); err == nil {
			wait = time.Until(at)
		}
	}
	h.next = time.Now().Add(min(wait, maxBackOff))
}

// mayVisit asks the robots.txt of u's host.
func (c *Client) mayVisit(ctx context.Context, u *url.URL) error {
	if c.opt.IgnoreRobots {
		return nil
	}
	h := c.host(u)
	c.mu.Lock()
	group, fresh := h.robots, time.Since(h.asked) < robotsFor
	c.mu.Unlock()
	if group == nil || !fresh {
		data, err := c.robots(ctx, u)
		if err != nil {
			return err
		}
		group = data.FindGroup(c.opt.Agent)
		c.mu.Lock()
		h.robots, h.asked = group, time.Now()
		c.mu.Unlock()
		if c.opt.Delay >= 0 {
			<-h.busy
			h.pause = min(group.CrawlDelay, maxPause)
			h.busy <- struct{}{}
		}
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !group.Test(path) {
		return errRobots
	}
	return nil
}

// robots fetches a robots.txt, over redirects.
func (c *Client) robots(ctx context.Context, u *url.URL) (*robotstxt.RobotsData, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range 5 {
		resp, body, err := c.once(ctx, at, Known{}, maxRobots)
		if err == source.ErrTooLong {
			return nil, errRobotsUnread
		}
		if err != nil {
			return nil, err
		}
		if resp.StatusCode/100 == 3 {
			to, err := at.Parse(resp.Header.Get("Location"))
			if err != nil || to.Scheme != "http" && to.Scheme != "https" {
				break
			}
			at = to
			continue
		}
		data, err := robotstxt.FromStatusAndBytes(resp.StatusCode, body)
		if resp.StatusCode >= 500 || err != nil {
			return nil, errRobotsUnread
		}
		return data, nil
	}
	return robotstxt.FromStatusAndBytes(http.StatusNotFound, nil) // RFC 9309: too many redirects are as none
}
