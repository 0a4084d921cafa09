// Package archive names what came in by the hash of its bytes.
//
// It is the second stage. Captures are the only thing recoupe cannot compute
// again; whatever later stages derive may be deleted and made anew.
package archive

import (
	"crypto/sha256"
	"encoding/hex"
)

// An ID names one capture by the SHA-256 of its bytes.
type ID [32]byte

// Of returns the ID of body.
func Of(body []byte) ID { return sha256.Sum256(body) }

// String returns the 64 hexadecimal digits of id.
func (id ID) String() string { return hex.EncodeToString(id[:]) }
