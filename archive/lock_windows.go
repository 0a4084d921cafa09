package archive

import (
	"os"

	"golang.org/x/sys/windows"
)

// lock waits until nobody else writes to the dossier whose marker is f. The
// lock stands on a byte far behind its end, so that the file can still be read.
func lock(f *os.File) error {
	return windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1})
}
