package watch

import (
	"slices"
	"strings"
	"time"

	"recoupe/archive"
	"recoupe/claim"
	"recoupe/claim/told"
	"recoupe/dossier"
	"recoupe/lang"
	"recoupe/ledger"
	"recoupe/text"
)

// A Finding is one thing that happened to a page at its source.
type Finding struct {
	Kind    string // "edited", "gone", "back"
	URL     string
	Title   string
	Seen    time.Time // when it was last seen as it was before
	Found   time.Time // when it was first found otherwise
	Removed []string  // sentences that were there and no longer are, in order
	Added   []string  // sentences that were not there
	Left    []string  // figures that the page no longer gives in any words, as written: "164 morts"
	Came    []string  // figures it did not give before
	Status  int       // "gone": what the server answers
	Record  int64
}

// Findings tells what happened to the pages of d, in order of time. Only the
// words of the report count: a new menu is no edit.
func Findings(d *dossier.Dossier) []Finding {
	var out []Finding
	for _, p := range d.Pages() {
		if !p.Feed {
			out = append(out, ofPage(d, p)...)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return a.Found.Compare(b.Found) })
	return out
}

// ofPage goes through the visits of one page.
func ofPage(d *dossier.Dossier, p *dossier.Page) []Finding {
	if unchanged(p) {
		return nil // most pages: nothing of them need be read
	}
	var out []Finding
	var last *text.Document // the version before
	var body archive.ID
	var seen time.Time
	gone := false
	for _, r := range p.Visits {
		f := Finding{URL: p.URL, Seen: seen, Found: r.Fetched, Record: r.N, Status: r.Status}
		if last != nil {
			f.Title = last.Title
		}
		switch {
		case r.Status == 404 || r.Status == 410:
			if last != nil && !gone {
				f.Kind = "gone"
				f.Left = words(figures(last), nil)
				out = append(out, f)
			}
			gone = true
			continue
		case r.Status == 304 && last != nil:
			if gone {
				f.Kind = "back" // as it was
				out = append(out, f)
			}
			gone, seen = false, r.Fetched
			continue
		case !dossier.IsReport(r):
			continue // an error of the server says nothing about the page
		}
		if gone && last != nil {
			f.Kind = "back"
			out = append(out, f)
		}
		gone = false
		if r.Body != body || last == nil {
			if now := read(d, r); now != nil {
				if last != nil {
					if e, differs := edit(last, now); differs {
						e.Kind, e.URL, e.Title, e.Seen, e.Found, e.Record, e.Status = "edited", p.URL, now.Title, seen, r.Fetched, r.N, r.Status
						out = append(out, e)
					}
				}
				last = now
			}
			body = r.Body
		}
		seen = r.Fetched
	}
	return out
}

// unchanged reports whether p answered with the same bytes whenever it was visited.
func unchanged(p *dossier.Page) bool {
	var body archive.ID
	for _, r := range p.Visits {
		switch {
		case r.Status == 404 || r.Status == 410:
			return false
		case !dossier.IsReport(r):
		case body.IsZero():
			body = r.Body
		case r.Body != body:
			return false
		}
	}
	return true
}

func read(d *dossier.Dossier, r *archive.Record) *text.Document {
	c, err := d.Capture(r)
	if err != nil {
		return nil
	}
	doc, err := text.Read(c, text.Options{})
	if err != nil {
		return nil
	}
	return doc
}

// edit compares two versions sentence by sentence.
func edit(before, after *text.Document) (f Finding, differs bool) {
	a, b := sentences(before), sentences(after)
	f.Removed, f.Added = without(a, b), without(b, a)
	if len(f.Removed)+len(f.Added) == 0 {
		return f, false
	}
	x, y := figures(before), figures(after)
	f.Came = words(y, x)
	if !ledger.Cut(y) { // else it may stand in what is missing
		f.Left = words(x, y)
	}
	return f, true
}

// sentences returns the prose of doc, spaces evened out.
func sentences(doc *text.Document) []string {
	var out []string
	for _, s := range doc.Sentences {
		if w := strings.Join(strings.Fields(doc.Text[s.Start:s.End]), " "); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// without returns what stands in a and not in b, in order, each once.
func without(a, b []string) []string {
	there := map[string]bool{}
	for _, s := range b {
		there[s] = true
	}
	var out []string
	for _, s := range a {
		if !there[s] {
			there[s] = true
			out = append(out, s)
		}
	}
	return out
}

// figures returns what doc says.
func figures(doc *text.Document) *claim.Report { return told.Read(lang.Analyze(doc)) }

// words returns the figures of a that b does not give, as written, each once; b
// may be nil. Told in other words, a figure is still given.
func words(a, b *claim.Report) []string {
	var out []string
	for _, f := range a.Figures {
		w := strings.Join(strings.Fields(a.Slice(f.Span)), " ")
		if (b == nil || !ledger.Holds(b, a, f)) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
