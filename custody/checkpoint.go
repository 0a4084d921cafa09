package custody

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// A checkpoint is a signed note (C2SP tlog-checkpoint) of five lines, an empty
// line, and one signature:
//
//	recoupe/3f9a2c81d0b7                            the log
//	42                                              how many records it has
//	CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=    root of their tree
//	pack 9c1f…                                      SHA-256 of the pack it closes
//
//	— recoupe/3f9a2c81d0b7 Az3grlgtzPICa5OS8npV…    Ed25519
//
// The pack line covers every byte the pack holds before its checkpoint, also
// those that no record speaks of.

// A Checkpoint says what the log was at one size.
type Checkpoint struct {
	Size int64
	Root Hash
	Pack [32]byte // SHA-256 of the pack that ends at Size
}

// Sign returns the signed note of c.
func (k *Key) Sign(c Checkpoint) ([]byte, error) {
	return note.Sign(&note.Note{Text: c.text(k.Public.Name())}, k.signer)
}

func (c Checkpoint) text(name string) string {
	return fmt.Sprintf("%s\n%d\n%s\npack %x\n", name, c.Size, c.Root, c.Pack)
}

// Open returns the checkpoint in msg. It fails unless msg is, byte for byte,
// what the holder of the key signed: a second spelling of the same signature is
// a changed byte.
func (p *Public) Open(msg []byte) (Checkpoint, error) {
	var c Checkpoint
	n, err := note.Open(msg, note.VerifierList(p.verifier))
	if err != nil {
		return c, errors.New("not signed by this dossier")
	}
	lines := strings.Split(n.Text, "\n")
	if len(lines) != 5 {
		return c, errors.New("not a checkpoint")
	}
	if c.Size, err = strconv.ParseInt(lines[1], 10, 64); err != nil || c.Size < 0 {
		return c, errors.New("not a checkpoint: bad size")
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != len(c.Root) {
		return c, errors.New("not a checkpoint: bad root")
	}
	copy(c.Root[:], root)
	digits, _ := strings.CutPrefix(lines[3], "pack ")
	if c.Pack, err = ParseDigits(digits); err != nil {
		return c, errors.New("not a checkpoint: bad pack")
	}
	if len(n.Sigs) != 1 || len(n.UnverifiedSigs) != 0 {
		return c, errors.New("not one signature")
	}
	sig, err := base64.StdEncoding.Strict().DecodeString(n.Sigs[0].Base64)
	if err != nil {
		return c, errors.New("a signature in another spelling")
	}
	want := fmt.Sprintf("%s\n— %s %s\n", c.text(p.Name()), p.Name(), base64.StdEncoding.EncodeToString(sig))
	if string(msg) != want {
		return c, errors.New("a checkpoint in another spelling")
	}
	return c, nil
}
