package eval

import (
	"fmt"
	"math/rand"
	"strings"
)

// A Streamed is a report of a generated stream, with what is known of it.
type Streamed struct {
	Line
	Story string
	Room  string // the newsroom its words come from
}

// A Stream writes reports of made-up crises: several outlets tell each in their
// own words, some print an agency's wire or change a little of it. The same seed
// writes the same reports.
type Stream struct {
	rng      *rand.Rand
	titles   map[string][]string // "fr quake"
	says     map[string][]string
	kinds    []string
	outlets  map[string][]string
	pool     map[string][]string // small words of all sentences
	written  int
	stories  int
	FirstDay int // days since 1 January 2031
}

// NewStream reads the sentences that reports are made of.
func NewStream(data string, seed int64) *Stream {
	s := &Stream{rng: rand.New(rand.NewSource(seed)), titles: map[string][]string{}, says: map[string][]string{}, outlets: map[string][]string{}, pool: map[string][]string{}}
	key := ""
	for l := range strings.Lines(data) {
		l = strings.TrimSpace(l)
		switch {
		case strings.HasPrefix(l, "%% "):
			key = l[3:]
			if k, ok := strings.CutPrefix(key, "fr "); ok {
				s.kinds = append(s.kinds, k)
			}
		case strings.HasPrefix(l, "T "):
			s.titles[key] = append(s.titles[key], l[2:])
		case strings.HasPrefix(l, "S "):
			s.says[key] = append(s.says[key], l[2:])
			for _, w := range strings.Fields(l[2:]) {
				if w == strings.ToLower(w) && !strings.ContainsAny(w, "{},.«»:;0123456789") {
					s.pool[key[:2]] = append(s.pool[key[:2]], w)
				}
			}
		}
	}
	for i := range 24 {
		s.outlets["fr"] = append(s.outlets["fr"], "Le Quotidien "+s.name(i))
		s.outlets["en"] = append(s.outlets["en"], "The "+s.name(i+50)+" Herald")
		s.outlets["ru"] = append(s.outlets["ru"], "Газета "+cyrillic(s.name(i+90)))
	}
	return s
}

// name makes a name of syllables.
func (s *Stream) name(int) string {
	const first, second, third = "Bal Dor Kar Mel Nor Pel Sar Tam Var Zan Gor Lim Ros Tul Vel Ber Fan Hal Jor Kes", "a e i o u an en or ar il", "bek dan gar kos lin mar nov pol ren sar tov vel zor dis fal han lar mir rok tan"
	pick := func(list string) string { f := strings.Fields(list); return f[s.rng.Intn(len(f))] }
	return pick(first) + pick(second) + pick(third)
}

var toCyrillic = strings.NewReplacer("B", "Б", "D", "Д", "K", "К", "M", "М", "N", "Н", "P", "П", "S", "С", "T", "Т", "V", "В", "Z", "З", "G", "Г", "L", "Л", "R", "Р", "F", "Ф", "H", "Х", "J", "Дж",
	"a", "а", "e", "е", "i", "и", "o", "о", "u", "у", "n", "н", "r", "р", "l", "л", "b", "б", "k", "к", "d", "д", "g", "г", "s", "с", "m", "м", "v", "в", "p", "п", "t", "т", "z", "з", "f", "ф", "h", "х")

func cyrillic(s string) string { return toCyrillic.Replace(s) }

// Story writes the n reports of one made-up crisis that begins on a day.
func (s *Stream) Story(n, day int) []Streamed {
	s.stories++
	kind := s.kinds[s.rng.Intn(len(s.kinds))]
	f := map[string]string{"{P}": s.name(0), "{C}": s.name(0) + "ie", "{R}": s.name(0) + " " + s.name(0), "{X}": s.name(0)}
	dead, hurt := 3+s.rng.Intn(60), 20+s.rng.Intn(900)
	id := fmt.Sprintf("story %d", s.stories)
	var out []Streamed
	for i := range n {
		at := day + i*6/max(n, 6) + s.rng.Intn(2)
		if s.rng.Intn(4) == 0 {
			dead, hurt = dead+s.rng.Intn(9), hurt+s.rng.Intn(50)
		}
		f["{N}"], f["{M}"] = fmt.Sprint(dead), fmt.Sprint(hurt)
		if len(out) > 0 && s.rng.Intn(3) == 0 {
			out = append(out, s.copied(out[s.rng.Intn(len(out))], at))
			continue
		}
		language := "fr"
		if r := s.rng.Intn(10); r > 7 {
			language = "ru"
		} else if r > 4 {
			language = "en"
		}
		out = append(out, s.report(id, language, kind, f, at))
	}
	return out
}

// report writes one report of its own.
func (s *Stream) report(story, language, kind string, f map[string]string, day int) Streamed {
	fill := func(t string) string {
		for k, v := range f {
			if language == "ru" {
				v = cyrillic(v)
			}
			t = strings.ReplaceAll(t, k, v)
		}
		return t
	}
	key := language + " " + kind
	says := s.says[key]
	var body []string
	for _, i := range s.rng.Perm(len(says))[:min(len(says), 3+s.rng.Intn(5))] {
		body = append(body, s.phrase(fill(says[i]), language))
	}
	outlet := s.outlets[language][s.rng.Intn(24)]
	x := Streamed{Story: story, Room: outlet}
	x.Line = s.line(outlet, fill(s.titles[key][s.rng.Intn(len(s.titles[key]))]), strings.Join(body, "\n\n"), language, day)
	return x
}

// otherWords are ways to say the same: two newsrooms rarely choose alike.
var otherWords = map[string][]string{
	"fr": {"Au moins|Pas moins de", "personnes|gens", "ont perdu la vie|ont péri|sont mortes", "selon|d'après|à en croire", "Près de|Environ|Quelque", "ont été évacués|ont dû partir",
		"a indiqué|a fait savoir|a précisé", "a demandé|a réclamé", "sont morts|ont été tués", "ont été arrêtées|ont été interpellées", "déplore|regrette", "réclamer|exiger", "promis|juré",
		"La police|Les forces de l'ordre", "L'armée|La troupe", "dans tout le|à travers le", "a ouvert|vient d'ouvrir", "Des pluies|De fortes pluies", "pendant des heures|une bonne partie du jour", "la nuit|toute la nuit",
		"son|leur", "depuis|voilà", "a été placé|se trouve", "plus|davantage"},
	"en": {"At least|No fewer than", "people|residents", "were killed|died|lost their lives", "said|reported", "according to|in the words of", "Some|About", "struck|shook", "appealed|called", "complained|said",
		"rescued|saved", "marched|took to the streets", "Troops|Soldiers", "killed|claimed the lives of", "claimed|took"},
	"ru": {"не менее|минимум", "сообщили|рассказали", "Погибли|Жизни лишились", "погибли|умерли", "Около|Примерно", "объявил|ввёл", "произошло в районе|потрясло", "задержаны|схвачены", "извинился|принёс извинения"},
}

// phrase puts a sentence in an outlet's own words.
func (s *Stream) phrase(t, language string) string {
	for _, w := range otherWords[language] {
		forms := strings.Split(w, "|")
		t = strings.ReplaceAll(t, forms[0], forms[s.rng.Intn(len(forms))])
	}
	openings := map[string]string{
		"fr": "||Dans la soirée, |À l'heure où nous écrivons, |Autre signe de la gravité des faits : |Fait rare, |Sur place, |Selon nos informations, ",
		"en": "||By evening, |On the ground, |In a rare move, |Our reporter found that |As night fell, ",
		"ru": "||К вечеру |По нашим сведениям, |На месте видно: |Как выяснилось, ",
	}
	forms := strings.Split(openings[language], "|")
	return forms[s.rng.Intn(len(forms))] + s.reword(t, language)
}

// reword puts other words in the place of three small words in ten, as two people
// who tell one thing do. The sentence loses its sense, not its matter.
func (s *Stream) reword(t, language string) string {
	words := strings.Fields(t)
	for i, w := range words {
		if i > 0 && w == strings.ToLower(w) && !strings.ContainsAny(w, "0123456789,.«»:;") && s.rng.Intn(10) < 3 {
			pool := s.pool[language]
			words[i] = pool[s.rng.Intn(len(pool))]
		}
	}
	return strings.Join(words, " ")
}

// copied prints a report again, under another outlet's name.
func (s *Stream) copied(of Streamed, day int) Streamed {
	outlet := of.Outlet
	for outlet == of.Outlet {
		outlet = s.outlets[of.Language][s.rng.Intn(24)]
	}
	x := Streamed{Story: of.Story, Room: of.Room}
	x.Line = s.line(outlet, of.Title, of.Text, of.Language, day)
	return x
}

func (s *Stream) line(outlet, title, body, language string, day int) Line {
	s.written++
	return Line{Outlet: outlet, Title: title, Text: body, Language: language, Published: fmt.Sprintf("2031-%02d-%02d", 1+day/28, 1+day%28),
		URL: fmt.Sprintf("https://stream.example/%d", s.written)}
}
