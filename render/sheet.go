package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"recoupe"
	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/ledger"
	"recoupe/text"
)

// A sheet is one story laid out for a reader: what the screen and the page have
// in common. Its strings are in the reader's language; words of reports are as
// they stand there.
type sheet struct {
	*index
	w     *Words
	story *recoupe.Told
	year  int    // left out of dates
	main  string // the place left out of what is counted

	Title, Dates       string
	Volume             string // how many reports, and of how many versions where pages were edited
	Taken              []taken
	Newsrooms, Sources int // at most so many independent newsrooms; so many original speakers
	Tolls, Asides      []*toll
	Doubts             []*doubt
	Conflicts, Names   []*clash
	Gaps               []*gap
	Checks             []*check
	Timeline           []*moment
	Cast               []*voice
	Reports            []*origin

	lines map[*claim.Figure]*line // the line a figure is told in
	shown map[text.Span]bool      // words of the ledger's warnings shown beside a figure
}

// A toll is all that is counted under one measure.
type toll struct {
	Measure claim.Measure
	Heading string
	Rows    []*row
}

// A row is one account, or a gap where no figure is given.
type row struct {
	Head    string // "security forces", "of whom seriously"
	Depth   int    // 1 for a part of the row above
	Account *ledger.Account
	Now     []*line // what stands, then what is contradicted, then what was withdrawn
	Before  []*line // superseded, latest first
	Gap     *gap    // set where Account is nil
	held    map[same]*line
}

// A line is one figure with its repeats.
type line struct {
	mention
	Entry   *ledger.Entry
	Amount  string
	Verdict string          // what became of it; "" where it simply stands
	Reason  string          // why; "" where nothing did
	Status  string          // what became of it, without by what
	By      []*claim.Figure // the figures that the verdict names
	Tags    []string        // stance and marks
	Speaker string          // "" where the report speaks for itself
	Via     []string
	Also    []*mention // where it is told again
	Row     *row
}

// A mention is a figure in its report.
type mention struct {
	Figure *claim.Figure
	Report *claim.Report
	Outlet string
	Date   string // when it was said
}

func newSheet(x *index, t *recoupe.Told, w *Words) *sheet {
	s := &sheet{index: x, w: w, story: t, lines: map[*claim.Figure]*line{}, shown: map[text.Span]bool{}}
	s.head()
	if t.Ledger != nil {
		s.tolls()
		s.gaps()
		s.clashes()
		s.doubts()
		s.checks()
		s.timeline()
	}
	s.cast()
	s.origins()
	s.Taken = s.taken()
	return s
}

// head finds the title, the days and how many stand behind the story.
func (s *sheet) head() {
	if all := s.days(); all.Known() {
		s.Dates = s.w.date(all, 0)
		if all.FirstDay().Year() == all.LastDay().Year() {
			s.year = all.FirstDay().Year()
		}
	}
	s.Title = s.title()
	s.Volume = s.volume()
	s.Newsrooms = s.newsrooms()
	s.Sources = s.originalSpeakers()
}

// days returns from when to when the reports appeared. One that is known to a
// month only widens it where no report is known better.
func (s *sheet) days() edtf.Time {
	const week = 7 * 24 * time.Hour
	var fine, coarse edtf.Time
	widen := func(t *edtf.Time, d edtf.Time) {
		if !t.Known() || d.From.Before(t.From) {
			t.From = d.From
		}
		if t.To.IsZero() || d.To.After(t.To) {
			t.To = d.To
		}
		t.Precision = max(t.Precision, d.Precision)
	}
	for _, r := range s.story.Reports {
		switch d := s.dating(r).When; {
		case !d.Closed():
		case d.To.Sub(d.From) <= week:
			widen(&fine, d)
			fine.Precision = edtf.Day
		default:
			widen(&coarse, d)
		}
	}
	if fine.Known() {
		return fine
	}
	return coarse
}

// title returns the title of the story, else the places most told of.
func (s *sheet) title() string {
	if s.story.Title != "" {
		return clean(s.story.Title)
	}
	told := map[string]int{}
	country := map[string]int{}
	for _, r := range s.story.Reports {
		for _, n := range r.Lang.Names {
			if n.Place == nil {
				continue
			}
			if n.Place.Precision == "country" {
				country[n.Place.Name]++
			} else {
				told[n.Place.Name]++
			}
		}
	}
	var parts []string
	for _, m := range []map[string]int{told, country} {
		best := ""
		for name, n := range m {
			if n > 1 && (best == "" || n > m[best] || n == m[best] && name < best) {
				best = name
			}
		}
		if best != "" {
			parts = append(parts, clean(best))
		}
	}
	if len(parts) > 0 {
		return strings.Join(parts, ", ")
	}
	for _, r := range s.story.Reports {
		if r.Title != "" {
			return clean(r.Title)
		}
	}
	if len(s.story.Reports) == 1 {
		r := s.story.Reports[0]
		for _, k := range r.Sentences {
			if words := clean(r.Text[k.Start:k.End]); len(words) > 20 {
				return firstWords(words, 70)
			}
		}
	}
	return s.w.say("story.untitled")
}

// volume says how many reports there are. What one address answered at two times
// is one report in two versions.
func (s *sheet) volume() string {
	seen := map[string]bool{}
	edited := 0
	for _, r := range s.story.Reports {
		if r.URL != "" && seen[r.URL] {
			edited++
		}
		seen[r.URL] = true
	}
	all := len(s.story.Reports)
	told := s.w.count("reports", all-edited)
	if edited > 0 {
		told = s.w.say("reports.versions", told, s.w.number(int64(all)))
	}
	return told
}

// newsrooms counts how many independent newsrooms there can be at most.
func (s *sheet) newsrooms() int {
	if s.res.Newsrooms == nil {
		return len(s.story.Reports) // nothing was compared
	}
	return s.res.Newsrooms(s.story.Reports)
}

func (s *sheet) originalSpeakers() int {
	seen := map[string]bool{}
	for _, r := range s.story.Reports {
		for _, f := range r.Figures {
			if id := s.res.Cast.Of(f.By); id != "" {
				seen[s.res.Cast.Body(id)] = true
			}
		}
		for _, c := range r.Claims {
			if id := s.res.Cast.Of(c.By); id != "" {
				seen[s.res.Cast.Body(id)] = true
			}
		}
	}
	return len(seen)
}

// outlet names a report for a reader: who published it, else its file.
func (s *sheet) outlet(r *claim.Report) string {
	switch {
	case r.Outlet != "":
		return clean(r.Outlet)
	case r.URL != "":
		host := strings.TrimPrefix(strings.TrimPrefix(r.URL, "https://"), "http://")
		host, _, _ = strings.Cut(host, "/")
		return clean(strings.TrimPrefix(host, "www."))
	case len(r.Files) > 0:
		return s.w.say("source.file", s.files[r.ID])
	}
	return string(r.ID)[:min(6, len(r.ID))]
}

func (s *sheet) mention(f *claim.Figure) mention {
	r := s.of[f]
	said, _ := s.times(r, f)
	return mention{f, r, s.outlet(r), s.w.date(said, s.year)}
}

// speaker names who says something, as the report does; a person by the fullest
// form of her name. It is "" where the report speaks for itself.
func (s *sheet) speaker(by *claim.Attribution) string {
	if by == nil {
		return ""
	}
	name := by.Speaker
	if sp := s.res.Cast.Speaker(s.res.Cast.Of(by)); sp != nil && sp.Person && by.Name != "" && sp.Name != "" {
		name = sp.Name
		if sp.Role != "" {
			name += " (" + s.w.say("role."+string(sp.Role)) + ")"
		}
	}
	return lowerArticle(clean(name))
}

// lowerArticle makes "Le ministère" of a sentence's beginning "le ministère".
func lowerArticle(s string) string {
	first, rest, ok := strings.Cut(s, " ")
	switch {
	case strings.HasPrefix(s, "L'") || strings.HasPrefix(s, "L’"):
		return "l" + s[1:]
	case s == "Officiellement" || s == "Officially":
		return strings.ToLower(s)
	case ok && slices.Contains([]string{"Le", "La", "Les", "Un", "Une", "Des", "Du", "The", "A", "An", "Plusieurs", "Son", "Sa", "Leur"}, first):
		return strings.ToLower(first) + " " + rest
	}
	return s
}

// wing returns the relays of by, nearest to the speaker first.
func wing(by *claim.Attribution) []string {
	var via []string
	if by != nil {
		for _, v := range by.Via {
			via = append(via, lowerArticle(clean(v.Speaker)))
		}
	}
	return via
}

// measureOrder and groupOrder are the order of a reporter: the dead first, and
// all people before some of them.
var measureOrder = []claim.Measure{claim.Killed, claim.Missing, claim.Injured, claim.Hospitalised, claim.Victims, claim.Arrested, claim.Kidnapped, claim.Released,
	claim.Rescued, claim.Evacuated, claim.Displaced, claim.Participants, claim.Deployed, claim.Destroyed}

var groupOrder = []claim.Group{claim.People, claim.Civilians, claim.Protesters, claim.Workers, claim.SecurityForces, claim.Soldiers, claim.Assailants, claim.Children,
	claim.Women, claim.Migrants, claim.Passengers, claim.Crew, claim.Detainees, claim.OfficialsGroup, claim.HealthWorkers, claim.AidWorkers, claim.Rescuers,
	claim.MediaGroup, claim.Foreigners, claim.Equipment, claim.OtherGroup}

// rank returns the place of v in order; what stands nowhere comes last.
func rank[T comparable](order []T, v T) int {
	if i := slices.Index(order, v); i >= 0 {
		return i
	}
	return len(order)
}

// latestFirst orders by when a thing was said; what has no date comes last.
func latestFirst(a, b *line) int {
	x, y := a.Entry.Said, b.Entry.Said
	if x.From.IsZero() != y.From.IsZero() {
		return cmp.Compare(strconv.FormatBool(x.From.IsZero()), strconv.FormatBool(y.From.IsZero()))
	}
	return cmp.Or(y.From.Compare(x.From), y.To.Compare(x.To))
}
