package main

import (
	"math/rand/v2"
	"strings"
)

// Treebanks have few reports in them, and reports close half their sentences
// with who said so: « …, a déclaré mardi le porte-parole de la police ». A
// parser that has not seen it takes the speaker for an object. What stands here
// lends a share of the training sentences such an ending, or a beginning with
// "Selon". The words of the endings are ours; the sentence stays under the
// licence of its treebank.

// speakers are subjects, each word as form/part of speech/relation/head, heads
// counted from 1 inside the phrase and 0 for its own head.
var speakersOne = []string{
	"le/DET/det/2 porte-parole/NOUN/^/0 de/ADP/case/5 la/DET/det/5 police/NOUN/nmod/2",
	"le/DET/det/2 ministère/NOUN/^/0 de/ADP/case/5 la/DET/det/5 Santé/PROPN/nmod/2",
	"la/DET/det/2 préfecture/NOUN/^/0",
	"un/DET/det/2 responsable/NOUN/^/0 local/ADJ/amod/2",
	"le/DET/det/2 gouverneur/NOUN/^/0 de/ADP/case/5 la/DET/det/5 région/NOUN/nmod/2",
	"un/DET/det/2 témoin/NOUN/^/0",
	"une/DET/det/2 habitante/NOUN/^/0 de/ADP/case/5 le/DET/det/5 quartier/NOUN/nmod/2",
	"le/DET/det/2 chef/NOUN/^/0 de/ADP/case/5 l'/DET/det/5 opposition/NOUN/nmod/2 ,/PUNCT/punct/7 Marc/PROPN/appos/2 Odier/PROPN/flat/7",
	"M./NOUN/^/0 Odier/PROPN/nmod/1",
	"Awa/PROPN/^/0 Sané/PROPN/flat/1",
	"le/DET/det/2 président/NOUN/^/0",
	"une/DET/det/2 source/NOUN/^/0 policière/ADJ/amod/2",
	"le/DET/det/2 parquet/NOUN/^/0",
	"la/DET/det/2 télévision/NOUN/^/0 d'/ADP/case/4 État/NOUN/nmod/2",
	"le/DET/det/2 directeur/NOUN/^/0 de/ADP/case/5 l'/DET/det/5 hôpital/NOUN/nmod/2",
	"l'/DET/det/2 agence/NOUN/^/0 Interfax/PROPN/appos/2",
	"un/DET/det/2 journaliste/NOUN/^/0 de/ADP/case/5 l'/DET/det/5 AFP/PROPN/nmod/2",
	"Amnesty/PROPN/^/0 International/PROPN/flat/1",
	"le/DET/det/2 maire/NOUN/^/0 de/ADP/case/4 Mirevan/PROPN/nmod/2 ,/PUNCT/punct/6 Lila/PROPN/appos/2 Tarn/PROPN/flat/6",
	"Karim/PROPN/^/0 ,/PUNCT/punct/4 un/DET/det/4 rescapé/NOUN/appos/1",
}

var speakersMany = []string{
	"les/DET/det/2 autorités/NOUN/^/0 locales/ADJ/amod/2",
	"des/DET/det/2 témoins/NOUN/^/0",
	"les/DET/det/2 secours/NOUN/^/0",
	"plusieurs/DET/det/2 habitants/NOUN/^/0",
	"des/DET/det/2 sources/NOUN/^/0 concordantes/ADJ/amod/2",
	"des/DET/det/2 journalistes/NOUN/^/0 de/ADP/case/5 l'/DET/det/5 AFP/PROPN/nmod/2",
	"les/DET/det/2 forces/NOUN/^/0 de/ADP/case/4 sécurité/NOUN/nmod/2",
	"les/DET/det/2 organisateurs/NOUN/^/0",
	"la/DET/det/2 police/NOUN/^/0 et/CCONJ/cc/5 les/DET/det/5 pompiers/NOUN/conj/2",
}

var (
	saidPart = strings.Fields("déclaré annoncé indiqué précisé rapporté affirmé assuré ajouté expliqué constaté estimé confié raconté confirmé souligné signalé dénoncé reconnu")
	saysNow  = strings.Fields("indique explique raconte déclare précise ajoute témoigne résume lance rapporte affirme assure confie souligne")
	whens    = []string{"", "", "mardi", "jeudi", "mercredi", "dimanche", "samedi soir", "à l' AFP", "à la presse", "lundi"}
	between  = []string{"", "", "", "dans un communiqué"}
)

// phrase appends the words of a pattern and returns the index of its head.
func (t *tree) phrase(pattern, rel string, head int) int {
	base := len(t.words)
	at := base
	for i, w := range strings.Fields(pattern) {
		c := strings.Split(w, "/")
		h := base + int(c[3][0]-'0') - 1
		if c[2] == "^" {
			at = base + i
			c[2], h = rel, head
		}
		t.words = append(t.words, node{form: c[0], lemma: c[0], pos: c[1], feats: "_", rel: c[2], head: h})
	}
	return at
}

func (t *tree) add(form, pos, feats, rel string, head int) int {
	t.words = append(t.words, node{form: form, lemma: form, pos: pos, feats: feats, rel: rel, head: head})
	return len(t.words) - 1
}

// withSpeaker returns t with an ending that names a speaker, nil where t is no
// plain sentence.
func (t *tree) withSpeaker(r *rand.Rand) *tree {
	n := len(t.words)
	root := -1
	for i, w := range t.words {
		if w.head < 0 {
			root = i
		}
	}
	last := t.words[n-1]
	if n < 5 || n > 40 || last.form != "." || last.head != root || t.words[root].pos != "VERB" {
		return nil
	}
	if r.IntN(5) == 0 {
		return t.according(r, root)
	}
	out := &tree{}
	quoted := r.IntN(3) == 0
	shift := 0
	if quoted {
		shift = 1
		out.add("«", "PUNCT", "_", "punct", root+1)
	}
	for _, w := range t.words[:n-1] {
		if w.head >= 0 {
			w.head += shift
		}
		out.words = append(out.words, w)
	}
	root += shift
	if quoted {
		out.add("»", "PUNCT", "_", "punct", root)
	}
	comma := out.add(",", "PUNCT", "_", "punct", root)
	out.words[comma].head = out.incise(r, root)
	out.add(".", "PUNCT", "_", "punct", root)
	return out
}

// incise appends the clause of saying under the root and returns its verb.
func (t *tree) incise(r *rand.Rand, root int) int {
	many := r.IntN(3) == 0
	verb := len(t.words)
	part := "Tense=Past|VerbForm=Part"
	switch k := r.IntN(6); {
	case k == 0: // "a-t-il déclaré"
		t.add("a", "AUX", "Mood=Ind|VerbForm=Fin", "aux", verb+2)
		t.add(pick(r, "-t-il", "-t-elle", "-t-on"), "PRON", "_", "nsubj", verb+2)
		verb = t.add(saidPart[r.IntN(len(saidPart))], "VERB", part, "parataxis", root)
		t.when(r, verb)
		return verb
	case k == 1: // "explique-t-elle"
		verb = t.add(saysNow[r.IntN(len(saysNow))], "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", "parataxis", root)
		t.add(pick(r, "-t-il", "-t-elle", "-t-on"), "PRON", "_", "nsubj", verb)
		return verb
	case k == 2 && !many:
		verb = t.add(saysNow[r.IntN(len(saysNow))], "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin", "parataxis", root)
	default:
		aux := pick(r, "a", "a", "avait")
		if many {
			aux = pick(r, "ont", "ont", "avaient")
		}
		t.add(aux, "AUX", "Mood=Ind|VerbForm=Fin", "aux", verb+1)
		verb = t.add(saidPart[r.IntN(len(saidPart))], "VERB", part, "parataxis", root)
	}
	t.when(r, verb)
	if many {
		t.phrase(speakersMany[r.IntN(len(speakersMany))], "nsubj", verb)
	} else {
		t.phrase(speakersOne[r.IntN(len(speakersOne))], "nsubj", verb)
	}
	if b := between[r.IntN(len(between))]; b != "" {
		t.phrase("dans/ADP/case/3 un/DET/det/3 communiqué/NOUN/^/0", "obl", verb)
	}
	return verb
}

func pick(r *rand.Rand, words ...string) string { return words[r.IntN(len(words))] }

func (t *tree) when(r *rand.Rand, verb int) {
	switch w := whens[r.IntN(len(whens))]; w {
	case "":
	case "samedi soir":
		day := t.add("samedi", "NOUN", "_", "obl", verb)
		t.add("soir", "NOUN", "_", "nmod", day)
	case "à l' AFP":
		t.phrase("à/ADP/case/3 l'/DET/det/3 AFP/PROPN/^/0", "obl", verb)
	case "à la presse":
		t.phrase("à/ADP/case/3 la/DET/det/3 presse/NOUN/^/0", "obl", verb)
	default:
		t.add(w, "NOUN", "_", "obl", verb)
	}
}

// according returns t with "Selon …," before it.
func (t *tree) according(r *rand.Rand, root int) *tree {
	list := append(append([]string{}, speakersOne[:18]...), speakersMany...)
	out := &tree{}
	out.add(pick(r, "Selon", "Selon", "D'après"), "ADP", "_", "case", 0)
	head := out.phrase(list[r.IntN(len(list))], "obl", 0)
	out.words[0].head = head
	out.add(",", "PUNCT", "_", "punct", head)
	shift := len(out.words)
	out.words[head].head = root + shift
	for i, w := range t.words {
		if w.head >= 0 {
			w.head += shift
		}
		if i == 0 && w.pos != "PROPN" {
			w.form = strings.ToLower(w.form)
		}
		out.words = append(out.words, w)
	}
	return out
}
