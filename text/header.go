package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A report on paper or in a file opens with lines about itself: "date 2022-01",
// "Publié le 6 janvier 2022 à 10h20", "Titre : …", "Par X, avec AFP". They are
// read here and marked [Header], so that no later stage takes them for prose.

// publishedWords come before the date a report appeared, modifiedWords before
// the date it was changed, in lower case, longest first where one begins another.
var (
	publishedWords = []string{
		"date de publication", "date de parution", "date", "publié le", "publiée le", "publié", "paru le", "parue le", "mis en ligne le", "posté le", "rédigé le", "créé le", "diffusé le",
		"published on", "published at", "published", "posted on", "posted", "first published", "publication date", "issued",
		"дата публикации", "опубликовано", "опубликована", "дата",
	}
	modifiedWords = []string{
		"mis à jour le", "mise à jour le", "mis à jour", "mise à jour", "modifié le", "actualisé le", "dernière modification le", "màj le", "maj le", "màj", "maj",
		"last updated on", "last updated", "updated on", "updated", "modified", "обновлено",
	}
	// keyWords open the lines of a header that somebody wrote above a text.
	keyWords = map[string]string{
		"titre": "title", "title": "title", "headline": "title", "заголовок": "title",
		"source": "outlet", "média": "outlet", "media": "outlet", "outlet": "outlet", "journal": "outlet", "site": "outlet", "publisher": "outlet", "источник": "outlet",
		"url": "url", "lien": "url", "link": "url", "adresse": "url",
		"auteur": "byline", "author": "byline", "byline": "byline", "автор": "byline",
		"langue": "language", "language": "language", "lang": "language",
	}
)

// A datePhrase is what a line says of the report's own dates.
type datePhrase struct {
	published, modified Stated
	end                 int // where the last date ends
}

// readDatePhrase reads "Publié le 6 janvier 2022 à 10h20, mis à jour le 7
// janvier 2022" at the front of s, whose first byte stands at offset at.
func readDatePhrase(s string, at int) (p datePhrase, ok bool) {
	i := 0
	for i < len(s) {
		j := i + len(s[i:]) - len(strings.TrimLeft(s[i:], " \t\u00a0-–—|,;•·("))
		modified := false
		n := wordPrefix(s[j:], publishedWords)
		if n == 0 && bySomebody(s[j:]) > 0 {
			n = wordPrefix(s[j:], signedWords)
		}
		if n == 0 {
			if n = wordPrefix(s[j:], modifiedWords); n == 0 {
				break
			}
			modified = true
		}
		k := j + n
		if !modified {
			k += bySomebody(s[k:])
		}
		k += len(s[k:]) - len(strings.TrimLeft(s[k:], " \t\u00a0:,-–"))
		for _, w := range []string{"le ", "on "} {
			if len(s) >= k+len(w) && strings.EqualFold(s[k:k+len(w)], w) {
				k += len(w)
			}
		}
		when, zone, m := readDate(s[k:])
		if m == 0 || !edgeOfWord(s, k+m) {
			break
		}
		st := Stated{When: when, Zone: zone, Written: s[k : k+m], Basis: "stated", Because: []Span{{Start: at + j, End: at + k + m}}}
		if modified {
			p.modified = st
		} else if !p.published.When.Known() {
			p.published = st
		}
		i = k + m
		p.end, ok = i, true
	}
	return p, ok
}

// signedWords come before the name of whoever published.
var signedWords = []string{"rédigé", "écrit", "posté", "mis en ligne", "written"}

// bySomebody returns the length of " par leral.net" in "Rédigé par leral.net le
// dimanche 10 septembre 2023", from the end of the first word or from its front; 0
// where no name leads to a date.
func bySomebody(s string) int {
	n := wordPrefix(s, signedWords)
	by := -1
	for _, w := range []string{" par ", " by "} {
		if m, ok := foldPrefix(s[n:], w); ok {
			by = n + m
		}
	}
	if by < 0 {
		return 0
	}
	const name = 60
	for _, w := range []string{" le ", " on ", ", ", " - "} {
		if i := strings.Index(s[by:min(len(s), by+name)], w); i > 0 {
			if _, _, m := readDate(s[by+i+len(w):]); m > 0 {
				return by + i
			}
		}
	}
	return 0
}

// segmentDate reads a date that stands alone in a line of the head, or between
// bars and dashes: "Jeudi 6 janvier 2022", "P.F. (avec AFP) - 20 avr. 2015 à
// 05:00 - Temps de lecture : 3 min", and the name or agency beside it. Only a
// whole day will do.
func segmentDate(line string, at int) (p datePhrase, byline string, ok bool) {
	if len(line) > 140 || len(line) < 8 {
		return p, "", false
	}
	for i := 0; i <= len(line); {
		end, next := len(line), len(line)+1
		for _, bar := range []string{" - ", " – ", " — ", " | ", " • ", " · "} {
			if n := strings.Index(line[i:], bar); n >= 0 && i+n < end {
				end, next = i+n, i+n+len(bar)
			}
		}
		s, e := trim(line, i, end)
		part := line[s:e]
		when, zone, n := readDate(part)
		switch {
		case n > 0 && strings.Trim(part[n:], " \u00a0.|") == "" && when.OneDay():
			if !ok {
				p.published = Stated{When: when, Zone: zone, Written: part[:n], Basis: "stated", Because: []Span{{Start: at + s, End: at + s + n}}}
			}
			ok = true
		case len(part) > 60 || endsSentence(part) && len(part) > 12:
			return datePhrase{}, "", false
		case byline == "" && lineKind(part) != Furniture && mostlyNames(part):
			byline = part
		}
		i = next
	}
	return p, byline, ok
}

// edgeOfWord reports whether no word runs across i in s.
func edgeOfWord(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	return i >= len(s) || !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// wordPrefix returns the length of the first of words that s begins with, in
// any case, and that ends at the edge of a word there.
func wordPrefix(s string, words []string) int {
	for _, w := range words {
		if n, ok := foldPrefix(s, w); ok && edgeOfWord(s, n) {
			return n
		}
	}
	return 0
}

// foldPrefix reports whether s begins with w, which is in lower case, and
// returns how many bytes of s that takes.
func foldPrefix(s, w string) (int, bool) {
	i := 0
	for _, c := range w {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == '’' {
			r = '\''
		}
		if r == '\u00a0' || r == '\u202f' {
			r = ' '
		}
		if unicode.ToLower(r) != c {
			return 0, false
		}
		i += n
	}
	return i, true
}

// headerKey reads a line "Titre : Les secours à pied d'œuvre" and returns what
// the key stands for and where the value begins; "" for any other line.
func headerKey(line string) (field string, value int) {
	i := strings.IndexByte(line, ':')
	if i <= 0 || i > 24 {
		return "", 0
	}
	field = keyWords[strings.ToLower(strings.Trim(line[:i], " \u00a0\u202f\t"))]
	value = i + 1
	value += len(line[value:]) - len(strings.TrimLeft(line[value:], " \u00a0\t"))
	if field == "" || value >= len(line) {
		return "", 0
	}
	return field, value
}

// takeHeader gives d what the header line b says, and reports whether it is
// one. The value of a title is prose; all else of the line is not.
func (d *Document) takeHeader(b block) bool {
	line := d.Text[b.start:b.end]
	field, at := headerKey(line)
	value := strings.TrimSpace(line[at:])
	switch field {
	case "title":
		d.Title = firstOf(d.Title, value)
		d.Parts = append(d.Parts, Part{b.start, b.start + at, Header}, Part{b.start + at, b.end, Title})
		return true
	case "outlet":
		d.Outlet = firstOf(d.Outlet, value)
	case "byline":
		d.Byline = firstOf(d.Byline, value)
	case "url":
		if !strings.HasPrefix(value, "http") {
			return false
		}
		d.URL = firstOf(d.URL, value)
	case "language":
		if len(value) > 3 {
			return false
		}
		d.Language = firstOf(d.Language, strings.ToLower(value))
	default:
		return false
	}
	d.Parts = append(d.Parts, Part{b.start, b.end, Header})
	return true
}

// takeDates keeps the dates of p that d does not have yet, or has less exactly:
// the month of a header gives way to the day of the dateline under it.
func (d *Document) takeDates(p datePhrase) {
	d.Published = sharper(d.Published, p.published)
	d.Modified = sharper(d.Modified, p.modified)
}

// sharper returns st, or next where st is unknown or next names a part of it.
func sharper(st, next Stated) Stated {
	switch {
	case !next.When.Known():
		return st
	case !st.When.Known():
		return next
	case next.When.Precision > st.When.Precision && !next.When.From.Before(st.When.From) && !next.When.To.After(st.When.To):
		next.Because = append(next.Because, st.Because...)
		return next
	}
	return st
}
