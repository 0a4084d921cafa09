package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"recoupe/lang/syntax"
)

// opencorpora is the dictionary of OpenCorpora as the npm package az carries
// it: every form of every lexeme, in paradigms.
type opencorpora struct {
	tags, suffixes []string
	paradigms      [][]uint16 // n suffixes, n tags, n prefixes
	prefixes       []string
}

// readRussian expands the lexemes of OpenCorpora that its own annotated texts or
// the treebanks use; all of them would be five million forms, most never met. Of
// the others it takes one in four: they show how words end.
func readRussian(dir string, wanted map[string]bool) (out, others []form, err error) {
	o := opencorpora{prefixes: []string{"", "по", "наи"}}
	if err := o.read(dir); err != nil {
		return nil, nil, err
	}
	met, err := readDawg(filepath.Join(dir, "p_t_given_w.intdawg"))
	if err != nil {
		return nil, nil, err
	}
	met.each(func(key []byte) {
		w, _, _ := strings.Cut(decode1251(key), ":")
		wanted[strings.ReplaceAll(w, "ё", "е")] = true
	})
	words, err := readDawg(filepath.Join(dir, "words.dawg"))
	if err != nil {
		return nil, nil, err
	}
	type lexeme struct {
		stem     string
		paradigm int
	}
	seen := map[lexeme]bool{}
	words.each(func(key []byte) {
		at := bytes.IndexByte(key, 1)
		if at < 0 || len(key) < at+5 {
			return
		}
		w := decode1251(key[:at])
		met := wanted[strings.ReplaceAll(w, "ё", "е")]
		k := key[at+1:]
		p := int(k[0]^1)<<6 + int(k[1]>>1)
		i := int(k[2]^1)<<6 + int(k[3]>>1)
		stem, ok := o.stem(w, p, i)
		l := lexeme{stem, p}
		switch {
		case !ok || seen[l]:
		case met:
			seen[l] = true
			out = append(out, o.expand(stem, p)...)
		case i == 0 && syntax.Hash(w)%4 == 0:
			others = append(others, o.expand(stem, p)...)
		}
	})
	return out, others, nil
}

func (o *opencorpora) read(dir string) error {
	for name, to := range map[string]*[]string{"gramtab-opencorpora-int.json": &o.tags, "suffixes.json": &o.suffixes} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		if err := json.Unmarshal(b, to); err != nil {
			return err
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "paradigms.array"))
	if err != nil {
		return err
	}
	list := make([]uint16, len(b)/2)
	for i := range list {
		list[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	if len(list) == 0 {
		return errors.New("no paradigms")
	}
	at := 1
	for range list[0] {
		n := int(list[at])
		o.paradigms = append(o.paradigms, list[at+1:at+1+n])
		at += 1 + n
	}
	return nil
}

// stem returns what form i of paradigm p has in common with the others.
func (o *opencorpora) stem(w string, p, i int) (string, bool) {
	if p >= len(o.paradigms) || 3*i >= len(o.paradigms[p]) {
		return "", false
	}
	d := o.paradigms[p]
	n := len(d) / 3
	pre, suf := o.prefixes[d[2*n+i]], o.suffixes[d[i]]
	if !strings.HasPrefix(w, pre) || !strings.HasSuffix(w, suf) || len(w) < len(pre)+len(suf) {
		return "", false
	}
	return w[len(pre) : len(w)-len(suf)], true
}

func (o *opencorpora) expand(stem string, p int) []form {
	d := o.paradigms[p]
	n := len(d) / 3
	lemma := o.prefixes[d[2*n]] + stem + o.suffixes[d[0]]
	var out []form
	for i := range n {
		w := o.prefixes[d[2*n+i]] + stem + o.suffixes[d[i]]
		for _, tag := range russianTags(o.tags[d[n+i]]) {
			out = append(out, form{w, lemma, tag})
		}
	}
	return out
}

var (
	russianPOS = map[string]string{
		"NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
		"PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "NPRO": "PRON", "ADVB": "ADV", "CONJ": "CCONJ", "PREP": "ADP",
		"INTJ": "INTJ", "PRCL": "PART", "PRED": "ADV",
	}
	russianFeats = map[string]string{
		"nomn": "Case=Nom", "gent": "Case=Gen", "gen1": "Case=Gen", "gen2": "Case=Gen", "datv": "Case=Dat",
		"accs": "Case=Acc", "acc2": "Case=Acc", "ablt": "Case=Ins", "loct": "Case=Loc", "loc1": "Case=Loc", "loc2": "Case=Loc",
		"masc": "Gender=Masc", "femn": "Gender=Fem", "neut": "Gender=Neut", "sing": "Number=Sing", "plur": "Number=Plur",
		"1per": "Person=1", "2per": "Person=2", "3per": "Person=3", "past": "Tense=Past", "pres": "Tense=Pres",
		"futr": "Tense=Fut", "pssv": "Voice=Pass",
	}
	russianForms = map[string]string{
		"ADJS": "Variant=Short", "COMP": "Degree=Cmp", "INFN": "VerbForm=Inf", "PRTF": "VerbForm=Part",
		"PRTS": "Variant=Short|VerbForm=Part", "GRND": "VerbForm=Conv", "VERB": "VerbForm=Fin",
	}
)

// russianTags turns a tag of OpenCorpora ("NOUN,anim,masc sing,nomn") into
// those of Universal Dependencies, features in their order.
func russianTags(tag string) []string {
	marks := strings.FieldsFunc(tag, func(r rune) bool { return r == ',' || r == ' ' })
	pos := russianPOS[marks[0]]
	var feats [9]string // in alphabetical order of names
	order := map[string]int{"Case": 0, "Degree": 1, "Gender": 2, "Mood": 3, "Number": 4, "Person": 5, "Tense": 6, "Variant": 7, "VerbForm": 7, "Voice": 8}
	set := func(f string) {
		name, _, _ := strings.Cut(f, "=")
		feats[order[name]] = f
	}
	if f := russianForms[marks[0]]; f != "" {
		set(f)
	}
	for _, m := range marks[1:] {
		switch m {
		case "Name", "Surn", "Patr", "Geox", "Orgn", "Trad":
			pos = "PROPN"
		case "Apro":
			pos = "DET"
		case "impr":
			set("Mood=Imp")
		case "indc":
			set("Mood=Ind")
		case "Arch", "V-oy", "V-ej", "Infr", "Slng", "Erro", "Dist":
			if m != "V-oy" {
				return nil
			}
		default:
			if f := russianFeats[m]; f != "" {
				set(f)
			}
		}
	}
	if pos == "" {
		return nil
	}
	var all []string
	for _, f := range feats {
		if f != "" {
			all = append(all, f)
		}
	}
	return []string{strings.TrimSpace(pos + " " + strings.Join(all, "|"))}
}
