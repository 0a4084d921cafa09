package dossier

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"recoupe/source"
	"recoupe/warc"
)

func webpage(i int) *source.Capture {
	u := fmt.Sprintf("https://lagune.example/%d", i)
	return &source.Capture{Name: u, URL: u, Final: u, Fetched: noon, Status: 200, MediaType: "text/html",
		Header: map[string][]string{"Content-Type": {"text/html; charset=utf-8"}},
		Body:   fmt.Appendf(nil, "<html><head><title>Lisane, page %d</title></head><body><p>Au moins %d morts à Lisane, selon la préfecture, qui parle d'un bilan provisoire.</p></body></html>", i, i)}
}

// exported writes a dossier of pages, files and tokens to a WACZ file.
func exportedFile(t *testing.T, d *Dossier, sel Selection) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "lisane.wacz")
	var b bytes.Buffer
	if err := d.ExportWACZ(&b, sel); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := d.ExportWACZ(&again, sel); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("the same dossier makes other bytes (%v)", err)
	}
	if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

func filled(t *testing.T) *Dossier {
	d := fresh(t)
	for i := range 6 {
		keep(t, d, each(webpage(i), plain(fmt.Sprintf("note %d.txt", i), fmt.Sprintf("Secret %d : le témoin s'appelle Personne.", i))))
	}
	return d
}

func TestExportVerifies(t *testing.T) {
	d := filled(t)
	r, err := VerifyExport(exportedFile(t, d, Selection{}))
	if err != nil || len(r.Faults) > 0 {
		t.Fatalf("%v %v", r.Faults, err)
	}
	if r.Captures != 12 || r.Size != 12 {
		t.Errorf("%d captures of %d; want 12 of 12", r.Captures, r.Size)
	}
}

// One page is proved, and nothing of the others goes along.
func TestExportOfOnePage(t *testing.T) {
	d := filled(t)
	name := exportedFile(t, d, Selection{Pages: []string{"https://lagune.example/3"}})
	r, err := VerifyExport(name)
	if err != nil || len(r.Faults) > 0 || r.Captures != 1 || r.Size != 12 {
		t.Fatalf("%+v %v", r, err)
	}
	b, _ := os.ReadFile(name)
	for _, other := range []string{"Personne", "note 3", "example/4"} {
		if bytes.Contains(b, []byte(other)) {
			t.Errorf("%q went along", other)
		}
	}
}

// Every change to an export is found.
func TestExportTampering(t *testing.T) {
	d := filled(t)
	name := exportedFile(t, d, Selection{})
	file, _ := os.ReadFile(name)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range 400 {
		b := bytes.Clone(file)
		at := rng.IntN(len(b))
		switch rng.IntN(3) {
		case 0:
			b[at] ^= 1 << rng.IntN(8)
		case 1:
			b = append(b[:at], b[at+1:]...)
		case 2:
			b = append(b, 'x')
		}
		os.WriteFile(name, b, 0o666)
		r, err := VerifyExport(name)
		if err == nil && len(r.Faults) == 0 {
			t.Fatalf("change %d at %d of %d not found", i, at, len(b))
		}
	}
}

// What is exported as a web archive comes back the same.
func TestExportComesBack(t *testing.T) {
	d := filled(t)
	name := exportedFile(t, d, Selection{})
	back := fresh(t)
	a := Adder{Dossier: back, Now: clock, Kept: func(Kept) {}, Failed: func(err error) { t.Error(err) }}
	if err := a.Add(t.Context(), []string{name}); err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for c := range d.Captures() {
		want = append(want, c.Name+string(c.Body))
	}
	for c := range back.Captures() {
		got = append(got, c.Name+string(c.Body))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%v\nwant\n%v", got, want)
	}
}

func TestWebArchiveCutShort(t *testing.T) {
	var b bytes.Buffer
	w := warc.NewWriter(&b)
	for i := range 3 {
		w.Capture(fmt.Sprint("urn:uuid:", i), webpage(i), noon)
	}
	name := filepath.Join(t.TempDir(), "x.warc.gz")
	os.WriteFile(name, b.Bytes()[:b.Len()-100], 0o666)
	d := fresh(t)
	kept, failed := 0, 0
	a := Adder{Dossier: d, Now: clock, Kept: func(Kept) { kept++ }, Failed: func(err error) { failed++ }}
	if err := a.Add(t.Context(), []string{name, "missing.warc", t.TempDir() + "/y.wacz"}); err != nil {
		t.Fatal(err)
	}
	if kept != 2 || failed != 3 {
		t.Errorf("kept %d, failed %d; want 2, 3", kept, failed)
	}
	sound(t, d)
}

// An authority of openssl's stamps; openssl and the script in the export agree
// that all is well, and that a changed one is not.
func TestTokenAndScript(t *testing.T) {
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		t.Skip("openssl is not here: tokens not checked against it")
	}
	dir := t.TempDir()
	authority(t, openssl, dir)
	d := filled(t)
	stamp, err := d.Stamp("http://time.example", noon, func(request []byte) ([]byte, error) {
		os.WriteFile(filepath.Join(dir, "q.tsq"), request, 0o666)
		cmd := exec.Command(openssl, "ts", "-reply", "-config", "ts.cnf", "-queryfile", "q.tsq", "-out", "r.tsr")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return os.ReadFile(filepath.Join(dir, "r.tsr"))
	})
	if err != nil || !strings.Contains(stamp.Authority, "Heure de Lisane") {
		t.Fatalf("%+v %v", stamp, err)
	}
	if _, err := d.Stamp("http://time.example", noon, nil); err != ErrNothingNew {
		t.Errorf("stamped twice: %v", err)
	}
	keep(t, d, each(webpage(77)))
	sound(t, d)
	name := exportedFile(t, d, Selection{})
	r, err := VerifyExport(name)
	if err != nil || len(r.Faults) > 0 || len(r.Tokens) != 1 || r.Tokens[0].Record.Log != 12 {
		t.Fatalf("%+v %v", r, err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here: the script in the export not run")
	}
	run := func(script string) (string, error) {
		out, err := exec.Command(python, "-c", script, name, filepath.Join(dir, "x")).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		out, err = exec.Command(python, filepath.Join(dir, "x/custody/check.py"), filepath.Join(dir, "x"), filepath.Join(dir, "ca.pem")).CombinedOutput()
		return string(out), err
	}
	const unzip = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])"
	if out, err := run(unzip); err != nil || !strings.Contains(out, "13 captures proved") || !strings.Contains(out, "custody/checkpoint-12 was there at") {
		t.Errorf("check.py: %v\n%s", err, out)
	}
	followed(t, name, filepath.Join(dir, "ca.pem"))
	if out, err := run(unzip + "; p = sys.argv[2] + '/custody/proofs.jsonl'; b = open(p).read(); open(p, 'w').write(b.replace('example/3', 'example/9', 1))"); err == nil || !strings.Contains(out, "is not in the log") {
		t.Errorf("check.py finds nothing in a changed proof: %s", out)
	}
}

// followed types the commands of the instructions as they stand, in a shell.
func followed(t *testing.T, name, authority string) {
	t.Helper()
	for _, tool := range []string{"sh", "unzip", "sha256sum", "base64"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Logf("%s is not here: the instructions not followed", tool)
			return
		}
	}
	dir := t.TempDir()
	text := strings.NewReplacer("FILE.wacz", name, "AUTHORITY.pem", authority, "SIZE", "12", "token-N", "token-12", "/tmp/", dir+"/").Replace(string(exportReadme))
	script := "set -e\ncd " + dir + "\n"
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "    ") && command(line) {
			script += strings.TrimSpace(line) + "\n"
		}
	}
	out, err := exec.Command("sh", "-c", script).CombinedOutput()
	for _, want := range []string{"13 captures proved", "Signature Verified Successfully", "Time stamp:", "Verification: OK"} {
		if err != nil || !strings.Contains(string(out), want) {
			t.Fatalf("%q does not come of following the instructions: %v\n%s\n%s", want, err, script, out)
		}
	}
}

// command reports whether a line of the instructions is one to be typed.
func command(line string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(strings.TrimSpace(line), "("), " ")
	switch word {
	case "unzip", "cd", "python3", "sha256sum", "cat", "sed", "tail", "printf", "openssl":
		return true
	}
	return false
}

// authority makes a time-stamping authority in dir, ca.pem its root.
func authority(t *testing.T, openssl, dir string) {
	t.Helper()
	os.WriteFile(filepath.Join(dir, "ts.cnf"), []byte(`
[tsa]
default_tsa = one
[one]
serial = serial
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
[ext]
extendedKeyUsage = critical,timeStamping
basicConstraints = CA:FALSE
`), 0o666)
	os.WriteFile(filepath.Join(dir, "serial"), []byte("01\n"), 0o666)
	for _, args := range [][]string{
		{"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Racine de Lisane", "-days", "3650"},
		{"req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Heure de Lisane"},
		{"x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "tsa.pem", "-days", "3650", "-extfile", "ts.cnf", "-extensions", "ext"},
	} {
		cmd := exec.Command(openssl, args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("openssl %s: %v\n%s", args[0], err, out)
		}
	}
}
