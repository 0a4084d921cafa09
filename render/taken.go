package render

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/story"
	"recoupe/text"
)

// A jsonEdge ties words of a report to where they come from, apart from copies.
type jsonEdge struct {
	Kind   string    `json:"kind"`
	Report string    `json:"report"`
	To     string    `json:"to"`
	Span   *jsonSpan `json:"span"`
}

// jsonEdges yields what ties reports to newsrooms, and what a reader has decided:
// who repeats whom stands among the copies, with the passages.
func (x *index) jsonEdges() iter.Seq[jsonEdge] {
	return func(yield func(jsonEdge) bool) {
		for _, e := range x.res.Edges {
			if repeats(e.Kind) {
				continue
			}
			if !yield(jsonEdge{string(e.Kind), strings.TrimPrefix(e.From, "report:"), strings.TrimPrefix(e.To, "report:"), x.span(e.Span)}) {
				return
			}
		}
	}
}

// repeats reports whether an edge of kind k is one report repeating another.
func repeats(k story.EdgeKind) bool {
	return k == story.CopyEdge || k == story.TranslationEdge || k == story.VersionEdge
}

// A taken says how many reports of a story were taken from one agency.
type taken struct {
	Agency  string
	Reports int
}

// creditRooms finds which agencies each report names as an origin of its words, and
// which it was taken from as a whole. What a reader has cut is left out, what one
// has added is in.
func (x *index) creditRooms() {
	for _, e := range x.res.Edges {
		if e.Agency == "" || e.Kind == story.CitesEdge {
			continue
		}
		id := text.DocID(strings.TrimPrefix(e.From, "report:"))
		x.rooms[id] = with(x.rooms[id], e.Agency)
		whole := e.Kind == story.CreditEdge || e.Kind == story.DecidedEdge
		if r := x.reports[id]; whole && r != nil && !strings.EqualFold(r.Outlet, e.Agency) {
			x.wires[id] = with(x.wires[id], e.Agency)
		}
	}
}

// with adds a name to a list that does not have it.
func with(list []string, name string) []string {
	if slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}

// taken counts, for each agency, the reports that are from it and those that repeat
// one that is. What only one report took is no news.
func (s *sheet) taken() []taken {
	names := map[text.DocID][]string{}
	for _, r := range s.story.Reports {
		names[r.ID] = slices.Clone(s.wires[r.ID])
	}
	var copies []story.Copy
	for _, c := range s.res.Copies {
		if _, here := names[c.Report]; here && !c.Presumed && !c.Version {
			copies = append(copies, c)
		}
	}
	for again := true; again; { // a copy of a copy
		again = false
		for _, c := range copies {
			for _, n := range names[c.Of] {
				if !slices.Contains(names[c.Report], n) && !strings.EqualFold(s.reports[c.Report].Outlet, n) {
					names[c.Report] = append(names[c.Report], n)
					again = true
				}
			}
		}
	}
	count := map[string]int{}
	for _, r := range s.story.Reports {
		for _, n := range names[r.ID] {
			count[n]++
		}
	}
	var out []taken
	for n, k := range count {
		if k > 1 {
			out = append(out, taken{n, k})
		}
	}
	slices.SortFunc(out, func(a, b taken) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.Agency, b.Agency))
	})
	return out
}

// TakenFrom says what the story was taken from: "taken from AFP (×12) · from Reuters (×3)".
func (s *sheet) TakenFrom() string {
	var out []string
	for _, t := range s.Taken {
		name, key := s.w.agency(t.Agency), "source.taken"
		if strings.ContainsAny(name[:1], "AEIOUaeiou") {
			key = "source.taken.vowel"
		}
		out = append(out, s.w.say(key, name, s.w.number(int64(t.Reports))))
	}
	return strings.Join(out, " · ")
}

// agency names an agency as it stands after a preposition: "l’AFP".
func (w *Words) agency(name string) string {
	if key := "agency." + strings.ToLower(name); w.has(key) {
		return w.say(key)
	}
	return clean(name)
}

// whyFrom says what ties the words of a figure, or its report, to where they come
// from: the rules by which newsrooms are counted as one.
func (p *printer) whyFrom(s *sheet, f *claim.Figure) {
	r := s.of[f]
	for _, e := range s.res.Edges {
		if e.From != "report:"+string(r.ID) || !bearsOn(r, e, f.Span) {
			continue
		}
		to := e.Agency
		if of := s.reports[text.DocID(strings.TrimPrefix(e.To, "report:"))]; of != nil {
			to = s.outlet(of)
		}
		p.fact(s, p.say("edge."+string(e.Kind), s.w.agency(to)), e.Span)
	}
}

// bearsOn reports whether an edge says where the words at come from: one that
// holds for its passage or its sentence must reach over them.
func bearsOn(r *claim.Report, e story.Edge, at text.Span) bool {
	switch e.Kind {
	case story.CreditEdge:
		return true
	case story.ToldEdge, story.OwnEdge, story.CitesEdge:
		for _, sen := range r.Sentences {
			if sen.Start <= at.Start && at.Start < sen.End {
				return sen.Start <= e.Span.Start && e.Span.Start < sen.End
			}
		}
		return false
	}
	return e.Span.Start <= at.Start && at.End <= e.Span.End || e.Span.Start == e.Span.End
}
