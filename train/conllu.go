package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// A tree is one sentence of a CoNLL-U file.
type tree struct {
	text   string
	apart  bool // begins a paragraph or document
	words  []node
	tokens []surface
}

// A node is a syntactic word.
type node struct {
	form, lemma, pos, feats, rel string
	head                         int // index of the governor; -1 for the root
}

// A surface is a token as written: one word, or a contraction of several.
type surface struct {
	form        string
	first, last int // words, last included
	space       bool
}

// readTrees reads a CoNLL-U file, empty nodes left out.
func readTrees(path string) ([]*tree, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*tree
	t := &tree{}
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<20), 1<<24)
	for line := 1; sc.Scan(); line++ {
		l := sc.Text()
		switch {
		case l == "":
			if len(t.words) > 0 {
				out = append(out, t)
			}
			t = &tree{}
		case strings.HasPrefix(l, "# text = "):
			t.text = l[len("# text = "):]
		case strings.HasPrefix(l, "# newpar"), strings.HasPrefix(l, "# newdoc"):
			t.apart = true
		case l[0] == '#':
		default:
			if err := t.line(l); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, line, err)
			}
		}
	}
	if len(t.words) > 0 {
		out = append(out, t)
	}
	return out, sc.Err()
}

func (t *tree) line(l string) error {
	c := strings.Split(l, "\t")
	if len(c) < 10 {
		return fmt.Errorf("%d columns", len(c))
	}
	space := !strings.Contains(c[9], "SpaceAfter=No")
	if a, b, ok := strings.Cut(c[0], "-"); ok {
		first, err1 := strconv.Atoi(a)
		last, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil {
			return fmt.Errorf("range %q", c[0])
		}
		t.tokens = append(t.tokens, surface{c[1], first - 1, last - 1, space})
		return nil
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	head, err := strconv.Atoi(c[6])
	if err != nil {
		return fmt.Errorf("head %q", c[6])
	}
	i := len(t.words)
	if n := len(t.tokens); n == 0 || t.tokens[n-1].last < i {
		t.tokens = append(t.tokens, surface{c[1], i, i, space})
	}
	rel, _, _ := strings.Cut(c[7], ":")
	t.words = append(t.words, node{c[1], c[2], c[3], c[5], rel, head - 1})
	return nil
}
