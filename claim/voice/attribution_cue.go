package voice

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// A place says how a cue stands to what it governs.
type place uint8

const (
	before  place = iota // le préfet indique que ...
	incise               // ..., indique le préfet
	going                // ..., ajoutant que ...
	beside               // selon le préfet, ...
	adverb               // officiellement, ...
	passive              // ... a été confirmé par le préfet
)

// A cue is where the report credits somebody.
type cue struct {
	place       place
	first, end  int32 // the words of the cue: "a indiqué", "selon"
	verb        int32 // the verb, -1 if none
	lemma       string
	say         sayVerb
	neg         bool
	cond        bool
	past        bool
	who         phrase
	known       bool // who is set
	via         []phrase
	from, until int32 // all it takes in the sentence, speaker and relays included
	content     phraseRange
	used        bool
	rule        string
	by          *claim.Attribution
	claimed     *claim.Claim
}

// findCues fills l.cues with the cues of the part, in order.
func (l *listener) findCues() {
	l.cues = l.cues[:0]
	sp := 0
	for i := l.first; i < l.end; i++ {
		for sp < len(l.speeches) && l.speeches[sp].end <= i {
			sp++
		}
		inside := sp < len(l.speeches) && l.speeches[sp].direct && i >= l.speeches[sp].first
		c, ok := l.cueAt(i)
		if !ok {
			continue
		}
		if inside && !(c.place == incise || c.place == beside && !l.speeches[sp].closed) {
			continue
		}
		if inside && !l.breaksSpeech(&c, &l.speeches[sp]) {
			continue
		}
		l.cues = append(l.cues, c)
		if c.known {
			l.credit(&l.cues[len(l.cues)-1]) // in the order of the text: a pronoun leads back to those before
		}
		if c.place == incise || c.place == beside || c.place == adverb {
			i = max(i, c.until-1)
		}
	}
}

// cueAt reads the cue that has its first word, or its verb, at token i.
func (l *listener) cueAt(i int32) (cue, bool) {
	if c, ok := l.besideAt(i); ok {
		return c, true
	}
	if l.adverbAt(i) {
		return cue{place: adverb, first: i, end: i + 1, verb: -1, from: i, until: i + 1, rule: "adverb"}, true
	}
	return l.verbAt(i)
}

// adverbAt: "Officiellement, ...", "de source officielle" is read elsewhere.
func (l *listener) adverbAt(i int32) bool {
	return l.norm(i) == "officiellement" && (i == l.first || l.norm(i+1) == "," || l.startsSentence(i)) && !l.startsWithVerb(i+1)
}

func (l *listener) startsWithVerb(i int32) bool {
	return i < l.end && (l.a.Tokens[i].POS == lang.VERB)
}

func (l *listener) startsSentence(i int32) bool {
	return l.a.Sents[l.a.Tokens[i].Sent].First == i
}

// A group is a verb of saying with its auxiliaries, Clitics and adverbs.
type group struct {
	first, end  int32
	inverted    int32 // the pronoun of "a-t-il dit", or -1
	neg, refl   bool
	aux, be     bool
	finite      bool
	cond, past  bool
	inf, ger    bool
	participial bool  // a participle with no auxiliary
	semi        int32 // "a tenu à préciser": the finite verb, or -1
	lead        int32 // "avant de", "sans", "pour" before an infinitive, or -1
	refuses     bool  // "a refusé de confirmer"
}

// groupOf reads the verb group whose verb is token v of form f.
func (l *listener) groupOf(v int32, f sayForm) group {
	g := group{first: v, end: v + 1, inverted: -1, semi: -1, lead: -1}
	floor, _ := l.sentence(v)
	for j := v - 1; j >= max(floor, l.first); j-- {
		if !l.groupWord(j, v, f, &g) {
			a := l.auxiliaryBefore(j, f, &g)
			if a < 0 {
				break
			}
			j = a
			l.groupWord(j, v, f, &g)
		}
		g.first = j
	}
	for g.first < v && l.a.Tokens[g.first].POS == lang.ADV && !isNe(l.norm(g.first)) && l.norm(g.first) != "ne" {
		g.first++ // an adverb before the verb group is of the clause: "pourtant dit"
	}
	l.settleForm(v, f, &g)
	for j := v + 1; j < l.end && j < v+3; j++ {
		w := l.norm(j)
		if l.a.Tokens[j].Norm != w && l.word(j)[0] == '-' && speakingPronouns[w] {
			g.inverted = j
			g.end = j + 1
		} else if w == "pas" || w == "plus" || w == "jamais" {
			g.neg = g.neg || l.norm(g.first) == "ne"
		}
		if g.inverted < 0 && !(l.a.Tokens[j].POS == lang.ADV) {
			break
		}
	}
	return g
}

// auxiliaryBefore returns the auxiliary that a circumstance ending at token j
// parts from its participle: "a dans un premier temps donné"; -1 if none.
func (l *listener) auxiliaryBefore(j int32, f sayForm, g *group) int32 {
	if f.kind != partForm || g.aux {
		return -1
	}
	floor, _ := l.sentence(j)
	for k := j; k > floor && k > j-8; k-- {
		t := &l.a.Tokens[k]
		switch {
		case haveForms[l.a.Tokens[k-1].Norm] && themToo[t.Norm] && (l.norm(k+1) == "aussi" || l.norm(k+1) == "même"):
			return k - 1 // "a elle aussi évoqué"
		case t.POS == lang.VERB || t.POS == lang.PUNCT || t.POS == lang.CCONJ || t.POS == lang.SCONJ || t.POS == lang.PRON:
			return -1
		case haveForms[l.a.Tokens[k-1].Norm] && (t.POS == lang.ADP || t.Norm == "lors" || t.Norm == "peu" || t.Norm == "un" && l.norm(k+1) == "peu") && (l.a.Tokens[k-1].POS == lang.AUX || l.a.Tokens[k-1].POS == lang.VERB):
			return k - 1
		}
	}
	return -1
}

var themToo = lang.WordSet("lui elle eux elles")

func isNe(w string) bool { return w == "ne" || w == "n'" }

// groupWord takes token j, which stands before the verb v, into g.
func (l *listener) groupWord(j, v int32, f sayForm, g *group) bool {
	t := &l.a.Tokens[j]
	w := lang.FullForm(t.Norm)
	if l.setPhrase(j, w) {
		return true
	}
	switch {
	case j == g.semi:
		g.past = g.past || l.participle(j)
		g.finite = g.finite || t.Morph.Has(lang.Fin)
	case len(t.Norm) > 1 && t.Norm[0] == '-' && speakingPronouns[w]:
		g.inverted = j
	case isNe(w):
		g.neg = true
	case w == "se":
		g.refl = true
	case Clitics[w] && (t.POS == lang.PRON || t.POS == lang.DET && j == v-1 && f.kind != infForm) && t.POS != lang.DET:
	case haveForms[t.Norm]:
		if g.aux && !g.be {
			return false
		}
		g.aux, g.past = true, true
		g.cond = g.cond || condAux[t.Norm]
		g.finite = g.finite || !auxInf[t.Norm]
	case beForms[t.Norm]:
		if w == "été" {
			g.be = true
			return true
		}
		g.aux, g.be, g.past = true, g.be || !g.refl, true
		g.cond = g.cond || condAux[t.Norm]
		g.finite = g.finite || !auxInf[t.Norm]
		if g.aux && g.refl {
			g.be = false
		}
	case t.POS == lang.ADV || groupAdverbs[w]:
	case (w == "à" || w == "de") && t.POS == lang.ADP && (f.kind == infForm || g.aux && !g.finite) && j > l.first:
		return l.semiAux(j-1, g, w)
	case f.kind == infForm && semiVerbs[l.a.Tokens[j].Lemma] && (t.POS == lang.VERB || t.POS == lang.AUX):
		g.semi = j
		g.past = g.past || l.participle(j)
		if t.Morph.Has(lang.Fin) {
			g.finite = true
		}
	default:
		return false
	}
	return true
}

// setPhrase reports whether token j is of a phrase that may stand between an
// auxiliary and its verb: "a de son côté affirmé", "a, lui, fait état".
func (l *listener) setPhrase(j int32, w string) bool {
	n, p := l.norm(j+1), l.norm(j-1)
	switch pronoun := w == "lui" || w == "elle" || w == "eux" || w == "elles"; {
	case pronoun && p == "à" && l.norm(j-2) == "quant", w == "à" && p == "quant", w == "quant" && n == "à":
		return true // "a quant à lui dénoncé"
	}
	switch w {
	case "côté", "part", "tour":
		return p == "son" || p == "leur" || p == "sa"
	case "son", "leur", "sa":
		return n == "côté" || n == "part" || n == "tour"
	case "abord":
		return p == "de" // "a d'abord indiqué"
	case "de", "pour", "à":
		if w == "de" && n == "abord" {
			return true
		}
		nn := l.norm(j + 2)
		return (n == "son" || n == "leur" || n == "sa") && (nn == "côté" || nn == "part" || nn == "tour") || w == "à" && n == "nouveau"
	case "par", "en":
		return n == "ailleurs" || n == "outre" || n == "effet" || n == "revanche"
	case "ailleurs", "outre", "effet", "nouveau", "revanche":
		return p == "par" || p == "en" || p == "à"
	case ",":
		if p == "côté" || p == "part" || (n == "de" || n == "pour") && (l.norm(j+3) == "côté" || l.norm(j+3) == "part") {
			return true // "a, de son côté, annoncé"
		}
		return (n == "lui" || n == "elle" || n == "eux") && l.norm(j+2) == "," || (p == "lui" || p == "elle" || p == "eux") && l.norm(j-2) == ","
	case "lui", "elle", "eux", "elles":
		return p == "," && n == ","
	}
	return false
}

// semiAux looks for the verb before "à" or "de" and an infinitive of saying:
// "a tenu à souligner", "vient d'annoncer", "a refusé de confirmer".
func (l *listener) semiAux(j int32, g *group, prep string) bool {
	t := &l.a.Tokens[j]
	lemma := t.Lemma
	if t.POS != lang.VERB && !l.participle(j) {
		switch l.norm(j) {
		case "avant", "après", "sans", "loin":
			g.lead = j
		}
		return false
	}
	switch lemma {
	case "refuser":
		g.refuses = true
	case "tenir", "venir", "finir", "continuer", "commencer", "hésiter", "achever", "cesser":
	default:
		return false
	}
	g.semi = j
	return true
}

var semiVerbs = lang.WordSet("pouvoir vouloir souhaiter devoir aller")

// Clitics are the unstressed pronouns that stand before a verb.
var Clitics = lang.WordSet("me te se nous vous lui leur y en le la les l'")
var groupAdverbs = lang.WordSet("pas plus jamais notamment également aussi encore ainsi toutefois cependant pourtant déjà finalement ensuite alors bien rien guère toujours jusque-là depuis tous deux tout lui-même elle-même eux-mêmes longtemps récemment immédiatement plutôt mutuellement rapidement simplement clairement publiquement formellement officiellement catégoriquement donc enfin même point quant d'abord tant autant")
var haveForms = lang.WordSet("a ont avait avaient aura auront aurait auraient eut ait aient ayant avoir ai avons avez eu")
var beForms = lang.WordSet("est sont était étaient sera seront serait seraient fut furent soit soient étant être été suis sommes")
var condAux = lang.WordSet("aurait auraient serait seraient")
var auxInf = lang.WordSet("avoir être ayant étant été eu")

// settleForm decides what form the verb has, given its auxiliaries.
func (l *listener) settleForm(v int32, f sayForm, g *group) {
	t := &l.a.Tokens[v]
	switch f.kind {
	case condForm:
		g.finite, g.cond = true, true
	case finiteForm:
		if !g.aux || g.inverted > v {
			g.finite = true
			g.past = hasPastEnding(t.Norm)
		}
	case infForm:
		g.inf = true
		if g.semi >= 0 && !g.finite {
			g.finite = l.a.Tokens[g.semi].Morph.Has(lang.Fin)
		}
	case gerForm:
		g.ger = true
	case partForm:
		if !g.aux {
			if t.POS == lang.VERB && t.Morph.Has(lang.Fin) || bothForms[t.Norm] && (l.a.Child(v, lang.Nsubj) >= 0 || l.norm(v-1) == "autre" || strings.Contains(f.lemma, " ")) {
				g.finite = true // "dit", "écrit", "dément": the same form
			} else {
				g.participial = true
			}
		}
	}
	if g.aux && (f.kind == partForm || f.kind == finiteForm) && !g.finite {
		if l.norm(g.first) == "ayant" || l.norm(g.first) == "étant" {
			g.ger = true
		} else {
			g.inf = true
		}
	}
}

var bothForms = lang.WordSet("dit fait écrit décrit prédit conclut")

// hasPastEnding: imparfait.
func hasPastEnding(w string) bool {
	for _, e := range [2]string{"ait", "aient"} {
		if len(w) > len(e)+2 && w[len(w)-len(e):] == e {
			return true
		}
	}
	return false
}
