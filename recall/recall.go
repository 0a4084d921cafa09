// Package recall remembers what was read of single reports and made of sets of
// them, so that a dossier that has grown by ten reports costs the reading of ten.
//
// It stands beside the pipeline: text, lang and claim look at one report at a
// time, and what they make of it depends on nothing but the capture, the options
// and the program. Under these three it is written down, and found again. What
// comes after looks at reports together; where it depends on a known few of
// them, it is written down under the names of those.
//
// What is remembered may be deleted at any time. It is sealed with a key that
// only the dossier holds: what was altered is not believed, and read again.
package recall

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
	"os"
	"runtime"
	"slices"
	"sync"

	"recoupe/archive"
	"recoupe/claim"
	"recoupe/source"
	"recoupe/text"
)

// A Key names what is read: a capture with all that came with it, and what the
// caller says of reports that do not say it themselves. The program is named
// once for each file.
type Key [32]byte

// KeyOf returns the key of c read with opt.
func KeyOf(c *source.Capture, opt text.Options) Key {
	h := sha256.New()
	var n [8]byte
	say := func(words ...string) {
		binary.LittleEndian.PutUint64(n[:], uint64(len(words)))
		h.Write(n[:])
		for _, s := range words {
			binary.LittleEndian.PutUint64(n[:], uint64(len(s)))
			h.Write(n[:])
			io.WriteString(h, s)
		}
	}
	id := archive.Of(c.Body)
	h.Write(id[:])
	say(c.Name, c.URL, c.Final, c.MediaType)
	binary.Write(h, binary.LittleEndian, []int64{c.Fetched.UnixNano(), int64(c.Status)})
	names := make([]string, 0, len(c.Header))
	for name := range c.Header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		say(name)
		say(c.Header[name]...)
	}
	h.Write(encode(opt))
	return Key(h.Sum(nil))
}

// KeyOfReport returns a key of all that was read of r and changed in it by hand.
func KeyOfReport(r *claim.Report) Key { return sha256.Sum256(encode(r)) }

// KeyOfSet returns the key of what is made of reports, each named by a key, in
// this order; also names what else it depends on.
func KeyOfSet(kind string, reports []Key, also string) Key {
	h := sha256.New()
	for _, s := range []string{kind, also} {
		binary.Write(h, binary.LittleEndian, uint64(len(s)))
		io.WriteString(h, s)
	}
	for _, k := range reports {
		h.Write(k[:])
	}
	return Key(h.Sum(nil))
}

// Program returns the hash of the program that is running. Another build may
// read otherwise, and goes by nothing that this one has written.
var Program = sync.OnceValues(func() (sum [32]byte, err error) {
	// By its name one might find the build that has taken its place meanwhile.
	name := "/proc/self/exe"
	if runtime.GOOS != "linux" {
		if name, err = os.Executable(); err != nil {
			return sum, err
		}
	}
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum, err
	}
	return [32]byte(h.Sum(nil)), nil
})

// An Entry is what came of one capture. Exactly one of its parts is set, or only
// ID: then the report was the same as another one, which was read in its place.
type Entry struct {
	ID     text.DocID
	Report *claim.Report
	Unread *Unread
}

// An Unread says why no report could be read out of a capture.
type Unread struct{ Rule, Message string }

// pack writes e; unpack reads it back. The report comes last and is only
// unpacked where it is asked for.
func (e *Entry) pack() []byte { return encode(e) }

func unpack(data string) (*Entry, error) {
	e := new(Entry)
	if err := decode(data, e); err != nil {
		return nil, err
	}
	return e, nil
}
