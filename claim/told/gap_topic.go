package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// lacked tells whose number is lacking, by the words of what lacks; "ce chiffre"
// is the figure told before. Both are "" where the words do not say.
func (r *reader) lacked(x *lack, s lang.Sent) (claim.Measure, claim.Group) {
	if x.topic < 0 {
		return "", ""
	}
	if r.pointsBack(x) {
		at := int(r.a.Tokens[x.topic].Start)
		f := r.figureBefore(at, "")
		if f != nil && !r.otherNumber(f.Span.End, at) {
			return f.Measure, f.Group
		}
		if f != nil {
			return "", claim.People // "200 passagers étaient à bord": a number that is no toll
		}
	}
	t := &r.a.Tokens[x.topic]
	kind := r.thingAt(x.topic)
	switch {
	case t.Norm == "ce" && r.becameOf(x) >= 0:
		_, g := r.measureGroupIn(r.becameOf(x), min(x.end+1, s.End))
		if g == "" {
			g = claim.People
		}
		return claim.Missing, g // "on ignore ce que sont devenus les douze marins"
	case causal[t.Norm] || openWords[t.Norm] && t.Norm != "combien" && t.Norm != "si" && t.Norm != "s'" && !strings.HasPrefix(t.Norm, "quel") || t.Norm == "ce":
		return r.civilLoss(x, s)
	case strings.HasPrefix(t.Norm, "quel") && r.asksToll(x):
		kind = tollThing
	case strings.HasPrefix(t.Norm, "quel"):
		if n, ok := r.nounOf(min(x.topic+1, x.end)); !ok || n.thing || x.topic+1 <= x.end && (causal[r.a.Tokens[x.topic+1].Norm] || r.a.Tokens[x.topic+1].POS == lang.VERB || r.a.Tokens[x.topic+1].POS == lang.AUX) {
			return "", ""
		}
	}
	if kind == noThing && r.attributeAt(x.topic, s) || kind == tollThing && r.ofDamage(x) {
		return "", ""
	}
	m, g := r.measureGroupIn(x.topic, min(x.end+1, s.End))
	if kind == tollThing && m == "" {
		if g == "" {
			m, g = r.whoseCount(x, s)
		} else {
			m = r.befell(x, g, s)
		}
	}
	if t.Norm == "si" || t.Norm == "s'" {
		if what, who := r.measureGroupIn(x.topic, r.verbAfter(x.topic, x.end)); what != "" || who != "" {
			g = who // whom the question is about, not whom they were with
		} else if m == "" {
			g = "" // "si les tirs venaient de l'armée"
		}
	}
	switch {
	case (t.Norm == "sort" || t.Norm == "nouvelles" || t.Norm == "nouvelle") && (g != "" || m != ""):
		if g == "" {
			g = claim.People
		}
		if m == "" || m == claim.Kidnapped || m == claim.Victims {
			m = claim.Missing
		}
		return m, g
	case t.Norm == "sort":
		return claim.Missing, claim.People // "on ignore leur sort"
	case kind == newsThing && m == "" && g == "" && r.a.Tokens[x.first].Norm == "sans":
		return "", "" // "sans donner plus de détails" lacks no number
	case kind == newsThing && m == "" && g == "":
		m, g = r.tollOf(x, s)
	case (kind == tollThing || t.Norm == "combien") && r.ofThings(x), kind == tollThing && g == "" && m == "" && r.countOfThings(x, s):
		return "", ""
	case kind == tollThing || t.Norm == "combien":
		if m == "" && g == "" {
			m, g = r.tollOf(x, s)
		}
		if g == "" {
			g = claim.People
		}
	}
	if g == "" && m != "" {
		g = claim.People
	}
	return m, g
}

// whoseCount is the group of those whose "nombre" is spoken of with no words behind
// it: "les assaillants, en nombre inconnu", "des lycéens …, sans préciser leur nombre".
func (r *reader) whoseCount(x *lack, s lang.Sent) (claim.Measure, claim.Group) {
	if n := r.a.Tokens[x.topic].Norm; n != "nombre" && n != "effectifs" {
		return "", ""
	}
	their := r.a.WordBefore(x.topic, max(s.First, x.topic-1), 1, "leur")
	if !their && !r.a.WordBefore(x.topic, s.First, 3, "dont") && !r.a.WordBefore(x.topic, s.First, 1, "en") {
		return "", ""
	}
	for back := 0; back < 2; back++ {
		for j := min(x.first, s.End) - 1; j >= s.First; j-- {
			t := &r.a.Tokens[j]
			n, ok := r.nounOf(j)
			if ok && n.group != "" && !n.thing && t.POS == lang.NOUN && t.Morph.Has(lang.Plur) && (!their || t.Rel == lang.Nsubj) {
				if m := r.befellNoun(j, n, s); their && n.measure == "" {
					n.measure = m
				}
				return n.measure, n.group
			}
		}
		if !their || s.First == 0 {
			break
		}
		s = r.a.Sents[r.a.Tokens[s.First-1].Sent]
		x = &lack{first: s.End, topic: x.topic}
	}
	return "", ""
}

// befellNoun is what the sentence says of those that the noun n at j names, "" if nothing.
func (r *reader) befellNoun(j int32, n countNoun, s lang.Sent) claim.Measure {
	t := &r.a.Tokens[j]
	c := counted{sent: t.Sent, numStart: int(t.Start), numEnd: int(t.Start), first: r.nounStart(j, s), last: r.nounStart(j, s), head: j, npEnd: r.phraseEnd(j, s), noun: n, known: true, quantity: lang.Quantity{Qualifier: lang.Vague, Low: 2, High: 9}}
	if p, ok := r.find(&c, s.End); ok {
		return p.fits(n, true)
	}
	return ""
}

// befell is what the clause says of those whose number lacks: "ont enlevé un nombre
// inconnu d'écoliers".
func (r *reader) befell(x *lack, g claim.Group, s lang.Sent) claim.Measure {
	if x.last <= x.topic || x.first > x.topic {
		return ""
	}
	c := counted{sent: r.a.Tokens[x.topic].Sent, numStart: int(r.a.Tokens[x.first].Start), numEnd: int(r.a.Tokens[x.topic].End), first: x.first, last: x.topic, head: x.last, npEnd: x.last, noun: countNoun{group: g}, known: true, quantity: lang.Quantity{Qualifier: lang.Vague, Low: 2, High: 9}}
	if p, ok := r.find(&c, s.End); ok {
		return p.fits(c.noun, true)
	}
	return ""
}

// becameOf is the token of what is said to be unknown of somebody: "ce qu'il est
// advenu de", "ce que sont devenus"; -1 where x is no such question.
func (r *reader) becameOf(x *lack) int32 {
	for j := x.topic + 1; j <= x.end && j < x.topic+7; j++ {
		if n := r.a.Tokens[j].Norm; n == "advenu" || strings.HasPrefix(n, "devenu") {
			return j
		}
	}
	return -1
}

// asksToll reports whether x asks "quel est le nombre de disparus".
func (r *reader) asksToll(x *lack) bool {
	for j := x.topic + 1; j <= min(x.end, x.topic+5); j++ {
		if r.thingAt(j) == tollThing {
			return isBe(&r.a.Tokens[x.topic+1]) || isBe(&r.a.Tokens[x.topic+2])
		}
	}
	return false
}

// verbAfter is the first finite verb in (from, to], the token behind to if none.
func (r *reader) verbAfter(from, to int32) int32 {
	for j := from + 1; j <= to; j++ {
		if t := &r.a.Tokens[j]; (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) {
			return j
		}
	}
	return to + 1
}

// ofThings reports whether what is not counted is no people: "le nombre de
// logements détruits".
func (r *reader) ofThings(x *lack) bool {
	for j := x.topic + 1; j <= x.end; j++ {
		if r.a.Tokens[j].POS == lang.NOUN {
			n, ok := r.nounOf(j)
			return ok && n.thing || !ok && r.a.Tokens[x.topic].Norm == "combien" && !r.mayBePeople(j)
		}
	}
	return false
}

// countOfThings reports whether those whose number "dont le nombre" speaks of are things:
// no people are named before it in its clause.
func (r *reader) countOfThings(x *lack, s lang.Sent) bool {
	j := x.topic - 1
	for j > s.First && j > x.topic-3 && r.a.Tokens[j].Norm != "dont" {
		j--
	}
	if j <= s.First || r.a.Tokens[j].Norm != "dont" {
		return false
	}
	things := false
	for j--; j >= s.First; j-- {
		t := &r.a.Tokens[j]
		if t.POS != lang.NOUN {
			continue
		}
		if n, ok := r.nounOf(j); ok && !n.thing && (n.group != "" || n.measure != "") || !ok && r.mayBePeople(j) {
			return false
		}
		things = true
	}
	return things
}

// tollOf looks for whose toll it is beside the words of the lack: "aucun bilan
// n'a été publié sur les détenus morts", "De nombreux blessés, sans chiffre".
func (r *reader) tollOf(x *lack, s lang.Sent) (m claim.Measure, g claim.Group) {
	end := x.last
	for end+1 < s.End && end < x.last+12 {
		if n := r.a.Tokens[end+1].Norm; n == "," || n == ";" || n == "selon" || n == "mais" {
			break
		}
		end++
	}
	m, g = r.measureGroupIn(x.last+1, end+1)
	if m != "" || g != "" || r.a.Tokens[x.first].Norm != "sans" {
		return m, g
	}
	for _, f := range r.r.Figures { // of several tolls told it may be any
		if f.Sent != int(r.a.Tokens[s.First].Sent) || f.Span.Start > int(r.a.Tokens[x.first].Start) {
			continue
		}
		if m != "" && f.Measure != m {
			return "", ""
		}
		if m == "" {
			g = f.Group
		} else if g != f.Group {
			g = ""
		}
		m = f.Measure
	}
	if m == "" {
		m, _ = r.measureGroupIn(s.First, x.first)
	}
	if r.a.WordBefore(x.topic, s.First, 4, "en") {
		if j := r.someBefore(x.first, s); j >= 0 {
			n, _ := r.nounOf(j)
			g = n.group
			if did := r.befellNoun(j, n, s); did != "" {
				m = did
			}
		}
	}
	return m, g
}

// someBefore is the noun of those last told of before token i with no number: "Des
// policiers ont été blessés, sans en préciser le nombre"; -1 if there is none.
func (r *reader) someBefore(i int32, s lang.Sent) int32 {
	for j := i - 1; j > s.First; j-- {
		n, ok := r.nounOf(j)
		if t := &r.a.Tokens[j]; !ok || n.group == "" || n.thing || t.Morph.Has(lang.Sing) && !t.Morph.Has(lang.Plur) {
			continue
		}
		first := r.nounStart(j, s)
		if lang.IsQuoteMark(r.a.Tokens[max(first-1, s.First)].Norm) {
			return j // "de « policiers blessés »"
		}
		switch r.a.Tokens[first].Norm {
		case "des", "plusieurs", "d'", "de", "d'autres", "certains", "quelques":
			return j
		}
	}
	return -1
}

// civilLoss keeps the group where a loss is said to be civil: "les pertes
// civiles".
func (r *reader) civilLoss(x *lack, s lang.Sent) (claim.Measure, claim.Group) {
	if n := r.a.Tokens[x.topic].Norm; n != "perte" && n != "pertes" {
		return "", ""
	}
	return r.measureGroupIn(x.topic, min(x.end+1, s.End))
}

// pointsBack reports whether the words speak of a number told before: "ce
// chiffre", "ces bilans".
func (r *reader) pointsBack(x *lack) bool {
	if r.thingAt(x.topic) != tollThing || x.topic == 0 {
		return false
	}
	if n := r.a.Tokens[x.topic].Norm; n == "bilan" || n == "bilans" {
		return false // a toll as a whole, whichever of its figures was told last
	}
	of := x.topic + 1
	for of < x.end && r.a.Tokens[of].POS == lang.ADJ {
		of++ // "le nombre exact de morts"
	}
	whole := x.end < of || r.a.Tokens[of].POS != lang.ADP
	switch r.a.Tokens[x.topic-1].Norm {
	case "ce", "ces", "cette", "cet", "son", "ses":
		return whole
	}
	return x.back && whole // "n'ont pas voulu confirmer le nouveau chiffre"
}

// otherNumber reports whether a number of people that is no figure stands in
// (from, to), nearer than the last figure.
func (r *reader) otherNumber(from, to int) bool {
	for i := range r.a.Numbers {
		n := &r.a.Numbers[i]
		if n.Start < from || n.Ordinal || r.timed(n) {
			continue
		}
		if n.Start >= to {
			break
		}
		s := r.a.Sents[n.Sent]
		if h := r.headAfter(n.Last+1, s); h >= 0 {
			if k, ok := r.nounOf(h); ok && k.group != "" && !k.thing && k.measure == "" {
				return true
			}
		}
	}
	return false
}

func (r *reader) measureGroupIn(from, to int32) (m claim.Measure, g claim.Group) {
	for i := from; i < to; i++ {
		t := &r.a.Tokens[i]
		if r.byAgent(i, from) {
			continue
		}
		n, ok := r.nounOf(i)
		switch {
		case ok && n.measure != "" && (m == "" || m == claim.Participants) && t.POS != lang.VERB:
			m = n.measure
		case ok && n.group != "" && !n.thing && t.POS != lang.VERB && (g == "" || g == claim.People):
			g = n.group
			if n.group == claim.Protesters && n.measure != "" {
				m = n.measure
			}
		}
		if strings.HasPrefix(t.Norm, "civil") && len(t.Norm) < 9 && r.a.Tokens[max(0, i-1)].Norm != "protection" && r.a.Tokens[max(0, i-1)].Norm != "sécurité" {
			g = claim.Civilians
		}
		if g == "" {
			g = r.bodyNamed(i)
		}
		if m == "" {
			m = r.idiomNamed(i, to)
		}
		if v, ok := r.v.participle(t.Norm); ok && (m == "" || m == claim.Victims || m == claim.Participants) && t.POS != lang.NOUN && v.arg&thingOnly == 0 {
			m = v.measure
		}
	}
	return m, g
}

// byAgent reports whether the noun at i did what happened: "menée par l'armée".
func (r *reader) byAgent(i, from int32) bool {
	for i > from && (r.a.Tokens[i-1].POS == lang.DET || r.a.Tokens[i-1].POS == lang.ADJ) {
		i--
	}
	return i > from && r.a.Tokens[i-1].Norm == "par"
}

// figureBefore is the last figure told before byte pos, of measure m where
// given.
func (r *reader) figureBefore(pos int, m claim.Measure) *claim.Figure {
	var best *claim.Figure
	for _, f := range r.r.Figures {
		if f.Span.Start >= pos {
			break
		}
		if m != "" && f.Measure != m || f.Aside {
			continue
		}
		if best == nil || (f.PartOf == nil || best.PartOf != nil) && (!onePerson(f) || onePerson(best)) {
			best = f
		}
	}
	return best
}

// onePerson reports whether f is no toll but one person told of.
func onePerson(f *claim.Figure) bool { return f.Quantity.Low == 1 && f.Quantity.High == 1 }

// bodyNamed is the group of the body named at token i: "l'équipage".
func (r *reader) bodyNamed(i int32) claim.Group {
	for _, b := range r.v.bodies {
		if b.words == r.a.Tokens[i].Norm && !strings.Contains(b.words, " ") {
			return b.group
		}
	}
	return ""
}

// idiomNamed is what a set phrase at token i says happened: "manquent à l'appel".
func (r *reader) idiomNamed(i, to int32) claim.Measure {
	for _, d := range idiomIndex[r.surface(i)] {
		if d.measure == claim.Deployed || d.measure == claim.Participants || d.measure == claim.Destroyed {
			continue // "sur place" says little of those who may be missing
		}
		if _, ok := r.matchWords(i, to, d.words); ok {
			return d.measure
		}
	}
	return ""
}

// ofDamage reports whether what is not counted is damage: "aucune estimation des
// dégâts".
func (r *reader) ofDamage(x *lack) bool {
	for j := x.topic + 1; j <= x.end && j < x.topic+5; j++ {
		switch r.a.Tokens[j].Norm {
		case "dégâts", "dommages", "coût", "quantité", "quantités", "surface":
			return true
		}
	}
	return false
}
