package warc

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strconv"
	"strings"

	"recoupe/source"
)

// Options say what is taken. The zero value is right.
type Options struct {
	MaxReport int               // most bytes of text in one report; 0 means [source.MaxReport]
	Progress  func(bytes int64) // told how much of the file has been read; nil: nobody is
}

// Captures yields what was captured in the web archive r that may be a report:
// pages and plain text. Pictures, scripts and records about records are passed
// over. A bad record is yielded as a nil capture and a [*source.Trouble] that
// carries name; the rest are read as if it were not there.
//
//	for c, err := range warc.Captures("news.warc.gz", file, warc.Options{}) {
func Captures(name string, in io.Reader, opt Options) iter.Seq2[*source.Capture, error] {
	limit := 4 * opt.MaxReport // a page is mostly not its text
	if opt.MaxReport <= 0 {
		limit = 4 * source.MaxReport
	}
	return func(yield func(*source.Capture, error) bool) {
		r := NewReader(in)
		said := int64(-1) // where the record stands of which it was said already
		for {
			rec, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if opt.Progress != nil {
				opt.Progress(r.Offset())
			}
			var bad *BadRecord
			if errors.As(err, &bad) {
				if bad.Offset != said && !yield(nil, badTrouble(name, bad)) {
					return
				}
				continue
			}
			c, err := rec.capture(limit)
			if err != nil {
				said = rec.Offset
				err = badTrouble(name, &BadRecord{rec.Offset, err})
			}
			if (c != nil || err != nil) && !yield(c, err) {
				return
			}
		}
	}
}

func badTrouble(name string, bad *BadRecord) *source.Trouble {
	why := bad.Err.Error()
	switch {
	case errors.Is(bad.Err, io.ErrUnexpectedEOF):
		why = "it is cut short"
	case errors.Is(bad.Err, source.ErrTooLong):
		why = "too long for one report"
	}
	return &source.Trouble{Name: name + ":" + strconv.FormatInt(bad.Offset, 10), Rule: "bad-record",
		Message: "a record of this web archive cannot be read (" + why + "); the others are", Err: bad}
}

// capture returns what the record captured, nil where it is no report.
func (rec *Record) capture(limit int) (*source.Capture, error) {
	c := &source.Capture{Name: rec.URI, URL: rec.URI, Final: rec.URI, Fetched: rec.Date}
	if path, ok := strings.CutPrefix(rec.URI, "file:///"); ok {
		// What recoupe exported from a file goes back to being one.
		c = &source.Capture{Name: unescape(path)}
	}
	var err error
	switch rec.Type {
	case "response":
		if media, _, _ := mime.ParseMediaType(rec.Get("Content-Type")); media != "application/http" || !strings.HasPrefix(rec.URI, "http") {
			return nil, nil // a DNS answer, a certificate
		}
		err = rec.answer(c, limit)
	case "resource", "conversion":
		c.MediaType = mediaType(rec.Get("Content-Type"))
		if !isReport(c.MediaType) || strings.HasPrefix(rec.URI, "metadata:") {
			return nil, nil // what wget says of itself is no report
		}
		c.Body, err = readAll(rec.Block, limit)
	default:
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if !isReport(c.MediaType) {
		return nil, nil
	}
	return c, nil
}

// answer reads the HTTP answer in the block into c. The body of what cannot be
// a report is not read.
func (rec *Record) answer(c *source.Capture, limit int) error {
	r := bufio.NewReader(rec.Block)
	head := textproto.NewReader(r)
	status, err := head.ReadLine()
	if err != nil {
		return noEOF(err)
	}
	parts := strings.Fields(status)
	if len(parts) < 2 || !strings.HasPrefix(parts[0], "HTTP/") {
		return errors.New("no HTTP answer")
	}
	if c.Status, err = strconv.Atoi(parts[1]); err != nil {
		return errors.New("no HTTP status")
	}
	header, err := head.ReadMIMEHeader()
	if err != nil && !errors.Is(err, io.EOF) && len(header) == 0 {
		return errors.New("a broken HTTP header")
	}
	c.Header = map[string][]string(header)
	c.MediaType = mediaType(header.Get("Content-Type"))
	if !isReport(c.MediaType) {
		return nil
	}
	body, err := readAll(r, limit)
	if err != nil {
		return err
	}
	if strings.EqualFold(header.Get("Transfer-Encoding"), "chunked") {
		// Some archives keep the label and drop the chunks.
		if out, err := readAll(httputil.NewChunkedReader(bytes.NewReader(body)), limit); err == nil {
			body = out
		}
	}
	body, err = source.Decode(body, header.Get("Content-Encoding"), limit)
	if err != nil {
		return err
	}
	c.Body = body
	// The body is no longer packed; what it was is still said.
	for _, name := range []string{"Content-Encoding", "Transfer-Encoding"} {
		if v := c.Header[name]; v != nil {
			delete(c.Header, name)
			c.Header["X-Archive-Orig-"+name] = v
		}
	}
	return nil
}

func readAll(r io.Reader, limit int) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(b) > limit {
		err = source.ErrTooLong
	}
	return b, err
}

func mediaType(s string) string {
	media, _, err := mime.ParseMediaType(s)
	if err != nil {
		media, _, _ = strings.Cut(s, ";")
	}
	return strings.ToLower(strings.TrimSpace(media))
}

func isReport(media string) bool {
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain", "":
		return true
	}
	return false
}
