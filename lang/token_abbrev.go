package lang

import "strings"

// abbreviations lists, by language, the words that keep a dot inside a
// sentence. text.Sentences has the same concern and its own list: there a word
// wrongly listed costs a boundary, here it costs a token.
var abbreviations = map[string]map[string]bool{
	"fr": dottedWords("m mm mr dr pr me st ste av j.-c art p pp vol no nos n° tél tel cf ex env chap éd hab bd jr sr lt gén sgt mgr etc ndlr al op cit janv févr avr juill sept oct nov déc dpt dép ét"),
	"en": dottedWords("mr mrs ms dr prof st sen rep gov gen col lt sgt capt maj adm rev hon jr sr inc ltd co corp vs etc e.g i.e a.m p.m u.s u.k u.n no vol pp p fig est jan feb mar apr jun jul aug sep sept oct nov dec mt ft dept univ approx ca cf al ave blvd rd"),
	"ru": dottedWords("г гг в вв т д е с стр ул им см тыс млн млрд руб коп чел др пр н э р п ст гл ред изд кв м км ок просп пос обл проф акад ген полк тел напр англ нем фр лат ил рис пер итд итп"),
}

// finals keep their dot even at the end of a sentence.
var finals = map[string]map[string]bool{
	"fr": dottedWords("etc"),
	"en": dottedWords("etc inc jr sr co ltd corp a.m p.m u.s"),
	"ru": dottedWords("г гг т д др"),
}

func dottedWords(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

func (c *cutter) isAbbreviation(w string) bool {
	return len(w) <= 12 && abbreviations[c.language][c.low.of(w)]
}

func (c *cutter) isFinalAbbreviation(w string) bool {
	return len(w) <= 12 && finals[c.language][c.low.of(w)]
}
