package dossier

import (
	"cmp"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"recoupe/archive"
)

// A Hit is one report in which words stand.
type Hit struct {
	Record   *archive.Record
	Title    string
	Outlet   string
	Sentence string // the one with most of the words
}

// Search returns the reports that hold all of the words, the best first (the
// newest, where thousands hold them), at most limit of them. Case and accents do not matter; "words in quotation
// marks" stand together; pont* finds ponts and pontonniers. It makes the index
// where there is none, or none that can be believed.
func (d *Dossier) Search(words string, limit int) ([]Hit, error) {
	x, err := d.Index()
	if err != nil {
		return nil, err
	}
	defer x.Close()
	return x.Search(words, limit)
}

// ErrNoWord is returned by [Dossier.Search] where nothing of what is asked for is a word.
var ErrNoWord = errors.New("no word to search for")

// Search is [Dossier.Search] on an index that stays open.
func (x *Index) Search(words string, limit int) ([]Hit, error) {
	terms := parseWords(words)
	if len(terms) == 0 {
		return nil, fmt.Errorf("%q: %w", words, ErrNoWord)
	}
	order, err := x.order(match(terms))
	if err != nil {
		return nil, err
	}
	rows, err := x.db.Query(`SELECT found.rowid, title, outlet, prose FROM
		(SELECT rowid FROM report WHERE report MATCH ? ORDER BY `+order+` LIMIT ?) AS found JOIN shown ON shown.record = found.rowid`, match(terms), limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var hits []Hit
	for rows.Next() {
		var n int64
		var packed []byte
		h := Hit{}
		if err := rows.Scan(&n, &h.Title, &h.Outlet, &packed); err != nil {
			return nil, err
		}
		if h.Record, err = x.d.Record(n); err != nil {
			continue
		}
		h.Sentence = best(packed, terms)
		hits = append(hits, h)
	}
	return hits, rows.Err()
}

// order says in which order reports are shown: the best first, or, where words
// stand in so many reports that none is better than another, the newest. To
// weigh them all would take longer than anyone waits.
func (x *Index) order(match string) (string, error) {
	const many = 2000
	var n int
	err := x.db.QueryRow("SELECT count(*) FROM (SELECT 1 FROM report WHERE report MATCH ? LIMIT ?)", match, many).Scan(&n)
	if n < many {
		return "rank, rowid", err
	}
	return "rowid DESC", err
}

// best returns the sentence in which most of the terms stand. The index holds
// the sentences, one a line, packed; its seal vouches for them.
func best(packed []byte, terms []term) (sentence string) {
	plain, err := prose().unpack.DecodeAll(packed, nil)
	if err != nil {
		return ""
	}
	most := 0
	for line := range strings.Lines(string(plain)) {
		line = strings.TrimSuffix(line, "\n")
		if n := score(line, terms); n > most {
			most, sentence = n, line
			if n == len(terms) {
				break
			}
		}
	}
	return sentence
}

// A term is a word, several that stand together, or the beginning of one.
type term struct {
	words []string // folded
	begin bool
}

func parseWords(s string) []term {
	var out []term
	for i, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '"' || r == '«' || r == '»' || r == '“' || r == '”' }) {
		if quoted := i%2 == 1 || strings.HasPrefix(strings.TrimSpace(s), `"`) && i == 0; quoted {
			if w := fields(part); len(w) > 0 {
				out = append(out, term{words: w})
			}
			continue
		}
		for f := range strings.FieldsSeq(part) {
			if w := fields(f); len(w) > 0 {
				out = append(out, term{words: w, begin: strings.HasSuffix(f, "*")})
			}
		}
	}
	return out
}

// match writes terms as FTS5 asks for them. Nothing a person types is syntax.
func match(terms []term) string {
	var parts []string
	for _, t := range terms {
		p := `"` + strings.Join(t.words, " ") + `"`
		if t.begin {
			p += "*"
		}
		parts = append(parts, p)
	}
	return strings.Join(parts, " AND ")
}

// fields returns the words of s, folded.
func fields(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// fold takes case and accents away, as the tokeniser of the index does.
func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)))
	out, _, err := transform.String(t, s)
	if err != nil {
		out = s
	}
	return strings.ToLower(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// score counts the terms that stand in s.
func score(s string, terms []term) int {
	words := fields(s)
	n := 0
	for _, t := range terms {
		for i := range words {
			if t.at(words[i:]) {
				n++
				break
			}
		}
	}
	return n
}

func (t term) at(words []string) bool {
	if len(words) < len(t.words) {
		return false
	}
	last := len(t.words) - 1
	if !slices.Equal(words[:last], t.words[:last]) {
		return false
	}
	return words[last] == t.words[last] || t.begin && strings.HasPrefix(words[last], t.words[last])
}

// An Index is the index of words, open for searching.
type Index struct {
	d    *Dossier
	db   *sql.DB
	temp string // the file to remove at the end, where the dossier cannot hold one
}

// Close closes x.
func (x *Index) Close() error {
	err := x.db.Close()
	if x.temp != "" {
		os.RemoveAll(x.temp)
	}
	return err
}

// latest orders names of index files, those of more records first.
func latest(a, b indexFile) int { return cmp.Compare(b.records, a.records) }

// indexFiles lists the files of the index in dir.
func indexFiles(dir string) []indexFile {
	all, _ := os.ReadDir(dir)
	var out []indexFile
	for _, e := range all {
		var f indexFile
		if n, err := fmt.Sscanf(e.Name(), "search-%d-%64s", &f.records, &f.seal); n == 2 && err == nil &&
			e.Name() == f.name() && e.Type().IsRegular() {
			f.path = filepath.Join(dir, e.Name())
			out = append(out, f)
		}
	}
	slices.SortFunc(out, latest)
	return out
}
