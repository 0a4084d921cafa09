package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/text"
	"recoupe/when"
)

// A happening is one event of a made-up crisis, told in several wordings; %s is
// where its time goes.
type happening struct {
	after  int // days after the crisis began
	tells  [3]string
	future string // how it is announced beforehand
}

var happenings = []happening{
	{0, [3]string{"Une explosion a soufflé %s le dépôt de carburant de Mirelle.", "Le dépôt de carburant de Mirelle a explosé %s.", "L'explosion du dépôt, survenue %s, a été entendue à vingt kilomètres."}, ""},
	{1, [3]string{"Les pompiers ont circonscrit %s l'incendie du quartier Saint-Aubin.", "L'incendie qui ravageait Saint-Aubin a été circonscrit %s par les pompiers.", "Saint-Aubin brûlait encore %s malgré les pompiers."}, ""},
	{2, [3]string{"Le directeur de la raffinerie a été interpellé %s à l'aéroport.", "La police a interpellé %s le directeur de la raffinerie.", "Interpellé %s, le directeur a nié toute négligence."}, ""},
	{3, [3]string{"Des milliers de dockers ont défilé %s devant la capitainerie.", "Les dockers avaient défilé %s par milliers.", "Un cortège de dockers a rejoint %s la capitainerie."}, "Les dockers défileront %s devant la capitainerie."},
	{5, [3]string{"Le tribunal a ordonné %s la fermeture de la raffinerie.", "La fermeture de la raffinerie a été ordonnée %s par le tribunal.", "Le tribunal, saisi par les riverains, a tranché %s."}, "Le tribunal se prononcera %s sur la fermeture de la raffinerie."},
	{7, [3]string{"Les funérailles des victimes ont rassemblé %s une foule immense.", "Une foule immense a suivi %s les funérailles des victimes.", "Les familles ont enterré leurs morts %s lors de funérailles collectives."}, "Les funérailles des victimes auront lieu %s."},
	{9, [3]string{"La ministre de l'Environnement a démissionné %s.", "La ministre de l'Environnement, mise en cause, a remis %s sa démission.", "La démission de la ministre a été annoncée %s."}, ""},
	{11, [3]string{"Les sinistrés ont été relogés %s dans des préfabriqués.", "Les premiers préfabriqués ont accueilli %s les sinistrés.", "Le relogement des sinistrés a commencé %s."}, "Le relogement des sinistrés commencera %s."},
	{14, [3]string{"Un rapport d'experts publié %s accuse l'exploitant.", "Les experts ont remis %s un rapport accablant pour l'exploitant.", "Le rapport des experts a été rendu public %s."}, "Le rapport des experts sera publié %s."},
}

var (
	frDays   = [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}
	frMonths = [...]string{"", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
)

// phrase says the day d as a report written on pub would.
func phrase(r *rand.Rand, pub, d time.Time, daily bool) string {
	ago := int(pub.Sub(d).Hours() / 24)
	weekday := frDays[d.Weekday()]
	full := fmt.Sprintf("le %d %s", d.Day(), frMonths[d.Month()])
	monday := func(t time.Time) time.Time { return t.AddDate(0, 0, -int((t.Weekday()+6)%7)) }
	switch {
	case daily && ago == 1:
		return "hier"
	case daily && ago == 0:
		return "aujourd'hui"
	case ago < 0:
		return pick(r, weekday+" prochain", weekday+" "+full[3:])
	case ago <= 6 && r.Float64() < .8:
		return weekday
	case ago <= 7 && ago > 0 && r.Float64() < .3:
		return weekday + " dernier"
	case monday(pub).AddDate(0, 0, -7).Equal(monday(d)) && r.Float64() < .4:
		return "la semaine dernière"
	}
	return pick(r, full, full, weekday+" "+full[3:])
}

func pick(r *rand.Rand, s ...string) string { return s[r.IntN(len(s))] }

// dossier makes the reports of one crisis and the days they were published on.
func dossier(t testing.TB, r *rand.Rand, n int) ([]*claim.Report, []time.Time) {
	began := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(360))
	var reports []*claim.Report
	var days []time.Time
	for k := range n {
		// a report follows a happening on its day or, now and then, later
		lead := happenings[r.IntN(len(happenings))]
		at := began.AddDate(0, 0, lead.after)
		pub := at
		if x := r.Float64(); x > .75 {
			pub = at.AddDate(0, 0, 1+r.IntN(2))
		}
		daily := r.Float64() < .25
		var b strings.Builder
		fmt.Fprintf(&b, lead.tells[r.IntN(3)]+"\n", phrase(r, pub, at, daily))
		for range 1 + r.IntN(4) {
			h := happenings[r.IntN(len(happenings))]
			d := began.AddDate(0, 0, h.after)
			switch {
			case d.After(pub) && h.future != "" && d.Sub(pub).Hours() < 24*7:
				fmt.Fprintf(&b, h.future+" ", phrase(r, pub, d, daily))
			case !d.After(pub) && h.after != lead.after:
				fmt.Fprintf(&b, h.tells[r.IntN(3)]+" ", phrase(r, pub, d, daily))
			}
		}
		b.WriteString("\nLes autorités appellent au calme.")
		stated := ""
		switch x := r.Float64(); {
		case x < .35:
			stated = pub.Format("2006-01-02")
		case x < .7:
			stated = pub.Format("2006-01")
		}
		rep := reportOf(t, b.String(), stated, "fr")
		rep.Document.ID = text.DocID(fmt.Sprintf("r%02d", k))
		reports, days = append(reports, rep), append(days, pub)
	}
	return reports, days
}

// TestDossiers hides the days of made-up dossiers and asks for them back. What
// counts is that a report dated to one day is dated right, and that a stretch
// holds the day.
func TestDossiers(t *testing.T) {
	var hidden, single, right, stretches, holds, width, alone, aloneRight int
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 31))
		reports, days := dossier(t, r, 8)
		c := when.Date(reports)
		for i, rep := range reports {
			if rep.Published.When.OneDay() {
				continue
			}
			hidden++
			got, want := c.Reports[rep.ID].When, edtf.OfDay(days[i])
			switch {
			case got.OneDay():
				single++
				if got.From.Equal(want.From) {
					right++
				} else if testing.Verbose() && seed < 12 {
					t.Logf("%d: dated %s, was %s (%s): %s", seed, got, want, rep.Published.When, rep.Text)
				}
			case got.Known():
				stretches++
				width += int(got.To.Sub(got.From).Hours() / 24)
				if got.Overlaps(want) {
					holds++
				}
			}
			if one := when.Date([]*claim.Report{rep}).Reports[rep.ID].When; one.OneDay() {
				alone++
				if one.From.Equal(want.From) {
					aloneRight++
				}
			}
		}
	}
	t.Logf("hidden %d: one day for %d, right %d (%.2f); a stretch for %d, mean %.1f days, holding the day %.2f; each report alone: one day for %d, right %d",
		hidden, single, right, float64(right)/float64(single), stretches, float64(width)/float64(max(stretches, 1)), float64(holds)/float64(max(stretches, 1)), alone, aloneRight)
	if float64(right) < when.Sure*float64(single) || float64(holds) < .88*float64(stretches) || right < hidden/4 {
		t.Error("dating is below its floor")
	}
}

// TestDossierOrder: the order in which reports come in changes nothing.
func TestDossierOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	reports, _ := dossier(t, r, 10)
	a := when.Date(reports)
	back := append([]*claim.Report(nil), reports...)
	for i := range back {
		j := r.IntN(i + 1)
		back[i], back[j] = back[j], back[i]
	}
	b := when.Date(back)
	for _, rep := range reports {
		if x, y := a.Reports[rep.ID].When, b.Reports[rep.ID].When; x != y {
			t.Errorf("%s is dated %s or %s, as the reports come", rep.ID, x, y)
		}
	}
}
