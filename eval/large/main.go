// Command large writes a folder of many reports to measure recoupe on: time and
// memory of 10,000 reports stand in doc/bench/read.txt.
//
//	go run ./eval/large -kind copies  -n 10000 FOLDER   near-copies in one story: the worst case for story, when and ledger
//	go run ./eval/large -kind stories -n 10000 FOLDER   many made-up crises, each told by a few dozen newsrooms in their own words
//
// It is run at the root of the repository, whose test data the reports are made
// of. The same flags write the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"recoupe/eval"
)

func main() {
	log.SetFlags(0)
	kind := flag.String("kind", "stories", "copies or stories")
	n := flag.Int("n", 10000, "how many reports")
	size := flag.Int("size", 5000, "bytes of one report, about")
	flag.Parse()
	if flag.NArg() != 1 || *kind != "copies" && *kind != "stories" {
		log.Fatal("name a folder: go run ./eval/large -kind stories -n 10000 FOLDER")
	}
	write := stories
	if *kind == "copies" {
		write = copies
	}
	if err := os.MkdirAll(flag.Arg(0), 0o777); err != nil {
		log.Fatal(err)
	}
	if err := write(flag.Arg(0), *n, *size); err != nil {
		log.Fatal(err)
	}
}

func save(dir string, i int, report string) error {
	sub := filepath.Join(dir, fmt.Sprintf("%03d", i/1000))
	if err := os.MkdirAll(sub, 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(sub, fmt.Sprintf("%06d.txt", i)), []byte(report), 0o666)
}

// copies writes reports of one story: the bundled example over and over, each
// with some sentences of its own and its numbers a little changed.
func copies(dir string, n, size int) error {
	files, err := filepath.Glob("testdata/port-lisane/*.txt")
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no example here: run it at the root of the repository")
	}
	var texts []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		texts = append(texts, string(b))
	}
	p, err := newProse(3)
	if err != nil {
		return err
	}
	for i := range n {
		var b strings.Builder
		b.WriteString(texts[i%len(texts)])
		for b.Len() < size {
			b.WriteString("\n\n" + p.paragraph(nil))
		}
		if err := save(dir, i, b.String()+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// stories writes reports of many crises: what the generated stream of package
// eval says of each, among prose that no other report has.
func stories(dir string, n, size int) error {
	data, err := os.ReadFile("eval/testdata/story/stream.txt")
	if err != nil {
		return err
	}
	p, err := newProse(4)
	if err != nil {
		return err
	}
	s := eval.NewStream(string(data), 11)
	for i, day := 0, 0; i < n; day++ {
		for _, x := range s.Story(5+day*7%60, day%300) {
			if i == n {
				break
			}
			if x.Language != "fr" {
				continue
			}
			facts := strings.Split(x.Text, "\n\n")
			var b strings.Builder
			fmt.Fprintf(&b, "date %s\n\n%s\n\n%s\n", x.Published, x.Title, x.Outlet)
			for k := 0; b.Len() < size || k < len(facts); k++ {
				if k < len(facts) {
					b.WriteString("\n" + facts[k] + "\n")
				}
				b.WriteString("\n" + p.paragraph(capitals.FindAllString(x.Text, -1)) + "\n")
			}
			if err := save(dir, i, b.String()); err != nil {
				return err
			}
			i++
		}
	}
	return nil
}

var capitals = regexp.MustCompile(`\b[A-Z][a-z]{4,}\b`)

// A prose writes sentences no one has written: every word followed one that it
// follows in a text of ours. They mean nothing and read like news: numbers,
// names, verbs of saying and quotations stand where they stand in the texts.
type prose struct {
	rng   *rand.Rand
	first []string
	next  map[string][]string
}

func newProse(seed int64) (*prose, error) {
	p := &prose{rng: rand.New(rand.NewSource(seed)), next: map[string][]string{}}
	data, err := os.ReadFile("eval/testdata/story/bases.txt")
	if err != nil {
		return nil, err
	}
	for _, b := range eval.Bases(string(data)) {
		for _, para := range b.Paras {
			words := strings.Fields(para)
			if strings.ContainsAny(para, "0123456789") && len(p.first)%4 > 0 {
				p.first = append(p.first, p.first[len(p.first)/2])
				continue // a report of 5 kB has a dozen figures, not fifty
			}
			p.first = append(p.first, words[0])
			for i, w := range words[1:] {
				p.next[words[i]] = append(p.next[words[i]], w)
			}
		}
	}
	return p, nil
}

// paragraph writes three to five sentences; one capitalised word in three is one
// of names instead.
func (p *prose) paragraph(names []string) string {
	var out []string
	for sentences := 3 + p.rng.Intn(3); sentences > 0; {
		w := p.first[p.rng.Intn(len(p.first))]
		for k := 0; k < 40; k++ {
			out = append(out, p.named(w, k, names))
			if k > 5 && strings.HasSuffix(w, ".") || len(p.next[w]) == 0 {
				break
			}
			w = p.next[w][p.rng.Intn(len(p.next[w]))]
		}
		if last := len(out) - 1; !strings.HasSuffix(out[last], ".") {
			out[last] += "."
		}
		sentences--
	}
	return strings.Join(out, " ")
}

func (p *prose) named(w string, k int, names []string) string {
	if strings.ContainsAny(w, "0123456789") && w[0] >= '0' && w[0] <= '9' {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return '1' + rune(p.rng.Intn(9))
			}
			return r
		}, w)
	}
	if k > 0 && len(names) > 0 && p.rng.Intn(3) == 0 && capitals.MatchString(w) {
		return capitals.ReplaceAllLiteralString(w, names[p.rng.Intn(len(names))])
	}
	return w
}
