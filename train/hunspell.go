package main

import (
	"bufio"
	"os"
	"strings"
)

// A form is one form of a word in a lexicon being made.
type form struct {
	form, lemma string
	tag         string // "NOUN Gender=Fem|Number=Plur"
}

// A suffix rule of a hunspell affix file: SFX a0 er ons [^cg]er po:ipre po:1pl.
type suffix struct {
	cut, add string
	when     []charset // the end of the stem, one for each character
	info     string
}

type charset struct {
	in  string
	not bool
}

func parseCondition(s string) []charset {
	var out []charset
	for s != "" && s != "." {
		if s[0] == '[' {
			end := strings.IndexByte(s, ']')
			in := s[1:end]
			s = s[end+1:]
			if strings.HasPrefix(in, "^") {
				out = append(out, charset{in[1:], true})
			} else {
				out = append(out, charset{in, false})
			}
			continue
		}
		r := []rune(s)[0]
		out = append(out, charset{string(r), false})
		s = s[len(string(r)):]
	}
	return out
}

func (x suffix) fits(stem string) bool {
	if !strings.HasSuffix(stem, x.cut) {
		return false
	}
	r := []rune(stem)
	if len(r) < len(x.when) {
		return false
	}
	for i, c := range x.when {
		if strings.ContainsRune(c.in, r[len(r)-len(x.when)+i]) == c.not {
			return false
		}
	}
	return true
}

// readAffixes reads the suffix rules of an affix file by flag. Prefixes are
// elisions (l', d') and no concern of a lexicon of words.
func readAffixes(path string) (map[string][]suffix, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string][]suffix{}
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		c := strings.Fields(sc.Text())
		if len(c) < 5 || c[0] != "SFX" {
			continue
		}
		x := suffix{cut: c[2], when: parseCondition(c[4]), info: strings.Join(c[5:], " ")}
		if x.cut == "0" {
			x.cut = ""
		}
		x.add, _, _ = strings.Cut(c[3], "/")
		if x.add == "0" {
			x.add = ""
		}
		out[c[1]] = append(out[c[1]], x)
	}
	return out, sc.Err()
}

// readFrench expands the French hunspell dictionary into forms.
func readFrench(dir string) ([]form, error) {
	affixes, err := readAffixes(dir + "/fr.aff")
	if err != nil {
		return nil, err
	}
	f, err := os.Open(dir + "/fr.dic")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []form
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		head, info, _ := strings.Cut(sc.Text(), " ")
		stem, flags, _ := strings.Cut(head, "/")
		bare := true
		lemma := stem
		for i := 0; i+2 <= len(flags); {
			n := 2 // FLAG long: two characters, not bytes
			r := []rune(flags[i:])
			n = len(string(r[:min(2, len(r))]))
			flag := flags[i : i+n]
			i += n
			if flag == "()" {
				bare = false
			}
			for _, x := range affixes[flag] {
				if x.fits(stem) {
					w := strings.TrimSuffix(stem, x.cut) + x.add
					out = append(out, frenchForms(w, lemma, info, x.info)...)
				}
			}
		}
		if bare {
			out = append(out, frenchForms(stem, lemma, info, "")...)
		}
	}
	return out, sc.Err()
}
