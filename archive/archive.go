// Package archive keeps what came in for good, under the hash of its bytes.
//
// It is the second stage. Captures are the only thing recoupe cannot compute
// again; whatever later stages derive may be deleted and made anew. So a
// capture is acknowledged only once it is safe on the disk, nothing that was
// kept is ever written over, and [Verify] finds and names every byte that
// changed since.
//
// # A dossier on the disk
//
//	recoupe.dossier      says that the folder is one, and the public key of its log
//	key                  the secret key; whoever holds it can add to the log
//	packs/0000000042.pack  records from the 42nd on, and the bodies they brought
//	checkpoint           what the log was after the last pack, signed
//	incoming/            what a crash cut short; never read, emptied by the next write
//	index/               made from the rest; may be deleted
//
// One commit is one pack. It is written beside its place, synced, and renamed:
// it is there whole or not at all, and no file is ever appended to. Two
// programs may add at once; they take turns, each for one pack.
package archive

import (
	"crypto/sha256"
	"encoding/hex"

	"recoupe/custody"
)

// An ID names one capture by the SHA-256 of its bytes. The zero value names nothing.
type ID [32]byte

// Of returns the ID of body.
func Of(body []byte) ID { return sha256.Sum256(body) }

// String returns the 64 hexadecimal digits of id.
func (id ID) String() string { return hex.EncodeToString(id[:]) }

// ParseID reads the form that String writes.
func ParseID(s string) (ID, error) {
	d, err := custody.ParseDigits(s)
	return d, err
}

// IsZero reports whether id names nothing.
func (id ID) IsZero() bool { return id == ID{} }

// MarshalText returns the form that String writes, for JSON.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads the form that String writes.
func (id *ID) UnmarshalText(b []byte) (err error) {
	*id, err = ParseID(string(b))
	return err
}
