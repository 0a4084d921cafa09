package dossier

import (
	"context"
	"io"
	"time"

	"recoupe/source"
)

// An Adder brings things into a dossier.
type Adder struct {
	*Dossier
	Now    func() time.Time
	Stdin  io.Reader // for "-"
	Files  source.Options
	Kept   func(Kept)  // told of each capture once it is safe on the disk
	Failed func(error) // told of each [*source.Trouble]
}

// Add brings in what args name: files, folders and patterns as [source.Files]
// takes them. It returns an error where it cannot go on; what was kept until
// then stays kept.
func (a *Adder) Add(ctx context.Context, args []string) error {
	return a.Keep(source.Files(args, a.Stdin, a.Files), a.Now, a.Kept, a.Failed)
}
