package story

import (
	"strings"
	"sync"

	"recoupe/lang"
)

// Hashes of events and of kinds of words are their numbers from these on.
const (
	firstEvent = 1 << 40
	firstKind  = 1 << 41
)

func (t term) isEvent() bool { return t.h>>40 == firstEvent>>40 }
func (t term) isKind() bool  { return t.h>>40 == firstKind>>40 }

// An eventTable is what data/events.txt says. Events are numbered from 1.
type eventTable struct {
	words     map[string]map[uint64]int // by language: the stems of words that name events
	disasters map[int]bool              // those that seldom come twice to one place; see matter.go

	killed, toll int          // what gives a toll in a headline; see toll.go
	others       map[int]bool // what counts others than the dead
}

var events = sync.OnceValue(func() eventTable {
	t := eventTable{disasters: map[int]bool{}, others: map[int]bool{}}
	t.words = readKinds("data/events.txt", func(number int, name string) {
		t.disasters[number] = onceInAPlace[name]
		switch name {
		case "killed":
			t.killed = number
		case "toll":
			t.toll = number
		case "injured", "missing", "arrest", "hostage", "refugee", "evacuate":
			t.others[number] = true
		}
	})
	return t
})

// kinds holds what data/kinds.txt says: by language, the numbers of stems, from 1.
var kinds = sync.OnceValue(func() map[string]map[uint64]int {
	return readKinds("data/kinds.txt", func(int, string) {})
})

// readKinds reads a table of words that mean one thing: the number of their line,
// from 1, by language and stem. Each is told the name of each line.
func readKinds(file string, each func(number int, name string)) map[string]map[uint64]int {
	words := map[string]map[uint64]int{"fr": {}, "en": {}, "ru": {}}
	data, err := wordFiles.ReadFile(file)
	if err != nil {
		return words
	}
	number := 0
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(line, ";")
		if line[0] == '#' || len(fields) != 4 {
			continue
		}
		number++
		each(number, fields[0])
		for i, l := range []string{"fr", "en", "ru"} {
			for _, w := range strings.Fields(fields[i+1]) {
				stem := Stem([]byte(strings.ReplaceAll(lang.PlainName(w), " ", "")), l)
				words[l][hash64(languageSeed(l), stem)] = number
			}
		}
	}
	return words
}
