package custody

import (
	"errors"

	"golang.org/x/mod/sumdb/tlog"
)

// A Proof shows that one record is in the log of a checkpoint, and nothing of
// any other record: their leaves are salted, and only hashes of them appear.
type Proof struct {
	N    int64  // place of the record, from 0
	Size int64  // size of the log it is proved for
	Path []Hash // from the leaf's sibling up
	Salt Salt   // of this record
}

// Prove returns the proof, without its salt, of the record at n in the log as it
// was when it had size records, of which leaves holds all and maybe more.
func Prove(leaves *Leaves, n, size int64) (Proof, error) {
	p := Proof{N: n, Size: size}
	if n < 0 || n >= size || size > leaves.n {
		return p, errors.New("no such record")
	}
	path, err := tlog.ProveRecord(size, n, leaves)
	p.Path = path
	return p, err
}

// Check reports whether p shows record to be in the log that c signs for.
func (p Proof) Check(c Checkpoint, record []byte) error {
	if p.Size != c.Size {
		return errors.New("the proof is for another checkpoint")
	}
	leaf := Commit(p.Salt, record)
	if err := tlog.CheckRecord(tlog.RecordProof(p.Path), c.Size, c.Root, p.N, leaf.Hash()); err != nil {
		return errors.New("the record is not what the log holds")
	}
	return nil
}

// Leaves are all the leaves of a log, with the hashes above them. The zero
// value has none.
type Leaves struct {
	n      int64
	hashes []Hash // in the order of tlog's storage
}

// Append adds the next leaf.
func (l *Leaves) Append(leaf Leaf) error {
	hs, err := tlog.StoredHashesForRecordHash(l.n, leaf.Hash(), l)
	if err != nil {
		return err
	}
	l.hashes = append(l.hashes, hs...)
	l.n++
	return nil
}

// Len returns how many leaves there are.
func (l *Leaves) Len() int64 { return l.n }

// ReadHashes gives tlog the hashes it asks for.
func (l *Leaves) ReadHashes(indexes []int64) ([]Hash, error) {
	out := make([]Hash, len(indexes))
	for i, x := range indexes {
		if x < 0 || x >= int64(len(l.hashes)) {
			return nil, errors.New("hash outside the tree")
		}
		out[i] = l.hashes[x]
	}
	return out, nil
}
