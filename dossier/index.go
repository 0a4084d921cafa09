package dossier

import (
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"
	_ "modernc.org/sqlite"

	"recoupe/archive"
	"recoupe/recall"
	"recoupe/source"
	"recoupe/text"
)

// The index of words is one SQLite file, index/search-<records>-<seal>.sqlite:
//
//	report    FTS5, contentless, accents taken away; rowid is the number of the
//	          record, columns title and words
//	shown     record, title, outlet, and the sentences, one a line, packed (Zstandard):
//	          what a search shows without reading the page again
//
// It is never changed in its place. A newer one is written beside it, synced and
// renamed, so that whoever reads the old one goes on undisturbed. The seal is a
// code over the file and the number of records that only the dossier's key can
// make: a file that does not match its own name is not believed but made again.

// indexDir is the folder of what can be made again.
const indexDir = "index"

// indexVersion goes into the seal: an index made by other rules is made again.
const indexVersion = "recoupe index 2"

type indexFile struct {
	path    string
	records int64
	seal    string
}

func (f indexFile) name() string { return fmt.Sprintf("search-%d-%s.sqlite", f.records, f.seal) }

// seal returns the code of the index file at path.
func (d *Dossier) seal(path string, records int64) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return d.Key().Seal(fmt.Appendf(nil, "%s\n%d\n%s\n", indexVersion, records, hex.EncodeToString(h.Sum(nil)))), nil
}

// believed returns the newest index file that is what its name says.
func (d *Dossier) believed() (best indexFile, ok bool) {
	if d.Key() == nil {
		return best, false
	}
	for _, f := range indexFiles(filepath.Join(d.Dir(), indexDir)) {
		if s, err := d.seal(f.path, f.records); err == nil && s == f.seal && f.records <= d.Len() {
			return f, true
		}
	}
	return best, false
}

// Index opens the index of words, with all the records there are. It reads only
// the records that the last index had not, and all of them where there is none
// that can be believed. On a disk that cannot be written, the index stands in a
// temporary folder and goes when it is closed.
func (d *Dossier) Index() (*Index, error) {
	if err := d.Refresh(); err != nil {
		return nil, err
	}
	old, ok := d.believed()
	if ok && old.records == d.Len() {
		db, err := openIndex(old.path)
		return &Index{d: d, db: db}, err
	}
	dir := filepath.Join(d.Dir(), indexDir)
	temp := ""
	var f *os.File
	err := errors.New("no key to seal it with")
	if d.Key() != nil {
		f, err = d.newIndexFile(dir)
	}
	if err != nil {
		if temp, err = os.MkdirTemp("", "recoupe-index-"); err != nil {
			return nil, err
		}
		if f, err = d.newIndexFile(temp); err != nil {
			return nil, err
		}
	}
	path := f.Name()
	from := int64(0)
	if ok {
		if err = copyInto(f, old.path); err == nil {
			from = old.records
		}
	}
	to := d.Len()
	if err = errors.Join(err, f.Close()); err == nil {
		if err = d.fillIndex(path, from, to); err == nil && temp == "" {
			path, err = d.adopt(path, to)
		}
	}
	if err != nil {
		os.Remove(path)
		return nil, fmt.Errorf("making the index: %w", err)
	}
	db, err := openIndex(path)
	return &Index{d: d, db: db, temp: temp}, err
}

func (d *Dossier) newIndexFile(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	// Who may read the dossier may read this: os.CreateTemp would keep it to one.
	return os.OpenFile(filepath.Join(dir, "making-"+rand.Text()), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o666)
}

func copyInto(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// adopt gives a finished index file its name and removes the older ones.
func (d *Dossier) adopt(path string, records int64) (string, error) {
	seal, err := d.seal(path, records)
	if err != nil {
		return path, err
	}
	f := indexFile{records: records, seal: seal}
	dir := filepath.Dir(path)
	to := filepath.Join(dir, f.name())
	if err := os.Rename(path, to); err != nil {
		return path, err
	}
	all, _ := os.ReadDir(dir)
	for _, e := range all {
		// What another program is making at this moment is left alone, and so is
		// what reading has made.
		if st, err := e.Info(); strings.HasPrefix(e.Name(), "making-") && (err != nil || time.Since(st.ModTime()) < time.Hour) {
			continue
		}
		if e.Name() != f.name() && !recall.Is(e.Name()) && !recall.Making(e.Name()) {
			os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	return to, nil
}

func openIndex(path string) (*sql.DB, error) {
	return sql.Open("sqlite", "file:"+uriPath(path)+"?mode=ro&immutable=1")
}

// uriPath escapes what has a meaning in SQLite's file names.
func uriPath(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
}

// fillIndex adds the records from one number up to another to the index at path.
func (d *Dossier) fillIndex(path string, from, to int64) (err error) {
	// Until it has its name, nobody misses the file: no journal, no syncs but
	// the last one.
	db, err := sql.Open("sqlite", "file:"+uriPath(path)+"?_pragma=journal_mode(off)&_pragma=synchronous(off)&_pragma=cache_size(-65536)")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if from == 0 {
		_, err = db.Exec(`CREATE VIRTUAL TABLE report USING fts5(title, words, content='', tokenize="unicode61 remove_diacritics 2");
			CREATE TABLE shown (record INTEGER PRIMARY KEY, title TEXT, outlet TEXT, prose BLOB)`)
		if err != nil {
			return err
		}
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	insert, err := tx.Prepare("INSERT INTO report(rowid, title, words) VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	show, err := tx.Prepare("INSERT INTO shown VALUES (?, ?, ?, ?)")
	if err != nil {
		return err
	}
	if err := d.indexRecords(insert, show, from, to); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return syncFile(path)
}

func (d *Dossier) indexRecords(insert, show *sql.Stmt, from, to int64) error {
	for p := range d.readPages(from, to) {
		if _, err := insert.Exec(p.record, p.doc.Title, p.doc.Text); err != nil {
			return err
		}
		if _, err := show.Exec(p.record, p.doc.Title, p.doc.Outlet, p.prose); err != nil {
			return err
		}
	}
	return nil
}

// A readPage is what the index takes of one record.
type readPage struct {
	record int64
	doc    *text.Document // nil where no report could be read
	prose  []byte         // its sentences, packed
}

// readPages reads the reports of the records from one number up to another, each
// body once, in order and on several processors. What was read for an account
// is not read again.
func (d *Dossier) readPages(from, to int64) iter.Seq[readPage] {
	memory := d.Memory()
	read := func(n int64, c *source.Capture) (p readPage) {
		p.record = n
		if e := memory.Find(recall.KeyOf(c, text.Options{})); e != nil && e.Report != nil {
			p.doc = e.Report.Document
		} else if doc, err := text.Read(c, text.Options{}); err == nil {
			p.doc = doc // else it is among the unread of the account
		}
		if p.doc != nil {
			p.prose = packProse(p.doc)
		}
		return p
	}
	return func(yield func(readPage) bool) {
		defer memory.Close()
		const ahead = 64
		queue := make(chan chan readPage, ahead)
		stop := make(chan struct{})
		defer close(stop)
		go func() {
			defer close(queue)
			turns := make(chan struct{}, runtime.GOMAXPROCS(0))
			for r := range d.newBodies(from, to) {
				c, err := d.Capture(r)
				if err != nil {
					continue
				}
				out := make(chan readPage, 1)
				select {
				case queue <- out:
				case <-stop:
					return
				}
				turns <- struct{}{}
				go func() { out <- read(r.N, c); <-turns }()
			}
		}()
		for out := range queue {
			if p := <-out; p.doc != nil && !yield(p) {
				return
			}
		}
	}
}

// newBodies yields the records from one number up to another that hold reports
// whose bytes no earlier record has.
func (d *Dossier) newBodies(from, to int64) iter.Seq[*archive.Record] {
	return func(yield func(*archive.Record) bool) {
		seen := map[archive.ID]bool{}
		for r, err := range d.Records(0) {
			if err != nil || r.N >= to || !IsReport(r) || seen[r.Body] {
				continue
			}
			seen[r.Body] = true
			if r.N >= from && !yield(r) {
				return
			}
		}
	}
}

func packProse(doc *text.Document) []byte {
	var lines strings.Builder
	for _, s := range doc.Sentences {
		for i, w := range strings.Fields(doc.Text[s.Start:s.End]) {
			if i > 0 {
				lines.WriteByte(' ')
			}
			lines.WriteString(w)
		}
		lines.WriteByte('\n')
	}
	return prose().pack.EncodeAll([]byte(lines.String()), nil)
}

// prose packs and unpacks the sentences in the index.
var prose = sync.OnceValue(func() (z struct {
	pack   *zstd.Encoder
	unpack *zstd.Decoder
}) {
	var err, uerr error
	z.pack, err = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	z.unpack, uerr = zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28))
	if err := errors.Join(err, uerr); err != nil {
		panic(err) // the options are constants
	}
	return z
})

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// verifyIndex names the files of the index that are not what they were.
func (d *Dossier) verifyIndex() (faults []archive.Fault) {
	dir := filepath.Join(d.Dir(), indexDir)
	all, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	good := map[string]bool{}
	for _, f := range indexFiles(dir) {
		s, err := d.seal(f.path, f.records)
		good[f.name()] = err == nil && s == f.seal && f.records <= d.Len()
	}
	for _, e := range all {
		ok, indexed := good[e.Name()]
		name := indexDir + "/" + e.Name()
		switch {
		case ok:
		case indexed:
			faults = append(faults, archive.Fault{Name: name, Rule: "changed", Message: "made from the rest and not what was made; it is not believed, and the next search makes it again"})
		case recall.Is(e.Name()):
			if recall.Check(filepath.Join(dir, e.Name()), d.Key().Seal) != nil {
				faults = append(faults, archive.Fault{Name: name, Rule: "changed", Message: "made from the rest and not what was made; it is not believed, and the reports in it are read again"})
			}
		case strings.HasPrefix(e.Name(), "making-"), recall.Making(e.Name()):
		default:
			faults = append(faults, archive.Fault{Name: name, Rule: "added", Message: "not part of the index, and never read; delete it"})
		}
	}
	return faults
}
