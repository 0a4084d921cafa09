// Package warc reads and writes WARC files, in which web archives keep what
// they captured. It is one way for reports to come in, and the way a dossier
// leaves in a form that others read.
//
// # The format
//
// WARC 1.1 (ISO 28500:2017) is a sequence of records, each by itself in one gzip
// member, or none of them packed:
//
//	WARC/1.1 CR LF
//	WARC-Type: response CR LF
//	WARC-Target-URI: https://lagune.example/1 CR LF
//	WARC-Date: 2031-03-02T12:00:00Z CR LF
//	WARC-Record-ID: <urn:uuid:…> CR LF
//	Content-Type: application/http; msgtype=response CR LF
//	Content-Length: 1234 CR LF
//	CR LF
//	1234 bytes: here an HTTP answer with its status line and header
//	CR LF CR LF
//
// A record of type resource holds the thing itself without an HTTP header, and
// conversion a text made from it. The others (warcinfo, request, metadata,
// revisit) hold no report.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
)

// A Record is one record. Its Block may be read until the next call of Next.
type Record struct {
	Type   string // "response", "resource", "warcinfo"
	ID     string // "<urn:uuid:…>"
	URI    string // WARC-Target-URI, "" where there is none
	Date   time.Time
	Fields []Field // all of them, in order
	Length int64
	Block  io.Reader
	Offset int64 // in the file: where its gzip member begins, or itself
}

// A Field is one named field of a record.
type Field struct{ Name, Value string }

// Get returns the value of the first field called name, in any case.
func (r *Record) Get(name string) string {
	for _, f := range r.Fields {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// A BadRecord is a record that cannot be read. Reading goes on behind it.
type BadRecord struct {
	Offset int64
	Err    error
}

// Error says where the record stands.
func (b *BadRecord) Error() string { return fmt.Sprintf("bad record at byte %d: %v", b.Offset, b.Err) }

// Unwrap returns the cause.
func (b *BadRecord) Unwrap() error { return b.Err }

// A Reader reads the records of a file of any length, one after the other.
type Reader struct {
	tape   *tape
	member *gzip.Reader
	packed bool          // in a gzip member
	in     *bufio.Reader // the records: the member unpacked, or the tape
	start  int64         // of the member or record
	block  *io.LimitedReader
	over   bool // the file itself could not be read on
}

// NewReader returns a reader of the records in r.
func NewReader(r io.Reader) *Reader {
	return &Reader{tape: &tape{r: bufio.NewReaderSize(r, 256<<10)}}
}

// Offset returns how many bytes of the file have been read.
func (r *Reader) Offset() int64 { return r.tape.at }

// Next returns the next record. It returns io.EOF at the end, and a
// [*BadRecord] for what cannot be read, after which it may be called again.
func (r *Reader) Next() (*Record, error) {
	if r.over {
		return nil, io.EOF
	}
	if err := r.finish(); err != nil {
		return nil, r.bad(err)
	}
	for {
		if r.in == nil {
			if err := r.open(); err != nil {
				if errors.Is(err, io.EOF) {
					return nil, io.EOF
				}
				return nil, r.bad(err)
			}
		}
		// Empty lines stand between records.
		b, err := r.in.ReadByte()
		switch {
		case err == nil && (b == '\r' || b == '\n'):
			continue
		case err == nil:
			r.in.UnreadByte()
		case errors.Is(err, io.EOF) && r.packed:
			r.in = nil // the end of a member; the next may follow
			continue
		case errors.Is(err, io.EOF):
			return nil, io.EOF
		default:
			return nil, r.bad(err)
		}
		if !r.packed {
			r.start = r.tape.at - int64(r.in.Buffered())
		}
		rec, err := r.head()
		if err != nil {
			return nil, r.bad(err)
		}
		return rec, nil
	}
}

// open begins a gzip member where there is one, else the plain records.
func (r *Reader) open() error {
	head, err := r.tape.peek(2)
	if len(head) == 0 {
		return err
	}
	r.start = r.tape.at
	r.tape.mark()
	if r.packed = len(head) == 2 && head[0] == 0x1f && head[1] == 0x8b; !r.packed && r.member != nil {
		return errors.New("no gzip member begins here")
	} else if !r.packed {
		r.in = bufio.NewReaderSize(r.tape, 64<<10)
		return nil
	}
	if r.member == nil {
		r.member = new(gzip.Reader)
	}
	if err := r.member.Reset(r.tape); err != nil {
		return noEOF(err)
	}
	r.member.Multistream(false)
	r.in = bufio.NewReaderSize(r.member, 64<<10)
	return nil
}

// finish passes over what is left of the last block.
func (r *Reader) finish() error {
	if r.block == nil {
		return nil
	}
	left := r.block
	r.block = nil
	if _, err := io.Copy(io.Discard, left); err != nil {
		return err
	}
	if left.N > 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

const maxHead = 1 << 20

// head reads the named fields of a record.
func (r *Reader) head() (*Record, error) {
	version, err := r.line(maxHead)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, errors.New("no WARC record begins here")
	}
	rec := &Record{Offset: r.start, Length: -1}
	for room := maxHead; ; {
		line, err := r.line(room)
		if err != nil {
			return nil, err
		}
		room -= len(line) + 2
		if line == "" {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			if n := len(rec.Fields); n > 0 {
				rec.Fields[n-1].Value += " " + strings.TrimSpace(line)
			}
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, errors.New("a field without a colon")
		}
		rec.Fields = append(rec.Fields, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
	}
	rec.Type, rec.ID = strings.ToLower(rec.Get("WARC-Type")), rec.Get("WARC-Record-ID")
	rec.URI = strings.Trim(rec.Get("WARC-Target-URI"), "<>") // some early writers put brackets around it
	rec.Date, _ = time.Parse(time.RFC3339Nano, rec.Get("WARC-Date"))
	if rec.Length, err = strconv.ParseInt(rec.Get("Content-Length"), 10, 64); err != nil || rec.Length < 0 {
		return nil, errors.New("no length")
	}
	r.block = &io.LimitedReader{R: r.in, N: rec.Length}
	rec.Block = &whole{r.block}
	return rec, nil
}

// line reads one line of at most most bytes, without its end.
func (r *Reader) line(most int) (string, error) {
	var line []byte
	for {
		part, err := r.in.ReadSlice('\n')
		if len(line)+len(part) > most {
			return "", errors.New("a head without an end")
		}
		line = append(line, part...)
		if err == nil {
			return string(bytes.TrimRight(line, "\r\n")), nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return "", noEOF(err)
		}
	}
}

// noEOF makes an end in the middle of a record an error of its own.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// A whole block ends early only with an error.
type whole struct{ *io.LimitedReader }

func (w *whole) Read(p []byte) (int, error) {
	n, err := w.LimitedReader.Read(p)
	if errors.Is(err, io.EOF) && w.N > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// bad finds where the next record may begin.
func (r *Reader) bad(err error) error {
	b := &BadRecord{r.start, err}
	if r.tape.failed != nil {
		// The disk or the network gave up: nothing is behind it.
		r.over, b.Err = true, r.tape.failed
		return b
	}
	r.block = nil
	if r.packed || r.in == nil {
		r.in = nil
		r.tape.rewind()
		r.tape.seek([]byte{0x1f, 0x8b, 0x08})
		return b
	}
	// Plain records: the next line that opens one.
	for {
		head, err := r.in.Peek(6)
		if len(head) < 6 || err != nil {
			r.in.Discard(len(head))
			return b
		}
		if string(head) == "WARC/1" {
			return b
		}
		for {
			_, err := r.in.ReadSlice('\n')
			if err == nil {
				break
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				return b
			}
		}
	}
}

// A tape is the file, of which the last stretch can be wound back: a broken
// gzip member may be noticed only after the next has begun.
type tape struct {
	r    *bufio.Reader
	back []byte // read again before r
	kept []byte // read since mark, up to mostKept; nil where it grew past that
	on   bool
	at   int64

	failed error // of the file, other than its end
}

func (t *tape) note(err error) error {
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		t.failed = err
	}
	return err
}

const mostKept = 4 << 20

func (t *tape) mark() { t.kept, t.on = t.kept[:0], true }

// rewind goes back to one byte behind the mark.
func (t *tape) rewind() {
	if t.on && len(t.kept) > 1 {
		t.at -= int64(len(t.kept) - 1)
		t.back = append(bytes.Clone(t.kept[1:]), t.back...)
	}
	t.on = false
}

func (t *tape) keep(p ...byte) {
	t.at += int64(len(p))
	if !t.on {
		return
	}
	if len(t.kept)+len(p) > mostKept {
		t.on, t.kept = false, t.kept[:0]
		return
	}
	t.kept = append(t.kept, p...)
}

// ReadByte makes the unpacker take no byte more than it needs.
func (t *tape) ReadByte() (b byte, err error) {
	if len(t.back) > 0 {
		b, t.back = t.back[0], t.back[1:]
	} else if b, err = t.r.ReadByte(); err != nil {
		return 0, t.note(err)
	}
	t.at++
	if t.on {
		if len(t.kept) >= mostKept {
			t.on = false
		}
		t.kept = append(t.kept, b)
	}
	return b, nil
}

func (t *tape) Read(p []byte) (n int, err error) {
	if len(t.back) > 0 {
		n = copy(p, t.back)
		t.back = t.back[n:]
	} else if n, err = t.r.Read(p); n == 0 {
		return 0, t.note(err)
	}
	t.keep(p[:n]...)
	return n, nil
}

// peek returns the next n bytes, fewer at the end.
func (t *tape) peek(n int) ([]byte, error) {
	if len(t.back) >= n {
		return t.back[:n], nil
	}
	more, err := t.r.Peek(n - len(t.back))
	return append(bytes.Clone(t.back), more...), t.note(err)
}

// seek goes on to the next place where magic stands, or to the end.
func (t *tape) seek(magic []byte) {
	for {
		head, _ := t.peek(len(magic))
		if len(head) == 0 || bytes.Equal(head, magic) {
			return
		}
		t.ReadByte()
	}
}
