// Train builds the models and tables that recoupe embeds, and scores them.
// Nothing imports it. From the module's root, with ../shared in its place:
//
//	sh train/packages.sh      fetches what they are built from, once
//	go run ./train            builds everything, in minutes, the same each time
//	go run ./train --check    builds everything apart and says what differs from what is kept
//	go run ./train --only fr  builds one part: fr, en, ru, places, zones, words or names
//
//	go run ./train score --lang fr FILE        scores a CoNLL-U file, gold tokens
//	go run ./train score --lang fr --raw FILE  the same from raw text
//	go run ./train names --cross               scores what finds names on sentences held out
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 0 && args[0] == "score" {
		return scoreCommand(args[1:])
	}
	if len(args) > 0 && args[0] == "names" {
		return namesCommand(args[1:])
	}
	f := flag.NewFlagSet("train", flag.ContinueOnError)
	only := f.String("only", "", "build one part: fr, en, ru, places, zones, words or names")
	banks := f.String("treebanks", "../shared/data/ud", "folder of the treebanks, one folder a language")
	packages := f.String("packages", "tmp/packages", "folder that train/packages.sh filled")
	out := f.String("out", ".", "root of the module the files go to")
	check := f.Bool("check", false, "write nothing; say what differs from what is kept")
	dev := f.Bool("dev", false, "learn without the development files and score on them; with --out")
	runs := f.Int("runs", 0, "shuffles averaged; 0: the language's own")
	if err := f.Parse(args); err != nil {
		return err
	}
	b := &builder{banks: *banks, packages: *packages, out: *out, dev: *dev, runs: *runs}
	if !*check {
		return b.all(*only)
	}
	apart, err := os.MkdirTemp("", "train")
	if err != nil {
		return err
	}
	defer os.RemoveAll(apart)
	b.out = apart
	if err := b.all(*only); err != nil {
		return err
	}
	return compare(apart, *out)
}

// all builds every part in the order they lean on each other, or the one named.
func (b *builder) all(only string) error {
	for _, r := range recipes {
		if only == "" || only == r.lang {
			if err := b.build(r); err != nil {
				return fmt.Errorf("%s: %w", r.lang, err)
			}
		}
	}
	for _, part := range []struct {
		name  string
		build func() error
	}{{"places", b.places}, {"zones", b.zones}, {"words", b.words}, {"names", b.names}} {
		if only == "" || only == part.name {
			if err := part.build(); err != nil {
				return fmt.Errorf("%s: %w", part.name, err)
			}
		}
	}
	return nil
}

// names runs train anew: names are learnt from what the other models say of
// words, and those are compiled in.
func (b *builder) names() error {
	c := exec.Command("go", "run", "./train", "names", "--out", b.out)
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	return c.Run()
}

// compare says of every file below built whether the one below kept is the same.
func compare(built, kept string) error {
	differ := false
	err := fs.WalkDir(os.DirFS(built), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		a, err := os.ReadFile(filepath.Join(built, name))
		if err != nil {
			return err
		}
		is := "same"
		if old, err := os.ReadFile(filepath.Join(kept, name)); err != nil || !bytes.Equal(a, old) {
			is, differ = "differs", true
		}
		fmt.Println(is, name)
		return nil
	})
	if err == nil && differ {
		err = errors.New("what was built is not what is kept; where it reads no worse, build without --check")
	}
	return err
}

// write keeps a file, named from the module's root.
func (b *builder) write(name string, data []byte) error {
	name = filepath.Join(b.out, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

var errNoFile = errors.New("score wants one CoNLL-U file")
