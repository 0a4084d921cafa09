package recall

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// A file of a memory is called read-<entries>-<seal>.zst, or made-... where it holds
// what was made of sets of reports, and never changes:
//
//	"recoupe recall 1\n"
//	blocks    Zstandard frames, each a quarter of a megabyte of entries end to end
//	table     program [32]byte; number of blocks u32, entries u32;
//	          for each block: size u32, content u32, SHA-256 of the frame;
//	          for each entry: key [32]byte, block u32, from u32, size u32
//	u32       size of the table
//
// Numbers are little-endian. The seal is a code over the first line, the sort of
// the file, and the table; the table vouches for the blocks, so that one is checked
// only when it is read, and what was checked is what is used.

const (
	fileMagic    = "recoupe recall 1\n"
	readPrefix   = "read-"
	madePrefix   = "made-"
	fileSuffix   = ".zst"
	makingPrefix = "reading-"
	blockBytes   = 256 << 10
	mostTable    = 1 << 30
)

// Is reports whether name is that of a file of a memory.
func Is(name string) bool {
	prefix := prefixOf(name)
	var n int64
	var seal string
	_, err := fmt.Sscanf(strings.TrimSuffix(name, fileSuffix), prefix+"%d-%64s", &n, &seal)
	return err == nil && fileName(prefix, n, seal) == name
}

func prefixOf(name string) string {
	if strings.HasPrefix(name, madePrefix) {
		return madePrefix
	}
	return readPrefix
}

func fileName(prefix string, entries int64, seal string) string {
	return fmt.Sprintf("%s%d-%s%s", prefix, entries, seal, fileSuffix)
}

type entryAt struct {
	key               Key
	block, from, size uint32
}

type blockAt struct {
	offset        int64
	size, content uint32
	sum           [32]byte
}

// A file is one file of a memory, open. It stays readable when another program
// removes it.
type file struct {
	*os.File
	path    string
	code    [32]byte
	blocks  []blockAt
	entries []entryAt
	found   int  // entries, once they are in the memory's table
	bad     bool // a block of it is not what was made
}

var errAltered = errors.New("altered since it was made")

// open opens a file and checks its table; its blocks are checked as they are read.
func open(path string, seal Seal) (*file, error) {
	osFile, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	f := &file{File: osFile, path: path}
	if err := f.readTable(seal); err != nil {
		osFile.Close()
		return nil, err
	}
	return f, nil
}

func (f *file) readTable(seal Seal) error {
	st, err := f.Stat()
	if err != nil {
		return err
	}
	size := st.Size()
	if size < int64(len(fileMagic))+4 {
		return errAltered
	}
	end := make([]byte, 4)
	if _, err := f.ReadAt(end, size-4); err != nil {
		return err
	}
	n := int64(binary.LittleEndian.Uint32(end))
	start := size - 4 - n
	if start < int64(len(fileMagic)) || n > mostTable {
		return errAltered
	}
	table := make([]byte, n)
	if _, err := f.ReadAt(table, start); err != nil {
		return err
	}
	magic := make([]byte, len(fileMagic))
	if _, err := f.ReadAt(magic, 0); err != nil {
		return err
	}
	if string(magic) != fileMagic || !f.parse(table) {
		return errAltered
	}
	at := int64(len(fileMagic))
	for i := range f.blocks {
		f.blocks[i].offset = at
		at += int64(f.blocks[i].size)
	}
	name := filepath.Base(f.path)
	if at != start || name != fileName(prefixOf(name), int64(len(f.entries)), sealOf(seal, prefixOf(name), table)) {
		return errAltered
	}
	return nil
}

func sealOf(seal Seal, prefix string, table []byte) string {
	sum := sha256.Sum256(table)
	return seal(fmt.Appendf(nil, "%s%s%s\n", fileMagic, prefix, hex.EncodeToString(sum[:])))
}

func (f *file) parse(table []byte) bool {
	if len(table) < 40 {
		return false
	}
	f.code = [32]byte(table)
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(table[at:]) }
	blocks, entries := int(u32(32)), int(u32(36))
	if blocks > len(table) || entries > len(table) || len(table) != 40+40*blocks+44*entries {
		return false
	}
	at := 40
	for range blocks {
		f.blocks = append(f.blocks, blockAt{size: u32(at), content: u32(at + 4), sum: [32]byte(table[at+8:])})
		at += 40
	}
	f.entries = make([]entryAt, entries)
	for i := range f.entries {
		e := entryAt{Key(table[at:]), u32(at + 32), u32(at + 36), u32(at + 40)}
		if int(e.block) >= blocks || uint64(e.from)+uint64(e.size) > uint64(f.blocks[e.block].content) {
			return false
		}
		f.entries[i] = e
		at += 44
	}
	return true
}

// block reads and checks one block.
func (f *file) block(n int) (string, error) {
	b := f.blocks[n]
	frame := make([]byte, b.size)
	if _, err := f.ReadAt(frame, b.offset); err != nil {
		return "", err
	}
	if sha256.Sum256(frame) != b.sum {
		return "", errAltered
	}
	data, err := packer().unpack.DecodeAll(frame, make([]byte, 0, b.content))
	if err != nil || len(data) != int(b.content) {
		return "", errAltered
	}
	return string(data), nil
}

// Check reports whether the file at path is what was made, every byte of it.
func Check(path string, seal Seal) error {
	f, err := open(path, seal)
	if err != nil {
		return err
	}
	defer f.Close()
	for i := range f.blocks {
		if _, err := f.block(i); err != nil {
			return err
		}
	}
	return nil
}

// A making is a file under way.
type making struct {
	*os.File
	code    [32]byte
	size    int64
	current bytes.Buffer // of the block under way
	blocks  []blockAt
	entries []entryAt
}

func begin(dir string, code [32]byte) (*making, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	// Who may read the dossier may read this: os.CreateTemp would keep it to one.
	f, err := os.OpenFile(filepath.Join(dir, makingPrefix+rand.Text()), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	m := &making{File: f, code: code, size: int64(len(fileMagic))}
	if _, err := io.WriteString(f, fileMagic); err != nil {
		m.abandon()
		return nil, err
	}
	return m, nil
}

func (m *making) add(key Key, data []byte) error {
	m.entries = append(m.entries, entryAt{key, uint32(len(m.blocks)), uint32(m.current.Len()), uint32(len(data))})
	m.current.Write(data)
	if m.current.Len() < blockBytes {
		return nil
	}
	return m.flush()
}

func (m *making) flush() error {
	if m.current.Len() == 0 {
		return nil
	}
	frame := packer().pack.EncodeAll(m.current.Bytes(), nil)
	if _, err := m.Write(frame); err != nil {
		return err
	}
	m.blocks = append(m.blocks, blockAt{size: uint32(len(frame)), content: uint32(m.current.Len()), sum: sha256.Sum256(frame)})
	m.size += int64(len(frame))
	m.current.Reset()
	return nil
}

// content is how many bytes were added, unpacked.
func (m *making) content() int {
	n := m.current.Len()
	for _, b := range m.blocks {
		n += int(b.content)
	}
	return n
}

// finish writes the table and gives the file its name.
func (m *making) finish(dir, prefix string, seal Seal) error {
	if err := m.flush(); err != nil {
		return err
	}
	le := binary.LittleEndian
	table := append([]byte(nil), m.code[:]...)
	table = le.AppendUint32(table, uint32(len(m.blocks)))
	table = le.AppendUint32(table, uint32(len(m.entries)))
	for _, b := range m.blocks {
		table = le.AppendUint32(table, b.size)
		table = le.AppendUint32(table, b.content)
		table = append(table, b.sum[:]...)
	}
	for _, e := range m.entries {
		table = append(table, e.key[:]...)
		table = le.AppendUint32(table, e.block)
		table = le.AppendUint32(table, e.from)
		table = le.AppendUint32(table, e.size)
	}
	if _, err := m.Write(le.AppendUint32(table, uint32(len(table)))); err != nil {
		return err
	}
	// No sync: a file that a crash cut short does not match its name.
	if err := m.File.Close(); err != nil {
		return err
	}
	return os.Rename(m.Name(), filepath.Join(dir, fileName(prefix, int64(len(m.entries)), sealOf(seal, prefix, table))))
}

// abandon removes what was written.
func (m *making) abandon() {
	m.File.Close()
	os.Remove(m.Name())
}

// packer packs and unpacks blocks.
var packer = sync.OnceValue(func() (z struct {
	pack   *zstd.Encoder
	unpack *zstd.Decoder
}) {
	var err, uerr error
	z.pack, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	z.unpack, uerr = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<30))
	if err := errors.Join(err, uerr); err != nil {
		panic(err) // the options are constants
	}
	return z
})
