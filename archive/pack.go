package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

	"recoupe/custody"
)

// A pack is one file of Zstandard frames (RFC 8878), so that
// "zstd -dc 0000000042.pack" prints everything in it:
//
//	skippable frame 5E 2A 4D 18 | 40: "recoupe pack 1\n\0", size of the head frame, of its
//	                                  content, of the blocks together (64 bits each, little endian)
//	head            one frame of lines:
//	                  pack 42 10                         first record, how many
//	                  edge <base64> …                    right edge of the tree before them
//	                  block <size> <size of its content> one for each block
//	                  record <salt> <leaf> <JSON>        one for each record
//	                  body <SHA-256> <block> <from> <size>  one for each body
//	blocks          frames of bodies one after the other, half a megabyte each
//	                or one body
//	skippable frame 5E 2A 4D 18 | size: the signed checkpoint after the last record;
//	                                  its pack line is the SHA-256 of all before this frame
//
// A body that an earlier pack holds is not repeated. The name of the file is
// the number of the first record in ten digits or more.

const (
	packMagic  = "recoupe pack 1\n\x00"
	skipMagic  = 0x184D2A5E
	prefixSize = 8 + 40
	blockSize  = 512 << 10 // reports of one crisis share their words, so they are compressed together
	maxFrame   = 1 << 29   // most content of one frame; a pack that holds more was not written here
)

// A block is one frame of bodies.
type block struct{ size, content int64 }

// A place says where a body stands.
type place struct {
	pack       *pack
	block      int
	from, size int64
}

// A pack is what the head of one pack says.
type pack struct {
	name     string // "0000000042.pack"
	first, n int64
	before   custody.Tree
	start    int64 // where the blocks begin in the file
	blocks   []block
	records  []packed // kept only while the pack is being read
	bodies   []packedBody
}

type packed struct {
	salt custody.Salt
	leaf custody.Leaf
	line []byte
}

type packedBody struct {
	id ID
	place
}

func packName(first int64) string { return fmt.Sprintf("%010d.pack", first) }

var errNotPack = errors.New("not a pack")

// A prefix is the first frame of a pack: sizes in bytes.
type prefix struct{ head, content, blocks int64 }

func parsePrefix(b []byte) (p prefix, err error) {
	if len(b) < prefixSize || binary.LittleEndian.Uint32(b) != skipMagic || binary.LittleEndian.Uint32(b[4:]) != 40 ||
		string(b[8:24]) != packMagic {
		return p, errNotPack
	}
	for i, n := range []*int64{&p.head, &p.content, &p.blocks} {
		if *n = int64(binary.LittleEndian.Uint64(b[24+8*i:])); *n < 0 || *n > 1<<40 {
			return p, errNotPack
		}
	}
	if p.head > maxFrame || p.content > maxFrame {
		return p, errNotPack
	}
	return p, nil
}

// parseHead reads the lines of the head. The caller checks them against the
// checkpoint where it matters; here they need only make sense.
func parseHead(name string, headSize int64, text []byte) (*pack, error) {
	p := &pack{name: name, start: prefixSize + headSize, first: -1}
	for len(text) > 0 {
		line, rest, ok := bytes.Cut(text, []byte("\n"))
		if !ok {
			return nil, errNotPack
		}
		text = rest
		word, args, _ := bytes.Cut(line, []byte(" "))
		var err error
		switch string(word) {
		case "pack":
			_, err = fmt.Sscanf(string(args), "%d %d", &p.first, &p.n)
		case "edge":
			err = p.parseEdge(string(args))
		case "block":
			var b block
			_, err = fmt.Sscanf(string(args), "%d %d", &b.size, &b.content)
			if b.size < 0 || b.size > maxFrame || b.content < 0 || b.content > maxFrame {
				err = errNotPack
			}
			p.blocks = append(p.blocks, b)
		case "record":
			err = p.parseRecord(args)
		case "body":
			err = p.parseBody(args)
		default:
			err = errNotPack
		}
		if err != nil {
			return nil, errNotPack
		}
	}
	if p.first < 0 || p.n < 1 || int64(len(p.records)) != p.n || p.before.Size != p.first {
		return nil, errNotPack
	}
	return p, nil
}

func (p *pack) parseEdge(args string) error {
	for _, s := range strings.Fields(args) {
		raw, err := base64.StdEncoding.DecodeString(s)
		if err != nil || len(raw) != 32 {
			return errNotPack
		}
		p.before.Edge = append(p.before.Edge, custody.Hash(raw))
	}
	// An edge has one subtree for each bit set in the size.
	p.before.Size = p.first
	bits := 0
	for n := p.first; n > 0; n &= n - 1 {
		bits++
	}
	if bits != len(p.before.Edge) {
		return errNotPack
	}
	return nil
}

func (p *pack) parseRecord(args []byte) error {
	if len(args) < 130 || args[64] != ' ' || args[129] != ' ' {
		return errNotPack
	}
	salt, err := custody.ParseDigits(string(args[:64]))
	if err != nil {
		return err
	}
	leaf, err := custody.ParseDigits(string(args[65:129]))
	if err != nil {
		return err
	}
	p.records = append(p.records, packed{salt, leaf, args[130:]})
	return nil
}

func (p *pack) parseBody(args []byte) error {
	if len(args) < 65 {
		return errNotPack
	}
	id, err := ParseID(string(args[:64]))
	if err != nil {
		return err
	}
	b := packedBody{id: id, place: place{pack: p}}
	if _, err := fmt.Sscanf(string(args[65:]), "%d %d %d", &b.block, &b.from, &b.size); err != nil {
		return err
	}
	if b.block < 0 || b.block >= len(p.blocks) || b.from < 0 || b.size < 0 || b.from+b.size > p.blocks[b.block].content {
		return errNotPack
	}
	p.bodies = append(p.bodies, b)
	return nil
}

// offset returns where block i begins in the file.
func (p *pack) offset(i int) int64 {
	at := p.start
	for _, b := range p.blocks[:i] {
		at += b.size
	}
	return at
}

// A packing is a pack under way.
type packing struct {
	head   bytes.Buffer
	bodies []ID
	places []place
	blocks [][]byte // compressed
	sizes  []int64  // of their content
	open   []byte   // the block being filled
}

func (w *packing) body(id ID, b []byte) {
	if len(w.open) > 0 && len(w.open)+len(b) > blockSize {
		w.close()
	}
	w.bodies = append(w.bodies, id)
	w.places = append(w.places, place{block: len(w.blocks), from: int64(len(w.open)), size: int64(len(b))})
	w.open = append(w.open, b...)
}

func (w *packing) close() {
	w.blocks = append(w.blocks, encoder().EncodeAll(w.open, nil))
	w.sizes = append(w.sizes, int64(len(w.open)))
	w.open = w.open[:0]
}

// bytes returns the whole pack: the records of lines behind before, closed by
// a checkpoint under key.
func (w *packing) bytes(before custody.Tree, lines [][]byte, key *custody.Key) (file []byte, after custody.Tree, err error) {
	if len(w.open) > 0 || len(w.bodies) > 0 && len(w.blocks) == 0 {
		w.close()
	}
	h := &w.head
	fmt.Fprintf(h, "pack %d %d\nedge", before.Size, len(lines))
	for _, e := range before.Edge {
		fmt.Fprintf(h, " %s", e)
	}
	h.WriteByte('\n')
	var blocks int64
	for i, b := range w.blocks {
		fmt.Fprintf(h, "block %d %d\n", len(b), w.sizes[i])
		blocks += int64(len(b))
	}
	after = before
	for _, line := range lines {
		salt := custody.NewSalt()
		leaf := custody.Commit(salt, line)
		fmt.Fprintf(h, "record %s %s %s\n", salt, leaf, line)
		after.Append(leaf)
	}
	for i, id := range w.bodies {
		p := w.places[i]
		fmt.Fprintf(h, "body %s %d %d %d\n", id, p.block, p.from, p.size)
	}
	head := encoder().EncodeAll(h.Bytes(), nil)
	file = binary.LittleEndian.AppendUint32(nil, skipMagic)
	file = binary.LittleEndian.AppendUint32(file, 40)
	file = append(file, packMagic...)
	file = binary.LittleEndian.AppendUint64(file, uint64(len(head)))
	file = binary.LittleEndian.AppendUint64(file, uint64(h.Len()))
	file = binary.LittleEndian.AppendUint64(file, uint64(blocks))
	file = append(file, head...)
	for _, b := range w.blocks {
		file = append(file, b...)
	}
	note, err := key.Sign(custody.Checkpoint{Size: after.Size, Root: after.Root(), Pack: sha256.Sum256(file)})
	if err != nil {
		return nil, after, err
	}
	file = binary.LittleEndian.AppendUint32(file, skipMagic)
	file = binary.LittleEndian.AppendUint32(file, uint32(len(note)))
	return append(file, note...), after, nil
}

// noteOf returns the signed checkpoint in the last frame, and where that frame begins.
func noteOf(file []byte, at int64) (note []byte, err error) {
	if at < 0 || at+8 > int64(len(file)) || binary.LittleEndian.Uint32(file[at:]) != skipMagic ||
		int64(binary.LittleEndian.Uint32(file[at+4:])) != int64(len(file))-at-8 {
		return nil, errNotPack
	}
	return file[at+8:], nil
}

var encoder = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err) // the options are constants
	}
	return e
})

var decoder = sync.OnceValue(func() *zstd.Decoder {
	// No frame may unpack to more than its head says: a changed byte must not
	// fill the memory.
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxFrame), zstd.WithDecodeAllCapLimit(true))
	if err != nil {
		panic(err) // the options are constants
	}
	return d
})

// unpack returns the content of one frame, which must have size bytes.
func unpack(frame []byte, size int64) ([]byte, error) {
	out, err := decoder().DecodeAll(frame, make([]byte, 0, size))
	if err != nil {
		return nil, err
	}
	if int64(len(out)) != size {
		return nil, errNotPack
	}
	return out, nil
}
