package eval

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the lines that are still wrong to the miss file")

// TestFigureCases reads the marked figure cases. A line read wrong must stand
// in figures.miss.txt, and a line read right must not: progress is lines
// leaving that file.
func TestFigureCases(t *testing.T) {
	files, _ := filepath.Glob("../claim/testdata/fr/figures-*.txt")
	gaps, _ := filepath.Glob("../claim/testdata/fr/gaps*.txt")
	files = append(files, gaps...)
	if len(files) < 10 {
		t.Fatalf("only %d files of cases", len(files))
	}
	known := missLines(t, "figures.miss.txt")
	var all Tally
	var still []string
	for _, file := range files {
		for _, line := range caseLines(t, file) {
			got, wrong := FigureCase(line, "fr")
			all.Add(got)
			if len(wrong) == 0 {
				if slices.Contains(known, line) && !*update {
					t.Errorf("now right, take it out of figures.miss.txt: %s", line)
				}
				continue
			}
			still = append(still, line)
			if !slices.Contains(known, line) || testing.Verbose() {
				t.Logf("%s: %s\n\t%s", filepath.Base(file), line, strings.Join(wrong, "\n\t"))
				if !slices.Contains(known, line) && !*update {
					t.Fail()
				}
			}
		}
	}
	t.Logf("figures.f1=%.3f figures.full_f1=%.3f traps=%d gaps=%d/%d remarks=%d/%d", all.F1(), all.FullF1(), all.Traps, all.Gaps, all.GapsAll, all.Remarks, all.RemarksAll)
	floor(t, "figures.f1", all.F1())
	floor(t, "figures.full_f1", all.FullF1())
	floor(t, "gaps.recall", float64(all.Gaps)/float64(all.GapsAll))
	floor(t, "gaps.precision", float64(all.Gaps)/float64(max(all.Gaps+all.GapsExtra, 1)))
	if *update {
		writeMiss(t, "figures.miss.txt", still)
	}
}

func missLines(t *testing.T, name string) []string {
	if _, err := os.Stat(name); err != nil {
		return nil
	}
	return caseLines(t, name)
}

// caseLines returns the cases of a file: its lines without comments.
func caseLines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func writeMiss(t *testing.T, name string, lines []string) {
	t.Helper()
	head := "# Cases of our own that are still read wrong. Progress is lines leaving this file.\n"
	if err := os.WriteFile(name, []byte(head+strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}
