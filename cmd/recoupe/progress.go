package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// progress returns a function that shows how far the reading is, and one that
// wipes it away. Both do nothing unless w is a terminal, so that a pipe or a log
// never holds a half-erased line; a short run shows nothing at all.
func progress(w io.Writer) (done func(read, left int), wipe func()) {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil, func() {}
	}
	last, shown := time.Now().Add(400*time.Millisecond), false
	done = func(read, left int) {
		if now := time.Now(); now.After(last) {
			last, shown = now.Add(100*time.Millisecond), true
			fmt.Fprintf(f, "\r\x1b[Kread %d of %d reports", read, read+left)
		}
	}
	return done, func() {
		if shown {
			fmt.Fprint(f, "\r\x1b[K")
		}
	}
}
