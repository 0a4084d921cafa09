package when

import (
	"strings"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// event finds the day of what is named behind the i-th time of r ("une semaine
// après [la répression]", "au lendemain de [l'attaque]"): that of the fact in
// the story whose sentence has most of those words.
func (ev *evidence) event(r *claim.Report, i int) (edtf.Time, text.Span) {
	t := &r.Lang.Times[i]
	words := eventWords(r, t)
	total, best, at := 0.0, 0.0, -1
	shared := map[int32]float64{}
	for _, w := range words {
		total += ev.weight(w)
		for _, id := range ev.by[w] {
			if !ev.facts[id].span.Contains(r.Span(t.Start, t.End)) {
				shared[id] += ev.weight(w)
			}
		}
	}
	for id, x := range shared {
		if x > best || x == best && (at < 0 || int(id) < at) {
			best, at = x, int(id)
		}
	}
	if at < 0 || best < total/2 {
		return ev.matter(r, t, words)
	}
	return ev.facts[at].at, ev.facts[at].span
}

// anyEvent are stems of the words that stand for whatever a report is about.
var anyEvent = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, s := range []string{"catastrophe", "drame", "tragédie", "accident", "sinistre", "faits", "attaque", "événement", "désastre", "carnage", "disaster", "tragedy", "incident", "attack",
		"naufrage", "rapt", "enlèvement", "séisme", "explosion", "incendie", "attentat", "fusillade", "effondrement", "déraillement", "éruption", "tornade", "cyclone", "putsch", "massacre", "tuerie", "bousculade", "avalanche", "éboulement", "glissement", "collision", "assaut", "frappe", "bombardement", "déflagration",
		"shipwreck", "earthquake", "bombing", "shooting", "collapse", "derailment", "eruption", "hurricane", "massacre", "stampede", "landslide", "strike"} {
		w, _ := stem(s)
		m[w] = true
	}
	return m
}()

// matter is the day of what r is about, where words call it by no name of its
// own ("deux jours après le drame"): that of the first fact told in it, but for
// the one that t itself tells of.
func (ev *evidence) matter(r *claim.Report, t *lang.Time, words []uint32) (edtf.Time, text.Span) {
	if len(words) == 0 || !anyEvent[words[0]] {
		return edtf.Time{}, text.Span{}
	}
	for i := range ev.facts {
		if f := &ev.facts[i]; f.span.Doc == r.ID && !f.before && !f.span.Contains(r.Span(t.Start, t.End)) {
			return f.at, f.span
		}
	}
	return edtf.Time{}, text.Span{}
}

// eventWords are the stems of the first words behind t in its clause, up to
// where another speaks.
func eventWords(r *claim.Report, t *lang.Time) []uint32 {
	if int(t.Sent) >= len(r.Sentences) {
		return nil
	}
	rest := r.Text[t.End:max(t.End, r.Sentences[t.Sent].End)]
	for _, end := range []string{",", ";", ".", ":", "!", "?", " selon ", " d'après ", " qui ", " que ", " according "} {
		if k := strings.Index(rest, end); k >= 0 {
			rest = rest[:k]
		}
	}
	var words []uint32
	for at := 0; at < len(rest) && len(words) < 4; {
		w, size := stem(rest[at:])
		if w != 0 {
			words = append(words, w)
		}
		at += size
	}
	return words
}
