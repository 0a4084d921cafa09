package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"recoupe/claim"
	"recoupe/internal/marked"
	"recoupe/text"
	"recoupe/when"
)

// A sideDoc is one document that recoupe and other programs read: the day it was
// published, its text, and the times marked in it with what each may be.
type sideDoc struct {
	ID        string `json:"id"`
	Set       string `json:"set"`
	Published string `json:"published"`
	Text      string `json:"text"`
	marks     []marked.Mark
}

// A sideTime is one time another program found: its bytes, and the moment it
// gives, to the second ("2031-03-12T12:00:00"); End where it gives a stretch.
type sideTime struct {
	ID         string `json:"id"`
	Start, Len int
	Value, End string
}

// sideDocs returns the development half of French TimeBank and the French marked
// reports that rules were written with.
func sideDocs(t *testing.T) []sideDoc {
	var out []sideDoc
	for _, d := range timeBank(t) {
		doc := sideDoc{ID: d.id, Set: "TimeBank", Published: d.published, Text: d.text}
		for _, g := range d.gold {
			doc.marks = append(doc.marks, marked.Mark{Start: g.start, End: g.end, Label: g.value})
		}
		out = append(out, doc)
	}
	files, _ := filepath.Glob(filepath.Join("..", "when", "testdata", "fr", "*.txt"))
	for _, file := range files {
		published, plain, marks := markedReport(t, file)
		out = append(out, sideDoc{filepath.Base(file), "reports", published, plain, marks})
	}
	return out
}

// kindly reports whether what another program gives fits one of the values of
// label at its precision: the month of a month, the day of a part of the day, the
// one end of an open stretch, both ends of a closed one.
func kindly(got sideTime, label string) bool {
	for _, want := range strings.Fields(label) {
		from, to, stretch := strings.Cut(want, "/")
		switch {
		case stretch && (from == ".." || from == ""):
			if sameAt(got.Value, to) || sameAt(got.End, to) {
				return true
			}
		case stretch && (to == ".." || to == ""):
			if sameAt(got.Value, from) {
				return true
			}
		case stretch:
			if sameAt(got.Value, from) && sameAt(got.End, to) {
				return true
			}
		case sameAt(got.Value, want):
			return true
		}
	}
	return false
}

// sameAt compares a moment with a TIMEX3 or EDTF value at the precision of the
// value.
func sameAt(got, want string) bool {
	want = strings.TrimRight(want, "~?%X")
	if at, err := time.Parse("2006-01-02T15:04:05", got); err == nil && strings.Contains(want, "-W") {
		year, week := at.ISOWeek()
		return fmt.Sprintf("%d-W%02d", year, week) == strings.TrimSuffix(want, "-WE")
	}
	if day, part, ok := strings.Cut(want, "T"); ok && part != "" && (part[0] < '0' || part[0] > '9') {
		want = day
	}
	return want != "" && strings.HasPrefix(got, strings.TrimSuffix(want, "-"))
}

// TestSideTimes writes the documents into the folder RECOUPE_SIDE names, and
// scores what other programs wrote there beside them; doc/bench/side/times.sh
// runs it before and after them.
func TestSideTimes(t *testing.T) {
	dir := os.Getenv("RECOUPE_SIDE")
	if dir == "" {
		t.Skip("run by doc/bench/side/times.sh, which says where the other programs are")
	}
	docs := sideDocs(t)
	f, err := os.Create(filepath.Join(dir, "docs.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	out := json.NewEncoder(f)
	bytes := 0
	for _, d := range docs {
		bytes += len(d.Text)
		if err := out.Encode(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	var reports []*claim.Report
	for _, d := range docs {
		r := reportOf(t, d.Text, d.Published, "fr")
		r.Document.ID = text.DocID(d.ID)
		reports = append(reports, r)
	}
	begun, spent := time.Now(), 0
	for time.Since(begun) < 3*time.Second {
		for _, r := range reports {
			when.Date([]*claim.Report{{Document: r.Document, Lang: reportLang(r.Document)}})
		}
		spent += bytes
	}
	t.Logf("recoupe: %.2f MB/s", float64(spent)/1e6/time.Since(begun).Seconds())
	scores := map[string]tally{}
	for i, r := range reports {
		n := scores[docs[i].Set]
		if docs[i].Set == "TimeBank" { // its values are exact, and it marks both ends of a range
			_, _, found := times(t, docs[i].Text, docs[i].Published, "fr")
			var gold []timex
			for _, m := range docs[i].marks {
				gold = append(gold, timex{start: m.Start, end: m.End, value: m.Label})
			}
			n.score(gold, found, func(string, ...any) {})
		} else {
			n.scoreMarks(r, when.Date([]*claim.Report{r}), docs[i].marks, func(string, ...any) {})
		}
		scores[docs[i].Set] = n
	}
	sideLog(t, "recoupe", scores)
	for _, name := range []string{"chrono", "dateparser"} {
		sideScore(t, docs, filepath.Join(dir, name+".jsonl"), name)
	}
}

// sideScore scores the times that a program wrote into file.
func sideScore(t *testing.T, docs []sideDoc, file, name string) {
	f, err := os.Open(file)
	if err != nil {
		t.Logf("%s has not run yet", name)
		return
	}
	defer f.Close()
	found := map[string][]sideTime{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var x sideTime
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatal(err)
		}
		found[x.ID] = append(found[x.ID], x)
	}
	scores := map[string]tally{}
	for _, d := range docs {
		n := scores[d.Set]
		n.gold += len(d.marks)
		n.found += len(found[d.ID])
		used := map[int]bool{}
		for _, m := range d.marks {
			for i, x := range found[d.ID] {
				if used[i] || x.Start >= m.End || m.Start >= x.Start+x.Len {
					continue
				}
				used[i] = true
				n.relaxed++
				if x.Start == m.Start && x.Start+x.Len == m.End {
					n.strict++
				}
				if kindly(x, m.Label) {
					n.valued++
				}
				break
			}
		}
		scores[d.Set] = n
	}
	sideLog(t, name, scores)
}

func sideLog(t *testing.T, name string, scores map[string]tally) {
	for _, set := range []string{"TimeBank", "reports"} {
		n := scores[set]
		t.Logf("%s: %s strict %.3f relaxed %.3f value %.3f", name, set,
			f1(n.strict, n.found, n.gold), f1(n.relaxed, n.found, n.gold), f1(n.valued, n.found, n.gold))
	}
}
