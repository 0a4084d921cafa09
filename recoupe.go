// Package recoupe reads what many reports say of one crisis and sets it side by
// side: every line says who said it, when, and in which exact words.
//
// The stages, in the order a report passes through them, are source, archive,
// text, lang, claim, story, when, who, ledger, render and web. Each is a
// package; each imports only those before it.
package recoupe

import (
	"cmp"
	"errors"
	"iter"
	"slices"
	"strings"

	"recoupe/archive"
	"recoupe/claim"
	"recoupe/claim/told"
	"recoupe/lang"
	"recoupe/ledger"
	"recoupe/recall"
	"recoupe/source"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
	"recoupe/who"
)

// Version is the version of the program, as it stands in every account.
const Version = "0.1.0"

// Options say how to read. The zero value is right for most uses.
type Options struct {
	Text      text.Options
	Decisions *story.Decisions // a reader's: split, merge, pin, cut, add; nil decides nothing
	// Amend is a reader's: it changes what was read of single reports before they
	// are set side by side, and returns those it changed. nil: nothing.
	Amend   func([]*claim.Report) (changed []*claim.Report)
	Lives   []ledger.Life        // what became of pages at their source; versions by their bytes
	Memory  *recall.Memory       // what earlier runs read of reports and made of them; nil: nothing
	Workers int                  // reports read at once; 0: one for each processor
	Done    func(read, left int) // told after each report, for progress; nil: silent
}

// A Result is what recoupe made of a set of reports.
type Result struct {
	Reports []*claim.Report // in canonical order: stated publication, then identity
	Stories []*Told
	Cast    *who.Cast
	Copies  []story.Copy
	Edges   []story.Edge // why newsrooms are counted as one
	Unmet   []string     // decisions that fit no report read
	Unread  []Unread     // in order of name

	// Newsrooms is at most how many independent newsrooms stand behind reports.
	Newsrooms func([]*claim.Report) int

	bodies map[archive.ID]text.DocID // which report was read of which bytes
}

// A Told is a story with its account.
type Told struct {
	*story.Story
	Calendar *when.Calendar
	Ledger   *ledger.Ledger
}

// An Unread is something that came in and that no report could be read out of.
type Unread struct {
	Name    string // file or address, as given
	Rule    string // stable name of the trouble
	Message string // one line, for people
}

// Read runs every stage over the captures. An error paired with a nil capture
// makes one entry of Unread; the other reports are read as if it were not there.
func Read(captures iter.Seq2[*source.Capture, error], opt Options) *Result {
	res := &Result{bodies: map[archive.ID]text.DocID{}}
	docs := res.documents(captures, opt)
	var faults []Unread
	res.Reports, faults = analyze(docs, opt)
	known := newPast(docs, opt.Memory)
	res.Unread = append(res.Unread, faults...)
	sortReports(res.Reports)
	if opt.Amend != nil {
		known.amended(opt.Amend(res.Reports))
	}
	grouped := story.Group(res.Reports, story.Options{Decisions: opt.Decisions, Memory: known})
	res.Edges, res.Unmet, res.Newsrooms = grouped.Edges, grouped.Unmet, grouped.Newsrooms
	res.Copies = grouped.Copies
	var casts [][]*claim.Report
	for _, s := range grouped.Stories {
		casts = append(casts, s.Reports)
	}
	res.Cast = who.JoinStories(casts, known)
	reports, lives := res.lives(opt.Lives)
	for _, s := range grouped.Stories {
		cal := known.date(s.Reports)
		told := &Told{s, cal, known.balance(s, cal, res.Cast, grouped, lives)}
		told.Ledger.Leave(reports, lives)
		res.Stories = append(res.Stories, told)
	}
	slices.SortFunc(res.Unread, func(a, b Unread) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Message, b.Message))
	})
	return res
}

// An incoming report is on its way to be read, or was read by an earlier run.
type incoming struct {
	doc  *text.Document
	read *claim.Report // nil: not yet
	name string        // the one it came in under first
	key  recall.Key
}

// documents reads the text of every capture that no earlier run has read; the
// same report twice is one document with two files.
func (res *Result) documents(captures iter.Seq2[*source.Capture, error], opt Options) []*incoming {
	var docs []*incoming
	seen := map[text.DocID]*text.Document{}
	same := map[archive.ID]*text.Document{}
	for c, err := range captures {
		if err != nil {
			res.Unread = append(res.Unread, unread(err))
			continue
		}
		in := &incoming{name: c.Name}
		if opt.Memory != nil {
			in.key = recall.KeyOf(c, opt.Text)
		}
		e := opt.Memory.Find(in.key)
		switch {
		case e == nil:
		case e.Unread != nil:
			res.Unread = append(res.Unread, Unread{c.Name, e.Unread.Rule, e.Unread.Message})
			continue
		case e.Report != nil:
			in.read, in.doc = e.Report, e.Report.Document
		default: // it was the same as another one; if that is here again, no more need be known
			if old := cmp.Or(seen[e.ID], same[archive.Of(c.Body)]); old != nil {
				old.AddFiles(c.Name)
				res.bodies[archive.Of(c.Body)] = old.ID
				continue
			}
		}
		if in.doc == nil {
			if in.doc, err = text.Read(c, opt.Text); err != nil {
				u := unread(err)
				res.Unread = append(res.Unread, u)
				if u.Name == c.Name {
					opt.Memory.Add(in.key, &recall.Entry{Unread: &recall.Unread{Rule: u.Rule, Message: u.Message}})
				}
				continue
			}
		}
		d := in.doc
		if old := cmp.Or(seen[d.ID], same[d.Capture]); old != nil {
			old.AddFiles(d.Files...)
			res.bodies[d.Capture] = old.ID
			if in.read == nil {
				opt.Memory.Add(in.key, &recall.Entry{ID: d.ID})
			}
			continue
		}
		seen[d.ID], same[d.Capture], res.bodies[d.Capture] = d, d, d.ID
		docs = append(docs, in)
	}
	return docs
}

// lives says which report was read of each version of a page.
func (res *Result) lives(known []ledger.Life) (map[text.DocID]*claim.Report, []ledger.Life) {
	reports := make(map[text.DocID]*claim.Report, len(res.Reports))
	for _, r := range res.Reports {
		reports[r.ID] = r
	}
	lives := slices.Clone(known)
	for i := range lives {
		lives[i].Versions = slices.Clone(lives[i].Versions)
		for k := range lives[i].Versions {
			v := &lives[i].Versions[k]
			v.Report = res.bodies[v.Body]
		}
	}
	return reports, lives
}

func unread(err error) Unread {
	var t *source.Trouble
	if errors.As(err, &t) {
		return Unread{t.Name, t.Rule, t.Message}
	}
	return Unread{"", "trouble", err.Error()}
}

// sortReports puts reports in canonical order.
func sortReports(rs []*claim.Report) {
	slices.SortFunc(rs, func(a, b *claim.Report) int {
		return cmp.Or(a.Published.When.From.Compare(b.Published.When.From), strings.Compare(string(a.ID), string(b.ID)))
	})
}

// report returns what the report says, and remembers it.
func (in *incoming) report(memory *recall.Memory) *claim.Report {
	if in.read != nil {
		return in.read
	}
	r := readOne(in.doc)
	story.Probe(r)
	in.read = r
	if memory != nil {
		// Under which other names it came in is a matter of this run.
		files := in.doc.Files
		in.doc.Files = []string{in.name}
		memory.Add(in.key, &recall.Entry{ID: r.ID, Report: r})
		in.doc.Files = files
	}
	return r
}

func readOne(d *text.Document) *claim.Report {
	a := lang.Analyze(d)
	r := told.Read(a)
	for _, q := range a.Quotes {
		if !q.Closed && q.End > q.Start {
			r.Notes = append(r.Notes, text.Warning{Span: d.Span(q.Start, q.End), Rule: "unclosed-quotation",
				Message: "a quotation that is not closed: where it ends is a guess"})
		}
	}
	a.Forget()
	if d.Language != "fr" {
		r.Notes = append(r.Notes, text.Warning{Span: d.Span(0, 0), Rule: "language-not-read",
			Message: "the language of this report is not read yet: it is kept among the sources, nothing is taken from it", Args: []string{d.Language}})
	}
	return r
}
