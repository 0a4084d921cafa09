package story

import (
	"cmp"
	"slices"
	"strings"
)

// edges lists everything that ties a report to where its words come from.
func (u *reuse) edges() []Edge {
	var out []Edge
	for _, c := range u.copies {
		kind := CopyEdge
		switch {
		case c.Presumed:
			kind = TranslationEdge
		case c.Version:
			kind = VersionEdge
		}
		for _, p := range c.Passages {
			out = append(out, Edge{kind, reportNode(string(c.Report)), reportNode(string(c.Of)), p[0], p[1], c.Presumed, ""})
		}
	}
	for i, r := range u.reports {
		for _, c := range u.credits[i] {
			if key := roomKey(c.Agency); c.Kind != Picture && !u.isCutFrom(i, key) {
				out = append(out, Edge{Kind: edgeOf(c.Kind), From: reportNode(string(r.ID)), To: key, Span: c.Span, Agency: c.Agency})
			}
		}
	}
	for _, d := range u.said {
		if d.Do != "add" {
			continue
		}
		for k, i := range d.at {
			e := Edge{Kind: DecidedEdge, From: reportNode(string(u.reports[i].ID)), To: roomKey(d.Agency), Span: d.spans[k], Agency: d.Agency}
			if d.to >= 0 {
				e.To, e.Of = reportNode(string(u.reports[d.to].ID)), d.toSpan
			}
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Edge) int {
		return cmp.Or(strings.Compare(a.From, b.From), cmp.Compare(a.Span.Start, b.Span.Start), strings.Compare(a.To, b.To))
	})
	return out
}

func reportNode(id string) string { return "report:" + id }

func edgeOf(k CreditKind) EdgeKind {
	switch k {
	case Told:
		return ToldEdge
	case Own:
		return OwnEdge
	case Cites:
		return CitesEdge
	}
	return CreditEdge
}
