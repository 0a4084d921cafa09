// Package text turns a capture into a [Document]: the words of the report
// without the page around them, its sentences, the date and outlet the page
// states, and the offsets by which later stages cite it.
//
// It is the third stage: it knows pages and encodings, not what the words mean.
package text

import (
	"slices"

	"recoupe/archive"
	"recoupe/edtf"
)

// A DocID names one version of one report: twelve hexadecimal digits of a hash
// of its address (or outlet) and text. A report edited after publication
// becomes a second Document, so a Span never comes to mean other words.
type DocID string

// A Document is one version of one report.
type Document struct {
	ID        DocID
	Capture   archive.ID // the bytes it was read from
	Files     []string   // the names it came in under, sorted; the same bytes twice are one report with two files
	URL       string
	Outlet    string // who published it, as stated; "" if not stated
	Byline    string // "Par X, avec AFP", as stated
	Title     string // as stated; for a page it also stands at the head of Text
	Language  string // BCP 47: "fr", "en", "ru", another language, or "und"
	Published Stated // what the page, the header or the caller states; zero if nothing
	Modified  Stated // "mis à jour le"; never taken for Published
	Text      string // the extracted text; for a plain file the file's own text, decoded and otherwise untouched
	Parts     []Part // in order, not overlapping
	Sentences []Sentence
	Warnings  []Warning
}

// A Stated date is one that the report or its page gives of itself.
type Stated struct {
	When    edtf.Time // in the civil time of Zone; at the precision it is stated with
	Zone    string    // offset of the time of day as stated: "+01:00", "Z"; "" where none is
	Written string    // as written: "2022-01-06T10:20:00+01:00"; "" where the caller states it
	Basis   string    // "stated" (in the words, or by the caller), "metadata" (JSON-LD, meta, address)
	From    string    // for metadata, where it stands: "json-ld", "meta article:published_time", "time", "address", "published" (a key of a JSON line)
	Because []Span    // the words in Text it rests on; empty for metadata
}

// A PartKind says what a stretch of the page is.
type PartKind uint8

// The kinds of part. Only Title, Lead and Paragraph are the reporter's prose.
const (
	Paragraph PartKind = iota
	Title
	Lead
	Crosshead // "- Troupes déployées -", a short line standing alone between paragraphs
	Caption
	Header    // "date 2022-01", "PARIS, 6 jan (AFP) -" is prose and no header
	Furniture // "Publicité Lire la suite", "Je m'abonne", "03:06"
	Credit    // "Avec Reuters et AFP", "© AFP"
)

// A Part is one paragraph or line of the page.
type Part struct {
	Start, End int
	Kind       PartKind
}

// A Sentence is a stretch of prose ending in a full stop or its equivalent.
// It never runs over a Part. Closing quotation marks belong to it.
type Sentence struct {
	Start, End int
	Part       int    // index into Parts
	Language   string // of this sentence, where it can be told; else the document's
}

// A Warning says what could not be read with confidence, and where.
// It does not stop the work; it is shown to the reader with the account.
type Warning struct {
	Span    Span   // zero Start and End: the whole report
	Rule    string // stable name: "language-not-read", "unclosed-quotation", "stated-date-contradicted"
	Message string // one line in English; pages in other languages go by Rule and Args
	Args    []string
}

// AddFiles adds names under which the same bytes came in.
//
//	if same := seen[d.Capture]; same != nil {
//		same.AddFiles(d.Files...)
//	}
func (d *Document) AddFiles(names ...string) {
	d.Files = append(d.Files, names...)
	slices.Sort(d.Files)
	d.Files = slices.Compact(d.Files)
}

// Slice returns the words of s. It panics if s is not a span of d.
func (d *Document) Slice(s Span) string {
	if s.Doc != d.ID {
		panic("text: span of " + string(s.Doc) + " used on " + string(d.ID))
	}
	return d.Text[s.Start:s.End]
}

// Span returns the span of d from start to end.
func (d *Document) Span(start, end int) Span { return Span{d.ID, start, end} }
