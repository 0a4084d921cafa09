package ledger

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/story"
	"recoupe/text"
	"recoupe/when"
	"recoupe/who"
)

// large makes a story of n figures, by speakers many or few, on days many or
// few: what a month of a war gives, and what nothing real gives.
func large(n, speakers, days, values int) (*story.Story, *when.Calendar) {
	rng := rand.New(rand.NewPCG(7, 7))
	s := &story.Story{}
	cal := &when.Calendar{Reports: map[text.DocID]when.Dating{}, Times: map[text.DocID][]when.Resolved{}}
	groups := []claim.Group{claim.People, claim.Civilians, claim.Protesters, claim.Assailants, claim.OtherGroup}
	measures := []claim.Measure{claim.Killed, claim.Injured, claim.Victims, claim.Participants, claim.Missing}
	for len(s.Reports)*10 < n {
		doc := &text.Document{ID: text.DocID(fmt.Sprintf("%012d", len(s.Reports))), Outlet: fmt.Sprintf("outlet %d", rng.IntN(200))}
		r := &claim.Report{Document: doc, Lang: &lang.Analysis{Doc: doc}}
		day := edtf.Date(2031, time.March, 1+rng.IntN(days))
		cal.Reports[doc.ID] = when.Dating{When: day}
		for i := range 10 {
			v := int64(1 + rng.IntN(values))
			f := &claim.Figure{ID: fmt.Sprint(i), Span: text.Span{Doc: doc.ID, Start: i, End: i + 1}, Sent: -1, Covers: -1, SaidAt: -1, Measure: measures[rng.IntN(5)], Group: groups[rng.IntN(5)],
				Label: fmt.Sprintf("label%d", rng.IntN(40)), Quantity: lang.Quantity{Qualifier: lang.Exact, Value: v, Named: true, Low: v, High: v}}
			if i > 2 {
				f.By = &claim.Attribution{Speaker: fmt.Sprintf("Ana Speaker%d", rng.IntN(speakers)), Name: fmt.Sprintf("Ana Speaker%d", rng.IntN(speakers)), Role: claim.Expert, Span: f.Span}
			}
			r.Figures = append(r.Figures, f)
			r.Remarks = append(r.Remarks, &claim.Remark{Kind: claim.Denial, Span: f.Span, Quantity: &f.Quantity})
		}
		s.Reports = append(s.Reports, r)
	}
	return s, cal
}

// TestLarge only has to end: a rule that compares everything with everything
// would not, in the time a test is given.
func TestLarge(t *testing.T) {
	for _, c := range []struct{ speakers, days, values int }{{5, 28, 20000}, {10000, 1, 1000000}, {10000, 28, 1000000}, {3, 1, 5}, {10000, 3000, 1000000}} {
		s, cal := large(10000, c.speakers, c.days, c.values)
		l := Balance(s, cal, who.Join(s.Reports), nil)
		n := 0
		for _, a := range l.Accounts {
			n += len(a.Entries)
		}
		if n != 10000 {
			t.Errorf("%+v: %d entries, want 10000", c, n)
		}
	}
}

func BenchmarkBalance(b *testing.B) {
	s, cal := large(10000, 50, 28, 20000)
	cast := who.Join(s.Reports)
	b.Run("10000 figures", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Balance(s, cal, cast, nil)
		}
	})
	b.Run("join", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			who.Join(s.Reports)
		}
	})
}
