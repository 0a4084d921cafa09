package eval

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// scoresFile holds a line a measure: its name, the score it has, and the floor
// below which a change fails. Floors only move up.
const scoresFile = "scores.txt"

// floor reports the score of a measure and fails where it is below its floor.
// With -update the score is written down, and the floor with it where it rose:
// half a point below the score, so that a change of one case does not fail.
func floor(t *testing.T, name string, score float64) {
	t.Helper()
	data, err := os.ReadFile(scoresFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	lines := slices.DeleteFunc(strings.Split(string(data), "\n"), func(s string) bool { return s == "" })
	t.Logf("%s=%.3f", name, score)
	at := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, name+" ") })
	low := 0.0
	if at >= 0 {
		var was float64
		if _, err := fmt.Sscanf(strings.TrimPrefix(lines[at], name), "%f floor %f", &was, &low); err != nil {
			t.Fatalf("%s: cannot read %q", scoresFile, lines[at])
		}
		if score < low-1e-9 {
			t.Errorf("%s is %.3f, below its floor %.3f", name, score, low)
		}
	} else if !*update {
		t.Errorf("%s has no floor in %s: run with -update and commit it", name, scoresFile)
	}
	if !*update {
		return
	}
	line := fmt.Sprintf("%s %.3f floor %.3f", name, score, max(low, math.Floor(score*1000-5)/1000))
	if at >= 0 {
		lines[at] = line
	} else {
		lines = append(lines, line)
	}
	head := []string{"# What recoupe reads right, measured by go test ./eval. Floors only move up."}
	rest := slices.DeleteFunc(lines, func(s string) bool { return s[0] == '#' })
	slices.Sort(rest)
	if err := os.WriteFile(scoresFile, []byte(strings.Join(append(head, rest...), "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
