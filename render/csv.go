package render

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
)

// Columns are the columns of an account as CSV, one row a figure. New ones are
// added at the end.
var Columns = []string{"figure_id", "low", "value", "high", "qualifier", "measure", "group", "label", "place", "precision", "lat", "lon",
	"covers_from", "covers_to", "said", "published", "speaker", "role", "via", "stance", "scope", "part_of", "status", "marks", "origins",
	"outlet", "url", "quote", "start", "end", "severity", "aside", "report", "file"}

// CSV writes the figures of res as a table: RFC 4180 in UTF-8, one row a figure,
// in the order of the reports. Several values in one field are parted by "; ".
//
// A field of words that a spreadsheet would take for a formula is written with a
// ' before it: a headline may begin with = or @, and whoever opens the table did
// not write it.
func CSV(w io.Writer, res *recoupe.Result) error {
	x := newIndex(res)
	t := &table{w: bufio.NewWriterSize(w, 64<<10)}
	for _, c := range Columns {
		t.words(c)
	}
	t.end()
	for _, r := range res.Reports {
		for _, f := range r.Figures {
			x.row(t, r, f)
		}
	}
	if t.err == nil {
		t.err = t.w.Flush()
	}
	return t.err
}

// A table writes fields and the commas between them.
type table struct {
	w   *bufio.Writer
	n   int // fields of this row so far
	err error
}

func (t *table) raw(s string) {
	if t.err == nil {
		_, t.err = t.w.WriteString(s)
	}
}

// field writes s as it is, quoted where it must be.
func (t *table) field(s string) {
	if t.n++; t.n > 1 {
		t.raw(",")
	}
	if strings.ContainsAny(s, ",\"\r\n") {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	t.raw(s)
}

// words writes what a report or a person put in words.
func (t *table) words(s string) {
	// A tab or a line end before the = is skipped by some spreadsheets.
	if lead := strings.TrimLeft(s, " \t\r\n"); lead != "" && strings.ContainsAny(lead[:1], "=+-@") || s != lead && strings.ContainsAny(s[:1], "\t\r") {
		s = "'" + s
	}
	t.field(s)
}

func (t *table) int(n int64) { t.field(strconv.FormatInt(n, 10)) }

func (t *table) end() {
	t.raw("\r\n")
	t.n = 0
}

func (x *index) row(t *table, r *claim.Report, f *claim.Figure) {
	said, covers := x.times(r, f)
	q := f.Quantity
	t.field(f.ID)
	t.int(q.Low)
	t.known(q.Named, q.Value)
	t.known(q.High < lang.Unbounded, q.High)
	t.field(string(q.Qualifier))
	t.field(string(f.Measure))
	t.field(string(f.Group))
	t.words(f.Label)
	t.place(f.Place)
	t.days(covers)
	t.field(said.String())
	t.field(x.dating(r).When.String())
	t.speaker(x, f.By)
	t.field(string(f.Stance))
	t.field(string(f.Scope))
	if f.PartOf != nil {
		t.field(f.PartOf.ID)
	} else {
		t.field("")
	}
	t.status(x, f)
	t.words(r.Outlet)
	t.words(r.URL)
	t.words(x.quote(f.Span))
	t.int(int64(f.Span.Start))
	t.int(int64(f.Span.End))
	t.field(string(f.Severity))
	t.field(map[bool]string{true: "yes"}[f.Aside])
	t.field(string(r.ID))
	t.words(strings.Join(r.Files, "; "))
	t.end()
}

func (t *table) known(ok bool, n int64) {
	if !ok {
		t.field("")
		return
	}
	t.int(n)
}

func (t *table) place(p *lang.Place) {
	if p == nil {
		p = &lang.Place{}
	}
	t.words(p.Name)
	t.field(p.Precision)
	if p.ID == 0 && p.Lat == 0 && p.Lon == 0 {
		t.field("")
		t.field("")
		return
	}
	t.field(strconv.FormatFloat(p.Lat, 'f', -1, 64))
	t.field(strconv.FormatFloat(p.Lon, 'f', -1, 64))
}

// days writes the first and the last day of covers; an open end is empty.
func (t *table) days(covers edtf.Time) {
	const day = "2006-01-02"
	from, to := "", ""
	if !covers.From.IsZero() {
		from = covers.FirstDay().Format(day)
	}
	if !covers.To.IsZero() {
		to = covers.LastDay().Format(day)
	}
	t.field(from)
	t.field(to)
}

func (t *table) speaker(x *index, by *claim.Attribution) {
	if by == nil {
		by = &claim.Attribution{}
	}
	var via []string
	for _, v := range by.Via {
		via = append(via, v.Speaker)
	}
	role := by.Role
	if s := x.res.Cast.Speaker(x.res.Cast.Of(by)); s != nil && role == "" {
		role = s.Role
	}
	t.words(by.Speaker)
	t.field(string(role))
	t.words(strings.Join(via, "; "))
}

func (t *table) status(x *index, f *claim.Figure) {
	e := x.entries[f]
	if e == nil {
		t.field("")
		t.field("")
		t.field("")
		return
	}
	t.field(string(e.Status))
	t.field(strings.Join(e.Marks, "; "))
	t.int(int64(e.Origins))
}
