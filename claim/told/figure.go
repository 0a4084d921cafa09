package told

import (
	"strconv"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// findFigures fills r.Figures, sentence by sentence.
func (r *reader) findFigures() {
	numbers := r.a.Numbers
	for si := range r.a.Sents {
		n := 0
		for n < len(numbers) && int(numbers[n].Sent) == si {
			n++
		}
		own := numbers[:n]
		numbers = numbers[n:]
		if !r.prose(si) {
			continue
		}
		if cs := r.counteds(int32(si), own); len(cs) > 0 {
			r.sentence(cs)
		}
	}
	r.number()
}

// prose reports whether sentence si is the reporter's and not page furniture.
func (r *reader) prose(si int) bool {
	d := r.r.Document
	if si >= len(d.Sentences) {
		return false
	}
	p := d.Sentences[si].Part
	if p < 0 || p >= len(d.Parts) {
		return true
	}
	switch d.Parts[p].Kind {
	case text.Header, text.Furniture, text.Credit:
		return false
	}
	return true
}

// A finding is a counted thing on its way to becoming a figure.
type finding struct {
	counted
	p       predicate
	has     bool
	measure claim.Measure
	part    bool           // "dont", "parmi lesquels"
	taken   bool           // out of a base: "sur les onze personnes décédées, huit"
	other   bool           // "onze autres": more of the same
	shared  bool           // its predicate is its neighbour's
	joined  bool           // it stands in a row with its neighbour, under one verb
	figure  *claim.Figure  // once it is one
	whole   *claim.Figure  // for a part, the figure it is counted in
	because []claim.Reason // so far
}

// sentence turns the counted things of one sentence into figures.
func (r *reader) sentence(cs []counted) {
	fs := make([]finding, len(cs))
	s := r.a.Sents[cs[0].sent]
	for k := range cs {
		f := &fs[k]
		f.counted = cs[k]
		limit := s.End
		if k+1 < len(cs) {
			limit = r.reach(cs, k, s)
		}
		f.p, f.has = r.find(&f.counted, limit)
		f.part = r.partCue(&f.counted, s)
		f.other = r.otherCue(&f.counted)
		f.measure = r.ownMeasure(f)
	}
	for k := range fs {
		if k > 0 && !fs[k].part && fs[k].measure == "" && r.listed(fs, k) {
			fs[k].part = true // "trente noyés sur la côte : vingt à l'est, dix à l'ouest"
		}
		if k > 0 && !fs[k].part && (r.takenFrom(&fs[k-1], s) || fs[k-1].taken && r.nextTaken(&fs[k], s)) {
			fs[k].part, fs[k].taken = true, true // "Sur les 88 blessés, dix-neuf sont dans un état grave"
		}
		if k > 0 && fs[k-1].part && !fs[k].part && r.kindOf(&fs[k], s) >= 0 && r.kindOf(&fs[k-1], s) >= 0 {
			fs[k].part = true // "quarante sont des hommes, quinze sont des femmes"
		}
		if k > 0 && fs[k-1].part && !fs[k].part && !(fs[k].has && fs[k].p.left && fs[k].p.verb > fs[k-1].npEnd) && (r.linked(&fs[k-1].counted, &fs[k].counted) || fs[k].head < 0 && r.standsAlone(&fs[k].counted, s)) && (!fs[k].ownPredicate() || fs[k].noun.measure == "" && !fs[k].ownClause() && r.linked(&fs[k-1].counted, &fs[k].counted)) {
			fs[k].part = true // "dont vingt dans la vallée, six au chef-lieu"
		}
	}
	for k := range fs {
		r.brokenDown(fs, k)
	}
	for k := 1; k < len(fs); k++ {
		if r.linked(&fs[k-1].counted, &fs[k].counted) {
			fs[k-1].joined, fs[k].joined = true, true
		}
	}
	r.share(fs, s)
	for k := range fs {
		r.settle(fs, k, s)
	}
	r.elsewhere(fs, s)
}

// reach is how far the predicate of cs[k] may stand: up to the next counted
// thing that is not set off by a comma or parenthesis.
func (r *reader) reach(cs []counted, k int, s lang.Sent) int32 {
	for n := k + 1; n < len(cs); n++ {
		if cs[n].single || r.partCue(&cs[n], s) || r.inParens(cs[n].first, s) || r.inDashes(cs[k].npEnd, cs[n].last, s) {
			continue // "Les vingt choristes qui voyageaient dans un car ont péri"
		}
		if n > k+1 && r.partCue(&cs[n-1], s) && r.linked(&cs[n-1], &cs[n]) {
			continue
		}
		return cs[n].first
	}
	return s.End
}

// inDashes reports whether the token at j stands in an aside between dashes that opens
// right behind the one at i: "36 personnes - 33 hommes et trois femmes - ont été".
func (r *reader) inDashes(i, j int32, s lang.Sent) bool {
	if i+1 >= s.End || i+1 >= j {
		return false
	}
	mark := r.a.Tokens[i+1].Norm
	if mark != "-" && mark != "–" && mark != "—" {
		return false
	}
	for k := i + 2; k+1 < s.End && k < i+18; k++ {
		if r.a.Tokens[k].Norm == mark {
			return k > j
		}
	}
	return false
}

func (r *reader) inParens(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-12; j-- {
		switch r.a.Tokens[j].Norm {
		case "(":
			return true
		case ")":
			return false
		}
	}
	return false
}

// ownPredicate reports whether the finding says by itself what happened.
func (f *finding) ownPredicate() bool { return f.noun.measure != "" || f.has && !f.p.left }

// ownClause reports whether those counted are the subject of a verb of their own:
// "dont 203 à Paris, et 339 personnes ont été placées en garde à vue".
func (f *finding) ownClause() bool {
	return f.head >= 0 && !f.single && f.has && !f.p.left && f.p.finite >= 0 && !f.p.relative
}

// bodiesNear reports whether it is bodies that are carried away, to a morgue or not.
func (r *reader) bodiesNear(f *finding) bool {
	s := r.a.Sents[f.sent]
	for i := max(s.First, f.first-12); i < min(s.End, f.p.to+9); i++ {
		switch r.a.Tokens[i].Norm {
		case "corps", "dépouilles", "cadavres", "morgue", "médico-légal":
			return true
		}
	}
	return false
}

// byAssailants reports whether "par" behind the predicate names those who hold
// hostages.
func (r *reader) byAssailants(f *finding) bool {
	i := f.p.to + 1
	if int(i)+3 >= len(r.a.Tokens) || r.a.Tokens[i].Norm != "par" {
		return false
	}
	for j := i + 1; j < i+4 && int(j) < len(r.a.Tokens); j++ {
		if n, ok := r.nounOf(j); ok && n.group == claim.Assailants || strings.HasPrefix(r.a.Tokens[j].Norm, "armé") && r.a.Tokens[j].Norm != "armée" {
			return true
		}
	}
	return false
}

// deployed is what a verb of sending says of those counted: forces, gear and
// helpers are deployed; a crowd that is mobilised or massed takes part.
func (r *reader) deployed(f *finding) claim.Measure {
	if f.noun.thing {
		return claim.Deployed
	}
	if f.head < 0 || !f.known && notPeople[r.a.Tokens[f.head].Norm] {
		return ""
	}
	switch f.noun.group {
	case claim.SecurityForces, claim.Soldiers, claim.Rescuers, claim.HealthWorkers, claim.AidWorkers, claim.Equipment, claim.Assailants:
		return claim.Deployed
	}
	verb := &r.a.Tokens[f.p.verb]
	if verb.Norm == "présence" && r.protest && plainPeople[r.a.Tokens[f.head].Norm] && f.quantity.Low >= 50 {
		return claim.Participants // "évoque la présence de 5.000 personnes"
	}
	if strings.HasPrefix(verb.Norm, "mobilis") {
		return r.mobilised(f)
	}
	if strings.HasPrefix(verb.Norm, "mass") && r.amongOnlookers(f) {
		return "" // "des centaines de proches massés sur les lieux" wait and ask for nothing
	}
	if strings.HasPrefix(verb.Norm, "mass") {
		return claim.Participants
	}
	if r.a.Tokens[f.head].Norm == "hommes" || f.noun.worker || !f.known {
		return claim.Deployed
	}
	return ""
}

// onlookers stand together without a cause of their own.
var onlookers = lang.WordSet("proche famille parent curieux badaud riverain voyageur voyageuse passager journaliste migrant réfugié déplacé rescapé touriste client")

// amongOnlookers reports whether a noun of those counted is one of onlookers, whatever
// is taken for its head: "proches éplorés".
func (r *reader) amongOnlookers(f *finding) bool {
	for i := f.last + 1; i <= f.npEnd; i++ {
		if onlookers[strings.TrimSuffix(r.a.Tokens[i].Norm, "s")] {
			return true
		}
	}
	return false
}

// inRescue reports whether what is taken part in, behind token i, is a search or
// rescue: "460 personnes participent aux travaux de sauvetage".
func (r *reader) inRescue(i int32) bool {
	for j := i + 1; j < int32(len(r.a.Tokens)) && j < i+7; j++ {
		t := &r.a.Tokens[j]
		if t.POS == lang.PUNCT {
			return false
		}
		switch t.Lemma {
		case "sauvetage", "secours", "recherche", "battue", "évacuation":
			return true
		}
	}
	return false
}

// searchBefore reports whether it is a search or rescue that the verb at i says
// mobilises people, and not a cause.
func (r *reader) searchBefore(i int32) bool {
	for j := i - 1; j >= 0 && j > i-9 && r.a.Tokens[j].Sent == r.a.Tokens[i].Sent; j-- {
		switch r.a.Tokens[j].Lemma {
		case "recherche", "secours", "opération", "intervention", "sauvetage", "dispositif", "battue", "incendie", "sinistre", "feu":
			return true
		}
	}
	return false
}

// noFigure reports whether the k-th finding, whatever is said of it, counts nobody
// for itself: a share, a base, a difference, one told by name, what is only feared.
func (r *reader) noFigure(fs []finding, k int, s lang.Sent) bool {
	f := &fs[k]
	if (f.noun.measure == "" || f.head >= 0 && r.a.Tokens[f.head].Norm == "corps") && !f.p.left && !(f.saidAlone() && !r.a.Tokens[f.p.verb].Morph.Has(lang.Fin)) && r.shareOf(f, s) || r.outOf(f, s) || f.head < 0 && (r.multiplied(f, s) || r.aboard(f, s) || r.difference(f, s)) || r.someOfThose(f) {
		return true
	}
	if (f.noun.measure == "" || f.noun.measure == claim.Participants) && (r.baseOnly(f, fs, k, s) || !f.p.left && r.agent(f, s)) {
		return true
	}
	if f.head < 0 && r.headcount(f, s) {
		return true
	}
	if f.other && f.head < 0 && k > 0 && fs[k-1].head >= 0 && !fs[k-1].known && fs[k-1].figure == nil {
		return true // "Deux tableaux ont été sauvés, deux autres ont disparu"
	}
	if f.measure == "" || f.single && !r.singleHolds(f) || r.unreal(f, s) && !r.stillHeld(f, s) {
		return true
	}
	return false
}

// settle makes the k-th finding a figure, where it is one.
func (r *reader) settle(fs []finding, k int, s lang.Sent) {
	f := &fs[k]
	r.settleMeasure(fs, k, s)
	if r.noFigure(fs, k, s) {
		return
	}
	denied := r.negated(f, s)
	if denied && (f.quantity.Qualifier == lang.Vague || !deniable(f.measure) || r.notYet(f, s) || claim.Innermost(r.r.Claims, r.span(f.numStart, f.numEnd)) == nil) {
		return
	}
	fig := &claim.Figure{
		Number:   r.span(f.numStart, f.numEnd),
		Sent:     int(f.sent),
		Quantity: f.quantity,
		Measure:  f.measure,
		Stance:   claim.Asserted,
		Covers:   -1, SaidAt: -1,
		PartOf: f.whole,
	}
	fig.Span = r.figureSpan(f, s)
	fig.Because = append(fig.Because, claim.Reason{Rule: f.rule, Span: fig.Number})
	if f.has {
		from, to := r.a.Surface(min(f.p.from, f.p.to), max(f.p.from, f.p.to))
		fig.Because = append(fig.Because, claim.Reason{Rule: f.p.rule, Span: r.span(from, to)})
	}
	fig.Because = append(fig.Because, f.because...)
	r.who(fs, k, fig, s)
	if fig.Measure == claim.Arrested && fig.Group == claim.Soldiers && f.has && strings.HasPrefix(r.a.Tokens[f.p.verb].Norm, "captur") {
		fig.Measure = claim.Kidnapped // soldiers taken by the other side
	}
	r.circumstances(f, fig, s)
	r.word(fs, k, fig, s)
	r.menLost(f, fig)
	switch {
	case fig.PartOf != nil || f.part:
	case f.has && f.p.manner && !f.shared && fig.Measure == claim.Killed:
		r.amongTold(fig, true)
	case r.ofThose(&f.counted), f.has && f.p.rule == "predicate-idiom" && f.noun.measure == "" && r.amongSaid(f):
		r.amongTold(fig, false)
	}
	if denied {
		fig.Stance = claim.Denied // "Nous n'avons pas tué ces huit bergers"
	}
	f.figure = fig
	r.r.Figures = append(r.r.Figures, fig)
}

// settleMeasure finds what the k-th finding is counted as where its own words leave it
// open.
func (r *reader) settleMeasure(fs []finding, k int, s lang.Sent) {
	f := &fs[k]
	if f.head < 0 && f.measure == "" {
		if f.measure = r.outcomeReaches(f, s); f.measure == "" && !f.part && k > 0 && r.numberBetween(fs[k-1].npEnd, f.first) {
			r.numberOf(f, s)
		}
	}
	if k > 0 && f.measure == "" && r.kindGoesOn(fs, k, s) {
		f.measure = fs[k-1].measure
	}
	if k > 0 && f.measure == "" && r.setAgainst(fs, k, s) {
		f.measure, f.noun, f.known = fs[k-1].measure, fs[k-1].noun, true
	}
	if f.part || r.elliptical(f) {
		r.inherit(fs, k, s)
	}
	if f.measure == claim.Victims && f.noun.measure == "" && f.has && f.p.rule == "predicate-idiom" {
		f.measure = r.amongVictims(f.measure, f) // "une Portugaise et un Belge figurent parmi les victimes"
	}
	if f.measure == "" && (f.head < 0 || r.reaches(f, s)) {
		r.numberOf(f, s)
	}
	if f.measure == "" {
		f.measure = r.marchers(f, s)
	}
	if f.measure == "" && (r.turnout(f, s) || r.theyCame(f, s)) {
		f.measure = claim.Participants
	}
	if f.measure == "" {
		f.measure = r.otherCount(f, s)
	}
	if f.measure == "" {
		f.measure = r.thisNumber(f, s)
	}
}

// marchers reads a bare number of demonstrators as a turn-out: "155.000
// manifestants selon la police".
func (r *reader) marchers(f *finding, s lang.Sent) claim.Measure {
	if f.head < 0 || f.single || f.has || f.noun.group != claim.Protesters || max(f.quantity.Low, f.quantity.Value) < 30 && f.quantity.Qualifier != lang.Range {
		return ""
	}
	switch n := r.a.Tokens[f.head].Norm; n {
	case "manifestants", "manifestantes", "protestataires", "contestataires":
		return claim.Participants
	}
	return ""
}

// figureSpan covers the numeral, what is counted and, where it is near, the
// predicate that names the measure.
func (r *reader) figureSpan(f *finding, s lang.Sent) text.Span {
	start := f.numStart
	_, end := r.a.Surface(f.npEnd, f.npEnd)
	end = max(end, f.numEnd)
	if f.has && !f.shared && f.noun.measure == "" {
		from, to := r.a.Surface(f.p.verb, max(f.p.verb, f.p.to))
		if f.p.left && start-from < 60 {
			// the verb before stays outside unless it is next to the number
		} else if !f.p.left && to-start < 220 && to > end {
			end = to
		}
	}
	return r.span(start, end)
}

func (r *reader) span(start, end int) text.Span { return r.r.Document.Span(start, end) }

// number gives every figure its ID.
func (r *reader) number() {
	seen := map[string]int{}
	doc := string(r.r.Document.ID)
	for _, f := range r.r.Figures {
		id := doc + "-" + strconv.Itoa(f.Span.Start)
		n := seen[id]
		seen[id]++
		if n > 0 {
			id += string(rune('a' + min(n, 25)))
		}
		f.ID = id
	}
}
