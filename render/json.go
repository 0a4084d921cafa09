package render

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"iter"
	"strings"
	"time"

	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/ledger"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
)

// Format is the name and version of the machine-readable account, as it stands
// in the first key of every one.
const Format = "recoupe/1"

// JSON writes res as one JSON object, described in doc/format.md. Each report,
// figure, claim and so on stands on a line of its own and is written as soon as
// it is made, so that an account of 10,000 reports is never held twice; the same
// result always gives the same bytes.
//
//	err := render.JSON(os.Stdout, res)
func JSON(w io.Writer, res *recoupe.Result) error {
	s := &stream{w: bufio.NewWriterSize(w, 64<<10)}
	s.enc = json.NewEncoder(s)
	s.enc.SetEscapeHTML(false)
	x := newIndex(res)
	s.raw(`{"format":` + quoted(Format) + `,"made_by":` + quoted("recoupe "+recoupe.Version))
	list(s, "reports", x.jsonReports())
	list(s, "speakers", x.jsonSpeakers())
	list(s, "claims", x.jsonClaims())
	list(s, "figures", x.jsonFigures())
	list(s, "gaps", x.jsonGaps())
	list(s, "times", x.jsonTimes())
	list(s, "copies", x.jsonCopies())
	list(s, "edges", x.jsonEdges())
	x.stories(s)
	list(s, "warnings", x.jsonWarnings())
	list(s, "unread", x.jsonUnread())
	s.raw("}\n")
	if s.err == nil {
		s.err = s.w.Flush()
	}
	return s.err
}

// A stream writes one element after the other and remembers the first error.
type stream struct {
	w   *bufio.Writer
	enc *json.Encoder
	err error
}

// Write drops the line feed that the encoder ends every element with: a comma
// comes before it.
func (s *stream) Write(p []byte) (int, error) {
	n := len(p)
	if n > 0 && p[n-1] == '\n' {
		p = p[:n-1]
	}
	_, err := s.w.Write(p)
	return n, err
}

func (s *stream) raw(str string) {
	if s.err == nil {
		_, s.err = s.w.WriteString(str)
	}
}

func list[T any](s *stream, key string, elements iter.Seq[T]) {
	s.raw(",\n" + quoted(key) + ":[")
	sep := "\n"
	for e := range elements {
		if s.err != nil {
			return
		}
		s.raw(sep)
		sep = ",\n"
		if s.err == nil {
			s.err = s.enc.Encode(e)
		}
	}
	s.raw("]")
}

func quoted(s string) string {
	b, _ := json.Marshal(s) // a string always marshals
	return string(b)
}

// orNull returns nil for the zero value: what is not known is null, never a guess.
func orNull[S ~string](s S) *string {
	if s == "" {
		return nil
	}
	str := string(s)
	return &str
}

// filled returns an empty list for a nil one: a list is never null.
func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// span returns s with its words; nil where it points at no report of the result.
func (x *index) span(s text.Span) *jsonSpan {
	if x.reports[s.Doc] == nil {
		return nil
	}
	return &jsonSpan{string(s.Doc), s.Start, s.End, x.quote(s)}
}

func (x *index) spans(list []text.Span) []*jsonSpan {
	out := []*jsonSpan{}
	for _, s := range list {
		if j := x.span(s); j != nil {
			out = append(out, j)
		}
	}
	return out
}

func (x *index) jsonReports() iter.Seq[jsonReport] {
	return func(yield func(jsonReport) bool) {
		for _, r := range x.res.Reports {
			d := x.dating(r)
			j := jsonReport{ID: string(r.ID), Files: filled(r.Files), URL: orNull(r.URL), Outlet: orNull(r.Outlet), Byline: orNull(r.Byline),
				Credits: filled(credits(r)), Title: orNull(r.Title), Language: r.Language, Text: r.Text}
			if len(r.Files) > 0 {
				j.File = &r.Files[0]
			}
			if d.When.Known() {
				j.Published = &jsonDated{EDTF: orNull(d.When.String()), Basis: orNull(d.Basis), Because: x.spans(d.Because)}
				if d.Basis == r.Published.Basis {
					j.Published.Written, j.Published.From = r.Published.Written, r.Published.From
				}
			}
			if m := r.Modified; m.When.Known() {
				j.Modified = &jsonDated{EDTF: orNull(m.When.String()), Written: m.Written, Basis: orNull(m.Basis), From: m.From, Because: x.spans(m.Because)}
			}
			if !yield(j) {
				return
			}
		}
	}
}

func (x *index) jsonSpeakers() iter.Seq[jsonSpeaker] {
	return func(yield func(jsonSpeaker) bool) {
		if x.res.Cast == nil {
			return
		}
		for _, s := range x.res.Cast.Speakers {
			if !yield(jsonSpeaker{s.ID, s.Name, orNull(s.Role), filled(s.Spellings), s.Person, orNull(s.Voice)}) {
				return
			}
		}
	}
}

func (x *index) by(a *claim.Attribution) *jsonBy {
	if a == nil {
		return nil
	}
	j := &jsonBy{ID: orNull(x.res.Cast.Of(a)), Speaker: a.Speaker, Name: orNull(a.Name), Role: orNull(a.Role), Cue: orNull(a.Cue),
		Span: x.span(a.Span), Own: a.Own, Rule: a.Rule, Via: []*jsonBy{}}
	if s := x.res.Cast.Speaker(x.res.Cast.Of(a)); s != nil {
		j.Name = &s.Name
		if j.Role == nil {
			j.Role = orNull(s.Role)
		}
	}
	if !a.Stands.IsZero() && a.Stands != a.Span {
		j.Stands = x.span(a.Stands)
	}
	for i := range a.Via {
		j.Via = append(j.Via, x.by(&a.Via[i]))
	}
	return j
}

func (x *index) jsonClaims() iter.Seq[jsonClaim] {
	return func(yield func(jsonClaim) bool) {
		for _, r := range x.res.Reports {
			for _, c := range r.Claims {
				if !yield(jsonClaim{c.ID, x.span(c.Span), x.by(c.By), string(c.Kind), x.span(c.Content), string(c.Stance)}) {
					return
				}
			}
		}
	}
}

func (x *index) jsonFigures() iter.Seq[jsonFigure] {
	return func(yield func(jsonFigure) bool) {
		for _, r := range x.res.Reports {
			for _, f := range r.Figures {
				if !yield(x.figure(r, f)) {
					return
				}
			}
		}
	}
}

func (x *index) figure(r *claim.Report, f *claim.Figure) jsonFigure {
	said, covers := x.times(r, f)
	j := jsonFigure{ID: f.ID, Span: x.span(f.Span), Measure: string(f.Measure), Group: string(f.Group), Label: orNull(f.Label),
		Quantity: quantity(f.Quantity, x.quote(f.Number)), Place: place(f.Place), Covers: orNull(covers.String()), Scope: orNull(f.Scope),
		Severity: orNull(f.Severity), By: x.by(f.By), Stance: string(f.Stance), Said: orNull(said.String()), Aside: f.Aside, Previous: f.Previous, Elsewhere: f.Elsewhere}
	if f.Claim != nil {
		j.Claim = &f.Claim.ID
	}
	if f.PartOf != nil {
		j.PartOf = &f.PartOf.ID
	}
	for _, b := range f.Because {
		j.Because = append(j.Because, jsonRule{b.Rule, x.span(b.Span)})
	}
	return j
}

func quantity(q lang.Quantity, words string) jsonQuantity {
	j := jsonQuantity{Qualifier: string(q.Qualifier), Low: q.Low, Text: words}
	if q.Named {
		j.Value = &q.Value
	}
	if q.High < lang.Unbounded {
		j.High = &q.High
	}
	return j
}

// place returns p; latitude and longitude are null where it was learned from
// the text alone.
func place(p *lang.Place) *jsonPlace {
	if p == nil {
		return nil
	}
	j := &jsonPlace{Name: p.Name, Precision: orNull(p.Precision), Country: orNull(p.Country), Region: orNull(p.Region)}
	if p.ID != 0 || p.Lat != 0 || p.Lon != 0 {
		j.Lat, j.Lon = &p.Lat, &p.Lon
	}
	return j
}

func (x *index) jsonGaps() iter.Seq[jsonGap] {
	return func(yield func(jsonGap) bool) {
		for _, r := range x.res.Reports {
			for _, g := range r.Gaps {
				if !yield(jsonGap{g.ID, x.span(g.Span), orNull(g.Measure), orNull(g.Group), x.by(g.By)}) {
					return
				}
			}
		}
	}
}

func (x *index) jsonTimes() iter.Seq[jsonTime] {
	return func(yield func(jsonTime) bool) {
		for _, r := range x.res.Reports {
			for i, t := range r.Lang.Times {
				res := x.resolved(r, i)
				j := jsonTime{Span: x.span(r.Span(t.Start, t.End)), Implied: res.Implied, Timex3: jsonTimex3{t.Type, orNull(res.Value)}, Rule: orNull(res.Rule)}
				if res.Type != "" {
					j.Timex3.Type = res.Type
				}
				if j.Rule == nil {
					j.Rule = orNull(t.Rule)
				}
				j.EDTF = orNull(res.Time.String())
				j.From, j.To = clocks(res)
				if res.Zone != "" {
					j.Zone, j.UTC = res.Zone, &jsonUTC{minute(res.Begin, "Z"), minute(res.End, "Z")}
				}
				if !yield(j) {
					return
				}
			}
		}
	}
}

// clocks returns both ends of a time to the minute; the second one is the first
// minute after it. An open or unknown end is nil.
func clocks(r when.Resolved) (from, to *string) {
	return minute(r.Time.From, ""), minute(r.Time.To, "")
}

// minute writes t to the minute, with the sign of its zone behind it; nil where
// t is open or unknown.
func minute(t time.Time, zone string) *string {
	if t.IsZero() {
		return nil
	}
	return orNull(t.Format("2006-01-02T15:04") + zone)
}

func (x *index) jsonCopies() iter.Seq[jsonCopy] {
	return func(yield func(jsonCopy) bool) {
		for _, c := range x.res.Copies {
			if c.Version {
				continue // the same address again: no copy
			}
			if !yield(x.copy(c)) {
				return
			}
		}
	}
}

func (x *index) copy(c story.Copy) jsonCopy {
	j := jsonCopy{string(c.Report), string(c.Of), c.Containment, c.Presumed, [][2]*jsonSpan{}}
	for _, p := range c.Passages {
		j.Passages = append(j.Passages, [2]*jsonSpan{x.span(p[0]), x.span(p[1])})
	}
	return j
}

func (x *index) jsonWarnings() iter.Seq[jsonWarning] {
	return func(yield func(jsonWarning) bool) {
		for _, w := range x.warnings() {
			if !yield(jsonWarning{x.span(w.Span), w.Rule, w.Message, filled(w.Args)}) {
				return
			}
		}
	}
}

func (x *index) jsonUnread() iter.Seq[jsonUnread] {
	return func(yield func(jsonUnread) bool) {
		for _, u := range x.res.Unread {
			if !yield(jsonUnread{u.Name, u.Rule, u.Message}) {
				return
			}
		}
	}
}

// stories writes the stories, account by account and entry by entry: one story of
// ten thousand reports is no object to be held in memory whole.
func (x *index) stories(s *stream) {
	s.raw(",\n" + quoted("stories") + ":[")
	sep := "\n"
	for _, t := range x.res.Stories {
		s.raw(sep + `{"id":` + quoted(t.ID) + `,"title":`)
		sep = ",\n"
		s.value(orNull(t.Title))
		l := t.Ledger
		if l == nil {
			l = &ledger.Ledger{}
		}
		within(s, `,"reports"`, t.Reports, func(r *claim.Report) { s.value(string(r.ID)) })
		within(s, `,"accounts"`, l.Accounts, func(a *ledger.Account) { x.account(s, a) })
		within(s, `,"timeline"`, l.Timeline, func(m *ledger.Moment) { s.value(x.moment(m)) })
		within(s, `,"conflicts"`, l.Conflicts, func(c *ledger.Conflict) { s.value(conflictOf(c)) })
		within(s, `,"gaps"`, l.Gaps, func(g *claim.Gap) { s.value(g.ID) })
		s.raw("}")
	}
	s.raw("]")
}

// value writes one value where the stream stands.
func (s *stream) value(v any) {
	if s.err == nil {
		s.err = s.enc.Encode(v)
	}
}

// within writes a list under a key of the object that the stream is in.
func within[T any](s *stream, key string, elements []T, write func(T)) {
	s.raw(key + ":[")
	for i, e := range elements {
		if i > 0 {
			s.raw(",")
		}
		write(e)
	}
	s.raw("]")
}

func (x *index) moment(m *ledger.Moment) jsonMoment {
	j := jsonMoment{edtfOrNull(m.When), edtfOrNull(m.Said), x.spans(m.Spans), []string{}, m.Origins}
	for _, c := range m.Claims {
		j.Claims = append(j.Claims, c.ID)
	}
	return j
}

func conflictOf(c *ledger.Conflict) jsonConflict {
	j := jsonConflict{c.Kind, []jsonMember{}, c.Rule, c.Message, filled(c.Args)}
	for _, m := range c.Members {
		switch {
		case m.Figure != nil:
			j.Members = append(j.Members, jsonMember{"figure", m.Figure.ID})
		case m.Claim != nil:
			j.Members = append(j.Members, jsonMember{"claim", m.Claim.ID})
		}
	}
	return j
}

func edtfOrNull(t edtf.Time) *string { return orNull(t.String()) }

// accountID names an account by its first figure: it stays the same when a
// later report adds an entry.
func accountID(a *ledger.Account) string {
	if a == nil || len(a.Entries) == 0 {
		return ""
	}
	return "account-" + a.Entries[0].Figure.ID
}

func (x *index) account(s *stream, a *ledger.Account) {
	j := jsonAccount{ID: accountID(a), Measure: string(a.Measure), Severity: orNull(a.Severity), Group: string(a.Group), Label: orNull(a.Label), Scope: orNull(a.Scope),
		PartOf: orNull(accountID(a.PartOf)), Aside: a.Aside, Elsewhere: a.Elsewhere}
	if a.Place != nil {
		j.Place = &a.Place.Name
	}
	var head strings.Builder
	enc := json.NewEncoder(&head)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(j); err != nil {
		s.err = cmp.Or(s.err, err)
		return
	}
	s.raw(strings.TrimSuffix(head.String(), "}\n")) // its entries come one by one
	within(s, `,"entries"`, a.Entries, func(e *ledger.Entry) { s.value(x.entry(e)) })
	s.raw("}")
}

func (x *index) entry(e *ledger.Entry) jsonEntry {
	j := jsonEntry{e.Figure.ID, string(e.Status), filled(e.Marks), []jsonReason{}, e.Origins, e.Speakers, leftOf(e.Left)}
	for _, b := range e.Because {
		r := jsonReason{b.Rule, []string{}, x.spans(b.Spans)}
		for _, f := range b.Figures {
			r.Figures = append(r.Figures, f.ID)
		}
		j.Because = append(j.Because, r)
	}
	return j
}

func leftOf(d *ledger.Departure) *jsonLeft {
	if d == nil {
		return nil
	}
	j := &jsonLeft{Page: d.URL, Found: d.Found.UTC().Format(time.RFC3339), Now: orNull(string(d.Now))}
	if !d.Seen.IsZero() {
		seen := d.Seen.UTC().Format(time.RFC3339)
		j.Seen = &seen
	}
	if d.Status != 0 {
		j.Status = &d.Status
	}
	return j
}
