package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"unicode"

	"recoupe"
	"recoupe/render"
)

// publicationMark is a file that says that a folder was written by Publish, and
// may be replaced by it.
const publicationMark = ".recoupe-publication"

// Publish writes the pages of res to the folder dir: what a server shows, for
// anybody to put on the web or to open from a disk. They need no server and no
// script. The folder appears whole or not at all; one that holds anything but an
// earlier publication is left alone. past may be nil.
func Publish(dir string, res *recoupe.Result, words *render.Words, past *Past) error {
	dir = filepath.Clean(dir)
	if err := replaceable(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	made, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(made)
	e := newEdition(res, 1)
	e.takePast(past)
	for _, path := range e.paths(wordsIn(words)) {
		p := &page{e: e, w: wordsIn(words), path: path, static: true}
		var b bytes.Buffer
		found, err := p.write(&b)
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("nothing stands at %q", path)
		}
		if path == "" {
			path = "index"
		}
		if err := put(filepath.Join(made, filepath.FromSlash(path)+".html"), b.Bytes()); err != nil {
			return err
		}
	}
	for _, name := range []string{"account.css", "site.css", "recoupe.svg"} {
		if err := put(filepath.Join(made, "static", name), staticFile(name)); err != nil {
			return err
		}
	}
	if err := put(filepath.Join(made, publicationMark), []byte("written by recoupe; replaced whole\n")); err != nil {
		return err
	}
	if err := os.Chmod(made, 0o755); err != nil {
		return err
	}
	return swap(made, dir)
}

func put(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// replaceable errs where dir holds what Publish has not written.
func replaceable(dir string) error {
	list, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if len(list) == 0 || slices.ContainsFunc(list, func(d fs.DirEntry) bool { return d.Name() == publicationMark }) {
		return nil
	}
	return fmt.Errorf("%s holds other files; name a new folder", dir)
}

// swap puts made where dir is.
func swap(made, dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(made, dir)
	}
	old := made + ".old"
	if err := os.Rename(dir, old); err != nil {
		return err
	}
	if err := os.Rename(made, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return os.RemoveAll(old)
}

// paths lists everything there is to see, the first page first.
func (e *edition) paths(w *render.Words) []string {
	out := []string{"", "stories", "help"}
	for _, t := range e.res.Stories {
		out = append(out, "s/"+t.ID, "s/"+t.ID+"/split")
		days := publishedDays(e, t)
		for _, d := range days {
			out = append(out, "s/"+t.ID+"/since/"+d.Format("2006-01-02"))
		}
		s := e.sheet(t, w)
		section := func(name string, lines int) {
			for n := 1; n == 1 && lines > 0 || (n-1)*perPage < lines; n++ {
				path := "s/" + t.ID + "/" + name
				if n > 1 {
					path += "/" + strconv.Itoa(n)
				}
				out = append(out, path)
			}
		}
		section("doubts", len(s.Doubts))
		section("conflicts", len(s.Conflicts))
		section("names", len(s.Names))
		section("gaps", len(s.Gaps))
		section("checks", len(s.Checks))
		section("timeline", len(s.Timeline))
		section("cast", len(s.Cast))
		section("sources", len(s.Reports))
		for i, list := range [][]*render.Toll{s.Tolls, s.Asides} {
			for _, x := range list {
				n := 0
				for _, r := range x.Rows {
					n += max(1, len(r.Now)+len(r.Before))
				}
				section(tollName(x, i == 1), n)
			}
		}
	}
	for _, r := range e.res.Reports {
		if e.x.StoryOf(r.ID) != nil {
			out = append(out, "r/"+string(r.ID))
		}
	}
	for _, c := range e.res.Copies {
		if e.x.StoryOf(c.Report) != nil && e.x.StoryOf(c.Of) != nil && c.Report != c.Of {
			out = append(out, comparePath(c.Report, c.Of))
		}
	}
	for _, l := range e.lines {
		if e.x.StoryOf(l.List[len(l.List)-1].R.ID) != nil {
			out = append(out, versionsPath(l))
		}
	}
	for _, sp := range e.res.Cast.Speakers {
		if e.sayings[sp.ID] != nil {
			out = append(out, "p/"+speakerFile(sp.ID))
		}
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(out, func(p string) bool {
		if seen[p] {
			return true
		}
		seen[p] = true
		return false
	})
}

// speakerFile names the page of a speaker. Identities are made of letters and
// hyphens and stand for themselves; one that is long or has other signs in it is
// named by a hash, so that no name in a report names a file.
func speakerFile(id string) string {
	safe := id != "" && len(id) <= 80
	for _, r := range id {
		safe = safe && (r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	if safe {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	return "x-" + hex.EncodeToString(sum[:8])
}
