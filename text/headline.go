package text

import (
	"strings"
	"unicode/utf8"
)

// nameShortLines tells titles and cross-heads among the paragraphs, which only
// their neighbours show.
func (d *Document) nameShortLines() {
	var prose []int // indices of Paragraph parts
	for i, p := range d.Parts {
		if p.Kind == Paragraph {
			prose = append(prose, i)
		}
	}
	prose = d.pickTitle(d.dropHeadlines(prose))
	for k, i := range prose {
		p := &d.Parts[i]
		line := d.Text[p.Start:p.End]
		if !headlike(line) || k+1 == len(prose) {
			continue
		}
		next := d.Parts[prose[k+1]]
		follows := d.Text[next.Start:next.End]
		if !endsSentence(follows) && len(follows) < 120 || len(follows) <= len(line) && headlike(follows) {
			continue // one of a list of short lines
		}
		switch {
		case k == 0 && genericHeads[strings.ToLower(strings.TrimRight(line, " :"))]:
			p.Kind = Crosshead
		case k == 0 && d.Title == "":
			p.Kind = Title
			d.Title = strings.Trim(line, "# ")
		case k == 0:
		case utf8.RuneCountInString(line) <= 90:
			p.Kind = Crosshead
		}
	}
}

// manyHeadlines is how many short lines in a row, at either end of a text, are
// the page's list of other reports. A list of facts that long has full stops,
// dashes or colons, or stands between paragraphs.
const manyHeadlines = 6

// dropHeadlines marks the headlines of other reports before the first or after
// the last paragraph as furniture, so that their tolls are not read into this
// one, and returns the prose that is left. The line next to the first paragraph
// stays: it is the title.
func (d *Document) dropHeadlines(prose []int) []int {
	line := func(k int) string { return d.Text[d.Parts[prose[k]].Start:d.Parts[prose[k]].End] }
	short := func(k int) bool { return headlike(line(k)) && !dashed(line(k)) && !strings.Contains(line(k), " : ") }
	first, last := 0, len(prose)
	for first < len(prose) && short(first) {
		first++
	}
	if first == len(prose) {
		return prose
	}
	for last > first && short(last-1) {
		last--
	}
	if first <= manyHeadlines {
		first = 0
	} else {
		first--
	}
	if len(prose)-last < manyHeadlines {
		last = len(prose)
	}
	for k, i := range prose {
		if k < first || k >= last {
			d.Parts[i].Kind = Furniture
		}
	}
	return prose[first:last]
}

// pickTitle tells the title among several short lines above the first paragraph:
// it is the longest, and the words before it are the outlet and its sections
// ("Canal Delta", "Monde", then the title). It returns the prose after it.
func (d *Document) pickTitle(prose []int) []int {
	line := func(k int) string { return d.Text[d.Parts[prose[k]].Start:d.Parts[prose[k]].End] }
	first := 0
	for first < len(prose) && headlike(line(first)) {
		first++
	}
	if d.Title != "" || first < 2 || first == len(prose) || !endsSentence(line(first)) {
		return prose
	}
	best := 0
	for k := range first {
		if len(line(k)) > len(line(best)) {
			best = k
		}
	}
	if best == 0 || utf8.RuneCountInString(line(best)) < 30 {
		return prose
	}
	for k := range best {
		if len(strings.Fields(line(k))) > 3 {
			return prose // a line of news above another: which is the title?
		}
	}
	for k := range best {
		d.Parts[prose[k]].Kind = Furniture
	}
	d.Title = line(best)
	d.Parts[prose[best]].Kind = Title
	return prose[best+1:]
}

// genericHeads are headings that stand above any report.
var genericHeads = func() map[string]bool {
	m := map[string]bool{}
	for _, p := range phrases(`ce qu'il faut savoir | ce qu’il faut savoir | l'essentiel | l’essentiel | les faits | en bref | le point | ce que l'on sait | ce que l’on sait | résumé | key points | what we know | summary | главное | что известно`) {
		m[p] = true
	}
	return m
}()

// headlike reports whether line can be a title or a cross-head: short, opening
// with a capital or a mark, not ending as prose does.
func headlike(line string) bool {
	if dashed(line) {
		return true
	}
	if len(line) > 220 || startsLower(line) || utf8.RuneCountInString(line) < 3 {
		return false
	}
	if allCaps(line) && len(line) < 100 {
		return true
	}
	bare := strings.TrimRight(line, "\"»”'’)] \u00a0\u202f")
	if strings.HasSuffix(bare, ".") || strings.HasSuffix(bare, ";") || strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, ",") {
		return false
	}
	if strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "• ") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "– ") || strings.HasPrefix(line, "— ") {
		return false // an item of a list, or a line of dialogue
	}
	if strings.HasSuffix(bare, "?") || strings.HasSuffix(bare, "!") || strings.HasSuffix(bare, "…") {
		return utf8.RuneCountInString(line) <= 80
	}
	return true
}

// dashed reports whether line stands between dashes, as agencies set their
// cross-heads: "- Troupes déployées -".
func dashed(line string) bool {
	if len(line) > 120 {
		return false
	}
	for _, dash := range []string{"-", "–", "—", "*", "=="} {
		if t := strings.TrimPrefix(line, dash); t != line && strings.HasSuffix(t, dash) && len(t) > len(dash)+2 {
			return true
		}
	}
	return strings.HasPrefix(line, "## ") || strings.HasPrefix(line, "### ")
}
