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

// A chronicle is a made-up flood told as newsrooms do: an agency on the day
// itself, sites that print its wire, dailies that appear the morning after, a
// toll that rises from day to day.

// tollOn is the toll of each day of the flood.
var tollOn = []int{4, 11, 19, 26, 31, 34, 37, 39, 41, 42, 43, 43, 44, 44, 45}

// scenes are what happened on each day, in two wordings; %s is where its time
// goes.
var scenes = [][2]string{
	{"La digue de Vauriac a cédé %s sous la poussée du fleuve.", "%s, la digue de Vauriac s'est rompue."},
	{"Huit mille habitants ont été évacués %s par hélicoptère.", "Les hélicoptères ont évacué %s huit mille habitants."},
	{"L'eau a atteint %s le centre hospitalier.", "Le centre hospitalier, inondé %s, a été vidé de ses malades."},
	{"Le pont de la Marne-Vieille s'est effondré %s.", "%s, le pont de la Marne-Vieille a été emporté."},
	{"Le président a survolé %s la vallée sinistrée.", "La vallée a été survolée %s par le président."},
	{"Une barge chargée de vivres est arrivée %s à Vauriac.", "Les vivres sont arrivés %s à Vauriac par barge."},
	{"La décrue s'est amorcée %s en amont.", "En amont, la décrue a commencé %s."},
	{"Le procureur a ouvert %s une enquête pour homicides involontaires.", "Une enquête pour homicides involontaires a été ouverte %s."},
	{"Les écoles ont rouvert %s dans la ville haute.", "La ville haute a rouvert %s ses écoles."},
	{"Le directeur des digues a été suspendu %s.", "%s, le directeur des digues a été suspendu de ses fonctions."},
}

// coming are what is announced for each day.
var coming = map[int]string{4: "Le président se rendra %s dans la vallée.", 8: "Les écoles rouvriront %s.", 10: "Un hommage aux victimes sera rendu %s."}

// colour are sentences without a time; %s is a name, so that no two newsrooms
// write one alike.
var colour = []string{
	"« On a tout perdu, il ne reste que les murs », dit %s, commerçante.",
	"Des volontaires conduits par %s distribuent de l'eau et des couvertures dans le gymnase.",
	"Les assureurs, par la voix de %s, parlent déjà d'un sinistre sans précédent.",
	"Devant chez %s, la boue monte jusqu'aux fenêtres.",
	"La compagnie d'électricité, dirigée par %s, promet de rétablir le courant au plus vite.",
	"Les pompiers de %s ont été appelés en renfort.",
}

// coloured is one of them.
func coloured(r *rand.Rand) string {
	name := pick(r, "Mira", "Jonas", "Elsa", "Bastien", "Odile", "Karim") + " " + pick(r, "Aubin", "Delorme", "Vauclair", "Tessier", "Moreau", "Lantin") + pick(r, "", "-Roux", "-Petit", "-Lenoir")
	return fmt.Sprintf(colour[r.IntN(len(colour))], name)
}

// sayDay says the day d as an outlet does whose reports appear on pub.
func sayDay(r *rand.Rand, pub, d time.Time, daily bool) string {
	ago := int(pub.Sub(d).Hours() / 24)
	weekday, full := frDays[d.Weekday()], fmt.Sprintf("%d %s", d.Day(), frMonths[d.Month()])
	switch {
	case daily && ago == 1 && r.Float64() < .7:
		return "hier"
	case ago < 0:
		return pick(r, weekday, weekday+" prochain", weekday+" "+full)
	case ago <= 5 && r.Float64() < .75:
		return pick(r, weekday, weekday, weekday+" matin", weekday+" soir")
	case ago > 0 && r.Float64() < .3:
		return weekday + " " + full
	}
	return "le " + full
}

// newsroom writes the report of day n of the flood that began on began, and
// says when it was published.
func newsroom(r *rand.Rand, began time.Time, n int, daily bool) (string, time.Time) {
	at := began.AddDate(0, 0, n)
	pub := at
	if daily {
		pub = at.AddDate(0, 0, 1)
	} else if r.Float64() < .12 {
		pub = at.AddDate(0, 0, 1)
	}
	var b strings.Builder
	tell := func(k int) {
		fmt.Fprintf(&b, scenes[k][r.IntN(2)]+" ", sayDay(r, pub, began.AddDate(0, 0, k), daily))
	}
	if n < len(scenes) {
		tell(n)
	}
	toll := tollOn[min(n, len(tollOn)-1)]
	if n > 0 && r.Float64() < .12 {
		toll = tollOn[n-1] // the figure of the day before
	}
	switch x := r.Float64(); {
	case x < .4 && daily:
		fmt.Fprintf(&b, "Au moins %d personnes ont été tuées, a indiqué hier la préfecture.\n", toll)
	case x < .4:
		fmt.Fprintf(&b, "Au moins %d personnes ont été tuées, a indiqué %s la préfecture.\n", toll, frDays[pub.Weekday()])
	default:
		fmt.Fprintf(&b, pick(r, "Le dernier bilan fait état de %d morts.", "Au moins %d personnes ont été tuées, selon la préfecture.", "Les inondations ont fait %d morts, d'après la sécurité civile.")+"\n", toll)
	}
	for range 1 + r.IntN(3) {
		b.WriteString(coloured(r) + " ")
		if n == 0 {
			continue
		}
		if k := r.IntN(min(n, len(scenes))); r.Float64() < .7 {
			tell(k)
		}
	}
	for k := n + 1; k <= n+5; k++ {
		if s := coming[k]; s != "" && r.Float64() < .5 {
			fmt.Fprintf(&b, s+" ", sayDay(r, pub, began.AddDate(0, 0, k), daily))
		}
	}
	return strings.TrimSpace(b.String()), pub
}

// chronicle makes the reports of one flood and the days they appeared on. Two
// thirds do not say their day; half of these not even their month.
func chronicle(t testing.TB, r *rand.Rand, n int) ([]*claim.Report, []time.Time) {
	began := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(360))
	var reports []*claim.Report
	var days []time.Time
	add := func(s, outlet string, pub time.Time) {
		stated := ""
		switch x := r.Float64(); {
		case x < .35:
			stated = pub.Format("2006-01-02")
		case x < .7:
			stated = pub.Format("2006-01")
		}
		rep, err := Line{Text: s, Outlet: outlet, Published: stated, Language: "fr"}.Report()
		if err != nil {
			t.Fatal(err)
		}
		rep.Document.ID = text.DocID(fmt.Sprintf("c%02d", len(reports)))
		reports, days = append(reports, rep), append(days, pub)
	}
	for len(reports) < n {
		day := r.IntN(12)
		switch x := r.Float64(); {
		case x < .45:
			s, pub := newsroom(r, began, day, false)
			add(s, "Agence Estafette", pub)
			if r.Float64() < .5 { // a site prints the wire, on its day or the next
				later := pub
				if r.Float64() < .2 {
					later = pub.AddDate(0, 0, 1)
				}
				add(s+"\n"+coloured(r)+"\nAvec Agence Estafette", "Le Site", later)
			}
		case x < .75:
			s, pub := newsroom(r, began, day, false)
			add(s, "Radio Méridienne", pub)
		default:
			s, pub := newsroom(r, began, day, true)
			add(s, "Le Quotidien", pub)
		}
	}
	return reports, days
}

// A dating counts how the hidden days of made-up dossiers were found.
type dating struct {
	hidden, single, right, stretches, width, holds int
}

func (n dating) String() string {
	return fmt.Sprintf("hidden %d: one day for %.2f, right for %.3f of those; a stretch for %d, mean %.1f days, holding the day in %.3f",
		n.hidden, float64(n.single)/float64(n.hidden), float64(n.right)/float64(max(n.single, 1)), n.stretches, float64(n.width)/float64(max(n.stretches, 1)), float64(n.holds)/float64(max(n.stretches, 1)))
}

func (n *dating) count(reports []*claim.Report, days []time.Time) {
	c := when.Date(reports)
	for i, rep := range reports {
		if rep.Published.When.OneDay() {
			continue
		}
		n.hidden++
		got, want := c.Reports[rep.ID].When, edtf.OfDay(days[i])
		switch {
		case got.OneDay():
			n.single++
			if got.From.Equal(want.From) {
				n.right++
			}
		case got.Known():
			n.stretches++
			n.width += int(got.To.Sub(got.From).Hours() / 24)
			if got.Overlaps(want) {
				n.holds++
			}
		}
	}
}

// TestChronicles hides the days of made-up chronicles and asks for them back.
func TestChronicles(t *testing.T) {
	var n dating
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 47))
		n.count(chronicle(t, r, 9))
	}
	t.Log(n)
	if n.right*100 < n.single*80 || n.holds*100 < n.stretches*88 || n.single*2 < n.hidden {
		t.Error("dating is below its floor")
	}
}
