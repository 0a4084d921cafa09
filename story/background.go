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
//go:embed data/words.*.txt data/events.txt data/kinds.txt
var wordFiles embed.FS

// A background says how rare the words of one language are.
type background struct {
	seed  uint64
	stems []stem  // an open table by hash; nil for a language without statistics
	rare  float32 // of a word it does not have
}

// A stem is what is known of the words of one stem.
type stem struct {
	h     uint64 // 0: free
	idf   float32
	name  bool   // written with a capital more often than not
	event uint16 // of data/events.txt, from 1; 0: none
	kind  uint16 // of data/kinds.txt, likewise
}

// of returns what is known of a stem; nil for nothing.
func (b *background) of(h uint64) *stem {
	if len(b.stems) == 0 {
		return nil
	}
	mask := len(b.stems) - 1
	for i := int(h*0x9e3779b97f4a7c15>>44) & mask; ; i = (i + 1) & mask {
		switch b.stems[i].h {
		case h:
			return &b.stems[i]
		case 0:
			return nil
		}
	}
}

// newBackground makes the table of known stems and of those that name events.
func newBackground(seed uint64, known []stem, events, kinds map[uint64]int) *background {
	size := 64
	for size < 2*(len(known)+len(events)+len(kinds)) {
		size *= 2
	}
	b := &background{seed: seed, stems: make([]stem, size)}
	add := func(s stem) *stem {
		i := int(s.h*0x9e3779b97f4a7c15>>44) & (size - 1)
		for b.stems[i].h != 0 && b.stems[i].h != s.h {
			i = (i + 1) & (size - 1)
		}
		if b.stems[i].h == 0 {
			b.stems[i] = s
		}
		return &b.stems[i]
	}
	for _, s := range known {
		add(s)
	}
	for h, e := range events {
		add(stem{h: h, idf: -1}).event = uint16(e)
	}
	for h, k := range kinds {
		add(stem{h: h, idf: -1}).kind = uint16(k)
	}
	return b
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
	seed := languageSeed(language)
	data, err := wordFiles.ReadFile("data/words." + language + ".txt")
	if err != nil {
		return &background{seed: seed}
	}
	all := 1.0
	var known []stem
	for line := range strings.Lines(string(data)) {
		if line[0] == '#' {
			continue
		}
		word, count, _ := strings.Cut(strings.TrimSpace(line), " ")
		count, name := strings.CutSuffix(count, " ^")
		n, err := strconv.ParseFloat(count, 64)
		if err != nil {
			continue
		}
		if word == "sentences" {
			all = n
			continue
		}
		known = append(known, stem{h: hash64(seed, []byte(word)), idf: float32(math.Log(all / n)), name: name})
	}
	b := newBackground(seed, known, events().words[language], kinds()[language])
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

// weight returns how much a stem tells, 0 for a word that stands everywhere. S is
// what is known of it, if anything.
func (b *background) weight(s *stem, letters int) float32 {
	switch {
	case s == nil && b.stems == nil && letters < 4:
		return 0
	case s == nil || s.idf < 0:
		return b.rare
	case s.idf < 3.2:
		return 0
	}
	return s.idf
}

// eventOf returns the event that a stem names, 0 for none.
func eventOf(s *stem) uint64 {
	if s == nil {
		return 0
	}
	return uint64(s.event)
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
