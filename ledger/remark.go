package ledger

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/text"
)

// A note is a remark with the statements it is about.
type note struct {
	*claim.Remark
	r     *claim.Report
	at    edtf.Time // when it was published
	about []*statement
	to    *statement // what takes their place, for a revision
}

// remark finds out which statements the remarks of all reports speak of.
func (d *desk) remark() {
	for _, r := range d.reports {
		for _, m := range r.Remarks {
			if m == nil {
				continue
			}
			n := &note{Remark: m, r: r, at: d.published(r)}
			if to := d.of[m.To]; m.To != nil && to != nil {
				n.to = to.st
			}
			n.about = d.spokenOf(n)
			if m.Kind == claim.NoConfirm {
				d.unconfirmed(n)
				continue
			}
			d.notes = append(d.notes, n)
		}
	}
}

// spokenOf returns the statements n is about: that of the figure it points at,
// or those with its number, in its own report first and else in the account of
// what takes its place.
func (d *desk) spokenOf(n *note) []*statement {
	if m := d.of[n.Of]; n.Of != nil && m != nil {
		return []*statement{m.st}
	}
	if n.Quantity == nil {
		return nil
	}
	num := numberOf(*n.Quantity)
	var found []*statement
	add := func(s *statement) {
		if s != nil && s != n.to && !slices.Contains(found, s) {
			found = append(found, s)
		}
	}
	for _, f := range n.r.Figures {
		if m := d.of[f]; f != nil && m != nil && m.num == num && m.st.acct != nil && (n.to == nil || m.acct == n.to.acct) {
			add(m.st)
		}
	}
	if n.to != nil {
		for _, s := range n.to.acct.statements {
			if s.num == num {
				add(s)
			}
		}
		return found
	}
	if len(found) > 0 {
		return found
	}
	// "le ministère dément le chiffre de 164 morts": told elsewhere. A small
	// number says too little of which figure is meant.
	const least = 10
	if num.named && num.value < least {
		return nil
	}
	for _, a := range d.accounts {
		for _, s := range a.statements {
			if s.num == num && !a.Aside && (n.By == nil || n.Kind != claim.Withdrawal || d.body(n.By) == s.voice) {
				add(s)
			}
		}
	}
	return found
}

// unconfirmed marks what somebody did not confirm.
func (d *desk) unconfirmed(n *note) {
	for _, s := range n.about {
		for _, m := range s.mentions {
			m.mark(MarkUnconfirmed)
		}
		m := s.first()
		args := []string{wording(m), d.speaker(m), d.naming(n.By)}
		msg := "%s (%s) is not confirmed by %s"
		if n.By == nil {
			msg, args = "%s (%s) is not confirmed", args[:2]
		}
		d.warn(RuleNotConfirmed, msg, n.Span, args...)
	}
}

// withdraw settles what its own original speaker took back, denied, deleted or
// called an error.
func (d *desk) withdraw() {
	for _, n := range d.notes {
		if n.Kind != claim.Withdrawal && n.Kind != claim.Denial {
			continue
		}
		for _, s := range n.about {
			if d.ownWord(n, s) && s.status != Withdrawn {
				d.takeBack(s, n)
			}
		}
	}
	d.deniedByOneself()
	for _, a := range d.accounts {
		if !a.Aside {
			d.toldOn(a)
		}
	}
}

// ownWord reports whether n takes s back on the word of whoever said it. A
// withdrawal without a speaker is one: "le message original a été supprimé".
// So is one by somebody the figure was said to come from: the ministry that a
// government channel cited.
func (d *desk) ownWord(n *note, s *statement) bool {
	if n.By == nil {
		return n.Kind == claim.Withdrawal
	}
	by := d.body(n.By)
	if by == s.voice {
		return true
	}
	if n.Kind == claim.Withdrawal && s.first().own && s.first().Report == n.r {
		return true // "Les autorités ont retiré le bilan de 58 morts": nobody takes back another's
	}
	for _, m := range s.mentions {
		if m.Figure.By == nil {
			continue
		}
		for i := range m.Figure.By.Via {
			if d.body(&m.Figure.By.Via[i]) == by && n.Kind == claim.Withdrawal {
				return true
			}
		}
	}
	return false
}

// takeBack withdraws s from n on: mentions that a later confirmation by the same
// speaker covers are split off, for the number was said anew.
func (d *desk) takeBack(s *statement, n *note) {
	if again := d.confirmed(s, n); again.Known() {
		var anew []*mention
		for _, m := range s.mentions {
			if !m.Said.Before(again) {
				anew = append(anew, m)
			}
		}
		if len(anew) == len(s.mentions) {
			return
		}
		if len(anew) > 0 {
			s.mentions = slices.DeleteFunc(s.mentions, func(m *mention) bool { return slices.Contains(anew, m) })
			t := &statement{acct: s.acct, voice: s.voice, num: s.num, b: s.b, mentions: anew}
			for _, m := range anew {
				m.st = t
			}
			s.acct.statements = append(s.acct.statements, t)
			slices.SortStableFunc(s.acct.statements, func(s, t *statement) int { return oldestFirst(s.first(), t.first()) })
		}
	}
	s.status = Withdrawn
	s.because = append(s.because, Reason{Rule: RuleTakenBack, Figures: figuresOf(n.Of), Spans: remarkSpans(n)})
	d.circulating(s, n.at)
}

// confirmed returns when the speaker of s confirmed it after n took it back.
func (d *desk) confirmed(s *statement, n *note) edtf.Time {
	for _, c := range d.notes {
		if c.Kind == claim.Confirmation && c.By != nil && d.body(c.By) == s.voice && n.at.Before(c.at) && slices.Contains(c.about, s) {
			return c.at
		}
	}
	return edtf.Time{}
}

// circulating marks the mentions of s that were printed after it was withdrawn,
// but for those in a report that tells so.
func (d *desk) circulating(s *statement, since edtf.Time) {
	for _, m := range s.mentions {
		if since.Known() && since.Before(m.Published) && !d.tellsOf(m) {
			m.mark(MarkCirculating)
		}
	}
}

// tellsOf reports whether the report of m itself says that m is withdrawn.
func (d *desk) tellsOf(m *mention) bool {
	for _, n := range d.notes {
		if n.r == m.Report && n.Kind == claim.Withdrawal && slices.Contains(n.about, m.st) {
			return true
		}
	}
	return false
}

// deniedByOneself withdraws a figure that its own speaker denies by a figure:
// "le ministère dément avoir compté 164 morts".
func (d *desk) deniedByOneself() {
	for _, a := range d.accounts {
		for _, no := range a.statements {
			if no.first().Figure.Stance != claim.Denied {
				continue
			}
			for _, s := range a.statements {
				if s.plain() && s.num == no.num && s.voice == no.voice && s.live() && !no.said().Before(s.said()) {
					s.status = Withdrawn
					s.because = append(s.because, because(RuleTakenBack, []*mention{no.first()}))
					d.circulating(s, no.first().Published)
				}
			}
		}
	}
}

// toldOn withdraws a withdrawn number that is told on by nobody who could know
// it of himself: "le dernier bilan officiel était de 164 morts". Small numbers
// may well be another count.
func (d *desk) toldOn(a *account) {
	const least = 10
	for _, s := range a.statements {
		if s.status != Withdrawn || !s.num.named || s.num.value < least {
			continue
		}
		official := d.takenBackOfficially(s)
		for _, t := range d.alike(s) {
			if !t.live() || t.num != s.num || !t.plain() || !d.relays(t) || t.said().Before(s.said()) && !official {
				continue
			}
			t.status = Withdrawn
			spans := []text.Span{}
			for _, b := range s.because {
				spans = append(spans, b.Spans...)
			}
			rule := RuleToldOn
			if official && d.beforeTakenBack(t, s) {
				rule = RuleTakenBack // it was theirs when it was printed
			}
			t.because = append(t.because, because(rule, []*mention{s.first()}, spans...))
			for _, n := range d.notes {
				if n.Kind == claim.Withdrawal && slices.Contains(n.about, s) {
					d.circulating(t, n.at)
				}
			}
		}
	}
}

// beforeTakenBack reports whether t was said before anybody took s back.
func (d *desk) beforeTakenBack(t, s *statement) bool {
	for _, n := range d.notes {
		if n.Kind == claim.Withdrawal && slices.Contains(n.about, s) {
			return t.said().Before(n.at)
		}
	}
	return false
}

// alike returns the statements of s's account and of those that differ from it
// in place alone: a number keeps its value on the way from the ministry to the
// outlet, and not always the place beside it.
func (d *desk) alike(s *statement) []*statement {
	var out []*statement
	for _, a := range d.kin[s.acct.kin()] {
		if a.Scope == s.acct.Scope {
			out = append(out, a.statements...)
		}
	}
	return out
}

// takenBackOfficially reports whether it was the authorities who took s back:
// then it was theirs, whoever told it before.
func (d *desk) takenBackOfficially(s *statement) bool {
	for _, n := range d.notes {
		if n.Kind != claim.Withdrawal || !slices.Contains(n.about, s) {
			continue
		}
		if n.By == nil {
			return true
		}
		switch n.By.Role {
		case claim.Officials, claim.Government, claim.Ministry, claim.HeadOfState:
			return true
		}
	}
	return false
}

// relays reports whether whoever says s tells what others count: an outlet in
// its own voice, "le bilan officiel", the media.
func (d *desk) relays(s *statement) bool {
	by := s.first().Figure.By
	if by == nil {
		return true
	}
	switch by.Role {
	case claim.Officials, claim.Government, claim.Media, claim.StateMedia, claim.Agency:
		return true
	}
	return false
}

// revise settles what an explicit revision takes the place of.
func (d *desk) revise() {
	for _, n := range d.notes {
		if n.Kind == claim.RevisionMade || n.Kind == claim.PreviousTold {
			d.revision(n)
		}
	}
	for _, r := range d.reports {
		for _, f := range r.Figures {
			if m := d.of[f]; f != nil && m != nil && f.Previous && !m.acct.Aside {
				d.previous(m)
			}
		}
	}
}

func (d *desk) revision(n *note) {
	about := n.about
	if n.Kind == claim.RevisionMade && n.to != nil && len(about) == 0 {
		// "porté à 18": what it was before is not said. It was the same
		// speaker's other figure, or one of the same day that is lower.
		for _, s := range n.to.acct.statements {
			// What is raised to a number was not above it, unless it was before.
			own := s.voice == n.to.voice && differs(s, n.to) && (s.b.lo <= n.to.b.lo || n.lowers() || s.said().Before(n.to.said()))
			if own || s.partial() == "" && s.b.hi < n.to.b.lo && s.said().Overlaps(n.to.said()) {
				about = append(about, s)
			}
		}
	}
	rule := RuleRevised
	if n.Kind == claim.PreviousTold {
		rule = RulePrevious
	}
	for _, s := range about {
		if s == n.to || !s.live() || n.to != nil && (s.acct != n.to.acct || n.to.said().Before(s.said()) || !sameTime(s, n.to)) {
			continue
		}
		next := n.to
		if next == nil && n.Kind == claim.RevisionMade {
			if next = d.current(n.r, s); next == nil {
				continue // revised to what, nobody says
			}
		}
		s.status = Superseded
		var to []*mention
		if next != nil {
			to = append(to, next.first())
			d.followed(s, next)
		}
		s.because = append(s.because, because(rule, to, n.Span))
		if next != nil && (rule == RuleRevised || next.b.hi < s.b.lo) { // a toll that fell was corrected
			d.revisedElsewhere(s, next, n)
		}
	}
}

// revisedElsewhere settles the number of s where others tell it on without
// counting themselves: what the coastguard corrects was the coastguard's.
func (d *desk) revisedElsewhere(s, next *statement, n *note) {
	const least = 10 // a small number may well be another count
	if !s.num.named || s.num.value < least {
		return
	}
	for _, t := range d.alike(s) {
		if t == s || t == next || !t.live() || !t.plain() || t.num != s.num || !d.relays(t) || n.at.Before(t.said()) || !sameTime(t, next) {
			continue
		}
		t.status = Superseded
		t.because = append(t.because, because(RuleRevised, []*mention{next.first()}, n.Span))
		d.followed(t, next)
	}
}

// current returns what report r holds in place of s, whose number it says was
// revised: the figure nearest to it that counts the same, of whatever place.
func (d *desk) current(r *claim.Report, s *statement) *statement {
	at := -1
	for _, m := range s.mentions {
		if m.Report == r {
			at = m.Figure.Span.Start
		}
	}
	if at < 0 {
		return nil
	}
	var best *mention
	for _, f := range r.Figures {
		m := d.of[f]
		if f == nil || m == nil || f.Previous || f.PartOf != nil || m.acct.kin() != s.acct.kin() || m.num == s.num || !m.st.plain() {
			continue
		}
		if best == nil || abs(f.Span.Start-at) < abs(best.Figure.Span.Start-at) {
			best = m
		}
	}
	if best == nil {
		return nil
	}
	return best.st
}

// lowers reports whether the words of a revision say that the toll went down: "revu
// à la baisse", "ramené à 88".
func (n *note) lowers() bool {
	if n.Span.Doc != n.r.ID || n.Span.Start < 0 || n.Span.End > len(n.r.Text) {
		return false
	}
	words := strings.ToLower(n.r.Text[n.Span.Start:max(n.Span.Start, n.Span.End)])
	return strings.Contains(words, "baisse") || strings.Contains(words, "ramen")
}

// followed marks s, which t takes the place of.
func (d *desk) followed(s, t *statement) {
	switch {
	case t.voice != s.voice:
		s.first().mark(MarkByAnother)
	case t.b.hi < s.b.lo && accumulates(s.acct.Measure):
		d.falls(s, t)
	}
}

// previous settles what a report calls a previous toll, and whoever gave that
// number before.
func (d *desk) previous(p *mention) {
	var next *mention
	for _, f := range p.Report.Figures {
		m := d.of[f]
		if f == nil || m == nil || f.Previous || m.acct != p.acct || m.num == p.num || !m.st.plain() {
			continue
		}
		if next == nil || abs(f.Span.Start-p.Figure.Span.Start) < abs(next.Figure.Span.Start-p.Figure.Span.Start) {
			next = m
		}
	}
	for _, s := range p.acct.statements {
		if s.num != p.num || !s.live() || s != p.st && (!nobody(p.Figure.By) || p.Said.Before(s.said())) {
			continue
		}
		s.status = Superseded
		var to []*mention
		if next != nil {
			to = append(to, next)
			d.followed(s, next.st)
		}
		s.because = append(s.because, because(RulePrevious, to, p.Figure.Span))
	}
}

// nobody reports whether by names no speaker, or only "un précédent bilan".
func nobody(by *claim.Attribution) bool {
	return by == nil || by.Name == "" && strings.HasSuffix(strings.ToLower(strings.TrimSpace(by.Speaker)), "bilan")
}

func remarkSpans(n *note) []text.Span {
	spans := []text.Span{n.Span}
	if n.By != nil && !n.By.Span.IsZero() && !n.Span.Contains(n.By.Span) {
		spans = append(spans, n.By.Span)
	}
	return spans
}

func figuresOf(f *claim.Figure) []*claim.Figure {
	if f == nil {
		return nil
	}
	return []*claim.Figure{f}
}

func abs(n int) int { return max(n, -n) }
