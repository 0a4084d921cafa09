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

// MaxReport is the most bytes of text that one report may have, where the
// caller sets no other limit. The longest live page of a crisis year stays
// far below; what exceeds it is a dump of many reports or no report at all.
const MaxReport = 16 << 20

// A Trouble is one thing that could not be read. It stands in the stream beside
// the captures that could, and ends up in the account under "unread".
type Trouble struct {
	Name    string // as Capture.Name
	Rule    string // stable name: "not-found", "too-long", "empty-folder"
	Message string // one line for the reader of the account: what is wrong and what to do
	Err     error  // the cause, where there is one
}

// Error returns the message behind the name: "a.txt: empty; nothing to read".
func (t *Trouble) Error() string { return t.Name + ": " + t.Message }

// Unwrap returns the cause.
func (t *Trouble) Unwrap() error { return t.Err }
