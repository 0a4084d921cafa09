package web

import (
	"html/template"
	"strconv"
	"strings"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/render"
)

// A dayView is what happened on one day, or in a longer stretch told as one.
type dayView struct {
	At      edtf.Time
	When    string
	Heard   []*render.Moment
	Total   int
	Anchor  string
	Precise string // "day", "span", "open", "vague": how it is drawn
}

// More is how many moments of the day are folded.
func (d *dayView) More() int { return d.Total - len(d.Heard) }

// days groups moments by when they happened and shows the first most of each.
func days(list []*render.Moment, most int) []*dayView {
	var out []*dayView
	for _, m := range list {
		if n := len(out); n == 0 || out[n-1].When != m.When {
			out = append(out, &dayView{At: m.At, When: m.When, Precise: precise(m.At), Anchor: "d-" + anchorOf(m.At.String())})
		}
		d := out[len(out)-1]
		d.Total++
		if len(d.Heard) < most {
			d.Heard = append(d.Heard, m)
		}
	}
	seen := map[string]int{}
	for _, d := range out {
		if seen[d.Anchor]++; seen[d.Anchor] > 1 {
			d.Anchor += "-" + strconv.Itoa(seen[d.Anchor])
		}
	}
	return out
}

// anchorOf makes "2022-01-05/2022-01-06" fit for an address.
func anchorOf(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9' || r == '-':
			return r
		case r == '/':
			return '_'
		}
		return -1
	}, s)
}

func precise(t edtf.Time) string {
	switch {
	case !t.Closed():
		return "open"
	case t.Approx || t.Uncertain || t.Precision < edtf.Day && t.Precision > edtf.Unknown:
		return "vague"
	case t.OneDay():
		return "day"
	}
	return "span"
}

// A density is a strip that shows on which days how much is told.
type density struct {
	Drawn template.HTML
}

// density draws the strip over the days that are shown; nil for fewer than three.
func (p *page) density(story string, list []*dayView) *density {
	type bar struct {
		day    time.Time
		n      int
		anchor string
	}
	var bars []bar
	most := 0
	for _, d := range list[:min(mostDays, len(list))] {
		if !d.At.OneDay() {
			continue
		}
		bars = append(bars, bar{d.At.FirstDay(), d.Total, d.Anchor})
		most = max(most, d.Total)
	}
	if len(bars) < 3 {
		return nil
	}
	var b strings.Builder
	const width, height, pitch = 36, 40, 60
	b.WriteString(`<svg class="strip" viewBox="0 0 ` + strconv.Itoa(len(bars)*pitch) + ` 66" role="group" aria-label="` + template.HTMLEscapeString(p.T("web.density")) + `">`)
	for i, k := range bars {
		h := max(3, k.n*height/most)
		label := p.w.Date(edtf.OfDay(k.day), k.day.Year())
		x := i*pitch + 12
		b.WriteString(`<a href="#` + k.anchor + `" aria-label="` + template.HTMLEscapeString(label+" : "+p.N("web.moments", k.n)) + `"><rect x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(height+4-h) + `" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(h) + `"/><text x="` + strconv.Itoa(x+width/2) + `" y="60" text-anchor="middle">`)
		render.Escape(&b, label)
		b.WriteString(`</text></a>`)
	}
	b.WriteString(`</svg>`)
	return &density{template.HTML(b.String())}
}

// When writes the day or the stretch of a part of the timeline; it opens on the
// words that name it in the first telling.
func (p *page) When(d *dayView) template.HTML {
	first := d.Heard[0].Told[0]
	at := first.TimeAt()
	if p.e.anchor(at) == "" {
		at = first.Span
	}
	var b strings.Builder
	p.link(&b, "dt", p.Span(at), "", d.When)
	return template.HTML(b.String())
}

// SaidOn writes when a moment was told, opening on what the day of its report
// rests on.
func (p *page) SaidOn(t *render.Telling, said string) template.HTML {
	var b strings.Builder
	head, tail, _ := strings.Cut(p.T("moment.said", "\x00"), "\x00")
	render.Escape(&b, head)
	p.link(&b, "dt", p.Report(t.Report.ID)+"#dated", "", said)
	render.Escape(&b, tail)
	return template.HTML(b.String())
}

// LangOfVoice is the language that a speaker is named in.
func (p *page) LangOfVoice(id string) string {
	if s := p.e.sayings[id]; s != nil && len(s.by) > 0 {
		return p.langOf(s.by[0].Span.Doc)
	}
	return ""
}

// Lane says from what kind of speaker a moment is told: "official", "press" where
// a newsroom tells it itself, "ground" for those who saw it, treat it or speak
// for those concerned.
func (p *page) Lane(t *render.Telling) string {
	if t.By == nil {
		return "press"
	}
	switch t.By.Role {
	case claim.HeadOfState, claim.Government, claim.Ministry, claim.Police, claim.Army, claim.Justice, claim.Rescue, claim.LocalAuth, claim.Officials, claim.Spokesman, claim.StateMedia, claim.Country:
		return "official"
	case claim.Media, claim.Agency, claim.OwnReport:
		return "press"
	}
	return "ground"
}
