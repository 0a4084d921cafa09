package render

import (
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// A moment of the timeline is told by the clause that holds its time: of a
// sentence with three things in it, the one that happened then.

// clause returns the part of at that tells what happened at the i-th time of r:
// the verb the time belongs to, with its subject and its complements. It is at
// itself where the whole is short or no such part stands out.
//
// The sentence is parsed again, for no report keeps its tree: those that are
// shown are few.
func clause(r *claim.Report, at text.Span, i int) text.Span {
	const short = 110
	if i < 0 || i >= len(r.Lang.Times) || at.End-at.Start <= short {
		return at
	}
	t := r.Lang.Times[i]
	words := r.Slice(at)
	a := lang.Analyze(&text.Document{ID: r.ID, Language: r.Language, Text: words, Sentences: []text.Sentence{{Start: 0, End: len(words)}}})
	k := slices.IndexFunc(a.Tokens, func(k lang.Token) bool { return int(k.End) > t.Start-at.Start })
	if k < 0 || int(a.Tokens[k].Sent) >= len(a.Sents) {
		return at
	}
	c := &clauseOf{a.Tokens, a.Sents[a.Tokens[k].Sent]}
	verb, top := c.tells(int32(k))
	if verb < 0 || c.open(verb) {
		return at
	}
	first, last := c.stretch(top, int32(k))
	sub := c.subject(verb)
	if sub < first || sub > last || sub > verb && first > c.s.First {
		return at // who did it stands elsewhere, or the verb only says who said so
	}
	if c.says(verb) {
		last = c.s.End - 1 // what is said goes with it
	}
	for first < last && (a.Tokens[first].POS == lang.SCONJ || a.Tokens[first].POS == lang.PUNCT) {
		first++
	}
	start, end := a.Surface(first, last)
	if strings.Trim(words[:start], "«“\" \u00a0") == "" {
		start = 0
	}
	if strings.ContainsAny(strings.TrimLeft(words[:start], "«“\" \u00a0"), "»”\"") {
		return at // the words quoted are what it is about
	}
	if strings.Trim(words[end:], " .!?…»”\" \u00a0") == "" {
		end = len(words)
	}
	out := r.Span(at.Start+start, at.Start+end)
	// What is cut away should be worth the cut, and what is left should still be
	// the event and not two words of it.
	if out.End-out.Start < 25 || out.Start > t.Start || out.End < t.End || out.End-out.Start > (at.End-at.Start)*5/6 {
		return at
	}
	return out
}

// A clauseOf is the tree of one sentence.
type clauseOf struct {
	tokens []lang.Token
	s      lang.Sent
}

// tells returns the verb that says what happened at the time whose first word is
// k, and the word that its clause hangs on: itself, or what "qui" stands for. It
// is -1 where no verb does.
func (c *clauseOf) tells(k int32) (verb, top int32) {
	for n := 0; n < 20; n++ {
		t := &c.tokens[k]
		if s := c.subject(k); (t.POS == lang.VERB || t.POS == lang.AUX) && s >= 0 {
			switch w := c.tokens[s].Norm; {
			case w != "qui" && w != "who" && w != "which" && w != "that" && t.Rel != lang.Acl:
				return k, k
			case t.Head != k && c.tokens[t.Head].POS != lang.PRON:
				return k, t.Head
			}
			if t.Rel == lang.Acl && t.Head != k && c.tokens[t.Head].POS != lang.PRON {
				return k, t.Head // "le bilan qu'elles avaient diffusé la veille"
			}
		}
		if t.Head == k || t.Head < c.s.First || t.Head >= c.s.End {
			break
		}
		k = t.Head
	}
	return -1, -1
}

// open reports whether the verb tells of what is only asked, denied, supposed or
// wished in the sentence around it: without that, it would say another thing.
func (c *clauseOf) open(verb int32) bool {
	v := &c.tokens[verb]
	if v.Rel == lang.Parataxis {
		return true
	}
	if v.Rel != lang.Ccomp && v.Rel != lang.Advcl && v.Rel != lang.Acl {
		return false
	}
	for i := c.s.First; i < c.s.End; i++ {
		t := &c.tokens[i]
		if i != verb && t.Head != verb {
			continue
		}
		if t.Morph.Has(lang.Sub) || t.Morph.Has(lang.Cnd) || t.Rel == lang.Mark && t.Norm != "que" && t.Norm != "qu'" {
			return true
		}
	}
	return false
}

// sayVerbs are those whose sense is in what follows them.
var sayVerbs = []string{"affirmer", "ajouter", "annoncer", "assurer", "confirmer", "déclarer", "démentir", "dire", "estimer", "expliquer", "indiquer", "préciser",
	"rapporter", "rappeler", "reconnaître", "souligner", "tenter", "appeler", "accuser", "announce", "claim", "confirm", "deny", "report", "say", "tell"}

func (c *clauseOf) says(verb int32) bool { return slices.Contains(sayVerbs, c.tokens[verb].Lemma) }

// subject returns the subject of the verb k, -1 for none.
func (c *clauseOf) subject(k int32) int32 {
	for i := c.s.First; i < c.s.End; i++ {
		if t := &c.tokens[i]; t.Head == k && t.Rel == lang.Nsubj && i != k {
			return i
		}
	}
	return -1
}

// stretch returns the words around a verb, or a noun with its clause, that belong to it: neither what is
// joined to it by "et" nor what it is told in, unless the time stands there.
func (c *clauseOf) stretch(verb, time int32) (first, last int32) {
	first, last = min(verb, time), max(verb, time)
	within := func(i int32) bool {
		for n := 0; n < 40; n++ {
			if i == verb {
				return true
			}
			t := &c.tokens[i]
			if t.Head == i || t.Head < c.s.First || t.Head >= c.s.End {
				return false
			}
			if t.Head == verb && c.another(i) && !c.under(time, i) {
				return false
			}
			i = t.Head
		}
		return false
	}
	for i := c.s.First; i < c.s.End; i++ {
		if t := &c.tokens[i]; t.Rel != lang.Punct && t.Rel != lang.Cc && within(i) && (t.Rel != lang.Mark && t.Rel != lang.Case || t.Head != verb) {
			first, last = min(first, i), max(last, i)
		}
	}
	return first, last
}

// another reports whether k begins a clause of its own beside its head.
func (c *clauseOf) another(k int32) bool {
	switch t := &c.tokens[k]; t.Rel {
	case lang.Conj:
		return t.POS == lang.VERB || t.POS == lang.AUX || c.subject(k) >= 0
	case lang.Advcl, lang.Parataxis:
		return true
	}
	return false
}

// under reports whether i hangs on k.
func (c *clauseOf) under(i, k int32) bool {
	for n := 0; n < 40; n++ {
		if i == k {
			return true
		}
		t := &c.tokens[i]
		if t.Head == i || t.Head < c.s.First || t.Head >= c.s.End {
			return false
		}
		i = t.Head
	}
	return false
}

// timeOf returns the time of r within m that names the moment, -1 for none.
func (s *sheet) timeOf(m text.Span, r *claim.Report, when string) int {
	first := -1
	for i, t := range r.Lang.Times {
		if t.Start < m.Start || t.End > m.End {
			continue
		}
		if z := s.resolved(r, i); z.Time.Known() && z.Time.String() == when {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// clipped writes the words of a clause, with a sign where the sentence goes on.
func clipped(r *claim.Report, whole, part text.Span) string {
	s := clean(r.Slice(part))
	if part.Start > whole.Start && strings.TrimSpace(r.Text[whole.Start:part.Start]) != "" {
		s = "… " + s
	}
	if part.End < whole.End && strings.Trim(r.Text[part.End:whole.End], " .\n\t\u00a0»\"") != "" {
		s += " …"
	}
	return s
}
