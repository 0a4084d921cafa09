package ledger

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"recoupe/archive"
	"recoupe/claim"
	"recoupe/text"
)

// A Life is what became of one page at its source, as far as visits showed it.
type Life struct {
	URL      string
	Versions []Version // in order of time
	Gone     time.Time // when it was first found gone, and never since found again; zero: it answered the last visit
	Status   int       // what was answered then: 404 or 410
}

// A Version is a stretch of visits at which a page had the same bytes.
type Version struct {
	Body   archive.ID
	Report text.DocID // what was read of it; "" where no report was
	First  time.Time
	Seen   time.Time // the last visit
}

// A Departure says that the page a figure stood on no longer gives it. Nobody
// took the figure back by that, so it changes no status: whoever prints it
// should know.
type Departure struct {
	URL    string
	Seen   time.Time  // when the page was last seen with it
	Found  time.Time  // when it was first found without it, or not found
	Now    text.DocID // the version without it; "" where the page is gone
	Status int        // 404 or 410 where the page is gone; else 0
}

// Leave marks the entries whose figures left their pages. reports are all that
// were read, by name: a version of a page may stand in another story. A figure
// that stands on two pages has left when it has left both.
func (l *Ledger) Leave(reports map[text.DocID]*claim.Report, lives []Life) {
	of := map[text.DocID][]*Life{}
	for i := range lives {
		seen := map[text.DocID]bool{"": true}
		for _, v := range lives[i].Versions {
			if !seen[v.Report] {
				seen[v.Report] = true
				of[v.Report] = append(of[v.Report], &lives[i])
			}
		}
	}
	for _, a := range l.Accounts {
		for _, e := range a.Entries {
			if lives := of[e.Report.ID]; len(lives) > 0 {
				e.leave(reports, lives)
			}
		}
	}
}

// leave marks e where its figure has left all the pages it stood on.
func (e *Entry) leave(reports map[text.DocID]*claim.Report, lives []*Life) {
	var last *Departure
	for _, l := range lives {
		d := l.departure(reports, e.Report, e.Figure)
		if d == nil {
			return
		}
		if last == nil || d.Found.After(last.Found) {
			last = d
		}
	}
	e.Left = last
	why := Reason{Rule: RulePageGone, Spans: []text.Span{e.Figure.Span}}
	mark := MarkPageGone
	if last.Now != "" {
		why.Rule, mark = RuleLeftPage, MarkLeftPage
		why.Spans = append(why.Spans, text.Span{Doc: last.Now}) // the version as a whole: it is nowhere in it
	}
	e.Because = append(e.Because, why)
	e.mark(mark)
}

// departure returns how f, of report r, left the page; nil where it stands there still.
func (l *Life) departure(reports map[text.DocID]*claim.Report, r *claim.Report, f *claim.Figure) *Departure {
	var read []Version // a version that no report could be read of tells nothing
	at := -1           // the last that holds it
	for _, v := range l.Versions {
		now := reports[v.Report]
		if now == nil {
			continue
		}
		switch {
		case now.ID == r.ID || Holds(now, r, f):
			at = len(read)
		case Cut(now):
			continue // it may stand in what is missing
		}
		read = append(read, v)
	}
	switch {
	case at < 0:
		return nil
	case at+1 < len(read):
		return &Departure{URL: l.URL, Seen: read[at].Seen, Found: read[at+1].First, Now: read[at+1].Report}
	case l.Gone.IsZero():
		return nil
	}
	return &Departure{URL: l.URL, Seen: read[at].Seen, Found: l.Gone, Status: l.Status}
}

// Cut reports whether the end of r is missing: behind a wall, or not transmitted.
func Cut(r *claim.Report) bool {
	for _, w := range r.Warnings {
		if w.Rule == "behind-paywall" || w.Rule == "truncated-page" {
			return true
		}
	}
	return false
}

// Holds reports whether now still says what f said in was: as many killed,
// whatever they are called now. Where its number stands in words that were read
// as no figure, it may say so still.
func Holds(now, was *claim.Report, f *claim.Figure) bool {
	for _, g := range now.Figures {
		if g.Measure == f.Measure && sameNumber(g, f) {
			return true
		}
	}
	about := strings.Fields(strings.ToLower(was.Slice(f.Span)))
	if f.Quantity.Named && unread(now, strconv.FormatInt(f.Quantity.Value, 10), about) {
		return true
	}
	return unread(now, digitsIn(was.Slice(f.Number)), about)
}

// unread reports whether words stand in r where no figure was read, in a sentence
// that speaks of what they were about: a day or the number of a page is no toll.
func unread(r *claim.Report, words string, about []string) bool {
	for at := 0; words != ""; {
		i := strings.Index(r.Text[at:], words)
		if i < 0 {
			return false
		}
		start := at + i
		end := start + len(words)
		if alone(r.Text, start, end) && !inFigure(r, start) && speaksOf(r, start, about) {
			return true
		}
		at = end
	}
	return false
}

func sameNumber(a, b *claim.Figure) bool {
	p, q := a.Quantity, b.Quantity
	if p.Named && q.Named {
		return p.Value == q.Value
	}
	return p.Named == q.Named && p.Low == q.Low && p.High == q.High
}

// digitsIn returns the digits of a number as written, and all of it where it has none.
func digitsIn(s string) string {
	from := strings.IndexFunc(s, unicode.IsDigit)
	if from < 0 {
		return s
	}
	to := strings.LastIndexFunc(s, unicode.IsDigit)
	return s[from : to+1]
}

// alone reports whether the words from start to end are no part of longer ones.
func alone(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return !word(before) && !word(after)
}

// speaksOf reports whether the sentence at a byte of r has a word that begins as
// one of about does: "tuées", "tués".
func speaksOf(r *claim.Report, at int, about []string) bool {
	const begin = 4
	for _, s := range r.Sentences {
		if at < s.Start || at >= s.End {
			continue
		}
		for _, w := range strings.FieldsFunc(strings.ToLower(r.Text[s.Start:s.End]), func(c rune) bool { return !unicode.IsLetter(c) }) {
			for _, a := range about {
				if len(w) >= begin && len(a) >= begin && w[:begin] == a[:begin] {
					return true
				}
			}
		}
	}
	return false
}

func inFigure(r *claim.Report, at int) bool {
	for _, g := range r.Figures {
		if g.Number.Start <= at && at < g.Number.End {
			return true
		}
	}
	return false
}
