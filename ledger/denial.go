package ledger

import (
	"maps"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// denials sets what one speaker says beside the denial of another.
func (d *desk) denials() {
	type told struct {
		measure claim.Measure
		num     number
	}
	yes := map[told][]*statement{}
	var noes []*statement
	for _, a := range d.accounts {
		if a.Aside {
			continue
		}
		for _, s := range a.statements {
			switch {
			case s.first().Figure.Stance == claim.Denied:
				noes = append(noes, s)
			case s.plain() && s.status != Withdrawn && len(yes[told{a.Measure, s.num}]) < paired:
				yes[told{a.Measure, s.num}] = append(yes[told{a.Measure, s.num}], s)
			}
		}
	}
	for _, no := range noes {
		no.first().mark(MarkDenied)
		for _, s := range yes[told{no.acct.Measure, no.num}] {
			if s.voice != no.voice && sameTime(s, no) && near(s, no) && sameDenied(s, no) {
				d.denied(s, no)
			}
		}
	}
	for _, n := range d.notes {
		if n.Kind != claim.Denial {
			continue
		}
		for _, s := range n.about {
			if s.status != Withdrawn && s.plain() && (n.By == nil || d.body(n.By) != s.voice) {
				d.deniedByRemark(s, n)
			}
		}
	}
	d.deniedClaims()
}

// sameDenied reports whether no may deny s: of one account, or where the denial
// does not say who was counted, by a number too great to be met twice by chance.
func sameDenied(s, no *statement) bool {
	const least = 10
	if s.acct == no.acct || s.acct.Group == no.acct.Group {
		return true
	}
	return (s.acct.Group == claim.People || no.acct.Group == claim.People) && no.num.named && no.num.value >= least
}

// denied sets a figure beside a figure that denies it.
func (d *desk) denied(s, no *statement) {
	a, b := s.first(), no.first()
	a.mark(MarkDenied)
	if s.live() {
		s.contradicted(RuleDeniedFigure, no)
	}
	if no.live() {
		no.contradicted(RuleDeniedFigure, s)
	}
	args := []string{wording(a), d.speaker(a), d.speaker(b)}
	d.conflict(KindDenial, RuleDeniedFigure, fill("%s (%s) is denied by %s", args), args, a, b)
}

// deniedByRemark sets a figure beside the words that deny it.
func (d *desk) deniedByRemark(s *statement, n *note) {
	m := s.first()
	m.mark(MarkDenied)
	if s.live() {
		s.status = Contradicted
		s.because = append(s.because, Reason{Rule: RuleDeniedFigure, Spans: remarkSpans(n)})
	}
	args := []string{wording(m), d.speaker(m), d.naming(n.By)}
	msg := "%s (%s) is denied by %s"
	if n.By == nil {
		msg, args = "%s (%s) is denied", args[:2]
	}
	d.conflict(KindDenial, RuleDeniedFigure, fill(msg, args), args, m)
	last := d.led.Conflicts[len(d.led.Conflicts)-1]
	last.Because[0].Spans = append(last.Because[0].Spans, remarkSpans(n)...)
	for _, c := range n.r.Claims {
		if c.Span.Contains(n.Span) || c.Span.Overlaps(n.Span) && c.Stance == claim.Denied {
			last.Members = append(last.Members, Member{Claim: c})
			break
		}
	}
}

// A saying is a claim with the report it stands in.
type saying struct {
	*claim.Claim
	r *claim.Report
}

// A refusal is a claim that denies something, with the stems of what it denies.
type refusal struct {
	saying
	words []string
}

// A sharer is a statement that shares stems with denials.
type sharer struct {
	saying
	words int // so many different stems it has
}

// deniedClaims finds statements without figures that another speaker denies:
// "l'armée aurait tiré sur la foule", "l'armée dément avoir tiré sur la foule".
// The denials come first: of ten thousand reports few statements share words
// with one, and the words of the others need not be kept.
func (d *desk) deniedClaims() {
	noes := d.refusals()
	byWord := map[string][]int{} // a stem of a denial: the statements that have it
	for _, no := range noes {
		for _, w := range no.words {
			byWord[w] = nil
		}
	}
	if len(noes) == 0 {
		return
	}
	yeses := d.sharers(byWord)
	for _, no := range noes {
		shared := map[int]int{}
		for _, w := range no.words {
			if len(byWord[w]) <= common {
				for _, i := range byWord[w] {
					shared[i]++
				}
			}
		}
		found := 0
		for _, i := range slices.Sorted(maps.Keys(shared)) {
			y := yeses[i]
			if n := shared[i]; n >= 3 && n*5 >= 3*min(len(no.words), y.words) && found < listed && d.body(y.By) != d.body(no.By) {
				found++
				d.deniedClaim(y.saying, no.saying)
			}
		}
	}
}

// common is how many statements may share a word: one that more share tells none
// of them.
const common = 256

// refusals lists the denials of what no figure tells.
func (d *desk) refusals() []refusal {
	var noes []refusal
	for _, r := range d.reports {
		for _, c := range r.Claims {
			if c == nil || c.By == nil || c.Stance != claim.Denied || d.hasDeniedFigure(r, c) {
				continue
			}
			if words := contentStems(r, c.Content); len(words) >= 3 {
				noes = append(noes, refusal{saying{c, r}, words})
			}
		}
	}
	return noes
}

// sharers lists the statements that have a stem of byWord, and puts them there by
// their place in the list.
func (d *desk) sharers(byWord map[string][]int) []sharer {
	var yeses []sharer
	for _, r := range d.reports {
		for _, c := range r.Claims {
			if c == nil || c.By == nil || c.Stance == claim.Denied || c.Stance == claim.NotKnown {
				continue
			}
			words := contentStems(r, c.Content)
			if len(words) < 3 {
				continue
			}
			shares := false
			for _, w := range words {
				if at, ok := byWord[w]; ok {
					shares = true
					if len(at) <= common {
						byWord[w] = append(at, len(yeses))
					}
				}
			}
			if shares {
				yeses = append(yeses, sharer{saying{c, r}, len(words)})
			}
		}
	}
	return yeses
}

func (d *desk) deniedClaim(yes, no saying) {
	args := []string{yes.r.Text[yes.Content.Start:yes.Content.End], d.naming(yes.By), d.naming(no.By)}
	rests := Reason{Rule: RuleDeniedClaim, Spans: []text.Span{yes.Span, no.Span}}
	d.led.Conflicts = append(d.led.Conflicts, &Conflict{Kind: KindDenial, Rule: RuleDeniedClaim, Args: args, Because: []Reason{rests},
		Members: []Member{{Claim: yes.Claim}, {Claim: no.Claim}}, Message: fill("\"%s\" (%s) is denied by %s", args)})
}

// hasDeniedFigure reports whether c is told by its figure already.
func (d *desk) hasDeniedFigure(r *claim.Report, c *claim.Claim) bool {
	for _, f := range r.Figures {
		if f != nil && f.Stance == claim.Denied && (f.Claim == c || c.Span.Contains(f.Span)) {
			return true
		}
	}
	return false
}

// contentStems returns the different stems of the words of s, without those that
// stand in every sentence.
func contentStems(r *claim.Report, s text.Span) []string {
	if s.Doc != r.ID || s.Start < 0 || s.End > len(r.Text) || s.Start >= s.End {
		return nil
	}
	out := stems(r.Text[s.Start:s.End])
	n := 0
	for _, w := range out {
		if w = strings.TrimRight(w, ".!?;:"); w != "" && !everywhere[w] && !slices.Contains(out[:n], w) {
			out[n] = w
			n++
		}
	}
	return out[:n]
}

// everywhere are stems that tell nothing of what is said.
var everywhere = map[string]bool{"avoir": true, "être": true, "était": true, "avaien": true, "avait": true, "étaien": true, "dans": true, "pour": true, "avec": true, "sont": true, "leurs": true, "leur": true, "cette": true, "plus": true,
	"elle": true, "elles": true, "nous": true, "vous": true, "mais": true, "tout": true, "tous": true, "aurait": true, "aurai": true, "auraie": true, "serait": true, "contre": true, "après": true, "avant": true, "that": true, "have": true, "were": true, "with": true, "from": true, "been": true, "this": true, "they": true, "their": true}
