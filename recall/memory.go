package recall

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Memory holds what was read of the reports of one dossier. Its methods may
// be called from several goroutines, and on a nil Memory, which knows nothing
// and learns nothing; other programs may have the same folder open.
type Memory struct {
	dir  string
	code [32]byte
	seal Seal

	mu    sync.Mutex
	files []*file
	held  map[Key]place
	last  [4]block // unpacked last
	turn  int
	next  *making // what is learned in this run; nil where nothing was
	err   error   // nothing more can be learned
}

// A Seal returns a code over data that nobody but the dossier can make.
type Seal func(data []byte) string

// A place is where an entry stands.
type place struct {
	file       *file
	block      int
	from, size uint32
}

type block struct {
	file *file
	n    int
	data string
}

// Open opens the memory in dir, as far as it can be believed and comes from the
// program code. The folder need not be there.
func Open(dir string, code [32]byte, seal Seal) *Memory {
	m := &Memory{dir: dir, code: code, seal: seal, held: map[Key]place{}}
	for _, name := range names(dir) {
		f, err := open(filepath.Join(dir, name), seal)
		if err != nil {
			continue // it is read again, and the file goes with the next one written
		}
		if f.code != code {
			f.Close()
			continue
		}
		m.files = append(m.files, f)
		for _, e := range f.entries {
			if old := m.held[e.key]; e.size > old.size { // a whole report knows more than that it is another's twin
				m.held[e.key] = place{f, int(e.block), e.from, e.size}
			}
		}
		f.found = len(f.entries)
		f.entries = nil
	}
	return m
}

// Find returns what is known under key, nil where nothing is.
func (m *Memory) Find(key Key) *Entry {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	data, ok := m.find(key)
	m.mu.Unlock()
	if !ok {
		return nil
	}
	e, err := unpack(data)
	if err != nil {
		return nil
	}
	return e
}

func (m *Memory) find(key Key) (string, bool) {
	p, ok := m.held[key]
	if !ok {
		return "", false
	}
	data, ok := m.block(p.file, p.block)
	if !ok || uint64(p.from)+uint64(p.size) > uint64(len(data)) {
		return "", false
	}
	// The block goes; the entry stays as long as the report does.
	return strings.Clone(data[p.from : p.from+p.size]), true
}

func (m *Memory) block(f *file, n int) (string, bool) {
	for _, b := range m.last {
		if b.file == f && b.n == n {
			return b.data, true
		}
	}
	data, err := f.block(n)
	if err != nil {
		f.bad = true
		return "", false
	}
	m.last[m.turn%len(m.last)] = block{f, n, data}
	m.turn++
	return data, true
}

// Add remembers e under key. What cannot be written is not remembered, and no
// harm is done.
func (m *Memory) Add(key Key, e *Entry) {
	if m == nil {
		return
	}
	data := e.pack()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		return
	}
	if m.next == nil {
		if m.next, m.err = begin(m.dir, m.code); m.err != nil {
			return
		}
	}
	if m.err = m.next.add(key, data); m.err == nil && m.next.size > fileBytes {
		m.err = m.finish()
	}
}

// fileBytes is from what size on another file is begun: what an interrupted run
// has learned is not lost but for the last of them.
const fileBytes = 32 << 20

// Close ends m; what was learned is on the disk then. An error says that it is
// not, which costs another reading and nothing else.
func (m *Memory) Close() error {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	err := m.err
	if m.next != nil && err == nil {
		if err = m.absorb(); err == nil {
			err = m.finish()
		}
	}
	if m.next != nil {
		m.next.abandon()
	}
	for _, f := range m.files {
		f.Close()
	}
	m.files, m.held, m.err = nil, nil, errors.New("closed")
	return err
}

// absorb takes small files into the one under way, so that their number grows
// with the logarithm of what they hold and each entry is written again a few
// times at most. Of an altered file it takes what is whole.
func (m *Memory) absorb() error {
	slices.SortFunc(m.files, func(a, b *file) int { return a.found - b.found })
	var left []*file
	for _, f := range m.files {
		if small := f.found <= 2*len(m.next.entries) && m.next.size < fileBytes; !small && !f.bad {
			left = append(left, f)
			continue
		}
		if err := m.take(f); err != nil {
			return err
		}
		f.Close()
		os.Remove(f.path)
	}
	m.files = left
	return nil
}

func (m *Memory) take(f *file) error {
	type held struct {
		key Key
		place
	}
	var all []held
	for k, p := range m.held {
		if p.file == f {
			all = append(all, held{k, p})
		}
	}
	slices.SortFunc(all, func(a, b held) int {
		if a.block != b.block {
			return a.block - b.block
		}
		return int(a.from) - int(b.from)
	})
	for _, h := range all {
		data, ok := m.block(f, h.block)
		if !ok {
			continue
		}
		if err := m.next.add(h.key, []byte(data[h.from:h.from+h.size])); err != nil {
			return err
		}
	}
	return nil
}

// finish gives what was learned its name, and removes what no program of this
// build will read.
func (m *Memory) finish() error {
	next := m.next
	m.next = nil
	if err := next.finish(m.dir, m.seal); err != nil {
		next.abandon()
		return err
	}
	for _, name := range names(m.dir) {
		path := filepath.Join(m.dir, name)
		f, err := open(path, m.seal)
		if err == nil {
			f.Close()
		}
		if err != nil || f.code != m.code {
			os.Remove(path)
		}
	}
	left, _ := filepath.Glob(filepath.Join(m.dir, makingPrefix+"*"))
	for _, path := range left {
		if Stale(path) {
			os.Remove(path)
		}
	}
	return nil
}

// names lists the files of a memory in dir, in order of name.
func names(dir string) []string {
	all, _ := os.ReadDir(dir)
	var out []string
	for _, e := range all {
		if Is(e.Name()) && e.Type().IsRegular() {
			out = append(out, e.Name())
		}
	}
	return out
}

// Stale reports whether path is a file that a run was making when it was cut
// short: nothing has been written to it for an hour.
func Stale(path string) bool {
	st, err := os.Stat(path)
	return Making(filepath.Base(path)) && err == nil && time.Since(st.ModTime()) > time.Hour
}

// Making reports whether name is that of a file under way.
func Making(name string) bool { return strings.HasPrefix(name, makingPrefix) }
