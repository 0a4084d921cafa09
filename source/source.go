// Package source brings reports in: from files, folders, standard input.
//
// It is the first stage. It records what arrived, byte for byte, and
// understands nothing of it.
package source

import "time"

// A Capture is one response as it arrived: the evidence everything else rests on.
// Nothing changes a Capture after it is made.
type Capture struct {
	Name      string    // what a person calls it: the path as given, "stdin", or the address; "file.jsonl:12" for a line
	URL       string    // address asked for; "" for a file
	Final     string    // address that answered, after redirects
	Fetched   time.Time // when the answer arrived; zero for a file
	Status    int       // HTTP status; 0 for a file
	MediaType string    // "text/plain", "text/html", MediaLine; "" where it must be told from the bytes
	Header    map[string][]string
	Body      []byte
}

// MediaLine is the media type of one line of a JSON Lines file: an object with
// the keys url, outlet, title, text, published, language (text or title required).
const MediaLine = "application/x-ndjson"
