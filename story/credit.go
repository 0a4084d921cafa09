package story

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// A Credit is one place where a report names an agency.
type Credit struct {
	Agency string     // as recoupe calls it: "AFP", "Interfax"; as written for one in no list
	Span   text.Span  // the words that name it; zero where only the page's data do
	Kind   CreditKind // what the agency is there for
}

// A CreditKind says what a report names an agency for.
type CreditKind string

// The kinds of credit. All but Cites and Picture make the agency an origin: the
// first four of the whole report, the next two of one sentence.
const (
	Footer   CreditKind = "footer"   // "Avec Reuters et AFP"
	Byline   CreditKind = "byline"   // "Par Jeanne Aubrac, avec AFP"
	Dateline CreditKind = "dateline" // "ALMATY (AFP) -"
	Printer  CreditKind = "outlet"   // the outlet is the agency
	Told     CreditKind = "told"     // "a déclaré à Reuters", "told AFP": only that sentence
	Own      CreditKind = "own"      // "ont constaté des journalistes de l'AFP": only that sentence
	Cites    CreditKind = "cites"    // "selon TASS", "cité par Interfax": a source, no origin of the words
	Picture  CreditKind = "picture"  // "Photo : Paul Ricoux / AFP"
)

// Whole reports whether a credit of this kind is for the report, not a sentence.
func (k CreditKind) Whole() bool {
	return k == Footer || k == Byline || k == Dateline || k == Printer
}

// Credits returns every place where r names an agency, in text order; those of
// the page's data come first.
//
//	ALMATY (AFP) -                              AFP dateline
//	« Nous fuyons », a-t-il dit à Reuters.      Reuters told
//	selon TASS, cité par plusieurs médias       TASS cites
//	Le Phare, avec AFP                          AFP footer
func Credits(r *claim.Report) []Credit {
	f := creditFinder{r: r, own: r.Outlet}
	if f.own == "" {
		f.own, _, _ = signature(r)
	}
	f.page()
	for i, p := range r.Parts {
		f.part(i, p)
	}
	f.signed()
	slices.SortStableFunc(f.found, func(a, b Credit) int { return a.Span.Start - b.Span.Start })
	return f.found
}

// Agencies returns the agencies r names as an origin of its words, each once, in
// the order of their first credit: "Avec Reuters et AFP" gives Reuters, AFP. An
// agency that is only cited, or whose pictures are shown, is none of them.
func Agencies(r *claim.Report) []string {
	var out []string
	for _, c := range Credits(r) {
		if c.Kind != Cites && c.Kind != Picture && !slices.Contains(out, c.Agency) {
			out = append(out, c.Agency)
		}
	}
	return out
}

type creditFinder struct {
	r     *claim.Report
	own   string // the outlet
	found []Credit
}

// add adds a credit unless the same words give one already.
func (f *creditFinder) add(agency string, start, end int, kind CreditKind) {
	s := f.r.Span(start, end)
	if start == end {
		s = text.Span{}
	}
	for _, c := range f.found {
		if c.Agency == agency && (c.Span == s || !s.IsZero() && c.Span.Overlaps(s)) {
			return
		}
	}
	f.found = append(f.found, Credit{agency, s, kind})
}

// page reads what the page says of itself.
func (f *creditFinder) page() {
	if name, ok := lang.AgencyOf(f.r.Outlet); ok {
		f.add(name, 0, 0, Printer)
	}
	at := strings.Index(f.r.Text, f.r.Byline)
	for _, m := range agencyNames(f.r.Byline, 0, len(f.r.Byline), true) {
		if at < 0 {
			f.add(m.agency, 0, 0, Byline)
			continue
		}
		f.add(m.agency, at+m.start, at+m.end, Byline)
	}
}

func (f *creditFinder) part(i int, p text.Part) {
	t := f.r.Text
	switch p.Kind {
	case text.Furniture:
		return
	case text.Credit, text.Caption, text.Header:
		kind := Footer
		if p.Kind == text.Caption || pictureLine(t[p.Start:p.End]) {
			kind = Picture
		}
		for _, m := range agencyNames(t, p.Start, p.End, true) {
			if pictured(t[p.Start:m.start], t[m.end:p.End], true) {
				f.add(m.agency, m.start, m.end, Picture)
			} else {
				f.add(m.agency, m.start, m.end, kind)
			}
		}
		f.provided(p)
		return
	}
	last := i >= len(f.r.Parts)-3
	f.provided(p)
	if f.line(p, i, last) {
		return
	}
	for _, m := range agencyNames(t, p.Start, p.End, false) {
		f.mention(p, m, i, last)
	}
}

// mention decides what an agency is named for in the middle of prose.
func (f *creditFinder) mention(p text.Part, m agencyName, i int, last bool) {
	t := f.r.Text
	before, after := t[p.Start:m.start], t[m.end:p.End]
	bracketed := strings.HasSuffix(before, "(") || strings.HasSuffix(before, "/") || strings.HasSuffix(before, "[")
	switch {
	case pictured(before, after, i+1 == len(f.r.Parts)):
		f.add(m.agency, m.start, m.end, Picture)
	case i < 5 && m.start-p.Start < 90 && dateline(before, after, bracketed):
		f.add(m.agency, m.start, m.end, Dateline)
	case last && footer(before, after, bracketed):
		f.add(m.agency, m.start, m.end, Footer)
	default:
		k := spoken(sentenceBefore(before), t[m.start:m.end], after)
		if k == "" && m.loose {
			return // "Sana" is a person until something says agency
		}
		if k == "" {
			k = Cites
		}
		f.add(m.agency, m.start, m.end, k)
	}
}

// dateline: "ALMATY (AFP) -", "PARIS, 6 jan (Reuters) –", "МОСКВА, 6 янв - РИА
// Новости.", "/ТАСС/". What stands before is a place and a date.
func dateline(before, after string, bracketed bool) bool {
	slash := strings.HasPrefix(strings.TrimLeft(after, " "), "/")
	after = strings.TrimLeft(after, ")]/ .\u00a0")
	head := strings.TrimRight(before, " ([/\u00a0")
	dash := strings.HasPrefix(after, "-") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—")
	if bracketed {
		return (dash || strings.HasSuffix(before, "/")) && len(strings.Fields(head)) <= 9 && !strings.ContainsAny(head, "?!«\"")
	}
	if dash && strings.ContainsAny(head, "0123456789") && len(strings.Fields(head)) <= 6 && strings.IndexFunc(head, unicode.IsUpper) == 0 {
		return true // "Москва. 12 января. INTERFAX.RU - "
	}
	if head == "" && slash && strings.Contains(after[:min(30, len(after))], "/") {
		return true // "AA/Tunis/ Mona Saanouni"
	}
	r, _ := utf8.DecodeLastRuneInString(head)
	dashed := r == '-' || r == '–' || r == '—'
	place := strings.TrimRight(head, " -–—ИА") // "Москва, 25 марта, 12:15 — ИА Регнум."
	dated := strings.ContainsAny(place, "0123456789") && strings.IndexFunc(place, unicode.IsUpper) == 0
	return (dashed || strings.HasSuffix(head, " ИА")) && (capitals(place) || dated) && len(strings.Fields(head)) <= 8
}

// capitals reports whether the first word of s is written in capitals.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			break
		}
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 3
}

// footer: "(AFP)" or "avec l'AFP" as the last words of a report, "Source : AFP".
func footer(before, after string, bracketed bool) bool {
	rest := strings.TrimFunc(after, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(strings.Fields(rest)) > 6 {
		return false
	}
	for _, w := range lastWords(rest, 6) {
		if !creditJoins[w] && !agencyWord(w) {
			return false
		}
	}
	if bracketed {
		return true
	}
	words := lastWords(before, 8)
	for i := len(words) - 1; i >= 0; i-- {
		switch w := words[i]; {
		case withWords[w]:
			return i == 0 || len(words)-i <= 6 && shortLine(before)
		case !creditJoins[w] && !agencyWord(w):
			return false
		}
	}
	return false
}

// shortLine: a signature, no sentence.
func shortLine(s string) bool {
	return len(s) < 80 && !strings.ContainsAny(strings.TrimRight(s, " "), ".!?")
}

// sentenceBefore is what stands before an agency in its sentence, roughly: from
// the last full stop that ends a word of more than two letters.
func sentenceBefore(s string) string {
	for i := len(s) - 2; i > 2; i-- {
		if (s[i] == '.' || s[i] == '!' || s[i] == '?') && s[i+1] == ' ' && s[i-2] != '.' && s[i-2] != ' ' {
			return s[i+1:]
		}
	}
	return s
}

// spoken tells what an agency in a sentence is named for by the words around it.
func spoken(before, name, after string) CreditKind {
	words := lastWords(before, 9)
	n := len(words)
	for n > 0 && (articleWords[words[n-1]] || words[n-1] == "agence" || words[n-1] == "agency" || words[n-1] == "news" && n < len(words) || strings.HasPrefix(words[n-1], "агентств")) {
		n--
	}
	next := firstWords(after, 4)
	if toldInRussian(name, words, next) {
		return Told
	}
	if itsOwn(before, words[:n], next) {
		return Own
	}
	if n > 0 && (words[n-1] == "à" || words[n-1] == "to" || words[n-1] == "a" || words[n-1] == "auprès") {
		for i := n - 2; i >= 0; i-- {
			if toldWords[words[i]] {
				return Told
			}
		}
	}
	for i := n - 1; i >= max(0, n-3); i-- {
		if tellingNouns[words[i]] {
			return Told // "dans un message à l'AFP"
		}
		if !tellingJoins[words[i]] && !strings.Contains(words[i], "агент") {
			break
		}
	}
	if n > 0 && (strings.HasPrefix(words[n-1], "told") || askedWords[words[n-1]]) {
		return Told
	}
	if n > 1 && (words[n-1] == "par" || words[n-1] == "by") {
		for i := n - 2; i >= max(0, n-4); i-- {
			if askedWords[words[i]] {
				return Told // "interrogé par l'AFP", "joint par téléphone par l'AFP"
			}
		}
	}
	if n > 0 && (strings.HasPrefix(words[n-1], "собеседник") || strings.HasPrefix(words[n-1], "источник")) {
		return Told // "сказал собеседник агентства ТАСС"
	}
	if n < len(words) && strings.HasPrefix(words[len(words)-1], "агентству") || len(words) > n && words[len(words)-1] == "агентству" {
		return Told
	}
	for i := n - 1; i >= max(0, n-4); i-- {
		if citeWords[words[i]] {
			return Cites
		}
	}
	if len(next) > 0 && (citeWords[next[0]] || len(next) > 1 && citeWords[next[1]]) || n < len(words) {
		return Cites
	}
	return ""
}

// itsOwn reports whether the words around an agency say that its own people saw,
// learned or hold a thing.
func itsOwn(before string, words, next []string) bool {
	n := len(words)
	tied := !strings.HasSuffix(strings.TrimRight(before, " «\"“"), ",") // "told reporters, Reuters said" names no reporter of Reuters
	for i := n - 1; tied && i >= max(0, n-3); i-- {
		if reporterWords[words[i]] {
			return true // "des journalistes de l'AFP"
		}
	}
	if len(next) > 0 && reporterWords[next[0]] && !articleWords[next[0]] {
		return true // "AFP journalists", "a Reuters witness"
	}
	for i := n - 1; i >= max(0, n-4); i-- {
		if sawWords[words[i]] {
			return true // "a constaté jeudi l'AFP"
		}
	}
	if n > 0 && learntWords[words[n-1]] || n > 1 && (words[n-1] == "by" || words[n-1] == "par") && learntWords[words[n-2]] && !askedWords[words[n-2]] {
		return true // "a appris l'AFP", "documents seen by Reuters"
	}
	if len(next) > 1 && hasWords[next[0]] {
		for _, w := range next[1:] {
			if learntWords[w] {
				return true // "dont l'AFP a eu copie"
			}
		}
	}
	return false
}

// signed reads the last line: "Le Courrier de Tamberg (Estafette)", "La Dépêche,
// avec l'agence Estafette". An agency in no list is known by its place there.
func (f *creditFinder) signed() {
	_, start, end := signature(f.r)
	if end == 0 {
		return
	}
	line := f.r.Text[start:end]
	if i := strings.LastIndexByte(line, '('); i > 0 && strings.HasSuffix(line, ")") {
		inner := line[i+1 : len(line)-1]
		if n := withPrefix(inner); namelike(inner[n:]) {
			f.addWritten(inner[n:], start+i+1+n, Footer)
			return
		}
	}
	if i := strings.Index(line, " avec l'agence "); i > 0 {
		n := i + len(" avec l'agence ")
		f.addWritten(line[n:], start+n, Footer)
	}
}

func (f *creditFinder) addWritten(name string, at int, kind CreditKind) {
	agency, ok := lang.AgencyOf(name)
	if !ok {
		agency = name
	}
	for _, c := range f.found {
		if c.Span.Start >= at && c.Span.End <= at+len(name) && c.Span.End > 0 {
			return // "(AFP, Reuters)" has been read already
		}
	}
	f.add(agency, at, at+len(name), kind)
}

// withPrefix is the length of "avec l'", "with ", "source : " at the front of s.
func withPrefix(s string) int {
	for _, p := range []string{"avec l'agence ", "avec l’agence ", "avec l'", "avec l’", "avec ", "with ", "source : ", "Source : ", "d'après ", "с "} {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}
