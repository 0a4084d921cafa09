package render

import (
	"html/template"
	"strings"

	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/ledger"
	"recoupe/text"
	"recoupe/when"
)

// What other writers of accounts, such as package web, share with the screen and
// the page: one catalogue of words, one layout of a story, one way of lighting a
// text. So that all of them say the same of the same figure.

// The parts of a story laid out for a reader.
type (
	Index   = index   // what belongs to what in one result
	Sheet   = sheet   // one story
	Toll    = toll    // all that is counted under one measure
	Row     = row     // one account of it
	Line    = line    // one figure with its repeats
	Mention = mention // a figure in its report
	Clash   = clash   // figures or statements that do not go together
	Side    = side    // one of them
	Doubt   = doubt   // a figure that may not be printed as fact
	Gap     = gap     // something nobody knows
	Telling = telling // words in a report
	Check   = check   // something a reader should look at
	Moment  = moment  // one point of the timeline
	Voice   = voice   // a speaker with what she says
	Origin  = origin  // a report as a source
	Glance  = glance  // a measure at a glance
	Chart   = chart   // the figures of one measure over time
)

// NewIndex finds what belongs to what in res.
func NewIndex(res *recoupe.Result) *Index { return newIndex(res) }

// Lay lays t out for a reader.
func (x *index) Lay(t *recoupe.Told, w *Words) *Sheet { return newSheet(x, t, w) }

// ReportWith returns the report called id; nil for none.
func (x *index) ReportWith(id text.DocID) *claim.Report { return x.reports[id] }

// StoryOf returns the story a report is in.
func (x *index) StoryOf(id text.DocID) *recoupe.Told { return x.told[id] }

// EntryOf returns what the cross-check made of f; nil where it is in no account.
func (x *index) EntryOf(f *claim.Figure) *ledger.Entry { return x.entries[f] }

// ReportOf returns the report that f stands in.
func (x *index) ReportOf(f *claim.Figure) *claim.Report { return x.of[f] }

// DatingOf returns when r was published and how that is known.
func (x *index) DatingOf(r *claim.Report) when.Dating { return x.dating(r) }

// ResolvedTime returns the i-th time of r as its story placed it.
func (x *index) ResolvedTime(r *claim.Report, i int) when.Resolved { return x.resolved(r, i) }

// TimesOf returns when f was said and what it covers.
func (x *index) TimesOf(f *claim.Figure) (said, covers edtf.Time) { return x.times(x.of[f], f) }

// QuoteAt returns the words at s; "" where s points at nothing.
func (x *index) QuoteAt(s text.Span) string { return x.quote(s) }

// Told is the story of the sheet.
func (s *sheet) Told() *recoupe.Told { return s.story }

// Year is the one left out of dates; 0 for none.
func (s *sheet) Year() int { return s.year }

// LineOf returns the line f is told in; nil for none.
func (s *sheet) LineOf(f *claim.Figure) *Line { return s.lines[f] }

// OutletOf names a report for a reader.
func (s *sheet) OutletOf(r *claim.Report) string { return s.outlet(r) }

// SpeakerOf names who says something; "" where the report speaks for itself.
func (s *sheet) SpeakerOf(by *claim.Attribution) string { return s.speaker(by) }

// RelaysOf names the relays of by, nearest to the speaker first.
func RelaysOf(by *claim.Attribution) []string { return wing(by) }

// CountedBy says what f counts: "dead, security forces".
func (s *sheet) CountedBy(f *claim.Figure) string { return s.counted(f) }

// Tell returns the words at span with who says them; nil for no words.
func (s *sheet) Tell(at text.Span, by *claim.Attribution) *Telling { return s.telling(at, by) }

// Warn words a warning in the reader's language.
func (s *sheet) Warn(n text.Warning) string { return s.warning(n) }

// ClashesOf lists the conflicts, of names too, in which f is a side.
func (s *sheet) ClashesOf(f *claim.Figure) []*Clash {
	var out []*Clash
	for _, list := range [][]*Clash{s.Conflicts, s.Names} {
		for _, c := range list {
			for _, d := range c.Sides {
				if d.Figure == f {
					out = append(out, c)
					break
				}
			}
		}
	}
	return out
}

// Draw draws t, each point a link to the address that href gives of its figure.
// It is nil where there is nothing to see.
func (s *sheet) Draw(t *Toll, href func(*claim.Figure) string) *Chart { return s.chart(t, href) }

// CreditsOf returns the agencies that r names as its origin.
func CreditsOf(r *claim.Report) []string { return credits(r) }

// Style is the style sheet of the page.
func Style() string { return pageStyle() }

// Clean makes words of a report fit to stand on one line.
func Clean(s string) string { return clean(s) }

// Excerpt returns the sentence that at stands in, cut to about most letters
// around it, and where in it the words of at begin and end.
func Excerpt(r *claim.Report, at text.Span, most int) (s string, from, to int) {
	return excerpt(r, at, most)
}

// Escape writes s for a page. What would turn the direction of the page or hide
// in it is shown as a sign that something stood there.
func Escape(b *strings.Builder, s string) { escapeTo(b, s) }

// A Lamp lights a stretch of a report's text.
type Lamp struct {
	Start, End int
	Class      string // of the style sheet; one that holds "fig" marks a figure
	Title      string // what a pointer held over it reads
	Href       string // where it leads; "" for nowhere. Links never nest: the outer wins
	ID         string // its anchor; "" for none
}

// Lit writes the text of r by paragraphs with every lamp lit. Lamps may overlap
// and reach over paragraphs; the result is a tree all the same.
func Lit(r *claim.Report, list []Lamp) template.HTML {
	l := newLamps(r)
	for i, n := range list {
		if n.Start < 0 || n.Start >= n.End || n.End > len(r.Text) {
			continue
		}
		l.at[[2]int{n.Start, n.End}] = &lamp{n.Start, n.End, n.Class, list[i].Title, n.Href, n.ID}
	}
	return l.html()
}

// Say returns the words of key with args in their places.
func (w *Words) Say(key string, args ...string) string { return w.say(key, args...) }

// Has reports whether there are words for key.
func (w *Words) Has(key string) bool { return w.has(key) }

// Count returns "1 report", "3 reports" for "reports".
func (w *Words) Count(key string, n int) string { return w.count(key, n) }

// Number groups the digits of n.
func (w *Words) Number(n int64) string { return w.number(n) }

// Amount returns the bounds of q in signs and words.
func (w *Words) Amount(q lang.Quantity) string { return w.amount(q) }

// Date writes t for a reader; the year is left out where it is year.
func (w *Words) Date(t edtf.Time, year int) string { return w.date(t, year) }

// List writes a list in words.
func (w *Words) List(list []string) string { return w.join(list) }

// Quoted puts s between quotation marks.
func (w *Words) Quoted(s string) string { return w.quote(s) }

// With returns w and the messages of catalogue, one "key = words" a line. Those
// that w has already are replaced.
func (w *Words) With(catalogue string) *Words {
	more := &Words{w.tag, make(map[string]string, len(w.of)+64)}
	for k, v := range w.of {
		more.of[k] = v
	}
	more.read(catalogue)
	return more
}
