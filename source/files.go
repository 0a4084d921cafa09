package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Options bound what is read. The zero value is right.
type Options struct {
	MaxReport int // most bytes of text in one report; 0 means [MaxReport]
}

// limit is the most bytes of one capture. A page is mostly script and UTF-16
// doubles ASCII, so four times the text are let through; the text itself is
// measured once it is out of the page.
func (o Options) limit() int {
	if o.MaxReport <= 0 {
		return 4 * MaxReport
	}
	return 4 * o.MaxReport
}

// Files brings in what args name: files, folders with all below them, patterns
// the shell left alone, "-" for stdin. It yields them one after the other,
// sorted by name, however they were named, so that the same reports always come
// in the same order; only the body of the one just yielded is held.
//
// What cannot be brought in is yielded in its place as a nil Capture and a
// [*Trouble]; no other error is yielded. A file in JSON Lines gives one capture
// a line.
//
//	for c, err := range source.Files([]string{"reports/", "wire-*.txt"}, os.Stdin, source.Options{}) {
func Files(args []string, stdin io.Reader, opt Options) iter.Seq2[*Capture, error] {
	return func(yield func(*Capture, error) bool) {
		for _, e := range list(args) {
			if !e.read(stdin, opt.limit(), yield) {
				return
			}
		}
	}
}

// read yields what e holds and reports whether to go on.
func (e entry) read(stdin io.Reader, limit int, yield func(*Capture, error) bool) bool {
	if e.trouble != nil {
		return yield(nil, e.trouble)
	}
	var in io.Reader = stdin
	if e.path != "" {
		f, err := os.Open(e.path)
		if err != nil {
			return yield(nil, fileTrouble(e.name, err))
		}
		defer f.Close()
		// A regular file over the limit is not read at all, unless it is one of
		// many lines.
		if st, err := f.Stat(); err == nil && st.Mode().IsRegular() && st.Size() > int64(limit) && !isLines(e.name) {
			return yield(nil, tooLong(e.name))
		}
		in = f
	} else if in == nil {
		return yield(nil, &Trouble{Name: e.name, Rule: "empty", Message: "empty; nothing to read"})
	}
	if isLines(e.name) {
		return readLines(e.name, in, limit, yield)
	}
	if e.path == "" || strings.EqualFold(filepath.Ext(e.name), ".json") {
		return readUnnamed(e.name, in, limit, yield)
	}
	body, err := io.ReadAll(io.LimitReader(in, int64(limit)+1))
	if err != nil {
		return yield(nil, fileTrouble(e.name, err))
	}
	if len(body) > limit {
		return yield(nil, tooLong(e.name))
	}
	return yield(&Capture{Name: e.name, MediaType: mediaType(e.name), Body: body}, nil)
}

// readUnnamed reads what has no name that tells what it is: JSON Lines where
// the first line is a JSON object, otherwise one report.
func readUnnamed(name string, in io.Reader, limit int, yield func(*Capture, error) bool) bool {
	r := bufio.NewReaderSize(in, 64<<10)
	head, _ := r.Peek(4096)
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	object := len(start) > 0 && start[0] == '{'
	if !object && (len(start) == 0 || start[0] != '[') {
		return readOne(name, r, limit, yield)
	}
	if object && !bytes.Contains(start[:min(len(start), 3)], []byte("\n")) {
		// A first line longer than what was looked at is JSON Lines too: an
		// object over several lines breaks after its first brace or key.
		line, _, found := bytes.Cut(start, []byte("\n"))
		if !found && len(head) == 4096 || found && isObject(line) {
			return readLines(name, r, limit, yield)
		}
	}
	body, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return yield(nil, fileTrouble(name, err))
	}
	if len(body) > limit {
		return yield(nil, &Trouble{Name: name, Rule: "too-long", Message: "too long for one JSON value; write one report a line and name the file .jsonl"})
	}
	return yieldJSON(name, body, yield)
}

func readOne(name string, r io.Reader, limit int, yield func(*Capture, error) bool) bool {
	body, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	switch {
	case err != nil:
		return yield(nil, fileTrouble(name, err))
	case len(body) > limit:
		return yield(nil, tooLong(name))
	}
	return yield(&Capture{Name: name, Body: body}, nil)
}

func tooLong(name string) *Trouble {
	return &Trouble{Name: name, Rule: "too-long", Message: "too long for one report; split it, or raise --max-report"}
}

// mediaType tells what a file is by its name; "" where the name does not tell.
func mediaType(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text", ".md", ".markdown":
		return "text/plain"
	case ".html", ".htm", ".xhtml", ".xht":
		return "text/html"
	}
	return ""
}

func isLines(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson":
		return true
	}
	return false
}

// fileTrouble words an error of the file system for the reader of the account.
func fileTrouble(name string, err error) *Trouble {
	t := &Trouble{Name: name, Err: err}
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Rule, t.Message = "not-found", "no such file or folder; check the name"
		if to, lerr := os.Readlink(name); lerr == nil {
			t.Rule, t.Message = "broken-link", "a link that leads nowhere (to "+to+"); name the report itself"
		}
	case errors.Is(err, fs.ErrPermission):
		t.Rule, t.Message = "no-permission", "no permission to read it; change its mode or ask its owner"
	case errors.As(err, &path):
		t.Rule, t.Message = "unreadable", "cannot be read: "+path.Err.Error()
	default:
		t.Rule, t.Message = "unreadable", "cannot be read: "+err.Error()
	}
	return t
}

// An entry is one thing to read, or the trouble with it.
type entry struct {
	name    string // as given
	path    string // "" for standard input
	trouble *Trouble
}

// list expands args to entries, each once, sorted by name.
func list(args []string) []entry {
	l := lister{seen: map[string]bool{}, dirs: map[string]bool{}}
	for _, arg := range args {
		l.arg(arg)
	}
	slices.SortStableFunc(l.entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	return l.entries
}

type lister struct {
	entries []entry
	seen    map[string]bool // cleaned paths
	dirs    map[string]bool // folders under way, links resolved: a link may lead back up
}

func (l *lister) add(name, path string, t *Trouble) {
	key := "-"
	if path != "" || t != nil {
		key = filepath.Clean(name)
	}
	if l.seen[key] {
		return
	}
	l.seen[key] = true
	l.entries = append(l.entries, entry{name, path, t})
}

func (l *lister) arg(arg string) {
	if arg == "-" {
		l.add("stdin", "", nil)
		return
	}
	st, err := os.Stat(arg)
	switch {
	case err == nil && st.IsDir():
		before := len(l.entries)
		l.folder(arg)
		if len(l.entries) == before && !l.seen[filepath.Clean(arg)] {
			l.add(arg, "", &Trouble{Name: arg, Rule: "empty-folder", Message: "no report in this folder; recoupe reads " + readable})
		}
		l.seen[filepath.Clean(arg)] = true
	case err == nil:
		l.add(arg, arg, nil)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		l.glob(arg)
	default:
		l.add(arg, "", fileTrouble(arg, err))
	}
}

// glob expands a pattern, in which ** stands for any folders.
func (l *lister) glob(pattern string) {
	var found []string
	if before, after, deep := strings.Cut(filepath.ToSlash(pattern), "**/"); deep {
		root := filepath.Clean("./" + before)
		if filepath.IsAbs(pattern) {
			root = filepath.Clean(before)
		}
		filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
			if err == nil && d.IsDir() && !hidden(d.Name(), p == root) {
				here, _ := filepath.Glob(filepath.Join(p, filepath.FromSlash(after)))
				found = append(found, here...)
			}
			return nil
		})
	} else {
		here, err := filepath.Glob(pattern)
		if err != nil {
			l.add(pattern, "", &Trouble{Name: pattern, Rule: "bad-pattern", Message: "not a pattern: a bracket is left open", Err: err})
			return
		}
		found = here
	}
	for _, p := range found {
		l.arg(p)
	}
	if len(found) == 0 {
		l.add(pattern, "", &Trouble{Name: pattern, Rule: "not-found", Message: "no file matches this pattern; check the name"})
	}
}

func hidden(name string, root bool) bool { return !root && strings.HasPrefix(name, ".") }
