package render

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/ledger"
	"recoupe/text"
)

// A gap is something nobody knows, with every report that says so.
type gap struct {
	Measure claim.Measure
	Group   claim.Group
	What    string // "Dead, civilians: no figure"
	Told    []*telling
}

// A telling is words in a report.
type telling struct {
	Span   text.Span
	Report *claim.Report
	Outlet string
	Date   string
	Says   string // who says so; "" for the report
	By     *claim.Attribution
	time   func() int // of a moment: the time of the report that names it, -1 for none
}

// Words are the words of a moment, no more of the sentence than tells of it.
func (t *telling) Words() string {
	if t.time == nil {
		return clean(t.Report.Slice(t.Span))
	}
	return clipped(t.Report, t.Span, clause(t.Report, t.Span, t.time()))
}

// TimeAt are the words that name the time of a moment; no words where none do.
func (t *telling) TimeAt() text.Span {
	if t.time == nil {
		return text.Span{}
	}
	i := t.time()
	if i < 0 {
		return text.Span{}
	}
	return t.Report.Span(t.Report.Lang.Times[i].Start, t.Report.Lang.Times[i].End)
}

func (s *sheet) telling(at text.Span, by *claim.Attribution) *telling {
	r := s.reports[at.Doc]
	if r == nil {
		return nil
	}
	return &telling{at, r, s.outlet(r), s.w.date(s.dating(r).When, s.year), s.speaker(by), by, nil}
}

// gaps lists what reports say is not known, those about one thing together, and
// puts a row without a figure into the toll where nobody gives one.
func (s *sheet) gaps() {
	type about struct {
		m claim.Measure
		g claim.Group
	}
	at := map[about]*gap{}
	for _, g := range s.story.Ledger.Gaps {
		t := s.telling(g.Span, g.By)
		if t == nil {
			continue
		}
		k := about{g.Measure, g.Group}
		if at[k] == nil {
			at[k] = &gap{Measure: g.Measure, Group: g.Group, What: s.unknown(g.Measure, g.Group)}
			s.Gaps = append(s.Gaps, at[k])
		}
		at[k].Told = append(at[k].Told, t)
	}
	slices.SortStableFunc(s.Gaps, func(a, b *gap) int {
		return cmp.Or(cmp.Compare(rank(measureOrder, a.Measure), rank(measureOrder, b.Measure)), cmp.Compare(rank(groupOrder, a.Group), rank(groupOrder, b.Group)))
	})
	for _, g := range s.Gaps {
		s.openRow(g)
	}
}

func (s *sheet) unknown(m claim.Measure, g claim.Group) string {
	switch {
	case m != "" && g != "":
		return s.w.say("gap.figure", s.w.say("measure."+string(m)), s.w.say("group."+string(g)))
	case m != "":
		return s.w.say("gap.measure", s.w.say("measure."+string(m)))
	case g != "":
		return s.w.say("gap.group", s.w.say("group."+string(g)))
	}
	return s.w.say("gap.any")
}

// openRow adds g to its toll unless a figure of those very people stands there:
// beside the number of all dead, that nobody counts the civilians is news.
func (s *sheet) openRow(g *gap) {
	if g.Measure == "" || g.Group == "" {
		return
	}
	for _, t := range s.Tolls {
		if t.Measure != g.Measure {
			continue
		}
		i := 0
		for n, r := range t.Rows {
			if r.Account == nil {
				continue
			}
			if r.Account.Group == g.Group {
				return
			}
			if r.Depth > 0 || rank(groupOrder, r.Account.Group) < rank(groupOrder, g.Group) {
				i = n + 1
			}
		}
		t.Rows = slices.Insert(t.Rows, i, &row{Head: s.w.say("group." + string(g.Group)), Gap: g})
		return
	}
}

// A check is something the ledger or the calendar noticed and a reader should
// look at.
type check struct {
	Message string
	Told    *telling // nil where it is about no words
}

// checks lists what the ledger and the calendar noticed of the story.
func (s *sheet) checks() {
	list := s.story.Ledger.Warnings
	if s.story.Calendar != nil {
		list = slices.Concat(list, s.story.Calendar.Notes)
	}
	for _, n := range list {
		if n.Rule == ledger.RuleNotConfirmed && s.shown[n.Span] {
			continue // told among the doubts
		}
		c := &check{Message: s.warning(n)}
		if n.Span.End > n.Span.Start {
			c.Told = s.telling(n.Span, nil)
		}
		s.Checks = append(s.Checks, c)
	}
}

// warning words n in the reader's language where its rule is known, in English
// where it is not.
func (s *sheet) warning(n text.Warning) string {
	key := "warn." + n.Rule
	if !s.w.has(key) || strings.Contains(s.w.say(key), "{"+strconv.Itoa(len(n.Args)+1)+"}") {
		return clean(n.Message)
	}
	args := make([]string, len(n.Args))
	for i, a := range n.Args {
		args[i] = clean(a)
	}
	return s.w.say(key, args...)
}

// A moment is one point of the timeline with both its clocks.
type moment struct {
	When, Said string // Said is "" where it was said the same day
	At         edtf.Time
	Told       []*telling
	Origins    int
}

func (s *sheet) timeline() {
	for _, m := range s.story.Ledger.Timeline {
		k := &moment{When: s.w.date(m.When, s.year), At: m.When, Origins: m.Origins}
		if said := s.w.date(m.Said, s.year); m.Said.Known() && said != k.When {
			k.Said = said
		}
		for _, at := range m.Spans {
			var a *claim.Attribution
			for _, c := range m.Claims {
				if a == nil && (c.Span.Contains(at) || at.Contains(c.Content)) {
					a = c.By
				}
			}
			if t := s.telling(at, a); t != nil {
				t.time = func() int { return s.timeOf(at, t.Report, m.When.String()) } // for those that are shown
				k.Told = append(k.Told, t)
			}
		}
		if len(k.Told) > 0 {
			s.Timeline = append(s.Timeline, k)
		}
	}
}

// A voice is a speaker with what she says in the story.
type voice struct {
	ID, Name, Role string
	Spellings      []string // other forms of the name
	Claims         []*claim.Claim
	Figures        []*claim.Figure
}

// cast lists who says something, the most often heard first.
func (s *sheet) cast() {
	if s.res.Cast == nil {
		return
	}
	at := map[string]*voice{}
	of := func(by *claim.Attribution) *voice {
		sp := s.res.Cast.Speaker(s.res.Cast.Of(by))
		if sp == nil {
			return nil
		}
		if at[sp.ID] == nil {
			v := &voice{ID: sp.ID, Name: clean(sp.Name)}
			if sp.Role != "" {
				v.Role = s.w.say("role." + string(sp.Role))
			}
			for _, form := range sp.Spellings {
				if form = clean(form); !strings.Contains(strings.ToLower(form), strings.ToLower(v.Name)) && lang.NameKey(form) != "" {
					v.Spellings = append(v.Spellings, form)
				}
			}
			at[sp.ID] = v
			s.Cast = append(s.Cast, v)
		}
		return at[sp.ID]
	}
	for _, r := range s.story.Reports {
		for _, c := range r.Claims {
			if v := of(c.By); v != nil {
				v.Claims = append(v.Claims, c)
			}
		}
		for _, f := range r.Figures {
			if v := of(f.By); v != nil {
				v.Figures = append(v.Figures, f)
			}
		}
	}
	slices.SortFunc(s.Cast, func(a, b *voice) int {
		return cmp.Or(cmp.Compare(len(b.Claims)+len(b.Figures), len(a.Claims)+len(a.Figures)), strings.Compare(a.ID, b.ID))
	})
}

// An origin is a report as a source of the story.
type origin struct {
	Report    *claim.Report
	Outlet    string
	Unnamed   bool   // no outlet is stated
	Date      string // when it appeared
	Basis     string // how that is known
	Because   []text.Span
	Credits   []string
	CopyOf    []string
	Files     []string
	Warnings  []string
	Published edtf.Time
}

// origins lists the reports, the first to appear first.
func (s *sheet) origins() {
	copies := map[text.DocID][]string{}
	for _, c := range s.res.Copies {
		of := s.reports[c.Of]
		switch {
		case of == nil, c.Version:
		case c.Presumed:
			copies[c.Report] = append(copies[c.Report], s.w.say("source.translation", s.outlet(of)))
		default:
			copies[c.Report] = append(copies[c.Report], s.w.say("source.copy", s.share(c.Containment), s.outlet(of)))
		}
	}
	for _, r := range s.story.Reports {
		d := s.dating(r)
		o := &origin{Report: r, Outlet: s.outlet(r), Unnamed: r.Outlet == "", Date: s.w.date(d.When, s.year), Basis: s.w.say("source.undated"),
			Because: d.Because, Credits: s.rooms[r.ID], CopyOf: copies[r.ID], Published: d.When}
		if d.When.Known() {
			o.Basis = ""
			if d.Basis != "" {
				o.Basis = s.w.say("source." + d.Basis)
			}
		}
		for _, f := range r.Files {
			o.Files = append(o.Files, clean(filepath.ToSlash(f)))
		}
		for _, n := range slices.Concat(r.Warnings, r.Notes) {
			o.Warnings = append(o.Warnings, s.warning(n))
		}
		s.Reports = append(s.Reports, o)
	}
	slices.SortStableFunc(s.Reports, func(a, b *origin) int {
		x, y := a.Published, b.Published
		if x.Known() != y.Known() {
			return map[bool]int{true: -1, false: 1}[x.Known()]
		}
		return cmp.Or(x.From.Compare(y.From), x.To.Compare(y.To), strings.Compare(a.Outlet, b.Outlet))
	})
}

// share writes a part of the whole as per cent, never rounded up to all of it.
func (s *sheet) share(part float64) string {
	n := strconv.Itoa(int(part * 100))
	if s.w.tag == "fr" {
		return n + "\u00a0%"
	}
	return n + "%"
}
