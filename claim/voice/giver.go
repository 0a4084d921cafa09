package voice

import (
	"recoupe/claim"
	"recoupe/lang"
)

// Who gives a number where no verb of saying governs it: the subject of a verb
// of counting ("l'armée dénombre 1.774 morts"), a name set beside a bare number
// ("la Syrie 760 morts", "l'entreprise s'en tient à neuf"), a preposition behind
// it ("2.000 d'après la mairie"), whoever drew up the toll ("le bilan établi par la
// Protection civile est de 31 morts").

// A Giver looks in one sentence for who gives a number.
type Giver struct {
	l *listener
	s lang.Sent
}

// A Place is where a number stands in its sentence: the token its numeral begins
// with, the last token of its noun phrase, and the last of all that was read
// with it.
type Place struct{ First, PhraseEnd, Last int32 }

// GiverIn looks in the sentence s of a.
func GiverIn(a *lang.Analysis, s lang.Sent) *Giver {
	return &Giver{l: &listener{a: a, t: frenchTongue, first: s.First, end: s.End, part: -1}, s: s}
}

// countingVerbs have whoever counts as their subject.
var countingVerbs = lang.WordSet("afficher notifier déclarer dénombrer recenser compter comptabiliser déplorer évoquer avancer estimer chiffrer enregistrer relever totaliser parler tenir reconnaître annoncer revendiquer calculer faire mentionner signaler admettre rapporter donner confirmer tabler dresser")

// hadVerbs may say of a place what it suffered: "la vallée a enregistré 85 morts".
var hadVerbs = lang.WordSet("enregistrer compter totaliser recenser déplorer")

// settlements head the names of places that are no body.
var settlements = lang.WordSet("région ville province district commune quartier village vallée île pays continent localité capitale secteur zone état comté canton")

// isPlace reports whether p names a place, by its noun or by the map.
func (l *listener) isPlace(p *phrase) bool {
	if settlements[singular(l.a.Tokens[p.head].Norm)] {
		return true
	}
	n := l.a.NameAt(int(l.a.Tokens[p.head].Start))
	return n != nil && n.Place != nil && n.Place.Precision != "country"
}

// treatingVerbs have a hospital or a doctor as whoever counts: "le chirurgien a
// soigné une vingtaine de brûlés".
var treatingVerbs = lang.WordSet("recevoir accueillir soigner traiter admettre opérer")

// Treats reports whether the verb has a hospital for subject and patients for object.
func Treats(lemma string) bool { return treatingVerbs[lemma] }

// countedPassives have whoever counts behind "par".
var countedPassives = lang.WordSet("établi établie dressé dressée communiqué communiquée fourni fournie publié publiée donné donnée avancé avancée diffusé diffusée estimé estimée estimés estimées évalué évaluée évalués évaluées chiffré chiffrée recensé recensés recensée recensées dénombré dénombrés dénombrée dénombrées comptés comptées revendiqué revendiqués comptabilisé comptabilisés annoncé annoncée rapporté rapportée")

// Behind reads "selon X" behind the number, before any verb or mark.
func (g *Giver) Behind(at Place) *claim.Attribution {
	l := g.l
	next := max(at.PhraseEnd, at.Last) + 1
	for i := next; i < g.s.End && i < at.PhraseEnd+9; i++ {
		t := &l.a.Tokens[i]
		if t.Norm == "(" && i == next {
			return g.inBrackets(i)
		}
		if c, ok := l.besideAt(i); ok && c.known {
			c.rule = "toll-beside"
			return l.credit(&c)
		}
		if t.Norm == ";" || t.Norm == "." || t.Norm == ":" || t.POS == lang.VERB && t.Morph.Has(lang.Fin) || t.POS == lang.NUM || t.POS == lang.SCONJ {
			return nil
		}
	}
	return nil
}

// inBrackets reads the brackets that open at i: "300 (mairie) à 900 (organisateurs)".
func (g *Giver) inBrackets(i int32) *claim.Attribution {
	l := g.l
	p, ok := l.phraseAt(i+1, g.s.End)
	if !ok || l.a.Tokens[i+1].POS == lang.NUM || p.end >= g.s.End || l.a.Tokens[p.end].Norm != ")" || l.role(p.head) == noRole {
		return nil
	}
	return l.credited(&p, "toll-in-brackets", -1)
}

// Beside reads a speaker set right before a bare number, with or without a verb
// of counting: "…, les familles de plus de quarante". The number before it ends
// with token before. It also returns the token that heads the speaker's name.
func (g *Giver) Beside(at Place, before int32) (*claim.Attribution, int32) {
	l, tokens := g.l, g.l.a.Tokens
	from := int32(-1)
	for i := at.First - 1; i > before && i > at.First-14 && from < 0; i-- {
		switch tokens[i].Norm {
		case ",", ";", "mais", "tandis", "contre":
			from = i + 1
		}
	}
	if from < 0 {
		return nil, -1
	}
	for from < at.First && contrasts[tokens[from].Norm] {
		from++
	}
	p, ok := l.phraseAt(from, at.First)
	if !ok || tokens[p.head].POS == lang.PRON || !l.speaks(&p) {
		return nil, -1
	}
	for i := p.end; i < at.First; i++ {
		switch t := &tokens[i]; {
		case t.POS == lang.VERB && !countingVerbs[t.Lemma], t.POS == lang.AUX && t.Norm != "a" && t.Norm != "ont":
			return nil, -1
		case t.Norm == ",":
			return nil, -1
		}
	}
	return l.credited(&p, "toll-contrast", -1), p.head
}

// contrasts may open what is set against another count.
var contrasts = lang.WordSet("et mais que quand alors")

// Each is the n-th, from 0, of two speakers whom by names together, "la police et
// l'hôpital"; nil where it names no two.
func (g *Giver) Each(by *claim.Attribution, n int) *claim.Attribution {
	l := g.l
	from, et, to := int32(-1), int32(-1), int32(-1)
	for i := g.s.First; i < g.s.End; i++ {
		t := &l.a.Tokens[i]
		if int(t.Start) < by.Span.Start || int(t.End) > by.Span.End {
			continue
		}
		if from < 0 {
			from = i
		}
		if t.Norm == "et" && et < 0 {
			et = i
		}
		to = i + 1
	}
	if et <= from || to <= et+1 {
		return nil
	}
	limit := et
	if n == 1 {
		from, limit = et+1, to
	}
	p, ok := l.phraseAt(from, limit)
	if !ok || p.end != limit {
		return nil
	}
	return l.credited(&p, "toll-respective", -1)
}

// Counting reads the subject of a verb of counting that takes the number. The
// caller knows whether a participle is one of a compound tense: perfect.
func (g *Giver) Counting(at Place, perfect func(i int32) bool) *claim.Attribution {
	l, first := g.l, g.s.First
	for i := at.First - 1; i >= first && i > at.First-9; i-- {
		t := &l.a.Tokens[i]
		if t.Norm == "que" && (l.a.WordBefore(i, first, 7, "ne") || l.a.WordBefore(i, first, 7, "n'")) {
			continue // "n'en reconnaissait que neuf"
		}
		if t.Norm == "," && i+1 < at.First && l.a.Tokens[i+1].Norm == "dont" {
			continue // "ont notifié 310 cas, dont sept décès"
		}
		if t.Norm == ";" || t.Norm == ":" || t.Norm == "," || t.POS == lang.SCONJ {
			return nil
		}
		if t.POS != lang.VERB {
			continue
		}
		if t.Morph.Has(lang.Part_) && !t.Morph.Has(lang.Fin) && !perfect(i) {
			continue // an adjective: "a déclaré vingt cas confirmés, dont six décès"
		}
		return g.counter(i, at)
	}
	return nil
}

// counter is the subject of the verb at i if that is a verb of counting.
func (g *Giver) counter(i int32, at Place) *claim.Attribution {
	l, t := g.l, &g.l.a.Tokens[i]
	treats := Treats(t.Lemma)
	if !countingVerbs[t.Lemma] && !treats && !g.sets(i, at.First) || t.Morph.Has(lang.Inf) && !t.Morph.Has(lang.Fin) {
		return nil
	}
	if t.Lemma == "tenir" && i > g.s.First && l.a.Tokens[i-1].Norm != "en" && l.a.Tokens[i-1].Norm != "s'" {
		return nil // "un commando tient 14 touristes en otages"; but "s'en tient à douze"
	}
	if t.Lemma == "faire" && !(i+1 < g.s.End && l.a.Tokens[i+1].Norm == "état") {
		return nil
	}
	p, ok := g.whoDoes(i)
	if ok && l.a.Tokens[p.head].Norm == "on" {
		p, ok = l.onTheSideOf(&group{first: p.end}) // "Du côté de la mairie, on compte douze morts"
	}
	strict := strictCounts[t.Lemma] && !t.Morph.Has(lang.Pres)
	if !ok || l.a.Tokens[p.head].POS == lang.PRON || !strict && (!l.speaks(&p) || l.roleOf(&p) == "" && p.name.empty()) {
		return nil
	}
	if treats && l.roleOf(&p) != claim.Hospital || hadVerbs[t.Lemma] && l.isPlace(&p) {
		return nil
	}
	return l.credited(&p, "toll-counted", i)
}

// strictCounts in the past have a counter for subject, whoever it is.
var strictCounts = lang.WordSet("dénombrer recenser comptabiliser chiffrer compter")

// whoDoes returns the subject of the verb at i, found by syntax or else by what
// stands before the verb and its auxiliaries.
func (g *Giver) whoDoes(i int32) (phrase, bool) {
	l, limit := g.l, i
	for limit > g.s.First {
		t := &l.a.Tokens[limit-1]
		if t.POS != lang.AUX && t.POS != lang.ADV && t.Norm != "n'" && t.Norm != "en" && t.Norm != "s'" {
			break
		}
		limit--
	}
	if h := l.nsubj(i); h >= 0 && h < limit {
		return l.fromSubject(h, limit)
	}
	return l.phraseBefore(limit)
}

// sets reports whether the verb at i sets a toll: "a porté à quatorze le nombre
// de morts".
func (g *Giver) sets(i, number int32) bool {
	tokens := g.l.a.Tokens
	switch tokens[i].Lemma {
	case "porter", "ramener", "revoir", "évaluer", "fixer", "abaisser":
	default:
		return false
	}
	if i+1 >= number || tokens[number-1].Norm != "à" {
		return false
	}
	for k := range g.l.a.Numbers {
		if n := &g.l.a.Numbers[k]; n.First >= number {
			of := n.Last + 3
			if of < g.s.End && tokens[of].POS == lang.ADJ {
				of++ // "le nombre total de morts"
			}
			return of+1 < g.s.End && tokens[n.Last+1].Norm == "le" && (tokens[n.Last+2].Norm == "nombre" || tokens[n.Last+2].Norm == "total") &&
				(tokens[of].Norm == "de" || tokens[of].Norm == "d'")
		}
	}
	return false
}

// DrawnUp reads "par X" beside a participle of counting, before or behind.
func (g *Giver) DrawnUp(at Place) *claim.Attribution {
	l, tokens, end := g.l, g.l.a.Tokens, g.s.End
	for i := g.s.First; i+1 < end; i++ {
		if !countedPassives[tokens[i].Norm] || i < at.First && l.ofTheEvent(i) || i > at.First && i > at.PhraseEnd+3 || i < at.First-22 {
			continue
		}
		j := i + 1
		for j < end && j < i+6 && tokens[j].Norm != "par" && tokens[j].POS != lang.VERB {
			j++
		}
		if i < at.First && j > at.First { // "est estimé à 40.000 par la Croix-Rouge"
			j = at.PhraseEnd + 1
		}
		if j >= end || tokens[j].Norm != "par" {
			if j = at.PhraseEnd + 1; j >= end || tokens[j].Norm != "par" {
				continue
			}
		}
		if p, ok := l.phraseAt(j+1, end); ok && l.speaks(&p) {
			return l.credited(&p, "toll-drawn-up", i)
		}
	}
	return nil
}

// ofTheEvent reports whether the participle at i is said of what happened and of
// no count: "l'attentat revendiqué par la milice a fait des dizaines de morts".
func (l *listener) ofTheEvent(i int32) bool {
	for j := i - 1; j > l.first && j > i-4; j-- { // "l'attentat suicide revendiqué"
		if ofEvent(l.a.Tokens[j].Norm) {
			return true
		}
		if tollWords[l.a.Tokens[j].Norm] || l.a.Tokens[j].POS == lang.NUM {
			return false
		}
	}
	return false
}

// credited names p as the speaker found by rule, on the cue at token cue; -1
// where no word is the cue.
func (l *listener) credited(p *phrase, rule string, cue int32) *claim.Attribution {
	by := l.name(p)
	by.Rule = rule
	if cue >= 0 {
		by.CueSpan = l.span(cue, cue+1)
		by.Cue = l.a.Doc.Text[by.CueSpan.Start:by.CueSpan.End]
	}
	return by
}
