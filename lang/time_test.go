package lang

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"recoupe/text"
)

// timesIn finds the times of s, taken as one sentence.
func timesIn(s, language string) *Analysis {
	d := &text.Document{ID: "t", Language: language, Text: s}
	d.Parts = []text.Part{{Start: 0, End: len(s)}}
	d.Sentences = []text.Sentence{{Start: 0, End: len(s), Language: language}}
	a := &Analysis{Doc: d}
	FindTimes(a)
	return a
}

// TestNoTimes reads sentences that are full of numbers and of words that look
// like times, and hold none.
func TestNoTimes(t *testing.T) {
	for _, l := range []string{"fr", "en"} {
		f, err := os.Open("testdata/" + l + "/time-none.txt")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for in := bufio.NewScanner(f); in.Scan(); {
			s := in.Text()
			if s == "" || s[0] == '#' {
				continue
			}
			n++
			for _, x := range timesIn(s, l).Times {
				t.Errorf("%s: %q is no time (%s)", s, s[x.Start:x.End], x.Rule)
			}
		}
		f.Close()
		if l == "fr" && n < 200 {
			t.Errorf("%d sentences; there should be 200", n)
		}
	}
}

// TestTimeLexicon fails for a line of the word lists that cannot be read.
func TestTimeLexicon(t *testing.T) {
	for name, data := range map[string]string{"fr": frTimeWords, "en": enTimeWords} {
		n := 0
		for line := range strings.Lines(data) {
			n++
			fields := strings.Fields(line)
			if len(fields) == 0 || fields[0] == "#" {
				continue
			}
			if len(fields) != 3 {
				t.Errorf("%s/time.txt:%d: %d fields", name, n, len(fields))
				continue
			}
			if _, ok := timeClassNames[fields[0]]; !ok {
				t.Errorf("%s/time.txt:%d: no class %q", name, n, fields[0])
			}
			if _, err := strconv.Atoi(fields[2]); err != nil {
				t.Errorf("%s/time.txt:%d: %v", name, n, err)
			}
			if len(fields[1]) > 0 && strings.ToLower(fields[1]) != fields[1] {
				t.Errorf("%s/time.txt:%d: not in lower case", name, n)
			}
		}
	}
}

// TestSpans holds the words that belong to a time and those that do not.
func TestSpans(t *testing.T) {
	for _, c := range []struct{ language, s, want string }{
		{"fr", "Depuis le 5 janvier au soir, la ville est coupée.", "le 5 janvier au soir"},
		{"fr", "jusqu’au mercredi 3 avril", "mercredi 3 avril"},
		{"fr", "dans la nuit de mercredi à jeudi", "la nuit de mercredi à jeudi"},
		{"fr", "l’année dernière, aujourd’hui", "l’année dernière|aujourd’hui"},
		{"fr", "les 5 et 6 janvier dernier", "les 5 et 6 janvier dernier|les 5|6 janvier dernier"},
		{"fr", "du 28 décembre au 3 janvier", "du 28 décembre au 3 janvier|28 décembre|3 janvier"},
		{"fr", "JEUDI 6 JANVIER à 20 H 30", "JEUDI 6 JANVIER|20 H 30"},
		{"fr", "Vers 0 h 40, jeudi", "0 h 40|jeudi"},
		{"fr", "il y a environ deux mois", "il y a environ deux mois"},
		{"fr", "à 06h37 heure locale (04h37 GMT)", "06h37 heure locale|04h37 GMT"},
		{"en", "since Thursday, January 6, 2022", "Thursday, January 6, 2022"},
		{"en", "at 3:30 p.m. on Monday night", "3:30 p.m.|Monday night"},
		{"en", "Tuesday’s attack, two days ago", "Tuesday|two days ago"},
		{"ru", "6 января 2022 года", ""},
	} {
		var got []string
		for _, x := range timesIn(c.s, c.language).Times {
			got = append(got, c.s[x.Start:x.End])
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s: got %q, want %q", c.s, g, c.want)
		}
	}
}

// TestFurnitureHasNoTimes leaves out what is not the reporter's prose.
func TestFurnitureHasNoTimes(t *testing.T) {
	s := "date 2022-01\nDurée : 12 heures, le 5 janvier 2022\nLe 6 janvier 2022, il a plu."
	d := &text.Document{ID: "t", Language: "fr", Text: s}
	for i, k := range []text.PartKind{text.Header, text.Furniture, text.Paragraph} {
		start := 0
		for n := 0; n < i; n++ {
			start += strings.IndexByte(s[start:], '\n') + 1
		}
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n
		}
		d.Parts = append(d.Parts, text.Part{Start: start, End: end, Kind: k})
		d.Sentences = append(d.Sentences, text.Sentence{Start: start, End: end, Part: i})
	}
	a := &Analysis{Doc: d}
	FindTimes(a)
	if len(a.Times) != 1 || s[a.Times[0].Start:a.Times[0].End] != "Le 6 janvier 2022" {
		t.Errorf("found %v", a.Times)
	}
}

// FuzzTimes reads foreign bytes: nothing panics, spans are in order and on rune
// boundaries.
func FuzzTimes(f *testing.F) {
	for _, s := range []string{"Dans la nuit du 5 au 6 janvier 2022, à 3h20", "les 7, 8 et 9", "aujourd'", "l’", "1er-", "\xff jeudi \xc3", "late on Monday's 5-7 January", "12:30:45 p.m. '98", "il y a une dizaine de", strings.Repeat("A", 60) + "'1", strings.Repeat("après-", 20)} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, french bool) {
		l := "en"
		if french {
			l = "fr"
		}
		last := 0
		for _, x := range timesIn(s, l).Times {
			if x.Start < 0 || x.End > len(s) || x.Start >= x.End {
				t.Fatalf("span %d-%d of %d bytes", x.Start, x.End, len(s))
			}
			if !x.Member && x.Start < last {
				t.Fatalf("span %d-%d after %d", x.Start, x.End, last)
			}
			last = max(last, x.Start)
			if !boundary(s, x.Start) || !boundary(s, x.End) {
				t.Fatalf("span %d-%d cuts a rune of %q", x.Start, x.End, s)
			}
		}
	})
}

// boundary reports whether i stands between runes of s; bytes that are no UTF-8
// are runes of their own.
func boundary(s string, i int) bool {
	return i == len(s) || s[i] < 0x80 || s[i] >= 0xC0 || !strings.ContainsFunc(s, func(r rune) bool { return r != '\uFFFD' && r >= 0x80 })
}

// timeProse is a page of news prose, one part of it with times and nine without.
func timeProse() *text.Document {
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "Dans la nuit de mercredi à jeudi, vers 3 h 20, la digue a cédé au nord de la ville, emportant %d maisons. ", i)
		b.WriteString("Les secouristes, appuyés par des militaires et des volontaires venus des communes voisines, cherchaient encore les disparus. ")
		b.WriteString("La veille, la préfecture avait ordonné l'évacuation des quartiers bas, mais beaucoup d'habitants avaient refusé de partir. ")
		b.WriteString("« Nous n'avons rien pu emporter », raconte une habitante réfugiée avec ses enfants dans le gymnase du lycée. ")
		b.WriteString("Le bilan officiel, encore provisoire, fait état de douze morts et d'une quarantaine de blessés, dont plusieurs grièvement. ")
	}
	d := &text.Document{ID: "t", Language: "fr", Text: b.String()}
	d.Parts = []text.Part{{Start: 0, End: len(d.Text)}}
	d.Sentences = text.Sentences(d.Text, d.Parts)
	return d
}

func BenchmarkFindTimes(b *testing.B) {
	d := timeProse()
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		a := Analysis{Doc: d}
		FindTimes(&a)
	}
}
