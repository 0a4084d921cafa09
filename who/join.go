package who

import (
	"cmp"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// find returns the node that stands for n and all joined with it.
func (j *joiner) find(n string) string {
	for {
		p, ok := j.up[n]
		if !ok || p == n {
			return n
		}
		if g, ok := j.up[p]; ok {
			j.up[n] = g
		}
		n = p
	}
}

// join makes a and b one. The smaller string stands for both, so that the
// order of joining does not show.
func (j *joiner) join(a, b string) {
	a, b = j.find(a), j.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	j.up[b] = a
}

// persons gives every named person a node and joins the forms of one name.
func (j *joiner) persons() {
	full := map[string][]*mention{}  // by last word of the name: those with a first name as well
	short := map[string][]*mention{} // those with one word only
	for _, m := range j.mentions {
		switch {
		case len(m.name) > 1:
			m.node = "p:" + strings.Join(m.name, " ")
			last := m.name[len(m.name)-1]
			full[last] = append(full[last], m)
		case len(m.name) == 1:
			// One word says little: until another form shows who it is, "Ahmed"
			// is somebody of this report, "M. Tokaïev" somebody of the story.
			m.node = "p:" + m.name[0]
			if m.role == claim.Witness || m.scoped {
				m.node += "@" + string(m.doc)
			}
			short[m.name[0]] = append(short[m.name[0]], m)
		}
	}
	j.fullForms(full)
	j.misspelt(full)
	for _, key := range sortedKeys(short) {
		for _, m := range short[key] {
			j.shortForm(m, full[key])
		}
	}
	j.firstNames(full, short)
}

// fullForms joins full names with one last name whose first names agree:
// "Kassym Tokaev" and "Kassym-Jomart Tokaev", "K. Tokaev".
func (j *joiner) fullForms(full map[string][]*mention) {
	for _, last := range sortedKeys(full) {
		ms := byNode(full[last])
		if len(ms) > crowd {
			continue
		}
		for i, a := range ms {
			for _, b := range ms[i+1:] {
				if agree(a.name[:len(a.name)-1], b.name[:len(b.name)-1]) && a.gender|b.gender != 'm'|'f' && j.lonely(ms, a, b) {
					j.join(a.node, b.node)
				}
			}
		}
	}
}

// lonely reports whether the shorter of two agreeing names agrees with no third
// that differs from the longer: "J. Martin" is nobody where a Jean and a Jacques are.
func (j *joiner) lonely(ms []*mention, a, b *mention) bool {
	if len(a.name) > len(b.name) || len(a.name) == len(b.name) && len(a.name[0]) > len(b.name[0]) {
		a, b = b, a
	}
	for _, c := range ms {
		if c != a && c != b && agree(a.name[:len(a.name)-1], c.name[:len(c.name)-1]) && !agree(b.name[:len(b.name)-1], c.name[:len(c.name)-1]) {
			return false
		}
	}
	return true
}

// agree reports whether two first names may be one person's: the one begins the
// other, an initial stands for it, or one letter is off in a long one.
func agree(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		x, y := a[i], b[i]
		if len(x) > len(y) {
			x, y = y, x
		}
		switch {
		case x == y, len(x) == 1 && y[0] == x[0]:
		case len(x) >= 6 && oneLetterOff(x, y) && y != x+"e" && y != x+"a": // Frédéric and Frédérique are two
		default:
			return false
		}
	}
	return true
}

// crowd bounds the names compared pair by pair: a first or last name borne by
// more people than that in one story is no evidence.
const crowd = 64

// misspelt joins full names whose first names are one and whose long last names
// differ by one letter: Azirbek and Azirbeck. Short ones are left alone: Martin
// and Marvin are two people.
func (j *joiner) misspelt(full map[string][]*mention) {
	byFirst := map[string][]*mention{}
	for _, last := range sortedKeys(full) {
		for _, m := range byNode(full[last]) {
			if len(last) >= 6 {
				byFirst[m.name[0]+string(m.role)] = append(byFirst[m.name[0]+string(m.role)], m)
			}
		}
	}
	for _, k := range sortedKeys(byFirst) {
		ms := byFirst[k]
		if len(ms) > crowd || len(ms[0].name[0]) < 4 {
			continue
		}
		for i, a := range ms {
			for _, b := range ms[i+1:] {
				if oneLetterOff(a.name[len(a.name)-1], b.name[len(b.name)-1]) && len(a.name) == len(b.name) {
					j.join(a.node, b.node)
				}
			}
		}
	}
}

// shortForm joins "M. Tokayev" with the one full name it can stand for: in its
// own report first, else in the story where the roles do not speak against it.
func (j *joiner) shortForm(m *mention, full []*mention) {
	here, anywhere := map[string]*mention{}, map[string]*mention{}
	for _, f := range full {
		if m.gender|f.gender == 'm'|'f' {
			continue
		}
		n := j.find(f.node)
		if f.doc == m.doc {
			here[n] = f
		}
		if m.role == "" || f.role == "" || m.role == f.role || m.gender != 0 && m.role != claim.Witness && f.role != claim.Witness {
			anywhere[n] = f
		}
	}
	switch {
	case len(here) == 1:
		for _, f := range here {
			j.adopt(m, f)
		}
	case len(here) == 0 && len(anywhere) == 1 && m.role != claim.Witness:
		for _, f := range anywhere {
			j.adopt(m, f)
		}
	case len(full) > 0:
		m.node += "@" + string(m.doc) // one of several who bear the name
	}
}

// adopt gives m, and m alone, the node of f.
func (j *joiner) adopt(m, f *mention) { m.node = f.node }

// firstNames joins a first name that stands alone with the full name that its
// own report gives: "Dinara Egueoubaïeva ... raconte Dinara".
func (j *joiner) firstNames(full, short map[string][]*mention) {
	type place struct {
		doc   text.DocID
		first string
	}
	at := map[place][]*mention{}
	for _, last := range sortedKeys(full) {
		for _, m := range full[last] {
			p := place{m.doc, m.name[0]}
			at[p] = append(at[p], m)
		}
	}
	for _, key := range sortedKeys(short) {
		for _, m := range short[key] {
			fs := byNode(at[place{m.doc, key}])
			if len(fs) == 1 && m.gender|fs[0].gender != 'm'|'f' {
				j.adopt(m, fs[0])
			}
		}
	}
}

// byNode keeps one mention a node, sorted by node.
func byNode(ms []*mention) []*mention {
	ms = slices.Clone(ms)
	slices.SortStableFunc(ms, func(a, b *mention) int { return cmp.Compare(a.node, b.node) })
	return slices.CompactFunc(ms, func(a, b *mention) bool { return a.node == b.node })
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
