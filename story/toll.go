package story

import (
	"math"
	"strconv"

	"recoupe/lang"
)

// How far from its number, in words, a word for the dead may stand behind it and
// before it, and a word for their toll before it: "130 people are dead", "погибли
// 40 человек", "death toll from the fires climbs to 130".
const (
	deadBehind = 5
	deadBefore = 3
	tollBefore = 8
)

// tollIn returns how many dead a headline tells of, 0 for none that it gives in
// figures. It is no reading of claims, which need a sentence and a speaker; it says
// no more than that two headlines may give one toll a day apart.
func (m *leafMaker) tollIn(s string) int {
	t := tollReader{maker: m}
	for w := newScanner(s, 0, len(s)); w.next(); {
		t.word(w)
	}
	return t.nearest()
}

// A tollReader goes over the words of a headline.
type tollReader struct {
	maker   *leafMaker
	at      int
	numbers []counted
	dead    []int // where words for the dead stand
	tolls   []int // where a word says that a toll is given
}

// counted is a number of a headline that may count the dead.
type counted struct {
	at, n int
	age   bool // or a part, or others: "17 ans", "4 Français", "150 arrests"
}

func (t *tollReader) word(w *wordScanner) {
	t.at++
	if w.digits {
		if n, err := strconv.Atoi(string(w.buf)); err == nil && !yearLike(w, n) {
			t.numbers = append(t.numbers, counted{at: t.at, n: n})
		}
		return
	}
	e := int(eventOf(t.maker.back.of(hash64(t.maker.back.seed, Stem(w.buf, t.maker.languageOf(w))))))
	if last := len(t.numbers) - 1; last >= 0 && t.numbers[last].at == t.at-1 {
		number := &t.numbers[last]
		switch word := string(w.buf); {
		case thousand[word]:
			number.n, number.at = number.n*1000, t.at
		case years[word], w.capital && !w.first, events().others[e]:
			number.age = true
		}
	}
	switch e {
	case events().killed:
		t.dead = append(t.dead, t.at)
	case events().toll:
		t.tolls = append(t.tolls, t.at)
	}
}

// nearest returns the number that stands nearest to a word for the dead or their
// toll.
func (t *tollReader) nearest() int {
	best, near := 0, math.MaxInt
	for _, n := range t.numbers {
		if far := t.far(n.at); !n.age && far < near {
			best, near = n.n, far
		}
	}
	return best
}

// far is how far a number is from the nearest word that makes it one of the dead;
// math.MaxInt where there is none.
func (t *tollReader) far(at int) int {
	far := math.MaxInt
	for _, d := range t.tolls {
		if d < at && at-d <= tollBefore {
			far = 0 // "le bilan passe à 40", "death toll climbs to 130"
		}
	}
	for _, d := range t.dead {
		switch {
		case d > at && d-at <= deadBehind:
			far = min(far, d-at)
		case d < at && at-d <= deadBefore:
			far = min(far, deadBehind+at-d) // behind is better than before
		}
	}
	return far
}

// yearLike tells a year from a number of dead: "2023", not "2 023".
func yearLike(w *wordScanner, n int) bool {
	return w.end-w.start == 4 && len(w.buf) == 4 && n >= 1900 && n < 2100
}

// thousand and years are words right behind a number, in plain letters.
var (
	thousand = lang.WordSet("mille thousand tys tysyach tysyachi tysyacha")
	years    = lang.WordSet("ans an year years let goda god letnii letnyaya letnego jours days dnei heures hours chasov")
)

// tollLikeness is how near two tolls are, 0 to 1: the square root of the smaller in
// parts of the greater, for a toll that moves is told again.
func tollLikeness(a, b int) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	return math.Sqrt(float64(min(a, b)) / float64(max(a, b)))
}
