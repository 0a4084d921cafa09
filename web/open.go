package web

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"

	"recoupe"
	"recoupe/render"
)

// open finds what stands at p.path and returns the template and what fills it;
// "" where there is nothing. The same addresses serve a browser and name the
// files of a publication.
func (p *page) open() (scene string, data any) {
	seg := strings.Split(p.path, "/")
	switch {
	case p.path == "":
		if ts := p.e.res.Stories; len(ts) == 1 && p.static {
			return p.story([]string{ts[0].ID})
		}
		return p.front()
	case seg[0] == "s" && len(seg) >= 2:
		return p.story(seg[1:])
	case seg[0] == "r" && len(seg) == 2:
		return p.report(seg[1])
	case seg[0] == "compare" && len(seg) == 3:
		return p.compare(seg[1], seg[2])
	case seg[0] == "versions" && len(seg) == 2:
		return p.versions(seg[1])
	case seg[0] == "p" && len(seg) == 2:
		return p.voice(seg[1])
	case p.path == "stories":
		return p.front()
	case p.path == "help":
		p.Title, p.Here = p.T("web.help"), "help"
		return "help", p
	case p.path == "corrections" && p.edit:
		return p.corrections()
	case p.path == "search" && !p.static:
		return p.search()
	}
	return "", nil
}

// A scene is what a template is given.
type scene struct {
	*page
	D any
}

// Page is the page that is filled.
func (s scene) Page() *page { return s.page }

// write makes the page. It reports false where nothing stands at its path.
func (p *page) write(w io.Writer) (bool, error) {
	name, data := p.open()
	found := name != ""
	if !found {
		name, p.Title = "missing", p.T("web.missing")
	}
	p.Scene = name
	t := pageTemplates()
	var body bytes.Buffer
	if err := t.ExecuteTemplate(&body, "head", scene{p, data}); err != nil {
		return found, err
	}
	if err := t.ExecuteTemplate(&body, name, scene{p, data}); err != nil {
		return found, err
	}
	if err := t.ExecuteTemplate(&body, "foot", scene{p, data}); err != nil {
		return found, err
	}
	_, err := w.Write(body.Bytes())
	return found, err
}

// A listed story is one line of the first page.
type listed struct {
	*render.Sheet
	ID      string
	Glances []*render.Glance
	Doubts  int
}

type front struct {
	Stories []*listed
	Unread  []unread
}

type unread struct{ Name, Message string }

func (p *page) front() (string, any) {
	p.Title, p.Here = p.T("web.stories"), "stories"
	f := &front{}
	const most = 200
	told := slices.Clone(p.e.res.Stories) // those that most reports tell first
	slices.SortStableFunc(told, func(a, b *recoupe.Told) int { return cmp.Compare(len(b.Reports), len(a.Reports)) })
	for _, t := range told[:min(most, len(told))] {
		s := p.e.sheet(t, p.w)
		f.Stories = append(f.Stories, &listed{s, t.ID, s.Glances(3), len(s.Doubts)})
	}
	for _, u := range p.e.res.Unread {
		f.Unread = append(f.Unread, unread{render.Clean(u.Name), render.Clean(u.Message)})
	}
	return "front", f
}
