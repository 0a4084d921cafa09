package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// A mention is one figure with what the cross-check needs to know of it.
type mention struct {
	*Entry
	acct   *account
	st     *statement
	voice  string // the original speaker: a body, or the outlet in its own voice
	own    bool   // the report says it in its own voice
	num    number
	cover  edtf.Time // what it covers as far as it is compared; unknown meets all
	order  int       // place in the canonical order
	whence string
}

// An account is an Account with the statements made in it.
type account struct {
	exceeding int // conflicts written of parts greater than their whole: a reader who has seen eight needs no ninth
	*Account
	mentions   []*mention
	statements []*statement
	part       bool   // of parts that stand beside their whole
	thing      string // see thing.go
}

// A statement is one quantity on the word of one original speaker, however often
// and through whomever it is told. Its mentions share one fate.
type statement struct {
	acct     *account
	voice    string
	num      number
	b        bounds
	mentions []*mention // the first said comes first
	status   Status     // "" until a rule settles it
	because  []Reason
	beside   bool // told in one breath with a greater one: a part, as like as not
	category bool // a sum of other measures: no toll to be set against others
}

func (s *statement) first() *mention { return s.mentions[0] }
func (s *statement) said() edtf.Time { return s.first().Said }

// live reports whether s is still held by whoever said it.
func (s *statement) live() bool { return s.status == "" }

// plain reports whether s says that so many were counted: a denied or unknown
// number does not.
func (s *statement) plain() bool {
	st := s.first().Figure.Stance
	return st != claim.Denied && st != claim.NotKnown
}

// family groups what may be one quantity: told of one place or another.
type family struct {
	measure  claim.Measure
	severity claim.Severity
	group    claim.Group
	aside    bool
	other    bool   // of other places
	thing    string // which, where the group holds what cannot be counted together; see thing.go
}

// accountKey tells accounts apart.
type accountKey struct {
	family
	place string
	scope claim.Scope
	part  string // of a part that its whole's measure and group do not tell apart
}

// gather makes mentions of all figures and puts them in accounts.
func (d *desk) gather() {
	type seat struct {
		r    *claim.Report
		f    *claim.Figure
		kind family
	}
	var seats []seat
	regions := map[family]*region{}
	scopes := map[family]map[claim.Scope]bool{}
	for _, r := range d.reports {
		for _, f := range r.Figures {
			if f == nil {
				continue
			}
			k := familyOf(r, f)
			seats = append(seats, seat{r, f, k})
			if regions[k] == nil {
				regions[k] = &region{said: map[string]*lang.Place{}, near: map[string]*lang.Place{}}
				scopes[k] = map[claim.Scope]bool{}
			}
			regions[k].add(saidPlace(r, f))
			scopes[k][f.Scope] = true
		}
	}
	for _, g := range regions {
		g.settle()
	}
	accounts := map[accountKey]*account{}
	for i, s := range seats {
		k := s.kind
		place := regions[k].of(saidPlace(s.r, s.f))
		key := accountKey{k, placeKey(place), scopeOf(s.f, scopes[k]), partKey(s.r, s.f)}
		a := accounts[key]
		if a == nil {
			a = &account{Account: &Account{Measure: k.measure, Severity: k.severity, Group: k.group, Place: place, Scope: key.scope, Aside: k.aside, Elsewhere: k.other}, part: key.part != "", thing: k.thing}
			_, a.Label = thingOf(s.r, s.f)
			accounts[key] = a
			d.accounts = append(d.accounts, a)
		}
		m := d.mention(s.r, s.f, a, i)
		a.mentions = append(a.mentions, m)
		d.of[s.f] = m
	}
	d.widen()
	d.linkParts()
	for _, a := range d.accounts {
		d.kin[a.kin()] = append(d.kin[a.kin()], a)
	}
}

// kin returns the family of a; its accounts differ in place, scope and part.
func (a *account) kin() family {
	return family{a.Measure, a.Severity, a.Group, a.Aside, a.Elsewhere, a.thing}
}

// familyOf returns the family of f. Who takes part in a demonstration is a
// protester by that alone: "11.000 personnes ont défilé" and "45.000 manifestants"
// count the same.
func familyOf(r *claim.Report, f *claim.Figure) family {
	k := family{f.Measure, f.Severity, f.Group, f.Aside, f.Elsewhere, ""}
	k.thing, _ = thingOf(r, f)
	if k.measure == claim.Participants && k.group == claim.Protesters {
		k.group = claim.People
	}
	return k
}

// scopeOf returns the scope of the account f belongs to. A toll with no scope
// said is one since the beginning where others of its kind are, or of the one
// incident they are of; it is never one of the last 24 hours.
func scopeOf(f *claim.Figure, said map[claim.Scope]bool) claim.Scope {
	switch {
	case f.Scope != "":
		return f.Scope
	case said[claim.Cumulative]:
		return claim.Cumulative
	case said[claim.Incident]:
		return claim.Incident
	}
	return ""
}

// partKey sets a part apart from its whole where the account would not: "deux
// policiers décapités" among thirteen killed are killed members of the security
// forces as well.
func partKey(r *claim.Report, f *claim.Figure) string {
	w := f.PartOf
	if w == nil {
		return ""
	}
	// "357 manifestants blessés, dont 36 personnes": not all people hurt.
	wider := f.Group == claim.People && w.Group != claim.People && f.Measure == w.Measure
	if familyOf(r, w) != familyOf(r, f) && !wider {
		return ""
	}
	if said, _ := saidPlace(r, f); said != nil && placeKey(said) != placeKey(w.Place) {
		return ""
	}
	if f.Label != "" && f.Label != w.Label {
		return "l:" + strings.ToLower(f.Label)
	}
	words := ""
	if f.Span.Doc == r.ID && f.Span.End <= len(r.Text) && f.Span.Start < f.Span.End {
		words = strings.ToLower(r.Text[f.Span.Start:f.Span.End])
	}
	return "w:" + words
}

// linkParts leads from an account of parts to the account of their whole.
func (d *desk) linkParts() {
	for _, a := range d.accounts {
		for _, m := range a.mentions {
			if w := d.of[m.Figure.PartOf]; m.Figure.PartOf != nil && w != nil && w.acct != a {
				a.PartOf = w.acct.Account
				break
			}
		}
	}
	// Two accounts that are each a part of the other come from two reports that
	// count the other way round; neither then is the whole.
	for _, a := range d.accounts {
		for p, n := a.PartOf, 0; p != nil; p, n = p.PartOf, n+1 {
			if p == a.Account || n > len(d.accounts) {
				a.PartOf = nil
				break
			}
		}
	}
}

// mention resolves one figure.
func (d *desk) mention(r *claim.Report, f *claim.Figure, a *account, order int) *mention {
	published := d.published(r)
	said := d.time(r, f.SaidAt)
	if !said.Known() {
		said = published
	}
	e := &Entry{Figure: f, Report: r, Said: said, Published: published, Covers: d.time(r, f.Covers), Speaker: d.cast.Of(f.By)}
	m := &mention{Entry: e, acct: a, own: f.By == nil, num: numberOf(f.Quantity), order: order}
	m.voice = d.voice(r, f)
	m.whence = d.whence(m)
	m.cover = coverOf(m)
	e.Covers = d.counted(r, f, e.Covers, said)
	return m
}

// state forms the statements of every account.
func (d *desk) state() {
	for _, a := range d.accounts {
		slices.SortStableFunc(a.mentions, oldestFirst)
		type slot struct {
			voice string
			num   number
			deny  bool
		}
		at := map[slot][]*statement{}
		for _, m := range a.mentions {
			if m.own {
				continue
			}
			k := slot{m.voice, m.num, m.Figure.Stance == claim.Denied}
			at[k] = a.place(m, at[k])
		}
		quoted := a.quoted()
		for _, m := range a.mentions {
			if !m.own {
				continue
			}
			// The headline of a report that has its number from the police is
			// the police's number, not the outlet's.
			if s := quoted[reportNumber{m.Report.ID, m.num}]; s != nil && m.Figure.Stance != claim.Denied && s.first().cover.Overlaps(m.cover) {
				s.take(m)
				continue
			}
			k := slot{m.voice, m.num, m.Figure.Stance == claim.Denied}
			at[k] = a.place(m, at[k])
		}
		d.joinOrigins(a)
		for _, s := range a.statements {
			slices.SortStableFunc(s.mentions, nearestFirst)
		}
		slices.SortStableFunc(a.statements, func(s, t *statement) int { return oldestFirst(s.first(), t.first()) })
	}
}

type reportNumber struct {
	doc text.DocID
	num number
}

// quoted lists the attributed statements by report and number.
func (a *account) quoted() map[reportNumber]*statement {
	q := map[reportNumber]*statement{}
	for _, s := range a.statements {
		for _, m := range s.mentions {
			k := reportNumber{m.Report.ID, m.num}
			if q[k] == nil && s.plain() {
				q[k] = s
			}
		}
	}
	return q
}

// place adds m to the statement of one slot whose time it can cover, or opens one.
func (a *account) place(m *mention, slot []*statement) []*statement {
	for _, s := range slot {
		if s.first().cover.Overlaps(m.cover) {
			s.take(m)
			return slot
		}
	}
	s := &statement{acct: a, voice: m.voice, num: m.num, b: m.allows(), mentions: []*mention{m}}
	m.st = s
	a.statements = append(a.statements, s)
	return append(slot, s)
}

// allows returns the bounds of m as it is compared. "Un homme a été tué" tells of
// one man and does not say that he is the only one; "un mort" is a toll.
func (m *mention) allows() bounds {
	b := compared(m.Figure.Quantity)
	f, r := m.Figure, m.Report
	if b.lo != b.hi || b.lo < 1 || b.lo > 9 || f.Span.Doc != r.ID || f.Span.Start < 0 || f.Span.End > len(r.Text) {
		return b
	}
	words := strings.Fields(strings.ToLower(r.Text[f.Span.Start:max(f.Span.Start, f.Span.End)]))
	if b.lo > 1 {
		for _, w := range words[:min(len(words), 3)] {
			if told[w] {
				b.hi = lang.Unbounded // "trois voisins sont morts" tells of three, not of all
			}
		}
		return b
	}
	for _, w := range words[:min(len(words), 3)] {
		if toll[strings.TrimRight(w, "e")] || toll[w] {
			return b
		}
	}
	b.hi = lang.Unbounded
	return b
}

// told are those one tells of by who they are to the speaker: few of them are no
// toll.
var told = map[string]bool{"hommes": true, "voisins": true, "camarades": true, "collègues": true, "amis": true, "frères": true, "gars": true, "jeunes": true, "patients": true}

// toll are the words by which one is counted, not told of.
var toll = map[string]bool{"mort": true, "blessé": true, "décè": true, "décès": true, "disparu": true, "victim": true, "personn": true, "seul": true, "tué": true, "dead": true, "killed": true, "injured": true, "person": true, "1": true}

func (s *statement) take(m *mention) {
	m.st = s
	s.mentions = append(s.mentions, m)
	s.b = s.b.widen(m.allows())
}

// joinOrigins joins outlets' own statements of one number that come from one
// newsroom: two outlets that print one wire make one statement.
func (d *desk) joinOrigins(a *account) {
	byNumber := map[number][]*statement{}
	for _, s := range a.statements {
		if s.first().own && s.plain() {
			byNumber[s.num] = append(byNumber[s.num], s)
		}
	}
	gone := map[*statement]bool{}
	const pairs = 32 // pairs beyond that are left apart: they count as "at most" anyway
	for _, ss := range byNumber {
		if len(ss) > pairs {
			ss = ss[:pairs]
		}
		for i, s := range ss {
			for _, t := range ss[i+1:] {
				if !gone[s] && !gone[t] && s.first().cover.Overlaps(t.first().cover) && d.count([]*mention{s.first(), t.first()}) == 1 {
					gone[t] = true
					for _, m := range t.mentions {
						s.take(m)
					}
				}
			}
		}
	}
	if len(gone) > 0 {
		a.statements = slices.DeleteFunc(a.statements, func(s *statement) bool { return gone[s] })
	}
}

// oldestFirst is the order of entries in an account.
func oldestFirst(a, b *mention) int {
	return cmp.Or(compareTimes(a.Said, b.Said), compareTimes(a.Published, b.Published), cmp.Compare(a.order, b.order))
}

// nearestFirst is the order of the mentions of one statement: the first said,
// and of those the one nearest to the speaker.
func nearestFirst(a, b *mention) int {
	return cmp.Or(compareTimes(a.Said, b.Said), cmp.Compare(distance(a), distance(b)), compareTimes(a.Published, b.Published), cmp.Compare(a.order, b.order))
}

func distance(m *mention) int {
	switch {
	case m.Figure.By == nil && m.voice == m.st.voice:
		return -1 // the agency's own wire, before those who cite it
	case m.Figure.By == nil:
		return 1 << 10 // the headline, behind the sentence that names the source
	}
	return len(m.Figure.By.Via)
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
