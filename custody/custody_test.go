package custody

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The right edge alone gives the roots that the tree of all hashes gives.
func TestTreeAgreesWithTlog(t *testing.T) {
	var tree Tree
	var all Leaves
	for n := range int64(300) {
		leaf := Commit(Salt{byte(n)}, fmt.Append(nil, "record ", n))
		tree.Append(leaf)
		if err := all.Append(leaf); err != nil {
			t.Fatal(err)
		}
		want, err := tlog.TreeHash(n+1, &all)
		if err != nil {
			t.Fatal(err)
		}
		if tree.Root() != want || tree.Size != n+1 {
			t.Fatalf("size %d: root %v, want %v", tree.Size, tree.Root(), want)
		}
	}
}

// A copy of a tree goes its own way.
func TestTreeCopies(t *testing.T) {
	var a Tree
	for n := range 7 {
		a.Append(Leaf{byte(n)})
	}
	b, root := a, a.Root()
	b.Append(Leaf{100})
	b.Append(Leaf{101})
	if a.Root() != root {
		t.Error("appending to a copy changed the original")
	}
}

func TestProofs(t *testing.T) {
	key, err := NewKey(NewName())
	if err != nil {
		t.Fatal(err)
	}
	var tree Tree
	var all Leaves
	var salts []Salt
	record := func(n int64) []byte { return fmt.Append(nil, "record ", n) }
	for n := range int64(100) {
		salt := NewSalt()
		salts = append(salts, salt)
		tree.Append(Commit(salt, record(n)))
		all.Append(Commit(salt, record(n)))
	}
	msg, err := key.Sign(Checkpoint{Size: 100, Root: tree.Root()})
	if err != nil {
		t.Fatal(err)
	}
	c, err := key.Public.Open(msg)
	if err != nil {
		t.Fatal(err)
	}
	for n := range int64(100) {
		p, err := Prove(&all, n, 100)
		if err != nil {
			t.Fatal(err)
		}
		p.Salt = salts[n]
		if err := p.Check(c, record(n)); err != nil {
			t.Errorf("record %d: %v", n, err)
		}
		if p.Check(c, record(n+1)) == nil {
			t.Errorf("record %d: proof holds for another record", n)
		}
		p.Salt[5]++
		if p.Check(c, record(n)) == nil {
			t.Errorf("record %d: proof holds under another salt", n)
		}
	}
}

// No byte of a key, a public key or a checkpoint can change unseen, not even
// into another spelling of the same value.
func TestEveryByteCounts(t *testing.T) {
	key, err := NewKey(NewName())
	if err != nil {
		t.Fatal(err)
	}
	msg, err := key.Sign(Checkpoint{Size: 12, Root: Hash{1, 2, 3}, Pack: [32]byte{4}})
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name  string
		bytes []byte
		same  func([]byte) bool
	}{
		{"checkpoint", msg, func(b []byte) bool { _, err := key.Public.Open(b); return err == nil }},
		{"public key", []byte(key.Public.String()), func(b []byte) bool { _, err := ParsePublic(string(b)); return err == nil }},
		{"key", []byte(key.String()), func(b []byte) bool {
			k, err := ParseKey(string(b))
			return err == nil && k.Public.String() == key.Public.String()
		}},
	} {
		if !c.same(c.bytes) {
			t.Fatalf("%s: not read back", c.name)
		}
		for range 1500 {
			b := bytes.Clone(c.bytes)
			i := rng.IntN(len(b))
			switch rng.IntN(4) {
			case 0:
				b[i] ^= 1 << rng.IntN(8)
			case 1:
				b = append(b[:i], b[i+1:]...)
			case 2:
				b = bytes.Join([][]byte{b[:i], {byte(rng.IntN(256))}, b[i:]}, nil)
			case 3:
				b = b[:i]
			}
			if !bytes.Equal(b, c.bytes) && c.same(b) {
				t.Fatalf("%s: change not seen: %q", c.name, b)
			}
		}
		if up := strings.ToUpper(string(c.bytes)); c.same([]byte(up)) {
			t.Errorf("%s: upper case is taken", c.name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	secret, _, err := note.GenerateKey(bytes.NewReader(make([]byte, 64)), "recoupe/fuzz")
	if err != nil {
		f.Fatal(err)
	}
	key, err := ParseKey(secret)
	if err != nil {
		f.Fatal(err)
	}
	msg, err := key.Sign(Checkpoint{Size: 3})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(msg)
	f.Fuzz(func(t *testing.T, b []byte) {
		// Nothing but what was signed opens.
		if c, err := key.Public.Open(b); err == nil && !bytes.Equal(b, msg) {
			t.Errorf("opened %q as %+v", b, c)
		}
	})
}
