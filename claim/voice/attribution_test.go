package voice

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recoupe/internal/marked"
	"recoupe/lang"
	"recoupe/text"
)

func saidIn(s string) []marked.Said {
	d := text.Prose("abcdef012345", s, "fr")
	var got []marked.Said
	for _, c := range Find(lang.Analyze(d)) {
		m := marked.Said{Start: c.Content.Start, End: c.Content.End, Words: d.Slice(c.Content), Kind: string(c.Kind), Stance: string(c.Stance), Speaker: c.By.Speaker, Own: c.By.Own}
		for _, v := range c.By.Via {
			m.Via = append(m.Via, v.Speaker)
		}
		got = append(got, m)
	}
	return got
}

// TestAttribution reads the marked sentences. A line of a .miss.txt is one read
// wrongly so far; once it is read rightly it belongs to the others.
func TestAttribution(t *testing.T) {
	files, err := filepath.Glob("../testdata/fr/attribution-*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	var total marked.SaidScore
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		miss := strings.HasSuffix(name, ".miss.txt")
		sc := bufio.NewScanner(f)
		for n := 1; sc.Scan(); n++ {
			line := sc.Text()
			if line == "" || line[0] == '#' {
				continue
			}
			plain, want, err := marked.ParseSaid(line)
			if err != nil {
				t.Errorf("%s:%d: %v", name, n, err)
				continue
			}
			score, diff := marked.CompareSaid(want, saidIn(plain))
			total.Add(score)
			switch {
			case miss && len(diff) == 0:
				t.Errorf("%s:%d: now read rightly: move it to %s", name, n, strings.Replace(name, ".miss", "", 1))
			case !miss && len(diff) > 0:
				t.Errorf("%s:%d: %s\n\t%s", name, n, plain, strings.Join(diff, "\n\t"))
			}
		}
		f.Close()
	}
	t.Log(total)
}
