package render

import (
	"html"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/ledger"
)

// A chart is the figures of one measure over time.
type chart struct {
	Title  string
	Drawn  template.HTML
	Legend []legend
	Log    bool
	Left   int // figures that are not drawn, for there are too many
}

// A legend names the colour of a group.
type legend struct {
	Class, Name string
}

// A dot is one figure on a chart.
type dot struct {
	line   *line
	series int
	low    float64
	high   float64 // +Inf for an open end
	value  float64 // NaN where no number is named
	from   time.Time
	to     time.Time
}

// The drawing, in units of the view box.
const (
	chartWidth, chartHeight        = 720.0, 260.0
	chartLeft, chartRight          = 56.0, 14.0
	chartTop, chartBottom          = 12.0, 34.0
	mostSeries, mostDots, logRatio = 6, 160, 40

	// mostSpread is the widest date that still says where a point belongs: a
	// figure known to its month would stretch the axis over days nobody told of.
	mostSpread = 10 * 24 * time.Hour
)

// drawing holds the scales of one chart.
type drawing struct {
	*sheet
	b        strings.Builder
	from, to time.Time
	top      float64
	log      bool
	anchor   func(*claim.Figure) string // the address of its words
	beside   map[*dot]placed            // where numbers stand
	size     string                     // of a point
}

// chart draws the figures of t; nil where there is nothing to see: fewer than
// two days or two values.
func (s *sheet) chart(t *toll, anchor func(*claim.Figure) string) *chart {
	dots, legend := s.dots(t)
	if len(dots) < 3 {
		return nil
	}
	c := &chart{Title: t.Heading, Legend: legend}
	if n := len(dots); n > mostDots {
		dots = thinned(dots)
		c.Left = n - len(dots)
	}
	d := &drawing{sheet: s, anchor: anchor, from: dots[0].from, to: dots[0].to}
	values := map[float64]bool{}
	least := math.Inf(1)
	for _, k := range dots {
		if k.from.Before(d.from) {
			d.from = k.from
		}
		if k.to.After(d.to) {
			d.to = k.to
		}
		v := k.middle()
		values[v] = true
		least = min(least, max(v, 1))
		d.top = max(d.top, k.reach())
	}
	if len(values) < 2 || !d.from.Before(d.to) {
		return nil
	}
	d.log = d.top/least > logRatio
	d.axes()
	d.size = "5"
	if len(dots) > 60 {
		d.size = "3"
	}
	if c.Left == 0 { // a step from one figure to the next but ten would tell a false story
		d.steps(dots)
	}
	d.beside = d.labels(dots)
	for _, k := range dots {
		d.dot(k)
	}
	c.Log = d.log
	label := html.EscapeString(s.w.say("page.table", t.Heading))
	c.Drawn = template.HTML(`<svg viewBox="0 0 720 260" role="group" aria-label="` + label + `">` + d.b.String() + `</svg>`)
	return c
}

// thinned leaves what is still held or was taken back, as far as there is room,
// and of what was told before as many as there is room for, evenly.
func thinned(dots []*dot) []*dot {
	var out, before []*dot
	for _, k := range dots {
		if k.line.Entry.Status != ledger.Superseded && len(out) < mostDots/2 {
			out = append(out, k)
		} else {
			before = append(before, k)
		}
	}
	slices.SortStableFunc(before, func(a, b *dot) int { return a.from.Compare(b.from) })
	room := mostDots - len(out)
	for i := range room {
		if at := i * len(before) / room; at < len(before) && (i == 0 || at != (i-1)*len(before)/room) {
			out = append(out, before[at])
		}
	}
	return out
}

// dots places the dated figures of t, each group a colour.
func (s *sheet) dots(t *toll) ([]*dot, []legend) {
	var out []*dot
	var names []legend
	at := map[claim.Group]int{}
	for _, r := range t.Rows {
		for _, l := range slices.Concat(r.Now, r.Before) {
			said := l.Entry.Said
			if !said.Closed() || said.To.Sub(said.From) > mostSpread || l.Figure.Severity != "" || l.Figure.Elsewhere {
				continue // another count than the one drawn
			}
			g := l.Figure.Group
			if _, ok := at[g]; !ok {
				at[g] = len(at)
				if at[g] < mostSeries {
					names = append(names, legend{"s" + strconv.Itoa(at[g]), s.w.say("group." + string(g))})
				}
			}
			if at[g] < mostSeries {
				out = append(out, newDot(l, at[g], said))
			}
		}
	}
	return out, names
}

func newDot(l *line, series int, said edtf.Time) *dot {
	q := l.Figure.Quantity
	k := &dot{line: l, series: series, low: float64(q.Low), high: float64(q.High), value: math.NaN(), from: said.From, to: said.To}
	if q.Named {
		k.value = float64(q.Value)
	}
	if q.High >= lang.Unbounded {
		k.high = math.Inf(1)
	}
	return k
}

// middle is where the point stands: at the number named, else at the floor.
func (k *dot) middle() float64 {
	if math.IsNaN(k.value) {
		return k.low
	}
	return k.value
}

func (k *dot) reach() float64 {
	if math.IsInf(k.high, 1) {
		return k.middle()
	}
	return max(k.high, k.middle())
}

func (d *drawing) x(t time.Time) float64 {
	span := d.to.Sub(d.from).Seconds()
	return chartLeft + (chartWidth-chartLeft-chartRight)*t.Sub(d.from).Seconds()/span
}

func (d *drawing) y(v float64) float64 {
	share := v / d.top
	if d.log {
		share = math.Log(max(v, 1)) / math.Log(d.top)
	}
	return chartHeight - chartBottom - (chartHeight-chartTop-chartBottom)*min(max(share, 0), 1)
}

func num(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

func (d *drawing) segment(class string, x1, y1, x2, y2 float64) {
	d.b.WriteString(`<line class="` + class + `" x1="` + num(x1) + `" y1="` + num(y1) + `" x2="` + num(x2) + `" y2="` + num(y2) + `"/>`)
}

func (d *drawing) label(class, anchor string, x, y float64, s string) {
	d.b.WriteString(`<text class="` + class + `" text-anchor="` + anchor + `" x="` + num(x) + `" y="` + num(y) + `">` + html.EscapeString(s) + `</text>`)
}

// axes draws a few lines to read numbers and days by.
func (d *drawing) axes() {
	for _, v := range d.ticks() {
		d.segment("grid", chartLeft, d.y(v), chartWidth-chartRight, d.y(v))
		d.label("tick", "end", chartLeft-6, d.y(v)+4, d.w.number(int64(v)))
	}
	days := int(d.to.Sub(d.from).Hours()/24 + 0.5)
	step := max(1, (days+7)/8)
	for i := 0; i < days; i += step {
		day := d.from.AddDate(0, 0, i)
		mid := d.x(day.Add(12 * time.Hour))
		d.segment("tickmark", mid, chartHeight-chartBottom, mid, chartHeight-chartBottom+4)
		class := "tick"
		if i/step%2 == 1 {
			class = "tick odd" // left out where the page is narrow
		}
		d.label(class, "middle", mid, chartHeight-chartBottom+18, d.w.day(day, d.year, days > 300))
	}
	d.segment("axis", chartLeft, chartHeight-chartBottom, chartWidth-chartRight, chartHeight-chartBottom)
}

func (d *drawing) ticks() []float64 {
	if d.log {
		var out []float64
		for v := 1.0; v <= d.top; v *= 10 {
			out = append(out, v)
		}
		return out
	}
	step := math.Pow(10, math.Floor(math.Log10(max(d.top, 1))))
	for _, f := range []float64{5, 2, 1} {
		if d.top/(step/f) <= 6 {
			step /= f
			break
		}
	}
	step = max(step, 1)
	var out []float64
	for v := 0.0; v <= d.top; v += step {
		out = append(out, v)
	}
	return out
}

// steps joins what one speaker says of one group, one after the other.
func (d *drawing) steps(dots []*dot) {
	type who struct {
		speaker string
		series  int
		row     *row // of one place: the toll of a province is no step of the country's
	}
	by := map[who][]*dot{}
	var order []who
	for _, k := range dots {
		if k.line.Entry.Speaker == "" || k.line.Entry.Status == ledger.Withdrawn {
			continue
		}
		id := who{d.res.Cast.Body(k.line.Entry.Speaker), k.series, k.line.Row}
		if by[id] == nil {
			order = append(order, id)
		}
		by[id] = append(by[id], k)
	}
	for _, id := range order {
		list := by[id]
		if len(list) < 2 {
			continue
		}
		slices.SortStableFunc(list, func(a, b *dot) int { return d.mid(a).Compare(d.mid(b)) })
		path := ""
		for i, k := range list {
			x, y := num(d.x(d.mid(k))), num(d.y(k.middle()))
			if i == 0 {
				path = "M" + x + " " + y
			} else {
				path += "H" + x + "V" + y
			}
		}
		d.b.WriteString(`<path class="step s` + strconv.Itoa(id.series) + `" d="` + path + `"/>`)
	}
}

func (d *drawing) mid(k *dot) time.Time { return k.from.Add(k.to.Sub(k.from) / 2) }

// dot draws a figure: a bar for its bounds, a line for days it may have been said
// on, a point that opens on its sentence.
func (d *drawing) dot(k *dot) {
	l := k.line
	class := "s" + strconv.Itoa(k.series)
	x, y := d.x(d.mid(k)), d.y(k.middle())
	title := l.Amount + " " + d.counted(l.Figure) + " · " + d.who(l.Figure) + " · " + l.Outlet + ", " + l.Date
	if l.Verdict != "" {
		title += " · " + l.Verdict
	}
	d.b.WriteString(`<a class="dot ` + class + `" href="` + html.EscapeString(d.anchor(l.Figure)) + `"><title>` + html.EscapeString(title) + `</title>`)
	if k.to.Sub(k.from) > 25*time.Hour {
		d.segment("when", d.x(k.from)+2, y, d.x(k.to)-2, y)
	}
	switch {
	case math.IsInf(k.high, 1):
		far := 22.0
		if d.size != "5" {
			far = 9 // where points stand close, long arrows are a hedge
		}
		up := max(y-far, chartTop/2)
		d.segment("bounds", x, y, x, up)
		d.b.WriteString(`<path class="bounds" d="M` + num(x-4) + " " + num(up+5) + "L" + num(x) + " " + num(up) + "L" + num(x+4) + " " + num(up+5) + `"/>`)
	case k.high > k.low:
		d.segment("bounds", x, d.y(k.low), x, d.y(k.high))
	}
	point := "point"
	if l.Figure.Stance != claim.Asserted || math.IsNaN(k.value) {
		point += " hollow"
	}
	d.b.WriteString(`<circle class="` + point + `" cx="` + num(x) + `" cy="` + num(y) + `" r="` + d.size + `"/>`)
	if l.Entry.Status == ledger.Withdrawn {
		d.segment("struck", x-9, y+9, x+9, y-9)
		d.segment("struck", x-9, y-9, x+9, y+9)
	}
	if p, ok := d.beside[k]; ok {
		class := "val"
		if l.Entry.Status == ledger.Withdrawn {
			class = "val off"
		}
		d.label(class, p.anchor, p.x, p.y, k.words())
	}
	d.b.WriteString("</a>")
}
