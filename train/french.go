package main

import "strings"

// What the marks of the French hunspell dictionary are in Universal
// Dependencies.
var (
	frenchPOS = map[string]string{
		"nom": "NOUN", "adj": "ADJ", "npr": "PROPN", "prn": "PROPN", "patr": "PROPN", "titr": "NOUN",
		"adv": "ADV", "advneg": "ADV", "advint": "ADV", "interj": "INTJ", "nb": "NUM", "nbro": "NUM",
		"prep": "ADP", "prepv": "ADP", "loc.adv": "ADV", "loc.prep": "ADP", "loc.adj": "ADJ",
		"det": "DET", "detpos": "DET", "detind": "DET", "detdem": "DET", "detneg": "DET", "detint": "DET", "detex": "DET",
		"cjsub": "SCONJ", "cjco": "CCONJ", "cj": "CCONJ",
		"prodem": "PRON", "proind": "PRON", "prorel": "PRON", "proint": "PRON", "properobj": "PRON",
		"propersuj": "PRON", "properf": "PRON", "proneg": "PRON", "preverb": "PRON", "proadv": "PRON",
	}
	frenchMood = map[string]string{
		"ipre": "Mood=Ind|Tense=Pres|VerbForm=Fin", "iimp": "Mood=Ind|Tense=Imp|VerbForm=Fin",
		"ipsi": "Mood=Ind|Tense=Past|VerbForm=Fin", "ifut": "Mood=Ind|Tense=Fut|VerbForm=Fin",
		"cond": "Mood=Cnd|Tense=Pres|VerbForm=Fin", "spre": "Mood=Sub|Tense=Pres|VerbForm=Fin",
		"simp": "Mood=Sub|Tense=Past|VerbForm=Fin", "impe": "Mood=Imp|Tense=Pres|VerbForm=Fin",
	}
	frenchPerson = map[string]string{
		"1sg": "Number=Sing|Person=1", "2sg": "Number=Sing|Person=2", "3sg": "Number=Sing|Person=3",
		"1pl": "Number=Plur|Person=1", "2pl": "Number=Plur|Person=2", "3pl": "Number=Plur|Person=3",
		"3pl!": "Number=Plur|Person=3",
	}
)

// frenchForms reads the marks of one form: those of its dictionary line and
// those of the suffix that made it.
func frenchForms(w, lemma, line, suffix string) []form {
	var tags []string
	verb := false
	for _, m := range strings.Fields(line) {
		if strings.HasPrefix(m, "po:v") && len(m) > 4 && m[4] >= '0' && m[4] <= '9' {
			verb = true
		}
	}
	if verb {
		tags = frenchVerb(lemma, suffix)
	} else {
		tags = frenchNominal(line, suffix)
	}
	var out []form
	for _, t := range tags {
		out = append(out, form{w, lemma, t})
	}
	return out
}

// frenchNominal reads gender and number; marks of the line and of the suffix
// add up.
func frenchNominal(line, suffix string) []string {
	var pos []string
	var gender, number string
	for _, m := range strings.Fields(line + " " + suffix) {
		key, val, _ := strings.Cut(m, ":")
		switch {
		case key == "po" && frenchPOS[val] != "":
			pos = append(pos, frenchPOS[val])
		case m == "is:mas":
			gender = "Gender=Masc"
		case m == "is:fem":
			gender = "Gender=Fem"
		case m == "is:sg":
			number = "Number=Sing"
		case m == "is:pl":
			number = "Number=Plur"
		}
	}
	feats := strings.Trim(gender+"|"+number, "|")
	for i, p := range pos {
		pos[i] = strings.TrimSpace(p + " " + feats)
	}
	return pos
}

func frenchVerb(lemma, suffix string) []string {
	pos := "VERB"
	aux := lemma == "être" || lemma == "avoir"
	var moods, persons []string
	var gender, number string
	for _, m := range strings.Fields(suffix) {
		_, val, _ := strings.Cut(m, ":")
		switch {
		case frenchMood[val] != "":
			moods = append(moods, frenchMood[val])
		case frenchPerson[val] != "":
			persons = append(persons, frenchPerson[val])
		case val == "infi":
			return auxToo(pos+" VerbForm=Inf", aux)
		case val == "ppre":
			return auxToo(pos+" Tense=Pres|VerbForm=Part", aux)
		case val == "ppas":
			moods = []string{"Tense=Past|VerbForm=Part"}
		case val == "mas":
			gender = "Gender=Masc"
		case val == "fem":
			gender = "Gender=Fem"
		case val == "sg":
			number = "Number=Sing"
		case val == "pl":
			number = "Number=Plur"
		}
	}
	var out []string
	if len(moods) == 1 && strings.HasSuffix(moods[0], "Part") {
		return auxToo(pos+" "+strings.Trim(gender+"|"+number+"|", "|")+"|"+moods[0], aux)
	}
	for _, m := range moods {
		for _, p := range persons {
			out = append(out, auxToo(pos+" "+m+"|"+p, aux)...)
		}
	}
	return out
}

func auxToo(tag string, aux bool) []string {
	tag = strings.Replace(tag, " |", " ", 1)
	if aux {
		return []string{tag, "AUX" + tag[len("VERB"):]}
	}
	return []string{tag}
}
