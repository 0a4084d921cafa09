package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// JSON Lines: one JSON object a line, in UTF-8; empty lines are passed over.
//
//	{"url": "https://…", "outlet": "Radio Lagune", "title": "…", "text": "…", "published": "2031-03-02T10:20:00+01:00", "language": "fr"}
//
// A JSON file that is one object, or an array of objects, is read as if each
// object stood on a line.

// readLines yields one capture a line. Whether a line is sound is found when it
// is read as a report; here only its length is looked at.
func readLines(name string, in io.Reader, limit int, yield func(*Capture, error) bool) bool {
	// Some shells write what they redirect in UTF-16 with a mark.
	r := bufio.NewReaderSize(transform.NewReader(in, unicode.BOMOverride(transform.Nop)), 64<<10)
	any := false
	for n := 1; ; n++ {
		line, long, err := nextLine(r, limit)
		at := name + ":" + strconv.Itoa(n)
		switch line = bytes.TrimSpace(line); {
		case long:
			any = true
			if !yield(nil, tooLong(at)) {
				return false
			}
		case len(line) > 0:
			any = true
			if !yield(&Capture{Name: at, MediaType: MediaLine, Body: bytes.Clone(line)}, nil) {
				return false
			}
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return yield(nil, fileTrouble(name, err))
		}
		if err != nil {
			break
		}
	}
	if !any {
		return yield(nil, &Trouble{Name: name, Rule: "empty", Message: "empty; nothing to read"})
	}
	return true
}

// nextLine reads one line, of which it keeps no more than limit bytes. It says
// whether the line was longer; the rest of a longer line is passed over.
func nextLine(r *bufio.Reader, limit int) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > limit {
			long, line = true, nil
		} else if !long {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}

// isObject reports whether line is one JSON object.
func isObject(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 1 && line[0] == '{' && json.Valid(line)
}

// yieldJSON yields the objects of one JSON value. What only begins like JSON is
// yielded as the text it is.
func yieldJSON(name string, body []byte, yield func(*Capture, error) bool) bool {
	value := bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
	if isObject(value) {
		return yield(&Capture{Name: name, MediaType: MediaLine, Body: value}, nil)
	}
	var items []json.RawMessage
	if err := json.Unmarshal(value, &items); err != nil {
		if bytes.IndexByte(value, '\n') > 0 && len(value) > 0 && value[0] == '{' {
			// Several objects, the first of them broken: say which line.
			return readLines(name, bytes.NewReader(body), len(body), yield)
		}
		c := &Capture{Name: name, Body: body}
		if len(value) > 0 && value[0] == '{' {
			c.MediaType = MediaLine // broken, which its reader will say
		}
		return yield(c, nil)
	}
	if len(items) == 0 {
		return yield(nil, &Trouble{Name: name, Rule: "empty", Message: "empty; nothing to read"})
	}
	for i, item := range items {
		at := name + ":" + strconv.Itoa(i+1)
		if !yield(&Capture{Name: at, MediaType: MediaLine, Body: item}, nil) {
			return false
		}
	}
	return true
}
