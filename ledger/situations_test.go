package ledger

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/story"
	"recoupe/text"
	"recoupe/who"
)

var update = flag.Bool("update", false, "accept the ledgers as they are; read what you accept")

func situations(t *testing.T) []string {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no situations", err)
	}
	return files
}

func TestSituations(t *testing.T) {
	for _, file := range situations(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := readSituation(t, ar)
			got := format(Balance(s.story, s.cal, who.Join(s.story.Reports), nil))
			at := slices.IndexFunc(ar.Files, func(f txtar.File) bool { return f.Name == "ledger" })
			if at < 0 {
				ar.Files = append(ar.Files, txtar.File{Name: "ledger"})
				at = len(ar.Files) - 1
			}
			if want := ar.Files[at].Data; !bytes.Equal(want, []byte(got)) {
				if !*update {
					t.Errorf("got\n%s\nwant\n%s", got, want)
					return
				}
				ar.Files[at].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// format writes a ledger as situations state it: an account, then a line an
// entry: said, number, speaker, outlet, how it stands and on what that rests,
// and at most how many newsrooms and how many speakers tell the number.
func format(l *Ledger) string {
	var b strings.Builder
	number := map[*claim.Figure]string{}
	for _, a := range l.Accounts {
		for _, e := range a.Entries {
			number[e.Figure] = wording(&mention{Entry: e})
		}
	}
	for _, a := range l.Accounts {
		b.WriteString(title(a))
		if a.PartOf != nil {
			b.WriteString(", part of " + title(a.PartOf))
		}
		b.WriteByte('\n')
		for _, e := range a.Entries {
			fmt.Fprintf(&b, "  %s | %s | %s | %s | %s", orDash(e.Said), number[e.Figure], orNone(e.Speaker), e.Report.Outlet, e.Status)
			for _, m := range e.Marks {
				b.WriteString(" +" + m)
			}
			for _, r := range e.Because {
				b.WriteString(" [" + r.Rule)
				for _, f := range r.Figures {
					b.WriteString(" " + number[f])
				}
				b.WriteByte(']')
			}
			fmt.Fprintf(&b, " | %d from %d\n", e.Speakers, e.Origins)
		}
	}
	for _, c := range l.Conflicts {
		fmt.Fprintf(&b, "%s: %s: %s\n", c.Kind, c.Rule, c.Message)
	}
	for _, g := range l.Gaps {
		fmt.Fprintf(&b, "open: %s %s\n", g.Measure, g.Group)
	}
	for _, w := range l.Warnings {
		fmt.Fprintf(&b, "warning: %s: %s\n", w.Rule, w.Message)
	}
	for _, m := range l.Timeline {
		fmt.Fprintf(&b, "moment: %s, said %s, told %d times, %d on somebody's word, from %d\n", m.When, orDash(m.Said), len(m.Spans), len(m.Claims), m.Origins)
	}
	return b.String()
}

func title(a *Account) string {
	w := []string{string(a.Measure), string(a.Group)}
	if a.Severity != "" {
		w = append(w, string(a.Severity))
	}
	if a.Place != nil {
		w = append(w, "in "+a.Place.Name)
	}
	if a.Scope != "" {
		w = append(w, string(a.Scope))
	}
	if a.Aside {
		w = append(w, "aside")
	}
	if a.Elsewhere {
		w = append(w, "elsewhere")
	}
	return strings.Join(w, " ")
}

func orDash(t edtf.Time) string { return orNone(t.String()) }

func orNone(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// TestOrder: the order of the reports does not matter.
func TestOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, file := range situations(t) {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := readSituation(t, ar)
		want := format(Balance(s.story, s.cal, who.Join(s.story.Reports), nil))
		for range 5 {
			rng.Shuffle(len(s.story.Reports), func(i, j int) {
				s.story.Reports[i], s.story.Reports[j] = s.story.Reports[j], s.story.Reports[i]
			})
			if got := format(Balance(s.story, s.cal, who.Join(s.story.Reports), nil)); got != want {
				t.Errorf("%s: another order gives\n%s\nfor\n%s", file, got, want)
				break
			}
		}
	}
}

// TestCopy: a verbatim copy by another outlet raises no count of newsrooms and
// of speakers, and changes no status.
func TestCopy(t *testing.T) {
	for _, file := range situations(t) {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := readSituation(t, ar)
		before := fates(Balance(s.story, s.cal, who.Join(s.story.Reports), nil))
		for _, f := range slices.Clone(ar.Files) {
			if f.Name == "places" || f.Name == "ledger" {
				continue
			}
			s := readSituation(t, ar)
			_, body, _ := strings.Cut(string(f.Data), "\n\n")
			head, _, _ := strings.Cut(string(f.Data), "\n\n")
			_, date, _ := strings.Cut(head, "published: ")
			s.report("copy", "outlet: Le Recopieur\npublished: "+strings.TrimSpace(date)+"\n\n"+body)
			after := fates(Balance(s.story, s.cal, who.Join(s.story.Reports), nil))
			for k, v := range before {
				if after[k] != v {
					t.Errorf("%s: with a copy of %s, %s is %q, was %q", file, f.Name, k, after[k], v)
				}
			}
		}
	}
}

// fates tells each entry's status and counts by report and words.
func fates(l *Ledger) map[string]string {
	m := map[string]string{}
	for _, a := range l.Accounts {
		for _, e := range a.Entries {
			st := e.Status
			if st == Repeats {
				st = Stands // which of two equal tellings is the first is not said
			}
			m[e.Report.Outlet+" "+e.Figure.ID] = fmt.Sprintf("%s %d from %d", st, e.Speakers, e.Origins)
		}
	}
	return m
}

// TestUnrelated: a report that counts something else changes nothing.
func TestUnrelated(t *testing.T) {
	for _, file := range situations(t) {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := readSituation(t, ar)
		before := fates(Balance(s.story, s.cal, who.Join(s.story.Reports), nil))
		s.report("unrelated", "outlet: Le Potager\npublished: 2031-03-04\n\nLa foire aux plants a attiré {six cents visiteurs|participants foreigners 600 by=les_jardiniers aside}, disent les jardiniers.")
		after := fates(Balance(s.story, s.cal, who.Join(s.story.Reports), nil))
		for k, v := range before {
			if after[k] != v {
				t.Errorf("%s: with an unrelated report, %s is %q, was %q", file, k, after[k], v)
			}
		}
	}
}

// TestEvidence: everything but a figure that stands says on what it rests.
func TestEvidence(t *testing.T) {
	for _, file := range situations(t) {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := readSituation(t, ar)
		docs := map[text.DocID]*claim.Report{}
		for _, r := range s.story.Reports {
			docs[r.ID] = r
		}
		l := Balance(s.story, s.cal, who.Join(s.story.Reports), nil)
		check := func(what string, spans []text.Span) {
			for _, sp := range spans {
				if docs[sp.Doc] == nil || sp.Start >= sp.End || docs[sp.Doc].Slice(sp) == "" {
					t.Errorf("%s: %s rests on %v, which is no span", file, what, sp)
				}
			}
		}
		for _, a := range l.Accounts {
			for _, e := range a.Entries {
				if (e.Status == Stands) != (len(e.Because) == 0) {
					t.Errorf("%s: %s %s rests on %d reasons", file, e.Figure.ID, e.Status, len(e.Because))
				}
				for _, r := range e.Because {
					if len(r.Spans) == 0 || r.Rule == "" {
						t.Errorf("%s: %s has a reason without words", file, e.Figure.ID)
					}
					check(e.Figure.ID, r.Spans)
				}
			}
		}
		for _, c := range l.Conflicts {
			if len(c.Members) == 0 || c.Rule == "" || c.Message == "" || strings.Contains(c.Message, "%s") {
				t.Errorf("%s: conflict %+v is not whole", file, c)
			}
			for _, r := range c.Because {
				check(c.Rule, r.Spans)
			}
			if len(c.Because) == 0 || len(c.Because[0].Spans) == 0 {
				t.Errorf("%s: conflict %s rests on nothing", file, c.Rule)
			}
		}
		for _, w := range l.Warnings {
			check(w.Rule, []text.Span{w.Span})
		}
	}
}

// TestOrigins: the caller's count of newsrooms is the one shown, and outlets it
// calls one newsroom make one statement.
func TestOrigins(t *testing.T) {
	ar := txtar.Parse([]byte(`
-- a --
outlet: Le Phare
published: 2031-03-04

{Douze personnes sont mortes|killed people 12} dans l'effondrement.
-- b --
outlet: La Balise
published: 2031-03-04

L'effondrement a tué {douze personnes|killed people 12}.
`))
	s := readSituation(t, ar)
	one := func([]text.Span) int { return 1 }
	for _, o := range []struct {
		origins Origins
		want    string
	}{{nil, "stands 2 from 2, stands 2 from 2"}, {one, "stands 1 from 1, repeats 1 from 1"}} {
		var got []string
		for _, e := range Balance(&story.Story{Reports: s.story.Reports}, s.cal, nil, o.origins).Accounts[0].Entries {
			got = append(got, fmt.Sprintf("%s %d from %d", e.Status, e.Speakers, e.Origins))
		}
		if g := strings.Join(got, ", "); g != o.want {
			t.Errorf("got %s, want %s", g, o.want)
		}
	}
}
