// Package told finds what a report tells: figures with whoever gave them, what
// it says is not known, what it says of other figures, and dated events.
//
// A numeral becomes a figure through the noun it counts and what is said of
// those counted; package voice says on whose word it stands.
package told

import (
	"slices"
	"strconv"
	"strings"

	"recoupe/claim"
	"recoupe/claim/voice"
	"recoupe/lang"
	"recoupe/text"
)

// Read returns what the report analysed in a says. A report in a language that
// has no rules yet says nothing, and loses nothing else by it.
func Read(a *lang.Analysis) *claim.Report {
	r := &claim.Report{Document: a.Doc, Lang: a}
	if a.Doc.Language != "fr" {
		return r
	}
	r.Claims = voice.Find(a)
	rd := &reader{a: a, v: french, r: r, mine: tellsOfMine(a.Doc.Text), captives: tellsOfCaptives(a.Doc.Text), armed: tellsOfArms(a.Doc.Text), protest: tellsOfProtest(a.Doc.Text)}
	rd.findFigures()
	rd.sums()
	rd.findGaps()
	rd.findRemarks()
	rd.findEvents()
	slices.SortStableFunc(r.Claims, func(a, b *claim.Claim) int { return a.Content.Start - b.Content.Start })
	return r
}

// tellsOfProtest reports whether text is about people who march, strike or gather for
// a cause: only then does a number that came count as a turn-out.
func tellsOfProtest(text string) bool {
	low := strings.ToLower(text)
	for _, w := range []string{"manifest", "cortège", "défil", "grève", "gréviste", "protest", "contestation", " marche ", " marche.", " marche,", " marches", "marché contre", "marchent", "mobilisation", "hommage", "rassemblement", "occup", "sit-in", "syndic", "émeut", "opposition", "meeting"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// tellsOfMine reports whether "mineurs" are likely miners in text.
func tellsOfMine(text string) bool {
	low := strings.ToLower(text)
	for _, w := range []string{" mine ", " mine,", " mine.", "galerie", "à la surface", "restés au fond", "coup de grisou", "charbonnage", "minier", "minière", " puits", "houill"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// claimID names the claim whose content starts at byte start.
func claimID(d *text.Document, start int) string {
	return string(d.ID) + "-c" + strconv.Itoa(start)
}

// word sets on whose word fig stands, and how firmly it is put.
func (r *reader) word(fs []finding, k int, fig *claim.Figure, s lang.Sent) {
	f := &fs[k]
	if c := claim.Innermost(r.r.Claims, fig.Number); c != nil && !r.anothers(fs, k, c) {
		fig.Claim, fig.By = c, c.By
		if c.Stance != "" {
			fig.Stance = c.Stance
		}
	}
	r.toldBy(fs, k, fig, s)
	r.respective(fs, k, fig, s)
	r.times(f, fig)
	if fig.Stance == claim.Asserted || fig.Stance == "" {
		fig.Stance = claim.Asserted
		if r.hedged(f, fig, s) || k > 0 && !(f.has && f.p.finite >= 0) && fs[k-1].figure != nil && fs[k-1].figure.Stance == claim.Hedged && fs[k-1].figure.By == fig.By && r.linked(&fs[k-1].counted, &f.counted) {
			fig.Stance = claim.Hedged
		}
	}
	if r.unknownWhether(f, s) {
		fig.Stance = claim.NotKnown
	}
	fig.Aside = r.earlierCrisis(f, fig, s)
}

// anothers reports whether the word of c stands beside a later, bare number that is
// set against the k-th: "55.000 manifestants, 22.000 d'après la police".
func (r *reader) anothers(fs []finding, k int, c *claim.Claim) bool {
	if c.By == nil || c.By.CueSpan.Start <= fs[k].numEnd {
		return false
	}
	doc := r.r.Document.Text
	for n := k + 1; n < len(fs); n++ {
		g, before := &fs[n], &fs[n-1]
		if g.head >= 0 || g.numEnd > c.By.CueSpan.Start || strings.TrimSpace(doc[g.numEnd:c.By.CueSpan.Start]) != "" || before.numEnd > g.numStart {
			continue
		}
		between := doc[before.numEnd:g.numStart]
		return strings.HasSuffix(between, "(") || strings.Contains(between, ", contre ") || strings.HasSuffix(strings.TrimRight(between, " \u00a0"), ",")
	}
	return false
}

// hedged reports whether the words of the figure itself are those of hearsay.
func (r *reader) hedged(f *finding, fig *claim.Figure, s lang.Sent) bool {
	verb := f.p.finite
	if !f.has || verb < 0 {
		verb = r.verbOver(f, s)
	}
	if i := f.npEnd + 1; verb < 0 && f.noun.measure != "" && i < s.End && r.a.Tokens[i].POS == lang.AUX && r.a.Tokens[i].Morph.Has(lang.Cnd) {
		verb = i // "plusieurs morts auraient été retrouvés"
	}
	if verb < 0 && f.has && f.p.rule == "predicate-idiom" && r.a.Tokens[f.p.verb].Morph.Has(lang.Cnd) {
		verb = f.p.verb // "quarante fermiers manqueraient à l'appel"
	}
	if verb >= 0 {
		t := &r.a.Tokens[verb]
		if t.Morph.Has(lang.Cnd) && voice.ConditionalHearsay(r.a, verb, fig.By) {
			return true
		}
	}
	for i := f.first - 1; i >= s.First && i > f.first-9; i-- {
		if t := &r.a.Tokens[i]; t.Lemma == "rumeur" {
			return true // "des rumeurs selon lesquelles cent personnes sont mortes"
		} else if t.Norm == ";" || t.Norm == ":" {
			break
		}
	}
	for i := max(s.First, f.first-4); i < min(s.End, f.npEnd+3); i++ {
		if from := int(r.a.Tokens[i].Start); f.numStart <= from && from < f.numEnd {
			continue // "des dizaines, peut-être des centaines" is a stretch
		}
		switch r.a.Tokens[i].Norm {
		case "apparemment", "vraisemblablement", "probablement", "peut-être", "certainement":
			return true
		case "doute":
			if i > s.First && r.a.Tokens[i-1].Norm == "sans" {
				return true
			}
		case "présumés", "présumées", "présumé", "présumée", "supposés", "supposées":
			if f.measure == claim.Killed && i > f.head && i < f.p.verb {
				return true // "vingt ouvriers présumés morts"
			}
		}
	}
	return false
}

// verbOver is the nearest finite verb left of an outcome: "il y aurait une
// centaine de noyés", "le bilan serait de 12 morts".
func (r *reader) verbOver(f *finding, s lang.Sent) int32 {
	for i := f.first - 1; i >= s.First && i >= f.first-9; i-- {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case ";", ":", "que", "qu'", "mais":
			return -1
		}
		if (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin|lang.Cnd) {
			return i
		}
	}
	return -1
}

// unknownWhether reads "on ignore si les quatre otages ont été tués".
func (r *reader) unknownWhether(f *finding, s lang.Sent) bool {
	for i := f.first - 1; i >= s.First && i > f.first-8; i-- {
		if r.a.Tokens[i].Norm != "si" || i > s.First && (r.a.Tokens[i-1].Norm == "même" || r.a.Tokens[i-1].Norm == ",") {
			continue // "n'a rien confirmé, même si un témoin a vu 12 blessés"
		}
		for j := i - 1; j >= s.First && j > i-6; j-- {
			switch r.a.Tokens[j].Lemma {
			case "demander", "ignorer", "savoir", "déterminer", "connaître", "établir", "préciser", "confirmer", "dire", "indiquer", "vérifier", "comprendre":
				return true
			}
		}
	}
	return false
}

// times refers the figure to the time it covers and the time it was said: a
// time outside the words of the speaker, near the cue, is when they were said.
func (r *reader) times(f *finding, fig *claim.Figure) {
	sent := r.r.Document.Sentences[f.sent]
	best := 1 << 30
	for i := range r.a.Times {
		t := &r.a.Times[i]
		if t.End <= sent.Start || t.Type == "DURATION" || t.Type == "SET" || t.Member {
			continue
		}
		if t.Start >= sent.End {
			break
		}
		if fig.Claim != nil && (t.End <= fig.Claim.Content.Start || t.Start >= fig.Claim.Content.End) {
			if e := &t.Expr; fig.SaidAt < 0 && e.Tense != lang.InFuture && e.Bound != lang.Until && e.Bound != lang.From {
				fig.SaidAt = i // but not "a prolongé le couvre-feu jusqu'au 17 juin, signalant que …"
			}
			continue
		}
		d := max(t.Start-f.numEnd, f.numStart-t.End)
		if t.End < f.numStart {
			d += 15 // a time behind the figure is nearer to it than one before
		}
		if d < best && !r.crosses(t.Start, f.numStart) {
			best, fig.Covers = d, i
		}
	}
}

// earlierCrisis reports whether the figure is the toll of something long
// before, told in passing: its clause names a year that is not the report's,
// or a distance of years, and speaks in the past of the past.
func (r *reader) earlierCrisis(f *finding, fig *claim.Figure, s lang.Sent) bool {
	year := r.year()
	from, to := r.clause(f, s)
	past := false
	for i := from; i < to; i++ {
		t := &r.a.Tokens[i]
		switch t.Norm {
		case "avait", "avaient", "fit", "firent", "fut", "furent", "depuis", "celui", "celle", "précédent", "rappelle", "déjà", "coûta", "tua", "périrent", "eut":
			past = true
		}
		if t.Morph.Has(lang.Past) && t.Morph.Has(lang.Fin) {
			past = true
		}
	}
	for i := from; i < to; i++ {
		t := &r.a.Tokens[i]
		y := yearOf(t.Norm)
		if y == 0 || int(t.Start) >= f.numStart && int(t.End) <= f.numEnd {
			continue
		}
		switch {
		case i > s.First && r.a.Tokens[i-1].Norm == "depuis":
		case year > 0 && y < year-1, year > 0 && y < year && past, year == 0 && past && i > s.First && (r.a.Tokens[i-1].Norm == "en" || r.a.Tokens[i-1].Norm == "de" || r.monthBefore(i)):
			fig.Because = append(fig.Because, claim.Reason{Rule: "earlier-crisis", Span: r.span(int(t.Start), int(t.End))})
			return true
		}
	}
	for i := f.first - 1; i > from; i-- { // "la pire depuis l'hiver, quand neuf marins avaient péri"
		if r.a.Tokens[i].Norm == "depuis" && r.superlative(i, s) && past {
			return true
		}
	}
	if past && r.alreadyBefore(from, to) {
		return true // "En mars déjà, quatre-vingt-dix-huit villageois avaient été tués"
	}
	start, end := r.a.Surface(from, max(from, to-1))
	low := strings.ToLower(r.r.Document.Text[start:end])
	for _, cue := range []string{" ans plus tôt", " ans auparavant", "l'an dernier", "l'année dernière", "il y a un an", "un an plus tôt", "siècle dernier"} {
		if past && strings.Contains(low, cue) {
			return true
		}
	}
	if i := strings.Index(low, "il y a "); i >= 0 && strings.Contains(low[i:], " ans") && past {
		return true
	}
	return r.thatTime(low) && r.yearBefore(s)
}

// thatTime reports whether words in small letters tell of a time named before that is
// long gone: "à cette époque, une centaine d'habitants avaient péri".
func (r *reader) thatTime(low string) bool {
	for _, cue := range []string{"à cette époque", "a cette époque", "à l'époque", "à l’époque", "cette année-là", "cette fois-là"} {
		if strings.Contains(low, cue) {
			return true
		}
	}
	return false
}

// yearBefore reports whether one of the two sentences before s names a year before that
// of the report.
func (r *reader) yearBefore(s lang.Sent) bool {
	year, at := r.year(), int32(r.a.Tokens[s.First].Sent)
	for k := max(0, at-2); k < at; k++ {
		for i := r.a.Sents[k].First; i < r.a.Sents[k].End; i++ {
			if y := yearOf(r.a.Tokens[i].Norm); y > 0 && (year == 0 || y < year) {
				return true
			}
		}
	}
	return false
}

// alreadyBefore reports whether "déjà" and a past of the past stand together.
func (r *reader) alreadyBefore(from, to int32) bool {
	had, already := false, false
	for i := from; i < to; i++ {
		switch r.a.Tokens[i].Norm {
		case "avait", "avaient":
			had = true
		case "déjà":
			already = i > 0 && r.a.Tokens[i-1].POS != lang.AUX && r.a.Tokens[i-1].Norm != "avait" && r.a.Tokens[i-1].Norm != "avaient"
		}
	}
	return had && already
}

// superlative reports whether "depuis" at i compares with something earlier:
// "le plus meurtrier depuis".
func (r *reader) superlative(i int32, s lang.Sent) bool {
	for j := i - 1; j >= s.First && j > i-5; j-- {
		switch r.a.Tokens[j].Norm {
		case "plus", "pire", "pires":
			return true
		}
	}
	return false
}

func (r *reader) monthBefore(i int32) bool {
	return i > 0 && months[r.a.Tokens[i-1].Norm]
}

var months = lang.WordSet("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")

// year is the year the report is of, 0 if it cannot be told: stated, else 0.
func (r *reader) year() int {
	if t := r.r.Document.Published.When; !t.From.IsZero() {
		return t.From.Year()
	}
	return 0
}

func yearOf(norm string) int {
	if len(norm) != 4 || norm[0] != '1' && norm[0] != '2' {
		return 0
	}
	y := 0
	for i := 0; i < 4; i++ {
		if norm[i] < '0' || norm[i] > '9' {
			return 0
		}
		y = y*10 + int(norm[i]-'0')
	}
	if y < 1800 || y > 2100 {
		return 0
	}
	return y
}

// clause is the stretch of tokens around a finding between strong marks.
func (r *reader) clause(f *finding, s lang.Sent) (from, to int32) {
	from, to = f.first, f.npEnd+1
	for from > s.First {
		if open := r.openParen(from-1, s); open < from-1 {
			from = open // a bracket before it is no end: "à l'aéroport de Kara (sud), faisant dix blessés"
			continue
		}
		if n := r.a.Tokens[from-1].Norm; n == ";" || n == ":" || n == "(" || n == "mais" || n == "tandis" {
			break
		}
		from--
	}
	for to < s.End {
		if n := r.a.Tokens[to].Norm; n == ";" || n == ":" || n == ")" || n == "mais" || n == "tandis" {
			break
		}
		to++
	}
	return from, to
}

// openParen returns the token of the bracket that the one at token i closes, i
// where that closes none.
func (r *reader) openParen(i int32, s lang.Sent) int32 {
	if r.a.Tokens[i].Norm != ")" {
		return i
	}
	for j := i - 1; j >= s.First; j-- {
		if r.a.Tokens[j].Norm == "(" {
			return j
		}
	}
	return i
}
