package lang

import (
	"slices"
	"strings"
)

// What stands in this file joins letters with the long form beside them, either
// way round: "Organisation du traité de sécurité collective (OTSC)", "le FACT (Front
// pour l'alternance et la concorde au Tchad)". The letters are the canonical name
// of both, and tell where the long form begins and ends.
func (f *nameFinder) findAcronyms() {
	short := map[string]string{} // key of the long form: letters
	for i := 0; i < len(f.a.Names); i++ {
		if f.a.Names[i].Demonym {
			continue
		}
		f.longAfter(i, short)
		i = f.longBefore(i, short)
	}
	if len(short) == 0 {
		return
	}
	for i := range f.a.Names {
		n := &f.a.Names[i]
		if s, ok := short[n.Key]; ok && n.Kind == Organization {
			n.Canonical, n.Key = s, NameKey(s)
		}
	}
}

// maxLongForm is how many bytes the long form of letters may have.
const maxLongForm = 140

// longAfter looks for the long form of name i in the bracket that follows it.
func (f *nameFinder) longAfter(i int, short map[string]string) {
	text, n := f.a.Doc.Text, f.a.Names[i]
	if !f.isLetters(&n) {
		return
	}
	inner, ok := strings.CutPrefix(strings.TrimLeft(text[n.End:min(len(text), n.End+maxLongForm)], " \u00a0"), "(")
	if !ok {
		return
	}
	open := n.End + strings.IndexByte(text[n.End:], '(') + 1
	shut := strings.IndexByte(inner, ')')
	if shut < 0 || strings.ContainsAny(inner[:shut], ",;:(\n\"«") {
		return
	}
	from, to := open, open+shut
	for _, article := range []string{"l'", "l’", "le ", "la ", "les ", "the "} {
		if strings.HasPrefix(text[from:to], article) {
			from += len(article)
		}
	}
	long := text[from:to]
	if !strings.Contains(long, " ") || !initialsOf(text[n.Start:n.End], long) && !f.namesBody(n.Sent, long) {
		return
	}
	if f.join(from, to, int(n.Sent)) {
		f.a.Names[i].Kind = Organization
		f.called(i, from, short)
	}
}

// longBefore looks for the long form before the bracket that holds name i, and
// returns where name i stands after it.
func (f *nameFinder) longBefore(i int, short map[string]string) int {
	text, n := f.a.Doc.Text, &f.a.Names[i]
	before := strings.TrimRight(text[max(0, n.Start-4):n.Start], " \u00a0")
	if !strings.HasSuffix(before, "(") || i == 0 {
		return i
	}
	open := n.Start - len(text[max(0, n.Start-4):n.Start]) + len(before) - 1
	end := len(strings.TrimRight(text[:open], " \u00a0"))
	letters := text[n.Start:n.End]
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		m := &f.a.Names[j]
		if m.Sent != n.Sent || end-m.Start > maxLongForm || m.Start >= end || strings.ContainsAny(text[m.Start:end], ",;:()\"«»") {
			break
		}
		if m.Demonym || m.Kind == Person && j == i-1 || !initialsOf(letters, text[m.Start:end]) {
			continue
		}
		sent, from := int(n.Sent), m.Start
		if f.join(from, end, sent) {
			i = j + 1
			f.a.Names[i].Kind = Organization
			f.called(i, from, short)
		}
		return i
	}
	if j := f.bodyUpTo(i, end); j >= 0 {
		from, sent := f.a.Names[j].Start, int(n.Sent)
		if f.join(from, end, sent) {
			i = j + 1
			f.called(i, from, short)
		}
		return i
	}
	long := &f.a.Names[i-1]
	if long.Kind != Organization || long.End != end {
		return i
	}
	if f.isLetters(n) && !f.cues[i].leads() {
		n.Kind = Organization // "l'Agence nationale de gestion des urgences (Nema)"
	}
	if isAcronymOf(letters, text[long.Start:long.End]) || f.isLetters(n) && f.namesBody(n.Sent, text[long.Start:long.End]) {
		n.Kind = Organization
		f.called(i, long.Start, short)
	}
	return i
}

// bodyUpTo returns the body whose name goes on to byte end, before the bracket
// with its letters, name i: "Agence des Nations unies pour les réfugiés de
// Palestine (Unrwa)"; -1 if there is none. The letters may be of another language.
func (f *nameFinder) bodyUpTo(i, end int) int {
	n := &f.a.Names[i]
	if s := shapeOf(f.a.Doc.Text[n.Start:n.End]); n.Kind != Organization || s != allCaps && s != capShape || n.First != n.Last {
		return -1
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		m := &f.a.Names[j]
		if m.Sent != n.Sent || m.Demonym || end-m.Start > maxLongForm || m.End >= end && m.Kind == Organization {
			return -1
		}
		if m.Kind == Organization && f.namesBody(m.Sent, f.a.Doc.Text[m.Start:m.End]) && f.onlyNouns(m.Last+1, n.First-1) {
			return j
		}
	}
	return -1
}

// onlyNouns reports whether tokens i to end, end left out, may all belong to the
// name of a body.
func (f *nameFinder) onlyNouns(i, end int32) bool {
	if end-i > 9 {
		return false
	}
	for ; i < end; i++ {
		switch f.a.Tokens[i].POS {
		case NOUN, ADJ, ADP, DET, PROPN, CCONJ:
		default:
			return false
		}
	}
	return true
}

// called gives name i and its long form, which begins at byte from, one name.
func (f *nameFinder) called(i, from int, short map[string]string) {
	n := &f.a.Names[i]
	at := slices.IndexFunc(f.a.Names, func(m Name) bool { return m.Start == from })
	if at < 0 {
		return
	}
	long := &f.a.Names[at]
	if k, ok := knowledge().known[long.Canonical]; ok {
		n.Canonical, n.Key = k.canonical, long.Key
		return
	}
	short[long.Key] = n.Canonical
}

// join makes one name of a body of the words from byte from to byte to, in place
// of the names inside them. It reports whether whole words stand there.
func (f *nameFinder) join(from, to, sent int) bool {
	first, last := int32(-1), int32(-1)
	for i := f.a.Sents[sent].First; i < f.a.Sents[sent].End; i++ {
		if t := &f.a.Tokens[i]; int(t.Start) == from && first < 0 {
			first = i
		}
		if int(f.a.Tokens[i].End) == to {
			last = i
		}
	}
	if first < 0 || last < first {
		return false
	}
	at := slices.IndexFunc(f.a.Names, func(m Name) bool { return m.Start >= from })
	if at < 0 {
		at = len(f.a.Names)
	}
	end := at
	for end < len(f.a.Names) && f.a.Names[end].End <= to {
		end++
	}
	if end < len(f.a.Names) && f.a.Names[end].Start < to {
		return false
	}
	words := plainSpaces(f.a.Doc.Text[from:to])
	n := Name{Start: from, End: to, First: first, Last: last, Sent: int32(sent), Kind: Organization, Canonical: words}
	if k, ok := knowledge().known[words]; ok {
		n.Canonical, n.Agency = k.canonical, k.agency
	}
	n.Key = NameKey(n.Canonical)
	f.a.Names = slices.Replace(f.a.Names, at, end, n)
	f.hits = slices.Replace(f.hits, at, end, nil)
	f.cues = slices.Replace(f.cues, at, end, anyPlace)
	return true
}

// isLetters reports whether a name is one word with the look of an acronym.
func (f *nameFinder) isLetters(n *Name) bool {
	s := shapeOf(f.a.Doc.Text[n.Start:n.End])
	return n.First == n.Last && (s == allCaps || s == capShape || s == mixedCaps)
}

// namesBody reports whether long begins with the word for a body: the letters may
// be those of another language ("NDRRMC").
func (f *nameFinder) namesBody(sent int32, long string) bool {
	word, _, _ := strings.Cut(lower(long), " ")
	return knowledge().classes[f.a.sentenceLanguage(int(sent))][word]&orgWord != 0
}

// smallWords may be passed over in a long form.
var smallWords = WordSet("de du des d la le les l et pour au aux a en sur contre of the and for in on to и по в на")

// initialsOf reports whether short is made of the first letters of the words of
// long, in order: "FACT" of "Front pour l'alternance et la concorde au Tchad".
// One word that is not small may be passed over, and a word may give two letters
// or more ("Interpol").
func initialsOf(short, long string) bool {
	s := strings.ReplaceAll(PlainName(short), " ", "")
	words := strings.Fields(PlainName(strings.NewReplacer("'", " ", "’", " ").Replace(long)))
	if len(s) < 2 || len(s) > 12 || len(words) < 2 || words[0][0] != s[0] {
		return false
	}
	return takesInitials(s, words, 0, 1)
}

func takesInitials(s string, words []string, used, spare int) bool {
	if s == "" {
		for _, w := range words {
			if !smallWords[w] {
				spare--
			}
		}
		return used > 1 && spare >= 0
	}
	if len(words) == 0 {
		return false
	}
	w := words[0]
	for n := 1; n <= len(w) && n <= len(s) && n <= 4 && w[:n] == s[:n]; n++ {
		if takesInitials(s[n:], words[1:], used+1, spare) {
			return true
		}
	}
	if smallWords[w] {
		return takesInitials(s, words[1:], used, spare)
	}
	return spare > 0 && takesInitials(s, words[1:], used, spare-1)
}

// isAcronymOf reports whether the letters of short begin words of long, in
// order: each letter of "Afad" need not be a capital.
func isAcronymOf(short, long string) bool {
	s, l := PlainName(short), PlainName(long)
	if len(s) < 2 || len(s) > 12 || strings.Contains(s, " ") {
		return false
	}
	at := 0
	begins := true
	for i := range len(l) {
		if l[i] == ' ' {
			begins = true
			continue
		}
		if at < len(s) && s[at] == l[i] && (begins || at > 0) {
			at++
		}
		begins = false
	}
	return at == len(s) && s[0] == l[0]
}
