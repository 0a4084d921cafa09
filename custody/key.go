package custody

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// A Key signs the checkpoints of one dossier.
type Key struct {
	signer note.Signer
	secret string // as note writes it
	seed   ed25519.PrivateKey
	Public *Public
}

// A Public is the public half of a [Key]: what anybody needs to check a
// checkpoint.
type Public struct {
	verifier note.Verifier
	text     string // as note writes it
}

// NewKey makes a key for a log called name, such as "recoupe/3f9a2c81d0b7".
// The name stands in every checkpoint; two logs never share one.
func NewKey(name string) (*Key, error) {
	secret, _, err := note.GenerateKey(rand.Reader, name)
	if err != nil {
		return nil, err
	}
	return ParseKey(secret)
}

// NewName returns a name for a log that no other has.
func NewName() string {
	var b [6]byte
	rand.Read(b[:])
	return "recoupe/" + hex.EncodeToString(b[:])
}

// ParseKey reads the form that [Key.String] writes, and no other spelling of it.
func ParseKey(s string) (*Key, error) {
	signer, err := note.NewSigner(s)
	if err != nil {
		return nil, errors.New("not a signing key")
	}
	raw, err := base64.StdEncoding.DecodeString(s[strings.LastIndexByte(s, '+')+1:])
	if err != nil || len(raw) != 1+ed25519.SeedSize {
		// The base64 may itself hold "+": it is the last 44 bytes.
		raw, err = base64.StdEncoding.DecodeString(s[len(s)-44:])
		if err != nil || len(raw) != 1+ed25519.SeedSize {
			return nil, errors.New("not an Ed25519 signing key")
		}
	}
	k := &Key{signer: signer, secret: s, seed: ed25519.NewKeyFromSeed(raw[1:])}
	text, err := note.NewEd25519VerifierKey(signer.Name(), k.seed.Public().(ed25519.PublicKey))
	if err != nil {
		return nil, err
	}
	if k.Public, err = ParsePublic(text); err != nil {
		return nil, err
	}
	// The half of the key that is not the seed must be spelt as note spells it.
	want := fmt.Sprintf("PRIVATE+KEY+%s+%08x+%s", signer.Name(), signer.KeyHash(), base64.StdEncoding.EncodeToString(raw))
	if s != want || signer.KeyHash() != k.Public.verifier.KeyHash() {
		return nil, errors.New("not a signing key as recoupe writes it")
	}
	return k, nil
}

// String returns the secret key. It goes into one file and nowhere else.
func (k *Key) String() string { return k.secret }

// Seal returns a code over data that only the holder of k can make. It guards
// what is derived and may be made again, where a signature would be too much.
func (k *Key) Seal(data []byte) string {
	m := hmac.New(sha256.New, k.seed.Seed())
	m.Write(data)
	return hex.EncodeToString(m.Sum(nil))
}

// ParsePublic reads the form that [Public.String] writes, and no other spelling.
func ParsePublic(s string) (*Public, error) {
	v, err := note.NewVerifier(s)
	if err != nil {
		return nil, errors.New("not a public key")
	}
	head := fmt.Sprintf("%s+%08x+", v.Name(), v.KeyHash())
	digits, _ := strings.CutPrefix(s, head)
	raw, err := base64.StdEncoding.Strict().DecodeString(digits)
	if err != nil || head+base64.StdEncoding.EncodeToString(raw) != s {
		return nil, errors.New("not a public key as recoupe writes it")
	}
	return &Public{v, s}, nil
}

// String returns the public key in the form of signed notes: name, hash, key.
func (p *Public) String() string { return p.text }

// Name returns the name of the log.
func (p *Public) Name() string { return p.verifier.Name() }
