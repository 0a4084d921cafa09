package archive

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Thousands of changes, each to one file of a dossier: every one is found, and
// the file is named.
func TestTampering(t *testing.T) {
	_, dir := fresh(t, 1, 4, 2, 12, 1)
	var names []string
	original := map[string][]byte{}
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, name)
			original[name], _ = os.ReadFile(path)
		}
		return nil
	})
	rng := rand.New(rand.NewPCG(7, 11))
	runs := 2000
	if testing.Short() {
		runs = 500
	}
	for i := range runs {
		name := names[rng.IntN(len(names))]
		before := original[name]
		after, how := mutate(rng, before)
		if bytes.Equal(before, after) {
			continue
		}
		write(t, dir, name, after)
		expect(t, dir, name, fmt.Sprintf("mutation %d: %s", i, how))
		write(t, dir, name, before)
	}
	sound(t, dir)
}

// mutate changes b in one place.
func mutate(rng *rand.Rand, b []byte) ([]byte, string) {
	i := rng.IntN(len(b))
	c := bytes.Clone(b)
	switch rng.IntN(7) {
	case 0:
		c[i] ^= 1 << rng.IntN(8)
		return c, fmt.Sprintf("bit at %d of %d", i, len(b))
	case 1:
		c[i] = byte(rng.IntN(256))
		return c, fmt.Sprintf("byte at %d of %d", i, len(b))
	case 2:
		return append(c[:i], c[i+1:]...), fmt.Sprintf("removed byte %d of %d", i, len(b))
	case 3:
		return bytes.Join([][]byte{b[:i], {byte(rng.IntN(256))}, b[i:]}, nil), fmt.Sprintf("added a byte at %d of %d", i, len(b))
	case 4:
		return c[:i], fmt.Sprintf("cut at %d of %d", i, len(b))
	case 5:
		return append(c, byte(rng.IntN(256))), "added a byte at the end"
	}
	j := rng.IntN(len(b))
	c[i], c[j] = c[j], c[i]
	return c, fmt.Sprintf("bytes %d and %d of %d change places", i, j, len(b))
}

func write(t *testing.T, dir, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), b, 0o666); err != nil {
		t.Fatal(err)
	}
}

// expect fails unless a fault names the file, or its records.
func expect(t *testing.T, dir, name, how string) *Report {
	t.Helper()
	r, err := Verify(dir, "index")
	if err != nil {
		t.Fatalf("%s of %s: %v", how, name, err)
	}
	for _, f := range r.Faults {
		if f.Name == filepath.ToSlash(name) {
			return r
		}
	}
	t.Fatalf("%s of %s not found; faults %v, remarks %v", how, name, r.Faults, r.Remarks)
	return nil
}

func TestWholeFilesTampered(t *testing.T) {
	for _, c := range []struct {
		name, want string
		do         func(dir string)
	}{
		{"a pack removed", "packs/0000000001.pack: missing: records 1 to 4", func(dir string) { os.Remove(filepath.Join(dir, "packs", packName(1))) }},
		{"the first pack removed", "packs/0000000000.pack: missing: records 0 to 0", func(dir string) { os.Remove(filepath.Join(dir, "packs", packName(0))) }},
		{"the last pack removed", "packs/0000000007.pack: truncated: records 7 to 7", func(dir string) { os.Remove(filepath.Join(dir, "packs", packName(7))) }},
		{"two packs exchanged", "packs/0000000001.pack: reordered", func(dir string) {
			a, b := filepath.Join(dir, "packs", packName(1)), filepath.Join(dir, "packs", packName(5))
			os.Rename(a, a+"x")
			os.Rename(b, a)
			os.Rename(a+"x", b)
		}},
		{"a pack twice", "packs/0000000099.pack: reordered", func(dir string) {
			b, _ := os.ReadFile(filepath.Join(dir, "packs", packName(1)))
			os.WriteFile(filepath.Join(dir, "packs", packName(99)), b, 0o666)
		}},
		{"a file added", "notes.txt: added", func(dir string) { os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o666) }},
		{"a file added among the packs", "packs/x: added", func(dir string) { os.WriteFile(filepath.Join(dir, "packs", "x"), nil, 0o666) }},
		{"a folder added", "more: added", func(dir string) { os.Mkdir(filepath.Join(dir, "more"), 0o777) }},
		{"the marker removed", Marker + ": missing", func(dir string) { os.Remove(filepath.Join(dir, Marker)) }},
		{"the key removed", "key: missing", func(dir string) { os.Remove(filepath.Join(dir, "key")) }},
		{"the checkpoint removed", "checkpoint: missing", func(dir string) { os.Remove(filepath.Join(dir, "checkpoint")) }},
		{"a link in place of a pack", "packs/0000000001.pack: changed: not a file", func(dir string) {
			name := filepath.Join(dir, "packs", packName(1))
			os.Rename(name, filepath.Join(filepath.Dir(dir), "elsewhere"))
			os.Symlink(filepath.Join(filepath.Dir(dir), "elsewhere"), name)
		}},
		{"another dossier's pack", "packs/0000000001.pack: changed", func(dir string) {
			_, other := fresh(t, 1, 4)
			b, _ := os.ReadFile(filepath.Join(other, "packs", packName(1)))
			os.WriteFile(filepath.Join(dir, "packs", packName(1)), b, 0o666)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, dir := fresh(t, 1, 4, 2, 1)
			c.do(dir)
			r, err := Verify(dir, "index")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range r.Faults {
				got = append(got, f.String())
			}
			if !strings.Contains(strings.Join(got, "\n"), c.want) {
				t.Errorf("want %q, got\n%s", c.want, strings.Join(got, "\n"))
			}
		})
	}
}

// What is damaged is named by its address, so that a person knows what to fetch again.
func TestDamageNamesThePage(t *testing.T) {
	_, dir := fresh(t, 3)
	name := filepath.Join("packs", packName(0))
	file, _ := os.ReadFile(filepath.Join(dir, name))
	pre, _ := parsePrefix(file)
	file[prefixSize+pre.head+pre.blocks-6] ^= 1
	write(t, dir, name, file)
	r := expect(t, dir, name, "a bit")
	var all string
	for _, f := range r.Faults {
		all += f.String() + "\n"
	}
	if !strings.Contains(all, "https://lagune.example/2 at 2031-03-02") {
		t.Errorf("the page is not named:\n%s", all)
	}
}
