package lang_test

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"recoupe/eval"
	"recoupe/lang"
)

var showNames = flag.Bool("names", false, "print the marked sentences whose names are read wrong")

// nameFloors are the least F of persons, bodies and places on each file. The
// model is learnt from all but names-apart*.txt, which alone say how well unseen
// sentences are read.
var nameFloors = map[string][4]float64{"names-apart.txt": {0, .95, .85, .94}, "names-apart-monde.txt": {0, .97, .92, .96}}

func TestNames(t *testing.T) {
	files, err := filepath.Glob("testdata/fr/names-*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no marked names", err)
	}
	for _, file := range files {
		base := filepath.Base(file)
		if strings.HasSuffix(base, ".miss.txt") {
			continue
		}
		score, wrong, err := eval.Names(file, "fr")
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %s", base, score.String())
		if *showNames && !strings.HasPrefix(base, "names-apart") {
			t.Log(strings.Join(wrong, "\n"))
		}
		floor, ok := nameFloors[base]
		if !ok {
			floor = [4]float64{0, .90, .90, .95}
		}
		for k := lang.Person; k <= lang.Location; k++ {
			if got := score.F(k); score.Marked[k] > 0 && got < floor[k] {
				t.Errorf("%s: F of %s is %.3f, under %.3f", base, k.Label(), got, floor[k])
			}
		}
	}
}
