package told

import (
	"recoupe/claim"
	"recoupe/lang"
)

// findEvents fills r.Events: every clause with a time of its own and a verb in
// the past or present tells of something that happened.
func (r *reader) findEvents() {
	for i := range r.a.Times {
		t := &r.a.Times[i]
		if t.Type == "DURATION" || t.Type == "SET" || t.Member || int(t.Sent) >= len(r.a.Sents) || !r.prose(int(t.Sent)) {
			continue
		}
		s := r.a.Sents[t.Sent]
		at := r.tokenAt(t.Start, s)
		if at < 0 {
			continue
		}
		verb := r.verbAbove(at, s)
		if verb < 0 || !r.happened(verb, s) {
			continue
		}
		from, to := r.clauseAround(at, s)
		start, end := r.a.Surface(from, to)
		e := &claim.Event{Span: r.span(start, end), Time: i, Said: -1}
		if c := claim.Innermost(r.r.Claims, r.span(t.Start, t.End)); c != nil && c.Content.Start <= t.Start && t.End <= c.Content.End {
			e.Claim = c
			for k := range r.a.Times {
				o := &r.a.Times[k]
				if o.Sent == t.Sent && (o.End <= c.Content.Start || o.Start >= c.Content.End) {
					e.Said = k
				}
			}
		}
		r.r.Events = append(r.r.Events, e)
	}
}

// tokenAt is the first token of s that starts at or after byte pos, -1 if none.
func (r *reader) tokenAt(pos int, s lang.Sent) int32 {
	for i := s.First; i < s.End; i++ {
		if int(r.a.Tokens[i].End) > pos {
			return i
		}
	}
	return -1
}

// verbAbove is the verb whose clause the token stands in.
func (r *reader) verbAbove(i int32, s lang.Sent) int32 {
	for n := 0; n < 12; n++ {
		t := &r.a.Tokens[i]
		if t.POS == lang.VERB || t.POS == lang.AUX {
			return i
		}
		if t.Head == i {
			break
		}
		i = t.Head
	}
	for j := s.First; j < s.End; j++ {
		if r.a.Tokens[j].POS == lang.VERB {
			return j
		}
	}
	return -1
}

// happened reports whether the verb tells of what is or was, and not of what
// is to come, asked for or imagined.
func (r *reader) happened(verb int32, s lang.Sent) bool {
	t := &r.a.Tokens[verb]
	if t.Morph.Has(lang.Fut) || t.Morph.Has(lang.Cnd) && !t.Morph.Has(lang.Past) {
		return false
	}
	for j := verb - 1; j >= s.First && j > verb-4; j-- {
		x := &r.a.Tokens[j]
		if x.POS == lang.AUX {
			return !x.Morph.Has(lang.Fut) && !futureForm(x.Norm)
		}
	}
	return !t.Morph.Has(lang.Inf) || t.Morph.Has(lang.Fin) || r.accomplished(verb, s)
}

// clauseAround is the stretch around token i between marks that part clauses.
func (r *reader) clauseAround(i int32, s lang.Sent) (from, to int32) {
	from, to = i, i
	for from > s.First && r.a.Tokens[from-1].Norm != ";" && r.a.Tokens[from-1].Norm != ":" {
		from--
	}
	for to+1 < s.End && r.a.Tokens[to+1].Norm != ";" {
		to++
	}
	return from, to
}
