// Command dateparser reads the documents that TestSideTimes wrote with
// go-dateparser, French, and writes the times it finds. Run by times.sh; a module
// of its own, so that recoupe does not depend on what it is measured against.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	dps "github.com/markusmobius/go-dateparser"
)

type doc struct{ ID, Published, Text string }

type found struct {
	ID         string `json:"id"`
	Start, Len int
	Value, End string
}

func main() {
	dir := os.Args[1]
	docs := read(filepath.Join(dir, "docs.jsonl"))
	f, err := os.Create(filepath.Join(dir, "dateparser.jsonl"))
	if err != nil {
		log.Fatal(err)
	}
	out := json.NewEncoder(f)
	bytes := 0
	for _, d := range docs {
		bytes += len(d.Text)
		at := 0
		for _, x := range search(d) {
			i := strings.Index(d.Text[at:], x.Text)
			if i < 0 {
				continue
			}
			out.Encode(found{ID: d.ID, Start: at + i, Len: len(x.Text), Value: x.Date.Time.Format("2006-01-02T15:04:05")})
			at += i + len(x.Text)
		}
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
	begun, spent := time.Now(), 0
	for time.Since(begun) < 3*time.Second {
		for _, d := range docs {
			search(d)
			spent += len(d.Text)
			if time.Since(begun) > 10*time.Second {
				break
			}
		}
	}
	fmt.Printf("go-dateparser: %.3f MB/s\n", float64(spent)/1e6/time.Since(begun).Seconds())
}

// search returns the times of d, taken to be read at noon of its day.
func search(d doc) []dps.SearchResult {
	day, err := time.Parse("2006-01-02", d.Published[:10])
	if err != nil {
		log.Fatal(err)
	}
	_, found, err := dps.Search(&dps.Configuration{Languages: []string{"fr"}, CurrentTime: day.Add(12 * time.Hour)}, d.Text)
	if err != nil {
		return nil
	}
	return found
}

func read(file string) []doc {
	f, err := os.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	var out []doc
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d doc
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			log.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}
