package claim

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe/internal/marked"
)

// TestFigureCasesParse keeps the marked cases readable: every mark of every
// case is a figure, a gap or a remark, and part= points at another figure of
// its line. A typing slip here would make a rule look wrong that is right.
func TestFigureCasesParse(t *testing.T) {
	files, err := filepath.Glob("testdata/??/figures-*.txt")
	if err != nil {
		t.Fatal(err)
	}
	gaps, _ := filepath.Glob("testdata/??/gaps*.txt")
	files = append(files, gaps...)
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			if msg := checkCase(line); msg != "" {
				t.Errorf("%s:%d: %s", file, i+1, msg)
			}
		}
	}
}

// checkCase says what is wrong with a marked line, "" if nothing.
func checkCase(line string) string {
	plain, marks, err := marked.Parse(line)
	if err != nil {
		return err.Error()
	}
	if strings.ContainsAny(plain, "{}|") {
		return "stray mark in the plain text: " + plain
	}
	var figures []marked.FigureLabel
	for _, m := range marks {
		words := plain[m.Start:m.End]
		if words == "" || words != strings.TrimSpace(words) {
			return "marked words begin or end with a space: " + words
		}
		switch {
		case marked.IsRemark(m.Label):
		case strings.HasPrefix(m.Label, "gap"):
			if _, err := marked.ParseGap(m.Label); err != nil {
				return err.Error()
			}
		default:
			f, err := marked.ParseFigure(m.Label)
			if err != nil {
				return err.Error()
			}
			figures = append(figures, f)
		}
	}
	for i, f := range figures {
		if f.Part == i+1 || f.Part > len(figures) {
			return "part= points at itself or past the line"
		}
	}
	return ""
}
