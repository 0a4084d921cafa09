package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// Those held by others, and those told of by their nationality.

// tellsOfCaptives reports whether text tells of people held for ransom, so that
// "retenus" are captives and not chosen.
func tellsOfCaptives(text string) bool {
	low := strings.ToLower(text)
	for _, w := range []string{"otage", "ravisseur", "kidnapp", "rançon", "captivité"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// tellsOfArms reports whether text tells of an armed movement, so that "militants"
// are fighters.
func tellsOfArms(text string) bool {
	low := strings.ToLower(text)
	for _, w := range []string{"islamiste", "jihadiste", "djihadiste", "rebelles", "insurgés", "groupe armé"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// held reports whether the active verb at i keeps those counted in captivity:
// "détient encore onze étrangers en otages", "retient trois marins".
func (r *reader) held(c *counted, i int32) bool {
	switch r.a.Tokens[i].Lemma {
	case "détenir", "retenir", "garder", "tenir":
	default:
		return false
	}
	if e := c.npEnd + 1; int(e)+1 < len(r.a.Tokens) && r.a.Tokens[e].Norm == "en" && (strings.HasPrefix(r.a.Tokens[e+1].Norm, "otage") || r.a.Tokens[e+1].Norm == "captivité") {
		return true
	}
	return r.captives && r.a.Tokens[i].Lemma == "retenir" || r.a.Tokens[i].Lemma == "détenir" && r.captors(r.doer(i))
}

// doer is the token whose deed the verb at i is, across a verb of saying: "les
// rebelles disent détenir"; -1 where none is named.
func (r *reader) doer(i int32) int32 {
	for n := 0; n < 3; n++ {
		for j := i - 1; j >= 0 && r.a.Tokens[j].Sent == r.a.Tokens[i].Sent; j-- {
			if t := &r.a.Tokens[j]; t.Head == i && t.Rel == lang.Nsubj {
				return j
			}
		}
		if t := &r.a.Tokens[i]; t.Rel != lang.Xcomp || t.Head == i {
			break
		}
		i = r.a.Tokens[i].Head
	}
	return -1
}

// gaol reports whether the noun at i, -1 for none, is a place where people serve.
func (r *reader) gaol(i int32) bool {
	if i < 0 {
		return false
	}
	switch r.a.Tokens[i].Lemma {
	case "prison", "pénitencier", "établissement", "centre", "maison", "bagne", "camp":
		return true
	}
	return false
}

// captors reports whether the noun at i, -1 for none, names those who hold others
// against the law.
func (r *reader) captors(i int32) bool {
	if i < 0 {
		return false
	}
	switch r.a.Tokens[i].Lemma {
	case "groupe", "mouvement", "milice", "gang", "cartel", "guérilla", "rébellion":
		return true
	}
	n, ok := r.nounOf(i)
	return ok && n.group == claim.Assailants
}

// captiveAside reads ", otages d'un groupe armé," behind those counted.
func (r *reader) captiveAside(c *counted, s lang.Sent) (predicate, bool) {
	i := c.npEnd + 1
	if h := c.head + 1; c.head >= 0 && c.noun.group != "" && h < s.End && !c.single && r.a.Tokens[h].Norm == "otages" {
		return predicate{measure: claim.Kidnapped, only: personOnly | knownOnly, verb: h, from: h, to: h, finite: -1, rule: "captive-aside"}, true // "deux gardiens otages"
	}
	if c.head < 0 || i+1 >= s.End || r.a.Tokens[i].Norm != "," || !strings.HasPrefix(r.a.Tokens[i+1].Norm, "otage") {
		return predicate{}, false
	}
	return predicate{measure: claim.Kidnapped, only: personOnly | knownOnly, verb: i + 1, from: i + 1, to: i + 1, finite: -1, rule: "captive-aside"}, true
}

// inDanger reads "Pour quatre lycéens, le pronostic vital est engagé".
func (r *reader) inDanger(c *counted, s lang.Sent) (predicate, bool) {
	if r.a.Tokens[r.wordBefore(c, s)].Norm != "pour" {
		return predicate{}, false
	}
	for j := c.npEnd + 1; j+3 < s.End && j < c.npEnd+5; j++ {
		if r.a.Tokens[j].Norm == "vital" && r.a.Tokens[j-1].Norm == "pronostic" {
			return predicate{measure: claim.Injured, only: personOnly, verb: j, from: j, to: j, left: true, finite: r.finiteOf(j+1, s), rule: "idiom-before"}, true
		}
	}
	return predicate{}, false
}

// stillHeld keeps hostages hostages where only their rescue or release is tried,
// asked for or bargained over.
func (r *reader) stillHeld(f *finding, s lang.Sent) bool {
	if f.noun.measure != claim.Kidnapped || f.measure != claim.Rescued && f.measure != claim.Released || f.single {
		return false
	}
	f.measure, f.has, f.p = claim.Kidnapped, false, predicate{}
	return !r.hypothetical(s) && !r.fictional(s)
}

// amongThem reads "une vingtaine d'enfants parmi les morts", "un Suisse figure au
// nombre des blessés".
func (r *reader) amongThem(c *counted, s lang.Sent) (predicate, bool) {
	i := c.npEnd + 1
	for ; i+2 < s.End && i < c.npEnd+5; i++ {
		t := &r.a.Tokens[i]
		if t.Norm == "parmi" || t.Norm == "nombre" && r.a.Tokens[i-1].Joined {
			break
		}
		if t.Lemma != "figurer" && t.Lemma != "être" && t.Lemma != "compter" && t.Lemma != "trouver" && t.POS != lang.ADV && t.Norm != "se" && t.Norm != "à" && t.Norm != "le" {
			return predicate{}, false
		}
	}
	if n := r.a.Tokens[min(i, s.End-1)].Norm; c.head < 0 || n != "parmi" && n != "nombre" {
		return predicate{}, false
	}
	best := predicate{}
	for j := i + 1; j < s.End && j < i+5; j++ {
		if r.a.Tokens[j].POS == lang.PUNCT || r.a.Tokens[j].Norm == "par" {
			break
		}
		n, ok := r.nounOf(j)
		if !ok || n.measure == "" || n.measure == claim.Participants {
			continue
		}
		if dead := n.measure == claim.Killed && j > i+2; best.rule == "" && r.a.Tokens[j].POS == lang.NOUN || dead {
			best = predicate{measure: n.measure, only: personOnly, verb: i, from: i, to: j, finite: -1, rule: "among"} // "parmi les otages confirmés morts": dead
		}
	}
	return best, best.rule != ""
}

// demonym reports whether the word at i is the name of nationals: a capital
// within a sentence, and an ending or a name of the list.
func (r *reader) demonym(i int32) bool {
	t := &r.a.Tokens[i]
	if t.POS != lang.NOUN && t.POS != lang.ADJ && t.POS != lang.PROPN || i == 0 || !lang.IsCapital(r.r.Document.Text[t.Start:t.End]) {
		return false
	}
	if p := &r.a.Tokens[i-1]; p.POS != lang.NUM && p.Norm != "un" && p.Norm != "une" && !skippedAdjective[p.Norm] && p.Norm != "de" {
		return false
	}
	_, ok := lang.DemonymOf(r.r.Document.Text[t.Start:t.End], "fr")
	return ok
}

// summed marks the numbers behind a comma, a dash or a bracket that add up to the
// one before them: "neuf corps – six femmes et trois hommes", "22 personnes (21
// touristes et un policier)".
func (r *reader) summed(fs []finding, k int) {
	f := &fs[k]
	if f.single || f.quantity.Qualifier != lang.Exact || f.measure == "" || f.noun.thing || k+2 >= len(fs) {
		return
	}
	start := k + 1
	for n := k + 1; n < len(fs) && fs[n].single && n < k+4; n++ {
		if r.saidToBe(&fs[n]) {
			start = n // "six corps, dit le maire, précisant qu'il s'agissait de deux …"
			break
		}
	}
	i := fs[start].first - 1
	for i > f.npEnd && int(r.a.Tokens[i].Start) >= fs[start].numStart {
		i--
	}
	switch r.a.Tokens[i].Norm {
	case ",", "–", "—", "-", "(", ":":
	case "de", "d'":
		if !r.saidToBe(&fs[start]) {
			return // "neuf corps, précisant qu'il s'agissait de six femmes et de trois hommes"
		}
	default:
		return
	}
	sum, j, many := int64(0), start, false
	for ; j < len(fs) && sum < f.quantity.Low; j++ {
		g := &fs[j]
		if g.part || g.quantity.Qualifier != lang.Exact || g.head < 0 || !g.known && !r.mayBePeople(g.head) || g.noun.measure != "" || g.noun.thing || g.has && !g.p.left && g.p.finite >= 0 && r.a.Tokens[i].Norm != "(" || j > start && !r.linked(&fs[j-1].counted, &g.counted) {
			return
		}
		sum += g.quantity.Low
		many = many || !g.single
	}
	if !many || sum != f.quantity.Low || j < start+2 {
		return
	}
	for j--; j >= start; j-- {
		fs[j].part = true
	}
}

// saidToBe reports whether "il s'agit de" stands before f.
func (r *reader) saidToBe(f *finding) bool {
	i := f.first - 1
	for i > 0 && int(r.a.Tokens[i].Start) >= f.numStart {
		i--
	}
	return i > 0 && lang.FullForm(r.a.Tokens[i].Norm) == "de" && (r.a.Tokens[i-1].Norm == "agissait" || r.a.Tokens[i-1].Norm == "agit")
}

// brokenDown marks the singles that part out the number right before them: "deux
// géologues, un Belge et un Suisse".
func (r *reader) brokenDown(fs []finding, k int) {
	r.summed(fs, k)
	n := int(fs[k].quantity.Low)
	if fs[k].single || fs[k].quantity.Qualifier != lang.Exact || n < 2 || n > 5 || k+n >= len(fs) || fs[k].noun.thing {
		return
	}
	if e := fs[k].npEnd + 1; int(e) >= len(r.a.Tokens) || r.a.Tokens[e].Norm != "," && r.a.Tokens[e].Norm != ":" && r.a.Tokens[e].Norm != "(" {
		return
	}
	for j := k + 1; j <= k+n; j++ {
		if !fs[j].single || fs[j].head < 0 || fs[j].noun.thing || fs[j].ownPredicate() && fs[j].p.finite >= 0 || !r.linked(&fs[j-1].counted, &fs[j].counted) {
			return
		}
	}
	for j := k + 1; j <= k+n; j++ {
		fs[j].part = true
	}
}

// fateOpen reports whether the fate at i is said not to be known: "le sort de 40 marins
// reste inconnu", "on ignore le sort de 40 marins"; "le sort des 40 marins" speaks of
// those told of before.
func (r *reader) fateOpen(i int32, s lang.Sent) bool {
	if i+1 < s.End && r.surface(i+1) == "des" {
		return false
	}
	for j := i - 1; j >= s.First && j > i-5; j-- {
		if r.a.Tokens[j].Lemma == "ignorer" {
			return true
		}
	}
	verb := false
	for j := i + 1; j < s.End && j < i+20; j++ {
		switch t := &r.a.Tokens[j]; {
		case gapStates[t.Norm] && verb:
			return true
		case isBe(t) || supportStates[t.Lemma]:
			verb = true
		case t.POS == lang.VERB && t.Morph.Has(lang.Fin), t.Norm == ";":
			return false
		}
	}
	return false
}
