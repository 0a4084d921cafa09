package dossier

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"recoupe/archive"
	"recoupe/custody"
	"recoupe/warc"
)

// VerifyExport checks a WACZ file that recoupe wrote: every byte of it, and that
// each capture in it is in the log that its public key signs. Whose key that is
// must be known from elsewhere.
func VerifyExport(name string) (*archive.Report, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	b := &bundle{report: new(archive.Report), members: map[string]*zip.File{}}
	z, err := zip.NewReader(f, st.Size())
	if err != nil {
		b.fault("", "changed", "not a whole WACZ file; name the folder of a dossier, or an export of one")
		return b.report, nil
	}
	for _, m := range z.File {
		b.order = append(b.order, m.Name)
		b.members[m.Name] = m
	}
	b.list()
	b.bytes(f, st.Size())
	if b.log() {
		b.proofs(b.payloads())
	}
	return b.report, nil
}

type bundle struct {
	report      *archive.Report
	order       []string
	members     map[string]*zip.File
	public      *custody.Public
	checkpoints map[string]custody.Checkpoint
}

func (b *bundle) fault(name, rule, format string, args ...any) {
	if name == "" {
		name = "the file"
	}
	b.report.Faults = append(b.report.Faults, archive.Fault{Name: name, Rule: rule, Message: fmt.Sprintf(format, args...)})
}

// read returns a member that is held in memory whole: any but the captures.
func (b *bundle) read(name string) ([]byte, bool) {
	m := b.members[name]
	if m == nil {
		b.fault(name, "missing", "a member of the export")
		return nil, false
	}
	r, err := m.Open()
	if err != nil {
		b.fault(name, "changed", "cannot be read")
		return nil, false
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		b.fault(name, "changed", "its bytes")
		return nil, false
	}
	return data, true
}

// list compares the members with the list of them.
func (b *bundle) list() {
	pkg, ok := b.read("datapackage.json")
	digest, ok2 := b.read("datapackage-digest.json")
	if !ok || !ok2 {
		return
	}
	var d packageDigest
	var p dataPackage
	sum := sha256.Sum256(pkg)
	if json.Unmarshal(digest, &d) != nil || d.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
		b.fault("datapackage.json", "changed", "it is not what datapackage-digest.json says")
	}
	if json.Unmarshal(pkg, &p) != nil {
		b.fault("datapackage.json", "changed", "not a list of members")
		return
	}
	listed := map[string]bool{"datapackage.json": true, "datapackage-digest.json": true}
	for _, r := range p.Resources {
		listed[r.Path] = true
		m := b.members[r.Path]
		if m == nil {
			b.fault(r.Path, "missing", "a member of the export")
			continue
		}
		if got, err := sumOf(m); err != nil || got != r.Hash {
			b.fault(r.Path, "changed", "it is not what the list of members says")
		}
	}
	for _, name := range b.order {
		if !listed[name] {
			b.fault(name, "added", "not in the list of members")
		}
	}
}

func sumOf(m *zip.File) (string, error) {
	r, err := m.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	h := sha256.New()
	_, err = io.Copy(h, r)
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), err
}

// bytes writes the zip file again from its members and compares: what stands
// between the members counts too.
func (b *bundle) bytes(f *os.File, size int64) {
	c := &comparer{with: io.NewSectionReader(f, 0, size)}
	z := &wacz{zip: zip.NewWriter(c)}
	for _, name := range b.order {
		m := b.members[name]
		r, err := m.OpenRaw()
		if err != nil || m.Method != zip.Store {
			b.fault(name, "changed", "not stored as recoupe stores it")
			return
		}
		if err := z.copy(name, r, m.CRC32, int64(m.UncompressedSize64)); err != nil {
			b.fault(name, "changed", "its frame in the zip file")
			return
		}
	}
	if err := z.zip.Close(); err != nil || c.at != size {
		b.fault("", "changed", "bytes between its members")
	}
}

// A comparer takes what is written to it only while it equals what it reads.
type comparer struct {
	with io.Reader
	at   int64
}

func (c *comparer) Write(p []byte) (int, error) {
	want := make([]byte, len(p))
	if _, err := io.ReadFull(c.with, want); err != nil || !bytes.Equal(p, want) {
		return 0, errors.New("differs")
	}
	c.at += int64(len(p))
	return len(p), nil
}

// log reads the public key and the checkpoints.
func (b *bundle) log() bool {
	key, ok := b.read("custody/public-key")
	if !ok {
		return false
	}
	public, err := custody.ParsePublic(strings.TrimSuffix(string(key), "\n"))
	if err != nil {
		b.fault("custody/public-key", "changed", "%v", err)
		return false
	}
	b.public, b.report.Name = public, public.Name()
	b.checkpoints = map[string]custody.Checkpoint{}
	for _, name := range b.order {
		if !strings.HasPrefix(name, "custody/checkpoint-") {
			continue
		}
		note, _ := b.read(name)
		c, err := public.Open(note)
		if err != nil || name != checkpointName(c.Size) {
			b.fault(name, "changed", "not signed by this log for this size")
			continue
		}
		b.checkpoints[name] = c
		if c.Size > b.report.Size {
			b.report.Size, b.report.Root = c.Size, c.Root
		}
		b.tokens(note, c.Size)
	}
	return true
}

// tokens gathers the tokens that speak of one checkpoint; the caller checks them.
func (b *bundle) tokens(note []byte, size int64) {
	for _, name := range b.order {
		if !strings.HasPrefix(name, "custody/token-") {
			continue
		}
		data, ok := b.read(name)
		if ok && custody.Stamps(data, note) {
			b.report.Tokens = append(b.report.Tokens, archive.Token{Record: &archive.Record{Name: name, Log: size}, Bytes: data, Signed: note})
		}
	}
}

// payloads returns the hash of what each WARC record holds.
func (b *bundle) payloads() map[string]archive.ID {
	out := map[string]archive.ID{}
	m := b.members["archive/data.warc.gz"]
	if m == nil {
		return out
	}
	f, err := m.Open()
	if err != nil {
		return out
	}
	defer f.Close()
	r := warc.NewReader(f)
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			b.fault(m.Name, "changed", "%v", err)
			if _, bad := err.(*warc.BadRecord); !bad {
				return out
			}
			continue
		}
		block, err := io.ReadAll(rec.Block)
		if err != nil {
			b.fault(m.Name, "changed", "%s of %s is cut short", rec.ID, rec.URI)
			continue
		}
		if rec.Type == "response" {
			_, block, _ = bytes.Cut(block, []byte("\r\n\r\n"))
		}
		if rec.Type != "warcinfo" {
			b.report.Bytes += int64(len(block))
		}
		out[strings.Trim(rec.ID, "<>")] = archive.Of(block)
	}
}

// proofs checks each line of proofs.jsonl.
func (b *bundle) proofs(payloads map[string]archive.ID) {
	const name = "custody/proofs.jsonl"
	data, ok := b.read(name)
	if !ok {
		return
	}
	proved := map[int64]bool{}
	for line := range bytes.Lines(data) {
		var l proofLine
		if err := json.Unmarshal(line, &l); err != nil {
			b.fault(name, "changed", "a line that is no proof")
			continue
		}
		var r archive.Record
		if err := json.Unmarshal([]byte(l.Record), &r); err != nil {
			b.fault(name, "changed", "record %d is no record", l.N)
			continue
		}
		r.N = l.N
		if err := b.proof(l); err != nil {
			b.fault(name, "changed", "%v: %v", &r, err)
		}
		want := r.Body
		if want.IsZero() {
			want = archive.Of(nil)
		}
		if got, ok := payloads[l.WARC]; !ok {
			b.fault("archive/data.warc.gz", "missing", "the bytes of %v", &r)
		} else if got != want {
			b.fault("archive/data.warc.gz", "changed", "the bytes of %v", &r)
		}
		proved[l.N] = true
	}
	b.report.Captures = int64(len(proved))
}

func (b *bundle) proof(l proofLine) error {
	c, ok := b.checkpoints[l.Checkpoint]
	if !ok {
		return errors.New("its checkpoint is not there")
	}
	p := custody.Proof{N: l.N, Size: l.Size}
	salt, err := custody.ParseDigits(l.Salt)
	if err != nil {
		return errors.New("not a salt")
	}
	p.Salt = salt
	for _, s := range l.Path {
		h, err := base64.StdEncoding.DecodeString(s)
		if err != nil || len(h) != 32 {
			return errors.New("not a path")
		}
		p.Path = append(p.Path, custody.Hash(h))
	}
	return p.Check(c, []byte(l.Record))
}
