package claim

import (
	"recoupe/lang"
	"recoupe/text"
)

// Who gives a number where no verb of saying governs it: the subject of a verb
// of counting ("l'armée dénombre 1.774 morts"), a name set beside a bare number
// ("la Syrie 760 morts", "l'entreprise s'en tient à neuf"), a preposition behind
// it ("2.000 d'après la mairie"), whoever drew up the toll ("le bilan établi par la
// Protection civile est de 31 morts").

// countingVerbs have whoever counts as their subject.
var countingVerbs = wordSet("afficher notifier déclarer dénombrer recenser compter comptabiliser déplorer évoquer avancer estimer chiffrer enregistrer relever totaliser parler tenir reconnaître annoncer revendiquer calculer faire mentionner signaler admettre rapporter donner confirmer tabler dresser")

// hadVerbs may say of a place what it suffered: "la vallée a enregistré 85 morts".
var hadVerbs = wordSet("enregistrer compter totaliser recenser déplorer")

// settlements head the names of places that are no body.
var settlements = wordSet("région ville province district commune quartier village vallée île pays continent localité capitale secteur zone état comté canton")

// isPlace reports whether p names a place, by its noun or by the map.
func (l *listener) isPlace(p *phrase) bool {
	if settlements[singular(l.a.Tokens[p.head].Norm)] {
		return true
	}
	at := int(l.a.Tokens[p.head].Start)
	for i := range l.a.Names {
		if n := &l.a.Names[i]; n.Start <= at && at < n.End {
			return n.Place != nil && n.Place.Precision != "country"
		}
	}
	return false
}

// treatingVerbs have a hospital or a doctor as whoever counts: "le chirurgien a
// soigné une vingtaine de brûlés".
var treatingVerbs = wordSet("recevoir accueillir soigner traiter admettre opérer")

// countedPassives have whoever counts behind "par".
var countedPassives = wordSet("établi établie dressé dressée communiqué communiquée fourni fournie publié publiée donné donnée avancé avancée diffusé diffusée estimé estimée estimés estimées évalué évaluée évalués évaluées chiffré chiffrée recensé recensés recensée recensées dénombré dénombrés dénombrée dénombrées comptés comptées revendiqué revendiqués comptabilisé comptabilisés annoncé annoncée rapporté rapportée")

// tollBy finds who gives the number of f; nil where nobody is named. g is the
// finding before it in the sentence, nil for the first.
func (r *reader) tollBy(f, g *finding, s lang.Sent) *Attribution {
	l := &listener{a: r.a, t: frenchTongue, first: s.First, end: s.End, part: -1}
	start := f.first
	for start > s.First && int(r.a.Tokens[start-1].Start) >= f.numStart {
		start--
	}
	if by := r.besideBehind(l, f, s); by != nil {
		return by
	}
	if g != nil && g.figure != nil {
		if by := r.besideNumber(l, start, g, s); by != nil {
			return by
		}
		if !(f.has && f.p.finite >= 0 && !f.p.left) && r.linked(&g.counted, &f.counted) && g.figure.By != nil && g.figure.By.Rule == "toll-counted" {
			return g.figure.By
		}
	}
	if by := r.counts(l, start, s); by != nil {
		return by
	}
	return r.drawnUp(l, start, f, s)
}

// besideBehind reads "selon X" behind the number, before any verb or mark.
func (r *reader) besideBehind(l *listener, f *finding, s lang.Sent) *Attribution {
	for i := max(f.npEnd, f.last) + 1; i < s.End && i < f.npEnd+9; i++ {
		t := &r.a.Tokens[i]
		if t.Norm == "(" && i == max(f.npEnd, f.last)+1 {
			// "300 (mairie) à 900 (organisateurs)"
			if p, ok := l.phraseAt(i+1, s.End); ok && r.a.Tokens[i+1].POS != lang.NUM && p.end < s.End && r.a.Tokens[p.end].Norm == ")" && l.role(p.head) != noRole {
				return r.credited(l, &p, "toll-in-brackets", text.Span{})
			}
			return nil
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

// nameRightBefore reports whether a proper name stands right before the number:
// "la Syrie 760 morts".
func (r *reader) nameRightBefore(f *finding) bool {
	return f.first > 0 && r.a.Tokens[f.first-1].POS == lang.PROPN && r.a.Tokens[f.first-1].Sent == f.sent
}

// besideNumber reads a speaker set right before a bare number, with or without
// a verb of counting: "…, les familles de plus de quarante".
func (r *reader) besideNumber(l *listener, start int32, g *finding, s lang.Sent) *Attribution {
	from := int32(-1)
	for i := start - 1; i > g.npEnd && i > start-14; i-- {
		switch r.a.Tokens[i].Norm {
		case ",", ";", "mais", "tandis", "contre":
			from = i + 1
		}
		if from >= 0 {
			break
		}
	}
	if from < 0 {
		return nil
	}
	for from < start && (r.a.Tokens[from].Norm == "et" || r.a.Tokens[from].Norm == "mais" || r.a.Tokens[from].Norm == "que" || r.a.Tokens[from].Norm == "quand" || r.a.Tokens[from].Norm == "alors") {
		from++
	}
	p, ok := l.phraseAt(from, start)
	if !ok || r.a.Tokens[p.head].POS == lang.PRON || !l.speaks(&p) || r.demonym(p.head) {
		return nil
	}
	for i := p.end; i < start; i++ {
		switch t := &r.a.Tokens[i]; {
		case t.POS == lang.VERB && !countingVerbs[t.Lemma], t.POS == lang.AUX && t.Norm != "a" && t.Norm != "ont":
			return nil
		case t.Norm == ",":
			return nil
		}
	}
	return r.credited(l, &p, "toll-contrast", text.Span{})
}

// counts reads the subject of a verb of counting that takes the number.
func (r *reader) counts(l *listener, start int32, s lang.Sent) *Attribution {
	for i := start - 1; i >= s.First && i > start-9; i-- {
		t := &r.a.Tokens[i]
		if t.Norm == "que" && (r.beforeWord(i, s, "ne", 7) || r.beforeWord(i, s, "n'", 7)) {
			continue // "n'en reconnaissait que neuf"
		}
		if t.Norm == "," && i+1 < start && r.a.Tokens[i+1].Norm == "dont" {
			continue // "ont notifié 310 cas, dont sept décès"
		}
		if t.Norm == ";" || t.Norm == ":" || t.Norm == "," || t.POS == lang.SCONJ {
			return nil
		}
		if t.POS != lang.VERB {
			continue
		}
		treats := treatingVerbs[t.Lemma]
		if t.Morph.Has(lang.Part_) && !t.Morph.Has(lang.Fin) && !r.haveBefore(i) {
			continue // an adjective: "a déclaré vingt cas confirmés, dont six décès"
		}
		if !countingVerbs[t.Lemma] && !treats && !r.sets(i, start, s) || t.Morph.Has(lang.Inf) && !t.Morph.Has(lang.Fin) {
			return nil
		}
		if t.Lemma == "faire" && !(i+1 < s.End && r.a.Tokens[i+1].Norm == "état") {
			return nil
		}
		p, ok := r.whoDoes(l, i, s)
		if ok && r.a.Tokens[p.head].Norm == "on" {
			p, ok = l.onTheSideOf(&group{first: p.end}) // "Du côté de la mairie, on compte douze morts"
		}
		strict := (t.Lemma == "dénombrer" || t.Lemma == "recenser" || t.Lemma == "comptabiliser" || t.Lemma == "chiffrer" || t.Lemma == "compter") && !t.Morph.Has(lang.Pres)
		if !ok || r.a.Tokens[p.head].POS == lang.PRON || !strict && (!l.speaks(&p) || l.roleOf(&p) == "" && p.name.empty()) {
			return nil
		}
		if treats && l.roleOf(&p) != Hospital || hadVerbs[t.Lemma] && l.isPlace(&p) {
			return nil
		}
		return r.credited(l, &p, "toll-counted", r.span(r.a.Surface(i, i)))
	}
	return nil
}

// whoDoes returns the subject of the verb at i, found by syntax or else by what
// stands before the verb and its auxiliaries.
func (r *reader) whoDoes(l *listener, i int32, s lang.Sent) (phrase, bool) {
	limit := i
	for limit > s.First && (r.a.Tokens[limit-1].POS == lang.AUX || r.a.Tokens[limit-1].POS == lang.ADV || r.a.Tokens[limit-1].Norm == "n'" || r.a.Tokens[limit-1].Norm == "en" || r.a.Tokens[limit-1].Norm == "s'") {
		limit--
	}
	if h := l.nsubj(i); h >= 0 && h < limit {
		return l.fromSubject(h, limit)
	}
	return l.phraseBefore(limit)
}

// sets reports whether the verb at i sets a toll: "a porté à quatorze le nombre
// de morts".
func (r *reader) sets(i, number int32, s lang.Sent) bool {
	switch r.a.Tokens[i].Lemma {
	case "porter", "ramener", "revoir", "évaluer", "fixer", "abaisser":
	default:
		return false
	}
	if i+1 >= number || r.a.Tokens[number-1].Norm != "à" {
		return false
	}
	for k := range r.a.Numbers {
		if n := &r.a.Numbers[k]; n.First >= number {
			return r.pastNumberOf(n.Last+1, s) > n.Last+1
		}
	}
	return false
}

// drawnUp reads "par X" beside a participle of counting, before or behind.
func (r *reader) drawnUp(l *listener, start int32, f *finding, s lang.Sent) *Attribution {
	for i := s.First; i+1 < s.End; i++ {
		if !countedPassives[r.a.Tokens[i].Norm] || i > start && i > f.npEnd+3 || i < start-22 {
			continue
		}
		j := i + 1
		for j < s.End && j < i+6 && r.a.Tokens[j].Norm != "par" && r.a.Tokens[j].POS != lang.VERB {
			j++
		}
		if i < start && j > start { // "est estimé à 40.000 par la Croix-Rouge"
			j = f.npEnd + 1
		}
		if j >= s.End || r.a.Tokens[j].Norm != "par" {
			if j = f.npEnd + 1; j >= s.End || r.a.Tokens[j].Norm != "par" {
				continue
			}
		}
		if p, ok := l.phraseAt(j+1, s.End); ok && l.speaks(&p) {
			return r.credited(l, &p, "toll-drawn-up", r.span(r.a.Surface(i, i)))
		}
	}
	return nil
}

// afterIncise reports whether f goes on behind the incise that gave g its
// speaker, with no verb of its own: "est monté à 57 morts, a fait savoir le
// ministère, après la découverte de six corps".
func (r *reader) afterIncise(g, f *finding) bool {
	c := g.figure.Claim
	if c == nil || g.figure.By.CueSpan.Start < c.Content.End || f.has && f.p.finite >= 0 {
		return false
	}
	s := r.a.Sents[f.sent]
	for i := s.First; i < f.first; i++ {
		t := &r.a.Tokens[i]
		if int(t.Start) > g.figure.By.CueSpan.End && (t.Norm == ";" || t.Norm == "." || t.POS == lang.VERB && t.Morph.Has(lang.Fin)) {
			return false
		}
	}
	return true
}

func (r *reader) credited(l *listener, p *phrase, rule string, cue text.Span) *Attribution {
	by := l.name(p)
	by.Rule = rule
	if !cue.IsZero() {
		by.CueSpan, by.Cue = cue, r.r.Document.Text[cue.Start:cue.End]
	}
	return by
}

// toldBy sets who gives the figure where no claim says it, and adds the claim.
func (r *reader) toldBy(fs []finding, k int, fig *Figure, s lang.Sent) {
	f := &fs[k]
	var g *finding
	for j := k - 1; j >= 0 && g == nil; j-- {
		if fs[j].figure != nil {
			g = &fs[j]
		}
	}
	if fig.By == nil && g != nil && g.figure.By != nil && (r.colonBetween(&g.counted, &f.counted) || r.afterIncise(g, f)) {
		fig.By, fig.Claim = g.figure.By, g.figure.Claim
		return
	}
	contrast := fig.Claim != nil && g != nil && g.figure.Claim == fig.Claim && (!r.linked(&g.counted, &f.counted) || r.nameRightBefore(f))
	if fig.Claim != nil && !contrast {
		return
	}
	by := r.tollBy(f, g, s)
	if by != nil && tollSpeaker(by) {
		by = r.giverOf(&Claim{By: by})
	}
	if by == nil {
		if g != nil && f.whole == g.figure && fig.By == nil {
			fig.By, fig.Claim = g.figure.By, g.figure.Claim
		}
		return
	}
	if contrast && fig.By != nil && by.Speaker == fig.By.Speaker {
		return // "onze morts et une trentaine blessées, d'après la police": all hers
	}
	if contrast && by.Rule != "toll-contrast" && by.Rule != "toll-beside" {
		return
	}
	if g != nil && g.figure.By == by {
		fig.By, fig.Claim = by, g.figure.Claim
		return
	}
	c := &Claim{ID: claimID(r.r.Document, fig.Span.Start), Content: fig.Span, Span: fig.Span.Cover(by.Span), Kind: Indirect, By: by, Stance: Asserted}
	r.r.Claims = append(r.r.Claims, c)
	fig.By, fig.Claim = by, c
}
