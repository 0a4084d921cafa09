package render_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/ledger"
	"recoupe/render"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
)

// hostile is a story in which nobody can be trusted to be harmless: scripts,
// escape sequences, formulas, letters that turn the line, a word without end.
func hostile() *recoupe.Result {
	return invented([]string{
		"Douze morts <script>alert(1)</script> selon la préfecture de Valombre.",
		"\x1b[31mDouze morts\x1b[0m \x07 selon =HYPERLINK(\"http://x\";\"y\")\u202e la police\x00 \u009b2J.",
		strings.Repeat("tréslong", 400) + " douze morts \"><img src=x onerror=alert(1)> 'x' &amp; selon Мария Ким.",
	}, "+cmd|' /C calc'!A0<b>", "\x1b]0;owned\x07Radio Lagune")
}

// invented makes a result of texts by hand: in each the words from "ouze morts"
// are a figure on the word of what follows "selon ". All are told of one day.
func invented(texts []string, outlets ...string) *recoupe.Result {
	res := &recoupe.Result{}
	s := &story.Story{ID: "story-1"}
	cal := &when.Calendar{Reports: map[text.DocID]when.Dating{}, Times: map[text.DocID][]when.Resolved{}}
	led := &ledger.Ledger{}
	acct := &ledger.Account{Measure: claim.Killed, Group: claim.People}
	var first *claim.Figure
	for i, words := range texts {
		d := &text.Document{ID: text.DocID(fmt.Sprintf("%012x", i+1)), Text: words, Language: "fr", Files: []string{fmt.Sprintf("=%d<i>.txt", i)}}
		d.Outlet = outlets[i%len(outlets)]
		d.URL = "javascript:alert(1)"
		d.Parts = []text.Part{{Start: 0, End: len(words)}}
		d.Sentences = []text.Sentence{{Start: 0, End: len(words)}}
		r := &claim.Report{Document: d, Lang: &lang.Analysis{Doc: d}}
		at := strings.Index(words, "ouze morts") - 1
		by := strings.Index(words, "selon ") + len("selon ")
		end := len(words) - 1
		a := &claim.Attribution{Speaker: words[by:end], Span: d.Span(by, end), Stands: d.Span(by, end), Cue: "selon", CueSpan: d.Span(by-6, by-1), Role: claim.Police}
		c := &claim.Claim{ID: fmt.Sprintf("%06x-c%d", i+1, at), Span: d.Span(0, len(words)), Content: d.Span(at, by-7), Kind: claim.Indirect, By: a, Stance: claim.Asserted}
		f := &claim.Figure{ID: fmt.Sprintf("%06x-%d", i+1, at), Span: d.Span(at, at+11), Number: d.Span(at, at+5), Claim: c, By: a, Quantity: lang.ExactQuantity(12),
			Measure: claim.Killed, Group: claim.People, Label: words[by:end], LabelAt: d.Span(by, end), Covers: -1, SaidAt: -1, Stance: claim.Hedged}
		g := &claim.Gap{ID: fmt.Sprintf("%06x-g%d", i+1, at), Span: d.Span(at, end), Measure: claim.Killed, Group: claim.Civilians}
		r.Claims, r.Figures, r.Gaps = []*claim.Claim{c}, []*claim.Figure{f}, []*claim.Gap{g}
		r.Notes = []text.Warning{{Span: f.Span, Rule: "odd", Message: words}}
		day := edtf.Date(2031, time.March, 12+i%9)
		cal.Reports[d.ID] = when.Dating{When: day, Basis: "inferred", Because: []text.Span{f.Span}}
		e := &ledger.Entry{Figure: f, Report: r, Said: day, Published: day, Status: ledger.Stands, Origins: 1, Speakers: 1}
		if first == nil {
			first = f
		} else {
			e.Status = ledger.Contradicted
			e.Because = []ledger.Reason{{Rule: ledger.RuleDisjoint, Figures: []*claim.Figure{first}, Spans: []text.Span{first.Span}}}
		}
		if i%7 == 3 {
			acct = &ledger.Account{Measure: claim.Injured, Group: claim.Group(fmt.Sprint("g", i%5))}
			led.Accounts = append(led.Accounts, acct)
		} else if i == 0 {
			led.Accounts = append(led.Accounts, acct)
		}
		acct.Entries = append(acct.Entries, e)
		led.Gaps = append(led.Gaps, g)
		led.Timeline = append(led.Timeline, &ledger.Moment{When: day, Said: day, Spans: []text.Span{c.Span}, Claims: []*claim.Claim{c}, Origins: 1})
		res.Reports = append(res.Reports, r)
	}
	s.Reports = res.Reports
	led.Conflicts = []*ledger.Conflict{{Kind: ledger.KindNarrative, Rule: ledger.RuleNarrativeLabel, Members: []ledger.Member{{Figure: first}, {Claim: first.Claim}}, Message: "one", Args: []string{"a"}}}
	led.Warnings = []text.Warning{{Span: first.Span, Rule: ledger.RuleFalls, Message: "falls", Args: []string{texts[0], "<b>", "\x1b[2J"}}}
	res.Stories = []*recoupe.Told{{Story: s, Calendar: cal, Ledger: led}}
	res.Unread = []recoupe.Unread{{Name: "\x1b[2J<u>.txt", Rule: "not-found", Message: "no such file"}}
	return res
}

// TestTerminalStaysOurs: no report reaches the terminal with a control character.
func TestTerminalStaysOurs(t *testing.T) {
	res := hostile()
	for _, width := range []int{0, 20, 43, 80, 200} {
		for _, language := range render.Languages {
			var b bytes.Buffer
			scr := render.Screen{Words: render.In(language), Width: width, All: true, Args: "a\x1b[2Jb"}
			if err := render.Text(&b, res, scr); err != nil {
				t.Fatal(err)
			}
			if err := render.Why(&b, res, res.Reports[1].Figures, scr); err != nil {
				t.Fatal(err)
			}
			for _, r := range b.String() {
				if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e {
					t.Fatalf("width %d, %s: control character %U reaches the terminal", width, language, r)
				}
			}
		}
	}
}

// TestNoColour: without colours not one escape, with them the same words.
func TestNoColour(t *testing.T) {
	var plain, colour bytes.Buffer
	res := read(t, example)
	render.Text(&plain, res, render.Screen{Width: 90})
	render.Text(&colour, res, render.Screen{Width: 90, Colour: true})
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("escape sequences without colours")
	}
	s := colour.String()
	for _, code := range []string{"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[33m", "\x1b[36m"} {
		s = strings.ReplaceAll(s, code, "")
	}
	if s != plain.String() {
		t.Error("colours change the words")
	}
}

// TestPageStaysOurs: words of reports are words on the page, nothing else.
func TestPageStaysOurs(t *testing.T) {
	var b bytes.Buffer
	if err := render.HTML(&b, hostile(), render.In("fr")); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, bad := range []string{"<script", "<img", "<i>", "<b>.", "<u>", "onerror=alert(1)>", "href=\"javascript:", "\x1b", "\x00", "\u202e", "style=\""} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, want := range []string{"Content-Security-Policy", "default-src &#39;none&#39;", "&lt;script&gt;alert(1)&lt;/script&gt;", `lang="fr"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	anchors(t, page)
}

// anchors checks that no name is given twice and that every link leads somewhere.
func anchors(t *testing.T, page string) {
	t.Helper()
	ids := map[string]bool{}
	for _, part := range strings.Split(page, ` id="`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		if ids[id] {
			t.Errorf("the name %q is given twice", id)
		}
		ids[id] = true
	}
	n := 0
	for _, part := range strings.Split(page, `href="#`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		if n++; !ids[id] {
			t.Errorf("a link leads to %q, which is nowhere", id)
		}
	}
	if n == 0 {
		t.Error("no links on the page")
	}
}

func TestPageOfExample(t *testing.T) {
	var b bytes.Buffer
	if err := render.HTML(&b, read(t, example), render.In("en")); err != nil {
		t.Fatal(err)
	}
	anchors(t, b.String())
	// Opened and closed in order, as a browser would not insist on but print does.
	var open []string
	for _, tag := range strings.Split(b.String()[strings.Index(b.String(), "<html"):], "<")[1:] {
		name := strings.FieldsFunc(tag, func(r rune) bool { return r == ' ' || r == '>' })[0]
		switch {
		case strings.HasPrefix(name, "/"):
			if len(open) == 0 || open[len(open)-1] != name[1:] {
				t.Fatalf("</%s> closes %v", name[1:], open)
			}
			open = open[:len(open)-1]
		case slices.Contains([]string{"br", "meta", "line", "circle", "path"}, name):
		default:
			open = append(open, name)
		}
	}
}

// TestTableStaysOurs: no field of words begins as a formula does.
func TestTableStaysOurs(t *testing.T) {
	var b bytes.Buffer
	if err := render.CSV(&b, hostile()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 4 || !slices.Equal(rows[0], render.Columns) {
		t.Fatalf("%d rows, head %q", len(rows), rows[0])
	}
	for _, row := range rows[1:] {
		for i, field := range row {
			if field != "" && strings.ContainsAny(field[:1], "=+-@\t\r") {
				t.Errorf("%s begins as a formula: %q", render.Columns[i], field)
			}
		}
	}
	outlet := slices.Index(render.Columns, "outlet")
	if rows[1][outlet] != "'+cmd|' /C calc'!A0<b>" {
		t.Errorf("outlet %q: the formula should be quoted", rows[1][outlet])
	}
}

// TestWidth: no line is wider than the screen.
func TestWidth(t *testing.T) {
	res := read(t, example)
	for _, width := range []int{40, 72, 100} {
		var b bytes.Buffer
		render.Text(&b, res, render.Screen{Words: render.In("fr"), Width: width})
		for line := range strings.Lines(b.String()) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > width {
				t.Errorf("width %d: a line of %d: %q", width, n, line)
			}
		}
	}
}

// many is a story of n figures.
func many(n int) *recoupe.Result {
	var texts []string
	for i := range n {
		texts = append(texts, fmt.Sprintf("Le %d, douze morts à Valombre, selon la police du quartier %d.", i%28+1, i%40))
	}
	return invented(texts, "Radio Lagune", "Le Phare", "Nordfil")
}

func BenchmarkText(b *testing.B) {
	benchmark(b, func(w *bytes.Buffer, r *recoupe.Result) error { return render.Text(w, r, render.Screen{}) })
}
func BenchmarkJSON(b *testing.B) {
	benchmark(b, func(w *bytes.Buffer, r *recoupe.Result) error { return render.JSON(w, r) })
}
func BenchmarkCSV(b *testing.B) {
	benchmark(b, func(w *bytes.Buffer, r *recoupe.Result) error { return render.CSV(w, r) })
}
func BenchmarkHTML(b *testing.B) {
	benchmark(b, func(w *bytes.Buffer, r *recoupe.Result) error { return render.HTML(w, r, render.In("fr")) })
}

func benchmark(b *testing.B, write func(*bytes.Buffer, *recoupe.Result) error) {
	res := many(10000)
	b.ReportAllocs()
	for b.Loop() {
		var w bytes.Buffer
		if err := write(&w, res); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(w.Len()))
	}
}
