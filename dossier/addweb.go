package dossier

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"recoupe/archive"
	"recoupe/feed"
	"recoupe/fetch"
	"recoupe/source"
)

// IsAddress reports whether arg names a page rather than a file.
func IsAddress(arg string) bool {
	return strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://")
}

// addressesIn returns the addresses in a file that lists nothing else, one a
// line; lines that begin with "#" are remarks. ok is false for any other file.
func addressesIn(name string) (list []string, ok bool) {
	const most = 4 << 20
	st, err := os.Stat(name)
	if err != nil || !st.Mode().IsRegular() || st.Size() > most {
		return nil, false
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	sc := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))))
	for sc.Scan() {
		line := strings.TrimSpace(sc.Text())
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case IsAddress(line) && !strings.ContainsAny(line, " \t"):
			list = append(list, line)
		default:
			return nil, false
		}
	}
	return list, len(list) > 0 && sc.Err() == nil
}

// web brings in the page at address, or, where it is a feed, the pages in it
// that the dossier does not hold yet.
func (a *Adder) web(ctx context.Context, address, from string, deep int) error {
	k, ans, err := a.Visit(ctx, address, from)
	if err != nil || ans == nil {
		return err
	}
	a.Kept(k)
	if k.Record.Note != feedNote {
		if ans.Status/100 != 2 {
			a.Failed(&source.Trouble{Name: address, Rule: "no-page", Message: fmt.Sprintf("answered %d %s; kept as such, it is no report", ans.Status, strings.ToLower(http.StatusText(ans.Status)))})
		}
		return nil
	}
	if deep < 0 {
		return nil // a feed where a feed names a page: lists of lists have no end
	}
	f, err := feed.Parse(ans.Capture)
	if err != nil {
		a.Failed(err)
		return nil
	}
	return a.items(ctx, f, address, deep)
}

// Items brings in the pages of a feed that the dossier does not hold yet.
func (a *Adder) Items(ctx context.Context, f *feed.Feed, from string) error {
	return a.items(ctx, f, from, 1)
}

func (a *Adder) items(ctx context.Context, f *feed.Feed, from string, deep int) error {
	held := a.Visited()
	for _, it := range f.Items {
		if held[it.URL] {
			continue
		}
		if err := a.web(ctx, it.URL, from, -1); err != nil {
			return err
		}
	}
	if deep == 0 {
		return nil // a list named by a list goes one step further, and no more
	}
	for _, m := range f.Maps {
		if err := a.web(ctx, m.URL, from, deep-1); err != nil {
			return err
		}
	}
	return nil
}

// Visited returns the addresses that have answered with a page, or said that
// there is none.
func (d *Dossier) Visited() map[string]bool {
	out := map[string]bool{}
	for _, p := range d.Pages() {
		for _, r := range p.Visits {
			if r.Status/100 == 2 || r.Status == 404 || r.Status == 410 {
				out[p.URL] = true
				break
			}
		}
	}
	return out
}

// Visit fetches one page and keeps what answered. A visit that comes to nothing
// is kept too, as a failure, and told to Failed; then both results are zero.
func (a *Adder) Visit(ctx context.Context, address, from string) (Kept, *fetch.Answer, error) {
	if a.Client == nil {
		a.Failed(&source.Trouble{Name: address, Rule: "offline", Message: "no way to fetch pages here; save it and add the file"})
		return Kept{}, nil, nil
	}
	ans, err := a.Client.Get(ctx, address, a.Known[address])
	if ctx.Err() != nil {
		return Kept{}, nil, ctx.Err()
	}
	if err != nil {
		a.Failed(err)
		var t *source.Trouble
		errors.As(err, &t)
		if t.Rule == "bad-address" {
			return Kept{}, nil, nil // it is a slip of the pen: there is nothing to visit again
		}
		_, err = a.Commit(archive.Entry{Record: archive.Record{Kind: archive.Failed, At: a.Now().UTC(), Name: address, URL: address, Visit: true, From: from, Note: t.Rule + ": " + t.Message}})
		return Kept{}, nil, err
	}
	e := archive.EntryOf(ans.Capture, a.Now())
	e.From, e.Certificates, e.Visit = from, ans.Certificates, true
	for _, h := range ans.Hops {
		e.Redirects = append(e.Redirects, archive.Hop(h))
	}
	if ans.Status == http.StatusNotModified {
		e.Bytes = nil // nothing came: the last version stands
	}
	if ans.Status/100 == 2 && feed.Is(ans.Body) {
		e.Note = feedNote
	}
	n, err := a.Commit(e)
	if err != nil {
		return Kept{}, nil, err
	}
	e.Record.N, e.Record.Size = n, int64(len(e.Bytes))
	if e.Bytes != nil {
		e.Record.Body = archive.Of(e.Bytes)
	}
	return Kept{Record: e.Record}, ans, nil
}

// feedFile brings in the pages of a feed that was saved as a file. ok is false
// where the file is none.
func (a *Adder) feedFile(ctx context.Context, name string) (ok bool, err error) {
	switch ext := strings.ToLower(name[strings.LastIndexByte(name, '.')+1:]); ext {
	case "xml", "rss", "atom":
	default:
		return false, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return false, nil // said by whoever reads it as a report
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, 4*source.MaxReport))
	if err != nil || !feed.Is(body) {
		return false, nil
	}
	got, err := feed.Parse(&source.Capture{Name: name, Body: body})
	if err != nil {
		a.Failed(err)
		return true, nil
	}
	return true, a.items(ctx, got, name, 1)
}
