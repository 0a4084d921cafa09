package render_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe/render"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

// TestGolden holds the account of the bundled example in every form. A change
// upstream changes them: look at the difference, then go test ./render -update.
func TestGolden(t *testing.T) {
	res := read(t, example)
	en, fr := render.In("en"), render.In("fr")
	for _, c := range []struct {
		name  string
		write func(*bytes.Buffer) error
	}{
		{"port-lisane.en.txt", func(b *bytes.Buffer) error {
			return render.Text(b, res, render.Screen{Words: en, Width: 100, Args: example})
		}},
		{"port-lisane.fr.txt", func(b *bytes.Buffer) error {
			return render.Text(b, res, render.Screen{Words: fr, Width: 80, All: true, Args: example})
		}},
		{"port-lisane.json", func(b *bytes.Buffer) error { return render.JSON(b, res) }},
		{"port-lisane.csv", func(b *bytes.Buffer) error { return render.CSV(b, res) }},
		{"port-lisane.html", func(b *bytes.Buffer) error { return render.HTML(b, res, fr) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := c.write(&b); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", c.name), b.String())
		})
	}
}

// golden compares got with a file and shows the first line that differs.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Split(string(data), "\n")
	for i, line := range strings.Split(got, "\n") {
		if i >= len(want) || line != want[i] {
			w := "(end of file)"
			if i < len(want) {
				w = want[i]
			}
			t.Fatalf("%s, line %d; if this is as it should be: go test ./render -update\n got: %.300s\nwant: %.300s", name, i+1, line, w)
		}
	}
	if n := strings.Count(got, "\n"); n+1 < len(want) {
		t.Fatalf("%s: %d lines, want %d", name, n+1, len(want))
	}
}
