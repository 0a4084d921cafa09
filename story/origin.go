package story

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// An EdgeKind says how words come to stand in a report.
type EdgeKind string

// The kinds of edge. Those of credits are named as in [CreditKind].
const (
	CopyEdge        EdgeKind = "copy"        // the words stand in another report
	TranslationEdge EdgeKind = "translation" // presumed from order and content
	VersionEdge     EdgeKind = "version"     // the same address, edited
	CreditEdge      EdgeKind = "credit"      // footer, byline, dateline: "Avec Reuters et AFP"
	ToldEdge        EdgeKind = "told"        // "a déclaré à Reuters": that sentence
	OwnEdge         EdgeKind = "own"         // "ont constaté nos journalistes": that sentence is the outlet's
	CitesEdge       EdgeKind = "cites"       // "selon TASS"
	DecidedEdge     EdgeKind = "decided"     // a reader added it
)

// An Edge ties a report, or words of it, to where they come from.
//
//	copy    report:3f9a2c… → report:77ab01…  with the words in both
//	credit  report:3f9a2c… → newsroom:afp    "Avec Reuters et AFP"
type Edge struct {
	Kind     EdgeKind
	From     string    // "report:" and an identity
	To       string    // "report:" and an identity, or "newsroom:" and a name
	Span     text.Span // the words in From; zero where page data show it
	Of       text.Span // the same words in To, for copies
	Presumed bool
	Agency   string // what the newsroom is called, where To is one: "AFP"
}

// An origin is where a sentence comes from: one newsroom for sure, or one of
// several, which one its credits do not say.
type origin struct {
	sure  string
	maybe []string
}

// longestChain bounds how far a copy of a copy is followed.
const longestChain = 16

// sourceOf finds the source of the words of report i from byte start.
func (u *reuse) sourceOf(i, start, end, depth int) origin {
	if s, ok := u.decidedSource(i, start, end, depth); ok {
		return s
	}
	if l := u.linkOver(i, start, end); l != nil && depth < longestChain {
		at := u.across(i, l, start)
		return u.sourceOf(l.of, at, at+1, depth+1)
	}
	if of, at := u.besideProse(i, start, end); of >= 0 && depth < longestChain {
		return u.sourceOf(of, at, at+1, depth+1)
	}
	if s, ok := u.sentenceSource(i, start); ok {
		return s
	}
	full, partly := u.kept(i, u.full[i]), u.kept(i, u.partly[i])
	switch {
	case len(full) == 1:
		return origin{sure: full[0]}
	case len(partly)+len(full) > 0:
		return origin{maybe: append(slices.Clone(partly), full...)}
	}
	if l := u.translationOf(i); l != nil && depth < longestChain {
		return u.sourceOf(l.of, -1, -1, depth+1)
	}
	return origin{sure: u.rooms[i]}
}

// decidedSource is what a reader has said of these words.
func (u *reuse) decidedSource(i, start, end, depth int) (origin, bool) {
	for _, d := range u.said {
		if d.Do != "add" {
			continue
		}
		for k, at := range d.at {
			if at != i || start >= 0 && (start >= d.spans[k].End || end <= d.spans[k].Start) {
				continue
			}
			if d.to < 0 {
				return origin{sure: roomKey(d.Agency)}, true
			}
			if d.to != i && depth < longestChain {
				return u.sourceOf(d.to, d.toSpan.Start, d.toSpan.End, depth+1), true
			}
		}
	}
	return origin{}, false
}

// kept leaves out the agencies whose edge a reader has cut.
func (u *reuse) kept(i int, keys []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return u.isCutFrom(i, key) })
}

func (u *reuse) isCutFrom(i int, key string) bool {
	for _, d := range u.said {
		if d.Do == "cut" && d.Agency != "" && roomKey(d.Agency) == key && slices.Contains(d.at, i) {
			return true
		}
	}
	return false
}

// linkOver returns the link that most of the sentence at start comes by, nil for
// none.
func (u *reuse) linkOver(i, start, end int) *link {
	if start < 0 {
		return nil
	}
	from, to := u.sentenceAt(i, start, end)
	for k := range u.links[i] {
		l := &u.links[i][k]
		if l.presumed {
			continue
		}
		if over := min(to, l.End) - max(from, l.Start); over*2 > to-from {
			return l
		}
	}
	return nil
}

// besideProse finds words that are no evidence of copying themselves, a headline
// or a caption, in the report that most of report i comes from; -1 for none.
func (u *reuse) besideProse(i, start, end int) (of, at int) {
	if start < 0 || len(u.links[i]) == 0 {
		return -1, 0
	}
	of = u.copiedFrom(i)
	if of < 0 {
		return -1, 0
	}
	from, to := u.sentenceAt(i, start, end)
	at = strings.Index(u.reports[of].Text, u.reports[i].Text[from:to])
	if at < 0 {
		return -1, 0
	}
	return of, at + start - from
}

// sentenceAt returns the sentence that holds byte start.
func (u *reuse) sentenceAt(i, start, end int) (from, to int) {
	for _, s := range u.reports[i].Sentences {
		if s.Start <= start && start < s.End {
			return s.Start, s.End
		}
	}
	return start, max(end, start+1)
}

// across returns the byte in the other report that start stands at there.
func (u *reuse) across(i int, l *link, start int) int {
	a, b := u.laid(i, l)
	k := 0
	for k < len(a)-1 && a[k].end() <= start {
		k++
	}
	j := k * len(b) / max(1, len(a))
	for d := range 6 { // the same word, where it stands near
		for _, n := range []int{j + d, j - d} {
			if n >= 0 && n < len(b) && b[n].h == a[k].h {
				return int(b[n].start)
			}
		}
	}
	return int(b[min(j, len(b)-1)].start)
}

// laid returns the words of a link in report i and in the other. They are cut
// anew for every question, into room that the next one takes: kept for all
// reports of a long story they would be as much as the reports themselves.
func (u *reuse) laid(i int, l *link) (a, b []token) {
	u.here = wordsAt(u.here[:0], u.reports[i], l.Start, l.End)
	u.there = wordsAt(u.there[:0], u.reports[l.of], l.OfStart, l.OfEnd)
	if len(u.here) == l.A1-l.A0 && len(u.there) == l.B1-l.B0 {
		return u.here, u.there
	}
	return u.words(i)[l.A0:l.A1], u.words(l.of)[l.B0:l.B1]
}

// sentenceSource is what the sentence that holds start says of its own source.
func (u *reuse) sentenceSource(i, start int) (origin, bool) {
	if start < 0 {
		return origin{}, false
	}
	from, to := u.sentenceAt(i, start, start+1)
	var cited []string
	for _, c := range u.credits[i] {
		if c.Span.IsZero() || c.Span.Start < from || c.Span.End > to || u.isCutFrom(i, roomKey(c.Agency)) {
			continue
		}
		switch c.Kind {
		case Own, Told:
			return origin{sure: roomKey(c.Agency)}, true
		case Cites:
			cited = addOnce(cited, roomKey(c.Agency))
		}
	}
	if u.ownReporting(u.reports[i], from, to) {
		return origin{sure: u.rooms[i]}, true
	}
	switch len(cited) {
	case 0:
		return origin{}, false
	case 1:
		return origin{sure: cited[0]}, true
	}
	return origin{maybe: cited}, true
}

// ownReporting reports whether a sentence says that the outlet learned it itself:
// "a appris Le Phare", "raconte-t-elle à Radio Lagune", "sous nos yeux".
func (u *reuse) ownReporting(r *claim.Report, from, to int) bool {
	for _, c := range r.Claims {
		if c.By != nil && c.By.Own && c.Span.Start < to && c.Span.End > from {
			return true
		}
	}
	name := r.Outlet
	if name == "" {
		name, _, _ = signature(r)
	}
	if len(name) < 4 {
		return false
	}
	t := r.Text[from:to]
	at := strings.Index(t, name)
	if at < 0 {
		return false
	}
	k := spoken(t[:at], name, t[at+len(name):])
	return k == Own || k == Told || strings.Contains(t[:at], "appris ")
}

// translationOf returns the presumed link of report i, nil for none.
func (u *reuse) translationOf(i int) *link {
	for k := range u.links[i] {
		if u.links[i][k].presumed {
			return &u.links[i][k]
		}
	}
	return nil
}

// origins returns the most independent newsrooms that the words at spans may
// come from. Each sentence is followed to where it comes from: a copy to what it
// was copied from, a credited sentence to the agency. What is credited to one of
// several agencies counts with one that stands there anyway.
func (u *reuse) origins(spans []text.Span) int {
	sure := map[string]bool{}
	var maybe [][]string
	for _, s := range spans {
		i, ok := u.number[s.Doc]
		if !ok {
			continue
		}
		if x := u.sourceOf(i, s.Start, s.End, 0); x.sure != "" {
			sure[x.sure] = true
		} else {
			maybe = append(maybe, x.maybe)
		}
	}
	return len(sure) + hit(sure, maybe)
}

// hit returns how few more names it takes for one of each list to be named,
// the commonest name first.
func hit(sure map[string]bool, lists [][]string) int {
	lists = slices.DeleteFunc(slices.Clone(lists), func(l []string) bool {
		return slices.ContainsFunc(l, func(s string) bool { return sure[s] })
	})
	n := 0
	for len(lists) > 0 {
		count := map[string]int{}
		best := ""
		for _, l := range lists {
			for _, s := range l {
				count[s]++
			}
		}
		for s, c := range count {
			if best == "" || c > count[best] || c == count[best] && s < best {
				best = s
			}
		}
		lists = slices.DeleteFunc(lists, func(l []string) bool { return slices.Contains(l, best) })
		n++
	}
	return n
}

// mostCopied is the share of a report's words from which it adds no newsroom.
const mostCopied = 0.75

// newsrooms counts the newsrooms of whole reports.
func (u *reuse) newsrooms(reports []*claim.Report) int {
	sure := map[string]bool{}
	var maybe [][]string
	for _, r := range reports {
		i, ok := u.number[r.ID]
		if !ok {
			continue
		}
		for range longestChain {
			of := u.copiedFrom(i)
			if of < 0 {
				break
			}
			i = of
		}
		full, partly := u.kept(i, u.full[i]), u.kept(i, u.partly[i])
		switch {
		case len(full) == 1:
			sure[full[0]] = true
		case len(full)+len(partly) > 0 && !u.named[i]:
			maybe = append(maybe, slices.Concat(partly, full))
		default:
			sure[u.rooms[i]] = true
		}
	}
	return len(sure) + hit(sure, maybe)
}

// copiedFrom returns the report that most of report i comes from, -1 for none.
func (u *reuse) copiedFrom(i int) int {
	same := map[int]int{}
	for _, l := range u.links[i] {
		if l.presumed {
			return l.of
		}
		same[l.of] += l.A1 - l.A0
	}
	best, n := -1, 0
	for of, s := range same {
		if s > n || s == n && of < best {
			best, n = of, s
		}
	}
	all := 0
	for _, s := range same {
		all += s
	}
	if best >= 0 && share(all, u.length[i]) >= mostCopied {
		return best
	}
	return -1
}

// ties names all that the origins of words in reports depend on: these reports
// and those they lead to, in this order, and how they are tied.
func (u *reuse) ties(reports []*claim.Report) (of []*claim.Report, also string) {
	place := map[int]int{}
	var open []int
	meet := func(i int) int {
		if _, met := place[i]; !met {
			place[i] = len(open)
			open = append(open, i)
		}
		return place[i]
	}
	for _, r := range reports {
		meet(u.number[r.ID])
	}
	var b []byte
	say := func(ns ...int) {
		for _, n := range ns {
			b = binary.AppendVarint(b, int64(n))
		}
	}
	for n := 0; n < len(open); n++ {
		i := open[n]
		of = append(of, u.reports[i])
		say(len(u.links[i]))
		for _, l := range u.links[i] {
			kind := 0
			if l.presumed {
				kind = 1
			}
			say(meet(l.of), kind, l.A0, l.A1, l.B0, l.B1, l.Start, l.End, l.OfStart, l.OfEnd)
		}
		for _, d := range u.said {
			if d.Do != "add" && d.Do != "cut" {
				continue
			}
			to := -1
			for at, j := range d.at {
				if j != i {
					continue
				}
				if d.to >= 0 {
					to = meet(d.to)
				}
				say(d.spans[at].Start, d.spans[at].End, to, d.toSpan.Start, d.toSpan.End)
				b = fmt.Appendf(b, "%s %q", d.Do, d.Agency)
			}
		}
	}
	return of, string(b)
}
