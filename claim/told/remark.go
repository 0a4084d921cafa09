package told

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// What a report says about a figure: taken back, denied, not confirmed,
// confirmed, revised.

// A remarkVerb is a word that does something to a figure, with the things it
// must be done to.
type remarkVerb struct {
	kind claim.RemarkKind
	of   map[string]bool // nil: any word of toll
}

var messages = lang.WordSet("message messages publication tweet chiffre chiffres bilan dépêche information annonce communiqué post vidéo déclaration texte note article billet estimation décompte nombre")
var tolls = lang.WordSet("chiffre chiffres bilan bilans nombre décompte décès information informations estimation estimations annonce mort morts allégations tué tués blessé blessés victime victimes affirmation affirmations version total")

var remarkVerbs = map[string]remarkVerb{
	"supprimer": {claim.Withdrawal, messages}, "effacer": {claim.Withdrawal, messages}, "retirer": {claim.Withdrawal, messages}, "dépublier": {claim.Withdrawal, messages}, "annuler": {claim.Withdrawal, messages}, "rétracter": {claim.Withdrawal, nil},
	"démentir": {claim.Denial, nil}, "nier": {claim.Denial, tolls}, "contester": {claim.Denial, tolls}, "réfuter": {claim.Denial, tolls}, "infirmer": {claim.Denial, tolls}, "rejeter": {claim.Denial, lang.WordSet("chiffre chiffres bilan décompte")},
	"confirmer": {claim.Confirmation, tolls}, "vérifier": {claim.Confirmation, tolls},
	"porter": {claim.RevisionMade, lang.WordSet("bilan nombre total chiffre")}, "revoir": {claim.RevisionMade, nil}, "réviser": {claim.RevisionMade, nil}, "ramener": {claim.RevisionMade, lang.WordSet("bilan nombre total chiffre")}, "alourdir": {claim.RevisionMade, lang.WordSet("bilan")}, "corriger": {claim.RevisionMade, tolls}, "rectifier": {claim.RevisionMade, tolls},
	"passer": {claim.RevisionMade, lang.WordSet("bilan nombre total chiffre")}, "monter": {claim.RevisionMade, lang.WordSet("bilan nombre total")}, "grimper": {claim.RevisionMade, lang.WordSet("bilan nombre total")}, "doubler": {claim.RevisionMade, lang.WordSet("bilan nombre")}, "atteindre": {claim.RevisionMade, lang.WordSet("bilan")},
}

// findRemarks fills r.Remarks.
func (r *reader) findRemarks() {
	for si := range r.a.Sents {
		if r.prose(si) {
			r.remarksOf(int32(si))
		}
	}
	earlier := len(r.r.Remarks)
	r.saidBefore()
	said := r.r.Remarks[earlier:]
	for _, f := range r.r.Figures {
		if f.Previous && !slices.ContainsFunc(said, func(m *claim.Remark) bool { return m.Of == f }) {
			r.r.Remarks = append(r.r.Remarks, &claim.Remark{Kind: claim.PreviousTold, Span: f.Span, By: f.By, Of: f, To: r.current(f), Rule: "previous-toll"})
		}
	}
}

// current is the figure that took the place of a previous toll: same measure,
// same sentence or the one before, not previous itself.
func (r *reader) current(old *claim.Figure) *claim.Figure {
	var best *claim.Figure
	for _, f := range r.r.Figures {
		if f == old || f.Previous || f.Measure != old.Measure || f.PartOf != nil {
			continue
		}
		if d := old.Sent - f.Sent; d < -1 || d > 3 {
			continue
		}
		if best == nil || f.Sent == old.Sent || f.Sent > best.Sent && f.Sent <= old.Sent {
			best = f
		}
	}
	return best
}

func (r *reader) remarksOf(si int32) {
	s := r.a.Sents[si]
	for i := s.First; i < s.End; i++ {
		t := &r.a.Tokens[i]
		v, ok := remarkVerbs[t.Lemma]
		if !ok && t.POS != lang.NOUN {
			v, ok = remarkVerbs[r.infinitiveOf(t.Norm)]
		}
		kind := v.kind
		switch {
		case ok && (t.POS == lang.VERB || t.POS == lang.ADJ || t.POS == lang.AUX):
			if !r.aboutToll(i, s, v) {
				continue
			}
		case t.Norm == "erreur" && r.tollNear(i, s):
			kind = claim.Withdrawal
		case t.Norm == "faux" && t.POS == lang.ADJ && i > s.First && r.a.Tokens[i-1].Norm == "est":
			kind = claim.Denial
		default:
			if i+1 < s.End && (t.Norm == "revenu" || t.Norm == "revenue") && r.a.Tokens[i+1].Norm == "sur" && r.askedWithin(i+2, i+5, s) >= 0 {
				kind = claim.Withdrawal
				break
			}
			continue
		}
		r.remark(i, kind, s)
	}
}

// infinitiveOf guesses the infinitive of a participle in -é, for words whose
// lemma the tagger missed.
func (r *reader) infinitiveOf(norm string) string {
	w := strings.TrimSuffix(strings.TrimSuffix(norm, "s"), "e")
	if stem, ok := strings.CutSuffix(w, "é"); ok {
		return stem + "er"
	}
	switch w {
	case "démenti":
		return "démentir"
	case "revu":
		return "revoir"
	}
	return ""
}

// aboutToll reports whether the verb at i is done to a figure: its object, its
// passive subject, or "ce chiffre" near it.
func (r *reader) aboutToll(i int32, s lang.Sent, v remarkVerb) bool {
	of := v.of
	if of == nil {
		of = tolls
	}
	for j := i + 1; j < min(s.End, i+9); j++ {
		n := r.a.Tokens[j].Norm
		if n == ";" || n == "." || n == "," && j > i+1 {
			break
		}
		if of[n] {
			return true
		}
	}
	for j := i - 1; j >= s.First && j > i-14; j-- {
		n := r.a.Tokens[j].Norm
		if n == ";" || n == "." {
			break
		}
		if of[n] {
			return true
		}
	}
	// "dément", said of a figure just told: "…, ce que dément la préfecture"
	return v.kind == claim.Denial && r.a.Tokens[i].Lemma == "démentir" && len(r.r.Figures) > 0 && r.figureInSentence(s)
}

func (r *reader) figureInSentence(s lang.Sent) bool {
	for _, f := range r.r.Figures {
		if int32(f.Sent) == r.a.Tokens[s.First].Sent {
			return true
		}
	}
	return false
}

func (r *reader) tollNear(i int32, s lang.Sent) bool {
	for j := max(s.First, i-15); j < min(s.End, i+15); j++ {
		if n := r.a.Tokens[j].Norm; messages[n] || tolls[n] {
			return true
		}
	}
	return false
}

// remark records one remark, with the figure it speaks of.
func (r *reader) remark(i int32, kind claim.RemarkKind, s lang.Sent) {
	if r.notBefore(i, s) {
		switch kind {
		case claim.Confirmation:
			kind = claim.NoConfirm
		case claim.Withdrawal, claim.Denial, claim.RevisionMade:
			return
		}
	}
	if kind == claim.Confirmation && r.a.Tokens[i].Lemma == "vérifier" {
		return
	}
	if kind == claim.NoConfirm && r.numberOfItsOwn(i, s) {
		return
	}
	from, to := r.clauseStart(i, s), i
	for to+1 < s.End && to < i+8 {
		n := r.a.Tokens[to+1].Norm
		if n == "," || n == ";" || n == "." || n == "\"" || n == "»" {
			break
		}
		to++
	}
	start, end := r.a.Surface(from, to)
	m := &claim.Remark{Kind: kind, Span: r.span(start, end), Rule: "remark-" + string(kind)}
	verb, _ := r.a.Surface(i, i)
	m.Of = r.remarked(verb, s, kind)
	if m.Of == nil {
		return
	}
	if c := claim.Innermost(r.r.Claims, r.span(verb, verb+1)); c != nil {
		m.By = c.By
	}
	switch {
	case kind == claim.RevisionMade && r.oldObject(i, m.Of, s):
		m.Of.Previous = true
		m.To = r.current(m.Of)
	case kind == claim.RevisionMade:
		m.To = m.Of
		m.Of = r.revisedFrom(m.To)
	}
	if kind == claim.NoConfirm && r.a.Tokens[i].Lemma == "confirmer" || kind != claim.RevisionMade {
		q := m.Of.Quantity
		m.Quantity = &q
	}
	r.r.Remarks = append(r.r.Remarks, m)
	if kind == claim.Denial || kind == claim.Withdrawal || kind == claim.NoConfirm {
		r.ofAll(m, i, s)
	}
}

// numberOfItsOwn reports whether what the verb at i confirms is a number of its own and
// no toll told before: "confirmer le nombre de personnes à bord".
func (r *reader) numberOfItsOwn(i int32, s lang.Sent) bool {
	of := false
	for j := i + 1; j < s.End && j < i+10; j++ {
		t := &r.a.Tokens[j]
		switch {
		case t.Norm == "nombre":
			of = true
		case of && t.POS == lang.NOUN:
			if r.thingAt(j) != noThing {
				continue // "le nombre et l'identité des personnes"
			}
			n, _ := r.nounOf(j)
			return n.measure == ""
		case t.POS == lang.PUNCT, t.POS == lang.VERB:
			return false
		}
	}
	return false
}

// ofAll says m of the other figures as well that "ces chiffres" speak of: those of
// the sentence of m.Of and the one before it, told on somebody's word as it is, or
// on nobody's.
func (r *reader) ofAll(m *claim.Remark, i int32, s lang.Sent) {
	plural := false
	for j := max(s.First+1, i-10); j < min(s.End, i+8); j++ {
		switch r.a.Tokens[j].Norm {
		case "chiffres", "bilans", "estimations", "décomptes":
			plural = plural || r.a.Tokens[j-1].Norm == "ces"
		}
	}
	if !plural {
		return
	}
	verb, _ := r.a.Surface(i, i)
	for _, f := range r.r.Figures {
		if f == m.Of || f.PartOf != nil || f.Aside || f.Previous || f.Sent > m.Of.Sent || f.Sent < m.Of.Sent-1 || f.Span.Start > verb || (f.By == nil) != (m.Of.By == nil) {
			continue
		}
		if m.By != nil && f.By != nil && f.By.Speaker == m.By.Speaker {
			continue
		}
		more, q := *m, f.Quantity
		more.Of, more.Quantity = f, &q
		r.r.Remarks = append(r.r.Remarks, &more)
	}
}

// newFigure is what "le nouveau chiffre" speaks of: the greatest toll of the
// dead told before, the others being older.
func (r *reader) newFigure(pos int, s lang.Sent) *claim.Figure {
	fresh := false
	for i := s.First; i < s.End; i++ {
		if n := r.a.Tokens[i].Norm; n == "nouveau" || n == "nouveaux" || n == "nouvelle" {
			fresh = true
		}
	}
	if !fresh {
		return nil
	}
	var best *claim.Figure
	for _, f := range r.r.Figures {
		if f.Span.Start < pos && f.Measure == claim.Killed && !f.Aside && f.PartOf == nil && (best == nil || f.Quantity.Low >= best.Quantity.Low) {
			best = f
		}
	}
	return best
}

// apart reports whether a comma or a second verb parts two bytes of a sentence:
// what stands behind is no object of what stands before.
func (r *reader) apart(s lang.Sent, a, b int) bool {
	for i := s.First; i < s.End; i++ {
		t := &r.a.Tokens[i]
		if int(t.Start) <= a {
			continue
		}
		if int(t.Start) >= b {
			return false
		}
		if t.Norm == "," || t.Norm == ";" || t.POS == lang.CCONJ || t.POS == lang.VERB && t.Morph.Has(lang.Fin) && int(t.Start) > a+20 {
			return true
		}
	}
	return false
}

// revisedFrom is the earlier figure of the same report that a revision
// replaces, nil where it is not told.
func (r *reader) revisedFrom(to *claim.Figure) *claim.Figure {
	for _, f := range r.r.Figures {
		if f != to && f.Previous && f.Measure == to.Measure && f.Sent-to.Sent <= 2 && to.Sent-f.Sent <= 2 {
			return f
		}
	}
	return nil
}

// oldObject reports whether f is the toll that the verb at i is done to, and not
// the one it leads to: "revoir à la baisse un bilan de 79 morts", but "porter le
// bilan à 79 morts", "porter le bilan de 79 à 81 morts".
func (r *reader) oldObject(i int32, f *claim.Figure, s lang.Sent) bool {
	if f.Number.Start < int(r.a.Tokens[i].End) {
		return false
	}
	noun, of, last := false, false, i
	for j := i + 1; j < s.End && int(r.a.Tokens[j].Start) < f.Number.Start; j++ {
		switch t := &r.a.Tokens[j]; {
		case tolls[t.Norm]:
			noun, of = true, false
		case t.Norm == "de" || t.Norm == "d'":
			of = true
		case t.POS != lang.ADJ && t.POS != lang.DET:
			of = false
		}
		last = j
	}
	if !noun || !of {
		return false
	}
	for j := last + 1; j < min(s.End, last+8); j++ {
		if t := &r.a.Tokens[j]; t.Norm == "à" && j+1 < s.End && r.a.Tokens[j+1].POS == lang.NUM {
			return false
		}
	}
	return true
}

// notBefore reports whether the verb at i is negated: "n'ont pas confirmé",
// "n'a pu être vérifié", "sans confirmer", "ni … n'ont voulu confirmer".
func (r *reader) notBefore(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j >= i-7; j-- {
		switch r.a.Tokens[j].Norm {
		case "ne", "n'", "sans", "non", "jamais":
			return true
		case ",", ";", ".", "que", "qui":
			return false
		}
	}
	return false
}

// remarked is the figure that a remark at byte pos speaks of: one of its own
// sentence, else the last told before it.
func (r *reader) remarked(pos int, s lang.Sent, kind claim.RemarkKind) *claim.Figure {
	si := int(r.a.Tokens[s.First].Sent)
	var own *claim.Figure
	for _, f := range r.r.Figures {
		if f.Sent != si || f.PartOf != nil {
			continue
		}
		if kind != claim.RevisionMade && f.Span.Start > pos && r.apart(s, pos, f.Span.Start) {
			continue // "l'avait qualifié d'erreur et s'en tenait à dix-neuf morts"
		}
		if own == nil || kind == claim.RevisionMade && f.Span.Start > pos && own.Span.Start < pos {
			own = f
		}
	}
	if own != nil {
		return own
	}
	if kind == claim.RevisionMade || kind == claim.Confirmation {
		return nil
	}
	f := r.newFigure(pos, s)
	if f == nil {
		f = r.figureBefore(pos, claim.Killed)
	}
	if f == nil || si-f.Sent > 4 {
		f = r.figureBefore(pos, "")
	}
	if f == nil || si-f.Sent > 4 {
		return nil
	}
	return f
}
