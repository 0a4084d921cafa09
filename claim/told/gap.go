package told

import (
	"strconv"
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// What a report says is not known, not given, not answered. What lacks is
// found from the word that says so: a verb of giving or knowing that is denied,
// refused, put off or only asked for (gap_verb.go), or a state and a noun that
// say it by themselves (gap_state.go). Whose number lacks is told by the words
// that name the thing (gap_topic.go).

// A lack is the words that tell of one thing not known.
type lack struct {
	first, last int32 // tokens, the clause that says it
	topic       int32 // the thing that lacks, or the word of an open question; -1 if not said
	end         int32 // the last token of what hangs on topic
	back        bool  // the thing was named before: "n'ont pas confirmé ce chiffre"
}

// findGaps fills r.Gaps.
func (r *reader) findGaps() {
	for si := range r.a.Sents {
		if r.prose(si) {
			r.gapsOf(int32(si))
		}
	}
}

func (r *reader) gapsOf(si int32) {
	s := r.a.Sents[si]
	for i := s.First; i < s.End; i++ {
		x, ok := r.lackAt(i, s)
		if !ok {
			continue
		}
		start, end := r.a.Surface(x.first, x.last)
		g := &claim.Gap{Span: r.span(start, end)}
		if k := len(r.r.Gaps) - 1; k >= 0 && r.r.Gaps[k].Span.End > start {
			at := r.goesOnAt(i, r.r.Gaps[k].Span.End)
			if at < 0 {
				continue // two words of one lack: "aucun bilan n'a été communiqué"
			}
			x.first = at // "Ils n'ont pas été identifiés et on ignore pourquoi"
			if x.topic < at && r.thingAt(at+1) != noThing {
				x.topic = at + 1 // "… et un bilan était impossible à établir"
			}
			start, end = r.a.Surface(x.first, x.last)
			g.Span = r.span(start, end)
		}
		c := claim.Innermost(r.r.Claims, g.Span)
		if c != nil {
			if r.ownWonder(&x, c) {
				continue
			}
			g.By = c.By
		}
		g.Measure, g.Group = r.lacked(&x, s)
		g.ID = string(r.r.Document.ID) + "-g" + strconv.Itoa(start)
		r.r.Gaps = append(r.r.Gaps, g)
		i = max(i, x.last)
	}
}

// ownWonder reports whether x is what a bystander quoted says of herself, "je ne
// sais pas où ils sont": no lack of the report.
func (r *reader) ownWonder(x *lack, c *claim.Claim) bool {
	if c.Kind != claim.Direct || c.By.Role != claim.Witness && c.By.Role != "" || x.topic < 0 {
		return false
	}
	switch t := &r.a.Tokens[x.topic]; {
	case !openWords[t.Norm] && t.Norm != "ce" || t.Norm == "combien" || strings.HasPrefix(t.Norm, "quel") && r.asksToll(x):
		return false
	}
	for j := x.first; j < x.topic; j++ {
		switch lang.FullForm(r.a.Tokens[j].Norm) {
		case "je", "on", "nous":
			return true
		}
	}
	return false
}

// lackAt reads the lack that the word at i tells of.
func (r *reader) lackAt(i int32, s lang.Sent) (lack, bool) {
	t := &r.a.Tokens[i]
	if v := r.gapVerbAt(i); v != noVerb {
		if x, ok := r.denied(i, v, s); ok {
			return x, true
		}
	}
	if gapStates[t.Norm] && t.POS != lang.PROPN {
		if x, ok := r.unknownState(i, s); ok {
			return x, true
		}
	}
	if wholeStates[t.Norm] {
		if x, ok := r.presented(i, s); ok {
			return x, true
		}
	}
	switch {
	case t.Lemma == "ignorer" || t.Norm == "ignore" || t.Norm == "ignorait":
		return r.ignored(i, s)
	case t.Lemma == "rester" || t.Lemma == "demeurer" || t.Norm == "reste":
		return r.remains(i, s)
	case t.Norm == "difficile" || t.Norm == "impossible" || t.Norm == "difficiles" || t.Norm == "impossibles":
		return r.hardTo(i, s)
	case t.Norm == "non" && i+1 < s.End && !poorly[r.a.Tokens[i+1].Norm]:
		return r.notTold(i, s)
	case (t.Norm == "mal" || t.Norm == "peu" || t.Norm == "non") && i+1 < s.End && poorly[r.a.Tokens[i+1].Norm]:
		return r.unknownState(i+1, s)
	case t.Norm == "sans":
		return r.without(i, s)
	case t.Norm == "quid":
		if o := r.askedWithin(i+1, i+5, s); o >= 0 {
			return lack{first: i, last: r.phraseOf(o, s), topic: o, end: r.phraseOf(o, s)}, true
		}
	case hardships[t.Norm]:
		return r.hardship(i, s)
	case t.Norm == "pas" || t.Norm == "aucun" || t.Norm == "aucune" || t.Norm == "rien":
		return r.verbless(i, s)
	case t.Norm == "à" && i+1 < s.End && r.a.Tokens[i+1].Morph.Has(lang.Inf):
		return r.stillTo(i, s)
	case t.Norm == "personne" && i+2 < s.End && r.a.Tokens[i+1].Norm == "qui":
		return r.nobody(i, s)
	case t.Norm == "refusé" || t.Norm == "refusée" || t.Lemma == "refuser":
		return r.refused(i, s)
	case t.Lemma == "manquer":
		return r.wanting(i, s)
	case demands[t.Lemma]:
		return r.demanded(i, s)
	case t.Lemma == "attendre":
		return r.awaited(i, s)
	case t.Norm == "peu":
		return r.little(i, s)
	case t.Lemma == "interroger" && (r.a.WordBefore(i, s.First, 2, "s'") || r.a.WordBefore(i, s.First, 2, "se")):
		return r.silence(i, s) // "s'interrogent sur l'origine du feu"
	case t.Norm == "questions" || t.Norm == "question" || t.Norm == "zones":
		return r.openQuestion(i, s)
	case t.Lemma == "aboutir" || t.Norm == "abouti" || t.Norm == "vaines" || t.Norm == "vains":
		return r.inVain(i, s)
	case t.Norm == "suite":
		return r.noReply(i, s)
	}
	return r.silentAt(i, s)
}

// gapVerbAt is the class of the verb at i, noVerb where it is none.
func (r *reader) gapVerbAt(i int32) gapVerb {
	t := &r.a.Tokens[i]
	if t.POS == lang.NOUN && i > 1 && (t.Norm == "savoir" || t.Norm == "dire") {
		if p := &r.a.Tokens[i-1]; p.Norm == "le" && !p.Joined && r.a.Tokens[i-2].Norm == "de" {
			return gapVerbs[t.Norm] // "de le savoir": before a noun it would be "du"
		}
	}
	switch t.POS {
	case lang.NOUN, lang.PROPN, lang.DET, lang.PUNCT, lang.ADP:
		return noVerb
	}
	if v := gapVerbs[t.Lemma]; v != noVerb && !(t.Lemma == "parvenir" && r.toDo(i+1)) {
		return v
	}
	if t.POS == lang.ADJ || t.POS == lang.VERB {
		return gapForms[t.Norm] // a participle whose lemma the tagger missed
	}
	return noVerb
}

// toDo reports whether "à" and an infinitive follow at i, "pas" left out: who does not
// manage to do a thing is read from that thing.
func (r *reader) toDo(i int32) bool {
	if int(i) < len(r.a.Tokens) && notWords[r.a.Tokens[i].Norm] {
		i++
	}
	return int(i)+1 < len(r.a.Tokens) && r.a.Tokens[i].Norm == "à" && r.a.Tokens[i+1].Morph.Has(lang.Inf)
}

// thingAt is the kind of thing that the noun at j names.
func (r *reader) thingAt(j int32) thing {
	t := &r.a.Tokens[j]
	k := things[t.Norm]
	if k == noThing || t.POS == lang.VERB || t.POS == lang.AUX || t.POS == lang.PROPN {
		return noThing
	}
	before := &r.a.Tokens[max(j-1, 0)]
	switch t.Norm {
	case "nombre":
		if before.Joined && j > 2 && r.a.Tokens[j-2].Norm == "à" && r.a.Tokens[j-3].Norm != "quant" || before.Norm == "grand" || before.Norm == "petit" {
			return noThing // "au nombre de", "un grand nombre de"
		}
	case "état":
		if before.POS != lang.DET || lang.IsCapital(r.r.Document.Text[t.Start:t.End]) || j+1 >= int32(len(r.a.Tokens)) || r.a.Tokens[j+1].Norm != "de" && r.a.Tokens[j+1].Norm != "des" {
			return noThing
		}
	case "sort", "nouvelle", "nouvelles", "total":
		if t.Norm == "nouvelle" && before.Norm != "aucune" {
			return noThing // "la nouvelle" has come
		}
		if t.POS == lang.ADJ || before.POS != lang.DET && before.Norm != "de" && before.Norm != "d'" && before.Norm != "sans" && before.POS != lang.ADJ {
			return noThing
		}
	case "manière", "façon":
		if before.POS != lang.DET || !r.followedBy(j, "dont") {
			return noThing // only "la manière dont"
		}
	case "rapport", "preuve":
		// "rapport de force", "preuve d'achat"; but a proof of life lacks
		if j+2 < int32(len(r.a.Tokens)) && lang.FullForm(r.a.Tokens[j+1].Norm) == "de" && r.a.Tokens[j+2].POS == lang.NOUN && r.a.Tokens[j+2].Norm != "vie" && r.a.Tokens[j+2].Norm != "autopsie" {
			return noThing
		}
	case "bilan":
		if j+1 < int32(len(r.a.Tokens)) && otherBalance[r.a.Tokens[j+1].Norm] {
			return noThing
		}
	case "compte", "contact", "contacts":
		// "rendre compte", "au bout du compte": only what is made, had or established
		if n := before.Norm; n != "le" && n != "aucun" && n != "de" && n != "un" || before.Joined {
			return noThing
		}
	case "raison", "cause":
		if before.Norm == "en" || before.Norm == "à" {
			return noThing
		}
	}
	return k
}

// isNot reports whether norm is "ne" or "n'".
func isNot(norm string) bool { return norm == "ne" || norm == "n'" }

// askedWithin returns the first thing among the tokens [from, to), else the first
// attribute of somebody or something, -1 if none.
func (r *reader) askedWithin(from, to int32, s lang.Sent) int32 {
	attribute := int32(-1)
	for j := max(from, s.First); j < min(to, s.End); j++ {
		if n := r.a.Tokens[j].Norm; n == ";" || n == "." {
			break
		}
		if r.thingAt(j) != noThing {
			return j
		}
		if attribute < 0 && r.attributeAt(j, s) {
			attribute = j
		}
	}
	return attribute
}

// nounStart goes back over the article of the noun at i.
func (r *reader) nounStart(i int32, s lang.Sent) int32 {
	for i > s.First && (r.a.Tokens[i-1].POS == lang.DET || r.a.Tokens[i-1].POS == lang.ADJ) {
		i--
	}
	return i
}

// clauseStart goes back to the start of the clause that i stands in.
func (r *reader) clauseStart(i int32, s lang.Sent) int32 {
	for i > s.First {
		switch t := &r.a.Tokens[i-1]; {
		case t.Norm == "," || t.Norm == ";" || t.Norm == ":" || t.Norm == "." || t.Norm == "mais" || t.Norm == "qui" || t.Norm == "que", lang.IsQuoteMark(t.Norm):
			return i
		}
		i--
	}
	return i
}

// phraseOf is the last token of what hangs on the noun at i: "le nombre de
// victimes civiles", "combien de soldats étaient morts".
func (r *reader) phraseOf(i int32, s lang.Sent) int32 {
	end := i
	for j := i + 1; j < s.End && j < i+16; j++ {
		t := &r.a.Tokens[j]
		switch t.Norm {
		case ",", ";", ".", ":", "(", "–", "?", "!", "mais", "selon", "ainsi":
			return end
		}
		if lang.IsQuoteMark(t.Norm) {
			return end
		}
		if t.POS != lang.DET && t.POS != lang.ADP {
			end = j
		}
	}
	return end
}
