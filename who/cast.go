package who

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/lang"
)

// cast names the joined nodes and lists them.
func (j *joiner) cast() *Cast {
	groups := map[string][]*mention{}
	for _, m := range j.mentions {
		n := j.find(m.node)
		groups[n] = append(groups[n], m)
	}
	c := &Cast{of: make(map[*claim.Attribution]string, len(j.mentions)), voices: map[string]string{}, named: map[string]string{}}
	used := map[string]bool{}
	ids := map[string]string{}
	for _, node := range sortedKeys(groups) {
		ms := groups[node]
		s := describe(ms)
		s.ID = unused(identify(node, s, ms), used)
		s.known = !strings.Contains(node, "@") && slices.ContainsFunc(ms, func(m *mention) bool { return len(m.name) > 1 || m.by.Name != "" && namedBodies[m.role] })
		ids[node] = s.ID
		for _, m := range ms {
			c.of[m.by] = s.ID
		}
		c.Speakers = append(c.Speakers, s)
	}
	j.speakFor(c, ids, used)
	slices.SortFunc(c.Speakers, func(a, b Speaker) int { return cmp.Compare(a.ID, b.ID) })
	for _, s := range c.Speakers {
		c.call(s.Name, s.ID)
		for _, form := range s.Spellings {
			c.call(form, s.ID)
		}
	}
	return c
}

// call notes that name is a name of id, and of nobody if of another too.
func (c *Cast) call(name, id string) {
	key := lang.NameKey(name)
	if old, ok := c.named[key]; ok && old != id {
		id = ""
	}
	c.named[key] = id
}

// speakFor gives the voices of bodies their body's ID. A body that never speaks
// itself, only through its spokesperson, has an ID and no entry of its own.
func (j *joiner) speakFor(c *Cast, ids map[string]string, used map[string]bool) {
	silent := map[string]string{}
	at := make(map[string]int, len(c.Speakers))
	for i, s := range c.Speakers {
		at[s.ID] = i
	}
	for _, from := range sortedKeys(j.voices) {
		id, ok := ids[j.find(from)]
		if !ok || c.voices[id] != "" {
			continue
		}
		to := j.find(j.voices[from])
		bodyID := ids[to]
		if bodyID == "" {
			if silent[to] == "" {
				silent[to] = unused(slug(strings.Trim(strings.ReplaceAll(strings.TrimPrefix(to, "b:"), "|", " "), " ")), used)
			}
			bodyID = silent[to]
		}
		if bodyID == id {
			continue
		}
		c.voices[id] = bodyID
		c.Speakers[at[id]].Voice = bodyID
	}
}

// describe draws the speaker from all mentions of her.
func describe(ms []*mention) Speaker {
	var s Speaker
	roles := map[claim.Role]int{}
	forms, spelt := map[string]int{}, map[string]int{}
	best := ""
	named, fits := map[string]int{}, map[string]bool{}
	for _, m := range ms {
		if m.role != "" {
			roles[m.role]++
		}
		s.Person = s.Person || m.person
		if len(m.name) > 0 {
			spelt[strings.TrimSpace(m.called)]++
		}
		for _, f := range []string{m.by.Speaker, m.by.Name} {
			if f = strings.TrimSpace(f); f != "" {
				forms[f]++
			}
		}
	}
	for _, r := range sortedRoles(roles) {
		if s.Role == "" || roles[r] > roles[s.Role] {
			s.Role = r
		}
	}
	for _, m := range ms {
		f := cmp.Or(m.called, m.by.Name)
		// "la Russie et le Kazakhstan" are not called Russie, nor "les médias
		// d'État" État.
		joint := len(m.words) > 0 && (capitals[fold(f)] != "" || countries[fold(f)] != "") || noName[fold(f)]
		if f == "" || joint || len(m.name) == 0 && !m.person && len(m.words) > 1 && !namedBodies[m.role] {
			f = putOutBy(bareForm(m.by.Speaker))
		}
		if f = strings.TrimSpace(f); f != "" {
			named[f]++
			fits[f] = fits[f] || len(m.name) > 0
		}
	}
	for _, f := range sortedKeys(named) {
		if best == "" || fuller(f, best, fits[f], named) {
			best = f
		}
	}
	s.Name = best
	s.Spellings = sortedKeys(forms)
	if len(spelt) > 0 {
		s.Spellings = sortedKeys(spelt) // "le président kazakh" is what he is, no spelling of his name
	}
	return s
}

// fuller reports whether a is a better name to show than b: more words, then
// met more often, then more letters, then the first in order. A person's name
// beats her office.
func fuller(a, b string, person bool, met map[string]int) bool {
	upper := func(s string) bool { return s[0] < 'a' || s[0] > 'z' }
	if upper(a) != upper(b) && (person || upper(b)) {
		return upper(a)
	}
	parts := func(s string) int { return len(words(strings.ReplaceAll(s, "-", " "))) }
	letters := utf8.RuneCountInString
	return cmp.Or(cmp.Compare(parts(b), parts(a)), cmp.Compare(met[b], met[a]), cmp.Compare(letters(b), letters(a)), cmp.Compare(a, b)) < 0
}

// bareForm takes the article off: "la police" is "police".
func bareForm(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "’", "'"))
	for _, art := range []string{"le ", "la ", "les ", "l'", "du ", "des ", "une ", "un ", "Le ", "La ", "Les ", "L'", "Des ", "Une ", "Un ", "the ", "The ", "de ", "d'", "son ", "sa ", "ses ", "leur ", "leurs ", "Son ", "Sa ", "Leur "} {
		if t, ok := strings.CutPrefix(s, art); ok && t != "" {
			return t
		}
	}
	return s
}

// putOutBy returns who put a paper out: "gouvernement" for "message du
// gouvernement". Other forms are returned as they are.
func putOutBy(s string) string {
	ws := words(s)
	if len(ws) < 2 || nearby[singular(fold(ws[1]))] || !papers[singular(fold(ws[0]))] && !reporters[singular(fold(ws[0]))] {
		return s
	}
	for _, of := range []string{" du ", " de la ", " de l'", " des ", " d'", " de ", " of the "} {
		if _, who, ok := strings.Cut(s, of); ok && who != "" {
			return who
		}
	}
	return s
}

// identify writes the readable name by which addresses and accounts know s.
func identify(node string, s Speaker, ms []*mention) string {
	id := slug(s.Name)
	if id == "" {
		id = "speaker"
	}
	if strings.Contains(node, "@") {
		doc := string(ms[0].doc)
		return id + "-" + doc[:min(6, len(doc))]
	}
	if !s.Person {
		var country string
		for _, m := range ms {
			if m.country != "" && (country == "" || m.country < country) {
				country = m.country
			}
		}
		if len(ms[0].words) > 0 && country != "" && len(words(s.Name)) == 1 && s.Role != claim.Country && s.Role != claim.Agency {
			id += "-" + country
		}
	}
	return id
}

func unused(id string, used map[string]bool) string {
	for n, base := 2, id; used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	used[id] = true
	return id
}

func sortedRoles(m map[claim.Role]int) []claim.Role {
	rs := make([]claim.Role, 0, len(m))
	for r := range m {
		rs = append(rs, r)
	}
	slices.Sort(rs)
	return rs
}
