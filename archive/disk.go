package archive

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// A disk writes files so that a crash at any instant leaves each of them as it
// was or as it was meant to be.
type disk struct {
	dir  string
	step func(op, name string) error // told before each change; see Options.Step
}

// chunk is how much is written at once: a crash may fall between two chunks.
const chunk = 256 << 10

func (d disk) before(op, name string) error {
	if d.step == nil {
		return nil
	}
	return d.step(op, name)
}

// put writes data to the file called name. When it returns nil, the file and
// its name are on the disk; when it fails, name is what it was before.
func (d disk) put(name string, data []byte, mode os.FileMode) (err error) {
	temp := filepath.Join(d.dir, "incoming", filepath.Base(name))
	defer func() {
		if err != nil {
			os.Remove(temp)
		}
	}()
	if err := d.before("create", temp); err != nil {
		return err
	}
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	err = d.fill(f, data)
	if err == nil {
		if err = d.before("sync", temp); err == nil {
			err = f.Sync()
		}
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	to := filepath.Join(d.dir, name)
	if err := d.before("rename", to); err != nil {
		return err
	}
	if err := os.Rename(temp, to); err != nil {
		return err
	}
	return d.syncFolder(filepath.Dir(to))
}

func (d disk) fill(f *os.File, data []byte) error {
	for {
		n := min(len(data), chunk)
		if err := d.before("write", f.Name()); err != nil {
			return err
		}
		if _, err := f.Write(data[:n]); err != nil {
			return err
		}
		if data = data[n:]; len(data) == 0 {
			return nil
		}
	}
}

// syncFolder makes the names in dir safe. Windows has no such call and needs none.
func (d disk) syncFolder(dir string) error {
	if err := d.before("sync", dir); err != nil {
		return err
	}
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// empty removes what a crash left in incoming. It is called under the lock, so
// nobody else is writing there.
func (d disk) empty() error {
	dir := filepath.Join(d.dir, "incoming")
	left, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return os.Mkdir(dir, 0o777) // some ways of copying a folder drop what is empty
	}
	for _, e := range left {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return err
}
