package lang

// mend corrects the labels of one sentence by what the model cannot know from
// few examples: countries are places, a name does not end with "de", a sea keeps
// its "mer" and a court its town, a storm is no name.
func (r *nameReader) mend(labels []uint8) {
	r.mendCountries(labels)
	r.mendBodies(labels)
	r.mendTitled(labels)
	r.mendUnits(labels)
	r.mendHolders(labels)
	r.mendParticles(labels)
	for i := 0; i < len(labels); {
		if labels[i] == outside {
			i++
			continue
		}
		end := nameEnd(labels, i)
		r.mendName(labels, i, end)
		i = end
	}
}

// nameEnd returns the index after the name that begins at i.
func nameEnd(labels []uint8, i int) int {
	l := labels[i]
	end := i + 1
	for end < len(labels) && labels[end] == l+l&1 {
		end++
	}
	return end
}

func (r *nameReader) mendName(labels []uint8, from, to int) {
	start := from
	for to > from && (r.loose(to-1) || to-1 > from && r.items[to-1].word.shape == digitShape && r.items[to-2].inPhrase != 0) {
		to-- // "la Syrie 300", but "Delmas 19"
		labels[to] = outside
	}
	for from < to && r.loose(from) && !(particles[r.items[from].norm] && labels[from]+1 == insidePerson) {
		labels[from] = outside
		from++
	}
	if from == to {
		return
	}
	for it := &r.items[from]; it.inPhrase == 1 && it.phrase.list <= 2 && to < len(labels) && labels[to] == outside && r.items[to].inPhrase == 2 && r.items[to].phrase == it.phrase; to++ {
		labels[to] = labels[from] + labels[from]&1 // "FRANCE 24"
	}
	kind := (labels[start] + 1) / 2
	if start != from {
		kind = labels[from] / 2
	}
	setLabels(labels, from, to, kind)
	if r.isThing(from, to) || !r.hasCapital(from, to) || r.isOffice(from, to) {
		setLabels(labels, from, to, 0)
		return
	}
	if to-from > 1 && companyWords[r.items[to-1].norm] && r.items[to-1].word.capital() {
		kind = uint8(Organization) // "Ilesse Shipping Lines"
	}
	kind = r.knownKind(from, to, kind)
	if cut := r.afterBody(from, to); kind == uint8(Organization) && cut < to {
		setLabels(labels, from, cut, kind)
		setLabels(labels, cut, to, 0)
		if last := to - 1; r.items[last].word.capital() {
			setLabels(labels, last, to, uint8(Location))
		}
		return
	}
	kind = r.likelyKind(from, to, kind)
	setLabels(labels, from, to, kind)
	if rest := r.afterTitle(from, to); rest > from {
		setLabels(labels, from, rest, 0) // "Mgr Laterza"
		setLabels(labels, rest, to, uint8(Person))
		return
	}
	if it := r.at(from - 1); kind == uint8(Organization) && it.inPhrase == 1 && it.phrase == r.items[from].phrase && it.phrase.list <= 2 {
		setLabels(labels, from-1, to, kind) // "L'Orient Today"
		return
	}
	if cut := r.afterKind(from, to); kind == uint8(Location) && cut > from {
		setLabels(labels, from, cut, 0)
		setLabels(labels, cut, to, kind)
		return
	}
	head, as := r.headBefore(from)
	if head > 1 && r.items[head].norm == "préfecture" && r.items[head-2].norm == "dans" {
		return // "dans la préfecture d'Iwate": a part of the country
	}
	if head >= 0 && labels[head] == outside && (kind == uint8(Location) || as == uint8(Organization)) {
		setLabels(labels, head, to, as)
	}
}

// hasCapital reports whether the words hold a capital or are in a list.
func (r *nameReader) hasCapital(from, to int) bool {
	for i := from; i < to; i++ {
		if r.items[i].word.capital() || r.items[i].inPhrase != 0 {
			return true
		}
	}
	return false
}

// knownKind corrects the kind of a name that the lists know as a body and as
// nothing else: "Interfax-Kazakhstan" is no town.
func (r *nameReader) knownKind(from, to int, kind uint8) uint8 {
	it := &r.items[from]
	if it.inPhrase != 1 || it.phrase.list > 2 || it.word.given && to == from+1 {
		return kind
	}
	if len(it.phrase.hits) > 0 && (it.phrase.list != 1 || it.word.shape != allCaps || len(it.norm) < 3) {
		return kind // "Sana", but "TASS"
	}
	for i := from + 1; i < to; i++ {
		if r.items[i].phrase != it.phrase || r.items[i].inPhrase != 2 {
			return kind
		}
	}
	return uint8(Organization)
}

// afterKind returns the index after a word that says what kind of place it is
// and is no part of the name: "l'île de La Réunion", "la province de Kandahar".
func (r *nameReader) afterKind(from, to int) int {
	norm := r.items[from].norm
	if r.items[from].word.shape != lowerShape || keptHeads[norm] || r.items[from].inPhrase == 1 || r.items[from].class&(placeWord|orgWord) == 0 {
		return from
	}
	i := from + 1
	for i < to && headLinks[r.items[i].norm] && !r.items[i].word.capital() {
		i++
	}
	if i == from+1 && keptBare[norm] || i == to {
		return from // "île Marguerite"
	}
	return i
}

func setLabels(labels []uint8, from, to int, kind uint8) {
	for i := from; i < to; i++ {
		switch {
		case kind == 0:
			labels[i] = outside
		case i == from:
			labels[i] = 2*kind - 1
		default:
			labels[i] = 2 * kind
		}
	}
}

// loose reports whether item i cannot begin or end a name: a small link or a
// mark. Digits may end one ("Delmas 19").
func (r *nameReader) loose(i int) bool {
	w := r.items[i].word
	return w.shape == lowerShape && w.link || w.shape == otherShape
}

// mendCountries labels what the lists know as a country of several words, where
// the model made something else of a part of it.
func (r *nameReader) mendCountries(labels []uint8) {
	for i := range r.items {
		it := &r.items[i]
		if it.inPhrase != 1 || it.phrase.list != 3+countryPlace || !it.phrase.exact {
			continue
		}
		end := i + 1
		for end < len(r.items) && r.items[end].inPhrase == 2 && r.items[end].phrase == it.phrase {
			end++
		}
		if labels[i] == beginPerson && end+1 < len(labels) && labels[end] == insidePerson && labels[end+1] == insidePerson && !it.word.given {
			// "Президент Казахстана Касым-Жомарт Токаев", but not "Jordan Bardella".
			labels[i], labels[end] = beginLocation, beginPerson
			continue
		}
		// Inside a longer name ("ambassade des États-Unis") it stays.
		if labels[i] != outside && labels[i]&1 == 0 || end < len(labels) && labels[end] != outside && labels[end]&1 == 0 {
			continue
		}
		if labels[i] == outside && end == i+1 {
			continue // "Niger" may be a river, "Georgia" a person
		}
		if labels[i] == beginPerson && end == i+1 {
			continue // "Jordan"
		}
		setLabels(labels, i, end, uint8(Location))
	}
}

// mendBodies labels the agencies and bodies of the lists that the model missed,
// where their letters can be nothing else.
func (r *nameReader) mendBodies(labels []uint8) {
	for i := range r.items {
		it := &r.items[i]
		if labels[i] != outside || it.inPhrase != 1 || it.phrase.list > 2 {
			continue
		}
		w := it.word
		if len(it.phrase.hits) > 0 && (w.shape != allCaps || it.phrase.list != 1 || len(it.norm) < 4) {
			continue
		}
		end := i + 1
		for end < len(r.items) && r.items[end].inPhrase == 2 && r.items[end].phrase == it.phrase && labels[end] == outside {
			end++
		}
		letters := w.shape == allCaps && it.end-it.start >= 3 || w.shape == mixedCaps || it.phrase.list == 1
		if (letters && !w.common || end > i+1 && w.capital()) && !w.given {
			setLabels(labels, i, end, uint8(Organization))
		}
	}
}

// isThing reports whether the words name a storm, a ship, an operation: "l'ouragan
// Melissa", "le ferry Sewol".
func (r *nameReader) isThing(from, to int) bool {
	if first := &r.items[from]; first.class&thingWord != 0 && first.class&(orgWord|keptWord|titleWord) == 0 && first.word.shape == lowerShape {
		return true
	}
	if from == 0 {
		return false
	}
	before := &r.items[from-1]
	return before.class&thingWord != 0 && before.class&(orgWord|placeWord|titleWord|roleWord) == 0 && before.word.shape == lowerShape
}

// civil are the titles that only persons have.
var civil = WordSet("m. mm. mme mmes mlle mgr me dr pr mr mr. mrs mrs. ms ms. г-н г-жа")

// afterTitle returns the index after the title a name was taken to begin with,
// from where it begins with none.
func (r *nameReader) afterTitle(from, to int) int {
	w := r.items[from].word
	switch {
	case to-from < 2:
	case civil[r.items[from].norm]:
		return from + 1
	case r.items[from].norm == "m" && r.items[from+1].norm == "." && to-from > 2:
		return from + 2
	case r.items[from].class&titleWord != 0 && !w.given && r.items[from].class&(orgWord|keptWord) == 0 && w.shape == capShape && r.items[from].phrase == nil && r.items[from].norm != "saint":
		return from + 1
	}
	return from
}

// mendTitled labels what stands after "M." or "Mme" as a person, to the end of the
// run of capitals.
func (r *nameReader) mendTitled(labels []uint8) {
	for i := 1; i < len(r.items); i++ {
		title := &r.items[i-1]
		for i+1 < len(r.items) && civil[title.norm] && particles[r.items[i].norm] && r.items[i].word.shape == lowerShape {
			i++ // "M. ben Achour"
		}
		it := &r.items[i]
		if !civil[title.norm] || !title.word.capital() || !it.word.capital() || it.word.shape == allCaps {
			continue
		}
		end := i + 1
		for end < len(r.items) && (r.items[end].word.capital() && r.items[end].run == it.run || labels[end] == insidePerson) {
			end++
		}
		if labels[i-1] != outside && labels[i-1]&1 == 1 {
			labels[i-1] = outside
		}
		setLabels(labels, i, end, uint8(Person))
		if end < len(labels) && labels[end] != outside && labels[end]&1 == 0 {
			labels[end]-- // the rest of what the model took for one name
		}
		i = end
	}
}

// mendHolders parts the place of an office from who holds it: "le préfet de
// Mayotte Hugo Sorel" names a place and a man.
func (r *nameReader) mendHolders(labels []uint8) {
	for i := 2; i < len(r.items); i++ {
		it := &r.items[i]
		if labels[i] == outside || it.inPhrase != 1 || it.phrase.list <= 2 || it.word.given || r.items[i-1].word.shape != lowerShape || !deLinks[r.items[i-1].norm] {
			continue
		}
		end := nameEnd(labels, i)
		p := i + 1
		for p < end && r.items[p].inPhrase == 2 && r.items[p].phrase == it.phrase {
			p++
		}
		if end-p < 2 || !r.items[p].word.given || !r.items[p].word.capital() {
			continue
		}
		j := i - 2
		for j > 0 && i-j <= 5 && r.items[j].word.shape == lowerShape && r.items[j].class&roleWord == 0 {
			j--
		}
		if r.items[j].class&roleWord == 0 {
			continue
		}
		setLabels(labels, i, p, uint8(Location))
		setLabels(labels, p, end, uint8(Person))
	}
}

// mendUnits labels what stands after the word for a piece of country as a place,
// whatever the letters look like: "la province d'Al Haouz", "le village de
// Moulay Brahim". A few such names are in no list, and many are persons' names.
func (r *nameReader) mendUnits(labels []uint8) {
	for i := 2; i < len(r.items); i++ {
		if it := &r.items[i]; !it.word.capital() || r.items[i-1].run == it.run && r.items[i-1].word.capital() {
			continue
		}
		j := i - 1
		for j > 0 && i-j <= 3 && r.items[j].word.shape == lowerShape && headLinks[r.items[j].norm] {
			j--
		}
		if j == i-1 || r.items[j].word.shape != lowerShape || !unitHeads[r.items[j].norm] || !deLinks[r.items[j+1].norm] {
			continue
		}
		end := i + 1
		for end < len(r.items) && (r.items[end].word.capital() && r.items[end].run == r.items[i].run || labels[i] != outside && labels[end] == labels[i]+labels[i]&1) {
			end++
		}
		if labels[j] != outside && labels[j]&1 == 1 {
			continue // a name of its own: "région de Bruxelles-Capitale", "district d'Agassiz"
		}
		setLabels(labels, i, end, uint8(Location))
		if end < len(labels) && labels[end] != outside && labels[end]&1 == 0 {
			labels[end]--
		}
		i = end
	}
}

// unitHeads are the words for a piece of country or a settlement that nothing but
// its name follows.
var (
	unitHeads = WordSet("village villages localité localités bourg bourgade hameau commune communes ville villes province provinces région régions département départements district districts comté comtés canton wilaya gouvernorat gouvernorats oblast raïon sous-préfecture municipalité bidonville quartier faubourg")
	deLinks   = WordSet("de d' du des")
)

// isOffice reports whether the words are capitalised and no name: the field of a
// minister ("le ministre des Transports"), a day, the State.
func (r *nameReader) isOffice(from, to int) bool {
	if it := &r.items[from]; it.inPhrase == 1 && it.phrase.list <= 2 && to > from+1 {
		return false // "l'État islamique"
	}
	if r.items[from].class&noName != 0 && (to == from+1 || r.items[from+1].word.shape == lowerShape) {
		return true // "Internet", "l'État de droit"
	}
	if it := &r.items[from]; to != from+1 || !it.word.common || it.inPhrase != 0 && (it.phrase.list == 3+countryPlace || it.phrase.size >= 4) {
		return false
	}
	j := from - 1
	for j >= 0 && headLinks[r.items[j].norm] && r.items[j].word.shape == lowerShape {
		j--
	}
	return j >= 0 && j < from-1 && officeHeads[r.items[j].norm]
}

var officeHeads = WordSet("ministre ministres vice-ministre ex-ministre ministériel secrétaire portefeuille")

// headBefore returns the index of the noun before a place that belongs to the
// name, -1 if none does, and the kind of the whole: "mer" of "mer de Marmara",
// "parquet" of "parquet de Bastia".
func (r *nameReader) headBefore(from int) (int, uint8) {
	j := from - 1
	for j >= 0 && from-j <= 3 && r.items[j].word.shape == lowerShape && headLinks[r.items[j].norm] {
		j--
	}
	if j < 0 || r.items[j].word.shape != lowerShape {
		return -1, 0
	}
	norm := r.items[j].norm
	if j > 0 && j < from-1 && r.items[j].pos == ADJ && courtHeads[r.items[j-1].norm] {
		j-- // "parquet fédéral de Karlsruhe"
		norm = r.items[j].norm
	}
	switch {
	case streetHeads[norm] && j < from-1 && r.items[from].inPhrase == 1 && r.items[from].phrase.list > 2 && r.items[from].phrase.size >= 3:
		// "la place d'Almaty" is any place of that town.
	case keptHeads[norm] && j < from-1, (keptHeads[norm] || keptBare[norm]) && j == from-1:
		return j, uint8(Location)
	case courtHeads[norm] && j < from-1, norm == "hôpital" && j == from-1, norm == "clinique" && j == from-1:
		return j, uint8(Organization)
	}
	return -1, 0
}

var (
	headLinks   = WordSet("de d' du des la le les l'")
	keptHeads   = WordSet("mer océan golfe baie détroit lac fleuve rivière oued rio wadi canal isthme presqu'île cap mont monts pic rue avenue boulevard place quai rond-point sierra via")
	streetHeads = WordSet("rue avenue boulevard place quai")
	keptBare    = WordSet("stade square tour pont tunnel parc palais camp station île îles")
	courtHeads  = WordSet("parquet tribunal hôpital clinique chu barreau université préfecture diocèse archidiocèse rectorat")
)
