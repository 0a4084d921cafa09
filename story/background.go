package story

import (
	"embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The word statistics come from treebanks, never from the reports at hand:
// adding an unrelated report changes nothing. They are written by
// "go run ./train words".
//
//go:embed data/words.*.txt data/events.txt
var wordFiles embed.FS

// A background says how rare the words of one language are.
type background struct {
	seed uint64
	idf  map[uint64]float32
	name map[uint64]bool // stems written with a capital more often than not
	rare float32         // of a word it does not have
}

// backgrounds holds the languages with statistics.
var backgrounds = sync.OnceValue(func() map[string]*background {
	m := map[string]*background{}
	for _, l := range []string{"fr", "en", "ru"} {
		m[l] = readBackground(l)
	}
	return m
})

func readBackground(language string) *background {
	b := &background{seed: languageSeed(language), idf: map[uint64]float32{}, name: map[uint64]bool{}}
	data, err := wordFiles.ReadFile("data/words." + language + ".txt")
	if err != nil {
		return b
	}
	all := 1.0
	for line := range strings.Lines(string(data)) {
		if line[0] == '#' {
			continue
		}
		stem, count, _ := strings.Cut(strings.TrimSpace(line), " ")
		count, name := strings.CutSuffix(count, " ^")
		n, err := strconv.ParseFloat(count, 64)
		if err != nil {
			continue
		}
		if stem == "sentences" {
			all = n
			continue
		}
		h := hash64(b.seed, []byte(stem))
		b.idf[h] = float32(math.Log(all / n))
		if name {
			b.name[h] = true
		}
	}
	b.rare = float32(math.Log(all))
	return b
}

// backgroundOf returns the statistics of a language; for one without, a table in
// which every word is rare but the shortest.
func backgroundOf(language string) *background {
	if b := backgrounds()[language]; b != nil {
		return b
	}
	return &background{seed: languageSeed(language), rare: 8}
}

func languageSeed(language string) uint64 {
	var seed uint64
	for _, c := range []byte(language) {
		seed = seed<<8 | uint64(c)
	}
	return seed
}

// weight returns how much a stem tells, 0 for a word that stands everywhere.
func (b *background) weight(h uint64, letters int) float32 {
	w, ok := b.idf[h]
	switch {
	case !ok && b.idf == nil && letters < 4:
		return 0
	case !ok:
		return b.rare
	case w < 3.2:
		return 0
	}
	return w
}

// Stems returns the different stems of a sentence in order of the alphabet, those
// of a word with a capital behind a ^, or a ? at the head of the sentence. It is what "go run ./train words"
// counts by.
func Stems(sentence, language string) []string {
	var out []string
	for w := newScanner(sentence, 0, len(sentence)); w.next(); {
		if w.digits || len(w.buf) < 2 {
			continue
		}
		stem := string(Stem(w.buf, language))
		if w.capital {
			if w.first {
				stem = "?" + stem
			} else {
				stem = "^" + stem
			}
		}
		out = append(out, stem)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
