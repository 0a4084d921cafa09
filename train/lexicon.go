package main

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/vellum"

	"recoupe/lang"
)

// A dictionary is what a lexicon is made from.
type dictionary struct {
	forms  []form
	others []form // forms it shall not have, but show how unknown words end
	head   string
}

// byForm groups forms by how they are written, and sorts what is written.
func byForm(forms []form) (groups map[string][]form, keys []string) {
	groups = map[string][]form{}
	for _, f := range forms {
		k := strings.ToLower(lang.Norm(f.form))
		f.form, f.lemma = k, lang.Norm(f.lemma)
		if f.tag != "" && k != "" && !slices.Contains(groups[k], f) {
			groups[k] = append(groups[k], f)
		}
	}
	return groups, slices.Sorted(maps.Keys(groups))
}

// compileLexicon writes a lexicon file, as lang.OpenLexicon reads it.
func compileLexicon(d dictionary) ([]byte, error) {
	tags, endings, entries := &list{}, &list{}, &list{}
	known, keys := byForm(d.forms)
	at := map[string]int{}
	for _, k := range keys {
		at[k] = entries.index(entryOf(k, known[k], tags, endings))
	}
	for e, i := range guesses(d, tags, endings, entries) {
		at["\x00"+e] = i
	}
	var fst bytes.Buffer
	b, err := vellum.New(&fst, nil)
	if err != nil {
		return nil, err
	}
	for _, k := range slices.Sorted(maps.Keys(at)) {
		if err := b.Insert([]byte(k), uint64(at[k])); err != nil {
			return nil, err
		}
	}
	if err := b.Close(); err != nil {
		return nil, err
	}
	var t []byte
	for _, l := range []*list{tags, endings} {
		t = binary.AppendUvarint(t, uint64(len(l.all)))
		for _, s := range l.all {
			t = binary.AppendUvarint(t, uint64(len(s)))
			t = append(t, s...)
		}
	}
	t = binary.AppendUvarint(t, uint64(len(entries.all)))
	for _, e := range entries.all {
		t = append(t, e...)
	}
	out := []byte("recoupe lexicon 1\n" + strings.TrimSpace(d.head) + "\n\n")
	out = binary.AppendUvarint(out, uint64(len(t)))
	out = append(out, t...)
	return append(out, fst.Bytes()...), nil
}

// entryOf writes what a form may be: count, then tag, bytes to cut and ending.
func entryOf(key string, forms []form, tags, endings *list) string {
	slices.SortFunc(forms, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.lemma, b.lemma))
	})
	var e []byte
	e = binary.AppendUvarint(e, uint64(len(forms)))
	for _, f := range forms {
		lemma := f.lemma
		if !strings.HasPrefix(f.tag, "PROPN") {
			lemma = strings.ToLower(lemma)
		}
		i := 0
		for i < len(key) && i < len(lemma) && key[i] == lemma[i] {
			i++
		}
		e = binary.AppendUvarint(e, uint64(tags.index(f.tag)))
		e = binary.AppendUvarint(e, uint64(len(key)-i))
		e = binary.AppendUvarint(e, uint64(endings.index(lemma[i:])))
	}
	return string(e)
}

// A list numbers strings in the order they first appear.
type list struct {
	all []string
	at  map[string]int
}

func (l *list) index(s string) int {
	if i, ok := l.at[s]; ok {
		return i
	}
	if l.at == nil {
		l.at = map[string]int{}
	}
	l.at[s] = len(l.all)
	l.all = append(l.all, s)
	return len(l.all) - 1
}
