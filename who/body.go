package who

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/text"
)

// A body is known by its words, and by the country or place that stands with
// them: "la police", "la police kazakhe", "la police d'Almaty".
type body struct {
	words, country, place string
}

func (b body) node() string { return "b:" + b.words + "|" + b.country + "|" + b.place }

// bodies gives every body a node, and every unnamed person one of her own report.
func (j *joiner) bodies() {
	bare := map[string]bool{}
	qualified := map[string]map[body]bool{}         // by words
	in := map[text.DocID]map[string]map[body]bool{} // the same within each report
	note := func(doc text.DocID, b body) {
		if b.country == "" && b.place == "" {
			bare[b.words] = true
			return
		}
		if in[doc] == nil {
			in[doc] = map[string]map[body]bool{}
		}
		for _, m := range []map[string]map[body]bool{qualified, in[doc]} {
			if m[b.words] == nil {
				m[b.words] = map[body]bool{}
			}
			m[b.words][b] = true
		}
	}
	for _, m := range j.mentions {
		if b, ok := m.body(); ok {
			note(m.doc, b)
		}
		if b, ok := m.spokenFor(); ok {
			note(m.doc, b)
		}
	}
	attested := map[string]bool{} // words of bodies that one report names both bare and with a place
	place := func(doc text.DocID, b body) string {
		if b.country != "" || b.place != "" {
			return b.node()
		}
		// "la police d'Almaty ... la police": within a report they are one.
		if vs := in[doc][b.words]; len(vs) == 1 {
			for v := range vs {
				attested[b.words] = true
				return v.node()
			}
		}
		return b.node()
	}
	for _, m := range j.mentions {
		j.seat(m, place)
	}
	for _, w := range sortedKeys(qualified) {
		if len(qualified[w]) != 1 || !bare[w] {
			continue
		}
		// Across reports the bare word is the qualified body if the story knows
		// only this one, and its qualifier is a country, or some report uses
		// the two for one. Else "la police" may be the nation's, not the town's.
		for v := range qualified[w] {
			if v.place == "" || attested[w] {
				j.join(body{words: w}.node(), v.node())
			}
		}
	}
}

// seat gives m its node as a body or as an unnamed person, and her voice.
func (j *joiner) seat(m *mention, place func(text.DocID, body) string) {
	if b, ok := m.body(); ok {
		m.node = place(m.doc, b)
	}
	if m.node == "" {
		m.node = "u:" + strings.Join(m.words, " ") + "|" + m.country + "|" + m.place + "@" + string(m.doc)
	}
	if b, ok := m.spokenFor(); ok {
		to := place(m.doc, b)
		if old, ok := j.voices[m.node]; !ok || to < old {
			j.voices[m.node] = to
		}
	}
}

// body returns the body m names; false for a person and for whoever is known to
// one report alone.
func (m *mention) body() (body, bool) {
	if m.person || m.scoped || m.node != "" || len(m.words) == 0 && m.country == "" {
		return body{}, false
	}
	if (m.role == claim.Country || m.role == "") && m.country != "" && !slices.ContainsFunc(m.words, func(w string) bool { return capitals[w] != m.country && countries[w] != m.country }) {
		return body{country: m.country}, true
	}
	return body{unhyphened(m.words), m.country, m.place}, true
}

// unhyphened joins the words of a body so that "gardes-côtes" is "garde-côtes" and
// "Croissant rouge" is "Croissant-Rouge".
func unhyphened(ws []string) string {
	joined := strings.Join(ws, " ")
	if !strings.Contains(joined, "-") {
		return joined
	}
	parts := strings.FieldsFunc(joined, func(r rune) bool { return r == '-' || r == ' ' })
	for i, p := range parts {
		parts[i] = singular(p)
	}
	return strings.Join(parts, " ")
}

// spokenFor returns the body in whose name m speaks by her office: the police
// for its spokesperson, the ministry of Health for the minister.
func (m *mention) spokenFor() (body, bool) {
	if !m.person || m.role == claim.Witness {
		return body{}, false
	}
	for _, ws := range [][]string{m.words, m.office} {
		if b, ok := m.seatOf(ws); ok {
			return b, true
		}
	}
	return body{}, false
}

// seatOf returns the body that the words of an office speak for.
func (m *mention) seatOf(ws []string) (body, bool) {
	if len(ws) == 0 {
		return body{}, false
	}
	seat, ok := functions[ws[0]]
	ws = ws[1:]
	for ok && seat == "*" && len(ws) > 0 && functions[ws[0]] != "" && functions[ws[0]] != "*" {
		seat, ws = functions[ws[0]], ws[1:] // "le porte-parole du ministre de l'Intérieur"
	}
	switch {
	case !ok || seat == "":
		return body{}, false
	case seat == "*":
		// "le chef adjoint", "le directeur général" name no body.
		ws = slices.DeleteFunc(slices.Clone(ws), func(w string) bool { return ranks[w] })
		if len(ws) == 0 {
			return body{}, false
		}
	default:
		ws = append([]string{seat}, ws...)
	}
	return body{unhyphened(ws), m.country, m.place}, true
}

// ranks stand behind an office and name no body.
var ranks = set("adjoint", "adjointe", "general", "generale", "principal", "principale", "officiel", "officielle", "executif", "executive", "presse", "politique", "militaire")

// An office is what a person is: "president", "ministre sante".
type office struct {
	words string
	doc   text.DocID // "" for the whole story
}

// roleNouns joins an office without a name with the person who is said to hold
// it: "le président kazakh" with Kassym-Jomart Tokaïev.
func (j *joiner) roleNouns() {
	type holder struct{ node, country, place string }
	holders := map[office]map[holder]bool{}
	for _, m := range j.mentions {
		if len(m.name) == 0 || len(m.words) == 0 {
			continue
		}
		if _, ok := functions[m.words[0]]; !ok {
			continue
		}
		h := holder{j.find(m.node), m.country, m.place}
		for _, doc := range []text.DocID{"", m.doc} {
			o := office{strings.Join(m.words, " "), doc}
			if holders[o] == nil {
				holders[o] = map[holder]bool{}
			}
			holders[o][h] = true
		}
	}
	fitting := func(m *mention, doc text.DocID) map[string]bool {
		nodes := map[string]bool{}
		for h := range holders[office{strings.Join(m.words, " "), doc}] {
			if m.country != "" && h.country != "" && m.country != h.country || m.place != "" && h.place != "" && m.place != h.place {
				continue
			}
			// Across reports the office must say whose it is: "le président" of
			// one report need not be the president of another.
			if doc != "" || len(m.words) > 1 || m.country != "" && m.country == h.country || m.place != "" && m.place == h.place {
				nodes[h.node] = true
			}
		}
		return nodes
	}
	for _, m := range j.mentions {
		if len(m.name) > 0 || !m.person || len(m.words) == 0 || m.role == claim.Witness || !m.definite() {
			continue // "un porte-parole de la police" is not the one who has a name
		}
		nodes := fitting(m, m.doc)
		if len(nodes) == 0 {
			nodes = fitting(m, "")
		}
		if len(nodes) == 1 {
			m.node = sortedKeys(nodes)[0]
		}
	}
	j.offices()
}

// definite reports whether m is named with the definite article, or none.
func (m *mention) definite() bool {
	ws := words(m.by.Speaker)
	return len(ws) > 0 && !indefinite[fold(ws[0])]
}

// offices joins an office that nobody in the story is said to hold, where two
// reports name it fully: "le procureur de la République" is one speaker.
func (j *joiner) offices() {
	for _, m := range j.mentions {
		if !strings.HasPrefix(m.node, "u:") || !m.definite() || m.role == claim.Witness || len(m.words) == 0 || witnesses[m.words[0]] {
			continue
		}
		if len(m.words) > 1 || m.country != "" || m.place != "" {
			to := "o:" + strings.Join(m.words, " ") + "|" + m.country + "|" + m.place
			if v, ok := j.voices[m.node]; ok {
				j.voices[to] = v
			}
			m.node = to
		}
	}
}

// acronyms joins a body's full name with its initials: "OTSC" with
// "Organisation du traité de sécurité collective". The initials must be all of
// the name's, in order, and at least three.
func (j *joiner) acronyms() {
	type known struct{ short, long map[string]bool }
	by := map[string]known{}
	add := func(key, node string, long bool) {
		k, ok := by[key]
		if !ok {
			k = known{map[string]bool{}, map[string]bool{}}
			by[key] = k
		}
		if long {
			k.long[node] = true
		} else {
			k.short[node] = true
		}
	}
	var written []*mention // with its initials in brackets
	for _, m := range j.mentions {
		if m.person || !strings.HasPrefix(m.node, "b:") {
			continue
		}
		short, _, _ := strings.Cut(m.by.Speaker, "(")
		for _, w := range words(short) {
			if len(w) >= 3 && len(w) <= 8 && strings.ToUpper(w) == w && strings.ToLower(w) != w {
				add(fold(w), m.node, false)
			}
		}
		if len(m.words) >= 3 {
			add(initials(m.by.Speaker), m.node, true)
		}
		if m.initials != "" {
			written = append(written, m)
		}
	}
	for _, m := range written {
		if short := by[m.initials].short; len(short) == 1 {
			j.join(sortedKeys(short)[0], m.node)
		}
	}
	for _, key := range sortedKeys(by) {
		k := by[key]
		if len(key) >= 3 && len(k.short) == 1 && len(k.long) == 1 {
			j.join(sortedKeys(k.short)[0], sortedKeys(k.long)[0])
		}
	}
}

// initials returns the folded first letters of the words of name, small words
// and words in brackets left out.
func initials(name string) string {
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i]
	}
	var b strings.Builder
	for _, w := range words(strings.ReplaceAll(name, "’", "'")) {
		if f := fold(w); f != "" && !small[f] {
			b.WriteByte(f[0])
		}
	}
	return b.String()
}

// relays joins unnamed speakers whom two reports print with the same words: the
// witness of a wire is one witness, however many outlets carry the wire.
func (j *joiner) relays() {
	type line struct {
		who  string
		what told
	}
	first := map[line]string{}
	for _, m := range j.mentions {
		at := strings.LastIndexByte(m.node, '@')
		if at < 0 {
			continue
		}
		for _, t := range m.told {
			l := line{m.node[:at], t}
			if n, ok := first[l]; ok {
				j.join(n, m.node)
			} else {
				first[l] = m.node
			}
		}
	}
}
