package archive

import (
	"fmt"
	"path/filepath"

	"recoupe/custody"
)

// A Log is the whole log in memory, for proofs.
type Log struct {
	Leaves      *custody.Leaves
	Checkpoints map[int64][]byte // signed, by size
	Tokens      []Token
	openings    []packed
}

// Size returns how many records l has.
func (l *Log) Size() int64 { return l.Leaves.Len() }

// Opening returns the salt of the record at n and the bytes the log commits to.
func (l *Log) Opening(n int64) (custody.Salt, []byte) {
	return l.openings[n].salt, l.openings[n].line
}

// Log reads the whole log.
func (s *Store) Log() (*Log, error) {
	l := &Log{Leaves: new(custody.Leaves), Checkpoints: map[int64][]byte{}}
	names, err := packNames(s.dir)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		p, note, err := readHead(filepath.Join(s.dir, "packs", name), name)
		if err == nil && p.first != l.Size() {
			err = fmt.Errorf("records %d to %d are missing", l.Size(), p.first-1)
		}
		if err != nil {
			return nil, fmt.Errorf("packs/%s: %w; recoupe verify says more", name, err)
		}
		for _, r := range p.records {
			if err := l.Leaves.Append(r.leaf); err != nil {
				return nil, err
			}
		}
		l.openings = append(l.openings, p.records...)
		l.Checkpoints[l.Size()] = note
	}
	return l, s.tokens(l)
}

// tokens reads the records of time-stamping authorities.
func (s *Store) tokens(l *Log) error {
	for n, o := range l.openings {
		r, err := parseRecord(int64(n), o.line)
		if err != nil {
			return err
		}
		if r.Kind != Stamped || l.Checkpoints[r.Log] == nil {
			continue
		}
		b, err := s.Body(r.Body)
		if err != nil {
			return err
		}
		l.Tokens = append(l.Tokens, Token{r, b, l.Checkpoints[r.Log]})
	}
	return nil
}
