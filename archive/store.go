package archive

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"recoupe/custody"
	"recoupe/source"
)

// Marker is the name of the file that makes a folder a dossier:
//
//	recoupe dossier 1
//	recoupe/3f9a2c81d0b7+0375b8d6+AeLm…      public key of its log
const Marker = "recoupe.dossier"

const markerHead = "recoupe dossier 1\n"

// Options are how a store is opened. The zero value is right.
type Options struct {
	// Step is told before each change on the disk: "create", "write", "sync",
	// "rename" and the name of the file. An error it returns takes the place of
	// the change. Tests break the disk with it.
	Step func(op, name string) error
}

// A Store is the archive of one dossier, open. Its methods may be called from
// several goroutines; other programs may have the same dossier open.
type Store struct {
	disk
	public *custody.Public

	mu     sync.Mutex
	key    *custody.Key // nil where the dossier holds none: nothing can be added
	noKey  error        // why not
	packs  []*pack      // in order
	tree   custody.Tree
	bodies map[ID]place
	broken error       // the last pack cannot be built on
	recent [8]unpacked // blocks read last, and heads
	heads  [32]*pack
	turn   int
}

// An unpacked block is kept for a while: neighbours are mostly read together.
type unpacked struct {
	pack  *pack
	block int
	data  []byte
}

// Create makes dir a dossier and opens it. The folder may be there already; it
// must not be a dossier.
func Create(dir string, opt Options) (*Store, error) {
	if _, err := os.Lstat(filepath.Join(dir, Marker)); err == nil {
		return nil, fmt.Errorf("%s: already a dossier", dir)
	}
	for _, d := range []string{dir, filepath.Join(dir, "incoming"), filepath.Join(dir, "packs")} {
		if err := os.MkdirAll(d, 0o777); err != nil {
			return nil, err
		}
	}
	key, err := custody.NewKey(custody.NewName())
	if err != nil {
		return nil, err
	}
	d := disk{dir, opt.Step}
	// The marker comes last: a folder that has one has all the rest. A key
	// without a marker, left by a crash, is written over.
	if err := d.put("key", []byte(key.String()+"\n"), 0o600); err != nil {
		return nil, err
	}
	if err := d.put(Marker, []byte(markerHead+key.Public.String()+"\n"), 0o666); err != nil {
		return nil, err
	}
	return Open(dir, opt)
}

// Open opens the dossier in dir. A pack that cannot be read costs only what it
// holds; [Verify] says which that is.
func Open(dir string, opt Options) (*Store, error) {
	s := &Store{disk: disk{dir, opt.Step}, bodies: map[ID]place{}}
	var err error
	if s.public, err = readMarker(dir); err != nil {
		return nil, err
	}
	// Without its key a dossier can be read, searched and verified as before.
	b, err := os.ReadFile(filepath.Join(dir, "key"))
	if err == nil {
		s.key, err = parseKeyFile(b, s.public)
	}
	s.noKey = err
	return s, s.refresh()
}

func readMarker(dir string) (*custody.Public, error) {
	name := filepath.Join(dir, Marker)
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	text, ok := strings.CutPrefix(string(b), markerHead)
	text, nl := strings.CutSuffix(text, "\n")
	public, err := custody.ParsePublic(text)
	if !ok || !nl || err != nil {
		return nil, fmt.Errorf("%s: not the marker of a dossier", name)
	}
	return public, nil
}

func parseKeyFile(b []byte, public *custody.Public) (*custody.Key, error) {
	text, ok := strings.CutSuffix(string(b), "\n")
	key, err := custody.ParseKey(text)
	if !ok || err != nil {
		return nil, errors.New("not the key of a dossier")
	}
	if key.Public.String() != public.String() {
		return nil, errors.New("the key of another dossier")
	}
	return key, nil
}

// Dir returns the folder of the dossier.
func (s *Store) Dir() string { return s.dir }

// Key returns the dossier's key, nil where it holds none.
func (s *Store) Key() *custody.Key { return s.key }

// Public returns the dossier's public key.
func (s *Store) Public() *custody.Public { return s.public }

// Len returns how many records there are, those of other programs included as
// of the last commit, Refresh or Open.
func (s *Store) Len() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tree.Size
}

// DiskSize returns how many bytes the packs take on the disk.
func (s *Store) DiskSize() (n int64) {
	names, _ := packNames(s.dir)
	for _, name := range names {
		if st, err := os.Stat(filepath.Join(s.dir, "packs", name)); err == nil {
			n += st.Size()
		}
	}
	return n
}

// Refresh takes up what other programs have added.
func (s *Store) Refresh() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.refresh()
}

// refresh reads the heads of packs not yet known.
func (s *Store) refresh() error {
	names, err := packNames(s.dir)
	if err != nil {
		return err
	}
	known := ""
	if len(s.packs) > 0 {
		known = s.packs[len(s.packs)-1].name
	}
	at, _ := slices.BinarySearchFunc(names, known, comparePackNames)
	for _, name := range names[at:] {
		if name == known {
			continue
		}
		p, note, err := readHead(filepath.Join(s.dir, "packs", name), name)
		s.broken = nil
		if err == nil {
			err = s.takeUp(p, note)
		}
		if err != nil {
			s.broken = fmt.Errorf("packs/%s: %w", name, err)
		}
	}
	return nil
}

// takeUp adds a pack to what is known. Its checkpoint is looked at only where
// it is the last: the log goes on from there.
func (s *Store) takeUp(p *pack, note []byte) error {
	if p.name != packName(p.first) {
		return errors.New("the name is not that of the records it holds")
	}
	tree := p.before
	for _, r := range p.records {
		tree.Append(r.leaf)
	}
	p.records = nil
	s.packs = append(s.packs, p)
	for _, b := range p.bodies {
		s.bodies[b.id] = b.place
	}
	p.bodies = nil
	s.tree = tree
	c, err := s.public.Open(note)
	if err != nil {
		return err
	}
	if c.Size != tree.Size || c.Root != tree.Root() {
		return errors.New("the records are not those of its checkpoint")
	}
	return nil
}

// packNames lists the packs in the order of their records.
func packNames(dir string) ([]string, error) {
	all, err := os.ReadDir(filepath.Join(dir, "packs"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	var names []string
	for _, e := range all {
		if isPackName(e.Name()) {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, comparePackNames)
	return names, nil
}

// comparePackNames orders by number: past ten digits, names grow longer.
func comparePackNames(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

func isPackName(name string) bool {
	var first int64
	_, err := fmt.Sscanf(name, "%d.pack", &first)
	return err == nil && first >= 0 && packName(first) == name
}

// readHead reads the head of a pack and its checkpoint, and passes over the blocks.
func readHead(path, name string) (*pack, []byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	buf := make([]byte, prefixSize)
	if _, err := io.ReadFull(f, buf); err != nil {
		return nil, nil, errNotPack
	}
	pre, err := parsePrefix(buf)
	if err != nil {
		return nil, nil, err
	}
	st, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	end := prefixSize + pre.head + pre.blocks
	if end+8 > st.Size() || st.Size()-end > 1<<16 {
		return nil, nil, errNotPack
	}
	frame := make([]byte, pre.head)
	if _, err := io.ReadFull(f, frame); err != nil {
		return nil, nil, errNotPack
	}
	text, err := unpack(frame, pre.content)
	if err != nil {
		return nil, nil, errNotPack
	}
	p, err := parseHead(name, pre.head, text)
	if err != nil {
		return nil, nil, err
	}
	tail := make([]byte, st.Size()-end)
	if _, err := f.ReadAt(tail, end); err != nil {
		return nil, nil, errNotPack
	}
	note, err := noteOf(tail, 0)
	return p, note, err
}

// Has reports whether the archive holds the body called id, whole.
func (s *Store) Has(id ID) bool {
	_, err := s.Body(id)
	return err == nil
}

// ErrAbsent is returned for a body that no pack holds.
var ErrAbsent = errors.New("not in the archive")

// Body returns the bytes called id. They are checked: what it returns is what
// was kept.
func (s *Store) Body(id ID) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.body(id)
}

func (s *Store) body(id ID) ([]byte, error) {
	p, ok := s.bodies[id]
	if !ok {
		return nil, ErrAbsent
	}
	data, err := s.block(p.pack, p.block)
	if err != nil {
		return nil, fmt.Errorf("packs/%s: %w", p.pack.name, err)
	}
	b := slices.Clone(data[p.from : p.from+p.size])
	if Of(b) != id {
		return nil, fmt.Errorf("packs/%s: changed since it was kept", p.pack.name)
	}
	return b, nil
}

func (s *Store) block(p *pack, i int) ([]byte, error) {
	for _, u := range s.recent {
		if u.pack == p && u.block == i {
			return u.data, nil
		}
	}
	f, err := os.Open(filepath.Join(s.dir, "packs", p.name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	frame := make([]byte, p.blocks[i].size)
	if _, err := f.ReadAt(frame, p.offset(i)); err != nil {
		return nil, err
	}
	data, err := unpack(frame, p.blocks[i].content)
	if err != nil {
		return nil, errors.New("changed since it was kept")
	}
	s.recent[s.turn%len(s.recent)] = unpacked{p, i, data}
	s.turn++
	return data, nil
}

// Records yields the records from the one at place from on, in order. A pack
// that cannot be read yields one error in its place.
func (s *Store) Records(from int64) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		s.mu.Lock()
		packs := slices.Clone(s.packs)
		s.mu.Unlock()
		for _, known := range packs {
			if known.first+known.n <= from {
				continue
			}
			p, _, err := readHead(filepath.Join(s.dir, "packs", known.name), known.name)
			if err != nil {
				if !yield(nil, &source.Trouble{Name: "packs/" + known.name, Rule: "damaged", Message: "damaged since it was kept; recoupe verify says what is lost", Err: err}) {
					return
				}
				continue
			}
			for i, line := range p.records {
				n := p.first + int64(i)
				if n < from {
					continue
				}
				r, err := parseRecord(n, line.line)
				if !yield(r, err) {
					return
				}
			}
		}
	}
}

// Record returns the record at place n.
func (s *Store) Record(n int64) (*Record, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, _ := slices.BinarySearchFunc(s.packs, n, func(p *pack, n int64) int {
		switch {
		case p.first+p.n <= n:
			return -1
		case p.first > n:
			return 1
		}
		return 0
	})
	if i == len(s.packs) || s.packs[i].first > n {
		return nil, ErrAbsent
	}
	known := s.packs[i]
	for _, h := range s.heads {
		if h != nil && h.name == known.name {
			return parseRecord(n, h.records[n-h.first].line)
		}
	}
	p, _, err := readHead(filepath.Join(s.dir, "packs", known.name), known.name)
	if err != nil {
		return nil, err
	}
	if p.first != known.first || p.n != known.n {
		return nil, ErrAbsent // it changed since it was opened
	}
	s.heads[s.turn%len(s.heads)] = p
	s.turn++
	return parseRecord(n, p.records[n-p.first].line)
}

// Capture returns the capture that r tells of.
func (s *Store) Capture(r *Record) (*source.Capture, error) {
	if r.Body.IsZero() {
		return r.capture(nil), nil
	}
	b, err := s.Body(r.Body)
	if err != nil {
		return nil, err
	}
	return r.capture(b), nil
}
