package render_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"recoupe"
	"recoupe/archive"
	"recoupe/ledger"
	"recoupe/render"
	"recoupe/source"
	"recoupe/watch"
)

// versions are what visits found at two pages.
func versions() (captures []*source.Capture, bodies [5]archive.ID) {
	html := func(outlet, words string) []byte {
		return fmt.Appendf(nil, `<html lang="fr"><head><title>Lisane : le bilan</title><meta property="og:site_name" content="%s"><meta property="article:published_time" content="2031-03-12T08:00:00Z"></head><body><article><p>%s</p><p>Les secours poursuivent leurs recherches dans la ville basse, où l'eau a commencé à se retirer mercredi matin.</p></article></body></html>`, outlet, words)
	}
	for i, b := range [][]byte{
		html("Le Phare de Lisane", "Un message du gouvernement fait état de 164 morts à Lisane. Le préfet parle de 353 blessés. Six pompiers sont portés disparus, selon la mairie."),
		html("Le Phare de Lisane", "Le gouvernement ne donne plus de bilan à Lisane. Le préfet parle de trois cent cinquante-trois blessés. Des 6 pompiers, on est sans nouvelles."),
		html("Radio Méridienne", "Selon l'armée, 41 personnes ont été arrêtées à Lisane. Le préfet parle de 353 blessés."),
		html("Radio Méridienne", "Selon l'armée, 41 personnes ont été arrêtées à Lisane. Le préfet parle de 353 blessés.") /* another page, the same words */, bytes.TrimSuffix(html("Le Phare de Lisane", "La digue de Lisane a cédé dans la nuit de samedi à dimanche."), []byte("</article></body></html>"))} {
		url := fmt.Sprintf("https://lagune.example/%d", max(1, i))
		switch i {
		case 3:
			b = append(b, '\n')
			url = "https://lagune.example/2"
		case 4:
			url = "https://lagune.example/1"
		}
		captures = append(captures, &source.Capture{Name: url, URL: url, Final: url, Status: 200, MediaType: "text/html", Body: b})
		bodies[i] = archive.Of(b)
	}
	return captures, bodies
}

func told(t *testing.T, lives []ledger.Life) *recoupe.Result {
	t.Helper()
	captures, _ := versions()
	return recoupe.Read(func(yield func(*source.Capture, error) bool) {
		for _, c := range captures {
			if !yield(c, nil) {
				return
			}
		}
	}, recoupe.Options{Lives: lives})
}

func at(hour, minute int) time.Time { return time.Date(2031, 3, 12, hour, minute, 0, 0, time.UTC) }

// A figure that left its page, or whose page is gone, enters the account as
// such; one that is told in other words, or on another page, does not.
func TestLeft(t *testing.T) {
	_, b := versions()
	edited := ledger.Life{URL: "https://lagune.example/1", Versions: []ledger.Version{{Body: b[0], First: at(9, 0), Seen: at(10, 2)}, {Body: b[1], First: at(10, 31), Seen: at(11, 0)}}}
	gone := ledger.Life{URL: "https://lagune.example/2", Versions: []ledger.Version{{Body: b[2], First: at(9, 0), Seen: at(9, 30)}, {Body: b[3], First: at(9, 40), Seen: at(10, 0)}}, Gone: at(12, 0).Add(24 * time.Hour), Status: 410}
	for _, c := range []struct {
		name  string
		lives []ledger.Life
		want  string
	}{
		{"nothing known", nil, ""},
		{"edited", []ledger.Life{edited}, "164 left_the_page 10:02 10:31"},
		{"gone", []ledger.Life{gone}, "353 page_gone 10:00 12:00; 41 page_gone 10:00 12:00"},
		{"both", []ledger.Life{edited, gone}, "164 left_the_page 10:02 10:31; 353 page_gone 10:00 12:00; 41 page_gone 10:00 12:00"},
		{"and back", []ledger.Life{{URL: edited.URL, Versions: append(edited.Versions[:2:2], ledger.Version{Body: b[0], First: at(14, 0), Seen: at(14, 0)})}}, ""},
		{"a version that breaks off", []ledger.Life{{URL: edited.URL, Versions: []ledger.Version{edited.Versions[0], {Body: b[4], First: at(10, 31), Seen: at(11, 0)}}}}, ""},
		{"a version nothing was read of", []ledger.Life{{URL: edited.URL, Versions: []ledger.Version{edited.Versions[0], {Body: archive.ID{9}, First: at(10, 31)}}}}, ""},
	} {
		res := told(t, c.lives)
		var got []string
		for _, s := range res.Stories {
			for _, a := range s.Ledger.Accounts {
				for _, e := range a.Entries {
					if e.Left != nil {
						got = append(got, fmt.Sprint(e.Report.Slice(e.Figure.Number), " ", strings.Join(e.Marks, ","), " ", e.Left.Seen.Format("15:04"), " ", e.Left.Found.Format("15:04")))
					}
				}
			}
		}
		if joined := strings.Join(sortedStrings(got), "; "); joined != c.want {
			t.Errorf("%s: %q, want %q", c.name, joined, c.want)
		}
		validate(t, schema(t), account(t, res))
	}
	res := told(t, []ledger.Life{edited, gone})
	var en, fr, csv bytes.Buffer
	render.Text(&en, res, render.Screen{Words: render.In("en"), Width: 200})
	render.Text(&fr, res, render.Screen{Words: render.In("fr"), Width: 200})
	render.CSV(&csv, res)
	for _, c := range [][2]string{
		{en.String(), "164 dead: left its page between 10:02 and 10:31 UTC on 12 Mar"},
		{fr.String(), "164 morts : a quitté sa page entre 10 h 02 et 10 h 31 UTC le 12 mars"},
		{en.String(), "its page disappeared (410) between 12 Mar, 10:00 and 13 Mar, 12:00 UTC"},
		{csv.String(), "left_the_page"},
	} {
		if !strings.Contains(strings.ReplaceAll(c[0], "\u00a0", " "), c[1]) {
			t.Errorf("%q is not in\n%s", c[1], c[0])
		}
	}
	// The injured are told of by a page that is there still.
	if strings.Contains(en.String(), "353 injured: its page") {
		t.Errorf("353 are doubted although one page gives them\n%s", en.String())
	}
}

func sortedStrings(s []string) []string {
	out := append([]string(nil), s...)
	for i := range out {
		for j := i; j > 0 && out[j] < out[j-1]; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

func TestFindingLines(t *testing.T) {
	f := watch.Finding{Kind: "edited", Seen: at(10, 2), Found: at(10, 31), Left: []string{"164 morts"}, Removed: []string{"a"}, Added: []string{"b", "c"}}
	gone := watch.Finding{Kind: "gone", Seen: at(10, 2), Found: at(10, 31).Add(24 * time.Hour), Status: 404, Left: []string{"164 morts"}}
	for _, c := range []struct {
		f      watch.Finding
		en, fr string
	}{
		{f, "the figure “164 morts” left the page between 10:02 and 10:31 UTC on 12 Mar 2031; 1 sentence removed, 2 new",
			"le chiffre « 164 morts » a disparu entre 10 h 02 et 10 h 31 UTC le 12 mars 2031; 1 phrase retirée, 2 nouvelles"},
		{gone, "the page disappeared (404) between 12 Mar 2031, 10:02 and 13 Mar 2031, 10:31 UTC; with it: “164 morts”",
			"la page a disparu (404) entre le 12 mars 2031 à 10 h 02 et le 13 mars 2031 à 10 h 31 UTC; avec elle : « 164 morts »"},
	} {
		plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
		if got := plain.Replace(render.In("en").Finding(c.f)); got != c.en {
			t.Errorf("%q, want %q", got, c.en)
		}
		if got := plain.Replace(render.In("fr").Finding(c.f)); got != c.fr {
			t.Errorf("%q, want %q", got, c.fr)
		}
	}
}

// A page that is updated through the day bears one date; which of its figures is
// the newer one is known from the visits.
func TestNewerVersion(t *testing.T) {
	html := func(words string) []byte {
		return fmt.Appendf(nil, `<html lang="fr"><head><title>Lisane : le bilan</title><meta property="og:site_name" content="Le Phare de Lisane"><meta property="article:published_time" content="2031-03-12T08:00:00Z"></head><body><article><p>%s</p><p>Les secours poursuivent leurs recherches dans la ville basse, où l'eau a commencé à se retirer mercredi matin.</p></article></body></html>`, words)
	}
	pages := [][]byte{html("La police fait état de 12 morts à Lisane."), html("La police fait état de 18 morts à Lisane."), html("La police fait état de 18 morts à Lisane. Le préfet parle de 353 blessés.")}
	life := ledger.Life{URL: "https://lagune.example/1"}
	for i, b := range pages {
		life.Versions = append(life.Versions, ledger.Version{Body: archive.Of(b), First: at(9+i, 0), Seen: at(9+i, 30)})
	}
	back := ledger.Life{URL: life.URL, Versions: append(life.Versions[:3:3], ledger.Version{Body: archive.Of(pages[0]), First: at(15, 0), Seen: at(15, 0)})}
	for _, c := range []struct {
		name  string
		lives []ledger.Life
		want  string
	}{
		{"nothing known", nil, "12 stands; 18 repeats; 18 stands; 353 stands"},
		{"edited", []ledger.Life{life}, "12 superseded newer-version; 18 repeats; 18 stands; 353 stands"},
		{"and put back", []ledger.Life{back}, "12 stands; 18 superseded newer-version; 18 superseded newer-version; 353 stands"},
	} {
		res := recoupe.Read(func(yield func(*source.Capture, error) bool) {
			for _, b := range pages {
				if !yield(&source.Capture{Name: life.URL, URL: life.URL, Final: life.URL, Status: 200, MediaType: "text/html", Body: b}, nil) {
					return
				}
			}
		}, recoupe.Options{Lives: c.lives})
		var got []string
		for _, s := range res.Stories {
			for _, a := range s.Ledger.Accounts {
				for _, e := range a.Entries {
					line := fmt.Sprint(e.Report.Slice(e.Figure.Number), " ", e.Status)
					if len(e.Because) > 0 && e.Because[0].Rule == ledger.RuleNewVersion {
						line += " " + e.Because[0].Rule
					}
					got = append(got, line)
				}
			}
		}
		if joined := strings.Join(sortedStrings(got), "; "); joined != c.want {
			t.Errorf("%s: %q, want %q", c.name, joined, c.want)
		}
		validate(t, schema(t), account(t, res))
	}
}
