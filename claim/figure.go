package claim

import (
	"strconv"
	"strings"

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
	measure Measure
	part    bool     // "dont", "parmi lesquels"
	other   bool     // "onze autres": more of the same
	shared  bool     // its predicate is its neighbour's
	joined  bool     // it stands in a row with its neighbour, under one verb
	figure  *Figure  // once it is one
	whole   *Figure  // for a part, the figure it is counted in
	because []Reason // so far
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
		if k > 0 && !fs[k].part && r.takenFrom(&fs[k-1].counted, s) {
			fs[k].part = true // "Sur les 88 blessés, dix-neuf sont dans un état grave"
		}
		if k > 0 && fs[k-1].part && !fs[k].part && (r.linked(&fs[k-1].counted, &fs[k].counted) || fs[k].head < 0 && r.standsAlone(&fs[k].counted, s)) && (!fs[k].ownPredicate() || fs[k].noun.measure == "" && r.linked(&fs[k-1].counted, &fs[k].counted)) {
			fs[k].part = true // "dont vingt dans la vallée, six au chef-lieu"
		}
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
}

// listed reports whether the k-th thing stands in a list behind a colon that
// parts out a toll told before it: "neuf morts : huit marins et un mousse".
func (r *reader) listed(fs []finding, k int) bool {
	if fs[k].head >= 0 && (!fs[k].known || fs[k].noun.group == "" || fs[k].noun.thing) {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		if r.colonBetween(&fs[j].counted, &fs[k].counted) {
			return fs[j].measure != "" && (fs[j].measure != Participants || fs[k].head < 0)
		}
	}
	return false
}

// colonBetween reports whether a colon stands between c and d, and d gives no
// measure of its own.
func (r *reader) colonBetween(c, d *counted) bool {
	for i := c.last; i < d.first; i++ {
		if r.a.Tokens[i].Norm == ":" {
			return true
		}
	}
	return false
}

// reach is how far the predicate of cs[k] may stand: up to the next counted
// thing that is not set off by a comma or parenthesis.
func (r *reader) reach(cs []counted, k int, s lang.Sent) int32 {
	for n := k + 1; n < len(cs); n++ {
		if cs[n].single || r.partCue(&cs[n], s) || r.inParens(cs[n].first, s) {
			continue // "Les vingt choristes qui voyageaient dans un car ont péri"
		}
		if n > k+1 && r.partCue(&cs[n-1], s) && r.linked(&cs[n-1], &cs[n]) {
			continue
		}
		return cs[n].first
	}
	return s.End
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

// ownMeasure is what the counted noun and its predicate say together.
func (r *reader) ownMeasure(f *finding) Measure {
	var of Measure
	if f.has {
		of = f.p.fits(f.noun, f.known)
		if !f.known && f.head >= 0 && !r.mayBePeople(f.head) && (of != Destroyed && of != Deployed || notThings[r.a.Tokens[f.head].Norm]) {
			of = ""
		}
		if of == Deployed {
			of = r.deployed(f)
		}
		if of == Killed && strings.HasPrefix(r.a.Tokens[f.p.verb].Norm, "tomb") && f.noun.group != Soldiers && f.noun.group != SecurityForces && f.noun.group != Assailants {
			of = "" // only those who fight fall
		}
		if of == Arrested && (f.noun.group == Soldiers || f.noun.group == Children) && r.a.Tokens[f.p.verb].Lemma == "capturer" {
			of = Kidnapped
		}
	}
	m := f.noun.measure
	switch {
	case m == "":
		return of
	case of == "" || of == m:
		return m
	case m == Kidnapped && of == Arrested:
		return m
	case m == Participants && of == Deployed:
		return m
	case m == Kidnapped || m == Displaced || m == Participants:
		return of // "quatre otages ont été libérés"
	case (m == Injured || m == Missing || m == Rescued) && of == Killed && !f.p.left:
		return Killed // "huit blessés ont succombé"
	}
	return m
}

// deployed is what a verb of sending says of those counted: forces, gear and
// helpers are deployed; a crowd that is mobilised or massed takes part.
func (r *reader) deployed(f *finding) Measure {
	if f.noun.thing {
		return Deployed
	}
	if f.head < 0 {
		return ""
	}
	switch f.noun.group {
	case SecurityForces, Soldiers, Rescuers, HealthWorkers, AidWorkers, Equipment, Assailants:
		return Deployed
	}
	verb := &r.a.Tokens[f.p.verb]
	if strings.HasPrefix(verb.Norm, "mass") || strings.HasPrefix(verb.Norm, "mobilis") && f.p.left {
		return Participants
	}
	if r.a.Tokens[f.head].Norm == "hommes" || f.noun.worker || !f.known {
		return Deployed
	}
	return ""
}

// mayBePeople reports whether an unknown noun may name people: units of
// measure, blows and periods may not.
func (r *reader) mayBePeople(h int32) bool {
	t := &r.a.Tokens[h]
	if notPeople[t.Norm] || notPeople[t.Lemma] {
		return false
	}
	return t.POS == lang.NOUN || t.POS == lang.PROPN || t.POS == lang.ADJ
}

// notThings are beasts and units that no verb of destroying makes a figure of.
var notThings = wordSet("chien chiens vache vaches mouton moutons bête bêtes animal animaux tête têtes cheval chevaux porc porcs chèvre chèvres bovins volailles poules hectare hectares km kilomètre kilomètres mètre mètres tonnes tonne arbres arbre an ans jours euros dollars")

var notPeople = wordSet("an ans année années jour jours heure heures minute minutes seconde secondes mois semaine semaines siècle décennie décennies nuit nuits week-end " +
	"km kilomètre kilomètres mètre mètres hectare hectares mile miles cm centimètres degré degrés tonne tonnes kilo kilos kg litre litres watt mégawatts " +
	"euro euros dollar dollars franc francs livre livres yuan roupie roupies rouble roubles tenge fois pour-cent point points but buts match set page pages " +
	"coup coups tir tirs balle balles bombe bombes obus missile missiles roquette roquettes frappe frappes raid raids attaque attaques explosion explosions détonation séisme séismes secousse secousses réplique répliques attentat attentats incident incidents accident accidents départ feux feu foyers incendie incendies " +
	"syndicat syndicats organisation organisations parti partis association associations ong fédération fédérations entreprise entreprises compagnie compagnies groupe groupes équipe équipes gang gangs centrale centrales intersyndicale collectif collectifs famille familles ménages foyers " +
	"voix siège sièges vote votes cas contamination contaminations dose doses pays province provinces région régions département départements commune communes ville villes quartier quartiers village villages district districts " +
	"nation nations état états étage étages pièce chien chiens vache vaches mouton moutons bête bêtes animal animaux tête têtes cheval chevaux porc porcs chèvre chèvres " +
	"question questions raison raisons mesure mesures étape étapes phase phases loi lois texte article articles plainte plaintes enquête enquêtes procédure procédures vol vols trajet appel appels message messages")

// share hands a predicate on along a coordination: "quatre civils et un
// militaire ont péri", "a tué 3 soldats et deux enfants", "353 blessés".
func (r *reader) share(fs []finding, s lang.Sent) {
	for k := len(fs) - 2; k >= 0; k-- {
		f, g := &fs[k], &fs[k+1]
		if f.measure == "" && f.noun.measure == "" && g.has && !g.p.left && r.linked(&f.counted, &g.counted) && !g.part {
			if m := g.p.fits(f.noun, f.known); m != "" && (f.known || f.head >= 0 && r.mayBePeople(f.head)) {
				f.measure, f.p, f.has, f.shared = m, g.p, true, true
			}
		}
	}
	for k := 1; k < len(fs); k++ {
		f, g := &fs[k], &fs[k-1]
		if f.measure != "" || g.measure == "" {
			continue
		}
		if r.asWell(g, f) && (f.known || f.head >= 0 && r.mayBePeople(f.head)) {
			if m := g.p.fits(f.noun, f.known); g.has && m != "" {
				f.measure, f.p, f.has, f.shared = m, g.p, true, true
			}
			continue
		}
		if !r.linked(&g.counted, &f.counted) {
			continue
		}
		if r.added(g.npEnd, f.first) || g.has && (g.p.left || f.head < 0) || f.head < 0 && g.measure != "" || f.other && f.head < 0 {
			m := g.measure
			if g.has && g.p.left && f.head >= 0 {
				m = g.p.fits(f.noun, f.known)
			}
			if f.head >= 0 && !f.known && !r.mayBePeople(f.head) {
				continue
			}
			f.measure, f.shared = m, true
			if g.has {
				f.p, f.has = g.p, true
			}
		}
	}
}

// asWell reports whether f is told on behind g's predicate: "douze civils ont
// péri, ainsi que trois gendarmes".
func (r *reader) asWell(g, f *finding) bool {
	if !g.has || g.p.left || g.p.to <= g.npEnd || f.head < 0 {
		return false
	}
	seen := false
	for i := g.p.to + 1; i < f.first; i++ {
		if int(r.a.Tokens[i].Start) >= f.numStart {
			break
		}
		switch r.a.Tokens[i].Norm {
		case ",", "que", "qu'", "de", "les", "leurs", "ses":
		case "ainsi", "même", "comme", "et":
			seen = true
		default:
			return false
		}
	}
	return seen
}

// added reports whether what follows is counted on top: "72 tués, auxquels
// s'ajoutent les six assaillants", "sans compter les auteurs".
func (r *reader) added(from, to int32) bool {
	for i := from; i < to; i++ {
		switch r.a.Tokens[i].Norm {
		case "ajoutent", "ajoute", "compter", "outre":
			return true
		}
	}
	return false
}

// linked reports whether only connecting words stand between c and d.
func (r *reader) linked(c, d *counted) bool {
	from := c.npEnd + 1
	if from > d.first {
		return false
	}
	seen := false
	for i := from; i < d.first; i++ {
		t := &r.a.Tokens[i]
		if int(t.Start) >= d.numStart {
			break // its own qualifier
		}
		switch t.Norm {
		case ",", "et", "ou", ":", "ainsi", "que", "qu'", "puis", "mais", "aussi", "également", "sans", "compter", "outre", "dont", "à", "de", "d'", "plus", "comme", "encore", "enfin", "notamment",
			"auxquels", "auxquelles", "s'", "ajoutent", "s'ajoutent", "figurent", "parmi", "lesquels", "lesquelles", "soit", "contre":
			seen = true
		case "grièvement", "légèrement", "mortellement":
		default:
			if _, ok := r.v.participle(t.Norm); ok {
				continue // a bare participle of the first: "un policier, poignardé, et deux passants"
			}
			if t.POS == lang.ADP || t.POS == lang.PROPN || t.Norm == "\"" || t.Norm == "»" || t.Norm == "«" || t.POS == lang.DET {
				continue // "onze à Draguignan, quatre à Trans"
			}
			return false
		}
	}
	return seen
}

// partCue reports whether "dont", "parmi lesquels", "y compris" lead to c, or
// "d'entre eux" follows it.
func (r *reader) partCue(c *counted, s lang.Sent) bool {
	i := c.first - 1
	for i >= s.First && int(r.a.Tokens[i].Start) >= c.numStart {
		i--
	}
	for steps := 0; i >= s.First && steps < 3; i, steps = i-1, steps+1 {
		switch r.a.Tokens[i].Norm {
		case "dont", "lesquels", "lesquelles", "desquels", "desquelles", "compris", "notamment":
			return true
		case "eux", "elles":
			return i > s.First && r.a.Tokens[i-1].Norm == "parmi"
		case "figurent", "figuraient", "figure", "figurait", "trouvent", "trouvaient", "trouve", "trouvait", "compte", "comptait", "dénombre":
			return r.parmi(i, s)
		case "\"", "«", "au", "moins", "se", "on", ":", "deux-là":
			continue
		case ",":
			if i > s.First && (r.a.Tokens[i-1].Norm == "eux" || r.a.Tokens[i-1].Norm == "elles") {
				continue
			}
			return false
		default:
			return false
		}
	}
	return r.ofThem(c, s)
}

func (r *reader) ofThem(c *counted, s lang.Sent) bool {
	i := c.last + 1
	return i+2 < s.End && (r.a.Tokens[i].Norm == "d'" || r.a.Tokens[i].Norm == "de") && r.a.Tokens[i+1].Norm == "entre" &&
		(r.a.Tokens[i+2].Norm == "eux" || r.a.Tokens[i+2].Norm == "elles")
}

func (r *reader) parmi(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-10; j-- {
		if n := r.a.Tokens[j].Norm; n == "parmi" || n == "nombre" {
			return true
		}
	}
	return false
}

// otherCue reports whether those counted are "autres": more of what was told.
func (r *reader) otherCue(c *counted) bool {
	for i := c.last + 1; i <= c.last+3 && i < int32(len(r.a.Tokens)); i++ {
		switch r.a.Tokens[i].Norm {
		case "autres", "autre":
			return true
		case "d'", "de":
			continue
		}
		return false
	}
	return false
}

// settle makes the k-th finding a figure, where it is one.
func (r *reader) settle(fs []finding, k int, s lang.Sent) {
	f := &fs[k]
	if f.part || r.elliptical(f) {
		r.inherit(fs, k, s)
	}
	if f.measure == "" && f.head < 0 {
		r.numberOf(f, s)
	}
	if f.measure == "" {
		f.measure = r.marchers(f, s)
	}
	if f.noun.measure == "" && r.baseOnly(f, fs, k, s) {
		return
	}
	if f.measure == "" || f.single && !r.singleHolds(f) || r.unreal(f, s) {
		return
	}
	denied := r.negated(f, s)
	if denied && (f.quantity.Qualifier == lang.Vague || !deniable(f.measure) || r.notYet(f, s) || innermost(r.r.Claims, r.span(f.numStart, f.numEnd)) == nil) {
		return
	}
	fig := &Figure{
		Number:   r.span(f.numStart, f.numEnd),
		Sent:     int(f.sent),
		Quantity: f.quantity,
		Measure:  f.measure,
		Stance:   Asserted,
		Covers:   -1, SaidAt: -1,
		PartOf: f.whole,
	}
	fig.Span = r.figureSpan(f, s)
	fig.Because = append(fig.Because, Reason{f.rule, fig.Number})
	if f.has {
		from, to := r.a.Surface(min(f.p.from, f.p.to), max(f.p.from, f.p.to))
		fig.Because = append(fig.Because, Reason{f.p.rule, r.span(from, to)})
	}
	fig.Because = append(fig.Because, f.because...)
	r.who(fs, k, fig, s)
	if fig.Measure == Arrested && fig.Group == Soldiers && f.has && strings.HasPrefix(r.a.Tokens[f.p.verb].Norm, "captur") {
		fig.Measure = Kidnapped // soldiers taken by the other side
	}
	r.circumstances(f, fig, s)
	r.word(fs, k, fig, s)
	if fig.PartOf == nil && f.has && f.p.manner && !f.part {
		r.amongTheDead(fig)
	}
	if denied {
		fig.Stance = Denied // "Nous n'avons pas tué ces huit bergers"
	}
	f.figure = fig
	r.r.Figures = append(r.r.Figures, fig)
}

// amongTheDead makes those told to have died in one manner a part of the dead
// told just before on the same word: "Onze douaniers ont péri, dit la radio, et
// elle ajoute que trois douaniers ont été poignardés".
func (r *reader) amongTheDead(fig *Figure) {
	for j := len(r.r.Figures) - 1; j >= 0; j-- {
		g := r.r.Figures[j]
		if fig.Sent-g.Sent > 1 {
			return
		}
		if g.Measure == Killed && g.PartOf == nil && (g.Group == fig.Group || g.Group == People) && g.Quantity.Low > fig.Quantity.High && sameWord(g.By, fig.By) {
			fig.PartOf = g
			fig.Because = append(fig.Because, Reason{"part-of", g.Span})
			return
		}
	}
}

func sameWord(a, b *Attribution) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a == b || a.Speaker == b.Speaker
}

// elliptical reports whether the finding leaves out what it counts and what
// happened to it: "quatre à Trans-en-Provence", "62 grièvement", "onze autres".
func (r *reader) elliptical(f *finding) bool { return f.head < 0 && f.measure == "" }

// inherit gives a part or an elliptical number the measure of the figure told
// before it.
func (r *reader) inherit(fs []finding, k int, s lang.Sent) {
	f := &fs[k]
	want := f.noun.measure
	if r.ofThem(&f.counted, s) {
		want = "" // "1.100 d'entre eux ont été relâchés": out of those arrested
	}
	if m := r.ofParmi(f.first, s); m != "" && f.part {
		want = m
	}
	if want == "" && f.measure != "" && f.ownPredicate() {
		want = f.measure
	}
	whole := r.wholeBefore(fs, k, want, s)
	if whole == nil {
		if f.part && f.measure == "" && f.head >= 0 {
			f.measure = r.ofParmi(f.first, s)
		}
		return
	}
	if !f.part && !r.followsOn(fs, k, s) || r.survivors(whole, f, s) {
		return
	}
	if sev, at := r.severity(f, s); sev != "" && f.measure == "" {
		if sev == Fatal {
			f.measure = Killed
		} else if whole.Measure == Injured || whole.Measure == Victims {
			f.measure = Injured
		}
		f.because = append(f.because, Reason{"severity", at})
	}
	if f.measure == "" {
		f.measure = whole.Measure
		f.because = append(f.because, Reason{"measure-of-whole", whole.Span})
	}
	if f.part {
		f.whole = whole
		f.because = append(f.because, Reason{"part-of", whole.Span})
	}
}

// followsOn reports whether an elliptical number goes on from the one before:
// it is linked to it, or severity or a place follows.
func (r *reader) followsOn(fs []finding, k int, s lang.Sent) bool {
	if k == 0 {
		return fs[k].other || r.ofThem(&fs[k].counted, s) || r.takesUp(&fs[k].counted, s) || r.marchGoesOn(&fs[k].counted, s)
	}
	told := false
	for j := range k {
		told = told || fs[j].figure != nil
	}
	if !told {
		return r.backward(fs, k, s)
	}
	if r.linked(&fs[k-1].counted, &fs[k].counted) || fs[k].other && !r.verbBetween(fs[k-1].npEnd+1, fs[k].first) {
		return true
	}
	return r.standsAlone(&fs[k].counted, s)
}

// survivors reports whether those alive are spoken of between the whole and f:
// what follows breaks them down, not the dead.
func (r *reader) survivors(whole *Figure, f *finding, s lang.Sent) bool {
	if whole.Measure == Rescued {
		return false
	}
	for i := s.First; i < s.End && i < f.npEnd+3; i++ {
		t := &r.a.Tokens[i]
		if int(t.Start) < whole.Span.Start {
			continue
		}
		for _, w := range []string{"rescapé", "surviv", "survécu", "indemne", "miraculé", "sauf"} {
			if strings.HasPrefix(t.Norm, w) {
				return true
			}
		}
	}
	return false
}

// takesUp reports whether "en" before its verb makes a bare number one of what
// was told before: "La présidence en a annoncé 905", "la police n'en
// reconnaissait que neuf".
func (r *reader) takesUp(c *counted, s lang.Sent) bool {
	if c.head >= 0 || !r.standsAlone(c, s) {
		return false
	}
	for i := c.first - 1; i >= s.First && i > c.first-9; i-- {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case "ils", "elles":
			n := len(r.r.Figures)
			return i+1 < s.End && isBe(&r.a.Tokens[i+1]) && n > 0 && r.r.Figures[n-1].Measure == Participants
		case "en":
			return i+1 < s.End && (r.a.Tokens[i+1].POS == lang.VERB || r.a.Tokens[i+1].POS == lang.AUX)
		case ",", ";", ":", "que":
			if t.Norm != "que" {
				return false
			}
		}
	}
	return false
}

// backward reports whether a bare number may go on from the sentence before:
// nothing else is counted before it in its own.
func (r *reader) backward(fs []finding, k int, s lang.Sent) bool {
	for j := range k {
		if !fs[j].single {
			// "900 à Gap, 400 à Digne": the first of the row went on
			return fs[j].figure != nil && r.marchGoesOn(&fs[k].counted, s)
		}
	}
	return r.takesUp(&fs[k].counted, s) || fs[k].part
}

// marchGoesOn reports whether a bare number with a place behind it goes on from
// a turn-out told in the sentence before: "Et, d'après la mairie, 900 à Gap".
func (r *reader) marchGoesOn(c *counted, s lang.Sent) bool {
	n := len(r.r.Figures)
	if c.head >= 0 || n == 0 || !r.standsAlone(c, s) || r.r.Figures[n-1].Measure != Participants {
		return false
	}
	return int(c.sent)-r.r.Figures[n-1].Sent <= 1 && c.quantity.Low >= 20
}

func (r *reader) verbBetween(from, to int32) bool {
	for i := from; i < to; i++ {
		if t := &r.a.Tokens[i]; t.POS == lang.VERB && t.Morph.Has(lang.Fin) {
			return true
		}
	}
	return false
}

// standsAlone reports whether an elliptical number is a figure of its own by
// what follows it: "trois à Villegailhenc", "30.000 selon la CGT", "l'hôpital,
// une soixantaine".
func (r *reader) standsAlone(c *counted, s lang.Sent) bool {
	i := c.last + 1
	for i < s.End && int(r.a.Tokens[i].Start) < c.numEnd {
		i++
	}
	if i >= s.End || c.first > s.First && r.a.Tokens[c.first-1].Norm == "contre" {
		return true
	}
	switch r.a.Tokens[i].Norm {
	case "grièvement", "légèrement", "gravement", "mortellement", "sérieusement":
		return true
	case "(":
		return i+3 < s.End && (r.a.Tokens[i+2].Norm == ")" || r.a.Tokens[i+3].Norm == ")")
	case ".", ";", ",", ")", "»", "\"", "selon", "d'après", "!", "…":
		return true
	case "à", "au", "aux", "en", "dans", "chez", "sur", "depuis", "pour":
		return i+1 < s.End && r.a.Tokens[i+1].POS != lang.NUM
	case "d'":
		return i+1 < s.End && r.a.Tokens[i+1].Norm == "après"
	}
	return false
}

// wholeBefore is the figure that a part at fs[k] is counted in: the nearest
// before it in the sentence that is no part itself, with the measure wanted;
// failing that, the last of the sentence before.
func (r *reader) wholeBefore(fs []finding, k int, want Measure, s lang.Sent) *Figure {
	if fs[k].head < 0 && fs[k].noun.measure == "" {
		for j := k - 1; j >= 0; j-- { // "40 noyés, dont vingt à A où deux ponts ont cédé, huit à B"
			if fs[j].part && fs[j].head < 0 && fs[j].figure != nil && fs[j].whole != nil {
				fs[k].part = true
				return fs[j].whole
			}
		}
	}
	for j := k - 1; j >= 0; j-- {
		g := fs[j].figure
		if fs[k].part && g == nil && !fs[j].single && !fs[j].part && fs[j].head >= 0 && !unitNouns[r.a.Tokens[fs[j].head].Norm] && want == "" {
			return nil // "huit rescapés, dont deux femmes": part of what is no figure
		}
		if g == nil || fs[j].part && fs[k].part {
			continue
		}
		if want == "" || g.Measure == want || g.Measure == Victims || g.Measure == Hospitalised && want == Injured || fs[k].noun.measure == "" && fs[k].part && j == k-1 {
			return g
		}
	}
	if k > 0 && !r.backward(fs, k, s) || r.ofParmi(fs[k].first, s) != "" {
		return nil
	}
	for j := len(r.r.Figures) - 1; j >= 0; j-- {
		g := r.r.Figures[j]
		if int(fs[k].sent)-g.Sent > 2 || g.Sent == int(fs[k].sent) {
			if g.Sent == int(fs[k].sent) {
				continue
			}
			break
		}
		if g.PartOf == nil && (want == "" || g.Measure == want || g.Measure == Victims || g.Measure == Participants) {
			return g
		}
	}
	return nil
}

// marchers reads a bare number of demonstrators as a turn-out: "155.000
// manifestants selon la police".
func (r *reader) marchers(f *finding, s lang.Sent) Measure {
	if f.head < 0 || f.single || f.has || f.noun.group != Protesters || max(f.quantity.Low, f.quantity.Value) < 30 && f.quantity.Qualifier != lang.Range {
		return ""
	}
	switch n := r.a.Tokens[f.head].Norm; n {
	case "manifestants", "manifestantes", "protestataires", "contestataires":
		return Participants
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
	if len(doc) > 6 {
		doc = doc[:6]
	}
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
