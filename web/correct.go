package web

import (
	"bytes"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"recoupe/amend"
	"recoupe/claim"
	"recoupe/render"
	"recoupe/story"
	"recoupe/text"
)

// A correction is one decision by hand as pages show it.
type correction struct {
	D      *amend.Decision
	At     text.Span // the words; zero where it is about no words of a report read
	Report *claim.Report
	Undone *amend.Decision // what took it back; nil while it holds
}

// readBook reads a decisions file; one that is not there yet decides nothing.
func readBook(name string) (*amend.Book, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return &amend.Book{}, nil
	}
	if err != nil {
		return &amend.Book{}, err
	}
	b, err := amend.Parse(data)
	if err != nil {
		return &amend.Book{}, err
	}
	return b, nil
}

// takeBook notes which words were corrected, and lights them.
func (e *edition) takeBook(b *amend.Book) {
	e.book, e.made = b, map[text.DocID][]*correction{}
	for _, c := range e.corrections() {
		if c.Undone == nil && c.Report != nil {
			e.made[c.Report.ID] = append(e.made[c.Report.ID], c)
			e.lit(c.At)
		}
	}
}

// corrections lists every decision, the last first; an undoing is told with what
// it took back.
func (e *edition) corrections() []*correction {
	if e.book == nil {
		return nil
	}
	gone := e.book.Undone()
	var out []*correction
	for i := len(e.book.List) - 1; i >= 0; i-- {
		d := &e.book.List[i]
		if d.Do == amend.Undo {
			continue
		}
		c := &correction{D: d, Undone: gone[d.ID]}
		if len(d.Reports) > 0 {
			c.Report, c.At = e.seek(d.Reports[0])
		}
		out = append(out, c)
	}
	return out
}

// seek finds the words that an anchor holds on to.
func (e *edition) seek(a story.Anchor) (*claim.Report, text.Span) {
	r := e.x.ReportWith(a.Report)
	if r == nil && a.Quote != "" {
		i := slices.IndexFunc(e.res.Reports, func(o *claim.Report) bool { return strings.Contains(o.Text, a.Quote) })
		if i >= 0 {
			r = e.res.Reports[i]
		}
	}
	switch {
	case r == nil || a.Quote == "":
		return r, text.Span{}
	case a.Start >= 0 && a.Start < a.End && a.End <= len(r.Text) && r.Text[a.Start:a.End] == a.Quote:
		return r, r.Span(a.Start, a.End)
	}
	if i := strings.Index(r.Text, a.Quote); i >= 0 {
		return r, r.Span(i, i+len(a.Quote))
	}
	return r, text.Span{}
}

// hand writes that a figure was corrected by hand, where it was.
func (p *page) hand(b *strings.Builder, f *claim.Figure) {
	if slices.ContainsFunc(f.Because, func(r claim.Reason) bool { return r.Rule == amend.Rule }) {
		b.WriteString(` <span class="hand">`)
		render.Escape(b, p.T("web.by.hand"))
		b.WriteString("</span>")
	}
}

// Hand marks a figure that was corrected by hand.
func (p *page) Hand(f *claim.Figure) template.HTML {
	var b strings.Builder
	p.hand(&b, f)
	return template.HTML(b.String())
}

func (p *page) corrections() (string, any) {
	p.Title, p.Here = p.T("web.corrections"), "corrections"
	return "corrections", p.e.corrections()
}

// Does says what a correction does, in words.
func (p *page) Does(d *amend.Decision) string {
	words := []string{p.T("web.do." + d.Do)}
	if d.Set != nil {
		if d.Set.Measure != "" {
			words = append(words, p.T("measure."+string(d.Set.Measure)))
		}
		if d.Set.Group != "" {
			words = append(words, p.T("group."+string(d.Set.Group)))
		}
		words = append(words, render.Clean(d.Set.Place), render.Clean(d.Set.Speaker))
	}
	for _, n := range d.Names {
		words = append(words, render.Clean(n))
	}
	words = append(words, render.Clean(d.Agency), render.Clean(d.Note))
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), " · ")
}

// Editor is who made the last correction in this browser.
func (p *page) Editor() string { return p.editor }

// Measures and Groups are what a figure may be corrected to.
func (p *page) Measures() []claim.Measure { return measures }

// Groups are the groups that may have been counted.
func (p *page) Groups() []claim.Group { return groups }

var measures = []claim.Measure{claim.Killed, claim.Injured, claim.Missing, claim.Arrested, claim.Displaced, claim.Evacuated, claim.Hospitalised, claim.Rescued,
	claim.Kidnapped, claim.Released, claim.Participants, claim.Deployed, claim.Destroyed, claim.Victims}

var groups = []claim.Group{claim.People, claim.Civilians, claim.Protesters, claim.SecurityForces, claim.Soldiers, claim.Assailants, claim.Detainees, claim.OfficialsGroup,
	claim.Children, claim.Women, claim.Migrants, claim.Passengers, claim.Crew, claim.Workers, claim.HealthWorkers, claim.AidWorkers, claim.Rescuers, claim.MediaGroup,
	claim.Foreigners, claim.Equipment, claim.OtherGroup}

// OtherStories lists the stories that the report of r could belong to instead.
func (p *page) OtherStories(r *claim.Report) []*otherStory {
	const most = 50
	var out []*otherStory
	for _, t := range p.e.res.Stories {
		if len(out) < most && t != p.e.x.StoryOf(r.ID) && len(t.Reports) > 0 {
			out = append(out, &otherStory{string(t.Reports[0].ID), p.e.sheet(t, p.w).Title})
		}
	}
	return out
}

type otherStory struct{ Report, Title string }

// correct writes a correction down and makes the account anew.
func (s *Site) correct(w http.ResponseWriter, r *http.Request) {
	e := s.now.Load()
	d, back, err := e.decision(r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	s.decide(w, r, d, back)
}

// decision reads a form. The words are those of the report as it is served, so
// that nobody writes down what no report says.
func (e *edition) decision(r *http.Request) (d *amend.Decision, back string, err error) {
	field := func(name string) string { return strings.TrimSpace(r.PostFormValue(name)) }
	d = &amend.Decision{Decision: story.Decision{Do: field("do"), By: clip(field("by")), Note: clip(field("note"))}}
	back = "/corrections"
	if d.Do == amend.Same {
		d.Names = []string{clip(field("name")), clip(field("other"))}
		return d, back, nil
	}
	doc := e.x.ReportWith(text.DocID(field("report")))
	if doc == nil {
		return nil, "", errors.New("no such report")
	}
	back = "/r/" + string(doc.ID)
	a := story.Anchor{Report: doc.ID}
	if k, ok := parseRange(field("at"), len(doc.Text)); ok {
		if !onRunes(doc.Text, k) {
			return nil, "", errors.New("these are no words of the report")
		}
		a.Start, a.End, a.Quote = k[0], k[1], doc.Text[k[0]:k[1]]
		back += "#" + noteID("s", doc.Span(k[0], k[1]))
	}
	if d.Do == "pin" || d.Do == "split" {
		a = holdOn(doc) // whatever becomes of its identity
	}
	d.Reports = []story.Anchor{a}
	switch d.Do {
	case amend.Figure:
		d.Set = &amend.Change{Measure: claim.Measure(field("measure")), Group: claim.Group(field("group")), Place: clip(field("place")), Speaker: clip(field("speaker"))}
		if d.Set.Measure != "" && !slices.Contains(measures, d.Set.Measure) || d.Set.Group != "" && !slices.Contains(groups, d.Set.Group) {
			return nil, "", errors.New("no such measure or group")
		}
	case "pin", "cut", "add":
		if to := e.x.ReportWith(text.DocID(field("to"))); to != nil {
			d.To = &story.Anchor{Report: to.ID}
			if d.Do == "pin" {
				*d.To = holdOn(to)
			}
		}
		d.Agency = clip(field("agency"))
	}
	return d, back, nil
}

// holdOn returns an anchor to a report as a whole: its first words, by which it is
// known again where it was edited behind them.
func holdOn(r *claim.Report) story.Anchor {
	a := story.Anchor{Report: r.ID}
	for _, s := range r.Sentences {
		if s.End-s.Start >= 40 {
			a.Start, a.End, a.Quote = s.Start, s.End, r.Text[s.Start:s.End]
			break
		}
	}
	return a
}

// clip keeps a field of a form to one line of a sensible length.
func clip(s string) string {
	s = render.Clean(s)
	const most = 400
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	return s
}

func (s *Site) undo(w http.ResponseWriter, r *http.Request) {
	of := r.PostFormValue("of")
	b := s.now.Load().book
	if b == nil || !slices.ContainsFunc(b.List, func(d amend.Decision) bool { return d.ID == of }) {
		s.refuse(w, r, errors.New("no such correction"))
		return
	}
	d := &amend.Decision{Decision: story.Decision{Do: amend.Undo, By: clip(r.PostFormValue("by"))}, Of: of}
	s.decide(w, r, d, localPath(r.PostFormValue("back")))
}

// decide writes d down with who and when, reads the account anew, and leads back.
func (s *Site) decide(w http.ResponseWriter, r *http.Request, d *amend.Decision, back string) {
	if d.By == "" {
		s.refuse(w, r, errors.New("say who corrects"))
		return
	}
	d.At = time.Now().UTC().Format(time.RFC3339Nano)
	line, err := d.Line()
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := appendLine(s.opt.Decisions, line); err != nil {
		s.opt.Log.Error("writing a decision", "error", err)
		http.Error(w, "the correction could not be written", http.StatusInternalServerError)
		return
	}
	res, err := s.opt.Reread()
	if err != nil {
		s.opt.Log.Error("reading again after a decision", "error", err)
		http.Error(w, "the correction is written; the account could not be made anew", http.StatusInternalServerError)
		return
	}
	s.Replace(res)
	http.SetCookie(w, &http.Cookie{Name: "by", Value: url.QueryEscape(d.By), Path: "/", MaxAge: 90 * 24 * 3600, SameSite: http.SameSiteStrictMode, HttpOnly: true, Secure: r.TLS != nil})
	http.Redirect(w, r, back, http.StatusSeeOther)
}

// appendLine adds a line to a file. A last line that was not ended is ended
// first, so that two never become one.
func appendLine(name string, line []byte) error {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o666)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if st, err := f.Stat(); err == nil && st.Size() > 0 {
		last := make([]byte, 1)
		if _, err := f.ReadAt(last, st.Size()-1); err == nil && last[0] != '\n' {
			out.WriteByte('\n')
		}
	}
	out.Write(line)
	out.WriteByte('\n')
	_, err = f.Write(out.Bytes())
	return errors.Join(err, f.Sync(), f.Close())
}

func (s *Site) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p := s.page(w, r)
	p.path = "corrections"
	s.fill(w, p, "refused", err.Error(), http.StatusBadRequest)
}

// A madeView is a correction on a page.
type madeView struct {
	Page *page
	C    *correction
	Back string
}

// MadeOn puts a correction on the page.
func (p *page) MadeOn(c *correction) madeView { return madeView{p, c, p.path} }

// AllVoices lists the names of speakers, for a form.
func (p *page) AllVoices() []string {
	const most = 300
	var out []string
	for _, sp := range p.e.res.Cast.Speakers {
		if len(out) < most {
			out = append(out, render.Clean(sp.Name))
		}
	}
	return out
}

// Offset writes a span as a form sends it back.
func (n *note) Offset() string { return strconv.Itoa(n.At.Start) + "-" + strconv.Itoa(n.At.End) }
