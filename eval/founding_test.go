package eval

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"recoupe"
	"recoupe/claim"
	"recoupe/internal/shared"
	"recoupe/render"
	"recoupe/source"
	"recoupe/story"
	"recoupe/text"
)

// TestFoundingReports measures the account of the five founding reports with
// the scorer that stands beside their gold. What it misses is printed, never
// committed: the reports are a development set.
func TestFoundingReports(t *testing.T) {
	dir := shared.Path(t, "..", "seeds")
	gold := shared.Path(t, "..", "gold", "seeds.json")
	score := shared.Path(t, "..", "gold", "score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here: the scorer of the founding reports needs it")
	}
	res := recoupe.Read(source.Files([]string{dir}, strings.NewReader(""), source.Options{}), recoupe.Options{})
	var out bytes.Buffer
	if err := render.JSON(&out, res); err != nil {
		t.Fatal(err)
	}
	account := filepath.Join(t.TempDir(), "account.json")
	if err := os.WriteFile(account, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{score, account, gold}
	for _, bar := range []string{
		"figures.f1=0.95", "figures.full_f1=0.88", "figures.details=0.7", "figures.notraps=1",
		"claims.recall=0.90", "claims.speaker=0.80", "claims.precision=0.75",
		"times.value=0.85", "gaps.recall=1", "spans.exact=1", "dates=0.6",
	} {
		args = append(args, "--min", bar)
	}
	got, err := exec.Command(python, args...).CombinedOutput()
	t.Logf("%s", got)
	if err != nil {
		t.Errorf("the founding reports are read below the bar: %v", err)
	}
}

// TestFoundingOrigins: the five founding reports are one story, AFP and Reuters are
// among their origins, what the police stated stands in two reports on the word of
// one speaker, and their spokeswoman, spelt in two ways, is one.
func TestFoundingOrigins(t *testing.T) {
	dir := shared.Path(t, "..", "seeds")
	res := recoupe.Read(source.Files([]string{dir}, strings.NewReader(""), source.Options{}), recoupe.Options{})
	if len(res.Reports) != 5 || len(res.Stories) != 1 {
		t.Errorf("%d reports in %d stories", len(res.Reports), len(res.Stories))
	}
	rooms := map[string]bool{}
	for _, e := range res.Edges {
		if e.Kind != story.CitesEdge {
			rooms[e.Agency] = true
		}
	}
	if !rooms["AFP"] || !rooms["Reuters"] {
		t.Errorf("origins found: %v", rooms)
	}
	said := map[string]map[text.DocID]bool{} // speaker: the reports she speaks in
	hear := func(by *claim.Attribution, in text.DocID) {
		who := res.Cast.Of(by)
		if by == nil || who != "police" && !strings.Contains(by.Speaker, "Azirbek") {
			return
		}
		if said[who] == nil {
			said[who] = map[text.DocID]bool{}
		}
		said[who][in] = true
	}
	for _, r := range res.Reports {
		for _, c := range r.Claims {
			hear(c.By, r.ID)
		}
		for _, f := range r.Figures {
			hear(f.By, r.ID)
		}
	}
	if len(said) != 2 {
		t.Errorf("the police and their spokeswoman are %d speakers", len(said))
	}
	if n := len(said["police"]); n < 2 {
		t.Errorf("the police speak in %d reports", n)
	}
}
