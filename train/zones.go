package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"recoupe/internal/shared"
)

// zones writes when/data/zones.zip: the time zones of tzdata and where they are
// kept. The rules of the zones are those of the Go distribution.
func (b *builder) zones() error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	tab, err := os.ReadFile(filepath.Join(b.packages, "usr/share/zoneinfo/zone1970.tab"))
	if err != nil {
		return err
	}
	anchors, err := zoneAnchors(string(tab))
	if err != nil {
		return err
	}
	more, err := zoneCities()
	if err != nil {
		return err
	}
	anchors = append(anchors, more...)
	slices.Sort(anchors)
	anchors = slices.Compact(anchors)
	names := map[string]bool{}
	for _, a := range anchors {
		names[strings.Split(a, "\t")[3]] = true
	}
	out, err := zoneArchive(filepath.Join(strings.TrimSpace(string(root)), "lib/time/zoneinfo.zip"), anchors, slices.Sorted(maps.Keys(names)))
	if err != nil {
		return err
	}
	fmt.Printf("zones.zip: %d zones, %d anchors, %d bytes\n", len(names), len(anchors), len(out))
	return b.write("when/data/zones.zip", out)
}

// zoneAnchors reads zone1970.tab: "country, latitude, longitude, zone" a line,
// parted by tabs. A country takes the zones that list it first; one that none
// does takes all that list it.
func zoneAnchors(tab string) ([]string, error) {
	type row struct {
		codes    []string
		at, zone string
	}
	var rows []row
	first := map[string]bool{}
	for line := range strings.Lines(tab) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		// in Ürümqi clocks show Beijing time
		if strings.HasPrefix(line, "#") || len(f) < 3 || f[2] == "Asia/Urumqi" || strings.HasPrefix(f[2], "Antarctica/") {
			continue
		}
		lat, lon, err := iso6709(f[1])
		if err != nil {
			return nil, err
		}
		r := row{strings.Split(f[0], ","), fmt.Sprintf("%.1f\t%.1f", lat, lon), f[2]}
		first[r.codes[0]] = true
		rows = append(rows, r)
	}
	var out []string
	for _, r := range rows {
		for i, c := range r.codes {
			if i == 0 || !first[c] {
				out = append(out, c+"\t"+r.at+"\t"+r.zone)
			}
		}
	}
	return out, nil
}

// iso6709 reads +4230+00131 and -690022+0393524.
func iso6709(s string) (lat, lon float64, err error) {
	k := strings.LastIndexAny(s, "+-")
	if k < 1 {
		return 0, 0, fmt.Errorf("no coordinates: %q", s)
	}
	part := func(s string, degrees int) float64 {
		d, _ := strconv.ParseFloat(s[1:1+degrees], 64)
		m, _ := strconv.ParseFloat(s[1+degrees:3+degrees], 64)
		d += m / 60
		if s[0] == '-' {
			return -d
		}
		return d
	}
	return part(s[:k], 2), part(s[k:], 3), nil
}

// zoneCities looks the cities of zones_cities.txt up among the populated places
// of Natural Earth; one that is not there says nothing.
func zoneCities() ([]string, error) {
	cities, err := os.ReadFile("train/zones_cities.txt")
	if err != nil {
		return nil, err
	}
	places, err := os.ReadFile(filepath.Join(shared.Dir, "data/geo/ne_populated_places.tsv"))
	if err != nil {
		return nil, err
	}
	at := map[string]string{}
	for line := range strings.Lines(string(places)) {
		f := strings.Split(line, "\t")
		if len(f) < 9 {
			continue
		}
		lat, _ := strconv.ParseFloat(f[0], 64)
		lon, _ := strconv.ParseFloat(f[1], 64)
		for _, name := range f[2:5] {
			key := f[8] + ";" + name
			at[key] = cmp.Or(at[key], fmt.Sprintf("%.1f\t%.1f", lat, lon))
		}
	}
	var out []string
	for line := range strings.Lines(string(cities)) {
		f := strings.Split(strings.TrimSpace(line), ";")
		if len(f) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range f[2:] {
			if where := at[f[0]+";"+name]; where != "" {
				out = append(out, f[0]+"\t"+where+"\t"+f[1])
			} else {
				fmt.Println("zones: not among the places:", f[0], name)
			}
		}
	}
	return out, nil
}

// zoneArchive packs the anchors and the rules of the zones named.
func zoneArchive(zoneinfo string, anchors, names []string) ([]byte, error) {
	in, err := zip.OpenReader(zoneinfo)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	put := func(name string, data []byte) error {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = f.Write(data)
		}
		return err
	}
	if err := put("zones.tsv", []byte(strings.Join(anchors, "\n")+"\n")); err != nil {
		return nil, err
	}
	for _, name := range names {
		f, err := in.Open(name)
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		if err := put(name, data); err != nil {
			return nil, err
		}
	}
	if err := w.SetComment("Made by go run ./train. Zones: tz database, public domain. Cities: Natural Earth, public domain.\n"); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
