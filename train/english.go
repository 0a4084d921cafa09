package main

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
)

// readEnglish builds a lexicon of English forms from WordNet: its lemmas by
// part of speech, its lists of irregular forms, and the regular endings.
func readEnglish(dir string) ([]form, error) {
	w := wordnet{lemmas: map[string]map[string]int{}, irregular: map[string][]form{}}
	for _, pos := range []string{"noun", "verb", "adj", "adv"} {
		if err := w.index(dir, pos); err != nil {
			return nil, err
		}
		if err := w.exceptions(dir, pos); err != nil {
			return nil, err
		}
	}
	var out []form
	for _, lemma := range sortedKeys(w.lemmas) {
		counts := w.lemmas[lemma]
		seen := false
		for _, n := range counts {
			seen = seen || n > 0
		}
		for _, pos := range sortedKeys(counts) {
			if seen && counts[pos] == 0 {
				continue // "police" the verb: never met in the corpus where the noun was
			}
			out = append(out, englishForms(lemma, pos, w.irregular[pos+" "+lemma])...)
		}
	}
	return out, nil
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

type wordnet struct {
	lemmas    map[string]map[string]int // lemma → part of speech → how often its senses were met
	irregular map[string][]form         // part of speech and lemma
}

func (w *wordnet) index(dir, pos string) error {
	return eachLine(dir+"/index."+pos, func(line string) {
		if strings.HasPrefix(line, " ") {
			return
		}
		c := strings.Fields(line)
		if len(c) < 6 || strings.ContainsAny(c[0], "_0123456789'./") {
			return
		}
		pointers, err := strconv.Atoi(c[3])
		if err != nil || len(c) < 6+pointers {
			return
		}
		met, _ := strconv.Atoi(c[5+pointers])
		if w.lemmas[c[0]] == nil {
			w.lemmas[c[0]] = map[string]int{}
		}
		w.lemmas[c[0]][pos] = met
	})
}

func (w *wordnet) exceptions(dir, pos string) error {
	return eachLine(dir+"/"+pos+".exc", func(line string) {
		c := strings.Fields(line)
		if len(c) >= 2 && !strings.Contains(c[0], "_") {
			k := pos + " " + c[1]
			w.irregular[k] = append(w.irregular[k], form{form: c[0], lemma: c[1]})
		}
	})
}

func eachLine(path string, do func(line string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 1<<16), 1<<22)
	for sc.Scan() {
		do(sc.Text())
	}
	return sc.Err()
}

const (
	enPast     = "VERB Tense=Past|VerbForm=Fin"
	enPastPart = "VERB Tense=Past|VerbForm=Part"
)

func englishForms(lemma, pos string, irregular []form) []form {
	switch pos {
	case "noun":
		out := []form{{lemma, lemma, "NOUN Number=Sing"}}
		for _, f := range irregular {
			out = append(out, form{f.form, lemma, "NOUN Number=Plur"})
		}
		if len(irregular) == 0 {
			out = append(out, form{ending(lemma, "s"), lemma, "NOUN Number=Plur"})
		}
		return out
	case "verb":
		return englishVerb(lemma, irregular)
	case "adj":
		out := []form{{lemma, lemma, "ADJ Degree=Pos"}}
		if len(irregular) == 0 && len(lemma) <= 6 {
			irregular = []form{{form: ending(lemma, "er")}, {form: ending(lemma, "est")}}
		}
		for _, f := range irregular {
			degree := "ADJ Degree=Cmp"
			if strings.HasSuffix(f.form, "st") {
				degree = "ADJ Degree=Sup"
			}
			out = append(out, form{f.form, lemma, degree})
		}
		return out
	}
	return []form{{lemma, lemma, "ADV"}}
}

func englishVerb(lemma string, irregular []form) []form {
	out := []form{
		{lemma, lemma, "VERB VerbForm=Inf"}, {lemma, lemma, "VERB Tense=Pres|VerbForm=Fin"},
		{ending(lemma, "s"), lemma, "VERB Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
	}
	past, ing := false, false
	for _, f := range irregular {
		switch {
		case strings.HasSuffix(f.form, "ing"):
			ing = true
			out = append(out, form{f.form, lemma, "VERB Tense=Pres|VerbForm=Part"})
		case strings.HasSuffix(f.form, "s"):
			out = append(out, form{f.form, lemma, "VERB Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"})
		default:
			past = true
			out = append(out, form{f.form, lemma, enPast}, form{f.form, lemma, enPastPart})
		}
	}
	if !ing {
		out = append(out, form{ending(lemma, "ing"), lemma, "VERB Tense=Pres|VerbForm=Part"})
	}
	if !past {
		out = append(out, form{ending(lemma, "ed"), lemma, enPast}, form{ending(lemma, "ed"), lemma, enPastPart})
	}
	return out
}

// ending adds a regular ending.
func ending(lemma, end string) string {
	n := len(lemma)
	if n < 2 {
		return lemma + end
	}
	last := lemma[n-1]
	vowelBefore := strings.IndexByte("aeiou", lemma[n-2]) >= 0
	switch {
	case last == 'y' && !vowelBefore && end == "s":
		return lemma[:n-1] + "ies"
	case last == 'y' && !vowelBefore && end[0] == 'e':
		return lemma[:n-1] + "i" + end
	case end == "s" && (last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(lemma, "ch") || strings.HasSuffix(lemma, "sh")):
		return lemma + "es"
	case last == 'e' && end[0] == 'e':
		return lemma + end[1:]
	case last == 'e' && end == "ing" && n > 2 && lemma[n-2] != 'e' && lemma[n-2] != 'o' && lemma[n-2] != 'y':
		return lemma[:n-1] + end
	}
	return lemma + end
}
