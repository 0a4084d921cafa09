package story

import (
	"cmp"
	"encoding/binary"
	"net/url"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// A reuse knows who copied whom among a set of reports, and from which newsrooms
// their sentences come.
type reuse struct {
	reports []*claim.Report
	number  map[text.DocID]int
	story   []int    // of each report
	rooms   []string // the newsroom of each report
	named   []bool   // whether that is the outlet's name, and no guess
	credits [][]Credit
	prints  [][]fingerprint // until copies are found
	full    [][]string      // agencies a report is wholly from
	partly  [][]string      // agencies it is from in part: "avec AFP"
	tokens  [][]token       // of reports that were compared
	held    int             // how many of them
	here    []token         // of a link looked at, in the report
	there   []token         // and in the other
	length  []int           // words of prose of those that copied
	links   [][]link
	said    []decided
	memory  Memory
	copies  []Copy
}

// heldReports is how many reports are held in words at once while copies are
// looked for: more cost memory, fewer cost cutting a report twice.
const heldReports = 1000

// A link is a stretch of a report that comes from another report.
type link struct {
	stretch
	of       int
	presumed bool // a translation: the stretch is the whole report
}

func newReuse(reports []*claim.Report, said []decided, memory Memory) *reuse {
	u := &reuse{reports: reports, number: map[text.DocID]int{}, said: said, memory: memory, length: make([]int, len(reports)),
		rooms: make([]string, len(reports)), named: make([]bool, len(reports)), credits: make([][]Credit, len(reports)),
		full: make([][]string, len(reports)), partly: make([][]string, len(reports)), tokens: make([][]token, len(reports)), links: make([][]link, len(reports))}
	u.prints = make([][]fingerprint, len(reports))
	var w winnower
	for i, r := range reports {
		u.number[r.ID] = i
		var f foundIn
		memory.Once("credits", reports[i:i+1], "", &f, func() {
			f.Credits, f.Prints = Credits(r), packed(w.fingerprints(r))
		})
		u.credits[i], u.prints[i] = f.Credits, unpacked(f.Prints)
		u.house(i)
	}
	return u
}

// A foundIn is what is looked for in a report by itself.
type foundIn struct {
	Credits []Credit
	Prints  string // eight bytes each
}

func packed(prints []fingerprint) string {
	b := make([]byte, 0, 8*len(prints))
	for _, f := range prints {
		b = binary.LittleEndian.AppendUint64(b, uint64(f))
	}
	return string(b)
}

func unpacked(s string) []fingerprint {
	b := []byte(s)
	out := make([]fingerprint, 0, len(b)/8)
	for ; len(b) >= 8; b = b[8:] {
		out = append(out, fingerprint(binary.LittleEndian.Uint64(b)))
	}
	return out
}

// roomKey names a newsroom: "AFP" and "Agence France-Presse" are one, "Le Phare"
// and "Phare" too.
func roomKey(name string) string {
	if a, ok := lang.AgencyOf(name); ok {
		name = a
	}
	key := lang.PlainName(name)
	for _, article := range []string{"le ", "la ", "les ", "l ", "the "} {
		key = strings.TrimPrefix(key, article)
	}
	return "newsroom:" + key
}

// house finds the newsroom of report i and what it credits as a whole.
func (u *reuse) house(i int) {
	r := u.reports[i]
	name := r.Outlet
	if name == "" {
		name, _, _ = signature(r)
	}
	if name == "" && r.URL != "" {
		if a, err := url.Parse(r.URL); err == nil {
			name = strings.TrimPrefix(a.Hostname(), "www.")
		}
	}
	u.named[i] = name != ""
	own := map[string]bool{}
	for _, c := range u.credits[i] {
		key := roomKey(c.Agency)
		switch {
		case c.Kind == Own || c.Kind == Told:
			own[key] = true
		case !c.Kind.Whole() || name != "" && key == roomKey(name):
		case c.Kind == Dateline || c.Kind == Printer || u.wholly(r, c):
			u.full[i] = addOnce(u.full[i], key)
		default:
			u.partly[i] = addOnce(u.partly[i], key)
		}
	}
	switch {
	case name != "":
		u.rooms[i] = roomKey(name)
	case len(own) == 1 && len(u.full[i])+len(u.partly[i]) == 0:
		for key := range own { // a report that only says "à l'AFP" is AFP's
			u.rooms[i] = key
		}
	default:
		u.rooms[i] = "report:" + string(r.ID)
	}
	if len(u.full[i]) > 1 {
		u.partly[i], u.full[i] = append(u.partly[i], u.full[i]...), nil
	}
}

// wholly reports whether a footer or byline is the agency's alone: "(AFP)",
// "© AFP", and not "avec AFP".
func (u *reuse) wholly(r *claim.Report, c Credit) bool {
	if c.Span.IsZero() {
		low := strings.ToLower(r.Byline)
		return !strings.Contains(low, "avec") && !strings.Contains(low, "with") && !strings.Contains(low, " et ") && !strings.Contains(low, " and ")
	}
	line := r.Text[max(0, c.Span.Start-60):c.Span.Start]
	if i := strings.LastIndexByte(line, '\n'); i >= 0 {
		line = line[i:]
	}
	for _, w := range lastWords(line, 6) {
		if withWords[w] {
			return false
		}
	}
	return true
}

func addOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// A sharing counts the fingerprints a report shares with an earlier one.
type sharing struct{ all, own int }

// Least evidence of copying.
const (
	leastPrints = 3  // shared fingerprints, not all inside quotation marks
	leastOwn    = 12 // words of a passage outside quotation marks
)

// find compares every report with the earlier ones it shares fingerprints with.
func (u *reuse) find(p *partition) {
	u.story = p.root
	order := u.order()
	x := newIndex(0)
	for _, i := range order {
		x.add(i, 0, u.prints[i])
	}
	rank := make([]int, len(order))
	for k, i := range order {
		rank[i] = k
	}
	shared := make([]sharing, len(u.reports))
	var with []int
	var at []posting
	for _, i := range order {
		for _, f := range u.prints[i] {
			if at = x.at(f, at[:0]); u.recurs(at) {
				continue
			}
			for _, p := range at {
				j := int(p.report)
				if rank[j] >= rank[i] {
					continue
				}
				s := &shared[j]
				if s.all == 0 {
					with = append(with, j)
				}
				s.all++
				if !p.quoted && !f.quoted() {
					s.own++
				}
			}
		}
		u.compare(i, with, shared, rank)
		for _, j := range with {
			shared[j] = sharing{}
		}
		with = with[:0]
	}
	u.prints = nil
}

// order is the order in which reports may have copied: by stated time, at one
// time those first whom others credit, then by identity.
func (u *reuse) order() []int {
	credited := map[string]bool{}
	for i := range u.reports {
		for _, key := range slices.Concat(u.full[i], u.partly[i]) {
			credited[key] = true
		}
	}
	rank := func(i int) int {
		switch {
		case len(u.full[i])+len(u.partly[i]) > 0:
			return 2
		case credited[u.rooms[i]]:
			return 0
		}
		return 1
	}
	order := make([]int, len(u.reports))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		ra, rb := u.reports[a], u.reports[b]
		ta, tb := ra.Published.When.From, rb.Published.When.From
		if ta.IsZero() != tb.IsZero() {
			if ta.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(ta.Compare(tb), cmp.Compare(rank(a), rank(b)), strings.Compare(string(ra.ID), string(rb.ID)))
	})
	return order
}

// recurs reports whether words that stand in these reports are in several stories
// by one outlet or by many: then they are what outlets always write, and no evidence.
func (u *reuse) recurs(at []posting) bool {
	if len(at) < 3 {
		return false
	}
	var stories [postingsPerPrint]int
	kinds, same := 0, true
	for _, p := range at {
		if s := u.story[p.report]; !slices.Contains(stories[:kinds], s) {
			stories[kinds] = s
			kinds++
		}
		same = same && u.rooms[p.report] == u.rooms[at[0].report]
	}
	return kinds*2 > len(at) && (kinds >= 3 || same)
}

// compare aligns report i with those it shares enough with, the earliest first. A
// stretch belongs to the first report that has it.
func (u *reuse) compare(i int, with []int, shared []sharing, rank []int) {
	var from []int
	for _, j := range with {
		if s := shared[j]; s.all >= leastPrints && s.own > 0 && !u.isCut(i, j) {
			from = append(from, j)
		}
	}
	slices.SortFunc(from, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
	const most = 8
	from = from[:min(len(from), most)]
	if len(from) == 0 {
		return
	}
	of := []*claim.Report{u.reports[i]}
	for _, j := range from {
		of = append(of, u.reports[j])
	}
	var found []taking
	u.memory.Once("copies", of, "", &found, func() { found = u.lay(i, from) })
	for k := range found {
		u.record(i, from[found[k].From], &found[k])
	}
}

// A taking is what one report has from another.
type taking struct {
	From                int // which of those it was compared with
	Words               int // of its prose
	Containment, Covers float64
	Passages            []stretch
}

// A stretch is a stretch of words of one report that stands in another: words
// A0 to A1 of the one and B0 to B1 of the other, with their bytes.
type stretch struct {
	A0, A1, B0, B1 int
	Start, End     int
	OfStart, OfEnd int
}

// lay lays report i beside those in from, in their order.
func (u *reuse) lay(i int, from []int) []taking {
	var out []taking
	a := u.words(i)
	taken := make([]bool, len(a))
	for n, j := range from {
		b := u.words(j)
		ps := align(a, b)
		fresh, strong := 0, false
		for _, p := range ps {
			for k := p.a0; k < p.a1; k++ {
				if !taken[k] && !a[k].quoted {
					fresh++
				}
			}
			strong = strong || p.own >= leastOwn
		}
		if !strong || fresh < leastOwn {
			continue
		}
		t := taking{From: n, Words: len(a)}
		same := 0
		covered := make([]bool, len(b))
		for _, p := range ps {
			same += p.same
			for k := p.b0; k < p.b1; k++ {
				covered[k] = true
			}
			for k := p.a0; k < p.a1; k++ {
				taken[k] = true
			}
			t.Passages = append(t.Passages, stretch{p.a0, p.a1, p.b0, p.b1, int(a[p.a0].start), a[p.a1-1].end(), int(b[p.b0].start), b[p.b1-1].end()})
		}
		t.Containment = share(same, len(a))
		all := 0
		for _, y := range covered {
			if y {
				all++
			}
		}
		t.Covers = share(min(all, same), len(b))
		out = append(out, t)
	}
	return out
}

// record keeps the passages of report i that stand in report j.
func (u *reuse) record(i, j int, t *taking) {
	a, b := u.reports[i], u.reports[j]
	c := Copy{Report: a.ID, Of: b.ID, Containment: t.Containment, Covers: t.Covers, Version: a.URL != "" && a.URL == b.URL}
	u.length[i] = t.Words
	for _, p := range t.Passages {
		c.Passages = append(c.Passages, [2]text.Span{a.Span(p.Start, p.End), b.Span(p.OfStart, p.OfEnd)})
		u.links[i] = append(u.links[i], link{stretch: p, of: j})
	}
	u.copies = append(u.copies, c)
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(min(n, of)) / float64(of)
}

func (u *reuse) words(i int) []token {
	if u.tokens[i] == nil {
		if u.held++; u.held > heldReports {
			clear(u.tokens) // those compared next are mostly new
			u.held = 1
		}
		u.tokens[i] = tokens(u.reports[i])
	}
	return u.tokens[i]
}

// isCut reports whether a reader has cut the edge from i to j.
func (u *reuse) isCut(i, j int) bool {
	for _, d := range u.said {
		if d.Do == "cut" && d.to == j && slices.Contains(d.at, i) {
			return true
		}
	}
	return false
}
