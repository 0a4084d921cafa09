package source

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readable says which files of a folder are taken, for messages.
const readable = ".txt, .html, .md, .json and .jsonl files, and text without an ending"

// formats are endings of files that surely hold reports somebody wants read and
// that recoupe does not open. They are named in the account rather than passed
// over; pictures, sound and the parts of saved pages are passed over.
var formats = map[string]string{
	".pdf": "a PDF", ".doc": "a Word document", ".docx": "a Word document", ".odt": "an OpenDocument text", ".rtf": "a rich-text document",
	".epub": "an e-book", ".mht": "a web archive in one file", ".mhtml": "a web archive in one file", ".eml": "a mail", ".zip": "a zip file",
}

// notReports are names of files that stand beside reports and are none.
var notReports = []string{"readme", "license", "licence", "copying", "changelog", "contributing", "makefile", "dockerfile", "notice", "authors"}

// folder lists the reports below dir. Hidden files are passed over, and so is
// the folder of parts that a browser saves beside a page.
func (l *lister) folder(dir string) {
	// A link may lead back up: each real folder is entered once on one way down.
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		l.add(dir, "", fileTrouble(dir, err))
		return
	}
	if l.dirs[real] {
		return
	}
	l.dirs[real] = true
	defer delete(l.dirs, real)
	entries, err := os.ReadDir(dir)
	if err != nil {
		l.add(dir, "", fileTrouble(dir, err))
		return
	}
	for _, d := range entries {
		name := d.Name()
		if hidden(name, false) || strings.HasSuffix(name, "~") {
			continue
		}
		path := filepath.Join(dir, name)
		st, err := os.Stat(path) // follows links
		switch {
		case err != nil:
			l.add(path, "", fileTrouble(path, err))
		case st.IsDir():
			if !savedParts(dir, name) {
				l.folder(path)
			}
		case st.Mode().IsRegular():
			l.file(path)
		}
	}
}

// file takes a file of a folder where it can be a report.
func (l *lister) file(path string) {
	ext := strings.ToLower(filepath.Ext(path))
	stem := strings.ToLower(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	if slices.Contains(notReports, stem) {
		return
	}
	if kind := formats[ext]; kind != "" {
		l.add(path, "", &Trouble{Name: path, Rule: "format-not-read", Message: kind + ", which recoupe does not open; save its text as .txt and add that"})
		return
	}
	switch {
	case mediaType(path) != "", isLines(path), ext == ".json":
		l.add(path, path, nil)
	case strings.Trim(ext, ".0123456789-_") == "" && looksLikeText(path):
		l.add(path, path, nil) // "dépêche", "dépêche.2022-01-06"
	}
}

// looksLikeText looks at the first bytes of a file without an ending. What
// cannot be opened is taken, so that the reader hears of it.
func looksLikeText(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return true
	}
	defer f.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(f, head)
	head = head[:n]
	utf16 := bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff})
	return n > 0 && (utf16 || bytes.IndexByte(head, 0) < 0) && !bytes.HasPrefix(head, []byte("#!"))
}

// savedParts reports whether name is the folder of pictures and frames that a
// browser saved with a page of the same name.
func savedParts(dir, name string) bool {
	for _, suffix := range []string{"_files", "_fichiers", ".files", "_archivos", "_Dateien"} {
		stem, ok := strings.CutSuffix(name, suffix)
		if !ok {
			continue
		}
		for _, ext := range []string{".html", ".htm", ".xhtml"} {
			if _, err := os.Stat(filepath.Join(dir, stem+ext)); err == nil {
				return true
			}
		}
	}
	return false
}
