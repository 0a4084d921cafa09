package marked

import (
	"fmt"
	"strings"
	"unicode"
)

// A Said is one claim of a marked sentence: what is said, and by whom.
//
//	{L'épicentre est en mer|says indirect}, ont indiqué {les autorités|by}.
//
// The label of what is said is "says", a number that joins it to its speaker
// where a line holds several ("says2", "by2", "via2"), the kind, then options:
// a stance (hedged, denied, unknown), by=Words_of_the_speaker, via=Words,
// own (own reporting). "{il|by =Marc_Odier}" is a pronoun with whom it stands for.
type Said struct {
	Start, End int // bytes of the plain text
	Words      string
	Kind       string
	Stance     string // "asserted" where no other is given
	Speaker    string // resolved; as written where it is no pronoun
	Via        []string
	Own        bool
}

// Paragraphs puts an empty line where s has " ¶ ".
func Paragraphs(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, " ¶ ", "\n\n"), "¶", "\n\n")
}

// ParseSaid strips the marks from a line and returns what it says is said.
func ParseSaid(line string) (plain string, want []Said, err error) {
	plain, marks, err := Parse(Paragraphs(line))
	if err != nil {
		return "", nil, err
	}
	by, via := map[string]string{}, map[string][]string{}
	for _, m := range marks {
		label, opts, _ := strings.Cut(m.Label, " ")
		words := plain[m.Start:m.End]
		if w, ok := strings.CutPrefix(opts, "="); ok {
			words = strings.ReplaceAll(w, "_", " ")
		}
		switch kind, n := splitLabel(label); kind {
		case "by":
			by[n] = words
		case "via":
			via[n] = append(via[n], words)
		case "says":
		default:
			return "", nil, fmt.Errorf("unknown label %q", m.Label)
		}
	}
	for _, m := range marks {
		label, _, _ := strings.Cut(m.Label, " ")
		if kind, n := splitLabel(label); kind == "says" {
			s, err := said(plain, m, by[n], via[n])
			if err != nil {
				return "", nil, err
			}
			want = append(want, s)
		}
	}
	return plain, want, nil
}

// splitLabel divides "says2" into "says" and "2"; no number is "1".
func splitLabel(label string) (kind, number string) {
	kind = strings.TrimRight(label, "0123456789")
	if number = label[len(kind):]; number == "" {
		number = "1"
	}
	return kind, number
}

func said(plain string, m Mark, by string, via []string) (Said, error) {
	s := Said{Start: m.Start, End: m.End, Words: plain[m.Start:m.End], Stance: "asserted", Speaker: by, Via: via}
	for i, o := range strings.Fields(m.Label)[1:] {
		switch {
		case o == "direct" || o == "indirect" || o == "mixed":
			s.Kind = o
		case o == "hedged" || o == "denied" || o == "unknown":
			s.Stance = o
		case o == "own":
			s.Own = true
		case strings.HasPrefix(o, "by="):
			s.Speaker = strings.ReplaceAll(o[3:], "_", " ")
		case strings.HasPrefix(o, "via="):
			s.Via = append(s.Via, strings.ReplaceAll(o[4:], "_", " "))
		default:
			return s, fmt.Errorf("unknown option %d %q of %q", i, o, m.Label)
		}
	}
	if s.Kind == "" || s.Speaker == "" {
		return s, fmt.Errorf("no kind or no speaker at %q", s.Words)
	}
	return s, nil
}

// A SaidScore counts what was found of what should have been.
type SaidScore struct {
	Want, Got, Found            int // claims; Found: those whose words meet
	Speaker, Kind, Stance, Full int // of those found
	Lines, Clean                int // lines, and those with nothing wrong
	Traps, Fallen               int // lines that must yield nothing, and those that did
}

// Add adds the counts of t to s.
func (s *SaidScore) Add(t SaidScore) {
	s.Want += t.Want
	s.Got += t.Got
	s.Found += t.Found
	s.Speaker += t.Speaker
	s.Kind += t.Kind
	s.Stance += t.Stance
	s.Full += t.Full
	s.Lines += t.Lines
	s.Clean += t.Clean
	s.Traps += t.Traps
	s.Fallen += t.Fallen
}

// String writes the measures in one line.
func (s SaidScore) String() string {
	r := func(a, b int) float64 { return float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("precision %.3f recall %.3f speaker %.3f kind %.3f stance %.3f full-recall %.3f lines %d/%d traps fallen into %d/%d",
		r(s.Found, s.Got), r(s.Found, s.Want), r(s.Speaker, s.Found), r(s.Kind, s.Found), r(s.Stance, s.Found), r(s.Full, s.Want), s.Clean, s.Lines, s.Fallen, s.Traps)
}

// CompareSaid sets what was found in a line beside what should have been. Words
// meet where they share at least half of the longer of the two. Each thing
// wrong is one line of diff.
func CompareSaid(want, got []Said) (score SaidScore, diff []string) {
	score.Want, score.Got, score.Lines = len(want), len(got), 1
	used := make([]bool, len(got))
	for _, w := range want {
		best, at := 0.0, -1
		for i, g := range got {
			if o := shared(w, g); !used[i] && o > best {
				best, at = o, i
			}
		}
		if at < 0 || best < 0.5 {
			diff = append(diff, fmt.Sprintf("not found: «%s» by %q", w.Words, w.Speaker))
			continue
		}
		used[at] = true
		g := got[at]
		score.Found++
		n := len(diff)
		if SameSpeaker(w.Speaker, g.Speaker) {
			score.Speaker++
		} else {
			diff = append(diff, fmt.Sprintf("speaker of «%s»: got %q, want %q", w.Words, g.Speaker, w.Speaker))
		}
		if w.Kind == g.Kind {
			score.Kind++
		} else {
			diff = append(diff, fmt.Sprintf("kind of «%s»: got %s, want %s", w.Words, g.Kind, w.Kind))
		}
		if w.Stance == g.Stance {
			score.Stance++
		} else {
			diff = append(diff, fmt.Sprintf("stance of «%s»: got %s, want %s", w.Words, g.Stance, w.Stance))
		}
		if n == len(diff) {
			score.Full++
		}
	}
	for i, g := range got {
		if !used[i] {
			diff = append(diff, fmt.Sprintf("not marked: «%s» by %q", g.Words, g.Speaker))
		}
	}
	if len(want) == 0 {
		score.Traps = 1
		if len(got) > 0 {
			score.Fallen = 1
		}
	}
	if len(diff) == 0 {
		score.Clean = 1
	}
	return score, diff
}

func shared(a, b Said) float64 {
	n := min(a.End, b.End) - max(a.Start, b.Start)
	return float64(n) / float64(max(a.End-a.Start, b.End-b.Start, 1))
}

// SameSpeaker reports whether the words of one hold those of the other, articles
// and prepositions left out.
func SameSpeaker(a, b string) bool {
	x, y := speakerWords(a), speakerWords(b)
	return holds(x, y) || holds(y, x)
}

func holds(in, what []string) bool {
	if len(what) == 0 {
		return false
	}
	for i := 0; i+len(what) <= len(in); i++ {
		if fmt.Sprint(in[i:i+len(what)]) == fmt.Sprint(what) {
			return true
		}
	}
	return false
}

func speakerWords(s string) (out []string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch w {
		case "l", "d", "la", "le", "les", "un", "une", "des", "du", "de", "m", "mme", "the", "a", "an", "of", "son", "sa", "ses":
		default:
			out = append(out, w)
		}
	}
	return out
}
