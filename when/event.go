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
		return edtf.Time{}, text.Span{}
	}
	return ev.facts[at].at, ev.facts[at].span
}

// eventWords are the stems of the first words behind t in its clause.
func eventWords(r *claim.Report, t *lang.Time) []uint32 {
	if int(t.Sent) >= len(r.Sentences) {
		return nil
	}
	rest := r.Text[t.End:max(t.End, r.Sentences[t.Sent].End)]
	if k := strings.IndexAny(rest, ",;.:!?"); k >= 0 {
		rest = rest[:k]
	}
	var words []uint32
	for at := 0; at < len(rest) && len(words) < 6; {
		w, size := stem(rest[at:])
		if w != 0 {
			words = append(words, w)
		}
		at += size
	}
	return words
}
