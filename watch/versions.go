package watch

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"recoupe/archive"
	"recoupe/claim"
	"recoupe/dossier"
	"recoupe/lang"
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
	Left    []string  // figures that no longer stand anywhere in the page, as written: "164 morts"
	Came    []string
	Status  int // "gone": what the server answers
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
				f.Left = figures(last)
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
	f.Left, f.Came = without(x, y), without(y, x)
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

// figures returns the figures of a report, as written.
func figures(doc *text.Document) []string {
	var out []string
	for _, f := range claim.Read(lang.Analyze(doc)).Figures {
		w := strings.Join(strings.Fields(doc.Slice(f.Span)), " ")
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// Line says f in one line, in French or English.
func (f Finding) Line(language string) string {
	fr := language == "fr"
	between := fmt.Sprintf("between %s and %s", f.Seen.UTC().Format("2006-01-02 15:04"), f.Found.UTC().Format("15:04 MST"))
	if fr {
		between = fmt.Sprintf("entre le %s et %s", f.Seen.UTC().Format("02/01/2006 15 h 04"), f.Found.UTC().Format("15 h 04 MST"))
	}
	if f.Seen.UTC().Format(time.DateOnly) != f.Found.UTC().Format(time.DateOnly) {
		between = fmt.Sprintf("between %s and %s", f.Seen.UTC().Format("2006-01-02 15:04"), f.Found.UTC().Format("2006-01-02 15:04 MST"))
		if fr {
			between = fmt.Sprintf("entre le %s et le %s", f.Seen.UTC().Format("02/01/2006 15 h 04"), f.Found.UTC().Format("02/01/2006 15 h 04 MST"))
		}
	}
	words := map[string][2]string{
		"gone":   {"the page is gone (%d), %s", "la page a disparu (%d), %s"},
		"back":   {"the page is back (%d), %s", "la page est revenue (%d), %s"},
		"edited": {"the page was edited (%d sentences removed, %d new), %s", "la page a été modifiée (%d phrases retirées, %d nouvelles), %s"},
	}[f.Kind]
	form := words[0]
	if fr {
		form = words[1]
	}
	var line string
	if f.Kind == "edited" {
		line = fmt.Sprintf(form, len(f.Removed), len(f.Added), between)
	} else {
		line = fmt.Sprintf(form, f.Status, between)
	}
	for _, w := range f.Left {
		if fr {
			line += fmt.Sprintf(" ; « %s » a disparu", w)
		} else {
			line += fmt.Sprintf("; %q left the page", w)
		}
	}
	for _, w := range f.Came {
		if fr {
			line += fmt.Sprintf(" ; « %s » est apparu", w)
		} else {
			line += fmt.Sprintf("; %q came", w)
		}
	}
	return line
}
