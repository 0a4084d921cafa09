package when

import (
	"fmt"

	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// contradictions notes reports whose words do not fit the date they state, and
// dates whose weekday is another.
func (d *dater) contradictions() {
	for i, r := range d.reports {
		if r.Lang == nil {
			continue
		}
		pub := r.Published.When
		times := d.cal.Times[r.ID]
		said := false
		for k := range r.Lang.Times {
			t := &r.Lang.Times[k]
			e, x := &t.Expr, times[k].Time
			if e.Form != lang.ByCalendar || !x.Closed() {
				if e.Form == lang.ByOffset && e.Anchor == lang.Publication && e.Unit == lang.Days && e.Weekday > 0 && x.OneDay() && iso(x.FirstDay()) != e.Weekday && !said {
					d.contradict(i, t, "the report calls its day by another weekday than the date it states")
					said = true
				}
				continue
			}
			if e.Weekday > 0 && e.Day > 0 && e.Month > 0 && x.OneDay() && iso(x.FirstDay()) != e.Weekday {
				d.note(i, t, "weekday-contradicts-date", fmt.Sprintf("%s is no %s", x, x.FirstDay().AddDate(0, 0, e.Weekday-iso(x.FirstDay())).Weekday()))
			}
			if !said && pub.Closed() && e.Year > 0 && e.Day > 0 && e.Tense == lang.InPast && e.Bound == lang.NoBound && after(x, pub) {
				d.contradict(i, t, "the report tells as past what comes after the date it states")
				said = true
			}
		}
	}
}

// after reports whether x lies more than a day after pub; a day may be the
// difference of clocks between places.
func after(x, pub edtf.Time) bool {
	return x.FirstDay().After(pub.LastDay().AddDate(0, 0, 1))
}

func (d *dater) contradict(i int, t *lang.Time, message string) {
	d.note(i, t, "stated-date-contradicted", message)
}

func (d *dater) note(i int, t *lang.Time, rule, message string) {
	r := d.reports[i]
	d.cal.Notes = append(d.cal.Notes, text.Warning{
		Span: sentenceOf(r.Document, t), Rule: rule, Message: message,
		Args: []string{r.Published.When.String(), r.Text[t.Start:t.End]},
	})
}
