package lang

import (
	"strings"
	"testing"
	"unicode/utf8"

	"recoupe/text"
)

// quoted returns what is found in s, whose paragraphs are divided by ¶: the
// words between the marks, with … for one that is not closed and ~ for scare.
func quoted(s string) string {
	s = strings.ReplaceAll(s, " ¶ ", "\n\n")
	a := &Analysis{Doc: paragraphs(s)}
	a.findQuotes()
	var out []string
	for _, q := range a.Quotes {
		w := s[q.InnerStart:q.InnerEnd]
		if !q.Closed {
			w += "…"
		}
		if q.Scare {
			w = "~" + w
		}
		out = append(out, w)
	}
	return strings.Join(out, " | ")
}

func paragraphs(s string) *text.Document {
	d := &text.Document{Text: s}
	for at := 0; at < len(s); {
		end := strings.Index(s[at:], "\n\n")
		if end < 0 {
			end = len(s) - at
		}
		d.Parts = append(d.Parts, text.Part{Start: at, End: at + end})
		at += end + 2
	}
	return d
}

func TestFindQuotes(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"Rien à citer.", ""},
		{`"Le toit a cédé", dit Anne.`, "Le toit a cédé"},
		{"« Le toit a cédé », dit Anne. « Tout est perdu. »", "Le toit a cédé | Tout est perdu."},
		{"« Le toit a cédé », dit Anne.", "Le toit a cédé"},
		{"“Le toit a cédé”, dit Anne.", "Le toit a cédé"},
		{"'Le toit n'a pas tenu', dit Anne, l'aînée.", "Le toit n'a pas tenu"},
		{"‘Le toit n’a pas tenu’, dit Anne.", "Le toit n’a pas tenu"},
		{"L'aînée d'Anne n'a rien vu.", ""},
		{`La police parle de "dizaines" de blessés et d'"émeutiers".`, "~dizaines | ~émeutiers"},
		{`"On m'a crié "cours !", alors j'ai couru", dit Tom.`, `On m'a crié "cours !", alors j'ai couru`},
		{"« On m'a crié “cours !”, alors j'ai couru », dit Tom.", "On m'a crié “cours !”, alors j'ai couru"},
		{"« On m'a crié « cours ! », alors j'ai couru », dit Tom.", "On m'a crié « cours ! », alors j'ai couru"},
		{`"Le toit a cédé, dit Anne. Les secours arrivent.`, "Le toit a cédé, dit Anne. Les secours arrivent.…"},
		{`"Le toit a cédé, dit Anne. "Tout est perdu", dit Paul.`, "Le toit a cédé, dit Anne.… | Tout est perdu"},
		{"« Le toit a cédé, dit Anne. « Tout est perdu », dit Paul.", "Le toit a cédé, dit Anne.… | Tout est perdu"},
		{`"Le toit a cédé, dit Anne. ¶ "Tout est perdu", dit Paul.`, "Le toit a cédé, dit Anne.… | Tout est perdu"},
		{"« Le toit a cédé. ¶ Tout est perdu », dit Paul.", "Le toit a cédé.… | Tout est perdu"},
		{"« Le toit a cédé. ¶ On a couru. ¶ Tout est perdu », dit Paul.", "Le toit a cédé.… | On a couru.… | Tout est perdu"},
		{"Le toit a cédé », dit Anne. « Tout est perdu. »", "Tout est perdu."},
		{`" Le toit a cédé ", dit Anne.`, "Le toit a cédé"},
		{`(la ville d') Orme. "Rien", dit-il.`, "Rien"},
		{`""`, ""},
	} {
		if got := quoted(tc.in); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.in, got, tc.want)
		}
	}
}

func FuzzFindQuotes(f *testing.F) {
	f.Add("« A ¶ B » \"c 'd' “e")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		a := &Analysis{Doc: paragraphs(s)}
		a.findQuotes()
		last := 0
		for _, q := range a.Quotes {
			if q.Start < last || q.InnerStart < q.Start || q.InnerEnd <= q.InnerStart || q.End < q.InnerEnd || q.End > len(s) {
				t.Fatalf("%+v in %q after %d", q, s, last)
			}
			if w := s[q.Start:q.End] + s[q.InnerStart:q.InnerEnd]; !utf8.ValidString(w) {
				t.Fatalf("%+v cuts a rune of %q", q, s)
			}
			last = q.End
		}
	})
}
