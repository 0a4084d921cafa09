package lang

import (
	"embed"
	"strings"
	"sync"
)

// The word lists that names are found by. They are data, general to the news.
//
//go:embed data/demonyms.txt data/agencies.txt data/bodies.txt data/organizations.txt data/*/name-words.txt
var nameLists embed.FS

//go:embed data/given.txt
var givenNames string

//go:embed data/family.txt
var familyNames string

// isListed reports whether key is a line of list, which is sorted.
func isListed(list string, key string) bool {
	lo, hi := 0, len(list)
	for lo < hi {
		mid := (lo + hi) / 2
		start := strings.LastIndexByte(list[:mid], '\n') + 1
		end := start + strings.IndexByte(list[start:], '\n')
		if end < start {
			end = len(list)
		}
		switch line := list[start:end]; {
		case line == key:
			return true
		case line < key:
			lo = end + 1
		default:
			hi = start
		}
	}
	return false
}

// A wordClass says what a common noun or preposition tells of the name it
// stands by. Several may be set.
type wordClass uint16

// The classes, named as in data/*/name-words.txt.
const (
	titleWord wordClass = 1 << iota // "M.", "général"
	roleWord                        // "ministre", "sismologue"
	orgWord                         // "ministère", "Croix-Rouge"
	placeWord                       // "ville", "mer"
	sayWord                         // "déclarer"
	atWord                          // "à", "près"
	keptWord                        // "mer", "rue": part of the name of a place
	thingWord                       // "ouragan", "ferry": what is called so is no name here
	noName                          // "Internet", "Lundi": no name although it has a capital
)

var wordClasses = map[string]wordClass{"title": titleWord, "role": roleWord, "org": orgWord, "place": placeWord, "say": sayWord, "at": atWord, "kept": keptWord, "thing": thingWord, "none": noName}

// A knownName is what the lists say of a name.
type knownName struct {
	canonical string
	agency    bool
}

// nameKnowledge is the lists, read.
type nameKnowledge struct {
	classes  map[string]map[string]wordClass // language, lemma
	known    map[string]knownName            // agencies and bodies, by plainSpaces of a form
	longest  map[string]int                  // first word of a known form: words of the longest
	heads    map[string]bool                 // what an agency's form begins with, up to a space or hyphen
	demonyms map[string]map[string]string    // language, form (Russian: stem): country
}

// knowledge reads the lists when the first name is looked for.
var knowledge = sync.OnceValue(func() *nameKnowledge {
	k := &nameKnowledge{
		classes:  map[string]map[string]wordClass{},
		known:    map[string]knownName{},
		longest:  map[string]int{},
		heads:    map[string]bool{},
		demonyms: map[string]map[string]string{"fr": {}, "en": {}, "ru": {}},
	}
	for _, l := range []string{"fr", "en", "ru"} {
		k.classes[l] = map[string]wordClass{}
		for _, line := range listLines("data/" + l + "/name-words.txt") {
			class, words, _ := strings.Cut(line, ":")
			for _, w := range strings.Fields(words) {
				k.classes[l][lower(Norm(w))] |= wordClasses[class]
			}
		}
	}
	for _, line := range listLines("data/bodies.txt") {
		k.addForms(line, false)
	}
	for _, line := range listLines("data/agencies.txt") {
		k.addForms(line, true)
	}
	for _, line := range listLines("data/organizations.txt") {
		for name := range strings.SplitSeq(line, "|") {
			k.addForms(name+";", false)
		}
	}
	for _, lead := range agencyLeads {
		k.heads[strings.TrimRight(lead, " ")] = true
	}
	k.addDemonyms()
	return k
})

// listLines returns the lines of a list without comments.
func listLines(name string) []string {
	b, err := nameLists.ReadFile(name)
	if err != nil {
		return nil
	}
	var lines []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// addForms reads "canonical; form|form".
func (k *nameKnowledge) addForms(line string, agency bool) {
	canonical, forms, _ := strings.Cut(line, ";")
	canonical = strings.TrimSpace(canonical)
	for _, form := range append(strings.Split(forms, "|"), canonical) {
		form = plainSpaces(strings.TrimSpace(form))
		if form == "" {
			continue
		}
		if _, ok := k.known[form]; !ok {
			k.known[form] = knownName{canonical, agency}
		}
		if agency {
			head, _, _ := strings.Cut(strings.ReplaceAll(form, "-", " "), " ")
			k.heads[head] = true
		}
		words := strings.Fields(form)
		k.longest[words[0]] = max(k.longest[words[0]], len(words))
	}
}

// plainSpaces writes s with plain spaces and apostrophes, so that forms compare.
// It returns s itself where there is nothing to change.
func plainSpaces(s string) string {
	s = Norm(s)
	if strings.ContainsAny(s, "\n\t") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// AgencyOf returns the name by which recoupe calls the news agency that words
// name: "AFP" for "Agence France-Presse", "Interfax" for "Interfax-Kazakhstan".
// Ok is false if words are no agency's name. Letters that are also other things
// ("AA", "PC") are answered as well: the caller knows the context.
func AgencyOf(words string) (canonical string, ok bool) {
	words = plainSpaces(strings.TrimSpace(words))
	known := knowledge().known
	if n, ok := known[words]; ok && n.agency {
		return n.canonical, true
	}
	for _, lead := range agencyLeads {
		rest, cut := strings.CutPrefix(words, lead)
		if words = rest; !cut {
			continue
		}
		if n, ok := known[words]; ok && n.agency {
			return n.canonical, true
		}
	}
	return "", false
}

// agencyLeads may stand before the name of an agency.
var agencyLeads = []string{"l'", "L'", "the ", "The ", "agence ", "Agence ", "agency "}

// MayBeginAgency reports whether [AgencyOf] knows an agency by words that begin
// with word and go on, if at all, behind a space or hyphen. Most capitals in a
// report begin none, and this is one look-up.
func MayBeginAgency(word string) bool { return knowledge().heads[Norm(word)] }

// DemonymOf returns the country (ISO 3166-1 alpha-2) whose people or things word
// names, "KZ" for "kazakhstanaise", "Kazakh" or "казахской"; "--" for a people of no
// one country ("kurdes"); ok is false if word is no demonym of the language.
func DemonymOf(word, language string) (country string, ok bool) {
	forms := knowledge().demonyms[language]
	word = lower(Norm(word))
	if language != "ru" {
		country, ok = forms[word]
		return country, ok
	}
	// A stem of the list and an ending of at most six bytes: -ого, -ами.
	for cut := len(word); cut > 4 && cut >= len(word)-8; cut-- {
		if country, ok = forms[word[:cut]]; ok {
			return country, true
		}
	}
	return "", false
}

func (k *nameKnowledge) addDemonyms() {
	for _, line := range listLines("data/demonyms.txt") {
		f := strings.Split(line, ";")
		if len(f) != 4 {
			continue
		}
		country := f[0]
		put := func(language, form string) {
			if _, ok := k.demonyms[language][form]; !ok {
				k.demonyms[language][form] = country
			}
		}
		for _, w := range strings.Fields(f[1]) {
			for _, form := range frenchForms(w) {
				put("fr", Norm(form))
			}
		}
		for _, w := range strings.Fields(f[2]) {
			put("en", w)
			put("en", w+"s")
		}
		for _, w := range strings.Fields(f[3]) {
			put("ru", Norm(w))
		}
	}
}

// frenchEndings turns the ending of a masculine into that of its feminine.
var frenchEndings = []string{"ien", "ienne", "yen", "yenne", "éen", "éenne", "ton", "tonne", "on", "onne", "ec", "ecque", "urc", "urque", "eux", "euse"}

// frenchForms returns the four forms of an adjective given in the masculine.
func frenchForms(masculine string) []string {
	feminine := masculine + "e"
	if strings.HasSuffix(masculine, "e") {
		feminine = masculine
	}
	for i := 0; i < len(frenchEndings); i += 2 {
		if stem, ok := strings.CutSuffix(masculine, frenchEndings[i]); ok {
			feminine = stem + frenchEndings[i+1]
			break
		}
	}
	plural := masculine
	if !strings.HasSuffix(masculine, "s") && !strings.HasSuffix(masculine, "x") {
		plural += "s"
	}
	return []string{masculine, plural, feminine, feminine + "s"}
}
