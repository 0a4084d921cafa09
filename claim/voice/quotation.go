package voice

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// A speech is a quotation in the part being read.
type speech struct {
	q          int   // index into Analysis.Quotes
	first, end int32 // tokens, marks included
	in, out    int32 // tokens within the marks
	direct     bool  // speech that stands by itself, not words within a sentence
	closed     bool
	claim      *claim.Claim
}

// A pendingSpeech is a paragraph in quotation marks whose speaker is named
// behind it.
type pendingSpeech struct {
	content text.Span
	part    int
}

// findSpeeches fills l.speeches with the quotations of the part.
func (l *listener) findSpeeches() {
	l.speeches = l.speeches[:0]
	if l.first >= l.end {
		return
	}
	start, end := int(l.a.Tokens[l.first].Start), int(l.a.Tokens[l.end-1].End)
	qs := l.a.Quotes
	for l.nextQuote < len(qs) && qs[l.nextQuote].Start < start {
		l.nextQuote++
	}
	for ; l.nextQuote < len(qs) && qs[l.nextQuote].Start < end; l.nextQuote++ {
		q := &qs[l.nextQuote]
		s := speech{q: l.nextQuote, closed: q.Closed}
		s.first, s.in = l.a.TokenAt(q.Start), l.a.TokenAt(q.InnerStart)
		s.out = l.a.TokenAt(q.InnerEnd)
		s.end = s.out
		for s.end < l.end && int(l.a.Tokens[s.end].Start) < q.End {
			s.end++
		}
		s.out = min(max(s.out, s.in+1), l.end)
		s.direct = l.isDirect(&s, q)
		l.speeches = append(l.speeches, s)
	}
}

// isDirect reports whether a quotation is speech that stands by itself: it
// begins a sentence, follows a colon, or is a sentence of its own.
func (l *listener) isDirect(s *speech, q *lang.Quote) bool {
	d := l.a.Doc.Text
	floor := int(l.a.Tokens[l.first].Start)
	before := strings.TrimRightFunc(d[floor:q.Start], unicode.IsSpace)
	if before == "" {
		return l.standsAlone(s, q)
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	switch r {
	case '.', '!', '?', '…', '»', '"', '”', '—', '–':
		return l.standsAlone(s, q)
	case ':':
		return q.InnerEnd-q.InnerStart > 12 || l.closesSentence(q) && q.InnerEnd-q.InnerStart > 3
	case ',':
		if n := len(l.speeches); n > 0 && l.speeches[n-1].direct && s.first-l.speeches[n-1].end < 22 && l.words(s) >= 3 {
			return true // "...", lance le délégué, "et nous ..."
		}
	}
	first, _ := utf8.DecodeRuneInString(d[q.InnerStart:])
	return unicode.IsUpper(first) && l.words(s) >= 5 && l.hasFinite(s.in, s.out) && r != '\''
}

// standsAlone: a quotation at the start of a sentence is speech, unless the
// sentence goes on from it: « Casques blancs » et pompiers ont ...
func (l *listener) standsAlone(s *speech, q *lang.Quote) bool {
	if !q.Closed || l.words(s) >= 8 {
		return true
	}
	after := strings.TrimLeftFunc(l.a.Doc.Text[q.End:], unicode.IsSpace)
	if after == "" || strings.HasPrefix(l.a.Doc.Text[q.End:], "\n") {
		return l.words(s) >= 2
	}
	switch after[0] {
	case ',', '.', ':', '!', '?', ';':
		return true
	}
	if l.words(s) >= 4 && l.firstPerson(s) && l.hasFinite(s.in, s.out) {
		return true // « J'ai sauté sur le côté » pour éviter le car
	}
	inner := l.a.Doc.Text[q.InnerStart:q.InnerEnd]
	if strings.ContainsAny(inner[len(inner)-1:], ".!?") {
		return true
	}
	if s.end < l.end {
		_, ok := l.t.forms[l.a.Tokens[s.end].Norm]
		return ok || haveForms[l.a.Tokens[s.end].Norm] || l.norm(s.end) == "se"
	}
	return true
}

// firstPerson reports whether the words of a quotation say "je" or "nous".
func (l *listener) firstPerson(s *speech) bool {
	for k := s.in; k < s.out; k++ {
		switch l.norm(k) {
		case "je", "nous", "mon", "ma", "mes", "notre", "nos":
			return true
		}
	}
	return false
}

// closesSentence reports whether nothing follows the quotation in its sentence.
func (l *listener) closesSentence(q *lang.Quote) bool {
	after := strings.TrimLeft(l.a.Doc.Text[q.End:], " .!?\u00a0\u202f")
	return after == "" || after[0] == '\n' || unicode.IsUpper([]rune(after)[0]) || after[0] == '"' || strings.HasPrefix(after, "«")
}

func (l *listener) words(s *speech) int {
	n := 0
	for k := s.in; k < s.out; k++ {
		if l.a.Tokens[k].POS != lang.PUNCT {
			n++
		}
	}
	return n
}

// speechAt reports whether direct speech begins at token i.
func (l *listener) speechAt(i int32) bool {
	s := l.speechOver(i)
	return s != nil && s.direct && s.first == i
}

// speechOver returns the quotation over token i, nil if there is none.
func (l *listener) speechOver(i int32) *speech {
	k := sort.Search(len(l.speeches), func(k int) bool { return l.speeches[k].end > i })
	if k < len(l.speeches) && i >= l.speeches[k].first {
		return &l.speeches[k]
	}
	return nil
}

// breaksSpeech reports whether a cue within a quotation is the reporter's:
// « On l'a vue, raconte Luc, et ... », or an unclosed one run on too far.
func (l *listener) breaksSpeech(c *cue, s *speech) bool {
	if c.place == beside {
		return l.startsSentence(c.first)
	}
	if c.first <= s.in+1 {
		return c.first > s.in
	}
	if l.norm(c.first-1) != "," && l.norm(c.first-1) != "!" && l.norm(c.first-1) != "?" {
		return false
	}
	// The incise must end at a mark of its own, and its speaker be no "je".
	return c.until >= s.out || l.a.Tokens[c.until].POS == lang.PUNCT
}

// creditSpeeches gives every direct quotation its speaker.
func (l *listener) creditSpeeches() {
	for k := range l.speeches {
		s := &l.speeches[k]
		if !s.direct {
			l.quotedPredicate(s)
			continue
		}
		c := l.cueOf(s, k)
		if c == nil {
			l.anyVerb(s)
			continue
		}
		c.used = c.place != beside || c.from <= l.first || l.norm(c.from-1) != "," || c.until > s.first // else the clause before it is said too
		l.speak(s, c)
	}
}

// creditUncued sees to the quotations that no cue took and that are no part of
// what another cue governs.
func (l *listener) creditUncued() {
	for k := range l.speeches {
		switch s := &l.speeches[k]; {
		case s.claim != nil || l.covered(s):
		case s.direct:
			l.uncredited(s)
		default:
			l.keepsOn(s)
		}
	}
}

// covered reports whether the words of s lie within a content of the part.
func (l *listener) covered(s *speech) bool {
	q := &l.a.Quotes[s.q]
	for i := len(l.out) - 1; i >= 0; i-- {
		c := l.out[i]
		if c.Content.Start <= q.InnerStart && q.InnerEnd <= c.Content.End {
			return true
		}
	}
	return false
}

// anyVerb reads an incise with a verb that is none of saying: « ... », se veut
// rassurant le préfet.
func (l *listener) anyVerb(s *speech) {
	j := s.end
	if !s.closed || j+2 >= l.end || l.norm(j) != "," {
		return
	}
	_, limit := l.sentenceOver(j)
	first := j + 1
	for j++; j < limit && (l.norm(j) == "se" || Clitics[l.norm(j)] && l.a.Tokens[j].POS == lang.PRON); j++ {
	}
	if j >= limit || l.a.Tokens[j].POS != lang.VERB && l.a.Tokens[j].POS != lang.AUX || !l.a.Tokens[j].Morph.Has(lang.Fin) {
		return
	}
	for j++; j < limit && (l.a.Tokens[j].POS == lang.ADJ || l.a.Tokens[j].POS == lang.ADV || l.a.Tokens[j].POS == lang.VERB); j++ {
	}
	p, ok := l.phraseAt(j, limit)
	if !ok || !l.speaks(&p) || l.a.Tokens[p.head].POS == lang.PRON || p.whole < limit && l.a.Tokens[p.whole].POS != lang.PUNCT {
		return
	}
	c := &cue{place: incise, first: first, end: j, verb: -1, from: first, until: p.whole, who: p, known: true, rule: "any-verb"}
	l.speak(s, c)
}

// quotedPredicate reads: le ministère « appelle à la vigilance ».
func (l *listener) quotedPredicate(s *speech) {
	t := &l.a.Tokens[s.in]
	if !s.closed || l.words(s) < 3 || (t.POS != lang.VERB && t.POS != lang.AUX) || !t.Morph.Has(lang.Fin) || s.first <= l.first {
		return
	}
	if l.norm(s.end) == "," && s.end < l.end && l.incisedAt(s.end+1) {
		return // an incise credits the whole sentence
	}
	p, ok := l.endingAt(s.first, l.a.Sents[l.a.Tokens[s.first].Sent].First)
	if !ok || !l.speaks(&p) || !l.saysItself(&p, s) {
		return
	}
	for i := range l.cues {
		if c := &l.cues[i]; c.rule == "according-to" && c.first == l.a.Sents[l.a.Tokens[s.first].Sent].First {
			return // "D'après le ministère, l'armée « tient le pont »"
		}
		if c := &l.cues[i]; c.verb >= 0 && c.end <= p.first && lang.FullForm(l.norm(c.end)) == "que" && l.sameSentence(c.verb, s.first) && c.end >= p.first-3 {
			return // "déclare que tous les employés « sont en sécurité »"
		}
	}
	by := l.name(&p)
	by.Rule = "quoted-predicate"
	content := l.inner(s, nil)
	s.claim = l.add(content, by.Span, claim.Mixed, by, claim.Asserted)
	for i := range l.cues {
		if c := &l.cues[i]; c.first >= s.in && c.first < s.out {
			c.used = true
		}
	}
}

// speak makes the claim of a quotation on the word of a cue.
func (l *listener) speak(s *speech, c *cue) {
	by := l.credit(c)
	if by == nil {
		return
	}
	content := l.inner(s, c)
	stance := l.stanceOf(c, phraseRange{s.in, s.in})
	s.claim = l.add(content, l.span(c.from, max(c.until, c.from+1)), claim.Direct, by, stance)
	l.settlePending(s)
}

// inner is the words of a quotation; one that never closes ends where the
// reporter's words begin.
func (l *listener) inner(s *speech, c *cue) text.Span {
	q := &l.a.Quotes[s.q]
	start, end := q.InnerStart, q.InnerEnd
	if !s.closed {
		for i := range l.cues {
			if x := &l.cues[i]; x.first > s.in && x.first < s.out && x.from > s.in {
				end = int(l.a.Tokens[l.trim(s.in, x.from)-1].End)
				break
			}
		}
		if c == nil && end == q.InnerEnd {
			return l.a.Doc.Span(start, end)
		}
	}
	return l.a.Doc.Span(start, max(end, start+1))
}

// cueOf finds the cue of the k-th quotation: behind it, within it, before it.
func (l *listener) cueOf(s *speech, k int) *cue {
	for i := range l.cues {
		c := &l.cues[i]
		at := c.first
		if c.rule == "said-before" {
			at = c.from
		}
		if c.place == incise && at >= s.end-1 && (at <= s.end+2 && l.onlyMarks(s.end, at) || l.parted(s, c, at)) {
			return c
		}
		if c.place == beside && c.known && c.from >= s.end && c.from <= s.end+1 && l.onlyMarks(s.end, c.from) && !(s.end == c.from && l.startsSentence(c.from)) {
			return c
		}
		if c.place == incise && c.first > s.in && c.first < s.out {
			return c
		}
	}
	for i := len(l.cues) - 1; i >= 0; i-- {
		c := &l.cues[i]
		if c.until > s.first+1 || c.used && c.place != before {
			continue
		}
		if c.place == before || c.place == going {
			if c.content == (phraseRange{}) && l.near(c.end, s.first) && l.onlyOneSpeech(c.end, k) {
				return c
			}
			if l.norm(s.first-1) == ":" && c.content.end <= s.first && l.sameSentence(c.first, s.first-1) && c.content.end >= s.first-2 {
				return c
			}
		}
		if (c.place == beside) && l.onlyMarks(c.until, s.first) && s.first-c.until <= 1 {
			return c
		}
		break
	}
	return nil
}

// parted reports whether only a circumstance between commas stands between the
// quotation and the incise at token at: « ... », contrairement à un premier
// message faisant état d'une brèche, a déclaré le maire.
func (l *listener) parted(s *speech, c *cue, at int32) bool {
	if at > s.end+20 || at < s.end+4 || l.norm(s.end) != "," || l.norm(at-1) != "," || !l.sameSentence(s.end, at) {
		return false
	}
	if t := &l.a.Tokens[s.end+1]; t.POS != lang.ADP && t.POS != lang.ADV && !strings.HasSuffix(t.Norm, "ant") {
		return false
	}
	for k := s.end + 1; k < at; k++ {
		if o := l.speechOver(k); o != nil && o.direct || l.a.Tokens[k].Morph.Has(lang.Fin) && l.a.Tokens[k].POS != lang.NOUN {
			return false
		}
	}
	return true
}

func (l *listener) near(from, to int32) bool { return to-from < 14 }

func (l *listener) onlyOneSpeech(from int32, k int) bool {
	return k == 0 || l.speeches[k-1].end <= from || !l.speeches[k-1].direct
}

func (l *listener) sameSentence(i, j int32) bool { return l.a.Tokens[i].Sent == l.a.Tokens[j].Sent }

// onlyMarks reports whether only punctuation stands in [i, j).
func (l *listener) onlyMarks(i, j int32) bool {
	for k := i; k < j; k++ {
		if l.a.Tokens[k].POS != lang.PUNCT {
			return false
		}
	}
	return true
}

// uncredited gives a quotation without a cue to whoever was speaking, or to the
// person the sentence before it is about.
func (l *listener) uncredited(s *speech) {
	content := l.inner(s, nil)
	if by, rule := l.introduced(s); by != nil {
		by.Rule = rule
		s.claim = l.add(content, content, claim.Direct, by, claim.Asserted)
		return
	}
	if prev := l.speakerBefore(s); prev != nil {
		by := *prev
		by.Cue, by.CueSpan, by.Via, by.Rule = "", text.Span{}, nil, "continued"
		if by.Stands.IsZero() {
			by.Stands = by.Span
		}
		s.claim = l.add(content, content, claim.Direct, &by, claim.Asserted)
		return
	}
	if l.sentenceLike(s) && l.filling(s) {
		l.pending = append(l.pending, pendingSpeech{content, l.part})
	}
}

// filling reports whether the quotation is all there is of its part.
func (l *listener) filling(s *speech) bool { return s.first == l.first && s.end+1 >= l.end }

// sentenceLike: a quotation goes on from another only where it is a sentence.
func (l *listener) sentenceLike(s *speech) bool {
	if l.words(s) < 3 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.a.Doc.Text[l.a.Quotes[s.q].InnerStart:])
	if unicode.IsUpper(r) || unicode.IsDigit(r) {
		return true
	}
	for i := range l.cues {
		if c := &l.cues[i]; c.place == incise && c.until == s.first-1 && l.norm(s.first-1) == "," {
			return true // "...", lance le délégué, "et nous ..."
		}
	}
	return false
}

// speakerBefore returns who spoke last, if the quotation can go on from there.
func (l *listener) speakerBefore(s *speech) *claim.Attribution {
	if !l.sentenceLike(s) || l.norm(s.end) == "," && s.end < l.end {
		return nil // what goes on behind a comma is an incise that could not be read
	}
	var best *claim.Attribution
	at := int32(-1)
	for i := range l.cues {
		if c := &l.cues[i]; c.by != nil && c.until <= s.first && c.from > at && !l.nested(c, i) {
			best, at = c.by, c.from
		}
	}
	for i := range l.speeches {
		if x := &l.speeches[i]; x.claim != nil && x.first < s.first && x.first > at {
			best, at = x.claim.By, x.first
		}
	}
	if best == nil && l.last != nil && l.part-l.lastPart <= 1 && (s.first == l.first && l.last.Kind == claim.Direct || l.goesOnSaying(s)) {
		best = l.last.By
	}
	return best
}

// goesOnSaying reports whether the part opens with "Et d'ajouter :" before s.
func (l *listener) goesOnSaying(s *speech) bool {
	i := l.first
	if l.norm(i) == "et" {
		i++
	}
	return l.norm(i) == "de" && i+1 < s.first && l.sayToken(i+1) && l.a.Tokens[i+1].Morph.Has(lang.Inf) && s.first-i < 8 && l.norm(s.first-1) == ":"
}

// nested reports whether the i-th cue stands within what another says: "Nora
// Vance a expliqué que, selon les météorologues, la tempête revenait".
func (l *listener) nested(c *cue, i int) bool {
	if c.place != beside || i == 0 {
		return false
	}
	o := &l.cues[i-1]
	return o.known && o.verb >= 0 && o.place == before && l.sameSentence(o.first, c.first) && (l.norm(c.from-1) == "que" || l.norm(c.from-2) == "que" && l.norm(c.from-1) == ",")
}

// settlePending gives the paragraphs quoted before s to its speaker.
func (l *listener) settlePending(s *speech) {
	if s != nil && s.claim != nil && s.first == l.first {
		for _, p := range l.pending {
			if l.part-p.part <= 2 {
				by := *s.claim.By
				by.Cue, by.CueSpan, by.Rule = "", text.Span{}, "named-behind"
				l.add(p.content, p.content, claim.Direct, &by, claim.Asserted)
			}
		}
	}
	if s != nil {
		l.pending = l.pending[:0]
	}
}
