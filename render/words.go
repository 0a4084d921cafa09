package render

import (
	"embed"
	"strconv"
	"strings"
	"sync"
	"time"

	"recoupe/edtf"
	"recoupe/lang"
)

//go:embed words/*.txt
var wordFiles embed.FS

// Words are what recoupe says to its reader in one language. The zero value is
// no use; see [In].
type Words struct {
	tag string // "en", "fr"
	of  map[string]string
}

// Languages are those in which recoupe speaks to its reader.
var Languages = []string{"en", "fr"}

// In returns the words of a language, given as the reader or her locale names it:
// "fr", "fr-CA", "fr_FR.UTF-8". What is not French is English.
func In(language string) *Words {
	if tag, _, _ := strings.Cut(strings.ToLower(language), "_"); tag == "fr" || strings.HasPrefix(tag, "fr-") || strings.HasPrefix(tag, "fr.") {
		return words("fr")
	}
	return words("en")
}

var readWords = sync.OnceValue(func() map[string]*Words {
	all := map[string]*Words{}
	for _, tag := range Languages {
		data, err := wordFiles.ReadFile("words/" + tag + ".txt")
		if err != nil {
			panic("render: " + err.Error()) // embedded: cannot be missing from a program that was built
		}
		w := &Words{tag, map[string]string{}}
		w.read(string(data))
		all[tag] = w
	}
	return all
})

func words(tag string) *Words { return readWords()[tag] }

// read adds the messages of a catalogue, one "key = words" a line.
func (w *Words) read(catalogue string) {
	for line := range strings.Lines(catalogue) {
		key, text, ok := strings.Cut(line, "=")
		if ok && !strings.HasPrefix(line, "#") {
			w.of[strings.TrimSpace(key)] = strings.TrimSpace(text)
		}
	}
}

// Tag returns the language: "en" or "fr".
func (w *Words) Tag() string { return w.tag }

// has reports whether there are words for key.
func (w *Words) has(key string) bool { return w.of[key] != "" }

// say returns the words of key with args in their places. A key without words is
// shown as it is: a group that a later version knows is better read raw than not.
func (w *Words) say(key string, args ...string) string {
	s, ok := w.of[key]
	if key == "colon" {
		return map[string]string{"en": ": ", "fr": "\u00a0: "}[w.tag]
	}
	if !ok {
		s = strings.ReplaceAll(key[strings.LastIndexByte(key, '.')+1:], "_", " ")
	}
	if len(args) == 0 {
		return s
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '{')
		if open < 0 || open+2 >= len(s) {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:open])
		if i := int(s[open+1] - '1'); s[open+2] == '}' && i >= 0 && i < len(args) {
			b.WriteString(args[i])
			s = s[open+3:]
			continue
		}
		b.WriteByte('{')
		s = s[open+1:]
	}
}

// count returns "1 report", "3 reports". French counts none in the singular.
func (w *Words) count(key string, n int) string {
	if n == 1 || n == 0 && w.tag == "fr" {
		return strings.Replace(w.say(key+".one"), "1", strconv.Itoa(n), 1)
	}
	return w.say(key+".many", w.number(int64(n)))
}

// number groups digits by three: 2,030 in English, 2 030 with a narrow
// space that does not break in French.
func (w *Words) number(n int64) string {
	sep := ","
	if w.tag == "fr" {
		sep = "\u202f"
	}
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}

// plainNumber writes n without grouping, for a byte or a line.
func (w *Words) plainNumber(n int) string { return strconv.Itoa(n) }

// amount returns the bounds of q in signs and words: "225", "≥ 26", "~2,000",
// "dozens (20–99)".
func (w *Words) amount(q lang.Quantity) string {
	v := q.Value
	switch {
	case !q.Named && (q.Qualifier == lang.AtLeast || q.Qualifier == lang.MoreThan):
		v = q.Low
		if q.Qualifier == lang.MoreThan {
			v--
		}
	case !q.Named && (q.Qualifier == lang.AtMost || q.Qualifier == lang.LessThan):
		v = q.High
		if q.Qualifier == lang.LessThan {
			v++
		}
	}
	switch q.Qualifier {
	case lang.Exact:
		return w.number(v)
	case lang.AtLeast:
		return "≥ " + w.number(v)
	case lang.MoreThan:
		return "> " + w.number(v)
	case lang.AtMost:
		return "≤ " + w.number(v)
	case lang.LessThan:
		return "< " + w.number(v)
	case lang.Approx:
		if q.Named {
			return "~" + w.number(v)
		}
		return "~" + w.between(q)
	case lang.Vague:
		if key := "vague." + strconv.FormatInt(q.Low, 10); w.has(key) {
			return w.say(key) + " (" + w.between(q) + ")"
		}
	}
	return w.between(q)
}

func (w *Words) between(q lang.Quantity) string {
	switch {
	case q.High >= lang.Unbounded:
		return "≥ " + w.number(q.Low)
	case q.Low == q.High:
		return w.number(q.Low)
	}
	return w.number(q.Low) + "–" + w.number(q.High)
}

var months = map[string][13]string{
	"en": {"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
	"fr": {"", "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
}

// date writes t for a reader: "6 Jan", "10–16 Jan", "Jan 2022", "since 5 Jan".
// The year is left out where it is year. An unknown time is "no date".
func (w *Words) date(t edtf.Time, year int) string {
	if !t.Known() {
		return w.say("no.date")
	}
	s := w.stretch(t, year)
	if t.Approx {
		s = "~" + s
	}
	if t.Uncertain {
		s += " ?"
	}
	return s
}

func (w *Words) stretch(t edtf.Time, year int) string {
	if !t.Closed() {
		if t.From.IsZero() {
			return w.say("date.until", w.day(t.LastDay(), year, true))
		}
		return w.say("date.since", w.day(t.FirstDay(), year, true))
	}
	a, b := t.FirstDay(), t.LastDay()
	switch y, m, d := a.Date(); {
	case a.Equal(b):
		return w.day(a, year, true)
	case t.Precision <= edtf.Month && d == 1 && t.To.Equal(t.From.AddDate(0, 1, 0)):
		return months[w.tag][m] + " " + strconv.Itoa(y)
	case t.Precision <= edtf.Year && d == 1 && m == 1 && t.To.Equal(t.From.AddDate(1, 0, 0)):
		return strconv.Itoa(y)
	case t.Precision == edtf.Year && d == 1 && m == 1 && t.To.Month() == 1 && t.To.Day() == 1:
		return strconv.Itoa(y) + "–" + strconv.Itoa(b.Year())
	case a.Year() == b.Year() && a.Month() == b.Month():
		return strconv.Itoa(a.Day()) + "–" + w.day(b, year, true)
	}
	return w.day(a, year, a.Year() != b.Year()) + " – " + w.day(b, year, true)
}

func (w *Words) day(d time.Time, year int, withYear bool) string {
	s := strconv.Itoa(d.Day()) + " " + months[w.tag][d.Month()]
	if w.tag == "fr" && d.Day() == 1 {
		s = "1er " + months[w.tag][d.Month()]
	}
	if withYear && d.Year() != year {
		s += " " + strconv.Itoa(d.Year())
	}
	return s
}

// join writes a list: "AFP", "AFP and Reuters", "AFP, Reuters and TASS".
func (w *Words) join(list []string) string {
	switch n := len(list); n {
	case 0:
		return ""
	case 1:
		return list[0]
	default:
		return strings.Join(list[:n-1], ", ") + " " + w.say("list.and") + " " + list[n-1]
	}
}

// quote puts s between the quotation marks of the language.
func (w *Words) quote(s string) string {
	if w.tag == "fr" {
		return "«\u00a0" + s + "\u00a0»"
	}
	return "“" + s + "”"
}
