package watch

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"recoupe"
	"recoupe/ledger"
)

// A Change is one difference between two accounts of the same dossier.
type Change struct {
	Kind    string // "report", "figure", "status", "conflict"
	Subject string // "killed people at Lisane", the title of a report
	Words   string // as written
	Status  ledger.Status
	From    ledger.Status // what it was; "" where it is new
	Report  string        // who reports it
}

// Changes tells what after holds that before did not: new reports, new figures
// that do not merely repeat, figures that stand otherwise now, and conflicts.
func Changes(before, after *recoupe.Result) []Change {
	was := entries(before)
	var out []Change
	known := map[string]bool{}
	for _, r := range before.Reports {
		known[string(r.ID)] = true
	}
	for _, r := range after.Reports {
		if !known[string(r.ID)] {
			out = append(out, Change{Kind: "report", Subject: cmp.Or(r.Title, nameOf(r.Outlet, r.URL, r.Files)), Report: nameOf(r.Outlet, r.URL, r.Files)})
		}
	}
	now := entries(after)
	ids := make([]string, 0, len(now))
	for id := range now {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(now[a].order, now[b].order)) })
	for _, id := range ids {
		e := now[id]
		old, there := was[id]
		switch {
		case !there && e.Status != ledger.Repeats:
			out = append(out, e.change("figure"))
		case there && old.Status != e.Status && e.Status != ledger.Repeats:
			c := e.change("status")
			c.From = old.Status
			out = append(out, c)
		}
	}
	had := conflicts(before)
	for _, c := range sorted(conflicts(after)) {
		if !had[c] {
			out = append(out, Change{Kind: "conflict", Subject: c})
		}
	}
	return out
}

// An entry of an account, with where it stands.
type entry struct {
	*ledger.Entry
	subject string
	order   int
}

func (e entry) change(kind string) Change {
	r := e.Report
	return Change{Kind: kind, Subject: e.subject, Status: e.Status, Report: nameOf(r.Outlet, r.URL, r.Files),
		Words: strings.Join(strings.Fields(r.Slice(e.Figure.Span)), " ")}
}

// entries returns the entries of all accounts by the figure they are of.
func entries(res *recoupe.Result) map[string]entry {
	out := map[string]entry{}
	for _, s := range res.Stories {
		for _, a := range s.Ledger.Accounts {
			subject := fmt.Sprintf("%v %v", a.Measure, a.Group)
			if a.Place != nil {
				subject += ", " + a.Place.Name
			}
			for _, e := range a.Entries {
				out[e.Figure.ID] = entry{e, subject, len(out)}
			}
		}
	}
	return out
}

func conflicts(res *recoupe.Result) map[string]bool {
	out := map[string]bool{}
	for _, s := range res.Stories {
		for _, c := range s.Ledger.Conflicts {
			out[c.Message] = true
		}
	}
	return out
}

func sorted(m map[string]bool) []string {
	var out []string
	for s := range m {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

func nameOf(outlet, url string, files []string) string {
	if outlet == "" && len(files) > 0 {
		outlet = files[0]
	}
	return cmp.Or(outlet, url)
}

// Line says c in one line, in French or English.
func (c Change) Line(language string) string {
	fr := language == "fr"
	words := map[string][2]string{
		"report": {"new report: %s", "nouveau texte : %s"}, "figure": {"%s: %q (%s), %s", "%s : « %s » (%s), %s"},
		"status": {"%s: %q is now %s, %s", "%s : « %s » est maintenant %s, %s"}, "conflict": {"conflict: %s", "conflit : %s"},
	}[c.Kind]
	form := words[0]
	if fr {
		form = words[1]
	}
	if c.Kind == "report" || c.Kind == "conflict" {
		return fmt.Sprintf(form, c.Subject)
	}
	return fmt.Sprintf(form, c.Subject, c.Words, c.Status, c.Report)
}
