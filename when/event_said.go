package when

import (
	"strings"

	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// apposed finds the day that stands right before an expression which says the
// same in other words: "mardi 1er octobre, au lendemain de l'expiration".
func (f *frame) apposed(i int) (edtf.Time, int) {
	k := i - 1
	if k < 0 || f.times[k].Sent != f.times[i].Sent || !f.out[k].Time.OneDay() || f.times[k].Expr.Bound != lang.NoBound {
		return edtf.Time{}, -1
	}
	switch f.doc.Text[f.times[k].End:f.times[i].Start] {
	case ", ", ", au ", ", à ", ", soit ", ", le ", ", on ":
		return edtf.OfDay(f.out[k].Time.FirstDay()), k
	}
	return edtf.Time{}, -1
}

// apposedBehind finds the day that stands right behind the event counted from
// and says the same in other words: "vingt-quatre heures après la catastrophe,
// lundi, ...".
func (f *frame) apposedBehind(i int) (edtf.Time, int) {
	k := i + 1
	if k >= len(f.times) || f.times[k].Sent != f.times[i].Sent || f.times[k].Start-f.times[i].End > 60 {
		return edtf.Time{}, -1
	}
	between := f.doc.Text[f.times[i].End:f.times[k].Start]
	e := &f.times[k].Expr
	if strings.IndexByte(between, ',') != len(between)-2 || strings.ContainsAny(between, ";:.()") || e.Form != lang.ByCalendar || e.Day == 0 && e.Weekday == 0 || e.Bound != lang.NoBound {
		return edtf.Time{}, -1
	}
	at, _ := f.place(k)
	if !at.OneDay() {
		return edtf.Time{}, -1
	}
	at = edtf.OfDay(at.FirstDay())
	if from := f.fromEvent(&f.times[i].Expr, at); from.Closed() && from.Overlaps(edtf.OfDay(f.pub)) {
		return from, k // "un an après l'effondrement, le 24 avril 2027": that was the event's
	}
	return at, k
}

// morrowToldOf finds the day that a sentence tells of, where it says as well that
// this was the day after something: "a déclaré dimanche le préfet au lendemain du
// cyclone", "Au lendemain du séisme, qui a ravagé la ville, on comptait 14 morts
// dimanche". A day behind a comma may be only when somebody said so: "il est mort
// au lendemain de l'accident, a annoncé mardi l'hôpital".
func (f *frame) morrowToldOf(i int) (edtf.Time, int) {
	t := &f.times[i]
	if !t.Expr.Morrow() || int(t.Sent) >= len(f.doc.Sentences) {
		return edtf.Time{}, -1
	}
	opens := t.Start-f.doc.Sentences[t.Sent].Start < 8
	for k := range f.times {
		x := &f.times[k]
		if k == i || x.Sent != t.Sent || x.Expr.Form != lang.ByCalendar || x.Expr.Day == 0 && x.Expr.Weekday == 0 || x.Expr.Bound != lang.NoBound || x.Expr.Tense == lang.InFuture {
			continue
		}
		between := f.doc.Text[min(x.End, t.End):max(x.Start, t.Start)]
		if strings.ContainsAny(between, ",;:()") && !(opens && k > i && !saidLast(between)) {
			continue
		}
		if at, _ := f.place(k); at.OneDay() {
			return edtf.OfDay(at.FirstDay()), k
		}
	}
	return edtf.Time{}, -1
}

// saidLast reports whether words that lead to a day end in who said it: ", a
// annoncé ".
func saidLast(words string) bool {
	words = words[strings.LastIndexAny(words, ",;:")+1:]
	first, _, _ := strings.Cut(strings.TrimLeft(words, " "), " ")
	switch first {
	case "a", "ont", "avait", "avaient", "selon", "d'après", "said", "according":
		return true
	}
	return false
}

// dated reports whether the words between an event and a day say that it was
// the event's: " le séisme du ", " le naufrage, survenu le ".
func dated(between string) bool {
	if strings.ContainsAny(between, ";:.()") {
		return false
	}
	_, rest, comma := strings.Cut(between, ",")
	if !comma {
		return true
	}
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > 2 {
		return false
	}
	for _, end := range []string{"é", "ée", "és", "ées", "u", "ue", "us", "ues", "is", "ise"} {
		if strings.HasSuffix(words[0], end) {
			return true
		}
	}
	return false
}

// eventSaid is the day of the event that the time at i counts from, where it is
// said right behind it: "trois jours après le séisme du 12 janvier".
func (f *frame) eventSaid(i int) (edtf.Time, text.Span) {
	t := &f.times[i]
	if k := i + 1; k < len(f.times) && f.times[k].Sent == t.Sent && f.times[k].Start-t.End < 60 {
		between := f.doc.Text[t.End:f.times[k].Start]
		e := &f.times[k].Expr
		if e.Form == lang.ByCalendar && (e.Day > 0 || e.Weekday > 0 || e.Holiday != "") && dated(between) {
			at, _ := f.place(k)
			return at, f.doc.Span(f.times[k].Start, f.times[k].End)
		}
	}
	return edtf.Time{}, text.Span{}
}

// eventKnown is what the story knows of that day.
func (f *frame) eventKnown(i int) (edtf.Time, text.Span) {
	if f.event == nil {
		return edtf.Time{}, text.Span{}
	}
	return f.event(i)
}

// fromEvent counts the units of e from the days of an event.
func (f *frame) fromEvent(e *lang.Expr, at edtf.Time) edtf.Time {
	g := *e
	g.Anchor = lang.Publication
	from, _ := (&frame{pub: at.FirstDay(), times: []lang.Time{{Expr: g}}}).byOffset(0)
	to, _ := (&frame{pub: at.LastDay(), times: []lang.Time{{Expr: g}}}).byOffset(0)
	if from.Closed() && to.Closed() {
		from.To = to.To
	}
	return from
}
