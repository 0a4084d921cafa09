package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"

	"recoupe/internal/npm"
	"recoupe/source"
)

var noon = time.Date(2031, 3, 2, 12, 0, 0, 0, time.UTC)

func page(i int) *source.Capture {
	u := fmt.Sprintf("https://lagune.example/%d", i)
	return &source.Capture{Name: u, URL: u, Final: u, Fetched: noon.Add(time.Duration(i) * time.Second), Status: 200,
		Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}, "Content-Encoding": {"gzip"}},
		Body:   fmt.Appendf(nil, "<h1>Lisane</h1><p>Au moins %d morts, selon la préfecture.</p>", i)}
}

// archiveOf writes pages 0 to n-1 and returns where each begins.
func archiveOf(t testing.TB, n int) ([]byte, []Written) {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b)
	if _, err := w.Info("urn:uuid:0", noon, "recoupe"); err != nil {
		t.Fatal(err)
	}
	var at []Written
	for i := range n {
		wr, err := w.Capture(fmt.Sprintf("urn:uuid:%d", i+1), page(i), noon)
		if err != nil {
			t.Fatal(err)
		}
		at = append(at, wr)
	}
	return b.Bytes(), at
}

// read returns the addresses that were read, and how many records were bad.
func read(t testing.TB, file []byte) (urls []string, bad int) {
	t.Helper()
	for c, err := range Captures("x.warc.gz", bytes.NewReader(file), Options{}) {
		if err != nil {
			var tr *source.Trouble
			if !errors.As(err, &tr) {
				t.Fatalf("an error of another kind: %v", err)
			}
			bad++
			continue
		}
		urls = append(urls, c.URL)
	}
	return urls, bad
}

func TestRoundTrip(t *testing.T) {
	file, _ := archiveOf(t, 5)
	i := 0
	for c, err := range Captures("x", bytes.NewReader(file), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		want := page(i)
		if c.URL != want.URL || c.Status != 200 || !bytes.Equal(c.Body, want.Body) || !c.Fetched.Equal(want.Fetched) || c.MediaType != "text/html" {
			t.Errorf("page %d: %+v", i, c)
		}
		if c.Header["X-Archive-Orig-Content-Encoding"] == nil || c.Header["Content-Encoding"] != nil {
			t.Errorf("page %d: header %v", i, c.Header)
		}
		i++
	}
	if i != 5 {
		t.Errorf("%d pages, want 5", i)
	}
}

// A file goes out and comes back under its name.
func TestFileRoundTrip(t *testing.T) {
	var b bytes.Buffer
	NewWriter(&b).Capture("urn:uuid:1", &source.Capture{Name: "dépêches/a b.txt", MediaType: "text/plain", Body: []byte("Douze morts.")}, noon)
	for c, err := range Captures("x", &b, Options{}) {
		if err != nil || c.Name != "dépêches/a b.txt" || string(c.Body) != "Douze morts." || c.URL != "" {
			t.Errorf("%+v, %v", c, err)
		}
	}
}

// One broken record costs itself alone, whatever byte of it is broken.
func TestOneBadRecord(t *testing.T) {
	file, at := archiveOf(t, 5)
	third := at[2]
	for i := range third.Length {
		b := bytes.Clone(file)
		b[third.Offset+i] ^= 0x55
		urls, bad := read(t, b)
		got := strings.Join(urls, " ")
		for _, keep := range []int{0, 1, 3, 4} {
			if !strings.Contains(got, fmt.Sprintf("/%d", keep)) {
				t.Fatalf("byte %d: page %d lost: %s", i, keep, got)
			}
		}
		if !strings.Contains(got, "/2") && bad == 0 {
			t.Fatalf("byte %d: lost in silence", i)
		}
	}
}

func TestCutShort(t *testing.T) {
	file, at := archiveOf(t, 3)
	for cut := at[2].Offset + 1; cut < int64(len(file)); cut++ {
		urls, bad := read(t, file[:cut])
		if len(urls) < 2 || bad == 0 { // the last is whole where only the end of its packing is cut
			t.Fatalf("cut at %d: %v, %d bad", cut, urls, bad)
		}
	}
}

// Plain files, and files packed as a whole, are read too; so are chunks, packed
// bodies and the labels of such that no longer hold.
func TestOtherWaysOfWriting(t *testing.T) {
	var z bytes.Buffer
	zw := gzip.NewWriter(&z)
	zw.Write([]byte("<p>packed</p>"))
	zw.Close()
	answers := []struct{ head, body, want string }{
		{"Content-Type: text/html", "<p>plain</p>", "<p>plain</p>"},
		{"Content-Type: text/html\r\nTransfer-Encoding: chunked", "5\r\n<p>ch\r\n7\r\nunk</p>\r\n0\r\n\r\n", "<p>chunk</p>"},
		{"Content-Type: text/html\r\nTransfer-Encoding: chunked", "<p>no chunks</p>", "<p>no chunks</p>"},
		{"Content-Type: text/html\r\nContent-Encoding: gzip", z.String(), "<p>packed</p>"},
		{"Content-Type: text/html\r\nContent-Encoding: gzip", "<p>not packed</p>", "<p>not packed</p>"},
		{"Content-Type: image/png", "\x89PNG", ""},
	}
	var b bytes.Buffer
	var want []string
	for i, a := range answers {
		block := "HTTP/1.1 200 OK\r\n" + a.head + "\r\n\r\n" + a.body
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <https://lagune.example/%d>\r\nWARC-Date: 2031-03-02T12:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i, len(block), block)
		if a.want != "" {
			want = append(want, a.want)
		}
	}
	var packed bytes.Buffer
	pw := gzip.NewWriter(&packed)
	pw.Write(b.Bytes())
	pw.Close()
	for name, file := range map[string][]byte{"plain": b.Bytes(), "packed as a whole": packed.Bytes()} {
		var got []string
		for c, err := range Captures("x", bytes.NewReader(file), Options{}) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got = append(got, string(c.Body))
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// wget writes its own log among the pages.
func TestToolsOwnRecords(t *testing.T) {
	var b bytes.Buffer
	w := NewWriter(&b)
	for _, uri := range []string{"metadata://gnu.org/software/wget/warc/wget.log", "https://lagune.example/note.txt"} {
		w.record([]Field{{"WARC-Type", "resource"}, {"WARC-Target-URI", uri}, {"Content-Type", "text/plain"}}, []byte("Douze morts à Lisane."))
	}
	var got []string
	for c, err := range Captures("x", &b, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, c.URL)
	}
	if len(got) != 1 || got[0] != "https://lagune.example/note.txt" {
		t.Errorf("read %q", got)
	}
}

// A record that unpacks without end is refused, and its neighbours are read.
func TestBomb(t *testing.T) {
	var z bytes.Buffer
	zw := gzip.NewWriter(&z)
	io.CopyN(zw, zeros{}, 64<<20)
	zw.Close()
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + z.String()
	file, _ := archiveOf(t, 1)
	w := NewWriter(bytes.NewBuffer(nil))
	var b bytes.Buffer
	b.Write(file)
	w.w = &b
	w.record([]Field{{"WARC-Type", "response"}, {"WARC-Target-URI", "https://bomb.example/"}, {"Content-Type", "application/http"}}, []byte(block))
	b.Write(file)
	urls, bad := 0, 0
	for _, err := range Captures("x", &b, Options{MaxReport: 1 << 20}) {
		if err != nil {
			bad++
			if !strings.Contains(err.Error(), "too long") {
				t.Error(err)
			}
			continue
		}
		urls++
	}
	if urls != 2 || bad != 1 {
		t.Errorf("%d read, %d bad; want 2, 1", urls, bad)
	}
}

// A file that cannot be read on ends with one line, packed or not.
func TestReadFails(t *testing.T) {
	file, _ := archiveOf(t, 2)
	for _, head := range [][]byte{file, file[:len(file)-9], []byte("WARC/1.1\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"), nil} {
		n, last := 0, error(nil)
		for _, err := range Captures("x", io.MultiReader(bytes.NewReader(head), broken{}), Options{}) {
			if last = err; n > 9 {
				t.Fatal("it goes on for ever")
			}
			n++
		}
		if !errors.Is(last, errDisk) {
			t.Errorf("after %d bytes: %v", len(head), last)
		}
	}
}

var errDisk = errors.New("input/output error")

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errDisk }

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// warcio, which others trust, reads what we write; and we read what it writes.
func TestWarcio(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not here: not checked against warcio")
	}
	at := npm.Install(t, "warcio", "2.4.11")
	dir := t.TempDir()
	file, _ := archiveOf(t, 4)
	name := filepath.Join(dir, "a.warc.gz")
	if err := os.WriteFile(name, file, 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(node, filepath.Join(at, "..", ".bin", "warcio"), "cdx-index", name).CombinedOutput()
	if err != nil || strings.Count(string(out), "lagune.example") < 4 {
		t.Errorf("warcio: %v\n%s", err, out)
	}
	const script = `const {WARCRecord, WARCSerializer} = require(process.argv[1]);
(async () => {
  async function* body() { yield new TextEncoder().encode("<p>Douze morts à Lisane.</p>"); }
  for (const n of [1, 2]) {
    const r = WARCRecord.create({url: "https://lagune.example/" + n, date: "2031-03-02T12:00:00Z", type: "response", warcVersion: "WARC/1.1",
      httpHeaders: {"Content-Type": "text/html; charset=utf-8"}}, body());
    process.stdout.write(await WARCSerializer.serialize(r, {gzip: true}));
  }
})();`
	theirs, err := exec.Command(node, "-e", script, filepath.Join(at, "dist", "index.cjs")).Output()
	if err != nil {
		t.Fatalf("warcio as a library: %v", err)
	}
	n := 0
	for c, err := range Captures("theirs", bytes.NewReader(theirs), Options{}) {
		if n++; err != nil || string(c.Body) != "<p>Douze morts à Lisane.</p>" || c.URL != fmt.Sprintf("https://lagune.example/%d", n) || c.Status != 200 || !c.Fetched.Equal(noon) {
			t.Errorf("%+v %v", c, err)
		}
	}
	if n != 2 {
		t.Errorf("%d of warcio's two pages read", n)
	}
}

func FuzzReader(f *testing.F) {
	file, _ := archiveOf(f, 2)
	f.Add(file)
	f.Add([]byte("WARC/1.1\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nabc\r\n\r\nWARC/1.1"))
	f.Fuzz(func(t *testing.T, b []byte) {
		n := 0
		for range Captures("x", bytes.NewReader(b), Options{MaxReport: 1 << 16}) {
			if n++; n > len(b)+2 {
				t.Fatal("more records than bytes")
			}
		}
	})
}
