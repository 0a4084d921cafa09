package eval

import (
	"fmt"
	"os"
	"strings"

	"recoupe/internal/marked"
	"recoupe/lang"
	"recoupe/text"
)

// Lines returns the cases of a marked file: its lines without comments and
// blanks.
func Lines(file string) ([]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// PlainDocument makes a report of one paragraph.
func PlainDocument(words, language string) *text.Document {
	d := &text.Document{Text: words, Language: language, Parts: []text.Part{{Start: 0, End: len(words)}}}
	d.Sentences = text.Sentences(words, d.Parts)
	for i := range d.Sentences {
		d.Sentences[i].Language = language
	}
	return d
}

// A NameScore counts names found against names marked: a name counts where its
// first and last byte and its kind are right.
type NameScore struct {
	Right, Found, Marked [4]int // by lang.Kind
}

// Add counts one case.
func (s *NameScore) Add(gold, found []marked.Mark) {
	for _, f := range found {
		s.Found[lang.ParseKind(f.Label)]++
	}
	for _, g := range gold {
		k := lang.ParseKind(g.Label)
		if k == lang.Unknown {
			continue
		}
		s.Marked[k]++
		for _, f := range found {
			if f == g {
				s.Right[k]++
				break
			}
		}
	}
}

// F returns the harmonic mean of precision and recall for one kind.
func (s *NameScore) F(k lang.Kind) float64 {
	if s.Found[k]+s.Marked[k] == 0 {
		return 0
	}
	return 2 * float64(s.Right[k]) / float64(s.Found[k]+s.Marked[k])
}

// String returns "PER P=0.91 R=0.88 F=0.89 (120) ORG ... LOC ...".
func (s *NameScore) String() string {
	var b strings.Builder
	for _, k := range []lang.Kind{lang.Person, lang.Organization, lang.Location} {
		fmt.Fprintf(&b, "%s P=%.3f R=%.3f F=%.3f (%d) ", k.Label(), ratio(s.Right[k], s.Found[k]), ratio(s.Right[k], s.Marked[k]), s.F(k), s.Marked[k])
	}
	return strings.TrimSpace(b.String())
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// NameMarks returns the names of a, demonyms left out, as marks.
func NameMarks(a *lang.Analysis) []marked.Mark {
	var found []marked.Mark
	for _, n := range a.Names {
		if !n.Demonym {
			found = append(found, marked.Mark{Start: n.Start, End: n.End, Label: n.Kind.Label()})
		}
	}
	return found
}

// Names scores the names found in the marked cases of a file and returns the
// cases with a mistake, as found.
func Names(file, language string) (score NameScore, wrong []string, err error) {
	lines, err := Lines(file)
	if err != nil {
		return score, nil, err
	}
	for _, line := range lines {
		plain, marks, err := marked.Parse(line)
		if err != nil {
			return score, wrong, err
		}
		found := NameMarks(lang.Analyze(PlainDocument(plain, language)))
		before := score
		score.Add(marks, found)
		if score.Right != before.Right || len(found) != 0 || len(marks) != 0 {
			if got := marked.Format(plain, found); got != line {
				wrong = append(wrong, got)
			}
		}
	}
	return score, wrong, nil
}
