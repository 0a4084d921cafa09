// Package custody proves that what was kept has not changed since: a Merkle
// log of salted commitments, signed checkpoints, inclusion proofs, and the
// tokens of time-stamping authorities.
//
// It stands between source and archive: archive writes the log, and everything
// here is arithmetic on bytes, with no file, network or clock. What it proves
// is that nothing changed since capture. It never says "authentic": a page can
// be forged before anyone captures it.
//
// # The log
//
// A record is any bytes. Beside each stands a salt of 32 random bytes; the leaf
// is SHA-256(salt, record), so that a leaf tells nothing of its record, one page
// can be shown without the others, and destroying a salt forgets a record while
// the log goes on verifying. Leaves are hashed into a tree as RFC 6962 says
// (golang.org/x/mod/sumdb/tlog does the same).
package custody

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"
)

// A Hash is a hash of the tree.
type Hash = tlog.Hash

// A Salt hides what a leaf commits to.
type Salt [32]byte

// NewSalt returns a random salt.
func NewSalt() (s Salt) {
	rand.Read(s[:]) // never fails
	return s
}

// String returns the 64 hexadecimal digits of s.
func (s Salt) String() string { return hex.EncodeToString(s[:]) }

// A Leaf commits to one record.
type Leaf [32]byte

// Commit returns the leaf of record under salt.
func Commit(salt Salt, record []byte) (l Leaf) {
	h := sha256.New()
	h.Write(salt[:])
	h.Write(record)
	h.Sum(l[:0])
	return l
}

// String returns the 64 hexadecimal digits of l.
func (l Leaf) String() string { return hex.EncodeToString(l[:]) }

// Hash returns the hash of l in the tree.
func (l Leaf) Hash() Hash { return tlog.RecordHash(l[:]) }

// ParseDigits reads 64 lower-case hexadecimal digits, the only form that this
// package writes: a digit in upper case is a changed byte.
func ParseDigits(s string) (d [32]byte, err error) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(d) || hex.EncodeToString(b) != s {
		return d, fmt.Errorf("%q: not 64 lower-case hexadecimal digits", s)
	}
	copy(d[:], b)
	return d, nil
}

// A Tree is as much of the log's tree as appending needs: its size, and the
// hashes of the whole subtrees along its right edge, the largest first. The
// zero value is the tree of an empty log.
type Tree struct {
	Size int64
	Edge []Hash
}

// Append adds one leaf.
func (t *Tree) Append(l Leaf) {
	h := l.Hash()
	edge := t.Edge[:len(t.Edge):len(t.Edge)] // a copy of a Tree keeps its own edge
	for n := t.Size; n&1 == 1; n >>= 1 {
		h = tlog.NodeHash(edge[len(edge)-1], h)
		edge = edge[:len(edge)-1]
	}
	t.Edge = append(edge[:len(edge):len(edge)], h)
	t.Size++
}

// Root returns the hash of the whole tree. That of an empty log is the hash of
// nothing, as RFC 6962 has it.
func (t *Tree) Root() Hash {
	if len(t.Edge) == 0 {
		return sha256.Sum256(nil)
	}
	h := t.Edge[len(t.Edge)-1]
	for i := len(t.Edge) - 2; i >= 0; i-- {
		h = tlog.NodeHash(t.Edge[i], h)
	}
	return h
}
