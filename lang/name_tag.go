package lang

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
)

// The labels of the name model, one a word: outside, or first and later word of
// a name of each kind.
const (
	outside = iota
	beginPerson
	insidePerson
	beginOrganization
	insideOrganization
	beginLocation
	insideLocation
	nameLabels
)

// NameLabels is how many labels the name model tells apart: 0 is outside,
// 2k-1 begins and 2k continues a name of Kind k.
const NameLabels = nameLabels

// The name model is a linear one over labels in sequence. data/names.bin:
//
//	"recoupe names 1\n", lines of text (sources, licences, scores), an empty line
//	bits       u8: the table has 1<<bits rows
//	moves      7×7 × i16, little-endian: what label j costs or earns after i
//	rows       uvarint how many; each: distance from the row before (uvarint), a
//	           byte that says which labels have a weight, and those weights, i8
//
//go:embed data/names.bin
var namesFile string

const namesMagic = "recoupe names 1\n"

type nameModel struct {
	shift uint
	moves [nameLabels][nameLabels]int32
	// A row holds the weights of one clue, a byte a label, each 128 too large:
	// so rows add up two labels' sums in one word without minding signs.
	rows []uint64
}

const (
	emptyRow  = 0x8080808080808080
	evenBytes = 0x00ff00ff00ff00ff
)

// sum adds up the rows of clues: the scores of the labels.
func (m *nameModel) sum(clues []uint32) (sum [nameLabels]int32) {
	var even, odd uint64 // four sums of 16 bits each: room for 257 clues
	for _, c := range clues {
		row := m.rows[c>>m.shift]
		even += row & evenBytes
		odd += row >> 8 & evenBytes
	}
	bias := int32(128 * len(clues))
	for l := range sum {
		half := even
		if l&1 == 1 {
			half = odd
		}
		sum[l] = int32(half>>(l/2*16)&0xffff) - bias
	}
	return sum
}

// nameWeights is the model of the program, unpacked when first used.
var nameWeights = sync.OnceValue(func() *nameModel { return readNameModel(namesFile) })

// readNameModel reads a model file; nil if data is none.
func readNameModel(data string) *nameModel {
	_, body, ok := strings.Cut(data, "\n\n")
	if !ok || !strings.HasPrefix(data, namesMagic) || len(body) < 1+2*nameLabels*nameLabels {
		return nil
	}
	b := []byte(body)
	m := &nameModel{shift: 32 - uint(b[0])}
	m.rows = make([]uint64, 1<<b[0])
	for i := range m.rows {
		m.rows[i] = emptyRow
	}
	b = b[1:]
	for i := range m.moves {
		for j := range m.moves[i] {
			m.moves[i][j] = int32(int16(binary.LittleEndian.Uint16(b)))
			b = b[2:]
		}
	}
	n, used := binary.Uvarint(b)
	b = b[max(used, 0):]
	row := uint64(0)
	for range n {
		skip, used := binary.Uvarint(b)
		row += skip
		if used <= 0 || len(b) < used+1 || row >= uint64(len(m.rows)) {
			return nil
		}
		mask := b[used]
		b = b[used+1:]
		for l := range nameLabels {
			if mask>>l&1 != 0 {
				if len(b) == 0 {
					return nil
				}
				m.rows[row] += uint64(int64(int8(b[0]))) << (8 * l)
				b = b[1:]
			}
		}
	}
	return m
}

func clueHash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// clue mixes the number of a template with what it saw.
func clue(template uint32, seen ...uint32) uint32 {
	h := template * 0x9e3779b1
	for _, v := range seen {
		h = (h ^ v) * 0x85ebca6b
		h ^= h >> 15
	}
	return h * 0xc2b2ae35
}

// at returns the item i places on, a blank one outside the sentence.
func (r *nameReader) at(i int) *nameItem {
	if i < 0 || i >= len(r.items) {
		return &noItem
	}
	return &r.items[i]
}

var noItem = nameItem{word: &nameWord{shape: otherShape, hash: 1}, run: -1}

func flag(b bool, bit uint32) uint32 {
	if b {
		return bit
	}
	return 0
}

// traits are what the lists say of a word, in one number.
func (it *nameItem) traits() uint32 {
	w := it.word
	return uint32(w.shape) | flag(w.given, 16) | flag(w.family, 32) | flag(w.common, 64) | flag(w.people, 128) | uint32(it.class)<<9
}

// listed is what the lists say of the phrase an item is in.
func (it *nameItem) listed() uint32 {
	if it.inPhrase == 0 {
		return 0
	}
	p := it.phrase
	return uint32(p.list) | uint32(p.size)<<4 | flag(p.exact, 1<<8) | uint32(it.inPhrase)<<9
}

// addClues appends the clues of item i to r.clues. Clues with the salt are words
// of one language; the others are the same in all.
func (r *nameReader) addClues(a *Analysis, i int) {
	c := r.clues
	it, p1, p2, n1, n2 := r.at(i), r.at(i-1), r.at(i-2), r.at(i+1), r.at(i+2)
	w, s := it.word, r.salt
	start := flag(it.initial, 1)
	c = append(c,
		clue(1),
		clue(2, s, w.hash),
		clue(3, s, p1.word.hash, uint32(w.shape)),
		clue(4, s, n1.word.hash, uint32(w.shape)),
		clue(5, s, p1.word.hash, p2.word.hash),
		clue(6, s, n1.word.hash, n2.word.hash),
		clue(7, s, p2.word.hash, uint32(w.shape)),
		clue(8, s, n2.word.hash, uint32(w.shape)),
		clue(9, uint32(p1.word.shape), uint32(w.shape), uint32(n1.word.shape), start),
		clue(10, uint32(w.shape), start, flag(w.common, 2)),
		clue(11, uint32(it.pos), uint32(w.shape)),
		clue(12, uint32(p1.pos), uint32(it.pos), uint32(n1.pos)),
		clue(13, uint32(p1.pos), uint32(w.shape), start),
		clue(14, uint32(n1.pos), uint32(w.shape)),
		clue(15, it.traits(), start),
		clue(16, it.listed(), start),
		clue(17, it.listed(), uint32(w.shape), flag(w.common, 1), flag(w.given, 2), flag(w.family, 4)),
		clue(18, p1.traits(), uint32(w.shape)),
		clue(19, n1.traits(), uint32(w.shape)),
		clue(20, p1.listed(), it.listed()),
		clue(21, it.listed(), n1.listed()),
		clue(22, s, w.suffix[0]), clue(23, w.suffix[1]), clue(24, w.suffix[2]), clue(25, w.prefix),
		clue(26, uint32(p1.class), uint32(it.class), uint32(w.shape)),
		clue(27, uint32(p1.class), uint32(p2.class), uint32(w.shape)),
		clue(28, uint32(it.class), uint32(n1.class), uint32(n1.word.shape), uint32(n2.word.shape)),
		clue(29, s, p1.word.hash, it.listed()),
	)
	r.clues = c
	r.addRunClues(i)
	r.addTreeClues(a, i)
}

// addRunClues looks at the run of capitals an item is in, or at the next one.
func (r *nameReader) addRunClues(i int) {
	it, s := r.at(i), r.salt
	if it.run < 0 {
		r.addAheadClues(i)
		return
	}
	first, last := r.at(int(it.run)), r.at(int(it.runEnd)-1)
	from, to := uint32(it.run), uint32(it.runEnd)
	place, length := min(uint32(i)-from, 3), min(to-from, 5)
	before, after, after2 := r.at(int(it.run)-1), r.at(int(it.runEnd)), r.at(int(it.runEnd)+1)
	class, far := r.announced(int(it.run))
	r.clues = append(r.clues,
		clue(40, place, length),
		clue(41, place, length, flag(first.word.given, 1), flag(last.word.family, 2), flag(first.word.common, 4)),
		clue(42, s, before.word.hash, place),
		clue(43, s, after.word.hash, place),
		clue(44, s, before.word.hash, first.listed(), place),
		clue(45, uint32(class), far, place, length),
		clue(46, uint32(class), first.listed()),
		clue(47, uint32(after.class), uint32(after2.class), place, length),
		clue(48, s, after.word.hash, after2.word.hash),
		clue(49, uint32(first.class), place, uint32(it.word.shape)),
		clue(50, s, first.word.hash, place),
		clue(51, uint32(before.class), uint32(before.pos), first.listed(), length),
		clue(52, flag(first.word.given, 1), flag(it.word.given, 2), flag(it.word.family, 4), flag(it.word.common, 8), it.listed(), place),
		clue(53, s, r.at(int(it.run)-2).word.hash, before.word.hash),
		clue(54, uint32(after.pos), uint32(after2.pos), place, length),
		clue(55, uint32(last.class), place, length),
		clue(56, last.word.hash, place),
	)
}

// addAheadClues tells a small word in the middle of a name, or before one, what
// stands around it: "ministère de la Santé", "Organisation du traité de ...".
func (r *nameReader) addAheadClues(i int) {
	it := r.at(i)
	ahead, next := uint32(0), &noItem
	for j := i + 1; j < len(r.items) && j < i+6; j++ {
		if r.items[j].word.shape >= digitShape {
			break
		}
		if r.items[j].word.capital() {
			ahead, next = uint32(j-i), &r.items[j]
			break
		}
	}
	back, last := uint32(0), &noItem
	for j := i - 1; j >= 0 && j > i-6; j-- {
		if r.items[j].word.shape >= digitShape || r.items[j].pos == VERB || r.items[j].pos == AUX {
			break
		}
		if r.items[j].word.capital() {
			back, last = uint32(i-j), &r.items[j]
			break
		}
	}
	class, far := r.announced(i)
	s := r.salt
	r.clues = append(r.clues,
		clue(60, ahead, uint32(next.word.shape), next.listed(), uint32(it.class)),
		clue(61, back, uint32(last.class), uint32(last.word.shape), uint32(it.pos)),
		clue(62, s, it.word.hash, ahead),
		clue(63, s, last.word.hash, back),
		clue(64, uint32(class), far, ahead, uint32(it.pos)),
		clue(65, flag(it.word.people, 1), back, uint32(last.class)),
		clue(66, back, ahead, uint32(it.pos)),
	)
}

// announced returns the class of the nearest noun before item i that announces
// a name, and how far it is; nothing across a verb or a full stop.
func (r *nameReader) announced(i int) (wordClass, uint32) {
	for j := i - 1; j >= 0 && j > i-6; j-- {
		w := r.items[j].word
		if c := r.items[j].class &^ (sayWord | atWord); c != 0 && !w.link {
			return c, uint32(i - j)
		}
		if p := r.items[j].pos; p == VERB || w.shape == otherShape && r.items[j].norm != "," && r.items[j].norm != "-" {
			break
		}
	}
	return 0, 0
}

// addTreeClues looks at the word that governs the name.
func (r *nameReader) addTreeClues(a *Analysis, i int) {
	it := r.at(i)
	tok := it.tok
	from, to := it.start, it.end
	if it.run >= 0 {
		from, to = r.items[it.run].start, r.items[it.runEnd-1].end
	}
	// Out of the run, along the heads.
	for range 8 {
		h := a.Tokens[tok].Head
		if h == tok || a.Tokens[h].Start < from || a.Tokens[h].End > to {
			break
		}
		tok = h
	}
	t := &a.Tokens[tok]
	h := &a.Tokens[t.Head]
	head := knowledge().classes[r.language][h.Lemma]
	r.clues = append(r.clues,
		clue(70, uint32(t.Rel), uint32(head), uint32(it.word.shape)),
		clue(71, r.salt, clueHash(h.Lemma), uint32(t.Rel)),
		clue(72, uint32(a.Tokens[it.tok].Rel), uint32(it.word.shape)),
		clue(73, uint32(t.Rel), it.listed()),
	)
}

// label writes the best labels of r's items to labels: a search over all
// sequences that the moves allow.
func (r *nameReader) label(a *Analysis, m *nameModel, labels []uint8) []uint8 {
	labels = labels[:0]
	for range r.items {
		labels = append(labels, outside)
	}
	for i := 0; i < len(r.items); {
		if !r.items[i].live {
			i++
			continue
		}
		end := i
		for end < len(r.items) && r.items[end].live {
			end++
		}
		r.labelStretch(a, m, i, end, labels)
		i = end
	}
	return labels
}

func (r *nameReader) labelStretch(a *Analysis, m *nameModel, from, to int, labels []uint8) {
	n := to - from
	for len(r.scores) < n {
		r.scores = append(r.scores, [nameLabels]int32{})
		r.back = append(r.back, [nameLabels]uint8{})
	}
	for i := range n {
		r.clues = r.clues[:0]
		r.addClues(a, from+i)
		sum := m.sum(r.clues)
		if i == 0 {
			for l := range sum {
				sum[l] += m.moves[outside][l]
				if l != outside && l&1 == 0 {
					sum[l] = -1 << 20
				}
			}
			r.scores[0] = sum
			continue
		}
		prev := &r.scores[i-1]
		for l := range sum {
			best, from := int32(-1<<30), uint8(0)
			for p := range nameLabels {
				// A later word follows a first or later word of its own kind.
				if l != outside && l&1 == 0 && p != l && p != l-1 {
					continue
				}
				if v := prev[p] + m.moves[p][l]; v > best {
					best, from = v, uint8(p)
				}
			}
			r.scores[i][l] = sum[l] + best
			r.back[i][l] = from
		}
	}
	best := 0
	for l := range nameLabels {
		if r.scores[n-1][l] > r.scores[n-1][best] {
			best = l
		}
	}
	l := uint8(best)
	for i := n - 1; i >= 0; i-- {
		labels[from+i] = l
		l = r.back[i][l]
	}
}

// A NameWord is one written word with the clues the name model sees; for those
// who train it. A word without clues is outside every name.
type NameWord struct {
	Start, End int
	Clues      []uint32
}

// NameWords returns the words of sentence s with their clues.
func (a *Analysis) NameWords(s int) []NameWord {
	language := a.sentenceLanguage(s)
	r := nameReaderFor(language)
	if r == nil {
		return nil
	}
	defer r.done()
	r.read(a, a.Sents[s])
	words := make([]NameWord, len(r.items))
	for i := range r.items {
		it := &r.items[i]
		words[i] = NameWord{Start: int(it.start), End: int(it.end)}
		if it.live {
			r.clues = r.clues[:0]
			r.addClues(a, i)
			words[i].Clues = append([]uint32(nil), r.clues...)
		}
	}
	return words
}
