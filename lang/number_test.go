package lang

import (
	"os"
	"strings"
	"testing"

	"recoupe/internal/marked"
	"recoupe/text"
)

// TestNumbers reads the marked phrases of testdata/fr/numbers.txt and prints
// back what was found in each line that differs.
func TestNumbers(t *testing.T) {
	data, err := os.ReadFile("testdata/fr/numbers.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		lines++
		plain, _, err := marked.Parse(line)
		if err != nil {
			t.Fatal(err)
		}
		if got := marked.Format(plain, numberMarks(plain)); got != line {
			t.Errorf("\n got %s\nwant %s", got, line)
		}
	}
	if lines < 250 {
		t.Errorf("only %d lines of numbers", lines)
	}
}

func numberMarks(plain string) []marked.Mark {
	d := &text.Document{ID: "test", Text: plain, Language: "fr", Sentences: text.Sentences(plain, nil)}
	for i := range d.Sentences {
		d.Sentences[i].Language = "fr"
	}
	var marks []marked.Mark
	for _, n := range Analyze(d).Numbers {
		label := "ordinal"
		if !n.Ordinal {
			label = quantityLabel(n.Quantity)
		}
		marks = append(marks, marked.Mark{Start: n.Start, End: n.End, Label: label})
	}
	return marks
}

func quantityLabel(q Quantity) string {
	return marked.Quantity{Qualifier: string(q.Qualifier), Value: q.Value, Low: q.Low, High: q.High}.String()
}

// TestCutNumber: a text may end inside a number.
func TestCutNumber(t *testing.T) {
	for _, c := range []struct{ language, s string }{
		{"fr", "Le car transportait des touristes. Trente-"}, {"fr", "Le match s'est achevé sur un score de 3-"},
		{"fr", "Entre 12 et "}, {"fr", "De 3 à"}, {"en", "Thirty-"}, {"en", "Between 3 and "}, {"ru", "От 3 до "}, {"ru", "3-"},
	} {
		for n := range len(c.s) + 1 {
			Analyze(text.Prose("aaaaaaaaaaaa", c.s[:n], c.language))
		}
	}
}
