package archive

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recoupe/custody"
)

// A Fault is one thing that is not as it was kept.
type Fault struct {
	Name    string // the file, from the dossier on: "packs/0000000042.pack"
	Rule    string // "missing", "changed", "added", "reordered", "truncated"
	Message string // one line for people
}

// String returns "packs/0000000042.pack: changed: …".
func (f Fault) String() string { return f.Name + ": " + f.Rule + ": " + f.Message }

// A Report is what [Verify] found.
type Report struct {
	Name     string // of the log
	Size     int64  // records
	Root     custody.Hash
	Captures int64
	Bodies   int64 // different ones
	Bytes    int64 // of them
	Faults   []Fault
	Remarks  []Fault // no harm done: what a crash left behind and nobody will read
	Tokens   []Token
}

// A Token is the word of a time-stamping authority on one size of the log.
type Token struct {
	Record *Record
	Bytes  []byte // as the authority answered (TimeStampResp, DER)
	Signed []byte // the checkpoint it was asked about
}

// Verify checks every byte of the dossier in dir against its log and says what
// is missing, changed, added, reordered or truncated. It needs no network and
// no index, writes nothing, and goes on behind a damaged place. Folders of the
// dossier that are made from the rest are left to the caller.
func Verify(dir string, derived ...string) (*Report, error) {
	st, err := os.Stat(filepath.Join(dir, Marker))
	if err != nil || !st.Mode().IsRegular() {
		if _, derr := os.Stat(filepath.Join(dir, "packs")); derr != nil {
			return nil, fmt.Errorf("%s: not a dossier", dir)
		}
	}
	v := &verifier{dir: dir, report: new(Report), bodies: map[ID]bool{}, notes: map[int64][]byte{}}
	// Another program may be adding: what the checkpoint speaks of now must be
	// there, what comes later may be.
	v.mark, v.markErr = os.ReadFile(filepath.Join(dir, "checkpoint"))
	v.folder(derived)
	if !v.keys() {
		return v.report, nil // without the public key nothing else can be told
	}
	if err := v.packs(); err != nil {
		return nil, err
	}
	v.checkpoint()
	for i := range v.report.Tokens {
		t := &v.report.Tokens[i]
		if t.Signed = v.notes[t.Record.Log]; t.Signed == nil {
			v.fault("packs", "changed", "%v vouches for a log of %d records, which is none of its checkpoints", t.Record, t.Record.Log)
		}
	}
	v.report.Size, v.report.Root = v.tree.Size, v.tree.Root()
	return v.report, nil
}

type verifier struct {
	dir    string
	public *custody.Public
	report *Report
	tree   custody.Tree
	bodies map[ID]bool
	notes  map[int64][]byte // checkpoints of packs, by size

	mark    []byte // the file checkpoint
	markErr error
}

func (v *verifier) fault(name, rule, format string, args ...any) {
	v.report.Faults = append(v.report.Faults, Fault{name, rule, fmt.Sprintf(format, args...)})
}

// folder looks for what does not belong.
func (v *verifier) folder(derived []string) {
	filepath.WalkDir(v.dir, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(v.dir, path)
		name = filepath.ToSlash(name)
		if err != nil {
			v.fault(name, "changed", "cannot be read: %v", err)
			return nil
		}
		folder, inFolder, _ := strings.Cut(name, "/")
		switch {
		case name == ".":
		case slices.Contains(derived, folder) && (d.IsDir() || inFolder != ""):
			if name == folder {
				return fs.SkipDir
			}
		case folder == "incoming" && (d.IsDir() || inFolder != ""):
			if name != folder {
				v.report.Remarks = append(v.report.Remarks, Fault{name, "added", "left by a write that did not end; never part of the dossier, and removed by the next write"})
			}
		case name == "packs" && d.IsDir():
		case folder == "packs" && isPackName(inFolder), name == Marker, name == "key", name == "checkpoint":
			if !d.Type().IsRegular() {
				v.fault(name, "changed", "not a file")
			}
		default:
			v.fault(name, "added", "not part of the dossier")
			if d.IsDir() {
				return fs.SkipDir
			}
		}
		return nil
	})
}

// keys reads the public key and checks that the secret one belongs to it.
func (v *verifier) keys() bool {
	public, err := readMarker(v.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.fault(Marker, "missing", "without the public key nothing can be checked")
		return false
	case err != nil:
		v.fault(Marker, "changed", "not the marker of a dossier; without the public key nothing can be checked")
		return false
	}
	v.public, v.report.Name = public, public.Name()
	b, err := os.ReadFile(filepath.Join(v.dir, "key"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		v.fault("key", "missing", "nothing can be added to the dossier without it")
	case err != nil:
		v.fault("key", "changed", "cannot be read: %v", err)
	default:
		if _, err := parseKeyFile(b, public); err != nil {
			v.fault("key", "changed", "%v", err)
		}
	}
	return true
}

func (v *verifier) packs() error {
	names, err := packNames(v.dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		file, err := os.ReadFile(filepath.Join(v.dir, "packs", name))
		if err != nil {
			v.fault("packs/"+name, "changed", "cannot be read: %v", err)
			continue
		}
		v.pack(name, file)
	}
	return nil
}

// pack checks one pack. Where it cannot be read, the next says where it ended.
func (v *verifier) pack(name string, file []byte) {
	at := "packs/" + name
	before := len(v.report.Faults)
	p, note, ok := v.head(name, file)
	if !ok {
		return
	}
	if p.name != packName(p.first) {
		v.fault(at, "reordered", "it holds the records from %d on", p.first)
		return
	}
	switch {
	case p.first > v.tree.Size:
		v.fault("packs/"+packName(v.tree.Size), "missing", "records %d to %d are missing or cannot be read", v.tree.Size, p.first-1)
	case p.first < v.tree.Size:
		v.fault(at, "added", "records %d to %d are there twice", p.first, v.tree.Size-1)
	case p.before.Root() != v.tree.Root():
		v.fault(at, "changed", "it does not go on from the records before it")
	}
	v.tree = p.before
	v.blocks(at, p, file)
	v.records(at, p)
	c, err := v.public.Open(note)
	end := int64(len(file)) - int64(len(note)) - 8
	switch {
	case err != nil:
		v.fault(at, "changed", "its checkpoint: %v", err)
	case c.Size != v.tree.Size || c.Root != v.tree.Root():
		v.fault(at, "changed", "its records are not those of its checkpoint, or stand in another order")
	case c.Pack != sha256.Sum256(file[:end]) && len(v.report.Faults) == before:
		v.fault(at, "changed", "bytes between its records; every record and body in it is whole")
	default:
		v.notes[c.Size] = note
	}
}

// head reads the head of a pack and its checkpoint.
func (v *verifier) head(name string, file []byte) (p *pack, note []byte, ok bool) {
	at := "packs/" + name
	pre, err := parsePrefix(file)
	if err != nil {
		v.fault(at, "changed", "not a pack; none of its records can be read")
		return nil, nil, false
	}
	end := prefixSize + pre.head + pre.blocks
	if int64(len(file)) < prefixSize+pre.head {
		v.fault(at, "truncated", "it ends within its head; none of its records can be read")
		return nil, nil, false
	}
	text, err := unpack(file[prefixSize:prefixSize+pre.head], pre.content)
	if err == nil {
		p, err = parseHead(name, pre.head, text)
	}
	if err != nil {
		v.fault(at, "changed", "its head is damaged; none of its records can be read")
		return nil, nil, false
	}
	if note, err = noteOf(file, end); err != nil {
		rule := "changed"
		if int64(len(file)) < end+8 {
			rule = "truncated"
		}
		v.fault(at, rule, "it does not end in its checkpoint; it should hold records %d to %d", p.first, p.first+p.n-1)
		v.tree = p.before
		v.blocks(at, p, file)
		v.records(at, p)
		return nil, nil, false
	}
	return p, note, true
}

// blocks checks the bodies a pack brings.
func (v *verifier) blocks(at string, p *pack, file []byte) {
	data := make([][]byte, len(p.blocks))
	from := p.start
	for i, b := range p.blocks {
		if from+b.size <= int64(len(file)) {
			data[i], _ = unpack(file[from:from+b.size], b.content)
		}
		from += b.size
	}
	for _, b := range p.bodies {
		d := data[b.block]
		if d == nil || Of(d[b.from:b.from+b.size]) != b.id {
			v.bodies[b.id] = v.bodies[b.id] // known, not whole
			v.fault(at, "changed", "body %s", b.id)
			continue
		}
		if !v.bodies[b.id] {
			v.report.Bodies++
			v.report.Bytes += b.size
		}
		v.bodies[b.id] = true
	}
}

// records checks the leaves of a pack, and that what its records speak of is there.
func (v *verifier) records(at string, p *pack) {
	for i, line := range p.records {
		n := p.first + int64(i)
		v.tree.Append(line.leaf)
		r, err := parseRecord(n, line.line)
		if err != nil {
			v.fault(at, "changed", "%v", err)
			continue
		}
		if custody.Commit(line.salt, line.line) != line.leaf {
			v.fault(at, "changed", "%v", r)
		}
		for _, id := range append(r.TLS, r.Body) {
			if whole, known := v.bodies[id]; !whole && !id.IsZero() {
				what := "missing"
				if known {
					what = "changed"
				}
				v.fault(at, what, "the bytes of %v", r)
			}
		}
		switch r.Kind {
		case Captured:
			v.report.Captures++
		case Stamped:
			v.report.Tokens = append(v.report.Tokens, Token{Record: r, Bytes: bodyOf(p, r.Body, v.dir)})
		}
	}
}

// bodyOf reads one body again; there are few tokens.
func bodyOf(p *pack, id ID, dir string) []byte {
	for _, b := range p.bodies {
		if b.id != id {
			continue
		}
		s := &Store{disk: disk{dir: dir}, bodies: map[ID]place{id: b.place}}
		out, _ := s.body(id)
		return out
	}
	return nil
}

// checkpoint compares what the log should be with what it is.
func (v *verifier) checkpoint() {
	b, err := v.mark, v.markErr
	if errors.Is(err, fs.ErrNotExist) {
		switch _, first := v.notes[v.tree.Size]; {
		case v.tree.Size == 0:
		case first && len(v.notes) == 1:
			v.report.Remarks = append(v.report.Remarks, Fault{"checkpoint", "missing", "the first commit was cut short before it was written; the next write makes it"})
		default:
			v.fault("checkpoint", "missing", "whether records are missing at the end cannot be told")
		}
		return
	}
	if err != nil {
		v.fault("checkpoint", "changed", "cannot be read: %v", err)
		return
	}
	c, err := v.public.Open(b)
	switch {
	case err != nil:
		v.fault("checkpoint", "changed", "%v", err)
	case c.Size > v.tree.Size:
		v.fault("packs/"+packName(v.tree.Size), "truncated", "records %d to %d are missing at the end, or cannot be read", v.tree.Size, c.Size-1)
	case v.notes[c.Size] == nil:
		v.fault("checkpoint", "changed", "it is signed, but not for these records")
	case string(v.notes[c.Size]) != string(b):
		v.fault("checkpoint", "changed", "it is not that of the last pack")
	case c.Size < v.tree.Size:
		v.report.Remarks = append(v.report.Remarks, Fault{"checkpoint", "changed", fmt.Sprintf(
			"it speaks of %d records and the log has %d: a write is under way, or was cut short after it kept them, or the file was put back; the next write mends it", c.Size, v.tree.Size)})
	}
}
