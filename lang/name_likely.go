package lang

// What stands in this file corrects names by what their words and those beside them
// say, where a few marked sentences could not teach it.

// afterBody returns the index after the body of the lists that a name begins with,
// where small words that belong to no name go on: "Boko Haram contre Zigué".
func (r *nameReader) afterBody(from, to int) int {
	it := &r.items[from]
	if it.inPhrase != 1 || it.phrase.list > 2 {
		return to
	}
	i := from + 1
	for i < to && r.items[i].inPhrase == 2 && r.items[i].phrase == it.phrase {
		i++
	}
	if i < to && apartWords[r.items[i].norm] {
		return i
	}
	return to
}

var apartWords = WordSet("contre à en dans près sur vers against in at near")

// likelyKind corrects what the model takes a name for against what its words and
// those before it say.
func (r *nameReader) likelyKind(from, to int, kind uint8) uint8 {
	it, before := &r.items[from], r.at(from-1)
	if before.word.shape == otherShape && from > 1 { // "alias « Fito »"
		before = r.at(from - 2)
	}
	whole := it.inPhrase == 1 && (to == len(r.items) || r.items[to].inPhrase != 2 || r.items[to].phrase != it.phrase) &&
		(to == from+1 || r.items[to-1].phrase == it.phrase)
	switch {
	case nickNames[before.norm]:
		return uint8(Person)
	case kind == uint8(Person) && before.norm == "port" && to > from+1:
		return uint8(Location) // "le port Shahid Rajaee"
	case kind != uint8(Organization) || to == from+1:
	case whole && it.phrase.list > 3 && it.phrase.exact && before.pos != NOUN:
		return uint8(Location) // "Uttar Pradesh"
	case r.looksPersonal(from, to):
		return uint8(Person)
	}
	return kind
}

var nickNames = WordSet("alias dit dite surnommé surnommée dénommé dénommée prénommé prénommée")

// looksPersonal reports whether the words are those of a person and nothing else:
// a first name and one or two more, none of them an ordinary word.
func (r *nameReader) looksPersonal(from, to int) bool {
	if to-from < 2 || to-from > 3 || !r.items[from].word.given || r.items[from].inPhrase != 0 {
		return false
	}
	for i := from; i < to; i++ {
		it := &r.items[i]
		if it.word.shape != capShape && it.word.shape != capDash && it.word.shape != mixedCaps || it.word.common || it.class&(orgWord|placeWord|keptWord) != 0 || companyWords[it.norm] {
			return false
		}
	}
	return true
}

// particles stand in small letters before a last name and belong to it.
var particles = WordSet("von van der den zu ter ten ben bin ibn ould el al abou abu")

// between stand between the two last names of one person, in Catalan and Spanish:
// "Jordi Serra i Mas", "Ana Ruiz y Soto". No French word could stand there.
var between = WordSet("i y")

// mendParticles joins what stands on both sides of the particles of one name,
// and gives a last name its own: "Ursula von der Leyen", "Mme von der Leyen".
func (r *nameReader) mendParticles(labels []uint8) {
	for i := 1; i < len(r.items); i++ {
		it := &r.items[i]
		r.mendBetween(labels, i)
		if labels[i] == beginLocation {
			r.mendSpanish(labels, i)
		}
		if labels[i] != beginPerson || !it.word.capital() {
			continue
		}
		from := i
		for from > 0 && labels[from-1] == outside && r.items[from-1].word.shape == lowerShape && particles[r.items[from-1].norm] {
			from--
		}
		if from == i {
			continue
		}
		if from > 0 && (labels[from-1]+1)/2 == uint8(Person) {
			labels[from] = insidePerson
		} else {
			labels[from] = beginPerson
		}
		for k := from + 1; k <= i; k++ {
			labels[k] = insidePerson
		}
	}
}

// mendBetween joins to a person the last name behind i or y.
func (r *nameReader) mendBetween(labels []uint8, i int) {
	if i < 2 || labels[i] != beginPerson && labels[i] != beginLocation || !r.items[i].word.capital() {
		return
	}
	if y := &r.items[i-1]; labels[i-1] == outside && between[y.norm] && y.word.shape == lowerShape && (labels[i-2]+1)/2 == uint8(Person) {
		labels[i-1], labels[i] = insidePerson, insidePerson
	}
}

// mendSpanish joins to a person before it what the model took for a place: "Salvador
// González de los Santos". In French only "de" could stand there.
func (r *nameReader) mendSpanish(labels []uint8, i int) {
	from := i
	foreign := iberian[r.items[i].norm]
	for from > 0 && labels[from-1] == outside && r.items[from-1].word.shape == lowerShape {
		from--
		foreign = foreign || iberian[r.items[from].norm]
		if r.items[from].norm != "de" && !iberian[r.items[from].norm] {
			return
		}
	}
	if !foreign || from == 0 || (labels[from-1]+1)/2 != uint8(Person) {
		return
	}
	for k, end := from, nameEnd(labels, i); k < end; k++ {
		labels[k] = insidePerson
	}
}

var iberian = WordSet("los las del dos das da do")

// companyWords end the names of companies and bodies, and of no person.
var companyWords = WordSet("airlines airways lines shipping ltd inc corp corporation group holding holdings gmbh llc petroleum energy mining bank university foundation society council agency authority watch network institute association commission committee ministry command")
