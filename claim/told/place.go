package told

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recoupe/claim"
	"recoupe/lang"
	"recoupe/text"
)

// place sets where fig is told of: the place its own sentence says, else the
// place the whole report is about.
func (r *reader) place(fig *claim.Figure, sent text.Sentence) {
	if n := r.a.PlaceTakenUp(fig.Number.Start); n != nil {
		fig.Place, fig.PlaceAt = n.Place, r.span(n.Start, n.End)
		return
	}
	p, start, end := r.a.PlaceAt(fig.Number.Start)
	if p == nil && end > start && sent.Start <= start && end <= sent.End {
		return // of two countries: of no place that has one name
	}
	if p != nil && sent.Start <= start && end <= sent.End && r.toldOf(p, start, end) {
		fig.Place, fig.PlaceAt = p, r.span(start, end)
		return
	}
	if r.main == nil {
		r.main = new(mainPlace)
		r.main.find(r)
	}
	fig.Place, fig.PlaceAt = r.main.place, r.main.at
	if fig.Place == nil {
		return
	}
	if fig.Place.Precision != "country" {
		if at := r.beside(fig, sent, nationwide); !at.IsZero() {
			fig.Place, fig.PlaceAt = lang.CountryPlace(fig.Place.Country), at
		}
	}
	if fig.Place != nil && fig.Place.Precision == "country" {
		if at := r.beside(fig, sent, inTheCapital); !at.IsZero() {
			fig.Place, fig.PlaceAt = r.greatestTown(fig.Place), at
		}
	}
}

// nationwide words say that something is counted over the whole country.
var nationwide = eitherApostrophe("sur tout le territoire", "sur l'ensemble du territoire", "dans tout le pays", "partout dans le pays", "à travers le pays", "à travers tout le pays", "dans l'ensemble du pays", "dans le pays", "au niveau national", "à l'échelle nationale", "à l'échelle du pays")

// inTheCapital are words for where, without its name.
var inTheCapital = []string{"dans la capitale"}

// eitherApostrophe is words, each followed by its spelling with the curled apostrophe
// where it has one.
func eitherApostrophe(words ...string) []string {
	var both []string
	for _, w := range words {
		both = append(both, w)
		if curled := strings.ReplaceAll(w, "'", "’"); curled != w {
			both = append(both, curled)
		}
	}
	return both
}

// greatestTown is the town of country best known to the gazetteer among those the report
// names, nil if it names none: where a report of France says "la capitale", Paris.
func (r *reader) greatestTown(country *lang.Place) *lang.Place {
	var best *lang.Place
	for i := range r.a.Names {
		if p := r.a.Names[i].Place; p != nil && p.Known() && p.Precision == "city" && p.Country == country.Country && (best == nil || p.Size() > best.Size()) {
			best = p
		}
	}
	return best
}

// beside returns where one of words stands beside fig, with no other number between.
// What stands between two numbers is said of the first.
func (r *reader) beside(fig *claim.Figure, sent text.Sentence, words []string) text.Span {
	from, to := sent.Start, sent.End
	for k := range r.a.Numbers {
		switch n := &r.a.Numbers[k]; {
		case n.End <= fig.Number.Start && n.Start >= sent.Start:
			from = fig.Number.End
		case n.Start >= fig.Number.End:
			to = min(to, n.Start)
		}
	}
	if to <= from {
		return text.Span{}
	}
	low := strings.ToLower(r.r.Document.Text[from:to])
	if len(low) != to-from {
		return text.Span{}
	}
	for _, w := range words {
		if i := strings.Index(low, w); i >= 0 {
			return r.span(from+i, from+i+len(w))
		}
	}
	return text.Span{}
}

// toldOf reports whether a number of the sentence may be of the place p, named at
// start. A region that a quake has struck is where it struck, and not all that its
// toll counts: "le séisme qui a frappé la région d'Al Haouz a fait 2.497 morts".
func (r *reader) toldOf(p *lang.Place, start, end int) bool {
	return r.soundPlace(p, start, end) && r.happensIn(p, start) && (p.Precision != "region" || !r.struckBy(start) || r.struckWith(start))
}

// struckWith reports whether the region named at start is the subject that is struck,
// and its dead are told with it: "la province d'Al Haouz est la plus touchée avec
// 1.293 morts".
func (r *reader) struckWith(start int) bool {
	i := r.a.TokenAt(start)
	if int(i) >= len(r.a.Tokens) {
		return false
	}
	if r.a.Tokens[i].Rel == lang.Nmod {
		i = r.a.Tokens[i].Head
	}
	if r.a.Tokens[i].Rel != lang.Nsubj {
		return false
	}
	end := r.a.Sents[r.a.Tokens[i].Sent].End
	for j := max(i, r.a.Tokens[i].Head) + 1; j < end; j++ {
		if r.a.Tokens[j].Norm == "avec" {
			return r.countsBehind(j+1, min(end, j+7))
		}
	}
	return false
}

// struckBy reports whether the place named at start, or the piece of country it is
// the name of, is what a disaster has struck.
func (r *reader) struckBy(start int) bool {
	if r.struck(start) {
		return true
	}
	i := r.a.TokenAt(start)
	if int(i) >= len(r.a.Tokens) || r.a.Tokens[i].Rel != lang.Nmod {
		return false
	}
	return r.struck(int(r.a.Tokens[r.a.Tokens[i].Head].Start))
}

// abroad makes foreigners of people who are told of by the name of another country
// than the one where it happened: "quatre Français" killed in Morocco.
func (r *reader) abroad(fig *claim.Figure) {
	if fig.Group != claim.People || fig.Place == nil || fig.Place.Country == "" {
		return
	}
	for i := range r.a.Names {
		n := &r.a.Names[i]
		if n.Demonym && fig.Span.Start <= n.Start && n.End <= fig.Span.End && n.Place != nil && n.Place.Country != "" {
			if n.Place.Country != fig.Place.Country {
				fig.Group = claim.Foreigners
			}
			return
		}
	}
}

// soundPlace reports whether p can be trusted: the gazetteer knows it, or its
// name stands behind words of place.
func (r *reader) soundPlace(p *lang.Place, start, end int) bool {
	if p.Precision == "country" || p.Precision == "region" && p.Known() && !compass[strings.ToLower(p.Name)] {
		return true
	}
	if strings.HasPrefix(p.Name, "Le ") || strings.HasPrefix(p.Name, "Les ") {
		return r.locative(start, end) || r.behindArticle(start) // "aux Cayes"
	}
	return r.locative(start, end)
}

// behindArticle reports whether "au" or "aux" leads to the name at start.
func (r *reader) behindArticle(start int) bool {
	before := strings.ToLower(r.r.Document.Text[max(0, start-5):start])
	return strings.HasSuffix(before, " au ") || strings.HasSuffix(before, " aux ") || strings.TrimSpace(before) == "au" || strings.TrimSpace(before) == "aux"
}

// happensIn reports whether the country named at start is where something
// happens ("en Grèce", "dans le nord du Chili") and not who acts ("la Grèce
// envoyant des renforts"). Towns have their own test.
func (r *reader) happensIn(p *lang.Place, start int) bool {
	if p.Precision != "country" {
		return true
	}
	if r.struck(start) || r.suffers(start) {
		return true
	}
	s := r.r.Document.Text
	before := strings.Fields(strings.ToLower(strings.ReplaceAll(s[max(0, start-40):start], "’", "' ")))
	for i := len(before) - 1; i >= 0 && i >= len(before)-4; i-- {
		switch w := strings.TrimLeft(before[i], "(«\""); w {
		case "en", "au", "aux", "dans", "pour", "à", "travers", "sur", "nord", "sud", "est", "ouest", "centre", "nord-est", "nord-ouest", "sud-est", "sud-ouest", "côtes", "large", "frontière", "régions", "région", "province", "capitale":
			return true
		case "la", "le", "l'", "les", "du", "de", "d'", "des", "tout", "toute", "plusieurs":
		default:
			return false
		}
	}
	return false
}

// struck reports whether the country named at start is what something befalls: "le
// séisme qui a ravagé le Maroc", "la Grèce est frappée par des crues".
func (r *reader) struck(start int) bool {
	i := r.a.TokenAt(start)
	if int(i) >= len(r.a.Tokens) {
		return false
	}
	t := &r.a.Tokens[i]
	j := i - 1
	for j > 0 && r.a.Tokens[j].POS == lang.DET {
		j--
	}
	if j > 0 && r.a.Tokens[j].POS == lang.VERB && strikes[r.a.Tokens[j].Lemma] && r.a.Tokens[j].Sent == t.Sent {
		return true // "qui a ravagé Haïti a tué": whatever the tree makes of it
	}
	verb := &r.a.Tokens[t.Head]
	switch t.Rel {
	case lang.Obj:
		return strikes[verb.Lemma]
	case lang.Nsubj:
		aux := r.a.Child(t.Head, lang.Aux)
		return aux >= 0 && r.a.Tokens[aux].Lemma == "être" && strikes[verb.Lemma]
	}
	return false
}

// suffers reports whether the country named at start is told of with its dead: "la
// Belgique, avec au moins 23 morts", "l'Allemagne paie le plus lourd tribut".
func (r *reader) suffers(start int) bool {
	i := r.a.TokenAt(start)
	if int(i) >= len(r.a.Tokens) {
		return false
	}
	end := r.a.Sents[r.a.Tokens[i].Sent].End
	n := r.a.NameAt(start)
	if n == nil {
		return false
	}
	j := n.Last + 1
	if j+1 < end && r.a.Tokens[j].Norm == "," && r.a.Tokens[j+1].Norm == "avec" {
		return r.countsBehind(j+2, min(end, j+8))
	}
	t := &r.a.Tokens[i]
	if t.Rel != lang.Nsubj {
		return false
	}
	switch h := &r.a.Tokens[t.Head]; h.Lemma {
	case "payer":
		return true // "paie un lourd tribut"
	case "déplorer", "compter", "enregistrer", "recenser", "dénombrer", "totaliser", "pleurer":
		return r.countsBehind(t.Head+1, min(end, t.Head+7)) // but not "la France compte ses morts"
	case "pays", "état":
		for k := t.Head + 1; k < min(end, t.Head+6); k++ {
			if w := r.a.Tokens[k].Norm; w == "touché" || w == "frappé" || w == "affecté" || w == "endeuillé" {
				return true // "est le pays le plus touché"
			}
		}
	}
	return false
}

// countsBehind reports whether a number of dead or hurt stands in tokens [from, to).
func (r *reader) countsBehind(from, to int32) bool {
	number := false
	for j := from; j < to; j++ {
		if r.a.Tokens[j].POS == lang.NUM {
			number = true
		} else if n, ok := r.nounOf(j); ok && number && n.measure != "" {
			return true
		}
	}
	return false
}

var strikes = lang.WordSet("frapper toucher ravager secouer ébranler dévaster endeuiller balayer embraser meurtrir inonder submerger traverser détruire atteindre paralyser affecter plonger agiter déchirer ensanglanter accabler noyer")

// locative reports whether the city or village at start stands where things
// happen: behind "à", "dans le village de", in a dateline; and not as the place
// of a speaker or the one spoken to ("dit à Estafette").
func (r *reader) locative(start, end int) bool {
	s := r.r.Document.Text
	if c, _ := utf8.DecodeRuneInString(s[start:]); !unicode.IsUpper(c) || strings.ContainsAny(s[start:end], "0123456789") {
		return false
	}
	from := max(0, start-40)
	for from < start && !utf8.RuneStart(s[from]) {
		from++
	}
	before := strings.ReplaceAll(strings.ToLower(strings.TrimRight(s[from:start], " \u00a0")), "’", "'")
	if capitalA(s[from:start]) {
		return true
	}
	if a, ok := strings.CutSuffix(before, "à"); ok {
		a = strings.TrimRight(a, " \u00a0\n")
		for _, say := range []string{"dit", "déclaré", "confié", "affirmé", "expliqué", "indiqué", "assuré", "raconté", "raconte", "confie"} {
			if strings.HasSuffix(a, say) {
				return false
			}
		}
		c, _ := utf8.DecodeLastRuneInString(a)
		return a == "" || !unicode.IsLetter(c) || strings.HasSuffix(before, " à") || strings.HasSuffix(before, "\u00a0à")
	}
	if start <= r.r.Document.Sentences[0].Start+12 {
		return true // a dateline, or a title that opens with the place
	}
	for _, w := range []string{"dans", "sur", "entre", "jusqu'à", "capitale,"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	head := headOf(before)
	if compass[head] && (strings.Contains(before, "kilomètre") || strings.Contains(before, " km")) {
		return false // "à 290 kilomètres au sud de Séoul" is not in Seoul
	}
	return pieceOfCountry[head]
}

// capitalA reports whether words end in an "A" that stands for "À" at the head of
// a sentence or clause: capitals bear no accent in half of the press.
func capitalA(words string) bool {
	w, ok := strings.CutSuffix(words, "A ")
	w = strings.TrimRight(w, " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(w)
	return ok && (w == "" || strings.ContainsRune(".,;:!?…\n»\"", last))
}

// compass holds regions that are named as a side of any country: "le Nord" is one
// of them only behind "région du".
var compass = lang.WordSet("nord sud est ouest centre nord-est nord-ouest sud-est sud-ouest littoral plateaux savanes")

// headOf returns the noun that words ending in "de", "du", "de la" hang on, ""
// if they do not: "province" of "dans la province de la".
func headOf(before string) string {
	words := strings.Fields(strings.ReplaceAll(before, "'", "' "))
	n := len(words)
	if n > 0 && (words[n-1] == "la" || words[n-1] == "l'") {
		n--
	}
	if n < 2 {
		return ""
	}
	switch words[n-1] {
	case "de", "d'", "du", "des":
		return strings.TrimLeft(words[n-2], "(«\"")
	}
	return ""
}

// pieceOfCountry holds the words whose name is where something happens: a piece
// of a country, a place in it, or where it lies from one.
var pieceOfCountry = lang.WordSet("localité localités ville villes village villages commune communes hameau bourg bourgade municipalité quartier faubourg bidonville région régions province provinces district districts département départements comté canton wilaya gouvernorat oblast préfecture sous-préfecture état île îles archipel port près large nord sud est ouest centre nord-est nord-ouest sud-est sud-ouest aéroport gare prison hôpital mine stade camp périphérie banlieue environs alentours vallée plaine delta golfe baie détroit lac col")

// longAgo reports whether a sentence names a year well before that of the report.
func (r *reader) longAgo(sent int32) bool {
	year := r.year()
	if year == 0 || int(sent) >= len(r.a.Sents) {
		return false
	}
	s := r.a.Sents[sent]
	for i := s.First; i < s.End; i++ {
		if y := yearOf(r.a.Tokens[i].Norm); y > 0 && y < year-1 {
			return true
		}
	}
	return false
}

// A mainPlace is the place a report is about: the one it names most often where
// things happen, cities before the country they lie in.
type mainPlace struct {
	place *lang.Place
	at    text.Span
}

// A placeTally says how much a place is told of in a report.
type placeTally struct {
	n     int
	first int // of the names of the report
}

func (m *mainPlace) find(r *reader) {
	count := map[string]*placeTally{}
	best := ""
	for i := range r.a.Names {
		n := &r.a.Names[i]
		if n.Place == nil || n.Demonym || n.Kind != lang.Location || !r.prose(int(n.Sent)) || !r.soundPlace(n.Place, n.Start, n.End) || !r.happensIn(n.Place, n.Start) || n.Place.Precision == "region" && r.struckBy(n.Start) {
			continue
		}
		if r.longAgo(n.Sent) || r.singledOut(n.Start) {
			continue // "En 2007, un avion était sorti de piste à Busan"
		}
		if n.Place.Country == "" && n.Place.Known() {
			continue // "l'Asie centrale" is where a country lies
		}
		key := n.Place.Name + "/" + n.Place.Country
		t := count[key]
		if t == nil {
			t = &placeTally{first: i}
			count[key] = t
		}
		t.n += 2
		if n.Place.Precision == "city" {
			t.n++
		}
		if n.Sent < 2 {
			t.n += 2
		}
		if b := count[best]; b == nil || t.n > b.n {
			best = key
		}
	}
	if t := count[best]; t != nil {
		n := &r.a.Names[t.first]
		m.place, m.at = n.Place, r.span(n.Start, n.End)
		if m.place.Precision == "city" && r.oneOfMany(count, t) {
			if wide := lang.CountryPlace(m.place.Country); wide != nil {
				m.place = wide
			}
		}
	}
}

// oneOfMany reports whether the report tells of other towns of the country, two or more,
// more than of the one it tells of most: a storm over five valleys is of none of them.
func (r *reader) oneOfMany(count map[string]*placeTally, most *placeTally) bool {
	country := r.a.Names[most.first].Place.Country
	towns, n := 0, 0
	for _, t := range count {
		if p := r.a.Names[t.first].Place; t != most && p.Precision == "city" && p.Country == country {
			towns, n = towns+1, n+t.n
		}
	}
	return country != "" && towns >= 2 && n > most.n
}

// singledOut reports whether the place named at start is told of for itself, as one of
// several or as where something was before: "dans les Alpes-Maritimes, notamment dans
// la vallée de la Roya", "après avoir ravagé la Bretagne, la tempête".
func (r *reader) singledOut(start int) bool {
	const words = 10
	i := r.a.TokenAt(start)
	for j := i - 1; j >= 0 && j >= i-words && r.a.Tokens[j].Norm != "," && r.a.Tokens[j].Sent == r.a.Tokens[i].Sent; j-- {
		switch r.a.Tokens[j].Norm {
		case "notamment", "surtout", "principalement", "particulièrement", "spécialement":
			return i-j <= words/2
		case "après":
			return r.a.Tokens[j+1].Norm == "avoir" || r.a.Tokens[j+1].Norm == "être"
		}
	}
	return false
}
