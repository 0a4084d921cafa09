package told

import (
	"strings"

	"recoupe/claim"
	"recoupe/lang"
)

// who sets the group and label of fig: by the noun, by the body its members
// belong to, by what stands behind an outcome ("cinq blessés au sein de
// la police"), else by the figure it goes on from.
func (r *reader) who(fs []finding, k int, fig *claim.Figure, s lang.Sent) {
	f := &fs[k]
	fig.Group = f.noun.group
	if g := r.ofBody(f, s); f.part && f.noun.group == "" && g != "" {
		fig.Group = g
		return
	}
	if f.head >= 0 && strings.HasPrefix(r.a.Tokens[f.head].Norm, "soldat") && r.followedBy(f.head, "feu") {
		fig.Group = claim.Rescuers
		return
	}
	if w := ""; f.head >= 0 && k > 0 && fs[k-1].figure != nil {
		if w = r.a.Tokens[f.head].Norm; strings.HasPrefix(w, "collègue") || strings.HasPrefix(w, "camarade") || !f.known && f.joined && fs[k-1].figure.Group == claim.Equipment {
			fig.Group = fs[k-1].figure.Group
			return
		}
	}
	if f.noun.worker && k > 0 && fs[k-1].figure != nil && f.joined {
		switch g := fs[k-1].figure.Group; g {
		case claim.MediaGroup, claim.AidWorkers, claim.HealthWorkers, claim.Rescuers, claim.SecurityForces, claim.Soldiers, claim.Crew:
			fig.Group = g // "deux journalistes et leur chauffeur"
			fig.Label = ""
			return
		}
	}
	if r.saidToBeOf(f, fig, s) {
		return
	}
	if f.head >= 0 {
		start, end := r.a.Surface(f.head, f.npEnd)
		phrase := strings.ReplaceAll(strings.ToLower(r.r.Document.Text[start:end]), "’", "'")
		if f.noun.measure != "" {
			r.whoDied(f, fig, phrase, s)
		} else {
			r.whoIs(f, fig, phrase, s)
		}
		if fig.Group == "" && f.noun.measure == "" {
			fig.Group = claim.People
			if f.measure == claim.Destroyed {
				fig.Group = claim.OtherGroup
			}
		}
		if fig.LabelAt.IsZero() && f.noun.measure == "" && !plainPeople[r.a.Tokens[f.head].Norm] {
			r.label(fig, start, end)
		}
	}
	if fig.Group == "" && f.head < 0 {
		r.whoseNumber(fs, k, fig, s)
	}
	if fig.Group == "" {
		r.whoBefore(fs, k, fig)
	}
	if fig.Group == "" || fig.Group == claim.People {
		r.ranks(f, fig, s)
	}
	if fig.Group == "" {
		fig.Group = claim.People
	}
	if fig.Group == claim.People && fig.Measure == claim.Destroyed {
		fig.Group = claim.OtherGroup // "et trois détruites"
	}
	// Soldiers sent somewhere are counted among the forces sent there, police,
	// gendarmes and troops alike; the label keeps what the report calls them.
	if fig.Measure == claim.Deployed && fig.Group == claim.Soldiers {
		fig.Group = claim.SecurityForces
	}
}

// saidToBeOf gives some of those told of the group that a clause says they are of: "neuf
// des blessés sont des policiers".
func (r *reader) saidToBeOf(f *finding, fig *claim.Figure, s lang.Sent) bool {
	if f.head < 0 || !r.ofThose(&f.counted) {
		return false
	}
	i := r.nounBehindBe(f.npEnd+1, s)
	if i < 0 {
		return false
	}
	n, ok := r.nounOf(i)
	if !ok || n.group == "" || n.thing {
		return false
	}
	fig.Group = n.group
	r.label(fig, int(r.a.Tokens[i].Start), int(r.a.Tokens[i].End))
	return true
}

// whoseNumber gives a bare number its group where the words beside it do: "trois
// sont des prisonniers", "les gendarmes, dont quatre", "sur 62 passagers, onze".
func (r *reader) whoseNumber(fs []finding, k int, fig *claim.Figure, s lang.Sent) {
	f := &fs[k]
	take := func(i int32) bool {
		n, ok := r.nounOf(i)
		if !ok || n.group == "" || n.thing {
			return false
		}
		fig.Group = n.group
		r.label(fig, int(r.a.Tokens[i].Start), int(r.a.Tokens[i].End))
		start, end := r.a.Surface(i, r.phraseEnd(i, s))
		if body, ok := bodyIn(strings.ReplaceAll(strings.ToLower(r.r.Document.Text[start:end]), "’", "'"), r.v.bodies); ok && n.group == claim.Assailants {
			fig.Group = body // "cinq sont des combattants des forces de sécurité"
		}
		return true
	}
	if i := r.kindOf(f, s); i >= 0 && take(i) {
		return
	}
	if f.part && f.whole == nil && r.ofThem(&f.counted, s) {
		for j := k - 1; j >= 0 && fs[j].figure == nil; j-- {
			if fs[j].head >= 0 && take(fs[j].head) {
				return // "787 mineurs étaient au fond et 363 d'entre eux ont été évacués"
			}
		}
	}
	if !f.part || f.whole != nil {
		return
	}
	if f.taken && k > 0 && fs[k-1].head >= 0 && fs[k-1].figure == nil {
		take(fs[k-1].head)
		return
	}
	for i := f.first - 1; i > s.First && i > f.first-5; i-- {
		if r.a.Tokens[i].Norm != "dont" {
			continue
		}
		for j := i - 1; j >= s.First && j > i-6; j-- {
			if r.a.Tokens[j].POS == lang.NOUN && take(j) || r.a.Tokens[j].POS == lang.VERB {
				return
			}
		}
		return
	}
}

// ofBody is the group of the body that a bare number is taken from: "dont 14 de la
// police"; "" where none follows.
func (r *reader) ofBody(f *finding, s lang.Sent) claim.Group {
	i := f.last + 1
	if i+1 >= s.End || lang.FullForm(r.a.Tokens[i].Norm) != "de" {
		return ""
	}
	e := i
	for k := i + 1; k < min(s.End, i+7); k++ {
		if t := &r.a.Tokens[k]; t.POS == lang.PUNCT || t.POS == lang.VERB || t.POS == lang.AUX {
			break
		}
		e = k
	}
	start, end := r.a.Surface(i, e)
	g, _ := bodyIn(" "+strings.ReplaceAll(strings.ToLower(r.r.Document.Text[start:end]), "’", "'"), r.v.bodies)
	return g
}

// kindOf is the noun that says of what kind a bare number is: "trois sont des
// prisonniers", "près de 700 autres sont des femmes"; -1 where there is none.
func (r *reader) kindOf(f *finding, s lang.Sent) int32 {
	i := f.npEnd + 1
	if i < s.End && r.a.Tokens[i].Norm == "autres" {
		i++
	}
	if r.ofThem(&f.counted, s) {
		i = f.last + 4 // "trois d'entre elles sont des enfants"
	}
	if f.head >= 0 {
		return -1
	}
	return r.nounBehindBe(i, s)
}

// nounBehindBe is the noun behind "sont des", "étaient des" at i, -1 where none is.
func (r *reader) nounBehindBe(i int32, s lang.Sent) int32 {
	if i+2 >= s.End || r.a.Tokens[i].Norm != "sont" && r.a.Tokens[i].Norm != "étaient" {
		return -1
	}
	for i++; i+1 < s.End && (r.a.Tokens[i].POS == lang.DET || r.a.Tokens[i].POS == lang.ADP || r.a.Tokens[i].Joined); i++ {
	}
	if r.a.Tokens[i].POS != lang.NOUN {
		return -1
	}
	return i
}

// followedBy reports whether word stands within three tokens behind i.
func (r *reader) followedBy(i int32, word string) bool {
	for j := i + 1; j <= i+3 && int(j) < len(r.a.Tokens); j++ {
		if r.a.Tokens[j].Norm == word {
			return true
		}
	}
	return false
}

var plainPeople = lang.WordSet("personne personnes gens individu individus vie vies âmes homme hommes")

// whoIs refines a noun of people: "12 employés d'une ONG", "trois membres des
// forces de sécurité", "deux soldats casques bleus".
func (r *reader) whoIs(f *finding, fig *claim.Figure, phrase string, s lang.Sent) {
	if f.noun.thing {
		return
	}
	if body, ok := bodyIn(phrase, r.v.bodies); ok && (fig.Group == "" || fig.Group == claim.People || f.noun.worker || fig.Group == claim.OfficialsGroup || fig.Group == claim.Foreigners && body != claim.Foreigners || fig.Group == claim.Soldiers && body == claim.SecurityForces) {
		fig.Group = body
		return
	}
	if f.noun.worker {
		if g, ok := r.employer(f, phrase, s); ok {
			fig.Group = g
		} else if w := r.a.Tokens[f.head].Norm; (w == "agents" || w == "agent") && f.measure != claim.Deployed {
			fig.Group = claim.SecurityForces // "410 agents ont été blessés": of the police, unless another employer is named
		} else if w == "chauffeur" || w == "chauffeurs" {
			fig.Group = claim.Crew
		}
		return
	}
	if w := r.a.Tokens[f.head].Norm; w == "preneurs" || w == "preneur" {
		fig.Group = claim.Assailants
		if strings.Contains(phrase, "son") {
			fig.Group = claim.MediaGroup
		}
	}
	if (fig.Group == "" || fig.Group == claim.People) && f.has && !f.p.left && int(f.p.to) < len(r.a.Tokens) && r.a.Tokens[f.p.to].Norm == "exploser" {
		fig.Group = claim.Assailants // "deux hommes se sont fait exploser"
	}
	if fig.Group == "" || fig.Group == claim.People {
		for w := range strings.FieldsSeq(phrase) {
			w = strings.Trim(w, "«»\",.()’'")
			if strings.HasPrefix(w, "civil") {
				fig.Group = claim.Civilians
			}
			if w == "armés" || w == "armé" {
				fig.Group = claim.Assailants
			}
		}
	}
}

// bodyIn looks for a body behind "de", "des", "du" in a phrase.
func bodyIn(phrase string, bodies []bodyWords) (claim.Group, bool) {
	for i := range bodies {
		at := strings.Index(phrase, bodies[i].words)
		if at > 0 && (bodies[i].group != claim.Foreigners || ofBefore(phrase[:at])) {
			return bodies[i].group, true
		}
	}
	return "", false
}

// memberOf gives "membres", "éléments", which name nobody by themselves, the group
// of the body that they belong to: "trois membres de la garde présidentielle".
func (r *reader) memberOf(c *counted) {
	switch r.a.Tokens[c.head].Lemma {
	case "membre", "élément":
	default:
		return
	}
	start, end := r.a.Surface(c.head, c.npEnd)
	phrase := strings.ReplaceAll(strings.ToLower(r.r.Document.Text[start:end]), "’", "'")
	if g, ok := bodyIn(phrase, r.v.bodies); ok {
		c.noun, c.known = countNoun{group: g}, true
	}
}

// ofBefore reports whether what hangs on the words before it does so with "de":
// "employés d'étrangers", not "de journaux étrangers".
func ofBefore(before string) bool {
	return strings.HasSuffix(before, "de ") || strings.HasSuffix(before, "des ") || strings.HasSuffix(before, "d'") || strings.HasSuffix(before, " ") && len(before) == 1
}

// employer finds whose staff is counted: in the phrase, else in the sentence
// ("La clinique pleure deux agents ; un vigile, lui, a été touché").
func (r *reader) employer(f *finding, phrase string, s lang.Sent) (claim.Group, bool) {
	for w := range strings.FieldsSeq(phrase) {
		if g, ok := anyForm(r.v.employers, strings.Trim(w, "«»\",.()’'l")); ok {
			return g, true
		}
	}
	for i := s.First; i < s.End; i++ {
		t := &r.a.Tokens[i]
		if g, ok := r.v.employers[t.Norm]; ok && t.POS == lang.NOUN && g != claim.SecurityForces {
			return g, true // the police of the sentence arrest them; they do not employ them
		}
	}
	return "", false
}

// whoDied finds who stands behind an outcome: "12 morts civils", "huit morts
// côté insurgés", "trois blessés parmi les policiers".
func (r *reader) whoDied(f *finding, fig *claim.Figure, phrase string, s lang.Sent) {
	fig.Group = f.noun.group
	for i := f.head + 1; i <= f.npEnd; i++ {
		t := &r.a.Tokens[i]
		if n, ok := r.nounOf(i); ok && n.group != "" && !n.thing && (t.POS == lang.ADJ || r.afterOf(i)) {
			fig.Group = n.group
			r.label(fig, int(t.Start), int(t.End))
			return
		}
		if strings.HasPrefix(t.Norm, "civil") {
			fig.Group = claim.Civilians
			r.label(fig, int(t.Start), int(t.End))
			return
		}
	}
	rest := r.restOfClause(f.npEnd+1, s)
	low := strings.ToLower(rest)
	for _, cue := range ranksCues {
		at := strings.Index(low, cue)
		if at < 0 || at > 4 {
			continue
		}
		behind := low[at+len(cue):]
		if strings.HasPrefix(behind, "eux") || strings.HasPrefix(behind, "elles") || strings.HasPrefix(behind, "lesquel") {
			continue // "28 morts et parmi eux des touristes": some of them
		}
		if cut := strings.IndexAny(behind, ",;.("); cut >= 0 {
			behind = behind[:cut]
		}
		if len(behind) > 60 {
			behind = behind[:60]
		}
		if g, ok := r.groupOf(behind); ok {
			fig.Group = g
			_, from := r.a.Surface(f.npEnd, f.npEnd)
			from += strings.Index(r.r.Document.Text[from:], strings.TrimSpace(rest)[:1])
			return
		}
	}
}

// ranks finds the side a figure is told of: "six blessés dans ses rangs", said
// of the police; "côté rebelles"; "l'armée a perdu neuf hommes".
func (r *reader) ranks(f *finding, fig *claim.Figure, s lang.Sent) {
	own, side := false, -1
	for i := s.First; i < s.End; i++ {
		switch t := &r.a.Tokens[i]; t.Norm {
		case "rangs":
			if i > s.First && (r.a.Tokens[i-1].Norm == "ses" || r.a.Tokens[i-1].Norm == "leurs") {
				own = true
			}
		case "côté":
			// the nearest behind the number, else the one that opens the sentence
			if i+1 < s.End && !r.sideSpeaks(i, s) && (side < 0 || int(t.Start) > f.numEnd && side < f.numEnd) && (i <= s.First+2 || int(t.Start) > f.numEnd) {
				side = int(r.a.Tokens[i+1].Start)
			}
		case "perdu":
			if f.has && f.p.verb == i {
				own = true
			}
		}
	}
	sent := r.r.Document.Sentences[f.sent]
	low := strings.ToLower(r.r.Document.Text[sent.Start:sent.End])
	if side >= 0 {
		phrase := low[side-sent.Start:]
		if cut := strings.IndexAny(phrase, ",;."); cut >= 0 {
			phrase = phrase[:cut]
		}
		if g, ok := r.sideOf(phrase); ok {
			fig.Group = g
		}
		return
	}
	if own || fig.Measure == claim.Deployed && f.head >= 0 && r.a.Tokens[f.head].Norm == "hommes" {
		if g, ok := r.sideOf(low[:max(0, f.numStart-sent.Start)]); ok {
			fig.Group = g
		} else if fig.Measure == claim.Deployed {
			fig.Group = claim.SecurityForces
		}
	}
}

// sideSpeaks reports whether "Du côté de la police, on" at i says who speaks.
func (r *reader) sideSpeaks(i int32, s lang.Sent) bool {
	for j := i + 1; j+1 < s.End && j < i+9; j++ {
		if r.a.Tokens[j].Norm == "," {
			return r.a.Tokens[j+1].Norm == "on" && j+2 < s.End && saysSo[r.a.Tokens[j+2].Lemma]
		}
	}
	return false
}

// sideOf tells which forces a phrase names first.
func (r *reader) sideOf(phrase string) (claim.Group, bool) {
	for _, w := range strings.FieldsFunc(phrase, func(c rune) bool { return c == ' ' || c == ',' || c == '\'' || c == '’' || c == ';' }) {
		switch w {
		case "police", "gendarmerie", "policiers", "gendarmes":
			return claim.SecurityForces, true
		case "armée", "armées", "état-major", "militaires", "soldats", "armé":
			return claim.Soldiers, true
		case "ennemi", "ennemie", "adverse", "jihadiste", "djihadiste", "terroriste", "rebelle":
			return claim.Assailants, true
		case "rebelles", "insurgés", "assaillants", "jihadistes", "djihadistes", "séparatistes":
			return claim.Assailants, true
		case "manifestants":
			return claim.Protesters, true
		case "civils", "civil":
			return claim.Civilians, true
		}
	}
	return "", false
}

// ranksCues lead from an outcome to those it befell.
var ranksCues = []string{"dans les rangs des ", "dans les rangs de ", "dans les rangs du ", "dans leurs rangs", "parmi les ", "parmi ", "chez les ", "côté ", "du côté des ", "au sein des ", "au sein de ", "dans la population ", "dont la plupart "}

// groupOf tells the group that the words at the start of phrase name.
func (r *reader) groupOf(phrase string) (claim.Group, bool) {
	if g, ok := bodyIn(" "+phrase, r.v.bodies); ok {
		return g, true
	}
	for w := range strings.FieldsSeq(phrase) {
		w = strings.Trim(w, "«»\",.()")
		if i := strings.LastIndexAny(w, "'’"); i >= 0 {
			w = strings.TrimLeft(w[i:], "'’")
		}
		if n, ok := r.v.noun(w); ok && n.group != "" && !n.thing {
			return n.group, true
		}
	}
	return "", false
}

// restOfClause is the text from token i to the next mark that ends a clause.
func (r *reader) restOfClause(i int32, s lang.Sent) string {
	if i >= s.End {
		return ""
	}
	j := i
	for j < s.End && j < i+14 {
		switch r.a.Tokens[j].Norm {
		case ",", ";", ".", ":":
			_, end := r.a.Surface(j, j)
			return r.r.Document.Text[r.a.Tokens[i].Start:end]
		}
		j++
	}
	return r.r.Document.Text[r.a.Tokens[i].Start:r.a.Tokens[j-1].End]
}
