package when

import (
	"strings"
	"testing"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// report makes a report of s. Published is EDTF, or a day with a clock time
// ("2031-03-14T00:10"), or "".
func report(t testing.TB, id, s, published, language string) *claim.Report {
	t.Helper()
	d := text.Prose(text.DocID(id), s, language)
	if published != "" {
		day, clock, _ := strings.Cut(published, "T")
		p, err := edtf.Parse(day)
		if err != nil {
			t.Fatal(err)
		}
		if clock != "" {
			at, err := clockOf(clock)
			if err != nil {
				t.Fatal(err)
			}
			p.From = p.From.Add(at)
			p.To, p.Precision = p.From.Add(60e9), edtf.Minute
		}
		d.Published = text.Stated{When: p, Basis: "metadata"}
	}
	a := &lang.Analysis{Doc: d}
	lang.FindTimes(a)
	return &claim.Report{Document: d, Lang: a}
}

// resolvedWords is every time of s with its place: "jeudi=2031-03-13".
func resolvedWords(t testing.TB, s, published, language string) []string {
	r := report(t, "a", s, published, language)
	c := Date([]*claim.Report{r})
	var out []string
	for i, x := range r.Lang.Times {
		if !x.Member {
			out = append(out, s[x.Start:x.End]+"="+c.Of("a", i).Time.String())
		}
	}
	return out
}

func TestTurns(t *testing.T) {
	for _, c := range []struct{ published, s, want string }{
		// the year turns
		{"2030-12-30", "Le sommet aura lieu vendredi 3 janvier.", "vendredi 3 janvier=2031-01-03"},
		{"2031-01-02", "Le village a été rasé le 30 décembre.", "le 30 décembre=2030-12-30"},
		{"2031-01-02", "La semaine dernière, la digue a cédé.", "La semaine dernière=2030-12-23/2030-12-29"},
		{"2031-01-02", "En décembre, il avait plu ; en février, il neigera.", "décembre=2030-12|février=2031-02"},
		{"2031-01-01", "Hier soir, puis dans la nuit de mardi à mercredi, des tirs ont retenti.", "Hier soir=2030-12-31|la nuit de mardi à mercredi=2030-12-31/2031-01-01"},
		{"2031-01-02", "Du 28 décembre au 3 janvier, le port sera fermé.", "Du 28 décembre au 3 janvier=2030-12-28/2031-01-03"},
		// 29 February
		{"2032-03-01", "Hier, puis la veille, la terre a tremblé.", "Hier=2032-02-29|la veille=2032-02-28"},
		{"2032-03-02", "Le 29 février, le ferry a coulé.", "Le 29 février=2032-02-29"},
		{"2031-03-02", "Le 29 février, le ferry avait coulé.", "Le 29 février=2032-02-29"},
		{"2031-03-01", "Hier, la terre a tremblé.", "Hier=2031-02-28"},
		{"2032-02-29", "Demain, et il y a un an.", "Demain=2032-03-01|il y a un an=2031"},
		// the week turns
		{"2031-03-16", "Cette semaine, trois personnes ont été tuées ; lundi, une marche aura lieu.", "Cette semaine=2031-03-10/2031-03-16|lundi=2031-03-17"},
		{"2031-03-17", "Cette semaine, trois personnes ont été tuées ; dimanche, une maison a brûlé.", "Cette semaine=2031-03-17/2031-03-23|dimanche=2031-03-16"},
		{"2031-03-17", "Ce week-end, deux corps ont été retrouvés.", "Ce week-end=2031-03-15/2031-03-16"},
		// just after midnight: written the evening before
		{"2031-03-17T00:10", "Dimanche, trois personnes ont été tuées. Cette semaine, le bilan est de neuf morts. Hier, il était de six.", "Dimanche=2031-03-16|Cette semaine=2031-03-10/2031-03-16|Hier=2031-03-15"},
		{"2031-03-17T00:10", "Lundi, la ville s'est réveillée sous la neige. Hier, il pleuvait.", "Lundi=2031-03-17|Hier=2031-03-16"},
		{"2031-03-17T09:10", "Dimanche, trois personnes ont été tuées. Hier, il pleuvait.", "Dimanche=2031-03-16|Hier=2031-03-16"},
		// the day after something is the day the sentence tells of
		{"2031-03-18", "Le cyclone a fait des ravages, a déclaré dimanche le maire de l'île au lendemain du passage de l'ouragan.", "dimanche=2031-03-16|lendemain=2031-03-16"},
		{"2031-03-18", "Au lendemain du séisme, qui a rasé le bourg, on comptait 14 morts dans la matinée de ce dimanche.", "lendemain=2031-03-16|la matinée de ce dimanche=2031-03-16"},
		{"2031-03-18", "Au lendemain du séisme, les écoles restent fermées.", "lendemain=2031-03-18"},
		{"2031-03-18", "La passagère est morte au lendemain de l'accident, a annoncé dimanche l'hôpital.", "lendemain=|dimanche=2031-03-16"},
		{"2031-03-24", "L'attaque a fait 40 morts, a annoncé ce 22 au soir le parquet.", "ce 22 au soir=2031-03-22"},
		{"2031-02-24", "La barque a coulé à l'aube, ont indiqué dimanche les garde-côtes. « 43 corps ont été retrouvés », dit leur communiqué publié en fin de matinée.", "l'aube=2031-02-24|dimanche=2031-02-23|fin de matinée=2031-02-23"},
		// "plus tôt dans la journée" is the day of the news it stands beside
		{"2031-03-25", "Selon une liste publiée lundi soir par le ministère, l'attaque de vendredi a fait 143 morts. Des hommes avaient pris d'assaut la salle. Plus tôt dans la journée, le comité avait reçu des signalements.", "lundi soir=2031-03-24|vendredi=2031-03-21|la journée=2031-03-24"},
		// what has no place does not get one
		{"", "Jeudi, hier, la veille et il y a deux jours.", "Jeudi=|hier=|la veille=|il y a deux jours="},
		{"", "Le 5 mars 2031, puis le lendemain.", "Le 5 mars 2031=2031-03-05|le lendemain=2031-03-06"},
		{"2031-03", "Le 5 mars, puis le 30 février.", "Le 5 mars=2031-03-05|le 30 février="},
	} {
		if got := strings.Join(resolvedWords(t, c.s, c.published, "fr"), "|"); got != c.want {
			t.Errorf("on %s: %s\n got %s\nwant %s", c.published, c.s, got, c.want)
		}
	}
}

func TestClocks(t *testing.T) {
	r := report(t, "a", "Dans la nuit de mercredi à jeudi, vers 3 h 20, la digue a cédé. À 20 h 30, il pleuvait encore.", "2031-03-13", "fr")
	c := Date([]*claim.Report{r})
	want := []string{"2031-03-12T20:00/2031-03-13T08:00", "2031-03-13T03:20/2031-03-13T03:21", "2031-03-12T20:30/2031-03-12T20:31"}
	for i, w := range want {
		got := c.Of("a", i)
		if i == 2 {
			w = "2031-03-13T20:30/2031-03-13T20:31"
		}
		if got.Written != w || !got.Implied {
			t.Errorf("%d: %s, want %s", i, got.Written, w)
		}
	}
	if b := c.Of("a", 1).Because; len(b) != 2 {
		t.Errorf("the clock time rests on %d spans; it leans on the night before it", len(b))
	}
}

func TestFeasts(t *testing.T) {
	for _, c := range []struct {
		name string
		year int
		want string
	}{
		{"easter", 2024, "2024-03-31"}, {"easter", 2025, "2025-04-20"}, {"ascension", 2024, "2024-05-09"},
		{"pentecost", 2025, "2025-06-08"}, {"thanksgiving", 2024, "2024-11-28"}, {"christmas", 2024, "2024-12-25"},
	} {
		if got := feasts(c.name, c.year, c.year); len(got) != 1 || got[0].Format("2006-01-02") != c.want {
			t.Errorf("%s %d is %v, want %s", c.name, c.year, got, c.want)
		}
	}
	// by the tabular calendar, within a day of the announced ones
	for _, c := range []struct {
		name string
		year int
		want string
	}{{"ramadan", 2024, "2024-03-11"}, {"eid-al-fitr", 2023, "2023-04-21"}, {"eid-al-adha", 2024, "2024-06-16"}} {
		got := feasts(c.name, c.year, c.year)
		want, _ := edtf.Parse(c.want)
		if len(got) == 0 || got[0].Sub(want.From).Abs() > day {
			t.Errorf("%s %d is %v, want about %s", c.name, c.year, got, c.want)
		}
	}
	if got := feasts("ramadan", 2030, 2030); len(got) != 2 {
		t.Errorf("2030 sees Ramadan begin twice, got %v", got)
	}
}

func TestContradictions(t *testing.T) {
	for _, c := range []struct{ published, s, rule string }{
		{"2031-03-13", "Le 20 mars 2031, la ville a été bombardée.", "stated-date-contradicted"},
		{"2031-03-13", "Le ministre se rend sur place aujourd'hui vendredi.", "stated-date-contradicted"},
		{"2031-03-13", "Le mardi 12 mars 2031, la ville a été bombardée.", "weekday-contradicts-date"},
		{"2031-03-13", "Le mercredi 12 mars 2031, la ville a été bombardée ; le 20 mars 2031, on votera.", ""},
	} {
		cal := Date([]*claim.Report{report(t, "a", c.s, c.published, "fr")})
		got := ""
		for _, n := range cal.Notes {
			got = n.Rule
			if n.Span.IsZero() {
				t.Errorf("%s: no span", c.s)
			}
		}
		if got != c.rule {
			t.Errorf("%s: note %q, want %q", c.s, got, c.rule)
		}
	}
}

func BenchmarkDate(b *testing.B) {
	var s strings.Builder
	for range 400 {
		s.WriteString("Dans la nuit de mercredi à jeudi, vers 3 h 20, la digue a cédé au nord de la ville. ")
		s.WriteString("Les secouristes, appuyés par des militaires et des volontaires venus des communes voisines, cherchaient encore les disparus. ")
		s.WriteString("La veille, la préfecture avait ordonné l'évacuation des quartiers bas, mais beaucoup d'habitants avaient refusé de partir. ")
		s.WriteString("« Nous n'avons rien pu emporter », raconte une habitante réfugiée avec ses enfants dans le gymnase du lycée. ")
		s.WriteString("Le bilan officiel, encore provisoire, fait état de douze morts et d'une quarantaine de blessés, dont plusieurs grièvement.\n")
	}
	r := report(b, "a", s.String(), "2031-03-13", "fr")
	b.SetBytes(int64(len(r.Text)))
	b.ReportAllocs()
	for b.Loop() { // detection and resolution
		a := &lang.Analysis{Doc: r.Document}
		lang.FindTimes(a)
		one := &claim.Report{Document: r.Document, Lang: a}
		if c := Date([]*claim.Report{one}); len(c.Times) != 1 {
			b.Fatal("no times")
		}
	}
}

// clockOf reads "00:10".
func clockOf(s string) (time.Duration, error) {
	t, err := time.Parse("15:04", s)
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute, err
}

// FuzzDate places whatever is found: nothing panics, and what is written reads
// back.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"Jeudi, il y a 99999999 heures", "dans 4000 ans", "le 29 février, la veille", "du 5 au 3 mars, de 20 h à 5 h", "il y a 8000 ans", "dans la nuit de lundi à mardi, deux jours après"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, dated bool) {
		pub := ""
		if dated {
			pub = "2032-02-29"
		}
		r := report(t, "a", s, pub, "fr")
		c := Date([]*claim.Report{r})
		for i := range r.Lang.Times {
			x := c.Of("a", i).Time
			w := x.String()
			if _, err := edtf.Parse(w); w != "" && err != nil {
				t.Errorf("%q: %v", s, err)
			}
		}
	})
}

// TestOwnDay holds what a report says of its own day, where no date is stated.
func TestOwnDay(t *testing.T) {
	for _, c := range []struct{ what, s, month, holds, without string }{
		{"the day called this one", "Le calme est revenu à Tamberg ce dimanche 4 mai 2031, après trois jours de heurts. Jeudi, la foule avait pris la mairie.", "2031-05", "2031-05-04", "2031-05-01"},
		{"nothing lasts from a day to come", "Le tribunal a condamné le maire jeudi. La situation est calme à Tamberg depuis le 10 mai 2031.", "2031-05", "2031-05-15", "2031-05-08"},
		{"news said on a day in full", "Les crues ont emporté trois ponts à Tamberg, a annoncé, dimanche 11 mai, la préfecture. Un premier point, samedi, faisait état de deux ponts détruits. \"Nous restons mobilisés\", a affirmé samedi soir le maire.", "2031-05", "2031-05-11", "2031-05-10"},
		{"the last of several weekdays", "Le séisme qui a frappé la côte vendredi soir a fait 122 morts, selon un bilan arrêté dimanche. La terre a tremblé le 9 mai 2031.", "2031-05", "2031-05-11", "2031-05-16"},
	} {
		r := report(t, "a", c.s, c.month, "fr")
		got := Date([]*claim.Report{r}).Reports["a"].When
		in, out := edtf.OfDay(dayOf(t, c.holds)), edtf.OfDay(dayOf(t, c.without))
		if !got.Overlaps(in) {
			t.Errorf("%s: dated %s, which does not hold %s", c.what, got, c.holds)
		}
		if got.Overlaps(out) {
			t.Errorf("%s: dated %s, which holds %s", c.what, got, c.without)
		}
	}
}

func dayOf(t *testing.T, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestOrder dates reports by what must come before what.
func TestOrder(t *testing.T) {
	for _, c := range []struct{ name, s, published, want string }{
		{"said on the Saturday after", "Un séisme a frappé la province ce vendredi 28 mars 2031. Au moins 1.002 personnes ont été tuées, a indiqué samedi la junte.", "2031-03", "2031-03-29"},
		{"said on the day after its matter", "Les cortèges ont défilé jeudi 27 mars. Le ministre a fait état vendredi de 441 gendarmes blessés jeudi.", "2031-03", "2031-03-28"},
		{"told next, happened next", "Vendredi 28 mars, en fin d'après-midi, la digue a cédé. Samedi matin, des habitants cherchent leurs proches dans les hôpitaux. \"Un de mes frères a disparu\", raconte un homme.", "2031-03", "2031-03-29"},
		{"yesterday, date and all", "Un bilan publié hier 30 mars fait état de 153 morts. La digue avait cédé le 28 mars dernier.", "", "2031-03-31"},
		{"a night and this day", "Des maisons ont brûlé dans la nuit de mardi 18 à mercredi 19 mars. La présidence a transmis un communiqué en début d'après-midi de ce mercredi.", "", "2031-03-19"},
		{"more than a week after", "La digue a cédé le 28 mars dernier. Quelque 220 personnes sont toujours portées disparues plus d'une semaine après la rupture de la digue.", "2031-04", "2031-04-04/2031-04-07"},
	} {
		r := report(t, "a", c.s, c.published, "fr")
		other := report(t, "b", "La digue a cédé le 28 mars 2031, un séisme ayant frappé la province.", "2031-03-29", "fr")
		if got := Date([]*claim.Report{r, other}).Reports["a"].When.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
