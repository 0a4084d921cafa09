package archive

import (
	"encoding/json"
	"fmt"
	"time"

	"recoupe/source"
)

// A Kind says what a record of the log is about.
type Kind string

// The kinds of record.
const (
	Captured Kind = "capture" // something that came in: a file, an answer of a server
	Failed   Kind = "failure" // an address that was asked and did not answer
	Watched  Kind = "watch"   // an address to be visited from now on, or no longer
	Stamped  Kind = "token"   // a time-stamping authority's word on a checkpoint
	Decided  Kind = "decision"
)

// A Record is one entry of the log: what came in when, or what was decided.
type Record struct {
	N         int64               `json:"-"` // its place in the log, from 0
	Kind      Kind                `json:"kind"`
	At        time.Time           `json:"at"` // when it was recorded
	Name      string              `json:"name,omitempty"`
	URL       string              `json:"url,omitempty"`
	Final     string              `json:"final,omitempty"`
	Fetched   time.Time           `json:"fetched,omitzero"`
	Status    int                 `json:"status,omitempty"`
	MediaType string              `json:"media_type,omitempty"`
	Header    map[string][]string `json:"header,omitempty"`
	Redirects []Hop               `json:"redirects,omitempty"`
	Body      ID                  `json:"body,omitzero"` // zero where none came: a 304
	Size      int64               `json:"size,omitempty"`
	TLS       []ID                `json:"tls,omitempty"`   // the server's certificates, its own first
	Visit     bool                `json:"visit,omitempty"` // recoupe itself asked for it
	From      string              `json:"from,omitempty"`  // the feed, list or web archive that led to it
	Note      string              `json:"note,omitempty"`  // what went wrong; what was decided, in words
	Log       int64               `json:"log,omitempty"`   // token: size of the log it vouches for
}

// A Hop is one redirect on the way to a page.
type Hop struct {
	URL    string `json:"url"`
	Status int    `json:"status"`
}

// String names r for people: "record 45 (https://… at 2031-03-02T10:20:00Z)".
func (r *Record) String() string {
	what := r.URL
	if what == "" {
		what = r.Name
	}
	if what == "" {
		what = string(r.Kind)
	}
	at := r.Fetched
	if at.IsZero() {
		at = r.At
	}
	return fmt.Sprintf("record %d (%s at %s)", r.N, what, at.UTC().Format(time.RFC3339))
}

// An Entry is a record to be kept, with the bytes it brings.
type Entry struct {
	Record
	Bytes        []byte   // its body; nil where none came
	Certificates [][]byte // in DER, the server's own first
}

// EntryOf returns the entry that keeps c.
func EntryOf(c *source.Capture, at time.Time) Entry {
	body := c.Body
	if body == nil {
		body = []byte{}
	}
	return Entry{Bytes: body, Record: Record{Kind: Captured, At: at.UTC(), Name: c.Name, URL: c.URL, Final: c.Final,
		Fetched: c.Fetched.UTC(), Status: c.Status, MediaType: c.MediaType, Header: c.Header}}
}

// capture returns what r tells of, with its body.
func (r *Record) capture(body []byte) *source.Capture {
	return &source.Capture{Name: r.Name, URL: r.URL, Final: r.Final, Fetched: r.Fetched,
		Status: r.Status, MediaType: r.MediaType, Header: r.Header, Body: body}
}

// line returns the bytes of r that the log commits to.
func (r *Record) line() ([]byte, error) { return json.Marshal(r) }

func parseRecord(n int64, line []byte) (*Record, error) {
	r := &Record{N: n}
	if err := json.Unmarshal(line, r); err != nil {
		return nil, fmt.Errorf("record %d: not a record", n)
	}
	return r, nil
}
