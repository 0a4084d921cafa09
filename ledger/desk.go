package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
	"recoupe/who"
)

// A desk is the work on one story: what Balance knows while it works.
type desk struct {
	cal      *when.Calendar
	cast     *who.Cast
	origins  Origins
	reports  []*claim.Report // in canonical order
	accounts []*account
	kin      map[family][]*account              // the accounts of one quantity in all its places
	newest   map[text.DocID]map[text.DocID]bool // an older version of a page: its newest
	of       map[*claim.Figure]*mention
	printed  map[uint64]string        // a sentence, folded → the newsroom that printed it first
	notes    []*note                  // what the reports say of figures
	outlets  map[string]bool          // the newsrooms of the reports
	whole    map[string]*claim.Report // the first report with this very text
	led      *Ledger
}

func newDesk(s *story.Story, cal *when.Calendar, cast *who.Cast, o Origins) *desk {
	d := &desk{cal: cal, cast: cast, origins: o, of: map[*claim.Figure]*mention{}, printed: map[uint64]string{}, whole: map[string]*claim.Report{}, outlets: map[string]bool{}, kin: map[family][]*account{}, led: &Ledger{}}
	if s == nil {
		return d
	}
	for _, r := range s.Reports {
		if r != nil && r.Document != nil {
			d.reports = append(d.reports, r)
		}
	}
	slices.SortStableFunc(d.reports, func(a, b *claim.Report) int {
		return cmp.Or(compareTimes(d.published(a), d.published(b)), cmp.Compare(a.ID, b.ID))
	})
	for _, r := range d.reports {
		if d.whole[r.Text] == nil {
			d.whole[r.Text] = r
		}
		d.outlets[d.newsroom(r)] = true
		for _, f := range r.Figures {
			if f == nil {
				continue
			}
			if s := sentence(r, f.Sent); d.printed[s] == "" && s != 0 {
				d.printed[s] = d.newsroom(r)
			}
		}
		for _, e := range r.Events {
			if s := folded(r, e.Span); d.printed[s] == "" && s != 0 {
				d.printed[s] = d.newsroom(r)
			}
		}
	}
	return d
}

// published returns when r appeared, as far as is known.
func (d *desk) published(r *claim.Report) edtf.Time {
	if d.cal != nil {
		if t := d.cal.Reports[r.ID].When; t.Known() {
			return t
		}
	}
	return r.Published.When
}

// time returns the i-th time of r; unknown for i < 0.
func (d *desk) time(r *claim.Report, i int) edtf.Time {
	if d.cal == nil {
		return edtf.Time{}
	}
	return d.cal.Of(r.ID, i).Time
}

// newsroom returns who answers for r in its own voice. An agency's own wire and
// the agency as others cite it are one speaker.
func (d *desk) newsroom(r *claim.Report) string {
	if first := d.whole[r.Text]; first != nil {
		r = first // printed word for word by another outlet
	}
	if r.Outlet == "" {
		return "report:" + string(r.ID)
	}
	if id := d.cast.Named(r.Outlet); id != "" {
		return id
	}
	return "outlet:" + strings.ToLower(r.Outlet)
}

// voice returns the original speaker of f: the body in whose name it is said, or
// the newsroom where the report says it itself. Outlets that print the same
// sentence in their own voice speak with the voice of the first: the copy of a
// wire confirms nothing.
func (d *desk) voice(r *claim.Report, f *claim.Figure) string {
	if f.By == nil {
		if v := d.printed[sentence(r, f.Sent)]; v != "" {
			return v
		}
		return d.newsroom(r)
	}
	if id := d.cast.Of(f.By); f.By.Role == claim.OwnReport && (id == "" || who.OfReport(id, r)) {
		return d.newsroom(r) // "ont constaté nos journalistes"
	}
	return d.body(f.By)
}

// body returns the body that speaks through by; "" for nil.
func (d *desk) body(by *claim.Attribution) string {
	if by == nil {
		return ""
	}
	if id := d.cast.Of(by); id != "" {
		return d.cast.Body(id)
	}
	return "speaker:" + strings.ToLower(strings.TrimSpace(by.Speaker))
}

// whence returns the newsroom m comes from, for counting at most so many.
func (d *desk) whence(m *mention) string {
	if by := m.Figure.By; by != nil {
		switch {
		case by.Role == claim.Agency || by.Role == claim.OwnReport:
			return m.voice
		case len(by.Via) == 1 && by.Via[0].Role == claim.Agency:
			return d.body(&by.Via[0])
		}
	}
	if d.outlets[m.voice] {
		return m.voice // cited by name, and among the reports itself
	}
	if v := d.printed[sentence(m.Report, m.Figure.Sent)]; v != "" {
		return v
	}
	return d.newsroom(m.Report)
}

// count returns how many independent newsrooms ms come from, at most.
func (d *desk) count(ms []*mention) int {
	if d.origins != nil {
		spans := make([]text.Span, len(ms))
		for i, m := range ms {
			spans[i] = m.Figure.Span
		}
		return d.origins(spans)
	}
	seen := map[string]bool{}
	for _, m := range ms {
		seen[m.whence] = true
	}
	return len(seen)
}

// sentence returns the i-th sentence of r, folded to compare printings: 0 for a
// short one, which two newsrooms may write alike.
func sentence(r *claim.Report, i int) uint64 {
	if i < 0 || i >= len(r.Sentences) {
		return 0
	}
	return folded(r, text.Span{Doc: r.ID, Start: r.Sentences[i].Start, End: r.Sentences[i].End})
}

// folded is a hash (FNV-1a) of the letters and digits at s in lower case, words
// kept apart by one space; 0 for few words.
func folded(r *claim.Report, s text.Span) uint64 {
	if s.Doc != r.ID || s.Start < 0 || s.End > len(r.Text) || s.Start >= s.End {
		return 0
	}
	const least, basis, prime = 8, 14695981039346656037, 1099511628211
	h, words, in := uint64(basis), 0, false
	for _, c := range r.Text[s.Start:s.End] {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if !in {
				h, words, in = (h^' ')*prime, words+1, true
			}
			h = (h ^ uint64(unicode.ToLower(c))) * prime
		default:
			in = false
		}
	}
	if words < least {
		return 0
	}
	return h
}

// evidence returns the words a mention rests on: the figure and who says it.
func evidence(ms ...*mention) []text.Span {
	var spans []text.Span
	for _, m := range ms {
		spans = append(spans, m.Figure.Span)
		if by := m.Figure.By; by != nil && !by.Span.IsZero() && !m.Figure.Span.Contains(by.Span) {
			spans = append(spans, by.Span)
		}
	}
	return spans
}

// because makes a reason of a rule, the mentions compared and further words.
func because(rule string, ms []*mention, spans ...text.Span) Reason {
	r := Reason{Rule: rule, Spans: append(evidence(ms...), spans...)}
	for _, m := range ms {
		r.Figures = append(r.Figures, m.Figure)
	}
	return r
}

func (e *Entry) mark(m string) {
	if !slices.Contains(e.Marks, m) {
		e.Marks = append(e.Marks, m)
		slices.Sort(e.Marks)
	}
}

// finish sorts the accounts into the order they are read in, and lets go of what
// only the cross-check needs: of one story of ten thousand reports it is much.
func (d *desk) finish() {
	for _, r := range d.reports {
		d.led.Gaps = append(d.led.Gaps, r.Gaps...)
	}
	slices.SortStableFunc(d.led.Conflicts, func(a, b *Conflict) int {
		return cmp.Compare(slices.Index(kindOrder, a.Kind), slices.Index(kindOrder, b.Kind))
	})
	slices.SortStableFunc(d.accounts, compareAccounts)
	for _, a := range d.accounts {
		for _, m := range a.mentions {
			a.Entries = append(a.Entries, m.Entry)
		}
		d.led.Accounts = append(d.led.Accounts, a.Account)
	}
	d.accounts, d.kin, d.of, d.notes = nil, nil, nil, nil
}

// kindOrder puts first what may not be printed as fact.
var kindOrder = []string{KindFigure, KindDenial, KindNarrative, KindCategory}

var measureOrder = []claim.Measure{claim.Killed, claim.Victims, claim.Injured, claim.Missing, claim.Hospitalised, claim.Arrested, claim.Kidnapped, claim.Released, claim.Displaced, claim.Evacuated, claim.Rescued, claim.Participants, claim.Deployed, claim.Destroyed}

// compareAccounts puts the dead first and people before groups of them.
func compareAccounts(a, b *account) int {
	rank := func(a *account) int { return slices.Index(measureOrder, a.Measure) }
	name := func(a *account) string {
		if a.Place == nil {
			return ""
		}
		return a.Place.Name
	}
	people := func(a *account) int {
		if a.Group == claim.People {
			return 0
		}
		return 1
	}
	aside := func(a *account) int {
		if a.Aside {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(aside(a), aside(b)), cmp.Compare(rank(a), rank(b)), cmp.Compare(people(a), people(b)), cmp.Compare(a.Group, b.Group),
		cmp.Compare(a.Severity, b.Severity), cmp.Compare(name(a), name(b)), cmp.Compare(a.Scope, b.Scope), cmp.Compare(a.mentions[0].order, b.mentions[0].order))
}
