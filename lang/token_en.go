package lang

import "strings"

// hyphenJoins reports whether the hyphen at i stays inside an English word.
// The English treebanks cut compounds at their hyphens ("self-defense" is three
// words), but not prefixes and names of a few letters ("e-mail", "co-author").
func (c *cutter) hyphenJoins(i int) bool {
	switch c.low.of(c.s[c.at:i]) {
	case "e", "co", "re", "ex", "x", "t", "pre", "post", "non", "anti", "multi", "mid", "un", "al", "sub", "semi", "inter", "intra", "de", "bi", "counter", "mini", "over", "under", "pro", "vice":
		return true
	}
	return false
}

// finishEnglish cuts what English writes together: "didn't" is did and n't,
// "police's" is police and 's, "cannot" is can and not.
func (c *cutter) finishEnglish(to int) {
	w := c.low.of(c.s[c.at:to])
	if strings.Contains(w, "’") {
		w = strings.ReplaceAll(w, "’", "'")
	}
	grown := (to - c.at) - len(w) // ’ takes two bytes more than '
	switch {
	case w == "cannot":
		c.halves(c.at+3, to)
	case strings.HasSuffix(w, "n't") && len(w) > 3:
		c.halves(to-3-grown, to)
	case w == "gonna" || w == "gotta" || w == "wanna":
		c.halves(c.at+3, to)
	default:
		if k := strings.LastIndexByte(w, '\''); k > 0 {
			switch w[k:] {
			case "'s", "'re", "'ve", "'ll", "'d", "'m":
				c.halves(to-(len(w)-k)-grown, to)
				return
			}
		}
		c.take(to)
	}
}

// halves takes the words on both sides of at.
func (c *cutter) halves(at, to int) {
	c.take(at)
	c.take(to)
}
