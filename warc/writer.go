package warc

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"recoupe/source"
)

// A Writer writes records, each in a gzip member of its own. What it writes
// depends on what it is given alone: the same captures make the same bytes.
type Writer struct {
	w  io.Writer
	at int64
}

// NewWriter returns a writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// A Written says where a record stands in the file.
type Written struct{ Offset, Length int64 }

// Info writes the record that opens a file: who wrote it, by which format.
func (w *Writer) Info(id string, at time.Time, software string) (Written, error) {
	block := "software: " + software + "\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
	return w.record([]Field{{"WARC-Type", "warcinfo"}, {"WARC-Date", date(at)}, {"WARC-Record-ID", "<" + id + ">"},
		{"Content-Type", "application/warc-fields"}}, []byte(block))
}

// Capture writes c: an answer with its HTTP header as a response, a file as a
// resource. at is the time for what was not fetched.
func (w *Writer) Capture(id string, c *source.Capture, at time.Time) (Written, error) {
	digest := "sha256:" + hexSum(c.Body)
	if c.Status == 0 {
		return w.record([]Field{{"WARC-Type", "resource"}, {"WARC-Target-URI", URI(c)}, {"WARC-Date", date(at)},
			{"WARC-Record-ID", "<" + id + ">"}, {"WARC-Payload-Digest", digest}, {"Content-Type", MediaOf(c)}}, c.Body)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", c.Status, http.StatusText(c.Status))
	names := make([]string, 0, len(c.Header))
	for name := range c.Header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		as := name
		// The body below is neither packed nor in chunks, whatever it was on the way.
		if switchable := []string{"Content-Encoding", "Transfer-Encoding", "Content-Length"}; slices.Contains(switchable, http.CanonicalHeaderKey(name)) {
			as = "X-Archive-Orig-" + name
		}
		for _, v := range c.Header[name] {
			fmt.Fprintf(&b, "%s: %s\r\n", oneLine(as), oneLine(v))
		}
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n", len(c.Body))
	b.Write(c.Body)
	return w.record([]Field{{"WARC-Type", "response"}, {"WARC-Target-URI", URI(c)}, {"WARC-Date", date(c.Fetched)},
		{"WARC-Record-ID", "<" + id + ">"}, {"WARC-Payload-Digest", digest}, {"Content-Type", "application/http; msgtype=response"}}, b.Bytes())
}

// Redirect writes the answer that sent from one address on to another.
func (w *Writer) Redirect(id, from, to string, status int, at time.Time) (Written, error) {
	block := fmt.Sprintf("HTTP/1.1 %d %s\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n", status, http.StatusText(status), oneLine(to))
	return w.record([]Field{{"WARC-Type", "response"}, {"WARC-Target-URI", from}, {"WARC-Date", date(at)},
		{"WARC-Record-ID", "<" + id + ">"}, {"WARC-Payload-Digest", "sha256:" + hexSum(nil)}, {"Content-Type", "application/http; msgtype=response"}}, []byte(block))
}

func (w *Writer) record(fields []Field, block []byte) (Written, error) {
	var b bytes.Buffer
	b.WriteString("WARC/1.1\r\n")
	for _, f := range fields {
		fmt.Fprintf(&b, "%s: %s\r\n", f.Name, oneLine(f.Value))
	}
	fmt.Fprintf(&b, "WARC-Block-Digest: sha256:%s\r\nContent-Length: %d\r\n\r\n", hexSum(block), len(block))
	b.Write(block)
	b.WriteString("\r\n\r\n")
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(b.Bytes()); err != nil {
		return Written{}, err
	}
	if err := z.Close(); err != nil {
		return Written{}, err
	}
	n, err := w.w.Write(packed.Bytes())
	wr := Written{w.at, int64(packed.Len())}
	w.at += int64(n)
	return wr, err
}

// URI returns the address c stands under: the one that answered, or for a file
// its name as a file address.
func URI(c *source.Capture) string {
	switch {
	case c.Final != "":
		return c.Final
	case c.URL != "":
		return c.URL
	}
	return "file:///" + (&url.URL{Path: strings.TrimPrefix(c.Name, "/")}).EscapedPath()
}

func unescape(path string) string {
	if p, err := url.PathUnescape(path); err == nil {
		return p
	}
	return path
}

// MediaOf returns the media type of c, with a guess for a file that has none.
func MediaOf(c *source.Capture) string {
	if v := c.Header["Content-Type"]; len(v) > 0 && v[0] != "" {
		return v[0]
	}
	if c.MediaType != "" {
		return c.MediaType
	}
	return "text/plain"
}

func date(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.999999999Z07:00") }

func hexSum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// oneLine keeps a value from running into the next field.
func oneLine(s string) string { return strings.NewReplacer("\r", " ", "\n", " ").Replace(s) }
