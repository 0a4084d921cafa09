package dossier

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"
	"time"

	"recoupe/fetch"
	"recoupe/source"
	"recoupe/warc"
)

// An Adder brings things into a dossier.
type Adder struct {
	*Dossier
	Now    func() time.Time
	Stdin  io.Reader // for "-"
	Files  source.Options
	Client *fetch.Client          // nil: pages of the web are not fetched
	Known  map[string]fetch.Known // what the last visit said of a page; may be nil
	Kept   func(Kept)             // told of each capture once it is safe on the disk
	Failed func(error)            // told of each [*source.Trouble]

	// Progress is told how much of a web archive has been read; nil: nobody is.
	Progress func(name string, read, size int64)
}

// Add brings in what args name: addresses of pages and of feeds, files that
// list addresses, web archives (.warc, .warc.gz, .wacz), and files, folders and
// patterns as [source.Files] takes them. It returns an error where it cannot go
// on; what was kept until then stays kept.
func (a *Adder) Add(ctx context.Context, args []string) error {
	var files []string
	for _, arg := range args {
		more, err := a.one(ctx, arg)
		if err != nil {
			return err
		}
		files = append(files, more...)
	}
	if len(files) == 0 {
		return nil
	}
	return a.Keep(until(ctx, source.Files(files, a.Stdin, a.Files)), a.Now, a.Kept, a.Failed)
}

// one brings in what arg names, or returns it where it is a file to be read
// with the others.
func (a *Adder) one(ctx context.Context, arg string) (file []string, err error) {
	if IsAddress(arg) {
		return nil, a.web(ctx, arg, "", 1)
	}
	if isWebArchive(arg) {
		return nil, a.webArchive(ctx, arg)
	}
	if list, ok := addressesIn(arg); ok {
		for _, address := range list {
			if err := a.web(ctx, address, arg, 1); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	if ok, err := a.feedFile(ctx, arg); ok || err != nil {
		return nil, err
	}
	return []string{arg}, nil
}

// until ends captures when ctx does.
func until(ctx context.Context, captures iter.Seq2[*source.Capture, error]) iter.Seq2[*source.Capture, error] {
	return func(yield func(*source.Capture, error) bool) {
		for c, err := range captures {
			if ctx.Err() != nil || !yield(c, err) {
				return
			}
		}
	}
}

func isWebArchive(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz") || strings.HasSuffix(name, ".wacz")
}

// webArchive keeps the pages of a WARC file, or of those in a WACZ file.
func (a *Adder) webArchive(ctx context.Context, name string) error {
	st, err := os.Stat(name)
	if err == nil && st.IsDir() {
		err = errors.New("is a folder")
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(name)
	}
	if err != nil {
		a.Failed(&source.Trouble{Name: name, Rule: "unreadable", Message: "cannot be read: " + cause(err), Err: err})
		return nil
	}
	defer f.Close()
	if !strings.HasSuffix(strings.ToLower(name), ".wacz") {
		return a.records(ctx, name, f, st.Size())
	}
	z, err := zip.NewReader(f, st.Size())
	if err != nil {
		a.Failed(&source.Trouble{Name: name, Rule: "unreadable", Message: "not a whole WACZ file", Err: err})
		return nil
	}
	for _, m := range z.File {
		if !strings.HasPrefix(m.Name, "archive/") || !isWebArchive(m.Name) {
			continue
		}
		r, err := m.Open()
		if err != nil {
			a.Failed(&source.Trouble{Name: name + "/" + m.Name, Rule: "unreadable", Message: "cannot be read", Err: err})
			continue
		}
		err = a.records(ctx, name+"/"+m.Name, r, int64(m.UncompressedSize64))
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *Adder) records(ctx context.Context, name string, r io.Reader, size int64) error {
	opt := warc.Options{MaxReport: a.Files.MaxReport}
	if a.Progress != nil {
		opt.Progress = func(read int64) { a.Progress(name, read, size) }
	}
	return a.Keep(until(ctx, warc.Captures(name, r, opt)), a.Now, a.Kept, a.Failed)
}

// cause takes the name of the file off an error that repeats it.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
