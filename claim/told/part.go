package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// How the counted things of one sentence hang together: shared predicates, parts
// of a whole, lists behind a colon.

// share hands a predicate on along a coordination: "quatre civils et un
// militaire ont péri", "a tué 3 soldats et deux enfants", "353 blessés".
func (r *reader) share(fs []finding, s lang.Sent) {
	for k := len(fs) - 2; k >= 0; k-- {
		f, g := &fs[k], &fs[k+1]
		if k+2 < len(fs) && g.measure == "" && g.head >= 0 && !g.known && r.linked(&g.counted, &fs[k+2].counted) && r.linked(&f.counted, &g.counted) {
			g = &fs[k+2] // "120 sauveteurs, six chiens et deux grues sont à pied d'œuvre"
		} else if !r.linked(&f.counted, &g.counted) {
			continue
		}
		if f.measure == "" && f.noun.measure == "" && g.has && !g.p.left && !g.part && !r.objectOfOwn(f, g) && !r.onlyOf(g, s) {
			if m := g.p.fits(f.noun, f.known); m != "" && (f.known || f.head >= 0 && r.mayBePeople(f.head)) {
				f.measure, f.p, f.has, f.shared = m, g.p, true, true
			}
		}
	}
	for k := 0; k+1 < len(fs); k++ {
		r.pairUp(&fs[k], &fs[k+1], s)
		if f, g := &fs[k], &fs[k+1]; f.head < 0 && f.measure == "" && (g.noun.measure != "" || g.has && !g.p.left) && r.fromTo(f, g, s) {
			f.measure = g.measure // "est passé ce midi de 29 à 67 morts"
		}
	}
	for k := 1; k < len(fs); k++ {
		f, g := &fs[k], &fs[k-1]
		if f.measure == claim.Arrested && f.saidAlone() && g.has && g.p.left && g.measure == claim.Released && f.known && r.linked(&g.counted, &f.counted) {
			f.measure, f.p, f.shared = claim.Released, g.p, true // "la libération de 45 otages et de 120 prisonniers détenus"
			continue
		}
		if f.head < 0 && r.numberBetween(g.npEnd, f.first) {
			continue // it has a noun of its own
		}
		if f.measure != "" || g.measure == "" || f.other && f.head < 0 && !f.has && r.ownVerb(f) || r.ownState(f, g.measure) || r.outOfAll(f) {
			continue // "… et plus de 400 autres restaient coincés au fond", "sur plus de 300 malades"
		}
		if r.asWell(g, f) && (f.known || f.head >= 0 && r.mayBePeople(f.head)) {
			if m := g.p.fits(f.noun, f.known); g.has && m != "" {
				f.measure, f.p, f.has, f.shared = m, g.p, true, true
			}
			continue
		}
		if g.measure == claim.Deployed && f.noun.thing && r.withGear(g, f) {
			f.measure, f.p, f.has, f.shared = claim.Deployed, g.p, g.has, true
			continue
		}
		if !r.linked(&g.counted, &f.counted) {
			continue
		}
		if r.added(g.npEnd, f.first) || g.shared && g.has && f.known && !r.ownVerb(f) || g.has && (g.p.left || f.head < 0) || f.head < 0 && g.measure != "" || f.other && f.head < 0 {
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

// pairUp gives a bare number the noun of the one that "et" joins right behind it: "ont
// fait respectivement deux et trois morts".
func (r *reader) pairUp(f, g *finding, s lang.Sent) {
	if f.head >= 0 || f.measure != "" || g.head < 0 || !r.paired(f, g) {
		return
	}
	f.measure, f.noun, f.known = g.measure, g.noun, g.known
	if f.measure == "" {
		f.measure = r.marchers(g, s)
	}
	if g.has && (g.p.left || g.noun.measure == "") {
		f.p, f.has, f.shared = g.p, true, true
	}
}

// onlyOf reports whether the predicate of g is a participle that tells which they are,
// a verb following that is said of all: "51 rescapés et 41 corps repêchés sont dénombrés".
func (r *reader) onlyOf(g *finding, s lang.Sent) bool {
	i := g.p.to + 1
	if g.p.finite >= 0 || i >= s.End {
		return false
	}
	t := &r.a.Tokens[i]
	return isBe(t) || isHave(t) || t.POS == lang.VERB && t.Morph.Has(lang.Fin)
}

// objectOfOwn reports whether f is the object of a verb of its own, and g no more of
// the same: "qui compte 700 habitants, plusieurs maisons ont été emportées".
func (r *reader) objectOfOwn(f, g *finding) bool {
	if f.head < 0 {
		return false
	}
	if g.head < 0 { // "transportait 60 passagers, 27 sont portés disparus"
		return r.a.Tokens[f.head].Rel == lang.Obj && g.p.finite >= 0
	}
	if f.first > 0 && peopled[r.a.Tokens[f.first-1].Norm] {
		return true // taken for a noun as often as not
	}
	t := &r.a.Tokens[f.head]
	return t.Rel == lang.Obj && t.Head < f.first && r.a.Tokens[t.Head].POS == lang.VERB && (g.p.finite >= 0 && !g.p.relative || !r.a.Under(g.head, f.head))
}

// peopled are the verbs by which a place has its inhabitants.
var peopled = lang.WordSet("compte comptait comptent comptaient abrite abritait abritent abritaient héberge hébergeait")

// fromTo reports whether a toll goes "de f à g".
func (r *reader) fromTo(f, g *finding, s lang.Sent) bool {
	if f.first <= s.First || r.a.Tokens[f.first-1].Norm != "de" || f.last+2 != g.first || r.a.Tokens[f.last+1].Norm != "à" {
		return false
	}
	for i := f.first - 2; i >= s.First && i > f.first-7; i-- {
		switch t := &r.a.Tokens[i]; {
		case reaching[t.Lemma], t.Norm == "passant", strings.HasPrefix(t.Norm, "passé"), strings.HasPrefix(t.Norm, "monté"):
			return true
		case t.POS == lang.PUNCT:
			return false
		}
	}
	return false
}

// asWell reports whether f is told on behind g's predicate: "douze civils ont
// péri, ainsi que trois gendarmes".
func (r *reader) asWell(g, f *finding) bool {
	if !g.has || g.p.left || g.p.to <= g.npEnd || f.head < 0 || r.ownVerb(f) {
		return false
	}
	if g.saidAlone() && r.definite(&g.counted) {
		return false // "les familles des 22 soldats tués et six ministres"
	}
	if r.ainsiQue(f) {
		return true // "sont mobilisés pour combattre le feu, ainsi que six avions"
	}
	seen := false
	for i := g.p.to + 1; i < f.first; i++ {
		if int(r.a.Tokens[i].Start) >= f.numStart {
			break
		}
		switch r.a.Tokens[i].Norm {
		case ",", "que", "qu'", "de", "d'", "les", "leurs", "ses":
		case "ainsi", "même", "comme", "et", "outre":
			seen = true
		case "en", "plus":
			seen = r.a.Tokens[i].Norm == "plus" && r.a.Tokens[i-1].Norm == "en" // "en plus d'un policier"
		default:
			return false
		}
	}
	return seen
}

// definite reports whether those counted are known ones: "les", "des 22 soldats".
func (r *reader) definite(c *counted) bool {
	i := c.first - 1
	for i > 0 && int(r.a.Tokens[i].Start) >= c.numStart {
		i--
	}
	if i < 0 || r.a.Tokens[i].Sent != c.sent {
		return false
	}
	switch r.a.Tokens[i].Norm {
	case "les", "ces", "nos", "leurs", "ses":
		return true
	}
	return r.a.Tokens[i].Joined
}

// withGear reports whether f is what those of g came with: "quarante pompiers sont
// sur place, avec 18 véhicules".
func (r *reader) withGear(g, f *finding) bool {
	i := f.first - 1
	for i > g.npEnd && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	if f.noun.group != claim.Equipment || i <= g.npEnd || r.a.Tokens[i].Norm != "avec" || r.ownVerb(f) {
		return false
	}
	for i--; i > g.npEnd; i-- {
		if t := &r.a.Tokens[i]; i > g.p.to && t.POS != lang.PUNCT && t.POS != lang.ADV && t.POS != lang.ADP && t.POS != lang.NOUN && t.POS != lang.DET {
			return false
		}
	}
	return true
}

// ainsiQue reports whether "ainsi que" leads to those counted.
func (r *reader) ainsiQue(f *finding) bool {
	i := f.first - 1
	for i > 1 && (int(r.a.Tokens[i].Start) >= f.numStart || r.a.Tokens[i].Norm == "de") {
		i--
	}
	return i > 1 && (r.a.Tokens[i].Norm == "que" || r.a.Tokens[i].Norm == "qu'") && (r.a.Tokens[i-1].Norm == "ainsi" || r.a.Tokens[i-1].Norm == "même")
}

// ownVerb reports whether a verb of its own follows those counted, that says
// something else of them: "a été tué et six détenus ont réussi à s'enfuir".
func (r *reader) ownVerb(f *finding) bool {
	s := r.a.Sents[f.sent]
	for i := f.npEnd + 1; i < s.End && i < f.npEnd+9; i++ {
		t := &r.a.Tokens[i]
		switch {
		case t.Norm == "qui" || t.Norm == "que" || t.Norm == "qu'" || t.Norm == "dont":
			return false
		case t.POS == lang.PUNCT && t.Norm != "\"" && t.Norm != "«" && t.Norm != "»":
			return false
		case (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin):
			return true
		}
	}
	return false
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
		if j := r.pastAside(i, d.first); j > i {
			i = j // "9.000 personnes (police) et 30.000", "12.000, selon les syndicats, et 4.000"
			continue
		}
		if j := r.pastAge(i, d.first); j > i {
			i = j // "un homme de 45 ans et une femme de 40 ans"
			continue
		}
		switch t.Norm {
		case ",", "et", "ou", ":", "ainsi", "que", "qu'", "puis", "mais", "aussi", "également", "sans", "compter", "outre", "dont", "à", "de", "d'", "plus", "comme", "encore", "enfin", "notamment",
			"auxquels", "auxquelles", "s'", "ajoutent", "s'ajoutent", "figurent", "parmi", "lesquels", "lesquelles", "soit", "contre":
			seen = true
		case "grièvement", "légèrement", "mortellement", "âgé", "âgée", "âgés", "âgées":
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

// pastAge is the last token of an age that the number at i opens and that closes before
// end: "45 ans", "14 et 18 ans", "une dizaine d'années"; i where none does.
func (r *reader) pastAge(i, end int32) int32 {
	if t := &r.a.Tokens[i]; t.POS != lang.NUM && t.POS != lang.DET {
		return i
	}
	for j := i + 1; j < end && j < i+6; j++ {
		switch t := &r.a.Tokens[j]; t.Norm {
		case "ans", "an", "mois", "années":
			return j
		case "et", "à", "ou", "de", "d'", "dizaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine":
		default:
			if t.POS != lang.NUM {
				return i
			}
		}
	}
	return i
}

// pastAside is the last token of a bracket or of a source between commas that
// opens at i and closes before end; i where none does.
func (r *reader) pastAside(i, end int32) int32 {
	closing := ""
	switch r.a.Tokens[i].Norm {
	case "(":
		closing = ")"
	case "selon":
		closing = ","
	default:
		return i
	}
	for j := i + 1; j < end && j < i+7; j++ {
		t := &r.a.Tokens[j]
		if t.Norm == closing {
			return j
		}
		if t.POS == lang.NUM || t.POS == lang.VERB {
			return i
		}
	}
	return i
}

// partCue reports whether "dont", "parmi lesquels", "y compris" lead to c, or
// "d'entre eux" follows it.
func (r *reader) partCue(c *counted, s lang.Sent) bool {
	if r.ofThem(c, s) {
		return true
	}
	i := c.first - 1
	for i >= s.First && int(r.a.Tokens[i].Start) >= c.numStart {
		i--
	}
	for steps := 0; i >= s.First && steps < 4; i, steps = i-1, steps+1 {
		switch r.a.Tokens[i].Norm {
		case "dont", "lesquels", "lesquelles", "desquels", "desquelles", "compris", "notamment":
			return true
		case "eux", "elles":
			return i > s.First && r.a.Tokens[i-1].Norm == "parmi"
		case "figurent", "figuraient", "figure", "figurait", "trouvent", "trouvaient", "trouve", "trouvait", "compte", "comptait", "dénombre", "retrouve", "retrouvait", "recense":
			return r.parmi(i, s)
		case ":":
			if r.a.Tokens[s.First].Norm == "parmi" {
				return true // "Parmi les victimes : un gendarme"
			}
			continue
		case "de", "d'", "des":
			if r.presents(s) && i < s.First+5 {
				return true // "Il s'agit de quatre Belges"
			}
			if i > s.First && thoseOf[r.a.Tokens[i-1].Norm] {
				i-- // "douze corps, dont ceux de cinq femmes"
				continue
			}
			return false
		case "\"", "«", "au", "à", "le", "moins", "se", "on", "y", "deux-là", "également", "aussi", "encore":
			continue
		case ",":
			if i > s.First && (r.a.Tokens[i-1].Norm == "eux" || r.a.Tokens[i-1].Norm == "elles") {
				continue
			}
			return i < s.First+5 && r.a.Tokens[s.First].Norm == "parmi" && r.ofParmi(i, s) != "" // "Parmi les blessés, 51"
		default:
			return false
		}
	}
	return false
}

// amongThose reports whether the sentence opens with "Parmi eux", "Parmi les morts": what
// it counts in a row are parts, all of the same whole.
func (r *reader) amongThose(s lang.Sent) bool {
	return s.End-s.First > 3 && r.a.Tokens[s.First].Norm == "parmi"
}

// thoseOf take up what was counted before them.
var thoseOf = lang.WordSet("celui ceux celle celles")

// presents reports whether the sentence says who those counted before were: "Il
// s'agit de".
func (r *reader) presents(s lang.Sent) bool {
	return s.End-s.First > 4 && r.a.Tokens[s.First].Norm == "il" && r.a.Tokens[s.First+2].Norm == "agit"
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
	if c.single && c.last > c.first && r.a.Tokens[c.last].Norm == "autre" {
		return true // "et une autre se trouve dans un état grave"
	}
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

// listed reports whether the k-th thing stands in a list behind a colon that
// parts out a toll told before it: "neuf morts : huit marins et un mousse".
func (r *reader) listed(fs []finding, k int) bool {
	if fs[k].head >= 0 && (!fs[k].known || fs[k].noun.group == "" || fs[k].noun.thing) {
		return false
	}
	if fs[k].head >= 0 && r.ownVerb(&fs[k]) {
		return false // "…, ajoutant qu'une centaine de détenus étaient en fuite"
	}
	for j := k - 1; j >= 0; j-- {
		if r.colonBetween(&fs[j].counted, &fs[k].counted) {
			return fs[j].measure != "" && (fs[j].measure != claim.Participants || fs[k].head < 0)
		}
	}
	return false
}

// amongTold makes those of fig a part of the like told just before: "Onze douaniers
// ont péri, dit la radio, et elle ajoute que trois douaniers ont été poignardés", on
// the same word; "Trois des morts étaient des enfants", on any.
func (r *reader) amongTold(fig *claim.Figure, onSameWord bool) {
	for j := len(r.r.Figures) - 1; j >= 0; j-- {
		g := r.r.Figures[j]
		if fig.Sent-g.Sent > 1 && (onSameWord || fig.Sent-g.Sent > 3) {
			return // "figurent parmi les tués" speaks of those told of, whatever stands between
		}
		if g.Measure == fig.Measure && g.PartOf == nil && (g.Group == fig.Group || g.Group == claim.People || !onSameWord && fig.Group == claim.People) && g.Quantity.Low > fig.Quantity.High && (!onSameWord || sameWord(g.By, fig.By)) {
			fig.PartOf = g
			fig.Because = append(fig.Because, claim.Reason{Rule: "part-of", Span: g.Span})
			return
		}
	}
}

// amongSaid reports whether those of f are said to be among others: "figurent parmi les
// morts", "font partie des victimes".
func (r *reader) amongSaid(f *finding) bool {
	for i := f.p.verb + 1; i < f.p.to; i++ {
		if n := r.a.Tokens[i].Norm; n == "parmi" || n == "partie" || n == "nombre" {
			return true
		}
	}
	return r.a.Tokens[f.p.verb].Norm == "au"
}

// ofThose reads "trois des morts", "deux de ces blessés".
func (r *reader) ofThose(c *counted) bool {
	if c.head != c.last+3 || r.a.Tokens[c.last+1].Norm != "de" || c.noun.measure == "" {
		return false
	}
	n := r.a.Tokens[c.last+2].Norm
	return n == "les" || n == "ces" || n == "le"
}

func sameWord(a, b *claim.Attribution) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a == b || a.Speaker == b.Speaker
}
