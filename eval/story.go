package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"recoupe/claim"
	"recoupe/claim/told"
	"recoupe/lang"
	"recoupe/source"
	"recoupe/text"
)

// A Clustering is how well stories were told apart.
type Clustering struct {
	Precision, Recall, F1 float64 // B³ (Bagga and Baldwin, 1998)
	PairF1                float64 // over pairs of reports in one story
}

// BCubed compares two partitions: got and want name the story of each report.
func BCubed(got, want []string) Clustering {
	both, inGot, inWant := map[[2]string]float64{}, map[string]float64{}, map[string]float64{}
	for i := range got {
		both[[2]string{got[i], want[i]}]++
		inGot[got[i]]++
		inWant[want[i]]++
	}
	var c Clustering
	n := float64(len(got))
	if n == 0 {
		return c
	}
	var right, called, true_ float64
	for k, b := range both {
		c.Precision += b * b / inGot[k[0]]
		c.Recall += b * b / inWant[k[1]]
		right += b * (b - 1)
	}
	for _, x := range inGot {
		called += x * (x - 1)
	}
	for _, x := range inWant {
		true_ += x * (x - 1)
	}
	c.Precision, c.Recall = c.Precision/n, c.Recall/n
	c.F1 = 2 * c.Precision * c.Recall / (c.Precision + c.Recall)
	if called+true_ > 0 {
		c.PairF1 = 2 * right / (called + true_)
	}
	return c
}

// String writes a clustering on one line: "B³ .91 (P .95 R .88), pairs .90".
func (c Clustering) String() string {
	return fmt.Sprintf("B³ %.3f (P %.3f R %.3f), pairs %.3f", c.F1, c.Precision, c.Recall, c.PairF1)
}

// A Line is one line of a JSON Lines file, as recoupe reads it.
type Line struct {
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Text      string `json:"text,omitempty"`
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
}

// Report reads a line as the pipeline does.
func (l Line) Report() (*claim.Report, error) {
	body, err := json.Marshal(l)
	if err != nil {
		return nil, err
	}
	d, err := text.Read(&source.Capture{Name: "line", MediaType: source.MediaLine, Body: body}, text.Options{})
	if err != nil {
		return nil, err
	}
	return told.Read(lang.Analyze(d)), nil
}

// Headlines reads a file of "story TAB headline" lines. A story of "-" is one of
// its own.
func Headlines(data []byte, language string) (lines []Line, stories []string) {
	sc := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; sc.Scan(); n++ {
		story, title, ok := strings.Cut(sc.Text(), "\t")
		if !ok || strings.HasPrefix(story, "#") {
			continue
		}
		if story == "-" {
			story = fmt.Sprintf("alone-%d", n)
		}
		lines = append(lines, Line{Title: title, Language: language, URL: fmt.Sprintf("https://titles.example/%s/%d", language, n)})
		stories = append(stories, story)
	}
	return lines, stories
}
