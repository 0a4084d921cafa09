package voice

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Where what is said ends, and the reporter goes on.

// clauseEnd returns the end of the content that starts at token start: "A a dit
// que X, tandis que Y" says X alone.
func (l *listener) clauseEnd(c *cue, start, limit int32) int32 {
	joint, depth := l.jointVerb(c, start, limit), 0
	for k := start; k < limit; k++ {
		t := &l.a.Tokens[k]
		if k > start && k == joint {
			return l.trim(start, k)
		}
		if s := l.speechOver(k); s != nil && k > s.first && k < s.end-1 {
			continue // what is quoted is not cut
		}
		switch t.Norm {
		case "(":
			depth++
		case ")":
			if depth--; depth < 0 {
				return l.trim(start, k)
			}
		case ";":
			return l.trim(start, k)
		case ":":
			if k+1 < limit && l.inQuoteMark(k+1) {
				return l.trim(start, k)
			}
		case ",":
			if l.leaves(c, k, start, limit) {
				return l.trim(start, k)
			}
		case "selon", "sans", "lors", "tandis", "avant":
			if k > start+1 && l.leavesHere(k, limit) {
				return l.trim(start, k)
			}
		case "contre":
			if k > start && l.number(k+1) {
				return l.trim(start, k) // "27 morts contre quatorze pour les autorités"
			}
		case "et", "mais", "puis":
			if k > start && !l.fromTo(k, start) && (l.secondVerb(start, k, limit) || l.newSubject(k+1, limit)) {
				return l.trim(start, k)
			}
		case "dans", "sur", "à", "auprès":
			if k > start+1 && l.trailingPlace(k, limit) {
				return l.trim(start, k)
			}
		}
	}
	if s := l.speechOver(limit - 1); s != nil && s.end > limit && s.first >= start {
		return s.end // what is quoted runs over the sentence
	}
	return l.trim(start, limit)
}

// fromTo reports whether the "et" at k joins two numbers: "entre 40 et 60 randonneurs".
func (l *listener) fromTo(k, start int32) bool {
	return l.number(k+1) && (l.norm(k-2) == "entre" && k-2 >= start || l.norm(k-3) == "entre" && k-3 >= start)
}

// secondVerb reports whether a verb joined at k shares the cue's subject:
// "dénoncent X et appellent à Y". A verb of a governed clause is no such.
func (l *listener) secondVerb(start, k, limit int32) bool {
	j := k + 1
	for j < limit && (Clitics[l.norm(j)] && l.a.Tokens[j].POS == lang.PRON || l.a.Tokens[j].POS == lang.ADV || l.norm(j) == "se") {
		j++
	}
	if j >= limit {
		return false
	}
	t := &l.a.Tokens[j]
	v := j
	for v < j+3 && v+2 < limit && (haveForms[l.a.Tokens[v].Norm] || l.a.Tokens[v].POS == lang.ADV) {
		v++
	}
	if (t.POS == lang.VERB || t.POS == lang.AUX) && t.Morph.Has(lang.Fin) && l.sayToken(v) && l.norm(v+1) == "que" {
		return true // "précise que A et ajoute que B"
	}
	if (t.POS != lang.VERB && t.POS != lang.AUX) || !t.Morph.Has(lang.Fin) {
		return l.sayToken(j) && l.participle(j) && l.sharesAuxiliary(j) && !l.hasFinite(start, k)
	}
	return !l.hasFinite(start, k)
}

// trailingPlace: "dans un communiqué", "à l'AFP" at the end of the clause is of
// the cue and not of the content.
func (l *listener) trailingPlace(k, limit int32) bool {
	p, ok := l.phraseAt(k+1, limit)
	if !ok {
		return false
	}
	switch l.norm(p.head) {
	case "communiqué", "message", "allocution", "entretien", "interview", "tweet", "twitter", "telegram", "facebook":
		return true
	}
	if p.end < limit && l.a.Tokens[p.end].POS != lang.PUNCT {
		return false
	}
	r, m := l.mediaRole(&p)
	return m && r == claim.Agency && l.norm(k) != "dans"
}

// jointVerb returns the first word of a clause joined to the cue's verb itself
// ("... et a promis ..."), or -1.
func (l *listener) jointVerb(c *cue, start, limit int32) int32 {
	if c.verb < 0 {
		return -1
	}
	top := c.verb
	for k := start; k < limit; k++ {
		t := &l.a.Tokens[k]
		if s := l.speechOver(k); s != nil && k > s.first {
			continue
		}
		if t.Rel != lang.Conj || t.Head != top || t.POS != lang.VERB && t.POS != lang.AUX || t.Morph.Has(lang.Inf) {
			continue
		}
		if !t.Morph.Has(lang.Fin) && !l.sayToken(k) && l.a.Child(k, lang.Aux) < 0 {
			continue // "et neuf policiers blessés"
		}
		first, _ := l.a.Subtree(k)
		if first > start && (l.norm(first) == "et" || l.norm(first) == "mais" || l.norm(first) == "," || l.norm(first) == "ou") {
			if l.norm(first+1) == "que" || l.norm(first+2) == "que" && l.norm(first+1) != "alors" && l.norm(first+1) != "tandis" {
				continue
			}
			return first
		}
	}
	return -1
}

// leaves reports whether the comma at k leaves the content.
func (l *listener) leaves(c *cue, k, start, limit int32) bool {
	if k+1 >= limit {
		return true
	}
	n, n2 := l.norm(k+1), l.norm(k+2)
	t := &l.a.Tokens[k+1]
	switch n {
	case "tandis", "pendant", "or", "quand", "quoique", "bien":
		return n2 == "que" || n == "or" || n == "quand"
	case "alors":
		return n2 == "que"
	case "mais", "et", "ou":
		if n2 == "que" {
			return false
		}
		return l.hasFinite(k+2, limit) && (n == "mais" || l.newSubject(k+2, limit))
	case "selon":
	case "sans", "citant", "cité", "citée", "avant", "loin", "contre":
		return true
	case "ce":
		return n2 == "que" || n2 == "qui"
	}
	if b, ok := l.besideAt(k + 1); ok && b.known {
		if n := l.norm(b.until + 1); l.norm(b.until) == "," && (n == "et" || n == "mais" || n == "ou") && l.norm(b.until+2) == "que" {
			return false // "que X s'élève à 12, selon un bilan provisoire, et que Y"
		}
		return true
	}
	if n == "selon" {
		return true
	}
	if l.participle(k+1) && (t.POS == lang.VERB || t.POS == lang.ADJ) && !t.Morph.Has(lang.Fin) && !l.hasFinite(start, k) && !l.a.Tokens[start].Morph.Has(lang.Inf) && l.norm(start-1) != "que" {
		return true // "l'effondrement du barrage, évoqué dans la matinée"
	}
	if f, ok := l.t.forms[t.Norm]; ok && (f.kind == gerForm || f.kind == finiteForm && t.POS == lang.VERB && t.Morph.Has(lang.Fin)) {
		return true
	}
	if n == "en" && k+2 < limit && strings.HasSuffix(l.a.Tokens[k+2].Norm, "ant") {
		return true
	}
	if t.Morph.Has(lang.Fin) && l.inciseAhead(k+1, limit) {
		return true // "signalent « un choc », écrit la préfecture"
	}
	// The main clause resumes behind a relative one: ", qui affirme que X, a ouvert".
	if (t.POS == lang.AUX || t.POS == lang.VERB) && t.Morph.Has(lang.Fin) || n == "ne" || n == "se" && k+2 < limit {
		return l.inRelative(c.first, l.first) || l.inRelative(max(c.verb, c.first), l.first) || !l.openClause(start, k)
	}
	return false
}

// openClause reports whether [start, k) still waits for its verb: "les secours,
// arrivés tôt, ont".
func (l *listener) openClause(start, k int32) bool { return !l.hasFinite(start, k) }

// newSubject reports whether a clause with a subject of its own begins at k, and
// its verb is one of saying.
func (l *listener) newSubject(k, limit int32) bool {
	p, ok := l.phraseAt(k, limit)
	if !ok || p.end >= limit {
		return false
	}
	for j := p.end; j < min(limit, p.end+5); j++ {
		t := &l.a.Tokens[j]
		if l.sayToken(j) && (t.POS == lang.VERB) {
			return l.speaks(&p)
		}
		if t.POS == lang.PUNCT {
			break
		}
	}
	return false
}

// leavesHere: words that leave the content without a comma before them.
func (l *listener) leavesHere(k, limit int32) bool {
	switch l.norm(k) {
	case "selon":
		b, ok := l.besideAt(k)
		return ok && b.until+2 >= limit
	case "lors":
		return l.norm(k+1) == "de" && k+8 >= limit
	case "tandis":
		return l.norm(k+1) == "que"
	case "avant":
		return l.norm(k+1) == "de" && k+2 < limit && l.sayToken(k+2)
	}
	return false
}

// trim takes closing punctuation from the tokens [start, end).
func (l *listener) trim(start, end int32) int32 {
	for end > start {
		w := l.word(end - 1)
		if l.a.Tokens[end-1].POS != lang.PUNCT && w != "," && w != "." || w == ")" || lang.IsQuoteMark(w) || w == "!" || w == "?" || w == "%" {
			break
		}
		end--
	}
	return end
}
