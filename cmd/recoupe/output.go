package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
)

// writeTo writes what fill writes to the file called name, or to out where name
// is "" or "-". A file appears whole or not at all: it is written beside its
// place and moved there at the end, so that a page which was sound yesterday is
// never left half overwritten.
func writeTo(name string, out io.Writer, fill func(io.Writer) error) error {
	if name == "" || name == "-" {
		w := bufio.NewWriterSize(out, 64<<10)
		if err := fill(w); err != nil {
			return err
		}
		return w.Flush()
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real // what a link leads to is replaced, not the link
	}
	if st, err := os.Stat(name); err == nil && !st.Mode().IsRegular() {
		return writeInPlace(name, fill) // a device or a pipe
	}
	return replace(name, fill)
}

func writeInPlace(name string, fill func(io.Writer) error) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return fill(f)
}

func replace(name string, fill func(io.Writer) error) error {
	mode := fs.FileMode(0o666)
	if st, err := os.Stat(name); err == nil {
		mode = st.Mode().Perm()
	}
	temp := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+"."+strconv.Itoa(os.Getpid()))
	f, err := os.OpenFile(temp, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err // the name is that of the file beside its place, which nobody asked for
		}
		return fmt.Errorf("%s: cannot be written: %w", name, err)
	}
	defer removeOnInterrupt(temp)()
	w := bufio.NewWriterSize(f, 64<<10)
	err = fill(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(temp, name)
	}
	if err != nil {
		os.Remove(temp)
	}
	return err
}

// removeOnInterrupt removes the file called temp if the program is told to stop
// before the function it returns is called.
func removeOnInterrupt(temp string) (stop func()) {
	caught := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(caught, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-caught:
			os.Remove(temp)
			os.Exit(128 + int(syscall.SIGINT))
		case <-done:
		}
	}()
	return func() {
		signal.Stop(caught)
		close(done)
	}
}
