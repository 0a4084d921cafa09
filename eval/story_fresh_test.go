package eval

import (
	"math/rand"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/story"
)

// otherType sets a text as another newsroom's machines would: other quotation marks,
// apostrophes, spaces, ligatures, capitals without accents.
var otherType = strings.NewReplacer("« ", "\"", " »", "\"", "'", "’", " ;", "\u202f;", "œ", "oe", "É", "E", "-", "\u2011", " : ", "\u00a0: ", "...", "…")

// freshPairs are the ways a text is printed again that MadePairs does not make.
func freshPairs(bases []Base, rng *rand.Rand) []Pair {
	var out []Pair
	var vocabulary []string
	for _, b := range bases {
		vocabulary = append(vocabulary, strings.Fields(strings.Join(b.Paras, " "))...)
	}
	m := &maker{rng: rng, words: vocabulary}
	for i, b := range bases {
		other := bases[(i+2)%len(bases)]
		text := strings.Join(b.Paras, "\n\n")
		words := strings.Fields(text)
		from, to := len(words)/4+rng.Intn(9), len(words)*3/4+rng.Intn(9)
		reordered := strings.Join([]string{b.Paras[2], b.Paras[0], b.Paras[3], b.Paras[1]}, "\n\n")
		for _, x := range []struct{ kind, before, copied, after string }{
			{"typography", "", otherType.Replace(text), ""},
			{"reordered", "", reordered, ""},
			{"cut", other.Paras[0], strings.Join(words[from:to], " "), other.Paras[1]},
			{"cut end", "", strings.Join(words[:to], " "), ""},
			{"one", other.Paras[0] + "\n\n" + other.Paras[1], b.Paras[1], other.Paras[2]},
			{"half", "", strings.Join(b.Paras[:2], "\n\n"), strings.Join(other.Paras[2:], "\n\n")},
			{"joined", strings.Join(other.Paras[:2], "\n\n"), text, strings.Join(other.Paras[2:], "\n\n")},
			{"edited 15", "", m.edit(text, 15), ""},
		} {
			n := len(strings.Fields(x.before))
			out = append(out, Pair{Kind: x.kind, Name: b.Name, Copied: true, From: n, To: n + len(strings.Fields(x.copied)),
				First: line("Fil Un", b.Name, text), Second: line("Journal Deux", b.Name+" repris", join(x.before, x.copied, x.after))})
		}
		out = append(out, Pair{Kind: "unrelated", Name: b.Name, First: line("Fil Un", b.Name, text), Second: line("Journal Deux", other.Name, strings.Join(other.Paras, "\n\n"))})
	}
	return out
}

// TestFreshReuse scores copies on texts and ways of copying that nothing was fitted
// to: 48 pairs that copy, 6 that do not.
func TestFreshReuse(t *testing.T) {
	copied, found, near := 0, 0, 0
	for _, p := range freshPairs(Bases(read(t, "fresh.txt")), rand.New(rand.NewSource(11))) {
		a, b := lineReport(t, p.First), lineReport(t, p.Second)
		g := story.Group([]*claim.Report{a, b})
		if !p.Copied {
			if len(g.Copies) > 0 {
				t.Errorf("%s %s: a link where there is none: %v", p.Kind, p.Name, quoteOf(g, a, b))
			}
			continue
		}
		copied++
		if len(g.Copies) == 0 {
			t.Logf("%s %s: no link", p.Kind, p.Name)
			continue
		}
		found++
		if nearCopied(g.Copies[0], b, p, 10) {
			near++
		} else {
			t.Logf("%s %s: words %d to %d: %s", p.Kind, p.Name, p.From, p.To, quoteOf(g, a, b))
		}
	}
	atLeast(t, "recall of fresh copies", found, copied, 0.97)
	atLeast(t, "their passages within ten words", near, found, 0.98)
}
