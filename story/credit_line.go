package story

import (
	"strings"
	"unicode"

	"recoupe/lang"
	"recoupe/text"
)

// Words that open a line of credit, whatever else stands in it: "Avec les
// informations de l'Agence France-Presse", "With reporting by Reuters".
var creditOpeners = []string{
	"avec les informations d", "avec des informations d", "avec la contribution d", "avec le concours d", "d'après une dépêche", "à partir d'une dépêche", "contenu fourni par",
	"reporting by", "agencies:", "agences :", "with reporting by", "with reporting from", "with contributions from", "with additional reporting", "with material from", "additional reporting by", "copyright",
	"source:", "source :", "sources:", "sources :",
	"по материалам", "с использованием материалов", "по сообщениям", "источник",
}

// Words that close one: "AP and Reuters contributed to this report."
var creditClosers = []string{
	"contributed to this report", "contributed to this story", "contributed reporting", "ont contribué à cet article", "a contribué à cet article", "dépêche de l'afp", "d'une dépêche",
}

// Words that may stand in a line of nothing but agencies.
var creditLineWords = lang.WordSet("par by avec with et and и с de la le les l the from source sources источник agence agences agency rédaction auteur texte news по материалам")

// creditLine reports whether a paragraph is no prose but a line of credit: agencies
// and joins and nothing else, or words that open or close such a line.
func creditLine(line string, names []agencyName, from int) bool {
	if len(names) == 0 || len(line) > 200 {
		return false
	}
	low := strings.ToLower(strings.TrimLeft(strings.ReplaceAll(line, "’", "'"), " (©—–-*"))
	for _, o := range creditOpeners {
		if strings.HasPrefix(low, o) {
			return true
		}
	}
	for _, c := range creditClosers {
		if strings.Contains(low, c) {
			return true
		}
	}
	if len(line) > 90 {
		return false
	}
	rest := []byte(line) // without the names
	for _, n := range names {
		for i := n.start - from; i < n.end-from; i++ {
			rest[i] = ' '
		}
	}
	slashes := strings.Count(line, "/")
	for _, w := range splitWords(string(rest)) {
		if !creditLineWords[w] && !(slashes > 0 && len(w) <= 4 && strings.Contains(line, strings.ToUpper(w))) {
			return false
		}
	}
	return true
}

// smallAgencies finds the agencies of a line that writes them small: "ats, afp".
func smallAgencies(t string, from, to int) []agencyName {
	line := t[from:to]
	if len(line) > 40 || strings.IndexFunc(line, func(r rune) bool { return unicode.IsUpper(r) || r > 0x7f }) >= 0 {
		return nil
	}
	names := agencyNames(strings.ToUpper(line), 0, len(line), true)
	for i := range names {
		names[i].start, names[i].end = names[i].start+from, names[i].end+from
	}
	if !creditLine(line, names, from) {
		return nil
	}
	return names
}

// line reads a paragraph that is a line of credit; false for any other.
func (f *creditFinder) line(p text.Part, i int, last bool) bool {
	t := f.r.Text
	head := i < 4
	if !head && !last {
		return false
	}
	names := agencyNames(t, p.Start, p.End, true)
	if len(names) == 0 && last {
		names = smallAgencies(t, p.Start, p.End)
	}
	kind := Footer
	switch {
	case creditLine(t[p.Start:p.End], names, p.Start):
	case head && len(names) > 0 && headCredit(t[p.Start:names[0].start], t[names[len(names)-1].end:p.End]):
		kind = Byline
	default:
		return false
	}
	if pictureLine(t[p.Start:p.End]) {
		kind = Picture
	}
	for _, n := range names {
		f.add(n.agency, n.start, n.end, kind)
	}
	return true
}

// headCredit: "Publié le 12 mars à 10h12 | Par franceinfo avec AFP": a short line at
// the head that ends in "with" and agencies.
func headCredit(before, after string) bool {
	if strings.IndexFunc(after, isLetter) >= 0 || len(before) > 140 || strings.Contains(before, ". ") {
		return false
	}
	words := lastWords(before, 4)
	for n := len(words) - 1; n >= 0; n-- {
		switch {
		case withWords[words[n]]:
			return true
		case !articleWords[words[n]]:
			return false
		}
	}
	return false
}

// Verbs by which somebody tells an agency a thing, in the past of Russian, where an
// agency that does not bend stands behind them in the dative: "сообщил ТАСС
// представитель ведомства". "Как сообщил ТАСС" is the agency's own word.
var toldRussian = lang.WordSet(`сообщил сообщила сообщили рассказал рассказала рассказали заявил заявила заявили пояснил пояснила пояснили
	уточнил уточнила уточнили подтвердил подтвердила подтвердили отметил отметила отметили добавил добавила добавили`)

// toldInRussian reports whether the words around an agency say that somebody told it.
func toldInRussian(name string, words, next []string) bool {
	dative := strings.HasSuffix(name, "у") // Интерфаксу
	n := len(words)
	if n > 0 && toldRussian[words[n-1]] {
		return dative || len(next) > 0 && !(n > 1 && words[n-2] == "как")
	}
	// "Об этом РИА Новости сообщили в пресс-службе."
	return len(next) > 1 && toldRussian[next[0]] && (dative || strings.HasSuffix(next[0], "ли") && (next[1] == "в" || next[1] == "во" || next[1] == "на"))
}

// pictured reports whether what stands around an agency says that a picture is its:
// "Jeanne Aubrac / AFP", "фото REUTERS", and unless it ends the report a line that is
// no sentence, "Le port de Vornes (Fildor)".
func pictured(before, after string, last bool) bool {
	words := lastWords(before, 1)
	if len(words) == 1 && pictureWords[words[0]] || takenBy(after) {
		return true
	}
	head := strings.TrimRight(before, " \u00a0")
	if name, ok := strings.CutSuffix(head, "/"); ok {
		name = name[strings.LastIndexAny(name, "(©.:\n")+1:]
		name = strings.TrimPrefix(strings.TrimSpace(name), "Copyright ")
		n := len(strings.Fields(name))
		return n > 1 && n < 6 && namelike(name)
	}
	line, ok := strings.CutSuffix(head, "(")
	line = strings.TrimSpace(line)
	if !ok || last || line == "" || len(line) > 80 || strings.Contains(line, ". ") || strings.IndexFunc(after, isLetter) >= 0 {
		return false
	}
	return isLetter(rune(line[len(line)-1])) || line[len(line)-1] >= 0x80 && !strings.HasSuffix(line, "»") && !strings.HasSuffix(line, "”")
}

var pictureWords = lang.WordSet("photo photos image crédit via фото")

// takenBy reports whether an agency is followed by a photographer and no more on its
// line: "/Jeanne Aubrac". "AA / Vornes / Lina Perrec" is no picture.
func takenBy(after string) bool {
	line, _, _ := strings.Cut(after, "\n")
	name, ok := strings.CutPrefix(strings.TrimLeft(line, " \u00a0"), "/")
	if i := strings.IndexAny(name, ";|)"); i >= 0 {
		name = name[:i]
	}
	name = strings.Trim(name, " .\u00a0")
	return ok && strings.Contains(name, " ") && !strings.Contains(name, "/") && namelike(name)
}

// Words that open a line which names who made the text: "information fournie par
// Radio Lagune • 12/03/2031".
var providers = []string{"information fournie par ", "contenu fourni par ", "article fourni par ", "texte fourni par ", "content provided by ", "provided by ", "this article was provided by ", "материал предоставлен "}

// provided reads the lines of a part that say who made the text, in a list or not.
func (f *creditFinder) provided(p text.Part) {
	all := f.r.Text[p.Start:p.End]
	for at := 0; at < len(all); {
		line, _, _ := strings.Cut(all[at:], "\n")
		f.providedLine(line, p.Start+at)
		at += len(line) + 1
	}
}

func (f *creditFinder) providedLine(line string, at int) {
	if len(line) > 120 {
		return
	}
	low := strings.ToLower(line)
	for _, o := range providers {
		if !strings.HasPrefix(low, o) || len(low) != len(line) {
			continue
		}
		name := line[len(o):]
		if i := strings.IndexAny(name, "•|,("); i >= 0 {
			name = name[:i]
		}
		if name = strings.TrimRight(name, " .\u00a0"); namelike(name) {
			f.addWritten(name, at+len(o), Footer)
		}
	}
}
