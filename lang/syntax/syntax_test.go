package syntax

import (
	"bytes"
	"testing"
)

// toy is a treebank of a few sentences: words, tags, heads (-1 the root), rels.
var toy = []struct {
	words      []string
	tags, rels []uint8
	heads      []int32
	family     int
}{
	{[]string{"la", "police", "tire"}, []uint8{0, 1, 2}, []uint8{1, 2, 0}, []int32{1, 2, -1}, 0},
	{[]string{"le", "pont", "cède"}, []uint8{0, 1, 2}, []uint8{1, 2, 0}, []int32{1, 2, -1}, 1},
	{[]string{"des", "témoins", "ont", "fui"}, []uint8{0, 1, 3, 2}, []uint8{1, 2, 4, 0}, []int32{1, 3, 3, -1}, 0},
	{[]string{"la", "digue", "a", "cédé"}, []uint8{0, 1, 3, 2}, []uint8{1, 2, 4, 0}, []int32{1, 3, 3, -1}, 1},
	{[]string{"le", "feu", "gagne", "la", "ville"}, []uint8{0, 1, 2, 0, 1}, []uint8{1, 2, 0, 1, 3}, []int32{1, 2, -1, 4, 2}, 0},
	{[]string{"il", "pleut"}, []uint8{4, 2}, []uint8{2, 0}, []int32{1, -1}, 1},
	{[]string{"le", "toit", "a", "pris"}, []uint8{0, 1, 3, 2}, []uint8{1, 2, 4, 0}, []int32{1, 3, 3, -1}, 0},
	{[]string{"les", "voisins", "ont", "crié"}, []uint8{0, 1, 3, 2}, []uint8{1, 2, 4, 0}, []int32{1, 3, 3, -1}, 1},
	{[]string{"elle", "part"}, []uint8{4, 2}, []uint8{2, 0}, []int32{1, -1}, 0},
	{[]string{"il", "part"}, []uint8{4, 2}, []uint8{2, 0}, []int32{1, -1}, 1},
}

var toyPlan = Plan{
	Tags: []string{"DET", "NOUN", "VERB", "AUX", "PRON"}, Rels: []string{"root", "det", "nsubj", "obj", "aux"},
	Families: 2, TagRounds: 8, ParseRounds: 10, BeamRounds: 4, Folds: 2, Runs: 2,
	TagBits: 12, MoveBits: 14, LabelBits: 12, Seed: 1, Margin: [3]float32{5, 1, 1},
}

func toySentences() []*Sentence {
	var out []*Sentence
	for _, c := range toy {
		s := &Sentence{Tags: c.tags, Rels: c.rels, Family: c.family}
		for i, w := range c.words {
			s.Words = append(s.Words, NewWord(w, 0, 0))
			h := c.heads[i]
			if h < 0 {
				h = int32(len(c.words))
			}
			s.Heads = append(s.Heads, h)
		}
		out = append(out, s)
	}
	return out
}

func toyFiles(t *testing.T) [][]byte {
	t.Helper()
	w := Learn(toySentences(), toyPlan)
	var files [][]byte
	for _, cells := range w.Cells(Cut{Scale: [3]float64{1, 1, 1}, Least: [3]float64{1, 1, 1}}) {
		b, err := Write("language: xx", toyPlan.Tags, toyPlan.Rels, cells, Style{})
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, b)
	}
	return files
}

func TestLearnsWhatItIsShown(t *testing.T) {
	e, err := Read(toyFiles(t)...)
	if err != nil {
		t.Fatal(err)
	}
	// Few sentences make few weights, large ones: nothing is beyond doubt.
	e.SureTag, e.SureMove, e.SureLabel = 1<<20, 1<<20, 1<<20
	st := &State{}
	for k, s := range toySentences() {
		tags := make([]uint8, len(s.Words))
		e.Tag(s.Words, tags)
		if !bytes.Equal(tags, s.Tags) {
			t.Errorf("%v: tags %v, not %v", toy[k].words, tags, s.Tags)
		}
		e.Parse(s.Words, tags, st)
		for i := range s.Words {
			if st.Head[i] != s.Heads[i] || st.Rel[i] != s.Rels[i] {
				t.Errorf("%v: word %d has head %d by %d, not %d by %d", toy[k].words, i, st.Head[i], st.Rel[i], s.Heads[i], s.Rels[i])
			}
		}
	}
}

func TestLearningIsDeterministic(t *testing.T) {
	a, b := toyFiles(t), toyFiles(t)
	for i := range a {
		if !bytes.Equal(a[i], b[i]) {
			t.Errorf("file %d differs from one learning to the next", i)
		}
	}
}

// TestFamiliesAreNeeded: each file holds only what its own sentences taught, so
// neither alone is the sum.
func TestFamiliesAreNeeded(t *testing.T) {
	files := toyFiles(t)
	both, _ := Read(files...)
	one, err := Read(files[0])
	if err != nil {
		t.Fatal(err)
	}
	same := true
	for i := range both.act.rows {
		same = same && both.act.rows[i] == one.act.rows[i]
	}
	if same {
		t.Error("the second file adds nothing")
	}
}

func TestReadRefusesWhatIsBroken(t *testing.T) {
	good := toyFiles(t)[0]
	for _, bad := range [][]byte{nil, []byte("x"), good[:len(good)/2], []byte(magic + "\n\nxxxx")} {
		if _, err := Read(bad); err == nil {
			t.Errorf("%d bytes are read", len(bad))
		}
	}
}

// TestLanes: a row of negative weights borrows from its neighbours until it is
// sealed, and from nobody after.
func TestLanes(t *testing.T) {
	tab := NewTable(2, 50)
	want := make([]int, 50)
	for c := range want {
		want[c] = []int{-maxStep, maxStep, 0, -1, 7, -maxStep}[c%6]
		tab.add(3, c, want[c])
	}
	tab.seal()
	for from := 0; from < tab.width; from += sumWords {
		var acc sum
		tab.sums([]uint32{3, 3 + 4}, from, &acc)
		for c := from * perWord; c < min(50, (from+sumWords)*perWord); c++ {
			word, lane := c/perWord-from, c%perWord
			got := int(acc[2*word+lane%2]>>(12*(lane/2))&0xfff) - 2*bias
			if got != 2*want[c] {
				t.Errorf("class %d sums to %d, not %d", c, got, 2*want[c])
			}
		}
	}
	own := make([]sum, tab.width/sumWords)
	for k := range own {
		tab.sums([]uint32{3}, k*sumWords, &own[k])
	}
	if all, rest := tab.best([]uint32{3, 3}, nil), tab.best([]uint32{3}, own); all != 1 || rest != 1 {
		t.Errorf("best is %d, and %d where half was summed before", all, rest)
	}
}

// TestMoveLanes is TestLanes for the moves.
func TestMoveLanes(t *testing.T) {
	tab := NewMoves(2)
	want := [moves]int{-maxMove, maxMove, -1}
	x := uint32(1)
	for m, w := range want {
		tab.add(spread(x, 0)&tab.mask, m, w)
	}
	tab.seal()
	var acc moveSum
	tab.sums([]uint32{x}, 0, &acc)
	for m, w := range want {
		if got := int(acc[m]) - moveBias; got != w {
			t.Errorf("move %d has %d, not %d", m, got, w)
		}
	}
}

// TestLimitInHead: a weights file may say how far behind a rival may be.
func TestLimitInHead(t *testing.T) {
	w := Learn(toySentences(), toyPlan)
	cells := w.Cells(Cut{Scale: [3]float64{1, 1, 1}, Least: [3]float64{1, 1, 1}})
	b, err := Write("language: xx\nlimit: 7", toyPlan.Tags, toyPlan.Rels, cells[0], Style{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file []byte
		want int64
	}{{b, 7}, {toyFiles(t)[0], beamLimit}} {
		if e, err := Read(c.file); err != nil || e.Limit != c.want {
			t.Errorf("limit %d, not %d (%v)", e.Limit, c.want, err)
		}
	}
}

// TestKnown: a word known whatever its context keeps its tag where the context
// speaks for another; one that is not known does not.
func TestKnown(t *testing.T) {
	e, err := Read(toyFiles(t)...)
	if err != nil {
		t.Fatal(err)
	}
	w := NewWord("la", 0, 0)
	e.SureTag = 1 << 20
	if e.Know(&w); w.sure {
		t.Error("known, whatever it takes")
	}
	e.SureTag = 1
	if e.Know(&w); !w.sure || w.tag != 0 {
		t.Errorf("known %v as %d, not as 0", w.sure, w.tag)
	}
	w.tag = 3
	tags := make([]uint8, 1)
	if e.Tag([]Word{w}, tags); tags[0] != 3 {
		t.Errorf("tagged %d although known", tags[0])
	}
}

func TestEmptySentence(t *testing.T) {
	e, err := Read(toyFiles(t)...)
	if err != nil {
		t.Fatal(err)
	}
	e.Parse(nil, nil, &State{})
}
