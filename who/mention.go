package who

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// A mention is one naming of a speaker, taken apart.
type mention struct {
	by       *claim.Attribution
	doc      text.DocID
	at       int
	name     []string // key words of a person's name; nil where no person is named
	called   string   // the same as written
	gender   byte     // 'm' or 'f' where a title shows it
	role     claim.Role
	words    []string // folded words of office or body, small words, names of persons and countries left out
	office   []string // the same of what stands in apposition: "porte-parole police"
	country  string   // "kz" where a demonym or country stands with the words
	place    string   // "almaty" where a place stands with them
	person   bool
	scoped   bool   // somebody known to this report alone
	relay    bool   // met as a relay
	initials string // "otsc", where "(OTSC)" stands with the name
	told     []told // what is said on her word, to know her again in a copy
	node     string // what the joiner calls her
}

// A told is what somebody says in one report, folded.
type told string

// A joiner joins mentions into speakers. Each mention belongs to a node, a
// string that spells out what it is known by; nodes are then joined.
type joiner struct {
	mentions []*mention
	kinds    map[string]map[lang.Kind]int // votes on what a name names, by its key
	up       map[string]string            // union–find over nodes
	voices   map[string]string            // node → node of the body spoken for
}

func newJoiner(reports []*claim.Report) *joiner {
	j := &joiner{kinds: map[string]map[lang.Kind]int{}, up: map[string]string{}, voices: map[string]string{}}
	reports = slices.DeleteFunc(slices.Clone(reports), func(r *claim.Report) bool { return r == nil || r.Document == nil })
	slices.SortStableFunc(reports, func(a, b *claim.Report) int { return cmp.Compare(a.ID, b.ID) })
	for _, r := range reports {
		if r.Lang == nil {
			continue
		}
		for _, n := range r.Lang.Names {
			if n.End > len(r.Text) || n.Start < 0 || n.Start >= n.End || n.Kind == lang.Unknown {
				continue
			}
			key := lang.NameKey(r.Text[n.Start:n.End])
			if j.kinds[key] == nil {
				j.kinds[key] = map[lang.Kind]int{}
			}
			j.kinds[key][n.Kind]++
		}
	}
	for _, r := range reports {
		j.collect(r)
	}
	return j
}

// collect takes every attribution of r, each once, in text order.
func (j *joiner) collect(r *claim.Report) {
	seen := map[*claim.Attribution]*mention{}
	var add func(by *claim.Attribution, relay bool, what told)
	add = func(by *claim.Attribution, relay bool, what told) {
		if by == nil {
			return
		}
		m := seen[by]
		if m == nil {
			m = j.parse(r, by)
			m.relay = relay
			seen[by] = m
			j.mentions = append(j.mentions, m)
			for i := range by.Via {
				add(&by.Via[i], true, "")
			}
		}
		if what != "" {
			m.told = append(m.told, what)
		}
	}
	for _, c := range r.Claims {
		add(c.By, false, saying(r, c.Content.Start, c.Content.End))
	}
	for _, f := range r.Figures {
		what := told("")
		if f.Sent >= 0 && f.Sent < len(r.Sentences) {
			what = saying(r, r.Sentences[f.Sent].Start, r.Sentences[f.Sent].End)
		}
		add(f.By, false, what)
		if f.Claim != nil {
			add(f.Claim.By, false, "")
		}
	}
	for _, g := range r.Gaps {
		add(g.By, false, "")
	}
	for _, m := range r.Remarks {
		add(m.By, false, "")
	}
	for _, e := range r.Events {
		if e.Claim != nil {
			add(e.Claim.By, false, "")
		}
	}
}

// saying returns the folded words of r from start to end; "" for fewer than
// five words, which two people may well say alike.
func saying(r *claim.Report, start, end int) told {
	if start < 0 || start >= end || end > len(r.Text) {
		return ""
	}
	ws := words(r.Text[start:end])
	if len(ws) < 5 {
		return ""
	}
	return told(fold(strings.Join(ws, " ")))
}

// parse takes the naming of a speaker apart.
func (j *joiner) parse(r *claim.Report, by *claim.Attribution) *mention {
	m := &mention{by: by, doc: r.ID, at: by.Span.Start, role: by.Role}
	name := by.Name
	if i := strings.Index(name, " ("); i > 0 {
		name = name[:i] // "Comité d'enquête russe (CI)"
	}
	if noName[fold(name)] {
		name = "" // "les médias d'État" have no proper name
	}
	if name == "" {
		name = nameWithin(r, by)
	}
	isPerson := name != "" && j.isPerson(by, name)
	if isPerson {
		m.person = true
		m.called = name
		m.name = strings.Fields(lang.NameKey(name))
	}
	rest := by.Speaker
	if i := strings.IndexByte(rest, '('); i > 0 {
		m.initials = initialsIn(rest[i:])
		rest = rest[:i]
	} else if by.Span.Doc == r.ID && by.Span.End >= 0 && by.Span.End <= len(r.Text) {
		m.initials = initialsIn(strings.TrimPrefix(r.Text[by.Span.End:min(len(r.Text), by.Span.End+16)], " "))
	}
	if isPerson {
		rest = strings.Replace(rest, name, " ", 1)
	}
	if by.Role != claim.OwnReport {
		j.places(r, by, m)
		if !m.person {
			m.countryWithin(by.Speaker)
		}
	}
	m.words = m.telling(r, rest, !isPerson)
	if by.Office != "" {
		m.office = m.telling(r, by.Office, false)
	}
	m.settle(name)
	return m
}

// telling returns the words of s that tell what sort of speaker it is, folded,
// titles and small words left out. One told with an indefinite article is known
// to this report alone, where scope is set.
func (m *mention) telling(r *claim.Report, s string, scope bool) (out []string) {
	for i, w := range words(strings.ReplaceAll(s, "’", "'")) {
		f := fold(w)
		if i == 0 && indefinite[f] && scope {
			m.scoped = true
		}
		if g, ok := titles[f]; ok {
			m.gender = max(m.gender, g)
			continue
		}
		f = strings.Trim(singular(f), ".")
		if small[f] || f == "" || f == m.place || m.isCountryWord(r, f) || !m.person && m.country != "" && demonym(w) == m.country || m.country != "" && len(out) > 0 && stateWords[f] {
			continue
		}
		if s := sameWord[f]; s != "" {
			f = s
		}
		if n := len(out); n == 0 || out[n-1] != f {
			out = append(out, f)
		}
	}
	return out
}

// initialsIn returns the folded initials in brackets at the head of s: "otsc"
// for "(OTSC)".
func initialsIn(s string) string {
	in, ok := strings.CutPrefix(s, "(")
	if !ok {
		return ""
	}
	in, _, ok = strings.Cut(in, ")")
	if !ok || len(in) < 2 || strings.ToUpper(in) != in || strings.ToLower(in) == in || len(words(in)) != 1 {
		return ""
	}
	return fold(in)
}

// settle draws from the words what sort of speaker it is.
func (m *mention) settle(name string) {
	if m.person && len(m.name) == 0 {
		m.person = false // a name in no letters that can be read
	}
	if len(m.words) > 0 && m.words[0] == "chef" && slices.Contains(m.words, "public") {
		m.words = []string{"president"} // "le chef de l'État", whose État reads as public
	}
	if len(m.words) > 0 && !m.person && official[m.words[len(m.words)-1]] && onlyPapers(m.words[:len(m.words)-1]) {
		m.words, m.scoped = []string{"officiel"}, false // "de source officielle", "le bilan officiel", "officiellement"
		return
	}
	if m.role == claim.OwnReport {
		// "des journalistes de Reuters ont constaté": Reuters is the witness.
		m.words = slices.DeleteFunc(m.words, func(w string) bool { return reporters[w] })
		m.words = nameWords(cmp.Or(name, strings.Join(m.words, " ")))
		m.scoped = len(m.words) == 0
		return
	}
	head := ""
	if len(m.words) > 0 {
		head = m.words[0]
	}
	_, office := functions[head]
	if witnesses[head] || m.role == claim.Witness {
		m.scoped = true
		m.person = true
	}
	if m.person {
		return
	}
	if office {
		m.person = true
		return
	}
	if head == "source" && len(m.words) > 1 && nearby[m.words[1]] {
		m.scoped = true // "une source proche du dossier" is nobody's file
		return
	}
	// "dans un communiqué du ministère": the paper is the ministry's word.
	for len(m.words) > 1 && papers[m.words[0]] {
		m.words = m.words[1:]
		m.scoped = false
	}
	m.words = behindDesk(m.words)
	switch {
	case name != "" && namedBodies[m.role] && m.role != claim.Country:
		m.place, m.country = "", ""
		m.words = nameWords(name) // "l'agence Interfax" is Interfax
	case len(m.words) == 0 && name != "" && m.country == "":
		m.words = []string{fold(name)}
	case len(m.words) == 0 && (m.place != "" || m.country != ""):
		if m.country == "" {
			m.country = cmp.Or(capitals[m.place], countries[m.place])
		}
		m.place = ""
	}
	if name != "" && bodyRoles[m.role] && m.role != claim.Country {
		m.scoped = false // "une chaîne, Almaty TV" is Almaty TV in every report
	}
}

// behindDesk leaves the desk out through which a body speaks to the press: "le
// service de presse du Comité d'enquête" is the committee.
func behindDesk(ws []string) []string {
	if len(ws) == 0 || !desks[ws[0]] {
		return ws
	}
	n := 1
	for n < len(ws) && pressWork[ws[n]] {
		n++
	}
	if n == 1 || n == len(ws) {
		return ws
	}
	return ws[n:]
}

// nameWords returns the words by which a body with a proper name is known.
func nameWords(name string) []string {
	ws := strings.Fields(lang.NameKey(name))
	for i, w := range ws {
		ws[i] = singular(w)
	}
	return ws
}

func onlyPapers(ws []string) bool {
	for _, w := range ws {
		if !papers[w] && w != "source" {
			return false
		}
	}
	return true
}

// isPerson tells whether the proper name in by is a human being's: by the kinds
// voted over the story, else by office and role.
func (j *joiner) isPerson(by *claim.Attribution, name string) bool {
	if by.Role == claim.OwnReport {
		return false // "des journalistes de Reuters"
	}
	if holds(by.Speaker, name) {
		return true
	}
	if ws := words(name); len(ws) > 1 && desks[fold(ws[0])] {
		return false // "Centre de relations publiques du FSB"
	}
	for _, w := range words(by.Speaker) {
		if _, ok := titles[fold(w)]; ok && len(w) > 1 {
			return true // "M. Poutine", whatever else bears the name
		}
	}
	votes := j.kinds[lang.NameKey(name)]
	person, other := votes[lang.Person], votes[lang.Organization]+votes[lang.Location]
	if person != other {
		return person > other
	}
	for _, w := range words(by.Speaker) {
		if _, ok := functions[singular(fold(w))]; ok && !strings.Contains(name, w) {
			return true
		}
	}
	switch {
	case capitals[fold(name)] != "" || countries[fold(name)] != "" || namedBodies[by.Role]:
		return false
	case bodyRoles[by.Role]:
		// "Paul Lambert" speaks for the town hall and is a man; "l'hôpital
		// Necker" is a house.
		return by.Speaker == name && len(strings.Fields(name)) > 1
	}
	// "OTSC", "TASS": several capitals and nothing else are initials.
	return strings.ToUpper(name) != name || by.Role == claim.Witness
}

// holds reports whether speaker is an office with its holder's name behind it:
// "la porte-parole de la police Aline Corvez", "le maire, Paul Lambert". A name
// behind a preposition is what the office is of: "le président du Kazakhstan".
func holds(speaker, name string) bool {
	before, ok := strings.CutSuffix(strings.ReplaceAll(speaker, "’", "'"), strings.ReplaceAll(name, "’", "'"))
	ws := words(before)
	if !ok || name == "" || len(ws) == 0 {
		return false
	}
	office := false
	for _, w := range ws[:min(len(ws), 2)] { // the article may be missing
		_, is := functions[singular(fold(w))]
		office = office || is
	}
	last := fold(ws[len(ws)-1])
	return office && !(small[last] && last != "et") && !strings.HasSuffix(before, "'")
}

// nameWithin returns a person's name that stands among the words of an office:
// "la ministre de la Santé Olga Perrin"; "" if there is none.
func nameWithin(r *claim.Report, by *claim.Attribution) string {
	if r.Lang == nil {
		return ""
	}
	at := by.Stands
	if at.IsZero() {
		at = by.Span
	}
	i, _ := slices.BinarySearchFunc(r.Lang.Names, at.Start, func(n lang.Name, start int) int { return cmp.Compare(n.Start, start) })
	for ; at.Doc == r.ID && i < len(r.Lang.Names) && r.Lang.Names[i].End <= min(at.End, len(r.Text)); i++ {
		n := r.Lang.Names[i]
		if n.Start >= n.End {
			continue
		}
		if s := r.Text[n.Start:n.End]; n.Kind == lang.Person && holds(by.Speaker, s) {
			return s
		}
	}
	return ""
}

// places notes the country and place that stand among the words of the speaker.
func (j *joiner) places(r *claim.Report, by *claim.Attribution, m *mention) {
	if f := fold(by.Name); by.Role == claim.Country || !m.person {
		m.country = cmp.Or(capitals[f], countries[f])
	}
	if r.Lang == nil {
		return
	}
	at := by.Stands
	if at.IsZero() {
		at = by.Span
	}
	if at.Doc != r.ID {
		return
	}
	i, _ := slices.BinarySearchFunc(r.Lang.Names, at.Start, func(n lang.Name, start int) int { return cmp.Compare(n.Start, start) })
	for ; i < len(r.Lang.Names) && r.Lang.Names[i].Start < at.End; i++ {
		n := r.Lang.Names[i]
		switch {
		case n.Place == nil || n.Kind == lang.Person || n.End > len(r.Text):
		case n.Demonym || n.Place.Precision == "country":
			m.country = strings.ToLower(n.Place.Country)
		case m.place == "":
			m.place = singular(fold(r.Text[n.Start:n.End]))
		}
	}
}

// countryWithin takes the country from the words of a body whose name was read whole:
// "le Comité d'enquête de Russie", "le Comité d'enquête russe (CI)".
func (m *mention) countryWithin(speaker string) {
	if m.country != "" || m.place != "" {
		return
	}
	for _, w := range words(strings.ReplaceAll(speaker, "’", "'")) {
		if c := cmp.Or(countries[fold(w)], demonym(w)); c != "" {
			m.country = c
			return
		}
	}
}

// demonym returns the country of a French adjective, "" if it is of none, or of a
// people of several.
func demonym(w string) string {
	c, _ := lang.DemonymOf(w, "fr")
	if c == "--" {
		return ""
	}
	return strings.ToLower(c)
}

// isCountryWord reports whether the folded word f only names the country of m.
func (m *mention) isCountryWord(r *claim.Report, f string) bool {
	if m.country == "" {
		return false
	}
	if capitals[f] == m.country || countries[f] == m.country {
		return true
	}
	if r.Lang == nil {
		return false
	}
	at := m.by.Stands
	if at.IsZero() {
		at = m.by.Span
	}
	i, _ := slices.BinarySearchFunc(r.Lang.Names, at.Start, func(n lang.Name, start int) int { return cmp.Compare(n.Start, start) })
	for ; i < len(r.Lang.Names) && r.Lang.Names[i].Start < at.End; i++ {
		n := r.Lang.Names[i]
		if (n.Demonym || n.Place != nil && n.Place.Precision == "country") && n.End <= len(r.Text) && singular(fold(r.Text[n.Start:n.End])) == f {
			return true
		}
	}
	return false
}
