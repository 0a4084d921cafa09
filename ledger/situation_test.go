package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/tools/txtar"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/internal/marked"
	"recoupe/lang"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
)

// A situation is a few reports in marked prose, each mark what a perfect reader
// would find there, and the ledger they must give. The marks:
//
//	{Treize policiers ont été tués|killed security_forces 13 by=la_police label=policiers}
//	{n'a pas confirmé ce chiffre|unconfirmed of=2 by=la_préfecture}
//	{aucun bilan n'a été donné|gap killed civilians}
//	{l'armée a tiré sur la foule|says indirect by=des_témoins}
//	{la digue a cédé|event 2031-03-04}
//
// of=, to= and part= count the figures of the report from 1; covers=, said= are
// EDTF; near= is a place that another sentence names. A report begins with its
// outlet and its date, as the page would state them.
type situation struct {
	t      *testing.T
	places map[string]*lang.Place
	story  *story.Story
	cal    *when.Calendar
}

func readSituation(t *testing.T, ar *txtar.Archive) *situation {
	s := &situation{t: t, places: map[string]*lang.Place{}, story: &story.Story{ID: "s"}, cal: &when.Calendar{Reports: map[text.DocID]when.Dating{}, Times: map[text.DocID][]when.Resolved{}}}
	for _, f := range ar.Files {
		if f.Name == "places" {
			for line := range strings.Lines(string(f.Data)) {
				if w := strings.Fields(line); len(w) >= 3 {
					name, learned := strings.CutSuffix(w[0], "?") // "Taragou?": on no map
					w[0] = name
					p := &lang.Place{ID: len(s.places) + 1, Number: int32(len(s.places) + 1), Name: strings.ReplaceAll(w[0], "_", " "), Precision: w[1], Country: w[2]}
					if learned {
						p.ID, p.Number = 0, 0
					}
					if len(w) > 3 {
						p.Region = strings.ReplaceAll(w[3], "_", " ")
					}
					s.places[w[0]] = p
				}
			}
		}
	}
	for _, f := range ar.Files {
		if f.Name != "places" && f.Name != "ledger" {
			s.report(f.Name, string(f.Data))
		}
	}
	return s
}

// report reads one report.
func (s *situation) report(file, data string) {
	s.t.Helper()
	head, body, ok := strings.Cut(data, "\n\n")
	if !ok {
		s.t.Fatalf("%s: no header", file)
	}
	doc := &text.Document{Files: []string{file}, Language: "fr"}
	var published edtf.Time
	for line := range strings.Lines(head) {
		key, val, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "outlet":
			doc.Outlet = val
		case "published":
			published = s.when(val)
		default:
			s.t.Fatalf("%s: header %q", file, line)
		}
	}
	plain, marks, err := marked.Parse(strings.TrimSpace(body))
	if err != nil {
		s.t.Fatalf("%s: %v", file, err)
	}
	sum := sha256.Sum256([]byte(doc.Outlet + "\x00" + plain))
	doc.ID = text.DocID(hex.EncodeToString(sum[:6]))
	doc.Text = plain
	doc.Published = text.Stated{When: published, Basis: "stated"}
	split(doc)
	r := &claim.Report{Document: doc, Lang: &lang.Analysis{Doc: doc}}
	s.cal.Reports[doc.ID] = when.Dating{When: published, Basis: "stated"}
	for _, pass := range []bool{true, false} { // figures first: the rest points at them
		for _, m := range marks {
			s.mark(r, m, pass)
		}
	}
	for _, f := range r.Figures {
		for _, c := range r.Claims {
			if c.Span.Contains(f.Span) {
				f.Claim = c
			}
		}
	}
	s.story.Reports = append(s.story.Reports, r)
}

// split finds sentences the plain way: the prose of situations has no traps.
func split(doc *text.Document) {
	start := 0
	for i := 0; i < len(doc.Text); i++ {
		end := doc.Text[i] == '\n' || strings.HasPrefix(doc.Text[i:], ". ") && !strings.HasSuffix(doc.Text[:i], " M") && !strings.HasSuffix(doc.Text[:i], "Mme")
		if end || i == len(doc.Text)-1 {
			if strings.TrimSpace(doc.Text[start:i+1]) != "" {
				doc.Sentences = append(doc.Sentences, text.Sentence{Start: start, End: i + 1, Language: "fr"})
			}
			start = i + 1
		}
	}
}

func (s *situation) when(v string) edtf.Time {
	s.t.Helper()
	if v == "" || v == "-" {
		return edtf.Time{}
	}
	if d, err := time.Parse("2006-01-02T15:04", v); err == nil {
		return edtf.Time{From: d, To: d.Add(time.Minute), Precision: edtf.Minute}
	}
	t, err := edtf.Parse(v)
	if err != nil {
		s.t.Fatal(err)
	}
	return t
}

// options are the words of a label that follow its first ones: key=value, or a
// bare word, which has the value "yes".
func options(fields []string) map[string]string {
	o := map[string]string{}
	for _, f := range fields {
		k, v, ok := strings.Cut(f, "=")
		if !ok {
			v = "yes"
		}
		o[k] = strings.ReplaceAll(v, "_", " ")
	}
	return o
}

func (s *situation) mark(r *claim.Report, m marked.Mark, figures bool) {
	s.t.Helper()
	w := strings.Fields(m.Label)
	span := r.Span(m.Start, m.End)
	switch kind := w[0]; {
	case slices.Contains(measureOrder, claim.Measure(kind)):
		if figures {
			s.figure(r, span, w)
		}
	case figures:
	case kind == "gap":
		g := &claim.Gap{ID: r.Files[0], Span: span, By: s.by(r, span, options(w[1:]))}
		g.Measure, g.Group = claim.Measure(strings.Trim(w[1], "-")), claim.Group(strings.Trim(w[2], "-"))
		r.Gaps = append(r.Gaps, g)
	case kind == "says":
		o := options(w[2:])
		c := &claim.Claim{ID: string(r.ID) + strconv.Itoa(m.Start), Span: span, Content: span, Kind: claim.Kind(w[1]), By: s.by(r, span, o), Stance: stance(o)}
		if m.Start >= 0 { // a claim spans its sentence
			for _, st := range r.Sentences {
				if st.Start <= m.Start && m.End <= st.End {
					c.Span = r.Span(st.Start, st.End)
				}
			}
		}
		r.Claims = append(r.Claims, c)
	case kind == "event":
		o := options(w[2:])
		e := &claim.Event{Span: span, Time: s.time(r, w[1]), Said: s.time(r, o["said"])}
		if by := s.by(r, span, o); by != nil {
			e.Claim = &claim.Claim{ID: string(r.ID) + strconv.Itoa(m.Start), Span: span, Content: span, Kind: claim.Indirect, By: by}
		}
		r.Events = append(r.Events, e)
	default:
		s.remark(r, span, claim.RemarkKind(kind), options(w[1:]))
	}
}

func (s *situation) figure(r *claim.Report, span text.Span, w []string) {
	s.t.Helper()
	o := options(w[3:])
	f := &claim.Figure{ID: fmt.Sprintf("%s-%d", r.Files[0], span.Start), Span: span, Number: numeral(r, span), Measure: claim.Measure(w[0]), Group: claim.Group(w[1]), Quantity: s.quantity(w[2]),
		Severity: claim.Severity(o["sev"]), Scope: claim.Scope(o["scope"]), Label: o["label"], Aside: o["aside"] != "", Previous: o["prev"] != "", Elsewhere: o["elsewhere"] != "", Stance: stance(o), By: s.by(r, span, o)}
	for i, st := range r.Sentences {
		if st.Start <= span.Start && span.End <= st.End {
			f.Sent = i
		}
	}
	if p := cmp.Or(o["place"], o["near"]); p != "" {
		f.Place = s.places[strings.ReplaceAll(p, " ", "_")]
		if f.Place == nil {
			s.t.Fatalf("place %q is not listed", p)
		}
		if o["place"] != "" {
			f.PlaceAt = span
		}
	}
	f.Covers, f.SaidAt = s.time(r, o["covers"]), s.time(r, o["said"])
	if n, err := strconv.Atoi(o["part"]); err == nil {
		f.PartOf = r.Figures[n-1]
	}
	r.Figures = append(r.Figures, f)
}

// numeral is the run of number words of a figure, with its qualifier: what the
// messages quote.
func numeral(r *claim.Report, span text.Span) text.Span {
	const words = " un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingt-deux vingt-neuf vingt-six trente trente-deux quarante quarante-deux quarante-quatre cinquante soixante dix-huit cent mille millier dizaine dizaines centaines \"dizaines\" "
	const before = " au moins plus de d' moins environ près des entre à jusqu'à "
	isNumber := func(w string) bool {
		w = strings.TrimPrefix(strings.ToLower(w), "d'")
		return w != "" && (w[0] >= '0' && w[0] <= '9' || strings.Contains(words, " "+w+" "))
	}
	start, end, at := -1, -1, span.Start
	prefix := -1
	for _, w := range strings.SplitAfter(r.Slice(span), " ") {
		bare := strings.TrimSpace(w)
		switch {
		case isNumber(bare):
			if start < 0 {
				start = at
				if prefix >= 0 {
					start = prefix
				}
			}
			end = at + len(bare)
		case start >= 0 && bare != "et" && bare != "à":
			return r.Span(start, end)
		case start < 0 && strings.Contains(before, " "+strings.ToLower(bare)+" "):
			if prefix < 0 {
				prefix = at
			}
		case start < 0:
			prefix = -1
		}
		at += len(w)
	}
	if start < 0 {
		return span
	}
	return r.Span(start, end)
}

func (s *situation) quantity(w string) lang.Quantity {
	s.t.Helper()
	num := func(v string) int64 {
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil {
			s.t.Fatalf("quantity %q: %v", w, err)
		}
		return n
	}
	if v, ok := strings.CutPrefix(w, "v"); ok {
		lo, hi, _ := strings.Cut(v, "..")
		return lang.Quantity{Qualifier: lang.Vague, Low: num(lo), High: num(hi)}
	}
	if lo, hi, ok := strings.Cut(w, ".."); ok {
		return lang.Quantity{Qualifier: lang.Range, Low: num(lo), High: num(hi)}
	}
	for _, q := range []struct {
		sign string
		q    lang.Qualifier
	}{{">=", lang.AtLeast}, {"<=", lang.AtMost}, {">", lang.MoreThan}, {"<", lang.LessThan}, {"~", lang.Approx}, {"", lang.Exact}} {
		if v, ok := strings.CutPrefix(w, q.sign); ok {
			return lang.Quantity{Qualifier: q.q, Value: num(v), Named: true, Low: num(v), High: num(v)}
		}
	}
	return lang.Quantity{}
}

func stance(o map[string]string) claim.Stance {
	for _, s := range []claim.Stance{claim.Hedged, claim.Denied, claim.NotKnown} {
		if o[string(s)] != "" {
			return s
		}
	}
	return claim.Asserted
}

// time puts t on the calendar and returns its index.
func (s *situation) time(r *claim.Report, v string) int {
	s.t.Helper()
	if v == "" {
		return -1
	}
	r.Lang.Times = append(r.Lang.Times, lang.Time{})
	s.cal.Times[r.ID] = append(s.cal.Times[r.ID], when.Resolved{Time: s.when(v)})
	return len(r.Lang.Times) - 1
}

// by finds the speaker's words in the report, the nearest to the mark.
func (s *situation) by(r *claim.Report, at text.Span, o map[string]string) *claim.Attribution {
	s.t.Helper()
	if o["by"] == "" {
		return nil
	}
	a := s.attribution(r, at, o["by"])
	a.Role = cmp.Or(claim.Role(strings.ReplaceAll(o["role"], " ", "_")), a.Role)
	a.Name = cmp.Or(o["name"], a.Name)
	if o["via"] != "" {
		for v := range strings.SplitSeq(o["via"], ",") {
			via := s.attribution(r, at, v)
			via.Role = cmp.Or(via.Role, claim.Agency)
			a.Via = append(a.Via, *via)
		}
	}
	return a
}

func (s *situation) attribution(r *claim.Report, at text.Span, words string) *claim.Attribution {
	s.t.Helper()
	best := -1
	for i := 0; ; {
		j := strings.Index(r.Text[i:], words)
		if j < 0 {
			break
		}
		if i += j; best < 0 || abs(i-at.Start) < abs(best-at.Start) {
			best = i
		}
		i++
	}
	if best < 0 {
		s.t.Fatalf("%s: speaker %q is not in the text", r.Files[0], words)
	}
	span := r.Span(best, best+len(words))
	return &claim.Attribution{Speaker: words, Name: properName(words), Role: roleOf(words), Span: span, Stands: span, Cue: "selon", Rule: "marked"}
}

// properName is a run of two capitalised words or more, or one behind a title.
func properName(words string) string {
	var run []string
	titled := false
	for _, w := range strings.Fields(words) {
		r := []rune(w)
		switch {
		case w == "M." || w == "Mme":
			titled, run = true, nil
		case unicode.IsUpper(r[0]) && w != "Le" && w != "La" && w != "Les":
			run = append(run, w)
		case len(run) < 2:
			run = nil
		}
	}
	name := strings.Join(run, " ")
	if len(run) >= 2 || titled || name != "" && name == strings.ToUpper(name) || name == words && !strings.Contains(name, "'") {
		return name
	}
	return ""
}

func roleOf(words string) claim.Role {
	for _, r := range []struct {
		word string
		role claim.Role
	}{{"porte-parole", claim.Spokesman}, {"ministère", claim.Ministry}, {"police", claim.Police}, {"armée", claim.Army}, {"télévision publique", claim.StateMedia}, {"préfecture", claim.LocalAuth}, {"mairie", claim.LocalAuth},
		{"protection civile", claim.Rescue}, {"pompiers", claim.Rescue}, {"hôpital", claim.Hospital}, {"autorités", claim.Officials}, {"officiel", claim.Officials}, {"Officiellement", claim.Officials}, {"gouvernement", claim.Government}, {"témoin", claim.Witness}, {"habitant", claim.Witness},
		{"syndicat", claim.Union}, {"ONU", claim.IntlBody}, {"rebelles", claim.ArmedGroup}, {"opposition", claim.Opposition}, {"ONG", claim.NGO}, {"président", claim.HeadOfState}, {"agence", claim.Agency}} {
		if strings.Contains(words, r.word) {
			return r.role
		}
	}
	return ""
}

func (s *situation) remark(r *claim.Report, span text.Span, kind claim.RemarkKind, o map[string]string) {
	s.t.Helper()
	m := &claim.Remark{Kind: kind, Span: span, By: s.by(r, span, o), Rule: "marked"}
	pick := func(v string) *claim.Figure {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > len(r.Figures) {
			s.t.Fatalf("%s: no figure %q", r.Files[0], v)
		}
		return r.Figures[n-1]
	}
	if o["of"] != "" {
		m.Of = pick(o["of"])
	}
	if o["to"] != "" {
		m.To = pick(o["to"])
	}
	if o["qty"] != "" {
		q := s.quantity(o["qty"])
		m.Quantity = &q
	}
	if m.Of == nil && m.To == nil && m.Quantity == nil {
		for _, f := range r.Figures {
			if f.Span.Start < span.Start {
				m.Of = f
			}
		}
	}
	switch kind {
	case claim.Withdrawal, claim.Denial, claim.NoConfirm, claim.Confirmation, claim.RevisionMade, claim.PreviousTold:
	default:
		s.t.Fatalf("%s: unknown mark %q", r.Files[0], kind)
	}
	r.Remarks = append(r.Remarks, m)
}
