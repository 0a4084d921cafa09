package story

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"recoupe/claim"
	"recoupe/claim/told"
	"recoupe/internal/shared"
	"recoupe/lang"
	"recoupe/source"
	"recoupe/text"
)

// readAll reads the reports of a folder as the pipeline does.
func readAll(t testing.TB, dir string) []*claim.Report {
	t.Helper()
	var out []*claim.Report
	for c, err := range source.Files([]string{dir}, os.Stdin, source.Options{}) {
		if err != nil {
			continue // a README is no report
		}
		d, err := text.Read(c, text.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, told.Read(lang.Analyze(d)))
	}
	if len(out) == 0 {
		t.Fatalf("no reports in %s", dir)
	}
	return out
}

func example(t testing.TB) []*claim.Report { return readAll(t, "../testdata/port-lisane") }

// named returns the report whose file begins with prefix.
func named(t testing.TB, reports []*claim.Report, prefix string) *claim.Report {
	t.Helper()
	for _, r := range reports {
		if strings.HasPrefix(filepath.Base(r.Files[0]), prefix) {
			return r
		}
	}
	t.Fatalf("no report %s", prefix)
	return nil
}

// printed is the text of r under another outlet's name.
func printed(t testing.TB, r *claim.Report, outlet string) *claim.Report {
	t.Helper()
	body, err := json.Marshal(map[string]string{"outlet": outlet, "text": r.Text, "language": r.Language,
		"url": "https://" + strings.ReplaceAll(strings.ToLower(outlet), " ", "-") + ".example/" + string(r.ID), "published": "2031-03-20"})
	if err != nil {
		t.Fatal(err)
	}
	d, err := text.Read(&source.Capture{Name: "printed", MediaType: source.MediaLine, Body: body}, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return told.Read(lang.Analyze(d))
}

func TestExample(t *testing.T) {
	reports := example(t)
	g := Group(reports)
	if len(g.Stories) != 1 || g.Stories[0].Title == "" {
		t.Fatalf("%d stories, want one with a title", len(g.Stories))
	}
	if n := g.Newsrooms(reports); n > 8 || n < 7 {
		t.Errorf("%d newsrooms, want at most 8", n)
	}
	one, two, three := named(t, reports, "01"), named(t, reports, "02"), named(t, reports, "03")
	for _, c := range []struct {
		r           *claim.Report
		least, most float64
	}{{two, 0.95, 1}, {three, 0.2, 0.6}} {
		i := slices.IndexFunc(g.Copies, func(x Copy) bool { return x.Report == c.r.ID && x.Of == one.ID })
		if i < 0 {
			t.Errorf("%s is no copy of 01", c.r.Files)
			continue
		}
		if x := g.Copies[i]; x.Containment < c.least || x.Containment > c.most || x.Presumed {
			t.Errorf("%s: containment %.2f, presumed %v", c.r.Files, x.Containment, x.Presumed)
		}
	}
	if len(g.Copies) != 2 {
		t.Errorf("%d copies, want 2", len(g.Copies))
	}
}

func TestFounding(t *testing.T) {
	reports := readAll(t, shared.Path(t, "..", "seeds"))
	g := Group(reports)
	if len(g.Stories) != 1 {
		t.Errorf("%d stories, want one", len(g.Stories))
	}
	if n := g.Newsrooms(reports); n > 4 {
		t.Errorf("%d newsrooms, want at most 4", n)
	}
	for prefix, want := range map[string]string{"002": "AFP", "003": "AFP Reuters", "004": "Reuters"} {
		got := Agencies(named(t, reports, prefix))
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s credits %v, want %s", prefix, got, want)
		}
	}
}

// TestCopyRaisesNothing: whatever report is printed again, no figure gains an
// origin and the dossier no newsroom.
func TestCopyRaisesNothing(t *testing.T) {
	reports := example(t)
	before := Group(reports)
	for _, r := range reports {
		again := printed(t, r, "Le Perroquet du Soir")
		with := append(slices.Clone(reports), again)
		g := Group(with)
		if a, b := before.Newsrooms(reports), g.Newsrooms(with); b > a {
			t.Errorf("%s printed again: %d newsrooms, were %d", r.Files, b, a)
		}
		shift := strings.Index(again.Text, r.Text)
		for _, f := range r.Figures {
			spans := []text.Span{f.Span}
			if n := before.Origins(spans); n != 1 {
				t.Errorf("%s: %d origins of one sentence", f.ID, n)
			}
			copied := append(spans, again.Span(f.Span.Start+max(shift, 0), f.Span.End+max(shift, 0)))
			if shift >= 0 && g.Origins(copied) != 1 {
				t.Errorf("%s %q printed again has %d origins", r.Files, r.Slice(f.Span), g.Origins(copied))
			}
		}
	}
}

// shape writes a grouping without its functions.
func shape(g *Grouping, not text.DocID) string {
	var b strings.Builder
	for _, s := range g.Stories {
		if len(s.Reports) == 1 && s.Reports[0].ID == not {
			continue
		}
		fmt.Fprintf(&b, "%s %q", s.ID, s.Title)
		for _, r := range s.Reports {
			fmt.Fprintf(&b, " %s", r.ID)
		}
		b.WriteByte('\n')
	}
	for _, c := range g.Copies {
		fmt.Fprintf(&b, "%+v\n", c)
	}
	for _, e := range g.Edges {
		if e.From != reportNode(string(not)) {
			fmt.Fprintf(&b, "%+v\n", e)
		}
	}
	return b.String()
}

func TestOrderChangesNothing(t *testing.T) {
	reports := append(example(t), manyTitles(t)...)
	want := shape(Group(reports), "")
	for seed := range 5 {
		rand.New(rand.NewSource(int64(seed))).Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
		if got := shape(Group(reports), ""); got != want {
			t.Fatalf("another order gives another grouping:\n%s\nwas\n%s", got, want)
		}
	}
}

// manyTitles are the headlines of one topic, without a date.
func manyTitles(t testing.TB) []*claim.Report {
	t.Helper()
	data, err := os.ReadFile("../eval/testdata/headlines/fr.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []*claim.Report
	for line := range strings.Lines(string(data)) {
		if _, title, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			out = append(out, titled(t, title))
		}
	}
	return out
}

// titled is a report of a headline and no more.
func titled(t testing.TB, title string) *claim.Report {
	t.Helper()
	body, err := json.Marshal(map[string]string{"title": title, "language": "fr", "url": fmt.Sprintf("https://titles.example/%x", hash64(0, []byte(title)))})
	if err != nil {
		t.Fatal(err)
	}
	d, err := text.Read(&source.Capture{Name: "titled", MediaType: source.MediaLine, Body: body}, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return told.Read(lang.Analyze(d))
}

func TestUnrelatedChangesNothing(t *testing.T) {
	reports := append(example(t), manyTitles(t)...)
	before := Group(reports)
	other := printed(t, report(t, "Le glacier de Hvitavatn a perdu neuf mètres en un an, mesurent des géologues islandais. Les randonneurs sont priés de contourner sa langue."), "Revue des cimes")
	after := Group(append(slices.Clone(reports), other))
	if a, b := shape(before, ""), shape(after, other.ID); a != b {
		t.Errorf("an unrelated report changed the grouping:\n%s\nwas\n%s", b, a)
	}
	for _, r := range reports {
		for _, f := range r.Figures {
			if a, b := before.Origins([]text.Span{f.Span}), after.Origins([]text.Span{f.Span}); a != b {
				t.Errorf("%s: %d origins, were %d", f.ID, b, a)
			}
		}
	}
}

func TestTwoAgenciesAreTwo(t *testing.T) {
	a := report(t, "VORNES (AFP) - Douze personnes ont péri mardi dans la crue de la Sonde, a annoncé la préfecture.")
	b := report(t, "VORNES (Reuters) - La crue de la Sonde a tué douze habitants mardi, selon la préfecture.")
	c := report(t, "À Vornes, la Sonde en crue a emporté douze vies mardi, indique la préfecture.\n\nLe Phare de Vornes, avec AFP et Reuters")
	all := []*claim.Report{a, b, c}
	var spans []text.Span
	for _, r := range all {
		i := strings.Index(strings.ToLower(r.Text), "douze")
		spans = append(spans, r.Span(i, i+5))
	}
	g := Group(all)
	for _, x := range []struct {
		spans []text.Span
		want  int
	}{{spans[:1], 1}, {spans[:2], 2}, {spans, 2}, {spans[1:], 1}, {spans[2:], 1}} {
		if got := g.Origins(x.spans); got != x.want {
			t.Errorf("%v: %d origins, want %d", x.spans, got, x.want)
		}
	}
}

// TestWinnowing: twelve words in a row copied share a fingerprint, wherever they
// stand.
func TestWinnowing(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	word := func() string { return syllables(rng.Intn(60000)) }
	for n := range 200 {
		var run []string
		for range shingleWords + windowSize - 1 {
			run = append(run, word())
		}
		around := func() string {
			var w []string
			for range 40 {
				w = append(w, word())
			}
			at := rng.Intn(len(w))
			return strings.Join(slices.Insert(w, at, run...), " ")
		}
		var a, b winnower
		a.stretch(around())
		b.stretch(strings.ToUpper(around()))
		if !slices.ContainsFunc(a.out, func(f fingerprint) bool { return slices.Contains(b.out, f) }) {
			t.Fatalf("run %d: no fingerprint shared", n)
		}
	}
}

// TestIndexForgets: postings of reports that fell out of the window are used again.
func TestIndexForgets(t *testing.T) {
	x := newIndex(14)
	for i := range 400 {
		x.add(i, float64(1+i), []fingerprint{fingerprint(1000 + i*2), fingerprint(2)})
	}
	if len(x.posts) > 60 || len(x.heads) > 40 {
		t.Errorf("%d postings, %d fingerprints held of 14 days with one report each", len(x.posts), len(x.heads))
	}
	var got []int32
	for _, p := range x.at(fingerprint(1000+399*2), nil) {
		got = append(got, p.report)
	}
	if !reflect.DeepEqual(got, []int32{399}) {
		t.Errorf("the last report is not found: %v", got)
	}
}

// unrelated are reports of a made-up matter each: words and names that no other
// report has, among words that every report on a crisis has.
func unrelatedReports(t testing.TB, seed int64, n int) []*claim.Report {
	t.Helper()
	data, err := os.ReadFile("../eval/testdata/story/bases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, b := range strings.Split(string(data), "%% ")[1:] {
		_, body, _ := strings.Cut(b, "\n")
		if body = strings.TrimSpace(body); body != "" {
			texts = append(texts, strings.ReplaceAll(body, "\n", "\n\n"))
		}
	}
	rng := rand.New(rand.NewSource(seed))
	var out []*claim.Report
	for _, i := range rng.Perm(len(texts))[:n] {
		if rng.Intn(2) == 0 {
			out = append(out, titled(t, firstLine(texts[i])))
			continue
		}
		out = append(out, printed(t, report(t, texts[i]), fmt.Sprintf("Fil %d", rng.Intn(9))))
	}
	return out
}

func firstLine(s string) string { s, _, _ = strings.Cut(strings.TrimSpace(s), "\n"); return s }

// TestRandomUnrelatedChangesNothing: what other matters a folder holds changes
// neither the stories of this one nor their edges.
func TestRandomUnrelatedChangesNothing(t *testing.T) {
	for _, c := range []struct {
		name    string
		reports []*claim.Report
	}{{"reports", example(t)}, {"headlines", append(example(t), manyTitles(t)...)}} {
		known := map[text.DocID]bool{}
		for _, r := range c.reports {
			known[r.ID] = true
		}
		want := restricted(Group(c.reports), known)
		tried := 0
		for seed := range int64(30) {
			others := unrelatedReports(t, seed, 1+int(seed)%35)
			tried += len(others)
			if got := restricted(Group(append(slices.Clone(c.reports), others...)), known); got != want {
				t.Errorf("%s, seed %d: unrelated reports changed the grouping:\n%s", c.name, seed, firstDifference(got, want))
			}
		}
		if tried < 100 {
			t.Errorf("%s: only %d unrelated reports", c.name, tried)
		}
	}
}

// restricted writes what a grouping says of the reports known.
func restricted(g *Grouping, known map[text.DocID]bool) string {
	var lines []string
	for _, s := range g.Stories {
		var ids []string
		for _, r := range s.Reports {
			if known[r.ID] {
				ids = append(ids, string(r.ID))
			}
		}
		if len(ids) > 0 {
			slices.Sort(ids)
			lines = append(lines, strings.Join(ids, " "))
		}
	}
	slices.Sort(lines)
	for _, c := range g.Copies {
		if known[c.Report] && known[c.Of] {
			lines = append(lines, fmt.Sprintf("%+v", c))
		}
	}
	for _, e := range g.Edges {
		if known[text.DocID(strings.TrimPrefix(e.From, "report:"))] {
			lines = append(lines, fmt.Sprintf("%+v", e))
		}
	}
	return strings.Join(lines, "\n")
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "now " + x[i] + "\nwas " + y[i]
		}
	}
	return fmt.Sprintf("%d lines, were %d", len(x), len(y))
}

// TestSharedRareName: a headline of another matter that bears a rare name of one of
// these stories by chance moves none of them.
func TestSharedRareName(t *testing.T) {
	reports := manyTitles(t)
	known := map[text.DocID]bool{}
	for _, r := range reports {
		known[r.ID] = true
	}
	want := restricted(Group(reports), known)
	for _, title := range []string{
		"Football : Kersal bat Lornac et monte en première division",
		"Le vin de Tulmar élu meilleur cru de l'année",
		"Claire Aubanel expose ses aquarelles au musée de Brest",
		"Le patineur Aldo Renkar se retire des pistes",
		"Festival : un film tourné à Port-Amal remporte le grand prix",
		"Un cargo baptisé Marouzie quitte le chantier naval de Nantes",
		"Voile : le trimaran « Kersal » démâte au large de Vigo",
		"Gastronomie : la pomme de Tulmar obtient son appellation",
		"Salim Okhtar, ténor de l'Opéra de Lyon, annule sa tournée",
	} {
		if got := restricted(Group(append(slices.Clone(reports), titled(t, title))), known); got != want {
			t.Errorf("%q changed the grouping:\n%s", title, firstDifference(got, want))
		}
	}
}
