//go:build unix

package archive

import (
	"os"
	"syscall"
)

// lock waits until nobody else writes to the dossier whose marker is f. The
// lock goes with the file: a program that is killed leaves none behind.
func lock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX)
		if err != syscall.EINTR {
			return err
		}
	}
}
