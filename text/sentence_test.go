package text

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// Sentences that end without a stop, and capitals that end nothing. A ¦ stands
// where a sentence ends.
func TestSentencesWithoutStops(t *testing.T) {
	for _, c := range []string{
		"Explosion au port : deux dockers tués, cinq blessés ¦Le bilan dépasse désormais celui de mars.",
		"Accueil parfait ¦C'est cher mais bon ¦Ils reviendront",
		"La mairie est fermée (travaux) ¦Elle rouvrira lundi.",
		"Le pont a cédé vers 5 h 20 ¦Hier, la mairie avait promis des travaux.",
		"Le quartier est vide. ¦on attend l'eau. ¦le maire se tait.",
		"C'est fait pour l'OTAN. ¦nous verrons bien.",
		"Trois points restent. ¦ii) la taxe sur l'eau",
		"« Tout est perdu » ¦Le vieil homme pleure.",
		"Il dit que \" tout est perdu. \" ¦\"Rien ne reste\", ajoute-t-elle.",
		// Names, titles and speech: no ends.
		"Les habitants du Caire et de La Bresse, dans les Deux-Sèvres, lisent Le Messager et La voix du fleuve.",
		"Il est l'auteur du roman Une nuit au port et de l'album Les deux rives.",
		"L'association Les amis du fleuve et le collectif Nous sommes la rue ont porté plainte.",
		"Le préfet a répondu : Nous ferons tout.",
		"Le slogan \"Le peuple d'abord\" et la chanson (La mer est là) restent.",
		"La troupe joue Ainsi parlait la foule, de M. Odier, à L'Express.",
		"Le maire parle de Le Havre, de D4, de la route C. 17 et des articles L. 642-3.",
	} {
		checkEnds(t, "fr", c)
	}
	for _, c := range []string{
		"Two dockers killed in port blast ¦The toll may rise, officials said on Friday.",
		"He said Tuesday that I had read the book The old house.",
		"Officials said Friday he will meet The New Orven Times and the Who's Who.",
	} {
		checkEnds(t, "en", c)
	}
	checkEnds(t, "ru", "Взрыв в порту, погибли двое ¦Это уже второй случай за год.")
}

// Each case is written with ¦ where a sentence ends.
func TestSentences(t *testing.T) {
	for _, c := range []string{
		"ORVENNE, 6 jan (AFP) - La digue a cédé. ¦M. Odier l'a vue à 03:06 avec le Dr. Sané. ¦Environ 8.000 foyers sont privés d'eau !",
		"- Renforts en route -",
		"« Nous avons tout perdu. ¦Il ne reste rien. » ¦Elle attend... ¦Puis elle repart.",
		"\"Partez !\", ont crié des habitants. ¦\"On a couru. ¦Vite.\" ¦Le maire, J. Dumont, était là.",
		"« Vous êtes sûr ? » demande-t-il. ¦Personne ne répond.",
		"Voir www.exemple.org. ¦Le site, l'art. 5 et le no. 3 le disent, etc. ¦Rien de plus.",
		"Le pont date du IIe siècle av. J.-C. ¦Il tenait encore.",
		"1. Bilan provisoire. ¦2. Routes coupées",
		"Les secours cherchent encore.Elle n'est pas revenue.",
		"Ils sont \"devant le juge\".¦La suite est pour lundi (voir plus bas).¦Le port reste fermé.",
		"Le préfet l'a dit sur RTV.¦Une enquête est ouverte.",
		"Le feu gagne la Basse-Lisane.¦Selon le maire, on part pour Orvenne.¦Les routes sont coupées.",
		"Le site Orvenne.Com et la page Lisane.Fr le disent.",
		"Le préfet a parlé... hier soir. ¦Il a tout dit.",
		"Trois maisons ont brûlé ; aucun blessé. ¦\"C'est un miracle !\" ¦Dehors, la pluie.",
		"— Où est-il ? ¦— Parti. ¦— Seul ?",
		"Les faits (voir p. 12) sont connus. ¦(Avec AFP)",
	} {
		checkEnds(t, "fr", strings.Replace(c, "encore.Elle", "encore.¦Elle", 1))
	}
	for _, c := range []string{
		"The U.S. envoy met Mr. Hill at 5 p.m. ¦The talks failed. ¦\"We will go on,\" he said.",
		"Gen. Ortt has gone. ¦He left for St. Orven with Lt. Col. Hay.",
	} {
		checkEnds(t, "en", c)
	}
	for _, c := range []string{
		"В г. Орвенна погибли 12 человек. ¦А. С. Иванов сообщил об этом в 2012 г. ¦Потом все ушли.",
		"Ущерб оценен в 3 млн руб. и растет. ¦Ул. Речная закрыта.",
	} {
		checkEnds(t, "ru", c)
	}
}

func checkEnds(t *testing.T, language, c string) {
	t.Helper()
	s := strings.ReplaceAll(c, "¦", "")
	var b strings.Builder
	d := divider{s: s, start: 0, end: len(s), language: language}
	last := 0
	d.divide(func(from, to int) {
		if from > 0 {
			b.WriteString(s[last:from] + "¦")
		}
		b.WriteString(s[from:to])
		last = to
	})
	b.WriteString(s[last:])
	if b.String() != c {
		t.Errorf("%s\n got %s\nwant %s", language, b.String(), c)
	}
}

func TestSentencesStayInParts(t *testing.T) {
	s := "Crue historique\nLa ville est coupée\nen deux. Les ponts aussi."
	parts := []Part{{Start: 0, End: 15, Kind: Title}, {Start: 16, End: len(s)}}
	var got []string
	for _, x := range Sentences(s, parts) {
		got = append(got, s[x.Start:x.End])
		if p := parts[x.Part]; x.Start < p.Start || x.End > p.End {
			t.Errorf("%q leaves its part", s[x.Start:x.End])
		}
	}
	if len(got) != 3 || got[1] != "La ville est coupée\nen deux." {
		t.Errorf("%q", got)
	}
}

func TestLanguage(t *testing.T) {
	for s, want := range map[string]string{
		"Le bilan de la crue s'est alourdi dans la nuit.":   "fr",
		"Troupes déployées":                                 "fr",
		"Nouvelle évacuation des quartiers bas":             "fr",
		"The toll rose overnight, officials said.":          "en",
		"Число погибших выросло за ночь.":                   "ru",
		"Кількість загиблих зросла, і це ще не все.":        "uk",
		"Қаза болғандар саны өсті.":                         "kk",
		"El número de muertos ha subido, según la policía.": "es",
		"Die Zahl der Toten ist nach dem Beben gestiegen.":  "de",
		"ارتفع عدد القتلى في المدينة":                       "ar",
		"死亡人数上升":                                            "zh",
		"12 345 67":                                         "und",
		"":                                                  "und",
	} {
		if got := Language(s); got != want {
			t.Errorf("%q is %s, not %s", s, got, want)
		}
	}
}

// TestLanguageOfLines reads lines of 20 to 60 characters, where languages look
// alike. French, English, Russian or another: that must be right.
func TestLanguageOfLines(t *testing.T) {
	b, err := os.ReadFile("testdata/languages.txt")
	if err != nil {
		t.Fatal(err)
	}
	read := func(l string) string {
		if l == "fr" || l == "en" || l == "ru" {
			return l
		}
		return "other"
	}
	lines, right, exact := 0, 0, 0
	for line := range strings.Lines(string(b)) {
		want, s, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		lines++
		got := Language(s)
		if got == want {
			exact++
		}
		if read(got) == read(want) {
			right++
		} else {
			t.Logf("%s is %s: %s", got, want, s)
		}
	}
	t.Logf("%d of %d lines, %d in the very language", right, lines, exact)
	if right*100 < lines*95 {
		t.Errorf("%d of %d lines", right, lines)
	}
}

func TestSentenceOfAnotherLanguage(t *testing.T) {
	s := "Le ministre a parlé devant la presse hier soir. Il n'a pas dit ce que la ville va faire, ni quand les ponts seront rouverts.\nWe will not leave this city, he said in English.\nOrvenne, Saltane, Mirevan"
	var got []string
	for _, x := range Sentences(s, nil) {
		got = append(got, x.Language)
	}
	if strings.Join(got, " ") != "fr fr en fr" {
		t.Errorf("languages %v", got)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("« Partez ! » a-t-il dit. M. X\n\n- Crue -...\"\xe2\x80")
	f.Add("a.\u202f» \"b.\" c!?")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, x := range Sentences(s, nil) {
			if x.Start < last || x.Start >= x.End || x.End > len(s) {
				t.Fatalf("%q: %+v after %d", s, x, last)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[x.Start:x.End]) {
				t.Errorf("%q: %q cuts a character", s, s[x.Start:x.End])
			}
			last = x.End
		}
	})
}
