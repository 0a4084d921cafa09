package ledger

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// A narrative conflict is one set of people under two names: "des dizaines de
// manifestants" and "des dizaines d'assaillants", both on the word of the
// police. It rests on the numbers and on who says them, so that it is found for
// names no word list knows.

// A naming is a statement with what it calls those counted.
type naming struct {
	*statement
	as    *mention // where it is called so
	group claim.Group
	label string // its words, folded and cut to their stems
}

// neutral words say nothing of the people counted.
var neutral = map[string]bool{"person": true, "gens": true, "mort": true, "morts": true, "victim": true, "blessé": true, "tués": true, "homme": true, "hommes": true, "indivi": true, "corps": true, "dead": true, "people": true,
	"habita": true, "interp": true, "arrest": true, "décès": true, "âmes": true, "vies": true, "humain": true, "cadavr": true, "arrêté": true, "dispar": true, "déplac": true, "otages": true, "otage": true}

// onename lists words for protesters that differ in nothing but style.
var onename = map[string]string{"protes": "manife", "contes": "manife", "demons": "manife", "partic": "manife"}

// stems returns the words of a label, each cut to its first six letters.
func stems(label string) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(strings.ToLower(label), betweenWords) {
		letters, end := 0, len(w)
		for i := range w {
			if letters == 6 {
				end = i
				break
			}
			letters++
		}
		if letters < 4 {
			continue
		}
		w = w[:end]
		out = append(out, cmp.Or(onename[w], w))
	}
	return out
}

func betweenWords(r rune) bool {
	return r == ' ' || r == '\'' || r == '’' || r == '-' || r == '"' || r == ',' || r == '\u00a0'
}

// name returns the naming of a mention; false where it names nobody in particular.
func name(m *mention) (naming, bool) {
	f := m.Figure
	n := naming{m.st, m, f.Group, strings.Join(stems(f.Label), " ")}
	words := stems(f.Label)
	telling := slices.ContainsFunc(words, func(w string) bool { return !neutral[w] })
	if n.group == claim.People || n.group == "" {
		// A word that no list knows may have been taken for people at large.
		n.group = claim.OtherGroup
		return n, telling
	}
	return n, n.group != claim.Equipment
}

// contested groups are those whose members are called by one name or another as
// it suits; nobody calls fallen police by another trade.
var contested = map[claim.Group]bool{claim.Civilians: true, claim.Protesters: true, claim.Assailants: true, claim.OtherGroup: true, claim.Migrants: true, claim.Foreigners: true, claim.Detainees: true, claim.Workers: true}

// accused groups may be told as assailants by those who killed them.
var accused = map[claim.Group]bool{claim.Children: true, claim.Women: true, claim.MediaGroup: true, claim.AidWorkers: true, claim.HealthWorkers: true, claim.Passengers: true, claim.Crew: true}

// twoNames reports the rule by which a and b are two names; "" if they are one
// name, or names of different trades.
func twoNames(a, b naming) string {
	if a.group != b.group {
		if contested[a.group] && contested[b.group] || a.group == claim.Assailants && accused[b.group] || b.group == claim.Assailants && accused[a.group] {
			return RuleNarrativeGroup
		}
		return ""
	}
	switch a.group {
	case claim.Assailants, claim.Protesters, claim.OtherGroup:
	default:
		return ""
	}
	if a.label == "" || b.label == "" {
		return ""
	}
	for _, w := range strings.Fields(a.label) {
		if slices.Contains(strings.Fields(b.label), w) && !neutral[w] {
			return ""
		}
	}
	return RuleNarrativeLabel
}

// A pairing names two names of people, in order, with what is told of them.
type pairing struct {
	measure claim.Measure
	a, b    string
}

func pairOf(m claim.Measure, a, b naming) pairing {
	x, y := string(a.group)+"/"+a.label, string(b.group)+"/"+b.label
	if y < x {
		x, y = y, x
	}
	return pairing{m, x, y}
}

// narratives lists every pair of names once, with all who use them.
func (d *desk) narratives() {
	type bucket struct {
		measure  claim.Measure
		severity claim.Severity
		key      string
		num      number
	}
	buckets := map[bucket][]naming{}
	var order []bucket
	put := func(b bucket, n naming) {
		if buckets[b] == nil {
			order = append(order, b)
		}
		if len(buckets[b]) < paired {
			buckets[b] = append(buckets[b], n)
		}
	}
	for _, a := range d.accounts {
		if a.Aside {
			continue
		}
		for _, s := range a.statements {
			if !s.plain() || s.status == Withdrawn {
				continue
			}
			for _, n := range s.namings() {
				put(bucket{a.Measure, a.Severity, "", s.num}, n)
				put(bucket{a.Measure, a.Severity, "by " + s.voice, number{}}, n)
			}
		}
	}
	apart := d.apart()
	found := map[pairing][]naming{}
	rules := map[pairing]string{}
	var pairs []pairing
	for _, b := range order {
		for i, x := range buckets[b] {
			for _, y := range buckets[b][i+1:] {
				rule := d.oneSet(x, y, apart)
				if rule == "" {
					continue
				}
				p := pairOf(b.measure, x, y)
				if found[p] == nil {
					pairs = append(pairs, p)
				}
				rules[p] = rule
				for _, n := range []naming{x, y} {
					if !slices.ContainsFunc(found[p], func(o naming) bool { return o.as == n.as }) {
						found[p] = append(found[p], n)
					}
				}
			}
		}
	}
	for _, p := range pairs {
		d.narrative(rules[p], found[p])
	}
}

// namings returns the names that s gives those counted, each where it is first
// given: one speaker may be quoted as saying "manifestants" here, "émeutiers" there.
func (s *statement) namings() []naming {
	var out []naming
	for _, m := range s.mentions {
		n, ok := name(m)
		if ok && len(out) < listed && !slices.ContainsFunc(out, func(o naming) bool { return o.label == n.label && o.group == n.group }) {
			out = append(out, n)
		}
	}
	return out
}

// oneSet returns the rule by which x and y are one set of people under two
// names; "" if they are not.
func (d *desk) oneSet(x, y naming, apart map[string]bool) string {
	rule := twoNames(x, y)
	if rule == "" || x.as == y.as || !sameTime(x.statement, y.statement) || !near(x.statement, y.statement) || !scopesMeet(x.acct.Scope, y.acct.Scope) {
		return ""
	}
	p := pairOf(x.acct.Measure, x, y)
	if apart[p.a+"|"+p.b+"|"+x.voice] || apart[p.a+"|"+p.b+"|"+y.voice] {
		return ""
	}
	if x.num != y.num && !meets(x.as.Figure.Quantity, y.as.Figure.Quantity) {
		return ""
	}
	if x.num.named && y.num.named && x.num.value == 1 {
		return "" // "un ouvrier" and "un Roumain": every single person is one
	}
	a, b := x.as, y.as
	if x.voice == y.voice {
		if x.num != y.num && !x.said().Overlaps(y.said()) {
			return ""
		}
		return rule
	}
	if x.num == y.num && a.Covers.Known() && b.Covers.Known() && a.Figure.Place != nil && b.Figure.Place != nil && placesMeet(a.Figure.Place, b.Figure.Place) {
		return rule
	}
	// Where neither says what time or place is covered, one exact number of one
	// group, told at one time, is one set as well: "neuf manifestants", "neuf
	// frondeurs". Small numbers meet by chance.
	const least = 5
	if rule == RuleNarrativeLabel && x.num == y.num && x.num.named && x.num.value >= least && !a.Covers.Known() && !b.Covers.Known() && x.said().Overlaps(y.said()) {
		return rule
	}
	return ""
}

// meets reports whether a vague or rough number and another may be one. Two
// different exact numbers, or "au moins 5" and 12, are no evidence.
func meets(p, q lang.Quantity) bool {
	loose := func(q lang.Quantity) bool { return q.Qualifier == lang.Vague || q.Qualifier == lang.Approx }
	return (loose(p) || loose(q)) && !tight(p).disjoint(tight(q))
}

func scopesMeet(a, b claim.Scope) bool { return a == b || a == "" || b == "" }

// apart lists the names that one sentence counts side by side: "douze
// manifestants et trois assaillants" are two sets to whoever says so.
func (d *desk) apart() map[string]bool {
	apart := map[string]bool{}
	for _, r := range d.reports {
		for i, f := range r.Figures {
			if f == nil || d.of[f] == nil {
				continue
			}
			for _, g := range r.Figures[i+1 : min(len(r.Figures), i+listed)] {
				if g == nil || d.of[g] == nil || g.Sent != f.Sent || g.Measure != f.Measure {
					continue
				}
				x, ok := name(d.of[f])
				y, ok2 := name(d.of[g])
				if ok && ok2 {
					p := pairOf(f.Measure, x, y)
					apart[p.a+"|"+p.b+"|"+x.voice] = true
					apart[p.a+"|"+p.b+"|"+y.voice] = true
				}
			}
		}
	}
	return apart
}

// narrative lists one pair of names.
func (d *desk) narrative(rule string, ns []naming) {
	slices.SortStableFunc(ns, func(a, b naming) int { return oldestFirst(a.as, b.as) })
	ns = ns[:min(len(ns), listed)]
	ms := make([]*mention, len(ns))
	var args, list []string
	for i, n := range ns {
		ms[i] = n.as
		called := cmp.Or(ms[i].Figure.Label, string(ms[i].Figure.Group))
		args = append(args, called, d.speaker(ms[i]))
		list = append(list, "\""+called+"\" ("+d.speaker(ms[i])+")")
	}
	d.conflict(KindNarrative, rule, "one set of people under two names: "+strings.Join(list, ", "), args, ms...)
}
