package when

import (
	"archive/zip"
	_ "embed"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
	"time"

	"recoupe/claim"
	"recoupe/edtf"
	"recoupe/lang"
	"recoupe/text"
)

// The time zones of tzdata and where they are kept, made by train: a zip of
// zones.tsv ("country, latitude, longitude, zone" a line, parted by tabs, for
// cities that keep the time of a zone) and the rules of each zone by its name.
//
//go:embed data/zones.zip
var zonesFile string

// A zonePoint is a city that keeps the time of a zone.
type zonePoint struct {
	lat, lon float64
	zone     string
}

// zoneTable is what data/zones.zip holds.
type zoneTable struct {
	files  map[string]*zip.File
	points map[string][]zonePoint // by country
	mu     sync.Mutex
	loaded map[string]*time.Location
}

var zones = sync.OnceValue(func() *zoneTable {
	t := &zoneTable{files: map[string]*zip.File{}, points: map[string][]zonePoint{}, loaded: map[string]*time.Location{}}
	z, err := zip.NewReader(strings.NewReader(zonesFile), int64(len(zonesFile)))
	if err != nil {
		return t // without its zones the program still reads times
	}
	for _, f := range z.File {
		t.files[f.Name] = f
	}
	for line := range strings.Lines(string(t.read("zones.tsv"))) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 4 {
			continue
		}
		lat, _ := strconv.ParseFloat(f[1], 64)
		lon, _ := strconv.ParseFloat(f[2], 64)
		t.points[f[0]] = append(t.points[f[0]], zonePoint{lat, lon, f[3]})
	}
	return t
})

func (t *zoneTable) read(name string) []byte {
	f := t.files[name]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return nil
	}
	defer r.Close()
	data, _ := io.ReadAll(r)
	return data
}

// location is the zone called name; nil if there is none. The rules are those
// embedded, whatever the machine has, so that all machines read alike.
func (t *zoneTable) location(name string) *time.Location {
	if name == "" {
		return nil
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if l, ok := t.loaded[name]; ok {
		return l
	}
	l, err := time.LoadLocationFromTZData(name, t.read(name))
	if err != nil {
		l = nil
	}
	t.loaded[name] = l
	return l
}

// zoneOf is the time kept at p: of the zones of its country that of the nearest
// city known to keep one. It is nil for a country of several zones named as a
// whole, and where p has no country.
func zoneOf(p *lang.Place) *time.Location {
	if p == nil {
		return nil
	}
	t := zones()
	points := t.points[p.Country]
	whole := p.Precision == "country" || p.Lat == 0 && p.Lon == 0
	best, least := "", math.Inf(1)
	for _, x := range points {
		if whole && best != "" && x.zone != best {
			return nil
		}
		dlat, dlon := x.lat-p.Lat, math.Mod(x.lon-p.Lon+540, 360)-180
		dlon *= math.Cos(p.Lat * math.Pi / 180)
		if d := dlat*dlat + dlon*dlon; d < least {
			best, least = x.zone, d
		}
	}
	return t.location(best)
}

// saidZones are zones by the words that name them where no city does.
var saidZones = map[string]string{"GMT": "UTC", "UTC": "UTC", "TU": "UTC", "Z": "UTC"}

// A setting tells which time clocks show in one report.
type setting struct {
	r    *claim.Report
	home *time.Location // where the report is set
}

// settingOf finds where r is set: the place of most of its figures, else the
// one it names most often.
func settingOf(r *claim.Report) setting {
	votes := map[*time.Location]int{}
	for i := range r.Figures {
		if l := zoneOf(r.Figures[i].Place); l != nil {
			votes[l] += 3
		}
	}
	if r.Lang != nil {
		for i := range r.Lang.Names {
			if n := &r.Lang.Names[i]; n.Place != nil && !n.Demonym && !n.Agency && n.Kind == lang.Location {
				if l := zoneOf(n.Place); l != nil {
					votes[l]++
				}
			}
		}
	}
	s := setting{r: r}
	most := 0
	for l, n := range votes {
		if n > most || n == most && s.home != nil && l.String() < s.home.String() {
			s.home, most = l, n
		}
	}
	return s
}

// of is the zone of the clock time t: the one said, that of the place named
// beside it ("22H00 samedi à Londres"), else that of the report.
func (s setting) of(t *lang.Time) *time.Location {
	if z := saidZones[t.Expr.Zone]; z != "" {
		return time.UTC
	}
	doc := s.r.Document
	for i := range s.r.Lang.Names {
		n := &s.r.Lang.Names[i]
		if n.Place == nil || n.Demonym || n.Sent != t.Sent {
			continue
		}
		switch {
		case t.Start <= n.Start && n.End <= t.End: // "heure de Paris"
			return zoneOf(n.Place)
		case n.Start >= t.End && n.Start-t.End < 24 && locative(doc.Text[t.End:n.Start]):
			return zoneOf(n.Place)
		case n.Start < t.Start && t.Start-n.End <= 6 && n.Start >= 3 && locative(doc.Text[max(0, n.Start-4):n.Start]):
			return zoneOf(n.Place)
		}
	}
	if t.Expr.Zone != "" && t.Expr.Zone != "local" {
		return nil // a zone nobody knows is not that of the place
	}
	return s.home
}

// locative reports whether words lead to a place: " samedi à ", " in ".
func locative(words string) bool {
	for _, w := range []string{" à ", "à ", " in ", "in "} {
		if strings.HasSuffix(words, w) && !strings.ContainsAny(words, ".;,(") {
			return true
		}
	}
	return false
}

// setZones gives the clock times of r the zone they are told in, and the
// instant they name.
func setZones(r *claim.Report, out []Resolved) {
	if r.Lang == nil {
		return
	}
	var s setting
	for i := range out {
		t := &r.Lang.Times[i]
		if !t.Expr.Clock || out[i].Time.Precision < edtf.Minute {
			continue
		}
		if s.r == nil {
			s = settingOf(r)
		}
		l := s.of(t)
		if l == nil {
			continue
		}
		out[i].Zone = l.String()
		out[i].Begin, out[i].End = instant(out[i].Time.From, l), instant(out[i].Time.To, l)
	}
	f := frame{doc: r.Document, times: r.Lang.Times, out: out}
	for i := 1; i < len(out); i++ {
		if f.restated(i) && out[i].Time.Closed() {
			offsetSaid(&out[i-1], out[i].Time.From)
		}
	}
}

// offsetSaid gives a local clock time the instant that the report itself names
// beside it in universal time. Where the zone guessed from the place tells
// otherwise, the report's own words hold, and the zone is a mere offset.
func offsetSaid(local *Resolved, utc time.Time) {
	if local.Begin.Equal(utc) && local.Zone != "" {
		return
	}
	offset := local.Time.From.Sub(utc)
	local.Zone = time.Time{}.In(time.FixedZone("", int(offset.Seconds()))).Format("-07:00")
	local.Begin, local.End = utc, utc.Add(local.Time.To.Sub(local.Time.From))
}

// instant is the moment at which clocks in l show the civil time t.
func instant(t time.Time, l *time.Location) time.Time {
	if t.IsZero() {
		return t
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, t.Hour(), t.Minute(), t.Second(), 0, l).UTC()
}

// restated reports whether the clock time at i says that before it once more, in
// universal time: "mardi à 02H15 (18H15 GMT)".
func (f *frame) restated(i int) bool {
	e := &f.times[i].Expr
	if i == 0 || !e.Clock || saidZones[e.Zone] == "" || !f.times[i-1].Expr.Clock {
		return false
	}
	switch f.doc.Text[f.times[i-1].End:f.times[i].Start] {
	case " (", ", soit ", " soit ", " (soit ":
		return f.out[i-1].Time.Precision == edtf.Minute && f.out[i-1].Time.Closed()
	}
	return false
}

// restate puts a clock time in universal time on the day that is meant when the
// same moment was said before in local time: no clock on earth is more than
// fourteen hours ahead or twelve behind.
func restate(local time.Time, e *lang.Expr) edtf.Time {
	at := local.Truncate(day).Add(time.Duration(e.Hour)*time.Hour + time.Duration(e.Min)*time.Minute)
	for at.Sub(local) > 12*time.Hour {
		at = at.Add(-day)
	}
	for local.Sub(at) > 14*time.Hour {
		at = at.Add(day)
	}
	return edtf.Time{From: at, To: at.Add(time.Minute), Precision: edtf.Minute}
}

// localDay is the day it was where r is set when it appeared; ok is false where
// its moment or its place is not known.
func localDay(r *claim.Report, stated text.Stated) (time.Time, bool) {
	at, ok := stated.Instant()
	if !ok {
		return time.Time{}, false
	}
	home := settingOf(r).home
	if home == nil {
		return time.Time{}, false
	}
	y, m, d := at.In(home).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC), true
}
