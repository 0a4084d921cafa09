package dossier

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"recoupe"
	"recoupe/source"
)

// mount puts a small disk of its own under the test.
func mount(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("a small disk cannot be mounted here (%v): full and read-only disks are tried in archive only", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

func remount(t *testing.T, dir string, flags uintptr, size string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", flags|syscall.MS_REMOUNT, "size="+size); err != nil {
		t.Fatal(err)
	}
}

// A disk that fills up loses nothing acknowledged; with room again, the next
// capture is kept. A disk that cannot be written is read, searched and verified.
func TestFullAndReadOnlyDisk(t *testing.T) {
	disk := mount(t, "400k")
	d, err := Create(filepath.Join(disk, "lisane"))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.NewChaCha8([32]byte{7})
	acked := 0
	one := func(i int) error {
		noise, _ := io.ReadAll(io.LimitReader(random, 9000))
		c := &source.Capture{Name: fmt.Sprint(i, ".txt"), MediaType: "text/plain", Body: fmt.Appendf(nil, "Douze morts à Lisane, jour %d. %x", i, noise)}
		return d.Keep(each(c), clock, func(Kept) { acked++ }, func(err error) { t.Error(err) })
	}
	full := 0
	for i := range 200 {
		if err := one(i); err != nil {
			if !errors.Is(err, syscall.ENOSPC) {
				t.Fatal(err)
			}
			if full++; full == 5 {
				break
			}
		}
	}
	count := func() (n int) {
		for _, err := range d.Captures() {
			if err != nil {
				t.Error(err)
			}
			n++
		}
		return n
	}
	if full == 0 || acked == 0 || count() < acked {
		t.Fatalf("acknowledged %d, there %d, refused %d", acked, count(), full)
	}
	sound(t, d)
	if hits, err := d.Search("lisane", 5); err == nil && len(hits) == 0 {
		t.Error("a full disk is searched and nothing found")
	}
	remount(t, disk, 0, "4m")
	if err := one(1000); err != nil {
		t.Errorf("with room again: %v", err)
	}
	sound(t, d)

	remount(t, disk, syscall.MS_RDONLY, "4m")
	if d, err = Open(d.Dir()); err != nil {
		t.Fatal(err)
	}
	if err := one(2000); !errors.Is(err, syscall.EROFS) || strings.Contains(err.Error(), "\n") {
		t.Errorf("a read-only disk: %v", err)
	}
	if count() < acked {
		t.Errorf("there %d of %d", count(), acked)
	}
	if hits, err := d.Search("lisane", 5); err != nil || len(hits) != 5 {
		t.Errorf("search on a read-only disk: %d hits, %v", len(hits), err)
	}
	readable(t, d, count())
	sound(t, d)
}

// readable reads the account on a disk that takes nothing: what cannot be
// remembered is left at that, and nothing half made stays behind.
func readable(t *testing.T, d *Dossier, reports int) {
	t.Helper()
	memory := d.Memory()
	res := recoupe.Read(d.Captures(), recoupe.Options{Memory: memory})
	memory.Close()
	if len(res.Reports)+len(res.Unread) < reports {
		t.Errorf("%d reports and %d unread of %d", len(res.Reports), len(res.Unread), reports)
	}
	if left, _ := filepath.Glob(filepath.Join(d.Dir(), indexDir, "*ing-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	sound(t, d)
}
