// Train builds the models and tables that package lang embeds, and scores them.
// Nothing imports it.
//
//	go run ./train                       builds everything
//	go run ./train --only fr             builds one language
//	go run ./train places DIR            builds the gazetteer from the packages in DIR
//	go run ./train zones DIR             builds the time zones and where they are kept
//	go run ./train names [--cross]       learns to find names
//	go run ./train words                 counts the words that package story weighs
//	go run ./train score --lang fr FILE  scores a CoNLL-U file, gold tokens
//	go run ./train score --lang fr --raw FILE  the same from raw text
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
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
	if len(args) > 0 && args[0] == "words" {
		return wordsCommand("../shared/data/ud", "story/data")
	}
	if len(args) > 1 && args[0] == "places" {
		return buildPlaces(args[1])
	}
	if len(args) > 1 && args[0] == "zones" {
		return buildZones(args[1])
	}
	f := flag.NewFlagSet("train", flag.ContinueOnError)
	only := f.String("only", "", "build one language: fr, en or ru")
	banks := f.String("treebanks", "../shared/data/ud", "folder of the treebanks, one folder a language")
	hunspell := f.String("hunspell", "/usr/share/hunspell", "folder of the French hunspell dictionary (Debian: hunspell-fr-classical)")
	az := f.String("az", "node_modules/az/dicts", "folder of the OpenCorpora dictionary (npm: az)")
	out := f.String("out", "lang/data", "where the files go")
	dev := f.Bool("dev", false, "learn without the development files and score on them; nothing is written for keeps")
	runs := f.Int("runs", 0, "shuffles averaged; 0: the language's own")
	if err := f.Parse(args); err != nil {
		return err
	}
	b := &builder{banks: *banks, hunspell: *hunspell, az: *az, out: *out, dev: *dev, runs: *runs}
	for _, r := range recipes {
		if *only != "" && *only != r.lang {
			continue
		}
		if err := b.build(r); err != nil {
			return fmt.Errorf("%s: %w", r.lang, err)
		}
	}
	return nil
}

var errNoFile = errors.New("score wants one CoNLL-U file")
