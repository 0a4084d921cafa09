package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the session of the README anew")

// TestReadme holds the session that the README shows against the program: a
// reader who types what stands there sees what stands there.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	t.Setenv("COLUMNS", "92")
	t.Setenv("LC_ALL", "C")
	var out, errs bytes.Buffer
	if status := run([]string{"read", "testdata/port-lisane"}, terminal{strings.NewReader(""), &out, &errs}); status != 0 {
		t.Fatalf("exit status %d: %s", status, &errs)
	}
	want := "```\n$ recoupe read testdata/port-lisane\n" + session(out.String()) + "```\n"
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	const from, to = "<!-- session: go test ./cmd/recoupe -update -->\n", "<!-- end of session -->"
	before, rest, ok := strings.Cut(string(data), from)
	shown, after, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatal("the README has lost the marks around its session")
	}
	if shown == want {
		return
	}
	if !*update {
		t.Fatal("the session in README.md is not what the program prints; go test ./cmd/recoupe -update")
	}
	if err := os.WriteFile("README.md", []byte(before+from+want+to+after), 0o666); err != nil {
		t.Fatal(err)
	}
}

// session keeps of an account what a visitor reads on one screen: its head, the
// dead, what may not be printed, what nobody knows.
func session(account string) string {
	sections := strings.Split(account, "\n\n")
	var kept []string
	for i, s := range sections {
		title, _, _ := strings.Cut(s, "\n")
		most := 0
		switch {
		case i == 0:
			most = 2
		case title == "DEAD":
			most = 16
		case title == "NOT TO PRINT AS FACT", title == "SAME PEOPLE, TWO NAMES", title == "WHAT NOBODY KNOWS":
			most = 9
		}
		if most == 0 {
			continue
		}
		lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
		if len(lines) > most {
			lines = append(lines[:most], "  …")
		}
		kept = append(kept, strings.Join(lines, "\n"))
	}
	return strings.Join(kept, "\n\n") + "\n"
}
