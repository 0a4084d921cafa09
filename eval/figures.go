package eval

import (
	"fmt"
	"slices"
	"strings"

	"recoupe/claim"
	"recoupe/claim/told"
	"recoupe/internal/marked"
	"recoupe/lang"
	"recoupe/text"
)

// A Tally counts what was found against what is marked.
type Tally struct {
	Right, Extra, Missed int
	Full                 int // right in quantity, group, speaker and stance as well
	Traps                int // lines without a figure in which one was found
	Gaps, GapsAll        int
	GapsExtra            int // gaps that overlap none marked
	Remarks, RemarksAll  int
}

// F1 is the harmonic mean of precision and recall, 0 to 1.
func (t Tally) F1() float64 { return harmonic(t.Right, t.Extra, t.Missed) }

// FullF1 counts as right only what is right in every field.
func (t Tally) FullF1() float64 {
	wrong := t.Right - t.Full
	return harmonic(t.Full, t.Extra+wrong, t.Missed+wrong)
}

func harmonic(tp, fp, fn int) float64 {
	if tp == 0 {
		return 0
	}
	return 2 * float64(tp) / float64(2*tp+fp+fn)
}

// Add adds u to t.
func (t *Tally) Add(u Tally) {
	t.Right += u.Right
	t.Extra += u.Extra
	t.Missed += u.Missed
	t.Full += u.Full
	t.Traps += u.Traps
	t.Gaps += u.Gaps
	t.GapsAll += u.GapsAll
	t.GapsExtra += u.GapsExtra
	t.Remarks += u.Remarks
	t.RemarksAll += u.RemarksAll
}

// Plain reads one marked case as a report of its own in the given language.
func Plain(s, language string) *claim.Report {
	return told.Read(lang.Analyze(text.Prose("case", s, language)))
}

// FigureCase scores one marked line and returns what was wrong, line by line.
func FigureCase(line, language string) (Tally, []string) {
	plain, marks, err := marked.Parse(line)
	if err != nil {
		return Tally{}, []string{err.Error()}
	}
	r := Plain(plain, language)
	var t Tally
	var wrong []string
	used := map[*claim.Figure]*marked.FigureLabel{}
	var labels []*marked.FigureLabel
	of := map[*marked.FigureLabel]*claim.Figure{}
	for _, m := range marks {
		switch {
		case strings.HasPrefix(m.Label, "gap"):
			t.GapsAll++
			if gapFound(r, m) {
				t.Gaps++
			} else {
				wrong = append(wrong, "no gap at «"+plain[m.Start:m.End]+"»"+gapsGot(r))
			}
		case marked.IsRemark(m.Label):
			t.RemarksAll++
			if remarkFound(r, m) {
				t.Remarks++
			}
		default:
			want, err := marked.ParseFigure(m.Label)
			if err != nil {
				return t, []string{err.Error()}
			}
			labels = append(labels, &want)
			f := bestFigure(r, m, &want, used)
			if f == nil {
				t.Missed++
				wrong = append(wrong, "no figure at «"+plain[m.Start:m.End]+"»")
				continue
			}
			used[f], of[&want] = &want, f
			t.Right++
			if bad := differs(f, &want, labels, of); len(bad) > 0 {
				wrong = append(wrong, fmt.Sprintf("«%s»: %s", plain[m.Start:m.End], strings.Join(bad, ", ")))
			} else {
				t.Full++
			}
		}
	}
	for _, f := range r.Figures {
		if used[f] == nil {
			t.Extra++
			wrong = append(wrong, fmt.Sprintf("extra «%s» %s %s %s", plain[f.Span.Start:f.Span.End], f.Measure, f.Group, Quantity(f.Quantity)))
		}
	}
	for _, g := range r.Gaps {
		if !gapMarked(g, marks) {
			t.GapsExtra++
			wrong = append(wrong, fmt.Sprintf("no gap is «%s» %s %s", plain[g.Span.Start:g.Span.End], g.Measure, g.Group))
		}
	}
	if len(labels) == 0 && len(r.Figures) > 0 {
		t.Traps++
	}
	return t, wrong
}

// Quantity writes q as labels do.
func Quantity(q lang.Quantity) string {
	return marked.Quantity{Qualifier: string(q.Qualifier), Value: q.Value, Low: q.Low, High: q.High}.String()
}

func bestFigure(r *claim.Report, m marked.Mark, want *marked.FigureLabel, used map[*claim.Figure]*marked.FigureLabel) *claim.Figure {
	var best *claim.Figure
	score := -1
	for _, f := range r.Figures {
		if used[f] != nil || f.Span.End <= m.Start || f.Span.Start >= m.End || !slices.Contains(want.Measures, string(f.Measure)) {
			continue
		}
		n := 0
		if f.Number.Start < m.End && m.Start < f.Number.End {
			n += 2
		}
		if Quantity(f.Quantity) == want.Quantity.String() {
			n++
		}
		if n > score {
			best, score = f, n
		}
	}
	return best
}

// differs names the fields of f that are not as marked.
func differs(f *claim.Figure, want *marked.FigureLabel, labels []*marked.FigureLabel, of map[*marked.FigureLabel]*claim.Figure) []string {
	var bad []string
	if got := Quantity(f.Quantity); got != want.Quantity.String() {
		bad = append(bad, "quantity "+got+" not "+want.Quantity.String())
	}
	if !slices.Contains(want.Groups, string(f.Group)) {
		bad = append(bad, "group "+string(f.Group)+" not "+strings.Join(want.Groups, "/"))
	}
	if string(f.Stance) != want.Stance {
		bad = append(bad, "stance "+string(f.Stance)+" not "+want.Stance)
	}
	if !speakerRight(f.By, want) {
		bad = append(bad, fmt.Sprintf("speaker %q not %q", speaker(f.By), want.By))
	}
	if want.Part > 0 && want.Part <= len(labels) && (f.PartOf == nil || of[labels[want.Part-1]] != f.PartOf) {
		bad = append(bad, "not part of "+fmt.Sprint(want.Part))
	}
	if want.Severity != "" && string(f.Severity) != want.Severity {
		bad = append(bad, "severity "+string(f.Severity)+" not "+want.Severity)
	}
	if want.Elsewhere != f.Elsewhere {
		bad = append(bad, fmt.Sprint("elsewhere ", f.Elsewhere))
	}
	if want.Aside != f.Aside {
		bad = append(bad, fmt.Sprint("aside ", f.Aside))
	}
	return bad
}

func speaker(by *claim.Attribution) string {
	if by == nil {
		return ""
	}
	return by.Speaker
}

func speakerRight(by *claim.Attribution, want *marked.FigureLabel) bool {
	if by == nil {
		return want.Own()
	}
	for _, w := range want.By {
		if SameWords(by.Speaker, w) || SameWords(by.Name, w) {
			return true
		}
	}
	return false
}

// SameWords reports whether the content words of one name stand in the other,
// in order: "la préfecture" and "préfecture du Var".
func SameWords(a, b string) bool {
	x, y := contentWords(a), contentWords(b)
	return within(x, y) || within(y, x)
}

func within(a, b []string) bool {
	if len(a) == 0 {
		return false
	}
	for i := 0; i+len(a) <= len(b); i++ {
		if slices.Equal(a, b[i:i+len(a)]) {
			return true
		}
	}
	return false
}

func contentWords(s string) []string {
	s = strings.ToLower(strings.NewReplacer("’", " ", "'", " ", "\"", " ", "«", " ", "»", " ", ",", " ", "-", " ").Replace(s))
	return slices.DeleteFunc(strings.Fields(s), func(w string) bool {
		switch w {
		case "le", "la", "les", "l", "d", "de", "du", "des", "un", "une", "m", "m.", "mme", "son", "sa", "ses":
			return true
		}
		return false
	})
}

// gapMarked reports whether a gap stands at words marked as one. A remark that
// leaves a figure unconfirmed is a gap as well.
func gapMarked(g *claim.Gap, marks []marked.Mark) bool {
	return slices.ContainsFunc(marks, func(m marked.Mark) bool {
		return (strings.HasPrefix(m.Label, "gap") || m.Label == "unconfirmed") && g.Span.Start < m.End && m.Start < g.Span.End
	})
}

func gapFound(r *claim.Report, m marked.Mark) bool {
	want, err := marked.ParseGap(m.Label)
	if err != nil {
		return false
	}
	for _, g := range r.Gaps {
		if g.Span.Start < m.End && m.Start < g.Span.End && inOrNone(want.Measures, string(g.Measure)) && inOrNone(want.Groups, string(g.Group)) {
			return true
		}
	}
	return false
}

func gapsGot(r *claim.Report) string {
	s := ""
	for _, g := range r.Gaps {
		s += fmt.Sprintf(" [got «%s» %s %s]", r.Text[g.Span.Start:g.Span.End], g.Measure, g.Group)
	}
	return s
}

func inOrNone(list []string, v string) bool {
	if v == "" {
		v = "-"
	}
	return slices.Contains(list, v)
}

func remarkFound(r *claim.Report, m marked.Mark) bool {
	kind, _, _ := strings.Cut(m.Label, " ")
	for _, x := range r.Remarks {
		if x.Span.Start < m.End && m.Start < x.Span.End && string(x.Kind) == kind {
			return true
		}
	}
	return false
}
