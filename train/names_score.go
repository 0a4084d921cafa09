package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"recoupe/eval"
	"recoupe/internal/marked"
	"recoupe/lang"
)

// scoredHead adds to the head of a model what it scores on sentences it was not
// learnt from.
func scoredHead(head string, model []byte, dir string) (string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "names-apart*.txt"))
	if err != nil {
		return "", err
	}
	for _, name := range files {
		lines, err := eval.Lines(name)
		if err != nil {
			return "", err
		}
		score, err := scoreNames(model, lines, nil)
		if err != nil {
			return "", err
		}
		head += "\nscores: " + filepath.Base(name) + " " + score.String()
	}
	return head, nil
}

// scoreNames scores a model on marked sentences; wrong, if there is one, is given
// every sentence read wrong, as marked and as read.
func scoreNames(model []byte, lines []string, wrong func(line, read string)) (score eval.NameScore, err error) {
	for _, line := range lines {
		plain, marks, err := marked.Parse(line)
		if err != nil {
			return score, err
		}
		a := lang.Analyze(eval.PlainDocument(plain, "fr"))
		a.FindNames(model)
		found := eval.NameMarks(a)
		if wrong != nil && !slices.Equal(found, marks) {
			wrong(line, marked.Format(plain, found))
		}
		score.Add(marks, found)
	}
	return score, nil
}

// cross scores each file by a model of the others.
func (l *nameLearner) cross(lines map[string][]string, english []string, copies int, wrong bool) error {
	names := slices.Sorted(keysOf(lines))
	var show func(line, read string)
	if wrong {
		show = func(line, read string) { fmt.Printf("- %s\n+ %s\n", line, read) }
	}
	var all eval.NameScore
	for _, held := range names {
		var rest []string
		for _, n := range names {
			if n != held {
				rest = append(rest, lines[n]...)
			}
		}
		m, err := l.learn(rest, english, copies)
		if err != nil {
			return err
		}
		score, err := scoreNames(m.pack(""), lines[held], show)
		if err != nil {
			return err
		}
		for k := range all.Marked {
			all.Right[k] += score.Right[k]
			all.Found[k] += score.Found[k]
			all.Marked[k] += score.Marked[k]
		}
		fmt.Printf("%-40s %s\n", filepath.Base(held), score.String())
	}
	fmt.Printf("%-40s %s\n", "all", all.String())
	return nil
}

// scoreTagged scores the embedded model on a file like UNER's.
func scoreTagged(file string) error {
	lines, err := readTagged(file)
	if err != nil {
		return err
	}
	var score eval.NameScore
	for _, line := range lines {
		plain, marks, err := marked.Parse(line)
		if err != nil {
			return err
		}
		score.Add(marks, eval.NameMarks(lang.Analyze(eval.PlainDocument(plain, "en"))))
	}
	fmt.Println(score.String())
	return nil
}
