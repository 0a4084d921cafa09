package source

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tree makes the files in a new folder and goes there.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

// seen lists what Files yields: the name and media type of captures, the name
// and rule of troubles.
func seen(t *testing.T, stdin io.Reader, opt Options, args ...string) []string {
	t.Helper()
	var out []string
	for c, err := range Files(args, stdin, opt) {
		var tr *Trouble
		switch {
		case err == nil && c != nil:
			s := c.Name
			if c.MediaType == MediaLine {
				s += " line"
			}
			out = append(out, s)
		case c == nil && errors.As(err, &tr):
			if tr.Message == "" || strings.Contains(tr.Message, "\n") {
				t.Errorf("%s: message %q", tr.Name, tr.Message)
			}
			out = append(out, tr.Name+" !"+tr.Rule)
		default:
			t.Fatalf("capture %v with error %v", c, err)
		}
	}
	return out
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\ngot\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFiles(t *testing.T) {
	tree(t, map[string]string{
		"r/b.txt": "b", "r/a.txt": "a", "r/sub/page.html": "<p>", "r/sub/deep/note.md": "n", "r/wire": "text", "r/wire.2031-03-02": "text",
		"r/README.md": "x", "r/LICENSE": "x", "r/.hidden.txt": "x", "r/.git/c.txt": "x", "r/a.txt~": "x", "r/photo.jpg": "\xff\xd8\xff", "r/prog": "\x7fELF\x00",
		"r/saved.html": "<p>", "r/saved_files/frame.html": "ad", "r/scan.pdf": "%PDF",
		"none/photo.jpg": "x", "lines.jsonl": "{\"text\":\"a\"}\n\n{\"text\"\n{\"text\":\"c\"}",
		"one.json": "{\n \"text\": \"a\"\n}\n", "many.json": "[{\"text\":\"a\"},{\"text\":\"b\"}]", "empty.jsonl": "\n\n", "w1.txt": "1", "w2.txt": "2", "[x].txt": "x",
	})
	folder := []string{"r/a.txt", "r/b.txt", "r/saved.html", "r/scan.pdf !format-not-read", "r/sub/deep/note.md", "r/sub/page.html", "r/wire", "r/wire.2031-03-02"}
	same(t, "a folder", seen(t, nil, Options{}, "r"), folder...)
	same(t, "a folder named twice, and a file of it", seen(t, nil, Options{}, "r/", "r/b.txt", "./r"), folder...)
	same(t, "order of arguments", seen(t, nil, Options{}, "w2.txt", "w1.txt"), "w1.txt", "w2.txt")
	same(t, "a pattern", seen(t, nil, Options{}, "w?.txt"), "w1.txt", "w2.txt")
	same(t, "a deep pattern", seen(t, nil, Options{}, "r/**/*.html"), "r/saved.html", "r/saved_files/frame.html", "r/sub/page.html")
	same(t, "a file with a bracket in its name", seen(t, nil, Options{}, "[x].txt"), "[x].txt")
	same(t, "a named file is taken whatever it is", seen(t, nil, Options{}, "r/photo.jpg", "r/.hidden.txt"), "r/.hidden.txt", "r/photo.jpg")
	same(t, "trouble", seen(t, nil, Options{}, "none", "nosuch.txt", "x*.txt", "[", "w1.txt"),
		"[ !bad-pattern", "none !empty-folder", "nosuch.txt !not-found", "w1.txt", "x*.txt !not-found")
	same(t, "JSON Lines", seen(t, nil, Options{}, "lines.jsonl", "empty.jsonl"), "empty.jsonl !empty", "lines.jsonl:1 line", "lines.jsonl:3 line", "lines.jsonl:4 line")
	same(t, "JSON", seen(t, nil, Options{}, "one.json", "many.json"), "many.json:1 line", "many.json:2 line", "one.json line")
}

func TestStdin(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"Douze morts à Maroux.", []string{"stdin"}},
		{"<html><p>Douze morts", []string{"stdin"}},
		{"[Direct] Douze morts", []string{"stdin"}},
		{"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", []string{"stdin:1 line", "stdin:2 line"}},
		{"\xef\xbb\xbf{\"text\":\"a\"}\n{\"text\":\"b\"}\n", []string{"stdin:1 line", "stdin:2 line"}},
		{"{\"text\":\"" + strings.Repeat("a", 9000) + "\"}\n{\"text\":\"b\"}", []string{"stdin:1 line", "stdin:2 line"}},
		{"{\n\"text\": \"a\"}", []string{"stdin line"}},
		{"[{\"text\":\"a\"},\n{\"text\":\"b\"}]", []string{"stdin:1 line", "stdin:2 line"}},
		{"{\"text\": \"broken", []string{"stdin line"}},
	} {
		same(t, c.in[:min(len(c.in), 20)], seen(t, strings.NewReader(c.in), Options{}, "-", "-"), c.want...)
	}
	same(t, "no standard input", seen(t, nil, Options{}, "-"), "stdin !empty")
}

// endless is a stream of one letter that counts what is read of it.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += len(p)
	return len(p), nil
}

// TestTooLong: a long file is not read to its end, a long line costs no other.
func TestTooLong(t *testing.T) {
	in := &endless{}
	same(t, "endless input", seen(t, in, Options{MaxReport: 1000}, "-"), "stdin !too-long")
	if in.read > 1<<20 {
		t.Errorf("%d bytes read of an endless input", in.read)
	}
	long := `{"text":"` + strings.Repeat("a", 300_000) + `"}`
	tree(t, map[string]string{"a.txt": strings.Repeat("a", 5000), "b.jsonl": "{\"text\":\"a\"}\n" + long + "\n{\"text\":\"c\"}\n", "c.txt": "c", "d.json": "[" + long + "]"})
	same(t, "files", seen(t, nil, Options{MaxReport: 1000}, "."), "a.txt !too-long", "b.jsonl:1 line", "b.jsonl:2 !too-long", "b.jsonl:3 line", "c.txt", "d.json !too-long")
}

func TestLinks(t *testing.T) {
	tree(t, map[string]string{"r/a.txt": "a", "r/sub/b.txt": "b"})
	for link, to := range map[string]string{"r/gone.txt": "nowhere.txt", "r/sub/up": "..", "r/also.txt": "a.txt", "alone": "nowhere"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no links here")
		}
	}
	same(t, "links", seen(t, nil, Options{}, "r", "alone"), "alone !broken-link", "r/a.txt", "r/also.txt", "r/gone.txt !broken-link", "r/sub/b.txt")
}

func TestNoPermission(t *testing.T) {
	tree(t, map[string]string{"r/a.txt": "a", "r/b.txt": "b", "r/sub/c.txt": "c"})
	if err := os.Chmod("r/a.txt", 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod("r/sub", 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("r/sub", 0o755)
	if f, err := os.Open("r/a.txt"); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	same(t, "no permission", seen(t, nil, Options{}, "r"), "r/a.txt !no-permission", "r/b.txt", "r/sub !no-permission")
}

// TestStop: a reader that has enough is not asked again.
func TestStop(t *testing.T) {
	n := 0
	for range Files([]string{"-", "nosuch"}, strings.NewReader("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), Options{}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("yielded %d", n)
	}
}

func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"text\":\"a\"}\n\n{\n"), uint16(10))
	f.Add([]byte("[{\"text\":\"a\"}]"), uint16(100))
	f.Add([]byte("\xff\xfe{\x00}\x00\n\x00"), uint16(100))
	f.Fuzz(func(t *testing.T, body []byte, limit uint16) {
		for _, name := range []string{"a.jsonl", "stdin"} {
			read := readLines
			if name == "stdin" {
				read = readUnnamed
			}
			read(name, strings.NewReader(string(body)), int(limit), func(c *Capture, err error) bool {
				var tr *Trouble
				if (c == nil) == (err == nil) || err != nil && !errors.As(err, &tr) {
					t.Fatalf("capture %v with error %v", c, err)
				}
				if c != nil && len(c.Body) > int(limit)+3 {
					t.Fatalf("%d bytes where %d are allowed", len(c.Body), limit)
				}
				return true
			})
		}
	})
}
