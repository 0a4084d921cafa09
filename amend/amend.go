// Package amend holds what a reader has corrected by hand: a number that is no
// figure, another group or place or speaker, two names of one person.
//
// It stands between claim and story: what was read of single reports is changed
// before they are set side by side. A correction holds on to the words and not
// to a number in memory, so that it survives new code and a report that was
// edited around it; nothing is ever erased, an undoing is a line of its own.
//
// Corrections stand in the decisions file beside those about stories and
// origins, one a line:
//
//	{"do":"not-a-figure","reports":[ANCHOR]}                      these words count nothing
//	{"do":"figure","reports":[ANCHOR],"set":{"group":"civilians"}} they count something else
//	{"do":"same","names":["Mira Doskova","Mira Doskeva"]}          two names of one person
//	{"do":"note","reports":[ANCHOR],"note":"vérifié par téléphone"}
//	{"do":"undo","of":"5d41402abc4b"}                              takes the line with this id back
package amend

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/story"
)

// The corrections of this package.
const (
	NotAFigure = "not-a-figure"
	Figure     = "figure"
	Same       = "same"
	Note       = "note"
	Undo       = "undo"
)

// Rule is the name of the rule by which a corrected figure is known.
const Rule = "by-hand"

// A Decision is one line of the file: one of this package, or one about stories.
type Decision struct {
	ID string `json:"-"` // made of the line: "5d41402abc4b"
	story.Decision
	Set   *Change  `json:"set,omitempty"`
	Names []string `json:"names,omitempty"`
	Of    string   `json:"of,omitempty"`
}

// A Change is what a figure is to be instead. An empty field stays as it was read.
type Change struct {
	Measure claim.Measure `json:"measure,omitempty"`
	Group   claim.Group   `json:"group,omitempty"`
	Place   string        `json:"place,omitempty"`
	Speaker string        `json:"speaker,omitempty"` // "-": the report speaks for itself
}

// A Book is every decision, in the order they were made. A nil Book decides
// nothing.
type Book struct {
	List []Decision
}

// Parse reads a decisions file. The error names the first line that is no
// decision.
func Parse(data []byte) (*Book, error) {
	b := &Book{}
	for n, line := range bytes.Split(data, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		var d Decision
		if err := json.Unmarshal(line, &d); err != nil {
			return nil, fmt.Errorf("line %d: no decision: %w", n+1, err)
		}
		if err := d.check(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		sum := sha256.Sum256(line)
		d.ID = hex.EncodeToString(sum[:6])
		b.List = append(b.List, d)
	}
	return b, nil
}

// Line writes d as a line of the file, without its line feed.
func (d *Decision) Line() ([]byte, error) {
	line, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	return line, d.check(line)
}

func (d *Decision) check(line []byte) error {
	words := len(d.Reports) == 1 && d.Reports[0].Quote != ""
	switch d.Do {
	case NotAFigure, Note:
		if !words {
			return fmt.Errorf("%q is about the words of one report", d.Do)
		}
	case Figure:
		if !words || d.Set == nil || *d.Set == (Change{}) {
			return fmt.Errorf("%q says in \"set\" what the words of one report count", d.Do)
		}
	case Same:
		if len(d.Names) != 2 || strings.TrimSpace(d.Names[0]) == "" || strings.TrimSpace(d.Names[1]) == "" {
			return fmt.Errorf("%q wants two names", d.Do)
		}
	case Undo:
		if d.Of == "" {
			return fmt.Errorf("%q says in \"of\" what is taken back", d.Do)
		}
	default:
		_, err := story.ParseDecisions(line)
		return err
	}
	return nil
}

// Undone returns the decisions that were taken back, by their identity, with the
// line that did it.
func (b *Book) Undone() map[string]*Decision {
	out := map[string]*Decision{}
	if b == nil {
		return out
	}
	// From the end: an undoing may have been undone itself.
	for i := len(b.List) - 1; i >= 0; i-- {
		if d := &b.List[i]; d.Do == Undo && out[d.ID] == nil {
			out[d.Of] = d
		}
	}
	return out
}

// Standing returns the decisions that hold, in their order. Where two change one
// thing, the later holds.
func (b *Book) Standing() []Decision {
	if b == nil {
		return nil
	}
	gone := b.Undone()
	return slices.DeleteFunc(slices.Clone(b.List), func(d Decision) bool { return d.Do == Undo || gone[d.ID] != nil })
}

// Stories returns the decisions about stories and origins that hold.
func (b *Book) Stories() *story.Decisions {
	out := &story.Decisions{}
	for _, d := range b.Standing() {
		switch d.Do {
		case NotAFigure, Figure, Same, Note:
		default:
			out.List = append(out.List, d.Decision)
		}
	}
	return out
}
