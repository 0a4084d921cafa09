package claim

import (
	"strconv"
	"strings"

	"recoupe/lang"
)

// What a report says is not known, not given, not answered.

// asked are the things a report may say it lacks.
var asked = wordSet("bilan bilans allégations affirmations commentaire commentaires sollicitations chiffre chiffres estimation estimations nombre décompte information informations précision précisions indication indications détail détails identité identités sort cause causes ampleur circonstances réponse recensement statistiques combien motivations mobile origine motifs questions pertes responsabilité auteurs")

// given are verbs of giving, knowing or confirming such a thing.
var given = wordSet("donner communiquer fournir publier avancer rendre préciser établir dévoiler révéler connaître dresser obtenir déterminer évaluer chiffrer confirmer vérifier savoir dire répondre filtrer exister livrer diffuser divulguer commenter identifier revendiquer produire détailler indiquer annoncer éclaircir élucider parvenir souhaiter vouloir disposer disponible connu communiqué")

// unknownWords say by themselves that something is not known.
var unknownWords = wordSet("inconnu inconnue inconnus inconnues indéterminé indéterminée indéterminés indéterminées incertain incertaine incertains incertaines ignore ignorent ignorait ignoraient ignorant secret muet muette muets mystère flou floue floues impossible invérifiable invérifiables")

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
	last := int32(-1)
	for i := s.First; i < s.End; i++ {
		if i <= last {
			continue
		}
		from, to, ok := r.lack(i, s)
		if !ok {
			continue
		}
		start, end := r.a.Surface(from, to)
		g := &Gap{Span: r.span(start, end)}
		g.Measure, g.Group = r.lacked(from, to, s)
		if c := innermost(r.r.Claims, g.Span); c != nil {
			g.By = c.By
		}
		doc := string(r.r.Document.ID)
		g.ID = doc[:min(6, len(doc))] + "-g" + strconv.Itoa(start)
		r.r.Gaps = append(r.r.Gaps, g)
		last = to
	}
}

// lack reports whether a lack is told from token i on, and where it ends.
func (r *reader) lack(i int32, s lang.Sent) (from, to int32, ok bool) {
	t := &r.a.Tokens[i]
	switch {
	case t.Norm == "aucun" || t.Norm == "aucune":
		if n := r.askedWithin(i+1, i+4, s); n >= 0 {
			if v := r.givenWithin(n+1, n+16, s); v >= 0 {
				return i, v, true
			}
			return i, r.phraseOf(n, s), true
		}
		if v := r.givenWithin(i+1, i+8, s); v >= 0 && r.a.Tokens[v].Lemma == "revendiquer" {
			return i, r.phraseOf(v, s), true // "Aucun groupe n'a revendiqué l'attentat"
		}
	case t.Norm == "pas" || t.Norm == "point" || t.Norm == "jamais" && (r.beforeWord(i, s, "ne", 3) || r.beforeWord(i, s, "n'", 3)):
		return r.notGiven(i, s)
	case t.Norm == "tôt" && i+2 < s.End && r.a.Tokens[i+1].Norm == "pour":
		if n := r.askedWithin(i+2, i+7, s); n >= 0 {
			return r.clauseStart(i, s), r.phraseOf(n, s), true
		}
	case (t.Norm == "ne" || t.Norm == "n'") && i+1 < s.End && r.a.Tokens[i+1].Lemma == "pouvoir":
		if v := r.givenWithin(i+2, i+4, s); v >= 0 {
			return r.lackFrom(r.clauseStart(i, s), v, s)
		}
	case (t.Norm == "difficile" || t.Norm == "prématuré") && i+1 < s.End, t.Norm == "reste" || t.Norm == "restent" || t.Norm == "restait" || t.Norm == "demeure":
		// "Le bilan exact est difficile à établir", "reste à déterminer"
		if i+2 < s.End && (r.a.Tokens[i+1].Norm == "à" || r.a.Tokens[i+1].Norm == "de" || r.a.Tokens[i+1].Norm == "d'") && given[r.a.Tokens[i+2].Lemma] {
			for j := i - 1; j >= s.First && j > i-12; j-- {
				if asked[r.a.Tokens[j].Norm] && r.a.Tokens[j].POS != lang.VERB {
					return r.nounStart(j, s), i + 2, true
				}
			}
		}
	case t.Norm == "flou" || t.Norm == "doute" || t.Norm == "mystère" || t.Norm == "incertitude" || t.Norm == "opacité":
		if n := r.askedWithin(i+1, i+8, s); n >= 0 && i+1 < s.End && r.a.Tokens[i+1].Norm != "," {
			return r.nounStart(i, s), r.phraseOf(n, s), true
		}
	case t.Norm == "suite" && r.beforeWord(i, s, "pas", 3) && (r.beforeWord(i, s, "n'", 6) || r.beforeWord(i, s, "ne", 6)):
		return r.clauseStart(i, s), r.phraseOf(i, s), true
	case t.Norm == "nouvelles" && i > s.First && r.a.Tokens[i-1].Norm == "sans":
		return r.clauseStart(i, s), r.phraseOf(i, s), true
	case t.Norm == "sans":
		return r.without(i, s)
	case unknownWords[t.Norm] && t.POS != lang.PROPN:
		return r.unknownAt(i, s)
	case t.Norm == "sait" || t.Norm == "savait" || t.Norm == "dit" || t.Norm == "savent" || t.Norm == "connaît" || t.Norm == "connaissait":
		if i > s.First && (r.a.Tokens[i-1].Norm == "ne" || r.beforeWord(i, s, "personne", 5) || r.beforeWord(i, s, "nul", 4)) && (r.beforeWord(i, s, "nul", 4) || r.beforeWord(i, s, "personne", 5)) {
			if r.beforeWord(i, s, "personne", 5) && i+1 < s.End && r.a.Tokens[i+1].POS == lang.PUNCT {
				return r.clauseStart(i, s), i, true
			}
			return r.lackFrom(i-2, i, s)
		}
	case t.Norm == "refusé" || t.Norm == "refusée" || t.Norm == "refuse" || t.Norm == "refusent" || t.Norm == "refusés":
		if v := r.givenWithin(i+1, i+5, s); v >= 0 {
			if n := r.askedWithin(v+1, v+6, s); n >= 0 {
				return i, r.phraseOf(n, s), true
			}
		}
		if n := r.askedWithin(i+1, i+5, s); n >= 0 && strings.HasPrefix(r.a.Tokens[n].Norm, "commentaire") {
			return r.clauseStart(i, s), n, true
		}
	case t.Lemma == "réclamer" || t.Lemma == "exiger" || t.Norm == "publier":
		if n := r.askedWithin(i+1, i+4, s); n >= 0 && (r.a.Tokens[n].Norm == "bilan" || r.a.Tokens[n].Norm == "nombre" || strings.HasPrefix(r.a.Tokens[n].Norm, "chiffre")) && r.demanded(i, s) {
			return i, r.phraseOf(n, s), true
		}
	}
	return 0, 0, false
}

// demanded reports whether the verb at i asks for the thing: "réclame un
// bilan", "a appelé à publier un bilan"; "vient de publier un bilan" does not.
func (r *reader) demanded(i int32, s lang.Sent) bool {
	if r.a.Tokens[i].Norm != "publier" {
		return true
	}
	for j := i - 1; j >= s.First && j > i-9; j-- {
		switch r.a.Tokens[j].Lemma {
		case "appeler", "demander", "exhorter", "presser", "sommer", "exiger":
			return true
		}
	}
	return false
}

// beforeWord reports whether word stands at most n tokens before i.
func (r *reader) beforeWord(i int32, s lang.Sent, word string, n int32) bool {
	for j := i - 1; j >= s.First && j >= i-n; j-- {
		if r.a.Tokens[j].Norm == word {
			return true
		}
	}
	return false
}

func (r *reader) lackFrom(from, i int32, s lang.Sent) (int32, int32, bool) {
	if n := r.askedWithin(i+1, i+7, s); n >= 0 {
		return max(from, s.First), r.phraseOf(n, s), true
	}
	return 0, 0, false
}

// notGiven reads "n'a pas été communiqué", "on ne sait pas combien", "pas de
// bilan", "ne parvient pas à obtenir un bilan".
func (r *reader) notGiven(i int32, s lang.Sent) (from, to int32, ok bool) {
	if i+1 < s.End {
		if n := r.a.Tokens[i+1].Norm; n == "de" || n == "d'" || n == "encore" || r.thereIsNo(i, s) {
			if k := r.askedWithin(i+1, i+9, s); k >= 0 && (n != "encore" || k < i+6) {
				return r.clauseStart(i, s), r.phraseOf(k, s), true
			}
		}
	}
	v := r.givenWithin(i-2, i+8, s)
	if v < 0 {
		return 0, 0, false
	}
	if n := r.askedWithin(max(v, i)+1, max(v, i)+8, s); n >= 0 {
		return r.clauseStart(i, s), r.phraseOf(n, s), true
	}
	for j := i - 1; j >= s.First && j > i-14; j-- { // the thing lacked is the subject
		t := &r.a.Tokens[j]
		if t.Norm == ";" || t.Norm == "." {
			break
		}
		if asked[t.Norm] && t.POS != lang.VERB {
			return r.nounStart(j, s), max(v, i), true
		}
	}
	if r.a.Tokens[v].Lemma == "revendiquer" || r.a.Tokens[v].Norm == "répondre" || r.a.Tokens[v].Norm == "répondu" {
		return r.clauseStart(i, s), v, true
	}
	return 0, 0, false
}

// thereIsNo reports whether "il n'y avait pas" stands at the "pas" of token i.
func (r *reader) thereIsNo(i int32, s lang.Sent) bool {
	return r.beforeWord(i, s, "y", 3) && (r.beforeWord(i, s, "n'", 4) || r.beforeWord(i, s, "ne", 4)) || r.beforeWord(i, s, "existe", 2)
}

// without reads "sans donner de bilan", "sans nouvelles".
func (r *reader) without(i int32, s lang.Sent) (from, to int32, ok bool) {
	v := r.givenWithin(i+1, i+4, s)
	if v < 0 {
		return 0, 0, false
	}
	if n := r.askedWithin(v+1, v+7, s); n >= 0 {
		return i, r.phraseOf(n, s), true
	}
	return 0, 0, false
}

// unknownAt reads "reste inconnu", "on ignore combien", "impossible d'obtenir
// un bilan" around the word at i.
func (r *reader) unknownAt(i int32, s lang.Sent) (from, to int32, ok bool) {
	t := &r.a.Tokens[i]
	if t.Norm == "impossible" || strings.HasPrefix(t.Norm, "ignor") || strings.HasPrefix(t.Norm, "muet") {
		if n := r.askedWithin(i+1, i+8, s); n >= 0 {
			return r.clauseStart(i, s), r.phraseOf(n, s), true
		}
		if strings.HasPrefix(t.Norm, "ignor") {
			for j := i + 1; j < s.End && j < i+4; j++ {
				if n := r.a.Tokens[j].Norm; n == "si" || n == "qui" || n == "pourquoi" || n == "où" || n == "comment" || n == "ce" {
					return r.clauseStart(i, s), min(j+8, s.End-1), true
				}
			}
		}
	}
	for j := i - 1; j >= s.First && j > i-12; j-- {
		n := &r.a.Tokens[j]
		if n.Norm == ";" || n.Norm == "." {
			break
		}
		if asked[n.Norm] && (n.POS != lang.VERB || j > s.First && r.a.Tokens[j-1].POS == lang.DET) {
			for k := j + 1; k < i; k++ {
				switch r.a.Tokens[k].Lemma {
				case "rester", "être", "demeurer", "tenir", "avérer":
					return r.nounStart(j, s), i, true
				}
			}
		}
	}
	return 0, 0, false
}

// askedWithin returns the first thing asked for among the tokens [from, to).
func (r *reader) askedWithin(from, to int32, s lang.Sent) int32 {
	for j := max(from, s.First); j < min(to, s.End); j++ {
		t := &r.a.Tokens[j]
		if t.Norm == ";" || t.Norm == "." {
			return -1
		}
		if asked[t.Norm] && t.POS != lang.VERB && !(t.Norm == "nombre" && r.a.Tokens[max(j-1, 0)].Joined) {
			return j
		}
	}
	return -1
}

// givenWithin returns the first verb of giving or knowing among [from, to).
func (r *reader) givenWithin(from, to int32, s lang.Sent) int32 {
	for j := max(from, s.First); j < min(to, s.End); j++ {
		t := &r.a.Tokens[j]
		if t.Norm == ";" || t.Norm == "." {
			return -1
		}
		if given[t.Lemma] && t.POS != lang.NOUN || given[t.Norm] && t.POS == lang.ADJ {
			return j
		}
	}
	return -1
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
		case t.Norm == "," || t.Norm == ";" || t.Norm == ":" || t.Norm == "." || t.Norm == "mais" || t.Norm == "\"" || t.Norm == "«" || t.Norm == "qui" || t.Norm == "que":
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
	for j := i + 1; j < s.End && j < i+14; j++ {
		switch t := &r.a.Tokens[j]; t.Norm {
		case ",", ";", ".", ":", "\"", "»", "(", "–", "mais", "selon":
			return end
		default:
			if t.POS != lang.DET && t.POS != lang.ADP {
				end = j
			}
		}
	}
	return end
}

// lacked tells whose number is lacking: by the words of the lack, else those of
// its sentence; "ce chiffre" is the figure told before.
func (r *reader) lacked(from, to int32, s lang.Sent) (Measure, Group) {
	if r.pointsBack(from, to) {
		if f := r.figureBefore(int(r.a.Tokens[from].Start), ""); f != nil {
			return f.Measure, f.Group
		}
	}
	// who refuses to say is not who was counted: look from the thing asked on
	start := from
	if n := r.askedWithin(from, to+1, s); n >= 0 {
		start = n
	}
	m, g := r.measureGroupIn(start, min(to+1, s.End))
	if m == "" && g != "" && r.fateOf(from, to) {
		m = Missing
	}
	if m == "" && g == "" {
		if r.tollAsked(from, to) {
			end := start
			for end < s.End && r.a.Tokens[end].Norm != "," && r.a.Tokens[end].Norm != ";" {
				end++
			}
			if m, g = r.measureGroupIn(start, end); g == "" && m == "" {
				m, _ = r.measureGroupIn(s.First, from)
			}
			if g == "" {
				g = People
			}
		}
	}
	if g == "" && m != "" {
		g = People
	}
	return m, g
}

// fateOf reports whether the words are "le sort de", "sans nouvelles de" people.
func (r *reader) fateOf(from, to int32) bool {
	for i := from; i < to; i++ {
		if w := r.a.Tokens[i].Norm; w == "sort" || w == "nouvelles" && i > from && r.a.Tokens[i-1].Norm == "sans" {
			return r.a.Tokens[i+1].Norm == "de" || r.a.Tokens[i+1].Norm == "des" || r.a.Tokens[i+1].Norm == "d'"
		}
	}
	return false
}

func (r *reader) tollAsked(from, to int32) bool {
	for i := from; i <= to; i++ {
		switch r.a.Tokens[i].Norm {
		case "bilan", "bilans", "chiffre", "chiffres", "estimation", "nombre", "décompte", "combien", "victimes", "recensement":
			return true
		}
	}
	return false
}

// pointsBack reports whether the words speak of a figure told before: "ce
// chiffre", "ce bilan", "ces chiffres".
func (r *reader) pointsBack(from, to int32) bool {
	for i := from; i < to; i++ {
		switch r.a.Tokens[i].Norm {
		case "ce", "ces", "cette", "cet":
			return asked[r.a.Tokens[i+1].Norm] || r.a.Tokens[i+1].Norm == "information"
		}
	}
	return false
}

func (r *reader) measureGroupIn(from, to int32) (m Measure, g Group) {
	for i := from; i < to; i++ {
		t := &r.a.Tokens[i]
		n, ok := r.nounOf(i)
		switch {
		case ok && n.measure != "" && (m == "" || m == Participants) && t.POS != lang.VERB:
			m = n.measure
		case ok && n.group != "" && !n.thing && t.POS != lang.VERB && (g == "" || g == People):
			g = n.group
			if n.group == Protesters && n.measure != "" {
				m = n.measure
			}
		}
		if strings.HasPrefix(t.Norm, "civil") && len(t.Norm) < 9 && r.a.Tokens[max(0, i-1)].Norm != "protection" && r.a.Tokens[max(0, i-1)].Norm != "sécurité" {
			g = Civilians
		}
		if v, ok := r.v.participle(t.Norm); ok && (m == "" || m == Victims || m == Participants) && t.POS != lang.NOUN && v.arg&thingOnly == 0 {
			m = v.measure
		}
	}
	return m, g
}

// figureBefore is the last figure told before byte pos, of measure m where
// given, at most four sentences back.
func (r *reader) figureBefore(pos int, m Measure) *Figure {
	var best *Figure
	for _, f := range r.r.Figures {
		if f.Span.Start >= pos {
			break
		}
		if m != "" && f.Measure != m || f.Aside {
			continue
		}
		if best == nil || f.PartOf == nil || best.PartOf != nil {
			best = f
		}
	}
	return best
}
