package edtf

import (
	"testing"
	"time"
)

func TestWritten(t *testing.T) {
	at := func(y, m, d, h int) time.Time { return time.Date(y, time.Month(m), d, h, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		t    Time
		want string
	}{
		{Time{}, ""},
		{Date(2031, 3, 5), "2031-03-05"},
		{OfMonth(2031, 12), "2031-12"},
		{OfYear(1997), "1997"},
		{Time{From: at(2031, 3, 5, 20), To: at(2031, 3, 6, 8), Precision: Hour}, "2031-03-05/2031-03-06"},
		{Time{From: at(2031, 3, 5, 18), To: at(2031, 3, 6, 0), Precision: Hour}, "2031-03-05"},
		{Time{From: at(2031, 3, 5, 0), Precision: Day}, "2031-03-05/.."},
		{Time{To: at(2031, 3, 5, 0), Precision: Day}, "../2031-03-04"},
		{Time{From: at(1997, 1, 1, 0), Precision: Year}, "1997/.."},
		{Time{From: at(1989, 1, 1, 0), To: at(2020, 1, 1, 0), Precision: Year}, "1989/2019"},
		{Time{From: at(2030, 10, 1, 0), To: at(2031, 1, 1, 0), Precision: Month, Approx: true}, "2030-10~/2030-12~"},
		{Time{From: at(2031, 3, 10, 0), To: at(2031, 3, 17, 0), Precision: Week}, "2031-03-10/2031-03-16"},
		{Time{From: at(2032, 2, 29, 0), To: at(2032, 3, 1, 0), Precision: Day, Uncertain: true}, "2032-02-29?"},
	} {
		if got := c.t.String(); got != c.want {
			t.Errorf("String(%v) = %q, want %q", c.t, got, c.want)
		}
		if c.want == "" {
			continue
		}
		back, err := Parse(c.want)
		if err != nil || back.String() != c.want {
			t.Errorf("Parse(%q) = %v, %v", c.want, back, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{"", "31", "2031-13", "2031-02-30", "2031/2030", "../..", "2031-1-1", "2031~~", "a/b", "2031/2032/2033"} {
		if got, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", s, got)
		}
	}
}

func TestOverlap(t *testing.T) {
	day, week := Date(2031, 3, 5), Time{From: Date(2031, 3, 3).From, To: Date(2031, 3, 9).To}
	since := Time{From: Date(2031, 3, 6).From}
	if !day.Overlaps(week) || day.Overlaps(since) || !week.Overlaps(since) || !day.Before(since) || !day.Overlaps(Time{}) {
		t.Error("overlap of a day, its week and what follows is wrong")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2031", "2031-03", "2031-03-05", "2031-03-05/..", "../2031-03~", "2031?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, err := Parse(s)
		if err != nil {
			return
		}
		b, err := Parse(a.String())
		if err != nil || b != a {
			t.Errorf("Parse(%q) = %v, which reads back as %v, %v", s, a, b, err)
		}
	})
}
