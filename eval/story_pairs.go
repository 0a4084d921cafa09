package eval

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
)

// A Pair is two reports, and whether the second repeats words of the first.
type Pair struct {
	Kind       string // copied, edited 3, …, conference, apart, boilerplate, unrelated, translated
	Name       string
	First      Line
	Second     Line
	Copied     bool
	From, To   int // words of Second that come from First; 0, 0 where no words do
	Translated bool
}

// A Base is a text that pairs are made of.
type Base struct {
	Name  string
	Paras []string
}

// Bases reads "%% name" and paragraphs.
func Bases(data string) []Base {
	var out []Base
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "%% "):
			out = append(out, Base{Name: line[3:]})
		case len(out) > 0:
			out[len(out)-1].Paras = append(out[len(out)-1].Paras, line)
		}
	}
	return out
}

// MadePairs makes pairs of bases by rules an editor goes by: print it whole, change
// some words, cut it, join it with something else. Rng decides which words.
func MadePairs(bases []Base, furniture []string, rng *rand.Rand) []Pair {
	var vocabulary []string
	for _, b := range bases {
		vocabulary = append(vocabulary, strings.Fields(strings.Join(b.Paras, " "))...)
	}
	m := &maker{rng: rng, words: vocabulary}
	var out []Pair
	for i, b := range bases {
		other := bases[(i+7)%len(bases)]
		text := strings.Join(b.Paras, "\n\n")
		half := strings.Join(b.Paras[:(len(b.Paras)+1)/2], "\n\n")
		tail := strings.Join(other.Paras, "\n\n")
		otherHalf := strings.Join(other.Paras[:(len(other.Paras)+1)/2], "\n\n")
		quarter := firstWords(b.Paras, len(strings.Fields(text))/4)
		paragraph := firstWords(b.Paras, 35)
		made := []struct{ kind, before, copied, after string }{
			{"copied", "", text, ""},
			{"edited 3", "", m.edit(text, 3), ""},
			{"edited 10", "", m.edit(text, 10), ""},
			{"edited 20", "", m.edit(text, 20), ""},
			{"half", "", half, otherHalf},
			{"quarter", otherHalf, quarter, ""},
			{"paragraph", otherHalf, paragraph, strings.Join(other.Paras[(len(other.Paras)+1)/2:], "\n\n")},
		}
		for k, x := range made {
			if (i+k)%2 == 0 && x.kind != "edited 20" && x.kind != "paragraph" {
				continue
			}
			body := join(x.before, x.copied, x.after)
			from := len(strings.Fields(x.before))
			out = append(out, Pair{Kind: x.kind, Name: b.Name, Copied: true, From: from, To: from + len(strings.Fields(x.copied)),
				First: line("Fil Un", b.Name, text), Second: line("Journal Deux", b.Name+" repris", body)})
		}
		page := furniture[i%len(furniture)]
		switch i % 2 {
		case 0:
			out = append(out, Pair{Kind: "boilerplate", Name: b.Name, First: line("Fil Un", b.Name, join(text, page)), Second: line("Journal Deux", other.Name, join(tail, page))})
		default:
			out = append(out, Pair{Kind: "unrelated", Name: b.Name, First: line("Fil Un", b.Name, text), Second: line("Journal Deux", other.Name, tail)})
		}
	}
	return out
}

func line(outlet, name, text string) Line {
	return Line{Outlet: outlet, Title: "Le point sur " + name, Text: text, Language: "fr", URL: "https://" + strings.ToLower(strings.ReplaceAll(outlet, " ", "-")) + ".example/" + strings.ReplaceAll(name, " ", "-")}
}

func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}

// firstWords returns whole paragraphs of at least n words together.
func firstWords(paras []string, n int) string {
	have := 0
	for i, p := range paras {
		if have += len(strings.Fields(p)); have >= n {
			return strings.Join(paras[:i+1], "\n\n")
		}
	}
	return strings.Join(paras, "\n\n")
}

type maker struct {
	rng   *rand.Rand
	words []string
}

// edit changes percent of the words: half replaced, a quarter left out, a quarter
// put in.
func (m *maker) edit(text string, percent int) string {
	paras := strings.Split(text, "\n\n")
	for i, p := range paras {
		var out []string
		for _, w := range strings.Fields(p) {
			if m.rng.Intn(100) >= percent {
				out = append(out, w)
				continue
			}
			other := strings.Trim(m.words[m.rng.Intn(len(m.words))], `«»".,;:()`)
			switch m.rng.Intn(4) {
			case 0:
			case 1:
				out = append(out, w, other)
			default:
				out = append(out, other)
			}
		}
		paras[i] = strings.Join(out, " ")
	}
	return strings.Join(paras, "\n\n")
}

// ToldPairs reads the pairs that no code can make.
func ToldPairs(data string) []Pair {
	var out []Pair
	for _, group := range strings.Split(data, "\n%% ")[1:] {
		head, rest, _ := strings.Cut(group, "\n")
		kind, name, _ := strings.Cut(head, " ")
		tellings := strings.Split(strings.TrimSpace(rest), "\n--\n")
		if kind == "conference" {
			quotes := strings.ReplaceAll(tellings[0], " | ", " ")
			for i := range tellings[1:] {
				tellings[i] = strings.ReplaceAll(strings.TrimSuffix(tellings[i+1], "\n--"), "QUOTES", quotes)
			}
			tellings = tellings[:len(tellings)-1]
		}
		for i := range tellings {
			for j := i + 1; j < len(tellings); j++ {
				languages := []string{"fr", "en", "ru"}
				p := Pair{Kind: kind, Name: fmt.Sprintf("%s %d-%d", name, i+1, j+1), Translated: kind == "translated",
					First: line("Fil Un", fmt.Sprint(name, i), tellings[i]), Second: line("Journal Deux", fmt.Sprint(name, j), tellings[j])}
				if p.Translated || kind == "foreign" {
					p.First.Language, p.Second.Language = languages[i], languages[j]
				}
				p.First.Title, p.Second.Title = "", ""
				out = append(out, p)
			}
		}
	}
	return out
}
