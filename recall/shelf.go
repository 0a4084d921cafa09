package recall

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A shelf is the files of a memory that hold one sort of thing.
type shelf struct {
	*Memory
	prefix string // of their names
	files  []*file
	held   map[Key]place
	asked  map[Key]bool // in this run; nothing is noted on the shelf of reports
	last   [4]block     // unpacked last
	turn   int
	next   *making // what is learned in this run; nil where nothing was
	err    error   // nothing more can be learned
}

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

// open opens the files of the shelf that can be believed.
func (s *shelf) open(m *Memory, prefix string) {
	s.Memory, s.prefix, s.held, s.asked = m, prefix, map[Key]place{}, map[Key]bool{}
	for _, name := range names(m.dir, prefix) {
		f, err := open(filepath.Join(m.dir, name), m.seal)
		if err != nil {
			continue // it is made again, and the file goes with the next one written
		}
		if f.code != m.code {
			f.Close()
			continue
		}
		s.files = append(s.files, f)
		for _, e := range f.entries {
			if old := s.held[e.key]; e.size > old.size { // a whole report knows more than that it is another's twin
				s.held[e.key] = place{f, int(e.block), e.from, e.size}
			}
		}
		f.found = len(f.entries)
		f.entries = nil
	}
}

func (s *shelf) find(key Key) (string, bool) {
	p, ok := s.held[key]
	if !ok {
		return "", false
	}
	data, ok := s.block(p.file, p.block)
	if !ok || uint64(p.from)+uint64(p.size) > uint64(len(data)) {
		return "", false
	}
	// The block goes; the entry stays as long as what was read from it.
	return strings.Clone(data[p.from : p.from+p.size]), true
}

func (s *shelf) block(f *file, n int) (string, bool) {
	for _, b := range s.last {
		if b.file == f && b.n == n {
			return b.data, true
		}
	}
	data, err := f.block(n)
	if err != nil {
		f.bad = true
		return "", false
	}
	s.last[s.turn%len(s.last)] = block{f, n, data}
	s.turn++
	return data, true
}

func (s *shelf) add(key Key, data []byte) {
	if s.err != nil {
		return
	}
	if s.next == nil {
		if s.next, s.err = begin(s.dir, s.code); s.err != nil {
			return
		}
	}
	if s.err = s.next.add(key, data); s.err == nil && s.next.size > fileBytes {
		s.err = s.finish()
	}
}

// fileBytes is from what size on another file is begun: what an interrupted run
// has learned is not lost but for the last of them.
const fileBytes = 32 << 20

func (s *shelf) close() error {
	err := s.err
	if s.next != nil && err == nil {
		if err = s.absorb(s.mostlyIdle()); err == nil {
			err = s.finish()
		}
	}
	if s.next != nil {
		s.next.abandon()
	}
	for _, f := range s.files {
		f.Close()
	}
	s.files, s.held, s.next, s.err = nil, nil, nil, errors.New("closed")
	return err
}

// mostlyIdle reports whether what nobody asked for in this run takes more than
// what was asked for.
func (s *shelf) mostlyIdle() bool {
	if len(s.asked) == 0 {
		return false
	}
	asked, idle := s.next.content(), 0
	for k, p := range s.held {
		if s.asked[k] {
			asked += int(p.size)
		} else {
			idle += int(p.size)
		}
	}
	return idle > asked
}

// absorb takes small files into the one under way, so that their number grows
// with the logarithm of what they hold and each entry is written again a few
// times at most. Of an altered file it takes what is whole. With forget it takes
// all files, and of them only what was asked for.
func (s *shelf) absorb(forget bool) error {
	slices.SortFunc(s.files, func(a, b *file) int { return a.found - b.found })
	var left []*file
	for _, f := range s.files {
		if small := f.found <= 2*len(s.next.entries) && s.next.size < fileBytes; !small && !f.bad && !forget {
			left = append(left, f)
			continue
		}
		if err := s.take(f, forget); err != nil {
			return err
		}
		f.Close()
		os.Remove(f.path)
	}
	s.files = left
	return nil
}

func (s *shelf) take(f *file, forget bool) error {
	type held struct {
		key Key
		place
	}
	var all []held
	for k, p := range s.held {
		if p.file == f && (!forget || s.asked[k]) {
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
		data, ok := s.block(f, h.block)
		if !ok {
			continue
		}
		if err := s.next.add(h.key, []byte(data[h.from:h.from+h.size])); err != nil {
			return err
		}
	}
	return nil
}

// finish gives what was learned its name, and removes what no program of this
// build will read.
func (s *shelf) finish() error {
	next := s.next
	s.next = nil
	if err := next.finish(s.dir, s.prefix, s.seal); err != nil {
		next.abandon()
		return err
	}
	for _, name := range names(s.dir, s.prefix) {
		path := filepath.Join(s.dir, name)
		f, err := open(path, s.seal)
		if err == nil {
			f.Close()
		}
		if err != nil || f.code != s.code {
			os.Remove(path)
		}
	}
	left, _ := filepath.Glob(filepath.Join(s.dir, makingPrefix+"*"))
	for _, path := range left {
		if Stale(path) {
			os.Remove(path)
		}
	}
	return nil
}
