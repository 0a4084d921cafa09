package recall

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"time"
)

// A Memory holds what was read of the reports of one dossier, and what was made
// of sets of them. Its methods may be called from several goroutines, and on a
// nil Memory, which knows nothing and learns nothing; other programs may have the
// same folder open.
type Memory struct {
	dir  string
	code [32]byte
	seal Seal

	mu      sync.Mutex
	reports shelf
	sets    shelf
	made    map[string]int // by kind, what no earlier run had made
}

// A Seal returns a code over data that nobody but the dossier can make.
type Seal func(data []byte) string

// Open opens the memory in dir, as far as it can be believed and comes from the
// program code. The folder need not be there.
func Open(dir string, code [32]byte, seal Seal) *Memory {
	m := &Memory{dir: dir, code: code, seal: seal, made: map[string]int{}}
	m.reports.open(m, readPrefix)
	m.sets.open(m, madePrefix)
	return m
}

// Find returns what is known under key, nil where nothing is.
func (m *Memory) Find(key Key) *Entry {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	data, ok := m.reports.find(key)
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

// Add remembers e under key. What cannot be written is not remembered, and no
// harm is done.
func (m *Memory) Add(key Key, e *Entry) {
	if m == nil {
		return
	}
	data := e.pack()
	m.mu.Lock()
	defer m.mu.Unlock()
	if e.Report != nil {
		m.made["report"]++
	}
	m.reports.add(key, data)
}

// Once sets what value points at to what an earlier run made of the same: key
// names everything that it depends on but the program. Where none has, make
// makes it. Given are pointers that value leads to and that are not its own, such
// as those to figures of reports; what was made of as many is read back with
// pointers to these. Of what is made of sets, those that no run asks for any more
// are forgotten: together they take no more than what is asked for.
func (m *Memory) Once(kind string, key Key, value any, make func(), given ...any) {
	if m == nil {
		make()
		return
	}
	m.mu.Lock()
	data, ok := m.sets.find(key)
	m.sets.asked[key] = true
	m.mu.Unlock()
	if ok && decodeWith(data, value, given) == nil {
		return
	}
	reflect.ValueOf(value).Elem().SetZero() // half of it may have been read
	make()
	packed, err := encodeWith(value, given)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.made[kind]++
	if err == nil { // else it is made again the next time
		m.sets.add(key, packed)
	}
}

// Made returns how often something had to be made because no earlier run had made
// it, by kind; "report" are reports that were read.
func (m *Memory) Made() map[string]int {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return maps.Clone(m.made)
}

// Close ends m; what was learned is on the disk then. An error says that it is
// not, which costs another reading and nothing else.
func (m *Memory) Close() error {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return errors.Join(m.reports.close(), m.sets.close())
}

// names lists the files of a memory in dir whose names begin with prefix, in
// order of name.
func names(dir, prefix string) []string {
	all, _ := os.ReadDir(dir)
	var out []string
	for _, e := range all {
		if strings.HasPrefix(e.Name(), prefix) && Is(e.Name()) && e.Type().IsRegular() {
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
