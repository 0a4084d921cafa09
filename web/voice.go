package web

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/render"
	"recoupe/text"
	"recoupe/who"
)

// A voicePage is one speaker and all she says.
type voicePage struct {
	Who     *who.Speaker
	Body    *who.Speaker // in whose name she speaks; nil for her own
	Name    string
	Role    string
	Forms   []form
	Claims  []said
	Figures []said
	Relays  int
	S       *render.Sheet
	More    int
}

// A form is a spelling, with where it stands first.
type form struct {
	Words string
	At    text.Span
	Times int
}

// A said thing stands in a report of a story.
type said struct {
	S *render.Sheet
	R *claim.Report
	C *claim.Claim
	F *claim.Figure
}

func (p *page) voice(file string) (string, any) {
	id := p.e.voices[file]
	sp, all := p.e.res.Cast.Speaker(id), p.e.sayings[id]
	if sp == nil || all == nil {
		return "", nil
	}
	v := &voicePage{Who: sp, Name: render.Clean(sp.Name)}
	if sp.Role != "" {
		v.Role = p.T("role." + string(sp.Role))
	}
	if b := p.e.res.Cast.Body(id); b != id && p.e.sayings[b] != nil {
		v.Body = p.e.res.Cast.Speaker(b)
	}
	p.Title, p.Here = v.Name, "speaker"
	for _, by := range all.by {
		words := render.Clean(by.Speaker)
		at := by.Span
		if by.Stands.End > by.Stands.Start {
			at = by.Stands
		}
		i := slices.IndexFunc(v.Forms, func(f form) bool { return strings.EqualFold(f.Words, words) })
		if i < 0 {
			v.Forms = append(v.Forms, form{words, at, 1})
		} else {
			v.Forms[i].Times++
		}
	}
	const most = 200
	for _, f := range all.figures[:min(most, len(all.figures))] {
		if s, r := p.seat(f.Span.Doc); s != nil {
			v.Figures, v.S = append(v.Figures, said{S: s, R: r, F: f}), s
		}
	}
	for _, c := range all.claims[:min(most, len(all.claims))] {
		if s, r := p.seat(c.Content.Doc); s != nil {
			v.Claims, v.S = append(v.Claims, said{S: s, R: r, C: c}), s
		}
	}
	v.More = len(all.figures) + len(all.claims) - len(v.Figures) - len(v.Claims)
	if v.S == nil && len(all.by) > 0 {
		v.S, _ = p.seat(all.by[0].Span.Doc)
	}
	return "speaker", v
}

// seat returns the sheet and the report that words stand in.
func (p *page) seat(id text.DocID) (*render.Sheet, *claim.Report) {
	r, t := p.e.x.ReportWith(id), p.e.x.StoryOf(id)
	if r == nil || t == nil {
		return nil, nil
	}
	return p.e.sheet(t, p.w), r
}
